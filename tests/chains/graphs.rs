//! Graphs of CAs that certify each other, where some certificates are not good: a chain is valid if and only if good certificates lead
//! from the anchor to the end. The graphs are those of RFC 4158 sections 2.3 and 2.4, as bettertls has them.
use std::fmt::Write as _;

use crate::describe::{Chain, Keys};
use crate::verdicts::{ours, webpkis};

/// An issuer and whom it certifies. The last edge of a graph is that to the end certificate `L`.
type Edge = (&'static str, &'static str);

const MESH: &[Edge] = &[("T", "C"), ("T", "A"), ("C", "A"), ("A", "C"), ("C", "B"), ("A", "B"), ("B", "L")];

/// Four hierarchies, `W` to `Z`, and a bridge CA between them.
#[rustfmt::skip]
const BRIDGE: &[Edge] = &[
    ("W", "F"), ("W", "G"), ("F", "H"), ("F", "G"), ("G", "F"), ("G", "I"), ("H", "I"), ("I", "H"),
    ("X", "J"), ("X", "L0"), ("J", "K"), ("L0", "M"), ("L0", "N"),
    ("Y", "A"), ("Y", "C"), ("A", "B"), ("A", "C"), ("C", "A"), ("C", "B"), ("B", "E"), ("B", "D"),
    ("Z", "O"), ("Z", "P"), ("O", "Q"), ("O", "R"), ("P", "S"), ("R", "S"), ("R", "T"),
    ("W", "V"), ("V", "W"), ("X", "V"), ("V", "X"), ("Y", "V"), ("V", "Y"), ("Z", "V"), ("V", "Z"),
    ("N", "L"),
];

/// What makes a certificate no link of a path.
const FAULTS: [&str; 8] =
    ["expired", "future", "+:dns:bad.example.com", "purpose:email", "nobasic", "noca", "by:stranger", "sha1"];

/// The chain that a server sends which shows all it has, and whether it is valid from this anchor.
fn chain(graph: &[Edge], anchor: &str, bad: &[usize], fault: &str, keys: &mut Keys) -> (Chain, bool) {
    // Only RSA has a signature with SHA-1.
    let kind = if fault == "sha1" { "rsa" } else { "" };
    let mut texts = vec![format!("!{anchor} key:{kind}{anchor} by:{kind}{anchor}")];
    for (i, (issuer, subject)) in graph.iter().enumerate() {
        let mut text = format!("{subject}<{issuer} key:{kind}{subject} by:{kind}{issuer}");
        if bad.contains(&i) {
            write!(text, " {fault}").unwrap();
        }
        if *subject == "L" {
            text += " dns:localhost";
        }
        texts.push(text);
    }
    let mut reached = vec![anchor];
    while let Some((_, (_, new))) = graph
        .iter()
        .enumerate()
        .find(|(i, (from, to))| !bad.contains(i) && reached.contains(from) && !reached.contains(to))
    {
        reached.push(new);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    (Chain::of(&texts, keys), reached.contains(&"L"))
}

/// Compares the verdicts on a chain in its order and in the opposite one.
fn check(graph: &[Edge], anchor: &str, bad: &[usize], fault: &str, keys: &mut Keys, wrong: &mut String) {
    let (mut chain, good) = chain(graph, anchor, bad, fault, keys);
    for order in ["", "reversed"] {
        let (ours, webpki) = (ours("localhost", &chain), webpkis("localhost", &chain).unwrap());
        if ours.is_empty() != good || webpki.is_empty() != good {
            let bad: Vec<_> = bad.iter().map(|i| graph[*i]).collect();
            writeln!(
                wrong,
                "{anchor} {fault} {bad:?} {order}: ours \"{ours}\", webpki \"{webpki}\", good {good}"
            )
            .unwrap();
        }
        chain.certs[1..].reverse();
    }
}

#[test]
fn each_subset_of_bad_certificates_in_a_mesh() {
    drop(std::panic::take_hook());
    let (mut keys, mut wrong) = (Keys::default(), String::new());
    for fault in FAULTS {
        for subset in 0..1 << (MESH.len() - 1) {
            let bad: Vec<usize> = (0..MESH.len()).filter(|i| subset >> i & 1 == 1).collect();
            check(MESH, "T", &bad, fault, &mut keys, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn each_bad_certificate_around_a_bridge() {
    drop(std::panic::take_hook());
    let (mut keys, mut wrong) = (Keys::default(), String::new());
    for anchor in ["W", "X", "Y", "Z", "V"] {
        check(BRIDGE, anchor, &[], "", &mut keys, &mut wrong);
        for fault in &FAULTS[..7] {
            // The end certificate is none of these.
            for i in 0..BRIDGE.len() - 1 {
                check(BRIDGE, anchor, &[i], fault, &mut keys, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
