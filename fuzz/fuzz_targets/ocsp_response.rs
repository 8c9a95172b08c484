#![no_main]
use gnutls_rs::alg::flags::VerifyFlags;
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::pki::ocsp::Response;
use gnutls_rs::pki::ocsp::verify::check;
use libfuzzer_sys::fuzz_target;

// A response, and a certificate behind it that is its own issuer: its length is in the first two bytes.
fuzz_target!(|data: &[u8]| {
    let [high, low, rest @ ..] = data else { return };
    let n = usize::from(u16::from_be_bytes([*high, *low])).min(rest.len());
    let (response, cert) = rest.split_at(n);
    if let Ok(response) = Response::from_der(response) {
        let _ = (response.code(), response.produced_at(), response.responder(), response.signed());
        let _ = (response.answers().count(), response.certificates().count());
    }
    if let Ok(cert) = Certificate::from_der(cert) {
        let _ = check(response, &cert, Some(&cert), VerifyFlags::empty(), 1_700_000_000);
    }
});
