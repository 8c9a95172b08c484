//! Where a handshake stands between two calls.
use std::collections::VecDeque;
use std::time::Instant;

use super::hooks::{Direction, When};
use crate::handshake::Machine;
use crate::handshake::messages::Message;
use crate::handshake::step::{Ask, Effect, Input, Progress};
use crate::pki::cert::Certificate;

/// A handshake under way.
#[derive(Default)]
pub(super) struct Run {
    pub(super) machine: Option<Machine>,
    pub(super) todo: Todo,
    /// What is to be done before that, in order.
    pub(super) due: VecDeque<Due>,
    /// A message that came, whose hook is due when its step is done.
    pub(super) came: Option<Message>,
    /// Messages of this handshake may lie unsent.
    pub(super) unsent: bool,
    pub(super) started: Option<Instant>,
    /// A renewal: the peer as it was.
    pub(super) peer_before: Option<Certificate>,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    First,
    Renegotiation,
    /// Authentication after the handshake.
    Reauth,
}

/// What a step left to be done.
pub(super) enum Due {
    Effect(Effect),
    /// The application's hook sees a message.
    Show(Message, When, Direction),
    /// The application sees extensions that came for it.
    Extensions,
}

/// Where the loop stands.
#[derive(Default)]
pub(super) enum Todo {
    #[default]
    Begin,
    Step(Input),
    /// Flush, then wait for a message.
    Message,
    Ask(Ask),
    /// Flush, then the application may go on; the rest of the handshake comes with what it receives.
    Early,
    /// Flush, then it is done.
    Finish,
}

impl From<Progress> for Todo {
    fn from(progress: Progress) -> Self {
        match progress {
            Progress::Message => Todo::Message,
            Progress::Ask(ask) => Todo::Ask(ask),
            Progress::Early => Todo::Early,
            Progress::Done => Todo::Finish,
        }
    }
}

impl Run {
    pub(super) fn takes_old_data(&self) -> bool {
        self.kind != Kind::First && self.machine.as_ref().is_some_and(Machine::takes_old_data)
    }

    /// The hook of the message that came is due.
    pub(super) fn show_came(&mut self) {
        if let Some(message) = self.came.take() {
            self.due.push_back(Due::Show(message, When::After, Direction::Incoming));
        }
    }
}
