//! Reading datagrams (RFC 6347 section 4.1). A record that is not valid is discarded and counted: anybody can send one.
use super::{Current, Reader, spare};
use crate::abi::*;
use crate::alg::Version;
use crate::error::{Error, Result};
use crate::log::{RECORD, log};
use crate::record::datagram::{
    DATAGRAM_HEADER, FIRST_APPLICATION, Header, MAX_SEQUENCE, ReplayWindow, epoch_of, first_sequence,
};
use crate::record::epoch::Epoch;
use crate::record::unified::{Unified, is_unified};
use crate::record::{ContentType, HEADER, MAX_PLAINTEXT, Protection};

/// Why there is no record.
enum Unread {
    /// It is discarded, as anybody can send it.
    Discard(&'static str),
    /// The session ends.
    Failed(Error),
}

impl From<Error> for Unread {
    fn from(error: Error) -> Unread {
        Unread::Failed(error)
    }
}

/// Whether these bytes are a ChangeCipherSpec. That of DTLS 0.9 has the number of a message.
fn is_change(bytes: &[u8], header: &[u8; HEADER]) -> bool {
    let numbered = header[1..3] == Version::Dtls09.wire().to_be_bytes();
    bytes.first() == Some(&1) && bytes.len() == if numbered { 3 } else { 1 }
}

impl Reader {
    /// A reader of datagrams. Each call of [`Reader::filled`] is one datagram.
    pub fn datagrams(checks_replay: bool) -> Reader {
        Reader {
            epoch: Some(Box::new(Epoch::new(checks_replay))),
            protection: Protection::null().in_epoch(0),
            ..Reader::default()
        }
    }

    pub fn is_datagram(&self) -> bool {
        self.epoch.is_some()
    }

    /// Takes the thread's memory for a datagram, if there is none here.
    #[inline]
    pub(super) fn take_spare(&mut self) {
        if self.epoch.is_some() && self.buffer.is_empty() {
            self.buffer = spare::take();
        }
    }

    /// Number of records that were discarded (`gnutls_record_get_discarded`).
    pub fn discarded(&self) -> u32 {
        self.epoch.as_ref().map_or(0, |e| e.discarded)
    }

    /// The epoch of the records that are read.
    pub fn epoch(&self) -> u16 {
        self.epoch.as_ref().map_or(0, |e| e.number)
    }

    /// Counts a record as discarded whose content nobody expects.
    pub fn discard_record(&mut self, why: &str) {
        self.discard();
        if let Some(epoch) = &mut self.epoch {
            epoch.discard(why);
        }
    }

    /// Sets the protection of the next epoch.
    pub(super) fn next_epoch(&mut self, protection: Protection) -> Result<()> {
        let Some(epoch) = &mut self.epoch else { return Ok(()) };
        let number = protection.epoch_after(epoch.number)?;
        let keys = std::mem::take(&mut self.protection);
        epoch.advance(number, &protection, keys);
        self.protection = protection.in_epoch(number);
        Ok(())
    }

    /// The sequence number of the current record, with its epoch; 0 if there is none.
    pub fn record_number(&self) -> u64 {
        self.current.as_ref().map_or(0, |current| current.sequence)
    }

    /// Whether the last record ends where the memory for the datagram ended: a transport without the borders of
    /// datagrams gives the rest in the next call.
    fn is_cut(&self) -> bool {
        let left = &self.buffer[self.start..self.end];
        let whole = || match left.first() {
            Some(first) if is_unified(*first) => Unified::read(left).is_some(),
            _ => Header::read(left).is_none_or(|header| header.len <= left.len() - DATAGRAM_HEADER),
        };
        self.filled_up && (left.len() < DATAGRAM_HEADER || !whole())
    }

    /// All records before this one count as received.
    pub(super) fn restart_window(&mut self, sequence: u64) {
        if let Some(epoch) = &mut self.epoch {
            epoch.window = ReplayWindow::from(sequence);
        }
    }

