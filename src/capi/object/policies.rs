//! Certificate policies and TLS features.
use core::ffi::c_uint;

use crate::abi::*;
use crate::capi::ffi::memory::{NulTerminated, bytes_of, slice};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::object::alt_name::{oid_of_text, oid_text};
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::ext::policies::Qualifier;
use crate::pki::{ext, name};

/// An owned policy.
pub struct Policy {
    pub(crate) id: NulTerminated,
    pub(crate) qualifiers: Vec<(c_uint, NulTerminated)>,
}

impl Policy {
    /// # Safety
    /// The pointers in the struct are valid.
    pub(crate) unsafe fn given(policy: &gnutls_x509_policy_st) -> Result<Policy> {
        // SAFETY: `policy.oid` is NULL or a C string.
        let id = unsafe { bytes_of(policy.oid) }.ok_or(INVALID_REQUEST)?;
        let mut qualifiers = Vec::new();
        for q in policy.qualifier.iter().take(policy.qualifiers as usize) {
            // SAFETY: `q.data` is NULL or has `q.size` bytes.
            qualifiers.push((q.type_, NulTerminated::new(unsafe { slice(q.data.cast(), q.size as usize) })));
        }
        Ok(Policy { id: NulTerminated::new(id), qualifiers })
    }

    pub(crate) fn read(p: &ext::policies::Policy<'_>) -> Result<Policy> {
        let qualifier = |q: &Qualifier<'_>| match q {
            Qualifier::Uri(uri) => (GNUTLS_X509_QUALIFIER_URI, NulTerminated::new(uri)),
            Qualifier::Notice(text) => (
                GNUTLS_X509_QUALIFIER_NOTICE,
                NulTerminated::new(&name::plain_text(text).unwrap_or_default()),
            ),
            Qualifier::Unknown => (GNUTLS_X509_QUALIFIER_UNKNOWN, NulTerminated::new(b"")),
        };
        let most = GNUTLS_MAX_QUALIFIERS as usize;
        Ok(Policy {
            id: oid_text(p.oid)?,
            qualifiers: p.qualifiers.iter().take(most).map(qualifier).collect(),
        })
    }

    pub(crate) fn to_der(&self) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        for (kind, text) in &self.qualifiers {
            out.push(match *kind {
                GNUTLS_X509_QUALIFIER_URI => ext::policies::QualifierText::Uri(text.bytes()),
                GNUTLS_X509_QUALIFIER_NOTICE => ext::policies::QualifierText::Notice(
                    core::str::from_utf8(text.bytes()).map_err(|_| GNUTLS_E_INVALID_UTF8_STRING)?,
                ),
                _ => return Err(INVALID_REQUEST),
            });
        }
        Ok(ext::policies::write_one(&oid_of_text(&self.id)?, &out))
    }
}

/// Maximum number of features in a list.
pub const MAX_FEATURES: usize = 64;

/// The object of a `gnutls_x509_tlsfeatures_t`: numbers of TLS extensions.
#[derive(Default)]
pub struct TlsFeatures(pub Vec<u32>);

// SAFETY: all handles are created by `gnutls_x509_tlsfeatures_init`.
unsafe impl Opaque for gnutls_x509_tlsfeatures_st {
    type Object = TlsFeatures;
}

impl TlsFeatures {
    /// Reads the extension's content. With `append`, the new features are added to the list.
    pub fn import(&mut self, value: &[u8], append: bool) -> Result<()> {
        let read = ext::tls_features::read(value)?;
        if !append {
            self.0.clear();
        }
        if read.len() > MAX_FEATURES {
            return Err(GNUTLS_E_INTERNAL_ERROR.into());
        }
        for f in read {
            if f > 0xffff {
                return Err(GNUTLS_E_CERTIFICATE_ERROR.into());
            }
            if !self.0.contains(&f) {
                self.0.push(f);
            }
        }
        Ok(())
    }
}
