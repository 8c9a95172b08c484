//! Writes `include/gnutls/*.h` with cbindgen from `src/abi` and `src/capi`.
//!
//! cbindgen reads Rust that is made for it here: the typed constants of one enumeration become an `enum`
//! (in the library they are integers, so that an unknown value from C is never undefined), and each C
//! entry is reduced to its signature. What it cannot write stands in `include/fragments`; a function that
//! is not written yet has its prototype in the symbol table.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// A header: its modules in `src/abi`, what it includes, and what stands before its types.
struct Header {
    name: &'static str,
    modules: &'static [&'static str],
    includes: &'static [&'static str],
}

const fn header(
    name: &'static str,
    modules: &'static [&'static str],
    includes: &'static [&'static str],
) -> Header {
    Header { name, modules, includes }
}

const GNUTLS: &str = "gnutls/gnutls.h";
const X509: &str = "gnutls/x509.h";

static HEADERS: &[Header] = &[
    header(
        "gnutls",
        &["algorithms", "errors", "flags", "structs"],
        &["sys/types.h", "stddef.h", "time.h", "sys/uio.h"],
    ),
    header("compat", &["compat"], &[]),
    header(
        "abstract",
        &["abstract_keys"],
        &[GNUTLS, X509, "gnutls/pkcs11.h", "gnutls/openpgp.h", "gnutls/tpm.h"],
    ),
    header("crypto", &["crypto"], &[GNUTLS]),
    header("dtls", &["dtls"], &[GNUTLS]),
    header("hpke", &["hpke"], &[GNUTLS, "gnutls/abstract.h"]),
    header("ocsp", &["ocsp"], &[GNUTLS, X509]),
    header("openpgp", &["openpgp"], &[GNUTLS, "limits.h"]),
    header("pkcs7", &["pkcs7"], &[GNUTLS, X509]),
    header("pkcs11", &["pkcs11"], &["stdarg.h", GNUTLS, X509]),
    header("pkcs12", &["pkcs12"], &[X509]),
    header("self-test", &["self_test"], &[GNUTLS]),
    header("socket", &["socket"], &[GNUTLS, "sys/socket.h"]),
    header("system-keys", &["system_keys"], &[GNUTLS, X509]),
    header("tpm", &["tpm"], &[GNUTLS, X509]),
    header("urls", &["urls"], &[GNUTLS, X509, "gnutls/abstract.h"]),
    header("x509", &["x509"], &[GNUTLS]),
    header("x509-ext", &["x509_ext"], &[GNUTLS, X509]),
];

fn main() {
    let root = env::args().nth(1).unwrap_or_else(|| ".".to_string());
    let out = env::args().nth(2).unwrap_or_else(|| format!("{root}/include/gnutls"));
    let root = Path::new(&root);
    fs::create_dir_all(&out).unwrap();

    let mut entries = BTreeMap::new();
    scan(&root.join("src/capi"), &mut entries);
    let table = fs::read_to_string(root.join("abi/symbols.tsv")).unwrap();
    for header in HEADERS {
        let file = format!("{}.h", header.name);
        let text = write(root, header, &file, &entries, &table);
        fs::write(Path::new(&out).join(file), text).unwrap();
    }
}