    /// Like [`Reader::advance`]. `None` asks for another datagram.
    pub(super) fn advance_datagram(&mut self) -> Result<Option<ContentType>> {
        loop {
            if self.start < self.end && self.is_cut() {
                return Ok(None);
            }
            let Some(epoch) = &mut self.epoch else { return Ok(None) };
            if self.start == self.end {
                let Some(record) = epoch.next_early() else { return Ok(None) };
                self.take_spare();
                self.buffer.resize(self.buffer.len().max(record.len()), 0);
                self.buffer[..record.len()].copy_from_slice(&record);
                (self.start, self.end, self.filled_up) = (0, record.len(), false);
                continue;
            }
            if is_unified(self.buffer[self.start]) {
                match self.advance_unified()? {
                    Some(content) => return Ok(Some(content)),
                    None => continue,
                }
            }
            let Some(header) = Header::read(&self.buffer[self.start..self.end]) else {
                self.start = self.end;
                epoch.discard("it has no header of DTLS");
                continue;
            };
            let body = self.start + DATAGRAM_HEADER;
            if header.len > self.end - body {
                self.start = self.end;
                epoch.discard("it is longer than its datagram");
                continue;
            }
            let whole = self.start..body + header.len;
            self.start = whole.end;
            match header.epoch() {
                _ if self.protection.is_unified() => {
                    epoch.discard("it is not protected, or not as DTLS 1.3 does it");
                    continue;
                }
                e if e == epoch.number => {}
                e if e == epoch.number.wrapping_add(1) && e != 0 => {
                    epoch.keep_early(&self.buffer[whole]);
                    continue;
                }
                _ => {
                    epoch.discard("it is of another epoch");
                    continue;
                }
            }
            let opened = self.open_datagram(&header, body);
            if let Some(content) = self.opened(opened)? {
                return Ok(Some(content));
            }
        }
    }

    /// Discards a record that could not be opened, if the session goes on.
    fn opened(&mut self, opened: core::result::Result<ContentType, Unread>) -> Result<Option<ContentType>> {
        match opened {
            Ok(content) => Ok(Some(content)),
            Err(Unread::Failed(e)) => Err(e),
            Err(Unread::Discard(why)) => {
                self.discard_record(why);
                Ok(None)
            }
        }
    }

    /// The next record, which has the header of DTLS 1.3. `None` if it is discarded, or kept for later.
    fn advance_unified(&mut self) -> Result<Option<ContentType>> {
        let Some(epoch) = &mut self.epoch else { return Ok(None) };
        let Some(record) = Unified::read(&self.buffer[self.start..self.end]) else {
            self.start = self.end;
            epoch.discard("its header is not one that is expected, or it is longer than its datagram");
            return Ok(None);
        };
        let start = self.start;
        self.start += record.payload.end;
        // Of another version than DTLS 1.3 there is no such record.
        let other = epoch.number > 0 && !self.protection.is_unified();
        let Some(number) = epoch.known(&record).filter(|_| !other) else {
            match epoch.may_come(&record) && !other {
                true => epoch.keep_early(&self.buffer[start..self.start]),
                false => epoch.discard("it is of another epoch"),
            }
            return Ok(None);
        };
        let opened = self.open_unified(&record, start, number);
        self.opened(opened)
    }

