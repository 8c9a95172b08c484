//! Constants and types of `flags`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// How the protocol of `gnutls_alpn_set_protocols` is chosen. They are combined by or.
pub type gnutls_alpn_flags_t = c_uint;
pub const GNUTLS_ALPN_MANDATORY: gnutls_alpn_flags_t = 1;
pub const GNUTLS_ALPN_SERVER_PRECEDENCE: gnutls_alpn_flags_t = 2;

/// What certificate credentials do, for `gnutls_certificate_set_flags`. They are combined by or.
pub type gnutls_certificate_flags = c_uint;
pub const GNUTLS_CERTIFICATE_API_V2: gnutls_certificate_flags = 2;
pub const GNUTLS_CERTIFICATE_SKIP_KEY_CERT_MATCH: gnutls_certificate_flags = 1;
pub const GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK: gnutls_certificate_flags = 4;
pub const GNUTLS_CERTIFICATE_VERIFY_CRLS: gnutls_certificate_flags = 8;

/// How much of a certificate is printed.
pub type gnutls_certificate_print_formats_t = c_uint;
pub const GNUTLS_CRT_PRINT_COMPACT: gnutls_certificate_print_formats_t = 3;
pub const GNUTLS_CRT_PRINT_FULL: gnutls_certificate_print_formats_t = 0;
pub const GNUTLS_CRT_PRINT_FULL_NUMBERS: gnutls_certificate_print_formats_t = 4;
pub const GNUTLS_CRT_PRINT_ONELINE: gnutls_certificate_print_formats_t = 1;
pub const GNUTLS_CRT_PRINT_UNSIGNED_FULL: gnutls_certificate_print_formats_t = 2;

/// Whether a server asks for the client's certificate, and whether it does without.
pub type gnutls_certificate_request_t = c_uint;
pub const GNUTLS_CERT_IGNORE: gnutls_certificate_request_t = 0;
pub const GNUTLS_CERT_REQUEST: gnutls_certificate_request_t = 1;
pub const GNUTLS_CERT_REQUIRE: gnutls_certificate_request_t = 2;

/// What a verification found, combined by or; 0 if the certificate is trusted.
/// `gnutls_certificate_verification_status_print` has it in words.
pub type gnutls_certificate_status_t = c_uint;
pub const GNUTLS_CERT_EXPIRED: gnutls_certificate_status_t = 1024;
pub const GNUTLS_CERT_INSECURE_ALGORITHM: gnutls_certificate_status_t = 256;
pub const GNUTLS_CERT_INVALID: gnutls_certificate_status_t = 2;
pub const GNUTLS_CERT_INVALID_OCSP_STATUS: gnutls_certificate_status_t = 1048576;
pub const GNUTLS_CERT_MISMATCH: gnutls_certificate_status_t = 131072;
pub const GNUTLS_CERT_MISSING_OCSP_STATUS: gnutls_certificate_status_t = 524288;
pub const GNUTLS_CERT_NOT_ACTIVATED: gnutls_certificate_status_t = 512;
pub const GNUTLS_CERT_PURPOSE_MISMATCH: gnutls_certificate_status_t = 262144;
pub const GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE: gnutls_certificate_status_t = 32768;
pub const GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED: gnutls_certificate_status_t = 4096;
pub const GNUTLS_CERT_REVOKED: gnutls_certificate_status_t = 32;
pub const GNUTLS_CERT_SIGNATURE_FAILURE: gnutls_certificate_status_t = 2048;
pub const GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE: gnutls_certificate_status_t = 65536;
pub const GNUTLS_CERT_SIGNER_NOT_CA: gnutls_certificate_status_t = 128;
pub const GNUTLS_CERT_SIGNER_NOT_FOUND: gnutls_certificate_status_t = 64;
pub const GNUTLS_CERT_UNEXPECTED_OWNER: gnutls_certificate_status_t = 16384;
pub const GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS: gnutls_certificate_status_t = 2097152;

