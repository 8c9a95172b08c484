//! The import graph of a crate: which file's code uses an item that another file defines.
//!
//! Every path counts, in a `use` as in an expression, a type or the tokens of a macro call, and is followed to
//! the file that defines the item:
//! - `crate`, `self`, `super`, names in scope (imports, declared items, globs) and re-exports are resolved.
//! - A re-export (`pub use child::Item`) is not a use of `child`. A path through it leads to the file of
//!   `child`. So a parent that re-exports its children and a child that reaches a sibling through the parent
//!   do not form a circle of parent and child. They do if the parent's own code uses the child and the child
//!   uses an item that the parent defines.
//! - `mod child;` alone is not a use.
//! - Code under `#[cfg(test)]` does not count.
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::{is_test_only, parse};

/// One use of an item of another file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The file that uses it, relative to the source directory.
    pub from: String,
    pub line: usize,
    /// The file that defines it.
    pub to: String,
    /// The path as it is written.
    pub path: String,
}

/// A module: a file, or an inline module in one.
#[derive(Default)]
struct Module {
    file: String,
    path: Vec<String>,
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    /// The items that are functions, constants and variables: a path ends with them.
    values: BTreeSet<String>,
    /// Whether a macro call may declare items whose names are unknown.
    has_macro_items: bool,
    /// Name in scope -> the path that it was imported by.
    names: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// The modules that the globs name.
    globbed: Vec<Vec<String>>,
    /// All names that a path through this module may continue with.
    provided: BTreeSet<String>,
    /// Paths in code and in private imports.
    uses: Vec<(usize, Vec<String>)>,
    /// `crate::x` paths of re-exports: they name a layer, although they are not a use of the module.
    reexports: Vec<(usize, Vec<String>)>,
}

#[derive(Default)]
pub struct Graph {
    imports: Vec<Import>,
    reexports: Vec<Import>,
    external: Vec<Import>,
    files: BTreeSet<String>,
}

impl Graph {
    /// Reads the crate whose root is `src/lib.rs` of the repository at `root`.
    pub fn read(root: &Path) -> Graph {
        Graph::of("lib.rs", &Directory(root.join("src")))
    }

    fn of(root_file: &str, source: &dyn Source) -> Graph {
        let mut modules = Modules::default();
        modules.load(Vec::new(), root_file.to_string(), String::new(), source);
        modules.settle();
        let mut graph = Graph::default();
        for module in modules.0.values() {
            graph.files.insert(module.file.clone());
            for (paths, out) in
                [(&module.uses, &mut graph.imports), (&module.reexports, &mut graph.reexports)]
            {
                for (line, path) in paths {
                    let (to, out) = match modules.file_of(module, path) {
                        Some(to) => (to, &mut *out),
                        None => (path[0].clone(), &mut graph.external),
                    };
                    if to != module.file {
                        let (from, path) = (module.file.clone(), path.join("::"));
                        out.push(Import { from, line: *line, to, path });
                    }
                }
            }
        }
        graph.imports.sort();
        graph.imports.dedup();
        graph.reexports.sort();
        graph.external.sort();
        graph
    }

    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }

    /// The uses in code, ordered by file and line.
    pub fn imports(&self) -> &[Import] {
        &self.imports
    }

    /// The re-exports, which are not uses.
    pub fn reexports(&self) -> &[Import] {
        &self.reexports
    }

    /// Paths that do not lead to a file of the crate; `to` is their first name. This includes the names of
    /// other crates, local variables, type parameters and the prelude.
    pub fn external(&self) -> &[Import] {
        &self.external
    }

    /// The sets of files that use each other, directly or through others, among those that `within` accepts.
    pub fn circles(&self, within: impl Fn(&str) -> bool) -> Vec<Vec<&str>> {
        let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for import in self.imports.iter().filter(|i| within(&i.from) && within(&i.to)) {
            next.entry(&import.from).or_default().insert(&import.to);
        }
        let reached: BTreeMap<&str, BTreeSet<&str>> = next
            .keys()
            .map(|&start| {
                let (mut seen, mut todo) = (BTreeSet::new(), vec![start]);
                while let Some(file) = todo.pop() {
                    todo.extend(next.get(file).into_iter().flatten().filter(|f| seen.insert(**f)));
                }
                (start, seen)
            })
            .collect();
        let mut circles: Vec<Vec<&str>> = Vec::new();
        for (&file, seen) in &reached {
            if seen.contains(file) && !circles.iter().flatten().any(|f| *f == file) {
                circles.push(
                    seen.iter()
                        .copied()
                        .filter(|f| reached.get(f).is_some_and(|back| back.contains(file)))
                        .collect(),
                );
            }
        }
        circles
    }
}

