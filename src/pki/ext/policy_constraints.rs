//! PolicyConstraints and InhibitAnyPolicy (RFC 5280 sections 4.2.1.11 and 4.2.1.14).
use crate::abi::*;
use crate::asn1::der;
use crate::error::{Result, err};

/// After how many more certificates a policy is required, and policies may not be mapped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PolicyConstraints {
    pub require_explicit: Option<u32>,
    pub inhibit_mapping: Option<u32>,
}

pub fn read(value: &[u8]) -> Result<PolicyConstraints> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut skip = |n| r.optional(der::context(n))?.map(|e| der::small_of(e.value)).transpose();
    let out = PolicyConstraints { require_explicit: skip(0)?, inhibit_mapping: skip(1)? };
    r.finish()?;
    // An empty one says nothing that could be obeyed.
    if out == PolicyConstraints::default() { err(GNUTLS_E_ASN1_DER_ERROR) } else { Ok(out) }
}

/// After how many more certificates anyPolicy stands for no other policy.
pub fn read_inhibit_any(value: &[u8]) -> Result<u32> {
    der::small_of(der::whole(value, der::INTEGER)?.value)
}
