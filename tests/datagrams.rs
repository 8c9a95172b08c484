//! Handshakes of DTLS over links that lose, double, delay and reorder datagrams, by a clock of the test's: each run is the
//! same each time and takes no time.
#[path = "support/pair.rs"]
mod pair;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use gnutls_rs::abi::*;
use gnutls_rs::alg::flags::SessionFlags;
use gnutls_rs::alg::policy::Policy;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::error::{Result, err};
use gnutls_rs::handshake::config::{CertificateRequest, Role};
use gnutls_rs::handshake::messages::HandshakeType;
use gnutls_rs::handshake::step::{Identity, IdentityWanted, KeyLogLine};
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::session::Session;
use gnutls_rs::session::application::{Application, Direction, When};

thread_local! {
    static LINK: RefCell<Link> = RefCell::new(Link::default());
}

/// Both directions of a link, its time, and how bad it is.
#[derive(Default)]
struct Link {
    now: u64,
    random: u64,
    /// Of 100 datagrams.
    lost: u64,
    doubled: u64,
    /// The most milliseconds between the shortest and the longest way.
    jitter: u64,
    mtu: usize,
    /// What arrives, by time and order of sending: for the client and for the server.
    queues: [BTreeMap<(u64, u64), Vec<u8>>; 2],
    sent: u64,
}

impl Link {
    fn below(&mut self, n: u64) -> u64 {
        self.random = self.random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.random >> 33) % n.max(1)
    }

    fn send(&mut self, to: usize, bytes: &[u8]) {
        assert!(bytes.len() <= self.mtu, "a datagram of {} bytes", bytes.len());
        let copies = if self.below(100) < self.doubled { 2 } else { 1 };
        for _ in 0..copies {
            if self.below(100) < self.lost {
                continue;
            }
            let at = self.now + 10 + self.below(self.jitter + 1);
            self.sent += 1;
            self.queues[to].insert((at, self.sent), bytes.to_vec());
        }
    }

    fn receive(&mut self, side: usize) -> Option<Vec<u8>> {
        let first = self.queues[side].first_entry()?;
        (first.key().0 <= self.now).then(|| first.remove())
    }
}

fn link<T>(with: impl FnOnce(&mut Link) -> T) -> T {
    LINK.with_borrow_mut(with)
}

/// One side: 0 is the client, 1 the server.
struct End {
    side: usize,
    inner: pair::End,
}

