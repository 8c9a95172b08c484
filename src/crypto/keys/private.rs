//! Private keys.
use std::sync::Arc;

use zeroize::Zeroizing;

use super::super::{aws_lc, hash, rand};
use super::public::{TLS, algorithm, curve_size, kind_of, named_curve, only_curve};
use super::scheme::{read_oaep, read_pss};
use super::seed::Seed;
use super::{
    DER, DhComponents, DsaComponents, GostParams, PublicKey, RsaComponents, RsaUse, Scheme, SignOptions, dh,
    dsa, edwards, gost, rfc6979, rsa,
};
use crate::abi::*;
use crate::alg::ids::{Curve, Digest, Pk, Sign};
use crate::alg::system;
use crate::asn1::der::{self, Reader, Write};
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// A private key. Clones share it.
#[derive(Clone)]
pub struct PrivateKey(Arc<Private>);

#[derive(Clone)]
struct Private {
    key: Arc<PrivateKind>,
    public: PublicKey,
    /// The error of [`PrivateKey::verify_params`], if the imported public key does not match.
    foreign: Option<Error>,
    /// The seed of a provable key.
    seed: Option<Seed>,
    /// The key was read from a PKCS #8 structure that names the curve in the algorithm, but not again within
    /// the key.
    curve_named_once: bool,
}

enum PrivateKind {
    Rsa(aws_lc::Rsa),
    Ec(aws_lc::EcKey),
    Edwards(edwards::Private),
    Dsa(dsa::Private),
    Dh(dh::Private),
    Gost(gost::Private),
    Pq { key: aws_lc::PqKey, seed: Option<Zeroizing<Vec<u8>>> },
}

/// Whether `form` is the compressed form of the point (SEC 1 section 2.3.3).
fn is_compressed(form: &[u8], point: &[u8]) -> bool {
    let (Some((4, xy)), Some((tag, x))) = (point.split_first(), form.split_first()) else { return false };
    let odd = xy.last().is_some_and(|b| b & 1 == 1);
    *tag == 2 + u8::from(odd) && x == &xy[..xy.len() / 2]
}

const BAD_KEY: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
const NOT_GENERATED: Error = Error::new(GNUTLS_E_PK_GENERATION_ERROR);
/// The system does not allow RSA encryption with PKCS #1 v1.5.
const NOT_ENCRYPTED: Error = Error::new(GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM);
const UNSUPPORTED_CURVE: Error = Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE);

impl PrivateKey {
    fn new(key: PrivateKind, public: PublicKey) -> Self {
        PrivateKey(Arc::new(Private {
            key: Arc::new(key),
            public,
            seed: None,
            foreign: None,
            curve_named_once: false,
        }))
    }

    fn of_rsa(key: aws_lc::Rsa, usage: &RsaUse) -> Result<Self> {
        let (n, e) = key.public();
        Ok(Self::new(PrivateKind::Rsa(key), PublicKey::from_rsa_for(&n, &e, usage)?))
    }

    fn of_ec(curve: Curve, key: aws_lc::EcKey) -> Result<Self> {
        let public = PublicKey::from_ec(curve, &key.point().ok_or(BAD_KEY)?)?;
        Ok(Self::new(PrivateKind::Ec(key), public))
    }

    fn of_edwards(key: edwards::Private) -> Result<Self> {
        let public = PublicKey::from_edwards(key.curve(), key.public())?;
        Ok(Self::new(PrivateKind::Edwards(key), public))
    }

    fn of_dsa(key: dsa::Private) -> Result<Self> {
        let public = PublicKey::from_dsa(key.components().clone())?;
        Ok(Self::new(PrivateKind::Dsa(key), public))
    }

    fn of_dh(key: dh::Private) -> Self {
        let public = PublicKey::from_dh(key.components().clone());
        Self::new(PrivateKind::Dh(key), public)
    }

    fn of_gost(key: gost::Private) -> Result<Self> {
        let (params, (x, y)) = (key.public().params, key.public().coordinates());
        Ok(Self::new(PrivateKind::Gost(key), PublicKey::from_gost(params, &x, &y)?))
    }

    fn of_pq(pk: Pk, key: aws_lc::PqKey, seed: Option<&[u8]>) -> Result<Self> {
        let public = PublicKey::from_pq(pk, &key.public().ok_or(BAD_KEY)?)?;
        let seed = seed.map(|s| Zeroizing::new(s.to_vec()));
        Ok(Self::new(PrivateKind::Pq { key, seed }, public))
    }

