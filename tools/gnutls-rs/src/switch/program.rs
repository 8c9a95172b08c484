//! One program, by a wrapper in its place.
//!
//! The order of steps leaves a working program at its path at all times, and is one that both commands can go on from when they are
//! stopped between two steps, even by a power cut:
//!
//! 1. dpkg diverts the program, so that an upgrade of its package writes the new one beside the wrapper;
//! 2. the program gets its second name;
//! 3. the wrapper replaces it at the first one.
//!
//! `disable` goes back: the program replaces the wrapper, and the diversion goes.
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::diversions::{self, Diversion};
use super::{Task, describe, remove, report, sync, variable, write};
use crate::files::{Root, Secure};
use crate::loader;
use crate::marked::{MARK, SUFFIX, ours, real};
use crate::table::SONAME;
use crate::text::say;
use crate::trial;
use crate::verdict::Verdict;

/// Where `status` looks for programs.
const DIRECTORIES: &[&str] =
    &["/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin", "/usr/games"];
/// What a wrapper needs to run, and what takes one away again: with a wrapper in its place none of them would start.
const NEVER: &[&str] = &[
    "/bin/sh",
    "/bin/bash",
    "/bin/dash",
    "/usr/bin/sh",
    "/usr/bin/bash",
    "/usr/bin/dash",
    "/usr/bin/env",
    "/usr/bin/dpkg",
    "/usr/bin/dpkg-deb",
    "/usr/bin/dpkg-divert",
    "/usr/bin/dpkg-query",
    "/usr/bin/dpkg-split",
    "/usr/sbin/chroot",
    "/usr/sbin/ldconfig",
    "/usr/bin/gnutls-rs",
    "/usr/local/bin/gnutls-rs",
];

/// What is at the path of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Wrapper,
    /// The program itself, or what somebody else put there.
    Other,
    Nothing,
}

/// How far a program is switched.
struct State {
    path: PathBuf,
    /// The second name.
    real: PathBuf,
    place: Place,
    has_real: bool,
    /// Both names are those of one file.
    is_same: bool,
    diversions: Vec<Diversion>,
}

impl State {
    fn read(root: &Root, path: &Path) -> State {
        let real = real(path);
        let at = |p: &Path| root.host(p).symlink_metadata().ok().map(|m| (m.dev(), m.ino()));
        let (first, second) = (at(path), at(&real));
        let place = match first {
            None => Place::Nothing,
            Some(_) if ours(root, path).is_some() => Place::Wrapper,
            Some(_) => Place::Other,
        };
        State {
            path: path.into(),
            place,
            has_real: second.is_some(),
            is_same: first.is_some() && first == second,
            diversions: diversions::of(root, path),
            real,
        }
    }

    /// Nothing of `enable` is there.
    fn is_clean(&self) -> bool {
        self.place != Place::Wrapper && !self.has_real && self.diversions.is_empty()
    }

    /// Two programs, of which nobody can say which one is wanted.
    fn is_ambiguous(&self) -> bool {
        self.place == Place::Other && self.has_real && !self.is_same
    }

    fn refuse_ambiguous(&self) -> Result<(), String> {
        if !self.is_ambiguous() {
            return Ok(());
        }
        Err(format!(
            "{} is there and not by gnutls-rs, and so is {}: remove the one that is not wanted",
            self.path.display(),
            self.real.display()
        ))
    }
}

