//! All MACs of `gnutls_mac_algorithm_t`: HMAC, and MACs based on ciphers.
mod umac;

use cmac::{Cmac, KeyInit, Mac as _};
use kuznyechik::Kuznyechik;
use magma::Magma;
use umac::Umac;

use crate::alg::ids::{Cipher, Digest, Mac};
use crate::crypto::aws_lc;
use crate::crypto::cipher::gost::Imit;
use crate::crypto::hash::{self, Hmac, HmacKey, Output};
use crate::error::{INVALID_REQUEST, Result};

/// A keyed MAC. [`Running::finish`] resets it.
#[derive(Clone)]
pub struct Running(State);

// Almost all callers use HMAC.
#[expect(clippy::large_enum_variant)]
enum State {
    Hmac { key: HmacKey, running: Hmac },
    Cmac(aws_lc::CmacCtx),
    Gmac(Gmac),
    Umac { umac: Box<Umac>, size: usize },
    Imit(Imit),
    Magma { fresh: Box<Cmac<Magma>>, running: Box<Cmac<Magma>> },
    Kuznyechik { fresh: Box<Cmac<Kuznyechik>>, running: Box<Cmac<Kuznyechik>> },
}

/// AES-GMAC: GCM with additional data only.
struct Gmac {
    ctx: aws_lc::Gcm,
    nonce: Vec<u8>,
}

/// The digest of an HMAC that GnuTLS defines and that is supported.
pub fn hmac_digest(mac: Mac) -> Option<Digest> {
    mac.digest().filter(|d| hash::size(*d).is_some() && !matches!(d, Digest::Md2 | Digest::Md5Sha1))
}

impl Running {
    /// Fails with `GNUTLS_E_INVALID_REQUEST` for an unsupported algorithm, or a key whose length it does not
    /// support (HMAC accepts any length).
    pub fn new(mac: Mac, key: &[u8]) -> Result<Running> {
        if let Some(digest) = hmac_digest(mac) {
            let key = HmacKey::new(digest, key)?;
            let running = key.begin();
            return Ok(Running(State::Hmac { key, running }));
        }
        if key.len() != mac.key_size() {
            return Err(INVALID_REQUEST);
        }
        Ok(Running(match mac {
            Mac::AesCmac128 | Mac::AesCmac256 => {
                State::Cmac(aws_lc::CmacCtx::new(key).ok_or(INVALID_REQUEST)?)
            }
            Mac::AesGmac128 => State::Gmac(Gmac::new(Cipher::Aes128Gcm, key)?),
            Mac::AesGmac192 => State::Gmac(Gmac::new(Cipher::Aes192Gcm, key)?),
            Mac::AesGmac256 => State::Gmac(Gmac::new(Cipher::Aes256Gcm, key)?),
            Mac::Umac96 => State::Umac { umac: Box::new(Umac::new(key, 3)?), size: 12 },
            Mac::Umac128 => State::Umac { umac: Box::new(Umac::new(key, 4)?), size: 16 },
            Mac::Gost28147Tc26zImit => State::Imit(Imit::new(key)?),
            Mac::MagmaOmac => {
                let fresh = Box::new(Cmac::new_from_slice(key).map_err(|_| INVALID_REQUEST)?);
                State::Magma { running: fresh.clone(), fresh }
            }
            Mac::KuznyechikOmac => {
                let fresh = Box::new(Cmac::new_from_slice(key).map_err(|_| INVALID_REQUEST)?);
                State::Kuznyechik { running: fresh.clone(), fresh }
            }
            _ => return Err(INVALID_REQUEST),
        }))
    }

    /// Sets the nonce of UMAC and GMAC, before the text. Fails with `GNUTLS_E_INVALID_REQUEST` for other
    /// MACs.
    pub fn set_nonce(&mut self, nonce: &[u8]) -> Result<()> {
        match &mut self.0 {
            State::Umac { umac, .. } => umac.set_nonce(nonce),
            State::Gmac(gmac) => gmac.begin(nonce),
            _ => Err(INVALID_REQUEST),
        }
    }

