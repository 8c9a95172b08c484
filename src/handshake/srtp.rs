//! SRTP (RFC 5764): what is set and what was negotiated.

/// What the application has set for SRTP.
#[derive(Clone, Default)]
pub struct SrtpConfig {
    /// The numbers of the profiles, the preferred first.
    pub profiles: Vec<u16>,
    /// The master key identifier.
    pub mki: Vec<u8>,
}

/// What the extension contains, and what was negotiated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseSrtp {
    pub profiles: Vec<u16>,
    pub mki: Vec<u8>,
}
