//! dpkg's list of diversions, and dpkg-divert.
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::succeed;
use crate::files::{self, Root};
use crate::marked;
use crate::trial::in_root;

const LIST: &str = "/var/lib/dpkg/diversions";
const DIVERT: &str = "/usr/bin/dpkg-divert";
/// More than any system has: some 40,000 diversions.
const LIMIT: u64 = 4 << 20;

/// A diversion of the administrator's that `enable --program` made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Diversion {
    /// As dpkg knows the program: before /usr was merged, perhaps without it.
    packaged: String,
    /// The program in the root, without links.
    pub(super) program: PathBuf,
}

/// Whether the root has a dpkg that diverts.
pub(super) fn is_possible(root: &Root) -> bool {
    root.existing(Path::new(DIVERT)).is_some()
}

/// The diversions that `enable` made.
pub(super) fn all(root: &Root) -> Vec<Diversion> {
    let mut bytes = Vec::new();
    let list = files::open_regular(&root.host(Path::new(LIST)));
    if list.and_then(|f| f.take(LIMIT).read_to_end(&mut bytes)).is_err() {
        return Vec::new();
    }
    let diversion = |(from, to): (&str, &str)| {
        let is_ours = Path::new(from).is_absolute() && to.strip_suffix(marked::SUFFIX) == Some(from);
        let program = is_ours.then(|| resolve(root, Path::new(from)))??;
        Some(Diversion { packaged: from.to_string(), program })
    };
    parse(&bytes).into_iter().filter_map(diversion).collect()
}

/// The diversions of one program. A merged /usr may have several.
pub(super) fn of(root: &Root, program: &Path) -> Vec<Diversion> {
    all(root).into_iter().filter(|d| d.program == program).collect()
}

/// From where to where, for each diversion without a package: three lines each, the path, the diverted name, and the package or a
/// colon.
fn parse(bytes: &[u8]) -> Vec<(&str, &str)> {
    let lines: Vec<&[u8]> = bytes.split(|b| *b == b'\n').collect();
    let entries = lines.chunks_exact(3).filter(|entry| entry[2] == b":");
    let text = |bytes| std::str::from_utf8(bytes).ok();
    entries.filter_map(|entry| Some((text(entry[0])?, text(entry[1])?))).collect()
}

/// The place of a program: links of its directory are followed.
pub(super) fn resolve(root: &Root, path: &Path) -> Option<PathBuf> {
    Some(root.resolve(path.parent()?)?.join(path.file_name()?))
}

/// Makes the packages' `program` go to its other name from now on. Nothing is moved.
pub(super) fn add(root: &Root, program: &Path) -> Result<(), String> {
    let packaged = as_packaged(root, program);
    let to = marked::real(&packaged).display().to_string();
    divert(root, &["--divert", &to, "--add", &packaged.display().to_string()])
}

/// Takes a diversion back. Nothing is moved.
pub(super) fn remove(root: &Root, diversion: &Diversion) -> Result<(), String> {
    let to = format!("{}{}", diversion.packaged, marked::SUFFIX);
    divert(root, &["--divert", &to, "--remove", &diversion.packaged])
}

/// The path as the list of a package has it: before /usr was merged, some are without it.
fn as_packaged(root: &Root, path: &Path) -> PathBuf {
    let old = path.strip_prefix("/usr").ok().map(|rest| Path::new("/").join(rest));
    let Some(old) = old.filter(|p| resolve(root, p).as_deref() == Some(path)) else { return path.into() };
    let line = old.display().to_string();
    let lists = fs::read_dir(root.host(Path::new("/var/lib/dpkg/info"))).into_iter().flatten().flatten();
    let mut lists = lists.filter(|e| e.path().extension().is_some_and(|e| e == "list"));
    let has = lists.any(|e| fs::read_to_string(e.path()).is_ok_and(|t| t.lines().any(|l| l == line)));
    if has { old } else { path.into() }
}

fn divert(root: &Root, arguments: &[&str]) -> Result<(), String> {
    let arguments: Vec<String> =
        ["--quiet", "--local", "--no-rename"].iter().chain(arguments).map(|a| a.to_string()).collect();
    succeed(&mut in_root(root, Path::new(DIVERT), &arguments, &[]), "dpkg-divert")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    fn list(dir: &Path, text: &[u8]) {
        fs::create_dir_all(dir.join("var/lib/dpkg")).unwrap();
        fs::write(dir.join("var/lib/dpkg/diversions"), text).unwrap();
    }

    #[test]
    fn diversions_are_found_through_a_merged_usr() {
        let dir = crate::testing::directory("diversions");
        fs::create_dir_all(dir.join("usr/bin")).unwrap();
        symlink("usr/bin", dir.join("bin")).unwrap();
        list(
            &dir,
            b"/usr/share/man/x\n/usr/share/man/x.distrib\ndash\n\
              /bin/a\n/bin/a.gnutls-rs-real\n:\n\
              /usr/bin/b\n/usr/bin/b.gnutls-rs-real\n:\n\
              /usr/bin/of-a-package\n/usr/bin/of-a-package.gnutls-rs-real\nother\n\
              /usr/bin/c\n/usr/bin/c.mine\n:\n\
              /usr/bin/d\n/usr/bin/e.gnutls-rs-real\n:\n",
        );
        let root = Root::new(&dir).unwrap();
        let programs: Vec<_> = all(&root).into_iter().map(|d| d.program).collect();
        assert_eq!(programs, [Path::new("/usr/bin/a"), Path::new("/usr/bin/b")]);
        assert_eq!(of(&root, Path::new("/usr/bin/a"))[0].packaged, "/bin/a");
        assert!(of(&root, Path::new("/usr/bin/c")).is_empty());
    }

    #[test]
    fn a_list_that_is_damaged_names_nothing_else() {
        let dir = crate::testing::directory("damaged");
        let root = Root::new(&dir).unwrap();
        assert!(all(&root).is_empty());
        for text in [
            &b"/bin/a\n/bin/a.gnutls-rs-real"[..],
            b"/bin/a\n/bin/a.gnutls-rs-real\n",
            b"/bin/a\n/bin/a.gnutls-rs-real\n:x\n",
            b"bin/a\nbin/a.gnutls-rs-real\n:\n",
            b"/bin/\xff\n/bin/\xff.gnutls-rs-real\n:\n",
            b"\n\n:\n",
            b".gnutls-rs-real\n.gnutls-rs-real\n:\n",
            b"/\n/.gnutls-rs-real\n:\n",
        ] {
            list(&dir, text);
            assert!(all(&root).is_empty(), "{}", String::from_utf8_lossy(text));
        }
        let many = b"/bin/a\n/bin/a.gnutls-rs-real\n:\n".repeat(1000);
        list(&dir, &many);
        assert_eq!(all(&root).len(), 1000);
    }
}
