//! The client until the protocol version is negotiated: it sends ClientHello and receives ServerHello.
use std::sync::Arc;

use super::config::{Config, fresh_random};
use super::early::EarlyData;
use super::ext::offered::Offered;
use super::ext::{self, Block, ExtensionType, MessageContext, tls13};
use super::hello::{
    DOWNGRADE_TO_11, DOWNGRADE_TO_12, FALLBACK_SCSV, ServerHello, UNKNOWN_SUITE, read_hello_verify_request,
};
use super::level::Level;
use super::messages::{HandshakeType, Message};
use super::offer::{ExpectServerHello, Offer, Retry};
use super::resume;
use super::resumption::SavedSession;
use super::srp::SrpPassword;
use super::step::{Context, Effect, Input, Next, Progress, Query};
use super::tls13::early_data;
use super::tls13::psk::{self, Mode, Psk};
use super::transcript::Transcript;
use super::why;
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::numbers::GroupNumber;
use crate::alg::{Group, Suite, Version};
use crate::crypto::hash::Hash;
use crate::crypto::kex::KeyShare;
use crate::error::{AlertDescription, Error, Result, err};
use crate::log::{DECISION, list, log, reason, suspicious};
use crate::record::protect::Protection;

/// How many cookies of a server a client of DTLS sends back: its key may change meanwhile.
const MAX_VERIFY_REQUESTS: u32 = 4;

/// The states of a client.
pub enum State {
    /// The application chooses a PSK for TLS 1.3.
    ChoosingPsk,
    /// The application gives a name and a password for SRP.
    ChoosingPassword,
    ExpectServerHello(Box<ExpectServerHello>),
    Tls13(Box<super::tls13::client::State>),
    Tls12(Box<super::tls12::client::State>),
}

impl State {
    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        match self {
            State::ChoosingPsk => {
                let psk = input.reply()?.own_psk()?.map(|psk| Psk::external(cx.config, psk)).transpose()?;
                first_flight(cx, psk, None)
            }
            State::ChoosingPassword => first_flight(cx, None, input.reply()?.own_srp()?),
            State::ExpectServerHello(state) => state.step(cx, input),
            State::Tls13(state) => Ok(state.step(cx, input)?.within(State::tls13)),
            State::Tls12(state) => Ok(state.step(cx, input)?.within(State::tls12)),
        }
    }

    fn tls13(state: super::tls13::client::State) -> State {
        State::Tls13(Box::new(state))
    }

    fn tls12(state: super::tls12::client::State) -> State {
        State::Tls12(Box::new(state))
    }

    /// True if the peer has changed its keys and its Finished has not been received.
    pub fn expects_finished(&self) -> bool {
        matches!(self, State::Tls12(state) if state.expects_finished())
    }

    /// True if nothing but ChangeCipherSpec may follow.
    pub fn expects_change_cipher_spec(&self) -> bool {
        matches!(self, State::Tls12(state) if state.expects_change_cipher_spec())
    }
}

/// Begins a handshake.
pub fn start(cx: &mut Context) -> Result<Next<State>> {
    if psk::wants_external(cx) {
        return Ok(Next::Wait(State::ChoosingPsk, Progress::Query(Query::OwnPsk)));
    }
    let srp = cx.config.srp && cx.config.policy.kx.iter().any(|kx| kx.is_srp());
    if srp {
        // It is not in priorities with TLS 1.3.
        return Ok(Next::Wait(State::ChoosingPassword, Progress::Query(Query::OwnSrp)));
    }
    first_flight(cx, None, None)
}

