//! The callbacks of a session. `capi::object::callbacks` implements them with the application's C functions.
//! No method is called while any part of the session is borrowed or locked, because every callback may call
//! functions of the same session.
use std::sync::OnceLock;
use std::time::Instant;

use zeroize::Zeroizing;

use crate::abi::{GNUTLS_E_INSUFFICIENT_CREDENTIALS, c_int};
use crate::alg::{CertType, Sign};
use crate::error::{AlertDescription, AlertLevel, Result, err};
use crate::handshake::config::DhGroups;
use crate::handshake::ext::{Extensions, MessageContext, Numbered};
use crate::handshake::level::{Level, LevelSecrets};
use crate::handshake::messages::HandshakeType;
use crate::handshake::psk::{ExternalPsk, Lookup};
use crate::handshake::srp::{SrpEntry, SrpPassword};
use crate::handshake::step::{EarlyTry, Identity, IdentityWanted, KeyLogLine};
use crate::record::ContentType;

/// When the handshake hook runs: before or after the message is processed.
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
    /// Keeps the thread from being cancelled outside of the transport; true if that has to be released.
    fn hold(&self) -> bool {
        false
    }

    fn release(&self) {}

    /// Whether the thread has ended in the transport: what it calls is interrupted, and stays so.
    fn is_stopped(&self) -> bool {
        false
    }

    /// Reads available data, at most `buf.len()` bytes; 0 is the end of the stream. Fails with
    /// `GNUTLS_E_AGAIN` if there is no data yet, and with `GNUTLS_E_INTERRUPTED` if the call was interrupted.
    fn pull(&self, buf: &mut [u8]) -> Result<usize>;

    /// The same without waiting; `None` if there is no data, or the transport cannot say so.
    fn pull_at_once(&self, _buf: &mut [u8]) -> Option<Result<usize>> {
        None
    }

    /// Waits up to `ms` milliseconds for data to read; `GNUTLS_E_TIMEDOUT` if none arrived.
    fn wait(&self, ms: u32) -> Result<()>;

    /// Writes as much as possible; a short write is not an error.
    fn push(&self, bytes: &[u8]) -> Result<usize>;

    /// Whether one push may contain several records. A push function of the application receives one at a
    /// time.
    fn takes_many_records(&self) -> bool {
        true
    }

    /// A server received a ClientHello (`gnutls_handshake_set_post_client_hello_function`).
    fn post_client_hello(&self) -> Result<()>;

    /// The types of the certificates that this side has (RFC 7250).
    fn certificate_types(&self) -> Vec<CertType> {
        vec![CertType::X509]
    }

    /// The groups of a finite field that a server's credentials have for clients that do not negotiate one.
    fn dh_groups(&self) -> DhGroups {
        DhGroups::default()
    }

    /// The PSK of a client's credentials, if they have one.
    fn own_psk(&self) -> Result<Option<ExternalPsk>> {
        Ok(None)
    }

    /// Looks for a client's PSK identity in the credentials of a server.
    fn find_psk(&self, _identity: &[u8]) -> Result<Lookup> {
        err(GNUTLS_E_INSUFFICIENT_CREDENTIALS)
    }

    /// What a server tells the clients of TLS 1.0 to 1.2 of its PSKs.
    fn psk_hint(&self) -> Option<Vec<u8>> {
        None
    }

    /// The name and the password of a client's credentials for SRP, if they have them.
    fn own_srp(&self) -> Result<Option<SrpPassword>> {
        Ok(None)
    }

    /// Looks for the verifier of a client's name in the credentials of a server.
    fn find_srp(&self, _name: &[u8]) -> Result<SrpEntry> {
        err(GNUTLS_E_INSUFFICIENT_CREDENTIALS)
    }

    /// Selects the certificate of this side. [`Application::sign`] then signs with its key.
    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>>;

    /// Signs with the key of the identity that was chosen last.
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>>;

    /// Decrypts with the key of the identity that was chosen last (RSA, PKCS #1 v1.5). If it fails, or the
    /// plaintext has another length than `out`, `out` is unchanged, and nobody learns of it: not even by the
    /// time.
    fn decrypt(&self, _ciphertext: &[u8], _out: &mut [u8]) {}

    /// Verifies the peer's certificate chain, which is in the security parameters.
    fn verify_peer(&self) -> Result<()>;

    /// The handshake hook (`gnutls_handshake_set_hook_function`); `kind` is its
    /// [`Message::description`](crate::handshake::messages::Message::description).
    fn message(&self, kind: HandshakeType, when: When, direction: Direction, body: &[u8]) -> Result<()>;

    /// The application's own extensions for an outgoing message: extension number and data.
    fn extensions_out(&self, _context: MessageContext) -> Result<Vec<Numbered>> {
        Ok(Vec::new())
    }

    /// Processes the extensions of a received message that the application may have registered.
    fn extensions_in(&self, _context: MessageContext, _extensions: &Extensions) -> Result<()> {
        Ok(())
    }

    /// The body of our SupplementalData (RFC 4680); `None` to send none.
    fn supplemental_out(&self) -> Result<Option<Vec<u8>>> {
        Ok(None)
    }

    /// Processes the peer's SupplementalData.
    fn supplemental_in(&self, _body: &[u8]) -> Result<()> {
        Ok(())
    }

    /// The time in milliseconds since 1970.
    fn now(&self) -> u64;

    /// Milliseconds of a clock that never jumps, for the timers of DTLS.
    fn clock(&self) -> u64 {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed().as_millis() as u64
    }

    /// Whether [`Application::wait`] knows if there is data to read.
    fn can_wait(&self) -> bool {
        true
    }

    /// A server's database of sessions: what it has stored for an ID.
    fn find_session(&self, _id: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        None
    }

    /// Stores a session in the database.
    fn store_session(&self, _id: &[u8], _data: &[u8]) -> Result<()> {
        Ok(())
    }

    /// Removes a session from the database.
    fn remove_session(&self, _id: &[u8]) {}

    /// Whether early data is no replay. It is not accepted without an answer.
    fn is_fresh(&self, _early: &EarlyTry) -> bool {
        false
    }

    /// Carries a message to the peer, or a ChangeCipherSpec (`gnutls_handshake_set_read_function`).
    fn carry(&self, _level: Level, _kind: HandshakeType, _message: &[u8]) -> Result<()> {
        Ok(())
    }

    /// Carries an alert to the peer (`gnutls_alert_set_read_function`).
    fn carry_alert(&self, _at: Level, _level: AlertLevel, _description: AlertDescription) -> Result<()> {
        Ok(())
    }

    /// Takes the secrets of a level (`gnutls_handshake_set_secret_function`).
    fn secrets(&self, _secrets: &LevelSecrets) -> Result<()> {
        Ok(())
    }

    /// The kernel as the transport of records that it protects itself, if the system has that.
    fn kernel_tls(&self) -> Option<&dyn KernelTls> {
        None
    }

    /// Tells the application's audit function of a failure that may be an attack.
    fn audit(&self, _text: &str) {}

    /// Writes a line to the key log.
    fn log_key(&self, client_random: &[u8; 32], line: &KeyLogLine);
}

