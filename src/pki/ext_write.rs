//! Writing the contents of extensions (RFC 5280 section 4.2), the mirror of [`super::extensions`].
use super::extensions::GeneralName;
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::asn1::oid;
use crate::error::{Error, Result, err};

const NOT_VALID: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_VALID);
const PARSING: Error = Error::new(GNUTLS_E_PARSING_ERROR);

/// GeneralString, in which Kerberos writes its names.
const GENERAL_STRING: u8 = 0x1b;
/// As many components as a Kerberos name may have here.
const MAX_COMPONENTS: usize = 6;

/// The encoded form of a dotted identifier that a program gave.
pub fn dotted(text: &str) -> Result<Vec<u8>> {
    oid::from_text(text).ok_or(NOT_VALID)
}

/// A SEQUENCE of what is given.
pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| parts.iter().for_each(|p| w.extend_from_slice(p)));
    out
}

/// A SEQUENCE OF with one more element at its end; a fresh one without a list.
pub fn appended(list: Option<&[u8]>, element: &[u8]) -> Result<Vec<u8>> {
    let before = match list {
        Some(list) => der::whole(list, der::SEQUENCE)?.value,
        None => &[],
    };
    Ok(sequence(&[before, element]))
}

/// A BIT STRING of named bits as short as it can be; the first byte's highest bit is bit 0.
fn named_bits(bytes: &[u8]) -> Vec<u8> {
    let used = bytes.iter().rposition(|&b| b != 0).map_or(0, |n| n + 1);
    let unused = bytes[..used].last().map_or(0, |b| b.trailing_zeros() as u8);
    [&[unused], &bytes[..used]].concat()
}

/// Key usage from GnuTLS's bits.
pub fn key_usage(usage: u32) -> Vec<u8> {
    let mut out = Vec::new();
    out.element(der::BIT_STRING, &named_bits(&[usage as u8, (usage >> 8) as u8 & 0x80]));
    out
}

pub fn basic_constraints(ca: bool, path_len: Option<u32>) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        if ca {
            w.element(der::BOOLEAN, &[0xff]);
        }
        if let Some(n) = path_len {
            w.unsigned(&n.to_be_bytes());
        }
    });
    out
}

pub fn octet_string(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.element(der::OCTET_STRING, bytes);
    out
}

pub fn utf8_string(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.element(der::UTF8_STRING, text);
    out
}

pub fn integer(n: u32) -> Vec<u8> {
    let mut out = Vec::new();
    out.unsigned(&n.to_be_bytes());
    out
}

/// AuthorityKeyIdentifier; `issuer` is a row of encoded GeneralNames.
pub fn authority_key_id(key_id: Option<&[u8]>, issuer: &[u8], serial: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        if let Some(id) = key_id {
            w.element(der::context(0), id);
        }
        if !issuer.is_empty() {
            w.element(der::context_constructed(1), issuer);
        }
        if let Some(serial) = serial {
            w.element(der::context(2), serial);
        }
    });
    out
}

pub fn tls_features(features: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| features.iter().for_each(|f| w.unsigned(&f.to_be_bytes())));
    out
}

/// An INTEGER's content as short as it can be.
pub fn shortest(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let [first, second, ..] = rest {
        let spare = (*first == 0 && second & 0x80 == 0) || (*first == 0xff && second & 0x80 != 0);
        if !spare {
            break;
        }
        rest = &rest[1..];
    }
    rest
}

/// PrivateKeyUsagePeriod (RFC 3280 section 4.2.1.4).
pub fn private_key_usage_period(activation: i64, expiration: i64) -> Result<Vec<u8>> {
    let (from, to) = (der::generalized_time(activation)?, der::generalized_time(expiration)?);
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.element(der::context(0), &from);
        w.element(der::context(1), &to);
    });
    Ok(out)
}

/// ProxyCertInfo (RFC 3820 section 3.8).
pub fn proxy(path_len: Option<u32>, language: &[u8], policy: Option<&[u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        if let Some(n) = path_len {
            w.unsigned(&n.to_be_bytes());
        }
        w.nested(der::SEQUENCE, |w| {
            w.oid(language);
            if let Some(policy) = policy {
                w.element(der::OCTET_STRING, policy);
            }
        });
    });
    out
}

