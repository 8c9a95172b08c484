//! RSA keys: their numbers, the DigestInfo of PKCS #1, and decryption in constant time (RFC 8017).
use std::sync::OnceLock;

use subtle::{Choice, ConditionallySelectable, ConstantTimeEq, ConstantTimeGreater};
use zeroize::Zeroizing;

use super::super::aws_lc::{Bn, Modulus2048, Rsa};
use super::{DER, OaepParams};
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::asn1::der::{self, Reader, Write};
use crate::asn1::oid;
use crate::error::{Error, Result};

const BAD_KEY: Error = Error::new(GNUTLS_E_PK_INVALID_PRIVKEY);
const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

/// The numbers of a private key in the order of RFC 8017 appendix A.1.2, big-endian without leading zeros.
#[derive(Clone, Default)]
pub struct RsaComponents {
    pub n: Zeroizing<Vec<u8>>,
    pub e: Zeroizing<Vec<u8>>,
    pub d: Zeroizing<Vec<u8>>,
    pub p: Zeroizing<Vec<u8>>,
    pub q: Zeroizing<Vec<u8>>,
    pub dp: Zeroizing<Vec<u8>>,
    pub dq: Zeroizing<Vec<u8>>,
    pub u: Zeroizing<Vec<u8>>,
}

impl RsaComponents {
    fn all(&mut self) -> [&mut Zeroizing<Vec<u8>>; 8] {
        let RsaComponents { n, e, d, p, q, dp, dq, u } = self;
        [n, e, d, p, q, dp, dq, u]
    }

    /// Reads an RSAPrivateKey.
    pub fn from_pkcs1(der: &[u8]) -> Result<RsaComponents> {
        let mut key = Reader::new(der).opened(der::SEQUENCE).ok_or(DER)?;
        key.minimal_unsigned().ok_or(DER)?;
        let mut numbers = RsaComponents::default();
        for n in numbers.all() {
            *n = Zeroizing::new(key.minimal_unsigned().ok_or(DER)?.to_vec());
        }
        Ok(numbers)
    }

    /// Creates the numbers from n, e, p and q; the others are computed if they are missing. Fails with
    /// `GNUTLS_E_PK_INVALID_PRIVKEY` if there is no solution.
    pub fn complete(
        n: &[u8],
        e: &[u8],
        p: &[u8],
        q: &[u8],
        [d, dp, dq, u]: [Option<&[u8]>; 4],
    ) -> Option<RsaComponents> {
        // The time grows with the cube of the lengths, and aws-lc does not accept a longer modulus.
        const MAX_LEN: usize = 16_384 / 8 + 1;
        if [Some(n), Some(e), Some(p), Some(q), d, dp, dq, u].iter().flatten().any(|n| n.len() > MAX_LEN) {
            return None;
        }
        let one = Bn::small(1)?;
        let (bn, be, bp, bq) = (Bn::new(n)?, Bn::new(e)?, Bn::new(p)?, Bn::new(q)?);
        let (p1, q1) = (bp.sub(&one)?, bq.sub(&one)?);
        let d = match d {
            Some(d) => Bn::new(d)?,
            None => {
                let lcm = p1.mul(&q1)?.div(&p1.gcd(&q1)?)?.0;
                be.mod_inverse(&lcm)?
            }
        };
        let or = |given: Option<&[u8]>, made: &dyn Fn() -> Option<Bn>| given.map_or_else(made, Bn::new);
        let dp = or(dp, &|| d.rem(&p1))?;
        let dq = or(dq, &|| d.rem(&q1))?;
        let u = or(u, &|| bq.rem(&bp)?.mod_inverse(&bp))?;
        Some(RsaComponents {
            n: bn.bytes(),
            e: be.bytes(),
            d: d.bytes(),
            p: bp.bytes(),
            q: bq.bytes(),
            dp: dp.bytes(),
            dq: dq.bytes(),
            u: u.bytes(),
        })
    }

    /// The key, checked for consistency.
    pub(crate) fn key(mut self) -> Result<Rsa> {
        let numbers = self.all().map(|n| Bn::new(n).ok_or(BAD_KEY));
        let [n, e, d, p, q, dp, dq, u] = numbers;
        Rsa::from_components(&[n?, e?, d?, p?, q?, dp?, dq?, u?]).ok_or(BAD_KEY)
    }
}

/// A public key that verifies signatures: with the processor's widest multiplications where it has them and the modulus
/// has their size, else by aws-lc.
pub(super) struct Verifier {
    key: Rsa,
    /// What is computed from the modulus for that, with the first signature, and the exponent.
    fast: OnceLock<Option<(Box<Modulus2048>, Vec<u8>)>>,
}

impl Verifier {
    pub(super) fn new(key: Rsa) -> Verifier {
        Verifier { key, fast: OnceLock::new() }
    }

    pub(super) fn key(&self) -> &Rsa {
        &self.key
    }

