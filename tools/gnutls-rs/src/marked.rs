//! What `enable` wrote: files that say so in front, and programs that were moved for a wrapper.
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::files::{self, Root};

/// The first words of each file that is written.
pub(crate) const MARK: &str = "# Written by gnutls-rs enable";
/// Behind the name of a program whose place a wrapper has.
pub(crate) const SUFFIX: &str = ".gnutls-rs-real";
/// More than any file that is written.
const LIMIT: u64 = 1 << 16;

/// The text of a file that `enable` wrote; none if there is no such file, or another one.
pub(crate) fn ours(root: &Root, path: &Path) -> Option<String> {
    let host = root.host(path);
    // A link is somebody else's, wherever it leads.
    if !host.symlink_metadata().ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    files::open_regular(&host).ok()?.take(LIMIT).read_to_end(&mut bytes).ok()?;
    String::from_utf8(bytes).ok().filter(|t| is_marked(t))
}

/// Whether the mark stands in the first line, or in the second behind that of an interpreter.
fn is_marked(text: &str) -> bool {
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or("");
    let line = if first.starts_with("#!") { lines.next().unwrap_or("") } else { first };
    line.starts_with(MARK)
}

/// Where the program of a wrapper is.
pub(crate) fn real(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(SUFFIX);
    name.into()
}

/// The program that the wrapper at `path` starts; none if there is no wrapper, or no program.
pub(crate) fn wrapped(root: &Root, path: &Path) -> Option<PathBuf> {
    ours(root, path)?;
    let real = real(path);
    fs::metadata(root.host(&real)).is_ok_and(|m| m.is_file()).then_some(real)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn the_mark_counts_in_front_alone() {
        for text in [format!("{MARK} --x\nmore"), format!("#!/bin/sh\n{MARK} --x\n")] {
            assert!(is_marked(&text), "{text}");
        }
        for text in [
            String::new(),
            format!(" {MARK}"),
            format!("# mine\n{MARK}\n"),
            format!("#!/bin/sh\n\n{MARK}\n"),
            format!("echo '\n{MARK}'\n"),
            format!("#!/bin/sh\r{MARK}\n"),
        ] {
            assert!(!is_marked(&text), "{text}");
        }
    }

    #[test]
    fn links_and_great_files_are_not_ours() {
        let dir = crate::testing::directory("mark");
        let root = Root::new(&dir).unwrap();
        fs::write(dir.join("a"), format!("{MARK}\n")).unwrap();
        symlink("a", dir.join("link")).unwrap();
        fs::write(dir.join("b"), format!("{MARK}\n\u{e9}").into_bytes().split_last().unwrap().1).unwrap();
        let is = |name: &str| ours(&root, Path::new(name)).is_some();
        assert!(is("/a") && !is("/link") && !is("/b") && !is("/none"));
    }
}
