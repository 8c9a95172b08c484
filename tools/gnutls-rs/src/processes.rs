//! Running processes and the libraries that they have mapped, from /proc.
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::elf;

/// The most that is read of the list of what a process has mapped, and the most files of it that are looked at for the library's
/// note: both are the choice of whoever runs the process.
const MAPS: u64 = 16 << 20;
const FILES: usize = 16;

/// A file that a process has mapped.
pub(crate) struct Mapped {
    /// Its path as the process knows it, without `(deleted)`.
    pub(crate) path: PathBuf,
    /// Where it can be read: its place in /proc, which holds files that are deleted, too.
    pub(crate) host: PathBuf,
    /// The file was removed or replaced after it was mapped.
    pub(crate) is_deleted: bool,
}

pub(crate) struct Process {
    pub(crate) pid: u32,
    pub(crate) program: Option<PathBuf>,
    pub(crate) mapped: Vec<Mapped>,
}

/// The gnutls-rs that a process runs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Library {
    /// None if the file is gone and may not be read.
    pub(crate) version: Option<String>,
    pub(crate) path: PathBuf,
    pub(crate) is_deleted: bool,
}

impl std::fmt::Display for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "gnutls-rs {}", self.version.as_deref().unwrap_or("(of a version that cannot be read)"))?;
        write!(f, ": {}", self.path.display())?;
        if self.is_deleted { write!(f, ", replaced since: restart it") } else { Ok(()) }
    }
}

/// Every process that may be looked at.
pub(crate) fn all() -> Vec<Process> {
    let pids = fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut pids: Vec<u32> = pids.filter_map(|e| e.file_name().to_str()?.parse().ok()).collect();
    pids.sort_unstable();
    pids.into_iter().filter_map(read).collect()
}

/// The process of a number; none if it is not there, or may not be looked at.
pub(crate) fn read(pid: u32) -> Option<Process> {
    let directory = PathBuf::from(format!("/proc/{pid}"));
    let mut maps = Vec::new();
    fs::File::open(directory.join("maps")).ok()?.take(MAPS).read_to_end(&mut maps).ok()?;
    let program = fs::read_link(directory.join("exe")).ok();
    Some(Process { pid, program, mapped: parse(&String::from_utf8_lossy(&maps), &directory) })
}

/// `7f0a-7f0b r--p 00000000 08:01 42   /lib/x.so`
fn parse(maps: &str, directory: &Path) -> Vec<Mapped> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for line in maps.lines() {
        let Some(at) = line.find('/') else { continue };
        let path = &line[at..];
        if !seen.insert(path) {
            continue;
        }
        let (path, is_deleted) = path.strip_suffix(" (deleted)").map_or((path, false), |p| (p, true));
        let range = line.split(' ').next().unwrap_or("");
        let by_range = directory.join("map_files").join(range);
        // The directory is the superuser's.
        let host = if by_range.symlink_metadata().is_ok() {
            by_range
        } else {
            directory.join("root").join(path.trim_start_matches('/'))
        };
        out.push(Mapped { path: PathBuf::from(path), host, is_deleted });
    }
    out
}

impl Process {
    /// The libgnutls.so.30 that is mapped, whosever it is.
    pub(crate) fn gnutls(&self) -> Option<&Mapped> {
        self.mapped.iter().find(|m| {
            let name = m.path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("libgnutls.so.30") || name.starts_with("libgnutls-rs.so.30")
        })
    }

    /// The gnutls-rs that is mapped: by its note, or by its path if it cannot be read.
    pub(crate) fn library(&self) -> Option<Library> {
        let is_candidate =
            |m: &&Mapped| m.path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("libgnutls"));
        self.mapped.iter().filter(is_candidate).take(FILES).find_map(|m| {
            let name = m.path.file_name()?.to_string_lossy();
            let library = |version| Library { version, path: m.path.clone(), is_deleted: m.is_deleted };
            match elf::read_note(&m.host) {
                Ok(version) => version.map(|version| library(Some(version))),
                Err(_) => {
                    let ours = name.starts_with("libgnutls-rs.so.30")
                        || m.path.ends_with("gnutls-rs/libgnutls.so.30");
                    ours.then(|| library(None))
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_read() {
        let maps = "7f00-7f01 r--p 00000000 08:01 42  /opt/a b/libgnutls.so.30\n\
                    7f01-7f02 r-xp 00001000 08:01 42  /opt/a b/libgnutls.so.30\n\
                    7f02-7f03 rw-p 00000000 00:00 0 \n\
                    7f03-7f04 r--p 00000000 08:01 43  /usr/lib/gnutls-rs/libgnutls.so.30 (deleted)\n\
                    7ffe-7fff r-xp 00000000 00:00 0   [vdso]\n";
        let mapped = parse(maps, Path::new("/nowhere"));
        let paths: Vec<String> = mapped.iter().map(|m| m.path.display().to_string()).collect();
        assert_eq!(paths, ["/opt/a b/libgnutls.so.30", "/usr/lib/gnutls-rs/libgnutls.so.30"]);
        assert_eq!(mapped.iter().map(|m| m.is_deleted).collect::<Vec<_>>(), [false, true]);

        let process = Process { pid: 1, program: None, mapped };
        let library = process.library().unwrap();
        assert_eq!(library.path, Path::new("/usr/lib/gnutls-rs/libgnutls.so.30"));
        assert!(library.is_deleted && library.version.is_none());
    }
}
