//! The policy of a priority string: ordered lists of algorithms (manual: Priority Strings).
//!
//! [`Policy::parse`] reads the elements in order; [`Policy::settle`] then determines which versions can be
//! negotiated and lists the cipher suites. The lists are in GnuTLS's order and may contain algorithms that
//! are not implemented.
use core::ffi::CStr;
use std::sync::{Arc, OnceLock};

use super::{CertType, Cipher, Curve, Group, Kx, Mac, SUITES, Sign, Suite, Version, system};
use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::error::Error;

mod choices;
mod keywords;

pub use choices::{Policy, SafeRenegotiation};
use keywords::{ALIASES, Alias, LEVELS, Level, OPTIONS};

/// Algorithms that the system's configuration removes from every priority string.
#[derive(Clone, Default, Debug)]
pub struct Restrictions {
    pub versions: Vec<Version>,
    pub ciphers: Vec<Cipher>,
    pub macs: Vec<Mac>,
    pub kx: Vec<Kx>,
    pub groups: Vec<Group>,
    pub min_profile: gnutls_certificate_verification_profiles_t,
}

impl Restrictions {
    /// True if nothing is removed.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
            && self.ciphers.is_empty()
            && self.macs.is_empty()
            && self.kx.is_empty()
            && self.groups.is_empty()
            && self.min_profile == GNUTLS_PROFILE_UNKNOWN
    }
}

/// What an element does with the algorithms that it names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Add,
    Remove,
}

fn change<T: Copy + PartialEq>(list: &mut Vec<T>, items: &[T], how: Change) {
    if how == Change::Add {
        list.reserve(items.len());
    }
    for item in items {
        match how {
            Change::Add if !list.contains(item) => list.push(*item),
            Change::Add => {}
            Change::Remove => list.retain(|x| x != item),
        }
    }
}

/// `text` without `prefix`, which is matched case-insensitively.
fn strip<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, tail) = (text.get(..prefix.len())?, text.get(prefix.len()..)?);
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}

impl Policy {
    /// The policy of NORMAL, which is parsed once.
    pub fn default_policy() -> Arc<Policy> {
        static NORMAL: OnceLock<Arc<Policy>> = OnceLock::new();
        NORMAL.get_or_init(|| Arc::new(Policy::parse(b"NORMAL").unwrap_or_else(|_| Policy::none()))).clone()
    }

    /// Parses a priority string without `@` keywords, which the system's configuration expands.
    ///
    /// # Errors
    /// `GNUTLS_E_INVALID_REQUEST` with the offset of the element that is invalid;
    /// `GNUTLS_E_NO_PRIORITIES_WERE_SET` at offset 0 if nothing is left to negotiate.
    pub fn parse(text: &[u8]) -> Result<Policy, (Error, usize)> {
        Policy::parse_within(text, &Restrictions::default())
    }

    /// Like [`Policy::parse`], but without the algorithms that the system's configuration removes.
    pub fn parse_within(text: &[u8], system: &Restrictions) -> Result<Policy, (Error, usize)> {
        let mut policy = Policy::none();
        let mut offset = 0;
        for (index, element) in text.split(|b| *b == b':').enumerate() {
            let invalid = (Error::new(GNUTLS_E_INVALID_REQUEST), offset);
            let element = core::str::from_utf8(element).map_err(|_| invalid)?;
            let element = element.trim_start_matches(|c: char| c.is_ascii_whitespace());
            if index == 0 {
                policy.begin(element);
            }
            if index > 0 || !element.eq_ignore_ascii_case("NONE") {
                policy.element(element).ok_or(invalid)?;
            }
            offset = next_offset(text, offset);
        }
        policy.restrict(system);
        policy.settle().map_err(|e| (e, 0))?;
        Ok(policy)
    }

