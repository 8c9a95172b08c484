//! What the extensions of a ClientHello are made from.
use crate::alg::Version;
use crate::crypto::kex::KeyShare;
use crate::handshake::config::Config;

/// The state of a client that writes its hello.
pub struct Offered<'a> {
    pub config: &'a Config,
    pub tls12: bool,
    pub tls13: bool,
    pub shares: &'a [KeyShare],
    /// The cookie of a HelloRetryRequest.
    pub cookie: Option<&'a [u8]>,
    /// The client's verify data of the previous handshake; empty in the first.
    pub verify_data: &'a [u8],
    /// The ticket of the session of TLS 1.2 to resume; empty if there is none.
    pub ticket: &'a [u8],
}

impl Offered<'_> {
    pub fn newest(&self) -> Version {
        if self.tls13 { Version::Tls13 } else { Version::Tls12 }
    }
}
