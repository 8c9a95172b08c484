//! Runs whole client and server sessions against each other, without the C boundary.
#[path = "support/pair.rs"]
mod pair;

use gnutls_rs::abi::*;
use gnutls_rs::alg::ids::{Group, Version};
use gnutls_rs::error::{AlertDescription, AlertLevel};
use gnutls_rs::handshake::config::Role;
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
                ":-GROUP-ALL:+GROUP-X448",
                ":-CIPHER-ALL:+AES-128-GCM",
                ":-CIPHER-ALL:+CHACHA20-POLY1305",
                ":-CIPHER-ALL:+AES-256-GCM",
            ] {
                let priority = format!("{version}{extra}");
                let pair = Pair::new(&priority, key(), usize::MAX);
                assert_eq!(pair.handshake(), (Ok(()), Ok(())), "{priority}");
                let seen = |s: &gnutls_rs::session::Session| {
                    s.parameters(|p| (p.version, p.suite.map(|s| s.wire), p.group))
                };
                assert_eq!(seen(&pair.client), seen(&pair.server));
                let want = if version == TLS12 { Version::Tls12 } else { Version::Tls13 };
                assert_eq!(pair.client.parameters(|p| p.version), Some(want));
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
    // The client's first key shares are for groups that the server does not support.
    let (to_client, to_server) = (pair::Pipe::default(), pair::Pipe::default());
    let client = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP521R1";
    let server = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-SECP521R1";
    let pair = Pair {
        client: pair::end(Role::Client, client, None, &to_client, &to_server, usize::MAX),
        server: pair::end(Role::Server, server, Some(p384()), &to_server, &to_client, usize::MAX),
        to_client,
        to_server,
    };
    assert_eq!(pair.handshake(), (Ok(()), Ok(())));
    assert_eq!(pair.client.parameters(|p| (p.group, p.hello_retry)), (Some(Group::Secp521r1), true));
    exchange(&pair);
}

/// A server that supports only TLS 1.3 and a client that does not support it (RFC 8446 appendix D.2).
#[test]
fn no_version_in_common() {
    let (to_client, to_server) = (pair::Pipe::default(), pair::Pipe::default());
    let pair = Pair {
        client: pair::end(Role::Client, TLS12, None, &to_client, &to_server, usize::MAX),
        server: pair::end(Role::Server, TLS13, Some(p384()), &to_server, &to_client, usize::MAX),
        to_client,
        to_server,
    };
    let (_, server) = pair.handshake();
    let error = server.unwrap_err();
    assert_eq!(error.code(), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
    assert_eq!(error.alert(), (AlertLevel::FATAL, AlertDescription::PROTOCOL_VERSION));
}

/// An extension with its type and length.
fn extension(number: u16, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u16).to_be_bytes();
    [&number.to_be_bytes(), &length, body].concat()
}

/// A handshake message in records.
fn message(kind: u8, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32).to_be_bytes();
    let whole = [&[kind], &length[1..], body].concat();
    let record = |part: &[u8]| [&[22, 3, 3], &(part.len() as u16).to_be_bytes()[..], part].concat();
    whole.chunks(16384).flat_map(record).collect()
}

/// The parts of the hello in a pipe: up to its session id, up to its extensions, and the extensions.
fn hello_parts(bytes: &[u8]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let body = &bytes[9..];
    let id = 34 + 1 + usize::from(body[34]);
    let suites = id + 2 + usize::from(u16::from_be_bytes([body[id], body[id + 1]]));
    let block = suites + 1 + usize::from(body[suites]);
    (body[..34].to_vec(), body[34..block].to_vec(), body[block + 2..].to_vec())
}

