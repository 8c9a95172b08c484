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
    // SAFETY: as above; the object is not borrowed any more.
    unsafe { opaque::get_mut(handle)? }.crl = Some(draft.crl());
    Ok(())
}

/// Sets the version of a revocation list.
///
/// It must be set before the list is signed. Lists with extensions need version 2, which is not
/// checked.
///
/// - `crl`: the list
/// - `version`: 1 or 2; 0 counts as 1
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL
///
/// RFC 5280 section 5.1.2.1. Manual: `gnutls_x509_crl_set_version`.
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

/// Sets the time when a revocation list is issued.
///
/// It must be set before the list is signed. It is written as UTCTime for the years from 1950 to 2049,
/// else as GeneralizedTime.
///
/// - `crl`: the list
/// - `act_time`: seconds since 1970
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the year is not from 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL
///
/// RFC 5280 section 5.1.2.4. Manual: `gnutls_x509_crl_set_this_update`.
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

/// Sets the time by which the next revocation list is issued.
///
/// RFC 5280 requires it in every list. A verifier treats the list as out of date after it.
///
/// - `crl`: the list
/// - `exp_time`: seconds since 1970
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the year is not from 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL
///
/// RFC 5280 section 5.1.2.5. Manual: `gnutls_x509_crl_set_next_update`.
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

/// Adds a certificate, by its serial number, to those that a revocation list revokes.
///
/// - `crl`: the list
/// - `serial`: the serial number, big-endian; it is copied, without needless bytes in front
/// - `serial_size`: its length in bytes
/// - `revocation_time`: the time of revocation in seconds since 1970
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: the serial number is empty
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the year is not from 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL, or `serial` is NULL while `serial_size` is not 0
///
/// RFC 5280 section 5.1.2.6. Manual: `gnutls_x509_crl_set_crt_serial`.
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

/// Adds a certificate to those that a revocation list revokes.
///
/// Its serial number is copied. That the issuers are the same is not checked.
///
/// - `crl`: the list
/// - `crt`: the certificate
/// - `revocation_time`: the time of revocation in seconds since 1970
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: the certificate has no serial number yet
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the year is not from 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `crt` is NULL
///
/// RFC 5280 section 5.1.2.6. Manual: `gnutls_x509_crl_set_crt`.
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

/// Sets the identifier of the key that signs a revocation list.
///
/// It is the subject key identifier of the issuer's certificate. The extension is not critical, and
/// takes the place of the one that is there.
///
/// - `crl`: the list
/// - `id`: the identifier, which is copied
/// - `id_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL, or `id` is NULL while `id_size` is not 0
///
/// Since 2.8.0. RFC 5280 section 5.2.1. Manual: `gnutls_x509_crl_set_authority_key_id`.
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

/// Sets the number of a revocation list.
///
/// It grows from list to list of one issuer. The extension is not critical, and takes the place of the
/// one that is there.
///
/// - `crl`: the list
/// - `nr`: the number, big-endian, in two's complement; it is copied, without needless bytes in front
/// - `nr_size`: its length in bytes; not 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL, or the number is NULL or empty
///
/// Since 2.8.0. RFC 5280 section 5.2.3. Manual: `gnutls_x509_crl_set_number`.
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
        signer.check_issuer(key.as_ref(), flags)?;
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

/// Signs a revocation list, with the digest that fits the key.
///
/// The same as `gnutls_x509_crl_sign2` with `GNUTLS_DIG_UNKNOWN` and no flags, which says more.
///
/// - `crl`: the list
/// - `issuer`: the certificate of the authority
/// - `issuer_key`: the private key of `issuer`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: version or time of issue is not set
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
///   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so, or is of another kind than that of `issuer`
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `issuer` is NULL, or `issuer_key` is NULL or empty
///
/// RFC 5280 section 5.1.1. Manual: `gnutls_x509_crl_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_sign(
    crl: gnutls_x509_crl_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `crl`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crl, issuer, Signer::x509(issuer_key)?, GNUTLS_DIG_UNKNOWN, 0) })
}

/// Signs a revocation list with a digest of choice.
///
/// The subject of `issuer` becomes the issuer of the list. It is not checked whether `issuer_key` is
/// its key, or whether it may sign lists. A field that is set later makes the signature wrong until the
/// list is signed anew. On failure the list stays as it was.
///
/// - `crl`: the list
/// - `issuer`: the certificate of the authority
/// - `issuer_key`: the private key of `issuer`. If that one's key is restricted to RSA-PSS, an RSA key
///   signs so
/// - `dig`: the digest, such as `GNUTLS_DIG_SHA256`, or `GNUTLS_DIG_UNKNOWN` for one that fits the key.
///   Keys of EdDSA and ML-DSA take no other than their own
/// - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: version or time of issue is not set
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`: key and digest
///   do not go together
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key is restricted to another digest, or too short for RSA-PSS
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `issuer` is NULL, `issuer_key` is NULL or empty, or RSA-PSS
///   is asked of another kind of key
///
/// RFC 5280 section 5.1.1. Manual: `gnutls_x509_crl_sign2`.
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

/// Signs a revocation list with a key of any kind, such as one behind functions of the application.
///
/// Else the same as `gnutls_x509_crl_sign2`.
///
/// - `crl`: the list
/// - `issuer`: the certificate of the authority
/// - `issuer_key`: the private key of `issuer`
/// - `dig`: the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
/// - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: version or time of issue is not set
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
///   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so, or is of another kind than that of `issuer`
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `issuer` is NULL, `issuer_key` is NULL or empty, or RSA-PSS
///   is asked of another kind of key
/// - whatever negative code a function of the key answers
///
/// RFC 5280 section 5.1.1. Manual: `gnutls_x509_crl_privkey_sign`.
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
