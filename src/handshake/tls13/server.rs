//! The server of TLS 1.3 from ClientHello to the client's Finished (RFC 8446 section 2).
use super::accept_psk::{Requested, Search, Sought, requested_session};
use super::keys::{self, Master, Schedule, Traffic};
use super::psk::{Mode, is_possible};
use super::{auth, early_data, post};
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::{Group, Sign, Suite, Version};
use crate::crypto::kex::KeyShare;
use crate::crypto::secret::Secret;
use crate::error::{Error, Result, err};
use crate::handshake::config::{CertificateRequest, Role};
use crate::handshake::ext::{
    self, Block, ExtensionType, MessageContext, certificate_type, common, compress_certificate,
    connection_id, required, tls13,
};
use crate::handshake::hello::{ClientHello, ServerHelloParts};
use crate::handshake::level::Level;
use crate::handshake::messages::{HandshakeType, Message, RETRY_RANDOM};
use crate::handshake::negotiate::{signs_in_common, suites_in_common};
use crate::handshake::psk::Lookup;
use crate::handshake::resume;
use crate::handshake::step::{Context, Identity, IdentityWanted, Input, Next, Progress, Query, Reply};
use crate::handshake::transcript::Transcript;
use crate::handshake::why;
use crate::log::{DECISION, log};

/// The selected parameters of the ClientHello.
pub struct Selected {
    hello: ClientHello,
    suite: &'static Suite,
    /// The group of the key exchange and the client's share; `None` for a PSK alone.
    share: Option<(Group, Vec<u8>)>,
    transcript: Transcript,
}

/// The data of the states during our flight.
pub struct ServerFlight {
    suite: &'static Suite,
    transcript: Transcript,
    schedule: Schedule,
    traffic: Traffic,
}

/// The data of the states during the client's flight.
pub struct AwaitClientFlight {
    suite: &'static Suite,
    transcript: Transcript,
    /// The client's handshake traffic secret, for its Finished.
    handshake: Secret,
    /// The client's application traffic secret.
    application: Secret,
    master: Master,
}

pub enum State {
    /// A HelloRetryRequest was sent.
    ExpectSecondHello {
        first: Box<ClientHello>,
        /// It offers a session that is resumed if the second one does, too.
        resumes: bool,
        suite: &'static Suite,
        group: Group,
        transcript: Transcript,
    },
    /// The second ClientHello has been read, and the callback runs again.
    PostSecondClientHello {
        hello: Box<ClientHello>,
        suite: &'static Suite,
        group: Group,
        transcript: Transcript,
    },
    /// The application looks for the key of a PSK identity of the client.
    FindingPsk(Box<FindingPsk>),
    /// Whether the client's early data is a replay.
    CheckingReplay(Selected, Box<Requested>),
    /// The application selects a certificate.
    ChoosingIdentity(Selected),
    /// The application adds its own extensions.
    AskingExtensions(ServerFlight, Box<ClientHello>, Authentication),
    /// Waits for the signature of the application's key.
    Signing(ServerFlight, Sign),
    ExpectCertificate(AwaitClientFlight),
    ExpectCertificateVerify(AwaitClientFlight),
    /// The application verifies the client's chain.
    VerifyingClient(AwaitClientFlight),
    /// The client's early data comes, and then this message.
    ExpectEndOfEarlyData(AwaitClientFlight),
    ExpectFinished(AwaitClientFlight),
}

