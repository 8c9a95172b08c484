//! The parts of signed data.
use super::list::List;
use super::signer::SignerInfo;
use crate::asn1::oid;
use crate::error::{DATA_NOT_AVAILABLE, Result};

/// Signed data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pkcs7 {
    /// The content of an INTEGER.
    pub(super) version: Vec<u8>,
    /// AlgorithmIdentifiers.
    pub(super) digests: List,
    /// The content of an OBJECT IDENTIFIER.
    pub(super) content_type: Vec<u8>,
    /// The element inside `[0]` of the EncapsulatedContentInfo, as it was read.
    pub(super) content: Option<Vec<u8>>,
    pub certificates: List,
    pub crls: List,
    pub(super) signers: List,
}

impl Default for Pkcs7 {
    /// Signed data with nothing in it. Its content has the type DigestedData, which is what GnuTLS writes for
    /// a list of certificates.
    fn default() -> Self {
        Pkcs7 {
            version: vec![1],
            digests: List::default(),
            content_type: oid::DIGESTED_DATA.to_vec(),
            content: None,
            certificates: List::default(),
            crls: List::default(),
            signers: List::default(),
        }
    }
}

impl Pkcs7 {
    pub fn content_type(&self) -> &[u8] {
        &self.content_type
    }

    pub fn signer_count(&self) -> usize {
        self.signers.len()
    }

    /// The `i`-th signature. Fails with `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` past the last.
    pub fn signer(&self, i: usize) -> Result<SignerInfo<'_>> {
        SignerInfo::read(self.signers.get(i).ok_or(DATA_NOT_AVAILABLE)?)
    }
}
