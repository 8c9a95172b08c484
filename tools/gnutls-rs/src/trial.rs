//! Tries programs that a system cannot do without, with the library and without it.
use std::fs;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use crate::files::{self, Root};

/// More commands, one a line.
const FILE: &str = "/etc/gnutls-rs/try.conf";
/// What is tried on each system that has it. Nothing of it changes anything.
const BUILT_IN: &[&str] = &[
    "apt-get --version",
    "apt-cache policy",
    "/usr/lib/apt/methods/https",
    "dpkg --version",
    "ssh -V",
    "sshd -t",
    "systemctl --version",
    "/usr/lib/systemd/systemd --version",
    "sudo -V",
    "wget --version",
    "curl --version",
    "git --version",
    "/usr/lib/git-core/git-remote-https",
    "gnutls-cli --version",
    "gnutls-cli --list",
    "certtool --version",
    "exim4 -bV",
    "cupsd -t",
    "rsyslogd -v",
];
const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const LIMIT: Duration = Duration::from_secs(30);

/// A command that was tried.
pub(crate) struct Try {
    words: Vec<String>,
    /// Its program, in the root.
    pub(crate) program: PathBuf,
}

impl std::fmt::Display for Try {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.words.join(" "))
    }
}

/// The environment in which commands run.
pub(crate) struct Trial<'a> {
    pub(crate) root: &'a Root,
    /// Set by a signal: everything fails from then on.
    pub(crate) stopped: Arc<AtomicBool>,
}

impl Trial<'_> {
    /// The commands that work as the system is, of the list and of the file.
    pub(crate) fn working(&self) -> Vec<Try> {
        let more = fs::read_to_string(self.root.host(Path::new(FILE))).unwrap_or_default();
        let lines = BUILT_IN.iter().copied().chain(more.lines().map(str::trim));
        let lines = lines.filter(|l| !l.is_empty() && !l.starts_with('#'));
        let tries = lines.filter_map(|line| {
            let words: Vec<String> = line.split_whitespace().map(str::to_string).collect();
            let program = self.program(&words[0])?;
            Some(Try { words, program })
        });
        tries.filter(|t| self.run(t, None).is_ok()).collect()
    }

    /// Runs each with the library in `directory`, or as the system is; what the first that fails says.
    pub(crate) fn all(&self, tries: &[Try], directory: Option<&Path>) -> Result<(), String> {
        for command in tries {
            self.run(command, directory).map_err(|why| format!("`{command}` fails: {why}"))?;
        }
        Ok(())
    }

    fn program(&self, word: &str) -> Option<PathBuf> {
        if word.starts_with('/') {
            self.root.existing(Path::new(word)).map(|_| PathBuf::from(word))
        } else {
            files::search_path(self.root, PATH.as_ref(), word)
        }
    }

    fn run(&self, command: &Try, directory: Option<&Path>) -> Result<(), String> {
        let variables: Vec<_> =
            directory.iter().map(|d| ("LD_LIBRARY_PATH", d.display().to_string())).collect();
        let mut process = in_root(self.root, &command.program, &command.words[1..], &variables);
        process.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = process.spawn().map_err(|e| e.to_string())?;
        let (said, says) = mpsc::channel();
        if let Some(stderr) = child.stderr.take() {
            std::thread::spawn(move || {
                let mut text = Vec::new();
                let _ = stderr.take(1 << 16).read_to_end(&mut text);
                let _ = said.send(text);
            });
        }
        let end = Instant::now() + LIMIT;
        let status = loop {
            match child.try_wait().map_err(|e| e.to_string())? {
                Some(status) => break status,
                None if Instant::now() > end || self.stopped.load(Ordering::Relaxed) => {
                    let _ = child.kill();
                    let _ = child.wait();
                    return Err("does not end".to_string());
                }
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        };
        if self.stopped.load(Ordering::Relaxed) {
            return Err("interrupted".to_string());
        }
        if status.success() {
            return Ok(());
        }
        let text = says.recv_timeout(Duration::from_secs(1)).unwrap_or_default();
        let last =
            String::from_utf8_lossy(&text).lines().rfind(|l| !l.trim().is_empty()).unwrap_or("").to_string();
        Err(match (status.code(), status.signal()) {
            (Some(code), _) => format!("exit status {code} {last}"),
            (_, Some(signal)) => format!("signal {signal} {last}"),
            _ => last,
        })
    }
}

/// A command in the root, with variables that do not count for what enters the root.
pub(crate) fn in_root(
    root: &Root,
    program: &Path,
    arguments: &[String],
    variables: &[(&str, String)],
) -> Command {
    let mut command = if root.is_system() {
        Command::new(program)
    } else {
        let mut command = Command::new("chroot");
        command.arg(root.path()).arg("/usr/bin/env");
        command.args(variables.iter().map(|(name, value)| format!("{name}={value}"))).arg(program);
        command
    };
    command.args(arguments);
    for name in ["LD_LIBRARY_PATH", "LD_PRELOAD", "GNUTLS_DEBUG_LEVEL"] {
        command.env_remove(name);
    }
    command.env("PATH", PATH).env("LC_ALL", "C");
    if root.is_system() {
        command.envs(variables.iter().map(|(name, value)| (name, value)));
    }
    command
}

/// Whether the dynamic linker finds the library for a program and every symbol, without starting it.
pub(crate) fn binds(
    root: &Root,
    program: &Path,
    variable: (&str, String),
    library: &Path,
) -> Result<(), String> {
    let variables = [
        variable,
        ("LD_TRACE_LOADED_OBJECTS", "1".to_string()),
        ("LD_BIND_NOW", "1".to_string()),
        ("LD_WARN", "1".to_string()),
    ];
    let output =
        in_root(root, program, &[], &variables).stdin(Stdio::null()).output().map_err(|e| e.to_string())?;
    let text =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if let Some(line) = text.lines().find(|l| l.contains("undefined symbol") || l.contains("not found")) {
        return Err(line.trim().to_string());
    }
    if text.lines().any(|l| l.contains(&library.display().to_string())) {
        Ok(())
    } else {
        Err(format!(
            "the dynamic linker does not load {}: {}",
            library.display(),
            text.lines().next().unwrap_or("")
        ))
    }
}
