//! Passwords and verifiers of the application for SRP (RFC 5054).
use zeroize::Zeroizing;

use crate::crypto::srp::Group;

/// The name and the password of a client.
pub struct SrpPassword {
    pub name: Vec<u8>,
    pub password: Zeroizing<Vec<u8>>,
}

/// What a server has of a name. For an unknown one salt and verifier are made up, so that the client learns no more
/// than with a wrong password (RFC 5054 section 2.5.1.3).
pub struct SrpEntry {
    pub group: Group,
    pub salt: Vec<u8>,
    pub verifier: Zeroizing<Vec<u8>>,
    /// The name is unknown, and the failure of the handshake says so to the application.
    pub refused: bool,
}

/// The longest name and salt that the protocol has room for.
pub const MAX_NAME: usize = 255;
