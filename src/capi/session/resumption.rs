//! Resumption: session data, session identifiers, tickets, and the database of a server.
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Cipher, Kx, Mac, Version, suites};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_in, datum_in, datum_in_place, write_datum, write_sized};
use crate::capi::object::application::CApplication;
use crate::capi::object::session::{get_session, parameter};
use crate::crypto::rand;
use crate::crypto::secret::Secret;
use crate::error::err;
use crate::handshake::config::Role;
use crate::handshake::resumption::{self, DEFAULT_LIFETIME, MAX_LIFETIME};
use crate::handshake::ticket_keys::{KEY_SIZE, TicketKeys};
use crate::handshake::tls12::keys::MASTER_SECRET_SIZE;

/// The longest session identifier (RFC 5246 section 7.4.1.2).
const MAX_SESSION_ID: usize = 32;

/// Tells whether the handshake has resumed an earlier session.
///
/// A resumed session has the keys of the earlier one, or keys derived from them, and the identities that were shown in it:
/// neither side has sent a certificate, and no verify function was called. The getters of certificates return those of the
/// earlier session; those of signature algorithms return none.
///
/// - `session`: a session; NULL gives 0
///
/// Returns 1 if an earlier session was resumed, 0 otherwise and before the handshake.
///
/// Manual: `gnutls_session_is_resumed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_is_resumed(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { parameter(session, 0, |p| p.resumed.into()) })
}

/// Tells a server whether the client has asked to resume a session.
///
/// It has if its hello has the identifier of a session of TLS 1.2, a ticket of TLS 1.2, or a ticket of TLS 1.3 that this
/// server has issued. Whether the session was resumed tells `gnutls_session_is_resumed`.
///
/// - `session`: a session; NULL and a client's give 0
///
/// Returns 1 if the client has asked, 0 otherwise.
///
/// Manual: `gnutls_session_resumption_requested`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_resumption_requested(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::or(0, || unsafe { parameter(session, 0, |p| p.resumption_requested.into()) })
}

/// Gives what a client needs to resume the session later, for `gnutls_session_set_data`.
///
/// It is called after the handshake. In TLS 1.3 a session is resumed with a ticket, which the server sends after the
/// handshake, usually two. If none has come yet, the call waits for one for up to 0.1 seconds, if the transport can wait:
/// with functions of the application it needs `gnutls_transport_set_pull_timeout_function`. Without a ticket the call
/// succeeds with data that resumes nothing; `GNUTLS_SFLAGS_SESSION_TICKET` in `gnutls_session_get_flags` tells whether one
/// came. Each ticket is returned once as long as there are others, so that observers cannot tell that connections are of the
/// same client; then the last one is returned again. The last four tickets are kept.
///
/// The data has secrets, and is to be kept like a private key. It is of a format of this library: data of other versions of
/// it and of GnuTLS is refused by `gnutls_session_set_data`.
///
/// - `session`: a session
/// - `data`: takes the data, to be freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INTERNAL_ERROR`: the handshake is not complete, and is not one of TLS 1.3
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `data` is NULL
///
/// RFC 8446 section 4.6.1 and appendix C.4. Manual: `gnutls_session_get_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_data2(
    session: gnutls_session_t,
    data: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if data.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `data` is not NULL, and valid for a write (the caller).
        h.session.take_resumption_data(|bytes| unsafe { write_datum(bytes, data) })
    })
}

/// Gives what a client needs to resume the session later, in a buffer of the caller's.
///
/// It is like `gnutls_session_get_data2`, which does without a size.
///
/// - `session`: a session
/// - `session_data`: takes the data; NULL asks for the size
/// - `session_data_size`: in: the capacity of `session_data` in bytes; out: the size of the data, also after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `session_data` is NULL or too short
/// - `GNUTLS_E_INTERNAL_ERROR`: the handshake is not complete, and is not one of TLS 1.3
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `session_data_size` is NULL
///
/// Manual: `gnutls_session_get_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_data(
    session: gnutls_session_t,
    session_data: *mut c_void,
    session_data_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: `session_data` is NULL or has as much space as its size says; `session_data_size` is NULL or valid for a
        // write.
        h.session.take_resumption_data(|bytes| unsafe {
            write_sized(bytes, session_data, session_data_size, false)
        })
    })
}

