//! Raw public keys in the place of certificates (RFC 7250), the picture of a key, and what is left of OpenPGP.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use super::abstract_public::{Pubkey, pubkey};
use super::memory::{self, bytes_of, datum_bytes, slice};
use super::x509_crt_get::give_datum;
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::pem;
use crate::crypto::keys::PublicKey;
use crate::error::{Error, Result, err};
use crate::pki::cert::canonical_spki;
use crate::pki::keys::Format;
use crate::pki::random_art;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// A raw key as C's struct.
///
/// # Safety
/// `pcert` is NULL or valid for a write; `key` is a handle that is given over.
unsafe fn give_raw(pcert: *mut gnutls_pcert_st, spki: &[u8], key: gnutls_pubkey_t) -> Result<()> {
    if pcert.is_null() {
        return Err(INVALID);
    }
    let made = gnutls_pcert_st { cert: memory::datum(spki)?, pubkey: key, type_: GNUTLS_CRT_RAWPK };
    // SAFETY: not NULL; the caller's promise.
    unsafe { pcert.write(made) };
    Ok(())
}

/// From a key, which becomes the struct's; `GNUTLS_E_INSUFFICIENT_CREDENTIALS` without one. Manual: `gnutls_pcert_import_rawpk`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_rawpk(
    pcert: *mut gnutls_pcert_st,
    pubkey: gnutls_pubkey_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        if pubkey.is_null() {
            return err(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
        }
        let spki = canonical_spki(self::pubkey(pubkey)?);
        give_raw(pcert, &spki, pubkey)
    })
}

/// From a SubjectPublicKeyInfo in DER or PEM (label `PUBLIC KEY`), which is copied; `key_usage` says what it is for
/// (`GNUTLS_KEY_*`, 0 for anything). Manual: `gnutls_pcert_import_rawpk_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_rawpk_raw(
    pcert: *mut gnutls_pcert_st,
    rawpubkey: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    key_usage: c_uint,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        if pcert.is_null() {
            return Err(INVALID);
        }
        let bytes = datum_bytes(rawpubkey).ok_or(INVALID)?;
        let der = match Format::from_raw(format) {
            Format::Der => bytes.to_vec(),
            Format::Pem => pem::decode(Some("PUBLIC KEY"), bytes)?,
        };
        let key = Pubkey { key: Some(PublicKey::from_spki(&der)?), usage: key_usage };
        give_raw(pcert, &der, Box::into_raw(Box::new(key)).cast())
    })
}

/// A picture of a fingerprint (`GNUTLS_RANDOM_ART_OPENSSH`); the caller frees it. Manual: `gnutls_random_art`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_random_art(
    type_: gnutls_random_art_t,
    key_type: *const c_char,
    key_size: c_uint,
    fpr: *mut c_void,
    fpr_size: usize,
    art: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        if type_ != GNUTLS_RANDOM_ART_OPENSSH {
            return Err(INVALID);
        }
        let kind = bytes_of(key_type).ok_or(INVALID)?;
        give_datum(&random_art::openssh(kind, key_size, slice(fpr, fpr_size)), art)
    })
}

/// The function that modules and TPMs would ask for a PIN: none of them is here, and the kinds of URL that a program
/// registers ask for themselves. Manual: `gnutls_pubkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_pin_function(
    key: gnutls_pubkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    let _ = (fn_, userdata);
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        let _ = handle::get::<Pubkey, _>(key);
    })
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_get_openpgp_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_openpgp_key_id(
    key: gnutls_pubkey_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
    subkey: *mut c_uint,
) -> c_int {
    let _ = (key, flags, output_data, output_data_size, subkey);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_openpgp(
    key: gnutls_pubkey_t,
    crt: gnutls_openpgp_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = (key, crt, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pubkey_import_openpgp_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_openpgp_raw(
    pkey: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
    keyid: *const c_uchar,
    flags: c_uint,
) -> c_int {
    let _ = (pkey, data, format, keyid, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_openpgp(
    pcert: *mut gnutls_pcert_st,
    crt: gnutls_openpgp_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = (pcert, crt, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_import_openpgp_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_openpgp_raw(
    pcert: *mut gnutls_pcert_st,
    cert: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
    keyid: *mut c_uchar,
    flags: c_uint,
) -> c_int {
    let _ = (pcert, cert, format, keyid, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_pcert_export_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_export_openpgp(
    pcert: *mut gnutls_pcert_st,
    crt: *mut gnutls_openpgp_crt_t,
) -> c_int {
    let _ = (pcert, crt);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_import_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_openpgp(
    pkey: gnutls_privkey_t,
    key: gnutls_openpgp_privkey_t,
    flags: c_uint,
) -> c_int {
    let _ = (pkey, key, flags);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_import_openpgp_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_openpgp_raw(
    pkey: gnutls_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_openpgp_crt_fmt_t,
    keyid: *const c_uchar,
    password: *const c_char,
) -> c_int {
    let _ = (pkey, data, format, keyid, password);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}

/// OpenPGP is not supported any more: `GNUTLS_E_UNIMPLEMENTED_FEATURE`. Manual: `gnutls_privkey_export_openpgp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_openpgp(
    pkey: gnutls_privkey_t,
    key: *mut gnutls_openpgp_privkey_t,
) -> c_int {
    let _ = (pkey, key);
    GNUTLS_E_UNIMPLEMENTED_FEATURE
}
