//! What the library of this version has; `build.rs` writes it from the sources.

/// One symbol of `libgnutls.so.30`.
pub(crate) struct Symbol {
    pub(crate) name: &'static str,
    /// The version node that exports it.
    pub(crate) node: &'static str,
    pub(crate) written: bool,
    /// Whether a C test checks it.
    pub(crate) tested: bool,
    /// The indices into `DIFFERENCES` of the rows that name it.
    pub(crate) differences: &'static [usize],
}

/// One row of docs/differences.md.
pub(crate) struct Difference {
    pub(crate) line: usize,
    pub(crate) section: &'static str,
    pub(crate) what: &'static str,
    pub(crate) gnutls: &'static str,
    pub(crate) ours: &'static str,
    pub(crate) why: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// The soname that the library takes over.
pub(crate) const SONAME: &str = "libgnutls.so.30";
/// The name under which programs are linked with the library itself.
pub(crate) const OWN_SONAME: &str = "libgnutls-rs.so.30";

pub(crate) fn symbol(name: &str) -> Option<&'static Symbol> {
    SYMBOLS.binary_search_by(|s| s.name.cmp(name)).ok().map(|i| &SYMBOLS[i])
}

/// Whether the library has this version node.
pub(crate) fn has_node(node: &str) -> bool {
    SYMBOLS.iter().any(|s| s.node == node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_says_what_is_written() {
        assert!(SYMBOLS.windows(2).all(|w| w[0].name < w[1].name));
        assert!(symbol("gnutls_handshake").is_some_and(|s| s.written && s.tested));
        assert!(symbol("gnutls_nothing").is_none());
        assert!(has_node("GNUTLS_3_4") && !has_node("GNUTLS_1_4"));
    }

    #[test]
    fn differences_are_found_by_symbol() {
        let rows = symbol("gnutls_pbkdf2").unwrap().differences;
        assert!(rows.iter().any(|&i| DIFFERENCES[i].what.contains("0 iterations")));
    }
}