/// The whole text of one header.
fn write(
    root: &Path,
    header: &Header,
    file: &str,
    entries: &BTreeMap<String, String>,
    table: &str,
) -> String {
    let mut abi = String::new();
    for module in header.modules {
        abi.push_str(&fs::read_to_string(root.join(format!("src/abi/{module}.rs"))).unwrap());
    }
    let types = generate(&for_cbindgen(&abi));
    let fragment = fs::read_to_string(root.join(format!("include/fragments/{file}"))).unwrap_or_default();

    let (mut rust, mut plain) = (String::new(), String::new());
    for line in table.lines().skip(1) {
        let col: Vec<&str> = line.split('\t').collect();
        let [symbol, _, _, of, _, _, prototype] = col[..] else { panic!("bad row: {line}") };
        if of != file {
            continue;
        }
        match entries.get(symbol) {
            // Types of the C library that cbindgen would have to be told of: the table knows them.
            Some(signature) if !signature.contains("libc::") => rust.push_str(signature),
            _ => writeln!(plain, "{prototype};").unwrap(),
        }
    }
    let functions = generate(&rust);

    let guard = format!("GNUTLS_{}_H", header.name.to_uppercase().replace('-', "_"));
    let mut text = format!("/* {file} of gnutls-rs, written by tools/headers: do not edit. */\n\n");
    writeln!(text, "#ifndef {guard}\n#define {guard}\n").unwrap();
    for include in header.includes {
        writeln!(text, "#include <{include}>").unwrap();
    }
    text.push_str("\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
    if header.name == "gnutls" {
        text.push_str("typedef struct iovec giovec_t;\n\n");
    }
    text.push_str(&strings(&abi));
    text.push_str(&types);
    section(&mut text, "", &fragment);
    section(&mut text, "", &functions);
    section(&mut text, "/* Not written yet: these fail as their manual pages have it. */\n", &plain);
    text.push_str("\n#ifdef __cplusplus\n}\n#endif\n");
    // These two are written in terms of the header that ends with them.
    match header.name {
        "gnutls" => text.push_str("\n#include <gnutls/compat.h>\n"),
        "x509" => text.push_str("\n#include <gnutls/pkcs7.h>\n"),
        _ => {}
    }
    writeln!(text, "\n#endif").unwrap();
    text
}

fn section(text: &mut String, title: &str, body: &str) {
    if !body.trim().is_empty() {
        write!(text, "\n{title}{}\n", body.trim()).unwrap();
    }
}

/// Collects the signature of each C entry below `dir`, with its comment.
fn scan(dir: &Path, entries: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            scan(&entry, entries);
            continue;
        }
        if entry.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let text = fs::read_to_string(&entry).unwrap();
        let mut comment = String::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.starts_with("///") {
                writeln!(comment, "{line}").unwrap();
            } else if let Some(rest) = line.strip_prefix("pub unsafe extern \"C\" fn ") {
                let name = rest.split('(').next().unwrap().to_string();
                let mut signature = line.to_string();
                while !signature.contains('{') {
                    signature.push_str(lines.next().unwrap().trim());
                }
                let signature = signature.split('{').next().unwrap();
                let signature = parameters(signature);
                let item = format!("{comment}#[unsafe(no_mangle)]\n{signature} {{ loop {{}} }}\n");
                entries.insert(name, item);
                comment.clear();
            } else if !line.starts_with("#[") {
                comment.clear();
            }
        }
    }
}

/// A signature as C has it: no underscore before a parameter, and a function type by its name.
fn parameters(signature: &str) -> String {
    let mut text = signature.replace("(_", "(").replace(", _", ", ").replace(",_", ",");
    while let Some(at) = text.find("Option<gnutls_") {
        let Some(end) = text[at..].find('>').map(|n| at + n) else { break };
        let name = text[at + 7..end].to_string();
        text.replace_range(at..=end, &format!("*mut {name}"));
    }
    text
}

