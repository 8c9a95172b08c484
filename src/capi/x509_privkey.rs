//! Private keys: `gnutls_x509_privkey_*`.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use super::abstract_keys::{fits, options};
use super::memory::{bytes_of, fill, given_datum, put};
use super::x509_crt_get::{give_datum, key_id};
use super::x509_keygen::generate_with;
use super::{guard, handle};
use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::asn1::pem;
use crate::crypto::keys::PrivateKey;
use crate::error::{Error, Result};
use crate::pki::keys::{self, Format};
use crate::pki::openssl_pem::from_openssl;
use zeroize::Zeroizing;

/// What a `gnutls_x509_privkey_t` points to.
#[derive(Default)]
pub struct X509Privkey {
    pub key: Option<PrivateKey>,
    pub pin: Pin,
    /// `gnutls_privkey_flags_t`.
    pub flags: c_uint,
}

/// The function that asks a person for the password of a key.
#[derive(Clone, Copy)]
pub struct Pin {
    pub function: gnutls_pin_callback_t,
    pub userdata: *mut c_void,
}

impl Default for Pin {
    fn default() -> Self {
        Pin { function: None, userdata: core::ptr::null_mut() }
    }
}

impl Pin {
    /// Reads a key; one that is encrypted without a password being given is asked for once.
    pub fn import(
        &self,
        data: &[u8],
        format: Format,
        password: Option<&[u8]>,
        flags: c_uint,
    ) -> Result<PrivateKey> {
        let may_ask = password.is_none() && flags & GNUTLS_PKCS_PLAIN == 0;
        match (keys::import_with_password(data, format, password, flags), self.function) {
            (Err(e), Some(ask)) if e.code() == GNUTLS_E_DECRYPTION_FAILED && may_ask => {
                let mut buffer = Zeroizing::new([0u8; GNUTLS_PKCS11_MAX_PIN_LEN as usize]);
                let (room, none) = (buffer.len(), 0);
                let target = buffer.as_mut_ptr().cast();
                // SAFETY: the program's own function; the buffer has the room it is told, the texts are constant.
                let code =
                    unsafe { ask(self.userdata, none, c"key:".as_ptr(), c"".as_ptr(), 0, target, room) };
                if code < 0 {
                    return Err(e);
                }
                let end = buffer.iter().position(|b| *b == 0).unwrap_or(room);
                keys::import_with_password(data, format, Some(&buffer[..end]), flags)
            }
            (result, _) => result,
        }
    }
}

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// The key behind a handle; one without content is `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `key` is NULL or a handle of this chapter.
pub unsafe fn privkey<'a>(key: gnutls_x509_privkey_t) -> Result<&'a PrivateKey> {
    // SAFETY: the caller's promise.
    unsafe { handle::get::<X509Privkey, _>(key) }?.key.as_ref().ok_or(INVALID)
}

/// # Safety
/// As [`privkey`].
pub unsafe fn fill_key(key: gnutls_x509_privkey_t, made: impl FnOnce() -> Result<PrivateKey>) -> Result<()> {
    // SAFETY: the caller's promise. The handle is not borrowed while a PIN function of the program runs.
    unsafe {
        handle::get::<X509Privkey, _>(key)?;
        let made = made()?;
        handle::get_mut::<X509Privkey, _>(key)?.key = Some(made);
    }
    Ok(())
}

/// Creates an empty key. Manual: `gnutls_x509_privkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_init(key: *mut gnutls_x509_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(key, X509Privkey::default()) })
}

/// Frees a key. Manual: `gnutls_x509_privkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_deinit(key: gnutls_x509_privkey_t) {
    // SAFETY: the manual's contract.
    guard::or((), || drop(unsafe { handle::take::<X509Privkey, _>(key) }));
}

/// The function that is asked for the password of an encrypted key. Manual: `gnutls_x509_privkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_pin_function(
    privkey: gnutls_x509_privkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(k) = unsafe { handle::get_mut::<X509Privkey, _>(privkey) } {
            k.pin = Pin { function: fn_, userdata };
        }
    });
}

