//! Sessions whose records a kernel protects, which is none: it puts the keys it was given beside the content, and opens only what has
//! its own. It takes and refuses what it is told to. `make check-ktls` asks real ones.
#[path = "support/pair.rs"]
mod pair;

use std::io;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize};

use gnutls_rs::abi::*;
use gnutls_rs::alg::flags::SessionFlags;
use gnutls_rs::alg::ids::Sign;
use gnutls_rs::alg::policy::Policy;
use gnutls_rs::error::{AlertDescription, AlertLevel, Error, Result, err};
use gnutls_rs::handshake::config::Role;
use gnutls_rs::handshake::messages::HandshakeType;
use gnutls_rs::handshake::step::{Identity, IdentityWanted, KeyLogLine};
use gnutls_rs::record::ContentType;
use gnutls_rs::session::Session;
use gnutls_rs::session::application::{Application, Direction, KernelTls, When};
use pair::{End, Pair, Pipe, p384, wire};

/// The most bytes of a record.
const MAX_RECORD: usize = 1 << 14;

#[derive(Default)]
struct Kernel {
    /// Keys of both directions, without the number of the next record.
    keys: Mutex<[Option<Vec<u8>>; 2]>,
    /// What is taken: keys at all, and new ones.
    has_tls: AtomicBool,
    takes_new_keys: AtomicBool,
    given: AtomicU32,
    /// Every so many calls that write would block; 0 is never.
    blocks: AtomicUsize,
    calls: AtomicUsize,
    sequence: AtomicU64,
}

impl Kernel {
    fn keys(&self, direction: Direction) -> Option<Vec<u8>> {
        self.keys.lock().unwrap()[usize::from(direction == Direction::Incoming)].clone()
    }
}

struct OnKernel {
    end: End,
    kernel: Arc<Kernel>,
}

impl KernelTls for OnKernel {
    fn is_wanted(&self) -> bool {
        true
    }
    fn prepare(&self, _direction: Direction) -> io::Result<()> {
        match self.kernel.has_tls.load(Relaxed) {
            true => Ok(()),
            false => Err(io::ErrorKind::NotFound.into()),
        }
    }
    fn set_keys(&self, direction: Direction, info: &[u8]) -> io::Result<()> {
        let old = self.kernel.keys(direction);
        if old.is_some() && !self.kernel.takes_new_keys.load(Relaxed) {
            return Err(io::ErrorKind::ResourceBusy.into());
        }
        let (keys, number) = info.split_last_chunk::<8>().expect("a state");
        assert_ne!(old.as_deref(), Some(keys), "a key is used once");
        assert!(old.is_none() || *number == [0; 8], "numbers begin again");
        self.kernel.keys.lock().unwrap()[usize::from(direction == Direction::Incoming)] = Some(keys.to_vec());
        self.kernel.given.fetch_add(1, Relaxed);
        Ok(())
    }
    fn takes_new_keys(&self, _direction: Direction) -> bool {
        self.kernel.takes_new_keys.load(Relaxed)
    }
    fn sequence(&self, _direction: Direction, size: usize) -> Option<u64> {
        assert_eq!(size, 40);
        Some(self.kernel.sequence.load(Relaxed))
    }
    fn push_content(&self, content: ContentType, bytes: &[u8]) -> Result<usize> {
        let call = self.kernel.calls.fetch_add(1, Relaxed);
        match self.kernel.blocks.load(Relaxed) {
            0 => {}
            n if call.is_multiple_of(n) => {}
            _ => return err(GNUTLS_E_AGAIN),
        }
        let keys = self.kernel.keys(Direction::Outgoing).expect("it has keys");
        let n = bytes.len().min(self.end.chunk).min(MAX_RECORD);
        let mut w = wire(&self.end.pending_replies);
        w.bytes.extend([content as u8, keys.len() as u8]);
        w.bytes.extend((n as u16).to_be_bytes());
        w.bytes.extend(keys);
        w.bytes.extend(&bytes[..n]);
        Ok(n)
    }
    fn pull_content(&self, buf: &mut [u8], _wait: bool) -> Result<Option<(u8, usize)>> {
        let mut w = wire(&self.end.inbox);
        if w.bytes.is_empty() {
            return if w.closed { Ok(None) } else { err(GNUTLS_E_AGAIN) };
        }
        let head: Vec<u8> = w.bytes.drain(..4).collect();
        let keys: Vec<u8> = w.bytes.drain(..usize::from(head[1])).collect();
        let n = usize::from(u16::from_be_bytes([head[2], head[3]]));
        w.bytes.drain(..n).zip(buf).for_each(|(byte, to)| *to = byte);
        if self.kernel.keys(Direction::Incoming) != Some(keys) {
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        Ok(Some((head[0], n)))
    }
    /// Of a file of any size.
    fn push_file(&self, _file: i32, _at: Option<i64>, count: usize) -> Result<Option<usize>> {
        self.push_content(ContentType::ApplicationData, &vec![7; count.min(1000)]).map(Some)
    }
}

impl Application for OnKernel {
    fn pull(&self, buf: &mut [u8]) -> Result<usize> {
        self.end.pull(buf)
    }
    fn wait(&self, ms: u32) -> Result<()> {
        self.end.wait(ms)
    }
    fn push(&self, bytes: &[u8]) -> Result<usize> {
        assert!(self.kernel.keys(Direction::Outgoing).is_none(), "records go to the kernel");
        self.end.push(bytes)
    }
    fn post_client_hello(&self) -> Result<()> {
        Ok(())
    }
    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>> {
        self.end.identity(wanted)
    }
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        self.end.sign(sign, message)
    }
    fn verify_peer(&self) -> Result<()> {
        Ok(())
    }
    fn message(&self, _kind: HandshakeType, _when: When, _direction: Direction, _body: &[u8]) -> Result<()> {
        Ok(())
    }
    fn now(&self) -> u64 {
        self.end.now()
    }
    fn log_key(&self, _client_random: &[u8; 32], _line: &KeyLogLine) {}
    fn kernel_tls(&self) -> Option<&dyn KernelTls> {
        Some(self)
    }
}

