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
/// The most that looking for its libraries may cost, in components of paths: a hostile file may ask for thousands of libraries in
/// thousands of directories. Programs with hundreds of libraries need some ten thousand.
const STEPS: usize = 1 << 19;
/// The longest path (PATH_MAX).
const PATH: usize = 4096;

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
    /// Not all libraries were looked for, since there are too many or they are in too many directories.
    pub(crate) is_cut: bool,
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

    /// The library that the cache has under a soname: that of the system's own machine, or else the first.
    pub(crate) fn library(&self, name: &str) -> Option<Loaded> {
        let mut found = self.cache.get(name)?.iter().filter_map(|p| self.object(p));
        let native = native(&self.root);
        let first = found.next()?;
        if native.is_none_or(|m| first.object.machine == m) {
            return Some(first);
        }
        Some(found.find(|l| Some(l.object.machine) == native).unwrap_or(first))
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
        let mut left = STEPS;
        while next < out.objects.len() {
            if out.objects.len() >= OBJECTS || left == 0 {
                break;
            }
            let current = out.objects[next].clone();
            if current.object.soname.as_deref() == Some(SONAME) && next > 0 {
                next += 1;
                continue;
            }
            for name in &current.object.needed {
                if left == 0 || !seen.insert(name.clone()) {
                    continue;
                }
                let Some((found, by)) = self.find(name, next, &out.objects, &needers, &mut left) else {
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
        out.is_cut = out.objects.len() >= OBJECTS || left == 0;
        out
    }

    fn find(
        &self,
        name: &str,
        needer: usize,
        objects: &[Loaded],
        needers: &[Option<usize>],
        left: &mut usize,
    ) -> Option<(Loaded, ByPath)> {
        let current = &objects[needer];
        let machine = current.object.machine;
        let mut fits = |path: PathBuf| {
            *left = left.checked_sub(1 + path.components().count()).unwrap_or(0);
            let is_allowed = *left > 0 && path.as_os_str().len() < PATH;
            is_allowed.then(|| self.object(&path))?.filter(|l| l.object.machine == machine)
        };
        if name.contains('/') {
            return fits(PathBuf::from(name)).map(|l| (l, ByPath::No));
        }
        let within = |list: &str, of: &Path, fits: &mut dyn FnMut(PathBuf) -> Option<Loaded>| {
            let directories = list.split(':').filter_map(|d| expand(d, of, machine));
            directories.filter(|d| d.is_absolute()).find_map(|d| fits(d.join(name)))
        };
        if current.object.runpath.is_none() {
            let mut at = Some(needer);
            while let Some(i) = at {
                if let (Some(list), None) = (&objects[i].object.rpath, &objects[i].object.runpath)
                    && let Some(found) = within(list, &objects[i].path, &mut fits)
                {
                    return Some((found, ByPath::RPath));
                }
                at = needers[i];
            }
        }
        if let Some(list) = &current.object.runpath
            && let Some(found) = within(list, &current.path, &mut fits)
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

/// `$ORIGIN`, `$LIB` and `$PLATFORM` of a directory in an RPATH; none if what comes of it is too long for a path.
fn expand(directory: &str, of: &Path, machine: Machine) -> Option<PathBuf> {
    let origin = of.parent().unwrap_or(Path::new("/")).display().to_string();
    let lib = triplet(machine).map_or("lib".to_string(), |t| format!("lib/{t}"));
    let tokens = [("ORIGIN", origin.as_str()), ("LIB", lib.as_str()), ("PLATFORM", platform(machine))];
    let mut out = String::new();
    let mut rest = directory;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let token = tokens.iter().find_map(|(token, value)| {
            let braced = rest.strip_prefix('{').and_then(|r| r.strip_prefix(token)?.strip_prefix('}'));
            Some((*value, braced.or_else(|| rest.strip_prefix(token))?))
        });
        match token {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            None => out.push('$'),
        }
        if out.len() >= PATH {
            return None;
        }
    }
    out.push_str(rest);
    (out.len() < PATH).then(|| PathBuf::from(out))
}

/// The machine that a root's programs are for: that of its shell, or of this program.
pub(crate) fn native(root: &Root) -> Option<Machine> {
    let shell = root.existing(Path::new("/bin/sh")).and_then(|(_, host)| elf::read_machine(&host).ok());
    shell.or_else(|| elf::read_machine(&std::env::current_exe().ok()?).ok())
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
        let expand = |d: &str| expand(d, Path::new("/opt/a/bin/b"), machine).unwrap().display().to_string();
        assert_eq!(expand("$ORIGIN/../lib"), "/opt/a/bin/../lib");
        assert_eq!(expand("${ORIGIN}"), "/opt/a/bin");
        assert_eq!(expand("/usr/$LIB"), "/usr/lib/x86_64-linux-gnu");
        assert_eq!(expand("/$x/${ORIGIN/$"), "/$x/${ORIGIN/$");
        let long = super::expand(&"$ORIGIN".repeat(9000), Path::new("/opt/a/bin/b"), machine);
        assert!(long.is_none());
    }

    /// Thousands of libraries in thousands of directories: the search ends, and says so.
    #[test]
    fn the_search_has_a_limit() {
        let dir = crate::testing::directory("search");
        let needed = (0..4096).map(|i| -> &'static str { format!("lib{i}.so").leak() }).collect();
        let list: &'static str = "/a/b/c:".repeat(9000).leak();
        let made =
            crate::testing::elf::File { is_program: true, needed, runpath: Some(list), ..Default::default() };
        std::fs::write(dir.join("a"), made.bytes()).unwrap();
        let loader = Loader::new(Root::new(&dir).unwrap());
        let closure = loader.closure(loader.object(Path::new("/a")).unwrap());
        assert!(closure.is_cut);
    }

    #[test]
    fn of_libraries_of_one_name_that_of_the_machine_is_taken() {
        let dir = crate::testing::directory("machines");
        let made =
            |is_big| crate::testing::elf::File { is_big, soname: Some("liba.so"), ..Default::default() };
        std::fs::write(dir.join("other"), made(true).bytes()).unwrap();
        std::fs::write(dir.join("own"), made(false).bytes()).unwrap();
        std::fs::create_dir(dir.join("bin")).unwrap();
        std::fs::write(dir.join("bin/sh"), made(false).bytes()).unwrap();
        let mut loader = Loader::new(Root::new(&dir).unwrap());
        loader.cache.insert("liba.so".into(), vec!["/other".into(), "/own".into()]);
        assert_eq!(loader.library("liba.so").unwrap().path, Path::new("/own"));
        loader.cache.insert("liba.so".into(), vec!["/other".into()]);
        assert_eq!(loader.library("liba.so").unwrap().path, Path::new("/other"));
    }
}
