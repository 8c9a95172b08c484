//! `doctor --all`: each program and each library of the system that uses GnuTLS.
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Report, copy, examine_object};
use crate::loader::Loader;
use crate::verdict::Verdict;

/// Where programs and libraries are.
const DIRECTORIES: &[&str] = &[
    "/bin",
    "/sbin",
    "/usr/bin",
    "/usr/sbin",
    "/usr/games",
    "/usr/local",
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/libexec",
    "/opt",
];
/// The most files that are looked at, and the depth of directories.
const FILES: usize = 1 << 20;
const DEPTH: usize = 24;

/// Everything that was looked at.
#[derive(Default)]
pub(crate) struct Everything {
    /// What uses GnuTLS, sorted by verdict and path.
    pub(crate) reports: Vec<Report>,
    pub(crate) programs: usize,
    pub(crate) libraries: usize,
}

/// Examines the system.
pub(crate) fn examine_all(loader: &Loader) -> Everything {
    let files = candidates(loader);
    let next = AtomicUsize::new(0);
    let out = Mutex::new(Everything::default());
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get()).min(8);
    let work = || {
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let Some(loaded) = loader.object(path) else { continue };
            let is_program = loaded.object.is_program;
            // A library counts for what it takes itself, or has a copy of; a program for all that it loads.
            let target = path.display().to_string();
            let report = if is_program || !loaded.object.imports.is_empty() {
                Some(examine_object(loader, &target, loaded))
            } else {
                copy(loader, &target, &loaded)
            };
            if let Ok(mut out) = out.lock() {
                out.programs += usize::from(is_program);
                out.libraries += usize::from(!is_program);
                out.reports.extend(report.filter(|r| r.verdict != Verdict::DoesNotUse));
            }
        }
    };
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let mut out = out.into_inner().unwrap_or_default();
    out.reports.sort_by(|a, b| (a.verdict, a.kind, &a.path).cmp(&(b.verdict, b.kind, &b.path)));
    out
}

/// The files that may be ELF.
fn candidates(loader: &Loader) -> Vec<PathBuf> {
    let (mut seen, mut out) = (BTreeSet::new(), Vec::new());
    for directory in DIRECTORIES {
        if let Some((inside, host)) = loader.root.existing(Path::new(directory)) {
            walk(&inside, &host, 0, &mut seen, &mut out);
        }
    }
    out.sort();
    out
}

/// Adds the regular files below a directory that may be ELF, by their paths in the root.
fn walk(inside: &Path, host: &Path, depth: usize, seen: &mut BTreeSet<(u64, u64)>, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(host) else { return };
    for entry in entries.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && depth < DEPTH {
            walk(&inside.join(entry.file_name()), &entry.path(), depth + 1, seen, out);
        } else if kind.is_file() && out.len() < FILES {
            let Ok(metadata) = entry.metadata() else { continue };
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let may_be_elf = metadata.mode() & 0o111 != 0 || name.ends_with(".so") || name.contains(".so.");
            // A file with several names is looked at once.
            if may_be_elf && metadata.len() > 64 && seen.insert((metadata.dev(), metadata.ino())) {
                out.push(inside.join(entry.file_name()));
            }
        }
    }
}
