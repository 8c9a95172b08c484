//! Printing of values in certificates, CRLs and requests: dates, general names, bytes.
use std::io::Write as _;
use std::net::{Ipv4Addr, Ipv6Addr};

use crate::asn1::{der, oid};
use crate::error::Error;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::name::{self, Order};

/// The buffer of the printed text. Writing to it cannot fail.
pub(crate) type Out = Vec<u8>;

macro_rules! put {
    ($out:expr, $($arg:tt)*) => { let _ = write!($out, $($arg)*); };
}
pub(in crate::pki) use put;

/// Prints the error of a field that cannot be read.
pub(in crate::pki) fn failed(out: &mut Out, getter: &str, e: Error) {
    put!(out, "error: {getter}: {}\n", why(e));
}

/// The text of an error.
pub(in crate::pki) fn why(e: Error) -> &'static str {
    crate::error::table::entry(e.code()).map_or("", |e| e.text())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |n: u8| char::from(DIGITS[usize::from(n & 15)]);
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(*b)]).collect()
}

/// Prints 16 bytes per line, separated by colons.
pub(in crate::pki) fn block(out: &mut Out, bytes: &[u8], indent: &str) {
    for line in bytes.chunks(16) {
        let text: Vec<String> = line.iter().map(|b| format!("{b:02x}")).collect();
        put!(out, "{indent}{}\n", text.join(":"));
    }
}

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

struct Civil {
    year: i64,
    month: i64,
    day: i64,
    weekday: usize,
    seconds: i64,
}

fn civil(time: i64) -> Civil {
    let days = time.div_euclid(86_400);
    let (year, month, day) = der::civil_from_days(days);
    Civil { year, month, day, weekday: (days + 4).rem_euclid(7) as usize, seconds: time.rem_euclid(86_400) }
}

fn clock(s: i64) -> String {
    format!("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
}

/// `Sun Nov 22 22:20:39 UTC 2026`.
pub(super) fn date(time: i64) -> String {
    let c = civil(time);
    let month = MONTHS[(c.month - 1) as usize];
    format!("{} {month} {:02} {} UTC {}", DAYS[c.weekday], c.day, clock(c.seconds), c.year)
}

/// `Sun, Nov 22 22:20:39 UTC 2026`.
pub(super) fn comma_date(time: i64) -> String {
    let mut text = date(time);
    text.insert(3, ',');
    text
}

/// `2026-11-22 22:20:39 UTC`.
pub(in crate::pki) fn short_date(time: i64) -> String {
    let c = civil(time);
    format!("{}-{:02}-{:02} {} UTC", c.year, c.month, c.day, clock(c.seconds))
}

/// An IP address, or in name constraints a network with its prefix length.
fn address(ip: &[u8], network: bool) -> Option<String> {
    fn text(ip: &[u8]) -> Option<String> {
        match ip.len() {
            4 => Some(Ipv4Addr::from(<[u8; 4]>::try_from(ip).ok()?).to_string()),
            16 => Some(Ipv6Addr::from(<[u8; 16]>::try_from(ip).ok()?).to_string()),
            _ => None,
        }
    }
    match ip.len() {
        4 | 16 if !network => text(ip),
        8 | 32 if network => {
            let (net, mask) = ip.split_at(ip.len() / 2);
            let prefix: u32 = mask.iter().map(|b| b.leading_ones()).sum();
            Some(format!("{}/{prefix}", text(net)?))
        }
        _ => None,
    }
}

/// Prints a GeneralName on one line (an unknown otherName on three lines).
pub(super) fn general_name(out: &mut Out, name: &GeneralName<'_>, indent: &str) {
    name_line(out, name, indent, false);
}

/// Like [`general_name`], but for a subtree of name constraints.
pub(super) fn constraint(out: &mut Out, name: &GeneralName<'_>, indent: &str) {
    name_line(out, name, indent, true);
}

fn name_line(out: &mut Out, name: &GeneralName<'_>, indent: &str, network: bool) {
    let line = |out: &mut Out, label: &str, value: &[u8]| {
        put!(out, "{indent}{label}: ");
        out.extend_from_slice(value);
        out.push(b'\n');
    };
    match name {
        GeneralName::Dns(v) => {
            let v = without_nul(out, v);
            line(out, "DNSname", &with_unicode(&v));
        }
        GeneralName::Email(v) => {
            let v = without_nul(out, v);
            line(out, "RFC822Name", &with_unicode(&v));
        }
        GeneralName::Uri(v) => {
            let v = without_nul(out, v);
            line(out, "URI", &v);
        }
        GeneralName::Ip(v) => {
            line(out, "IPAddress", address(v, network).as_deref().unwrap_or("(error)").as_bytes())
        }
        GeneralName::Directory(v) => {
            if let Ok(text) = name::to_text(v, Order::Rfc4514) {
                line(out, "directoryName", &text);
            }
        }
        GeneralName::Registered(v) => {
            line(out, "Registered ID", oid::to_text(v).unwrap_or_default().as_bytes())
        }
        GeneralName::Other { oid: id, value } => match known_other(id, value) {
            Some((label, text)) => line(out, label, &text),
            None => {
                line(out, "otherName OID", oid::to_text(id).unwrap_or_default().as_bytes());
                line(out, "otherName DER", hex(value).as_bytes());
                line(out, "otherName ASCII", &ascii(value));
            }
        },
        GeneralName::Unknown(_) => {}
    }
}

/// Label and text of an otherName of a well-known type, if its value has the syntax of the type.
fn known_other(id: &[u8], value: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    let text = |tags: &[u8]| {
        let e = der::Reader::new(value).any().ok()?;
        if tags.contains(&e.tag) {
            name::plain_text(&e).filter(|t| !t.is_empty() && !t.contains(&0))
        } else {
            None
        }
    };
    const DIRECTORY: [u8; 4] =
        [der::UTF8_STRING, der::PRINTABLE_STRING, der::TELETEX_STRING, der::BMP_STRING];
    Some(match id {
        oid::ON_XMPP_ADDR => ("XMPP Address", text(&[der::UTF8_STRING])?),
        oid::ON_DNS_SRV => ("SRVName", text(&[der::IA5_STRING])?),
        oid::MS_USER_PRINCIPAL => ("User Principal Name", text(&DIRECTORY)?),
        oid::KRB5_PRINCIPAL => ("KRB5Principal", krb5(value)?),
        _ => return None,
    })
}

/// Replaces nonprintable bytes by dots.
pub(super) fn ascii(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|&b| if (0x20..0x7f).contains(&b) { b } else { b'.' }).collect()
}

