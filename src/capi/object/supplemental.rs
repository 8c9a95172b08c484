//! Supplemental data (RFC 4680) of the application's functions.
use std::ffi::CStr;
use std::sync::{Arc, Mutex};

use crate::abi::*;
use crate::capi::ffi::opaque;
use crate::codec::{Reader, Writer};
use crate::error::{Error, Result, err};
use crate::log::reason;
use crate::session::lock;

/// A type of supplemental data of the application.
#[derive(Clone)]
pub struct Supplemental {
    pub(crate) kind: u16,
    pub(crate) name: Option<Arc<CStr>>,
    pub(crate) receive: gnutls_supp_recv_func,
    pub(crate) send: gnutls_supp_send_func,
}

/// The types of the process (`gnutls_supplemental_register`).
pub static GLOBAL_SUPPLEMENTAL: Mutex<Vec<Supplemental>> = Mutex::new(Vec::new());

/// The types of a session, then those of the process.
fn all(own: &Mutex<Vec<Supplemental>>) -> Vec<Supplemental> {
    let mut all = lock(own).clone();
    all.extend(lock(&GLOBAL_SUPPLEMENTAL).iter().cloned());
    all
}

/// Calls the send functions. Returns the body of SupplementalData, or `None` if there is nothing to send.
///
/// # Safety
/// `session` is the live session that `own` belongs to.
pub unsafe fn send_supplemental(
    session: gnutls_session_t,
    own: &Mutex<Vec<Supplemental>>,
) -> Result<Option<Vec<u8>>> {
    let mut entries = Writer::new();
    for kind in all(own) {
        let Some(f) = kind.send else { continue };
        let mut buffer: Vec<u8> = Vec::new();
        // SAFETY: the application's own function; the buffer outlives the call and is only used by
        // `gnutls_buffer_append_data`.
        let code = unsafe { f(session, opaque::handle_of(&raw mut buffer)) };
        if code < 0 {
            return Err(reason!(
                Error::new(code),
                "the application's function for the supplemental data {} returned {code}",
                kind.kind
            ));
        }
        if !buffer.is_empty() {
            entries.u16(kind.kind);
            entries.vec16(&buffer);
        }
    }
    let entries = entries.finish()?;
    if entries.is_empty() {
        return Ok(None);
    }
    let mut body = Writer::new();
    body.vec24(&entries);
    body.finish().map(Some)
}

/// Reads the body of SupplementalData and calls the receive functions. Data of a type that is not registered is refused, as in
/// GnuTLS.
///
/// # Safety
/// `session` is the live session that `own` belongs to.
pub unsafe fn receive_supplemental(
    session: gnutls_session_t,
    own: &Mutex<Vec<Supplemental>>,
    body: &[u8],
) -> Result<()> {
    let mut r = Reader::new(body);
    let mut list = Reader::new(r.vec24()?);
    r.finish()?;
    if list.is_empty() {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    let all = all(own);
    while !list.is_empty() {
        let number = list.u16()?;
        let data = list.vec16()?;
        let Some(kind) = all.iter().find(|k| k.kind == number) else {
            return Err(reason!(
                Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
                "the peer sends supplemental data of the type {number}, which is not registered"
            ));
        };
        if let Some(f) = kind.receive {
            // SAFETY: the application's own function; the data outlives the call.
            let code = unsafe { f(session, data.as_ptr(), data.len()) };
            if code < 0 {
                return Err(reason!(
                    Error::new(code),
                    "the application's function does not accept the supplemental data {number} (it returned {code})"
                ));
            }
        }
    }
    Ok(())
}
