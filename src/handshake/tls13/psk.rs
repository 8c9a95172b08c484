//! Pre-shared keys (RFC 8446 sections 4.2.9 and 4.2.11): what a client offers, what a server accepts, and the binders.
use subtle::ConstantTimeEq;

use super::keys::{Early, Schedule};
use crate::abi::*;
use crate::alg::{Digest, Kx, Version};
use crate::codec::{Reader, Writer};
use crate::crypto::hash::{Hash, Output, digest};
use crate::crypto::kdf::{Hkdf, hkdf_expand_label, hkdf_extract};
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::Config;
use crate::handshake::ext::{Block, ExtensionType, Extensions, tls13};
use crate::handshake::messages::Message;
use crate::handshake::psk::ExternalPsk;
use crate::handshake::resume;
use crate::handshake::resumption::SavedSession;
use crate::handshake::step::Context;
use crate::handshake::transcript::Transcript;
use crate::log::{DECISION, log, suspicious};

/// A key exchange with a PSK (section 4.2.9).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// The PSK alone: psk_ke.
    Psk,
    /// With Diffie-Hellman: psk_dhe_ke.
    PskDhe,
}

impl Mode {
    pub const fn wire(self) -> u8 {
        match self {
            Mode::Psk => 0,
            Mode::PskDhe => 1,
        }
    }

    /// The mode of a key exchange of the priorities.
    const fn of(kx: Kx) -> Option<Mode> {
        match kx {
            Kx::Psk => Some(Mode::Psk),
            Kx::DhePsk | Kx::EcdhePsk => Some(Mode::PskDhe),
            _ => None,
        }
    }

    /// Those that the credentials and the priorities allow with an external PSK, in the order of the priorities.
    pub fn external(config: &Config) -> Vec<Mode> {
        let mut modes = Vec::new();
        for mode in config.policy.kx.iter().filter(|_| config.psk).filter_map(|kx| Mode::of(*kx)) {
            if !modes.contains(&mode) {
                modes.push(mode);
            }
        }
        modes
    }

    /// Those that a client offers. With a ticket Diffie-Hellman is used, unless the priorities have PSKs without it alone.
    pub fn offered(config: &Config) -> Vec<Mode> {
        let modes = Mode::external(config);
        match modes.is_empty() && config.uses_tickets(config.tls13()) {
            true => vec![Mode::PskDhe],
            false => modes,
        }
    }

    /// The mode that a server selects for a kind of PSK: the client's first that it has, or with `%SERVER_PRECEDENCE` its own first
    /// that the client has.
    fn select(config: &Config, kind: Kind, theirs: &[u8]) -> Option<Mode> {
        let mut ours = Mode::external(config);
        if kind == Kind::Resumption && !ours.contains(&Mode::PskDhe) {
            ours.push(Mode::PskDhe);
        }
        let place = |mode: &Mode| theirs.iter().position(|m| *m == mode.wire());
        let mut common = ours.into_iter().filter(|m| place(m).is_some());
        if config.policy.server_precedence { common.next() } else { common.min_by_key(place) }
    }
}

/// Where a PSK comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The ticket of an earlier session.
    Resumption,
    /// The application's credentials.
    External,
    /// Derived from one of the application's credentials (RFC 9258).
    Imported,
}

impl Kind {
    /// The label of the binder key.
    fn label(self) -> &'static str {
        match self {
            Kind::Resumption => "res binder",
            Kind::External => "ext binder",
            Kind::Imported => "imp binder",
        }
    }
}

/// A PSK that a client offers, or that a server has found for an offered identity.
pub struct Psk {
    pub kind: Kind,
    pub identity: Vec<u8>,
    pub early: Early,
    pub hash: Digest,
    /// The age of the ticket in milliseconds, plus a number that hides it; 0 for an external PSK.
    pub obfuscated_age: u32,
}

