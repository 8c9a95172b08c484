//! The C tests, and which functions of the interface they check.
//!
//! The C text is read lightly: comments, literals and directives go, what stays are tokens of functions and macros. The bodies
//! of all `#if` branches count. A name is tested where
//! - it stands in the arguments of a checking macro: one that counts a failure, itself or by another (`CHECK`, `HANDSHAKE`);
//! - its result goes to a variable that a later check in the same function names, or is returned by a helper function whose
//!   own call is checked so;
//! - its result is dropped, and a later check in the same function names a variable of its arguments. A function without a
//!   result needs a later check only, for what it frees has no name afterwards;
//! - it stands in a table outside of functions that a check names.
//!
//! Anything else is called without a check.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// What a test does with a name; the greater says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    Called,
    Tested,
}

/// The names that a test uses.
pub type Uses = BTreeMap<String, Use>;

/// Reads the tests of `capi-tests/c` in the repository at `root`: each by its name, `x509/crl`. `is_void` says which function
/// has no result.
pub fn read(root: &Path, is_void: &dyn Fn(&str) -> bool) -> BTreeMap<String, Uses> {
    let dir = root.join("capi-tests/c");
    let support = Source::parse(&texts(&dir.join("support"), "", ".h").into_values().collect::<String>());
    let is_test = |name: &str| !name.rsplit('/').next().unwrap().starts_with("make_");
    let tests = texts(&dir, "", ".c").into_iter().filter(|(name, _)| is_test(name));
    tests.map(|(name, text)| (name, Source::parse(&text).uses(&support, is_void))).collect()
}

/// The files below `dir` whose names end with `suffix`, by their names without it.
fn texts(dir: &Path, prefix: &str, suffix: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap().map(|e| e.unwrap()) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            out.extend(texts(&entry.path(), &format!("{name}/"), suffix));
        } else if let Some(name) = name.strip_suffix(suffix) {
            out.insert(name.to_string(), fs::read_to_string(entry.path()).unwrap());
        }
    }
    out
}

type Tokens = Vec<String>;

/// A function or a macro.
struct Block {
    name: String,
    body: Tokens,
}

/// The blocks of a C text, and what stands outside of functions.
struct Source {
    functions: Vec<Block>,
    macros: Vec<Block>,
    outside: Tokens,
}

impl Source {
    fn parse(text: &str) -> Source {
        let (mut macros, mut code) = (Vec::new(), String::new());
        for line in without_comments_and_literals(&text.replace("\\\n", " ")).lines() {
            match line.trim_start().strip_prefix('#') {
                None => code = code + line + "\n",
                Some(directive) => macros.extend(definition(directive)),
            }
        }
        let (functions, outside) = functions(&tokens(&code));
        Source { functions, macros, outside }
    }

    /// `support` has the macros and functions of the headers that tests share.
    fn uses(&self, support: &Source, is_void: &dyn Fn(&str) -> bool) -> Uses {
        let checkers = checkers(&[self, support]);
        let mut uses = Uses::new();
        let tested = |uses: &Uses| uses.values().filter(|u| **u == Use::Tested).count();
        // A helper that is seen to be tested makes its return statements checks.
        loop {
            let before = tested(&uses);
            for block in self.functions.iter().chain(&self.macros) {
                let is_tested_helper = uses.get(&block.name) == Some(&Use::Tested);
                let checks = block.checks(&checkers, is_tested_helper);
                for at in (0..block.body.len()).filter(|i| is_name(&block.body[*i])) {
                    add(&mut uses, &block.body[at], block.is_checked(at, &checks, is_void));
                }
            }
            if tested(&uses) == before {
                break;
            }
        }
        self.add_tables(&mut uses);
        uses
    }

    /// What stands outside of functions is checked by the name of its table.
    fn add_tables(&self, uses: &mut Uses) {
        let mut table = None;
        for (i, token) in self.outside.iter().enumerate() {
            match token.as_str() {
                "=" if table.is_none() => table = variable_before(&self.outside[..i]),
                ";" => table = None,
                name if is_name(name) => {
                    let is_checked = table.is_some_and(|t| uses.get(t) == Some(&Use::Tested));
                    add(uses, name, is_checked);
                }
                _ => {}
            }
        }
    }
}

fn add(uses: &mut Uses, name: &str, is_checked: bool) {
    let found = if is_checked { Use::Tested } else { Use::Called };
    uses.entry(name.to_string()).and_modify(|u| *u = found.max(*u)).or_insert(found);
}

impl Block {
    /// The arguments of each check.
    fn checks(&self, checkers: &BTreeSet<&str>, is_tested_helper: bool) -> Vec<Range<usize>> {
        let body = &self.body;
        let check = |i: usize| match body[i].as_str() {
            "return" if is_tested_helper => {
                Some(i..body[i..].iter().position(|t| t == ";").map_or(body.len(), |n| i + n))
            }
            name if checkers.contains(name) && body.get(i + 1).is_some_and(|t| t == "(") => {
                Some(i..closing(body, i + 1))
            }
            _ => None,
        };
        (0..body.len()).filter_map(check).collect()
    }

