//! A cipher in a mode of operation, as every supplier of one gives it.
use crate::error::{INVALID_REQUEST, Result};

/// What a cipher does with the pieces of a message.
pub trait Mode {
    /// Begins anew with another IV.
    fn set_iv(&mut self, iv: &[u8]) -> Result<()>;
    fn encrypt(&mut self, data: &mut [u8]) -> Result<()>;
    fn decrypt(&mut self, data: &mut [u8]) -> Result<()>;
    /// Whether a piece of so many bytes may come now: if not, encrypting and decrypting fail.
    fn ready(&self, _len: usize) -> Result<()> {
        Ok(())
    }
    /// Additional data of an AEAD, before the text.
    fn add_auth(&mut self, _data: &[u8]) -> Result<()> {
        Err(INVALID_REQUEST)
    }
    /// The tag of the message so far, which ends it.
    fn tag(&mut self) -> Result<[u8; 16]> {
        Err(INVALID_REQUEST)
    }
}
