//! Chains that are made to cost. Each is answered in the time that a handshake may take; capi-tests/cost counts the instructions.
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::describe::{Chain, Keys};
use crate::verdicts::ours;

/// Far above what any of them takes, and far below what work without a bound would.
const LIMIT: Duration = Duration::from_secs(5);

fn check(name: &str, texts: &[String], good: bool) {
    drop(std::panic::take_hook());
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut chain = Chain::of(&texts, &mut Keys::default());
    for order in ["", " reversed"] {
        let start = Instant::now();
        let ours = ours("a.com", &chain);
        let time = start.elapsed();
        assert_eq!(ours.is_empty(), good, "{name}{order}: {ours}");
        assert!(time < LIMIT, "{name}{order}: {time:?}");
        chain.certs[1..].reverse();
    }
}

fn repeated(n: usize, word: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut all, i| {
        write!(all, " {}", word(i)).unwrap();
        all
    })
}

#[test]
fn names_and_subtrees_beyond_number() {
    let names = repeated(3000, |i| format!("dns:h{i}.a.com"));
    let trees = repeated(3000, |i| format!("-:dns:x{i}.b.com"));
    let bomb = [
        "!R".to_string(),
        format!("A<R{trees}"),
        format!("B<A{trees}"),
        format!("C<B{trees}"),
        format!("L<C dns:a.com{names}"),
    ];
    check("hosts", &bomb, false);
    let names = repeated(2000, |i| format!("dir:CN={i},O=a"));
    let trees = repeated(2000, |i| format!("+:dir:CN={i},O=b"));
    check("directories", &["!R".into(), format!("A<R{trees}"), format!("L<A dns:a.com{names}")], false);
    let label = "x.".repeat(30_000);
    let trees = repeated(200, |i| format!("-:dns:{label}{i}"));
    check("long names", &["!R".into(), format!("A<R{trees}"), format!("L<A dns:a.com dns:{label}0")], false);
    // What honest CAs have is far below the bound.
    let names = repeated(300, |i| format!("dns:h{i}.a.com"));
    let trees = repeated(500, |i| format!("+:dns:h{i}.a.com"));
    check(
        "an honest CA",
        &["!R".into(), format!("A<R +:dns:a.com{trees}"), format!("L<A dns:a.com{names}")],
        true,
    );
}

#[test]
fn paths_beyond_number() {
    let end = || vec!["L<A dns:a.com".to_string()];
    // Each of many certificates of a name has another key, and only the last is right.
    let many = (0..60).map(|i| format!("A<R key:A{i}"));
    check(
        "one name",
        &[vec!["!R".into()], many.collect(), vec!["L<A by:X dns:a.com".into()]].concat(),
        false,
    );
    // At each of 15 levels four that are expired, and none that is not.
    let level = |i: usize| (0..4).map(move |_| format!("A{i}<A{} expired", i + 1));
    let levels = (0..15).flat_map(level).map(|t| t.replace("A0<", "A<")).collect();
    check("levels", &[vec!["!R".into()], levels, end()].concat(), false);
    // All certify each other, and none leads to the anchor.
    let names: Vec<String> = (0..8).map(|i| format!("A{i}")).collect();
    let pairs =
        || names.iter().flat_map(|a| names.iter().filter(move |b| *b != a).map(move |b| format!("{a}<{b}")));
    let end_of_mesh = || vec!["L<A0 dns:a.com".to_string()];
    check("a mesh", &[vec!["!R".into()], pairs().collect(), end_of_mesh()].concat(), false);
    let exit = vec!["!R".into(), "A7<R".into()];
    check("a mesh with an exit", &[exit, pairs().collect(), end_of_mesh()].concat(), true);
    // Anchors of the name, of which the last is right.
    let anchors = |n: usize| (0..n).map(|i| format!("!A key:A{i}")).collect::<Vec<_>>();
    check("anchors", &[anchors(300), vec!["L<A by:A299 dns:a.com".into()]].concat(), true);
    check("anchors of other keys", &[anchors(300), vec!["L<A by:X dns:a.com".into()]].concat(), false);
    // 60 CAs in a row, and more than are looked at.
    let row = |n: usize| (0..n).map(|i| format!("A{}<A{i}", i + 1)).collect::<Vec<_>>();
    check("a row", &[vec!["!A0".into()], row(60), vec!["L<A60 dns:a.com".into()]].concat(), true);
    check("a longer row", &[vec!["!A0".into()], row(500), vec!["L<A500 dns:a.com".into()]].concat(), false);
}
