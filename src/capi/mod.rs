//! The C boundary: every `extern "C"` entry. The module of an entry follows from its name.
//!
//! `abi/entries.tsv` maps prefixes of names to files. Entries are plain `pub unsafe extern "C" fn`, which
//! cbindgen reads, and each runs inside [`ffi::guard`]. Entries call [`object`], and objects call [`ffi`];
//! nothing calls upwards. For functions of the symbol table that are not implemented, `build.rs` generates
//! entries into [`unsupported`]. What C sees is documented without exception.
#![allow(non_camel_case_types)]

#[warn(missing_docs)]
pub mod algorithms;
#[warn(missing_docs)]
pub mod credentials;
#[warn(missing_docs)]
pub mod crypto;
pub mod ffi;
#[warn(missing_docs)]
pub mod global;
#[warn(missing_docs)]
pub mod keys;
pub mod object;
#[warn(missing_docs)]
pub mod ocsp;
#[warn(missing_docs)]
pub mod openpgp;
#[warn(missing_docs)]
pub mod pkcs12;
#[warn(missing_docs)]
pub mod pkcs7;
#[warn(missing_docs)]
pub mod priority;
#[warn(missing_docs)]
pub mod sec_param;
#[warn(missing_docs)]
pub mod session;
#[warn(missing_docs)]
pub mod system_key;
#[warn(missing_docs)]
pub mod tdb;
pub mod unsupported;
#[warn(missing_docs)]
pub mod url;
#[warn(missing_docs)]
pub mod x509;