pub(super) fn enable(task: &Task<'_>, asked: Option<&Path>, path: &Path) -> Result<(), String> {
    let root = task.root();
    let path = find(task, path)?;
    let before = State::read(root, &path);
    before.refuse_ambiguous()?;
    if before.place == Place::Wrapper {
        return complete(task, &before);
    }
    if before.place == Place::Nothing && !before.has_real {
        let left = if before.diversions.is_empty() {
            ""
        } else {
            "; gnutls-rs disable --program takes away the diversion that is left of it"
        };
        return Err(format!("{}: there is no such file{left}", path.display()));
    }
    let program = if before.place == Place::Other { path.clone() } else { before.real.clone() };
    let host = root.host(&program);
    let metadata = fs::symlink_metadata(&host).map_err(|e| describe(&program, &e))?;
    if !metadata.is_file() {
        return Err(format!("{}: not a regular file", program.display()));
    }
    refuse_needed(root, &path, &metadata)?;
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
    let machine = crate::elf::read_machine(&host).ok().or_else(|| loader::native(root));
    let library = task.library(asked, machine)?;
    let report = report(task, &program);
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
    let (name, value) = variable(&library, &report);
    // What does not load the library is refused above.
    if report.kind == "program" && !task.force {
        let value = value.display().to_string();
        trial::binds(root, &program, (name, value), &library.file())
            .map_err(|why| format!("{why}; nothing was changed"))?;
    }
    let trial = task.trial();
    let mut tries = trial.working();
    tries.retain(|t| root.resolve(&t.program).as_ref() == Some(&path));

    task.go_on().map_err(|why| format!("{why}; nothing was changed"))?;
    let text = wrapper(root, &path, &before.real, name, &value);
    let done = divert(root, &before)
        .and_then(|()| task.go_on())
        .and_then(|()| second_name(root, &before))
        .and_then(|()| task.go_on())
        .and_then(|()| write(root, &path, &text, metadata.mode() & 0o777))
        .and_then(|()| trial.all(&tries, None))
        .and_then(|()| task.go_on());
    if let Err(why) = done {
        return Err(match take_back(root, &path) {
            Ok(_) => format!("{why}; what was there before is back"),
            Err(error) => format!("{why}; and this could not be taken back: {error}"),
        });
    }
    say(&format!("moved {} to {}, and wrote a wrapper in its place", path.display(), before.real.display()));
    say(&format!(
        "it runs on {} from its next start on, and so does what it starts",
        library.file().display()
    ));
    Ok(())
}

/// What is there is a wrapper: what it is without is the diversion or the program.
fn complete(task: &Task<'_>, state: &State) -> Result<(), String> {
    divert(task.root(), state)?;
    let path = state.path.display();
    if state.has_real {
        say(&format!("{path} is a wrapper already: nothing to do"));
    } else if state.diversions.is_empty() && !diversions::is_possible(task.root()) {
        return Err(format!("{path} is a wrapper, and its program is gone: disable takes the wrapper away"));
    } else {
        say(&format!(
            "{path} is a wrapper already; its package is to be installed again, for the program is gone"
        ));
    }
    Ok(())
}

pub(super) fn disable(task: &Task<'_>, path: &Path) -> Result<(), String> {
    let root = task.root();
    let path = find(task, path)?;
    let before = State::read(root, &path);
    if before.is_clean() {
        if before.place == Place::Nothing {
            return Err(format!("{}: there is no such file", path.display()));
        }
        say(&format!("not enabled for {}: nothing to do", path.display()));
        return Ok(());
    }
    task.go_on()?;
    let after = take_back(root, &path)?;
    let (path, real) = (path.display(), before.real.display());
    match (before.place, before.has_real) {
        (Place::Wrapper, true) => say(&format!("removed the wrapper, and moved {real} back to {path}")),
        (_, true) => say(&format!("{path} has its place again")),
        _ => say(&format!("removed what was left of enable for {path}")),
    }
    if after.place == Place::Nothing {
        say(&format!("{path} is not there: its package may have been removed"));
    }
    Ok(())
}

/// Makes it as it was before `enable`, from whichever state, and looks whether it is.
fn take_back(root: &Root, path: &Path) -> Result<State, String> {
    let state = State::read(root, path);
    state.refuse_ambiguous()?;
    match (state.place, state.has_real) {
        // Moving one name of a file to its other one would leave both.
        (Place::Other, true) => remove(root, &state.real)?,
        (_, true) => {
            let (from, to) = (root.host(&state.real), root.host(path));
            fs::rename(from, &to).map_err(|e| describe(path, &e))?;
            sync(&to);
        }
        (Place::Wrapper, false) => remove(root, path)?,
        (_, false) => {}
    }
    for diversion in &state.diversions {
        diversions::remove(root, diversion)?;
    }
    let after = State::read(root, path);
    match after.is_clean() {
        true => Ok(after),
        false => Err(format!("{} is not as it was: see {}", path.display(), after.real.display())),
    }
}

