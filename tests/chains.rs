//! Verdicts on chains of certificates, beside those of rustls-webpki and, where the program is there, of OpenSSL. Each line of
//! `chains/cases.txt` is a chain and our verdict; where the two others agree with each other and not with us, it has the reason.
#[path = "chains/constraints.rs"]
mod constraints;
#[path = "chains/describe.rs"]
mod describe;
#[path = "chains/graphs.rs"]
mod graphs;
#[path = "support/issue.rs"]
mod issue;
#[path = "chains/pathological.rs"]
mod pathological;
#[path = "chains/verdicts.rs"]
mod verdicts;

use std::fmt::Write as _;
use std::path::Path;

use describe::{Chain, Keys};
use verdicts::{Folder, openssls, ours, webpkis, write_pem};

const NOW: i64 = 1_700_000_000;

/// A line: name, chain, what is asked for, our verdict, and why the others see it otherwise.
struct Case<'a> {
    name: &'a str,
    certificates: Vec<&'a str>,
    asked: &'a str,
    good: bool,
    reason: Option<&'a str>,
}

/// The rows of a table, without its comments.
fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

const CASES: &str = include_str!("chains/cases.txt");

impl<'a> Case<'a> {
    fn of(line: &'a str) -> Case<'a> {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [name, chain, asked, verdict, rest @ ..] = &parts[..] else { panic!("{line}") };
        let good = match *verdict {
            "good" => true,
            "bad" => false,
            _ => panic!("{line}"),
        };
        let certificates = chain.split(';').map(str::trim).collect();
        Case { name, certificates, asked, good, reason: rest.first().copied() }
    }
}

#[test]
fn verdicts_are_those_of_others_or_have_a_reason() {
    // The library's panic hook prints nothing.
    drop(std::panic::take_hook());
    let dir = Folder::new("cases");
    let mut keys = Keys::default();
    let (mut wrong, mut count) = (String::new(), 0);
    for case in rows(CASES).map(Case::of) {
        let chain = Chain::of(&case.certificates, &mut keys);
        let ours = ours(case.asked, &chain);
        if ours.is_empty() != case.good {
            writeln!(wrong, "{}: ours says \"{ours}\"", case.name).unwrap();
        }
        let others = [webpkis(case.asked, &chain), openssls(case.asked, &chain, &dir.0)];
        // Without OpenSSL webpki alone contradicts nothing.
        let said: Vec<&String> = others.iter().flatten().collect();
        let against = others[1].is_some() && said.iter().all(|o| o.is_empty() != case.good);
        if others[1].is_some() && against != case.reason.is_some() {
            writeln!(wrong, "{}: good {}, reason {:?}, others {others:?}", case.name, case.good, case.reason)
                .unwrap();
        }
        count += 1;
        // For other programs: each case in a folder.
        if let Some(keep) = std::env::var_os("CHAINS_KEEP") {
            let dir = Path::new(&keep).join(count.to_string());
            std::fs::create_dir_all(&dir).unwrap();
            write_pem("CERTIFICATE", &chain.anchors, &dir.join("a.pem"));
            write_pem("CERTIFICATE", &chain.certs, &dir.join("c.pem"));
            if !chain.crls.is_empty() {
                write_pem("X509 CRL", &chain.crls, &dir.join("r.pem"));
            }
            std::fs::write(dir.join("asked"), format!("{}\n{}\n{}\n", case.asked, case.good, case.name))
                .unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 100);
}

#[test]
fn each_case_of_x509_limbo_is_one_of_ours() {
    let ours: Vec<Case<'_>> = rows(CASES).map(Case::of).collect();
    for row in rows(include_str!("chains/limbo.txt")) {
        let parts: Vec<&str> = row.split(" | ").collect();
        let [_, expected @ ("succeeds" | "fails"), name, reason @ ..] = &parts[..] else { panic!("{row}") };
        let case = ours.iter().find(|c| c.name == *name).unwrap_or_else(|| panic!("{row}: no such case"));
        let agrees = case.good == (*expected == "succeeds");
        assert_eq!(agrees, reason.is_empty(), "{row}: our verdict is good: {}", case.good);
    }
}
