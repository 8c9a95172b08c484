//! Verification of certificate chains with GnuTLS's status bits, flags, profiles and purposes.
//!
//! [`verify`] is the entry point: it builds the path, verifies each certificate from the anchor down, then
//! checks revocation, purpose and the peer's name.
pub mod constraints;
pub mod explain;
pub mod hostname;
pub mod params;
pub mod path;
pub mod policy;
pub mod profile;
mod revocation;
pub mod signature;
pub mod trust;
mod verified;

use std::collections::HashSet;

use crate::alg::flags::{CertificateStatus, KeyUsage, VerifyFlags};
use crate::alg::{Digest, Sign};
use crate::asn1::oid;
use crate::pki::cert::{Certificate, Extension};
use crate::pki::crl::Crl;
use crate::pki::ext;
use crate::pki::name::compare;
use crate::pki::verify::params::{NONE, Told, with_invalid};
pub use crate::pki::verify::params::{Observer, Step, VerifyParams};
use crate::pki::verify::signature::check_usage;
pub use crate::pki::verify::signature::{check_signature, check_signed};
use crate::pki::verify::trust::TrustList;

/// Status bits for which another path is tried: no anchor was found, or a certificate is expired or too weak.
const RETRY: CertificateStatus = CertificateStatus::SIGNER_NOT_FOUND
    .union(CertificateStatus::EXPIRED)
    .union(CertificateStatus::INSECURE_ALGORITHM);

impl TrustList {
    /// Verifies a CRL with these anchors and returns its status.
    pub fn verify_crl(&self, crl: &Crl, flags: VerifyFlags, now: i64) -> CertificateStatus {
        verify_crl(crl, self.with_subject(crl.issuer()), flags, now)
    }

    /// The anchor that issued a certificate. If several have the issuer's name, those that are valid at `now`
    /// are preferred, and among those the one whose key verifies the signature.
    pub fn issuer_of(&self, cert: &Certificate, now: i64) -> Option<Certificate> {
        let candidates: Vec<&Certificate> =
            self.with_subject(cert.issuer()).filter(|a| cert.key_ids_match(a)).collect();
        if let [] | [_] = candidates[..] {
            return candidates.first().copied().cloned();
        }
        let valid = || candidates.iter().filter(|c| c.not_before() <= now && now <= c.not_after());
        let best = valid().find(|c| self.verified.check(cert, c).is_ok()).or_else(|| valid().next());
        best.or(candidates.first()).map(|c| (*c).clone())
    }

    pub fn verify(&self, chain: &[Certificate], params: &VerifyParams<'_>) -> CertificateStatus {
        self.verify_observed(chain, params, &mut |_| {})
    }

    /// Like [`TrustList::verify`], but reports each step to `observer`.
    pub fn verify_observed(
        &self,
        chain: &[Certificate],
        params: &VerifyParams<'_>,
        observer: Observer<'_>,
    ) -> CertificateStatus {
        verify(self, chain, params, observer)
    }
}

/// Verifies a chain, end certificate first. Returns the status bits; 0 if the chain is valid.
pub fn verify(
    list: &TrustList,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    observer: Observer<'_>,
) -> CertificateStatus {
    let Some(leaf) = chain.first() else {
        return CertificateStatus::INVALID | CertificateStatus::SIGNER_NOT_FOUND;
    };
    let path = path::build(list, chain, params.flags);
    let named = is_pinned_for(list, leaf, params);
    let mut status = if list.is_blocked(leaf) {
        CertificateStatus::REVOKED | check_purpose(leaf, params)
    } else if named {
        check_purpose(leaf, params)
    } else {
        let mut told = Told::default();
        let mut status = verify_purpose(list, &path, params, &mut told);
        if !status.is_empty()
            && !status.contains(CertificateStatus::REVOKED)
            && let Some(other) = alternative(list, chain, params)
        {
            (status, told) = (NONE, other);
        }
        told.report(observer);
        status
    };
    if params.hostname.is_some_and(|h| !named && !hostname::matches_host(leaf, h, params.flags))
        || params.ip.is_some_and(|ip| !hostname::matches_ip(leaf, ip))
        || params.email.is_some_and(|e| !hostname::matches_email(leaf, e))
    {
        status |= CertificateStatus::UNEXPECTED_OWNER;
    }
    with_invalid(status)
}

