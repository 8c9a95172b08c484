//! Which certificates of a peer's list make the path, and in what order (RFC 5280 section 6.1, RFC 4158).
use std::borrow::Cow;

use super::cert::Certificate;
use super::name_match;
use super::trust::TrustList;
use crate::abi::*;

/// A longer chain is not looked at; no flag raises it.
pub const MAX_CHAIN: usize = 64;

/// The chain from the end certificate upwards, each followed by one that has its issuer's name; what does not belong
/// falls out.
pub fn order(chain: &[Certificate], flags: u32) -> Vec<Certificate> {
    follow(chain, flags, |_| 0)
}

/// As [`order`], without a root at the end. Where several have the issuer's name, one that leads to an anchor goes before
/// the others, and a root last: a new root may have come with what its predecessor says of it.
pub fn build(list: &TrustList, chain: &[Certificate], flags: u32) -> Vec<Certificate> {
    let mut path = follow(chain, flags, |c| {
        if list.trusts_key_of(c) {
            0
        } else if c.is_root() {
            3
        } else if list.knows_issuer_of(c) {
            1
        } else {
            2
        }
    });
    if path.len() > 1 && path.last().is_some_and(Certificate::is_root) {
        path.pop();
    }
    path
}

/// Goes up from issuer to issuer; of several of one name the one whose key identifier fits, of those the one of the lowest
/// `rank`, and of those the first.
fn follow(chain: &[Certificate], flags: u32, rank: impl Fn(&Certificate) -> u32) -> Vec<Certificate> {
    let chain = &chain[..chain.len().min(MAX_CHAIN)];
    let Some(leaf) = chain.first() else { return Vec::new() };
    let subjects: Vec<Cow<'_, [u8]>> = chain.iter().map(|c| name_match::canonical(c.subject())).collect();
    let mut out = vec![leaf.clone()];
    let mut used = vec![false; chain.len()];
    used[0] = true;
    loop {
        let last = &out[out.len() - 1];
        if out.len() > 1 && last.is_root() {
            return out;
        }
        let issuer = name_match::canonical(last.issuer());
        let next = if flags & GNUTLS_VERIFY_DO_NOT_ALLOW_UNSORTED_CHAIN != 0 {
            Some(out.len()).filter(|&i| i < chain.len() && subjects[i] == issuer)
        } else {
            let free = (0..chain.len()).filter(|&i| !used[i] && subjects[i] == issuer && *last != chain[i]);
            free.min_by_key(|&i| (!last.key_ids_match(&chain[i]), rank(&chain[i])))
        };
        let Some(i) = next else { return out };
        used[i] = true;
        out.push(chain[i].clone());
    }
}
