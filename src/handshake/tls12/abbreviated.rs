//! Resumption in TLS 1.2: the abbreviated handshake (RFC 5246 section 7.3) and tickets (RFC 5077).
use std::sync::Arc;

use zeroize::Zeroizing;

use super::finish::Keys;
use crate::abi::*;
use crate::alg::ciphers::Kind;
use crate::alg::{Suite, Version};
use crate::error::{Result, err};
use crate::handshake::config::fresh_random;
use crate::handshake::ext::{Extensions, tls12, tls13};
use crate::handshake::hello::ClientHello;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::resume;
use crate::handshake::resumption::{Encoded, MAX_LIFETIME, SavedSession, Ticket};
use crate::handshake::step::{Context, Input, Next, Progress, Query};
use crate::handshake::transcript::Transcript;
use crate::log::{DECISION, log};

/// What follows the ServerHello of either side.
pub struct Flight {
    transcript: Transcript,
    keys: Keys,
    /// Client: a NewSessionTicket may come.
    ticket: bool,
}

pub enum ClientState {
    ExpectChangeCipherSpec(Flight),
    ExpectFinished(Flight),
}

pub enum ServerState {
    ExpectChangeCipherSpec(Flight),
    ExpectFinished(Flight),
}

/// A client continues after a ServerHello that resumes `saved`.
pub fn resume_client(
    cx: &mut Context,
    transcript: Transcript,
    suite: &'static Suite,
    saved: &SavedSession,
    extensions: &Extensions,
) -> Result<Next<ClientState>> {
    // They are those of the session (RFC 5246 section 7.4.1.3, RFC 7627 section 5.3).
    if cx.parameters.version != Some(saved.version)
        || suite.wire != saved.suite.wire
        || cx.parameters.extended_master_secret != saved.extended_master_secret
    {
        return Err(tls13::ILLEGAL);
    }
    resume::resumed(cx, saved);
    cx.parameters.ticket = saved.ticket.clone();
    tls12::read_encrypt_then_mac_answer(cx, suite, extensions)?;
    let keys = Keys::resumed(cx, suite, saved.secret.clone())?;
    let ticket = tls12::read_session_ticket_answer(extensions)?;
    let state = ClientState::ExpectChangeCipherSpec(Flight { transcript, keys, ticket });
    Ok(Next::Wait(state, Progress::Message))
}

impl ClientState {
    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<ClientState>> {
        match (self, input) {
            // The announced ticket is missing (RFC 5077 section 3.3).
            (ClientState::ExpectChangeCipherSpec(flight), Input::ChangeCipherSpec) if flight.ticket => {
                err(GNUTLS_E_UNEXPECTED_PACKET)
            }
            (ClientState::ExpectChangeCipherSpec(mut flight), Input::ChangeCipherSpec) => {
                flight.keys.change_read(cx)?;
                Ok(Next::Wait(ClientState::ExpectFinished(flight), Progress::Message))
            }
            (ClientState::ExpectChangeCipherSpec(mut flight), Input::Message(message)) if flight.ticket => {
                read_ticket(cx, &message)?;
                flight.transcript.add(&message);
                flight.ticket = false;
                Ok(Next::Wait(ClientState::ExpectChangeCipherSpec(flight), Progress::Message))
            }
            (ClientState::ExpectChangeCipherSpec(_), Input::Message(_)) => err(GNUTLS_E_UNEXPECTED_PACKET),
            (ClientState::ExpectChangeCipherSpec(_), _) => err(GNUTLS_E_INTERNAL_ERROR),
            (ClientState::ExpectFinished(mut flight), input) => {
                flight.transcript.forget_bytes();
                flight.keys.check_finished(cx, &mut flight.transcript, &input.message()?)?;
                flight.keys.send_finished(cx, &mut flight.transcript)?;
                cx.parameters.established = true;
                Ok(Next::Complete)
            }
        }
    }

    pub fn expects_finished(&self) -> bool {
        matches!(self, ClientState::ExpectFinished(_))
    }

    pub fn expects_change_cipher_spec(&self) -> bool {
        matches!(self, ClientState::ExpectChangeCipherSpec(flight) if !flight.ticket)
    }
}

/// NewSessionTicket of TLS 1.2 (RFC 5077 section 3.3). The hint 0 leaves the lifetime to us; an empty ticket is none.
pub fn read_ticket(cx: &mut Context, message: &Message) -> Result<()> {
    let mut r = message.expect(HandshakeType::NEW_SESSION_TICKET)?;
    let (hint, bytes) = (r.u32()?, r.vec16()?.to_vec());
    r.finish()?;
    if bytes.is_empty() {
        return Ok(());
    }
    // A ticket of a resumed session does not make it younger.
    if hint != 0 && !cx.parameters.resumed {
        cx.parameters.lifetime = hint.min(MAX_LIFETIME);
    }
    cx.parameters.ticket_received = true;
    cx.parameters.ticket = Some(Ticket { bytes, age_add: 0, at: cx.now });
    // The server need not have given the session an identifier. The one that it will echo (section 3.4) is the session's from now on.
    if cx.parameters.session_id.is_empty() {
        cx.parameters.session_id = fresh_random()?.to_vec();
    }
    Ok(())
}

