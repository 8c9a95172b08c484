//! `gnutls-rs run`: a program with the library in the place of GnuTLS.
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::cli::Run;
use crate::files::{self, Root, Secure};
use crate::library::Library;
use crate::trace::Trace;

/// As shells have them.
const NOT_RUN: u8 = 126;
const NOT_FOUND: u8 = 127;

pub(crate) fn run(options: &Run) -> ExitCode {
    let root = Root::system();
    let library = match Library::find(&root, options.library.library.as_deref()) {
        Ok(library) => library,
        Err(why) => return fail(NOT_FOUND, &why),
    };
    let word = &options.words[0];
    let Some(program) = find(&root, word) else {
        return fail(NOT_FOUND, &format!("{}: there is no such program", word.display()));
    };
    if let Some(secure) = Secure::of(&program) {
        let why = format!(
            "{}: {}: it would ignore LD_PRELOAD and run on GnuTLS; enable --system is for such programs",
            program.display(),
            secure.name()
        );
        return fail(NOT_RUN, &why);
    }
    let mut command = Command::new(&program);
    command.arg0(word).args(&options.words[1..]);
    command.env("LD_PRELOAD", before("LD_PRELOAD", library.preload().as_os_str()));
    command.env("LD_LIBRARY_PATH", before("LD_LIBRARY_PATH", library.directory.as_os_str()));
    let error = match options.trace {
        None => command.exec(),
        Some(level) => match traced(&mut command, level) {
            Ok(code) => return code,
            Err(error) => error,
        },
    };
    fail(NOT_RUN, &format!("{}: {error}", program.display()))
}

fn fail(code: u8, why: &str) -> ExitCode {
    eprintln!("gnutls-rs: {why}");
    ExitCode::from(code)
}

fn find(root: &Root, word: &OsStr) -> Option<PathBuf> {
    if word.as_encoded_bytes().contains(&b'/') {
        return Path::new(word).exists().then(|| PathBuf::from(word));
    }
    let path = std::env::var_os("PATH").unwrap_or_else(|| "/usr/local/bin:/usr/bin:/bin".into());
    files::search_path(root, &path, word.to_str()?)
}

/// Our value, and behind it what the variable has.
fn before(name: &str, value: &OsStr) -> OsString {
    let mut out = value.to_os_string();
    if let Some(more) = std::env::var_os(name).filter(|m| !m.is_empty()) {
        out.push(":");
        out.push(more);
    }
    out
}

/// Runs the command with its standard error through the trace. It ends as the command does.
fn traced(command: &mut Command, level: u8) -> io::Result<ExitCode> {
    command.env("GNUTLS_DEBUG_LEVEL", level.to_string()).stderr(Stdio::piped());
    // A signal from the terminal reaches the command as well, which decides what it means; others are handed on.
    let mut signals = signal_hook::iterator::Signals::new([
        signal_hook::consts::SIGINT,
        signal_hook::consts::SIGQUIT,
        signal_hook::consts::SIGTERM,
        signal_hook::consts::SIGHUP,
    ])?;
    let mut child = command.spawn()?;
    let pid = rustix::process::Pid::from_raw(child.id() as i32);
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let signal = match signal {
                signal_hook::consts::SIGTERM => rustix::process::Signal::TERM,
                signal_hook::consts::SIGHUP => rustix::process::Signal::HUP,
                _ => continue,
            };
            if let Some(pid) = pid {
                let _ = rustix::process::kill_process(pid, signal);
            }
        }
    });
    if let Some(stderr) = child.stderr.take() {
        let mut trace = Trace::default();
        let mut reader = io::BufReader::new(stderr);
        let mut line = Vec::new();
        // A prompt has no end of line: what is there is shown, and lines of the log are whole.
        loop {
            let piece = reader.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            let end = piece.iter().position(|b| *b == b'\n').map_or(piece.len(), |at| at + 1);
            line.extend_from_slice(&piece[..end]);
            reader.consume(end);
            let shown = line.ends_with(b"\n") || !b"gnutls[".starts_with(&line[..line.len().min(7)]);
            if shown || line.len() > 1 << 16 {
                io::stderr().write_all(&trace.line(&line))?;
                line.clear();
            }
        }
        io::stderr().write_all(&line)?;
    }
    let status = child.wait()?;
    Ok(match (status.code(), status.signal()) {
        (Some(code), _) => ExitCode::from(code as u8),
        (_, Some(signal)) => ExitCode::from(128 + signal as u8),
        _ => ExitCode::FAILURE,
    })
}
