//! What a priority string asks for, as values.
use crate::abi::*;
use crate::alg::{CertType, Cipher, Group, Kx, Mac, Sign, Suite, Version};

/// How far RFC 5746 is insisted on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SafeRenegotiation {
    /// Not even the extension is sent.
    Disabled,
    /// Handshakes and rehandshakes without it are allowed.
    Unsafe,
    /// The first handshake may be without it, a rehandshake may not.
    Partial,
    /// No handshake is without it.
    Safe,
}

/// What a priority string asks for.
#[derive(Clone, Debug)]
pub struct Policy {
    pub versions: Vec<Version>,
    /// In order of preference, those that an enabled version may use.
    pub suites: Vec<&'static Suite>,
    /// As `suites`, with those that only a version could use that is not enabled.
    pub all_suites: Vec<&'static Suite>,
    pub groups: Vec<Group>,
    pub signs: Vec<Sign>,
    pub kx: Vec<Kx>,
    pub ciphers: Vec<Cipher>,
    pub macs: Vec<Mac>,
    pub ctypes_client: Vec<CertType>,
    pub ctypes_server: Vec<CertType>,
    pub safe_renegotiation: SafeRenegotiation,
    /// The server's order of suites counts, not the client's.
    pub server_precedence: bool,
    pub no_extensions: bool,
    pub no_etm: bool,
    pub force_etm: bool,
    pub no_tickets: bool,
    pub no_tickets_tls12: bool,
    /// Extended master secret (RFC 7627): not offered, or insisted on.
    pub no_session_hash: bool,
    pub force_session_hash: bool,
    /// Pads the client hello beyond 512 bytes (RFC 7685).
    pub dumbfw: bool,
    pub fallback_scsv: bool,
    /// Tolerates records longer than TLS allows.
    pub allow_large_records: bool,
    /// Lets `gnutls_record_set_max_recv_size` go below 512.
    pub allow_small_records: bool,
    /// Tolerates a wrong version in the RSA premaster secret.
    pub allow_wrong_pms: bool,
    /// Tolerates a certificate whose key usage forbids what it is used for.
    pub allow_key_usage_violation: bool,
    pub ssl3_record_version: bool,
    pub latest_record_version: bool,
    /// RFC 8446 D.4: on unless `%DISABLE_TLS13_COMPAT_MODE` says otherwise.
    pub tls13_compat_mode: bool,
    /// The order of the client hello's extensions changes from hello to hello.
    pub shuffle_extensions: bool,
    /// `GNUTLS_VERIFY_*` that the string adds to a verification.
    pub verify_flags: c_uint,
    /// `GNUTLS_PROFILE_*`: the least strength of a certificate chain; unknown is none.
    pub profile: gnutls_certificate_verification_profiles_t,
    /// `GNUTLS_SEC_PARAM_*`: the least strength of a Diffie-Hellman group of the peer.
    pub level: gnutls_sec_param_t,
}
