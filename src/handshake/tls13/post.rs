//! Post-handshake messages (RFC 8446 section 4.6): KeyUpdate, and tickets, which are ignored.
use super::keys;
use crate::abi::*;
use crate::alg::Suite;
use crate::alg::flags::SessionFlags;
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::{Config, Role};
use crate::handshake::ext::{self, MessageContext};
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::step::{ReadSide, WriteSide};

/// The action that a post-handshake message requires.
#[derive(PartialEq, Eq, Debug)]
pub enum Wish {
    Nothing,
    /// A ticket was received. Resumption is not implemented.
    Ticket,
    /// The peer requests that we update our sending keys, too.
    KeyUpdate,
    /// The server requests post-handshake authentication (section 4.6.2).
    Certificate,
}

/// Processes a post-handshake message.
pub fn received(
    message: &Message,
    config: &Config,
    suite: &'static Suite,
    read: &mut ReadSide,
) -> Result<Wish> {
    let client = config.role == Role::Client;
    match message.kind() {
        HandshakeType::KEY_UPDATE => key_update_received(message, suite, read),
        HandshakeType::NEW_SESSION_TICKET if client => {
            check_ticket(message)?;
            Ok(Wish::Ticket)
        }
        HandshakeType::CERTIFICATE_REQUEST
            if client && config.flags.contains(SessionFlags::POST_HANDSHAKE_AUTH) =>
        {
            Ok(Wish::Certificate)
        }
        _ => err(GNUTLS_E_UNEXPECTED_PACKET),
    }
}

/// NewSessionTicket, section 4.6.1: the syntax is checked. Nothing is stored, because resumption is not
/// implemented.
fn check_ticket(message: &Message) -> Result<()> {
    let mut r = message.reader();
    r.u32()?;
    r.u32()?;
    r.vec8()?;
    if r.vec16()?.is_empty() {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    ext::read(r.vec16()?, MessageContext::NewSessionTicket, &[])?;
    r.finish()
}

/// KeyUpdate, section 4.6.3: the peer's following records are protected with the next generation of keys.
fn key_update_received(message: &Message, suite: &'static Suite, read: &mut ReadSide) -> Result<Wish> {
    let mut r = message.reader();
    let request = r.u8()?;
    r.finish()?;
    if request > 1 {
        return Err(Error::with_alert(
            GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER,
            AlertDescription::ILLEGAL_PARAMETER,
        ));
    }
    let next = next_traffic(suite, &read.traffic)?;
    read.set_protection(keys::protection(suite, &next)?)?;
    read.traffic = Some(next);
    Ok(if request == 1 { Wish::KeyUpdate } else { Wish::Nothing })
}

/// Builds a KeyUpdate, which may request one from the peer.
pub fn key_update(ask_peer: bool) -> Result<Message> {
    Message::build(HandshakeType::KEY_UPDATE, |w| w.u8(ask_peer.into()))
}

/// Sends a KeyUpdate and updates our sending keys.
pub fn send_key_update(message: &Message, suite: &'static Suite, write: &mut WriteSide) -> Result<()> {
    let next = next_traffic(suite, &write.traffic)?;
    let protection = keys::protection(suite, &next)?;
    write.handshake(message)?;
    write.records.set_protection(protection);
    write.traffic = Some(next);
    Ok(())
}

fn next_traffic(suite: &Suite, traffic: &Option<Secret>) -> Result<Secret> {
    match traffic {
        Some(current) => Ok(keys::next_generation(suite, current)),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}
