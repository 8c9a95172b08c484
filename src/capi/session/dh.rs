//! Parameters of the Diffie-Hellman key exchange. Finite-field groups are not offered, so these functions
//! return what they return in GnuTLS after a handshake with an elliptic curve.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::parameter;

/// `answer` once a handshake is complete, `GNUTLS_E_INVALID_REQUEST` before.
///
/// # Safety
/// `session` is NULL or a session.
unsafe fn after_handshake(session: gnutls_session_t, answer: c_int) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    let established = unsafe { parameter(session, false, |p| p.established) };
    if established { answer } else { GNUTLS_E_INVALID_REQUEST }
}

/// Bits of the last Diffie-Hellman prime: 0, for none was used. Manual: `gnutls_dh_get_prime_bits`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_prime_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, 0) })
}

/// Bits of the last Diffie-Hellman secret: 0, for none was used. Manual: `gnutls_dh_get_secret_bits`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_secret_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, 0) })
}

/// Bits of the peer's last Diffie-Hellman key: `GNUTLS_E_MPI_SCAN_FAILED`, for there is none.
/// Manual: `gnutls_dh_get_peers_public_bits`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_peers_public_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, GNUTLS_E_MPI_SCAN_FAILED) })
}

/// The smallest prime to accept from a server: no finite-field exchange is offered, so nothing hangs on
/// it. Manual: `gnutls_dh_set_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_set_prime_bits(_session: gnutls_session_t, _bits: c_uint) {}
