//! Pre-shared keys (RFC 8446 sections 4.2.9 and 4.2.11): what a client offers, what a server accepts, and the binders.
use subtle::ConstantTimeEq;

use super::keys::Early;
use crate::abi::*;
use crate::alg::{Digest, Version};
use crate::codec::Reader;
use crate::crypto::hash::{Hash, Output};
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result};
use crate::handshake::ext::{Block, ExtensionType, Extensions, tls13};
use crate::handshake::messages::Message;
use crate::handshake::resume;
use crate::handshake::resumption::SavedSession;
use crate::handshake::step::Context;
use crate::handshake::transcript::Transcript;
use crate::log::{DECISION, log, suspicious};

/// The value of psk_key_exchange_modes with a key exchange.
pub const PSK_DHE_KE: u8 = 1;

/// Where a PSK comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The ticket of an earlier session.
    Resumption,
    /// The application's credentials.
    External,
}

impl Kind {
    /// The label of the binder key.
    fn label(self) -> &'static str {
        match self {
            Kind::Resumption => "res binder",
            Kind::External => "ext binder",
        }
    }
}

/// A PSK that a client offers, or that a server has found for an offered identity.
pub struct Psk {
    pub kind: Kind,
    pub identity: Vec<u8>,
    pub secret: Secret,
    pub hash: Digest,
    /// The age of the ticket in milliseconds, plus a number that hides it; 0 for an external PSK.
    pub obfuscated_age: u32,
}

impl Psk {
    /// The PSK of a session that was saved with a ticket of TLS 1.3. `now` is in milliseconds.
    pub fn of_session(saved: &SavedSession, now: u64) -> Option<Psk> {
        let ticket = saved.ticket.as_ref().filter(|_| saved.version == Version::Tls13)?;
        let age = now.saturating_sub(ticket.at) as u32;
        Some(Psk {
            kind: Kind::Resumption,
            identity: ticket.bytes.clone(),
            secret: saved.secret.clone(),
            hash: saved.suite.prf,
            obfuscated_age: age.wrapping_add(ticket.age_add),
        })
    }

    pub fn early(&self) -> Early {
        Early::new(self.hash, &self.secret)
    }

    /// The binder of a ClientHello. `messages` are those before it, and it up to the binders.
    fn binder(&self, messages: [&[u8]; 2]) -> Result<Output> {
        let mut hash = Hash::new(self.hash)?;
        messages.iter().for_each(|part| hash.update(part));
        self.early().binder(self.kind.label(), hash.finish().as_ref())
    }

    /// Size of the binders with their length field, if this is the only PSK.
    fn binders_size(&self) -> usize {
        2 + 1 + self.hash.output_size()
    }

    /// Adds the extension with a binder that [`Psk::bind`] fills in. It has to be the last one.
    pub fn write(&self, block: &mut Block) {
        block.add(ExtensionType::PRE_SHARED_KEY, |w| {
            w.nested(2, |w| {
                w.vec16(&self.identity);
                w.bytes(&self.obfuscated_age.to_be_bytes());
            });
            w.nested(2, |w| w.vec8(&[0; 64][..self.hash.output_size()]));
        });
    }

    /// Computes the binder of a ClientHello that ends with it. `transcript` has the messages before.
    pub fn bind(&self, hello: &mut Message, transcript: &Transcript) -> Result<()> {
        let end = hello.raw().len() - self.binders_size();
        let binder = self.binder([transcript.bytes(), &hello.raw()[..end]])?;
        hello.write_end(binder.as_ref());
        Ok(())
    }
}

/// Whether a client allows a PSK with a key exchange.
pub fn is_possible(extensions: &Extensions) -> Result<bool> {
    Ok(tls13::read_psk_modes(extensions)?.is_some_and(|modes| modes.contains(&PSK_DHE_KE)))
}

/// The pre_shared_key extension of a client.
pub struct OfferedPsks<'a> {
    identities: Vec<&'a [u8]>,
    /// The obfuscated ages of the tickets.
    ages: Vec<u32>,
    binders: Vec<&'a [u8]>,
    /// Size of the binders with their length field.
    binders_size: usize,
}

impl<'a> OfferedPsks<'a> {
    /// Reads the extension, whose syntax [`tls13::check_pre_shared_key`] has checked. None are offered by a client that
    /// does not allow a key exchange with them.
    pub fn read(extensions: &'a Extensions) -> Result<Option<OfferedPsks<'a>>> {
        let Some(mut r) = extensions.get(ExtensionType::PRE_SHARED_KEY) else { return Ok(None) };
        if !is_possible(extensions)? {
            return Ok(None);
        }
        let mut list = Reader::new(r.vec16()?);
        let binders_size = r.len();
        let mut rest = Reader::new(r.vec16()?);
        let (mut identities, mut ages, mut binders) = (Vec::new(), Vec::new(), Vec::new());
        while !list.is_empty() {
            identities.push(list.vec16()?);
            ages.push(list.u32()?);
            binders.push(rest.vec8()?);
        }
        Ok(Some(OfferedPsks { identities, ages, binders, binders_size }))
    }

    /// The age of a ticket that the client shows, and its binder.
    pub fn age_and_binder(&self, index: usize) -> (u32, &'a [u8]) {
        let age = self.ages.get(index).copied().unwrap_or_default();
        (age, self.binders.get(index).copied().unwrap_or_default())
    }

    /// Checks the binder of an identity in constant time. `transcript` ends with the ClientHello. The handshake fails
    /// if it is wrong: who sent the hello does not have the PSK (section 4.2.11).
    pub fn check(&self, index: usize, psk: &Psk, transcript: &Transcript) -> Result<()> {
        let bytes = transcript.bytes();
        let expected = psk.binder([&bytes[..bytes.len().saturating_sub(self.binders_size)], &[]])?;
        let theirs = self.binders.get(index).copied().unwrap_or_default();
        if bool::from(theirs.ct_eq(expected.as_ref())) {
            return Ok(());
        }
        Err(suspicious!(
            Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, AlertDescription::DECRYPT_ERROR),
            "the client offers a ticket of ours without the secret that belongs to it: its binder is wrong"
        ))
    }
}

/// How many identities of a client a server tries.
const MAX_TRIED: usize = 8;

/// Looks for a session that a client may resume among the tickets that it offers. Returns its index.
pub fn find_session(cx: &Context, offered: &OfferedPsks<'_>) -> Option<(usize, SavedSession)> {
    cx.config.ticket_keys.as_ref()?;
    let mut tickets = offered.identities.iter().take(MAX_TRIED).enumerate();
    let found = tickets.find_map(|(i, ticket)| Some((i, resume::open_ticket(cx, ticket)?)));
    if found.is_none() {
        log!(DECISION, "does not resume a session: none of the client's tickets is one of this server");
    }
    found
}
