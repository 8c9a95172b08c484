//! Printing of certificates and CRLs in GnuTLS's format.
//!
//! [`certificate`] follows the order of the printed text.
pub mod extensions;
pub mod ocsp;
pub mod pkcs7;
pub mod random_art;
pub mod request;
mod values;

use std::io::Write as _;

use self::extensions::unknown;
pub use self::values::krb5;
pub(in crate::pki) use self::values::short_date;
pub(in crate::pki) use self::values::{Out, failed, put};
use self::values::{block, date, hex, why};
use crate::abi::*;
use crate::alg::flags::{KeyUsage, VerifyFlags};
use crate::alg::{Digest, Pk, PrintFormat};
use crate::asn1::{der, oid, pem};
use crate::crypto::hash;
use crate::crypto::keys::PublicKey;
use crate::error::{Error, Result};
use crate::pki::cert::{Certificate, canonical_spki, pss_parameters};
use crate::pki::crl::Crl;
use crate::pki::name::{self, Order};
use crate::pki::verify::profile;

pub fn certificate(c: &Certificate, detail: PrintFormat) -> Vec<u8> {
    let mut out = Vec::with_capacity(4096);
    match detail {
        PrintFormat::OneLine => one_line(&mut out, c),
        PrintFormat::Compact => {
            one_line(&mut out, c);
            put!(out, "\n");
            if let Ok(key) = c.public_key() {
                key_ids(&mut out, &canonical_spki(&key), "\t");
            }
        }
        _ => {
            put!(out, "X.509 Certificate Information:\n");
            body(&mut out, c, detail);
            put!(out, "Other Information:\n");
            if detail != PrintFormat::UnsignedFull {
                put!(out, "\tFingerprint:\n");
                if c.is_unsigned() {
                    not_set(&mut out, "get_fingerprint");
                } else {
                    digests(&mut out, c.der(), "\t\t");
                }
            }
            certificate_key_ids(&mut out, c);
        }
    }
    out
}

fn body(out: &mut Out, c: &Certificate, detail: PrintFormat) {
    put!(out, "\tVersion: {}\n", c.version());
    if c.serial().is_empty() {
        not_set(out, "get_serial");
    } else {
        put!(out, "\tSerial Number (hex): {}\n", hex(c.serial()));
    }
    if detail != PrintFormat::UnsignedFull {
        named(out, "\tIssuer:", "get_issuer_dn", c.issuer());
    }
    put!(
        out,
        "\tValidity:\n\t\tNot Before: {}\n\t\tNot After: {}\n",
        known_date(c.not_before()),
        known_date(c.not_after())
    );
    named(out, "\tSubject:", "get_dn", c.subject());
    public_key(out, c, detail);
    for (label, id) in [("Issuer", c.issuer_unique_id()), ("Subject", c.subject_unique_id())] {
        // GnuTLS prints nothing for an invalid unique ID; only its getter reports the error.
        if let Some(Ok(id)) = id {
            put!(out, "\t{label} Unique ID:\n");
            block(out, id, "\t\t\t");
        }
    }
    if c.extensions().len() > 0 && c.version() >= 3 {
        put!(out, "\tExtensions:\n");
        for e in c.extensions() {
            extensions::print(out, &e, "\t\t");
        }
    }
    if detail != PrintFormat::UnsignedFull {
        signature(out, c.signature_algorithm_der(), c.signature(), true);
    }
}

/// Prints a label and a name. Nothing follows the label if the name is empty.
pub(in crate::pki) fn named(out: &mut Out, label: &str, getter: &str, name: &[u8]) {
    match name::to_text(name, Order::Rfc4514) {
        Ok(text) => {
            put!(out, "{label} ");
            out.extend_from_slice(&text);
            out.push(b'\n');
        }
        Err(e) if e.code() == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE => {
            put!(out, "{label}\n");
        }
        Err(e) => failed(out, getter, e),
    }
}

