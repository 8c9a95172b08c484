//! Two sides of DTLS on a link that the input changes: datagrams are lost, doubled, delayed, changed, cut and added. Both sides end
//! in success, with an error or after their time, and send no more than what the time and the peer's datagrams explain.
#![no_main]
#[path = "../../tests/support/link.rs"]
mod link;
#[path = "../../tests/support/pair.rs"]
mod pair;

use std::sync::LazyLock;

use gnutls_rs::abi::*;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::error::{Result, err};
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::session::Session;
use libfuzzer_sys::fuzz_target;

use link::{Link, link, session};

const PRIORITIES: [&str; 4] = [
    "NORMAL:-VERS-ALL:+VERS-DTLS1.2",
    "NORMAL:-VERS-ALL:+VERS-DTLS1.0:-CIPHER-ALL:+AES-128-CBC",
    "NORMAL:-VERS-ALL:+VERS-DTLS1.2:-CIPHER-ALL:+CHACHA20-POLY1305",
    "NORMAL",
];
/// Of the client and of the server.
const DTLS13: [[&str; 2]; 4] = [
    ["NORMAL:-VERS-ALL:+VERS-DTLS1.3"; 2],
    // The server asks for another hello.
    [
        "NORMAL:-VERS-ALL:+VERS-DTLS1.3:-GROUP-ALL:+GROUP-SECP256R1:+GROUP-SECP384R1:+GROUP-SECP521R1",
        "NORMAL:-VERS-ALL:+VERS-DTLS1.3:-GROUP-ALL:+GROUP-SECP521R1",
    ],
    ["NORMAL:-VERS-ALL:+VERS-DTLS1.3:-CIPHER-ALL:+CHACHA20-POLY1305"; 2],
    ["NORMAL:+VERS-DTLS1.3"; 2],
];
const MTUS: [u32; 4] = [100, 300, 1200, 9000];

static IDENTITY: LazyLock<(Certificate, PrivateKey)> = LazyLock::new(pair::p384);

/// What happens to a datagram: its number, the kind, a place and a byte.
type Edit = [u8; 4];

/// A record that neither side has sent. Of DTLS 1.3 it has a header with any of its bits, and what the AEADs here take for content.
fn added(unified: bool, number: usize, place: u8, byte: u8) -> Vec<u8> {
    let len = usize::from(byte) % 20;
    if !unified {
        let header = [20 + place % 5, 0xfe, 0xfd, 0, place >> 4, 0, 0, 0, 0, 0, number as u8, 0, len as u8];
        return [&header[..], &[byte; 20][..len]].concat();
    }
    let first = 0x20 | place & 0x1f;
    let mut record = vec![first];
    record.resize(if first & 8 != 0 { 3 } else { 2 }, number as u8);
    if first & 4 != 0 {
        record.extend([0, len as u8 + 17]);
    }
    record.extend(&[byte; 20][..len]);
    record.push([21, 22, 23, 26, 20][usize::from(place >> 5) % 5]);
    record.extend([0; 16]);
    record
}

/// A link that the input changes.
fn begin_link(edits: Vec<Edit>, unified: bool) {
    let mut sent: Vec<Vec<u8>> = Vec::new();
    Link::begin(Box::new(move |l, to, bytes| {
        let number = sent.len();
        sent.push(bytes.to_vec());
        let mut copy = Some((0, bytes.to_vec()));
        for [_, kind, place, byte] in edits.iter().copied().filter(|e| usize::from(e[0]) == number) {
            let at = usize::from(place);
            match (kind % 8, &mut copy) {
                (0, copy) => *copy = None,
                (1, Some((after, bytes))) => l.deliver(to, *after + u64::from(byte) * 8, bytes.clone()),
                (2, Some((after, _))) => *after += u64::from(byte) * 8,
                (3, Some((_, bytes))) if at < bytes.len() => bytes[at] ^= byte,
                (4, Some((_, bytes))) => bytes.truncate(at),
                // A datagram of before, changed or not, to either side.
                (5, _) => {
                    let mut old = sent[number.saturating_sub(at)].clone();
                    if let Some(last) = old.last_mut() {
                        *last ^= byte;
                    }
                    l.deliver(usize::from(place & 1), 0, old);
                }
                (6, _) => l.deliver(to, 0, added(unified && kind & 8 != 0, number, place, byte)),
                (7, Some((_, bytes))) => bytes.insert(at.min(bytes.len()), byte),
                _ => {}
            }
        }
        if let Some((after, bytes)) = copy {
            l.deliver(to, after, bytes);
        }
    }));
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
        for (done, session) in [(&mut c, client), (&mut s, server)] {
            if done.is_ok()
                && let Err(e) = session.recv(&mut [0; 16])
                && !gnutls_rs::session::may_retry(e.code())
            {
                *done = Err(e);
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
            l.now += l.arriving().chain(timers).min().unwrap_or(1000).clamp(1, 1000);
        });
    }
    panic!("the handshake does not end");
}

/// What DTLS 1.3 sends after a handshake, for five minutes: updates of keys and their acknowledgements.
fn updates(client: &Session, server: &Session) {
    let end = link(|l| l.now) + 300_000;
    for round in 0..2000 {
        if round < 3 {
            let _ = client.key_update(round == 1);
            let _ = server.key_update(round == 0);
        }
        for session in [client, server] {
            let _ = session.recv(&mut [0; 64]);
        }
        let timers = [client, server].map(|session| match session.retransmit_left() {
            0 => u64::MAX,
            left => left,
        });
        let next = link(|l| l.arriving().chain(timers).min().unwrap_or(u64::MAX));
        if next == u64::MAX && round > 3 || link(|l| l.now) > end {
            return;
        }
        link(|l| l.now += next.clamp(1, 60_000));
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((&choice, rest)) = data.split_first() else { return };
    let unified = choice & 32 != 0;
    begin_link(rest.as_chunks::<4>().0.to_vec(), unified);
    let which = usize::from(choice & 3);
    let [of_client, of_server] = if unified { DTLS13[which] } else { [PRIORITIES[which]; 2] };
    let mtu = MTUS[usize::from(choice >> 2 & 3)];
    let (client, server) =
        (session(0, of_client, mtu, IDENTITY.clone()), session(1, of_server, mtu, IDENTITY.clone()));
    let complete = handshake(&client, &server, false);
    if complete && choice & 16 != 0 {
        match unified {
            true => updates(&client, &server),
            false => _ = handshake(&client, &server, true),
        }
    }
    for session in [&client, &server] {
        let sent = session.send(b"data", 0);
        assert_eq!(sent.is_ok(), sent == Ok(4));
        for _ in 0..40 {
            let _ = session.recv(&mut [0; 64]);
        }
    }
    for session in [&client, &server] {
        let _ = session.bye(false);
    }
    // Twelve transmissions of two flights in a minute, and eight answers of each.
    link(|l| assert!(l.sent < 4000, "{} datagrams", l.sent));
});
