//! Incremental ciphers for `gnutls_cipher_*`.
mod block;
pub mod camellia;
pub mod cbc;
pub mod gost;
mod mode;
mod stream;

use mode::Mode;

use crate::alg::ids::Cipher;
use crate::error::Result;

/// Whether a cipher is incremental: all ciphers except those that need the whole message in one call.
pub const fn is_incremental(cipher: Cipher) -> bool {
    !matches!(
        cipher,
        Cipher::Null
            | Cipher::Arcfour40
            | Cipher::Aes128Ccm
            | Cipher::Aes256Ccm
            | Cipher::Aes128Ccm8
            | Cipher::Aes256Ccm8
            | Cipher::Aes128Siv
            | Cipher::Aes256Siv
            | Cipher::Aes128SivGcm
            | Cipher::Aes256SivGcm
    )
}

/// A running cipher.
pub struct Context(Box<dyn Mode>);

impl Context {
    /// Creates a context with a key and an IV. Fails with `GNUTLS_E_INVALID_REQUEST` if the cipher is not
    /// supported or a length is wrong.
    pub fn new(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Context> {
        mode(cipher, key, iv).map(Context)
    }
}

impl core::ops::Deref for Context {
    type Target = dyn Mode;
    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl core::ops::DerefMut for Context {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut *self.0
    }
}

fn mode(cipher: Cipher, key: &[u8], iv: &[u8]) -> Result<Box<dyn Mode>> {
    Ok(match cipher {
        Cipher::Aes128Gcm | Cipher::Aes192Gcm | Cipher::Aes256Gcm => {
            Box::new(block::Gcm::new(cipher, key, iv)?)
        }
        Cipher::Aes128Xts | Cipher::Aes256Xts => Box::new(block::Xts::new(key, iv)?),
        Cipher::Camellia128Cbc
        | Cipher::Camellia192Cbc
        | Cipher::Camellia256Cbc
        | Cipher::Camellia128Gcm
        | Cipher::Camellia256Gcm => camellia::mode(cipher, key, iv)?,
        Cipher::Chacha20_32 | Cipher::Chacha20_64 => Box::new(stream::ChaCha20::new(cipher, key, iv)?),
        Cipher::Chacha20Poly1305 => Box::new(stream::ChaCha20Poly1305::new(key, iv)?),
        Cipher::Salsa20_256 | Cipher::EstreamSalsa20_256 => stream::salsa(cipher, key, iv)?,
        Cipher::Gost28147Tc26zCfb
        | Cipher::Gost28147CpaCfb
        | Cipher::Gost28147CpbCfb
        | Cipher::Gost28147CpcCfb
        | Cipher::Gost28147CpdCfb => Box::new(gost::Cfb::new(cipher, key, iv)?),
        Cipher::Gost28147Tc26zCnt => Box::new(gost::Cnt::new(key, iv)?),
        Cipher::MagmaCtrAcpkm | Cipher::KuznyechikCtrAcpkm => gost::ctr_acpkm(cipher, key, iv)?,
        Cipher::Arcfour128 => Box::new(stream::Arcfour::new(key, iv)?),
        _ => Box::new(block::Chain::new(cipher, key, iv)?),
    })
}
