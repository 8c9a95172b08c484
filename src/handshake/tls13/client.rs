//! The client of TLS 1.3 from ServerHello to its own Finished (RFC 8446 section 2).
use std::sync::Arc;

use super::auth::{self, Request};
use super::early_data;
use super::keys::{self, Master, Schedule, Traffic};
use super::psk::{Kind, Mode, Psk};
use crate::abi::*;
use crate::alg::{Sign, Suite};
use crate::crypto::secret::Secret;
use crate::error::{Result, err};
use crate::handshake::config::Role;
use crate::handshake::ext::{
    self, ExtensionType, Extensions, MessageContext, certificate_type, common, compress_certificate,
    connection_id, tls13,
};
use crate::handshake::level::Level;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::offer::{ExpectServerHello, Offer};
use crate::handshake::resume;
use crate::handshake::resumption::SavedSession;
use crate::handshake::step::{Context, Identity, Input, Next, Progress, Query};
use crate::handshake::transcript::Transcript;
use crate::log::{DECISION, log};
use crate::record::protect::Protection;

/// The data of the states during the server's flight.
pub struct ServerFlight {
    suite: &'static Suite,
    offered: Vec<ExtensionType>,
    transcript: Transcript,
    schedule: Schedule,
    traffic: Traffic,
    /// The server asked for a certificate, and which one the application selected.
    requested: bool,
    identity: Option<Identity>,
    /// The session that is resumed.
    session: Option<Arc<SavedSession>>,
    /// The handshake keys for sending, until it is known whether the early keys are still used.
    delayed: Option<Protection>,
}

/// The data of the states during our flight.
pub struct ClientFlight {
    suite: &'static Suite,
    transcript: Transcript,
    /// The client's handshake traffic secret, for Finished.
    handshake: Secret,
    /// The client's application traffic secret.
    application: Secret,
    master: Master,
}

pub enum State {
    ExpectEncryptedExtensions(ServerFlight),
    ExpectCertificateOrRequest(ServerFlight),
    /// The application selects a certificate: at once, as in GnuTLS, and not when it is sent.
    ChoosingIdentity(ServerFlight),
    ExpectCertificateVerify(ServerFlight),
    /// The application verifies the server's chain.
    VerifyingServer(ServerFlight),
    ExpectFinished(ServerFlight),
    /// Waits for the signature of the application's key.
    Signing(ClientFlight, Sign),
}

/// Processes ServerHello: completes the key exchange and enables encryption.
pub fn server_hello(
    hello: Box<ExpectServerHello>,
    cx: &mut Context,
    suite: &'static Suite,
    extensions: &Extensions,
) -> Result<Next<State>> {
    let ExpectServerHello { offer, mut shares, transcript, retried, .. } = *hello;
    let psk = selected_psk(&offer, suite, extensions)?;
    let modes = if psk.is_some() { Mode::offered(cx.config) } else { Vec::new() };
    let shared = match extensions.has(ExtensionType::KEY_SHARE) {
        false if modes.contains(&Mode::Psk) => None,
        _ => {
            let (number, key) = tls13::read_key_share(extensions)?;
            if retried.as_ref().and_then(|r| r.group).is_some_and(|asked| asked != number) {
                return Err(tls13::ILLEGAL);
            }
            let index = shares.iter().position(|s| s.group().wire() == Some(number));
            let share = shares.swap_remove(index.ok_or(tls13::ILLEGAL)?);
            cx.parameters.group = Some(share.group());
            Some(share.agree(&key)?)
        }
    };
    if shared.is_some() && psk.is_some() && !modes.contains(&Mode::PskDhe) {
        return Err(tls13::ILLEGAL);
    }
    connection_id::read_answer(cx, extensions)?;
    let hkdf = cx.hkdf(suite);
    let schedule = super::psk::handshake_secret(hkdf, psk, shared.as_deref().map(Vec::as_slice))?;
    let resumed = psk.is_some_and(|psk| psk.kind == Kind::Resumption);
    match (psk, &offer.resume) {
        (Some(_), Some(saved)) if resumed => resume::resumed(cx, saved),
        (Some(psk), _) => cx.parameters.psk_mut().identity = Some(psk.identity.clone()),
        (None, _) => {}
    }
    let traffic = schedule.handshake_traffic(cx, transcript.current().as_ref());
    cx.read.set_protection(keys::protection(hkdf, suite, &traffic.server)?)?;
    cx.read.records.allow_ccs(true);
    if offer.is_middlebox_compatible(cx.config) && retried.is_none() && !offer.early {
        cx.send_change_cipher_spec();
    }
    let mut delayed = Some(keys::protection(hkdf, suite, &traffic.client)?);
    // The records of DTLS say by their epoch what they are: early data may go on beside the handshake.
    let wait = offer.early && resumed && !cx.config.is_datagram();
    cx.use_secrets(Level::Handshake, Some(&traffic.server), Some(&traffic.client).filter(|_| !wait));
    if !wait {
        send_with(cx, &mut delayed);
    }
    if offer.resume.is_some() && !resumed {
        log!(DECISION, "the server does not resume the session: this one is new");
    }
    cx.parameters.created = cx.seconds();
    let session = offer.resume.filter(|_| cx.parameters.resumed);
    let offered = offer.extensions;
    let (requested, identity) = (false, None);
    let flight =
        ServerFlight { suite, offered, transcript, schedule, traffic, requested, identity, session, delayed };
    Ok(Next::Wait(State::ExpectEncryptedExtensions(flight), Progress::Message))
}

