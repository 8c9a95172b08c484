//! Anonymous credentials.
use crate::abi::*;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::object::dh_params::CredentialGroup;

/// What C holds as a `gnutls_anon_server_credentials_t`.
#[derive(Default)]
pub struct AnonServer {
    pub dh: CredentialGroup,
}

// SAFETY: all handles are created by `gnutls_anon_allocate_server_credentials`.
unsafe impl Opaque for gnutls_anon_server_credentials_st {
    type Object = AnonServer;
}
