//! What a key restricts its use to (`gnutls_x509_spki_*`), how a key file is encrypted, and keys made with parameters.
use core::ffi::{c_char, c_int, c_uint, c_void};

use super::abstract_keys::{privkey, replace_own};
use super::abstract_public::{Pubkey, pubkey};
use super::memory::{self, datum_bytes, put, slice_mut};
use super::x509_crt_get::crt;
use super::x509_privkey::{X509Privkey, generate, privkey as x509_privkey};
use super::{guard, handle};
use crate::abi::*;
use crate::alg::Digest;
use crate::crypto::keys::{PrivateKey, PssParams, PublicKey, RsaUse};
use crate::error::{Error, Result, err};
use crate::pki::keys::{Format, encryption_of};
use crate::pki::level;
use crate::pki::pbe;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// What a `gnutls_x509_spki_t` points to: the restrictions of an RSA-PSS key, if there are any.
#[derive(Default)]
struct Spki(Option<(Digest, u32)>);

/// Creates empty restrictions. Manual: `gnutls_x509_spki_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_init(spki: *mut gnutls_x509_spki_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(spki, Spki::default()) })
}

/// Frees restrictions. Manual: `gnutls_x509_spki_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_deinit(spki: gnutls_x509_spki_t) {
    // SAFETY: the manual's contract.
    guard::or((), || drop(unsafe { handle::take::<Spki, _>(spki) }));
}

/// Digest and salt of RSA-PSS; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` without. Manual: `gnutls_x509_spki_get_rsa_pss_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_get_rsa_pss_params(
    spki: gnutls_x509_spki_t,
    dig: *mut gnutls_digest_algorithm_t,
    salt_size: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (digest, salt) = handle::get::<Spki, _>(spki)?.0.ok_or(NOT_THERE)?;
        put(dig, digest.raw());
        put(salt_size, salt);
        Ok(())
    })
}

/// Restricts to RSA-PSS with a digest and a salt. Manual: `gnutls_x509_spki_set_rsa_pss_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_set_rsa_pss_params(
    spki: gnutls_x509_spki_t,
    dig: gnutls_digest_algorithm_t,
    salt_size: c_uint,
) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(s) = unsafe { handle::get_mut::<Spki, _>(spki) } {
            s.0 = Digest::from_raw(dig).map(|d| (d, salt_size));
        }
    });
}

/// Copies the restrictions of a key.
///
/// # Safety
/// `spki` is NULL or a handle of this chapter.
unsafe fn get(key: &PublicKey, spki: gnutls_x509_spki_t) -> Result<()> {
    // SAFETY: the caller's promise.
    let slot = unsafe { handle::get_mut::<Spki, _>(spki)? };
    let found = key.pss_params().ok_or(NOT_THERE)?;
    slot.0 = Some((found.digest, found.salt as u32));
    Ok(())
}

/// The restrictions to set.
///
/// # Safety
/// As [`get`].
pub unsafe fn wanted(spki: gnutls_x509_spki_t) -> Result<(Digest, u32)> {
    // SAFETY: the caller's promise.
    unsafe { handle::get::<Spki, _>(spki)? }.0.ok_or(INVALID)
}

fn restricted(key: &PrivateKey, (digest, salt): (Digest, u32)) -> Result<PrivateKey> {
    key.for_use(&RsaUse::Pss(Some(PssParams { digest, salt: salt as usize })))
}

/// The restrictions of a certificate's key. Manual: `gnutls_x509_crt_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_spki(
    cert: gnutls_x509_crt_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { get(&crt(cert)?.public_key()?, spki) })
}

/// The restrictions of a key. Manual: `gnutls_x509_privkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_spki(
    key: gnutls_x509_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { get(x509_privkey(key)?.public(), spki) })
}

/// Restricts an RSA key. Manual: `gnutls_x509_privkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_spki(
    key: gnutls_x509_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let made = restricted(x509_privkey(key)?, wanted(spki)?)?;
        handle::get_mut::<X509Privkey, _>(key)?.key = Some(made);
        Ok(())
    })
}

