//! HMAC of a text whose length is secret, for the CBC cipher suites without encrypt-then-MAC: where the text
//! ends is known only after decryption, and an attacker must not learn it from the time of the MAC (Lucky
//! Thirteen).
use core::hint::black_box;

use super::{HmacKey, Output, UNKNOWN, block};
use crate::alg::ids::Digest;
use crate::crypto::aws_lc;
use crate::crypto::constant_time::less;
use crate::error::Result;

/// Maximum number of bytes by which the secret length may be below the length of the buffer.
pub(crate) const HIDDEN: usize = 255;

/// The bytes that may contain the end of the text, and the padding of the digest: fewer than `HIDDEN` and a
/// block, and at most 17 bytes of padding, in whole blocks.
const TAIL: usize = 512;

impl HmacKey {
    /// The MAC of `head` and the first `len` bytes of `data`. The time depends on the lengths of `head` and
    /// `data` only; `len` is at least the length of `data` minus [`HIDDEN`]. Fails with
    /// `GNUTLS_E_UNKNOWN_HASH_ALGORITHM` if the digest is not SHA-1 or SHA-2.
    pub fn mac_of_hidden(&self, digest: Digest, head: &[u8], data: &[u8], len: usize) -> Result<Output> {
        // Filling what a short text does not need takes as long as a block of the digest.
        if head.len() + data.len() <= TAIL / 2 - 2 * block(digest) {
            self.hidden_in::<{ TAIL / 2 }>(digest, head, data, len)
        } else {
            self.hidden_in::<TAIL>(digest, head, data, len)
        }
    }

    fn hidden_in<const TAIL: usize>(
        &self,
        digest: Digest,
        head: &[u8],
        data: &[u8],
        len: usize,
    ) -> Result<Output> {
        let (mut sha, outer) = self.sha().ok_or(UNKNOWN)?;
        let size = block(digest);
        // Size of the length field of the digest's padding.
        let field = size / 8;
        let all = head.len() + data.len();
        // Whole blocks that are text in any case. The key is a block, too.
        let sure = (head.len() + data.len().saturating_sub(HIDDEN)) / size * size;
        let mut tail = [0; TAIL];
        let kept = all - sure;
        if sure >= head.len() {
            sha.update(head);
            sha.update(&data[..sure - head.len()]);
            tail[..kept].copy_from_slice(&data[sure - head.len()..]);
        } else {
            sha.update(&head[..sure]);
            let first = head.len() - sure;
            tail[..first].copy_from_slice(&head[sure..]);
            tail[first..kept].copy_from_slice(data);
        }
        let used = (kept + 1 + field).next_multiple_of(size);
        let blocks = &mut tail[..used];

        // The end of the text in the tail, the block in which the digest ends, and the length in bits.
        let end = black_box((head.len() + len - sure) as u16);
        let last = (end + field as u16) >> size.trailing_zeros();
        let bits = ((size + head.len() + len) as u64 * 8).to_be_bytes();
        for (i, byte) in blocks.iter_mut().enumerate() {
            let (before, upto) = (less(i as u16, end), less(i as u16, end + 1));
            *byte = (*byte & before as u8) | (0x80 & (upto & !before) as u8);
        }
        for (i, part) in blocks.chunks_exact_mut(size).enumerate() {
            let (here, next) = (less(i as u16, last + 1), less(i as u16, last));
            let mask = black_box((here & !next) as u8);
            part[size - 8..].iter_mut().zip(bits).for_each(|(to, b)| *to |= b & mask);
        }
        let (mut inner, n) = sha.digest_at(blocks, last.into());
        let mut outer = outer.clone();
        outer.update(&inner[..n]);
        let mut mac = Output::default();
        mac.len = outer.finish(&mut mac.bytes) as u8;
        aws_lc::wipe(&mut inner);
        aws_lc::wipe(&mut tail[..used]);
        Ok(mac)
    }
}

#[cfg(test)]
mod tests {
    use super::super::hmac;
    use super::*;

    #[test]
    fn equals_hmac_for_each_length() {
        let head: Vec<u8> = (0..13).collect();
        for digest in [Digest::Sha1, Digest::Sha256, Digest::Sha384, Digest::Sha512, Digest::Sha224] {
            let key = HmacKey::new(digest, b"a key").unwrap();
            for most in (0..420usize).chain([16_000, 16_384 + 300]) {
                let data: Vec<u8> = (0..most).map(|i| (i * 7 + most) as u8).collect();
                for len in most.saturating_sub(HIDDEN)..=most {
                    if most > 140 && len % 13 > 1 && len + 3 < most {
                        continue;
                    }
                    let want = hmac(digest, b"a key", &[&head[..], &data[..len]].concat()).unwrap();
                    let got = key.mac_of_hidden(digest, &head, &data, len).unwrap();
                    assert_eq!(got.as_ref(), want.as_ref(), "{digest:?}, {len} of {most}");
                }
            }
        }
        let md5 = HmacKey::new(Digest::Md5, b"a key").unwrap();
        assert!(md5.mac_of_hidden(Digest::Md5, &head, &[], 0).is_err());
    }
}