/// Changes to the handshake keys for sending.
fn send_with(cx: &mut Context, keys: &mut Option<Protection>) {
    if let Some(protection) = keys.take() {
        cx.protect_sending(protection, None);
    }
}

/// The PSK that the server selected. Its hash has to be the one of the cipher suite (section 4.2.11).
fn selected_psk<'a>(offer: &'a Offer, suite: &Suite, extensions: &Extensions) -> Result<Option<&'a Psk>> {
    let Some(index) = tls13::read_selected_psk(extensions)? else { return Ok(None) };
    let psk = offer.psks.get(usize::from(index)).filter(|psk| psk.hash == suite.prf);
    psk.ok_or(tls13::ILLEGAL).map(Some)
}

impl State {
    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        let (state, progress) = match self {
            State::ExpectEncryptedExtensions(flight) => flight.encrypted_extensions(cx, input.message()?)?,
            State::ExpectCertificateOrRequest(flight) => {
                flight.certificate_or_request(cx, input.message()?)?
            }
            State::ChoosingIdentity(mut flight) => {
                flight.identity = input.reply()?.identity()?;
                (State::ExpectCertificateOrRequest(flight), Progress::Message)
            }
            State::ExpectCertificateVerify(flight) => flight.certificate_verify(cx, input.message()?)?,
            State::VerifyingServer(flight) => {
                input.reply()?.expect_continue()?;
                (State::ExpectFinished(flight), Progress::Message)
            }
            State::ExpectFinished(flight) => return flight.finished(cx, input.message()?),
            State::Signing(mut flight, sign) => {
                let signature = input.reply()?.signature()?;
                cx.send(&mut flight.transcript, auth::certificate_verify(sign, &signature)?);
                return flight.finish(cx);
            }
        };
        Ok(Next::Wait(state, progress))
    }
}

impl ServerFlight {
    fn encrypted_extensions(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let mut r = message.expect(HandshakeType::ENCRYPTED_EXTENSIONS)?;
        let mut extensions =
            ext::read(r.vec16()?, MessageContext::EncryptedExtensions, &cx.config.overridden)?;
        r.finish()?;
        extensions.only_offered(&self.offered)?;
        cx.parameters.own_extensions_in = Some((MessageContext::EncryptedExtensions, extensions.clone()));
        extensions.hide(&cx.config.overridden);
        cx.parameters.alpn = common::read_alpn_answer(&extensions, &cx.config.alpn)?;
        if let Some(limit) = common::read_limit_answer(&extensions, cx.config, true)? {
            limit.apply(cx);
        }
        certificate_type::read_answer(cx, &extensions)?;
        cx.parameters.early.accepted = early_data::read_answer(cx, &extensions, self.session.as_deref())?;
        if !cx.parameters.early.accepted {
            cx.parameters.early.suite = None;
            if self.delayed.is_some() {
                cx.use_secrets(Level::Handshake, None, Some(&self.traffic.client));
            }
            send_with(cx, &mut self.delayed);
        }
        self.transcript.add(&message);
        // The PSK authenticates the server (section 2.2).
        let state = if cx.parameters.by_psk() {
            State::ExpectFinished(self)
        } else {
            State::ExpectCertificateOrRequest(self)
        };
        Ok((state, Progress::Message))
    }

