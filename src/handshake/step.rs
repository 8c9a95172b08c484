//! Input and output of the state machine. It never calls the layer above, but returns a query.
use std::sync::Arc;

use zeroize::Zeroizing;

use super::ack;
use super::config::Config;
use super::flight::{Flight, Output, Part};
use super::fragments::Joiner;
use super::level::{Level, LevelSecrets};
use super::messages::{HandshakeType, Message};
use super::parameters::SecurityParameters;
use super::psk::{ExternalPsk, Lookup};
use super::resumption::Encoded;
use super::srp::{SrpEntry, SrpPassword};
use super::ticket_keys::Period;
use crate::abi::*;
use crate::alg::{CertType, Pk, Sign, Suite, Version};
use crate::crypto::kdf::Hkdf;
use crate::crypto::secret::Secret;
use crate::error::{Result, err};
use crate::log::{DETAIL, log};
use crate::pki::cert::Certificate;
use crate::record::ContentType;
use crate::record::datagram::FIRST_APPLICATION;
use crate::record::protect::Protection;
use crate::record::reader::Reader as RecordReader;
use crate::record::writer::Writer as RecordWriter;

/// What happened since the last step.
pub enum Input {
    Start,
    Message(Message),
    ChangeCipherSpec,
    Reply(Reply),
}

