//! DER and BER, object identifiers and PEM, the encodings of certificates and keys.
pub mod ber;
pub mod der;
pub mod oid;
pub mod pem;
