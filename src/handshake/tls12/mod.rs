//! TLS 1.2 (RFC 5246) from ServerHello on, and renegotiation (RFC 5746).
pub mod client;
pub mod finish;
pub mod keys;
pub mod kx;
pub mod server;
