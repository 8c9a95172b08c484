//! The settings of a priority string.
use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::alg::{CertType, Cipher, Group, Kx, Mac, Sign, Suite, Version};

/// To what extent safe renegotiation (RFC 5746) is required.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SafeRenegotiation {
    /// The extension is not sent.
    Disabled,
    /// Handshakes and rehandshakes without it are allowed.
    Unsafe,
    /// It is required for rehandshakes, but not for the first handshake.
    Partial,
    /// It is required for all handshakes.
    Safe,
}

/// The settings of a priority string.
#[derive(Clone, Debug)]
pub struct Policy {
    pub versions: Vec<Version>,
    /// The cipher suites that an enabled version may use, in order of preference.
    pub suites: Vec<&'static Suite>,
    /// Like `suites`, but including those that no enabled version may use.
    pub all_suites: Vec<&'static Suite>,
    pub groups: Vec<Group>,
    pub signs: Vec<Sign>,
    pub kx: Vec<Kx>,
    pub ciphers: Vec<Cipher>,
    pub macs: Vec<Mac>,
    pub ctypes_client: Vec<CertType>,
    pub ctypes_server: Vec<CertType>,
    pub safe_renegotiation: SafeRenegotiation,
    /// The server's order of cipher suites takes precedence over the client's.
    pub server_precedence: bool,
    pub no_extensions: bool,
    pub no_etm: bool,
    pub force_etm: bool,
    pub no_tickets: bool,
    pub no_tickets_tls12: bool,
    /// Extended master secret (RFC 7627): not offered, or required.
    pub no_session_hash: bool,
    pub force_session_hash: bool,
    /// Pads the ClientHello to more than 512 bytes (RFC 7685).
    pub dumbfw: bool,
    pub fallback_scsv: bool,
    /// Tolerates records longer than TLS allows.
    pub allow_large_records: bool,
    /// Lets `gnutls_record_set_max_recv_size` go below 512.
    pub allow_small_records: bool,
    /// Tolerates a wrong version in the RSA premaster secret.
    pub allow_wrong_pms: bool,
    /// Tolerates a certificate whose key usage does not allow its use.
    pub allow_key_usage_violation: bool,
    pub ssl3_record_version: bool,
    pub latest_record_version: bool,
    /// Middlebox compatibility mode (RFC 8446 D.4), unless `%DISABLE_TLS13_COMPAT_MODE` disables it.
    pub tls13_compat_mode: bool,
    /// Shuffles the extensions of the ClientHello.
    pub shuffle_extensions: bool,
    /// The flags that the string adds to a verification.
    pub verify_flags: VerifyFlags,
    /// `GNUTLS_PROFILE_*`: the minimum strength of a certificate chain; unknown means no minimum.
    pub profile: gnutls_certificate_verification_profiles_t,
    /// `GNUTLS_SEC_PARAM_*`: the minimum strength of a Diffie-Hellman group of the peer.
    pub level: gnutls_sec_param_t,
}
