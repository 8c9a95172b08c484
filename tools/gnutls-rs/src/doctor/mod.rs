//! `gnutls-rs doctor`: what a program and what it loads take from GnuTLS, and whether the library has it.
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::files::{self, Secure};
use crate::loader::{ByPath, Closure, Loaded, Loader};
use crate::table::{OWN_SONAME, SONAME};
use crate::verdict::{self, Missing, Taken, Verdict};

mod all;
mod print;
mod targets;

pub(crate) use all::examine_all;
pub(crate) use print::{Detail, print};
pub(crate) use targets::{examine, examine_path, interpreter, program};

/// What is said of one target.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Report {
    /// As it was asked for.
    pub(crate) target: String,
    pub(crate) kind: &'static str,
    #[serde(serialize_with = "crate::text::optional_path")]
    pub(crate) path: Option<PathBuf>,
    pub(crate) verdict: Verdict,
    /// The verdict in one line.
    pub(crate) line: String,
    pub(crate) missing: Vec<Missing>,
    /// Who takes what; the target itself first.
    pub(crate) users: Vec<User>,
    /// The libgnutls.so.30 that is loaded without doing anything.
    #[serde(serialize_with = "crate::text::optional_path")]
    pub(crate) library: Option<PathBuf>,
    pub(crate) notes: Vec<String>,
    /// Only a preload replaces the library that its own paths lead to.
    pub(crate) needs_preload: bool,
    /// The dynamic linker ignores the environment: setuid and the like.
    pub(crate) is_secure: bool,
    /// The reports on the files of a package that use GnuTLS.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) files: Vec<Report>,
}

/// An object and the symbols that it takes from GnuTLS.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct User {
    #[serde(serialize_with = "crate::text::path")]
    pub(crate) path: PathBuf,
    pub(crate) symbols: Vec<Taken>,
}

impl Report {
    fn new(target: &str, kind: &'static str, verdict: Verdict, line: &str) -> Report {
        Report {
            target: target.to_string(),
            kind,
            path: None,
            verdict,
            line: line.to_string(),
            missing: Vec::new(),
            users: Vec::new(),
            library: None,
            notes: Vec::new(),
            needs_preload: false,
            is_secure: false,
            files: Vec::new(),
        }
    }

    pub(crate) fn unknown(target: &str, why: &str) -> Report {
        Report::new(target, "unknown", Verdict::Unknown, why)
    }

    /// `version` is that of gnutls-rs, if the copy is one of it.
    fn make_static(&mut self, version: Option<&str>) {
        let whose = version.map_or("GnuTLS".to_string(), |v| format!("gnutls-rs {v}"));
        self.verdict = Verdict::Static;
        self.line = format!("static: has its own copy of {whose}, which cannot be replaced");
    }

    /// A worse verdict, with what was said before behind it.
    fn worsen(&mut self, verdict: Verdict, why: &str) {
        self.verdict = self.verdict.max(verdict);
        self.line =
            if self.line == "runs" { format!("runs but {why}") } else { format!("{}; {why}", self.line) };
    }
}

/// Programs that have a chapter for their purpose, which their symbols do not show: what they share with others is far more.
const PURPOSES: &[(&str, &str)] =
    &[("ocsptool", "OCSP"), ("p11tool", "PKCS #11"), ("srptool", "SRP"), ("tpmtool", "TPM")];

/// The chapter that a program is for, if it is missing.
fn purpose(report: &Report, path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let (_, chapter) = PURPOSES.iter().find(|(program, _)| *program == name)?;
    let missing = report.missing.iter().find(|m| m.chapter == *chapter)?;
    Some(format!("needs {} ({chapter}): not yet", missing.symbols.first()?))
}

