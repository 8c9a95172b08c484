//! What is trusted: anchors kept as bytes and found by subject, parsed when one is asked for; CRLs, certificates
//! named for one host, and a list of what is never trusted.
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::sync::OnceLock;

use super::cert::{self, Certificate};
use super::crl::Crl;
use super::verify::{self, Observer, VerifyParams};
use crate::abi::*;
use crate::asn1::pem;
use crate::error::{Error, Result, err};

pub use super::keys::Format;

/// Where Debian's certificates are; GnuTLS's own default there.
pub const SYSTEM_TRUST: &str = "/etc/ssl/certs/ca-certificates.crt";

pub const CERTIFICATE_LABELS: [&str; 2] = ["CERTIFICATE", "X509 CERTIFICATE"];
pub const CRL_LABELS: [&str; 1] = ["X509 CRL"];

#[derive(Clone)]
struct Anchor {
    der: Box<[u8]>,
    parsed: OnceLock<Option<Certificate>>,
}

impl Anchor {
    fn certificate(&self) -> Option<&Certificate> {
        self.parsed.get_or_init(|| Certificate::from_der_lenient(&self.der).ok()).as_ref()
    }
}

#[derive(Clone, Default)]
pub struct TrustList {
    anchors: Vec<Anchor>,
    /// Hash of the subject to the anchors that have it.
    by_subject: HashMap<u64, Vec<u32>>,
    named: Vec<(Vec<u8>, Certificate)>,
    crls: Vec<Crl>,
    blocked: Vec<Certificate>,
}

fn key_of(subject: &[u8]) -> u64 {
    let mut h = DefaultHasher::new();
    subject.hash(&mut h);
    h.finish()
}

impl TrustList {
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of anchors.
    pub fn len(&self) -> usize {
        self.anchors.len()
    }
    pub fn is_empty(&self) -> bool {
        self.anchors.is_empty()
    }
    /// The anchors in the order in which they were added.
    pub fn anchors(&self) -> impl Iterator<Item = &Certificate> {
        self.anchors.iter().filter_map(Anchor::certificate)
    }
    /// The `index`-th anchor.
    pub fn anchor(&self, index: usize) -> Option<&Certificate> {
        self.anchors.get(index)?.certificate()
    }
    /// The subjects of the anchors, for a CertificateRequest.
    pub fn subjects(&self) -> impl Iterator<Item = &[u8]> {
        self.anchors.iter().filter_map(|a| cert::subject_of(&a.der).ok())
    }

    /// Adds one anchor from its DER; only the way to its subject is read.
    fn add_der(&mut self, der: Box<[u8]>, parsed: OnceLock<Option<Certificate>>) -> Result<()> {
        let key = key_of(cert::subject_of(&der)?);
        self.by_subject.entry(key).or_default().push(self.anchors.len() as u32);
        self.anchors.push(Anchor { der, parsed });
        Ok(())
    }

    pub fn add(&mut self, cert: &Certificate) -> Result<()> {
        self.add_der(cert.der().into(), OnceLock::from(Some(cert.clone())))
    }

    /// Adds the certificates of a text or of one DER certificate: how many, or what is wrong with one of them.
    pub fn add_from(&mut self, data: &[u8], format: Format) -> Result<usize> {
        let list = read_list(data, format, &CERTIFICATE_LABELS, GNUTLS_E_NO_CERTIFICATE_FOUND)?;
        for der in &list {
            cert::subject_of(der)?;
        }
        let n = list.len();
        for der in list {
            self.add_der(der.into(), OnceLock::new())?;
        }
        Ok(n)
    }

    /// Adds the certificates of a file.
    pub fn add_file(&mut self, path: &Path, format: Format) -> Result<usize> {
        self.add_from(&read_file(path)?, format)
    }

    /// Adds the certificates of every file in a directory; files that hold none are passed over.
    pub fn add_dir(&mut self, path: &Path, format: Format) -> Result<usize> {
        let mut count = 0;
        for file in files_of(path)? {
            count += self.add_file(&file, format).unwrap_or(0);
        }
        Ok(count)
    }

    /// Takes anchors out, and never trusts them again in this list: how many were given.
    pub fn remove(&mut self, cert: &Certificate) -> bool {
        let found = self.position(cert);
        if let Some(i) = found {
            self.anchors.remove(i);
            self.reindex();
        }
        self.blocked.push(cert.clone());
        found.is_some()
    }

    fn reindex(&mut self) {
        self.by_subject.clear();
        for (i, a) in self.anchors.iter().enumerate() {
            if let Ok(subject) = cert::subject_of(&a.der) {
                self.by_subject.entry(key_of(subject)).or_default().push(i as u32);
            }
        }
    }

    pub fn add_named(&mut self, name: &[u8], cert: &Certificate) {
        self.named.push((name.to_vec(), cert.clone()));
    }

