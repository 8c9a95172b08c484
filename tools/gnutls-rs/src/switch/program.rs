//! One program, by a wrapper in its place.
//!
//! The program is diverted (dpkg-divert), so that an upgrade of its package writes the new one beside the wrapper.
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::{MARK, Task, not_foreign, ours, remove, report, say, variable, write};
use crate::files::{Root, Secure};
use crate::library::Library;
use crate::table::SONAME;
use crate::trial::{self, in_root};
use crate::verdict::Verdict;

/// Behind the name of the program itself.
const SUFFIX: &str = ".gnutls-rs-real";
const DIVERT: &str = "/usr/bin/dpkg-divert";
/// Where `status` looks for programs.
const DIRECTORIES: &[&str] =
    &["/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin", "/usr/games"];

pub(super) fn enable(task: &Task<'_>, library: &Library, path: &Path) -> Result<(), String> {
    let root = task.root();
    let path = find(task, path)?;
    if ours(root, &path).is_some() {
        say(&format!("{} is a wrapper already: nothing to do", path.display()));
        return Ok(());
    }
    let real = real(&path);
    if root.host(&real).symlink_metadata().is_ok() {
        return Err(format!("{} is there already: it is left as it is", real.display()));
    }
    let host = root.host(&path);
    if let Some(secure) = Secure::of(&host) {
        return Err(format!(
            "{}: {}: the dynamic linker ignores the wrapper's variables",
            path.display(),
            secure.name()
        ));
    }
    // dpkg-divert and the wrapper name the program in text.
    if path.to_str().is_none_or(|p| p.chars().any(char::is_control)) {
        return Err(format!("{}: a name that is no printable text", path.display()));
    }
    let report = report(task, &path);
    if report.kind != "program" && report.kind != "script" {
        return Err(format!("{}: a wrapper can stand in the place of a program alone", path.display()));
    }
    if report.verdict == Verdict::DoesNotUse && !task.force {
        return Err(format!("{}: {} (--force does it all the same)", path.display(), report.line));
    }
    task.accept(&report)?;
    for note in &report.notes {
        say(&format!("note: {note}"));
    }
    let (name, value) = variable(library, &report);
    // What does not load the library is refused above.
    if report.kind == "program" && !task.force {
        let value = value.display().to_string();
        trial::binds(root, &path, (name, value), &library.file())
            .map_err(|why| format!("{why}; nothing was changed"))?;
    }
    let trial = task.trial();
    let mut tries = trial.working();
    tries.retain(|t| root.resolve(&t.program).as_ref() == Some(&path));

    let before = fs::metadata(&host).map_err(|e| e.to_string())?;
    let mode = before.mode() & 0o777;
    divert(root, &path, &real)?;
    // dpkg-divert may succeed without having moved anything.
    let is_moved = fs::metadata(root.host(&real))
        .is_ok_and(|now| (now.dev(), now.ino()) == (before.dev(), before.ino()))
        && host.symlink_metadata().is_err();
    if !is_moved {
        return Err(format!(
            "{}: dpkg-divert did not move it to {}: nothing was written",
            path.display(),
            real.display()
        ));
    }
    let text = wrapper(root, &path, &real, name, &value);
    let done = write(root, &path, &text, mode).and_then(|()| trial.all(&tries, None));
    if let Err(why) = done {
        let back = if ours(root, &path).is_some() { remove(root, &path) } else { Ok(()) };
        return match back.and_then(|()| restore(root, &path, &real)) {
            Ok(()) => Err(format!("{why}; what was there before is back")),
            Err(error) => Err(format!("{why}; and this could not be taken back: {error}")),
        };
    }
    say(&format!("moved {} to {}, and wrote a wrapper in its place", path.display(), real.display()));
    say(&format!(
        "it runs on {} from its next start on, and so does what it starts",
        library.file().display()
    ));
    Ok(())
}

pub(super) fn disable(task: &Task<'_>, path: &Path) -> Result<(), String> {
    let root = task.root();
    let path = find(task, path)?;
    let real = real(&path);
    if root.host(&real).symlink_metadata().is_err() {
        not_wrapped(root, &path)?;
        say(&format!("not enabled for {}: nothing to do", path.display()));
        return Ok(());
    }
    not_foreign(root, &path)?;
    if ours(root, &path).is_some() {
        remove(root, &path)?;
    }
    restore(root, &path, &real)?;
    say(&format!("removed the wrapper, and moved {} back to {}", real.display(), path.display()));
    Ok(())
}

/// The programs that are wrapped.
pub(crate) fn enabled(root: &Root) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for directory in DIRECTORIES {
        let Some((inside, host)) = root.existing(Path::new(directory)) else { continue };
        for entry in fs::read_dir(host).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if let Some(name) = name.to_str().and_then(|n| n.strip_suffix(SUFFIX)) {
                out.push(inside.join(name));
            }
        }
    }
    // Elsewhere are those that dpkg knows of.
    let diversions = fs::read_to_string(root.host(Path::new("/var/lib/dpkg/diversions"))).unwrap_or_default();
    out.extend(
        diversions.lines().filter_map(|l| l.strip_suffix(SUFFIX)).filter_map(|p| root.resolve(Path::new(p))),
    );
    out.sort();
    out.dedup();
    out
}