/// The restrictions of a key. Manual: `gnutls_privkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_spki(
    privkey: gnutls_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { get(self::privkey(privkey)?.own().ok_or(INVALID)?.public(), spki) })
}

/// Restricts an RSA key. Manual: `gnutls_privkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_spki(
    privkey: gnutls_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let made = restricted(self::privkey(privkey)?.own().ok_or(INVALID)?, wanted(spki)?)?;
        replace_own(privkey, made)
    })
}

/// The restrictions of a key. Manual: `gnutls_pubkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_spki(
    pubkey: gnutls_pubkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { get(self::pubkey(pubkey)?, spki) })
}

/// Restricts an RSA key. Manual: `gnutls_pubkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_spki(
    pubkey: gnutls_pubkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (digest, salt) = wanted(spki)?;
        let made =
            self::pubkey(pubkey)?.for_use(&RsaUse::Pss(Some(PssParams { digest, salt: salt as usize })))?;
        handle::get_mut::<Pubkey, _>(pubkey)?.key = Some(made);
        Ok(())
    })
}

/// A fresh key with the parameters in `data`; keys that can be proved are not made here.
///
/// # Safety
/// `data` is NULL or has `size` elements.
unsafe fn generate_with(
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    size: c_uint,
) -> Result<PrivateKey> {
    if flags & GNUTLS_PRIVKEY_FLAG_PROVABLE != 0 {
        return err(GNUTLS_E_UNIMPLEMENTED_FEATURE);
    }
    let mut key = generate(algo, bits)?;
    if !data.is_null() {
        for i in 0..size as usize {
            // SAFETY: the caller's promise.
            let item = unsafe { *data.add(i) };
            if item.type_ == GNUTLS_KEYGEN_SPKI {
                // SAFETY: the element names such a handle.
                let restrictions = unsafe { handle::get::<Spki, c_void>(item.data.cast())? }.0;
                if let Some(r) = restrictions {
                    key = restricted(&key, r)?;
                }
            }
        }
    }
    Ok(key)
}

/// Makes a fresh key with parameters. Manual: `gnutls_x509_privkey_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_generate2(
    key: gnutls_x509_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    data_size: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        handle::get::<X509Privkey, _>(key)?;
        let made = generate_with(algo, bits, flags, data, data_size)?;
        handle::get_mut::<X509Privkey, _>(key)?.key = Some(made);
        Ok(())
    })
}

/// Makes a fresh key with parameters. Manual: `gnutls_privkey_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate2(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    data_size: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        privkey(pkey)?;
        replace_own(pkey, generate_with(algo, bits, flags, data, data_size)?)
    })
}

/// The seed of a key that can be proved: no key here is. Manual: `gnutls_x509_privkey_get_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_seed(
    key: gnutls_x509_privkey_t,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> c_int {
    let _ = (key, digest, seed, seed_size);
    GNUTLS_E_INVALID_REQUEST
}

/// How strong a key is. Manual: `gnutls_x509_privkey_sec_param`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_sec_param(key: gnutls_x509_privkey_t) -> gnutls_sec_param_t {
    // SAFETY: the manual's contract.
    guard::or(GNUTLS_SEC_PARAM_UNKNOWN, || match unsafe { x509_privkey(key) } {
        Ok(k) => level::sec_param(k.pk(), k.bits()),
        Err(_) => GNUTLS_SEC_PARAM_UNKNOWN,
    })
}

