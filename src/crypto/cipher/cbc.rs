//! CBC ciphers, which PKCS #5 encryption of keys uses.
use super::camellia::Camellia;
use crate::abi::*;
use crate::alg::ids::{Cipher, Digest};
use crate::crypto::aws_lc;
use crate::crypto::hash::{HmacKey, Output};
use crate::error::{Error, Result, err};

/// One direction of a CBC cipher. The chain continues from call to call.
pub struct Cbc(Chain);

enum Chain {
    Raw(aws_lc::CipherCtx),
    Camellia { key: Box<Camellia>, iv: [u8; 16], encrypt: bool },
}

/// Key and block size of a CBC cipher (the IV is one block); `None` if it is not supported.
pub const fn sizes(cipher: Cipher) -> Option<(usize, usize)> {
    Some(match cipher {
        Cipher::Aes128Cbc => (16, 16),
        Cipher::Aes192Cbc => (24, 16),
        Cipher::Aes256Cbc => (32, 16),
        Cipher::Camellia128Cbc => (16, 16),
        Cipher::Camellia192Cbc => (24, 16),
        Cipher::Camellia256Cbc => (32, 16),
        Cipher::TripleDesCbc => (24, 8),
        Cipher::DesCbc => (8, 8),
        Cipher::Rc2_40Cbc => (5, 8),
        _ => return None,
    })
}