    /// Reads a PKCS #1 RSAPrivateKey. Fails with `GNUTLS_E_PK_INVALID_PRIVKEY` if it is not consistent.
    pub fn from_pkcs1(der: &[u8]) -> Result<Self> {
        Self::from_pkcs1_for(der, &RsaUse::Any)
    }

    fn from_pkcs1_for(der: &[u8], usage: &RsaUse) -> Result<Self> {
        Reader::new(der).content(der::SEQUENCE).ok_or(DER)?;
        let key = Self::of_rsa(aws_lc::Rsa::from_pkcs1(der).ok_or(BAD_KEY)?, usage)?;
        usage.check(key.bits())?;
        Ok(key)
    }

    /// An RSA key from its numbers, checked for consistency.
    pub fn from_rsa(numbers: RsaComponents) -> Result<Self> {
        Self::of_rsa(numbers.key()?, &RsaUse::Any)
    }

    /// An ECDSA key from its scalar, big-endian.
    pub fn from_sec1(curve: Curve, scalar: &[u8]) -> Result<Self> {
        let size = curve_size(curve).ok_or(UNSUPPORTED_CURVE)?;
        if scalar.is_empty() || scalar.len() > size + 1 {
            return Err(BAD_KEY);
        }
        Self::of_ec(curve, aws_lc::EcKey::from_scalar(curve, scalar).ok_or(BAD_KEY)?)
    }

    /// An EdDSA seed or XDH scalar; `GNUTLS_E_PK_INVALID_PRIVKEY` for another curve or length,
    /// `GNUTLS_E_ECC_UNSUPPORTED_CURVE` for a curve that the system disables.
    pub fn from_edwards(curve: Curve, secret: &[u8]) -> Result<Self> {
        if !system::allows_curve(curve) {
            return Err(UNSUPPORTED_CURVE);
        }
        Self::of_edwards(edwards::Private::new(curve, secret)?)
    }

    /// A DSA key from p, q, g and x.
    pub fn from_dsa(p: &[u8], q: &[u8], g: &[u8], x: &[u8]) -> Result<Self> {
        Self::of_dsa(dsa::Private::new(p, q, g, x)?)
    }

    /// A DH key. An empty order is unknown; an empty public value is computed.
    pub fn from_dh(numbers: &DhComponents, x: &[u8]) -> Result<Self> {
        let n = numbers;
        Ok(Self::of_dh(dh::Private::new(&n.p, &n.q, &n.g, &n.y, x)?))
    }

    /// A GOST key from its little-endian scalar.
    pub fn from_gost(params: GostParams, scalar: &[u8]) -> Result<Self> {
        Self::of_gost(gost::Private::from_scalar(params, scalar)?)
    }