struct Connection {
    pair: Pair,
    client: Arc<Kernel>,
    server: Arc<Kernel>,
}

const TLS12: &str = "NORMAL:-VERS-ALL:+VERS-TLS1.2:-CIPHER-ALL:+AES-128-GCM";
const TLS13: &str = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-CIPHER-ALL:+AES-128-GCM";

/// A client and a server after their handshake. A kernel takes at most `chunk` bytes in a call.
fn connect(priority: &str, chunk: usize, has_tls: bool, takes_new_keys: bool) -> Connection {
    let (to_client, to_server) = (Pipe::default(), Pipe::default());
    let side = |role, identity, inbox: &Pipe, outbox: &Pipe| {
        let kernel = Arc::new(Kernel::default());
        kernel.has_tls.store(has_tls, Relaxed);
        kernel.takes_new_keys.store(takes_new_keys, Relaxed);
        let end = End { inbox: inbox.clone(), pending_replies: outbox.clone(), chunk, identity };
        let policy = Arc::new(Policy::parse(priority.as_bytes()).expect("a priority string"));
        let program = OnKernel { end, kernel: kernel.clone() };
        let session = Session::new(role, SessionFlags::NONBLOCK, policy, Arc::new(program));
        session.configure(|c| c.has_certificates = true);
        (session, kernel)
    };
    let (client, of_client) = side(Role::Client, None, &to_client, &to_server);
    let (server, of_server) = side(Role::Server, Some(p384()), &to_server, &to_client);
    let pair = Pair { client, server, to_client, to_server };
    assert_eq!(pair.handshake(), (Ok(()), Ok(())));
    Connection { pair, client: of_client, server: of_server }
}

fn code<T>(result: Result<T>) -> i32 {
    result.map_or_else(|e: Error| e.code(), |_| 0)
}

fn in_kernel(session: &Session) -> [bool; 2] {
    [Direction::Incoming, Direction::Outgoing].map(|direction| session.is_in_kernel(direction))
}

fn again(code: i32) -> bool {
    code == GNUTLS_E_AGAIN
}

