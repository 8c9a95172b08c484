#![no_main]
//! A PKCS #12 file: its bags, its MAC and what is in it. The first byte selects the format, a bag alone, and
//! whether there is a password.
use gnutls_rs::alg::Format;
use gnutls_rs::pki::key_file::pbe::Encryption;
use gnutls_rs::pki::pkcs12::bag::{Bag, Sealed};
use gnutls_rs::pki::pkcs12::{Pfx, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&choice, bytes)) = data.split_first() else { return };
    let format = if choice & 1 == 0 { Format::Der } else { Format::Pem };
    let secret: Option<&[u8]> = if choice & 2 == 0 { None } else { Some(b"1234") };
    if choice & 4 != 0 {
        // What a bag writes, it reads.
        if let Ok(bag) = Bag::from_der(bytes) {
            assert!(Bag::from_der(&bag.to_der()).is_ok() || bag.encrypted().is_some());
        }
        return;
    }
    let Ok(pfx) = Pfx::import(bytes, format) else { return };
    let again = Pfx::from_der(&pfx.to_der().expect("what was read")).expect("what was written");
    assert_eq!(again.count(), pfx.count());
    if pfx.mac().and_then(|mac| mac.info()).is_ok_and(|info| info.iterations < 5000) {
        let _ = pfx.verify_mac(secret);
    }
    for i in 0..pfx.count() {
        let Ok(bag) = pfx.bag(i) else { return };
        let Some(data) = bag.encrypted() else { continue };
        let Ok(sealed) = Sealed::read(data) else { return };
        if Encryption::read(sealed.algorithm).map_or(true, |e| e.iterations >= 5000) {
            return;
        }
    }
    // An encrypted key may ask for half a second.
    let _ = parse::parse(&pfx, secret, choice & 8 != 0).map(|found| found.chain.len());
});
