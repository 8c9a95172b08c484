//! Extensions of TLS 1.2 and TLS 1.3 alike.
use super::{Block, Extensions, number};
use crate::abi::*;
use crate::alg::Group;
use crate::codec::Writer;
use crate::error::{Error, Result, err};
use crate::handshake::config::{Alpn, Config};

/// Longest DNS name (RFC 1035); GnuTLS keeps names up to this.
const MAX_SERVER_NAME: usize = 256;

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

/// The host names that a client asks for. An empty list or name, or a NUL in it, is refused.
pub fn read_server_name(ext: &Extensions) -> Result<Vec<Vec<u8>>> {
    let Some(mut r) = ext.get(number::SERVER_NAME) else { return Ok(Vec::new()) };
    let mut list = crate::codec::Reader::new(r.vec16()?);
    r.finish()?;
    let mut names = Vec::new();
    while !list.is_empty() {
        let kind = list.u8()?;
        let name = list.vec16()?;
        if kind != 0 {
            continue;
        }
        if name.is_empty() || name.contains(&0) {
            return err(GNUTLS_E_RECEIVED_DISALLOWED_NAME);
        }
        if name.len() <= MAX_SERVER_NAME && names.is_empty() {
            names.push(name.to_vec());
        }
    }
    Ok(names)
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

fn read_alpn(ext: &Extensions) -> Result<Option<Vec<Vec<u8>>>> {
    let Some(mut r) = ext.get(number::ALPN) else { return Ok(None) };
    let mut list = crate::codec::Reader::new(r.vec16()?);
    r.finish()?;
    let mut protocols = Vec::new();
    while !list.is_empty() {
        let protocol = list.vec8()?;
        if protocol.is_empty() {
            return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
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

/// CertificateStatus, RFC 6066 section 8: one OCSP response.
pub fn read_certificate_status(r: &mut crate::codec::Reader<'_>) -> Result<Vec<u8>> {
    if r.u8()? != 1 {
        return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
    }
    let response = r.vec24()?.to_vec();
    r.finish()?;
    if response.is_empty() { err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH) } else { Ok(response) }
}

/// supported_groups, RFC 8446 section 4.2.7.
pub fn write_groups(block: &mut Block, config: &Config) {
    block.add(number::SUPPORTED_GROUPS, |w| {
        w.nested(2, |w| config.groups().filter_map(Group::wire).for_each(|g| w.u16(g)));
    });
}

/// The numbers as they came; `None` without the extension.
pub fn read_groups(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, number::SUPPORTED_GROUPS)
}

/// signature_algorithms, RFC 8446 section 4.2.3. The same number may stand for two of our
/// identifiers (an ECDSA scheme with and without its curve): it is sent once.
pub fn write_signs(block: &mut Block, config: &Config) {
    block.add(number::SIGNATURE_ALGORITHMS, |w| w.nested(2, |w| sign_list(w, config)));
}

/// The list alone, as a TLS 1.2 CertificateRequest has it too.
pub fn sign_list(w: &mut Writer, config: &Config) {
    let mut seen = Vec::new();
    for number in config.signs().filter_map(|s| s.wire()) {
        if !seen.contains(&number) {
            seen.push(number);
            w.u16(number);
        }
    }
}

pub fn read_signs(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    read_u16_list(ext, number::SIGNATURE_ALGORITHMS)
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

/// The longest plaintext that the peer takes.
pub fn read_record_size_limit(ext: &Extensions, tls13: bool) -> Result<Option<usize>> {
    let Some(mut r) = ext.get(number::RECORD_SIZE_LIMIT) else { return Ok(None) };
    let limit = usize::from(r.u16()?);
    r.finish()?;
    if limit < 64 {
        return Err(Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, GNUTLS_A_ILLEGAL_PARAMETER));
    }
    Ok(Some((limit - usize::from(tls13)).min(16384)))
}

/// max_fragment_length, RFC 6066 section 4: answered by a server that also reads the newer
/// record_size_limit.
pub fn read_max_fragment_length(ext: &Extensions) -> Result<Option<(u8, usize)>> {
    let Some(mut r) = ext.get(number::MAX_FRAGMENT_LENGTH) else { return Ok(None) };
    let code = r.u8()?;
    r.finish()?;
    match code {
        1..=4 => Ok(Some((code, 256 << code))),
        _ => err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
    }
}
