//! What a `gnutls_session_t` points to.
use core::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex};

use zeroize::Zeroizing;

use crate::abi::*;
use crate::capi::ffi::memory::{DatumList, borrowed_datum};
use crate::capi::ffi::opaque;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::object::application::CApplication;
use crate::error::Result;
use crate::handshake::messages::HandshakeType;
use crate::handshake::parameters::SecurityParameters;
use crate::session::Session;

/// What C holds as a `gnutls_session_t`. It is only ever shared, never borrowed mutably: a callback
/// may come back with the same handle at any time.
pub struct SessionObject {
    pub session: Session,
    pub application: Arc<CApplication>,
    /// The result of the automatic verification.
    pub verify_status: AtomicU32,
    /// What was handed out as a pointer into the session.
    pub lent: Mutex<ReturnedPointers>,
}

// SAFETY: `gnutls_init` makes every session.
unsafe impl Opaque for gnutls_session_int {
    type Object = SessionObject;
}

/// What getters lend to the application: it stays where it is as long as the session lives, and only what it says
/// changes with the session. Lists, whose size is the peer's choice, are renewed when they change.
#[derive(Default)]
pub struct ReturnedPointers {
    pub peers: Option<DatumList>,
    pub ours: Option<DatumList>,
    pub ocsp: Vec<Option<Vec<u8>>>,
    pub alpn: ReturnedBytes<255>,
    /// Key and IV of what we send and of what we receive.
    pub record_keys: [(ReturnedBytes<32>, ReturnedBytes<16>); 2],
    pub session_id: ReturnedBytes<32>,
    pub master_secret: ReturnedBytes<48>,
    pub randoms: [ReturnedBytes<32>; 2],
}

/// Up to `N` bytes at one address, for the handle never moves; wiped at the end.
pub struct ReturnedBytes<const N: usize>(Zeroizing<[u8; N]>);

impl<const N: usize> Default for ReturnedBytes<N> {
    fn default() -> Self {
        ReturnedBytes(Zeroizing::new([0; N]))
    }
}

impl<const N: usize> ReturnedBytes<N> {
    /// A datum over the kept bytes, which are `bytes` now (at most `N` of them).
    pub fn lend(&mut self, bytes: &[u8]) -> gnutls_datum_t {
        let n = bytes.len().min(N);
        self.0[..n].copy_from_slice(&bytes[..n]);
        borrowed_datum(&self.0[..n])
    }
}

/// The handle behind a pointer from C. NULL: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `session` is NULL or from `gnutls_init`, not yet deinitialised.
pub unsafe fn get_session<'a>(session: gnutls_session_t) -> Result<&'a SessionObject> {
    // SAFETY: `session` is NULL or a live handle.
    unsafe { opaque::get(session) }
}

/// Reads what a session has negotiated, or `otherwise` for a NULL handle.
///
/// # Safety
/// As [`get_session`].
pub unsafe fn parameter<T: Copy>(
    session: gnutls_session_t,
    otherwise: T,
    read: impl FnOnce(&SecurityParameters) -> T,
) -> T {
    // SAFETY: `session` is NULL or a live handle, the caller's promise.
    unsafe { get_session(session) }.map_or(otherwise, |h| h.session.parameters(read))
}

/// The type of a message as `gnutls_handshake_description_t` numbers it, where a HelloRetryRequest has a number of its own.
pub fn description_number(kind: HandshakeType) -> c_uint {
    match kind {
        HandshakeType::HELLO_RETRY_REQUEST => GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST,
        kind => kind.0.into(),
    }
}
