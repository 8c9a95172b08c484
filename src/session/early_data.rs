//! Early data of the application (`gnutls_record_send_early_data`, `gnutls_record_recv_early_data`).
use std::sync::atomic::Ordering::Relaxed;

use zeroize::Zeroize;

use super::{Session, lock};
use crate::abi::*;
use crate::crypto::secret::Secret;
use crate::error::{Result, err};
use crate::handshake::config::Role;
use crate::handshake::early::DEFAULT_MAX;
use crate::handshake::step::ReadSide;

impl Session {
    /// Keeps data of a client that is sent with its ClientHello.
    pub fn send_early_data(&self, data: &[u8]) -> Result<()> {
        if self.role() != Role::Client || self.is_open() || self.handshaking.load(Relaxed) {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // Without a session to resume, which may be set later, it is not known yet how much is accepted.
        let most = if self.config().resume.is_some() { self.max_early_data() } else { DEFAULT_MAX as usize };
        let mut parameters = lock(&self.parameters);
        let unsent = &mut parameters.visible_mut().early.unsent;
        if most - unsent.len().min(most) < data.len() {
            return err(GNUTLS_E_RECORD_LIMIT_REACHED);
        }
        let mut longer = Vec::with_capacity(unsent.len() + data.len());
        longer.extend_from_slice(unsent);
        longer.extend_from_slice(data);
        std::mem::swap(&mut **unsent, &mut longer);
        longer.zeroize();
        Ok(())
    }

    /// Gives a server early data that was received.
    pub fn recv_early_data(&self, out: &mut [u8]) -> Result<usize> {
        if self.role() != Role::Server {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let mut parameters = lock(&self.parameters);
        let received = &mut parameters.visible_mut().early.received;
        if received.is_empty() {
            return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
        }
        let n = out.len().min(received.len());
        out[..n].copy_from_slice(&received[..n]);
        received[..n].zeroize();
        received.drain(..n);
        Ok(n)
    }

    /// How many bytes of early data a server accepts. On a client: how many the server of the session to resume accepts, or
    /// else that of the newest ticket.
    pub fn max_early_data(&self) -> usize {
        let config = self.config();
        let most = match (&config.resume, config.role) {
            (_, Role::Server) => config.max_early_data,
            (Some(saved), Role::Client) => saved.max_early_data,
            (None, Role::Client) => {
                self.parameters(|p| p.tickets.next().map(|t| t.max_early_data)).unwrap_or_default()
            }
        };
        most as usize
    }

    /// The early exporter (RFC 8446 section 7.5), during the handshake.
    pub fn export_early(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> Result<()> {
        let early: Option<(_, Secret)> = self.parameters(|p| {
            let early = &p.early;
            Some((early.exporter_suite?.prf, early.exporter.clone()?))
        });
        match early {
            Some((hash, secret)) => {
                super::exporter::export13(self.setting(|c| c.hkdf(hash)), &secret, label, context, out)
            }
            None => err(GNUTLS_E_INVALID_REQUEST),
        }
    }

    /// Takes the current record of a server as early data. More than it has said that it accepts ends the handshake (RFC 8446
    /// section 4.2.10).
    pub(super) fn early_record(&self, side: &mut ReadSide) -> Result<()> {
        let most = self.config().max_early_data;
        let mut data = vec![0; side.records.next_take()];
        side.records.take(&mut data);
        let mut parameters = lock(&self.parameters);
        let early = &mut parameters.visible_mut().early;
        early.count += data.len() as u64;
        if early.count > most.into() {
            data.zeroize();
            return err(GNUTLS_E_UNEXPECTED_PACKET);
        }
        early.received.extend_from_slice(&data);
        data.zeroize();
        Ok(())
    }
}
