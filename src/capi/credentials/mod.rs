//! Credentials, which several sessions can share.
pub mod anon;
pub mod certificate;
pub mod dh_params;
pub mod psk;
pub mod srp;
