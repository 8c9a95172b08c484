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

/// Tells the size of the prime of the last Diffie-Hellman key exchange: 0, for none is used.
///
/// TLS 1.3 exchanges in a finite field do not count, and this library has no others. What was used is told
/// by `gnutls_group_get`.
///
/// - `session`: a session
///
/// Returns 0, or `GNUTLS_E_INVALID_REQUEST` before the first handshake is complete or if `session` is
/// NULL.
///
/// Manual: `gnutls_dh_get_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_prime_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, 0) })
}

/// Tells the size of the secret exponent of the last Diffie-Hellman key exchange: 0, for none is used.
///
/// TLS 1.3 exchanges in a finite field do not count, and this library has no others. What was used is told
/// by `gnutls_group_get`.
///
/// - `session`: a session
///
/// Returns 0, or `GNUTLS_E_INVALID_REQUEST` before the first handshake is complete or if `session` is
/// NULL.
///
/// Manual: `gnutls_dh_get_secret_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_secret_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, 0) })
}

/// Tells the size of the peer's public key in the last Diffie-Hellman key exchange; there never is one.
///
/// TLS 1.3 exchanges in a finite field do not count, and this library has no others. What was used is told
/// by `gnutls_group_get`.
///
/// - `session`: a session
///
/// Returns a negative error code:
/// - `GNUTLS_E_MPI_SCAN_FAILED`: there is no such key
/// - `GNUTLS_E_INVALID_REQUEST`: the first handshake is not complete, or `session` is NULL
///
/// Manual: `gnutls_dh_get_peers_public_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_peers_public_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, GNUTLS_E_MPI_SCAN_FAILED) })
}

/// Does nothing: it would set the smallest Diffie-Hellman prime that a client accepts.
///
/// This library exchanges keys by elliptic curves and hybrids of them alone, so that no server can
/// choose a prime. Strength is set in the priority string.
///
/// - `session`: not used
/// - `bits`: not used
///
/// Manual: `gnutls_dh_set_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_set_prime_bits(_session: gnutls_session_t, _bits: c_uint) {}
