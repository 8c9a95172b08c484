//! Constants and types of `system_keys`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

/// Opaque to C.
#[repr(C)]
pub struct system_key_iter_st {
    _private: [u8; 0],
}
pub type gnutls_system_key_iter_t = *mut system_key_iter_st;