/// One AccessDescription around an encoded GeneralName.
pub fn access(method: &[u8], location: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(method);
        w.extend_from_slice(location);
    });
    out
}

/// CRLDistributionPoints of encoded names with their reasons; neighbours for the same reasons share a point.
pub fn distribution_points(named: &[(Vec<u8>, u32)]) -> Vec<u8> {
    let same = named.chunk_by(|a, b| a.1 == b.1);
    let point = |group: &[(Vec<u8>, u32)]| {
        distribution_point(
            &group.iter().flat_map(|(name, _)| name.iter().copied()).collect::<Vec<_>>(),
            group[0].1,
        )
    };
    sequence(&[&same.map(point).collect::<Vec<_>>().concat()])
}

/// One DistributionPoint; `names` is a row of encoded GeneralNames, `reasons` has the bits of `GNUTLS_CRL_REASON_*`.
pub fn distribution_point(names: &[u8], reasons: u32) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.nested(der::context_constructed(0), |w| w.element(der::context_constructed(0), names));
        if reasons != 0 {
            w.element(der::context(1), &named_bits(&[reasons as u8, (reasons >> 8) as u8 & 0x80]));
        }
    });
    out
}

/// NameConstraints of two rows of encoded GeneralNames.
pub fn name_constraints(permitted: &[Vec<u8>], excluded: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        for (tag, names) in [(0, permitted), (1, excluded)] {
            if !names.is_empty() {
                w.nested(der::context_constructed(tag), |w| {
                    names.iter().for_each(|n| w.element(der::SEQUENCE, n));
                });
            }
        }
    });
    out
}

/// A qualifier to be written.
pub enum Qualifier<'a> {
    Uri(&'a [u8]),
    Notice(&'a str),
}

/// One PolicyInformation.
pub fn policy(id: &[u8], qualifiers: &[Qualifier<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(id);
        if qualifiers.is_empty() {
            return;
        }
        w.nested(der::SEQUENCE, |w| {
            for q in qualifiers {
                w.nested(der::SEQUENCE, |w| match q {
                    Qualifier::Uri(uri) => {
                        w.oid(oid::QUALIFIER_URI);
                        w.element(der::IA5_STRING, uri);
                    }
                    Qualifier::Notice(text) => {
                        w.oid(oid::QUALIFIER_NOTICE);
                        w.nested(der::SEQUENCE, |w| w.element(der::UTF8_STRING, text.as_bytes()));
                    }
                });
            }
        });
    });
    out
}

/// An encoded GeneralName of the kind (`GNUTLS_SAN_*`) that a program names, from the text or bytes that it gives.
pub fn general_name(kind: gnutls_x509_subject_alt_name_t, data: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    match kind {
        GNUTLS_SAN_DNSNAME => out.element(der::context(2), &domain(data)?),
        GNUTLS_SAN_RFC822NAME => out.element(der::context(1), &mailbox(data)?),
        GNUTLS_SAN_URI if data.is_ascii() => out.element(der::context(6), data),
        GNUTLS_SAN_URI => return err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
        GNUTLS_SAN_IPADDRESS => out.element(der::context(7), data),
        GNUTLS_SAN_REGISTERED_ID => {
            let text = core::str::from_utf8(data).map_err(|_| NOT_VALID)?;
            out.element(der::context(8), &dotted(text)?);
        }
        GNUTLS_SAN_DN => {
            der::whole(data, der::SEQUENCE).map_err(|_| GNUTLS_E_INTERNAL_ERROR)?;
            out.element(der::context_constructed(4), data);
        }
        GNUTLS_SAN_OTHERNAME_XMPP => {
            let mut value = Vec::new();
            value.element(der::UTF8_STRING, data);
            return Ok(other_name(oid::ON_XMPP_ADDR, &value));
        }
        GNUTLS_SAN_OTHERNAME_SRV => {
            let mut value = Vec::new();
            value.element(der::IA5_STRING, data);
            return Ok(other_name(oid::ON_DNS_SRV, &value));
        }
        GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL => return Ok(other_name(oid::KRB5_PRINCIPAL, &krb5(data)?)),
        GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL => return err(GNUTLS_E_INVALID_REQUEST),
        GNUTLS_SAN_OTHERNAME => return Err(NOT_VALID),
        _ => return err(GNUTLS_E_INTERNAL_ERROR),
    }
    Ok(out)
}

