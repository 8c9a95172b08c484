//! Name constraints (RFC 5280 section 4.2.1.10): what the authorities of a chain let the end certificate name.
use super::cert::Certificate;
use super::extensions::{self, GeneralName, NameConstraints};
use super::{hostname, name};
use crate::asn1::oid;

/// True if every name of `leaf` is allowed by the constraints of each authority above it.
pub fn allows<'a>(leaf: &Certificate, authorities: impl Iterator<Item = &'a Certificate>) -> bool {
    let mut names = None;
    for ca in authorities {
        let Some(extension) = ca.extension(oid::NAME_CONSTRAINTS) else { continue };
        let Ok(constraints) = extensions::name_constraints(extension.value) else { return false };
        let names = names.get_or_insert_with(|| Names::of(leaf));
        if !names.as_ref().is_some_and(|n| n.allowed_by(&constraints)) {
            return false;
        }
    }
    true
}

/// Is a name inside a subtree? `None` if the subtree is of another kind.
type Within = fn(&GeneralName<'_>, &[u8]) -> Option<bool>;

/// The names of a certificate that constraints speak of.
struct Names {
    dns: Vec<Vec<u8>>,
    emails: Vec<Vec<u8>>,
    ips: Vec<Vec<u8>>,
    has_uri: bool,
    has_other: bool,
}

impl Names {
    /// `None` if the alternative names cannot be read.
    fn of(cert: &Certificate) -> Option<Names> {
        let mut out = Names { dns: vec![], emails: vec![], ips: vec![], has_uri: false, has_other: false };
        if let Some(names) = cert.subject_alt_names() {
            for n in names.ok()? {
                match n {
                    GeneralName::Dns(d) => out.dns.push(d.to_vec()),
                    GeneralName::Email(e) => out.emails.push(e.to_vec()),
                    GeneralName::Ip(a) => out.ips.push(a.to_vec()),
                    GeneralName::Uri(_) => out.has_uri = true,
                    GeneralName::Directory(_) => {}
                    _ => out.has_other = true,
                }
            }
        }
        // Where a verifier would fall back to the subject, the subject is bound as well.
        if out.dns.is_empty() && hostname::has_purpose(cert, hostname::TLS_SERVER, true) {
            out.dns.extend(subject_texts(cert, oid::COMMON_NAME));
        }
        if out.emails.is_empty() {
            out.emails.extend(subject_texts(cert, oid::EMAIL));
        }
        Some(out)
    }

    fn allowed_by(&self, c: &NameConstraints<'_>) -> bool {
        let kinds: [(&[Vec<u8>], Within); 3] =
            [(&self.dns, dns_within), (&self.emails, email_within), (&self.ips, ip_within)];
        for (names, within) in kinds {
            for n in names {
                let mut permitted = c.permitted.iter().filter_map(|p| within(p, n)).peekable();
                if permitted.peek().is_some() && !permitted.any(|inside| inside) {
                    return false;
                }
                if c.excluded.iter().filter_map(|e| within(e, n)).any(|inside| inside) {
                    return false;
                }
            }
        }
        // Of the kinds that are not compared, an exclusion refuses whatever could fall under it.
        c.excluded.iter().all(|e| match e {
            GeneralName::Dns(_) | GeneralName::Email(_) | GeneralName::Ip(_) => true,
            GeneralName::Uri(_) => !self.has_uri,
            GeneralName::Directory(_) => false,
            _ => !self.has_other,
        })
    }
}

fn subject_texts(cert: &Certificate, oid: &[u8]) -> Vec<Vec<u8>> {
    let parts = name::attributes(cert.subject()).unwrap_or_default();
    parts.iter().filter(|a| a.oid == oid).filter_map(|a| name::plain_text(&a.value)).collect()
}

/// Is the host inside the subtree? `None` if the subtree is of another kind.
fn dns_within(tree: &GeneralName<'_>, host: &[u8]) -> Option<bool> {
    let GeneralName::Dns(tree) = tree else { return None };
    if tree.is_empty() {
        return Some(true);
    }
    if host.len() < tree.len() {
        return Some(false);
    }
    let (head, tail) = host.split_at(host.len() - tree.len());
    let on_label = tree.starts_with(b".") || head.is_empty() || head.ends_with(b".");
    Some(tail.eq_ignore_ascii_case(tree) && on_label && !(head.is_empty() && tree.starts_with(b".")))
}

fn email_within(tree: &GeneralName<'_>, mailbox: &[u8]) -> Option<bool> {
    let GeneralName::Email(tree) = tree else { return None };
    let Some(at) = mailbox.iter().rposition(|&c| c == b'@') else { return Some(false) };
    let host = &mailbox[at + 1..];
    Some(if tree.is_empty() {
        true
    } else if tree.contains(&b'@') {
        tree.eq_ignore_ascii_case(mailbox)
    } else if tree.starts_with(b".") {
        dns_within(&GeneralName::Dns(tree), host)?
    } else {
        tree.eq_ignore_ascii_case(host)
    })
}

fn ip_within(tree: &GeneralName<'_>, ip: &[u8]) -> Option<bool> {
    let GeneralName::Ip(tree) = tree else { return None };
    if tree.len() != 2 * ip.len() {
        return None;
    }
    let (net, mask) = tree.split_at(ip.len());
    Some(ip.iter().zip(net).zip(mask).all(|((a, n), m)| a & m == n & m))
}