/// The steps of another path that is valid: a CA may have several certificates, of which one is expired or limited.
fn alternative(list: &TrustList, chain: &[Certificate], params: &VerifyParams<'_>) -> Option<Told> {
    let others = path::alternatives(list, chain, params.flags);
    others.iter().find_map(|path| {
        let mut told = Told::default();
        verify_purpose(list, path, params, &mut told).is_empty().then_some(told)
    })
}

fn verify_purpose(
    list: &TrustList,
    path: &[Certificate],
    params: &VerifyParams<'_>,
    told: &mut Told,
) -> CertificateStatus {
    verify_paths(list, path, params, told) | check_purpose(&path[0], params)
}

fn check_purpose(leaf: &Certificate, params: &VerifyParams<'_>) -> CertificateStatus {
    if allows_purpose(leaf, true, params) { NONE } else { CertificateStatus::PURPOSE_MISMATCH }
}

/// A CA certificate must contain the purpose itself; anyExtendedKeyUsage only suffices in the end certificate.
fn allows_purpose(cert: &Certificate, is_end: bool, params: &VerifyParams<'_>) -> bool {
    params.purpose.is_none_or(|p| hostname::allows_purpose(cert, p, is_end))
}

/// True if the certificate was added as trusted for this host name.
fn is_pinned_for(list: &TrustList, leaf: &Certificate, params: &VerifyParams<'_>) -> bool {
    params.pinned_name.is_some_and(|name| list.named(name).any(|c| c == leaf))
}

/// Verifies the path up to the anchor above its last certificate. If there is no such anchor, or a
/// certificate is expired or weak, the path up to an anchor inside it is tried: a trusted CA or the end
/// certificate itself. All of these are told, as GnuTLS does.
fn verify_paths(
    list: &TrustList,
    path: &[Certificate],
    params: &VerifyParams<'_>,
    told: &mut Told,
) -> CertificateStatus {
    let (leaf, last) = (&path[0], &path[path.len() - 1]);
    let first = usize::from(params.flags.contains(VerifyFlags::DO_NOT_ALLOW_SAME));
    if params.plain_list
        && let Some(i) = (first..path.len()).find(|&i| list.contains(&path[i]))
    {
        return match i {
            0 => verify_pinned(list, leaf, params, told),
            _ => verify_below(list, &mut Steps::new(list, path), i, params, told),
        };
    }
    let pinned = first == 0 && path.len() == 1 && list.contains(leaf);
    if pinned && leaf.is_self_issued() {
        return verify_pinned(list, leaf, params, told);
    }
    let mut steps = Steps::new(list, path);
    // If the issuers form a cycle, the anchor is in it.
    let circle = (1..path.len())
        .find(|&i| compare::same(path[i].subject(), last.issuer()) && list.trusts_key_of(&path[i]));
    let status = match circle {
        Some(i) => verify_below(list, &mut steps, i, params, told),
        None => {
            let anchor = list.issuer_of(last, params.now);
            verify_path(list, &mut steps, path.len(), anchor.as_ref(), params, told)
        }
    };
    if !status.intersects(RETRY) {
        return status;
    }
    let unanchored = status.contains(CertificateStatus::SIGNER_NOT_FOUND);
    if pinned {
        let second = check_pinned(list, leaf, params, told);
        return if second.is_empty() || unanchored { second } else { status };
    }
    let mut best = status;
    let mut tried = false;
    for i in (1..path.len()).rev().filter(|&i| list.trusts_key_of(&path[i])) {
        let second = verify_below(list, &mut steps, i, params, told);
        if unanchored || !second.intersects(RETRY) {
            best = second;
        }
        if !second.intersects(RETRY) {
            return best;
        }
        tried = true;
    }
    if !tried && !params.plain_list && !last.is_self_issued() {
        // GnuTLS reports the missing anchor of the last certificate even if verification fails below it.
        let second = verify_path(list, &mut steps, path.len(), None, params, told);
        if unanchored {
            best = second;
        }
    }
    best
}

