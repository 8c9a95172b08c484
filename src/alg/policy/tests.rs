//! The expected values are from GnuTLS or its manual.
use super::*;

fn suites(text: &str) -> Vec<u16> {
    Policy::parse(text.as_bytes()).unwrap().suites.iter().map(|s| s.wire).collect()
}

#[test]
fn normal_offers_what_gnutls_offers() {
    assert_eq!(
        suites("NORMAL"),
        [
            0x1302, 0x1303, 0x1301, 0x1304, 0xc02c, 0xcca9, 0xc0ad, 0xc00a, 0xc02b, 0xc0ac, 0xc009, 0xc030,
            0xcca8, 0xc014, 0xc02f, 0xc013, 0x009d, 0xc09d, 0x0035, 0x009c, 0xc09c, 0x002f, 0x009f, 0xccaa,
            0xc09f, 0x0039, 0x009e, 0xc09e, 0x0033
        ]
    );
    assert_eq!(suites("SUITEB128"), [0xc02c, 0xc02b]);
    assert_eq!(suites("NONE:+VERS-TLS-ALL:+MAC-ALL:+RSA:+AES-128-CBC:+SIGN-ALL:+COMP-NULL"), [0x002f]);
    assert_eq!(suites("NONE:+VERS-TLS1.2:+GOST"), [0xc102]);
}

#[test]
fn errors_say_where() {
    for (text, code, at) in [
        ("NORMAL:+FOO", GNUTLS_E_INVALID_REQUEST, 7),
        ("NORMAL:+ANON-DH:+MD5+SHA1", GNUTLS_E_INVALID_REQUEST, 16),
        ("NORMAL:", GNUTLS_E_INVALID_REQUEST, 7),
        ("", GNUTLS_E_INVALID_REQUEST, 0),
        ("NONE:NONE", GNUTLS_E_INVALID_REQUEST, 5),
        ("NORMAL:%compat", GNUTLS_E_INVALID_REQUEST, 7),
        ("NONE", GNUTLS_E_NO_PRIORITIES_WERE_SET, 0),
        ("NORMAL:-VERS-ALL", GNUTLS_E_NO_PRIORITIES_WERE_SET, 0),
        ("NORMAL:-MAC-ALL", GNUTLS_E_NO_PRIORITIES_WERE_SET, 0),
    ] {
        assert_eq!(Policy::parse(text.as_bytes()).err(), Some((Error::new(code), at)), "{text}");
    }
}

#[test]
fn versions_follow_what_is_left() {
    let tls13 = |text: &str| Policy::parse(text.as_bytes()).unwrap().versions.contains(&Version::Tls13);
    assert!(tls13("NORMAL") && tls13("NORMAL:+PSK") && tls13("NORMAL:+ANON-DH"));
    for text in
        ["NORMAL:+SRP", "NORMAL:+NULL", "NORMAL:-GROUP-ALL", "NORMAL:-SIGN-ALL", "NORMAL:%NO_EXTENSIONS"]
    {
        assert!(!tls13(text), "{text}");
    }
    let only = Policy::parse(b"NORMAL:-VERS-ALL:+VERS-TLS1.3").unwrap();
    assert!(only.kx.is_empty());
    assert_eq!(only.max_version(false), Some(Version::Tls13));
    assert_eq!(only.max_version(true), None);
}
