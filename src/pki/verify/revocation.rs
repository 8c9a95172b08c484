//! Revocation by the CRLs of a trust list (RFC 5280 section 6.3).
//!
//! The CRLs of a trust list are trusted, as GnuTLS's manual has it: what they list is revoked. A certificate whose issuer has no CRL in
//! the list is not checked. If it has some, one of them must say that the certificate is not revoked: one that can be read, that is
//! signed by the issuer if it names the issuer's key, and that speaks of this certificate.
use std::borrow::Cow;

use crate::alg::flags::{CertificateStatus, KeyUsage, VerifyFlags};
use crate::asn1::der::{self, Write as _};
use crate::asn1::oid;
use crate::pki::cert::Certificate;
use crate::pki::crl::{CERTIFICATE_HOLD, Crl, REMOVE_FROM_CRL};
use crate::pki::ext::dist_points::{Point, PointName, read_points};
use crate::pki::ext::general_name::GeneralName;
use crate::pki::ext::issuing_dist_point::{self, IssuingDistributionPoint};
use crate::pki::ext::key_id;
use crate::pki::name::compare;
use crate::pki::verify::params::{NONE, Step, Told, VerifyParams, with_invalid};
use crate::pki::verify::signature::{check_signed, check_usage};
use crate::pki::verify::trust::TrustList;

/// The bits of all reasons that RFC 5280 has.
const ALL_REASONS: u32 = 0x807f;

/// Maximum number of distribution points of a certificate that are compared with those of CRLs.
const MAX_POINTS: usize = 256;

/// Checks the certificates of a path from the top.
pub(super) fn check(
    list: &TrustList,
    path: &[Certificate],
    anchor: Option<&Certificate>,
    params: &VerifyParams<'_>,
    told: &mut Told,
) -> CertificateStatus {
    if params.flags.contains(VerifyFlags::DISABLE_CRL_CHECKS) || !list.has_crls() {
        return NONE;
    }
    for (i, cert) in path.iter().enumerate().rev() {
        let status = Subject::new(cert, path.get(i + 1).or(anchor)).check(list, params.flags, told);
        if !status.is_empty() {
            return status;
        }
    }
    NONE
}

/// A certificate whose revocation is checked.
struct Subject<'a> {
    cert: &'a Certificate,
    issuer: Option<&'a Certificate>,
    points: Vec<Point<'a>>,
}

/// A CRL and the certificates that it speaks of; `None` if that cannot be read.
struct Scoped<'a> {
    crl: &'a Crl,
    scope: Option<IssuingDistributionPoint<'a>>,
}

impl<'a> Scoped<'a> {
    fn new(crl: &'a Crl) -> Self {
        let scope = match crl.extension(oid::ISSUING_DISTRIBUTION_POINT) {
            Some(e) => issuing_dist_point::read(e.value).ok(),
            None => Some(IssuingDistributionPoint::default()),
        };
        Scoped { crl, scope }
    }

    fn is_indirect(&self) -> bool {
        self.scope.as_ref().is_some_and(|s| s.indirect)
    }
}

impl<'a> Subject<'a> {
    fn new(cert: &'a Certificate, issuer: Option<&'a Certificate>) -> Self {
        let points = cert.extension(oid::CRL_DISTRIBUTION_POINTS).and_then(|e| read_points(e.value).ok());
        let mut points = points.unwrap_or_default();
        points.truncate(MAX_POINTS);
        Subject { cert, issuer, points }
    }

    fn check(&self, list: &TrustList, flags: VerifyFlags, told: &mut Told) -> CertificateStatus {
        let crls = self.candidates(list);
        for c in &crls {
            let status = if self.is_revoked_by(c, &crls) { CertificateStatus::REVOKED } else { NONE };
            told.add(Step { cert: self.cert, issuer: None, crl: Some(c.crl), status: with_invalid(status) });
            if !status.is_empty() {
                return status;
            }
        }
        let Some(first) = crls.first() else { return NONE };
        let status = self.coverage(&crls, flags);
        if !status.is_empty() {
            told.add(Step { cert: self.cert, issuer: self.issuer, crl: Some(first.crl), status });
        }
        status
    }