    /// What is good for exactly this name: it may be a service's, and its case counts.
    pub fn named(&self, name: &[u8]) -> impl Iterator<Item = &Certificate> {
        self.named.iter().filter(move |(n, _)| n == name).map(|(_, c)| c)
    }

    /// Adds a CRL; of two from one issuer the newer stays.
    pub fn add_crl(&mut self, crl: Crl) {
        match self.crls.iter_mut().find(|c| c.issuer() == crl.issuer()) {
            Some(old) if old.this_update() >= crl.this_update() => {}
            Some(old) => *old = crl,
            None => self.crls.push(crl),
        }
    }
    pub fn crl_of(&self, issuer: &[u8]) -> Option<&Crl> {
        self.crls.iter().find(|c| c.issuer() == issuer)
    }
    /// The status of a CRL under these anchors.
    pub fn verify_crl(&self, crl: &Crl, flags: u32, now: i64) -> u32 {
        let issuers: Vec<Certificate> = self.with_subject(crl.issuer()).cloned().collect();
        verify::verify_crl(crl, &issuers, flags, now)
    }

    pub fn is_blocked(&self, cert: &Certificate) -> bool {
        self.blocked.contains(cert)
    }

    /// The anchors with this subject.
    pub fn with_subject<'a>(&'a self, subject: &'a [u8]) -> impl Iterator<Item = &'a Certificate> {
        let found = self.by_subject.get(&key_of(subject)).map_or(&[][..], |v| v);
        found.iter().filter_map(|&i| self.anchor(i as usize)).filter(move |c| c.subject() == subject)
    }

    fn position(&self, cert: &Certificate) -> Option<usize> {
        let found = self.by_subject.get(&key_of(cert.subject()))?;
        found.iter().map(|&i| i as usize).find(|&i| *self.anchors[i].der == *cert.der())
    }

    /// True if just this certificate is an anchor.
    pub fn contains(&self, cert: &Certificate) -> bool {
        self.position(cert).is_some()
    }
    /// The anchor that is this certificate.
    pub fn find(&self, cert: &Certificate) -> Option<Certificate> {
        self.anchor(self.position(cert)?).cloned()
    }

    /// True if an anchor has this certificate's subject and key.
    pub fn trusts_key_of(&self, cert: &Certificate) -> bool {
        self.with_subject(cert.subject()).any(|a| a.spki_der() == cert.spki_der())
    }

    /// The anchor that issued a certificate. Of several by that name one that is valid today wins, and of those
    /// the one whose key made the signature.
    pub fn issuer_of(&self, cert: &Certificate, now: i64) -> Option<Certificate> {
        let candidates: Vec<&Certificate> =
            self.with_subject(cert.issuer()).filter(|a| cert.names_issuer(a)).collect();
        if let [] | [_] = candidates[..] {
            return candidates.first().copied().cloned();
        }
        let valid = || candidates.iter().filter(|c| c.not_before() <= now && now <= c.not_after());
        let best = valid().find(|c| verify::check_signature(cert, c).is_ok()).or_else(|| valid().next());
        best.or(candidates.first()).map(|c| (*c).clone())
    }

    pub fn verify(&self, chain: &[Certificate], params: &VerifyParams<'_>) -> u32 {
        self.verify_observed(chain, params, &mut |_| {})
    }
    /// As [`TrustList::verify`], telling each step.
    pub fn verify_observed(
        &self,
        chain: &[Certificate],
        params: &VerifyParams<'_>,
        observer: Observer<'_>,
    ) -> u32 {
        verify::verify(self, chain, params, observer)
    }
}

/// The blocks of these labels in a text, or the one DER object; `none` is the code for a text without any.
pub fn read_list(data: &[u8], format: Format, labels: &[&str], none: c_int) -> Result<Vec<Vec<u8>>> {
    if format == Format::Der {
        return Ok(vec![data.to_vec()]);
    }
    let mut out = Vec::new();
    for (_, der) in pem::blocks(data, labels) {
        match der {
            Ok(der) => out.push(der),
            Err(_) if out.is_empty() => return err(GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR),
            Err(e) => return Err(e),
        }
    }
    if out.is_empty() { Err(Error::new(none)) } else { Ok(out) }
}

/// The certificates of a text, or the one DER certificate.
pub fn read_certificates(data: &[u8], format: Format) -> Result<Vec<Certificate>> {
    let list = read_list(data, format, &CERTIFICATE_LABELS, GNUTLS_E_NO_CERTIFICATE_FOUND)?;
    list.iter().map(|der| Certificate::from_der(der)).collect()
}

/// A whole file; `GNUTLS_E_FILE_ERROR` if it cannot be read.
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|_| Error::new(GNUTLS_E_FILE_ERROR))
}

/// The regular files of a directory.
pub fn files_of(path: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(path).map_err(|_| Error::new(GNUTLS_E_FILE_ERROR))?;
    Ok(entries.filter_map(|e| e.ok()).map(|e| e.path()).filter(|p| p.is_file()).collect())
}
