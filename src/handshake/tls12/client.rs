//! The client of TLS 1.0 to 1.2 from ServerHello to the server's Finished (RFC 5246 section 7.3).
use std::sync::Arc;

use super::abbreviated;
use super::finish::Keys;
use super::kx::{self, CertificateRequest};
use super::share::{Exchanged, SrpParams};
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::policy::SafeRenegotiation;
use crate::alg::{Kx, Sign, Suite, Version};
use crate::codec::Writer;
use crate::crypto::kex::SharedSecret;
use crate::crypto::srp;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::handshake::ext::{
    ExtensionType, Extensions, certificate_type, common, connection_id, heartbeat, srtp, tls12,
};
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::negotiate::check_renegotiation;
use crate::handshake::offer::Offer;
use crate::handshake::psk::{self, ExternalPsk};
use crate::handshake::resumption::SavedSession;
use crate::handshake::srp::SrpPassword;
use crate::handshake::step::{Context, Identity, Input, Next, Progress, Query};
use crate::handshake::transcript::Transcript;
use crate::handshake::why;
use crate::log::{DECISION, log};

/// The data of every state.
pub struct ServerFlight {
    suite: &'static Suite,
    version: Version,
    transcript: Transcript,
    /// The server announced that a CertificateStatus may follow its Certificate.
    status: bool,
    /// The server announced a NewSessionTicket.
    ticket: bool,
    /// The name and the password for SRP.
    srp: Option<SrpPassword>,
}

/// The key exchange is known: ServerKeyExchange has been read, if there is one.
pub struct Exchange {
    flight: ServerFlight,
    exchanged: Exchanged,
    /// The server asked for a certificate, and which one the application selected.
    requested: bool,
    identity: Option<Identity>,
}

pub enum State {
    /// The server's SupplementalData, which the application expects.
    ExpectSupplementalData(ServerFlight),
    ExpectCertificate(ServerFlight),
    ExpectCertificateStatus(ServerFlight),
    /// The application verifies the server's chain.
    VerifyingServer(ServerFlight),
    /// The same, with the next message already received.
    VerifyingBefore(ServerFlight, Message),
    ExpectServerKeyExchange(ServerFlight),
    ExpectRequestOrDone(Exchange),
    /// The application selects a certificate: at once, as in GnuTLS, and not when it is sent.
    ChoosingIdentity(Exchange),
    /// The application chooses a PSK.
    ChoosingPsk(Exchange),
    /// Waits for the signature of the application's key.
    Signing(ServerFlight, Keys, Sign),
    ExpectChangeCipherSpec(ServerFlight, Keys),
    ExpectFinished(ServerFlight, Keys),
    /// An abbreviated handshake.
    Resuming(abbreviated::ClientState),
}

/// Processes ServerHello.
pub fn server_hello(
    transcript: Transcript,
    offer: Offer,
    cx: &mut Context,
    suite: &'static Suite,
    extensions: &Extensions,
    resumed: Option<Arc<SavedSession>>,
) -> Result<Next<State>> {
    renegotiation(cx, &offer, extensions)?;
    let ems = tls12::read_extended_master_secret(extensions)?;
    if !ems && cx.config.policy.force_session_hash {
        return err(GNUTLS_E_INSUFFICIENT_SECURITY);
    }
    if cx.parameters.had_extended_master_secret && !ems {
        return Err(tls12::EMS_DROPPED);
    }
    cx.parameters.extended_master_secret = ems;
    tls12::check_point_formats(extensions)?;
    srtp::read_answer(cx, extensions)?;
    heartbeat::select(cx, extensions)?;
    connection_id::read_answer12(cx, extensions)?;
    cx.parameters.alpn = common::read_alpn_answer(extensions, &cx.config.alpn)?;
    if let Some(limit) = common::read_limit_answer(extensions, cx.config, false)? {
        limit.apply(cx);
    }
    certificate_type::read_answer(cx, extensions)?;
    (cx.parameters.created, cx.parameters.lifetime) = (cx.seconds(), cx.config.cache_expiration);
    if let Some(saved) = resumed {
        let next = abbreviated::resume_client(cx, transcript, suite, &saved, extensions)?;
        return Ok(next.within(State::Resuming));
    }
    if offer.resume12().is_some() {
        log!(DECISION, "the server does not resume the session: this one is new");
    }
    let status = extensions.has(ExtensionType::STATUS_REQUEST);
    tls12::read_encrypt_then_mac_answer(cx, suite, extensions)?;
    let ticket = tls12::read_session_ticket_answer(extensions)?;
    let version = cx.parameters.version.unwrap_or(Version::Tls12);
    let flight = ServerFlight { suite, version, transcript, status, ticket, srp: offer.srp };
    let state = match cx.config.supplemental_recv {
        true => State::ExpectSupplementalData(flight),
        false => flight.expect_certificate(),
    };
    Ok(Next::Wait(state, Progress::Message))
}

