//! Building a certification path from a peer's certificate list (RFC 5280 section 6.1, RFC 4158).
use core::cell::OnceCell;

use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::error::{Result, err};
use crate::pki::cert::Certificate;
use crate::pki::name::compare::{self, Name};
use crate::pki::verify::trust::TrustList;

/// Maximum length of a chain. Further certificates are ignored.
pub const MAX_CHAIN: usize = 64;

/// Maximum length of a list to sort (`GNUTLS_X509_CRT_LIST_SORT`), as in GnuTLS.
const MAX_SORTED: usize = 16;

/// Maximum number of paths that are tried for one chain, and of signatures that are verified to find them.
const MAX_PATHS: usize = 8;
const MAX_CHECKS: usize = 64;

/// Builds the path from the end certificate upwards. A root at the end and unrelated certificates are
/// removed. Each certificate is followed by one with its issuer's name. If there are several, those with a
/// matching key identifier are preferred, among those the ones that lead to an anchor, and among all the ones
/// whose key made the signature. A root is the last choice, because a new root may be accompanied by a
/// certificate from its predecessor.
pub fn build(list: &TrustList, chain: &[Certificate], flags: VerifyFlags) -> Vec<Certificate> {
    paths(list, chain, flags, 1).pop().unwrap_or_default()
}

/// The other paths, which there are if several certificates have a CA's name.
pub fn alternatives(list: &TrustList, chain: &[Certificate], flags: VerifyFlags) -> Vec<Vec<Certificate>> {
    let mut all = paths(list, chain, flags, MAX_PATHS);
    if all.is_empty() { all } else { all.split_off(1) }
}

fn paths(list: &TrustList, chain: &[Certificate], flags: VerifyFlags, most: usize) -> Vec<Vec<Certificate>> {
    let chain = &chain[..chain.len().min(MAX_CHAIN)];
    if chain.is_empty() {
        return Vec::new();
    }
    let mut search = Search {
        list,
        chain,
        flags,
        subjects: chain.iter().map(|c| Name::new(c.subject())).collect(),
        ranks: vec![OnceCell::new(); chain.len()],
        path: vec![0],
        found: Vec::new(),
        most,
        checks: MAX_CHECKS,
    };
    search.extend();
    search.found.iter().map(|path| path.iter().map(|&i| chain[i].clone()).collect()).collect()
}

struct Search<'a> {
    list: &'a TrustList,
    chain: &'a [Certificate],
    flags: VerifyFlags,
    subjects: Vec<Name<'a>>,
    ranks: Vec<OnceCell<u8>>,
    /// The current path and those that are complete, as indexes in the chain.
    path: Vec<usize>,
    found: Vec<Vec<usize>>,
    most: usize,
    /// Number of signatures that may still be verified.
    checks: usize,
}

impl Search<'_> {
    /// Finds the paths that begin with the current one.
    fn extend(&mut self) {
        let (n, last) = (self.path.len(), self.path[self.path.len() - 1]);
        let next = match n {
            _ if n > 1 && self.is_root(last) => return self.found.push(self.path[..n - 1].to_vec()),
            _ if n == self.chain.len() => Vec::new(),
            _ => self.issuers_of(last),
        };
        if next.is_empty() {
            return self.found.push(self.path.clone());
        }
        for i in next {
            self.path.push(i);
            self.extend();
            self.path.pop();
            if self.found.len() >= self.most {
                return;
            }
        }
    }

    /// The certificates that may be the issuer of another, the best one first.
    fn issuers_of(&mut self, below: usize) -> Vec<usize> {
        let cert = &self.chain[below];
        let issuer = Name::new(cert.issuer());
        if self.flags.contains(VerifyFlags::DO_NOT_ALLOW_UNSORTED_CHAIN) {
            let next = self.path.len();
            return if self.subjects[next].is(&issuer) { vec![next] } else { Vec::new() };
        }
        let fits =
            |i: &usize| !self.path.contains(i) && self.subjects[*i].is(&issuer) && *cert != self.chain[*i];
        let mut found: Vec<usize> = (0..self.chain.len()).filter(fits).collect();
        if found.len() > 1 {
            found.sort_by_key(|&i| (!cert.key_ids_match(&self.chain[i]), self.rank(i)));
            // Beyond the limit the others count as unverified.
            let mut signed = |&i: &usize| {
                let left = self.checks.checked_sub(1);
                self.checks = left.unwrap_or(0);
                left.is_some() && self.list.verified.check(cert, &self.chain[i]).is_ok()
            };
            let (good, bad): (Vec<usize>, Vec<usize>) = found.iter().copied().partition(|i| signed(i));
            found = if good.is_empty() { bad } else { good };
        }
        found
    }

    /// A self-issued certificate that another one of its name signed is no root.
    fn is_root(&mut self, i: usize) -> bool {
        let c = &self.chain[i];
        if !c.is_root() {
            return false;
        }
        let name = Name::new(c.issuer());
        let others = (0..self.chain.len()).any(|j| !self.path.contains(&j) && self.subjects[j].is(&name));
        if !others || self.checks == 0 {
            return true;
        }
        self.checks -= 1;
        self.list.verified.check(c, c).is_ok()
    }

    fn rank(&self, i: usize) -> u8 {
        let c = &self.chain[i];
        *self.ranks[i].get_or_init(|| {
            if self.list.trusts_key_of(c) {
                0
            } else if c.is_root() {
                3
            } else if self.list.knows_issuer_of(c) {
                1
            } else {
                2
            }
        })
    }
}

/// The first certificate, its issuer and so on, as far as they are in the list. If several match, the first
/// one is used; the path ends before a certificate that is already in it. Fails with
/// `GNUTLS_E_UNIMPLEMENTED_FEATURE` if the list has more than `MAX_SORTED` certificates.
pub fn sort(list: &[Certificate]) -> Result<Vec<Certificate>> {
    if list.len() > MAX_SORTED {
        return err(GNUTLS_E_UNIMPLEMENTED_FEATURE);
    }
    let Some(mut last) = list.first() else { return Ok(Vec::new()) };
    let (mut path, mut used) = (vec![last.clone()], vec![0]);
    while !last.is_root() {
        match (1..list.len()).find(|&i| last.names_issuer(&list[i])) {
            Some(issuer) if !used.contains(&issuer) => {
                used.push(issuer);
                last = &list[issuer];
                path.push(last.clone());
            }
            _ => break,
        }
    }
    Ok(path)
}

/// True if each certificate's issuer is the subject of the next one.
pub fn is_sorted(list: &[Certificate]) -> bool {
    list.windows(2).all(|w| compare::same(w[0].issuer(), w[1].subject()))
}
