//! Parameter sets of GOST 28147-89 (RFC 4357 section 11.2, RFC 7836 appendix C).
use core::ffi::CStr;

use super::GostParamset;

/// Name and object identifier of each, in the order of `gnutls_gost_paramset_t` from 1.
static SETS: [(&CStr, &CStr); 5] = [
    (c"TC26-Z", c"1.2.643.7.1.2.5.1.1"),
    (c"CryptoPro-A", c"1.2.643.2.2.31.1"),
    (c"CryptoPro-B", c"1.2.643.2.2.31.2"),
    (c"CryptoPro-C", c"1.2.643.2.2.31.3"),
    (c"CryptoPro-D", c"1.2.643.2.2.31.4"),
];

impl GostParamset {
    fn row(self) -> &'static (&'static CStr, &'static CStr) {
        &SETS[self.raw() as usize - 1]
    }

    pub fn name(self) -> &'static CStr {
        self.row().0
    }

    /// The object identifier as text.
    pub fn oid(self) -> &'static CStr {
        self.row().1
    }

    /// The set with this object identifier.
    pub fn from_oid(oid: &str) -> Option<GostParamset> {
        GostParamset::ALL.iter().copied().find(|s| s.oid().to_bytes() == oid.as_bytes())
    }
}
