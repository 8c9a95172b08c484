//! What a ClientHello offers, and the state that waits for the answer to it.
use super::transcript::Transcript;
use crate::alg::Suite;
use crate::crypto::kex::KeyShare;

/// What was offered, as the answers are checked against it.
pub struct Offer {
    pub random: [u8; 32],
    pub session_id: Vec<u8>,
    pub suites: Vec<u16>,
    pub extensions: Vec<u16>,
    /// The extensions as they stood, for a second hello.
    pub order: Vec<u16>,
    /// This handshake renews an older one on the same connection.
    pub renegotiation: bool,
}

/// Waits for ServerHello, or for HelloRetryRequest.
pub struct ExpectServerHello {
    pub offer: Offer,
    pub shares: Vec<KeyShare>,
    pub transcript: Transcript,
    /// After a HelloRetryRequest: what it asked for.
    pub retried: Option<Retry>,
}

pub struct Retry {
    pub suite: &'static Suite,
    pub group: Option<u16>,
    pub cookie: Option<Vec<u8>>,
}
