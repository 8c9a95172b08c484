//! The chapters of GnuTLS's interface: what a program loses when the symbols of one are not written.
use crate::table::{self, Symbol};

/// A part of the interface that a program may use beside its basic work.
pub(crate) struct Chapter {
    pub(crate) name: &'static str,
    /// Parts of a symbol's name, each at its beginning if it begins with `gnutls_`.
    names: &'static [&'static str],
    /// What does not work.
    pub(crate) effect: &'static str,
    /// The symbol without which all of the chapter is missing, whatever else of it is written.
    key: Option<&'static str>,
    pub(crate) weight: Weight,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// GnuTLS refuses it as well.
    Nothing,
    /// Sessions work without it.
    Feature,
    /// A kind of credentials: a program that has no certificates has only these.
    Credentials,
    /// Who takes it does no work without it.
    Basic,
}

const fn feature(name: &'static str, names: &'static [&'static str], effect: &'static str) -> Chapter {
    Chapter { name, names, effect, key: None, weight: Weight::Feature }
}

const fn credentials(
    name: &'static str,
    names: &'static [&'static str],
    effect: &'static str,
    key: &'static str,
) -> Chapter {
    Chapter { name, names, effect, key: Some(key), weight: Weight::Credentials }
}

/// The first that fits counts.
static CHAPTERS: &[Chapter] = &[
    Chapter {
        name: "OpenPGP",
        names: &["openpgp", "gnutls_certificate_get_peers_subkey_id"],
        effect: "GnuTLS has no OpenPGP either",
        key: None,
        weight: Weight::Nothing,
    },
    Chapter {
        name: "QUIC",
        names: &[
            "gnutls_handshake_write",
            "gnutls_handshake_set_read_function",
            "gnutls_handshake_set_secret_function",
            "gnutls_alert_set_read_function",
        ],
        effect: "handshakes over another transport than records",
        key: None,
        weight: Weight::Basic,
    },
    feature("PKCS #11", &["pkcs11"], "no keys and certificates in tokens"),
    feature("PKCS #12", &["pkcs12"], "no .p12 files"),
    feature("PKCS #7", &["pkcs7"], "no PKCS #7 structures"),
    feature("TPM", &["_tpm_"], "no keys in a TPM"),
    feature(
        "OCSP",
        &["gnutls_ocsp_req_", "gnutls_ocsp_resp_", "_ocsp_status_request_", "_ocsp_expiration"],
        "OCSP responses are neither read, verified nor stapled",
    ),
    credentials(
        "PSK",
        &["gnutls_psk_"],
        "no sessions with pre-shared keys",
        "gnutls_psk_set_client_credentials",
    ),
    credentials(
        "SRP",
        &["gnutls_srp_"],
        "no sessions with SRP passwords",
        "gnutls_srp_set_client_credentials",
    ),
    credentials(
        "anonymous sessions",
        &["gnutls_anon_"],
        "no sessions without certificates",
        "gnutls_anon_set_params_function",
    ),
    feature(
        "early data",
        &["gnutls_anti_replay_", "_early_data", "gnutls_early_", "gnutls_prf_early"],
        "data is sent after the handshake only",
    ),
    feature(
        "resumption",
        &[
            "gnutls_db_",
            "gnutls_session_get_data",
            "gnutls_session_set_data",
            "gnutls_session_set_id",
            "gnutls_session_ticket_",
        ],
        "each handshake is a full one",
    ),
    feature("SRTP", &["gnutls_srtp_"], "no keys for SRTP"),
    feature(
        "DTLS",
        &[
            "gnutls_dtls_",
            "gnutls_record_get_discarded",
            "gnutls_record_discard_queued",
            "gnutls_session_set_premaster",
        ],
        "no sessions over datagrams",
    ),
    feature("heartbeats", &["gnutls_heartbeat_"], "no heartbeats"),
    feature("supplemental data", &["supplemental"], "no supplemental data"),
    feature("raw public keys", &["gnutls_certificate_set_rawpk_"], "no raw public keys as credentials"),
    feature(
        "certificate compression",
        &["gnutls_compress_certificate_"],
        "certificates are sent as they are",
    ),
    feature(
        "trust on first use",
        &["gnutls_tdb_", "gnutls_store_", "gnutls_verify_stored_pubkey"],
        "known hosts are neither stored nor compared",
    ),
    feature("system keys", &["gnutls_system_key_"], "no keys of the system's store"),
    feature("TCP fast open", &["gnutls_transport_set_fastopen"], "no TCP fast open"),
    feature("audit contexts", &["gnutls_audit_"], "no contexts of audit events"),
    feature(
        "some details of sessions",
        &[
            "gnutls_dh_get_group",
            "gnutls_dh_get_pubkey",
            "gnutls_est_record_overhead_size",
            "gnutls_handshake_update_receiving_key",
            "gnutls_record_get_max_send_size",
            "gnutls_session_force_valid",
            "gnutls_session_set_verify_output_function",
        ],
        "these calls fail",
    ),
    feature(
        "internal functions",
        &["_gnutls", "_dsa_generate", "_dsa_validate", "_rsa_generate", "drbg_", "dsa_generate_dss_keypair"],
        "functions that no header declares fail",
    ),
];

impl Chapter {
    /// The chapter of a symbol.
    pub(crate) fn of(symbol: &str) -> Option<&'static Chapter> {
        let fits = |part: &&str| {
            if part.starts_with("gnutls_") { symbol.starts_with(*part) } else { symbol.contains(*part) }
        };
        CHAPTERS.iter().find(|c| c.names.iter().any(fits))
    }

    /// Whether nothing of it works.
    pub(crate) fn is_missing(&self) -> bool {
        self.key.and_then(table::symbol).is_some_and(|s| !s.written)
    }
}

/// Whether a call of `symbol` does not do its work: it is not written, or its chapter is missing as a whole.
pub(crate) fn is_without_effect(symbol: &Symbol) -> bool {
    !symbol.written || Chapter::of(symbol.name).is_some_and(Chapter::is_missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(symbol: &str) -> Option<&'static str> {
        Chapter::of(symbol).map(|c| c.name)
    }

    #[test]
    fn symbols_have_chapters() {
        assert_eq!(name("gnutls_psk_set_client_credentials2"), Some("PSK"));
        assert_eq!(name("gnutls_certificate_set_x509_simple_pkcs12_file"), Some("PKCS #12"));
        assert_eq!(name("gnutls_x509_crt_import_pkcs11"), Some("PKCS #11"));
        assert_eq!(name("gnutls_certificate_set_ocsp_status_request_file"), Some("OCSP"));
        assert_eq!(name("gnutls_session_ticket_key_generate"), Some("resumption"));
        assert_eq!(name("gnutls_record_send_early_data"), Some("early data"));
        assert_eq!(name("gnutls_handshake"), None);
        assert_eq!(name("gnutls_session_is_resumed"), None);
    }

    #[test]
    fn keys_of_chapters_are_symbols() {
        for chapter in CHAPTERS {
            assert!(chapter.key.is_none_or(|k| table::symbol(k).is_some()), "{}", chapter.name);
            let has = |part: &&str| table::SYMBOLS.iter().any(|s| s.name.contains(*part));
            assert!(chapter.names.iter().all(has), "{} names what is no symbol", chapter.name);
        }
    }
}
