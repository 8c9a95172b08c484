//! Certificate credentials.
use core::ffi::c_void;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::abi::*;
use crate::alg::flags::CertificateStatus;
use crate::alg::{CertType, Pk};
use crate::capi::ffi::function::Function;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::ffi::time;
use crate::capi::object::dh_params::CredentialGroup;
use crate::capi::object::pin::Pin;
use crate::capi::object::pubkey::free_pcert;
use crate::capi::object::trust_list::{OwnedList, complete_chain};
use crate::crypto::keys::PublicKey;
use crate::error::{Error, Result, err};
use crate::log::{self, DECISION, FAILURE, log, reason};
use crate::pki::cert::Certificate;
use crate::pki::describe::Described;
use crate::pki::verify::explain::explain;
use crate::pki::verify::trust::TrustList;
use crate::pki::verify::{Observer, VerifyParams};
use crate::session::credentials::{KeyPair, SigningKey};
use crate::session::lock;

/// The object of a `gnutls_certificate_credentials_t`. Sessions read it; according to the manual the
/// application only changes it while no session uses it.
pub struct CertificateCredentials {
    pub pairs: Vec<KeyPair>,
    pub trust: OwnedList,
    pub flags: c_uint,
    pub verify_flags: c_uint,
    /// Maximum length of a chain and maximum key size (`gnutls_certificate_set_verify_limits`).
    pub max_depth: usize,
    pub max_bits: u32,
    pub verify: Function<Option<gnutls_certificate_verify_function>>,
    pub retrieve: Mutex<Retrieve>,
    /// The function that gives OCSP responses, and those for the pairs of an index.
    pub status: StatusFunction,
    pub status_of_pairs: HashMap<usize, StatusFunction>,
    pub dh: CredentialGroup,
    pub pin: Pin,
    /// Structs whose ownership the application has transferred. It may still access what they point to.
    pub given: Vec<OwnedPcert>,
}

// SAFETY: `gnutls_certificate_allocate_credentials` makes every handle.
unsafe impl Opaque for gnutls_certificate_credentials_st {
    type Object = CertificateCredentials;
}

/// A function of the application that gives an OCSP response, and its pointer.
#[derive(Clone, Copy)]
pub struct StatusFunction {
    pub function: gnutls_status_request_ocsp_func,
    pub ptr: *mut c_void,
}

impl Default for StatusFunction {
    fn default() -> Self {
        StatusFunction { function: None, ptr: core::ptr::null_mut() }
    }
}

/// A certificate struct that is owned by this library.
pub struct OwnedPcert(pub gnutls_pcert_st);

impl Drop for OwnedPcert {
    fn drop(&mut self) {
        // SAFETY: filled by this library, and freed only here.
        unsafe { free_pcert(&mut self.0) };
    }
}

/// The selection of the certificate in the handshake, as last set by the application.
#[derive(Clone, Copy, Default)]
pub enum Retrieve {
    /// The library selects one of the pairs of the credentials.
    #[default]
    Loaded,
    First(gnutls_certificate_retrieve_function),
    Second(gnutls_certificate_retrieve_function2),
    Third(gnutls_certificate_retrieve_function3),
}

/// # Safety
/// `res` is NULL or from `gnutls_certificate_allocate_credentials`, not freed, not used by another thread.
pub unsafe fn get_credentials_mut<'a>(
    res: gnutls_certificate_credentials_t,
) -> Result<&'a mut CertificateCredentials> {
    // SAFETY: `res` is NULL or a live handle.
    unsafe { opaque::get_mut(res) }
}

/// The verify function of credentials that may be NULL.
pub(crate) fn credentials_verify_function(
    credentials: gnutls_certificate_credentials_t,
) -> Option<gnutls_certificate_verify_function> {
    // SAFETY: the credentials outlive the session (manual: `gnutls_credentials_set`).
    unsafe { opaque::get(credentials) }.ok().and_then(|c| c.verify.get())
}

pub(crate) fn credentials_verify_flags(credentials: gnutls_certificate_credentials_t) -> c_uint {
    // SAFETY: the credentials outlive the session (manual: `gnutls_credentials_set`).
    unsafe { opaque::get(credentials) }.map_or(0, |c| c.verify_flags)
}

/// Verifies a chain with the trust list of the credentials.
pub(crate) fn verify_chain(
    credentials: gnutls_certificate_credentials_t,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    observer: Observer<'_>,
) -> Result<c_uint> {
    // SAFETY: the credentials outlive the session (manual: `gnutls_credentials_set`).
    let c: &CertificateCredentials = unsafe { opaque::get(credentials) }?;
    if c.max_depth != 0 && chain.len() > c.max_depth {
        return Err(reason!(
            Error::new(GNUTLS_E_CONSTRAINT_ERROR),
            "the peer's chain has {} certificates, more than the {} that the application allows",
            chain.len(),
            c.max_depth
        ));
    }
    // The limit bounds the work (manual: gnutls_certificate_set_verify_limits), which is constant for ML-DSA.
    let too_long = |k: PublicKey| k.bits() > c.max_bits && !k.pk().is_mldsa();
    if c.max_bits != 0 && chain.iter().any(|certificate| certificate.public_key().is_ok_and(too_long)) {
        return Err(reason!(
            Error::new(GNUTLS_E_CONSTRAINT_ERROR),
            "a key in the peer's chain has more than the {} bits that the application allows",
            c.max_bits
        ));
    }
    let mut chain = chain.to_vec();
    // SAFETY: the list lives as long as the credentials.
    unsafe { complete_chain(c.trust.handle(), &mut chain)? };
    // SAFETY: as above; the application's function may have changed the credentials.
    let c: &CertificateCredentials = unsafe { opaque::get(credentials) }?;
    Ok(verify_explained(&c.trust.list, &chain, params, observer).bits())
}

