//! Handshakes without records, whose messages the application carries (QUIC, RFC 9001).
use std::sync::atomic::Ordering::Relaxed;

use super::{ReadHalf, Session, lock};
use crate::abi::*;
use crate::error::{AlertDescription, AlertLevel, Result, err};
use crate::handshake::level::Level;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::step::{Effect, Input};

/// How many bytes wait for the keys that they belong to.
const MAX_WAITING: usize = 256 * 1024;

/// The type that a ChangeCipherSpec has for the application, although it is no handshake message.
const CHANGE_CIPHER_SPEC: HandshakeType = HandshakeType(254);

impl Session {
    /// Whether the application carries the messages.
    pub(super) fn has_no_records(&self) -> bool {
        self.config().own_transport
    }

    pub(super) fn write_level(&self) -> Level {
        Level::from_number(self.write_level.load(Relaxed)).unwrap_or_default()
    }

    /// Takes messages of the peer, or parts of them. During a handshake its next call processes them, afterwards this one.
    pub fn write_handshake(&self, level: Level, data: &[u8]) -> Result<()> {
        let _scope = self.scope();
        if !self.has_no_records() || level == Level::Early {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        self.check_usable()?;
        if data.is_empty() {
            return Ok(());
        }
        let Some(mut read) = self.read.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        if level < read.side.level {
            // The keys of this level are gone.
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        let mut waiting = lock(&self.waiting);
        if waiting.size + data.len() > MAX_WAITING {
            return err(GNUTLS_E_HANDSHAKE_TOO_LARGE);
        }
        waiting.size += data.len();
        waiting.parts.push_back((level, data.to_vec()));
        drop(waiting);
        if !self.is_open() || self.unfinished.load(Relaxed) || self.is_handshaking() {
            return Ok(());
        }
        self.take_waiting(&mut read);
        self.messages(&mut read).map_err(|e| match super::may_retry(e.code()) {
            true => e,
            false => self.fail(e),
        })
    }

    /// Moves what belongs to the current keys to the messages that are read; `false` if there is nothing.
    pub(super) fn take_waiting(&self, read: &mut ReadHalf) -> bool {
        let mut waiting = lock(&self.waiting);
        let mut any = false;
        while let Some((level, _)) = waiting.parts.front()
            && *level == read.side.level
            && let Some((_, part)) = waiting.parts.pop_front()
        {
            waiting.size -= part.len();
            read.side.messages.push(&part, self.config().max_message);
            any = true;
        }
        any
    }

    /// The next message of a handshake without records.
    pub(super) fn next_message(&self, read: &mut ReadHalf) -> Result<Input> {
        let most = self.config().max_message;
        loop {
            if let Some(message) = read.side.messages.next(most)? {
                return Ok(Input::Message(message));
            }
            if !self.take_waiting(read) {
                let behind = lock(&self.waiting).parts.front().is_some_and(|(l, _)| *l < read.side.level);
                return if behind { err(GNUTLS_E_UNEXPECTED_PACKET) } else { err(GNUTLS_E_AGAIN) };
            }
        }
    }

    /// Passes an effect to the application; `false` if it is one of the record layer.
    pub(super) fn carry_out_without_records(&self, effect: &Effect) -> Result<bool> {
        let config = self.config();
        match effect {
            Effect::Secrets(secrets) => {
                if secrets.write.is_some() {
                    self.write_level.store(secrets.level.number(), Relaxed);
                }
                if config.secret_function {
                    self.application.secrets(secrets)?;
                }
            }
            Effect::Level(level) => self.write_level.store(level.number(), Relaxed),
            Effect::Send(message) if config.own_transport => {
                self.note_message("sends", message);
                self.note_out(message);
                self.pass_message(message)?;
            }
            Effect::ChangeCipherSpec(_) if config.own_transport => {
                self.application.carry(self.write_level(), CHANGE_CIPHER_SPEC, &[1])?;
            }
            Effect::Data(_) if config.own_transport => {}
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Passes a message to the application.
    pub(super) fn pass_message(&self, message: &Message) -> Result<()> {
        self.application.carry(self.write_level(), message.description(), message.raw())
    }

    /// Passes an alert to the application, if it carries them; `false` if not.
    pub(super) fn pass_alert(&self, level: AlertLevel, description: AlertDescription) -> Result<bool> {
        match self.config().own_alerts {
            true => self.application.carry_alert(self.write_level(), level, description).map(|()| true),
            false => Ok(false),
        }
    }
}