impl Input {
    /// Returns the message; fails if the input is not a handshake message.
    pub fn message(self) -> Result<Message> {
        match self {
            Input::Message(m) => Ok(m),
            Input::ChangeCipherSpec => err(GNUTLS_E_UNEXPECTED_PACKET),
            Input::Start | Input::Reply(_) => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }

    /// Returns the reply to the query of this state.
    pub fn reply(self) -> Result<Reply> {
        match self {
            Input::Reply(a) => Ok(a),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
}

/// What the machine waits for. Its messages have to be flushed before the wait.
#[derive(Debug)]
pub enum Progress {
    /// The next handshake message or ChangeCipherSpec.
    Message,
    /// The reply to a query.
    Query(Query),
    /// The application may send data before the handshake is complete; the handshake resumes with the next
    /// message (false start, RFC 7918; a TLS 1.3 server that does not wait for the client's Finished).
    FalseStart,
    Done,
}

/// The result of a step of a state machine with the states `S`.
pub enum Next<S> {
    /// The next state and what it waits for.
    Wait(S, Progress),
    /// The handshake is complete.
    Complete,
}

impl<S> Next<S> {
    /// Converts the state to one of the outer state machine.
    pub fn within<T>(self, outer: impl FnOnce(S) -> T) -> Next<T> {
        match self {
            Next::Wait(state, progress) => Next::Wait(outer(state), progress),
            Next::Complete => Next::Complete,
        }
    }
}

/// Queries to the layer above.
#[derive(Debug)]
pub enum Query {
    /// Server: a ClientHello was read. The application may inspect it and change priorities and credentials.
    /// The reply is [`Reply::Continue`].
    PostClientHello,
    /// Select a certificate for this side. The reply is [`Reply::Identity`].
    Identity(IdentityWanted),
    /// Sign the message with the key of the identity. The reply is [`Reply::Signature`].
    Sign { sign: Sign, message: Vec<u8> },
    /// Decrypt the premaster secret of the RSA key exchange with the key of the identity. The reply is
    /// [`Reply::Premaster`]: the plaintext, or `random` if the decryption failed or has another length, in a
    /// time that does not depend on that.
    Decrypt { ciphertext: Vec<u8>, random: Secret },
    /// Verify the peer, whose chain is in the security parameters. The reply is [`Reply::Continue`].
    VerifyPeer,
    /// Server: look for the session of this ID in the database. The reply is [`Reply::Found`].
    FindSession(Vec<u8>),
    /// Server: whether early data may be accepted: not if the application may have seen it, or if the client's idea
    /// of the age of its ticket is wrong. The reply is [`Reply::Fresh`].
    CheckReplay(EarlyTry),
    /// Server: the application's own extensions of EncryptedExtensions, if it has to have the handshake secrets before.
    /// The reply is [`Reply::Continue`].
    OwnExtensions,
    /// Client: the PSK of the credentials. The reply is [`Reply::OwnPsk`].
    OwnPsk,
    /// Server: look for the key of a client's PSK identity. The reply is [`Reply::FoundPsk`].
    FindPsk(Vec<u8>),
    /// Client: the name and the password of the credentials for SRP. The reply is [`Reply::OwnSrp`].
    OwnSrp,
    /// Server: look for the verifier of a client's name. The reply is [`Reply::FoundSrp`].
    FindSrp(Vec<u8>),
    /// Server: store the session under its ID. The reply is [`Reply::Continue`], also if that failed.
    StoreSession { id: Vec<u8>, data: Encoded },
}

/// What tells a replay of early data.
#[derive(Debug)]
pub struct EarlyTry {
    /// The binder of the client's PSK, which no two hellos share.
    pub binder: Vec<u8>,
    /// By how many milliseconds the client's idea of the age of its ticket differs.
    pub age_error: u64,
    /// When the ticket was issued, in milliseconds since 1970.
    pub issued: u64,
}

/// The requirements on the certificate of this side.
#[derive(Debug, Clone, Default)]
pub struct IdentityWanted {
    /// Key types in order of preference (of the common cipher suites, or of the request).
    pub keys: Vec<Pk>,
    /// Key types that a server's CertificateRequest allows, in its order.
    pub requested: Vec<Pk>,
    /// Signature schemes that both sides allow, in our order.
    pub signs: Vec<Sign>,
    /// DER names of the CAs that a server accepts; empty if it accepts any.
    pub ca_names: Vec<Vec<u8>>,
    /// Ignore `ca_names` (`GNUTLS_FORCE_CLIENT_CERT`).
    pub any_issuer: bool,
    /// The server name that a client requested.
    pub server_name: Option<Vec<u8>>,
    /// The certificate type (RFC 7250).
    pub cert_type: CertType,
    pub version: Option<Version>,
    /// What the cipher suites need the key of a server for.
    pub purpose: KeyPurpose,
    /// Ignore the key usage of the certificate (`%DEBUG_ALLOW_KEY_USAGE_VIOLATIONS`).
    pub any_key_usage: bool,
    /// The peer asks for the OCSP status of the certificates.
    pub status: bool,
}

/// What a key is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeyPurpose {
    #[default]
    Sign,
    /// An RSA key decrypts, other keys sign.
    Decrypt,
    /// An RSA key signs or decrypts, other keys sign.
    Either,
}

/// A certificate chain. The layer above has its private key.
#[derive(Clone)]
pub struct Identity {
    /// Leaf first.
    pub chain: Vec<Certificate>,
    pub pk: Pk,
    /// The requested signature schemes that the key supports, in the order of the request.
    pub signs: Vec<Sign>,
    /// OCSP responses for the certificates of the chain, in its order; empty for one without a response.
    pub ocsp: Vec<Vec<u8>>,
}

pub enum Reply {
    Continue,
    Identity(Option<Identity>),
    Signature(Vec<u8>),
    Found(Option<Zeroizing<Vec<u8>>>),
    Premaster(Secret),
    OwnPsk(Option<ExternalPsk>),
    FoundPsk(Lookup),
    OwnSrp(Option<SrpPassword>),
    FoundSrp(SrpEntry),
    /// It is no replay.
    Fresh(bool),
}

impl Reply {
    pub fn fresh(self) -> Result<bool> {
        match self {
            Reply::Fresh(fresh) => Ok(fresh),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn found(self) -> Result<Option<Zeroizing<Vec<u8>>>> {
        match self {
            Reply::Found(data) => Ok(data),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn identity(self) -> Result<Option<Identity>> {
        match self {
            Reply::Identity(i) => Ok(i),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn signature(self) -> Result<Vec<u8>> {
        match self {
            Reply::Signature(s) => Ok(s),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn premaster(self) -> Result<Secret> {
        match self {
            Reply::Premaster(s) => Ok(s),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn own_psk(self) -> Result<Option<ExternalPsk>> {
        match self {
            Reply::OwnPsk(psk) => Ok(psk),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn found_psk(self) -> Result<Lookup> {
        match self {
            Reply::FoundPsk(lookup) => Ok(lookup),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn own_srp(self) -> Result<Option<SrpPassword>> {
        match self {
            Reply::OwnSrp(password) => Ok(password),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn found_srp(self) -> Result<SrpEntry> {
        match self {
            Reply::FoundSrp(entry) => Ok(entry),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
    pub fn expect_continue(self) -> Result<()> {
        match self {
            Reply::Continue => Ok(()),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
}

/// The receiving direction below the session: records and the messages in them.
#[derive(Default)]
pub struct ReadSide {
    pub records: RecordReader,
    pub messages: Joiner,
    /// The keys of the messages that are read.
    pub level: Level,
    /// TLS 1.3: the traffic secret of the current keys. The next one is derived from it (RFC 8446 section
    /// 7.2).
    pub traffic: Option<Secret>,
    /// DTLS 1.3: the secret before it, which the peer uses until it knows that we have its KeyUpdate.
    pub previous_traffic: Option<Secret>,
    /// DTLS 1.3: the records that we send have a connection ID of the peer's, which may name others.
    pub takes_connection_ids: bool,
}

impl ReadSide {
    /// The receiving direction of DTLS. Replayed records are discarded if `checks_replay` is set.
    pub fn datagrams(checks_replay: bool) -> Self {
        ReadSide {
            records: RecordReader::datagrams(checks_replay),
            messages: Joiner::datagrams(),
            ..ReadSide::default()
        }
    }

    /// Changes the keys. A message must not span the change (RFC 8446 section 5.1).
    pub fn set_protection(&mut self, protection: Protection) -> Result<()> {
        if !self.messages.is_empty() {
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        log!(DETAIL, "the following records are received with new keys");
        if protection.is_unified()
            && self.records.epoch() < FIRST_APPLICATION
            && let Some(fragments) = self.messages.fragments()
        {
            // What follows has to be protected with the new keys.
            fragments.forget_incomplete();
        }
        self.records.set_protection(protection)
    }
}

/// The keys after a KeyUpdate.
pub struct NextKeys {
    pub protection: Protection,
    pub traffic: Secret,
    /// The number of the KeyUpdate.
    pub after: u16,
}

/// The sending direction below the session.
pub struct WriteSide {
    pub records: RecordWriter,
    /// The version in the record headers.
    pub version: Version,
    /// The maximum plaintext size of a record.
    pub max_fragment: usize,
    /// Like [`ReadSide::traffic`].
    pub traffic: Option<Secret>,
    /// Of DTLS.
    pub flight: Option<Flight>,
    /// DTLS 1.3: the number of the next message after the handshake.
    pub next_sequence: u16,
    /// DTLS 1.3: what follows when the peer has our KeyUpdate.
    pub next_keys: Option<Box<NextKeys>>,
}

impl Default for WriteSide {
    fn default() -> Self {
        WriteSide {
            records: RecordWriter::default(),
            version: Version::Tls12,
            max_fragment: 0,
            traffic: None,
            flight: None,
            next_sequence: 0,
            next_keys: None,
        }
    }
}

impl WriteSide {
    /// The sending direction of DTLS, for datagrams of at most `mtu` bytes.
    pub fn datagrams(mtu: usize) -> Self {
        WriteSide {
            records: RecordWriter::datagrams(0),
            flight: Some(Flight::new(mtu)),
            ..WriteSide::default()
        }
    }

    /// The flight of DTLS, and where it is sent.
    fn flight(&mut self) -> Option<(&mut Flight, Output<'_>)> {
        let (version, max_fragment) = (self.version.wire(), self.max_fragment);
        let flight = self.flight.as_mut()?;
        Some((flight, Output { records: &mut self.records, version, max_fragment }))
    }

    /// Begins a new flight: the peer has received the last one.
    pub fn begin_flight(&mut self) {
        if let Some(flight) = &mut self.flight {
            flight.begin();
            self.records.forget_previous();
        }
    }

    /// Whether the last flight is kept.
    pub fn has_flight(&self) -> bool {
        self.flight.as_ref().is_some_and(|f| !f.is_empty())
    }

    /// Whether the peer acknowledges messages (RFC 9147 section 7).
    pub fn is_acknowledged(&self) -> bool {
        self.records.protection().is_unified()
    }

    /// The peer has received these records. Returns whether parts of the flight are still missing.
    pub fn acknowledge(&mut self, records: impl Iterator<Item = u64>) -> Result<bool> {
        if let Some(flight) = &mut self.flight {
            records.for_each(|record| flight.acknowledge(record));
        }
        self.go_on()
    }

    /// The peer has answered the last message of this kind. Returns whether parts of the flight are still missing.
    pub fn answered(&mut self, kind: HandshakeType) -> Result<bool> {
        if let Some(flight) = &mut self.flight {
            flight.answered(kind);
        }
        self.go_on()
    }

    /// The next keys are used when the peer has the KeyUpdate and all before it: it processes messages in their order (RFC 9147
    /// section 8).
    fn go_on(&mut self) -> Result<bool> {
        let Some(flight) = &self.flight else { return Ok(false) };
        let missing = !flight.is_empty();
        if let Some(next) = self.next_keys.take_if(|next| !flight.lacks(next.after)) {
            log!(DETAIL, "the following records are sent with new keys");
            self.records.set_protection(next.protection)?;
            self.traffic = Some(next.traffic);
        }
        if !missing {
            self.begin_flight();
        }
        Ok(missing)
    }

    /// Acknowledges records of the peer (RFC 9147 section 7), as many as a datagram has room for, the last ones first. With
    /// the keys of early data nothing can be acknowledged.
    pub fn send_ack(&mut self, received: &[u64]) -> Result<()> {
        let (epoch, version) = (self.records.epoch(), self.version.wire());
        let Some(flight) = self.flight.as_ref().filter(|_| self.is_acknowledged() && epoch > 1) else {
            return Ok(());
        };
        let room = ack::records_within(self.records.protection().content_within(flight.mtu));
        let last = &received[received.len().saturating_sub(room.max(1))..];
        log!(DETAIL, "acknowledges {} records", last.len());
        self.records.write_in(epoch, ContentType::Ack, version, &[&ack::write(last)]).map(|_| ())
    }

    fn send_part(&mut self, mut part: Part) -> Result<()> {
        if let Part::Message(message) = &mut part
            && message.sequence().is_none()
        {
            message.set_sequence(self.next_sequence);
            self.next_sequence = self.next_sequence.wrapping_add(1);
        }
        self.flight().map_or(Ok(()), |(flight, out)| flight.send(out, part))
    }

    /// Whether a datagram has room for a part of what is sent. Otherwise the effect stays for later.
    pub fn fits(&mut self, effect: &Effect) -> bool {
        match (effect, self.flight()) {
            (Effect::Send(message), Some((flight, mut out))) => out.fits(flight.mtu, message),
            _ => true,
        }
    }

    /// Sends the last flight again.
    pub fn repeat_flight(&mut self) -> Result<()> {
        self.flight().map_or(Ok(()), |(flight, out)| flight.repeat(out))
    }

    /// Sends the last flight again because the peer repeats its own; false if that happened too often.
    pub fn answer_repetition(&mut self) -> Result<bool> {
        self.flight().map_or(Ok(false), |(flight, out)| flight.answer(out))
    }

    /// Sends a message. In DTLS it is one that belongs to no flight; in DTLS 1.3 it is sent again until it is acknowledged.
    pub fn handshake(&mut self, message: &Message) -> Result<()> {
        if self.is_acknowledged() {
            return self.send_part(Part::Message(message.clone()));
        }
        if let Some((flight, mut out)) = self.flight() {
            let epoch = out.records.epoch();
            return out.message(epoch, flight.mtu, message);
        }
        self.records.write(ContentType::Handshake, self.version.wire(), message.raw(), self.max_fragment)
    }

    /// Sends messages in as few records as possible.
    pub fn handshake_joined(&mut self, messages: &[Message]) -> Result<()> {
        let parts: Vec<&[u8]> = messages.iter().map(Message::raw).collect();
        self.records.write_gathered(ContentType::Handshake, self.version.wire(), &parts, self.max_fragment)
    }

    /// Applies an effect of a step. Key log lines are ignored here.
    pub fn carry_out(&mut self, effect: Effect) -> Result<()> {
        match effect {
            Effect::Send(message) if self.flight.is_some() => self.send_part(Part::Message(message))?,
            Effect::Send(message) => self.handshake(&message)?,
            Effect::ChangeCipherSpec(number) if self.flight.is_some() => {
                self.send_part(Part::ChangeCipherSpec(number))?;
            }
            Effect::ChangeCipherSpec(_) => {
                self.records.write(
                    ContentType::ChangeCipherSpec,
                    self.version.wire(),
                    &[1],
                    self.max_fragment,
                )?;
            }
            Effect::Protect(protection, traffic) => {
                log!(DETAIL, "the following records are sent with new keys");
                self.records.set_protection(protection)?;
                self.traffic = traffic;
            }
            Effect::Data(data) => {
                let (version, mut most) = (self.version.wire(), self.max_fragment);
                if let Some(flight) = &self.flight {
                    most = most.min(self.records.protection().content_within(flight.mtu));
                }
                self.records.write(ContentType::ApplicationData, version, &data, most)?;
            }
            Effect::RecordVersion(version) => self.version = version,
            Effect::LimitRecords(limit) => self.max_fragment = self.max_fragment.min(limit),
            Effect::ConnectionId(id) => self.records.set_connection_id(id),
            Effect::LogKey(_) | Effect::Secrets(_) | Effect::Level(_) => {}
        }
        Ok(())
    }
}

/// A line of the key log: label and secret (the client random is in the security parameters).
pub struct KeyLogLine {
    pub label: &'static str,
    pub secret: Secret,
}

/// A change of the sending direction, or a line of the key log, that a step requests. The session applies
/// them in order: the step itself does not access the sending direction, which another thread may have
/// leased.
pub enum Effect {
    /// Send a handshake message.
    Send(Message),
    /// In DTLS 0.9 it has the number of a message.
    ChangeCipherSpec(Option<u16>),
    /// Send early data.
    Data(Zeroizing<Vec<u8>>),
    /// Protect the following records with these keys. In TLS 1.3 the keys are derived from this secret.
    Protect(Protection, Option<Secret>),
    /// Change the version in the record headers.
    RecordVersion(Version),
    /// Limit the plaintext size of records.
    LimitRecords(usize),
    /// The following protected records have this connection ID.
    ConnectionId(Arc<[u8]>),
    LogKey(KeyLogLine),
    /// The secrets of a level, for an application that wants them or carries the messages.
    Secrets(LevelSecrets),
    /// The following messages belong to an earlier level again.
    Level(Level),
}

/// The data that a step may read and change.
pub struct Context<'a> {
    /// Milliseconds since 1970.
    pub now: u64,
    pub config: &'a Config,
    pub parameters: &'a mut SecurityParameters,
    pub read: &'a mut ReadSide,
    pub effects: Vec<Effect>,
    /// The number of the next message that is sent, in a handshake of DTLS.
    pub next_sequence: Option<u16>,
}

impl Context<'_> {
    /// The time in seconds.
    pub fn seconds(&self) -> u64 {
        self.now / 1000
    }

    /// HKDF with the hash of a cipher suite of TLS 1.3.
    pub fn hkdf(&self, suite: &Suite) -> Hkdf {
        self.config.hkdf(suite.prf)
    }

    /// The period of a server's ticket keys.
    pub fn period(&self) -> Period {
        Period::at(self.seconds(), self.config.cache_expiration)
    }

    /// Adds a message to the transcript and sends it.
    pub fn send(&mut self, transcript: &mut super::transcript::Transcript, mut message: Message) {
        self.number(&mut message);
        transcript.add(&message);
        self.effects.push(Effect::Send(message));
    }

    fn number(&mut self, message: &mut Message) {
        if let Some(next) = &mut self.next_sequence {
            message.set_sequence(*next);
            *next = next.wrapping_add(1);
        }
    }

    /// Sends a message that is in no transcript, or has already been added to it.
    pub fn send_added(&mut self, mut message: Message) {
        self.number(&mut message);
        self.effects.push(Effect::Send(message));
    }

    /// Sends application data during the handshake.
    pub fn send_data(&mut self, data: Zeroizing<Vec<u8>>) {
        self.effects.push(Effect::Data(data));
    }

    pub fn send_change_cipher_spec(&mut self) {
        let mut number = None;
        if let (Some(next), Some(Version::Dtls09)) = (&mut self.next_sequence, self.parameters.version) {
            number = Some(*next);
            *next = next.wrapping_add(1);
        }
        self.effects.push(Effect::ChangeCipherSpec(number));
    }

    /// Changes the keys of the sending direction.
    pub fn protect_sending(&mut self, protection: Protection, traffic: Option<Secret>) {
        self.effects.push(Effect::Protect(protection, traffic));
    }

    pub fn set_record_version(&mut self, version: Version) {
        self.effects.push(Effect::RecordVersion(version));
    }

    /// Limits the plaintext size of the records that we send (RFC 8449).
    pub fn limit_records(&mut self, limit: usize) {
        self.parameters.peer_record_limit = Some(limit);
        self.effects.push(Effect::LimitRecords(limit));
    }

    /// Limits the plaintext size of records in both directions (RFC 6066 section 4).
    pub fn limit_fragments(&mut self, limit: usize) {
        self.limit_records(limit);
        self.read.records.set_limit(limit);
    }

    /// The keys of a level are used from here on, in one direction or both.
    pub fn use_secrets(&mut self, level: Level, read: Option<&Secret>, write: Option<&Secret>) {
        if read.is_some() {
            self.read.level = level;
        }
        if self.config.own_transport || self.config.secret_function {
            let secrets = LevelSecrets { level, read: read.cloned(), write: write.cloned() };
            self.effects.push(Effect::Secrets(secrets));
        }
    }

    pub fn log_key(&mut self, label: &'static str, secret: &Secret) {
        if self.config.key_log {
            self.effects.push(Effect::LogKey(KeyLogLine { label, secret: secret.clone() }));
        }
    }
}
