//! TLS 1.2 (RFC 5246) after the version is negotiated, and renegotiation (RFC 5746).
pub mod abbreviated;
pub mod client;
pub mod finish;
pub mod keys;
pub mod kx;
pub mod server;
pub mod share;