/// Sockets whose kernel protects the records (Linux's kernel TLS).
pub trait KernelTls {
    /// Whether the configuration wants it, and the transport is the system's.
    fn is_wanted(&self) -> bool;

    /// Prepares the socket of a direction. Without keys it works as before.
    fn prepare(&self, direction: Direction) -> std::io::Result<()>;

    /// Gives the kernel the state of a direction's cipher ([`crate::record::kernel::crypto_info`]): for the first time, or new keys.
    fn set_keys(&self, direction: Direction, info: &[u8]) -> std::io::Result<()>;

    /// Whether the kernel takes new keys for a direction that has some.
    fn takes_new_keys(&self, direction: Direction) -> bool;

    /// The number of the next record, which is at the end of a state of `size` bytes.
    fn sequence(&self, direction: Direction, size: usize) -> Option<u64>;

    /// Writes as much as possible of the content of a record; of data, perhaps as several records.
    fn push_content(&self, content: ContentType, bytes: &[u8]) -> Result<usize>;

    /// Reads content of a record, or of several with application data: its type and how many bytes. `None` is the end of the
    /// stream. Without `wait` it fails with `GNUTLS_E_AGAIN` where no record has come whole, even if the socket is a blocking one.
    fn pull_content(&self, buf: &mut [u8], wait: bool) -> Result<Option<(u8, usize)>>;

    /// Sends bytes of a file, from `at` or its position on; 0 at its end. `None` if the kernel cannot do so with this file.
    fn push_file(&self, file: c_int, at: Option<i64>, count: usize) -> Result<Option<usize>>;
}
