//! The contents of a ClientHello, and the state that waits for the response.
use std::sync::Arc;

use super::config::Config;
use super::ext::ExtensionType;
use super::resumption::SavedSession;
use super::srp::SrpPassword;
use super::tls13::psk::Psk;
use super::transcript::Transcript;
use crate::alg::Suite;
use crate::crypto::kex::KeyShare;

/// The contents of the ClientHello, which the server's responses are checked against.
pub struct Offer {
    pub random: [u8; 32],
    pub session_id: Vec<u8>,
    pub suites: Vec<u16>,
    pub extensions: Vec<ExtensionType>,
    /// The order of the extensions, for a second ClientHello.
    pub order: Vec<ExtensionType>,
    /// This handshake is a renegotiation.
    pub renegotiation: bool,
    /// TLS 1.3 is offered.
    pub tls13: bool,
    /// The session of TLS 1.2 or 1.3 that the server is asked to resume.
    pub resume: Option<Arc<SavedSession>>,
    /// The first ClientHello asks to resume a session of TLS 1.3.
    pub resumes: bool,
    /// The PSKs of TLS 1.3: of that session, and of the credentials.
    pub psks: Vec<Psk>,
    /// The name and the password for SRP.
    pub srp: Option<SrpPassword>,
    /// Early data is offered.
    pub early: bool,
}

impl Offer {
    /// Whether ChangeCipherSpecs of no use go with TLS 1.3, for middleboxes (RFC 8446 appendix D.4). DTLS has none (RFC 9147
    /// section 5).
    pub fn is_middlebox_compatible(&self, config: &Config) -> bool {
        !self.session_id.is_empty() && !config.is_datagram()
    }

    /// The session of TLS 1.2 that the server is asked to resume.
    pub fn resume12(&self) -> Option<&Arc<SavedSession>> {
        self.resume.as_ref().filter(|saved| !saved.version.is_tls13())
    }
}

/// Waits for ServerHello or HelloRetryRequest.
pub struct ExpectServerHello {
    pub offer: Offer,
    pub shares: Vec<KeyShare>,
    pub transcript: Transcript,
    /// The contents of the HelloRetryRequest, if one was received.
    pub retried: Option<Retry>,
    /// The cookie of a HelloVerifyRequest of DTLS, and how many of them came.
    pub verify_cookie: Option<Vec<u8>>,
    pub verify_requests: u32,
}

pub struct Retry {
    pub suite: &'static Suite,
    pub group: Option<u16>,
    pub cookie: Option<Vec<u8>>,
}
