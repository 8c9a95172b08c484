//! A session: the state between calls. The receive half, the send half and the handshake each have their own
//! [`lease::Slot`], so that one thread may send while another receives, and so that callbacks may call
//! functions of the session.
#![deny(unsafe_code)]

pub mod application;
mod connection_id;
pub mod credentials;
pub mod datagram;
mod datagram_settings;
pub mod drive;
mod driver;
mod early_data;
pub mod exporter;
pub mod heartbeat;
mod heartbeats;
pub mod io;
pub mod kernel;
mod late;
pub mod lease;
mod quic;
pub mod reauth;
mod record_state;
pub mod recv;
mod report;
pub mod resumption;
pub mod send;
mod told;
mod waiting;

use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU32};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use application::Application;
use lease::Slot;

use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::policy::Policy;
use crate::error::{AlertDescription, AlertLevel, Error, Result};
use crate::handshake::config::{Config, DhGroups, LEAST_PRIME, Role};
use crate::handshake::early;
use crate::handshake::messages::Message;
use crate::handshake::parameters::SecurityParameters;
use crate::handshake::resumption::DEFAULT_LIFETIME;
use crate::handshake::step::{ReadSide, WriteSide};

/// The state of the receiving direction.
#[derive(Default)]
pub struct ReadHalf {
    pub side: ReadSide,
    /// `gnutls_bye` dropped data that the application had not received: no later data may be returned.
    pub data_lost: bool,
    /// A ClientHello that requests a renegotiation; the next handshake begins with it.
    pub hello: Option<Message>,
    /// A CertificateRequest that waits for `gnutls_reauth`.
    pub request: Option<Message>,
    /// Counters since the last application data: empty records and warnings together, warnings alone, and
    /// handshake messages.
    pub idle_records: u32,
    pub warnings: u32,
    pub idle_messages: u32,
    /// KeyUpdates of the peer: when the current window began, and how many arrived since.
    pub key_updates: Option<(std::time::Instant, u32)>,
    /// DTLS: a ChangeCipherSpec was received, perhaps before the messages that it follows.
    pub change_cipher_spec: bool,
    /// DTLS: the peer may not have received our last flight, and repeat its own.
    pub last_flight_kept: bool,
}

/// The state of the sending direction.
#[derive(Default)]
pub struct WriteHalf {
    pub side: WriteSide,
    /// Bytes of application data that are sealed in the buffer and not yet reported as sent.
    pub sealed: usize,
    /// The same for corked data.
    pub sealed_corked: usize,
    /// DTLS: where the record of that data is (`Writer::position`), and whether it was too large for the transport: its sender
    /// is still to be told.
    pub data_at: Option<usize>,
    pub data_refused: bool,
    /// An alert in the buffer: level and description.
    pub sealed_alert: Option<(AlertLevel, AlertDescription)>,
    /// The buffer holds a KeyUpdate that the application asked for.
    pub key_update_sealed: bool,
    /// The buffer holds a HelloRequest.
    pub hello_request_sealed: bool,
    /// The buffer holds tickets that the application asked for.
    pub tickets_sealed: bool,
    /// Data collected between cork and uncork.
    pub corked: Option<Vec<u8>>,
    /// Post-handshake authentication of a client is in progress: the keys must not change until it is
    /// complete.
    pub hold_key_update: bool,
    /// Writing to the transport failed.
    pub transport_failed: bool,
    /// DTLS: the number of the first message of the next handshake.
    pub next_sequence: u16,
}

/// The security parameters of the session, and those of a renegotiation in progress.
#[derive(Default)]
pub struct Parameters {
    current: SecurityParameters,
    /// They replace the current ones when their handshake is complete.
    next: Option<Box<SecurityParameters>>,
    /// True while the handshake loop runs: callbacks see the parameters that it negotiates.
    running: bool,
}

impl Parameters {
    fn visible(&self) -> &SecurityParameters {
        match &self.next {
            Some(next) if self.running => next,
            _ => &self.current,
        }
    }

    fn visible_mut(&mut self) -> &mut SecurityParameters {
        match &mut self.next {
            Some(next) if self.running => next,
            _ => &mut self.current,
        }
    }
}

/// A message that a received message requires as reply. It is queued, since another thread may have leased
/// the send half.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PendingReply {
    KeyUpdate,
    /// DTLS 1.3: no reply, but a KeyUpdate that asks the peer for one, when the last one is acknowledged.
    AskingKeyUpdate,
    /// DTLS: the last flight again.
    LastFlight,
    /// DTLS 1.3: an ACK of what was received after the handshake.
    Ack,
    /// DTLS 1.3: no reply, but what the peer's ACK says is to be noted.
    Acknowledged,
}

