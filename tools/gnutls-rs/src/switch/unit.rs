//! Units of systemd, as far as the switch of a service needs them (systemd.unit(5), systemd.exec(5), systemd.syntax(7)).
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::files::{self, Root};

/// Where units are, the preferred first.
const DIRECTORIES: &[&str] = &[
    "/etc/systemd/system.control",
    "/run/systemd/system.control",
    "/run/systemd/transient",
    "/run/systemd/generator.early",
    "/etc/systemd/system",
    "/run/systemd/system",
    "/run/systemd/generator",
    "/usr/local/lib/systemd/system",
    "/usr/lib/systemd/system",
    "/lib/systemd/system",
    "/run/systemd/generator.late",
];
/// Where systemd looks for programs that are named without a directory.
const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// The files of a service, as they are found.
#[derive(Default)]
pub(super) struct Files {
    name: String,
    unit: String,
    /// By their names, which are their order wherever they are.
    drop_ins: BTreeMap<String, String>,
}

/// What there is of a service.
pub(super) enum Found {
    Unit(Files),
    /// By this file, a link to /dev/null or an empty one: systemd does not start it.
    Masked(PathBuf),
    Nothing,
}

/// The settings of a service's unit and its drop-ins, in their order.
#[derive(Default)]
pub(super) struct Unit {
    name: String,
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

/// The names whose drop-ins count for a service: its own, that of its template, those that its dashes make, and all services'.
fn drop_in_names(name: &str) -> Vec<String> {
    let mut out = vec![name.to_string()];
    let stem = name.strip_suffix(".service").unwrap_or(name);
    let template = stem.split_once('@').map(|(begin, _)| begin);
    out.extend(template.map(|begin| format!("{begin}@.service")));
    let stem = template.unwrap_or(stem);
    for (at, _) in stem.match_indices('-').collect::<Vec<_>>().into_iter().rev() {
        out.push(format!("{}.service", &stem[..=at]));
    }
    out.push("service".to_string());
    out
}

impl Files {
    /// Reads a unit and its drop-ins but `except`.
    pub(super) fn read(root: &Root, name: &str, except: &[&str]) -> Found {
        let template = name.split_once('@').map(|(begin, _)| format!("{begin}@.service"));
        let names: Vec<&str> = [Some(name), template.as_deref()].into_iter().flatten().collect();
        let places = || DIRECTORIES.iter().map(Path::new);
        let mut files = names.iter().flat_map(|n| places().map(move |d| d.join(n)));
        let Some(file) = files.find(|p| root.host(p).symlink_metadata().is_ok()) else {
            return Found::Nothing;
        };
        let text = match root.resolve(&file) {
            Some(to) if to == Path::new("/dev/null") => return Found::Masked(file),
            to => to.and_then(|to| fs::read_to_string(root.host(&to)).ok()),
        };
        let Some(unit) = text else { return Found::Nothing };
        if unit.is_empty() {
            return Found::Masked(file);
        }
        let mut drop_ins = BTreeMap::new();
        for directory in
            drop_in_names(name).iter().flat_map(|n| places().map(move |d| d.join(format!("{n}.d"))))
        {
            let Some((inside, host)) = root.existing(&directory) else { continue };
            for entry in fs::read_dir(host).into_iter().flatten().flatten() {
                let Ok(name) = entry.file_name().into_string() else { continue };
                if !name.ends_with(".conf") || except.contains(&name.as_str()) {
                    continue;
                }
                // Of several of one name the first counts; a link to /dev/null hides the others.
                let text = || fs::read_to_string(root.host(&root.resolve(&inside.join(&name))?)).ok();
                drop_ins.entry(name.clone()).or_insert_with(|| text().unwrap_or_default());
            }
        }
        Found::Unit(Files { name: name.to_string(), unit, drop_ins })
    }

    /// Adds a drop-in.
    pub(super) fn add(&mut self, name: &str, text: &str) {
        self.drop_ins.insert(name.to_string(), text.to_string());
    }

    /// The drop-ins that come after `name`.
    pub(super) fn after(&self, name: &str) -> impl Iterator<Item = &str> {
        let names = self.drop_ins.keys().map(String::as_str);
        let name = name.to_string();
        names.filter(move |n| **n > *name)
    }

    /// The settings of all of them.
    pub(super) fn unit(&self) -> Unit {
        let mut unit = Unit { name: self.name.clone(), settings: Vec::new() };
        unit.add(&self.unit);
        for text in self.drop_ins.values() {
            unit.add(text);
        }
        unit
    }
}

impl Unit {
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

