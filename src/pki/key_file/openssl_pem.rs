//! OpenSSL's legacy encrypted PEM: `DEK-Info` contains cipher and salt, the key is derived with MD5.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Cipher, Digest};
use crate::asn1::pem;
use crate::crypto::cipher::cbc;
use crate::crypto::hash;
use crate::crypto::keys::PrivateKey;
use crate::error::{Error, Result};
use crate::pki::key_file::password::normalize_or_keep;
use crate::pki::key_file::traditional::traditional;

const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

const DEK_INFO: &[u8] = b"DEK-Info: ";

/// Whether a text has the header of this encryption.
pub fn is_encrypted(text: &[u8]) -> bool {
    header(text).is_some()
}

/// The text after `DEK-Info`.
fn header(text: &[u8]) -> Option<&[u8]> {
    text.windows(DEK_INFO.len()).position(|w| w == DEK_INFO).map(|at| &text[at + DEK_INFO.len()..])
}

/// Decrypts a key (`gnutls_x509_privkey_import_openssl`). Fails with `GNUTLS_E_PARSING_ERROR` if the header
/// is missing, and with `GNUTLS_E_INVALID_REQUEST` if the cipher is not supported or the IV is invalid.
pub fn from_openssl(data: &[u8], password: Option<&[u8]>) -> Result<PrivateKey> {
    const HEADER: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
    let text = header(data).ok_or(Error::new(GNUTLS_E_PARSING_ERROR))?;
    let text = core::str::from_utf8(text).map_err(|_| HEADER)?;
    let (info, rest) = text.split_once('\n').ok_or(HEADER)?;
    let (name, iv) = info.trim().split_once(',').ok_or(HEADER)?;
    let cipher = match name {
        "AES-128-CBC" => Cipher::Aes128Cbc,
        "AES-192-CBC" => Cipher::Aes192Cbc,
        "AES-256-CBC" => Cipher::Aes256Cbc,
        "CAMELLIA-128-CBC" => Cipher::Camellia128Cbc,
        "CAMELLIA-192-CBC" => Cipher::Camellia192Cbc,
        "CAMELLIA-256-CBC" => Cipher::Camellia256Cbc,
        "DES-CBC" => Cipher::DesCbc,
        "DES-EDE3-CBC" => Cipher::TripleDesCbc,
        _ => return Err(HEADER),
    };
    let iv = from_hex(iv).filter(|iv| iv.len() == cipher.iv_size()).ok_or(HEADER)?;
    let body = rest.split('-').next().unwrap_or("");
    let sealed = pem::base64_decode(body.trim().as_bytes())?;
    let given = password.ok_or(FAILED)?;
    // As in PKCS #8, the normalized password is tried first.
    let normal = normalize_or_keep(given);
    match decrypt(cipher, &iv, &sealed, &normal) {
        Err(_) if *normal != *given => decrypt(cipher, &iv, &sealed, given),
        result => result,
    }
}

fn decrypt(cipher: Cipher, iv: &[u8], sealed: &[u8], password: &[u8]) -> Result<PrivateKey> {
    let mut key: Zeroizing<Vec<u8>> = Zeroizing::new(Vec::with_capacity(48));
    let mut block: Zeroizing<Vec<u8>> = Zeroizing::new(Vec::new());
    while key.len() < cipher.key_size() {
        let input = Zeroizing::new([&block[..], password, &iv[..8]].concat());
        block = Zeroizing::new(hash::digest(Digest::Md5, &input)?.as_ref().to_vec());
        key.extend_from_slice(&block);
    }
    key.truncate(cipher.key_size());
    let opened = cbc::decrypt_padded(cipher, &key, iv, sealed).map_err(|_| FAILED)?;
    traditional(&opened).map_err(|_| FAILED)
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    digits.len().is_multiple_of(2).then(|| digits.chunks(2).map(|p| p[0] << 4 | p[1]).collect())
}