/// The kinds of channel bindings (RFC 5929, RFC 9266).
pub type gnutls_channel_binding_t = c_uint;
pub const GNUTLS_CB_TLS_EXPORTER: gnutls_channel_binding_t = 2;
pub const GNUTLS_CB_TLS_SERVER_END_POINT: gnutls_channel_binding_t = 1;
pub const GNUTLS_CB_TLS_UNIQUE: gnutls_channel_binding_t = 0;

/// Whether `gnutls_bye` waits for the close_notify of the peer.
pub type gnutls_close_request_t = c_uint;
pub const GNUTLS_SHUT_RDWR: gnutls_close_request_t = 0;
pub const GNUTLS_SHUT_WR: gnutls_close_request_t = 1;

/// The kinds of credentials.
pub type gnutls_credentials_type_t = c_uint;
pub const GNUTLS_CRD_ANON: gnutls_credentials_type_t = 2;
pub const GNUTLS_CRD_CERTIFICATE: gnutls_credentials_type_t = 1;
pub const GNUTLS_CRD_IA: gnutls_credentials_type_t = 5;
pub const GNUTLS_CRD_PSK: gnutls_credentials_type_t = 4;
pub const GNUTLS_CRD_SRP: gnutls_credentials_type_t = 3;

/// Whose certificate type is asked for.
pub type gnutls_ctype_target_t = c_uint;
pub const GNUTLS_CTYPE_CLIENT: gnutls_ctype_target_t = 0;
pub const GNUTLS_CTYPE_OURS: gnutls_ctype_target_t = 2;
pub const GNUTLS_CTYPE_PEERS: gnutls_ctype_target_t = 3;
pub const GNUTLS_CTYPE_SERVER: gnutls_ctype_target_t = 1;

/// In which messages an extension of the application may stand. They are combined by or.
pub type gnutls_ext_flags_t = c_uint;
pub const GNUTLS_EXT_FLAG_CLIENT_HELLO: gnutls_ext_flags_t = 2;
pub const GNUTLS_EXT_FLAG_DTLS: gnutls_ext_flags_t = 256;
pub const GNUTLS_EXT_FLAG_EE: gnutls_ext_flags_t = 16;
pub const GNUTLS_EXT_FLAG_HRR: gnutls_ext_flags_t = 32;
pub const GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST: gnutls_ext_flags_t = 64;
pub const GNUTLS_EXT_FLAG_OVERRIDE_INTERNAL: gnutls_ext_flags_t = 1;
pub const GNUTLS_EXT_FLAG_TLS: gnutls_ext_flags_t = 128;
pub const GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO: gnutls_ext_flags_t = 4;
pub const GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO: gnutls_ext_flags_t = 8;

/// When an extension is read, in the order of the handshake.
pub type gnutls_ext_parse_type_t = c_uint;
pub const GNUTLS_EXT_ANY: gnutls_ext_parse_type_t = 0;
pub const GNUTLS_EXT_APPLICATION: gnutls_ext_parse_type_t = 1;
pub const GNUTLS_EXT_MANDATORY: gnutls_ext_parse_type_t = 3;
pub const GNUTLS_EXT_NONE: gnutls_ext_parse_type_t = 4;
pub const GNUTLS_EXT_TLS: gnutls_ext_parse_type_t = 2;
pub const GNUTLS_EXT_VERSION_NEG: gnutls_ext_parse_type_t = 5;

/// What a FIPS 140 context says of the operations that ran in it.
pub type gnutls_fips140_operation_state_t = c_uint;
pub const GNUTLS_FIPS140_OP_APPROVED: gnutls_fips140_operation_state_t = 1;
pub const GNUTLS_FIPS140_OP_ERROR: gnutls_fips140_operation_state_t = 3;
pub const GNUTLS_FIPS140_OP_INITIAL: gnutls_fips140_operation_state_t = 0;
pub const GNUTLS_FIPS140_OP_NOT_APPROVED: gnutls_fips140_operation_state_t = 2;

/// The FIPS 140 modes.
pub type gnutls_fips_mode_t = c_uint;
pub const GNUTLS_FIPS140_DISABLED: gnutls_fips_mode_t = 0;
pub const GNUTLS_FIPS140_LAX: gnutls_fips_mode_t = 3;
pub const GNUTLS_FIPS140_LOG: gnutls_fips_mode_t = 4;
pub const GNUTLS_FIPS140_SELFTESTS: gnutls_fips_mode_t = 2;
pub const GNUTLS_FIPS140_STRICT: gnutls_fips_mode_t = 1;

