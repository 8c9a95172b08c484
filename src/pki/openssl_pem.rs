//! The encrypted PEM that OpenSSL had before PKCS #8: `DEK-Info` names cipher and salt, MD5 makes the key.
use zeroize::Zeroizing;

use super::keys::traditional;
use crate::abi::*;
use crate::alg::{Cipher, Digest};
use crate::asn1::pem;
use crate::crypto::sign::PrivateKey;
use crate::crypto::{cbc, hash};
use crate::error::{Error, Result, err};

const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

/// The PEM encryption that OpenSSL had before PKCS #8 (`gnutls_x509_privkey_import_openssl`): `DEK-Info` names cipher
/// and salt, MD5 makes the key.
pub fn from_openssl(data: &[u8], password: Option<&[u8]>) -> Result<PrivateKey> {
    const HEADER: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
    let text = core::str::from_utf8(data).map_err(|_| HEADER)?;
    let at = text.find("DEK-Info: ").ok_or(HEADER)?;
    let (info, rest) = text[at + 10..].split_once('\n').ok_or(HEADER)?;
    let (name, iv) = info.trim().split_once(',').ok_or(HEADER)?;
    let cipher = match name {
        "AES-128-CBC" => Cipher::Aes128Cbc,
        "AES-192-CBC" => Cipher::Aes192Cbc,
        "AES-256-CBC" => Cipher::Aes256Cbc,
        "DES-EDE3-CBC" => Cipher::TripleDesCbc,
        _ => return err(GNUTLS_E_UNKNOWN_CIPHER_TYPE),
    };
    let iv = from_hex(iv).filter(|iv| iv.len() == cipher.iv_size()).ok_or(HEADER)?;
    let body = rest.split('-').next().unwrap_or("");
    let sealed = pem::base64_decode(body.trim().as_bytes())?;
    let password = password.ok_or(FAILED)?;
    let mut key: Zeroizing<Vec<u8>> = Zeroizing::new(Vec::new());
    let mut block: Zeroizing<Vec<u8>> = Zeroizing::new(Vec::new());
    while key.len() < cipher.key_size() {
        let input = Zeroizing::new([&block[..], password, &iv[..8]].concat());
        block = Zeroizing::new(hash::digest(Digest::Md5, &input)?.as_ref().to_vec());
        key.extend_from_slice(&block);
    }
    key.truncate(cipher.key_size());
    let opened = cbc::decrypt_padded(cipher, &key, &iv, &sealed).map_err(|_| FAILED)?;
    traditional(&opened).map_err(|_| FAILED)
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    (digits.len() % 2 == 0).then(|| digits.chunks(2).map(|p| p[0] << 4 | p[1]).collect())
}
