//! What a session asks of the application that owns it. `capi::callback` implements this over the
//! application's C functions. No method is called while anything of the session is borrowed or locked:
//! every callback may call back into the same session.
use crate::alg::Sign;
use crate::error::Result;
use crate::handshake::ext::{Extensions, Numbered, Place};
use crate::handshake::step::{Identity, IdentityWanted, KeyLogLine};

/// A message passes: before it is looked at, or after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    Before,
    After,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Incoming,
    Outgoing,
}

pub trait Program: Send + Sync {
    /// Reads what is there, at most `buf.len()` bytes; 0 is the end of the stream. Nothing there yet:
    /// `GNUTLS_E_AGAIN`; interrupted: `GNUTLS_E_INTERRUPTED`.
    fn pull(&self, buf: &mut [u8]) -> Result<usize>;

    /// Waits up to `ms` milliseconds for something to read; `GNUTLS_E_TIMEDOUT` if nothing came.
    fn wait(&self, ms: u32) -> Result<()>;

    /// Writes what it can; fewer bytes than given is no error.
    fn push(&self, bytes: &[u8]) -> Result<usize>;

    /// Whether one push may carry several records. An application's own function gets one at a time.
    fn takes_many_records(&self) -> bool {
        true
    }

    /// A server read a ClientHello (`gnutls_handshake_set_post_client_hello_function`).
    fn hello_read(&self) -> Result<()>;

    /// Which certificate do we show? The application keeps the key for [`Program::sign`].
    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>>;

    /// Signs with the key of the identity that was chosen last.
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>>;

    /// Is the peer, whose chain stands in the facts, acceptable?
    fn verify_peer(&self) -> Result<()>;

    /// A handshake message passes (`gnutls_handshake_set_hook_function`); `number` is its
    /// [`Message::number`](crate::handshake::messages::Message::number).
    fn message(&self, number: u16, when: When, direction: Direction, body: &[u8]) -> Result<()>;

    /// The application's own extensions for a message: number and data.
    fn extensions_out(&self, _place: Place) -> Result<Vec<Numbered>> {
        Ok(Vec::new())
    }

    /// Extensions of a message that the application may have registered.
    fn extensions_in(&self, _place: Place, _extensions: &Extensions) -> Result<()> {
        Ok(())
    }

    /// A line for the key log.
    fn log_key(&self, client_random: &[u8; 32], line: &KeyLogLine);
}
