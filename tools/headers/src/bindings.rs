//! What cbindgen is told, and what is put right in what it writes.
use std::path::Path;
use std::{env, fs};

/// `cbindgen.toml`.
pub struct Bindings(cbindgen::Config);

impl Bindings {
    pub fn new(root: &Path) -> Bindings {
        let path = root.join("cbindgen.toml");
        Bindings(cbindgen::Config::from_file(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
    }

    /// Runs cbindgen on Rust text; what it writes, in C that the oldest standard takes.
    pub fn generate(&self, rust: &str) -> String {
        let path = env::temp_dir().join(format!("headers-{}.rs", std::process::id()));
        fs::write(&path, rust).unwrap();
        let mut config = self.0.clone();
        config.export.include = types(rust);
        let bindings =
            cbindgen::Builder::new().with_config(config).with_src(&path).with_parse_deps(false).generate();
        let _ = fs::remove_file(&path);
        let mut out = Vec::new();
        bindings.unwrap().write(&mut out);
        tidy(&String::from_utf8(out).unwrap())
    }
}

/// All types, used by a function or not.
fn types(rust: &str) -> Vec<String> {
    rust.lines()
        .filter_map(|l| l.strip_prefix("pub "))
        .filter_map(|l| l.strip_prefix("type ").or(l.strip_prefix("struct ")).or(l.strip_prefix("enum ")))
        .filter_map(|l| l.split([' ', '<']).next())
        .map(str::to_string)
        .collect()
}

/// C89 has no comma after the last enumerator; a C field may be called `type`; ssize_t has its name;
/// a union that C does not name stands inside its structure; a comment of one line is one line.
fn tidy(text: &str) -> String {
    let mut text = one_line_comments(text)
        .replace("\n\n#define", "\n#define")
        .replace(",\n}", "\n}")
        .replace("ptrdiff_t", "ssize_t")
        .replace(" type_;", " type;");
    for union in ["params", "gnutls_retr2_cert", "gnutls_retr2_key"] {
        let begin = format!("typedef union {union} {{");
        let Some(at) = text.find(&begin) else { continue };
        let end = at + text[at..].find('}').unwrap();
        let body = text[at + begin.len()..end].to_string();
        let after = end + text[end..].find(";\n").unwrap() + 2;
        text.replace_range(at..after, "");
        let field = format!("union {union} ");
        let at = text.find(&field).unwrap();
        let tag = if union == "params" { "union params" } else { "union" };
        text.replace_range(at..at + field.len(), &format!("{tag} {{{body}}} "));
    }
    text
}

fn one_line_comments(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    let mut i = 0;
    while i < lines.len() {
        match lines[i..] {
            ["/**", line, " */", after, ..] => {
                // Macros with their comments stand together.
                if after.starts_with("#define") && i >= 2 && lines[i - 2].starts_with("#define") {
                    out.pop();
                }
                out.push_str(&format!("/** {} */\n", line.trim_start_matches(" *").trim()));
                i += 3;
            }
            _ => {
                out.push_str(lines[i]);
                out.push('\n');
                i += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c_is_put_right() {
        let text = "/**\n * One.\n */\n#define A 1\n\n/**\n * Two.\n */\n#define B 2\n\n/**\n * One.\n * Two.\n */\nptrdiff_t f(void);\nenum e {\n  B,\n}\n";
        assert_eq!(
            tidy(text),
            "/** One. */\n#define A 1\n/** Two. */\n#define B 2\n\n/**\n * One.\n * Two.\n */\nssize_t f(void);\nenum e {\n  B\n}\n"
        );
    }
}
