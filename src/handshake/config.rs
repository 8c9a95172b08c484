//! Settings of a session that the application makes before and between handshakes.
use std::sync::Arc;

use crate::alg::flags::SessionFlags;
use crate::alg::policy::Policy;
use crate::alg::{CertType, Digest, Group, Kx, Pk, Sign, Suite, Version};
use crate::compression::Compression;
use crate::crypto::kdf::Hkdf;
use crate::crypto::kex::{self, DhGroup};
use crate::error::Result;
use crate::handshake::ext::ExtensionType;
use crate::handshake::resumption::SavedSession;
use crate::handshake::srtp::SrtpConfig;
use crate::handshake::ticket_keys::TicketKeys;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Client,
    Server,
}

impl Role {
    /// The other side.
    pub const fn peer(self) -> Role {
        match self {
            Role::Client => Role::Server,
            Role::Server => Role::Client,
        }
    }
}

/// What a side says about heartbeats (RFC 6520 section 2), with the number of the extension.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeartbeatMode {
    /// It answers requests.
    PeerAllowedToSend = 1,
    /// It sends requests and answers none.
    PeerNotAllowedToSend = 2,
}

/// Whether a server requests a client certificate (`gnutls_certificate_server_set_request`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CertificateRequest {
    #[default]
    Ignore,
    Request,
    Require,
}

/// The ALPN protocols and how one is selected (`gnutls_alpn_set_protocols`).
#[derive(Clone, Default)]
pub struct Alpn {
    pub protocols: Vec<Vec<u8>>,
    /// `GNUTLS_ALPN_MANDATORY`: without a common protocol the handshake fails.
    pub mandatory: bool,
    /// `GNUTLS_ALPN_SERVER_PRECEDENCE`.
    pub server_precedence: bool,
}

/// Groups of a finite field, of each kind of credentials.
#[derive(Clone, Default)]
pub struct DhGroups {
    pub certificate: Option<DhGroup>,
    pub anonymous: Option<DhGroup>,
    pub psk: Option<DhGroup>,
}

impl DhGroups {
    /// The group of the credentials of a key exchange.
    pub fn of(&self, kx: Kx) -> Option<&DhGroup> {
        match kx {
            Kx::AnonDh => self.anonymous.as_ref(),
            Kx::DhePsk => self.psk.as_ref(),
            _ => self.certificate.as_ref(),
        }
    }
}

/// The least size of a prime that a client accepts by default, in bits (`gnutls_dh_set_prime_bits`).
pub const LEAST_PRIME: u32 = 1008;

#[derive(Clone)]
pub struct Config {
    pub role: Role,
    pub policy: Arc<Policy>,
    /// The flags of `gnutls_init`.
    pub flags: SessionFlags,
    /// The server names that a client sends (RFC 6066 section 3), in ASCII form.
    pub server_names: Vec<Vec<u8>>,
    pub alpn: Alpn,
    pub certificate_request: CertificateRequest,
    /// DER names for a CertificateRequest.
    pub ca_names: Arc<Vec<Vec<u8>>>,
    /// Certificate credentials are set.
    pub has_certificates: bool,
    /// The types of certificates of the credentials.
    pub own_types: Vec<CertType>,
    /// The methods for the compression of certificates, the preferred first (`gnutls_compress_certificate_set_methods`).
    pub compression: Vec<Compression>,
    /// TLS 1.3 is not used, whatever the priorities say: the application has registered supplemental data.
    pub no_tls13: bool,
    /// The application sends supplemental data, and expects that of the peer (RFC 4680).
    pub supplemental_send: bool,
    pub supplemental_recv: bool,
    /// Anonymous credentials are set.
    pub anonymous: bool,
    /// PSK credentials are set, and what a server's say to the clients of TLS 1.0 to 1.2 (RFC 4279 section 2).
    pub psk: bool,
    /// SRP credentials are set.
    pub srp: bool,
    /// The least size of a prime of SRP that a client accepts, in bits; 0 for any known one.
    pub least_srp_prime: u32,
    pub psk_hint: Option<Vec<u8>>,
    /// The groups that the credentials of a server have for clients without RFC 7919.
    pub dh_groups: DhGroups,
    /// A client accepts no smaller prime, in bits.
    pub least_prime: u32,
    /// The application has set priorities; otherwise a handshake fails.
    pub prioritized: bool,
    /// `gnutls_record_set_max_size` and `gnutls_record_set_max_recv_size`.
    pub max_send: usize,
    pub max_recv: usize,
    /// The value of `max_recv` from the next handshake on.
    pub next_max_recv: usize,
    /// Maximum size of a received handshake message.
    pub max_message: usize,
    /// A handshake hook is set, which needs the messages that are sent.
    pub hooks: bool,
    pub key_log: bool,
    /// The random of our hello, if the application has set it (`gnutls_handshake_set_random`).
    pub random: Option<[u8; 32]>,
    /// Numbers of extensions that the application handles instead of this library.
    pub overridden: Vec<ExtensionType>,
    /// Numbers of extensions that a client accepts although it did not offer them.
    pub unasked: Vec<ExtensionType>,
    /// The session that a client wants to resume (`gnutls_session_set_data`), or whose secret either side has from elsewhere
    /// (`gnutls_session_set_premaster`).
    pub resume: Option<Arc<SavedSession>>,
    /// The session ID of a client's hello (`gnutls_session_set_id`).
    pub session_id: Vec<u8>,
    /// The client has shown a cookie before the session was made (`gnutls_dtls_prestate_set`).
    pub cookie_verified: bool,
    /// The key of a server's tickets (`gnutls_session_ticket_enable_server`).
    pub ticket_keys: Option<Arc<TicketKeys>>,
    /// The application has functions for a server's database of sessions (`gnutls_db_set_store_function`).
    pub database: bool,
    /// The application carries the messages of the handshake (`gnutls_handshake_set_read_function`), and the alerts.
    pub own_transport: bool,
    pub own_alerts: bool,
    /// It wants the secrets (`gnutls_handshake_set_secret_function`).
    pub secret_function: bool,
    /// How many bytes of early data a server accepts (`gnutls_record_set_max_early_data_size`).
    pub max_early_data: u32,
    /// A server can tell replays of early data (`gnutls_anti_replay_enable`).
    pub anti_replay: bool,
    /// What a client says instead of the newest version that it offers: in its hello, and in the premaster secret of
    /// the RSA key exchange. Only for tests of servers.
    pub hello_version: Option<u16>,
    pub premaster_version: Option<u16>,
    pub srtp: SrtpConfig,
    /// What a session of DTLS says about heartbeats.
    pub heartbeat: Option<HeartbeatMode>,
    /// How long a session can be resumed, in seconds (`gnutls_db_set_cache_expiration`).
    pub cache_expiration: u32,
}

