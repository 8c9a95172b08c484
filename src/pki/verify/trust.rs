//! Trust lists: anchors indexed by subject, CRLs by issuer, certificates that are trusted for one host name,
//! and blocked certificates.
use core::any::Any;
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::abi::*;
pub use crate::alg::Format;
use crate::asn1::{oid, pem};
use crate::error::{Error, Result};
use crate::log::{DECISION, FileName, list, log, reason, within};
use crate::memory;
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::name::compare;
use crate::pki::verify::verified::Verified;

/// The CA certificates that a system trusts for servers: the bundles of Debian, Arch and Alpine, of Fedora, of openSUSE,
/// and of older systems. The first one that exists is GnuTLS's default where it is built for that distribution.
const SYSTEM_BUNDLES: [&str; 6] = [
    "etc/ssl/certs/ca-certificates.crt",
    "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "var/lib/ca-certificates/ca-bundle.pem",
    "etc/pki/tls/certs/ca-bundle.crt",
    "etc/ssl/ca-bundle.pem",
    "etc/ssl/cert.pem",
];

/// Directories of the same, named by hashes, where there is no bundle: of Fedora and openSUSE. The `/etc/ssl/certs` of
/// Debian is none: servers' own certificates are in it as well.
const SYSTEM_DIRECTORIES: [&str; 2] =
    ["etc/pki/ca-trust/extracted/pem/directory-hash", "var/lib/ca-certificates/pem"];

pub const CERTIFICATE_LABELS: [&str; 2] = ["CERTIFICATE", "X509 CERTIFICATE"];

/// The labels of PEM blocks, the error code if a text has no such block, and a label with a specific error
/// code for blocks that cannot be decoded.
struct Kind {
    labels: &'static [&'static str],
    none: c_int,
    broken: Option<(&'static str, c_int)>,
}

const CERTIFICATES: Kind = Kind {
    labels: &CERTIFICATE_LABELS,
    none: GNUTLS_E_NO_CERTIFICATE_FOUND,
    broken: Some((CERTIFICATE_LABELS[0], GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR)),
};
const CRLS: Kind = Kind { labels: &["X509 CRL"], none: GNUTLS_E_BASE64_DECODING_ERROR, broken: None };

struct Anchor {
    cert: Certificate,
    /// A server names it in a CertificateRequest.
    advertised: bool,
    /// The C object of this anchor to which borrowed pointers are returned. It is created on first use.
    lent: OnceLock<Box<dyn Any + Send + Sync>>,
}

#[derive(Default)]
pub struct TrustList {
    anchors: Vec<Anchor>,
    /// Index of the anchors by the end of their signature, to find a given certificate.
    by_signature: HashMap<u64, Vec<u32>>,
    /// Index of the anchors by the hash of their subject, created on first use.
    by_subject: OnceLock<HashMap<u64, Vec<u32>>>,
    /// Removed anchors. They are kept because borrowed pointers to their C objects may be in use.
    removed: Vec<Anchor>,
    named: Vec<(Vec<u8>, Certificate)>,
    /// CRLs by the hash of their issuer.
    crls: HashMap<u64, Vec<Crl>>,
    blocked: Vec<Certificate>,
    pub(super) verified: Verified,
}

fn signature_of(cert: &Certificate) -> u64 {
    cert.signature_bits().iter().rev().take(8).fold(0, |n, b| n << 8 | u64::from(*b))
}

/// The hash of a Name. Equivalent names have the same hash.
fn key_of(name: &[u8]) -> u64 {
    let mut h = DefaultHasher::new();
    compare::canonical(name).hash(&mut h);
    h.finish()
}

