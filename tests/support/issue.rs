//! Certificates for tests and fuzz targets, and webpki's verdict on a chain of them.
use gnutls_rs::alg::Sign;
use gnutls_rs::asn1::der::{self, Write as _};
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::pki::cert::build::{Draft, OwnExtension, signature_algorithm};
use gnutls_rs::pki::cert::canonical_spki;
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use webpki::CertRevocationList;

/// The contents of a certificate.
pub(crate) struct Issue {
    pub(crate) version: u8,
    pub(crate) serial: Vec<u8>,
    pub(crate) subject: Vec<u8>,
    pub(crate) issuer: Vec<u8>,
    pub(crate) not_before: i64,
    pub(crate) not_after: i64,
    pub(crate) spki: Vec<u8>,
    pub(crate) extensions: Vec<OwnExtension>,
}

impl Default for Issue {
    fn default() -> Issue {
        let (serial, extensions) = (vec![1], Vec::new());
        let (subject, issuer, spki) = (Vec::new(), Vec::new(), Vec::new());
        Issue { version: 3, serial, subject, issuer, not_before: 0, not_after: 0, spki, extensions }
    }
}

impl Issue {
    /// The signed certificate, which need not be one that is imported.
    pub(crate) fn sign(self, sign: Sign, by: &PrivateKey) -> Vec<u8> {
        let mut draft = Draft {
            version: self.version,
            serial: self.serial,
            issuer: self.issuer,
            subject: self.subject,
            not_before: der::time(self.not_before).unwrap(),
            not_after: der::time(self.not_after).unwrap(),
            spki: self.spki,
            algorithm: signature_algorithm(sign, None).unwrap(),
            extensions: self.extensions,
            ..Draft::default()
        };
        let signature = by.sign(sign, draft.certificate().tbs()).unwrap();
        draft.signature = [&[0], &signature[..]].concat();
        draft.certificate().der().to_vec()
    }
}

pub(crate) fn spki(key: &PrivateKey) -> Vec<u8> {
    canonical_spki(key.public())
}

pub(crate) fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.element(tag, content);
    out
}

/// Whether webpki accepts a chain for a TLS server of this name or address. With CRLs the end certificate must be in the scope of one
/// that is valid.
pub(crate) fn webpki_verdict(
    [anchors, chain, crls]: [&[Vec<u8>]; 3],
    now: i64,
    host: Option<&str>,
) -> Result<(), String> {
    let ders = |list: &[Vec<u8>]| list.iter().map(|c| CertificateDer::from(c.clone())).collect::<Vec<_>>();
    let text = |e: webpki::Error| format!("{e:?}");
    let (roots, certs) = (ders(anchors), ders(chain));
    let anchors =
        roots.iter().map(webpki::anchor_from_trusted_cert).collect::<Result<Vec<_>, _>>().map_err(text)?;
    let leaf = webpki::EndEntityCert::try_from(&certs[0]).map_err(text)?;
    let time = UnixTime::since_unix_epoch(core::time::Duration::from_secs(now as u64));
    let usage = webpki::KeyUsage::server_auth();
    let algorithms = webpki::ALL_VERIFICATION_ALGS;
    let lists: Result<Vec<_>, _> = crls
        .iter()
        .map(|c| webpki::BorrowedCertRevocationList::from_der(c).map(CertRevocationList::from))
        .collect();
    let lists = lists.map_err(text)?;
    let lists: Vec<_> = lists.iter().collect();
    let revocation = webpki::RevocationOptionsBuilder::new(&lists).ok().map(|options| {
        let options = options.with_depth(webpki::RevocationCheckDepth::EndEntity);
        options.with_expiration_policy(webpki::ExpirationPolicy::Enforce).build()
    });
    leaf.verify_for_usage(algorithms, &anchors, &certs[1..], time, usage, revocation, None).map_err(text)?;
    let Some(host) = host else { return Ok(()) };
    let name = ServerName::try_from(host).map_err(|e| e.to_string())?;
    leaf.verify_is_valid_for_subject_name(&name).map_err(text)
}