/// A cookie that makes the extensions of the second hello longer than their length field can express.
#[test]
fn a_cookie_that_does_not_fit() {
    for (size, fits) in [(1000, true), (65500, false)] {
        let pair = Pair::new(TLS13, p384(), usize::MAX);
        assert_eq!(pair.client.handshake().unwrap_err().code(), GNUTLS_E_AGAIN);
        let first: Vec<u8> = wire(&pair.to_server).bytes.drain(..).collect();
        let id = &first[43..44 + usize::from(first[43])];
        let cookie = [&(size as u16).to_be_bytes()[..], &vec![7; size]].concat();
        let extensions = [extension(43, &[3, 4]), extension(44, &cookie)].concat();
        let length = (extensions.len() as u16).to_be_bytes();
        let retry = gnutls_rs::handshake::messages::RETRY_RANDOM;
        let body = [&[3, 3], &retry[..], id, &[0x13, 1, 0], &length, &extensions].concat();
        wire(&pair.to_client).bytes.extend(message(2, &body));
        let code = pair.client.handshake().unwrap_err().code();
        assert_eq!(code, if fits { GNUTLS_E_AGAIN } else { GNUTLS_E_HANDSHAKE_TOO_LARGE });
        assert_eq!(wire(&pair.to_server).bytes.len() > first.len() + size, fits);
    }
}

/// Changes that a second hello must not make (RFC 8446 section 4.1.2). The first edit changes nothing.
#[test]
fn a_second_hello_that_is_another() {
    type Edit = fn(&mut Vec<(u16, Vec<u8>)>);
    let edits: [(Edit, bool); 10] = [
        (|_| (), true),
        (|e| e.push((21, vec![0; 9])), true),
        (|e| e.push((0xaaaa, vec![1])), true),
        (|e| e.retain(|(n, _)| *n != 43), false),
        (|e| e.retain(|(n, _)| *n != 23), false),
        (|e| e.push((16, vec![0, 3, 2, b'h', b'2'])), false),
        (|e| e.push((0, b"\0\x06\0\0\x03a.b".to_vec())), false),
        (|e| e.push((42, Vec::new())), false),
        (|e| e.push((44, vec![0, 1, 7])), false),
        (|e| e.iter_mut().filter(|(n, _)| *n == 28).for_each(|(_, b)| *b = vec![0x20, 0]), false),
    ];
    for (index, (edit, taken)) in edits.into_iter().enumerate() {
        let (to_client, to_server) = (pair::Pipe::default(), pair::Pipe::default());
        let client = "NORMAL:-GROUP-ALL:+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP521R1";
        let server = "NORMAL:-GROUP-ALL:+GROUP-SECP521R1";
        let pair = Pair {
            client: pair::end(Role::Client, client, None, &to_client, &to_server, usize::MAX),
            server: pair::end(Role::Server, server, Some(p384()), &to_server, &to_client, usize::MAX),
            to_client,
            to_server,
        };
        let _ = pair.client.handshake();
        let _ = pair.server.handshake();
        let _ = pair.client.handshake();
        let sent: Vec<u8> = wire(&pair.to_server).bytes.drain(..).collect();
        // A ChangeCipherSpec is sent before the second hello.
        assert_eq!((sent[0], sent[6]), (20, 22));
        let (start, middle, block) = hello_parts(&sent[6..]);
        let mut list = Vec::new();
        let mut rest = &block[..];
        while let [a, b, c, d, more @ ..] = rest {
            let (body, left) = more.split_at(usize::from(u16::from_be_bytes([*c, *d])));
            list.push((u16::from_be_bytes([*a, *b]), body.to_vec()));
            rest = left;
        }
        edit(&mut list);
        let block: Vec<u8> = list.iter().flat_map(|(n, body)| extension(*n, body)).collect();
        let length = (block.len() as u16).to_be_bytes();
        let body = [&start[..], &middle, &length, &block].concat();
        wire(&pair.to_server).bytes.extend(message(1, &body));
        let code = pair.server.handshake().unwrap_err().code();
        let want = if taken { GNUTLS_E_AGAIN } else { GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER };
        assert_eq!(code, want, "edit {index}");
    }
}

/// If the stream ends early, at any byte, the waiting side returns an error. It neither succeeds nor panics.
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
                // In TLS 1.3 the cut may be in the server's tickets, after the handshake.
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

/// With one byte of the stream changed the handshake fails or, where the byte is not covered by anything (the
/// version of an outer record), succeeds. No side hangs or panics.
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

