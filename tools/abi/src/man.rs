//! Manual pages of section 3, from entries' comments and the prototypes of the headers.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::manual::{Block, Manual, first_sentence};
use crate::{Item, entries};

/// The section, which is the extension of the files as well: GnuTLS's own pages have the same names.
pub const SECTION: &str = "3gnutls-rs";

/// A function as its header declares it.
pub struct Declaration {
    /// `gnutls/x509.h`.
    header: String,
    lines: Vec<String>,
}

/// The pages of the written functions of the repository at `root`, by name. `date` stands in each.
pub fn pages(root: &Path, date: &str) -> BTreeMap<String, String> {
    let declarations = declarations(&root.join("include/gnutls"));
    let mut manuals = BTreeMap::new();
    for entry in entries::read(root) {
        if matches!(entry.item, Item::Function { .. }) && declarations.contains_key(&entry.name) {
            manuals.insert(entry.name, Manual::parse(&entry.doc));
        }
    }
    let known: BTreeSet<&str> = manuals.keys().map(String::as_str).collect();
    let page = |name: &str, manual: &Manual| {
        let page = Page { name, manual, known: &known };
        page.write(&declarations[name], date)
    };
    manuals.iter().map(|(name, manual)| (name.clone(), page(name, manual))).collect()
}

fn declarations(include: &Path) -> BTreeMap<String, Declaration> {
    let mut out = BTreeMap::new();
    let files = fs::read_dir(include).unwrap_or_else(|e| panic!("{}: {e}", include.display()));
    for path in files.map(|f| f.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "h")) {
        let header = format!("gnutls/{}", path.file_name().unwrap_or_default().to_string_lossy());
        for (name, lines) in functions(&fs::read_to_string(&path).unwrap()) {
            out.insert(name, Declaration { header: header.clone(), lines });
        }
    }
    out
}

/// The functions that a header declares, each from the first column of a line to its semicolon.
fn functions(header: &str) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    let mut lines = header.lines();
    while let Some(line) = lines.next() {
        let is_function = line.starts_with(|c: char| c.is_ascii_alphabetic())
            && line.contains('(')
            && !line.starts_with("typedef ")
            && !line.starts_with("extern ");
        if !is_function {
            continue;
        }
        let before = line.split('(').next().unwrap_or_default();
        let name = before.rsplit([' ', '*']).next().unwrap_or_default().to_string();
        let mut declaration = vec![line.to_string()];
        while !declaration.last().is_some_and(|l| l.ends_with(';')) {
            let Some(line) = lines.next() else { break };
            declaration.push(line.to_string());
        }
        out.push((name, declaration));
    }
    out
}

struct Page<'a> {
    name: &'a str,
    manual: &'a Manual,
    /// The functions that have a page.
    known: &'a BTreeSet<&'a str>,
}

impl Page<'_> {
    fn write(&self, declaration: &Declaration, date: &str) -> String {
        let mut out = String::from(".\\\" Written by `make man` from the sources: do not edit.\n");
        writeln!(out, ".TH {} {SECTION} \"{date}\" \"gnutls-rs\" \"gnutls-rs\"\n.nh\n.ad l", self.name)
            .unwrap();
        writeln!(out, ".SH NAME\n{} \\- {}", self.name, purpose(&self.manual.summary)).unwrap();
        writeln!(out, ".SH SYNOPSIS\n.nf\n.B #include <{}>\n.PP", declaration.header).unwrap();
        for line in &declaration.lines {
            writeln!(out, "\\fB{}\\fP", prototype_line(line)).unwrap();
        }
        writeln!(out, ".fi\n.SH DESCRIPTION\n{}", self.text(&self.manual.summary)).unwrap();
        for block in &self.manual.description {
            self.block(&mut out, block, ".PP\n");
        }
        for parameter in &self.manual.parameters {
            let names: Vec<String> = parameter.names.iter().map(|n| format!("\\fI{n}\\fP")).collect();
            writeln!(out, ".TP\n{}\n{}", names.join(", "), self.text(&parameter.text)).unwrap();
        }
        self.returned(&mut out);
        for (i, block) in self.manual.notes.iter().enumerate() {
            self.block(&mut out, block, if i == 0 { ".SH NOTES\n" } else { ".PP\n" });
        }
        if !self.manual.references.is_empty() {
            writeln!(out, ".SH STANDARDS\n{}.", self.manual.references.join(", ")).unwrap();
        }
        if let Some(release) = &self.manual.since {
            writeln!(out, ".SH HISTORY\nThe function is in GnuTLS since {release}.").unwrap();
        }
        self.see_also(&mut out);
        out
    }

    fn returned(&self, out: &mut String) {
        let Some(text) = &self.manual.returns else { return };
        let text = text.strip_suffix(':').map_or(text.clone(), |text| format!("{text}."));
        writeln!(out, ".SH RETURN VALUE\n{}", self.text(&text)).unwrap();
        let codes = self.manual.codes();
        if !self.manual.results.is_empty() {
            out.push_str(".SH ERRORS\n");
        }
        for (code, reasons) in codes {
            writeln!(out, ".TP\n.B {code}\n{}", self.text(&reasons.join("; or "))).unwrap();
        }
        for text in self.manual.others() {
            writeln!(out, ".TP\nOthers\n{}", self.text(&text)).unwrap();
        }
    }

    fn see_also(&self, out: &mut String) {
        let mut names: BTreeSet<&str> =
            self.manual.texts().flat_map(|t| t.split('`').skip(1).step_by(2)).collect();
        if !self.manual.results.is_empty() {
            names.extend(["gnutls_error_is_fatal", "gnutls_strerror"]);
        }
        names.retain(|name| *name != self.name && self.known.contains(name));
        if !names.is_empty() {
            let names: Vec<String> = names.iter().map(|name| format!(".BR {name} (3)")).collect();
            writeln!(out, ".SH SEE ALSO\n{}", names.join(",\n")).unwrap();
        }
    }

    fn block(&self, out: &mut String, block: &Block, begin: &str) {
        match block {
            Block::Paragraph(text) => writeln!(out, "{begin}{}", self.text(text)).unwrap(),
            Block::Items(items) => {
                if begin.starts_with(".SH") {
                    out.push_str(begin);
                }
                for item in items {
                    writeln!(out, ".IP \\(bu 2\n{}", self.text(item)).unwrap();
                }
            }
        }
    }

    /// Text, a line for each sentence.
    fn text(&self, text: &str) -> String {
        let mut lines = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (sentence, more) = first_sentence(rest);
            let line = self.line(sentence);
            // A line that begins with one of these is a request.
            lines.push(if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line });
            rest = more;
        }
        lines.join("\n")
    }

    /// Inline code in a font of its own: parameters, functions with their section, and the rest.
    fn line(&self, text: &str) -> String {
        let is_parameter =
            |code: &str| self.manual.parameters.iter().any(|p| p.names.iter().any(|n| n == code));
        let mut out = String::new();
        for (i, part) in text.split('`').enumerate() {
            if i % 2 == 0 {
                out.push_str(&escaped(part, false));
            } else if is_parameter(part) {
                write!(out, "\\fI{}\\fP", escaped(part, true)).unwrap();
            } else if self.known.contains(part) && part != self.name {
                write!(out, "\\fB{}\\fP(3)", escaped(part, true)).unwrap();
            } else {
                write!(out, "\\fB{}\\fP", escaped(part, true)).unwrap();
            }
        }
        out
    }
}

