//! Extensions that only TLS 1.3 uses.
use super::block::{Block, ExtensionType, Extensions, required};
use super::offered::Offered;
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::{Group, Version};
use crate::codec::{Reader, Writer};
use crate::crypto::kex::KeyShare;
use crate::error::{Error, Result, err};

/// supported_versions of a client, RFC 8446 section 4.2.1.
pub fn write_versions(block: &mut Block, versions: impl Iterator<Item = Version>) {
    block.add(ExtensionType::SUPPORTED_VERSIONS, |w| w.nested(1, |w| versions.for_each(|v| w.u16(v.wire()))));
}

pub fn read_versions(ext: &Extensions) -> Result<Option<Vec<u16>>> {
    let Some(mut r) = ext.get(ExtensionType::SUPPORTED_VERSIONS) else { return Ok(None) };
    let list = r.vec8()?;
    r.finish()?;
    if list.len() % 2 != 0 || list.is_empty() {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    Ok(Some(list.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect()))
}

/// supported_versions of a server: the selected version.
pub fn write_version(block: &mut Block, version: Version) {
    block.add(ExtensionType::SUPPORTED_VERSIONS, |w| w.u16(version.wire()));
}

/// key_share of a client, RFC 8446 section 4.2.8.
pub fn write_key_shares(block: &mut Block, shares: &[KeyShare]) {
    block.add(ExtensionType::KEY_SHARE, |w| {
        w.nested(2, |w| shares.iter().for_each(|s| key_share(w, s.group(), s.public())))
    });
}

fn key_share(w: &mut Writer, group: Group, public: &[u8]) {
    w.u16(group.wire().unwrap_or_default());
    w.vec16(public);
}

/// Reads a client's key shares. A repeated group is rejected.
pub fn read_key_shares(ext: &Extensions) -> Result<Vec<(u16, Vec<u8>)>> {
    let mut r = required(ext.get(ExtensionType::KEY_SHARE))?;
    let mut list = Reader::new(r.vec16()?);
    r.finish()?;
    let mut shares: Vec<(u16, Vec<u8>)> = Vec::new();
    while !list.is_empty() {
        let group = list.u16()?;
        let key = list.vec16()?;
        if key.is_empty() || shares.len() > 64 || shares.iter().any(|(g, _)| *g == group) {
            return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
        }
        shares.push((group, key.to_vec()));
    }
    Ok(shares)
}

/// key_share of a ServerHello: one entry.
pub fn write_key_share(block: &mut Block, group: Group, public: &[u8]) {
    block.add(ExtensionType::KEY_SHARE, |w| key_share(w, group, public));
}

pub fn read_key_share(ext: &Extensions) -> Result<(u16, Vec<u8>)> {
    let mut r = required(ext.get(ExtensionType::KEY_SHARE))?;
    let group = r.u16()?;
    let key = r.vec16()?.to_vec();
    r.finish()?;
    Ok((group, key))
}

/// key_share of a HelloRetryRequest: only the group.
pub fn write_retry_group(block: &mut Block, group: u16) {
    block.add(ExtensionType::KEY_SHARE, |w| w.u16(group));
}

pub fn read_retry_group(ext: &Extensions) -> Result<Option<u16>> {
    let Some(mut r) = ext.get(ExtensionType::KEY_SHARE) else { return Ok(None) };
    let group = r.u16()?;
    r.finish()?;
    Ok(Some(group))
}

/// cookie, RFC 8446 section 4.2.2: sent back unchanged.
pub fn offer_cookie(block: &mut Block, offered: &Offered<'_>) {
    if let Some(cookie) = offered.cookie {
        block.add(ExtensionType::COOKIE, |w| w.vec16(cookie));
    }
}

pub fn read_cookie(ext: &Extensions) -> Result<Option<Vec<u8>>> {
    let Some(mut r) = ext.get(ExtensionType::COOKIE) else { return Ok(None) };
    let cookie = r.vec16()?.to_vec();
    r.finish()?;
    if cookie.is_empty() { err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER) } else { Ok(Some(cookie)) }
}

/// psk_key_exchange_modes, RFC 8446 section 4.2.9: servers only send tickets to clients that offer it, and
/// applications query whether a ticket was received.
pub fn offer_psk_modes(block: &mut Block, offered: &Offered<'_>) {
    if !offered.psk_modes.is_empty() {
        block.add(ExtensionType::PSK_KEY_EXCHANGE_MODES, |w| w.vec8(offered.psk_modes));
    }
}

