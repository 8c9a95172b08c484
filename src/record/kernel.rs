//! Records that the kernel protects (Linux's kernel TLS): the state of the cipher that it is given, and what the reader and the
//! writer do then. Their content passes through the same buffers, in clear, with the type of each record before it.
use zeroize::Zeroizing;

use super::{ContentType, HEADER, MAX_PLAINTEXT};
use crate::alg::{Cipher, Version};

/// The numbers of `linux/tls.h`: TLS_CIPHER_*.
const AES_GCM_128: u16 = 51;
const AES_GCM_256: u16 = 52;
const AES_CCM_128: u16 = 53;
const CHACHA20_POLY1305: u16 = 54;

/// In the place of a content type: what follows is for the next keys.
const NEW_KEYS: u8 = 0;

/// Whether the kernel knows the cipher.
pub fn has_cipher(cipher: Cipher) -> bool {
    number(cipher).is_some()
}

fn number(cipher: Cipher) -> Option<u16> {
    match cipher {
        Cipher::Aes128Gcm => Some(AES_GCM_128),
        Cipher::Aes256Gcm => Some(AES_GCM_256),
        Cipher::Aes128Ccm => Some(AES_CCM_128),
        Cipher::Chacha20Poly1305 => Some(CHACHA20_POLY1305),
        _ => None,
    }
}

/// The kernel's `struct tls12_crypto_info_*` for one direction: version, cipher, IV, key, salt and the number of the next record.
/// `None` if the kernel has no such cipher.
///
/// The salt is the part of a nonce that no record has. The explicit part of TLS 1.2, which the kernel counts on from the IV, is
/// the number of the record, as in records that this library protects: no nonce is used twice.
pub fn crypto_info(
    version: Version,
    cipher: Cipher,
    key: &[u8],
    iv: &[u8],
    sequence: u64,
) -> Option<Zeroizing<Vec<u8>>> {
    let sequence = sequence.to_be_bytes();
    let (salt, iv) = match (cipher, version) {
        (Cipher::Chacha20Poly1305, _) => (&[][..], iv),
        (_, Version::Tls12) => (iv, &sequence[..]),
        (_, Version::Tls13) => iv.split_at_checked(4)?,
        _ => return None,
    };
    let sizes = match cipher {
        Cipher::Chacha20Poly1305 => (0, 12),
        _ => (4, 8),
    };
    if !matches!(version, Version::Tls12 | Version::Tls13)
        || (salt.len(), iv.len()) != sizes
        || key.len() != cipher.key_size()
    {
        return None;
    }
    let mut info = Zeroizing::new(Vec::with_capacity(64));
    info.extend_from_slice(&version.wire().to_ne_bytes());
    info.extend_from_slice(&number(cipher)?.to_ne_bytes());
    [iv, key, salt, &sequence].iter().for_each(|part| info.extend_from_slice(part));
    Some(info)
}

/// The number of the next record in the kernel's state of a cipher, which has it at the end.
pub fn sequence_in(info: &[u8]) -> Option<u64> {
    info.last_chunk().map(|number| u64::from_be_bytes(*number))
}

/// The size of the kernel's state of a cipher.
pub fn info_size(cipher: Cipher) -> usize {
    let numbers = 2 + 2 + 8;
    numbers + 12 + cipher.key_size()
}

/// The least number of records that the kernel makes of so many bytes.
pub fn records_of(bytes: usize) -> u64 {
    bytes.div_ceil(MAX_PLAINTEXT).max(1) as u64
}

/// The part of the writer's buffer that is the kernel's next.
#[derive(PartialEq, Eq, Debug)]
pub enum Part<'a> {
    /// The unsent content of a record.
    Content(ContentType, &'a [u8]),
    /// The kernel has to be given the new keys.
    NewKeys,
}

/// The first part of what is not sent.
pub(super) fn first_part(pending: &[u8]) -> Option<Part<'_>> {
    let (&[kind, _, _, hi, lo], rest) = pending.split_first_chunk::<HEADER>()?;
    let len = usize::from(u16::from_be_bytes([hi, lo])).min(rest.len());
    Some(match ContentType::from_u8(kind) {
        Some(content) => Part::Content(content, &rest[..len]),
        None => Part::NewKeys,
    })
}

/// Appends the mark that the following content is for new keys.
pub(super) fn mark_new_keys(buffer: &mut Vec<u8>) {
    buffer.extend_from_slice(&[NEW_KEYS, 0, 0, 0, 0]);
}

