//! Extensions that TLS 1.2 and TLS 1.3 have in common.
use super::block::{Block, ExtensionType, Extensions};
use super::offered::Offered;
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::{Group, Kx, Sign, Version};
use crate::codec::{Reader, Writer};
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::{Alpn, Config};
use crate::handshake::step::Context;
use crate::log::{self, Text, reason};

/// server_name, RFC 6066 section 3.
pub fn write_server_name(block: &mut Block, names: &[Vec<u8>]) {
    if names.is_empty() {
        return;
    }
    block.add(ExtensionType::SERVER_NAME, |w| {
        w.nested(2, |w| {
            for name in names {
                w.u8(0);
                w.vec16(name);
            }
        });
    });
}

/// Reads the host name that a client requests: the first one, as in GnuTLS. An empty list or name is
/// rejected.
pub fn read_server_name(ext: &Extensions) -> Result<Vec<Vec<u8>>> {
    let Some(mut r) = ext.get(ExtensionType::SERVER_NAME) else { return Ok(Vec::new()) };
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
            return Err(reason!(
                Error::new(GNUTLS_E_RECEIVED_DISALLOWED_NAME),
                "the client asks for the server name \"{}\", which is no host name",
                Text(name)
            ));
        }
        if names.is_empty() {
            names.push(name.to_vec());
        }
    }
    Ok(names)
}

/// True for nonempty labels of letters, digits, hyphens and underscores. Other bytes are rejected because
/// applications use the name in paths and log lines. A final dot is ignored, as in GnuTLS.
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
    block.add(ExtensionType::ALPN, |w| {
        w.nested(2, |w| {
            for protocol in list {
                w.vec8(protocol);
            }
        });
    });
}