/// How a PKCS #8 file is encrypted: scheme, cipher, salt, iterations, and the scheme's identifier (freed by the caller).
/// `GNUTLS_E_INVALID_REQUEST` if it is not. Manual: `gnutls_pkcs8_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs8_info(
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    schema: *mut c_uint,
    cipher: *mut c_uint,
    salt: *mut c_void,
    salt_size: *mut c_uint,
    iter_count: *mut c_uint,
    oid: *mut *mut c_char,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let algorithm = encryption_of(datum_bytes(data).ok_or(INVALID)?, Format::from_raw(format))?;
        if !oid.is_null() {
            oid.write(core::ptr::null_mut());
            if let Some(name) = pbe::name_of(&algorithm) {
                oid.write(memory::string(name.as_bytes())?);
            }
        }
        let found = pbe::Encryption::read(&algorithm)?;
        put(schema, found.schema);
        put(cipher, found.cipher.raw());
        put(iter_count, found.iterations);
        if !salt_size.is_null() {
            let room = *salt_size as usize;
            salt_size.write(found.salt.len() as c_uint);
            if room < found.salt.len() || salt.is_null() {
                return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
            }
            slice_mut(salt, found.salt.len()).copy_from_slice(found.salt);
        }
        Ok(())
    })
}

/// The schemes that encrypt keys: flag, name, identifier.
static SCHEMES: &[(gnutls_pkcs_encrypt_flags_t, &core::ffi::CStr, &core::ffi::CStr)] = &[
    (GNUTLS_PKCS_PKCS12_3DES, c"PKCS12-3DES-SHA1", c"1.2.840.113549.1.12.1.3"),
    (GNUTLS_PKCS_PKCS12_ARCFOUR, c"PKCS12-ARCFOUR-SHA1", c"1.2.840.113549.1.12.1.1"),
    (GNUTLS_PKCS_PKCS12_RC2_40, c"PKCS12-RC2-40-SHA1", c"1.2.840.113549.1.12.1.6"),
    (GNUTLS_PKCS_PBES2_3DES, c"PBES2-3DES-CBC", c"1.2.840.113549.3.7"),
    (GNUTLS_PKCS_PBES2_AES_128, c"PBES2-AES128-CBC", c"2.16.840.1.101.3.4.1.2"),
    (GNUTLS_PKCS_PBES2_AES_192, c"PBES2-AES192-CBC", c"2.16.840.1.101.3.4.1.22"),
    (GNUTLS_PKCS_PBES2_AES_256, c"PBES2-AES256-CBC", c"2.16.840.1.101.3.4.1.42"),
    (GNUTLS_PKCS_PBES2_DES, c"PBES2-DES-CBC", c"1.3.14.3.2.7"),
    (GNUTLS_PKCS_PBES1_DES_MD5, c"PBES1-DES-CBC-MD5", c"1.2.840.113549.1.5.3"),
    (GNUTLS_PKCS_PBES2_GOST_TC26Z, c"PBES2-GOST28147-89-TC26Z", c"1.2.643.7.1.2.5.1.1"),
    (GNUTLS_PKCS_PBES2_GOST_CPA, c"PBES2-GOST28147-89-CPA", c"1.2.643.2.2.31.1"),
    (GNUTLS_PKCS_PBES2_GOST_CPB, c"PBES2-GOST28147-89-CPB", c"1.2.643.2.2.31.2"),
    (GNUTLS_PKCS_PBES2_GOST_CPC, c"PBES2-GOST28147-89-CPC", c"1.2.643.2.2.31.3"),
    (GNUTLS_PKCS_PBES2_GOST_CPD, c"PBES2-GOST28147-89-CPD", c"1.2.643.2.2.31.4"),
];

/// The name of a scheme, or NULL. Manual: `gnutls_pkcs_schema_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs_schema_get_name(schema: c_uint) -> *const c_char {
    SCHEMES
        .iter()
        .find(|s| s.0 == schema & !GNUTLS_PKCS_NULL_PASSWORD)
        .map_or(core::ptr::null(), |s| s.1.as_ptr())
}

/// The identifier of a scheme, or NULL. Manual: `gnutls_pkcs_schema_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs_schema_get_oid(schema: c_uint) -> *const c_char {
    SCHEMES
        .iter()
        .find(|s| s.0 == schema & !GNUTLS_PKCS_NULL_PASSWORD)
        .map_or(core::ptr::null(), |s| s.2.as_ptr())
}
