//! The C boundary: every `extern "C"` entry. The module of an entry follows from its name.
//!
//! `abi/entries.tsv` maps prefixes of names to files. Entries are plain `pub unsafe extern "C" fn`, which
//! cbindgen reads, and each runs inside [`ffi::guard`]. Entries call [`object`], and objects call [`ffi`];
//! nothing calls upwards. For functions of the symbol table that are not implemented, `build.rs` generates
//! entries into [`unsupported`].
#![allow(non_camel_case_types)]

pub mod algorithms;
pub mod credentials;
pub mod crypto;
pub mod ffi;
pub mod global;
pub mod keys;
pub mod object;
pub mod openpgp;
pub mod priority;
pub mod sec_param;
pub mod session;
pub mod unsupported;
pub mod url;
pub mod x509;