/// Examines an object.
fn examine_object(loader: &Loader, target: &str, first: Loaded) -> Report {
    let (path, object) = (first.path.clone(), first.object.clone());
    let host = loader.root.host(&path);
    let kind = if object.is_program { "program" } else { "library" };

    let is_ours = object.soname.as_deref() == Some(OWN_SONAME) && object.gnutls_rs.is_some();
    if object.soname.as_deref() == Some(SONAME) || is_ours {
        let line = match &object.gnutls_rs {
            Some(version) => format!("is gnutls-rs {version} itself"),
            None => "is GnuTLS itself".to_string(),
        };
        let mut report = Report::new(target, "library", Verdict::DoesNotUse, &line);
        report.path = Some(path);
        return report;
    }

    let closure = loader.closure(first);
    let mut report = from_objects(target, kind, &closure.objects);
    report.path = Some(path.clone());
    report.library = closure.gnutls.as_ref().map(|(path, _)| path.clone());
    notes_of_closure(&mut report, &closure);

    if report.verdict == Verdict::DoesNotUse {
        let copy = object.gnutls_rs.is_some()
            || object.exports.iter().any(|e| e == "gnutls_handshake")
            || has_copy(&host);
        if copy {
            report.make_static(object.gnutls_rs.as_deref());
        } else if object.is_program && !object.is_dynamic {
            report.line = "does not use GnuTLS: static, and loads no library".to_string();
        }
        return report;
    }
    if let Some(line) = purpose(&report, &path) {
        report.verdict = report.verdict.max(Verdict::NotYet);
        report.line = line;
    }
    if object.is_program
        && let Some(secure) = Secure::of(&host)
    {
        let why = format!("{}: LD_PRELOAD is ignored", secure.name());
        report.is_secure = true;
        report.worsen(Verdict::RunsBut, &why);
        report.notes.push(
            "run, enable --service and enable --program have no effect on it; enable --system has"
                .to_string(),
        );
    }
    report
}

/// The report on a library that takes nothing, if it has a copy of GnuTLS; GnuTLS itself is none.
fn copy(loader: &Loader, target: &str, library: &Loaded) -> Option<Report> {
    if library.object.soname.as_deref().is_some_and(|s| [SONAME, OWN_SONAME].contains(&s))
        || !has_copy(&loader.root.host(&library.path))
    {
        return None;
    }
    let mut report = Report::new(target, "library", Verdict::Static, "");
    report.make_static(library.object.gnutls_rs.as_deref());
    report.path = Some(library.path.clone());
    Some(report)
}

/// The report on what objects take together.
fn from_objects(target: &str, kind: &'static str, objects: &[Loaded]) -> Report {
    let mut users = Vec::new();
    for loaded in objects.iter().filter(|l| !l.object.imports.is_empty()) {
        // The libraries beside GnuTLS's own in its package are users as any other.
        let mut symbols: Vec<Taken> = loaded.object.imports.iter().map(Taken::new).collect();
        symbols.sort_by(|a, b| a.name.cmp(&b.name));
        users.push(User { path: loaded.path.clone(), symbols });
    }
    let mut all: BTreeMap<&str, &Taken> = BTreeMap::new();
    for taken in users.iter().flat_map(|u| &u.symbols) {
        let known = all.entry(&taken.name).or_insert(taken);
        if (taken.status, taken.weak) < (known.status, known.weak) {
            *known = taken;
        }
    }
    let all: Vec<Taken> = all.into_values().cloned().collect();
    let judgement = verdict::judge(&all);
    let mut report = Report::new(target, kind, judgement.verdict, &judgement.line);
    report.missing = judgement.missing;
    report.users = users;
    report
}