    fn is_checked(&self, at: usize, checks: &[Range<usize>], is_void: &dyn Fn(&str) -> bool) -> bool {
        let body = &self.body;
        if checks.iter().any(|c| c.contains(&at)) {
            return true;
        }
        let named_later =
            |name: &str| checks.iter().any(|c| c.start > at && body[c.clone()].iter().any(|t| t == name));
        let ends = |t: &String| matches!(t.as_str(), ";" | "{" | "}");
        let start = body[..at].iter().rposition(ends).map_or(0, |i| i + 1);
        if let Some(assignment) = body[start..at].iter().rposition(|t| is_assignment(t)) {
            return variable_before(&body[start..start + assignment]).is_some_and(named_later);
        }
        let is_call = body.get(at + 1).is_some_and(|t| t == "(");
        let is_dropped = at == start || matches!(body[at - 1].as_str(), ")" | "else");
        if !is_call || !is_dropped {
            return false;
        }
        is_void(&body[at]) && checks.iter().any(|c| c.start > at)
            || (at + 2..closing(body, at + 1)).any(|i| {
                is_variable(&body[i]) && !matches!(body[i - 1].as_str(), "." | "->") && named_later(&body[i])
            })
    }
}

/// The macros and functions that count a failure, and the macros that use one of these.
fn checkers<'a>(sources: &[&'a Source]) -> BTreeSet<&'a str> {
    let counts = |b: &&Block| b.body.windows(2).any(|w| w[0] == "check_failures" && w[1] == "++");
    let macros: Vec<&Block> = sources.iter().flat_map(|s| &s.macros).collect();
    let functions = sources.iter().flat_map(|s| &s.functions);
    let mut out: BTreeSet<&str> =
        functions.chain(macros.iter().copied()).filter(counts).map(|b| b.name.as_str()).collect();
    loop {
        let before = out.len();
        for block in &macros {
            if block.body.iter().any(|t| out.contains(t.as_str())) {
                out.insert(&block.name);
            }
        }
        if out.len() == before {
            return out;
        }
    }
}

/// Comments become a space, and a literal an empty one.
fn without_comments_and_literals(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            out.push(' ');
            rest.find("*/").map_or(rest.len(), |n| n + 2)
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if c == '"' || c == '\'' {
            out.push_str("\"\"");
            literal_length(rest, c)
        } else {
            out.push(c);
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    out
}

fn literal_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return i + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

/// The macro of a line after `#`, if it defines one.
fn definition(directive: &str) -> Option<Block> {
    let text = directive.trim_start().strip_prefix("define")?.trim_start();
    let end = text.find(|c| !is_word(c)).unwrap_or(text.len());
    Some(Block { name: text[..end].to_string(), body: tokens(&text[end..]) })
}

/// Words and operators; of operators with two characters those that matter here.
fn tokens(code: &str) -> Tokens {
    let (mut out, mut rest) = (Tokens::new(), code.trim_start());
    while let Some(c) = rest.chars().next() {
        let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let length = match rest.as_bytes() {
            _ if word > 0 => word,
            [b'=' | b'!' | b'<' | b'>' | b'+' | b'-' | b'*' | b'/' | b'%' | b'&' | b'|' | b'^', b'=', ..] => {
                2
            }
            [b'-', b'>', ..] | [b'+', b'+', ..] => 2,
            _ => c.len_utf8(),
        };
        out.push(rest[..length].to_string());
        rest = rest[length..].trim_start();
    }
    out
}

/// The functions, and the tokens outside of their bodies.
fn functions(tokens: &[String]) -> (Vec<Block>, Tokens) {
    let (mut functions, mut outside, mut i) = (Vec::new(), Tokens::new(), 0);
    while i < tokens.len() {
        let is_body = tokens[i] == "{" && i > 0 && tokens[i - 1] == ")";
        if let Some(open) = opening(&tokens[..i]).filter(|open| is_body && *open > 0) {
            let end = closing(tokens, i);
            functions.push(Block { name: tokens[open - 1].clone(), body: tokens[i + 1..end].to_vec() });
            i = end;
        } else {
            outside.push(tokens[i].clone());
        }
        i += 1;
    }
    (functions, outside)
}

/// Where the bracket at `open` is closed; the end if it is not.
fn closing(tokens: &[String], open: usize) -> usize {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(open) {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return i;
        }
    }
    tokens.len()
}

