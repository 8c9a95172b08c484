//! The only handshake loop: it steps the machine, does its I/O and asks the application, and it can stop
//! at any point and go on there in the next call.
use std::sync::atomic::Ordering::Relaxed;
use std::time::Instant;

use super::hooks::{Direction, When};
use super::io::{Deadline, MAX_UNREAD};
use super::run::{Due, Kind, Run, Todo};
use super::{ReadHalf, Session, lock, may_retry};
use crate::abi::*;
use crate::crypto::secret::wipe_stack;
use crate::error::{INVALID_REQUEST, Result, err};
use crate::handshake::Machine;
use crate::handshake::config::{CertificateRequest, Role};
use crate::handshake::ext::Place;
use crate::handshake::messages::{Message, kind};
use crate::handshake::step::{Answer, Ask, Context, Effect, IdentityWanted, Input, Progress};
use crate::handshake::tls13::reauth;
use crate::record::ContentType;

impl Session {
    /// `gnutls_handshake`: the first handshake, or a new one. On an established TLS 1.3 client it renews the
    /// keys of both sides.
    pub fn handshake(&self) -> Result<()> {
        if self.facts(|f| f.false_start) && self.is_open() {
            return err(GNUTLS_E_HANDSHAKE_DURING_FALSE_START);
        }
        self.check_writable()?;
        self.continue_handshake()
    }

    fn continue_handshake(&self) -> Result<()> {
        self.check_alive()?;
        let Some(mut run) = self.run.lease() else { return err(GNUTLS_E_INVALID_REQUEST) };
        if run.machine.is_none() {
            if self.facts(|f| f.established && f.is_tls13()) {
                drop(run);
                return match self.role() {
                    Role::Client => self.key_update(true),
                    Role::Server => Ok(()),
                };
            }
            self.begin(&mut run)?;
        }
        self.drive(&mut run)
    }

    /// Goes on until it is done, or until something would block.
    fn drive(&self, run: &mut Run) -> Result<()> {
        let renews = run.kind != Kind::Reauth;
        self.handshaking.store(renews, Relaxed);
        lock(&self.facts).running = true;
        let result = self.run_to_wait(run);
        wipe_stack();
        lock(&self.facts).running = false;
        let failed = result.is_err_and(|e| !may_retry(e.code()));
        self.handshaking.store(renews && (failed || run.machine.is_some()), Relaxed);
        match result {
            Err(e) if failed => Err(self.fail(e)),
            other => other,
        }
    }

    /// Each would-block leaves the loop where it stood.
    fn run_to_wait(&self, run: &mut Run) -> Result<()> {
        loop {
            self.carry_out(run)?;
            match std::mem::take(&mut run.todo) {
                Todo::Begin => {
                    if self.role() == Role::Client {
                        self.offer_extensions(&[Place::ClientHello])?;
                    }
                    run.todo = Todo::Step(Input::Start);
                }
                Todo::Step(input) => run.todo = self.step(run, input)?.into(),
                Todo::Ask(ask) => match self.ask(run, &ask) {
                    Ok(answer) => {
                        run.show_came();
                        run.todo = Todo::Step(Input::Answer(answer));
                    }
                    // The application's look at the hello is not repeated after it put the handshake on hold.
                    Err(e) if matches!(ask, Ask::HelloRead) && may_retry(e.code()) => {
                        run.show_came();
                        run.todo = Todo::Step(Input::Answer(Answer::Continue));
                        return Err(e);
                    }
                    Err(e) => {
                        run.todo = Todo::Ask(ask);
                        return Err(e);
                    }
                },
                todo @ (Todo::Message | Todo::Early | Todo::Finish) => {
                    if let Err(e) = self.flush_all(run) {
                        run.todo = todo;
                        return Err(e);
                    }
                    match todo {
                        Todo::Early => {
                            run.todo = Todo::Message;
                            self.open.store(true, Relaxed);
                            self.unfinished.store(true, Relaxed);
                            return Ok(());
                        }
                        Todo::Finish => return self.finish(run),
                        _ => match self.next_event(run) {
                            Ok(input) => self.take_in(run, input),
                            Err(e) => {
                                run.todo = Todo::Message;
                                return Err(e);
                            }
                        },
                    }
                }
            }
        }
    }

    /// What came is the next step's, after the application's hook saw it.
    fn take_in(&self, run: &mut Run, input: Input) {
        if let Input::Message(message) = &input {
            self.note_in(message);
            if self.config().hooks {
                run.due.push_back(Due::Show(message.clone(), When::Before, Direction::Incoming));
                run.came = Some(message.clone());
            }
        }
        run.todo = Todo::Step(input);
    }

