//! GeneralName and GeneralNames (RFC 5280 section 4.2.1.6).
use super::values;
use crate::abi::*;
use crate::alg::NameKind;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::error::{Error, Result, err};
use crate::pki::name;

/// A GeneralName that borrows the certificate's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GeneralName<'a> {
    /// The type's identifier, and the value with its tag.
    Other {
        oid: &'a [u8],
        value: &'a [u8],
    },
    Email(&'a [u8]),
    Dns(&'a [u8]),
    /// A Name with its tag.
    Directory(&'a [u8]),
    Uri(&'a [u8]),
    /// An address of 4 or 16 bytes; in name constraints, address and mask of 8 or 32 bytes.
    Ip(&'a [u8]),
    Registered(&'a [u8]),
    /// The tag of x400Address, ediPartyName or an unknown type.
    Unknown(u8),
}

impl<'a> GeneralName<'a> {
    pub fn read(r: &mut Reader<'a>) -> Result<GeneralName<'a>> {
        let e = r.any()?;
        Ok(match e.tag {
            0xa0 => {
                let mut other = e.open();
                let oid = values::read_oid(&mut other)?;
                let value = other.expect(der::context_constructed(0))?.value;
                other.finish()?;
                GeneralName::Other { oid, value }
            }
            0x81 => GeneralName::Email(e.value),
            0x82 => GeneralName::Dns(e.value),
            0xa4 => GeneralName::Directory(e.open().expect(der::SEQUENCE)?.raw),
            0x86 => GeneralName::Uri(e.value),
            0x87 => GeneralName::Ip(e.value),
            0x88 if oid::is_sound(e.value) => GeneralName::Registered(e.value),
            0x88 => return err(GNUTLS_E_ASN1_DER_ERROR),
            tag => GeneralName::Unknown(tag),
        })
    }

    /// The type of the name; `None` for types that GnuTLS does not support.
    pub fn kind(&self) -> Option<NameKind> {
        Some(match self {
            GeneralName::Other { .. } => NameKind::Other,
            GeneralName::Email(_) => NameKind::Email,
            GeneralName::Dns(_) => NameKind::Dns,
            GeneralName::Directory(_) => NameKind::Directory,
            GeneralName::Uri(_) => NameKind::Uri,
            GeneralName::Ip(_) => NameKind::Ip,
            GeneralName::Registered(_) => NameKind::Registered,
            GeneralName::Unknown(_) => return None,
        })
    }

    /// The type that GnuTLS defines for a well-known type of otherName.
    pub fn virtual_kind(&self) -> Option<NameKind> {
        match self {
            GeneralName::Other { oid: oid::ON_XMPP_ADDR, .. } => Some(NameKind::Xmpp),
            GeneralName::Other { oid: oid::ON_DNS_SRV, .. } => Some(NameKind::Srv),
            GeneralName::Other { oid: oid::KRB5_PRINCIPAL, .. } => Some(NameKind::Krb5Principal),
            GeneralName::Other { oid: oid::MS_USER_PRINCIPAL, .. } => Some(NameKind::MsUserPrincipal),
            _ => None,
        }
    }
}

/// Reads GeneralNames, the content of the alternative name extensions.
pub fn read(value: &[u8]) -> Result<Vec<GeneralName<'_>>> {
    read_all(der::whole(value, der::SEQUENCE)?.open())
}

pub(super) fn read_all(mut r: Reader<'_>) -> Result<Vec<GeneralName<'_>>> {
    let mut out = Vec::new();
    while !r.is_empty() {
        out.push(GeneralName::read(&mut r)?);
    }
    Ok(out)
}

/// Validates the GeneralNames of a certificate. Empty names and names of unsupported types are errors.
pub fn check(value: &[u8]) -> Result<()> {
    let der_error = |_| GNUTLS_E_ASN1_DER_ERROR;
    if value.is_empty() {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    let mut names = der::whole(value, der::SEQUENCE)?.open();
    while !names.is_empty() {
        let raw = names;
        let e = names.any()?;
        match e.tag {
            0x81 | 0x82 | 0x86 | 0x87 if e.value.is_empty() => return err(GNUTLS_E_X509_UNKNOWN_SAN),
            0x81 | 0x82 | 0x86 | 0x87 => {}
            0xa0 => {
                GeneralName::read(&mut { raw })?;
            }
            0xa4 => name::check(der::whole(e.value, der::SEQUENCE).map_err(der_error)?.raw)?,
            0x88 if oid::to_text(e.value).is_some() => {}
            _ => return err(GNUTLS_E_ASN1_DER_ERROR),
        }
    }
    Ok(())
}

const PARSING: Error = Error::new(GNUTLS_E_PARSING_ERROR);

/// GeneralString, which Kerberos names use.
const GENERAL_STRING: u8 = 0x1b;

/// Maximum number of components of a Kerberos name.
const MAX_COMPONENTS: usize = 6;

/// Encodes a GeneralName of this type from text or bytes of the application.
pub fn from_text(kind: NameKind, data: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    match kind {
        NameKind::Dns => out.element(der::context(2), &ascii_domain(data)?),
        NameKind::Email => out.element(der::context(1), &ascii_mailbox(data)?),
        NameKind::Uri if data.is_ascii() => out.element(der::context(6), data),
        NameKind::Uri => return err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
        NameKind::Ip => out.element(der::context(7), data),
        NameKind::Registered => {
            let text = core::str::from_utf8(data).map_err(|_| values::NOT_VALID)?;
            out.element(der::context(8), &values::oid_from_text(text)?);
        }
        NameKind::Directory => {
            der::whole(data, der::SEQUENCE).map_err(|_| GNUTLS_E_INTERNAL_ERROR)?;
            out.element(der::context_constructed(4), data);
        }
        NameKind::Xmpp => {
            let mut value = Vec::new();
            value.element(der::UTF8_STRING, data);
            return Ok(other_name(oid::ON_XMPP_ADDR, &value));
        }
        NameKind::Srv => {
            let mut value = Vec::new();
            value.element(der::IA5_STRING, data);
            return Ok(other_name(oid::ON_DNS_SRV, &value));
        }
        NameKind::Krb5Principal => {
            return Ok(other_name(oid::KRB5_PRINCIPAL, &krb5_principal(data)?));
        }
        NameKind::MsUserPrincipal => return err(GNUTLS_E_INVALID_REQUEST),
        NameKind::Other => return Err(values::NOT_VALID),
    }
    Ok(out)
}

/// Encodes a directoryName or otherName that was read.
pub fn encode_structured(name: &GeneralName<'_>) -> Result<Vec<u8>> {
    match *name {
        GeneralName::Other { oid, value } => Ok(other_name(oid, value)),
        GeneralName::Directory(name) => from_text(NameKind::Directory, name),
        _ => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// Encodes an otherName. `value` is a whole element.
pub fn other_name(id: &[u8], value: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::context_constructed(0), |w| {
        w.oid(id);
        w.element(der::context_constructed(0), value);
    });
    out
}

/// Encodes a GeneralName that was read.
pub fn encode(name: &GeneralName<'_>) -> Result<Vec<u8>> {
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

/// Converts a host name to its ASCII form (IDNA).
pub fn ascii_domain(name: &[u8]) -> Result<Vec<u8>> {
    if name.is_ascii() {
        return Ok(name.to_vec());
    }
    let text = core::str::from_utf8(name).map_err(|_| GNUTLS_E_INVALID_UTF8_STRING)?;
    Ok(idna::domain_to_ascii(text).map_err(|_| GNUTLS_E_IDNA_ERROR)?.into_bytes())
}

/// Converts the host of a mail address to its ASCII form. The local part must be ASCII.
pub fn ascii_mailbox(address: &[u8]) -> Result<Vec<u8>> {
    if address.is_ascii() {
        return Ok(address.to_vec());
    }
    const BAD: c_int = GNUTLS_E_INVALID_UTF8_EMAIL;
    let at = address.iter().rposition(|&b| b == b'@').ok_or(BAD)?;
    let (local, host) = address.split_at(at + 1);
    if !local.is_ascii() {
        return err(BAD);
    }
    Ok([local, &ascii_domain(host)?].concat())
}

/// Encodes KRB5PrincipalName (RFC 4556 section 3.2.2) from `component/component@REALM`.
fn krb5_principal(text: &[u8]) -> Result<Vec<u8>> {
    let at = text.iter().rposition(|&b| b == b'@').ok_or(PARSING)?;
    let (principal, realm) = (&text[..at], &text[at + 1..]);
    let components: Vec<&[u8]> = principal.split(|&b| b == b'/').filter(|c| !c.is_empty()).collect();
    if components.len() > MAX_COMPONENTS {
        return Err(PARSING);
    }
    // The name types of RFC 4120 section 6.2: NT-SRV-INST (ticket-granting service), NT-ENTERPRISE and
    // NT-PRINCIPAL.
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
    use crate::pki::ext::to_hex;

    // The results of GnuTLS when it imports a certificate with these alternative names.
    #[test]
    fn names_of_a_certificate() {
        for (value, code) in [
            (&b"\x30\x00"[..], 0),
            (b"\x30\x05\x82\x03a.b", 0),
            (b"\x30\x04\xa4\x02\x30\x00", 0),
            (b"\x30\x07\x87\x0512345", 0),
            (b"", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x02\x01\x00", GNUTLS_E_ASN1_TAG_ERROR),
            (b"\x30\x02\x82\x00", GNUTLS_E_X509_UNKNOWN_SAN),
            (b"\x30\x02\x87\x00", GNUTLS_E_X509_UNKNOWN_SAN),
            (b"\x30\x02\xa3\x00", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x03\x89\x01x", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x03\xa2\x01x", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x04\xa0\x02\x05\x00", GNUTLS_E_ASN1_TAG_ERROR),
            (b"\x30\x02\xa4\x00", GNUTLS_E_ASN1_DER_ERROR),
            (b"\x30\x06\xa4\x04\x30\x02\x05\x00", GNUTLS_E_ASN1_TAG_ERROR),
            (b"\x30\x02\x88\x00", GNUTLS_E_ASN1_DER_ERROR),
        ] {
            assert_eq!(check(value).err().map_or(0, |e| e.code()), code, "{value:x?}");
        }
    }

    #[test]
    fn names_as_the_library_writes_them() {
        let name =
            |kind, data: &str| from_text(kind, data.as_bytes()).map(|n| to_hex(&n)).map_err(|e| e.code());
        assert_eq!(name(NameKind::Dns, "č.com").unwrap(), "820b786e2d2d6265612e636f6d");
        assert_eq!(name(NameKind::Email, "a@č.com").unwrap(), "810d6140786e2d2d6265612e636f6d");
        assert_eq!(name(NameKind::Email, "č@a.com"), Err(GNUTLS_E_INVALID_UTF8_EMAIL));
        assert_eq!(name(NameKind::Registered, "1.2.3.4").unwrap(), "88032a0304");
        assert_eq!(name(NameKind::Xmpp, "x").unwrap(), "a00f06082b06010505070805a0030c0178");
        assert_eq!(
            name(NameKind::Krb5Principal, "krbtgt/A@B").unwrap(),
            "a02906062b0601050202a01f301da0031b0142a1163014a003020102a10d300b1b066b72627467741b0141"
        );
        assert_eq!(
            name(NameKind::Krb5Principal, "a\\@b@C").unwrap(),
            "a02406062b0601050202a01a3018a0031b0143a111300fa00302010aa10830061b04615c4062"
        );
        assert_eq!(name(NameKind::Krb5Principal, "ab"), Err(GNUTLS_E_PARSING_ERROR));
    }
}
