//! PKCS #7 (RFC 2315) and the signed data of CMS (RFC 5652).
//!
//! [`Pkcs7`] is a ContentInfo with SignedData, which is changed in place. Its parts are stored in the encoding
//! that [`Pkcs7::to_der`] writes.
mod attributes;
mod data;
mod list;
mod read;
mod sign;
mod signer;
mod verify;
mod write;

pub use self::attributes::{Attribute, Attributes};
pub use self::data::Pkcs7;
pub use self::list::List;
pub use self::sign::{NewSigner, Place};
pub use self::signer::{SignerId, SignerInfo};
