//! Holds the sources to the plan of `src/lib.rs`: imports point down, `unsafe` and crypto crates stay in
//! their rooms, no file grows past its measure.
use std::fs;
use std::path::{Path, PathBuf};

/// A room and its height; rooms of one height do not know each other.
const ROOMS: [(&str, u32); 11] = [
    ("abi", 0),
    ("error", 1),
    ("alg", 2),
    ("codec", 2),
    ("crypto", 3),
    ("asn1", 3),
    ("record", 4),
    ("pki", 4),
    ("handshake", 5),
    ("session", 6),
    ("capi", 7),
];

/// Below `capi`, the only places that may say `unsafe`.
const UNSAFE: [&str; 2] = ["crypto/raw/", "crypto/fork.rs"];

/// Crates that only the crypto room may name.
const CRYPTO_CRATES: [&str; 8] = [
    "ring::",
    "aws_lc_rs::",
    "aws_lc_sys",
    "ed448_goldilocks::",
    "x448::",
    "gost94::",
    "md2::",
    "streebog::",
];

/// About as long as a file may be before it wants to be two rooms.
const MAX_LINES: usize = 900;

fn height(room: &str) -> Option<u32> {
    ROOMS.iter().find(|r| r.0 == room).map(|r| r.1)
}

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            sources(&entry, out);
        } else if entry.extension().is_some_and(|e| e == "rs") {
            out.push(entry);
        }
    }
}

/// Every source below `src` with its path there, its room and its lines without comments.
fn files() -> Vec<(String, String, Vec<String>)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&src, &mut paths);
    assert!(paths.len() > 20, "the sources were found");
    paths
        .into_iter()
        .map(|p| {
            let name = p.strip_prefix(&src).unwrap().to_string_lossy().into_owned();
            let room = name.split(['/', '.']).next().unwrap().to_string();
            let text = fs::read_to_string(&p).unwrap();
            (name, room, text.lines().map(str::to_string).collect())
        })
        .filter(|(name, ..)| name != "lib.rs")
        .collect()
}

fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or("")
}

/// The rooms that a line names by `crate::room`, or inside `crate::{...}`.
fn named(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for rest in code(line).split("crate::").skip(1) {
        let list = rest.strip_prefix('{').and_then(|r| r.split('}').next());
        let names: Vec<&str> = list.map_or_else(|| vec![rest], |l| l.split(',').collect());
        for name in names {
            let name = name.trim().split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap();
            if height(name).is_some() {
                out.push(name);
            }
        }
    }
    out
}

#[test]
fn names_are_found() {
    assert_eq!(named("use crate::{capi::guard, abi};"), ["capi", "abi"]);
    assert_eq!(named("let x = crate::pki::cert(); // crate::session"), ["pki"]);
}

#[test]
fn imports_point_down() {
    let mut bad = Vec::new();
    for (name, room, lines) in files() {
        let own = height(&room).unwrap_or_else(|| panic!("{name} is in no room of the plan"));
        for (at, line) in lines.iter().enumerate() {
            for other in named(line) {
                if other != room && height(other).unwrap() >= own {
                    bad.push(format!("{name}:{}: {room} uses {other}", at + 1));
                }
            }
        }
    }
    assert!(bad.is_empty(), "imports that do not point down:\n{}", bad.join("\n"));
}

#[test]
fn unsafe_stays_in_its_rooms_and_says_why() {
    let mut bad = Vec::new();
    for (name, room, lines) in files() {
        let allowed = room == "capi" || UNSAFE.iter().any(|place| name.starts_with(place));
        for (at, line) in lines.iter().enumerate() {
            let line = code(line);
            let block = line.contains("unsafe {") || line.contains("unsafe impl");
            if block && !allowed {
                bad.push(format!("{name}:{}: unsafe has no place here", at + 1));
            } else if block
                && !lines[at.saturating_sub(7)..=at].iter().any(|l| l.contains("SAFETY"))
                && room != "capi"
            {
                bad.push(format!("{name}:{}: no SAFETY line above", at + 1));
            }
        }
    }
    assert!(bad.is_empty(), "unsafe:\n{}", bad.join("\n"));
}

#[test]
fn crypto_crates_stay_in_the_crypto_room() {
    let mut bad = Vec::new();
    for (name, room, lines) in files() {
        for (at, line) in lines.iter().enumerate() {
            let line = code(line);
            let says = |c: &&str| {
                line.match_indices(*c)
                    .any(|(i, _)| !line[..i].ends_with(|p: char| p.is_alphanumeric() || p == '_' || p == ':'))
            };
            if room != "crypto" && CRYPTO_CRATES.iter().any(says) {
                bad.push(format!("{name}:{}", at + 1));
            }
        }
    }
    assert!(bad.is_empty(), "crypto crates named outside src/crypto:\n{}", bad.join("\n"));
}

#[test]
fn files_stay_readable() {
    let long: Vec<_> = files()
        .into_iter()
        .filter(|(_, _, lines)| lines.len() > MAX_LINES)
        .map(|(name, _, lines)| format!("{name}: {} lines", lines.len()))
        .collect();
    assert!(long.is_empty(), "files that want to be two rooms:\n{}", long.join("\n"));
}
