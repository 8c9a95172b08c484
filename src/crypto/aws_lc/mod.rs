//! Safe wrappers of parts of aws-lc that `aws-lc-rs` does not expose (all digests, RSA and ECDSA with a
//! precomputed digest, incremental ciphers) and of some files of OpenSSL's assembly. The only module of this
//! layer that calls these libraries directly.
use aws_lc_sys as lc;

/// Declares the owner of an aws-lc object, which is freed with `$free`.
macro_rules! owned {
    ($(#[$doc:meta])* $name:ident: $raw:ty, $free:path) => {
        $(#[$doc])*
        pub(crate) struct $name(core::ptr::NonNull<$raw>);
        impl $name {
            pub(super) fn own(p: *mut $raw) -> Option<Self> {
                core::ptr::NonNull::new(p).map($name)
            }
            pub(super) fn get(&self) -> *mut $raw {
                self.0.as_ptr()
            }
        }
        impl Drop for $name {
            fn drop(&mut self) {
                // SAFETY: made by aws-lc, owned by this value alone.
                unsafe { $free(self.0.as_ptr()) }
            }
        }
        // SAFETY: objects of aws-lc are not tied to the thread that made them.
        unsafe impl Send for $name {}
    };
}

mod bn;
mod cbc_hmac;
mod cipher;
mod dsa;
mod ec;
mod edwards;
mod hash;
mod memory;
#[cfg(openssl_assembly)]
mod openssl;
#[cfg(not(openssl_assembly))]
mod portable;
mod pq;
mod rsa;
mod wiped;

pub(super) use bn::{Bn, Modulus};
pub(super) use cbc_hmac::CbcHmac;
pub(super) use cipher::{AeadCtx, AesBlocks, CbcCtr, CipherCtx, CmacCtx, Gcm, Poly1305, chacha20};
pub(super) use dsa::Dsa;
pub(super) use ec::EcKey;
pub(super) use edwards::{
    Ed25519Private, ed25519_from_seed, ed25519_sign, ed25519_verify, x25519, x25519_public,
};
pub(super) use hash::{MdCtx, Sha, hmac_of, pbkdf2, sha_of, wipe};
pub(crate) use memory::{random_is_ready, use_our_allocator};
#[cfg(openssl_assembly)]
pub(super) use openssl::{AesGcm, AesNi, CbcSha, Modulus2048};
#[cfg(not(openssl_assembly))]
pub(super) use portable::{CbcSha, Modulus2048};
pub(super) use pq::PqKey;
pub(super) use rsa::Rsa;
pub(super) use wiped::Wiped;
pub(crate) use wiped::wipe_stack;

/// aws-lc returns 1 on success. On failure the thread's error queue is cleared, because it is not used.
fn ok(code: i32) -> Option<()> {
    if code == 1 {
        return Some(());
    }
    // SAFETY: no arguments; it touches the thread's own queue.
    unsafe { lc::ERR_clear_error() };
    None
}
