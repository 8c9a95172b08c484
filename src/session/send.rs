//! The route of `gnutls_record_send`.
use std::sync::atomic::Ordering::Relaxed;

use super::hooks::{Direction, When};
use super::{Owed, Session, WriteHalf, lock};
use crate::abi::*;
use crate::error::{Result, err};
use crate::handshake::tls13::post;
use crate::record::ContentType;

impl Session {
    /// Seals and sends one record of `data`; returns how much of it that was. After would-block the
    /// same call, or one without data, goes on and reports what was sealed then.
    pub fn send(&self, data: &[u8], padding: usize) -> Result<usize> {
        self.check_sendable()?;
        let Some(mut write) = self.write.lease() else { return err(GNUTLS_E_AGAIN) };
        if let Some(corked) = &mut write.corked {
            if corked.len().saturating_add(data.len()) > u32::MAX as usize {
                return err(GNUTLS_E_MEMORY_ERROR);
            }
            corked.extend_from_slice(data);
            return Ok(data.len());
        }
        let sent = self.send_record(&mut write, data, padding);
        drop(write);
        self.pay_late();
        sent
    }

    fn check_sendable(&self) -> Result<()> {
        if !self.is_open() {
            return err(GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE);
        }
        self.check_alive()?;
        if self.write_closed.load(Relaxed) { err(GNUTLS_E_INVALID_SESSION) } else { Ok(()) }
    }

    fn send_record(&self, write: &mut WriteHalf, data: &[u8], padding: usize) -> Result<usize> {
        if write.owed == 0 {
            self.pay(write)?;
            if write.side.records.needs_update() && self.facts(|f| f.is_tls13()) {
                self.send_key_update(write, false)?;
            }
            let n = data.len().min(write.side.max_fragment);
            if n == 0 && padding == 0 {
                return err(GNUTLS_E_INVALID_REQUEST);
            }
            let (version, max) = (write.side.version, write.side.max_fragment);
            let padding = padding.min(max - n);
            write.side.records.write_padded(ContentType::ApplicationData, version, &data[..n], padding)?;
            write.owed = n;
        }
        self.flush(write)?;
        Ok(std::mem::take(&mut write.owed))
    }

    /// Collects what is sent from now on (`gnutls_record_cork`).
    pub fn cork(&self) {
        if let Some(mut write) = self.write.lease() {
            write.corked.get_or_insert_with(Vec::new);
        }
    }

    /// Sends what was collected; with `wait`, through every would-block. Returns how much went.
    pub fn uncork(&self, wait: bool) -> Result<usize> {
        let Some(mut write) = self.write.lease() else { return err(GNUTLS_E_AGAIN) };
        let Some(corked) = write.corked.take() else { return Ok(0) };
        let mut done = 0;
        while done < corked.len() {
            match self.check_sendable().and_then(|()| self.send_record(&mut write, &corked[done..], 0)) {
                Ok(n) => done += n,
                Err(e) if wait && matches!(e.code(), GNUTLS_E_AGAIN | GNUTLS_E_INTERRUPTED) => {}
                Err(e) => {
                    write.corked = Some(corked[done..].to_vec());
                    return if done > 0 && super::may_retry(e.code()) { Ok(done) } else { Err(e) };
                }
            }
        }
        Ok(done)
    }

    /// Bytes between cork and uncork.
    pub fn corked(&self) -> usize {
        self.write.lease().and_then(|w| w.corked.as_ref().map(Vec::len)).unwrap_or(0)
    }

    /// `gnutls_session_key_update`: new keys for what we send, and with `ask_peer` for the peer too.
    pub fn key_update(&self, ask_peer: bool) -> Result<()> {
        self.check_sendable()?;
        if !self.facts(|f| f.is_tls13()) {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let Some(mut write) = self.write.lease() else { return err(GNUTLS_E_AGAIN) };
        if write.side.records.pending().is_empty() {
            self.send_key_update(&mut write, ask_peer)?;
        }
        self.flush(&mut write)
    }

    fn send_key_update(&self, write: &mut WriteHalf, ask_peer: bool) -> Result<()> {
        let message = post::key_update(ask_peer)?;
        self.show(&message, When::Before, Direction::Outgoing)?;
        post::send_key_update(&message, self.role(), &mut lock(&self.facts), &mut write.side)?;
        self.show(&message, When::After, Direction::Outgoing)
    }

    /// Pays what receiving owes to the peer.
    pub(super) fn pay(&self, write: &mut WriteHalf) -> Result<()> {
        if !self.outbox_full.swap(false, Relaxed) {
            return Ok(());
        }
        let outbox = std::mem::take(&mut *lock(&self.outbox));
        for owed in outbox {
            match owed {
                Owed::KeyUpdate => {
                    self.send_key_update(write, false)?;
                }
            }
        }
        Ok(())
    }

    /// A debt that was made while we had the send half.
    fn pay_late(&self) {
        if self.outbox_full.load(Relaxed)
            && let Some(mut write) = self.write.lease()
        {
            let _ = self.pay(&mut write).and_then(|()| self.flush(&mut write));
        }
    }

    /// Bytes of overhead that a record adds now (`gnutls_record_overhead_size`).
    pub fn overhead(&self) -> usize {
        self.write.lease().map_or(0, |w| crate::record::HEADER + w.side.records.protection().overhead())
    }
}
