//! The manual page gnutls-rs(7), from docs/guide.md and docs/logging.md.
//!
//! It takes the Markdown of those documents: headings, paragraphs, lists, tables, code that is indented, inline code and links.
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::man::escaped;

const DESCRIPTION: &str = "\
gnutls-rs is a TLS library with the C interface of \\fBlibgnutls.so.30\\fP (GnuTLS 3.8), written in Rust. Programs that were
built for GnuTLS run on it unchanged, once they are told to: it is installed where no program finds it by itself.
This page is the guide of those who run them. Its documents have more: programs.md, differences.md, STATUS.md, using.md.";

/// The page of the repository at `root`. `date` stands in it.
pub fn page(root: &Path, date: &str) -> String {
    let read = |name: &str| {
        let path = root.join("docs").join(name);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let mut out =
        String::from(".\\\" Written by `make man` from docs/guide.md and docs/logging.md: do not edit.\n");
    writeln!(out, ".TH GNUTLS-RS 7 \"{date}\" \"gnutls-rs\" \"gnutls-rs\"\n.nh\n.ad l").unwrap();
    writeln!(out, ".SH NAME\ngnutls-rs \\- run programs on a memory-safe TLS library in the place of GnuTLS")
        .unwrap();
    writeln!(out, ".SH DESCRIPTION\n{DESCRIPTION}").unwrap();
    // The guide's chapters are the page's; those of the log are parts of one.
    chapters(&mut out, &read("guide.md"), None);
    chapters(&mut out, &read("logging.md"), Some("THE LOG"));
    out.push_str(".SH SEE ALSO\n.BR gnutls\\-rs (1),\n.BR with\\-gnutls\\-rs (1),\n.BR ld.so (8)\n");
    out
}

/// Writes a document without its title, below `part` if there is one.
fn chapters(out: &mut String, markdown: &str, part: Option<&str>) {
    if let Some(part) = part {
        writeln!(out, ".SH {part}").unwrap();
    }
    let mut is_first = part.is_some();
    // What stands before the first heading of a guide is said in the description.
    let mut is_skipped = part.is_none();
    for block in blocks(markdown) {
        if let Some(heading) = block[0].strip_prefix("## ") {
            match part {
                Some(_) => writeln!(out, ".SS {}", inline(heading)).unwrap(),
                None => writeln!(out, ".SH {}", inline(&heading.to_uppercase())).unwrap(),
            }
            (is_first, is_skipped) = (true, false);
            continue;
        }
        if is_skipped || block[0].starts_with("# ") {
            continue;
        }
        let begin = if is_first { "" } else { ".PP\n" };
        is_first = false;
        if block[0].starts_with("    ") {
            writeln!(out, "{begin}.RS 4\n.nf").unwrap();
            block.iter().for_each(|line| writeln!(out, "\\fB{}\\fP", escaped(line.trim(), true)).unwrap());
            writeln!(out, ".fi\n.RE").unwrap();
        } else if block[0].starts_with("- ") {
            for item in items(&block) {
                writeln!(out, ".IP \\(bu 2\n{}", inline(&item)).unwrap();
            }
        } else if block[0].starts_with('|') {
            // The heading and the line below it are left out.
            for row in &block[2..] {
                let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
                writeln!(out, ".TP\n{}\n{}", inline(cells[0]), inline(&cells[1..].join(". "))).unwrap();
            }
        } else {
            writeln!(out, "{begin}{}", inline(&block.join(" "))).unwrap();
        }
    }
}

/// The lines of each block; a heading is one of its own.
fn blocks(markdown: &str) -> Vec<Vec<&str>> {
    let mut out: Vec<Vec<&str>> = Vec::new();
    let mut is_open = false;
    for line in markdown.lines() {
        let is_heading = line.starts_with('#');
        if line.trim().is_empty() {
            is_open = false;
        } else if is_open && !is_heading {
            out.last_mut().unwrap().push(line);
        } else {
            out.push(vec![line]);
            is_open = !is_heading;
        }
        // A list may follow its introduction at once.
        if is_open && line.starts_with("- ") && !out.last().unwrap()[0].starts_with("- ") {
            let first = out.last_mut().unwrap().pop().unwrap();
            out.push(vec![first]);
        }
    }
    out
}

/// The items of a list, each in one line.
fn items(block: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in block {
        match line.strip_prefix("- ") {
            Some(text) => out.push(text.to_string()),
            None => *out.last_mut().unwrap() += &format!(" {}", line.trim()),
        }
    }
    out
}

/// Text with inline code in bold; of links the text.
fn inline(text: &str) -> String {
    let mut out = String::new();
    for (i, part) in text.split('`').enumerate() {
        match i % 2 {
            0 => out.push_str(&escaped(&without_links(part), false)),
            _ => write!(out, "\\fB{}\\fP", escaped(part, true)).unwrap(),
        }
    }
    protected(out)
}

/// A line that begins with one of these is a request of roff.
fn protected(line: String) -> String {
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}

fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, name, after)) = next_link(rest) {
        out.push_str(before);
        out.push_str(name);
        rest = after;
    }
    out + rest
}

/// What stands before the first link, its text, and what stands behind it.
fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = text.split_once('[')?;
    let (name, target) = from.split_once("](")?;
    let (_, after) = target.split_once(')')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_of_every_part() {
        let text = "# Title\n\nLeft out.\n\n## One more\nA `-x` [link](to.md),\nand\n- first\n  item\n- second\n\n    .code -y\n\n\
                    | a | b |\n| --- | --- |\n| `1` | two |\n\nEnd.\n";
        let mut out = String::new();
        chapters(&mut out, text, None);
        assert_eq!(
            out,
            ".SH ONE MORE\nA \\fB\\-x\\fP link, and\n.IP \\(bu 2\nfirst item\n.IP \\(bu 2\nsecond\n.PP\n.RS 4\n.nf\n\\fB.code \\-y\\fP\n\
             .fi\n.RE\n.TP\n\\fB1\\fP\ntwo\n.PP\nEnd.\n"
        );
        out.clear();
        chapters(&mut out, text, Some("LOG"));
        assert!(out.starts_with(".SH LOG\nLeft out.\n.SS One more\nA "), "{out}");
    }
}
