//! docs/STATUS.md: each symbol with its status, by header.
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::c_tests::{self, Use};
use crate::{Symbol, entries, symbols};

/// The headers in the order of the document, with their subjects. What follows is not declared in a header.
const HEADERS: [(&str, &str); 18] = [
    ("gnutls.h", "sessions, credentials, priorities, algorithms"),
    ("x509.h", "certificates, requests, revocation lists, trust lists"),
    ("x509-ext.h", "extensions of certificates"),
    ("abstract.h", "public and private keys"),
    ("crypto.h", "ciphers, digests, MACs, random bytes"),
    ("hpke.h", "hybrid public key encryption"),
    ("dtls.h", "DTLS"),
    ("ocsp.h", "OCSP"),
    ("pkcs7.h", "PKCS #7"),
    ("pkcs12.h", "PKCS #12"),
    ("pkcs11.h", "PKCS #11"),
    ("tpm.h", "TPM"),
    ("system-keys.h", "keys of the operating system"),
    ("urls.h", "own URLs of keys"),
    ("socket.h", "sockets"),
    ("self-test.h", "self tests"),
    ("compat.h", "names of old versions"),
    ("openpgp.h", "OpenPGP, which GnuTLS has given up: its functions report that"),
];

const INTERNAL: &str = "internal symbols";

/// A symbol with what the sources and the C tests say of it.
struct Row<'a> {
    symbol: &'a Symbol,
    /// The file that implements it.
    file: Option<&'a str>,
    use_in_tests: Option<Use>,
    tests: Vec<&'a str>,
}

impl Row<'_> {
    fn status(&self) -> &'static str {
        match (self.file, self.use_in_tests) {
            (None, _) => "unsupported",
            (_, Some(Use::Tested)) => "tested",
            (_, Some(Use::Called)) => "called",
            (_, None) => "no test",
        }
    }
}

/// The document.
pub fn document(root: &Path) -> String {
    let written = entries::read(root);
    let file: BTreeMap<&str, &str> = written.iter().map(|e| (e.name.as_str(), e.module())).collect();
    let symbols = symbols::read(root);
    let void: BTreeSet<&str> = symbols.iter().filter(|s| s.is_void()).map(|s| s.name.as_str()).collect();
    let tests = c_tests::read(root, &|name| void.contains(name));

    let mut chapters: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for symbol in &symbols {
        let best = tests.values().filter_map(|uses| uses.get(&symbol.name)).max().copied();
        let named =
            tests.iter().filter(|(_, uses)| best.is_some() && uses.get(&symbol.name).copied() == best);
        chapters.entry(symbol.header.as_deref().unwrap_or(INTERNAL)).or_default().push(Row {
            symbol,
            file: file.get(symbol.name.as_str()).copied(),
            use_in_tests: best,
            tests: named.map(|(name, _)| name.as_str()).collect(),
        });
    }
    let known: Vec<&str> = HEADERS.iter().map(|(header, _)| *header).chain([INTERNAL]).collect();
    for header in chapters.keys() {
        assert!(known.contains(header), "{header}: no chapter of docs/STATUS.md (tools/abi/src/status.rs)");
    }

    let mut out = head(&chapters);
    for (header, subject) in HEADERS {
        chapter(&mut out, &format!("{header}: {subject}"), &chapters[header]);
    }
    chapter(&mut out, "Internal symbols", &chapters[INTERNAL]);
    out
}

/// What stands above the chapters: the sums.
fn head(chapters: &BTreeMap<&str, Vec<Row>>) -> String {
    let rows = || chapters.values().flatten();
    let of = |status: &str| rows().filter(|r| r.status() == status).count();
    let mut out = String::from(
        "# Status\n\nWritten by `make status` from the sources: do not edit.\n\n\
         A function is `tested` if a C test calls it and checks its result or effect (`tools/abi/src/c_tests.rs`), `called` if\n\
         none checks it, and else has `no test`. What is `unsupported` fails as its manual page has it, changes nothing and says\n\
         its name in the log (`GNUTLS_DEBUG_LEVEL=1`). The number of Debian packages that use a function is in the last column.\n\n",
    );
    writeln!(
        out,
        "Of {} symbols {} are `tested`, {} `called`, {} have `no test` and {} are `unsupported`.\n",
        rows().count(),
        of("tested"),
        of("called"),
        of("no test"),
        of("unsupported")
    )
    .unwrap();
    out += "| header | subject | symbols | written | of those that Debian uses |\n| --- | --- | --- | --- | --- |\n";
    let mut line = |name: &str, subject: &str, rows: &[&Row]| {
        let written = |rows: &[&&Row]| rows.iter().filter(|r| r.file.is_some()).count();
        let all: Vec<&&Row> = rows.iter().collect();
        let used: Vec<&&Row> = rows.iter().filter(|r| r.symbol.packages > 0).collect();
        let of_used =
            if used.is_empty() { String::new() } else { format!("{} of {}", written(&used), used.len()) };
        writeln!(out, "| {name} | {subject} | {} | {} | {of_used} |", rows.len(), written(&all)).unwrap();
    };
    for (header, subject) in HEADERS {
        let anchor = anchor(&format!("{header}: {subject}"));
        line(&format!("[{header}](#{anchor})"), subject, &chapters[header].iter().collect::<Vec<_>>());
    }
    line(
        "[internal](#internal-symbols)",
        "exported, in no header",
        &chapters[INTERNAL].iter().collect::<Vec<_>>(),
    );
    line("all", "", &rows().collect::<Vec<_>>());
    out
}

/// The anchor of a heading, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_ascii_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

fn chapter(out: &mut String, heading: &str, rows: &[Row]) {
    write!(
        out,
        "\n## {heading}\n\n| symbol | status | C tests | file | Debian |\n| --- | --- | --- | --- | --- |\n"
    )
    .unwrap();
    for row in rows {
        let packages = if row.symbol.packages > 0 { row.symbol.packages.to_string() } else { String::new() };
        let (status, tests) = (row.status(), row.tests.join(" "));
        writeln!(
            out,
            "| `{}` | {status} | {tests} | {} | {packages} |",
            row.symbol.name,
            row.file.unwrap_or("")
        )
        .unwrap();
    }
}
