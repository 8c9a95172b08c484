//! The parameters of a verification in addition to the path.
use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::asn1::oid;
use crate::capi::ffi::memory::{bytes_of, slice};
use crate::capi::ffi::time;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::verify::VerifyParams;

/// The parameters in an array of typed data.
#[derive(Default)]
pub struct VerifyRequest {
    pub hostname: Option<Vec<u8>>,
    pub ip: Option<Vec<u8>>,
    pub email: Option<Vec<u8>>,
    pub purpose: Option<Vec<u8>>,
}

impl VerifyRequest {
    /// Reads an array of typed data. Elements with size 0 are C strings.
    ///
    /// # Safety
    /// `data` is NULL or has `n` elements that are valid as the manual requires.
    pub unsafe fn read(data: *const gnutls_typed_vdata_st, n: usize) -> Result<VerifyRequest> {
        let mut out = VerifyRequest::default();
        if data.is_null() {
            return Ok(out);
        }
        for i in 0..n {
            // SAFETY: `data` is NULL or valid for reads.
            let bytes = unsafe {
                let v = *data.add(i);
                let bytes = if v.size > 0 {
                    slice(v.data.cast(), v.size as usize)
                } else {
                    bytes_of(v.data.cast()).unwrap_or(b"")
                };
                (v.type_, bytes.to_vec())
            };
            match bytes {
                (_, b) if b.is_empty() => {}
                (GNUTLS_DT_DNS_HOSTNAME, b) => out.hostname = Some(b),
                (GNUTLS_DT_IP_ADDRESS, b) => out.ip = Some(b),
                (GNUTLS_DT_RFC822NAME, b) => out.email = Some(b),
                (GNUTLS_DT_KEY_PURPOSE_OID, b) => out.purpose = Some(purpose_oid(&b)?),
                _ => {}
            }
        }
        Ok(out)
    }

    pub fn params(&self, flags: u32) -> VerifyParams<'_> {
        VerifyParams {
            flags: VerifyFlags::from_bits_retain(flags),
            now: time::verification_time(),
            hostname: self.hostname.as_deref(),
            ip: self.ip.as_deref(),
            email: self.email.as_deref(),
            purpose: self.purpose.as_deref(),
            plain_list: false,
        }
    }
}

/// Encodes the dotted identifier of a purpose.
pub fn purpose_oid(text: &[u8]) -> Result<Vec<u8>> {
    core::str::from_utf8(text).ok().and_then(oid::from_text).ok_or(INVALID_REQUEST)
}
