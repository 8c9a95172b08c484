//! Why a chain is not accepted, in words for the log: which certificate failed which check, and what would mend it.
use super::trust::TrustList;
use super::{Step, VerifyParams};
use crate::alg::flags::{CertificateStatus, KeyUsage, VerifyFlags};
use crate::log::{Text, list};
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::describe::{Described, NameText};
use crate::pki::ext::general_name::GeneralName;
use crate::pki::text::short_date;

/// Why a CRL is not accepted. Only called if the log is on.
#[cold]
pub fn explain_crl(crl: &Crl, status: CertificateStatus, now: i64) -> String {
    use CertificateStatus as S;
    let clock = short_date(now);
    let mut out = Vec::new();
    for (bit, why) in [
        (S::SIGNER_NOT_FOUND, "its issuer is not among the trusted CAs".to_string()),
        (S::SIGNER_NOT_CA, "its issuer is not a CA".to_string()),
        (
            S::SIGNER_CONSTRAINTS_FAILURE,
            "the key usage of its issuer does not allow to sign CRLs".to_string(),
        ),
        (S::SIGNATURE_FAILURE, "its signature does not fit the key of its issuer".to_string()),
        (S::INSECURE_ALGORITHM, "its signature algorithm is not secure enough".to_string()),
        (
            S::REVOCATION_DATA_ISSUED_IN_FUTURE,
            format!(
                "it is issued in the future, at {}, and the clock says {clock}: correct the clock",
                short_date(crl.this_update())
            ),
        ),
        (
            S::REVOCATION_DATA_SUPERSEDED,
            format!(
                "it is too old: the next one was due at {}, and the clock says {clock}: get the new one of this CA",
                short_date(crl.next_update().unwrap_or_default())
            ),
        ),
    ] {
        if status.contains(bit) {
            out.push(why);
        }
    }
    format!("the CRL of \"{}\" is not accepted: {}", NameText(crl.issuer()), out.join("; "))
}

/// The step of the verification that decided the status.
struct Decisive {
    cert: Certificate,
    issuer: Option<Certificate>,
    crl: Option<Crl>,
    status: CertificateStatus,
}

/// Verifies the chain once more and says why its status is `status`. Only called if the log is on.
#[cold]
pub fn explain(
    anchors: &TrustList,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
    status: CertificateStatus,
) -> String {
    let Some(leaf) = chain.first() else { return "there is no certificate".to_string() };
    let mut last: Option<Decisive> = None;
    anchors.verify_observed(chain, params, &mut |step: Step<'_>| {
        if !step.status.is_empty() && status.contains(step.status) {
            last = Some(Decisive {
                cert: step.cert.clone(),
                issuer: step.issuer.cloned(),
                crl: step.crl.cloned(),
                status: step.status,
            });
        }
    });
    let mut reasons = Vec::new();
    let mut named = leaf;
    if let Some(step) = &last {
        named = &step.cert;
        reasons.extend(of_step(step, anchors, params));
    } else if anchors.is_blocked(leaf) || status.contains(CertificateStatus::REVOKED) {
        reasons.push("it was removed from the trust list, which blocks it".to_string());
    } else {
        reasons.extend(of_time(leaf, params, status));
    }
    let mut text = match reasons.is_empty() {
        true => String::new(),
        false => format!("{} ({}): {}", place(chain, named), Described(named), reasons.join("; ")),
    };
    let others = chain.iter().filter(|c| *c != named);
    for other in others.take(if text.is_empty() { 0 } else { chain.len() }) {
        for more in of_time(other, params, status) {
            text.push_str(&format!("; and {} ({}): {more}", place(chain, other), Described(other)));
        }
    }
    for more in of_leaf(chain, params, status) {
        if !text.is_empty() {
            text.push_str("; and ");
        }
        text.push_str(&format!("{} ({}): {more}", place(chain, leaf), Described(leaf)));
    }
    if text.is_empty() {
        text = format!("the end certificate ({}): status {:?}", Described(leaf), status);
    }
    text
}

fn place(chain: &[Certificate], cert: &Certificate) -> String {
    match chain.iter().position(|c| c == cert) {
        Some(0) => "the end certificate".to_string(),
        Some(i) => format!("CA certificate {i} of the chain"),
        None => "the trusted CA certificate".to_string(),
    }
}