/// Processes the server's renegotiation_info (RFC 5746 sections 3.4 and 3.5).
fn renegotiation(cx: &mut Context, offer: &Offer, extensions: &Extensions) -> Result<()> {
    let policy = cx.config.policy.safe_renegotiation;
    if policy == SafeRenegotiation::Disabled {
        return Ok(());
    }
    let expected: &[&[u8]] = if offer.renegotiation {
        &[&cx.parameters.client_verify_data, &cx.parameters.server_verify_data]
    } else {
        &[]
    };
    let safe = tls12::read_renegotiation_info(extensions, expected)?;
    check_renegotiation(cx, policy, offer.renegotiation, safe)
}

impl State {
    /// True if the peer has changed its keys and its Finished has not been received.
    pub fn expects_finished(&self) -> bool {
        match self {
            State::Resuming(state) => state.expects_finished(),
            state => matches!(state, State::ExpectFinished(..)),
        }
    }

    /// True if nothing but ChangeCipherSpec may follow.
    pub fn expects_change_cipher_spec(&self) -> bool {
        match self {
            State::Resuming(state) => state.expects_change_cipher_spec(),
            State::ExpectChangeCipherSpec(flight, _) => !flight.ticket,
            _ => false,
        }
    }

    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        let (state, progress) = match self {
            State::ExpectSupplementalData(mut flight) => {
                let message = input.message()?;
                kx::read_supplemental_data(cx, &message)?;
                flight.transcript.add(&message);
                (State::ExpectCertificate(flight), Progress::Message)
            }
            State::ExpectCertificate(flight) => flight.certificate(cx, input.message()?)?,
            State::VerifyingServer(flight) => {
                input.reply()?.expect_continue()?;
                (flight.verified(), Progress::Message)
            }
            State::ExpectCertificateStatus(flight) => flight.certificate_status(cx, input.message()?)?,
            State::VerifyingBefore(flight, message) => {
                input.reply()?.expect_continue()?;
                return match flight.verified() {
                    State::ExpectRequestOrDone(exchange) => exchange.request_or_done(cx, message),
                    State::ExpectServerKeyExchange(flight) => flight.server_key_exchange(cx, message),
                    _ => err(GNUTLS_E_INTERNAL_ERROR),
                };
            }
            State::ExpectServerKeyExchange(flight) => {
                return flight.server_key_exchange(cx, input.message()?);
            }
            State::ExpectRequestOrDone(exchange) => return exchange.request_or_done(cx, input.message()?),
            State::ChoosingPsk(exchange) => {
                let Some(psk) = input.reply()?.own_psk()? else {
                    return Err(psk::NONE);
                };
                if psk.imported {
                    return Err(psk::IMPORTED);
                }
                return exchange.reply(cx, Some(psk));
            }
            State::ChoosingIdentity(mut exchange) => {
                exchange.identity = input.reply()?.identity()?;
                (State::ExpectRequestOrDone(exchange), Progress::Message)
            }
            State::Signing(mut flight, keys, sign) => {
                let signature = input.reply()?.signature()?;
                let message = kx::certificate_verify(flight.version, sign, &signature)?;
                cx.send(&mut flight.transcript, message);
                return flight.finish(cx, keys);
            }
            State::Resuming(state) => return Ok(state.step(cx, input)?.within(State::Resuming)),
            State::ExpectChangeCipherSpec(mut flight, mut keys) => match input {
                // The announced ticket is missing (RFC 5077 section 3.3).
                Input::ChangeCipherSpec if flight.ticket => return err(GNUTLS_E_UNEXPECTED_PACKET),
                Input::ChangeCipherSpec => {
                    keys.change_read(cx)?;
                    (State::ExpectFinished(flight, keys), Progress::Message)
                }
                Input::Message(message) if flight.ticket => {
                    abbreviated::read_ticket(cx, &message)?;
                    flight.transcript.add(&message);
                    flight.ticket = false;
                    (State::ExpectChangeCipherSpec(flight, keys), Progress::Message)
                }
                // An unsolicited ticket, or a message out of order.
                Input::Message(_) => return err(GNUTLS_E_UNEXPECTED_PACKET),
                _ => return err(GNUTLS_E_INTERNAL_ERROR),
            },
            State::ExpectFinished(mut flight, keys) => {
                keys.check_finished(cx, &mut flight.transcript, &input.message()?)?;
                cx.parameters.established = true;
                cx.parameters.false_start = false;
                return Ok(Next::Complete);
            }
        };
        Ok(Next::Wait(state, progress))
    }
}