/// The trusted authority that issued a certificate.
pub(crate) fn trusted_issuer(
    credentials: gnutls_certificate_credentials_t,
    cert: &Certificate,
    now: i64,
) -> Option<Certificate> {
    // SAFETY: the credentials outlive the session (manual: `gnutls_credentials_set`).
    let found: Result<&CertificateCredentials> = unsafe { opaque::get(credentials) };
    found.ok()?.trust.list.issuer_of(cert, now)
}

/// Verifies a chain, and keeps the reason if it is not accepted.
pub(crate) fn verify_explained(
    list: &TrustList,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    observer: Observer<'_>,
) -> CertificateStatus {
    let status = list.verify_observed(chain, params, observer);
    if !status.is_empty() && log::keeps_reasons() {
        let why = explain(list, chain, params, status);
        log::set_reason(
            GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR,
            format_args!("the certificate is not accepted: {why}"),
        );
    }
    status
}

/// Like [`verify_explained`], for an entry without a session, which writes the reason.
pub(crate) fn verify_reported(
    entry: &str,
    list: &TrustList,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    observer: Observer<'_>,
) -> u32 {
    let status = verify_explained(list, chain, params, observer);
    if !status.is_empty()
        && let Some((why, _)) = log::take_reason(GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR)
    {
        log!(FAILURE, "{entry}: {why}");
    }
    status.bits()
}

/// The types of the certificates in the credentials; with a function of the application it may be any.
pub(crate) fn certificate_types(credentials: gnutls_certificate_credentials_t) -> Vec<CertType> {
    // SAFETY: the credentials outlive the session (manual: `gnutls_credentials_set`).
    let Ok(c): Result<&CertificateCredentials> = (unsafe { opaque::get(credentials) }) else {
        return Vec::new();
    };
    let asked = !matches!(*lock(&c.retrieve), Retrieve::Loaded);
    let has = |kind: &CertType| asked || c.pairs.iter().any(|pair| pair.kind() == *kind);
    [CertType::X509, CertType::Rawpk].into_iter().filter(has).collect()
}

/// The DER names of the CAs for a server's CertificateRequest.
pub(crate) fn credentials_ca_names(credentials: gnutls_certificate_credentials_t) -> Vec<Vec<u8>> {
    // SAFETY: the credentials outlive the session (manual: `gnutls_credentials_set`).
    let found: Result<&CertificateCredentials> = unsafe { opaque::get(credentials) };
    found.map_or_else(|_| Vec::new(), |c| c.trust.list.advertised().map(<[u8]>::to_vec).collect())
}

impl CertificateCredentials {
    /// Adds a chain and its key. Returns the index of the pair if `GNUTLS_CERTIFICATE_API_V2` is set,
    /// otherwise 0.
    pub fn add(&mut self, chain: Vec<Certificate>, key: Arc<dyn SigningKey>) -> Result<c_int> {
        let Some(leaf) = chain.first() else { return err(GNUTLS_E_NO_CERTIFICATE_FOUND) };
        if leaf.is_raw_key() {
            log!(DECISION, "the credentials get a raw public key");
        } else if log::enabled(DECISION) {
            let now = time::now();
            let valid = match () {
                () if now > leaf.not_after() => "; its time is over, and peers will not accept it",
                () if now < leaf.not_before() => "; its time has not come, and peers will not accept it",
                () => "",
            };
            log!(DECISION, "the credentials get a certificate and key ({}){valid}", Described(leaf));
        }
        if self.flags & GNUTLS_CERTIFICATE_SKIP_KEY_CERT_MATCH == 0
            && let Some(key) = key.private_key()
        {
            let of_leaf = leaf.public_key()?;
            let pss = of_leaf.pk() == Pk::RsaPss && key.pk() == Pk::Rsa;
            let same = match (of_leaf.rsa_components(), key.public().rsa_components()) {
                (Some(a), Some(b)) => a == b,
                _ => of_leaf.spki() == key.public().spki(),
            };
            if !same || (of_leaf.pk() != key.pk() && !pss) {
                return Err(reason!(
                    Error::new(GNUTLS_E_CERTIFICATE_KEY_MISMATCH),
                    "the private key ({}) is not that of the first certificate ({}, {})",
                    key.pk().name(),
                    of_leaf.pk().name(),
                    Described(leaf)
                ));
            }
        }
        self.pairs.push(KeyPair { chain, key, names: Vec::new(), usage: None, staples: Vec::new() });
        let index = self.pairs.len() as c_int - 1;
        Ok(if self.flags & GNUTLS_CERTIFICATE_API_V2 != 0 { index } else { 0 })
    }
}
