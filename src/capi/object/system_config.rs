//! The system's configuration file, which allows and disables algorithms.
use core::ffi::CStr;
use core::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::ffi::CString;
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::policy::Restrictions;
use crate::alg::system::Rules;
use crate::alg::{Cipher, Curve, Digest, Group, Kx, Mac, Sign, Version};
use crate::capi::ffi::{env, file};
use crate::error::{Error, Result};
use crate::log::{FAILURE, log};

pub const DEFAULT_CONFIG_FILE: &CStr = c"/etc/gnutls/config";

/// The contents of the configuration file.
#[derive(Clone, Default, Debug)]
pub struct SystemConfig {
    /// Keyword and priority string.
    priorities: Vec<(String, String)>,
    pub restrictions: Restrictions,
    pub(crate) rules: Rules,
    /// In an allowlist, the part of the priority string of @SYSTEM that is not in `rules`.
    allowed: String,
    /// The default priority string instead of NORMAL.
    pub default_priority: Option<String>,
    /// Records are protected by the kernel where it can do so.
    pub ktls: bool,
    /// Some of it is not understood.
    invalid: bool,
}

impl SystemConfig {
    /// The priority string of a keyword, which is case-sensitive.
    pub fn priority(&self, keyword: &str) -> Option<String> {
        let written = self.priorities.iter().find(|(name, _)| name == keyword);
        match written {
            Some((_, value)) => Some(value.clone()),
            None => (self.rules.allowlist && keyword == "SYSTEM").then(|| {
                SYSTEM_USED.store(true, Ordering::Relaxed);
                self.system()
            }),
        }
    }

    pub fn parse(text: &str) -> SystemConfig {
        let mut config = SystemConfig::default();
        let mut section = String::new();
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = name.trim().to_ascii_lowercase();
                continue;
            }
            let Some((name, value)) = line.split_once('=') else {
                continue;
            };
            let (name, value) = (name.trim(), value.trim());
            match section.as_str() {
                "" | "priorities" => config.priorities.push((name.to_string(), value.to_string())),
                "global" if name == "override-mode" => match value {
                    "allowlist" => config.rules.allowlist = true,
                    "blocklist" => config.rules.allowlist = false,
                    _ => config.unknown(name),
                },
                "global" if name.eq_ignore_ascii_case("ktls") => {
                    config.ktls = value.eq_ignore_ascii_case("true");
                    if !config.ktls {
                        log!(
                            FAILURE,
                            "system configuration: the value of ktls is not true and has no effect"
                        );
                    }
                }
                "overrides" if name == "allow-rsa-pkcs1-encrypt" => match value.to_ascii_lowercase().as_str()
                {
                    "true" => config.rules.no_rsa_encryption = false,
                    "false" => config.rules.no_rsa_encryption = true,
                    _ => config.unknown(name),
                },
                "overrides" if config.rules.allowlist && config.allow(name, value) => {}
                "overrides" if !config.rules.allowlist && config.take_away(name, value) => {}
                _ => config.unknown(name),
            }
        }
        config
    }

    /// Whether the file is to be refused: it is not understood whole, and `GNUTLS_SYSTEM_PRIORITY_FAIL_ON_INVALID` is 1.
    pub fn is_refused(&self) -> bool {
        self.invalid && env::variable(c"GNUTLS_SYSTEM_PRIORITY_FAIL_ON_INVALID").is_some_and(|v| v == b"1")
    }

    /// A line that has no effect.
    fn unknown(&mut self, option: &str) {
        log!(FAILURE, "system configuration: {option} is not understood and has no effect");
        self.invalid = true;
    }

    /// In an allowlist, the priority string of @SYSTEM.
    fn system(&self) -> String {
        let mut text = "NONE".to_string();
        self.rules.versions.iter().for_each(|v| text.extend([":+VERS-", v.name()]));
        text.push_str(&self.allowed);
        let signs = self.rules.signs.iter().chain(&self.rules.signs_for_certs);
        signs.for_each(|s| text.extend([":+SIGN-", s.name()]));
        text
    }

    /// Applies one line of `[overrides]`; false if it is not understood, and ignored, as the manual says.
    fn take_away(&mut self, option: &str, value: &str) -> bool {
        let (r, rules) = (&mut self.restrictions, &mut self.rules);
        match option {
            "disabled-version" => {
                push(&mut r.versions, Version::ALL, Version::name, value)
                    && push(&mut rules.versions, Version::ALL, Version::name, value)
            }
            "insecure-hash" => push(&mut rules.digests, Digest::ALL, Digest::name, value),
            "insecure-sig" => push(&mut rules.signs, Sign::ALL, Sign::name, value),
            "insecure-sig-for-cert" => push(&mut rules.signs_for_certs, Sign::ALL, Sign::name, value),
            "disabled-curve" => push(&mut rules.curves, Curve::ALL, Curve::name, value),
            "tls-disabled-cipher" => push(&mut r.ciphers, Cipher::ALL, Cipher::name, value),
            "tls-disabled-mac" => push(&mut r.macs, Mac::ALL, Mac::name, value),
            "tls-disabled-kx" => push(&mut r.kx, Kx::ALL, Kx::name, value),
            "tls-disabled-group" => push(&mut r.groups, Group::ALL, Group::name, group_name(value)),
            "min-verification-profile" => {
                r.min_profile = match value.to_ascii_lowercase().as_str() {
                    "very weak" | "very-weak" => GNUTLS_PROFILE_VERY_WEAK,
                    "low" => GNUTLS_PROFILE_LOW,
                    "legacy" => GNUTLS_PROFILE_LEGACY,
                    "medium" => GNUTLS_PROFILE_MEDIUM,
                    "high" => GNUTLS_PROFILE_HIGH,
                    "ultra" => GNUTLS_PROFILE_ULTRA,
                    "future" => GNUTLS_PROFILE_FUTURE,
                    "suiteb128" => GNUTLS_PROFILE_SUITEB128,
                    "suiteb192" => GNUTLS_PROFILE_SUITEB192,
                    _ => return false,
                };
                true
            }
            "default-priority-string" => {
                if !value.is_empty() {
                    self.default_priority = Some(value.to_string());
                }
                true
            }
            _ => false,
        }
    }

    /// The same in an allowlist.
    fn allow(&mut self, option: &str, value: &str) -> bool {
        let rules = &mut self.rules;
        match option {
            "enabled-version" => push(&mut rules.versions, Version::ALL, Version::name, value),
            "secure-hash" => push(&mut rules.digests, Digest::ALL, Digest::name, value),
            "secure-sig" => push(&mut rules.signs, Sign::ALL, Sign::name, value),
            "secure-sig-for-cert" => push(&mut rules.signs_for_certs, Sign::ALL, Sign::name, value),
            "enabled-curve" => push(&mut rules.curves, Curve::ALL, Curve::name, value),
            "tls-enabled-cipher" | "tls-enabled-mac" | "tls-enabled-kx" => {
                self.allowed.extend([":+", value]);
                true
            }
            "tls-enabled-group" => {
                self.allowed.extend([":+GROUP-", group_name(value)]);
                true
            }
            _ => false,
        }
    }
}