/// The types of handshake messages (RFC 8446 section 4), and some more that hooks are told of.
pub type gnutls_handshake_description_t = c_uint;
pub const GNUTLS_HANDSHAKE_CERTIFICATE_PKT: gnutls_handshake_description_t = 11;
pub const GNUTLS_HANDSHAKE_CERTIFICATE_REQUEST: gnutls_handshake_description_t = 13;
pub const GNUTLS_HANDSHAKE_CERTIFICATE_STATUS: gnutls_handshake_description_t = 22;
pub const GNUTLS_HANDSHAKE_CERTIFICATE_VERIFY: gnutls_handshake_description_t = 15;
pub const GNUTLS_HANDSHAKE_CHANGE_CIPHER_SPEC: gnutls_handshake_description_t = 254;
pub const GNUTLS_HANDSHAKE_CLIENT_HELLO: gnutls_handshake_description_t = 1;
pub const GNUTLS_HANDSHAKE_CLIENT_HELLO_V2: gnutls_handshake_description_t = 1024;
pub const GNUTLS_HANDSHAKE_CLIENT_KEY_EXCHANGE: gnutls_handshake_description_t = 16;
pub const GNUTLS_HANDSHAKE_COMPRESSED_CERTIFICATE_PKT: gnutls_handshake_description_t = 25;
pub const GNUTLS_HANDSHAKE_ENCRYPTED_EXTENSIONS: gnutls_handshake_description_t = 8;
pub const GNUTLS_HANDSHAKE_END_OF_EARLY_DATA: gnutls_handshake_description_t = 5;
pub const GNUTLS_HANDSHAKE_FINISHED: gnutls_handshake_description_t = 20;
pub const GNUTLS_HANDSHAKE_HELLO_REQUEST: gnutls_handshake_description_t = 0;
pub const GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST: gnutls_handshake_description_t = 1025;
pub const GNUTLS_HANDSHAKE_HELLO_VERIFY_REQUEST: gnutls_handshake_description_t = 3;
pub const GNUTLS_HANDSHAKE_KEY_UPDATE: gnutls_handshake_description_t = 24;
pub const GNUTLS_HANDSHAKE_NEW_SESSION_TICKET: gnutls_handshake_description_t = 4;
pub const GNUTLS_HANDSHAKE_SERVER_HELLO: gnutls_handshake_description_t = 2;
pub const GNUTLS_HANDSHAKE_SERVER_HELLO_DONE: gnutls_handshake_description_t = 14;
pub const GNUTLS_HANDSHAKE_SERVER_KEY_EXCHANGE: gnutls_handshake_description_t = 12;
pub const GNUTLS_HANDSHAKE_SUPPLEMENTAL: gnutls_handshake_description_t = 23;

