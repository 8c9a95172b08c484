//! The early data of a session (RFC 8446 section 2.3): what the application sends and receives, and its secrets.
use zeroize::Zeroizing;

use crate::alg::Suite;
use crate::crypto::secret::Secret;

/// How many bytes a server accepts unless the application says otherwise (`gnutls_record_set_max_early_data_size`).
pub const DEFAULT_MAX: u32 = 16384;

/// The early data of a session, in its security parameters.
#[derive(Clone, Default)]
pub struct EarlyData {
    /// Client: what the application wants to send with the ClientHello.
    pub unsent: Zeroizing<Vec<u8>>,
    /// Server: what was received and not yet given to the application.
    pub received: Zeroizing<Vec<u8>>,
    /// Server: how many bytes came so far.
    pub count: u64,
    /// The ClientHello has the extension.
    pub offered: bool,
    /// The server accepts it.
    pub accepted: bool,
    /// Server: the traffic secret, until the record layer has its keys.
    pub keys: Option<Secret>,
    /// The suite of the early keys, while they are in use.
    pub suite: Option<&'static Suite>,
    /// The suite of `exporter`.
    pub exporter_suite: Option<&'static Suite>,
    /// The early exporter secret, during the handshake.
    pub exporter: Option<Secret>,
}

impl EarlyData {
    /// The handshake is over, and with it the secrets.
    pub fn forget_secrets(&mut self) {
        (self.suite, self.exporter_suite, self.exporter) = (None, None, None);
        self.unsent = Zeroizing::default();
    }
}
