//! Writes into OUT_DIR what the library of this repository has: `table.rs`, each symbol of `abi/symbols.tsv` with whether it is
//! written in `src/capi` and tested in `capi-tests/c`, and the rows of docs/differences.md that name it.
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use gnutls_rs_abi::c_tests::{self, Use};
use gnutls_rs_abi::{entries, symbols};

#[path = "src/rows.rs"]
mod rows;

fn main() {
    let root = Path::new("../..");
    for path in ["abi/symbols.tsv", "src/capi", "capi-tests/c", "docs/differences.md"] {
        println!("cargo::rerun-if-changed={}", root.join(path).display());
    }
    println!("cargo::rerun-if-changed=src/rows.rs");

    let symbols = symbols::read(root);
    let void: BTreeSet<&str> = symbols.iter().filter(|s| s.is_void()).map(|s| s.name.as_str()).collect();
    let tests = c_tests::read(root, &|name| void.contains(name));
    let tested = |name: &str| tests.values().any(|uses| uses.get(name) == Some(&Use::Tested));
    let written: BTreeSet<String> = entries::read(root).into_iter().map(|e| e.name).collect();

    let mut names: Vec<&str> = symbols.iter().map(|s| s.name.as_str()).collect();
    names.sort_unstable();
    let text = fs::read_to_string(root.join("docs/differences.md")).expect("docs/differences.md");
    let rows = rows::read(&text, &names);

    let mut sorted: Vec<_> = symbols.iter().collect();
    sorted.sort_by(|a, b| a.name.cmp(&b.name));
    let mut out = String::from("pub(crate) static SYMBOLS: &[Symbol] = &[\n");
    for symbol in sorted {
        let written = written.contains(&symbol.name);
        let differences: Vec<usize> =
            (0..rows.len()).filter(|&i| rows[i].symbols.contains(&symbol.name)).collect();
        writeln!(
            out,
            "    Symbol {{ name: {:?}, node: {:?}, written: {written}, tested: {}, differences: &{differences:?} }},",
            symbol.name,
            symbol.node,
            written && tested(&symbol.name),
        )
        .unwrap();
    }
    out += "];\n\npub(crate) static DIFFERENCES: &[Difference] = &[\n";
    for row in &rows {
        writeln!(
            out,
            "    Difference {{ line: {}, section: {:?}, what: {:?}, gnutls: {:?}, ours: {:?}, why: {:?} }},",
            row.line, row.section, row.what, row.gnutls, row.ours, row.why
        )
        .unwrap();
    }
    out += "];\n";
    fs::write(Path::new(&env::var_os("OUT_DIR").unwrap()).join("table.rs"), out).unwrap();
}