/// Generates a client or server random.
pub fn fresh_random() -> Result<[u8; 32]> {
    let mut random = [0; 32];
    crate::crypto::rand::fill(&mut random)?;
    Ok(random)
}

impl Config {
    /// The cipher suites of the policy that are implemented, in its order. Those with an elliptic curve require
    /// a group, those of TLS 1.3 one or a PSK, and those that are anonymous, or have a PSK or a password, credentials.
    pub fn suites(&self) -> impl Iterator<Item = &'static Suite> + '_ {
        let (any, curve) = (self.groups().next().is_some(), self.curves().next().is_some());
        let any = any || (self.psk && self.policy.kx.iter().any(|kx| kx.is_psk()));
        let known = self.resume.as_ref().filter(|saved| saved.premaster).map(|saved| saved.suite.wire);
        self.policy.suites.iter().copied().filter(move |s| match s.kx {
            None => any,
            // It exchanges no keys any more.
            _ if known == Some(s.wire) => true,
            Some(Kx::VkoGost12) => false,
            Some(kx) => {
                self.may_authenticate(kx) && self.has_other_credentials(kx) && (curve || !kx.uses_curve())
            }
        })
    }

    /// Whether a client has credentials by which it can verify a server's certificate, if the key exchange has one. A
    /// server finds out when it looks for its own.
    fn may_authenticate(&self, kx: Kx) -> bool {
        self.role == Role::Server || self.has_certificates || !kx.has_certificate()
    }

    /// Whether there are the credentials that a key exchange needs beside certificates.
    fn has_other_credentials(&self, kx: Kx) -> bool {
        (self.anonymous || !kx.is_anonymous()) && (self.psk || !kx.is_psk()) && (self.srp || !kx.is_srp())
    }

    /// Whether a server has no credentials of the kind that authenticates it in a key exchange.
    pub fn lacks_credentials(&self, kx: Kx) -> bool {
        if kx.has_certificate() { !self.has_certificates } else { !self.has_other_credentials(kx) }
    }

    /// The random of our hello: the one that the application has set, or a newly generated one.
    pub fn hello_random(&self) -> Result<[u8; 32]> {
        self.random.map_or_else(fresh_random, Ok)
    }

    /// Whether a client uses tickets in a version: the priorities or the flags of `gnutls_init` may not want them.
    pub fn uses_tickets(&self, version: Version) -> bool {
        let all = !self.flags.contains(SessionFlags::NO_TICKETS) && !self.policy.no_tickets;
        let none12 = SessionFlags::NO_TICKETS_TLS12 | SessionFlags::NO_DEFAULT_EXTENSIONS;
        let tls12 = !self.flags.intersects(none12) && !self.policy.no_tickets_tls12;
        all && (version.is_tls13() || tls12)
    }

    /// How many bytes of early data a server says in its tickets that it accepts; `None` if it accepts none.
    pub fn early_data_limit(&self) -> Option<u32> {
        let enabled = self.flags.contains(SessionFlags::ENABLE_EARLY_DATA);
        Some(self.max_early_data).filter(|most| enabled && *most > 0)
    }

