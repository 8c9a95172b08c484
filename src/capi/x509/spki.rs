//! Restrictions of a key's algorithm.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::memory::{alloc_datum, datum_bytes, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::spki::Spki;
use crate::crypto::keys::{OaepParams, PssParams, RsaUse};
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST};

/// Creates an object for the restrictions of an RSA key, with none in it.
///
/// It holds the parameters of RSA-PSS or of RSA-OAEP. Getters such as `gnutls_x509_crt_get_spki` fill
/// it, setters such as `gnutls_x509_privkey_set_spki` and the generation of keys (`GNUTLS_KEYGEN_SPKI`)
/// read it.
///
/// - `spki`: takes the new object, which is freed with `gnutls_x509_spki_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `spki` is NULL
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_x509_spki_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_init(spki: *mut gnutls_x509_spki_t) -> c_int {
    // SAFETY: `spki` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(spki, Spki::default()) })
}

/// Frees an object of `gnutls_x509_spki_init`.
///
/// Keys and certificates that were restricted with it have copies, and are not affected.
///
/// - `spki`: the object; NULL is ignored
///
/// Since 3.6.0. Manual: `gnutls_x509_spki_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_spki_deinit(spki: gnutls_x509_spki_t) {
    // SAFETY: `spki` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(spki) }));
}

/// Why there are no parameters of one kind: none at all, or those of the other.
fn without(found: &Option<RsaUse>) -> Error {
    if found.is_none() { DATA_NOT_AVAILABLE } else { INVALID_REQUEST }
}

/// Returns digest and salt size of a restriction to RSA-PSS.
///
/// - `spki`: the object
/// - `dig`: takes the digest, which serves for the message and for MGF1; may be NULL
/// - `salt_size`: takes the size of the salt in bytes; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the object holds no restriction
/// - `GNUTLS_E_INVALID_REQUEST`: `spki` is NULL, or the object holds a restriction to RSA-OAEP
///
/// Since 3.6.0. RFC 4055 section 3.1. Manual: `gnutls_x509_spki_get_rsa_pss_params`.
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

/// Sets a restriction to RSA-PSS with a digest and a salt size, in the place of what the object held.
///
/// A key so restricted signs with RSA-PSS alone. Whether its modulus has space for digest and salt is
/// checked when the restriction is set for a key. Those for TLS use SHA-256, SHA-384 or SHA-512 and a
/// salt as long as the digest.
///
/// - `spki`: the object; NULL is ignored
/// - `dig`: the digest, for the message and for MGF1. An unknown one leaves the object without a
///   restriction
/// - `salt_size`: the size of the salt in bytes
///
/// Since 3.6.0. RFC 4055 section 3.1. Manual: `gnutls_x509_spki_set_rsa_pss_params`.
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

/// Returns digest and label of a restriction to RSA-OAEP.
///
/// - `spki`: the object
/// - `dig`: takes the digest, which serves for the label and for MGF1; may be NULL
/// - `label`: takes a copy of the label, which may be empty; its `data` is freed with `gnutls_free`.
///   May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the object holds no restriction
/// - `GNUTLS_E_INVALID_REQUEST`: `spki` is NULL, or the object holds a restriction to RSA-PSS
///
/// Since 3.8.4. RFC 4055 section 4.1. Manual: `gnutls_x509_spki_get_rsa_oaep_params`.
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

/// Sets a restriction to RSA-OAEP with a digest and a label, in the place of what the object held.
///
/// A key so restricted encrypts and decrypts with RSA-OAEP alone, and does not sign.
///
/// - `spki`: the object
/// - `dig`: the digest, for the label and for MGF1
/// - `label`: the label, which is copied; NULL for an empty one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the digest is unknown
/// - `GNUTLS_E_INVALID_REQUEST`: `spki` is NULL
///
/// Since 3.8.4. RFC 4055 section 4.1. Manual: `gnutls_x509_spki_set_rsa_oaep_params`.
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
