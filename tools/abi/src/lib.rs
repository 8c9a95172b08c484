//! Reads the C interface of gnutls-rs from its sources.
//!
//! This is the only parser of entries, their comments and imports. The build script, the header generator, the
//! manual pages, the status table and the architecture test all use it.
use std::fs;
use std::path::{Path, PathBuf};

pub mod c_tests;
pub mod entries;
pub mod guide;
pub mod imports;
pub mod man;
pub mod manual;
pub mod status;
pub mod symbols;

pub use entries::{Body, Entry, Item, Placement};
pub use imports::{Graph, Import};
pub use manual::Manual;
pub use quote;
pub use symbols::{Kind, Symbol};
pub use syn;

/// Every Rust file in `dir` and its subdirectories: its path relative to `dir` (with `/`) and its full path.
/// The list is sorted.
pub fn rust_files(dir: &Path) -> Vec<(String, PathBuf)> {
    fn walk(dir: &Path, prefix: &str, out: &mut Vec<(String, PathBuf)>) {
        let list = fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
        for entry in list.map(|e| e.unwrap()) {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let path = entry.path();
            if path.is_dir() {
                walk(&path, &format!("{name}/"), out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push((name, path));
            }
        }
    }
    let mut out = Vec::new();
    walk(dir, "", &mut out);
    out.sort();
    out
}

/// Reads and parses one Rust file.
fn parse(path: &Path) -> syn::File {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    syn::parse_file(&text).unwrap_or_else(|e| panic!("{}:{}: {e}", path.display(), e.span().start().line))
}

/// Whether the attributes include `#[cfg(test)]`.
fn is_test_only(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|a| match &a.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}