/// Replaces NULs in a name and prints a warning about them.
fn without_nul(out: &mut Out, name: &[u8]) -> Vec<u8> {
    if name.contains(&0) {
        put!(out, "warning: SAN contains an embedded NUL, replacing with '!'\n");
    }
    name.iter().map(|&b| if b == 0 { b'!' } else { b }).collect()
}

/// Appends the Unicode form of an internationalized host name or mail address, or a note if the name has
/// nonprintable or non-ASCII characters.
fn with_unicode(name: &[u8]) -> Vec<u8> {
    let mut out = name.to_vec();
    if name.iter().any(|b| !(0x20..0x7f).contains(b)) {
        put!(out, " (contains illegal chars)");
        return out;
    }
    let text = String::from_utf8_lossy(name);
    if text.contains("xn--") {
        let (local, host) = text.rsplit_once('@').map_or(("", &*text), |(l, h)| (&text[..l.len() + 1], h));
        let (unicode, result) = idna::domain_to_unicode(host);
        if result.is_ok() {
            put!(out, " ({local}{unicode})");
        }
    }
    out
}

/// The text of a KRB5PrincipalName (RFC 4556): `part/part@REALM`.
pub fn krb5(value: &[u8]) -> Option<Vec<u8>> {
    let mut r = der::Reader::new(value).sequence().ok()?;
    let realm = r.expect(der::context_constructed(0)).ok()?.open().any().ok()?.value;
    let mut principal = r.expect(der::context_constructed(1)).ok()?.open().sequence().ok()?;
    principal.expect(der::context_constructed(0)).ok()?;
    let mut parts = principal.expect(der::context_constructed(1)).ok()?.open().sequence().ok()?;
    let mut out = Vec::new();
    while !parts.is_empty() {
        if !out.is_empty() {
            out.push(b'/');
        }
        out.extend_from_slice(parts.any().ok()?.value);
    }
    out.push(b'@');
    out.extend_from_slice(realm);
    Some(out)
}