fn notes_of_closure(report: &mut Report, closure: &Closure) {
    if !closure.missing.is_empty() {
        let names: Vec<&str> = closure.missing.iter().map(String::as_str).collect();
        report.notes.push(format!("not found, so not examined: {}", names.join(" ")));
    }
    if closure.is_cut {
        report.verdict = Verdict::Unknown;
        report.line = "has too many libraries, or looks for them in too many directories".to_string();
        return;
    }
    if report.verdict == Verdict::DoesNotUse {
        let other = closure
            .objects
            .iter()
            .flat_map(|l| &l.object.needed)
            .find(|n| n.starts_with("libgnutls.so.") && *n != SONAME || *n == "libgnutls-deb0.so.28");
        if let Some(other) = other {
            report.line = format!("does not use GnuTLS 3: it needs {other}");
        }
    }
    match &closure.gnutls {
        Some((path, ByPath::RPath)) => {
            report.needs_preload = true;
            let why = format!("its RPATH leads to {}, which only LD_PRELOAD replaces", path.display());
            report.worsen(Verdict::RunsBut, &why);
        }
        Some((path, ByPath::RunPath)) => report.worsen(
            Verdict::RunsBut,
            &format!("its RUNPATH leads to {}, which enable --system does not replace", path.display()),
        ),
        _ => {}
    }
    // What each program has through the C library or a library of the system is not worth a line.
    let loads = |l: &&Loaded| l.object.uses_dlopen && !is_common(&l.path);
    let loading: Vec<String> =
        closure.objects.iter().filter(loads).map(|l| l.path.display().to_string()).collect();
    if !loading.is_empty() {
        report.notes.push(format!(
            "plug-ins that are loaded while it runs (dlopen) are not seen: by {}",
            shorten(&loading)
        ));
    }
}

fn shorten(list: &[String]) -> String {
    match list {
        [a, b, c, _, ..] => format!("{a}, {b}, {c} and {} more", list.len() - 3),
        few => few.join(", "),
    }
}

/// Libraries that load plug-ins of their own, never such as use GnuTLS.
fn is_common(path: &Path) -> bool {
    const NAMES: &[&str] =
        &["libc.so", "libdl.so", "ld-linux", "libcrypto.so", "libp11-kit.so", "libkrb5", "libgssapi"];
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    NAMES.iter().any(|n| name.starts_with(n))
}