impl ServerFlight {
    /// The state before the server's certificate, if it shows one.
    fn expect_certificate(self) -> State {
        match self.suite.kx.is_some_and(Kx::has_certificate) {
            true => State::ExpectCertificate(self),
            false => State::ExpectServerKeyExchange(self),
        }
    }

    fn certificate(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let chain = kx::read_certificate(&message, cx.parameters.certificate_type(Role::Server))?;
        let Some(leaf) = chain.first() else { return err(GNUTLS_E_NO_CERTIFICATE_FOUND) };
        if !kx::fits(self.suite.kx, leaf.public_key()?.pk()) {
            let error = Error::new(GNUTLS_E_CERTIFICATE_ERROR);
            return Err(why::wrong_key(cx.config, leaf, self.suite.name, error));
        }
        cx.parameters.peer_chain = chain;
        self.transcript.add(&message);
        if self.status {
            return Ok((State::ExpectCertificateStatus(self), Progress::Message));
        }
        Ok((State::VerifyingServer(self), Progress::Query(Query::VerifyPeer)))
    }

    /// CertificateStatus may be omitted (RFC 6066 section 8). Then `message` is the one after it.
    fn certificate_status(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        if message.kind() != HandshakeType::CERTIFICATE_STATUS {
            return Ok((State::VerifyingBefore(self, message), Progress::Query(Query::VerifyPeer)));
        }
        cx.parameters.ocsp = vec![common::read_certificate_status(&mut message.reader())?];
        self.transcript.add(&message);
        Ok((State::VerifyingServer(self), Progress::Query(Query::VerifyPeer)))
    }

    /// The state after the server's certificate: without a ServerKeyExchange in the RSA key exchange.
    fn verified(self) -> State {
        match self.suite.kx {
            Some(Kx::Rsa) => State::ExpectRequestOrDone(self.exchanged(Exchanged::Certificate)),
            _ => State::ExpectServerKeyExchange(self),
        }
    }

    /// The message may be left out if a PSK needs nothing but a hint (RFC 4279 section 2). Then `message` is the one after it.
    fn server_key_exchange(mut self, cx: &mut Context, message: Message) -> Result<Next<State>> {
        let kx = self.suite.kx.ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
        if matches!(kx, Kx::Psk | Kx::RsaPsk) && message.kind() != HandshakeType::SERVER_KEY_EXCHANGE {
            let exchanged = kx::without_params(kx);
            return self.exchanged(exchanged).request_or_done(cx, message);
        }
        let exchanged = kx::read_server_key_exchange(cx, kx, &message)?;
        self.transcript.add(&message);
        Ok(Next::Wait(State::ExpectRequestOrDone(self.exchanged(exchanged)), Progress::Message))
    }

    fn exchanged(self, exchanged: Exchanged) -> Exchange {
        Exchange { flight: self, exchanged, requested: false, identity: None }
    }

    /// Sends ChangeCipherSpec and Finished; those of the server follow.
    fn finish(mut self, cx: &mut Context, mut keys: Keys) -> Result<Next<State>> {
        self.transcript.forget_bytes();
        keys.send_finished(cx, &mut self.transcript)?;
        // Only with forward secrecy (RFC 7918 section 3.2).
        let early = cx.config.flags.contains(SessionFlags::ENABLE_FALSE_START)
            && !cx.parameters.established
            && self.suite.kx.is_some_and(|kx| kx.is_signed() && (kx.uses_curve() || kx.uses_field()));
        cx.parameters.false_start = early;
        let state = State::ExpectChangeCipherSpec(self, keys);
        let progress = if early { Progress::FalseStart } else { Progress::Message };
        Ok(Next::Wait(state, progress))
    }
}

