//! The log. Every layer writes lines to it, and `capi::ffi::log` passes them to the application's function.
//!
//! A line is formatted only if its level is on, which is one relaxed load: [`log!`](crate::log::log). A function
//! that fails says why with [`reason!`](crate::log::reason); who reports the failure writes one line with it.
use core::cell::{Cell, RefCell};
use core::fmt::{self, Display, Write as _};
use core::sync::atomic::{AtomicBool, AtomicI32, AtomicU64, Ordering};
use std::collections::VecDeque;
use std::sync::OnceLock;

use crate::abi::*;
use crate::first_use::can_use;

/// What each level has (docs/logging.md).
pub const FAILURE: c_int = 1;
pub const DECISION: c_int = 2;
pub const MESSAGE: c_int = 3;
pub const RECORD: c_int = 4;
pub const DETAIL: c_int = 5;
pub const BYTES: c_int = 9;

/// Maximum size of a line in bytes. From level 9 on lines have whole messages.
const MAX_LINE: usize = 4096;
const MAX_BYTES_LINE: usize = 64 * 1024;

/// Maximum number of characters of a text that the peer or a file determines.
const MAX_TEXT: usize = 200;

/// Maximum number of elements of a list in a line.
const MAX_LISTED: usize = 24;

/// Maximum number of lines that wait while locks are held.
const MAX_WAITING: usize = 1024;

unsafe extern "C" {
    /// The log level, a variable of the C interface (`capi::ffi::log`), which an application may write.
    safe static _gnutls_log_level: AtomicI32;
}

/// Whether the application has set a log function, and whether it has set an audit function.
static LISTENING: AtomicBool = AtomicBool::new(false);
static AUDITING: AtomicBool = AtomicBool::new(false);

/// How many sessions the process has had.
static SESSIONS: AtomicU64 = AtomicU64::new(0);

/// The function that gets the lines.
static SINK: OnceLock<fn(c_int, &str)> = OnceLock::new();

/// Sets the function that gets each line with its level. Only the first call has an effect.
pub fn set_sink(sink: fn(c_int, &str)) {
    let _ = SINK.set(sink);
}

/// Says whether lines reach a log function of the application.
pub fn set_listening(listening: bool) {
    LISTENING.store(listening, Ordering::Release);
}

/// Says whether the application has an audit function: then reasons are kept at any level.
pub fn set_auditing(auditing: bool) {
    AUDITING.store(auditing, Ordering::Release);
}

/// Whether lines of this level are written: it is on, and there is a function for them.
#[inline]
pub fn enabled(level: c_int) -> bool {
    _gnutls_log_level.load(Ordering::Relaxed) >= level && LISTENING.load(Ordering::Acquire)
}

/// Writes a line: `log!(level, "...", arguments)`. If the level is off, nothing is evaluated.
macro_rules! log {
    ($level:expr, $($text:tt)+) => {
        if $crate::log::enabled($level) {
            $crate::log::write($level, format_args!($($text)+));
        }
    };
}
pub(crate) use log;

/// Says why an operation fails, and evaluates to its error: `reason!(error, "...", arguments)`.
macro_rules! reason {
    ($error:expr, $($text:tt)+) => {{
        let error = $error;
        if $crate::log::keeps_reasons() {
            $crate::log::set_reason(error.code(), format_args!($($text)+));
        }
        error
    }};
}
pub(crate) use reason;

/// Like [`reason!`](crate::log::reason), for a failure that the audit function is told as well.
macro_rules! suspicious {
    ($error:expr, $($text:tt)+) => {{
        let error = $crate::log::reason!($error, $($text)+);
        $crate::log::set_suspicious();
        error
    }};
}
pub(crate) use suspicious;

/// Puts where it happened before the reason of an error: `within!(error, "...", arguments)`.
macro_rules! within {
    ($error:expr, $($text:tt)+) => {{
        let error = $error;
        if $crate::log::keeps_reasons() {
            $crate::log::add_context(&error, format_args!($($text)+));
        }
        error
    }};
}
pub(crate) use within;

/// The session that this thread works for.
#[derive(Clone, Copy)]
struct Prefix {
    number: u64,
    side: &'static str,
}

/// What a thread has between lines.
#[derive(Default)]
struct Thread {
    /// Of the sessions that the thread works for, the last one of which is the one it works for now.
    prefixes: Vec<Prefix>,
    /// Number of [`Held`] that exist.
    held: usize,
    waiting: VecDeque<(c_int, String)>,
    /// Why the last operation failed, with its code.
    reason: Option<Reason>,
}

struct Reason {
    code: c_int,
    text: String,
    suspicious: bool,
}

thread_local! {
    static THREAD: RefCell<Thread> = RefCell::default();
    /// This thread has something between lines.
    static USED: Cell<bool> = const { Cell::new(false) };
}

