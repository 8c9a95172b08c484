//! The keys and sequence numbers of the record layer, for applications that pass a connection to another
//! implementation (`gnutls_record_get_state`).
use zeroize::Zeroizing;

use super::Session;
use super::application::Direction;
use crate::abi::*;
use crate::crypto::kdf::Prf;
use crate::crypto::secret::Secret;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::handshake::{tls12, tls13};

/// The state of one direction: keys, IV and the sequence number of the next record.
pub struct RecordState {
    /// Empty for an AEAD.
    pub mac: Zeroizing<Vec<u8>>,
    pub key: Zeroizing<Vec<u8>>,
    pub iv: Vec<u8>,
    pub sequence: u64,
}

impl Session {
    /// The state of the receiving (`read`) or sending direction.
    pub fn record_state(&self, read: bool) -> Result<RecordState> {
        let busy = Error::new(GNUTLS_E_AGAIN);
        if read {
            let half = self.read.lease().ok_or(busy)?;
            let sequence = self.kernel_sequence(Direction::Incoming).unwrap_or(half.side.records.sequence());
            self.state_of(self.role().peer(), half.side.traffic.clone(), sequence)
        } else {
            let half = self.write.lease().ok_or(busy)?;
            let sequence = self.kernel_sequence(Direction::Outgoing).unwrap_or(half.side.records.sequence());
            self.state_of(self.role(), half.side.traffic.clone(), sequence)
        }
    }

    /// The state of the direction in which `of` sends.
    pub(super) fn state_of(&self, of: Role, traffic: Option<Secret>, sequence: u64) -> Result<RecordState> {
        self.parameters(|p| {
            let Some(suite) = p.suite.filter(|_| p.established) else { return err(GNUTLS_E_INVALID_REQUEST) };
            match (p.hkdf(), traffic) {
                (Some(hkdf), Some(traffic)) => {
                    let (key, iv) = tls13::keys::traffic_keys(hkdf, suite.cipher, &traffic);
                    Ok(RecordState { mac: Zeroizing::default(), key, iv, sequence })
                }
                (Some(_), None) => err(GNUTLS_E_INVALID_REQUEST),
                (None, _) => {
                    let Some(master) = &p.master_secret else { return err(GNUTLS_E_INVALID_REQUEST) };
                    let prf = Prf::new(suite.prf_in(p.version), master.as_ref());
                    let block = tls12::keys::KeyBlock::new(suite, &prf, p);
                    let keys = block.keys(of);
                    let secret = |bytes: &[u8]| Zeroizing::new(bytes.to_vec());
                    Ok(RecordState {
                        mac: secret(keys.mac),
                        key: secret(keys.cipher),
                        iv: keys.iv.to_vec(),
                        sequence,
                    })
                }
            }
        })
    }

    /// Sets the sequence number of the next record in one direction (`gnutls_record_set_state`).
    pub fn set_sequence(&self, read: bool, sequence: u64) -> Result<()> {
        if !self.is_open() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let busy = Error::new(GNUTLS_E_AGAIN);
        let direction = if read { Direction::Incoming } else { Direction::Outgoing };
        if self.is_in_kernel(direction) {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        if read {
            self.read.lease().ok_or(busy)?.side.records.set_sequence(sequence);
        } else {
            self.write.lease().ok_or(busy)?.side.records.set_sequence(sequence);
        }
        Ok(())
    }
}
