//! Which sessions a client offers to resume, which ones a server accepts, and what a session leaves for later ones.
use std::sync::Arc;

use super::config::{Config, Role};
use super::parameters::SecurityParameters;
use super::psk::PskExchange;
use super::resumption::{SavedSession, Ticket};
use super::step::Context;
use crate::abi::*;
use crate::alg::{CertType, Kx, Version};
use crate::crypto::secret::Secret;
use crate::error::{Error, Result};
use crate::handshake::config::CertificateRequest;
use crate::log::{DECISION, Text, log};
use crate::pki::cert::Certificate;

/// The session that a client offers to resume: the application's, unless the server could not resume it or should not.
pub fn offered_session(cx: &Context) -> Option<Arc<SavedSession>> {
    let saved = cx.config.resume.as_ref().filter(|_| !cx.parameters.established)?;
    match client_refuses(cx, saved) {
        None => Some(saved.clone()),
        Some(why) => {
            log!(DECISION, "does not offer to resume the session: {why}");
            None
        }
    }
}

fn client_refuses(cx: &Context, saved: &SavedSession) -> Option<&'static str> {
    let config = cx.config;
    let name = config.server_names.first().map(Vec::as_slice).unwrap_or_default();
    let tls13 = saved.version.is_tls13();
    let suite = |wire| config.suites().any(|s| s.wire == wire);
    let hash = || config.suites().any(|s| s.allowed_in(saved.version) && s.prf == saved.suite.prf);
    match saved {
        _ if !config.offers(saved.version) => Some("its protocol version is not offered"),
        _ if saved.is_expired(cx.seconds()) => Some("it is too old"),
        _ if name != saved.server_name && !saved.premaster => Some("it is one with another server name"),
        _ if tls13 && !hash() => Some("no cipher suite with its hash is offered"),
        _ if tls13 && !config.uses_tickets(saved.version) => Some("tickets are disabled"),
        _ if !tls13 && !suite(saved.suite.wire) => Some("its cipher suite is not offered"),
        // RFC 7627 section 5.3: such a session must not be resumed without the extension.
        _ if saved.extended_master_secret && !tls13 && config.policy.no_session_hash => {
            Some("it uses extended_master_secret, which is not offered")
        }
        _ if !tls13 && !saved.extended_master_secret && config.policy.force_session_hash => {
            Some("it does not use extended_master_secret, which is required")
        }
        _ => None,
    }
}

/// Whether a server resumes a session with a client that asks for it. `extended_master_secret` is what a full handshake
/// of TLS 1.2 would negotiate. If not, the handshake is a full one.
pub fn accepts(cx: &Context, saved: &SavedSession, version: Version, extended_master_secret: bool) -> bool {
    match server_refuses(cx, saved, version, extended_master_secret) {
        None => true,
        Some(why) => {
            log!(DECISION, "does not resume the session that the client asks for: {why}");
            false
        }
    }
}

fn server_refuses(cx: &Context, saved: &SavedSession, version: Version, ems: bool) -> Option<&'static str> {
    let name = cx.parameters.server_names.first().map(Vec::as_slice).unwrap_or_default();
    let tls12 = !version.is_tls13();
    match saved {
        _ if saved.version != version => Some("it is of another protocol version"),
        _ if saved.is_expired(cx.seconds()) => Some("it is too old"),
        // RFC 6066 section 3.
        _ if name != saved.server_name && !saved.premaster => Some("it is one with another server name"),
        // RFC 7627 section 5.3.
        _ if tls12 && saved.extended_master_secret && !ems => {
            Some("it uses extended_master_secret, and the client does not offer that any more")
        }
        _ if tls12 && !saved.extended_master_secret && ems => Some("it does not use extended_master_secret"),
        _ if cx.config.certificate_request == CertificateRequest::Require
            && saved.peer_chain.is_empty()
            && saved.client_name.is_none()
            && !saved.premaster
            && saved.suite.kx.is_none_or(Kx::asks_client) =>
        {
            Some("the client has shown no certificate in it, and this server requires one")
        }
        _ => None,
    }
}

/// The session of a ticket that this server, or one with the same key, has issued.
pub fn open_ticket(cx: &Context, ticket: &[u8]) -> Option<SavedSession> {
    let state = cx.config.ticket_keys.as_ref()?.open(ticket, cx.period()).ok()?;
    SavedSession::read(&state).ok()
}

/// The parameters of a session that is resumed: what the getters report without a message in this handshake.
pub fn resumed(cx: &mut Context, saved: &SavedSession) {
    let parameters = &mut *cx.parameters;
    parameters.resumed = true;
    parameters.created = saved.created;
    parameters.lifetime = saved.lifetime;
    parameters.peer_chain = saved.peer_chain.clone();
    if saved.peer_chain.first().is_some_and(Certificate::is_raw_key) {
        match cx.config.role {
            Role::Client => parameters.server_type = Some(CertType::Rawpk),
            Role::Server => parameters.client_type = Some(CertType::Rawpk),
        }
    }
    parameters.ocsp = saved.ocsp.clone();
    match saved.client_name.clone() {
        Some(name) if saved.suite.kx.is_some_and(Kx::is_srp) => parameters.srp_name = Some(name),
        name => parameters.psk = name.map(|name| Box::new(PskExchange { identity: Some(name), hint: None })),
    }
    parameters.session_id = saved.session_id.clone();
    parameters.extended_master_secret |= saved.extended_master_secret;
    if !saved.version.is_tls13() {
        parameters.group = saved.group;
    }
    log!(
        DECISION,
        "resumes the session of {} seconds ago{}{}",
        cx.now / 1000 - saved.created.min(cx.now / 1000),
        if saved.server_name.is_empty() { "" } else { " with the server name " },
        Text(&saved.server_name)
    );
}

/// The state of a session. `secret` is its master secret, or the PSK of `ticket`.
pub fn save(
    config: &Config,
    parameters: &SecurityParameters,
    secret: Secret,
    ticket: Option<Ticket>,
) -> Result<SavedSession> {
    let (Some(version), Some(suite)) = (parameters.version, parameters.suite) else {
        return Err(Error::new(GNUTLS_E_INTERNAL_ERROR));
    };
    let server_name = match config.role {
        Role::Client => parameters.sent_name.clone(),
        Role::Server => parameters.server_names.first().cloned().unwrap_or_default(),
    };
    Ok(SavedSession {
        version,
        suite,
        secret,
        extended_master_secret: parameters.extended_master_secret,
        created: parameters.created,
        lifetime: parameters.lifetime,
        group: parameters.group,
        session_id: parameters.session_id.clone(),
        server_name,
        alpn: parameters.alpn.clone().unwrap_or_default(),
        max_early_data: match config.role {
            Role::Server => config.early_data_limit().unwrap_or_default(),
            Role::Client => 0,
        },
        peer_chain: parameters.peer_chain.clone(),
        ocsp: parameters.ocsp.clone(),
        ticket,
        client_name: parameters.client_name().cloned(),
        premaster: false,
    })
}
