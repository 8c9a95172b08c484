#![no_main]
//! Chains that the input describes, and whether rustls-webpki finds a valid path in them where we do. What it cannot say (usages,
//! names of directories, mailboxes, version 1) is not in them.
#[path = "../../tests/support/issue.rs"]
mod issue;

use std::sync::OnceLock;

use gnutls_rs::alg::{Pk, Sign};
use gnutls_rs::asn1::oid;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::pki::cert::build::OwnExtension;
use gnutls_rs::pki::ext::{basic_constraints, name_constraints, values};
use gnutls_rs::pki::name::write;
use gnutls_rs::pki::verify::VerifyParams;
use gnutls_rs::pki::verify::hostname::TLS_SERVER;
use gnutls_rs::pki::verify::trust::TrustList;
use issue::{Issue, element};
use libfuzzer_sys::fuzz_target;

const NOW: i64 = 1_700_000_000;
const HOSTS: [&str; 8] =
    ["a.com", "www.a.com", "b.a.com", "x.b.a.com", "b.com", "nota.com", "a.com.b.com", "*.a.com"];
const TREES: [&str; 7] = ["a.com", ".a.com", "b.a.com", "com", "", "b.com", "x.b.a.com"];
const ADDRESSES: [&[u8]; 4] = [&[10, 0, 0, 1], &[10, 1, 0, 1], &[192, 0, 2, 1], &[0x20; 16]];
const RANGES: [&str; 5] = ["10.0.0.0/8", "10.0.0.0/16", "0.0.0.0/0", "2020::/16", "::/0"];
const CLIENT: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 2];

struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn below(&mut self, n: usize) -> usize {
        self.0.split_off_first().map_or(0, |b| usize::from(*b) % n)
    }
    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

fn keys() -> &'static [PrivateKey] {
    static KEYS: OnceLock<Vec<PrivateKey>> = OnceLock::new();
    KEYS.get_or_init(|| (0..5).map(|_| PrivateKey::generate(Pk::EddsaEd25519, 256).unwrap()).collect())
}

fn name(n: usize) -> Vec<u8> {
    write::append_text(write::EMPTY, format!("O={n}").as_bytes()).0.unwrap()
}

fn tree(input: &mut Input<'_>) -> Vec<u8> {
    match input.below(3) {
        0 => element(0x87, &name_constraints::network(input.one_of(&RANGES)).unwrap()),
        _ => element(0x82, input.one_of(&TREES).as_bytes()),
    }
}

fn alternative_names(input: &mut Input<'_>) -> Vec<u8> {
    let mut names = element(0x82, input.one_of(&HOSTS).as_bytes());
    for _ in 0..input.below(3) {
        names.extend(match input.below(3) {
            0 => element(0x87, input.one_of(&ADDRESSES)),
            _ => element(0x82, input.one_of(&HOSTS).as_bytes()),
        });
    }
    values::sequence(&[&names])
}

/// A certificate of these names: issuer and subject. Its keys are those of the names, mostly.
fn certificate(input: &mut Input<'_>, [issuer, subject]: [usize; 2], serial: u8) -> Vec<u8> {
    let [key, by] = [subject, issuer].map(|n| match input.below(8) {
        other @ 1..5 if n != 0 => other,
        _ => n,
    });
    let past = input.below(6) == 1;
    let mut extensions = Vec::new();
    let mut extend = |oid: &[u8], value| {
        extensions.push(OwnExtension { oid: oid.to_vec(), critical: true, value });
    };
    let (ca, path_len) = (subject != 4 && input.below(8) != 1, input.below(12));
    if subject != 4 {
        extend(
            oid::BASIC_CONSTRAINTS,
            basic_constraints::write(ca, (ca && path_len < 3 && path_len > 0).then_some(path_len as u32)),
        );
    } else {
        extend(oid::SUBJECT_ALT_NAME, alternative_names(input));
    }
    let limits =
        [(); 2].map(|()| (0..input.below(6).saturating_sub(3)).map(|_| tree(input)).collect::<Vec<_>>());
    if limits.iter().any(|l| !l.is_empty()) && subject != 4 {
        extend(oid::NAME_CONSTRAINTS, name_constraints::write(&limits[0], &limits[1]));
    }
    let purposes: &[&[u8]] = match input.below(8) {
        1 => &[TLS_SERVER],
        2 => &[CLIENT],
        3 => &[CLIENT, TLS_SERVER],
        _ => &[],
    };
    if !purposes.is_empty() {
        let list: Vec<Vec<u8>> = purposes.iter().map(|p| element(6, p)).collect();
        extend(
            oid::EXTENDED_KEY_USAGE,
            values::sequence(&list.iter().map(Vec::as_slice).collect::<Vec<_>>()),
        );
    }
    let not_after = if past { NOW - 10 } else { NOW + 1000 };
    let (serial, spki) = (vec![serial], issue::spki(&keys()[key]));
    let (subject, issuer) = (name(subject), name(issuer));
    Issue { serial, subject, issuer, not_before: NOW - 1000, not_after, spki, extensions, ..Issue::default() }
        .sign(Sign::EddsaEd25519, &keys()[by])
}

fn root() -> &'static Vec<u8> {
    static ROOT: OnceLock<Vec<u8>> = OnceLock::new();
    ROOT.get_or_init(|| certificate(&mut Input(&[]), [0, 0], 1))
}

fuzz_target!(|data: &[u8]| {
    let mut input = Input(data);
    let mut chain = Vec::new();
    let issuer = input.below(4);
    chain.push(certificate(&mut input, [issuer, 4], 2));
    for serial in 0..input.below(4) as u8 {
        let (issuer, subject) = (input.below(4), 1 + input.below(3));
        chain.push(certificate(&mut input, [issuer, subject], serial + 3));
    }
    let certs: Vec<Certificate> = chain.iter().map(|c| Certificate::from_der(c).unwrap()).collect();
    let mut list = TrustList::new();
    list.add(&Certificate::from_der(root()).unwrap());
    let host = input.one_of(&[
        "a.com",
        "www.a.com",
        "b.com",
        "10.0.0.1",
        "2020:2020:2020:2020:2020:2020:2020:2020",
        "",
    ]);
    let hostname = (!host.is_empty()).then_some(host);
    let bytes = hostname.map(str::as_bytes);
    let params = VerifyParams { now: NOW, purpose: Some(TLS_SERVER), hostname: bytes, ..Default::default() };
    let status = list.verify(&certs, &params);
    let theirs = issue::webpki_verdict([std::slice::from_ref(root()), &chain, &[]], NOW, hostname);
    // webpki counts CAs that issued themselves, and constrains their names (RFC 5280 sections 6.1.4 l and 6.1.3 b).
    let own = certs[1..].iter().any(Certificate::is_self_issued);
    assert!(status.is_empty() == theirs.is_ok() || own && status.is_empty(), "{status:?}, {theirs:?}");
});
