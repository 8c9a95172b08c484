//! Compression of certificates (RFC 8879).
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::object::session::get_session;
use crate::compression::Compression;
use crate::error::{INVALID_REQUEST, Result, err};

/// The most methods that fit in the extension (RFC 8879 section 3).
const MOST: usize = 127;

/// Sets the methods by which the certificates of a session may be compressed.
///
/// They are what the peer is told that this side decompresses, and one of them compresses the own
/// certificate if the peer decompresses it. TLS 1.3 alone compresses certificates. Decompression is
/// bounded by the length that the peer announces, and that by
/// `gnutls_handshake_set_max_packet_length`.
///
/// - `session`: a session, before the handshake
/// - `methods`: `GNUTLS_COMP_ZLIB`, `GNUTLS_COMP_BROTLI` and `GNUTLS_COMP_ZSTD`, the preferred first;
///   copied. NULL takes back those that were set
/// - `methods_len`: their number, at most 127; 0 takes back those that were set
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code; then nothing is changed:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, a method is unknown, or there are too many
///
/// Since 3.7.4. RFC 8879. Manual: `gnutls_compress_certificate_set_methods`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compress_certificate_set_methods(
    session: gnutls_session_t,
    methods: *const gnutls_compression_method_t,
    methods_len: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let h = unsafe { get_session(session) }?;
        if methods_len > MOST {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let given = if methods.is_null() { 0 } else { methods_len };
        // SAFETY: `methods` has `methods_len` elements (the caller).
        let list: Result<Vec<Compression>> =
            (0..given).map(|i| from_raw(unsafe { *methods.add(i) }).ok_or(INVALID_REQUEST)).collect();
        let list = list?;
        h.session.configure(|c| c.compression = list);
        Ok(())
    })
}

fn from_raw(method: gnutls_compression_method_t) -> Option<Compression> {
    match method {
        GNUTLS_COMP_ZLIB => Some(Compression::Zlib),
        GNUTLS_COMP_BROTLI => Some(Compression::Brotli),
        GNUTLS_COMP_ZSTD => Some(Compression::Zstd),
        _ => None,
    }
}

/// Tells the method that compresses the own certificate.
///
/// It is selected when the peer has said what it decompresses: the first of the own methods that is
/// among those.
///
/// - `session`: a session
///
/// Returns `GNUTLS_COMP_ZLIB`, `GNUTLS_COMP_BROTLI` or `GNUTLS_COMP_ZSTD`; `GNUTLS_COMP_UNKNOWN` (0) if
/// none is selected or `session` is NULL.
///
/// Since 3.7.4. RFC 8879. Manual: `gnutls_compress_certificate_get_selected_method`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compress_certificate_get_selected_method(
    session: gnutls_session_t,
) -> gnutls_compression_method_t {
    guard::or(GNUTLS_COMP_UNKNOWN, || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let Ok(h) = (unsafe { get_session(session) }) else { return GNUTLS_COMP_UNKNOWN };
        match h.session.parameters(|p| p.compression) {
            None => GNUTLS_COMP_UNKNOWN,
            Some(Compression::Zlib) => GNUTLS_COMP_ZLIB,
            Some(Compression::Brotli) => GNUTLS_COMP_BROTLI,
            Some(Compression::Zstd) => GNUTLS_COMP_ZSTD,
        }
    })
}