/// The program's own path, without links; the file of a name is looked for on the path.
fn find(task: &Task<'_>, path: &Path) -> Result<PathBuf, String> {
    let root = task.root();
    let asked = if path.components().count() == 1 && !path.is_absolute() {
        crate::doctor::program(task.loader, &path.to_string_lossy()).unwrap_or(path.into())
    } else if root.is_system() {
        std::path::absolute(path).map_err(|e| e.to_string())?
    } else {
        path.into()
    };
    let (inside, host) =
        root.existing(&asked).ok_or_else(|| format!("{}: there is no such file", path.display()))?;
    if !host.is_file() {
        return Err(format!("{}: not a regular file", path.display()));
    }
    if inside != asked {
        say(&format!("{} is {}", asked.display(), inside.display()));
    }
    Ok(inside)
}

fn real(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(SUFFIX);
    name.into()
}

fn not_wrapped(root: &Root, path: &Path) -> Result<(), String> {
    match ours(root, path) {
        Some(_) => Err(format!(
            "{} is a wrapper, and its program is gone: install the program again",
            path.display()
        )),
        None => Ok(()),
    }
}

/// The path as the list of a package has it: before /usr was merged, some are without it.
fn as_packaged(root: &Root, path: &Path) -> PathBuf {
    let old = path.strip_prefix("/usr").ok().map(|rest| Path::new("/").join(rest));
    let Some(old) = old.filter(|p| root.resolve(p).as_deref() == Some(path)) else { return path.into() };
    let line = old.display().to_string();
    let lists = fs::read_dir(root.host(Path::new("/var/lib/dpkg/info"))).into_iter().flatten().flatten();
    let mut lists = lists.filter(|e| e.path().extension().is_some_and(|e| e == "list"));
    let has = lists.any(|e| fs::read_to_string(e.path()).is_ok_and(|t| t.lines().any(|l| l == line)));
    if has { old } else { path.into() }
}

fn divert(root: &Root, path: &Path, real: &Path) -> Result<(), String> {
    if root.existing(Path::new(DIVERT)).is_none() {
        return fs::rename(root.host(path), root.host(real)).map_err(|e| super::describe(path, &e));
    }
    let packaged = as_packaged(root, path);
    let to = self::real(&packaged);
    let options = ["--quiet", "--local", "--rename", "--divert"].map(str::to_string);
    let more = [to.display().to_string(), "--add".to_string(), packaged.display().to_string()];
    dpkg_divert(root, &[options.as_slice(), &more].concat())
}

fn restore(root: &Root, path: &Path, real: &Path) -> Result<(), String> {
    if root.existing(Path::new(DIVERT)).is_none() {
        return fs::rename(root.host(real), root.host(path)).map_err(|e| super::describe(path, &e));
    }
    let packaged = as_packaged(root, path).display().to_string();
    dpkg_divert(root, &["--quiet", "--local", "--rename", "--remove", packaged.as_str()].map(str::to_string))
}

fn dpkg_divert(root: &Root, arguments: &[String]) -> Result<(), String> {
    let output =
        in_root(root, Path::new(DIVERT), arguments, &[]).output().map_err(|e| format!("dpkg-divert: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(text.lines().last().unwrap_or("dpkg-divert fails").to_string())
}

/// bash gives the program the name that it was called by; sh cannot.
fn wrapper(root: &Root, path: &Path, real: &Path, name: &str, value: &Path) -> String {
    let has_bash = root.existing(Path::new("/bin/bash")).is_some();
    let (shell, exec) = if has_bash { ("/bin/bash -p", "exec -a \"$0\"") } else { ("/bin/sh", "exec") };
    format!(
        "#!{shell}\n{MARK} --program {}; gnutls-rs disable --program removes it.\n# The program with the {SONAME} of \
         gnutls-rs.\n{name}={}${{{name}:+:${name}}}\nexport {name}\n{exec} {} \"$@\"\n",
        path.display().to_string().replace('\n', " "),
        quote(value),
        quote(real),
    )
}

/// A word for the shell.
fn quote(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    #[test]
    fn a_wrapper_keeps_arguments_and_sets_the_path() {
        let dir = crate::testing::directory("wrap'per");
        let real = dir.join("it's.real");
        fs::write(&real, "#!/bin/sh\necho \"$LD_LIBRARY_PATH|$#|$2\"\n").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o755)).unwrap();
        let path = dir.join("it's");
        let root = Root::system();
        fs::write(&path, wrapper(&root, &path, &real, "LD_LIBRARY_PATH", Path::new("/a b/c"))).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        assert!(ours(&root, &path).is_some());
        let run = |command: &mut Command| {
            command.args(["x", "a  $b"]);
            // Another test's child may have the file open until it starts its own program.
            loop {
                match command.output() {
                    Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                        std::thread::yield_now()
                    }
                    result => return String::from_utf8(result.unwrap().stdout).unwrap(),
                }
            }
        };
        assert_eq!(run(Command::new(&path).env_remove("LD_LIBRARY_PATH")), "/a b/c|2|a  $b\n");
        assert_eq!(run(Command::new(&path).env("LD_LIBRARY_PATH", "/d")), "/a b/c:/d|2|a  $b\n");
    }
}