/// Removes the optional prefix: `GROUP-X25519` is the same as `X25519`.
fn group_name(value: &str) -> &str {
    let prefix = value.get(..6).filter(|p| p.eq_ignore_ascii_case("GROUP-"));
    prefix.map_or(value, |_| &value[6..])
}

/// Adds the algorithm with the name `value`; false if there is none.
fn push<T: Copy>(list: &mut Vec<T>, all: &[T], name_of: fn(T) -> &'static str, value: &str) -> bool {
    let found = all.iter().find(|x| name_of(**x).eq_ignore_ascii_case(value));
    list.extend(found);
    found.is_some()
}

/// The path of the file: `GNUTLS_SYSTEM_PRIORITY_FILE`, or the default. The environment is read once.
pub fn path() -> &'static CStr {
    static PATH: OnceLock<CString> = OnceLock::new();
    PATH.get_or_init(|| {
        let set = env::variable(c"GNUTLS_SYSTEM_PRIORITY_FILE");
        set.and_then(|p| CString::new(p).ok()).unwrap_or_else(|| DEFAULT_CONFIG_FILE.to_owned())
    })
}

/// True after @SYSTEM has been expanded from an allowlist. Then the list must not change.
static SYSTEM_USED: AtomicBool = AtomicBool::new(false);

/// The configuration that was last read. It is never freed, because any thread may use it and the file rarely
/// changes during the lifetime of a process. There is no lock, because a forked child could inherit it in the
/// locked state.
static CACHE: AtomicPtr<Cached> = AtomicPtr::new(core::ptr::null_mut());

type Stamp = (libc::time_t, i64);

struct Cached {
    /// The modification time of the file.
    at: Option<Stamp>,
    config: SystemConfig,
}

/// Modification time of the file in seconds and nanoseconds; `None` if it does not exist.
fn changed() -> Option<Stamp> {
    // SAFETY: `path` is a C string, and `stat` is valid for writes.
    unsafe {
        let mut stat: libc::stat = core::mem::zeroed();
        let found = libc::stat(path().as_ptr(), &mut stat) == 0;
        found.then_some((stat.st_mtime, stat.st_mtime_nsec))
    }
}

fn cached() -> Option<&'static Cached> {
    // SAFETY: NULL, or from `keep`, and never freed.
    unsafe { CACHE.load(Ordering::Acquire).as_ref() }
}

