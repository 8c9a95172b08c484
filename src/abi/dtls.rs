//! Constants and types of `dtls`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

pub const GNUTLS_COOKIE_KEY_SIZE: c_uint = 16;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_dtls_prestate_st {
    pub record_seq: c_uint,
    pub hsk_read_seq: c_uint,
    pub hsk_write_seq: c_uint,
}