fn index_of(anchors: &[Anchor], key: impl Fn(&Certificate) -> u64) -> HashMap<u64, Vec<u32>> {
    let mut index: HashMap<u64, Vec<u32>> = HashMap::new();
    for (i, anchor) in anchors.iter().enumerate() {
        index.entry(key(&anchor.cert)).or_default().push(i as u32);
    }
    index
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
        self.anchors.iter().map(|a| &a.cert)
    }
    /// The `index`-th anchor.
    pub fn anchor(&self, index: usize) -> Option<&Certificate> {
        Some(&self.anchors.get(index)?.cert)
    }
    /// The subjects of the anchors that a CertificateRequest names.
    pub fn advertised(&self) -> impl Iterator<Item = &[u8]> {
        self.anchors.iter().filter(|a| a.advertised).map(|a| a.cert.subject())
    }

    /// Has a CertificateRequest name the anchors that `add` adds, if `wanted`.
    pub fn advertising<T>(&mut self, wanted: bool, add: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.anchors.len();
        let result = add(self);
        self.anchors.iter_mut().skip(before).for_each(|a| a.advertised = wanted);
        result
    }

    /// Has a CertificateRequest name none of the anchors that are there.
    pub fn stop_advertising(&mut self) {
        self.anchors.iter_mut().for_each(|a| a.advertised = false);
    }

    pub fn add(&mut self, cert: &Certificate) {
        let i = self.anchors.len() as u32;
        self.by_signature.entry(signature_of(cert)).or_default().push(i);
        if let Some(index) = self.by_subject.get_mut() {
            index.entry(key_of(cert.subject())).or_default().push(i);
        }
        self.anchors.push(Anchor { cert: cert.clone(), advertised: false, lent: OnceLock::new() });
    }

    /// Adds the certificates of a PEM text or a DER certificate, without duplicates. Returns the number of
    /// certificates in `data`. If one of them is invalid, none is added.
    pub fn add_from(&mut self, data: &[u8], format: Format) -> Result<usize> {
        let list = read_certificates(data, format)?;
        for cert in &list {
            if !self.contains(cert) {
                self.add(cert);
            }
        }
        Ok(list.len())
    }

    /// Adds the certificates of a file.
    pub fn add_file(&mut self, path: &Path, format: Format) -> Result<usize> {
        self.add_from(&read_file(path)?, format).map_err(|e| within!(e, "file \"{}\"", name_of(path)))
    }

    /// Adds the system's trusted CA certificates. Adds nothing if there are none where distributions keep them.
    pub fn add_system_trust(&mut self) -> Result<usize> {
        self.add_trust_of(Path::new("/"))
    }

    /// Adds the trusted CA certificates of the system with this root directory.
    fn add_trust_of(&mut self, root: &Path) -> Result<usize> {
        let find = |places: &[&str]| places.iter().map(|p| root.join(p)).find(|p| p.exists());
        if let Some(bundle) = find(&SYSTEM_BUNDLES) {
            return self.add_file(&bundle, Format::Pem);
        }
        match find(&SYSTEM_DIRECTORIES) {
            Some(directory) => {
                self.add_files(files_of(&directory)?.iter().filter(|f| is_hash(f)), Format::Pem)
            }
            None => {
                log!(
                    DECISION,
                    "there are no trusted CAs of the system: the file /{} does not exist",
                    SYSTEM_BUNDLES[0]
                );
                Ok(0)
            }
        }
    }

    /// Adds the certificates of every file in a directory; files without certificates are ignored, as in
    /// GnuTLS.
    pub fn add_dir(&mut self, path: &Path, format: Format) -> Result<usize> {
        self.add_files(files_of(path)?.iter(), format)
    }

    fn add_files<'a>(&mut self, files: impl Iterator<Item = &'a PathBuf>, format: Format) -> Result<usize> {
        let mut added = 0;
        for file in files {
            match self.add_file(file, format) {
                Ok(n) => added += n,
                Err(e) => log!(DECISION, "the file \"{}\" adds no trusted CA: {e}", name_of(file)),
            }
        }
        Ok(added)
    }

    /// Removes an anchor and blocks it in this list. Returns whether it was in the list.
    pub fn remove(&mut self, cert: &Certificate) -> bool {
        let found = self.position(cert);
        if let Some(i) = found {
            self.removed.push(self.anchors.remove(i));
            self.by_signature = index_of(&self.anchors, signature_of);
            self.by_subject.take();
        }
        self.blocked.push(cert.clone());
        found.is_some()
    }

    pub fn add_named(&mut self, name: &[u8], cert: &Certificate) {
        self.named.push((name.to_vec(), cert.clone()));
    }

    /// The certificates that are trusted for exactly this name, which is case-sensitive and may be a service
    /// name.
    pub fn named(&self, name: &[u8]) -> impl Iterator<Item = &Certificate> {
        self.named.iter().filter(move |(n, _)| n == name).map(|(_, c)| c)
    }

    /// Adds a CRL. With `only_newest` it replaces older CRLs of its issuer, and is ignored if there is a
    /// newer one. The caller decides because each CRL may cover different certificates (RFC 5280 section 5).
    pub fn add_crl(&mut self, crl: Crl, only_newest: bool) {
        let lists = self.crls.entry(key_of(crl.issuer())).or_default();
        if only_newest {
            // One of another scope, and the changes to a complete one, replace none.
            let kinds = [oid::ISSUING_DISTRIBUTION_POINT, oid::DELTA_CRL_INDICATOR];
            let kind = |c: &Crl| kinds.map(|oid| c.extension(oid).map(|e| e.value.to_vec()));
            let own = kind(&crl);
            let same = |c: &Crl| compare::same(c.issuer(), crl.issuer()) && kind(c) == own;
            if lists.iter().any(|c| same(c) && c.this_update() > crl.this_update()) {
                return;
            }
            lists.retain(|c| !same(c));
        }
        lists.push(crl);
    }
    pub fn has_crls(&self) -> bool {
        !self.crls.is_empty()
    }
    /// The CRLs of an issuer.
    pub fn crls_of<'a>(&'a self, issuer: &'a [u8]) -> impl Iterator<Item = &'a Crl> {
        let lists = if self.crls.is_empty() { None } else { self.crls.get(&key_of(issuer)) };
        lists.into_iter().flatten().filter(move |c| compare::same(c.issuer(), issuer))
    }
    pub fn is_blocked(&self, cert: &Certificate) -> bool {
        self.blocked.contains(cert)
    }

    fn positions<'a>(&'a self, subject: &'a [u8]) -> impl Iterator<Item = usize> {
        let index = self.by_subject.get_or_init(|| index_of(&self.anchors, |c| key_of(c.subject())));
        let found = index.get(&key_of(subject)).map_or(&[][..], |v| v).iter();
        found.map(|&i| i as usize).filter(move |&i| compare::same(self.anchors[i].cert.subject(), subject))
    }

    /// The anchors with this subject.
    pub fn with_subject<'a>(&'a self, subject: &'a [u8]) -> impl Iterator<Item = &'a Certificate> {
        self.positions(subject).map(|i| &self.anchors[i].cert)
    }

    fn position(&self, cert: &Certificate) -> Option<usize> {
        let found = self.by_signature.get(&signature_of(cert))?;
        found.iter().map(|&i| i as usize).find(|&i| self.anchors[i].cert == *cert)
    }

    /// True if this certificate is an anchor.
    pub fn contains(&self, cert: &Certificate) -> bool {
        self.position(cert).is_some()
    }
    /// The anchor that is this certificate.
    pub fn find(&self, cert: &Certificate) -> Option<&Certificate> {
        self.anchor(self.position(cert)?)
    }
    /// Borrows the C object of an anchor. `make` creates it on first use.
    pub fn lend<T: Any + Send + Sync>(&self, anchor: &Certificate, make: impl Fn() -> T) -> Option<&T> {
        let lent = &self.anchors[self.position(anchor)?].lent;
        lent.get_or_init(|| Box::new(make())).downcast_ref()
    }

    /// True if an anchor has this certificate's subject and key.
    pub fn trusts_key_of(&self, cert: &Certificate) -> bool {
        self.with_subject(cert.subject()).any(|a| a.spki_der() == cert.spki_der())
    }

    /// True if an anchor may have issued the certificate according to names and key identifiers.
    pub fn knows_issuer_of(&self, cert: &Certificate) -> bool {
        self.with_subject(cert.issuer()).any(|a| cert.key_ids_match(a))
    }
}