impl Exchange {
    fn request_or_done(mut self, cx: &mut Context, message: Message) -> Result<Next<State>> {
        self.flight.transcript.add(&message);
        let may_ask = self.flight.suite.kx.is_some_and(Kx::asks_client);
        if message.kind() == HandshakeType::CERTIFICATE_REQUEST && !self.requested && may_ask {
            let request = CertificateRequest::read(&message, self.flight.version)?;
            cx.parameters.peer_signs = request.signs().to_vec();
            cx.parameters.certificate_requested = true;
            let mut wanted = request.wanted(cx.config, self.flight.version);
            wanted.cert_type = cx.parameters.certificate_type(Role::Client);
            self.requested = true;
            return Ok(Next::Wait(State::ChoosingIdentity(self), Progress::Query(Query::Identity(wanted))));
        }
        message.expect(HandshakeType::SERVER_HELLO_DONE)?.finish()?;
        if !cx.read.messages.is_empty() {
            // What follows answers our flight, and cannot be there before it.
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        if !self.requested && self.flight.suite.kx.is_some_and(Kx::is_psk) {
            return Ok(Next::Wait(State::ChoosingPsk(self), Progress::Query(Query::OwnPsk)));
        }
        self.reply(cx, None)
    }

    /// Sends our flight: Certificate if requested, ClientKeyExchange, CertificateVerify.
    fn reply(self, cx: &mut Context, psk: Option<ExternalPsk>) -> Result<Next<State>> {
        let Exchange { mut flight, exchanged, requested, identity } = self;
        kx::send_supplemental_data(cx, &mut flight.transcript)?;
        if requested {
            let chain = identity.as_ref().map(|i| i.chain.as_slice()).unwrap_or_default();
            cx.send(&mut flight.transcript, kx::certificate(chain)?);
        }
        let (premaster, message) = answer(exchanged, cx, psk.as_ref(), flight.srp.take())?;
        cx.send(&mut flight.transcript, message);
        let keys = match psk {
            Some(psk) => {
                let premaster = psk::premaster(premaster.as_ref().map(|p| p.as_slice()), &psk.key);
                cx.parameters.psk_mut().identity = Some(psk.identity);
                Keys::new(cx, flight.suite, &premaster, &flight.transcript)?
            }
            None => {
                let premaster = premaster.ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
                Keys::new(cx, flight.suite, &premaster, &flight.transcript)?
            }
        };
        let Some(identity) = identity else { return flight.finish(cx, keys) };
        kx::check_dsa_size(flight.version, &identity)?;
        let sign = kx::choose_sign(flight.version, &identity)?;
        cx.parameters.client_sign = Some(sign).filter(|_| flight.version.negotiates_signatures());
        cx.parameters.our_chain = identity.chain;
        let (scheme, message) = kx::signed(flight.version, sign, flight.transcript.bytes().to_vec())?;
        let query = Query::Sign { sign: scheme, message };
        Ok(Next::Wait(State::Signing(flight, keys, sign), Progress::Query(query)))
    }
}

/// The secret of the key exchange beside a PSK, if there is one, and ClientKeyExchange.
fn answer(
    exchanged: Exchanged,
    cx: &mut Context,
    psk: Option<&ExternalPsk>,
    password: Option<SrpPassword>,
) -> Result<(Option<SharedSecret>, Message)> {
    let message = |value: &dyn Fn(&mut Writer)| {
        Message::build(HandshakeType::CLIENT_KEY_EXCHANGE, |w| {
            if let Some(psk) = psk {
                w.vec16(&psk.identity);
            }
            value(w);
        })
    };
    Ok(match exchanged {
        Exchanged::Srp(params) => {
            let SrpPassword { name, password } =
                password.ok_or(Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS))?;
            let SrpParams { group, salt, value } = params;
            let (value, premaster) = srp::client(&group, &name, &password, &salt, &value)?;
            cx.parameters.srp_name = Some(name);
            (Some(premaster), message(&|w| w.vec16(&value))?)
        }
        Exchanged::Shares(share, value) => {
            let message = message(&|w| share.write_value(w))?;
            (Some(share.agree(cx, value)?), message)
        }
        Exchanged::Certificate => {
            // The version of our ClientHello, which is TLS 1.2 beside TLS 1.3.
            let offered = if cx.config.offers_tls13() { None } else { cx.config.newest_legacy() };
            let told = cx.config.premaster_version.or(cx.config.hello_version);
            let premaster = kx::rsa_premaster(told.unwrap_or(offered.unwrap_or(Version::Tls12).wire()))?;
            let sealed = kx::encrypted_premaster(cx.config, &cx.parameters.peer_chain, &premaster)?;
            let message = message(&|w| w.vec16(&sealed))?;
            (Some(SharedSecret::new(premaster.as_ref().to_vec())), message)
        }
        Exchanged::Nothing => (None, message(&|_| ())?),
    })
}
