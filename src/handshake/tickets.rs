//! The tickets of TLS 1.3 that a client has received in a session. Each is for one later session, so that nobody who
//! observes them can tell that they are of the same client (RFC 8446 appendix C.4).
use super::resumption::Ticket;
use crate::crypto::secret::Secret;

/// How many are kept. A server may send any number.
const MAX_KEPT: usize = 4;

#[derive(Clone)]
pub struct ReceivedTicket {
    pub ticket: Ticket,
    pub psk: Secret,
    /// Seconds.
    pub lifetime: u32,
    pub max_early_data: u32,
    /// The application has it already.
    given: bool,
}

impl ReceivedTicket {
    pub fn new(ticket: Ticket, psk: Secret, lifetime: u32, max_early_data: u32) -> Self {
        ReceivedTicket { ticket, psk, lifetime, max_early_data, given: false }
    }
}

/// The newest tickets of a session.
#[derive(Clone, Default)]
pub struct Tickets {
    /// Oldest first.
    kept: Vec<ReceivedTicket>,
}

impl Tickets {
    /// Keeps a ticket, and forgets the oldest one if there are too many.
    pub fn receive(&mut self, ticket: ReceivedTicket) {
        if self.kept.len() == MAX_KEPT {
            self.kept.remove(0);
        }
        // Exactly: most sessions are long and idle, and have got all their tickets.
        self.kept.reserve_exact(1);
        self.kept.push(ticket);
    }

    /// The next ticket for the application: the newest one that it does not have yet, or else the newest one.
    pub fn next(&self) -> Option<&ReceivedTicket> {
        self.kept.iter().rev().find(|t| !t.given).or(self.kept.last())
    }

    /// The application has the [`Tickets::next`] one.
    pub fn give(&mut self) {
        if let Some(ticket) = self.kept.iter_mut().rev().find(|t| !t.given) {
            ticket.given = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(byte: u8) -> ReceivedTicket {
        let ticket = Ticket { bytes: vec![byte], age_add: 0, at: 0 };
        ReceivedTicket::new(ticket, Secret::zero(32), 60, 0)
    }

    fn take(tickets: &mut Tickets) -> u8 {
        let next = tickets.next().unwrap().ticket.bytes[0];
        tickets.give();
        next
    }

    #[test]
    fn each_is_given_once_while_there_are_others() {
        let mut tickets = Tickets::default();
        assert!(tickets.next().is_none());
        (1..=2).for_each(|n| tickets.receive(received(n)));
        assert_eq!([take(&mut tickets), take(&mut tickets), take(&mut tickets)], [2, 1, 2]);
        tickets.receive(received(3));
        assert_eq!([take(&mut tickets), take(&mut tickets)], [3, 3]);
    }

    #[test]
    fn the_newest_are_kept() {
        let mut tickets = Tickets::default();
        (1..=200).for_each(|n| tickets.receive(received(n)));
        assert_eq!([0; 5].map(|_| take(&mut tickets)), [200, 199, 198, 197, 200]);
    }
}
