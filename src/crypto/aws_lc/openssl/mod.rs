//! Parts of OpenSSL's assembly, which `build.rs` generates from the `openssl-src` crate for x86-64 on
//! Linux: SHA-512 blocks with AVX2, AES-CCM in one pass, AES-CBC with SHA-1 or
//! SHA-256, AES-GCM with AVX-512, and
//! Montgomery multiplications with AVX-512.
mod aes;
mod cbc_sha;
mod gcm;
mod modulus;
mod processor;
mod sha512;

pub(crate) use aes::AesNi;
pub(crate) use cbc_sha::CbcSha;
pub(crate) use gcm::AesGcm;
pub(crate) use modulus::Modulus2048;
pub(super) use sha512::sha512_blocks;