    /// Reads an unencrypted PrivateKeyInfo or OneAsymmetricKey (RFC 5208, RFC 5958).
    pub fn from_pkcs8(der: &[u8]) -> Result<Self> {
        let mut info = Reader::new(der).sequence()?;
        info.expect(der::INTEGER)?;
        let (kind, params) = algorithm(&mut info)?;
        let content = info.octet_string()?;
        let mut inner = Reader::new(content);
        let pk = kind_of(&kind)?;
        match pk {
            Pk::Rsa => Self::from_pkcs1(content),
            Pk::RsaPss => Self::from_pkcs1_for(content, &RsaUse::Pss(read_pss(params)?)),
            Pk::RsaOaep => Self::from_pkcs1_for(content, &RsaUse::Oaep(read_oaep(params)?)),
            Pk::Ecdsa => {
                let curve = named_curve(params)?;
                let mut key = inner.opened(der::SEQUENCE).ok_or(DER)?;
                if key.minimal_unsigned().ok_or(DER)? != [1] {
                    return Err(UNSUPPORTED_CURVE); // as GnuTLS does for an unknown version
                }
                let scalar = key.content(der::OCTET_STRING).ok_or(DER)?;
                let named = key.content(der::context_constructed(0)).is_some();
                let public = key.opened(der::context_constructed(1));
                if !key.is_empty() || !inner.is_empty() {
                    return Err(DER);
                }
                let mut made = Self::from_sec1(curve, scalar)?;
                Arc::make_mut(&mut made.0).curve_named_once = !named;
                let Some(mut bits) = public else { return Ok(made) };
                match bits.content(der::BIT_STRING) {
                    Some([0, point @ ..]) if bits.is_empty() => Ok(made.with_point(point)),
                    _ => Err(DER),
                }
            }
            Pk::Dsa => {
                let mut p = Reader::new(params).opened(der::SEQUENCE).ok_or(DER)?;
                let next = |r: &mut Reader<'_>| r.minimal_unsigned().map(<[u8]>::to_vec).ok_or(DER);
                let (prime, q, g) = (next(&mut p)?, next(&mut p)?, next(&mut p)?);
                let x = Zeroizing::new(next(&mut inner)?);
                if !inner.is_empty() { Err(DER) } else { Self::from_dsa(&prime, &q, &g, &x) }
            }
            Pk::Gost01 | Pk::Gost12256 | Pk::Gost12512 => {
                Self::of_gost(gost::Private::read(GostParams::read(pk, params)?, content)?)
            }
            Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87 | Pk::Mlkem768 | Pk::Mlkem1024 => {
                Self::pq_pkcs8(pk, content)
            }
            _ => {
                let curve = only_curve(pk).ok_or(Error::new(GNUTLS_E_UNKNOWN_PK_ALGORITHM))?;
                Self::from_edwards(curve, inner.content(der::OCTET_STRING).ok_or(DER)?)
            }
        }
    }

    /// Reads the private keys of RFC 9881 and RFC 9935: a seed, an expanded key, or both, which must match.
    fn pq_pkcs8(pk: Pk, der: &[u8]) -> Result<Self> {
        const SEED: u8 = der::context(0);
        let mut r = Reader::new(der);
        let tag = r.peek().ok_or(DER)?;
        let content = r.content(tag).ok_or(DER)?;
        if !r.is_empty() {
            return Err(DER);
        }
        match tag {
            SEED => Self::from_pq_seed(pk, content),
            der::OCTET_STRING => {
                Self::of_pq(pk, aws_lc::PqKey::from_expanded(pk, content).ok_or(BAD_KEY)?, None)
            }
            der::SEQUENCE => {
                let mut both = Reader::new(content);
                let seed = both.content(der::OCTET_STRING).ok_or(DER)?;
                let expanded = both.content(der::OCTET_STRING).ok_or(DER)?;
                if !both.is_empty() {
                    return Err(DER);
                }
                let key = Self::from_pq_seed(pk, seed)?;
                let same = key.pq_expanded().is_some_and(|own| *own == *expanded);
                if same { Ok(key) } else { Err(BAD_KEY) }
            }
            _ => Err(DER),
        }
    }

    /// An ML-DSA or ML-KEM key from its seed.
    pub fn from_pq_seed(pk: Pk, seed: &[u8]) -> Result<Self> {
        Self::of_pq(pk, aws_lc::PqKey::from_seed(pk, seed).ok_or(BAD_KEY)?, Some(seed))
    }

    /// The same RSA key for another use. Fails with `GNUTLS_E_INVALID_REQUEST` for other key types.
    pub fn for_use(&self, usage: &RsaUse) -> Result<Self> {
        let public = self.0.public.for_use(usage)?;
        Ok(PrivateKey(Arc::new(Private { public, ..Private::clone(&self.0) })))
    }

    /// The same key with or without the seed from which it was generated.
    pub fn with_seed(&self, seed: Option<Seed>) -> Self {
        PrivateKey(Arc::new(Private { seed, ..Private::clone(&self.0) }))
    }

    /// Whether the PKCS #8 encoding of this key names the curve only in the algorithm, as in the file it was
    /// read from.
    pub fn names_curve_once(&self) -> bool {
        self.0.curve_named_once
    }

    /// The same key, whose encoding names the curve within the key, too, as that of a new one.
    pub fn with_curve_within(mut self) -> Self {
        if self.0.curve_named_once {
            Arc::make_mut(&mut self.0).curve_named_once = false;
        }
        self
    }

    /// The seed of a provable key.
    pub fn seed(&self) -> Option<&Seed> {
        self.0.seed.as_ref()
    }

