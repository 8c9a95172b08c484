//! The system's configuration, and algorithms that the application allows or forbids.
use core::ffi::CStr;

use crate::abi::*;
use crate::alg::{Curve, Digest, Sign, Version};
use crate::capi::ffi::guard;
use crate::capi::object::system_config::{DEFAULT_CONFIG_FILE, path, switch, system_config};

/// Switches a version on or off in the allow list of the system's configuration.
/// `GNUTLS_E_INVALID_REQUEST` if there is none, or if @SYSTEM was used already.
/// Manual: `gnutls_protocol_set_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_set_enabled(version: gnutls_protocol_t, enabled: c_uint) -> c_int {
    guard::unit(|| switch(Version::from_raw(version), enabled != 0, |r| &mut r.versions))
}

/// As `gnutls_protocol_set_enabled`, of a curve. Manual: `gnutls_ecc_curve_set_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_set_enabled(curve: gnutls_ecc_curve_t, enabled: c_uint) -> c_int {
    guard::unit(|| switch(Curve::from_raw(curve), enabled != 0, |r| &mut r.curves))
}

/// As `gnutls_protocol_set_enabled`, of a hash function in signatures.
/// Manual: `gnutls_digest_set_secure`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_set_secure(dig: gnutls_digest_algorithm_t, secure: c_uint) -> c_int {
    guard::unit(|| switch(Digest::from_raw(dig), secure != 0, |r| &mut r.digests))
}

/// As `gnutls_protocol_set_enabled`, of a signature algorithm, not for certificates.
/// Manual: `gnutls_sign_set_secure`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_set_secure(sign: gnutls_sign_algorithm_t, secure: c_uint) -> c_int {
    guard::unit(|| switch(Sign::from_raw(sign), secure != 0, |r| &mut r.signs))
}

/// As `gnutls_sign_set_secure`, for any use; switched off, for certificates alone.
/// Manual: `gnutls_sign_set_secure_for_certs`.
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

/// The path of the system-wide configuration. The string is constant.
/// Manual: `gnutls_get_system_config_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_get_system_config_file() -> *const c_char {
    guard::or(DEFAULT_CONFIG_FILE.as_ptr(), || path().as_ptr())
}

/// How the library was built, as names and values; the last name is NULL. The list is constant.
/// Manual: `gnutls_get_library_config`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_get_library_config() -> *const gnutls_library_config_st {
    struct Config([gnutls_library_config_st; 4]);
    // SAFETY: constant pointers to constant strings.
    unsafe impl Sync for Config {}
    const fn row(name: &'static CStr, value: &'static CStr) -> gnutls_library_config_st {
        gnutls_library_config_st { name: name.as_ptr(), value: value.as_ptr() }
    }
    static CONFIG: Config = Config([
        row(c"libgnutls-soname", c"libgnutls.so.30"),
        row(c"tls-features", c"alpn dhe ecdhe"),
        row(c"default-system-config", DEFAULT_CONFIG_FILE),
        gnutls_library_config_st { name: core::ptr::null(), value: core::ptr::null() },
    ]);
    CONFIG.0.as_ptr()
}