    /// The handshake is complete: its parameters are the session's.
    fn finish(&self, run: &mut Run) -> Result<()> {
        let kind = run.kind;
        *run = Run::default();
        let mut facts = lock(&self.facts);
        if let Some(next) = facts.next.take() {
            facts.current = *next;
        }
        (facts.current.last_in, facts.current.last_out) = (None, None);
        drop(facts);
        if kind == Kind::Reauth
            && let Some(mut write) = self.write.lease_or_wait()
        {
            write.hold_key_update = false;
        }
        self.open.store(true, Relaxed);
        self.unfinished.store(false, Relaxed);
        self.pay_late();
        Ok(())
    }

    /// A new machine, for the first handshake or to renew the session's.
    fn begin(&self, run: &mut Run) -> Result<()> {
        self.configure(|c| c.max_recv = c.next_max_recv);
        let config = self.config();
        if !config.prioritized {
            return err(GNUTLS_E_NO_PRIORITIES_WERE_SET);
        }
        let (Some(mut read), Some(mut write)) = (self.read.lease_or_wait(), self.write.lease_or_wait())
        else {
            return err(GNUTLS_E_AGAIN);
        };
        let mut facts = lock(&self.facts);
        let kind = if facts.current.established { Kind::Renegotiation } else { Kind::First };
        *run = Run {
            machine: Some(Machine::new()),
            started: Some(Instant::now()),
            peer_before: facts.current.peer_chain.first().cloned(),
            kind,
            ..Run::default()
        };
        if kind == Kind::Renegotiation {
            facts.next = Some(Box::new(facts.current.carried()));
        } else {
            write.side.version = if config.policy.latest_record_version { 0x0303 } else { 0x0301 };
            read.side.records.watch_sslv2();
        }
        drop(facts);
        write.side.max_fragment = self.max_send();
        Ok(())
    }

    /// One step of the machine; what it left to be done is due.
    fn step(&self, run: &mut Run, input: Input) -> Result<Progress> {
        let config = self.config();
        let Some(mut read) = self.read.lease_or_wait() else {
            run.todo = Todo::Step(input);
            return err(GNUTLS_E_AGAIN);
        };
        let mut facts = lock(&self.facts);
        let mut cx = Context {
            config: &config,
            facts: facts.visible_mut(),
            read: &mut read.side,
            effects: Vec::new(),
        };
        let Some(machine) = &mut run.machine else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let result = machine.step(&mut cx, input);
        let effects = std::mem::take(&mut cx.effects);
        drop((facts, read));
        let progress = result?;
        if config.role == Role::Client {
            run.due.push_back(Due::Extensions);
        }
        if !matches!(progress, Progress::Ask(Ask::HelloRead)) {
            run.show_came();
        }
        // What the application sees of a step it sees before any of that is sealed: what a hook refuses does not go out, and
        // nothing that the application sends meanwhile comes between the records.
        let (logs, effects): (Vec<_>, Vec<_>) =
            effects.into_iter().partition(|e| matches!(e, Effect::LogKey(_)));
        run.due.extend(logs.into_iter().map(Due::Effect));
        for effect in &effects {
            if let (Effect::Send(message), true) = (effect, config.hooks) {
                let show = |when| Due::Show(message.clone(), when, Direction::Outgoing);
                run.due.extend([show(When::Before), show(When::After)]);
            }
        }
        run.due.extend(effects.into_iter().map(Due::Effect));
        Ok(progress)
    }

