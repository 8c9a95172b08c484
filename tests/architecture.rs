//! Checks the sources against the architecture: the layers of `src/lib.rs`, where `unsafe` and crypto crates
//! may appear, and the order of the modules of the C boundary.
//!
//! How imports are found, and what makes a circle of a parent module and its child, is described in
//! `tools/abi/src/imports.rs`: every path in the code counts, a re-export is followed to the file that
//! declares the item and is itself not a use, and code under `#[cfg(test)]` does not count.
use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use gnutls_rs_abi::syn::{FnArg, Pat, ReturnType};
use gnutls_rs_abi::{Body, Entry, Graph, Item, Kind, Manual, Placement, entries, rust_files, symbols};

/// A layer and its height. Layers of the same height do not use each other.
const LAYERS: [(&str, u32); 15] = [
    ("abi", 0),
    ("first_use", 0),
    ("log", 1),
    ("error", 2),
    ("alg", 3),
    ("codec", 3),
    ("compression", 3),
    ("memory", 3),
    ("asn1", 4),
    ("crypto", 5),
    ("record", 6),
    ("pki", 6),
    ("handshake", 7),
    ("session", 8),
    ("capi", 9),
];

/// The only places below `capi` that may contain `unsafe`.
const UNSAFE: [&str; 2] = ["crypto/aws_lc/", "crypto/fork.rs"];

/// Dependencies that any layer may use. Every other dependency is a crypto crate, which only `crypto` may
/// use.
const NO_CRYPTO: [&str; 11] = [
    "bitflags",
    "brotli",
    "icu_normalizer",
    "icu_properties",
    "idna",
    "libc",
    "memchr",
    "miniz_oxide",
    "ruzstd",
    "subtle",
    "zeroize",
];

/// The most lines of a file. A longer file is to be split.
const MAX_LINES: usize = 900;

/// SAFETY comments that name neither the pointer nor the requirement that the block relies on.
const STOCK_SAFETY: [&str; 2] = ["the manual's contract.", "the caller's promise."];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn check<T: Display>(what: &str, found: impl IntoIterator<Item = T>) {
    let found: Vec<String> = found.into_iter().map(|f| f.to_string()).collect();
    assert!(found.is_empty(), "{what}: {}\n{}", found.len(), found.join("\n"));
}

fn graph() -> &'static Graph {
    static GRAPH: OnceLock<Graph> = OnceLock::new();
    GRAPH.get_or_init(|| Graph::read(root()))
}

/// The layer of a file of `src`: its first folder, or else the file's name.
fn layer(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap()
}

fn height(file: &str) -> Option<u32> {
    LAYERS.iter().find(|(name, _)| *name == layer(file)).map(|(_, height)| *height)
}

/// The height of a file within `capi`: `ffi` is the lowest, then `object`, then the entries.
fn capi_height(file: &str) -> u32 {
    match file.split('/').nth(1) {
        Some("ffi") => 0,
        Some("object") => 1,
        _ => 2,
    }
}

/// Every source of the library with its lines.
fn sources() -> Vec<(String, Vec<String>)> {
    let read = |path| fs::read_to_string(path).unwrap().lines().map(str::to_string).collect();
    rust_files(&root().join("src")).into_iter().map(|(name, path)| (name, read(path))).collect()
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or("")
}

#[test]
fn every_file_is_in_a_layer() {
    let graph = graph();
    check("in no layer", graph.files().filter(|f| *f != "lib.rs" && height(f).is_none()));
}

#[test]
fn imports_point_down() {
    let graph = graph();
    let up = graph.imports().iter().chain(graph.reexports()).filter(|i| {
        let (Some(from), Some(to)) = (height(&i.from), height(&i.to)) else { return i.from != "lib.rs" };
        layer(&i.from) != layer(&i.to) && to >= from
    });
    check("imports that do not point down", up.map(|i| format!("{}:{}: {}", i.from, i.line, i.path)));
}

fn describe(graph: &Graph, circles: Vec<Vec<&str>>) -> Vec<String> {
    let inside = |circle: &[&str]| {
        let has = |f: &str| circle.contains(&f);
        let imports = graph.imports().iter().filter(|i| has(&i.from) && has(&i.to));
        imports.map(|i| format!("    {}:{}: {}\n", i.from, i.line, i.path)).collect::<String>()
    };
    circles.iter().map(|c| format!("{}\n{}", c.join(" "), inside(c))).collect()
}

