//! Runs traces of C calls (capi-tests/traces/traces.c). The input's bytes select the calls.
#![no_main]
// The C file calls its functions.
extern crate gnutls_rs;

use libfuzzer_sys::fuzz_target;

unsafe extern "C" {
    fn traces_run(data: *const u8, size: usize);
}

// SAFETY: the slice is valid for the call.
fuzz_target!(|data: &[u8]| unsafe { traces_run(data.as_ptr(), data.len()) });