/// Copies a key into an empty one. Manual: `gnutls_x509_privkey_cpy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_cpy(
    dst: gnutls_x509_privkey_t,
    src: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let key = privkey(src)?.clone();
        fill_key(dst, || Ok(key))
    })
}

/// An unencrypted key in DER or PEM. Manual: `gnutls_x509_privkey_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let bytes = given_datum(data)?;
        fill_key(key, || keys::import(bytes, Format::from_raw(format)))
    })
}

/// A key that may be encrypted, in any form that is known. `GNUTLS_E_DECRYPTION_FAILED` for a wrong or missing password.
/// Manual: `gnutls_x509_privkey_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import2(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (bytes, password) = (given_datum(data)?, bytes_of(password));
        let pin = handle::get::<X509Privkey, _>(key)?.pin;
        fill_key(key, || pin.import(bytes, Format::from_raw(format), password, flags))
    })
}

/// A PKCS #8 key, encrypted or not. Manual: `gnutls_x509_privkey_import_pkcs8`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_pkcs8(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (bytes, password) = (given_datum(data)?, bytes_of(password));
        fill_key(key, || keys::import_pkcs8(bytes, Format::from_raw(format), password, flags))
    })
}

/// A key under the PEM encryption of old OpenSSL. Manual: `gnutls_x509_privkey_import_openssl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_openssl(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    password: *const c_char,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (bytes, password) = (given_datum(data)?, bytes_of(password));
        fill_key(key, || from_openssl(bytes, password))
    })
}

/// A fresh key: `bits` of a modulus, or a curve by `GNUTLS_CURVE_TO_BITS` or its size.
pub fn generate(algo: gnutls_pk_algorithm_t, bits: c_uint) -> Result<PrivateKey> {
    PrivateKey::generate(Pk::from_raw(algo).ok_or(INVALID)?, bits)
}

/// Makes a fresh key. Manual: `gnutls_x509_privkey_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_generate(
    key: gnutls_x509_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill_key(key, || generate_with(algo, bits, flags, core::ptr::null(), 0)) })
}

/// The bytes of a key in its traditional form.
fn exported(key: &PrivateKey, format: gnutls_x509_crt_fmt_t) -> Result<Zeroizing<Vec<u8>>> {
    let (label, der) = keys::export(key)?;
    Ok(if format != GNUTLS_X509_FMT_DER { Zeroizing::new(pem::encode(label, &der)) } else { der })
}

/// The key in PKCS #1 or SEC 1 form (PKCS #8 for keys that have no other). Manual: `gnutls_x509_privkey_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&exported(privkey(key)?, format)?, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
    })
}

/// As [`gnutls_x509_privkey_export`]; the caller frees it. Manual: `gnutls_x509_privkey_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export2(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&exported(privkey(key)?, format)?, out) })
}

/// # Safety
/// As [`privkey`].
unsafe fn exported_pkcs8(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    password: Option<&[u8]>,
    flags: c_uint,
) -> Result<Zeroizing<Vec<u8>>> {
    // SAFETY: the caller's promise.
    let (own, held) = unsafe { (privkey(key)?, handle::get::<X509Privkey, _>(key)?) };
    let compat = held.flags & GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT != 0;
    let key = &if compat { own.with_seed(None) } else { own.clone() };
    let plain =
        (flags & GNUTLS_PKCS_PLAIN != 0 || password.is_none()) && flags & GNUTLS_PKCS_NULL_PASSWORD == 0;
    let (label, der) = if plain {
        ("PRIVATE KEY", keys::export_pkcs8_as(key, flags)?)
    } else {
        ("ENCRYPTED PRIVATE KEY", Zeroizing::new(keys::export_encrypted(key, password, flags)?))
    };
    Ok(if format != GNUTLS_X509_FMT_DER { Zeroizing::new(pem::encode(label, &der)) } else { der })
}

