//! Name constraints (RFC 5280 section 4.2.1.10): which names the CAs of a chain allow in the certificates below them.
use std::borrow::Cow;
use std::collections::HashSet;

use crate::alg::NameKind;
use crate::asn1::{der, oid};
use crate::error::Result;
use crate::pki::cert::Certificate;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::ext::name_constraints::NameConstraints;
use crate::pki::name::compare;
use crate::pki::verify::hostname;
use crate::pki::{ext, name};

/// Maximum number of comparisons of a name with a subtree in one verification. A chain that requires more is
/// rejected.
const MAX_COMPARISONS: usize = 1 << 20;

/// The names of the certificates of a path, which are checked against the name constraints of the CAs.
pub struct Bound<'a> {
    path: &'a [Certificate],
    names: Vec<Option<Result<Names>>>,
    /// Number of comparisons that remain.
    left: usize,
}

impl<'a> Bound<'a> {
    pub fn new(path: &'a [Certificate]) -> Bound<'a> {
        Bound { path, names: path.iter().map(|_| None).collect(), left: MAX_COMPARISONS }
    }

    /// True if the name constraints of this CA allow all names of the first `n` certificates. Those of
    /// self-issued CAs are not constrained (RFC 5280 section 6.1.3 b).
    pub fn by(&mut self, authority: &Certificate, n: usize) -> bool {
        let Some(extension) = authority.extension(oid::NAME_CONSTRAINTS) else { return true };
        let Ok(mut constraints) = ext::name_constraints::read(extension.value) else { return false };
        // RFC 5280 section 4.2.1.10: they are processed, or the certificate is rejected.
        if constraints.bounded {
            return false;
        }
        let folded = Folded::of(&constraints);
        folded.replace_in(&mut constraints);
        for (i, cert) in self.path[..n].iter().enumerate() {
            if i > 0 && cert.is_self_issued() {
                continue;
            }
            let Ok(names) = self.names[i].get_or_insert_with(|| Names::of(cert, i == 0)) else {
                return false;
            };
            let left = self.left.checked_sub(names.comparisons(&constraints));
            self.left = left.unwrap_or(0);
            if left.is_none() || !names.compared_by(&constraints) || names.evade(&constraints) {
                return false;
            }
        }
        true
    }
}

/// False if a CA has name constraints that cannot be read. They fail where the CA issues, the others at the end certificate.
pub fn are_readable(authority: &Certificate) -> bool {
    authority.extension(oid::NAME_CONSTRAINTS).is_none_or(|e| ext::name_constraints::read(e.value).is_ok())
}

/// The directory names of name constraints in their canonical form, which is compared.
struct Folded<'a>([Vec<Cow<'a, [u8]>>; 2]);

impl<'a> Folded<'a> {
    fn of(c: &NameConstraints<'a>) -> Folded<'a> {
        Folded([&c.permitted, &c.excluded].map(|trees| {
            let names = trees.iter().filter_map(|t| match t {
                GeneralName::Directory(name) => Some(compare::canonical(name)),
                _ => None,
            });
            names.collect()
        }))
    }

    fn replace_in<'b>(&'b self, c: &mut NameConstraints<'b>) {
        for (trees, folded) in [&mut c.permitted, &mut c.excluded].into_iter().zip(&self.0) {
            let directory = trees.iter_mut().filter(|t| matches!(t, GeneralName::Directory(_)));
            for (tree, folded) in directory.zip(folded) {
                *tree = GeneralName::Directory(folded);
            }
        }
    }
}

/// True if the name is allowed. For types that are not compared, any excluded subtree rejects all names.
pub fn allows_name(c: &NameConstraints<'_>, name: &GeneralName<'_>) -> bool {
    let mut names = Names::default();
    match name {
        GeneralName::Dns(v) => names.dns.push(v.to_vec()),
        GeneralName::Email(v) => names.emails.push(v.to_vec()),
        GeneralName::Ip(v) => names.ips.push(v.to_vec()),
        _ => return !c.excluded.iter().any(|t| t.kind() == name.kind()),
    }
    names.compared_by(c)
}

