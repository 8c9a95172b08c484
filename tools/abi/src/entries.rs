//! The C entries: every exported function and variable below `src/capi`.
use std::fs;
use std::path::Path;

use syn::{Expr, Stmt};

use crate::{is_test_only, parse, rust_files};

/// An exported function or variable.
pub struct Entry {
    pub name: String,
    /// Its file, relative to `src/capi`.
    pub file: String,
    pub line: usize,
    /// The lines of its doc comment, each as it follows `///`.
    pub doc: Vec<String>,
    pub item: Item,
}

pub enum Item {
    Function { signature: Box<syn::Signature>, body: Body },
    Data { mutable: bool },
}

/// What an entry runs, as far as a panic is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// One call into a function of the module `guard`.
    Guarded,
    /// A constant, or nothing.
    Constant,
    /// One call of this function with constants or the entry's own arguments: as safe as that one is.
    Forwards(String),
    /// Code that runs outside the guard.
    Unguarded,
}

impl Entry {
    /// The signature as Rust text; empty for a variable.
    pub fn signature(&self) -> String {
        match &self.item {
            Item::Function { signature, .. } => quote::quote!(#signature).to_string(),
            Item::Data { .. } => String::new(),
        }
    }

    /// The file without its extension, as the tables name it: `x509/crt/get`.
    pub fn module(&self) -> &str {
        self.file.trim_end_matches(".rs")
    }
}

/// Reads the entries of the repository at `root`, ordered by file and line.
pub fn read(root: &Path) -> Vec<Entry> {
    let mut out = Vec::new();
    for (file, path) in rust_files(&root.join("src/capi")) {
        collect(&file, &parse(&path).items, &mut out);
    }
    out
}

fn collect(file: &str, items: &[syn::Item], out: &mut Vec<Entry>) {
    for item in items {
        let (attrs, name, item) = match item {
            syn::Item::Fn(f) => {
                let body = body(&f.block);
                (&f.attrs, &f.sig.ident, Item::Function { signature: Box::new(f.sig.clone()), body })
            }
            syn::Item::Static(s) => (
                &s.attrs,
                &s.ident,
                Item::Data { mutable: matches!(s.mutability, syn::StaticMutability::Mut(_)) },
            ),
            syn::Item::Mod(m) if !is_test_only(&m.attrs) => {
                if let Some((_, items)) = &m.content {
                    collect(file, items, out);
                }
                continue;
            }
            _ => continue,
        };
        if attrs.iter().any(is_no_mangle) && !is_test_only(attrs) {
            out.push(Entry {
                name: name.to_string(),
                file: file.to_string(),
                line: name.span().start().line,
                doc: doc(attrs),
                item,
            });
        }
    }
}

/// `#[unsafe(no_mangle)]` or `#[no_mangle]`.
fn is_no_mangle(attr: &syn::Attribute) -> bool {
    match &attr.meta {
        syn::Meta::Path(path) => path.is_ident("no_mangle"),
        syn::Meta::List(list) => list.path.is_ident("unsafe") && list.tokens.to_string() == "no_mangle",
        syn::Meta::NameValue(_) => false,
    }
}

fn doc(attrs: &[syn::Attribute]) -> Vec<String> {
    let mut out = Vec::new();
    for attr in attrs {
        if let syn::Meta::NameValue(meta) = &attr.meta
            && meta.path.is_ident("doc")
            && let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &meta.value
        {
            out.extend(text.value().lines().map(str::to_string));
            if text.value().is_empty() {
                out.push(String::new());
            }
        }
    }
    out
}

fn body(block: &syn::Block) -> Body {
    // Items run nothing, and `let _ = flags;` says that an argument is not used.
    let idle = |stmt: &&Stmt| match stmt {
        Stmt::Item(_) => true,
        Stmt::Local(local) => {
            matches!(local.pat, syn::Pat::Wild(_))
                && local.init.as_ref().is_some_and(|init| init.diverge.is_none() && is_constant(&init.expr))
        }
        _ => false,
    };
    let rest: Vec<&Stmt> = block.stmts.iter().skip_while(idle).collect();
    let only = match rest[..] {
        [] => return Body::Constant,
        [Stmt::Expr(expr, _)] => expr,
        _ => return Body::Unguarded,
    };
    if is_constant(only) {
        Body::Constant
    } else if is_guarded(only) {
        Body::Guarded
    } else {
        forwards(only).map_or(Body::Unguarded, Body::Forwards)
    }
}

/// A call of `guard::f(..)`. Its closures run inside; its other arguments run before it and must be constants.
fn is_guarded(expr: &Expr) -> bool {
    let Expr::Call(call) = expr else { return false };
    let Expr::Path(function) = &*call.func else { return false };
    let segments: Vec<_> = function.path.segments.iter().collect();
    matches!(segments[..], [.., module, _] if module.ident == "guard")
        && call.args.iter().all(|a| matches!(a, Expr::Closure(_)) || is_constant(a))
}

/// `unsafe { f(a, b) }` or `f(a, b)`: the name of `f`.
fn forwards(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Unsafe(block) => match &block.block.stmts[..] {
            [Stmt::Expr(inner, _)] => forwards(inner),
            _ => None,
        },
        Expr::Call(call) => match &*call.func {
            Expr::Path(function) if call.args.iter().all(is_constant) => {
                Some(function.path.segments.last()?.ident.to_string())
            }
            _ => None,
        },
        _ => None,
    }
}

