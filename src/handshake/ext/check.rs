//! Validation of all extensions of a ClientHello, regardless of what is negotiated.
use super::{ExtensionType, Extensions, TABLE, common, required, tls12, tls13};
use crate::abi::*;
use crate::codec::Reader;
use crate::error::{Error, Result, err};

/// Validates the extensions that are checked for every protocol version.
pub fn client_hello(ext: &Extensions) -> Result<()> {
    common::read_server_name(ext)?;
    common::read_status_request(ext)?;
    common::read_groups(ext)?;
    common::read_signs(ext)?;
    common::read_alpn(ext)?;
    common::peer_limit(ext, false)?;
    tls12::read_extended_master_secret(ext)?;
    tls12::read_encrypt_then_mac(ext)
}

/// Validates the extensions of TLS 1.3.
pub fn client_hello13(ext: &Extensions) -> Result<()> {
    tls13::read_key_shares(ext)?;
    tls13::read_cookie(ext)?;
    tls13::read_authorities(ext)?;
    common::read_signs_cert(ext)?;
    for number in [ExtensionType::POST_HANDSHAKE_AUTH, ExtensionType::EARLY_DATA] {
        ext.get(number).map_or(Ok(()), |r| r.finish())?;
    }
    let modes = psk_modes(ext)?;
    if ext.has(ExtensionType::PRE_SHARED_KEY) {
        required(modes)?;
        pre_shared_key(ext)?;
    }
    Ok(())
}

/// psk_key_exchange_modes, RFC 8446 section 4.2.9: at least one mode.
fn psk_modes(ext: &Extensions) -> Result<Option<()>> {
    let Some(mut r) = ext.get(ExtensionType::PSK_KEY_EXCHANGE_MODES) else { return Ok(None) };
    let modes = r.vec8()?;
    r.finish()?;
    if modes.is_empty() { err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH) } else { Ok(Some(())) }
}

/// pre_shared_key, RFC 8446 section 4.2.11: the last extension, as many binders as identities.
fn pre_shared_key(ext: &Extensions) -> Result<()> {
    if ext.iter().last().is_none_or(|(n, _)| n != ExtensionType::PRE_SHARED_KEY) {
        return Err(tls13::ILLEGAL);
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
            return Err(tls13::ILLEGAL);
        }
        // A binder is as long as a digest, at least 32 bytes.
        if binders.vec8()?.len() < 32 {
            return Err(short);
        }
    }
    if binders.is_empty() { Ok(()) } else { Err(tls13::ILLEGAL) }
}

/// What a second ClientHello may change (RFC 8446 section 4.1.2).
const MAY_DIFFER: [ExtensionType; 3] =
    [ExtensionType::PADDING, ExtensionType::PRE_SHARED_KEY, ExtensionType::KEY_SHARE];

/// The second ClientHello must contain the same known extensions as the first, except for `MAY_DIFFER`. It
/// must contain neither early_data nor a cookie, because our HelloRetryRequest has no cookie.
pub fn second_hello(first: &Extensions, second: &Extensions) -> Result<()> {
    let same = |number: ExtensionType| first.body(number) == second.body(number);
    let kept = TABLE.iter().map(|row| row.0).filter(|n| !MAY_DIFFER.contains(n));
    let dropped = [ExtensionType::EARLY_DATA, ExtensionType::COOKIE];
    if dropped.iter().any(|n| second.has(*n)) || !kept.filter(|n| !dropped.contains(n)).all(same) {
        return Err(tls13::ILLEGAL);
    }
    Ok(())
}
