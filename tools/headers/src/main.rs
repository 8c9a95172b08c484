//! Writes `include/gnutls/*.h` with cbindgen from `src/abi` and `src/capi`.
//!
//! cbindgen reads Rust that is made for it here: the typed constants of one enumeration become an `enum`
//! (in the library they are integers, so that an unknown value from C is never undefined), and each C
//! entry is reduced to its signature, its comment written for doxygen. What it cannot write stands in
//! `include/fragments`; a function that is not written yet has its prototype in the symbol table.
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use gnutls_rs_abi::{Entry, Item, Symbol, entries, symbols};

mod bindings;
mod comments;
mod functions;
mod macros;
mod types;

use bindings::Bindings;

/// A header: what it is for, its modules in `src/abi`, and what it includes.
struct Header {
    name: &'static str,
    purpose: &'static str,
    modules: &'static [&'static str],
    includes: &'static [&'static str],
}

const fn header(
    name: &'static str,
    purpose: &'static str,
    modules: &'static [&'static str],
    includes: &'static [&'static str],
) -> Header {
    Header { name, purpose, modules, includes }
}

const GNUTLS: &str = "gnutls/gnutls.h";
const X509: &str = "gnutls/x509.h";

static HEADERS: &[Header] = &[
    header(
        "gnutls",
        "TLS sessions, credentials, priorities, errors and alerts.",
        &["algorithms", "errors", "flags", "structs"],
        &["sys/types.h", "stddef.h", "time.h", "sys/uio.h"],
    ),
    header("compat", "Names of older releases; gnutls.h includes it.", &["compat"], &[]),
    header(
        "abstract",
        "Public and private keys of any kind, wherever they are kept.",
        &["abstract_keys"],
        &[GNUTLS, X509, "gnutls/pkcs11.h", "gnutls/openpgp.h", "gnutls/tpm.h"],
    ),
    header(
        "crypto",
        "Ciphers, digests, MACs, key derivation, random bytes, encodings.",
        &["crypto"],
        &[GNUTLS],
    ),
    header("dtls", "TLS over datagrams.", &["dtls"], &[GNUTLS]),
    header("hpke", "Hybrid public key encryption (RFC 9180).", &["hpke"], &[GNUTLS, "gnutls/abstract.h"]),
    header(
        "ocsp",
        "Requests and responses of the certificate status protocol (RFC 6960).",
        &["ocsp"],
        &[GNUTLS, X509],
    ),
    header(
        "openpgp",
        "Kept for old programs: OpenPGP is not supported.",
        &["openpgp"],
        &[GNUTLS, "limits.h"],
    ),
    header("pkcs7", "Signed data of PKCS #7 (RFC 5652).", &["pkcs7"], &[GNUTLS, X509]),
    header("pkcs11", "Keys and certificates on PKCS #11 tokens.", &["pkcs11"], &["stdarg.h", GNUTLS, X509]),
    header("pkcs12", "Keys and certificates in PKCS #12 files (RFC 7292).", &["pkcs12"], &[X509]),
    header("self-test", "Self-tests of the algorithms with known answers.", &["self_test"], &[GNUTLS]),
    header(
        "socket",
        "Sessions over sockets: the kernel's TLS, TCP fast open.",
        &["socket"],
        &[GNUTLS, "sys/socket.h"],
    ),
    header("system-keys", "Keys of the system's store.", &["system_keys"], &[GNUTLS, X509]),
    header("tpm", "Keys in a TPM.", &["tpm"], &[GNUTLS, X509]),
    header(
        "urls",
        "Keys and certificates by the application's own URLs.",
        &["urls"],
        &[GNUTLS, X509, "gnutls/abstract.h"],
    ),
    header(
        "x509",
        "Certificates, requests, revocation lists, private keys and trust (RFC 5280).",
        &["x509"],
        &[GNUTLS],
    ),
    header(
        "x509-ext",
        "Extensions of certificates, apart from a certificate.",
        &["x509_ext"],
        &[GNUTLS, X509],
    ),
];