    /// The policy of NONE, which is empty.
    pub fn none() -> Policy {
        Policy {
            versions: Vec::new(),
            suites: Vec::new(),
            all_suites: Vec::new(),
            groups: Vec::new(),
            signs: Vec::new(),
            kx: Vec::new(),
            ciphers: Vec::new(),
            macs: Vec::new(),
            ctypes_client: Vec::new(),
            ctypes_server: Vec::new(),
            safe_renegotiation: SafeRenegotiation::Partial,
            server_precedence: false,
            no_extensions: false,
            no_etm: false,
            force_etm: false,
            no_tickets: false,
            no_tickets_tls12: false,
            no_session_hash: false,
            force_session_hash: false,
            dumbfw: false,
            fallback_scsv: false,
            allow_large_records: false,
            allow_small_records: false,
            allow_wrong_pms: false,
            allow_key_usage_violation: false,
            ssl3_record_version: false,
            latest_record_version: false,
            tls13_compat_mode: true,
            shuffle_extensions: true,
            verify_flags: VerifyFlags::empty(),
            profile: GNUTLS_PROFILE_UNKNOWN,
            level: GNUTLS_SEC_PARAM_UNKNOWN,
        }
    }

    /// Sets the initial values: all versions and X.509, unless the first element is NONE. A Suite B level
    /// only allows TLS 1.2.
    fn begin(&mut self, first: &str) {
        if first.eq_ignore_ascii_case("NONE") {
            return;
        }
        let suite_b = strip(first, "SUITEB").is_some();
        let versions: &[Version] = if suite_b { &[Version::Tls12] } else { keywords::VERSIONS };
        self.versions.extend_from_slice(versions);
        self.ctypes_client.push(CertType::X509);
        self.ctypes_server.push(CertType::X509);
    }

    /// Applies one element; `None` if it is invalid.
    fn element(&mut self, element: &str) -> Option<()> {
        if let Some(option) = element.strip_prefix('%') {
            return self.option(option);
        }
        let (how, name) = match element.strip_prefix('+') {
            Some(name) => (Change::Add, name),
            None => match element.strip_prefix(['-', '!']) {
                Some(name) => (Change::Remove, name),
                None => return self.level(element),
            },
        };
        match how {
            Change::Add if self.level(name).is_some() => Some(()),
            _ => self.algorithm(name, how),
        }
    }

    /// Adds the algorithms of a level keyword. The weakest level determines the security level.
    fn level(&mut self, name: &str) -> Option<()> {
        let level: &Level = LEVELS.iter().find(|l| l.name.eq_ignore_ascii_case(name))?;
        change(&mut self.ciphers, level.ciphers, Change::Add);
        change(&mut self.kx, level.kx, Change::Add);
        change(&mut self.macs, level.macs, Change::Add);
        change(&mut self.signs, level.signs, Change::Add);
        change(&mut self.groups, level.groups, Change::Add);
        if self.level == GNUTLS_SEC_PARAM_UNKNOWN || level.sec_param < self.level {
            self.level = level.sec_param;
            self.profile = level.profile;
        }
        self.no_tickets_tls12 |= level.no_tickets_tls12;
        Some(())
    }

    /// Clears each list for which `alias` contains algorithms.
    fn clear_kinds_of(&mut self, alias: &Alias) {
        fn clear<T>(list: &mut Vec<T>, named: &[T]) {
            if !named.is_empty() {
                list.clear();
            }
        }
        clear(&mut self.versions, alias.versions);
        clear(&mut self.ciphers, alias.ciphers);
        clear(&mut self.kx, alias.kx);
        clear(&mut self.macs, alias.macs);
        clear(&mut self.signs, alias.signs);
        clear(&mut self.groups, alias.groups);
    }

