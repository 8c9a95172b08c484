//! Numbers on the wire as a person reads them: the name that the tables have, or the number.
use core::fmt::{self, Display, Formatter};

use super::suites::by_wire;
use super::{Group, Sign, Version};

macro_rules! numbers {
    ($($(#[$comment:meta])* $name:ident($number:pat) => $found:expr;)*) => {
        $(
            $(#[$comment])*
            pub struct $name(pub u16);

            impl Display for $name {
                fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                    let $number = self.0;
                    match $found {
                        Some(name) => f.write_str(name),
                        None => write!(f, "0x{:04x}", self.0),
                    }
                }
            }
        )*
    };
}

numbers! {
    /// A protocol version.
    VersionNumber(n) => Version::from_wire(n).map(Version::name);
    /// A cipher suite.
    SuiteNumber(n) => by_wire(n).map(|s| s.name);
    /// A group.
    GroupNumber(n) => Group::from_wire(n).map(Group::name);
    /// A signature scheme.
    SignNumber(n) => Sign::from_wire(n).map(Sign::name);
}
