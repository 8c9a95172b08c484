//! Early data of TLS 1.3 (0-RTT), and what a server tells replays of it with.
use core::sync::atomic::Ordering::Relaxed;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_in, slice_mut};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::anti_replay::AntiReplay;
use crate::capi::object::session::{get_session, parameter};
use crate::error::err;
use crate::handshake::config::Role;
use crate::session::lock;

/// Gives a client data that is sent with its ClientHello, before the server has answered.
///
/// The data is kept until `gnutls_handshake`. It is sent if the session resumes one whose server accepts as much early data
/// (`gnutls_session_set_data`, also when it is called later), and if the session's cipher suite and application protocol are
/// still offered.
/// `GNUTLS_SFLAGS_EARLY_DATA` in `gnutls_session_get_flags` tells after the handshake whether the server has accepted it;
/// without it the application sends the data again with `gnutls_record_send`.
///
/// Early data is weaker than other data: who records it can send it to the server again, and it is not safe from a later
/// theft of the key of the server's tickets. It is to have no effect that must not happen twice.
///
/// - `session`: a client's session before its handshake
/// - `data`: the data, which is copied
/// - `data_size`: its size in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), and not the size, as GnuTLS does, or a negative error code:
/// - `GNUTLS_E_RECORD_LIMIT_REACHED`: with this data it would be more than `gnutls_record_get_max_early_data_size`, or than
///   16384 bytes if no session data is set; none of it is kept
/// - `GNUTLS_E_INVALID_REQUEST`: the session is a server's, or its handshake has begun, or an argument is NULL
///
/// Since 3.6.5. RFC 8446 section 2.3. Manual: `gnutls_record_send_early_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_send_early_data(
    session: gnutls_session_t,
    data: *const c_void,
    data_size: usize,
) -> isize {
    guard::size(|| {
        // SAFETY: `session` is NULL or a live handle; `data` is NULL or has as many bytes as its size says.
        let (h, data) = unsafe { (get_session(session)?, bytes_in(data, data_size)?) };
        h.session.send_early_data(data).map(|()| 0)
    })
}

/// Gives a server the early data of its client.
///
/// It is called after the handshake, or in a handshake hook while it runs; what came so far is returned.
///
/// - `session`: a server's session
/// - `data`: takes the data
/// - `data_size`: the capacity of `data` in bytes
///
/// Returns the number of bytes, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is none, or no more
/// - `GNUTLS_E_INVALID_REQUEST`: the session is a client's, or an argument is NULL
///
/// Since 3.6.5. RFC 8446 section 2.3. Manual: `gnutls_record_recv_early_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_recv_early_data(
    session: gnutls_session_t,
    data: *mut c_void,
    data_size: usize,
) -> isize {
    guard::size(|| {
        if data.is_null() || data_size > isize::MAX as usize {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `session` is NULL or a live handle; `data` is not NULL and has as much space as its size says.
        let (h, out) = unsafe { (get_session(session)?, slice_mut(data, data_size)) };
        h.session.recv_early_data(out)
    })
}

/// Sets how many bytes of early data a server accepts.
///
/// The server says so in its tickets, if `gnutls_init` got `GNUTLS_ENABLE_EARLY_DATA`. A client that sends more fails.
/// The default is 16384.
///
/// - `session`: a server's session before its handshake
/// - `size`: the number of bytes, from 1 to 4294967295
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if the size is out of bounds, the session is a client's, or
/// `session` is NULL.
///
/// Since 3.6.4. RFC 8446 section 4.6.1. Manual: `gnutls_record_set_max_early_data_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_set_max_early_data_size(
    session: gnutls_session_t,
    size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        match u32::try_from(size) {
            Ok(size) if size > 0 && h.session.role() == Role::Server => {
                h.session.configure(|c| c.max_early_data = size);
                Ok(())
            }
            _ => err(GNUTLS_E_INVALID_REQUEST),
        }
    })
}

/// Tells how many bytes of early data are accepted.
///
/// On a client it is what the server of the session to resume has said (`gnutls_session_set_data`), or else that of the last
/// ticket.
///
/// - `session`: a session; NULL gives 0
///
/// Returns the number of bytes; 0 on a client if there is no session to resume or its server accepts none.
///
/// Since 3.6.5. RFC 8446 section 4.6.1. Manual: `gnutls_record_get_max_early_data_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_record_get_max_early_data_size(session: gnutls_session_t) -> usize {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { get_session(session) }.map_or(0, |h| h.session.max_early_data()))
}

/// Tells which cipher protects early data.
///
/// - `session`: a session; NULL gives `GNUTLS_CIPHER_UNKNOWN`
///
/// Returns the cipher while early data may be sent or received, from the ClientHello to EndOfEarlyData, so in handshake
/// hooks; `GNUTLS_CIPHER_UNKNOWN` otherwise.
///
/// Since 3.7.2. Manual: `gnutls_early_cipher_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_early_cipher_get(session: gnutls_session_t) -> gnutls_cipher_algorithm_t {
    guard::or(GNUTLS_CIPHER_UNKNOWN, || {
        // SAFETY: `session` is NULL or a live handle.
        let suite = unsafe { parameter(session, None, |p| p.early.suite) };
        suite.map_or(GNUTLS_CIPHER_UNKNOWN, |s| s.cipher.raw())
    })
}

