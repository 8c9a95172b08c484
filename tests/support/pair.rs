//! A client and a server session in one process, connected by two queues. What one side pushes is queued
//! until the other side pulls it; an empty queue returns `GNUTLS_E_AGAIN`. The sides are driven in turns, so
//! every run ends.
#![allow(dead_code)] // each test uses only a part of it
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use gnutls_rs::abi::*;
use gnutls_rs::alg::Format;
use gnutls_rs::alg::flags::SessionFlags;
use gnutls_rs::alg::ids::Sign;
use gnutls_rs::alg::policy::Policy;
use gnutls_rs::asn1::pem;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::error::{Error, Result, err};
use gnutls_rs::handshake::config::Role;
use gnutls_rs::handshake::messages::HandshakeType;
use gnutls_rs::handshake::step::{EarlyTry, Identity, IdentityWanted, KeyLogLine};
use gnutls_rs::handshake::ticket_keys::{KEY_SIZE, TicketKeys};
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::pki::key_file;
use gnutls_rs::session::Session;
use gnutls_rs::session::application::{Application, Direction, When};

thread_local! {
    /// The clock of both sides, in milliseconds.
    pub(crate) static NOW: std::cell::Cell<u64> = const { std::cell::Cell::new(1_800_000_000_000) };
}

#[derive(Default)]
pub(crate) struct Wire {
    pub bytes: VecDeque<u8>,
    /// The stream ends after the bytes.
    pub closed: bool,
    /// How many more bytes the queue accepts before it drops everything and closes.
    pub room: Option<usize>,
}

pub(crate) type Pipe = Arc<Mutex<Wire>>;

pub(crate) fn wire(pipe: &Pipe) -> std::sync::MutexGuard<'_, Wire> {
    pipe.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The application of one side: a transport in memory, one identity, and every peer is accepted.
pub(crate) struct End {
    pub inbox: Pipe,
    pub pending_replies: Pipe,
    /// The most bytes that one pull or push transfers.
    pub chunk: usize,
    pub identity: Option<(Certificate, PrivateKey)>,
}

impl Application for End {
    fn pull(&self, buf: &mut [u8]) -> Result<usize> {
        let mut w = wire(&self.inbox);
        if w.bytes.is_empty() {
            return if w.closed { Ok(0) } else { err(GNUTLS_E_AGAIN) };
        }
        let n = buf.len().min(self.chunk).min(w.bytes.len());
        std::io::Read::read_exact(&mut w.bytes, &mut buf[..n]).expect("as many bytes wait");
        Ok(n)
    }
    fn wait(&self, _ms: u32) -> Result<()> {
        if wire(&self.inbox).bytes.is_empty() { err(GNUTLS_E_TIMEDOUT) } else { Ok(()) }
    }
    fn push(&self, bytes: &[u8]) -> Result<usize> {
        let mut w = wire(&self.pending_replies);
        let n = bytes.len().min(self.chunk);
        let keep = w.room.map_or(n, |room| n.min(room));
        w.bytes.extend(&bytes[..keep]);
        if let Some(room) = &mut w.room {
            *room -= keep;
            w.closed |= keep < n;
        }
        Ok(n)
    }
    fn post_client_hello(&self) -> Result<()> {
        Ok(())
    }
    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>> {
        let Some((cert, key)) = &self.identity else { return Ok(None) };
        if !wanted.keys.contains(&key.pk()) {
            return Ok(None);
        }
        let fits = |s: &Sign| s.pk() == key.pk() && key.public().scheme(*s).is_ok();
        let signs = wanted.signs.iter().copied().filter(fits).collect();
        Ok(Some(Identity { chain: vec![cert.clone()], pk: key.pk(), signs, ocsp: Vec::new() }))
    }
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        let (_, key) = self.identity.as_ref().ok_or(Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS))?;
        key.sign(sign, message)
    }
    fn verify_peer(&self) -> Result<()> {
        Ok(())
    }
    fn message(&self, _kind: HandshakeType, _when: When, _direction: Direction, _body: &[u8]) -> Result<()> {
        Ok(())
    }
    fn now(&self) -> u64 {
        NOW.get()
    }
    fn is_fresh(&self, early: &EarlyTry) -> bool {
        early.age_error <= 10_000
    }
    fn log_key(&self, _client_random: &[u8; 32], _line: &KeyLogLine) {}
}

