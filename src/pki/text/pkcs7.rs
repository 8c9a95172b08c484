//! PKCS #7 structures.
use std::io::Write as _;

use super::values::{Out, date, hex, put};
use crate::alg::{PrintFormat, Sign};
use crate::asn1::{oid, pem};
use crate::pki::name::{self, Order};
use crate::pki::pkcs7::{Attribute, Attributes, Pkcs7, SignerId};

/// What is printed of a signature. Empty parts are left out.
pub struct Signature<'a> {
    pub issuer: &'a [u8],
    pub serial: &'a [u8],
    pub key_id: &'a [u8],
    pub time: Option<i64>,
    pub sign: Option<Sign>,
    pub signed: Option<&'a Attributes>,
    pub unsigned: Option<&'a Attributes>,
}

/// Prints a signature. Its attributes are printed in the full format alone.
pub fn signature(s: &Signature<'_>, detail: PrintFormat) -> Vec<u8> {
    let mut out = Vec::new();
    print_signature(&mut out, s, detail);
    out
}

fn print_signature(out: &mut Out, s: &Signature<'_>, detail: PrintFormat) {
    if !s.issuer.is_empty() {
        let text = name::to_text(s.issuer, Order::Rfc4514);
        put!(out, "\tSigner's issuer DN: ");
        out.extend_from_slice(text.as_deref().unwrap_or(b"[error]"));
        out.push(b'\n');
    }
    if !s.serial.is_empty() {
        put!(out, "\tSigner's serial: {}\n", hex(s.serial));
    }
    if !s.key_id.is_empty() {
        put!(out, "\tSigner's issuer key ID: {}\n", hex(s.key_id));
    }
    if let Some(time) = s.time {
        put!(out, "\tSigning time: {}\n", date(time));
    }
    put!(out, "\tSignature Algorithm: {}\n", s.sign.map_or("(null)", Sign::name));
    if detail == PrintFormat::Full {
        for (label, list) in [("Signed", s.signed), ("Unsigned", s.unsigned)] {
            let Some(list) = list.filter(|list| !list.is_empty()) else { continue };
            put!(out, "\t{label} Attributes:\n");
            list.iter().for_each(|a| attribute(out, a));
        }
    }
    out.push(b'\n');
}

fn attribute(out: &mut Out, a: &Attribute) {
    if a.value().is_empty() {
        return;
    }
    let dotted = a.dotted().strip_suffix(&[0]).unwrap_or_default();
    put!(out, "\t\t");
    out.extend_from_slice(attribute_name(dotted).map_or(dotted, str::as_bytes));
    put!(out, ": {}\n", hex(a.value()));
}

/// The names of RFC 5652 section 11, RFC 5751 section 2.5 and RFC 2634, RFC 5035.
fn attribute_name(dotted: &[u8]) -> Option<&'static str> {
    Some(match dotted {
        b"1.2.840.113549.1.9.3" => "contentType",
        b"1.2.840.113549.1.9.4" => "messageDigest",
        b"1.2.840.113549.1.9.5" => "signingTime",
        b"1.2.840.113549.1.9.6" => "countersignature",
        b"1.2.840.113549.1.9.15" => "smimeCapabilities",
        b"1.2.840.113549.1.9.16.2.1" => "aa-receiptRequest",
        b"1.2.840.113549.1.9.16.2.2" => "aa-securityLabel",
        b"1.2.840.113549.1.9.16.2.3" => "aa-mlExpandHistory",
        b"1.2.840.113549.1.9.16.2.4" => "aa-contentHint",
        b"1.2.840.113549.1.9.16.2.7" => "aa-contentReference",
        b"1.2.840.113549.1.9.16.2.9" => "aa-equivalentLabels",
        b"1.2.840.113549.1.9.16.2.11" => "aa-encrypKeyPref",
        b"1.2.840.113549.1.9.16.2.12" => "aa-signingCertificate",
        b"1.2.840.113549.1.9.16.2.19" => "aa-ets-otherSigCert",
        b"1.2.840.113549.1.9.16.2.47" => "aa-signingCertificateV2",
        _ => return None,
    })
}

/// Prints the signatures, and in the full format certificates and CRLs as PEM.
pub fn pkcs7(p: &Pkcs7, detail: PrintFormat) -> Vec<u8> {
    let mut out = Vec::new();
    if !matches!(p.content_type(), oid::DATA | oid::DIGESTED_DATA)
        && let Some(id) = oid::to_text(p.content_type())
    {
        put!(out, "eContent Type: {id}\n");
    }
    put!(out, "Signers:\n");
    for i in 0..p.signer_count() {
        // What follows a signature that cannot be described is not printed, as in GnuTLS.
        let Ok(info) = p.signer(i) else { break };
        let (Ok(sign), Ok(signed), Ok(unsigned)) =
            (info.sign(), info.signed_attributes(), info.unsigned_attributes())
        else {
            break;
        };
        let (issuer, serial, key_id) = match info.id {
            SignerId::IssuerSerial(issuer, serial) => (issuer, serial, &[][..]),
            SignerId::KeyId(id) => (&[][..], &[][..], id),
        };
        let time = info.signing_time();
        let (signed, unsigned) = (Some(&signed), Some(&unsigned));
        let s = Signature { issuer, serial, key_id, time, sign: Some(sign), signed, unsigned };
        print_signature(&mut out, &s, detail);
    }
    if detail == PrintFormat::Full {
        for (what, label, list) in
            [("certificates", "CERTIFICATE", &p.certificates), ("CRLs", "X509 CRL", &p.crls)]
        {
            if list.is_empty() {
                continue;
            }
            put!(out, "Number of {what}: {}\n\n", list.len());
            for der in list.iter() {
                out.extend_from_slice(&pem::encode(label, der));
                out.push(b'\n');
            }
        }
    }
    out
}