/// Sends the first flight. `external` is a PSK of the application.
fn first_flight(cx: &mut Context, external: Option<Psk>, srp: Option<SrpPassword>) -> Result<Next<State>> {
    let renegotiation = cx.parameters.established;
    if cx.config.versions().next().is_none() {
        return Err(reason!(
            Error::new(GNUTLS_E_NO_PRIORITIES_WERE_SET),
            "the priority string leaves no protocol version that this library implements: it has TLS 1.0 to TLS 1.3"
        ));
    }
    let tls13 = cx.config.offers_tls13() && !renegotiation;
    let random = cx.config.hello_random()?;
    let resume = resume::offered_session(cx);
    let ticket = resume.as_ref().and_then(|saved| Psk::of_session(saved, cx.now));
    let session_id = session_id(cx, resume.as_ref(), tls13)?;
    let early = ticket.is_some() && resume.as_ref().is_some_and(|saved| early_data::is_offered(cx, saved));
    cx.parameters.early.offered = early;
    cx.parameters.takes_tickets = tls13 && cx.config.uses_tickets(cx.config.tls13());
    cx.parameters.sent_name = cx.config.server_names.first().cloned().unwrap_or_default();
    let suites: Vec<u16> = cx
        .config
        .suites()
        .filter(|s| cx.config.versions().any(|v| (tls13 || !v.is_tls13()) && s.allowed_in(v)))
        .map(|s| s.wire)
        .collect();
    if suites.is_empty() {
        return Err(reason!(
            Error::new(GNUTLS_E_NO_CIPHER_SUITES),
            "the priority string leaves no cipher suite that this library implements for the versions {}",
            list(cx.config.versions().map(Version::name))
        ));
    }
    let shares = if tls13 { key_shares(cx.config)? } else { Vec::new() };
    let resumes = ticket.is_some();
    cx.parameters.client_random = random;
    let offer = Offer {
        random,
        session_id,
        suites,
        extensions: Vec::new(),
        order: Vec::new(),
        renegotiation,
        tls13,
        resume,
        resumes,
        psks: ticket.into_iter().chain(external).collect(),
        srp,
        early,
    };
    let mut state = ExpectServerHello {
        offer,
        shares,
        transcript: Transcript::new(cx.config.newest_legacy()),
        retried: None,
        verify_cookie: None,
        verify_requests: 0,
    };
    state.send_hello(cx)?;
    state.send_early_data(cx)?;
    Ok(Next::Wait(State::ExpectServerHello(Box::new(state)), Progress::Message))
}

/// The session ID: of the session to resume, as GnuTLS does also in TLS 1.3; one that a server with tickets echoes, to say that it resumes (RFC 5077
/// section 3.4); one for the compatibility with middleboxes (RFC 8446 appendix D.4); or none.
fn session_id(cx: &Context, resume: Option<&Arc<SavedSession>>, tls13: bool) -> Result<Vec<u8>> {
    match resume {
        // RFC 9001 section 8.4.
        _ if cx.config.own_transport && !cx.config.policy.tls13_compat_mode => Ok(Vec::new()),
        // RFC 9147 section 5.3.
        _ if cx.config.is_datagram() && resume.is_none_or(|saved| saved.version.is_tls13()) => {
            Ok(cx.config.session_id.clone())
        }
        _ if !cx.config.session_id.is_empty() => Ok(cx.config.session_id.clone()),
        Some(saved) if !saved.session_id.is_empty() => Ok(saved.session_id.clone()),
        None if !tls13 || !cx.config.policy.tls13_compat_mode => Ok(Vec::new()),
        _ => Ok(fresh_random()?.to_vec()),
    }
}

/// Generates key shares for the first groups of the priorities that are of different kinds: the key type (X448 is of the
/// kind of X25519, as in GnuTLS), or a hybrid. The `gnutls_init` flags determine their number; the default is two. In DTLS a
/// hybrid is offered without a share, if it is not the only group: servers that keep nothing of a client before its cookie
/// returns do not read a ClientHello in fragments (RFC 9147 section 5.1).
fn key_shares(config: &Config) -> Result<Vec<KeyShare>> {
    let wanted = match config.flags {
        f if f.contains(SessionFlags::KEY_SHARE_TOP) => 1,
        f if f.contains(SessionFlags::KEY_SHARE_TOP3) => 3,
        _ => 2,
    };
    let kind = |g: Group| match g {
        g if g.hybrid().is_some() => None,
        Group::X448 => Some(Group::X25519.pk()),
        g => Some(g.pk()),
    };
    let large = |g: &Group| config.is_datagram() && g.hybrid().is_some();
    let alone = config.groups().all(|g| large(&g));
    let mut groups: Vec<Group> = Vec::new();
    for group in config.groups().filter(|g| alone || !large(g)) {
        if groups.len() < wanted && !groups.iter().any(|g| kind(*g) == kind(group)) {
            groups.push(group);
        }
    }
    groups.into_iter().map(KeyShare::generate).collect()
}

