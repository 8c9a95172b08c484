//! The keys and sequence numbers of the record layer, for applications that pass a connection to another
//! implementation (`gnutls_record_get_state`).
use zeroize::Zeroizing;

use super::Session;
use crate::abi::*;
use crate::alg::Suite;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::handshake::parameters::SecurityParameters;
use crate::handshake::{tls12, tls13};

/// The state of one direction: key, IV and the sequence number of the next record. AEAD cipher suites have no
/// MAC key.
pub struct RecordState {
    pub key: Zeroizing<Vec<u8>>,
    pub iv: Vec<u8>,
    pub sequence: u64,
}

impl Session {
    /// The state of the receiving (`read`) or sending direction.
    pub fn record_state(&self, read: bool) -> Result<RecordState> {
        let client = (self.role() == Role::Client) != read;
        let busy = Error::new(GNUTLS_E_AGAIN);
        let (sequence, traffic) = if read {
            let half = self.read.lease().ok_or(busy)?;
            (half.side.records.sequence(), half.side.traffic.clone())
        } else {
            let half = self.write.lease().ok_or(busy)?;
            (half.side.records.sequence(), half.side.traffic.clone())
        };
        self.parameters(|p| {
            let Some(suite) = p.suite.filter(|_| p.established) else { return err(GNUTLS_E_INVALID_REQUEST) };
            let (key, iv) = match (p.is_tls13(), traffic) {
                (true, Some(traffic)) => tls13::keys::traffic_keys(suite, &traffic),
                (true, None) => return err(GNUTLS_E_INVALID_REQUEST),
                (false, _) => tls12_keys(suite, p, client)?,
            };
            Ok(RecordState { key, iv, sequence })
        })
    }

    /// Sets the sequence number of the next record in one direction (`gnutls_record_set_state`).
    pub fn set_sequence(&self, read: bool, sequence: u64) -> Result<()> {
        if !self.is_open() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let busy = Error::new(GNUTLS_E_AGAIN);
        if read {
            self.read.lease().ok_or(busy)?.side.records.set_sequence(sequence);
        } else {
            self.write.lease().ok_or(busy)?.side.records.set_sequence(sequence);
        }
        Ok(())
    }
}

type Keys = (Zeroizing<Vec<u8>>, Vec<u8>);

fn tls12_keys(suite: &Suite, f: &SecurityParameters, client: bool) -> Result<Keys> {
    match &f.master_secret {
        Some(master) => {
            let block = tls12::keys::KeyBlock::new(suite, master, f);
            let (key, iv) = if client { block.client() } else { block.server() };
            Ok((Zeroizing::new(key.to_vec()), iv.to_vec()))
        }
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}