/// Changes byte `at` of the stream once. `seen` counts the bytes of the stream that passed the pipe.
fn flip(pair: &Pair, to_server: bool, at: usize, seen: &mut usize) {
    let mut w = wire(if to_server { &pair.to_server } else { &pair.to_client });
    let n = w.bytes.len();
    if let Some(byte) = at.checked_sub(*seen).and_then(|i| w.bytes.get_mut(i)) {
        *byte ^= 0x11;
    }
    *seen += n;
}

/// Receives what is sent with the handshake: the tickets of TLS 1.3.
fn receive_tickets(pair: &Pair) {
    while !wire(&pair.to_client).bytes.is_empty() {
        assert_eq!(pair.client.recv(&mut [0; 16]).unwrap_err().code(), GNUTLS_E_AGAIN);
    }
}

/// A pair that has to resume the session of `data`, or not.
fn resume(priority: &str, data: &[u8], resumed: bool) -> Pair {
    let pair = Pair::new(priority, p384(), usize::MAX).with_tickets();
    pair.client.set_resumption_data(data).unwrap();
    assert_eq!(pair.handshake(), (Ok(()), Ok(())), "{priority}");
    for side in [&pair.client, &pair.server] {
        assert_eq!(side.parameters(|p| p.resumed), resumed, "{priority}");
    }
    receive_tickets(&pair);
    exchange(&pair);
    pair
}

#[test]
fn a_session_is_resumed_again_and_again() {
    for priority in [TLS12, TLS13, "NORMAL"] {
        let pair = Pair::new(priority, p384(), usize::MAX).with_tickets();
        assert_eq!(pair.handshake(), (Ok(()), Ok(())));
        receive_tickets(&pair);
        exchange(&pair);
        let data = pair.session_data();
        let once = resume(priority, &data, true);
        resume(priority, &data, true);
        resume(priority, &once.session_data(), true);
    }
}

#[test]
fn a_session_is_resumed_after_a_hello_retry_request() {
    let pair = Pair::new(TLS13, p384(), usize::MAX).with_tickets();
    assert_eq!(pair.handshake(), (Ok(()), Ok(())));
    let data = pair.session_data();
    let groups = format!("{TLS13}:-GROUP-ALL:+GROUP-X25519:+GROUP-SECP384R1");
    let again = Pair::new(&groups, p384(), usize::MAX).with_tickets();
    again.client.set_resumption_data(&data).unwrap();
    let policy =
        gnutls_rs::alg::policy::Policy::parse(format!("{TLS13}:-GROUP-ALL:+GROUP-SECP384R1").as_bytes());
    again.server.configure(|c| c.policy = std::sync::Arc::new(policy.unwrap()));
    again.client.configure(|c| c.flags |= gnutls_rs::alg::flags::SessionFlags::KEY_SHARE_TOP);
    assert_eq!(again.handshake(), (Ok(()), Ok(())));
    assert!(again.client.parameters(|p| p.hello_retry && p.resumed));
    receive_tickets(&again);
    exchange(&again);
}

/// Each bit of a ClientHello that asks for a session, and each cut of it: no data is exchanged with one who has changed it.
#[test]
fn a_changed_hello_resumes_nothing() {
    for priority in [TLS12, TLS13] {
        let pair = Pair::new(priority, p384(), usize::MAX).with_tickets();
        assert_eq!(pair.handshake(), (Ok(()), Ok(())));
        let data = pair.session_data();
        let mut at = 0;
        loop {
            let again = Pair::new(priority, p384(), usize::MAX).with_tickets();
            again.client.set_resumption_data(&data).unwrap();
            assert_eq!(again.client.handshake().unwrap_err().code(), GNUTLS_E_AGAIN);
            let mut hello = wire(&again.to_server);
            // The header of the record is no part of the transcript.
            let Some(byte) = hello.bytes.get_mut(5 + at) else { break };
            *byte ^= 0x20;
            drop(hello);
            let (client, server) = again.handshake();
            assert!(client.is_err() && server.is_err(), "{priority} {at}: {client:?} {server:?}");
            assert!(!again.server.parameters(|p| p.established));
            at += 1;
        }
        assert!(at > 200);
    }
}
