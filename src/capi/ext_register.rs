//! Chapter extensions: those that a program brings itself.
use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::collections::BTreeMap;
use std::ffi::CStr;
use std::sync::{Arc, Mutex};

use super::callback::lock;
use super::session::{Handle, borrowed, get};
use super::{guard, handle, memory};
use crate::abi::*;
use crate::codec::Reader;
use crate::error::{Error, Result, err};
use crate::handshake::ext::{Extensions, Place};

/// An extension of a program.
#[derive(Clone)]
struct Own {
    number: u16,
    name: Option<Arc<CStr>>,
    /// `gnutls_ext_parse_type_t`; every extension is parsed at once, so it is told and not used.
    point: gnutls_ext_parse_type_t,
    receive: gnutls_ext_recv_func,
    send: gnutls_ext_send_func,
    free: gnutls_ext_deinit_data_func,
    /// `gnutls_ext_flags_t`: where it may stand.
    flags: c_uint,
}

/// Those of the whole process (`gnutls_ext_register`).
static GLOBAL: Mutex<Vec<Own>> = Mutex::new(Vec::new());

/// Those of one session, what the program keeps with them, and which the client offered.
#[derive(Default)]
pub struct Registered {
    own: Mutex<Vec<Own>>,
    data: Mutex<BTreeMap<u16, usize>>,
    offered: Mutex<Vec<u16>>,
    /// The message whose extensions are read or written now (`gnutls_ext_flags_t`).
    message: AtomicU32,
}

impl Registered {
    fn all(&self) -> Vec<Own> {
        let mut all = lock(&self.own).clone();
        all.extend(lock(&GLOBAL).iter().cloned());
        all
    }
}

/// The program's private data is given back when the session ends.
impl Drop for Registered {
    fn drop(&mut self) {
        let data = std::mem::take(&mut *lock(&self.data));
        for own in self.all() {
            if let (Some(data), Some(free)) = (data.get(&own.number), own.free) {
                // SAFETY: the program's own function with the pointer that it set.
                unsafe { free(*data as gnutls_ext_priv_data_t) }
            }
        }
    }
}

const PLACES: c_uint = GNUTLS_EXT_FLAG_CLIENT_HELLO
    | GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO
    | GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO
    | GNUTLS_EXT_FLAG_EE
    | GNUTLS_EXT_FLAG_HRR;

/// The message as `gnutls_ext_flags_t` names it; 0 for one that no program's extension stands in.
fn flag_of(place: Place) -> c_uint {
    match place {
        Place::ClientHello => GNUTLS_EXT_FLAG_CLIENT_HELLO,
        Place::ServerHello12 => GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO,
        Place::ServerHello13 => GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO,
        Place::HelloRetryRequest => GNUTLS_EXT_FLAG_HRR,
        Place::EncryptedExtensions => GNUTLS_EXT_FLAG_EE,
        Place::CertificateRequest | Place::Certificate | Place::NewSessionTicket => 0,
    }
}

impl Own {
    /// It is for TLS too, not for DTLS alone.
    fn is_for_tls(&self) -> bool {
        let protocols = self.flags & (GNUTLS_EXT_FLAG_TLS | GNUTLS_EXT_FLAG_DTLS);
        self.flags & PLACES == 0 || protocols != GNUTLS_EXT_FLAG_DTLS
    }

    fn stands_in(&self, place: Place) -> bool {
        let flags = match self.flags & PLACES {
            0 => GNUTLS_EXT_FLAG_CLIENT_HELLO | GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO | GNUTLS_EXT_FLAG_EE,
            places => places,
        };
        flags & flag_of(place) != 0
    }
}

/// What the program sends in a message. A server answers only what the client offered.
///
/// # Safety
/// `session` is the live session that `registered` belongs to.
pub unsafe fn send(
    session: gnutls_session_t,
    registered: &Registered,
    place: Place,
) -> Result<Vec<(u16, Vec<u8>)>> {
    let mut out: Vec<(u16, Vec<u8>)> = Vec::new();
    registered.message.store(flag_of(place), Relaxed);
    let answer = place != Place::ClientHello;
    let offered = lock(&registered.offered).clone();
    for own in registered.all().into_iter().filter(Own::is_for_tls) {
        let unasked = answer
            && own.flags & GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST == 0
            && !offered.contains(&own.number);
        let Some(f) = own.send.filter(|_| own.stands_in(place) && !unasked) else { continue };
        let mut buffer: Vec<u8> = Vec::new();
        // SAFETY: the program's own function; the buffer lives through the call and is used by
        // `gnutls_buffer_append_data` alone.
        let n = unsafe { f(session, (&raw mut buffer).cast()) };
        match n {
            GNUTLS_E_INT_RET_0 => out.push((own.number, Vec::new())),
            n if n < 0 => return err(n),
            _ if buffer.len() > 0xffff => return err(GNUTLS_E_INVALID_REQUEST),
            _ if !buffer.is_empty() => out.push((own.number, buffer)),
            _ => {}
        }
    }
    Ok(out)
}

