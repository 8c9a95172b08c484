//! The record layer (RFC 8446 section 5, RFC 5246 section 6), without I/O: converts received bytes to records
//! and records to bytes to send.
//!
//! [`reader`] splits the stream into records and opens them in place, [`writer`] seals records into one
//! output buffer, [`protect`] is the record protection of one direction. Both also have a mode for datagrams, whose
//! records are described in [`datagram`], those of DTLS 1.3 in [`unified`]. [`kernel`] is for records that the kernel protects.

pub mod datagram;
pub mod epoch;
pub mod kernel;
pub mod protect;
pub mod reader;
pub mod unified;
pub mod writer;

pub use protect::Protection;
pub use reader::Reader;
pub use writer::Writer;

/// Size of a record header: type, version, length.
pub const HEADER: usize = 5;
/// Maximum plaintext size of one record: 2^14 bytes.
pub const MAX_PLAINTEXT: usize = 1 << 14;

/// The content type of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum ContentType {
    ChangeCipherSpec = 20,
    Alert = 21,
    Handshake = 22,
    ApplicationData = 23,
    Heartbeat = 24,
    /// Of DTLS 1.3 (RFC 9147 section 7).
    Ack = 26,
}

impl ContentType {
    pub const fn from_u8(n: u8) -> Option<Self> {
        Some(match n {
            20 => ContentType::ChangeCipherSpec,
            21 => ContentType::Alert,
            22 => ContentType::Handshake,
            23 => ContentType::ApplicationData,
            24 => ContentType::Heartbeat,
            26 => ContentType::Ack,
            _ => return None,
        })
    }

    /// The RFC's name.
    pub const fn name(self) -> &'static str {
        match self {
            ContentType::ChangeCipherSpec => "change_cipher_spec",
            ContentType::Alert => "alert",
            ContentType::Handshake => "handshake",
            ContentType::ApplicationData => "application_data",
            ContentType::Heartbeat => "heartbeat",
            ContentType::Ack => "ack",
        }
    }
}
