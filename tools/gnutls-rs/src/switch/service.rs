//! One service of systemd, by a drop-in.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::unit::{Files, Found, Unit, encode, full_name};
use super::{Task, describe, not_foreign, remove, report, succeed, variable, write};
use crate::files::Root;
use crate::library::Library;
use crate::marked::{MARK, ours};
use crate::text::say;
use crate::trial;
use crate::verdict::Verdict;

const DIRECTORY: &str = "/etc/systemd/system";
/// Drop-ins count in the order of their names: this one after `override.conf`, which `systemctl edit` writes.
const FILE: &str = "zz-gnutls-rs.conf";
/// Its name in the first version.
const OLD_FILE: &str = "gnutls-rs.conf";
/// Said in a file whose directory goes with it, and the directories above it up to the one that follows.
const MADE: &str = "# Its directory was made for it.";
const MADE_FROM: &str = "# Made for it: ";

/// What is written for a service.
struct Place {
    directory: PathBuf,
    file: PathBuf,
    old_file: PathBuf,
    /// The directory while it is made or taken away: nobody sees it empty.
    hidden: PathBuf,
}

impl Place {
    fn new(name: &str) -> Place {
        let directory = directory(name);
        Place {
            file: directory.join(FILE),
            old_file: directory.join(OLD_FILE),
            hidden: Path::new(DIRECTORY).join(format!(".{name}.d.gnutls-rs")),
            directory,
        }
    }

    /// Removes what a run left that was killed.
    fn sweep(&self, root: &Root) {
        let hidden = root.host(&self.hidden);
        for name in [FILE, OLD_FILE, &format!(".{FILE}.new")] {
            let _ = fs::remove_file(hidden.join(name));
        }
        let _ = fs::remove_dir(hidden);
    }

    /// The uppermost directory that was made for a file that is there; none if none was.
    fn made(&self, text: &str) -> Option<PathBuf> {
        if text.lines().any(|l| l == MADE) {
            return Some(self.directory.clone());
        }
        let made = text.lines().find_map(|l| l.strip_prefix(MADE_FROM)).map(PathBuf::from);
        made.filter(|m| self.directory.starts_with(m))
    }

    /// Writes the drop-in, with its directory if that is not there.
    fn put(&self, root: &Root, text: &str) -> Result<(), String> {
        if root.host(&self.directory).exists() {
            return write(root, &self.file, text, 0o644);
        }
        let hidden = root.host(&self.hidden);
        let made = fs::create_dir_all(&hidden).map_err(|e| describe(&self.directory, &e));
        let moved = made.and_then(|()| write(root, &self.hidden.join(FILE), text, 0o644)).and_then(|()| {
            fs::rename(&hidden, root.host(&self.directory)).map_err(|e| describe(&self.directory, &e))
        });
        if moved.is_err() {
            self.sweep(root);
            if let Some(made) = self.made(text) {
                remove_directories(root, &self.directory, &made);
            }
        }
        moved
    }

    /// Removes the drop-in under each of its names, and the directories that were made for it.
    fn take_away(&self, root: &Root, made: Option<&Path>) -> Result<(), String> {
        let host = root.host(&self.directory);
        let is_alone = made.is_some() && {
            let names = fs::read_dir(&host).into_iter().flatten().flatten().map(|e| e.file_name());
            names.into_iter().all(|n| n == FILE || n == OLD_FILE)
        };
        if is_alone && fs::rename(&host, root.host(&self.hidden)).is_ok() {
            self.sweep(root);
            if root.host(&self.hidden).exists() {
                return Err(format!("{} cannot be removed", self.hidden.display()));
            }
        } else {
            for file in [&self.file, &self.old_file] {
                if ours(root, file).is_some() {
                    remove(root, file)?;
                }
            }
        }
        if let Some(made) = made {
            remove_directories(root, &self.directory, made);
        }
        Ok(())
    }
}

/// Removes empty directories from `directory` up to `last`. Others may have put files there.
fn remove_directories(root: &Root, directory: &Path, last: &Path) {
    for path in directory.ancestors().take_while(|p| p.starts_with(last)) {
        let _ = fs::remove_dir(root.host(path));
    }
}

