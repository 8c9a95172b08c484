#![no_main]
use gnutls_rs::alg::flags::VerifyFlags;
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::pki::cert::build::Draft;
use gnutls_rs::pki::crl::Crl;
use gnutls_rs::pki::crl::build::CrlDraft;
use gnutls_rs::pki::crq::Request;
use gnutls_rs::pki::name::write;
use gnutls_rs::pki::verify::VerifyParams;
use gnutls_rs::pki::verify::hostname;
use gnutls_rs::pki::verify::trust::TrustList;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = Crl::from_der(data).map(|crl| CrlDraft::of(&crl).crl());
    let _ = Request::from_der(data).map(|q| (q.extensions().is_ok(), q.verify().is_ok(), q.to_der().is_ok()));
    let _ = write::append_text(write::EMPTY, data);
    let Ok(cert) = Certificate::from_der(data) else { return };
    assert_eq!(cert.der(), data);
    let _ = Draft::of(&cert).certificate();
    for extension in cert.extensions() {
        let _ = cert.extension(extension.oid);
    }
    let _ = (cert.serial(), cert.issuer(), cert.subject(), cert.not_before(), cert.not_after());
    let _ = (cert.signature_algorithm(), cert.public_key(), cert.pk(), cert.key_usage());
    let _ = (cert.basic_constraints(), cert.is_ca(), cert.subject_key_id(), cert.authority_key_id());
    let _ = (cert.subject_alt_names(), cert.key_purposes());
    let _ = hostname::matches_host(&cert, b"www.example.com", VerifyFlags::empty());
    let mut list = TrustList::new();
    list.add(&cert);
    let params =
        VerifyParams { now: 1_700_000_000, hostname: Some(b"www.example.com"), ..Default::default() };
    let _ = list.verify(&[cert.clone(), cert], &params);
});