impl Cbc {
    fn new(cipher: Cipher, key: &[u8], iv: &[u8], encrypt: bool) -> Result<Cbc> {
        let Some((key_size, block)) = sizes(cipher) else { return err(GNUTLS_E_UNKNOWN_CIPHER_TYPE) };
        if key.len() != key_size || iv.len() != block {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        if matches!(cipher, Cipher::Camellia128Cbc | Cipher::Camellia192Cbc | Cipher::Camellia256Cbc) {
            let key = Box::new(Camellia::new(key)?);
            let iv = iv.try_into().map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
            return Ok(Cbc(Chain::Camellia { key, iv, encrypt }));
        }
        let ctx = aws_lc::CipherCtx::new(cipher, key, iv, encrypt);
        Ok(Cbc(Chain::Raw(ctx.ok_or(Error::new(GNUTLS_E_UNKNOWN_CIPHER_TYPE))?)))
    }

    pub fn encryptor(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Cbc> {
        Cbc::new(cipher, key, iv, true)
    }

    pub fn decryptor(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Cbc> {
        Cbc::new(cipher, key, iv, false)
    }

    /// Processes whole blocks in place. Fails with `GNUTLS_E_INVALID_REQUEST` for partial blocks.
    pub fn in_place(&mut self, data: &mut [u8]) -> Result<()> {
        match &mut self.0 {
            Chain::Raw(ctx) => ctx.update_in_place(data).ok_or(Error::new(GNUTLS_E_INVALID_REQUEST)),
            Chain::Camellia { key, iv, encrypt } => key.cbc(iv, data, *encrypt),
        }
    }
}

/// Seals TLS records with AES-CBC and HMAC in one pass over their bytes, which takes about as long as the
/// encryption alone.
pub struct CbcHmac(aws_lc::CbcHmac);

impl CbcHmac {
    /// `None` if the combination or this processor does not support it.
    pub fn sealer(cipher: Cipher, digest: Digest, key: &[u8], mac_key: &[u8], iv: &[u8]) -> Option<CbcHmac> {
        aws_lc::CbcHmac::sealer(cipher, digest, key, mac_key, iv).map(CbcHmac)
    }

    /// Seals the record `out[start..]`, an explicit IV (in TLS 1.1 and 1.2) and the content: appends the MAC
    /// and the shortest padding, and encrypts all of it. `head` (RFC 5246 section 6.2.3.1) is authenticated
    /// before the content.
    pub fn seal(&mut self, head: [u8; 13], out: &mut Vec<u8>, start: usize) -> Result<()> {
        self.0.seal(head, out, start).ok_or(Error::new(GNUTLS_E_ENCRYPTION_FAILED))
    }
}

/// Seals TLS records with AES-CBC and the HMAC of the ciphertext (RFC 7366) in one pass over their bytes.
pub struct CbcThenHmac(aws_lc::CbcSha);

impl CbcThenHmac {
    /// `None` if the combination or this processor does not support it.
    pub fn sealer(cipher: Cipher, digest: Digest, key: &[u8]) -> Option<CbcThenHmac> {
        aws_lc::CbcSha::new(cipher, digest, key).map(CbcThenHmac)
    }

    /// Encrypts whole blocks in place, of which the first one must be unpredictable, for it is an explicit IV, and
    /// returns the MAC of `head` and the ciphertext.
    pub fn seal(&self, mac: &HmacKey, head: &[u8], blocks: &mut [u8]) -> Result<Output> {
        let mac = mac.mac_with(head, |sha| self.0.encrypt(blocks, sha));
        mac.ok_or(Error::new(GNUTLS_E_ENCRYPTION_FAILED))
    }
}

/// Encrypts `plain` with PKCS #7 padding (RFC 8018 section 6.2).
pub fn encrypt_padded(cipher: Cipher, key: &[u8], iv: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let mut cbc = Cbc::encryptor(cipher, key, iv)?;
    let pad = iv.len() - plain.len() % iv.len();
    let mut out = Vec::with_capacity(plain.len() + pad);
    out.extend_from_slice(plain);
    out.resize(plain.len() + pad, pad as u8);
    cbc.in_place(&mut out)?;
    Ok(out)
}

/// Decrypts and removes the PKCS #7 padding. Fails with `GNUTLS_E_DECRYPTION_FAILED` if the length or padding
/// is invalid, which is the result of most wrong passwords. Only for files: the check is not in constant
/// time.
pub fn decrypt_padded(
    cipher: Cipher,
    key: &[u8],
    iv: &[u8],
    data: &[u8],
) -> Result<zeroize::Zeroizing<Vec<u8>>> {
    const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);
    let mut out = zeroize::Zeroizing::new(data.to_vec());
    Cbc::decryptor(cipher, key, iv)?.in_place(&mut out).map_err(|_| FAILED)?;
    let pad = usize::from(*out.last().ok_or(FAILED)?);
    if pad == 0 || pad > iv.len() || !out.ends_with(&vec![pad as u8; pad]) {
        return Err(FAILED);
    }
    let len = out.len() - pad;
    out.truncate(len);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::hex;

    #[test]
    fn aes_of_sp800_38a() {
        let key = hex("2b7e151628aed2a6abf7158809cf4f3c");
        let iv = hex("000102030405060708090a0b0c0d0e0f");
        let mut data = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
        let plain = data.clone();
        let mut cbc = Cbc::encryptor(Cipher::Aes128Cbc, &key, &iv).unwrap();
        cbc.in_place(&mut data[..16]).unwrap();
        cbc.in_place(&mut data[16..]).unwrap();
        assert_eq!(data, hex("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"));
        assert!(cbc.in_place(&mut [0; 15]).is_err());
        Cbc::decryptor(Cipher::Aes128Cbc, &key, &iv).unwrap().in_place(&mut data).unwrap();
        assert_eq!(data, plain);
    }

    #[test]
    fn padding_goes_on_and_off() {
        for (cipher, key, iv) in
            [(Cipher::Aes192Cbc, 24, 16), (Cipher::Aes256Cbc, 32, 16), (Cipher::TripleDesCbc, 24, 8)]
        {
            let (key, iv): (Vec<u8>, Vec<u8>) = ((1..=key).collect(), vec![7; iv]);
            for n in 0..33 {
                let plain = vec![n; n.into()];
                let sealed = encrypt_padded(cipher, &key, &iv, &plain).unwrap();
                assert_eq!(*decrypt_padded(cipher, &key, &iv, &sealed).unwrap(), plain);
                assert!(decrypt_padded(cipher, &key, &iv, &sealed[1..]).is_err());
            }
            assert_eq!(
                decrypt_padded(cipher, &key, &iv, &[]).unwrap_err().code(),
                GNUTLS_E_DECRYPTION_FAILED
            );
            assert!(encrypt_padded(cipher, &key[1..], &iv, b"").is_err());
        }
    }
}