pub(super) fn enable(task: &Task<'_>, library: &Library, name: &str) -> Result<(), String> {
    let root = task.root();
    let name = full_name(name)?;
    let place = Place::new(&name);
    place.sweep(root);
    not_foreign(root, &place.file)?;
    let mut files = match Files::read(root, &name, &[FILE, OLD_FILE]) {
        Found::Unit(files) => files,
        Found::Masked(file) => {
            return Err(format!("{name} is masked by {}: systemd does not start it", file.display()));
        }
        Found::Nothing if task.force => Files::default(),
        Found::Nothing => {
            return Err(format!("there is no {name} (--force writes its drop-in all the same)"));
        }
    };
    let unit = files.unit();
    let (variable, value) = environment(task, library, &unit)?;
    warnings(root, library, &unit, &name);

    let before = ours(root, &place.file);
    let before_old = ours(root, &place.old_file);
    let made = match before.as_ref().or(before_old.as_ref()) {
        Some(text) => place.made(text),
        None => {
            let missing = place.directory.ancestors().take_while(|p| !root.host(p).exists());
            missing.last().map(Path::to_path_buf)
        }
    };
    let made = made.map_or(String::new(), |m| format!("{MADE_FROM}{}\n", m.display()));
    let text = format!(
        "{MARK} --service {name}; gnutls-rs disable --service {name} removes it.\n{made}[Service]\nEnvironment=\"{variable}={value}\"\n"
    );
    files.add(FILE, &text);
    holds(task, &files, variable, &value)?;
    if before.as_ref() == Some(&text) && before_old.is_none() {
        // systemd may not have been told: the run before may have been stopped.
        reload(root)?;
        say(&format!("{} is there already: nothing to do", place.file.display()));
        return Ok(());
    }
    task.go_on().map_err(|why| format!("{why}; nothing was changed"))?;
    let done = place
        .put(root, &text)
        .and_then(|()| if before_old.is_some() { remove(root, &place.old_file) } else { Ok(()) })
        .and_then(|()| reload(root))
        .and_then(|()| task.go_on());
    if let Err(why) = done {
        let put = |path: &Path, text: &Option<String>| text.as_ref().map(|t| write(root, path, t, 0o644));
        let back = match (put(&place.file, &before), put(&place.old_file, &before_old)) {
            (None, None) => place.take_away(root, place.made(&text).as_deref()),
            (None, Some(old)) => old.and_then(|()| remove(root, &place.file)),
            (Some(new), old) => new.and(old.unwrap_or(Ok(()))),
        };
        return Err(match back.and_then(|()| reload(root)) {
            Ok(()) => format!("{why}; what was there before is back"),
            Err(error) if error == why => {
                format!(
                    "{why}; the files are as they were, and systemd is still to be told: systemctl daemon-reload"
                )
            }
            Err(error) => format!("{why}; and this could not be taken back: {error}"),
        });
    }
    say(&format!("wrote {}", place.file.display()));
    say(&format!(
        "{name} runs on {} when it starts again: systemctl restart {name}",
        library.file().display()
    ));
    Ok(())
}

pub(super) fn disable(task: &Task<'_>, name: &str) -> Result<(), String> {
    let root = task.root();
    let name = full_name(name)?;
    let place = Place::new(&name);
    place.sweep(root);
    not_foreign(root, &place.file)?;
    let texts = [&place.file, &place.old_file].map(|f| ours(root, f));
    if texts == [None, None] {
        // systemd may not have been told: the run before may have failed at that.
        reload(root)?;
        say(&format!("not enabled for {name}: nothing to do"));
        return Ok(());
    }
    task.go_on()?;
    let made = texts.iter().flatten().find_map(|text| place.made(text));
    place.take_away(root, made.as_deref())?;
    let removed = if texts[0].is_some() { &place.file } else { &place.old_file };
    say(&format!("removed {}", removed.display()));
    reload(root).map_err(|why| format!("{why} (the same command tries it again)"))?;
    say(&format!("{name} stays on the library until it starts again: systemctl restart {name}"));
    Ok(())
}

/// The services that are enabled.
pub(crate) fn enabled(root: &Root) -> Vec<String> {
    let entries = fs::read_dir(root.host(Path::new(DIRECTORY))).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    let names = names.into_iter().filter(|n| !n.starts_with('.'));
    let names = names.filter_map(|n| n.strip_suffix(".d").map(str::to_string));
    names.filter(|n| [FILE, OLD_FILE].iter().any(|f| ours(root, &directory(n).join(f)).is_some())).collect()
}

fn directory(name: &str) -> PathBuf {
    Path::new(DIRECTORY).join(format!("{name}.d"))
}