pub struct Session {
    /// The number in the process and the side, which the lines of the log begin with.
    number: u64,
    side: &'static str,
    /// What has been reported since its handshake began.
    told: told::Told,
    application: Arc<dyn Application>,
    config: Mutex<Arc<Config>>,
    parameters: Mutex<Parameters>,
    read: Slot<ReadHalf>,
    write: Slot<WriteHalf>,
    driver: Slot<driver::HandshakeDriver>,
    pending_replies: Mutex<Vec<PendingReply>>,
    /// Messages that the application has passed, and the level of those that it gets.
    waiting: Mutex<waiting::Waiting>,
    write_level: AtomicU32,
    replies_queued: AtomicBool,
    /// A fatal error happened: only alerts can be sent.
    failed: AtomicBool,
    /// The first handshake is complete, or advanced enough for application data to be sent.
    open: AtomicBool,
    /// A handshake has begun and is not complete.
    handshaking: AtomicBool,
    /// The next receive resumes the handshake (false start).
    unfinished: AtomicBool,
    /// The peer's close_notify was received.
    read_closed: AtomicBool,
    /// Our close_notify was sent.
    write_closed: AtomicBool,
    /// The last operation on the transport was a write.
    writing: AtomicBool,
    last_alert: AtomicI32,
    /// The error that ended the session.
    failure: Mutex<Option<Error>>,
    handshake_timeout: AtomicU32,
    record_timeout: AtomicU32,
    /// The directions whose records the kernel protects.
    kernel: AtomicU32,
    /// Of DTLS, once the application uses them.
    heartbeats: Mutex<Option<Box<heartbeats::Heartbeats>>>,
    /// Settings of DTLS.
    datagrams: datagram_settings::Settings,
}

