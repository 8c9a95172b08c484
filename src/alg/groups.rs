//! Groups for key exchange, and their curves.
use core::ffi::CStr;

use super::{Curve, Group, Pk, primes};

struct Info {
    name: &'static CStr,
    wire: Option<u16>,
    curve: Option<Curve>,
    pk: Pk,
}

impl Info {
    const fn new(name: &'static CStr, wire: Option<u16>, curve: Option<Curve>, pk: Pk) -> Info {
        Info { name, wire, curve, pk }
    }
}

impl Group {
    /// In the order of `gnutls_group_list`.
    pub const LIST: &'static [Group] = &[
        Group::Secp192r1,
        Group::Secp224r1,
        Group::Secp256r1,
        Group::Secp384r1,
        Group::Secp521r1,
        Group::X25519,
        Group::Gc256b,
        Group::Gc512a,
        Group::X448,
        Group::Ffdhe2048,
        Group::Ffdhe3072,
        Group::Ffdhe4096,
        Group::Ffdhe6144,
        Group::Ffdhe8192,
        Group::Secp256r1Mlkem768,
        Group::X25519Mlkem768,
        Group::Secp384r1Mlkem1024,
    ];

    const fn info(self) -> Info {
        match self {
            Group::Secp224r1 => Info::new(c"SECP224R1", Some(21), Some(Curve::Secp224r1), Pk::Ecdsa),
            Group::Secp256r1 => Info::new(c"SECP256R1", Some(23), Some(Curve::Secp256r1), Pk::Ecdsa),
            Group::Secp384r1 => Info::new(c"SECP384R1", Some(24), Some(Curve::Secp384r1), Pk::Ecdsa),
            Group::Secp521r1 => Info::new(c"SECP521R1", Some(25), Some(Curve::Secp521r1), Pk::Ecdsa),
            Group::Secp192r1 => Info::new(c"SECP192R1", Some(19), Some(Curve::Secp192r1), Pk::Ecdsa),
            Group::X25519 => Info::new(c"X25519", Some(29), Some(Curve::X25519), Pk::EcdhX25519),
            Group::Gc512a => Info::new(c"GC512A", Some(38), Some(Curve::Gost512a), Pk::Gost12512),
            Group::Gc512b => Info::new(c"GC512B", Some(39), Some(Curve::Gost512b), Pk::Gost12512),
            Group::Gc512c => Info::new(c"GC512C", Some(40), Some(Curve::Gost512c), Pk::Gost12512),
            Group::Gc256a => Info::new(c"GC256A", Some(34), Some(Curve::Gost256a), Pk::Gost12256),
            Group::Gc256b => Info::new(c"GC256B", Some(35), Some(Curve::Gost256b), Pk::Gost12256),
            Group::Gc256c => Info::new(c"GC256C", Some(36), Some(Curve::Gost256c), Pk::Gost12256),
            Group::Gc256d => Info::new(c"GC256D", Some(37), Some(Curve::Gost256d), Pk::Gost12256),
            Group::X448 => Info::new(c"X448", Some(30), Some(Curve::X448), Pk::EcdhX448),
            Group::Ffdhe2048 => Info::new(c"FFDHE2048", Some(256), None, Pk::Dh),
            Group::Ffdhe3072 => Info::new(c"FFDHE3072", Some(257), None, Pk::Dh),
            Group::Ffdhe4096 => Info::new(c"FFDHE4096", Some(258), None, Pk::Dh),
            Group::Ffdhe8192 => Info::new(c"FFDHE8192", Some(260), None, Pk::Dh),
            Group::Ffdhe6144 => Info::new(c"FFDHE6144", Some(259), None, Pk::Dh),
            Group::Secp256r1Mlkem768 => Info::new(c"SECP256R1-MLKEM768", Some(4587), None, Pk::Ecdsa),
            Group::X25519Mlkem768 => Info::new(c"X25519-MLKEM768", Some(4588), None, Pk::EcdhX25519),
            Group::Mlkem768 => Info::new(c"MLKEM768", None, None, Pk::Mlkem768),
            Group::Mlkem1024 => Info::new(c"MLKEM1024", None, None, Pk::Mlkem1024),
            Group::Secp384r1Mlkem1024 => Info::new(c"SECP384R1-MLKEM1024", Some(4589), None, Pk::Ecdsa),
        }
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        self.info().name
    }

    /// The `NamedGroup` on the wire (RFC 8446 4.2.7, RFC 9189, draft-ietf-tls-ecdhe-mlkem); `None` for a
    /// component of a hybrid that is never offered separately.
    pub const fn wire(self) -> Option<u16> {
        self.info().wire
    }

    pub fn from_wire(wire: u16) -> Option<Group> {
        Group::ALL.iter().copied().find(|g| g.wire() == Some(wire))
    }

    /// The curve of an elliptic curve group.
    pub const fn curve(self) -> Option<Curve> {
        self.info().curve
    }

    /// The type of the key pairs for the exchange.
    pub const fn pk(self) -> Pk {
        self.info().pk
    }

    /// The prime of a finite field of RFC 7919, and the size of a secret exponent in bits: twice the strength that its
    /// appendix A estimates for the group, and a little more. The base is 2.
    pub const fn finite_field(self) -> Option<(&'static [u8], u32)> {
        match self {
            Group::Ffdhe2048 => Some((&primes::FFDHE2048, 256)),
            Group::Ffdhe3072 => Some((&primes::FFDHE3072, 276)),
            Group::Ffdhe4096 => Some((&primes::FFDHE4096, 336)),
            Group::Ffdhe6144 => Some((&primes::FFDHE6144, 376)),
            Group::Ffdhe8192 => Some((&primes::FFDHE8192, 512)),
            _ => None,
        }
    }

    /// The classical and the post-quantum component of a hybrid.
    pub const fn hybrid(self) -> Option<(Group, Group)> {
        match self {
            Group::X25519Mlkem768 => Some((Group::X25519, Group::Mlkem768)),
            Group::Secp256r1Mlkem768 => Some((Group::Secp256r1, Group::Mlkem768)),
            Group::Secp384r1Mlkem1024 => Some((Group::Secp384r1, Group::Mlkem1024)),
            _ => None,
        }
    }
}

