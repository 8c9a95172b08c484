//! `gnutls-rs run`: a program with the library in the place of GnuTLS.
use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{ChildStderr, Command, ExitCode, Stdio};

use rustix::event::{PollFd, PollFlags, poll};

use crate::cli::Run;
use crate::elf::{self, Machine};
use crate::files::{self, Root, Secure};
use crate::library::Library;
use crate::trace::Trace;
use crate::{doctor, loader, text};

/// As shells have them.
const NOT_RUN: u8 = 126;
const NOT_FOUND: u8 = 127;

pub(crate) fn run(options: &Run) -> ExitCode {
    let root = Root::system();
    let word = &options.words[0];
    let Some(program) = find(&root, word) else {
        // Without the library no program is run, whatever its name.
        let why = Library::find(&root, options.library.library.as_deref(), None).err();
        return fail(
            NOT_FOUND,
            &why.unwrap_or_else(|| format!("{}: there is no such program", word.display())),
        );
    };
    let library = match Library::find(&root, options.library.library.as_deref(), machine(&root, &program)) {
        Ok(library) => library,
        Err(why) => return fail(NOT_FOUND, &why),
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
    text::complain(why);
    ExitCode::from(code)
}

/// The machine that a program is for, or the interpreter of a script; else that of the system.
fn machine(root: &Root, program: &Path) -> Option<Machine> {
    let of = |path: &Path| elf::read_machine(path).ok();
    let interpreter = || doctor::interpreter(program).and_then(|words| of(Path::new(&words[0])));
    of(program).or_else(interpreter).or_else(|| loader::native(root))
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

/// Runs the command with its standard error through the trace. It ends as the command does, and when it does: what the
/// command left in the background has its standard error from it, and may hold that for ever.
fn traced(command: &mut Command, level: u8) -> io::Result<ExitCode> {
    command.env("GNUTLS_DEBUG_LEVEL", level.to_string()).stderr(Stdio::piped());
    // A signal from the terminal reaches the command as well, which decides what it means; others are handed on.
    let mut signals = signal_hook::iterator::Signals::new([
        signal_hook::consts::SIGINT,
        signal_hook::consts::SIGQUIT,
        signal_hook::consts::SIGTERM,
        signal_hook::consts::SIGHUP,
    ])?;
    let (ended, end) = io::pipe()?;
    let mut child = command.spawn()?;
    let pid = rustix::process::Pid::from_raw(child.id() as i32);
    let stderr = child.stderr.take();
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
    let waiter = std::thread::spawn(move || {
        let status = child.wait();
        drop(end);
        status
    });
    if let Some(stderr) = stderr {
        show(stderr, &ended)?;
    }
    let status = waiter.join().map_err(|_| io::Error::other("the program cannot be waited for"))??;
    Ok(match (status.code(), status.signal()) {
        (Some(code), _) => ExitCode::from(code as u8),
        (_, Some(signal)) => ExitCode::from(128 + signal as u8),
        _ => ExitCode::FAILURE,
    })
}

/// Shows what comes from the program until nobody writes any more, or the program has ended and what it wrote is shown.
fn show(mut stderr: ChildStderr, ended: &io::PipeReader) -> io::Result<()> {
    let (mut trace, mut line) = (Trace::default(), Vec::new());
    let mut buffer = [0; 1 << 16];
    // What is left once the program has ended.
    let mut left: Option<u64> = None;
    while left != Some(0) {
        if left.is_none() {
            let mut files = [PollFd::new(&stderr, PollFlags::IN), PollFd::new(ended, PollFlags::IN)];
            match poll(&mut files, None) {
                Err(rustix::io::Errno::INTR) => continue,
                result => result?,
            };
            let (has_text, has_ended) = (!files[0].revents().is_empty(), !files[1].revents().is_empty());
            if has_ended {
                left = Some(rustix::io::ioctl_fionread(&stderr)?);
                continue;
            }
            if !has_text {
                continue;
            }
        }
        let size = left.map_or(buffer.len(), |left| buffer.len().min(left as usize));
        let read = match stderr.read(&mut buffer[..size]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            result => result?,
        };
        if read == 0 {
            break;
        }
        left = left.map(|left| left - read as u64);
        for piece in buffer[..read].split_inclusive(|b| *b == b'\n') {
            line.extend_from_slice(piece);
            // A prompt has no end of line: what is there is shown, and lines of the log are whole.
            let is_shown = line.ends_with(b"\n") || !b"gnutls[".starts_with(&line[..line.len().min(7)]);
            if is_shown || line.len() > 1 << 16 {
                // A reader that has gone does not stop the program.
                let _ = io::stderr().write_all(&trace.line(&line));
                line.clear();
            }
        }
    }
    let _ = io::stderr().write_all(&trace.line(&line));
    Ok(())
}
