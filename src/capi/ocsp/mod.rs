//! OCSP: requests and responses.
pub mod req;
pub mod resp;
pub mod verify;
