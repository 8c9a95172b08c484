//! `gnutls-rs enable` and `disable`.
//!
//! What is written says in its first lines who wrote it; only such files are removed. Each step that fails puts back what was
//! there before.
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli::{Switch, What};
use crate::doctor::{self, Report};
use crate::elf::Machine;
use crate::files::Root;
use crate::library::Library;
use crate::loader::{self, Loader};
use crate::marked::ours;
use crate::text::{complain, say};
use crate::trial::Trial;
use crate::verdict::Verdict;

mod diversions;
mod lock;
mod program;
mod service;
mod system;
mod unit;

pub(crate) use program::enabled as enabled_programs;
pub(crate) use service::enabled as enabled_services;
pub(crate) use system::enabled as is_system_enabled;

/// What the ways to switch have in common.
struct Task<'a> {
    loader: &'a Loader,
    force: bool,
    stopped: Arc<AtomicBool>,
}

impl Task<'_> {
    fn root(&self) -> &Root {
        &self.loader.root
    }

    fn trial(&self) -> Trial<'_> {
        Trial { root: self.root(), stopped: self.stopped.clone() }
    }

    /// An error once a signal has come: what was begun is taken back.
    fn go_on(&self) -> Result<(), String> {
        if self.stopped.load(Ordering::Relaxed) { Err("interrupted".to_string()) } else { Ok(()) }
    }

    /// The library for programs of a machine, if it looks as it must.
    fn library(&self, asked: Option<&Path>, machine: Option<Machine>) -> Result<Library, String> {
        let library = Library::find(self.root(), asked, machine)?;
        let fault = library.fault(self.root()).or_else(|| {
            let path = library.writable(self.root())?;
            Some(format!(
                "others than root may change {}, and with it every program that uses it",
                path.display()
            ))
        });
        match fault {
            Some(why) if !self.force => Err(format!("{why} (--force takes it)")),
            _ => Ok(library),
        }
    }

    /// Refuses what does not run.
    fn accept(&self, report: &Report) -> Result<(), String> {
        match report.verdict {
            Verdict::NotYet | Verdict::Static | Verdict::Unknown if !self.force => {
                Err(format!("{}: {} (--force does it all the same)", report.target, report.line))
            }
            Verdict::Runs => Ok(()),
            _ => {
                say(&format!("{}: {}", report.target, report.line));
                Ok(())
            }
        }
    }
}

/// Enables the library for what is asked.
pub(crate) fn enable(options: &Switch) -> Result<(), String> {
    with_task(options, |task| {
        let asked = options.library.library.as_deref();
        let library = || task.library(asked, loader::native(task.root()));
        match options.what() {
            What::System => system::enable(task, &library()?),
            What::Service(name) => service::enable(task, &library()?, name),
            What::Program(path) => program::enable(task, asked, path),
        }
    })
}

/// Takes back what `enable` did.
pub(crate) fn disable(options: &Switch) -> Result<(), String> {
    with_task(options, |task| match options.what() {
        What::System => system::disable(task),
        What::Service(name) => service::disable(task, name),
        What::Program(path) => program::disable(task, path),
    })
}

fn with_task(options: &Switch, work: impl FnOnce(&Task<'_>) -> Result<(), String>) -> Result<(), String> {
    let root = Root::new(&options.root.root).map_err(|e| format!("{}: {e}", options.root.root.display()))?;
    let stopped = Arc::new(AtomicBool::new(false));
    // A signal ends the step in hand, and what was there is put back.
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
        signal_hook::flag::register(signal, stopped.clone()).map_err(|e| e.to_string())?;
    }
    let _lock = lock::Lock::take(&root, &stopped)?;
    let loader = Loader::new(root);
    work(&Task { loader: &loader, force: options.force, stopped })
}

/// Writes a file in one step: nobody sees half of it.
fn write(root: &Root, path: &Path, text: &str, mode: u32) -> Result<(), String> {
    let host = root.host(path);
    let mut name = std::ffi::OsString::from(".");
    name.push(host.file_name().unwrap_or_default());
    name.push(".new");
    let new = host.with_file_name(name);
    let _ = fs::remove_file(&new);
    let written =
        fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(&new).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            // The mask of this process does not count.
            file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(mode))?;
            file.sync_all()?;
            fs::rename(&new, &host)?;
            sync(&host);
            Ok(())
        });
    written.map_err(|e| {
        let _ = fs::remove_file(&new);
        describe(path, &e)
    })
}

fn describe(path: &Path, error: &io::Error) -> String {
    let hint = if error.kind() == io::ErrorKind::PermissionDenied { " (root may)" } else { "" };
    format!("{}: {error}{hint}", path.display())
}

/// Makes names in the directory of a file outlast a power cut. Some file systems cannot.
fn sync(host: &Path) {
    if let Some(directory) = host.parent() {
        let _ = fs::File::open(directory).and_then(|d| d.sync_all());
    }
}

/// Runs a command to its end; what it says if it fails.
fn succeed(command: &mut Command, name: &str) -> Result<(), String> {
    // A key that interrupts this program does not stop it in the middle.
    let output = command.process_group(0).output().map_err(|e| format!("{name}: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    // dpkg ends with a hint at its help.
    let said = lines.clone().find(|l| l.contains("error: ")).or_else(|| lines.next_back());
    let said = said.map_or_else(|| output.status.to_string(), str::to_string);
    Err(if said.starts_with(name) { said } else { format!("{name}: {said}") })
}

/// An error if the file is there and was not written by `enable`.
fn not_foreign(root: &Root, path: &Path) -> Result<(), String> {
    if root.host(path).symlink_metadata().is_ok() && ours(root, path).is_none() {
        return Err(format!("{} is there and not by gnutls-rs: it is left as it is", path.display()));
    }
    Ok(())
}

fn remove(root: &Root, path: &Path) -> Result<(), String> {
    fs::remove_file(root.host(path)).map_err(|e| describe(path, &e))
}

/// The report on a file of the root.
fn report(task: &Task<'_>, path: &Path) -> Report {
    doctor::examine_path(task.loader, &path.display().to_string(), path)
}

/// The way to the library for a program: the path of libraries, or a preload where the program's own path comes first.
fn variable(library: &Library, report: &Report) -> (&'static str, PathBuf) {
    if report.needs_preload {
        ("LD_PRELOAD", library.file())
    } else {
        ("LD_LIBRARY_PATH", library.directory.clone())
    }
}
