//! Printing of certification requests.
use std::io::Write as _;

use crate::abi::*;
use crate::alg::{PrintFormat, Sign};
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::error::Error;
use crate::pki::cert::{Extension, canonical_spki};
use crate::pki::crq::Request;
use crate::pki::name;
use crate::pki::text::{
    Out, algorithm_id, extensions, failed, key_details, key_ids, named, put, salt_length,
};

pub fn request(q: &Request, detail: PrintFormat) -> Vec<u8> {
    let mut out = Out::with_capacity(2048);
    put!(out, "PKCS #10 Certificate Request Information:\n");
    match q.version {
        Some(version) => {
            put!(out, "\tVersion: {version}\n");
        }
        None => {
            failed(&mut out, "get_version", Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND));
        }
    }
    named(&mut out, "\tSubject:", "get_dn", &q.subject);
    let key = q.public_key();
    match &key {
        Ok(key) => {
            put!(out, "\tSubject Public Key Algorithm: {}\n", key.pk().name());
            key_details(&mut out, key, detail);
        }
        Err(_) if q.spki.is_empty() => {}
        Err(_) => {
            let id = || Reader::new(&q.spki).sequence().map_or("unknown".into(), |r| algorithm_id(r.rest()));
            let name = q.pk().map_or_else(id, |p| p.name().to_string());
            put!(out, "\tSubject Public Key Algorithm: {name}\n");
        }
    }
    let id = || algorithm_id(q.signature_algorithm_der());
    let sign = q.signature_algorithm().map_or_else(id, |s| s.name().to_string());
    put!(out, "\tSignature Algorithm: {sign}\n");
    if q.signature_algorithm().is_some_and(Sign::is_pss) {
        salt_length(&mut out, q.signature_algorithm_der());
    }
    attributes(&mut out, q);
    put!(out, "Other Information:\n");
    match &key {
        Ok(key) => {
            let spki = canonical_spki(key);
            key_ids(&mut out, &spki, "	");
        }
        Err(_) if q.spki.is_empty() => {}
        Err(e) => failed(&mut out, "get_key_id", *e),
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
            let list = match q.extensions() {
                Ok(list) => list,
                Err(e) => {
                    failed(out, "get_extension_info", e);
                    continue;
                }
            };
            put!(out, "\t\tExtensions:\n");
            for e in list {
                let e = Extension { oid: &e.oid, critical: e.critical, value: &e.value };
                extensions::print(out, &e, "\t\t\t");
            }
            continue;
        }
        let value = a.values.first().map_or(&[][..], |v| v);
        if a.oid == oid::CHALLENGE_PASSWORD {
            if passwords > 0 {
                put!(out, "warning: more than one Challenge password attribute\n");
            }
            passwords += 1;
            match Reader::new(value).any() {
                Ok(e) => {
                    put!(out, "\t\tChallenge password: ");
                    out.extend_from_slice(&name::text_or_hex(&e));
                    put!(out, "\n");
                }
                Err(e) => failed(out, "get_challenge_password", e),
            }
            continue;
        }
        put!(out, "\t\tUnknown attribute {}:\n", oid::to_text(&a.oid).unwrap_or_default());
        extensions::dump(out, value, "\t\t\t");
    }
}
