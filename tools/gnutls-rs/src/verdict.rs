//! Whether a program runs on the library, from the symbols that it takes.
use std::collections::BTreeMap;

use serde::Serialize;

use crate::chapters::{self, Chapter, Weight};
use crate::elf::Import;
use crate::table;

/// What is said of a program, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    Runs,
    RunsBut,
    NotYet,
    /// Has a copy of GnuTLS in it.
    Static,
    DoesNotUse,
    /// Cannot be examined.
    Unknown,
}

impl Verdict {
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Verdict::Runs => 0,
            Verdict::RunsBut => 1,
            Verdict::NotYet | Verdict::Static => 2,
            Verdict::DoesNotUse => 3,
            Verdict::Unknown => 4,
        }
    }
}

/// How the library has a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Status {
    /// Not in the library at all: the dynamic linker refuses the program.
    Unknown,
    Unsupported,
    /// Written, but without a use as long as its chapter is missing.
    WithoutEffect,
    Written,
    Tested,
}

/// A symbol that is taken.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Taken {
    pub(crate) name: String,
    pub(crate) version: Option<String>,
    pub(crate) status: Status,
    pub(crate) weak: bool,
    pub(crate) chapter: Option<&'static str>,
    /// The lines of docs/differences.md that name it.
    pub(crate) differences: Vec<usize>,
}

impl Taken {
    pub(crate) fn new(import: &Import) -> Taken {
        let symbol = table::symbol(&import.name);
        let status = match symbol {
            None => Status::Unknown,
            Some(_) if import.version.as_ref().is_some_and(|v| !table::has_node(v)) => Status::Unknown,
            Some(s) if !s.written => Status::Unsupported,
            Some(s) if chapters::is_without_effect(s) => Status::WithoutEffect,
            Some(s) if s.tested => Status::Tested,
            Some(_) => Status::Written,
        };
        let rows = symbol.map_or(&[][..], |s| s.differences);
        Taken {
            name: import.name.clone(),
            version: import.version.clone(),
            status,
            weak: import.weak,
            chapter: Chapter::of(&import.name).map(|c| c.name),
            differences: rows.iter().map(|&i| table::DIFFERENCES[i].line).collect(),
        }
    }

    fn works(&self) -> bool {
        self.status >= Status::Written
    }
}

/// What does not work, by chapter; symbols without a chapter are under their own names.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Missing {
    pub(crate) chapter: String,
    pub(crate) effect: &'static str,
    pub(crate) symbols: Vec<String>,
}

/// The verdict over what a program and its libraries take, in one line.
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) line: String,
    pub(crate) missing: Vec<Missing>,
}

pub(crate) fn judge(taken: &[Taken]) -> Judgement {
    if taken.is_empty() {
        return answer(Verdict::DoesNotUse, "does not use GnuTLS", Vec::new());
    }
    if let Some(unknown) = taken.iter().find(|t| t.status == Status::Unknown && !t.weak) {
        let version = unknown.version.as_ref().map_or(String::new(), |v| format!("@{v}"));
        let line = format!("needs {}{version}, which the library has not got: not yet", unknown.name);
        return answer(Verdict::NotYet, &line, Vec::new());
    }
    let missing = missing(taken);
    if missing.is_empty() {
        return answer(Verdict::Runs, "runs", missing);
    }
    if let Some(symbol) = needed(taken) {
        let line = match Chapter::of(&symbol) {
            Some(chapter) => format!("needs {symbol} ({}): not yet", chapter.name),
            None => format!("needs {symbol}: not yet"),
        };
        return answer(Verdict::NotYet, &line, missing);
    }
    let parts: Vec<&str> = missing.iter().map(|m| m.chapter.as_str()).collect();
    let is = if parts.len() == 1 && !parts[0].ends_with('s') { "is" } else { "are" };
    let line = format!("runs but {} {is} missing", list(&parts));
    answer(Verdict::RunsBut, &line, missing)
}

fn answer(verdict: Verdict, line: &str, missing: Vec<Missing>) -> Judgement {
    Judgement { verdict, line: line.to_string(), missing }
}

/// What does not work and GnuTLS has.
fn missing(taken: &[Taken]) -> Vec<Missing> {
    let mut out: BTreeMap<(bool, String), Missing> = BTreeMap::new();
    for symbol in taken.iter().filter(|t| !t.works()) {
        let chapter = Chapter::of(&symbol.name);
        if chapter.is_some_and(|c| c.weight == Weight::Nothing) {
            continue;
        }
        let name = chapter.map_or(symbol.name.clone(), |c| c.name.to_string());
        let entry = out.entry((chapter.is_none(), name.clone())).or_insert_with(|| Missing {
            chapter: name,
            effect: chapter.map_or("this call fails", |c| c.effect),
            symbols: Vec::new(),
        });
        if !entry.symbols.contains(&symbol.name) {
            entry.symbols.push(symbol.name.clone());
        }
    }
    out.into_values().collect()
}

