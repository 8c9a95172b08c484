//! Turns a fuzz input into what a peer sends: its first byte selects the version, whether a session is resumed, and whether
//! the rest is sent as is, or is a list of edits of a real peer's bytes.
#[path = "../../tests/support/pair.rs"]
pub mod pair;

use std::sync::LazyLock;

use gnutls_rs::abi::GNUTLS_E_AGAIN;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::error::Result;
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::session::Session;
use pair::{Pair, Pipe, wire};

pub const PRIORITIES: [&str; 4] = [
    "NORMAL",
    "NORMAL:-VERS-ALL:+VERS-TLS1.2",
    "NORMAL:-VERS-ALL:+VERS-TLS1.3",
    "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-SECP256R1",
];

static IDENTITY: LazyLock<(Certificate, PrivateKey)> = LazyLock::new(pair::p384);

/// Session data of a handshake for each of the priorities.
static SESSIONS: LazyLock<[Vec<u8>; 4]> = LazyLock::new(|| {
    PRIORITIES.map(|priority| {
        let pair = Pair::new(priority, IDENTITY.clone(), usize::MAX).with_tickets();
        let _ = pair.handshake();
        pair.session_data()
    })
});

fn again(r: &Result<()>) -> bool {
    matches!(r, Err(e) if e.code() == GNUTLS_E_AGAIN)
}

/// Changes the bytes in the pipe. Each edit is a position in the whole stream, a kind and a byte.
fn edit(pipe: &Pipe, edits: &[[u8; 4]], seen: &mut usize) {
    let mut w = wire(pipe);
    let n = w.bytes.len();
    for &[high, low, kind, byte] in edits {
        let Some(at) = usize::from(u16::from_be_bytes([high, low])).checked_sub(*seen) else { continue };
        if at >= w.bytes.len() {
            continue;
        }
        match kind % 4 {
            0 => w.bytes[at] = byte,
            1 => w.bytes[at] ^= byte,
            2 => w.bytes.insert(at, byte),
            _ => drop(w.bytes.remove(at)),
        }
    }
    *seen += n;
}

/// Runs one side against the input. `pick` selects the side under test and the pipe that it reads.
pub fn run(data: &[u8], pick: fn(&Pair) -> (&Session, &Session, &Pipe)) {
    let Some((&choice, rest)) = data.split_first() else { return };
    let which = usize::from(choice >> 1) % PRIORITIES.len();
    let pair = Pair::new(PRIORITIES[which], IDENTITY.clone(), usize::MAX).with_tickets();
    if choice & 0x80 != 0 {
        let _ = pair.client.set_resumption_data(&SESSIONS[which]);
    }
    let (tested, peer, pipe) = pick(&pair);
    if choice & 1 == 0 {
        let _ = tested.handshake();
        let mut w = wire(pipe);
        w.bytes.extend(rest);
        w.closed = true;
        drop(w);
        while again(&tested.handshake()) {}
    } else {
        let (edits, _) = rest.as_chunks::<4>();
        let mut seen = 0;
        for _ in 0..12 {
            let left = peer.handshake();
            edit(pipe, edits, &mut seen);
            let right = tested.handshake();
            if !again(&left) && !again(&right) {
                break;
            }
        }
    }
    let _ = tested.recv(&mut [0; 64]);
    let _ = tested.send(b"x", 0);
    let _ = tested.bye(false);
}
