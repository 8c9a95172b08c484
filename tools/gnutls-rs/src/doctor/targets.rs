//! What a word on the command line means: a file, a process, a program, a library or a package.
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Report, examine_object, from_objects, has_copy};
use crate::elf;
use crate::files::{self, Root};
use crate::loader::{Loaded, Loader};
use crate::marked;
use crate::processes;
use crate::table::SONAME;
use crate::verdict::Verdict;

/// The directories that are searched where the environment does not say.
const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// The most files of one process that are examined, and symbols that they take.
const MAPPED: usize = 4096;
const SYMBOLS: usize = 1 << 16;

/// Examines what a word of the command line names.
pub(crate) fn examine(loader: &Loader, word: &str) -> Report {
    if word.contains('/') {
        return examine_path(loader, word, Path::new(word));
    }
    if let Ok(pid) = word.parse::<u32>() {
        return examine_process(word, pid);
    }
    if let Some(package) = word.strip_prefix("package:") {
        return examine_package(loader, word, package);
    }
    if let Some(program) = program(loader, word) {
        return examine_path(loader, word, &program);
    }
    if let Some(library) = loader.library(word) {
        return examine_object(loader, word, library);
    }
    if package_files(&loader.root, word).is_some() {
        return examine_package(loader, word, word);
    }
    if loader.root.is_system() && Path::new(word).exists() {
        return examine_path(loader, word, Path::new(word));
    }
    Report::unknown(word, "neither a program on the path nor a library nor an installed package")
}

/// The program of a name on the path.
pub(crate) fn program(loader: &Loader, name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").filter(|_| loader.root.is_system());
    files::search_path(&loader.root, &path.unwrap_or_else(|| PATH.into()), name)
}

/// Examines a file.
pub(crate) fn examine_path(loader: &Loader, target: &str, path: &Path) -> Report {
    let absolute = if loader.root.is_system() { std::path::absolute(path).ok() } else { None };
    let Some((inside, host)) = loader.root.existing(&absolute.unwrap_or_else(|| path.into())) else {
        return Report::unknown(target, "there is no such file");
    };
    match elf::read_file(&host) {
        Ok(_) => match loader.object(&inside) {
            Some(loaded) => examine_object(loader, target, loaded),
            None => Report::unknown(target, "changed while it was read"),
        },
        Err(elf::Error::NotElf) if marked::ours(&loader.root, &inside).is_some() => {
            examine_wrapper(loader, target, &inside)
        }
        Err(elf::Error::NotElf) => match interpreter(&host) {
            Some(line) => examine_script(loader, target, &inside, &line),
            None => Report::unknown(target, "neither an ELF file nor a script"),
        },
        Err(error) => Report::unknown(target, &error.to_string()),
    }
}

/// Examines the program that a wrapper of `enable --program` starts.
fn examine_wrapper(loader: &Loader, target: &str, inside: &Path) -> Report {
    let Some(real) = marked::wrapped(&loader.root, inside) else {
        return Report::unknown(target, "a wrapper of gnutls-rs enable --program, and its program is gone");
    };
    let mut report = examine_path(loader, target, &real);
    let note = format!(
        "{} is a wrapper of gnutls-rs enable --program: {} was examined",
        inside.display(),
        real.display()
    );
    report.notes.insert(0, note);
    report
}

/// The words behind `#!`.
pub(crate) fn interpreter(host: &Path) -> Option<Vec<String>> {
    let mut head = [0; 256];
    let read = files::open_regular(host).ok()?.read(&mut head).ok()?;
    let line = head[..read].strip_prefix(b"#!")?.split(|b| *b == b'\n').next()?;
    let words: Vec<String> = String::from_utf8_lossy(line).split_whitespace().map(str::to_string).collect();
    (!words.is_empty()).then_some(words)
}

