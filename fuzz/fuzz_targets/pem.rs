#![no_main]
use gnutls_rs::alg::Format;
use gnutls_rs::asn1::pem;
use gnutls_rs::pki::key_file;
use gnutls_rs::pki::key_file::openssl_pem;
use gnutls_rs::pki::verify::trust;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(bytes) = pem::base64_decode(data) {
        assert_eq!(pem::base64_decode(&pem::base64_encode(&bytes)), Ok(bytes));
    }
    let _ = pem::decode(None, data);
    let _ = trust::read_certificates(data, Format::Pem);
    let _ = key_file::import(data, Format::Pem);
    let _ = key_file::import(data, Format::Der);
    // A password is tried only on small inputs, because the file chooses the iteration count.
    if data.len() < 2048 {
        let _ = openssl_pem::from_openssl(data, Some(b"password"));
    }
});
