//! The system-wide configuration (manual: System-wide configuration of the library).
//!
//! Read when a priority string is first asked for, and again when the file has changed: loading the
//! library reads nothing.
use core::ffi::CStr;
use std::ffi::{CString, OsStr};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::SystemTime;

use super::global::environment;
use super::log;
use crate::abi::*;
use crate::alg::policy::Restrictions;
use crate::alg::{Cipher, Group, Kx, Mac, Version};

pub const DEFAULT_FILE: &CStr = c"/etc/gnutls/config";

/// What the file says.
#[derive(Default, Debug)]
pub struct Config {
    /// Keyword and priority string.
    priorities: Vec<(String, String)>,
    pub restrictions: Restrictions,
    /// What stands for the default instead of NORMAL.
    pub default_priority: Option<String>,
}

impl Config {
    /// The priority string of a keyword, letter for letter.
    pub fn priority(&self, keyword: &str) -> Option<&str> {
        self.priorities.iter().find(|(name, _)| name == keyword).map(|(_, value)| value.as_str())
    }

    pub fn parse(text: &str) -> Config {
        let mut config = Config::default();
        let mut section = String::new();
        let mut allowed: Option<String> = None;
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
                "global" if name == "override-mode" && value == "allowlist" => {
                    allowed = Some("NONE".to_string());
                }
                "overrides" => match &mut allowed {
                    Some(list) => allow(list, name, value),
                    None => config.take_away(name, value),
                },
                _ => {}
            }
        }
        // An allow list is the priority string that @SYSTEM stands for.
        config.priorities.extend(allowed.map(|list| ("SYSTEM".to_string(), list)));
        config
    }

    /// One line of `[overrides]`. What names nothing is skipped, as the manual says.
    fn take_away(&mut self, option: &str, value: &str) {
        fn push<T: Copy>(list: &mut Vec<T>, all: &[T], name_of: fn(T) -> &'static str, value: &str) {
            list.extend(all.iter().find(|x| name_of(**x).eq_ignore_ascii_case(value)));
        }
        let r = &mut self.restrictions;
        match option {
            "disabled-version" => push(&mut r.versions, Version::ALL, Version::name, value),
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
                    _ => r.min_profile,
                }
            }
            "default-priority-string" => self.default_priority = Some(value.to_string()),
            _ => log::write(2, format_args!("configuration: {option} is not understood")),
        }
    }
}

/// `GROUP-X25519` and `X25519` are one.
fn group_name(value: &str) -> &str {
    let prefix = value.get(..6).filter(|p| p.eq_ignore_ascii_case("GROUP-"));
    prefix.map_or(value, |_| &value[6..])
}

/// One line of `[overrides]` where everything is off that is not named.
fn allow(list: &mut String, option: &str, value: &str) {
    let prefix = match option {
        "enabled-version" => "VERS-",
        "tls-enabled-cipher" | "tls-enabled-mac" | "tls-enabled-kx" => "",
        "tls-enabled-group" => "GROUP-",
        "secure-sig" => "SIGN-",
        _ => return,
    };
    list.push_str(":+");
    list.push_str(prefix);
    list.push_str(if prefix == "GROUP-" { group_name(value) } else { value });
}

/// The path of the file: `GNUTLS_SYSTEM_PRIORITY_FILE`, or the default. Asked of the environment once.
pub fn path() -> &'static CStr {
    static PATH: OnceLock<CString> = OnceLock::new();
    PATH.get_or_init(|| {
        let set = environment(c"GNUTLS_SYSTEM_PRIORITY_FILE");
        set.and_then(|p| CString::new(p).ok()).unwrap_or_else(|| DEFAULT_FILE.to_owned())
    })
}

/// The configuration, read again if the file has changed.
pub fn current() -> Arc<Config> {
    static CACHE: Mutex<Option<(Option<SystemTime>, Arc<Config>)>> = Mutex::new(None);
    let path = Path::new(OsStr::from_bytes(path().to_bytes()));
    let changed = std::fs::metadata(path).and_then(|m| m.modified()).ok();
    let mut cache = CACHE.lock().unwrap_or_else(|e| e.into_inner());
    match &*cache {
        Some((at, config)) if *at == changed => config.clone(),
        _ => {
            let text = changed.and_then(|_| std::fs::read(path).ok()).unwrap_or_default();
            let config = Arc::new(Config::parse(&String::from_utf8_lossy(&text)));
            *cache = Some((changed, config.clone()));
            config
        }
    }
}

/// The path of the system-wide configuration. The string is constant.
/// Manual: `gnutls_get_system_config_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_get_system_config_file() -> *const c_char {
    super::guard::or(DEFAULT_FILE.as_ptr(), || path().as_ptr())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections() {
        let c = Config::parse(
            "# c\nSYSTEM=NORMAL:+ARCFOUR-128\n[priorities]\nA = PFS\n[overrides]\ndisabled-version = tls1.0\n\
             tls-disabled-group = group-x448\ndefault-priority-string = PFS\nfoo = bar\n",
        );
        assert_eq!(c.priority("SYSTEM"), Some("NORMAL:+ARCFOUR-128"));
        assert_eq!((c.priority("A"), c.priority("a")), (Some("PFS"), None));
        assert_eq!(c.restrictions.versions, [Version::Tls10]);
        assert_eq!(c.restrictions.groups, [Group::X448]);
        assert_eq!(c.default_priority.as_deref(), Some("PFS"));
    }

    #[test]
    fn allow_list() {
        let c = Config::parse(
            "[global]\noverride-mode = allowlist\n[overrides]\nenabled-version = tls1.3\n\
             tls-enabled-cipher = aes-128-gcm\ntls-enabled-group = group-x25519\nsecure-hash = sha256\n",
        );
        assert_eq!(c.priority("SYSTEM"), Some("NONE:+VERS-tls1.3:+aes-128-gcm:+GROUP-x25519"));
    }
}
