//! Whether an OCSP response that came with a certificate counts, and what it says; and the verification of one on its own.
use super::{Responder, Response, SUCCESSFUL, Statement};
use crate::abi::*;
use crate::alg::flags::{CertificateStatus, KeyUsage, VerifyFlags};
use crate::error::{INVALID_REQUEST, err};
use crate::pki::cert::{Certificate, signature_algorithm};
use crate::pki::verify::trust::TrustList;
use crate::pki::verify::{VerifyParams, check_signature, check_signed, profile};

/// How long a response without nextUpdate counts, in seconds, as in GnuTLS.
pub const WITHOUT_END: i64 = 15 * 86_400;

/// id-kp-OCSPSigning.
const OCSP_SIGNING: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 9];

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// The certificate is not revoked.
    Good,
    /// The responder does not know the certificate.
    Unknown,
    /// There is no response, or the responder could not answer.
    Silent(&'static str),
    /// The response does not count, or the certificate is revoked: the status, and why.
    Bad(CertificateStatus, String),
}

fn bad(why: impl Into<String>) -> Checked {
    Checked::Bad(CertificateStatus::INVALID_OCSP_STATUS, why.into())
}

/// Checks a response for a certificate (RFC 6960 section 3.2). `issuer` is the certificate's issuer.
pub fn check(
    der: &[u8],
    cert: &Certificate,
    issuer: Option<&Certificate>,
    flags: VerifyFlags,
    now: i64,
) -> Checked {
    let Ok(response) = Response::from_der(der) else { return bad("it cannot be read") };
    if response.code() != SUCCESSFUL {
        return Checked::Silent("the responder could not answer");
    }
    if response.version() != Ok(1) {
        return bad("its version is unknown");
    }
    let Some(issuer) = issuer else { return bad("the issuer of the certificate is unknown") };
    let Some(answer) = response.answer_for(cert, Some(issuer)) else {
        return bad("it is for another certificate");
    };
    if let Err(why) = check_signer(&response, issuer, flags, now) {
        return bad(why);
    }
    if let Statement::Revoked { .. } = answer.statement {
        return Checked::Bad(CertificateStatus::REVOKED, "it says that the certificate is revoked".into());
    }
    if expiry(answer.this_update, answer.next_update) < now {
        return Checked::Bad(CertificateStatus::REVOCATION_DATA_SUPERSEDED, "it is too old".into());
    }
    match answer.statement {
        Statement::Unknown => Checked::Unknown,
        _ => Checked::Good,
    }
}

/// When an answer stops to count, in seconds since 1970.
pub fn expiry(this_update: i64, next_update: Option<i64>) -> i64 {
    next_update.unwrap_or(this_update.saturating_add(WITHOUT_END))
}

/// Checks the signature: by the issuer itself, or by a key to which it has issued a certificate for that purpose (RFC 6960
/// section 4.2.2.2).
fn check_signer(
    response: &Response,
    issuer: &Certificate,
    flags: VerifyFlags,
    now: i64,
) -> Result<(), &'static str> {
    const UNREADABLE: &str = "its signature cannot be read";
    let responder = response.responder().map_err(|_| UNREADABLE)?;
    let signer = match responder.is(issuer) {
        true => issuer.clone(),
        false => delegate(response, responder, issuer, flags, now)?,
    };
    let (message, algorithm, signature) = response.signed().map_err(|_| UNREADABLE)?;
    let Some(sign) = signature_algorithm(algorithm) else {
        return Err("its signature algorithm is unknown");
    };
    if profile::is_broken(sign, flags) {
        return Err("its signature algorithm is not secure enough");
    }
    signer
        .public_key()
        .and_then(|key| check_signed(&key, algorithm, message, signature))
        .map_err(|_| "its signature is wrong")
}

/// The certificate of a responder that signs for the issuer.
fn delegate(
    response: &Response,
    responder: Responder<'_>,
    issuer: &Certificate,
    flags: VerifyFlags,
    now: i64,
) -> Result<Certificate, &'static str> {
    let Some(found) = response.certificates().find(|c| responder.is(c)) else {
        return Err("it is not signed by the issuer, and has no certificate of its signer");
    };
    if !may_sign(&found) {
        return Err("its signer may not sign OCSP responses");
    }
    if !found.names_issuer(issuer) || check_signature(&found, issuer).is_err() {
        return Err("its signer is not certified by the issuer of the certificate");
    }
    if !found.may(KeyUsage::DIGITAL_SIGNATURE) {
        return Err("the key usage of its signer does not allow it");
    }
    let timeless = flags.contains(VerifyFlags::DISABLE_TIME_CHECKS);
    if !timeless && !(found.not_before()..=found.not_after()).contains(&now) {
        return Err("the certificate of its signer is not valid at this time");
    }
    let weak = found.signature_algorithm().is_none_or(|s| profile::is_broken(s, flags));
    if weak || !profile::is_acceptable(&found, Some(issuer), false, flags) {
        return Err("the certificate of its signer is not secure enough");
    }
    Ok(found)
}

/// Why the verification of a response fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    SignerNotFound,
    KeyUsage,
    UntrustedSigner,
    InsecureAlgorithm,
    SignatureFailure,
    NotActivated,
    Expired,
}

/// The result of a verification, or the error that there is none.
pub type Verified = crate::error::Result<Result<(), Reason>>;

/// Verifies a response by its issuer, or by a signer whose certificate is in the response and which the issuer has certified for
/// that purpose (`gnutls_ocsp_resp_verify_direct`).
pub fn verify_direct(response: &Response, issuer: &Certificate, flags: VerifyFlags, now: i64) -> Verified {
    if !response.is_basic() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
    let Some(signer) = response.own_signer().filter(|signer| *signer != issuer) else {
        return check_signed_by(response, issuer, flags);
    };
    let mut list = TrustList::new();
    list.add(issuer);
    match check_delegate(signer, &list, None, flags, now) {
        Ok(()) => check_signed_by(response, signer, flags),
        refused => Ok(refused),
    }
}

