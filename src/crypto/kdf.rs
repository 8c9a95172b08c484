//! Key derivation: HKDF (RFC 5869) with TLS 1.3's labels, the PRF of TLS 1.0 to 1.2, PBKDF2.
//!
//! The digests are from the table of cipher suites, or the C boundary has checked them with [`hash::size`].
//! Functions panic if a digest is not supported, which is an error of the caller.
use super::hash::{self, HmacKey};
use super::mac::Running;
use super::{Secret, aws_lc};
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::error::{Error, Result};

fn keyed(digest: Digest, key: &[u8]) -> HmacKey {
    HmacKey::new(digest, key).expect("a digest of the suite table")
}

pub fn hkdf_extract(digest: Digest, salt: &[u8], ikm: &[u8]) -> Secret {
    Secret::from_slice(&hash::hmac(digest, salt, ikm).expect("a digest of the suite table"))
}

/// HKDF-Expand. Fills `out`, which has at most 255 times the size of the digest.
pub fn hkdf_expand(digest: Digest, prk: &[u8], info: &[u8], out: &mut [u8]) {
    expand(digest, prk, &[info], out);
}

fn expand(digest: Digest, prk: &[u8], info: &[&[u8]], out: &mut [u8]) {
    let size = hash::size(digest).expect("a digest of the suite table");
    let key = keyed(digest, prk);
    expand_with(size, info, out, |parts| Ok(hmac_of(&key, parts))).expect("an HMAC takes any text");
}

/// Like [`hkdf_expand`], but with a keyed MAC of `size` bytes.
pub fn hkdf_expand_by(mac: &mut Running, size: usize, info: &[u8], out: &mut [u8]) -> Result<()> {
    expand_with(size, &[info], out, |parts| mac_of(mac, parts))
}

/// HKDF-Expand (RFC 5869 section 2.3) with a function that computes the MAC of concatenated parts.
fn expand_with(
    size: usize,
    info: &[&[u8]],
    out: &mut [u8],
    mut mac: impl FnMut(&[&[&[u8]]]) -> Result<hash::Output>,
) -> Result<()> {
    assert!(out.len() <= 255 * size, "RFC 5869 section 2.3");
    let mut previous = hash::Output::default();
    for (i, chunk) in out.chunks_mut(size).enumerate() {
        let t = mac(&[&[&previous], info, &[&[i as u8 + 1]]])?;
        chunk.copy_from_slice(&t[..chunk.len()]);
        previous = t;
    }
    Ok(())
}

fn hmac_of(key: &HmacKey, parts: &[&[&[u8]]]) -> hash::Output {
    key.mac(parts.iter().copied().flatten().copied())
}

fn mac_of(mac: &mut Running, parts: &[&[&[u8]]]) -> Result<hash::Output> {
    parts.iter().copied().flatten().try_for_each(|part| mac.update(part))?;
    mac.finish()
}

/// HKDF as TLS 1.3 uses it: with a digest, and with labels that begin with the name of the protocol (RFC 8446 section 7.1, RFC
/// 9147 section 5.9).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hkdf {
    pub digest: Digest,
    /// The labels are those of DTLS.
    pub datagram: bool,
}

impl Hkdf {
    pub const fn tls(digest: Digest) -> Hkdf {
        Hkdf { digest, datagram: false }
    }
}

/// HKDF-Expand-Label of RFC 8446 section 7.1. `label` does not include the prefix.
pub fn hkdf_expand_label(hkdf: Hkdf, secret: &[u8], label: &str, context: &[u8], out: &mut [u8]) {
    let len = (out.len() as u16).to_be_bytes();
    let prefix = if hkdf.datagram { "dtls13" } else { "tls13 " };
    let head = [len[0], len[1], (prefix.len() + label.len()) as u8];
    let info: [&[u8]; 5] = [&head, prefix.as_bytes(), label.as_bytes(), &[context.len() as u8], context];
    expand(hkdf.digest, secret, &info, out);
}

/// Derive-Secret of RFC 8446 section 7.1 with a precomputed transcript hash.
pub fn derive_secret(hkdf: Hkdf, secret: &[u8], label: &str, transcript: &[u8]) -> Secret {
    let mut out = Secret::zero(hash::size(hkdf.digest).expect("a digest of the suite table"));
    hkdf_expand_label(hkdf, secret, label, transcript, out.as_mut());
    out
}