/// Results of a path that do not depend on the anchor. They are cached, because several anchors may be tried.
struct Steps<'a> {
    list: &'a TrustList,
    path: &'a [Certificate],
    /// For each certificate and its issuer in the path: the status, and whether a critical extension is
    /// invalid.
    inner: Vec<Option<(CertificateStatus, bool)>>,
    /// The names in the path and whether each of its CAs allows those below it.
    bound: constraints::Bound<'a>,
    allowed: Vec<Option<bool>>,
}

impl<'a> Steps<'a> {
    fn new(list: &'a TrustList, path: &'a [Certificate]) -> Steps<'a> {
        let n = path.len();
        Steps {
            list,
            path,
            inner: vec![None; n],
            bound: constraints::Bound::new(path),
            allowed: vec![None; n],
        }
    }

    /// The status of certificate `i` if the path consists of the first `n` certificates and `anchor`.
    /// `issuer` is the next certificate, if the key identifiers match. An invalid critical extension is only
    /// reported if there is no other status.
    fn status(
        &mut self,
        i: usize,
        n: usize,
        anchor: Option<&Certificate>,
        issuer: Option<&Certificate>,
        params: &VerifyParams<'_>,
    ) -> CertificateStatus {
        let top = i + 1 == n;
        let check = || check_both(self.list, &self.path[i], issuer, i == 0, top, params);
        let (mut status, unreadable) = if top { check() } else { *self.inner[i].get_or_insert_with(check) };
        if i == 0 && issuer.is_some() && !self.allow(n, anchor) {
            status |= CertificateStatus::SIGNER_CONSTRAINTS_FAILURE;
        }
        if status.is_empty() && unreadable { CertificateStatus::UNKNOWN_CRIT_EXTENSIONS } else { status }
    }

    /// True if the name constraints of all CAs allow the names below them.
    fn allow(&mut self, n: usize, anchor: Option<&Certificate>) -> bool {
        let Steps { path, bound, allowed, .. } = self;
        (1..n).all(|i| *allowed[i].get_or_insert_with(|| bound.by(&path[i], i)))
            && anchor.is_none_or(|a| bound.by(a, n))
    }
}

/// The number of CAs that the path length constraints above allow (RFC 5280 section 6.1.4 l and m); `None` is any number.
#[derive(Default)]
struct PathLength(Option<u32>);

impl PathLength {
    /// Goes on below a CA; false if it is one too many. An anchor and self-issued CAs are not counted.
    fn descend(&mut self, ca: &Certificate, counts: bool) -> bool {
        if counts
            && !ca.is_self_issued()
            && let Some(n) = &mut self.0
        {
            let Some(left) = n.checked_sub(1) else { return false };
            *n = left;
        }
        if let Some(Ok(own)) = ca.basic_constraints()
            && let Some(own) = own.path_len
        {
            self.0 = Some(self.0.map_or(own, |n| n.min(own)));
        }
        true
    }
}

/// Verifies a certificate with its issuer. Returns the status, and whether it is 0 although a critical
/// extension of the issuer or of the end certificate is invalid.
fn check_both(
    list: &TrustList,
    cert: &Certificate,
    issuer: Option<&Certificate>,
    is_end: bool,
    trusted: bool,
    params: &VerifyParams<'_>,
) -> (CertificateStatus, bool) {
    let status = check_step(list, cert, issuer, is_end, trusted, params);
    let unreadable = |c| has_unreadable_critical(c, params.flags);
    (status, status.is_empty() && (issuer.is_some_and(unreadable) || (is_end && unreadable(cert))))
}

