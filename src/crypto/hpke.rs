//! Hybrid public key encryption (RFC 9180): the five KEMs based on Diffie-Hellman, HKDF, and the AEADs of the
//! RFC.
use zeroize::Zeroizing;

use super::aead::{Aead, TAG};
use super::keys::{PrivateKey, PublicKey, curve_size};
use super::{Secret, kdf};
use crate::abi::*;
use crate::alg::ids::{Cipher, Curve, Digest, HpkeAead, HpkeKdf, HpkeKem};
use crate::error::{INVALID_REQUEST, Result, err};
const NONCE: usize = 12;
/// Maximum number of attempts to find a scalar below the order (section 7.1.3).
const CANDIDATES: u8 = 255;

/// The algorithms with their numbers (section 7).
#[derive(Clone, Copy)]
pub struct Suite {
    kem: Kem,
    kdf: (u16, Digest),
    /// `None` if secrets can only be exported.
    aead: (u16, Option<Cipher>),
}

/// A key encapsulation mechanism.
#[derive(Clone, Copy)]
pub struct Kem {
    id: u16,
    curve: Curve,
    digest: Digest,
}

impl Kem {
    pub fn new(kem: HpkeKem) -> Kem {
        let (curve, digest) = match kem {
            HpkeKem::DhkemP256 => (Curve::Secp256r1, Digest::Sha256),
            HpkeKem::DhkemP384 => (Curve::Secp384r1, Digest::Sha384),
            HpkeKem::DhkemP521 => (Curve::Secp521r1, Digest::Sha512),
            HpkeKem::DhkemX25519 => (Curve::X25519, Digest::Sha256),
            HpkeKem::DhkemX448 => (Curve::X448, Digest::Sha512),
        };
        Kem { id: kem.raw() as u16, curve, digest }
    }

    fn labels(&self) -> Labels {
        Labels { digest: self.digest, suite: [&b"KEM"[..], &self.id.to_be_bytes()].concat() }
    }

    /// SerializePublicKey. Fails with `GNUTLS_E_INVALID_REQUEST` for a key on another curve.
    pub fn serialize<'a>(&self, key: &'a PublicKey) -> Result<&'a [u8]> {
        key.point().filter(|_| key.curve() == Some(self.curve)).ok_or(INVALID_REQUEST)
    }

    /// DeserializePublicKey. Rejects a point that is not on the curve.
    pub fn deserialize(&self, bytes: &[u8]) -> Result<PublicKey> {
        match curve_size(self.curve) {
            Some(_) => PublicKey::from_ec(self.curve, bytes),
            None => PublicKey::from_edwards(self.curve, bytes),
        }
    }

    /// DeriveKeyPair (section 7.1.3).
    pub fn derive_key_pair(&self, ikm: &[u8]) -> Result<PrivateKey> {
        let labels = self.labels();
        let prk = labels.extract(b"", "dkp_prk", ikm);
        let Some(size) = curve_size(self.curve) else {
            let size = if self.curve == Curve::X448 { 56 } else { 32 };
            return PrivateKey::from_edwards(self.curve, &labels.expand(&prk, "sk", b"", size)?);
        };
        let mask = if self.curve == Curve::Secp521r1 { 0x01 } else { 0xff };
        for counter in 0..CANDIDATES {
            let mut scalar = labels.expand(&prk, "candidate", &[counter], size)?;
            scalar[0] &= mask;
            if let Ok(key) = PrivateKey::from_sec1(self.curve, &scalar) {
                return Ok(key);
            }
        }
        err(GNUTLS_E_PK_GENERATION_ERROR)
    }

    fn generate(&self) -> Result<PrivateKey> {
        match curve_size(self.curve) {
            Some(_) => PrivateKey::generate_ec(self.curve),
            None => PrivateKey::generate_edwards(self.curve),
        }
    }

    /// ExtractAndExpand of the concatenated results and the public keys.
    fn shared_secret(&self, results: &[Zeroizing<Vec<u8>>], context: &[&[u8]]) -> Result<Zeroizing<Vec<u8>>> {
        let labels = self.labels();
        let dh = Zeroizing::new(results.iter().flat_map(|r| r.iter().copied()).collect::<Vec<u8>>());
        let prk = labels.extract(b"", "eae_prk", &dh);
        labels.expand(&prk, "shared_secret", &context.concat(), self.digest.output_size())
    }
}

