//! Handshakes of DTLS over links that lose, double, delay and reorder datagrams, by a clock of the test's: each run is the
//! same each time and takes no time.
#[path = "support/link.rs"]
mod link;
#[path = "support/pair.rs"]
mod pair;

use std::cell::RefCell;
use std::rc::Rc;

use gnutls_rs::abi::*;
use gnutls_rs::error::{Result, err};
use gnutls_rs::session::Session;

use link::{Link, link, session};

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
        // Nobody waits longer than a second without a timer.
        link(|l| l.now += l.arriving().chain(timers).min().unwrap_or(1000).clamp(1, 1000));
    }
    panic!("the handshake does not end: {} {}", code(&c), code(&s));
}

/// Of 100 datagrams `lost` are lost and 5 doubled; they take up to 60 milliseconds longer than the fastest.
fn bad_link(lost: u64, mtu: usize, seed: u64) {
    // The library's panic hook prints nothing.
    static SEEN: std::sync::Once = std::sync::Once::new();
    SEEN.call_once(|| drop(std::panic::take_hook()));
    let mut random = seed;
    let mut below = move |n: u64| {
        random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (random >> 33) % n
    };
    Link::begin(Box::new(move |l, to, bytes| {
        assert!(bytes.len() <= mtu, "a datagram of {} bytes", bytes.len());
        let copies = if below(100) < 5 { 2 } else { 1 };
        for _ in 0..copies {
            if below(100) >= lost {
                l.deliver(to, 10 + below(61), bytes.to_vec());
            }
        }
    }));
}

/// Data goes both ways once the link is good again.
fn exchange(client: &Session, server: &Session) {
    link(|l| l.change(Box::new(|l, to, bytes| l.deliver(to, 10, bytes.to_vec()))));
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
        let before = std::mem::replace(&mut seen, l.arrivals);
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
                l.arrivals += 1;
                l.queues[side].insert((at.saturating_sub(5), l.arrivals), datagram);
            }
        }
        seen = l.arrivals;
    });
    assert_eq!((c, s), (0, 0));
    assert!(client.discarded() > 0 && server.discarded() > 0);
    exchange(&client, &server);
}
