//! Feeds each state of both handshake machines every handshake message where another one is expected, empty
//! and with the body that it has in a successful handshake. The machine must refuse it with the right code
//! and stay failed.
#[path = "support/pair.rs"]
mod pair;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use gnutls_rs::abi::*;
use gnutls_rs::alg::ids::Version;
use gnutls_rs::alg::policy::Policy;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::error::{Error, Result};
use gnutls_rs::handshake::Machine;
use gnutls_rs::handshake::config::{CertificateRequest, Config, Role};
use gnutls_rs::handshake::messages::{HandshakeType, Message};
use gnutls_rs::handshake::parameters::SecurityParameters;
use gnutls_rs::handshake::resume;
use gnutls_rs::handshake::resumption::SavedSession;
use gnutls_rs::handshake::step::{Context, Effect, Identity, Input, Progress, Query, ReadSide, Reply};
use gnutls_rs::handshake::ticket_keys::{KEY_SIZE, TicketKeys};
use gnutls_rs::handshake::tls13::post::NewSessionTicket;
use gnutls_rs::pki::cert::Certificate;

/// The time of each step, in milliseconds since 1970.
const NOW: u64 = 1_800_000_000_000;

/// What one side sends to the other. A ChangeCipherSpec reaches the machines only in TLS 1.2.
#[derive(Clone)]
enum Event {
    Message(Message),
    ChangeCipherSpec,
}

impl Event {
    fn kind(&self) -> Option<u8> {
        match self {
            Event::Message(m) => Some(m.kind().0),
            Event::ChangeCipherSpec => None,
        }
    }
    fn input(self) -> Input {
        match self {
            Event::Message(m) => Input::Message(m),
            Event::ChangeCipherSpec => Input::ChangeCipherSpec,
        }
    }
}

/// A machine with everything that a session provides to it, but without a transport.
struct Side {
    machine: Machine,
    config: Config,
    parameters: SecurityParameters,
    read: ReadSide,
    identity: Option<(Certificate, PrivateKey)>,
}

impl Side {
    fn new(role: Role, priority: &str, request: CertificateRequest) -> Side {
        let policy = Arc::new(Policy::parse(priority.as_bytes()).expect("a priority string"));
        let session = {
            let pipe = pair::Pipe::default();
            pair::end(role, "NORMAL", None, &pipe, &pipe, 1)
        };
        let mut config = (*session.config()).clone();
        config.policy = policy;
        config.hooks = true;
        config.has_certificates = true;
        config.certificate_request = request;
        let identity = Some(pair::p384());
        Side {
            machine: Machine::new(),
            config,
            parameters: SecurityParameters::default(),
            read: ReadSide::default(),
            identity,
        }
    }

    fn reply(&self, query: Query) -> Result<Reply> {
        let (cert, key) = self.identity.as_ref().expect("both sides have one");
        Ok(match query {
            Query::PostClientHello | Query::VerifyPeer => Reply::Continue,
            Query::Identity(wanted) => Reply::Identity(Some(Identity {
                chain: vec![cert.clone()],
                pk: key.pk(),
                signs: wanted.signs.into_iter().filter(|s| key.public().scheme(*s).is_ok()).collect(),
                ocsp: Vec::new(),
            })),
            Query::Sign { sign, message } => Reply::Signature(key.sign(sign, &message)?),
            #[allow(unreachable_patterns)] // queries that do not occur with the settings of this test
            _ => return Err(Error::new(GNUTLS_E_INTERNAL_ERROR)),
        })
    }

    /// Feeds one input, answers the machine's queries, and returns what it sent.
    fn feed(&mut self, input: Input) -> Result<Vec<Event>> {
        let mut input = input;
        let mut out = Vec::new();
        loop {
            let mut cx = Context {
                now: NOW,
                config: &self.config,
                parameters: &mut self.parameters,
                read: &mut self.read,
                effects: Vec::new(),
                next_sequence: None,
            };
            let progress = self.machine.step(&mut cx, input)?;
            for effect in std::mem::take(&mut cx.effects) {
                let Effect::Send(message) = effect else { continue };
                let tls12 = cx.parameters.version == Some(Version::Tls12);
                if message.kind() == HandshakeType::FINISHED && tls12 {
                    out.push(Event::ChangeCipherSpec);
                }
                out.push(Event::Message(message));
            }
            match progress {
                Progress::Query(query) => input = Input::Reply(self.reply(query)?),
                _ => return Ok(out),
            }
        }
    }
}

/// What a machine returned for the event that ended a run, and its side.
type Ending = (Result<()>, Side);

/// How a handshake goes.
#[derive(Clone)]
struct Plan {
    version: Version,
    request: CertificateRequest,
    /// The server issues tickets.
    tickets: bool,
    /// The session that is resumed.
    session: Option<Arc<SavedSession>>,
}

