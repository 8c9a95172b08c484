//! Abstract private keys.
pub mod ext;
pub mod raw;
pub mod sign;

use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_of, datum_in, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::key_generation::{generate_key, verify_seed, write_seed};
use crate::capi::object::pin::Pin;
use crate::capi::object::privkey::{
    Privkey, PrivkeyKind, PrivkeyObject, free_privkey, get_privkey, replace_software,
};
use crate::capi::object::spki::{restrict_key, spki_restriction, write_spki};
use crate::capi::object::url::import_key_url;
use crate::capi::object::x509_privkey::{X509Privkey, get_x509_privkey};
use crate::error::INVALID_REQUEST;
use crate::pki::key_file::Format;

/// Creates an empty key. Manual: `gnutls_privkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_init(key: *mut gnutls_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(key, PrivkeyObject::default()) })
}

/// Frees a key; the function of an external key hears of it. Manual: `gnutls_privkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_deinit(key: gnutls_privkey_t) {
    // SAFETY: `key` is NULL or a key that nobody uses any more.
    guard::or((), || unsafe { free_privkey(key) });
}

/// Takes the key of an X.509 object. With `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE` the object is freed with this one.
/// Manual: `gnutls_privkey_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509(
    pkey: gnutls_privkey_t,
    key: gnutls_x509_privkey_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkey` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let own = get_x509_privkey(key)?.clone();
        replace_software(pkey, own)?;
        let released = &mut opaque::get_mut(pkey)?.released;
        let ours = flags & GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE != 0 && flags & GNUTLS_PRIVKEY_IMPORT_COPY == 0;
        if ours && !released.contains(&key) {
            released.push(key);
        }
        Ok(())
    })
}

/// Reads a key in any form. Manual: `gnutls_privkey_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509_raw(
    pkey: gnutls_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        let pin = opaque::get(pkey)?.pin;
        let key = pin.import(bytes, Format::from_raw(format), password, flags)?;
        replace_software(pkey, key)
    })
}

/// Makes a fresh key. Manual: `gnutls_privkey_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle.
    guard::unit(|| unsafe {
        let made = generate_key(algo, bits, flags, core::ptr::null(), 0)?;
        replace_software(pkey, made)
    })
}

/// A copy as an X.509 object, which the caller frees. Manual: `gnutls_privkey_export_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_x509(
    pkey: gnutls_privkey_t,
    key: *mut gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle; `key` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let own = get_privkey(pkey)?.need_own()?.clone();
        opaque::give(key, X509Privkey { key: Some(own), ..Default::default() })
    })
}

/// The key's algorithm and bits. Manual: `gnutls_privkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_pk_algorithm(key: gnutls_privkey_t, bits: *mut c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `bits` is NULL or valid for a write.
    guard::code(|| unsafe {
        let k = get_privkey(key)?;
        let pk = k.pk().ok_or(INVALID_REQUEST)?;
        write_out(bits, k.bits());
        Ok(pk.raw() as c_int)
    })
}

/// Who holds the key. Manual: `gnutls_privkey_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_type(key: gnutls_privkey_t) -> gnutls_privkey_type_t {
    // SAFETY: `key` is NULL or a live handle.
    guard::or(GNUTLS_PRIVKEY_X509, || match unsafe { get_privkey(key) } {
        Ok(Privkey { kind: PrivkeyKind::External(_), .. }) => GNUTLS_PRIVKEY_EXT,
        _ => GNUTLS_PRIVKEY_X509,
    })
}

/// `GNUTLS_PRIVKEY_*` flags of the key. Manual: `gnutls_privkey_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_flags(key: gnutls_privkey_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `key` is NULL or a live handle.
        if let Ok(h) = unsafe { opaque::get_mut(key) } {
            h.key.flags |= flags;
        }
    });
}

/// The function that is asked for the password of an encrypted key. Manual: `gnutls_privkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_pin_function(
    key: gnutls_privkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: `key` is NULL or a live handle.
        if let Ok(h) = unsafe { opaque::get_mut(key) } {
            h.pin = Pin { function: fn_, userdata };
        }
    });
}

/// 1 if the key can be used: only one behind a token can have gone. Manual: `gnutls_privkey_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_status(key: gnutls_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::code(|| unsafe { get_privkey(key) }.map(|_| 1))
}

/// 0 if the numbers of the key belong together. Manual: `gnutls_privkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_verify_params(key: gnutls_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe { get_privkey(key)?.need_own()?.verify_params() })
}

/// Fills a key from a URL. `GNUTLS_E_UNIMPLEMENTED_FEATURE` for modules, TPMs and the system. Manual: `gnutls_privkey_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_url(
    key: gnutls_privkey_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a key of the caller, `url` NULL or a C string.
    guard::unit(|| unsafe { import_key_url(key, url, flags) })
}

/// As `gnutls_x509_privkey_generate2`. Manual: `gnutls_privkey_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate2(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    data_size: c_uint,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle; `data` is NULL or valid for reads.
    guard::unit(|| unsafe {
        get_privkey(pkey)?;
        replace_software(pkey, generate_key(algo, bits, flags, data, data_size)?)
    })
}

/// As `gnutls_x509_privkey_get_seed`. Manual: `gnutls_privkey_get_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_seed(
    privkey: gnutls_privkey_t,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> c_int {
    // SAFETY: `privkey` is NULL or a live handle; `seed` is NULL or has as much space as its size says; `digest` and
    // `seed_size` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_seed(get_privkey(privkey)?.own().ok_or(INVALID_REQUEST)?, digest, seed, seed_size)
    })
}

/// As `gnutls_x509_privkey_verify_seed`. Manual: `gnutls_privkey_verify_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_verify_seed(
    key: gnutls_privkey_t,
    digest: gnutls_digest_algorithm_t,
    seed: *const c_void,
    seed_size: usize,
) -> c_int {
    let _ = digest;
    // SAFETY: `key` is NULL or a live handle; `seed` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe { verify_seed(get_privkey(key)?.own().ok_or(INVALID_REQUEST)?, seed, seed_size) })
}

/// The restrictions of a key. Manual: `gnutls_privkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_spki(
    privkey: gnutls_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `privkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(get_privkey(privkey)?.own().ok_or(INVALID_REQUEST)?.public(), spki) })
}

/// Restricts an RSA key. Manual: `gnutls_privkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_spki(
    privkey: gnutls_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `privkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let made =
            restrict_key(get_privkey(privkey)?.own().ok_or(INVALID_REQUEST)?, &spki_restriction(spki)?)?;
        replace_software(privkey, made)
    })
}