    /// The programs that it starts. One that systemd would not find has no directory.
    pub(super) fn programs(&self, root: &Root) -> Vec<PathBuf> {
        let mut out: Vec<PathBuf> = Vec::new();
        let keys = [
            "ExecStart",
            "ExecStartPre",
            "ExecStartPost",
            "ExecCondition",
            "ExecReload",
            "ExecStop",
            "ExecStopPost",
        ];
        for value in keys.iter().flat_map(|key| self.values(key)) {
            let words = words(value.trim_start_matches(['-', '@', '+', '!', ':', '|']));
            let Some(word) = words.first().map(|w| decode(w, &self.name)) else { continue };
            let found =
                (!word.contains('/')).then(|| files::search_path(root, PATH.as_ref(), &word)).flatten();
            let program = found.unwrap_or_else(|| word.into());
            if !out.contains(&program) {
                out.push(program);
            }
        }
        out
    }

    /// What a variable has in `Environment=`, as it stands there: with its escapes and specifiers, fit for double quotes.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        let assignments = self.values("Environment").flat_map(words);
        let values = assignments.filter_map(|w| w.strip_prefix(name)?.strip_prefix('=').map(str::to_string));
        values.last().filter(|v| !v.is_empty())
    }

    /// Whether a variable is taken out of the environment in the end.
    pub(super) fn unsets(&self, name: &str) -> bool {
        self.values("UnsetEnvironment").flat_map(words).any(|w| w.split('=').next() == Some(name))
    }
}