/// Tells with which hash the keys of early data are derived.
///
/// - `session`: a session; NULL gives `GNUTLS_DIG_UNKNOWN`
///
/// Returns the hash while early data may be sent or received, as `gnutls_early_cipher_get`; `GNUTLS_DIG_UNKNOWN` otherwise.
///
/// Since 3.7.2. Manual: `gnutls_early_prf_hash_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_early_prf_hash_get(session: gnutls_session_t) -> gnutls_digest_algorithm_t {
    guard::or(GNUTLS_DIG_UNKNOWN, || {
        // SAFETY: `session` is NULL or a live handle.
        let suite = unsafe { parameter(session, None, |p| p.early.suite) };
        suite.map_or(GNUTLS_DIG_UNKNOWN, |s| s.prf.raw())
    })
}

/// Makes what a server tells replays of early data with; the caller ends it with `gnutls_anti_replay_deinit`.
///
/// It is shared by the sessions of a server. It needs a database of the application
/// (`gnutls_anti_replay_set_add_function`), which all server processes share that accept each other's tickets.
///
/// - `anti_replay`: takes the handle
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `anti_replay` is NULL.
///
/// Since 3.6.5. RFC 8446 section 8. Manual: `gnutls_anti_replay_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anti_replay_init(anti_replay: *mut gnutls_anti_replay_t) -> c_int {
    // SAFETY: `anti_replay` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(anti_replay, Arc::new(AntiReplay::default())) })
}

/// Frees what `gnutls_anti_replay_init` made. Sessions that use it keep what they need of it.
///
/// - `anti_replay`: the handle; NULL is ignored
///
/// Since 3.6.5. Manual: `gnutls_anti_replay_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anti_replay_deinit(anti_replay: gnutls_anti_replay_t) {
    // SAFETY: `anti_replay` is NULL or a live handle, not used again.
    guard::or((), || drop(unsafe { opaque::take(anti_replay) }));
}

/// Makes a server accept early data, and tell replays of it.
///
/// Without it, or with NULL, no early data is accepted. It also needs `GNUTLS_ENABLE_EARLY_DATA` in the flags of
/// `gnutls_init`.
///
/// - `session`: a server's session before its handshake; NULL is ignored
/// - `anti_replay`: the handle, or NULL for none
///
/// Since 3.6.5. RFC 8446 section 8. Manual: `gnutls_anti_replay_enable`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anti_replay_enable(
    session: gnutls_session_t,
    anti_replay: gnutls_anti_replay_t,
) {
    guard::or((), || {
        // SAFETY: `session` and `anti_replay` are each NULL or a live handle.
        let (h, anti_replay) = unsafe { (get_session(session), opaque::get(anti_replay)) };
        let Ok(h) = h else { return };
        let anti_replay = anti_replay.ok().cloned();
        h.session.configure(|c| c.anti_replay = anti_replay.is_some());
        *lock(&h.application.anti_replay) = anti_replay;
    });
}

/// Sets by how much the age of a ticket may be wrong, and how long hellos are kept in the database.
///
/// Early data whose ticket seems older or younger is not accepted. The database keeps each hello for twice as long, rounded
/// up to seconds, as a copy of it is of the right age for so long. The default is 10000.
///
/// - `anti_replay`: the handle; NULL is ignored
/// - `window`: milliseconds
///
/// Since 3.6.5. RFC 8446 section 8.3. Manual: `gnutls_anti_replay_set_window`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anti_replay_set_window(anti_replay: gnutls_anti_replay_t, window: c_uint) {
    // SAFETY: `anti_replay` is NULL or a live handle.
    guard::or((), || unsafe { change(anti_replay, |a| a.window.store(window, Relaxed)) });
}

/// Sets the pointer that the function of `gnutls_anti_replay_set_add_function` gets.
///
/// - `anti_replay`: the handle; NULL is ignored
/// - `ptr`: any pointer, which the library neither follows nor frees
///
/// Since 3.6.5. Manual: `gnutls_anti_replay_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anti_replay_set_ptr(anti_replay: gnutls_anti_replay_t, ptr: *mut c_void) {
    // SAFETY: `anti_replay` is NULL or a live handle.
    guard::or((), || unsafe { change(anti_replay, |a| a.ptr.store(ptr, Relaxed)) });
}

/// Sets the function that adds a hello to the database of replays.
///
/// It gets the pointer of `gnutls_anti_replay_set_ptr`, the time until which the entry is kept, a key and the data to store.
/// It returns 0 if the key was not there and is stored now, in one step that no other thread or process comes between;
/// `GNUTLS_E_DB_ENTRY_EXISTS` if it was there; and another negative code on failure. Early data is accepted with 0 alone;
/// otherwise the handshake goes on without it. It is called before the hook of `GNUTLS_HANDSHAKE_CLIENT_HELLO` with
/// `GNUTLS_HOOK_POST`, once for each hello whose early data would be accepted. `gnutls_db_check_entry_expire_time` reads the
/// data.
///
/// - `anti_replay`: the handle; NULL is ignored
/// - `add_func`: the function, or NULL for none: then no early data is accepted
///
/// Since 3.6.5. RFC 8446 section 8.2. Manual: `gnutls_anti_replay_set_add_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_anti_replay_set_add_function(
    anti_replay: gnutls_anti_replay_t,
    add_func: gnutls_db_add_func,
) {
    // SAFETY: `anti_replay` is NULL or a live handle.
    guard::or((), || unsafe { change(anti_replay, |a| a.add.set(add_func)) });
}

/// Changes a setting.
///
/// # Safety
/// `anti_replay` is NULL or a live handle.
unsafe fn change(anti_replay: gnutls_anti_replay_t, set: impl FnOnce(&AntiReplay)) {
    // SAFETY: `anti_replay` is NULL or a live handle (the caller).
    if let Ok(a) = unsafe { opaque::get(anti_replay) } {
        set(a);
    }
}
