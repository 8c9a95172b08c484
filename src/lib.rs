//! gnutls-rs: the C ABI of GnuTLS 3.8 on top of a TLS implementation in Rust.
//!
//! The layers. A module imports only from lower layers, and there are no circular imports:
//!
//! ```text
//! capi       the C boundary: extern "C" and raw pointers
//! session    I/O, callbacks, what lives between calls
//! handshake  sans-IO state machines
//! record  |  pki
//! crypto
//! asn1
//! alg     |  codec  |  memory
//! error
//! log
//! abi     |  first_use
//! ```
#![deny(unsafe_op_in_unsafe_fn)]
#![allow(clippy::missing_safety_doc)] // The comment of a C entry is its manual page

pub mod abi;
#[deny(unsafe_code)]
pub mod alg;
#[deny(unsafe_code)]
pub mod asn1;
pub mod capi;
#[deny(unsafe_code)]
pub mod codec;
pub mod compression;
pub mod crypto;
#[deny(unsafe_code)]
pub mod error;
#[deny(unsafe_code)]
pub mod first_use;
#[deny(unsafe_code)]
pub mod handshake;
pub mod log;
#[deny(unsafe_code)]
pub mod memory;
#[deny(unsafe_code)]
pub mod pki;
#[deny(unsafe_code)]
pub mod record;
pub mod session;

#[global_allocator]
static ALLOCATOR: capi::ffi::allocator::Allocator = capi::ffi::allocator::Allocator;