    /// The same key, marked as imported with a public key that does not match. The key uses its own public
    /// key; only [`PrivateKey::verify_params`] reports `what`.
    pub fn with_foreign_public(self, what: Error) -> Self {
        PrivateKey(Arc::new(Private { foreign: Some(what), ..Private::clone(&self.0) }))
    }

    /// The same DSA key, which was imported with this public number (without leading zeros): see
    /// [`PrivateKey::with_foreign_public`].
    pub fn with_dsa_public(self, y: &[u8]) -> Self {
        let own = self.dsa_components().is_some_and(|n| n.y == y);
        if own { self } else { self.with_foreign_public(Error::new(GNUTLS_E_ILLEGAL_PARAMETER)) }
    }

    /// The same elliptic curve key, which was imported with this point: see
    /// [`PrivateKey::with_foreign_public`].
    pub fn with_point(self, point: &[u8]) -> Self {
        let own = self.0.public.point();
        if own == Some(point) || own.is_some_and(|own| is_compressed(point, own)) {
            return self;
        }
        let claimed = self.curve().ok_or(BAD_KEY).and_then(|c| PublicKey::from_ec(c, point));
        self.with_foreign_public(claimed.err().unwrap_or(Error::new(GNUTLS_E_ILLEGAL_PARAMETER)))
    }

    /// Fails if the key was imported with a public key that does not match: with `GNUTLS_E_ILLEGAL_PARAMETER`
    /// if it belongs to another key, and with `GNUTLS_E_PK_INVALID_PUBKEY` if it is invalid. Other invalid
    /// numbers are rejected on import.
    pub fn verify_params(&self) -> Result<()> {
        self.0.foreign.map_or(Ok(()), Err)
    }

    pub fn generate_rsa(bits: u32) -> Result<Self> {
        Self::of_rsa(aws_lc::Rsa::generate(bits).ok_or(NOT_GENERATED)?, &RsaUse::Any)
    }

    pub fn generate_ec(curve: Curve) -> Result<Self> {
        curve_size(curve).ok_or(UNSUPPORTED_CURVE)?;
        Self::of_ec(curve, aws_lc::EcKey::generate(curve).ok_or(NOT_GENERATED)?)
    }

    pub fn generate_edwards(curve: Curve) -> Result<Self> {
        Self::of_edwards(edwards::Private::generate(curve)?)
    }

    /// Generates a DSA key with given parameters.
    pub fn generate_dsa(p: &[u8], q: &[u8], g: &[u8]) -> Result<Self> {
        Self::of_dsa(dsa::Private::generate(p, q, g)?)
    }

    /// Generates a DH key with given parameters; see [`dh::Private::generate`].
    pub fn generate_dh(p: &[u8], q: &[u8], g: &[u8], bits: u32) -> Result<Self> {
        Ok(Self::of_dh(dh::Private::generate(p, q, g, bits)?))
    }

    pub fn generate_gost(params: GostParams) -> Result<Self> {
        Self::of_gost(gost::Private::generate(params)?)
    }

    pub fn generate_pq(pk: Pk) -> Result<Self> {
        let kem = matches!(pk, Pk::Mlkem768 | Pk::Mlkem1024);
        let mut seed = Zeroizing::new(vec![0; if kem { 64 } else { 32 }]);
        rand::fill(&mut seed)?;
        Self::from_pq_seed(pk, &seed)
    }

    pub fn pk(&self) -> Pk {
        self.0.public.pk()
    }

    pub fn bits(&self) -> u32 {
        self.0.public.bits()
    }

    pub fn curve(&self) -> Option<Curve> {
        self.0.public.curve()
    }

    pub fn public(&self) -> &PublicKey {
        &self.0.public
    }

    /// The RSAPrivateKey of an RSA key.
    pub fn to_pkcs1(&self) -> Option<Zeroizing<Vec<u8>>> {
        match &*self.0.key {
            PrivateKind::Rsa(k) => k.to_pkcs1(),
            _ => None,
        }
    }

    /// The numbers of an RSA key.
    pub fn rsa_components(&self) -> Option<RsaComponents> {
        RsaComponents::from_pkcs1(&self.to_pkcs1()?).ok()
    }