/// A symbol without which the program does not do its basic work.
///
/// No file says what a program is for. It is taken to need what is missing if that is
/// - a chapter that is of no use beside another one, or none that this table knows,
/// - the only kind of credentials that it has for its sessions,
/// - half or more of all that it takes.
fn needed(taken: &[Taken]) -> Option<String> {
    let takes = |name: &str| taken.iter().any(|t| t.name == name);
    let fails: Vec<&Taken> = taken.iter().filter(|t| !t.works() && !t.weak).collect();
    let weight = |t: &Taken| Chapter::of(&t.name).map(|c| c.weight);
    if let Some(basic) = fails.iter().find(|t| matches!(weight(t), None | Some(Weight::Basic))) {
        return Some(basic.name.clone());
    }
    let credentials = fails.iter().find(|t| weight(t) == Some(Weight::Credentials));
    if let Some(only) = credentials
        && takes("gnutls_credentials_set")
        && !takes("gnutls_certificate_allocate_credentials")
    {
        return Some(only.name.clone());
    }
    let lost = fails.iter().filter(|t| weight(t) != Some(Weight::Nothing)).count();
    if lost * 2 >= taken.len() { fails.first().map(|t| t.name.clone()) } else { None }
}

/// `a, b and c`
pub(crate) fn list(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.to_string(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(names: &[&str]) -> (Verdict, String) {
        let judgement = super::judge(&taken(names));
        (judgement.verdict, judgement.line)
    }

    /// `name`, `name@VERSION`, `name?` for a weak one.
    fn taken(names: &[&str]) -> Vec<Taken> {
        let import = |text: &&str| {
            let (text, weak) = text.strip_suffix('?').map_or((*text, false), |t| (t, true));
            let (name, version) =
                text.split_once('@').map_or((text, None), |(n, v)| (n, Some(v.to_string())));
            Import { name: name.to_string(), version, weak }
        };
        names.iter().map(|n| Taken::new(&import(n))).collect()
    }

    const CLIENT: &[&str] = &[
        "gnutls_init@GNUTLS_3_4",
        "gnutls_certificate_allocate_credentials",
        "gnutls_credentials_set",
        "gnutls_handshake",
        "gnutls_record_recv",
        "gnutls_record_send",
        "gnutls_bye",
        "gnutls_deinit",
    ];

    fn client(more: &[&'static str]) -> (Verdict, String) {
        judge(&[CLIENT, more].concat())
    }

    #[test]
    fn what_is_written_runs() {
        assert_eq!(client(&[]), (Verdict::Runs, "runs".to_string()));
        assert_eq!(judge(&[]), (Verdict::DoesNotUse, "does not use GnuTLS".to_string()));
    }

    #[test]
    fn symbols_and_versions_that_are_not_there_stop_the_program() {
        let (verdict, line) = client(&["gnutls_new_thing@GNUTLS_3_4"]);
        assert_eq!(verdict, Verdict::NotYet);
        assert!(line.contains("gnutls_new_thing@GNUTLS_3_4"), "{line}");
        assert_eq!(client(&["gnutls_bye@GNUTLS_9_9"]).0, Verdict::NotYet);
        assert_eq!(client(&["gnutls_new_thing?"]).0, Verdict::RunsBut);
    }

    #[test]
    fn openpgp_is_missing_in_gnutls_too() {
        assert_eq!(client(&["gnutls_openpgp_crt_init"]).0, Verdict::Runs);
    }

    #[test]
    fn lists() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    /// With tables of their own: these do not change with what is written.
    fn made(rows: &[(&str, Status)]) -> Vec<Taken> {
        rows.iter().map(|(name, status)| Taken { status: *status, ..taken(&[name]).remove(0) }).collect()
    }

    #[test]
    fn features_that_are_missing_are_named() {
        use Status::{Tested, Unsupported};
        let mut rows: Vec<_> = CLIENT.iter().map(|n| (n.split('@').next().unwrap(), Tested)).collect();
        rows.push(("gnutls_session_get_data2", Unsupported));
        rows.push(("gnutls_psk_set_client_credentials", Unsupported));
        let judgement = super::judge(&made(&rows));
        assert_eq!(judgement.line, "runs but PSK and resumption are missing");
        assert_eq!(judgement.missing[0].symbols, ["gnutls_psk_set_client_credentials"]);

        rows.push(("gnutls_handshake_write", Unsupported));
        assert_eq!(super::judge(&made(&rows)).line, "needs gnutls_handshake_write (QUIC): not yet");
    }

    #[test]
    fn the_only_credentials_are_needed() {
        use Status::{Tested, Unsupported, WithoutEffect};
        let rows = [
            ("gnutls_init", Tested),
            ("gnutls_deinit", Tested),
            ("gnutls_handshake", Tested),
            ("gnutls_bye", Tested),
            ("gnutls_credentials_set", Tested),
            ("gnutls_psk_allocate_client_credentials", WithoutEffect),
            ("gnutls_psk_set_client_credentials", Unsupported),
        ];
        let line = super::judge(&made(&rows)).line;
        assert_eq!(line, "needs gnutls_psk_allocate_client_credentials (PSK): not yet");
    }

    #[test]
    fn half_of_everything_is_needed() {
        use Status::{Tested, Unsupported};
        let rows = [
            ("gnutls_strerror", Tested),
            ("gnutls_x509_crt_init", Tested),
            ("gnutls_ocsp_resp_init", Unsupported),
            ("gnutls_ocsp_resp_import", Unsupported),
        ];
        assert_eq!(super::judge(&made(&rows)).line, "needs gnutls_ocsp_resp_init (OCSP): not yet");
        assert_eq!(super::judge(&made(&rows[..3])).verdict, Verdict::RunsBut);
    }
}
