//! Which keys protect a message, and their secrets, for an application that carries the handshake itself (QUIC, RFC 9001).
use crate::crypto::secret::Secret;

/// The keys of a message, oldest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Level {
    /// None.
    #[default]
    Initial,
    Early,
    Handshake,
    Application,
}

impl Level {
    /// The level with a number of the C interface (`gnutls_record_encryption_level_t`).
    pub fn from_number(number: u32) -> Option<Level> {
        [Level::Initial, Level::Early, Level::Handshake, Level::Application].get(number as usize).copied()
    }

    pub fn number(self) -> u32 {
        self as u32
    }
}

/// The secrets of a level; one that is not used, or not there yet, is `None`.
pub struct LevelSecrets {
    pub level: Level,
    pub read: Option<Secret>,
    pub write: Option<Secret>,
}