/// Where the bracket that the last token closes was opened.
fn opening(tokens: &[String]) -> Option<usize> {
    let mut depth = 0;
    tokens.iter().rposition(|token| {
        match token.as_str() {
            ")" | "]" | "}" => depth += 1,
            "(" | "[" | "{" => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

/// The variable or member that is assigned to, if `tokens` stand before the assignment.
fn variable_before(tokens: &[String]) -> Option<&str> {
    match tokens.last()?.as_str() {
        "]" => variable_before(&tokens[..opening(tokens)?]),
        name => Some(name).filter(|n| is_variable(n)),
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// A word that is no number.
fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| is_word(c) && !c.is_ascii_digit())
}

/// A name that may be a variable: constants are in capitals.
fn is_variable(token: &str) -> bool {
    is_name(token) && token.contains(|c: char| c.is_ascii_lowercase())
}

fn is_assignment(token: &str) -> bool {
    token.ends_with('=') && !matches!(token, "==" | "!=" | "<=" | ">=")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUPPORT: &str = "#define CHECK(x) \\\n do { if (!(x)) check_failures++; } while (0)\n\
        #define CHECK_IS(x, want) check_is(x, want)\n\
        static void check_is(int x, int want) { if (x != want) check_failures++; }\n\
        static int check_result(void) { return check_failures != 0; }\n";

    /// Whether `gnutls_f` is tested in the text; none if it does not name it.
    fn of(text: &str) -> Option<Use> {
        let uses = Source::parse(text).uses(&Source::parse(SUPPORT), &|name| name == "gnutls_free_it");
        uses.get("gnutls_f").or(uses.get("gnutls_free_it")).copied()
    }

    fn tested(body: &str) -> bool {
        of(&format!("static void test(void)\n{{\n{body}\n}}\n")) == Some(Use::Tested)
    }

    #[test]
    fn calls_in_checking_macros_are_tested() {
        assert!(tested("CHECK(gnutls_f(a) == 0);"));
        assert!(tested("CHECK(x && strcmp(gnutls_f(a), \")\") == 0);"));
        assert!(tested("CHECK_IS(gnutls_f(a), 0);"));
        assert!(!tested("other(gnutls_f(a));"));
        assert!(!tested("CHECK(1); if (gnutls_f(a) < 0) abort(); check_result();"));
        let fails = "#define FAILS(call) CHECK((call) < 0)\n";
        assert_eq!(of(&format!("{fails}int main(void) {{ FAILS(gnutls_f(0)); }}")), Some(Use::Tested));
        let list = "#define LIST(f) do { int n = gnutls_f(f); CHECK(n > 0); } while (0)\n";
        assert_eq!(of(list), Some(Use::Tested));
    }

    #[test]
    fn what_is_not_code_does_not_count() {
        assert_eq!(
            of("/* CHECK(gnutls_f(a)) */ // gnutls_f\nstatic const char s[] = \"\\\"gnutls_f()\";"),
            None
        );
        assert_eq!(of("#include <gnutls_f.h>\n"), None);
    }

    #[test]
    fn a_table_is_checked_where_a_check_names_it() {
        let table = "static const struct row rows[] = { { .f = gnutls_f } };";
        assert_eq!(of(table), Some(Use::Called));
        assert_eq!(of(&format!("{table} int main(void) {{ CHECK(rows[0].f() == 1); }}")), Some(Use::Tested));
        assert_eq!(of(&format!("{table} int main(void) {{ CHECK(sizeof row); }}")), Some(Use::Called));
    }

    #[test]
    fn a_later_check_names_the_result() {
        assert!(tested("int r = gnutls_f(a);\nCHECK(r == 0);"));
        assert!(tested("p->codes[i + 1] = gnutls_f(a); CHECK(p->codes[0] == 0);"));
        assert!(tested("while ((n = gnutls_f(a)) > 0) size += n;\nCHECK(n == 0);"));
        assert!(!tested("int r = gnutls_f(a); CHECK(a == 0);"));
        assert!(!tested("CHECK(r == 0); r = gnutls_f(a);"));
        assert!(!tested("int r = gnutls_f(a); } static void next(void) { CHECK(r == 0);"));
    }

    #[test]
    fn a_helper_hands_the_result_on() {
        let helper = "static int helper(int a) { int r = gnutls_f(a); return r; }";
        assert_eq!(of(&format!("{helper} int main(void) {{ CHECK(helper(1) == 2); }}")), Some(Use::Tested));
        assert_eq!(of(&format!("{helper} int main(void) {{ helper(1); }}")), Some(Use::Called));
        assert_eq!(of(helper), Some(Use::Called));
    }

    #[test]
    fn a_later_check_names_an_argument_of_a_dropped_call() {
        assert!(tested("gnutls_f(a, &size); CHECK(size == 3);"));
        assert!(tested("if (x)\ngnutls_f(p.s); CHECK(g(p.t));"));
        assert!(!tested("gnutls_f(p.s); CHECK(q.s == 1);"));
        assert!(!tested("gnutls_f(a); CHECK(b == 1);"));
        assert!(tested("gnutls_free_it(a); CHECK(freed == 1);"));
        assert!(!tested("CHECK(freed == 0); gnutls_free_it(a);"));
    }
}