/// Sends bytes, again without them where it would block, and receives them.
fn carry(from: &Session, to: &Session, bytes: &[u8]) {
    let (mut sent, mut received, mut buf) = (0, Vec::<u8>::new(), [0; 100]);
    let mut blocked = false;
    while received.len() < bytes.len() {
        if sent < bytes.len() {
            match from.send(if blocked { &[] } else { &bytes[sent..] }, 0) {
                Ok(n) => (sent, blocked) = (sent + n, false),
                Err(e) => {
                    assert!(again(e.code()), "{e:?}");
                    blocked = true;
                }
            }
        }
        match to.recv(&mut buf) {
            Ok((n, _)) => received.extend(&buf[..n]),
            Err(e) => assert!(again(e.code()), "{e:?}"),
        }
    }
    assert_eq!(received, bytes);
}

fn until_done<T>(mut call: impl FnMut() -> Result<T>) -> Result<T> {
    for _ in 0..100 {
        match call() {
            Err(e) if again(e.code()) => {}
            done => return done,
        }
    }
    panic!("it does not end");
}

#[test]
fn data_alerts_and_goodbyes() {
    for priority in [TLS12, TLS13] {
        for (chunk, blocks) in [(usize::MAX, 0), (7, 0), (16384, 3), (5, 2)] {
            let c = connect(priority, chunk, true, false);
            let (client, server) = (&c.pair.client, &c.pair.server);
            assert_eq!((in_kernel(client), in_kernel(server)), ([true; 2], [true; 2]));
            c.client.blocks.store(blocks, Relaxed);
            c.server.blocks.store(blocks, Relaxed);
            let data: Vec<u8> = (0..50_000u32).map(|i| i as u8).collect();
            carry(client, server, &data);
            carry(server, client, &data[..3000]);
            // Collected data.
            client.cork();
            assert_eq!(client.send(&data[..2000], 0), Ok(2000));
            let mut received = Vec::<u8>::new();
            while received.len() < 2000 {
                let _ = client.uncork(false);
                let mut buf = [0; 1000];
                if let Ok((n, _)) = server.recv(&mut buf) {
                    received.extend(&buf[..n]);
                }
            }
            assert_eq!(received, data[..2000]);
            assert_eq!(client.send(b"x", 9).map_err(|e| e.code()), Err(GNUTLS_E_INVALID_REQUEST));
            assert!(!client.can_hide_length());
            // An alert that the kernel takes in parts would not be one: parts are for data and messages.
            if chunk >= 2 {
                let (warning, name) = (AlertLevel::WARNING, AlertDescription::CLOSE_NOTIFY);
                assert_eq!(until_done(|| client.send_alert(warning, name)), Ok(()));
                assert_eq!(until_done(|| server.recv(&mut [0; 9])).map(|(n, _)| n), Ok(0));
                assert_eq!(until_done(|| server.bye(false)), Ok(()));
                assert_eq!(until_done(|| client.recv(&mut [0; 9])).map(|(n, _)| n), Ok(0));
            }
        }
    }
}

#[test]
fn without_a_kernel_nothing_is_different() {
    for priority in [TLS12, TLS13] {
        let c = connect(priority, usize::MAX, false, false);
        assert_eq!((in_kernel(&c.pair.client), in_kernel(&c.pair.server)), ([false; 2], [false; 2]));
        carry(&c.pair.client, &c.pair.server, b"hello");
        assert_eq!(c.pair.client.send_file(0, None, 5), Ok(None));
        assert_eq!(c.client.given.load(Relaxed), 0);
    }
    // The kernel has no such cipher.
    let c = connect(&TLS13.replace("AES-128-GCM", "AES-128-CCM-8"), usize::MAX, true, true);
    assert_eq!(in_kernel(&c.pair.client), [false; 2]);
    carry(&c.pair.client, &c.pair.server, b"hello");
}

#[test]
fn new_keys_follow_the_message() {
    for (chunk, blocks) in [(usize::MAX, 0), (3, 0), (16384, 4), (3, 2)] {
        let c = connect(TLS13, chunk, true, true);
        let (client, server) = (&c.pair.client, &c.pair.server);
        c.client.blocks.store(blocks, Relaxed);
        c.server.blocks.store(blocks, Relaxed);
        for i in 0..3 {
            assert_eq!(until_done(|| client.key_update(i == 1)), Ok(()));
            carry(client, server, b"after the update");
            carry(server, client, b"and back");
        }
        // Two keys at first; three updates of the client, and one that it asked for.
        assert_eq!(c.client.given.load(Relaxed), 2 + 3 + 1);
        assert_eq!(c.server.given.load(Relaxed), 2 + 3 + 1);
    }
}