/// Verifies the first `n` certificates of a path whose next certificate is trusted.
fn verify_below(
    list: &TrustList,
    steps: &mut Steps<'_>,
    n: usize,
    params: &VerifyParams<'_>,
    told: &mut Told,
) -> CertificateStatus {
    let anchor = list.issuer_of(&steps.path[n - 1], params.now);
    match anchor.as_ref().map_or(NONE, |a| check_pinned(list, a, params, told)) {
        NONE => verify_path(list, steps, n, anchor.as_ref(), params, told),
        status => status,
    }
}

/// Verifies an end certificate that is itself an anchor.
fn verify_pinned(
    list: &TrustList,
    leaf: &Certificate,
    params: &VerifyParams<'_>,
    told: &mut Told,
) -> CertificateStatus {
    match check_pinned(list, leaf, params, told) {
        NONE => revocation::check(list, std::slice::from_ref(leaf), None, params, told),
        status => status,
    }
}

/// Verifies an anchor: only its validity period and its strength are checked.
fn check_pinned(
    list: &TrustList,
    cert: &Certificate,
    params: &VerifyParams<'_>,
    told: &mut Told,
) -> CertificateStatus {
    let timeless = params.flags.contains(VerifyFlags::DISABLE_TRUSTED_TIME_CHECKS);
    let mut status = if timeless { NONE } else { check_time(cert, params) };
    if !profile::is_acceptable(cert, None, true, params.flags) {
        status |= CertificateStatus::INSECURE_ALGORITHM;
    }
    told.add(Step { cert, issuer: list.find(cert), crl: None, status: with_invalid(status) });
    status
}

/// Verifies the first `n` certificates of a path from the anchor down, then checks the CRLs.
fn verify_path(
    list: &TrustList,
    steps: &mut Steps<'_>,
    n: usize,
    anchor: Option<&Certificate>,
    params: &VerifyParams<'_>,
    told: &mut Told,
) -> CertificateStatus {
    let path = &steps.path[..n];
    if path.iter().any(|c| list.is_blocked(c)) {
        return CertificateStatus::REVOKED;
    }
    let mut left = PathLength::default();
    for i in (0..n).rev() {
        let mut issuer = path.get(i + 1).or(anchor).filter(|issuer| path[i].key_ids_match(issuer));
        let inner = i + 1 < n;
        let status = match issuer {
            Some(ca) if inner && !allows_purpose(ca, false, params) => CertificateStatus::PURPOSE_MISMATCH,
            Some(ca) if !params.flags.contains(VerifyFlags::DISABLE_CA_SIGN) && !left.descend(ca, inner) => {
                issuer = None;
                CertificateStatus::SIGNER_CONSTRAINTS_FAILURE
            }
            _ => steps.status(i, n, anchor, issuer, params),
        };
        told.add(Step { cert: &path[i], issuer, crl: None, status: with_invalid(status) });
        if !status.is_empty() {
            return status;
        }
    }
    if !policy::are_valid(path) {
        let status = CertificateStatus::SIGNER_CONSTRAINTS_FAILURE;
        told.add(Step {
            cert: &path[0],
            issuer: path.get(1).or(anchor),
            crl: None,
            status: with_invalid(status),
        });
        return status;
    }
    revocation::check(list, path, anchor, params, told)
}

/// Verifies a certificate with its issuer. `trusted` means that the issuer is an anchor.
fn check_step(
    list: &TrustList,
    cert: &Certificate,
    issuer: Option<&Certificate>,
    is_end: bool,
    trusted: bool,
    params: &VerifyParams<'_>,
) -> CertificateStatus {
    let flags = params.flags;
    let mut status = check_time(cert, params);
    match issuer {
        None => status |= CertificateStatus::SIGNER_NOT_FOUND,
        Some(issuer) => {
            if !flags.contains(VerifyFlags::DISABLE_CA_SIGN) {
                status |= check_authority(issuer, trusted, flags);
                // GnuTLS reports that the issuer is not a CA if one of the two signatures is not a whole
                // number of bytes.
                if cert.signature().is_err() || issuer.signature().is_err() {
                    status |= CertificateStatus::SIGNER_NOT_CA;
                }
            }
            status |= list.verified.status(cert, issuer);
            if trusted && !flags.contains(VerifyFlags::DISABLE_TRUSTED_TIME_CHECKS) {
                status |= check_time(issuer, params);
            }
            if has_unknown_critical(issuer, flags) {
                status |= CertificateStatus::UNKNOWN_CRIT_EXTENSIONS;
            }
            if !inherits_features(cert, issuer) || !constraints::are_readable(issuer) {
                status |= CertificateStatus::SIGNER_CONSTRAINTS_FAILURE;
            }
        }
    }
    if is_end && has_unknown_critical(cert, flags) {
        status |= CertificateStatus::UNKNOWN_CRIT_EXTENSIONS;
    }
    status | check_strength(cert, issuer, flags)
}

