//! DER, object identifiers and PEM: what certificates and keys are written in.
pub mod der;
pub mod oid;
pub mod pem;
