//! Creation and release of sessions, and their settings.
pub mod alert;
pub mod alpn;
pub mod credentials;
pub mod dh;
pub mod ext;
pub mod handshake;
pub mod keylog;
pub mod negotiated;
pub mod ocsp_status;
pub mod prf;
pub mod record;
pub mod resumption;
pub mod server_name;
pub mod transport;
pub mod verify;

use core::ptr;
use core::sync::atomic::AtomicU32;
use core::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Mutex};

use crate::abi::*;
use crate::alg::policy::Policy;
use crate::capi::ffi::{guard, log, opaque};
use crate::capi::object::application::CApplication;
use crate::capi::object::key_log::{gnutls_rs_default_keylog, key_log_wanted};
use crate::capi::object::priority::default_policy;
use crate::capi::object::session::{SessionObject, get_session};
use crate::error::err;
use crate::handshake::config::Role;
use crate::session::Session;

/// Makes a session. `flags` names the side, `GNUTLS_SERVER` or `GNUTLS_CLIENT`, with any other
/// `gnutls_init_flags_t`. To be ended with `gnutls_deinit`. Manual: `gnutls_init`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST`; `GNUTLS_E_UNIMPLEMENTED_FEATURE` for `GNUTLS_DATAGRAM`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_init(session: *mut gnutls_session_t, flags: c_uint) -> c_int {
    guard::unit(|| {
        if session.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `session` is not NULL, and valid for a write (the caller).
        unsafe { session.write(ptr::null_mut()) };
        if flags & GNUTLS_DATAGRAM != 0 {
            log::write(1, format_args!("gnutls_init: GNUTLS_DATAGRAM is unsupported"));
            return err(GNUTLS_E_UNIMPLEMENTED_FEATURE);
        }
        let role = if flags & GNUTLS_SERVER != 0 { Role::Server } else { Role::Client };
        let application = Arc::new(CApplication::default());
        application.key_log.set(Some(gnutls_rs_default_keylog));
        // A handshake is refused until priorities are set. Until then, queries use the default priorities.
        let policy = default_policy().unwrap_or_else(|_| Arc::new(Policy::none()));
        let inner = Session::new(role, flags, policy, application.clone());
        inner.configure(|c| (c.key_log, c.prioritized) = (key_log_wanted(), false));
        let made = opaque::new(SessionObject {
            session: inner,
            application: application.clone(),
            verify_status: AtomicU32::new(u32::MAX),
            lent: Mutex::default(),
        });
        application.handle.store(made, Relaxed);
        // SAFETY: `session` is not NULL, and valid for a write (the caller).
        unsafe { session.write(made) };
        Ok(())
    })
}

/// Ends a session and frees what it holds, but not the credentials. NULL is ignored.
/// Manual: `gnutls_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_deinit(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: the handle is from `gnutls_init` and not used after this call.
        drop(unsafe { opaque::take(session) });
    })
}

/// Keeps a pointer of the application's with the session. Manual: `gnutls_session_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_ptr(session: gnutls_session_t, ptr: *mut c_void) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.user_ptr.store(ptr, Relaxed);
        }
    });
}

/// The pointer that `gnutls_session_set_ptr` kept. Manual: `gnutls_session_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_ptr(session: gnutls_session_t) -> *mut c_void {
    guard::or(core::ptr::null_mut(), || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(ptr::null_mut(), |h| h.application.user_ptr.load(Relaxed))
    })
}

/// Makes the session tolerant of broken peers. Manual: `gnutls_session_enable_compatibility_mode`.
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

/// `gnutls_session_flags_t` of what was negotiated. Manual: `gnutls_session_get_flags`.
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
                && config.flags & GNUTLS_POST_HANDSHAKE_AUTH != 0;
            for (set, flag) in [
                (p.safe_renegotiation, GNUTLS_SFLAGS_SAFE_RENEGOTIATION),
                (p.extended_master_secret, GNUTLS_SFLAGS_EXT_MASTER_SECRET),
                (p.status_requested, GNUTLS_SFLAGS_CLI_REQUESTED_OCSP),
                (p.ticket_received, GNUTLS_SFLAGS_SESSION_TICKET),
                (p.false_start, GNUTLS_SFLAGS_FALSE_START),
                (p.early_start, GNUTLS_SFLAGS_EARLY_START),
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
