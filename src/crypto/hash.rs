//! Digests and HMAC.
use ring::{digest, hmac};
use zeroize::Zeroize;

use super::raw;
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::error::{Error, Result};

const UNKNOWN: Error = Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM);

/// A digest or a MAC: up to 64 bytes.
#[derive(Clone)]
pub struct Output {
    bytes: [u8; 64],
    len: u8,
}

/// No bytes at all.
impl Default for Output {
    fn default() -> Self {
        Output { bytes: [0; 64], len: 0 }
    }
}

impl Output {
    fn new(bytes: &[u8]) -> Self {
        let mut out = Output { bytes: [0; 64], len: bytes.len() as u8 };
        out.bytes[..bytes.len()].copy_from_slice(bytes);
        out
    }
    fn write(finish: impl FnOnce(&mut [u8; 64]) -> usize) -> Self {
        let mut out = Output { bytes: [0; 64], len: 0 };
        out.len = finish(&mut out.bytes) as u8;
        out
    }
}

impl AsRef<[u8]> for Output {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.len.into()]
    }
}

impl core::ops::Deref for Output {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        self.as_ref()
    }
}

/// A MAC may be a secret (a PRF block), so both are wiped.
impl Drop for Output {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

/// Bytes of a digest's output; `None` for a digest that no supplier here has.
pub const fn size(digest: Digest) -> Option<usize> {
    Some(match digest {
        Digest::Md5 => 16,
        Digest::Sha1 | Digest::Rmd160 => 20,
        Digest::Sha224 | Digest::Sha3_224 => 28,
        Digest::Sha256 | Digest::Sha3_256 => 32,
        Digest::Md5Sha1 => 36,
        Digest::Sha384 | Digest::Sha3_384 => 48,
        Digest::Sha512 | Digest::Sha3_512 => 64,
        _ => return None,
    })
}

fn ring_digest(digest: Digest) -> Option<&'static digest::Algorithm> {
    Some(match digest {
        Digest::Sha256 => &digest::SHA256,
        Digest::Sha384 => &digest::SHA384,
        Digest::Sha512 => &digest::SHA512,
        _ => return None,
    })
}

/// A running digest.
pub struct Hash(Running);

// A transcript is always the first variant: boxing it would cost an allocation each.
#[expect(clippy::large_enum_variant)]
enum Running {
    Ring(digest::Context),
    Raw(Digest, raw::MdCtx),
}

impl Hash {
    /// `GNUTLS_E_UNKNOWN_HASH_ALGORITHM` for a digest that no supplier has.
    pub fn new(digest: Digest) -> Result<Hash> {
        Ok(Hash(match ring_digest(digest) {
            Some(alg) => Running::Ring(digest::Context::new(alg)),
            None => Running::Raw(digest, raw::MdCtx::new(digest).ok_or(UNKNOWN)?),
        }))
    }

    pub fn update(&mut self, data: &[u8]) {
        match &mut self.0 {
            Running::Ring(c) => c.update(data),
            Running::Raw(_, c) => c.update(data),
        }
    }

    /// The digest of what came so far; more may follow.
    pub fn fork(&self) -> Output {
        self.clone().finish()
    }

    pub fn finish(self) -> Output {
        match self.0 {
            Running::Ring(c) => Output::new(c.finish().as_ref()),
            Running::Raw(_, c) => Output::write(|out| c.finish(out)),
        }
    }
}

impl Clone for Hash {
    /// # Panics
    /// If aws-lc has no memory for a copy.
    fn clone(&self) -> Self {
        Hash(match &self.0 {
            Running::Ring(c) => Running::Ring(c.clone()),
            Running::Raw(d, c) => Running::Raw(*d, c.copy().expect("memory for a digest context")),
        })
    }
}

pub fn digest(digest: Digest, data: &[u8]) -> Result<Output> {
    if let Some(alg) = ring_digest(digest) {
        return Ok(Output::new(digest::digest(alg, data).as_ref()));
    }
    let mut h = Hash::new(digest)?;
    h.update(data);
    Ok(h.finish())
}

fn ring_hmac(digest: Digest) -> Option<hmac::Algorithm> {
    Some(match digest {
        Digest::Sha256 => hmac::HMAC_SHA256,
        Digest::Sha384 => hmac::HMAC_SHA384,
        Digest::Sha512 => hmac::HMAC_SHA512,
        _ => return None,
    })
}