fn of_kind<'a>(list: &[GeneralName<'a>], kind: Option<NameKind>) -> Vec<GeneralName<'a>> {
    list.iter().filter(|n| n.kind() == kind).copied().collect()
}

/// True if the names of one type in a certificate are allowed. `None` is an unknown type, which no subtree excludes.
pub fn allows_kind(c: &NameConstraints<'_>, kind: Option<NameKind>, cert: &Certificate) -> bool {
    let Ok(names) = Names::of(cert, true) else { return false };
    let Some(kind) = kind else { return true };
    let only = match kind {
        NameKind::Dns => Names { dns: names.dns, ..Names::default() },
        NameKind::Email => Names { emails: names.emails, ..Names::default() },
        NameKind::Ip => Names { ips: names.ips, ..Names::default() },
        NameKind::Uri if names.uris.is_empty() => return true,
        _ => return !c.excluded.iter().any(|t| t.kind() == Some(kind)),
    };
    only.comparisons(c) <= MAX_COMPARISONS && only.compared_by(c)
}

/// The intersection of two lists of permitted subtrees (RFC 5280 section 6.1.4 g). For types whose
/// intersection is empty, the second list contains the subtree of all names.
pub fn intersection<'a>(
    old: &[GeneralName<'a>],
    new: &[GeneralName<'a>],
) -> (Vec<GeneralName<'a>>, Vec<GeneralName<'a>>) {
    let (mut both, mut impossible) = (Vec::new(), Vec::new());
    let mut done: Vec<Option<NameKind>> = Vec::new();
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
        // If there are too many subtrees to compare, the intersection is empty.
        if a.len().saturating_mul(b.len()) <= MAX_COMPARISONS {
            let mut seen = HashSet::new();
            for x in &a {
                for y in &b {
                    let narrower = if subtree_within(x, y) {
                        *y
                    } else if subtree_within(y, x) {
                        *x
                    } else {
                        continue;
                    };
                    if seen.insert(narrower) {
                        left.push(narrower);
                    }
                }
            }
        }
        // IPv4 and IPv6 are separate: an address family whose intersection is empty is excluded as a whole.
        let classes: HashSet<(Option<NameKind>, usize)> = left.iter().map(class).collect();
        for n in a.iter().chain(&b).filter(|n| !classes.contains(&class(n))) {
            let all = everything(n);
            if !impossible.contains(&all) {
                impossible.push(all);
            }
        }
        both.extend(left);
    }
    (both, impossible)
}

/// Subtrees of the same class can be compared: addresses of the same length, or names of the same type.
fn class(name: &GeneralName<'_>) -> (Option<NameKind>, usize) {
    let size = match name {
        GeneralName::Ip(v) => v.len(),
        _ => 0,
    };
    (name.kind(), size)
}

/// True if `inner` is a subset of `outer`.
fn subtree_within(outer: &GeneralName<'_>, inner: &GeneralName<'_>) -> bool {
    match (outer, inner) {
        (GeneralName::Dns(_), GeneralName::Dns(n)) => dns_within(outer, n) == Inside,
        (GeneralName::Email(o), GeneralName::Email(n)) => {
            if n.contains(&b'@') || o.contains(&b'@') {
                email_within(outer, n) == Inside
            } else {
                o.eq_ignore_ascii_case(n)
                    || (o.starts_with(b".") && dns_within(&GeneralName::Dns(o), n) == Inside)
            }
        }
        (GeneralName::Ip(o), GeneralName::Ip(n)) if o.len() == n.len() => {
            let (net, mask) = n.split_at(n.len() / 2);
            let wider = o[o.len() / 2..].iter().zip(mask).all(|(a, b)| a & b == *a);
            wider && ip_within(outer, net) == Inside
        }
        _ => outer == inner,
    }
}

/// The subtree of all names of this type.
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

/// The relation of a name to a subtree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    Inside,
    Outside,
    /// The subtree is not a valid host name, so its meaning is unknown.
    Unknown,
    /// The subtree is of another type.
    Elsewhere,
}
use Relation::{Elsewhere, Inside, Outside, Unknown};