/// An encoded directoryName or otherName as it was read.
pub fn encoded(name: &GeneralName<'_>) -> Result<Vec<u8>> {
    match *name {
        GeneralName::Other { oid, value } => Ok(other_name(oid, value)),
        GeneralName::Directory(name) => general_name(GNUTLS_SAN_DN, name),
        _ => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// An encoded otherName; `value` is a whole element.
pub fn other_name(id: &[u8], value: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::context_constructed(0), |w| {
        w.oid(id);
        w.element(der::context_constructed(0), value);
    });
    out
}

/// The encoded form of a GeneralName that was read.
pub fn written(name: &GeneralName<'_>) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    match name {
        GeneralName::Other { oid, value } => return Ok(other_name(oid, value)),
        GeneralName::Email(v) => out.element(der::context(1), v),
        GeneralName::Dns(v) => out.element(der::context(2), v),
        GeneralName::Directory(v) => out.element(der::context_constructed(4), v),
        GeneralName::Uri(v) => out.element(der::context(6), v),
        GeneralName::Ip(v) => out.element(der::context(7), v),
        GeneralName::Registered(v) => out.element(der::context(8), v),
        GeneralName::Unknown(_) => return err(GNUTLS_E_X509_UNKNOWN_SAN),
    }
    Ok(out)
}

/// A host's name in ASCII.
pub fn domain(name: &[u8]) -> Result<Vec<u8>> {
    if name.is_ascii() {
        return Ok(name.to_vec());
    }
    let text = core::str::from_utf8(name).map_err(|_| GNUTLS_E_INVALID_UTF8_STRING)?;
    Ok(idna::domain_to_ascii(text).map_err(|_| GNUTLS_E_IDNA_ERROR)?.into_bytes())
}

/// A mailbox whose host is in ASCII; the part before it must be so already.
pub fn mailbox(address: &[u8]) -> Result<Vec<u8>> {
    if address.is_ascii() {
        return Ok(address.to_vec());
    }
    const BAD: c_int = GNUTLS_E_INVALID_UTF8_EMAIL;
    let at = address.iter().rposition(|&b| b == b'@').ok_or(BAD)?;
    let (local, host) = address.split_at(at + 1);
    if !local.is_ascii() {
        return err(BAD);
    }
    Ok([local, &domain(host)?].concat())
}

/// Network and mask of a text as `192.0.2.0/24`; bits of the address outside the mask are dropped.
pub fn network(cidr: &str) -> Option<Vec<u8>> {
    let (address, prefix) = cidr.split_once('/')?;
    let mut net = match address.parse().ok()? {
        core::net::IpAddr::V4(a) => a.octets().to_vec(),
        core::net::IpAddr::V6(a) => a.octets().to_vec(),
    };
    if prefix.is_empty() || !prefix.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let ones: usize = prefix.parse().ok().filter(|&n| n <= 8 * net.len())?;
    let mask: Vec<u8> =
        (0..net.len()).map(|i| !(0xffu32 >> ones.saturating_sub(8 * i).min(8)) as u8).collect();
    net.iter_mut().zip(&mask).for_each(|(n, m)| *n &= m);
    Some([net, mask].concat())
}