/// Sets the session that a client wants to resume in its handshake.
///
/// The server may resume it or not; then the handshake is a full one. The session is not offered if it is too old, if
/// `gnutls_server_name_set` names another server than in the session, or if the priorities do not have its protocol version
/// or cipher suite. Data that resumes nothing, which `gnutls_session_get_data2` returns without a ticket, is accepted.
///
/// - `session`: a client's session before its handshake
/// - `session_data`: the data of `gnutls_session_get_data2`; it is copied
/// - `session_data_size`: its size in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: the data is too short
/// - `GNUTLS_E_DB_ERROR`: the data is no session data of this version of the library
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `session_data` is NULL, or the data is empty
///
/// Manual: `gnutls_session_set_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_data(
    session: gnutls_session_t,
    session_data: *const c_void,
    session_data_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: `session_data` is NULL or has as many bytes as its size says.
        h.session.set_resumption_data(unsafe { bytes_in(session_data, session_data_size) }?)
    })
}

/// Makes the next handshake resume a session whose master secret both sides have from elsewhere.
///
/// A client offers the session by its identifier, and a server resumes it with a client that asks for it; else the
/// handshake is a full one. It is for protocols that agree on the secret by other means, as OpenConnect does.
/// The session has no `extended_master_secret`: where both sides would use that, it is not resumed (RFC 7627), so the
/// priorities are to have `%NO_SESSION_HASH`. It does not depend on a server name or on certificates.
///
/// - `session`: a session before its handshake
/// - `entity`: ignored; which side it is, the session knows
/// - `version`: a version before TLS 1.3; the priorities must have it
/// - `kx`, `cipher`, `mac`: the algorithms of its cipher suite; the priorities must have it
/// - `comp`: ignored; nothing is compressed
/// - `master`: the master secret of 48 bytes, which are copied
/// - `session_id`: the identifier of up to 32 bytes, which are copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if a pointer is NULL, a size is wrong, or there is no
/// such version or no such cipher suite in it.
///
/// RFC 5246 section 7.3. Manual: `gnutls_session_set_premaster`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_premaster(
    session: gnutls_session_t,
    _entity: c_uint,
    version: gnutls_protocol_t,
    kx: gnutls_kx_algorithm_t,
    cipher: gnutls_cipher_algorithm_t,
    mac: gnutls_mac_algorithm_t,
    _comp: gnutls_compression_method_t,
    master: *const gnutls_datum_t,
    session_id: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: both are NULL or valid datums (the caller).
        let (master, id) = unsafe { (datum_in_place(master)?, datum_in_place(session_id)?) };
        let algorithms = (Kx::from_raw(kx), Cipher::from_raw(cipher), Mac::from_raw(mac));
        let (Some(version), (Some(kx), Some(cipher), Some(mac))) = (Version::from_raw(version), algorithms)
        else {
            return err(GNUTLS_E_INVALID_REQUEST);
        };
        let Some(suite) = suites::by_algorithms(Some(kx), cipher, mac) else {
            return err(GNUTLS_E_INVALID_REQUEST);
        };
        if master.len() != MASTER_SECRET_SIZE || id.len() > MAX_SESSION_ID {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        h.session.set_premaster(version, suite, Secret::from_slice(master), id.to_vec())
    })
}

/// Sets the session identifier of a client's hello.
///
/// It is for protocols of the application's own; a session is resumed with `gnutls_session_set_data`. A server of TLS 1.2
/// that resumes a session of this identifier is refused, since its secrets are not known.
///
/// - `session`: a client's session before its handshake
/// - `sid`: up to 32 bytes, which are copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `sid` is NULL, if it is longer, or if the
/// session is a server's.
///
/// Since 3.2.1. Manual: `gnutls_session_set_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_id(
    session: gnutls_session_t,
    sid: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: `sid` is NULL or a valid datum.
        let id = unsafe { datum_in(sid) }?;
        if id.len() > MAX_SESSION_ID || h.session.role() == Role::Server {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        h.session.configure(|c| c.session_id = id.to_vec());
        Ok(())
    })
}

