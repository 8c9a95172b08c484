//! TLS 1.3 (RFC 8446) from ServerHello on.
pub mod auth;
pub mod client;
pub mod keys;
pub mod post;
pub mod reauth;
pub mod server;
