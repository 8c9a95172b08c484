//! Writing the fields of a certificate, and signing it.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::der;
use crate::capi::ffi::memory::bytes_in;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crq::get_crq;
use crate::capi::object::crt::{edit_crt, get_crt};
use crate::capi::object::dn::{with_dn_attribute, with_dn_text};
use crate::capi::object::pin::Pin;
use crate::capi::object::pubkey::get_pubkey;
use crate::capi::object::signer::Signer;
use crate::capi::object::spki::spki_restriction;
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::cert::build::Draft;
use crate::pki::cert::canonical_spki;
use crate::pki::ext;

/// Takes subject and key of a request. Manual: `gnutls_x509_crt_set_crq`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crq(crt: gnutls_x509_crt_t, crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crt` and `crq` are NULL or live handles.
    guard::unit(|| unsafe {
        let q = get_crq(crq)?;
        q.public_key()?;
        edit_crt(crt, |d| {
            d.subject = q.subject.clone();
            d.spki = q.spki.clone();
            Ok(())
        })
    })
}

/// `GNUTLS_X509_CRT_FLAG_IGNORE_SANITY` makes import more tolerant. Manual: `gnutls_x509_crt_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_flags(cert: gnutls_x509_crt_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `cert` is NULL or a live handle.
        if let Ok(c) = unsafe { opaque::get_mut(cert) } {
            c.flags = flags;
        }
    });
}

/// An INTEGER's content as short as it can be; zero, and nothing at all, are no serial number.
fn serial_of(bytes: &[u8]) -> Result<Vec<u8>> {
    if bytes.iter().all(|&b| b == 0) {
        return Err(INVALID_REQUEST);
    }
    Ok(ext::values::minimal_integer(bytes).to_vec())
}

/// Sets the version, 1 to 3; certificates with extensions need 3. Manual: `gnutls_x509_crt_set_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_version(crt: gnutls_x509_crt_t, version: c_uint) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    guard::unit(|| unsafe {
        let version = u8::try_from(version).ok().filter(|v| (1..128).contains(v)).ok_or(INVALID_REQUEST)?;
        edit_crt(crt, |d| {
            d.version = version;
            Ok(())
        })
    })
}

/// Sets the serial number, big-endian and not zero. Manual: `gnutls_x509_crt_set_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_serial(
    cert: gnutls_x509_crt_t,
    serial: *const c_void,
    serial_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `serial` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let serial = serial_of(bytes_in(serial, serial_size)?)?;
        edit_crt(cert, |d| {
            d.serial = serial;
            Ok(())
        })
    })
}

/// Sets the start of validity. Manual: `gnutls_x509_crt_set_activation_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_activation_time(
    cert: gnutls_x509_crt_t,
    act_time: time_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::unit(|| unsafe {
        let time = der::time(act_time)?;
        edit_crt(cert, |d| {
            d.not_before = time;
            Ok(())
        })
    })
}

/// Sets the end of validity; -1 (`GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION`) is none. Manual: `gnutls_x509_crt_set_expiration_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_expiration_time(
    cert: gnutls_x509_crt_t,
    exp_time: time_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::unit(|| unsafe {
        let time = der::time(if exp_time == -1 { der::NO_DATE } else { exp_time })?;
        edit_crt(cert, |d| {
            d.not_after = time;
            Ok(())
        })
    })
}

/// Puts the parts of an RFC 4514 text at the end of the subject. `GNUTLS_E_PARSING_ERROR`, with `err` at the place. Manual: `gnutls_x509_crt_set_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_dn(
    crt: gnutls_x509_crt_t,
    dn: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `dn` is NULL or a C string; `err` is NULL or valid for a write.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.subject = with_dn_text(&d.subject, dn, err)?;
            Ok(())
        })
    })
}

/// Puts the parts of an RFC 4514 text at the end of the issuer, which signing sets anew. Manual: `gnutls_x509_crt_set_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_dn(
    crt: gnutls_x509_crt_t,
    dn: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `dn` is NULL or a C string; `err` is NULL or valid for a write.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.issuer = with_dn_text(&d.issuer, dn, err)?;
            Ok(())
        })
    })
}

/// Puts an attribute at the end of the subject; with `raw_flag` its DER is given. Manual: `gnutls_x509_crt_set_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_dn_by_oid(
    crt: gnutls_x509_crt_t,
    oid: *const c_char,
    raw_flag: c_uint,
    name: *const c_void,
    sizeof_name: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `oid` is NULL or a C string; `name` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.subject = with_dn_attribute(&d.subject, oid, raw_flag, name, sizeof_name)?;
            Ok(())
        })
    })
}

/// Puts an attribute at the end of the issuer; with `raw_flag` its DER is given. Manual: `gnutls_x509_crt_set_issuer_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_dn_by_oid(
    crt: gnutls_x509_crt_t,
    oid: *const c_char,
    raw_flag: c_uint,
    name: *const c_void,
    sizeof_name: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `oid` is NULL or a C string; `name` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.issuer = with_dn_attribute(&d.issuer, oid, raw_flag, name, sizeof_name)?;
            Ok(())
        })
    })
}

