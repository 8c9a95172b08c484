//! Matching of host names, IP addresses and mail addresses with a certificate (RFC 6125, RFC 5280 section
//! 4.2.1.6).
use std::net::IpAddr;

use crate::alg::flags::VerifyFlags;
use crate::asn1::oid;
use crate::pki::cert::Certificate;
use crate::pki::ext::general_name::{self, GeneralName};
use crate::pki::name;

/// True if the certificate is valid for `host`, a DNS name or the text of an IP address.
///
/// IP addresses are only compared with the IP addresses of the certificate, names with its DNS names. The
/// common name is only used if the certificate has no DNS name, IP address, URI or service name, has exactly
/// one common name, and allows the TLS server purpose.
pub fn matches_host(cert: &Certificate, host: &[u8], flags: VerifyFlags) -> bool {
    let Ok(text) = core::str::from_utf8(host) else { return false };
    if !flags.contains(VerifyFlags::DO_NOT_ALLOW_IP_MATCHES)
        && let Ok(ip) = text.parse::<IpAddr>()
    {
        return match ip {
            IpAddr::V4(a) => matches_ip(cert, &a.octets()),
            IpAddr::V6(a) => matches_ip(cert, &a.octets()),
        };
    }
    // Wildcards are only meaningful in the certificate's names; a non-ASCII host name with `*` does not
    // match.
    if !text.is_ascii() && text.contains('*') {
        return false;
    }
    let host = to_ascii(text);
    let host = host.as_bytes();
    let mut named = false;
    match cert.subject_alt_names() {
        Some(Ok(names)) => {
            for n in &names {
                match n {
                    GeneralName::Dns(pattern) => {
                        named = true;
                        if matches_pattern(pattern, host, flags) {
                            return true;
                        }
                    }
                    GeneralName::Ip(_)
                    | GeneralName::Uri(_)
                    | GeneralName::Other { oid: oid::ON_DNS_SRV, .. } => {
                        named = true;
                    }
                    _ => {}
                }
            }
        }
        Some(Err(_)) => return false,
        None => {}
    }
    if named || !allows_purpose(cert, TLS_SERVER, true) {
        return false;
    }
    match sole_attribute(cert, oid::COMMON_NAME) {
        Some(cn) => matches_pattern(&cn, host, flags),
        None => false,
    }
}

/// True if the certificate contains the IP address (4 or 16 bytes).
pub fn matches_ip(cert: &Certificate, ip: &[u8]) -> bool {
    let names = cert.subject_alt_names();
    matches!(names, Some(Ok(names)) if names.iter().any(|n| matches!(n, GeneralName::Ip(a) if *a == ip)))
}

/// True if the certificate contains the mail address, whose host may be in another script. The address in the subject is
/// only used if there is no other.
pub fn matches_email(cert: &Certificate, email: &[u8]) -> bool {
    let Ok(email) = general_name::ascii_mailbox(email) else { return false };
    let mut named = false;
    if let Some(names) = cert.subject_alt_names() {
        let Ok(names) = names else { return false };
        for n in &names {
            if let GeneralName::Email(a) = n {
                named = true;
                if same_mailbox(a, &email) {
                    return true;
                }
            }
        }
    }
    !named && sole_attribute(cert, oid::EMAIL).is_some_and(|a| same_mailbox(&a, &email))
}

fn same_mailbox(a: &[u8], b: &[u8]) -> bool {
    is_text(a) && a.eq_ignore_ascii_case(b)
}

/// The value of the subject's attribute of this type; `None` if there are several.
fn sole_attribute(cert: &Certificate, oid: &[u8]) -> Option<Vec<u8>> {
    if name::find(cert.subject(), oid, 1).is_ok() {
        return None;
    }
    let text = name::plain_text(&name::find(cert.subject(), oid, 0).ok()?.value)?;
    is_text(&text).then_some(text)
}

/// Whether a name is valid. Names with a NUL are rejected, because programs may read them differently. Names
/// in certificates are ASCII (RFC 5280 sections 7.2 and 7.5).
fn is_text(s: &[u8]) -> bool {
    !s.is_empty() && s.is_ascii() && !s.contains(&0)
}

pub const TLS_SERVER: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 1];
const NETSCAPE_STEP_UP: &[u8] = &[0x60, 0x86, 0x48, 1, 0x86, 0xf8, 0x42, 4, 1];