/// A certificate and its key from PEM.
pub(crate) fn identity(cert: &[u8], key: &[u8]) -> (Certificate, PrivateKey) {
    let cert = pem::decode(Some("CERTIFICATE"), cert).and_then(|d| Certificate::from_der(&d));
    (cert.unwrap(), key_file::import(key, Format::Pem).unwrap())
}

pub(crate) fn p384() -> (Certificate, PrivateKey) {
    identity(
        include_bytes!("../../src/pki/testdata/p384.pem"),
        include_bytes!("../../src/pki/testdata/p384.key"),
    )
}

pub(crate) fn rsa() -> (Certificate, PrivateKey) {
    identity(include_bytes!("../../src/pki/testdata/ee.pem"), include_bytes!("../../src/pki/testdata/ee.key"))
}

pub(crate) fn ed25519() -> (Certificate, PrivateKey) {
    identity(include_bytes!("../../src/pki/testdata/ed.pem"), include_bytes!("../../src/pki/testdata/ed.key"))
}

/// A session with its pipes. One pull or push transfers at most `chunk` bytes.
pub(crate) fn end(
    role: Role,
    priority: &str,
    identity: Option<(Certificate, PrivateKey)>,
    inbox: &Pipe,
    pending_replies: &Pipe,
    chunk: usize,
) -> Session {
    let policy = Arc::new(Policy::parse(priority.as_bytes()).expect("a priority string"));
    let has_certificates = identity.is_some() || role == Role::Client;
    let program = End { inbox: inbox.clone(), pending_replies: pending_replies.clone(), chunk, identity };
    let session = Session::new(role, SessionFlags::NONBLOCK, policy, Arc::new(program));
    session.configure(|c| c.has_certificates = has_certificates);
    session
}

pub(crate) struct Pair {
    pub client: Session,
    pub server: Session,
    pub to_client: Pipe,
    pub to_server: Pipe,
}

impl Pair {
    pub(crate) fn new(priority: &str, server: (Certificate, PrivateKey), chunk: usize) -> Pair {
        // The library's panic hook prints nothing, so that an application's terminal stays clean. Tests
        // restore the default hook to see their own panics.
        static SEEN: std::sync::Once = std::sync::Once::new();
        SEEN.call_once(|| drop(std::panic::take_hook()));
        let (to_client, to_server) = (Pipe::default(), Pipe::default());
        Pair {
            client: end(Role::Client, priority, None, &to_client, &to_server, chunk),
            server: end(Role::Server, priority, Some(server), &to_server, &to_client, chunk),
            to_client,
            to_server,
        }
    }

    /// The server issues tickets with a key that all pairs share.
    pub(crate) fn with_tickets(self) -> Pair {
        let keys = TicketKeys::new(&[7; KEY_SIZE]).expect("64 bytes");
        self.server.configure(|c| c.ticket_keys = Some(Arc::new(keys)));
        self
    }

    /// Session data of the client after a handshake; the tickets of TLS 1.3 have to be received for it.
    pub(crate) fn session_data(&self) -> Vec<u8> {
        let _ = self.client.recv(&mut [0; 16]);
        self.client.take_resumption_data(|data| Ok(data.to_vec())).expect("the handshake is complete")
    }

    /// Drives both sides until both are done, one failed, or nothing moves any more.
    pub(crate) fn handshake(&self) -> (Result<()>, Result<()>) {
        let (mut client, mut server) = (err(GNUTLS_E_AGAIN), err(GNUTLS_E_AGAIN));
        let again = |r: &Result<()>| matches!(r, Err(e) if e.code() == GNUTLS_E_AGAIN);
        for _ in 0..64 {
            if again(&client) {
                client = self.client.handshake();
                if !again(&client) && client.is_err() {
                    wire(&self.to_server).closed = true;
                }
            }
            if again(&server) {
                server = self.server.handshake();
                if !again(&server) && server.is_err() {
                    wire(&self.to_client).closed = true;
                }
            }
            if !again(&client) && !again(&server) {
                break;
            }
        }
        (client, server)
    }
}
