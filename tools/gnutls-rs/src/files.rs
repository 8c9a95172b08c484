//! Files of the system, or of another root directory: symbolic links are followed inside of it.
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Component, Path, PathBuf};

/// As the kernel has it.
const LINKS: usize = 40;

/// The root directory that paths are meant in.
#[derive(Clone, Debug)]
pub(crate) struct Root(PathBuf);

impl Root {
    pub(crate) fn new(path: &Path) -> io::Result<Root> {
        let path = path.canonicalize()?;
        if path.is_dir() { Ok(Root(path)) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// The root directory of this process.
    pub(crate) fn system() -> Root {
        Root(PathBuf::from("/"))
    }

    pub(crate) fn is_system(&self) -> bool {
        self.0 == Path::new("/")
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Where a path of the root is; its last component may be a link.
    pub(crate) fn host(&self, path: &Path) -> PathBuf {
        let inside = match (path.parent(), path.file_name()) {
            (Some(parent), Some(name)) => {
                self.resolve(parent).map_or_else(|| path.to_path_buf(), |p| p.join(name))
            }
            _ => path.to_path_buf(),
        };
        self.under(&inside)
    }

    /// The path in the root that `path` leads to, without links. It need not exist.
    pub(crate) fn resolve(&self, path: &Path) -> Option<PathBuf> {
        self.walk(path, |_| ())
    }

    /// Each directory, each link and the file that lead to what `path` names, by their places.
    pub(crate) fn way(&self, path: &Path) -> Option<Vec<PathBuf>> {
        let mut out = vec![self.0.clone()];
        self.walk(path, |step| out.push(step.to_path_buf()))?;
        Some(out)
    }

    fn walk(&self, path: &Path, mut step: impl FnMut(&Path)) -> Option<PathBuf> {
        let mut out = PathBuf::from("/");
        let mut todo: Vec<OsString> = Vec::new();
        push(&mut todo, path);
        let mut links = 0;
        while let Some(name) = todo.pop() {
            if name == ".." {
                out.pop();
                continue;
            }
            let next = out.join(&name);
            let host = self.under(&next);
            step(&host);
            match fs::read_link(&host) {
                Ok(target) => {
                    links += 1;
                    if links > LINKS {
                        return None;
                    }
                    if target.is_absolute() {
                        out = PathBuf::from("/");
                    }
                    push(&mut todo, &target);
                }
                Err(_) => out = next,
            }
        }
        Some(out)
    }

    /// The path in the root of a file that exists, without links, and its place.
    pub(crate) fn existing(&self, path: &Path) -> Option<(PathBuf, PathBuf)> {
        let inside = self.resolve(path)?;
        let host = self.under(&inside);
        host.symlink_metadata().ok()?;
        Some((inside, host))
    }

    /// The path in the root of one that is seen from outside.
    pub(crate) fn inside(&self, host: &Path) -> Option<PathBuf> {
        host.strip_prefix(&self.0).ok().map(|rest| Path::new("/").join(rest))
    }

    fn under(&self, path: &Path) -> PathBuf {
        self.0.join(path.strip_prefix("/").unwrap_or(path))
    }
}

/// Puts the components of `path` on the stack, the first on top.
fn push(todo: &mut Vec<OsString>, path: &Path) {
    for component in path.components().rev() {
        match component {
            Component::Normal(name) => todo.push(name.to_os_string()),
            Component::ParentDir => todo.push("..".into()),
            _ => {}
        }
    }
}

/// Opens a regular file; neither a pipe nor a device keeps the caller waiting.
pub(crate) fn open_regular(path: &Path) -> io::Result<File> {
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    let file = OpenOptions::new().read(true).custom_flags(flags.bits() as i32).open(path)?;
    let kind = file.metadata()?.file_type();
    if kind.is_file() {
        Ok(file)
    } else if kind.is_dir() {
        Err(io::ErrorKind::IsADirectory.into())
    } else {
        Err(io::Error::other("not a regular file"))
    }
}

/// Why the kernel lets a program ignore `LD_PRELOAD` and `LD_LIBRARY_PATH`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Secure {
    SetUid,
    SetGid,
    Capabilities,
}

impl Secure {
    pub(crate) fn of(path: &Path) -> Option<Secure> {
        let mode = fs::metadata(path).ok()?.mode();
        if mode & 0o4000 != 0 {
            Some(Secure::SetUid)
        } else if mode & 0o2010 == 0o2010 {
            Some(Secure::SetGid)
        } else {
            let query = rustix::fs::getxattr(path, "security.capability", &mut [0_u8; 64][..]);
            query.is_ok_and(|size| size > 0).then_some(Secure::Capabilities)
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Secure::SetUid => "setuid",
            Secure::SetGid => "setgid",
            Secure::Capabilities => "file capabilities",
        }
    }
}

/// The program of a name, in the directories of `path`.
pub(crate) fn search_path(root: &Root, path: &OsStr, name: &str) -> Option<PathBuf> {
    std::env::split_paths(path).filter(|d| d.is_absolute()).map(|d| d.join(name)).find(|p| {
        root.existing(p)
            .is_some_and(|(_, host)| fs::metadata(host).is_ok_and(|m| m.is_file() && m.mode() & 0o111 != 0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_stay_inside_of_the_root() {
        let dir = crate::testing::directory("root");
        fs::create_dir_all(dir.join("usr/lib")).unwrap();
        fs::create_dir_all(dir.join("etc")).unwrap();
        fs::write(dir.join("usr/lib/a"), "").unwrap();
        symlink("usr/lib", dir.join("lib")).unwrap();
        symlink("/lib/a", dir.join("etc/a")).unwrap();
        symlink("../../../../../usr", dir.join("etc/up")).unwrap();
        symlink("loop", dir.join("etc/loop")).unwrap();
        let root = Root::new(&dir).unwrap();
        let resolved = |p: &str| root.resolve(Path::new(p)).map(|p| p.display().to_string());
        assert_eq!(resolved("/etc/a").as_deref(), Some("/usr/lib/a"));
        assert_eq!(resolved("/etc/up/lib/a").as_deref(), Some("/usr/lib/a"));
        assert_eq!(resolved("/../lib/./b").as_deref(), Some("/usr/lib/b"));
        assert_eq!(resolved("/etc/loop"), None);
        assert!(root.existing(Path::new("/lib/b")).is_none());
        assert_eq!(root.host(Path::new("/etc/a")), dir.canonicalize().unwrap().join("etc/a"));
        let way = root.way(Path::new("/etc/up/lib/a")).unwrap();
        let way: Vec<_> = way.iter().filter_map(|p| p.strip_prefix(root.path()).ok()?.to_str()).collect();
        assert_eq!(way, ["", "etc", "etc/up", "usr", "usr/lib", "usr/lib/a"]);
    }

    #[test]
    fn only_regular_files_are_opened() {
        let dir = crate::testing::directory("regular");
        assert!(open_regular(&dir).is_err());
        assert!(open_regular(Path::new("/dev/null")).is_err());
        fs::write(dir.join("a"), "a").unwrap();
        assert!(open_regular(&dir.join("a")).is_ok());
    }
}
