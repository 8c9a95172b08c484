//! Cryptographic primitives: the only layer that uses crypto crates. The layers above select algorithms with
//! the ids of [`crate::alg`].
//!
//! The implementation of each primitive:
//!
//! | primitive | implementation | reason |
//! | --- | --- | --- |
//! | SHA-1, SHA-2 | `aws-lc-sys` ([`aws_lc`]) | inline contexts, no indirect calls |
//! | whole blocks of SHA-384 and SHA-512, AES-CCM, and AES-GCM with AVX-512, on x86-64 | OpenSSL's assembly ([`aws_lc`], `openssl-src`) | SHA-512 1.4x, CCM 1.2x, GCM of up to 1,400 bytes 1.3-2.1x of aws-lc |
//! | powers of signatures with RSA and DSA of 2,048 bits, with AVX-512 | ours, on OpenSSL's assembly ([`aws_lc`], `openssl-src`) | verification 2.1x (RSA) and 3.3x (DSA) of aws-lc |
//! | HMAC | ours, on the digests (RFC 2104) | a key is prepared once, without an allocation |
//! | MD5, SHA-3, SHAKE, RIPEMD-160, MD5+SHA-1, PBKDF2 | `aws-lc-sys` ([`aws_lc`]) | not in ring |
//! | MD2, GOST R 34.11-94, Streebog | `md2`, `gost94`, `streebog` | not in ring or aws-lc |
//! | HKDF, HKDF-Expand-Label, the TLS 1.2 PRF | ours, on the HMAC above | RFC 5869, RFC 8446 section 7.1, RFC 5246 section 5 |
//! | AES-GCM without AVX-512, ChaCha20-Poly1305 of records | `aws-lc-rs`; `ring` for AES-GCM of up to 512 bytes | 16 KiB AES-GCM 1.4-1.5x of ring |
//! | X25519, P-256, P-384, P-521 agreement | `aws-lc-rs` | X25519 1.5-2.8x and P-384 3.2x of ring; ring lacks P-521 |
//! | SRP-6a | ours ([`srp`]), on aws-lc's arithmetic | the crates for it have other encodings than RFC 5054, and no known groups |
//! | RSA and DSA numbers of a seed (FIPS 186-4) | ours ([`provable`]), on aws-lc's arithmetic | not in any crate |
//! | RSA, ECDSA, Ed25519: sign, verify, generate | `aws-lc-sys` ([`aws_lc`]) | any digest with any key, export of keys, RSA-2048 signing 1.9x of ring |
//! | ECDSA and Ed25519 on certificates, CRLs and OCSP responses | `webpki` on aws-lc ([`keys`]) | its algorithms are those of rustls; as fast as aws-lc itself |
//! | AES in CBC, CFB, CFB8, GCM and GCM-SIV, DES, RC2, RC4, ChaCha20, CMAC | `aws-lc-sys` ([`aws_lc`]) | not in ring; `aws-lc-rs` always adds padding and only supports nonces of 12 bytes |
//! | AES-SIV, Camellia, Salsa20, Magma, Kuznyechik | `aes-siv`, `camellia` and `ghash`, `salsa20`, `magma`, `kuznyechik`, `cmac` | not in ring or aws-lc |
//! | AES-CBC with HMAC of sealed records, in one pass | `aws-lc-sys`; with encrypt-then-MAC OpenSSL's assembly ([`aws_lc`]) | 1.6x of one after the other |
//! | CCM elsewhere and XTS on those blocks; UMAC; the modes of GOST 28147-89 and CTR-ACPKM | ours | not in any crate, or slower |
//! | random bytes | ChaCha20 of `aws-lc-sys`, seeded by the kernel through `ring` | a system call for each nonce takes three times as long |
//!
//! `unsafe` is only used in [`aws_lc`] (calls to aws-lc and OpenSSL's assembly) and [`fork`]
//! (`pthread_atfork`).

#[deny(unsafe_code)]
pub mod aead;
mod aws_lc;
#[deny(unsafe_code)]
pub mod cipher;
#[deny(unsafe_code)]
pub(crate) mod constant_time;
mod fork;
#[deny(unsafe_code)]
pub mod hash;
#[deny(unsafe_code)]
pub mod hpke;
#[deny(unsafe_code)]
pub mod kdf;
#[deny(unsafe_code)]
pub mod kex;
#[deny(unsafe_code)]
pub mod keys;
#[deny(unsafe_code)]
pub mod mac;
#[deny(unsafe_code)]
pub mod provable;
#[deny(unsafe_code)]
pub mod rand;
#[deny(unsafe_code)]
pub mod secret;
#[deny(unsafe_code)]
pub mod self_test;
#[deny(unsafe_code)]
pub mod srp;

pub use secret::Secret;

use crate::abi::GNUTLS_E_MEMORY_ERROR;
use crate::alg::ids::{Cipher, Digest};
use crate::error::{Error, Result};

/// Lets aws-lc use the allocator of the library. It is called when the library is loaded, before anything else.
pub fn use_our_allocator() {
    aws_lc::use_our_allocator();
}

/// Does what the crates would do on first use: detect processor features, map the page for fork detection,
/// read a seed. The application may forbid such system calls after the library is initialized.
pub fn prepare() -> Result<()> {
    rand::fill(&mut [0])?;
    aead::Aead::new(Cipher::Aes128Gcm, &[0; 16])?;
    hash::digest(Digest::Sha384, &[])?;
    // aws-lc has its own random generator, which is used for key agreement.
    aws_lc::random_is_ready().ok_or(Error::new(GNUTLS_E_MEMORY_ERROR))
}

/// Decodes hexadecimal test vectors.
#[cfg(test)]
pub fn hex(s: &str) -> Vec<u8> {
    (0..s.len() / 2).map(|i| u8::from_str_radix(&s[2 * i..2 * i + 2], 16).unwrap()).collect()
}
