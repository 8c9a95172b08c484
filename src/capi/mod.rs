//! The C boundary: every `extern "C"` entry, found by its name.
//!
//! `abi/entries.tsv` says which prefix of a name stands in which file. Entries are plain `pub unsafe extern "C" fn`, which
//! cbindgen reads, and each runs inside [`ffi::guard`]. Entries call [`object`], objects call [`ffi`]; nothing calls upwards.
//! What the symbol table lists and nobody has written is made by `build.rs` into [`unsupported`].
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
