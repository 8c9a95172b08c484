//! TLS extensions that the application implements, and their private data.
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;
use std::ffi::CStr;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_in, datum_bytes, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::extension::{Extension, GLOBAL_EXTENSIONS};
use crate::capi::object::session::{SessionObject, get_session};
use crate::codec::Reader;
use crate::error::{Error, Result, err};
use crate::handshake::ext::{ExtensionType, name as extension_name};
use crate::session::lock;

/// Returns the name of a TLS extension for a reader, such as `Server Name Indication`.
///
/// It knows those of the library and those registered with `gnutls_ext_register`, not those of one
/// session, which `gnutls_ext_get_name2` knows. The string lives as long as the process and is not to
/// be freed.
///
/// - `ext`: the number of the extension
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_ext_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_name(ext: c_uint) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let known = u16::try_from(ext).ok().and_then(|n| extension_name(ExtensionType(n)));
        match known {
            Some(name) => name.as_ptr(),
            None => registered_name(ext).unwrap_or(core::ptr::null()),
        }
    })
}

/// Extensions that the library handles itself, and those among them that an application may take over.
fn is_internal(number: u16) -> bool {
    may_override(number)
        || matches!(number, 0 | 5 | 10 | 13 | 14 | 16 | 19 | 20 | 22 | 23 | 35 | 43 | 49 | 51 | 0xff01)
}

fn may_override(number: u16) -> bool {
    matches!(number, 1 | 11 | 21 | 27 | 28 | 41 | 42 | 44 | 45)
}

/// # Safety
/// `name` is NULL or a C string.
unsafe fn name_of(name: *const c_char) -> Option<Arc<CStr>> {
    // SAFETY: `name` is not NULL, so it is a C string (the caller).
    (!name.is_null()).then(|| unsafe { CStr::from_ptr(name) }.into())
}

/// The name that an extension was registered with for the whole process: it lasts as long.
pub fn registered_name(number: c_uint) -> Option<*const c_char> {
    find_name(&lock(&GLOBAL_EXTENSIONS), number, GNUTLS_EXT_ANY)
}

fn find_name(list: &[Extension], number: c_uint, point: gnutls_ext_parse_type_t) -> Option<*const c_char> {
    let own = list.iter().find(|o| c_uint::from(o.number) == number)?;
    let asked = point == GNUTLS_EXT_ANY || point == own.point;
    own.name.as_ref().filter(|_| asked).map(|name| name.as_ptr())
}

fn check(list: &[Extension], number: c_int, flags: c_uint) -> Result<u16> {
    let number = u16::try_from(number).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
    let overrides = flags & GNUTLS_EXT_FLAG_OVERRIDE_INTERNAL != 0 && may_override(number);
    if list.iter().any(|o| o.number == number) || (is_internal(number) && !overrides) {
        return err(GNUTLS_E_ALREADY_REGISTERED);
    }
    Ok(number)
}

