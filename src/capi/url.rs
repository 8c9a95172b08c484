//! URLs of keys and certificates, and kinds of URL that the application registers.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::url::{URL_SCHEMES, UrlScheme, is_registered_url};
use crate::error::INVALID_REQUEST;

/// Registers a kind of URL, by which keys and certificates of the application's can be imported.
///
/// A URL is of this kind if it begins with `name`, in upper or lower case. The struct has functions
/// that import a private key, a public key, a certificate and its issuer; each may be NULL. The struct
/// and all that it points to are not copied: they must stay unchanged as long as the process lives.
///
/// - `st`: the struct; `name_size` does not count a NUL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `st` or its name is NULL or empty,
/// or the name is registered already.
///
/// It may be called from any thread, and counts for the process; a kind cannot be removed. Since 3.4.0.
/// Manual: `gnutls_register_custom_url`.
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

/// Tells whether keys and certificates behind a URL can be imported.
///
/// Kinds of URL are those that the application has registered with `gnutls_register_custom_url`. Unlike
/// GnuTLS the library has none of its own: there are no URLs of PKCS #11 and TPM.
///
/// - `url`: the URL, NUL-terminated; NULL gives 0
///
/// Returns 1 if the kind of the URL is registered, else 0. The object behind it may still be missing.
///
/// It may be called from any thread. Since 3.1.0. Manual: `gnutls_url_is_supported`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_url_is_supported(url: *const c_char) -> c_uint {
    // SAFETY: `url` is NULL or a C string.
    guard::or(0, || unsafe { is_registered_url(url).into() })
}