fn main() {
    let root = env::args().nth(1).unwrap_or_else(|| ".".to_string());
    let out = env::args().nth(2).unwrap_or_else(|| format!("{root}/include/gnutls"));
    let root = Path::new(&root);
    fs::create_dir_all(&out).unwrap();

    let bindings = Bindings::new(root);
    let entries: BTreeMap<String, Entry> =
        entries::read(root).into_iter().map(|e| (e.name.clone(), e)).collect();
    let table = symbols::read(root);
    for header in HEADERS {
        let file = format!("{}.h", header.name);
        let text = write(root, &bindings, header, &file, &entries, &table);
        fs::write(Path::new(&out).join(file), text).unwrap();
    }
}

/// The whole text of one header.
fn write(
    root: &Path,
    bindings: &Bindings,
    header: &Header,
    file: &str,
    entries: &BTreeMap<String, Entry>,
    table: &[Symbol],
) -> String {
    let mut abi = String::new();
    for module in header.modules {
        abi.push_str(&fs::read_to_string(root.join(format!("src/abi/{module}.rs"))).unwrap());
    }
    let types = bindings.generate(&types::for_cbindgen(&comments::with_meanings(root, &abi)));
    let fragment = fs::read_to_string(root.join(format!("include/fragments/{file}"))).unwrap_or_default();

    let (mut rust, mut other_functions) = (String::new(), String::new());
    let (mut variables, mut unwritten) = (String::new(), String::new());
    for symbol in table.iter().filter(|s| s.header.as_deref() == Some(file)) {
        let prototype = symbol.prototype.as_deref().unwrap_or_default();
        match entries.get(&symbol.name) {
            Some(entry @ Entry { item: Item::Function { signature, .. }, .. }) => {
                let comment = comments::of_entry(entry);
                let signature = functions::for_c(signature);
                // Types of the C library that cbindgen would have to be told of: the table knows them.
                if signature.contains("libc ::") {
                    write!(other_functions, "\n{}{prototype};\n", comments::in_c(&comment)).unwrap();
                } else {
                    write!(rust, "{}{signature}", comments::in_rust(&comment)).unwrap();
                }
            }
            Some(entry) => {
                let comment = comments::in_c(&comments::of_entry(entry));
                writeln!(variables, "{comment}{prototype};").unwrap();
            }
            None => writeln!(unwritten, "{prototype};").unwrap(),
        }
    }
    let functions = bindings.generate(&rust) + &other_functions;

    let guard = format!("GNUTLS_{}_H", header.name.to_uppercase().replace('-', "_"));
    let mut text = format!("/* {file} of gnutls-rs, written by tools/headers: do not edit. */\n");
    text.push_str(&comments::of_file(file, header.purpose));
    writeln!(text, "\n#ifndef {guard}\n#define {guard}\n").unwrap();
    for include in header.includes {
        writeln!(text, "#include <{include}>").unwrap();
    }
    text.push_str("\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
    if header.name == "gnutls" {
        text.push_str("typedef struct iovec giovec_t;\n\n");
    }
    text.push_str(&macros::strings(&abi));
    text.push_str(&types);
    section(
        &mut text,
        "/* Enumerators that are macros too, for #ifdef and #if. */\n",
        &macros::enumerators(&abi),
    );
    section(&mut text, "/* Other names of enumerators. */\n", &macros::names(&abi));
    section(&mut text, "", &fragment);
    section(&mut text, "", &variables);
    section(&mut text, "", &functions);
    section(&mut text, "/* Not written yet: these fail as their manual pages have it. */\n", &unwritten);
    text.push_str("\n#ifdef __cplusplus\n}\n#endif\n");
    // These two are written in terms of the header that ends with them.
    match header.name {
        "gnutls" => text.push_str("\n#include <gnutls/compat.h>\n"),
        "x509" => text.push_str("\n#include <gnutls/pkcs7.h>\n"),
        _ => {}
    }
    writeln!(text, "\n#endif").unwrap();
    text
}

fn section(text: &mut String, title: &str, body: &str) {
    if !body.trim().is_empty() {
        write!(text, "\n{title}{}\n", body.trim()).unwrap();
    }
}
