//! The rows of docs/differences.md and the symbols that each names. The build script includes this file.
use std::collections::BTreeSet;

/// One row of a table, its cells without the marks of code.
pub(crate) struct Row {
    /// Its line in the file, from 1 on.
    pub(crate) line: usize,
    pub(crate) section: String,
    pub(crate) what: String,
    pub(crate) gnutls: String,
    pub(crate) ours: String,
    pub(crate) why: String,
    /// The symbols that its first cell names.
    pub(crate) symbols: BTreeSet<String>,
}

/// Reads the tables of `text`; `names` are all symbols.
pub(crate) fn read(text: &str, names: &[&str]) -> Vec<Row> {
    let mut out = Vec::new();
    let mut section = String::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(title) = line.strip_prefix("## ") {
            section = title.to_string();
        }
        let Some(row) = line.strip_prefix("| ") else { continue };
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [what, gnutls, ours, why @ ..] = &cells[..] else { continue };
        if *what == "what" || what.starts_with("---") {
            continue;
        }
        let plain = |cell: &str| cell.replace('`', "");
        out.push(Row {
            line: number + 1,
            section: section.clone(),
            what: plain(what),
            gnutls: plain(gnutls),
            ours: plain(ours),
            why: plain(why.first().unwrap_or(&"")),
            symbols: symbols(what, names),
        });
    }
    out
}

/// The symbols that a cell names: `gnutls_x`, `gnutls_x_*`, and `..._y`, which has the beginning of the name before it.
fn symbols(cell: &str, names: &[&str]) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut last = "";
    for code in cell.split('`').skip(1).step_by(2) {
        let word = code.split('(').next().unwrap_or("");
        if let Some(end) = word.strip_prefix("...") {
            out.extend(continued(last, end, names).map(str::to_string));
        } else if let Some((begin, end)) = word.split_once('*') {
            if begin.contains("gnutls_") {
                let fits = |n: &&&str| n.starts_with(begin) && n.ends_with(end);
                out.extend(names.iter().filter(fits).map(|n| n.to_string()));
            }
        } else if names.contains(&word) {
            out.insert(word.to_string());
            last = word;
        }
    }
    out
}

/// The symbol that ends with `end` and shares the longest beginning with `last`.
fn continued<'a>(last: &str, end: &str, names: &[&'a str]) -> Option<&'a str> {
    let cuts: Vec<usize> = last.match_indices('_').map(|(at, _)| at).collect();
    cuts.iter().rev().find_map(|&cut| names.iter().find(|n| **n == format!("{}{end}", &last[..cut]))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &[
        "gnutls_aead_cipher_decryptv2",
        "gnutls_aead_cipher_encryptv2",
        "gnutls_hkdf_expand",
        "gnutls_hkdf_extract",
        "gnutls_pbkdf2",
        "gnutls_x509_crt_set_dn_by_oid",
        "gnutls_x509_crq_set_attribute_by_oid",
    ];

    fn found(cell: &str) -> Vec<String> {
        symbols(cell, NAMES).into_iter().collect()
    }

    #[test]
    fn a_cell_names_symbols() {
        assert_eq!(found("`gnutls_pbkdf2` with 0 iterations"), ["gnutls_pbkdf2"]);
        assert_eq!(
            found("NULL as tag of `gnutls_aead_cipher_encryptv2`, `..._decryptv2`"),
            ["gnutls_aead_cipher_decryptv2", "gnutls_aead_cipher_encryptv2"]
        );
        assert_eq!(found("UMAC in `gnutls_hkdf_*`"), ["gnutls_hkdf_expand", "gnutls_hkdf_extract"]);
        assert_eq!(found("gnutls_pbkdf2 without marks, `GNUTLS_AUTO_REAUTH`, `%NO_X`, `*`"), [""; 0]);
    }

    #[test]
    fn rows_are_read_with_their_lines() {
        let text = "# T\n\n## Ciphers\n| what | GnuTLS | gnutls-rs | why |\n| --- | --- | --- | --- |\n\
                    | `gnutls_pbkdf2` with 0 | abort | an `error` | |\n| start | | none | cost |\n";
        let rows = read(text, NAMES);
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].line, rows[0].section.as_str()), (6, "Ciphers"));
        assert_eq!(
            (rows[0].what.as_str(), rows[0].gnutls.as_str(), rows[0].ours.as_str(), rows[0].why.as_str()),
            ("gnutls_pbkdf2 with 0", "abort", "an error", "")
        );
        assert!(rows[0].symbols.contains("gnutls_pbkdf2"));
        assert_eq!((rows[1].gnutls.as_str(), rows[1].ours.as_str()), ("", "none"));
    }
}
