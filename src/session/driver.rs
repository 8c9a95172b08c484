//! The state of a handshake between two calls.
use std::collections::VecDeque;
use std::time::Instant;

use super::application::{Direction, When};
use crate::handshake::Machine;
use crate::handshake::flight::RetransmitTimer;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::step::{Effect, Input, Progress, Query};
use crate::pki::cert::Certificate;

/// A handshake in progress.
#[derive(Default)]
pub(super) struct HandshakeDriver {
    pub(super) machine: Option<Machine>,
    pub(super) next: NextAction,
    /// What to do before the next action, in order.
    pub(super) due: VecDeque<Due>,
    /// A received message whose hook runs after its step.
    pub(super) came: Option<Message>,
    /// True if messages of this handshake may still be in the send buffer.
    pub(super) unsent: bool,
    pub(super) started: Option<Instant>,
    /// In a renegotiation: the peer's certificate before it.
    pub(super) peer_before: Option<Certificate>,
    /// In a renegotiation: the name of a client that uses a PSK or a password.
    pub(super) user_before: Option<Vec<u8>>,
    pub(super) kind: Kind,
    /// Where the handshake is, for the report of a failure.
    pub(super) stage: Stage,
    /// The last message of the peer.
    pub(super) at: Option<HandshakeType>,
    /// Of DTLS.
    pub(super) flights: Flights,
}

/// The flights of a handshake over DTLS.
#[derive(Default)]
pub(super) struct Flights {
    /// The number of our next message.
    pub(super) next_sequence: u16,
    /// The epoch in which the peer's first message comes. Its Finished has another one.
    pub(super) first_epoch: u16,
    /// When the handshake began.
    pub(super) started: u64,
    pub(super) timer: RetransmitTimer,
    /// The peer has answered our last flight: what is sent next begins another one.
    pub(super) answered: bool,
    /// DTLS 1.3: the records of the peer's flight, which are acknowledged if it does not go on, or at the end of the handshake.
    pub(super) received: Vec<u64>,
    /// When that is.
    pub(super) acknowledge_at: Option<u64>,
    /// A part of the flight did not fit into a datagram: it is sent again.
    pub(super) too_large: bool,
    /// The transport has not taken all of the flight.
    pub(super) cut: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    #[default]
    First,
    Renegotiation,
    /// Post-handshake authentication.
    Reauth,
}

/// Where a handshake is, for the report of its failure.
#[derive(Clone, Copy, Default)]
pub(super) enum Stage {
    #[default]
    Start,
    /// A message of the peer is processed.
    Message(HandshakeType),
    ChangeCipherSpec,
    /// The application is asked: what happens meanwhile.
    Query(&'static str),
    Sending,
    Waiting,
}

/// What remains to be done after a step of the state machine.
pub(super) enum Due {
    Effect(Effect),
    /// Call the application's handshake hook.
    CallMessageHook(Message, When, Direction),
    /// Pass extensions of a received message to the application.
    Extensions,
}

/// What the handshake loop does next.
#[derive(Default)]
pub(super) enum NextAction {
    #[default]
    Begin,
    Step(Input),
    /// Flush, then wait for a message.
    Message,
    Query(Query),
    /// Flush, then return to the application: the handshake completes when the application receives data.
    FalseStart,
    /// Flush, then complete the handshake.
    Finish,
}

impl From<Progress> for NextAction {
    fn from(progress: Progress) -> Self {
        match progress {
            Progress::Message => NextAction::Message,
            Progress::Query(query) => NextAction::Query(query),
            Progress::FalseStart => NextAction::FalseStart,
            Progress::Done => NextAction::Finish,
        }
    }
}

impl HandshakeDriver {
    pub(super) fn takes_old_data(&self) -> bool {
        self.kind != Kind::First && self.machine.as_ref().is_some_and(Machine::takes_old_data)
    }

    /// Queues the `After` hook of the received message.
    pub(super) fn queue_hook_of_received(&mut self) {
        if let Some(message) = self.came.take() {
            self.due.push_back(Due::CallMessageHook(message, When::After, Direction::Incoming));
        }
    }
}
