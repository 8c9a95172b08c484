//! The symbol table, `abi/symbols.tsv`.
use std::fs;
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Function,
    Data,
}

/// One exported symbol.
#[derive(Clone, Debug)]
pub struct Symbol {
    pub name: String,
    /// The version node that exports it.
    pub node: String,
    pub kind: Kind,
    /// The header that declares it; `None` for a symbol that no public header declares.
    pub header: Option<String>,
    /// The release of GnuTLS that is known to have it.
    pub since: String,
    /// How many packages of Debian use it.
    pub packages: u32,
    /// Its C declaration without the semicolon.
    pub prototype: Option<String>,
}

impl Symbol {
    /// A function without a result.
    pub fn is_void(&self) -> bool {
        self.prototype.as_ref().is_some_and(|p| p.starts_with(&format!("void {}", self.name)))
    }
}

/// Reads the table of the repository at `root`, in its order.
pub fn read(root: &Path) -> Vec<Symbol> {
    let path = root.join("abi/symbols.tsv");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Symbol {
    let columns: Vec<&str> = line.split('\t').collect();
    let [name, node, kind, header, since, packages, prototype] = columns[..] else {
        panic!("symbols.tsv: not seven columns: {line}")
    };
    let optional = |text: &str| (text != "-").then(|| text.to_string());
    Symbol {
        name: name.to_string(),
        node: node.to_string(),
        kind: match kind {
            "func" => Kind::Function,
            "data" => Kind::Data,
            _ => panic!("symbols.tsv: neither func nor data: {line}"),
        },
        header: optional(header),
        since: since.to_string(),
        packages: packages.parse().unwrap_or(0),
        prototype: optional(prototype),
    }
}
