//! The security parameters that the handshake has negotiated so far. The getters of a session read them.
use std::sync::Arc;

use crate::abi::GNUTLS_E_SRP_PWD_ERROR;
use crate::alg::{CertType, Digest, Group, Sign, Suite, Version};
use crate::compression::Compression;
use crate::crypto::kdf::Hkdf;
use crate::crypto::kex::DhGroup;
use crate::crypto::secret::Secret;
use crate::error::Error;
use crate::handshake::config::{HeartbeatMode, Role};
use crate::handshake::early::EarlyData;
use crate::handshake::ext::{Extensions, MessageContext, Numbered};
use crate::handshake::messages::HandshakeType;
use crate::handshake::psk::PskExchange;
use crate::handshake::resumption::Ticket;
use crate::handshake::srtp::UseSrtp;
use crate::handshake::tickets::Tickets;
use crate::handshake::transcript::Transcript;
use crate::log::reason;
use crate::pki::cert::Certificate;

#[derive(Clone, Default)]
pub struct SecurityParameters {
    /// The first handshake is complete.
    pub established: bool,
    pub version: Option<Version>,
    /// Until the version is known: that of the client's hello, in a renegotiation that of the session.
    pub hello_version: Option<Version>,
    pub suite: Option<&'static Suite>,
    pub group: Option<Group>,
    /// What the Diffie-Hellman key exchange in a finite field before TLS 1.3 has used.
    pub dh: Option<Arc<DhExchange>>,
    /// The PSK of the application that the key exchange has used.
    pub psk: Option<Box<PskExchange>>,
    /// The name of a client that uses SRP.
    pub srp_name: Option<Vec<u8>>,
    /// A server goes on with a client that the application does not know, and fails as with a wrong key or password.
    pub unknown_client: bool,
    /// The signature schemes of the server and the client.
    pub server_sign: Option<Sign>,
    pub client_sign: Option<Sign>,
    /// The signature schemes that the peer asks for.
    pub peer_signs: Vec<u16>,
    pub client_random: [u8; 32],
    pub server_random: [u8; 32],
    pub session_id: Vec<u8>,
    /// TLS 1.2 server: the session ID of its ServerHello.
    pub wire_session_id: Vec<u8>,
    /// On a server: the name that the client requested.
    pub server_names: Vec<Vec<u8>>,
    /// The selected ALPN protocol.
    pub alpn: Option<Vec<u8>>,
    /// The peer's chain, leaf first.
    pub peer_chain: Vec<Certificate>,
    /// Our chain, if we sent one.
    pub our_chain: Vec<Certificate>,
    /// The types of the client's and of the server's certificate, if they were negotiated (RFC 7250).
    pub client_type: Option<CertType>,
    pub server_type: Option<CertType>,
    /// The method that compresses our certificate (RFC 8879).
    pub compression: Option<Compression>,
    /// Supplemental data to send, and received data for the application (RFC 4680).
    pub supplemental_out: Option<Vec<u8>>,
    pub supplemental_in: Option<Vec<u8>>,
    /// The server requested a client certificate.
    pub certificate_requested: bool,
    pub extended_master_secret: bool,
    /// The MAC of CBC records follows the ciphertext (RFC 7366).
    pub encrypt_then_mac: bool,
    /// In a renegotiation: whether the previous handshake used them.
    pub had_encrypt_then_mac: bool,
    pub had_extended_master_secret: bool,
    /// The peer supports safe renegotiation (RFC 5746).
    pub safe_renegotiation: bool,
    /// TLS 1.2: the master secret.
    pub master_secret: Option<Secret>,
    /// TLS 1.3: the exporter secret.
    pub exporter_secret: Option<Secret>,
    /// The verify data of the last handshake: `tls-unique`, and renegotiation (RFC 5746).
    pub client_verify_data: Vec<u8>,
    pub server_verify_data: Vec<u8>,
    /// The maximum plaintext size that the peer accepts, if it sent a limit.
    pub peer_record_limit: Option<usize>,
    /// The client offered post-handshake authentication (RFC 8446 section 4.2.6).
    pub post_handshake_auth: bool,
    /// The transcript up to the client's Finished, if post-handshake authentication is possible.
    pub transcript: Option<Box<Transcript>>,
    pub hello_retry: bool,
    /// A false start is in progress.
    pub false_start: bool,
    /// A server sent application data before the client's Finished.
    pub early_start: bool,
    /// The last handshake messages that were received and sent.
    pub last_in: Option<HandshakeType>,
    pub last_out: Option<HandshakeType>,
    /// The application's own extensions for the next messages, and received ones for the application.
    pub own_extensions_out: Vec<(MessageContext, Vec<Numbered>)>,
    pub own_extensions_in: Option<(MessageContext, Extensions)>,
    /// A ticket was received.
    pub ticket_received: bool,
    /// An earlier session is resumed.
    pub resumed: bool,
    /// The client has asked a server to resume a session.
    pub resumption_requested: bool,
    /// When the session was made, in seconds since 1970; a resumed session is as old as the first one.
    pub created: u64,
    /// How long it can be resumed, in seconds.
    pub lifetime: u32,
    /// On a client: the server name that was sent.
    pub sent_name: Vec<u8>,
    /// TLS 1.2 client: the ticket of the session.
    pub ticket: Option<Ticket>,
    /// TLS 1.3: the secret that the PSKs of tickets are derived from.
    pub resumption_secret: Option<Secret>,
    /// TLS 1.3 client: the tickets that were received.
    pub tickets: Tickets,
    /// TLS 1.3 server: how many tickets were issued. The client allows a key exchange with their PSKs.
    pub tickets_issued: u32,
    pub takes_tickets: bool,
    pub early: EarlyData,
    /// The selected profile of SRTP, with the master key identifier of the peer.
    pub srtp: Option<UseSrtp>,
    /// What the peer says about heartbeats, if both sides have the extension.
    pub heartbeat: Option<HeartbeatMode>,
    /// The client requested the status of the server's certificate (RFC 6066 section 8).
    pub status_requested: bool,
    /// The server requested the status of the client's certificate (RFC 8446 section 4.4.2.1).
    pub client_status_requested: bool,
    /// The OCSP responses received with the peer's certificates, leaf first; empty for a certificate without one.
    pub ocsp: Vec<Vec<u8>>,
}