/// KRB5PrincipalName (RFC 4556 section 3.2.2) of `component/component@REALM`.
fn krb5(text: &[u8]) -> Result<Vec<u8>> {
    let at = text.iter().rposition(|&b| b == b'@').ok_or(PARSING)?;
    let (principal, realm) = (&text[..at], &text[at + 1..]);
    let components: Vec<&[u8]> = principal.split(|&b| b == b'/').filter(|c| !c.is_empty()).collect();
    if components.len() > MAX_COMPONENTS {
        return Err(PARSING);
    }
    // RFC 4120 section 6.2: a ticket-granting service, an enterprise name, any other.
    let kind = if components.len() == 2 && components[0] == b"krbtgt" {
        2
    } else if principal.contains(&b'@') {
        10
    } else {
        1
    };
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.nested(der::context_constructed(0), |w| w.element(GENERAL_STRING, realm));
        w.nested(der::context_constructed(1), |w| {
            w.nested(der::SEQUENCE, |w| {
                w.nested(der::context_constructed(0), |w| w.unsigned(&[kind]));
                w.nested(der::context_constructed(1), |w| {
                    w.nested(der::SEQUENCE, |w| components.iter().for_each(|c| w.element(GENERAL_STRING, c)));
                });
            });
        });
    });
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    // Every expected value is the installed library's.
    #[test]
    fn contents_as_the_library_writes_them() {
        for (usage, want) in [
            (0, "030100"),
            (1, "03020001"),
            (0x80, "03020780"),
            (0x100, "030100"),
            (0x8000, "0303070080"),
            (0x8001, "0303070180"),
        ] {
            assert_eq!(hex(&key_usage(usage)), want);
        }
        assert_eq!(hex(&basic_constraints(true, Some(300))), "30070101ff0202012c");
        assert_eq!(hex(&basic_constraints(false, None)), "3000");
        assert_eq!(hex(&integer(200)), "020200c8");
        assert_eq!(hex(&tls_features(&[5, 17])), "3006020105020111");
        assert_eq!(
            hex(&private_key_usage_period(1_000_000_000, 1_500_000_000).unwrap()),
            "3022800f32303031303930393031343634305a810f32303137303731343032343030305a"
        );
        assert_eq!(
            hex(&proxy(Some(3), &dotted("1.3.6.1.5.5.7.21.1").unwrap(), None)),
            "300f020103300a06082b06010505071501"
        );
        let uri = general_name(GNUTLS_SAN_URI, b"http://b/").unwrap();
        assert_eq!(hex(&distribution_point(&uri, 64)), "3013a00da00b8609687474703a2f2f622f81020640");
        assert_eq!(hex(&authority_key_id(Some(b"abcd"), &[], None)), "3006800461626364");
    }

    #[test]
    fn networks() {
        let net = |text| network(text).map(|n| hex(&n));
        assert_eq!(net("1.2.3.4/24").unwrap(), "01020300ffffff00");
        assert_eq!(net("1.2.3.4/13").unwrap(), "01000000fff80000");
        assert_eq!(net("0.0.0.0/0").unwrap(), "0000000000000000");
        assert!(net("2001:db8::/32").unwrap().starts_with("20010db800"));
        for bad in ["1.2.3.4", "1.2.3.4/40", "x/3", "1.2.3.4/", "1.2.3.4/+1"] {
            assert_eq!(net(bad), None, "{bad}");
        }
    }

    #[test]
    fn names_as_the_library_writes_them() {
        let name =
            |kind, data: &str| general_name(kind, data.as_bytes()).map(|n| hex(&n)).map_err(|e| e.code());
        assert_eq!(name(GNUTLS_SAN_DNSNAME, "č.com").unwrap(), "820b786e2d2d6265612e636f6d");
        assert_eq!(name(GNUTLS_SAN_RFC822NAME, "a@č.com").unwrap(), "810d6140786e2d2d6265612e636f6d");
        assert_eq!(name(GNUTLS_SAN_RFC822NAME, "č@a.com"), Err(GNUTLS_E_INVALID_UTF8_EMAIL));
        assert_eq!(name(GNUTLS_SAN_REGISTERED_ID, "1.2.3.4").unwrap(), "88032a0304");
        assert_eq!(name(GNUTLS_SAN_OTHERNAME_XMPP, "x").unwrap(), "a00f06082b06010505070805a0030c0178");
        assert_eq!(
            name(GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL, "krbtgt/A@B").unwrap(),
            "a02906062b0601050202a01f301da0031b0142a1163014a003020102a10d300b1b066b72627467741b0141"
        );
        assert_eq!(
            name(GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL, "a\\@b@C").unwrap(),
            "a02406062b0601050202a01a3018a0031b0143a111300fa00302010aa10830061b04615c4062"
        );
        assert_eq!(name(GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL, "ab"), Err(GNUTLS_E_PARSING_ERROR));
        assert_eq!(name(77, "x"), Err(GNUTLS_E_INTERNAL_ERROR));
    }
}