    fn certificate_or_request(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        if message.kind() == HandshakeType::CERTIFICATE_REQUEST && !self.requested {
            let request = Request::read(&message)?;
            if !request.context.is_empty() {
                return Err(tls13::ILLEGAL);
            }
            cx.parameters.certificate_requested = true;
            cx.parameters.client_status_requested = request.status;
            cx.parameters.peer_signs.clone_from(&request.signs);
            cx.parameters.compression = compress_certificate::choose(cx.config, &request.compression);
            let mut wanted = request.wanted(cx.config);
            wanted.cert_type = cx.parameters.certificate_type(Role::Client);
            self.requested = true;
            self.transcript.add(&message);
            return Ok((State::ChoosingIdentity(self), Progress::Query(Query::Identity(wanted))));
        }
        let offered = auth::status_if(self.offered.contains(&ExtensionType::STATUS_REQUEST));
        let compressed = self.offered.contains(&ExtensionType::COMPRESS_CERTIFICATE);
        let plain = compress_certificate::expand(cx.config, &message, compressed)?;
        let (chain, responses) =
            auth::read_certificate(&plain, &[], offered, cx.parameters.certificate_type(Role::Server))?;
        if chain.is_empty() {
            return err(GNUTLS_E_NO_CERTIFICATE_FOUND);
        }
        cx.parameters.peer_chain = chain;
        cx.parameters.ocsp = responses;
        self.transcript.add(&message);
        Ok((State::ExpectCertificateVerify(self), Progress::Message))
    }

    fn certificate_verify(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let transcript = self.transcript.current();
        let sign = auth::check_certificate_verify(cx, &message, Role::Server, transcript.as_ref())?;
        cx.parameters.server_sign = Some(sign);
        self.transcript.add(&message);
        Ok((State::VerifyingServer(self), Progress::Query(Query::VerifyPeer)))
    }

    fn finished(mut self, cx: &mut Context, message: Message) -> Result<Next<State>> {
        let transcript = self.transcript.current();
        let data =
            auth::check_finished(cx.config, &message, self.schedule.hkdf, &self.traffic.server, &transcript)?;
        cx.parameters.server_verify_data = data;
        self.transcript.add(&message);
        // The application traffic secrets are derived from the messages up to here (section 7.1).
        let ServerFlight {
            suite, mut transcript, schedule, traffic, requested, identity, mut delayed, ..
        } = self;
        let (application, master) = schedule.into_application(cx, transcript.current().as_ref())?;
        cx.read.set_protection(keys::protection(cx.hkdf(suite), suite, &application.server)?)?;
        cx.read.traffic = Some(application.server);
        cx.read.records.allow_ccs(false);
        if delayed.is_some() {
            if early_data::has_end(cx.config) {
                cx.send(&mut transcript, early_data::end()?);
            }
            cx.use_secrets(Level::Handshake, None, Some(&traffic.client));
            send_with(cx, &mut delayed);
        }
        let flight = ClientFlight {
            suite,
            transcript,
            handshake: traffic.client,
            application: application.client,
            master,
        };
        if requested { flight.show_identity(cx, identity) } else { flight.finish(cx) }
    }
}

impl ClientFlight {
    fn show_identity(mut self, cx: &mut Context, identity: Option<Identity>) -> Result<Next<State>> {
        let Some(identity) = identity else {
            cx.send(&mut self.transcript, auth::no_certificate(&[])?);
            return self.finish(cx);
        };
        cx.send(&mut self.transcript, auth::certificate(&[], &identity, cx.parameters.compression)?);
        let (sign, query) = auth::ask_signature(Role::Client, &identity, &self.transcript.current())?;
        cx.parameters.client_sign = Some(sign);
        cx.parameters.our_chain = identity.chain;
        Ok(Next::Wait(State::Signing(self, sign), Progress::Query(query)))
    }

    fn finish(mut self, cx: &mut Context) -> Result<Next<State>> {
        let message = auth::finished(cx.hkdf(self.suite), &self.handshake, &self.transcript.current())?;
        cx.parameters.client_verify_data = message.body().to_vec();
        cx.send(&mut self.transcript, message);
        let reading = cx.read.traffic.clone();
        cx.use_secrets(Level::Application, reading.as_ref(), Some(&self.application));
        let protection = keys::protection(cx.hkdf(self.suite), self.suite, &self.application)?;
        cx.protect_sending(protection, Some(self.application));
        cx.parameters.resumption_secret = Some(self.master.resumption(self.transcript.current().as_ref()));
        if cx.parameters.post_handshake_auth {
            cx.parameters.transcript = Some(Box::new(self.transcript));
        }
        cx.parameters.established = true;
        Ok(Next::Complete)
    }
}