fn check_strength(cert: &Certificate, issuer: Option<&Certificate>, flags: VerifyFlags) -> CertificateStatus {
    let broken = cert.signature_algorithm().filter(|s| profile::is_broken(*s, flags));
    let status = match broken.map(Sign::digest) {
        // The signature of a root is not relied on. GnuTLS reports older digests without a specific status
        // bit.
        Some(Some(Digest::Md2 | Digest::Md5 | Digest::Gostr94)) if cert.is_root() && issuer.is_some() => {
            CertificateStatus::INVALID
        }
        Some(_) if !cert.is_root() => CertificateStatus::INSECURE_ALGORITHM,
        _ => NONE,
    };
    if profile::is_acceptable(cert, issuer, false, flags) {
        status
    } else {
        status | CertificateStatus::INSECURE_ALGORITHM
    }
}

/// RFC 7633 section 4.2.2: a certificate must contain the TLS features of its issuer.
fn inherits_features(cert: &Certificate, issuer: &Certificate) -> bool {
    let features = |c: &Certificate| match c.extension(oid::TLS_FEATURES) {
        Some(e) => ext::tls_features::read(e.value),
        None => Ok(Vec::new()),
    };
    let Ok(wanted) = features(issuer) else { return false };
    if wanted.is_empty() {
        return true;
    }
    let Ok(own) = features(cert) else { return false };
    let own: HashSet<u32> = own.into_iter().collect();
    wanted.iter().all(|f| own.contains(f))
}

fn check_time(cert: &Certificate, params: &VerifyParams<'_>) -> CertificateStatus {
    if params.flags.contains(VerifyFlags::DISABLE_TIME_CHECKS) {
        NONE
    } else if params.now < cert.not_before() {
        CertificateStatus::NOT_ACTIVATED
    } else if params.now > cert.not_after() {
        CertificateStatus::EXPIRED
    } else {
        NONE
    }
}

/// Checks whether the issuer is a CA.
fn check_authority(issuer: &Certificate, trusted: bool, flags: VerifyFlags) -> CertificateStatus {
    let mut status = NONE;
    match issuer.basic_constraints() {
        // Certificates before version 3 and old roots have no basic constraints.
        None => {
            let old = trusted
                && (issuer.version() < 3 || issuer.is_root())
                && !flags.contains(VerifyFlags::DO_NOT_ALLOW_X509_V1_CA_CRT);
            if !old && !flags.contains(VerifyFlags::ALLOW_ANY_X509_V1_CA_CRT) {
                status |= CertificateStatus::SIGNER_NOT_CA;
            }
        }
        Some(Ok(c)) if c.ca => {}
        Some(_) => status |= CertificateStatus::SIGNER_NOT_CA,
    }
    status | check_usage(issuer, KeyUsage::KEY_CERT_SIGN)
}

fn critical(cert: &Certificate, flags: VerifyFlags) -> impl Iterator<Item = Extension<'_>> {
    let minded = !flags.contains(VerifyFlags::IGNORE_UNKNOWN_CRIT_EXTENSIONS);
    cert.extensions().filter(move |e| e.critical && minded)
}

fn has_unknown_critical(cert: &Certificate, flags: VerifyFlags) -> bool {
    critical(cert, flags).any(|e| ext::is_readable(&e).is_none())
}

