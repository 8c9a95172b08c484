//! Where the library is that belongs to this command.
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::elf;
use crate::files::Root;
use crate::table::{self, SONAME};

/// The directory of the drop-in, by its path in the root.
pub(crate) struct Library {
    pub(crate) directory: PathBuf,
}

impl Library {
    /// The directory that is asked for, or the one beside this program: `../lib/gnutls-rs` and the like. In another root
    /// that this program is not in, it is below /usr/local or /usr.
    pub(crate) fn find(root: &Root, asked: Option<&Path>) -> Result<Library, String> {
        if let Some(directory) = asked {
            let absolute = std::path::absolute(directory).map_err(|e| e.to_string())?;
            return Library::at(root, &absolute)
                .ok_or_else(|| format!("no {SONAME} in {}", directory.display()));
        }
        let program = std::env::current_exe().and_then(|p| p.canonicalize()).map_err(|e| e.to_string())?;
        let beside = program.parent().and_then(Path::parent).and_then(|p| root.inside(p));
        let prefixes = beside.into_iter().chain(["/usr/local".into(), "/usr".into()]);
        let found = prefixes.flat_map(|p| places(root, &p)).find_map(|d| Library::at(root, &d));
        found.ok_or_else(|| format!("no gnutls-rs/{SONAME} in the directories beside {}", program.display()))
    }

    fn at(root: &Root, directory: &Path) -> Option<Library> {
        let (directory, host) = root.existing(directory)?;
        // A colon or semicolon ends a name for the dynamic linker, a line break one in a configuration.
        if directory.to_str().is_none_or(|d| d.chars().any(|c| c.is_control() || ":;".contains(c))) {
            return None;
        }
        host.join(SONAME).is_file().then_some(Library { directory })
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.directory.join(SONAME)
    }

    /// The value of `LD_PRELOAD`. A blank would end it: then the library is found by its name in `LD_LIBRARY_PATH`.
    pub(crate) fn preload(&self) -> PathBuf {
        let file = self.file();
        let has_blank = file.as_os_str().as_encoded_bytes().iter().any(u8::is_ascii_whitespace);
        if has_blank { SONAME.into() } else { file }
    }

    /// Why the file does not look like the library of this version.
    pub(crate) fn fault(&self, root: &Root) -> Option<String> {
        let path = self.file();
        let object = match elf::read_file(&root.host(&path)) {
            Ok(object) => object,
            Err(error) => return Some(format!("{}: {error}", path.display())),
        };
        if object.soname.as_deref() != Some(SONAME) {
            return Some(format!("{} is not named {SONAME}", path.display()));
        }
        if object.gnutls_rs.is_none() {
            return Some(format!("{} is not gnutls-rs", path.display()));
        }
        let exports: BTreeSet<&str> = object.exports.iter().map(String::as_str).collect();
        let missing = table::SYMBOLS.iter().find(|s| !exports.contains(s.name));
        missing.map(|s| format!("{} has no {}", path.display(), s.name))
    }

    /// The part of its path that somebody other than root may change.
    pub(crate) fn writable(&self, root: &Root) -> Option<PathBuf> {
        let file = self.file();
        file.ancestors().map(Path::to_path_buf).find(|path| {
            let metadata = fs::metadata(root.host(path));
            metadata
                .is_ok_and(|m| m.uid() != 0 || m.mode() & 0o002 != 0 || m.gid() != 0 && m.mode() & 0o020 != 0)
        })
    }
}

/// The directories below a prefix that may have the drop-in.
fn places(root: &Root, prefix: &Path) -> Vec<PathBuf> {
    let mut out = vec![prefix.join("lib/gnutls-rs"), prefix.join("lib64/gnutls-rs")];
    // Debian has a directory for each architecture.
    if let Some((lib, host)) = root.existing(&prefix.join("lib")) {
        let entries = fs::read_dir(host).into_iter().flatten().flatten();
        let mut names: Vec<_> = entries.map(|e| e.file_name()).collect();
        names.sort();
        out.extend(names.into_iter().map(|n| lib.join(n).join("gnutls-rs")));
    }
    out
}