/// Reads the blocks of this kind in a PEM text, or a single DER object.
fn read_list<T>(
    data: &[u8],
    format: Format,
    kind: &Kind,
    parse: impl Fn(&[u8]) -> Result<T>,
) -> Result<Vec<T>> {
    memory::afford(data.len())?;
    if format == Format::Der {
        return Ok(vec![parse(data)?]);
    }
    let mut out = Vec::new();
    for (label, der) in pem::blocks(data, kind.labels) {
        let own = kind.broken.filter(|(own, _)| *own == label);
        let block = |e: Error, what: &str| {
            let line = pem::line_of_block(data, kind.labels, out.len());
            within!(e, "PEM block {} ({label}, line {line}) {what}", out.len() + 1)
        };
        let der = der.map_err(|e| own.map_or(e, |(_, code)| Error::new(code)));
        let der = der.map_err(|e| block(e, "is not valid base64"))?;
        let parsed = parse(&der).map_err(|e| block(e, "cannot be read"))?;
        out.push(parsed);
    }
    if out.is_empty() {
        let labels = list(kind.labels.iter().map(|label| format!("\"BEGIN {label}\"")));
        return Err(reason!(Error::new(kind.none), "there is no PEM block {labels} in it"));
    }
    Ok(out)
}

/// Reads the certificates of a PEM text, or a single DER certificate.
pub fn read_certificates(data: &[u8], format: Format) -> Result<Vec<Certificate>> {
    read_list(data, format, &CERTIFICATES, Certificate::from_der)
}

