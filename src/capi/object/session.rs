//! Sessions.
use core::sync::atomic::{AtomicBool, AtomicU32};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Kx, Pk};
use crate::capi::ffi::memory::{DatumList, NulTerminated, borrowed_datum};
use crate::capi::ffi::opaque;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::object::application::CApplication;
use crate::error::Result;
use crate::handshake::messages::HandshakeType;
use crate::handshake::parameters::SecurityParameters;
use crate::session::{Session, lock};

/// The object of a `gnutls_session_t`. It is only borrowed immutably, because a callback may call functions
/// with the same handle at any time.
pub struct SessionObject {
    pub session: Session,
    pub application: Arc<CApplication>,
    /// The result of the automatic verification.
    pub verify_status: AtomicU32,
    /// The last verification found a valid response that does not say that the peer's certificate is revoked.
    pub ocsp_good: AtomicBool,
    /// Made when the first pointer is returned: most sessions never need it.
    lent: OnceLock<Box<Mutex<ReturnedPointers>>>,
}

impl SessionObject {
    pub fn new(session: Session, application: Arc<CApplication>) -> SessionObject {
        let (verify_status, ocsp_good) = (AtomicU32::new(u32::MAX), AtomicBool::new(false));
        SessionObject { session, application, verify_status, ocsp_good, lent: OnceLock::new() }
    }

    /// The data to which pointers have been returned.
    pub fn lent(&self) -> MutexGuard<'_, ReturnedPointers> {
        lock(self.lent.get_or_init(Box::default))
    }
}

// SAFETY: all handles are created by `gnutls_init`.
unsafe impl Opaque for gnutls_session_int {
    type Object = SessionObject;
}

/// Data to which getters return pointers. It has a fixed address as long as the session exists; its contents
/// change with the session. Lists, whose size the peer determines, are replaced when they change.
#[derive(Default)]
pub struct ReturnedPointers {
    /// The server's PSK hint, and the client's PSK identity.
    pub psk_hint: Option<NulTerminated>,
    pub psk_name: Option<NulTerminated>,
    pub srp_name: Option<NulTerminated>,
    pub peers: Option<DatumList>,
    pub ours: Option<DatumList>,
    pub ocsp: Vec<Option<Vec<u8>>>,
    pub alpn: ReturnedBytes<255>,
    /// MAC key, key and IV for sending and for receiving.
    pub record_keys: [(ReturnedBytes<48>, ReturnedBytes<32>, ReturnedBytes<16>); 2],
    pub session_id: ReturnedBytes<32>,
    pub srtp_mki: ReturnedBytes<255>,
    pub master_secret: ReturnedBytes<48>,
    pub randoms: [ReturnedBytes<32>; 2],
}

/// Up to `N` bytes at a fixed address, because the session object never moves. They are wiped on drop.
pub struct ReturnedBytes<const N: usize>(Zeroizing<[u8; N]>);

impl<const N: usize> Default for ReturnedBytes<N> {
    fn default() -> Self {
        ReturnedBytes(Zeroizing::new([0; N]))
    }
}

impl<const N: usize> ReturnedBytes<N> {
    /// Stores `bytes` (at most `N` of them) and returns a datum that borrows the stored bytes.
    pub fn lend(&mut self, bytes: &[u8]) -> gnutls_datum_t {
        let n = bytes.len().min(N);
        self.0[..n].copy_from_slice(&bytes[..n]);
        borrowed_datum(&self.0[..n])
    }
}

/// The session of a handle. Fails with `GNUTLS_E_INVALID_REQUEST` if it is NULL.
///
/// # Safety
/// `session` is NULL or from `gnutls_init`, not yet deinitialised.
pub unsafe fn get_session<'a>(session: gnutls_session_t) -> Result<&'a SessionObject> {
    // SAFETY: `session` is NULL or a live handle.
    unsafe { opaque::get(session) }
}

/// Reads a negotiated parameter of a session; returns `otherwise` for a NULL handle.
///
/// # Safety
/// The same as for [`get_session`].
pub unsafe fn parameter<T: Copy>(
    session: gnutls_session_t,
    otherwise: T,
    read: impl FnOnce(&SecurityParameters) -> T,
) -> T {
    // SAFETY: `session` is NULL or a live handle (the caller).
    unsafe { get_session(session) }.map_or(otherwise, |h| h.session.parameters(read))
}

/// The type of a message as `gnutls_handshake_description_t` numbers it, where a HelloRetryRequest has a number of its own.
pub fn description_number(kind: HandshakeType) -> c_uint {
    match kind {
        HandshakeType::HELLO_RETRY_REQUEST => GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST,
        kind => kind.0.into(),
    }
}

/// The key exchange. That of TLS 1.3 is named as the one of TLS 1.2 that is most like it.
pub(crate) fn key_exchange(f: &SecurityParameters) -> Option<Kx> {
    let suite = f.suite?;
    if !f.is_tls13() {
        return suite.kx;
    }
    let finite = f.group.map(|g| g.pk() == Pk::Dh);
    match (finite, f.psk_identity().is_some()) {
        (None, true) => Some(Kx::Psk),
        (None, false) => None,
        (Some(true), true) => Some(Kx::DhePsk),
        (Some(true), false) => Some(Kx::DheRsa),
        (Some(false), true) => Some(Kx::EcdhePsk),
        (Some(false), false) => Some(Kx::EcdheRsa),
    }
}
