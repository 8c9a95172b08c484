//! X.509 private keys.
pub mod generate;
pub mod raw;

use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use zeroize::Zeroizing;

use crate::abi::*;
use crate::asn1::pem;
use crate::capi::ffi::memory::{bytes_of, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::pin::Pin;
use crate::capi::object::privkey::{digest_fits, sign_options};
use crate::capi::object::pubkey::write_key_id;
use crate::capi::object::spki::{restrict_key, spki_restriction, write_spki};
use crate::capi::object::x509_privkey::{X509Privkey, get_x509_privkey, set_x509_privkey, sign_algorithm_of};
use crate::crypto::keys::PrivateKey;
use crate::error::Result;
use crate::pki::key_file;
use crate::pki::key_file::Format;
use crate::pki::key_file::openssl_pem::from_openssl;
use crate::pki::verify::profile;

/// How strong a key is. Manual: `gnutls_x509_privkey_sec_param`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_sec_param(key: gnutls_x509_privkey_t) -> gnutls_sec_param_t {
    // SAFETY: `key` is NULL or a live handle.
    guard::or(GNUTLS_SEC_PARAM_UNKNOWN, || match unsafe { get_x509_privkey(key) } {
        Ok(k) => profile::sec_param(k.pk(), k.bits()),
        Err(_) => GNUTLS_SEC_PARAM_UNKNOWN,
    })
}

/// Flags of a key for later: `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` leaves the seed out of what is exported.
/// Manual: `gnutls_x509_privkey_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_flags(key: gnutls_x509_privkey_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `key` is NULL or a live handle.
        if let Ok(k) = unsafe { opaque::get_mut(key) } {
            k.flags |= flags;
        }
    });
}

/// Creates an empty key. Manual: `gnutls_x509_privkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_init(key: *mut gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(key, X509Privkey::default()) })
}

/// Frees a key. Manual: `gnutls_x509_privkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_deinit(key: gnutls_x509_privkey_t) {
    // SAFETY: `key` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(key) }));
}

/// The function that is asked for the password of an encrypted key. Manual: `gnutls_x509_privkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_pin_function(
    privkey: gnutls_x509_privkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: `privkey` is NULL or a live handle.
        if let Ok(k) = unsafe { opaque::get_mut(privkey) } {
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
    // SAFETY: `dst` and `src` are NULL or live handles.
    guard::unit(|| unsafe {
        let key = get_x509_privkey(src)?.clone();
        set_x509_privkey(dst, || Ok(key))
    })
}

/// An unencrypted key in DER or PEM. Manual: `gnutls_x509_privkey_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let bytes = datum_in(data)?;
        set_x509_privkey(key, || key_file::import(bytes, Format::from_raw(format)))
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
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        let pin = opaque::get(key)?.pin;
        set_x509_privkey(key, || pin.import(bytes, Format::from_raw(format), password, flags))
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
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        set_x509_privkey(key, || key_file::import_pkcs8(bytes, Format::from_raw(format), password, flags))
    })
}

/// A key under the PEM encryption of old OpenSSL. Manual: `gnutls_x509_privkey_import_openssl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_openssl(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    password: *const c_char,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        set_x509_privkey(key, || from_openssl(bytes, password))
    })
}

/// The bytes of a key in its traditional form.
fn exported(key: &PrivateKey, format: gnutls_x509_crt_fmt_t) -> Result<Zeroizing<Vec<u8>>> {
    let (label, der) = key_file::export(key)?;
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
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &exported(get_x509_privkey(key)?, format)?,
            output_data,
            output_data_size,
            format != GNUTLS_X509_FMT_DER,
        )
    })
}

/// As [`gnutls_x509_privkey_export`]; the caller frees it. Manual: `gnutls_x509_privkey_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export2(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_x509_privkey(key)?, format)?, out) })
}

/// # Safety
/// As [`get_x509_privkey`].
unsafe fn exported_pkcs8(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    password: Option<&[u8]>,
    flags: c_uint,
) -> Result<Zeroizing<Vec<u8>>> {
    // SAFETY: `key` is NULL or a live handle.
    let (own, held) = unsafe { (get_x509_privkey(key)?, opaque::get(key)?) };
    let compat = held.flags & GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT != 0;
    let key = &if compat { own.with_seed(None) } else { own.clone() };
    let plain =
        (flags & GNUTLS_PKCS_PLAIN != 0 || password.is_none()) && flags & GNUTLS_PKCS_NULL_PASSWORD == 0;
    let (label, der) = if plain {
        ("PRIVATE KEY", key_file::export_pkcs8_as(key, flags)?)
    } else {
        ("ENCRYPTED PRIVATE KEY", Zeroizing::new(key_file::export_encrypted(key, password, flags)?))
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
    // SAFETY: `key` is NULL or a live handle; `password` is NULL or a C string; `output_data` is NULL or has as much
    // space as its size says; `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported_pkcs8(key, format, bytes_of(password), flags)?;
        write_sized(&bytes, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
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
    // SAFETY: `key` is NULL or a live handle; `password` is NULL or a C string; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported_pkcs8(key, format, bytes_of(password), flags)?, out) })
}

/// The key's algorithm. Manual: `gnutls_x509_privkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_pk_algorithm(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    unsafe { gnutls_x509_privkey_get_pk_algorithm2(key, core::ptr::null_mut()) }
}

/// The key's algorithm and bits; an empty key has algorithm 0. Manual: `gnutls_x509_privkey_get_pk_algorithm2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_pk_algorithm2(
    key: gnutls_x509_privkey_t,
    bits: *mut c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `key` is NULL or a live handle.
        let key = unsafe { opaque::get(key)? };
        // SAFETY: `key` is NULL or a live handle; `bits` is NULL or valid for a write.
        unsafe { write_out(bits, key.key.as_ref().map_or(0, PrivateKey::bits)) };
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
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &write_key_id(get_x509_privkey(key)?.public().spki(), flags)?,
            output_data.cast(),
            output_data_size,
            false,
        )
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
    guard::unit(|| {
        let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
        // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `signature` is NULL or has as much
        // space as its size says; `signature_size` is NULL or valid for a write.
        unsafe {
            let (key, data) = (get_x509_privkey(key)?, datum_in(data)?);
            let sign = digest_fits(sign_algorithm_of(key.pk(), digest, pss)?, flags, true)?;
            write_sized(&key.sign_with(sign, data, sign_options(flags))?, signature, signature_size, false)
        }
    })
}

/// 0 if the numbers of the key belong together, `GNUTLS_E_ILLEGAL_PARAMETER` for a public half of another key; numbers that
/// make no key are never imported.
/// Manual: `gnutls_x509_privkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_verify_params(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe { get_x509_privkey(key)? }.verify_params())
}

/// The numbers that are derived are always there. Manual: `gnutls_x509_privkey_fix`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_fix(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe { get_x509_privkey(key) }.map(|_| ()))
}

/// The restrictions of a key. Manual: `gnutls_x509_privkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_spki(
    key: gnutls_x509_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(get_x509_privkey(key)?.public(), spki) })
}

/// Restricts an RSA key. Manual: `gnutls_x509_privkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_spki(
    key: gnutls_x509_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let made = restrict_key(get_x509_privkey(key)?, &spki_restriction(spki)?)?;
        opaque::get_mut(key)?.key = Some(made);
        Ok(())
    })
}