/// An expression without code that could panic: a literal, a path, a cast, a null pointer.
fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Cast(cast) => is_constant(&cast.expr),
        Expr::Unary(unary) => is_constant(&unary.expr),
        Expr::Field(field) => is_constant(&field.base),
        Expr::Paren(paren) => is_constant(&paren.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_constant),
        Expr::Struct(value) => value.rest.is_none() && value.fields.iter().all(|f| is_constant(&f.expr)),
        Expr::Call(call) => match &*call.func {
            Expr::Path(function) => {
                let name = function.path.segments.last().unwrap().ident.to_string();
                (name == "null" || name == "null_mut") && call.args.is_empty()
            }
            _ => false,
        },
        Expr::MethodCall(call) => {
            call.method == "as_ptr" && call.args.is_empty() && is_constant(&call.receiver)
        }
        _ => false,
    }
}

/// `abi/entries.tsv`: which file of `src/capi`, named without its extension, holds the entries whose names begin with
/// a prefix.
pub struct Placement {
    rows: Vec<(String, String)>,
}

impl Placement {
    /// Reads the table of the repository at `root`.
    pub fn read(root: &Path) -> Placement {
        let path = root.join("abi/entries.tsv");
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let row = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
            [prefix, file] => (prefix.to_string(), file.to_string()),
            _ => panic!("entries.tsv: not two columns: {line}"),
        };
        Placement { rows: text.lines().skip(1).map(row).collect() }
    }

    pub fn rows(&self) -> &[(String, String)] {
        &self.rows
    }

    /// The file of the longest prefix of `name`.
    pub fn file(&self, name: &str) -> Option<&str> {
        self.row(name).map(|(_, file)| file.as_str())
    }

    /// The longest prefix of `name`.
    pub fn prefix(&self, name: &str) -> Option<&str> {
        self.row(name).map(|(prefix, _)| prefix.as_str())
    }

    fn row(&self, name: &str) -> Option<&(String, String)> {
        let fitting = self.rows.iter().filter(|(prefix, _)| name.starts_with(prefix.as_str()));
        fitting.max_by_key(|(prefix, _)| prefix.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<Entry> {
        let mut out = Vec::new();
        collect("a.rs", &syn::parse_file(text).unwrap().items, &mut out);
        out
    }

    #[test]
    fn entries_are_what_is_exported() {
        let found = entries(
            "/// One.\n///\n/// More.\n#[unsafe(no_mangle)]\npub unsafe extern \"C\" fn one(a: i32) -> i32 { 0 }\n\
             pub unsafe extern \"C\" fn callback() {}\n\
             #[unsafe(no_mangle)]\npub static mut two: u32 = 1;\n\
             #[cfg(test)] mod tests { #[unsafe(no_mangle)] pub extern \"C\" fn three() {} }",
        );
        assert_eq!(found.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(found[0].doc, [" One.", "", " More."]);
        assert_eq!(found[0].line, 5);
        assert!(matches!(found[1].item, Item::Data { mutable: true }));
    }

    #[test]
    fn bodies() {
        let body = |text: &str| super::body(&syn::parse_str(text).unwrap());
        assert_eq!(body("{}"), Body::Constant);
        assert_eq!(body("{ -(X as c_int) }"), Body::Constant);
        assert_eq!(body("{ core::ptr::null_mut() }"), Body::Constant);
        assert_eq!(body("{ guard::unit(|| Ok(())) }"), Body::Guarded);
        assert_eq!(body("{ super::guard::or(-1, || f()); }"), Body::Guarded);
        assert_eq!(body("{ const N: u8 = 1; let _ = (a, b); guard::unit(|| Ok(())) }"), Body::Guarded);
        assert_eq!(body("{ let _ = f(); guard::unit(|| Ok(())) }"), Body::Unguarded);
        assert_eq!(body("{ guard::or(f(), || 1) }"), Body::Unguarded);
        assert_eq!(body("{ unsafe { f(a, 1) } }"), Body::Forwards("f".to_string()));
        assert_eq!(body("{ f(g()) }"), Body::Unguarded);
        assert_eq!(body("{ let a = 1; guard::code(|| Ok(a)) }"), Body::Unguarded);
    }

    #[test]
    fn the_longest_prefix_places_an_entry() {
        let row = |p: &str, f: &str| (p.to_string(), f.to_string());
        let table = Placement { rows: vec![row("gnutls_x509_", "x509"), row("gnutls_x509_crt_", "crt")] };
        assert_eq!(table.file("gnutls_x509_crt_init"), Some("crt"));
        assert_eq!(table.file("gnutls_x509_crl_init"), Some("x509"));
        assert_eq!(table.file("gnutls_init"), None);
    }
}