/// Gives the session identifier.
///
/// In TLS 1.2 it is that of the ServerHello. In TLS 1.3 it has no meaning in the protocol, and each
/// side has its own. It is of use as a name of the connection in logs; it cannot be used to resume.
/// `gnutls_session_get_id2` does without a buffer.
///
/// - `session`: a session
/// - `session_id`: takes the identifier; NULL asks for the length, with success
/// - `session_id_size`: in: the capacity of `session_id` in bytes, 32 are enough; out: the length, also
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `session_id` is too short
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `session_id_size` is NULL
///
/// RFC 5246 section 7.4.1.2. Manual: `gnutls_session_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_id(
    session: gnutls_session_t,
    session_id: *mut c_void,
    session_id_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let id = h.session.parameters(|p| p.session_id.clone());
        if session_id.is_null() && !session_id_size.is_null() {
            // SAFETY: `session_id_size` is not NULL. A query of the length succeeds.
            unsafe { session_id_size.write(id.len()) };
            return Ok(());
        }
        // SAFETY: `session_id` is NULL or has as much space as its size says; `session_id_size` is NULL or
        // valid for a write.
        unsafe { write_sized(&id, session_id, session_id_size, false) }
    })
}

/// Gives the session identifier, as bytes that the session keeps.
///
/// They are not to be freed or changed, and keep their address until `gnutls_deinit`; the content is
/// renewed by the next call. The identifier may be empty.
///
/// - `session`: a session
/// - `session_id`: takes up to 32 bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `session_id` is NULL.
///
/// Since 3.1.4. RFC 5246 section 7.4.1.2. Manual: `gnutls_session_get_id2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_id2(
    session: gnutls_session_t,
    session_id: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if session_id.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let datum = h.session.parameters(|p| h.lent().session_id.lend(&p.session_id));
        // SAFETY: not NULL; the bytes are stored in the handle.
        unsafe { session_id.write(datum) };
        Ok(())
    })
}

