//! One service of systemd, by a drop-in.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::unit::{Unit, full_name};
use super::{MARK, Task, not_foreign, ours, remove, report, say, variable, write};
use crate::files::Root;
use crate::library::Library;
use crate::trial;
use crate::verdict::Verdict;

const DIRECTORY: &str = "/etc/systemd/system";
const FILE: &str = "gnutls-rs.conf";
/// Said in a file whose directory goes with it.
const MADE: &str = "# Its directory was made for it.";

pub(super) fn enable(task: &Task<'_>, library: &Library, name: &str) -> Result<(), String> {
    let root = task.root();
    let name = full_name(name)?;
    let directory = directory(&name);
    let file = directory.join(FILE);
    not_foreign(root, &file)?;
    let unit = Unit::read(root, &name, FILE);
    if unit.is_none() && !task.force {
        return Err(format!("there is no {name} (--force writes its drop-in all the same)"));
    }
    let unit = unit.unwrap_or_default();
    let environment = environment(task, library, &unit)?;
    warnings(root, library, &unit, &name);

    let is_new = !root.host(&directory).exists();
    let before = ours(root, &file);
    let made = if is_new || before.as_ref().is_some_and(|t| t.contains(MADE)) {
        format!("{MADE}\n")
    } else {
        String::new()
    };
    let text = format!(
        "{MARK} --service {name}; gnutls-rs disable --service {name} removes it.\n{made}[Service]\nEnvironment=\"{environment}\"\n"
    );
    if before.as_ref() == Some(&text) {
        say(&format!("{} is there already: nothing to do", file.display()));
        return Ok(());
    }
    if is_new {
        fs::create_dir_all(root.host(&directory)).map_err(|e| super::describe(&directory, &e))?;
    }
    if let Err(why) = write(root, &file, &text, 0o644).and_then(|()| reload(root)) {
        let back = match &before {
            Some(text) => write(root, &file, text, 0o644),
            None => take_away(root, &directory, &file, is_new),
        };
        back.map_err(|error| format!("{why}; and this could not be taken back: {error}"))?;
        return Err(format!("{why}; what was there before is back"));
    }
    say(&format!("wrote {}", file.display()));
    say(&format!(
        "{name} runs on {} when it starts again: systemctl restart {name}",
        library.file().display()
    ));
    Ok(())
}

pub(super) fn disable(task: &Task<'_>, name: &str) -> Result<(), String> {
    let root = task.root();
    let name = full_name(name)?;
    let directory = directory(&name);
    let file = directory.join(FILE);
    not_foreign(root, &file)?;
    let Some(text) = ours(root, &file) else {
        say(&format!("not enabled for {name}: nothing to do"));
        return Ok(());
    };
    take_away(root, &directory, &file, text.contains(MADE))?;
    reload(root)?;
    say(&format!("removed {}", file.display()));
    say(&format!("{name} stays on the library until it starts again: systemctl restart {name}"));
    Ok(())
}

/// The services that are enabled.
pub(crate) fn enabled(root: &Root) -> Vec<String> {
    let entries = fs::read_dir(root.host(Path::new(DIRECTORY))).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    let names = names.into_iter().filter_map(|n| n.strip_suffix(".d").map(str::to_string));
    names.filter(|n| ours(root, &directory(n).join(FILE)).is_some()).collect()
}

fn directory(name: &str) -> PathBuf {
    Path::new(DIRECTORY).join(format!("{name}.d"))
}

fn take_away(root: &Root, directory: &Path, file: &Path, with_directory: bool) -> Result<(), String> {
    if root.host(file).exists() {
        remove(root, file)?;
    }
    if with_directory {
        // Others may have put files there.
        let _ = fs::remove_dir(root.host(directory));
    }
    Ok(())
}

/// The assignment for a unit, if its programs run on the library.
fn environment(task: &Task<'_>, library: &Library, unit: &Unit) -> Result<String, String> {
    let mut chosen = ("LD_LIBRARY_PATH", library.directory.clone());
    for program in unit.programs() {
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
            trial::binds(task.root(), &program, (name, value.display().to_string()), &library.file())
                .map_err(|why| format!("{why}; nothing was changed"))?;
        }
    }
    let (name, value) = chosen;
    let more = unit.variable(name).map_or(String::new(), |v| format!(":{v}"));
    let value = format!("{}{more}", value.display());
    // Both have a meaning in units.
    Ok(format!("{name}={}", value.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%")))
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
    for program in unit.programs() {
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
    let output =
        Command::new("systemctl").arg("daemon-reload").output().map_err(|e| format!("systemctl: {e}"))?;
    if output.status.success() {
        say("ran systemctl daemon-reload");
        return Ok(());
    }
    Err(format!("systemctl daemon-reload: {}", String::from_utf8_lossy(&output.stderr).trim()))
}
