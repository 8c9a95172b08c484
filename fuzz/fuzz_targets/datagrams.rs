//! Two sides of DTLS on a link that the input changes: datagrams are lost, doubled, delayed, changed, cut and added. Both sides end
//! in success, with an error or after their time, and send no more than what the time and the peer's datagrams explain.
#![no_main]
#[path = "../../tests/support/pair.rs"]
mod pair;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

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
use libfuzzer_sys::fuzz_target;

const PRIORITIES: [&str; 4] = [
    "NORMAL:-VERS-ALL:+VERS-DTLS1.2",
    "NORMAL:-VERS-ALL:+VERS-DTLS1.0:-CIPHER-ALL:+AES-128-CBC",
    "NORMAL:-VERS-ALL:+VERS-DTLS1.2:-CIPHER-ALL:+CHACHA20-POLY1305",
    "NORMAL",
];
const MTUS: [u32; 4] = [100, 300, 1200, 9000];

static IDENTITY: LazyLock<(Certificate, PrivateKey)> = LazyLock::new(pair::p384);

/// What happens to a datagram: its number, the kind, a place and a byte.
type Edit = [u8; 4];

#[derive(Default)]
struct Link {
    now: u64,
    edits: Vec<Edit>,
    /// All that was sent by the sides, in order.
    sent: Vec<Vec<u8>>,
    /// Datagrams that arrive, by time and order, for the client and for the server.
    queues: [BTreeMap<(u64, usize), Vec<u8>>; 2],
    arrivals: usize,
}

thread_local! {
    static LINK: RefCell<Link> = RefCell::new(Link::default());
}

impl Link {
    fn deliver(&mut self, to: usize, after: u64, bytes: Vec<u8>) {
        self.arrivals += 1;
        self.queues[to].insert((self.now + after, self.arrivals), bytes);
    }

    fn send(&mut self, to: usize, bytes: &[u8]) {
        let number = self.sent.len();
        self.sent.push(bytes.to_vec());
        let mut copy = Some((0, bytes.to_vec()));
        for [_, kind, place, byte] in self.edits.clone().into_iter().filter(|e| usize::from(e[0]) == number) {
            let at = usize::from(place);
            match (kind % 8, &mut copy) {
                (0, copy) => *copy = None,
                (1, Some((after, bytes))) => {
                    let again = (*after + u64::from(byte) * 8, bytes.clone());
                    self.deliver(to, again.0, again.1);
                }
                (2, Some((after, _))) => *after += u64::from(byte) * 8,
                (3, Some((_, bytes))) if at < bytes.len() => bytes[at] ^= byte,
                (4, Some((_, bytes))) => bytes.truncate(at),
                // A datagram of before, changed or not, to either side.
                (5, _) => {
                    let mut old = self.sent[number.saturating_sub(at)].clone();
                    if let Some(last) = old.last_mut() {
                        *last ^= byte;
                    }
                    self.deliver(usize::from(place & 1), 0, old);
                }
                // A record of its own.
                (6, _) => {
                    let kind = 20 + place % 5;
                    let body = [byte; 20];
                    let len = usize::from(byte) % 20;
                    let header = [kind, 0xfe, 0xfd, 0, place >> 4, 0, 0, 0, 0, 0, number as u8, 0, len as u8];
                    self.deliver(to, 0, [&header[..], &body[..len]].concat());
                }
                (7, Some((_, bytes))) => bytes.insert(at.min(bytes.len()), byte),
                _ => {}
            }
        }
        if let Some((after, bytes)) = copy {
            self.deliver(to, after, bytes);
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

fn session(side: usize, priority: &str, mtu: u32) -> Session {
    let role = if side == 0 { Role::Client } else { Role::Server };
    let policy = Arc::new(Policy::parse(priority.as_bytes()).expect("a priority string"));
    let inner = pair::End {
        inbox: pair::Pipe::default(),
        pending_replies: pair::Pipe::default(),
        chunk: 0,
        identity: Some(IDENTITY.clone()),
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

/// Whether a side goes on.
fn goes_on(r: &Result<()>) -> bool {
    r.is_err_and(|e| !matches!(e.code(), GNUTLS_E_TIMEDOUT) && gnutls_rs::session::may_retry(e.code()))
}

/// Runs a handshake until both sides have ended; true after success.
fn handshake(client: &Session, server: &Session, renewed: bool) -> bool {
    let (mut c, mut s) = (err(GNUTLS_E_AGAIN), err(GNUTLS_E_AGAIN));
    let mut begun = !renewed;
    for _ in 0..5000 {
        if goes_on(&c) {
            c = client.handshake();
        }
        if begun && goes_on(&s) {
            s = server.handshake();
        }
        if !begun {
            match server.recv(&mut [0; 16]) {
                Err(e) if e.code() == GNUTLS_E_REHANDSHAKE => begun = true,
                Err(e) if !gnutls_rs::session::may_retry(e.code()) => s = Err(e),
                _ => {}
            }
        }
        if !goes_on(&c) && (!goes_on(&s) || !begun) {
            return (c, s) == (Ok(()), Ok(()));
        }
        for (done, session) in [(&c, client), (&s, server)] {
            if done.is_ok() {
                let _ = session.recv(&mut [0; 16]);
            }
        }
        let timers = [(&c, client), (&s, server)].map(|(r, session)| match goes_on(r) {
            // 0 is no timer.
            true => Some(session.retransmit_left()).filter(|ms| *ms > 0).unwrap_or(1000),
            false => u64::MAX,
        });
        link(|l| {
            // Nobody reads what comes for a side that has failed.
            for (queue, r) in l.queues.iter_mut().zip([&c, &s]) {
                if r.is_err() && !goes_on(r) {
                    queue.clear();
                }
            }
            let now = l.now;
            let arrivals = l.queues.iter().filter_map(|q| Some(q.first_key_value()?.0.0.saturating_sub(now)));
            l.now += arrivals.chain(timers).min().unwrap_or(1000).clamp(1, 1000);
        });
    }
    panic!("the handshake does not end");
}

fuzz_target!(|data: &[u8]| {
    let Some((&choice, rest)) = data.split_first() else { return };
    let edits = rest.as_chunks::<4>().0.to_vec();
    LINK.set(Link { edits, ..Link::default() });
    let priority = PRIORITIES[usize::from(choice & 3)];
    let mtu = MTUS[usize::from(choice >> 2 & 3)];
    let (client, server) = (session(0, priority, mtu), session(1, priority, mtu));
    let mut complete = handshake(&client, &server, false);
    if complete && choice & 16 != 0 {
        complete = handshake(&client, &server, true);
    }
    for session in [&client, &server] {
        let sent = session.send(b"data", 0);
        assert_eq!(sent.is_ok(), sent == Ok(4));
        for _ in 0..40 {
            let _ = session.recv(&mut [0; 64]);
        }
    }
    let _ = complete;
    for session in [&client, &server] {
        let _ = session.bye(false);
    }
    // Twelve transmissions of two flights in a minute, and eight answers of each.
    link(|l| assert!(l.sent.len() < 4000, "{} datagrams", l.sent.len()));
});