/// Gives the program what came for it.
///
/// # Safety
/// As [`send`].
pub unsafe fn receive(
    session: gnutls_session_t,
    registered: &Registered,
    place: Place,
    extensions: &Extensions,
) -> Result<()> {
    registered.message.store(flag_of(place), Relaxed);
    if place == Place::ClientHello {
        *lock(&registered.offered) = extensions.iter().map(|(n, _)| n).collect();
    }
    for own in registered.all().into_iter().filter(Own::is_for_tls) {
        let Some((_, data)) = extensions.iter().find(|(n, _)| *n == own.number) else { continue };
        if !own.stands_in(place) {
            return err(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION);
        }
        if let Some(f) = own.receive {
            // SAFETY: the program's own function; the data outlives the call.
            let n = unsafe { f(session, data.as_ptr(), data.len()) };
            if n < 0 {
                return err(n);
            }
        }
    }
    Ok(())
}

/// Extensions that the library handles itself, and those among them that a program may take over.
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
    // SAFETY: not NULL; the caller's promise.
    (!name.is_null()).then(|| unsafe { CStr::from_ptr(name) }.into())
}

/// The name that an extension was registered with for the whole process: it lasts as long.
pub fn registered_name(number: c_uint) -> Option<*const c_char> {
    find_name(&lock(&GLOBAL), number, GNUTLS_EXT_ANY)
}

fn find_name(list: &[Own], number: c_uint, point: gnutls_ext_parse_type_t) -> Option<*const c_char> {
    let own = list.iter().find(|o| c_uint::from(o.number) == number)?;
    let asked = point == GNUTLS_EXT_ANY || point == own.point;
    own.name.as_ref().filter(|_| asked).map(|name| name.as_ptr())
}

fn check(list: &[Own], number: c_int, flags: c_uint) -> Result<u16> {
    let number = u16::try_from(number).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
    let overrides = flags & GNUTLS_EXT_FLAG_OVERRIDE_INTERNAL != 0 && may_override(number);
    if list.iter().any(|o| o.number == number) || (is_internal(number) && !overrides) {
        return err(GNUTLS_E_ALREADY_REGISTERED);
    }
    Ok(number)
}

/// Registers an extension for all sessions of the process. Not while sessions run.
/// Manual: `gnutls_ext_register`. Errors: `GNUTLS_E_ALREADY_REGISTERED`, `GNUTLS_E_INVALID_REQUEST`.
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
        let mut list = lock(&GLOBAL);
        let number = check(&list, id, 0)?;
        // SAFETY: the caller's promise.
        let name = unsafe { name_of(name) };
        let (receive, send, free) = (recv_func, send_func, deinit_func);
        list.push(Own { number, name, point: parse_point, receive, send, free, flags: 0 });
        Ok(())
    })
}

/// Registers an extension for one session. `flags`: `gnutls_ext_flags_t`.
/// Manual: `gnutls_session_ext_register`. Errors: `GNUTLS_E_ALREADY_REGISTERED`, `GNUTLS_E_INVALID_REQUEST`.
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
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let number = check(&h.app.extensions.all(), id, flags)?;
        // SAFETY: the caller's promise.
        let name = unsafe { name_of(name) };
        let (receive, send, free) = (recv_func, send_func, deinit_func);
        lock(&h.app.extensions.own).push(Own {
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
                c.overridden.push(number);
            }
            if flags & GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST != 0 {
                c.unasked.push(number);
            }
        });
        Ok(())
    })
}

/// Keeps a pointer of the program's with an extension. Manual: `gnutls_ext_set_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_set_data(
    session: gnutls_session_t,
    tls_id: c_uint,
    data: gnutls_ext_priv_data_t,
) {
    // SAFETY: the caller's promise.
    if let (Ok(h), Ok(number)) = (unsafe { get(session) }, u16::try_from(tls_id)) {
        lock(&h.app.extensions.data).insert(number, data as usize);
    }
}

/// The pointer that was kept. Manual: `gnutls_ext_get_data`.
/// Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_data(
    session: gnutls_session_t,
    tls_id: c_uint,
    data: *mut gnutls_ext_priv_data_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h: &Handle = unsafe { get(session) }?;
        let found = u16::try_from(tls_id).ok().and_then(|n| lock(&h.app.extensions.data).get(&n).copied());
        let Some(found) = found else { return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) };
        // SAFETY: NULL or valid.
        unsafe { memory::put(data, found as gnutls_ext_priv_data_t) };
        Ok(())
    })
}