    /// The CRLs of the certificate's issuer, and the indirect ones of issuers that the certificate names.
    fn candidates<'b>(&'b self, list: &'b TrustList) -> Vec<Scoped<'b>> {
        let mut out: Vec<Scoped<'b>> = list.crls_of(self.cert.issuer()).map(Scoped::new).collect();
        for name in self.points.iter().flat_map(|p| &p.crl_issuer) {
            let GeneralName::Directory(name) = name else { continue };
            for scoped in list.crls_of(name).map(Scoped::new).filter(Scoped::is_indirect) {
                if !out.iter().any(|o| core::ptr::eq(o.crl, scoped.crl)) {
                    out.push(scoped);
                }
            }
        }
        out
    }

    /// Serial numbers are unique for an issuer, so that an entry counts whatever the scope of the CRL is.
    fn is_revoked_by(&self, c: &Scoped<'_>, all: &[Scoped<'_>]) -> bool {
        let entry = |c: &Scoped<'_>| {
            let found = c.crl.entry_of(self.cert.issuer(), self.cert.serial(), c.is_indirect())?;
            Some(found.reason())
        };
        match entry(c) {
            None | Some(Some(REMOVE_FROM_CRL)) => false,
            // The changes of a delta CRL may lift it.
            Some(Some(CERTIFICATE_HOLD)) if !c.crl.is_delta() => !all
                .iter()
                .any(|delta| self.changes(delta.crl, c.crl) && entry(delta) == Some(Some(REMOVE_FROM_CRL))),
            Some(_) => true,
        }
    }

    /// True if `delta` has the changes to `base` and is signed by the issuer (RFC 5280 section 5.2.4).
    fn changes(&self, delta: &Crl, base: &Crl) -> bool {
        let scope = |c: &Crl| c.extension(oid::ISSUING_DISTRIBUTION_POINT).map(|e| e.value.to_vec());
        let (Some(Ok(since)), Some(Ok(new)), Some(Ok(old))) =
            (delta.base_number(), delta.number(), base.number())
        else {
            return false;
        };
        compare::same(delta.issuer(), base.issuer())
            && scope(delta) == scope(base)
            && is_at_most(since, old)
            && !is_at_most(new, old)
            && self.is_signed_by_issuer(delta) == Some(true)
            && !delta.has_unknown_critical()
    }

    /// Whether the issuer's key made the signature; `None` if the CRL does not name this key.
    fn is_signed_by_issuer(&self, crl: &Crl) -> Option<bool> {
        let issuer = self.issuer?;
        let id = key_id::read_authority(crl.extension(oid::AUTHORITY_KEY_ID)?.value).ok()?.key_id?;
        if issuer.subject_key_id() != Some(id) || !compare::same(crl.issuer(), issuer.subject()) {
            return None;
        }
        if crl.signature().is_err() {
            return Some(false);
        }
        let (signed, key) = (crl.signed().ok()?, issuer.public_key().ok()?);
        if !crl.signature_algorithm()?.accepts_key(key.pk()) {
            return None;
        }
        let check = || check_signed(&key, signed.algorithm, signed.message, signed.signature).is_ok();
        Some(crl.is_signed_by(issuer.spki_der(), check))
    }

    /// No status if the CRLs together speak of this certificate and of all reasons.
    fn coverage(&self, crls: &[Scoped<'_>], flags: VerifyFlags) -> CertificateStatus {
        if self.issuer.is_none() {
            return NONE;
        }
        let (mut left, mut why) = (ALL_REASONS, NONE);
        // The last one is for the CRLs that no point of the certificate names (RFC 5280 section 6.3.3).
        let issuer = GeneralName::Directory(self.cert.issuer());
        let any = Point { name: Some(PointName::Full(vec![issuer])), ..Point::default() };
        let points: Vec<(&Point<'_>, Vec<Comparable<'_>>)> =
            self.points.iter().chain([&any]).map(|p| (p, self.names_of(p))).collect();
        for c in crls.iter().filter(|c| !c.crl.is_delta()) {
            let Some(scope) = &c.scope else {
                why |= CertificateStatus::UNKNOWN_CRIT_EXTENSIONS;
                continue;
            };
            let unusable = self.unusable(c.crl, flags);
            if !unusable.is_empty() {
                why |= unusable;
                continue;
            }
            if scope.only_attribute || if self.cert.is_ca() { scope.only_user } else { scope.only_ca } {
                continue;
            }
            let named = scope.name.as_ref().map(|n| comparable(n, Some(c.crl.issuer())));
            for (point, names) in &points {
                if self.is_issuer(c, point) && self.is_point(named.as_deref(), point, names) {
                    left &=
                        !(point.reasons.unwrap_or(ALL_REASONS) & scope.only_reasons.unwrap_or(ALL_REASONS));
                }
            }
        }
        if left == 0 { NONE } else { with_invalid(why | CertificateStatus::INVALID) }
    }

    /// Why a CRL cannot say that a certificate is not revoked.
    fn unusable(&self, crl: &Crl, flags: VerifyFlags) -> CertificateStatus {
        let mut why = NONE;
        if let (Some(signed), Some(issuer)) = (self.is_signed_by_issuer(crl), self.issuer) {
            if !signed {
                why |= CertificateStatus::SIGNATURE_FAILURE;
            }
            if !flags.contains(VerifyFlags::DISABLE_CA_SIGN) {
                why |= check_usage(issuer, KeyUsage::CRL_SIGN);
            }
        }
        if !flags.contains(VerifyFlags::IGNORE_UNKNOWN_CRIT_EXTENSIONS) && crl.has_unknown_critical() {
            why |= CertificateStatus::UNKNOWN_CRIT_EXTENSIONS;
        }
        why
    }

    fn is_issuer(&self, c: &Scoped<'_>, point: &Point<'_>) -> bool {
        let is = |name: &GeneralName<'_>| matches!(name, GeneralName::Directory(n) if compare::same(n, c.crl.issuer()));
        match point.crl_issuer.is_empty() {
            true => compare::same(c.crl.issuer(), self.cert.issuer()),
            false => c.is_indirect() && point.crl_issuer.iter().any(is),
        }
    }

    /// True if a CRL with these names is that of the distribution point. A certificate without distribution points does not say where
    /// its CRL is, so that every name is right.
    fn is_point(
        &self,
        named: Option<&[Comparable<'_>]>,
        point: &Point<'_>,
        names: &[Comparable<'_>],
    ) -> bool {
        let Some(named) = named else { return true };
        let common = |names: &[Comparable<'_>]| names.iter().any(|n| named.contains(n));
        match point.name {
            Some(_) => self.points.is_empty() || common(names),
            None => common(&point.crl_issuer.iter().map(Comparable::of).collect::<Vec<_>>()),
        }
    }

    fn names_of<'p>(&self, point: &Point<'p>) -> Vec<Comparable<'p>> {
        // A relative name is behind that of the CRL's issuer.
        let base = match point.crl_issuer[..] {
            [] => Some(self.cert.issuer()),
            [GeneralName::Directory(name)] => Some(name),
            _ => None,
        };
        point.name.as_ref().map_or(Vec::new(), |name| comparable(name, base))
    }
}

/// A GeneralName in a form that is compared octet by octet.
#[derive(PartialEq, Eq)]
enum Comparable<'a> {
    /// In canonical form.
    Directory(Cow<'a, [u8]>),
    Other(GeneralName<'a>),
}

impl<'a> Comparable<'a> {
    fn of(name: &GeneralName<'a>) -> Comparable<'a> {
        match *name {
            GeneralName::Directory(name) => Comparable::Directory(compare::canonical(name)),
            other => Comparable::Other(other),
        }
    }
}

fn comparable<'a>(name: &PointName<'a>, base: Option<&[u8]>) -> Vec<Comparable<'a>> {
    match name {
        PointName::Full(names) => names.iter().map(Comparable::of).collect(),
        PointName::Relative(rdn) => {
            let Some(Ok(base)) = base.map(|b| der::whole(b, der::SEQUENCE)) else { return Vec::new() };
            let mut whole = Vec::new();
            whole.nested(der::SEQUENCE, |w| {
                w.extend_from_slice(base.value);
                w.element(der::SET, rdn);
            });
            vec![Comparable::Directory(Cow::Owned(compare::canonical(&whole).into_owned()))]
        }
    }
}

/// Compares the contents of two INTEGERs that are not negative.
fn is_at_most(a: &[u8], b: &[u8]) -> bool {
    let (a, b) = (der::strip_zeros(a), der::strip_zeros(b));
    (a.len(), a) <= (b.len(), b)
}
