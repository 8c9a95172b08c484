//! Parameter sets of GOST 28147-89 (RFC 4357 section 11.2, RFC 7836 appendix C).
use core::ffi::CStr;

use crate::abi::*;

/// Name and object identifier of each, in the order of `gnutls_gost_paramset_t` from 1.
static SETS: [(&CStr, &CStr); 5] = [
    (c"TC26-Z", c"1.2.643.7.1.2.5.1.1"),
    (c"CryptoPro-A", c"1.2.643.2.2.31.1"),
    (c"CryptoPro-B", c"1.2.643.2.2.31.2"),
    (c"CryptoPro-C", c"1.2.643.2.2.31.3"),
    (c"CryptoPro-D", c"1.2.643.2.2.31.4"),
];

/// Name and identifier of a set; `None` for an unknown number.
pub fn get(set: gnutls_gost_paramset_t) -> Option<&'static (&'static CStr, &'static CStr)> {
    SETS.get((set as usize).wrapping_sub(1))
}

/// The number of the set with this identifier, or `GNUTLS_GOST_PARAMSET_UNKNOWN`.
pub fn from_oid(oid: &str) -> gnutls_gost_paramset_t {
    let found = SETS.iter().position(|s| s.1.to_bytes() == oid.as_bytes());
    found.map_or(GNUTLS_GOST_PARAMSET_UNKNOWN, |i| i as gnutls_gost_paramset_t + 1)
}
