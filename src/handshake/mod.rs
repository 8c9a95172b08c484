//! The handshake as a state machine without I/O: [`Machine::step`] processes an input and returns what the
//! machine waits for. The inputs and outputs are defined in [`step`].
pub mod ack;
pub mod client;
pub mod config;
pub mod connection_id;
pub mod cookie;
pub mod describe;
pub mod early;
pub mod ext;
pub mod flight;
pub mod fragments;
pub mod hello;
pub mod level;
pub mod messages;
mod negotiate;
mod offer;
pub mod parameters;
pub mod psk;
pub mod resume;
pub mod resumption;
pub mod server;
pub mod srp;
pub mod srtp;
pub mod sslv2;
pub mod step;
pub mod ticket_keys;
pub mod tickets;
pub mod tls12;
pub mod tls13;
pub mod transcript;
pub mod why;

use config::Role;
use step::{Context, Input, Next, Progress};

use crate::abi::*;
use crate::crypto::secret::Secret;
use crate::error::{Result, err};

/// The states of a handshake.
enum State {
    Start,
    Client(client::State),
    Server(server::State),
    /// Post-handshake authentication: a server is about to request it.
    StartReauth,
    /// A client is about to respond. Its messages are protected with keys derived from this secret.
    StartReauthAnswer(Secret),
    Reauth(Box<tls13::reauth::State>),
    Complete,
}

impl State {
    fn reauth(state: tls13::reauth::State) -> State {
        State::Reauth(Box::new(state))
    }
}

/// The state machine of one handshake.
pub struct Machine {
    /// `None` after a failure: a failed handshake takes no further step.
    state: Option<State>,
}

impl Machine {
    pub fn new() -> Self {
        Machine { state: Some(State::Start) }
    }

    /// A server that requests post-handshake authentication.
    pub fn reauth() -> Self {
        Machine { state: Some(State::StartReauth) }
    }

    /// A client that responds to such a request. `traffic` is the secret of its sending keys, which must not
    /// change before the response is sent.
    pub fn answer_reauth(traffic: Secret) -> Self {
        Machine { state: Some(State::StartReauthAnswer(traffic)) }
    }

    /// Processes an input and continues until the machine has to wait. After an error the machine is
    /// unusable.
    pub fn step(&mut self, cx: &mut Context, input: Input) -> Result<Progress> {
        let Some(state) = self.state.take() else { return err(GNUTLS_E_INVALID_SESSION) };
        let next = match state {
            State::Start if cx.config.role == Role::Client => client::start(cx)?.within(State::Client),
            State::Start => server::start(cx, input)?.within(State::Server),
            State::Client(state) => state.step(cx, input)?.within(State::Client),
            State::Server(state) => state.step(cx, input)?.within(State::Server),
            State::StartReauth => tls13::reauth::ask(cx)?.within(State::reauth),
            State::StartReauthAnswer(traffic) => {
                tls13::reauth::answer(cx, &input.message()?, traffic)?.within(State::reauth)
            }
            State::Reauth(state) => state.step(cx, input)?.within(State::reauth),
            State::Complete => return err(GNUTLS_E_INTERNAL_ERROR),
        };
        let (state, progress) = match next {
            Next::Wait(state, progress) => (state, progress),
            Next::Complete => (State::Complete, Progress::Done),
        };
        self.state = Some(state);
        Ok(progress)
    }

    /// During a renegotiation: whether application data of the current session may still arrive. That is not
    /// allowed between the peer's ChangeCipherSpec and its Finished.
    pub fn takes_old_data(&self) -> bool {
        match &self.state {
            Some(State::Client(state)) => !state.expects_finished(),
            Some(State::Server(state)) => !state.expects_finished(),
            _ => true,
        }
    }

    /// True if nothing but ChangeCipherSpec may follow. In DTLS it may come before the messages that it follows.
    pub fn expects_change_cipher_spec(&self) -> bool {
        match &self.state {
            Some(State::Client(state)) => state.expects_change_cipher_spec(),
            Some(State::Server(state)) => state.expects_change_cipher_spec(),
            _ => false,
        }
    }

    /// True if a server receives early data.
    pub fn takes_early_data(&self) -> bool {
        matches!(&self.state, Some(State::Server(state)) if state.takes_early_data())
    }

    /// True if a server has requested the client's authentication and the response has not begun.
    pub fn awaits_reauth(&self) -> bool {
        matches!(&self.state, Some(State::Reauth(state)) if state.expects_certificate())
    }

    pub fn is_complete(&self) -> bool {
        matches!(self.state, Some(State::Complete))
    }
}

impl Default for Machine {
    fn default() -> Self {
        Machine::new()
    }
}