    /// The encoded message in a signature (RFC 8017 section 8.1.2, step 2); `None` inside if the signature is no number
    /// below the modulus, and outside if aws-lc is to compute it.
    fn encoded_message(&self, signature: &[u8]) -> Option<Option<[u8; 256]>> {
        let fast = self.fast.get_or_init(|| {
            let (n, e) = self.key.public();
            Some((Modulus2048::new(&n)?, e))
        });
        let (modulus, exponent) = fast.as_ref()?;
        Some(modulus.product_of_powers(&[(signature, exponent)]))
    }

    /// Verifies a signature of RSASSA-PKCS1-v1_5 over the given bytes, to which no DigestInfo is added.
    pub(super) fn verify_pkcs1(&self, bytes: &[u8], signature: &[u8]) -> Option<()> {
        let Some(encoded) = self.encoded_message(signature) else {
            return self.key.verify_raw(bytes, signature);
        };
        // RFC 8017 section 9.2: at least eight bytes of padding.
        let (start, end) = encoded.as_ref()?.split_at(256usize.checked_sub(bytes.len())?);
        let [0, 1, padding @ .., 0] = start else { return None };
        (padding.len() >= 8 && padding.iter().all(|b| *b == 0xff) && end == bytes).then_some(())
    }

    /// Verifies a signature of RSASSA-PSS with MGF1 of the same digest and a salt of exactly `salt` bytes.
    pub(super) fn verify_pss(
        &self,
        digest: Digest,
        salt: usize,
        hash: &[u8],
        signature: &[u8],
    ) -> Option<()> {
        match self.encoded_message(signature) {
            Some(encoded) => self.key.is_pss(digest, salt, hash, &encoded?),
            None => self.key.verify_pss(digest, salt, hash, signature),
        }
    }
}

/// DigestInfo of RFC 8017 section 9.2; `None` for a digest without an identifier.
pub fn digest_info(digest: Digest, hash: &[u8]) -> Option<Vec<u8>> {
    let (mut id, mut body, mut out) = (Vec::new(), Vec::new(), Vec::new());
    id.oid(&oid::from_text(digest.oid()?)?);
    id.element(der::NULL, &[]);
    body.element(der::SEQUENCE, &id);
    body.element(der::OCTET_STRING, hash);
    out.element(der::SEQUENCE, &body);
    Some(out)
}

/// The input of EMSA-PKCS1-v1_5 padding: the DigestInfo, or the digest itself if it has no identifier
/// (MD5+SHA1 of TLS 1.1).
pub(super) fn to_pad(digest: Digest, hash: &[u8]) -> Option<Vec<u8>> {
    if digest.oid().is_none() { Some(hash.to_vec()) } else { digest_info(digest, hash) }
}

/// The start of the message in an EME-PKCS1-v1_5 block, and whether the padding is valid. In constant time.
fn message_of(block: &[u8]) -> (u32, Choice) {
    let mut good = block[0].ct_eq(&0) & block[1].ct_eq(&2);
    let (mut start, mut found) = (0u32, Choice::from(0));
    for (i, byte) in block.iter().enumerate().skip(2) {
        let zero = byte.ct_eq(&0);
        start = u32::conditional_select(&start, &(i as u32 + 1), zero & !found);
        found |= zero;
    }
    // At least eight bytes of padding.
    good &= found & start.ct_gt(&10);
    (start, good)
}

/// RSAES-PKCS1-v1_5. The time only depends on whether it succeeds and on the length of the message.
pub(super) fn decrypt_pkcs1(key: &Rsa, ciphertext: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let block = raw_block(key, ciphertext)?;
    let (start, good) = message_of(&block);
    if bool::from(good) { Ok(Zeroizing::new(block[start as usize..].to_vec())) } else { Err(FAILED) }
}

/// Like [`decrypt_pkcs1`], but for a message of known length and in constant time. On failure `out` is
/// unchanged.
pub(super) fn decrypt_pkcs1_into(key: &Rsa, ciphertext: &[u8], out: &mut [u8]) -> Result<()> {
    let block = raw_block(key, ciphertext)?;
    let Some(wanted) = block.len().checked_sub(out.len()) else { return Err(FAILED) };
    let (start, good) = message_of(&block);
    let good = good & start.ct_eq(&(wanted as u32));
    for (o, b) in out.iter_mut().zip(&block[wanted..]) {
        o.conditional_assign(b, good);
    }
    if bool::from(good) { Ok(()) } else { Err(FAILED) }
}

fn raw_block(key: &Rsa, ciphertext: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    if ciphertext.len() != key.size() || key.size() < 11 {
        return Err(FAILED);
    }
    key.decrypt_raw(ciphertext).ok_or(FAILED)
}

/// RSAES-OAEP with the parameters of the key, or SHA-256 and an empty label.
pub(super) fn decrypt_oaep(
    key: &Rsa,
    params: Option<&OaepParams>,
    ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
    let (digest, label) = params.map_or((Digest::Sha256, &[][..]), |p| (p.digest, &p.label));
    key.decrypt_oaep(digest, label, ciphertext).ok_or(FAILED)
}
