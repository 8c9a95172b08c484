//! Certification requests in print.
use std::io::Write as _;

use super::cert::{Extension, canonical_spki};
use super::name;
use super::request::Request;
use super::text::{Detail, Out, ascii, hex, key_details, key_ids, named, put};
use super::text_extensions;
use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::oid;

pub fn request(q: &Request, detail: Detail) -> Vec<u8> {
    let mut out = Out::with_capacity(2048);
    put!(out, "PKCS #10 Certificate Request Information:\n");
    match q.version {
        Some(version) => {
            put!(out, "\tVersion: {version}\n");
        }
        None => {
            let why = crate::error::table::entry(GNUTLS_E_ASN1_VALUE_NOT_FOUND).map_or("", |e| e.text());
            put!(out, "error: get_version: {why}\n");
        }
    }
    named(&mut out, "\tSubject:", &q.subject);
    let key = q.public_key();
    match &key {
        Ok(key) => {
            put!(out, "\tSubject Public Key Algorithm: {}\n", key.pk().name());
            key_details(&mut out, key, detail);
        }
        Err(_) if q.spki.is_empty() => {}
        Err(_) => {
            let known = q.pk().map(|p| p.name().to_string());
            let id =
                || Reader::new(&q.spki).sequence().ok()?.sequence().ok()?.oid().ok().and_then(oid::to_text);
            let name = known.or_else(id).unwrap_or_else(|| "unknown".into());
            put!(out, "\tSubject Public Key Algorithm: {name}\n");
        }
    }
    put!(out, "\tSignature Algorithm: {}\n", q.signature_algorithm().map_or("unknown", |s| s.name()));
    attributes(&mut out, q);
    put!(out, "Other Information:\n");
    match &key {
        Ok(key) => {
            let spki = canonical_spki(key);
            key_ids(&mut out, &spki, "	");
        }
        Err(_) if q.spki.is_empty() => {}
        Err(e) => {
            let why = crate::error::table::entry(e.code()).map_or("", |e| e.text());
            put!(out, "error: get_key_id: {why}\n");
        }
    }
    out
}

fn attributes(out: &mut Out, q: &Request) {
    let mut passwords = 0;
    for (i, a) in q.attributes.iter().enumerate() {
        if i == 0 {
            put!(out, "\tAttributes:\n");
        }
        if a.oid == oid::EXTENSION_REQUEST {
            put!(out, "\t\tExtensions:\n");
            for e in q.extensions().unwrap_or_default() {
                let e = Extension { oid: &e.oid, critical: e.critical, value: &e.value };
                text_extensions::print(out, &e, "\t\t\t");
            }
            continue;
        }
        let value = a.values.first().map_or(&[][..], |v| v);
        if a.oid == oid::CHALLENGE_PASSWORD {
            if passwords > 0 {
                put!(out, "warning: more than one Challenge password attribute\n");
            }
            passwords += 1;
            let text = Reader::new(value).any().ok().and_then(|e| name::plain_text(&e)).unwrap_or_default();
            put!(out, "\t\tChallenge password: ");
            out.extend_from_slice(&text);
            put!(out, "\n");
            continue;
        }
        put!(out, "\t\tUnknown attribute {}:\n\t\t\tASCII: ", oid::to_text(&a.oid).unwrap_or_default());
        out.extend_from_slice(&ascii(value));
        put!(out, "\n\t\t\tHexdump: {}\n", hex(value));
    }
}
