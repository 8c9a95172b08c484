//! Restrictions of a key's algorithm.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::memory::{alloc_datum, datum_bytes, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::spki::Spki;
use crate::crypto::keys::{OaepParams, PssParams, RsaUse};
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST};

/// Creates empty restrictions. Manual: `gnutls_x509_spki_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_init(spki: *mut gnutls_x509_spki_t) -> c_int {
    // SAFETY: `spki` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(spki, Spki::default()) })
}

/// Frees restrictions. Manual: `gnutls_x509_spki_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_deinit(spki: gnutls_x509_spki_t) {
    // SAFETY: `spki` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(spki) }));
}

/// Why there are no parameters of one kind: none at all, or those of the other.
fn without(found: &Option<RsaUse>) -> Error {
    if found.is_none() { DATA_NOT_AVAILABLE } else { INVALID_REQUEST }
}

/// Digest and salt of RSA-PSS; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` without, `GNUTLS_E_INVALID_REQUEST` if there are
/// those of RSA-OAEP. Manual: `gnutls_x509_spki_get_rsa_pss_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_get_rsa_pss_params(
    spki: gnutls_x509_spki_t,
    dig: *mut gnutls_digest_algorithm_t,
    salt_size: *mut c_uint,
) -> c_int {
    // SAFETY: `spki` is NULL or a live handle; `dig` and `salt_size` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let params = match &opaque::get(spki)?.0 {
            Some(RsaUse::Pss(Some(params))) => params,
            other => return Err(without(other)),
        };
        write_out(dig, params.digest.raw());
        write_out(salt_size, params.salt as c_uint);
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
        // SAFETY: `spki` is NULL or a live handle.
        if let Ok(s) = unsafe { opaque::get_mut(spki) } {
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
    // SAFETY: `spki` is NULL or a live handle; `dig` and `label` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let params = match &opaque::get(spki)?.0 {
            Some(RsaUse::Oaep(Some(params))) => params,
            other => return Err(without(other)),
        };
        write_out(dig, params.digest.raw());
        if !label.is_null() {
            label.write(alloc_datum(&params.label)?);
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
    // SAFETY: `spki` is NULL or a live handle; `label` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let digest = Digest::from_raw(dig).ok_or(Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM))?;
        let label = datum_bytes(label).unwrap_or(b"").to_vec();
        opaque::get_mut(spki)?.0 = Some(RsaUse::Oaep(Some(OaepParams { digest, label })));
        Ok(())
    })
}
