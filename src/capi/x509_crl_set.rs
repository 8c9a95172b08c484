//! Building and signing revocation lists: `gnutls_x509_crl_set_*`, `gnutls_x509_crl_sign*`.
use core::ffi::{c_int, c_uint, c_void};

use super::memory::given;
use super::x509_crl::{X509Crl, crl};
use super::x509_crt::crt;
use super::x509_sign::Signer;
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::asn1::oid;
use crate::error::{Error, Result};
use crate::pki::build_crl::CrlDraft;
use crate::pki::ext_write as write;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// Changes the fields of a list; nothing is changed on failure.
///
/// # Safety
/// `handle` is NULL or a handle of a list.
unsafe fn edit(handle: gnutls_x509_crl_t, change: impl FnOnce(&mut CrlDraft) -> Result<()>) -> Result<()> {
    // SAFETY: the caller's promise.
    let mut draft = CrlDraft::of(unsafe { crl(handle)? });
    change(&mut draft)?;
    // SAFETY: as above; nothing else looks at the object now.
    unsafe { handle::get_mut::<X509Crl, _>(handle)? }.crl = Some(draft.crl());
    Ok(())
}

/// Sets the version: 2 for a list with extensions, else 1. Manual: `gnutls_x509_crl_set_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_set_version(crl: gnutls_x509_crl_t, version: c_uint) -> c_int {
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let serial = write::shortest(given(serial, serial_size)?);
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let serial = self::crt(crt)?.serial().to_vec();
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let value = write::authority_key_id(Some(given(id, id_size)?), &[], None);
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let number = given(nr, nr_size)?;
        if number.is_empty() {
            return Err(INVALID);
        }
        let mut value = Vec::new();
        value.element(der::INTEGER, write::shortest(number));
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
    // SAFETY: the caller's promise. The draft is a copy: nothing of the object is borrowed while the signer runs.
    unsafe {
        let mut draft = CrlDraft::of(crl(handle)?);
        let from = crt(issuer)?.clone();
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
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { sign(crl, issuer, Signer::any(issuer_key)?, dig, flags) })
}