    fn algorithm(&mut self, name: &str, how: Change) -> Option<()> {
        if let Some(alias) = ALIASES.iter().find(|a| a.name.eq_ignore_ascii_case(name)) {
            if how == Change::Remove {
                change(&mut self.versions, alias.also_removes, how);
                change(&mut self.groups, alias.also_removes_groups, how);
                if alias.whole {
                    self.clear_kinds_of(alias);
                }
            }
            change(&mut self.versions, alias.versions, how);
            change(&mut self.ciphers, alias.ciphers, how);
            change(&mut self.kx, alias.kx, how);
            change(&mut self.macs, alias.macs, how);
            change(&mut self.signs, alias.signs, how);
            change(&mut self.groups, alias.groups, how);
            change(&mut self.ctypes_client, alias.ctypes_client, how);
            change(&mut self.ctypes_server, alias.ctypes_server, how);
            return Some(());
        }
        fn named<T: Copy>(all: &[T], name_of: fn(T) -> &'static CStr, name: &str) -> Option<T> {
            all.iter().copied().find(|x| name_of(*x).to_bytes().eq_ignore_ascii_case(name.as_bytes()))
        }
        if let Some(name) = strip(name, "VERS-") {
            let version = named(Version::ALL, Version::c_name, name)?;
            // SSL 3.0 is accepted, but never enabled.
            if version != Version::Ssl3 {
                change(&mut self.versions, &[version], how);
            }
        } else if ["COMP-", "CIPHER-", "MAC-", "KX-"].iter().any(|p| strip(name, p).is_some()) {
            // Compression is not supported, and the others only have a prefix in "-ALL": any name is
            // accepted.
        } else if let Some(name) = strip(name, "SIGN-") {
            change(&mut self.signs, &[named(Sign::ALL, Sign::c_name, name)?], how);
        } else if let Some(name) = strip(name, "GROUP-") {
            let group = named(Group::ALL, Group::c_name, name)?;
            group.wire()?;
            change(&mut self.groups, &[group], how);
        } else if let Some(name) = strip(name, "CURVE-") {
            // The name of a disabled curve is unknown, as GnuTLS has it; that of its group is not.
            let curve = named(Curve::ALL, Curve::c_name, name).filter(|c| system::allows_curve(*c))?;
            let groups: Vec<Group> =
                Group::ALL.iter().copied().filter(|g| g.curve() == Some(curve)).collect();
            change(&mut self.groups, &groups, how);
        } else if let Some(name) = strip(name, "CTYPE-") {
            let (client, server, name) = match (strip(name, "CLI-"), strip(name, "SRV-")) {
                (Some(name), _) => (true, false, name),
                (_, Some(name)) => (false, true, name),
                _ => (true, true, name),
            };
            let types = keywords::certificate_type(name)?;
            if client {
                change(&mut self.ctypes_client, types, how);
            }
            if server {
                change(&mut self.ctypes_server, types, how);
            }
        } else if let Some(cipher) = named(Cipher::ALL, Cipher::c_name, name) {
            if cipher != Cipher::Arcfour40 {
                change(&mut self.ciphers, &[cipher], how);
            }
        } else if let Some(mac) = named(Mac::LIST, Mac::c_name, name) {
            change(&mut self.macs, &[mac], how);
        } else if name.eq_ignore_ascii_case("RSA-EXPORT") {
            // Accepted, but not supported.
        } else {
            change(&mut self.kx, &[named(Kx::ALL, Kx::c_name, name)?], how);
        }
        Some(())
    }

    /// Applies a `%` keyword, which is case-sensitive.
    fn option(&mut self, name: &str) -> Option<()> {
        if let Some(profile) = name.strip_prefix("PROFILE_") {
            self.profile = keywords::profile(profile)?;
            return Some(());
        }
        let (_, apply) = OPTIONS.iter().find(|(option, _)| *option == name)?;
        apply(self);
        Some(())
    }

    fn restrict(&mut self, system: &Restrictions) {
        change(&mut self.versions, &system.versions, Change::Remove);
        change(&mut self.ciphers, &system.ciphers, Change::Remove);
        change(&mut self.macs, &system.macs, Change::Remove);
        change(&mut self.kx, &system.kx, Change::Remove);
        change(&mut self.groups, &system.groups, Change::Remove);
        self.profile = self.profile.max(system.min_profile);
    }

