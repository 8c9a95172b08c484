//! Certificates: parsing, names, printing, verification, trust and keys. Knows nothing of TLS records.
pub mod cert;
pub mod constraints;
pub mod crl;
pub mod extensions;
pub mod hostname;
pub mod keys;
pub mod level;
pub mod name;
pub mod openssl_pem;
pub mod password;
pub mod pbe;
pub mod text;
mod text_extensions;
pub mod trust;
pub mod verify;
