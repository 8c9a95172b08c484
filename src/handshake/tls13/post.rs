//! After the handshake (RFC 8446 section 4.6): KeyUpdate, and tickets that nobody asked for.
use super::keys;
use crate::abi::*;
use crate::crypto::secret::Secret;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::handshake::ext::{Extensions, Place};
use crate::handshake::facts::Facts;
use crate::handshake::messages::{Message, kind};
use crate::handshake::step::{ReadSide, WriteSide};

/// What a post-handshake message wants of us.
#[derive(PartialEq, Eq, Debug)]
pub enum Wish {
    Nothing,
    /// The peer asks us to update our sending keys too.
    KeyUpdate,
    /// The server asks for a certificate now (section 4.6.2).
    Certificate,
}

/// One message that came after the handshake.
pub fn received(message: &Message, role: Role, facts: &mut Facts, read: &mut ReadSide) -> Result<Wish> {
    match (message.kind(), role) {
        (kind::KEY_UPDATE, _) => key_update_received(message, role, facts, read),
        (kind::NEW_SESSION_TICKET, Role::Client) => {
            check_ticket(message)?;
            facts.ticket_received = true;
            Ok(Wish::Nothing)
        }
        (kind::CERTIFICATE_REQUEST, Role::Client) if facts.transcript.is_some() => Ok(Wish::Certificate),
        _ => err(GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET),
    }
}

/// NewSessionTicket, section 4.6.1: its form is checked; resumption is not offered, so nothing is kept.
fn check_ticket(message: &Message) -> Result<()> {
    let mut r = message.reader();
    r.u32()?;
    r.u32()?;
    r.vec8()?;
    if r.vec16()?.is_empty() {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    Extensions::read(r.vec16()?, Place::NewSessionTicket)?;
    r.finish()
}

/// KeyUpdate, section 4.6.3: the peer's next messages come under the next generation.
fn key_update_received(
    message: &Message,
    role: Role,
    facts: &mut Facts,
    read: &mut ReadSide,
) -> Result<Wish> {
    let mut r = message.reader();
    let request = r.u8()?;
    r.finish()?;
    if request > 1 {
        return Err(Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, GNUTLS_A_ILLEGAL_PARAMETER));
    }
    let suite = facts.suite.ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
    let traffic = match role {
        Role::Client => &mut facts.server_traffic_secret,
        Role::Server => &mut facts.client_traffic_secret,
    };
    let next = step_traffic(suite, traffic)?;
    read.set_protection(keys::protection(suite, &next)?)?;
    Ok(if request == 1 { Wish::KeyUpdate } else { Wish::Nothing })
}

/// KeyUpdate, that may ask the peer for one too.
pub fn key_update(ask_peer: bool) -> Result<Message> {
    Message::build(kind::KEY_UPDATE, |w| w.u8(ask_peer.into()))
}

/// Sends a KeyUpdate and moves our sending keys on.
pub fn send_key_update(
    message: &Message,
    role: Role,
    facts: &mut Facts,
    write: &mut WriteSide,
) -> Result<()> {
    let suite = facts.suite.ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
    let traffic = match role {
        Role::Client => &mut facts.client_traffic_secret,
        Role::Server => &mut facts.server_traffic_secret,
    };
    write.handshake(message)?;
    let next = step_traffic(suite, traffic)?;
    write.records.set_protection(keys::protection(suite, &next)?);
    Ok(())
}

fn step_traffic(suite: &'static crate::alg::Suite, traffic: &mut Option<Secret>) -> Result<Secret> {
    let Some(current) = traffic else { return err(GNUTLS_E_INVALID_REQUEST) };
    let next = keys::next_generation(suite, current);
    *traffic = Some(next.clone());
    Ok(next)
}
