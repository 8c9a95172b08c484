//! Every combination of a name, an address and a common name in the end certificate, each the one that is asked for, another or none,
//! with name constraints of the CA that permit and exclude hosts and addresses, as bettertls has them.
use std::collections::HashMap;
use std::fmt::Write as _;

use crate::describe::{Chain, Keys};
use crate::verdicts::{Folder, openssl, ours, webpkis, write_pem};

const HOST: [&str; 2] = ["test.localhost", "bad.example.com"];
const TREE: [&str; 2] = ["localhost", "example.com"];
const ADDRESS: [&str; 2] = ["127.0.0.1", "1.1.1.1"];
const RANGE: [&str; 2] = ["127.0.0.0/24", "1.1.1.0/24"];

/// The first, the second, or none.
type Choice = Option<usize>;
const CHOICES: [Choice; 3] = [None, Some(0), Some(1)];

/// The constraints of a CA: hosts and addresses that are permitted, and those that are excluded.
#[derive(Clone, Copy)]
struct Limits {
    permitted: [Choice; 2],
    excluded: [Choice; 2],
}

/// The names in an end certificate. The common name is a host or an address.
#[derive(Clone, Copy)]
struct Names {
    host: Choice,
    address: Choice,
    common: Option<(usize, usize)>,
}

impl Limits {
    fn all() -> impl Iterator<Item = Limits> {
        (0..81).map(|n| {
            let at = |p: usize| CHOICES[n / p % 3];
            Limits { permitted: [at(1), at(3)], excluded: [at(9), at(27)] }
        })
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (sign, choices) in [('+', self.permitted), ('-', self.excluded)] {
            if let Some(n) = choices[0] {
                write!(text, " {sign}:dns:{}", TREE[n]).unwrap();
            }
            if let Some(n) = choices[1] {
                write!(text, " {sign}:ip:{}", RANGE[n]).unwrap();
            }
        }
        text
    }

    fn refuse(&self, kind: usize, name: usize) -> bool {
        self.permitted[kind].is_some_and(|n| n != name) || self.excluded[kind] == Some(name)
    }
}

impl Names {
    fn all() -> impl Iterator<Item = Names> {
        let common = [None, Some((0, 0)), Some((0, 1)), Some((1, 0)), Some((1, 1))];
        (0..45).map(move |n| Names {
            host: CHOICES[n % 3],
            address: CHOICES[n / 3 % 3],
            common: common[n / 9],
        })
    }

    fn text(&self) -> String {
        let mut text = match self.common {
            Some((kind, n)) => format!(" subject:CN={}", [HOST, ADDRESS][kind][n]),
            None => String::new(),
        };
        if let Some(n) = self.host {
            write!(text, " dns:{}", HOST[n]).unwrap();
        }
        if let Some(n) = self.address {
            write!(text, " ip:{}", ADDRESS[n]).unwrap();
        }
        text
    }

    /// GnuTLS's rule: the common name speaks for a host if there is no other name, and for no address.
    fn has(&self, kind: usize) -> bool {
        match kind {
            0 => self.host == Some(0) || self.speaks() && self.common == Some((0, 0)),
            _ => self.address == Some(0),
        }
    }

    fn speaks(&self) -> bool {
        self.host.is_none() && self.address.is_none()
    }

    /// RFC 5280 section 4.2.1.10; a common name counts as a host where it could be taken for one.
    fn are_within(&self, limits: &Limits) -> bool {
        let common = match self.common {
            Some((0, n)) if self.host.is_none() => limits.refuse(0, n),
            // An address is no host of any subtree.
            Some((1, _)) if self.host.is_none() => limits.permitted[0].is_some(),
            _ => false,
        };
        let refused = |kind, name: Choice| name.is_some_and(|n| limits.refuse(kind, n));
        !refused(0, self.host) && !refused(1, self.address) && !common
    }
}

#[test]
fn each_combination_of_names_and_constraints() {
    drop(std::panic::take_hook());
    let dir = Folder::new("constraints");
    let mut keys = Keys::default();
    let (mut wrong, mut files, mut authorities) = (String::new(), Vec::new(), Vec::new());
    let mut verdicts = [HashMap::new(), HashMap::new()];
    for (c, limits) in Limits::all().enumerate() {
        for (e, names) in Names::all().enumerate() {
            let (authority, end) =
                (format!("A{c}<R key:A{}", limits.text()), format!("L<A{c} by:A{}", names.text()));
            let chain = Chain::of(&["!R key:R", &authority, &end], &mut keys);
            let file = dir.0.join(format!("{c}-{e}.pem"));
            write_pem("CERTIFICATE", &chain.certs[..1], &file);
            for (kind, asked) in [HOST[0], ADDRESS[0]].into_iter().enumerate() {
                let good = names.has(kind) && names.are_within(&limits);
                let ours = ours(asked, &chain);
                if ours.is_empty() != good {
                    writeln!(wrong, "{asked}: {authority}; {end}: ours says \"{ours}\"").unwrap();
                }
                let webpki = webpkis(asked, &chain).unwrap().is_empty();
                verdicts[kind].insert(file.clone(), (ours.is_empty(), webpki, format!("{authority}; {end}")));
            }
            files.push(file);
            if e == 0 {
                authorities.push(chain.certs[1].clone());
                write_pem("CERTIFICATE", &chain.anchors, &dir.0.join("anchors.pem"));
            }
        }
    }
    write_pem("CERTIFICATE", &authorities, &dir.0.join("chain.pem"));
    for (kind, asked) in [HOST[0], ADDRESS[0]].into_iter().enumerate() {
        let mut command = openssl(asked);
        command.current_dir(&dir.0).args(["-CAfile", "anchors.pem", "-untrusted", "chain.pem"]);
        let Ok(out) = command.args(&files).output() else { continue };
        let said = String::from_utf8_lossy(&out.stdout);
        for file in &files {
            let openssl = said.contains(&format!("{}: OK\n", file.display()));
            let (ours, webpki, text) = &verdicts[kind][file];
            if openssl == *webpki && openssl != *ours {
                writeln!(wrong, "{asked}: {text}: ours {ours}, OpenSSL and webpki {openssl}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert_eq!(files.len(), 81 * 45);
}
