//! Reports of a session to the log: one line for each failure, and the names of what it sends and receives.
use std::sync::atomic::Ordering::Relaxed;

use super::driver::Stage;
use super::told::Told;
use super::{Session, may_retry};
use crate::abi::*;
use crate::alg::numbers::VersionNumber;
use crate::error::{AlertDescription, AlertLevel, Error, Result, table};
use crate::handshake::config::{Config, Role};
use crate::handshake::describe::describe;
use crate::handshake::messages::{HandshakeType, Message};
use crate::log::{self, BYTES, DECISION, DETAIL, FAILURE, Hex, MESSAGE, Scope, log, reason};

/// What the application has called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Operation {
    Handshake,
    Receive,
    Send,
    Alert,
    Bye,
}

/// Failures that an administrator wants to know of: signs of an attack, or of a peer that breaks the protocol.
const SUSPICIOUS: &[c_int] = &[
    GNUTLS_E_DECRYPTION_FAILED,
    GNUTLS_E_ERROR_IN_FINISHED_PACKET,
    GNUTLS_E_PK_SIG_VERIFY_FAILED,
    GNUTLS_E_INAPPROPRIATE_FALLBACK,
    GNUTLS_E_SAFE_RENEGOTIATION_FAILED,
    GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED,
    GNUTLS_E_SESSION_USER_ID_CHANGED,
    GNUTLS_E_TOO_MANY_EMPTY_PACKETS,
    GNUTLS_E_TOO_MANY_HANDSHAKE_PACKETS,
    GNUTLS_E_HANDSHAKE_TOO_LARGE,
];

/// Failures for which no alert is due: the connection is gone, or the peer has said why.
const WITHOUT_ALERT: &[c_int] = &[
    GNUTLS_E_FATAL_ALERT_RECEIVED,
    GNUTLS_E_PREMATURE_TERMINATION,
    GNUTLS_E_SESSION_EOF,
    GNUTLS_E_PUSH_ERROR,
    GNUTLS_E_PULL_ERROR,
    GNUTLS_E_TIMEDOUT,
    GNUTLS_E_INVALID_REQUEST,
    GNUTLS_E_INVALID_SESSION,
    GNUTLS_E_NO_PRIORITIES_WERE_SET,
    GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE,
];

/// The other side, as lines name it.
pub(super) fn peer_of(role: Role) -> &'static str {
    match role {
        Role::Client => "the server",
        Role::Server => "the client",
    }
}

/// No larger than it must be: every call makes one.
pub struct SessionScope<'a> {
    _lines: Option<Scope>,
    held: bool,
    session: &'a Session,
}

impl Drop for SessionScope<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.held {
            self.session.application.release();
        }
    }
}