/// The checks of a certificate with its issuer.
fn of_step(step: &Decisive, anchors: &TrustList, params: &VerifyParams<'_>) -> Vec<String> {
    use CertificateStatus as S;
    let Decisive { cert, issuer, crl, status } = step;
    if let Some(crl) = crl.as_ref().filter(|_| !status.contains(S::REVOKED)) {
        return vec![no_answer(crl, *status)];
    }
    let mut out = of_time(cert, params, *status);
    // A trusted issuer may be the one whose time is over.
    if out.is_empty()
        && let Some(issuer) = issuer
    {
        out.extend(
            of_time(issuer, params, *status)
                .into_iter()
                .map(|why| format!("its issuer ({}): {why}", Described(issuer))),
        );
    }
    let issuer_name = || issuer.as_ref().map_or("unknown".to_string(), |i| Described(i).to_string());
    let mut say = |bit: S, why: &dyn Fn() -> String| {
        if status.contains(bit) {
            out.push(why());
        }
    };
    say(S::REVOKED, &|| {
        let issued = crl.as_ref().map_or(String::new(), |c| format!(" of {}", short_date(c.this_update())));
        format!("it is revoked by the CRL{issued} of its issuer; it has to be replaced")
    });
    say(S::SIGNER_NOT_FOUND, &|| signer_not_found(cert, anchors));
    say(S::SIGNER_NOT_CA, &|| {
        format!(
            "its issuer is not a CA, according to the basic constraints of that certificate ({})",
            issuer_name()
        )
    });
    say(S::SIGNATURE_FAILURE, &|| {
        format!(
            "its signature does not fit the key of its issuer ({}): it was changed, or another CA of the same name issued it",
            issuer_name()
        )
    });
    say(S::INSECURE_ALGORITHM, &|| insecure(cert, issuer.as_ref(), params));
    say(S::SIGNER_CONSTRAINTS_FAILURE, &|| constraints(cert, issuer.as_ref()));
    say(S::UNKNOWN_CRIT_EXTENSIONS, &|| {
        "it or its issuer has a critical extension that is not known or cannot be read".to_string()
    });
    if out.is_empty() {
        out.push("its signature or a field of its issuer cannot be read".to_string());
    }
    out
}

/// Why none of the CRLs of the issuer says that a certificate is not revoked; `crl` is one of them.
fn no_answer(crl: &Crl, status: CertificateStatus) -> String {
    use CertificateStatus as S;
    let reasons = [
        (S::SIGNATURE_FAILURE, "its signature does not fit the key of its issuer"),
        (S::SIGNER_CONSTRAINTS_FAILURE, "the key usage of its issuer does not allow to sign CRLs"),
        (S::UNKNOWN_CRIT_EXTENSIONS, "it has a critical extension that is not known or cannot be read"),
    ];
    let mut why: Vec<&str> = reasons.iter().filter(|(bit, _)| status.contains(*bit)).map(|r| r.1).collect();
    if why.is_empty() {
        why.push("it is for other certificates or for some reasons alone");
    }
    format!(
        "there is no CRL that says whether it is revoked. One of its issuer, of {}: {}",
        short_date(crl.this_update()),
        why.join("; ")
    )
}

fn of_time(cert: &Certificate, params: &VerifyParams<'_>, status: CertificateStatus) -> Vec<String> {
    let (now, mut out) = (short_date(params.now), Vec::new());
    if status.contains(CertificateStatus::EXPIRED) && params.now > cert.not_after() {
        let end = short_date(cert.not_after());
        out.push(format!("it expired at {end}, and the clock says {now}: renew it, or correct the clock"));
    }
    if status.contains(CertificateStatus::NOT_ACTIVATED) && params.now < cert.not_before() {
        let start = short_date(cert.not_before());
        out.push(format!(
            "it is valid only from {start}, and the clock says {now}: wait, or correct the clock"
        ));
    }
    out
}

fn signer_not_found(cert: &Certificate, anchors: &TrustList) -> String {
    let issuer = NameText(cert.issuer());
    if cert.is_self_issued() {
        return format!(
            "it is self-signed and not among the {} trusted CAs: add it to them if it is to be trusted",
            anchors.len()
        );
    }
    if anchors.with_subject(cert.issuer()).next().is_some() {
        return format!(
            "a trusted CA has the name of its issuer \"{issuer}\", but another key: the trusted one is older or newer"
        );
    }
    format!(
        "its issuer \"{issuer}\" is neither in the chain nor among the {} trusted CAs: \
         add that CA to them, or have the peer send the intermediate certificate",
        anchors.len()
    )
}

