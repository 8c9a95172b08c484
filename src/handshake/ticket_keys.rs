//! The keys that protect a server's tickets. They are derived from the application's one key and the time, so that
//! processes that share the key and the time accept each other's tickets, and change with each period.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Cipher, Digest};
use crate::crypto::aead::{Aead, TAG};
use crate::crypto::kdf::hkdf_expand;
use crate::crypto::rand;
use crate::error::{Error, Result, err};

/// Size of the application's key (`gnutls_session_ticket_key_generate`).
pub const KEY_SIZE: usize = 64;

const NAME: usize = 16;
const SALT: usize = 16;

/// A ticket: the name of the period's key, a salt, the ciphertext and its tag.
const OVERHEAD: usize = NAME + SALT + TAG;

/// The longest ticket that a message has room for.
pub const MAX_TICKET: usize = 0xffff;

/// A period is as many times the lifetime of a session, as in GnuTLS.
const LIFETIMES_PER_PERIOD: u64 = 3;

/// The application's key.
#[derive(Clone)]
pub struct TicketKeys {
    master: Zeroizing<[u8; KEY_SIZE]>,
}

/// The time, and how long sessions of the server last, both in seconds: they determine the period.
#[derive(Clone, Copy)]
pub struct Period(u64);

impl Period {
    pub fn at(now: u64, lifetime: u32) -> Period {
        Period(now / (u64::from(lifetime.max(1)) * LIFETIMES_PER_PERIOD))
    }
}

/// The name and the secret of a period.
struct PeriodKey {
    name: [u8; NAME],
    secret: Zeroizing<[u8; 32]>,
}

impl TicketKeys {
    /// Fails with `GNUTLS_E_INVALID_REQUEST` if the key has another size.
    pub fn new(key: &[u8]) -> Result<TicketKeys> {
        match key.try_into() {
            Ok(master) => Ok(TicketKeys { master: Zeroizing::new(master) }),
            Err(_) => err(GNUTLS_E_INVALID_REQUEST),
        }
    }

    fn of_period(&self, period: u64) -> PeriodKey {
        let mut out = Zeroizing::new([0; NAME + 32]);
        let info = [&b"gnutls-rs ticket key"[..], &period.to_be_bytes()].concat();
        hkdf_expand(Digest::Sha256, &*self.master, &info, &mut *out);
        let mut key = PeriodKey { name: [0; NAME], secret: Zeroizing::new([0; 32]) };
        key.name.copy_from_slice(&out[..NAME]);
        key.secret.copy_from_slice(&out[NAME..]);
        key
    }

    /// Encrypts and authenticates the state of a session. Fails with `GNUTLS_E_HANDSHAKE_TOO_LARGE` if the ticket would
    /// be too long.
    pub fn seal(&self, state: &[u8], period: Period) -> Result<Vec<u8>> {
        if state.len() + OVERHEAD > MAX_TICKET {
            return err(GNUTLS_E_HANDSHAKE_TOO_LARGE);
        }
        let key = self.of_period(period.0);
        let mut salt = [0; SALT];
        rand::fill(&mut salt)?;
        let (aead, nonce) = key.cipher(&salt)?;
        let mut ticket = Zeroizing::new(Vec::with_capacity(state.len() + OVERHEAD));
        ticket.extend_from_slice(&key.name);
        ticket.extend_from_slice(&salt);
        ticket.extend_from_slice(state);
        let tag = aead.seal(&nonce, &key.name, &mut ticket[NAME + SALT..])?;
        ticket.extend_from_slice(&tag);
        Ok(core::mem::take(&mut *ticket))
    }

    /// Decrypts a ticket of this period, the previous one or the next one: the clock of the process that issued it may
    /// be ahead. Fails with `GNUTLS_E_DECRYPTION_FAILED`.
    pub fn open(&self, ticket: &[u8], period: Period) -> Result<Zeroizing<Vec<u8>>> {
        let unknown = Error::new(GNUTLS_E_DECRYPTION_FAILED);
        let (name, rest) = ticket.split_at_checked(NAME).ok_or(unknown)?;
        let (salt, sealed) = rest.split_at_checked(SALT).ok_or(unknown)?;
        // The names are no secret: they are in every ticket.
        let near = [Some(period.0), period.0.checked_sub(1), period.0.checked_add(1)];
        let key = near.into_iter().flatten().map(|p| self.of_period(p)).find(|k| k.name == name);
        let (aead, nonce) = key.ok_or(unknown)?.cipher(salt)?;
        let mut state = Zeroizing::new(sealed.to_vec());
        let n = aead.open(&nonce, name, &mut state)?;
        state.truncate(n);
        Ok(state)
    }
}

impl PeriodKey {
    /// Key and nonce of one ticket. Each has its own, so that their number is not limited.
    fn cipher(&self, salt: &[u8]) -> Result<(Aead, [u8; 12])> {
        let mut out = Zeroizing::new([0; 32 + 12]);
        let info = [&b"gnutls-rs ticket"[..], salt].concat();
        hkdf_expand(Digest::Sha256, &*self.secret, &info, &mut *out);
        let mut nonce = [0; 12];
        nonce.copy_from_slice(&out[32..]);
        Ok((Aead::new(Cipher::Aes256Gcm, &out[..32])?, nonce))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: u32 = 3600;

    fn at(hours: u64) -> Period {
        Period::at(hours * u64::from(HOUR), HOUR)
    }

    fn keys(byte: u8) -> TicketKeys {
        TicketKeys::new(&[byte; KEY_SIZE]).unwrap()
    }

    #[test]
    fn a_ticket_is_opened_in_its_period_and_the_ones_beside_it() {
        let ticket = keys(1).seal(b"state", at(30)).unwrap();
        for (hours, opens) in
            [(26, false), (27, true), (30, true), (32, true), (33, true), (35, true), (36, false)]
        {
            assert_eq!(keys(1).open(&ticket, at(hours)).is_ok(), opens, "{hours}");
        }
        assert_eq!(*keys(1).open(&ticket, at(33)).unwrap(), b"state");
        assert!(keys(2).open(&ticket, at(30)).is_err());
        assert_ne!(ticket, keys(1).seal(b"state", at(30)).unwrap());
    }

    #[test]
    fn the_next_process_may_be_ahead() {
        let ticket = keys(1).seal(b"state", at(33)).unwrap();
        assert!(keys(1).open(&ticket, at(32)).is_ok());
        assert!(keys(1).open(&keys(1).seal(b"", at(0)).unwrap(), at(0)).is_ok());
    }

    #[test]
    fn no_other_bytes_are_opened() {
        let ticket = keys(1).seal(b"state", at(30)).unwrap();
        for n in 0..ticket.len() {
            assert!(keys(1).open(&ticket[..n], at(30)).is_err(), "{n}");
        }
        for i in 0..ticket.len() * 8 {
            let mut changed = ticket.clone();
            changed[i / 8] ^= 1 << (i % 8);
            assert!(keys(1).open(&changed, at(30)).is_err(), "{i}");
        }
        assert!(keys(1).open(&[0; MAX_TICKET], at(30)).is_err());
    }

    #[test]
    fn a_key_has_one_size_and_a_state_a_limit() {
        assert!(TicketKeys::new(&[0; 63]).is_err() && TicketKeys::new(&[0; 65]).is_err());
        assert!(keys(1).seal(&vec![0; MAX_TICKET - OVERHEAD], at(1)).is_ok());
        assert!(keys(1).seal(&vec![0; MAX_TICKET - OVERHEAD + 1], at(1)).is_err());
    }
}