/// The flags of `gnutls_init`, combined by or: one of `GNUTLS_CLIENT` and `GNUTLS_SERVER` is among
/// them.
pub type gnutls_init_flags_t = c_uint;
pub const GNUTLS_ALLOW_ID_CHANGE: gnutls_init_flags_t = 128;
pub const GNUTLS_AUTO_REAUTH: gnutls_init_flags_t = 524288;
pub const GNUTLS_CLIENT: gnutls_init_flags_t = 2;
pub const GNUTLS_DATAGRAM: gnutls_init_flags_t = 4;
pub const GNUTLS_ENABLE_EARLY_DATA: gnutls_init_flags_t = 1048576;
pub const GNUTLS_ENABLE_EARLY_START: gnutls_init_flags_t = 131072;
pub const GNUTLS_ENABLE_FALSE_START: gnutls_init_flags_t = 256;
pub const GNUTLS_ENABLE_RAWPK: gnutls_init_flags_t = 262144;
pub const GNUTLS_FORCE_CLIENT_CERT: gnutls_init_flags_t = 512;
pub const GNUTLS_KEY_SHARE_TOP: gnutls_init_flags_t = 2048;
pub const GNUTLS_KEY_SHARE_TOP2: gnutls_init_flags_t = 4096;
pub const GNUTLS_KEY_SHARE_TOP3: gnutls_init_flags_t = 8192;
pub const GNUTLS_NONBLOCK: gnutls_init_flags_t = 8;
pub const GNUTLS_NO_AUTO_REKEY: gnutls_init_flags_t = 32768;
pub const GNUTLS_NO_AUTO_SEND_TICKET: gnutls_init_flags_t = 2097152;
pub const GNUTLS_NO_DEFAULT_EXTENSIONS: gnutls_init_flags_t = 16;
pub const GNUTLS_NO_END_OF_EARLY_DATA: gnutls_init_flags_t = 4194304;
pub const GNUTLS_NO_REPLAY_PROTECTION: gnutls_init_flags_t = 32;
pub const GNUTLS_NO_SIGNAL: gnutls_init_flags_t = 64;
pub const GNUTLS_NO_STATUS_REQUEST: gnutls_init_flags_t = 16777216;
pub const GNUTLS_NO_TICKETS: gnutls_init_flags_t = 1024;
pub const GNUTLS_NO_TICKETS_TLS12: gnutls_init_flags_t = 8388608;
pub const GNUTLS_POST_HANDSHAKE_AUTH: gnutls_init_flags_t = 16384;
pub const GNUTLS_SAFE_PADDING_CHECK: gnutls_init_flags_t = 65536;
pub const GNUTLS_SERVER: gnutls_init_flags_t = 1;

/// Kept for old applications: OpenPGP is not supported.
pub type gnutls_openpgp_crt_status_t = c_uint;
pub const GNUTLS_OPENPGP_CERT: gnutls_openpgp_crt_status_t = 0;
pub const GNUTLS_OPENPGP_CERT_FINGERPRINT: gnutls_openpgp_crt_status_t = 1;

/// The kinds of parameters that a `gnutls_params_function` is asked for.
pub type gnutls_params_type_t = c_uint;
pub const GNUTLS_PARAMS_DH: gnutls_params_type_t = 2;
pub const GNUTLS_PARAMS_ECDH: gnutls_params_type_t = 3;
pub const GNUTLS_PARAMS_RSA_EXPORT: gnutls_params_type_t = 1;

/// What a PIN callback is told about the PIN. They are combined by or.
pub type gnutls_pin_flag_t = c_uint;
pub const GNUTLS_PIN_CONTEXT_SPECIFIC: gnutls_pin_flag_t = 16;
pub const GNUTLS_PIN_COUNT_LOW: gnutls_pin_flag_t = 8;
pub const GNUTLS_PIN_FINAL_TRY: gnutls_pin_flag_t = 4;
pub const GNUTLS_PIN_SO: gnutls_pin_flag_t = 2;
pub const GNUTLS_PIN_USER: gnutls_pin_flag_t = 1;
pub const GNUTLS_PIN_WRONG: gnutls_pin_flag_t = 32;

/// The flags of the functions that protect a PKCS #12 file by a MAC.
pub type gnutls_pkcs12_flags_t = c_uint;
pub const GNUTLS_PKCS12_USE_PBMAC1: gnutls_pkcs12_flags_t = 1;

/// Where a private key is: in memory, on a token, or behind functions of the application.
pub type gnutls_privkey_type_t = c_uint;
pub const GNUTLS_PRIVKEY_EXT: gnutls_privkey_type_t = 3;
pub const GNUTLS_PRIVKEY_OPENPGP: gnutls_privkey_type_t = 1;
pub const GNUTLS_PRIVKEY_PKCS11: gnutls_privkey_type_t = 2;
pub const GNUTLS_PRIVKEY_X509: gnutls_privkey_type_t = 0;

/// What a pre-shared key is written in, and where it comes from.
pub type gnutls_psk_key_flags = c_uint;
pub const GNUTLS_PSK_KEY_EXT: gnutls_psk_key_flags = 2;
pub const GNUTLS_PSK_KEY_HEX: gnutls_psk_key_flags = 1;
pub const GNUTLS_PSK_KEY_RAW: gnutls_psk_key_flags = 0;