/// True if the extended key usage allows `purpose`. A certificate without the extension allows every purpose.
/// In a CA certificate, Netscape's step-up purpose is equivalent to the TLS server purpose.
pub fn allows_purpose(cert: &Certificate, purpose: &[u8], any: bool) -> bool {
    match cert.key_purposes() {
        None => true,
        Some(Err(_)) => false,
        Some(Ok(list)) => list.iter().any(|p| {
            *p == purpose
                || (any && *p == oid::ANY_EXTENDED_KEY_USAGE)
                || (*p == NETSCAPE_STEP_UP && purpose == TLS_SERVER && cert.is_ca())
        }),
    }
}

/// Converts a host name to its ASCII form (IDNA 2008). A name that cannot be converted is returned unchanged.
pub fn to_ascii(host: &str) -> String {
    if host.is_ascii() || host.contains('*') {
        return host.to_string();
    }
    idna::domain_to_ascii(host).unwrap_or_else(|_| host.to_string())
}

/// Whether a name of a certificate, perhaps with a wildcard, is that of a host in ASCII.
pub(super) fn matches_name(pattern: &[u8], host: &[u8]) -> bool {
    matches_pattern(pattern, host, VerifyFlags::empty())
}

/// Matches a certificate's name with a host name. A wildcard must be the first character, only matches inside
/// the leftmost label, and at least two more labels must follow it.
fn matches_pattern(pattern: &[u8], host: &[u8], flags: VerifyFlags) -> bool {
    if !is_text(pattern) || host.is_empty() {
        return false;
    }
    if !pattern.contains(&b'*') || flags.contains(VerifyFlags::DO_NOT_ALLOW_WILDCARDS) {
        return pattern.eq_ignore_ascii_case(host);
    }
    let Some(rest) = pattern.strip_prefix(b"*") else { return false };
    if rest.contains(&b'*') {
        return false;
    }
    let labels = rest.iter().filter(|&&c| c == b'.').count();
    if labels < 2 || rest.ends_with(b".") || host.len() < rest.len() {
        return false;
    }
    let (star, tail) = host.split_at(host.len() - rest.len());
    !star.contains(&b'.') && tail.eq_ignore_ascii_case(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    // The results of GnuTLS for certificates with one DNS name.
    #[test]
    fn wildcards() {
        for (pattern, host, flags, want) in [
            ("*.a.com", "www.a.com", VerifyFlags::empty(), true),
            ("*.a.com", "a.com", VerifyFlags::empty(), false),
            ("*.a.com", "x.www.a.com", VerifyFlags::empty(), false),
            ("*.a.com", "WWW.A.com", VerifyFlags::empty(), true),
            ("*.a.com", "www.a.com", VerifyFlags::DO_NOT_ALLOW_WILDCARDS, false),
            ("*.com", "a.com", VerifyFlags::empty(), false),
            ("*", "a", VerifyFlags::empty(), false),
            ("*.a.", "x.a.", VerifyFlags::empty(), false),
            ("w*.a.com", "www.a.com", VerifyFlags::empty(), false),
            ("*w.a.com", "www.a.com", VerifyFlags::empty(), true),
            ("www.*.com", "www.a.com", VerifyFlags::empty(), false),
            ("*.*.com", "www.a.com", VerifyFlags::empty(), false),
            ("*.*.com", "*.*.com", VerifyFlags::empty(), false),
            ("*.a.com", "*.a.com", VerifyFlags::DO_NOT_ALLOW_WILDCARDS, true),
            ("www.a.com", "www.a.com.", VerifyFlags::empty(), false),
            ("www.a.com.", "www.a.com.", VerifyFlags::empty(), true),
            ("www.a.com", "", VerifyFlags::empty(), false),
            ("www.a.com\0.evil.org", "www.a.com", VerifyFlags::empty(), false),
        ] {
            assert_eq!(matches_pattern(pattern.as_bytes(), host.as_bytes(), flags), want, "{pattern} {host}");
        }
        assert_eq!(to_ascii("βόλος.com"), "xn--nxasmm1c.com");
        assert_eq!(to_ascii("βόλοσ.com"), "xn--nxasmq6b.com");
    }
}
