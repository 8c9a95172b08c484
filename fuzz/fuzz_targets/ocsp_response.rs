#![no_main]
use gnutls_rs::alg::flags::VerifyFlags;
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::pki::ocsp::Response;
use gnutls_rs::pki::ocsp::verify::{check, verify, verify_direct};
use gnutls_rs::pki::text;
use gnutls_rs::pki::verify::trust::TrustList;
use libfuzzer_sys::fuzz_target;

// A response, and a certificate behind it that is its own issuer: its length is in the first two bytes.
fuzz_target!(|data: &[u8]| {
    let [high, low, rest @ ..] = data else { return };
    let n = usize::from(u16::from_be_bytes([*high, *low])).min(rest.len());
    let (response, cert) = rest.split_at(n);
    if let Ok(response) = Response::from_der(response) {
        let _ = (response.code(), response.produced_at(), response.responder(), response.signed());
        let answers = response.answers().count();
        assert_eq!((0..=answers).filter(|i| response.answer(*i).is_some()).count(), answers);
        let _ = (response.certificates().count(), response.extensions().count(), response.nonce().is_ok());
        let _ = text::ocsp::response(&response, true);
    }
    if let Ok(cert) = Certificate::from_der(cert) {
        let now = 1_700_000_000;
        let _ = check(response, &cert, Some(&cert), VerifyFlags::empty(), now);
        if let Ok(response) = Response::from_der(response) {
            let mut list = TrustList::new();
            list.add(&cert);
            let _ = verify_direct(&response, &cert, VerifyFlags::empty(), now);
            let _ = verify(&response, &list, VerifyFlags::empty(), now);
        }
    }
});
