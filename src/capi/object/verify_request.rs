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
    /// The size that was given with it; 0 is its whole length.
    host_size: usize,
    pub ip: Option<Vec<u8>>,
    pub email: Option<Vec<u8>>,
    pub purpose: Option<Vec<u8>>,
}

impl VerifyRequest {
    /// Reads an array of typed data. Names and purposes are C strings whatever their size says, of purposes the
    /// last one counts, and more than one name is an error, as in GnuTLS. Certificates that are trusted for one name
    /// are found by as much of it as the size says.
    ///
    /// # Safety
    /// `data` is NULL or has `n` elements that are valid as the manual requires.
    pub unsafe fn read(data: *const gnutls_typed_vdata_st, n: usize) -> Result<VerifyRequest> {
        let (mut out, mut names) = (VerifyRequest::default(), 0);
        if data.is_null() {
            return Ok(out);
        }
        for i in 0..n {
            // SAFETY: `data` has `n` elements; each holds a C string or NULL, or for an address `size` bytes.
            let (kind, size, bytes) = unsafe {
                let v = *data.add(i);
                let bytes = match v.type_ {
                    _ if v.data.is_null() => None,
                    GNUTLS_DT_IP_ADDRESS => Some(slice(v.data.cast(), v.size as usize)),
                    GNUTLS_DT_DNS_HOSTNAME | GNUTLS_DT_RFC822NAME | GNUTLS_DT_KEY_PURPOSE_OID => {
                        bytes_of(v.data.cast())
                    }
                    _ => None,
                };
                (v.type_, v.size as usize, bytes.map(<[u8]>::to_vec))
            };
            let Some(bytes) = bytes else { continue };
            let name = match kind {
                GNUTLS_DT_DNS_HOSTNAME => &mut out.hostname,
                GNUTLS_DT_IP_ADDRESS => &mut out.ip,
                GNUTLS_DT_RFC822NAME => &mut out.email,
                _ => {
                    // What is no identifier is a purpose that no certificate has.
                    let none = || [&[0x80], &bytes[..]].concat();
                    out.purpose = Some(purpose_oid(&bytes).unwrap_or_else(|_| none()));
                    continue;
                }
            };
            *name = Some(bytes);
            if kind == GNUTLS_DT_DNS_HOSTNAME {
                out.host_size = size;
            }
            names += 1;
        }
        if names > 1 { Err(INVALID_REQUEST) } else { Ok(out) }
    }

    /// The same for another host.
    pub fn with_host(self, name: Vec<u8>) -> VerifyRequest {
        VerifyRequest { hostname: Some(name), host_size: 0, ..self }
    }

    pub fn params(&self, flags: u32) -> VerifyParams<'_> {
        VerifyParams {
            flags: VerifyFlags::from_bits_retain(flags),
            now: time::verification_time(),
            hostname: self.hostname.as_deref(),
            pinned_name: match self.host_size {
                0 => self.hostname.as_deref(),
                n => self.hostname.as_ref().and_then(|name| name.get(..n)),
            },
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
