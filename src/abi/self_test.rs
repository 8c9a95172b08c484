//! Constants and types of `self_test`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

pub const GNUTLS_SELF_TEST_FLAG_ALL: c_uint = 1;
pub const GNUTLS_SELF_TEST_FLAG_NO_COMPAT: c_uint = 2;