/// The key in PKCS #8, encrypted unless there is no password; `GNUTLS_PKCS_MLDSA_*` of `flags` choose the form of an
/// ML-DSA key. Manual: `gnutls_x509_privkey_export_pkcs8`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_pkcs8(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let bytes = exported_pkcs8(key, format, bytes_of(password), flags)?;
        fill(&bytes, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
    })
}

/// As [`gnutls_x509_privkey_export_pkcs8`]; the caller frees it. Manual: `gnutls_x509_privkey_export2_pkcs8`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export2_pkcs8(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&exported_pkcs8(key, format, bytes_of(password), flags)?, out) })
}

/// The key's algorithm. Manual: `gnutls_x509_privkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_pk_algorithm(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    unsafe { gnutls_x509_privkey_get_pk_algorithm2(key, core::ptr::null_mut()) }
}

/// The key's algorithm and bits; an empty key has algorithm 0. Manual: `gnutls_x509_privkey_get_pk_algorithm2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_pk_algorithm2(
    key: gnutls_x509_privkey_t,
    bits: *mut c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: the manual's contract.
        let key = unsafe { handle::get::<X509Privkey, _>(key)? };
        // SAFETY: the manual's contract.
        unsafe { put(bits, key.key.as_ref().map_or(0, PrivateKey::bits)) };
        Ok(key.key.as_ref().map_or(0, |k| k.pk().raw() as c_int))
    })
}

/// The identifier of the public half. Manual: `gnutls_x509_privkey_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_key_id(
    key: gnutls_x509_privkey_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&key_id(privkey(key)?.public().spki(), flags)?, output_data.cast(), output_data_size, false)
    })
}

/// The signature algorithm of a kind of key with a hash; EdDSA has but its own, for ML-DSA the hash does not matter.
pub fn sign_of(pk: Pk, digest: gnutls_digest_algorithm_t, pss: bool) -> Result<Sign> {
    let digest = Digest::from_raw(digest);
    match (pk, Sign::of_messages(pk)) {
        (_, Some(sign)) => match sign.inner_digest() {
            Some(own) if digest != Some(own) && !pk.is_mldsa() => Err(INVALID),
            _ => Ok(sign),
        },
        (Pk::Rsa, None) if pss => pss_sign(digest, true).ok_or(INVALID),
        (Pk::RsaPss, None) => pss_sign(digest, false).ok_or(INVALID),
        (pk, None) => Sign::from_pk_digest(pk, digest.ok_or(INVALID)?).ok_or(INVALID),
    }
}

fn pss_sign(digest: Option<Digest>, rsae: bool) -> Option<Sign> {
    Some(match (digest?, rsae) {
        (Digest::Sha256, true) => Sign::RsaPssRsaeSha256,
        (Digest::Sha384, true) => Sign::RsaPssRsaeSha384,
        (Digest::Sha512, true) => Sign::RsaPssRsaeSha512,
        (Digest::Sha256, false) => Sign::RsaPssSha256,
        (Digest::Sha384, false) => Sign::RsaPssSha384,
        (Digest::Sha512, false) => Sign::RsaPssSha512,
        _ => return None,
    })
}

/// Signs data. Flags as of `gnutls_privkey_sign_data`. Manual: `gnutls_x509_privkey_sign_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_sign_data(
    key: gnutls_x509_privkey_t,
    digest: gnutls_digest_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut c_void,
    signature_size: *mut usize,
) -> c_int {
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, data) = (privkey(key)?, given_datum(data)?);
        let sign = fits(sign_of(key.pk(), digest, pss)?, flags, true)?;
        fill(&key.sign_with(sign, data, options(flags))?, signature, signature_size, false)
    })
}

/// 0 if the numbers of the key belong together, `GNUTLS_E_ILLEGAL_PARAMETER` for a public half of another key; numbers that
/// make no key are never imported.
/// Manual: `gnutls_x509_privkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_verify_params(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { privkey(key)? }.verify_params())
}

/// The numbers that are derived are always there. Manual: `gnutls_x509_privkey_fix`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_fix(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { privkey(key) }.map(|_| ()))
}