    /// Opens a record of DTLS 1.3 that begins at `start` and is of an epoch whose keys are there.
    fn open_unified(
        &mut self,
        record: &Unified,
        start: usize,
        number: u16,
    ) -> core::result::Result<ContentType, Unread> {
        let discard = |why| Err(Unread::Discard(why));
        let Some(epoch) = &mut self.epoch else { return discard("") };
        let (newest, checks_replay) = (epoch.number, epoch.checks_replay);
        let current = newest == number;
        let (protection, window) = match current {
            true => (&mut self.protection, &mut epoch.window),
            false => match epoch.before(number) {
                Some(before) => (&mut before.protection, &mut before.window),
                None => return discard("it is of another epoch"),
            },
        };
        if record.payload.len() > protection.max_payload() {
            return discard("it is too long");
        }
        let (header, payload) =
            self.buffer[start..start + record.payload.end].split_at_mut(record.payload.start);
        let part = &mut header[record.number.clone()];
        if protection.unmask(part, payload).is_err() {
            return discard("it is too short");
        }
        let sequence = Unified::sequence(first_sequence(number) + window.next(), part);
        if checks_replay && window.has(sequence) {
            return discard("it was received before, or is too old");
        }
        let limit = self.limit.unwrap_or(MAX_PLAINTEXT);
        let (content, range) = match protection.open_unified(sequence, header, payload, limit) {
            Err(e) if e.code() == GNUTLS_E_DECRYPTION_FAILED => return discard("it cannot be decrypted"),
            // The session goes on without late records.
            Err(e) if e.code() == GNUTLS_E_RECORD_LIMIT_REACHED && !current => {
                epoch.forget(number);
                return discard("too many of its epoch could not be decrypted");
            }
            opened => opened?,
        };
        match content {
            ContentType::ApplicationData if number == 2 => {
                return discard("data with the keys of a handshake");
            }
            ContentType::ApplicationData => {}
            _ if number == 1 => return discard("early data is data alone"),
            ContentType::Ack => {}
            _ if range.is_empty() => return Err(Error::new(GNUTLS_E_UNEXPECTED_PACKET).into()),
            ContentType::Handshake => {}
            // Late records count as if they had come in order (RFC 9147 section 4.2.1): after an alert that ends a session
            // there was no Finished.
            _ if number < FIRST_APPLICATION && newest >= FIRST_APPLICATION => {
                return discard("only messages are repeated with the keys of a handshake");
            }
            _ => {}
        }
        window.add(sequence);
        if current {
            protection.set_sequence(first_sequence(number) + window.next());
        }
        log!(
            RECORD,
            "received a record: {}, {} bytes of content in {}, epoch {number}, sequence {}",
            content.name(),
            range.len(),
            record.payload.len(),
            sequence & MAX_SEQUENCE
        );
        let body = start + record.payload.start;
        let range = body + range.start..body + range.end;
        self.current = Some(Current { content, range, sequence, sslv2: false });
        Ok(content)
    }

