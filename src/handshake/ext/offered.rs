//! What the extensions of a ClientHello are made from.
use crate::alg::Version;
use crate::crypto::kex::KeyShare;
use crate::handshake::config::Config;

/// The state of a client that writes its hello.
pub struct Offered<'a> {
    pub config: &'a Config,
    /// A version before TLS 1.3 may be negotiated.
    pub legacy: bool,
    pub tls13: bool,
    pub early_data: bool,
    /// A session of TLS 1.3 is to be resumed.
    pub resumes: bool,
    pub shares: &'a [KeyShare],
    /// The name of a client for SRP; empty if it has none.
    pub srp_name: &'a [u8],
    /// psk_key_exchange_modes; empty to send none.
    pub psk_modes: &'a [u8],
    /// The cookie of a HelloRetryRequest.
    pub cookie: Option<&'a [u8]>,
    /// The client's verify data of the previous handshake; empty in the first.
    pub verify_data: &'a [u8],
    /// The ticket of the session of TLS 1.2 to resume; empty if there is none.
    pub ticket: &'a [u8],
}

impl Offered<'_> {
    /// The newest version that may be negotiated.
    pub fn newest(&self) -> Version {
        match self.config.newest_legacy() {
            Some(version) if !self.tls13 => version,
            _ => self.config.tls13(),
        }
    }
}
