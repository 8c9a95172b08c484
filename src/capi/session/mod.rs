//! Creation and release of sessions, and their settings.
pub mod alert;
pub mod alpn;
pub mod compress_certificate;
pub mod credentials;
pub mod dh;
pub mod dtls;
pub mod early_data;
pub mod ext;
pub mod handshake;
pub mod heartbeat;
pub mod keylog;
pub mod negotiated;
pub mod ocsp_status;
pub mod prf;
pub mod range;
pub mod record;
pub mod resumption;
pub mod server_name;
pub mod srtp;
pub mod supplemental;
pub mod transport;
pub mod verify;

use core::ptr;
use core::sync::atomic::Ordering::Relaxed;
use std::sync::Arc;

use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::policy::Policy;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::application::CApplication;
use crate::capi::object::key_log::{gnutls_rs_default_keylog, key_log_wanted};
use crate::capi::object::priority::default_policy;
use crate::capi::object::session::{SessionObject, get_session};
use crate::capi::object::supplemental::GLOBAL_SUPPLEMENTAL;
use crate::error::err;
use crate::handshake::config::{HeartbeatMode, Role};
use crate::log::{FAILURE, log};
use crate::session::{Session, lock};

/// Makes a session, which the caller ends with `gnutls_deinit`.
///
/// It has no transport, no priorities and no credentials yet: `gnutls_transport_set_int2` or
/// `gnutls_transport_set_ptr`, `gnutls_priority_set_direct` or `gnutls_set_default_priority`, and
/// `gnutls_credentials_set` are called before `gnutls_handshake`. Secrets go to the file that the
/// environment variable `SSLKEYLOGFILE` names, if it is set.
///
/// - `session`: takes the session; NULL is written on error
/// - `flags`: `GNUTLS_SERVER` or `GNUTLS_CLIENT`, with flags of `gnutls_init_flags_t`; without
///   `GNUTLS_SERVER` it is a client's. `GNUTLS_NONBLOCK` says that the transport does not block, and
///   `GNUTLS_DATAGRAM` that it carries datagrams: the session is one of DTLS
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL
///
/// Manual: `gnutls_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_init(session: *mut gnutls_session_t, flags: c_uint) -> c_int {
    guard::unit(|| {
        if session.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `session` is not NULL, and valid for a write (the caller).
        unsafe { session.write(ptr::null_mut()) };
        let role = if flags & GNUTLS_SERVER != 0 { Role::Server } else { Role::Client };
        let application = Arc::new(CApplication::default());
        application.key_log.set(Some(gnutls_rs_default_keylog));
        // A handshake is refused until priorities are set. Until then, queries use the default priorities.
        let policy = default_policy().unwrap_or_else(|_| Arc::new(Policy::none()));
        let inner = Session::new(role, SessionFlags::from_bits_retain(flags), policy, application.clone());
        let supplemental = !lock(&GLOBAL_SUPPLEMENTAL).is_empty();
        inner.configure(|c| {
            (c.key_log, c.prioritized, c.no_tls13) = (key_log_wanted(), false, supplemental);
        });
        let made = opaque::new(SessionObject::new(inner, application.clone()));
        application.handle.store(made, Relaxed);
        // SAFETY: `session` is not NULL, and valid for a write (the caller).
        unsafe { session.write(made) };
        Ok(())
    })
}

/// Ends a session: wipes its secrets and frees what it holds.
///
/// Nothing is sent: call `gnutls_bye` before. Credentials, priorities and the transport stay the
/// application's, which may free them from then on. Pointers that getters lent, as those of
/// `gnutls_certificate_get_peers`, become invalid. The functions that free the private data of
/// registered extensions run in this call.
///
/// - `session`: a session that no thread uses, not to be used afterwards; NULL is ignored
///
/// It must not be called from a callback of the same session. A session that a call still uses is not freed: its
/// memory is lost, and a line in the log says so.
///
/// Manual: `gnutls_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_deinit(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: the handle is from `gnutls_init` and not used after this call.
        let object = unsafe { opaque::take(session) };
        if object.as_ref().is_some_and(|object| object.session.is_leased()) {
            log!(FAILURE, "gnutls_deinit: the session is not freed, as another call on it has not returned");
            core::mem::forget(object);
        }
    })
}

/// Keeps a pointer of the application's with the session, for its callbacks.
///
/// The library neither follows nor frees it; a second call replaces it. It is not the pointer that the
/// transport's functions get, which `gnutls_transport_set_ptr` sets.
///
/// - `session`: a session; NULL is ignored
/// - `ptr`: any pointer, also NULL
///
/// Manual: `gnutls_session_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_ptr(session: gnutls_session_t, ptr: *mut c_void) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.user_ptr.store(ptr, Relaxed);
        }
    });
}