/// Whether a client asks to resume a session before TLS 1.3, by its ID or a ticket.
pub fn asks_for_session(cx: &Context, hello: &ClientHello) -> bool {
    let ticket = || tls12::read_session_ticket(&hello.extensions).unwrap_or_default();
    !cx.parameters.established && (!hello.session_id.is_empty() || !ticket().is_empty())
}

/// The session that a server resumes: the one of the ticket, or else `stored`, which is from the database.
pub fn find_session(
    cx: &mut Context,
    hello: &ClientHello,
    version: Version,
    ticket: Option<&[u8]>,
    stored: Option<Arc<SavedSession>>,
    ems: bool,
    etm: bool,
) -> Option<Arc<SavedSession>> {
    cx.parameters.resumption_requested = asks_for_session(cx, hello);
    cx.parameters.resumed = false;
    if cx.parameters.established {
        return None;
    }
    let of_ticket = ticket.filter(|t| !t.is_empty()).and_then(|ticket| open_ticket(cx, ticket)).map(Arc::new);
    let saved = of_ticket.or(stored)?;
    if !resume::accepts(cx, &saved, version, ems) {
        return None;
    }
    let common = hello.has_suite(saved.suite.wire) && cx.config.suites().any(|s| s.wire == saved.suite.wire);
    if !common {
        log!(
            DECISION,
            "does not resume the session that the client asks for: its cipher suite is not in common"
        );
        return None;
    }
    if cx.config.policy.force_etm && !etm && saved.suite.cipher.kind() == Kind::Block {
        log!(
            DECISION,
            "does not resume the session that the client asks for: it does not offer encrypt_then_mac"
        );
        return None;
    }
    Some(saved)
}

fn open_ticket(cx: &Context, ticket: &[u8]) -> Option<SavedSession> {
    cx.config.ticket_keys.as_ref()?;
    let saved = resume::open_ticket(cx, ticket);
    if saved.is_none() {
        log!(
            DECISION,
            "does not resume a session: the client's ticket is not one of this server, or an old one"
        );
    }
    saved
}

/// A server continues after its ServerHello that resumes `saved`: it sends its Finished first.
pub fn resume_server(
    cx: &mut Context,
    mut transcript: Transcript,
    suite: &'static Suite,
    saved: &SavedSession,
) -> Result<Next<ServerState>> {
    transcript.forget_bytes();
    let mut keys = Keys::resumed(cx, suite, saved.secret.clone())?;
    keys.send_finished(cx, &mut transcript)?;
    let state = ServerState::ExpectChangeCipherSpec(Flight { transcript, keys, ticket: false });
    Ok(Next::Wait(state, Progress::Message))
}

impl ServerState {
    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<ServerState>> {
        match (self, input) {
            (ServerState::ExpectChangeCipherSpec(mut flight), Input::ChangeCipherSpec) => {
                flight.keys.change_read(cx)?;
                Ok(Next::Wait(ServerState::ExpectFinished(flight), Progress::Message))
            }
            (ServerState::ExpectChangeCipherSpec(_), Input::Message(_)) => err(GNUTLS_E_UNEXPECTED_PACKET),
            (ServerState::ExpectChangeCipherSpec(_), _) => err(GNUTLS_E_INTERNAL_ERROR),
            (ServerState::ExpectFinished(mut flight), input) => {
                flight.keys.check_finished(cx, &mut flight.transcript, &input.message()?)?;
                cx.parameters.established = true;
                Ok(Next::Complete)
            }
        }
    }

    pub fn expects_finished(&self) -> bool {
        matches!(self, ServerState::ExpectFinished(_))
    }

    pub fn expects_change_cipher_spec(&self) -> bool {
        matches!(self, ServerState::ExpectChangeCipherSpec(_))
    }
}

/// The state of the session that a full handshake has negotiated.
fn state(cx: &Context) -> Result<Zeroizing<Vec<u8>>> {
    let Some(master) = cx.parameters.master_secret.clone() else { return err(GNUTLS_E_INTERNAL_ERROR) };
    resume::save(cx.config, cx.parameters, master, None)?.write()
}

/// A server's NewSessionTicket. Its ServerHello has announced it, so it is sent even if the state does not fit: empty (RFC
/// 5077 section 3.3).
pub fn new_ticket(cx: &mut Context) -> Result<Message> {
    let state = state(cx)?;
    let lifetime = cx.config.cache_expiration;
    let sealed = match &cx.config.ticket_keys {
        Some(keys) => keys.seal(&state, cx.period()).unwrap_or_default(),
        None => Vec::new(),
    };
    if sealed.is_empty() {
        log!(DECISION, "issues no ticket: the session has {} bytes of state, too much for one", state.len());
    }
    Message::build(HandshakeType::NEW_SESSION_TICKET, |w| {
        w.bytes(&lifetime.to_be_bytes());
        w.vec16(&sealed);
    })
}

/// Stores the session of a full handshake without a ticket; `None` if there is no database.
pub fn store(cx: &Context) -> Result<Option<Query>> {
    if !cx.config.database || cx.parameters.takes_tickets {
        return Ok(None);
    }
    let data = Encoded(state(cx)?);
    Ok(Some(Query::StoreSession { id: cx.parameters.session_id.clone(), data }))
}