impl Plan {
    fn priority(&self) -> &'static str {
        match self.version {
            Version::Tls13 => "NORMAL:-VERS-ALL:+VERS-TLS1.3",
            _ => "NORMAL:-VERS-ALL:+VERS-TLS1.2",
        }
    }

    /// Both sides.
    fn sides(&self) -> (Side, Side) {
        let mut client = Side::new(Role::Client, self.priority(), self.request);
        let mut server = Side::new(Role::Server, self.priority(), self.request);
        client.config.resume = self.session.clone();
        server.config.ticket_keys =
            self.tickets.then(|| Arc::new(TicketKeys::new(&[7; KEY_SIZE]).expect("64 bytes")));
        (client, server)
    }
}

/// Full handshakes of a version without and with a client's certificate, one with tickets, and one that resumes its session.
fn plans(version: Version) -> Vec<Plan> {
    let full = Plan { version, request: CertificateRequest::Ignore, tickets: false, session: None };
    let tickets = Plan { tickets: true, ..full.clone() };
    let session = Some(Arc::new(saved_session(&tickets)));
    let required = Plan { request: CertificateRequest::Require, ..full.clone() };
    vec![full, required, tickets.clone(), Plan { session, ..tickets }]
}

/// The session of a handshake with tickets, as a client saves it.
fn saved_session(plan: &Plan) -> SavedSession {
    let (good, sides) = handshake(plan, None);
    let (mut client, _) = sides.ok().expect("a whole handshake");
    let (config, parameters) = (&client.config, &mut client.parameters);
    if plan.version == Version::Tls12 {
        let (master, ticket) = (parameters.master_secret.clone(), parameters.ticket.clone());
        return resume::save(config, parameters, master.expect("a master secret"), ticket).unwrap();
    }
    let ticket = good.iter().find_map(|(_, e)| match e {
        Event::Message(m) if m.kind() == HandshakeType::NEW_SESSION_TICKET => Some(m.clone()),
        _ => None,
    });
    NewSessionTicket::read(&ticket.expect("a ticket")).unwrap().keep(parameters, NOW);
    let ticket = parameters.tickets.next().expect("a ticket").clone();
    let mut saved = resume::save(config, parameters, ticket.psk, Some(ticket.ticket)).unwrap();
    (saved.created, saved.lifetime) = (NOW / 1000, ticket.lifetime);
    saved
}

/// Runs a handshake. `instead` may replace event number `at` for `tested`; the run then ends with what the
/// machine returned. `Ok` has all events with their receivers.
fn run(plan: &Plan, instead: (Role, usize, Event)) -> Ending {
    match handshake(plan, Some(instead)) {
        (_, Err(ending)) => *ending,
        _ => panic!("the event's turn did not come"),
    }
}

/// All events of a handshake with their receivers, and both sides.
type Whole = (Vec<(Role, Event)>, std::result::Result<(Side, Side), Box<Ending>>);

fn handshake(plan: &Plan, instead: Option<(Role, usize, Event)>) -> Whole {
    let (mut client, mut server) = plan.sides();
    let mut queue: VecDeque<(Role, Event)> = VecDeque::new();
    let mut seen = Vec::new();
    let sent = server.feed(Input::Start).expect("a server starts");
    assert!(sent.is_empty());
    queue.extend(client.feed(Input::Start).expect("a client starts").into_iter().map(|e| (Role::Server, e)));
    while let Some((to, event)) = queue.pop_front() {
        let number = seen.iter().filter(|(r, _)| *r == to).count();
        if let Some((role, at, other)) = &instead
            && *role == to
            && *at == number
        {
            let mut side = if to == Role::Client { client } else { server };
            let result = side.feed(other.clone().input()).map(|_| ());
            return (seen, Err(Box::new((result, side))));
        }
        seen.push((to, event.clone()));
        let (side, back) = match to {
            Role::Client => (&mut client, Role::Server),
            Role::Server => (&mut server, Role::Client),
        };
        if side.machine.is_complete() {
            continue; // tickets
        }
        let sent = side.feed(event.input()).expect("a good handshake");
        queue.extend(sent.into_iter().map(|e| (back, e)));
    }
    assert!(client.machine.is_complete() && server.machine.is_complete());
    assert_eq!(client.parameters.resumed, plan.session.is_some());
    assert_eq!(server.parameters.resumed, plan.session.is_some());
    (seen, Ok((client, server)))
}

const KINDS: [u8; 21] = [0, 1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 24, 99, 254];

