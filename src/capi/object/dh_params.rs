//! Diffie-Hellman parameters.
use std::sync::Mutex;

use crate::abi::*;
use crate::alg::{Group, sec_param};
use crate::asn1::der;
use crate::asn1::der::Write;
use crate::capi::ffi::function::Function;
use crate::capi::ffi::opaque::{self, Opaque};
use crate::crypto::kex::DhGroup;
use crate::crypto::keys::{DhComponents, PrivateKey};
use crate::error::{Result, err};
use crate::session::lock;

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

    /// The group for a key exchange; `None` if it is empty.
    pub(crate) fn group(&self) -> Option<DhGroup> {
        let (prime, generator) = (self.prime.clone(), self.generator.clone());
        (!prime.is_empty()).then_some(DhGroup { prime, generator, secret_bits: self.q_bits })
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

/// The Diffie-Hellman group of a server's credentials, for clients that do not negotiate one (RFC 7919).
pub struct CredentialGroup {
    group: Mutex<Option<DhGroup>>,
    /// Gives the group of a session; it takes precedence.
    pub function: Function<Option<gnutls_params_function>>,
}

impl Default for CredentialGroup {
    fn default() -> Self {
        CredentialGroup { group: Mutex::default(), function: Function::none() }
    }
}

impl CredentialGroup {
    /// Copies the parameters; `None` or empty ones are no group.
    pub(crate) fn set(&self, params: Option<&DhParams>) {
        *lock(&self.group) = params.and_then(DhParams::group);
    }

    /// Sets the group of RFC 7919 of a security level, or the largest one.
    pub fn set_level(&self, level: gnutls_sec_param_t) {
        let bits = sec_param::find(level).map_or(0, |l| l.modulus);
        let mut known = Group::LIST.iter().filter_map(|g| DhGroup::of(*g)).collect::<Vec<_>>();
        known.sort_by_key(DhGroup::bits);
        let group = known.iter().find(|g| g.bits() >= bits).or(known.last());
        *lock(&self.group) = group.cloned();
    }

    /// The group for a session.
    ///
    /// # Safety
    /// `session` is a live handle.
    pub(crate) unsafe fn get(&self, session: gnutls_session_t) -> Option<DhGroup> {
        let Some(function) = self.function.get() else { return lock(&self.group).clone() };
        let mut answer = gnutls_params_st {
            type_: GNUTLS_PARAMS_DH,
            params: params { dh: core::ptr::null_mut() },
            deinit: 0,
        };
        // SAFETY: the application's function with its session. What it writes is parameters of this library.
        unsafe {
            if function(session, GNUTLS_PARAMS_DH, &mut answer) < 0 || answer.type_ != GNUTLS_PARAMS_DH {
                return None;
            }
            let handle = answer.params.dh;
            let group = get_dh_params(handle).ok().and_then(|params| params.group());
            if answer.deinit != 0 {
                drop(opaque::take(handle));
            }
            group
        }
    }
}