type Within = fn(&GeneralName<'_>, &[u8]) -> Relation;

/// The names of a certificate that name constraints apply to.
#[derive(Default)]
struct Names {
    dns: Vec<Vec<u8>>,
    emails: Vec<Vec<u8>>,
    ips: Vec<Vec<u8>>,
    uris: Vec<Vec<u8>>,
    /// In canonical form.
    directory: Vec<Vec<u8>>,
}

impl Names {
    fn of(cert: &Certificate, is_end: bool) -> Result<Names> {
        let mut out = Names::default();
        out.directory.push(compare::canonical(cert.subject()).into_owned());
        for n in cert.subject_alt_names().transpose()?.unwrap_or_default() {
            match n {
                GeneralName::Dns(d) => out.dns.push(d.to_vec()),
                GeneralName::Email(e) => out.emails.push(e.to_vec()),
                GeneralName::Ip(a) => out.ips.push(a.to_vec()),
                GeneralName::Uri(u) => out.uris.push(u.to_vec()),
                GeneralName::Directory(n) => out.directory.push(compare::canonical(n).into_owned()),
                _ => {}
            }
        }
        out.directory.retain(|name| !name.is_empty());
        // If the subject would be used as a fallback in name checks, it is subject to the constraints, too.
        if is_end && out.dns.is_empty() && hostname::allows_purpose(cert, hostname::TLS_SERVER, true) {
            out.dns.extend(subject_texts(cert, oid::COMMON_NAME)?);
        }
        if out.emails.is_empty() {
            out.emails.extend(subject_texts(cert, oid::EMAIL)?);
        }
        Ok(out)
    }

    /// Number of comparisons of names with subtrees.
    fn comparisons(&self, c: &NameConstraints<'_>) -> usize {
        let trees = c.permitted.len() + c.excluded.len();
        let lists = [&self.dns, &self.emails, &self.ips, &self.uris, &self.directory];
        lists.iter().map(|l| l.len()).sum::<usize>().saturating_mul(trees)
    }

    fn compared_by(&self, c: &NameConstraints<'_>) -> bool {
        let kinds: [(&[Vec<u8>], Within); 5] = [
            (&self.dns, dns_within),
            (&self.emails, email_within),
            (&self.ips, ip_within),
            (&self.uris, uri_within),
            (&self.directory, directory_within),
        ];
        for (names, within) in kinds {
            for n in names {
                let mut permitted =
                    c.permitted.iter().map(|p| within(p, n)).filter(|p| *p != Elsewhere).peekable();
                if permitted.peek().is_some() && !permitted.any(|p| p == Inside) {
                    return false;
                }
                if c.excluded.iter().any(|e| matches!(within(e, n), Inside | Unknown)) {
                    return false;
                }
            }
        }
        true
    }

    /// Whether a name passes GnuTLS's comparison although a host of it is excluded, perhaps by a wildcard, or only addresses of
    /// the other version are permitted.
    fn evade(&self, c: &NameConstraints<'_>) -> bool {
        let excludes = |host: &[u8]| {
            let of = |t: &GeneralName<'_>| match t {
                GeneralName::Dns([b'*', below @ ..]) if below.starts_with(b".") => {
                    host_within(below, host) == Inside
                }
                GeneralName::Dns(t) => host.starts_with(b"*") && hostname::matches_name(host, t),
                _ => false,
            };
            c.excluded.iter().any(of)
        };
        let ranges = || {
            c.permitted.iter().filter_map(|t| match t {
                GeneralName::Ip(range) => Some(range.len() / 2),
                _ => None,
            })
        };
        let permits = |ip: &[u8]| ranges().next().is_none() || ranges().any(|size| size == ip.len());
        self.dns.iter().any(|host| excludes(host)) || !self.ips.iter().all(|ip| permits(ip))
    }
}

fn subject_texts(cert: &Certificate, oid: &[u8]) -> Result<Vec<Vec<u8>>> {
    let parts = name::attributes(cert.subject())?;
    Ok(parts.iter().filter(|a| a.oid == oid).filter_map(|a| name::plain_text(&a.value)).collect())
}

/// Removes the trailing dot of a host name, which is not significant.
fn host_of(name: &[u8]) -> &[u8] {
    name.strip_suffix(b".").unwrap_or(name)
}

