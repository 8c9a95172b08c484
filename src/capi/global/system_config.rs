//! The system's configuration, and algorithms that the application allows or forbids.
use core::ffi::CStr;

use crate::abi::*;
use crate::alg::{Curve, Digest, Sign, Version};
use crate::capi::ffi::guard;
use crate::capi::object::system_config::{DEFAULT_CONFIG_FILE, path, switch, system_config};

/// Allows or forbids a protocol version in the allow list of the system's configuration.
///
/// It is for programs that have to deviate from the defaults of the system: `override-mode` in the
/// configuration must be `allowlist`, and the priorities `@SYSTEM` must not have been used by any
/// session or handle.
///
/// - `version`: the version
/// - `enabled`: not 0 to allow it, 0 to forbid it
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown version, without an
/// allow list, or once `@SYSTEM` was used.
///
/// Call it at the start of the program, before other threads use the library. Since 3.7.3. Manual:
/// `gnutls_protocol_set_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_set_enabled(version: gnutls_protocol_t, enabled: c_uint) -> c_int {
    guard::unit(|| switch(Version::from_raw(version), enabled != 0, |r| &mut r.versions))
}

/// Allows or forbids an elliptic curve in the allow list of the system's configuration.
///
/// Keys, certificates and groups on a forbidden curve are not supported. `override-mode` in the
/// configuration must be `allowlist`, and the priorities `@SYSTEM` must not have been used by any
/// session or handle.
///
/// - `curve`: the curve
/// - `enabled`: not 0 to allow it, 0 to forbid it
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown curve, without an allow
/// list, or once `@SYSTEM` was used.
///
/// Call it at the start of the program, before other threads use the library. Since 3.7.3. Manual:
/// `gnutls_ecc_curve_set_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_set_enabled(curve: gnutls_ecc_curve_t, enabled: c_uint) -> c_int {
    guard::unit(|| switch(Curve::from_raw(curve), enabled != 0, |r| &mut r.curves))
}

/// Marks a hash function as secure or insecure for signatures, in the allow list of the system's
/// configuration.
///
/// Signatures with an insecure hash are refused. `override-mode` in the configuration must be
/// `allowlist`, and the priorities `@SYSTEM` must not have been used by any session or handle.
///
/// - `dig`: the hash function
/// - `secure`: not 0 for secure, 0 for insecure
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown hash function, without
/// an allow list, or once `@SYSTEM` was used.
///
/// Call it at the start of the program, before other threads use the library. Since 3.7.3. Manual:
/// `gnutls_digest_set_secure`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_set_secure(dig: gnutls_digest_algorithm_t, secure: c_uint) -> c_int {
    guard::unit(|| switch(Digest::from_raw(dig), secure != 0, |r| &mut r.digests))
}

/// Marks a signature algorithm as secure or insecure, in the allow list of the system's configuration.
///
/// Secure means for handshakes and data; for certificates there is `gnutls_sign_set_secure_for_certs`.
/// `override-mode` in the configuration must be `allowlist`, and the priorities `@SYSTEM` must not have
/// been used by any session or handle.
///
/// - `sign`: the signature algorithm
/// - `secure`: not 0 for secure, 0 for insecure
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, without an
/// allow list, or once `@SYSTEM` was used.
///
/// Call it at the start of the program, before other threads use the library. Since 3.7.3. Manual:
/// `gnutls_sign_set_secure`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_set_secure(sign: gnutls_sign_algorithm_t, secure: c_uint) -> c_int {
    guard::unit(|| switch(Sign::from_raw(sign), secure != 0, |r| &mut r.signs))
}

/// Marks a signature algorithm as secure or insecure for certificates, in the allow list of the
/// system's configuration.
///
/// One that is secure for certificates is secure for any use; made insecure for certificates it stays
/// secure for the rest. `override-mode` in the configuration must be `allowlist`, and the priorities
/// `@SYSTEM` must not have been used by any session or handle.
///
/// - `sign`: the signature algorithm
/// - `secure`: not 0 for secure, 0 for insecure
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, without an
/// allow list, or once `@SYSTEM` was used.
///
/// Call it at the start of the program, before other threads use the library. Since 3.7.3. Manual:
/// `gnutls_sign_set_secure_for_certs`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_set_secure_for_certs(
    sign: gnutls_sign_algorithm_t,
    secure: c_uint,
) -> c_int {
    guard::unit(|| {
        let sign = Sign::from_raw(sign);
        let was = sign.is_some_and(|s| system_config().rules.signs_for_certs.contains(&s));
        switch(sign, secure != 0, |r| &mut r.signs_for_certs)?;
        // An algorithm that was secure for certificates stays secure for all other uses.
        if was { switch(sign, true, |r| &mut r.signs) } else { Ok(()) }
    })
}

/// Returns the path of the system's configuration of the library.
///
/// It is `/etc/gnutls/config`, or what the environment variable `GNUTLS_SYSTEM_PRIORITY_FILE` names;
/// the file need not exist. The string is constant and not to be freed.
///
/// Returns the path, NUL-terminated.
///
/// It may be called from any thread. Since 3.6.9. Manual: `gnutls_get_system_config_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_get_system_config_file() -> *const c_char {
    guard::or(DEFAULT_CONFIG_FILE.as_ptr(), || path().as_ptr())
}

/// Returns how the library was built, as a list of names and values.
///
/// The names are `libgnutls-soname`, `tls-features`, `default-trust-store-file` and `default-system-config`; GnuTLS has
/// others too, of its own parts. List and strings are constant and not to be freed.
///
/// Returns an array, in which the element after the last has NULL as its name.
///
/// It may be called from any thread. Since 3.7.3. Manual: `gnutls_get_library_config`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_get_library_config() -> *const gnutls_library_config_st {
    struct Config([gnutls_library_config_st; 5]);
    // SAFETY: constant pointers to constant strings.
    unsafe impl Sync for Config {}
    const fn row(name: &'static CStr, value: &'static CStr) -> gnutls_library_config_st {
        gnutls_library_config_st { name: name.as_ptr(), value: value.as_ptr() }
    }
    static CONFIG: Config = Config([
        row(c"libgnutls-soname", c"libgnutls.so.30"),
        row(c"tls-features", c"ssl2-compat srtp alpn ocsp srp psk dhe ecdhe auth-anon heartbeat"),
        row(c"default-trust-store-file", c"/etc/ssl/certs/ca-certificates.crt"),
        row(c"default-system-config", DEFAULT_CONFIG_FILE),
        gnutls_library_config_st { name: core::ptr::null(), value: core::ptr::null() },
    ]);
    CONFIG.0.as_ptr()
}