/// Locks a mutex and ignores poisoning: the guard of the C boundary has reported the panic.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    /// A new session; `flags` are those of `gnutls_init`.
    pub fn new(
        role: Role,
        flags: SessionFlags,
        policy: Arc<Policy>,
        application: Arc<dyn Application>,
    ) -> Self {
        let config = Config {
            role,
            policy,
            flags,
            server_names: Vec::new(),
            alpn: Default::default(),
            certificate_request: Default::default(),
            ca_names: Arc::default(),
            has_certificates: false,
            anonymous: false,
            psk: false,
            srp: false,
            least_srp_prime: 0,
            psk_hint: None,
            dh_groups: DhGroups::default(),
            least_prime: LEAST_PRIME,
            own_types: Vec::new(),
            compression: Vec::new(),
            no_tls13: false,
            supplemental_send: false,
            supplemental_recv: false,
            prioritized: true,
            max_send: MAX_PLAINTEXT,
            max_recv: MAX_PLAINTEXT,
            next_max_recv: MAX_PLAINTEXT,
            max_message: crate::handshake::messages::MAX_MESSAGE,
            hooks: false,
            key_log: false,
            random: None,
            overridden: Vec::new(),
            unasked: Vec::new(),
            resume: None,
            session_id: Vec::new(),
            cookie_verified: false,
            ticket_keys: None,
            database: false,
            max_early_data: early::DEFAULT_MAX,
            anti_replay: false,
            own_transport: false,
            own_alerts: false,
            secret_function: false,
            hello_version: None,
            premaster_version: None,
            srtp: Default::default(),
            heartbeat: None,
            cache_expiration: DEFAULT_LIFETIME,
        };
        let (read, write) = match config.is_datagram() {
            true => (
                ReadSide::datagrams(!flags.contains(SessionFlags::NO_REPLAY_PROTECTION)),
                WriteSide::datagrams(datagram_settings::DEFAULT_MTU as usize),
            ),
            false => (ReadSide::default(), WriteSide::default()),
        };
        Session {
            number: crate::log::next_session(),
            side: match role {
                Role::Client => "client",
                Role::Server => "server",
            },
            told: told::Told::default(),
            application,
            config: Mutex::new(Arc::new(config)),
            parameters: Mutex::default(),
            read: Slot::new(ReadHalf { side: read, ..ReadHalf::default() }),
            write: Slot::shared(WriteHalf { side: write, ..WriteHalf::default() }),
            driver: Slot::new(driver::HandshakeDriver::default()),
            pending_replies: Mutex::default(),
            waiting: Mutex::default(),
            write_level: AtomicU32::new(0),
            replies_queued: AtomicBool::new(false),
            failed: AtomicBool::new(false),
            open: AtomicBool::new(false),
            handshaking: AtomicBool::new(false),
            unfinished: AtomicBool::new(false),
            read_closed: AtomicBool::new(false),
            write_closed: AtomicBool::new(false),
            writing: AtomicBool::new(false),
            last_alert: AtomicI32::new(0),
            failure: Mutex::new(None),
            handshake_timeout: AtomicU32::new(0),
            record_timeout: AtomicU32::new(0),
            kernel: AtomicU32::new(0),
            heartbeats: Mutex::default(),
            datagrams: datagram_settings::Settings::default(),
        }
    }

    /// A snapshot of the settings.
    pub fn config(&self) -> Arc<Config> {
        lock(&self.config).clone()
    }

    /// Whether a call uses the session: of another thread, or one that a callback of the session is in.
    pub fn is_leased(&self) -> bool {
        self.read.is_leased() || self.write.is_leased() || self.driver.is_leased()
    }

    /// Reads one of the settings. `read` must not call functions of the session.
    pub fn setting<T>(&self, read: impl FnOnce(&Config) -> T) -> T {
        read(&lock(&self.config))
    }

    /// Changes the settings. A handshake in progress uses them from its next step on.
    pub fn configure<T>(&self, change: impl FnOnce(&mut Config) -> T) -> T {
        change(Arc::make_mut(&mut lock(&self.config)))
    }

    /// Reads security parameters of the handshake. `read` must not call functions of the session.
    pub fn parameters<T>(&self, read: impl FnOnce(&SecurityParameters) -> T) -> T {
        read(lock(&self.parameters).visible())
    }

    /// For `gnutls_handshake_get_last_in`.
    fn note_in(&self, message: &Message) {
        lock(&self.parameters).visible_mut().last_in = Some(message.description());
    }

    /// For `gnutls_handshake_get_last_out`.
    fn note_out(&self, message: &Message) {
        lock(&self.parameters).visible_mut().last_out = Some(message.description());
    }

    pub fn role(&self) -> Role {
        lock(&self.config).role
    }

    /// 1 if the last operation that would have blocked was a write (`gnutls_record_get_direction`).
    pub fn direction(&self) -> c_int {
        self.writing.load(Relaxed).into()
    }

    /// The last received alert (`gnutls_alert_get`).
    pub fn last_alert(&self) -> c_int {
        self.last_alert.load(Relaxed)
    }

    pub fn is_open(&self) -> bool {
        self.open.load(Relaxed)
    }

    /// Sets the maximum plaintext size that is requested from the peer. It is negotiated in the next
    /// handshake.
    pub fn set_max_recv(&self, size: usize) {
        let open = self.is_open();
        self.configure(|c| {
            c.next_max_recv = size;
            if !open {
                c.max_recv = size;
            }
        });
    }

    /// True from the first step of a handshake until it is complete, and permanently if it failed.
    pub fn is_handshaking(&self) -> bool {
        self.handshaking.load(Relaxed)
    }

    /// The timeout of the handshake in milliseconds; 0 means no timeout. Over datagrams it replaces that of
    /// [`Session::set_timeouts`], as in GnuTLS.
    pub fn set_handshake_timeout(&self, ms: u32) {
        if self.is_datagram() {
            self.datagrams.total.store(if ms == 0 { u32::MAX } else { ms }, Relaxed);
            return;
        }
        self.handshake_timeout.store(ms, Relaxed);
    }

    /// The maximum time that a receive waits, in milliseconds; 0 means no timeout.
    pub fn set_record_timeout(&self, ms: u32) {
        self.record_timeout.store(ms, Relaxed);
    }

    /// The alert of the error that ended the session, if `code` is the code of that error and it has its own
    /// alert.
    pub fn alert_of_failure(&self, code: c_int) -> Option<AlertDescription> {
        let failure = (*lock(&self.failure))?;
        (failure.code() == code).then_some(failure.own_alert()).flatten()
    }

    /// Records a fatal error. The session is unusable after it, but safe to query and to deinitialize.
    fn fail(&self, error: Error) -> Error {
        *lock(&self.failure) = Some(error);
        lock(&self.parameters).next = None;
        self.failed.store(true, Relaxed);
        error
    }

    /// Makes a session usable again that an error has ended (`gnutls_session_force_valid`).
    pub fn force_valid(&self) {
        self.failed.store(false, Relaxed);
        *lock(&self.failure) = None;
        if let Some(mut write) = self.write.lease_or_wait() {
            write.transport_failed = false;
        }
    }

    fn check_usable(&self) -> Result<()> {
        if self.failed.load(Relaxed) { Err(Error::new(GNUTLS_E_INVALID_SESSION)) } else { Ok(()) }
    }
}

pub use crate::record::MAX_PLAINTEXT;

/// Errors after which the application may repeat the call.
pub fn may_retry(code: c_int) -> bool {
    matches!(
        code,
        GNUTLS_E_AGAIN
            | GNUTLS_E_INTERRUPTED
            | GNUTLS_E_WARNING_ALERT_RECEIVED
            | GNUTLS_E_GOT_APPLICATION_DATA
            | GNUTLS_E_REHANDSHAKE
            | GNUTLS_E_REAUTH_REQUEST
            | GNUTLS_E_TIMEDOUT
            | GNUTLS_E_LARGE_PACKET
            | GNUTLS_E_HEARTBEAT_PING_RECEIVED
            | GNUTLS_E_HEARTBEAT_PONG_RECEIVED
    )
}
