//! Certificates and CRLs from their descriptions in `cases.txt`.
use std::collections::HashMap;
use std::net::IpAddr;

use gnutls_rs::alg::flags::KeyUsage;
use gnutls_rs::alg::{Pk, Sign};
use gnutls_rs::asn1::{der, oid};
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::pki::cert::build::{OwnExtension, signature_algorithm};
use gnutls_rs::pki::crl::build::CrlDraft;
use gnutls_rs::pki::ext::{
    basic_constraints, dist_points, general_name, key_id, key_usage, name_constraints, values,
};
use gnutls_rs::pki::name::write;

use crate::NOW;
use crate::issue::{self, Issue};

#[derive(Default)]
pub(crate) struct Keys {
    keys: HashMap<String, PrivateKey>,
}

impl Keys {
    /// The key of a name. `rsa...` are RSA keys, of 2048 bits unless the name has their number, `p...` ECDSA keys, `dsa` one of DSA.
    pub(crate) fn get(&mut self, name: &str) -> &PrivateKey {
        self.keys.entry(name.to_string()).or_insert_with(|| {
            let bits = |text: &str, usual| text.parse().unwrap_or(usual);
            let key = match name {
                _ if name.starts_with("rsa") => PrivateKey::generate(Pk::Rsa, bits(&name[3..], 2048)),
                _ if name.starts_with("p") => PrivateKey::generate(Pk::Ecdsa, bits(&name[1..], 256)),
                "dsa" => PrivateKey::generate(Pk::Dsa, 2048),
                _ => PrivateKey::generate(Pk::EddsaEd25519, 256),
            };
            key.unwrap()
        })
    }

    /// What a key signs with.
    fn algorithm(name: &str) -> Sign {
        match name {
            _ if name.starts_with("rsa") => Sign::RsaSha256,
            _ if name.starts_with('p') => Sign::EcdsaSha256,
            "dsa" => Sign::DsaSha256,
            _ => Sign::EddsaEd25519,
        }
    }
}

/// A chain with the end certificate first, the anchors, and the CRLs.
#[derive(Default)]
pub(crate) struct Chain {
    pub(crate) anchors: Vec<Vec<u8>>,
    pub(crate) certs: Vec<Vec<u8>>,
    pub(crate) crls: Vec<Vec<u8>>,
}

impl Chain {
    pub(crate) fn of(texts: &[&str], keys: &mut Keys) -> Chain {
        let mut chain = Chain::default();
        let mut serial = 0_u16;
        for text in texts {
            if let Some(n) = text.strip_prefix('=') {
                chain.certs.push(chain.anchors[n.parse::<usize>().unwrap() - 1].clone());
            } else if let Some(text) = text.strip_prefix('~') {
                chain.crls.push(crl(text, keys));
            } else {
                serial += 1;
                match text.strip_prefix('!') {
                    Some(text) => chain.anchors.push(certificate(text, serial, keys)),
                    None => chain.certs.push(certificate(text, serial, keys)),
                }
            }
        }
        chain.certs.rotate_right(1);
        chain
    }

    pub(crate) fn parts(&self) -> [&[Vec<u8>]; 3] {
        [&self.anchors, &self.certs, &self.crls]
    }
}

fn name(text: &str) -> Vec<u8> {
    write::append_text(write::EMPTY, text.replace('_', " ").as_bytes()).0.unwrap()
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap()).collect()
}

/// The encoded GeneralName of a text such as `dns:a.com`.
fn general_name(text: &str, range: bool) -> Vec<u8> {
    let (kind, value) = text.split_once(':').unwrap();
    let simple = |tag: u8, content: &[u8]| issue::element(tag, content);
    match kind {
        "email" => simple(0x81, value.as_bytes()),
        "dns" => simple(0x82, value.as_bytes()),
        "dir" => simple(0xa4, &name(value)),
        "uri" => simple(0x86, value.as_bytes()),
        "ip" if range => simple(0x87, &name_constraints::network(value).unwrap()),
        "ip" => simple(0x87, &address(value)),
        "hex" => hex(value),
        "other" => {
            let (id, text) = value.split_once('=').unwrap();
            let value = issue::element(der::UTF8_STRING, text.as_bytes());
            general_name::other_name(&oid::from_text(id).unwrap(), &value)
        }
        _ => panic!("{text}"),
    }
}

fn address(text: &str) -> Vec<u8> {
    match text.parse().unwrap() {
        IpAddr::V4(a) => a.octets().to_vec(),
        IpAddr::V6(a) => a.octets().to_vec(),
    }
}

