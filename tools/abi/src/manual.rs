//! An entry's comment as the parts of a manual page.
//!
//! The comment has a summary, paragraphs, the parameters as list items, a paragraph that begins with "Returns" with
//! the codes as list items, notes, and a last line of references:
//!
//! ```text
//! Returns the name of something.
//!
//! More about it.
//!
//! - `something`: what has a name
//!
//! Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
//! - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: call again
//!
//! Since 3.1.2. RFC 5280 section 4.2. Manual: `gnutls_get_name`.
//! ```
//!
//! Every part but the summary may be missing. Text keeps the backticks of its inline code.

/// The parts of one comment, each a single line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manual {
    /// The first sentence.
    pub summary: String,
    /// What stands between the summary and the returned value, the parameters apart.
    pub description: Vec<Block>,
    pub parameters: Vec<Parameter>,
    /// The paragraph that begins with "Returns".
    pub returns: Option<String>,
    pub results: Vec<Outcome>,
    /// What stands after the returned value.
    pub notes: Vec<Block>,
    /// The release of GnuTLS that brought the function.
    pub since: Option<String>,
    /// Standards: `RFC 5280 section 4.2`.
    pub references: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    Items(Vec<String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// One name, or those that share a text.
    pub names: Vec<String>,
    pub text: String,
}

/// What is returned, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The codes that are named.
    pub codes: Vec<String>,
    /// What is returned beside them, in words: "codes of `gnutls_x509_crt_import`".
    pub others: Option<String>,
    /// When; empty where `others` has it all.
    pub text: String,
}

impl Manual {
    /// Reads the lines of a comment, each as it follows `///`.
    pub fn parse(lines: &[String]) -> Manual {
        let mut manual = Manual::default();
        let mut blocks = blocks(lines);
        if let Some(Block::Paragraph(last)) = blocks.last()
            && blocks.len() > 1
            && is_references(last)
        {
            manual.set_references(&last.clone());
            blocks.pop();
        }
        let mut blocks = blocks.into_iter().map(without_manual).filter(|block| !block.is_empty());
        if let Some(Block::Paragraph(first)) = blocks.next() {
            let (summary, rest) = first_sentence(&first);
            manual.summary = summary.to_string();
            if !rest.is_empty() {
                manual.description.push(Block::Paragraph(rest.to_string()));
            }
        }
        for block in blocks {
            manual.add(block);
        }
        manual
    }

    fn add(&mut self, block: Block) {
        match block {
            Block::Paragraph(text) if self.returns.is_none() && text.starts_with("Returns ") => {
                self.returns = Some(text);
            }
            Block::Items(items) if self.returns.is_none() && items.iter().all(|i| is_parameter(i)) => {
                self.parameters.extend(items.iter().map(|item| {
                    let (names, text) = leading_code(item);
                    Parameter { names, text: text.trim_start_matches(':').trim().to_string() }
                }));
            }
            Block::Items(items) if self.returns.is_some() && self.notes.is_empty() => {
                self.results.extend(items.iter().map(|item| outcome(item)));
            }
            block if self.returns.is_some() => self.notes.push(block),
            block => self.description.push(block),
        }
    }

    /// Sentences end with a full stop and a space; the numbers of sections and releases have no space.
    fn set_references(&mut self, line: &str) {
        for sentence in line.split(". ").map(|s| s.trim_end_matches('.')) {
            if let Some(release) = sentence.strip_prefix("Since ") {
                self.since = Some(release.to_string());
            } else if !sentence.starts_with("Manual: ") {
                self.references.push(sentence.to_string());
            }
        }
    }

    /// Each code once, with all the texts that it stands with.
    pub fn codes(&self) -> Vec<(&str, Vec<&str>)> {
        let mut codes: Vec<(&str, Vec<&str>)> = Vec::new();
        for result in &self.results {
            for code in &result.codes {
                match codes.iter_mut().find(|(known, _)| known == code) {
                    Some((_, texts)) => texts.push(&result.text),
                    None => codes.push((code, vec![&result.text])),
                }
            }
        }
        codes
    }

    /// What is returned beside the codes that have a name, and when.
    pub fn others(&self) -> Vec<String> {
        let results =
            self.results.iter().filter_map(|result| Some((result.others.as_deref()?, &result.text)));
        let whole = |(others, text): (&str, &String)| match text.as_str() {
            "" => others.to_string(),
            text => format!("{others}: {text}"),
        };
        results.map(whole).collect()
    }