fn examine_script(loader: &Loader, target: &str, inside: &Path, line: &[String]) -> Report {
    let mut interpreter = PathBuf::from(&line[0]);
    if interpreter.ends_with("env") {
        let name = line[1..].iter().find(|w| !w.starts_with('-') && !w.contains('='));
        if let Some(found) = name.and_then(|n| program(loader, n)) {
            interpreter = found;
        }
    }
    let mut report = match loader.object(&interpreter) {
        Some(loaded) => examine_object(loader, target, loaded),
        None => Report::unknown(target, &format!("its interpreter {} is no ELF file", interpreter.display())),
    };
    report.kind = "script";
    let note = format!(
        "{} is a script: its interpreter {} was examined; what it starts or imports is not seen",
        inside.display(),
        interpreter.display()
    );
    report.notes.insert(0, note);
    report
}

fn examine_process(target: &str, pid: u32) -> Report {
    let Some(process) = processes::read(pid) else {
        return Report::unknown(target, "there is no such process, or it may not be looked at");
    };
    // What a process maps is its user's choice: only what takes something is kept, and not without a limit.
    let object = |m: &processes::Mapped| {
        let object = elf::read_file(&m.host).ok().filter(|o| o.soname.as_deref() != Some(SONAME))?;
        Some(Loaded { path: m.path.clone(), object: object.into() })
    };
    let mut left = SYMBOLS;
    let objects =
        process.mapped.iter().take(MAPPED).filter_map(object).filter(|l| !l.object.imports.is_empty());
    let objects: Vec<Loaded> = objects
        .take_while(|l| {
            let enough = left > 0;
            left = left.saturating_sub(l.object.imports.len());
            enough
        })
        .collect();
    let mut report = from_objects(target, "process", &objects);
    report.path = process.program.clone();
    report.library = process.gnutls().map(|m| m.path.clone());
    match process.library() {
        Some(library) => report.notes.push(format!("runs on {library}")),
        None if report.library.is_some() => report.notes.push("runs on GnuTLS".to_string()),
        None if has_copy(Path::new(&format!("/proc/{pid}/exe"))) => report.make_static(None),
        None => {}
    }
    report
}

/// Examines the ELF files of an installed package.
fn examine_package(loader: &Loader, target: &str, package: &str) -> Report {
    let Some(files) = package_files(&loader.root, package) else {
        return Report::unknown(target, "there is no such package");
    };
    let mut seen = BTreeSet::new();
    let mut reports = Vec::new();
    for path in files {
        let Some((inside, host)) = loader.root.existing(&path) else { continue };
        let is_file = fs::symlink_metadata(&host).is_ok_and(|m| m.is_file());
        if !is_file || !seen.insert(inside.clone()) {
            continue;
        }
        if let Some(loaded) = loader.object(&inside) {
            let name = inside.display().to_string();
            let report = examine_object(loader, &name, loaded);
            reports.extend(Some(report).filter(|r| r.verdict != Verdict::DoesNotUse));
        }
    }
    let Some(worst) = reports.iter().max_by_key(|r| r.verdict) else {
        return Report::new(target, "package", Verdict::DoesNotUse, "does not use GnuTLS");
    };
    let mut report = Report::new(target, "package", worst.verdict, &worst.line);
    report.missing = worst.missing.clone();
    report.path = worst.path.clone();
    report.files = reports;
    report
}

/// The files of a package that dpkg has installed.
fn package_files(root: &Root, package: &str) -> Option<Vec<PathBuf>> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "+-.:".contains(c);
    if package.is_empty() || !package.chars().all(allowed) {
        return None;
    }
    let directory = root.host(Path::new("/var/lib/dpkg/info"));
    let direct = directory.join(format!("{package}.list"));
    let list = fs::read_to_string(direct).ok().or_else(|| {
        // Of packages that several architectures may have, the list is named with it.
        let entries = fs::read_dir(&directory).ok()?.flatten();
        let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
        names.sort();
        let fits = |name: &&String| {
            let of = name.strip_suffix(".list").and_then(|n| n.split_once(':'));
            of.is_some_and(|(n, _)| n == package)
        };
        fs::read_to_string(directory.join(names.iter().find(fits)?)).ok()
    })?;
    Some(list.lines().map(PathBuf::from).collect())
}
