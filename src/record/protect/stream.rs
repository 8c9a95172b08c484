//! Cipher suites of RC4 and of no cipher: the content, then its MAC (RFC 5246 section 6.2.3.1).
use core::ops::Range;

use super::common::{FAILED, Form, Keys, Record, mac_key};
use crate::abi::*;
use crate::alg::Cipher;
use crate::crypto::cipher::Context;
use crate::crypto::constant_time::equal;
use crate::crypto::hash::HmacKey;
use crate::error::{Error, Result};

pub(super) struct State {
    /// `None` for the cipher suites without encryption.
    cipher: Option<Context>,
    mac: HmacKey,
    mac_size: usize,
}

impl State {
    pub(super) fn new(form: Form, keys: &Keys<'_>) -> Result<State> {
        let cipher = match form.cipher {
            Cipher::Null => None,
            Cipher::Arcfour128 if keys.cipher.len() == 16 => {
                Some(Context::new(form.cipher, keys.cipher, &[])?)
            }
            _ => return Err(Error::new(GNUTLS_E_UNKNOWN_CIPHER_TYPE)),
        };
        let (mac, _, mac_size) = mac_key(form, keys.mac)?;
        Ok(State { cipher, mac, mac_size })
    }

    pub(super) fn overhead(&self) -> usize {
        self.mac_size
    }

    pub(super) fn open(&mut self, record: &Record, payload: &mut [u8]) -> Result<Range<usize>> {
        let len = payload.len().checked_sub(self.mac_size).ok_or(FAILED)?;
        if let Some(cipher) = &mut self.cipher {
            cipher.decrypt(payload)?;
        }
        let (text, tag) = payload.split_at(len);
        let mut mac = self.mac.begin();
        mac.update(&record.authenticated(len));
        mac.update(text);
        if bool::from(equal(mac.finish().as_ref(), tag)) { Ok(0..len) } else { Err(FAILED) }
    }

    pub(super) fn seal(&mut self, record: &Record, parts: &[&[u8]], out: &mut Vec<u8>) -> Result<()> {
        let start = out.len();
        let mut mac = self.mac.begin();
        mac.update(&record.additional(parts.iter().map(|p| p.len()).sum()));
        for part in parts {
            mac.update(part);
            out.extend_from_slice(part);
        }
        out.extend_from_slice(&mac.finish());
        match &mut self.cipher {
            Some(cipher) => cipher.encrypt(&mut out[start..]),
            None => Ok(()),
        }
    }
}
