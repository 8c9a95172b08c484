//! What a key restricts its use to (`gnutls_x509_spki_*`): RSA-PSS with a digest and a salt, RSA-OAEP with a digest and a label.
use core::ffi::{c_int, c_uint};

use super::abstract_keys::{privkey, replace_own};
use super::abstract_public::{Pubkey, pubkey};
use super::memory::{datum, datum_bytes, put};
use super::x509_crt_get::crt;
use super::x509_privkey::{X509Privkey, privkey as x509_privkey};
use super::{guard, handle};
use crate::abi::*;
use crate::alg::Digest;
use crate::crypto::keys::{OaepParams, PrivateKey, PssParams, PublicKey, RsaUse};
use crate::error::{Error, Result};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// What a `gnutls_x509_spki_t` points to: the restrictions of an RSA key, if there are any.
#[derive(Default)]
struct Spki(Option<RsaUse>);

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

/// Why there are no parameters of one kind: none at all, or those of the other.
fn without(found: &Option<RsaUse>) -> Error {
    if found.is_none() { NOT_THERE } else { INVALID }
}

/// Digest and salt of RSA-PSS; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` without, `GNUTLS_E_INVALID_REQUEST` if there are
/// those of RSA-OAEP. Manual: `gnutls_x509_spki_get_rsa_pss_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_get_rsa_pss_params(
    spki: gnutls_x509_spki_t,
    dig: *mut gnutls_digest_algorithm_t,
    salt_size: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let params = match &handle::get::<Spki, _>(spki)?.0 {
            Some(RsaUse::Pss(Some(params))) => params,
            other => return Err(without(other)),
        };
        put(dig, params.digest.raw());
        put(salt_size, params.salt as c_uint);
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
            let pss = |digest| RsaUse::Pss(Some(PssParams { digest, salt: salt_size as usize }));
            s.0 = Digest::from_raw(dig).map(pss);
        }
    });
}

/// Digest and label of RSA-OAEP, the label for `gnutls_free`; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` without,
/// `GNUTLS_E_INVALID_REQUEST` if there are those of RSA-PSS. Manual: `gnutls_x509_spki_get_rsa_oaep_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_get_rsa_oaep_params(
    spki: gnutls_x509_spki_t,
    dig: *mut gnutls_digest_algorithm_t,
    label: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let params = match &handle::get::<Spki, _>(spki)?.0 {
            Some(RsaUse::Oaep(Some(params))) => params,
            other => return Err(without(other)),
        };
        put(dig, params.digest.raw());
        if !label.is_null() {
            label.write(datum(&params.label)?);
        }
        Ok(())
    })
}

/// Restricts to RSA-OAEP with a digest and a label, which may be NULL. Manual: `gnutls_x509_spki_set_rsa_oaep_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_set_rsa_oaep_params(
    spki: gnutls_x509_spki_t,
    dig: gnutls_digest_algorithm_t,
    label: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let digest = Digest::from_raw(dig).ok_or(Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM))?;
        let label = datum_bytes(label).unwrap_or(b"").to_vec();
        handle::get_mut::<Spki, _>(spki)?.0 = Some(RsaUse::Oaep(Some(OaepParams { digest, label })));
        Ok(())
    })
}

/// Copies the restrictions of a key.
///
/// # Safety
/// `spki` is NULL or a handle of this chapter.
pub unsafe fn get(key: &PublicKey, spki: gnutls_x509_spki_t) -> Result<()> {
    // SAFETY: the caller's promise.
    let slot = unsafe { handle::get_mut::<Spki, _>(spki)? };
    match key.rsa_use() {
        Some(found @ (RsaUse::Pss(Some(_)) | RsaUse::Oaep(Some(_)))) => slot.0 = Some(found.clone()),
        _ => return Err(NOT_THERE),
    }
    Ok(())
}

/// The restrictions to set.
///
/// # Safety
/// As [`get`].
pub unsafe fn wanted(spki: gnutls_x509_spki_t) -> Result<RsaUse> {
    // SAFETY: the caller's promise.
    unsafe { handle::get::<Spki, _>(spki)? }.0.clone().ok_or(INVALID)
}

/// The key for another use; a modulus must have room for the salt: `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`.
pub(super) fn restricted(key: &PrivateKey, usage: &RsaUse) -> Result<PrivateKey> {
    let made = key.for_use(usage)?;
    usage.check(made.bits())?;
    Ok(made)
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
        let made = restricted(x509_privkey(key)?, &wanted(spki)?)?;
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
        let made = restricted(self::privkey(privkey)?.own().ok_or(INVALID)?, &wanted(spki)?)?;
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
        let made = self::pubkey(pubkey)?.for_use(&wanted(spki)?)?;
        handle::get_mut::<Pubkey, _>(pubkey)?.key = Some(made);
        Ok(())
    })
}
