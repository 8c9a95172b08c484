//! The C floor: every `extern "C"` entry, one file a chapter of the manual.
//!
//! Entries are plain `pub unsafe extern "C" fn` (cbindgen reads them). Each runs inside [`guard`].
//! What the symbol table lists and no chapter implements is made by `build.rs` into [`unsupported`].
#![allow(non_camel_case_types)]

pub mod abstract_external;
pub mod abstract_keys;
pub mod abstract_public;
pub mod abstract_raw;
pub mod algorithms;
pub mod callback;
pub mod cert_cred;
pub mod cert_cred_x509;
pub mod cert_retrieve;
pub mod config;
pub mod crypto;
pub mod crypto_cipher;
pub mod crypto_encoding;
pub mod dh;
pub mod encoding;
pub mod errors;
pub mod exports;
pub mod ext_register;
pub mod extensions;
pub mod fips;
pub mod global;
pub mod guard;
pub mod handle;
pub mod handshake;
pub mod hpke;
pub mod idna;
pub mod key_log;
pub mod levels;
pub mod log;
pub mod memory;
pub mod numbers_private;
pub mod numbers_public;
pub mod pkcs8;
pub mod priority;
pub mod record;
pub mod secret_cred;
pub mod session;
pub mod transport;
pub mod unsupported;
pub mod urls;
pub mod verify;
pub mod verify_text;
pub mod x509_crl;
pub mod x509_crl_set;
pub mod x509_crq;
pub mod x509_crq_ext;
pub mod x509_crt;
pub mod x509_crt_ext;
pub mod x509_crt_get;
pub mod x509_crt_set;
pub mod x509_crt_set_ext;
pub mod x509_dn;
pub mod x509_ext;
pub mod x509_ext_policy;
pub mod x509_ext_values;
pub mod x509_keygen;
pub mod x509_name_constraints;
pub mod x509_privkey;
pub mod x509_sign;
pub mod x509_spki;
pub mod x509_trust;