impl Psk {
    /// The PSK of a session that was saved with a ticket of TLS 1.3. `now` is in milliseconds.
    pub fn of_session(saved: &SavedSession, now: u64) -> Option<Psk> {
        let ticket = saved.ticket.as_ref().filter(|_| saved.version.is_tls13())?;
        let hkdf = Hkdf { digest: saved.suite.prf, datagram: saved.version.is_dtls() };
        let age = now.saturating_sub(ticket.at) as u32;
        Some(Psk {
            kind: Kind::Resumption,
            identity: ticket.bytes.clone(),
            early: Early::new(hkdf, saved.secret.as_ref()),
            hash: saved.suite.prf,
            obfuscated_age: age.wrapping_add(ticket.age_add),
        })
    }

    /// The PSK of the application's credentials. Fails with `GNUTLS_E_PARSING_ERROR` if one is to be imported whose
    /// identity is no ImportedIdentity for TLS 1.3 and the hash.
    pub fn external(config: &Config, psk: ExternalPsk) -> Result<Psk> {
        let ExternalPsk { identity, key, imported, hash } = psk;
        let (kind, early) = match imported {
            true => (Kind::Imported, import(config, &identity, &key, hash)?),
            false => (Kind::External, Early::new(config.hkdf(hash), &key)),
        };
        Ok(Psk { kind, identity, early, hash, obfuscated_age: 0 })
    }

    /// The binder of a ClientHello. `messages` are those before it, and it up to the binders.
    fn binder(&self, messages: [&[u8]; 2]) -> Result<Output> {
        let mut hash = Hash::new(self.hash)?;
        messages.iter().for_each(|part| hash.update(part));
        self.early.binder(self.kind.label(), hash.finish().as_ref())
    }
}

/// The handshake secret of a PSK, of the shared secret of the key exchange, or of both.
pub fn handshake_secret(hkdf: Hkdf, psk: Option<&Psk>, shared: Option<&[u8]>) -> Result<Schedule> {
    let zeros = [0u8; 64];
    let shared = shared.unwrap_or(&zeros[..hkdf.digest.output_size()]);
    match psk {
        Some(psk) => psk.early.schedule(shared),
        None => Schedule::handshake(hkdf, shared),
    }
}

/// The early secret of an imported PSK (RFC 9258 section 5.1).
fn import(config: &Config, identity: &[u8], key: &[u8], hash: Digest) -> Result<Early> {
    let hkdf = config.hkdf(hash);
    if imported_for(identity) != Some((config.tls13().wire(), kdf_number(hash))) {
        return err(GNUTLS_E_PARSING_ERROR);
    }
    let zeros = [0u8; 64];
    let extracted = hkdf_extract(hash, &zeros[..hash.output_size()], key);
    let mut imported = Secret::zero(hash.output_size());
    let context = digest(hash, identity)?;
    hkdf_expand_label(hkdf, extracted.as_ref(), "derived psk", context.as_ref(), imported.as_mut());
    Ok(Early::new(hkdf, imported.as_ref()))
}

/// HKDF_SHA256 or HKDF_SHA384 (RFC 9258 section 10); 0 for others.
const fn kdf_number(hash: Digest) -> u16 {
    match hash {
        Digest::Sha256 => 1,
        Digest::Sha384 => 2,
        _ => 0,
    }
}

/// The target protocol and KDF of an ImportedIdentity.
fn imported_for(identity: &[u8]) -> Option<(u16, u16)> {
    let mut r = Reader::new(identity);
    let external = r.vec16().ok()?;
    r.vec16().ok()?;
    let target = (r.u16().ok()?, r.u16().ok()?);
    (r.is_empty() && !external.is_empty()).then_some(target)
}

/// ImportedIdentity (RFC 9258 section 5.1). Fails with `GNUTLS_E_UNKNOWN_HASH_ALGORITHM` for another hash than SHA-256 and SHA-384, and
/// with `GNUTLS_E_INVALID_REQUEST` if a part is longer than its field.
pub fn imported_identity(identity: &[u8], context: &[u8], version: Version, hash: Digest) -> Result<Vec<u8>> {
    let kdf = match kdf_number(hash) {
        0 => return err(GNUTLS_E_UNKNOWN_HASH_ALGORITHM),
        kdf => kdf,
    };
    if identity.len() > u16::MAX.into() || context.len() > u16::MAX.into() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    let mut w = Writer::new();
    w.vec16(identity);
    w.vec16(context);
    w.u16(version.wire());
    w.u16(kdf);
    w.finish()
}