/// The words of a setting; quotes keep spaces. Escapes and specifiers stay as they are, and a word may stand in double quotes.
fn words(text: &str) -> Vec<String> {
    let (mut out, mut word, mut quote, mut is_word) = (Vec::new(), String::new(), None, false);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match quote {
            _ if c == '\\' => {
                word.push(c);
                word.extend(chars.next());
            }
            Some(q) if c == q => quote = None,
            Some(_) if c == '"' => word.push_str("\\\""),
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

/// A value, as a word of double quotes that means it.
pub(super) fn encode(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%")
}

/// What a word means for the unit `name`. Specifiers that only systemd knows stay.
fn decode(word: &str, name: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some(at) = rest.find(['\\', '%']) {
        out.push_str(&rest[..at]);
        let is_escape = rest.as_bytes()[at] == b'\\';
        rest = &rest[at + 1..];
        let known = if is_escape { escape(rest) } else { specifier(rest, name) };
        match known {
            Some((text, size)) => {
                out.push_str(&text);
                rest = &rest[size..];
            }
            None => out.push(if is_escape { '\\' } else { '%' }),
        }
    }
    out + rest
}

/// What an escape means, and how long it is behind its backslash.
fn escape(rest: &str) -> Option<(String, usize)> {
    let number = |from: usize, size: usize, radix| {
        let value = u32::from_str_radix(rest.get(from..from + size)?, radix).ok()?;
        Some((char::from_u32(value).filter(|c| *c != '\0')?.to_string(), from + size))
    };
    let simple = |c: char| Some((c.to_string(), 1));
    match rest.chars().next()? {
        'a' => simple('\u{7}'),
        'b' => simple('\u{8}'),
        'f' => simple('\u{c}'),
        'n' => simple('\n'),
        'r' => simple('\r'),
        't' => simple('\t'),
        'v' => simple('\u{b}'),
        's' => simple(' '),
        c @ ('\\' | '"' | '\'') => simple(c),
        'x' => number(1, 2, 16),
        'u' => number(1, 4, 16),
        'U' => number(1, 8, 16),
        '0'..='3' => number(0, 3, 8),
        _ => None,
    }
}

/// What a specifier of the unit's own name means.
fn specifier(rest: &str, name: &str) -> Option<(String, usize)> {
    let stem = name.strip_suffix(".service").unwrap_or(name);
    let (prefix, instance) = stem.split_once('@').unwrap_or((stem, ""));
    let text = match rest.chars().next()? {
        '%' => "%",
        'n' => name,
        'N' => stem,
        'p' => prefix,
        'i' => instance,
        _ => return None,
    };
    Some((text.to_string(), 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn units_are_read() {
        let mut unit = Unit::default();
        let root = Root::system();
        unit.add(
            "[Unit]\nExecStart=/not/this\n[Service]\n# ExecStart=/nor/this\nExecStartPre=-/usr/sbin/sshd -t\n\
             ExecStart=!/usr/sbin/sshd -D \\\n  $OPTS\nEnvironment=\"LD_LIBRARY_PATH=/a b\" X=1\nProtectHome = yes\n",
        );
        assert_eq!(unit.programs(&root), [Path::new("/usr/sbin/sshd")]);
        assert_eq!(unit.variable("LD_LIBRARY_PATH").as_deref(), Some("/a b"));
        assert_eq!(unit.variable("X").as_deref(), Some("1"));
        assert_eq!(unit.variable("LD_PRELOAD"), None);
        assert_eq!(unit.values("ProtectHome").collect::<Vec<_>>(), ["yes"]);
        unit.add("[Service]\nExecStart=\nExecStart=/usr/bin/other\n");
        assert_eq!(unit.programs(&root), [Path::new("/usr/bin/other"), Path::new("/usr/sbin/sshd")]);
    }

    #[test]
    fn words_keep_escapes_and_specifiers() {
        assert_eq!(
            words(r#"a'b "c'd "e\"f \x20" g\ h "" x"y z""#),
            [r#"ab \"cd"#, r#"e\"f \x20"#, r"g\ h", "", "xy z"]
        );
        let mut unit = Unit::default();
        unit.add(
            "[Service]\nEnvironment='LD_LIBRARY_PATH=/a%i:/b\\x20c:/d\"e:/f%%'\nUnsetEnvironment=A B=1\n",
        );
        assert_eq!(unit.variable("LD_LIBRARY_PATH").as_deref(), Some(r#"/a%i:/b\x20c:/d\"e:/f%%"#));
        assert!(unit.unsets("A") && unit.unsets("B") && !unit.unsets("C"));
        assert_eq!(encode(r#"/a%b\c"d"#), r#"/a%%b\\c\"d"#);
    }

    #[test]
    fn words_are_decoded() {
        let decode = |w| decode(w, "a-b@c.service");
        assert_eq!(
            decode(r"/x\x20y/%p/%i/%n/%N/%%/\s\\\101\u00e9"),
            "/x y/a-b/c/a-b@c.service/a-b@c/%/ \\Aé"
        );
        assert_eq!(decode(r"/%h\q\x2\x00\xé%"), r"/%h\q\x2\x00\xé%");
    }

    #[test]
    fn programs_without_a_directory_are_on_systemds_path() {
        let dir = crate::testing::directory("exec");
        fs::create_dir_all(dir.join("usr/bin")).unwrap();
        fs::write(dir.join("usr/bin/a"), "").unwrap();
        fs::set_permissions(dir.join("usr/bin/a"), fs::Permissions::from_mode(0o755)).unwrap();
        let mut unit = Unit { name: "a.service".into(), ..Unit::default() };
        unit.add("[Service]\nExecStart=%p -x\nExecStop=none\n");
        let programs = unit.programs(&Root::new(&dir).unwrap());
        assert_eq!(programs, [Path::new("/usr/bin/a"), Path::new("none")]);
    }

    #[test]
    fn drop_ins_are_in_the_order_of_their_names() {
        let dir = crate::testing::directory("drop-ins");
        let put = |path: &str, value: &str| {
            let path = dir.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, format!("[Service]\nEnvironment=X={value}\n")).unwrap();
        };
        put("usr/lib/systemd/system/a-b@.service", "unit");
        let root = Root::new(&dir).unwrap();
        let x = || match Files::read(&root, "a-b@c.service", &["except.conf"]) {
            Found::Unit(files) => files.unit().variable("X"),
            _ => None,
        };
        assert_eq!(x().as_deref(), Some("unit"));
        for (path, value) in [
            ("etc/systemd/system/service.d/10.conf", "all"),
            ("run/systemd/system/a-.service.d/20.conf", "dash"),
            ("usr/lib/systemd/system/a-b@.service.d/30.conf", "template"),
            ("usr/lib/systemd/system/a-b@c.service.d/40.conf", "own"),
            ("etc/systemd/system/a-.service.d/40.conf", "own"),
        ] {
            put(path, value);
            assert_eq!(x().as_deref(), Some(value), "{path}");
        }
        put("etc/systemd/system/a-b@c.service.d/except.conf", "except");
        assert_eq!(x().as_deref(), Some("own"));
        symlink("/dev/null", dir.join("etc/systemd/system/a-b@c.service.d/40.conf")).unwrap();
        assert_eq!(x().as_deref(), Some("template"));
    }

    #[test]
    fn masked_units_are_known() {
        let dir = crate::testing::directory("masked");
        let etc = dir.join("etc/systemd/system");
        fs::create_dir_all(&etc).unwrap();
        fs::create_dir_all(dir.join("usr/lib/systemd/system")).unwrap();
        fs::write(dir.join("usr/lib/systemd/system/a.service"), "[Service]\nExecStart=/bin/true\n").unwrap();
        let root = Root::new(&dir).unwrap();
        let read = |name| Files::read(&root, name, &[]);
        assert!(matches!(read("a.service"), Found::Unit(_)));
        symlink("/dev/null", etc.join("a.service")).unwrap();
        assert!(
            matches!(read("a.service"), Found::Masked(file) if file == Path::new("/etc/systemd/system/a.service"))
        );
        fs::write(etc.join("b.service"), "").unwrap();
        assert!(matches!(read("b.service"), Found::Masked(_)));
        assert!(matches!(read("c.service"), Found::Nothing));
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
