//! Extensions that only TLS 1.2 and earlier use.
use subtle::ConstantTimeEq;

use super::block::{Block, ExtensionType, Extensions};
use super::offered::Offered;
use crate::abi::*;
use crate::alg::ciphers::Kind;
use crate::alg::flags::SessionFlags;
use crate::alg::policy::SafeRenegotiation;
use crate::alg::{Cipher, Suite, Version};
use crate::error::{Error, Result, err};
use crate::handshake::step::Context;

/// ec_point_formats, RFC 8422 section 5.1.2: uncompressed only.
pub fn write_point_formats(block: &mut Block) {
    block.add(ExtensionType::EC_POINT_FORMATS, |w| w.vec8(&[0]));
}

/// The peer must support the uncompressed format.
pub fn check_point_formats(ext: &Extensions) -> Result<()> {
    let Some(mut r) = ext.get(ExtensionType::EC_POINT_FORMATS) else { return Ok(()) };
    let formats = r.vec8()?;
    r.finish()?;
    if formats.contains(&0) { Ok(()) } else { err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER) }
}

/// extended_master_secret, RFC 7627.
pub fn write_extended_master_secret(block: &mut Block) {
    block.add(ExtensionType::EXTENDED_MASTER_SECRET, |_| ());
}

/// Offers extended_master_secret, unless the application disabled it.
pub fn offer_extended_master_secret(block: &mut Block, offered: &Offered<'_>) {
    let config = offered.config;
    if !config.policy.no_session_hash && !config.flags.contains(SessionFlags::NO_DEFAULT_EXTENSIONS) {
        write_extended_master_secret(block);
    }
}

pub fn read_extended_master_secret(ext: &Extensions) -> Result<bool> {
    match ext.get(ExtensionType::EXTENDED_MASTER_SECRET) {
        Some(r) => r.finish().map(|()| true),
        None => Ok(false),
    }
}

/// A renegotiation without extended_master_secret after a handshake with it is rejected (RFC 7627 section
/// 5.4), with the same error code as in GnuTLS.
pub const EMS_DROPPED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

/// encrypt_then_mac, RFC 7366. It only affects CBC cipher suites.
pub fn write_encrypt_then_mac(block: &mut Block) {
    block.add(ExtensionType::ENCRYPT_THEN_MAC, |_| ());
}

/// Offers encrypt_then_mac, unless the application disabled it.
pub fn offer_encrypt_then_mac(block: &mut Block, offered: &Offered<'_>) {
    let config = offered.config;
    if !config.policy.no_etm && !config.flags.contains(SessionFlags::NO_DEFAULT_EXTENSIONS) {
        write_encrypt_then_mac(block);
    }
}

/// Whether the peer sent the extension.
pub fn read_encrypt_then_mac(ext: &Extensions) -> Result<bool> {
    match ext.get(ExtensionType::ENCRYPT_THEN_MAC) {
        Some(r) if !r.is_empty() => err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
        found => Ok(found.is_some()),
    }
}

/// session_ticket of a client, RFC 5077 section 3.2: the ticket of the session to resume, or nothing to ask for one.
pub fn offer_session_ticket(block: &mut Block, offered: &Offered<'_>) {
    if offered.config.uses_tickets(Version::Tls12) {
        block.add(ExtensionType::SESSION_TICKET, |w| w.bytes(offered.ticket));
    }
}

/// srp, RFC 5054 section 2.8.1: the name of the client.
pub fn offer_srp_name(block: &mut Block, offered: &Offered<'_>) {
    if !offered.srp_name.is_empty() {
        block.add(ExtensionType::SRP, |w| w.vec8(offered.srp_name));
    }
}

pub fn read_srp_name(ext: &Extensions) -> Result<Option<Vec<u8>>> {
    let Some(mut r) = ext.get(ExtensionType::SRP) else { return Ok(None) };
    let name = r.vec8()?.to_vec();
    r.finish()?;
    if name.is_empty() { err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH) } else { Ok(Some(name)) }
}

/// The ticket that a client shows; empty if it only asks for one, `None` if it uses none.
pub fn read_session_ticket(ext: &Extensions) -> Option<&[u8]> {
    ext.body(ExtensionType::SESSION_TICKET)
}

/// session_ticket of a server: a NewSessionTicket follows. It is empty.
pub fn read_session_ticket_answer(ext: &Extensions) -> Result<bool> {
    match ext.get(ExtensionType::SESSION_TICKET) {
        Some(r) => r.finish().map(|()| true),
        None => Ok(false),
    }
}

/// Notes whether the records of `suite` are authenticated after they are encrypted. `agreed` says that both
/// sides sent the extension. A renegotiation must not go back to the older order (RFC 7366 section 3.1), and
/// with `%FORCE_ETM` no handshake may have it.
pub fn settle_encrypt_then_mac(cx: &mut Context, suite: &Suite, agreed: bool) -> Result<()> {
    let cbc = suite.cipher.kind() == Kind::Block;
    if cbc && !agreed && (cx.config.policy.force_etm || cx.parameters.had_encrypt_then_mac) {
        return err(GNUTLS_E_UNWANTED_ALGORITHM);
    }
    cx.parameters.encrypt_then_mac = cbc && agreed;
    Ok(())
}

/// Reads a server's answer and settles it.
pub fn read_encrypt_then_mac_answer(cx: &mut Context, suite: &Suite, ext: &Extensions) -> Result<()> {
    let agreed = read_encrypt_then_mac(ext)?;
    if agreed && suite.cipher.kind() != Kind::Block && suite.cipher != Cipher::Null {
        // RFC 7366 section 3: a server must not answer it with such a suite. Some do without a cipher, where
        // the order is the same.
        return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
    }
    settle_encrypt_then_mac(cx, suite, agreed)
}

/// renegotiation_info, RFC 5746: `data` is empty, or the verify data of the previous handshake.
pub fn write_renegotiation_info(block: &mut Block, data: &[&[u8]]) {
    block.add(ExtensionType::RENEGOTIATION_INFO, |w| w.vec8(&data.concat()));
}

pub fn offer_renegotiation_info(block: &mut Block, offered: &Offered<'_>) {
    if offered.config.policy.safe_renegotiation != SafeRenegotiation::Disabled {
        write_renegotiation_info(block, &[offered.verify_data]);
    }
}

/// True if the peer sent the extension and its data equals `expected`.
pub fn read_renegotiation_info(ext: &Extensions, expected: &[&[u8]]) -> Result<bool> {
    let Some(mut r) = ext.get(ExtensionType::RENEGOTIATION_INFO) else { return Ok(false) };
    let data = r.vec8()?;
    r.finish()?;
    if bool::from(data.ct_eq(&expected.concat())) {
        Ok(true)
    } else {
        err(GNUTLS_E_SAFE_RENEGOTIATION_FAILED)
    }
}
