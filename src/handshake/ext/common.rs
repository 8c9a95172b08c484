//! Extensions of TLS 1.2 and TLS 1.3 alike.
use super::{Block, Extensions, number};
use crate::abi::*;
use crate::alg::{Group, Sign, Version};
use crate::codec::{Reader, Writer};
use crate::error::{Error, Result, err};
use crate::handshake::config::{Alpn, Config};
use crate::handshake::step::Context;

/// server_name, RFC 6066 section 3.
pub fn write_server_name(block: &mut Block, names: &[Vec<u8>]) {
    if names.is_empty() {
        return;
    }
    block.add(number::SERVER_NAME, |w| {
        w.nested(2, |w| {
            for name in names {
                w.u8(0);
                w.vec16(name);
            }
        });
    });
}

/// The host name that a client asks for: the first, as in GnuTLS. An empty list or name is refused.
pub fn read_server_name(ext: &Extensions) -> Result<Vec<Vec<u8>>> {
    let Some(mut r) = ext.get(number::SERVER_NAME) else { return Ok(Vec::new()) };
    let mut list = Reader::new(r.vec16()?);
    r.finish()?;
    let mut names = Vec::new();
    if list.is_empty() {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    while !list.is_empty() {
        let kind = list.u8()?;
        let name = list.vec16()?;
        if name.is_empty() {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        if kind != 0 {
            continue;
        }
        if !is_host_name(name) {
            return err(GNUTLS_E_RECEIVED_DISALLOWED_NAME);
        }
        if names.is_empty() {
            names.push(name.to_vec());
        }
    }
    Ok(names)
}

/// Letters, digits, hyphens and underscores in labels that are not empty; applications make paths and lines of logs
/// from it. A final dot is no part of a name on the wire and passed over, as in GnuTLS.
fn is_host_name(name: &[u8]) -> bool {
    let name = name.strip_suffix(b".").unwrap_or(name);
    let in_label = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    name.split(|b| *b == b'.').all(|label| !label.is_empty() && label.iter().all(in_label))
}

/// application_layer_protocol_negotiation, RFC 7301.
pub fn write_alpn<'a>(block: &mut Block, protocols: impl Iterator<Item = &'a [u8]>) {
    let list: Vec<&[u8]> = protocols.collect();
    if list.is_empty() {
        return;
    }
    block.add(number::ALPN, |w| {
        w.nested(2, |w| {
            for protocol in list {
                w.vec8(protocol);
            }
        });
    });
}

/// The protocols as they came: a list that is not empty, of names that are not.
pub fn read_alpn(ext: &Extensions) -> Result<Option<Vec<Vec<u8>>>> {
    let Some(mut r) = ext.get(number::ALPN) else { return Ok(None) };
    let mut list = Reader::new(r.vec16()?);
    r.finish()?;
    if list.is_empty() {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    let mut protocols = Vec::new();
    while !list.is_empty() {
        let protocol = list.vec8()?;
        if protocol.is_empty() {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        protocols.push(protocol.to_vec());
    }
    Ok(Some(protocols))
}

/// The server's choice from a client's list; none in common is an error only where ALPN is mandatory.
pub fn choose_alpn(ext: &Extensions, alpn: &Alpn) -> Result<Option<Vec<u8>>> {
    let Some(offered) = read_alpn(ext)? else { return Ok(None) };
    if alpn.protocols.is_empty() {
        return Ok(None);
    }
    let (first, second) =
        if alpn.server_precedence { (&alpn.protocols, &offered) } else { (&offered, &alpn.protocols) };
    match first.iter().find(|p| second.contains(p)) {
        Some(p) => Ok(Some(p.clone())),
        None if alpn.mandatory => err(GNUTLS_E_NO_APPLICATION_PROTOCOL),
        None => Ok(None),
    }
}

/// The server's answer: one protocol, of those offered.
pub fn read_alpn_answer(ext: &Extensions, alpn: &Alpn) -> Result<Option<Vec<u8>>> {
    let Some(mut list) = read_alpn(ext)? else { return Ok(None) };
    match (list.pop(), list.is_empty()) {
        (Some(p), true) if alpn.protocols.contains(&p) => Ok(Some(p)),
        _ => err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
    }
}

/// status_request, RFC 6066 section 8: any responder, no extensions.
pub fn write_status_request(block: &mut Block) {
    block.add(number::STATUS_REQUEST, |w| w.bytes(&[1, 0, 0, 0, 0]));
}

/// Whether the client asks for the status of the server's certificate. A kind of status that is not OCSP is not
/// asked for here.
pub fn read_status_request(ext: &Extensions) -> Result<bool> {
    let Some(mut r) = ext.get(number::STATUS_REQUEST) else { return Ok(false) };
    if r.u8()? != 1 {
        return Ok(false);
    }
    let mut responders = Reader::new(r.vec16()?);
    while !responders.is_empty() {
        responders.vec16()?;
    }
    r.vec16()?;
    r.finish()?;
    Ok(true)
}

/// CertificateStatus, RFC 6066 section 8: one OCSP response.
pub fn read_certificate_status(r: &mut Reader<'_>) -> Result<Vec<u8>> {
    if r.u8()? != 1 {
        return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
    }
    let response = r.vec24()?.to_vec();
    r.finish()?;
    if response.is_empty() { err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH) } else { Ok(response) }
}

/// supported_groups, RFC 8446 section 4.2.7: a list has one member at least.
pub fn write_groups(block: &mut Block, config: &Config) {
    if config.groups().next().is_none() {
        return;
    }
    block.add(number::SUPPORTED_GROUPS, |w| {
        w.nested(2, |w| config.groups().filter_map(Group::wire).for_each(|g| w.u16(g)));
    });
}

/// The numbers as they came; `None` without the extension.
pub fn read_groups(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, number::SUPPORTED_GROUPS)
}

/// signature_algorithms, RFC 8446 section 4.2.3. The same number may stand for two of our
/// identifiers (an ECDSA scheme with and without its curve): it is sent once. `newest` is the newest version that
/// may come of it.
pub fn write_signs(block: &mut Block, config: &Config, newest: Version) {
    block.add(number::SIGNATURE_ALGORITHMS, |w| w.nested(2, |w| sign_list(w, config, newest)));
}

/// The list alone, as a TLS 1.2 CertificateRequest has it too. TLS 1.3 names what may sign certificates alone as
/// well (section 4.2.3); TLS 1.2 offers nothing that it would refuse.
pub fn sign_list(w: &mut Writer, config: &Config, newest: Version) {
    let mut seen = Vec::new();
    let usable = |s: &Sign| newest == Version::Tls13 || s.allowed_in(newest);
    for number in config.signs().filter(usable).filter_map(Sign::wire) {
        if !seen.contains(&number) {
            seen.push(number);
            w.u16(number);
        }
    }
}

pub fn read_signs(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, number::SIGNATURE_ALGORITHMS)
}

