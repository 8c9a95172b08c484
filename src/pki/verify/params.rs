//! What a verification is asked, and what it reports.
use crate::alg::flags::{CertificateStatus, VerifyFlags};
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;

/// The parameters of a chain verification.
#[derive(Clone, Copy, Default)]
pub struct VerifyParams<'a> {
    /// `GNUTLS_VERIFY_*` and a profile in the upper byte.
    pub flags: VerifyFlags,
    /// Seconds since 1970.
    pub now: i64,
    pub hostname: Option<&'a [u8]>,
    /// The name by which a certificate is found that is trusted for one name alone.
    pub pinned_name: Option<&'a [u8]>,
    pub ip: Option<&'a [u8]>,
    pub email: Option<&'a [u8]>,
    /// An encoded object identifier.
    pub purpose: Option<&'a [u8]>,
    /// The anchors are a plain list (`gnutls_x509_crt_list_verify`): the path ends at its first certificate
    /// that is an anchor, and for a path without an anchor all status bits are reported.
    pub plain_list: bool,
}

/// One step of the verification, for `gnutls_verify_output_function`.
pub struct Step<'a> {
    pub cert: &'a Certificate,
    pub issuer: Option<&'a Certificate>,
    pub crl: Option<&'a Crl>,
    pub status: CertificateStatus,
}

pub type Observer<'a> = &'a mut dyn FnMut(Step<'_>);

pub(super) const NONE: CertificateStatus = CertificateStatus::empty();

pub(super) fn with_invalid(status: CertificateStatus) -> CertificateStatus {
    if status.is_empty() { status } else { status | CertificateStatus::INVALID }
}

/// The steps of the paths that were tried, until it is known which of them decide.
#[derive(Default)]
pub(super) struct Told {
    steps: Vec<(Certificate, Option<Certificate>, Option<Crl>, CertificateStatus)>,
}

impl Told {
    pub(super) fn add(&mut self, step: Step<'_>) {
        self.steps.push((step.cert.clone(), step.issuer.cloned(), step.crl.cloned(), step.status));
    }

    pub(super) fn report(&self, observer: Observer<'_>) {
        for (cert, issuer, crl, status) in &self.steps {
            observer(Step { cert, issuer: issuer.as_ref(), crl: crl.as_ref(), status: *status });
        }
    }
}
