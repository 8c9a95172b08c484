//! Messages of a handshake that the application carries, which wait for the keys that they belong to.
use std::collections::VecDeque;

use crate::handshake::level::Level;

/// Messages of the peer that the application has passed, oldest first.
#[derive(Default)]
pub(super) struct Waiting {
    pub(super) parts: VecDeque<(Level, Vec<u8>)>,
    pub(super) size: usize,
}