/// The number of a new session: the process counts them from 1.
pub fn next_session() -> u64 {
    SESSIONS.fetch_add(1, Ordering::Relaxed) + 1
}

/// Changes the state of the thread; `None` if there is no memory for its first use, when the thread ends, and if the log is
/// off and never was on in this thread. `change` must not call the application.
fn thread<T>(change: impl FnOnce(&mut Thread) -> T) -> Option<T> {
    let used = USED.get() || keeps_reasons();
    if !used || !can_use(&USED, 0, || THREAD.with(|_| ())) {
        return None;
    }
    THREAD.try_with(|t| t.try_borrow_mut().ok().map(|mut t| change(&mut t))).ok().flatten()
}

/// Writes a line, with the prefix of the session that this thread works for. [`log!`](crate::log::log) calls it.
#[cold]
pub fn write(level: c_int, text: fmt::Arguments<'_>) {
    let mut line = Line { text: String::new(), most: if level < BYTES { MAX_LINE } else { MAX_BYTES_LINE } };
    let _ = match thread(|t| t.prefixes.last().copied()).flatten() {
        Some(prefix) => core::write!(line, "session {} ({}): {text}", prefix.number, prefix.side),
        None => core::write!(line, "{text}"),
    };
    let line = line.text;
    let waits = thread(|t| {
        if t.held == 0 {
            return Some(line);
        }
        if t.waiting.len() < MAX_WAITING {
            t.waiting.push_back((level, line));
        }
        None
    });
    if let Some(Some(line)) = waits {
        pass(level, &line);
    }
}

fn pass(level: c_int, line: &str) {
    if let Some(sink) = SINK.get() {
        sink(level, line);
    }
}

/// A line that stays one: control characters are escaped, and its size is bounded.
struct Line {
    text: String,
    most: usize,
}

impl fmt::Write for Line {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        for c in s.chars() {
            if self.text.len() >= self.most {
                self.text.push_str(" ...");
                return Err(fmt::Error);
            }
            escaped(c, &mut self.text)?;
        }
        Ok(())
    }
}

/// Writes a character, escaped unless it is printable: neither controls nor characters that change the direction of text, as the
/// letters of scripts do that are written from right to left.
fn escaped(c: char, out: &mut impl fmt::Write) -> fmt::Result {
    match c {
        ' '..='~' => out.write_char(c),
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => {
            core::write!(out, "{}", c.escape_unicode())
        }
        _ if !c.is_ascii() && c.is_alphanumeric() => out.write_char(c),
        _ => core::write!(out, "{}", c.escape_default()),
    }
}

/// A text from the peer or from a file: escaped and bounded.
pub struct Text<'a>(pub &'a [u8]);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A character has at most 4 bytes: the rest of a long text is not looked at.
        let head = &self.0[..self.0.len().min(4 * MAX_TEXT)];
        let mut written = 0;
        for chunk in head.utf8_chunks() {
            for c in chunk.valid().chars() {
                if written == MAX_TEXT {
                    return f.write_str("...");
                }
                escaped(c, f)?;
                written += 1;
            }
            for byte in chunk.invalid() {
                core::write!(f, "\\x{byte:02x}")?;
                written += 1;
            }
        }
        if head.len() < self.0.len() { f.write_str("...") } else { Ok(()) }
    }
}

/// The name of a file, which may be a URL: a PIN or password in it, and what follows, is left out.
pub struct FileName<'a>(pub &'a [u8]);

impl Display for FileName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SECRETS: [&[u8]; 3] = [b"pin-", b"pin=", b"password"];
        let name = self.0;
        let is_url = name.iter().take(16).any(|b| *b == b':');
        let begins = |at: &usize| {
            let rest = &name[*at..];
            SECRETS.iter().any(|s| rest.get(..s.len()).is_some_and(|head| head.eq_ignore_ascii_case(s)))
        };
        let end = (0..name.len()).find(|at| is_url && begins(at)).unwrap_or(name.len());
        Text(&name[..end]).fmt(f)
    }
}

/// Bytes as hexadecimal digits.
pub struct Hex<'a>(pub &'a [u8]);

impl Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| core::write!(f, "{byte:02x}"))
    }
}

/// The elements of a list, separated by commas; "none" if it is empty.
pub fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let mut out = String::new();
    let mut more = 0;
    for (i, item) in items.into_iter().enumerate() {
        if i >= MAX_LISTED {
            more += 1;
            continue;
        }
        let _ = core::write!(out, "{}{item}", if i == 0 { "" } else { ", " });
    }
    match (out.is_empty(), more) {
        (true, _) => "none".to_string(),
        (_, 0) => out,
        _ => format!("{out} and {more} more"),
    }
}

/// Whether reasons are kept: somebody may read them.
pub fn keeps_reasons() -> bool {
    enabled(FAILURE) || AUDITING.load(Ordering::Relaxed)
}