fn insecure(cert: &Certificate, issuer: Option<&Certificate>, params: &VerifyParams<'_>) -> String {
    let sign = cert.signature_algorithm().map_or("an unknown algorithm", |s| s.name());
    let key = |c: &Certificate| {
        let pk = c.pk().map_or("unknown", |pk| pk.name());
        c.public_key().map_or(pk.to_string(), |k| format!("{pk} of {} bits", k.bits()))
    };
    let above = issuer.map_or(String::new(), |i| format!(", key of its issuer {}", key(i)));
    let profile = params.flags.profile().map_or("none".to_string(), |p| format!("{p:?}"));
    format!(
        "an algorithm is not secure enough (signature {sign}, key {}{above}; profile {profile}): \
         it has to be issued anew with stronger ones",
        key(cert)
    )
}

fn constraints(cert: &Certificate, issuer: Option<&Certificate>) -> String {
    let Some(issuer) = issuer else {
        return "a CA above it allows fewer CAs below itself than there are (path length constraint)"
            .to_string();
    };
    let whom = Described(issuer);
    if !issuer.may(KeyUsage::KEY_CERT_SIGN) {
        return format!("the key usage of its issuer does not allow to sign certificates ({whom})");
    }
    if let (Ok(key), Some(sign)) = (issuer.public_key(), cert.signature_algorithm())
        && !sign.accepts_key(key.pk())
    {
        return format!(
            "its signature algorithm {} does not fit the key of its issuer ({whom})",
            sign.name()
        );
    }
    format!("name constraints or TLS features of a CA above it do not allow it; its issuer: {whom}")
}

/// The checks of the end certificate alone: owner and purpose.
fn of_leaf(chain: &[Certificate], params: &VerifyParams<'_>, status: CertificateStatus) -> Vec<String> {
    let mut out = Vec::new();
    let Some(leaf) = chain.first() else { return out };
    if status.contains(CertificateStatus::UNEXPECTED_OWNER) {
        let wanted = match (params.hostname, params.ip, params.email) {
            (Some(host), ..) => format!("the host name \"{}\"", Text(host)),
            (_, Some(ip), _) => format!("the address {}", address(ip)),
            (.., email) => format!("the mail address \"{}\"", Text(email.unwrap_or_default())),
        };
        let wildcards = match params.flags.contains(VerifyFlags::DO_NOT_ALLOW_WILDCARDS) {
            true => " (wildcards are not allowed)",
            false => "",
        };
        out.push(format!("it is not for {wanted}, but for {}{wildcards}", names(leaf)));
    }
    if status.contains(CertificateStatus::PURPOSE_MISMATCH) {
        let oid = |oid: &[u8]| crate::asn1::oid::to_text(oid).unwrap_or_default();
        let purposes = match leaf.key_purposes() {
            Some(Ok(purposes)) => list(purposes.into_iter().map(oid)),
            _ => "no readable purposes".to_string(),
        };
        out.push(format!(
            "its extended key usage, or that of a CA above it, does not have the purpose {} (it has {purposes})",
            oid(params.purpose.unwrap_or_default())
        ));
    }
    out
}

/// An IP address as text.
pub fn address(ip: &[u8]) -> String {
    match (<[u8; 4]>::try_from(ip), <[u8; 16]>::try_from(ip)) {
        (Ok(ip), _) => std::net::Ipv4Addr::from(ip).to_string(),
        (_, Ok(ip)) => std::net::Ipv6Addr::from(ip).to_string(),
        _ => "of unknown length".to_string(),
    }
}

/// Why a certificate is not for a host, a mail address or an IP address.
#[cold]
pub fn not_for(leaf: &Certificate, wanted: &str) -> String {
    format!("the certificate ({}) is not for {wanted}, but for {}", Described(leaf), names(leaf))
}

/// The names that a certificate is for.
fn names(leaf: &Certificate) -> String {
    let found = match leaf.subject_alt_names() {
        Some(Ok(found)) => found,
        Some(Err(_)) => return "names that cannot be read".to_string(),
        None => return format!("its subject \"{}\"", NameText(leaf.subject())),
    };
    list(found.iter().filter_map(|name| match name {
        GeneralName::Dns(n) | GeneralName::Email(n) | GeneralName::Uri(n) => Some(Text(n).to_string()),
        GeneralName::Ip(ip) => Some(address(ip)),
        _ => None,
    }))
}
