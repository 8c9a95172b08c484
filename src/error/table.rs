//! All error codes: name, whether the error is fatal, the alert to send, and the description.
use super::{AlertDescription, AlertLevel};
use crate::abi::*;

pub struct Entry {
    pub code: c_int,
    /// NUL-terminated, for C.
    name: &'static str,
    pub fatal: bool,
    alert: AlertDescription,
    /// NUL-terminated, for C.
    text: &'static str,
}

const FATAL: bool = true;
const SOFT: bool = false;

macro_rules! e {
    ($code:ident, $fatal:ident, $alert:ident, $text:literal) => {
        Entry {
            code: $code,
            name: concat!(stringify!($code), "\0"),
            fatal: $fatal,
            alert: AlertDescription::$alert,
            text: concat!($text, "\0"),
        }
    };
}

/// The entry of an error code; `None` if there is no such code.
pub fn entry(code: c_int) -> Option<&'static Entry> {
    ENTRIES.binary_search_by(|e| code.cmp(&e.code)).ok().map(|i| &ENTRIES[i])
}

/// The name of an error code.
pub fn name_of(code: c_int) -> &'static str {
    entry(code).map_or("unknown code", Entry::name)
}

/// Level and description of the alert to send for `code`. It is a warning if the session continues without
/// what the peer requested, otherwise fatal. Codes without a specific alert result in internal_error.
pub fn alert_of(code: c_int) -> (AlertLevel, AlertDescription) {
    match entry(code).map_or(AlertDescription::INTERNAL_ERROR, |e| e.alert) {
        AlertDescription::NO_RENEGOTIATION => (AlertLevel::WARNING, AlertDescription::NO_RENEGOTIATION),
        alert => (AlertLevel::FATAL, alert),
    }
}

impl Entry {
    /// The name of the code as a C string.
    pub fn c_name(&self) -> &'static CStr {
        CStr::from_bytes_with_nul(self.name.as_bytes()).unwrap_or(c"")
    }

    /// The name of the constant.
    pub fn name(&self) -> &'static str {
        self.name.trim_end_matches('\0')
    }

    pub fn text(&self) -> &'static str {
        self.text.trim_end_matches('\0')
    }

    /// The description as a C string.
    pub fn c_text(&self) -> &'static CStr {
        CStr::from_bytes_with_nul(self.text.as_bytes()).unwrap_or(c"")
    }
}

