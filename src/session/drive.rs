//! The handshake loop: it steps the state machine, does its I/O and queries the application. It can return at
//! any point, and the next call resumes there.
use std::sync::atomic::Ordering::Relaxed;
use std::time::Instant;

use super::application::{Direction, When};
use super::driver::{Due, HandshakeDriver, Kind, NextAction, Stage};
use super::io::{Deadline, MAX_UNREAD};
use super::report::Operation;
use super::{ReadHalf, Session, lock, may_retry};
use crate::abi::*;
use crate::alg::Kx;
use crate::alg::flags::SessionFlags;
use crate::crypto::secret::wipe_stack;
use crate::error::{Error, Result, err};
use crate::handshake::Machine;
use crate::handshake::config::{DhGroups, Role};
use crate::handshake::ext::MessageContext;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::sslv2;
use crate::handshake::step::{Context, Effect, IdentityWanted, Input, Progress, Query, Reply};
use crate::log::{self, DECISION, DETAIL, log, reason};
use crate::pki::cert::Certificate;
use crate::record::ContentType;

impl Session {
    /// `gnutls_handshake`: the first handshake, or a renegotiation. On an established TLS 1.3 client it
    /// updates the keys of both sides.
    pub fn handshake(&self) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Handshake, self.handshake_or_update())
    }

    fn handshake_or_update(&self) -> Result<()> {
        if self.parameters(|p| p.false_start) && self.is_open() {
            return err(GNUTLS_E_HANDSHAKE_DURING_FALSE_START);
        }
        self.check_writable()?;
        self.continue_handshake()
    }

    fn continue_handshake(&self) -> Result<()> {
        self.check_usable()?;
        let Some(mut driver) = self.driver.lease() else { return err(GNUTLS_E_INVALID_REQUEST) };
        if driver.machine.is_none() {
            if self.parameters(|p| p.established && p.is_tls13()) {
                drop(driver);
                return match self.role() {
                    Role::Client => self.key_update(true),
                    Role::Server => Ok(()),
                };
            }
            self.begin(&mut driver)?;
        }
        self.drive(&mut driver)
    }

    /// Runs the handshake until it is complete or something would block.
    pub(super) fn drive(&self, driver: &mut HandshakeDriver) -> Result<()> {
        let renews = driver.kind != Kind::Reauth;
        self.handshaking.store(renews, Relaxed);
        lock(&self.parameters).running = true;
        let result = self.run_to_wait(driver);
        wipe_stack();
        lock(&self.parameters).running = false;
        let result = match result {
            Err(e) if log::keeps_reasons() && (!may_retry(e.code()) || e.code() == GNUTLS_E_TIMEDOUT) => {
                Err(self.at_stage(driver.stage, e))
            }
            other => other,
        };
        let failed = result.is_err_and(|e| !may_retry(e.code()));
        self.handshaking.store(renews && (failed || driver.machine.is_some()), Relaxed);
        match result {
            Err(e) if failed => {
                let e = lock(&self.parameters).visible_mut().failure(e);
                Err(self.fail(e))
            }
            other => other,
        }
    }

    /// The loop itself. If an action would block, the next call resumes at the same action.
    fn run_to_wait(&self, driver: &mut HandshakeDriver) -> Result<()> {
        loop {
            self.carry_out(driver)?;
            match std::mem::take(&mut driver.next) {
                NextAction::Begin => {
                    if self.role() == Role::Client {
                        let types = self.application.certificate_types();
                        self.configure(|c| c.own_types = types);
                        self.offer_extensions(&[MessageContext::ClientHello])?;
                    }
                    driver.next = NextAction::Step(Input::Start);
                }
                NextAction::Step(input) => driver.next = self.step(driver, input)?.into(),
                NextAction::Query(query) => match self.answered(driver, &query) {
                    Ok(reply) => {
                        if !self.is_before_hook(&query) {
                            driver.queue_hook_of_received();
                        }
                        if matches!(query, Query::PostClientHello | Query::VerifyPeer) {
                            driver.stage = driver.at.map_or(Stage::Start, Stage::Message);
                        }
                        driver.next = NextAction::Step(Input::Reply(reply));
                    }
                    // The post_client_hello callback runs once, even if it interrupts the handshake.
                    Err(e) if matches!(query, Query::PostClientHello) && may_retry(e.code()) => {
                        driver.queue_hook_of_received();
                        driver.next = NextAction::Step(Input::Reply(Reply::Continue));
                        return Err(e);
                    }
                    Err(e) => {
                        driver.next = NextAction::Query(query);
                        return Err(e);
                    }
                },
                next @ (NextAction::Message | NextAction::FalseStart | NextAction::Finish) => {
                    driver.stage = Stage::Sending;
                    if let Err(e) = self.flush_all(driver) {
                        driver.next = next;
                        return Err(e);
                    }
                    match next {
                        NextAction::FalseStart => {
                            driver.next = NextAction::Message;
                            self.open.store(true, Relaxed);
                            self.unfinished.store(true, Relaxed);
                            return Ok(());
                        }
                        NextAction::Finish => return self.finish(driver),
                        _ => match self.next_event(driver) {
                            Ok(input) => self.take_in(driver, input),
                            Err(e) => {
                                driver.next = NextAction::Message;
                                return Err(e);
                            }
                        },
                    }
                }
            }
        }
    }

    /// Queues the handshake hook of a received message and makes the message the input of the next step.
    fn take_in(&self, driver: &mut HandshakeDriver, input: Input) {
        driver.stage = Stage::ChangeCipherSpec;
        if let Input::Message(message) = &input {
            driver.at = Some(message.description());
            driver.stage = Stage::Message(message.description());
            self.note_message("received", message);
            self.note_in(message);
            if self.setting(|c| c.hooks) {
                driver.due.push_back(Due::CallMessageHook(
                    message.clone(),
                    When::Before,
                    Direction::Incoming,
                ));
                driver.came = Some(message.clone());
            }
        }
        driver.next = NextAction::Step(input);
    }

    /// Completes the handshake: its parameters become those of the session.
    fn finish(&self, driver: &mut HandshakeDriver) -> Result<()> {
        let kind = driver.kind;
        self.check_nothing_follows()?;
        if self.is_datagram() {
            self.end_datagram_handshake(driver)?;
        }
        let timer = driver.flights.timer;
        *driver = HandshakeDriver::default();
        driver.flights.timer = timer;
        let mut parameters = lock(&self.parameters);
        if let Some(next) = parameters.next.take() {
            parameters.current = *next;
        }
        (parameters.current.last_in, parameters.current.last_out) = (None, None);
        parameters.current.peer_chain.iter_mut().for_each(Certificate::shrink);
        parameters.current.early.forget_secrets();
        drop(parameters);
        self.release_buffers();
        if kind == Kind::Reauth
            && let Some(mut write) = self.write.lease_or_wait()
        {
            write.hold_key_update = false;
        }
        if kind == Kind::First {
            self.use_kernel();
        }
        self.open.store(true, Relaxed);
        self.unfinished.store(false, Relaxed);
        self.writing.store(false, Relaxed);
        self.note_complete();
        self.flush_late_replies();
        Ok(())
    }

    /// A server's Finished before TLS 1.3 ends its record: who packs a HelloRequest behind it is refused, as by GnuTLS.
    fn check_nothing_follows(&self) -> Result<()> {
        if self.role() == Role::Server || self.is_datagram() || self.parameters(|p| p.is_tls13()) {
            return Ok(());
        }
        match self.read.lease_or_wait() {
            Some(read) if !read.side.messages.is_empty() => Err(reason!(
                Error::new(GNUTLS_E_UNEXPECTED_PACKET),
                "the record of the Finished has another message behind it"
            )),
            _ => Ok(()),
        }
    }

    /// Frees the buffers that are empty and that no other thread uses: the messages of a handshake are larger than what many programs send.
    fn release_buffers(&self) {
        if let Some(mut read) = self.read.lease() {
            if read.side.records.unread() == 0 {
                // Of a record that is no application data everything has been processed.
                read.side.records.discard();
            }
            read.side.records.release();
        }
        if let Some(mut write) = self.write.lease() {
            write.side.records.release();
        }
    }

    /// Creates the state machine of a first handshake or of a renegotiation.
    fn begin(&self, driver: &mut HandshakeDriver) -> Result<()> {
        self.configure(|c| c.max_recv = c.next_max_recv);
        let config = self.config();
        if !config.prioritized {
            return Err(reason!(
                Error::new(GNUTLS_E_NO_PRIORITIES_WERE_SET),
                "no priorities are set: call gnutls_set_default_priority or gnutls_priority_set_direct before the handshake"
            ));
        }
        self.check_new_handshake()?;
        self.nothing_told();
        let (Some(mut read), Some(mut write)) = (self.read.lease_or_wait(), self.write.lease_or_wait())
        else {
            return err(GNUTLS_E_AGAIN);
        };
        self.check_next_epoch(&write)?;
        let mut parameters = lock(&self.parameters);
        let kind = if parameters.current.established { Kind::Renegotiation } else { Kind::First };
        *driver = HandshakeDriver {
            machine: Some(Machine::new()),
            started: Some(Instant::now()),
            peer_before: parameters.current.peer_chain.first().cloned(),
            user_before: parameters.current.client_name().cloned(),
            kind,
            ..HandshakeDriver::default()
        };
        if kind == Kind::Renegotiation {
            parameters.next = Some(Box::new(parameters.current.carried()));
        } else {
            write.side.version = config.first_record_version();
            read.side.records.first_record(config.role == Role::Server);
        }
        drop(parameters);
        write.side.max_fragment = self.max_send();
        if config.is_datagram() {
            self.begin_datagram_handshake(driver, &mut read, &mut write);
        }
        Ok(())
    }

    /// Runs one step of the state machine and queues its effects.
    fn step(&self, driver: &mut HandshakeDriver, input: Input) -> Result<Progress> {
        let config = self.config();
        let _held = log::Held::begin();
        let now = self.application.now();
        let Some(mut read) = self.read.lease_or_wait() else {
            driver.next = NextAction::Step(input);
            return err(GNUTLS_E_AGAIN);
        };
        let mut parameters = lock(&self.parameters);
        let mut cx = Context {
            now,
            config: &config,
            parameters: parameters.visible_mut(),
            read: &mut read.side,
            effects: Vec::new(),
            next_sequence: (config.is_datagram() && driver.kind != Kind::Reauth)
                .then_some(driver.flights.next_sequence),
        };
        let Some(machine) = &mut driver.machine else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let result = machine.step(&mut cx, input);
        let effects = std::mem::take(&mut cx.effects);
        let supplemental = cx.parameters.supplemental_in.is_some();
        driver.flights.next_sequence = cx.next_sequence.unwrap_or_default();
        drop((parameters, read));
        let progress = result?;
        if config.role == Role::Client || supplemental {
            driver.due.push_back(Due::Extensions);
        }
        let query_first =
            |q: &Query| matches!(q, Query::PostClientHello | Query::FindSession(_) | Query::CheckReplay(_));
        if !matches!(&progress, Progress::Query(q) if query_first(q)) {
            driver.queue_hook_of_received();
        }
        // The hooks of a step run before any of its messages is sealed: a message that a hook rejects is not
        // sent, and data that the application sends from a hook does not come between the records.
        let (logs, effects): (Vec<_>, Vec<_>) =
            effects.into_iter().partition(|e| matches!(e, Effect::LogKey(_)));
        driver.due.extend(logs.into_iter().map(Due::Effect));
        for effect in &effects {
            if let (Effect::Send(message), true) = (effect, config.hooks) {
                let hook = |when| Due::CallMessageHook(message.clone(), when, Direction::Outgoing);
                driver.due.extend([hook(When::Before), hook(When::After)]);
            }
        }
        driver.due.extend(effects.into_iter().map(Due::Effect));
        Ok(progress)
    }

    /// Processes the queued effects. A hook that interrupts the handshake is not called again for the same
    /// message.
    fn carry_out(&self, driver: &mut HandshakeDriver) -> Result<()> {
        if driver.due.is_empty() {
            return Ok(());
        }
        let config = self.config();
        let alone = config.own_transport || config.secret_function;
        while let Some(due) = driver.due.pop_front() {
            match due {
                Due::Extensions => self.read_extensions()?,
                Due::CallMessageHook(message, when, direction) => {
                    if (when, direction) == (When::After, Direction::Outgoing) {
                        self.note_out(&message);
                    }
                    self.call_message_hook(&message, when, direction)?;
                }
                Due::Effect(Effect::LogKey(line)) => {
                    let client_random = self.parameters(|p| p.client_random);
                    self.application.log_key(&client_random, &line);
                }
                Due::Effect(effect) if self.carry_out_without_records(&effect)? => {}
                Due::Effect(mut effect) => {
                    if driver.kind != Kind::First {
                        self.check_writable()?;
                    }
                    let Some(mut write) = self.write.lease_or_wait() else {
                        driver.due.push_front(Due::Effect(effect));
                        return err(GNUTLS_E_AGAIN);
                    };
                    // Consecutive effects share one lease: Finished immediately follows ChangeCipherSpec (RFC
                    // 5246 section 7.4.9).
                    self.fit_datagrams(&mut write);
                    loop {
                        if matches!(effect, Effect::Send(_) | Effect::ChangeCipherSpec(_)) {
                            self.begin_flight(driver, &mut write)?;
                        }
                        if !write.side.fits(&effect) {
                            driver.due.push_front(Due::Effect(effect));
                            return err(GNUTLS_E_LARGE_PACKET);
                        }
                        if let Effect::Send(message) = &effect {
                            self.note_message("sends", message);
                            self.note_out(message);
                        }
                        match effect {
                            Effect::Send(first)
                                if first.kind() == HandshakeType::NEW_SESSION_TICKET
                                    && !config.is_datagram() =>
                            {
                                let tickets = self.with_next_tickets(driver, first);
                                write.side.handshake_joined(&tickets)?;
                            }
                            effect => write.side.carry_out(effect)?,
                        }
                        driver.unsent = true;
                        effect = match driver.due.pop_front() {
                            Some(Due::Effect(next)) if !alone => next,
                            Some(other) => {
                                driver.due.push_front(other);
                                break;
                            }
                            None => break,
                        };
                    }
                }
            }
        }
        Ok(())
    }

    /// A ticket, and those that follow it: they share a record.
    fn with_next_tickets(&self, driver: &mut HandshakeDriver, first: Message) -> Vec<Message> {
        let mut tickets = vec![first];
        while let Some(Due::Effect(Effect::Send(next))) = driver.due.front()
            && next.kind() == HandshakeType::NEW_SESSION_TICKET
        {
            self.note_message("sends", next);
            tickets.push(next.clone());
            driver.due.pop_front();
        }
        tickets
    }

    /// Asks the application for its own extensions of these messages, which the state machine then sends.
    fn offer_extensions(&self, contexts: &[MessageContext]) -> Result<()> {
        let mut own = Vec::new();
        for &context in contexts {
            let list = self.application.extensions_out(context)?;
            if !list.is_empty() {
                own.push((context, list));
            }
        }
        lock(&self.parameters).visible_mut().own_extensions_out = own;
        Ok(())
    }

    /// Passes the extensions of a received message to the application.
    fn read_extensions(&self) -> Result<()> {
        if self.parameters(|p| p.own_extensions_in.is_none() && p.supplemental_in.is_none()) {
            return Ok(());
        }
        let came = lock(&self.parameters).visible_mut().own_extensions_in.take();
        if let Some((context, list)) = came {
            self.application.extensions_in(context, &list)?;
        }
        let supplemental = lock(&self.parameters).visible_mut().supplemental_in.take();
        supplemental.map_or(Ok(()), |body| self.application.supplemental_in(&body))
    }

    /// Asks the application for its supplemental data, which is sent with the messages of a full handshake.
    fn offer_supplemental(&self) -> Result<()> {
        if self.setting(|c| c.supplemental_send) && !self.parameters(|p| p.is_tls13()) {
            let out = self.application.supplemental_out()?;
            lock(&self.parameters).visible_mut().supplemental_out = out;
        }
        Ok(())
    }

    /// Whether a query is answered before the hook of the ClientHello runs. With early data that hook runs last, when the early
    /// exporter is there.
    fn is_before_hook(&self, query: &Query) -> bool {
        match query {
            Query::FindSession(_) | Query::CheckReplay(_) => true,
            Query::PostClientHello => self.parameters(|p| p.early.offered),
            _ => false,
        }
    }

    /// Calls the application's handshake hook, if one is set.
    pub(super) fn call_message_hook(
        &self,
        message: &Message,
        when: When,
        direction: Direction,
    ) -> Result<()> {
        match self.setting(|c| c.hooks) {
            true => self.application.message(message.description(), when, direction, message.body()),
            false => Ok(()),
        }
    }

    /// Answers a query, and writes how.
    fn answered(&self, driver: &mut HandshakeDriver, query: &Query) -> Result<Reply> {
        driver.stage = Stage::Query(self.asked(query));
        log!(DETAIL, "asks the application: {}", self.asked(query));
        let reply = self.answer_query(driver, query);
        match &reply {
            Ok(Reply::Identity(None)) => log!(DETAIL, "the answer: no certificate"),
            Ok(_) => log!(DETAIL, "the answer: the handshake continues"),
            Err(e) => log!(DETAIL, "the answer: {e}"),
        }
        reply
    }

    fn answer_query(&self, driver: &HandshakeDriver, query: &Query) -> Result<Reply> {
        if matches!(
            (query, self.role()),
            (Query::Identity(_), Role::Server) | (Query::VerifyPeer, Role::Client)
        ) {
            self.offer_supplemental()?;
        }
        match query {
            Query::PostClientHello => {
                self.read_extensions()?;
                let tls13 = self.parameters(|p| p.is_tls13());
                let reply: &[MessageContext] = match tls13 {
                    true if self.setting(|c| c.secret_function) => &[MessageContext::ServerHello13],
                    true => &[MessageContext::ServerHello13, MessageContext::EncryptedExtensions],
                    false => &[MessageContext::ServerHello12],
                };
                self.offer_extensions(reply)?;
                self.application.post_client_hello()?;
                let types = self.application.certificate_types();
                let field =
                    self.setting(|c| c.policy.suites.iter().any(|s| s.kx.is_some_and(Kx::uses_field)));
                let groups = if field { self.application.dh_groups() } else { DhGroups::default() };
                let hint = if self.setting(|c| c.psk) { self.application.psk_hint() } else { None };
                self.configure(|c| (c.own_types, c.dh_groups, c.psk_hint) = (types, groups, hint));
                Ok(Reply::Continue)
            }
            Query::Identity(wanted)
                if self.setting(|c| c.flags.contains(SessionFlags::FORCE_CLIENT_CERT)) =>
            {
                let anyone = IdentityWanted { any_issuer: true, ..wanted.clone() };
                self.application.identity(&anyone).map(Reply::Identity)
            }
            Query::Identity(wanted) => self.application.identity(wanted).map(Reply::Identity),
            Query::OwnPsk => self.application.own_psk().map(Reply::OwnPsk),
            Query::FindPsk(identity) => {
                self.check_same_user(driver, identity)?;
                self.application.find_psk(identity).map(Reply::FoundPsk)
            }
            Query::OwnSrp => self.application.own_srp().map(Reply::OwnSrp),
            Query::FindSrp(name) => {
                self.check_same_user(driver, name)?;
                self.application.find_srp(name).map(Reply::FoundSrp)
            }
            Query::FindSession(id) => Ok(Reply::Found(self.application.find_session(id))),
            Query::OwnExtensions => {
                self.offer_extensions(&[MessageContext::EncryptedExtensions])?;
                Ok(Reply::Continue)
            }
            Query::CheckReplay(early) => Ok(Reply::Fresh(self.application.is_fresh(early))),
            // The session itself goes on without.
            Query::StoreSession { id, data } => {
                if self.application.store_session(id, &data.0).is_err() {
                    log!(
                        DECISION,
                        "the session cannot be resumed: the application's database does not store it"
                    );
                }
                Ok(Reply::Continue)
            }
            Query::Sign { sign, message } => self.application.sign(*sign, message).map(Reply::Signature),
            Query::Decrypt { ciphertext, random } => {
                let mut premaster = random.clone();
                self.application.decrypt(ciphertext, premaster.as_mut());
                Ok(Reply::Premaster(premaster))
            }
            Query::VerifyPeer => {
                self.check_same_peer(driver)?;
                self.application.verify_peer().map(|()| Reply::Continue)
            }
        }
    }

    /// A renegotiation must not change the peer's identity, unless `GNUTLS_ALLOW_ID_CHANGE` is set.
    fn keeps_identity(&self, driver: &HandshakeDriver) -> bool {
        driver.kind != Kind::First && !self.setting(|c| c.flags.contains(SessionFlags::ALLOW_ID_CHANGE))
    }

    /// Checks that the peer shows the certificate that it has shown before.
    fn check_same_peer(&self, driver: &HandshakeDriver) -> Result<()> {
        let Some(before) = driver.peer_before.as_ref().filter(|_| self.keeps_identity(driver)) else {
            return Ok(());
        };
        let same = self.parameters(|p| p.peer_chain.first().is_some_and(|now| now.der() == before.der()));
        if same {
            return Ok(());
        }
        Err(reason!(
            Error::new(GNUTLS_E_SESSION_USER_ID_CHANGED),
            "the certificate in the renegotiation is another than before, which the application does not allow"
        ))
    }

    /// The same for the name of a client that uses a PSK or a password.
    fn check_same_user(&self, driver: &HandshakeDriver, name: &[u8]) -> Result<()> {
        let Some(before) = driver.user_before.as_ref().filter(|_| self.keeps_identity(driver)) else {
            return Ok(());
        };
        if before == name {
            return Ok(());
        }
        Err(reason!(
            Error::new(GNUTLS_E_SESSION_USER_ID_CHANGED),
            "the client's name in the renegotiation is another than before, which the application does not allow"
        ))
    }

    /// What happens while a query is answered.
    fn asked(&self, query: &Query) -> &'static str {
        match (query, self.role()) {
            (Query::PostClientHello, _) => "the application's post_client_hello function runs",
            (Query::Identity(_), _) => "our certificate is chosen",
            (Query::OwnPsk, _) => "our PSK is chosen",
            (Query::FindPsk(_), _) => "the key of the client's PSK identity is looked for",
            (Query::OwnSrp, _) => "our name and password for SRP are chosen",
            (Query::FindSrp(_), _) => "the verifier of the client's name is looked for",
            (Query::Sign { .. }, _) => "our private key signs",
            (Query::FindSession(_), _) => "the session is looked for in the database",
            (Query::OwnExtensions, _) => "the application adds its own extensions",
            (Query::CheckReplay(_), _) => "early data is looked for in the database of replays",
            (Query::StoreSession { .. }, _) => "the session is stored in the database",
            (Query::Decrypt { .. }, _) => "our private key decrypts",
            (Query::VerifyPeer, Role::Client) => "the server's certificate is verified",
            (Query::VerifyPeer, Role::Server) => "the client's certificate is verified",
        }
    }

    /// Flushes the messages of this handshake. If there are none, it does not wait for a sending thread.
    fn flush_all(&self, driver: &mut HandshakeDriver) -> Result<()> {
        if !driver.unsent {
            return Ok(());
        }
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if self.is_datagram() {
            self.flush_flight(driver, &mut write)?;
            self.flight_sent(driver, &write);
        } else {
            self.flush(&mut write)?;
        }
        driver.unsent = false;
        Ok(())
    }

    /// Returns the next handshake message or ChangeCipherSpec.
    fn next_event(&self, driver: &mut HandshakeDriver) -> Result<Input> {
        driver.stage = Stage::Waiting;
        let config = self.config();
        let Some(mut read) = self.read.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if let Some(hello) = read.hello.take() {
            return Ok(Input::Message(hello));
        }
        if config.own_transport {
            return loop {
                match self.next_message(&mut read)? {
                    Input::Message(m) if self.passes_by(driver, &mut read, &m)? => {}
                    input => break Ok(input),
                }
            };
        }
        if config.is_datagram() {
            return self.next_datagram_event(driver, &mut read);
        }
        let started = driver.started.unwrap_or_else(Instant::now);
        let nonblock = config.flags.contains(SessionFlags::NONBLOCK);
        let deadline = Deadline::after(started, self.handshake_timeout.load(Relaxed), nonblock);
        loop {
            if let Some(message) = read.side.messages.next(config.max_message)? {
                if self.passes_by(driver, &mut read, &message)? {
                    continue;
                }
                read.not_idle();
                return Ok(Input::Message(message));
            }
            if read.side.records.unread() > MAX_UNREAD {
                // The application has to receive some of it before more is read.
                return err(GNUTLS_E_GOT_APPLICATION_DATA);
            }
            let content = self.next_record(&mut read, deadline)?;
            let ReadHalf { side, .. } = &mut *read;
            let payload = side.records.payload();
            let alert_or_more = matches!(content, ContentType::Handshake | ContentType::Alert);
            if !side.messages.is_empty() && !alert_or_more {
                // Records of other types must not interleave with a fragmented message (RFC 8446 section 5.1).
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            match content {
                ContentType::Handshake if side.records.is_sslv2_hello() => {
                    return sslv2::client_hello(payload).map(Input::Message);
                }
                ContentType::Handshake if payload.is_empty() => {
                    return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
                }
                ContentType::Handshake => {
                    side.messages.push(payload, config.max_message);
                }
                ContentType::ChangeCipherSpec => {
                    if payload != [1] {
                        return err(GNUTLS_E_UNEXPECTED_PACKET);
                    }
                    // In TLS 1.3 it only exists for compatibility with middleboxes (RFC 8446 appendix D.4).
                    read.count_idle()?;
                    return Ok(Input::ChangeCipherSpec);
                }
                ContentType::Alert => {
                    let body = payload.to_vec();
                    // An alert before the first ClientHello is unexpected.
                    if config.role == Role::Server
                        && driver.kind == Kind::First
                        && self.parameters(|p| p.last_in.is_none())
                    {
                        return err(GNUTLS_E_UNEXPECTED_PACKET);
                    }
                    self.alert(&mut read, &body)?;
                    return Err(self.closed_early());
                }
                ContentType::ApplicationData
                    if driver.machine.as_ref().is_some_and(Machine::takes_early_data) =>
                {
                    match payload.is_empty() {
                        true => read.count_idle()?,
                        false => self.early_record(&mut read.side)?,
                    }
                }
                // The data stays pending in the record reader for the next receive.
                ContentType::ApplicationData if driver.takes_old_data() => {
                    if payload.is_empty() {
                        read.count_idle()?;
                        continue;
                    }
                    read.not_idle();
                    return err(GNUTLS_E_GOT_APPLICATION_DATA);
                }
                _ => return err(GNUTLS_E_UNEXPECTED_PACKET),
            }
        }
    }

    /// Handles messages that do not belong to the handshake; true if this was one.
    pub(super) fn passes_by(
        &self,
        driver: &HandshakeDriver,
        read: &mut ReadHalf,
        message: &Message,
    ) -> Result<bool> {
        match message.kind() {
            // A HelloRequest during a handshake is ignored (RFC 5246 section 7.4.1.1): it has met the client's hello, or
            // it is repeated. The first handshake over a stream has none to meet, and GnuTLS refuses it. TLS 1.3 has none.
            HandshakeType::HELLO_REQUEST
                if self.role() == Role::Client
                    && (self.is_datagram() || driver.kind == Kind::Renegotiation)
                    && !self.parameters(|p| p.is_tls13()) =>
            {
                read.count_message()?;
                message.reader().finish()?;
                Ok(true)
            }
            // The client may update its keys and name connection IDs before it authenticates.
            HandshakeType::KEY_UPDATE | HandshakeType::NEW_CONNECTION_ID
                if driver.machine.as_ref().is_some_and(Machine::awaits_reauth) =>
            {
                self.post_handshake(read, message).map(|_| true)
            }
            _ => Ok(false),
        }
    }

    /// Called before data is received: resumes a handshake after a false start, or one that receiving itself
    /// started. Pending data is received first.
    pub(super) fn resume_handshake(&self) -> Result<()> {
        match self.continue_handshake() {
            Err(e) if e.code() == GNUTLS_E_GOT_APPLICATION_DATA => Ok(()),
            result => result,
        }
    }

    /// `gnutls_rehandshake`: a server asks the client for a new handshake (RFC 5246 section 7.4.1.1); on TLS
    /// 1.3 the keys of both sides are updated instead.
    pub fn rehandshake(&self) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Send, self.request_handshake())
    }

    fn request_handshake(&self) -> Result<()> {
        if self.role() == Role::Client {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        if self.parameters(|p| p.is_tls13()) {
            return self.key_update(true);
        }
        self.check_writable()?;
        if !self.is_open() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        self.check_new_handshake()?;
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        write.check_transport()?;
        if !write.hello_request_sealed {
            let mut message = Message::build(HandshakeType::HELLO_REQUEST, |_| ())?;
            if self.is_datagram() {
                // The numbers of the handshake begin with it.
                message.set_sequence(0);
                write.next_sequence = 1;
            }
            write.side.handshake(&message)?;
            self.note_message("sends", &message);
            self.note_out(&message);
            write.hello_request_sealed = true;
        }
        self.flush_for_application(&mut write)
    }
}