    /// Removes the versions that cannot be negotiated with the other settings, then lists the cipher suites.
    fn settle(&mut self) -> Result<(), Error> {
        self.signs.retain(|s| system::allows_sign(*s));
        self.groups.retain(|g| system::allows_group(*g));
        // TLS 1.3 also lists schemes that may only sign certificates; TLS 1.2 only lists schemes that it
        // supports.
        let signs = &self.signs;
        let signed =
            |v: Version| if v.is_tls13() { !signs.is_empty() } else { signs.iter().any(|s| s.allowed_in(v)) };
        self.versions.retain(|v| !v.negotiates_signatures() || signed(*v));
        // TLS 1.3 requires a group for the key exchange or a PSK, and does not support the other settings.
        let no_tls13 = (self.groups.is_empty() && !self.kx.iter().any(|kx| kx.is_psk()))
            || self.no_extensions
            || self.ciphers.contains(&Cipher::Null)
            || self.kx.iter().any(|kx| kx.is_srp() || *kx == Kx::RsaPsk);
        if no_tls13 {
            self.versions.retain(|v| !v.is_tls13());
        }
        // TLS 1.3 needs no key exchange algorithm except for PSKs.
        let only_tls13 = !self.versions.is_empty() && self.versions.iter().all(|v| v.is_tls13());
        if only_tls13 && !self.kx.iter().any(|kx| kx.is_psk()) {
            self.kx.clear();
        }

        self.all_suites = self.ranked_suites();
        let usable = |s: &&&'static Suite| self.versions.iter().any(|v| s.allowed_in(*v));
        self.suites = self.all_suites.iter().filter(usable).copied().collect();
        if self.versions.is_empty() || self.all_suites.is_empty() {
            return Err(Error::new(GNUTLS_E_NO_PRIORITIES_WERE_SET));
        }
        Ok(())
    }

    /// The cipher suites of the algorithms in the lists: by key exchange, where those of TLS 1.3 are first, then by
    /// cipher, then by MAC. Programs that set a string for each session pay for this each time, so the table of
    /// suites is gone through only once.
    fn ranked_suites(&self) -> Vec<&'static Suite> {
        let kx = Ranks::new(self.kx.iter().map(|kx| kx.raw()));
        let ciphers = Ranks::new(self.ciphers.iter().map(|cipher| cipher.raw()));
        let macs = Ranks::new(self.macs.iter().map(|mac| mac.raw()));
        let ranks = |s: &Suite| {
            let kx = s.kx.map_or(Some(0), |used| kx.of(used.raw()))?;
            Some((kx, ciphers.of(s.cipher.raw())?, macs.of(s.mac.raw())?))
        };
        let mut ranked = Vec::with_capacity(SUITES.len());
        for suite in SUITES {
            if let Some(ranks) = ranks(suite).filter(|_| system::allows_digest(suite.prf)) {
                ranked.push((ranks, suite));
            }
        }
        ranked.sort_unstable_by_key(|(ranks, _)| *ranks);
        // A list of its own size: sessions keep it.
        ranked.iter().map(|(_, suite)| *suite).collect()
    }

    /// The newest enabled version of TLS or DTLS.
    pub fn max_version(&self, dtls: bool) -> Option<Version> {
        self.versions.iter().copied().filter(|v| v.is_dtls() == dtls).max()
    }

    /// The oldest enabled version of TLS or DTLS.
    pub fn min_version(&self, dtls: bool) -> Option<Version> {
        self.versions.iter().copied().filter(|v| v.is_dtls() == dtls).min()
    }
}

/// The places of algorithms in a list, from 1 on, by number; 0 if an algorithm is not in it.
struct Ranks([u8; 256]);

impl Ranks {
    fn new(numbers: impl Iterator<Item = u32>) -> Ranks {
        let mut ranks = [0; 256];
        for (number, rank) in numbers.zip(1..) {
            if let Some(to) = ranks.get_mut(number as usize) {
                *to = rank;
            }
        }
        Ranks(ranks)
    }

    fn of(&self, number: u32) -> Option<u8> {
        self.0.get(number as usize).copied().filter(|rank| *rank > 0)
    }
}

/// The start of the element after the one at `offset`.
fn next_offset(text: &[u8], offset: usize) -> usize {
    match text.iter().skip(offset).position(|b| *b == b':') {
        Some(length) => offset + length + 1,
        None => text.len(),
    }
}

#[cfg(test)]
mod tests;