/// The summary as the index of pages has it: no full stop, no capital.
fn purpose(summary: &str) -> String {
    let text = escaped(&summary.trim_end_matches('.').replace('`', ""), false);
    let word = text.split(' ').next().unwrap_or_default();
    let is_word = word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.chars().skip(1).all(|c| c.is_ascii_lowercase());
    match is_word {
        true => format!("{}{}", text[..1].to_ascii_lowercase(), &text[1..]),
        false => text,
    }
}

/// A line of a prototype; the names of parameters stand before a comma, a bracket or the end.
fn prototype_line(line: &str) -> String {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(is_name) {
        let (before, from) = rest.split_at(at);
        let (word, after) = from.split_at(from.find(|c| !is_name(c)).unwrap_or(from.len()));
        out.push_str(&escaped(before, true));
        let is_parameter = after.starts_with([',', ')', '[']) && before.ends_with([' ', '*']);
        if is_parameter {
            write!(out, "\\fI{word}\\fB").unwrap();
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out + &escaped(rest, true)
}

/// Text that holds nothing for roff. The hyphens of code, and those before numbers, are minus signs.
pub(crate) fn escaped(text: &str, is_code: bool) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push_str("\\e"),
            '^' => out.push_str("\\(ha"),
            '~' => out.push_str("\\(ti"),
            '-' if is_code || chars.peek().is_some_and(char::is_ascii_digit) => out.push_str("\\-"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_declares_functions() {
        let found = functions(
            "/** f(x) */\n#define G(x) f(x)\ntypedef int (*h)(int);\nextern char *(*v)(int);\nconst char *f(int a,\n        \
             int *b);\n",
        );
        assert_eq!(
            found,
            [("f".to_string(), vec!["const char *f(int a,".to_string(), "        int *b);".to_string()])]
        );
    }

    #[test]
    fn a_page_of_every_part() {
        let text = " Returns the `a` of `f`.\n\n Not\\so. It calls `g`.\n\n - `a`, `b`: -1 or more\n\n Returns 0, or a \
                    negative error code:\n - `GNUTLS_E_A`: if\n - codes of `g`, if so\n\n Note.\n\n Since 3.1. RFC 1. Manual: `f`.";
        let manual = Manual::parse(&text.lines().map(str::to_string).collect::<Vec<_>>());
        let known = BTreeSet::from(["f", "g"]);
        let declaration =
            Declaration { header: "gnutls/x.h".to_string(), lines: vec!["int f(int a);".to_string()] };
        let page = Page { name: "f", manual: &manual, known: &known }.write(&declaration, "2000-01-02");
        assert_eq!(
            page.split_once('\n').unwrap().1,
            ".TH f 3gnutls-rs \"2000-01-02\" \"gnutls-rs\" \"gnutls-rs\"\n.nh\n.ad l\n.SH NAME\nf \\- returns the a of f\n\
             .SH SYNOPSIS\n.nf\n.B #include <gnutls/x.h>\n.PP\n\\fBint f(int \\fIa\\fB);\\fP\n.fi\n\
             .SH DESCRIPTION\nReturns the \\fIa\\fP of \\fBf\\fP.\n.PP\nNot\\eso.\nIt calls \\fBg\\fP(3).\n\
             .TP\n\\fIa\\fP, \\fIb\\fP\n\\-1 or more\n\
             .SH RETURN VALUE\nReturns 0, or a negative error code.\n.SH ERRORS\n.TP\n.B GNUTLS_E_A\nif\n\
             .TP\nOthers\ncodes of \\fBg\\fP(3), if so\n.SH NOTES\nNote.\n.SH STANDARDS\nRFC 1.\n\
             .SH HISTORY\nThe function is in GnuTLS since 3.1.\n.SH SEE ALSO\n.BR g (3)\n"
        );
    }
}