/// Where the files of a crate come from.
trait Source {
    fn has(&self, file: &str) -> bool;
    fn read(&self, file: &str) -> syn::File;
}

struct Directory(PathBuf);

impl Source for Directory {
    fn has(&self, file: &str) -> bool {
        self.0.join(file).is_file()
    }
    fn read(&self, file: &str) -> syn::File {
        parse(&self.0.join(file))
    }
}

#[derive(Default)]
struct Modules(BTreeMap<Vec<String>, Module>);

impl Modules {
    /// Reads the module `path` from `file`; its children are in `dir` (empty, or with a final `/`).
    fn load(&mut self, path: Vec<String>, file: String, dir: String, source: &dyn Source) {
        let tree = source.read(&file);
        self.add(path, &file, &dir, &tree.items, source);
    }

    fn add(&mut self, path: Vec<String>, file: &str, dir: &str, items: &[syn::Item], source: &dyn Source) {
        let mut module = Module { file: file.to_string(), path: path.clone(), ..Module::default() };
        for item in items {
            if let syn::Item::Mod(child) = item {
                if is_test_only(&child.attrs) {
                    continue;
                }
                let name = child.ident.to_string();
                let below = [&path[..], std::slice::from_ref(&name)].concat();
                let folder = format!("{dir}{name}/");
                if let Some((_, items)) = &child.content {
                    self.add(below, file, &folder, items, source);
                } else {
                    let flat = format!("{dir}{name}.rs");
                    let nested = format!("{folder}mod.rs");
                    let child_file = if source.has(&flat) { flat } else { nested };
                    self.load(below, child_file, folder, source);
                }
                module.children.insert(name);
            } else {
                if let Some(name) = declared(item) {
                    if matches!(item, syn::Item::Const(_) | syn::Item::Fn(_) | syn::Item::Static(_)) {
                        module.values.insert(name.clone());
                    }
                    module.items.insert(name);
                }
                module.has_macro_items |= matches!(item, syn::Item::Macro(m) if m.ident.is_none());
                module.visit_item(item);
            }
        }
        self.0.insert(path, module);
    }

    /// The file that defines what `path` means in `module`; `None` for another crate's items.
    fn file_of(&self, module: &Module, path: &[String]) -> Option<String> {
        let absolute = self.absolute(module, path, 0)?;
        self.walk(&absolute, 0).map(|m| m.file.clone())
    }

    /// The path from the root of the crate.
    fn absolute(&self, module: &Module, path: &[String], depth: usize) -> Option<Vec<String>> {
        if depth > 20 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => return Some(rest.to_vec()),
            "self" => return Some([&module.path[..], rest].concat()),
            "super" => {
                let parent = module.path.split_last()?.1;
                let mut rest = rest;
                let mut parent = parent.to_vec();
                while let Some((step, more)) = rest.split_first()
                    && step == "super"
                {
                    parent.pop();
                    rest = more;
                }
                return Some([&parent[..], rest].concat());
            }
            _ => {}
        }
        let is_item = module.items.contains(first) && (rest.is_empty() || !module.values.contains(first));
        if is_item || module.children.contains(first) {
            return Some([&module.path[..], path].concat());
        }
        if let Some(import) = module.names.get(first) {
            // `use ring::digest;` or `use subtle;`: an item of another crate.
            if import.first() == Some(first) {
                return None;
            }
            let target = self.absolute(module, import, depth + 1)?;
            return Some([&target[..], rest].concat());
        }
        let glob = self.globbed(module).find(|m| m.provided.contains(first))?;
        Some([&glob.path[..], path].concat())
    }

    /// Determines what each module provides, including through globs.
    fn settle(&mut self) {
        let paths: Vec<Vec<String>> = self.0.keys().cloned().collect();
        for path in &paths {
            let module = &self.0[path];
            let globbed: Vec<_> = module.globs.iter().filter_map(|g| self.absolute(module, g, 0)).collect();
            let own = [&module.items, &module.children].into_iter().flatten().chain(module.names.keys());
            let provided = own.cloned().collect();
            let module = self.0.get_mut(path).unwrap();
            (module.globbed, module.provided) = (globbed, provided);
        }
        loop {
            let mut changed = false;
            for path in &paths {
                let module = &self.0[path];
                let below = module.globbed.iter().filter_map(|g| self.0.get(g));
                let more: BTreeSet<String> = below
                    .flat_map(|m| &m.provided)
                    .filter(|n| !module.provided.contains(*n))
                    .cloned()
                    .collect();
                changed |= !more.is_empty();
                self.0.get_mut(path).unwrap().provided.extend(more);
            }
            if !changed {
                return;
            }
        }
    }

    fn globbed<'a>(&'a self, module: &'a Module) -> impl Iterator<Item = &'a Module> {
        module.globbed.iter().filter_map(|path| self.0.get(path))
    }

    /// Follows an absolute path through modules and re-exports to the module that declares its item.
    fn walk(&self, path: &[String], depth: usize) -> Option<&Module> {
        let mut module = self.0.get(&[][..])?;
        for (at, name) in path.iter().enumerate() {
            if module.children.contains(name) {
                module = self.0.get(&path[..=at])?;
            } else if module.items.contains(name) {
                return Some(module);
            } else if let Some(import) = module.names.get(name) {
                if depth > 20 {
                    return None;
                }
                let target = self.absolute(module, import, depth)?;
                return self.walk(&[&target[..], &path[at + 1..]].concat(), depth + 1);
            } else if let Some(found) = self.globbed(module).find(|m| m.provided.contains(name)) {
                if depth > 20 {
                    return None;
                }
                return self.walk(&[&found.path[..], &path[at..]].concat(), depth + 1);
            } else if let Some(found) = self.globbed(module).find(|m| m.has_macro_items) {
                return Some(found);
            } else {
                return Some(module);
            }
        }
        Some(module)
    }
}

