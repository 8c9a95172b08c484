//! Safe wrappers of the parts of aws-lc that `aws-lc-rs` does not offer: every digest, RSA and ECDSA
//! on a finished digest, ciphers piece by piece; and of two files of OpenSSL's assembly. The one folder of this layer
//! that calls C.
use aws_lc_sys as lc;

/// Declares an owner of an object of aws-lc that `$free` releases.
macro_rules! owned {
    ($(#[$doc:meta])* $name:ident: $raw:ty, $free:path) => {
        $(#[$doc])*
        pub struct $name(core::ptr::NonNull<$raw>);
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
mod cipher;
mod dsa;
mod ec;
mod edwards;
mod hash;
#[cfg(openssl_assembly)]
mod openssl;
mod pq;
mod rsa;
mod wiped;

pub use bn::{Bn, Modulus};
pub use cipher::{AeadCtx, AesBlocks, CbcCtr, CipherCtx, CmacCtx, Gcm, Poly1305, chacha20};
pub use dsa::Dsa;
pub use ec::EcKey;
pub use edwards::{Ed25519Private, ed25519_from_seed, ed25519_sign, ed25519_verify, x25519, x25519_public};
pub use hash::{MdCtx, Sha, hmac_of, pbkdf2, sha_of, wipe};
#[cfg(openssl_assembly)]
pub use openssl::AesNi;
pub use pq::PqKey;
pub use rsa::Rsa;
pub use wiped::{Wiped, wipe_stack};

/// aws-lc answers 1 for success; on failure the thread's error queue is emptied, for nobody reads it.
fn ok(code: i32) -> Option<()> {
    if code == 1 {
        return Some(());
    }
    // SAFETY: no arguments; it touches the thread's own queue.
    unsafe { lc::ERR_clear_error() };
    None
}
