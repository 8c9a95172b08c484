//! What a Diffie-Hellman key exchange used.
use crate::abi::*;

/// Bits of the last Diffie-Hellman prime: 0, for none was used. Manual: `gnutls_dh_get_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_prime_bits(_session: gnutls_session_t) -> c_int {
    0
}

/// Bits of the last Diffie-Hellman secret: 0, for none was used. Manual: `gnutls_dh_get_secret_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_secret_bits(_session: gnutls_session_t) -> c_int {
    0
}

/// Bits of the peer's last Diffie-Hellman key: 0, for none was used.
/// Manual: `gnutls_dh_get_peers_public_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_peers_public_bits(_session: gnutls_session_t) -> c_int {
    0
}

/// The smallest prime to accept from a server: no finite-field exchange is offered, so nothing hangs on
/// it. Manual: `gnutls_dh_set_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_set_prime_bits(_session: gnutls_session_t, _bits: c_uint) {}