/// The subject of a proxy certificate (RFC 3820): that of `eecrt` with a common name more. Manual: `gnutls_x509_crt_set_proxy_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_proxy_dn(
    crt: gnutls_x509_crt_t,
    eecrt: gnutls_x509_crt_t,
    raw_flag: c_uint,
    name: *const c_void,
    sizeof_name: c_uint,
) -> c_int {
    // SAFETY: `crt` and `eecrt` are NULL or live handles; `name` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let subject = get_crt(eecrt)?.subject().to_vec();
        edit_crt(crt, |d| {
            d.subject = subject;
            if !name.is_null() && sizeof_name > 0 {
                d.subject = with_dn_attribute(&d.subject, c"2.5.4.3".as_ptr(), raw_flag, name, sizeof_name)?;
            }
            Ok(())
        })
    })
}

/// Sets the public key to that of a private key. Manual: `gnutls_x509_crt_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_key(
    crt: gnutls_x509_crt_t,
    key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `crt` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let spki = canonical_spki(get_x509_privkey(key)?.public());
        edit_crt(crt, |d| {
            d.spki = spki;
            Ok(())
        })
    })
}

/// Sets the public key. Manual: `gnutls_x509_crt_set_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_pubkey(crt: gnutls_x509_crt_t, key: gnutls_pubkey_t) -> c_int {
    // SAFETY: `crt` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let spki = canonical_spki(get_pubkey(key)?);
        edit_crt(crt, |d| {
            d.spki = spki;
            Ok(())
        })
    })
}

/// Sets the subject's unique identifier (RFC 5280 section 4.1.2.8); version 2 at least. Manual: `gnutls_x509_crt_set_subject_unique_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_subject_unique_id(
    cert: gnutls_x509_crt_t,
    id: *const c_void,
    id_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `id` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let id = bytes_in(id, id_size)?.to_vec();
        edit_crt(cert, |d| {
            d.subject_unique_id = Some(id);
            Ok(())
        })
    })
}

/// Sets the issuer's unique identifier (RFC 5280 section 4.1.2.8); version 2 at least. Manual: `gnutls_x509_crt_set_issuer_unique_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_unique_id(
    cert: gnutls_x509_crt_t,
    id: *const c_void,
    id_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `id` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let id = bytes_in(id, id_size)?.to_vec();
        edit_crt(cert, |d| {
            d.issuer_unique_id = Some(id);
            Ok(())
        })
    })
}

/// The function that is asked for the PIN of what `gnutls_x509_crt_import_url` opens. Manual: `gnutls_x509_crt_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_pin_function(
    crt: gnutls_x509_crt_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    // SAFETY: `crt` is NULL or a live handle.
    guard::or((), || unsafe {
        if let Ok(c) = opaque::get_mut(crt) {
            c.pin = Pin { function: fn_, userdata };
        }
    })
}

/// Signs `cert` as `issuer`: its subject becomes the issuer.
///
/// # Safety
/// The handles are as the manual has them.
unsafe fn sign(
    cert: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    signer: Signer<'_>,
    digest: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> Result<()> {
    // SAFETY: `cert` and `issuer` are NULL or live handles. The draft is a copy: nothing of the object is borrowed while the signer runs.
    unsafe {
        let mut draft = Draft::of(get_crt(cert)?);
        let from = get_crt(issuer)?.clone();
        draft.issuer = from.subject().to_vec();
        draft.check()?;
        let key = from.public_key().ok();
        let signed = signer.sign(digest, flags, key.as_ref(), |algorithm| {
            draft.algorithm = algorithm.to_vec();
            draft.certificate().tbs().to_vec()
        })?;
        edit_crt(cert, |d| {
            draft.signature = [&[0], &signed.signature[..]].concat();
            *d = draft;
            Ok(())
        })
    }
}

/// Signs with a digest that fits the key. Manual: `gnutls_x509_crt_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_sign(
    crt: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `crt`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crt, issuer, Signer::x509(issuer_key)?, GNUTLS_DIG_UNKNOWN, 0) })
}

/// Signs the certificate as `issuer` (the certificate itself for a root); `GNUTLS_DIG_UNKNOWN` leaves the digest to the
/// key. `GNUTLS_E_CERTIFICATE_TIME_ERROR` without times, `GNUTLS_E_ASN1_VALUE_NOT_FOUND` without serial number or key,
/// `GNUTLS_E_X509_CERTIFICATE_ERROR` if its version has no extensions. Manual: `gnutls_x509_crt_sign2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_sign2(
    crt: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_x509_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crt, issuer, Signer::x509(issuer_key)?, dig, flags) })
}

/// As [`gnutls_x509_crt_sign2`], with a key of any kind. Manual: `gnutls_x509_crt_privkey_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_privkey_sign(
    crt: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crt, issuer, Signer::any(issuer_key)?, dig, flags) })
}

/// Restricts the RSA key of the certificate to RSA-PSS. `GNUTLS_E_ASN1_VALUE_NOT_FOUND` before a key is set. Manual: `gnutls_x509_crt_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_spki(
    crt: gnutls_x509_crt_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `crt` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let key = get_crt(crt)?.public_key()?;
        let restricted = key.for_use(&spki_restriction(spki)?)?;
        edit_crt(crt, |d| {
            d.spki = canonical_spki(&restricted);
            Ok(())
        })
    })
}
