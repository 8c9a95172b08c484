//! The symbols of the table that are not implemented yet; `build.rs` generates the entries from the table.
//! Each entry logs its name once and returns the error value of its type; none reports success.
use core::sync::atomic::{AtomicBool, Ordering};

use crate::abi::*;
use crate::log::{FAILURE, enabled, log};

/// Logs at level 1 that `name` was called, the first time only.
pub(crate) fn called(once: &AtomicBool, name: &str) {
    if enabled(FAILURE) && !once.swap(true, Ordering::Relaxed) {
        log!(FAILURE, "{name}: this library does not implement the function yet");
    }
}

include!(concat!(env!("OUT_DIR"), "/unsupported.rs"));
