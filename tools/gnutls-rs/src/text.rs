//! Text for a terminal. Names that come from files, paths and processes may hold what a terminal obeys, or what makes a line look
//! like another: nothing is printed but through this module.
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write as _};
use std::path::Path;

/// C0, C1, DEL, line separators, and what turns the direction of letters.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `text` in one line, with escapes for what would not be seen as it is.
pub(crate) fn visible(text: &str) -> String {
    if !text.contains(is_hidden) {
        return text.to_string();
    }
    text.chars().fold(String::with_capacity(text.len() + 16), |mut out, c| {
        if is_hidden(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}

/// Adds one line.
pub(crate) fn line(out: &mut String, text: fmt::Arguments<'_>) {
    out.push_str(&visible(&text.to_string()));
    out.push('\n');
}

/// JSON with escapes for what a terminal obeys and JSON allows in strings: nothing of it stands outside of them.
pub(crate) fn json(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if is_hidden(c) && c >= '\u{7f}' {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
        out
    })
}

/// Serializes a path as text: JSON has no others.
pub(crate) fn path<S: serde::Serializer>(path: &Path, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&path.to_string_lossy())
}

/// The same of one that may be missing.
pub(crate) fn optional_path<S: serde::Serializer>(
    path: &Option<std::path::PathBuf>,
    to: S,
) -> Result<S::Ok, S::Error> {
    match path {
        Some(path) => to.serialize_some(&path.to_string_lossy()),
        None => to.serialize_none(),
    }
}

/// Writes lines that are visible already; a reader that has gone is no failure.
pub(crate) fn put(lines: &str) {
    let _ = io::stdout().lock().write_all(lines.as_bytes());
}

/// Tells what was done.
pub(crate) fn say(text: &str) {
    put(&(visible(text) + "\n"));
}

/// Tells on standard error why something is not done.
pub(crate) fn complain(why: impl Display) {
    let _ = writeln!(io::stderr().lock(), "gnutls-rs: {}", visible(&why.to_string()));
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str =
        "a\u{1b}[2J\u{7}\nfake: runs\r\t\u{7f}\u{9b}31m\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}é\\";

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        let shown = "a\\u{1b}[2J\\u{7}\\nfake: runs\\r\\t\\u{7f}\\u{9b}31m\\u{202e}\\u{2066}\\u{200f}\\u{61c}\\u{2028}é\\";
        assert_eq!(visible(HOSTILE), shown);
        assert_eq!(visible("name é 名"), "name é 名");
        let mut out = String::new();
        line(&mut out, format_args!("  {}: {}", "x\ny", 1));
        assert_eq!(out, "  x\\ny: 1\n");
    }

    #[test]
    fn json_stays_json() {
        let text = json(&serde_json::to_string_pretty(&[HOSTILE]).unwrap());
        assert!(text.chars().all(|c| c == '\n' || !is_hidden(c)), "{text:?}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&text).unwrap(), [HOSTILE]);
    }
}