impl Curve {
    /// In the order of `gnutls_ecc_curve_list`.
    pub const LIST: &'static [Curve] = &[
        Curve::Secp192r1,
        Curve::Secp224r1,
        Curve::Secp256r1,
        Curve::Secp384r1,
        Curve::Secp521r1,
        Curve::X25519,
        Curve::Ed25519,
        Curve::X448,
        Curve::Ed448,
        Curve::Gost256cpa,
        Curve::Gost256cpxa,
        Curve::Gost256b,
        Curve::Gost512a,
    ];

    /// Name, object identifier, size of a coordinate in bytes, key type.
    const fn info(self) -> (&'static CStr, &'static CStr, usize, Pk) {
        match self {
            Curve::Secp224r1 => (c"SECP224R1", c"1.3.132.0.33", 28, Pk::Ecdsa),
            Curve::Secp256r1 => (c"SECP256R1", c"1.2.840.10045.3.1.7", 32, Pk::Ecdsa),
            Curve::Secp384r1 => (c"SECP384R1", c"1.3.132.0.34", 48, Pk::Ecdsa),
            Curve::Secp521r1 => (c"SECP521R1", c"1.3.132.0.35", 66, Pk::Ecdsa),
            Curve::Secp192r1 => (c"SECP192R1", c"1.2.840.10045.3.1.1", 24, Pk::Ecdsa),
            Curve::X25519 => (c"X25519", c"1.3.101.110", 32, Pk::EcdhX25519),
            Curve::Ed25519 => (c"Ed25519", c"1.3.101.112", 32, Pk::EddsaEd25519),
            Curve::Gost256cpa => (c"CryptoPro-A", c"1.2.643.2.2.35.1", 32, Pk::Gost01),
            Curve::Gost256cpb => (c"CryptoPro-B", c"1.2.643.2.2.35.2", 32, Pk::Gost01),
            Curve::Gost256cpc => (c"CryptoPro-C", c"1.2.643.2.2.35.3", 32, Pk::Gost01),
            Curve::Gost256cpxa => (c"CryptoPro-XchA", c"1.2.643.2.2.36.0", 32, Pk::Gost01),
            Curve::Gost256cpxb => (c"CryptoPro-XchB", c"1.2.643.2.2.36.1", 32, Pk::Gost01),
            Curve::Gost512a => (c"TC26-512-A", c"1.2.643.7.1.2.1.2.1", 64, Pk::Gost12512),
            Curve::Gost512b => (c"TC26-512-B", c"1.2.643.7.1.2.1.2.2", 64, Pk::Gost12512),
            Curve::Gost512c => (c"TC26-512-C", c"1.2.643.7.1.2.1.2.3", 64, Pk::Gost12512),
            Curve::Gost256a => (c"TC26-256-A", c"1.2.643.7.1.2.1.1.1", 32, Pk::Gost12256),
            Curve::Gost256b => (c"TC26-256-B", c"1.2.643.7.1.2.1.1.2", 32, Pk::Gost12256),
            Curve::Gost256c => (c"TC26-256-C", c"1.2.643.7.1.2.1.1.3", 32, Pk::Gost12256),
            Curve::Gost256d => (c"TC26-256-D", c"1.2.643.7.1.2.1.1.4", 32, Pk::Gost12256),
            Curve::X448 => (c"X448", c"1.3.101.111", 56, Pk::EcdhX448),
            Curve::Ed448 => (c"Ed448", c"1.3.101.113", 57, Pk::EddsaEd448),
        }
    }

    pub const fn name(self) -> &'static str {
        super::text(self.c_name())
    }

    /// The name as a C string.
    pub const fn c_name(self) -> &'static CStr {
        self.info().0
    }

    pub const fn oid(self) -> &'static str {
        super::text(self.c_oid())
    }

    /// The identifier as a C string.
    pub const fn c_oid(self) -> &'static CStr {
        self.info().1
    }

    /// Size of a coordinate in bytes.
    pub const fn size(self) -> usize {
        self.info().2
    }

    pub const fn pk(self) -> Pk {
        self.info().3
    }

    pub fn from_oid(oid: &str) -> Option<Curve> {
        Curve::ALL.iter().copied().find(|c| c.oid() == oid)
    }
}
