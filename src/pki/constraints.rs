//! Name constraints (RFC 5280 section 4.2.1.10): what the authorities of a chain let the end certificate name.
use super::cert::Certificate;
use super::extensions::{self, GeneralName, NameConstraints};
use super::{hostname, name};
use crate::abi::*;
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

/// True if one name is allowed. Of the kinds that are not compared, any constraint refuses every name.
pub fn allows_name(c: &NameConstraints<'_>, name: &GeneralName<'_>) -> bool {
    let mut names = Names { dns: vec![], emails: vec![], ips: vec![], has_uri: false, has_other: false };
    match name {
        GeneralName::Dns(v) => names.dns.push(v.to_vec()),
        GeneralName::Email(v) => names.emails.push(v.to_vec()),
        GeneralName::Ip(v) => names.ips.push(v.to_vec()),
        _ => return !c.permitted.iter().chain(&c.excluded).any(|t| t.kind() == name.kind()),
    }
    names.allowed_by(&NameConstraints {
        permitted: c.permitted.clone(),
        excluded: of_kind(&c.excluded, name.kind()),
    })
}

fn of_kind<'a>(list: &[GeneralName<'a>], kind: Option<u32>) -> Vec<GeneralName<'a>> {
    list.iter().filter(|n| n.kind() == kind).copied().collect()
}

/// True if the names of one kind (`GNUTLS_SAN_*`) in a certificate are allowed.
pub fn allows_kind(c: &NameConstraints<'_>, kind: u32, cert: &Certificate) -> bool {
    let Some(names) = Names::of(cert) else { return false };
    let each =
        |list: &[Vec<u8>], make: fn(&[u8]) -> GeneralName<'_>| list.iter().all(|n| allows_name(c, &make(n)));
    match kind {
        GNUTLS_SAN_DNSNAME => each(&names.dns, |n| GeneralName::Dns(n)),
        GNUTLS_SAN_RFC822NAME => each(&names.emails, |n| GeneralName::Email(n)),
        GNUTLS_SAN_IPADDRESS => each(&names.ips, |n| GeneralName::Ip(n)),
        GNUTLS_SAN_URI => !names.has_uri || allows_name(c, &GeneralName::Uri(b"")),
        _ => false,
    }
}

/// The subtrees that two lists both permit (RFC 5280 section 6.1.4 g), and of the kinds of which nothing is left the
/// subtree of everything.
pub fn intersection<'a>(
    old: &[GeneralName<'a>],
    new: &[GeneralName<'a>],
) -> (Vec<GeneralName<'a>>, Vec<GeneralName<'a>>) {
    let (mut both, mut impossible) = (Vec::new(), Vec::new());
    let mut done: Vec<Option<u32>> = Vec::new();
    for kind in old.iter().chain(new).map(GeneralName::kind) {
        if done.contains(&kind) {
            continue;
        }
        done.push(kind);
        let (a, b) = (of_kind(old, kind), of_kind(new, kind));
        if a.is_empty() || b.is_empty() {
            both.extend(a.into_iter().chain(b));
            continue;
        }
        let mut left: Vec<GeneralName<'a>> = Vec::new();
        for x in &a {
            for y in &b {
                let narrower = if subtree_within(x, y) {
                    Some(*y)
                } else if subtree_within(y, x) {
                    Some(*x)
                } else {
                    None
                };
                left.extend(narrower.filter(|n| !left.contains(n)));
            }
        }
        // Addresses of either length are a family of their own: one of which nothing is left is excluded whole.
        for n in a.iter().chain(&b) {
            let all = everything(n);
            if !left.iter().any(|l| class(l) == class(n)) && !impossible.contains(&all) {
                impossible.push(all);
            }
        }
        both.extend(left);
    }
    (both, impossible)
}

/// Subtrees of one class can be compared: addresses of one length, names of one kind.
fn class(name: &GeneralName<'_>) -> Option<u32> {
    match name {
        GeneralName::Ip(v) => Some(100 + v.len() as u32),
        _ => name.kind(),
    }
}

/// Is the second subtree inside the first?
fn subtree_within(outer: &GeneralName<'_>, inner: &GeneralName<'_>) -> bool {
    match (outer, inner) {
        (GeneralName::Dns(_), GeneralName::Dns(n)) => dns_within(outer, n) == Some(true),
        (GeneralName::Email(o), GeneralName::Email(n)) => {
            if n.contains(&b'@') || o.contains(&b'@') {
                email_within(outer, n) == Some(true)
            } else {
                o.eq_ignore_ascii_case(n)
                    || (o.starts_with(b".") && dns_within(&GeneralName::Dns(o), n) == Some(true))
            }
        }
        (GeneralName::Ip(o), GeneralName::Ip(n)) if o.len() == n.len() => {
            let (net, mask) = n.split_at(n.len() / 2);
            let wider = o[o.len() / 2..].iter().zip(mask).all(|(a, b)| a & b == *a);
            wider && ip_within(outer, net) == Some(true)
        }
        _ => outer == inner,
    }
}

/// The subtree of all names of this kind.
fn everything<'a>(like: &GeneralName<'_>) -> GeneralName<'a> {
    match like {
        GeneralName::Ip(v) if v.len() == 8 => GeneralName::Ip(&[0; 8]),
        GeneralName::Ip(_) => GeneralName::Ip(&[0; 32]),
        GeneralName::Email(_) => GeneralName::Email(b""),
        GeneralName::Uri(_) => GeneralName::Uri(b""),
        GeneralName::Dns(_) => GeneralName::Dns(b""),
        _ => GeneralName::Directory(&[0x30, 0]),
    }
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
    // What has no mailbox is a host.
    let Some(at) = mailbox.iter().rposition(|&c| c == b'@') else {
        return Some(tree.is_empty() || tree.eq_ignore_ascii_case(mailbox));
    };
    let host = &mailbox[at + 1..];
    Some(if tree.is_empty() {
        true
    } else if tree.contains(&b'@') {
        // RFC 5280 section 7.5: only the host is compared without regard to case.
        let local = tree.iter().rposition(|&c| c == b'@').unwrap_or(0);
        tree.len() == mailbox.len()
            && local == at
            && tree[..at] == mailbox[..at]
            && tree[at..].eq_ignore_ascii_case(&mailbox[at..])
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
