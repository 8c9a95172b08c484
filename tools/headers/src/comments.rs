//! Comments as doxygen reads them, from those of the sources.
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gnutls_rs_abi::manual::{Block, Manual};
use gnutls_rs_abi::{Entry, syn};

use crate::macros::constant;

/// Columns of the text after ` * `.
const WIDTH: usize = 100;

/// What holds for every function, in gnutls.h.
static RULES: &[&str] = &[
    "@par Error codes",
    "A function that can fail returns an `int`: `GNUTLS_E_SUCCESS`, which is 0, or a positive answer if all went well, \
     and a negative error code `GNUTLS_E_*` if not. gnutls_error_is_fatal() tells whether a session can go on after it, \
     gnutls_strerror() what it means. With each function stand the codes that it returns by itself. Beside them every \
     function may return `GNUTLS_E_MEMORY_ERROR` if no memory is left, and `GNUTLS_E_INTERNAL_ERROR` if the library finds \
     a fault of its own.",
    "@par NULL",
    "NULL where an object or a place for a result is needed gives `GNUTLS_E_INVALID_REQUEST`, or 0 or NULL from a function \
     that returns no error code. Where NULL means something, the function says so. A function that frees ignores it.",
    "@par Ownership",
    "What a function returns for the caller to free is freed with gnutls_free(), or with the function that it names, such \
     as gnutls_x509_crt_deinit(). What is lent is not freed; it stays as long as the function says. Data that is passed in \
     is copied unless the function says that it is kept.",
    "@par Threads",
    "Different objects may be used by any number of threads at once, one object by one thread at a time. There are two \
     exceptions: one thread may send on a session while another receives on it, and credentials, priorities and other \
     objects that sessions share may be used by all of them while nobody changes them.",
    "@par Callbacks",
    "A callback runs in the thread of the call that needs it, and may call functions of the library on the same session.",
];

/// Of a whole header.
pub fn of_file(file: &str, purpose: &str) -> String {
    let mut lines = vec![format!("@file gnutls/{file}"), String::new()];
    lines.extend(wrap(purpose, ""));
    if file == "gnutls.h" {
        for text in RULES {
            if text.starts_with('@') {
                lines.push(String::new());
            }
            lines.extend(wrap(text, ""));
        }
    }
    in_c(&lines)
}

/// Of a function or a variable.
pub fn of_entry(entry: &Entry) -> Vec<String> {
    of_manual(&Manual::parse(&entry.doc))
}

fn of_manual(manual: &Manual) -> Vec<String> {
    let mut parts = vec![wrap(&escaped(&manual.summary), "")];
    parts.extend(manual.description.iter().map(block));
    let parameter =
        |names: &[String], text: &str| wrap(&format!("@param {} {}", names.join(","), escaped(text)), "  ");
    parts.push(manual.parameters.iter().flat_map(|p| parameter(&p.names, &p.text)).collect());
    parts.push(returned(manual));
    parts.extend(manual.notes.iter().map(block));
    let mut last = Vec::new();
    last.extend(manual.since.iter().map(|release| format!("@since {release}")));
    last.extend(manual.references.iter().flat_map(|text| wrap(&format!("@see {}", escaped(text)), "  ")));
    parts.push(last);
    parts.retain(|part| !part.is_empty());
    parts.join(&String::new())
}

/// Each code has a line of its own; what has no code is listed with the text.
fn returned(manual: &Manual) -> Vec<String> {
    let Some(text) = &manual.returns else { return Vec::new() };
    let text = text.trim_start_matches("Returns ");
    let others = manual.others();
    let text = if others.is_empty() { text.trim_end_matches(':') } else { text };
    let mut lines = wrap(&format!("@return {}", escaped(text)), "  ");
    lines.extend(others.iter().flat_map(|item| wrap(&format!("- {}", escaped(item)), "  ")));
    for (code, reasons) in manual.codes() {
        lines.extend(wrap(&format!("@retval {code} {}", escaped(&reasons.join("; or "))), "  "));
    }
    lines
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) => wrap(&escaped(text), ""),
        Block::Items(items) => items.iter().flat_map(|i| wrap(&format!("- {}", escaped(i)), "  ")).collect(),
    }
}

