//! The interface of ciphers in a mode of operation.
use crate::error::{INVALID_REQUEST, Result};

/// A cipher in a mode of operation that processes messages in pieces.
pub trait Mode {
    /// Restarts with another IV.
    fn set_iv(&mut self, iv: &[u8]) -> Result<()>;
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()>;
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()>;
    /// Whether a piece of `len` bytes is allowed now. If not, encrypting and decrypting it fails.
    fn ready(&self, _len: usize) -> Result<()> {
        Ok(())
    }
    /// Adds additional data of an AEAD, before the text.
    fn add_auth(&mut self, _data: &[u8]) -> Result<()> {
        Err(INVALID_REQUEST)
    }
    /// Ends the message and returns its tag.
    fn tag(&mut self) -> Result<[u8; 16]> {
        Err(INVALID_REQUEST)
    }
}
