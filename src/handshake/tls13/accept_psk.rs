//! The PSK that a server accepts (RFC 8446 section 4.2.11): that of a session which is resumed, or one of the application.
use std::collections::VecDeque;

use super::early_data;
use super::psk::{Kind, Mode, OfferedPsks, Psk, find_session};
use crate::alg::{Digest, Suite};
use crate::error::Result;
use crate::handshake::hello::ClientHello;
use crate::handshake::psk::{ExternalPsk, Lookup, random_key};
use crate::handshake::resume;
use crate::handshake::resumption::SavedSession;
use crate::handshake::step::{Context, EarlyTry, Query};
use crate::handshake::transcript::Transcript;
use crate::log::{DECISION, log};

/// A PSK that the client offers and that this server accepts.
pub struct Requested {
    /// Its place in the client's list.
    pub index: usize,
    pub psk: Psk,
    pub mode: Mode,
    /// The session that is resumed with it.
    pub saved: Option<SavedSession>,
}

impl Requested {
    /// Asks whether the early data of a client is a replay, unless it is not accepted anyway.
    pub fn replay_query(&self, cx: &Context, suite: &Suite, hello: &ClientHello) -> Result<Option<Query>> {
        let Some(saved) = &self.saved else { return Ok(None) };
        if let Some(why) = early_data::server_refuses(cx, saved, self.index, suite) {
            log!(DECISION, "does not accept the client's early data: {why}");
            return Ok(None);
        }
        let Some(offered) = OfferedPsks::read(&hello.extensions)? else { return Ok(None) };
        let (age, binder) = offered.age_and_binder(self.index);
        let age_error = early_data::age_error(cx, saved, age);
        let issued = saved.ticket.as_ref().map_or(0, |t| t.at);
        Ok(Some(Query::CheckReplay(EarlyTry { binder: binder.to_vec(), age_error, issued })))
    }

    /// The cipher suite for it: that of the session, or else one with the same hash.
    pub fn suite(&self, common: &[&'static Suite]) -> Option<&'static Suite> {
        let saved = self.saved.as_ref();
        let own = common.iter().find(|s| saved.is_some_and(|saved| s.wire == saved.suite.wire));
        own.or(common.iter().find(|s| s.prf == self.psk.hash)).copied()
    }
}

/// The session of the first ticket of this server that the client offers, unless a rule is against it. A wrong binder ends
/// the handshake.
pub fn requested_session(
    cx: &mut Context,
    hello: &ClientHello,
    transcript: &Transcript,
) -> Result<Option<Requested>> {
    let Some(offered) = OfferedPsks::read(&hello.extensions)? else { return Ok(None) };
    let Some(mode) = offered.mode(cx.config, Kind::Resumption) else { return Ok(None) };
    let Some((index, saved)) = find_session(cx, &offered) else { return Ok(None) };
    cx.parameters.resumption_requested = true;
    let Some(psk) =
        Psk::of_session(&saved, cx.now).filter(|_| resume::accepts(cx, &saved, cx.config.tls13(), false))
    else {
        return Ok(None);
    };
    offered.check(index, &psk, transcript)?;
    Ok(Some(Requested { index, psk, mode, saved: Some(saved) }))
}

/// The search for a PSK of the application among the identities that a client offers.
pub struct Search {
    /// The places of the identities that are still to be looked for.
    places: VecDeque<usize>,
    /// The one that the application is asked for.
    place: usize,
    /// The first unknown one that is no ticket.
    unknown: Option<Unknown>,
}

struct Unknown {
    place: usize,
    /// The application has said that it does not know it.
    refused: bool,
    hash: Digest,
}

pub enum Sought {
    /// The application is asked for this identity.
    Ask(Vec<u8>),
    /// The search has ended.
    Chosen(Option<Box<Requested>>),
}

/// Whether an identity has no age, as that of an external PSK. One with an age is a ticket of another server or an old one, unless
/// the client does not keep to section 4.2.11.
fn is_external(offered: &OfferedPsks<'_>, place: usize) -> bool {
    offered.age_and_binder(place).0 == 0
}

impl Search {
    /// Those without an age come first. Tickets of this server are none.
    pub fn new(cx: &Context, hello: &ClientHello) -> Result<Search> {
        let mut places = VecDeque::new();
        if !Mode::external(cx.config).is_empty()
            && let Some(offered) = OfferedPsks::read(&hello.extensions)?
            && offered.mode(cx.config, Kind::External).is_some()
        {
            let all: Vec<(usize, &[u8])> = (0..).map_while(|i| Some((i, offered.identity(i)?))).collect();
            let (external, aged): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|(place, _)| is_external(&offered, *place));
            let others = aged.into_iter().filter(|(_, identity)| resume::open_ticket(cx, identity).is_none());
            places.extend(external.into_iter().chain(others).map(|(place, _)| place));
        }
        Ok(Search { places, place: 0, unknown: None })
    }

    /// The next identity. If there is none left and one was that of an external PSK, the handshake fails as with a wrong key.
    pub fn next(&mut self, cx: &mut Context, hello: &ClientHello, transcript: &Transcript) -> Result<Sought> {
        if self.places.is_empty() && self.unknown.is_none() {
            return Ok(Sought::Chosen(None));
        }
        let Some(offered) = OfferedPsks::read(&hello.extensions)? else { return Ok(Sought::Chosen(None)) };
        if let Some(place) = self.places.pop_front() {
            self.place = place;
            return Ok(Sought::Ask(offered.identity(place).unwrap_or_default().to_vec()));
        }
        let Some(Unknown { place, refused, hash }) = self.unknown.take() else {
            return Ok(Sought::Chosen(None));
        };
        cx.parameters.unknown_client = refused;
        let identity = offered.identity(place).unwrap_or_default().to_vec();
        let key = random_key()?;
        let psk = Psk::external(cx.config, ExternalPsk { identity, key, imported: false, hash })?;
        offered.check(place, &psk, transcript)?;
        Ok(Sought::Chosen(None))
    }

    /// The application's answer for the identity. A wrong binder ends the handshake.
    pub fn answer(
        &mut self,
        cx: &mut Context,
        hello: &ClientHello,
        transcript: &Transcript,
        lookup: Lookup,
    ) -> Result<Sought> {
        let Some(offered) = OfferedPsks::read(&hello.extensions)? else { return Ok(Sought::Chosen(None)) };
        let (place, external) = (self.place, is_external(&offered, self.place));
        match lookup {
            Lookup::Found(psk) => {
                let psk = Psk::external(cx.config, psk)?;
                match offered.check(place, &psk, transcript) {
                    Ok(()) => {}
                    // The application knows every identity, also what is a ticket.
                    Err(_) if !external => return self.next(cx, hello, transcript),
                    Err(e) => return Err(e),
                }
                let mode = offered.mode(cx.config, psk.kind);
                let chosen = mode.map(|mode| Box::new(Requested { index: place, psk, mode, saved: None }));
                Ok(Sought::Chosen(chosen))
            }
            Lookup::Unknown { refused, hash } => {
                if external && self.unknown.is_none() {
                    self.unknown = Some(Unknown { place, refused, hash });
                }
                self.next(cx, hello, transcript)
            }
        }
    }
}