/// The variable and its value for a unit, if its programs run on the library.
fn environment(task: &Task<'_>, library: &Library, unit: &Unit) -> Result<(&'static str, String), String> {
    let mut chosen = ("LD_LIBRARY_PATH", library.directory.clone());
    for program in unit.programs(task.root()) {
        if !program.is_absolute() {
            let why = format!("systemd finds no program {}", program.display());
            if !task.force {
                return Err(format!("{why} (--force does it all the same)"));
            }
            say(&format!("note: {why}"));
            continue;
        }
        let report = report(task, &program);
        task.accept(&report)?;
        if report.is_secure {
            return Err(format!("{}: the drop-in would have no effect", report.line));
        }
        for note in &report.notes {
            say(&format!("note: {note}"));
        }
        if report.needs_preload {
            chosen = variable(library, &report);
        }
        if report.kind == "program"
            && !matches!(report.verdict, Verdict::DoesNotUse | Verdict::Unknown)
            && !task.force
        {
            let (name, value) = variable(library, &report);
            // Of a wrapper, the program that it starts.
            let program = report.path.as_deref().unwrap_or(&program);
            trial::binds(task.root(), program, (name, value.display().to_string()), &library.file())
                .map_err(|why| format!("{why}; nothing was changed"))?;
        }
    }
    let (name, value) = chosen;
    // What the unit has stays as it stands there: its escapes and specifiers mean the same behind ours.
    let more = unit.variable(name).map_or(String::new(), |v| format!(":{v}"));
    Ok((name, encode(&value.display().to_string()) + &more))
}

/// Refuses a drop-in whose variable would not be that of the service.
fn holds(task: &Task<'_>, files: &Files, variable: &str, value: &str) -> Result<(), String> {
    let unit = files.unit();
    let why = if unit.unsets(variable) {
        format!("UnsetEnvironment takes {variable} away again")
    } else if unit.variable(variable).as_deref() != Some(value) {
        let later: Vec<&str> = files.after(FILE).collect();
        format!("a drop-in that comes after {FILE} sets {variable} again: {}", later.join(" "))
    } else {
        return Ok(());
    };
    if task.force {
        say(&format!("note: {why}"));
        return Ok(());
    }
    Err(format!("{why} (--force writes the drop-in all the same)"))
}

/// Settings that may keep a service from the library.
fn warnings(root: &Root, library: &Library, unit: &Unit, name: &str) {
    let path = &library.directory;
    for key in ["RootDirectory", "RootImage"] {
        for value in unit.values(key) {
            say(&format!(
                "note: {name} sees {value} as its root ({key}): the library must be there as {}",
                path.display()
            ));
        }
    }
    let hidden = |key: &str| {
        let values =
            unit.values(key).flat_map(|v| v.split_whitespace().map(|p| p.trim_start_matches(['-', '+'])));
        values.map(|v| v.split(':').next().unwrap_or(v).to_string()).find(|p| path.starts_with(p))
    };
    for key in ["InaccessiblePaths", "TemporaryFileSystem", "NoExecPaths"] {
        if let Some(value) = hidden(key) {
            say(&format!("note: {key}={value} of {name} hides {}", path.display()));
        }
    }
    let is_set =
        |key: &str| unit.values(key).last().is_some_and(|v| !matches!(v, "no" | "false" | "0" | "off"));
    if is_set("ProtectHome") && ["/home", "/root", "/run/user"].iter().any(|d| path.starts_with(d)) {
        say(&format!("note: ProtectHome of {name} hides {}", path.display()));
    }
    if is_set("PrivateTmp") && (path.starts_with("/tmp") || path.starts_with("/var/tmp")) {
        say(&format!("note: PrivateTmp of {name} hides {}", path.display()));
    }
    for value in unit.values("EnvironmentFile") {
        say(&format!(
            "note: a line LD_LIBRARY_PATH= in {value} (EnvironmentFile) would win over the drop-in"
        ));
    }
    for program in unit.programs(root) {
        if let Some(profile) = apparmor(root, &program) {
            say(&format!(
                "note: the AppArmor profile {} confines {}: it must allow `{}/** mr`",
                profile.display(),
                program.display(),
                path.display()
            ));
        }
    }
    if root.is_system() && Path::new("/sys/fs/selinux/enforce").exists() {
        say(&format!("note: SELinux is on: {} must have the type lib_t (restorecon -R)", path.display()));
    }
}

/// The profile of AppArmor that names a program.
fn apparmor(root: &Root, program: &Path) -> Option<PathBuf> {
    let directory = Path::new("/etc/apparmor.d");
    let entries = fs::read_dir(root.host(directory)).ok()?.flatten();
    let name = program.display().to_string();
    let names =
        |line: &str| line.contains('{') && line.split_whitespace().any(|w| w.trim_matches('"') == name);
    let file = entries
        .filter(|e| e.file_type().is_ok_and(|t| t.is_file()))
        .find(|e| fs::read_to_string(e.path()).is_ok_and(|text| text.lines().any(|l| names(l.trim()))))?;
    Some(directory.join(file.file_name()))
}

/// Makes systemd read its units, where it runs.
fn reload(root: &Root) -> Result<(), String> {
    if !root.is_system() || !Path::new("/run/systemd/system").exists() {
        return Ok(());
    }
    succeed(Command::new("systemctl").arg("daemon-reload"), "systemctl daemon-reload")?;
    say("ran systemctl daemon-reload");
    Ok(())
}