/// Compares a host name with a subtree.
fn dns_within(tree: &GeneralName<'_>, host: &[u8]) -> Relation {
    let GeneralName::Dns(tree) = tree else { return Elsewhere };
    host_within(tree, host)
}

fn host_within(tree: &[u8], host: &[u8]) -> Relation {
    if tree.is_empty() {
        return Inside;
    }
    let (tree, host) = (host_of(tree), host_of(host));
    let labels = tree.strip_prefix(b".").unwrap_or(tree);
    if labels.is_empty() || labels.starts_with(b".") {
        return Unknown;
    }
    if host.len() < tree.len() {
        return Outside;
    }
    let (head, tail) = host.split_at(host.len() - tree.len());
    let on_label = tree.starts_with(b".") || head.is_empty() || head.ends_with(b".");
    if on_label && tail.eq_ignore_ascii_case(tree) { Inside } else { Outside }
}

fn email_within(tree: &GeneralName<'_>, mailbox: &[u8]) -> Relation {
    let GeneralName::Email(tree) = tree else { return Elsewhere };
    let inside = |yes| if yes { Inside } else { Outside };
    // A name without `@` is a host.
    let Some(at) = mailbox.iter().rposition(|&c| c == b'@') else {
        return inside(tree.is_empty() || tree.eq_ignore_ascii_case(mailbox));
    };
    let host = host_of(&mailbox[at + 1..]);
    if tree.is_empty() {
        return Inside;
    }
    match tree.iter().rposition(|&c| c == b'@') {
        // RFC 5280 section 7.5: only the host is case-insensitive.
        Some(local) => {
            inside(tree[..local] == mailbox[..at] && host_of(&tree[local + 1..]).eq_ignore_ascii_case(host))
        }
        None if tree.starts_with(b".") => host_within(tree, host),
        None => inside(host_of(tree).eq_ignore_ascii_case(host)),
    }
}

/// Compares the host of a URI with a subtree: a host, or with a leading dot all hosts below it. A URI without a
/// host name is rejected by every subtree.
fn uri_within(tree: &GeneralName<'_>, uri: &[u8]) -> Relation {
    let GeneralName::Uri(tree) = tree else { return Elsewhere };
    let Some(host) = uri_host(uri) else { return Unknown };
    match tree {
        [] => Inside,
        [b'.', ..] => host_within(tree, host),
        _ if host_of(tree).eq_ignore_ascii_case(host_of(host)) => Inside,
        _ => Outside,
    }
}

/// The host name of a URI; `None` if it has none, but perhaps an address (RFC 5280 section 4.2.1.10).
fn uri_host(uri: &[u8]) -> Option<&[u8]> {
    let start = uri.windows(3).position(|w| w == b"://")? + 3;
    let authority = uri[start..].split(|c| b"/?#".contains(c)).next()?;
    let host = authority.rsplit(|&c| c == b'@').next()?;
    let name = host.split(|&c| c == b':').next()?;
    let address = name.split(|&c| c == b'.').next_back()?.iter().all(u8::is_ascii_digit);
    if name.is_empty() || address || name.starts_with(b"[") { None } else { Some(name) }
}

/// Compares Names in canonical form: the subtree has all names that begin with it.
fn directory_within(tree: &GeneralName<'_>, name: &[u8]) -> Relation {
    let GeneralName::Directory(tree) = tree else { return Elsewhere };
    // A Name that cannot be read has no canonical form.
    if [tree, name].iter().any(|n| n.first() == Some(&der::SEQUENCE)) {
        return Unknown;
    }
    // Elements carry their length, so that a prefix ends where one of the name's does.
    if name.starts_with(tree) { Inside } else { Outside }
}

fn ip_within(tree: &GeneralName<'_>, ip: &[u8]) -> Relation {
    let GeneralName::Ip(tree) = tree else { return Elsewhere };
    if tree.len() != 2 * ip.len() {
        return Elsewhere;
    }
    let (net, mask) = tree.split_at(ip.len());
    if ip.iter().zip(net).zip(mask).all(|((a, n), m)| a & m == n & m) { Inside } else { Outside }
}
