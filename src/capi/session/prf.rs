//! Keying material and channel bindings.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_datum, bytes_in, slice_mut};
use crate::capi::object::session::get_session;
use crate::error::{Result, err};

/// Gives data that name this connection, for authentication in a protocol above TLS.
///
/// `GNUTLS_CB_TLS_UNIQUE` is the client's Finished of TLS 1.2, `GNUTLS_CB_TLS_SERVER_END_POINT` a hash
/// of the server's certificate, `GNUTLS_CB_TLS_EXPORTER` 32 bytes of keying material, for TLS 1.3 above
/// all.
///
/// - `session`: a session whose handshake is complete
/// - `cbtype`: the type of binding
/// - `cb`: takes the bytes, which the caller frees with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE`: before the handshake; `GNUTLS_CB_TLS_UNIQUE` in TLS 1.3;
///   `GNUTLS_CB_TLS_EXPORTER` before TLS 1.3 without the extended master secret
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: an unknown type; `GNUTLS_CB_TLS_SERVER_END_POINT` without an X.509
///   certificate of the server
///
/// Since 2.12.0. RFC 5929, RFC 9266. Manual: `gnutls_session_channel_binding`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_channel_binding(
    session: gnutls_session_t,
    cbtype: gnutls_channel_binding_t,
    cb: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let data = match cbtype {
            GNUTLS_CB_TLS_UNIQUE => h.session.tls_unique()?,
            GNUTLS_CB_TLS_SERVER_END_POINT => h.session.tls_server_end_point()?,
            GNUTLS_CB_TLS_EXPORTER => h.session.tls_exporter()?,
            _ => return err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
        };
        if cb.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `cb` is not NULL, and valid for a write (the caller).
        unsafe { cb.write(alloc_datum(&data)?) };
        Ok(())
    })
}

/// The arguments that the three PRF entries share.
///
/// # Safety
/// `label` and `out` have the bytes their lengths say.
unsafe fn prf_buffers<'a>(
    label_size: usize,
    label: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> Result<(&'a [u8], &'a mut [u8])> {
    if out.is_null() || outsize > isize::MAX as usize {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `label` is NULL or has as many bytes as its length says; `out` is NULL or has as much space as its size says.
    Ok(unsafe { (bytes_in(label.cast(), label_size)?, slice_mut(out.cast(), outsize)) })
}

/// The context of an exporter; NULL is none, whatever its length.
///
/// # Safety
/// `context` is NULL or has `size` bytes, which outlive the result.
unsafe fn prf_context<'a>(size: usize, context: *const c_char) -> Result<Option<&'a [u8]>> {
    if context.is_null() {
        return Ok(None);
    }
    // SAFETY: `context` is not NULL and has as many bytes as its length says.
    unsafe { bytes_in(context.cast(), size) }.map(Some)
}

/// Derives keying material for another protocol from the session's secrets.
///
/// Both sides get the same bytes for the same label and context. TLS 1.2 tells no context from an empty
/// one; TLS 1.3 does not.
///
/// - `session`: a session whose handshake is complete
/// - `label_size`: the length of `label` in bytes; at most 240 in TLS 1.3
/// - `label`: the label, as registered for the protocol; need not end with a NUL; UTF-8 in TLS 1.3
/// - `context_size`: the length of `context` in bytes; at most 65535 in TLS 1.2
/// - `context`: the context; NULL for none
/// - `outsize`: how many bytes to derive; in TLS 1.3 at most 255 times the length of the hash
/// - `out`: takes `outsize` bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there are no secrets yet, a length
/// is out of bounds, or `session`, `out`, or `label` with a length is NULL.
///
/// Since 3.4.4. RFC 5705, RFC 8446 section 7.5. Manual: `gnutls_prf_rfc5705`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_rfc5705(
    session: gnutls_session_t,
    label_size: usize,
    label: *const c_char,
    context_size: usize,
    context: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `label` and `context` are NULL or have as many bytes as their
        // lengths say; `out` is NULL or has as much space as its size says.
        let (h, (label, out)) =
            unsafe { (get_session(session)?, prf_buffers(label_size, label, outsize, out)?) };
        // SAFETY: `context` is NULL or has as many bytes as its length says.
        h.session.export(label, unsafe { prf_context(context_size, context) }?, out)
    })
}

