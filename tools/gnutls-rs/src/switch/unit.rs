//! Units of systemd, as far as the switch of a service needs them.
use std::fs;
use std::path::{Path, PathBuf};

use crate::files::Root;

/// Where units are, the preferred first.
const DIRECTORIES: &[&str] = &[
    "/etc/systemd/system",
    "/run/systemd/system",
    "/usr/local/lib/systemd/system",
    "/usr/lib/systemd/system",
    "/lib/systemd/system",
];

/// The settings of a service's unit and its drop-ins, in their order.
#[derive(Default)]
pub(super) struct Unit {
    settings: Vec<(String, String)>,
}

/// The full name of a service.
pub(super) fn full_name(name: &str) -> Result<String, String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || ":-_.\\@".contains(c);
    if name.is_empty() || name.starts_with('.') || !name.chars().all(allowed) {
        return Err(format!("{name:?} is no name of a service"));
    }
    Ok(if name.ends_with(".service") { name.to_string() } else { format!("{name}.service") })
}

impl Unit {
    /// Reads a unit and its drop-ins but `except`.
    pub(super) fn read(root: &Root, name: &str, except: &str) -> Option<Unit> {
        let template = name.split_once('@').map(|(begin, _)| format!("{begin}@.service"));
        let names: Vec<&str> = [Some(name), template.as_deref()].into_iter().flatten().collect();
        let places = || DIRECTORIES.iter().map(Path::new);
        let files = names.iter().flat_map(|n| places().map(move |d| d.join(n)));
        let file = files.filter_map(|p| root.existing(&p)).find(|(_, host)| host.is_file())?;
        let mut unit = Unit::default();
        unit.add(&fs::read_to_string(file.1).ok()?);
        let mut drop_ins: Vec<PathBuf> = Vec::new();
        for directory in names.iter().flat_map(|n| places().map(move |d| d.join(format!("{n}.d")))) {
            let Some((_, host)) = root.existing(&directory) else { continue };
            let entries = fs::read_dir(host).into_iter().flatten().flatten().map(|e| e.path());
            drop_ins.extend(
                entries.filter(|p| p.extension().is_some_and(|e| e == "conf") && !p.ends_with(except)),
            );
        }
        drop_ins.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
        for text in drop_ins.iter().filter_map(|p| fs::read_to_string(p).ok()) {
            unit.add(&text);
        }
        Some(unit)
    }

    fn add(&mut self, text: &str) {
        let text = text.replace("\\\n", " ");
        let mut is_service = false;
        for line in text.lines().map(str::trim) {
            if line.starts_with('[') {
                is_service = line == "[Service]";
            } else if is_service
                && !line.starts_with(['#', ';'])
                && let Some((key, value)) = line.split_once('=')
            {
                let (key, value) = (key.trim(), value.trim());
                // An empty value takes back what was listed.
                if value.is_empty() {
                    self.settings.retain(|(k, _)| k != key);
                } else {
                    self.settings.push((key.to_string(), value.to_string()));
                }
            }
        }
    }

    pub(super) fn values<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.settings.iter().filter(move |(k, _)| k == key).map(|(_, value)| value.as_str())
    }

    /// The programs that it starts.
    pub(super) fn programs(&self) -> Vec<PathBuf> {
        let mut out: Vec<PathBuf> = Vec::new();
        for key in ["ExecStart", "ExecStartPre", "ExecStartPost", "ExecReload", "ExecStop"] {
            for value in self.values(key) {
                let words = words(value.trim_start_matches(['-', '@', '+', '!', ':', '|']));
                let program = words.first().map(PathBuf::from).filter(|p| !out.contains(p));
                out.extend(program);
            }
        }
        out
    }

    /// What a variable has in `Environment=`.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        let assignments = self.values("Environment").flat_map(words);
        let values = assignments.filter_map(|w| w.strip_prefix(name)?.strip_prefix('=').map(str::to_string));
        values.last().filter(|v| !v.is_empty())
    }
}

/// The words of a setting; quotes keep spaces.
fn words(text: &str) -> Vec<String> {
    let (mut out, mut word, mut quote, mut is_word) = (Vec::new(), String::new(), None, false);
    for c in text.chars() {
        match quote {
            Some(q) if c == q => quote = None,
            Some(_) => word.push(c),
            None if c == '"' || c == '\'' => (quote, is_word) = (Some(c), true),
            None if c.is_whitespace() => {
                if is_word || !word.is_empty() {
                    out.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            None => word.push(c),
        }
    }
    if is_word || !word.is_empty() {
        out.push(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read() {
        let mut unit = Unit::default();
        unit.add(
            "[Unit]\nExecStart=/not/this\n[Service]\n# ExecStart=/nor/this\nExecStartPre=-/usr/sbin/sshd -t\n\
             ExecStart=!/usr/sbin/sshd -D \\\n  $OPTS\nEnvironment=\"LD_LIBRARY_PATH=/a b\" X=1\nProtectHome = yes\n",
        );
        assert_eq!(unit.programs(), [Path::new("/usr/sbin/sshd")]);
        assert_eq!(unit.variable("LD_LIBRARY_PATH").as_deref(), Some("/a b"));
        assert_eq!(unit.variable("X").as_deref(), Some("1"));
        assert_eq!(unit.variable("LD_PRELOAD"), None);
        assert_eq!(unit.values("ProtectHome").collect::<Vec<_>>(), ["yes"]);
        unit.add("[Service]\nExecStart=\nExecStart=/usr/bin/other\n");
        assert_eq!(unit.programs(), [Path::new("/usr/bin/other"), Path::new("/usr/sbin/sshd")]);
    }

    #[test]
    fn names_of_services() {
        assert_eq!(full_name("cups").unwrap(), "cups.service");
        assert_eq!(full_name("a@b.service").unwrap(), "a@b.service");
        for bad in ["", "../x", "a/b", ".x", "a b", "a\nb"] {
            assert!(full_name(bad).is_err(), "{bad}");
        }
    }
}