/// Processes a ClientHello that negotiates TLS 1.3. `retried` contains the parameters of our
/// HelloRetryRequest, if one was sent.
pub fn client_hello(
    hello: ClientHello,
    transcript: Transcript,
    retried: Option<(&'static Suite, Group)>,
    cx: &mut Context,
) -> Result<Next<State>> {
    if hello.compression != [0] {
        return Err(tls13::ILLEGAL);
    }
    ext::check_client_hello13(&hello.extensions)?;
    // It is skipped unless it is accepted. There is none after a HelloRetryRequest (section 4.2.10).
    let early = retried.is_none() && hello.extensions.has(ExtensionType::EARLY_DATA);
    cx.read.records.skip_early_data(early.then_some(cx.config.max_early_data));
    cx.parameters.takes_tickets = is_possible(cx, &hello.extensions)?;
    let session = requested_session(cx, &hello, &transcript)?;
    let offer = Offered { hello, transcript, retried, early };
    if session.is_some() {
        return select(offer, session, cx);
    }
    let mut search = Search::new(cx, &offer.hello)?;
    let next = search.next(cx, &offer.hello, &offer.transcript)?;
    FindingPsk { offer, search }.go_on(cx, next)
}

/// The application looks for the key of a PSK identity of the client.
pub struct FindingPsk {
    offer: Offered,
    search: Search,
}

impl FindingPsk {
    fn go_on(self, cx: &mut Context, next: Sought) -> Result<Next<State>> {
        match next {
            Sought::Ask(identity) => {
                let query = Query::FindPsk(identity);
                Ok(Next::Wait(State::FindingPsk(Box::new(self)), Progress::Query(query)))
            }
            Sought::Chosen(psk) => select(self.offer, psk.map(|psk| *psk), cx),
        }
    }

    fn answer(mut self, cx: &mut Context, lookup: Lookup) -> Result<Next<State>> {
        let Offered { hello, transcript, .. } = &self.offer;
        let next = self.search.answer(cx, hello, transcript, lookup)?;
        self.go_on(cx, next)
    }
}

/// What the client offers.
struct Offered {
    hello: ClientHello,
    transcript: Transcript,
    /// The parameters of our HelloRetryRequest, if one was sent.
    retried: Option<(&'static Suite, Group)>,
    /// There is early data.
    early: bool,
}

/// Selects the parameters, and asks for what is needed to authenticate.
fn select(offer: Offered, psk: Option<Requested>, cx: &mut Context) -> Result<Next<State>> {
    let Offered { hello, mut transcript, retried, early } = offer;
    let suites = suites_in_common(cx, &hello, cx.config.tls13());
    // The hash of a PSK and the one of the cipher suite are the same (section 4.2.11).
    let of_psk = psk.as_ref().and_then(|psk| psk.suite(&suites));
    let suite = match retried {
        Some((suite, _)) => suites.iter().copied().find(|s| s.wire == suite.wire).ok_or(tls13::ILLEGAL)?,
        None => match of_psk.or(suites.first().copied()) {
            Some(suite) => suite,
            None => return Err(why::no_common_suite(cx, &hello, cx.config.tls13())),
        },
    };
    cx.parameters.suite = Some(suite);
    let fits = |psk: &Requested| psk.psk.hash == suite.prf;
    if psk.as_ref().is_some_and(|psk| !fits(psk)) && !cx.config.has_certificates {
        // There is nothing else to authenticate with.
        return Err(why::no_common_suite(cx, &hello, cx.config.tls13()));
    }
    let psk = psk.filter(fits);
    let share = match psk.as_ref().map(|psk| psk.mode) {
        Some(Mode::Psk) => {
            log!(DECISION, "selected {}, a PSK without Diffie-Hellman", suite.name);
            None
        }
        _ => match client_share(cx, &hello, suite, retried)? {
            (group, Some(share)) => Some((group, share)),
            (group, None) => {
                transcript.start(suite.prf)?;
                return retry(hello, psk.is_some(), suite, group, transcript, cx);
            }
        },
    };
    if retried.is_none() {
        transcript.start(suite.prf)?;
    }
    transcript.forget_bytes();
    cx.parameters.created = cx.seconds();
    if let Some(psk) = psk {
        let selected = Selected { hello, suite, share, transcript };
        let query = if early { psk.replay_query(cx, suite, &selected.hello)? } else { None };
        if let Some(query) = query {
            return Ok(Next::Wait(State::CheckingReplay(selected, Box::new(psk)), Progress::Query(query)));
        }
        return selected.server_hello(cx, Authentication::Psk(Box::new(psk)));
    }
    certificate_type::select(cx, &hello.extensions)?;
    cx.parameters.compression =
        compress_certificate::choose(cx.config, &compress_certificate::read(&hello.extensions)?);
    let theirs = required(common::read_signs(&hello.extensions)?)?;
    cx.parameters.peer_signs.clone_from(&theirs);
    let signs = signs_in_common(cx, &theirs, Version::Tls13);
    if signs.is_empty() {
        return Err(why::no_common_sign(cx, &theirs));
    }
    let wanted = IdentityWanted {
        keys: signs.iter().map(|s| s.pk()).collect(),
        signs,
        server_name: cx.parameters.server_names.first().cloned(),
        version: Some(Version::Tls13),
        any_key_usage: cx.config.policy.allow_key_usage_violation,
        status: cx.parameters.status_requested,
        cert_type: cx.parameters.certificate_type(Role::Server),
        ..Default::default()
    };
    let state = State::ChoosingIdentity(Selected { hello, suite, share, transcript });
    Ok(Next::Wait(state, Progress::Query(Query::Identity(wanted))))
}

/// The group of the key exchange, and the client's share for it, if it sent one. After a HelloRetryRequest it has to be the one.
fn client_share(
    cx: &Context,
    hello: &ClientHello,
    suite: &Suite,
    retried: Option<(&'static Suite, Group)>,
) -> Result<(Group, Option<Vec<u8>>)> {
    let groups = match common::read_groups(&hello.extensions)? {
        None if hello.extensions.has(ExtensionType::PRE_SHARED_KEY) => Vec::new(),
        groups => required(groups)?,
    };
    let shares = tls13::read_key_shares(&hello.extensions)?;
    if shares.iter().any(|(g, _)| !groups.contains(g)) {
        return Err(tls13::ILLEGAL);
    }
    let group = match retried {
        Some((_, group)) => group,
        None => match cx.config.choose_group(&groups) {
            Some(group) => group,
            None => return Err(why::no_common_group(cx, &groups, GNUTLS_E_NO_COMMON_KEY_SHARE)),
        },
    };
    log!(DECISION, "selected {}, group {}", suite.name, group.name());
    let count = shares.len();
    let share = shares.into_iter().find(|(n, _)| Some(*n) == group.wire()).map(|(_, key)| key);
    match retried {
        Some(_) if share.is_none() || count != 1 => Err(tls13::ILLEGAL),
        _ => Ok((group, share)),
    }
}

/// How the server proves who it is.
pub enum Authentication {
    Certificate(Identity),
    Psk(Box<Requested>),
}

/// HelloRetryRequest, section 4.1.4.
fn retry(
    hello: ClientHello,
    resumes: bool,
    suite: &'static Suite,
    group: Group,
    mut transcript: Transcript,
    cx: &mut Context,
) -> Result<Next<State>> {
    let mut block = Block::default();
    tls13::write_version(&mut block, cx.config.tls13());
    tls13::write_retry_group(&mut block, group.wire().unwrap_or_default());
    transcript.retry(suite.prf)?;
    let parts = ServerHelloParts {
        version: cx.config.tls13().in_records(),
        random: &RETRY_RANDOM,
        session_id: echoed_session_id(cx, &hello),
        suite: suite.wire,
    };
    cx.send(&mut transcript, parts.write(&block)?);
    if middlebox_compatible(cx, &hello) {
        cx.send_change_cipher_spec();
    }
    log!(DECISION, "asks for another ClientHello: the client sent no key share for {}", group.name());
    cx.parameters.hello_retry = true;
    let state = State::ExpectSecondHello { first: Box::new(hello), resumes, suite, group, transcript };
    Ok(Next::Wait(state, Progress::Message))
}

impl State {
    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        let (state, progress) = match (self, input) {
            (state @ State::ExpectSecondHello { .. }, Input::ChangeCipherSpec) => (state, Progress::Message),
            (State::ExpectSecondHello { first, resumes, suite, group, mut transcript }, input) => {
                let message = input.message()?;
                let mut hello = ClientHello::read(&message, &cx.config.overridden)?;
                hello.check(&cx.config.overridden)?;
                check_second_hello(&first, &hello)?;
                if resumes && !hello.extensions.has(ExtensionType::PRE_SHARED_KEY) {
                    // Only a PSK that does not go with the cipher suite may be gone (section 4.1.2).
                    return Err(tls13::ILLEGAL);
                }
                transcript.add(&message);
                let state = State::PostSecondClientHello { hello: Box::new(hello), suite, group, transcript };
                (state, Progress::Query(Query::PostClientHello))
            }
            (State::PostSecondClientHello { hello, suite, group, transcript }, input) => {
                input.reply()?.expect_continue()?;
                return client_hello(*hello, transcript, Some((suite, group)), cx);
            }
            (State::FindingPsk(finding), Input::Reply(reply)) => {
                return finding.answer(cx, reply.found_psk()?);
            }
            (State::CheckingReplay(selected, session), Input::Reply(reply)) => {
                return selected.early_data(cx, session, reply.fresh()?);
            }
            (State::ExpectEndOfEarlyData(awaiting), input) => {
                awaiting.end_of_early_data(cx, input.message()?)?
            }
            (State::AskingExtensions(flight, hello, by), Input::Reply(reply)) => {
                reply.expect_continue()?;
                return flight.extensions(cx, &hello, by);
            }
            (State::ChoosingIdentity(selected), Input::Reply(Reply::Identity(identity))) => {
                let Some(identity) = identity else { return err(GNUTLS_E_NO_CIPHER_SUITES) };
                return selected.server_hello(cx, Authentication::Certificate(identity));
            }
            (State::Signing(mut flight, sign), Input::Reply(Reply::Signature(signature))) => {
                cx.send(&mut flight.transcript, auth::certificate_verify(sign, &signature)?);
                return flight.finish(cx);
            }
            (State::ExpectCertificate(awaiting), input) => awaiting.certificate(cx, input.message()?)?,
            (State::ExpectCertificateVerify(awaiting), input) => {
                awaiting.certificate_verify(cx, input.message()?)?
            }
            (State::VerifyingClient(awaiting), input) => {
                input.reply()?.expect_continue()?;
                (State::ExpectFinished(awaiting), Progress::Message)
            }
            (State::ExpectFinished(awaiting), input) => return awaiting.finished(cx, input.message()?),
            (State::AskingExtensions(..), _) => return err(GNUTLS_E_INTERNAL_ERROR),
            (
                State::ChoosingIdentity(_)
                | State::FindingPsk(_)
                | State::CheckingReplay(..)
                | State::Signing(..),
                _,
            ) => {
                return err(GNUTLS_E_INTERNAL_ERROR);
            }
        };
        Ok(Next::Wait(state, progress))
    }
}

/// The second ClientHello may differ from the first only as section 4.1.2 allows.
fn check_second_hello(first: &ClientHello, second: &ClientHello) -> Result<()> {
    let same = first.random == second.random
        && first.session_id == second.session_id
        && first.suites == second.suites
        && first.compression == second.compression
        && first.legacy_version == second.legacy_version;
    if same { ext::check_second_hello(&first.extensions, &second.extensions) } else { Err(tls13::ILLEGAL) }
}

impl Selected {
    /// Accepts early data that is no replay.
    fn early_data(self, cx: &mut Context, session: Box<Requested>, fresh: bool) -> Result<Next<State>> {
        if fresh {
            log!(DECISION, "accepts the client's early data");
            let traffic = early_data::derive(cx, &session.psk, self.suite, &self.transcript.current());
            cx.read.records.skip_early_data(None);
            cx.use_secrets(Level::Early, Some(&traffic), None);
            let early = &mut cx.parameters.early;
            (early.accepted, early.keys) = (true, Some(traffic));
        }
        self.server_hello(cx, Authentication::Psk(session))
    }

    /// Sends our flight from ServerHello to Certificate, whose CertificateVerify has to be signed first, or to Finished if
    /// a session is resumed.
    fn server_hello(mut self, cx: &mut Context, by: Authentication) -> Result<Next<State>> {
        let answer = match &self.share {
            Some((group, share)) => Some((*group, KeyShare::answer(*group, share)?)),
            None => None,
        };
        cx.parameters.group = answer.as_ref().map(|(group, _)| *group);
        cx.parameters.server_random = cx.config.hello_random()?;
        let mut block = Block::default();
        tls13::write_version(&mut block, cx.config.tls13());
        if let Some((group, (share, _))) = &answer {
            tls13::write_key_share(&mut block, *group, share);
        }
        if let Authentication::Psk(requested) = &by {
            tls13::write_selected_psk(&mut block, requested.index as u16);
            match &requested.saved {
                Some(saved) => resume::resumed(cx, saved),
                None => cx.parameters.psk_mut().identity = Some(requested.psk.identity.clone()),
            }
        }
        connection_id::answer(&mut block, cx, &self.hello.extensions)?;
        block.add_own(cx.parameters.own_extensions(MessageContext::ServerHello13));
        let random = cx.parameters.server_random;
        let parts = ServerHelloParts {
            version: cx.config.tls13().in_records(),
            random: &random,
            session_id: echoed_session_id(cx, &self.hello),
            suite: self.suite.wire,
        };
        cx.send(&mut self.transcript, parts.write(&block)?);
        if middlebox_compatible(cx, &self.hello) && !cx.parameters.hello_retry {
            cx.send_change_cipher_spec();
        }
        let psk = match &by {
            Authentication::Psk(requested) => Some(&requested.psk),
            Authentication::Certificate(_) => None,
        };
        let shared = answer.as_ref().map(|(_, (_, shared))| shared.as_slice());
        let schedule = super::psk::handshake_secret(cx.hkdf(self.suite), psk, shared)?;
        let traffic = schedule.handshake_traffic(cx, self.transcript.current().as_ref());
        let hkdf = cx.hkdf(self.suite);
        cx.protect_sending(keys::protection(hkdf, self.suite, &traffic.server)?, None);
        let early = cx.parameters.early.keys.take();
        let reading = early.as_ref().unwrap_or(&traffic.client);
        let waits = early.is_some() && early_data::has_end(cx.config);
        cx.use_secrets(Level::Handshake, Some(&traffic.client).filter(|_| !waits), Some(&traffic.server));
        let mut reading = keys::protection(hkdf, self.suite, reading)?;
        if early.is_some() {
            reading = reading.early();
        }
        cx.read.set_protection(reading)?;
        cx.read.records.allow_ccs(true);
        cx.read.records.allow_clear_alert();
        let flight = ServerFlight { suite: self.suite, transcript: self.transcript, schedule, traffic };
        if cx.config.secret_function {
            let state = State::AskingExtensions(flight, Box::new(self.hello), by);
            return Ok(Next::Wait(state, Progress::Query(Query::OwnExtensions)));
        }
        flight.extensions(cx, &self.hello, by)
    }
}

impl ServerFlight {
    /// Sends what follows ServerHello.
    fn extensions(
        mut self,
        cx: &mut Context,
        hello: &ClientHello,
        by: Authentication,
    ) -> Result<Next<State>> {
        cx.send(&mut self.transcript, encrypted_extensions(cx, hello)?);
        // With a PSK neither side shows a certificate (section 4.3.2).
        let Authentication::Certificate(identity) = by else { return self.finish(cx) };
        if cx.config.certificate_request != CertificateRequest::Ignore {
            cx.parameters.certificate_requested = true;
            cx.parameters.client_status_requested = auth::asks_status(cx.config);
            cx.send(&mut self.transcript, auth::Request::write(&[], cx.config)?);
        }
        cx.send(&mut self.transcript, auth::certificate(&[], &identity, cx.parameters.compression)?);
        let (sign, query) = auth::ask_signature(Role::Server, &identity, &self.transcript.current())?;
        log!(DECISION, "signs with {}", sign.name());
        cx.parameters.server_sign = Some(sign);
        cx.parameters.our_chain = identity.chain;
        Ok(Next::Wait(State::Signing(self, sign), Progress::Query(query)))
    }
}

/// Whether a ChangeCipherSpec follows our first message: unless the priorities disable it and the client does
/// not request it with a session ID (appendix D.4).
fn middlebox_compatible(cx: &Context, hello: &ClientHello) -> bool {
    !cx.config.is_datagram() && (cx.config.policy.tls13_compat_mode || !hello.session_id.is_empty())
}

/// The session ID in our hello. DTLS has no mode of compatibility (RFC 9147 section 5).
fn echoed_session_id<'a>(cx: &Context, hello: &'a ClientHello) -> &'a [u8] {
    if cx.config.is_datagram() { &[] } else { &hello.session_id }
}

