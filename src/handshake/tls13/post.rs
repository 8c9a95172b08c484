//! Post-handshake messages (RFC 8446 section 4.6, RFC 9147 section 9): KeyUpdate, NewSessionTicket and NewConnectionId.
use super::keys;
use crate::abi::*;
use crate::alg::Suite;
use crate::alg::flags::SessionFlags;
use crate::crypto::kdf::Hkdf;
use crate::crypto::rand;
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::{Config, Role};
use crate::handshake::connection_id::NewConnectionId;
use crate::handshake::ext::{self, Block, ExtensionType, MessageContext};
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::parameters::SecurityParameters;
use crate::handshake::resume;
use crate::handshake::resumption::{MAX_LIFETIME, Ticket};
use crate::handshake::step::{NextKeys, ReadSide, WriteSide};
use crate::handshake::ticket_keys::Period;
use crate::handshake::tickets::ReceivedTicket;
use crate::log::{DECISION, log};

/// The action that a post-handshake message requires.
pub enum Wish {
    Nothing,
    /// A ticket was received.
    Ticket(NewSessionTicket),
    /// The peer names other connection IDs.
    ConnectionIds(NewConnectionId),
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
    let hkdf = config.hkdf(suite.prf);
    let client = config.role == Role::Client;
    match message.kind() {
        HandshakeType::KEY_UPDATE => key_update_received(message, hkdf, suite, read),
        HandshakeType::NEW_SESSION_TICKET if client => NewSessionTicket::read(message).map(Wish::Ticket),
        // We name no connection IDs, so a request for others is as unexpected as where there are none.
        HandshakeType::NEW_CONNECTION_ID if read.takes_connection_ids => {
            NewConnectionId::read(message).map(Wish::ConnectionIds)
        }
        HandshakeType::CERTIFICATE_REQUEST
            if client && config.flags.contains(SessionFlags::POST_HANDSHAKE_AUTH) =>
        {
            Ok(Wish::Certificate)
        }
        _ => err(GNUTLS_E_UNEXPECTED_PACKET),
    }
}

/// NewSessionTicket, section 4.6.1.
pub struct NewSessionTicket {
    /// Seconds.
    pub lifetime: u32,
    pub age_add: u32,
    pub nonce: Vec<u8>,
    pub ticket: Vec<u8>,
    /// How many bytes of early data the server accepts.
    pub max_early_data: Option<u32>,
}