    /// The secret of keys other than RSA: the scalar of an elliptic curve key with the size of the curve
    /// (little-endian for GOST), the seed of an EdDSA key, x of DSA and DH.
    pub fn scalar(&self) -> Option<Zeroizing<Vec<u8>>> {
        match &*self.0.key {
            PrivateKind::Ec(k) => k.scalar(curve_size(self.curve()?)?),
            PrivateKind::Edwards(k) => Some(k.secret().clone()),
            PrivateKind::Dsa(k) => Some(k.x().clone()),
            PrivateKind::Dh(k) => Some(k.x().clone()),
            PrivateKind::Gost(k) => k.scalar().ok(),
            PrivateKind::Rsa(_) | PrivateKind::Pq { .. } => None,
        }
    }

    pub fn dsa_components(&self) -> Option<&DsaComponents> {
        self.0.public.dsa_components()
    }

    /// The seed of an ML-DSA or ML-KEM key, if it is known.
    pub fn pq_seed(&self) -> Option<&[u8]> {
        match &*self.0.key {
            PrivateKind::Pq { seed: Some(seed), .. } => Some(seed),
            _ => None,
        }
    }

    /// The expanded form of an ML-DSA or ML-KEM key.
    pub fn pq_expanded(&self) -> Option<Zeroizing<Vec<u8>>> {
        match &*self.0.key {
            PrivateKind::Pq { key, .. } => key.expanded(),
            _ => None,
        }
    }

    /// The content of the privateKey of a PrivateKeyInfo, for key types without another format (PKCS #1, SEC
    /// 1, RFC 9881).
    pub fn pkcs8_content(&self) -> Result<Zeroizing<Vec<u8>>> {
        let mut out = Zeroizing::new(Vec::new());
        match &*self.0.key {
            PrivateKind::Edwards(k) => out.element(der::OCTET_STRING, k.secret()),
            PrivateKind::Dsa(k) => out.unsigned(k.x()),
            PrivateKind::Gost(k) => return k.write(),
            _ => return Err(INVALID_REQUEST),
        }
        Ok(out)
    }

