//! Extensions: a table with a row for each. Extension blocks are in [`block`], the bodies in [`common`], [`tls12`] and
//! [`tls13`].
mod block;
pub mod certificate_type;
pub mod common;
pub mod compress_certificate;
pub mod connection_id;
pub mod heartbeat;
pub mod offered;
pub mod srtp;
pub mod tls12;
pub mod tls13;

use core::ffi::CStr;

use MessageContext::*;
pub use block::{Block, ExtensionType, Extensions, MessageContext, Numbered, required};
use offered::Offered;

use crate::error::Result;
use crate::handshake::config::Role;

/// The protocol versions of an extension.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Versions {
    Tls12,
    Tls13,
    Both,
}

/// A known extension.
struct Row {
    kind: ExtensionType,
    /// GnuTLS's name (`gnutls_ext_get_name`).
    name: Option<&'static CStr>,
    versions: Versions,
    /// The messages in which it may appear: for TLS 1.3 according to RFC 8446 section 4.2 and IANA's registry, for
    /// TLS 1.2 according to the RFC of the extension.
    contexts: &'static [MessageContext],
    /// Reads it in a ClientHello, to reject an invalid one whatever is negotiated. Also called without the extension.
    read: Option<fn(&Extensions) -> Result<()>>,
    /// Writes it to a ClientHello, if it is offered.
    write: Option<fn(&mut Block, &Offered<'_>)>,
}

/// The extensions in the order in which a client sends them, unless it shuffles them; then those that it does not send.
/// Unknown extensions are ignored in any message.
static TABLE: &[Row] = &[
    Row {
        kind: ExtensionType::SERVER_NAME,
        name: Some(c"Server Name Indication"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: Some(|e| common::read_server_name(e).map(drop)),
        write: Some(|b, o| common::write_server_name(b, &o.config.server_names)),
    },
    Row {
        kind: ExtensionType::ALPN,
        name: Some(c"ALPN"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: Some(|e| common::read_alpn(e).map(drop)),
        write: Some(|b, o| common::write_alpn(b, o.config.alpn.protocols.iter().map(Vec::as_slice))),
    },
    // Some TLS 1.2 servers send it (mentioned in RFC 8446 section 4.2.7).
    Row {
        kind: ExtensionType::SUPPORTED_GROUPS,
        name: Some(c"Supported Groups"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: Some(|e| common::read_groups(e).map(drop)),
        write: Some(common::offer_groups),
    },
    Row {
        kind: ExtensionType::SIGNATURE_ALGORITHMS,
        name: Some(c"Signature Algorithms"),
        versions: Versions::Both,
        contexts: &[ClientHello, CertificateRequest],
        read: Some(|e| common::read_signs(e).map(drop)),
        write: Some(|b, o| common::write_signs(b, o.config, o.newest())),
    },
    Row {
        kind: ExtensionType::RECORD_SIZE_LIMIT,
        name: Some(c"Record Size Limit"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: Some(|e| common::peer_limit(e, false).map(drop)),
        write: Some(|b, o| common::write_record_size_limit(b, o.config, o.tls13)),
    },
    Row {
        kind: ExtensionType::MAX_FRAGMENT_LENGTH,
        name: Some(c"Maximum Record Size"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: None,
        write: Some(|b, o| common::write_max_fragment_length(b, o.config)),
    },
    Row {
        kind: ExtensionType::STATUS_REQUEST,
        name: Some(c"OCSP Status Request"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, CertificateRequest, Certificate],
        read: Some(|e| common::read_status_request(e).map(drop)),
        write: Some(|b, o| common::offer_status_request(b, o.config)),
    },
    Row {
        kind: ExtensionType::EC_POINT_FORMATS,
        name: Some(c"Supported EC Point Formats"),
        versions: Versions::Tls12,
        contexts: &[ClientHello, ServerHello12],
        read: None,
        write: Some(|b, _| tls12::write_point_formats(b)),
    },
    Row {
        kind: ExtensionType::ENCRYPT_THEN_MAC,
        name: Some(c"Encrypt-then-MAC"),
        versions: Versions::Tls12,
        contexts: &[ClientHello, ServerHello12],
        read: Some(|e| tls12::read_encrypt_then_mac(e).map(drop)),
        write: Some(tls12::offer_encrypt_then_mac),
    },
    Row {
        kind: ExtensionType::EXTENDED_MASTER_SECRET,
        name: Some(c"Extended Master Secret"),
        versions: Versions::Tls12,
        contexts: &[ClientHello, ServerHello12],
        read: Some(|e| tls12::read_extended_master_secret(e).map(drop)),
        write: Some(tls12::offer_extended_master_secret),
    },
    Row {
        kind: ExtensionType::RENEGOTIATION_INFO,
        name: Some(c"Safe Renegotiation"),
        versions: Versions::Tls12,
        contexts: &[ClientHello, ServerHello12],
        read: None,
        write: Some(tls12::offer_renegotiation_info),
    },
    Row {
        kind: ExtensionType::SUPPORTED_VERSIONS,
        name: Some(c"Supported Versions"),
        versions: Versions::Tls13,
        contexts: &[ClientHello, ServerHello13, HelloRetryRequest],
        read: None,
        write: Some(|b, o| tls13::write_versions(b, o.config.versions())),
    },
    Row {
        kind: ExtensionType::KEY_SHARE,
        name: Some(c"Key Share"),
        versions: Versions::Tls13,
        contexts: &[ClientHello, ServerHello13, HelloRetryRequest],
        read: Some(|e| tls13::read_key_shares(e).map(drop)),
        write: Some(|b, o| tls13::write_key_shares(b, o.shares)),
    },
    Row {
        kind: ExtensionType::PSK_KEY_EXCHANGE_MODES,
        name: Some(c"PSK Key Exchange Modes"),
        versions: Versions::Tls13,
        contexts: &[ClientHello],
        read: Some(|e| tls13::read_psk_modes(e).map(drop)),
        write: Some(tls13::offer_psk_modes),
    },
    Row {
        kind: ExtensionType::POST_HANDSHAKE_AUTH,
        name: Some(c"Post Handshake Auth"),
        versions: Versions::Tls13,
        contexts: &[ClientHello],
        read: Some(|e| tls13::check_empty(e, ExtensionType::POST_HANDSHAKE_AUTH)),
        write: Some(tls13::offer_post_handshake_auth),
    },
    Row {
        kind: ExtensionType::COOKIE,
        name: Some(c"Cookie"),
        versions: Versions::Tls13,
        contexts: &[ClientHello, HelloRetryRequest],
        read: Some(|e| tls13::read_cookie(e).map(drop)),
        write: Some(tls13::offer_cookie),
    },
    Row {
        kind: ExtensionType::SRP,
        name: Some(c"SRP"),
        versions: Versions::Tls12,
        contexts: &[ClientHello],
        read: Some(|e| tls12::read_srp_name(e).map(drop)),
        write: Some(tls12::offer_srp_name),
    },
    Row {
        kind: ExtensionType::USE_SRTP,
        name: Some(c"SRTP"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: Some(|e| srtp::read(e).map(drop)),
        write: Some(srtp::offer),
    },
    Row {
        kind: ExtensionType::HEARTBEAT,
        name: Some(c"Heartbeat"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: None,
        write: Some(heartbeat::offer),
    },
    // A server reads it in DTLS 1.3 alone.
    Row {
        kind: ExtensionType::CONNECTION_ID,
        name: None,
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, ServerHello13],
        read: None,
        write: Some(connection_id::offer),
    },
    Row {
        kind: ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP,
        name: None,
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, CertificateRequest, Certificate],
        read: None,
        write: None,
    },
    Row {
        kind: ExtensionType::CLIENT_CERTIFICATE_TYPE,
        name: Some(c"Client Certificate Type"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: Some(|e| certificate_type::read(e, Role::Client).map(drop)),
        write: Some(|b, o| certificate_type::offer(b, o, Role::Client)),
    },
    Row {
        kind: ExtensionType::SERVER_CERTIFICATE_TYPE,
        name: Some(c"Server Certificate Type"),
        versions: Versions::Both,
        contexts: &[ClientHello, ServerHello12, EncryptedExtensions],
        read: Some(|e| certificate_type::read(e, Role::Server).map(drop)),
        write: Some(|b, o| certificate_type::offer(b, o, Role::Server)),
    },
    Row {
        kind: ExtensionType::PADDING,
        name: Some(c"ClientHello Padding"),
        versions: Versions::Both,
        contexts: &[ClientHello],
        read: None,
        write: None,
    },
    Row {
        kind: ExtensionType::COMPRESS_CERTIFICATE,
        name: Some(c"Compress Certificate"),
        versions: Versions::Tls13,
        contexts: &[ClientHello, CertificateRequest],
        read: Some(|e| compress_certificate::read(e).map(drop)),
        write: Some(|b, o| compress_certificate::write(b, o.config)),
    },
    Row {
        kind: ExtensionType::SESSION_TICKET,
        name: Some(c"Session Ticket"),
        versions: Versions::Tls12,
        contexts: &[ClientHello, ServerHello12],
        read: None,
        write: Some(tls12::offer_session_ticket),
    },
    Row {
        kind: ExtensionType::PRE_SHARED_KEY,
        name: Some(c"Pre Shared Key"),
        versions: Versions::Tls13,
        contexts: &[ClientHello, ServerHello13],
        read: Some(tls13::check_pre_shared_key),
        write: None,
    },
    Row {
        kind: ExtensionType::EARLY_DATA,
        name: Some(c"Early Data"),
        versions: Versions::Tls13,
        contexts: &[ClientHello, EncryptedExtensions, NewSessionTicket],
        read: Some(|e| tls13::check_empty(e, ExtensionType::EARLY_DATA)),
        write: Some(tls13::offer_early_data),
    },
    Row {
        kind: ExtensionType::CERTIFICATE_AUTHORITIES,
        name: None,
        versions: Versions::Tls13,
        contexts: &[ClientHello, CertificateRequest],
        read: Some(|e| tls13::read_authorities(e).map(drop)),
        write: None,
    },
    Row {
        kind: ExtensionType::OID_FILTERS,
        name: None,
        versions: Versions::Tls13,
        contexts: &[CertificateRequest],
        read: None,
        write: None,
    },
    Row {
        kind: ExtensionType::SIGNATURE_ALGORITHMS_CERT,
        name: None,
        versions: Versions::Tls13,
        contexts: &[ClientHello, CertificateRequest],
        read: Some(|e| common::read_signs_cert(e).map(drop)),
        write: None,
    },
];

fn row(kind: ExtensionType) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.kind == kind)
}

/// GnuTLS's name for an extension.
pub fn name(kind: ExtensionType) -> Option<&'static CStr> {
    row(kind)?.name
}

/// Reads an extension block without its length field. Rejects an extension that appears twice, and a known one in a
/// message in which it must not appear, unless its type is in `own`.
pub fn read(block: &[u8], context: MessageContext, own: &[ExtensionType]) -> Result<Extensions> {
    let in_context = |kind| row(kind).is_none_or(|row| row.contexts.contains(&context));
    Extensions::parse(block, context, |kind| in_context(kind) || own.contains(&kind))
}

/// Writes the extensions of a ClientHello.
pub fn write_client_hello(block: &mut Block, offered: &Offered<'_>) {
    let extensions = !offered.config.policy.no_extensions;
    for row in TABLE {
        let sent = match row.versions {
            Versions::Both => extensions,
            Versions::Tls12 => extensions && offered.legacy,
            Versions::Tls13 => offered.tls13,
        };
        if let Some(write) = row.write.filter(|_| sent) {
            write(block, offered);
        }
    }
}

/// Checks the extensions of a ClientHello that a server of any version checks.
pub fn check_client_hello(ext: &Extensions) -> Result<()> {
    check(ext, |versions| versions != Versions::Tls13)
}

/// Checks the extensions of TLS 1.3 in a ClientHello.
pub fn check_client_hello13(ext: &Extensions) -> Result<()> {
    check(ext, |versions| versions == Versions::Tls13)
}

fn check(ext: &Extensions, wanted: impl Fn(Versions) -> bool) -> Result<()> {
    TABLE.iter().filter(|row| wanted(row.versions)).filter_map(|row| row.read).try_for_each(|read| read(ext))
}

/// What a second ClientHello may change (RFC 8446 section 4.1.2).
const MAY_DIFFER: [ExtensionType; 3] =
    [ExtensionType::PADDING, ExtensionType::PRE_SHARED_KEY, ExtensionType::KEY_SHARE];

/// The second ClientHello must contain the same known extensions as the first, except for `MAY_DIFFER`. It
/// must contain neither early_data nor a cookie, because our HelloRetryRequest has no cookie.
pub fn check_second_hello(first: &Extensions, second: &Extensions) -> Result<()> {
    let same = |number: ExtensionType| first.body(number) == second.body(number);
    let kept = TABLE.iter().map(|row| row.kind).filter(|n| !MAY_DIFFER.contains(n));
    let dropped = [ExtensionType::EARLY_DATA, ExtensionType::COOKIE];
    if dropped.iter().any(|n| second.has(*n)) || !kept.filter(|n| !dropped.contains(n)).all(same) {
        return Err(tls13::ILLEGAL);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::abi::*;
    use crate::error::{AlertDescription, Error};

    #[test]
    fn twice_the_same_number_is_refused() {
        let block = [0, 23, 0, 0, 0, 23, 0, 0];
        let e = read(&block, ClientHello, &[ExtensionType(23)]).unwrap_err();
        assert_eq!(e.code(), GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION);
    }

    /// The table of RFC 8446 section 4.2, and the rows that IANA's registry added to it: C means ClientHello,
    /// S ServerHello, E EncryptedExtensions, T Certificate, R CertificateRequest, N NewSessionTicket, H
    /// HelloRetryRequest.
    const RFC_8446: &[(u16, &str)] = &[
        (0, "CE"),   // server_name
        (1, "CE"),   // max_fragment_length
        (5, "CRT"),  // status_request
        (10, "CE"),  // supported_groups
        (13, "CR"),  // signature_algorithms
        (14, "CE"),  // use_srtp
        (15, "CE"),  // heartbeat
        (16, "CE"),  // application_layer_protocol_negotiation
        (18, "CRT"), // signed_certificate_timestamp
        (19, "CE"),  // client_certificate_type
        (20, "CE"),  // server_certificate_type
        (21, "C"),   // padding
        (27, "CR"),  // compress_certificate
        (28, "CE"),  // record_size_limit
        (41, "CS"),  // pre_shared_key
        (42, "CEN"), // early_data
        (43, "CSH"), // supported_versions
        (44, "CH"),  // cookie
        (45, "C"),   // psk_key_exchange_modes
        (47, "CR"),  // certificate_authorities
        (48, "R"),   // oid_filters
        (49, "C"),   // post_handshake_auth
        (50, "CR"),  // signature_algorithms_cert
        (51, "CSH"), // key_share
        (54, "CS"),  // connection_id
        // Only used by TLS 1.2, but sent by clients that offer both versions.
        (11, "C"),     // ec_point_formats
        (12, "C"),     // srp
        (22, "C"),     // encrypt_then_mac
        (23, "C"),     // extended_master_secret
        (35, "C"),     // session_ticket
        (0xff01, "C"), // renegotiation_info
    ];

    /// The extensions that a TLS 1.2 ServerHello may contain: RFC 6066 (0, 1, 5), 8422 (11), 5764, 6520,
    /// 7301, 6962, 7250, 7366, 7627, 8449, 5077, 9146, 5746; and 10, which some servers send.
    const SERVER_HELLO_12: &[u16] = &[0, 1, 5, 10, 11, 14, 15, 16, 18, 19, 20, 22, 23, 28, 35, 54, 0xff01];

    #[test]
    fn each_extension_stands_where_the_tables_have_it_and_nowhere_else() {
        let letters = [
            ('C', ClientHello),
            ('S', ServerHello13),
            ('E', EncryptedExtensions),
            ('T', Certificate),
            ('R', CertificateRequest),
            ('N', NewSessionTicket),
            ('H', HelloRetryRequest),
        ];
        for (number, contexts) in RFC_8446 {
            let [high, low] = number.to_be_bytes();
            let parse =
                |context| read(&[high, low, 0, 0], context, &[]).map(|e| e.has(ExtensionType(*number)));
            let want = |context, may: bool| match (may, context) {
                (true, _) => Ok(true),
                (_, EncryptedExtensions) => Err(AlertDescription::UNSUPPORTED_EXTENSION),
                _ => Err(AlertDescription::ILLEGAL_PARAMETER),
            };
            let want = |context, may| {
                want(context, may)
                    .map_err(|alert| Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, alert))
            };
            for (letter, context) in letters {
                assert_eq!(parse(context), want(context, contexts.contains(letter)), "{number} {context:?}");
            }
            assert_eq!(
                parse(ServerHello12),
                want(ServerHello12, SERVER_HELLO_12.contains(number)),
                "{number}"
            );
        }
        assert_eq!(TABLE.len(), RFC_8446.len());
    }

    #[test]
    fn an_unknown_extension_is_passed_over_but_where_it_answers_nothing() {
        let unknown = read(&[0xaa, 0xaa, 0, 1, 9], ClientHello, &[]).unwrap();
        assert_eq!(unknown.get(ExtensionType(0xaaaa)).unwrap().rest(), [9]);
        assert!(unknown.only_offered(&[ExtensionType(51)]).is_err());
        assert!(read(&[0, 21, 0, 0], EncryptedExtensions, &[ExtensionType(21)]).is_ok());
    }
}