    /// Opens a record of the current epoch, whose payload begins at `body`.
    fn open_datagram(&mut self, header: &Header, body: usize) -> core::result::Result<ContentType, Unread> {
        let discard = |why| Err(Unread::Discard(why));
        let Some(epoch) = &mut self.epoch else { return discard("") };
        let clear = self.protection.is_null();
        if ContentType::from_u8(header.stream[0]).is_none() {
            return discard("its type is unknown");
        }
        // The numbers of records without protection say nothing: anybody could make all others old.
        if !clear && epoch.checks_replay && epoch.window.has(header.sequence) {
            return discard("it was received before, or is too old");
        }
        if header.len > self.protection.max_payload() {
            return discard("it is too long");
        }
        if !clear && header.stream[1..3] != self.protection.version().wire().to_be_bytes() {
            return discard("its version is not that of the connection");
        }
        let payload = &mut self.buffer[body..body + header.len];
        let limit = if clear { MAX_PLAINTEXT } else { self.limit.unwrap_or(MAX_PLAINTEXT) };
        self.protection.set_sequence(header.sequence);
        let (content, range) = match self.protection.open(&header.stream, payload, limit) {
            Err(e) if e.code() == GNUTLS_E_RECORD_OVERFLOW => return Err(e.into()),
            Err(_) => return discard("it cannot be decrypted"),
            Ok(opened) => opened,
        };
        let bytes = &payload[range.clone()];
        match content {
            ContentType::ApplicationData | ContentType::Heartbeat | ContentType::Ack if clear => {
                return discard("data without protection");
            }
            ContentType::Alert if clear && bytes.len() != 2 => return discard("it is no alert"),
            ContentType::ChangeCipherSpec if clear && !is_change(bytes, &header.stream) => {
                return discard("it is no change_cipher_spec");
            }
            ContentType::Handshake if bytes.is_empty() && clear => return discard("it is empty"),
            ContentType::ApplicationData => {}
            _ if bytes.is_empty() => return Err(Error::new(GNUTLS_E_UNEXPECTED_PACKET).into()),
            _ => {}
        }
        epoch.window.add(header.sequence);
        log!(
            RECORD,
            "received a record: {}, {} bytes of content in {}, epoch {}, sequence {}{}",
            content.name(),
            range.len(),
            header.len,
            header.epoch(),
            header.sequence - first_sequence(epoch_of(header.sequence)),
            if clear { ", not protected" } else { "" }
        );
        let range = body + range.start..body + range.end;
        self.current = Some(Current { content, range, sequence: header.sequence, sslv2: false });
        Ok(content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::{Cipher, Mac};
    use crate::record::Writer;
    use crate::record::datagram::MAX_DATAGRAM;
    use crate::record::epoch::MAX_EARLY;
    use crate::record::protect::{Direction, Form, Keys};

    fn keys() -> Protection {
        let form = Form {
            version: Version::Dtls12,
            cipher: Cipher::Aes128Gcm,
            mac: Mac::Aead,
            encrypt_then_mac: false,
        };
        let keys = Keys { mac: &[], cipher: &[1; 16], iv: &[2; 4] };
        Protection::legacy(form, Direction::Read, &keys).unwrap()
    }

    fn dtls13() -> Protection {
        Protection::dtls13(Cipher::Aes128Gcm, &[1; 16], &[2; 12], &[3; 16]).unwrap()
    }

    fn feed(r: &mut Reader, datagram: &[u8]) -> Vec<(ContentType, Vec<u8>)> {
        r.space(MAX_DATAGRAM).unwrap()[..datagram.len()].copy_from_slice(datagram);
        r.filled(datagram.len());
        rest(r)
    }

    fn rest(r: &mut Reader) -> Vec<(ContentType, Vec<u8>)> {
        let mut all = Vec::new();
        while let Some(content) = r.advance().unwrap() {
            all.push((content, r.payload().to_vec()));
            r.discard();
        }
        all
    }

    /// Records of application data, each alone.
    fn records(n: usize) -> Vec<Vec<u8>> {
        let mut w = Writer::datagrams(0);
        w.set_protection(keys()).unwrap();
        (0..n)
            .map(|i| {
                w.write(ContentType::ApplicationData, 0xfefd, &[i as u8], 99).unwrap();
                let record = w.first_record().to_vec();
                w.consume(record.len());
                record
            })
            .collect()
    }

    fn reader() -> Reader {
        let mut r = Reader::datagrams(true);
        r.set_protection(keys()).unwrap();
        r
    }

    #[test]
    fn each_record_counts_once_in_any_order() {
        let (records, mut r) = (records(100), reader());
        let order =
            [(3, true), (1, true), (3, false), (2, true), (70, true), (1, false), (7, true), (6, false)];
        for (i, accepted) in order.into_iter().chain([(99, true), (70, false), (98, true)]) {
            assert_eq!(feed(&mut r, &records[i]).len(), usize::from(accepted), "{i}");
        }
        assert_eq!(r.discarded(), 4);
        let mut lax = Reader::datagrams(false);
        lax.set_protection(keys()).unwrap();
        assert_eq!([feed(&mut lax, &records[5]), feed(&mut lax, &records[5])].concat().len(), 2);
    }

    #[test]
    fn what_is_not_valid_is_passed_over_and_what_follows_is_read() {
        let good = records(3);
        let mut changed = good[1].clone();
        *changed.last_mut().unwrap() ^= 1;
        let mut old_epoch = good[1].clone();
        old_epoch[4] = 0;
        let mut other_version = good[1].clone();
        other_version[2] = 0xff;
        let alert = [&[21, 0xfe, 0xfd][..], &[0; 8], &[0, 2, 2, 40]].concat();
        for bad in [&changed, &old_epoch, &other_version, &alert] {
            let mut r = reader();
            let got = feed(&mut r, &[&good[0][..], bad, &good[2]].concat());
            assert_eq!(got, [0, 2].map(|n| (ContentType::ApplicationData, vec![n])));
            assert_eq!(r.discarded(), 1);
            // The changed record does not count as received.
            assert_eq!(feed(&mut r, &good[1]).len(), 1);
        }
        for bad in [&b"GET / HTTP/1.0"[..], &[], &good[1][..good[1].len() - 1], &[22, 0xfe, 0xfd]] {
            let mut r = reader();
            assert_eq!(feed(&mut r, &[&good[0][..], bad].concat()).len(), 1);
            assert_eq!(feed(&mut r, &good[2]).len(), 1);
        }
    }

    #[test]
    fn a_stream_cuts_records_where_the_memory_ends() {
        let mut w = Writer::datagrams(0);
        w.set_protection(keys()).unwrap();
        (0..4).for_each(|_| w.write(ContentType::ApplicationData, 0xfefd, &[7; 9000], 9000).unwrap());
        let (all, mut r, mut got) = (w.pending().to_vec(), reader(), 0);
        for part in all.chunks(MAX_DATAGRAM) {
            r.space(MAX_DATAGRAM).unwrap()[..part.len()].copy_from_slice(part);
            r.filled(part.len());
            got += rest(&mut r).len();
        }
        assert_eq!((got, r.discarded()), (4, 0));
    }

    #[test]
    fn records_of_the_next_epoch_wait_for_their_keys() {
        let records = records(12);
        let mut r = Reader::datagrams(true);
        for record in &records {
            assert!(feed(&mut r, record).is_empty());
        }
        assert_eq!(r.discarded() as usize, records.len() - MAX_EARLY);
        r.set_protection(keys()).unwrap();
        let got: Vec<u8> = rest(&mut r).into_iter().flat_map(|(_, data)| data).collect();
        assert_eq!(got, (0..MAX_EARLY as u8).collect::<Vec<u8>>());
    }

    /// Records of DTLS 1.3 in any order, over many more numbers than their headers have bits for.
    #[test]
    fn records_of_dtls13_are_read_in_any_order() {
        let (mut w, mut r) = (Writer::datagrams(0), Reader::datagrams(true));
        w.set_protection(dtls13()).unwrap();
        r.set_protection(dtls13()).unwrap();
        let mut record = |i: u32| {
            w.write(ContentType::Handshake, 0xfefd, &i.to_be_bytes(), 99).unwrap();
            let record = w.first_record().to_vec();
            w.consume(record.len());
            record
        };
        for i in (0..140_000).step_by(4) {
            let four = [0, 1, 2, 3].map(|n| record(i + n));
            for at in [1, 0, 3, 2] {
                let want = (ContentType::Handshake, (i + at).to_be_bytes().to_vec());
                assert_eq!(feed(&mut r, &four[at as usize]), [want]);
            }
            assert!(feed(&mut r, &four.concat()).is_empty());
        }
    }

    /// The keys of a handshake are kept for a repeated Finished while the bits of epochs tell them from others.
    #[test]
    fn messages_of_the_handshake_are_read_after_updates_of_keys() {
        let (mut w, mut r) = (Writer::datagrams(0), Reader::datagrams(true));
        w.set_protection(dtls13()).unwrap();
        r.set_protection(dtls13()).unwrap();
        let mut send = |content, bytes: &[u8]| {
            w.write(content, 0xfefd, bytes, 99).unwrap();
            let record = w.first_record().to_vec();
            w.consume(record.len());
            record
        };
        for epoch in 3..8 {
            let key = [epoch as u8; 16];
            r.set_protection(Protection::dtls13(Cipher::Aes128Gcm, &key, &[2; 12], &key).unwrap()).unwrap();
            assert_eq!(r.epoch(), epoch);
            let taken = usize::from(epoch < 6);
            assert_eq!(feed(&mut r, &send(ContentType::Handshake, b"Finished")).len(), taken, "{epoch}");
            assert_eq!(feed(&mut r, &send(ContentType::Ack, &[0, 0])).len(), taken);
            for content in [ContentType::Alert, ContentType::ApplicationData, ContentType::Heartbeat] {
                assert!(feed(&mut r, &send(content, &[1, 0])).is_empty(), "{epoch} {content:?}");
            }
        }
    }

    #[test]
    fn without_protection_only_a_handshake_goes_on() {
        let record = |kind: u8, body: &[u8]| {
            [&[kind, 0xfe, 0xff][..], &[0; 8], &(body.len() as u16).to_be_bytes(), body].concat()
        };
        for (kind, body, accepted) in [
            (22, &b"x"[..], true),
            (22, b"", false),
            (23, b"x", false),
            (24, b"x", false),
            (21, &[2, 40], true),
            (21, &[2, 40, 0], false),
            (20, &[1], true),
            (20, &[2], false),
            (99, b"x", false),
        ] {
            let mut r = Reader::datagrams(true);
            assert_eq!(feed(&mut r, &record(kind, body)).len(), usize::from(accepted), "{kind} {body:?}");
            assert_eq!(r.discarded(), u32::from(!accepted));
        }
    }
}