/// The styles of `gnutls_random_art`.
pub type gnutls_random_art_t = c_uint;
pub const GNUTLS_RANDOM_ART_OPENSSH: gnutls_random_art_t = 1;

/// The levels of protection of TLS 1.3, each with keys of its own (RFC 9001 section 4).
pub type gnutls_record_encryption_level_t = c_uint;
pub const GNUTLS_ENCRYPTION_LEVEL_APPLICATION: gnutls_record_encryption_level_t = 3;
pub const GNUTLS_ENCRYPTION_LEVEL_EARLY: gnutls_record_encryption_level_t = 1;
pub const GNUTLS_ENCRYPTION_LEVEL_HANDSHAKE: gnutls_record_encryption_level_t = 2;
pub const GNUTLS_ENCRYPTION_LEVEL_INITIAL: gnutls_record_encryption_level_t = 0;

/// The kinds of names in the extension server_name (RFC 6066 section 3).
pub type gnutls_server_name_type_t = c_uint;
pub const GNUTLS_NAME_DNS: gnutls_server_name_type_t = 1;

/// What was negotiated, as `gnutls_session_get_flags` returns it. They are combined by or.
pub type gnutls_session_flags_t = c_uint;
pub const GNUTLS_SFLAGS_CLI_REQUESTED_OCSP: gnutls_session_flags_t = 2048;
pub const GNUTLS_SFLAGS_EARLY_DATA: gnutls_session_flags_t = 1024;
pub const GNUTLS_SFLAGS_EARLY_START: gnutls_session_flags_t = 512;
pub const GNUTLS_SFLAGS_ETM: gnutls_session_flags_t = 4;
pub const GNUTLS_SFLAGS_EXT_MASTER_SECRET: gnutls_session_flags_t = 2;
pub const GNUTLS_SFLAGS_FALSE_START: gnutls_session_flags_t = 32;
pub const GNUTLS_SFLAGS_HB_LOCAL_SEND: gnutls_session_flags_t = 8;
pub const GNUTLS_SFLAGS_HB_PEER_SEND: gnutls_session_flags_t = 16;
pub const GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH: gnutls_session_flags_t = 256;
pub const GNUTLS_SFLAGS_RFC7919: gnutls_session_flags_t = 64;
pub const GNUTLS_SFLAGS_SAFE_RENEGOTIATION: gnutls_session_flags_t = 1;
pub const GNUTLS_SFLAGS_SERV_REQUESTED_OCSP: gnutls_session_flags_t = 4096;
pub const GNUTLS_SFLAGS_SESSION_TICKET: gnutls_session_flags_t = 128;

/// The protection profiles of SRTP (RFC 5764, RFC 7714).
pub type gnutls_srtp_profile_t = c_uint;
pub const GNUTLS_SRTP_AEAD_AES_128_GCM: gnutls_srtp_profile_t = 7;
pub const GNUTLS_SRTP_AEAD_AES_256_GCM: gnutls_srtp_profile_t = 8;
pub const GNUTLS_SRTP_AES128_CM_HMAC_SHA1_32: gnutls_srtp_profile_t = 2;
pub const GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80: gnutls_srtp_profile_t = 1;
pub const GNUTLS_SRTP_NULL_HMAC_SHA1_32: gnutls_srtp_profile_t = 6;
pub const GNUTLS_SRTP_NULL_HMAC_SHA1_80: gnutls_srtp_profile_t = 5;

/// The formats of supplemental data (RFC 4680).
pub type gnutls_supplemental_data_format_type_t = c_uint;
pub const GNUTLS_SUPPLEMENTAL_UNKNOWN: gnutls_supplemental_data_format_type_t = 0;

/// The kinds of data that a peer is verified against (`gnutls_typed_vdata_st`).
pub type gnutls_vdata_types_t = c_uint;
pub const GNUTLS_DT_DNS_HOSTNAME: gnutls_vdata_types_t = 1;
pub const GNUTLS_DT_IP_ADDRESS: gnutls_vdata_types_t = 4;
pub const GNUTLS_DT_KEY_PURPOSE_OID: gnutls_vdata_types_t = 2;
pub const GNUTLS_DT_RFC822NAME: gnutls_vdata_types_t = 3;
pub const GNUTLS_DT_UNKNOWN: gnutls_vdata_types_t = 0;

