//! TLS 1.3 (RFC 8446) after the version is negotiated.
pub mod accept_psk;
pub mod auth;
pub mod client;
pub mod early_data;
pub mod keys;
pub mod post;
pub mod psk;
pub mod reauth;
pub mod server;
