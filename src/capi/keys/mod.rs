//! Abstract keys.
pub mod pcert;
pub mod privkey;
pub mod pubkey;
