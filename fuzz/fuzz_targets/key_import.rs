#![no_main]
//! Imports of private keys in each file format, with and without a password, and of public keys. The first
//! byte selects the format.
use gnutls_rs::alg::Format;
use gnutls_rs::alg::flags::EncryptFlags;
use gnutls_rs::crypto::keys::PublicKey;
use gnutls_rs::pki::key_file;
use gnutls_rs::pki::key_file::openssl_pem;
use gnutls_rs::pki::key_file::password;
use gnutls_rs::pki::key_file::pbe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&choice, bytes)) = data.split_first() else { return };
    let format = if choice & 1 == 0 { Format::Der } else { Format::Pem };
    let secret: Option<&[u8]> = if choice & 2 == 0 { None } else { Some(b"1234") };
    let plain = if choice & 32 == 0 { EncryptFlags::empty() } else { EncryptFlags::PLAIN };
    let key = match choice >> 2 & 7 {
        0 => key_file::import(bytes, format),
        1 => key_file::import_with_password(bytes, format, secret, EncryptFlags::empty()),
        2 => key_file::import_pkcs8(bytes, format, secret, plain),
        3 => openssl_pem::from_openssl(bytes, secret),
        4 => {
            let _ = PublicKey::from_spki(bytes);
            return;
        }
        5 => {
            let _ = password::normalize(bytes);
            let _ = pbe::Encryption::read(bytes);
            let _ = pbe::name_of(bytes);
            let _ = key_file::encryption_of(bytes, format);
            return;
        }
        // Decrypts what parses as encrypted, with any password.
        _ => {
            if let Ok(scheme) = pbe::Encryption::read(bytes) {
                if scheme.iterations < 5000 {
                    let _ = scheme.open(bytes, secret);
                }
            }
            return;
        }
    };
    // An imported key can be exported, and the export is imported as the same key.
    let Ok(key) = key else { return };
    if let Ok(der) = key_file::export_pkcs8(&key) {
        let again = key_file::import(&der, Format::Der).expect("what was written");
        assert_eq!(again.public().spki(), key.public().spki());
    }
    let _ = key_file::export(&key);
});