#[test]
fn no_module_below_capi_is_in_an_import_circle() {
    let graph = graph();
    check("circles", describe(graph, graph.circles(|f| layer(f) != "capi")));
}

#[test]
fn no_module_of_capi_is_in_an_import_circle() {
    let graph = graph();
    check("circles", describe(graph, graph.circles(|f| layer(f) == "capi")));
}

#[test]
fn imports_of_capi_point_down() {
    let graph = graph();
    let both = |i: &&gnutls_rs_abi::Import| layer(&i.from) == "capi" && layer(&i.to) == "capi";
    let up = graph.imports().iter().filter(both).filter(|i| capi_height(&i.to) > capi_height(&i.from));
    check("imports that point up", up.map(|i| format!("{}:{}: {}", i.from, i.line, i.path)));
    for part in ["ffi", "object"] {
        assert!(root().join("src/capi").join(part).is_dir(), "src/capi/{part} is missing");
    }
}

#[test]
fn objects_have_no_entries() {
    let found = entries::read(root());
    let functions = found.iter().filter(|e| matches!(e.item, Item::Function { .. }));
    check("entries among the objects", functions.filter(|e| e.file.starts_with("object/")).map(place));
}

fn place(entry: &Entry) -> String {
    format!("{}:{}: {}", entry.file, entry.line, entry.name)
}

/// Every public symbol has a row, whether implemented or not, and each row is the longest prefix of some
/// symbol.
#[test]
fn the_table_of_entries_is_whole_and_has_nothing_to_spare() {
    let table = Placement::read(root());
    let symbols = symbols::read(root());
    let public = symbols.iter().filter(|s| s.header.is_some() && s.kind == Kind::Function);
    check("symbols without a file", public.filter(|s| table.file(&s.name).is_none()).map(|s| &s.name));

    let prefixes: BTreeSet<&String> = table.rows().iter().map(|(prefix, _)| prefix).collect();
    assert_eq!(prefixes.len(), table.rows().len(), "a prefix has two rows");
    let used: BTreeSet<&str> = symbols.iter().filter_map(|s| table.prefix(&s.name)).collect();
    check("rows without a symbol", prefixes.iter().filter(|p| !used.contains(p.as_str())));
}

#[test]
fn every_entry_is_in_the_file_of_its_prefix() {
    let table = Placement::read(root());
    let found = entries::read(root());
    let wrong = found.iter().filter(|e| table.file(&e.name) != Some(e.module()));
    check("entries in another file", wrong.map(|e| format!("{} -> {:?}", place(e), table.file(&e.name))));
}

/// The body of an entry is one call of the guard, a constant, or one call of another entry.
#[test]
fn every_entry_runs_in_the_guard() {
    let found = entries::read(root());
    let names: BTreeSet<&str> = found.iter().map(|e| e.name.as_str()).collect();
    let outside = found.iter().filter(|e| match &e.item {
        Item::Function { body: Body::Unguarded, .. } => true,
        Item::Function { body: Body::Forwards(to), .. } => !names.contains(to.as_str()),
        _ => false,
    });
    check("entries with code outside the guard", outside.map(place));
}

#[test]
fn unsafe_stays_in_its_places_and_says_why() {
    let mut bad = Vec::new();
    for (name, lines) in sources() {
        let in_capi = layer(&name) == "capi";
        let allowed = in_capi || UNSAFE.iter().any(|place| name.starts_with(place));
        for (at, line) in lines.iter().enumerate() {
            let line = code(line);
            if !(line.contains("unsafe {") || line.contains("unsafe impl")) {
                continue;
            }
            let says_why = lines[at.saturating_sub(7)..=at].iter().any(|l| l.contains("SAFETY"));
            if !allowed {
                bad.push(format!("{name}:{}: unsafe has no place here", at + 1));
            } else if !says_why && !in_capi {
                bad.push(format!("{name}:{}: no SAFETY line above", at + 1));
            }
        }
    }
    check("unsafe", bad);
}