/// What waits for the old keys when an update begins is sent with them.
#[test]
fn data_before_an_update_has_the_old_keys() {
    let c = connect(TLS13, 4, true, true);
    let (client, server) = (&c.pair.client, &c.pair.server);
    c.client.blocks.store(5, Relaxed);
    let sent = client.send(b"before", 0);
    assert!(sent.is_ok_and(|n| n < 6) || again(code(sent)));
    let sent = sent.unwrap_or_else(|_| until_done(|| client.send(&[], 0)).unwrap());
    assert_eq!(until_done(|| client.key_update(false)), Ok(()));
    assert_eq!(until_done(|| client.key_update(false)), Ok(()));
    let mut received = Vec::<u8>::new();
    while received.len() < sent {
        let mut buf = [0; 9];
        let (n, _) = until_done(|| server.recv(&mut buf)).unwrap();
        received.extend(&buf[..n]);
    }
    assert_eq!(received, b"before"[..sent]);
    carry(client, server, b"after");
}

#[test]
fn a_kernel_that_takes_no_new_keys() {
    let c = connect(TLS13, usize::MAX, true, false);
    let (client, server) = (&c.pair.client, &c.pair.server);
    assert_eq!(code(client.key_update(true)), GNUTLS_E_UNIMPLEMENTED_FEATURE);
    assert_eq!(code(client.update_receiving_key()), GNUTLS_E_UNIMPLEMENTED_FEATURE);
    assert!(wire(&c.pair.to_server).bytes.is_empty(), "nothing was sent");
    carry(client, server, b"still");
    carry(server, client, b"works");
    // Those of the peer end the session: its next records cannot be opened.
    c.client.takes_new_keys.store(true, Relaxed);
    assert_eq!(client.key_update(false), Ok(()));
    assert_eq!(code(server.recv(&mut [0; 9])), GNUTLS_E_UNIMPLEMENTED_FEATURE);
    assert_eq!(code(server.recv(&mut [0; 9])), GNUTLS_E_INVALID_SESSION);
}

/// A reply that waits for the transport keeps no data from being taken: the call may be repeated without them.
#[test]
fn data_while_an_update_waits() {
    let c = connect(TLS13, usize::MAX, true, true);
    let (client, server) = (&c.pair.client, &c.pair.server);
    carry(client, server, b"x");
    c.client.blocks.store(usize::MAX, Relaxed);
    assert_eq!(code(client.key_update(false)), GNUTLS_E_AGAIN);
    assert_eq!(server.key_update(true), Ok(()));
    assert_eq!(code(client.recv(&mut [0; 9])), GNUTLS_E_AGAIN);
    assert_eq!(code(client.send(b"data", 0)), GNUTLS_E_AGAIN);
    assert_eq!(code(client.send(&[], 0)), GNUTLS_E_AGAIN);
    c.client.blocks.store(0, Relaxed);
    assert_eq!(client.send(&[], 0), Ok(4));
    let mut buf = [0; 9];
    assert_eq!(until_done(|| server.recv(&mut buf)).map(|(n, _)| n), Ok(4));
    carry(server, client, b"both");
    carry(client, server, b"ways");
    // One of the server, our own, and the one that it asked for.
    assert_eq!(c.client.given.load(Relaxed), 2 + 3);
}