/// Derives keying material for another protocol that is used with early data.
///
/// It is there during the handshake, if early data is offered by the client and accepted by the server: from the hook of
/// `GNUTLS_HANDSHAKE_CLIENT_HELLO` on, on a server from the one with `GNUTLS_HOOK_POST`.
///
/// - `session`: a session in its handshake
/// - `label_size`: the length of `label` in bytes; at most 240
/// - `label`: the label, in UTF-8; need not end with a NUL
/// - `context_size`: the length of `context` in bytes
/// - `context`: the context; NULL for none, which is the same as an empty one
/// - `outsize`: how many bytes to derive; at most 255 times the length of the hash
/// - `out`: takes `outsize` bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there is no early secret, a length is out of bounds, or
/// `session`, `out`, or `label` with a length is NULL.
///
/// Since 3.6.8. RFC 8446 section 7.5. Manual: `gnutls_prf_early`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_early(
    session: gnutls_session_t,
    label_size: usize,
    label: *const c_char,
    context_size: usize,
    context: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `label` and `context` are NULL or have as many bytes as their
        // lengths say; `out` is NULL or has as much space as its size says.
        let (h, (label, out)) =
            unsafe { (get_session(session)?, prf_buffers(label_size, label, outsize, out)?) };
        // SAFETY: `context` is NULL or has as many bytes as its length says.
        h.session.export_early(label, unsafe { prf_context(context_size, context) }?.unwrap_or_default(), out)
    })
}

/// Derives bytes by the PRF of TLS 1.2 from the master secret, a label and the randoms of the
/// handshake.
///
/// In TLS 1.3 it is the exporter without context, which needs `server_random_first` 0 and no `extra`.
/// New protocols use `gnutls_prf_rfc5705`.
///
/// - `session`: a session whose handshake is complete
/// - `label_size`: the length of `label` in bytes
/// - `label`: the label; need not end with a NUL
/// - `server_random_first`: 0 for the client's random first, else the server's
/// - `extra_size`: the length of `extra` in bytes
/// - `extra`: bytes behind the randoms in the seed; NULL if `extra_size` is 0
/// - `outsize`: how many bytes to derive
/// - `out`: takes `outsize` bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there are no secrets yet, TLS 1.3
/// cannot do what is asked, or `session`, `out`, or a pointer with a length is NULL.
///
/// RFC 5246 section 5. Manual: `gnutls_prf`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf(
    session: gnutls_session_t,
    label_size: usize,
    label: *const c_char,
    server_random_first: c_int,
    extra_size: usize,
    extra: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `label` and `extra` are NULL or have as many bytes as their
        // lengths say; `out` is NULL or has as much space as its size says.
        let (h, (label, out)) =
            unsafe { (get_session(session)?, prf_buffers(label_size, label, outsize, out)?) };
        // SAFETY: `extra` is NULL or has as many bytes as its length says.
        let extra = unsafe { bytes_in(extra.cast(), extra_size) }?;
        h.session.prf(label, server_random_first != 0, extra, out)
    })
}

/// Derives bytes by the PRF of TLS 1.2 from the master secret, a label and a seed of the caller's.
///
/// The randoms of the handshake are not in the seed unless the caller puts them there. TLS 1.3 has no
/// such function: see `gnutls_prf_rfc5705`.
///
/// - `session`: a session of TLS 1.2 whose handshake is complete
/// - `label_size`: the length of `label` in bytes
/// - `label`: the label; need not end with a NUL
/// - `seed_size`: the length of `seed` in bytes
/// - `seed`: the seed; NULL if `seed_size` is 0
/// - `outsize`: how many bytes to derive
/// - `out`: takes `outsize` bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there is no master secret, as in
/// TLS 1.3, or `session`, `out`, or a pointer with a length is NULL.
///
/// RFC 5246 section 5. Manual: `gnutls_prf_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_raw(
    session: gnutls_session_t,
    label_size: usize,
    label: *const c_char,
    seed_size: usize,
    seed: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `label` and `seed` are NULL or have as many bytes as their
        // lengths say; `out` is NULL or has as much space as its size says.
        let (h, (label, out)) =
            unsafe { (get_session(session)?, prf_buffers(label_size, label, outsize, out)?) };
        // SAFETY: `seed` is NULL or has as many bytes as its length says.
        let seed = unsafe { bytes_in(seed.cast(), seed_size) }?;
        h.session.prf_raw(label, seed, out)
    })
}