/// Returns the pointer that the application keeps with the session.
///
/// Callbacks that get the session find their own data by it. The pointer is the one given to
/// `gnutls_session_set_ptr`, unchanged.
///
/// - `session`: a session; NULL gives NULL
///
/// Returns the pointer, or NULL if none was set.
///
/// Manual: `gnutls_session_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_ptr(session: gnutls_session_t) -> *mut c_void {
    guard::or(core::ptr::null_mut(), || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(ptr::null_mut(), |h| h.application.user_ptr.load(Relaxed))
    })
}

/// Makes the session tolerant of peers that do not follow the protocol.
///
/// It sets what `%COMPAT` in a priority string sets: that a wrong version in the RSA premaster secret
/// and longer records are tolerated. The key exchanges and the record layer of this library do not
/// depend on either. The settings are part of the priorities: call it after `gnutls_priority_set` and
/// the like, which replace them.
///
/// - `session`: a session; NULL is ignored
///
/// Since 2.1.4. Manual: `gnutls_session_enable_compatibility_mode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_enable_compatibility_mode(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.configure(|c| {
                let policy = Arc::make_mut(&mut c.policy);
                policy.allow_wrong_pms = true;
                policy.allow_large_records = true;
            });
        }
    });
}

/// Tells properties of the session that were negotiated, as one word of flags.
///
/// They are `GNUTLS_SFLAGS_SAFE_RENEGOTIATION`, `GNUTLS_SFLAGS_EXT_MASTER_SECRET`, `GNUTLS_SFLAGS_ETM`,
/// `GNUTLS_SFLAGS_CLI_REQUESTED_OCSP` (the client asked for the status of the certificate),
/// `GNUTLS_SFLAGS_SESSION_TICKET` (a ticket came), `GNUTLS_SFLAGS_FALSE_START`,
/// `GNUTLS_SFLAGS_EARLY_START`, `GNUTLS_SFLAGS_EARLY_DATA` (the server accepts early data), `GNUTLS_SFLAGS_RFC7919` (the
/// key exchange before TLS 1.3 has used a group of RFC 7919), `GNUTLS_SFLAGS_HB_LOCAL_SEND` and
/// `GNUTLS_SFLAGS_HB_PEER_SEND` (heartbeats, as `gnutls_heartbeat_allowed` tells), and on a server
/// `GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH` (the client offers `gnutls_reauth`).
///
/// - `session`: a session; NULL gives 0
///
/// Returns a combination of `gnutls_session_flags_t`; 0 before the handshake.
///
/// Since 3.5.0. Manual: `gnutls_session_get_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_flags(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return 0 };
        let config = h.session.config();
        h.session.parameters(|p| {
            let mut flags = 0;
            // Only a server reports the flag; a client knows what it offered.
            let post_handshake_auth = p.post_handshake_auth
                && config.role == Role::Server
                && config.flags.contains(SessionFlags::POST_HANDSHAKE_AUTH);
            for (set, flag) in [
                (p.safe_renegotiation, GNUTLS_SFLAGS_SAFE_RENEGOTIATION),
                (p.extended_master_secret, GNUTLS_SFLAGS_EXT_MASTER_SECRET),
                (p.encrypt_then_mac, GNUTLS_SFLAGS_ETM),
                (p.status_requested, GNUTLS_SFLAGS_CLI_REQUESTED_OCSP),
                (p.client_status_requested, GNUTLS_SFLAGS_SERV_REQUESTED_OCSP),
                (p.ticket_received, GNUTLS_SFLAGS_SESSION_TICKET),
                (p.false_start, GNUTLS_SFLAGS_FALSE_START),
                (p.early_start, GNUTLS_SFLAGS_EARLY_START),
                (p.early.accepted, GNUTLS_SFLAGS_EARLY_DATA),
                // The groups of credentials are none of RFC 7919, and have no number.
                (p.dh.is_some() && p.group.is_some(), GNUTLS_SFLAGS_RFC7919),
                (p.heartbeat == Some(HeartbeatMode::PeerAllowedToSend), GNUTLS_SFLAGS_HB_LOCAL_SEND),
                (config.heartbeat == Some(HeartbeatMode::PeerAllowedToSend), GNUTLS_SFLAGS_HB_PEER_SEND),
                (post_handshake_auth, GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH),
            ] {
                if set {
                    flags |= flag;
                }
            }
            flags
        })
    })
}
