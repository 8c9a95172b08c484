//! TLS extensions that the application registers.
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::Relaxed;
use std::collections::BTreeMap;
use std::ffi::CStr;
use std::sync::{Arc, Mutex};

use crate::abi::*;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::error::{Result, err};
use crate::handshake::ext::{ExtensionType, Extensions, MessageContext, Numbered};
use crate::session::lock;

// SAFETY: every buffer is a local variable of `send_extension` or `send_supplemental`, which pass it to a send function.
unsafe impl Opaque for gnutls_buffer_st {
    type Object = Vec<u8>;
}

/// An extension of the application.
#[derive(Clone)]
pub struct Extension {
    pub(crate) number: u16,
    pub(crate) name: Option<Arc<CStr>>,
    /// `gnutls_ext_parse_type_t`; it is stored but not used, because all extensions are parsed at the same
    /// time.
    pub(crate) point: gnutls_ext_parse_type_t,
    pub(crate) receive: gnutls_ext_recv_func,
    pub(crate) send: gnutls_ext_send_func,
    pub(crate) free: gnutls_ext_deinit_data_func,
    /// `gnutls_ext_flags_t`: the messages in which it may appear.
    pub(crate) flags: c_uint,
}

/// The extensions of the process (`gnutls_ext_register`).
pub static GLOBAL_EXTENSIONS: Mutex<Vec<Extension>> = Mutex::new(Vec::new());

/// The extensions of one session, their private data of the application, and the extensions that the client
/// offered.
#[derive(Default)]
pub struct RegisteredExtensions {
    pub(crate) own: Mutex<Vec<Extension>>,
    pub(crate) data: Mutex<BTreeMap<u16, usize>>,
    offered: Mutex<Vec<u16>>,
    /// The message whose extensions are being read or written (`gnutls_ext_flags_t`).
    pub(crate) message: AtomicU32,
}

impl RegisteredExtensions {
    pub(crate) fn all(&self) -> Vec<Extension> {
        let mut all = lock(&self.own).clone();
        all.extend(lock(&GLOBAL_EXTENSIONS).iter().cloned());
        all
    }
}

/// Passes the private data to the application's free functions.
impl Drop for RegisteredExtensions {
    fn drop(&mut self) {
        let data = std::mem::take(&mut *lock(&self.data));
        for own in self.all() {
            if let (Some(data), Some(free)) = (data.get(&own.number), own.free) {
                // SAFETY: the application's own function with the pointer that it set.
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

/// The message as a flag of `gnutls_ext_flags_t`; 0 for a message in which extensions of the application must
/// not appear.
fn flag_of(context: MessageContext) -> c_uint {
    match context {
        MessageContext::ClientHello => GNUTLS_EXT_FLAG_CLIENT_HELLO,
        MessageContext::ServerHello12 => GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO,
        MessageContext::ServerHello13 => GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO,
        MessageContext::HelloRetryRequest => GNUTLS_EXT_FLAG_HRR,
        MessageContext::EncryptedExtensions => GNUTLS_EXT_FLAG_EE,
        MessageContext::CertificateRequest
        | MessageContext::Certificate
        | MessageContext::NewSessionTicket => 0,
    }
}

impl Extension {
    /// Whether it is for DTLS, or for TLS. With neither flag, or both, it is for either.
    fn is_for(&self, datagram: bool) -> bool {
        let protocols = self.flags & (GNUTLS_EXT_FLAG_TLS | GNUTLS_EXT_FLAG_DTLS);
        let other = if datagram { GNUTLS_EXT_FLAG_TLS } else { GNUTLS_EXT_FLAG_DTLS };
        self.flags & PLACES == 0 || protocols != other
    }

    fn appears_in(&self, context: MessageContext) -> bool {
        let flags = match self.flags & PLACES {
            0 => GNUTLS_EXT_FLAG_CLIENT_HELLO | GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO | GNUTLS_EXT_FLAG_EE,
            places => places,
        };
        flags & flag_of(context) != 0
    }
}

/// Calls the send functions for a message. A server only sends extensions that the client offered.
///
/// # Safety
/// `session` is the live session that `registered` belongs to.
pub unsafe fn send_extension(
    session: gnutls_session_t,
    registered: &RegisteredExtensions,
    datagram: bool,
    context: MessageContext,
) -> Result<Vec<Numbered>> {
    let mut out: Vec<Numbered> = Vec::new();
    registered.message.store(flag_of(context), Relaxed);
    let is_answer = context != MessageContext::ClientHello;
    let offered = lock(&registered.offered).clone();
    for own in registered.all().into_iter().filter(|own| own.is_for(datagram)) {
        let unasked = is_answer
            && own.flags & GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST == 0
            && !offered.contains(&own.number);
        let Some(f) = own.send.filter(|_| own.appears_in(context) && !unasked) else { continue };
        let mut buffer: Vec<u8> = Vec::new();
        // SAFETY: the application's own function; the buffer outlives the call and is only used by
        // `gnutls_buffer_append_data`.
        let n = unsafe { f(session, opaque::handle_of(&raw mut buffer)) };
        match n {
            GNUTLS_E_INT_RET_0 => out.push((ExtensionType(own.number), Vec::new())),
            n if n < 0 => return err(n),
            _ if buffer.len() > 0xffff => return err(GNUTLS_E_INVALID_REQUEST),
            _ if !buffer.is_empty() => out.push((ExtensionType(own.number), buffer)),
            _ => {}
        }
    }
    Ok(out)
}

/// Calls the receive functions for the extensions of a message.
///
/// # Safety
/// The same as for [`send_extension`].
pub unsafe fn receive_extension(
    session: gnutls_session_t,
    registered: &RegisteredExtensions,
    datagram: bool,
    context: MessageContext,
    extensions: &Extensions,
) -> Result<()> {
    registered.message.store(flag_of(context), Relaxed);
    if context == MessageContext::ClientHello {
        *lock(&registered.offered) = extensions.iter().map(|(n, _)| n.0).collect();
    }
    for own in registered.all().into_iter().filter(|own| own.is_for(datagram)) {
        let Some((_, data)) = extensions.iter().find(|(n, _)| n.0 == own.number) else { continue };
        if !own.appears_in(context) {
            return err(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION);
        }
        if let Some(f) = own.receive {
            // SAFETY: the application's own function; the data outlives the call.
            let n = unsafe { f(session, data.as_ptr(), data.len()) };
            if n < 0 {
                return err(n);
            }
        }
    }
    Ok(())
}
