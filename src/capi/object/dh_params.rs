//! Diffie-Hellman parameters.
use crate::abi::*;
use crate::asn1::der;
use crate::asn1::der::Write;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::crypto::keys::{DhComponents, PrivateKey};
use crate::error::{Result, err};

/// The object of a `gnutls_dh_params_t`. The numbers are big-endian, without leading zeros.
#[derive(Clone, Default)]
pub struct DhParams {
    pub(crate) prime: Vec<u8>,
    pub(crate) generator: Vec<u8>,
    /// The order of the generator; empty if it is unknown.
    pub(crate) order: Vec<u8>,
    /// The size of private keys in bits; 0 if it is not specified.
    pub(crate) q_bits: u32,
}

// SAFETY: all handles are created by `gnutls_dh_params_init`.
unsafe impl Opaque for gnutls_dh_params_int {
    type Object = DhParams;
}

/// Maximum size of a prime in bytes.
const MAX_PRIME: usize = 16384 / 8;

impl DhParams {
    pub(crate) fn set(&mut self, prime: &[u8], generator: &[u8], q_bits: u32) -> Result<()> {
        let (prime, generator) = (der::strip_zeros(prime), der::strip_zeros(generator));
        if prime.is_empty() || generator.is_empty() || generator == [0] || prime == [0] {
            return err(GNUTLS_E_MPI_SCAN_FAILED);
        }
        let odd = prime.last().is_some_and(|b| b & 1 == 1);
        if prime.len() > MAX_PRIME || !odd || generator.len() > prime.len() {
            return err(GNUTLS_E_ILLEGAL_PARAMETER);
        }
        *self = DhParams { prime: prime.to_vec(), generator: generator.to_vec(), order: Vec::new(), q_bits };
        Ok(())
    }

    /// The group of a key.
    pub(crate) fn of(key: &DhComponents) -> DhParams {
        DhParams { prime: key.p.clone(), generator: key.g.clone(), order: key.q.clone(), q_bits: 0 }
    }

    /// The components of a key in this group. Fails with `GNUTLS_E_INVALID_REQUEST` if the group is empty.
    pub(crate) fn components(&self, y: &[u8]) -> Result<DhComponents> {
        if self.prime.is_empty() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        Ok(DhComponents {
            p: self.prime.clone(),
            q: self.order.clone(),
            g: self.generator.clone(),
            y: der::strip_zeros(y).to_vec(),
        })
    }

    /// Generates a key in this group.
    pub(crate) fn generate(&self) -> Result<PrivateKey> {
        let group = self.components(&[])?;
        PrivateKey::generate_dh(&group.p, &group.q, &group.g, self.q_bits)
    }

    pub(crate) fn to_der(&self) -> Result<Vec<u8>> {
        if self.prime.is_empty() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            w.unsigned(&self.prime);
            w.unsigned(&self.generator);
            if self.q_bits != 0 {
                w.unsigned(&self.q_bits.to_be_bytes());
            }
        });
        Ok(out)
    }
}

/// # Safety
/// `params` is NULL or from `gnutls_dh_params_init`.
pub(crate) unsafe fn get_dh_params<'a>(params: gnutls_dh_params_t) -> Result<&'a mut DhParams> {
    // SAFETY: `params` is NULL or a live handle.
    unsafe { opaque::get_mut(params) }
}