/// The numbers of a Diffie-Hellman key exchange in a finite field.
pub struct DhExchange {
    pub group: DhGroup,
    pub ours: Vec<u8>,
    pub peers: Vec<u8>,
    /// Size of our secret exponent in bits.
    pub secret_bits: u32,
}

impl SecurityParameters {
    /// The initial parameters of a renegotiation.
    pub fn carried(&self) -> SecurityParameters {
        SecurityParameters {
            established: self.established,
            hello_version: self.version,
            safe_renegotiation: self.safe_renegotiation,
            had_extended_master_secret: self.extended_master_secret,
            had_encrypt_then_mac: self.encrypt_then_mac,
            client_verify_data: self.client_verify_data.clone(),
            server_verify_data: self.server_verify_data.clone(),
            peer_record_limit: self.peer_record_limit,
            ..SecurityParameters::default()
        }
    }

    /// The application's own extensions for a message.
    pub fn own_extensions(&self, context: MessageContext) -> &[Numbered] {
        let found = self.own_extensions_out.iter().find(|(p, _)| *p == context);
        found.map_or(&[], |(_, list)| list)
    }

    /// The hash of the PRF, or of HKDF in TLS 1.3.
    pub fn prf(&self) -> Option<Digest> {
        self.suite.map(|s| s.prf_in(self.version))
    }

    /// The failure of a handshake. If the application does not know the client, the alert stays that of a wrong key or password.
    pub fn failure(&self, error: Error) -> Error {
        match self.unknown_client {
            true => reason!(
                Error::with_alert(GNUTLS_E_SRP_PWD_ERROR, error.alert().1),
                "the application does not know the client's name"
            ),
            false => error,
        }
    }

    /// The type of the certificate of a side.
    pub fn certificate_type(&self, of: Role) -> CertType {
        let negotiated = if of == Role::Client { self.client_type } else { self.server_type };
        negotiated.unwrap_or(CertType::X509)
    }

    /// What the session has of a PSK of the application.
    pub fn psk_mut(&mut self) -> &mut PskExchange {
        self.psk.get_or_insert_default()
    }

    /// The client's identity in a key exchange with a PSK of the application.
    pub fn psk_identity(&self) -> Option<&Vec<u8>> {
        self.psk.as_ref()?.identity.as_ref()
    }

    /// The name of a client that uses a PSK or a password.
    pub fn client_name(&self) -> Option<&Vec<u8>> {
        self.psk_identity().or(self.srp_name.as_ref())
    }

    /// A PSK has authenticated both sides in TLS 1.3: that of a session that is resumed, or of the application.
    pub fn by_psk(&self) -> bool {
        self.resumed || self.psk_identity().is_some()
    }

    pub fn is_tls13(&self) -> bool {
        self.version.is_some_and(Version::is_tls13)
    }

    /// HKDF with the hash of the cipher suite, if the version is TLS 1.3.
    pub fn hkdf(&self) -> Option<Hkdf> {
        let version = self.version.filter(|v| v.is_tls13())?;
        Some(Hkdf { digest: self.suite?.prf, datagram: version.is_dtls() })
    }
}