    pub fn groups(&self) -> impl Iterator<Item = Group> + '_ {
        self.policy.groups.iter().copied().filter(|g| kex::supported(*g) && self.wants_group(*g))
    }

    /// With key exchanges of PSKs alone, the groups are those that one of them is for.
    fn wants_group(&self, group: Group) -> bool {
        let (kx, with) = (&self.policy.kx, |kx| self.policy.kx.contains(&kx));
        let unnamed = !kx.iter().all(|kx| kx.is_psk()) || !(with(Kx::DhePsk) || with(Kx::EcdhePsk));
        unnamed || with(if group.finite_field().is_some() { Kx::DhePsk } else { Kx::EcdhePsk })
    }

    /// The groups of ECDHE in TLS 1.2: those that are elliptic curves.
    pub fn curves(&self) -> impl Iterator<Item = Group> + '_ {
        self.groups().filter(|g| g.curve().is_some())
    }

    /// The groups of DHE before TLS 1.3 (RFC 7919).
    pub fn fields(&self) -> impl Iterator<Item = Group> + '_ {
        self.groups().filter(|g| g.finite_field().is_some())
    }

    /// Selects the group of a server, whether the client sent a key share for it or not: the client's first
    /// group that we support, or with `%SERVER_PRECEDENCE` our first group that the client supports.
    pub fn choose_group(&self, theirs: &[u16]) -> Option<Group> {
        self.choose(self.groups(), theirs)
    }

    /// Like [`Config::choose_group`], for ECDHE in TLS 1.2.
    pub fn choose_curve(&self, theirs: &[u16]) -> Option<Group> {
        self.choose(self.curves(), theirs)
    }

    /// Like [`Config::choose_group`], for DHE before TLS 1.3.
    pub fn choose_field(&self, theirs: &[u16]) -> Option<Group> {
        self.choose(self.fields(), theirs)
    }

    fn choose(&self, ours: impl Iterator<Item = Group>, theirs: &[u16]) -> Option<Group> {
        let place = |g: &Group| theirs.iter().position(|n| g.wire() == Some(*n));
        let mut common = ours.filter(|g| place(g).is_some());
        if self.policy.server_precedence { common.next() } else { common.min_by_key(place) }
    }

    /// The signature schemes of the policy that TLS has numbers for; GOST is not implemented.
    pub fn signs(&self) -> impl Iterator<Item = Sign> + '_ {
        let gost = |s: &Sign| matches!(s.pk(), Pk::Gost01 | Pk::Gost12256 | Pk::Gost12512);
        self.policy.signs.iter().copied().filter(move |s| s.wire().is_some() && s.is_strong() && !gost(s))
    }

    /// A session of DTLS.
    pub fn is_datagram(&self) -> bool {
        self.flags.contains(SessionFlags::DATAGRAM)
    }

    /// TLS 1.3, or its version of DTLS.
    pub fn tls13(&self) -> Version {
        if self.is_datagram() { Version::Dtls13 } else { Version::Tls13 }
    }

    pub fn offers_tls13(&self) -> bool {
        self.offers(self.tls13())
    }

    /// HKDF with a digest, as TLS 1.3 uses it.
    pub fn hkdf(&self, digest: Digest) -> Hkdf {
        Hkdf { digest, datagram: self.is_datagram() }
    }

    /// The versions of the policy that are implemented (TLS 1.0 to 1.3, or those of DTLS), in its order. Without TLS 1.2 between
    /// them, TLS 1.3 is not used beside an older version.
    pub fn versions(&self) -> impl Iterator<Item = Version> + '_ {
        let (enabled, datagram) = (&self.policy.versions, self.is_datagram());
        let older = enabled.contains(&Version::Tls10) || enabled.contains(&Version::Tls11);
        let gap = older && !enabled.contains(&Version::Tls12);
        enabled
            .iter()
            .copied()
            .filter(move |v| !((self.no_tls13 || gap) && v.is_tls13()))
            .filter(move |v| v.is_dtls() == datagram && *v != Version::Ssl3)
    }

    /// The newest version before TLS 1.3 that is enabled.
    pub fn newest_legacy(&self) -> Option<Version> {
        self.versions().filter(|v| !v.is_tls13()).max()
    }

    /// The version in the header of a client's first record: the oldest that is enabled, for servers that
    /// refuse newer ones there; of a client of TLS 1.3 alone the oldest of all (RFC 8446 section 5.1).
    pub fn first_record_version(&self) -> Version {
        if self.policy.latest_record_version {
            return if self.is_datagram() { Version::Dtls12 } else { Version::Tls12 };
        }
        if self.is_datagram() {
            // RFC 6347 section 4.2.1.
            let oldest = self.versions().min();
            return oldest.map_or(Version::Dtls10, |oldest| oldest.min(Version::Dtls10));
        }
        self.versions().filter(|v| !v.is_tls13()).min().unwrap_or(Version::Tls10)
    }

    pub fn offers(&self, version: Version) -> bool {
        self.versions().any(|v| v == version)
    }
}
