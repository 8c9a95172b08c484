//! Restrictions of algorithms in the system's configuration (manual: System-wide configuration of the
//! library).
//!
//! The C boundary sets them once when it reads the file. A set bit disables an algorithm.
use core::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::{Curve, Digest, Group, Sign, Version};

static DIGESTS: AtomicU64 = AtomicU64::new(0);
static SIGNS: AtomicU64 = AtomicU64::new(0);
static SIGNS_FOR_CERTS: AtomicU64 = AtomicU64::new(0);
static CURVES: AtomicU64 = AtomicU64::new(0);
static VERSIONS: AtomicU64 = AtomicU64::new(0);
static NO_RSA_ENCRYPTION: AtomicBool = AtomicBool::new(false);

/// Algorithms that are disabled or, in an allowlist, the only ones that are enabled.
#[derive(Clone, Default, Debug)]
pub struct Rules {
    pub allowlist: bool,
    pub digests: Vec<Digest>,
    pub signs: Vec<Sign>,
    pub signs_for_certs: Vec<Sign>,
    pub curves: Vec<Curve>,
    pub versions: Vec<Version>,
    /// RSA does not encrypt with PKCS #1 v1.5.
    pub no_rsa_encryption: bool,
}

/// The bit of `item`: its index among all items of its type, which are fewer than 64.
fn bit<T: PartialEq>(all: &[T], item: &T) -> u64 {
    all.iter().position(|x| x == item).map_or(0, |n| 1 << n)
}

impl Rules {
    /// Applies these rules to the process.
    pub fn install(&self) {
        fn set<T: PartialEq>(mask: &AtomicU64, all: &[T], named: &[T], allowlist: bool) {
            let named = named.iter().fold(0, |sum, item| sum | bit(all, item));
            mask.store(if allowlist { !named } else { named }, Ordering::Relaxed);
        }
        let allow = self.allowlist;
        // An algorithm that is allowed for certificates is allowed in general; one that is disabled is
        // disabled for certificates, too.
        let both = [self.signs.as_slice(), &self.signs_for_certs].concat();
        let (signs, certs) = match allow {
            true => (&both, &self.signs_for_certs),
            false => (&self.signs, &both),
        };
        set(&DIGESTS, Digest::ALL, &self.digests, allow);
        set(&SIGNS, Sign::ALL, signs, allow);
        set(&SIGNS_FOR_CERTS, Sign::ALL, certs, allow);
        set(&CURVES, Curve::ALL, &self.curves, allow);
        set(&VERSIONS, Version::ALL, &self.versions, allow);
        NO_RSA_ENCRYPTION.store(self.no_rsa_encryption, Ordering::Relaxed);
    }
}

fn free<T: PartialEq>(mask: &AtomicU64, all: &[T], item: &T) -> bool {
    match mask.load(Ordering::Relaxed) {
        0 => true,
        mask => mask & bit(all, item) == 0,
    }
}

pub fn allows_digest(digest: Digest) -> bool {
    free(&DIGESTS, Digest::ALL, &digest)
}

/// Whether the signature algorithm and its hash are allowed.
pub fn allows_sign(sign: Sign) -> bool {
    free(&SIGNS, Sign::ALL, &sign) && sign.digest().is_none_or(allows_digest)
}

pub fn allows_sign_for_certs(sign: Sign) -> bool {
    free(&SIGNS_FOR_CERTS, Sign::ALL, &sign) && sign.digest().is_none_or(allows_digest)
}

pub fn allows_curve(curve: Curve) -> bool {
    free(&CURVES, Curve::ALL, &curve)
}

/// Whether the curve of a group, or of the classical component of a hybrid, is allowed.
pub fn allows_group(group: Group) -> bool {
    let classical = group.hybrid().map_or(group, |(classical, _)| classical);
    classical.curve().is_none_or(allows_curve)
}

/// Whether RSA encrypts and decrypts with PKCS #1 v1.5.
pub fn allows_rsa_encryption() -> bool {
    !NO_RSA_ENCRYPTION.load(Ordering::Relaxed)
}

pub fn allows_version(version: Version) -> bool {
    free(&VERSIONS, Version::ALL, &version)
}
