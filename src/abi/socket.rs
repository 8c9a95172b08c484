//! Constants and types of `socket`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// The directions in which the kernel encrypts.
pub type gnutls_transport_ktls_enable_flags_t = c_uint;
pub const GNUTLS_KTLS_DUPLEX: gnutls_transport_ktls_enable_flags_t = 3;
pub const GNUTLS_KTLS_RECV: gnutls_transport_ktls_enable_flags_t = 1;
pub const GNUTLS_KTLS_SEND: gnutls_transport_ktls_enable_flags_t = 2;
