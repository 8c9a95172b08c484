//! Public and private keys of all types: RSA, DSA, DH, elliptic curves, GOST R 34.10, ML-DSA and ML-KEM.
//!
//! | type | numbers and operations |
//! | --- | --- |
//! | RSA | [`rsa`] |
//! | ECDSA and ECDH over prime fields | [`aws_lc::EcKey`](super::aws_lc) |
//! | GOST R 34.10 | [`gost`] |
//! | Ed25519, Ed448, X25519, X448 | [`edwards`] |
//! | DSA, DH | [`dsa`], [`dh`] |
//! | ML-DSA, ML-KEM | [`aws_lc::PqKey`](super::aws_lc) |

mod certificate;
pub(super) mod dh;
mod dsa;
pub(super) mod edwards;
mod generate;
mod gost;
mod private;
mod public;
mod rfc6979;
mod rsa;
mod scheme;
mod seed;
#[cfg(test)]
mod tests;

pub use dh::DhComponents;
pub use dsa::DsaComponents;
pub use gost::GostParams;
pub use private::PrivateKey;
pub use public::{PublicKey, curve_size};
pub use rsa::{RsaComponents, digest_info};
pub use scheme::{OaepParams, PssParams, RsaUse, Scheme, SignOptions, write_pss};
pub use seed::Seed;

use crate::abi::GNUTLS_E_ASN1_DER_ERROR;
use crate::error::Error;

const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
