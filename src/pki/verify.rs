//! Is this chain good? Path validation with GnuTLS's status bits, flags, profiles and purposes.
//!
//! [`verify`] reads as the table of contents: order the chain, cut it at what is trusted, check each
//! certificate from the anchor down, then revocation, purpose and the peer's name.
use super::cert::{Certificate, pss_parameters};
use super::crl::Crl;
use super::trust::TrustList;
use super::{constraints, hostname, level};
use crate::abi::*;
use crate::alg::{Digest, Sign};
use crate::asn1::oid;
use crate::crypto::keys::{PssParams, PublicKey};
use crate::error::{Result, err};

/// A longer chain is not looked at; no flag raises it.
pub const MAX_CHAIN: usize = 64;

/// What is asked about a chain.
#[derive(Clone, Copy, Default)]
pub struct VerifyParams<'a> {
    /// `GNUTLS_VERIFY_*` and a profile in the upper byte.
    pub flags: u32,
    /// Seconds since 1970.
    pub now: i64,
    pub hostname: Option<&'a [u8]>,
    pub ip: Option<&'a [u8]>,
    pub email: Option<&'a [u8]>,
    /// An encoded object identifier.
    pub purpose: Option<&'a [u8]>,
}

/// One step of the verification, for `gnutls_verify_output_function`.
pub struct Step<'a> {
    pub cert: &'a Certificate,
    pub issuer: Option<&'a Certificate>,
    pub crl: Option<&'a Crl>,
    pub status: u32,
}

