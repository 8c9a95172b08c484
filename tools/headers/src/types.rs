//! Types and constants of `src/abi` as cbindgen reads them.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::macros::{constant, is_name};

/// An enumeration of C: in `src/abi` an integer type and constants of that type.
#[derive(Default)]
struct Enumeration<'a> {
    comment: String,
    members: Vec<(i64, &'a str)>,
}

/// Gathers each enumeration, makes opaque structures opaque and leaves out what cbindgen cannot write.
pub fn for_cbindgen(abi: &str) -> String {
    let mut enumerations = enumerations(abi);
    let mut text = String::new();
    let mut comment = String::new();
    let mut lines = abi.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("///") {
            if line != "/// Opaque to C." {
                writeln!(comment, "{line}").unwrap();
            }
            continue;
        }
        // What follows a comment is what it is about, but for attributes between them.
        let comment = std::mem::take(&mut comment);
        if let Some((name, ty, value)) = constant(line) {
            if ty.contains("CStr") || is_name(value) {
                continue;
            }
            if let Some(enumeration) = enumerations.get_mut(ty) {
                let number = value.parse().unwrap_or_else(|_| panic!("{name} is not a number"));
                enumeration.members.push((number, name));
                continue;
            }
        }
        if let Some((name, ahead)) = alias(line) {
            if let Some(enumeration) = enumerations.get_mut(name) {
                enumeration.comment = comment;
                continue;
            }
            let next = lines.peek().map_or("", |next| next.trim_start());
            if ahead.starts_with("unsafe extern") || ahead.is_empty() && next.starts_with("unsafe extern") {
                skip_until(line, &mut lines, |l| l.ends_with(';'));
                continue;
            }
        }
        if line == "#[repr(C)]" {
            let ahead: Vec<&str> = lines.clone().take(3).collect();
            if ahead.iter().take(2).any(|l| l.contains("struct giovec_t")) {
                skip_until(line, &mut lines, |l| l == "}");
                continue;
            }
            // Without the attribute cbindgen writes no fields.
            if ahead.get(1).is_some_and(|l| l.contains("_private")) {
                text.push_str(&comment);
                continue;
            }
        }
        if line.starts_with("//!") || line.starts_with("#!") || line.starts_with("use ") {
            continue;
        }
        writeln!(text, "{comment}{line}").unwrap();
    }
    for (name, mut enumeration) in enumerations {
        enumeration.members.sort();
        writeln!(text, "{}#[repr(C)]\npub enum {name} {{", enumeration.comment).unwrap();
        for (value, member) in enumeration.members {
            writeln!(text, "    {member} = {value},").unwrap();
        }
        writeln!(text, "}}").unwrap();
    }
    text
}

/// The integer types that constants are of.
fn enumerations(abi: &str) -> BTreeMap<&str, Enumeration<'_>> {
    let types: BTreeSet<&str> = abi.lines().filter_map(constant).map(|(_, ty, _)| ty).collect();
    let integers = abi.lines().filter_map(alias).filter(|(_, ty)| *ty == "c_uint;");
    integers
        .filter(|(name, _)| types.contains(name))
        .map(|(name, _)| (name, Enumeration::default()))
        .collect()
}

/// The name of a type, and what follows the equals sign on its line.
fn alias(line: &str) -> Option<(&str, &str)> {
    let (name, ahead) = line.strip_prefix("pub type ")?.split_once(" =")?;
    Some((name, ahead.trim_start()))
}

fn skip_until<'a>(first: &'a str, lines: &mut impl Iterator<Item = &'a str>, is_last: impl Fn(&str) -> bool) {
    let mut line = first;
    while !is_last(line) {
        line = lines.next().expect("an item ends");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enumeration_is_an_integer_with_constants() {
        let rust = for_cbindgen(
            "//! Of the file.\nuse super::*;\n\n/// Colours.\npub type colour_t = c_uint;\n\
             pub const RED: colour_t = 2;\npub const BLUE: colour_t = 1;\npub const GNUTLS_X: colour_t = GNUTLS_Y;\n\
             pub type number_t = c_uint;\n/// A number.\npub const N: c_uint = 3;\n",
        );
        assert_eq!(
            rust,
            "\npub type number_t = c_uint;\n/// A number.\npub const N: c_uint = 3;\n\
             /// Colours.\n#[repr(C)]\npub enum colour_t {\n    BLUE = 1,\n    RED = 2,\n}\n"
        );
    }

    #[test]
    fn a_function_type_is_left_to_the_fragments_but_a_pointer_is_not() {
        let rust = for_cbindgen(
            "/// One.\npub type f = unsafe extern \"C\" fn(\n    c_int,\n) -> c_int;\n/// Two.\npub type g =\n    \
             unsafe extern \"C\" fn();\n/// Three.\npub type h = Option<unsafe extern \"C\" fn()>;\n",
        );
        assert_eq!(rust, "/// Three.\npub type h = Option<unsafe extern \"C\" fn()>;\n");
    }

    #[test]
    fn an_opaque_structure_has_no_fields() {
        let rust = for_cbindgen("/// Opaque to C.\n#[repr(C)]\npub struct s {\n    _private: [u8; 0],\n}\n");
        assert_eq!(rust, "pub struct s {\n    _private: [u8; 0],\n}\n");
    }
}
