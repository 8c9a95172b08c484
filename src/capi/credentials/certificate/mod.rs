//! Certificate credentials.
pub mod dh;
pub mod ocsp;
pub mod pkcs12;
pub mod rawpk;
pub mod retrieve;
pub mod trust;
pub mod x509;

use core::ffi::c_void;
use std::collections::HashMap;
use std::sync::Mutex;

use crate::abi::*;
use crate::capi::ffi::function::Function;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::certificate_credentials::{
    CertificateCredentials, StatusFunction, credentials_verify_flags, get_credentials_mut,
};
use crate::capi::object::dh_params::CredentialGroup;
use crate::capi::object::pin::Pin;
use crate::capi::object::trust_list::OwnedList;

/// GnuTLS's limits: 16 certificates, keys of 16384 bits.
const MAX_DEPTH: usize = 16;

const MAX_BITS: u32 = 16384;

/// Creates empty certificate credentials.
///
/// They take the certificates and keys of the own side, the trusted authorities for the verification of
/// the peer, and callbacks. Any number of sessions may share them (`gnutls_credentials_set`); they must
/// outlive those sessions. `gnutls_certificate_free_credentials` frees them.
///
/// - `res`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `res` is NULL
///
/// Set the credentials up in one thread; after that, sessions in any number of threads may use them at
/// once.
///
/// Manual: `gnutls_certificate_allocate_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_allocate_credentials(
    res: *mut gnutls_certificate_credentials_t,
) -> c_int {
    guard::unit(|| {
        let credentials = CertificateCredentials {
            pairs: Vec::new(),
            trust: OwnedList::new(Box::default()),
            flags: 0,
            verify_flags: 0,
            max_depth: MAX_DEPTH,
            max_bits: MAX_BITS,
            verify: Function::none(),
            retrieve: Mutex::default(),
            status: StatusFunction::default(),
            status_of_pairs: HashMap::new(),
            dh: CredentialGroup::default(),
            pin: Pin::default(),
            given: Vec::new(),
        };
        // SAFETY: `res` is NULL or valid for a write.
        unsafe { opaque::give(res, credentials) }
    })
}

/// Frees certificate credentials, with the keys, certificates and the trust list in them.
///
/// No session may use them any more, and what was lent of them (`gnutls_certificate_get_crt_raw`,
/// `gnutls_certificate_get_trust_list`, `gnutls_certificate_get_issuer` without a copy) is no longer
/// valid. Private keys are wiped. Objects that were copied into the credentials stay the caller's.
///
/// - `sc`: the credentials; NULL is ignored
///
/// Manual: `gnutls_certificate_free_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_credentials(sc: gnutls_certificate_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Sets the flags of certificate credentials; they replace those that were set before.
///
/// Set them first: they act on the functions that add keys and revocation lists afterwards. NULL as
/// `res` is ignored.
///
/// - `res`: the credentials
/// - `flags`: any of `gnutls_certificate_flags`: `GNUTLS_CERTIFICATE_API_V2` (functions that add a pair
///   return its index), `GNUTLS_CERTIFICATE_SKIP_KEY_CERT_MATCH` (a pair is taken unchecked),
///   `GNUTLS_CERTIFICATE_VERIFY_CRLS` (a revocation list is taken only if a trusted authority signed
///   it), `GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK` (OCSP responses are taken unchecked)
///
/// Since 3.4.7. Manual: `gnutls_certificate_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_flags(res: gnutls_certificate_credentials_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(res) } {
            c.flags = flags;
        }
    });
}

/// Sets the flags by which `gnutls_certificate_verify_peers2`, `gnutls_certificate_verify_peers3` and
/// their like verify the peers of sessions with these credentials.
///
/// They replace those that were set before. A verification profile (`GNUTLS_PROFILE_TO_VFLAGS`) may be
/// among them. Call it before sessions use the credentials.
///
/// - `res`: the credentials; NULL is ignored
/// - `flags`: `gnutls_certificate_verify_flags`, combined by or
///
/// Manual: `gnutls_certificate_set_verify_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_flags(
    res: gnutls_certificate_credentials_t,
    flags: c_uint,
) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(res) } {
            c.verify_flags = flags;
        }
    });
}

/// Returns the verification flags of certificate credentials.
///
/// - `res`: the credentials, which are not changed
///
/// Returns the flags that `gnutls_certificate_set_verify_flags` set last
/// (`gnutls_certificate_verify_flags`, combined by or); 0 if none were set or `res` is NULL.
///
/// Since 3.4.0. Manual: `gnutls_certificate_get_verify_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_verify_flags(
    res: gnutls_certificate_credentials_t,
) -> c_uint {
    guard::or(0, || credentials_verify_flags(res))
}

/// Sets the largest key and the longest chain of a peer that a verification with these credentials
/// looks at.
///
/// A chain beyond the limits makes the verification fail with `GNUTLS_E_CONSTRAINT_ERROR`: it bounds
/// the work that a peer can cause. Without this call the limits are 16384 bits and 16 certificates.
/// Call it before sessions use the credentials.
///
/// - `res`: the credentials; NULL is ignored
/// - `max_bits`: the bits of the largest key of the chain; 0 is no limit. ML-DSA keys are not measured,
///   and GnuTLS measures none
/// - `max_depth`: the number of certificates of the longest chain; 0 is no limit
///
/// Manual: `gnutls_certificate_set_verify_limits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_limits(
    res: gnutls_certificate_credentials_t,
    max_bits: c_uint,
    max_depth: c_uint,
) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(res) } {
            c.max_depth = max_depth as usize;
            c.max_bits = max_bits;
        }
    });
}

/// Sets the callback that verifies the peer's certificate within the handshake.
///
/// It is called with the session once the peer's chain has been received, unless
/// `gnutls_session_set_verify_function` or `gnutls_session_set_verify_cert` set a check of the
/// session's own. It may call `gnutls_certificate_verify_peers3`, `gnutls_certificate_get_peers` and
/// other functions on the session. 0 lets the handshake go on; a code below -1 ends it with that code,
/// any other answer with `GNUTLS_E_CERTIFICATE_ERROR`.
///
/// - `cred`: the credentials; NULL is ignored
/// - `func`: the callback; NULL takes it away. Without one the program verifies the peer after the
///   handshake
///
/// The callback runs in the thread that calls `gnutls_handshake`, in several threads at once if several
/// sessions share the credentials.
///
/// Since 2.10.0. Manual: `gnutls_certificate_set_verify_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_function(
    cred: gnutls_certificate_credentials_t,
    func: Option<gnutls_certificate_verify_function>,
) {
    guard::or((), || {
        // SAFETY: `cred` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(cred) } {
            c.verify.set(func);
        }
    });
}

/// Sets the callback that is asked for the password of an encrypted private key.
///
/// `gnutls_certificate_set_x509_key_file`, `gnutls_certificate_set_x509_key_mem` and their variants
/// call it once for a key that is encrypted and comes without a password; they also hand it on to
/// certificates and keys behind URLs of registered kinds. It fills a buffer of
/// `GNUTLS_PKCS11_MAX_PIN_LEN` bytes; a negative answer makes the import fail with
/// `GNUTLS_E_DECRYPTION_FAILED`.
///
/// - `cred`: the credentials; NULL is ignored
/// - `fn_`: the callback; NULL takes it away
/// - `userdata`: passed to the callback as it is, not looked at and not freed
///
/// Since 3.1.0. Manual: `gnutls_certificate_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_pin_function(
    cred: gnutls_certificate_credentials_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: `cred` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(cred) } {
            c.pin = Pin { function: fn_, userdata };
        }
    });
}