impl Suite {
    pub fn new(kem: HpkeKem, kdf: HpkeKdf, aead: HpkeAead) -> Suite {
        let digest = match kdf {
            HpkeKdf::HkdfSha256 => Digest::Sha256,
            HpkeKdf::HkdfSha384 => Digest::Sha384,
            HpkeKdf::HkdfSha512 => Digest::Sha512,
        };
        let cipher = match aead {
            HpkeAead::Aes128Gcm => Some(Cipher::Aes128Gcm),
            HpkeAead::Aes256Gcm => Some(Cipher::Aes256Gcm),
            HpkeAead::Chacha20Poly1305 => Some(Cipher::Chacha20Poly1305),
            HpkeAead::ExportOnly => None,
        };
        Suite { kem: Kem::new(kem), kdf: (kdf.raw() as u16, digest), aead: (aead.raw() as u16, cipher) }
    }

    pub fn kem(&self) -> Kem {
        self.kem
    }

    fn labels(&self) -> Labels {
        let ids = [self.kem.id, self.kdf.0, self.aead.0].map(u16::to_be_bytes);
        Labels { digest: self.kdf.1, suite: [&b"HPKE"[..], ids.as_flattened()].concat() }
    }
}

/// LabeledExtract and LabeledExpand (section 4).
struct Labels {
    digest: Digest,
    suite: Vec<u8>,
}

impl Labels {
    fn extract(&self, salt: &[u8], label: &str, ikm: &[u8]) -> Secret {
        let input = Zeroizing::new([b"HPKE-v1", &self.suite[..], label.as_bytes(), ikm].concat());
        kdf::hkdf_extract(self.digest, salt, &input)
    }

    fn expand(&self, prk: &Secret, label: &str, info: &[u8], len: usize) -> Result<Zeroizing<Vec<u8>>> {
        if len > 255 * self.digest.output_size() {
            return Err(INVALID_REQUEST);
        }
        let head = (len as u16).to_be_bytes();
        let info = [&head[..], b"HPKE-v1", &self.suite, label.as_bytes(), info].concat();
        let mut out = Zeroizing::new(vec![0; len]);
        kdf::hkdf_expand(self.digest, prk.as_ref(), &info, &mut out);
        Ok(out)
    }
}

/// The inputs of a setup that both sides share, in addition to the receiver's key.
#[derive(Clone, Copy, Default)]
pub struct Setup<'a> {
    pub info: &'a [u8],
    pub psk: &'a [u8],
    pub psk_id: &'a [u8],
}

/// The context after a setup (section 5.1): seals or opens messages in order, and exports secrets.
pub struct Context {
    suite: Suite,
    key: Option<Aead>,
    base_nonce: [u8; NONCE],
    exporter: Secret,
    sequence: u64,
}

/// The sender's setup. Returns the encapsulated key and the context. `sender` is the key for authentication;
/// `ikm` makes the ephemeral key deterministic, for tests.
pub fn encap(
    suite: Suite,
    setup: Setup<'_>,
    receiver: &PublicKey,
    sender: Option<&PrivateKey>,
    ikm: Option<&[u8]>,
) -> Result<(Vec<u8>, Context)> {
    let kem = suite.kem;
    let to = kem.serialize(receiver)?;
    let ephemeral = match ikm {
        Some(ikm) => kem.derive_key_pair(ikm)?,
        None => kem.generate()?,
    };
    let enc = kem.serialize(ephemeral.public())?.to_vec();
    let mut results = vec![ephemeral.derive(receiver)?];
    let mut keys = vec![&enc[..], to];
    if let Some(sender) = sender {
        keys.push(kem.serialize(sender.public())?);
        results.push(sender.derive(receiver)?);
    }
    let secret = kem.shared_secret(&results, &keys)?;
    Ok((enc.clone(), Context::new(suite, setup, sender.is_some(), &secret)?))
}

/// The receiver's setup for [`encap`].
pub fn decap(
    suite: Suite,
    setup: Setup<'_>,
    enc: &[u8],
    receiver: &PrivateKey,
    sender: Option<&PublicKey>,
) -> Result<Context> {
    let kem = suite.kem;
    let ephemeral = kem.deserialize(enc)?;
    let to = kem.serialize(receiver.public())?;
    let mut results = vec![receiver.derive(&ephemeral)?];
    let mut keys = vec![enc, to];
    if let Some(sender) = sender {
        keys.push(kem.serialize(sender)?);
        results.push(receiver.derive(sender)?);
    }
    let secret = kem.shared_secret(&results, &keys)?;
    Context::new(suite, setup, sender.is_some(), &secret)
}