/// Takes data and alerts out of `pending`, which the kernel has not given a number yet, and returns what is left with how many bytes
/// of content went. The peer has to get messages and their new keys, or no later record can be opened.
pub(super) fn without_data(mut pending: &[u8]) -> (Vec<u8>, usize) {
    let (mut left, mut gone) = (Vec::new(), 0);
    while let Some(part) = first_part(pending) {
        let content = match part {
            Part::Content(_, content) => content.len(),
            Part::NewKeys => 0,
        };
        let (this, rest) = pending.split_at(HEADER + content);
        match part {
            Part::Content(ContentType::ApplicationData | ContentType::Alert, _) => gone += content,
            _ => left.extend_from_slice(this),
        }
        pending = rest;
    }
    (left, gone)
}

/// The kernel has taken `n` bytes of the content of the first part of `pending`: returns how many bytes of `pending` that makes. What
/// it has not taken gets a header of its own, over what it has.
pub(super) fn taken(pending: &mut [u8], n: usize) -> usize {
    let Some(&header) = pending.first_chunk::<HEADER>() else { return pending.len() };
    let len = usize::from(u16::from_be_bytes([header[3], header[4]]));
    if n >= len {
        return HEADER + len;
    }
    let [hi, lo] = ((len - n) as u16).to_be_bytes();
    if let Some(next) = pending.get_mut(n..n + HEADER) {
        next.copy_from_slice(&[header[0], header[1], header[2], hi, lo]);
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The structs of `linux/tls.h` begin with version and cipher; then iv, key, salt and rec_seq.
    #[test]
    fn what_the_kernel_is_given() {
        let header = |version: u16, cipher: u16| [version.to_ne_bytes(), cipher.to_ne_bytes()].concat();
        let number: u64 = 0x0102_0304_0506_0708;
        let bytes = number.to_be_bytes();
        let make = |version, cipher: Cipher, iv: &[u8]| {
            crypto_info(version, cipher, &vec![7; cipher.key_size()], iv, number).unwrap().to_vec()
        };
        let iv: Vec<u8> = (20..32).collect();
        let cases = [
            (Cipher::Aes128Gcm, AES_GCM_128, 40),
            (Cipher::Aes256Gcm, AES_GCM_256, 56),
            (Cipher::Aes128Ccm, AES_CCM_128, 40),
            (Cipher::Chacha20Poly1305, CHACHA20_POLY1305, 56),
        ];
        for (cipher, kernel, size) in cases {
            let key = vec![7; cipher.key_size()];
            let (iv13, salt) = match cipher {
                Cipher::Chacha20Poly1305 => (&iv[..], &[][..]),
                _ => (&iv[4..], &iv[..4]),
            };
            let info = make(Version::Tls13, cipher, &iv);
            assert_eq!(info, [&header(0x0304, kernel), iv13, &key, salt, &bytes].concat());
            assert_eq!((info.len(), info_size(cipher)), (size, size));
            assert_eq!(sequence_in(&info), Some(number));
        }
        // The nonce of TLS 1.2 is the salt and the number of the record.
        let info = make(Version::Tls12, Cipher::Aes128Gcm, &iv[..4]);
        assert_eq!(info, [&header(0x0303, AES_GCM_128), &bytes[..], &[7; 16], &iv[..4], &bytes].concat());
        let info = make(Version::Tls12, Cipher::Chacha20Poly1305, &iv);
        assert_eq!(info, [&header(0x0303, CHACHA20_POLY1305), &iv[..], &[7; 32], &bytes].concat());
    }

    #[test]
    fn what_the_kernel_does_not_have() {
        let make = |version, cipher: Cipher, iv: usize| {
            crypto_info(version, cipher, &vec![0; cipher.key_size()], &vec![0; iv], 0)
        };
        assert!(make(Version::Tls13, Cipher::Aes128Ccm8, 12).is_none());
        assert!(make(Version::Tls12, Cipher::Aes256Ccm, 4).is_none());
        assert!(make(Version::Tls11, Cipher::Aes128Gcm, 4).is_none());
        assert!(make(Version::Dtls12, Cipher::Chacha20Poly1305, 12).is_none());
        assert!(make(Version::Tls13, Cipher::Aes128Gcm, 4).is_none());
        assert!(make(Version::Tls12, Cipher::Aes128Gcm, 12).is_none());
        assert!(crypto_info(Version::Tls13, Cipher::Aes256Gcm, &[0; 16], &[0; 12], 0).is_none());
        assert!(!has_cipher(Cipher::Aes128Cbc) && has_cipher(Cipher::Aes256Gcm));
    }
}
