#![no_main]
//! Chains of three with extensions and CRLs from the input, so that what a CA says of policies, names and revocation is reached
//! without a signature that fits. The order of the chain does not decide the answer if there is only one path.
use std::sync::OnceLock;

use gnutls_rs::alg::{Pk, Sign};
use gnutls_rs::asn1::{der, oid};
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::pki::cert::build::{Draft, OwnExtension, extensions_der, signature_algorithm};
use gnutls_rs::pki::cert::{Certificate, canonical_spki};
use gnutls_rs::pki::crl::Crl;
use gnutls_rs::pki::ext::{basic_constraints, values};
use gnutls_rs::pki::name::write;
use gnutls_rs::pki::verify::VerifyParams;
use gnutls_rs::pki::verify::trust::TrustList;
use libfuzzer_sys::fuzz_target;

const NOW: i64 = 1_700_000_000;

/// What the input may say in a certificate, a CRL and an entry of one.
const OF_CERTIFICATES: [&[u8]; 8] = [
    oid::NAME_CONSTRAINTS,
    oid::CERTIFICATE_POLICIES,
    oid::POLICY_MAPPINGS,
    oid::POLICY_CONSTRAINTS,
    oid::INHIBIT_ANY_POLICY,
    oid::CRL_DISTRIBUTION_POINTS,
    oid::SUBJECT_ALT_NAME,
    oid::TLS_FEATURES,
];
const OF_CRLS: [&[u8]; 4] =
    [oid::ISSUING_DISTRIBUTION_POINT, oid::DELTA_CRL_INDICATOR, oid::CRL_NUMBER, oid::AUTHORITY_KEY_ID];
const OF_ENTRIES: [&[u8]; 2] = [oid::CERTIFICATE_ISSUER, oid::CRL_REASON];

fn key() -> &'static PrivateKey {
    static KEY: OnceLock<PrivateKey> = OnceLock::new();
    KEY.get_or_init(|| PrivateKey::generate(Pk::EddsaEd25519, 256).unwrap())
}

/// The extensions that the next bytes describe: number, then for each its type, its size and its content.
fn extensions(data: &mut &[u8], kinds: &[&[u8]]) -> Vec<OwnExtension> {
    let mut out = Vec::new();
    let Some(n) = data.split_off_first() else { return out };
    for _ in 0..n % 5 {
        let (Some(kind), Some(size)) = (data.split_off_first(), data.split_off_first()) else { break };
        let Some(value) = data.split_off(..usize::from(*size).min(data.len())) else { break };
        let oid = kinds[usize::from(*kind) % kinds.len()].to_vec();
        if !out.iter().any(|e: &OwnExtension| e.oid == oid) {
            out.push(OwnExtension { oid, critical: kind & 0x80 != 0, value: value.to_vec() });
        }
    }
    out
}

fn name(n: u8) -> Vec<u8> {
    write::append_text(write::EMPTY, format!("O={}", n % 4).as_bytes())
        .0
        .unwrap_or_else(|_| write::EMPTY.to_vec())
}

fn certificate(issuer: u8, subject: u8, mut extensions: Vec<OwnExtension>) -> Option<Certificate> {
    if subject != 3 {
        let value = basic_constraints::write(true, None);
        extensions.push(OwnExtension { oid: oid::BASIC_CONSTRAINTS.to_vec(), critical: true, value });
    }
    let mut draft = Draft {
        version: 3,
        serial: vec![subject + 1],
        issuer: name(issuer),
        subject: name(subject),
        not_before: der::time(NOW - 1000).ok()?,
        not_after: der::time(NOW + 1000).ok()?,
        spki: canonical_spki(key().public()),
        algorithm: signature_algorithm(Sign::EddsaEd25519, None).ok()?,
        extensions,
        ..Draft::default()
    };
    let signature = key().sign(Sign::EddsaEd25519, draft.certificate().tbs()).ok()?;
    draft.signature = [&[0], &signature[..]].concat();
    Certificate::from_der(draft.certificate().der()).ok()
}

fn crl(data: &mut &[u8]) -> Option<Crl> {
    use der::Write as _;
    let (issuer, serial) = (data.split_off_first()?, data.split_off_first()?);
    let (all, entry) = (extensions(data, &OF_CRLS), extensions(data, &OF_ENTRIES));
    let algorithm = signature_algorithm(Sign::EddsaEd25519, None).ok()?;
    let mut tbs = Vec::new();
    tbs.nested(der::SEQUENCE, |w| {
        w.unsigned(&[1]);
        w.extend_from_slice(&algorithm);
        w.extend_from_slice(&name(*issuer));
        w.extend_from_slice(&der::time(NOW - 1000).unwrap_or_default());
        w.nested(der::SEQUENCE, |w| {
            w.nested(der::SEQUENCE, |w| {
                w.unsigned(&[serial % 5]);
                w.extend_from_slice(&der::time(NOW - 1000).unwrap_or_default());
                w.extend_from_slice(&extensions_der(&entry));
            });
        });
        w.nested(der::context_constructed(0), |w| w.extend_from_slice(&extensions_der(&all)));
    });
    let signature = key().sign(Sign::EddsaEd25519, &tbs).ok()?;
    let mut bits = Vec::new();
    bits.bit_string(&signature);
    Crl::from_der(&values::sequence(&[&tbs, &algorithm, &bits])).ok()
}

fuzz_target!(|data: &[u8]| {
    let mut data = data;
    let mut chain = Vec::new();
    for (issuer, subject) in [(2, 3), (1, 2), (0, 1)] {
        let Some(cert) = certificate(issuer, subject, extensions(&mut data, &OF_CERTIFICATES)) else {
            return;
        };
        chain.push(cert);
    }
    let Some(root) = certificate(0, 0, extensions(&mut data, &OF_CERTIFICATES)) else { return };
    let mut list = TrustList::new();
    list.add(&root);
    let params = VerifyParams { now: NOW, ..Default::default() };
    let before = list.verify(&chain, &params);
    let mixed = [chain[0].clone(), chain[2].clone(), chain[1].clone()];
    assert_eq!(before, list.verify(&mixed, &params));
    let mut crls = 0;
    while let Some(crl) = crl(&mut data) {
        list.add_crl(crl, crls % 2 == 1);
        crls += 1;
        if crls == 4 {
            break;
        }
    }
    let after = list.verify(&chain, &params);
    assert_eq!(after, list.verify(&mixed, &params));
    // A CRL accepts nothing that was refused.
    assert!(before.is_empty() || !after.is_empty());
});