/// EncryptedExtensions, section 4.3.1.
fn encrypted_extensions(cx: &Context, hello: &ClientHello) -> Result<Message> {
    let mut block = Block::default();
    if !cx.parameters.server_names.is_empty() {
        block.add(ExtensionType::SERVER_NAME, |_| ());
    }
    common::write_alpn(&mut block, cx.parameters.alpn.iter().map(Vec::as_slice));
    let limit = common::peer_limit(&hello.extensions, true)?;
    common::write_limit_answer(&mut block, limit, cx.config, true);
    if !cx.parameters.by_psk() {
        let requested = cx.config.certificate_request != CertificateRequest::Ignore;
        certificate_type::answer(&mut block, cx, requested);
    }
    block.add_own(cx.parameters.own_extensions(MessageContext::EncryptedExtensions));
    if cx.parameters.early.accepted {
        tls13::write_early_data(&mut block);
    }
    Message::build(HandshakeType::ENCRYPTED_EXTENSIONS, |w| block.write(w))
}

impl ServerFlight {
    /// Sends our Finished and changes to the application traffic keys for sending.
    fn finish(mut self, cx: &mut Context) -> Result<Next<State>> {
        let message = auth::finished(self.schedule.hkdf, &self.traffic.server, &self.transcript.current())?;
        cx.parameters.server_verify_data = message.body().to_vec();
        cx.send(&mut self.transcript, message);
        let ServerFlight { suite, transcript, schedule, traffic } = self;
        let (application, master) = schedule.into_application(cx, transcript.current().as_ref())?;
        cx.use_secrets(Level::Application, None, Some(&application.server));
        let hkdf = cx.hkdf(suite);
        cx.protect_sending(keys::protection(hkdf, suite, &application.server)?, Some(application.server));
        let asked = cx.parameters.certificate_requested;
        let awaiting = AwaitClientFlight {
            suite,
            transcript,
            handshake: traffic.client,
            application: application.client,
            master,
        };
        if !asked && !cx.parameters.resumed && !cx.config.is_datagram() {
            // As the client sends nothing but its Finished, the tickets need not wait for it (section 4.6.1).
            awaiting.send_tickets_early(cx)?;
        }
        let state = match asked {
            true => State::ExpectCertificate(awaiting),
            false if cx.parameters.early.accepted => awaiting.expect_early_data(cx)?,
            false => State::ExpectFinished(awaiting),
        };
        // With early data there is something to wait for; an external PSK has proved that the client is there only with its Finished.
        let early = matches!(state, State::ExpectFinished(_))
            && cx.parameters.psk_identity().is_none()
            && !cx.config.is_datagram()
            && cx.config.flags.contains(SessionFlags::ENABLE_EARLY_START);
        cx.parameters.early_start = early;
        let progress = if early { Progress::FalseStart } else { Progress::Message };
        Ok(Next::Wait(state, progress))
    }
}

