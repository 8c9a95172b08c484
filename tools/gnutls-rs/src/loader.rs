//! Finds the libraries that a program loads when it starts, as ld.so(8) does.
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use crate::elf::{self, Machine, Object};
use crate::files::Root;
use crate::table::SONAME;

/// The most objects of one process.
const OBJECTS: usize = 4096;

/// An object and its path in the root.
#[derive(Clone)]
pub(crate) struct Loaded {
    pub(crate) path: PathBuf,
    pub(crate) object: Arc<Object>,
}

/// What a program loads.
#[derive(Default)]
pub(crate) struct Closure {
    /// The object itself first; the libgnutls.so.30 that is found is among them, what that one needs is not.
    pub(crate) objects: Vec<Loaded>,
    /// Needed and not found.
    pub(crate) missing: Vec<String>,
    /// Found for libgnutls.so.30, and by the object's own RPATH or RUNPATH.
    pub(crate) gnutls: Option<(PathBuf, ByPath)>,
}

/// Which of the object's own paths leads to a library; none if the configuration of the system does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ByPath {
    No,
    RunPath,
    RPath,
}

/// Reads objects once, and knows the system's libraries.
pub(crate) struct Loader {
    pub(crate) root: Root,
    cache: HashMap<String, Vec<PathBuf>>,
    objects: Mutex<HashMap<PathBuf, Option<Arc<Object>>>>,
}

impl Loader {
    pub(crate) fn new(root: Root) -> Loader {
        let cache = cache(&root);
        Loader { root, cache, objects: Mutex::new(HashMap::new()) }
    }

    /// The object at a path of the root; none if it is not ELF or cannot be read.
    pub(crate) fn object(&self, path: &Path) -> Option<Loaded> {
        let (inside, host) = self.root.existing(path)?;
        if let Some(known) = self.objects.lock().ok()?.get(&inside) {
            return known.clone().map(|object| Loaded { path: inside, object });
        }
        let object = elf::read_file(&host).ok().map(Arc::new);
        self.objects.lock().ok()?.insert(inside.clone(), object.clone());
        object.map(|object| Loaded { path: inside, object })
    }

    /// The library that the cache has under a soname.
    pub(crate) fn library(&self, name: &str) -> Option<Loaded> {
        self.cache.get(name)?.iter().find_map(|p| self.object(p))
    }

    /// What `first` loads, breadth first.
    pub(crate) fn closure(&self, first: Loaded) -> Closure {
        let mut out = Closure::default();
        let mut seen: HashSet<String> = HashSet::new();
        let mut paths: HashSet<PathBuf> = HashSet::from([first.path.clone()]);
        // Who needs an object: RPATHs of all of them are searched.
        let mut needers: Vec<Option<usize>> = vec![None];
        out.objects.push(first);
        let mut next = 0;
        while next < out.objects.len() && out.objects.len() < OBJECTS {
            let current = out.objects[next].clone();
            if current.object.soname.as_deref() == Some(SONAME) && next > 0 {
                next += 1;
                continue;
            }
            for name in &current.object.needed {
                if !seen.insert(name.clone()) {
                    continue;
                }
                let Some((found, by)) = self.find(name, next, &out.objects, &needers) else {
                    out.missing.push(name.clone());
                    continue;
                };
                if name == SONAME {
                    out.gnutls = Some((found.path.clone(), by));
                }
                if paths.insert(found.path.clone()) {
                    out.objects.push(found);
                    needers.push(Some(next));
                }
            }
            next += 1;
        }
        out
    }

    fn find(
        &self,
        name: &str,
        needer: usize,
        objects: &[Loaded],
        needers: &[Option<usize>],
    ) -> Option<(Loaded, ByPath)> {
        let current = &objects[needer];
        let machine = current.object.machine;
        let fits = |path: PathBuf| self.object(&path).filter(|l| l.object.machine == machine);
        if name.contains('/') {
            return fits(PathBuf::from(name)).map(|l| (l, ByPath::No));
        }
        let within = |list: &str, of: &Path| {
            let directories = list.split(':').map(|d| expand(d, of, machine)).filter(|d| d.is_absolute());
            directories.into_iter().find_map(|d| fits(d.join(name)))
        };
        if current.object.runpath.is_none() {
            let mut at = Some(needer);
            while let Some(i) = at {
                if let (Some(list), None) = (&objects[i].object.rpath, &objects[i].object.runpath)
                    && let Some(found) = within(list, &objects[i].path)
                {
                    return Some((found, ByPath::RPath));
                }
                at = needers[i];
            }
        }
        if let Some(list) = &current.object.runpath
            && let Some(found) = within(list, &current.path)
        {
            return Some((found, ByPath::RunPath));
        }
        if current.object.no_default_directories {
            return None;
        }
        let cached = self.cache.get(name).into_iter().flatten();
        let found = cached.into_iter().find_map(|p| fits(p.clone()));
        found
            .or_else(|| defaults(machine).into_iter().find_map(|d| fits(d.join(name))))
            .map(|l| (l, ByPath::No))
    }
}