fn keep(at: Option<Stamp>, config: SystemConfig) -> &'static SystemConfig {
    config.rules.install();
    let cached = Box::leak(Box::new(Cached { at, config }));
    CACHE.store(cached, Ordering::Release);
    &cached.config
}

/// The configuration that was last read.
pub fn system_config() -> &'static SystemConfig {
    cached().map_or_else(|| read(changed()), |c| &c.config)
}

/// Whether the configuration that was last read lets the kernel protect records.
pub fn wants_kernel_tls() -> bool {
    cached().is_some_and(|c| c.config.ktls)
}

/// The configuration, read again if the file has changed.
pub fn renewed() -> &'static SystemConfig {
    let changed = changed();
    match cached() {
        Some(cached) if cached.at == changed => &cached.config,
        _ => read(changed),
    }
}

fn read(changed: Option<Stamp>) -> &'static SystemConfig {
    let text = changed.and_then(|_| file::load(path().to_bytes()).ok()).unwrap_or_default();
    keep(changed, SystemConfig::parse(&String::from_utf8_lossy(&text)))
}

/// Adds `item` to the list that `of` selects from an allowlist, or removes it. Fails with
/// `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, without an allowlist, and after @SYSTEM has been
/// used.
pub fn switch<T: PartialEq>(
    item: Option<T>,
    on: bool,
    of: impl FnOnce(&mut Rules) -> &mut Vec<T>,
) -> Result<()> {
    let invalid = Error::new(GNUTLS_E_INVALID_REQUEST);
    let item = item.ok_or(invalid)?;
    let mut config = system_config().clone();
    if !config.rules.allowlist || SYSTEM_USED.load(Ordering::Relaxed) {
        return Err(invalid);
    }
    let list = of(&mut config.rules);
    list.retain(|x| *x != item);
    if on {
        list.push(item);
    }
    keep(cached().and_then(|c| c.at), config);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections() {
        let c = SystemConfig::parse(
            "# c\nSYSTEM=NORMAL:+ARCFOUR-128\n[priorities]\nA = PFS\n[overrides]\ndisabled-version = tls1.0\n\
             tls-disabled-group = group-x448\ndefault-priority-string = PFS\nfoo = bar\n",
        );
        assert_eq!(c.priority("SYSTEM").as_deref(), Some("NORMAL:+ARCFOUR-128"));
        assert_eq!((c.priority("A").as_deref(), c.priority("a")), (Some("PFS"), None));
        assert_eq!(c.restrictions.versions, [Version::Tls10]);
        assert_eq!(c.restrictions.groups, [Group::X448]);
        assert_eq!(c.default_priority.as_deref(), Some("PFS"));
    }

    #[test]
    fn unknown_lines() {
        for (text, invalid) in [
            ("", false),
            ("A = B\n[priorities]\nC = D\n[global]\noverride-mode = blocklist\n", false),
            ("[overrides]\ndisabled-curve = secp256r1\nallow-rsa-pkcs1-encrypt = true\n", false),
            ("[overrides]\ndisabled-curve = nothing\n", true),
            ("[overrides]\nenabled-curve = secp256r1\n", true),
            ("[overrides]\nallow-rsa-pkcs1-encrypt = 1\n", true),
            ("[overrides]\nmin-verification-profile = none\n", true),
            ("[global]\noverride-mode = list\n", true),
            ("[nothing]\na = b\n", true),
        ] {
            assert_eq!(SystemConfig::parse(text).invalid, invalid, "{text}");
        }
        let off = SystemConfig::parse(
            "[overrides]\nx = y\nallow-rsa-pkcs1-encrypt = false\ndisabled-curve = x448\n",
        );
        assert!(off.rules.no_rsa_encryption && off.rules.curves == [Curve::X448]);
    }

    #[test]
    fn kernel_tls() {
        let ktls = |text| SystemConfig::parse(text).ktls;
        assert!(ktls("[global]\nktls = true\n") && ktls("[GLOBAL]\nKTLS=TRUE # all\n"));
        for off in ["", "[global]\nktls = yes\n", "[global]\nktls = false\n", "[overrides]\nktls = true\n"] {
            assert!(!ktls(off), "{off}");
        }
    }

    #[test]
    fn allow_list() {
        let c = SystemConfig::parse(
            "[global]\noverride-mode = allowlist\n[overrides]\nenabled-version = tls1.3\n\
             tls-enabled-cipher = aes-128-gcm\ntls-enabled-group = group-x25519\nsecure-hash = sha256\n",
        );
        let system = "NONE:+VERS-TLS1.3:+aes-128-gcm:+GROUP-x25519";
        assert_eq!(c.priority("SYSTEM").as_deref(), Some(system));
    }
}
