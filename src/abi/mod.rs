//! Facts of the C interface (constants, types, layouts), one file a C header; `gnutls.h` has four.

pub mod abstract_keys;
pub mod algorithms;
pub mod compat;
pub mod crypto;
pub mod dtls;
pub mod errors;
pub mod flags;
pub mod hpke;
pub mod ocsp;
pub mod openpgp;
pub mod pkcs11;
pub mod pkcs12;
pub mod pkcs7;
pub mod self_test;
pub mod socket;
pub mod structs;
pub mod system_keys;
pub mod tpm;
pub mod urls;
pub mod x509;
pub mod x509_ext;

pub(crate) use core::ffi::{CStr, c_char, c_int, c_long, c_uchar, c_uint, c_ulong, c_void};

pub use abstract_keys::*;
pub use algorithms::*;
pub use compat::*;
pub use crypto::*;
pub use dtls::*;
pub use errors::*;
pub use flags::*;
pub use hpke::*;
pub(crate) use libc::{sockaddr, socklen_t, time_t};
pub use ocsp::*;
pub use openpgp::*;
pub use pkcs7::*;
pub use pkcs11::*;
pub use pkcs12::*;
pub use self_test::*;
pub use socket::*;
pub use structs::*;
pub use system_keys::*;
pub use tpm::*;
pub use urls::*;
pub use x509::*;
pub use x509_ext::*;