/// Whether a file has the names of GnuTLS's errors in it, as C has them: a copy that was linked statically. Texts that speak of them
/// do not count; this program has such.
fn has_copy(host: &Path) -> bool {
    const PREFIX: &[u8] = b"GNUTLS_E_";
    const NAMES: [&[u8]; 3] =
        [b"UNEXPECTED_PACKET_LENGTH\0", b"PREMATURE_TERMINATION\0", b"DECRYPTION_FAILED\0"];
    const STEP: usize = 1 << 20;
    const LIMIT: u64 = 1 << 30;
    let Ok(file) = files::open_regular(host) else { return false };
    let mut file = file.take(LIMIT);
    let finder = memchr::memmem::Finder::new(PREFIX);
    let mut found = [false; NAMES.len()];
    let mut window = Vec::with_capacity(STEP + 64);
    loop {
        // The end of the piece before stays, for names on the boundary.
        let keep = window.len().min(64);
        window.drain(..window.len() - keep);
        let Ok(read) = (&mut file).take(STEP as u64).read_to_end(&mut window) else { return false };
        for at in finder.find_iter(&window) {
            let rest = &window[at + PREFIX.len()..];
            for (found, name) in found.iter_mut().zip(NAMES) {
                *found = *found || rest.starts_with(name);
            }
        }
        if found == [true; NAMES.len()] {
            return true;
        }
        if read == 0 {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Root;
    use crate::testing::elf::File as Made;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    /// A root with GnuTLS in /usr/lib and /opt/lib, and a program that takes one function of it.
    fn root(program: Made, mode: u32) -> (crate::testing::Directory, Loader) {
        let dir = crate::testing::directory("doctor");
        for part in ["usr/lib", "usr/bin", "opt/lib", "opt/bin"] {
            fs::create_dir_all(dir.join(part)).unwrap();
        }
        let gnutls = Made { soname: Some(SONAME), exports: vec!["gnutls_init"], ..Made::default() };
        fs::write(dir.join("usr/lib/libgnutls.so.30"), gnutls.bytes()).unwrap();
        fs::write(dir.join("opt/lib/libgnutls.so.30"), gnutls.bytes()).unwrap();
        let middle = Made {
            soname: Some("libmiddle.so.1"),
            needed: vec![SONAME],
            imports: vec![("gnutls_init", Some((SONAME, "GNUTLS_3_4")), false)],
            ..Made::default()
        };
        fs::write(dir.join("usr/lib/libmiddle.so.1"), middle.bytes()).unwrap();
        let path = dir.join("opt/bin/a");
        fs::write(&path, Made { is_program: true, ..program }.bytes()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let loader = Loader::new(Root::new(&dir).unwrap());
        (dir, loader)
    }

    fn examine(program: Made, mode: u32) -> Report {
        let (_dir, loader) = root(program, mode);
        super::examine(&loader, "/opt/bin/a")
    }

    fn needs(needed: &'static str) -> Made {
        Made { needed: vec![needed], ..Made::default() }
    }

    #[test]
    fn libraries_take_for_a_program() {
        let report = examine(needs("libmiddle.so.1"), 0o755);
        assert_eq!((report.verdict, report.line.as_str()), (Verdict::Runs, "runs"));
        assert_eq!(report.library.as_deref(), Some(Path::new("/usr/lib/libgnutls.so.30")));
        assert_eq!(report.users.len(), 1);
        assert_eq!(report.users[0].path, Path::new("/usr/lib/libmiddle.so.1"));
    }

    #[test]
    fn paths_of_a_program_come_first() {
        let takes = || vec![("gnutls_init", None, false)];
        let runpath = Made { runpath: Some("/none:$ORIGIN/../lib"), imports: takes(), ..needs(SONAME) };
        let report = examine(runpath, 0o755);
        assert_eq!(report.library.as_deref(), Some(Path::new("/opt/lib/libgnutls.so.30")));
        assert!(report.verdict == Verdict::RunsBut && !report.needs_preload, "{}", report.line);

        let rpath = Made { rpath: Some("${ORIGIN}/../lib"), ..needs("libmiddle.so.1") };
        let report = examine(rpath, 0o755);
        assert_eq!(report.library.as_deref(), Some(Path::new("/opt/lib/libgnutls.so.30")));
        assert!(report.verdict == Verdict::RunsBut && report.needs_preload, "{}", report.line);

        // A RUNPATH counts for what the object itself needs, and hides its RPATH.
        let both =
            Made { rpath: Some("/opt/lib"), runpath: Some("/none"), imports: takes(), ..needs(SONAME) };
        let report = examine(both, 0o755);
        assert_eq!(report.library.as_deref(), Some(Path::new("/usr/lib/libgnutls.so.30")));
        let not_its_own = Made { runpath: Some("/opt/lib"), ..needs("libmiddle.so.1") };
        let report = examine(not_its_own, 0o755);
        assert_eq!(report.library.as_deref(), Some(Path::new("/usr/lib/libgnutls.so.30")));
    }

    #[test]
    fn setuid_programs_ignore_a_preload() {
        let report = examine(needs("libmiddle.so.1"), 0o4755);
        assert_eq!(report.line, "runs but setuid: LD_PRELOAD is ignored");
        assert!(report.is_secure);
        assert_eq!(examine(Made::default(), 0o4755).verdict, Verdict::DoesNotUse);
    }

    #[test]
    fn copies_of_gnutls_are_found() {
        let copy = Made { exports: vec!["gnutls_handshake"], ..Made::default() };
        assert_eq!(examine(copy, 0o755).verdict, Verdict::Static);
        let dir = crate::testing::directory("copy");
        let mut text = vec![b'x'; (1 << 20) - 10];
        text.extend(b"GNUTLS_E_UNEXPECTED_PACKET_LENGTH\0GNUTLS_E_PREMATURE_TERMINATION\0");
        fs::write(dir.join("a"), &text).unwrap();
        assert!(!has_copy(&dir.join("a")));
        text.extend(b"GNUTLS_E_DECRYPTION_FAILED is mentioned.\0");
        fs::write(dir.join("a"), &text).unwrap();
        assert!(!has_copy(&dir.join("a")));
        text.extend(b"GNUTLS_E_DECRYPTION_FAILED\0");
        fs::write(dir.join("a"), &text).unwrap();
        assert!(has_copy(&dir.join("a")));
    }

    #[test]
    fn a_copy_of_the_library_itself_is_known_by_its_note() {
        let report = examine(Made { note: Some("1.2.3\0\0\0"), ..Made::default() }, 0o755);
        assert_eq!(report.line, "static: has its own copy of gnutls-rs 1.2.3, which cannot be replaced");
    }

    #[test]
    fn all_has_programs_and_libraries_with_a_copy() {
        let (dir, loader) = root(needs("libmiddle.so.1"), 0o755);
        let names = b"GNUTLS_E_UNEXPECTED_PACKET_LENGTH\0GNUTLS_E_PREMATURE_TERMINATION\0GNUTLS_E_DECRYPTION_FAILED\0";
        let put = |name: &str, made: Made, more: &[u8]| {
            fs::write(dir.join(name), [&made.bytes(), more].concat()).unwrap();
            fs::set_permissions(dir.join(name), fs::Permissions::from_mode(0o755)).unwrap();
        };
        // Dynamic, and hidden in it what it was linked with.
        put("usr/bin/copy", Made { is_program: true, ..needs("libc.so.6") }, names);
        put("usr/lib/libcopy.so.1", Made { soname: Some("libcopy.so.1"), ..Made::default() }, names);
        put("usr/bin/none", Made { is_program: true, ..needs("libc.so.6") }, b"");
        let reports = examine_all(&loader).reports;
        let said: Vec<_> = reports.iter().map(|r| (r.target.as_str(), r.verdict)).collect();
        assert_eq!(
            said,
            [
                ("/usr/lib/libmiddle.so.1", Verdict::Runs),
                ("/opt/bin/a", Verdict::Runs),
                ("/usr/lib/libcopy.so.1", Verdict::Static),
                ("/usr/bin/copy", Verdict::Static),
            ]
        );
    }

    #[test]
    fn of_a_wrapper_the_program_is_examined() {
        let (dir, loader) = root(needs("libmiddle.so.1"), 0o755);
        fs::rename(dir.join("opt/bin/a"), dir.join("opt/bin/a.gnutls-rs-real")).unwrap();
        let text = format!("#!/bin/sh\n{} --program /opt/bin/a\nexec x\n", crate::marked::MARK);
        fs::write(dir.join("opt/bin/a"), text).unwrap();
        let report = super::examine(&loader, "/opt/bin/a");
        assert_eq!(
            (report.verdict, report.kind, report.target.as_str()),
            (Verdict::Runs, "program", "/opt/bin/a")
        );
        assert_eq!(report.path.as_deref(), Some(Path::new("/opt/bin/a.gnutls-rs-real")));
        assert!(report.notes[0].contains("wrapper of gnutls-rs enable"), "{:?}", report.notes);
        fs::remove_file(dir.join("opt/bin/a.gnutls-rs-real")).unwrap();
        let report = super::examine(&loader, "/opt/bin/a");
        assert_eq!(report.verdict, Verdict::Unknown);
        assert!(report.line.contains("program is gone"), "{}", report.line);
    }

    #[test]
    fn paths_that_are_no_text_are_json() {
        use std::os::unix::ffi::OsStrExt;
        let mut report = Report::new("a", "program", Verdict::Runs, "runs");
        let path = Path::new(std::ffi::OsStr::from_bytes(b"/a\xff"));
        report.path = Some(path.into());
        report.users = vec![User { path: path.into(), symbols: Vec::new() }];
        let text = serde_json::to_string(&report).unwrap();
        assert_eq!(text.matches("/a\u{fffd}").count(), 2, "{text}");
    }

    #[test]
    fn what_is_not_there_is_told() {
        let report = examine(needs("libnone.so.1"), 0o755);
        assert_eq!(report.verdict, Verdict::DoesNotUse);
        assert_eq!(report.notes, ["not found, so not examined: libnone.so.1"]);
        let report = examine(needs("libgnutls.so.26"), 0o755);
        assert_eq!(report.line, "does not use GnuTLS 3: it needs libgnutls.so.26");
    }
}
