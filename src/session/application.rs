//! What a session asks of its application. `capi::object::callbacks` implements it with the application's C functions. No method is called while anything of the session is borrowed or locked:
//! every callback may call back into the same session.
use crate::alg::Sign;
use crate::error::Result;
use crate::handshake::ext::{Extensions, MessageContext, Numbered};
use crate::handshake::step::{Identity, IdentityWanted, KeyLogLine};

/// When a message hook runs: before or after the message is processed.
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

pub trait Application: Send + Sync {
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

    /// A server received a ClientHello (`gnutls_handshake_set_post_client_hello_function`).
    fn post_client_hello(&self) -> Result<()>;

    /// Selects the certificate of this side. The application keeps its key for [`Application::sign`].
    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>>;

    /// Signs with the key of the identity that was chosen last.
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>>;

    /// Verifies the peer, whose chain is in the parameters.
    fn verify_peer(&self) -> Result<()>;

    /// The hook of handshake messages (`gnutls_handshake_set_hook_function`); `number` is its
    /// [`Message::number`](crate::handshake::messages::Message::number).
    fn message(&self, number: u16, when: When, direction: Direction, body: &[u8]) -> Result<()>;

    /// The application's own extensions for a message: number and data.
    fn extensions_out(&self, _context: MessageContext) -> Result<Vec<Numbered>> {
        Ok(Vec::new())
    }

    /// Extensions of a message that the application may have registered.
    fn extensions_in(&self, _context: MessageContext, _extensions: &Extensions) -> Result<()> {
        Ok(())
    }

    /// Writes a line of the key log.
    fn log_key(&self, client_random: &[u8; 32], line: &KeyLogLine);
}
