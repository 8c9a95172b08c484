//! `abi COMMAND [ROOT [DATE]]`, run from the repository or with its path:
//! - `status`: docs/STATUS.md
//! - `man`: man/man3, a page for each implemented function; the third argument is the date that they show
//! - `entries`: each implemented entry with its file, its line and whether its body is inside the guard
//! - `circles`: the import circles of `src`, with the imports that make them
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use gnutls_rs_abi::c_tests::{self, Use};
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

/// Each symbol with its file, whether it is implemented and tested, its C tests and how many Debian packages use it.
fn status(root: &Path) {
    let written = entries::read(root);
    let file: BTreeMap<&str, &str> = written.iter().map(|e| (e.name.as_str(), e.module())).collect();
    let symbols = symbols::read(root);
    let void: BTreeSet<&str> = symbols.iter().filter(|s| s.is_void()).map(|s| s.name.as_str()).collect();
    let tests = c_tests::read(root, &|name| void.contains(name));

    let (mut done, mut used, mut used_done, mut rows) = (0, 0, 0, String::new());
    let mut counts = BTreeMap::new();
    for symbol in &symbols {
        let place = file.get(symbol.name.as_str());
        let is_used = symbol.packages > 0;
        done += usize::from(place.is_some());
        used += usize::from(is_used);
        used_done += usize::from(is_used && place.is_some());
        let best = tests.values().filter_map(|uses| uses.get(&symbol.name)).max().copied();
        if place.is_some() {
            *counts.entry(best).or_insert(0) += 1;
        }
        let tests =
            tests.iter().filter(|(_, uses)| best.is_some() && uses.get(&symbol.name).copied() == best);
        rows += &format!(
            "| `{}` | {} | {} | {} | {} | {} |\n",
            symbol.name,
            place.unwrap_or(&""),
            if place.is_some() { "written" } else { "unsupported" },
            if place.is_some() { verdict(best) } else { "" },
            tests.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" "),
            if is_used { symbol.packages.to_string() } else { String::new() },
        );
    }
    let count = |best| counts.get(&best).copied().unwrap_or(0);
    print!(
        "# Status\n\nWritten by `make status` from the sources: do not edit.\n\n\
         {done} of {} symbols are written; of the {used} that programs in Debian use, {used_done}.\n\
         What is `unsupported` fails as its manual page has it and says its name once in the log.\n\n\
         Of those that are written {} are `tested`, {} `called` and {} have `no test`. What is tested has a call in the C tests\n\
         whose result or effect is checked (`tools/abi/src/c_tests.rs`); the tests named are those with such a call, or\n\
         else those that call it.\n\n\
         | symbol | file | status | test | C tests | Debian packages |\n| --- | --- | --- | --- | --- | --- |\n{rows}",
        symbols.len(),
        count(Some(Use::Tested)),
        count(Some(Use::Called)),
        count(None),
    );
}

fn write_pages(root: &Path, date: &str) {
    let directory = root.join("man/man3");
    fs::create_dir_all(&directory).unwrap();
    for (name, page) in man::pages(root, date) {
        fs::write(directory.join(format!("{name}.3")), page).unwrap();
    }
}

fn verdict(best: Option<Use>) -> &'static str {
    match best {
        Some(Use::Tested) => "tested",
        Some(Use::Called) => "called",
        None => "no test",
    }
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
