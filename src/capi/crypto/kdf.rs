//! Key derivation: HKDF and PBKDF2.
use crate::abi::*;
use crate::alg::ids::{Digest, Mac};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_in, optional_datum_in, with_output};
use crate::capi::object::cipher::write_output;
use crate::crypto::{hash, kdf, mac};
use crate::error::{INVALID_REQUEST, Result};

/// What key derivation is made of: an HMAC by its digest, or another MAC without a nonce.
#[derive(Clone, Copy)]
enum Prf {
    Hmac(Digest),
    Other(Mac),
}

impl Prf {
    fn new(algorithm: gnutls_mac_algorithm_t) -> Result<Prf> {
        let mac = Mac::from_raw(algorithm).ok_or(INVALID_REQUEST)?;
        match mac::hmac_digest(mac) {
            Some(digest) => Ok(Prf::Hmac(digest)),
            None if mac.nonce_size() == 0 && mac.output_size() > 0 => Ok(Prf::Other(mac)),
            None => Err(INVALID_REQUEST),
        }
    }

    /// Bytes of one output, which are some.
    fn size(self) -> Result<usize> {
        match self {
            Prf::Hmac(digest) => hash::size(digest).ok_or(INVALID_REQUEST),
            Prf::Other(mac) => Ok(mac.output_size()),
        }
    }
}

/// Concentrates key material into a pseudorandom key: the first step of HKDF.
///
/// `gnutls_hkdf_expand` makes keys of it.
///
/// - `mac`: the MAC, as `GNUTLS_MAC_SHA256`; one without a nonce
/// - `key`: the key material
/// - `salt`: a salt, which is no secret; NULL for an empty one. A MAC that is no HMAC takes a salt of
///   its key length only
/// - `output`: takes the key: as many bytes as `gnutls_hmac_get_len` says
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the MAC is unknown or takes a nonce, the salt has a wrong length, or
///   `key` or `output` is NULL
///
/// Any number of threads may call it.
///
/// Since 3.6.13. RFC 5869 section 2.2. Manual: `gnutls_hkdf_extract`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hkdf_extract(
    mac: gnutls_mac_algorithm_t,
    key: *const gnutls_datum_t,
    salt: *const gnutls_datum_t,
    output: *mut c_void,
) -> c_int {
    guard::unit(|| {
        let prf = Prf::new(mac)?;
        // SAFETY: the datums are NULL or valid, `output` has space for the MAC.
        unsafe {
            let key = datum_in(key)?;
            let salt = optional_datum_in(salt)?;
            if output.is_null() {
                return Err(INVALID_REQUEST);
            }
            match prf {
                Prf::Hmac(digest) => write_output(kdf::hkdf_extract(digest, salt, key).as_ref(), output),
                Prf::Other(mac) => {
                    let mut mac = mac::Running::new(mac, salt)?;
                    mac.update(key)?;
                    write_output(&mac.finish()?, output);
                }
            }
        }
        Ok(())
    })
}

/// Makes keys of a pseudorandom key: the second step of HKDF.
///
/// `output` may overlap the other buffers.
///
/// - `mac`: the MAC of `gnutls_hkdf_extract`
/// - `key`: the pseudorandom key
/// - `info`: tells keys for several uses apart; NULL for none
/// - `output`: takes the bytes
/// - `length`: how many: at most 255 times the length of the MAC
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the MAC is unknown or takes a nonce, `length` is too large, the key
///   has a wrong length, or `key` or `output` is NULL
///
/// Any number of threads may call it.
///
/// Since 3.6.13. RFC 5869 section 2.3. Manual: `gnutls_hkdf_expand`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hkdf_expand(
    mac: gnutls_mac_algorithm_t,
    key: *const gnutls_datum_t,
    info: *const gnutls_datum_t,
    output: *mut c_void,
    length: usize,
) -> c_int {
    guard::unit(|| {
        let prf = Prf::new(mac)?;
        if length > 255 * prf.size()? || (output.is_null() && length > 0) {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: the datums are NULL or valid, `output` has `length` bytes.
        unsafe {
            let key = datum_in(key)?;
            let info = optional_datum_in(info)?;
            with_output(output, length, [key, info], |out| match prf {
                Prf::Hmac(digest) => {
                    kdf::hkdf_expand(digest, key, info, out);
                    Ok(())
                }
                Prf::Other(mac) => {
                    kdf::hkdf_expand_by(&mut mac::Running::new(mac, key)?, prf.size()?, info, out)
                }
            })
        }
    })
}

/// Derives a key from a password.
///
/// The time grows with the iterations and with each length of the MAC that is asked for.
///
/// - `mac`: the MAC, as `GNUTLS_MAC_SHA256`; one without a nonce
/// - `key`: the password
/// - `salt`: the salt, at least 16 random bytes; NULL for none
/// - `iter_count`: the iterations; not 0. GnuTLS ends the process for 0
/// - `output`: takes the key
/// - `length`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: there are no iterations, the MAC is unknown or takes a nonce, the
///   password is no key of the MAC (an HMAC takes any), or `key` or `output` is NULL
///
/// Any number of threads may call it.
///
/// Since 3.6.13. RFC 8018 section 5.2. Manual: `gnutls_pbkdf2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pbkdf2(
    mac: gnutls_mac_algorithm_t,
    key: *const gnutls_datum_t,
    salt: *const gnutls_datum_t,
    iter_count: c_uint,
    output: *mut c_void,
    length: usize,
) -> c_int {
    guard::unit(|| {
        let prf = Prf::new(mac)?;
        if output.is_null() && length > 0 {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: the datums are NULL or valid, `output` has `length` bytes.
        unsafe {
            let key = datum_in(key)?;
            let salt = optional_datum_in(salt)?;
            with_output(output, length, [key, salt], |out| match prf {
                Prf::Hmac(digest) => kdf::pbkdf2(digest, key, salt, iter_count, out),
                Prf::Other(mac) => {
                    let mut mac = mac::Running::new(mac, key)?;
                    kdf::pbkdf2_by(&mut mac, prf.size()?, salt, iter_count, out)
                }
            })
        }
    })
}