/// An invalid critical extension is treated like an unknown one (RFC 5280 section 4.2).
fn has_unreadable_critical(cert: &Certificate, flags: VerifyFlags) -> bool {
    critical(cert, flags).any(|e| ext::is_readable(&e) == Some(false))
}

/// Verifies a CRL with the CA certificates in `issuers` (`gnutls_x509_crl_verify`) and returns its status.
pub fn verify_crl<'a>(
    crl: &Crl,
    issuers: impl Iterator<Item = &'a Certificate>,
    flags: VerifyFlags,
    now: i64,
) -> CertificateStatus {
    let mut status = NONE;
    match issuer_of_crl(crl, issuers) {
        None => status |= CertificateStatus::SIGNER_NOT_FOUND,
        Some(issuer) => {
            if !flags.contains(VerifyFlags::DISABLE_CA_SIGN) {
                status |= if issuer.is_ca() {
                    check_usage(issuer, KeyUsage::CRL_SIGN)
                } else {
                    CertificateStatus::SIGNER_NOT_CA
                };
            }
            let good = crl
                .signed()
                .and_then(|s| check_signed(&issuer.public_key()?, s.algorithm, s.message, s.signature));
            if good.is_err() {
                status |= CertificateStatus::SIGNATURE_FAILURE;
            }
        }
    }
    if crl.signature_algorithm().is_some_and(|s| profile::is_broken(s, flags)) {
        status |= CertificateStatus::INSECURE_ALGORITHM;
    }
    // The flags that disable time checks of certificates do not apply to these.
    if crl.this_update() > now {
        status |= CertificateStatus::REVOCATION_DATA_ISSUED_IN_FUTURE;
    }
    if crl.next_update().is_some_and(|t| t < now) {
        status |= CertificateStatus::REVOCATION_DATA_SUPERSEDED;
    }
    with_invalid(status)
}

/// The issuer of a CRL. If several have its name, the one with the CRL's key identifier is preferred.
fn issuer_of_crl<'a>(crl: &Crl, issuers: impl Iterator<Item = &'a Certificate>) -> Option<&'a Certificate> {
    let named: Vec<&Certificate> = issuers.filter(|c| compare::same(c.subject(), crl.issuer())).collect();
    let id = crl.extension(oid::AUTHORITY_KEY_ID).and_then(|e| {
        ext::key_id::read_authority(e.value).ok()?.key_id // an invalid one is ignored
    });
    let with_id = named.iter().find(|c| id.is_some() && c.subject_key_id() == id);
    with_id.or(named.first()).copied()
}

#[cfg(test)]
mod tests {
    use rustls_pki_types::{CertificateDer, ServerName, UnixTime};

    use super::*;
    use crate::alg::Pk;
    use crate::asn1::der::{self, Write as _};
    use crate::asn1::pem;
    use crate::crypto::keys::PrivateKey;
    use crate::pki::cert::build::{Draft, signature_algorithm};
    use crate::pki::cert::canonical_spki;
    use crate::pki::name::tests::name;

    fn read(text: &[u8]) -> Certificate {
        Certificate::from_der(&pem::decode(Some("CERTIFICATE"), text).unwrap()).unwrap()
    }

    /// Whether webpki accepts the chain for a TLS server with this name.
    fn second_opinion(anchor: &Certificate, chain: &[&Certificate], now: i64, host: &str) -> bool {
        let ders = CertificateDer::from(chain[0].der());
        let leaf = webpki::EndEntityCert::try_from(&ders).unwrap();
        let name = ServerName::try_from(host).unwrap();
        accepts(anchor, chain, now) && leaf.verify_is_valid_for_subject_name(&name).is_ok()
    }

