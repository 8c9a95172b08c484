//! Every symbol of the table that no chapter implements yet, made by `build.rs` from the table.
//! Each says its name once in the log and fails as its contract has it; none pretends to have worked.
use core::sync::atomic::{AtomicBool, Ordering};

use crate::abi::*;
use crate::capi::ffi::log;

/// Logs at level 1 that `name` was called, the first time only.
pub(crate) fn called(once: &AtomicBool, name: &str) {
    if !once.swap(true, Ordering::Relaxed) {
        log::write(1, format_args!("{name} is unsupported"));
    }
}

include!(concat!(env!("OUT_DIR"), "/unsupported.rs"));