/// The two encodings of certificates, keys and other X.509 structures: binary, or text in base64.
pub type gnutls_x509_crt_fmt_t = c_uint;
pub const GNUTLS_X509_FMT_DER: gnutls_x509_crt_fmt_t = 0;
pub const GNUTLS_X509_FMT_PEM: gnutls_x509_crt_fmt_t = 1;

/// The kinds of general names (RFC 5280 section 4.2.1.6). From 1000 on they are kinds of otherName.
pub type gnutls_x509_subject_alt_name_t = c_uint;
pub const GNUTLS_SAN_DN: gnutls_x509_subject_alt_name_t = 6;
pub const GNUTLS_SAN_DNSNAME: gnutls_x509_subject_alt_name_t = 1;
pub const GNUTLS_SAN_IPADDRESS: gnutls_x509_subject_alt_name_t = 4;
pub const GNUTLS_SAN_MAX: gnutls_x509_subject_alt_name_t = 7;
pub const GNUTLS_SAN_OTHERNAME: gnutls_x509_subject_alt_name_t = 5;
pub const GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL: gnutls_x509_subject_alt_name_t = 1001;
pub const GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL: gnutls_x509_subject_alt_name_t = 1002;
pub const GNUTLS_SAN_OTHERNAME_SRV: gnutls_x509_subject_alt_name_t = 1003;
pub const GNUTLS_SAN_OTHERNAME_XMPP: gnutls_x509_subject_alt_name_t = 1000;
pub const GNUTLS_SAN_REGISTERED_ID: gnutls_x509_subject_alt_name_t = 7;
pub const GNUTLS_SAN_RFC822NAME: gnutls_x509_subject_alt_name_t = 2;
pub const GNUTLS_SAN_URI: gnutls_x509_subject_alt_name_t = 3;

