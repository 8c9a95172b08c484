//! The only handshake loop: it steps the machine, does its I/O and asks the program, and it can stop
//! at any point and go on there in the next call.
use std::sync::atomic::Ordering::Relaxed;
use std::time::Instant;

use super::hooks::{Direction, When};
use super::io::Deadline;
use super::{ReadHalf, Session, lock, may_retry};
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::handshake::Machine;
use crate::handshake::config::{CertificateRequest, Role};
use crate::handshake::ext::Place;
use crate::handshake::messages::{Message, kind};
use crate::handshake::step::{Answer, Ask, Context, IdentityWanted, Input, Progress};
use crate::handshake::tls13::reauth;
use crate::pki::cert::Certificate;
use crate::record::ContentType;

/// A handshake under way.
#[derive(Default)]
pub struct Run {
    machine: Option<Machine>,
    todo: Todo,
    started: Option<Instant>,
    /// Renegotiation: the peer as it was.
    peer_before: Option<Certificate>,
    renegotiation: bool,
}

/// Where the loop stands.
#[derive(Default)]
enum Todo {
    #[default]
    Begin,
    Step(Input),
    /// Flush, then wait for a message.
    Message,
    Ask(Ask),
    /// Flush, then the program may go on; the rest of the handshake comes with what it receives.
    Early,
    /// Flush, then it is done.
    Finish,
}

impl From<Progress> for Todo {
    fn from(progress: Progress) -> Self {
        match progress {
            Progress::Message => Todo::Message,
            Progress::Ask(ask) => Todo::Ask(ask),
            Progress::Early => Todo::Early,
            Progress::Done => Todo::Finish,
        }
    }
}

impl Run {
    fn takes_old_data(&self) -> bool {
        self.renegotiation && self.machine.as_ref().is_some_and(Machine::takes_old_data)
    }
}

impl Session {
    /// `gnutls_handshake`: the first handshake, or a new one.
    pub fn handshake(&self) -> Result<()> {
        self.check_alive()?;
        let Some(mut run) = self.run.lease() else { return err(GNUTLS_E_INVALID_REQUEST) };
        if run.machine.is_none() {
            let tls13 = self.facts(|f| f.established && f.is_tls13());
            if tls13 {
                return Ok(());
            }
            self.begin(&mut run)?;
        }
        self.drive(&mut run)
    }

    /// Goes on until it is done, or until something would block.
    fn drive(&self, run: &mut Run) -> Result<()> {
        loop {
            match std::mem::take(&mut run.todo) {
                Todo::Begin => {
                    if self.role() == Role::Client {
                        self.offer_extensions(&[Place::ClientHello]).map_err(|e| self.fail(e))?;
                    }
                    run.todo = Todo::Step(Input::Start);
                }
                Todo::Step(input) => match self.step(run, input) {
                    Ok(progress) => run.todo = progress.into(),
                    Err(e) => return Err(self.fail(e)),
                },
                Todo::Ask(ask) => match self.ask(run, &ask) {
                    Ok(answer) => run.todo = Todo::Step(Input::Answer(answer)),
                    // The program's look at the hello is not repeated after it put the handshake on hold.
                    Err(e) if matches!(ask, Ask::HelloRead) && may_retry(e.code()) => {
                        run.todo = Todo::Step(Input::Answer(Answer::Continue));
                        return Err(e);
                    }
                    Err(e) => {
                        run.todo = Todo::Ask(ask);
                        return Err(e);
                    }
                },
                todo @ (Todo::Message | Todo::Early | Todo::Finish) => {
                    if let Err(e) = self.flush_all() {
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
                        Todo::Finish => {
                            *run = Run::default();
                            let mut facts = lock(&self.facts);
                            (facts.last_in, facts.last_out) = (None, None);
                            drop(facts);
                            self.open.store(true, Relaxed);
                            self.unfinished.store(false, Relaxed);
                            return Ok(());
                        }
                        _ => match self.next_event(run) {
                            Ok(input) => {
                                let hooked = self.hook(&input);
                                run.todo = Todo::Step(input);
                                hooked?;
                            }
                            Err(e) if may_retry(e.code()) => {
                                run.todo = Todo::Message;
                                return Err(e);
                            }
                            Err(e) => return Err(self.fail(e)),
                        },
                    }
                }
            }
        }
    }