    /// The text of every part, in the order of the comment.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        fn of(blocks: &[Block]) -> impl Iterator<Item = &str> {
            blocks
                .iter()
                .flat_map(|block| match block {
                    Block::Paragraph(text) => std::slice::from_ref(text).iter(),
                    Block::Items(items) => items.iter(),
                })
                .map(String::as_str)
        }
        std::iter::once(self.summary.as_str())
            .chain(of(&self.description))
            .chain(self.parameters.iter().map(|p| p.text.as_str()))
            .chain(self.returns.as_deref())
            .chain(self.results.iter().flat_map(|r| [r.others.as_deref().unwrap_or(""), r.text.as_str()]))
            .chain(of(&self.notes))
    }
}

impl Block {
    fn is_empty(&self) -> bool {
        match self {
            Block::Paragraph(text) => text.is_empty(),
            Block::Items(items) => items.is_empty(),
        }
    }
}

/// Paragraphs and lists. An item goes on in the lines that are indented; a list needs no empty line before it.
fn blocks(lines: &[String]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for line in lines {
        let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
        // What Rust's lints ask for says nothing to a C program.
        if line.is_empty() || line.starts_with('#') {
            is_open = false;
            continue;
        }
        let item = line.strip_prefix("- ");
        match (item, blocks.last_mut()) {
            (Some(item), Some(Block::Items(items))) if is_open => items.push(item.to_string()),
            (Some(item), _) => blocks.push(Block::Items(vec![item.to_string()])),
            (None, Some(Block::Items(items))) if is_open && line.starts_with(' ') => {
                let item = items.last_mut().expect("a list has an item");
                *item = format!("{item} {}", line.trim_start());
            }
            (None, Some(Block::Paragraph(text))) if is_open => {
                *text = format!("{text} {}", line.trim_start())
            }
            (None, _) => blocks.push(Block::Paragraph(line.trim_start().to_string())),
        }
        is_open = true;
    }
    blocks
}

fn is_references(paragraph: &str) -> bool {
    ["Since ", "RFC ", "FIPS ", "NIST ", "ITU-T ", "PKCS ", "Manual: "]
        .iter()
        .any(|p| paragraph.starts_with(p))
        && (paragraph.contains("Manual: `") || !paragraph.contains('`'))
}

/// A paragraph without the sentence that names a page of GnuTLS's manual.
fn without_manual(block: Block) -> Block {
    let Block::Paragraph(text) = &block else { return block };
    let Some((before, after)) = text.split_once("Manual: `") else { return block };
    let Some((_, after)) = after.split_once("`.") else { return block };
    Block::Paragraph(format!("{}{after}", before.trim_end()).trim().to_string())
}

/// The first sentence, and what follows it.
pub(crate) fn first_sentence(text: &str) -> (&str, &str) {
    let mut is_code = false;
    let bytes = text.as_bytes();
    for (i, &byte) in bytes.iter().enumerate() {
        match byte {
            b'`' => is_code = !is_code,
            b'.' if !is_code && bytes.get(i + 1) == Some(&b' ') => {
                return (&text[..=i], text[i + 1..].trim_start());
            }
            _ => {}
        }
    }
    (text, "")
}

/// An item that begins with code in small letters: constants are in capitals.
fn is_parameter(item: &str) -> bool {
    let (names, rest) = leading_code(item);
    rest.starts_with(':')
        && names.iter().all(|name| !name.contains(|c: char| c.is_ascii_uppercase() || c == '%'))
}

/// Splits an item in two: the inline code that it begins with, by commas and "or" or "and", and the rest.
fn leading_code(item: &str) -> (Vec<String>, &str) {
    let (mut names, mut rest) = (Vec::new(), item);
    loop {
        let next = rest.trim_start_matches([',', ' ']);
        let next = next.strip_prefix("or ").or(next.strip_prefix("and ")).unwrap_or(next);
        let Some((name, after)) = next.strip_prefix('`').and_then(|code| code.split_once('`')) else { break };
        names.push(name.to_string());
        rest = after;
        if !rest.starts_with(", ") && !rest.starts_with(" or `") && !rest.starts_with(" and `") {
            break;
        }
    }
    (names, rest)
}

