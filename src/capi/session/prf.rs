//! Keying material and channel bindings.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_datum, bytes_in, slice_mut};
use crate::capi::object::session::get_session;
use crate::error::{Result, err};

/// Channel binding data, to be freed with `gnutls_free`. Manual: `gnutls_session_channel_binding`.
///
/// Errors: `GNUTLS_E_UNIMPLEMENTED_FEATURE` for an unknown type,
/// `GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE`, `GNUTLS_E_INVALID_REQUEST`.
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
            GNUTLS_CB_TLS_EXPORTER => {
                let mut out = [0; 32];
                h.session.export(b"EXPORTER-Channel-Binding", Some(&[]), &mut out)?;
                out.to_vec()
            }
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

/// Keying material of RFC 5705. A NULL context is none. Manual: `gnutls_prf_rfc5705`.
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
        let context = match context.is_null() {
            true => None,
            false => Some(unsafe { bytes_in(context.cast(), context_size) }?),
        };
        h.session.export(label, context, out)
    })
}

/// The PRF of TLS 1.2 over the randoms of the handshake. Manual: `gnutls_prf`.
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

/// The PRF of TLS 1.2 over a seed of the application's. Manual: `gnutls_prf_raw`.
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