/// Step 1.
fn divert(root: &Root, state: &State) -> Result<(), String> {
    if !state.diversions.is_empty() || !diversions::is_possible(root) {
        return Ok(());
    }
    diversions::add(root, &state.path)
}

/// Step 2. A file system without hard links has the program at one name at a time.
fn second_name(root: &Root, state: &State) -> Result<(), String> {
    if state.has_real {
        return Ok(());
    }
    let (from, to) = (root.host(&state.path), root.host(&state.real));
    let result = fs::hard_link(&from, &to).or_else(|error| match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::StorageFull => {
            Err(error)
        }
        _ => fs::rename(&from, &to),
    });
    result.map_err(|e| describe(&state.real, &e))?;
    sync(&to);
    Ok(())
}

/// Programs that a wrapper would make useless, under whatever name.
fn refuse_needed(root: &Root, path: &Path, metadata: &fs::Metadata) -> Result<(), String> {
    let is = |m: &fs::Metadata| (m.dev(), m.ino()) == (metadata.dev(), metadata.ino());
    let needed = NEVER.iter().any(|name| {
        let Some((inside, host)) = root.existing(Path::new(name)) else { return false };
        inside == path || fs::metadata(host).is_ok_and(|m| is(&m))
    });
    let is_this = std::env::current_exe().and_then(fs::metadata).is_ok_and(|m| is(&m));
    if needed || is_this {
        return Err(format!("{}: wrappers need it: it is never wrapped itself", path.display()));
    }
    Ok(())
}

/// The programs that are wrapped, and whether all of it is there; the others are those of an `enable` that did not end.
pub(crate) fn enabled(root: &Root) -> Vec<(PathBuf, bool)> {
    let mut paths: Vec<PathBuf> = diversions::all(root).into_iter().map(|d| d.program).collect();
    for directory in DIRECTORIES {
        let Some((inside, host)) = root.existing(Path::new(directory)) else { continue };
        for entry in fs::read_dir(host).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if let Some(name) = name.to_str().and_then(|n| n.strip_suffix(SUFFIX)) {
                paths.push(inside.join(name));
            }
        }
    }
    paths.sort();
    paths.dedup();
    let is_whole = |state: &State| {
        let is_diverted = !state.diversions.is_empty() || !diversions::is_possible(root);
        state.place == Place::Wrapper && state.has_real && is_diverted
    };
    let and_whether_whole = |path: PathBuf| {
        let whole = is_whole(&State::read(root, &path));
        (path, whole)
    };
    paths.into_iter().map(and_whether_whole).collect()
}

/// The program's own path, without links; a name is looked for on the path. The program itself may be gone.
fn find(task: &Task<'_>, path: &Path) -> Result<PathBuf, String> {
    let root = task.root();
    let asked = if path.components().count() == 1 && !path.is_absolute() {
        let name = path.to_string_lossy();
        let moved = || crate::doctor::program(task.loader, &format!("{name}{SUFFIX}"));
        let known = || diversions::all(root).into_iter().map(|d| d.program).find(|p| p.ends_with(path));
        crate::doctor::program(task.loader, &name)
            .or_else(|| Some(moved()?.with_file_name(path)))
            .or_else(known)
            .ok_or_else(|| format!("{}: there is no such program on the path", path.display()))?
    } else if root.is_system() {
        std::path::absolute(path).map_err(|e| e.to_string())?
    } else {
        path.into()
    };
    // What a wrapper had been is not lost when somebody puts a link there.
    let direct = diversions::resolve(root, &asked)
        .filter(|p| root.host(&real(p)).symlink_metadata().is_ok() || !diversions::of(root, p).is_empty());
    let inside = direct.or_else(|| root.resolve(&asked)).filter(|p| p.file_name().is_some());
    let inside = inside.ok_or_else(|| format!("{}: there is no such file", path.display()))?;
    if root.host(&inside).is_dir() {
        return Err(format!("{}: not a regular file", path.display()));
    }
    if inside != asked {
        say(&format!("{} is {}", asked.display(), inside.display()));
    }
    Ok(inside)
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