/// Prints the error of a field that is not set in a certificate that is being built.
fn not_set(out: &mut Out, getter: &str) {
    failed(out, getter, Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND));
}

/// The date, or "unknown" if it is not set or invalid.
fn known_date(time: i64) -> String {
    if time == -1 { "unknown".into() } else { date(time) }
}

fn public_key(out: &mut Out, c: &Certificate, detail: PrintFormat) {
    if c.spki_der().is_empty() {
        return;
    }
    let Ok(key) = c.public_key() else {
        let name = c.pk().map_or_else(|| algorithm_id(spki_id(c)), |p| p.name().to_string());
        put!(out, "\tSubject Public Key Algorithm: {name}\n");
        return;
    };
    put!(out, "\tSubject Public Key Algorithm: {}\n", key.pk().name());
    key_details(out, &key, detail);
}

/// The AlgorithmIdentifier of a certificate's key.
fn spki_id(c: &Certificate) -> &[u8] {
    der::Reader::new(c.spki_der()).sequence().map_or(&[], |r| r.rest())
}

/// The dotted identifier of the AlgorithmIdentifier at the start of the bytes.
pub(in crate::pki) fn algorithm_id(algorithm: &[u8]) -> String {
    let id = der::Reader::new(algorithm).sequence().and_then(|mut r| r.oid());
    id.ok().and_then(oid::to_text).unwrap_or_else(|| "unknown".into())
}

/// Prints the security level, parameters and numbers of a key.
pub(in crate::pki) fn key_details(out: &mut Out, key: &PublicKey, detail: PrintFormat) {
    key_level(out, key);
    if let Some(p) = key.pss_params() {
        put!(
            out,
            "\t\tParameters:\n\t\t\tHash Algorithm: {}\n\t\t\tSalt Length: {}\n",
            p.digest.name(),
            p.salt
        );
    }
    key_numbers(out, key, detail);
}

fn key_level(out: &mut Out, key: &PublicKey) {
    put!(
        out,
        "\tAlgorithm Security Level: {} ({} bits)\n",
        profile::name_of(key.pk(), key.bits()),
        key.bits()
    );
}

/// Prints the numbers of a key.
fn key_numbers(out: &mut Out, key: &PublicKey, detail: PrintFormat) {
    if let Some((modulus, exponent)) = key.rsa_components() {
        number(out, &format!("Modulus (bits {}):", key.bits()), modulus, detail);
        // The size of the exponent is its DER size in bytes times 8, including a leading zero byte.
        let top = usize::from(exponent.first().is_some_and(|b| b & 0x80 != 0)) * 8;
        number(out, &format!("Exponent (bits {}):", exponent.len() * 8 + top), exponent, detail);
    } else if let Some(n) = key.dsa_components() {
        number(out, &format!("Public key (bits {}):", key.bits()), &n.y, detail);
        for (label, value) in [("P:", &n.p), ("Q:", &n.q), ("G:", &n.g)] {
            number(out, label, value, detail);
        }
    } else if let (Some(curve), Some(point)) = (key.curve(), key.point()) {
        put!(out, "\t\tCurve:\t{}\n", curve.name());
        if let Some((params, x, y)) = key.gost_components() {
            let set = params.set.name().to_str().unwrap_or("Unknown");
            put!(out, "\t\tDigest:\t{}\n\t\tParamSet: {set}\n", params.digest.name());
            for (label, value) in [("X:", x), ("Y:", y)] {
                let value: Vec<u8> = value.into_iter().rev().collect();
                raw_number(out, label, der::strip_zeros(&value), detail);
            }
        } else if key.pk() == Pk::Ecdsa {
            let (x, y) = point.get(1..).unwrap_or(&[]).split_at(point.len().saturating_sub(1) / 2);
            number(out, "X:", der::strip_zeros(x), detail);
            number(out, "Y:", der::strip_zeros(y), detail);
        } else {
            raw_number(out, "X:", point, detail);
        }
    }
}