impl Session {
    /// Begins an operation: as long as the scope exists, lines that this thread writes belong to the session, and the thread is cancelled
    /// in the transport alone. Reasons that another operation left are forgotten.
    #[inline]
    pub fn scope(&self) -> SessionScope<'_> {
        if log::keeps_reasons() {
            log::forget_reason();
        }
        let held = self.application.hold();
        SessionScope { _lines: Scope::enter(self.number, self.side), held, session: self }
    }

    pub(super) fn peer_name(&self) -> &'static str {
        peer_of(self.role())
    }

    /// Writes why an operation failed.
    #[inline]
    pub(super) fn report<T>(&self, operation: Operation, result: Result<T>) -> Result<T> {
        if let Err(e) = &result
            && log::keeps_reasons()
        {
            self.report_failure(operation, *e);
        }
        result
    }

    #[cold]
    fn report_failure(&self, operation: Operation, e: Error) {
        let late = e.code() == GNUTLS_E_TIMEDOUT && operation == Operation::Handshake;
        if may_retry(e.code()) && !late {
            log!(DETAIL, "{}: returns {e}, to be called again", operation.name());
            log::forget_reason();
            return;
        }
        let (why, suspicious) = log::take_why(&e);
        let why = match operation {
            Operation::Handshake if why.starts_with("handshake failed") => why,
            operation => format!("{} failed: {why}", operation.name()),
        };
        let code = table::name_of(e.code());
        let (level, alert) = e.alert();
        let due = match WITHOUT_ALERT.contains(&e.code()) {
            true => String::new(),
            false => format!("; alert for {}: {alert}, {level}", self.peer_name()),
        };
        // The failure of a handshake whose peer was refused is the same one; later ones are others.
        let refused = operation == Operation::Handshake && self.told.was(Told::REFUSAL);
        let told = match late {
            true => self.told.again(Told::LATE),
            false => refused || (self.failed.load(Relaxed) && self.told.again(Told::END)),
        };
        let after = e.code() == GNUTLS_E_INVALID_SESSION;
        log!(if told || after { DETAIL } else { FAILURE }, "{why} [{code}]{due}");
        if (suspicious || SUSPICIOUS.contains(&e.code())) && !self.told.again(Told::AUDIT) {
            let (number, side) = (self.number, self.side);
            self.application.audit(&format!("session {number} ({side}): {why} [{code}]"));
        }
    }

    /// Reports a peer that the application's verification does not accept. What the application does with that is no
    /// other failure.
    #[cold]
    pub fn report_refused(&self, code: c_int) {
        if !log::keeps_reasons() {
            return;
        }
        let (why, _) = log::take_why(&Error::new(code));
        let name = table::name_of(code);
        let told = self.told.again(Told::REFUSAL);
        log!(if told { DETAIL } else { FAILURE }, "verification of {}: {why} [{name}]", self.peer_name());
    }

    /// A new handshake has failures of its own.
    pub(super) fn nothing_told(&self) {
        self.told.nothing();
        log::forget_reason();
    }

    /// Puts the stage of the handshake before the reason of its failure.
    #[cold]
    pub(super) fn at_stage(&self, stage: Stage, e: Error) -> Error {
        let peer = self.peer_name();
        let (last_in, last_out) = self.parameters(|p| (p.last_in, p.last_out));
        match stage {
            Stage::Start => log::within!(e, "handshake failed before its first message"),
            Stage::Message(kind) => log::within!(e, "handshake failed at {peer}'s {kind}"),
            Stage::ChangeCipherSpec => log::within!(e, "handshake failed at {peer}'s ChangeCipherSpec"),
            Stage::Query(what) => log::within!(e, "handshake failed while {what}"),
            Stage::Sending => log::within!(e, "handshake failed while sending to {peer}"),
            Stage::Waiting => match last_in.or(last_out) {
                None => log::within!(e, "handshake failed while waiting for {peer}'s first message"),
                Some(_) => log::within!(
                    e,
                    "handshake failed while waiting for {peer}'s next message (last sent: {}, last received: {})",
                    last_out.map_or("nothing".to_string(), |m| m.to_string()),
                    last_in.map_or("nothing".to_string(), |m| m.to_string())
                ),
            },
        }
    }

    /// Says what a fatal alert of the peer means.
    #[cold]
    pub(super) fn fatal_alert(&self, level: AlertLevel, description: AlertDescription) -> Error {
        let config = self.config();
        let cause = description.usual_cause();
        let offered = || match description {
            AlertDescription::HANDSHAKE_FAILURE
            | AlertDescription::PROTOCOL_VERSION
            | AlertDescription::INSUFFICIENT_SECURITY
                if config.role == Role::Client && !self.is_open() =>
            {
                offered(&config)
            }
            AlertDescription::NO_APPLICATION_PROTOCOL if config.role == Role::Client => {
                format!("; we offered {}", log::list(config.alpn.protocols.iter().map(|p| log::Text(p))))
            }
            AlertDescription::UNRECOGNIZED_NAME if config.role == Role::Client => {
                format!("; we asked for {}", log::list(config.server_names.iter().map(|n| log::Text(n))))
            }
            _ => String::new(),
        };
        let peer = peer_of(config.role);
        reason!(
            Error::new(GNUTLS_E_FATAL_ALERT_RECEIVED),
            "{peer} sent the alert {description}, {level}: {cause}{}",
            offered()
        )
    }

    /// Writes that an alert came which is no failure.
    pub(super) fn note_alert(&self, level: AlertLevel, description: AlertDescription) {
        log!(DECISION, "{} sent the alert {description}, {level}", self.peer_name());
    }

    /// Writes that an alert was sent. An application that refuses a peer for a reason of its own has not been told one.
    #[cold]
    fn note_sent_alert(&self, level: AlertLevel, description: AlertDescription) {
        let refused = self.told.was(Told::REFUSAL);
        let own = level == AlertLevel::FATAL && !self.told.again(Told::END) && !refused;
        let peer = self.peer_name();
        match own {
            true => log!(
                FAILURE,
                "the application ends the connection: it sends {peer} the alert {description}, {level}"
            ),
            false => log!(DECISION, "sent {peer} the alert {description}, {level}"),
        }
    }

    #[inline]
    pub(super) fn alert_sent(&self, level: AlertLevel, description: AlertDescription) {
        if log::enabled(FAILURE) {
            self.note_sent_alert(level, description);
        }
    }

    /// Writes a handshake message that was received or is sent.
    #[inline]
    pub(super) fn note_message(&self, direction: &'static str, message: &Message) {
        if log::enabled(MESSAGE) {
            self.write_message(direction, message);
        }
    }

    #[cold]
    fn write_message(&self, direction: &'static str, message: &Message) {
        let version = self.parameters(|p| p.version);
        log!(MESSAGE, "{direction} {}", describe(message, version));
        // A Finished is computed with a key, a ticket is as good as one, and a key exchange may have an encrypted secret.
        let secret = matches!(
            message.kind(),
            HandshakeType::FINISHED | HandshakeType::NEW_SESSION_TICKET | HandshakeType::CLIENT_KEY_EXCHANGE
        );
        if !secret {
            log!(BYTES, "{direction} {}: {}", message.description(), Hex(message.raw()));
        }
    }

    /// Writes what a handshake has negotiated.
    pub(super) fn note_complete(&self) {
        if !log::enabled(DECISION) {
            return;
        }
        let text = self.parameters(|p| {
            let or_none = |name: Option<&'static str>| name.unwrap_or("none");
            let sign = |s: Option<crate::alg::Sign>| or_none(s.map(|s| s.name()));
            format!(
                "handshake complete: {}, {}, group {}, server signature {}, client signature {}, ALPN {}; {}",
                or_none(p.version.map(|v| v.name())),
                or_none(p.suite.map(|s| s.name)),
                or_none(p.group.map(|g| g.name())),
                sign(p.server_sign),
                sign(p.client_sign),
                p.alpn.as_deref().map_or("none".to_string(), |a| log::Text(a).to_string()),
                if p.resumed { "an earlier session was resumed" } else { "a new session, none was resumed" },
            )
        });
        log!(DECISION, "{text}");
    }
}

impl Operation {
    fn name(self) -> &'static str {
        match self {
            Operation::Handshake => "handshake",
            Operation::Receive => "receiving data",
            Operation::Send => "sending data",
            Operation::Alert => "sending an alert",
            Operation::Bye => "closing the session",
        }
    }
}

/// What our ClientHello offered.
fn offered(config: &Config) -> String {
    format!(
        "; we offered the versions {}, the cipher suites {}, the groups {}",
        log::list(config.versions().map(|v| VersionNumber(v.wire()))),
        log::list(config.suites().map(|s| s.name)),
        log::list(config.groups().map(|g| g.name())),
    )
}