/// Text whose characters mean nothing to doxygen; inline code stays as it is.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut is_code = false;
    for c in text.chars() {
        is_code ^= c == '`';
        if !is_code && "@\\<>#%&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Breaks text into lines; those after the first are indented.
fn wrap(text: &str, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, format!("{indent}{word}")));
        } else if line.is_empty() {
            line.push_str(word);
        } else {
            line = format!("{line} {word}");
        }
    }
    lines.push(line);
    lines
}

/// As a comment of Rust, for cbindgen.
pub fn in_rust(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{}\n", format!("/// {line}").trim_end())).collect()
}

/// As a comment of C.
pub fn in_c(lines: &[String]) -> String {
    match lines {
        [] => String::new(),
        [line] if line.is_empty() => String::new(),
        [line] => format!("/** {line} */\n"),
        _ => {
            let lines: String = lines.iter().map(|l| format!("{}\n", format!(" * {l}").trim_end())).collect();
            format!("/**\n{lines} */\n")
        }
    }
}

/// Puts the meaning of each error code above its constant, from the one table of them.
pub fn with_meanings(root: &Path, abi: &str) -> String {
    let table = fs::read_to_string(root.join("src/error/table.rs")).unwrap();
    let by_name = meanings(&table);
    // A code may have several names.
    let by_value: BTreeMap<&str, &String> = abi
        .lines()
        .filter_map(constant)
        .filter_map(|(name, _, value)| Some((value, by_name.get(name)?)))
        .collect();
    let mut text = String::new();
    for line in abi.lines() {
        if let Some((name, _, value)) = constant(line)
            && name.starts_with("GNUTLS_E_")
            && let Some(meaning) = by_value.get(value)
        {
            text.push_str(&in_rust(&wrap(&escaped(meaning), "")));
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// The rows `e!(NAME, .., "meaning")` of the table.
fn meanings(table: &str) -> BTreeMap<String, String> {
    let rows = table.lines().filter_map(|line| line.trim().strip_prefix("e!("));
    rows.filter_map(|row| {
        let row = row.trim_end_matches(',').strip_suffix(')')?;
        let (name, rest) = row.split_once(',')?;
        let text = syn::parse_str::<syn::LitStr>(&rest[rest.find('"')?..]).ok()?;
        Some((name.to_string(), text.value()))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comment(text: &str) -> String {
        of_manual(&Manual::parse(&text.lines().map(str::to_string).collect::<Vec<_>>())).join("\n")
    }

    #[test]
    fn a_comment_of_every_part() {
        assert_eq!(
            comment(
                " One <two>.\n\n More `<x>`.\n\n - `a`, `b`: the a\n\n Returns 0, or a negative error code:\n - `A`, `B`: if\n - \
                 codes of `f`, if so\n - `A`: when\n\n Note.\n\n Since 3.1. RFC 1. Manual: `g`."
            ),
            "One \\<two\\>.\n\nMore `<x>`.\n\n@param a,b the a\n\n@return 0, or a negative error code:\n\
             - codes of `f`, if so\n@retval A if; or when\n@retval B if\n\nNote.\n\n@since 3.1\n@see RFC 1"
        );
        assert_eq!(comment(" Returns one. Manual: `g`."), "Returns one.");
    }

    #[test]
    fn lines_are_broken() {
        let lines = wrap(&"word ".repeat(30), "  ");
        assert_eq!((lines.len(), lines[0].len()), (2, 99));
        assert!(lines[1].starts_with("  word"));
    }

    #[test]
    fn meanings_stand_with_every_name_of_a_code() {
        let rows = meanings("    e!(GNUTLS_E_A, SOFT, X, \"Is \\\"a\\\".\"),\n    e!(a, b)\n");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows["GNUTLS_E_A"], "Is \"a\".");
    }
}
