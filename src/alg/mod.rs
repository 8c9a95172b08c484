//! What each algorithm is: identifiers, names, properties, suites, and the policy of a priority string.
pub mod ids;

pub use ids::*;