impl Context {
    /// KeySchedule. The inputs determine the mode (section 5). A PSK requires an identity and vice versa.
    fn new(suite: Suite, setup: Setup<'_>, authenticated: bool, secret: &[u8]) -> Result<Context> {
        if setup.psk.is_empty() != setup.psk_id.is_empty() {
            return Err(INVALID_REQUEST);
        }
        let mode = u8::from(!setup.psk.is_empty()) | u8::from(authenticated) << 1;
        let labels = suite.labels();
        let psk_id_hash = labels.extract(b"", "psk_id_hash", setup.psk_id);
        let info_hash = labels.extract(b"", "info_hash", setup.info);
        let context = [&[mode][..], psk_id_hash.as_ref(), info_hash.as_ref()].concat();
        let secret = labels.extract(secret, "secret", setup.psk);
        let (mut key, mut base_nonce) = (None, [0; NONCE]);
        if let Some(cipher) = suite.aead.1 {
            key = Some(Aead::new(cipher, &labels.expand(&secret, "key", &context, cipher.key_size())?)?);
            base_nonce.copy_from_slice(&labels.expand(&secret, "base_nonce", &context, NONCE)?);
        }
        let exporter = labels.expand(&secret, "exp", &context, suite.kdf.1.output_size())?;
        Ok(Context { suite, key, base_nonce, exporter: Secret::from_slice(&exporter), sequence: 0 })
    }

    /// Number of messages that have been sealed or opened.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    fn nonce(&self) -> [u8; NONCE] {
        let mut nonce = self.base_nonce;
        nonce[NONCE - 8..].iter_mut().zip(self.sequence.to_be_bytes()).for_each(|(n, s)| *n ^= s);
        nonce
    }

    /// The key and the nonce of the next message. Fails after 2^64 - 1 messages.
    fn next(&self) -> Result<(&Aead, [u8; NONCE])> {
        if self.sequence == u64::MAX {
            return Err(INVALID_REQUEST);
        }
        Ok((self.key.as_ref().ok_or(INVALID_REQUEST)?, self.nonce()))
    }

    /// Returns the ciphertext with its tag. Fails with `GNUTLS_E_INVALID_REQUEST` if secrets can only be
    /// exported.
    pub fn seal(&mut self, aad: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let (key, nonce) = self.next()?;
        let mut out = Vec::with_capacity(plain.len() + TAG);
        out.extend_from_slice(plain);
        let tag = key.seal(&nonce, aad, &mut out)?;
        out.extend_from_slice(&tag);
        self.sequence += 1;
        Ok(out)
    }

    /// Returns the plaintext. If decryption fails, the sequence number is not incremented.
    pub fn open(&mut self, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let (key, nonce) = self.next()?;
        let mut out = Zeroizing::new(sealed.to_vec());
        let len = key.open(&nonce, aad, &mut out)?;
        out.truncate(len);
        self.sequence += 1;
        Ok(out)
    }

    /// A secret of `len` bytes, at most 255 times the size of the digest (section 5.3).
    pub fn export(&self, context: &[u8], len: usize) -> Result<Zeroizing<Vec<u8>>> {
        self.suite.labels().expand(&self.exporter, "sec", context, len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    // RFC 9180 appendix A.1.1. All vectors are tested through the C API.
    #[test]
    fn base_mode_of_the_rfc() {
        let suite = Suite::new(HpkeKem::DhkemX25519, HpkeKdf::HkdfSha256, HpkeAead::Aes128Gcm);
        let ikm_e = hex("7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234");
        let ikm_r = hex("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037");
        let setup = Setup { info: b"Ode on a Grecian Urn", ..Default::default() };
        let receiver = suite.kem().derive_key_pair(&ikm_r).unwrap();
        let (enc, mut sender) = encap(suite, setup, receiver.public(), None, Some(&ikm_e)).unwrap();
        assert_eq!(enc, hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"));
        let sealed = sender.seal(b"Count-0", b"Beauty is truth, truth beauty").unwrap();
        assert_eq!(
            sealed,
            hex("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a")
        );
        assert_eq!(
            *sender.export(b"", 32).unwrap(),
            hex("3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee")
        );
        let mut context = decap(suite, setup, &enc, &receiver, None).unwrap();
        assert_eq!(context.open(b"Count-1", &sealed).unwrap_err().code(), GNUTLS_E_DECRYPTION_FAILED);
        assert_eq!(*context.open(b"Count-0", &sealed).unwrap(), b"Beauty is truth, truth beauty");
        assert_eq!(context.sequence(), 1);
    }

    #[test]
    fn keys_without_worth_are_refused() {
        let kem = Kem::new;
        assert!(kem(HpkeKem::DhkemP256).deserialize(&[4; 65]).is_err());
        assert!(kem(HpkeKem::DhkemX25519).deserialize(&[9; 31]).is_err());
        let suite = Suite::new(HpkeKem::DhkemX25519, HpkeKdf::HkdfSha256, HpkeAead::ExportOnly);
        let receiver = suite.kem().derive_key_pair(&[7; 32]).unwrap();
        assert!(decap(suite, Setup::default(), &[0; 32], &receiver, None).is_err());
        let (_, mut sender) = encap(suite, Setup::default(), receiver.public(), None, None).unwrap();
        assert!(sender.seal(b"", b"text").is_err() && sender.export(b"", 16).is_ok());
    }
}
