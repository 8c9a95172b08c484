//! Where the library is that belongs to this command.
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::elf::{self, Machine};
use crate::files::Root;
use crate::loader::triplet;
use crate::table::{self, SONAME};

/// The directory of the drop-in, by its path in the root.
pub(crate) struct Library {
    pub(crate) directory: PathBuf,
}

impl Library {
    /// The directory that is asked for, or the one beside this program: `../lib/gnutls-rs` and the like. In another root
    /// that this program is not in, it is below /usr/local or /usr. Of several, that for `machine` is taken; one for
    /// another machine is refused, since the dynamic linker would pass over it and take GnuTLS.
    pub(crate) fn find(
        root: &Root,
        asked: Option<&Path>,
        machine: Option<Machine>,
    ) -> Result<Library, String> {
        let fits = |library: &Library| match (machine, elf::read_machine(&library.host(root))) {
            (Some(machine), Ok(own)) => own == machine,
            // What is no library at all is for others to tell.
            _ => true,
        };
        let refuse = |library: Library| {
            if fits(&library) {
                return Ok(library);
            }
            let name = machine.and_then(triplet).unwrap_or("the program's");
            Err(format!("{} is not for this machine ({name})", library.file().display()))
        };
        if let Some(directory) = asked {
            let absolute = std::path::absolute(directory).map_err(|e| e.to_string())?;
            let library = Library::at(root, &absolute);
            return refuse(library.ok_or_else(|| format!("no {SONAME} in {}", directory.display()))?);
        }
        let program = std::env::current_exe().and_then(|p| p.canonicalize()).map_err(|e| e.to_string())?;
        let beside = program.parent().and_then(Path::parent).and_then(|p| root.inside(p));
        let prefixes = beside.into_iter().chain(["/usr/local".into(), "/usr".into()]);
        let mut found: Vec<Library> =
            prefixes.flat_map(|p| places(root, &p)).filter_map(|d| Library::at(root, &d)).collect();
        if found.is_empty() {
            return Err(format!("no gnutls-rs/{SONAME} in the directories beside {}", program.display()));
        }
        let best = found.iter().position(fits).unwrap_or(0);
        refuse(found.swap_remove(best))
    }

    fn at(root: &Root, directory: &Path) -> Option<Library> {
        let (directory, host) = root.existing(directory)?;
        // A colon or semicolon ends a name for the dynamic linker, a line break one in a configuration.
        if directory.to_str().is_none_or(|d| d.chars().any(|c| c.is_control() || ":;".contains(c))) {
            return None;
        }
        let library = Library { directory };
        (host.is_dir() && library.host(root).is_file()).then_some(library)
    }

    /// Where the file is, behind the links that its name may be.
    fn host(&self, root: &Root) -> PathBuf {
        root.resolve(&self.file()).map_or_else(PathBuf::new, |path| root.host(&path))
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
        let object = match elf::read_file(&self.host(root)) {
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

    /// What somebody other than root may change on the way to the file: a directory, a link, or the file itself.
    pub(crate) fn writable(&self, root: &Root) -> Option<PathBuf> {
        let file = self.file();
        let Some(way) = root.way(&file) else { return Some(file) };
        let may_change = |m: fs::Metadata| {
            let others = !m.is_symlink() && (m.mode() & 0o002 != 0 || m.gid() != 0 && m.mode() & 0o020 != 0);
            m.uid() != 0 || others
        };
        let found = way.into_iter().find(|host| host.symlink_metadata().is_ok_and(may_change))?;
        Some(root.inside(&found).unwrap_or(found))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::elf::File as Made;
    use std::os::unix::fs::{PermissionsExt, chown, symlink};

    fn made(root: &Path, directory: &str, made: Made) {
        let directory = root.join(directory);
        fs::create_dir_all(&directory).unwrap();
        fs::write(directory.join(SONAME), Made { soname: Some(SONAME), ..made }.bytes()).unwrap();
    }

    #[test]
    fn the_library_of_the_machine_is_found() {
        let dir = crate::testing::directory("library");
        let is_big = |is_big| Made { is_big, ..Made::default() };
        made(&dir, "usr/lib/a-other/gnutls-rs", is_big(true));
        made(&dir, "usr/lib/b-own/gnutls-rs", is_big(false));
        let root = Root::new(&dir).unwrap();
        let own = elf::read_machine(&dir.join("usr/lib/b-own/gnutls-rs").join(SONAME)).unwrap();
        let other = Machine { number: object::elf::EM_PPC64, is_big: true, is_64: true };
        let none = Machine { number: object::elf::EM_AARCH64, ..own };
        let find = |machine| Library::find(&root, None, Some(machine)).map(|l| l.directory);
        assert_eq!(find(own).unwrap(), Path::new("/usr/lib/b-own/gnutls-rs"));
        let of_other = elf::read_machine(&dir.join("usr/lib/a-other/gnutls-rs").join(SONAME)).unwrap();
        assert_eq!(find(of_other).unwrap(), Path::new("/usr/lib/a-other/gnutls-rs"));
        assert_ne!(of_other, other);
        assert!(find(none).unwrap_err().contains("is not for this machine (aarch64-linux-gnu)"));
        let asked = Path::new("/usr/lib/a-other/gnutls-rs");
        assert!(Library::find(&root, Some(asked), Some(own)).is_err());
    }

    #[test]
    fn every_step_to_the_file_is_roots() {
        let dir = crate::testing::directory("owner");
        if fs::metadata(&*dir).unwrap().uid() != 0 {
            return;
        }
        made(&dir, "opt/real", Made::default());
        fs::create_dir_all(dir.join("usr/lib/gnutls-rs")).unwrap();
        // By way of a link in a third directory.
        fs::create_dir(dir.join("links")).unwrap();
        symlink(format!("/opt/real/{SONAME}"), dir.join("links/lib")).unwrap();
        symlink("../../../links/lib", dir.join("usr/lib/gnutls-rs").join(SONAME)).unwrap();
        let root = Root::new(&dir).unwrap();
        let library = Library::find(&root, Some(Path::new("/usr/lib/gnutls-rs")), None).unwrap();
        assert_eq!(library.writable(&root), None);
        for name in ["opt", "opt/real", "links", "usr", "usr/lib/gnutls-rs", "opt/real/libgnutls.so.30"] {
            let path = dir.join(name);
            let mode = fs::metadata(&path).unwrap().mode();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode | 0o002)).unwrap();
            assert_eq!(library.writable(&root), Some(Path::new("/").join(name)), "{name}");
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        }
        for name in ["opt", "links"] {
            chown(dir.join(name), Some(1), None).unwrap();
            assert_eq!(library.writable(&root), Some(Path::new("/").join(name)), "{name}");
            chown(dir.join(name), Some(0), None).unwrap();
        }
        std::os::unix::fs::lchown(dir.join("links/lib"), Some(1), None).unwrap();
        assert_eq!(library.writable(&root), Some(PathBuf::from("/links/lib")));
    }
}