pub type Observer<'a> = &'a mut dyn FnMut(Step<'_>);

/// The status bits of a chain, end certificate first; 0 if it is good.
pub fn verify(
    list: &TrustList,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    observer: Observer<'_>,
) -> u32 {
    let Some(leaf) = chain.first() else { return GNUTLS_CERT_INVALID | GNUTLS_CERT_SIGNER_NOT_FOUND };
    let path = cut(list, order(chain, params.flags));
    let mut status = if path.iter().any(|c| list.is_blocked(c)) {
        GNUTLS_CERT_REVOKED
    } else if is_named(list, leaf, params) {
        check_time(leaf, params)
    } else {
        verify_path(list, &path, params, observer)
    };
    if let Some(purpose) = params.purpose {
        // An authority must name the purpose itself; "any" suffices at the end alone.
        if !path.iter().enumerate().all(|(i, c)| hostname::has_purpose(c, purpose, i == 0)) {
            status |= GNUTLS_CERT_PURPOSE_MISMATCH;
        }
    }
    if params
        .hostname
        .is_some_and(|h| !hostname::matches_host(leaf, h, params.flags) && !is_named(list, leaf, params))
        || params.ip.is_some_and(|ip| !hostname::matches_ip(leaf, ip))
        || params.email.is_some_and(|e| !hostname::matches_email(leaf, e))
    {
        status |= GNUTLS_CERT_UNEXPECTED_OWNER;
    }
    if status != 0 { status | GNUTLS_CERT_INVALID } else { 0 }
}

/// True if the certificate was named for just this host.
fn is_named(list: &TrustList, leaf: &Certificate, params: &VerifyParams<'_>) -> bool {
    params.hostname.is_some_and(|h| list.named(h).any(|c| c == leaf))
}

/// The chain from the end certificate upwards, each followed by its issuer; what does not belong falls out.
pub fn order(chain: &[Certificate], flags: u32) -> Vec<Certificate> {
    let chain = &chain[..chain.len().min(MAX_CHAIN)];
    let mut out = vec![chain[0].clone()];
    let mut used = vec![false; chain.len()];
    used[0] = true;
    loop {
        let last = &out[out.len() - 1];
        if last.is_root() && out.len() > 1 {
            return out;
        }
        let next = if flags & GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN != 0 {
            chain.get(out.len()).filter(|c| last.names_issuer(c)).map(|_| out.len())
        } else {
            (0..chain.len()).find(|&i| !used[i] && last.names_issuer(&chain[i]) && *last != chain[i])
        };
        let Some(i) = next else { return out };
        used[i] = true;
        out.push(chain[i].clone());
    }
}

/// Drops a root at the end, and everything from the first authority on that is itself trusted.
fn cut(list: &TrustList, mut path: Vec<Certificate>) -> Vec<Certificate> {
    if path.len() > 1 && path.last().is_some_and(Certificate::is_root) {
        path.pop();
    }
    if let Some(i) = (1..path.len()).find(|&i| list.trusts_key_of(&path[i])) {
        path.truncate(i);
    }
    path
}

fn verify_path(
    list: &TrustList,
    path: &[Certificate],
    params: &VerifyParams<'_>,
    observer: Observer<'_>,
) -> u32 {
    let flags = params.flags;
    let leaf = &path[0];
    let mut status;
    let same = flags & GNUTLS_VERIFY_DO_NOT_ALLOW_SAME == 0
        && path.len() == 1
        && !has_unknown_critical(leaf, flags)
        && list.contains(leaf);
    if same {
        status =
            if flags & GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS == 0 { check_time(leaf, params) } else { 0 };
        if !level::is_acceptable(leaf, None, true, flags) {
            status |= GNUTLS_CERT_INSECURE_ALGORITHM;
        }
        observer(Step {
            cert: leaf,
            issuer: list.find(leaf).as_ref(),
            crl: None,
            status: with_invalid(status),
        });
        if !leaf.is_self_issued() {
            return status;
        }
    } else {
        let anchor = list.issuer_of(&path[path.len() - 1], params.now);
        status = 0;
        for i in (0..path.len()).rev() {
            let issuer = path.get(i + 1).or(anchor.as_ref());
            let above = || path[i + 1..].iter().chain(anchor.as_ref());
            status = check_step(&path[i], issuer, i, i + 1 == path.len(), params);
            if i == 0 && issuer.is_some() && !constraints::allows(leaf, above()) {
                status |= GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE;
            }
            observer(Step { cert: &path[i], issuer, crl: None, status: with_invalid(status) });
            if status != 0 {
                break;
            }
        }
    }
    if status == 0 && flags & GNUTLS_VERIFY_DISABLE_CRL_CHECKS == 0 {
        status = check_revocation(list, path, observer);
    }
    status
}

fn with_invalid(status: u32) -> u32 {
    if status == 0 { 0 } else { status | GNUTLS_CERT_INVALID }
}

/// One certificate under its issuer. `below`: how many authorities stand between it and the end certificate,
/// itself included; `trusted`: the issuer is an anchor.
fn check_step(
    cert: &Certificate,
    issuer: Option<&Certificate>,
    below: usize,
    trusted: bool,
    params: &VerifyParams<'_>,
) -> u32 {
    let flags = params.flags;
    let mut status = check_time(cert, params);
    match issuer {
        None => status |= GNUTLS_CERT_SIGNER_NOT_FOUND,
        Some(issuer) => {
            if flags & GNUTLS_VERIFY_DISABLE_CA_SIGN == 0 {
                status |= check_authority(issuer, below, trusted, flags);
            }
            if check_signature(cert, issuer).is_err() {
                status |= GNUTLS_CERT_SIGNATURE_FAILURE;
            }
            if trusted && flags & GNUTLS_VERIFY_DISABLE_TRUSTED_TIME_CHECKS == 0 {
                status |= check_time(issuer, params);
            }
            if has_unknown_critical(issuer, flags) {
                status |= GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS;
            }
        }
    }
    if below == 0 && has_unknown_critical(cert, flags) {
        status |= GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS;
    }
    let broken = cert.signature_algorithm().is_some_and(|s| level::is_broken(s, flags));
    if broken || !level::is_acceptable(cert, issuer, false, flags) {
        status |= GNUTLS_CERT_INSECURE_ALGORITHM;
    }
    status
}

fn check_time(cert: &Certificate, params: &VerifyParams<'_>) -> u32 {
    if params.flags & GNUTLS_VERIFY_DISABLE_TIME_CHECKS != 0 {
        0
    } else if params.now < cert.not_before() {
        GNUTLS_CERT_NOT_ACTIVATED
    } else if params.now > cert.not_after() {
        GNUTLS_CERT_EXPIRED
    } else {
        0
    }
}

/// May this certificate sign others, and that many of them in a row?
fn check_authority(issuer: &Certificate, below: usize, trusted: bool, flags: u32) -> u32 {
    let mut status = 0;
    match issuer.basic_constraints() {
        // Roots from before version 3 say nothing about themselves.
        None => {
            let old_root =
                trusted && issuer.is_self_issued() && flags & GNUTLS_VERIFY_DO_NOT_ALLOW_X509_V1_CA_CRT == 0;
            if !old_root && flags & GNUTLS_VERIFY_ALLOW_ANY_X509_V1_CA_CRT == 0 {
                return GNUTLS_CERT_SIGNER_NOT_CA;
            }
        }
        Some(Ok(c)) if c.ca => {
            if c.path_len.is_some_and(|max| (max as usize) < below) {
                status |= GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE;
            }
        }
        Some(_) => return GNUTLS_CERT_SIGNER_NOT_CA,
    }
    if issuer.key_usage().is_some_and(|u| u & GNUTLS_KEY_KEY_CERT_SIGN == 0) {
        status |= GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE;
    }
    status
}

/// The extensions that are understood or need no understanding for TLS.
fn has_unknown_critical(cert: &Certificate, flags: u32) -> bool {
    const KNOWN: &[&[u8]] = &[
        oid::BASIC_CONSTRAINTS,
        oid::KEY_USAGE,
        oid::SUBJECT_ALT_NAME,
        oid::EXTENDED_KEY_USAGE,
        oid::NAME_CONSTRAINTS,
        oid::AUTHORITY_KEY_ID,
        oid::SUBJECT_KEY_ID,
        oid::ISSUER_ALT_NAME,
        oid::CRL_DISTRIBUTION_POINTS,
        oid::CERTIFICATE_POLICIES,
        oid::INHIBIT_ANY_POLICY,
        oid::AUTHORITY_INFO_ACCESS,
        oid::PROXY_CERT_INFO,
        oid::TLS_FEATURES,
    ];
    flags & GNUTLS_VERIFY_IGNORE_UNKNOWN_CRIT_EXTENSIONS == 0
        && cert.extensions().any(|e| e.critical && !KNOWN.contains(&e.oid))
}

/// Did this issuer sign the certificate?
pub fn check_signature(cert: &Certificate, issuer: &Certificate) -> Result<()> {
    let key = issuer.public_key()?;
    let signed = cert.signed()?;
    check_signed(&key, signed.algorithm, signed.message, signed.signature)
}

/// Checks a signature under an AlgorithmIdentifier, with the parameters of RSA-PSS.
pub fn check_signed(key: &PublicKey, algorithm: &[u8], message: &[u8], signature: &[u8]) -> Result<()> {
    match super::cert::signature_algorithm(algorithm) {
        Some(s @ (Sign::RsaPssSha256 | Sign::RsaPssSha384 | Sign::RsaPssSha512)) => {
            let salt = pss_parameters(algorithm)?.salt_len as usize;
            let digest = match s {
                Sign::RsaPssSha256 => Digest::Sha256,
                Sign::RsaPssSha384 => Digest::Sha384,
                _ => Digest::Sha512,
            };
            key.verify_pss(PssParams { digest, salt }, message, signature)
        }
        Some(sign) => key.verify(sign, message, signature),
        None => err(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM),
    }
}

/// Is any certificate of the path on the list of its issuer?
fn check_revocation(list: &TrustList, path: &[Certificate], observer: Observer<'_>) -> u32 {
    for cert in path {
        if let Some(crl) = list.crl_of(cert.issuer()) {
            if crl.revokes(cert.serial()) {
                let status = with_invalid(GNUTLS_CERT_REVOKED);
                observer(Step { cert, issuer: None, crl: Some(crl), status });
                return status;
            }
        }
    }
    0
}

/// The status of a CRL under the authorities of `list` (`gnutls_x509_crl_verify`).
pub fn verify_crl(crl: &Crl, issuers: &[Certificate], flags: u32, now: i64) -> u32 {
    let key_id = crl
        .extension(oid::AUTHORITY_KEY_ID)
        .and_then(|e| super::extensions::authority_key_id(e.value).ok()?.key_id);
    let issuer = issuers.iter().find(|c| {
        c.subject() == crl.issuer() && !matches!((key_id, c.subject_key_id()), (Some(a), Some(s)) if a != s)
    });
    let mut status = 0;
    match issuer {
        None => status |= GNUTLS_CERT_SIGNER_NOT_FOUND,
        Some(issuer) => {
            if flags & GNUTLS_VERIFY_DISABLE_CA_SIGN == 0 {
                if !issuer.is_ca() {
                    status |= GNUTLS_CERT_SIGNER_NOT_CA;
                } else if issuer.key_usage().is_some_and(|u| u & GNUTLS_KEY_CRL_SIGN == 0) {
                    status |= GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE;
                }
            }
            let good = crl.signed().and_then(|s| {
                check_signed(&issuer.public_key()?, s.algorithm, s.message, s.signature)
            });
            if good.is_err() {
                status |= GNUTLS_CERT_SIGNATURE_FAILURE;
            }
        }
    }
    if crl.signature_algorithm().is_some_and(|s| level::is_broken(s, flags)) {
        status |= GNUTLS_CERT_INSECURE_ALGORITHM;
    }
    if flags & GNUTLS_VERIFY_DISABLE_TIME_CHECKS == 0 {
        if crl.this_update() > now {
            status |= GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE;
        }
        if crl.next_update().is_some_and(|t| t < now) {
            status |= GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED;
        }
    }
    with_invalid(status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::pem;
    use rustls_pki_types::{CertificateDer, ServerName, UnixTime};

    fn read(text: &[u8]) -> Certificate {
        Certificate::from_der(&pem::decode(Some("CERTIFICATE"), text).unwrap()).unwrap()
    }

    /// The second opinion: does webpki accept the chain for a TLS server of this name?
    fn second_opinion(anchor: &Certificate, chain: &[&Certificate], now: i64, host: &str) -> bool {
        let ders: Vec<CertificateDer<'_>> = chain.iter().map(|c| CertificateDer::from(c.der())).collect();
        let root = CertificateDer::from(anchor.der());
        let anchors = [webpki::anchor_from_trusted_cert(&root).unwrap()];
        let leaf = webpki::EndEntityCert::try_from(&ders[0]).unwrap();
        let time = UnixTime::since_unix_epoch(core::time::Duration::from_secs(now as u64));
        let usage = webpki::KeyUsage::server_auth();
        let algorithms = webpki::ALL_VERIFICATION_ALGS;
        let name = ServerName::try_from(host).unwrap();
        leaf.verify_for_usage(algorithms, &anchors, &ders[1..], time, usage, None, None).is_ok()
            && leaf.verify_is_valid_for_subject_name(&name).is_ok()
    }

    #[test]
    fn webpki_agrees() {
        let root = read(include_bytes!("testdata/root.pem"));
        let inter = read(include_bytes!("testdata/inter.pem"));
        let leaf = read(include_bytes!("testdata/leaf.pem"));
        let expired = read(include_bytes!("testdata/expired.pem"));
        let other = read(include_bytes!("testdata/p384.pem"));
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
            list.add(anchor).unwrap();
            let purpose = Some(hostname::TLS_SERVER);
            let params = VerifyParams { now, hostname: Some(host.as_bytes()), purpose, ..Default::default() };
            let path: Vec<Certificate> = chain.iter().map(|c| (*c).clone()).collect();
            let status = list.verify(&path, &params);
            assert_eq!(status == 0, second_opinion(anchor, &chain, now, host), "{status:#x} {host} {now}");
        }
    }
}
