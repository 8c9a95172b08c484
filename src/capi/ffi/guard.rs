//! The guard of every entry, which prevents panics from unwinding into C.
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::abi::*;
use crate::capi::ffi::{allocator, cancel};
use crate::error::{Error, Result, table};
use crate::log::{self, FAILURE, log};

/// Runs an entry that returns a GnuTLS code: the value (zero or positive) for `Ok`, the negative code for
/// `Err`, and `GNUTLS_E_INTERNAL_ERROR` for a panic. Without memory the entry does not begin, and the code is
/// `GNUTLS_E_MEMORY_ERROR`.
pub fn code(body: impl FnOnce() -> Result<c_int>) -> c_int {
    if allocator::is_exhausted() {
        return GNUTLS_E_MEMORY_ERROR;
    }
    or(GNUTLS_E_INTERNAL_ERROR, || body().unwrap_or_else(|e| e.code()))
}

/// Like [`code`], for an entry whose failures a person has to know of: they are a line of the log, with its name.
pub fn reported(entry: &str, body: impl FnOnce() -> Result<c_int>) -> c_int {
    code(|| {
        // It may read files.
        let _held = cancel::Held::begin();
        if log::keeps_reasons() {
            log::forget_reason();
        }
        body().inspect_err(|e| {
            if log::enabled(FAILURE) {
                report(entry, *e);
            }
        })
    })
}

#[cold]
fn report(entry: &str, e: Error) {
    match log::take_reason(e.code()) {
        Some((why, _)) => log!(FAILURE, "{entry}: {why} [{}]", table::name_of(e.code())),
        None => log!(FAILURE, "{entry}: {e}"),
    }
}

/// Like [`code`], but for entries that return 0 on success.
pub fn unit(body: impl FnOnce() -> Result<()>) -> c_int {
    code(|| body().map(|()| 0))
}

/// Like [`code`], but for entries that return `ssize_t`.
pub fn size(body: impl FnOnce() -> Result<usize>) -> isize {
    if allocator::is_exhausted() {
        return GNUTLS_E_MEMORY_ERROR as isize;
    }
    or(GNUTLS_E_INTERNAL_ERROR as isize, || match body() {
        Ok(n) => n as isize,
        Err(e) => e.code() as isize,
    })
}

/// Runs an entry that returns any type. After a panic it returns `fallback`.
pub fn or<T>(fallback: T, body: impl FnOnce() -> T) -> T {
    // An entry that a function of the application calls on the way back of a thread that ends does not end it.
    let ended = cancel::is_stopped();
    let value = caught(fallback, body);
    if cancel::is_stopped() && !ended {
        cancel::go_on();
    }
    value
}

fn caught<T>(fallback: T, body: impl FnOnce() -> T) -> T {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => value,
        // The panic's payload is dropped inside a second guard: a payload may panic in its own drop.
        Err(payload) => {
            let _ = catch_unwind(AssertUnwindSafe(|| drop(payload)));
            fallback
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_internal_error() {
        assert_eq!(code(|| panic!("expected by the test")), GNUTLS_E_INTERNAL_ERROR);
        assert_eq!(size(|| Ok(7)), 7);
        assert_eq!(unit(|| crate::error::err(GNUTLS_E_INVALID_REQUEST)), GNUTLS_E_INVALID_REQUEST);
    }
}
