//! Which certificates of a peer's list make the path, and in what order (RFC 5280 section 6.1, RFC 4158).
use core::cell::OnceCell;

use crate::abi::*;
use crate::error::{Result, err};
use crate::pki::cert::Certificate;
use crate::pki::name::compare::{self, Name};
use crate::pki::verify::trust::TrustList;

/// A longer chain is not looked at; no flag raises it.
pub const MAX_CHAIN: usize = 64;

/// A longer list is not sorted (`GNUTLS_X509_CRT_LIST_SORT`), as in GnuTLS.
const MAX_SORTED: usize = 16;

/// The path from the end certificate upwards, without a root at the end; what does not belong falls out. Each is followed by
/// one that has its issuer's name: of several one whose key identifier fits goes before the others, of those one that leads
/// to an anchor, and a root comes last: a new root may have come with what its predecessor says of it.
pub fn build(list: &TrustList, chain: &[Certificate], flags: u32) -> Vec<Certificate> {
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
        let next = if flags & GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN != 0 {
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

/// The first certificate, its issuer and so on, as far as the list has them behind the first. Of several of one name the
/// first counts; one that stands in the path already ends it. Longer lists: `GNUTLS_E_UNIMPLEMENTED_FEATURE`.
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

/// True if each certificate has the name of the issuer of the one before it.
pub fn is_sorted(list: &[Certificate]) -> bool {
    list.windows(2).all(|w| compare::same(w[0].issuer(), w[1].subject()))
}