/// Reads the CRLs of a PEM text, or a single DER CRL.
pub fn read_crls(data: &[u8], format: Format) -> Result<Vec<Crl>> {
    read_list(data, format, &CRLS, Crl::from_der)
}

/// Reads a whole file. Fails with `GNUTLS_E_FILE_ERROR` if it cannot be read, and with `GNUTLS_E_MEMORY_ERROR`.
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::OutOfMemory => Error::new(GNUTLS_E_MEMORY_ERROR),
        _ => reason!(Error::new(GNUTLS_E_FILE_ERROR), "cannot read the file \"{}\": {e}", name_of(path)),
    })
}

/// A path as lines of the log have it.
pub fn name_of(path: &Path) -> String {
    FileName(path.as_os_str().as_encoded_bytes()).to_string()
}

/// The regular files of a directory.
pub fn files_of(path: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(path).map_err(|e| {
        reason!(Error::new(GNUTLS_E_FILE_ERROR), "cannot read the directory \"{}\": {e}", name_of(path))
    })?;
    Ok(entries.filter_map(|e| e.ok()).map(|e| e.path()).filter(|p| p.is_file()).collect())
}

/// Whether a file has the name of a certificate in a hashed directory: eight hexadecimal digits, a full stop and a
/// number.
fn is_hash(path: &Path) -> bool {
    let Some((hash, number)) = path.file_name().and_then(|n| n.to_str()).and_then(|n| n.split_once('.'))
    else {
        return false;
    };
    let digits = |s: &str, radix| !s.is_empty() && s.chars().all(|c| c.is_digit(radix));
    hash.len() == 8 && digits(hash, 16) && digits(number, 10)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const ROOT: &[u8] = include_bytes!("../testdata/root.pem");
    const CA: &[u8] = include_bytes!("../testdata/ca.pem");

    /// The number of CA certificates that a system with these files trusts.
    fn trusted(name: &str, files: &[(&str, &[u8])]) -> Result<usize> {
        let root = std::env::temp_dir().join(format!("gnutls-rs-trust-{}-{name}", std::process::id()));
        for (path, bytes) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let mut list = TrustList::new();
        let added = list.add_trust_of(&root);
        let _ = fs::remove_dir_all(&root);
        added.inspect(|_| assert!(files.is_empty() || !list.is_empty() || name.starts_with("no")))
    }

    #[test]
    fn the_trust_of_each_distribution_is_found() {
        assert_eq!(trusted("nothing", &[]).unwrap(), 0);
        for (i, bundle) in SYSTEM_BUNDLES.into_iter().enumerate() {
            assert_eq!(trusted(&format!("bundle-{i}"), &[(bundle, ROOT)]).unwrap(), 1, "{bundle}");
        }
        let two = [ROOT, CA].concat();
        let first = [(SYSTEM_BUNDLES[1], &two[..]), (SYSTEM_BUNDLES[3], ROOT)];
        assert_eq!(trusted("first", &first).unwrap(), 2);
        let [fedora, suse] = SYSTEM_DIRECTORIES.map(|d| d.to_owned());
        let (a, b, other) =
            (fedora.clone() + "/0a1b2c3d.0", fedora.clone() + "/0a1b2c3d.1", fedora + "/server.pem");
        assert_eq!(trusted("directory", &[(&a, ROOT), (&b, CA), (&other, ROOT)]).unwrap(), 2);
        assert_eq!(trusted("no-hash", &[(&(suse + "/server.pem"), ROOT)]).unwrap(), 0);
        assert_eq!(trusted("no-directory", &[("etc/ssl/certs/0a1b2c3d.0", ROOT)]).unwrap(), 0);
        // One that is there and cannot be read is an error, and no other one takes its place.
        let broken = [(SYSTEM_BUNDLES[0], &b"nothing"[..]), (SYSTEM_BUNDLES[1], ROOT)];
        assert_eq!(trusted("broken", &broken).unwrap_err().code(), GNUTLS_E_NO_CERTIFICATE_FOUND);
    }
}