    /// A new machine, for the first handshake or to renew the session's.
    fn begin(&self, run: &mut Run) -> Result<()> {
        let config = self.config();
        if !config.prioritized {
            return err(GNUTLS_E_NO_PRIORITIES_WERE_SET);
        }
        let mut facts = lock(&self.facts);
        let renegotiation = facts.established;
        *run = Run {
            machine: Some(Machine::new()),
            todo: Todo::Begin,
            started: Some(Instant::now()),
            peer_before: facts.peer_chain.first().cloned(),
            renegotiation,
        };
        if renegotiation {
            *facts = facts.carried();
        }
        drop(facts);
        let (Some(mut read), Some(mut write)) = (self.read.lease(), self.write.lease()) else {
            run.machine = None;
            return err(GNUTLS_E_AGAIN);
        };
        if !renegotiation {
            write.side.version = if config.policy.latest_record_version { 0x0303 } else { 0x0301 };
            read.side.records.set_limit(config.max_recv);
            read.side.records.watch_sslv2();
        }
        write.side.max_fragment =
            config.max_send.min(self.facts(|f| f.peer_record_limit).unwrap_or(usize::MAX));
        Ok(())
    }

    /// One step of the machine, and then what it left for the program: hooks and key log.
    fn step(&self, run: &mut Run, input: Input) -> Result<Progress> {
        let config = self.config();
        let incoming = match &input {
            Input::Message(m) if config.hooks => Some(m.clone()),
            _ => None,
        };
        let (result, sent, key_log, client_random) = {
            let (Some(mut read), Some(mut write)) = (self.read.lease(), self.write.lease()) else {
                return err(GNUTLS_E_INVALID_REQUEST);
            };
            let mut facts = lock(&self.facts);
            if let Input::Message(m) = &input {
                facts.last_in = Some(m.kind());
            }
            let mut cx = Context {
                config: &config,
                facts: &mut facts,
                read: &mut read.side,
                write: &mut write.side,
                sent: Vec::new(),
                key_log: Vec::new(),
            };
            let Some(machine) = &mut run.machine else { return err(GNUTLS_E_INTERNAL_ERROR) };
            let result = machine.step(&mut cx, input);
            let Context { sent, key_log, .. } = cx;
            (result, sent, key_log, facts.client_random)
        };
        let progress = result?;
        if self.role() == Role::Client {
            self.read_extensions()?;
        }
        for line in &key_log {
            self.program.log_key(&client_random, line);
        }
        if let Some(m) = incoming {
            self.show(&m, When::After, Direction::Incoming)?;
        }
        for m in &sent {
            lock(&self.facts).last_out = Some(m.kind());
            self.show(m, When::Before, Direction::Outgoing)?;
            self.show(m, When::After, Direction::Outgoing)?;
        }
        Ok(progress)
    }

    /// Asks the program for its own extensions of messages, for the machine to send.
    fn offer_extensions(&self, places: &[Place]) -> Result<()> {
        let own = places.iter().map(|place| Ok((*place, self.program.extensions_out(*place)?)));
        let own = own.collect::<Result<Vec<_>>>()?;
        lock(&self.facts).own_extensions_out = own;
        Ok(())
    }

    /// Shows the program what came for it.
    fn read_extensions(&self) -> Result<()> {
        let came = lock(&self.facts).own_extensions_in.take();
        match came {
            Some((place, list)) => self.program.extensions_in(place, &list),
            None => Ok(()),
        }
    }

    fn hook(&self, input: &Input) -> Result<()> {
        match input {
            Input::Message(m) => self.show(m, When::Before, Direction::Incoming),
            _ => Ok(()),
        }
    }