/// Registers a TLS extension of the application's for all sessions of the process.
///
/// It can stand in ClientHello, the ServerHello of TLS 1.2 and EncryptedExtensions; a server sends it
/// only if the client did. `send_func` gets the session and a buffer, fills it with
/// `gnutls_buffer_append_data` and returns a number from 0 on; without data nothing is sent, unless it
/// returns `GNUTLS_E_INT_RET_0`. `recv_func` gets the session, the data, valid during the call, and
/// their length. A negative number of either ends the handshake with that code.
///
/// - `name`: a NUL-terminated name for a reader, which is copied; NULL for none
/// - `id`: the number, 0 to 65535
/// - `parse_point`: a `gnutls_ext_parse_type_t`; it is noted, and does not change the order
/// - `recv_func`: what receives the extension; may be NULL
/// - `send_func`: what sends the extension; NULL sends none
/// - `deinit_func`: what frees the data of `gnutls_ext_set_data` when a session ends; may be NULL
/// - `pack_func`: not used: data of extensions is not kept for a resumption
/// - `unpack_func`: not used
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ALREADY_REGISTERED`: the number is registered, or one that the library handles itself
/// - `GNUTLS_E_INVALID_REQUEST`: the number is out of range
///
/// Call it before sessions are made: it stays for the life of the process. Since 3.4.0. Manual:
/// `gnutls_ext_register`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_register(
    name: *const c_char,
    id: c_int,
    parse_point: gnutls_ext_parse_type_t,
    recv_func: gnutls_ext_recv_func,
    send_func: gnutls_ext_send_func,
    deinit_func: gnutls_ext_deinit_data_func,
    _pack_func: gnutls_ext_pack_func,
    _unpack_func: gnutls_ext_unpack_func,
) -> c_int {
    guard::unit(|| {
        let mut list = lock(&GLOBAL_EXTENSIONS);
        let number = check(&list, id, 0)?;
        // SAFETY: `name` is NULL or a C string.
        let name = unsafe { name_of(name) };
        let (receive, send, free) = (recv_func, send_func, deinit_func);
        list.push(Extension { number, name, point: parse_point, receive, send, free, flags: 0 });
        Ok(())
    })
}

/// Registers a TLS extension of the application's for one session.
///
/// The functions work as those of `gnutls_ext_register`. Flags say in which messages the extension
/// stands; without, in those of `gnutls_ext_register`. With `GNUTLS_EXT_FLAG_OVERRIDE_INTERNAL` the
/// application takes over one of the library's numbers 1, 11, 21, 27, 28, 41, 42, 44 and 45; with
/// `GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST` a server may send it unasked.
///
/// - `session`: a session, before the handshake
/// - `name`: a NUL-terminated name for a reader, which is copied; NULL for none
/// - `id`: the number, 0 to 65535
/// - `parse_point`: a `gnutls_ext_parse_type_t`; it is noted, and does not change the order
/// - `recv_func`: what receives the extension; may be NULL
/// - `send_func`: what sends the extension; NULL sends none
/// - `deinit_func`: what frees the data of `gnutls_ext_set_data` when the session ends; may be NULL
/// - `pack_func`: not used: data of extensions is not kept for a resumption
/// - `unpack_func`: not used
/// - `flags`: a combination of `gnutls_ext_flags_t`, or 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ALREADY_REGISTERED`: the number is registered, or one that the library handles itself
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or the number is out of range
///
/// Since 3.5.5. Manual: `gnutls_session_ext_register`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_ext_register(
    session: gnutls_session_t,
    name: *const c_char,
    id: c_int,
    parse_point: gnutls_ext_parse_type_t,
    recv_func: gnutls_ext_recv_func,
    send_func: gnutls_ext_send_func,
    deinit_func: gnutls_ext_deinit_data_func,
    _pack_func: gnutls_ext_pack_func,
    _unpack_func: gnutls_ext_unpack_func,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let number = check(&h.application.extensions.all(), id, flags)?;
        // SAFETY: `name` is NULL or a C string.
        let name = unsafe { name_of(name) };
        let (receive, send, free) = (recv_func, send_func, deinit_func);
        lock(&h.application.extensions.own).push(Extension {
            number,
            name,
            point: parse_point,
            receive,
            send,
            free,
            flags,
        });
        h.session.configure(|c| {
            if is_internal(number) {
                c.overridden.push(ExtensionType(number));
            }
            if flags & GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST != 0 {
                c.unasked.push(ExtensionType(number));
            }
        });
        Ok(())
    })
}

/// Keeps a pointer of the application's with the session and an extension's number.
///
/// The functions of a registered extension find their data by it. When the session ends, the
/// extension's `deinit_func` gets the pointer. A second call replaces the pointer and frees nothing.
///
/// - `session`: a session; NULL is ignored
/// - `tls_id`: the number of the extension; beyond 65535 the call is ignored
/// - `data`: any pointer
///
/// Since 3.4.0. Manual: `gnutls_ext_set_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_set_data(
    session: gnutls_session_t,
    tls_id: c_uint,
    data: gnutls_ext_priv_data_t,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let (Ok(h), Ok(number)) = (unsafe { get_session(session) }, u16::try_from(tls_id)) {
            lock(&h.application.extensions.data).insert(number, data as usize);
        }
    });
}

/// Tells the pointer that `gnutls_ext_set_data` has kept with an extension's number.
///
/// The pointer stays with the session; it is the application's own, unchanged.
///
/// - `session`: a session
/// - `tls_id`: the number of the extension
/// - `data`: takes the pointer; NULL only asks whether there is one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: nothing was set for the number
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
///
/// Since 3.4.0. Manual: `gnutls_ext_get_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_data(
    session: gnutls_session_t,
    tls_id: c_uint,
    data: *mut gnutls_ext_priv_data_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h: &SessionObject = unsafe { get_session(session) }?;
        let found =
            u16::try_from(tls_id).ok().and_then(|n| lock(&h.application.extensions.data).get(&n).copied());
        let Some(found) = found else { return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) };
        // SAFETY: `data` is NULL or valid for a write.
        unsafe { write_out(data, found as gnutls_ext_priv_data_t) };
        Ok(())
    })
}