/// Prints a public key and its key usage (empty if it is not restricted).
pub fn public_key_info(key: &PublicKey, usage: KeyUsage, detail: PrintFormat) -> Vec<u8> {
    let mut out = Vec::new();
    put!(out, "Public Key Information:\n\tPublic Key Algorithm: {}\n", key.pk().name());
    key_level(&mut out, key);
    key_numbers(&mut out, key, detail);
    put!(out, "\n");
    if !usage.is_empty() {
        put!(out, "Public Key Usage:\n");
        extensions::usages(&mut out, usage, "\t");
    }
    key_ids(&mut out, &canonical_spki(key), "");
    out
}

/// Prints a number with a leading zero byte if its highest bit is set.
fn number(out: &mut Out, label: &str, value: &[u8], detail: PrintFormat) {
    let mut bytes = Vec::with_capacity(value.len() + 1);
    if value.first().is_some_and(|b| b & 0x80 != 0) {
        bytes.push(0);
    }
    bytes.extend_from_slice(value);
    raw_number(out, label, &bytes, detail);
}

fn raw_number(out: &mut Out, label: &str, bytes: &[u8], detail: PrintFormat) {
    if detail == PrintFormat::FullNumbers {
        put!(out, "\t\t{label} {}\n", hex(bytes));
    } else {
        put!(out, "\t\t{label}\n");
        block(out, bytes, "\t\t\t");
    }
}

/// Prints the salt length of RSA-PSS. GnuTLS prints it for certificates and requests, but not for CRLs.
pub(in crate::pki) fn salt_length(out: &mut Out, algorithm: &[u8]) {
    if let Ok(p) = pss_parameters(algorithm) {
        put!(out, "\t\tSalt Length: {}\n", p.salt_len);
    }
}

fn signature(out: &mut Out, algorithm: &[u8], bytes: Result<&[u8]>, salt: bool) {
    match crate::pki::cert::signature_algorithm(algorithm) {
        Some(sign) => {
            put!(out, "\tSignature Algorithm: {}\n", sign.name());
            if salt {
                salt_length(out, algorithm);
            }
            if profile::is_broken(sign, VerifyFlags::empty()) {
                put!(out, "warning: signed using a broken signature algorithm that can be forged.\n");
            }
        }
        None => {
            put!(out, "\tSignature Algorithm: {}\n", algorithm_id(algorithm));
        }
    }
    match bytes {
        Ok(bytes) => {
            put!(out, "\tSignature:\n");
            block(out, bytes, "\t\t");
        }
        Err(e) => failed(out, "get_signature", e),
    }
}

/// Prints the digests of `bytes`, one per line.
fn digests(out: &mut Out, bytes: &[u8], indent: &str) {
    for (label, digest) in [("sha1", Digest::Sha1), ("sha256", Digest::Sha256)] {
        if let Ok(d) = hash::digest(digest, bytes) {
            put!(out, "{indent}{label}:{}\n", hex(&d));
        }
    }
}

fn certificate_key_ids(out: &mut Out, c: &Certificate) {
    match c.public_key() {
        Ok(key) => key_ids(out, &canonical_spki(&key), "\t"),
        Err(e) if c.pk().is_some() && !c.spki_der().is_empty() => {
            put!(out, "error importing public key: {}\n", why(e));
        }
        Err(_) => {}
    }
}

/// Prints the key IDs, which are digests of the SubjectPublicKeyInfo.
pub(in crate::pki) fn key_ids(out: &mut Out, spki: &[u8], indent: &str) {
    put!(out, "{indent}Public Key ID:\n");
    digests(out, spki, &format!("{indent}\t"));
    if let Some(pin) = pin(spki) {
        put!(out, "{indent}Public Key PIN:\n{indent}\tpin-sha256:{pin}\n");
    }
}

/// The SHA-256 of the SubjectPublicKeyInfo in base64 (RFC 7469).
fn pin(spki: &[u8]) -> Option<String> {
    let digest = hash::digest(Digest::Sha256, spki).ok()?;
    String::from_utf8(pem::base64_encode(&digest)).ok()
}

