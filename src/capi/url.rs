//! URLs of keys and certificates, and kinds of URL that the application registers.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::url::{URL_SCHEMES, UrlScheme, is_registered_url};
use crate::error::INVALID_REQUEST;

/// Registers a kind of URL; the struct must stay valid as long as the process lives. `GNUTLS_E_INVALID_REQUEST` for a kind
/// that is registered already. Manual: `gnutls_register_custom_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_register_custom_url(st: *const gnutls_custom_url_st) -> c_int {
    // SAFETY: `st` is NULL or valid for reads.
    guard::unit(|| unsafe {
        let st_ref = st.as_ref().ok_or(INVALID_REQUEST)?;
        if st_ref.name.is_null() || st_ref.name_size == 0 {
            return Err(INVALID_REQUEST);
        }
        let new = UrlScheme(st);
        let mut kinds = URL_SCHEMES.write().unwrap_or_else(|e| e.into_inner());
        if kinds.iter().any(|k| k.name() == new.name()) {
            return Err(INVALID_REQUEST);
        }
        kinds.push(new);
        Ok(())
    })
}

/// Non-zero if objects behind such a URL can be had: if an application has registered its kind. Manual: `gnutls_url_is_supported`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_url_is_supported(url: *const c_char) -> c_uint {
    // SAFETY: `url` is NULL or a C string.
    guard::or(0, || unsafe { is_registered_url(url).into() })
}