    /// Does what is due. A hook that puts the handshake on hold is not called again for that message.
    fn carry_out(&self, run: &mut Run) -> Result<()> {
        while let Some(due) = run.due.pop_front() {
            match due {
                Due::Extensions => self.read_extensions()?,
                Due::Show(message, when, direction) => {
                    if (when, direction) == (When::After, Direction::Outgoing) {
                        self.note_out(&message);
                    }
                    self.show(&message, when, direction)?;
                }
                Due::Effect(Effect::LogKey(line)) => {
                    let client_random = self.facts(|f| f.client_random);
                    self.program.log_key(&client_random, &line);
                }
                Due::Effect(mut effect) => {
                    if run.kind != Kind::First {
                        self.check_writable()?;
                    }
                    let Some(mut write) = self.write.lease_or_wait() else {
                        run.due.push_front(Due::Effect(effect));
                        return err(GNUTLS_E_AGAIN);
                    };
                    // All that stands together, as ChangeCipherSpec and Finished do (RFC 5246 section 7.4.9).
                    loop {
                        if let Effect::Send(message) = &effect {
                            self.note_out(message);
                        }
                        write.side.carry_out(effect)?;
                        run.unsent = true;
                        effect = match run.due.pop_front() {
                            Some(Due::Effect(next)) => next,
                            Some(other) => {
                                run.due.push_front(other);
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

    /// Asks the application for its own extensions of messages, for the machine to send.
    fn offer_extensions(&self, places: &[Place]) -> Result<()> {
        let own = places.iter().map(|place| Ok((*place, self.program.extensions_out(*place)?)));
        let own = own.collect::<Result<Vec<_>>>()?;
        lock(&self.facts).visible_mut().own_extensions_out = own;
        Ok(())
    }

    /// Shows the application what came for it.
    fn read_extensions(&self) -> Result<()> {
        let came = lock(&self.facts).visible_mut().own_extensions_in.take();
        match came {
            Some((place, list)) => self.program.extensions_in(place, &list),
            None => Ok(()),
        }
    }

    /// Lets the application's hook see a message.
    pub(super) fn show(&self, message: &Message, when: When, direction: Direction) -> Result<()> {
        match self.config().hooks {
            true => self.program.message(message.number(), when, direction, message.body()),
            false => Ok(()),
        }
    }

    fn ask(&self, run: &Run, ask: &Ask) -> Result<Answer> {
        match ask {
            Ask::HelloRead => {
                self.read_extensions()?;
                let tls13 = self.facts(|f| f.is_tls13());
                let reply: &[Place] = match tls13 {
                    true => &[Place::ServerHello13, Place::EncryptedExtensions],
                    false => &[Place::ServerHello12],
                };
                self.offer_extensions(reply)?;
                self.program.hello_read().map(|()| Answer::Continue)
            }
            Ask::Identity(wanted) if self.config().flags & GNUTLS_FORCE_CLIENT_CERT != 0 => {
                let anyone = IdentityWanted { any_issuer: true, ..wanted.clone() };
                self.program.identity(&anyone).map(Answer::Identity)
            }
            Ask::Identity(wanted) => self.program.identity(wanted).map(Answer::Identity),
            Ask::Sign { sign, message } => self.program.sign(*sign, message).map(Answer::Signature),
            Ask::VerifyPeer => {
                self.check_same_peer(run)?;
                self.program.verify_peer().map(|()| Answer::Continue)
            }
        }
    }

    /// A renegotiation must not change who the peer is, unless `GNUTLS_ALLOW_ID_CHANGE` says so.
    fn check_same_peer(&self, run: &Run) -> Result<()> {
        if run.kind == Kind::First || self.config().flags & GNUTLS_ALLOW_ID_CHANGE != 0 {
            return Ok(());
        }
        let Some(before) = &run.peer_before else { return Ok(()) };
        let same = self.facts(|f| f.peer_chain.first().is_some_and(|now| now.der() == before.der()));
        if same { Ok(()) } else { err(GNUTLS_E_SESSION_USER_ID_CHANGED) }
    }

    /// What only receives does not wait for a thread that sends.
    fn flush_all(&self, run: &mut Run) -> Result<()> {
        if !run.unsent {
            return Ok(());
        }
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        self.flush(&mut write)?;
        run.unsent = false;
        Ok(())
    }

    /// The next handshake message or ChangeCipherSpec.
    fn next_event(&self, run: &Run) -> Result<Input> {
        let config = self.config();
        let Some(mut read) = self.read.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if let Some(hello) = read.hello.take() {
            return Ok(Input::Message(hello));
        }
        let started = run.started.unwrap_or_else(Instant::now);
        let nonblock = config.flags & GNUTLS_NONBLOCK != 0;
        let deadline = Deadline::after(started, self.handshake_timeout.load(Relaxed), nonblock);
        loop {
            if let Some(message) = read.side.messages.next(config.max_message)? {
                if self.passes_by(run, &mut read, &message)? {
                    continue;
                }
                read.not_idle();
                return Ok(Input::Message(message));
            }
            if read.side.records.unread() > MAX_UNREAD {
                // The application takes some of it before more is read.
                return err(GNUTLS_E_GOT_APPLICATION_DATA);
            }
            let content = self.next_record(&mut read, deadline)?;
            let ReadHalf { side, .. } = &mut *read;
            let payload = side.records.payload();
            let alert_or_more = matches!(content, ContentType::Handshake | ContentType::Alert);
            if !side.messages.is_empty() && !alert_or_more {
                // Nothing stands between the parts of a message (RFC 8446 section 5.1).
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            match content {
                ContentType::Handshake if payload.is_empty() => {
                    return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
                }
                ContentType::Handshake => side.messages.push(payload),
                ContentType::ChangeCipherSpec => {
                    if payload != [1] {
                        return err(GNUTLS_E_UNEXPECTED_PACKET);
                    }
                    // After a HelloRetryRequest it means nothing (RFC 8446 appendix D.4).
                    read.count_idle()?;
                    return Ok(Input::ChangeCipherSpec);
                }
                ContentType::Alert => {
                    let body = payload.to_vec();
                    // Nobody has anything to complain of before the first hello.
                    if config.role == Role::Server
                        && run.kind == Kind::First
                        && self.facts(|f| f.last_in.is_none())
                    {
                        return err(GNUTLS_E_UNEXPECTED_PACKET);
                    }
                    self.alert(&mut read, &body)?;
                    return err(GNUTLS_E_SESSION_EOF);
                }
                // It stays with the records, for the next receive.
                ContentType::ApplicationData if run.takes_old_data() => {
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

    /// Whether a message is none of the handshake's own.
    fn passes_by(&self, run: &Run, read: &mut ReadHalf, message: &Message) -> Result<bool> {
        match message.kind() {
            // A request to do what is being done is no news (RFC 5246 section 7.4.1.1). TLS 1.3 has none.
            kind::HELLO_REQUEST if self.role() == Role::Client && !self.facts(|f| f.is_tls13()) => {
                read.count_message()?;
                message.reader().finish()?;
                Ok(true)
            }
            // The client may change its keys before it answers.
            kind::KEY_UPDATE if run.machine.as_ref().is_some_and(Machine::awaits_reauth) => {
                self.post_handshake(read, message).map(|_| true)
            }
            _ => Ok(false),
        }
    }

    /// Before data is received: goes on with a handshake that let the application start early, or that
    /// receiving began itself. Data that came meanwhile is received first.
    pub(super) fn go_on(&self) -> Result<()> {
        match self.continue_handshake() {
            Err(e) if e.code() == GNUTLS_E_GOT_APPLICATION_DATA => Ok(()),
            result => result,
        }
    }

    /// `gnutls_reauth`: a server asks for a certificate and waits for it; a client answers such a request.
    pub fn reauth(&self) -> Result<()> {
        self.facts(reauth::check_possible)?;
        self.check_writable()?;
        let config = self.config();
        let Some(mut run) = self.run.lease() else { return err(GNUTLS_E_INVALID_REQUEST) };
        if run.machine.is_none() {
            let (machine, todo) = match config.role {
                Role::Client => {
                    let (Some(mut read), Some(mut write)) =
                        (self.read.lease_or_wait(), self.write.lease_or_wait())
                    else {
                        return err(GNUTLS_E_AGAIN);
                    };
                    let traffic = write.side.traffic.clone().ok_or(INVALID_REQUEST)?;
                    let request = read.request.take().ok_or(INVALID_REQUEST)?;
                    write.hold_key_update = true;
                    (Machine::answer_reauth(traffic), Todo::Step(Input::Message(request)))
                }
                Role::Server
                    if config.certificate_request == CertificateRequest::Ignore
                        || config.flags & GNUTLS_POST_HANDSHAKE_AUTH == 0 =>
                {
                    return Err(INVALID_REQUEST);
                }
                Role::Server => (Machine::reauth(), Todo::Begin),
            };
            let mut facts = lock(&self.facts);
            facts.next = Some(Box::new(facts.current.clone()));
            *run = Run {
                machine: Some(machine),
                todo,
                started: Some(Instant::now()),
                peer_before: facts.current.peer_chain.first().cloned(),
                kind: Kind::Reauth,
                ..Run::default()
            };
        }
        self.drive(&mut run)
    }

    /// `gnutls_rehandshake`: a server asks the client for a new handshake (RFC 5246 section 7.4.1.1);
    /// on TLS 1.3 both sides get new keys instead.
    pub fn rehandshake(&self) -> Result<()> {
        if self.role() == Role::Client {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        if self.facts(|f| f.is_tls13()) {
            return self.key_update(true);
        }
        self.check_writable()?;
        if !self.is_open() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        write.check_transport()?;
        if !write.hello_request_sealed {
            let message = Message::build(kind::HELLO_REQUEST, |_| ())?;
            write.side.handshake(&message)?;
            self.note_out(&message);
            write.hello_request_sealed = true;
        }
        self.flush_for_program(&mut write)
    }
}