fn one_line(out: &mut Out, c: &Certificate) {
    for (label, name) in [("subject", c.subject()), ("issuer", c.issuer())] {
        match name::to_text(name, Order::Rfc4514) {
            Ok(text) => {
                put!(out, "{label} `");
                out.extend_from_slice(&text);
                put!(out, "', ");
            }
            Err(e) if e.code() == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE => {
                put!(out, "no {label},");
            }
            Err(e) => {
                put!(out, "unknown {label} ({}), ", why(e));
            }
        }
    }
    put!(out, "serial 0x{}, ", hex(c.serial()));
    match c.public_key() {
        Ok(key) => {
            put!(out, "{} key {} bits, ", key.pk().name(), key.bits());
        }
        Err(_) => {
            put!(out, "{} key 0 bits, ", algorithm_id(spki_id(c)));
        }
    }
    match c.signature_algorithm() {
        Some(s) if profile::is_broken(s, VerifyFlags::empty()) => {
            put!(out, "signed using {} (broken!), ", s.name());
        }
        Some(s) => {
            put!(out, "signed using {}, ", s.name());
        }
        None => {
            put!(out, "signed using {}, ", algorithm_id(c.signature_algorithm_der()));
        }
    }
    put!(out, "activated `{}', expires `{}', ", short_date(c.not_before()), short_date(c.not_after()));
    if let Some(Ok(proxy)) = c.extension(oid::PROXY_CERT_INFO).map(|e| crate::pki::ext::proxy::read(e.value))
    {
        let language = oid::to_text(proxy.language).unwrap_or_default();
        put!(out, "proxy certificate (policy={}", extensions::proxy_language(&language));
        if let Some(n) = proxy.path_len {
            put!(out, ", pathlen={n}");
        }
        put!(out, "), ");
    }
    if let Some(pin) = c.public_key().ok().and_then(|key| pin(&canonical_spki(&key))) {
        put!(out, "pin-sha256=\"{pin}\"");
    }
}

/// Prints a CRL, which has only one format.
pub fn crl(list: &Crl) -> Vec<u8> {
    let mut out = Vec::new();
    put!(out, "X.509 Certificate Revocation List Information:\n");
    match list.version() {
        Ok(n) => {
            put!(out, "\tVersion: {n}\n");
        }
        Err(e) => failed(&mut out, "get_version", e),
    }
    named(&mut out, "\tIssuer:", "get_issuer_dn", list.issuer());
    put!(out, "\tUpdate dates:\n\t\tIssued: {}\n", date(list.this_update()));
    match list.next_update() {
        Some(t) => {
            put!(out, "\t\tNext at: {}\n", date(t));
        }
        None => {
            put!(out, "\t\tNo next update time.\n");
        }
    }
    let extensions = list.extensions();
    if list.version().is_ok_and(|n| n >= 2) && extensions.len() > 0 {
        put!(out, "\tExtensions:\n");
        for e in extensions {
            let critical = if e.critical { "critical" } else { "not critical" };
            if e.oid == oid::CRL_NUMBER {
                match der::Reader::new(e.value).integer() {
                    Ok(n) => {
                        put!(out, "\t\tCRL Number ({critical}): {}\n", hex(n));
                    }
                    Err(e) => failed(&mut out, "get_crl_number", e),
                }
            } else if e.oid == oid::AUTHORITY_KEY_ID {
                extensions::print(&mut out, &e, "\t\t");
            } else {
                unknown(&mut out, &e, "\t\t");
            }
        }
    }
    let count = list.count();
    if count > 0 {
        put!(out, "\tRevoked certificates ({count}):\n");
        for e in list.entries() {
            put!(out, "\t\tSerial Number (hex): {}\n\t\tRevoked at: {}\n", hex(e.serial), date(e.time));
        }
    } else {
        put!(out, "\tNo revoked certificates.\n");
    }
    signature(&mut out, list.signature_algorithm_der(), list.signature(), false);
    out
}