    /// Lets the program's hook see a message.
    pub(super) fn show(&self, message: &Message, when: When, direction: Direction) -> Result<()> {
        match self.config().hooks {
            true => self.program.message(message.kind(), when, direction, message.body()),
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
                let anyone = IdentityWanted { ca_names: Vec::new(), ..wanted.clone() };
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
        if !run.renegotiation || self.config().flags & GNUTLS_ALLOW_ID_CHANGE != 0 {
            return Ok(());
        }
        let Some(before) = &run.peer_before else { return Ok(()) };
        let same = self.facts(|f| f.peer_chain.first().is_some_and(|now| now.der() == before.der()));
        if same { Ok(()) } else { err(GNUTLS_E_SESSION_USER_ID_CHANGED) }
    }

    fn flush_all(&self) -> Result<()> {
        match self.write.lease() {
            Some(mut write) => self.flush(&mut write),
            None => err(GNUTLS_E_AGAIN),
        }
    }

    /// The next handshake message or ChangeCipherSpec.
    fn next_event(&self, run: &Run) -> Result<Input> {
        let config = self.config();
        let Some(mut read) = self.read.lease() else { return err(GNUTLS_E_AGAIN) };
        if let Some(hello) = read.hello.take() {
            return Ok(Input::Message(hello));
        }
        let started = run.started.unwrap_or_else(Instant::now);
        let nonblock = config.flags & GNUTLS_NONBLOCK != 0;
        let deadline = Deadline::after(started, self.handshake_timeout.load(Relaxed), nonblock);
        loop {
            if let Some(message) = read.side.messages.next(config.max_message)? {
                // A request to do what is being done is no news (RFC 5246 section 7.4.1.1). TLS 1.3 has none.
                let stray = message.kind() == kind::HELLO_REQUEST && config.role == Role::Client;
                if stray && !self.facts(|f| f.is_tls13()) {
                    read.count_idle()?;
                    message.reader().finish()?;
                    continue;
                }
                read.idle_records = 0;
                return Ok(Input::Message(message));
            }
            let record = self.next_record(&mut read, deadline)?;
            let ReadHalf { side, .. } = &mut *read;
            let payload = side.records.payload(&record);
            let alert_or_more = matches!(record.content, ContentType::Handshake | ContentType::Alert);
            if !side.messages.is_empty() && !alert_or_more {
                // Nothing stands between the parts of a message (RFC 8446 section 5.1).
                return err(GNUTLS_E_UNEXPECTED_PACKET);
            }
            match record.content {
                ContentType::Handshake if payload.is_empty() => {
                    return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
                }
                ContentType::Handshake => side.messages.push(payload),
                ContentType::ChangeCipherSpec => {
                    if payload != [1] {
                        return err(GNUTLS_E_UNEXPECTED_PACKET);
                    }
                    return Ok(Input::ChangeCipherSpec);
                }
                ContentType::Alert => {
                    let body = payload.to_vec();
                    // Nobody has anything to complain of before the first hello.
                    if config.role == Role::Server
                        && !run.renegotiation
                        && self.facts(|f| f.last_in.is_none())
                    {
                        return err(GNUTLS_E_UNEXPECTED_PACKET);
                    }
                    self.alert(&mut read, &body)?;
                    return err(GNUTLS_E_SESSION_EOF);
                }
                ContentType::ApplicationData if run.takes_old_data() => {
                    let bytes = payload.to_vec();
                    read.keep_early(&bytes)?;
                    return err(GNUTLS_E_GOT_APPLICATION_DATA);
                }
                _ => return err(GNUTLS_E_UNEXPECTED_PACKET),
            }
        }
    }

    /// Before data is received: goes on with a handshake that let the program start early, or that
    /// receiving began itself. Data that came meanwhile is received first.
    pub(super) fn go_on(&self) -> Result<()> {
        if !self.unfinished.load(Relaxed) {
            return Ok(());
        }
        match self.handshake() {
            Err(e) if e.code() == GNUTLS_E_GOT_APPLICATION_DATA => Ok(()),
            result => result,
        }
    }

    /// `gnutls_reauth`: a server asks for a certificate and waits for it; a client answers such a request.
    pub fn reauth(&self) -> Result<()> {
        self.facts(reauth::check_possible)?;
        self.check_alive()?;
        let config = self.config();
        let Some(mut run) = self.run.lease() else { return err(GNUTLS_E_INVALID_REQUEST) };
        if run.machine.is_none() {
            let todo = match config.role {
                Role::Client => {
                    let request = self.read.lease().and_then(|mut read| read.request.take());
                    Todo::Step(Input::Message(request.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?))
                }
                Role::Server if config.certificate_request == CertificateRequest::Ignore => {
                    return err(GNUTLS_E_INVALID_REQUEST);
                }
                Role::Server => Todo::Begin,
            };
            *run = Run {
                machine: Some(Machine::reauth()),
                todo,
                started: Some(Instant::now()),
                peer_before: self.facts(|f| f.peer_chain.first().cloned()),
                renegotiation: true,
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
        self.check_alive()?;
        if !self.is_open() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let Some(mut write) = self.write.lease() else { return err(GNUTLS_E_AGAIN) };
        if write.side.records.pending().is_empty() {
            write.side.handshake(&Message::build(kind::HELLO_REQUEST, |_| ())?)?;
        }
        self.flush(&mut write)
    }
}
