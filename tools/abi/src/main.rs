//! `abi COMMAND [ROOT [DATE]]`, run from the repository or with its path:
//! - `status`: docs/STATUS.md
//! - `man`: man/man3, a page for each implemented function, and man/man7; the third argument is the date that they show
//! - `debian-symbols`: the symbols file of Debian's package
//! - `entries`: each implemented entry with its file, its line and whether its body is inside the guard
//! - `circles`: the import circles of `src`, with the imports that make them
use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use gnutls_rs_abi::{Body, Graph, Item, entries, guide, man, status, symbols};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let root = Path::new(args.get(1).map_or(".", String::as_str));
    match args.first().map(String::as_str) {
        Some("status") => print!("{}", status::document(root)),
        Some("man") => write_pages(root, args.get(2).map_or("", String::as_str)),
        Some("entries") => {
            for e in entries::read(root) {
                let body = match &e.item {
                    Item::Function { body: Body::Forwards(to), .. } => format!("forwards to {to}"),
                    Item::Function { body, .. } => format!("{body:?}").to_lowercase(),
                    Item::Data { .. } => "data".to_string(),
                };
                println!("{}\t{}\t{}\t{body}", e.name, e.file, e.line);
            }
        }
        Some("debian-symbols") => debian_symbols(root),
        Some("circles") => circles(root),
        _ => {
            eprintln!("usage: abi status|man|entries|debian-symbols|circles [ROOT [DATE]]");
            std::process::exit(2);
        }
    }
}

fn write_pages(root: &Path, date: &str) {
    let directory = root.join("man/man3");
    fs::create_dir_all(&directory).unwrap();
    for (name, page) in man::pages(root, date) {
        fs::write(directory.join(format!("{name}.{}", man::SECTION)), page).unwrap();
    }
    let directory = root.join("man/man7");
    fs::create_dir_all(&directory).unwrap();
    fs::write(directory.join("gnutls-rs.7"), guide::page(root, date)).unwrap();
}

/// deb-symbols(5): all symbols and version nodes are there since the first package.
fn debian_symbols(root: &Path) {
    const FIRST: &str = "0.1.0";
    let symbols = symbols::read(root);
    let nodes: BTreeSet<&str> = symbols.iter().map(|s| s.node.as_str()).collect();
    println!("libgnutls-rs.so.30 libgnutls-rs30 #MINVER#\n* Build-Depends-Package: libgnutls-rs-dev");
    let nodes = nodes.iter().map(|node| (*node, *node));
    let mut all: Vec<_> = symbols.iter().map(|s| (s.name.as_str(), s.node.as_str())).chain(nodes).collect();
    all.sort_unstable();
    all.iter().for_each(|(name, node)| println!(" {name}@{node} {FIRST}"));
}

fn circles(root: &Path) {
    let graph = Graph::read(root);
    for circle in graph.circles(|_| true) {
        println!("circle of {}: {}", circle.len(), circle.join(" "));
        for i in graph.imports() {
            if circle.contains(&i.from.as_str()) && circle.contains(&i.to.as_str()) {
                println!("    {}:{}: {} ({})", i.from, i.line, i.path, i.to);
            }
        }
    }
}