fn purposes(list: &str) -> Vec<u8> {
    let purpose = |p| {
        let text = match p {
            "server" => "1.3.6.1.5.5.7.3.1",
            "client" => "1.3.6.1.5.5.7.3.2",
            "code" => "1.3.6.1.5.5.7.3.3",
            "email" => "1.3.6.1.5.5.7.3.4",
            "time" => "1.3.6.1.5.5.7.3.8",
            "ocsp" => "1.3.6.1.5.5.7.3.9",
            "precertificate" => "1.3.6.1.4.1.11129.2.4.4",
            "any" => "2.5.29.37.0",
            _ => panic!("{list}"),
        };
        issue::element(6, &oid::from_text(text).unwrap())
    };
    let all: Vec<Vec<u8>> = list.split(',').map(purpose).collect();
    values::sequence(&all.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn usage(list: &str) -> KeyUsage {
    list.split(',').fold(KeyUsage::empty(), |all, word| {
        all | match word {
            "sign" => KeyUsage::KEY_CERT_SIGN,
            "crl" => KeyUsage::CRL_SIGN,
            "digital" => KeyUsage::DIGITAL_SIGNATURE,
            "encipher" => KeyUsage::KEY_ENCIPHERMENT,
            "none" => KeyUsage::empty(),
            _ => panic!("{list}"),
        }
    })
}

/// An extension of a text such as `2.5.29.35:3000`, its number and its content.
fn raw(text: &str, critical: bool) -> OwnExtension {
    let (id, value) = text.split_once(':').unwrap();
    OwnExtension { oid: oid::from_text(id).unwrap(), critical, value: hex(value) }
}

/// The content of an INTEGER.
fn number(n: u16) -> Vec<u8> {
    let bytes = n.to_be_bytes();
    if n < 0x80 { bytes[1..].to_vec() } else { bytes.to_vec() }
}

/// The certificate of a text: `Subject<Issuer` and words (see `cases.txt`). A name without an issuer is a root; `L` is no CA.
fn certificate(text: &str, serial: u16, keys: &mut Keys) -> Vec<u8> {
    let mut words = text.split_whitespace();
    let both = words.next().unwrap();
    let (subject, issuer) = both.split_once('<').unwrap_or((both, both));
    let leaf = subject == "L";
    let mut cert =
        Issue { serial: number(serial), not_before: NOW - 1000, not_after: NOW + 1000, ..Issue::default() };
    cert.subject = name(&format!("O={subject}"));
    cert.issuer = name(&format!("O={issuer}"));
    let (mut key, mut by, mut sign) = (subject.to_string(), issuer.to_string(), None);
    let (mut basic, mut limits, mut names) = (!leaf, [Vec::new(), Vec::new()], Vec::new());
    let (mut ca, mut path_len, mut names_critical) = (!leaf, None, false);
    let (mut basic_critical, mut limits_critical, mut mismatch, mut spki) = (true, true, false, None);
    let mut extend = |oid: &[u8], critical, value| {
        cert.extensions.push(OwnExtension { oid: oid.to_vec(), critical, value });
    };
    for word in words {
        let (head, value) = word.split_once(':').unwrap_or((word, ""));
        match head {
            "expired" => cert.not_after = NOW - 10,
            "future" => cert.not_before = NOW + 10,
            "from" => cert.not_before = NOW + value.parse::<i64>().unwrap(),
            "to" => cert.not_after = NOW + value.parse::<i64>().unwrap(),
            "serial" => cert.serial = hex(value),
            "v1" => (cert.version, basic) = (1, false),
            "version" => cert.version = value.parse().unwrap(),
            "nobasic" => basic = false,
            "noncriticalbasic" => basic_critical = false,
            "noca" => (basic, ca) = (true, false),
            "ca" => (basic, ca) = (true, true),
            "len" => path_len = Some(value.parse().unwrap()),
            "key" => key = value.to_string(),
            "by" => by = value.to_string(),
            "spki" => spki = Some(hex(value)),
            "sha1" => sign = Some(Sign::RsaSha),
            "mismatch" => mismatch = true,
            "subject" => cert.subject = name(value),
            "issuer" => cert.issuer = name(value),
            "empty" => cert.subject = write::EMPTY.to_vec(),
            "noissuer" => cert.issuer = write::EMPTY.to_vec(),
            "usage" => extend(oid::KEY_USAGE, true, key_usage::write(usage(value))),
            "purpose" => extend(oid::EXTENDED_KEY_USAGE, false, purposes(value)),
            "criticalpurpose" => extend(oid::EXTENDED_KEY_USAGE, true, purposes(value)),
            "unknown" => extend(&[0x2a, 3, 4], false, vec![5, 0]),
            "critical" => extend(&[0x2a, 3, 4], true, vec![5, 0]),
            "ski" => extend(oid::SUBJECT_KEY_ID, false, issue::element(4, value.as_bytes())),
            "aki" => extend(
                oid::AUTHORITY_KEY_ID,
                false,
                key_id::write_authority(Some(value.as_bytes()), &[], None),
            ),
            "point" => extend(
                oid::CRL_DISTRIBUTION_POINTS,
                false,
                dist_points::write(&[(general_name(&format!("uri:{value}"), false), 0)]),
            ),
            "raw" | "rawcritical" => {
                let extension = raw(value, head == "rawcritical");
                extend(&extension.oid, extension.critical, extension.value);
            }
            "criticalnames" => names_critical = true,
            "noncriticallimits" => limits_critical = false,
            "+" => limits[0].push(general_name(value, true)),
            "-" => limits[1].push(general_name(value, true)),
            "dns" | "ip" | "email" | "uri" | "dir" | "hex" | "other" => {
                names.extend(general_name(word, false))
            }
            _ => panic!("{word}"),
        }
    }
    if basic {
        extend(oid::BASIC_CONSTRAINTS, basic_critical, basic_constraints::write(ca, path_len));
    }
    if limits.iter().any(|l| !l.is_empty()) {
        extend(oid::NAME_CONSTRAINTS, limits_critical, name_constraints::write(&limits[0], &limits[1]));
    }
    if !names.is_empty() {
        extend(oid::SUBJECT_ALT_NAME, names_critical, values::sequence(&[&names]));
    }
    cert.spki = spki.unwrap_or_else(|| issue::spki(keys.get(&key)));
    let mut der = cert.sign(sign.unwrap_or(Keys::algorithm(&by)), keys.get(&by));
    if mismatch {
        // The last octet of Ed25519's number behind what is signed.
        let number = [0x2b, 0x65, 0x70];
        let at = der.windows(3).rposition(|w| w == number).unwrap();
        der[at + 2] = 0x71;
    }
    der
}

/// The CRL of a text: its issuer and words (see `cases.txt`).
fn crl(text: &str, keys: &mut Keys) -> Vec<u8> {
    let mut words = text.split_whitespace();
    let issuer = words.next().unwrap();
    let mut crl = CrlDraft { version: 2, issuer: name(&format!("O={issuer}")), ..CrlDraft::default() };
    let (mut by, mut next) = (issuer, Some(NOW + 1000));
    let (mut at, mut point, mut scope) = (NOW - 100, Vec::new(), Vec::new());
    crl.this_update = der::time(NOW - 1000).unwrap();
    let extend = |crl: &mut CrlDraft, oid: &[u8], critical, value| {
        crl.extensions.push(OwnExtension { oid: oid.to_vec(), critical, value });
    };
    extend(&mut crl, oid::CRL_NUMBER, false, vec![2, 1, 1]);
    for word in words {
        let (head, value) = word.split_once(':').unwrap_or((word, ""));
        let seconds = || NOW + value.parse::<i64>().unwrap();
        match head {
            "by" => by = value,
            "version" => crl.version = value.parse().unwrap(),
            "at" => at = seconds(),
            "revokes" => crl.revoke(&[value.parse().unwrap()], at).unwrap(),
            "many" => (0..value.parse::<u16>().unwrap())
                .for_each(|n| crl.revoke(&[&[1][..], &n.to_be_bytes()].concat(), at).unwrap()),
            "this" => crl.this_update = der::time(seconds()).unwrap(),
            // A GeneralizedTime, where RFC 5280 demands a UTCTime.
            "general" => crl.this_update = [&[0x18, 15][..], b"20231114221319Z"].concat(),
            "next" => next = Some(seconds()),
            "nonext" => next = None,
            "aki" => extend(
                &mut crl,
                oid::AUTHORITY_KEY_ID,
                false,
                key_id::write_authority(Some(value.as_bytes()), &[], None),
            ),
            "point" => point.extend(general_name(value, false)),
            "only" => scope.extend(match value {
                "user" => [0x81, 1, 0xff].to_vec(),
                "ca" => vec![0x82, 1, 0xff],
                "compromise" => vec![0x83, 2, 6, 0x40],
                "indirect" => vec![0x84, 1, 0xff],
                "attribute" => vec![0x85, 1, 0xff],
                _ => panic!("{word}"),
            }),
            "unknown" => extend(&mut crl, &[0x2a, 3, 4], false, vec![5, 0]),
            "critical" => extend(&mut crl, &[0x2a, 3, 4], true, vec![5, 0]),
            _ => panic!("{word}"),
        }
    }
    if !point.is_empty() {
        scope.splice(0..0, issue::element(0xa0, &issue::element(0xa0, &point)));
    }
    if !scope.is_empty() {
        extend(&mut crl, oid::ISSUING_DISTRIBUTION_POINT, true, values::sequence(&[&scope]));
    }
    crl.next_update = next.map_or(Vec::new(), |t| der::time(t).unwrap());
    let sign = Keys::algorithm(by);
    crl.algorithm = signature_algorithm(sign, None).unwrap();
    crl.signature = [&[0], &keys.get(by).sign(sign, crl.crl().tbs()).unwrap()[..]].concat();
    crl.crl().der().to_vec()
}