/// `$ORIGIN`, `$LIB` and `$PLATFORM` of a directory in an RPATH.
fn expand(directory: &str, of: &Path, machine: Machine) -> PathBuf {
    let origin = of.parent().unwrap_or(Path::new("/")).display().to_string();
    let lib = triplet(machine).map_or("lib".to_string(), |t| format!("lib/{t}"));
    let mut out = directory.to_string();
    for (token, value) in
        [("ORIGIN", origin.as_str()), ("LIB", lib.as_str()), ("PLATFORM", platform(machine))]
    {
        out = out.replace(&format!("${{{token}}}"), value).replace(&format!("${token}"), value);
    }
    PathBuf::from(out)
}

fn platform(machine: Machine) -> &'static str {
    match (machine.number, machine.is_64) {
        (object::elf::EM_X86_64, _) => "x86_64",
        (object::elf::EM_AARCH64, _) => "aarch64",
        (object::elf::EM_386, _) => "i686",
        _ => "",
    }
}

/// Debian's name of a machine, which its library directories have.
pub(crate) fn triplet(machine: Machine) -> Option<&'static str> {
    use object::elf::*;
    Some(match (machine.number, machine.is_64, machine.is_big) {
        (EM_X86_64, true, false) => "x86_64-linux-gnu",
        (EM_X86_64, false, false) => "x86_64-linux-gnux32",
        (EM_AARCH64, true, false) => "aarch64-linux-gnu",
        (EM_386, false, false) => "i386-linux-gnu",
        (EM_ARM, false, false) => "arm-linux-gnueabihf",
        (EM_RISCV, true, false) => "riscv64-linux-gnu",
        (EM_PPC64, true, false) => "powerpc64le-linux-gnu",
        (EM_S390, true, true) => "s390x-linux-gnu",
        _ => return None,
    })
}

/// The directories that are searched without configuration.
fn defaults(machine: Machine) -> Vec<PathBuf> {
    let mut out = Vec::new();
    if let Some(triplet) = triplet(machine) {
        out.extend([format!("/lib/{triplet}"), format!("/usr/lib/{triplet}")]);
    }
    if machine.is_64 {
        out.extend(["/lib64".to_string(), "/usr/lib64".to_string()]);
    }
    out.extend(["/lib".to_string(), "/usr/lib".to_string()]);
    out.into_iter().map(PathBuf::from).collect()
}

/// The cache of ld.so as `ldconfig -p` lists it: the paths of each soname, the preferred first.
pub(crate) fn cache(root: &Root) -> HashMap<String, Vec<PathBuf>> {
    let mut out: HashMap<String, Vec<PathBuf>> = HashMap::new();
    for (name, _, path) in list(root) {
        out.entry(name).or_default().push(PathBuf::from(path));
    }
    out
}

/// The lines of `ldconfig -p`: soname, what stands in the parentheses, path.
pub(crate) fn list(root: &Root) -> Vec<(String, String, String)> {
    let tools = ["/sbin/ldconfig", "/usr/sbin/ldconfig"];
    let Some(tool) = tools.iter().find(|t| Path::new(t).exists()) else { return Vec::new() };
    let mut command = Command::new(tool);
    command.arg("-p");
    if !root.is_system() {
        // It reads the file, and starts nothing of the other root.
        command.arg("-C").arg(root.host(Path::new("/etc/ld.so.cache")));
    }
    let output = command.output().map(|o| o.stdout).unwrap_or_default();
    String::from_utf8_lossy(&output).lines().filter_map(parse).collect()
}

/// `\tlibgnutls.so.30 (libc6,x86-64) => /lib/x86_64-linux-gnu/libgnutls.so.30`
fn parse(line: &str) -> Option<(String, String, String)> {
    let (left, path) = line.trim().split_once(" => ")?;
    let (name, kind) = left.split_once(" (")?;
    Some((name.to_string(), kind.trim_end_matches(')').to_string(), path.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_cache() {
        let line = "\tlibgnutls.so.30 (libc6,x86-64, hwcap: \"x86-64-v3\") => /lib/x/libgnutls.so.30";
        let (name, kind, path) = parse(line).unwrap();
        assert_eq!((name.as_str(), path.as_str()), ("libgnutls.so.30", "/lib/x/libgnutls.so.30"));
        assert!(kind.contains("hwcap"));
        assert!(parse("1107 libs found in cache `/etc/ld.so.cache'").is_none());
    }

    #[test]
    fn tokens_of_paths() {
        let machine = Machine { is_64: true, is_big: false, number: object::elf::EM_X86_64 };
        let expand = |d| expand(d, Path::new("/opt/a/bin/b"), machine).display().to_string();
        assert_eq!(expand("$ORIGIN/../lib"), "/opt/a/bin/../lib");
        assert_eq!(expand("${ORIGIN}"), "/opt/a/bin");
        assert_eq!(expand("/usr/$LIB"), "/usr/lib/x86_64-linux-gnu");
    }
}
