//! Whole sessions of the engine against each other, without the C floor.
#[path = "support/pair.rs"]
mod pair;

use gnutls_rs::abi::*;
use gnutls_rs::alg::ids::{Group, Version};
use pair::{Pair, ed25519, p384, rsa, wire};

const TLS12: &str = "NORMAL:-VERS-ALL:+VERS-TLS1.2";
const TLS13: &str = "NORMAL:-VERS-ALL:+VERS-TLS1.3";

fn exchange(pair: &Pair) {
    let data: Vec<u8> = (0..40000u32).map(|i| i as u8).collect();
    for (from, to) in [(&pair.client, &pair.server), (&pair.server, &pair.client)] {
        let mut sent = 0;
        while sent < data.len() {
            sent += from.send(&data[sent..], 0).unwrap();
        }
        let mut got = Vec::new();
        let mut buf = [0; 5000];
        while got.len() < data.len() {
            let (n, _) = to.recv(&mut buf).unwrap();
            got.extend_from_slice(&buf[..n]);
        }
        assert_eq!(got, data);
        assert_eq!(to.recv(&mut buf).unwrap_err().code(), GNUTLS_E_AGAIN);
    }
}

#[test]
fn every_version_group_cipher_and_key() {
    for version in [TLS12, TLS13] {
        for key in [p384, rsa, ed25519] {
            for extra in [
                "",
                ":-GROUP-ALL:+GROUP-SECP256R1",
                ":-GROUP-ALL:+GROUP-SECP384R1",
                ":-GROUP-ALL:+GROUP-SECP521R1",
                ":-CIPHER-ALL:+AES-128-GCM",
                ":-CIPHER-ALL:+CHACHA20-POLY1305",
                ":-CIPHER-ALL:+AES-256-GCM",
            ] {
                let priority = format!("{version}{extra}");
                let pair = Pair::new(&priority, key(), usize::MAX);
                assert_eq!(pair.handshake(), (Ok(()), Ok(())), "{priority}");
                let seen = |s: &gnutls_rs::session::Session| {
                    s.facts(|f| (f.version, f.suite.map(|s| s.wire), f.group))
                };
                assert_eq!(seen(&pair.client), seen(&pair.server));
                let want = if version == TLS12 { Version::Tls12 } else { Version::Tls13 };
                assert_eq!(pair.client.facts(|f| f.version), Some(want));
                exchange(&pair);
            }
        }
    }
}

#[test]
fn one_byte_at_a_time() {
    for version in [TLS12, TLS13] {
        let pair = Pair::new(version, p384(), 1);
        let mut done = (false, false);
        for _ in 0..20000 {
            done.0 = done.0 || pair.client.handshake().is_ok();
            done.1 = done.1 || pair.server.handshake().is_ok();
            if done == (true, true) {
                break;
            }
        }
        assert_eq!(done, (true, true));
    }
}

#[test]
fn retry_of_the_hello() {
    // The client's first shares are for other groups than the server has.
    let (to_client, to_server) = (pair::Pipe::default(), pair::Pipe::default());
    let client = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP521R1";
    let server = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-SECP521R1";
    use gnutls_rs::handshake::config::Role;
    let pair = Pair {
        client: pair::end(Role::Client, client, None, &to_client, &to_server, usize::MAX),
        server: pair::end(Role::Server, server, Some(p384()), &to_server, &to_client, usize::MAX),
        to_client,
        to_server,
    };
    assert_eq!(pair.handshake(), (Ok(()), Ok(())));
    assert_eq!(pair.client.facts(|f| (f.group, f.hello_retry)), (Some(Group::Secp521r1), true));
    exchange(&pair);
}

/// A stream that ends anywhere is an error on the side that waits, never a success and never a panic.
#[test]
fn cut_at_every_byte() {
    for version in [TLS12, TLS13] {
        for to_server in [true, false] {
            for room in (0..3000).step_by(if cfg!(debug_assertions) { 7 } else { 1 }) {
                let pair = Pair::new(version, p384(), usize::MAX);
                let pipe = if to_server { &pair.to_server } else { &pair.to_client };
                wire(pipe).room = Some(room);
                let (client, server) = pair.handshake();
                let cut = wire(pipe).closed;
                if !cut {
                    assert_eq!((client, server), (Ok(()), Ok(())), "{version} {to_server} {room}");
                    break;
                }
                let waiting = if to_server { server } else { client };
                let code = waiting.err().map(|e| e.code());
                // TLS 1.3: the server's tickets after the handshake may be what was cut.
                if version == TLS13 && !to_server && code.is_none() {
                    continue;
                }
                assert!(
                    matches!(code, Some(GNUTLS_E_PREMATURE_TERMINATION | GNUTLS_E_UNEXPECTED_PACKET_LENGTH)),
                    "{version} {to_server} {room}: {code:?}"
                );
            }
        }
    }
}

/// One byte of the stream changed: the handshake fails or, where the byte was not covered by anything
/// (the version of an outer record), succeeds; no side hangs on nor panics.
#[test]
fn one_byte_changed() {
    for version in [TLS12, TLS13] {
        for to_server in [true, false] {
            for at in (0..1500).step_by(13) {
                let pair = Pair::new(version, p384(), usize::MAX);
                let mut seen = 0;
                for _ in 0..16 {
                    let client = pair.client.handshake();
                    flip(&pair, to_server, at, &mut seen);
                    let server = pair.server.handshake();
                    flip(&pair, to_server, at, &mut seen);
                    let again =
                        |r: &gnutls_rs::error::Result<()>| matches!(r, Err(e) if e.code() == GNUTLS_E_AGAIN);
                    if !again(&client) && !again(&server) {
                        break;
                    }
                }
            }
        }
    }
}

/// Changes byte `at` of the stream once, counting by what waits in the pipe.
fn flip(pair: &Pair, to_server: bool, at: usize, seen: &mut usize) {
    let mut w = wire(if to_server { &pair.to_server } else { &pair.to_client });
    let n = w.bytes.len();
    if let Some(byte) = at.checked_sub(*seen).and_then(|i| w.bytes.get_mut(i)) {
        *byte ^= 0x11;
    }
    *seen += n;
}