/// The same for worn keys.
#[test]
fn data_while_worn_keys_wait() {
    let c = connect(TLS13, usize::MAX, true, true);
    let client = &c.pair.client;
    carry(client, &c.pair.server, b"x");
    c.client.sequence.store(1 << 24, Relaxed);
    assert_eq!(client.send_file(0, None, 9), Ok(Some(9)));
    c.client.blocks.store(usize::MAX, Relaxed);
    assert_eq!(code(client.send_alert(AlertLevel::WARNING, AlertDescription::USER_CANCELED)), GNUTLS_E_AGAIN);
    assert_eq!(code(client.send(b"data", 0)), GNUTLS_E_AGAIN);
    c.client.blocks.store(0, Relaxed);
    assert_eq!(client.send(&[], 0), Ok(4));
    let given = c.client.given.load(Relaxed);
    assert_eq!(client.send(b"more", 0), Ok(4));
    assert_eq!(c.client.given.load(Relaxed), given + 1);
}

/// What is discarded are data, which have no number yet: the peer misses nothing. A KeyUpdate and its keys stay.
#[test]
fn data_is_discarded_and_an_update_is_not() {
    for (chunk, blocks, sent) in [(usize::MAX, usize::MAX, 0), (3, 2, 3)] {
        let c = connect(TLS13, chunk, true, true);
        let (client, server) = (&c.pair.client, &c.pair.server);
        c.client.calls.store(usize::from(sent == 0), Relaxed);
        c.client.blocks.store(blocks, Relaxed);
        assert_eq!(code(client.key_update(false)), GNUTLS_E_AGAIN);
        c.client.blocks.store(usize::MAX, Relaxed);
        assert_eq!(code(client.send(b"lost", 0)), GNUTLS_E_AGAIN);
        assert_eq!(client.discard_queued(), 4);
        assert_eq!(client.discard_queued(), 0);
        c.client.blocks.store(0, Relaxed);
        carry(client, server, b"after");
        assert_eq!(c.client.given.load(Relaxed), 2 + 1);
        assert_eq!(client.key_update(true), Ok(()));
        carry(client, server, b"and again");
        carry(server, client, b"back");
        assert_eq!(c.client.given.load(Relaxed), 2 + 2 + 1);
    }
}

/// The call that would block goes on after data were discarded: no second update is sent.
#[test]
fn an_update_goes_on_after_a_discard() {
    let c = connect(TLS13, usize::MAX, true, true);
    let client = &c.pair.client;
    c.client.calls.store(1, Relaxed);
    c.client.blocks.store(usize::MAX, Relaxed);
    assert_eq!(code(client.key_update(false)), GNUTLS_E_AGAIN);
    assert_eq!(client.discard_queued(), 0);
    c.client.blocks.store(0, Relaxed);
    assert_eq!(client.key_update(false), Ok(()));
    assert_eq!(c.client.given.load(Relaxed), 2 + 1);
    carry(client, &c.pair.server, b"after");
}

/// RFC 8446 section 5.5.
#[test]
fn worn_keys() {
    for takes_new_keys in [true, false] {
        let c = connect(TLS13, usize::MAX, true, takes_new_keys);
        let (client, server) = (&c.pair.client, &c.pair.server);
        // The kernel tells how many records a file has made.
        c.client.sequence.store(1 << 24, Relaxed);
        assert_eq!(client.send_file(0, None, 900), Ok(Some(900)));
        let mut buf = [0; 1000];
        assert_eq!(server.recv(&mut buf).map(|(n, _)| n), Ok(900));
        let given = c.client.given.load(Relaxed);
        match takes_new_keys {
            true => carry(client, server, b"with new keys"),
            false => assert_eq!(code(client.send(b"no", 0)), GNUTLS_E_RECORD_LIMIT_REACHED),
        }
        assert_eq!(c.client.given.load(Relaxed), given + u32::from(takes_new_keys));
    }
}

#[test]
fn there_is_no_other_handshake() {
    let c = connect(TLS12, usize::MAX, true, true);
    assert_eq!(code(c.pair.client.handshake()), GNUTLS_E_UNIMPLEMENTED_FEATURE);
    assert_eq!(code(c.pair.server.rehandshake()), GNUTLS_E_UNIMPLEMENTED_FEATURE);
    carry(&c.pair.client, &c.pair.server, b"still works");
    // The numbers are the kernel's.
    assert_eq!(code(c.pair.client.set_sequence(false, 1)), GNUTLS_E_INVALID_REQUEST);
    c.client.sequence.store(77, Relaxed);
    assert_eq!(c.pair.client.record_state(false).map(|s| s.sequence), Ok(77));
}
