//! Abstract public keys.
pub mod raw;
pub mod verify;

use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::*;
use crate::alg::Pk;
use crate::asn1::{oid, pem};
use crate::capi::ffi::memory::{bytes_of, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crq::get_crq;
use crate::capi::object::crt::get_crt;
use crate::capi::object::privkey::get_privkey;
use crate::capi::object::pubkey::{
    Pubkey, get_pubkey, hash_is_fixed, key_usage_of, preferred_hash, read_certificate, set_pubkey,
    unknown_kind, write_key_id,
};
use crate::capi::object::spki::{spki_restriction, write_spki};
use crate::capi::object::url::{callback_result, registered_scheme, url_error};
use crate::crypto::keys::PublicKey;
use crate::error::{INVALID_REQUEST, err};
use crate::pki::cert::build::extension;
use crate::pki::cert::canonical_spki;
use crate::pki::key_file::Format;
use crate::pki::{ext, text};

/// Creates an empty key. Manual: `gnutls_pubkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_init(key: *mut gnutls_pubkey_t) -> c_int {
    // SAFETY: `key` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(key, Pubkey::default()) })
}

/// Frees a key. Manual: `gnutls_pubkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_deinit(key: gnutls_pubkey_t) {
    // SAFETY: `key` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(key) }));
}

/// The key of a certificate, with its usage. Manual: `gnutls_pubkey_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509(
    key: gnutls_pubkey_t,
    crt: gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `crt` are NULL or live handles.
    guard::unit(|| unsafe {
        let c = get_crt(crt)?;
        set_pubkey(key, c.public_key().map_err(unknown_kind)?, key_usage_of(c))
    })
}

/// The key of a certificate in DER or PEM. Manual: `gnutls_pubkey_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509_raw(
    pkey: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `pkey` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let c = read_certificate(datum_in(data)?, format)?;
        set_pubkey(pkey, c.public_key().map_err(unknown_kind)?, key_usage_of(&c))
    })
}

/// A SubjectPublicKeyInfo in DER or PEM (label `PUBLIC KEY`). Manual: `gnutls_pubkey_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import(
    key: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let bytes = datum_in(data)?;
        let der = match Format::from_raw(format) {
            Format::Der => bytes.to_vec(),
            Format::Pem => pem::decode(Some("PUBLIC KEY"), bytes)?,
        };
        set_pubkey(key, PublicKey::from_spki(&der).map_err(unknown_kind)?, 0)
    })
}

/// The public half of a private key. Manual: `gnutls_pubkey_import_privkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_privkey(
    key: gnutls_pubkey_t,
    pkey: gnutls_privkey_t,
    usage: c_uint,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `pkey` are NULL or live handles.
    guard::unit(|| unsafe {
        let own = get_privkey(pkey)?.own().ok_or(INVALID_REQUEST)?;
        set_pubkey(key, own.public().clone(), usage)
    })
}

fn exported(key: &PublicKey, format: gnutls_x509_crt_fmt_t) -> Vec<u8> {
    let spki = canonical_spki(key);
    if format != GNUTLS_X509_FMT_DER { pem::encode("PUBLIC KEY", &spki) } else { spki }
}

/// The SubjectPublicKeyInfo in DER or PEM. Manual: `gnutls_pubkey_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export(
    key: gnutls_pubkey_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported(get_pubkey(key)?, format);
        write_sized(&bytes, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
    })
}

/// The SubjectPublicKeyInfo in DER or PEM; the caller frees it. Manual: `gnutls_pubkey_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export2(
    key: gnutls_pubkey_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_pubkey(key)?, format), out) })
}

/// The key's identifier. Manual: `gnutls_pubkey_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_key_id(
    key: gnutls_pubkey_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &write_key_id(&canonical_spki(get_pubkey(key)?), flags)?,
            output_data.cast(),
            output_data_size,
            false,
        )
    })
}

/// The key's algorithm and bits; an empty key has algorithm 0. Manual: `gnutls_pubkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_pk_algorithm(key: gnutls_pubkey_t, bits: *mut c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `bits` is NULL or valid for a write.
    guard::code(|| unsafe {
        let k = opaque::get(key)?.key.as_ref();
        write_out(bits, k.map_or(0, PublicKey::bits));
        Ok(k.map_or(0, |k| k.pk().raw() as c_int))
    })
}