/// A key made ready once, for many MACs.
pub struct HmacKey(Keyed);

enum Keyed {
    Ring(hmac::Key),
    Raw(raw::HmacCtx),
}

impl HmacKey {
    pub fn new(digest: Digest, key: &[u8]) -> Result<HmacKey> {
        Ok(HmacKey(match ring_hmac(digest) {
            Some(alg) => Keyed::Ring(hmac::Key::new(alg, key)),
            None => Keyed::Raw(raw::HmacCtx::new(digest, key).ok_or(UNKNOWN)?),
        }))
    }

    /// A MAC to begin under this key.
    ///
    /// # Panics
    /// If aws-lc has no memory for a context.
    pub fn begin(&self) -> Hmac {
        Hmac(match &self.0 {
            Keyed::Ring(k) => Macing::Ring(hmac::Context::with_key(k)),
            Keyed::Raw(c) => Macing::Raw(c.copy().expect("memory for an HMAC context")),
        })
    }
}

/// A running HMAC (RFC 2104).
pub struct Hmac(Macing);

// As `Running`.
#[expect(clippy::large_enum_variant)]
enum Macing {
    Ring(hmac::Context),
    Raw(raw::HmacCtx),
}

impl Hmac {
    pub fn new(digest: Digest, key: &[u8]) -> Result<Hmac> {
        Ok(HmacKey::new(digest, key)?.begin())
    }

    pub fn update(&mut self, data: &[u8]) {
        match &mut self.0 {
            Macing::Ring(c) => c.update(data),
            Macing::Raw(c) => c.update(data),
        }
    }

    pub fn finish(self) -> Output {
        match self.0 {
            Macing::Ring(c) => Output::new(c.sign().as_ref()),
            Macing::Raw(c) => Output::write(|out| c.finish(out)),
        }
    }
}

impl Clone for Hmac {
    /// # Panics
    /// If aws-lc has no memory for a copy.
    fn clone(&self) -> Self {
        Hmac(match &self.0 {
            Macing::Ring(c) => Macing::Ring(c.clone()),
            Macing::Raw(c) => Macing::Raw(c.copy().expect("memory for an HMAC context")),
        })
    }
}

pub fn hmac(digest: Digest, key: &[u8], data: &[u8]) -> Result<Output> {
    let mut h = Hmac::new(digest, key)?;
    h.update(data);
    Ok(h.finish())
}

#[cfg(test)]
mod tests {
    use super::super::der::hex;
    use super::*;

    #[test]
    fn digests_of_abc() {
        // RFC 1321, FIPS 180-4 and FIPS 202 examples.
        for (d, want) in [
            (Digest::Md5, "900150983cd24fb0d6963f7d28e17f72"),
            (Digest::Rmd160, "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
            (Digest::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (Digest::Sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
            (Digest::Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (Digest::Sha3_256, "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"),
        ] {
            assert_eq!(digest(d, b"abc").unwrap().as_ref(), hex(want), "{d:?}");
            assert_eq!(size(d), Some(want.len() / 2));
            let mut h = Hash::new(d).unwrap();
            h.update(b"ab");
            let part = h.fork();
            h.update(b"c");
            assert_eq!(h.fork().as_ref(), hex(want));
            assert_eq!(part.as_ref(), digest(d, b"ab").unwrap().as_ref());
            assert_eq!(h.finish().as_ref(), hex(want));
        }
        assert_eq!(Hash::new(Digest::Md2).err().map(Error::code), Some(GNUTLS_E_UNKNOWN_HASH_ALGORITHM));
    }

    #[test]
    fn hmac_of_rfc4231_case_2() {
        for (d, want) in [
            (Digest::Sha224, "a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44"),
            (Digest::Sha256, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            (
                Digest::Sha384,
                "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
            ),
        ] {
            let key = HmacKey::new(d, b"Jefe").unwrap();
            for _ in 0..2 {
                let mut h = key.begin();
                h.update(b"what do ya want ");
                let mut h = h.clone();
                h.update(b"for nothing?");
                assert_eq!(h.finish().as_ref(), hex(want), "{d:?}");
            }
        }
        assert_eq!(
            hmac(Digest::Md5, b"Jefe", b"what do ya want for nothing?").unwrap().as_ref(),
            hex("750c783e6ab0b503eaa86e310a5db738") // RFC 2202
        );
    }
}