/// Keeps why an operation fails with `code`. [`reason!`](crate::log::reason) calls it.
#[cold]
pub fn set_reason(code: c_int, text: fmt::Arguments<'_>) {
    let text = text.to_string();
    thread(|t| t.reason = Some(Reason { code, text, suspicious: false }));
}

/// The reason is that of a possible attack. [`suspicious!`](crate::log::suspicious) calls it.
#[cold]
pub fn set_suspicious() {
    thread(|t| t.reason.iter_mut().for_each(|r| r.suspicious = true));
}

/// An error as a line names it.
pub trait Described {
    fn code(&self) -> c_int;
    /// What the code means, and its name.
    fn description(&self) -> String;
}

/// Puts `place` before the reason of `error`. [`within!`](crate::log::within) calls it.
#[cold]
pub fn add_context(error: &impl Described, place: fmt::Arguments<'_>) {
    let (why, suspicious) = take_why(error);
    let text = format!("{place}: {why}");
    thread(|t| t.reason = Some(Reason { code: error.code(), text, suspicious }));
}

/// Takes the reason that was kept for an error with this code, and whether it may be an attack.
pub fn take_reason(code: c_int) -> Option<(String, bool)> {
    thread(|t| t.reason.take_if(|r| r.code == code)).flatten().map(|r| (r.text, r.suspicious))
}

/// Like [`take_reason`]; without a reason, what the error is.
pub fn take_why(error: &impl Described) -> (String, bool) {
    take_reason(error.code()).unwrap_or_else(|| (error.description(), false))
}

/// Keeps the reason of an error for another that is returned in its place.
pub fn recode<E: Described>(from: E, to: E) -> E {
    thread(|t| t.reason.iter_mut().filter(|r| r.code == from.code()).for_each(|r| r.code = to.code()));
    to
}

/// Forgets a reason that nobody reported, before an operation begins.
pub fn forget_reason() {
    thread(|t| t.reason = None);
}

/// As long as it exists, the lines of this thread begin with the session's number and side.
pub struct Scope(());

impl Scope {
    /// `None` if the log is off. A callback may enter another session: the previous scope follows this one.
    #[inline]
    pub fn enter(number: u64, side: &'static str) -> Option<Scope> {
        if enabled(FAILURE) { Scope::begin(number, side) } else { None }
    }

    #[cold]
    fn begin(number: u64, side: &'static str) -> Option<Scope> {
        thread(|t| t.prefixes.push(Prefix { number, side })).map(|()| Scope(()))
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        thread(|t| t.prefixes.pop());
    }
}

/// As long as it exists, the lines of this thread wait: the application's function must not be called while a lock
/// is held, because it may call functions of the session.
pub struct Held(());

impl Held {
    /// `None` if the log is off. It is created before the lock is taken, and so dropped after it is released.
    #[inline]
    pub fn begin() -> Option<Held> {
        if enabled(FAILURE) { thread(|t| t.held += 1).map(|()| Held(())) } else { None }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        thread(|t| t.held -= 1);
        while let Some(Some((level, line))) =
            thread(|t| if t.held == 0 { t.waiting.pop_front() } else { None })
        {
            pass(level, &line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_peer_is_escaped_and_bounded() {
        assert_eq!(Text(b"a\nb\x1b[31m\x7f\0").to_string(), "a\\nb\\u{1b}[31m\\u{7f}\\u{0}");
        assert_eq!(Text("é\u{202e}x".as_bytes()).to_string(), "é\\u{202e}x");
        assert_eq!(Text(b"\xff\xfe").to_string(), "\\xff\\xfe");
        assert_eq!(Text("\u{5d0}1".as_bytes()).to_string(), "\\u{5d0}1");
        let long = Text(&[b'a'; 5000]).to_string();
        assert_eq!((long.len(), long.ends_with("...")), (MAX_TEXT + 3, true));
    }

    #[test]
    fn a_line_stays_one() {
        let mut line = Line { text: String::new(), most: 16 };
        assert!(core::write!(line, "a\r\nb{}", "c".repeat(40)).is_err());
        assert!(line.text.starts_with("a\\r\\nb") && line.text.len() <= 16 + 4);
    }

    #[test]
    fn a_long_list_is_cut() {
        assert_eq!(list::<u8>([]), "none");
        assert_eq!(list([1, 2]), "1, 2");
        assert!(list(0..100).ends_with("and 76 more"));
    }

    #[test]
    fn a_reason_is_that_of_its_code() {
        set_auditing(true);
        set_reason(-5, format_args!("five"));
        assert_eq!(take_reason(-6), None);
        assert_eq!(take_reason(-5), Some(("five".to_string(), false)));
        assert_eq!(take_reason(-5), None);
    }
}