/// "`A`, `B`: when", "`A`, or codes of `f`: when", "codes of `f`, if so".
fn outcome(item: &str) -> Outcome {
    let (codes, rest) = leading_code(item);
    if codes.is_empty() {
        return Outcome { codes, others: Some(item.to_string()), text: String::new() };
    }
    let (others, text) = rest.split_once(':').unwrap_or(("", rest));
    let others = others.trim_start_matches([',', ' ']);
    let others = others.strip_prefix("or ").or(others.strip_prefix("and ")).unwrap_or(others).trim();
    let others = (!others.is_empty()).then(|| others.to_string());
    Outcome { codes, others, text: text.trim().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Manual {
        Manual::parse(&text.lines().map(|l| format!(" {l}")).collect::<Vec<_>>())
    }

    fn outcome_of(item: &str) -> (Vec<String>, Option<String>, String) {
        let Outcome { codes, others, text } = outcome(item);
        (codes, others, text)
    }

    #[test]
    fn a_whole_comment() {
        let manual = parse(
            "Returns the name of `a.b c`.\n\nMore\nabout it.\n\n- `it`: what has\n  a name\n- `x`, `y`: in: one;\n  out: two\n\n\
             Returns `GNUTLS_E_SUCCESS` (0), or\na negative error code:\n- `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: call\n  again\n\n\
             Any thread may call it.\n\nSince 3.1.2. RFC 5280 section 4.2, RFC 1. FIPS 186-4. Manual: `gnutls_x`.",
        );
        assert_eq!(manual.summary, "Returns the name of `a.b c`.");
        assert_eq!(manual.description, [Block::Paragraph("More about it.".into())]);
        let parameter = |names: &[&str], text: &str| Parameter {
            names: names.iter().map(|n| n.to_string()).collect(),
            text: text.to_string(),
        };
        assert_eq!(
            manual.parameters,
            [parameter(&["it"], "what has a name"), parameter(&["x", "y"], "in: one; out: two")]
        );
        assert_eq!(
            manual.returns.as_deref(),
            Some("Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:")
        );
        assert_eq!(manual.results.len(), 1);
        assert_eq!(manual.results[0].codes, ["GNUTLS_E_AGAIN", "GNUTLS_E_INTERRUPTED"]);
        assert_eq!(manual.results[0].text, "call again");
        assert_eq!(manual.notes, [Block::Paragraph("Any thread may call it.".into())]);
        assert_eq!(manual.since.as_deref(), Some("3.1.2"));
        assert_eq!(manual.references, ["RFC 5280 section 4.2, RFC 1", "FIPS 186-4"]);
        assert_eq!(manual.texts().count(), 8);
    }

    #[test]
    fn a_comment_of_one_paragraph() {
        let manual = parse("The version in use. It is\nnegotiated. Manual: `gnutls_y`.");
        assert_eq!(manual.summary, "The version in use.");
        assert_eq!(manual.description, [Block::Paragraph("It is negotiated.".into())]);
        assert_eq!(
            parse("The version.\nManual: `gnutls_y`. More.").description,
            [Block::Paragraph("More.".into())]
        );
        assert_eq!(parse(""), Manual::default());
    }

    #[test]
    fn what_is_no_parameter_and_no_reference_is_text() {
        let manual = parse(
            "One.\n\nAs follows:\n- `GNUTLS_A`: a\n- b\n\nRFC 1 has `this`.\n\n- `p`: q\n\nEnd of `it`. Manual: `f`.",
        );
        let item = |items: &[&str]| Block::Items(items.iter().map(|i| i.to_string()).collect());
        let text = |text: &str| Block::Paragraph(text.to_string());
        assert_eq!(
            manual.description,
            [
                text("As follows:"),
                item(&["`GNUTLS_A`: a", "b"]),
                text("RFC 1 has `this`."),
                text("End of `it`.")
            ]
        );
        assert_eq!(manual.parameters.len(), 1);
        assert!(manual.references.is_empty());
    }

    #[test]
    fn outcomes() {
        let codes = |list: &[&str]| list.iter().map(|c| c.to_string()).collect::<Vec<_>>();
        let words = |text: &str| Some(text.to_string());
        assert_eq!(outcome_of("`A`, `B`, or `C`: x: y"), (codes(&["A", "B", "C"]), None, "x: y".into()));
        assert_eq!(outcome_of("`A` or `B`: x"), (codes(&["A", "B"]), None, "x".into()));
        assert_eq!(
            outcome_of("codes of `f`, if so"),
            (codes(&[]), words("codes of `f`, if so"), String::new())
        );
        assert_eq!(
            outcome_of("`A`, or another code of `f`: x"),
            (codes(&["A"]), words("another code of `f`"), "x".into())
        );
        assert_eq!(
            outcome_of("`A`, and the codes of `f`: x"),
            (codes(&["A"]), words("the codes of `f`"), "x".into())
        );
    }
}
