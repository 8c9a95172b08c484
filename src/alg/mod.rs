//! Algorithms: identifiers, names, properties, cipher suites, and the policy of a priority string.
pub mod ciphers;
pub mod digests;
pub mod flags;
pub mod groups;
pub mod ids;
pub mod kx;
pub mod numbers;
pub mod paramsets;
pub mod pks;
pub mod policy;
pub mod primes;
pub mod sec_param;
pub mod signs;
pub mod suites;
pub mod system;
pub mod versions;

pub use ids::*;
pub use policy::Policy;
pub use suites::{SUITES, Suite};

/// The text of a C string of this module, all of which are ASCII.
const fn text(c: &core::ffi::CStr) -> &str {
    match c.to_str() {
        Ok(text) => text,
        Err(_) => "",
    }
}