impl NewSessionTicket {
    pub fn read(message: &Message) -> Result<Self> {
        let mut r = message.reader();
        let (lifetime, age_add) = (r.u32()?, r.u32()?);
        let nonce = r.vec8()?.to_vec();
        let ticket = r.vec16()?.to_vec();
        if ticket.is_empty() {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        let extensions = ext::read(r.vec16()?, MessageContext::NewSessionTicket, &[])?;
        r.finish()?;
        let max_early_data = match extensions.get(ExtensionType::EARLY_DATA) {
            Some(mut r) => {
                let size = r.u32()?;
                r.finish()?;
                Some(size)
            }
            None => None,
        };
        Ok(NewSessionTicket { lifetime, age_add, nonce, ticket, max_early_data })
    }

    pub fn write(&self) -> Result<Message> {
        let mut block = Block::default();
        if let Some(size) = self.max_early_data {
            block.add(ExtensionType::EARLY_DATA, |w| w.bytes(&size.to_be_bytes()));
        }
        Message::build(HandshakeType::NEW_SESSION_TICKET, |w| {
            w.bytes(&self.lifetime.to_be_bytes());
            w.bytes(&self.age_add.to_be_bytes());
            w.vec8(&self.nonce);
            w.vec16(&self.ticket);
            block.write(w);
        })
    }

    /// Keeps a ticket that a client received. `now` is in milliseconds. One with the lifetime 0 is not used.
    pub fn keep(self, parameters: &mut SecurityParameters, now: u64) {
        let (Some(hkdf), Some(secret)) = (parameters.hkdf(), &parameters.resumption_secret) else { return };
        parameters.ticket_received = true;
        if self.lifetime == 0 {
            return;
        }
        let psk = keys::ticket_psk(hkdf, secret, &self.nonce);
        let ticket = Ticket { bytes: self.ticket, age_add: self.age_add, at: now };
        let lifetime = self.lifetime.min(MAX_LIFETIME);
        let early = self.max_early_data.unwrap_or_default();
        parameters.tickets.receive(ReceivedTicket::new(ticket, psk, lifetime, early));
    }
}

/// A ticket for the client of this session. `None` if the server has no keys for tickets, if the client does not use them,
/// or if the session has more state than fits in one.
pub fn new_ticket(config: &Config, parameters: &mut SecurityParameters, now: u64) -> Result<Option<Message>> {
    let (Some(keys), Some(secret), Some(hkdf)) =
        (&config.ticket_keys, &parameters.resumption_secret, parameters.hkdf())
    else {
        return Ok(None);
    };
    if !parameters.takes_tickets {
        return Ok(None);
    }
    let mut age_add = [0; 4];
    rand::fill(&mut age_add)?;
    let age_add = u32::from_be_bytes(age_add);
    // Tickets of a session differ by their nonce: its length is the one of GnuTLS.
    let nonce = parameters.tickets_issued.to_be_bytes().to_vec();
    let psk = keys::ticket_psk(hkdf, secret, &nonce);
    let ticket = Ticket { bytes: Vec::new(), age_add, at: now };
    let mut saved = resume::save(config, parameters, psk, Some(ticket))?;
    let seconds = now / 1000;
    (saved.created, saved.lifetime) = (seconds, config.cache_expiration);
    let state = saved.write()?;
    let Ok(ticket) = keys.seal(&state, Period::at(seconds, config.cache_expiration)) else {
        log!(DECISION, "issues no ticket: the session has {} bytes of state, too much for one", state.len());
        return Ok(None);
    };
    parameters.tickets_issued = parameters.tickets_issued.wrapping_add(1);
    let lifetime = config.cache_expiration;
    NewSessionTicket { lifetime, age_add, nonce, ticket, max_early_data: config.early_data_limit() }
        .write()
        .map(Some)
}

/// KeyUpdate, section 4.6.3: the peer's following records are protected with the next generation of keys.
fn key_update_received(
    message: &Message,
    hkdf: Hkdf,
    suite: &'static Suite,
    read: &mut ReadSide,
) -> Result<Wish> {
    let mut r = message.reader();
    let request = r.u8()?;
    r.finish()?;
    if request > 1 {
        return Err(Error::with_alert(
            GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER,
            AlertDescription::ILLEGAL_PARAMETER,
        ));
    }
    update_receiving(hkdf, suite, read)?;
    Ok(if request == 1 { Wish::KeyUpdate } else { Wish::Nothing })
}

/// Changes to the next generation of the keys that we receive with. Fails with `GNUTLS_E_RECORD_LIMIT_REACHED` if DTLS has no
/// number for another epoch.
pub fn update_receiving(hkdf: Hkdf, suite: &'static Suite, read: &mut ReadSide) -> Result<()> {
    let next = next_traffic(hkdf, &read.traffic)?;
    read.set_protection(keys::protection(hkdf, suite, &next)?)?;
    let previous = read.traffic.replace(next);
    read.previous_traffic = previous.filter(|_| read.records.is_datagram());
    Ok(())
}

/// Builds a KeyUpdate, which may request one from the peer.
pub fn key_update(ask_peer: bool) -> Result<Message> {
    Message::build(HandshakeType::KEY_UPDATE, |w| w.u8(ask_peer.into()))
}

/// Sends a KeyUpdate and updates our sending keys; in DTLS when the peer has acknowledged it (RFC 9147 section 8). Fails with
/// `GNUTLS_E_RECORD_LIMIT_REACHED` if DTLS has no number for another epoch.
pub fn send_key_update(
    message: &Message,
    hkdf: Hkdf,
    suite: &'static Suite,
    write: &mut WriteSide,
) -> Result<()> {
    let next = next_traffic(hkdf, &write.traffic)?;
    let protection = keys::protection(hkdf, suite, &next)?;
    if write.is_acknowledged() {
        protection.epoch_after(write.records.epoch())?;
    }
    write.handshake(message)?;
    if write.is_acknowledged() {
        let after = write.next_sequence.wrapping_sub(1);
        write.next_keys = Some(Box::new(NextKeys { protection, traffic: next, after }));
        return Ok(());
    }
    write.records.set_protection(protection)?;
    write.traffic = Some(next);
    Ok(())
}

fn next_traffic(hkdf: Hkdf, traffic: &Option<Secret>) -> Result<Secret> {
    match traffic {
        Some(current) => Ok(keys::next_generation(hkdf, current)),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}
