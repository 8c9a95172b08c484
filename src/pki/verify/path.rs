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

/// Builds the path from the end certificate upwards. A root at the end and unrelated certificates are
/// removed. Each certificate is followed by one with its issuer's name. If there are several, those with a
/// matching key identifier are preferred, among those the ones that lead to an anchor. A root is the last
/// choice, because a new root may be accompanied by a certificate from its predecessor.
pub fn build(list: &TrustList, chain: &[Certificate], flags: VerifyFlags) -> Vec<Certificate> {
    let rank = |c: &Certificate| {
        if list.trusts_key_of(c) {
            0
        } else if c.is_root() {
            3
        } else if list.knows_issuer_of(c) {
            1
        } else {
            2
        }
    };
    let chain = &chain[..chain.len().min(MAX_CHAIN)];
    let Some(leaf) = chain.first() else { return Vec::new() };
    let subjects: Vec<Name<'_>> = chain.iter().map(|c| Name::new(c.subject())).collect();
    let ranks = vec![OnceCell::new(); chain.len()];
    let rank = |i: usize| *ranks[i].get_or_init(|| rank(&chain[i]));
    let mut path = vec![leaf.clone()];
    let mut used = vec![false; chain.len()];
    used[0] = true;
    loop {
        let last = &path[path.len() - 1];
        if path.len() > 1 && last.is_root() {
            path.pop();
            return path;
        }
        if path.len() == chain.len() {
            return path;
        }
        let issuer = Name::new(last.issuer());
        let next = if flags.contains(VerifyFlags::DO_NOT_ALLOW_UNSORTED_CHAIN) {
            Some(path.len()).filter(|&i| i < chain.len() && subjects[i].is(&issuer))
        } else {
            let fits = |i: &usize| !used[*i] && subjects[*i].is(&issuer) && *last != chain[*i];
            let free: Vec<usize> = (0..chain.len()).filter(fits).collect();
            match free[..] {
                [] | [_] => free.first().copied(),
                _ => free.into_iter().min_by_key(|&i| (!last.key_ids_match(&chain[i]), rank(i))),
            }
        };
        let Some(i) = next else { return path };
        used[i] = true;
        path.push(chain[i].clone());
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