impl Application for End {
    fn pull(&self, buf: &mut [u8]) -> Result<usize> {
        let Some(datagram) = link(|l| l.receive(self.side)) else { return err(GNUTLS_E_AGAIN) };
        buf[..datagram.len()].copy_from_slice(&datagram);
        Ok(datagram.len())
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
    fn sign(&self, sign: gnutls_rs::alg::ids::Sign, message: &[u8]) -> Result<Vec<u8>> {
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

fn session(side: usize, priority: &str, mtu: u32, identity: (Certificate, PrivateKey)) -> Session {
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

fn code(r: &Result<()>) -> i32 {
    r.map_or_else(|e| e.code(), |()| 0)
}

/// Runs a handshake until both sides have ended. Returns their codes and the time in milliseconds.
/// `disturb` may add datagrams before each step.
fn run(client: &Session, server: &Session, mut disturb: impl FnMut(&mut Link)) -> (i32, i32, u64) {
    let start = link(|l| l.now);
    let (mut c, mut s) = (err(GNUTLS_E_AGAIN), err(GNUTLS_E_AGAIN));
    let open = |r: &Result<()>| code(r) == GNUTLS_E_AGAIN;
    for _ in 0..20_000 {
        link(&mut disturb);
        if open(&c) {
            c = client.handshake();
        }
        if open(&s) {
            s = server.handshake();
        }
        if !open(&c) && !open(&s) {
            return (code(&c), code(&s), link(|l| l.now) - start);
        }
        // A side that is done sends its last flight again when the other repeats its own.
        for (done, session) in [(&c, client), (&s, server)] {
            if code(done) == 0 {
                let _ = session.recv(&mut [0; 16]);
            }
        }
        let timers = [(&c, client), (&s, server)].map(|(r, session)| match open(r) {
            true => session.retransmit_left().max(1),
            false => u64::MAX,
        });
        link(|l| {
            let arrivals =
                l.queues.iter().filter_map(|q| Some(q.first_key_value()?.0.0.saturating_sub(l.now)));
            // Nobody waits longer than a second without a timer.
            let wait = arrivals.chain(timers).min().unwrap_or(1000).min(1000);
            l.now += wait.max(1);
        });
    }
    panic!("the handshake does not end: {} {}", code(&c), code(&s));
}

fn bad_link(lost: u64, mtu: usize, seed: u64) {
    // The library's panic hook prints nothing.
    static SEEN: std::sync::Once = std::sync::Once::new();
    SEEN.call_once(|| drop(std::panic::take_hook()));
    LINK.set(Link { random: seed, lost, doubled: 5, jitter: 60, mtu, ..Link::default() });
}

/// Data goes both ways once the link is good again.
fn exchange(client: &Session, server: &Session) {
    link(|l| (l.lost, l.doubled, l.jitter) = (0, 0, 0));
    for (from, to) in [(client, server), (server, client)] {
        assert_eq!(from.send(b"data", 0), Ok(4));
        let mut buf = [0; 16];
        let got = (0..2000).find_map(|_| {
            link(|l| l.now += 10);
            to.recv(&mut buf).ok().map(|(n, _)| n)
        });
        assert_eq!((got, &buf[..4]), (Some(4), &b"data"[..]));
    }
}

const DTLS12: &str = "NORMAL";
const DTLS10: &str = "NORMAL:-VERS-ALL:+VERS-DTLS1.0:%VERIFY_ALLOW_SIGN_WITH_SHA1";
const DTLS13: &str = "NORMAL:-VERS-ALL:+VERS-DTLS1.3";
/// The client sends no key share for the group that the server wants.
const DTLS13_RETRY: &str =
    "NORMAL:-VERS-ALL:+VERS-DTLS1.3:-GROUP-ALL:+GROUP-SECP256R1:+GROUP-SECP384R1:+GROUP-SECP521R1";

#[test]
fn handshakes_end_on_every_link() {
    handshakes_end([[DTLS12; 2], [DTLS10; 2]]);
}

#[test]
fn handshakes_of_dtls13_end_on_every_link() {
    let other = "NORMAL:-VERS-ALL:+VERS-DTLS1.3:-GROUP-ALL:+GROUP-SECP521R1";
    handshakes_end([[DTLS13; 2], [DTLS13_RETRY, other]]);
}

/// Of the client and of the server.
fn handshakes_end(priorities: [[&str; 2]; 2]) {
    let slowest = Rc::new(RefCell::new(0));
    for (lost, tries) in [(0, 4), (5, 12), (20, 24), (40, 24)] {
        let mut complete = 0;
        for seed in 0..tries {
            let mtu = [256, 600, 1200, 1500][seed as usize % 4];
            let [of_client, of_server] = priorities[seed as usize / 4 % 2];
            bad_link(lost, mtu, seed * 1000 + lost);
            let client = session(0, of_client, mtu as u32, pair::rsa());
            let server = session(1, of_server, mtu as u32, pair::rsa());
            let (c, s, ms) = run(&client, &server, |_| ());
            // It ends in success, or after the time that is allowed.
            let timed_out = |code: i32| code == GNUTLS_E_TIMEDOUT && ms >= 60_000;
            assert!(c == 0 || timed_out(c), "client {c} after {ms} ms, {lost} % lost, seed {seed}");
            assert!(s == 0 || timed_out(s), "server {s} after {ms} ms, {lost} % lost, seed {seed}");
            if (c, s) == (0, 0) {
                complete += 1;
                exchange(&client, &server);
                let mut slowest = slowest.borrow_mut();
                *slowest = ms.max(*slowest);
            }
        }
        let least = match lost {
            0..=5 => tries,
            20 => tries - 1,
            _ => tries / 2,
        };
        assert!(complete >= least, "{complete} of {tries} with {lost} % lost");
    }
    assert!(*slowest.borrow() > 1000, "no flight was sent again");
}

/// Garbage between good datagrams, changed and cut ones: they are discarded, and the handshake completes.
#[test]
fn a_flood_of_garbage_does_no_harm() {
    bad_link(0, 1200, 1);
    let client = session(0, "NORMAL", 1200, pair::rsa());
    let server = session(1, "NORMAL", 1200, pair::rsa());
    let (mut seen, mut round) = (0, 0);
    let (c, s, _) = run(&client, &server, |l| {
        let before = std::mem::replace(&mut seen, l.sent);
        round += 1;
        for side in 0..2 {
            let new = l.queues[side].iter().filter(|((_, n), _)| (before + 1..=seen).contains(n));
            let copies: Vec<_> = new.map(|(at, d)| (*at, d.clone())).collect();
            for ((at, _), mut datagram) in copies {
                // Never one that could be the peer's: another epoch, another type, or no record.
                match round % 3 {
                    0 => datagram[3] ^= 0x40,
                    1 => datagram[0] = 99,
                    _ => datagram.truncate(datagram.len() - 1),
                }
                l.sent += 1;
                l.queues[side].insert((at.saturating_sub(5), l.sent), datagram);
            }
        }
        seen = l.sent;
    });
    assert_eq!((c, s), (0, 0));
    assert!(client.discarded() > 0 && server.discarded() > 0);
    exchange(&client, &server);
}