/// The PRF of TLS with a secret. With a single digest it is the PRF of TLS 1.2: P_hash(secret, label + seed) of
/// RFC 5246 section 5. With MD5 and SHA-1 it is the PRF of TLS 1.0 and 1.1 (RFC 2246 section 5): P_MD5 of the
/// secret's first half xor P_SHA1 of its second half. The halves share a byte if the length is odd.
pub struct Prf([Option<PHash>; 2]);

impl Prf {
    pub fn new(digest: Digest, secret: &[u8]) -> Prf {
        if digest != Digest::Md5Sha1 {
            return Prf([Some(PHash::new(digest, secret)), None]);
        }
        let half = secret.len().div_ceil(2);
        let (first, second) = (&secret[..half], &secret[secret.len() - half..]);
        Prf([Some(PHash::new(Digest::Md5, first)), Some(PHash::new(Digest::Sha1, second))])
    }

    pub fn fill(&self, label: &[u8], seed: &[u8], out: &mut [u8]) {
        out.fill(0);
        self.0.iter().flatten().for_each(|p| p.add(label, seed, out));
    }
}

/// The PRF for a secret that is used once.
pub fn tls_prf(digest: Digest, secret: &[u8], label: &[u8], seed: &[u8], out: &mut [u8]) {
    Prf::new(digest, secret).fill(label, seed, out);
}

/// P_hash with a secret.
struct PHash {
    key: HmacKey,
    size: usize,
}

impl PHash {
    fn new(digest: Digest, secret: &[u8]) -> PHash {
        let size = hash::size(digest).expect("a digest of the suite table");
        PHash { key: keyed(digest, secret), size }
    }

    /// Xors the output into `out`.
    fn add(&self, label: &[u8], seed: &[u8], out: &mut [u8]) {
        let mut a = self.key.mac([label, seed]);
        let blocks = out.len().div_ceil(self.size);
        for (i, chunk) in out.chunks_mut(self.size).enumerate() {
            let block = self.key.mac([&a, label, seed]);
            chunk.iter_mut().zip(block.iter()).for_each(|(to, b)| *to ^= b);
            if i + 1 < blocks {
                a = self.key.mac([a.as_ref()]);
            }
        }
    }
}

const NO_ITERATIONS: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// PBKDF2 of RFC 8018 section 5.2 with HMAC. Fails with `GNUTLS_E_INVALID_REQUEST` for zero iterations or an
/// unsupported digest.
pub fn pbkdf2(digest: Digest, password: &[u8], salt: &[u8], iterations: u32, out: &mut [u8]) -> Result<()> {
    if iterations == 0 {
        return Err(NO_ITERATIONS);
    }
    if aws_lc::pbkdf2(digest, password, salt, iterations, out).is_some() {
        return Ok(());
    }
    // Digests that aws-lc does not support.
    let key = HmacKey::new(digest, password).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
    pbkdf2_with(digest.output_size(), salt, iterations, out, |parts| Ok(hmac_of(&key, &[parts])))
}

/// Like [`pbkdf2`], but with a MAC of `size` bytes that is keyed with the password.
pub fn pbkdf2_by(mac: &mut Running, size: usize, salt: &[u8], iterations: u32, out: &mut [u8]) -> Result<()> {
    if iterations == 0 {
        return Err(NO_ITERATIONS);
    }
    pbkdf2_with(size, salt, iterations, out, |parts| mac_of(mac, &[parts]))
}

