//! Input and output of a machine. It never calls out: it returns a query.
use super::config::Config;
use super::messages::{Joiner, Message};
use super::parameters::SecurityParameters;
use crate::abi::*;
use crate::alg::{CertType, Pk, Sign, Version};
use crate::crypto::secret::Secret;
use crate::error::{Result, err};
use crate::pki::cert::Certificate;
use crate::record::ContentType;
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
    /// The message, where only a message may come.
    pub fn message(self) -> Result<Message> {
        match self {
            Input::Message(m) => Ok(m),
            Input::ChangeCipherSpec => err(GNUTLS_E_UNEXPECTED_PACKET),
            Input::Start | Input::Reply(_) => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }

    /// The reply to the query of this state.
    pub fn reply(self) -> Result<Reply> {
        match self {
            Input::Reply(a) => Ok(a),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
}

/// What the machine waits for. Whatever it wrote is to be flushed before the wait.
#[derive(Debug)]
pub enum Progress {
    /// The next handshake message or ChangeCipherSpec.
    Message,
    /// The reply to a query.
    Query(Query),
    /// The application may send data already; the handshake resumes with the next message (false start, RFC 7918; a TLS 1.3 server that does not wait for the client's Finished).
    FalseStart,
    Done,
}

/// Where a step of a machine with the states `S` leads.
pub enum Next<S> {
    /// To this state, which waits for this.
    Wait(S, Progress),
    /// To the end of the handshake.
    Complete,
}

impl<S> Next<S> {
    /// The same in the machine that this one is a part of.
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
    /// Server: a ClientHello was read; the application may inspect it and change priorities and credentials. Replied by [`Reply::Continue`].
    PostClientHello,
    /// Select a certificate for this side. Replied by [`Reply::Identity`].
    Identity(IdentityWanted),
    /// Sign this with the key of the identity. Replied by [`Reply::Signature`].
    Sign { sign: Sign, message: Vec<u8> },
    /// Verify the peer, whose chain is in the parameters. Replied by [`Reply::Continue`].
    VerifyPeer,
}

/// What the peer can take.
#[derive(Debug, Clone, Default)]
pub struct IdentityWanted {
    /// Kinds of keys in order of preference (of the suites in common, or of the request).
    pub keys: Vec<Pk>,
    /// Kinds of keys that a server's request names, in its order.
    pub requested: Vec<Pk>,
    /// Signature schemes that both sides allow, in our order.
    pub signs: Vec<Sign>,
    /// DER names of the CAs that a server asked for; empty: any.
    pub ca_names: Vec<Vec<u8>>,
    /// The names do not bind the choice (`GNUTLS_FORCE_CLIENT_CERT`).
    pub any_issuer: bool,
    /// The name a client asked for.
    pub server_name: Option<Vec<u8>>,
    /// How the certificate is sent (RFC 7250).
    pub cert_type: Option<CertType>,
    pub version: Option<Version>,
    /// A certificate may be shown whose key usage does not let it sign (`%DEBUG_ALLOW_KEY_USAGE_VIOLATIONS`).
    pub any_key_usage: bool,
}

/// A certificate chain whose key the layer above holds.
#[derive(Clone)]
pub struct Identity {
    /// Leaf first.
    pub chain: Vec<Certificate>,
    pub pk: Pk,
    /// Which of the wanted schemes the key can make, in the order they were given.
    pub signs: Vec<Sign>,
}

pub enum Reply {
    Continue,
    Identity(Option<Identity>),
    Signature(Vec<u8>),
}

impl Reply {
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
    pub fn expect_continue(self) -> Result<()> {
        match self {
            Reply::Continue => Ok(()),
            _ => err(GNUTLS_E_INTERNAL_ERROR),
        }
    }
}

/// Receiving, below the session: records, and the messages they carry.
#[derive(Default)]
pub struct ReadSide {
    pub records: RecordReader,
    pub messages: Joiner,
    /// TLS 1.3: the secret of the keys in use, which the next generation comes from (RFC 8446 section 7.2).
    pub traffic: Option<Secret>,
}

impl ReadSide {
    /// New keys: a message must not straddle them (RFC 8446 section 5.1).
    pub fn set_protection(&mut self, protection: Protection) -> Result<()> {
        if !self.messages.is_empty() {
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        self.records.set_protection(protection);
        Ok(())
    }
}

/// Sending, below the session.
pub struct WriteSide {
    pub records: RecordWriter,
    /// The version that the record headers carry; before it is negotiated, that of TLS 1.2.
    pub version: u16,
    /// The longest plaintext of a record.
    pub max_fragment: usize,
    /// As [`ReadSide::traffic`].
    pub traffic: Option<Secret>,
}

impl Default for WriteSide {
    fn default() -> Self {
        WriteSide { records: RecordWriter::default(), version: 0x0303, max_fragment: 0, traffic: None }
    }
}

impl WriteSide {
    pub fn handshake(&mut self, message: &Message) -> Result<()> {
        self.records.write(ContentType::Handshake, self.version, message.raw(), self.max_fragment)
    }

    /// Carries out an effect of a step; key log lines are not for this side.
    pub fn carry_out(&mut self, effect: Effect) -> Result<()> {
        match effect {
            Effect::Send(message) => self.handshake(&message)?,
            Effect::ChangeCipherSpec => {
                self.records.write(ContentType::ChangeCipherSpec, self.version, &[1], self.max_fragment)?;
            }
            Effect::Protect(protection, traffic) => {
                self.records.set_protection(protection);
                self.traffic = traffic;
            }
            Effect::RecordVersion(version) => self.version = version,
            Effect::LimitRecords(limit) => self.max_fragment = self.max_fragment.min(limit),
            Effect::LogKey(_) => {}
        }
        Ok(())
    }
}

/// A line of the key log: label and secret (the client random is among the parameters).
pub struct KeyLogLine {
    pub label: &'static str,
    pub secret: Secret,
}

/// What a step did to the sending side and to the application's records, in order. The session carries it out:
/// the step itself does not need the sending side, which another thread may have.
pub enum Effect {
    /// A handshake message goes out.
    Send(Message),
    ChangeCipherSpec,
    /// What follows is sent under these keys; in TLS 1.3 with the secret that they came from.
    Protect(Protection, Option<Secret>),
    /// The version of the record headers from here on.
    RecordVersion(u16),
    /// The peer takes no longer plaintext than this.
    LimitRecords(usize),
    LogKey(KeyLogLine),
}

/// All that a step may read and change.
pub struct Context<'a> {
    pub config: &'a Config,
    pub parameters: &'a mut SecurityParameters,
    pub read: &'a mut ReadSide,
    pub effects: Vec<Effect>,
}

impl Context<'_> {
    /// Puts a message into the transcript and onto the wire.
    pub fn send(&mut self, transcript: &mut super::transcript::Transcript, message: Message) {
        transcript.add(&message);
        self.send_added(message);
    }

    /// Puts a message onto the wire that is in the transcript already.
    pub fn send_added(&mut self, message: Message) {
        self.effects.push(Effect::Send(message));
    }

    pub fn send_change_cipher_spec(&mut self) {
        self.effects.push(Effect::ChangeCipherSpec);
    }

    /// The keys of what is sent from here on.
    pub fn protect_sending(&mut self, protection: Protection, traffic: Option<Secret>) {
        self.effects.push(Effect::Protect(protection, traffic));
    }

    pub fn set_record_version(&mut self, version: u16) {
        self.effects.push(Effect::RecordVersion(version));
    }

    /// The peer takes no longer plaintext than this (RFC 8449).
    pub fn limit_records(&mut self, limit: usize) {
        self.parameters.peer_record_limit = Some(limit);
        self.effects.push(Effect::LimitRecords(limit));
    }

    /// Both sides keep to this length from now on (RFC 6066 section 4).
    pub fn limit_fragments(&mut self, limit: usize) {
        self.limit_records(limit);
        self.read.records.set_limit(limit);
    }

    pub fn log_key(&mut self, label: &'static str, secret: &Secret) {
        if self.config.key_log {
            self.effects.push(Effect::LogKey(KeyLogLine { label, secret: secret.clone() }));
        }
    }
}
