//! Session data for a later session, and tickets that the application sends.
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::application::{Direction, When};
use super::io::Deadline;
use super::report::Operation;
use super::{Session, WriteHalf, lock, may_retry};
use crate::abi::*;
use crate::alg::{Suite, Version};
use crate::crypto::secret::{Secret, wipe_stack};
use crate::error::{Result, err};
use crate::handshake::config::{Config, Role};
use crate::handshake::parameters::SecurityParameters;
use crate::handshake::resume;
use crate::handshake::resumption::{MAX_LIFETIME, NOTHING, SavedSession};
use crate::handshake::tls13::post;
use crate::log;

/// How long a client waits for a ticket that it does not have yet. It comes within a round trip of its Finished.
const TICKET_WAIT: Duration = Duration::from_millis(100);

/// How many tickets one call sends. No client keeps so many.
const MAX_TICKETS: u32 = 255;

/// Session data, and whether a ticket of TLS 1.3 is in it.
struct Data {
    bytes: Zeroizing<Vec<u8>>,
    ticket: bool,
}

impl Session {
    /// `gnutls_session_set_data`: the session that a client wants to resume in its next handshake.
    pub fn set_resumption_data(&self, bytes: &[u8]) -> Result<()> {
        if bytes.is_empty() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // What a session without a ticket returned: there is nothing to resume.
        let saved = match bytes == NOTHING {
            true => None,
            false => Some(Arc::new(SavedSession::read(bytes)?)),
        };
        self.configure(|c| c.resume = saved);
        Ok(())
    }

    /// `gnutls_session_set_premaster`: the next handshake resumes a session that is known from elsewhere.
    pub fn set_premaster(
        &self,
        version: Version,
        suite: &'static Suite,
        master_secret: Secret,
        session_id: Vec<u8>,
    ) -> Result<()> {
        if version.is_tls13() || !suite.allowed_in(version) {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let saved = SavedSession {
            version,
            suite,
            secret: master_secret,
            extended_master_secret: false,
            created: self.application.now() / 1000,
            lifetime: MAX_LIFETIME,
            group: None,
            session_id,
            server_name: Vec::new(),
            alpn: Vec::new(),
            max_early_data: 0,
            peer_chain: Vec::new(),
            ocsp: Vec::new(),
            ticket: None,
            client_name: None,
            premaster: true,
        };
        self.configure(|c| c.resume = Some(Arc::new(saved)));
        Ok(())
    }

    /// `gnutls_session_get_data` and `gnutls_session_get_data2`. On TLS 1.3 a client may have to wait for a ticket; each is
    /// returned once as long as there are others. As an application may first ask for the size, it counts as returned only
    /// when `take` succeeds.
    pub fn take_resumption_data<T>(&self, take: impl FnOnce(&[u8]) -> Result<T>) -> Result<T> {
        let _scope = self.scope();
        self.wait_for_ticket();
        let data = self.data()?;
        let taken = take(&data.bytes)?;
        if data.ticket {
            lock(&self.parameters).visible_mut().tickets.give();
        }
        Ok(taken)
    }

    fn data(&self) -> Result<Data> {
        let config = self.config();
        let nothing = || Data { bytes: Zeroizing::new(NOTHING.to_vec()), ticket: false };
        self.parameters(|p| match p.version {
            _ if !p.established => match config.offers_tls13() {
                true => Ok(nothing()),
                false => err(GNUTLS_E_INTERNAL_ERROR),
            },
            Some(Version::Tls13 | Version::Dtls13) => match saved13(&config, p)? {
                Some(saved) => Ok(Data { bytes: saved.write()?, ticket: true }),
                None => Ok(nothing()),
            },
            _ => {
                let Some(master) = p.master_secret.clone() else { return err(GNUTLS_E_INTERNAL_ERROR) };
                let saved = resume::save(&config, p, master, p.ticket.clone())?;
                Ok(Data { bytes: saved.write()?, ticket: false })
            }
        })
    }

    /// Reads what is in the transport until a ticket has come, but for not longer than a round trip. Data that comes
    /// instead is kept for the next receive.
    fn wait_for_ticket(&self) {
        let wanted =
            self.parameters(|p| p.established && p.is_tls13() && p.takes_tickets && !p.ticket_received);
        if !wanted || self.role() == Role::Server || !self.application.can_wait() {
            return;
        }
        let deadline = Deadline::after(Instant::now(), TICKET_WAIT.as_millis() as u32, false);
        while !self.parameters(|p| p.ticket_received) {
            let Some(mut read) = self.read.lease() else { return };
            if self.check_usable().is_err()
                || self.read_closed.load(Relaxed)
                || read.side.records.unread() > 0
            {
                return;
            }
            match self.next_data_until(&mut read, deadline) {
                // A message was processed, or a part of one has come.
                Err(e) if e.code() == GNUTLS_E_AGAIN && deadline.at.is_some_and(|at| Instant::now() < at) => {
                }
                Err(e) if may_retry(e.code()) => {
                    log::forget_reason();
                    return;
                }
                Err(e) => {
                    self.fail(e);
                    return;
                }
                Ok(_) => return,
            }
        }
    }

    /// `gnutls_session_ticket_send`: a TLS 1.3 server sends more tickets.
    pub fn send_tickets(&self, count: u32) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Send, self.seal_and_send_tickets(count))
    }

    fn seal_and_send_tickets(&self, count: u32) -> Result<()> {
        if count > MAX_TICKETS || self.role() == Role::Client || !self.parameters(|p| p.is_tls13()) {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        self.check_writable()?;
        if !self.is_open() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let Some(mut write) = self.write.lease_or_wait() else { return err(GNUTLS_E_AGAIN) };
        write.check_transport()?;
        if !write.tickets_sealed {
            let sealed = (0..count).try_for_each(|_| self.seal_ticket(&mut write));
            wipe_stack();
            sealed?;
            write.tickets_sealed = true;
        }
        self.flush_for_application(&mut write)
    }

    fn seal_ticket(&self, write: &mut WriteHalf) -> Result<()> {
        let (config, now) = (self.config(), self.application.now());
        let ticket = post::new_ticket(&config, lock(&self.parameters).visible_mut(), now)?;
        let Some(message) = ticket else { return Ok(()) };
        self.call_message_hook(&message, When::Before, Direction::Outgoing)?;
        match config.own_transport {
            true => self.pass_message(&message)?,
            false => {
                write.side.handshake(&message)?;
                self.await_acknowledgement(write);
            }
        }
        self.note_message("sends", &message);
        self.note_out(&message);
        self.call_message_hook(&message, When::After, Direction::Outgoing)
    }

    /// `gnutls_db_remove_session`: a server's session is not resumed any more.
    pub fn forget_session(&self) {
        let id = self.parameters(|p| p.session_id.clone());
        if !id.is_empty() {
            self.application.remove_session(&id);
        }
    }
}

/// What a client of TLS 1.3 saves: the session of the next ticket.
fn saved13(config: &Config, parameters: &SecurityParameters) -> Result<Option<SavedSession>> {
    let Some(next) = parameters.tickets.next().filter(|_| config.role == Role::Client) else {
        return Ok(None);
    };
    let mut saved = resume::save(config, parameters, next.psk.clone(), Some(next.ticket.clone()))?;
    (saved.created, saved.lifetime) = (next.ticket.at / 1000, next.lifetime);
    saved.max_early_data = next.max_early_data;
    Ok(Some(saved))
}