impl ExpectServerHello {
    /// Sends the first or the second ClientHello.
    fn send_hello(&mut self, cx: &mut Context) -> Result<()> {
        let config = cx.config;
        let tls13 = self.offer.tls13;
        let legacy = config.newest_legacy();
        let psk_modes: Vec<u8> = Mode::offered(config).into_iter().map(Mode::wire).collect();
        let mut block = Block::default();
        let offered = Offered {
            config,
            legacy: legacy.is_some(),
            tls13,
            early_data: self.offer.early && self.retried.is_none(),
            resumes: self.offer.resumes,
            shares: &self.shares,
            srp_name: self.offer.srp.as_ref().map_or(&[], |srp| &srp.name),
            psk_modes: &psk_modes,
            cookie: self.retried.as_ref().and_then(|r| r.cookie.as_deref()),
            verify_data: if self.offer.renegotiation { &cx.parameters.client_verify_data } else { &[] },
            ticket: self.offer.resume12().and_then(|saved| saved.ticket.as_ref()).map_or(&[], |t| &t.bytes),
        };
        ext::write_client_hello(&mut block, &offered);
        cx.parameters.status_requested |= block.has(ExtensionType::STATUS_REQUEST);
        cx.parameters.post_handshake_auth |= block.has(ExtensionType::POST_HANDSHAKE_AUTH);
        if !config.policy.no_extensions {
            block.add_own(cx.parameters.own_extensions(MessageContext::ClientHello));
        }
        if self.retried.is_none() && self.verify_cookie.is_none() {
            if config.policy.shuffle_extensions {
                let mut words = [0u8; 128];
                crate::crypto::rand::fill(&mut words)?;
                let mut words = words.chunks_exact(4).map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]]));
                block.shuffle(|| words.next().unwrap_or_default());
            }
            self.offer.order = block.types();
            self.offer.extensions = self.offer.order.clone();
            self.offer.extensions.extend_from_slice(&config.unasked);
        } else {
            block.order_as(&self.offer.order);
        }
        if !self.offer.psks.is_empty() {
            // It is the last one (RFC 8446 section 4.2.11).
            psk::write(&self.offer.psks, &mut block);
            if !self.offer.extensions.contains(&ExtensionType::PRE_SHARED_KEY) {
                self.offer.extensions.push(ExtensionType::PRE_SHARED_KEY);
            }
        }
        if !self.offer.renegotiation {
            cx.parameters.hello_version =
                legacy.or(config.versions().next()).map(|v| v.min(config.tls13().in_records()));
        }
        let mut hello = Message::build(HandshakeType::CLIENT_HELLO, |w| {
            let newest = legacy.filter(|_| !tls13).unwrap_or(config.tls13().in_records());
            w.u16(config.hello_version.unwrap_or(newest.wire()));
            w.bytes(&self.offer.random);
            w.vec8(&self.offer.session_id);
            if config.is_datagram() {
                w.vec8(self.verify_cookie.as_deref().unwrap_or_default());
            }
            w.nested(2, |w| {
                self.offer.suites.iter().for_each(|s| w.u16(*s));
                if config.policy.fallback_scsv {
                    w.u16(FALLBACK_SCSV);
                }
            });
            w.vec8(&[0]);
            if !block.is_empty() {
                block.write(w);
            }
        })?;
        if !self.offer.psks.is_empty() {
            psk::bind(&self.offer.psks, &mut hello, &self.transcript)?;
        }
        cx.send(&mut self.transcript, hello);
        Ok(())
    }

    /// Sends the early data that the first ClientHello offers.
    fn send_early_data(&self, cx: &mut Context) -> Result<()> {
        let (Some(psk), Some(saved)) = (self.offer.psks.first(), &self.offer.resume) else { return Ok(()) };
        if !self.offer.early {
            return Ok(());
        }
        let mut hello = Hash::new(psk.hash)?;
        hello.update(&self.transcript.hello());
        let compatible = self.offer.is_middlebox_compatible(cx.config);
        early_data::send(cx, psk, saved.suite, &hello.finish(), compatible)
    }

    pub fn step(mut self: Box<Self>, cx: &mut Context, input: Input) -> Result<Next<State>> {
        if let (Input::ChangeCipherSpec, Some(_)) = (&input, &self.retried) {
            // Middlebox compatibility after a HelloRetryRequest (RFC 8446 appendix D.4).
            return Ok(Next::Wait(State::ExpectServerHello(self), Progress::Message));
        }
        let message = input.message()?;
        if message.kind() == HandshakeType::HELLO_VERIFY_REQUEST && cx.config.is_datagram() {
            return self.hello_verify_request(cx, &message);
        }
        let hello = ServerHello::read(&message)?;
        let version = Version::from_wire(hello.version()?).filter(|v| cx.config.offers(*v));
        match version {
            Some(v) if v.is_tls13() && self.offer.tls13 => {}
            Some(v) if !v.is_tls13() && !hello.is_retry() && self.retried.is_none() => {}
            _ => return Err(why::version_not_offered(cx, hello.version()?)),
        }
        let Some(version) = version else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let suite = self.suite(cx, &hello, version)?;
        cx.parameters.version = Some(version);
        cx.parameters.suite = Some(suite);
        log!(
            DECISION,
            "the server selected {}, {}{}",
            version.name(),
            suite.name,
            if hello.is_retry() { ", and asks for another ClientHello" } else { "" }
        );
        cx.set_record_version(version.in_records());
        if !version.is_tls13() {
            if self.offer.early {
                // RFC 8446 appendix D.3.
                return Err(reason!(
                    Error::with_alert(
                        GNUTLS_E_UNSUPPORTED_VERSION_PACKET,
                        AlertDescription::PROTOCOL_VERSION
                    ),
                    "the server selected {} although early data was sent, which only TLS 1.3 has",
                    version.name()
                ));
            }
            return self.tls12(cx, hello, version, suite, &message);
        }
        // DTLS has no mode of compatibility (RFC 9147 section 5).
        let echoed = if cx.config.is_datagram() { &[][..] } else { &self.offer.session_id };
        if hello.session_id != echoed || hello.legacy_version != version.in_records().wire() {
            return Err(tls13::ILLEGAL);
        }
        self.transcript.become_tls13();
        if hello.is_retry() {
            return self.retry(cx, &hello, suite, &message);
        }
        self.transcript.server_hello13(suite.prf, self.retried.is_some(), &message)?;
        let mut extensions = hello.extensions(MessageContext::ServerHello13, &cx.config.overridden)?;
        extensions.only_offered(&self.offer.extensions)?;
        cx.parameters.own_extensions_in = Some((MessageContext::ServerHello13, extensions.clone()));
        extensions.hide(&cx.config.overridden);
        cx.parameters.server_random = hello.random;
        cx.parameters.session_id = hello.session_id;
        let next = super::tls13::client::server_hello(self, cx, suite, &extensions)?;
        Ok(next.within(State::tls13))
    }

    /// Sends the ClientHello again with the cookie that shows the server our address (RFC 6347 section 4.2.1). The
    /// transcript begins with this one.
    fn hello_verify_request(mut self: Box<Self>, cx: &mut Context, message: &Message) -> Result<Next<State>> {
        self.verify_requests += 1;
        // DTLS 1.3 has no such message (RFC 9147 section 5.1).
        if self.verify_requests > MAX_VERIFY_REQUESTS || cx.config.newest_legacy().is_none() {
            return err(GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET);
        }
        self.verify_cookie = Some(read_hello_verify_request(message)?);
        log!(DECISION, "the server asks for the ClientHello with a cookie");
        self.withdraw_early_data(cx);
        self.transcript = Transcript::new(cx.config.newest_legacy());
        self.send_hello(cx)?;
        Ok(Next::Wait(State::ExpectServerHello(self), Progress::Message))
    }

    /// The server has not taken the first ClientHello: its early data is rejected, and the second one is not protected (RFC
    /// 8446 section 4.2.10). False if there was none.
    fn withdraw_early_data(&mut self, cx: &mut Context) -> bool {
        let early = std::mem::take(&mut self.offer.early);
        if early {
            log!(DECISION, "the server does not accept the early data: the application sends it again");
            cx.parameters.early = EarlyData::default();
            self.offer.extensions.retain(|e| *e != ExtensionType::EARLY_DATA);
            cx.protect_sending(Protection::default(), None);
            cx.effects.push(Effect::Level(Level::Initial));
        }
        early
    }

    fn suite(&self, cx: &Context, hello: &ServerHello, version: Version) -> Result<&'static Suite> {
        if !self.offer.suites.contains(&hello.suite) {
            return Err(why::suite_not_offered(hello.suite, &self.offer.suites, UNKNOWN_SUITE));
        }
        let suite = cx.config.suites().find(|s| s.wire == hello.suite && s.allowed_in(version));
        let suite = suite.ok_or(UNKNOWN_SUITE)?;
        match &self.retried {
            Some(r) if r.suite.wire != suite.wire => Err(UNKNOWN_SUITE),
            _ => Ok(suite),
        }
    }

    /// Processes HelloRetryRequest: sends a second ClientHello as the server requested (RFC 8446 section
    /// 4.1.4).
    fn retry(
        mut self: Box<Self>,
        cx: &mut Context,
        hello: &ServerHello,
        suite: &'static Suite,
        message: &Message,
    ) -> Result<Next<State>> {
        if self.retried.is_some() {
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        let mut extensions = hello.extensions(MessageContext::HelloRetryRequest, &cx.config.overridden)?;
        let mut may = self.offer.extensions.clone();
        may.push(ExtensionType::COOKIE);
        extensions.only_offered(&may)?;
        cx.parameters.own_extensions_in = Some((MessageContext::HelloRetryRequest, extensions.clone()));
        extensions.hide(&cx.config.overridden);
        let group = tls13::read_retry_group(&extensions)?;
        let cookie = tls13::read_cookie(&extensions)?;
        if group.is_none() && cookie.is_none() {
            return Err(tls13::ILLEGAL);
        }
        if let Some(number) = group {
            let ours = cx.config.groups().find(|g| g.wire() == Some(number)).ok_or(tls13::ILLEGAL)?;
            if self.shares.iter().any(|s| s.group() == ours) {
                return Err(tls13::ILLEGAL);
            }
            self.shares = vec![KeyShare::generate(ours)?];
        }
        if self.offer.psks.iter().any(|psk| psk.hash != suite.prf) {
            // The server cannot use them (RFC 8446 section 4.1.4).
            self.offer.psks.retain(|psk| psk.hash == suite.prf);
            self.offer.resume = self.offer.resume.take().filter(|saved| saved.suite.prf == suite.prf);
        }
        if self.offer.psks.is_empty() {
            self.offer.extensions.retain(|e| *e != ExtensionType::PRE_SHARED_KEY);
        }
        self.transcript.start(suite.prf)?;
        self.transcript.retry(suite.prf)?;
        self.transcript.add(message);
        cx.parameters.hello_retry = true;
        log!(
            DECISION,
            "sends a second ClientHello with a key share for {}",
            group.map_or("the same groups".to_string(), |g| GroupNumber(g).to_string())
        );
        self.retried = Some(Retry { suite, group, cookie });
        let early = self.withdraw_early_data(cx);
        if self.offer.is_middlebox_compatible(cx.config) && !early {
            cx.send_change_cipher_spec();
        }
        self.send_hello(cx)?;
        Ok(Next::Wait(State::ExpectServerHello(self), Progress::Message))
    }

    fn tls12(
        mut self: Box<Self>,
        cx: &mut Context,
        hello: ServerHello,
        version: Version,
        suite: &'static Suite,
        message: &Message,
    ) -> Result<Next<State>> {
        let tail = &hello.random[24..];
        let newer = if self.offer.tls13 { Some(cx.config.tls13()) } else { cx.config.newest_legacy() };
        let newer = newer.filter(|newest| match newest {
            v if v.is_tls13() => tail == DOWNGRADE_TO_12 || tail == DOWNGRADE_TO_11,
            Version::Tls12 => version < Version::Tls12 && tail == DOWNGRADE_TO_11,
            _ => false,
        });
        if let Some(newest) = newer {
            return Err(suspicious!(
                Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, AlertDescription::ILLEGAL_PARAMETER),
                "the server supports a newer version than {}, which it selected: an attacker removed {} from our ClientHello",
                version.name(),
                newest.name()
            ));
        }
        let echoed = !self.offer.session_id.is_empty() && hello.session_id == self.offer.session_id;
        // The session ID of middlebox compatibility mode does not identify a session that can be resumed (RFC
        // 8446 appendix D.4). Nor does one that the application has made up.
        if echoed && self.offer.resume12().is_none() {
            return Err(tls13::ILLEGAL);
        }
        self.transcript.start(suite.prf_in(Some(version)))?;
        self.transcript.add(message);
        let mut extensions = hello.extensions(MessageContext::ServerHello12, &cx.config.overridden)?;
        let mut may = self.offer.extensions.clone();
        may.push(ExtensionType::RENEGOTIATION_INFO);
        extensions.only_offered(&may)?;
        cx.parameters.own_extensions_in = Some((MessageContext::ServerHello12, extensions.clone()));
        extensions.hide(&cx.config.overridden);
        cx.parameters.server_random = hello.random;
        cx.parameters.session_id = hello.session_id;
        let resumed = self.offer.resume12().filter(|_| echoed).cloned();
        let next =
            super::tls12::client::server_hello(self.transcript, self.offer, cx, suite, &extensions, resumed)?;
        Ok(next.within(State::tls12))
    }
}