/// signature_algorithms_cert: our choice of chains does not hang on it, its form is checked.
pub fn read_signs_cert(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, number::SIGNATURE_ALGORITHMS_CERT)
}

fn read_u16_list(ext: &Extensions, number: u16) -> Result<Option<Vec<u16>>> {
    let Some(mut r) = ext.get(number) else { return Ok(None) };
    let list = r.vec16()?;
    r.finish()?;
    if list.is_empty() || list.len() % 2 != 0 {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    Ok(Some(list.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect()))
}

/// record_size_limit, RFC 8449. TLS 1.3 counts the content type too.
pub fn write_record_size_limit(block: &mut Block, config: &Config, tls13: bool) {
    block.add(number::RECORD_SIZE_LIMIT, |w| w.u16((config.max_recv + usize::from(tls13)) as u16));
}

/// max_fragment_length, RFC 6066 section 4: offered for the four sizes that it can say, to servers that do not know
/// the newer extension.
pub fn write_max_fragment_length(block: &mut Block, config: &Config) {
    if let Some(code) = fragment_code(config.max_send) {
        block.add(number::MAX_FRAGMENT_LENGTH, |w| w.u8(code));
    }
}

fn fragment_code(size: usize) -> Option<u8> {
    (1..=4).find(|code| fragment_size(*code) == size)
}

fn fragment_size(code: u8) -> usize {
    256 << code
}

/// What the peer says of the length of plaintexts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// The longest that it takes (RFC 8449).
    Record(usize),
    /// The longest of both directions, by its code (RFC 6066).
    Fragment(u8),
}

impl Limit {
    pub fn apply(self, cx: &mut Context) {
        match self {
            Limit::Record(size) => cx.limit_records(size),
            Limit::Fragment(code) => cx.limit_fragments(fragment_size(code)),
        }
    }
}

/// A client's wish: record_size_limit counts where both are there (RFC 8449 section 5).
pub fn peer_limit(ext: &Extensions, tls13: bool) -> Result<Option<Limit>> {
    match read_record_size_limit(ext, tls13)? {
        Some(size) => Ok(Some(Limit::Record(size))),
        None => Ok(read_max_fragment_length(ext)?.map(Limit::Fragment)),
    }
}

/// The server's answer to a client's wish.
pub fn write_limit_answer(block: &mut Block, limit: Option<Limit>, config: &Config, tls13: bool) {
    match limit {
        Some(Limit::Record(_)) => write_record_size_limit(block, config, tls13),
        Some(Limit::Fragment(code)) => block.add(number::MAX_FRAGMENT_LENGTH, |w| w.u8(code)),
        None => {}
    }
}

/// The answer as a client reads it: never both extensions (RFC 8449 section 5), and the fragment length that was
/// offered (RFC 6066 section 4).
pub fn read_limit_answer(ext: &Extensions, config: &Config, tls13: bool) -> Result<Option<Limit>> {
    let size = read_record_size_limit(ext, tls13)?;
    let code = read_max_fragment_length(ext)?;
    match (size, code) {
        (size, None) => Ok(size.map(Limit::Record)),
        (None, Some(code)) if fragment_code(config.max_send) == Some(code) => Ok(Some(Limit::Fragment(code))),
        _ => err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
    }
}

/// The longest plaintext that the peer takes.
fn read_record_size_limit(ext: &Extensions, tls13: bool) -> Result<Option<usize>> {
    let Some(mut r) = ext.get(number::RECORD_SIZE_LIMIT) else { return Ok(None) };
    let limit = usize::from(r.u16()?);
    r.finish()?;
    if limit < 64 {
        return Err(Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, GNUTLS_A_ILLEGAL_PARAMETER));
    }
    Ok(Some((limit - usize::from(tls13)).min(16384)))
}

fn read_max_fragment_length(ext: &Extensions) -> Result<Option<u8>> {
    let Some(mut r) = ext.get(number::MAX_FRAGMENT_LENGTH) else { return Ok(None) };
    let code = r.u8()?;
    r.finish()?;
    if (1..=4).contains(&code) { Ok(Some(code)) } else { err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER) }
}