/// Whether the message `other` is also valid where `due` came.
fn also_fits(version: Version, due: Option<u8>, other: Option<u8>) -> bool {
    let (Some(due), Some(other)) = (due, other) else { return false };
    // The request is optional, in TLS 1.3 before the Certificate, in 1.2 after the key exchange.
    let next = match version {
        Version::Tls13 => HandshakeType::CERTIFICATE,
        _ => HandshakeType::SERVER_HELLO_DONE,
    };
    let pair = [HandshakeType(due), HandshakeType(other)];
    pair.contains(&HandshakeType::CERTIFICATE_REQUEST) && pair.contains(&next)
}

#[test]
fn no_state_takes_a_message_that_is_not_due() {
    drop(std::panic::take_hook());
    let mut wrong = Vec::new();
    let mut tried = 0;
    for version in [Version::Tls12, Version::Tls13] {
        let mut bodies = BTreeMap::new();
        for plan in plans(version) {
            let (good, _) = handshake(&plan, None);
            bodies.extend(good.iter().filter_map(|(_, e)| match e {
                Event::Message(m) => Some((m.kind().0, m.clone())),
                Event::ChangeCipherSpec => None,
            }));
            for role in [Role::Client, Role::Server] {
                let due: Vec<Option<u8>> =
                    good.iter().filter(|(r, _)| *r == role).map(|(_, e)| e.kind()).collect();
                for (at, due) in due.into_iter().enumerate() {
                    if due == Some(HandshakeType::NEW_SESSION_TICKET.0) && version == Version::Tls13 {
                        continue;
                    }
                    let mut others = vec![Event::ChangeCipherSpec];
                    for k in KINDS {
                        others.push(Event::Message(Message::build(HandshakeType(k), |_| ()).unwrap()));
                        others.extend(bodies.get(&k).cloned().map(Event::Message));
                    }
                    for other in others {
                        if other.kind() == due || also_fits(version, due, other.kind()) {
                            continue;
                        }
                        tried += 1;
                        let other_kind = other.kind();
                        let (result, mut side) = run(&plan, (role, at, other));
                        let code = result.err().map(Error::code);
                        let right = match other_kind {
                            None => matches!(code, Some(GNUTLS_E_UNEXPECTED_PACKET)),
                            Some(_) => matches!(
                                code,
                                Some(GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET | GNUTLS_E_UNEXPECTED_PACKET)
                            ),
                        };
                        let dead = side.feed(Input::ChangeCipherSpec).is_err();
                        if !right || !dead {
                            wrong.push(format!(
                                "{version:?} {:?} {} {role:?} due {due:?} got {other_kind:?}: {code:?} dead {dead}",
                                plan.request,
                                plan.session.is_some()
                            ));
                        }
                    }
                }
            }
        }
    }
    assert!(tried > 500, "only {tried} cases");
    assert!(wrong.is_empty(), "{} of {tried} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// The length of a ClientHello without its extensions, which is a whole one (RFC 5246 section 7.4.1.2).
fn without_extensions(hello: &Message) -> Option<usize> {
    let body = hello.body();
    let at = 2 + 32;
    let at = at + 1 + usize::from(*body.get(at)?);
    let at = at + 2 + usize::from(u16::from_be_bytes([*body.get(at)?, *body.get(at + 1)?]));
    let at = at + 1 + usize::from(*body.get(at)?);
    (hello.kind() == HandshakeType::CLIENT_HELLO).then_some(at)
}

/// A message that is truncated at any byte, or has a byte too many, is refused by the client and by the
/// server.
#[test]
fn no_state_takes_a_message_of_the_wrong_length() {
    drop(std::panic::take_hook());
    let mut taken = Vec::new();
    for plan in [Version::Tls12, Version::Tls13].into_iter().flat_map(|v| plans(v).split_off(1)) {
        let version = plan.version;
        let (good, _) = handshake(&plan, None);
        for role in [Role::Client, Role::Server] {
            for (at, (_, event)) in good.iter().filter(|(r, _)| *r == role).enumerate() {
                let Event::Message(m) = event else { continue };
                if m.kind() == HandshakeType::NEW_SESSION_TICKET && version == Version::Tls13 {
                    continue;
                }
                let body = m.body();
                let step = 1 + body.len() / 40;
                let mut broken: Vec<Vec<u8>> = (0..body.len())
                    .step_by(step)
                    .filter(|n| Some(*n) != without_extensions(m))
                    .map(|n| body[..n].to_vec())
                    .collect();
                broken.push([body, &[0]].concat());
                for bytes in broken {
                    let n = bytes.len();
                    let other = Message::build(m.kind(), |w| w.bytes(&bytes)).unwrap();
                    let (result, mut side) = run(&plan, (role, at, Event::Message(other)));
                    if result.is_ok() || side.feed(Input::ChangeCipherSpec).is_ok() {
                        taken.push(format!(
                            "{version:?} {role:?} message {}: {n} of {}",
                            m.kind().0,
                            body.len()
                        ));
                    }
                }
            }
        }
    }
    assert!(taken.is_empty(), "{}", taken.join("\n"));
}