pub const GNUTLS_ALPN_MAND: gnutls_alpn_flags_t = GNUTLS_ALPN_MANDATORY;
pub const GNUTLS_CIPHER_ARCFOUR: gnutls_cipher_algorithm_t = GNUTLS_CIPHER_ARCFOUR_128;
pub const GNUTLS_CIPHER_RIJNDAEL_128_CBC: gnutls_cipher_algorithm_t = GNUTLS_CIPHER_AES_128_CBC;
pub const GNUTLS_CIPHER_RIJNDAEL_256_CBC: gnutls_cipher_algorithm_t = GNUTLS_CIPHER_AES_256_CBC;
pub const GNUTLS_CIPHER_RIJNDAEL_CBC: gnutls_cipher_algorithm_t = GNUTLS_CIPHER_AES_128_CBC;
pub const GNUTLS_CRT_RAW: gnutls_certificate_type_t = GNUTLS_CRT_RAWPK;
pub const GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT: c_uint = 4294967295;
pub const GNUTLS_DIG_SHA: gnutls_digest_algorithm_t = GNUTLS_DIG_SHA1;
pub const GNUTLS_ENABLE_CERT_TYPE_NEG: c_uint = 0;
pub const GNUTLS_EXT_RAW_FLAG_DTLS_CLIENT_HELLO: c_uint = 2;
pub const GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO: c_uint = 1;
pub const GNUTLS_FIPS140_SET_MODE_THREAD: c_uint = 1;
pub const GNUTLS_HANDSHAKE_ANY: c_uint = 4294967295;
pub const GNUTLS_HB_LOCAL_ALLOWED_TO_SEND: c_uint = 4;
pub const GNUTLS_HB_PEER_ALLOWED_TO_SEND: c_uint = 1;
pub const GNUTLS_HB_PEER_NOT_ALLOWED_TO_SEND: c_uint = 2;
pub const GNUTLS_HEARTBEAT_WAIT: c_uint = 1;
pub const GNUTLS_HOOK_BOTH: c_int = -1;
pub const GNUTLS_HOOK_POST: c_uint = 1;
pub const GNUTLS_HOOK_PRE: c_uint = 0;
pub const GNUTLS_IDNA_FORCE_2008: c_uint = 2;
pub const GNUTLS_INDEFINITE_TIMEOUT: c_uint = 4294967294;
pub const GNUTLS_KEY_CRL_SIGN: c_uint = 2;
pub const GNUTLS_KEY_DATA_ENCIPHERMENT: c_uint = 16;
pub const GNUTLS_KEY_DECIPHER_ONLY: c_uint = 32768;
pub const GNUTLS_KEY_DIGITAL_SIGNATURE: c_uint = 128;
pub const GNUTLS_KEY_ENCIPHER_ONLY: c_uint = 1;
pub const GNUTLS_KEY_KEY_AGREEMENT: c_uint = 8;
pub const GNUTLS_KEY_KEY_CERT_SIGN: c_uint = 4;
pub const GNUTLS_KEY_KEY_ENCIPHERMENT: c_uint = 32;
pub const GNUTLS_KEY_NON_REPUDIATION: c_uint = 64;
pub const GNUTLS_KU_PEER: c_uint = 1;
pub const GNUTLS_MAC_SHA: gnutls_mac_algorithm_t = GNUTLS_MAC_SHA1;
pub const GNUTLS_MAX_ALGORITHM_NUM: c_uint = 128;
pub const GNUTLS_MAX_SESSION_ID: c_uint = 32;
pub const GNUTLS_MAX_SESSION_ID_SIZE: c_uint = 32;
pub const GNUTLS_NO_EXTENSIONS: c_uint = 16;
pub const GNUTLS_OCSP_SR_IS_AVAIL: c_uint = 1;
pub const GNUTLS_PKCS11_PIN_CONTEXT_SPECIFIC: gnutls_pin_flag_t = GNUTLS_PIN_CONTEXT_SPECIFIC;
pub const GNUTLS_PKCS11_PIN_COUNT_LOW: gnutls_pin_flag_t = GNUTLS_PIN_COUNT_LOW;
pub const GNUTLS_PKCS11_PIN_FINAL_TRY: gnutls_pin_flag_t = GNUTLS_PIN_FINAL_TRY;
pub const GNUTLS_PKCS11_PIN_SO: gnutls_pin_flag_t = GNUTLS_PIN_SO;
pub const GNUTLS_PKCS11_PIN_USER: gnutls_pin_flag_t = GNUTLS_PIN_USER;
pub const GNUTLS_PKCS11_PIN_WRONG: gnutls_pin_flag_t = GNUTLS_PIN_WRONG;
pub const GNUTLS_PK_EC: gnutls_pk_algorithm_t = GNUTLS_PK_ECDSA;
pub const GNUTLS_PK_ECC: gnutls_pk_algorithm_t = GNUTLS_PK_ECDSA;
pub const GNUTLS_PK_ECDHX: gnutls_pk_algorithm_t = GNUTLS_PK_ECDH_X25519;
pub const GNUTLS_PRIORITY_INIT_DEF_APPEND: c_uint = 1;
pub const GNUTLS_PRIORITY_LIST_INIT_KEYWORDS: c_uint = 1;
pub const GNUTLS_PRIORITY_LIST_SPECIAL: c_uint = 2;
pub const GNUTLS_RECORD_WAIT: c_uint = 1;
pub const GNUTLS_SCOMMIT_FLAG_ALLOW_BROKEN: c_uint = 1;
pub const GNUTLS_SEC_PARAM_NORMAL: gnutls_sec_param_t = GNUTLS_SEC_PARAM_MEDIUM;
pub const GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS: c_uint = 1;
pub const GNUTLS_UTF8_IGNORE_ERRS: c_uint = 1;
pub const GNUTLS_VERSION: &CStr = c"3.8.13";
pub const GNUTLS_VERSION_MAJOR: c_uint = 3;
pub const GNUTLS_VERSION_MINOR: c_uint = 8;
pub const GNUTLS_VERSION_NUMBER: c_uint = 198669;
pub const GNUTLS_VERSION_PATCH: c_uint = 13;