/// Appends to the extension that a send function writes. Manual: `gnutls_buffer_append_data`.
/// Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_MEMORY_ERROR` beyond what an extension can hold.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_buffer_append_data(
    dest: gnutls_buffer_t,
    data: *const c_void,
    data_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the buffer of the send function that is running; the caller's promise on the data.
        let (buffer, data) =
            unsafe { (handle::get_mut::<Vec<u8>, _>(dest)?, memory::given(data, data_size)?) };
        if buffer.len() + data.len() > 0xffff {
            return err(GNUTLS_E_MEMORY_ERROR);
        }
        buffer.extend_from_slice(data);
        Ok(())
    })
}

/// The handshake message whose extensions are being worked on: a client's hello or a server's.
/// Manual: `gnutls_ext_get_current_msg`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_current_msg(session: gnutls_session_t) -> c_uint {
    // SAFETY: the caller's promise.
    unsafe { get(session) }.map_or(0, |h| h.app.extensions.message.load(Relaxed))
}

/// Walks through an extension block, or through that of a ClientHello, and calls `cb` for each; its
/// negative answer ends the walk. Manual: `gnutls_ext_raw_parse`.
/// Errors: `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`, `GNUTLS_E_INVALID_REQUEST` for unknown flags, the
/// function's own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_raw_parse(
    ctx: *mut c_void,
    cb: gnutls_ext_raw_process_func,
    data: *const gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let bytes = unsafe { memory::datum_bytes(data) };
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
            // SAFETY: the program's own function; the data outlives the call.
            let n = unsafe { cb(ctx, number.into(), data.as_ptr(), data.len() as c_uint) };
            if n < 0 {
                return err(n);
            }
        }
        Ok(())
    })
}

/// The registered name of an extension, one of the session's own too; NULL for one that nobody named,
/// or that is parsed at another point. The string lives as long as the session.
/// Manual: `gnutls_ext_get_name2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ext_get_name2(
    session: gnutls_session_t,
    tls_id: c_uint,
    parse_point: gnutls_ext_parse_type_t,
) -> *const c_char {
    guard::or(ptr::null(), || {
        // SAFETY: the caller's promise.
        let own = unsafe { get(session) }
            .ok()
            .and_then(|h| find_name(&h.app.extensions.all(), tls_id, parse_point));
        // SAFETY: takes a number only.
        own.unwrap_or_else(|| unsafe { super::errors::gnutls_ext_get_name(tls_id) })
    })
}

/// Whether a server's CertificateRequest leaves the CA names out.
/// Manual: `gnutls_certificate_send_x509_rdn_sequence`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_send_x509_rdn_sequence(session: gnutls_session_t, status: c_int) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        h.app.hide_ca_names.store(status != 0, core::sync::atomic::Ordering::Relaxed);
    }
}

/// Whether the OCSP status of the server's certificate is asked for: it is, unless `gnutls_init` was
/// told otherwise. Manual: `gnutls_ocsp_status_request_enable_client`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_enable_client(
    session: gnutls_session_t,
    _responder_id: *mut gnutls_datum_t,
    _responder_id_size: usize,
    _request_extensions: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        unsafe { get(session) }?.session.configure(|c| c.flags &= !GNUTLS_NO_STATUS_REQUEST);
        Ok(())
    })
}

/// The OCSP response of the server's certificate, as bytes that the session keeps.
/// Manual: `gnutls_ocsp_status_request_get`. Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_get(
    session: gnutls_session_t,
    response: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { gnutls_ocsp_status_request_get2(session, 0, response) }
}

/// The OCSP response at place `idx` of the chain. Manual: `gnutls_ocsp_status_request_get2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_get2(
    session: gnutls_session_t,
    idx: c_uint,
    response: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        if response.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: not NULL.
        unsafe { response.write(gnutls_datum_t { data: ptr::null_mut(), size: 0 }) };
        let found = h.session.facts(|f| f.ocsp.get(idx as usize).cloned());
        let Some(found) = found else { return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) };
        let mut lent = lock(&h.lent);
        let index = idx as usize;
        if lent.ocsp.len() <= index {
            lent.ocsp.resize(index + 1, None);
        }
        let kept = match &mut lent.ocsp[index] {
            Some(kept) if *kept == found => kept,
            slot => slot.insert(found),
        };
        // SAFETY: not NULL; the bytes live in the handle.
        unsafe { response.write(borrowed(kept)) };
        Ok(())
    })
}

/// Non-zero if the OCSP response took part in the verification: responses are kept for the program, and not
/// looked at by this engine yet. Manual: `gnutls_ocsp_status_request_is_checked`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ocsp_status_request_is_checked(
    _session: gnutls_session_t,
    _flags: c_uint,
) -> c_uint {
    0
}