/// Reads the protocols. An empty list or name is rejected.
pub fn read_alpn(ext: &Extensions) -> Result<Option<Vec<Vec<u8>>>> {
    let Some(mut r) = ext.get(ExtensionType::ALPN) else { return Ok(None) };
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

/// Selects a protocol from a client's list. A missing common protocol is an error only if ALPN is mandatory.
pub fn choose_alpn(ext: &Extensions, alpn: &Alpn) -> Result<Option<Vec<u8>>> {
    let Some(offered) = read_alpn(ext)? else { return Ok(None) };
    if alpn.protocols.is_empty() {
        return Ok(None);
    }
    let (first, second) =
        if alpn.server_precedence { (&alpn.protocols, &offered) } else { (&offered, &alpn.protocols) };
    match first.iter().find(|p| second.contains(p)) {
        Some(p) => Ok(Some(p.clone())),
        None if alpn.mandatory => Err(no_common_protocol(&offered, &alpn.protocols)),
        None => Ok(None),
    }
}

/// Reads the server's response: exactly one protocol, which must have been offered.
pub fn read_alpn_answer(ext: &Extensions, alpn: &Alpn) -> Result<Option<Vec<u8>>> {
    let Some(mut list) = read_alpn(ext)? else { return Ok(None) };
    match (list.pop(), list.is_empty()) {
        (Some(p), true) if alpn.protocols.contains(&p) => Ok(Some(p)),
        (protocol, _) => Err(reason!(
            Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
            "the server selected the ALPN protocol {}, but we offered {}",
            protocol.map_or("(none)".to_string(), |p| Text(&p).to_string()),
            log::list(alpn.protocols.iter().map(|p| Text(p)))
        )),
    }
}

/// No protocol is in both lists, and the application requires one.
#[cold]
fn no_common_protocol(theirs: &[Vec<u8>], ours: &[Vec<u8>]) -> Error {
    reason!(
        Error::new(GNUTLS_E_NO_APPLICATION_PROTOCOL),
        "no ALPN protocol in common, which the application requires: the client offers {}, we support {}",
        log::list(theirs.iter().map(|p| Text(p))),
        log::list(ours.iter().map(|p| Text(p)))
    )
}

/// status_request, RFC 6066 section 8: any responder, no extensions.
pub fn offer_status_request(block: &mut Block, config: &Config) {
    let without = SessionFlags::NO_STATUS_REQUEST | SessionFlags::NO_DEFAULT_EXTENSIONS;
    if !config.flags.intersects(without) {
        block.add(ExtensionType::STATUS_REQUEST, |w| w.bytes(&[1, 0, 0, 0, 0]));
    }
}

/// Whether the client requests the OCSP status of the server's certificate. Requests for other status types
/// are ignored.
pub fn read_status_request(ext: &Extensions) -> Result<bool> {
    let Some(mut r) = ext.get(ExtensionType::STATUS_REQUEST) else { return Ok(false) };
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

/// Writes a CertificateStatus.
pub fn certificate_status(w: &mut Writer, response: &[u8]) {
    w.u8(1);
    w.vec24(response);
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

/// supported_groups, RFC 8446 section 4.2.7. The list must not be empty, so without groups the extension is
/// omitted. Hybrids are only for TLS 1.3, finite fields for it and for DHE. In DTLS hybrids have no key share: a server that
/// resumes a session with early data must not prefer one. The PSK keeps what the first session had of them.
pub fn offer_groups(block: &mut Block, offered: &Offered<'_>) {
    let dhe = offered.config.suites().any(|s| s.kx.is_some_and(Kx::uses_field));
    let groups = || {
        let groups = offered.config.groups();
        groups.filter(|g| offered.tls13 || g.curve().is_some() || (dhe && g.finite_field().is_some()))
    };
    if groups().next().is_none() {
        return;
    }
    let late = |g: &Group| offered.resumes && offered.config.is_datagram() && g.hybrid().is_some();
    let ordered = || groups().filter(|g| !late(g)).chain(groups().filter(late));
    block.add(ExtensionType::SUPPORTED_GROUPS, |w| {
        w.nested(2, |w| ordered().filter_map(Group::wire).for_each(|g| w.u16(g)));
    });
}

/// Reads the group numbers; `None` if the extension is missing.
pub fn read_groups(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, ExtensionType::SUPPORTED_GROUPS)
}

/// signature_algorithms, RFC 8446 section 4.2.3. Two of our identifiers may have the same code point (an
/// ECDSA scheme with and without its curve), which is sent once. `newest` is the newest version that may be
/// negotiated.
pub fn write_signs(block: &mut Block, config: &Config, newest: Version) {
    // TLS 1.0 and 1.1 do not negotiate signatures.
    if !newest.negotiates_signatures() {
        return;
    }
    block.add(ExtensionType::SIGNATURE_ALGORITHMS, |w| w.nested(2, |w| sign_list(w, config, newest)));
}

/// Writes the list of schemes, which a TLS 1.2 CertificateRequest contains, too. For TLS 1.3, schemes that
/// may only sign certificates are included (section 4.2.3); for TLS 1.2, only usable schemes are offered.
pub fn sign_list(w: &mut Writer, config: &Config, newest: Version) {
    let mut seen = Vec::new();
    let usable = |s: &Sign| newest.is_tls13() || s.allowed_in(newest);
    for number in config.signs().filter(usable).filter_map(Sign::wire) {
        if !seen.contains(&number) {
            seen.push(number);
            w.u16(number);
        }
    }
}

pub fn read_signs(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, ExtensionType::SIGNATURE_ALGORITHMS)
}

/// signature_algorithms_cert: the syntax is checked, but the list does not affect the selection of a chain.
pub fn read_signs_cert(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, ExtensionType::SIGNATURE_ALGORITHMS_CERT)
}