    /// Whether webpki accepts the chain for a TLS server.
    fn accepts(anchor: &Certificate, chain: &[&Certificate], now: i64) -> bool {
        let ders: Vec<CertificateDer<'_>> = chain.iter().map(|c| CertificateDer::from(c.der())).collect();
        let root = CertificateDer::from(anchor.der());
        let anchors = [webpki::anchor_from_trusted_cert(&root).unwrap()];
        let leaf = webpki::EndEntityCert::try_from(&ders[0]).unwrap();
        let time = UnixTime::since_unix_epoch(core::time::Duration::from_secs(now as u64));
        let usage = webpki::KeyUsage::server_auth();
        let algorithms = webpki::ALL_VERIFICATION_ALGS;
        leaf.verify_for_usage(algorithms, &anchors, &ders[1..], time, usage, None, None).is_ok()
    }

    #[test]
    fn webpki_agrees() {
        let root = read(include_bytes!("../testdata/root.pem"));
        let inter = read(include_bytes!("../testdata/inter.pem"));
        let leaf = read(include_bytes!("../testdata/leaf.pem"));
        let expired = read(include_bytes!("../testdata/expired.pem"));
        let other = read(include_bytes!("../testdata/p384.pem"));
        let day = 86_400;
        let start = leaf.not_before();
        for (anchor, chain, now, host) in [
            (&root, vec![&leaf, &inter], start + day, "www.example.com"),
            (&root, vec![&leaf, &inter, &root], start + day, "a.wild.example.com"),
            (&root, vec![&leaf, &inter], start + day, "www.example.org"),
            (&root, vec![&leaf], start + day, "www.example.com"),
            (&inter, vec![&leaf], start + day, "www.example.com"),
            (&other, vec![&leaf, &inter, &root], start + day, "www.example.com"),
            (&root, vec![&leaf, &inter], start - day, "www.example.com"),
            (&root, vec![&leaf, &inter], leaf.not_after() + day, "www.example.com"),
            (&root, vec![&expired, &inter], expired.not_after() + day, "expired.example.com"),
            (&leaf, vec![&expired, &leaf], start + day, "expired.example.com"),
        ] {
            let mut list = TrustList::new();
            list.add(anchor);
            let purpose = Some(hostname::TLS_SERVER);
            let params = VerifyParams { now, hostname: Some(host.as_bytes()), purpose, ..Default::default() };
            let path: Vec<Certificate> = chain.iter().map(|c| (*c).clone()).collect();
            let status = list.verify(&path, &params);
            assert_eq!(
                status.is_empty(),
                second_opinion(anchor, &chain, now, host),
                "{status:?} {host} {now}"
            );
        }
    }

    /// Numbers that are the same in each run (xorshift).
    struct Choices(u64);