/// Verifies a response whose signer is trusted, or is certified for that purpose by a trusted authority
/// (`gnutls_ocsp_resp_verify`).
pub fn verify(response: &Response, trust: &TrustList, flags: VerifyFlags, now: i64) -> Verified {
    let Some(signer) = response.own_signer() else { return verify_by_anchors(response, trust, flags) };
    if !trust.contains(signer)
        && let refused @ Err(_) = check_delegate(signer, trust, Some(OCSP_SIGNING), flags, now)
    {
        return Ok(refused);
    }
    check_signed_by(response, signer, flags)
}

/// Verifies a response that does not have its signer's certificate.
fn verify_by_anchors(response: &Response, trust: &TrustList, flags: VerifyFlags) -> Verified {
    let mut result = Ok(Err(Reason::SignerNotFound));
    let Ok(responder) = response.responder() else { return result };
    let anchors: Vec<&Certificate> = match responder {
        Responder::Name(name) => trust.with_subject(name).collect(),
        Responder::Key(_) => trust.anchors().filter(|anchor| responder.is(anchor)).collect(),
    };
    // An authority may have had several keys.
    for anchor in anchors {
        result = check_signed_by(response, anchor, flags);
        if result == Ok(Ok(())) {
            break;
        }
    }
    result
}

/// Whether a signer is certified by an anchor, and for OCSP. A certificate for any purpose does not suffice (RFC 6960 section
/// 4.2.2.2).
fn check_delegate(
    signer: &Certificate,
    trust: &TrustList,
    purpose: Option<&[u8]>,
    flags: VerifyFlags,
    now: i64,
) -> Result<(), Reason> {
    let params = VerifyParams { flags, now, purpose, plain_list: true, ..VerifyParams::default() };
    let status = trust.verify(core::slice::from_ref(signer), &params);
    if status.contains(CertificateStatus::INSECURE_ALGORITHM) {
        Err(Reason::InsecureAlgorithm)
    } else if status.contains(CertificateStatus::NOT_ACTIVATED) {
        Err(Reason::NotActivated)
    } else if status.contains(CertificateStatus::EXPIRED) {
        Err(Reason::Expired)
    } else if !status.is_empty() {
        Err(Reason::UntrustedSigner)
    } else if !may_sign(signer) {
        Err(Reason::KeyUsage)
    } else {
        Ok(())
    }
}

fn may_sign(signer: &Certificate) -> bool {
    matches!(signer.key_purposes(), Some(Ok(list)) if list.contains(&OCSP_SIGNING))
}

/// Verifies the signature with the key of a certificate that may sign it. SHA-1 suffices, as in GnuTLS.
fn check_signed_by(response: &Response, signer: &Certificate, flags: VerifyFlags) -> Verified {
    let (message, algorithm, signature) = response.signed()?;
    let sign = signature_algorithm(algorithm).ok_or(INVALID_REQUEST)?;
    let key = signer.public_key()?;
    if !sign.accepts_key(key.pk()) {
        return err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
    }
    if check_signed(&key, algorithm, message, signature).is_err() {
        return Ok(Err(Reason::SignatureFailure));
    }
    if profile::is_broken(sign, flags | VerifyFlags::ALLOW_SIGN_WITH_SHA1) {
        return err(GNUTLS_E_INSUFFICIENT_SECURITY);
    }
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::pem;

    const RESPONSE: &[u8] = include_bytes!("../testdata/ocsp.der");

    fn authority() -> Certificate {
        let text = include_bytes!("../testdata/ca.pem");
        Certificate::from_der(&pem::decode(Some("CERTIFICATE"), text).unwrap()).unwrap()
    }

    /// 2026-11-29 01:57:49, when openssl made the response, which counts for 30 days.
    const MADE: i64 = 1_795_917_469;
    const DAY: i64 = 86_400;

    fn checked(der: &[u8], now: i64) -> Checked {
        let ca = authority();
        check(der, &ca, Some(&ca), VerifyFlags::empty(), now)
    }

    #[test]
    fn a_response_counts_until_its_next_update() {
        assert_eq!(checked(RESPONSE, MADE), Checked::Good);
        assert_eq!(checked(RESPONSE, MADE + 30 * DAY), Checked::Good);
        assert!(matches!(
            checked(RESPONSE, MADE + 30 * DAY + 1),
            Checked::Bad(CertificateStatus::REVOCATION_DATA_SUPERSEDED, _)
        ));
        let response = Response::from_der(RESPONSE).unwrap();
        assert_eq!(response.produced_at().unwrap(), MADE);
        assert_eq!(response.answers().count(), 1);
    }

    #[test]
    fn no_part_of_it_and_nothing_else_counts() {
        for n in 0..RESPONSE.len() {
            assert!(matches!(checked(&RESPONSE[..n], MADE), Checked::Bad(..)), "{n}");
        }
        assert!(matches!(checked(&[RESPONSE, &[0]].concat(), MADE), Checked::Bad(..)));
        for i in 0..RESPONSE.len() {
            for bit in [1, 0x80] {
                let mut changed = RESPONSE.to_vec();
                changed[i] ^= bit;
                assert!(!matches!(checked(&changed, MADE), Checked::Good), "byte {i}");
            }
        }
    }

    #[test]
    fn without_an_issuer_it_does_not_count() {
        let ca = authority();
        assert!(matches!(check(RESPONSE, &ca, None, VerifyFlags::empty(), MADE), Checked::Bad(..)));
    }
}
