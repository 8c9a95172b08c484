//! Reports as text.
use std::collections::{BTreeMap, BTreeSet};

use super::{Report, User};
use crate::table;
use crate::text;
use crate::verdict::Status;

/// What is said beyond the verdict.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    Line,
    Symbols,
}

/// A report as lines.
pub(crate) fn print(report: &Report, detail: Detail) -> String {
    let mut out = String::new();
    text::line(&mut out, format_args!("{}: {}", report.target, report.line));
    if detail == Detail::Line {
        return out;
    }
    for note in &report.notes {
        text::line(&mut out, format_args!("  note: {note}"));
    }
    if let Some(library) = &report.library {
        text::line(&mut out, format_args!("  loads {} as it is configured", library.display()));
    }
    if report.files.is_empty() {
        for missing in &report.missing {
            text::line(&mut out, format_args!("  {}: {}", missing.chapter, missing.effect));
        }
        users(&report.users, &mut out);
        differences(&report.users, &mut out);
    }
    for file in &report.files {
        out += &print(file, detail).lines().fold(String::new(), |text, line| text + "  " + line + "\n");
    }
    out
}

fn users(users: &[User], out: &mut String) {
    for user in users {
        text::line(out, format_args!("  {} takes {} symbols", user.path.display(), user.symbols.len()));
        for (status, title) in [
            (Status::Unknown, "not in the library"),
            (Status::Unsupported, "unsupported"),
            (Status::WithoutEffect, "written, of no use without the unsupported ones of their chapter"),
            (Status::Written, "written"),
            (Status::Tested, "written and tested"),
        ] {
            let symbols = user.symbols.iter().filter(|s| s.status == status);
            let name =
                |weak: bool, name: &str| if weak { format!("{name} (weak)") } else { name.to_string() };
            let names: Vec<String> = symbols.map(|s| name(s.weak, &s.name)).collect();
            if !names.is_empty() {
                text::line(out, format_args!("    {title} ({}):", names.len()));
                wrap(&names, 100, "      ", out);
            }
        }
    }
}

fn differences(users: &[User], out: &mut String) {
    let mut lines: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for symbol in users.iter().flat_map(|u| &u.symbols) {
        for line in &symbol.differences {
            lines.entry(*line).or_default().insert(&symbol.name);
        }
    }
    if lines.is_empty() {
        return;
    }
    text::line(out, format_args!("  differ from GnuTLS (docs/differences.md):"));
    for (line, names) in lines {
        let names: Vec<&str> = names.into_iter().collect();
        let Some(row) = table::DIFFERENCES.iter().find(|d| d.line == line) else { continue };
        text::line(
            out,
            format_args!("    line {line}, {}: {} ({})", row.section, row.what, names.join(", ")),
        );
        let gnutls = if row.gnutls.is_empty() { "-" } else { row.gnutls };
        let ours = if row.ours.is_empty() { "-" } else { row.ours };
        let why = if row.why.is_empty() { String::new() } else { format!(" ({})", row.why) };
        text::line(out, format_args!("      GnuTLS: {gnutls}; gnutls-rs: {ours}{why}"));
    }
}

fn wrap(words: &[String], width: usize, indent: &str, out: &mut String) {
    let mut line = String::new();
    for word in words {
        if !line.is_empty() && indent.len() + line.len() + 1 + word.len() > width {
            text::line(out, format_args!("{indent}{line}"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    text::line(out, format_args!("{indent}{line}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::elf::Import;
    use crate::verdict::{Taken, Verdict};

    #[test]
    fn a_report_in_text() {
        let taken = |name: &str| Taken::new(&Import { name: name.to_string(), version: None, weak: false });
        let mut report = Report::new("a", "program", Verdict::Runs, "runs");
        report.library = Some("/lib/libgnutls.so.30".into());
        let symbols = vec![taken("gnutls_init"), taken("gnutls_pbkdf2")];
        report.users = vec![User { path: "/bin/a".into(), symbols }];
        assert_eq!(print(&report, Detail::Line), "a: runs\n");
        let text = print(&report, Detail::Symbols);
        let (first, rest) = text.split_once("  differ from GnuTLS").unwrap();
        assert_eq!(
            first,
            "a: runs\n  loads /lib/libgnutls.so.30 as it is configured\n  /bin/a takes 2 symbols\n    \
             written and tested (2):\n      gnutls_init gnutls_pbkdf2\n"
        );
        let row =
            ": gnutls_pbkdf2 with 0 iterations (gnutls_pbkdf2)\n      GnuTLS: abort; gnutls-rs: an error\n";
        assert!(rest.contains(row), "{rest}");
    }

    #[test]
    fn names_of_files_do_not_reach_the_terminal() {
        let hostile = "gnutls_x\u{1b}[2J\u{1b}]0;owned\u{7}\nfake: runs\u{202e}\u{9b}";
        let taken = Taken::new(&Import { name: hostile.into(), version: Some(hostile.into()), weak: false });
        let line = crate::verdict::judge(std::slice::from_ref(&taken)).line;
        let mut report = Report::new(hostile, "program", Verdict::NotYet, &line);
        report.library = Some(hostile.into());
        report.notes = vec![hostile.into()];
        report.users = vec![User { path: hostile.into(), symbols: vec![taken] }];
        let mut package = Report::new(hostile, "package", Verdict::NotYet, hostile);
        package.files = vec![report];
        let text = print(&package, Detail::Symbols);
        assert!(text.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'), "{text:?}");
        assert!(text.lines().all(|l| !l.starts_with("fake")), "{text}");
        assert!(text.contains("  gnutls_x\\u{1b}[2J"), "{text}");
    }

    #[test]
    fn words_are_wrapped() {
        let mut out = String::new();
        wrap(&["aaa".into(), "bbb".into(), "ccc".into()], 9, "  ", &mut out);
        assert_eq!(out, "  aaa bbb\n  ccc\n");
    }
}
