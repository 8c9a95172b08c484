//! NewConnectionId (RFC 9147 section 9): a peer that has a connection ID names others.
use std::collections::VecDeque;
use std::sync::Arc;

use super::messages::Message;
use crate::abi::*;
use crate::codec::Reader;
use crate::error::{Result, err};

/// How many IDs are kept for later; "implementations which receive more spare CIDs than they wish to maintain MAY simply
/// discard any extra CIDs".
pub const MAX_SPARE: usize = 4;

/// A message with IDs for the records that we send.
#[derive(Debug, PartialEq, Eq)]
pub struct NewConnectionId {
    /// In the order of the message, no more than are used or kept.
    ids: VecDeque<Arc<[u8]>>,
    /// The first one is used from now on, and none of those from before.
    immediate: bool,
}

impl NewConnectionId {
    pub fn read(message: &Message) -> Result<Self> {
        let mut r = message.reader();
        let mut list = Reader::new(r.vec16()?);
        let usage = r.u8()?;
        r.finish()?;
        let mut ids = VecDeque::new();
        while !list.is_empty() {
            let id = list.vec8()?;
            if ids.len() <= MAX_SPARE {
                ids.push_back(id.into());
            }
        }
        let immediate = match usage {
            // One of none cannot be used.
            0 if !ids.is_empty() => true,
            1 => false,
            _ => return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
        };
        Ok(NewConnectionId { ids, immediate })
    }
}

/// The IDs of the peer that are not used yet.
#[derive(Default)]
pub struct ConnectionIds {
    /// The one to use next.
    next: Option<Arc<[u8]>>,
    spare: VecDeque<Arc<[u8]>>,
}

impl ConnectionIds {
    /// Takes what a message has.
    pub fn receive(&mut self, mut message: NewConnectionId) {
        if message.immediate {
            self.next = message.ids.pop_front();
            self.spare.clear();
        }
        self.spare.extend(message.ids);
        self.spare.truncate(MAX_SPARE);
    }

    /// Uses another one from now on, if there is one.
    pub fn use_spare(&mut self) {
        self.next = self.spare.pop_front().or(self.next.take());
    }

    /// The one to change to.
    pub fn take_next(&mut self) -> Option<Arc<[u8]>> {
        self.next.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handshake::messages::HandshakeType;

    fn read(body: &[u8]) -> Result<NewConnectionId> {
        NewConnectionId::read(&Message::build(HandshakeType::NEW_CONNECTION_ID, |w| w.bytes(body))?)
    }

    fn next(ids: &mut ConnectionIds) -> Option<Vec<u8>> {
        ids.take_next().map(|id| id.to_vec())
    }

    #[test]
    fn ids_are_used_in_their_order() {
        let mut ids = ConnectionIds::default();
        ids.receive(read(b"\0\x04\x01a\x01b\x01").unwrap());
        assert_eq!(next(&mut ids), None);
        ids.use_spare();
        assert_eq!(next(&mut ids), Some(b"a".to_vec()));
        ids.receive(read(b"\0\x06\x02cd\x00\x01e\x00").unwrap());
        // What was spare before is not used again.
        for want in [&b"cd"[..], b"", b"e"] {
            assert_eq!(next(&mut ids), Some(want.to_vec()));
            ids.use_spare();
        }
        assert_eq!(next(&mut ids), None);
        assert!(ids.spare.is_empty());
        // None at all answers a request.
        ids.receive(read(b"\0\0\x01").unwrap());
        assert_eq!(next(&mut ids), None);
    }

    #[test]
    fn no_more_are_kept_than_a_few() {
        let many = [&[0x3e, 0x80][..], &[7; 8].repeat(2000), &[1]].concat();
        let mut ids = ConnectionIds::default();
        for _ in 0..9 {
            ids.receive(read(&many).unwrap());
        }
        assert_eq!(ids.spare, vec![Arc::from([7; 7]); MAX_SPARE]);
    }

    #[test]
    fn what_has_not_the_form_is_refused() {
        let length = GNUTLS_E_UNEXPECTED_PACKET_LENGTH;
        for (body, code) in [
            (&b""[..], length),
            (b"\0\x02\x01a", length),
            (b"\0\x02\x02a\x01", length),
            (b"\0\x03\x01a\x01", length),
            (b"\0\x02\x01a\x01\0", length),
            (b"\0\x02\x01a\x02", GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
            (b"\0\x02\x01a\xff", GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
            (b"\0\0\0", GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
        ] {
            assert_eq!(read(body).unwrap_err().code(), code, "{body:?}");
        }
    }
}
