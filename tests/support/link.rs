//! A client and a server of DTLS on a link with a clock of its own: what a side sends goes the way that the test gives, and arrives
//! when the clock is there. Each run is the same each time and takes no time.
#![allow(dead_code)] // each test uses only a part of it
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use gnutls_rs::abi::*;
use gnutls_rs::alg::flags::SessionFlags;
use gnutls_rs::alg::ids::Sign;
use gnutls_rs::alg::policy::Policy;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::error::{Result, err};
use gnutls_rs::handshake::config::{CertificateRequest, Role};
use gnutls_rs::handshake::messages::HandshakeType;
use gnutls_rs::handshake::step::{Identity, IdentityWanted, KeyLogLine};
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::session::Session;
use gnutls_rs::session::application::{Application, Direction, When};

use crate::pair;

/// What becomes of a datagram to the side with this number.
pub(crate) type Way = Box<dyn FnMut(&mut Link, usize, &[u8])>;

/// Both directions of a link, and its time in milliseconds.
#[derive(Default)]
pub(crate) struct Link {
    pub now: u64,
    /// What arrives, by time and order: for the client and for the server.
    pub queues: [BTreeMap<(u64, u64), Vec<u8>>; 2],
    /// The number of datagrams that were put into the queues.
    pub arrivals: u64,
    /// The number of datagrams that the sides sent.
    pub sent: u64,
    way: Option<Way>,
}

thread_local! {
    static LINK: RefCell<Link> = RefCell::new(Link::default());
}

pub(crate) fn link<T>(with: impl FnOnce(&mut Link) -> T) -> T {
    LINK.with_borrow_mut(with)
}

impl Link {
    /// Begins anew with an empty link.
    pub(crate) fn begin(way: Way) {
        LINK.set(Link { way: Some(way), ..Link::default() });
    }

    pub(crate) fn change(&mut self, way: Way) {
        self.way = Some(way);
    }

    pub(crate) fn deliver(&mut self, to: usize, after: u64, bytes: Vec<u8>) {
        self.arrivals += 1;
        self.queues[to].insert((self.now + after, self.arrivals), bytes);
    }

    /// Milliseconds until each of the first datagrams arrives.
    pub(crate) fn arriving(&self) -> impl Iterator<Item = u64> {
        self.queues.iter().filter_map(|q| Some(q.first_key_value()?.0.0.saturating_sub(self.now)))
    }

    fn send(&mut self, to: usize, bytes: &[u8]) {
        self.sent += 1;
        if let Some(mut way) = self.way.take() {
            way(self, to, bytes);
            self.way = Some(way);
        }
    }

    fn receive(&mut self, side: usize) -> Option<Vec<u8>> {
        let first = self.queues[side].first_entry()?;
        (first.key().0 <= self.now).then(|| first.remove())
    }
}

/// One side: 0 is the client, 1 the server.
struct End {
    side: usize,
    inner: pair::End,
}

impl Application for End {
    fn pull(&self, buf: &mut [u8]) -> Result<usize> {
        // An empty datagram is the end of a transport.
        let Some(datagram) = link(|l| l.receive(self.side)).filter(|d| !d.is_empty()) else {
            return err(GNUTLS_E_AGAIN);
        };
        let n = datagram.len().min(buf.len());
        buf[..n].copy_from_slice(&datagram[..n]);
        Ok(n)
    }
    fn wait(&self, _ms: u32) -> Result<()> {
        Ok(())
    }
    fn push(&self, bytes: &[u8]) -> Result<usize> {
        link(|l| l.send(1 - self.side, bytes));
        Ok(bytes.len())
    }
    fn post_client_hello(&self) -> Result<()> {
        Ok(())
    }
    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>> {
        self.inner.identity(wanted)
    }
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        self.inner.sign(sign, message)
    }
    fn verify_peer(&self) -> Result<()> {
        Ok(())
    }
    fn message(&self, _kind: HandshakeType, _when: When, _direction: Direction, _body: &[u8]) -> Result<()> {
        Ok(())
    }
    fn now(&self) -> u64 {
        1_800_000_000_000 + link(|l| l.now)
    }
    fn clock(&self) -> u64 {
        link(|l| l.now)
    }
    fn log_key(&self, _client_random: &[u8; 32], _line: &KeyLogLine) {}
}

pub(crate) fn session(side: usize, priority: &str, mtu: u32, identity: (Certificate, PrivateKey)) -> Session {
    let role = if side == 0 { Role::Client } else { Role::Server };
    let policy = Arc::new(Policy::parse(priority.as_bytes()).expect("a priority string"));
    let inner = pair::End {
        inbox: pair::Pipe::default(),
        pending_replies: pair::Pipe::default(),
        chunk: 0,
        identity: Some(identity),
    };
    let flags = SessionFlags::NONBLOCK | SessionFlags::DATAGRAM;
    let session = Session::new(role, flags, policy, Arc::new(End { side, inner }));
    session.configure(|c| {
        c.has_certificates = true;
        c.certificate_request = CertificateRequest::Request;
    });
    session.set_mtu(mtu);
    session
}
