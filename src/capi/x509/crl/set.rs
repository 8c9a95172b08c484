//! Certificate revocation lists: writing and signing.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::der::Write as _;
use crate::asn1::{der, oid};
use crate::capi::ffi::memory::bytes_in;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crl::get_crl;
use crate::capi::object::crt::get_crt;
use crate::capi::object::signer::Signer;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::crl::build::CrlDraft;
use crate::pki::ext;

/// Changes the fields of a list; nothing is changed on failure.
///
/// # Safety
/// `handle` is NULL or a handle of a list.
unsafe fn edit(handle: gnutls_x509_crl_t, change: impl FnOnce(&mut CrlDraft) -> Result<()>) -> Result<()> {
    // SAFETY: `handle` is NULL or a live handle.
    let mut draft = CrlDraft::of(unsafe { get_crl(handle)? });
    change(&mut draft)?;
    // SAFETY: as above; nothing else looks at the object now.
    unsafe { opaque::get_mut(handle)? }.crl = Some(draft.crl());
    Ok(())
}

/// Sets the version: 2 for a list with extensions, else 1. Manual: `gnutls_x509_crl_set_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_version(crl: gnutls_x509_crl_t, version: c_uint) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::unit(|| unsafe {
        edit(crl, |d| {
            d.version = (version as u8).max(1);
            Ok(())
        })
    })
}

/// Sets when the list is issued. Manual: `gnutls_x509_crl_set_this_update`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_this_update(crl: gnutls_x509_crl_t, act_time: time_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::unit(|| unsafe {
        let time = der::time(act_time)?;
        edit(crl, |d| {
            d.this_update = time;
            Ok(())
        })
    })
}

/// Sets when the next list is due. Manual: `gnutls_x509_crl_set_next_update`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_next_update(crl: gnutls_x509_crl_t, exp_time: time_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::unit(|| unsafe {
        let time = der::time(exp_time)?;
        edit(crl, |d| {
            d.next_update = time;
            Ok(())
        })
    })
}

/// Revokes a certificate by its serial number. Manual: `gnutls_x509_crl_set_crt_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_crt_serial(
    crl: gnutls_x509_crl_t,
    serial: *const c_void,
    serial_size: usize,
    revocation_time: time_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `serial` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let serial = ext::values::minimal_integer(bytes_in(serial, serial_size)?);
        edit(crl, |d| d.revoke(serial, revocation_time))
    })
}

/// Revokes a certificate. Manual: `gnutls_x509_crl_set_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_crt(
    crl: gnutls_x509_crl_t,
    crt: gnutls_x509_crt_t,
    revocation_time: time_t,
) -> c_int {
    // SAFETY: `crl` and `crt` are NULL or live handles.
    guard::unit(|| unsafe {
        let serial = get_crt(crt)?.serial().to_vec();
        edit(crl, |d| d.revoke(&serial, revocation_time))
    })
}

/// Sets the identifier of the issuer's key. Manual: `gnutls_x509_crl_set_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_authority_key_id(
    crl: gnutls_x509_crl_t,
    id: *const c_void,
    id_size: usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `id` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let value = ext::key_id::write_authority(Some(bytes_in(id, id_size)?), &[], None);
        edit(crl, |d| {
            d.set_extension(oid::AUTHORITY_KEY_ID, value);
            Ok(())
        })
    })
}

/// Sets the number of the list, big-endian. Manual: `gnutls_x509_crl_set_number`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_number(
    crl: gnutls_x509_crl_t,
    nr: *const c_void,
    nr_size: usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `nr` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let number = bytes_in(nr, nr_size)?;
        if number.is_empty() {
            return Err(INVALID_REQUEST);
        }
        let mut value = Vec::new();
        value.element(der::INTEGER, ext::values::minimal_integer(number));
        edit(crl, |d| {
            d.set_extension(oid::CRL_NUMBER, value);
            Ok(())
        })
    })
}

/// Signs a list as `issuer`.
///
/// # Safety
/// The handles are as the manual has them.
unsafe fn sign(
    handle: gnutls_x509_crl_t,
    issuer: gnutls_x509_crt_t,
    signer: Signer<'_>,
    digest: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> Result<()> {
    // SAFETY: `handle` and `issuer` are NULL or live handles. The draft is a copy: nothing of the object is borrowed while the signer runs.
    unsafe {
        let mut draft = CrlDraft::of(get_crl(handle)?);
        let from = get_crt(issuer)?.clone();
        draft.issuer = from.subject().to_vec();
        draft.check()?;
        let key = from.public_key().ok();
        let signed = signer.sign(digest, flags, key.as_ref(), |algorithm| {
            draft.algorithm = algorithm.to_vec();
            draft.crl().tbs().to_vec()
        })?;
        edit(handle, |d| {
            draft.signature = [&[0], &signed.signature[..]].concat();
            *d = draft;
            Ok(())
        })
    }
}

/// Signs with a digest that fits the key. Manual: `gnutls_x509_crl_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_sign(
    crl: gnutls_x509_crl_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `crl`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crl, issuer, Signer::x509(issuer_key)?, GNUTLS_DIG_UNKNOWN, 0) })
}

/// Signs the list as `issuer`; `GNUTLS_DIG_UNKNOWN` leaves the digest to the key. `GNUTLS_E_ASN1_VALUE_NOT_FOUND` without
/// version or time of issue. Manual: `gnutls_x509_crl_sign2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_sign2(
    crl: gnutls_x509_crl_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_x509_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crl`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crl, issuer, Signer::x509(issuer_key)?, dig, flags) })
}

/// As [`gnutls_x509_crl_sign2`], with a key of any kind. Manual: `gnutls_x509_crl_privkey_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_privkey_sign(
    crl: gnutls_x509_crl_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crl`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crl, issuer, Signer::any(issuer_key)?, dig, flags) })
}
