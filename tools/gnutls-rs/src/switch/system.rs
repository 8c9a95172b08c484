//! The whole system, by the configuration of the dynamic linker.
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Task, complain, not_foreign, remove, succeed, write};
use crate::doctor;
use crate::files::Root;
use crate::library::Library;
use crate::loader;
use crate::marked::{MARK, ours};
use crate::table::SONAME;
use crate::text::say;
use crate::verdict::Verdict;

/// ldconfig reads the files of this directory by their names, and of several libraries of one name takes the first. A package
/// of GnuTLS writes neither here nor into the library's directory.
const FILE: &str = "/etc/ld.so.conf.d/00-gnutls-rs.conf";

pub(super) fn enable(task: &Task<'_>, library: &Library) -> Result<(), String> {
    let (root, file) = (task.root(), Path::new(FILE));
    not_foreign(root, file)?;
    let text =
        format!("{MARK} --system; gnutls-rs disable --system removes it.\n{}\n", library.directory.display());
    let before = ours(root, file);
    if before.as_ref() == Some(&text) && first(root).is_some_and(|p| is(root, &p, library)) {
        say(&format!("{FILE} is there already: nothing to do"));
        return Ok(());
    }
    accept_all(task)?;

    let trial = task.trial();
    let tries = trial.working();
    trial.all(&tries, Some(&library.directory)).map_err(|why| format!("{why}; nothing was changed"))?;
    say(&format!("tried with {}: {}", library.file().display(), names(&tries)));

    task.go_on().map_err(|why| format!("{why}; nothing was changed"))?;
    write(root, file, &text, 0o644)?;
    let switched = ldconfig(root)
        .and_then(|()| verify(root, library))
        .and_then(|()| trial.all(&tries, None))
        .and_then(|()| task.go_on());
    if let Err(why) = switched {
        let back = match &before {
            Some(text) => write(root, file, text, 0o644),
            None => remove(root, file),
        };
        return match back.and_then(|()| ldconfig(root)) {
            Ok(()) => Err(format!("{why}; what was there before is back")),
            Err(error) => Err(format!(
                "{why}; and this could not be taken back: {error} (gnutls-rs disable --system tries it again)"
            )),
        };
    }
    say(&format!("wrote {FILE} and ran ldconfig; tried again"));
    say(&format!("programs that start from now on run on {}", library.file().display()));
    say("programs that run already stay as they are until they start again: gnutls-rs status");
    Ok(())
}

pub(super) fn disable(task: &Task<'_>) -> Result<(), String> {
    let (root, file) = (task.root(), Path::new(FILE));
    not_foreign(root, file)?;
    if ours(root, file).is_none() {
        // The cache may still be that of a disable whose ldconfig failed.
        ldconfig(root)?;
        say("not enabled for the system: nothing to do");
        return Ok(());
    }
    remove(root, file)?;
    ldconfig(root).map_err(|why| {
        format!("removed {FILE}, but the cache is not made anew: {why} (the same command tries it again)")
    })?;
    say(&format!("removed {FILE} and ran ldconfig"));
    if let Some(path) = first(root) {
        say(&format!("programs that start from now on run on {}", path.display()));
    }
    Ok(())
}

/// The file that enables the system, if it is there.
pub(crate) fn enabled(root: &Root) -> Option<PathBuf> {
    ours(root, Path::new(FILE)).map(|_| PathBuf::from(FILE))
}

/// Refuses a system with programs that do not run.
fn accept_all(task: &Task<'_>) -> Result<(), String> {
    let reports = doctor::examine_all(task.loader).reports;
    let refused: Vec<_> =
        reports.iter().filter(|r| r.kind == "program" && r.verdict == Verdict::NotYet).collect();
    for report in &refused {
        complain(format_args!("{}: {}", report.target, report.line));
    }
    match refused.len() {
        0 => Ok(()),
        _ if task.force => Ok(()),
        1 => {
            Err("this program would not run (--force does it all the same); nothing was changed".to_string())
        }
        n => Err(format!(
            "these {n} programs would not run (--force does it all the same); nothing was changed"
        )),
    }
}

/// The programs that were tried, each once.
fn names(tries: &[crate::trial::Try]) -> String {
    let mut names: Vec<String> =
        tries.iter().filter_map(|t| Some(t.program.file_name()?.to_string_lossy().into_owned())).collect();
    names.dedup();
    if names.is_empty() {
        "nothing, for no program of the list is there".to_string()
    } else {
        names.join(" ")
    }
}

/// The library that the cache prefers.
fn first(root: &Root) -> Option<PathBuf> {
    let list = loader::list(root);
    list.into_iter().find(|(name, _, _)| name == SONAME).map(|(_, _, path)| PathBuf::from(path))
}

fn is(root: &Root, path: &Path, library: &Library) -> bool {
    root.resolve(path) == root.resolve(&library.file())
}

/// Whether the cache has ours first, for each machine that has ours.
fn verify(root: &Root, library: &Library) -> Result<(), String> {
    let list = loader::list(root);
    let all: Vec<_> = list.iter().filter(|(name, _, _)| name == SONAME).collect();
    let ours = all.iter().find(|(_, _, path)| is(root, Path::new(path), library));
    let Some((_, kind, _)) = ours else {
        return Err(format!("ldconfig does not list {}", library.file().display()));
    };
    // Of one machine those for better processors (hwcap) come first.
    let machine = |kind: &str| kind.split(", hwcap").next().unwrap_or("").to_string();
    let rival = all.iter().find(|(_, k, _)| machine(k) == machine(kind));
    match rival {
        Some((_, kind, path)) if !is(root, Path::new(path), library) => {
            Err(format!("{path} ({kind}) comes before it in ldconfig's list"))
        }
        _ => Ok(()),
    }
}

fn ldconfig(root: &Root) -> Result<(), String> {
    let mut command = if root.is_system() {
        Command::new("/sbin/ldconfig")
    } else if root.existing(Path::new("/sbin/ldconfig")).is_some() {
        let mut command = Command::new("chroot");
        command.arg(root.path()).arg("/sbin/ldconfig");
        command
    } else {
        let mut command = Command::new("/sbin/ldconfig");
        command.arg("-r").arg(root.path());
        command
    };
    succeed(&mut command, "ldconfig")
}
