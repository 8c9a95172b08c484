//! What a signature is over (RFC 5652 sections 5.4 and 5.6), and whose it is.
use std::borrow::Cow;

use super::attributes::find;
use super::data::Pkcs7;
use super::list::List;
use super::signer::SignerInfo;
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::asn1::{ber, oid};
use crate::crypto::hash;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;

const WRONG: Error = Error::new(GNUTLS_E_PK_SIG_VERIFY_FAILED);
const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);

impl Pkcs7 {
    /// The message of a signature: the content, or the signed attributes if they have the digest of the
    /// content. `data` is the content of a signature that is detached.
    pub fn message<'a>(&'a self, signer: &SignerInfo<'a>, data: Option<&'a [u8]>) -> Result<Cow<'a, [u8]>> {
        let content = match data {
            Some(data) => Some(Cow::Borrowed(data)),
            None => self.embedded().transpose()?,
        };
        let Some(signed) = signer.signed else { return Ok(content.unwrap_or_default()) };
        let content = content.ok_or(GNUTLS_E_NO_EMBEDDED_DATA)?;
        // GnuTLS does not insist on the type, which RFC 5652 section 5.3 wants.
        let content_type = find(signed, oid::CONTENT_TYPE).map(|v| ber::Reader::new(v).oid());
        if content_type.is_some_and(|found| found != Ok(&self.content_type)) {
            return err(GNUTLS_E_PARSING_ERROR);
        }
        let digest = signer.digest().ok_or(GNUTLS_E_UNKNOWN_ALGORITHM)?;
        let wanted = find(signed, oid::MESSAGE_DIGEST).ok_or(WRONG)?;
        let wanted = ber::Reader::new(wanted).octet_string(der::OCTET_STRING).map_err(|_| DER)?;
        if *wanted != *hash::digest(digest, &content)? {
            return Err(WRONG);
        }
        signed_set(signed).map(Cow::Owned)
    }

    /// The certificate of a signer, followed by the other certificates. `None` if it is not there.
    pub fn chain_of(&self, signer: &SignerInfo<'_>) -> Option<Vec<Certificate>> {
        let read = |der: &[u8]| Certificate::from_der(der).ok();
        let leaf = self.certificates.iter().filter_map(read).find(|c| signer.id.names(c))?;
        let others = self.certificates.iter().filter_map(read).filter(|c| *c != leaf).take(MAX_OTHERS);
        Some(core::iter::once(leaf.clone()).chain(others).collect())
    }
}

/// How many certificates beside the signer's are looked at.
const MAX_OTHERS: usize = 63;

/// The bytes to sign: the signed attributes in DER, and so sorted, with the tag of a SET OF.
pub(super) fn signed_set(elements: &[u8]) -> Result<Vec<u8>> {
    let mut list = List::default();
    let mut r = ber::Reader::new(elements);
    while !r.is_empty() {
        list.push(r.any()?.raw)?;
    }
    let set = list.as_set();
    let mut out = Vec::with_capacity(set.len() + 6);
    out.element(der::SET, &set);
    Ok(out)
}
