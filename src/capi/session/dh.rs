//! What the Diffie-Hellman key exchange in a finite field before TLS 1.3 has used. Of other key exchanges
//! `gnutls_group_get` tells the group.
use crate::abi::*;
use crate::alg::Kx;
use crate::asn1::der;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::write_datum;
use crate::capi::object::raw_key::with_sign_byte;
use crate::capi::object::session::{get_session, parameter};
use crate::error::{Error, Result};
use crate::handshake::config::Role;
use crate::handshake::parameters::{DhExchange, SecurityParameters};

/// `of` the key exchange, `otherwise` after one of another kind, and `GNUTLS_E_INVALID_REQUEST` before the first
/// handshake is complete.
///
/// # Safety
/// `session` is NULL or a session.
unsafe fn after_handshake(
    session: gnutls_session_t,
    otherwise: c_int,
    of: impl FnOnce(&DhExchange) -> u32,
) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    let server = unsafe { get_session(session) }.is_ok_and(|h| h.session.role() == Role::Server);
    let answer = |p: &SecurityParameters| match &p.dh {
        _ if !p.established => GNUTLS_E_INVALID_REQUEST,
        // GnuTLS goes by the credentials of the peer.
        None if p.suite.and_then(|s| s.kx).is_some_and(|kx| kx == Kx::Srp || (server && kx.is_srp())) => {
            GNUTLS_E_INVALID_REQUEST
        }
        Some(dh) => of(dh) as c_int,
        None => otherwise,
    };
    // SAFETY: `session` is NULL or a live handle.
    unsafe { parameter(session, GNUTLS_E_INVALID_REQUEST, answer) }
}

/// Tells the size of the prime of the last Diffie-Hellman key exchange in a finite field.
///
/// Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
///
/// - `session`: a session
///
/// Returns the size in bits, 0 if there was none, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the first handshake is not complete, the peer was authenticated by SRP, or `session` is NULL
///
/// Manual: `gnutls_dh_get_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_prime_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, 0, |dh| dh.group.bits()) })
}

/// Tells the size of our secret exponent in the last Diffie-Hellman key exchange in a finite field.
///
/// Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
///
/// - `session`: a session
///
/// Returns the size in bits, 0 if there was none, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the first handshake is not complete, the peer was authenticated by SRP, or `session` is NULL
///
/// Manual: `gnutls_dh_get_secret_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_secret_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe { after_handshake(session, 0, |dh| dh.secret_bits) })
}

/// Tells the size of the peer's public value in the last Diffie-Hellman key exchange in a finite field.
///
/// Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
///
/// - `session`: a session
///
/// Returns the size in bits, or a negative error code:
/// - `GNUTLS_E_MPI_SCAN_FAILED`: there was none
/// - `GNUTLS_E_INVALID_REQUEST`: the first handshake is not complete, the peer was authenticated by SRP, or `session` is NULL
///
/// Manual: `gnutls_dh_get_peers_public_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_peers_public_bits(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(GNUTLS_E_INTERNAL_ERROR, || unsafe {
        after_handshake(session, GNUTLS_E_MPI_SCAN_FAILED, |dh| der::bit_size(&dh.peers))
    })
}

/// Copies of numbers of the key exchange; they are empty after one of another kind.
///
/// # Safety
/// `session` is NULL or a session.
unsafe fn numbers<const N: usize>(
    session: gnutls_session_t,
    of: impl FnOnce(&DhExchange) -> [&[u8]; N],
) -> Result<[Vec<u8>; N]> {
    // SAFETY: `session` is NULL or a live handle.
    let h = unsafe { get_session(session) }?;
    h.session.parameters(|p| match &p.dh {
        _ if !p.established => Err(Error::new(GNUTLS_E_INVALID_REQUEST)),
        Some(dh) => Ok(of(dh).map(with_sign_byte)),
        None => Ok([const { Vec::new() }; N]),
    })
}

/// Returns the group of the last Diffie-Hellman key exchange in a finite field.
///
/// The numbers are big-endian, with a zero byte first if their highest bit is set. They are empty after another
/// key exchange. Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
///
/// - `session`: a session
/// - `raw_gen`: takes the generator, to be freed with `gnutls_free`; NULL if it is not needed
/// - `raw_prime`: the same for the prime
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the first handshake is not complete, the peer was authenticated by SRP, or `session` is NULL
/// - `GNUTLS_E_MEMORY_ERROR`: no memory for the numbers
///
/// Manual: `gnutls_dh_get_group`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_group(
    session: gnutls_session_t,
    raw_gen: *mut gnutls_datum_t,
    raw_prime: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; the others are NULL or valid for a write.
        unsafe {
            let [generator, prime] = numbers(session, |dh| [&dh.group.generator, &dh.group.prime])?;
            for (number, out) in [(generator, raw_gen), (prime, raw_prime)] {
                if !out.is_null() {
                    write_datum(&number, out)?;
                }
            }
        }
        Ok(())
    })
}

/// Returns our public value of the last Diffie-Hellman key exchange in a finite field.
///
/// It is big-endian, with a zero byte first if its highest bit is set, and empty after another key exchange. Those
/// of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
///
/// - `session`: a session
/// - `raw_key`: takes the value, to be freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the first handshake is not complete, or a pointer is NULL
/// - `GNUTLS_E_MEMORY_ERROR`: no memory for the value
///
/// Manual: `gnutls_dh_get_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_pubkey(
    session: gnutls_session_t,
    raw_key: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `raw_key` is NULL or valid for a write.
        unsafe {
            let [ours] = numbers(session, |dh| [&dh.ours])?;
            if raw_key.is_null() {
                return Err(Error::new(GNUTLS_E_INVALID_REQUEST));
            }
            write_datum(&ours, raw_key)
        }
    })
}

/// Sets the smallest Diffie-Hellman prime that a client accepts.
///
/// A server with a smaller one is refused with `GNUTLS_E_DH_PRIME_UNACCEPTABLE`. The default is 1008 bits. It
/// concerns the key exchanges in a finite field before TLS 1.3.
///
/// - `session`: a session; NULL is ignored
/// - `bits`: the size in bits
///
/// Manual: `gnutls_dh_set_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_set_prime_bits(session: gnutls_session_t, bits: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.configure(|c| c.least_prime = bits);
        }
    });
}
