//! What each algorithm is: identifiers, names, properties, suites, and the policy of a priority string.
pub mod ciphers;
pub mod digests;
pub mod groups;
pub mod ids;
pub mod kx;
pub mod pks;
pub mod policy;
pub mod primes;
pub mod signs;
pub mod suites;
pub mod versions;

pub use ids::*;
pub use policy::Policy;
pub use suites::{SUITES, Suite};
