//! Certificates: parsing, names, printing, verification, trust lists and key files. Independent of TLS.
mod by_type;
pub mod cert;
pub mod crl;
pub mod crq;
pub mod describe;
pub mod ext;
pub mod key_file;
pub mod known_hosts;
pub mod name;
pub mod ocsp;
pub mod pkcs12;
pub mod pkcs7;
pub mod text;
pub mod verify;
