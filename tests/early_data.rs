//! Early data in whole handshakes without I/O: the age of tickets, changed and cut flights.
#[path = "support/pair.rs"]
mod pair;

use gnutls_rs::abi::*;
use gnutls_rs::alg::flags::SessionFlags;
use pair::{NOW, Pair, p384, wire};

const TLS13: &str = "NORMAL:-VERS-ALL:+VERS-TLS1.3";
const DATA: &[u8] = b"early data of a client";

/// A pair whose server accepts early data.
fn early_pair() -> Pair {
    let pair = Pair::new(TLS13, p384(), usize::MAX).with_tickets();
    pair.server.configure(|c| {
        c.flags |= SessionFlags::ENABLE_EARLY_DATA;
        c.anti_replay = true;
    });
    pair
}

/// Session data of a first connection.
fn session_data() -> Vec<u8> {
    let first = early_pair();
    assert_eq!(first.handshake(), (Ok(()), Ok(())));
    first.session_data()
}

/// A pair whose client has sent its hello and early data.
fn sent(data: &[u8]) -> Pair {
    let pair = early_pair();
    pair.client.set_resumption_data(data).unwrap();
    pair.client.send_early_data(DATA).unwrap();
    assert_eq!(pair.client.handshake().unwrap_err().code(), GNUTLS_E_AGAIN);
    pair
}

/// The early data that the server has.
fn received(pair: &Pair) -> Vec<u8> {
    let mut data = vec![0; 100];
    let n = pair.server.recv_early_data(&mut data).unwrap_or_default();
    data.truncate(n);
    data
}

#[test]
fn the_age_of_the_ticket_has_to_be_right() {
    // How much later the hello arrives than it was sent, in milliseconds.
    for (late, accepted) in [(0, true), (10_000, true), (10_001, false), (3_600_000, false)] {
        let data = session_data();
        NOW.set(NOW.get() + 60_000);
        let pair = sent(&data);
        NOW.set(NOW.get() + late);
        assert_eq!(pair.handshake(), (Ok(()), Ok(())), "{late}");
        for side in [&pair.client, &pair.server] {
            assert_eq!(side.parameters(|p| (p.resumed, p.early.accepted)), (true, accepted), "{late}");
        }
        assert_eq!(received(&pair), if accepted { DATA } else { b"" }, "{late}");
    }
}

#[test]
fn a_wrong_clock_is_as_an_early_hello() {
    let data = session_data();
    NOW.set(NOW.get() + 60_000);
    let pair = sent(&data);
    NOW.set(NOW.get() - 20_000);
    assert_eq!(pair.handshake(), (Ok(()), Ok(())));
    assert!(!pair.server.parameters(|p| p.early.accepted));
}

#[test]
fn the_server_sends_before_the_client_is_done() {
    let pair = sent(&session_data());
    assert_eq!(pair.server.handshake().map_err(|e| e.code()), Err(GNUTLS_E_AGAIN));
    // The data is there before the client's Finished.
    assert_eq!(received(&pair), DATA);
    assert_eq!(pair.handshake(), (Ok(()), Ok(())));
    assert!(pair.client.parameters(|p| p.early.accepted));
}

/// Each byte of the client's first flight: what the server has is what the client sent, or nothing.
#[test]
fn a_changed_byte_gives_no_other_data() {
    let data = session_data();
    let size = wire(&sent(&data).to_server).bytes.len();
    assert!(size > 300);
    for at in 0..size {
        let pair = sent(&data);
        wire(&pair.to_server).bytes[at] ^= 0x11;
        let _ = pair.server.handshake();
        let got = received(&pair);
        assert!(got.is_empty() || got == DATA, "byte {at}");
        let (client, server) = pair.handshake();
        if client.is_ok() && server.is_ok() {
            // Only the version in headers of records before the keys is not authenticated.
            assert!(at < 5 || got == DATA, "byte {at}");
        }
    }
}

/// Each cut of it: the handshake does not complete, and no more than was sent is there.
#[test]
fn a_cut_flight_completes_nothing() {
    let data = session_data();
    let size = wire(&sent(&data).to_server).bytes.len();
    for cut in 0..size {
        let pair = sent(&data);
        {
            let mut w = wire(&pair.to_server);
            w.bytes.truncate(cut);
            w.closed = true;
        }
        assert!(pair.server.handshake().is_err(), "cut at {cut}");
        assert!(received(&pair).is_empty() || cut == size, "cut at {cut}");
    }
}

/// More than the server accepts by now.
#[test]
fn too_much_ends_the_handshake() {
    let data = session_data();
    for (most, code) in [(DATA.len() as u32 - 1, Some(GNUTLS_E_UNEXPECTED_PACKET)), (DATA.len() as u32, None)]
    {
        let pair = sent(&data);
        pair.server.configure(|c| c.max_early_data = most);
        let (_, server) = pair.handshake();
        assert_eq!(server.err().map(|e| e.code()), code);
    }
}
