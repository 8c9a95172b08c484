//! Digests and HMAC.
mod hidden;

pub(crate) use hidden::HIDDEN;

use gost94::Gost94CryptoPro;
use md2::Md2;
use md2::digest::Digest as _;
use streebog::{Streebog256, Streebog512};

use super::aws_lc;
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::error::{Error, Result};

const UNKNOWN: Error = Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM);

/// Maximum size of a digest or an HMAC in bytes.
pub(crate) const MAX_OUTPUT: usize = 64;

/// A digest or a MAC: up to 64 bytes.
#[derive(Clone)]
pub struct Output {
    bytes: [u8; 64],
    len: u8,
}

/// An empty output.
impl Default for Output {
    fn default() -> Self {
        Output { bytes: [0; 64], len: 0 }
    }
}

impl Output {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let mut out = Output { bytes: [0; 64], len: bytes.len() as u8 };
        out.bytes[..bytes.len()].copy_from_slice(bytes);
        out
    }

    /// Xors another output into this one.
    pub(super) fn xor(&mut self, other: &Output) {
        self.bytes.iter_mut().zip(other.bytes).for_each(|(a, b)| *a ^= b);
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

/// Outputs are wiped, because a MAC may be a secret (a block of the PRF).
impl Drop for Output {
    fn drop(&mut self) {
        aws_lc::wipe(&mut self.bytes);
    }
}

/// Output size of a digest in bytes; `None` for an unsupported digest, or if its output has no fixed size
/// (see [`Shake`]).
pub const fn size(digest: Digest) -> Option<usize> {
    Some(match digest {
        Digest::Md2 | Digest::Md5 => 16,
        Digest::Sha1 | Digest::Rmd160 => 20,
        Digest::Sha224 | Digest::Sha3_224 => 28,
        Digest::Sha256 | Digest::Sha3_256 | Digest::Gostr94 | Digest::Streebog256 => 32,
        Digest::Md5Sha1 => 36,
        Digest::Sha384 | Digest::Sha3_384 => 48,
        Digest::Sha512 | Digest::Sha3_512 | Digest::Streebog512 => 64,
        _ => return None,
    })
}

/// Block size of a digest in bytes, to which HMAC pads its key.
pub const fn block(digest: Digest) -> usize {
    match digest {
        Digest::Md2 => 16,
        Digest::Gostr94 => 32,
        Digest::Sha384 | Digest::Sha512 => 128,
        Digest::Sha3_224 => 144,
        Digest::Sha3_256 => 136,
        Digest::Sha3_384 => 104,
        Digest::Sha3_512 => 72,
        _ => 64,
    }
}

/// The largest result of [`block`].
const MAX_BLOCK: usize = 144;

/// A running digest.
#[derive(Clone)]
pub struct Hash(Running);

// Transcripts always use the first variant: boxing it would require an allocation for each.
#[expect(clippy::large_enum_variant)]
enum Running {
    Sha(aws_lc::Sha),
    Raw(aws_lc::MdCtx),
    Md2(Box<Md2>),
    Gost94(Box<Gost94CryptoPro>),
    Streebog256(Box<Streebog256>),
    Streebog512(Box<Streebog512>),
}

impl Hash {
    /// Fails with `GNUTLS_E_UNKNOWN_HASH_ALGORITHM` for an unsupported digest.
    pub fn new(digest: Digest) -> Result<Hash> {
        if let Some(sha) = aws_lc::Sha::new(digest) {
            return Ok(Hash(Running::Sha(sha)));
        }
        Ok(Hash(match digest {
            Digest::Md2 => Running::Md2(Box::new(Md2::new())),
            Digest::Gostr94 => Running::Gost94(Box::new(Gost94CryptoPro::new())),
            Digest::Streebog256 => Running::Streebog256(Box::new(Streebog256::new())),
            Digest::Streebog512 => Running::Streebog512(Box::new(Streebog512::new())),
            other if size(other).is_some() => Running::Raw(aws_lc::MdCtx::new(other).ok_or(UNKNOWN)?),
            _ => return Err(UNKNOWN),
        }))
    }

    pub fn update(&mut self, data: &[u8]) {
        match &mut self.0 {
            Running::Sha(c) => c.update(data),
            Running::Raw(c) => c.update(data),
            Running::Md2(c) => c.update(data),
            Running::Gost94(c) => c.update(data),
            Running::Streebog256(c) => c.update(data),
            Running::Streebog512(c) => c.update(data),
        }
    }

    /// The digest of the input so far. More input may follow.
    pub fn fork(&self) -> Output {
        self.clone().finish()
    }

    pub fn finish(mut self) -> Output {
        self.end()
    }

    /// The digest of the input. What is added afterwards has no meaning. (Digests end where they are, because moving
    /// their state is what short MACs spend their time on.)
    fn end(&mut self) -> Output {
        let mut out = Output::default();
        match &mut self.0 {
            Running::Sha(c) => out.len = c.finish(&mut out.bytes) as u8,
            Running::Raw(c) => out.len = c.finish(&mut out.bytes) as u8,
            Running::Md2(c) => out = Output::new(&c.finalize_reset()),
            Running::Gost94(c) => out = Output::new(&c.finalize_reset()),
            Running::Streebog256(c) => out = Output::new(&c.finalize_reset()),
            Running::Streebog512(c) => out = Output::new(&c.finalize_reset()),
        }
        out
    }
}

impl Clone for Running {
    /// # Panics
    /// If aws-lc has no memory for a copy.
    fn clone(&self) -> Self {
        match self {
            Running::Sha(c) => Running::Sha(c.clone()),
            Running::Raw(c) => Running::Raw(c.copy().expect("memory for a digest context")),
            Running::Md2(c) => Running::Md2(c.clone()),
            Running::Gost94(c) => Running::Gost94(c.clone()),
            Running::Streebog256(c) => Running::Streebog256(c.clone()),
            Running::Streebog512(c) => Running::Streebog512(c.clone()),
        }
    }
}

/// Writes the digest of one buffer to the start of `out` and returns its length. Fails with
/// `GNUTLS_E_SHORT_MEMORY_BUFFER` if `out` is too short.
pub fn digest_to(digest: Digest, data: &[u8], out: &mut [u8]) -> Result<usize> {
    if let Some(len) = aws_lc::sha_of(digest, data, out) {
        return Ok(len);
    }
    let made = self::digest(digest, data)?;
    out.get_mut(..made.len()).ok_or(Error::new(GNUTLS_E_SHORT_MEMORY_BUFFER))?.copy_from_slice(&made);
    Ok(made.len())
}

/// Like [`digest_to`], but for the HMAC of one buffer.
pub fn hmac_to(digest: Digest, key: &[u8], data: &[u8], out: &mut [u8]) -> Result<usize> {
    if let Some(len) = aws_lc::hmac_of(digest, key, data, out) {
        return Ok(len);
    }
    let made = hmac(digest, key, data)?;
    out.get_mut(..made.len()).ok_or(Error::new(GNUTLS_E_SHORT_MEMORY_BUFFER))?.copy_from_slice(&made);
    Ok(made.len())
}

pub fn digest(digest: Digest, data: &[u8]) -> Result<Output> {
    let mut out = Output::default();
    if let Some(len) = aws_lc::sha_of(digest, data, &mut out.bytes) {
        out.len = len as u8;
        return Ok(out);
    }
    let mut h = Hash::new(digest)?;
    h.update(data);
    Ok(h.finish())
}

/// SHAKE-128 or SHAKE-256, with output of any length (FIPS 202 section 6.2).
pub struct Shake(aws_lc::MdCtx);

impl Shake {
    /// Fails with `GNUTLS_E_UNKNOWN_HASH_ALGORITHM` for any other digest.
    pub fn new(digest: Digest) -> Result<Shake> {
        match digest {
            Digest::Shake128 | Digest::Shake256 => Ok(Shake(aws_lc::MdCtx::new(digest).ok_or(UNKNOWN)?)),
            _ => Err(UNKNOWN),
        }
    }

    /// Adds input. It has no effect after output has been read.
    pub fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    /// Returns the next bytes of output.
    pub fn squeeze(&mut self, out: &mut [u8]) -> Result<()> {
        self.0.squeeze(out).ok_or(Error::new(GNUTLS_E_HASH_FAILED))
    }
}

impl Clone for Shake {
    /// # Panics
    /// If aws-lc has no memory for a copy.
    fn clone(&self) -> Self {
        Shake(self.0.copy().expect("memory for a digest context"))
    }
}

/// A prepared key for many MACs: both digests after processing the padded key (RFC 2104).
#[derive(Clone)]
pub struct HmacKey {
    inner: Hash,
    outer: Hash,
}

impl HmacKey {
    pub fn new(digest: Digest, key: &[u8]) -> Result<HmacKey> {
        let (mut inner, size) = (Hash::new(digest)?, block(digest));
        let mut outer = inner.clone();
        let mut pad = [0; MAX_BLOCK];
        let pad = &mut pad[..size];
        if key.len() > size {
            let short = self::digest(digest, key)?;
            pad[..short.len()].copy_from_slice(&short);
        } else {
            pad[..key.len()].copy_from_slice(key);
        }
        pad.iter_mut().for_each(|b| *b ^= 0x36);
        inner.update(pad);
        pad.iter_mut().for_each(|b| *b ^= 0x36 ^ 0x5c);
        outer.update(pad);
        aws_lc::wipe(pad);
        Ok(HmacKey { inner, outer })
    }

    /// Begins a MAC with this key.
    pub fn begin(&self) -> Hmac {
        Hmac { inner: self.inner.clone(), outer: self.outer.clone() }
    }

    /// The MAC of `head` and of what `add` adds to the digest. `None` if that is not SHA-1 or SHA-2.
    pub(in crate::crypto) fn mac_with(
        &self,
        head: &[u8],
        add: impl FnOnce(&mut aws_lc::Sha),
    ) -> Option<Output> {
        let (mut inner, outer) = self.sha()?;
        inner.update(head);
        add(&mut inner);
        Some(finished(inner, outer))
    }

    /// Both digests, if they are SHA-1 or SHA-2.
    fn sha(&self) -> Option<(aws_lc::Sha, &aws_lc::Sha)> {
        match (&self.inner.0, &self.outer.0) {
            (Running::Sha(inner), Running::Sha(outer)) => Some((inner.clone(), outer)),
            _ => None,
        }
    }

    /// The MAC of the concatenated `parts`.
    pub fn mac<'a>(&self, parts: impl IntoIterator<Item = &'a [u8]>) -> Output {
        // The state of any digest is several times as long as that of SHA-1, and short MACs spend their time on moving it.
        if let Some((mut inner, outer)) = self.sha() {
            parts.into_iter().for_each(|part| inner.update(part));
            return finished(inner, outer);
        }
        let mut inner = self.inner.clone();
        parts.into_iter().for_each(|part| inner.update(part));
        let text = inner.end();
        let mut outer = self.outer.clone();
        outer.update(&text);
        outer.end()
    }
}