/// The strings among the constants, which cbindgen does not write.
fn strings(abi: &str) -> String {
    let mut text = String::new();
    for line in abi.lines() {
        if let Some((name, value)) = line.strip_prefix("pub const ").and_then(|l| l.split_once(": &CStr = c"))
        {
            writeln!(text, "#define {name} {}", value.trim_end_matches(';')).unwrap();
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Gathers each enumeration and makes opaque structures opaque.
fn for_cbindgen(abi: &str) -> String {
    let mut enums: BTreeSet<&str> = BTreeSet::new();
    for (line, next) in abi.lines().zip(abi.lines().skip(1)) {
        if line.starts_with("/// C enumeration of") {
            enums.extend(next.strip_prefix("pub type ").and_then(|l| l.split(' ').next()));
        }
    }
    let mut members: BTreeMap<&str, Vec<(i64, &str, &str)>> = BTreeMap::new();
    let mut text = String::new();
    let mut lines = abi.lines().peekable();
    while let Some(line) = lines.next() {
        let constant = line.strip_prefix("pub const ").and_then(|l| l.split_once(": "));
        if let Some((name, rest)) = constant {
            let (ty, value) = rest.trim_end_matches(';').split_once(" = ").unwrap();
            if enums.contains(ty) {
                // A name for another stands last.
                let order = value.parse().unwrap_or(i64::MAX);
                members.entry(ty).or_default().push((order, name, value));
                continue;
            }
            if ty.contains("CStr") {
                continue;
            }
        }
        if let Some(name) = line.strip_prefix("pub type ").and_then(|l| l.split(' ').next()) {
            // A function type is the fragments' to write.
            if line.contains("_function = unsafe extern")
                || line.contains("_function3 = unsafe extern")
                || line.contains("_function2 = unsafe extern")
                || (line.ends_with(" =")
                    && lines.peek().is_some_and(|n| n.trim_start().starts_with("unsafe extern")))
            {
                let mut item = line;
                while !item.ends_with(';') {
                    item = lines.next().unwrap();
                }
                continue;
            }
            if enums.contains(name) {
                continue;
            }
        }
        let opaque = line == "#[repr(C)]" && {
            let mut ahead = lines.clone();
            ahead.next();
            ahead.next().is_some_and(|l| l.contains("_private"))
        };
        let foreign = line == "#[repr(C)]" && {
            let mut ahead = lines.clone();
            ahead.any(|l| !l.starts_with("#["))
                && lines.clone().take(2).any(|l| l.contains("struct giovec_t"))
        };
        if foreign {
            while lines.next().is_some_and(|l| l != "}") {}
            continue;
        }
        if opaque
            || line.starts_with("//!")
            || line.starts_with("#!")
            || line == "/// Opaque to C."
            || line.starts_with("use ")
            || line.starts_with("/// C enumeration of")
        {
            continue;
        }
        writeln!(text, "{line}").unwrap();
    }
    for (name, mut list) in members {
        list.sort();
        writeln!(text, "#[repr(C)]\npub enum {name} {{").unwrap();
        for (_, member, value) in list {
            writeln!(text, "    {member} = {value},").unwrap();
        }
        writeln!(text, "}}").unwrap();
    }
    text
}

/// Runs cbindgen on Rust text; what it writes, in C that the oldest standard takes.
fn generate(rust: &str) -> String {
    let path = env::temp_dir().join(format!("headers-{}.rs", std::process::id()));
    fs::write(&path, rust).unwrap();
    let config = cbindgen::Config {
        language: cbindgen::Language::C,
        no_includes: true,
        usize_is_size_t: true,
        documentation_style: cbindgen::DocumentationStyle::C,
        style: cbindgen::Style::Both,
        line_length: 110,
        tab_width: 8,
        export: cbindgen::ExportConfig {
            // All of them, used by a function or not.
            include: rust
                .lines()
                .filter_map(|l| l.strip_prefix("pub "))
                .filter_map(|l| {
                    l.strip_prefix("type ").or(l.strip_prefix("struct ")).or(l.strip_prefix("enum "))
                })
                .filter_map(|l| l.split([' ', '<']).next())
                .map(str::to_string)
                .collect(),
            ..cbindgen::ExportConfig::default()
        },
        ..cbindgen::Config::default()
    };
    let bindings =
        cbindgen::Builder::new().with_config(config).with_src(&path).with_parse_deps(false).generate();
    let _ = fs::remove_file(&path);
    let mut out = Vec::new();
    bindings.unwrap().write(&mut out);
    tidy(&String::from_utf8(out).unwrap())
}

/// C89 has no comma after the last enumerator; a C field may be called `type`; ssize_t has its name;
/// a union that C does not name stands inside its structure.
fn tidy(text: &str) -> String {
    let mut text = text
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