/// Size of the binders with their length field.
fn binders_size(psks: &[Psk]) -> usize {
    2 + psks.iter().map(|psk| 1 + psk.hash.output_size()).sum::<usize>()
}

/// Adds the extension with binders that [`bind`] fills in. It has to be the last one.
pub fn write(psks: &[Psk], block: &mut Block) {
    block.add(ExtensionType::PRE_SHARED_KEY, |w| {
        w.nested(2, |w| {
            for psk in psks {
                w.vec16(&psk.identity);
                w.bytes(&psk.obfuscated_age.to_be_bytes());
            }
        });
        w.nested(2, |w| psks.iter().for_each(|psk| w.vec8(&[0; 64][..psk.hash.output_size()])));
    });
}

/// Computes the binders of a ClientHello that ends with them. `transcript` has the messages before.
pub fn bind(psks: &[Psk], hello: &mut Message, transcript: &Transcript) -> Result<()> {
    let end = hello.raw().len() - binders_size(psks);
    let mut binders = Writer::new();
    for psk in psks {
        binders.vec8(psk.binder([transcript.bytes(), &hello.raw()[..end]])?.as_ref());
    }
    hello.write_end(&binders.finish()?);
    Ok(())
}

/// The PSK of the credentials that a client may offer.
pub fn wants_external(cx: &Context) -> bool {
    cx.config.offers_tls13() && !cx.parameters.established && !Mode::external(cx.config).is_empty()
}

/// Whether a client allows a PSK with a key exchange that this server has.
pub fn is_possible(cx: &Context, extensions: &Extensions) -> Result<bool> {
    let modes = tls13::read_psk_modes(extensions)?;
    Ok(modes.is_some_and(|theirs| Mode::select(cx.config, Kind::Resumption, &theirs).is_some()))
}

/// The pre_shared_key extension of a client.
pub struct OfferedPsks<'a> {
    /// psk_key_exchange_modes.
    modes: Vec<u8>,
    identities: Vec<&'a [u8]>,
    /// The obfuscated ages of the tickets.
    ages: Vec<u32>,
    binders: Vec<&'a [u8]>,
    /// Size of the binders with their length field.
    binders_size: usize,
}

impl<'a> OfferedPsks<'a> {
    /// Reads the extension, whose syntax [`tls13::check_pre_shared_key`] has checked.
    pub fn read(extensions: &'a Extensions) -> Result<Option<OfferedPsks<'a>>> {
        let Some(mut r) = extensions.get(ExtensionType::PRE_SHARED_KEY) else { return Ok(None) };
        let modes = tls13::read_psk_modes(extensions)?.unwrap_or_default();
        let mut list = Reader::new(r.vec16()?);
        let binders_size = r.len();
        let mut rest = Reader::new(r.vec16()?);
        let (mut identities, mut ages, mut binders) = (Vec::new(), Vec::new(), Vec::new());
        while !list.is_empty() {
            identities.push(list.vec16()?);
            ages.push(list.u32()?);
            binders.push(rest.vec8()?);
        }
        Ok(Some(OfferedPsks { modes, identities, ages, binders, binders_size }))
    }

    /// The key exchange with a PSK of a kind; `None` if the client allows none of ours.
    pub fn mode(&self, config: &Config, kind: Kind) -> Option<Mode> {
        Mode::select(config, kind, &self.modes)
    }

    /// An identity that a server may look for.
    pub fn identity(&self, index: usize) -> Option<&'a [u8]> {
        self.identities.get(index).copied().filter(|_| index < MAX_TRIED)
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
            "the client offers {} without the secret that belongs to it: its binder is wrong",
            if psk.kind == Kind::Resumption { "a ticket of ours" } else { "the identity of a PSK" }
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
