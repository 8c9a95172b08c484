//! Verification of the peer's certificate.
use core::sync::atomic::Ordering::Relaxed;

use crate::abi::*;
use crate::alg::Kx;
use crate::alg::flags::{CertificateStatus, VerifyFlags};
use crate::asn1::oid;
use crate::capi::ffi::time;
use crate::capi::object::application::{Verifier, VerifyCert};
use crate::capi::object::certificate_credentials::{credentials_verify_flags, trusted_issuer, verify_chain};
use crate::capi::object::session::{SessionObject, key_exchange};
use crate::capi::object::verify_request::VerifyRequest;
use crate::capi::object::verify_steps::Steps;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::log::{self, DECISION, log, reason};
use crate::pki::cert::Certificate;
use crate::pki::describe::Described;
use crate::pki::ext::tls_features;
use crate::pki::ocsp::verify::{Checked, check};
use crate::pki::verify::VerifyParams;
use crate::session::lock;

/// Verifies the peer's chain with the credentials of the session.
/// `wanted` is what the application wants of it, or why that is none.
pub fn verify_peer(h: &SessionObject, wanted: Result<VerifyRequest>) -> Result<c_uint> {
    let _scope = h.session.scope();
    let status = verified(h, wanted);
    match status {
        Ok(0) => log!(DECISION, "the peer's certificate is accepted"),
        Ok(_) => h.session.report_refused(GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR),
        Err(e) => h.session.report_refused(e.code()),
    }
    status
}

/// The status of the peer's chain. If it is not 0, the reason is kept under the code of a failed verification.
fn verified(h: &SessionObject, wanted: Result<VerifyRequest>) -> Result<c_uint> {
    let chain = h.session.parameters(|p| p.peer_chain.clone());
    if h.session.parameters(|p| p.suite.is_none()) {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    let without = |kx: Kx| kx.is_anonymous() || kx.is_psk() || kx.is_srp();
    if chain.is_empty() && h.session.parameters(key_exchange).is_some_and(without) {
        return Err(reason!(
            Error::new(GNUTLS_E_INVALID_REQUEST),
            "the key exchange has no certificate of the peer, so there is none to verify"
        ));
    }
    if chain.is_empty() {
        return Err(reason!(
            Error::new(GNUTLS_E_NO_CERTIFICATE_FOUND),
            "the peer has sent no certificate, so there is none to verify"
        ));
    }
    if chain[0].is_raw_key() {
        return Err(reason!(
            Error::new(GNUTLS_E_INVALID_REQUEST),
            "the peer has shown a raw public key, for which no CA vouches: compare it with the one that is known"
        ));
    }
    let credentials = lock(&h.application.credentials).certificate;
    if credentials.is_null() {
        return Err(reason!(
            Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS),
            "the session has no certificate credentials, so there is no CA to verify the peer with"
        ));
    }
    let config = h.session.config();
    let wanted = wanted?;
    let of_session = match &*lock(&h.application.verifier) {
        Verifier::Automatic(v) => v.flags,
        _ => 0,
    };
    let flags = credentials_verify_flags(credentials) | of_session | (config.policy.profile << 24);
    let params = VerifyParams {
        flags: VerifyFlags::from_bits_retain(flags) | config.policy.verify_flags,
        now: time::now(),
        ..wanted.params(0)
    };
    let mut steps = Steps::new(h.application.verify_output.get());
    let status = verify_chain(credentials, &chain, &params, &mut |step| steps.add(&step))?;
    steps.tell();
    let stapled = check_responses(h, credentials, &chain, &params);
    let both = CertificateStatus::from_bits_retain(status) | stapled;
    Ok(if both.is_empty() { 0 } else { (both | CertificateStatus::INVALID).bits() })
}

/// The number of status_request, which a certificate demands as a TLS feature (RFC 7633 section 4.2.3.1).
const STATUS_REQUEST: u32 = 5;

/// Checks the OCSP responses that came with the chain, and whether those came that the certificates demand.
fn check_responses(
    h: &SessionObject,
    credentials: gnutls_certificate_credentials_t,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
) -> CertificateStatus {
    h.ocsp_good.store(false, Relaxed);
    let mut status = CertificateStatus::empty();
    if params.flags.contains(VerifyFlags::DISABLE_CRL_CHECKS) {
        return status;
    }
    let server = h.session.role() == Role::Server;
    let (responses, asked) = h.session.parameters(|p| (p.ocsp.clone(), p.status_requested && !server));
    for (i, cert) in chain.iter().enumerate() {
        let response = responses.get(i).filter(|r| !r.is_empty());
        let checked = match response {
            Some(response) => {
                // The next one, unless the chain is in another order.
                let mut others = chain[i + 1..].iter().chain(&chain[..i]);
                let sent = others.find(|other| cert.names_issuer(other)).cloned();
                let issuer = sent.or_else(|| trusted_issuer(credentials, cert, params.now));
                check(response, cert, issuer.as_ref(), params.flags, params.now)
            }
            None => Checked::Silent("none came"),
        };
        match checked {
            Checked::Good if i == 0 => h.ocsp_good.store(true, Relaxed),
            Checked::Good => {}
            Checked::Unknown | Checked::Silent(_) => {
                let why = match checked {
                    Checked::Silent(why) => why,
                    _ => "the responder does not know the certificate",
                };
                if i == 0 && checked == Checked::Unknown {
                    // It counts as checked, as in GnuTLS, but not as what a certificate demands.
                    h.ocsp_good.store(true, Relaxed);
                }
                let demanded = asked && demands_status(cert);
                if demanded {
                    status |= CertificateStatus::MISSING_OCSP_STATUS;
                }
                if demanded || response.is_some() {
                    told(i, cert, why, demanded);
                }
            }
            Checked::Bad(bits, why) => {
                status |= bits;
                told(i, cert, &why, true);
            }
        }
    }
    status
}

/// Whether a certificate demands an OCSP response of the server.
fn demands_status(cert: &Certificate) -> bool {
    let features = cert.extension(oid::TLS_FEATURES).map(|e| tls_features::read(e.value));
    matches!(features, Some(Ok(list)) if list.contains(&STATUS_REQUEST))
}

/// Writes why an OCSP response does not count; `refused` if the certificate is not accepted for that reason.
#[cold]
fn told(i: usize, cert: &Certificate, why: &str, refused: bool) {
    if refused && log::keeps_reasons() {
        log::set_reason(
            GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR,
            format_args!(
                "the OCSP response for certificate {i} of the chain ({}) is not accepted: {why}",
                Described(cert)
            ),
        );
    } else {
        log!(DECISION, "the OCSP response for certificate {i} of the chain says nothing: {why}");
    }
}

/// The automatic verification that `gnutls_session_set_verify_cert` enables.
pub fn verify_automatically(h: &SessionObject, automatic: &VerifyCert) -> Result<()> {
    // SAFETY: the application's array outlives the session according to the manual.
    let wanted = unsafe {
        VerifyRequest::read(automatic.data as *const gnutls_typed_vdata_st, automatic.elements as usize)
    };
    let wanted = wanted.map(|w| match &automatic.hostname {
        Some(name) => w.with_host(name.clone()),
        None => w,
    });
    let failed = Error::new(GNUTLS_E_CERTIFICATE_ERROR);
    let status = verified(h, wanted).map_err(|e| reason!(failed, "{}", log::take_why(&e).0))?;
    h.verify_status.store(status, Relaxed);
    if status == 0 { Ok(()) } else { err(GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR) }
}