    /// Signs `message` as in TLS. Fails with the errors of [`PublicKey::scheme`], `GNUTLS_E_CONSTRAINT_ERROR`
    /// if a modulus is too short for RSA-PSS, or `GNUTLS_E_PK_SIGN_FAILED`.
    pub fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        self.0.public.scheme(sign)?;
        self.sign_with(sign, message, TLS)
    }

    /// Like [`PrivateKey::sign`], but with a precomputed digest (or the message itself, for schemes that sign
    /// messages).
    pub fn sign_hash(&self, sign: Sign, hash: &[u8]) -> Result<Vec<u8>> {
        self.0.public.scheme(sign)?;
        self.sign_hash_with(sign, hash, TLS)
    }

    /// Like [`PrivateKey::sign`], but with options.
    pub fn sign_with(&self, sign: Sign, message: &[u8], options: SignOptions) -> Result<Vec<u8>> {
        match self.0.public.scheme_with(sign, options)?.digest() {
            Some(d) => self.sign_hash_with(sign, &hash::digest(d, message)?, options),
            None => self.sign_hash_with(sign, message, options),
        }
    }

    /// Like [`PrivateKey::sign_hash`], but with options.
    pub fn sign_hash_with(&self, sign: Sign, hash: &[u8], options: SignOptions) -> Result<Vec<u8>> {
        let scheme = self.0.public.scheme_with(sign, options)?;
        if !scheme.is_whole(hash) {
            return err(GNUTLS_E_PK_SIGN_FAILED);
        }
        let made = match (scheme, &*self.0.key) {
            (Scheme::Pkcs1(d), PrivateKind::Rsa(k)) => {
                rsa::to_pad(d, hash).and_then(|info| k.sign_raw(&info))
            }
            (Scheme::RsaRaw, PrivateKind::Rsa(k)) => k.sign_raw(hash),
            (Scheme::Pss { digest, .. }, PrivateKind::Rsa(k)) => {
                let salt = self.0.public.pss_salt(digest, options);
                // The modulus is too short for digest and salt (RFC 8017 section 9.1.1).
                if !options.deterministic && digest.output_size() + salt + 2 > self.0.public.pss_encoded() {
                    return err(GNUTLS_E_CONSTRAINT_ERROR);
                }
                k.sign_pss(digest, salt, hash)
            }
            (Scheme::Ecdsa(d, _), PrivateKind::Ec(k)) if options.deterministic => sign_ec(k, d, hash),
            (Scheme::Ecdsa(..), PrivateKind::Ec(k)) => k.sign(hash),
            (Scheme::Ed25519 | Scheme::Ed448, PrivateKind::Edwards(k)) => k.sign(hash),
            (Scheme::Dsa(d), PrivateKind::Dsa(k)) if options.deterministic => k.sign_deterministic(d, hash),
            (Scheme::Dsa(_), PrivateKind::Dsa(k)) => k.sign(hash),
            (Scheme::Gost(_), PrivateKind::Gost(k)) => k.sign(hash),
            (Scheme::MlDsa, PrivateKind::Pq { key, .. }) => key.sign(hash),
            _ => None,
        };
        made.ok_or(Error::new(GNUTLS_E_PK_SIGN_FAILED))
    }

    /// Decrypts with an RSA key: with OAEP for an RSA-OAEP key, otherwise with PKCS #1 v1.5. All errors are
    /// reported as `GNUTLS_E_DECRYPTION_FAILED`, except `GNUTLS_E_INVALID_REQUEST` for other key types.
    pub fn decrypt(&self, ciphertext: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        match (&*self.0.key, self.0.public.rsa_use()) {
            (PrivateKind::Rsa(k), Some(RsaUse::Oaep(params))) => {
                rsa::decrypt_oaep(k, params.as_ref(), ciphertext)
            }
            (PrivateKind::Rsa(_), Some(RsaUse::Any)) if !system::allows_rsa_encryption() => {
                Err(NOT_ENCRYPTED)
            }
            (PrivateKind::Rsa(k), Some(RsaUse::Any)) => rsa::decrypt_pkcs1(k, ciphertext),
            _ => Err(INVALID_REQUEST),
        }
    }

    /// Like [`PrivateKey::decrypt`], but for a message of known length; in constant time for PKCS #1 v1.5.
    pub fn decrypt_into(&self, ciphertext: &[u8], out: &mut [u8]) -> Result<()> {
        match (&*self.0.key, self.0.public.rsa_use()) {
            (PrivateKind::Rsa(_), Some(RsaUse::Any)) if !system::allows_rsa_encryption() => {
                Err(NOT_ENCRYPTED)
            }
            (PrivateKind::Rsa(k), Some(RsaUse::Any)) => rsa::decrypt_pkcs1_into(k, ciphertext, out),
            _ => {
                let plain = self.decrypt(ciphertext)?;
                if plain.len() != out.len() {
                    return err(GNUTLS_E_DECRYPTION_FAILED);
                }
                out.copy_from_slice(&plain);
                Ok(())
            }
        }
    }

    /// The secret shared with a peer: the x coordinate of the shared point, the result of XDH, or the power
    /// of DH. Fails with `GNUTLS_E_INVALID_REQUEST` if the keys do not match or do not support key agreement,
    /// and with `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` for a public value that would reveal the key.
    pub fn derive(&self, peer: &PublicKey) -> Result<Zeroizing<Vec<u8>>> {
        const BAD_PEER: Error = Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
        match &*self.0.key {
            PrivateKind::Ec(k) => k.agree(peer.ec_key().ok_or(INVALID_REQUEST)?).ok_or(INVALID_REQUEST),
            PrivateKind::Edwards(k) if peer.curve() == Some(k.curve()) => {
                if !matches!(k.curve(), Curve::X25519 | Curve::X448) {
                    return Err(INVALID_REQUEST);
                }
                k.agree(peer.point().ok_or(INVALID_REQUEST)?).ok_or(BAD_PEER)
            }
            PrivateKind::Dh(k) => k.agree_with(peer.dh_components().ok_or(INVALID_REQUEST)?),
            _ => Err(INVALID_REQUEST),
        }
    }
}

/// Deterministic ECDSA (RFC 6979) with HMAC of `with`. A signature with a hardware fault would reveal the
/// key, so the signature is verified before it is returned.
fn sign_ec(key: &aws_lc::EcKey, with: Digest, hash: &[u8]) -> Option<Vec<u8>> {
    let order = key.order()?;
    let octets = order.size();
    let mut nonces = rfc6979::Nonces::new(with, &order, &key.scalar(octets)?, hash)?;
    let signature = key.sign_with_nonce(hash, &nonces.next()?.padded(octets)?)?;
    key.verify(hash, &signature)?;
    Some(signature)
}