fn read_u16_list(ext: &Extensions, number: ExtensionType) -> Result<Option<Vec<u16>>> {
    let Some(mut r) = ext.get(number) else { return Ok(None) };
    let list = r.vec16()?;
    r.finish()?;
    if list.is_empty() || list.len() % 2 != 0 {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    Ok(Some(list.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect()))
}

/// record_size_limit, RFC 8449. In TLS 1.3 the limit includes the content type.
pub fn write_record_size_limit(block: &mut Block, config: &Config, tls13: bool) {
    block.add(ExtensionType::RECORD_SIZE_LIMIT, |w| w.u16((config.max_recv + usize::from(tls13)) as u16));
}

/// max_fragment_length, RFC 6066 section 4: offered if the limit is one of the four possible sizes, for
/// servers that do not support record_size_limit.
pub fn write_max_fragment_length(block: &mut Block, config: &Config) {
    if let Some(code) = fragment_code(config.max_send) {
        block.add(ExtensionType::MAX_FRAGMENT_LENGTH, |w| w.u8(code));
    }
}

fn fragment_code(size: usize) -> Option<u8> {
    (1..=4).find(|code| fragment_size(*code) == size)
}

fn fragment_size(code: u8) -> usize {
    256 << code
}

/// The plaintext limit that the peer requests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// The maximum size that the peer accepts (RFC 8449).
    Record(usize),
    /// The code of the maximum size in both directions (RFC 6066).
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

/// Reads the limit that a client requests. record_size_limit takes precedence over max_fragment_length (RFC
/// 8449 section 5).
pub fn peer_limit(ext: &Extensions, tls13: bool) -> Result<Option<Limit>> {
    match read_record_size_limit(ext, tls13)? {
        Some(size) => Ok(Some(Limit::Record(size))),
        None => Ok(read_max_fragment_length(ext)?.map(Limit::Fragment)),
    }
}

/// Writes the server's response to the limit that the client requested.
pub fn write_limit_answer(block: &mut Block, limit: Option<Limit>, config: &Config, tls13: bool) {
    match limit {
        Some(Limit::Record(_)) => write_record_size_limit(block, config, tls13),
        Some(Limit::Fragment(code)) => block.add(ExtensionType::MAX_FRAGMENT_LENGTH, |w| w.u8(code)),
        None => {}
    }
}

/// Reads the server's response: it must not contain both extensions (RFC 8449 section 5), and the fragment
/// length must be the one that was offered (RFC 6066 section 4). Without `%ALLOW_SMALL_RECORDS` a client refuses servers that
/// want records of less than 512 bytes, as GnuTLS does.
pub fn read_limit_answer(ext: &Extensions, config: &Config, tls13: bool) -> Result<Option<Limit>> {
    let size = read_record_size_limit(ext, tls13)?;
    let code = read_max_fragment_length(ext)?;
    let least = if config.policy.allow_small_records { 0 } else { 512 - usize::from(tls13) };
    if size.is_some_and(|size| size < least) {
        return Err(reason!(
            Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, AlertDescription::ILLEGAL_PARAMETER),
            "the server wants records of less than 512 bytes, and the priorities do not have %ALLOW_SMALL_RECORDS"
        ));
    }
    match (size, code) {
        (size, None) => Ok(size.map(Limit::Record)),
        (None, Some(code)) if fragment_code(config.max_send) == Some(code) => Ok(Some(Limit::Fragment(code))),
        _ => err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
    }
}

/// Reads the maximum plaintext size that the peer accepts.
fn read_record_size_limit(ext: &Extensions, tls13: bool) -> Result<Option<usize>> {
    let Some(mut r) = ext.get(ExtensionType::RECORD_SIZE_LIMIT) else { return Ok(None) };
    let limit = usize::from(r.u16()?);
    r.finish()?;
    if limit < 64 {
        return Err(Error::with_alert(
            GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER,
            AlertDescription::ILLEGAL_PARAMETER,
        ));
    }
    Ok(Some((limit - usize::from(tls13)).min(16384)))
}

fn read_max_fragment_length(ext: &Extensions) -> Result<Option<u8>> {
    let Some(mut r) = ext.get(ExtensionType::MAX_FRAGMENT_LENGTH) else { return Ok(None) };
    let code = r.u8()?;
    r.finish()?;
    if (1..=4).contains(&code) { Ok(Some(code)) } else { err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER) }
}