/// What the key may be used for, 0 for anything. Manual: `gnutls_pubkey_get_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_key_usage(key: gnutls_pubkey_t, usage: *mut c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `usage` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_out(usage, opaque::get(key)?.usage);
        Ok(())
    })
}

/// Says what the key may be used for. Manual: `gnutls_pubkey_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_key_usage(key: gnutls_pubkey_t, usage: c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe {
        opaque::get_mut(key)?.usage = usage;
        Ok(())
    })
}

/// The hash that fits the key, and whether it must be this one. `GNUTLS_E_INTERNAL_ERROR` for a key that does not sign.
/// Manual: `gnutls_pubkey_get_preferred_hash_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_preferred_hash_algorithm(
    key: gnutls_pubkey_t,
    hash: *mut gnutls_digest_algorithm_t,
    mand: *mut c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `hash` and `mand` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let key = get_pubkey(key)?;
        let digest = match key.pk() {
            Pk::EcdhX25519 | Pk::EcdhX448 | Pk::Dh => return err(GNUTLS_E_INTERNAL_ERROR),
            _ => preferred_hash(key),
        };
        write_out(hash, digest.raw());
        write_out(mand, hash_is_fixed(key).into());
        Ok(())
    })
}

/// 0 if the key is sound: one that is not is never imported. `GNUTLS_E_INVALID_REQUEST` for X25519 and X448. Manual: `gnutls_pubkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_verify_params(key: gnutls_pubkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| match unsafe { get_pubkey(key)? }.pk() {
        Pk::EcdhX25519 | Pk::EcdhX448 => Err(INVALID_REQUEST),
        _ => Ok(()),
    })
}

/// The key for people to read; the caller frees it. Manual: `gnutls_pubkey_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_print(
    pubkey: gnutls_pubkey_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pubkey` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let h = opaque::get(pubkey)?;
        let detail = text::Detail::from_raw(format).ok_or(INVALID_REQUEST)?;
        write_datum(&text::public_key_info(h.key.as_ref().ok_or(INVALID_REQUEST)?, h.usage, detail), out)
    })
}

/// The function that modules and TPMs would ask for a PIN: none of them is here, and the kinds of URL that an application
/// registers ask for themselves. Manual: `gnutls_pubkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_pin_function(
    key: gnutls_pubkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    let _ = (fn_, userdata);
    // SAFETY: `key` is NULL or a live handle.
    guard::or((), || unsafe {
        let _ = opaque::get(key);
    })
}

/// Fills a public key from a URL; errors as `gnutls_privkey_import_url`. Manual: `gnutls_pubkey_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_url(
    key: gnutls_pubkey_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `url` is NULL or a C string.
    guard::unit(|| unsafe {
        let bytes = bytes_of(url).ok_or(INVALID_REQUEST)?;
        match registered_scheme(bytes) {
            Some(gnutls_custom_url_st { import_pubkey: Some(f), .. }) => callback_result(f(key, url, flags)),
            Some(_) => Err(INVALID_REQUEST),
            None => url_error(bytes, &[b"pkcs11:", b"tpmkey:"]),
        }
    })
}

/// The key of a request, with its usage. Manual: `gnutls_pubkey_import_x509_crq`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509_crq(
    key: gnutls_pubkey_t,
    crq: gnutls_x509_crq_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `crq` are NULL or live handles.
    guard::unit(|| unsafe {
        let q = get_crq(crq)?;
        let extensions = q.extensions()?;
        let usage = extension(extensions, oid::KEY_USAGE).map_or(Ok(0), ext::key_usage::read)?;
        let made = Pubkey { key: Some(q.public_key()?), usage };
        *opaque::get_mut(key)? = made;
        Ok(())
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
    // SAFETY: `pubkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(get_pubkey(pubkey)?, spki) })
}

/// Restricts an RSA key. Manual: `gnutls_pubkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_spki(
    pubkey: gnutls_pubkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `pubkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let made = get_pubkey(pubkey)?.for_use(&spki_restriction(spki)?)?;
        opaque::get_mut(pubkey)?.key = Some(made);
        Ok(())
    })
}
