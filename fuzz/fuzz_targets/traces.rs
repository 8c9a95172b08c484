//! Traces of C calls (capi-tests/traces/traces.c) whose choices are the input's bytes.
#![no_main]
// Its functions are what the C file calls.
extern crate gnutls_rs;

use libfuzzer_sys::fuzz_target;

unsafe extern "C" {
    fn traces_run(data: *const u8, size: usize);
}

// SAFETY: the slice is valid for the call.
fuzz_target!(|data: &[u8]| unsafe { traces_run(data.as_ptr(), data.len()) });