impl AwaitClientFlight {
    /// Sends tickets before the client's Finished, whose contents are known.
    fn send_tickets_early(&self, cx: &mut Context) -> Result<()> {
        if cx.config.ticket_keys.is_none() {
            return Ok(());
        }
        let mut transcript = self.transcript.clone();
        let finished = auth::finished(cx.hkdf(self.suite), &self.handshake, &transcript.current())?;
        transcript.add(&finished);
        cx.parameters.resumption_secret = Some(self.master.resumption(transcript.current().as_ref()));
        send_tickets(cx)
    }

    /// Without EndOfEarlyData the early data is not in the records of this session (RFC 9001 section 8.3), or its records say by
    /// their epoch what they are (RFC 9147 section 5.6).
    fn expect_early_data(self, cx: &mut Context) -> Result<State> {
        if early_data::has_end(cx.config) {
            return Ok(State::ExpectEndOfEarlyData(self));
        }
        cx.read.set_protection(keys::protection(cx.hkdf(self.suite), self.suite, &self.handshake)?)?;
        Ok(State::ExpectFinished(self))
    }

    fn end_of_early_data(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        message.expect(HandshakeType::END_OF_EARLY_DATA)?.finish()?;
        cx.use_secrets(Level::Handshake, Some(&self.handshake), None);
        cx.read.set_protection(keys::protection(cx.hkdf(self.suite), self.suite, &self.handshake)?)?;
        cx.parameters.early.suite = None;
        self.transcript.add(&message);
        Ok((State::ExpectFinished(self), Progress::Message))
    }