/// Makes a key for `gnutls_session_ticket_enable_server`.
///
/// Servers that share the key accept each other's tickets. Whoever has it can decrypt the sessions of TLS 1.2 that its tickets
/// belong to: wipe it with `gnutls_memset` before it is freed.
///
/// - `key`: takes 64 random bytes, to be freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_RANDOM_FAILED`: there are no random numbers
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 2.10.0. Manual: `gnutls_session_ticket_key_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_ticket_key_generate(key: *mut gnutls_datum_t) -> c_int {
    guard::unit(|| {
        if key.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let mut bytes = Zeroizing::new([0; KEY_SIZE]);
        rand::fill(&mut *bytes)?;
        // SAFETY: `key` is not NULL, and valid for a write (the caller).
        unsafe { write_datum(&*bytes, key) }
    })
}

/// Has a client use tickets. It does without this call.
///
/// Tickets are used unless the session was made with `GNUTLS_NO_TICKETS` or the priorities have `%NO_TICKETS`.
///
/// - `session`: a session
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL.
///
/// Since 2.10.0. Manual: `gnutls_session_ticket_enable_client`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_ticket_enable_client(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }.map(drop))
}

/// Has a server issue tickets and resume sessions by them.
///
/// A ticket is the state of the session, encrypted and authenticated with AES-256-GCM. The keys for that are derived from
/// `key` and the time: they change after three times the time of `gnutls_db_set_cache_expiration`, which is every 18 hours
/// by default, and tickets of the previous and the next period are accepted. Servers that share `key`, the expiration and
/// the time accept each other's tickets.
///
/// - `session`: a server's session before its handshake
/// - `key`: the key of `gnutls_session_ticket_key_generate`, 64 bytes, which are copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `key` is NULL, or the key has another size.
///
/// Since 2.10.0. RFC 5077, RFC 8446 section 4.6.1. Manual: `gnutls_session_ticket_enable_server`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_ticket_enable_server(
    session: gnutls_session_t,
    key: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: `key` is NULL or a valid datum.
        let keys = TicketKeys::new(unsafe { datum_in(key) }?)?;
        h.session.configure(|c| c.ticket_keys = Some(Arc::new(keys)));
        Ok(())
    })
}

/// Sends a client more tickets of TLS 1.3, each of which resumes the session.
///
/// Two are sent with the handshake, unless the session was made with `GNUTLS_NO_AUTO_SEND_TICKET`. Nothing is sent if
/// `gnutls_session_ticket_enable_server` was not called or the client does not use tickets.
///
/// - `session`: a server's session of TLS 1.3 after its handshake
/// - `nr`: the number of tickets, up to 255
/// - `flags`: 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block; call again
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, a client's, or not one of TLS 1.3 after its handshake, or
///   `nr` is more
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed or said goodbye
/// - `GNUTLS_E_PUSH_ERROR`: the transport failed
///
/// RFC 8446 section 4.6.1. Manual: `gnutls_session_ticket_send`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_ticket_send(
    session: gnutls_session_t,
    nr: c_uint,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }?.session.send_tickets(nr)
    })
}

/// Sets how long a server's sessions can be resumed.
///
/// It is the lifetime of entries of the database and of tickets, and a third of the period of the keys of tickets. A client
/// uses it for sessions of TLS 1.2 of which the server does not say how long they last.
///
/// - `session`: a session before its handshake; NULL is ignored
/// - `seconds`: the time, 21600 (6 hours) by default; more than 604800 (7 days) is that, and a negative number is the default
///
/// Manual: `gnutls_db_set_cache_expiration`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_set_cache_expiration(session: gnutls_session_t, seconds: c_int) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return };
        let seconds = u32::try_from(seconds).unwrap_or(DEFAULT_LIFETIME).min(MAX_LIFETIME);
        h.session.configure(|c| c.cache_expiration = seconds);
    });
}

/// Tells how long sessions can be resumed by default.
///
/// `gnutls_db_set_cache_expiration` sets another time.
///
/// Returns 21600 seconds.
///
/// Manual: `gnutls_db_get_default_cache_expiration`.
#[unsafe(no_mangle)]
pub extern "C" fn gnutls_db_get_default_cache_expiration() -> c_uint {
    guard::or(DEFAULT_LIFETIME, || DEFAULT_LIFETIME)
}

/// Sets the function that finds a session in a server's database.
///
/// It gets the pointer of `gnutls_db_set_ptr` and the identifier of a session, and returns what was stored for it, allocated
/// with `gnutls_malloc`, which the library wipes and frees; without an entry it returns NULL and 0. It is called in
/// the handshake of TLS 1.2, before the function of `gnutls_handshake_set_post_client_hello_function`, and may call
/// functions of the session.
///
/// - `session`: a server's session; NULL is ignored
/// - `retr_func`: the function, or NULL for none
///
/// Manual: `gnutls_db_set_retrieve_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_set_retrieve_function(
    session: gnutls_session_t,
    retr_func: gnutls_db_retr_func,
) {
    // SAFETY: `session` is NULL or a live handle.
    guard::or((), || unsafe { set_database(session, |a| a.db_retrieve.set(retr_func)) });
}

/// Sets the function that removes a session from a server's database.
///
/// It gets the pointer of `gnutls_db_set_ptr` and the identifier of the session. `gnutls_db_remove_session` calls it.
///
/// - `session`: a server's session; NULL is ignored
/// - `rem_func`: the function, or NULL for none
///
/// Manual: `gnutls_db_set_remove_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_set_remove_function(
    session: gnutls_session_t,
    rem_func: gnutls_db_remove_func,
) {
    // SAFETY: `session` is NULL or a live handle.
    guard::or((), || unsafe { set_database(session, |a| a.db_remove.set(rem_func)) });
}

/// Sets the function that stores a session in a server's database.
///
/// It gets the pointer of `gnutls_db_set_ptr`, the identifier of the session and the data to store, which has secrets. It is
/// called once at the end of a full handshake of TLS 1.2, unless the client got a ticket. It returns 0; with another value
/// the session goes on and cannot be resumed. It may call functions of the session.
///
/// - `session`: a server's session; NULL is ignored
/// - `store_func`: the function, or NULL for none
///
/// Manual: `gnutls_db_set_store_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_set_store_function(
    session: gnutls_session_t,
    store_func: gnutls_db_store_func,
) {
    // SAFETY: `session` is NULL or a live handle.
    guard::or((), || unsafe { set_database(session, |a| a.db_store.set(store_func)) });
}

