//! Building CRLs, like [`crate::pki::cert::build`] for certificates.
use core::ops::Range;
use std::sync::Arc;

use crate::abi::*;
use crate::asn1::der::{self, Reader, Write as _};
use crate::error::{Error, Result};
use crate::pki::cert::build::{OwnExtension, extensions_der, set_extension};
use crate::pki::crl::{Crl, Found, Inner};
use crate::pki::name::write;

const MISSING: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND);

/// The fields of a CRL that is being built. Empty fields and a version of 0 have not been set.
#[derive(Clone)]
pub struct CrlDraft {
    pub version: u8,
    pub issuer: Vec<u8>,
    /// Time elements.
    pub this_update: Vec<u8>,
    pub next_update: Vec<u8>,
    /// The encoded entries of the revoked certificates.
    pub entries: Vec<u8>,
    pub extensions: Vec<OwnExtension>,
    /// AlgorithmIdentifier and signature of the last signing.
    pub algorithm: Vec<u8>,
    /// A BIT STRING's content.
    pub signature: Vec<u8>,
}

impl Default for CrlDraft {
    fn default() -> Self {
        let none = Vec::new();
        CrlDraft {
            version: 0,
            issuer: write::EMPTY.to_vec(),
            this_update: none.clone(),
            next_update: none.clone(),
            entries: none.clone(),
            extensions: Vec::new(),
            algorithm: none,
            signature: vec![0],
        }
    }
}

impl CrlDraft {
    /// Copies the fields of a CRL in order to change them.
    pub fn of(crl: &Crl) -> CrlDraft {
        let [this_update, next_update] = crl.times_der().map(<[u8]>::to_vec);
        CrlDraft {
            version: crl.version().unwrap_or(0),
            issuer: crl.issuer().to_vec(),
            this_update,
            next_update,
            entries: crl.entries_der().to_vec(),
            extensions: crl
                .extensions()
                .map(|e| OwnExtension { oid: e.oid.to_vec(), critical: e.critical, value: e.value.to_vec() })
                .collect(),
            algorithm: crl.signature_algorithm_der().to_vec(),
            signature: crl.signature_bits().to_vec(),
        }
    }

    pub fn set_extension(&mut self, oid: &[u8], value: Vec<u8>) {
        set_extension(&mut self.extensions, oid, value, false);
    }

    /// Adds a revoked certificate. `serial` is the content of an INTEGER.
    pub fn revoke(&mut self, serial: &[u8], time: i64) -> Result<()> {
        if serial.is_empty() {
            return Err(GNUTLS_E_ASN1_VALUE_NOT_VALID.into());
        }
        let time = der::time(time)?;
        self.entries.nested(der::SEQUENCE, |w| {
            w.element(der::INTEGER, serial);
            w.extend_from_slice(&time);
        });
        Ok(())
    }

    /// Fails if a required field is missing.
    pub fn check(&self) -> Result<()> {
        if self.version == 0 || self.this_update.is_empty() { Err(MISSING) } else { Ok(()) }
    }

    /// The CRL with the current fields.
    pub fn crl(&self) -> Crl {
        let mut tbs = Vec::new();
        let raw = |tbs: &mut Vec<u8>, part: &[u8]| -> Range<usize> {
            tbs.extend_from_slice(part);
            tbs.len() - part.len()..tbs.len()
        };
        if self.version != 0 {
            tbs.unsigned(&[self.version - 1]);
        }
        raw(&mut tbs, &self.algorithm);
        let issuer = raw(&mut tbs, &self.issuer);
        let times = [raw(&mut tbs, &self.this_update), raw(&mut tbs, &self.next_update)];
        tbs.element(der::SEQUENCE, &self.entries);
        let entries = tbs.len() - self.entries.len()..tbs.len();
        let mut extensions = 0..0;
        if !self.extensions.is_empty() {
            let list = extensions_der(&self.extensions);
            tbs.element(der::context_constructed(0), &list);
            // The content after the header of the SEQUENCE.
            let content = der::whole(&list, der::SEQUENCE).map_or(0, |e| e.value.len());
            extensions = tbs.len() - content..tbs.len();
        }
        let mut rest = Vec::new();
        rest.element(der::SEQUENCE, &tbs);
        let signed = rest.len();
        rest.extend_from_slice(&self.algorithm);
        rest.element(der::BIT_STRING, &self.signature);
        let mut whole = Vec::new();
        whole.element(der::SEQUENCE, &rest);
        let head = whole.len() - rest.len();
        let inner = head + signed - tbs.len();
        let shifted = |s: Range<usize>| if s.is_empty() { 0..0 } else { s.start + inner..s.end + inner };
        let time = |t: &[u8]| Reader::new(t).time().ok();
        Crl(Arc::new(Inner {
            tbs: head..head + signed,
            version: if self.version == 0 { Err(MISSING) } else { Ok(self.version) },
            issuer: shifted(issuer),
            this_update: time(&self.this_update).unwrap_or(-1),
            next_update: time(&self.next_update),
            times: times.map(shifted),
            entries: shifted(entries),
            extensions: shifted(extensions),
            algorithm: head + signed..head + signed + self.algorithm.len(),
            signature: whole.len() - self.signature.len()..whole.len(),
            algorithms_agree: true,
            found: Found::default(),
            der: whole.into(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::{Curve, Sign};
    use crate::asn1::oid;
    use crate::crypto::keys::PrivateKey;

    #[test]
    fn what_is_built_reads_back() {
        let mut d = CrlDraft::default();
        assert!(d.check().is_err() && d.crl().entries().next().is_none());
        d.version = 2;
        d.this_update = der::time(1_000_000_000).unwrap();
        d.next_update = der::time(3_000_000_000).unwrap();
        d.revoke(&[5, 6], 7).unwrap();
        d.set_extension(oid::CRL_NUMBER, vec![2, 1, 9]);
        d.check().unwrap();
        let key = PrivateKey::generate_ec(Curve::Secp256r1).unwrap();
        d.algorithm = crate::pki::cert::build::signature_algorithm(Sign::EcdsaSha256, None).unwrap();
        d.signature = [&[0], &key.sign(Sign::EcdsaSha256, d.crl().tbs()).unwrap()[..]].concat();
        let made = d.crl();
        let read = Crl::from_der(made.der()).unwrap();
        for crl in [&made, &read] {
            assert_eq!(
                (crl.version(), crl.this_update(), crl.next_update()),
                (Ok(2), 1_000_000_000, Some(3_000_000_000))
            );
            assert!(crl.revokes(&[5, 6]) && crl.number() == Some(Ok(&[9][..])));
            key.public().verify(Sign::EcdsaSha256, crl.tbs(), crl.signature().unwrap()).unwrap();
        }
        assert_eq!(CrlDraft::of(&read).crl().der(), made.der());
    }
}