    fn certificate(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let asked = auth::asks_status(cx.config);
        let plain = compress_certificate::expand(cx.config, &message, !cx.config.compression.is_empty())?;
        let (chain, responses) = auth::read_certificate(
            &plain,
            &[],
            auth::status_if(asked),
            cx.parameters.certificate_type(Role::Client),
        )?;
        self.transcript.add(&message);
        if chain.is_empty() {
            if cx.config.certificate_request == CertificateRequest::Require {
                return Err(why::no_client_certificate(Error::new(GNUTLS_E_CERTIFICATE_REQUIRED)));
            }
            // The application's verify function is also called for a client without a certificate.
            return Ok((State::VerifyingClient(self), Progress::Query(Query::VerifyPeer)));
        }
        cx.parameters.peer_chain = chain;
        cx.parameters.ocsp = responses;
        Ok((State::ExpectCertificateVerify(self), Progress::Message))
    }

    fn certificate_verify(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let transcript = self.transcript.current();
        let sign = auth::check_certificate_verify(cx, &message, Role::Client, transcript.as_ref())?;
        cx.parameters.client_sign = Some(sign);
        self.transcript.add(&message);
        Ok((State::VerifyingClient(self), Progress::Query(Query::VerifyPeer)))
    }

    fn finished(self, cx: &mut Context, message: Message) -> Result<Next<State>> {
        let AwaitClientFlight { suite, mut transcript, handshake, application, master } = self;
        let data =
            auth::check_finished(cx.config, &message, cx.hkdf(suite), &handshake, &transcript.current())?;
        cx.parameters.client_verify_data = data;
        cx.read.set_protection(keys::protection(cx.hkdf(suite), suite, &application)?)?;
        cx.read.records.allow_ccs(false);
        cx.use_secrets(Level::Application, Some(&application), None);
        cx.read.traffic = Some(application);
        transcript.add(&message);
        if cx.parameters.resumption_secret.is_none() && cx.config.ticket_keys.is_some() {
            cx.parameters.resumption_secret = Some(master.resumption(transcript.current().as_ref()));
            send_tickets(cx)?;
        }
        if cx.parameters.post_handshake_auth {
            cx.parameters.transcript = Some(Box::new(transcript));
        }
        cx.parameters.established = true;
        Ok(Next::Complete)
    }
}

/// How many tickets a server sends with a handshake, as in GnuTLS.
const TICKETS: usize = 2;

fn send_tickets(cx: &mut Context) -> Result<()> {
    if cx.config.flags.contains(SessionFlags::NO_AUTO_SEND_TICKET) {
        return Ok(());
    }
    for _ in 0..TICKETS {
        if let Some(ticket) = post::new_ticket(cx.config, cx.parameters, cx.now)? {
            cx.send_added(ticket);
        }
    }
    Ok(())
}