/// PBKDF2 with a function that computes the MAC of concatenated parts, and at least one iteration.
fn pbkdf2_with(
    size: usize,
    salt: &[u8],
    iterations: u32,
    out: &mut [u8],
    mut mac: impl FnMut(&[&[u8]]) -> Result<hash::Output>,
) -> Result<()> {
    for (i, chunk) in out.chunks_mut(size).enumerate() {
        let mut u = mac(&[salt, &(i as u32 + 1).to_be_bytes()])?;
        let mut t = u.clone();
        for _ in 1..iterations {
            u = mac(&[&u])?;
            t.xor(&u);
        }
        chunk.copy_from_slice(&t[..chunk.len()]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    #[test]
    fn hkdf_of_rfc5869() {
        let prk = hkdf_extract(Digest::Sha256, &hex("000102030405060708090a0b0c"), &[0x0b; 22]);
        assert_eq!(prk.as_ref(), hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        let mut okm = [0; 42];
        hkdf_expand(Digest::Sha256, prk.as_ref(), &hex("f0f1f2f3f4f5f6f7f8f9"), &mut okm);
        assert_eq!(
            okm.as_slice(),
            hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
        );
    }

    #[test]
    fn labels_of_rfc8448() {
        // Section 3: early secret, derived secret, and the server's handshake keys.
        let early = hkdf_extract(Digest::Sha256, &[], &[0; 32]);
        assert_eq!(early.as_ref(), hex("33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a"));
        let empty = hash::digest(Digest::Sha256, b"").unwrap();
        let derived = derive_secret(Hkdf::tls(Digest::Sha256), early.as_ref(), "derived", &empty);
        assert_eq!(derived.as_ref(), hex("6f2615a108c702c5678f54fc9dbab69716c076189c48250cebeac3576c3611ba"));
        let hs = hkdf_extract(
            Digest::Sha256,
            derived.as_ref(),
            &hex("8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d"),
        );
        assert_eq!(hs.as_ref(), hex("1dc826e93606aa6fdc0aadc12f741b01046aa6b99f691ed221a9f0ca043fbeac"));
        let mut key = [0; 16];
        let s = hex("b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38");
        hkdf_expand_label(Hkdf::tls(Digest::Sha256), &s, "key", &[], &mut key);
        assert_eq!(key.as_slice(), hex("3fce516009c21727d0f2e4e86ee403bc"));
        let mut iv = [0; 12];
        hkdf_expand_label(Hkdf::tls(Digest::Sha256), &s, "iv", &[], &mut iv);
        assert_eq!(iv.as_slice(), hex("5d313eb2671276ee13000b30"));
    }

    #[test]
    fn prf_of_tls12() {
        // The known answer that the TLS working group circulated for P_SHA256.
        let mut out = [0; 100];
        tls_prf(
            Digest::Sha256,
            &hex("9bbe436ba940f017b17652849a71db35"),
            b"test label",
            &hex("a0ba9f936cda311827a6f796ffd5198c"),
            &mut out,
        );
        assert_eq!(
            out.as_slice(),
            hex(concat!(
                "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af",
                "0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff701",
                "87347b66"
            ))
        );
    }

    #[test]
    fn prf_of_tls10() {
        let counted = |n: u8| (1..=n).collect::<Vec<u8>>();
        // A known answer that the TLS working group circulated for TLS 1.0. The others are from OpenSSL
        // (openssl kdf), for secrets of an odd length, of one byte, and of no bytes.
        for (secret, label, seed, want) in [
            (
                vec![0xab; 48],
                "PRF Testvector",
                vec![0xcd; 64],
                concat!(
                    "d3d4d1e349b5d515044666d51de32bab258cb521b6b053463e354832fd976754443bcf9a296519bc289abcbc1187e4eb",
                    "d31e602353776c408aafb74cbc85eff69255f9788faa184cbb957a9819d84a5d7eb006eb459d3ae8de9810454b8b2d8f",
                    "1afbc655a8c9a013"
                ),
            ),
            (
                counted(17),
                "master secret",
                (0..9).collect(),
                concat!(
                    "e794ce75ec20f67af11748f70152783b122a2050d226b814e9db",
                    "ed8c74d23564f81b01f022432b95bc2d4537f76e2dcd10dd6bff642779c8bb34cfbd98089e71"
                ),
            ),
            (
                counted(1),
                "master secret",
                (0..9).collect(),
                concat!(
                    "e2ed50db07af63e9e439a7978adfafce8acfa756a50435d2e2c0",
                    "4603cd75710f7f9f0c45d949887b5d9338ed52e1c0b5ad6fdbafd936749b429fb8ee941fe8c0"
                ),
            ),
            (
                counted(0),
                "master secret",
                (0..9).collect(),
                concat!(
                    "241d71a91c3bd0c1ef9e680436c61b44b0d33b5ccad9417c036e",
                    "10c9e8b6818572292ed0eb7af8ae7feb8cd22a6a36507f356bcde116585689801d3e2d22cda3"
                ),
            ),
        ] {
            let mut out = vec![0xee; want.len() / 2];
            tls_prf(Digest::Md5Sha1, &secret, label.as_bytes(), &seed, &mut out);
            assert_eq!(out, hex(want), "a secret of {} bytes", secret.len());
            let mut front = [0; 5];
            tls_prf(Digest::Md5Sha1, &secret, label.as_bytes(), &seed, &mut front);
            assert_eq!(front, out[..5]);
        }
        tls_prf(Digest::Md5Sha1, b"secret", b"label", b"", &mut []);
    }

    #[test]
    fn pbkdf2_of_rfc6070() {
        let mut out = [0; 20];
        pbkdf2(Digest::Sha1, b"password", b"salt", 2, &mut out).unwrap();
        assert_eq!(out.as_slice(), hex("ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"));
        assert!(pbkdf2(Digest::Sha1, b"p", b"s", 0, &mut out).is_err());
    }
}