/// In descending order of codes.
#[rustfmt::skip]
static ENTRIES: &[Entry] = &[
    e!(GNUTLS_E_SUCCESS, SOFT, INTERNAL_ERROR, "Success."),
    e!(GNUTLS_E_UNKNOWN_COMPRESSION_ALGORITHM, FATAL, ILLEGAL_PARAMETER, "No compression method is shared with the peer."),
    e!(GNUTLS_E_UNKNOWN_CIPHER_TYPE, FATAL, INTERNAL_ERROR, "This type of cipher is not supported."),
    e!(GNUTLS_E_LARGE_PACKET, SOFT, INTERNAL_ERROR, "The packet is larger than the transport can send (EMSGSIZE)."),
    e!(GNUTLS_E_UNSUPPORTED_VERSION_PACKET, FATAL, PROTOCOL_VERSION, "The peer sent a packet of an illegal or unsupported protocol version."),
    e!(GNUTLS_E_UNEXPECTED_PACKET_LENGTH, FATAL, DECODE_ERROR, "A TLS packet could not be decoded: its length is wrong."),
    e!(GNUTLS_E_INVALID_SESSION, FATAL, INTERNAL_ERROR, "The session was invalidated and cannot be used any more."),
    e!(GNUTLS_E_FATAL_ALERT_RECEIVED, FATAL, INTERNAL_ERROR, "The peer sent a fatal TLS alert."),
    e!(GNUTLS_E_UNEXPECTED_PACKET, FATAL, UNEXPECTED_MESSAGE, "A TLS packet arrived that is not expected here."),
    e!(GNUTLS_E_WARNING_ALERT_RECEIVED, SOFT, INTERNAL_ERROR, "The peer sent a TLS warning alert."),
    e!(GNUTLS_E_ERROR_IN_FINISHED_PACKET, FATAL, DECRYPT_ERROR, "The peer's Finished message does not match the handshake."),
    e!(GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET, FATAL, UNEXPECTED_MESSAGE, "A handshake message arrived that is not expected here."),
    e!(GNUTLS_E_UNKNOWN_CIPHER_SUITE, FATAL, HANDSHAKE_FAILURE, "No cipher suite is shared with the peer."),
    e!(GNUTLS_E_UNWANTED_ALGORITHM, FATAL, HANDSHAKE_FAILURE, "An algorithm was negotiated that is not enabled."),
    e!(GNUTLS_E_MPI_SCAN_FAILED, FATAL, INTERNAL_ERROR, "A large integer could not be read."),
    e!(GNUTLS_E_DECRYPTION_FAILED, FATAL, BAD_RECORD_MAC, "Decryption failed."),
    e!(GNUTLS_E_MEMORY_ERROR, FATAL, INTERNAL_ERROR, "No memory could be allocated."),
    e!(GNUTLS_E_DECOMPRESSION_FAILED, FATAL, DECOMPRESSION_FAILURE, "A TLS record could not be decompressed."),
    e!(GNUTLS_E_COMPRESSION_FAILED, FATAL, INTERNAL_ERROR, "A TLS record could not be compressed."),
    e!(GNUTLS_E_AGAIN, SOFT, INTERNAL_ERROR, "The resource is not ready at the moment, try again."),
    e!(GNUTLS_E_EXPIRED, FATAL, INTERNAL_ERROR, "The session or the certificate has expired."),
    e!(GNUTLS_E_DB_ERROR, FATAL, INTERNAL_ERROR, "The session database failed."),
    e!(GNUTLS_E_SRP_PWD_ERROR, FATAL, INTERNAL_ERROR, "The password or key file could not be used."),
    e!(GNUTLS_E_INSUFFICIENT_CREDENTIALS, FATAL, HANDSHAKE_FAILURE, "The credentials do not suffice for this request."),
    e!(GNUTLS_E_HASH_FAILED, FATAL, INTERNAL_ERROR, "A hash could not be computed."),
    e!(GNUTLS_E_BASE64_DECODING_ERROR, FATAL, INTERNAL_ERROR, "The text is not valid base64."),
    e!(GNUTLS_E_MPI_PRINT_FAILED, FATAL, INTERNAL_ERROR, "A large integer could not be written."),
    e!(GNUTLS_E_REHANDSHAKE, SOFT, NO_RENEGOTIATION, "The peer requests a new handshake."),
    e!(GNUTLS_E_GOT_APPLICATION_DATA, FATAL, INTERNAL_ERROR, "Application data arrived where a handshake message was expected."),
    e!(GNUTLS_E_RECORD_LIMIT_REACHED, FATAL, INTERNAL_ERROR, "The sequence numbers of this connection's records are used up."),
    e!(GNUTLS_E_ENCRYPTION_FAILED, FATAL, INTERNAL_ERROR, "Encryption failed."),
    e!(GNUTLS_E_CERTIFICATE_ERROR, FATAL, BAD_CERTIFICATE, "The certificate has an error."),
    e!(GNUTLS_E_PK_ENCRYPTION_FAILED, FATAL, INTERNAL_ERROR, "Encryption with the public key failed."),
    e!(GNUTLS_E_PK_DECRYPTION_FAILED, FATAL, INTERNAL_ERROR, "Decryption with the private key failed."),
    e!(GNUTLS_E_PK_SIGN_FAILED, FATAL, INTERNAL_ERROR, "Signing with the private key failed."),
    e!(GNUTLS_E_X509_UNSUPPORTED_CRITICAL_EXTENSION, FATAL, INTERNAL_ERROR, "The certificate has a critical extension that is not supported."),
    e!(GNUTLS_E_KEY_USAGE_VIOLATION, FATAL, INTERNAL_ERROR, "The key usage of the certificate does not allow this."),
    e!(GNUTLS_E_NO_CERTIFICATE_FOUND, FATAL, DECODE_ERROR, "No certificate was found."),
    e!(GNUTLS_E_INVALID_REQUEST, FATAL, INTERNAL_ERROR, "The request is not valid."),
    e!(GNUTLS_E_SHORT_MEMORY_BUFFER, FATAL, INTERNAL_ERROR, "The buffer given is too short for the result."),
    e!(GNUTLS_E_INTERRUPTED, SOFT, INTERNAL_ERROR, "The function was interrupted."),
    e!(GNUTLS_E_PUSH_ERROR, FATAL, INTERNAL_ERROR, "The push function failed."),
    e!(GNUTLS_E_PULL_ERROR, FATAL, INTERNAL_ERROR, "The pull function failed."),
    e!(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, FATAL, ILLEGAL_PARAMETER, "The peer sent a parameter that is not allowed."),
    e!(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE, FATAL, INTERNAL_ERROR, "The data that was asked for is not available."),
    e!(GNUTLS_E_PKCS1_WRONG_PAD, FATAL, INTERNAL_ERROR, "The PKCS #1 padding is wrong."),
    e!(GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION, FATAL, UNSUPPORTED_EXTENSION, "The peer sent a TLS extension that is not allowed."),
    e!(GNUTLS_E_INTERNAL_ERROR, FATAL, INTERNAL_ERROR, "An internal error of the library."),
    e!(GNUTLS_E_CERTIFICATE_KEY_MISMATCH, FATAL, INTERNAL_ERROR, "The certificate and the key do not belong together."),
    e!(GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE, FATAL, UNSUPPORTED_CERTIFICATE, "This type of certificate is not supported."),
    e!(GNUTLS_E_X509_UNKNOWN_SAN, FATAL, INTERNAL_ERROR, "The certificate has a subject alternative name of an unknown type."),
    e!(GNUTLS_E_DH_PRIME_UNACCEPTABLE, FATAL, INSUFFICIENT_SECURITY, "The server's Diffie-Hellman prime is not acceptable: it is too short."),
    e!(GNUTLS_E_FILE_ERROR, FATAL, INTERNAL_ERROR, "The file could not be read."),
    e!(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND, FATAL, BAD_CERTIFICATE, "ASN.1: an element was not found."),
    e!(GNUTLS_E_ASN1_IDENTIFIER_NOT_FOUND, FATAL, BAD_CERTIFICATE, "ASN.1: an identifier was not found."),
    e!(GNUTLS_E_ASN1_DER_ERROR, FATAL, BAD_CERTIFICATE, "ASN.1: the DER encoding has an error."),
    e!(GNUTLS_E_ASN1_VALUE_NOT_FOUND, FATAL, BAD_CERTIFICATE, "ASN.1: a value was not found."),
    e!(GNUTLS_E_ASN1_GENERIC_ERROR, FATAL, BAD_CERTIFICATE, "ASN.1: the data could not be parsed."),
    e!(GNUTLS_E_ASN1_VALUE_NOT_VALID, FATAL, BAD_CERTIFICATE, "ASN.1: a value is not valid."),
    e!(GNUTLS_E_ASN1_TAG_ERROR, FATAL, BAD_CERTIFICATE, "ASN.1: a tag is wrong."),
    e!(GNUTLS_E_ASN1_TAG_IMPLICIT, FATAL, BAD_CERTIFICATE, "ASN.1: an implicit tag is wrong."),
    e!(GNUTLS_E_ASN1_TYPE_ANY_ERROR, FATAL, BAD_CERTIFICATE, "ASN.1: a value of type ANY is wrong."),
    e!(GNUTLS_E_ASN1_SYNTAX_ERROR, FATAL, BAD_CERTIFICATE, "ASN.1: the syntax is wrong."),
    e!(GNUTLS_E_ASN1_DER_OVERFLOW, FATAL, BAD_CERTIFICATE, "ASN.1: the DER encoding overflows."),
    e!(GNUTLS_E_TOO_MANY_EMPTY_PACKETS, FATAL, INTERNAL_ERROR, "The peer sent too many empty records."),
    e!(GNUTLS_E_OPENPGP_UID_REVOKED, FATAL, INTERNAL_ERROR, "The OpenPGP user ID is revoked."),
    e!(GNUTLS_E_UNKNOWN_PK_ALGORITHM, FATAL, HANDSHAKE_FAILURE, "The public key algorithm is unknown."),
    e!(GNUTLS_E_TOO_MANY_HANDSHAKE_PACKETS, FATAL, INTERNAL_ERROR, "The peer sent too many handshake messages."),
    e!(GNUTLS_E_RECEIVED_DISALLOWED_NAME, FATAL, ILLEGAL_PARAMETER, "The peer sent a server name that is not allowed."),
    e!(GNUTLS_E_NO_TEMPORARY_RSA_PARAMS, FATAL, INTERNAL_ERROR, "There are no temporary RSA parameters."),
    e!(GNUTLS_E_NO_COMPRESSION_ALGORITHMS, FATAL, HANDSHAKE_FAILURE, "There are no supported compression methods."),
    e!(GNUTLS_E_NO_CIPHER_SUITES, FATAL, HANDSHAKE_FAILURE, "There are no supported cipher suites."),
    e!(GNUTLS_E_OPENPGP_GETKEY_FAILED, FATAL, CERTIFICATE_UNOBTAINABLE, "The OpenPGP key could not be fetched."),
    e!(GNUTLS_E_PK_SIG_VERIFY_FAILED, FATAL, DECRYPT_ERROR, "The signature does not verify with the public key."),
    e!(GNUTLS_E_ILLEGAL_SRP_USERNAME, FATAL, ILLEGAL_PARAMETER, "The SRP user name is not allowed."),
    e!(GNUTLS_E_SRP_PWD_PARSING_ERROR, FATAL, INTERNAL_ERROR, "The password or key file could not be parsed."),
    e!(GNUTLS_E_NO_TEMPORARY_DH_PARAMS, FATAL, INTERNAL_ERROR, "There are no temporary Diffie-Hellman parameters."),
    e!(GNUTLS_E_OPENPGP_FINGERPRINT_UNSUPPORTED, FATAL, INTERNAL_ERROR, "This OpenPGP fingerprint is not supported."),
    e!(GNUTLS_E_X509_UNSUPPORTED_ATTRIBUTE, FATAL, INTERNAL_ERROR, "The certificate has an attribute that is not supported."),
    e!(GNUTLS_E_UNKNOWN_HASH_ALGORITHM, FATAL, INTERNAL_ERROR, "The hash algorithm is unknown."),
    e!(GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE, FATAL, INTERNAL_ERROR, "The content type of the PKCS structure is unknown."),
    e!(GNUTLS_E_UNKNOWN_PKCS_BAG_TYPE, FATAL, INTERNAL_ERROR, "The bag type of the PKCS structure is unknown."),
    e!(GNUTLS_E_INVALID_PASSWORD, FATAL, INTERNAL_ERROR, "The password has characters that are not valid."),
    e!(GNUTLS_E_MAC_VERIFY_FAILED, FATAL, INTERNAL_ERROR, "The message authentication code does not verify."),
    e!(GNUTLS_E_CONSTRAINT_ERROR, FATAL, INTERNAL_ERROR, "A limit was exceeded."),
    e!(GNUTLS_E_IA_VERIFY_FAILED, FATAL, INTERNAL_ERROR, "The checksum of the TLS/IA phase does not verify."),
    e!(GNUTLS_E_UNKNOWN_ALGORITHM, FATAL, INTERNAL_ERROR, "The algorithm or protocol is unknown."),
    e!(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM, FATAL, HANDSHAKE_FAILURE, "The signature algorithm is not supported."),
    e!(GNUTLS_E_SAFE_RENEGOTIATION_FAILED, FATAL, HANDSHAKE_FAILURE, "Safe renegotiation failed."),
    e!(GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED, FATAL, NO_RENEGOTIATION, "An unsafe renegotiation was refused."),
    e!(GNUTLS_E_UNKNOWN_SRP_USERNAME, FATAL, UNKNOWN_PSK_IDENTITY, "The user name is unknown."),
    e!(GNUTLS_E_PREMATURE_TERMINATION, FATAL, UNEXPECTED_MESSAGE, "The connection ended without a TLS close notification."),
    e!(GNUTLS_E_MALFORMED_CIDR, FATAL, INTERNAL_ERROR, "The address range of the name constraint is malformed."),
    e!(GNUTLS_E_CERTIFICATE_REQUIRED, FATAL, CERTIFICATE_REQUIRED, "A certificate is required."),
    e!(GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM, FATAL, INTERNAL_ERROR, "The encryption algorithm is not supported."),
    e!(GNUTLS_E_BASE64_ENCODING_ERROR, FATAL, INTERNAL_ERROR, "The data could not be encoded in base64."),
    e!(GNUTLS_E_INCOMPATIBLE_GCRYPT_LIBRARY, FATAL, INTERNAL_ERROR, "The cryptographic library is too old."),
    e!(GNUTLS_E_INCOMPATIBLE_LIBTASN1_LIBRARY, FATAL, INTERNAL_ERROR, "The ASN.1 library is too old."),
    e!(GNUTLS_E_OPENPGP_KEYRING_ERROR, FATAL, INTERNAL_ERROR, "The key ring could not be loaded."),
    e!(GNUTLS_E_X509_UNSUPPORTED_OID, FATAL, INTERNAL_ERROR, "The object identifier is not supported."),
    e!(GNUTLS_E_RANDOM_FAILED, FATAL, INTERNAL_ERROR, "No random data could be obtained."),
    e!(GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR, FATAL, INTERNAL_ERROR, "The base64 text has another header than expected."),
    e!(GNUTLS_E_OPENPGP_SUBKEY_ERROR, FATAL, INTERNAL_ERROR, "The OpenPGP subkey was not found."),
    e!(GNUTLS_E_CRYPTO_ALREADY_REGISTERED, FATAL, INTERNAL_ERROR, "An algorithm of a better priority is registered already."),
    e!(GNUTLS_E_HANDSHAKE_TOO_LARGE, FATAL, DECODE_ERROR, "The handshake message is too large."),
    e!(GNUTLS_E_CRYPTODEV_IOCTL_ERROR, FATAL, INTERNAL_ERROR, "The device /dev/crypto failed."),
    e!(GNUTLS_E_CRYPTODEV_DEVICE_ERROR, FATAL, INTERNAL_ERROR, "The device /dev/crypto could not be opened."),
    e!(GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE, FATAL, INTERNAL_ERROR, "There is no channel binding data."),
    e!(GNUTLS_E_BAD_COOKIE, FATAL, INTERNAL_ERROR, "The cookie is wrong."),
    e!(GNUTLS_E_OPENPGP_PREFERRED_KEY_ERROR, FATAL, INTERNAL_ERROR, "The OpenPGP key has no preferred key."),
    e!(GNUTLS_E_INCOMPAT_DSA_KEY_WITH_TLS_PROTOCOL, FATAL, HANDSHAKE_FAILURE, "The DSA key does not fit the negotiated TLS version."),
    e!(GNUTLS_E_INSUFFICIENT_SECURITY, FATAL, INSUFFICIENT_SECURITY, "An algorithm involved is weaker than the required security level."),
    e!(GNUTLS_E_HEARTBEAT_PONG_RECEIVED, SOFT, INTERNAL_ERROR, "The peer answered a heartbeat."),
    e!(GNUTLS_E_HEARTBEAT_PING_RECEIVED, SOFT, INTERNAL_ERROR, "The peer sent a heartbeat."),
    e!(GNUTLS_E_UNRECOGNIZED_NAME, FATAL, UNRECOGNIZED_NAME, "The server name is not known here."),
    e!(GNUTLS_E_PKCS11_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11 failed."),
    e!(GNUTLS_E_PKCS11_LOAD_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11 could not be initialized."),
    e!(GNUTLS_E_PARSING_ERROR, FATAL, INTERNAL_ERROR, "Parsing failed."),
    e!(GNUTLS_E_PKCS11_PIN_ERROR, FATAL, INTERNAL_ERROR, "The PIN is wrong."),
    e!(GNUTLS_E_PKCS11_SLOT_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in the slot."),
    e!(GNUTLS_E_LOCKING_ERROR, FATAL, INTERNAL_ERROR, "A lock could not be taken."),
    e!(GNUTLS_E_PKCS11_ATTRIBUTE_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in an attribute."),
    e!(GNUTLS_E_PKCS11_DEVICE_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in the device."),
    e!(GNUTLS_E_PKCS11_DATA_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in the data."),
    e!(GNUTLS_E_PKCS11_UNSUPPORTED_FEATURE_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: the feature is not supported."),
    e!(GNUTLS_E_PKCS11_KEY_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in the key."),
    e!(GNUTLS_E_PKCS11_PIN_EXPIRED, FATAL, INTERNAL_ERROR, "PKCS #11: the PIN has expired."),
    e!(GNUTLS_E_PKCS11_PIN_LOCKED, FATAL, INTERNAL_ERROR, "PKCS #11: the PIN is locked."),
    e!(GNUTLS_E_PKCS11_SESSION_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in the session."),
    e!(GNUTLS_E_PKCS11_SIGNATURE_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in the signature."),
    e!(GNUTLS_E_PKCS11_TOKEN_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: error in the token."),
    e!(GNUTLS_E_PKCS11_USER_ERROR, FATAL, INTERNAL_ERROR, "PKCS #11: user error."),
    e!(GNUTLS_E_CRYPTO_INIT_FAILED, FATAL, INTERNAL_ERROR, "The cryptographic back end could not be initialized."),
    e!(GNUTLS_E_TIMEDOUT, FATAL, INTERNAL_ERROR, "The operation timed out."),
    e!(GNUTLS_E_USER_ERROR, FATAL, USER_CANCELED, "The operation ended because of a user error."),
    e!(GNUTLS_E_ECC_NO_SUPPORTED_CURVES, FATAL, HANDSHAKE_FAILURE, "No elliptic curve is shared with the peer."),
    e!(GNUTLS_E_ECC_UNSUPPORTED_CURVE, FATAL, HANDSHAKE_FAILURE, "The elliptic curve is not supported."),
    e!(GNUTLS_E_PKCS11_REQUESTED_OBJECT_NOT_AVAILBLE, FATAL, INTERNAL_ERROR, "PKCS #11: the object is not available."),
    e!(GNUTLS_E_CERTIFICATE_LIST_UNSORTED, FATAL, INTERNAL_ERROR, "The certificates are not in order from subject to issuer."),
    e!(GNUTLS_E_ILLEGAL_PARAMETER, FATAL, ILLEGAL_PARAMETER, "A parameter is not allowed."),
    e!(GNUTLS_E_NO_PRIORITIES_WERE_SET, FATAL, INTERNAL_ERROR, "No priorities were set, or they leave nothing to negotiate."),
    e!(GNUTLS_E_X509_UNSUPPORTED_EXTENSION, FATAL, INTERNAL_ERROR, "The certificate has an extension that is not supported."),
    e!(GNUTLS_E_SESSION_EOF, FATAL, INTERNAL_ERROR, "The peer has ended the connection."),
    e!(GNUTLS_E_TPM_ERROR, FATAL, INTERNAL_ERROR, "The TPM failed."),
    e!(GNUTLS_E_TPM_KEY_PASSWORD_ERROR, FATAL, INTERNAL_ERROR, "The password of the TPM key is wrong."),
    e!(GNUTLS_E_TPM_SRK_PASSWORD_ERROR, FATAL, INTERNAL_ERROR, "The SRK password of the TPM is wrong."),
    e!(GNUTLS_E_TPM_SESSION_ERROR, FATAL, INTERNAL_ERROR, "No session with the TPM could be started."),
    e!(GNUTLS_E_TPM_KEY_NOT_FOUND, FATAL, INTERNAL_ERROR, "The TPM has no such key."),
    e!(GNUTLS_E_TPM_UNINITIALIZED, FATAL, INTERNAL_ERROR, "The TPM is not initialized."),
    e!(GNUTLS_E_TPM_NO_LIB, FATAL, INTERNAL_ERROR, "The TPM library was not found."),
    e!(GNUTLS_E_NO_CERTIFICATE_STATUS, FATAL, INTERNAL_ERROR, "There is no certificate status (OCSP)."),
    e!(GNUTLS_E_OCSP_RESPONSE_ERROR, FATAL, INTERNAL_ERROR, "The OCSP response is not valid."),
    e!(GNUTLS_E_RANDOM_DEVICE_ERROR, FATAL, INTERNAL_ERROR, "The random device of the system failed."),
    e!(GNUTLS_E_AUTH_ERROR, FATAL, INTERNAL_ERROR, "The peer could not be authenticated."),
    e!(GNUTLS_E_NO_APPLICATION_PROTOCOL, FATAL, NO_APPLICATION_PROTOCOL, "No application protocol is shared with the peer."),
    e!(GNUTLS_E_SOCKETS_INIT_ERROR, FATAL, INTERNAL_ERROR, "Sockets could not be initialized."),
    e!(GNUTLS_E_KEY_IMPORT_FAILED, FATAL, INTERNAL_ERROR, "The key could not be imported into the store."),
    e!(GNUTLS_E_INAPPROPRIATE_FALLBACK, FATAL, INAPPROPRIATE_FALLBACK, "The client fell back to an older version without need."),
    e!(GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR, FATAL, BAD_CERTIFICATE, "The certificate does not verify."),
    e!(GNUTLS_E_PRIVKEY_VERIFICATION_ERROR, FATAL, INTERNAL_ERROR, "The private key does not verify: its seed does not match."),
    e!(GNUTLS_E_UNEXPECTED_EXTENSIONS_LENGTH, FATAL, DECODE_ERROR, "The length of the TLS extensions is wrong."),
    e!(GNUTLS_E_ASN1_EMBEDDED_NULL_IN_STRING, FATAL, INTERNAL_ERROR, "The string has a NUL inside."),
    e!(GNUTLS_E_SELF_TEST_ERROR, FATAL, INTERNAL_ERROR, "A self test failed."),
    e!(GNUTLS_E_NO_SELF_TEST, FATAL, INTERNAL_ERROR, "There is no self test of this algorithm."),
    e!(GNUTLS_E_LIB_IN_ERROR_STATE, FATAL, INTERNAL_ERROR, "The library is in an error state and cannot be used."),
    e!(GNUTLS_E_PK_GENERATION_ERROR, FATAL, INTERNAL_ERROR, "No key could be generated."),
    e!(GNUTLS_E_IDNA_ERROR, FATAL, INTERNAL_ERROR, "A name could not be converted to or from its international form."),
    e!(GNUTLS_E_SESSION_USER_ID_CHANGED, FATAL, INSUFFICIENT_SECURITY, "The peer's certificate or user name changed in a rehandshake."),
    e!(GNUTLS_E_HANDSHAKE_DURING_FALSE_START, FATAL, INTERNAL_ERROR, "A handshake was attempted during a false start."),
    e!(GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE, FATAL, INTERNAL_ERROR, "This is not possible while a handshake is in progress."),
    e!(GNUTLS_E_PK_INVALID_PUBKEY, FATAL, ILLEGAL_PARAMETER, "The public key is not valid."),
    e!(GNUTLS_E_PK_INVALID_PRIVKEY, FATAL, INTERNAL_ERROR, "The private key is not valid."),
    e!(GNUTLS_E_NOT_YET_ACTIVATED, FATAL, INTERNAL_ERROR, "The certificate is not active yet."),
    e!(GNUTLS_E_INVALID_UTF8_STRING, FATAL, INTERNAL_ERROR, "The string is not valid UTF-8."),
    e!(GNUTLS_E_NO_EMBEDDED_DATA, FATAL, INTERNAL_ERROR, "The structure has no embedded data."),
    e!(GNUTLS_E_INVALID_UTF8_EMAIL, FATAL, INTERNAL_ERROR, "The mail address has characters beyond ASCII before its @."),
    e!(GNUTLS_E_INVALID_PASSWORD_STRING, FATAL, INTERNAL_ERROR, "The password has characters that are not valid."),
    e!(GNUTLS_E_CERTIFICATE_TIME_ERROR, FATAL, INTERNAL_ERROR, "The times of the certificate are wrong."),
    e!(GNUTLS_E_RECORD_OVERFLOW, FATAL, RECORD_OVERFLOW, "The peer sent a record that is too long."),
    e!(GNUTLS_E_ASN1_TIME_ERROR, FATAL, INTERNAL_ERROR, "The time is not valid DER."),
    e!(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY, FATAL, ILLEGAL_PARAMETER, "The signature does not fit the public key."),
    e!(GNUTLS_E_PK_INVALID_PUBKEY_PARAMS, FATAL, INTERNAL_ERROR, "The parameters of the public key are not valid."),
    e!(GNUTLS_E_PK_NO_VALIDATION_PARAMS, FATAL, INTERNAL_ERROR, "There are no parameters to validate with."),
    e!(GNUTLS_E_OCSP_MISMATCH_WITH_CERTS, FATAL, INTERNAL_ERROR, "The OCSP response does not belong to the certificates."),
    e!(GNUTLS_E_NO_COMMON_KEY_SHARE, FATAL, HANDSHAKE_FAILURE, "The peer and this side have no key share in common."),
    e!(GNUTLS_E_REAUTH_REQUEST, SOFT, INTERNAL_ERROR, "The peer requests a new authentication."),
    e!(GNUTLS_E_TOO_MANY_MATCHES, FATAL, INTERNAL_ERROR, "More than one object matches."),
    e!(GNUTLS_E_CRL_VERIFICATION_ERROR, FATAL, INTERNAL_ERROR, "The CRL does not verify."),
    e!(GNUTLS_E_MISSING_EXTENSION, FATAL, MISSING_EXTENSION, "A required TLS extension is missing."),
    e!(GNUTLS_E_DB_ENTRY_EXISTS, FATAL, INTERNAL_ERROR, "The database has this entry already."),
    e!(GNUTLS_E_EARLY_DATA_REJECTED, FATAL, INTERNAL_ERROR, "The early data was rejected."),
    e!(GNUTLS_E_X509_DUPLICATE_EXTENSION, FATAL, INTERNAL_ERROR, "Duplicate extension in a certificate: each may appear only once."),
    e!(GNUTLS_E_UNIMPLEMENTED_FEATURE, FATAL, INTERNAL_ERROR, "The feature is not implemented, or is disabled."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(ENTRIES.windows(2).all(|w| w[0].code > w[1].code));
        assert_eq!(entry(GNUTLS_E_AGAIN).map(|e| e.fatal), Some(false));
        assert!(entry(-2).is_none() && entry(1).is_none());
    }

    #[test]
    fn alerts() {
        assert_eq!(alert_of(GNUTLS_E_REHANDSHAKE), (AlertLevel::WARNING, AlertDescription::NO_RENEGOTIATION));
        assert_eq!(
            alert_of(GNUTLS_E_DECRYPTION_FAILED),
            (AlertLevel::FATAL, AlertDescription::BAD_RECORD_MAC)
        );
        assert_eq!(alert_of(-2), (AlertLevel::FATAL, AlertDescription::INTERNAL_ERROR));
    }
}
