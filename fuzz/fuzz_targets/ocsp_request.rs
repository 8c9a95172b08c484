#![no_main]
use gnutls_rs::pki::ocsp::request::Request;
use gnutls_rs::pki::text;
use libfuzzer_sys::fuzz_target;

// What is read is written so that it is read again, also with a nonce of the input.
fuzz_target!(|data: &[u8]| {
    let Ok(mut request) = Request::from_der(data) else { return };
    let _ = (request.version(), request.nonce().is_ok(), request.asked(0), request.extension(0));
    let _ = text::ocsp::request(&request);
    if request.set_nonce(false, data).is_ok() {
        assert_eq!(request.nonce().unwrap().1, data);
    }
    let written = request.der();
    assert_eq!(Request::from_der(&written).unwrap().der(), written);
});
