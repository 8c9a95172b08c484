//! The messages of heartbeats (RFC 6520 section 4), and what a session keeps of them.
use crate::codec::{Reader, Writer};
use crate::crypto::rand;
use crate::error::Result;

pub(super) const REQUEST: u8 = 1;
pub(super) const RESPONSE: u8 = 2;
/// The least padding (RFC 6520 section 4), and what we send.
pub(super) const PADDING: usize = 16;
/// Bytes of the type and the length of the payload.
pub(super) const HEADER: usize = 3;
/// The defaults of `gnutls_heartbeat_set_timeouts`, in milliseconds.
const RETRANSMIT_TIMEOUT: u32 = 1000;
const TOTAL_TIMEOUT: u32 = 60_000;
/// The largest interval between two requests in milliseconds, as for flights of a handshake.
pub(super) const MAX_INTERVAL: u64 = 60_000;

/// The heartbeats of a session.
pub(super) struct Heartbeats {
    /// Times in milliseconds: until a request is sent again, and altogether.
    pub(super) retransmit: u32,
    pub(super) total: u32,
    /// When our last request has to be sent again, whether or not it was answered.
    pub(super) due: u64,
    /// Our last request, until it is answered.
    pub(super) request: Option<Request>,
    /// The payload of the peer's last request, which the application has not answered.
    pub(super) to_answer: Option<Vec<u8>>,
    /// An answer is sealed and not sent.
    pub(super) answer_sealed: bool,
}

impl Default for Heartbeats {
    fn default() -> Self {
        Heartbeats {
            retransmit: RETRANSMIT_TIMEOUT,
            total: TOTAL_TIMEOUT,
            due: 0,
            request: None,
            to_answer: None,
            answer_sealed: false,
        }
    }
}

/// A request of ours. Times are milliseconds of a clock that does not jump.
pub(super) struct Request {
    pub(super) payload: Vec<u8>,
    /// When it was sent first, and how often.
    pub(super) first: u64,
    pub(super) times: u32,
    /// Until it is sent again.
    pub(super) interval: u64,
}

/// What a heartbeat is, if it is one that is of use.
pub(super) enum Heartbeat {
    Request(Vec<u8>),
    Response(Vec<u8>),
}

/// Reads a heartbeat; the error says why it is discarded. The payload is within the message, whatever its length says.
pub(super) fn read(message: &[u8]) -> core::result::Result<Heartbeat, &'static str> {
    let mut r = Reader::new(message);
    let (Ok(kind), Ok(payload)) = (r.u8(), r.vec16()) else {
        return Err("a heartbeat is shorter than its payload");
    };
    if r.len() < PADDING {
        return Err("a heartbeat has too little padding");
    }
    match kind {
        REQUEST => Ok(Heartbeat::Request(payload.to_vec())),
        RESPONSE => Ok(Heartbeat::Response(payload.to_vec())),
        _ => Err("a heartbeat has an unknown type"),
    }
}

/// The content of a record with a heartbeat.
pub(super) fn message(kind: u8, payload: &[u8]) -> Result<Vec<u8>> {
    let mut padding = [0; PADDING];
    rand::fill(&mut padding)?;
    let mut w = Writer::new();
    w.u8(kind);
    w.vec16(payload);
    w.bytes(&padding);
    w.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A payload is never longer than what was received, and never the padding.
    #[test]
    fn the_length_of_the_payload_is_not_believed() {
        let long = [&[1, 0, 200][..], &[7; 216]].concat();
        for len in 0..long.len() {
            assert!(read(&long[..len]).is_err(), "{len}");
        }
        assert!(matches!(read(&long), Ok(Heartbeat::Request(payload)) if payload == [7; 200]));
        for length in 201..=u16::MAX {
            let [high, low] = length.to_be_bytes();
            let lies = [&[1, high, low], &long[3..]].concat();
            assert!(read(&lies).is_err(), "{length}");
        }
        let empty = [&[2, 0, 0][..], &[0; 16]].concat();
        assert!(matches!(read(&empty), Ok(Heartbeat::Response(payload)) if payload.is_empty()));
        assert!(read(&[&[3], &empty[1..]].concat()).is_err());
    }

    #[test]
    fn a_message_is_read_as_it_is_written() {
        let request = message(REQUEST, b"payload").unwrap();
        assert_eq!(request.len(), HEADER + 7 + PADDING);
        assert!(matches!(read(&request), Ok(Heartbeat::Request(payload)) if payload == b"payload"));
        assert!(matches!(read(&message(RESPONSE, b"").unwrap()), Ok(Heartbeat::Response(p)) if p.is_empty()));
    }
}