fn declared(item: &syn::Item) -> Option<String> {
    Some(match item {
        syn::Item::Const(i) => i.ident.to_string(),
        syn::Item::Enum(i) => i.ident.to_string(),
        syn::Item::Fn(i) => i.sig.ident.to_string(),
        syn::Item::Macro(i) => i.ident.as_ref()?.to_string(),
        syn::Item::Static(i) => i.ident.to_string(),
        syn::Item::Struct(i) => i.ident.to_string(),
        syn::Item::Trait(i) => i.ident.to_string(),
        syn::Item::Type(i) => i.ident.to_string(),
        syn::Item::Union(i) => i.ident.to_string(),
        _ => return None,
    })
}

impl Module {
    /// Adds one branch of a `use`; the path that leads to it is in `prefix`.
    fn take(&mut self, tree: &syn::UseTree, prefix: &[String], public: bool) {
        let line = tree.span().start().line;
        let (name, path) = match tree {
            syn::UseTree::Path(p) => {
                return self.take(&p.tree, &[prefix, &[p.ident.to_string()]].concat(), public);
            }
            syn::UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.take(tree, prefix, public));
            }
            syn::UseTree::Glob(_) => return self.globs.push(prefix.to_vec()),
            syn::UseTree::Name(n) if n.ident == "self" => {
                (prefix.last().cloned().unwrap_or_default(), prefix.to_vec())
            }
            syn::UseTree::Name(n) => (n.ident.to_string(), [prefix, &[n.ident.to_string()]].concat()),
            syn::UseTree::Rename(r) if r.ident == "self" => (r.rename.to_string(), prefix.to_vec()),
            syn::UseTree::Rename(r) => (r.rename.to_string(), [prefix, &[r.ident.to_string()]].concat()),
        };
        if public {
            self.reexports.push((line, path.clone()));
        } else {
            self.uses.push((line, path.clone()));
        }
        self.names.insert(name, path);
    }

    /// The paths in the tokens of a macro call.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut dot, mut visibility, mut line) = (0, false, false, 0);
        for token in tokens {
            // `pub(super)` is not a use.
            if std::mem::take(&mut visibility) && matches!(&token, TokenTree::Group(_)) {
                continue;
            }
            match token {
                TokenTree::Ident(ident) if ident == "pub" => {
                    self.found(&mut path, line);
                    (colons, visibility) = (0, true);
                }
                TokenTree::Ident(ident) => {
                    if colons != 2 || path.is_empty() {
                        self.found(&mut path, line);
                        line = ident.span().start().line;
                        // A field or a method is not a path.
                        if dot {
                            dot = false;
                            colons = 0;
                            continue;
                        }
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(p) if p.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.found(&mut path, line);
                    colons = 0;
                    self.tokens(group.stream());
                }
                TokenTree::Punct(p) => {
                    self.found(&mut path, line);
                    colons = 0;
                    dot = p.as_char() == '.';
                    continue;
                }
                TokenTree::Literal(_) => {
                    self.found(&mut path, line);
                    colons = 0;
                }
            }
            dot = false;
        }
        self.found(&mut path, line);
    }

    fn found(&mut self, path: &mut Vec<String>, line: usize) {
        if !path.is_empty() {
            self.uses.push((line, std::mem::take(path)));
        }
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_test_only(&item.attrs) {
            self.take(&item.tree, &[], !matches!(item.vis, syn::Visibility::Inherited));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|s| s.ident.to_string()).collect();
            self.uses.push((path.span().start().line, names));
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attrs = match item {
            syn::Item::Const(i) => &i.attrs,
            syn::Item::Enum(i) => &i.attrs,
            syn::Item::Fn(i) => &i.attrs,
            syn::Item::Impl(i) => &i.attrs,
            syn::Item::Macro(i) => &i.attrs,
            syn::Item::Mod(i) => &i.attrs,
            syn::Item::Static(i) => &i.attrs,
            syn::Item::Struct(i) => &i.attrs,
            syn::Item::Trait(i) => &i.attrs,
            syn::Item::Type(i) => &i.attrs,
            syn::Item::Use(i) => &i.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_test_only(attrs) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_test_only(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    // `pub(in crate::x)` is not a use.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Texts<'a>(&'a [(&'a str, &'a str)]);

    impl Source for Texts<'_> {
        fn has(&self, file: &str) -> bool {
            self.0.iter().any(|f| f.0 == file)
        }
        fn read(&self, file: &str) -> syn::File {
            syn::parse_file(self.0.iter().find(|f| f.0 == file).unwrap().1).unwrap()
        }
    }

    fn graph(files: &[(&str, &str)]) -> Graph {
        Graph::of("lib.rs", &Texts(files))
    }

    fn edges(graph: &Graph) -> Vec<String> {
        let mut out: Vec<_> = graph.imports.iter().map(|i| format!("{} -> {}", i.from, i.to)).collect();
        out.dedup();
        out
    }

    #[test]
    fn paths_lead_to_files() {
        let found = graph(&[
            ("lib.rs", "mod a; mod b;"),
            ("a/mod.rs", "mod c; mod d; pub fn own() {}"),
            ("a/c.rs", "use crate::{b::{self as x, Y}, a::d}; fn f() { super::own(); d::g() }"),
            (
                "a/d.rs",
                "fn f() { assert!(crate::b::z.crate_b() == self::g()); } fn g() { core::mem::drop(1) }",
            ),
            ("b.rs", "pub struct Y; use libc;"),
        ]);
        assert_eq!(
            edges(&found),
            ["a/c.rs -> a/d.rs", "a/c.rs -> b.rs", "a/c.rs -> a/mod.rs", "a/d.rs -> b.rs"]
                .map(str::to_string)
                .into_iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
        );
        assert!(found.circles(|_| true).is_empty());
    }

    #[test]
    fn a_reexport_is_no_use() {
        let lib = ("lib.rs", "mod a;");
        let child = ("a/c.rs", "use super::own; pub fn f() { own() }");
        let parent = |text| graph(&[lib, ("a/mod.rs", text), child]);
        let passes_on = parent("mod c; pub use c::f; pub fn own() {}");
        assert_eq!(edges(&passes_on), ["a/c.rs -> a/mod.rs"]);
        let calls = parent("mod c; pub use c::f; pub fn own() { f() }");
        assert_eq!(calls.circles(|_| true), [["a/c.rs", "a/mod.rs"]]);
        assert!(calls.circles(|f| f != "a/mod.rs").is_empty());
    }

    #[test]
    fn a_path_through_a_reexport_leads_to_the_declaration() {
        let found = graph(&[
            ("lib.rs", "mod a; mod b;"),
            ("a/mod.rs", "mod c; mod d; pub use c::f; pub use d::*;"),
            ("a/c.rs", "pub fn f() {}"),
            ("a/d.rs", "pub fn g() {}"),
            ("b.rs", "use crate::a::*; use crate::a; fn h() { f(); a::g() }"),
        ]);
        assert_eq!(
            edges(&found),
            ["b.rs -> a/c.rs", "b.rs -> a/d.rs", "b.rs -> a/mod.rs"]
                .map(|s| s.to_string())
                .into_iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn tests_do_not_count() {
        let found = graph(&[
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "#[cfg(test)] mod tests { use crate::b::f; } #[cfg(test)] use crate::c::g;"),
            ("b.rs", "pub fn f() {}"),
            ("c.rs", "pub fn g() {}"),
        ]);
        assert!(found.imports.is_empty());
    }
}
