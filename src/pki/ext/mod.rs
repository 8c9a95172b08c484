//! Extensions of certificates, requests and CRLs (RFC 5280 sections 4.2 and 5.2): each module reads and
//! writes one extension.

pub mod basic_constraints;
pub mod dist_points;
pub mod general_name;
pub mod info_access;
pub mod issuing_dist_point;
pub mod key_id;
pub mod key_purposes;
pub mod key_usage;
pub mod name_constraints;
pub mod policies;
pub mod policy_constraints;
pub mod policy_mappings;
pub mod proxy;
pub mod tls_features;
pub mod values;

use crate::asn1::{der, oid};

/// One extension: its type, whether it is critical, and the content of its OCTET STRING.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'a> {
    pub oid: &'a [u8],
    pub critical: bool,
    pub value: &'a [u8],
}

/// Whether the extension is valid; `None` if path validation does not know it.
pub fn is_readable(e: &Extension<'_>) -> Option<bool> {
    Some(match e.oid {
        oid::BASIC_CONSTRAINTS => basic_constraints::read(e.value).is_ok(),
        oid::KEY_USAGE => key_usage::read(e.value).is_ok(),
        oid::SUBJECT_ALT_NAME | oid::ISSUER_ALT_NAME => general_name::read(e.value).is_ok(),
        oid::EXTENDED_KEY_USAGE => key_purposes::read(e.value).is_ok(),
        oid::NAME_CONSTRAINTS => name_constraints::read(e.value).is_ok(),
        oid::AUTHORITY_KEY_ID => key_id::read_authority(e.value).is_ok(),
        oid::SUBJECT_KEY_ID => der::whole(e.value, der::OCTET_STRING).is_ok(),
        oid::CRL_DISTRIBUTION_POINTS => dist_points::read(e.value).is_ok(),
        oid::CERTIFICATE_POLICIES => policies::read(e.value).is_ok(),
        oid::POLICY_MAPPINGS => policy_mappings::read(e.value).is_ok(),
        oid::POLICY_CONSTRAINTS => policy_constraints::read(e.value).is_ok(),
        oid::INHIBIT_ANY_POLICY => der::whole(e.value, der::INTEGER).is_ok(),
        oid::AUTHORITY_INFO_ACCESS => info_access::read(e.value).is_ok(),
        oid::PROXY_CERT_INFO => proxy::read(e.value).is_ok(),
        oid::TLS_FEATURES => tls_features::read(e.value).is_ok(),
        _ => return None,
    })
}

#[cfg(test)]
fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::NameKind;
    use crate::alg::flags::KeyUsage;

    #[test]
    fn what_path_validation_can_read() {
        fn readable(oid: &[u8], value: &[u8]) -> Option<bool> {
            is_readable(&Extension { oid, critical: true, value })
        }
        for (oid, good, bad) in [
            (oid::BASIC_CONSTRAINTS, &b"\x30\x03\x01\x01\xff"[..], &b"\x30\x03\x01\x02\xff"[..]),
            (oid::KEY_USAGE, b"\x03\x02\x01\x06", b"\x03\x02\x09\x06"),
            (oid::SUBJECT_ALT_NAME, b"\x30\x03\x82\x01a", b"\x30\x03\x82\x02a"),
            (oid::EXTENDED_KEY_USAGE, b"\x30\x05\x06\x03\x2a\x03\x04", b"\x30\x02\x05\x00"),
            (
                oid::NAME_CONSTRAINTS,
                b"\x30\x07\xa0\x05\x30\x03\x82\x01a",
                b"\x30\x07\xa0\x05\x30\x03\xa5\x01a",
            ),
            (oid::AUTHORITY_KEY_ID, b"\x30\x03\x80\x01a", b"\x30\x02\x05\x00"),
            (oid::SUBJECT_KEY_ID, b"\x04\x01a", b"\x04\x01ab"),
            (oid::CERTIFICATE_POLICIES, b"\x30\x07\x30\x05\x06\x03\x2a\x03\x04", b"\x30\x02\x05\x00"),
            (
                oid::POLICY_MAPPINGS,
                b"\x30\x08\x30\x06\x06\x01\x2a\x06\x01\x2b",
                b"\x30\x05\x30\x03\x06\x01\x2a",
            ),
            (oid::POLICY_CONSTRAINTS, b"\x30\x06\x80\x01\x00\x81\x01\x02", b"\x30\x03\x80\x01\xff"),
            (oid::INHIBIT_ANY_POLICY, b"\x02\x01\x05", b"\x30\x00"),
            (oid::TLS_FEATURES, b"\x30\x03\x02\x01\x05", b"\x30\x05\x02\x03\x01\x11\x70"),
        ] {
            assert_eq!((readable(oid, good), readable(oid, bad)), (Some(true), Some(false)), "{oid:?}");
            assert_eq!(
                (readable(oid, b""), readable(oid, &[good, &[5, 0]].concat())),
                (Some(false), Some(false))
            );
        }
        assert_eq!(readable(&[0x2a, 3], b"\x05\x00"), None);
    }

    // All expected values are from GnuTLS.
    #[test]
    fn contents_as_the_library_writes_them() {
        for (usage, want) in [
            (0, "030100"),
            (1, "03020001"),
            (0x80, "03020780"),
            (0x100, "030100"),
            (0x8000, "0303070080"),
            (0x8001, "0303070180"),
        ] {
            assert_eq!(to_hex(&key_usage::write(KeyUsage::from_bits_retain(usage))), want);
        }
        assert_eq!(to_hex(&basic_constraints::write(true, Some(300))), "30070101ff0202012c");
        assert_eq!(to_hex(&basic_constraints::write(false, None)), "3000");
        assert_eq!(to_hex(&values::integer(200)), "020200c8");
        assert_eq!(to_hex(&tls_features::write(&[5, 17])), "3006020105020111");
        assert_eq!(
            to_hex(&key_usage::write_period(1_000_000_000, 1_500_000_000).unwrap()),
            "3022800f32303031303930393031343634305a810f32303137303731343032343030305a"
        );
        assert_eq!(
            to_hex(&proxy::write(Some(3), &values::oid_from_text("1.3.6.1.5.5.7.21.1").unwrap(), None)),
            "300f020103300a06082b06010505071501"
        );
        let uri = general_name::from_text(NameKind::Uri, b"http://b/").unwrap();
        assert_eq!(to_hex(&dist_points::write_one(&uri, 64)), "3013a00da00b8609687474703a2f2f622f81020640");
        assert_eq!(to_hex(&key_id::write_authority(Some(b"abcd"), &[], None)), "3006800461626364");
    }
}