/// The outer digest of the inner one.
fn finished(mut inner: aws_lc::Sha, outer: &aws_lc::Sha) -> Output {
    let mut out = Output::default();
    let len = inner.finish(&mut out.bytes);
    let mut outer = outer.clone();
    outer.update(&out.bytes[..len]);
    out.len = outer.finish(&mut out.bytes) as u8;
    out
}

/// A running HMAC (RFC 2104).
#[derive(Clone)]
pub struct Hmac {
    inner: Hash,
    outer: Hash,
}

impl Hmac {
    pub fn new(digest: Digest, key: &[u8]) -> Result<Hmac> {
        let HmacKey { inner, outer } = HmacKey::new(digest, key)?;
        Ok(Hmac { inner, outer })
    }

    pub fn update(&mut self, data: &[u8]) {
        self.inner.update(data);
    }

    pub fn finish(mut self) -> Output {
        let inner = self.inner.end();
        self.outer.update(&inner);
        self.outer.end()
    }
}

pub fn hmac(digest: Digest, key: &[u8], data: &[u8]) -> Result<Output> {
    let mut out = Output::default();
    if let Some(len) = aws_lc::hmac_of(digest, key, data, &mut out.bytes) {
        out.len = len as u8;
        return Ok(out);
    }
    let mut h = Hmac::new(digest, key)?;
    h.update(data);
    Ok(h.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    #[test]
    fn digests_of_abc() {
        // RFC 1321, FIPS 180-4 and FIPS 202 examples.
        for (d, want) in [
            (Digest::Md5, "900150983cd24fb0d6963f7d28e17f72"),
            (Digest::Rmd160, "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
            (Digest::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (Digest::Sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
            (Digest::Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            // The functions of RFC 1319, RFC 5831 and RFC 6986; the values are from GnuTLS.
            (Digest::Md2, "da853b0d3f88d99b30283a69e6ded6bb"),
            (Digest::Gostr94, "b285056dbf18d7392d7677369524dd14747459ed8143997e163b2986f92fd42c"),
            (Digest::Streebog256, "4e2919cf137ed41ec4fb6270c61826cc4fffb660341e0af3688cd0626d23b481"),
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
        for none in [Digest::Null, Digest::Shake128] {
            assert_eq!(Hash::new(none).err().map(Error::code), Some(GNUTLS_E_UNKNOWN_HASH_ALGORITHM));
        }
    }

    #[test]
    fn sha512_of_long_texts() {
        // A million times "a", the examples of FIPS 180-2.
        let text = vec![b'a'; 1_000_000];
        for (d, want) in [
            (
                Digest::Sha384,
                "9d0e1809716474cb086e834e310a4a1ced149e9c00f248527972cec5704c2a5b07b8b3dc38ecc4ebae97ddd87f3d8985",
            ),
            (
                Digest::Sha512,
                "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb\
                 de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b",
            ),
        ] {
            assert_eq!(digest(d, &text).unwrap().as_ref(), hex(want), "{d:?}");
            // Long inputs are processed by different code than short ones.
            for (first, piece) in [(0, 255), (1, 256), (127, 257), (128, 1000), (129, 4096), (300, 777_777)] {
                let mut h = Hash::new(d).unwrap();
                h.update(&text[..first]);
                text[first..].chunks(piece).for_each(|part| h.update(part));
                assert_eq!(h.finish().as_ref(), hex(want), "{d:?}: {first}, then {piece} at a time");
            }
        }
    }

    #[test]
    fn shake_of_nothing() {
        // FIPS 202's example of an empty message.
        let mut shake = Shake::new(Digest::Shake128).unwrap();
        shake.update(b"");
        let (mut first, mut rest) = ([0; 5], [0; 11]);
        let mut copy = shake.clone();
        shake.squeeze(&mut first).unwrap();
        shake.squeeze(&mut rest).unwrap();
        assert_eq!([first.as_slice(), &rest].concat(), hex("7f9c2ba4e88f827d616045507605853e"));
        let mut whole = [0; 16];
        copy.squeeze(&mut whole).unwrap();
        assert_eq!(whole[..5], first);
        assert!(Shake::new(Digest::Sha3_256).is_err());
    }

    #[test]
    fn hmac_of_other_blocks() {
        // The values are from GnuTLS, for keys 1, 2, 3, ... of the digest's size and the text "abc".
        for (d, want) in [
            (Digest::Gostr94, "125c11a4c800b144eb4c1605e7d4b31f43dbc148d47acd0f68d188a5b3764d6d"),
            (Digest::Streebog256, "728313d03efb0fc6edb8613f6d2d5f6874344792864d984517ac42e5ef627618"),
            (Digest::Sha1, "06e59b60916f7878111b89333434c2c902921562"),
        ] {
            let key: Vec<u8> = (1..=size(d).unwrap() as u8).collect();
            assert_eq!(hmac(d, &key, b"abc").unwrap().as_ref(), hex(want), "{d:?}");
        }
        // RFC 4231 case 6: a key longer than a block.
        assert_eq!(
            hmac(Digest::Sha256, &[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First")
                .unwrap()
                .as_ref(),
            hex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
        );
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
