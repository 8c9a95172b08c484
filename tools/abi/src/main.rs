//! `abi COMMAND [ROOT [DATE]]`, run from the repository or with its path:
//! - `status`: docs/STATUS.md
//! - `man`: man/man3, a page for each written function; the third argument is the date that they show
//! - `entries`: each written entry with its file, its line and whether its body is inside the guard
//! - `circles`: the import circles of `src`, with the imports that make them
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use gnutls_rs_abi::{Body, Graph, Item, entries, man, symbols};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let root = Path::new(args.get(1).map_or(".", String::as_str));
    match args.first().map(String::as_str) {
        Some("status") => status(root),
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
        Some("circles") => circles(root),
        _ => {
            eprintln!("usage: abi status|man|entries|circles [ROOT [DATE]]");
            std::process::exit(2);
        }
    }
}

/// Each symbol with its file, whether it is written, its C tests and how many Debian packages use it.
fn status(root: &Path) {
    let written = entries::read(root);
    let file: BTreeMap<&str, &str> = written.iter().map(|e| (e.name.as_str(), e.module())).collect();
    let tests = tests(&root.join("capi-tests/c"), "");
    let symbols = symbols::read(root);

    let (mut done, mut used, mut used_done, mut rows) = (0, 0, 0, String::new());
    for symbol in &symbols {
        let place = file.get(symbol.name.as_str());
        let is_used = symbol.packages > 0;
        done += usize::from(place.is_some());
        used += usize::from(is_used);
        used_done += usize::from(is_used && place.is_some());
        let tests: Vec<&str> =
            tests.iter().filter(|(_, names)| names.contains(&symbol.name)).map(|(t, _)| t.as_str()).collect();
        rows += &format!(
            "| `{}` | {} | {} | {} | {} |\n",
            symbol.name,
            place.unwrap_or(&""),
            if place.is_some() { "written" } else { "unsupported" },
            tests.join(" "),
            if is_used { symbol.packages.to_string() } else { String::new() },
        );
    }
    print!(
        "# Status\n\nWritten by `make status` from the sources: do not edit.\n\n\
         {done} of {} symbols are written; of the {used} that programs in Debian use, {used_done}.\n\
         What is `unsupported` fails as its manual page has it and says its name once in the log.\n\n\
         | symbol | file | status | C tests | Debian packages |\n| --- | --- | --- | --- | --- |\n{rows}",
        symbols.len()
    );
}

fn write_pages(root: &Path, date: &str) {
    let directory = root.join("man/man3");
    fs::create_dir_all(&directory).unwrap();
    for (name, page) in man::pages(root, date) {
        fs::write(directory.join(format!("{name}.3")), page).unwrap();
    }
}

/// The C tests below `dir`, each with the names of the interface that it mentions.
fn tests(dir: &Path, prefix: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap().map(|e| e.unwrap()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            out.extend(tests(&entry.path(), &format!("{prefix}{name}/")));
        } else if let Some(name) = name.strip_suffix(".c").filter(|name| !name.starts_with("make_")) {
            let text = fs::read_to_string(entry.path()).unwrap();
            let names = text
                .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .filter(|w| w.starts_with("gnutls_") || w.starts_with("_gnutls_"))
                .map(str::to_string)
                .collect();
            out.insert(format!("{prefix}{name}"), names);
        }
    }
    out
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
