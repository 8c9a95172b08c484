#![no_main]
use gnutls_rs::alg::policy::Policy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Err((_, position)) = Policy::parse(data) {
        assert!(position <= data.len());
    }
});
