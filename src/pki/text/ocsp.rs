//! Printing of OCSP requests and responses.
use std::io::Write as _;

use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::alg::{Digest, PrintFormat};
use crate::asn1::{oid, pem};
use crate::error::{Error, Result};
use crate::pki::cert::Extension;
use crate::pki::name::{self, Order};
use crate::pki::ocsp::cert_id::CertificateId;
use crate::pki::ocsp::request::Request;
use crate::pki::ocsp::{Answer, Responder, Response, SUCCESSFUL, Statement};
use crate::pki::text::values::{block, date, hex};
use crate::pki::text::{Out, certificate, extensions, failed, put};
use crate::pki::verify::profile;

pub fn request(q: &Request) -> Vec<u8> {
    let mut out = Out::new();
    put!(out, "OCSP Request Information:\n");
    version(&mut out, q.version());
    put!(out, "\tRequest List:\n");
    for i in 0.. {
        let Some(id) = q.asked(i) else { break };
        put!(out, "\t\tCertificate ID:\n");
        match id.complete() {
            Ok(id) => certificate_id(&mut out, &id),
            Err(e) => failed(&mut out, "get_cert_id", e),
        }
    }
    for i in 0.. {
        let Some(e) = q.extension(i) else { break };
        if i == 0 && !e.value.is_empty() {
            put!(out, "\tExtensions:\n");
        }
        extension(&mut out, &e, q.nonce());
    }
    out
}

/// The full form has the signature and the certificates as well.
pub fn response(r: &Response, full: bool) -> Vec<u8> {
    let mut out = Out::new();
    put!(out, "OCSP Response Information:\n");
    let Some(text) = code_name(r.code()) else {
        failed(&mut out, "ocsp_resp_get_status", Error::new(GNUTLS_E_UNEXPECTED_PACKET));
        return out;
    };
    put!(out, "\tResponse Status: {text}\n");
    let Some((kind, _)) = r.body().filter(|_| r.code() == SUCCESSFUL) else { return out };
    if kind != oid::OCSP_BASIC {
        let kind = oid::to_text(kind).unwrap_or_default();
        put!(out, "\tResponse Type: Unknown response type ({kind})\n");
        return out;
    }
    put!(out, "\tResponse Type: Basic OCSP Response\n");
    version(&mut out, r.version());
    responder(&mut out, r);
    match r.produced_at() {
        Ok(time) if time != -1 => {
            put!(out, "\tProduced At: {}\n", date(time));
        }
        _ => {
            put!(out, "error: ocsp_resp_get_produced\n");
        }
    }
    put!(out, "\tResponses:\n");
    for a in r.answers() {
        answer(&mut out, &a);
    }
    put!(out, "\tExtensions:\n");
    for e in r.extensions() {
        extension(&mut out, &e, r.nonce());
    }
    signature_algorithm(&mut out, r);
    if full {
        signature(&mut out, r);
        certificates(&mut out, r);
    }
    out
}

/// The text of an OCSPResponseStatus (RFC 6960 section 4.2.1).
fn code_name(code: u32) -> Option<&'static str> {
    Some(match code {
        SUCCESSFUL => "Successful",
        1 => "malformedRequest",
        2 => "internalError",
        3 => "tryLater",
        5 => "sigRequired",
        6 => "unauthorized",
        _ => return None,
    })
}

fn version(out: &mut Out, version: Result<u8>) {
    match version {
        Ok(n) => {
            put!(out, "\tVersion: {n}\n");
        }
        Err(e) => failed(out, "get_version", e),
    }
}

fn responder(out: &mut Out, r: &Response) {
    match r.responder() {
        Ok(Responder::Name(name)) => match name::to_text(name, Order::Rfc4514) {
            Ok(text) => {
                put!(out, "\tResponder ID: ");
                out.extend_from_slice(&text);
                put!(out, "\n");
            }
            Err(e) if e.code() == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE => {}
            Err(e) => failed(out, "get_responder2", e),
        },
        Ok(Responder::Key(hash)) if !hash.is_empty() => {
            put!(out, "\tResponder Key ID: {}\n", hex(hash));
        }
        _ => {}
    }
}

fn certificate_id(out: &mut Out, id: &CertificateId<'_>) {
    put!(out, "\t\t\tHash Algorithm: {}\n", id.hash().map_or("(null)", Digest::name));
    put!(out, "\t\t\tIssuer Name Hash: {}\n", hex(id.issuer_name));
    put!(out, "\t\t\tIssuer Key Hash: {}\n", hex(id.issuer_key));
    put!(out, "\t\t\tSerial Number: {}\n", hex(id.serial));
}

fn answer(out: &mut Out, a: &Answer<'_>) {
    put!(out, "\t\tCertificate ID:\n");
    match a.id.complete() {
        Ok(id) => certificate_id(out, &id),
        Err(e) => return failed(out, "get_singleresponse", e),
    }
    let status = match a.statement {
        Statement::Good => "good",
        Statement::Revoked { .. } => "revoked",
        Statement::Unknown => "unknown",
    };
    put!(out, "\t\tCertificate Status: {status}\n");
    let mut time = |label: &str, getter: &str, time: i64| {
        if time == -1 {
            put!(out, "error: {getter}\n");
        } else {
            put!(out, "\t\t{label}: {}\n", date(time));
        }
    };
    if let Statement::Revoked { time: at, .. } = a.statement {
        time("Revocation time", "revocation_time", at);
    }
    time("This Update", "this_update", a.this_update);
    if let Some(next) = a.next_update.filter(|t| *t != -1) {
        time("Next Update", "next_update", next);
    }
}

/// `nonce` is the first nonce, which is printed for all of them.
fn extension(out: &mut Out, e: &Extension<'_>, nonce: Result<(bool, &[u8])>) {
    if e.value.is_empty() {
        return failed(out, "get_extension", Error::new(GNUTLS_E_ASN1_DER_ERROR));
    }
    if e.oid != oid::OCSP_NONCE {
        return extensions::unknown(out, e, "\t\t");
    }
    match nonce {
        Ok((critical, nonce)) => {
            put!(out, "\t\tNonce{}: {}\n", if critical { " (critical)" } else { "" }, hex(nonce));
        }
        Err(e) => failed(out, "get_nonce", e),
    }
}

fn signature_algorithm(out: &mut Out, r: &Response) {
    match r.signature_algorithm() {
        Ok(Some(sign)) => {
            put!(out, "\tSignature Algorithm: {}\n", sign.name());
            if profile::is_broken(sign, VerifyFlags::ALLOW_SIGN_WITH_SHA1) {
                put!(out, "warning: signed using a broken signature algorithm that can be forged.\n");
            }
        }
        Ok(None) => {
            put!(out, "\tSignature Algorithm: unknown\n");
        }
        Err(e) => failed(out, "get_signature_algorithm", e),
    }
}

fn signature(out: &mut Out, r: &Response) {
    match r.signature() {
        Ok(bytes) => {
            put!(out, "\tSignature:\n");
            block(out, bytes, "\t\t");
        }
        Err(e) => failed(out, "get_signature", e),
    }
}

fn certificates(out: &mut Out, r: &Response) {
    let list = match r.all_certificates() {
        Ok(list) => list,
        Err(e) => return failed(out, "get_certs", e),
    };
    for (i, c) in list.iter().enumerate() {
        if i == 0 {
            put!(out, "\tAdditional certificates:\n");
        }
        out.extend_from_slice(&certificate(c, PrintFormat::Full));
        out.extend_from_slice(&pem::encode("CERTIFICATE", c.der()));
    }
}