/// Appends bytes to the extension that a send function writes.
///
/// The bytes are copied. The buffer is the library's, and valid only within the send function of a
/// registered extension that got it.
///
/// - `dest`: the buffer that the send function got
/// - `data`: the bytes; NULL if `data_size` is 0
/// - `data_size`: the number of bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code, with which nothing is appended:
/// - `GNUTLS_E_MEMORY_ERROR`: the extension would have more than 65535 bytes
/// - `GNUTLS_E_INVALID_REQUEST`: `dest`, or `data` with a length, is NULL
///
/// Since 3.4.0. Manual: `gnutls_buffer_append_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_buffer_append_data(
    dest: gnutls_buffer_t,
    data: *const c_void,
    data_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `dest` is the buffer of the running send function; `data` has `data_size` bytes (the
        // caller).
        let (buffer, data) = unsafe { (opaque::get_mut(dest)?, bytes_in(data, data_size)?) };
        if buffer.len() + data.len() > 0xffff {
            return err(GNUTLS_E_MEMORY_ERROR);
        }
        buffer.extend_from_slice(data);
        Ok(())
    })
}

/// Tells which message's extensions are being written or read.
///
/// It is meant for the functions of a registered extension, which may run for several messages.
/// Elsewhere it is the message that was worked on last.
///
/// - `session`: a session; NULL gives 0
///
/// Returns one of `GNUTLS_EXT_FLAG_CLIENT_HELLO`, `GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO`,
/// `GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO`, `GNUTLS_EXT_FLAG_EE` and `GNUTLS_EXT_FLAG_HRR`, or 0 before
/// any.
///
/// Since 3.6.3. Manual: `gnutls_ext_get_current_msg`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_current_msg(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| h.application.extensions.message.load(Relaxed))
    })
}

/// Goes through a block of TLS extensions and calls a function for each.
///
/// With `GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO` the data are the body of a ClientHello, as a hook of
/// `gnutls_handshake_set_hook_function` gets it; the part before the extensions is passed over. It
/// needs no session.
///
/// - `ctx`: a pointer that `cb` gets
/// - `cb`: the function: it gets `ctx`, the number of the extension, its data, valid during the call,
///   and their length. A negative return ends the walk
/// - `data`: the block, with its length in front; or the ClientHello
/// - `flags`: 0, `GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO` or `GNUTLS_EXT_RAW_FLAG_DTLS_CLIENT_HELLO`
///
/// Returns `GNUTLS_E_SUCCESS` (0), also for a ClientHello without extensions, or a negative error code:
/// - `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`: a length in the data is wrong, or bytes are left
/// - `GNUTLS_E_INVALID_REQUEST`: `cb` or `data` is NULL, or other flags
/// - the negative number that `cb` returned
///
/// It may be called from any thread. Since 3.6.3. Manual: `gnutls_ext_raw_parse`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_raw_parse(
    ctx: *mut c_void,
    cb: gnutls_ext_raw_process_func,
    data: *const gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `data` is NULL or a valid datum.
        let bytes = unsafe { datum_bytes(data) };
        let (Some(bytes), Some(cb)) = (bytes, cb) else { return err(GNUTLS_E_INVALID_REQUEST) };
        let mut r = Reader::new(bytes);
        match flags {
            0 => {}
            GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO | GNUTLS_EXT_RAW_FLAG_DTLS_CLIENT_HELLO => {
                r.take(2 + 32)?;
                r.vec8()?;
                if flags == GNUTLS_EXT_RAW_FLAG_DTLS_CLIENT_HELLO {
                    r.vec8()?;
                }
                r.vec16()?;
                r.vec8()?;
                if r.is_empty() {
                    return Ok(());
                }
            }
            _ => return err(GNUTLS_E_INVALID_REQUEST),
        }
        let mut block = Reader::new(r.vec16()?);
        r.finish()?;
        while !block.is_empty() {
            let (number, data) = (block.u16()?, block.vec16()?);
            // SAFETY: the application's own function; the data outlives the call.
            let n = unsafe { cb(ctx, number.into(), data.as_ptr(), data.len() as c_uint) };
            if n < 0 {
                return err(n);
            }
        }
        Ok(())
    })
}

/// Returns the name of a TLS extension, one that was registered for the session included.
///
/// A registered name is given only if the extension is parsed at `parse_point`; extensions of the
/// library itself have theirs at any point. The string lives as long as the session and is not to be
/// freed.
///
/// - `session`: a session; NULL knows what `gnutls_ext_get_name` knows
/// - `tls_id`: the number of the extension
/// - `parse_point`: a `gnutls_ext_parse_type_t`, or `GNUTLS_EXT_ANY`
///
/// Returns the name, or NULL for an unknown one.
///
/// Manual: `gnutls_ext_get_name2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_name2(
    session: gnutls_session_t,
    tls_id: c_uint,
    parse_point: gnutls_ext_parse_type_t,
) -> *const c_char {
    guard::or(ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        let own = unsafe { get_session(session) }
            .ok()
            .and_then(|h| find_name(&h.application.extensions.all(), tls_id, parse_point));
        // SAFETY: the function accepts any number.
        own.unwrap_or_else(|| unsafe { gnutls_ext_get_name(tls_id) })
    })
}
