//! The record layer (RFC 8446 section 5, RFC 5246 section 6), sans-IO: bytes in, records out, and back.
//!
//! [`reader`] cuts the stream into records and opens them in place, [`writer`] seals into one output
//! buffer, [`protect`] is the cipher of one direction. DTLS gets a reader and writer of its own.

pub mod protect;
pub mod reader;
pub mod writer;

pub use protect::Protection;
pub use reader::Reader;
pub use writer::Writer;

/// Bytes of a record's header: type, version, length.
pub const HEADER: usize = 5;
/// The most plaintext of one record: 2^14 bytes.
pub const MAX_PLAIN: usize = 1 << 14;

/// What a record carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum ContentType {
    ChangeCipherSpec = 20,
    Alert = 21,
    Handshake = 22,
    ApplicationData = 23,
    Heartbeat = 24,
}

impl ContentType {
    pub const fn from_u8(n: u8) -> Option<Self> {
        Some(match n {
            20 => ContentType::ChangeCipherSpec,
            21 => ContentType::Alert,
            22 => ContentType::Handshake,
            23 => ContentType::ApplicationData,
            24 => ContentType::Heartbeat,
            _ => return None,
        })
    }
}