    impl Choices {
        fn below(&mut self, n: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 >> 33) as usize % n
        }
        fn one_in(&mut self, n: usize) -> bool {
            self.below(n) == 0
        }
    }

    const NAMES: [&str; 8] =
        ["a.com", "www.a.com", "b.a.com", "x.b.a.com", "b.com", "nota.com", "a.com.b.com", "*.a.com"];
    const TREES: [&str; 7] = ["a.com", ".a.com", "b.a.com", "com", "", "b.com", "x.b.a.com"];
    const ADDRESSES: [[u8; 4]; 3] = [[10, 0, 0, 1], [10, 1, 0, 1], [192, 0, 2, 1]];
    const RANGES: [[u8; 8]; 3] =
        [[10, 0, 0, 0, 255, 0, 0, 0], [10, 0, 0, 0, 255, 255, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]];

    fn trees(c: &mut Choices) -> Vec<Vec<u8>> {
        let one = |c: &mut Choices| {
            let mut name = Vec::new();
            match c.one_in(4) {
                true => name.element(der::context(7), &RANGES[c.below(3)]),
                false => name.element(der::context(2), TREES[c.below(TREES.len())].as_bytes()),
            }
            name
        };
        (0..c.below(3)).map(|_| one(c)).collect()
    }

    fn alt_names(c: &mut Choices) -> Vec<u8> {
        let mut names = Vec::new();
        names.element(der::context(2), NAMES[c.below(NAMES.len())].as_bytes());
        for _ in 0..c.below(3) {
            match c.one_in(3) {
                true => names.element(der::context(7), &ADDRESSES[c.below(3)]),
                false => names.element(der::context(2), NAMES[c.below(NAMES.len())].as_bytes()),
            }
        }
        ext::values::sequence(&[&names])
    }

    struct Maker {
        keys: Vec<PrivateKey>,
        serial: u8,
    }

    impl Maker {
        fn make(
            &mut self,
            names: [usize; 2],
            keys: [usize; 2],
            until: i64,
            extensions: &[(&[u8], Vec<u8>)],
        ) -> Certificate {
            self.serial = self.serial.wrapping_add(1).max(1);
            let name = |i: usize| name(&[&[("2.5.4.10", der::UTF8_STRING, &[b'A' + i as u8])]]);
            let mut draft = Draft {
                version: 3,
                serial: vec![self.serial & 0x7f],
                issuer: name(names[0]),
                subject: name(names[1]),
                not_before: der::time(1_500_000_000).unwrap(),
                not_after: der::time(until).unwrap(),
                spki: canonical_spki(self.keys[keys[1]].public()),
                algorithm: signature_algorithm(Sign::EddsaEd25519, None).unwrap(),
                ..Draft::default()
            };
            for (oid, value) in extensions {
                draft.set_extension(oid, value.clone(), true);
            }
            let signature = self.keys[keys[0]].sign(Sign::EddsaEd25519, draft.certificate().tbs()).unwrap();
            draft.signature = [&[0], &signature[..]].concat();
            Certificate::from_der(draft.certificate().der()).unwrap()
        }
    }

    // Random authorities of few names and keys, some of them expired, no CAs or limited, in any order: webpki
    // finds a valid path if there is one, and reads name constraints in its own way.
    #[test]
    fn webpki_agrees_on_random_chains() {
        const NOW: i64 = 1_700_000_000;
        let mut c = Choices(0x9e37_79b9_7f4a_7c15);
        let keys = (0..5).map(|_| PrivateKey::generate(Pk::EddsaEd25519, 256).unwrap()).collect();
        let mut maker = Maker { keys, serial: 0 };
        let ca = ext::basic_constraints::write(true, None);
        let root = maker.make([0, 0], [0, 0], NOW + 1000, &[(oid::BASIC_CONSTRAINTS, ca.clone())]);
        let (mut good, mut bad) = (0, 0);
        for round in 0..3000 {
            // An authority has a name and, mostly, the key of that number.
            let key = |c: &mut Choices, name: usize| if c.one_in(8) { 1 + c.below(4) } else { name };
            let mut chain = Vec::new();
            for _ in 0..1 + c.below(4) {
                let (issuer, subject) = (c.below(3), 1 + c.below(3));
                let until = if c.one_in(6) { NOW - 1000 } else { NOW + 1000 };
                let mut extensions = Vec::new();
                if !c.one_in(8) {
                    extensions.push((oid::BASIC_CONSTRAINTS, ca.clone()));
                }
                let limits = [trees(&mut c), trees(&mut c)];
                if c.one_in(2) && limits.iter().any(|l| !l.is_empty()) {
                    let value = ext::name_constraints::write(&limits[0], &limits[1]);
                    extensions.push((oid::NAME_CONSTRAINTS, value));
                }
                let keys = [if issuer == 0 { 0 } else { key(&mut c, issuer) }, key(&mut c, subject)];
                chain.push(maker.make([issuer, subject], keys, until, &extensions));
            }
            let issuer = c.below(4);
            let names = alt_names(&mut c);
            let leaf = maker.make([issuer, 9], [issuer, 4], NOW + 1000, &[(oid::SUBJECT_ALT_NAME, names)]);
            chain.insert(0, leaf);
            let mut list = TrustList::new();
            list.add(&root);
            let params = VerifyParams { now: NOW, ..Default::default() };
            let status = list.verify(&chain, &params);
            let other = accepts(&root, &chain.iter().collect::<Vec<_>>(), NOW);
            assert_eq!(status.is_empty(), other, "round {round}: {status:?}");
            *if other { &mut good } else { &mut bad } += 1;
        }
        assert!(good > 300 && bad > 300, "{good} {bad}");
    }
}
