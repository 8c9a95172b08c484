//! The epochs of a receiver of DTLS (RFC 6347 section 4.1, RFC 9147 section 4.2.1): the current one, the one before, and what
//! came of the next one.
use std::collections::VecDeque;

use super::datagram::{FIRST_APPLICATION, Header, ReplayWindow};
use super::unified::Unified;
use super::{MAX_PLAINTEXT, Protection};
use crate::log::{RECORD, log};

/// How many records of the next epoch are kept until their keys are there, and how many bytes of them.
pub const MAX_EARLY: usize = 8;
const MAX_EARLY_BYTES: usize = 2 * MAX_PLAINTEXT;
/// The highest number in the bits of an epoch in a unified header.
const EPOCH_BITS: u16 = 3;

/// What the receiving direction of DTLS keeps beside that of TLS.
pub struct Epoch {
    pub number: u16,
    pub window: ReplayWindow,
    /// False with `GNUTLS_NO_REPLAY_PROTECTION`.
    pub checks_replay: bool,
    /// Number of discarded records, of all epochs.
    pub discarded: u32,
    /// DTLS 1.3: the epoch before, whose records may still come.
    pub previous: Option<Box<Previous>>,
    /// DTLS 1.3: the epoch of the handshake after that one. A client repeats its Finished until it is acknowledged, also when
    /// it has updated its keys meanwhile.
    pub handshake: Option<Box<Previous>>,
    /// Records of the next epoch that came before its keys, oldest first.
    early: VecDeque<Vec<u8>>,
}

/// An epoch of DTLS 1.3 that is not the current one.
pub struct Previous {
    pub number: u16,
    pub protection: Protection,
    pub window: ReplayWindow,
}

impl Epoch {
    /// The first epoch.
    pub fn new(checks_replay: bool) -> Epoch {
        Epoch {
            number: 0,
            window: ReplayWindow::default(),
            checks_replay,
            discarded: 0,
            previous: None,
            handshake: None,
            early: VecDeque::new(),
        }
    }

    /// Goes on to the epoch `number` of these keys, whose numbers begin again. Of DTLS 1.3 the keys of this one are kept.
    pub fn advance(&mut self, number: u16, next: &Protection, keys: Protection) {
        let window = std::mem::take(&mut self.window);
        let (current, unified) = (std::mem::replace(&mut self.number, number), keys.is_unified());
        let previous = unified.then(|| Box::new(Previous { number: current, protection: keys, window }));
        let last = std::mem::replace(&mut self.previous, previous);
        if let Some(last) = last.filter(|last| last.number + 1 == FIRST_APPLICATION) {
            self.handshake = Some(last);
        }
        // The two bits in a header tell four epochs from each other.
        self.handshake.take_if(|handshake| number.wrapping_sub(handshake.number) > EPOCH_BITS);
        // What is of an epoch that is over, or of another version, waits for nothing.
        let mut early = std::mem::take(&mut self.early);
        early.retain(|record| match Unified::read(record) {
            Some(r) => next.is_unified() && (self.known(&r).is_some() || self.may_come(&r)),
            None => !next.is_unified(),
        });
        self.early = early;
    }

    /// The epoch of a record of DTLS 1.3 whose keys are there: the current one, or else one before.
    pub fn known(&self, record: &Unified) -> Option<u16> {
        let before = [&self.previous, &self.handshake].map(|p| p.as_ref().map(|p| p.number));
        let current = Some(self.number).filter(|n| *n > 0);
        [current].into_iter().chain(before).flatten().find(|n| record.may_be_of(*n))
    }

    /// One of the epochs before.
    pub fn before(&mut self, number: u16) -> Option<&mut Previous> {
        let mut both = [&mut self.previous, &mut self.handshake].into_iter().flatten();
        both.find(|p| p.number == number).map(|p| &mut **p)
    }

    /// Forgets the keys of an epoch before.
    pub fn forget(&mut self, number: u16) {
        for before in [&mut self.previous, &mut self.handshake] {
            before.take_if(|p| p.number == number);
        }
    }

    /// Whether a record of DTLS 1.3 may be one of an epoch whose keys are still to come in a handshake. After it the peer
    /// does not use new keys before we have its KeyUpdate.
    pub fn may_come(&self, record: &Unified) -> bool {
        (self.number + 1..=FIRST_APPLICATION).any(|n| record.may_be_of(n))
    }

    pub fn discard(&mut self, why: &str) {
        self.discarded = self.discarded.saturating_add(1);
        log!(RECORD, "discards a record: {why}");
    }

    /// Keeps a record of the next epoch, as far as there is room.
    pub fn keep_early(&mut self, record: &[u8]) {
        let bytes: usize = self.early.iter().map(Vec::len).sum();
        if self.early.len() < MAX_EARLY && bytes + record.len() <= MAX_EARLY_BYTES {
            log!(RECORD, "keeps a record of the next epoch");
            self.early.push_back(record.to_vec());
        } else {
            self.discard("it is of the next epoch, and there is no room to keep it");
        }
    }

    /// The next record that was kept and whose keys are there.
    pub fn next_early(&mut self) -> Option<Vec<u8>> {
        let ready = |record: &Vec<u8>| match Unified::read(record) {
            Some(record) => self.known(&record).is_some(),
            None => Header::read(record).is_some_and(|h| h.epoch() <= self.number),
        };
        let at = self.early.iter().position(ready)?;
        self.early.remove(at)
    }
}
