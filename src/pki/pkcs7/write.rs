//! Writing of signed data, and changes of it.
use std::borrow::Cow;

use super::data::Pkcs7;
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::asn1::{ber, oid};
use crate::error::{Result, err};

impl Pkcs7 {
    /// The encoding in DER, except for content, certificates and CRLs, which are written as they were read or
    /// added. Fails with `GNUTLS_E_ASN1_DER_ERROR` if one of those is not exactly one element.
    pub fn to_der(&self) -> Result<Vec<u8>> {
        let mut data = Vec::with_capacity(self.certificates.bytes.len() + self.signers.bytes.len() + 256);
        data.element(der::INTEGER, &self.version);
        data.element(der::SET, &self.digests.as_set());
        data.nested(der::SEQUENCE, |w| {
            w.oid(&self.content_type);
            if let Some(content) = &self.content {
                w.element(der::context_constructed(0), content);
            }
        });
        for (tag, list) in [(0, &self.certificates), (1, &self.crls)] {
            if !list.iter().all(|e| ber::whole(e).is_ok()) {
                return err(GNUTLS_E_ASN1_DER_ERROR);
            }
            if !list.is_empty() {
                data.element(der::context_constructed(tag), &list.as_set());
            }
        }
        data.element(der::SET, &self.signers.as_set());
        let mut signed = Vec::with_capacity(data.len() + 6);
        signed.element(der::SEQUENCE, &data);
        let mut info = Vec::with_capacity(signed.len() + 32);
        info.oid(oid::SIGNED_DATA);
        info.element(der::context_constructed(0), &signed);
        let mut out = Vec::with_capacity(info.len() + 6);
        out.element(der::SEQUENCE, &info);
        Ok(out)
    }

    /// The embedded data: the content of the element, of which segments are put together. `None` if there is
    /// none.
    pub fn embedded(&self) -> Option<Result<Cow<'_, [u8]>>> {
        let raw = self.content.as_deref()?;
        let mut r = ber::Reader::new(raw);
        Some(match r.peek() {
            Some(der::OCTET_STRING | ber::SEGMENTED) => r.octet_string(der::OCTET_STRING),
            _ => r.any().map(|e| Cow::Borrowed(e.value)),
        })
    }

    /// The element of the embedded data as it was read.
    pub fn embedded_raw(&self) -> Option<&[u8]> {
        self.content.as_deref()
    }

    /// Embeds data.
    pub(super) fn embed(&mut self, data: &[u8]) {
        let mut content = Vec::with_capacity(data.len() + 6);
        content.element(der::OCTET_STRING, data);
        self.content = Some(content);
    }
}
