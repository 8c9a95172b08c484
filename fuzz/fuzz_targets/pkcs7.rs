#![no_main]
use gnutls_rs::alg::PrintFormat;
use gnutls_rs::pki::pkcs7::Pkcs7;
use gnutls_rs::pki::text::pkcs7 as text;
use libfuzzer_sys::fuzz_target;

// What is read is read again as the same once it is written.
fuzz_target!(|data: &[u8]| {
    let Ok(read) = Pkcs7::from_ber(data) else { return };
    let _ = (read.embedded(), read.embedded_raw(), text::pkcs7(&read, PrintFormat::Full));
    for i in 0..read.signer_count() {
        let signer = read.signer(i).expect("it was normalized");
        let _ = (signer.sign(), signer.digest(), signer.signing_time());
        let _ = (signer.signed_attributes(), signer.unsigned_attributes());
        let _ = (read.message(&signer, None), read.message(&signer, Some(b"data")), read.chain_of(&signer));
    }
    let der = read.to_der().expect("its parts are elements");
    let again = Pkcs7::from_ber(&der).expect("it was written here");
    assert_eq!(again.to_der().expect("its parts are elements"), der);
    assert_eq!(again.signer_count(), read.signer_count());
});
