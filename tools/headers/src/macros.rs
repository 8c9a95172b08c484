//! Constants that cbindgen does not write: strings, and what must be a macro beside an enumerator.
use std::fmt::Write as _;

/// Enumerators that are macros too. A program asks for them with `#ifdef` and, since GnuTLS's have a number, with `#if`.
static ENUMERATORS_WITH_MACROS: &[&str] = &[
    "GNUTLS_ALLOW_ID_CHANGE",
    "GNUTLS_CLIENT",
    "GNUTLS_DATAGRAM",
    "GNUTLS_ENABLE_FALSE_START",
    "GNUTLS_FORCE_CLIENT_CERT",
    "GNUTLS_NONBLOCK",
    "GNUTLS_NO_DEFAULT_EXTENSIONS",
    "GNUTLS_NO_REPLAY_PROTECTION",
    "GNUTLS_NO_SIGNAL",
    "GNUTLS_NO_TICKETS",
    "GNUTLS_SERVER",
    "GNUTLS_TL_FAIL_ON_INVALID_CRL",
    "GNUTLS_TL_GET_COPY",
    "GNUTLS_TL_NO_DUPLICATES",
    "GNUTLS_TL_NO_DUPLICATE_KEY",
    "GNUTLS_TL_USE_IN_TLS",
    "GNUTLS_TL_VERIFY_CRL",
];

/// The name, type and value of the constant that a line of Rust holds.
pub fn constant(line: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = line.strip_prefix("pub const ")?.split_once(": ")?;
    let (ty, value) = rest.trim_end_matches(';').split_once(" = ")?;
    Some((name, ty, value))
}

/// Whether the value of a constant is another constant.
pub fn is_name(value: &str) -> bool {
    value.starts_with("GNUTLS_")
}

pub fn strings(abi: &str) -> String {
    let mut text = String::new();
    for (name, _, value) in abi.lines().filter_map(constant).filter(|(_, ty, _)| *ty == "&CStr") {
        writeln!(text, "#define {name} {}", value.trim_start_matches('c')).unwrap();
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Numbers, for the preprocessor takes an enumerator for 0.
pub fn enumerators(abi: &str) -> String {
    let mut text = String::new();
    for (name, _, value) in abi.lines().filter_map(constant) {
        if ENUMERATORS_WITH_MACROS.contains(&name) {
            writeln!(text, "#define {name} {value}").unwrap();
        }
    }
    text
}

/// Macros that stand for an enumerator, so that C++ gives them its type.
pub fn names(abi: &str) -> String {
    let mut text = String::new();
    for (name, _, value) in abi.lines().filter_map(constant).filter(|(_, _, value)| is_name(value)) {
        writeln!(text, "#define {name} {value}").unwrap();
    }
    text
}