    pub fn update(&mut self, data: &[u8]) -> Result<()> {
        match &mut self.0 {
            State::Hmac { running, .. } => running.update(data),
            State::Cmac(c) => c.update(data),
            State::Gmac(g) => return g.ctx.aad(data).ok_or(INVALID_REQUEST),
            State::Umac { umac, .. } => umac.update(data),
            State::Imit(i) => i.update(data),
            State::Magma { running, .. } => running.update(data),
            State::Kuznyechik { running, .. } => running.update(data),
        }
        Ok(())
    }

    /// Returns the MAC of the input and resets the state with the same key. The nonce of GMAC is reset, too;
    /// the nonce of UMAC is incremented.
    pub fn finish(&mut self) -> Result<Output> {
        Ok(match &mut self.0 {
            State::Hmac { key, running } => core::mem::replace(running, key.begin()).finish(),
            State::Cmac(c) => Output::new(&c.finish()),
            State::Gmac(g) => Output::new(&g.finish()?),
            State::Umac { umac, size } => {
                let mut out = [0; 16];
                umac.finish(&mut out[..*size])?;
                Output::new(&out[..*size])
            }
            State::Imit(i) => Output::new(&i.finish()),
            State::Magma { fresh, running } => {
                let done = core::mem::replace(running, fresh.clone());
                Output::new(&done.finalize().into_bytes())
            }
            State::Kuznyechik { fresh, running } => {
                let done = core::mem::replace(running, fresh.clone());
                Output::new(&done.finalize().into_bytes())
            }
        })
    }
}

impl Clone for State {
    /// # Panics
    /// If aws-lc has no memory for a copy.
    fn clone(&self) -> Self {
        match self {
            State::Hmac { key, running } => State::Hmac { key: key.clone(), running: running.clone() },
            State::Cmac(c) => State::Cmac(c.copy().expect("memory for a MAC context")),
            State::Gmac(g) => State::Gmac(Gmac {
                ctx: g.ctx.copy().expect("memory for a MAC context"),
                nonce: g.nonce.clone(),
            }),
            State::Umac { umac, size } => State::Umac { umac: umac.clone(), size: *size },
            State::Imit(i) => State::Imit(i.clone()),
            State::Magma { fresh, running } => {
                State::Magma { fresh: fresh.clone(), running: running.clone() }
            }
            State::Kuznyechik { fresh, running } => {
                State::Kuznyechik { fresh: fresh.clone(), running: running.clone() }
            }
        }
    }
}

impl Gmac {
    fn new(cipher: Cipher, key: &[u8]) -> Result<Gmac> {
        let mut gmac = Gmac { ctx: aws_lc::Gcm::new(cipher, key).ok_or(INVALID_REQUEST)?, nonce: vec![] };
        gmac.begin(&[0; 12])?;
        Ok(gmac)
    }

    fn begin(&mut self, nonce: &[u8]) -> Result<()> {
        self.ctx.begin(nonce, None).ok_or(INVALID_REQUEST)?;
        self.nonce = nonce.to_vec();
        Ok(())
    }

    fn finish(&mut self) -> Result<[u8; 16]> {
        self.ctx.end().ok_or(INVALID_REQUEST)?;
        let tag = self.ctx.tag().ok_or(INVALID_REQUEST)?;
        let nonce = core::mem::take(&mut self.nonce);
        self.begin(&nonce)?;
        Ok(tag)
    }
}

/// Writes the MAC of one buffer to the start of `out`. Fails with `GNUTLS_E_INVALID_REQUEST` for a MAC that
/// needs a nonce.
pub fn once_to(mac: Mac, key: &[u8], data: &[u8], out: &mut [u8]) -> Result<()> {
    if let Some(digest) = hmac_digest(mac) {
        return hash::hmac_to(digest, key, data, out).map(|_| ());
    }
    if mac.nonce_size() > 0 {
        return Err(INVALID_REQUEST);
    }
    let mut running = Running::new(mac, key)?;
    running.update(data)?;
    let made = running.finish()?;
    out.get_mut(..made.len()).ok_or(INVALID_REQUEST)?.copy_from_slice(&made);
    Ok(())
}