/// Sets the pointer that the functions of a server's database get.
///
/// - `session`: a session; NULL is ignored
/// - `ptr`: any pointer, which the library neither follows nor frees
///
/// Manual: `gnutls_db_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_set_ptr(session: gnutls_session_t, ptr: *mut c_void) {
    // SAFETY: `session` is NULL or a live handle.
    guard::or((), || unsafe { set_database(session, |a| a.db_ptr.store(ptr, Relaxed)) });
}

/// Returns the pointer of `gnutls_db_set_ptr`.
///
/// - `session`: a session; NULL gives NULL
///
/// Returns the pointer, or NULL if none was set.
///
/// Manual: `gnutls_db_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_get_ptr(session: gnutls_session_t) -> *mut c_void {
    guard::or(ptr::null_mut(), || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(ptr::null_mut(), |h| h.application.db_ptr.load(Relaxed))
    })
}

/// Changes a setting of a server's database.
///
/// # Safety
/// `session` is NULL or a live handle.
unsafe fn set_database(session: gnutls_session_t, set: impl FnOnce(&CApplication)) {
    // SAFETY: `session` is NULL or a live handle (the caller).
    let Ok(h) = (unsafe { get_session(session) }) else { return };
    set(&h.application);
    let there = h.application.db_retrieve.get().is_some() || h.application.db_store.get().is_some();
    h.session.configure(|c| c.database = there);
}

/// Removes the session from the server's database, so that it is not resumed.
///
/// The function of `gnutls_db_set_remove_function` is called with its identifier.
///
/// - `session`: a server's session; NULL is ignored
///
/// Manual: `gnutls_db_remove_session`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_remove_session(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.forget_session();
        }
    });
}

/// Has no effect: entries that are too old are not resumed without it.
///
/// - `session`: not used
/// - `session_entry`: not used
///
/// Returns 0. Deprecated. Manual: `gnutls_db_check_entry`.
#[unsafe(no_mangle)]
pub extern "C" fn gnutls_db_check_entry(_session: gnutls_session_t, _session_entry: gnutls_datum_t) -> c_int {
    0
}

/// Tells when the session of an entry of the database was made.
///
/// It is for databases that are to be cleaned up; `gnutls_db_check_entry_expire_time` tells until when an entry is of use.
///
/// - `entry`: the data that the store function got
///
/// Returns the time in seconds since 1970, or 0 if it is no entry.
///
/// Manual: `gnutls_db_check_entry_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_check_entry_time(entry: *mut gnutls_datum_t) -> time_t {
    // SAFETY: `entry` is NULL or a valid datum.
    guard::or(0, || unsafe { entry_times(entry) }.map_or(0, |(created, _)| created))
}

/// Tells until when an entry of the database is of use.
///
/// - `entry`: the data that the store function got
///
/// Returns the time in seconds since 1970, or 0 if it is no entry.
///
/// Since 3.6.5. Manual: `gnutls_db_check_entry_expire_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_db_check_entry_expire_time(entry: *mut gnutls_datum_t) -> time_t {
    guard::or(0, || {
        // SAFETY: `entry` is NULL or a valid datum.
        let times = unsafe { entry_times(entry) };
        times.map_or(0, |(created, lifetime)| created.saturating_add(lifetime))
    })
}

/// When an entry was made, and how many seconds it counts.
///
/// # Safety
/// `entry` is NULL or a valid datum.
unsafe fn entry_times(entry: *const gnutls_datum_t) -> Option<(time_t, time_t)> {
    // SAFETY: `entry` is NULL or a valid datum (the caller).
    let (created, lifetime) = resumption::times(unsafe { datum_in_place(entry) }.ok()?).ok()?;
    Some((created.try_into().ok()?, lifetime.into()))
}

/// Makes a session usable again that an error has ended.
///
/// It is for programs that know why the error does no harm, as after a record that was forged and that
/// they saw come from elsewhere. What a connection lost stays lost; a session that was ended by
/// `gnutls_bye` or an alert that it sent stays so.
///
/// - `session`: a session; NULL is ignored
///
/// Manual: `gnutls_session_force_valid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_force_valid(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.force_valid();
        }
    });
}