/// psk_key_exchange_modes, RFC 8446 section 4.2.9: at least one mode.
pub fn read_psk_modes(ext: &Extensions) -> Result<Option<Vec<u8>>> {
    let Some(mut r) = ext.get(ExtensionType::PSK_KEY_EXCHANGE_MODES) else { return Ok(None) };
    let modes = r.vec8()?;
    r.finish()?;
    if modes.is_empty() { err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH) } else { Ok(Some(modes.to_vec())) }
}

/// pre_shared_key, RFC 8446 section 4.2.11: the last extension, as many binders as identities.
/// A client that offers it sends psk_key_exchange_modes, too.
pub fn check_pre_shared_key(ext: &Extensions) -> Result<()> {
    if !ext.has(ExtensionType::PRE_SHARED_KEY) {
        return Ok(());
    }
    required(read_psk_modes(ext)?)?;
    if ext.iter().last().is_none_or(|(n, _)| n != ExtensionType::PRE_SHARED_KEY) {
        return Err(ILLEGAL);
    }
    let mut r = required(ext.get(ExtensionType::PRE_SHARED_KEY))?;
    let (mut identities, mut binders) = (Reader::new(r.vec16()?), Reader::new(r.vec16()?));
    r.finish()?;
    let short = Error::new(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    if identities.is_empty() || binders.is_empty() {
        return Err(short);
    }
    while !identities.is_empty() {
        // An empty identity is like any other that matches no session.
        identities.vec16()?;
        identities.u32()?;
        if binders.is_empty() {
            return Err(ILLEGAL);
        }
        // A binder is as long as a digest, at least 32 bytes.
        if binders.vec8()?.len() < 32 {
            return Err(short);
        }
    }
    if binders.is_empty() { Ok(()) } else { Err(ILLEGAL) }
}

/// pre_shared_key of a ServerHello: the index of the selected identity.
pub fn write_selected_psk(block: &mut Block, index: u16) {
    block.add(ExtensionType::PRE_SHARED_KEY, |w| w.u16(index));
}

pub fn read_selected_psk(ext: &Extensions) -> Result<Option<u16>> {
    let Some(mut r) = ext.get(ExtensionType::PRE_SHARED_KEY) else { return Ok(None) };
    let index = r.u16()?;
    r.finish()?;
    Ok(Some(index))
}

/// early_data of a ClientHello and of EncryptedExtensions, RFC 8446 section 4.2.10.
pub fn write_early_data(block: &mut Block) {
    block.add(ExtensionType::EARLY_DATA, |_| ());
}

pub fn offer_early_data(block: &mut Block, offered: &Offered<'_>) {
    if offered.early_data {
        write_early_data(block);
    }
}

/// post_handshake_auth, RFC 8446 section 4.2.6.
pub fn offer_post_handshake_auth(block: &mut Block, offered: &Offered<'_>) {
    if offered.config.flags.contains(SessionFlags::POST_HANDSHAKE_AUTH) {
        block.add(ExtensionType::POST_HANDSHAKE_AUTH, |_| ());
    }
}

/// An extension whose body is empty.
pub fn check_empty(ext: &Extensions, kind: ExtensionType) -> Result<()> {
    ext.get(kind).map_or(Ok(()), |r| r.finish())
}

/// certificate_authorities, RFC 8446 section 4.2.4.
pub fn write_authorities(block: &mut Block, names: &[Vec<u8>]) {
    if !names.is_empty() {
        block.add(ExtensionType::CERTIFICATE_AUTHORITIES, |w| name_list(w, names));
    }
}

/// Writes a list of DER names, which a TLS 1.2 CertificateRequest contains, too. Names are omitted once the
/// list would become too long for its length field.
pub fn name_list(w: &mut Writer, names: &[Vec<u8>]) {
    w.nested(2, |w| {
        for name in names {
            if w.len() + name.len() + 2 > 0xf000 {
                break;
            }
            w.vec16(name);
        }
    });
}

pub fn read_name_list(list: &[u8]) -> Result<Vec<Vec<u8>>> {
    let mut r = Reader::new(list);
    let mut names = Vec::new();
    while !r.is_empty() {
        names.push(r.vec16()?.to_vec());
    }
    Ok(names)
}

pub fn read_authorities(ext: &Extensions) -> Result<Vec<Vec<u8>>> {
    let Some(mut r) = ext.get(ExtensionType::CERTIFICATE_AUTHORITIES) else { return Ok(Vec::new()) };
    let names = read_name_list(r.vec16()?)?;
    r.finish()?;
    Ok(names)
}

/// The peer sent an invalid parameter.
pub const ILLEGAL: Error = Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
