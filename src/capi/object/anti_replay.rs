//! What a server tells replays of early data with (RFC 8446 section 8).
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;
use core::sync::atomic::{AtomicPtr, AtomicU32};
use std::sync::Arc;

use crate::abi::*;
use crate::capi::ffi::function::Function;
use crate::capi::ffi::memory::borrowed_datum;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::time::milliseconds;
use crate::handshake::resumption::write_times;
use crate::handshake::step::EarlyTry;
use crate::log::{DECISION, log};

/// How far the ages of a ticket may differ, in milliseconds, and how long a hello is kept: that of GnuTLS.
const DEFAULT_WINDOW: c_uint = 10_000;

/// The settings of a `gnutls_anti_replay_t`. Sessions that use it keep it alive.
pub struct AntiReplay {
    pub add: Function<gnutls_db_add_func>,
    pub ptr: AtomicPtr<c_void>,
    /// Milliseconds.
    pub window: AtomicU32,
    /// When it was made, in milliseconds since 1970: what came before is not in its database.
    started: u64,
}

// SAFETY: all handles are created by `gnutls_anti_replay_init`.
unsafe impl Opaque for gnutls_anti_replay_st {
    type Object = Arc<AntiReplay>;
}

impl Default for AntiReplay {
    fn default() -> Self {
        AntiReplay {
            add: Function::none(),
            ptr: AtomicPtr::new(ptr::null_mut()),
            window: AtomicU32::new(DEFAULT_WINDOW),
            started: milliseconds(),
        }
    }
}

impl AntiReplay {
    /// Whether early data is no replay: the age of its ticket is right within the window, and the application's database has
    /// not seen the binder within it. `now` is in milliseconds.
    pub fn is_fresh(&self, early: &EarlyTry, now: u64) -> bool {
        let window = self.window.load(Relaxed);
        if early.age_error > window.into() {
            log!(
                DECISION,
                "does not accept the client's early data: its ticket has another age, by {} ms",
                early.age_error
            );
            return false;
        }
        // Section 8.2: another process, or this one before a restart, may have seen it.
        if early.issued <= self.started {
            log!(
                DECISION,
                "does not accept the client's early data: its ticket is as old as the database of replays, or older"
            );
            return false;
        }
        let Some(add) = self.add.get() else {
            log!(DECISION, "does not accept the client's early data: there is no database of replays");
            return false;
        };
        // The age of a copy is right for twice the window, if the client's clock is ahead by the whole window.
        let seconds = window.div_ceil(1000).max(1).saturating_mul(2);
        let entry = write_times(now / 1000, seconds);
        let expires = (now / 1000).saturating_add(seconds.into()).try_into().unwrap_or(time_t::MAX);
        let (key, data) = (borrowed_datum(&early.binder), borrowed_datum(&entry));
        // SAFETY: the application's own function with its own pointer; key and data outlive the call.
        let code = unsafe { add(self.ptr.load(Relaxed), expires, &key, &data) };
        if code != 0 {
            log!(
                DECISION,
                "does not accept the client's early data: the database of replays returned {code}"
            );
        }
        code == 0
    }
}