#[test]
fn safety_lines_of_capi_name_what_they_rest_on() {
    let mut bad = Vec::new();
    for (name, lines) in sources().iter().filter(|(name, _)| layer(name) == "capi") {
        for (at, line) in lines.iter().enumerate() {
            let said = line.split("SAFETY:").nth(1).map(str::trim);
            if said.is_some_and(|said| STOCK_SAFETY.contains(&said)) {
                bad.push(format!("{name}:{}", at + 1));
            }
        }
    }
    check("stock sentences", bad);
}

/// The names of the library's dependencies as Rust identifiers.
fn dependencies() -> BTreeSet<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("\n[dependencies]\n").nth(1).expect("Cargo.toml has dependencies");
    let lines = section.lines().take_while(|l| !l.starts_with('['));
    lines.filter_map(|l| l.split_once('=')).map(|(name, _)| name.trim().replace('-', "_")).collect()
}

#[test]
fn crypto_crates_are_named_in_crypto_alone() {
    let crates = dependencies();
    check("no dependency any more", NO_CRYPTO.iter().filter(|c| !crates.contains(**c)));
    let crypto: BTreeSet<_> = crates.into_iter().filter(|c| !NO_CRYPTO.contains(&c.as_str())).collect();
    let graph = graph();
    let named = graph.external().iter().filter(|i| crypto.contains(&i.to));
    let outside = named.filter(|i| layer(&i.from) != "crypto");
    check("crypto crates outside crypto", outside.map(|i| format!("{}:{}: {}", i.from, i.line, i.path)));
    let used: BTreeSet<_> = graph.external().iter().map(|i| &i.to).collect();
    check("crypto crates that nobody names", crypto.iter().filter(|c| !used.contains(c)));
}

#[test]
fn files_stay_readable() {
    // Doc comments are not counted: they are the manual of the entries, and long ones are no reason to split
    // a file.
    let code = |lines: &[String]| lines.iter().filter(|l| !l.starts_with("///")).count();
    let long = sources().into_iter().map(|(name, lines)| (name, code(&lines)));
    let long = long.filter(|(_, lines)| *lines > MAX_LINES);
    check("files that want to be two modules", long.map(|(name, lines)| format!("{name}: {lines} lines")));
}

#[test]
fn the_architecture_page_names_files_that_exist() {
    let page = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
    let names = page.split('`').skip(1).step_by(2).filter(|n| n.ends_with(".rs") || n.ends_with('/'));
    let missing = |name: &&str| !root().join(name).exists() && !root().join("src").join(name).exists();
    check("files that are not there", names.filter(missing));
}

/// Integers of the C interface become types in `alg` and `error`: other layers below `capi` only name error codes.
#[test]
fn constants_of_the_interface_stay_at_the_boundary() {
    let mut bad = Vec::new();
    for (name, lines) in sources() {
        if ["abi", "alg", "error", "capi"].contains(&layer(&name)) {
            continue;
        }
        for (at, line) in lines.iter().enumerate() {
            let names = code(line).split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            let constants = names.filter(|n| n.starts_with("GNUTLS_") && !n.starts_with("GNUTLS_E_"));
            bad.extend(constants.map(|n| format!("{name}:{}: {n}", at + 1)));
        }
    }
    check("constants of the C interface", bad);
}

/// The comment of an entry is its manual page: it has a summary, each parameter, and what a non-void function returns.
#[test]
fn every_entry_is_documented() {
    let mut bad = Vec::new();
    for entry in entries::read(root()) {
        let Item::Function { signature, .. } = &entry.item else { continue };
        let manual = Manual::parse(&entry.doc);
        let said: BTreeSet<&str> =
            manual.parameters.iter().flat_map(|p| &p.names).map(String::as_str).collect();
        let parameters = signature.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(parameter) => match &*parameter.pat {
                Pat::Ident(name) => Some(name.ident.to_string().trim_start_matches('_').to_string()),
                _ => None,
            },
            FnArg::Receiver(_) => None,
        });
        bad.extend(
            parameters.filter(|p| !said.contains(p.as_str())).map(|p| format!("{}: {p}", place(&entry))),
        );
        let returns = matches!(signature.output, ReturnType::Type(..));
        if manual.summary.is_empty() || (returns && manual.returns.is_none()) {
            bad.push(place(&entry));
        }
    }
    check("entries without a summary, a parameter or what they return", bad);
}
