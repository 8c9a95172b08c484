/* gnutls.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/gnutls.h
 *
 * TLS sessions, credentials, priorities, errors and alerts.
 *
 * @par Error codes
 * A function that can fail returns an `int`: `GNUTLS_E_SUCCESS`, which is 0, or a positive answer if
 * all went well, and a negative error code `GNUTLS_E_*` if not. gnutls_error_is_fatal() tells whether
 * a session can go on after it, gnutls_strerror() what it means. With each function stand the codes
 * that it returns by itself. Beside them every function may return `GNUTLS_E_MEMORY_ERROR` if no
 * memory is left, and `GNUTLS_E_INTERNAL_ERROR` if the library finds a fault of its own.
 *
 * @par NULL
 * NULL where an object or a place for a result is needed gives `GNUTLS_E_INVALID_REQUEST`, or 0 or
 * NULL from a function that returns no error code. Where NULL means something, the function says so. A
 * function that frees ignores it.
 *
 * @par Ownership
 * What a function returns for the caller to free is freed with gnutls_free(), or with the function
 * that it names, such as gnutls_x509_crt_deinit(). What is lent is not freed; it stays as long as the
 * function says. Data that is passed in is copied unless the function says that it is kept.
 *
 * @par Threads
 * Different objects may be used by any number of threads at once, one object by one thread at a time.
 * There are two exceptions: one thread may send on a session while another receives on it, and
 * credentials, priorities and other objects that sessions share may be used by all of them while
 * nobody changes them.
 *
 * @par Callbacks
 * A callback runs in the thread of the call that needs it, and may call functions of the library on
 * the same session.
 */

#ifndef GNUTLS_GNUTLS_H
#define GNUTLS_GNUTLS_H

#include <sys/types.h>
#include <stddef.h>
#include <time.h>
#include <sys/uio.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct iovec giovec_t;

#define GNUTLS_VERSION "3.8.13"

/** Success. */
#define GNUTLS_E_SUCCESS 0
/** No compression method is shared with the peer. */
#define GNUTLS_E_UNKNOWN_COMPRESSION_ALGORITHM -3
/** This type of cipher is not supported. */
#define GNUTLS_E_UNKNOWN_CIPHER_TYPE -6
/** The packet is larger than the transport can send (EMSGSIZE). */
#define GNUTLS_E_LARGE_PACKET -7
/** The peer sent a packet of an illegal or unsupported protocol version. */
#define GNUTLS_E_UNSUPPORTED_VERSION_PACKET -8
/** A TLS packet could not be decoded: its length is wrong. */
#define GNUTLS_E_TLS_PACKET_DECODING_ERROR -9
/** A TLS packet could not be decoded: its length is wrong. */
#define GNUTLS_E_UNEXPECTED_PACKET_LENGTH -9
/** The session was invalidated and cannot be used any more. */
#define GNUTLS_E_INVALID_SESSION -10
/** The peer sent a fatal TLS alert. */
#define GNUTLS_E_FATAL_ALERT_RECEIVED -12
/** A TLS packet arrived that is not expected here. */
#define GNUTLS_E_UNEXPECTED_PACKET -15
/** The peer sent a TLS warning alert. */
#define GNUTLS_E_WARNING_ALERT_RECEIVED -16
/** The peer's Finished message does not match the handshake. */
#define GNUTLS_E_ERROR_IN_FINISHED_PACKET -18
/** A handshake message arrived that is not expected here. */
#define GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET -19
/** No cipher suite is shared with the peer. */
#define GNUTLS_E_UNKNOWN_CIPHER_SUITE -21
/** An algorithm was negotiated that is not enabled. */
#define GNUTLS_E_UNWANTED_ALGORITHM -22
/** A large integer could not be read. */
#define GNUTLS_E_MPI_SCAN_FAILED -23
/** Decryption failed. */
#define GNUTLS_E_DECRYPTION_FAILED -24
/** No memory could be allocated. */
#define GNUTLS_E_MEMORY_ERROR -25
/** A TLS record could not be decompressed. */
#define GNUTLS_E_DECOMPRESSION_FAILED -26
/** A TLS record could not be compressed. */
#define GNUTLS_E_COMPRESSION_FAILED -27
/** The resource is not ready at the moment, try again. */
#define GNUTLS_E_AGAIN -28
/** The session or the certificate has expired. */
#define GNUTLS_E_EXPIRED -29
/** The session database failed. */
#define GNUTLS_E_DB_ERROR -30
/** The password or key file could not be used. */
#define GNUTLS_E_KEYFILE_ERROR -31
/** The password or key file could not be used. */
#define GNUTLS_E_SRP_PWD_ERROR -31
/** The credentials do not suffice for this request. */
#define GNUTLS_E_INSUFFICIENT_CRED -32
/** The credentials do not suffice for this request. */
#define GNUTLS_E_INSUFFICIENT_CREDENTIALS -32
/** The credentials do not suffice for this request. */
#define GNUTLS_E_INSUFICIENT_CRED -32
/** The credentials do not suffice for this request. */
#define GNUTLS_E_INSUFICIENT_CREDENTIALS -32
/** A hash could not be computed. */
#define GNUTLS_E_HASH_FAILED -33
/** The text is not valid base64. */
#define GNUTLS_E_BASE64_DECODING_ERROR -34
/** A large integer could not be written. */
#define GNUTLS_E_MPI_PRINT_FAILED -35
/** The peer requests a new handshake. */
#define GNUTLS_E_REHANDSHAKE -37
/** Application data arrived where a handshake message was expected. */
#define GNUTLS_E_GOT_APPLICATION_DATA -38
/** The sequence numbers of this connection's records are used up. */
#define GNUTLS_E_RECORD_LIMIT_REACHED -39
/** Encryption failed. */
#define GNUTLS_E_ENCRYPTION_FAILED -40
/** The certificate has an error. */
#define GNUTLS_E_CERTIFICATE_ERROR -43
/** The certificate has an error. */
#define GNUTLS_E_X509_CERTIFICATE_ERROR -43
/** Encryption with the public key failed. */
#define GNUTLS_E_PK_ENCRYPTION_FAILED -44
/** Decryption with the private key failed. */
#define GNUTLS_E_PK_DECRYPTION_FAILED -45
/** Signing with the private key failed. */
#define GNUTLS_E_PK_SIGN_FAILED -46
/** The certificate has a critical extension that is not supported. */
#define GNUTLS_E_X509_UNSUPPORTED_CRITICAL_EXTENSION -47
/** The key usage of the certificate does not allow this. */
#define GNUTLS_E_KEY_USAGE_VIOLATION -48
/** No certificate was found. */
#define GNUTLS_E_NO_CERTIFICATE_FOUND -49
/** The request is not valid. */
#define GNUTLS_E_INVALID_REQUEST -50
/** The buffer given is too short for the result. */
#define GNUTLS_E_SHORT_MEMORY_BUFFER -51
/** The function was interrupted. */
#define GNUTLS_E_INTERRUPTED -52
/** The push function failed. */
#define GNUTLS_E_PUSH_ERROR -53
/** The pull function failed. */
#define GNUTLS_E_PULL_ERROR -54
/** The peer sent a parameter that is not allowed. */
#define GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER -55
/** The data that was asked for is not available. */
#define GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE -56
/** The PKCS \#1 padding is wrong. */
#define GNUTLS_E_PKCS1_WRONG_PAD -57
/** The peer sent a TLS extension that is not allowed. */
#define GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION -58
/** An internal error of the library. */
#define GNUTLS_E_INTERNAL_ERROR -59
/** The certificate and the key do not belong together. */
#define GNUTLS_E_CERTIFICATE_KEY_MISMATCH -60
/** This type of certificate is not supported. */
#define GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE -61
/** The certificate has a subject alternative name of an unknown type. */
#define GNUTLS_E_X509_UNKNOWN_SAN -62
/** The server's Diffie-Hellman prime is not acceptable: it is too short. */
#define GNUTLS_E_DH_PRIME_UNACCEPTABLE -63
/** The file could not be read. */
#define GNUTLS_E_FILE_ERROR -64
/** ASN.1: an element was not found. */
#define GNUTLS_E_ASN1_ELEMENT_NOT_FOUND -67
/** ASN.1: an identifier was not found. */
#define GNUTLS_E_ASN1_IDENTIFIER_NOT_FOUND -68
/** ASN.1: the DER encoding has an error. */
#define GNUTLS_E_ASN1_DER_ERROR -69
/** ASN.1: a value was not found. */
#define GNUTLS_E_ASN1_VALUE_NOT_FOUND -70
/** ASN.1: the data could not be parsed. */
#define GNUTLS_E_ASN1_GENERIC_ERROR -71
/** ASN.1: a value is not valid. */
#define GNUTLS_E_ASN1_VALUE_NOT_VALID -72
/** ASN.1: a tag is wrong. */
#define GNUTLS_E_ASN1_TAG_ERROR -73
/** ASN.1: an implicit tag is wrong. */
#define GNUTLS_E_ASN1_TAG_IMPLICIT -74
/** ASN.1: a value of type ANY is wrong. */
#define GNUTLS_E_ASN1_TYPE_ANY_ERROR -75
/** ASN.1: the syntax is wrong. */
#define GNUTLS_E_ASN1_SYNTAX_ERROR -76
/** ASN.1: the DER encoding overflows. */
#define GNUTLS_E_ASN1_DER_OVERFLOW -77
/** The peer sent too many empty records. */
#define GNUTLS_E_TOO_MANY_EMPTY_PACKETS -78
/** The OpenPGP user ID is revoked. */
#define GNUTLS_E_OPENPGP_UID_REVOKED -79
/** The public key algorithm is unknown. */
#define GNUTLS_E_UNKNOWN_PK_ALGORITHM -80
/** The peer sent too many handshake messages. */
#define GNUTLS_E_TOO_MANY_HANDSHAKE_PACKETS -81
/** The peer sent a server name that is not allowed. */
#define GNUTLS_E_RECEIVED_DISALLOWED_NAME -82
/** There are no temporary RSA parameters. */
#define GNUTLS_E_NO_TEMPORARY_RSA_PARAMS -84
/** There are no supported compression methods. */
#define GNUTLS_E_NO_COMPRESSION_ALGORITHMS -86
/** There are no supported cipher suites. */
#define GNUTLS_E_NO_CIPHER_SUITES -87
/** The OpenPGP key could not be fetched. */
#define GNUTLS_E_OPENPGP_GETKEY_FAILED -88
/** The signature does not verify with the public key. */
#define GNUTLS_E_PK_SIG_VERIFY_FAILED -89
/** The SRP user name is not allowed. */
#define GNUTLS_E_ILLEGAL_SRP_USERNAME -90
/** The password or key file could not be parsed. */
#define GNUTLS_E_KEYFILE_PARSING_ERROR -91
/** The password or key file could not be parsed. */
#define GNUTLS_E_SRP_PWD_PARSING_ERROR -91
/** There are no temporary Diffie-Hellman parameters. */
#define GNUTLS_E_NO_TEMPORARY_DH_PARAMS -93
/** This OpenPGP fingerprint is not supported. */
#define GNUTLS_E_OPENPGP_FINGERPRINT_UNSUPPORTED -94
/** The certificate has an attribute that is not supported. */
#define GNUTLS_E_X509_UNSUPPORTED_ATTRIBUTE -95
/** The hash algorithm is unknown. */
#define GNUTLS_E_UNKNOWN_HASH_ALGORITHM -96
/** The content type of the PKCS structure is unknown. */
#define GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE -97
/** The bag type of the PKCS structure is unknown. */
#define GNUTLS_E_UNKNOWN_PKCS_BAG_TYPE -98
/** The password has characters that are not valid. */
#define GNUTLS_E_INVALID_PASSWORD -99
/** The message authentication code does not verify. */
#define GNUTLS_E_MAC_VERIFY_FAILED -100
/** A limit was exceeded. */
#define GNUTLS_E_CONSTRAINT_ERROR -101
#define GNUTLS_E_WARNING_IA_IPHF_RECEIVED -102
#define GNUTLS_E_WARNING_IA_FPHF_RECEIVED -103
/** The checksum of the TLS/IA phase does not verify. */
#define GNUTLS_E_IA_VERIFY_FAILED -104
/** The algorithm or protocol is unknown. */
#define GNUTLS_E_UNKNOWN_ALGORITHM -105
/** The signature algorithm is not supported. */
#define GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM -106
/** Safe renegotiation failed. */
#define GNUTLS_E_SAFE_RENEGOTIATION_FAILED -107
/** An unsafe renegotiation was refused. */
#define GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED -108
/** The user name is unknown. */
#define GNUTLS_E_UNKNOWN_SRP_USERNAME -109
/** The connection ended without a TLS close notification. */
#define GNUTLS_E_PREMATURE_TERMINATION -110
/** The address range of the name constraint is malformed. */
#define GNUTLS_E_MALFORMED_CIDR -111
/** A certificate is required. */
#define GNUTLS_E_CERTIFICATE_REQUIRED -112
/** The encryption algorithm is not supported. */
#define GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM -113
/** The data could not be encoded in base64. */
#define GNUTLS_E_BASE64_ENCODING_ERROR -201
/** The cryptographic library is too old. */
#define GNUTLS_E_INCOMPATIBLE_CRYPTO_LIBRARY -202
/** The cryptographic library is too old. */
#define GNUTLS_E_INCOMPATIBLE_GCRYPT_LIBRARY -202
/** The ASN.1 library is too old. */
#define GNUTLS_E_INCOMPATIBLE_LIBTASN1_LIBRARY -203
/** The key ring could not be loaded. */
#define GNUTLS_E_OPENPGP_KEYRING_ERROR -204
/** The object identifier is not supported. */
#define GNUTLS_E_X509_UNSUPPORTED_OID -205
/** No random data could be obtained. */
#define GNUTLS_E_RANDOM_FAILED -206
/** The base64 text has another header than expected. */
#define GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR -207
/** The OpenPGP subkey was not found. */
#define GNUTLS_E_OPENPGP_SUBKEY_ERROR -208
/** An algorithm of a better priority is registered already. */
#define GNUTLS_E_ALREADY_REGISTERED -209
/** An algorithm of a better priority is registered already. */
#define GNUTLS_E_CRYPTO_ALREADY_REGISTERED -209
/** The handshake message is too large. */
#define GNUTLS_E_HANDSHAKE_TOO_LARGE -210
/** The device /dev/crypto failed. */
#define GNUTLS_E_CRYPTODEV_IOCTL_ERROR -211
/** The device /dev/crypto could not be opened. */
#define GNUTLS_E_CRYPTODEV_DEVICE_ERROR -212
/** There is no channel binding data. */
#define GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE -213
/** The cookie is wrong. */
#define GNUTLS_E_BAD_COOKIE -214
/** The OpenPGP key has no preferred key. */
#define GNUTLS_E_OPENPGP_PREFERRED_KEY_ERROR -215
/** The DSA key does not fit the negotiated TLS version. */
#define GNUTLS_E_INCOMPAT_DSA_KEY_WITH_TLS_PROTOCOL -216
/** An algorithm involved is weaker than the required security level. */
#define GNUTLS_E_INSUFFICIENT_SECURITY -217
/** The peer answered a heartbeat. */
#define GNUTLS_E_HEARTBEAT_PONG_RECEIVED -292
/** The peer sent a heartbeat. */
#define GNUTLS_E_HEARTBEAT_PING_RECEIVED -293
/** The server name is not known here. */
#define GNUTLS_E_UNRECOGNIZED_NAME -294
/** PKCS \#11 failed. */
#define GNUTLS_E_PKCS11_ERROR -300
/** PKCS \#11 could not be initialized. */
#define GNUTLS_E_PKCS11_LOAD_ERROR -301
/** Parsing failed. */
#define GNUTLS_E_PARSING_ERROR -302
/** The PIN is wrong. */
#define GNUTLS_E_PKCS11_PIN_ERROR -303
/** PKCS \#11: error in the slot. */
#define GNUTLS_E_PKCS11_SLOT_ERROR -305
/** A lock could not be taken. */
#define GNUTLS_E_LOCKING_ERROR -306
/** PKCS \#11: error in an attribute. */
#define GNUTLS_E_PKCS11_ATTRIBUTE_ERROR -307
/** PKCS \#11: error in the device. */
#define GNUTLS_E_PKCS11_DEVICE_ERROR -308
/** PKCS \#11: error in the data. */
#define GNUTLS_E_PKCS11_DATA_ERROR -309
/** PKCS \#11: the feature is not supported. */
#define GNUTLS_E_PKCS11_UNSUPPORTED_FEATURE_ERROR -310
/** PKCS \#11: error in the key. */
#define GNUTLS_E_PKCS11_KEY_ERROR -311
/** PKCS \#11: the PIN has expired. */
#define GNUTLS_E_PKCS11_PIN_EXPIRED -312
/** PKCS \#11: the PIN is locked. */
#define GNUTLS_E_PKCS11_PIN_LOCKED -313
/** PKCS \#11: error in the session. */
#define GNUTLS_E_PKCS11_SESSION_ERROR -314
/** PKCS \#11: error in the signature. */
#define GNUTLS_E_PKCS11_SIGNATURE_ERROR -315
/** PKCS \#11: error in the token. */
#define GNUTLS_E_PKCS11_TOKEN_ERROR -316
/** PKCS \#11: user error. */
#define GNUTLS_E_PKCS11_USER_ERROR -317
/** The cryptographic back end could not be initialized. */
#define GNUTLS_E_CRYPTO_INIT_FAILED -318
/** The operation timed out. */
#define GNUTLS_E_TIMEDOUT -319
/** The operation ended because of a user error. */
#define GNUTLS_E_USER_ERROR -320
/** No elliptic curve is shared with the peer. */
#define GNUTLS_E_ECC_NO_SUPPORTED_CURVES -321
/** The elliptic curve is not supported. */
#define GNUTLS_E_ECC_UNSUPPORTED_CURVE -322
/** PKCS \#11: the object is not available. */
#define GNUTLS_E_PKCS11_REQUESTED_OBJECT_NOT_AVAILBLE -323
/** The certificates are not in order from subject to issuer. */
#define GNUTLS_E_CERTIFICATE_LIST_UNSORTED -324
/** A parameter is not allowed. */
#define GNUTLS_E_ILLEGAL_PARAMETER -325
/** No priorities were set, or they leave nothing to negotiate. */
#define GNUTLS_E_NO_PRIORITIES_WERE_SET -326
/** The certificate has an extension that is not supported. */
#define GNUTLS_E_X509_UNSUPPORTED_EXTENSION -327
/** The peer has ended the connection. */
#define GNUTLS_E_SESSION_EOF -328
/** The TPM failed. */
#define GNUTLS_E_TPM_ERROR -329
/** The password of the TPM key is wrong. */
#define GNUTLS_E_TPM_KEY_PASSWORD_ERROR -330
/** The SRK password of the TPM is wrong. */
#define GNUTLS_E_TPM_SRK_PASSWORD_ERROR -331
/** No session with the TPM could be started. */
#define GNUTLS_E_TPM_SESSION_ERROR -332
/** The TPM has no such key. */
#define GNUTLS_E_TPM_KEY_NOT_FOUND -333
/** The TPM is not initialized. */
#define GNUTLS_E_TPM_UNINITIALIZED -334
/** The TPM library was not found. */
#define GNUTLS_E_TPM_NO_LIB -335
/** There is no certificate status (OCSP). */
#define GNUTLS_E_NO_CERTIFICATE_STATUS -340
/** The OCSP response is not valid. */
#define GNUTLS_E_OCSP_RESPONSE_ERROR -341
/** The random device of the system failed. */
#define GNUTLS_E_RANDOM_DEVICE_ERROR -342
/** The peer could not be authenticated. */
#define GNUTLS_E_AUTH_ERROR -343
/** No application protocol is shared with the peer. */
#define GNUTLS_E_NO_APPLICATION_PROTOCOL -344
/** Sockets could not be initialized. */
#define GNUTLS_E_SOCKETS_INIT_ERROR -345
/** The key could not be imported into the store. */
#define GNUTLS_E_KEY_IMPORT_FAILED -346
/** The client fell back to an older version without need. */
#define GNUTLS_E_INAPPROPRIATE_FALLBACK -347
/** The certificate does not verify. */
#define GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR -348
/** The private key does not verify: its seed does not match. */
#define GNUTLS_E_PRIVKEY_VERIFICATION_ERROR -349
/** The length of the TLS extensions is wrong. */
#define GNUTLS_E_UNEXPECTED_EXTENSIONS_LENGTH -350
/** The string has a NUL inside. */
#define GNUTLS_E_ASN1_EMBEDDED_NULL_IN_STRING -351
/** A self test failed. */
#define GNUTLS_E_SELF_TEST_ERROR -400
/** There is no self test of this algorithm. */
#define GNUTLS_E_NO_SELF_TEST -401
/** The library is in an error state and cannot be used. */
#define GNUTLS_E_LIB_IN_ERROR_STATE -402
/** No key could be generated. */
#define GNUTLS_E_PK_GENERATION_ERROR -403
/** A name could not be converted to or from its international form. */
#define GNUTLS_E_IDNA_ERROR -404
#define GNUTLS_E_NEED_FALLBACK -405
/** The peer's certificate or user name changed in a rehandshake. */
#define GNUTLS_E_SESSION_USER_ID_CHANGED -406
/** A handshake was attempted during a false start. */
#define GNUTLS_E_HANDSHAKE_DURING_FALSE_START -407
/** This is not possible while a handshake is in progress. */
#define GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE -408
/** The public key is not valid. */
#define GNUTLS_E_PK_INVALID_PUBKEY -409
/** The private key is not valid. */
#define GNUTLS_E_PK_INVALID_PRIVKEY -410
/** The certificate is not active yet. */
#define GNUTLS_E_NOT_YET_ACTIVATED -411
/** The string is not valid UTF-8. */
#define GNUTLS_E_INVALID_UTF8_STRING -412
/** The structure has no embedded data. */
#define GNUTLS_E_NO_EMBEDDED_DATA -413
/** The mail address has characters beyond ASCII before its \@. */
#define GNUTLS_E_INVALID_UTF8_EMAIL -414
/** The password has characters that are not valid. */
#define GNUTLS_E_INVALID_PASSWORD_STRING -415
/** The times of the certificate are wrong. */
#define GNUTLS_E_CERTIFICATE_TIME_ERROR -416
/** The peer sent a record that is too long. */
#define GNUTLS_E_RECORD_OVERFLOW -417
/** The time is not valid DER. */
#define GNUTLS_E_ASN1_TIME_ERROR -418
/** The signature does not fit the public key. */
#define GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY -419
/** The parameters of the public key are not valid. */
#define GNUTLS_E_PK_INVALID_PUBKEY_PARAMS -420
/** There are no parameters to validate with. */
#define GNUTLS_E_PK_NO_VALIDATION_PARAMS -421
/** The OCSP response does not belong to the certificates. */
#define GNUTLS_E_OCSP_MISMATCH_WITH_CERTS -422
/** The peer and this side have no key share in common. */
#define GNUTLS_E_NO_COMMON_KEY_SHARE -423
/** The peer requests a new authentication. */
#define GNUTLS_E_REAUTH_REQUEST -424
/** More than one object matches. */
#define GNUTLS_E_TOO_MANY_MATCHES -425
/** The CRL does not verify. */
#define GNUTLS_E_CRL_VERIFICATION_ERROR -426
/** A required TLS extension is missing. */
#define GNUTLS_E_MISSING_EXTENSION -427
/** The database has this entry already. */
#define GNUTLS_E_DB_ENTRY_EXISTS -428
/** The early data was rejected. */
#define GNUTLS_E_EARLY_DATA_REJECTED -429
/** Duplicate extension in a certificate: each may appear only once. */
#define GNUTLS_E_X509_DUPLICATE_EXTENSION -430
/** The feature is not implemented, or is disabled. */
#define GNUTLS_E_UNIMPLEMENTED_FEATURE -1250
#define GNUTLS_E_INT_RET_0 -1251
#define GNUTLS_E_INT_CHECK_AGAIN -1252
#define GNUTLS_E_APPLICATION_ERROR_MAX -65000
#define GNUTLS_E_APPLICATION_ERROR_MIN -65500
#define GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT 4294967295
#define GNUTLS_ENABLE_CERT_TYPE_NEG 0
#define GNUTLS_EXT_RAW_FLAG_DTLS_CLIENT_HELLO 2
#define GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO 1
#define GNUTLS_FIPS140_SET_MODE_THREAD 1
#define GNUTLS_HANDSHAKE_ANY 4294967295
#define GNUTLS_HB_LOCAL_ALLOWED_TO_SEND 4
#define GNUTLS_HB_PEER_ALLOWED_TO_SEND 1
#define GNUTLS_HB_PEER_NOT_ALLOWED_TO_SEND 2
#define GNUTLS_HEARTBEAT_WAIT 1
#define GNUTLS_HOOK_BOTH -1
#define GNUTLS_HOOK_POST 1
#define GNUTLS_HOOK_PRE 0
#define GNUTLS_IDNA_FORCE_2008 2
#define GNUTLS_INDEFINITE_TIMEOUT 4294967294
#define GNUTLS_KEY_CRL_SIGN 2
#define GNUTLS_KEY_DATA_ENCIPHERMENT 16
#define GNUTLS_KEY_DECIPHER_ONLY 32768
#define GNUTLS_KEY_DIGITAL_SIGNATURE 128
#define GNUTLS_KEY_ENCIPHER_ONLY 1
#define GNUTLS_KEY_KEY_AGREEMENT 8
#define GNUTLS_KEY_KEY_CERT_SIGN 4
#define GNUTLS_KEY_KEY_ENCIPHERMENT 32
#define GNUTLS_KEY_NON_REPUDIATION 64
#define GNUTLS_KU_PEER 1
#define GNUTLS_MAX_ALGORITHM_NUM 128
#define GNUTLS_MAX_SESSION_ID 32
#define GNUTLS_MAX_SESSION_ID_SIZE 32
#define GNUTLS_NO_EXTENSIONS 16
#define GNUTLS_OCSP_SR_IS_AVAIL 1
#define GNUTLS_PRIORITY_INIT_DEF_APPEND 1
#define GNUTLS_PRIORITY_LIST_INIT_KEYWORDS 1
#define GNUTLS_PRIORITY_LIST_SPECIAL 2
#define GNUTLS_RECORD_WAIT 1
#define GNUTLS_SCOMMIT_FLAG_ALLOW_BROKEN 1
#define GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS 1
#define GNUTLS_UTF8_IGNORE_ERRS 1
#define GNUTLS_VERSION_MAJOR 3
#define GNUTLS_VERSION_MINOR 8
#define GNUTLS_VERSION_NUMBER 198669
#define GNUTLS_VERSION_PATCH 13

/** What an alert says (RFC 8446 section 6). `gnutls_alert_get_name` has it in words. */
typedef enum gnutls_alert_description_t {
        GNUTLS_A_CLOSE_NOTIFY = 0,
        GNUTLS_A_UNEXPECTED_MESSAGE = 10,
        GNUTLS_A_BAD_RECORD_MAC = 20,
        GNUTLS_A_DECRYPTION_FAILED = 21,
        GNUTLS_A_RECORD_OVERFLOW = 22,
        GNUTLS_A_DECOMPRESSION_FAILURE = 30,
        GNUTLS_A_HANDSHAKE_FAILURE = 40,
        GNUTLS_A_SSL3_NO_CERTIFICATE = 41,
        GNUTLS_A_BAD_CERTIFICATE = 42,
        GNUTLS_A_UNSUPPORTED_CERTIFICATE = 43,
        GNUTLS_A_CERTIFICATE_REVOKED = 44,
        GNUTLS_A_CERTIFICATE_EXPIRED = 45,
        GNUTLS_A_CERTIFICATE_UNKNOWN = 46,
        GNUTLS_A_ILLEGAL_PARAMETER = 47,
        GNUTLS_A_UNKNOWN_CA = 48,
        GNUTLS_A_ACCESS_DENIED = 49,
        GNUTLS_A_DECODE_ERROR = 50,
        GNUTLS_A_DECRYPT_ERROR = 51,
        GNUTLS_A_EXPORT_RESTRICTION = 60,
        GNUTLS_A_PROTOCOL_VERSION = 70,
        GNUTLS_A_INSUFFICIENT_SECURITY = 71,
        GNUTLS_A_INTERNAL_ERROR = 80,
        GNUTLS_A_INAPPROPRIATE_FALLBACK = 86,
        GNUTLS_A_USER_CANCELED = 90,
        GNUTLS_A_NO_RENEGOTIATION = 100,
        GNUTLS_A_MISSING_EXTENSION = 109,
        GNUTLS_A_UNSUPPORTED_EXTENSION = 110,
        GNUTLS_A_CERTIFICATE_UNOBTAINABLE = 111,
        GNUTLS_A_UNRECOGNIZED_NAME = 112,
        GNUTLS_A_UNKNOWN_PSK_IDENTITY = 115,
        GNUTLS_A_CERTIFICATE_REQUIRED = 116,
        GNUTLS_A_MAX = 120,
        GNUTLS_A_NO_APPLICATION_PROTOCOL = 120
} gnutls_alert_description_t;

/** Whether an alert ends the session. */
typedef enum gnutls_alert_level_t {
        GNUTLS_AL_WARNING = 1,
        GNUTLS_AL_FATAL = 2
} gnutls_alert_level_t;

/** How the protocol of `gnutls_alpn_set_protocols` is chosen. They are combined by or. */
typedef enum gnutls_alpn_flags_t {
        GNUTLS_ALPN_MANDATORY = 1,
        GNUTLS_ALPN_SERVER_PRECEDENCE = 2
} gnutls_alpn_flags_t;

/** What certificate credentials do, for `gnutls_certificate_set_flags`. They are combined by or. */
typedef enum gnutls_certificate_flags {
        GNUTLS_CERTIFICATE_SKIP_KEY_CERT_MATCH = 1,
        GNUTLS_CERTIFICATE_API_V2 = 2,
        GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK = 4,
        GNUTLS_CERTIFICATE_VERIFY_CRLS = 8
} gnutls_certificate_flags;

/** How much of a certificate is printed. */
typedef enum gnutls_certificate_print_formats_t {
        GNUTLS_CRT_PRINT_FULL = 0,
        GNUTLS_CRT_PRINT_ONELINE = 1,
        GNUTLS_CRT_PRINT_UNSIGNED_FULL = 2,
        GNUTLS_CRT_PRINT_COMPACT = 3,
        GNUTLS_CRT_PRINT_FULL_NUMBERS = 4
} gnutls_certificate_print_formats_t;

/** Whether a server asks for the client's certificate, and whether it does without. */
typedef enum gnutls_certificate_request_t {
        GNUTLS_CERT_IGNORE = 0,
        GNUTLS_CERT_REQUEST = 1,
        GNUTLS_CERT_REQUIRE = 2
} gnutls_certificate_request_t;

/**
 * What a verification found, combined by or; 0 if the certificate is trusted.
 * `gnutls_certificate_verification_status_print` has it in words.
 */
typedef enum gnutls_certificate_status_t {
        GNUTLS_CERT_INVALID = 2,
        GNUTLS_CERT_REVOKED = 32,
        GNUTLS_CERT_SIGNER_NOT_FOUND = 64,
        GNUTLS_CERT_SIGNER_NOT_CA = 128,
        GNUTLS_CERT_INSECURE_ALGORITHM = 256,
        GNUTLS_CERT_NOT_ACTIVATED = 512,
        GNUTLS_CERT_EXPIRED = 1024,
        GNUTLS_CERT_SIGNATURE_FAILURE = 2048,
        GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED = 4096,
        GNUTLS_CERT_UNEXPECTED_OWNER = 16384,
        GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE = 32768,
        GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE = 65536,
        GNUTLS_CERT_MISMATCH = 131072,
        GNUTLS_CERT_PURPOSE_MISMATCH = 262144,
        GNUTLS_CERT_MISSING_OCSP_STATUS = 524288,
        GNUTLS_CERT_INVALID_OCSP_STATUS = 1048576,
        GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS = 2097152
} gnutls_certificate_status_t;

/** What a certificate of a session is: X.509, or a raw public key (RFC 7250). */
typedef enum gnutls_certificate_type_t {
        GNUTLS_CRT_UNKNOWN = 0,
        GNUTLS_CRT_X509 = 1,
        GNUTLS_CRT_OPENPGP = 2,
        GNUTLS_CRT_MAX = 3,
        GNUTLS_CRT_RAWPK = 3
} gnutls_certificate_type_t;

/** The kinds of channel bindings (RFC 5929, RFC 9266). */
typedef enum gnutls_channel_binding_t {
        GNUTLS_CB_TLS_UNIQUE = 0,
        GNUTLS_CB_TLS_SERVER_END_POINT = 1,
        GNUTLS_CB_TLS_EXPORTER = 2
} gnutls_channel_binding_t;

/**
 * The ciphers. Those for records come with their mode; the names with `PGP` are kept for their
 * numbers.
 */
typedef enum gnutls_cipher_algorithm_t {
        GNUTLS_CIPHER_UNKNOWN = 0,
        GNUTLS_CIPHER_NULL = 1,
        GNUTLS_CIPHER_ARCFOUR_128 = 2,
        GNUTLS_CIPHER_3DES_CBC = 3,
        GNUTLS_CIPHER_AES_128_CBC = 4,
        GNUTLS_CIPHER_AES_256_CBC = 5,
        GNUTLS_CIPHER_ARCFOUR_40 = 6,
        GNUTLS_CIPHER_CAMELLIA_128_CBC = 7,
        GNUTLS_CIPHER_CAMELLIA_256_CBC = 8,
        GNUTLS_CIPHER_AES_192_CBC = 9,
        GNUTLS_CIPHER_AES_128_GCM = 10,
        GNUTLS_CIPHER_AES_256_GCM = 11,
        GNUTLS_CIPHER_CAMELLIA_192_CBC = 12,
        GNUTLS_CIPHER_SALSA20_256 = 13,
        GNUTLS_CIPHER_ESTREAM_SALSA20_256 = 14,
        GNUTLS_CIPHER_CAMELLIA_128_GCM = 15,
        GNUTLS_CIPHER_CAMELLIA_256_GCM = 16,
        GNUTLS_CIPHER_RC2_40_CBC = 17,
        GNUTLS_CIPHER_DES_CBC = 18,
        GNUTLS_CIPHER_AES_128_CCM = 19,
        GNUTLS_CIPHER_AES_256_CCM = 20,
        GNUTLS_CIPHER_AES_128_CCM_8 = 21,
        GNUTLS_CIPHER_AES_256_CCM_8 = 22,
        GNUTLS_CIPHER_CHACHA20_POLY1305 = 23,
        GNUTLS_CIPHER_GOST28147_TC26Z_CFB = 24,
        GNUTLS_CIPHER_GOST28147_CPA_CFB = 25,
        GNUTLS_CIPHER_GOST28147_CPB_CFB = 26,
        GNUTLS_CIPHER_GOST28147_CPC_CFB = 27,
        GNUTLS_CIPHER_GOST28147_CPD_CFB = 28,
        GNUTLS_CIPHER_AES_128_CFB8 = 29,
        GNUTLS_CIPHER_AES_192_CFB8 = 30,
        GNUTLS_CIPHER_AES_256_CFB8 = 31,
        GNUTLS_CIPHER_AES_128_XTS = 32,
        GNUTLS_CIPHER_AES_256_XTS = 33,
        GNUTLS_CIPHER_GOST28147_TC26Z_CNT = 34,
        GNUTLS_CIPHER_CHACHA20_64 = 35,
        GNUTLS_CIPHER_CHACHA20_32 = 36,
        GNUTLS_CIPHER_AES_128_SIV = 37,
        GNUTLS_CIPHER_AES_256_SIV = 38,
        GNUTLS_CIPHER_AES_192_GCM = 39,
        GNUTLS_CIPHER_MAGMA_CTR_ACPKM = 40,
        GNUTLS_CIPHER_KUZNYECHIK_CTR_ACPKM = 41,
        GNUTLS_CIPHER_AES_128_SIV_GCM = 42,
        GNUTLS_CIPHER_AES_256_SIV_GCM = 43,
        GNUTLS_CIPHER_AES_128_CFB = 44,
        GNUTLS_CIPHER_AES_192_CFB = 45,
        GNUTLS_CIPHER_AES_256_CFB = 46,
        GNUTLS_CIPHER_IDEA_PGP_CFB = 200,
        GNUTLS_CIPHER_3DES_PGP_CFB = 201,
        GNUTLS_CIPHER_CAST5_PGP_CFB = 202,
        GNUTLS_CIPHER_BLOWFISH_PGP_CFB = 203,
        GNUTLS_CIPHER_SAFER_SK128_PGP_CFB = 204,
        GNUTLS_CIPHER_AES128_PGP_CFB = 205,
        GNUTLS_CIPHER_AES192_PGP_CFB = 206,
        GNUTLS_CIPHER_AES256_PGP_CFB = 207,
        GNUTLS_CIPHER_TWOFISH_PGP_CFB = 208
} gnutls_cipher_algorithm_t;

/** Whether `gnutls_bye` waits for the close_notify of the peer. */
typedef enum gnutls_close_request_t {
        GNUTLS_SHUT_RDWR = 0,
        GNUTLS_SHUT_WR = 1
} gnutls_close_request_t;

/** Compression: of records there is none but NULL; of certificates see RFC 8879. */
typedef enum gnutls_compression_method_t {
        GNUTLS_COMP_UNKNOWN = 0,
        GNUTLS_COMP_NULL = 1,
        GNUTLS_COMP_DEFLATE = 2,
        GNUTLS_COMP_ZLIB = 2,
        GNUTLS_COMP_BROTLI = 3,
        GNUTLS_COMP_ZSTD = 4
} gnutls_compression_method_t;

/** The kinds of credentials. */
typedef enum gnutls_credentials_type_t {
        GNUTLS_CRD_CERTIFICATE = 1,
        GNUTLS_CRD_ANON = 2,
        GNUTLS_CRD_SRP = 3,
        GNUTLS_CRD_PSK = 4,
        GNUTLS_CRD_IA = 5
} gnutls_credentials_type_t;

/** Whose certificate type is asked for. */
typedef enum gnutls_ctype_target_t {
        GNUTLS_CTYPE_CLIENT = 0,
        GNUTLS_CTYPE_SERVER = 1,
        GNUTLS_CTYPE_OURS = 2,
        GNUTLS_CTYPE_PEERS = 3
} gnutls_ctype_target_t;

/** The hash functions. A digest has the number of the HMAC with it in `gnutls_mac_algorithm_t`. */
typedef enum gnutls_digest_algorithm_t {
        GNUTLS_DIG_UNKNOWN = 0,
        GNUTLS_DIG_NULL = 1,
        GNUTLS_DIG_MD5 = 2,
        GNUTLS_DIG_SHA1 = 3,
        GNUTLS_DIG_RMD160 = 4,
        GNUTLS_DIG_MD2 = 5,
        GNUTLS_DIG_SHA256 = 6,
        GNUTLS_DIG_SHA384 = 7,
        GNUTLS_DIG_SHA512 = 8,
        GNUTLS_DIG_SHA224 = 9,
        GNUTLS_DIG_SHA3_224 = 10,
        GNUTLS_DIG_SHA3_256 = 11,
        GNUTLS_DIG_SHA3_384 = 12,
        GNUTLS_DIG_SHA3_512 = 13,
        GNUTLS_DIG_MD5_SHA1 = 14,
        GNUTLS_DIG_GOSTR_94 = 15,
        GNUTLS_DIG_STREEBOG_256 = 16,
        GNUTLS_DIG_STREEBOG_512 = 17,
        GNUTLS_DIG_SHAKE_128 = 209,
        GNUTLS_DIG_SHAKE_256 = 210
} gnutls_digest_algorithm_t;

/** The elliptic curves of keys. */
typedef enum gnutls_ecc_curve_t {
        GNUTLS_ECC_CURVE_INVALID = 0,
        GNUTLS_ECC_CURVE_SECP224R1 = 1,
        GNUTLS_ECC_CURVE_SECP256R1 = 2,
        GNUTLS_ECC_CURVE_SECP384R1 = 3,
        GNUTLS_ECC_CURVE_SECP521R1 = 4,
        GNUTLS_ECC_CURVE_SECP192R1 = 5,
        GNUTLS_ECC_CURVE_X25519 = 6,
        GNUTLS_ECC_CURVE_ED25519 = 7,
        GNUTLS_ECC_CURVE_GOST256CPA = 8,
        GNUTLS_ECC_CURVE_GOST256CPB = 9,
        GNUTLS_ECC_CURVE_GOST256CPC = 10,
        GNUTLS_ECC_CURVE_GOST256CPXA = 11,
        GNUTLS_ECC_CURVE_GOST256CPXB = 12,
        GNUTLS_ECC_CURVE_GOST512A = 13,
        GNUTLS_ECC_CURVE_GOST512B = 14,
        GNUTLS_ECC_CURVE_GOST512C = 15,
        GNUTLS_ECC_CURVE_GOST256A = 16,
        GNUTLS_ECC_CURVE_GOST256B = 17,
        GNUTLS_ECC_CURVE_GOST256C = 18,
        GNUTLS_ECC_CURVE_GOST256D = 19,
        GNUTLS_ECC_CURVE_X448 = 20,
        GNUTLS_ECC_CURVE_ED448 = 21,
        GNUTLS_ECC_CURVE_MAX = 21
} gnutls_ecc_curve_t;

/** In which messages an extension of the application may stand. They are combined by or. */
typedef enum gnutls_ext_flags_t {
        GNUTLS_EXT_FLAG_OVERRIDE_INTERNAL = 1,
        GNUTLS_EXT_FLAG_CLIENT_HELLO = 2,
        GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO = 4,
        GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO = 8,
        GNUTLS_EXT_FLAG_EE = 16,
        GNUTLS_EXT_FLAG_HRR = 32,
        GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST = 64,
        GNUTLS_EXT_FLAG_TLS = 128,
        GNUTLS_EXT_FLAG_DTLS = 256
} gnutls_ext_flags_t;

/** When an extension is read, in the order of the handshake. */
typedef enum gnutls_ext_parse_type_t {
        GNUTLS_EXT_ANY = 0,
        GNUTLS_EXT_APPLICATION = 1,
        GNUTLS_EXT_TLS = 2,
        GNUTLS_EXT_MANDATORY = 3,
        GNUTLS_EXT_NONE = 4,
        GNUTLS_EXT_VERSION_NEG = 5
} gnutls_ext_parse_type_t;

/** What a FIPS 140 context says of the operations that ran in it. */
typedef enum gnutls_fips140_operation_state_t {
        GNUTLS_FIPS140_OP_INITIAL = 0,
        GNUTLS_FIPS140_OP_APPROVED = 1,
        GNUTLS_FIPS140_OP_NOT_APPROVED = 2,
        GNUTLS_FIPS140_OP_ERROR = 3
} gnutls_fips140_operation_state_t;

/** The FIPS 140 modes. */
typedef enum gnutls_fips_mode_t {
        GNUTLS_FIPS140_DISABLED = 0,
        GNUTLS_FIPS140_STRICT = 1,
        GNUTLS_FIPS140_SELFTESTS = 2,
        GNUTLS_FIPS140_LAX = 3,
        GNUTLS_FIPS140_LOG = 4
} gnutls_fips_mode_t;

/** The parameter sets of GOST 28147 (RFC 4357, RFC 7836). */
typedef enum gnutls_gost_paramset_t {
        GNUTLS_GOST_PARAMSET_UNKNOWN = 0,
        GNUTLS_GOST_PARAMSET_TC26_Z = 1,
        GNUTLS_GOST_PARAMSET_CP_A = 2,
        GNUTLS_GOST_PARAMSET_CP_B = 3,
        GNUTLS_GOST_PARAMSET_CP_C = 4,
        GNUTLS_GOST_PARAMSET_CP_D = 5
} gnutls_gost_paramset_t;

/** The groups of key exchanges: curves, finite fields (RFC 7919) and hybrids with ML-KEM. */
typedef enum gnutls_group_t {
        GNUTLS_GROUP_INVALID = 0,
        GNUTLS_GROUP_SECP224R1 = 1,
        GNUTLS_GROUP_SECP256R1 = 2,
        GNUTLS_GROUP_SECP384R1 = 3,
        GNUTLS_GROUP_SECP521R1 = 4,
        GNUTLS_GROUP_SECP192R1 = 5,
        GNUTLS_GROUP_X25519 = 6,
        GNUTLS_GROUP_GC512A = 13,
        GNUTLS_GROUP_GC512B = 14,
        GNUTLS_GROUP_GC512C = 15,
        GNUTLS_GROUP_GC256A = 16,
        GNUTLS_GROUP_GC256B = 17,
        GNUTLS_GROUP_GC256C = 18,
        GNUTLS_GROUP_GC256D = 19,
        GNUTLS_GROUP_X448 = 20,
        GNUTLS_GROUP_FFDHE2048 = 256,
        GNUTLS_GROUP_FFDHE3072 = 257,
        GNUTLS_GROUP_FFDHE4096 = 258,
        GNUTLS_GROUP_FFDHE8192 = 259,
        GNUTLS_GROUP_FFDHE6144 = 260,
        GNUTLS_GROUP_MAX = 260,
        GNUTLS_GROUP_EXP_MIN = 512,
        GNUTLS_GROUP_EXP_X25519_KYBER768 = 512,
        GNUTLS_GROUP_EXP_SECP256R1_MLKEM768 = 513,
        GNUTLS_GROUP_EXP_X25519_MLKEM768 = 514,
        GNUTLS_GROUP_EXP_KYBER768 = 515,
        GNUTLS_GROUP_EXP_MLKEM768 = 516,
        GNUTLS_GROUP_EXP_MLKEM1024 = 517,
        GNUTLS_GROUP_EXP_MAX = 518,
        GNUTLS_GROUP_EXP_SECP384R1_MLKEM1024 = 518
} gnutls_group_t;

/** The types of handshake messages (RFC 8446 section 4), and some more that hooks are told of. */
typedef enum gnutls_handshake_description_t {
        GNUTLS_HANDSHAKE_HELLO_REQUEST = 0,
        GNUTLS_HANDSHAKE_CLIENT_HELLO = 1,
        GNUTLS_HANDSHAKE_SERVER_HELLO = 2,
        GNUTLS_HANDSHAKE_HELLO_VERIFY_REQUEST = 3,
        GNUTLS_HANDSHAKE_NEW_SESSION_TICKET = 4,
        GNUTLS_HANDSHAKE_END_OF_EARLY_DATA = 5,
        GNUTLS_HANDSHAKE_ENCRYPTED_EXTENSIONS = 8,
        GNUTLS_HANDSHAKE_CERTIFICATE_PKT = 11,
        GNUTLS_HANDSHAKE_SERVER_KEY_EXCHANGE = 12,
        GNUTLS_HANDSHAKE_CERTIFICATE_REQUEST = 13,
        GNUTLS_HANDSHAKE_SERVER_HELLO_DONE = 14,
        GNUTLS_HANDSHAKE_CERTIFICATE_VERIFY = 15,
        GNUTLS_HANDSHAKE_CLIENT_KEY_EXCHANGE = 16,
        GNUTLS_HANDSHAKE_FINISHED = 20,
        GNUTLS_HANDSHAKE_CERTIFICATE_STATUS = 22,
        GNUTLS_HANDSHAKE_SUPPLEMENTAL = 23,
        GNUTLS_HANDSHAKE_KEY_UPDATE = 24,
        GNUTLS_HANDSHAKE_COMPRESSED_CERTIFICATE_PKT = 25,
        GNUTLS_HANDSHAKE_CHANGE_CIPHER_SPEC = 254,
        GNUTLS_HANDSHAKE_CLIENT_HELLO_V2 = 1024,
        GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST = 1025
} gnutls_handshake_description_t;

/**
 * The flags of `gnutls_init`, combined by or: one of `GNUTLS_CLIENT` and `GNUTLS_SERVER` is among
 * them.
 */
typedef enum gnutls_init_flags_t {
        GNUTLS_SERVER = 1,
        GNUTLS_CLIENT = 2,
        GNUTLS_DATAGRAM = 4,
        GNUTLS_NONBLOCK = 8,
        GNUTLS_NO_DEFAULT_EXTENSIONS = 16,
        GNUTLS_NO_REPLAY_PROTECTION = 32,
        GNUTLS_NO_SIGNAL = 64,
        GNUTLS_ALLOW_ID_CHANGE = 128,
        GNUTLS_ENABLE_FALSE_START = 256,
        GNUTLS_FORCE_CLIENT_CERT = 512,
        GNUTLS_NO_TICKETS = 1024,
        GNUTLS_KEY_SHARE_TOP = 2048,
        GNUTLS_KEY_SHARE_TOP2 = 4096,
        GNUTLS_KEY_SHARE_TOP3 = 8192,
        GNUTLS_POST_HANDSHAKE_AUTH = 16384,
        GNUTLS_NO_AUTO_REKEY = 32768,
        GNUTLS_SAFE_PADDING_CHECK = 65536,
        GNUTLS_ENABLE_EARLY_START = 131072,
        GNUTLS_ENABLE_RAWPK = 262144,
        GNUTLS_AUTO_REAUTH = 524288,
        GNUTLS_ENABLE_EARLY_DATA = 1048576,
        GNUTLS_NO_AUTO_SEND_TICKET = 2097152,
        GNUTLS_NO_END_OF_EARLY_DATA = 4194304,
        GNUTLS_NO_TICKETS_TLS12 = 8388608,
        GNUTLS_NO_STATUS_REQUEST = 16777216
} gnutls_init_flags_t;

/**
 * The key exchanges, with the way the server is authenticated. In TLS 1.3 the name tells what was
 * done.
 */
typedef enum gnutls_kx_algorithm_t {
        GNUTLS_KX_UNKNOWN = 0,
        GNUTLS_KX_RSA = 1,
        GNUTLS_KX_DHE_DSS = 2,
        GNUTLS_KX_DHE_RSA = 3,
        GNUTLS_KX_ANON_DH = 4,
        GNUTLS_KX_SRP = 5,
        GNUTLS_KX_RSA_EXPORT = 6,
        GNUTLS_KX_SRP_RSA = 7,
        GNUTLS_KX_SRP_DSS = 8,
        GNUTLS_KX_PSK = 9,
        GNUTLS_KX_DHE_PSK = 10,
        GNUTLS_KX_ANON_ECDH = 11,
        GNUTLS_KX_ECDHE_RSA = 12,
        GNUTLS_KX_ECDHE_ECDSA = 13,
        GNUTLS_KX_ECDHE_PSK = 14,
        GNUTLS_KX_RSA_PSK = 15,
        GNUTLS_KX_VKO_GOST_12 = 16
} gnutls_kx_algorithm_t;

/** The MACs. `GNUTLS_MAC_AEAD` stands for a cipher that authenticates by itself. */
typedef enum gnutls_mac_algorithm_t {
        GNUTLS_MAC_UNKNOWN = 0,
        GNUTLS_MAC_NULL = 1,
        GNUTLS_MAC_MD5 = 2,
        GNUTLS_MAC_SHA1 = 3,
        GNUTLS_MAC_RMD160 = 4,
        GNUTLS_MAC_MD2 = 5,
        GNUTLS_MAC_SHA256 = 6,
        GNUTLS_MAC_SHA384 = 7,
        GNUTLS_MAC_SHA512 = 8,
        GNUTLS_MAC_SHA224 = 9,
        GNUTLS_MAC_SHA3_224 = 10,
        GNUTLS_MAC_SHA3_256 = 11,
        GNUTLS_MAC_SHA3_384 = 12,
        GNUTLS_MAC_SHA3_512 = 13,
        GNUTLS_MAC_MD5_SHA1 = 14,
        GNUTLS_MAC_GOSTR_94 = 15,
        GNUTLS_MAC_STREEBOG_256 = 16,
        GNUTLS_MAC_STREEBOG_512 = 17,
        GNUTLS_MAC_AEAD = 200,
        GNUTLS_MAC_UMAC_96 = 201,
        GNUTLS_MAC_UMAC_128 = 202,
        GNUTLS_MAC_AES_CMAC_128 = 203,
        GNUTLS_MAC_AES_CMAC_256 = 204,
        GNUTLS_MAC_AES_GMAC_128 = 205,
        GNUTLS_MAC_AES_GMAC_192 = 206,
        GNUTLS_MAC_AES_GMAC_256 = 207,
        GNUTLS_MAC_GOST28147_TC26Z_IMIT = 208,
        GNUTLS_MAC_SHAKE_128 = 209,
        GNUTLS_MAC_SHAKE_256 = 210,
        GNUTLS_MAC_MAGMA_OMAC = 211,
        GNUTLS_MAC_KUZNYECHIK_OMAC = 212,
        GNUTLS_MAC_PBMAC1 = 213
} gnutls_mac_algorithm_t;

/** Kept for old applications: OpenPGP is not supported. */
typedef enum gnutls_openpgp_crt_status_t {
        GNUTLS_OPENPGP_CERT = 0,
        GNUTLS_OPENPGP_CERT_FINGERPRINT = 1
} gnutls_openpgp_crt_status_t;

/** The kinds of parameters that a `gnutls_params_function` is asked for. */
typedef enum gnutls_params_type_t {
        GNUTLS_PARAMS_RSA_EXPORT = 1,
        GNUTLS_PARAMS_DH = 2,
        GNUTLS_PARAMS_ECDH = 3
} gnutls_params_type_t;

/** What a PIN callback is told about the PIN. They are combined by or. */
typedef enum gnutls_pin_flag_t {
        GNUTLS_PIN_USER = 1,
        GNUTLS_PIN_SO = 2,
        GNUTLS_PIN_FINAL_TRY = 4,
        GNUTLS_PIN_COUNT_LOW = 8,
        GNUTLS_PIN_CONTEXT_SPECIFIC = 16,
        GNUTLS_PIN_WRONG = 32
} gnutls_pin_flag_t;

/** The algorithms of public keys. */
typedef enum gnutls_pk_algorithm_t {
        GNUTLS_PK_UNKNOWN = 0,
        GNUTLS_PK_RSA = 1,
        GNUTLS_PK_DSA = 2,
        GNUTLS_PK_DH = 3,
        GNUTLS_PK_ECDSA = 4,
        GNUTLS_PK_ECDH_X25519 = 5,
        GNUTLS_PK_RSA_PSS = 6,
        GNUTLS_PK_EDDSA_ED25519 = 7,
        GNUTLS_PK_GOST_01 = 8,
        GNUTLS_PK_GOST_12_256 = 9,
        GNUTLS_PK_GOST_12_512 = 10,
        GNUTLS_PK_ECDH_X448 = 11,
        GNUTLS_PK_EDDSA_ED448 = 12,
        GNUTLS_PK_RSA_OAEP = 13,
        GNUTLS_PK_MLKEM768 = 14,
        GNUTLS_PK_MLDSA44 = 15,
        GNUTLS_PK_MLDSA65 = 16,
        GNUTLS_PK_MLDSA87 = 17,
        GNUTLS_PK_MAX = 18,
        GNUTLS_PK_MLKEM1024 = 18,
        GNUTLS_PK_EXP_KYBER768 = 256,
        GNUTLS_PK_EXP_MAX = 256
} gnutls_pk_algorithm_t;

/** The flags of the functions that protect a PKCS #12 file by a MAC. */
typedef enum gnutls_pkcs12_flags_t {
        GNUTLS_PKCS12_USE_PBMAC1 = 1
} gnutls_pkcs12_flags_t;

/** Where a private key is: in memory, on a token, or behind functions of the application. */
typedef enum gnutls_privkey_type_t {
        GNUTLS_PRIVKEY_X509 = 0,
        GNUTLS_PRIVKEY_OPENPGP = 1,
        GNUTLS_PRIVKEY_PKCS11 = 2,
        GNUTLS_PRIVKEY_EXT = 3
} gnutls_privkey_type_t;

/** The versions of TLS and DTLS. */
typedef enum gnutls_protocol_t {
        GNUTLS_SSL3 = 1,
        GNUTLS_TLS1 = 2,
        GNUTLS_TLS1_0 = 2,
        GNUTLS_TLS1_1 = 3,
        GNUTLS_TLS1_2 = 4,
        GNUTLS_TLS1_3 = 5,
        GNUTLS_TLS_VERSION_MAX = 5,
        GNUTLS_DTLS0_9 = 200,
        GNUTLS_DTLS_VERSION_MIN = 200,
        GNUTLS_DTLS1_0 = 201,
        GNUTLS_DTLS1_2 = 202,
        GNUTLS_DTLS_VERSION_MAX = 202,
        GNUTLS_DTLS1_3 = 203,
        GNUTLS_VERSION_UNKNOWN = 255
} gnutls_protocol_t;

/** What a pre-shared key is written in, and where it comes from. */
typedef enum gnutls_psk_key_flags {
        GNUTLS_PSK_KEY_RAW = 0,
        GNUTLS_PSK_KEY_HEX = 1,
        GNUTLS_PSK_KEY_EXT = 2
} gnutls_psk_key_flags;

/** The styles of `gnutls_random_art`. */
typedef enum gnutls_random_art_t {
        GNUTLS_RANDOM_ART_OPENSSH = 1
} gnutls_random_art_t;

/** The levels of protection of TLS 1.3, each with keys of its own (RFC 9001 section 4). */
typedef enum gnutls_record_encryption_level_t {
        GNUTLS_ENCRYPTION_LEVEL_INITIAL = 0,
        GNUTLS_ENCRYPTION_LEVEL_EARLY = 1,
        GNUTLS_ENCRYPTION_LEVEL_HANDSHAKE = 2,
        GNUTLS_ENCRYPTION_LEVEL_APPLICATION = 3
} gnutls_record_encryption_level_t;

/** Levels of security, from which sizes of keys follow. */
typedef enum gnutls_sec_param_t {
        GNUTLS_SEC_PARAM_UNKNOWN = 0,
        GNUTLS_SEC_PARAM_INSECURE = 5,
        GNUTLS_SEC_PARAM_EXPORT = 10,
        GNUTLS_SEC_PARAM_VERY_WEAK = 15,
        GNUTLS_SEC_PARAM_WEAK = 20,
        GNUTLS_SEC_PARAM_LOW = 25,
        GNUTLS_SEC_PARAM_LEGACY = 30,
        GNUTLS_SEC_PARAM_MEDIUM = 35,
        GNUTLS_SEC_PARAM_HIGH = 40,
        GNUTLS_SEC_PARAM_ULTRA = 45,
        GNUTLS_SEC_PARAM_FUTURE = 50,
        GNUTLS_SEC_PARAM_MAX = 50
} gnutls_sec_param_t;

/** The kinds of names in the extension server_name (RFC 6066 section 3). */
typedef enum gnutls_server_name_type_t {
        GNUTLS_NAME_DNS = 1
} gnutls_server_name_type_t;

/** What was negotiated, as `gnutls_session_get_flags` returns it. They are combined by or. */
typedef enum gnutls_session_flags_t {
        GNUTLS_SFLAGS_SAFE_RENEGOTIATION = 1,
        GNUTLS_SFLAGS_EXT_MASTER_SECRET = 2,
        GNUTLS_SFLAGS_ETM = 4,
        GNUTLS_SFLAGS_HB_LOCAL_SEND = 8,
        GNUTLS_SFLAGS_HB_PEER_SEND = 16,
        GNUTLS_SFLAGS_FALSE_START = 32,
        GNUTLS_SFLAGS_RFC7919 = 64,
        GNUTLS_SFLAGS_SESSION_TICKET = 128,
        GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH = 256,
        GNUTLS_SFLAGS_EARLY_START = 512,
        GNUTLS_SFLAGS_EARLY_DATA = 1024,
        GNUTLS_SFLAGS_CLI_REQUESTED_OCSP = 2048,
        GNUTLS_SFLAGS_SERV_REQUESTED_OCSP = 4096
} gnutls_session_flags_t;

/** Signature algorithms: a kind of key with a hash, and in TLS 1.3 with a curve. */
typedef enum gnutls_sign_algorithm_t {
        GNUTLS_SIGN_UNKNOWN = 0,
        GNUTLS_SIGN_RSA_SHA = 1,
        GNUTLS_SIGN_RSA_SHA1 = 1,
        GNUTLS_SIGN_DSA_SHA = 2,
        GNUTLS_SIGN_DSA_SHA1 = 2,
        GNUTLS_SIGN_RSA_MD5 = 3,
        GNUTLS_SIGN_RSA_MD2 = 4,
        GNUTLS_SIGN_RSA_RMD160 = 5,
        GNUTLS_SIGN_RSA_SHA256 = 6,
        GNUTLS_SIGN_RSA_SHA384 = 7,
        GNUTLS_SIGN_RSA_SHA512 = 8,
        GNUTLS_SIGN_RSA_SHA224 = 9,
        GNUTLS_SIGN_DSA_SHA224 = 10,
        GNUTLS_SIGN_DSA_SHA256 = 11,
        GNUTLS_SIGN_ECDSA_SHA1 = 12,
        GNUTLS_SIGN_ECDSA_SHA224 = 13,
        GNUTLS_SIGN_ECDSA_SHA256 = 14,
        GNUTLS_SIGN_ECDSA_SHA384 = 15,
        GNUTLS_SIGN_ECDSA_SHA512 = 16,
        GNUTLS_SIGN_DSA_SHA384 = 17,
        GNUTLS_SIGN_DSA_SHA512 = 18,
        GNUTLS_SIGN_ECDSA_SHA3_224 = 20,
        GNUTLS_SIGN_ECDSA_SHA3_256 = 21,
        GNUTLS_SIGN_ECDSA_SHA3_384 = 22,
        GNUTLS_SIGN_ECDSA_SHA3_512 = 23,
        GNUTLS_SIGN_DSA_SHA3_224 = 24,
        GNUTLS_SIGN_DSA_SHA3_256 = 25,
        GNUTLS_SIGN_DSA_SHA3_384 = 26,
        GNUTLS_SIGN_DSA_SHA3_512 = 27,
        GNUTLS_SIGN_RSA_SHA3_224 = 28,
        GNUTLS_SIGN_RSA_SHA3_256 = 29,
        GNUTLS_SIGN_RSA_SHA3_384 = 30,
        GNUTLS_SIGN_RSA_SHA3_512 = 31,
        GNUTLS_SIGN_RSA_PSS_SHA256 = 32,
        GNUTLS_SIGN_RSA_PSS_SHA384 = 33,
        GNUTLS_SIGN_RSA_PSS_SHA512 = 34,
        GNUTLS_SIGN_EDDSA_ED25519 = 35,
        GNUTLS_SIGN_RSA_RAW = 36,
        GNUTLS_SIGN_ECDSA_SECP256R1_SHA256 = 37,
        GNUTLS_SIGN_ECDSA_SECP384R1_SHA384 = 38,
        GNUTLS_SIGN_ECDSA_SECP521R1_SHA512 = 39,
        GNUTLS_SIGN_RSA_PSS_RSAE_SHA256 = 40,
        GNUTLS_SIGN_RSA_PSS_RSAE_SHA384 = 41,
        GNUTLS_SIGN_RSA_PSS_RSAE_SHA512 = 42,
        GNUTLS_SIGN_GOST_94 = 43,
        GNUTLS_SIGN_GOST_256 = 44,
        GNUTLS_SIGN_GOST_512 = 45,
        GNUTLS_SIGN_EDDSA_ED448 = 46,
        GNUTLS_SIGN_MLDSA44 = 47,
        GNUTLS_SIGN_MLDSA65 = 48,
        GNUTLS_SIGN_MAX = 49,
        GNUTLS_SIGN_MLDSA87 = 49
} gnutls_sign_algorithm_t;

/** The protection profiles of SRTP (RFC 5764, RFC 7714). */
typedef enum gnutls_srtp_profile_t {
        GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80 = 1,
        GNUTLS_SRTP_AES128_CM_HMAC_SHA1_32 = 2,
        GNUTLS_SRTP_NULL_HMAC_SHA1_80 = 5,
        GNUTLS_SRTP_NULL_HMAC_SHA1_32 = 6,
        GNUTLS_SRTP_AEAD_AES_128_GCM = 7,
        GNUTLS_SRTP_AEAD_AES_256_GCM = 8
} gnutls_srtp_profile_t;

/** The formats of supplemental data (RFC 4680). */
typedef enum gnutls_supplemental_data_format_type_t {
        GNUTLS_SUPPLEMENTAL_UNKNOWN = 0
} gnutls_supplemental_data_format_type_t;

/** The kinds of data that a peer is verified against (`gnutls_typed_vdata_st`). */
typedef enum gnutls_vdata_types_t {
        GNUTLS_DT_UNKNOWN = 0,
        GNUTLS_DT_DNS_HOSTNAME = 1,
        GNUTLS_DT_KEY_PURPOSE_OID = 2,
        GNUTLS_DT_RFC822NAME = 3,
        GNUTLS_DT_IP_ADDRESS = 4
} gnutls_vdata_types_t;

/** The two encodings of certificates, keys and other X.509 structures: binary, or text in base64. */
typedef enum gnutls_x509_crt_fmt_t {
        GNUTLS_X509_FMT_DER = 0,
        GNUTLS_X509_FMT_PEM = 1
} gnutls_x509_crt_fmt_t;

/** The kinds of general names (RFC 5280 section 4.2.1.6). From 1000 on they are kinds of otherName. */
typedef enum gnutls_x509_subject_alt_name_t {
        GNUTLS_SAN_DNSNAME = 1,
        GNUTLS_SAN_RFC822NAME = 2,
        GNUTLS_SAN_URI = 3,
        GNUTLS_SAN_IPADDRESS = 4,
        GNUTLS_SAN_OTHERNAME = 5,
        GNUTLS_SAN_DN = 6,
        GNUTLS_SAN_MAX = 7,
        GNUTLS_SAN_REGISTERED_ID = 7,
        GNUTLS_SAN_OTHERNAME_XMPP = 1000,
        GNUTLS_SAN_OTHERNAME_KRB5PRINCIPAL = 1001,
        GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL = 1002,
        GNUTLS_SAN_OTHERNAME_SRV = 1003
} gnutls_x509_subject_alt_name_t;

typedef struct gnutls_anon_client_credentials_st gnutls_anon_client_credentials_st;

typedef struct gnutls_anon_server_credentials_st gnutls_anon_server_credentials_st;

typedef struct gnutls_anti_replay_st gnutls_anti_replay_st;

typedef struct gnutls_buffer_st gnutls_buffer_st;

typedef struct gnutls_certificate_credentials_st gnutls_certificate_credentials_st;

typedef struct gnutls_dh_params_int gnutls_dh_params_int;

typedef struct gnutls_fips140_context_st gnutls_fips140_context_st;

typedef struct gnutls_openpgp_crt_int gnutls_openpgp_crt_int;

typedef struct gnutls_openpgp_keyring_int gnutls_openpgp_keyring_int;

typedef struct gnutls_openpgp_privkey_int gnutls_openpgp_privkey_int;

typedef struct gnutls_pkcs11_privkey_st gnutls_pkcs11_privkey_st;

typedef struct gnutls_priority_st gnutls_priority_st;

typedef struct gnutls_privkey_st gnutls_privkey_st;

typedef struct gnutls_psk_client_credentials_st gnutls_psk_client_credentials_st;

typedef struct gnutls_psk_server_credentials_st gnutls_psk_server_credentials_st;

typedef struct gnutls_pubkey_st gnutls_pubkey_st;

typedef struct gnutls_session_int gnutls_session_int;

typedef struct gnutls_srp_client_credentials_st gnutls_srp_client_credentials_st;

typedef struct gnutls_srp_server_credentials_st gnutls_srp_server_credentials_st;

typedef struct gnutls_tdb_int gnutls_tdb_int;

typedef struct gnutls_x509_crl_int gnutls_x509_crl_int;

typedef struct gnutls_x509_crq_int gnutls_x509_crq_int;

typedef struct gnutls_x509_crt_int gnutls_x509_crt_int;

typedef struct gnutls_x509_privkey_int gnutls_x509_privkey_int;

typedef struct mbuffer_st mbuffer_st;

typedef struct gnutls_session_int *gnutls_session_t;

/**
 * Called with each alert that the library would send when the application carries the records itself
 * (QUIC): the session, the level of protection, the level and the description of the alert. A negative
 * code fails the handshake.
 */
typedef int (*gnutls_alert_read_func)(gnutls_session_t,
                                      enum gnutls_record_encryption_level_t,
                                      enum gnutls_alert_level_t,
                                      enum gnutls_alert_description_t);

typedef struct gnutls_certificate_credentials_st *gnutls_certificate_credentials_t;

typedef gnutls_certificate_credentials_t gnutls_certificate_client_credentials;

typedef gnutls_certificate_credentials_t gnutls_certificate_server_credentials;

typedef struct gnutls_datum_t {
        unsigned char *data;
        unsigned int size;
} gnutls_datum_t;

/**
 * Returns the stored session of a key, in memory of `gnutls_malloc`, or one without data: pointer of
 * the application, key.
 */
typedef struct gnutls_datum_t (*gnutls_db_retr_func)(void*, struct gnutls_datum_t);

/**
 * Keeps a value that was not seen yet: pointer of the application, time at which it may be forgotten,
 * key, value. Returns 0, or `GNUTLS_E_DB_ENTRY_EXISTS` if the key is there.
 */
typedef int (*gnutls_db_add_func)(void*, time_t, const struct gnutls_datum_t*, const struct gnutls_datum_t*);

/**
 * Removes the stored session of a key: pointer of the application, key. Returns 0 or a negative error
 * code.
 */
typedef int (*gnutls_db_remove_func)(void*, struct gnutls_datum_t);

/** Stores a session: pointer of the application, key, data. Returns 0 or a negative error code. */
typedef int (*gnutls_db_store_func)(void*, struct gnutls_datum_t, struct gnutls_datum_t);

typedef void *gnutls_transport_ptr_t;

/** Returns the `errno` of the last push or pull on a transport. */
typedef int (*gnutls_errno_func)(gnutls_transport_ptr_t);

typedef void *gnutls_ext_priv_data_t;

typedef struct gnutls_buffer_st *gnutls_buffer_t;

/** Writes the data of an extension for a stored session. Returns 0 or a negative error code. */
typedef int (*gnutls_ext_pack_func)(gnutls_ext_priv_data_t, gnutls_buffer_t);

/**
 * Called with each extension of a message: pointer of the application, type, data, its length. A
 * negative code ends the walk.
 */
typedef int (*gnutls_ext_raw_process_func)(void*, unsigned int, const unsigned char*, unsigned int);

/**
 * Reads an extension that the peer sent: session, data, its length. A negative code fails the
 * handshake.
 */
typedef int (*gnutls_ext_recv_func)(gnutls_session_t, const unsigned char*, size_t);

/**
 * Appends the extension that is sent to a buffer. Nothing is sent if nothing was appended, but for
 * `GNUTLS_E_INT_RET_0`, which sends an empty one. Another negative code fails the handshake.
 */
typedef int (*gnutls_ext_send_func)(gnutls_session_t, gnutls_buffer_t);

/** Reads the data of an extension from a stored session. Returns 0 or a negative error code. */
typedef int (*gnutls_ext_unpack_func)(gnutls_buffer_t, gnutls_ext_priv_data_t*);

/**
 * Called at a handshake message: session, type, `GNUTLS_HOOK_POST` or `GNUTLS_HOOK_PRE`, 1 if it came
 * from the peer, the message. A negative code interrupts the handshake.
 */
typedef int (*gnutls_handshake_hook_func)(gnutls_session_t,
                                          unsigned int,
                                          unsigned int,
                                          unsigned int,
                                          const struct gnutls_datum_t*);

/**
 * Called with what the library would send when the application carries the records itself (QUIC):
 * session, level of protection, type of the message, data, its length. A negative code fails the
 * handshake.
 */
typedef int (*gnutls_handshake_read_func)(gnutls_session_t,
                                          enum gnutls_record_encryption_level_t,
                                          enum gnutls_handshake_description_t,
                                          const void*,
                                          size_t);

/**
 * Called when the secrets of a level of protection are there (QUIC): session, level, secret to read,
 * secret to write, their length. One that is not there yet is NULL. A negative code fails the
 * handshake.
 */
typedef int (*gnutls_handshake_secret_func)(gnutls_session_t,
                                            enum gnutls_record_encryption_level_t,
                                            const void*,
                                            const void*,
                                            size_t);

/** Called at the ClientHello, before the server chooses. A negative code interrupts the handshake. */
typedef int (*gnutls_handshake_simple_hook_func)(gnutls_session_t);

/** Kept for old applications: whether memory is secure. */
typedef int (*gnutls_is_secure_function)(const void*);

/**
 * Called with each secret of a session: session, label (as in key log files), secret. Returns 0 or a
 * negative error code.
 */
typedef int (*gnutls_keylog_func)(gnutls_session_t, const char*, const struct gnutls_datum_t*);

/**
 * Asks for a PIN: pointer of the application, number of the attempt, URL of the token, its label,
 * flags (`gnutls_pin_flag_t`), buffer for the PIN, its capacity. Returns 0 or a negative error code.
 */
typedef int (*gnutls_pin_callback_t)(void*, int, const char*, const char*, unsigned int, char*, size_t);

/**
 * Waits for data on a transport, for so many milliseconds or `GNUTLS_INDEFINITE_TIMEOUT`. Returns a
 * positive number if there is some, 0 if the time is over, -1 with `errno` set for an error.
 */
typedef int (*gnutls_pull_timeout_func)(gnutls_transport_ptr_t, unsigned int);

/**
 * Gives the OCSP response of a server: session, pointer of the application, response (in memory of
 * `gnutls_malloc`). Returns 0, or `GNUTLS_E_NO_CERTIFICATE_STATUS` to send none.
 */
typedef int (*gnutls_status_request_ocsp_func)(gnutls_session_t, void*, struct gnutls_datum_t*);

/**
 * Reads supplemental data that the peer sent: session, data, its length. A negative code fails the
 * handshake.
 */
typedef int (*gnutls_supp_recv_func)(gnutls_session_t, const unsigned char*, size_t);

/** Appends supplemental data to a buffer. Returns 0 or a negative error code. */
typedef int (*gnutls_supp_send_func)(gnutls_session_t, gnutls_buffer_t);

/**
 * Stores the hash of a key that a host is expected to show: database, host, service, expiration, hash
 * algorithm, hash. Returns 0 or a negative error code.
 */
typedef int (*gnutls_tdb_store_commitment_func)(const char*,
                                                const char*,
                                                const char*,
                                                time_t,
                                                enum gnutls_digest_algorithm_t,
                                                const struct gnutls_datum_t*);

/**
 * Stores the key of a host: database, host, service, expiration, key. Returns 0 or a negative error
 * code.
 */
typedef int (*gnutls_tdb_store_func)(const char*,
                                     const char*,
                                     const char*,
                                     time_t,
                                     const struct gnutls_datum_t*);

/**
 * Looks the key of a host up: database, host, service, key. Returns 0 if it is the stored one, else a
 * negative error code.
 */
typedef int (*gnutls_tdb_verify_func)(const char*, const char*, const char*, const struct gnutls_datum_t*);

/**
 * Receives from a transport as `recv` does: pointer of the transport, buffer, its capacity. Returns
 * how much came, 0 at the end, -1 with `errno` set for an error.
 */
typedef ssize_t (*gnutls_pull_func)(gnutls_transport_ptr_t, void*, size_t);

/**
 * Sends to a transport as `send` does: pointer of the transport, data, its length. Returns how much
 * was sent, or -1 with `errno` set.
 */
typedef ssize_t (*gnutls_push_func)(gnutls_transport_ptr_t, const void*, size_t);

/**
 * Sends to a transport as `writev` does: pointer of the transport, pieces, their number. Returns how
 * much was sent, or -1 with `errno` set.
 */
typedef ssize_t (*gnutls_vec_push_func)(gnutls_transport_ptr_t, const giovec_t*, int);

typedef struct gnutls_anon_client_credentials_st *gnutls_anon_client_credentials_t;

typedef struct gnutls_anon_server_credentials_st *gnutls_anon_server_credentials_t;

typedef struct gnutls_anti_replay_st *gnutls_anti_replay_t;

typedef struct gnutls_dh_params_int *gnutls_dh_params_t;

typedef struct gnutls_fips140_context_st *gnutls_fips140_context_t;

typedef struct gnutls_openpgp_crt_int *gnutls_openpgp_crt_t;

typedef struct gnutls_openpgp_keyring_int *gnutls_openpgp_keyring_t;

typedef struct gnutls_openpgp_privkey_int *gnutls_openpgp_privkey_t;

typedef struct gnutls_pkcs11_privkey_st *gnutls_pkcs11_privkey_t;

typedef struct gnutls_priority_st *gnutls_priority_t;

typedef struct gnutls_privkey_st *gnutls_privkey_t;

typedef struct gnutls_psk_client_credentials_st *gnutls_psk_client_credentials_t;

typedef struct gnutls_psk_server_credentials_st *gnutls_psk_server_credentials_t;

typedef struct gnutls_pubkey_st *gnutls_pubkey_t;

typedef struct gnutls_srp_client_credentials_st *gnutls_srp_client_credentials_t;

typedef struct gnutls_srp_server_credentials_st *gnutls_srp_server_credentials_t;

typedef struct gnutls_tdb_int *gnutls_tdb_t;

typedef struct gnutls_x509_crl_int *gnutls_x509_crl_t;

typedef struct gnutls_x509_crq_int *gnutls_x509_crq_t;

typedef struct gnutls_x509_crt_int *gnutls_x509_crt_t;

typedef struct gnutls_x509_privkey_int *gnutls_rsa_params_t;

typedef struct gnutls_x509_privkey_int *gnutls_x509_privkey_t;

typedef struct mbuffer_st *gnutls_packet_t;

/** Kept for old applications: makes a mutex. */
typedef int (*mutex_init_func)(void**);

/** Kept for old applications: locks a mutex. */
typedef int (*mutex_lock_func)(void**);

/** Kept for old applications: unlocks a mutex. */
typedef int (*mutex_unlock_func)(void**);

/** Kept for old applications: frees a mutex. */
typedef int (*mutex_deinit_func)(void**);

/** Returns the time as `time` does. */
typedef time_t (*gnutls_time_func)(time_t*);

/** Called with a message that concerns security; the session is NULL if there is none. */
typedef void (*gnutls_audit_log_func)(gnutls_session_t, const char*);

/** Frees the data of an extension. */
typedef void (*gnutls_ext_deinit_data_func)(gnutls_ext_priv_data_t);

/** Frees memory as `free` does. */
typedef void (*gnutls_free_function)(void*);

/** Called with each line of the log: its level, the text. */
typedef void (*gnutls_log_func)(int, const char*);

/** Allocates as `malloc` does. */
typedef void *(*gnutls_alloc_function)(size_t);

/** Allocates zeroed memory as `calloc` does. */
typedef void *(*gnutls_calloc_function)(size_t, size_t);

/** Changes the size of memory as `realloc` does. */
typedef void *(*gnutls_realloc_function)(void*, size_t);

typedef struct gnutls_library_config_st {
        const char *name;
        const char *value;
} gnutls_library_config_st;

typedef struct gnutls_ocsp_data_st {
        unsigned int version;
        struct gnutls_datum_t response;
        time_t exptime;
        unsigned char padding[32];
} gnutls_ocsp_data_st;


typedef struct gnutls_params_st {
        enum gnutls_params_type_t type;
        union params {
        gnutls_dh_params_t dh;
        gnutls_rsa_params_t rsa_export;
} params;
        int deinit;
} gnutls_params_st;



typedef struct gnutls_retr2_st {
        enum gnutls_certificate_type_t cert_type;
        enum gnutls_privkey_type_t key_type;
        union {
        gnutls_x509_crt_t *x509;
        gnutls_openpgp_crt_t pgp;
} cert;
        unsigned int ncerts;
        union {
        gnutls_x509_privkey_t x509;
        gnutls_openpgp_privkey_t pgp;
        gnutls_pkcs11_privkey_t pkcs11;
} key;
        unsigned int deinit_all;
} gnutls_retr2_st;

typedef struct gnutls_typed_vdata_st {
        enum gnutls_vdata_types_t type;
        unsigned char *data;
        unsigned int size;
} gnutls_typed_vdata_st;

typedef struct gnutls_range_st {
        size_t low;
        size_t high;
} gnutls_range_st;

typedef unsigned int gnutls_connection_end_t;

/* Enumerators that are macros too, for #ifdef and #if. */
#define GNUTLS_ALLOW_ID_CHANGE 128
#define GNUTLS_CLIENT 2
#define GNUTLS_DATAGRAM 4
#define GNUTLS_ENABLE_FALSE_START 256
#define GNUTLS_FORCE_CLIENT_CERT 512
#define GNUTLS_NONBLOCK 8
#define GNUTLS_NO_DEFAULT_EXTENSIONS 16
#define GNUTLS_NO_REPLAY_PROTECTION 32
#define GNUTLS_NO_SIGNAL 64
#define GNUTLS_NO_TICKETS 1024
#define GNUTLS_SERVER 1

/* Other names of enumerators. */
#define GNUTLS_ALPN_MAND GNUTLS_ALPN_MANDATORY
#define GNUTLS_CIPHER_ARCFOUR GNUTLS_CIPHER_ARCFOUR_128
#define GNUTLS_CIPHER_RIJNDAEL_128_CBC GNUTLS_CIPHER_AES_128_CBC
#define GNUTLS_CIPHER_RIJNDAEL_256_CBC GNUTLS_CIPHER_AES_256_CBC
#define GNUTLS_CIPHER_RIJNDAEL_CBC GNUTLS_CIPHER_AES_128_CBC
#define GNUTLS_CRT_RAW GNUTLS_CRT_RAWPK
#define GNUTLS_DIG_SHA GNUTLS_DIG_SHA1
#define GNUTLS_MAC_SHA GNUTLS_MAC_SHA1
#define GNUTLS_PKCS11_PIN_CONTEXT_SPECIFIC GNUTLS_PIN_CONTEXT_SPECIFIC
#define GNUTLS_PKCS11_PIN_COUNT_LOW GNUTLS_PIN_COUNT_LOW
#define GNUTLS_PKCS11_PIN_FINAL_TRY GNUTLS_PIN_FINAL_TRY
#define GNUTLS_PKCS11_PIN_SO GNUTLS_PIN_SO
#define GNUTLS_PKCS11_PIN_USER GNUTLS_PIN_USER
#define GNUTLS_PKCS11_PIN_WRONG GNUTLS_PIN_WRONG
#define GNUTLS_PK_EC GNUTLS_PK_ECDSA
#define GNUTLS_PK_ECC GNUTLS_PK_ECDSA
#define GNUTLS_PK_ECDHX GNUTLS_PK_ECDH_X25519
#define GNUTLS_SEC_PARAM_NORMAL GNUTLS_SEC_PARAM_MEDIUM

/* Attributes, where the compiler knows them. */
#ifdef __GNUC__
#define __GNUTLS_CONST__ __attribute__((const))
#define __GNUTLS_PURE__ __attribute__((pure))
#define _GNUTLS_GCC_ATTR_DEPRECATED __attribute__((__deprecated__))
#else
#define _GNUTLS_GCC_ATTR_DEPRECATED
#define __GNUTLS_CONST__
#define __GNUTLS_PURE__
#endif

/* Macros with arguments, and names that stand for others. */
#define GNUTLS_BITS_ARE_CURVE(bits) (((unsigned int)(bits)) & 0x80000000)
#define GNUTLS_BITS_TO_CURVE(bits) (((unsigned int)(bits)) & 0x7FFFFFFF)
#define GNUTLS_CURVE_TO_BITS(curve) (unsigned int)(((unsigned int)1 << 31) | ((unsigned int)(curve)))
#define GNUTLS_FIPS140_SET_LAX_MODE() do { if (gnutls_fips140_mode_enabled()) gnutls_fips140_set_mode( GNUTLS_FIPS140_LAX, GNUTLS_FIPS140_SET_MODE_THREAD); } while (0)
#define GNUTLS_FIPS140_SET_STRICT_MODE() do { if (gnutls_fips140_mode_enabled()) gnutls_fips140_set_mode( GNUTLS_FIPS140_STRICT, GNUTLS_FIPS140_SET_MODE_THREAD); } while (0)
#define GNUTLS_SKIP_GLOBAL_INIT int _gnutls_global_init_skip(void); int _gnutls_global_init_skip(void) { return 1; }
#define _gnutls_deinit(x) gnutls_deinit(x)
#define gnutls_check_version_numeric(a,b,c) ((GNUTLS_VERSION_MAJOR >= (a)) && ((GNUTLS_VERSION_NUMBER >= (((a) << 16) + ((b) << 8) + (c))) || gnutls_check_version(#a "." #b "." #c)))
#define gnutls_cred_set gnutls_credentials_set
#define gnutls_handshake_post_client_hello_func gnutls_handshake_simple_hook_func
#define gnutls_pem_base64_decode_alloc gnutls_pem_base64_decode2
#define gnutls_pem_base64_encode_alloc gnutls_pem_base64_encode2
#define gnutls_read gnutls_record_recv
#define gnutls_record_set_max_empty_records(session,x)
#define gnutls_sign_algorithm_get_name gnutls_sign_get_name
#define gnutls_srp_base64_decode_alloc gnutls_srp_base64_decode2
#define gnutls_srp_base64_encode_alloc gnutls_srp_base64_encode2
#define gnutls_transport_set_int(s,i) gnutls_transport_set_int2(s, i, i)
#define gnutls_write gnutls_record_send

/* Types of functions, not of pointers to them. */
/**
 * Chooses the certificate that is shown: session, names of acceptable authorities and their number,
 * kinds of acceptable keys and their number; out: chain and key. Returns 0, with no certificates for
 * none, or a negative code.
 */
typedef int gnutls_certificate_retrieve_function(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int, gnutls_retr2_st *);
/** Decides about the peer's certificate when it has come. Returns 0 to go on, or a negative error code. */
typedef int gnutls_certificate_verify_function(gnutls_session_t);
/**
 * Gives parameters when they are needed: session, kind, out: parameters. Returns 0 or a negative error
 * code.
 */
typedef int gnutls_params_function(gnutls_session_t, gnutls_params_type_t, gnutls_params_st *);
/**
 * Gives a client's name and key: session; out: name, key, both in memory of `gnutls_malloc`. Returns 0
 * or a negative error code.
 */
typedef int gnutls_psk_client_credentials_function(gnutls_session_t, char **, gnutls_datum_t *);
/**
 * Gives a client's name, which may hold any bytes, and its key: session; out: name, key, both in
 * memory of `gnutls_malloc`. Returns 0 or a negative error code.
 */
typedef int gnutls_psk_client_credentials_function2(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *);
/**
 * Gives the key of a client's name: session, name; out: key in memory of `gnutls_malloc`. Returns 0,
 * or a negative code if the name is unknown.
 */
typedef int gnutls_psk_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *);
/**
 * Gives the key of a client's name, which may hold any bytes: session, name; out: key in memory of
 * `gnutls_malloc`. Returns 0, or a negative code if the name is unknown.
 */
typedef int gnutls_psk_server_credentials_function2(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *);
/**
 * Gives a client's name and password for SRP: session; out: name, password, both in memory of
 * `gnutls_malloc`. Returns 0 or a negative error code.
 */
typedef int gnutls_srp_client_credentials_function(gnutls_session_t, char **, char **);
/**
 * Gives what a server knows of a name for SRP: session, name; out: salt, verifier, generator, prime,
 * in memory of `gnutls_malloc`. Returns 0, 1 if the name is unknown, or a negative error code.
 */
typedef int gnutls_srp_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
/**
 * Gives a client's name, its key and what the key is: session; out: name, key, both in memory of
 * `gnutls_malloc`, flags. Returns 0 or a negative error code.
 */
typedef int gnutls_psk_client_credentials_function3(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);
/**
 * Gives the key of a client's name and what the key is: session, name; out: key in memory of
 * `gnutls_malloc`, flags. Returns 0, or a negative code if the name is unknown.
 */
typedef int gnutls_psk_server_credentials_function3(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);

/* A variable whose type has no name. */
extern char *(*gnutls_strdup)(const char *);

extern gnutls_calloc_function gnutls_calloc;
/**
 * The generator of ffdhe2048 (RFC 7919).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_2048_group_generator;
/**
 * The prime of ffdhe2048 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_2048_group_prime;
/**
 * The order q = (p - 1) / 2 of ffdhe2048 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_2048_group_q;
/** The size of a private key for ffdhe2048 (RFC 7919), in bits. */
extern const unsigned int gnutls_ffdhe_2048_key_bits;
/**
 * The generator of ffdhe3072 (RFC 7919).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_3072_group_generator;
/**
 * The prime of ffdhe3072 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_3072_group_prime;
/**
 * The order q = (p - 1) / 2 of ffdhe3072 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_3072_group_q;
/** The size of a private key for ffdhe3072 (RFC 7919), in bits. */
extern const unsigned int gnutls_ffdhe_3072_key_bits;
/**
 * The generator of ffdhe4096 (RFC 7919).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_4096_group_generator;
/**
 * The prime of ffdhe4096 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_4096_group_prime;
/**
 * The order q = (p - 1) / 2 of ffdhe4096 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_4096_group_q;
/** The size of a private key for ffdhe4096 (RFC 7919), in bits. */
extern const unsigned int gnutls_ffdhe_4096_key_bits;
/**
 * The generator of ffdhe6144 (RFC 7919).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_6144_group_generator;
/**
 * The prime of ffdhe6144 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_6144_group_prime;
/**
 * The order q = (p - 1) / 2 of ffdhe6144 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_6144_group_q;
/** The size of a private key for ffdhe6144 (RFC 7919), in bits. */
extern const unsigned int gnutls_ffdhe_6144_key_bits;
/**
 * The generator of ffdhe8192 (RFC 7919).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_8192_group_generator;
/**
 * The prime of ffdhe8192 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_8192_group_prime;
/**
 * The order q = (p - 1) / 2 of ffdhe8192 (RFC 7919), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_ffdhe_8192_group_q;
/** The size of a private key for ffdhe8192 (RFC 7919), in bits. */
extern const unsigned int gnutls_ffdhe_8192_key_bits;
extern gnutls_free_function gnutls_free;
extern gnutls_alloc_function gnutls_malloc;
extern gnutls_realloc_function gnutls_realloc;
/**
 * The generator of the 1024-bit group of SRP (RFC 5054).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_1024_group_generator;
/**
 * The prime of the 1024-bit group of SRP (RFC 5054), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_1024_group_prime;
/**
 * The generator of the 1536-bit group of SRP (RFC 5054).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_1536_group_generator;
/**
 * The prime of the 1536-bit group of SRP (RFC 5054), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_1536_group_prime;
/**
 * The generator of the 2048-bit group of SRP (RFC 5054).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_2048_group_generator;
/**
 * The prime of the 2048-bit group of SRP (RFC 5054), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_2048_group_prime;
/**
 * The generator of the 3072-bit group of SRP (RFC 5054).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_3072_group_generator;
/**
 * The prime of the 3072-bit group of SRP (RFC 5054), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_3072_group_prime;
/**
 * The generator of the 4096-bit group of SRP (RFC 5054).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_4096_group_generator;
/**
 * The prime of the 4096-bit group of SRP (RFC 5054), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_4096_group_prime;
/**
 * The generator of the 8192-bit group of SRP (RFC 5054).
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_8192_group_generator;
/**
 * The prime of the 8192-bit group of SRP (RFC 5054), big-endian.
 *
 * It is constant and not to be freed.
 */
extern const gnutls_datum_t gnutls_srp_8192_group_prime;

/**
 * Tells whether the library leaves its initialization to the program.
 *
 * It is not to be called. A program that is compiled with `GNUTLS_SKIP_GLOBAL_INIT` has a function of
 * this name of its own, which returns 1; the library looks it up when it is loaded, and then waits for
 * `gnutls_global_init`.
 *
 * @return 0: the library initializes itself.
 */
int _gnutls_global_init_skip(void);

/**
 * Returns the last alert that the peer sent.
 *
 * It is to be asked after `GNUTLS_E_WARNING_ALERT_RECEIVED` or `GNUTLS_E_FATAL_ALERT_RECEIVED`, and
 * says what they were. Later messages do not clear it. Before any alert it is 0, which is also the
 * number of `GNUTLS_A_CLOSE_NOTIFY`.
 *
 * @param session a session; NULL gives 0
 *
 * @return a `gnutls_alert_description_t`; `gnutls_alert_get_name` has a text for it.
 */
gnutls_alert_description_t gnutls_alert_get(gnutls_session_t session);

/**
 * Returns what an alert means, as an English text for a reader.
 *
 * The string is constant and not to be freed. For the name of the constant there is
 * `gnutls_alert_get_strname`.
 *
 * @param alert a `gnutls_alert_description_t`, as `gnutls_alert_get` gives it
 *
 * @return the text, or NULL for a number that is no alert.
 *
 * It may be called from any thread. RFC 8446 section 6.
 */
const char *gnutls_alert_get_name(gnutls_alert_description_t alert);

/**
 * Returns the name of an alert's constant, as `GNUTLS_A_CLOSE_NOTIFY`.
 *
 * The string is constant and not to be freed. For a text that explains the alert there is
 * `gnutls_alert_get_name`.
 *
 * @param alert a `gnutls_alert_description_t`, as `gnutls_alert_get` gives it
 *
 * @return the name, or NULL for a number that is no alert.
 *
 * It may be called from any thread. Since 3.0.
 */
const char *gnutls_alert_get_strname(gnutls_alert_description_t alert);

/**
 * Sends an alert to the peer, in any state of the session, also after a failure.
 *
 * After a fatal alert the session is over: sending, receiving and handshakes return
 * `GNUTLS_E_INVALID_SESSION`. `GNUTLS_A_CLOSE_NOTIFY` ends sending as `gnutls_bye` does.
 * `gnutls_alert_send_appropriate` chooses the alert for an error code.
 *
 * @param session a session
 * @param level `GNUTLS_AL_WARNING` or `GNUTLS_AL_FATAL`
 * @param desc the alert, 0 to 255
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_AGAIN the transport would block; call again with the same arguments
 * @retval GNUTLS_E_INTERRUPTED the transport would block; call again with the same arguments
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, or a number does not fit a byte
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_RECORD_LIMIT_REACHED all sequence numbers of this direction are used
 *
 * @see RFC 8446 section 6
 */
int gnutls_alert_send(gnutls_session_t session, gnutls_alert_level_t level, gnutls_alert_description_t desc);

/**
 * Sends the alert that fits an error code, if the code calls for one.
 *
 * It is to be called after `gnutls_handshake` or `gnutls_record_recv` failed, before the connection is
 * closed. For the failure that ended the session the alert is the one that the protocol names for it,
 * which may be more exact than that of `gnutls_error_to_alert`. For `GNUTLS_E_REHANDSHAKE` it is the
 * warning no_renegotiation, and the session goes on.
 *
 * @param session a session
 * @param err the code that a function has returned
 *
 * @return `GNUTLS_E_SUCCESS` (0), also without sending for 0, positive numbers, codes after which a
 *   call is repeated and `GNUTLS_E_FATAL_ALERT_RECEIVED`; or a negative error code
 * @retval GNUTLS_E_AGAIN the transport would block; call again with the same arguments
 * @retval GNUTLS_E_INTERRUPTED the transport would block; call again with the same arguments
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 */
int gnutls_alert_send_appropriate(gnutls_session_t session, int err);

/**
 * Sets the function that gets the alerts that are sent, in place of the transport (QUIC).
 *
 * It gets the level of keys, and level and description of the alert, which QUIC sends in a
 * CONNECTION_CLOSE. A negative code is that of the function that sends the alert.
 *
 * @param session a session; NULL is ignored
 * @param func the function, or NULL for none
 *
 * @since 3.7.0
 * @see RFC 9001 section 4.8
 */
void gnutls_alert_set_read_function(gnutls_session_t session, gnutls_alert_read_func func);

/**
 * Gives the application protocol that client and server agreed on.
 *
 * The bytes belong to the session, are not to be freed, and do not end with a NUL. They keep their
 * address until `gnutls_deinit`; the content is renewed by the next call.
 *
 * @param session a session
 * @param protocol takes the name; of size 0 if there is none. NULL only asks whether there is one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no protocol was agreed on
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 *
 * @see RFC 7301
 */
int gnutls_alpn_get_selected_protocol(gnutls_session_t session, gnutls_datum_t *protocol);

/**
 * Sets the application protocols that a client offers, or that a server chooses from.
 *
 * They are in order of preference, and copied. The choice is the client's first that the server has,
 * with `GNUTLS_ALPN_SERVER_PRECEDENCE` the server's first that the client has. Without a common one
 * the handshake goes on without a protocol, unless a server has `GNUTLS_ALPN_MANDATORY`: then it fails
 * with `GNUTLS_E_NO_APPLICATION_PROTOCOL`.
 *
 * @param session a session, before the handshake
 * @param protocols an array of names of 1 to 31 bytes, such as `h2`; NULL if `protocols_size` is 0
 * @param protocols_size the number of names, at most 8; 0 turns the extension off
 * @param flags a combination of `gnutls_alpn_flags_t`, or 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session`, or the array with a
 *   size, is NULL, there are too many names, or a name is empty or too long. Then nothing is changed.
 *
 * @see RFC 7301
 */
int gnutls_alpn_set_protocols(gnutls_session_t session,
                              const gnutls_datum_t *protocols,
                              unsigned int protocols_size,
                              unsigned int flags);

/**
 * Creates anonymous credentials for clients.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_ANON` gives them to a session, which keeps the pointer;
 * they must outlive it. They hold nothing: they allow the anonymous key exchanges that a priority
 * string enables with `+ANON-DH` and `+ANON-ECDH`. `gnutls_anon_free_client_credentials` frees them.
 *
 * @param sc takes the new credentials
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL
 *
 * @see RFC 5246 section F.1.1.1
 */
int gnutls_anon_allocate_client_credentials(gnutls_anon_client_credentials_t *sc);

/**
 * Creates anonymous credentials for servers.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_ANON` gives them to a session, which keeps the pointer;
 * they must outlive it. They allow the anonymous key exchanges that a priority string enables with
 * `+ANON-DH` and `+ANON-ECDH`. `gnutls_anon_free_server_credentials` frees them.
 *
 * @param sc takes the new credentials
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL
 *
 * @see RFC 5246 section F.1.1.1
 */
int gnutls_anon_allocate_server_credentials(gnutls_anon_server_credentials_t *sc);

/**
 * Frees the anonymous credentials of a client.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer.
 *
 * @param sc credentials of `gnutls_anon_allocate_client_credentials`; NULL is ignored
 */
void gnutls_anon_free_client_credentials(gnutls_anon_client_credentials_t sc);

/**
 * Frees the anonymous credentials of a server.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer.
 *
 * @param sc credentials of `gnutls_anon_allocate_server_credentials`; NULL is ignored
 */
void gnutls_anon_free_server_credentials(gnutls_anon_server_credentials_t sc);

/**
 * The same as `gnutls_anon_set_server_params_function`, under an older name.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param func the function, or NULL for none
 */
void gnutls_anon_set_params_function(gnutls_anon_server_credentials_t res, gnutls_params_function *func);

/**
 * Sets the Diffie-Hellman group of a server for clients that do not negotiate one (RFC 7919).
 *
 * The parameters are copied: what is done with them later does not change the credentials.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param dh_params the parameters; NULL or empty ones take the group away
 */
void gnutls_anon_set_server_dh_params(gnutls_anon_server_credentials_t res, gnutls_dh_params_t dh_params);

/**
 * Sets the Diffie-Hellman group of a server for clients that do not negotiate one.
 *
 * A client that names groups of RFC 7919 gets one of those in the priorities; others get the smallest
 * group of RFC 7919 that has the level. Without a group they cannot use the key exchanges with a
 * finite field.
 *
 * @param res the credentials of a server
 * @param sec_param a level of `gnutls_sec_param_t`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL
 *
 * @since 3.5.6
 * @see RFC 7919
 */
int gnutls_anon_set_server_known_dh_params(gnutls_anon_server_credentials_t res,
                                           gnutls_sec_param_t sec_param);

/**
 * Sets a function that gives the Diffie-Hellman group of a server for clients that do not negotiate
 * one (RFC 7919).
 *
 * It is asked for `GNUTLS_PARAMS_DH` in each handshake whose priorities have a key exchange with a
 * finite field, before the group is known to be needed, and takes precedence over parameters that were
 * set. If it sets `deinit` the parameters are freed after use; otherwise they stay the application's.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param func the function, or NULL for none
 */
void gnutls_anon_set_server_params_function(gnutls_anon_server_credentials_t res,
                                            gnutls_params_function *func);

/**
 * Frees what `gnutls_anti_replay_init` made.
 *
 * Sessions that use it keep what they need of it.
 *
 * @param anti_replay the handle; NULL is ignored
 *
 * @since 3.6.5
 */
void gnutls_anti_replay_deinit(gnutls_anti_replay_t anti_replay);

/**
 * Makes a server accept early data, and tell replays of it.
 *
 * Without it, or with NULL, no early data is accepted. It also needs `GNUTLS_ENABLE_EARLY_DATA` in the
 * flags of `gnutls_init`.
 *
 * @param session a server's session before its handshake; NULL is ignored
 * @param anti_replay the handle, or NULL for none
 *
 * @since 3.6.5
 * @see RFC 8446 section 8
 */
void gnutls_anti_replay_enable(gnutls_session_t session, gnutls_anti_replay_t anti_replay);

/**
 * Makes what a server tells replays of early data with; the caller ends it with
 * `gnutls_anti_replay_deinit`.
 *
 * It is shared by the sessions of a server. It needs a database of the application
 * (`gnutls_anti_replay_set_add_function`), which all server processes share that accept each other's
 * tickets.
 *
 * @param anti_replay takes the handle
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `anti_replay` is NULL.
 *
 * @since 3.6.5
 * @see RFC 8446 section 8
 */
int gnutls_anti_replay_init(gnutls_anti_replay_t *anti_replay);

/**
 * Sets the function that adds a hello to the database of replays.
 *
 * It gets the pointer of `gnutls_anti_replay_set_ptr`, the time until which the entry is kept, a key
 * and the data to store. It returns 0 if the key was not there and is stored now, in one step that no
 * other thread or process comes between; `GNUTLS_E_DB_ENTRY_EXISTS` if it was there; and another
 * negative code on failure. Early data is accepted with 0 alone; otherwise the handshake goes on
 * without it. It is called before the hook of `GNUTLS_HANDSHAKE_CLIENT_HELLO` with `GNUTLS_HOOK_POST`,
 * once for each hello whose early data would be accepted. `gnutls_db_check_entry_expire_time` reads
 * the data.
 *
 * @param anti_replay the handle; NULL is ignored
 * @param add_func the function, or NULL for none: then no early data is accepted
 *
 * @since 3.6.5
 * @see RFC 8446 section 8.2
 */
void gnutls_anti_replay_set_add_function(gnutls_anti_replay_t anti_replay, gnutls_db_add_func add_func);

/**
 * Sets the pointer that the function of `gnutls_anti_replay_set_add_function` gets.
 *
 * @param anti_replay the handle; NULL is ignored
 * @param ptr any pointer, which the library neither follows nor frees
 *
 * @since 3.6.5
 */
void gnutls_anti_replay_set_ptr(gnutls_anti_replay_t anti_replay, void *ptr);

/**
 * Sets by how much the age of a ticket may be wrong, and how long hellos are kept in the database.
 *
 * Early data whose ticket seems older or younger is not accepted. The database keeps each hello for
 * twice as long, rounded up to seconds, as a copy of it is of the right age for so long. The default
 * is 10000.
 *
 * @param anti_replay the handle; NULL is ignored
 * @param window milliseconds
 *
 * @since 3.6.5
 * @see RFC 8446 section 8.3
 */
void gnutls_anti_replay_set_window(gnutls_anti_replay_t anti_replay, unsigned int window);

/**
 * Tells the context of audit events that was begun last.
 *
 * @return -1: there is none, as in a GnuTLS that is built without audit probes.
 *
 * Since 3.8.11. Header: `gnutls/gnutls.h`.
 */
long gnutls_audit_current_context(void);

/**
 * Ends a context of audit events: it has no effect, as in a GnuTLS that is built without audit probes.
 *
 * Since 3.8.11. Header: `gnutls/gnutls.h`.
 */
void gnutls_audit_pop_context(void);

/**
 * Begins a context of audit events: it has no effect, as in a GnuTLS that is built without audit
 * probes.
 *
 * Since 3.8.11. Header: `gnutls/gnutls.h`.
 *
 * @param context not used
 */
void gnutls_audit_push_context(long context);

/**
 * Tells by which type of credentials a client is authenticated.
 *
 * It is that of the key exchange: `GNUTLS_CRD_CERTIFICATE` also if the client has shown none. Whether
 * the peer has shown a certificate is for `gnutls_certificate_get_peers` to say.
 *
 * @param session a session
 *
 * @return `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`, or 0 if
 *   nothing is negotiated.
 */
gnutls_credentials_type_t gnutls_auth_client_get_type(gnutls_session_t session);

/**
 * Tells by which type of credentials the peer is authenticated.
 *
 * It is that of the key exchange. With RSA-PSK, SRP-RSA and SRP-DSS a client has authenticated the
 * server by its certificate, and a server the client by its PSK or password. Whether the peer has
 * shown a certificate is for `gnutls_certificate_get_peers` to say.
 *
 * @param session a session
 *
 * @return `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`, or 0 if
 *   nothing is negotiated.
 */
gnutls_credentials_type_t gnutls_auth_get_type(gnutls_session_t session);

/**
 * Tells by which type of credentials the server is authenticated.
 *
 * It is that of the key exchange: `GNUTLS_CRD_CERTIFICATE` also with RSA-PSK, SRP-RSA and SRP-DSS.
 * Whether the peer has shown a certificate is for `gnutls_certificate_get_peers` to say.
 *
 * @param session a session
 *
 * @return `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`, or 0 if
 *   nothing is negotiated.
 */
gnutls_credentials_type_t gnutls_auth_server_get_type(gnutls_session_t session);

/**
 * Reads bytes from base64 text without a header.
 *
 * White space may stand anywhere in the text; the padding must be there, and the bits that it leaves
 * over must be zero. An empty text is no bytes. The caller frees the bytes with `gnutls_free`.
 *
 * @param base64 the text, without a NUL in its size
 * @param result takes the bytes and their number; a NUL follows them that the size does not count
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text is no base64, or white space alone
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 *
 * @since 3.6.0
 * @see RFC 4648 section 4
 */
int gnutls_base64_decode2(const gnutls_datum_t *base64, gnutls_datum_t *result);

/**
 * Writes bytes in base64, on one line without a header.
 *
 * The caller frees the text with `gnutls_free`. For a PEM block with its header lines there is
 * `gnutls_pem_base64_encode2`.
 *
 * @param data the bytes
 * @param result takes the text, which ends with a NUL that its size does not count; not written on
 *   error
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if an argument is NULL.
 *
 * @since 3.6.0
 * @see RFC 4648 section 4
 */
int gnutls_base64_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);

/**
 * Appends bytes to the extension that a send function writes.
 *
 * The bytes are copied. The buffer is the library's, and valid only within the send function of a
 * registered extension that got it.
 *
 * @param dest the buffer that the send function got
 * @param data the bytes; NULL if `data_size` is 0
 * @param data_size the number of bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code, with which nothing is appended
 * @retval GNUTLS_E_MEMORY_ERROR the extension would have more than 65535 bytes
 * @retval GNUTLS_E_INVALID_REQUEST `dest`, or `data` with a length, is NULL
 *
 * @since 3.4.0
 */
int gnutls_buffer_append_data(gnutls_buffer_t dest, const void *data, size_t data_size);

/**
 * Ends the connection in an orderly way by sending a close_notify alert.
 *
 * With `GNUTLS_SHUT_WR` the call returns once the alert is with the transport; data of the peer can
 * still be received. With `GNUTLS_SHUT_RDWR` it also waits for the peer's close_notify, after which
 * the transport can serve another protocol. Application data that arrives while it waits can be
 * received later; past 64 KiB it is dropped, and `gnutls_record_recv` then fails.
 *
 * @param session a session
 * @param how `GNUTLS_SHUT_RDWR` or `GNUTLS_SHUT_WR`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - others: what the peer sent instead
 * @retval GNUTLS_E_AGAIN the transport would block; call again with the same arguments
 * @retval GNUTLS_E_INTERRUPTED the transport would block; call again with the same arguments
 * @retval GNUTLS_E_WARNING_ALERT_RECEIVED instead of its close_notify the peer has sent a warning,
 *   which `gnutls_alert_get` tells; call again to go on waiting
 * @retval GNUTLS_E_PREMATURE_TERMINATION the stream ended without the peer's close_notify, or the peer
 *   reset the connection
 * @retval GNUTLS_E_PUSH_ERROR the transport failed
 * @retval GNUTLS_E_PULL_ERROR the transport failed
 * @retval GNUTLS_E_INVALID_SESSION the peer is to be waited for, but the session has failed
 * @retval GNUTLS_E_FATAL_ALERT_RECEIVED what the peer sent instead
 * @retval GNUTLS_E_DECRYPTION_FAILED what the peer sent instead
 * @retval GNUTLS_E_UNEXPECTED_PACKET what the peer sent instead
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 *
 * @see RFC 8446 section 6.1
 */
int gnutls_bye(gnutls_session_t session, gnutls_close_request_t how);

/**
 * Returns when the validity of the peer's certificate begins.
 *
 * It is the certificate that the peer has shown first, trusted or not.
 * `gnutls_certificate_verify_peers3` looks at the times of the whole chain by itself.
 *
 * @param session a session
 *
 * @return seconds since 1970, or -1 if the peer has shown no certificate or `session` is NULL.
 *
 * Deprecated: for other checks import the bytes of `gnutls_certificate_get_peers`.
 */
time_t gnutls_certificate_activation_time_peers(gnutls_session_t session);

/**
 * Creates empty certificate credentials.
 *
 * They take the certificates and keys of the own side, the trusted authorities for the verification of
 * the peer, and callbacks. Any number of sessions may share them (`gnutls_credentials_set`); they must
 * outlive those sessions. `gnutls_certificate_free_credentials` frees them.
 *
 * @param res takes the new credentials
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL
 *
 * Set the credentials up in one thread; after that, sessions in any number of threads may use them at
 * once.
 */
int gnutls_certificate_allocate_credentials(gnutls_certificate_credentials_t *res);

/**
 * Tells a client whether the server has asked for a certificate.
 *
 * The answer is of the last handshake or `gnutls_reauth`, whether or not the client had a certificate
 * to show. A callback of the credentials that chooses the certificate learns the same by being called.
 *
 * @param session a client's session; NULL and a server's give 0
 *
 * @return 1 if the server has asked, else 0.
 */
unsigned int gnutls_certificate_client_get_request_status(gnutls_session_t session);

/**
 * Returns when the validity of the peer's certificate ends.
 *
 * It is the certificate that the peer has shown first, trusted or not.
 * `gnutls_certificate_verify_peers3` looks at the times of the whole chain by itself.
 *
 * @param session a session
 *
 * @return seconds since 1970, or -1 if the peer has shown no certificate or `session` is NULL.
 *
 * Deprecated: for other checks import the bytes of `gnutls_certificate_get_peers`.
 */
time_t gnutls_certificate_expiration_time_peers(gnutls_session_t session);

/**
 * Forgets the names of the trusted authorities.
 *
 * A server does not send them with its CertificateRequest any more, which saves bandwidth if there are
 * many. What is trusted does not change. Authorities that are added later are named again. For one
 * session `gnutls_certificate_send_x509_rdn_sequence` does the same. Call it before sessions use the
 * credentials.
 *
 * @param sc the credentials; NULL is ignored
 */
void gnutls_certificate_free_ca_names(gnutls_certificate_credentials_t sc);

/**
 * Does nothing: the trusted authorities stay, as they do in GnuTLS.
 *
 * It is there for programs that wanted to save the memory of certificates which only a verification
 * needs. The trust list is freed with the credentials; `gnutls_certificate_set_trust_list` replaces
 * it.
 *
 * @param sc the credentials; not looked at
 */
void gnutls_certificate_free_cas(gnutls_certificate_credentials_t sc);

/**
 * Frees certificate credentials, with the keys, certificates and the trust list in them.
 *
 * No session may use them any more, and what was lent of them (`gnutls_certificate_get_crt_raw`,
 * `gnutls_certificate_get_trust_list`, `gnutls_certificate_get_issuer` without a copy) is no longer
 * valid. Private keys are wiped. Objects that were copied into the credentials stay the caller's.
 *
 * @param sc the credentials; NULL is ignored
 */
void gnutls_certificate_free_credentials(gnutls_certificate_credentials_t sc);

/**
 * Does nothing: the revocation lists stay, as they do in GnuTLS.
 *
 * It is there for old programs. The lists are freed with the credentials, or when
 * `gnutls_certificate_set_trust_list` replaces the trust list that they are in.
 *
 * @param sc the credentials; not looked at
 */
void gnutls_certificate_free_crls(gnutls_certificate_credentials_t sc);

/**
 * Removes all certificates of the own side and their keys from the credentials.
 *
 * Indices begin at 0 again, and what `gnutls_certificate_get_crt_raw` lent is no longer valid. Keys
 * are wiped once no session uses them any more. Trusted authorities, revocation lists, flags and
 * callbacks stay. Call it only while no handshake with these credentials runs.
 *
 * @param sc the credentials; NULL is ignored
 */
void gnutls_certificate_free_keys(gnutls_certificate_credentials_t sc);

/**
 * Gives the DER bytes of one certificate of the credentials.
 *
 * They are lent, not copied: the bytes are valid until the credentials are freed or
 * `gnutls_certificate_free_keys` is called, and must not be changed or freed.
 *
 * @param sc the credentials
 * @param idx1 which pair, counted from 0 in the order in which they were added
 * @param idx2 which certificate of its chain; 0 is that of the key
 * @param cert takes the bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such pair or certificate
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.2.5
 */
int gnutls_certificate_get_crt_raw(gnutls_certificate_credentials_t sc,
                                   unsigned int idx1,
                                   unsigned int idx2,
                                   gnutls_datum_t *cert);

/**
 * Gives the trusted authority of the credentials that issued a certificate.
 *
 * Without `GNUTLS_TL_GET_COPY` the object belongs to the credentials: it must not be freed or changed,
 * and is valid as long as they are. With the flag it is a copy, which the caller frees with
 * `gnutls_x509_crt_deinit`.
 *
 * @param sc the credentials
 * @param cert the certificate whose issuer is looked for
 * @param issuer takes the issuer's certificate
 * @param flags 0 or `GNUTLS_TL_GET_COPY`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no trusted authority issued it
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * Any number of threads may ask at once.
 *
 * @since 3.0
 */
int gnutls_certificate_get_issuer(gnutls_certificate_credentials_t sc,
                                  gnutls_x509_crt_t cert,
                                  gnutls_x509_crt_t *issuer,
                                  unsigned int flags);

/**
 * Returns when OCSP responses of the credentials stop to count, and new ones have to be set.
 *
 * @param sc the credentials
 * @param idx which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
 * @param oidx the response for which certificate of the chain, from 0; -1 for the first of all to stop
 * @param flags not used; pass 0
 *
 * @return seconds since 1970; 0 if that is not known of a response that was taken unchecked, or with
 *   -1 as `oidx` if there is none; -1 if there is no response for the certificate or `sc` is NULL; -2
 *   if there is no such chain or certificate.
 *
 * @since 3.6.3
 */
time_t gnutls_certificate_get_ocsp_expiration(gnutls_certificate_credentials_t sc,
                                              unsigned int idx,
                                              int oidx,
                                              unsigned int flags);

/**
 * Returns the certificate that this side has shown in the last handshake, in DER.
 *
 * It is the first of the chain that was sent. Datum and bytes belong to the session and are not to be
 * freed. They stay valid until `gnutls_deinit`, or until this function is called after another
 * handshake or `gnutls_reauth`.
 *
 * @param session a session; NULL gives NULL
 *
 * @return a pointer to one datum, or NULL if no certificate was shown.
 */
const gnutls_datum_t *gnutls_certificate_get_ours(gnutls_session_t session);

/**
 * Returns the certificates that the peer has shown, in DER, as they came.
 *
 * The first is the peer's own; the order of the others is the peer's and may be wrong. Showing a
 * certificate says nothing about trust: see `gnutls_certificate_verify_peers3`. Array and bytes belong
 * to the session and are not to be freed. They stay valid until `gnutls_deinit`, or until this
 * function is called after another handshake or `gnutls_reauth`.
 *
 * @param session a session; NULL gives NULL
 * @param list_size takes the number of certificates; NULL if it is not wanted
 *
 * @return an array of datums, or NULL if the peer has shown no certificate.
 *
 * In a callback it gives the certificates of the handshake that runs.
 */
const gnutls_datum_t *gnutls_certificate_get_peers(gnutls_session_t session, unsigned int *list_size);

/**
 * Gives the identifier of the subkey of the peer's OpenPGP certificate: there is none any more, as in
 * GnuTLS since 3.6.0.
 *
 * @param session not used
 * @param id not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * @since 3.1.3
 */
int gnutls_certificate_get_peers_subkey_id(gnutls_session_t session, gnutls_datum_t *id);

/**
 * Returns the verification flags of certificate credentials.
 *
 * @param res the credentials, which are not changed
 *
 * @return the flags that `gnutls_certificate_set_verify_flags` set last
 *   (`gnutls_certificate_verify_flags`, combined by or); 0 if none were set or `res` is NULL.
 *
 * @since 3.4.0
 */
unsigned int gnutls_certificate_get_verify_flags(gnutls_certificate_credentials_t res);

/**
 * Gives copies of the certificates of one pair of the credentials.
 *
 * The caller frees each element with `gnutls_x509_crt_deinit`, and the array with `gnutls_free`.
 *
 * @param res the credentials
 * @param index which pair, counted from 0 in the order in which they were added
 * @param crt_list takes the array, the certificate of the key first
 * @param crt_list_size takes the number of its elements
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such pair
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.4.0
 */
int gnutls_certificate_get_x509_crt(gnutls_certificate_credentials_t res,
                                    unsigned int index,
                                    gnutls_x509_crt_t **crt_list,
                                    unsigned int *crt_list_size);

/**
 * Gives a copy of the private key of one pair of the credentials.
 *
 * The caller frees it with `gnutls_x509_privkey_deinit`. Flags and the PIN callback of an original
 * object do not come along.
 *
 * @param res the credentials
 * @param index which pair, counted from 0 in the order in which they were added
 * @param key takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such pair
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the key is behind callbacks
 *   (`gnutls_privkey_import_ext4`)
 *
 * @since 3.4.0
 */
int gnutls_certificate_get_x509_key(gnutls_certificate_credentials_t res,
                                    unsigned int index,
                                    gnutls_x509_privkey_t *key);

/**
 * Sets whether a server's request for a certificate names the authorities that it trusts.
 *
 * Clients choose a certificate by these names. Leaving them out shortens the request and hides which
 * authorities are trusted; the client then chooses by itself. It counts for the next handshake.
 *
 * @param session a server's session; NULL is ignored
 * @param status not 0 to leave the names out, 0, as initially, to send those of the credentials
 */
void gnutls_certificate_send_x509_rdn_sequence(gnutls_session_t session, int status);

/**
 * Sets whether a server asks the client for a certificate.
 *
 * Without this call none is asked for. With `GNUTLS_CERT_REQUIRE` a client without a certificate makes
 * the handshake fail, with `GNUTLS_E_CERTIFICATE_REQUIRED` in TLS 1.3 and
 * `GNUTLS_E_NO_CERTIFICATE_FOUND` in TLS 1.2. Asking does not verify: see
 * `gnutls_session_set_verify_cert`. It also decides what `gnutls_reauth` asks for.
 *
 * @param session a server's session; NULL is ignored
 * @param req `GNUTLS_CERT_IGNORE`, `GNUTLS_CERT_REQUEST` or `GNUTLS_CERT_REQUIRE`; other numbers are
 *   as `GNUTLS_CERT_IGNORE`
 */
void gnutls_certificate_server_set_request(gnutls_session_t session, gnutls_certificate_request_t req);

/**
 * Sets the Diffie-Hellman group of a server for clients that do not negotiate one (RFC 7919).
 *
 * The parameters are copied: what is done with them later does not change the credentials.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param dh_params the parameters; NULL or empty ones take the group away
 */
void gnutls_certificate_set_dh_params(gnutls_certificate_credentials_t res, gnutls_dh_params_t dh_params);

/**
 * Sets the flags of certificate credentials; they replace those that were set before.
 *
 * Set them first: they act on the functions that add keys and revocation lists afterwards. NULL as
 * `res` is ignored.
 *
 * @param res the credentials
 * @param flags any of `gnutls_certificate_flags`: `GNUTLS_CERTIFICATE_API_V2` (functions that add a
 *   pair return its index), `GNUTLS_CERTIFICATE_SKIP_KEY_CERT_MATCH` (a pair is taken unchecked),
 *   `GNUTLS_CERTIFICATE_VERIFY_CRLS` (a revocation list is taken only if a trusted authority signed
 *   it), `GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK` (OCSP responses are taken unchecked)
 *
 * @since 3.4.7
 */
void gnutls_certificate_set_flags(gnutls_certificate_credentials_t res, unsigned int flags);

/**
 * Sets the Diffie-Hellman group of a server for clients that do not negotiate one.
 *
 * A client that names groups of RFC 7919 gets one of those in the priorities; others get the smallest
 * group of RFC 7919 that has the level. Without a group they cannot use the key exchanges with a
 * finite field.
 *
 * @param res the credentials of a server
 * @param sec_param a level of `gnutls_sec_param_t`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL
 *
 * @since 3.5.6
 * @see RFC 7919
 */
int gnutls_certificate_set_known_dh_params(gnutls_certificate_credentials_t res,
                                           gnutls_sec_param_t sec_param);

/**
 * Sets the OCSP response in a file for a certificate of the credentials.
 *
 * It is `gnutls_certificate_set_ocsp_status_request_file2` for one response in DER, with 0 where that
 * returns a number.
 *
 * @param sc the credentials, which have the certificates already
 * @param response_file the name of the file
 * @param idx which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code of
 *   `gnutls_certificate_set_ocsp_status_request_file2`.
 *
 * @since 3.1.3
 */
int gnutls_certificate_set_ocsp_status_request_file(gnutls_certificate_credentials_t sc,
                                                    const char *response_file,
                                                    unsigned int idx);

/**
 * Sets the OCSP responses in a file for a chain of the credentials.
 *
 * A response is sent with the certificate that it is for, to peers that ask for it, as long as it
 * counts: until its nextUpdate, or for 15 days from now if it has none. TLS 1.2 has room for that of
 * the first certificate alone. A response takes the place of an earlier one. Responses that are set
 * are preferred to those of `gnutls_certificate_set_ocsp_status_request_function`. Signatures are not
 * verified. Call it before sessions use the credentials.
 *
 * With `GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK` in the flags of the credentials nothing is
 * checked, and each response is that of the first certificate.
 *
 * @param sc the credentials, which have the certificates already
 * @param response_file the name of the file
 * @param idx which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
 * @param fmt `GNUTLS_X509_FMT_DER` (one response), or `GNUTLS_X509_FMT_PEM` (blocks `OCSP RESPONSE`)
 *
 * @return the number of responses (0 for an unchecked one in DER), or a negative error code; those
 *   before the one that failed are set:
 * - their like: a response cannot be read
 * @retval GNUTLS_E_FILE_ERROR the file cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such chain, or no response in the PEM text
 * @retval GNUTLS_E_OCSP_MISMATCH_WITH_CERTS a response is for none of the certificates, or of a
 *   responder that could not answer
 * @retval GNUTLS_E_EXPIRED a response no longer counts, or says that the certificate is revoked
 * @retval GNUTLS_E_ASN1_DER_ERROR a response cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a response cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.6.3
 */
int gnutls_certificate_set_ocsp_status_request_file2(gnutls_certificate_credentials_t sc,
                                                     const char *response_file,
                                                     unsigned int idx,
                                                     gnutls_x509_crt_fmt_t fmt);

/**
 * Sets the callback that gives the OCSP response for the first certificate of the chain that is sent.
 *
 * It is called in a handshake whose peer asks for the status of certificates, if no response is set
 * for the chain. It fills the datum with a response in memory of `gnutls_malloc`, which is freed for
 * it, and answers 0; `GNUTLS_E_NO_CERTIFICATE_STATUS` sends none, and any other negative code ends the
 * handshake with that code. It is preferred to the callbacks of
 * `gnutls_certificate_set_ocsp_status_request_function2`.
 *
 * The callback runs in the thread that calls `gnutls_handshake`.
 *
 * @param sc the credentials; NULL is ignored
 * @param ocsp_func the callback; NULL takes it away
 * @param ptr passed to the callback as it is, not looked at and not freed
 *
 * @since 3.1.3
 */
void gnutls_certificate_set_ocsp_status_request_function(gnutls_certificate_credentials_t sc,
                                                         gnutls_status_request_ocsp_func ocsp_func,
                                                         void *ptr);

/**
 * Sets the callback that gives the OCSP response for the first certificate of one chain of the
 * credentials.
 *
 * It is called as that of `gnutls_certificate_set_ocsp_status_request_function`, when this chain is
 * sent.
 *
 * @param sc the credentials, which have the certificates already
 * @param idx which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
 * @param ocsp_func the callback; NULL takes it away
 * @param ptr passed to the callback as it is, not looked at and not freed
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such chain
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL
 *
 * The callback runs in the thread that calls `gnutls_handshake`.
 *
 * @since 3.5.5
 */
int gnutls_certificate_set_ocsp_status_request_function2(gnutls_certificate_credentials_t sc,
                                                         unsigned int idx,
                                                         gnutls_status_request_ocsp_func ocsp_func,
                                                         void *ptr);

/**
 * Sets the OCSP responses in a datum for a chain of the credentials.
 *
 * The responses are copied. The rest is as in `gnutls_certificate_set_ocsp_status_request_file2`.
 *
 * @param sc the credentials, which have the certificates already
 * @param resp_data the responses
 * @param idx which chain, as the function that has set it returned with `GNUTLS_CERTIFICATE_API_V2`
 * @param fmt `GNUTLS_X509_FMT_DER` (one response), or `GNUTLS_X509_FMT_PEM` (blocks `OCSP RESPONSE`)
 *
 * @return the number of responses (0 for an unchecked one in DER), or a negative error code of
 *   `gnutls_certificate_set_ocsp_status_request_file2`.
 *
 * @since 3.6.3
 */
int gnutls_certificate_set_ocsp_status_request_mem(gnutls_certificate_credentials_t sc,
                                                   const gnutls_datum_t *resp_data,
                                                   unsigned int idx,
                                                   gnutls_x509_crt_fmt_t fmt);

/**
 * Sets a function that gives the Diffie-Hellman group of a server for clients that do not negotiate
 * one (RFC 7919).
 *
 * It is asked for `GNUTLS_PARAMS_DH` in each handshake whose priorities have a key exchange with a
 * finite field, before the group is known to be needed, and takes precedence over parameters that were
 * set. If it sets `deinit` the parameters are freed after use; otherwise they stay the application's.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param func the function, or NULL for none
 */
void gnutls_certificate_set_params_function(gnutls_certificate_credentials_t res,
                                            gnutls_params_function *func);

/**
 * Sets the callback that is asked for the password of an encrypted private key.
 *
 * `gnutls_certificate_set_x509_key_file`, `gnutls_certificate_set_x509_key_mem` and their variants
 * call it once for a key that is encrypted and comes without a password; they also hand it on to
 * certificates and keys behind URLs of registered kinds. It fills a buffer of
 * `GNUTLS_PKCS11_MAX_PIN_LEN` bytes; a negative answer makes the import fail with
 * `GNUTLS_E_DECRYPTION_FAILED`.
 *
 * @param cred the credentials; NULL is ignored
 * @param fn_ the callback; NULL takes it away
 * @param userdata passed to the callback as it is, not looked at and not freed
 *
 * @since 3.1.0
 */
void gnutls_certificate_set_pin_function(gnutls_certificate_credentials_t cred,
                                         gnutls_pin_callback_t fn_,
                                         void *userdata);

/**
 * Adds a raw public key and its private key of files to the credentials.
 *
 * It is `gnutls_certificate_set_rawpk_key_mem` for files.
 *
 * @param cred the credentials
 * @param rawpkfile the path of the public key, NUL-terminated
 * @param privkeyfile the path of the private key, NUL-terminated
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
 *   both files
 * @param pass the password of an encrypted private key, NUL-terminated; NULL for none
 * @param key_usage what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
 * @param names host names that the key is for, NUL-terminated; NULL for none
 * @param names_length the number of names
 * @param privkey_flags `gnutls_pkcs_encrypt_flags_t` for the private key, combined by or
 * @param pkcs11_flags not used
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code of `gnutls_certificate_set_rawpk_key_mem` or
 * @retval GNUTLS_E_FILE_ERROR a file cannot be read
 *
 * @since 3.6.6
 * @see RFC 7250
 */
int gnutls_certificate_set_rawpk_key_file(gnutls_certificate_credentials_t cred,
                                          const char *rawpkfile,
                                          const char *privkeyfile,
                                          gnutls_x509_crt_fmt_t format,
                                          const char *pass,
                                          unsigned int key_usage,
                                          const char **names,
                                          unsigned int names_length,
                                          unsigned int privkey_flags,
                                          unsigned int pkcs11_flags);

/**
 * Adds a raw public key and its private key to the credentials.
 *
 * They are copied, and shown where both sides have set `GNUTLS_ENABLE_RAWPK` and allow raw public keys
 * in their priorities (`+CTYPE-RAWPK`). A client shows the first that fits; a server prefers one of
 * the name that the client asks for. Nobody vouches for a raw public key: the peer has to know it.
 * Call it before sessions use the credentials.
 *
 * @param cred the credentials
 * @param spki the public key, a SubjectPublicKeyInfo; in PEM with the label `PUBLIC KEY`
 * @param pkey the private key
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
 *   both
 * @param pass the password of an encrypted private key, NUL-terminated; NULL for none
 * @param key_usage what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
 * @param names host names that the key is for, NUL-terminated; NULL for none
 * @param names_length the number of names
 * @param flags `gnutls_pkcs_encrypt_flags_t` for the private key, combined by or
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code
 * @retval GNUTLS_E_INSUFFICIENT_CREDENTIALS `spki` or `pkey` is NULL
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the private key is not that of the public key
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a PEM text has no key, or its block does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a PEM text has no key, or its block does not decode
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE a PEM text has no key, or its block does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a key cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a key cannot be read
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key cannot be read
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key cannot be read
 * @retval GNUTLS_E_PK_INVALID_PUBKEY a key cannot be read
 * @retval GNUTLS_E_DECRYPTION_FAILED the private key is encrypted, and the password is missing or
 *   wrong
 * @retval GNUTLS_E_INVALID_REQUEST `cred` or a name is NULL
 *
 * @since 3.6.6
 * @see RFC 7250
 */
int gnutls_certificate_set_rawpk_key_mem(gnutls_certificate_credentials_t cred,
                                         const gnutls_datum_t *spki,
                                         const gnutls_datum_t *pkey,
                                         gnutls_x509_crt_fmt_t format,
                                         const char *pass,
                                         unsigned int key_usage,
                                         const char **names,
                                         unsigned int names_length,
                                         unsigned int flags);

/**
 * Sets the callback that chooses the certificate and the key for the own side of a handshake.
 *
 * A client calls it when the server has asked for a certificate, a server for each handshake: there it
 * may be called more than once, until an answer fits what the client can take. It takes the place of
 * the certificates in the credentials. The callback gets the DER names of the server's trusted
 * authorities and the wanted kinds of keys (NULL and 0 where there are none), and fills a
 * `gnutls_retr2_st` with X.509 objects; 0 certificates are no certificate. They stay the program's,
 * unless it sets `deinit_all`: then the array comes from `gnutls_malloc`, and array and objects are
 * freed after the call. It answers 0; a negative answer is `GNUTLS_E_USER_ERROR` in a client, and in a
 * server the same as no certificate. `gnutls_certificate_set_retrieve_function2` needs fewer copies.
 *
 * The callback runs in the thread that calls `gnutls_handshake`; of the three kinds of such callbacks
 * the one set last counts.
 *
 * @param cred the credentials; NULL is ignored
 * @param func the callback; NULL goes back to the certificates in the credentials
 *
 * @since 3.0
 */
void gnutls_certificate_set_retrieve_function(gnutls_certificate_credentials_t cred,
                                              gnutls_certificate_retrieve_function *func);

/**
 * Sets the flags by which `gnutls_certificate_verify_peers2`, `gnutls_certificate_verify_peers3` and
 * their like verify the peers of sessions with these credentials.
 *
 * They replace those that were set before. A verification profile (`GNUTLS_PROFILE_TO_VFLAGS`) may be
 * among them. Call it before sessions use the credentials.
 *
 * @param res the credentials; NULL is ignored
 * @param flags `gnutls_certificate_verify_flags`, combined by or
 */
void gnutls_certificate_set_verify_flags(gnutls_certificate_credentials_t res, unsigned int flags);

/**
 * Sets the callback that verifies the peer's certificate within the handshake.
 *
 * It is called with the session once the peer's chain has been received, unless
 * `gnutls_session_set_verify_function` or `gnutls_session_set_verify_cert` set a check of the
 * session's own. It may call `gnutls_certificate_verify_peers3`, `gnutls_certificate_get_peers` and
 * other functions on the session. 0 lets the handshake go on; a code below -1 ends it with that code,
 * any other answer with `GNUTLS_E_CERTIFICATE_ERROR`.
 *
 * The callback runs in the thread that calls `gnutls_handshake`, in several threads at once if several
 * sessions share the credentials.
 *
 * @param cred the credentials; NULL is ignored
 * @param func the callback; NULL takes it away. Without one the program verifies the peer after the
 *   handshake
 *
 * @since 2.10.0
 */
void gnutls_certificate_set_verify_function(gnutls_certificate_credentials_t cred,
                                            gnutls_certificate_verify_function *func);

/**
 * Sets the largest key and the longest chain of a peer that a verification with these credentials
 * looks at.
 *
 * A chain beyond the limits makes the verification fail with `GNUTLS_E_CONSTRAINT_ERROR`: it bounds
 * the work that a peer can cause. Without this call the limits are 16384 bits and 16 certificates.
 * Call it before sessions use the credentials.
 *
 * @param res the credentials; NULL is ignored
 * @param max_bits the bits of the largest key of the chain; 0 is no limit. ML-DSA keys are not
 *   measured, and GnuTLS measures none
 * @param max_depth the number of certificates of the longest chain; 0 is no limit
 */
void gnutls_certificate_set_verify_limits(gnutls_certificate_credentials_t res,
                                          unsigned int max_bits,
                                          unsigned int max_depth);

/**
 * Adds certificate revocation lists, given as objects, to the credentials.
 *
 * They are copied: the caller still frees its own. With `GNUTLS_CERTIFICATE_VERIFY_CRLS` in the flags
 * of the credentials each must be signed by a trusted authority, so that authorities are added first;
 * lists before the one that fails stay. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param crl_list the lists
 * @param crl_list_size the number of its elements; 0 adds none
 *
 * @return the number of lists that were added, or a negative error code
 * @retval GNUTLS_E_CRL_VERIFICATION_ERROR no trusted authority signed a list, and the flags ask for
 *   that
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the number is negative
 *
 * @since 2.4.0
 */
int gnutls_certificate_set_x509_crl(gnutls_certificate_credentials_t res,
                                    gnutls_x509_crl_t *crl_list,
                                    int crl_list_size);

/**
 * Adds the certificate revocation lists of a file to the credentials.
 *
 * A list takes the place of an older one of the same issuer, and gives way to a newer one. With
 * `GNUTLS_CERTIFICATE_VERIFY_CRLS` in the flags of the credentials each must be signed by a trusted
 * authority, so that authorities are added first. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param crlfile the path of the file, NUL-terminated
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 *
 * @return the number of lists that were read, or a negative error code:
 * - another code of `gnutls_x509_crl_import`: a list cannot be read
 * @retval GNUTLS_E_FILE_ERROR the file cannot be read
 * @retval GNUTLS_E_CRL_VERIFICATION_ERROR no trusted authority signed a list, and the flags ask for
 *   that
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM text has no list, or one that does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a list cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a list cannot be read
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE `crlfile` is a `pkcs11:` URL
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_crl_file(gnutls_certificate_credentials_t res,
                                         const char *crlfile,
                                         gnutls_x509_crt_fmt_t type_);

/**
 * Adds the certificate revocation lists of a text, or one in DER, to the credentials.
 *
 * They are copied. A list takes the place of an older one of the same issuer, and gives way to a newer
 * one. With `GNUTLS_CERTIFICATE_VERIFY_CRLS` in the flags of the credentials each must be signed by a
 * trusted authority, so that authorities are added first. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param crl the lists
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 *
 * @return the number of lists that were read, or a negative error code:
 * - another code of `gnutls_x509_crl_import`: a list cannot be read
 * @retval GNUTLS_E_CRL_VERIFICATION_ERROR no trusted authority signed a list, and the flags ask for
 *   that
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM text has no list, or one that does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a list cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a list cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_crl_mem(gnutls_certificate_credentials_t res,
                                        const gnutls_datum_t *crl,
                                        gnutls_x509_crt_fmt_t type_);

/**
 * Adds a certificate chain and its private key, given as X.509 objects, to the credentials.
 *
 * The chain and the key become one more pair of the credentials; both are copied. A client or a server
 * presents the pair that fits what its peer can take. The caller still frees its own objects, with
 * `gnutls_x509_crt_deinit` and `gnutls_x509_privkey_deinit`. Call it before sessions use the
 * credentials.
 *
 * @param res the credentials
 * @param cert_list the chain, the certificate of the key first, its issuers in order after it
 * @param cert_list_size the number of its elements, at least 1
 * @param key the private key
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the key is not that of the first certificate
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM the key in the first certificate cannot be read
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE the key in the first certificate cannot be read
 * @retval GNUTLS_E_ASN1_DER_ERROR the key in the first certificate cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, the number is not positive, or the key is empty
 *
 * @since 2.4.0
 */
int gnutls_certificate_set_x509_key(gnutls_certificate_credentials_t res,
                                    gnutls_x509_crt_t *cert_list,
                                    int cert_list_size,
                                    gnutls_x509_privkey_t key);

/**
 * Reads a certificate chain and its private key from files, and adds them to the credentials.
 *
 * The chain and the key become one more pair of the credentials; both are copied. A client or a server
 * presents the pair that fits what its peer can take. The chain begins with the certificate of the
 * key; its issuers follow in order. An encrypted key needs `gnutls_certificate_set_x509_key_file2` or
 * `gnutls_certificate_set_pin_function`. Names may also be URLs of a kind that the program registered
 * (`gnutls_register_custom_url`). Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param certfile the path of the chain, NUL-terminated
 * @param keyfile the path of the key, NUL-terminated; may be the same file
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
 *   both files
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_FILE_ERROR a file cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the PEM text has no private key, or its block does not
 *   decode
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the PEM text has no private key, or its block does
 *   not decode; or the file has no certificate, or it does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM text has no private key, or its block does not
 *   decode; or the file has no certificate, or it does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_DECRYPTION_FAILED the key is encrypted, and the password is missing or wrong
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the key derivation of the encryption is out of bounds
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no key
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the key is not that of the first certificate
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_key_file(gnutls_certificate_credentials_t res,
                                         const char *certfile,
                                         const char *keyfile,
                                         gnutls_x509_crt_fmt_t type_);

/**
 * Reads a certificate chain and its private key, which may be encrypted, from files, and adds them to
 * the credentials.
 *
 * The chain and the key become one more pair of the credentials; both are copied. A client or a server
 * presents the pair that fits what its peer can take. The chain begins with the certificate of the
 * key; its issuers follow in order. Without a password an encrypted key is asked for with the callback
 * of `gnutls_certificate_set_pin_function`, once. Names may also be URLs of a kind that the program
 * registered (`gnutls_register_custom_url`). Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param certfile the path of the chain, NUL-terminated
 * @param keyfile the path of the key, NUL-terminated; may be the same file
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
 *   both files
 * @param pass the password of an encrypted key: UTF-8, NUL-terminated, copied; NULL for none
 * @param flags `gnutls_pkcs_encrypt_flags_t`: 0, `GNUTLS_PKCS_PLAIN` (the key is not encrypted) or
 *   `GNUTLS_PKCS_NULL_PASSWORD` (encrypted without a password)
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_FILE_ERROR a file cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the PEM text has no private key, or its block does not
 *   decode
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the PEM text has no private key, or its block does
 *   not decode; or the file has no certificate, or it does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM text has no private key, or its block does not
 *   decode; or the file has no certificate, or it does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_DECRYPTION_FAILED the key is encrypted, and the password is missing or wrong
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the key derivation of the encryption is out of bounds
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no key
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the key is not that of the first certificate
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_key_file2(gnutls_certificate_credentials_t res,
                                          const char *certfile,
                                          const char *keyfile,
                                          gnutls_x509_crt_fmt_t type_,
                                          const char *pass,
                                          unsigned int flags);

/**
 * Reads a certificate chain and its private key from memory, and adds them to the credentials.
 *
 * The chain and the key become one more pair of the credentials; both are copied. A client or a server
 * presents the pair that fits what its peer can take. The chain begins with the certificate of the
 * key; its issuers follow in order. An encrypted key needs `gnutls_certificate_set_x509_key_mem2` or
 * `gnutls_certificate_set_pin_function`. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param cert the chain
 * @param key the private key; may be the same text
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
 *   both
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the PEM text has no private key, or its block does not
 *   decode
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the PEM text has no private key, or its block does
 *   not decode; or the text has no certificate, or it does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM text has no private key, or its block does not
 *   decode; or the text has no certificate, or it does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_DECRYPTION_FAILED the key is encrypted, and the password is missing or wrong
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the key derivation of the encryption is out of bounds
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no key
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the key is not that of the first certificate
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_key_mem(gnutls_certificate_credentials_t res,
                                        const gnutls_datum_t *cert,
                                        const gnutls_datum_t *key,
                                        gnutls_x509_crt_fmt_t type_);

/**
 * Reads a certificate chain and its private key, which may be encrypted, from memory, and adds them to
 * the credentials.
 *
 * The chain and the key become one more pair of the credentials; both are copied. A client or a server
 * presents the pair that fits what its peer can take. The chain begins with the certificate of the
 * key; its issuers follow in order. Without a password an encrypted key is asked for with the callback
 * of `gnutls_certificate_set_pin_function`, once. The key may be in a PKCS \#12 file, which needs
 * `pass`. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param cert the chain
 * @param key the private key; may be the same text
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
 *   both
 * @param pass the password of an encrypted key: UTF-8, NUL-terminated, copied; NULL for none
 * @param flags `gnutls_pkcs_encrypt_flags_t`: 0, `GNUTLS_PKCS_PLAIN` (the key is not encrypted) or
 *   `GNUTLS_PKCS_NULL_PASSWORD` (encrypted without a password)
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the PEM text has no private key, or its block does not
 *   decode
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the PEM text has no private key, or its block does
 *   not decode; or the text has no certificate, or it does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the PEM text has no private key, or its block does not
 *   decode; or the text has no certificate, or it does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the key cannot be read; the latter stands for every fault of a key
 *   in DER; or a certificate cannot be read
 * @retval GNUTLS_E_DECRYPTION_FAILED the key is encrypted, and the password is missing or wrong
 * @retval GNUTLS_E_UNKNOWN_PK_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ECC_UNSUPPORTED_CURVE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_CIPHER_TYPE a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM a key or an encryption of a kind that is not supported
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the key derivation of the encryption is out of bounds
 * @retval GNUTLS_E_PK_INVALID_PRIVKEY the numbers are no key
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the key is not that of the first certificate
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_key_mem2(gnutls_certificate_credentials_t res,
                                         const gnutls_datum_t *cert,
                                         const gnutls_datum_t *key,
                                         gnutls_x509_crt_fmt_t type_,
                                         const char *pass,
                                         unsigned int flags);

/**
 * Reads a private key and its certificates from a PKCS \#12 file, and adds them to the credentials.
 *
 * The key and the chain of its certificate become one more pair of the credentials. The chain is that
 * of `gnutls_pkcs12_simple_parse` without flags: a self-signed authority is left out. A revocation
 * list in the file is added to the trust list. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param pkcs12file the path of the file, NUL-terminated
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param password the password of the MAC, the bags and the key: UTF-8, NUL-terminated. With NULL the
 *   MAC is not verified, and nothing encrypted can be read
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code:
 * - codes of `gnutls_certificate_set_x509_simple_pkcs12_mem`
 * @retval GNUTLS_E_FILE_ERROR the file cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `res` or `pkcs12file` is NULL
 *
 * @see RFC 7292
 */
int gnutls_certificate_set_x509_simple_pkcs12_file(gnutls_certificate_credentials_t res,
                                                   const char *pkcs12file,
                                                   gnutls_x509_crt_fmt_t type_,
                                                   const char *password);

/**
 * Reads a private key and its certificates from PKCS \#12 in memory, and adds them to the credentials.
 *
 * The key and the chain of its certificate become one more pair of the credentials. The chain is that
 * of `gnutls_pkcs12_simple_parse` without flags: a self-signed authority is left out. A revocation
 * list in the file is added to the trust list. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param p12blob the file, which is copied
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 * @param password the password of the MAC, the bags and the key: UTF-8, NUL-terminated. With NULL the
 *   MAC is not verified, and nothing encrypted can be read
 *
 * @return 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
 *   pair, or a negative error code:
 * - other codes of `gnutls_pkcs12_import` and `gnutls_pkcs12_simple_parse`
 * @retval GNUTLS_E_MAC_VERIFY_FAILED the password is wrong, or the file was changed
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there is a password, but the file has no MAC
 * @retval GNUTLS_E_DECRYPTION_FAILED the password is missing, or wrong for a bag or the key
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the file has no key, or no certificate of it
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH the certificate that is marked as that of the key is not
 * @retval GNUTLS_E_INVALID_REQUEST `res` or `p12blob` is NULL
 *
 * @since 2.8.0
 * @see RFC 7292
 */
int gnutls_certificate_set_x509_simple_pkcs12_mem(gnutls_certificate_credentials_t res,
                                                  const gnutls_datum_t *p12blob,
                                                  gnutls_x509_crt_fmt_t type_,
                                                  const char *password);

/**
 * Adds the authorities that the system trusts to the credentials.
 *
 * They are read from the first bundle that exists of those that distributions have, on Debian
 * `/etc/ssl/certs/ca-certificates.crt`, else from Fedora's or openSUSE's directory of certificates
 * named by hashes; a system without them gives none. Each call reads the file again: programs with
 * many sessions share the credentials. Call it before sessions use the credentials.
 *
 * @param cred the credentials
 *
 * @return the number of certificates read, or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_FILE_ERROR the bundle is there and cannot be read
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND it has no certificate, or one that does not decode
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR it has no certificate, or one that does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR it has no certificate, or one that does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `cred` is NULL
 *
 * @since 3.0.20
 */
int gnutls_certificate_set_x509_system_trust(gnutls_certificate_credentials_t cred);

/**
 * Adds certificates, given as X.509 objects, to the trusted authorities of the credentials.
 *
 * They are copied: the caller still frees its own. A server names these authorities to the clients
 * that it asks for a certificate. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param ca_list the certificates
 * @param ca_list_size the number of its elements, at least 1
 *
 * @return the number of certificates that were added, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the number is not positive
 *
 * @since 2.4.0
 */
int gnutls_certificate_set_x509_trust(gnutls_certificate_credentials_t res,
                                      gnutls_x509_crt_t *ca_list,
                                      int ca_list_size);

/**
 * Adds the certificates in the files of a directory to the trusted authorities of the credentials.
 *
 * Every regular file is read; files without certificates, and files with one that cannot be read, are
 * passed over. Directories below are not entered. A directory that cannot be read counts as an empty
 * one. Call it before sessions use the credentials.
 *
 * @param cred the credentials
 * @param ca_dir the path of the directory, NUL-terminated
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 *
 * @return the number of certificates that were found, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.6
 */
int gnutls_certificate_set_x509_trust_dir(gnutls_certificate_credentials_t cred,
                                          const char *ca_dir,
                                          gnutls_x509_crt_fmt_t type_);

/**
 * Adds the certificates of a file to the trusted authorities of the credentials.
 *
 * A certificate that is trusted already is not added again, but counts. If one of them cannot be read,
 * none is added. A server names these authorities to the clients that it asks for a certificate. Call
 * it before sessions use the credentials.
 *
 * @param cred the credentials
 * @param cafile the path of the file, NUL-terminated
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); a
 *   file in DER has one certificate
 *
 * @return the number of certificates in the file (0 for a PEM text without any), or a negative error
 *   code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_FILE_ERROR the file cannot be read
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a block does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a block does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_trust_file(gnutls_certificate_credentials_t cred,
                                           const char *cafile,
                                           gnutls_x509_crt_fmt_t type_);

/**
 * Adds the certificates of a text, or one in DER, to the trusted authorities of the credentials.
 *
 * They are copied. A certificate that is trusted already is not added again, but counts. If one of
 * them cannot be read, none is added. A server names these authorities to the clients that it asks for
 * a certificate. Call it before sessions use the credentials.
 *
 * @param res the credentials
 * @param ca the certificates
 * @param type_ `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 *
 * @return the number of certificates in the text (0 for a PEM text without any), or a negative error
 *   code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR a block does not decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a block does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR a certificate cannot be read
 * @retval GNUTLS_E_X509_CERTIFICATE_ERROR a certificate cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_certificate_set_x509_trust_mem(gnutls_certificate_credentials_t res,
                                          const gnutls_datum_t *ca,
                                          gnutls_x509_crt_fmt_t type_);

/**
 * Tells the type of the certificates that this side shows.
 *
 * `gnutls_certificate_type_get2` is for either side.
 *
 * @param session a session
 *
 * @return `GNUTLS_CRT_RAWPK` if raw public keys were negotiated for this side, else `GNUTLS_CRT_X509`.
 *
 * @see RFC 7250
 */
gnutls_certificate_type_t gnutls_certificate_type_get(gnutls_session_t session);

/**
 * Tells the type of the certificates that one side shows.
 *
 * Raw public keys are negotiated where both sides have set `GNUTLS_ENABLE_RAWPK` and allow them in
 * their priorities (`+CTYPE-RAWPK`). The type of the client's certificate is negotiated only if the
 * server asks for it.
 *
 * @param session a session
 * @param target `GNUTLS_CTYPE_CLIENT`, `GNUTLS_CTYPE_SERVER`, `GNUTLS_CTYPE_OURS` or
 *   `GNUTLS_CTYPE_PEERS`
 *
 * @return `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`; `GNUTLS_CRT_UNKNOWN` for another number as
 *   `target`.
 *
 * @since 3.6.4
 * @see RFC 7250
 */
gnutls_certificate_type_t gnutls_certificate_type_get2(gnutls_session_t session,
                                                       gnutls_ctype_target_t target);

/**
 * Returns the number of a certificate type by its name.
 *
 * The names are `X509` or `X.509`, and `RAWPK`; upper and lower case are the same.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`, or `GNUTLS_CRT_UNKNOWN` (0) if nothing has this
 *   name.
 *
 * It may be called from any thread.
 */
gnutls_certificate_type_t gnutls_certificate_type_get_id(const char *name);

/**
 * Returns the name of a certificate type, such as `X.509`.
 *
 * `gnutls_certificate_type_get_id` understands `X.509`, but has another name for raw public keys. The
 * string is constant and not to be freed.
 *
 * @param type_ a `gnutls_certificate_type_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_certificate_type_get_name(gnutls_certificate_type_t type_);

/**
 * Returns the certificate types that the library knows, as a list of numbers.
 *
 * They are X.509 and raw public keys. The list is constant and not to be freed.
 *
 * @return an array of `gnutls_certificate_type_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_certificate_type_t *gnutls_certificate_type_list(void);

/**
 * Puts the status of a verification into words.
 *
 * The text is in English: a sentence that says whether the certificate is trusted, and one for each
 * bit that is set.
 *
 * @param status bits of `gnutls_certificate_status_t`; 0 is trusted
 * @param type_ `GNUTLS_CRT_X509`; with another type the reasons are left out
 * @param out takes a NUL-terminated string, whose size does not count the NUL; the caller frees it
 *   with `gnutls_free`
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `out` is NULL.
 *
 * It may be called from any thread. Since 3.1.4.
 */
int gnutls_certificate_verification_status_print(unsigned int status,
                                                 gnutls_certificate_type_t type_,
                                                 gnutls_datum_t *out,
                                                 unsigned int flags);

/**
 * Verifies the peer's certificate chain, and what the certificate says of names and purposes.
 *
 * Each element asks for one thing: `GNUTLS_DT_DNS_HOSTNAME` a host, `GNUTLS_DT_IP_ADDRESS` an address
 * in 4 or 16 bytes, `GNUTLS_DT_RFC822NAME` an email address, `GNUTLS_DT_KEY_PURPOSE_OID` a purpose, as
 * `GNUTLS_KP_TLS_WWW_SERVER`. There is at most one host, address or mailbox, and of purposes the last
 * counts; other types, and elements without data, are passed over. Trust and flags are those of
 * `gnutls_certificate_verify_peers3`.
 *
 * @param session a session with a certificate of the peer
 * @param data an array, read during the call alone; `size` is that of an address, the others are
 *   NUL-terminated whatever it says. NULL asks for nothing
 * @param elements the number of elements in `data`
 * @param status takes 0 if the peer is trusted, else bits of `gnutls_certificate_status_t`; not
 *   written on error. NULL if it is not wanted
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was carried out, whatever it found, or a negative
 *   error code
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND the peer has shown no certificate
 * @retval GNUTLS_E_INSUFFICIENT_CREDENTIALS the session has no certificate credentials
 * @retval GNUTLS_E_CONSTRAINT_ERROR the chain is beyond `gnutls_certificate_set_verify_limits`
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, nothing is negotiated yet, the key exchange is
 *   one without a certificate of the peer, or there is more than one host, address or mailbox in
 *   `data`
 *
 * @since 3.3.0
 * @see RFC 5280 section 6
 */
int gnutls_certificate_verify_peers(gnutls_session_t session,
                                    gnutls_typed_vdata_st *data,
                                    unsigned int elements,
                                    unsigned int *status);

/**
 * Verifies the peer's certificate chain, without a look at the peer's name.
 *
 * A chain that is good for some other host passes: clients need `gnutls_certificate_verify_peers3`,
 * which takes the name. Anchors, revocation lists and flags are those of the session's certificate
 * credentials. OCSP responses are not looked at.
 *
 * @param session a session with a certificate of the peer
 * @param status takes 0 if the chain is trusted, else bits of `gnutls_certificate_status_t`; not
 *   written on error. NULL if it is not wanted
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was carried out, whatever it found, or a negative
 *   error code
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND the peer has shown no certificate
 * @retval GNUTLS_E_INSUFFICIENT_CREDENTIALS the session has no certificate credentials
 * @retval GNUTLS_E_CONSTRAINT_ERROR the chain is beyond `gnutls_certificate_set_verify_limits`
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, nothing is negotiated yet, or the key exchange
 *   is one without a certificate of the peer
 *
 * @see RFC 5280 section 6
 */
int gnutls_certificate_verify_peers2(gnutls_session_t session, unsigned int *status);

/**
 * Verifies the peer's certificate chain, and that the certificate names a host.
 *
 * Anchors, revocation lists and flags are those of the session's certificate credentials; flags and
 * profile of the priorities are added. OCSP responses are not looked at.
 * `gnutls_session_set_verify_cert` does the same within the handshake.
 *
 * @param session a session with a certificate of the peer
 * @param hostname a DNS name in UTF-8 or an IP address as text, NUL-terminated; NULL takes any name
 * @param status takes 0 if the peer is trusted, else bits of `gnutls_certificate_status_t`; not
 *   written on error. NULL if it is not wanted
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was carried out, whatever it found, or a negative
 *   error code
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND the peer has shown no certificate
 * @retval GNUTLS_E_INSUFFICIENT_CREDENTIALS the session has no certificate credentials
 * @retval GNUTLS_E_CONSTRAINT_ERROR the chain is beyond `gnutls_certificate_set_verify_limits`
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, nothing is negotiated yet, or the key exchange
 *   is one without a certificate of the peer
 *
 * @since 3.1.4
 * @see RFC 5280 section 6, RFC 6125
 */
int gnutls_certificate_verify_peers3(gnutls_session_t session, const char *hostname, unsigned int *status);

/**
 * Returns the version of the interface that the library has, if it is new enough.
 *
 * It is the version of GnuTLS whose interface is implemented, 3.8.13. Numbers are compared as such:
 * 3.10 is newer than 3.9. The string is constant and not to be freed.
 *
 * @param req_version the oldest version that will do, NUL-terminated, as `GNUTLS_VERSION` of the
 *   header; NULL takes any
 *
 * @return the version, or NULL if it is older than `req_version`.
 *
 * It may be called from any thread.
 */
const char *gnutls_check_version(const char *req_version);

/**
 * Returns the cipher of the session's cipher suite.
 *
 * It is known as soon as the suite is chosen. `gnutls_cipher_get_name` has its name,
 * `gnutls_ciphersuite_get` that of the suite.
 *
 * @param session a session
 *
 * @return a `gnutls_cipher_algorithm_t`, or `GNUTLS_CIPHER_NULL` if nothing is negotiated or `session`
 *   is NULL.
 */
gnutls_cipher_algorithm_t gnutls_cipher_get(gnutls_session_t session);

/**
 * Returns the number of a cipher by its name, such as `AES-128-GCM`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_cipher_get_name` for the ciphers
 * of `gnutls_cipher_list`.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_cipher_algorithm_t`, or `GNUTLS_CIPHER_UNKNOWN` (0) if nothing has this name.
 *
 * It may be called from any thread.
 */
gnutls_cipher_algorithm_t gnutls_cipher_get_id(const char *name);

/**
 * Returns how long the key of a cipher is.
 *
 * It is the length that `gnutls_cipher_init` and `gnutls_aead_cipher_init` ask of a key. For ciphers
 * with a second key, as XTS and SIV have, it is that of both.
 *
 * @param algorithm a `gnutls_cipher_algorithm_t`
 *
 * @return the length in bytes, or 0 for an unknown number and for `GNUTLS_CIPHER_NULL`.
 *
 * It may be called from any thread.
 */
size_t gnutls_cipher_get_key_size(gnutls_cipher_algorithm_t algorithm);

/**
 * Returns the name of a cipher, such as `AES-128-GCM`.
 *
 * It is the name that `gnutls_cipher_get_id` and priority strings understand. The string is constant
 * and not to be freed.
 *
 * @param algorithm a `gnutls_cipher_algorithm_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_cipher_get_name(gnutls_cipher_algorithm_t algorithm);

/**
 * Returns the ciphers that the library knows, as a list of numbers.
 *
 * Handshakes use some of them; others are for `gnutls_cipher_init`, `gnutls_aead_cipher_init` and
 * encrypted keys alone. What a session may use is told by `gnutls_priority_cipher_list`. The list is
 * made once, stays for the life of the process, and is not to be freed.
 *
 * @return an array of `gnutls_cipher_algorithm_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_cipher_algorithm_t *gnutls_cipher_list(void);

/**
 * Returns the name of the cipher suite that three algorithms make, in GnuTLS's own spelling and
 * without `TLS_`.
 *
 * It differs from the name that IANA registers, which `gnutls_ciphersuite_get` has for the suite of a
 * session. The string is constant and not to be freed.
 *
 * @param kx_algorithm the key exchange; `GNUTLS_KX_UNKNOWN` for suites of TLS 1.3
 * @param cipher_algorithm the cipher
 * @param mac_algorithm the MAC; `GNUTLS_MAC_AEAD` for AEAD ciphers
 *
 * @return the name, or NULL if no suite has these.
 *
 * It may be called from any thread.
 */
const char *gnutls_cipher_suite_get_name(gnutls_kx_algorithm_t kx_algorithm,
                                         gnutls_cipher_algorithm_t cipher_algorithm,
                                         gnutls_mac_algorithm_t mac_algorithm);

/**
 * Tells a cipher suite at a place in the list of all suites that the library knows.
 *
 * Count `idx` up from 0 until the function returns NULL. Suites are among them that handshakes do not
 * use; those of a priority string are told by `gnutls_priority_get_cipher_suite_index`. Each pointer
 * may be NULL if the value is not wanted.
 *
 * @param idx the place, from 0
 * @param cs_id takes the 2 bytes of the suite on the wire
 * @param kx takes the key exchange; `GNUTLS_KX_UNKNOWN` for suites of TLS 1.3
 * @param cipher takes the cipher
 * @param mac takes the MAC; `GNUTLS_MAC_AEAD` for AEAD ciphers
 * @param min_version takes the oldest version that has the suite
 *
 * @return the name in GnuTLS's own spelling, constant and not to be freed, or NULL beyond the list,
 *   with nothing written.
 *
 * It may be called from any thread.
 */
const char *gnutls_cipher_suite_info(size_t idx,
                                     unsigned char *cs_id,
                                     gnutls_kx_algorithm_t *kx,
                                     gnutls_cipher_algorithm_t *cipher,
                                     gnutls_mac_algorithm_t *mac,
                                     gnutls_protocol_t *min_version);

/**
 * Returns the name of the session's cipher suite as IANA registers it, such as
 * `TLS_AES_128_GCM_SHA256`.
 *
 * It differs from `gnutls_cipher_suite_get_name`, which gives GnuTLS's own names. The string is
 * constant and not to be freed.
 *
 * @param session a session
 *
 * @return the name, or NULL if nothing is negotiated or `session` is NULL.
 *
 * @since 3.7.4
 */
const char *gnutls_ciphersuite_get(gnutls_session_t session);

/**
 * Tells the method that compresses the own certificate.
 *
 * It is selected when the peer has said what it decompresses: the first of the own methods that is
 * among those.
 *
 * @param session a session
 *
 * @return `GNUTLS_COMP_ZLIB`, `GNUTLS_COMP_BROTLI` or `GNUTLS_COMP_ZSTD`; `GNUTLS_COMP_UNKNOWN` (0) if
 *   none is selected or `session` is NULL.
 *
 * @since 3.7.4
 * @see RFC 8879
 */
gnutls_compression_method_t gnutls_compress_certificate_get_selected_method(gnutls_session_t session);

/**
 * Sets the methods by which the certificates of a session may be compressed.
 *
 * They are what the peer is told that this side decompresses, and one of them compresses the own
 * certificate if the peer decompresses it. TLS 1.3 alone compresses certificates. Decompression is
 * bounded by the length that the peer announces, and that by `gnutls_handshake_set_max_packet_length`.
 *
 * @param session a session, before the handshake
 * @param methods `GNUTLS_COMP_ZLIB`, `GNUTLS_COMP_BROTLI` and `GNUTLS_COMP_ZSTD`, the preferred first;
 *   copied. NULL takes back those that were set
 * @param methods_len their number, at most 127; 0 takes back those that were set
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code; then nothing is changed
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, a method is unknown, or there are too many
 *
 * @since 3.7.4
 * @see RFC 8879
 */
int gnutls_compress_certificate_set_methods(gnutls_session_t session,
                                            const gnutls_compression_method_t *methods,
                                            size_t methods_len);

/**
 * Removes the credentials of all types from the session.
 *
 * They are not freed: they are the application's. A handshake needs new ones on a server; a client
 * without credentials shows no certificate.
 *
 * @param session a session, not in a handshake; NULL is ignored
 */
void gnutls_credentials_clear(gnutls_session_t session);

/**
 * Tells the credentials that were set for a type.
 *
 * The pointer is the one given to `gnutls_credentials_set`. It stays the application's: nothing is
 * copied, and no reference is counted.
 *
 * @param session a session
 * @param type_ a `gnutls_credentials_type_t`
 * @param cred takes the pointer; NULL only asks whether there is one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL, or none are set
 *   for the type; `cred` is not written then.
 *
 * @since 3.3.3
 */
int gnutls_credentials_get(gnutls_session_t session, gnutls_credentials_type_t type_, void **cred);

/**
 * Sets the credentials that the session uses, one for each type.
 *
 * The session keeps the pointer and does not free it: the credentials must live until `gnutls_deinit`,
 * or until another pointer or NULL is set. They may be shared by any number of sessions in any
 * threads, and must not be changed while one of them uses them.
 *
 * @param session a session
 * @param type_ `GNUTLS_CRD_CERTIFICATE`, `GNUTLS_CRD_ANON`, `GNUTLS_CRD_PSK` or `GNUTLS_CRD_SRP`
 * @param cred the credentials of that type, for the session's side; NULL removes them
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL or the type is
 *   none of these.
 */
int gnutls_credentials_set(gnutls_session_t session, gnutls_credentials_type_t type_, void *cred);

/**
 * Has no effect: entries that are too old are not resumed without it.
 *
 * @param session not used
 * @param session_entry not used
 *
 * @return 0. Deprecated.
 */
int gnutls_db_check_entry(gnutls_session_t session, gnutls_datum_t session_entry);

/**
 * Tells until when an entry of the database is of use.
 *
 * @param entry the data that the store function got
 *
 * @return the time in seconds since 1970, or 0 if it is no entry.
 *
 * @since 3.6.5
 */
time_t gnutls_db_check_entry_expire_time(gnutls_datum_t *entry);

/**
 * Tells when the session of an entry of the database was made.
 *
 * It is for databases that are to be cleaned up; `gnutls_db_check_entry_expire_time` tells until when
 * an entry is of use.
 *
 * @param entry the data that the store function got
 *
 * @return the time in seconds since 1970, or 0 if it is no entry.
 */
time_t gnutls_db_check_entry_time(gnutls_datum_t *entry);

/**
 * Tells how long sessions can be resumed by default.
 *
 * `gnutls_db_set_cache_expiration` sets another time.
 *
 * @return 21600 seconds.
 */
unsigned int gnutls_db_get_default_cache_expiration(void);

/**
 * Returns the pointer of `gnutls_db_set_ptr`.
 *
 * @param session a session; NULL gives NULL
 *
 * @return the pointer, or NULL if none was set.
 */
void *gnutls_db_get_ptr(gnutls_session_t session);

/**
 * Removes the session from the server's database, so that it is not resumed.
 *
 * The function of `gnutls_db_set_remove_function` is called with its identifier.
 *
 * @param session a server's session; NULL is ignored
 */
void gnutls_db_remove_session(gnutls_session_t session);

/**
 * Sets how long a server's sessions can be resumed.
 *
 * It is the lifetime of entries of the database and of tickets, and a third of the period of the keys
 * of tickets. A client uses it for sessions of TLS 1.2 of which the server does not say how long they
 * last.
 *
 * @param session a session before its handshake; NULL is ignored
 * @param seconds the time, 21600 (6 hours) by default; more than 604800 (7 days) is that, and a
 *   negative number is the default
 */
void gnutls_db_set_cache_expiration(gnutls_session_t session, int seconds);

/**
 * Sets the pointer that the functions of a server's database get.
 *
 * @param session a session; NULL is ignored
 * @param ptr any pointer, which the library neither follows nor frees
 */
void gnutls_db_set_ptr(gnutls_session_t session, void *ptr);

/**
 * Sets the function that removes a session from a server's database.
 *
 * It gets the pointer of `gnutls_db_set_ptr` and the identifier of the session.
 * `gnutls_db_remove_session` calls it.
 *
 * @param session a server's session; NULL is ignored
 * @param rem_func the function, or NULL for none
 */
void gnutls_db_set_remove_function(gnutls_session_t session, gnutls_db_remove_func rem_func);

/**
 * Sets the function that finds a session in a server's database.
 *
 * It gets the pointer of `gnutls_db_set_ptr` and the identifier of a session, and returns what was
 * stored for it, allocated with `gnutls_malloc`, which the library wipes and frees; without an entry
 * it returns NULL and 0. It is called in the handshake of TLS 1.2, before the function of
 * `gnutls_handshake_set_post_client_hello_function`, and may call functions of the session.
 *
 * @param session a server's session; NULL is ignored
 * @param retr_func the function, or NULL for none
 */
void gnutls_db_set_retrieve_function(gnutls_session_t session, gnutls_db_retr_func retr_func);

/**
 * Sets the function that stores a session in a server's database.
 *
 * It gets the pointer of `gnutls_db_set_ptr`, the identifier of the session and the data to store,
 * which has secrets. It is called once at the end of a full handshake of TLS 1.2, unless the client
 * got a ticket. It returns 0; with another value the session goes on and cannot be resumed. It may
 * call functions of the session.
 *
 * @param session a server's session; NULL is ignored
 * @param store_func the function, or NULL for none
 */
void gnutls_db_set_store_function(gnutls_session_t session, gnutls_db_store_func store_func);

/**
 * Ends a session: wipes its secrets and frees what it holds.
 *
 * Nothing is sent: call `gnutls_bye` before. Credentials, priorities and the transport stay the
 * application's, which may free them from then on. Pointers that getters lent, as those of
 * `gnutls_certificate_get_peers`, become invalid. The functions that free the private data of
 * registered extensions run in this call.
 *
 * It must not be called from a callback of the same session. A session that a call still uses is not
 * freed: its memory is lost, and a line in the log says so.
 *
 * @param session a session that no thread uses, not to be used afterwards; NULL is ignored
 */
void gnutls_deinit(gnutls_session_t session);

/**
 * Returns the group of the last Diffie-Hellman key exchange in a finite field.
 *
 * The numbers are big-endian, with a zero byte first if their highest bit is set. They are empty after
 * another key exchange. Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
 *
 * @param session a session
 * @param raw_gen takes the generator, to be freed with `gnutls_free`; NULL if it is not needed
 * @param raw_prime the same for the prime
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the first handshake is not complete, the peer was authenticated by
 *   SRP, or `session` is NULL
 * @retval GNUTLS_E_MEMORY_ERROR no memory for the numbers
 */
int gnutls_dh_get_group(gnutls_session_t session, gnutls_datum_t *raw_gen, gnutls_datum_t *raw_prime);

/**
 * Tells the size of the peer's public value in the last Diffie-Hellman key exchange in a finite field.
 *
 * Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
 *
 * @param session a session
 *
 * @return the size in bits, or a negative error code
 * @retval GNUTLS_E_MPI_SCAN_FAILED there was none
 * @retval GNUTLS_E_INVALID_REQUEST the first handshake is not complete, the peer was authenticated by
 *   SRP, or `session` is NULL
 */
int gnutls_dh_get_peers_public_bits(gnutls_session_t session);

/**
 * Tells the size of the prime of the last Diffie-Hellman key exchange in a finite field.
 *
 * Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
 *
 * @param session a session
 *
 * @return the size in bits, 0 if there was none, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the first handshake is not complete, the peer was authenticated by
 *   SRP, or `session` is NULL
 */
int gnutls_dh_get_prime_bits(gnutls_session_t session);

/**
 * Returns our public value of the last Diffie-Hellman key exchange in a finite field.
 *
 * It is big-endian, with a zero byte first if its highest bit is set, and empty after another key
 * exchange. Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
 *
 * @param session a session
 * @param raw_key takes the value, to be freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the first handshake is not complete, or a pointer is NULL
 * @retval GNUTLS_E_MEMORY_ERROR no memory for the value
 */
int gnutls_dh_get_pubkey(gnutls_session_t session, gnutls_datum_t *raw_key);

/**
 * Tells the size of our secret exponent in the last Diffie-Hellman key exchange in a finite field.
 *
 * Those of TLS 1.3 do not count: `gnutls_group_get` tells what was used.
 *
 * @param session a session
 *
 * @return the size in bits, 0 if there was none, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the first handshake is not complete, the peer was authenticated by
 *   SRP, or `session` is NULL
 */
int gnutls_dh_get_secret_bits(gnutls_session_t session);

/**
 * Copies Diffie-Hellman parameters into another object.
 *
 * What `dst` held before is dropped. Both objects are freed on their own with
 * `gnutls_dh_params_deinit`, and a later change of one does not change the other. Empty parameters may
 * be copied too.
 *
 * @param dst the object that takes the copy
 * @param src the object to copy; may be `dst`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_dh_params_cpy(gnutls_dh_params_t dst, gnutls_dh_params_t src);

/**
 * Frees Diffie-Hellman parameters.
 *
 * Keys that were made with them, and credentials that they were set in, have no need of the object: it
 * may be freed at any time after those calls.
 *
 * @param dh_params the object of `gnutls_dh_params_init`; NULL is ignored
 */
void gnutls_dh_params_deinit(gnutls_dh_params_t dh_params);

/**
 * Writes Diffie-Hellman parameters as PKCS \#3 has them into new memory.
 *
 * The caller frees `out->data` with `gnutls_free`. A NUL that the size does not count follows the
 * bytes.
 *
 * @param params the parameters
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts);
 *   PEM has the label `DH PARAMETERS`
 * @param out takes the bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the parameters are empty
 *
 * @since 3.1.3
 */
int gnutls_dh_params_export2_pkcs3(gnutls_dh_params_t params,
                                   gnutls_x509_crt_fmt_t format,
                                   gnutls_datum_t *out);

/**
 * Writes Diffie-Hellman parameters as PKCS \#3 has them into a buffer.
 *
 * To learn the size, call it with NULL as `params_data`. `gnutls_dh_params_export2_pkcs3` allocates
 * the buffer.
 *
 * @param params the parameters
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts);
 *   PEM has the label `DH PARAMETERS` and ends with a NUL
 * @param params_data takes the bytes; NULL asks for the size
 * @param params_data_size in: the capacity of `params_data` in bytes; out: the length written without
 *   the NUL, or needed, NUL included, after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the buffer is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `params` is NULL or empty, or the size is NULL
 */
int gnutls_dh_params_export_pkcs3(gnutls_dh_params_t params,
                                  gnutls_x509_crt_fmt_t format,
                                  unsigned char *params_data,
                                  size_t *params_data_size);

/**
 * Gives the prime and the generator of Diffie-Hellman parameters.
 *
 * Both are big-endian, without leading zeros; the caller frees `prime->data` and `generator->data`
 * with `gnutls_free`.
 *
 * @param params the parameters
 * @param prime takes the prime
 * @param generator takes the generator
 * @param bits takes the bits of private keys, 0 if they were not set; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `params`, `prime` or `generator` is NULL, or the parameters are
 *   empty
 */
int gnutls_dh_params_export_raw(gnutls_dh_params_t params,
                                gnutls_datum_t *prime,
                                gnutls_datum_t *generator,
                                unsigned int *bits);

/**
 * Sets Diffie-Hellman parameters to the group of RFC 7919 that has at least the given bits.
 *
 * GnuTLS searches a fresh prime instead; the groups of RFC 7919 have 2048, 3072, 4096, 6144 or 8192
 * bits, are known to be sound, and take no time. The generator is 2, and private keys get the bits
 * that suit the group.
 *
 * @param params the object to fill
 * @param bits the least bits of the prime, 1 to 8192
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ILLEGAL_PARAMETER `bits` is 0 or more than 8192
 * @retval GNUTLS_E_INVALID_REQUEST `params` is NULL
 *
 * @see RFC 7919 appendix A
 */
int gnutls_dh_params_generate2(gnutls_dh_params_t params, unsigned int bits);

/**
 * Sets Diffie-Hellman parameters from the group of a DSA private key.
 *
 * Prime and generator are copied, and private keys get as many bits as the key's order has; the key
 * itself is not kept. On failure the object keeps what it held.
 *
 * @param dh_params the object to fill
 * @param key a DSA key
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or `key` is empty or no DSA key
 */
int gnutls_dh_params_import_dsa(gnutls_dh_params_t dh_params, gnutls_x509_privkey_t key);

/**
 * Reads Diffie-Hellman parameters as PKCS \#3 has them (`openssl dhparam` writes such files).
 *
 * On failure the object keeps what it held. Where a third number stands behind prime and generator it
 * counts as the bits of private keys.
 *
 * @param params the object to fill
 * @param pkcs3_params the parameters in DER, or in PEM with the label `DH PARAMETERS`; copied
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the text has no such block, or one that does not
 *   decode
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text has no such block, or one that does not decode
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such parameters
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such parameters
 * @retval GNUTLS_E_MPI_SCAN_FAILED prime or generator is zero or empty
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the prime is even or longer than 16384 bits, or the generator
 *   longer than the prime
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_dh_params_import_pkcs3(gnutls_dh_params_t params,
                                  const gnutls_datum_t *pkcs3_params,
                                  gnutls_x509_crt_fmt_t format);

/**
 * Sets Diffie-Hellman parameters from a prime and a generator.
 *
 * The numbers are copied; whether the prime is one is not tested. On failure the object keeps what it
 * held.
 *
 * @param dh_params the object to fill
 * @param prime the prime, big-endian, without a sign; leading zeros are dropped
 * @param generator the generator, big-endian, without a sign; leading zeros are dropped
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MPI_SCAN_FAILED prime or generator is zero or empty
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the prime is even or longer than 16384 bits, or the generator
 *   longer than the prime
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_dh_params_import_raw(gnutls_dh_params_t dh_params,
                                const gnutls_datum_t *prime,
                                const gnutls_datum_t *generator);

/**
 * Sets Diffie-Hellman parameters from a prime and a generator, with the length of private keys.
 *
 * The numbers are copied; whether the prime is one is not tested. On failure the object keeps what it
 * held.
 *
 * @param dh_params the object to fill
 * @param prime the prime, big-endian, without a sign; leading zeros are dropped
 * @param generator the generator, big-endian, without a sign; leading zeros are dropped
 * @param key_bits the bits of private keys in this group; 0 leaves them to the library, which then
 *   takes as many as the prime has
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MPI_SCAN_FAILED prime or generator is zero or empty
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the prime is even or longer than 16384 bits, or the generator
 *   longer than the prime
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_dh_params_import_raw2(gnutls_dh_params_t dh_params,
                                 const gnutls_datum_t *prime,
                                 const gnutls_datum_t *generator,
                                 unsigned int key_bits);

/**
 * Sets Diffie-Hellman parameters from a prime, the order of its subgroup and a generator.
 *
 * The numbers are copied; whether they are sound is not tested. With the order, keys are made below
 * it, and public values are checked to belong to the subgroup. On failure the object keeps what it
 * held.
 *
 * @param dh_params the object to fill
 * @param prime the prime, big-endian, without a sign; leading zeros are dropped
 * @param q the order of the generator, big-endian; NULL if it is not known
 * @param generator the generator, big-endian, without a sign; leading zeros are dropped
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MPI_SCAN_FAILED prime or generator is zero or empty
 * @retval GNUTLS_E_ILLEGAL_PARAMETER the prime is even or longer than 16384 bits, or the generator
 *   longer than the prime
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 */
int gnutls_dh_params_import_raw3(gnutls_dh_params_t dh_params,
                                 const gnutls_datum_t *prime,
                                 const gnutls_datum_t *q,
                                 const gnutls_datum_t *generator);

/**
 * Creates empty Diffie-Hellman parameters.
 *
 * One of the import functions or `gnutls_dh_params_generate2` fills them; `gnutls_dh_params_deinit`
 * frees them. Sessions negotiate their groups without such objects (RFC 7919): they serve the keys of
 * `gnutls_privkey_import_dh_raw` and PKCS \#3 files.
 *
 * @param dh_params takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `dh_params` is NULL
 */
int gnutls_dh_params_init(gnutls_dh_params_t *dh_params);

/**
 * Sets the smallest Diffie-Hellman prime that a client accepts.
 *
 * A server with a smaller one is refused with `GNUTLS_E_DH_PRIME_UNACCEPTABLE`. The default is 1008
 * bits. It concerns the key exchanges in a finite field before TLS 1.3.
 *
 * @param session a session; NULL is ignored
 * @param bits the size in bits
 */
void gnutls_dh_set_prime_bits(gnutls_session_t session, unsigned int bits);

/**
 * Returns the number of a hash function by its name, such as `SHA256`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_digest_get_name`; hash functions
 * without an object identifier have none.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` (0) if nothing has this name.
 *
 * It may be called from any thread.
 */
gnutls_digest_algorithm_t gnutls_digest_get_id(const char *name);

/**
 * Returns the name of a hash function, such as `SHA256`.
 *
 * It is the name that `gnutls_digest_get_id` understands. The string is constant and not to be freed.
 *
 * @param algorithm a `gnutls_digest_algorithm_t`
 *
 * @return the name, or NULL for an unknown number and for a hash function without an object
 *   identifier.
 *
 * It may be called from any thread.
 */
const char *gnutls_digest_get_name(gnutls_digest_algorithm_t algorithm);

/**
 * Returns the object identifier of a hash function, such as `2.16.840.1.101.3.4.2.1`.
 *
 * It is in dotted decimal form, as `gnutls_oid_to_digest` reads it. The string is constant and not to
 * be freed.
 *
 * @param algorithm a `gnutls_digest_algorithm_t`
 *
 * @return the identifier, or NULL if the number is unknown or has none.
 *
 * It may be called from any thread. Since 3.4.3.
 */
const char *gnutls_digest_get_oid(gnutls_digest_algorithm_t algorithm);

/**
 * Returns the hash functions that the library knows, as a list of numbers.
 *
 * They are for `gnutls_hash_init` and for signatures. Weak ones, as MD5, are among them. The list is
 * made once, stays for the life of the process, and is not to be freed.
 *
 * @return an array of `gnutls_digest_algorithm_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_digest_algorithm_t *gnutls_digest_list(void);

/**
 * Marks a hash function as secure or insecure for signatures, in the allow list of the system's
 * configuration.
 *
 * Signatures with an insecure hash are refused. `override-mode` in the configuration must be
 * `allowlist`, and the priorities `@SYSTEM` must not have been used by any session or handle.
 *
 * @param dig the hash function
 * @param secure not 0 for secure, 0 for insecure
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown hash function, without
 *   an allow list, or once `@SYSTEM` was used.
 *
 * Call it at the start of the program, before other threads use the library. Since 3.7.3.
 */
int gnutls_digest_set_secure(gnutls_digest_algorithm_t dig, unsigned int secure);

/**
 * Tells which cipher protects early data.
 *
 * @param session a session; NULL gives `GNUTLS_CIPHER_UNKNOWN`
 *
 * @return the cipher while early data may be sent or received, from the ClientHello to EndOfEarlyData,
 *   so in handshake hooks; `GNUTLS_CIPHER_UNKNOWN` otherwise.
 *
 * @since 3.7.2
 */
gnutls_cipher_algorithm_t gnutls_early_cipher_get(gnutls_session_t session);

/**
 * Tells with which hash the keys of early data are derived.
 *
 * @param session a session; NULL gives `GNUTLS_DIG_UNKNOWN`
 *
 * @return the hash while early data may be sent or received, as `gnutls_early_cipher_get`;
 *   `GNUTLS_DIG_UNKNOWN` otherwise.
 *
 * @since 3.7.2
 */
gnutls_digest_algorithm_t gnutls_early_prf_hash_get(gnutls_session_t session);

/**
 * Returns the elliptic curve of the session's key exchange.
 *
 * It is for programs that were written before groups had numbers of their own; `gnutls_group_get`
 * knows groups that are no curve, too.
 *
 * @param session a session
 *
 * @return a `gnutls_ecc_curve_t`, or `GNUTLS_ECC_CURVE_INVALID` if nothing is negotiated, the group is
 *   no curve, or `session` is NULL.
 *
 * @since 3.0
 */
gnutls_ecc_curve_t gnutls_ecc_curve_get(gnutls_session_t session);

/**
 * Returns the number of an elliptic curve by its name, such as `SECP256R1`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_ecc_curve_get_name` for the curves
 * of `gnutls_ecc_curve_list`; a curve that the system's configuration forbids has none.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_ecc_curve_t`, or `GNUTLS_ECC_CURVE_INVALID` (0) if nothing has this name.
 *
 * It may be called from any thread. Since 3.4.3.
 */
gnutls_ecc_curve_t gnutls_ecc_curve_get_id(const char *name);

/**
 * Returns the name of an elliptic curve, such as `SECP256R1`.
 *
 * It is the name that `gnutls_ecc_curve_get_id` understands. The string is constant and not to be
 * freed.
 *
 * @param curve a `gnutls_ecc_curve_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread. Since 3.0.
 */
const char *gnutls_ecc_curve_get_name(gnutls_ecc_curve_t curve);

/**
 * Returns the object identifier of an elliptic curve, such as `1.2.840.10045.3.1.7`.
 *
 * It is in dotted decimal form, as `gnutls_oid_to_ecc_curve` reads it, and stands in keys and
 * certificates. The string is constant and not to be freed.
 *
 * @param curve a `gnutls_ecc_curve_t`
 *
 * @return the identifier, or NULL if the number is unknown or has none.
 *
 * It may be called from any thread. Since 3.4.3.
 */
const char *gnutls_ecc_curve_get_oid(gnutls_ecc_curve_t curve);

/**
 * Returns the kind of key that an elliptic curve is for.
 *
 * It is ECDSA, EdDSA, X25519, X448 or GOST. The CryptoPro curves serve two kinds, and have no answer
 * here.
 *
 * @param curve a `gnutls_ecc_curve_t`
 *
 * @return a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) for an unknown number, a CryptoPro
 *   curve, and a curve that the system's configuration forbids.
 *
 * It may be called from any thread. Since 3.5.0.
 */
gnutls_pk_algorithm_t gnutls_ecc_curve_get_pk(gnutls_ecc_curve_t curve);

/**
 * Returns how long a number on an elliptic curve is.
 *
 * It is the length of a coordinate, and of a private number, rounded up to whole bytes: 66 for
 * SECP521R1.
 *
 * @param curve a `gnutls_ecc_curve_t`
 *
 * @return the length in bytes, or 0 for an unknown number.
 *
 * It may be called from any thread. Since 3.0.
 */
int gnutls_ecc_curve_get_size(gnutls_ecc_curve_t curve);

/**
 * Returns the elliptic curves that the library knows, as a list of numbers.
 *
 * They are for keys; for key exchange there is `gnutls_group_list`. Curves that the system's
 * configuration forbids are left out. The list is made once, stays for the life of the process, and is
 * not to be freed.
 *
 * @return an array of `gnutls_ecc_curve_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_ecc_curve_t *gnutls_ecc_curve_list(void);

/**
 * Allows or forbids an elliptic curve in the allow list of the system's configuration.
 *
 * Keys, certificates and groups on a forbidden curve are not supported. `override-mode` in the
 * configuration must be `allowlist`, and the priorities `@SYSTEM` must not have been used by any
 * session or handle.
 *
 * @param curve the curve
 * @param enabled not 0 to allow it, 0 to forbid it
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown curve, without an allow
 *   list, or once `@SYSTEM` was used.
 *
 * Call it at the start of the program, before other threads use the library. Since 3.7.3.
 */
int gnutls_ecc_curve_set_enabled(gnutls_ecc_curve_t curve, unsigned int enabled);

/**
 * Tells whether a session can go on after an error code.
 *
 * It is meant for codes of handshakes, of sending and of receiving. After a code that is not fatal, as
 * `GNUTLS_E_AGAIN`, the call is repeated, or the event is handled that it stands for.
 * `GNUTLS_E_GOT_APPLICATION_DATA` is called fatal here, though a renegotiation goes on after it.
 *
 * @param error a code that a function has returned
 *
 * @return 1 for a fatal code and for an unknown negative number, else 0; 0 for numbers that are not
 *   negative.
 *
 * It may be called from any thread.
 */
int gnutls_error_is_fatal(int error);

/**
 * Returns the alert that tells the peer of an error.
 *
 * `gnutls_alert_send_appropriate` chooses and sends the alert in one call, and may know a better one
 * for the failure of a session. All but the answer to `GNUTLS_E_REHANDSHAKE`, no_renegotiation, are
 * fatal alerts.
 *
 * @param err a code that a function has returned
 * @param level takes `GNUTLS_AL_FATAL` or `GNUTLS_AL_WARNING`; NULL if it is not wanted
 *
 * @return a `gnutls_alert_description_t`; `GNUTLS_A_INTERNAL_ERROR` for a code that no other alert
 *   fits.
 *
 * It may be called from any thread.
 */
int gnutls_error_to_alert(int err, int *level);

/**
 * Returns how many bytes a record adds to its data at most, of algorithms instead of a session.
 *
 * It is what `gnutls_record_overhead_size` gives of a session with these algorithms. Compression adds
 * nothing, for there is none.
 *
 * @param version a version of TLS or DTLS
 * @param cipher the cipher
 * @param mac its MAC; `GNUTLS_MAC_AEAD` with an AEAD cipher
 * @param comp not looked at; `GNUTLS_COMP_NULL`
 * @param flags not looked at; 0
 *
 * @return the number of bytes; 0 if an algorithm is unknown.
 *
 * @since 3.2.2
 */
size_t gnutls_est_record_overhead_size(gnutls_protocol_t version,
                                       gnutls_cipher_algorithm_t cipher,
                                       gnutls_mac_algorithm_t mac,
                                       gnutls_compression_method_t comp,
                                       unsigned int flags);

/**
 * Tells which message's extensions are being written or read.
 *
 * It is meant for the functions of a registered extension, which may run for several messages.
 * Elsewhere it is the message that was worked on last.
 *
 * @param session a session; NULL gives 0
 *
 * @return one of `GNUTLS_EXT_FLAG_CLIENT_HELLO`, `GNUTLS_EXT_FLAG_TLS12_SERVER_HELLO`,
 *   `GNUTLS_EXT_FLAG_TLS13_SERVER_HELLO`, `GNUTLS_EXT_FLAG_EE` and `GNUTLS_EXT_FLAG_HRR`, or 0 before
 *   any.
 *
 * @since 3.6.3
 */
unsigned int gnutls_ext_get_current_msg(gnutls_session_t session);

/**
 * Tells the pointer that `gnutls_ext_set_data` has kept with an extension's number.
 *
 * The pointer stays with the session; it is the application's own, unchanged.
 *
 * @param session a session
 * @param tls_id the number of the extension
 * @param data takes the pointer; NULL only asks whether there is one
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE nothing was set for the number
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 *
 * @since 3.4.0
 */
int gnutls_ext_get_data(gnutls_session_t session, unsigned int tls_id, gnutls_ext_priv_data_t *data);

/**
 * Returns the name of a TLS extension for a reader, such as `Server Name Indication`.
 *
 * It knows those of the library and those registered with `gnutls_ext_register`, not those of one
 * session, which `gnutls_ext_get_name2` knows. The string lives as long as the process and is not to
 * be freed.
 *
 * @param ext the number of the extension
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_ext_get_name(unsigned int ext);

/**
 * Returns the name of a TLS extension, one that was registered for the session included.
 *
 * A registered name is given only if the extension is parsed at `parse_point`; extensions of the
 * library itself have theirs at any point. The string lives as long as the session and is not to be
 * freed.
 *
 * @param session a session; NULL knows what `gnutls_ext_get_name` knows
 * @param tls_id the number of the extension
 * @param parse_point a `gnutls_ext_parse_type_t`, or `GNUTLS_EXT_ANY`
 *
 * @return the name, or NULL for an unknown one.
 */
const char *gnutls_ext_get_name2(gnutls_session_t session,
                                 unsigned int tls_id,
                                 gnutls_ext_parse_type_t parse_point);

/**
 * Goes through a block of TLS extensions and calls a function for each.
 *
 * With `GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO` the data are the body of a ClientHello, as a hook of
 * `gnutls_handshake_set_hook_function` gets it; the part before the extensions is passed over. It
 * needs no session.
 *
 * @param ctx a pointer that `cb` gets
 * @param cb the function: it gets `ctx`, the number of the extension, its data, valid during the call,
 *   and their length. A negative return ends the walk
 * @param data the block, with its length in front; or the ClientHello
 * @param flags 0, `GNUTLS_EXT_RAW_FLAG_TLS_CLIENT_HELLO` or `GNUTLS_EXT_RAW_FLAG_DTLS_CLIENT_HELLO`
 *
 * @return `GNUTLS_E_SUCCESS` (0), also for a ClientHello without extensions, or a negative error code:
 * - the negative number that `cb` returned
 * @retval GNUTLS_E_UNEXPECTED_PACKET_LENGTH a length in the data is wrong, or bytes are left
 * @retval GNUTLS_E_INVALID_REQUEST `cb` or `data` is NULL, or other flags
 *
 * It may be called from any thread. Since 3.6.3.
 */
int gnutls_ext_raw_parse(void *ctx,
                         gnutls_ext_raw_process_func cb,
                         const gnutls_datum_t *data,
                         unsigned int flags);

/**
 * Registers a TLS extension of the application's for all sessions of the process.
 *
 * It can stand in ClientHello, the ServerHello of TLS 1.2 and EncryptedExtensions; a server sends it
 * only if the client did. `send_func` gets the session and a buffer, fills it with
 * `gnutls_buffer_append_data` and returns a number from 0 on; without data nothing is sent, unless it
 * returns `GNUTLS_E_INT_RET_0`. `recv_func` gets the session, the data, valid during the call, and
 * their length. A negative number of either ends the handshake with that code.
 *
 * @param name a NUL-terminated name for a reader, which is copied; NULL for none
 * @param id the number, 0 to 65535
 * @param parse_point a `gnutls_ext_parse_type_t`; it is noted, and does not change the order
 * @param recv_func what receives the extension; may be NULL
 * @param send_func what sends the extension; NULL sends none
 * @param deinit_func what frees the data of `gnutls_ext_set_data` when a session ends; may be NULL
 * @param pack_func not used: data of extensions is not kept for a resumption
 * @param unpack_func not used
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ALREADY_REGISTERED the number is registered, or one that the library handles itself
 * @retval GNUTLS_E_INVALID_REQUEST the number is out of range
 *
 * Call it before sessions are made: it stays for the life of the process. Since 3.4.0.
 */
int gnutls_ext_register(const char *name,
                        int id,
                        gnutls_ext_parse_type_t parse_point,
                        gnutls_ext_recv_func recv_func,
                        gnutls_ext_send_func send_func,
                        gnutls_ext_deinit_data_func deinit_func,
                        gnutls_ext_pack_func pack_func,
                        gnutls_ext_unpack_func unpack_func);

/**
 * Keeps a pointer of the application's with the session and an extension's number.
 *
 * The functions of a registered extension find their data by it. When the session ends, the
 * extension's `deinit_func` gets the pointer. A second call replaces the pointer and frees nothing.
 *
 * @param session a session; NULL is ignored
 * @param tls_id the number of the extension; beyond 65535 the call is ignored
 * @param data any pointer
 *
 * @since 3.4.0
 */
void gnutls_ext_set_data(gnutls_session_t session, unsigned int tls_id, gnutls_ext_priv_data_t data);

/**
 * Writes a digest of data to a buffer, such as the fingerprint of a certificate in DER.
 *
 * `gnutls_hash_fast` does the same for data that are no datum. `gnutls_x509_crt_get_fingerprint` takes
 * a certificate object.
 *
 * @param algo the digest, such as `GNUTLS_DIG_SHA256`
 * @param data the data
 * @param result takes the digest; NULL to ask for the length
 * @param result_size in: the capacity of `result` in bytes; out: the length written, or needed after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `result` is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `data` or `result_size` is NULL, or the digest is not supported
 *
 * The function may be called from any thread.
 */
int gnutls_fingerprint(gnutls_digest_algorithm_t algo,
                       const gnutls_datum_t *data,
                       void *result,
                       size_t *result_size);

/**
 * Frees a context of `gnutls_fips140_context_init`.
 *
 * Contexts are independent of sessions and other objects: each is freed once, at any time.
 *
 * @param context the context, not to be used afterwards; NULL is ignored
 *
 * @since 3.7.3
 */
void gnutls_fips140_context_deinit(gnutls_fips140_context_t context);

/**
 * Makes a context in which FIPS 140 mode would note what is done.
 *
 * As the library has no such mode nothing is ever noted in it. The caller frees it with
 * `gnutls_fips140_context_deinit`.
 *
 * @param context takes the context
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `context` is NULL.
 *
 * @since 3.7.3
 */
int gnutls_fips140_context_init(gnutls_fips140_context_t *context);

/**
 * Tells what a context has noted: nothing, for the library has no FIPS 140 mode.
 *
 * GnuTLS tells here whether the operations since `gnutls_fips140_push_context` were approved ones.
 *
 * @param context not used
 *
 * @return `GNUTLS_FIPS140_OP_INITIAL`.
 *
 * @since 3.7.3
 */
gnutls_fips140_operation_state_t gnutls_fips140_get_operation_state(gnutls_fips140_context_t context);

/**
 * Tells whether the library is in FIPS 140 mode: it never is.
 *
 * GnuTLS can be built with such a mode, which forbids algorithms; this library has none.
 *
 * @return `GNUTLS_FIPS140_DISABLED` (0).
 *
 * It may be called from any thread. Since 3.3.0.
 */
unsigned int gnutls_fips140_mode_enabled(void);

/**
 * Refuses to take back a context from the thread, for there can be none: see
 * `gnutls_fips140_push_context`.
 *
 * The call changes nothing.
 *
 * @return `GNUTLS_E_INVALID_REQUEST`, always, as the library has no FIPS 140 mode.
 *
 * @since 3.7.3
 */
int gnutls_fips140_pop_context(void);

/**
 * Refuses to note what the thread does in a context, for the library has no FIPS 140 mode.
 *
 * A program that gets this answer need not call `gnutls_fips140_pop_context`. The context is not
 * changed.
 *
 * @param context not used
 *
 * @return `GNUTLS_E_INVALID_REQUEST`.
 *
 * @since 3.7.3
 */
int gnutls_fips140_push_context(gnutls_fips140_context_t context);

/**
 * Runs the known-answer tests of the library: of ciphers, MACs, hash functions, signatures and key
 * derivation.
 *
 * Each algorithm gets an input whose result is known, and the results are compared. The library stays
 * usable if one fails, for it has no FIPS 140 mode that would forbid it. A single algorithm is tested
 * by functions such as `gnutls_cipher_self_test`.
 *
 * @return `GNUTLS_E_SUCCESS` (0) if all results are right, or `GNUTLS_E_SELF_TEST_ERROR`.
 *
 * It may be called from any thread. Since 3.7.7.
 */
int gnutls_fips140_run_self_tests(void);

/**
 * Does nothing: the library has no FIPS 140 mode to set.
 *
 * GnuTLS acts the same where the mode is not enabled. `gnutls_fips140_mode_enabled` tells afterwards
 * that it is off.
 *
 * @param mode not used
 * @param flags not used
 *
 * @since 3.6.2
 */
void gnutls_fips140_set_mode(gnutls_fips_mode_t mode, unsigned int flags);

/**
 * Returns how the library was built, as a list of names and values.
 *
 * The names are `libgnutls-soname`, `tls-features`, `default-trust-store-file` and
 * `default-system-config`; GnuTLS has others too, of its own parts. List and strings are constant and
 * not to be freed.
 *
 * @return an array, in which the element after the last has NULL as its name.
 *
 * It may be called from any thread. Since 3.7.3.
 */
const gnutls_library_config_st *gnutls_get_library_config(void);

/**
 * Returns the path of the system's configuration of the library.
 *
 * It is `/etc/gnutls/config`, or what the environment variable `GNUTLS_SYSTEM_PRIORITY_FILE` names;
 * the file need not exist. The string is constant and not to be freed.
 *
 * @return the path, NUL-terminated.
 *
 * It may be called from any thread. Since 3.6.9.
 */
const char *gnutls_get_system_config_file(void);

/**
 * Gives back one `gnutls_global_init`.
 *
 * Nothing is freed that other users of the library in the process may need: sessions and handles stay
 * usable, and are ended by their own functions. More calls than those of `gnutls_global_init` have no
 * effect. Programs that never called that function need not call this one.
 *
 * It may be called from any thread.
 */
void gnutls_global_deinit(void);

/**
 * Initializes the library, if it is not initialized yet.
 *
 * Programs need not call it: the library does by itself when it is loaded, unless the environment
 * variable `GNUTLS_NO_IMPLICIT_INIT` is 1 or the program was built with `GNUTLS_SKIP_GLOBAL_INIT`. It
 * reads `GNUTLS_DEBUG_LEVEL` and the system's configuration, and prepares the random generator. Calls
 * are counted; all but the first do nothing more.
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_RANDOM_DEVICE_ERROR the system gives no random bytes
 * @retval GNUTLS_E_INVALID_REQUEST the system's configuration has lines that are not understood, and
 *   the environment variable `GNUTLS_SYSTEM_PRIORITY_FAIL_ON_INVALID` is 1
 *
 * It may be called from any thread.
 */
int gnutls_global_init(void);

/**
 * Sets the function for messages of interest to an administrator, such as attacks on the protocol.
 *
 * It gets the session and a NUL-terminated message that is valid during the call. It is called once
 * when a session ends for a reason that may be an attack, whatever the level of the log is: a record
 * that cannot be decrypted, a wrong signature or Finished of a handshake, a forced lower version, an
 * unprotected renegotiation or one with another certificate, floods of records or messages. It may use
 * the session.
 *
 * Call it while no other thread uses the library. Since 3.0.
 *
 * @param log_func the function; NULL removes it
 */
void gnutls_global_set_audit_log_function(gnutls_audit_log_func log_func);

/**
 * Sets the function that gets the messages of the library, for finding faults.
 *
 * It gets the level of the message and a NUL-terminated text with a newline at its end, valid during
 * the call. `gnutls_global_set_log_level` sets which messages; at first there are none. Messages of a
 * session begin with its number and side, as `session 7 (client): `. The function may be called in any
 * thread that uses the library, and may call the library.
 *
 * It may be called from any thread, and counts for the process.
 *
 * @param log_func the function; NULL turns the log off
 */
void gnutls_global_set_log_function(gnutls_log_func log_func);

/**
 * Sets up to which level messages reach the function of `gnutls_global_set_log_function`.
 *
 * Level 1 has one line for each failure, 2 decisions, 3 handshake messages, 4 records, 5 details, 9
 * bytes; no level has secrets. The environment variable `GNUTLS_DEBUG_LEVEL` sets the level at start,
 * and has messages written to standard error; a lower level does not replace that of the environment.
 *
 * It may be called from any thread, and counts for the process.
 *
 * @param level the highest level; 0, the initial value, turns messages off
 */
void gnutls_global_set_log_level(int level);

/**
 * Does nothing: the library has only the system's locks.
 *
 * GnuTLS lets a program replace its locks, for systems without threads of POSIX. The functions given
 * here are not called and not kept.
 *
 * Deprecated. Since 2.12.0.
 *
 * @param init not used
 * @param deinit not used
 * @param lock not used
 * @param unlock not used
 */
void gnutls_global_set_mutex(mutex_init_func init,
                             mutex_deinit_func deinit,
                             mutex_lock_func lock,
                             mutex_unlock_func unlock);

/**
 * Sets the clock by which certificates and other data are judged, in place of the system's.
 *
 * The function is as time of the C library, and gets NULL. It is used for all validity times of the
 * process, so that a test can stand at one date. Timeouts do not use it.
 *
 * Call it while no other thread uses the library. Since 2.12.0.
 *
 * @param time_func the function; NULL sets the system's clock again
 */
void gnutls_global_set_time_function(gnutls_time_func time_func);

/**
 * Returns the name of a parameter set of GOST 28147-89.
 *
 * A parameter set says which substitution boxes a GOST key uses. The string is constant and not to be
 * freed.
 *
 * @param param a `gnutls_gost_paramset_t`
 *
 * @return the name, or `Unknown` for an unknown number; never NULL.
 *
 * It may be called from any thread. Since 3.6.3. RFC 4357.
 */
const char *gnutls_gost_paramset_get_name(gnutls_gost_paramset_t param);

/**
 * Returns the object identifier of a parameter set of GOST 28147-89.
 *
 * It is in dotted decimal form, as `gnutls_oid_to_gost_paramset` reads it. The string is constant and
 * not to be freed.
 *
 * @param param a `gnutls_gost_paramset_t`
 *
 * @return the identifier, or NULL for an unknown number.
 *
 * It may be called from any thread. Since 3.6.3. RFC 4357.
 */
const char *gnutls_gost_paramset_get_oid(gnutls_gost_paramset_t param);

/**
 * Returns the group of the session's key exchange.
 *
 * It may be an elliptic curve, a finite field of RFC 7919, or a hybrid of a curve and ML-KEM.
 * `gnutls_group_get_name` has its name.
 *
 * @param session a session
 *
 * @return a `gnutls_group_t`, or `GNUTLS_GROUP_INVALID` if nothing is negotiated or `session` is NULL.
 *
 * @since 3.6.0
 */
gnutls_group_t gnutls_group_get(gnutls_session_t session);

/**
 * Returns the number of a group for key exchange by its name, such as `X25519`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_group_get_name` for the groups of
 * `gnutls_group_list`; a group whose curve the system's configuration forbids has none.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_group_t`, or `GNUTLS_GROUP_INVALID` (0) if nothing has this name.
 *
 * It may be called from any thread. Since 3.6.0.
 */
gnutls_group_t gnutls_group_get_id(const char *name);

/**
 * Returns the name of a group for key exchange, such as `X25519`.
 *
 * It is the name that `gnutls_group_get_id` and priority strings (`GROUP-X25519`) understand. The
 * string is constant and not to be freed.
 *
 * @param group a `gnutls_group_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread. Since 3.6.0.
 */
const char *gnutls_group_get_name(gnutls_group_t group);

/**
 * Returns the groups for key exchange that the library knows, as a list of numbers.
 *
 * Groups whose curve the system's configuration forbids are left out. Finite-field groups are among
 * them, and are not negotiated. The list is made once, stays for the life of the process, and is not
 * to be freed.
 *
 * @return an array of `gnutls_group_t` that ends with 0.
 *
 * It may be called from any thread. Since 3.6.0.
 */
const gnutls_group_t *gnutls_group_list(void);

/**
 * Runs the handshake: the first one of a session, or a renegotiation.
 *
 * Before it, set the transport, the priorities and the credentials. A peer's certificate is checked
 * only if `gnutls_session_set_verify_cert` or a verify function asks for it; otherwise call
 * `gnutls_certificate_verify_peers3` afterwards. On an established TLS 1.3 session there is no
 * renegotiation: a client gets new keys as by `gnutls_session_key_update` with `GNUTLS_KU_PEER`, a
 * server does nothing. After a failure tell the peer with `gnutls_alert_send_appropriate`.
 *
 * @param session a session
 *
 * @return `GNUTLS_E_SUCCESS` (0) when the handshake is complete, or a negative error code. After
 *   these, call again
 * @retval GNUTLS_E_AGAIN the transport would block, see `gnutls_record_get_direction`, or a callback
 *   holds it up
 * @retval GNUTLS_E_INTERRUPTED the transport would block, see `gnutls_record_get_direction`, or a
 *   callback holds it up
 * @retval GNUTLS_E_WARNING_ALERT_RECEIVED an alert came, which `gnutls_alert_get` tells
 * @retval GNUTLS_E_GOT_APPLICATION_DATA data came before the renegotiation; take them with
 *   `gnutls_record_recv` first
 *
 * Any other code ends the session, and later calls return `GNUTLS_E_INVALID_SESSION`:
 *
 * - `GNUTLS_E_NO_PRIORITIES_WERE_SET`, `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: the session lacks settings
 * - `GNUTLS_E_PREMATURE_TERMINATION`, `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PULL_ERROR`: the transport
 *   ended or failed
 * - `GNUTLS_E_SESSION_EOF`: the peer closed the connection
 * - `GNUTLS_E_FATAL_ALERT_RECEIVED`: the peer refuses; `gnutls_alert_get` tells why
 * - `GNUTLS_E_NO_CIPHER_SUITES`, `GNUTLS_E_UNSUPPORTED_VERSION_PACKET`,
 *   `GNUTLS_E_NO_COMMON_KEY_SHARE`, `GNUTLS_E_NO_APPLICATION_PROTOCOL`: nothing in common with the
 *   peer
 * - `GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR`, `GNUTLS_E_CERTIFICATE_ERROR`,
 *   `GNUTLS_E_CERTIFICATE_REQUIRED`, `GNUTLS_E_NO_CERTIFICATE_FOUND`: the peer's certificate is
 *   missing or was refused
 * - `GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED`, `GNUTLS_E_SAFE_RENEGOTIATION_FAILED`,
 *   `GNUTLS_E_SESSION_USER_ID_CHANGED`: a renegotiation that is not allowed
 * - `GNUTLS_E_UNEXPECTED_PACKET`, `GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET`,
 *   `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`, `GNUTLS_E_DECRYPTION_FAILED` and others: what the peer sent
 *   is not valid
 * - the negative code that a callback returned
 *
 * These leave the session as it is:
 *
 * - `GNUTLS_E_TIMEDOUT`: the time of `gnutls_handshake_set_timeout` is over; a call fails again until
 *   a longer one is set
 * - `GNUTLS_E_HANDSHAKE_DURING_FALSE_START`: a false start is under way
 * - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or a callback of the same handshake calls
 *
 * @see RFC 8446 section 2
 */
int gnutls_handshake(gnutls_session_t session);

/**
 * Returns the name of a handshake message, as GnuTLS's logs write it.
 *
 * The string is in upper case, as `CLIENT HELLO`, and constant: it is not to be freed.
 *
 * @param type_ a `gnutls_handshake_description_t`, as `gnutls_handshake_get_last_in` or a hook gives
 *   it
 *
 * @return the name, or `Unknown Handshake packet` for a number that is none; never NULL.
 *
 * It may be called from any thread.
 */
const char *gnutls_handshake_description_get_name(gnutls_handshake_description_t type_);

/**
 * Returns the type of the last handshake message that the session received.
 *
 * It tells where a handshake failed. A handshake that completes clears it, and messages after the
 * handshake set it again. `gnutls_handshake_description_get_name` has the name.
 *
 * @param session a session; NULL counts as one without messages
 *
 * @return a `gnutls_handshake_description_t`, or -1 as an unsigned number if there is none.
 */
gnutls_handshake_description_t gnutls_handshake_get_last_in(gnutls_session_t session);

/**
 * Returns the type of the last handshake message that the session prepared for sending.
 *
 * It tells where a handshake failed; the message may not have reached the transport. A handshake that
 * completes clears it, and messages after the handshake set it again.
 * `gnutls_handshake_description_get_name` has the name.
 *
 * @param session a session; NULL counts as one without messages
 *
 * @return a `gnutls_handshake_description_t`, or -1 as an unsigned number if there is none.
 */
gnutls_handshake_description_t gnutls_handshake_get_last_out(gnutls_session_t session);

/**
 * Sets a function that sees handshake messages pass.
 *
 * It gets the session, the message's type, `GNUTLS_HOOK_PRE` or `GNUTLS_HOOK_POST`, 1 for a message
 * that came or 0 for one that goes, and the message's body without its header, which is valid during
 * the call alone. An incoming message is shown before and after it is processed; an outgoing one both
 * times before it is encrypted. A session has one hook; a second call replaces the first.
 *
 * `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED` of the function only put the handshake on hold; the next
 * call of `gnutls_handshake` goes on behind that message. Other codes end the handshake. The function
 * may use the session. Messages after the handshake are shown too.
 *
 * @param session a session; NULL is ignored
 * @param htype the `gnutls_handshake_description_t` to look at, or `GNUTLS_HANDSHAKE_ANY`
 * @param when `GNUTLS_HOOK_PRE`, `GNUTLS_HOOK_POST` or `GNUTLS_HOOK_BOTH`
 * @param func the function, which returns 0, or a negative code to stop; NULL removes it
 */
void gnutls_handshake_set_hook_function(gnutls_session_t session,
                                        unsigned int htype,
                                        int when,
                                        gnutls_handshake_hook_func func);

/**
 * Sets the longest handshake message that the session takes from the peer.
 *
 * A message whose header announces more ends the session with `GNUTLS_E_HANDSHAKE_TOO_LARGE` at once,
 * before its body is received. This bounds the memory that a peer can make the session use. Raise it
 * for peers with very long certificate chains.
 *
 * @param session a session; NULL is ignored
 * @param max the length of a message's body in bytes; 0 takes what the header can say, 16 MiB; the
 *   initial value is 128 KiB
 */
void gnutls_handshake_set_max_packet_length(gnutls_session_t session, size_t max);

/**
 * Sets a function that a server's session calls when it has read a ClientHello.
 *
 * The function gets the session and may ask it, for instance by `gnutls_server_name_get`, and change
 * credentials, priorities, certificate request and other settings, which count for the answer. It
 * returns 0 to go on. `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED` put the handshake on hold:
 * `gnutls_handshake` returns `GNUTLS_E_INTERRUPTED`, and its next call goes on without asking again.
 * Another negative code ends the handshake with that code. What the hello says is not authenticated
 * yet.
 *
 * The function runs in `gnutls_handshake`, in its thread: once for each ClientHello, and so twice
 * where a HelloRetryRequest asks for a second one.
 *
 * @param session a server's session; NULL is ignored
 * @param func the function; NULL removes it
 */
void gnutls_handshake_set_post_client_hello_function(gnutls_session_t session,
                                                     gnutls_handshake_simple_hook_func func);

/**
 * Does nothing: the library has no cipher suites of the range for private use.
 *
 * It is here for programs that were written for old versions of GnuTLS. TLS extensions of the
 * application's own are registered with `gnutls_session_ext_register`.
 *
 * @param session not used
 * @param allow not used
 */
void gnutls_handshake_set_private_extensions(gnutls_session_t session, int allow);

/**
 * Sets the random of the session's hello messages, in place of one that the library draws.
 *
 * It is for tests that must be reproducible: a random that an attacker knows, or that is used twice,
 * weakens TLS 1.2. The bytes are copied, and are used by each handshake of the session from then on.
 *
 * @param session a session
 * @param random exactly 32 bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `random` is NULL, or
 *   the size is not 32.
 *
 * @since 3.1.9
 */
int gnutls_handshake_set_random(gnutls_session_t session, const gnutls_datum_t *random);

/**
 * Sets the function that gets the messages of the handshake, in place of the transport (QUIC).
 *
 * Nothing is written to the transport any more, and nothing read from it: the application passes the
 * messages of the peer to `gnutls_handshake_write`. The function gets each message whole, with its
 * header, and the level of its keys; a ChangeCipherSpec has the type
 * `GNUTLS_HANDSHAKE_CHANGE_CIPHER_SPEC`, and is not sent with `%DISABLE_TLS13_COMPAT_MODE`. It may
 * call functions of the session. A negative code that it returns ends the handshake.
 *
 * A handshake without records is for TLS 1.3 alone. `gnutls_session_key_update` fails in it, as does a
 * KeyUpdate of the peer.
 *
 * @param session a session before its handshake; NULL is ignored
 * @param func the function, or NULL for none
 *
 * @since 3.7.0
 * @see RFC 9001 section 4
 */
void gnutls_handshake_set_read_function(gnutls_session_t session, gnutls_handshake_read_func func);

/**
 * Sets the function that gets the secrets of each level of keys (QUIC).
 *
 * It is called when the keys are used from there on: with the secret to read, the one to write, or
 * both; the other is NULL. The order is that of RFC 9001: a server has the secret to write application
 * data before it has the client's Finished, and the one to read it afterwards.
 * `GNUTLS_ENCRYPTION_LEVEL_EARLY` has the one secret of early data, whose cipher is
 * `gnutls_early_cipher_get`. The function may call functions of the session; the secrets are wiped
 * after it. A negative code that it returns ends the handshake.
 *
 * @param session a session before its handshake; NULL is ignored
 * @param func the function, or NULL for none
 *
 * @since 3.7.0
 * @see RFC 9001 section 4
 */
void gnutls_handshake_set_secret_function(gnutls_session_t session, gnutls_handshake_secret_func func);

/**
 * Sets how long a handshake may take, counted from its first call.
 *
 * When the time is over `gnutls_handshake` returns `GNUTLS_E_TIMEDOUT`. A session that blocks waits by
 * the function of `gnutls_transport_set_pull_timeout_function`, by poll on a descriptor; with
 * `GNUTLS_NONBLOCK` the time is only compared in each call. In DTLS it is the total time of
 * `gnutls_dtls_set_timeouts`: what is set last counts.
 *
 * @param session a session; NULL is ignored
 * @param ms milliseconds; 0, the initial value but in DTLS, sets no limit;
 *   `GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT` is 40 seconds
 *
 * @since 3.1.0
 */
void gnutls_handshake_set_timeout(gnutls_session_t session, unsigned int ms);

/**
 * Changes the keys that the session receives with to the next ones, as a KeyUpdate of the peer does.
 *
 * It is for programs that see the peer's KeyUpdate themselves, because they or the kernel decrypt the
 * records; else what the peer sends cannot be decrypted afterwards.
 *
 * @param session a session of TLS 1.3 whose handshake is complete
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, its handshake is not complete, its version is
 *   below TLS 1.3, or the application carries its messages
 * @retval GNUTLS_E_AGAIN a callback of the call that receives asks
 *
 * @since 3.8.11
 * @see RFC 8446 section 4.6.3
 */
int gnutls_handshake_update_receiving_key(gnutls_session_t session);

/**
 * Takes messages of the peer in a handshake that the application carries (QUIC).
 *
 * The data is one or several messages, or a part of one, in their order, with the level of keys that
 * they came with. In the handshake they are processed by the next `gnutls_handshake`, after it at
 * once. At most 256 KiB wait.
 *
 * @param session a session with a function of `gnutls_handshake_set_read_function`
 * @param level a `gnutls_record_encryption_level_t`
 * @param data the bytes, which are copied
 * @param data_size their number; 0 does nothing
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - after the handshake, what the message comes to, as `GNUTLS_E_UNEXPECTED_PACKET`
 * @retval GNUTLS_E_DECRYPTION_FAILED the keys of this level are not used any more
 * @retval GNUTLS_E_HANDSHAKE_TOO_LARGE too much is waiting
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL or has no such function, or the level is unknown
 *   or that of early data
 *
 * @since 3.7.0
 * @see RFC 9001 section 4
 */
int gnutls_handshake_write(gnutls_session_t session,
                           gnutls_record_encryption_level_t level,
                           const void *data,
                           size_t data_size);

/**
 * Tells whether heartbeats may be sent.
 *
 * @param session a session; NULL gives 0
 * @param type_ `GNUTLS_HB_LOCAL_ALLOWED_TO_SEND` asks whether the peer answers our requests, which is
 *   known after the handshake; any other value whether the peer may send requests, as
 *   `gnutls_heartbeat_enable` has set it
 *
 * @return 1 if so, else 0.
 *
 * @since 3.1.2
 * @see RFC 6520 section 2
 */
unsigned int gnutls_heartbeat_allowed(gnutls_session_t session, unsigned int type_);

/**
 * Lets heartbeats be negotiated, with which one side asks the other whether it is there.
 *
 * Nothing is offered without it. It is called before the handshake; a server answers what a client
 * offers, if it has called it too. Only sessions of DTLS have heartbeats: on others nothing happens.
 *
 * With `GNUTLS_HB_PEER_ALLOWED_TO_SEND` the peer may send requests, which `gnutls_record_recv` reports
 * and `gnutls_heartbeat_pong` answers. Without that flag, as with `GNUTLS_HB_LOCAL_ALLOWED_TO_SEND`
 * alone, it may not. Whether we may send requests is what the peer says.
 *
 * @param session a session before its handshake; NULL is ignored
 * @param type_ a combination of the flags `GNUTLS_HB_*`
 *
 * @since 3.1.2
 * @see RFC 6520 section 2
 */
void gnutls_heartbeat_enable(gnutls_session_t session, unsigned int type_);

/**
 * Tells how long to wait until a heartbeat request has to be sent again.
 *
 * @param session a session; NULL gives 0
 *
 * @return milliseconds; 0 if it is time, or no request was sent. The time of a request goes on when it
 *   is answered.
 *
 * @since 3.1.2
 * @see RFC 6520
 */
unsigned int gnutls_heartbeat_get_timeout(gnutls_session_t session);

/**
 * Sends a heartbeat request, and waits for its answer if that is wanted.
 *
 * The record has the larger of `data_size` and 16 bytes, and 3 more: random payload and 16 bytes of
 * padding. So a request that is answered shows how large a datagram may be: `gnutls_dtls_set_mtu` sets
 * the size, and if a request that fills it is not answered, a smaller one is tried.
 *
 * Without `GNUTLS_HEARTBEAT_WAIT` each call sends another request; `gnutls_record_recv` returns
 * `GNUTLS_E_HEARTBEAT_PONG_RECEIVED` when the last one is answered. With it the request is sent again,
 * each time after twice as long, until the answer comes. Data that comes meanwhile stays pending. A
 * session with `GNUTLS_NONBLOCK` returns `GNUTLS_E_AGAIN` instead of waiting: the application waits
 * for a datagram, at most as long as `gnutls_heartbeat_get_timeout` says, and repeats the call.
 *
 * @param session a session after its handshake
 * @param data_size bytes of payload and padding, at most 16,384
 * @param max_tries how often the request is sent with `GNUTLS_HEARTBEAT_WAIT`; 0 for any number within
 *   the time
 * @param flags 0 or `GNUTLS_HEARTBEAT_WAIT`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the peer does not answer heartbeats, or `session` is NULL
 * @retval GNUTLS_E_LARGE_PACKET the request does not fit into a datagram
 * @retval GNUTLS_E_UNEXPECTED_PACKET_LENGTH `data_size` is larger than a record
 * @retval GNUTLS_E_TIMEDOUT there was no answer
 * @retval GNUTLS_E_HEARTBEAT_PING_RECEIVED the peer sent a request meanwhile; the call can be repeated
 * @retval GNUTLS_E_SESSION_EOF the peer closed the connection meanwhile
 *
 * @since 3.1.2
 * @see RFC 6520 sections 4 and 5
 */
int gnutls_heartbeat_ping(gnutls_session_t session,
                          size_t data_size,
                          unsigned int max_tries,
                          unsigned int flags);

/**
 * Answers the last heartbeat request of the peer.
 *
 * It is called when another function has returned `GNUTLS_E_HEARTBEAT_PING_RECEIVED`. A request is
 * answered once, with its payload and 16 bytes of padding.
 *
 * @param session a session
 * @param flags not used
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST there is no request to answer, or `session` is NULL
 * @retval GNUTLS_E_LARGE_PACKET the answer does not fit into a datagram
 *
 * @since 3.1.2
 * @see RFC 6520 section 4
 */
int gnutls_heartbeat_pong(gnutls_session_t session, unsigned int flags);

/**
 * Sets the times of heartbeat requests.
 *
 * @param session a session; NULL is ignored
 * @param retrans_timeout milliseconds until a request is sent again; 1,000 by default
 * @param total_timeout milliseconds after which `gnutls_heartbeat_ping` fails with
 *   `GNUTLS_E_TIMEDOUT`; 60,000 by default
 *
 * @since 3.1.2
 * @see RFC 6520
 */
void gnutls_heartbeat_set_timeouts(gnutls_session_t session,
                                   unsigned int retrans_timeout,
                                   unsigned int total_timeout);

/**
 * Reads bytes from hexadecimal text that may have other characters between the numbers, such as
 * `de:ad:be:ef`.
 *
 * Every character before a digit that is none is passed over. A digit with another character behind it
 * is a byte by itself, so that `1:23` is two bytes.
 *
 * @param hex_data the text; it need not end with a NUL
 * @param hex_size the length of the text in bytes
 * @param bin_data takes the bytes
 * @param bin_size in: the capacity of `bin_data` in bytes; out: the number of bytes written.
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it unchanged
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR the text ends with the first digit of a pair
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `bin_data` is NULL or too short
 * @retval GNUTLS_E_INVALID_REQUEST `bin_size` is NULL, or `hex_data` is NULL and `hex_size` is not 0
 *
 * @since 2.4.0
 */
int gnutls_hex2bin(const char *hex_data, size_t hex_size, void *bin_data, size_t *bin_size);

/**
 * Reads bytes from hexadecimal text, into a buffer of the caller's.
 *
 * The text has pairs of digits in upper or lower case and nothing else; `gnutls_hex2bin` takes text
 * with separators. `gnutls_hex_decode2` allocates the bytes.
 *
 * @param hex_data the text, without a NUL in its size
 * @param result takes the bytes
 * @param result_size in: the capacity of `result` in bytes, at least half the length of the text; out:
 *   the number of bytes written. `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it unchanged
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR an odd number of digits, or another character
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `result` is NULL or too short
 * @retval GNUTLS_E_INVALID_REQUEST `hex_data` or `result_size` is NULL
 */
int gnutls_hex_decode(const gnutls_datum_t *hex_data, void *result, size_t *result_size);

/**
 * Reads bytes from hexadecimal text, into memory that is allocated.
 *
 * The text has pairs of digits in upper or lower case and nothing else. The caller frees the bytes
 * with `gnutls_free`.
 *
 * @param hex_data the text, without a NUL in its size
 * @param result takes the bytes and their number; a NUL follows them that the size does not count
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR an odd number of digits, or another character
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 */
int gnutls_hex_decode2(const gnutls_datum_t *hex_data, gnutls_datum_t *result);

/**
 * Writes bytes in hexadecimal, as text in a buffer of the caller's.
 *
 * There are two digits a byte, in lower case, with nothing between them. `gnutls_hex_encode2`
 * allocates the text.
 *
 * @param data the bytes
 * @param result takes the text and a NUL
 * @param result_size in: the capacity of `result` in bytes, at least twice the number of bytes and
 *   one; out: the length written, the NUL included. `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it unchanged
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `result` is NULL or too short
 * @retval GNUTLS_E_INVALID_REQUEST `data` or `result_size` is NULL
 */
int gnutls_hex_encode(const gnutls_datum_t *data, char *result, size_t *result_size);

/**
 * Writes bytes in hexadecimal, as text that is allocated.
 *
 * There are two digits a byte, in lower case, with nothing between them. The caller frees the text
 * with `gnutls_free`.
 *
 * @param data the bytes
 * @param result takes the text, which ends with a NUL that its size does not count; not written on
 *   error
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if an argument is NULL.
 */
int gnutls_hex_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);

/**
 * Gives the ASCII form of a domain name, as DNS and certificates have it.
 *
 * Labels with other characters become punycode with the prefix `xn--`. A name that is ASCII is given
 * back unchanged, without a check; an empty one is empty. The caller frees the name with
 * `gnutls_free`.
 *
 * @param input the name in UTF-8; it need not end with a NUL
 * @param ilen the length of the name in bytes, at most 2048
 * @param out takes the name, which ends with a NUL that its size does not count; not written on error
 * @param flags not used; `GNUTLS_IDNA_FORCE_2008` changes nothing
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_STRING the name is not UTF-8
 * @retval GNUTLS_E_IDNA_ERROR the name is too long, or has characters that no domain may have
 * @retval GNUTLS_E_INVALID_REQUEST `out` is NULL
 *
 * @since 3.5.8
 * @see RFC 5891
 */
int gnutls_idna_map(const char *input, unsigned int ilen, gnutls_datum_t *out, unsigned int flags);

/**
 * Gives the readable form of a domain name that is in ASCII form.
 *
 * Labels with the prefix `xn--` are decoded, others stay as they are. The caller frees the name with
 * `gnutls_free`. Different names may look alike: show the result to readers, and compare ASCII forms.
 *
 * @param input the name; it need not end with a NUL
 * @param ilen the length of the name in bytes, at most 2048
 * @param out takes the name in UTF-8, which ends with a NUL that its size does not count; not written
 *   on error
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_STRING the name is not UTF-8
 * @retval GNUTLS_E_IDNA_ERROR the name is too long, or a label is not valid
 * @retval GNUTLS_E_INVALID_REQUEST `out` is NULL
 *
 * @since 3.5.8
 * @see RFC 5891
 */
int gnutls_idna_reverse_map(const char *input, unsigned int ilen, gnutls_datum_t *out, unsigned int flags);

/**
 * Makes a session, which the caller ends with `gnutls_deinit`.
 *
 * It has no transport, no priorities and no credentials yet: `gnutls_transport_set_int2` or
 * `gnutls_transport_set_ptr`, `gnutls_priority_set_direct` or `gnutls_set_default_priority`, and
 * `gnutls_credentials_set` are called before `gnutls_handshake`. Secrets go to the file that the
 * environment variable `SSLKEYLOGFILE` names, if it is set.
 *
 * @param session takes the session; NULL is written on error
 * @param flags `GNUTLS_SERVER` or `GNUTLS_CLIENT`, with flags of `gnutls_init_flags_t`; without
 *   `GNUTLS_SERVER` it is a client's. `GNUTLS_NONBLOCK` says that the transport does not block, and
 *   `GNUTLS_DATAGRAM` that it carries datagrams: the session is one of DTLS
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 */
int gnutls_init(gnutls_session_t *session, unsigned int flags);

/**
 * Makes random bytes for a secret key in new memory.
 *
 * The caller wipes and frees `key->data` (`gnutls_memset`, `gnutls_free`). The bytes are those of
 * `gnutls_rnd` with `GNUTLS_RND_KEY`.
 *
 * @param key takes the bytes
 * @param key_size how many
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_RANDOM_DEVICE_ERROR the system gives no seed
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 3.0
 */
int gnutls_key_generate(gnutls_datum_t *key, unsigned int key_size);

/**
 * Returns the key exchange of the session.
 *
 * TLS 1.3 does not bind the exchange to the kind of certificate: there it is `GNUTLS_KX_ECDHE_RSA`, or
 * `GNUTLS_KX_DHE_RSA` for a finite field, whatever the certificate. The group is what
 * `gnutls_group_get` tells, the signature `gnutls_sign_algorithm_get`.
 *
 * @param session a session
 *
 * @return a `gnutls_kx_algorithm_t`, or `GNUTLS_KX_UNKNOWN` if nothing is negotiated or `session` is
 *   NULL.
 */
gnutls_kx_algorithm_t gnutls_kx_get(gnutls_session_t session);

/**
 * Returns the number of a key exchange by its name, such as `ECDHE-RSA`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_kx_get_name` for the exchanges of
 * `gnutls_kx_list`.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_kx_algorithm_t`, or `GNUTLS_KX_UNKNOWN` (0) if nothing has this name.
 *
 * It may be called from any thread.
 */
gnutls_kx_algorithm_t gnutls_kx_get_id(const char *name);

/**
 * Returns the name of a key exchange, such as `ECDHE-RSA`.
 *
 * It is the name that `gnutls_kx_get_id` and priority strings understand. The string is constant and
 * not to be freed.
 *
 * @param algorithm a `gnutls_kx_algorithm_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_kx_get_name(gnutls_kx_algorithm_t algorithm);

/**
 * Returns the key exchanges that the library knows, as a list of numbers.
 *
 * They are of TLS 1.2 and older versions, each once, while GnuTLS repeats some. Handshakes use RSA,
 * ECDHE-RSA and ECDHE-ECDSA; the others can be named in priority strings, and are not negotiated. The
 * list is made once, stays for the life of the process, and is not to be freed.
 *
 * @return an array of `gnutls_kx_algorithm_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_kx_algorithm_t *gnutls_kx_list(void);

/**
 * Reads a whole file into memory.
 *
 * The caller frees the bytes with `gnutls_free`. A NUL follows them, which the size does not count, so
 * that a text can be used as a C string. Copies of the content may stay in freed memory: for files
 * with private keys there are functions that read them directly.
 *
 * @param filename the path, NUL-terminated
 * @param data takes the bytes and their number; not written on error
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_FILE_ERROR the file cannot be opened or read, or `filename` is NULL
 * @retval GNUTLS_E_INVALID_REQUEST `data` is NULL
 *
 * It may be called from any thread. Since 3.1.0.
 */
int gnutls_load_file(const char *filename, gnutls_datum_t *data);

/**
 * Returns the MAC of the session's cipher suite.
 *
 * AEAD suites have none, for their cipher authenticates by itself: they give `GNUTLS_MAC_AEAD`. The
 * hash of their PRF is what `gnutls_prf_hash_get` tells.
 *
 * @param session a session
 *
 * @return a `gnutls_mac_algorithm_t`, or `GNUTLS_MAC_NULL` if nothing is negotiated or `session` is
 *   NULL.
 */
gnutls_mac_algorithm_t gnutls_mac_get(gnutls_session_t session);

/**
 * Returns the number of a MAC by its name, such as `SHA256`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_mac_get_name` for the MACs of
 * `gnutls_mac_list`; an HMAC has the name of its hash function.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_mac_algorithm_t`, or `GNUTLS_MAC_UNKNOWN` (0) if nothing has this name.
 *
 * It may be called from any thread.
 */
gnutls_mac_algorithm_t gnutls_mac_get_id(const char *name);

/**
 * Returns how long the key of a MAC is in TLS.
 *
 * `gnutls_hmac_init` takes keys of other lengths for HMAC, and keys of this length alone for the other
 * MACs.
 *
 * @param algorithm a `gnutls_mac_algorithm_t`
 *
 * @return the length in bytes, or 0 for an unknown number and for a MAC without a key, as
 *   `GNUTLS_MAC_AEAD`.
 *
 * It may be called from any thread.
 */
size_t gnutls_mac_get_key_size(gnutls_mac_algorithm_t algorithm);

/**
 * Returns the name of a MAC, such as `SHA256`.
 *
 * It is the name that `gnutls_mac_get_id` and priority strings understand; an HMAC has that of its
 * hash function. The string is constant and not to be freed.
 *
 * @param algorithm a `gnutls_mac_algorithm_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_mac_get_name(gnutls_mac_algorithm_t algorithm);

/**
 * Returns the MACs that the library knows, as a list of numbers.
 *
 * They are for `gnutls_hmac_init`; what a session may use is told by `gnutls_priority_mac_list`. The
 * list is made once, stays for the life of the process, and is not to be freed.
 *
 * @return an array of `gnutls_mac_algorithm_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_mac_algorithm_t *gnutls_mac_list(void);

/**
 * Compares memory in a time that does not tell where it differs.
 *
 * It is for secrets, such as MACs and passwords. Unlike memcmp it says nothing of which side is
 * greater; the time depends on the length alone.
 *
 * @param s1 the first memory
 * @param s2 the second memory
 * @param n how many bytes to compare
 *
 * @return 0 if the bytes are equal, or `n` is 0, else 1; 1 also if a pointer is NULL and `n` is not 0.
 *
 * It may be called from any thread. Since 3.4.0.
 */
int gnutls_memcmp(const void *s1, const void *s2, size_t n);

/**
 * Fills memory in a way that no compiler leaves out.
 *
 * It is for wiping secrets from memory that is not used any more, where a compiler may drop a plain
 * memset.
 *
 * It may be called from any thread. Since 3.4.0.
 *
 * @param data the memory; NULL is ignored
 * @param c the value, of which the lowest 8 bits are used
 * @param size how many bytes to fill
 */
void gnutls_memset(void *data, int c, size_t size);

/**
 * Makes a client ask the server for the OCSP status of its certificate.
 *
 * That is done by default: the call takes back `GNUTLS_NO_STATUS_REQUEST` of `gnutls_init`. Responder
 * identifiers and extensions of the request are not sent, as servers do not look at them.
 *
 * @param session a client's session, before the handshake
 * @param responder_id not used; pass NULL
 * @param responder_id_size not used; pass 0
 * @param request_extensions not used; pass NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL.
 *
 * @since 3.1.3
 * @see RFC 6066 section 8
 */
int gnutls_ocsp_status_request_enable_client(gnutls_session_t session,
                                             gnutls_datum_t *responder_id,
                                             size_t responder_id_size,
                                             gnutls_datum_t *request_extensions);

/**
 * Gives the OCSP response that the peer sent for its own certificate, in DER.
 *
 * The response is as it came. The bytes belong to the session and are not to be freed; they stay valid
 * until `gnutls_deinit`, or until this function gives another response after a new handshake.
 *
 * @param session a client's session, or a server's whose client sent a certificate in TLS 1.3
 * @param response takes the response; of size 0 if there is none
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no response came
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `response` is NULL
 *
 * @since 3.1.3
 * @see RFC 6066 section 8
 */
int gnutls_ocsp_status_request_get(gnutls_session_t session, gnutls_datum_t *response);

/**
 * Gives one of the OCSP responses that the peer sent for its chain, in DER.
 *
 * TLS 1.2 has a response for the first certificate alone. The response is as it came. The bytes belong
 * to the session and are not to be freed; they stay valid until `gnutls_deinit`, or until this
 * function gives another response after a new handshake.
 *
 * @param session a client's session
 * @param idx the certificate of the peer's chain, from 0
 * @param response takes the response; of size 0 if there is none
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no response came for this certificate
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `response` is NULL
 *
 * @since 3.6.3
 * @see RFC 8446 section 4.4.2.1
 */
int gnutls_ocsp_status_request_get2(gnutls_session_t session, unsigned int idx, gnutls_datum_t *response);

/**
 * Tells whether the peer's certificate came with a valid OCSP response that does not say that it is
 * revoked.
 *
 * The verification of the peer (`gnutls_certificate_verify_peers3` and its like) checks the response:
 * its signature, by the issuer of the certificate or by a responder that this certified for it, the
 * certificate that it is for, and its age. Call it after that; with `GNUTLS_VERIFY_DISABLE_CRL_CHECKS`
 * nothing is checked.
 *
 * @param session a session
 * @param flags 0, or `GNUTLS_OCSP_SR_IS_AVAIL` to ask whether a response came, of whatever kind
 *
 * @return 1 if so; 0 if not, or if `session` is NULL.
 *
 * @since 3.1.4
 */
unsigned int gnutls_ocsp_status_request_is_checked(gnutls_session_t session, unsigned int flags);

/**
 * Returns the number of a hash function by its object identifier.
 *
 * The identifier is in dotted decimal form, as `gnutls_digest_get_oid` gives it. It is that of the
 * hash function, not of a signature with it.
 *
 * @param oid the identifier, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` (0) for another identifier.
 *
 * It may be called from any thread. Since 3.4.3.
 */
gnutls_digest_algorithm_t gnutls_oid_to_digest(const char *oid);

/**
 * Returns the number of an elliptic curve by its object identifier.
 *
 * The identifier is in dotted decimal form, as `gnutls_ecc_curve_get_oid` gives it. Curves that are
 * not supported, or that the system's configuration forbids, are not told.
 *
 * @param oid the identifier, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_ecc_curve_t`, or `GNUTLS_ECC_CURVE_INVALID` (0) for another identifier.
 *
 * It may be called from any thread. Since 3.4.3.
 */
gnutls_ecc_curve_t gnutls_oid_to_ecc_curve(const char *oid);

/**
 * Returns the number of a parameter set of GOST 28147-89 by its object identifier.
 *
 * The identifier is in dotted decimal form, as `gnutls_gost_paramset_get_oid` gives it.
 *
 * @param oid the identifier, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_gost_paramset_t`, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for another identifier.
 *
 * It may be called from any thread. Since 3.6.3. RFC 4357.
 */
gnutls_gost_paramset_t gnutls_oid_to_gost_paramset(const char *oid);

/**
 * Returns the number of an HMAC by its object identifier, as PKCS \#5 has it.
 *
 * The identifier is in dotted decimal form. HMACs with SHA-1, SHA-2 and the hash functions of GOST are
 * known.
 *
 * @param oid the identifier, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_mac_algorithm_t`, or `GNUTLS_MAC_UNKNOWN` (0) for another identifier.
 *
 * It may be called from any thread. Since 3.5.4. RFC 8018 appendix B.1.2.
 */
gnutls_mac_algorithm_t gnutls_oid_to_mac(const char *oid);

/**
 * Returns the number of a public key algorithm by its object identifier.
 *
 * The identifier is in dotted decimal form, as `gnutls_pk_get_oid` gives it. It is that of a key, not
 * of a signature.
 *
 * @param oid the identifier, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) for another identifier.
 *
 * It may be called from any thread. Since 3.4.3.
 */
gnutls_pk_algorithm_t gnutls_oid_to_pk(const char *oid);

/**
 * Returns the number of a signature algorithm by its object identifier.
 *
 * The identifier is in dotted decimal form, as `gnutls_sign_get_oid` gives it. The identifier of
 * RSA-PSS does not say which hash function, which its parameters name.
 *
 * @param oid the identifier, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) for another identifier.
 *
 * It may be called from any thread. Since 3.4.3.
 */
gnutls_sign_algorithm_t gnutls_oid_to_sign(const char *oid);

/**
 * Tells whether a session sends its OpenPGP certificate or a fingerprint: not possible any more, as in
 * GnuTLS since 3.6.0.
 *
 * Header: `gnutls/gnutls.h`.
 *
 * @param session,status not used
 */
void gnutls_openpgp_send_cert(gnutls_session_t session, gnutls_openpgp_crt_status_t status);

/**
 * Frees a packet together with the data that `gnutls_packet_get` has pointed to.
 *
 * Packets are independent of the session that received them: each is freed once, before or after
 * `gnutls_deinit`.
 *
 * @param packet a packet of `gnutls_record_recv_packet`, not to be used afterwards; NULL is ignored
 *
 * @since 3.3.5
 */
void gnutls_packet_deinit(gnutls_packet_t packet);

/**
 * Tells the data of a received packet and the sequence number of its record.
 *
 * The bytes are those of the packet itself: they stay valid until `gnutls_packet_deinit`, and are not
 * to be freed by the caller. A NULL packet gives NULL, a size of 0 and the number 0.
 *
 * @param packet a packet of `gnutls_record_recv_packet`, or NULL
 * @param data takes a pointer to the bytes and their number; NULL if it is not wanted
 * @param sequence takes 8 bytes, the number in big-endian order; NULL if it is not wanted
 *
 * @since 3.3.5
 */
void gnutls_packet_get(gnutls_packet_t packet, gnutls_datum_t *data, unsigned char *sequence);

/**
 * Reads the bytes of a PEM block, into a buffer of the caller's.
 *
 * It is the first block in the text whose label begins with `header`; what stands before and after is
 * passed over. `gnutls_pem_base64_decode2` allocates the bytes.
 *
 * @param header the label, as `CERTIFICATE`, NUL-terminated; NULL takes any
 * @param b64_data the text, without a NUL in its size
 * @param result takes the bytes; NULL asks for the size
 * @param result_size in: the capacity of `result` in bytes; out: the number of bytes, also after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `result` is NULL or too short
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the text has no such block
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the block is empty, does not end, or has no base64
 * @retval GNUTLS_E_INVALID_REQUEST `b64_data` or `result_size` is NULL, or the label is not UTF-8
 *
 * @see RFC 7468
 */
int gnutls_pem_base64_decode(const char *header,
                             const gnutls_datum_t *b64_data,
                             unsigned char *result,
                             size_t *result_size);

/**
 * Reads the bytes of a PEM block, into memory that is allocated.
 *
 * It is the first block in the text whose label begins with `header`; what stands before and after is
 * passed over. The caller frees the bytes with `gnutls_free`.
 *
 * @param header the label, as `CERTIFICATE`, NUL-terminated; NULL takes any
 * @param b64_data the text, without a NUL in its size
 * @param result takes the bytes and their number; a NUL follows them that the size does not count
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR the text has no such block
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the block is empty, does not end, or has no base64
 * @retval GNUTLS_E_INVALID_REQUEST `b64_data` or `result` is NULL, or the label is not UTF-8
 *
 * @since 3.4.0
 * @see RFC 7468
 */
int gnutls_pem_base64_decode2(const char *header, const gnutls_datum_t *b64_data, gnutls_datum_t *result);

/**
 * Writes bytes as a PEM block, in a buffer of the caller's.
 *
 * Without a label it is base64 on one line. `gnutls_pem_base64_encode2` allocates the text.
 *
 * @param msg the label, as `CERTIFICATE`, NUL-terminated, at most 50 bytes; NULL or empty for none
 * @param data the bytes
 * @param result takes the text and a NUL; NULL asks for the size
 * @param result_size in: the capacity of `result` in bytes; out: the length without the NUL, or after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER` what is needed, the NUL included
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `result` is NULL or too short
 * @retval GNUTLS_E_BASE64_ENCODING_ERROR the label is too long
 * @retval GNUTLS_E_INVALID_REQUEST `data` or `result_size` is NULL, or the label is not UTF-8
 *
 * @see RFC 7468
 */
int gnutls_pem_base64_encode(const char *msg, const gnutls_datum_t *data, char *result, size_t *result_size);

/**
 * Writes bytes as a PEM block that is allocated.
 *
 * Without a label it is base64 on one line. The caller frees the text with `gnutls_free`.
 *
 * @param header the label, as `CERTIFICATE`, NUL-terminated, at most 50 bytes; NULL or empty for none
 * @param raw the bytes
 * @param result takes the text, which ends with a NUL that its size does not count; not written on
 *   error
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_ENCODING_ERROR the label is too long
 * @retval GNUTLS_E_INVALID_REQUEST `raw` or `result` is NULL, or the label is not UTF-8
 *
 * @since 3.4.0
 * @see RFC 7468
 */
int gnutls_pem_base64_encode2(const char *header, const gnutls_datum_t *raw, gnutls_datum_t *result);

/**
 * Writes what an error code means to standard error, with `GnuTLS error: ` before it and a newline
 * after it.
 *
 * It is of use in examples and small tools. The text is that of `gnutls_strerror`, written by one
 * system call.
 *
 * It may be called from any thread.
 *
 * @param error a code that a function has returned
 */
void gnutls_perror(int error);

/**
 * Returns the name of a public key algorithm, such as `RSA`.
 *
 * It is the name that `gnutls_pk_get_id` understands; `gnutls_pk_get_name` has a name for every
 * number. The string is constant and not to be freed.
 *
 * @param algorithm a `gnutls_pk_algorithm_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_pk_algorithm_get_name(gnutls_pk_algorithm_t algorithm);

/**
 * Returns the strongest security level that a key reaches.
 *
 * It is the reverse of `gnutls_sec_param_to_pk_bits`, where a length between two levels counts as the
 * lower one. The lowest is `GNUTLS_SEC_PARAM_INSECURE`.
 *
 * @param algo the kind of key; an unknown number counts as RSA
 * @param bits the length of the key in bits
 *
 * @return a `gnutls_sec_param_t`, or `GNUTLS_SEC_PARAM_UNKNOWN` if `bits` is 0.
 *
 * It may be called from any thread. Since 2.12.0.
 */
gnutls_sec_param_t gnutls_pk_bits_to_sec_param(gnutls_pk_algorithm_t algo, unsigned int bits);

/**
 * Returns the number of a public key algorithm by its name, such as `RSA`.
 *
 * Upper and lower case differ, as in GnuTLS and unlike in the other functions of this kind. The names
 * are those of `gnutls_pk_get_name`.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) if nothing has this name.
 *
 * It may be called from any thread. Since 2.6.0.
 */
gnutls_pk_algorithm_t gnutls_pk_get_id(const char *name);

/**
 * Returns the name of a public key algorithm, such as `RSA`.
 *
 * It is the name that `gnutls_pk_get_id` understands. The string is constant and not to be freed.
 *
 * @param algorithm a `gnutls_pk_algorithm_t`
 *
 * @return the name, or `Unknown` for an unknown number; never NULL.
 *
 * It may be called from any thread. Since 2.6.0.
 */
const char *gnutls_pk_get_name(gnutls_pk_algorithm_t algorithm);

/**
 * Returns the object identifier of a public key algorithm, such as `1.2.840.113549.1.1.1`.
 *
 * It is in dotted decimal form, as `gnutls_oid_to_pk` reads it, and stands in the key information of a
 * certificate. The string is constant and not to be freed.
 *
 * @param algorithm a `gnutls_pk_algorithm_t`
 *
 * @return the identifier, or NULL if the number is unknown or has none.
 *
 * It may be called from any thread. Since 3.4.3.
 */
const char *gnutls_pk_get_oid(gnutls_pk_algorithm_t algorithm);

/**
 * Returns the public key algorithms that the library knows, as a list of numbers.
 *
 * Each is there once, while GnuTLS repeats some. They are for keys, certificates and key exchange. The
 * list is made once, stays for the life of the process, and is not to be freed.
 *
 * @return an array of `gnutls_pk_algorithm_t` that ends with 0.
 *
 * It may be called from any thread. Since 2.6.0.
 */
const gnutls_pk_algorithm_t *gnutls_pk_list(void);

/**
 * Returns the signature algorithm that a kind of key makes with a hash function.
 *
 * Algorithms that are bound to a curve, as those of TLS 1.3 for ECDSA, are left out: for ECDSA it is
 * the one for any curve. RSA without a hash function gives `GNUTLS_SIGN_RSA_RAW`.
 *
 * @param pk the kind of key
 * @param hash the hash function
 *
 * @return a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if there is none for the two, or a
 *   number is unknown.
 *
 * It may be called from any thread.
 */
gnutls_sign_algorithm_t gnutls_pk_to_sign(gnutls_pk_algorithm_t pk, gnutls_digest_algorithm_t hash);

/**
 * Derives bytes by the PRF of TLS 1.2 from the master secret, a label and the randoms of the
 * handshake.
 *
 * In TLS 1.3 it is the exporter without context, which needs `server_random_first` 0 and no `extra`.
 * New protocols use `gnutls_prf_rfc5705`.
 *
 * @param session a session whose handshake is complete
 * @param label_size the length of `label` in bytes
 * @param label the label; need not end with a NUL
 * @param server_random_first 0 for the client's random first, else the server's
 * @param extra_size the length of `extra` in bytes
 * @param extra bytes behind the randoms in the seed; NULL if `extra_size` is 0
 * @param outsize how many bytes to derive
 * @param out takes `outsize` bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there are no secrets yet, TLS 1.3
 *   cannot do what is asked, or `session`, `out`, or a pointer with a length is NULL.
 *
 * @see RFC 5246 section 5
 */
int gnutls_prf(gnutls_session_t session,
               size_t label_size,
               const char *label,
               int server_random_first,
               size_t extra_size,
               const char *extra,
               size_t outsize,
               char *out);

/**
 * Derives keying material for another protocol that is used with early data.
 *
 * It is there during the handshake, if early data is offered by the client and accepted by the server:
 * from the hook of `GNUTLS_HANDSHAKE_CLIENT_HELLO` on, on a server from the one with
 * `GNUTLS_HOOK_POST`.
 *
 * @param session a session in its handshake
 * @param label_size the length of `label` in bytes; at most 240
 * @param label the label, in UTF-8; need not end with a NUL
 * @param context_size the length of `context` in bytes
 * @param context the context; NULL for none, which is the same as an empty one
 * @param outsize how many bytes to derive; at most 255 times the length of the hash
 * @param out takes `outsize` bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there is no early secret, a length
 *   is out of bounds, or `session`, `out`, or `label` with a length is NULL.
 *
 * @since 3.6.8
 * @see RFC 8446 section 7.5
 */
int gnutls_prf_early(gnutls_session_t session,
                     size_t label_size,
                     const char *label,
                     size_t context_size,
                     const char *context,
                     size_t outsize,
                     char *out);

/**
 * Returns the hash function of the session's key derivation.
 *
 * In TLS 1.3 it is that of HKDF and of the Finished messages, in TLS 1.2 that of the PRF. Its length
 * tells how long a PSK or a derived secret of the session is.
 *
 * @param session a session
 *
 * @return a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` if nothing is negotiated or `session`
 *   is NULL.
 *
 * @since 3.6.13
 */
gnutls_digest_algorithm_t gnutls_prf_hash_get(gnutls_session_t session);

/**
 * Derives bytes by the PRF of TLS 1.2 from the master secret, a label and a seed of the caller's.
 *
 * The randoms of the handshake are not in the seed unless the caller puts them there. TLS 1.3 has no
 * such function: see `gnutls_prf_rfc5705`.
 *
 * @param session a session of TLS 1.2 whose handshake is complete
 * @param label_size the length of `label` in bytes
 * @param label the label; need not end with a NUL
 * @param seed_size the length of `seed` in bytes
 * @param seed the seed; NULL if `seed_size` is 0
 * @param outsize how many bytes to derive
 * @param out takes `outsize` bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there is no master secret, as in
 *   TLS 1.3, or `session`, `out`, or a pointer with a length is NULL.
 *
 * @see RFC 5246 section 5
 */
int gnutls_prf_raw(gnutls_session_t session,
                   size_t label_size,
                   const char *label,
                   size_t seed_size,
                   const char *seed,
                   size_t outsize,
                   char *out);

/**
 * Derives keying material for another protocol from the session's secrets.
 *
 * Both sides get the same bytes for the same label and context. TLS 1.2 tells no context from an empty
 * one; TLS 1.3 does not.
 *
 * @param session a session whose handshake is complete
 * @param label_size the length of `label` in bytes; at most 240 in TLS 1.3
 * @param label the label, as registered for the protocol; need not end with a NUL; UTF-8 in TLS 1.3
 * @param context_size the length of `context` in bytes; at most 65535 in TLS 1.2
 * @param context the context; NULL for none
 * @param outsize how many bytes to derive; in TLS 1.3 at most 255 times the length of the hash
 * @param out takes `outsize` bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if there are no secrets yet, a length
 *   is out of bounds, or `session`, `out`, or `label` with a length is NULL.
 *
 * @since 3.4.4
 * @see RFC 5705, RFC 8446 section 7.5
 */
int gnutls_prf_rfc5705(gnutls_session_t session,
                       size_t label_size,
                       const char *label,
                       size_t context_size,
                       const char *context,
                       size_t outsize,
                       char *out);

/**
 * Gives the certificate types of a client in a priority handle, in order of preference.
 *
 * For either side there is `gnutls_priority_certificate_type_list2`. The list belongs to the handle,
 * is not to be freed, and has no mark at its end.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_certificate_type_t` numbers, valid as long as the handle,
 *   NULL if there are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * @since 3.0
 */
int gnutls_priority_certificate_type_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Gives the certificate types of one side in a priority handle, in order of preference.
 *
 * The list belongs to the handle, is not to be freed, and has no mark at its end. Handshakes use X.509
 * alone.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_certificate_type_t` numbers, valid as long as the handle,
 *   NULL if there are none; NULL if it is not wanted
 * @param target `GNUTLS_CTYPE_CLIENT` or `GNUTLS_CTYPE_SERVER`
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL or `target` is another
 *   number.
 *
 * @since 3.6.4
 */
int gnutls_priority_certificate_type_list2(gnutls_priority_t pcache,
                                           const unsigned int **list,
                                           gnutls_ctype_target_t target);

/**
 * Gives the ciphers of a priority handle, in order of preference.
 *
 * The list belongs to the handle, is not to be freed, and has no mark at its end. It may have ciphers
 * that are known and not negotiated.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_cipher_algorithm_t` numbers, valid as long as the handle,
 *   NULL if there are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * @since 3.2.3
 */
int gnutls_priority_cipher_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Frees a handle of `gnutls_priority_init`.
 *
 * Sessions that were set from it keep their priorities, and may go on. Lists that
 * `gnutls_priority_cipher_list` and the like have given become invalid.
 *
 * @param priority_cache the handle, not to be used afterwards; NULL is ignored
 */
void gnutls_priority_deinit(gnutls_priority_t priority_cache);

/**
 * Gives the elliptic curves of a priority handle, in order of preference.
 *
 * They are the curves of the groups that stand before the first finite field; hybrids are passed over.
 * The list belongs to the handle, is not to be freed, and has no mark at its end.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_ecc_curve_t` numbers, valid as long as the handle, NULL if
 *   there are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * Deprecated: use `gnutls_priority_group_list`. Since 3.0.
 */
int gnutls_priority_ecc_curve_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Tells where a cipher suite of a priority handle stands in the list of all suites.
 *
 * To see all suites of a handle, count `idx` up from 0 until `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`,
 * pass over `GNUTLS_E_UNKNOWN_CIPHER_SUITE`, and give each index to `gnutls_cipher_suite_info`.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param idx which suite of the handle, from 0
 * @param sidx takes the index for `gnutls_cipher_suite_info`; NULL if it is not wanted
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNKNOWN_CIPHER_SUITE no version of the handle is new enough for the suite
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are not so many suites
 * @retval GNUTLS_E_INVALID_REQUEST `pcache` is NULL
 *
 * @since 3.0.9
 */
int gnutls_priority_get_cipher_suite_index(gnutls_priority_t pcache, unsigned int idx, unsigned int *sidx);

/**
 * Gives the groups of a priority handle, in order of preference.
 *
 * A client sends key shares for the first ones. The list belongs to the handle, is not to be freed,
 * and has no mark at its end. It may have groups that are known and not negotiated.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_group_t` numbers, valid as long as the handle, NULL if there
 *   are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * @since 3.6.0
 */
int gnutls_priority_group_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Reads a priority string into a handle that any number of sessions can be set from.
 *
 * It is `gnutls_priority_init2` without flags. The string begins with a keyword such as `NORMAL` or
 * `SECURE192`, or with `@` and a keyword of the system's configuration; elements such as
 * `-VERS-TLS1.2`, `+GROUP-X25519` and `%SERVER_PRECEDENCE` follow, with colons between them. The
 * caller frees the handle with `gnutls_priority_deinit`.
 *
 * @param priority_cache takes the handle; NULL is written on error
 * @param priorities the string, NUL-terminated; NULL is the default of the system
 * @param err_pos takes a pointer into `priorities`: to the element that is not understood, or to the
 *   begin; not written if `priorities` is NULL. NULL if it is not wanted
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the string is empty or not understood, or `priority_cache` is NULL
 * @retval GNUTLS_E_NO_PRIORITIES_WERE_SET the string leaves nothing to negotiate
 *
 * A handle is not changed by its use: sessions in several threads may be set from it at once.
 */
int gnutls_priority_init(gnutls_priority_t *priority_cache, const char *priorities, const char **err_pos);

/**
 * Reads a priority string into a handle, by itself or as an addition to the default of the system.
 *
 * With `GNUTLS_PRIORITY_INIT_DEF_APPEND` a program keeps to the policy of the system and states its
 * own wishes alone. The syntax is that of `gnutls_priority_init`. The caller frees the handle with
 * `gnutls_priority_deinit`.
 *
 * @param priority_cache takes the handle; NULL is written on error
 * @param priorities the string, NUL-terminated; NULL is the default of the system, without flags alone
 * @param err_pos takes a pointer into `priorities`: to the element that is not understood, or to the
 *   begin; not written if `priorities` is NULL. NULL if it is not wanted
 * @param flags `GNUTLS_PRIORITY_INIT_DEF_APPEND`, or 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the string is empty or not understood, or NULL with the flag, or
 *   `priority_cache` is NULL
 * @retval GNUTLS_E_NO_PRIORITIES_WERE_SET the string leaves nothing to negotiate
 *
 * A handle is not changed by its use: sessions in several threads may be set from it at once. Since
 * 3.6.3.
 */
int gnutls_priority_init2(gnutls_priority_t *priority_cache,
                          const char *priorities,
                          const char **err_pos,
                          unsigned int flags);

/**
 * Gives the key exchanges of a priority handle, in order of preference.
 *
 * They count for TLS 1.2 and older versions. The list belongs to the handle, is not to be freed, and
 * has no mark at its end. It may have exchanges that are known and not negotiated.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_kx_algorithm_t` numbers, valid as long as the handle, NULL if
 *   there are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * @since 3.2.3
 */
int gnutls_priority_kx_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Gives the MACs of a priority handle, in order of preference.
 *
 * The list belongs to the handle, is not to be freed, and has no mark at its end. `GNUTLS_MAC_AEAD`
 * stands for all ciphers that authenticate by themselves.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_mac_algorithm_t` numbers, valid as long as the handle, NULL
 *   if there are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * @since 3.2.3
 */
int gnutls_priority_mac_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Gives the protocol versions of a priority handle, in order of preference.
 *
 * The list belongs to the handle, is not to be freed, and has no mark at its end. It may have versions
 * that are known and not negotiated.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_protocol_t` numbers, valid as long as the handle, NULL if
 *   there are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * @since 3.0
 */
int gnutls_priority_protocol_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Sets the priorities of a session from a handle: versions, algorithms, and how strictly the protocol
 * is followed.
 *
 * They count from the next handshake on and replace what was set before. The session keeps what it
 * needs: the handle may be freed at once, and may be shared by sessions in any threads.
 *
 * @param session a session
 * @param priority a handle of `gnutls_priority_init`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 * @retval GNUTLS_E_NO_CIPHER_SUITES `priority` is NULL
 */
int gnutls_priority_set(gnutls_session_t session, gnutls_priority_t priority);

/**
 * Sets the priorities of a session from a string.
 *
 * The syntax is that of `gnutls_priority_init`; where many sessions have the same priorities, a handle
 * saves reading the string each time. They count from the next handshake on and replace what was set
 * before. On error the session keeps those it has.
 *
 * @param session a session
 * @param priorities the string, NUL-terminated; NULL is the default of the system
 * @param err_pos takes a pointer into `priorities`: to the element that is not understood, or to the
 *   begin; not written if `priorities` is NULL. NULL if it is not wanted
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the string is empty or not understood, or `session` is NULL
 * @retval GNUTLS_E_NO_PRIORITIES_WERE_SET the string leaves nothing to negotiate
 */
int gnutls_priority_set_direct(gnutls_session_t session, const char *priorities, const char **err_pos);

/**
 * Gives the signature algorithms of a priority handle, in order of preference.
 *
 * They count for signatures of the handshake and on certificates. The list belongs to the handle, is
 * not to be freed, and has no mark at its end.
 *
 * @param pcache a handle of `gnutls_priority_init`
 * @param list takes a pointer to `gnutls_sign_algorithm_t` numbers, valid as long as the handle, NULL
 *   if there are none; NULL if it is not wanted
 *
 * @return how many there are, or `GNUTLS_E_INVALID_REQUEST` if `pcache` is NULL.
 *
 * @since 3.0
 */
int gnutls_priority_sign_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Returns the words that a priority string may have, one with each call.
 *
 * Count `iter` up from 0 until the function returns NULL. Unlike GnuTLS it never returns an empty
 * string in between. The strings are constant and not to be freed.
 *
 * @param iter which word, from 0
 * @param flags `GNUTLS_PRIORITY_LIST_INIT_KEYWORDS` for words that may stand first,
 *   `GNUTLS_PRIORITY_LIST_SPECIAL` for those that follow a `%`; of both the first counts
 *
 * @return the word, or NULL after the last and without a flag.
 *
 * It may be called from any thread. Since 3.4.0.
 */
const char *gnutls_priority_string_list(unsigned int iter, unsigned int flags);

/**
 * Returns the number of a protocol version by its name, such as `TLS1.3`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_protocol_get_name`, also of
 * versions that are not negotiated.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_protocol_t`, or `GNUTLS_VERSION_UNKNOWN` if nothing has this name.
 *
 * It may be called from any thread.
 */
gnutls_protocol_t gnutls_protocol_get_id(const char *name);

/**
 * Returns the name of a protocol version, such as `TLS1.3`.
 *
 * It is the name that `gnutls_protocol_get_id` and priority strings (`VERS-TLS1.3`) understand. The
 * string is constant and not to be freed.
 *
 * @param version a `gnutls_protocol_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_protocol_get_name(gnutls_protocol_t version);

/**
 * Returns the protocol version of the session.
 *
 * It is known as soon as the hello messages are exchanged, and so in most callbacks. Before that it is
 * the first one of the priorities, on a client that has sent its hello the version in that.
 * `gnutls_protocol_get_name` has its name.
 *
 * @param session a session
 *
 * @return `GNUTLS_TLS1_0` to `GNUTLS_TLS1_3`, or `GNUTLS_VERSION_UNKNOWN` if no priorities are set or
 *   `session` is NULL.
 */
gnutls_protocol_t gnutls_protocol_get_version(gnutls_session_t session);

/**
 * Returns the protocol versions that the library knows, as a list of numbers.
 *
 * Versions that the system's configuration forbids are left out. Handshakes use TLS 1.0 to TLS 1.3;
 * the others can be named in priority strings, and are not negotiated. The list is made once, stays
 * for the life of the process, and is not to be freed.
 *
 * @return an array of `gnutls_protocol_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_protocol_t *gnutls_protocol_list(void);

/**
 * Allows or forbids a protocol version in the allow list of the system's configuration.
 *
 * It is for programs that have to deviate from the defaults of the system: `override-mode` in the
 * configuration must be `allowlist`, and the priorities `@SYSTEM` must not have been used by any
 * session or handle.
 *
 * @param version the version
 * @param enabled not 0 to allow it, 0 to forbid it
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown version, without an
 *   allow list, or once `@SYSTEM` was used.
 *
 * Call it at the start of the program, before other threads use the library. Since 3.7.3.
 */
int gnutls_protocol_set_enabled(gnutls_protocol_t version, unsigned int enabled);

/**
 * Creates pre-shared key credentials for clients.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
 * they must outlive it. They allow the key exchanges that a priority string enables with `+PSK`,
 * `+DHE-PSK`, `+ECDHE-PSK` and, before TLS 1.3, `+RSA-PSK`. In TLS 1.3 their keys are for SHA-256.
 * `gnutls_psk_free_client_credentials` frees them.
 *
 * @param sc takes the new credentials
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL
 *
 * @see RFC 4279
 */
int gnutls_psk_allocate_client_credentials(gnutls_psk_client_credentials_t *sc);

/**
 * Creates pre-shared key credentials for clients whose keys are for a hash.
 *
 * They are as those of `gnutls_psk_allocate_client_credentials`. TLS 1.3 uses each key with one hash,
 * which both sides have to know: it decides which cipher suites can be selected with the key.
 *
 * @param sc takes the new credentials
 * @param mac `GNUTLS_MAC_SHA256` or `GNUTLS_MAC_SHA384`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL, or `mac` is another algorithm
 *
 * @since 3.8.11
 * @see RFC 8446 section 4.2.11
 */
int gnutls_psk_allocate_client_credentials2(gnutls_psk_client_credentials_t *sc, gnutls_mac_algorithm_t mac);

/**
 * Creates pre-shared key credentials for servers.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
 * they must outlive it. They allow the key exchanges that a priority string enables with `+PSK`,
 * `+DHE-PSK`, `+ECDHE-PSK` and, before TLS 1.3, `+RSA-PSK`. In TLS 1.3 their keys are for SHA-256.
 * `gnutls_psk_free_server_credentials` frees them.
 *
 * @param sc takes the new credentials
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL
 *
 * @see RFC 4279
 */
int gnutls_psk_allocate_server_credentials(gnutls_psk_server_credentials_t *sc);

/**
 * Creates pre-shared key credentials for servers whose keys are for a hash.
 *
 * They are as those of `gnutls_psk_allocate_server_credentials`. TLS 1.3 uses each key with one hash,
 * which both sides have to know: it decides which cipher suites can be selected with the key.
 *
 * @param sc takes the new credentials
 * @param mac `GNUTLS_MAC_SHA256` or `GNUTLS_MAC_SHA384`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL, or `mac` is another algorithm
 *
 * @since 3.8.11
 * @see RFC 8446 section 4.2.11
 */
int gnutls_psk_allocate_server_credentials2(gnutls_psk_server_credentials_t *sc, gnutls_mac_algorithm_t mac);

/**
 * Returns the hint that the server has sent to this client.
 *
 * It belongs to the session and is valid until `gnutls_deinit`, or until this function is called after
 * another handshake. It is what came, up to a NUL: not to be trusted or shown as it is.
 *
 * @param session a client's session
 *
 * @return the hint, or NULL if none has come, as in TLS 1.3, or if `session` is NULL or a server's.
 *
 * @see RFC 4279 section 2
 */
const char *gnutls_psk_client_get_hint(gnutls_session_t session);

/**
 * Writes the name of an imported key: its ImportedIdentity.
 *
 * The key itself is imported by the handshake, with `GNUTLS_PSK_KEY_EXT` in the flags of
 * `gnutls_psk_client_credentials_function3` or `gnutls_psk_server_credentials_function3`.
 *
 * @param identity the name of the key, at most 65535 bytes
 * @param context what both sides bind the key to, at most 65535 bytes; NULL for nothing
 * @param version the protocol version that the key is for
 * @param hash `GNUTLS_DIG_SHA256` or `GNUTLS_DIG_SHA384`, which the key is for
 * @param imported_identity takes the name, to be freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `identity` or `imported_identity` is NULL, a part is too long, or
 *   the version is unknown
 * @retval GNUTLS_E_UNKNOWN_HASH_ALGORITHM `hash` is another algorithm
 * @retval GNUTLS_E_MEMORY_ERROR no memory
 *
 * @since 3.8.1
 * @see RFC 9258 section 5.1
 */
int gnutls_psk_format_imported_identity(const gnutls_datum_t *identity,
                                        const gnutls_datum_t *context,
                                        gnutls_protocol_t version,
                                        gnutls_digest_algorithm_t hash,
                                        gnutls_datum_t *imported_identity);

/**
 * Frees the pre-shared key credentials of a client.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their keys are
 * wiped.
 *
 * @param sc the credentials; NULL is ignored
 */
void gnutls_psk_free_client_credentials(gnutls_psk_client_credentials_t sc);

/**
 * Frees the pre-shared key credentials of a server.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their keys are
 * wiped.
 *
 * @param sc the credentials; NULL is ignored
 */
void gnutls_psk_free_server_credentials(gnutls_psk_server_credentials_t sc);

/**
 * Returns the name of the client, which has proved that it has the key.
 *
 * Before the handshake is complete the name is only what the client says. It belongs to the session
 * and is valid until `gnutls_deinit`, or until this function is called after another handshake.
 *
 * @param session a server's session
 *
 * @return the name, or NULL if no PSK was used, if the name has a NUL inside (see
 *   `gnutls_psk_server_get_username2`), or if `session` is NULL or a client's.
 */
const char *gnutls_psk_server_get_username(gnutls_session_t session);

/**
 * Returns the name of the client, which has proved that it has the key, and may hold any bytes.
 *
 * It is as with `gnutls_psk_server_get_username`.
 *
 * @param session a server's session
 * @param username takes the name, which belongs to the session
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST no PSK was used, an argument is NULL, or `session` is a client's
 *
 * @since 3.7.0
 */
int gnutls_psk_server_get_username2(gnutls_session_t session, gnutls_datum_t *username);

/**
 * Sets the name and the key of a client.
 *
 * The key is copied. In TLS 1.3 it is offered in each hello of a client whose priorities have `+PSK`,
 * `+DHE-PSK` or `+ECDHE-PSK`; before, it is used if the server selects one of these or `+RSA-PSK`. It
 * takes precedence over a function.
 *
 * @param res the credentials of a client
 * @param username the name (PSK identity), in UTF-8
 * @param key the key, at most 65535 bytes
 * @param flags `GNUTLS_PSK_KEY_RAW` for bytes; others, as `GNUTLS_PSK_KEY_HEX`, for hexadecimal digits
 *   of at least four bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL, or a name or key is too long, or too short in
 *   digits
 * @retval GNUTLS_E_PARSING_ERROR `key` is no pairs of hexadecimal digits
 *
 * @see RFC 4279
 */
int gnutls_psk_set_client_credentials(gnutls_psk_client_credentials_t res,
                                      const char *username,
                                      const gnutls_datum_t *key,
                                      gnutls_psk_key_flags flags);

/**
 * Sets the name of a client, which may hold any bytes, and its key.
 *
 * The key is copied. In TLS 1.3 it is offered in each hello of a client whose priorities have `+PSK`,
 * `+DHE-PSK` or `+ECDHE-PSK`; before, it is used if the server selects one of these or `+RSA-PSK`. It
 * takes precedence over a function.
 *
 * @param res the credentials of a client
 * @param username the name (PSK identity), at most 65535 bytes
 * @param key the key, at most 65535 bytes
 * @param flags `GNUTLS_PSK_KEY_RAW` for bytes; others, as `GNUTLS_PSK_KEY_HEX`, for hexadecimal digits
 *   of at least four bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL, or a name or key is too long, or too short in
 *   digits
 * @retval GNUTLS_E_PARSING_ERROR `key` is no pairs of hexadecimal digits
 *
 * @since 3.5.0
 * @see RFC 4279
 */
int gnutls_psk_set_client_credentials2(gnutls_psk_client_credentials_t res,
                                       const gnutls_datum_t *username,
                                       const gnutls_datum_t *key,
                                       gnutls_psk_key_flags flags);

/**
 * Sets a function that gives the name and the key of a client when they are needed.
 *
 * The name is a C string. What the function gives is memory of `gnutls_malloc`, which is freed after
 * use. In TLS 1.3 it is called before the hello is sent; before, when the server has selected a key
 * exchange with a PSK, and `gnutls_psk_client_get_hint` has the server's hint. It is not called if a
 * key was set. A negative code of the function ends the handshake with that code; with
 * `GNUTLS_E_AGAIN` or `GNUTLS_E_INTERRUPTED` the handshake returns, and the function is called again.
 *
 * @param cred the credentials of a client; NULL is ignored
 * @param func the function; NULL for none
 */
void gnutls_psk_set_client_credentials_function(gnutls_psk_client_credentials_t cred,
                                                gnutls_psk_client_credentials_function *func);

/**
 * Sets a function that gives the name and the key of a client when they are needed.
 *
 * The name may hold any bytes. What the function gives is memory of `gnutls_malloc`, which is freed
 * after use. In TLS 1.3 it is called before the hello is sent; before, when the server has selected a
 * key exchange with a PSK, and `gnutls_psk_client_get_hint` has the server's hint. It is not called if
 * a key was set. A negative code of the function ends the handshake with that code; with
 * `GNUTLS_E_AGAIN` or `GNUTLS_E_INTERRUPTED` the handshake returns, and the function is called again.
 *
 * @param cred the credentials of a client; NULL is ignored
 * @param func the function; NULL for none
 *
 * @since 3.7.0
 */
void gnutls_psk_set_client_credentials_function2(gnutls_psk_client_credentials_t cred,
                                                 gnutls_psk_client_credentials_function2 *func);

/**
 * Sets a function that gives the name and the key of a client when they are needed.
 *
 * The name may hold any bytes. `GNUTLS_PSK_KEY_EXT` in the flags says that the key is to be imported
 * (RFC 9258): then the name is that of `gnutls_psk_format_imported_identity`, and the key is for TLS
 * 1.3 alone. What the function gives is memory of `gnutls_malloc`, which is freed after use. In TLS
 * 1.3 it is called before the hello is sent; before, when the server has selected a key exchange with
 * a PSK, and `gnutls_psk_client_get_hint` has the server's hint. It is not called if a key was set. A
 * negative code of the function ends the handshake with that code; with `GNUTLS_E_AGAIN` or
 * `GNUTLS_E_INTERRUPTED` the handshake returns, and the function is called again.
 *
 * @param cred the credentials of a client; NULL is ignored
 * @param func the function; NULL for none
 *
 * @since 3.8.1
 */
void gnutls_psk_set_client_credentials_function3(gnutls_psk_client_credentials_t cred,
                                                 gnutls_psk_client_credentials_function3 *func);

/**
 * The same as `gnutls_psk_set_server_params_function`, under an older name.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param func the function, or NULL for none
 */
void gnutls_psk_set_params_function(gnutls_psk_server_credentials_t res, gnutls_params_function *func);

/**
 * Sets the file with the names and keys of a server's clients.
 *
 * Each line is a name, a colon and the key in hexadecimal digits, as psktool writes it. A name with a
 * colon or other special bytes is a `#` and its hexadecimal digits. The file is read in each handshake
 * with a PSK, so that changes count at once. An unknown name fails as a wrong key does.
 *
 * @param res the credentials of a server
 * @param password_file the path, which is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_FILE_ERROR the file cannot be opened
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 */
int gnutls_psk_set_server_credentials_file(gnutls_psk_server_credentials_t res, const char *password_file);

/**
 * Sets a function that gives the key of a client's name.
 *
 * The name is a C string; a name with a NUL inside is unknown. The key is memory of `gnutls_malloc`,
 * which is wiped and freed after use. A negative code says that the name is unknown. The handshake
 * then goes on with a random key, fails as it does with a wrong key, so that the client does not learn
 * which of both it was, and returns `GNUTLS_E_SRP_PWD_ERROR`. The function takes precedence over a
 * file.
 *
 * @param cred the credentials of a server; NULL is ignored
 * @param func the function; NULL for none
 *
 * @see RFC 4279 section 2
 */
void gnutls_psk_set_server_credentials_function(gnutls_psk_server_credentials_t cred,
                                                gnutls_psk_server_credentials_function *func);

/**
 * Sets a function that gives the key of a client's name.
 *
 * The name may hold any bytes. The key is memory of `gnutls_malloc`, which is wiped and freed after
 * use. A negative code says that the name is unknown. The handshake then goes on with a random key,
 * fails as it does with a wrong key, so that the client does not learn which of both it was, and
 * returns `GNUTLS_E_SRP_PWD_ERROR`. The function takes precedence over a file.
 *
 * @param cred the credentials of a server; NULL is ignored
 * @param func the function; NULL for none
 *
 * @since 3.7.0
 * @see RFC 4279 section 2
 */
void gnutls_psk_set_server_credentials_function2(gnutls_psk_server_credentials_t cred,
                                                 gnutls_psk_server_credentials_function2 *func);

/**
 * Sets a function that gives the key of a client's name.
 *
 * The name may hold any bytes. `GNUTLS_PSK_KEY_EXT` in the flags says that the key is to be imported
 * (RFC 9258): then the name is an ImportedIdentity, and the key is for TLS 1.3 alone. The key is
 * memory of `gnutls_malloc`, which is wiped and freed after use. A negative code says that the name is
 * unknown. The handshake then goes on with a random key, fails as it does with a wrong key, so that
 * the client does not learn which of both it was, and returns `GNUTLS_E_SRP_PWD_ERROR`. The function
 * takes precedence over a file.
 *
 * @param cred the credentials of a server; NULL is ignored
 * @param func the function; NULL for none
 *
 * @since 3.8.1
 * @see RFC 4279 section 2
 */
void gnutls_psk_set_server_credentials_function3(gnutls_psk_server_credentials_t cred,
                                                 gnutls_psk_server_credentials_function3 *func);

/**
 * Sets what a server says to its clients before TLS 1.3, to help them choose a key.
 *
 * @param res the credentials of a server
 * @param hint the hint, in UTF-8, which is copied; it may be empty
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_MEMORY_ERROR `hint` is NULL
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL, or `hint` is longer than 65535 bytes
 *
 * @since 2.4.0
 * @see RFC 4279 section 2
 */
int gnutls_psk_set_server_credentials_hint(gnutls_psk_server_credentials_t res, const char *hint);

/**
 * Sets the Diffie-Hellman group of a server for clients that do not negotiate one (RFC 7919).
 *
 * The parameters are copied: what is done with them later does not change the credentials.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param dh_params the parameters; NULL or empty ones take the group away
 */
void gnutls_psk_set_server_dh_params(gnutls_psk_server_credentials_t res, gnutls_dh_params_t dh_params);

/**
 * Sets the Diffie-Hellman group of a server for clients that do not negotiate one.
 *
 * A client that names groups of RFC 7919 gets one of those in the priorities; others get the smallest
 * group of RFC 7919 that has the level. Without a group they cannot use DHE-PSK.
 *
 * @param res the credentials of a server
 * @param sec_param a level of `gnutls_sec_param_t`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL
 *
 * @since 3.5.6
 * @see RFC 7919
 */
int gnutls_psk_set_server_known_dh_params(gnutls_psk_server_credentials_t res, gnutls_sec_param_t sec_param);

/**
 * Sets a function that gives the Diffie-Hellman group of a server for clients that do not negotiate
 * one (RFC 7919).
 *
 * It is asked for `GNUTLS_PARAMS_DH` in each handshake whose priorities have a key exchange with a
 * finite field, before the group is known to be needed, and takes precedence over parameters that were
 * set. If it sets `deinit` the parameters are freed after use; otherwise they stay the application's.
 *
 * @param res the credentials of a server; NULL is ignored
 * @param func the function, or NULL for none
 */
void gnutls_psk_set_server_params_function(gnutls_psk_server_credentials_t res, gnutls_params_function *func);

/**
 * Draws a picture of a fingerprint, as OpenSSH does, for people to compare keys by.
 *
 * The picture is text of eleven lines without a newline at its end, and shows `key_type` and
 * `key_size` in its frame.
 *
 * @param type_ `GNUTLS_RANDOM_ART_OPENSSH`
 * @param key_type the name of the kind of key, NUL-terminated, such as "RSA"
 * @param key_size the bits of the key; 0 to leave them out
 * @param fpr the bytes of the fingerprint; NULL for none
 * @param fpr_size their number
 * @param art takes the picture, with a NUL behind it that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key_type` or `art` is NULL, or `type_` is another
 *
 * The function may be called from any thread.
 */
int gnutls_random_art(gnutls_random_art_t type_,
                      const char *key_type,
                      unsigned int key_size,
                      void *fpr,
                      size_t fpr_size,
                      gnutls_datum_t *art);

/**
 * Splits a range of lengths into what one record can hide and the rest.
 *
 * Use it for data that are produced piece by piece: send each piece with `gnutls_record_send_range`
 * and its part of the range, and split the remainder again, until its upper end is 0. A single call of
 * `gnutls_record_send_range` splits by itself.
 *
 * @param session a session; its largest record decides, and the cipher, of which a block cipher can
 *   hide some 250 bytes
 * @param orig the range to split, with `low` not above `high`; it is not changed
 * @param next takes the range for the next record
 * @param remainder takes the range that is left
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL, or `orig` is no range
 * @retval GNUTLS_E_AGAIN a callback of the call that sends asks
 */
int gnutls_range_split(gnutls_session_t session,
                       const gnutls_range_st *orig,
                       gnutls_range_st *next,
                       gnutls_range_st *remainder);

/**
 * Authenticates the client after the handshake, in TLS 1.3.
 *
 * A server asks for a certificate and waits for the answer; `gnutls_certificate_server_set_request`
 * says before whether one is required. A client answers a request that `gnutls_record_recv` has
 * reported as `GNUTLS_E_REAUTH_REQUEST`. Both sides need `GNUTLS_POST_HANDSHAKE_AUTH` in
 * `gnutls_init`. The certificate is verified as in a handshake; on success it is what
 * `gnutls_certificate_get_peers` gives.
 *
 * @param session a session whose handshake is complete
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0) when the exchange is complete, or a negative error code:
 * - those of the transport and of invalid messages, as `gnutls_handshake`
 * @retval GNUTLS_E_AGAIN the transport would block; call again
 * @retval GNUTLS_E_INTERRUPTED the transport would block; call again
 * @retval GNUTLS_E_GOT_APPLICATION_DATA the client sent data before its answer; receive them and call
 *   again
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, the version is below TLS 1.3, the client did not
 *   offer it, the server set no request, or there is nothing to answer
 * @retval GNUTLS_E_INVALID_SESSION the session has failed, or `gnutls_bye` has ended it
 * @retval GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR the certificate is not acceptable
 * @retval GNUTLS_E_CERTIFICATE_ERROR the certificate is not acceptable
 * @retval GNUTLS_E_CERTIFICATE_REQUIRED the certificate is not acceptable
 * @retval GNUTLS_E_SESSION_USER_ID_CHANGED the certificate is not acceptable
 *
 * @see RFC 8446 section 4.6.2
 */
int gnutls_reauth(gnutls_session_t session, unsigned int flags);

/**
 * Tells whether records can be padded, so that their length does not show how much data they carry.
 *
 * That is so with TLS 1.3, and in older versions with block ciphers, where only
 * `gnutls_record_send_range` pads. Before the handshake the answer is of the version that the
 * priorities prefer.
 *
 * @param session a session; NULL gives 0
 *
 * @return 1 if padding can be used, else 0.
 *
 * @see RFC 8446 section 5.4
 */
unsigned int gnutls_record_can_use_length_hiding(gnutls_session_t session);

/**
 * Returns how many bytes were collected since `gnutls_record_cork` and are not sent yet.
 *
 * Bytes that `gnutls_record_uncork` has encrypted while the transport did not take them count as well.
 *
 * @param session a session; NULL counts as one without data
 *
 * @return the number of bytes; 0 if the session is not corked, or while another thread sends on it.
 *
 * @since 3.2.8
 */
size_t gnutls_record_check_corked(gnutls_session_t session);

/**
 * Returns how many bytes of application data are decrypted and wait in the session.
 *
 * A program that polls its descriptor must ask this first: the descriptor does not become readable for
 * data that the session has already read. While the result is not 0, `gnutls_record_recv` does not
 * read from the transport. Bytes of a record that has not wholly arrived do not count.
 *
 * @param session a session; NULL counts as one without data
 *
 * @return the number of bytes, 0 if there are none or while another thread receives on the session.
 */
size_t gnutls_record_check_pending(gnutls_session_t session);

/**
 * Makes the session collect what is sent, so that many small writes become full records.
 *
 * From here on `gnutls_record_send` copies its data to memory and returns at once, without looking at
 * the transport. `gnutls_record_uncork` sends what was collected. A second call without an uncork
 * between changes nothing. Handshake messages and alerts are not held back.
 *
 * While another thread sends on the session the call has no effect.
 *
 * @param session a session; NULL is ignored
 *
 * @since 3.1.9
 */
void gnutls_record_cork(gnutls_session_t session);

/**
 * Does nothing: the session pads no record unless the application asks for it.
 *
 * It is here for programs that were written for old versions of GnuTLS, where padding at random was
 * usual. Padding is now chosen for each record with `gnutls_record_send2` or
 * `gnutls_record_send_range`.
 *
 * Deprecated, without effect since 3.1.7.
 *
 * @param session not used
 */
void gnutls_record_disable_padding(gnutls_session_t session);

/**
 * Drops what is encrypted and was not sent because the transport would block.
 *
 * It is meant for DTLS, where a lost record does no harm. On a stream what was dropped breaks the
 * connection: the peer misses a record, or the rest of one. Collected data of `gnutls_record_cork`
 * that is not encrypted yet stays. Where the kernel encrypts, what waits is not encrypted: data and
 * alerts are dropped, the connection goes on, and handshake messages stay.
 *
 * @param session a session; NULL gives 0
 *
 * @return the number of bytes that were dropped, the overhead of their records included.
 *
 * @since 3.4.0
 */
size_t gnutls_record_discard_queued(gnutls_session_t session);

/**
 * Tells whether the last operation on the transport was a read or a write.
 *
 * After `GNUTLS_E_AGAIN` or `GNUTLS_E_INTERRUPTED` of any function it says what to poll the descriptor
 * for before the call is repeated. A handshake reads and writes, and so may a receive: do not guess
 * the direction from the function.
 *
 * @param session a session; NULL gives 0
 *
 * @return 1 for a write, 0 for a read.
 *
 * If one thread sends while another one receives the answer is of either of them.
 */
int gnutls_record_get_direction(gnutls_session_t session);

/**
 * Tells how many bytes of early data are accepted.
 *
 * On a client it is what the server of the session to resume has said (`gnutls_session_set_data`), or
 * else that of the last ticket.
 *
 * @param session a session; NULL gives 0
 *
 * @return the number of bytes; 0 on a client if there is no session to resume or its server accepts
 *   none.
 *
 * @since 3.6.5
 * @see RFC 8446 section 4.6.1
 */
size_t gnutls_record_get_max_early_data_size(gnutls_session_t session);

/**
 * Returns the most bytes of application data that one record of the session can carry.
 *
 * It is the lower of the limit of `gnutls_record_set_max_size` and that of the peer, which may be
 * below what `gnutls_record_get_max_size` tells.
 *
 * @param session a session; NULL gives 0
 *
 * @return the number of bytes, without padding and overhead.
 *
 * @since 3.8.11
 * @see RFC 8449
 */
size_t gnutls_record_get_max_send_size(gnutls_session_t session);

/**
 * Returns the largest plaintext of a record that the session receives.
 *
 * It is what `gnutls_record_set_max_size` or `gnutls_record_set_max_recv_size` set before the last
 * handshake, or 16384. How much one call of `gnutls_record_send` takes is also bounded by what the
 * peer asked for.
 *
 * @param session a session; NULL gives 0
 *
 * @return the size in bytes.
 */
size_t gnutls_record_get_max_size(gnutls_session_t session);

/**
 * Gives the key, the IV and the next sequence number of one direction, to hand the encryption of
 * records to a device or to the kernel.
 *
 * The bytes belong to the session: they keep their address until `gnutls_deinit`, which wipes them,
 * and are not to be freed. Their content is renewed by the next call for the same direction. After
 * records went elsewhere, `gnutls_record_set_state` tells the session.
 *
 * @param session a session whose handshake is complete
 * @param read not 0 for what is received, 0 for what is sent
 * @param mac_key takes the MAC key, which is empty with AEAD ciphers; NULL if it is not wanted
 * @param iv takes the IV: 12 bytes, with AES-GCM and AES-CCM in TLS 1.2 its fixed 4, with CBC a block,
 *   which only TLS 1.0 uses; NULL if it is not wanted
 * @param cipher_key takes the key of the cipher; NULL if it is not wanted
 * @param seq_number takes 8 bytes, the number of the next record in big-endian order; NULL if it is
 *   not wanted
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, or there are no keys yet
 * @retval GNUTLS_E_AGAIN another thread, or the call that runs this callback, uses the direction
 *
 * @since 3.4.0
 */
int gnutls_record_get_state(gnutls_session_t session,
                            unsigned int read,
                            gnutls_datum_t *mac_key,
                            gnutls_datum_t *iv,
                            gnutls_datum_t *cipher_key,
                            unsigned char *seq_number);

/**
 * Returns how many bytes a record adds to the application data that it carries.
 *
 * The header of 5 bytes counts, and what the encryption in use adds: nonce, authentication tag, and
 * the content type of TLS 1.3. Padding does not count. Before the first handshake it is the header
 * alone.
 *
 * @param session a session; NULL gives 0
 *
 * @return the number of bytes; 0 while another thread sends on the session.
 *
 * @since 3.2.2
 */
size_t gnutls_record_overhead_size(gnutls_session_t session);

/**
 * Receives application data: at most what one record carries.
 *
 * Data of a record that do not fit stay pending; `gnutls_record_check_pending` tells how many bytes.
 * Exactly one record is read from the transport. Post-handshake messages are handled here, so that the
 * call may write, and may run the callbacks of the handshake.
 *
 * @param session a session whose handshake is complete
 * @param data takes the bytes received
 * @param data_size the capacity of `data` in bytes; not 0
 *
 * @return the number of bytes received, 0 after the peer's close_notify, or a negative error code
 * @retval GNUTLS_E_AGAIN nothing is there yet, or what came carried no data; call again
 * @retval GNUTLS_E_INTERRUPTED nothing is there yet, or what came carried no data; call again
 * @retval GNUTLS_E_REHANDSHAKE the peer asks for a new handshake; call `gnutls_handshake`, or refuse
 *   with an alert
 * @retval GNUTLS_E_REAUTH_REQUEST the server asks for a certificate; call `gnutls_reauth`
 * @retval GNUTLS_E_WARNING_ALERT_RECEIVED an alert came, which `gnutls_alert_get` tells
 * @retval GNUTLS_E_FATAL_ALERT_RECEIVED an alert came, which `gnutls_alert_get` tells
 * @retval GNUTLS_E_TIMEDOUT nothing came in the time of `gnutls_record_set_timeout`
 * @retval GNUTLS_E_PREMATURE_TERMINATION the stream ended without close_notify; data may have been cut
 *   off
 * @retval GNUTLS_E_PULL_ERROR the transport failed
 * @retval GNUTLS_E_DECRYPTION_FAILED what came is not valid
 * @retval GNUTLS_E_RECORD_OVERFLOW what came is not valid
 * @retval GNUTLS_E_UNEXPECTED_PACKET what came is not valid
 * @retval GNUTLS_E_UNEXPECTED_PACKET_LENGTH what came is not valid
 * @retval GNUTLS_E_UNSUPPORTED_VERSION_PACKET what came is not valid
 * @retval GNUTLS_E_TOO_MANY_EMPTY_PACKETS the peer floods the session with records without data
 * @retval GNUTLS_E_TOO_MANY_HANDSHAKE_PACKETS the peer floods the session with records without data
 * @retval GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE the first handshake is not complete
 * @retval GNUTLS_E_INVALID_SESSION an earlier call failed, or `gnutls_bye` dropped data
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `data` is NULL, or `data_size` is 0
 *
 * A failed transport, a fatal alert and what the peer must not send end the session. With
 * `GNUTLS_ENABLE_FALSE_START`, `GNUTLS_ENABLE_EARLY_START` and `GNUTLS_AUTO_REAUTH` of `gnutls_init`
 * there are also the codes of `gnutls_handshake`. One thread may receive while another one sends on
 * the same session.
 *
 * @see RFC 8446 section 5.1
 */
ssize_t gnutls_record_recv(gnutls_session_t session, void *data, size_t data_size);

/**
 * Gives a server the early data of its client.
 *
 * It is called after the handshake, or in a handshake hook while it runs; what came so far is
 * returned.
 *
 * @param session a server's session
 * @param data takes the data
 * @param data_size the capacity of `data` in bytes
 *
 * @return the number of bytes, or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is none, or no more
 * @retval GNUTLS_E_INVALID_REQUEST the session is a client's, or an argument is NULL
 *
 * @since 3.6.5
 * @see RFC 8446 section 2.3
 */
ssize_t gnutls_record_recv_early_data(gnutls_session_t session, void *data, size_t data_size);

/**
 * Receives what one record carries as an object of the library, without a buffer of the application's.
 *
 * If part of the record was already received by `gnutls_record_recv`, the packet has the rest. The
 * caller reads it with `gnutls_packet_get` and frees it with `gnutls_packet_deinit`; it may outlive
 * the session.
 *
 * @param session a session whose handshake is complete
 * @param packet takes the packet; NULL is written at the end of the connection and on error
 *
 * @return the number of bytes in the packet, 0 after the peer's close_notify, or a negative error
 *   code: those of `gnutls_record_recv`; `GNUTLS_E_INVALID_REQUEST` if `session` or `packet` is NULL.
 *
 * @since 3.3.5
 */
ssize_t gnutls_record_recv_packet(gnutls_session_t session, gnutls_packet_t *packet);

/**
 * Receives application data as `gnutls_record_recv` does, and tells the sequence number of the record
 * that carried them.
 *
 * Every byte of one record has the same number, so that several calls may give it. Records of
 * handshake messages and alerts count too: numbers of data are ascending, but may have gaps.
 *
 * @param session a session whose handshake is complete
 * @param data takes the bytes received
 * @param data_size the capacity of `data` in bytes; not 0
 * @param seq takes 8 bytes, the number in big-endian order; NULL if it is not wanted
 *
 * @return the number of bytes received, 0 after the peer's close_notify with a number of 0, or a
 *   negative error code, with which `seq` is not written: those of `gnutls_record_recv`.
 *
 * @since 3.0
 */
ssize_t gnutls_record_recv_seq(gnutls_session_t session, void *data, size_t data_size, unsigned char *seq);

/**
 * Sends application data: at most what one record carries.
 *
 * The data are encrypted into a buffer of the session before the transport sees them, so that `data`
 * may change after the call. After `gnutls_record_cork` they are only collected, whatever their
 * length. A KeyUpdate that is due goes out first.
 *
 * @param session a session whose handshake is complete
 * @param data the bytes to send; NULL with a `data_size` of 0 finishes a call that would have blocked
 * @param data_size the number of bytes in `data`
 *
 * @return the number of bytes sent, which may be less than `data_size`, or a negative error code
 * @retval GNUTLS_E_AGAIN the transport takes no more yet; call again with the same arguments, or with
 *   NULL and 0
 * @retval GNUTLS_E_INTERRUPTED the transport takes no more yet; call again with the same arguments, or
 *   with NULL and 0
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, `data` is NULL with a length, or there is
 *   nothing to send
 * @retval GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE the first handshake is not complete
 * @retval GNUTLS_E_INVALID_SESSION the session has failed, or `gnutls_bye` has ended it
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_RECORD_LIMIT_REACHED all sequence numbers of this direction are used
 *
 * One thread may send while another one receives on the same session.
 *
 * @see RFC 8446 section 5.1
 */
ssize_t gnutls_record_send(gnutls_session_t session, const void *data, size_t data_size);

/**
 * Sends application data with padding that hides their length; padding exists in TLS 1.3 alone.
 *
 * It works as `gnutls_record_send` does, also after a call that would have blocked. Data and padding
 * share one record: their sum is bounded by the largest record that the peer takes. With a `data_size`
 * of 0 a record of padding alone is sent, and the call returns 0.
 *
 * @param session a session whose handshake is complete
 * @param data the bytes to send; NULL if `data_size` is 0
 * @param data_size the number of bytes in `data`
 * @param pad the number of bytes of padding; 0 makes the call `gnutls_record_send`
 * @param flags not used; pass 0
 *
 * @return the number of bytes of data sent, or a negative error code
 * @retval GNUTLS_E_AGAIN the transport takes no more yet; call again with the same arguments
 * @retval GNUTLS_E_INTERRUPTED the transport takes no more yet; call again with the same arguments
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, `data` is NULL with a length, there is padding
 *   below TLS 1.3 or it leaves no space for data
 * @retval GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE the first handshake is not complete
 * @retval GNUTLS_E_INVALID_SESSION the session has failed, or `gnutls_bye` has ended it
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 *
 * @since 3.6.3
 * @see RFC 8446 section 5.4
 */
ssize_t gnutls_record_send2(gnutls_session_t session,
                              const void *data,
                              size_t data_size,
                              size_t pad,
                              unsigned int flags);

/**
 * Gives a client data that is sent with its ClientHello, before the server has answered.
 *
 * The data is kept until `gnutls_handshake`. It is sent if the session resumes one whose server
 * accepts as much early data (`gnutls_session_set_data`, also when it is called later), and if the
 * session's cipher suite and application protocol are still offered. `GNUTLS_SFLAGS_EARLY_DATA` in
 * `gnutls_session_get_flags` tells after the handshake whether the server has accepted it; without it
 * the application sends the data again with `gnutls_record_send`.
 *
 * Early data is weaker than other data: who records it can send it to the server again, and it is not
 * safe from a later theft of the key of the server's tickets. It is to have no effect that must not
 * happen twice.
 *
 * @param session a client's session before its handshake
 * @param data the data, which is copied
 * @param data_size its size in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), and not the size, as GnuTLS does, or a negative error code
 * @retval GNUTLS_E_RECORD_LIMIT_REACHED with this data it would be more than
 *   `gnutls_record_get_max_early_data_size`, or than 16384 bytes if no session data is set; none of it
 *   is kept
 * @retval GNUTLS_E_INVALID_REQUEST the session is a server's, or its handshake has begun, or an
 *   argument is NULL
 *
 * @since 3.6.5
 * @see RFC 8446 section 2.3
 */
ssize_t gnutls_record_send_early_data(gnutls_session_t session, const void *data, size_t data_size);

/**
 * Sends all of the data, padded so that an observer learns only that their length lies in a range.
 *
 * Records are filled up to the upper end of the range, data first; it needs TLS 1.3 or a block cipher,
 * also for a range of one length. A record of a block cipher hides some 250 bytes, so that a wide
 * range takes many. The call is meant for transports that block: where one would block, it tries again
 * without a pause.
 *
 * @param session a session whose handshake is complete
 * @param data the bytes to send
 * @param data_size the number of bytes in `data`, within the range
 * @param range the smallest and the largest length that the data may have, in bytes
 *
 * @return the number of bytes sent, which is `data_size`, or a negative error code, with which some
 *   records may have been sent
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `range` is NULL, `data_size` is out of the range, or
 *   padding cannot be used
 * @retval GNUTLS_E_INVALID_SESSION the session has failed, or `gnutls_bye` has ended it
 * @retval GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE the first handshake is not complete
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 *
 * @see RFC 8446 section 5.4
 */
ssize_t gnutls_record_send_range(gnutls_session_t session,
                                   const void *data,
                                   size_t data_size,
                                   const gnutls_range_st *range);

/**
 * Sets how many bytes of early data a server accepts.
 *
 * The server says so in its tickets, if `gnutls_init` got `GNUTLS_ENABLE_EARLY_DATA`. A client that
 * sends more fails. The default is 16384.
 *
 * @param session a server's session before its handshake
 * @param size the number of bytes, from 1 to 4294967295
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if the size is out of bounds, the
 *   session is a client's, or `session` is NULL.
 *
 * @since 3.6.4
 * @see RFC 8446 section 4.6.1
 */
int gnutls_record_set_max_early_data_size(gnutls_session_t session, size_t size);

/**
 * Sets the largest plaintext of a record that the session is willing to receive.
 *
 * The value goes to the peer in record_size_limit with the next handshake; a peer that does not know
 * the extension ignores it. Sending is not changed.
 *
 * @param session a session, not in a handshake
 * @param size the size in bytes: 512 to 16384, or from 64 on if the priority string has
 *   `%ALLOW_SMALL_RECORDS`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL, `size` is out of
 *   range, or a handshake is under way.
 *
 * @since 3.6.8
 * @see RFC 8449
 */
ssize_t gnutls_record_set_max_recv_size(gnutls_session_t session, size_t size);

/**
 * Sets the largest plaintext of a record, for sending and for receiving.
 *
 * Sending obeys it at once. What is to be received is negotiated by the next handshake, as
 * record_size_limit or max_fragment_length; a peer that knows neither ignores it. To bound the
 * receiving direction alone use `gnutls_record_set_max_recv_size`.
 *
 * @param session a session, not in a handshake
 * @param size the size in bytes, 512 to 16384
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, `size` is out of range, or a handshake is under
 *   way
 * @retval GNUTLS_E_AGAIN called from a callback while the session sends
 *
 * @see RFC 8449, RFC 6066 section 4
 */
ssize_t gnutls_record_set_max_size(gnutls_session_t session, size_t size);

/**
 * Sets the sequence number of the next record of one direction, after records were sent or received
 * outside of the session.
 *
 * A wrong number breaks the connection. A number that was used before with the same key destroys the
 * protection of the data: pass on only what the device or kernel reports that took over after
 * `gnutls_record_get_state`.
 *
 * @param session a session whose handshake is complete
 * @param read not 0 for what is received, 0 for what is sent
 * @param seq_number 8 bytes, the number in big-endian order
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `seq_number` is NULL, or the handshake is not complete
 * @retval GNUTLS_E_AGAIN another thread, or the call that runs this callback, uses the direction
 *
 * @since 3.4.0
 */
int gnutls_record_set_state(gnutls_session_t session, unsigned int read, const unsigned char *seq_number);

/**
 * Sets how long a receive waits for data, for transports that block.
 *
 * When the time is over `gnutls_record_recv` returns `GNUTLS_E_TIMEDOUT`, and may be called again. The
 * session waits by the function of `gnutls_transport_set_pull_timeout_function`, by poll on a
 * descriptor; a pull function of the application's without one is called at once. With
 * `GNUTLS_NONBLOCK` the session never waits.
 *
 * @param session a session; NULL is ignored
 * @param ms milliseconds; 0, the initial value, and `GNUTLS_INDEFINITE_TIMEOUT` set no limit
 *
 * @since 3.1.7
 */
void gnutls_record_set_timeout(gnutls_session_t session, unsigned int ms);

/**
 * Sends what was collected since `gnutls_record_cork`, in as few records as possible, and ends the
 * collecting.
 *
 * If not everything could be sent, the session stays corked with the rest, which
 * `gnutls_record_check_corked` counts; call again to go on.
 *
 * @param session a session
 * @param flags `GNUTLS_RECORD_WAIT` to repeat until all is sent, also where the transport would block;
 *   or 0
 *
 * @return the number of bytes sent by this call, 0 if the session is not corked or nothing was
 *   collected, or a negative error code
 * @retval GNUTLS_E_AGAIN nothing could be sent yet; not with `GNUTLS_RECORD_WAIT`, which tries again
 *   without a pause
 * @retval GNUTLS_E_INTERRUPTED nothing could be sent yet; not with `GNUTLS_RECORD_WAIT`, which tries
 *   again without a pause
 * @retval GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE the first handshake is not complete
 * @retval GNUTLS_E_INVALID_SESSION the session has failed, or `gnutls_bye` has ended it
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_RECORD_LIMIT_REACHED all sequence numbers of this direction are used
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 *
 * @since 3.1.9
 */
int gnutls_record_uncork(gnutls_session_t session, unsigned int flags);

/**
 * Asks the client for a new handshake, from the side of the server.
 *
 * In TLS 1.2 it sends a HelloRequest. Call `gnutls_record_recv` until it returns
 * `GNUTLS_E_REHANDSHAKE`, then `gnutls_handshake`; a client may also ignore the request, or refuse
 * with a no_renegotiation alert. In TLS 1.3 it is `gnutls_session_key_update` with `GNUTLS_KU_PEER`,
 * and nothing more is to be done.
 *
 * @param session a server's session whose handshake is complete
 *
 * @return `GNUTLS_E_SUCCESS` (0) when the request is sent, or a negative error code
 * @retval GNUTLS_E_AGAIN the transport would block; call again
 * @retval GNUTLS_E_INTERRUPTED the transport would block; call again
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL or a client's, or no handshake is complete
 * @retval GNUTLS_E_INVALID_SESSION the session has failed, or `gnutls_bye` has ended it
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 *
 * @see RFC 5246 section 7.4.1.1
 */
int gnutls_rehandshake(gnutls_session_t session);

/**
 * Tells whether the peer binds renegotiations to the connection, by renegotiation_info.
 *
 * The same is the flag `GNUTLS_SFLAGS_SAFE_RENEGOTIATION` of `gnutls_session_get_flags`. TLS 1.3 has
 * no renegotiation.
 *
 * @param session a session; NULL gives 0
 *
 * @return 1 if renegotiation is safe, else 0.
 *
 * @since 2.10.0
 * @see RFC 5746
 */
unsigned int gnutls_safe_renegotiation_status(gnutls_session_t session);

/**
 * Returns the name of a security level, such as `Medium`.
 *
 * A level says how much work an attack takes; `gnutls_sec_param_to_pk_bits` makes a key size of it.
 * The string is constant and not to be freed.
 *
 * @param param a `gnutls_sec_param_t`
 *
 * @return the name, or `Unknown` for an unknown number; never NULL.
 *
 * It may be called from any thread. Since 2.12.0.
 */
const char *gnutls_sec_param_get_name(gnutls_sec_param_t param);

/**
 * Returns how long a key has to be to reach a security level.
 *
 * It is what functions that make keys take, as `gnutls_privkey_generate`. For RSA and Diffie-Hellman
 * it is the length of the modulus, for DSA that of the prime, for elliptic curves that of the curve.
 *
 * @param algo the kind of key; an unknown number counts as RSA
 * @param param the level; `GNUTLS_SEC_PARAM_MEDIUM` is 2048 bits for RSA
 *
 * @return the length in bits, or 0 for an unknown level and where the kind has no size at the level.
 *
 * It may be called from any thread. Since 2.12.0.
 */
unsigned int gnutls_sec_param_to_pk_bits(gnutls_pk_algorithm_t algo, gnutls_sec_param_t param);

/**
 * Returns how long a symmetric key is that is as strong as a security level.
 *
 * It makes levels comparable: `GNUTLS_SEC_PARAM_HIGH` is 128 bits. For public keys there is
 * `gnutls_sec_param_to_pk_bits`.
 *
 * @param param the level
 *
 * @return the length in bits, or 0 for an unknown level.
 *
 * It may be called from any thread. Since 3.3.0.
 */
unsigned int gnutls_sec_param_to_symmetric_bits(gnutls_sec_param_t param);

/**
 * Tells a server which name the client asked for.
 *
 * It is known from the ClientHello on, and so in the function of
 * `gnutls_handshake_set_post_client_hello_function`. The name is as the client sent it, in ASCII form.
 * A client may name anything: it is no proof of identity.
 *
 * @param session a server's session
 * @param data takes the name with a NUL; NULL asks for the length
 * @param data_length in: the capacity of `data` in bytes; out: the length without the NUL, or after
 *   `GNUTLS_E_SHORT_MEMORY_BUFFER` what is needed, the NUL included
 * @param type_ takes `GNUTLS_NAME_DNS`; NULL if it is not wanted
 * @param indx which name, from 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the client sent no name, or not so many
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `data` is NULL or too short
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `data_length` is NULL, or the session is a client's
 *
 * @see RFC 6066 section 3
 */
int gnutls_server_name_get(gnutls_session_t session,
                           void *data,
                           size_t *data_length,
                           unsigned int *type_,
                           unsigned int indx);

/**
 * Sets the name of the server that a client wants to reach, for the server_name extension.
 *
 * A server with several certificates chooses by it. The name is copied, and written in its ASCII form
 * (IDNA); control characters are left out. It does not make the client verify that name: see
 * `gnutls_session_set_verify_cert`. IP addresses do not belong here.
 *
 * @param session a client's session, before the handshake
 * @param type_ `GNUTLS_NAME_DNS`
 * @param name the DNS name in UTF-8; it ends at a NUL, if it has one
 * @param name_length the length of `name` in bytes, at most 255; 0 sends no name
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_STRING the name is not UTF-8
 * @retval GNUTLS_E_INVALID_REQUEST the name is too long, `type_` is another, or `session`, or `name`
 *   with a length, is NULL
 *
 * @see RFC 6066 section 3
 */
int gnutls_server_name_set(gnutls_session_t session,
                           gnutls_server_name_type_t type_,
                           const void *name,
                           size_t name_length);

/**
 * Gives data that name this connection, for authentication in a protocol above TLS.
 *
 * `GNUTLS_CB_TLS_UNIQUE` is the client's Finished of TLS 1.2, `GNUTLS_CB_TLS_SERVER_END_POINT` a hash
 * of the server's certificate, `GNUTLS_CB_TLS_EXPORTER` 32 bytes of keying material, for TLS 1.3 above
 * all.
 *
 * @param session a session whose handshake is complete
 * @param cbtype the type of binding
 * @param cb takes the bytes, which the caller frees with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE before the handshake; `GNUTLS_CB_TLS_UNIQUE` in TLS
 *   1.3; `GNUTLS_CB_TLS_EXPORTER` before TLS 1.3 without the extended master secret
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE an unknown type; `GNUTLS_CB_TLS_SERVER_END_POINT` without an
 *   X.509 certificate of the server
 *
 * @since 2.12.0
 * @see RFC 5929, RFC 9266
 */
int gnutls_session_channel_binding(gnutls_session_t session,
                                   gnutls_channel_binding_t cbtype,
                                   gnutls_datum_t *cb);

/**
 * Makes the session tolerant of peers that do not follow the protocol.
 *
 * It sets what `%COMPAT` in a priority string sets: that a wrong version in the RSA premaster secret
 * and longer records are tolerated. The key exchanges and the record layer of this library do not
 * depend on either. The settings are part of the priorities: call it after `gnutls_priority_set` and
 * the like, which replace them.
 *
 * @param session a session; NULL is ignored
 *
 * @since 2.1.4
 */
void gnutls_session_enable_compatibility_mode(gnutls_session_t session);

/**
 * Tells whether records are encrypted first and authenticated then, by encrypt_then_mac.
 *
 * The extension belongs to the CBC suites of TLS 1.2 and earlier; AEAD suites need none. The same is
 * the flag `GNUTLS_SFLAGS_ETM` of `gnutls_session_get_flags`. The words `%NO_ETM` and `%FORCE_ETM` of
 * a priority string forbid and require it.
 *
 * @param session a session; NULL gives 0
 *
 * @return 1 if it is negotiated and used, else 0.
 *
 * @see RFC 7366
 */
unsigned int gnutls_session_etm_status(gnutls_session_t session);

/**
 * Tells whether the master secret is bound to the whole handshake, by extended_master_secret.
 *
 * The same is the flag `GNUTLS_SFLAGS_EXT_MASTER_SECRET` of `gnutls_session_get_flags`. It is an
 * extension of TLS 1.2: TLS 1.3 always binds its secrets, and the answer there is 0.
 *
 * @param session a session; NULL gives 0
 *
 * @return 1 if the extension was negotiated, else 0.
 *
 * @see RFC 7627
 */
unsigned int gnutls_session_ext_master_secret_status(gnutls_session_t session);

/**
 * Registers a TLS extension of the application's for one session.
 *
 * The functions work as those of `gnutls_ext_register`. Flags say in which messages the extension
 * stands; without, in those of `gnutls_ext_register`. With `GNUTLS_EXT_FLAG_OVERRIDE_INTERNAL` the
 * application takes over one of the library's numbers 1, 11, 21, 27, 28, 41, 42, 44 and 45; with
 * `GNUTLS_EXT_FLAG_IGNORE_CLIENT_REQUEST` a server may send it unasked.
 *
 * @param session a session, before the handshake
 * @param name a NUL-terminated name for a reader, which is copied; NULL for none
 * @param id the number, 0 to 65535
 * @param parse_point a `gnutls_ext_parse_type_t`; it is noted, and does not change the order
 * @param recv_func what receives the extension; may be NULL
 * @param send_func what sends the extension; NULL sends none
 * @param deinit_func what frees the data of `gnutls_ext_set_data` when the session ends; may be NULL
 * @param pack_func not used: data of extensions is not kept for a resumption
 * @param unpack_func not used
 * @param flags a combination of `gnutls_ext_flags_t`, or 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ALREADY_REGISTERED the number is registered, or one that the library handles itself
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, or the number is out of range
 *
 * @since 3.5.5
 */
int gnutls_session_ext_register(gnutls_session_t session,
                                const char *name,
                                int id,
                                gnutls_ext_parse_type_t parse_point,
                                gnutls_ext_recv_func recv_func,
                                gnutls_ext_send_func send_func,
                                gnutls_ext_deinit_data_func deinit_func,
                                gnutls_ext_pack_func pack_func,
                                gnutls_ext_unpack_func unpack_func,
                                unsigned int flags);

/**
 * Makes a session usable again that an error has ended.
 *
 * It is for programs that know why the error does no harm, as after a record that was forged and that
 * they saw come from elsewhere. What a connection lost stays lost; a session that was ended by
 * `gnutls_bye` or an alert that it sent stays so.
 *
 * @param session a session; NULL is ignored
 */
void gnutls_session_force_valid(gnutls_session_t session);

/**
 * Gives what a client needs to resume the session later, in a buffer of the caller's.
 *
 * It is like `gnutls_session_get_data2`, which does without a size.
 *
 * @param session a session
 * @param session_data takes the data; NULL asks for the size
 * @param session_data_size in: the capacity of `session_data` in bytes; out: the size of the data,
 *   also after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `session_data` is NULL or too short
 * @retval GNUTLS_E_INTERNAL_ERROR the handshake is not complete, and is not one of TLS 1.3
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `session_data_size` is NULL
 */
int gnutls_session_get_data(gnutls_session_t session, void *session_data, size_t *session_data_size);

/**
 * Gives what a client needs to resume the session later, for `gnutls_session_set_data`.
 *
 * It is called after the handshake. In TLS 1.3 a session is resumed with a ticket, which the server
 * sends after the handshake, usually two. If none has come yet, the call waits for one for up to 0.1
 * seconds, if the transport can wait: with functions of the application it needs
 * `gnutls_transport_set_pull_timeout_function`. Without a ticket the call succeeds with data that
 * resumes nothing; `GNUTLS_SFLAGS_SESSION_TICKET` in `gnutls_session_get_flags` tells whether one
 * came. Each ticket is returned once as long as there are others, so that observers cannot tell that
 * connections are of the same client; then the last one is returned again. The last four tickets are
 * kept.
 *
 * The data has secrets, and is to be kept like a private key. It is of a format of this library: data
 * of other versions of it and of GnuTLS is refused by `gnutls_session_set_data`.
 *
 * @param session a session
 * @param data takes the data, to be freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INTERNAL_ERROR the handshake is not complete, and is not one of TLS 1.3
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `data` is NULL
 *
 * @see RFC 8446 section 4.6.1 and appendix C.4
 */
int gnutls_session_get_data2(gnutls_session_t session, gnutls_datum_t *data);

/**
 * Describes what the session has negotiated in one line for a reader, such as
 * `(TLS1.3)-(ECDHE-X25519)-(RSA-PSS-RSAE-SHA256)-(AES-256-GCM)`.
 *
 * It has the version, the group, the signature of the server and the cipher. The text is not meant to
 * be parsed: for each part there is a getter.
 *
 * @param session a session
 *
 * @return a NUL-terminated string that the caller frees with `gnutls_free`, or NULL before the first
 *   handshake is complete, or if `session` is NULL.
 *
 * @since 3.1.10
 */
char *gnutls_session_get_desc(gnutls_session_t session);

/**
 * Tells properties of the session that were negotiated, as one word of flags.
 *
 * They are `GNUTLS_SFLAGS_SAFE_RENEGOTIATION`, `GNUTLS_SFLAGS_EXT_MASTER_SECRET`, `GNUTLS_SFLAGS_ETM`,
 * `GNUTLS_SFLAGS_CLI_REQUESTED_OCSP` (the client asked for the status of the certificate),
 * `GNUTLS_SFLAGS_SESSION_TICKET` (a ticket came), `GNUTLS_SFLAGS_FALSE_START`,
 * `GNUTLS_SFLAGS_EARLY_START`, `GNUTLS_SFLAGS_EARLY_DATA` (the server accepts early data),
 * `GNUTLS_SFLAGS_RFC7919` (the key exchange before TLS 1.3 has used a group of RFC 7919),
 * `GNUTLS_SFLAGS_HB_LOCAL_SEND` and `GNUTLS_SFLAGS_HB_PEER_SEND` (heartbeats, as
 * `gnutls_heartbeat_allowed` tells), and on a server `GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH` (the client
 * offers `gnutls_reauth`).
 *
 * @param session a session; NULL gives 0
 *
 * @return a combination of `gnutls_session_flags_t`; 0 before the handshake.
 *
 * @since 3.5.0
 */
unsigned int gnutls_session_get_flags(gnutls_session_t session);

/**
 * Gives the session identifier.
 *
 * In TLS 1.2 it is that of the ServerHello. In TLS 1.3 it has no meaning in the protocol, and each
 * side has its own. It is of use as a name of the connection in logs; it cannot be used to resume.
 * `gnutls_session_get_id2` does without a buffer.
 *
 * @param session a session
 * @param session_id takes the identifier; NULL asks for the length, with success
 * @param session_id_size in: the capacity of `session_id` in bytes, 32 are enough; out: the length,
 *   also after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `session_id` is too short
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `session_id_size` is NULL
 *
 * @see RFC 5246 section 7.4.1.2
 */
int gnutls_session_get_id(gnutls_session_t session, void *session_id, size_t *session_id_size);

/**
 * Gives the session identifier, as bytes that the session keeps.
 *
 * They are not to be freed or changed, and keep their address until `gnutls_deinit`; the content is
 * renewed by the next call. The identifier may be empty.
 *
 * @param session a session
 * @param session_id takes up to 32 bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `session_id` is NULL.
 *
 * @since 3.1.4
 * @see RFC 5246 section 7.4.1.2
 */
int gnutls_session_get_id2(gnutls_session_t session, gnutls_datum_t *session_id);

/**
 * Returns the function that gets the secrets of the session.
 *
 * A function that is to be set in its place may call it, so that the file of `SSLKEYLOGFILE` is
 * written as well.
 *
 * @param session a session; NULL gives NULL
 *
 * @return the function of `gnutls_session_set_keylog_function`, at first the one that writes to the
 *   file of `SSLKEYLOGFILE`, or NULL if that was set.
 *
 * @since 3.6.13
 */
gnutls_keylog_func gnutls_session_get_keylog_function(gnutls_session_t session);

/**
 * Gives the master secret of a TLS 1.2 session.
 *
 * With it everything on the connection can be decrypted: it is for tools that record traffic. The
 * bytes belong to the session, are not to be freed or changed, and are wiped by `gnutls_deinit`. For
 * secrets of TLS 1.3 see `gnutls_session_set_keylog_function`.
 *
 * @param session a session; with NULL nothing is written
 * @param secret takes 48 bytes; of size 0 in TLS 1.3 and before the key exchange
 *
 * @since 3.5.0
 * @see RFC 5246 section 8.1
 */
void gnutls_session_get_master_secret(gnutls_session_t session, gnutls_datum_t *secret);

/**
 * Returns the pointer that the application keeps with the session.
 *
 * Callbacks that get the session find their own data by it. The pointer is the one given to
 * `gnutls_session_set_ptr`, unchanged.
 *
 * @param session a session; NULL gives NULL
 *
 * @return the pointer, or NULL if none was set.
 */
void *gnutls_session_get_ptr(gnutls_session_t session);

/**
 * Returns what the verification within the handshake has found.
 *
 * It is the verification that `gnutls_session_set_verify_cert` or `gnutls_session_set_verify_cert2`
 * asked for, and worth asking after `GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR`.
 * `gnutls_certificate_verification_status_print` has a text for it.
 *
 * @param session a session
 *
 * @return 0 if the peer was trusted, bits of `gnutls_certificate_status_t` if not, or a word with all
 *   bits set if no verification was carried out or `session` is NULL.
 *
 * @since 3.4.6
 */
unsigned int gnutls_session_get_verify_cert_status(gnutls_session_t session);

/**
 * Tells whether the handshake has resumed an earlier session.
 *
 * A resumed session has the keys of the earlier one, or keys derived from them, and the identities
 * that were shown in it: neither side has sent a certificate, and no verify function was called. The
 * getters of certificates return those of the earlier session; those of signature algorithms return
 * none.
 *
 * @param session a session; NULL gives 0
 *
 * @return 1 if an earlier session was resumed, 0 otherwise and before the handshake.
 */
int gnutls_session_is_resumed(gnutls_session_t session);

/**
 * Changes to new keys for what the session sends, in TLS 1.3.
 *
 * A KeyUpdate message tells the peer. Long connections with AES-GCM do so by themselves before a key
 * has protected too many records. The peer answers a request for its own keys when it next sends; the
 * session handles that in a receive.
 *
 * @param session a session whose handshake is complete
 * @param flags `GNUTLS_KU_PEER` to ask the peer for new keys of its own, or 0
 *
 * @return `GNUTLS_E_SUCCESS` (0) when the message is sent, or a negative error code
 * @retval GNUTLS_E_AGAIN the transport would block, or an authentication is under way; call again
 * @retval GNUTLS_E_INTERRUPTED the transport would block, or an authentication is under way; call
 *   again
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, or the version is below TLS 1.3
 * @retval GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE the first handshake is not complete
 * @retval GNUTLS_E_INVALID_SESSION the session has failed, or `gnutls_bye` has ended it
 * @retval GNUTLS_E_PUSH_ERROR the transport failed, or the peer reset the connection
 * @retval GNUTLS_E_PREMATURE_TERMINATION the transport failed, or the peer reset the connection
 *
 * @since 3.6.3
 * @see RFC 8446 section 4.6.3
 */
int gnutls_session_key_update(gnutls_session_t session, unsigned int flags);

/**
 * Tells a server whether the client has asked to resume a session.
 *
 * It has if its hello has the identifier of a session of TLS 1.2, a ticket of TLS 1.2, or a ticket of
 * TLS 1.3 that this server has issued. Whether the session was resumed tells
 * `gnutls_session_is_resumed`.
 *
 * @param session a session; NULL and a client's give 0
 *
 * @return 1 if the client has asked, 0 otherwise.
 */
int gnutls_session_resumption_requested(gnutls_session_t session);

/**
 * Sets the session that a client wants to resume in its handshake.
 *
 * The server may resume it or not; then the handshake is a full one. The session is not offered if it
 * is too old, if `gnutls_server_name_set` names another server than in the session, or if the
 * priorities do not have its protocol version or cipher suite. Data that resumes nothing, which
 * `gnutls_session_get_data2` returns without a ticket, is accepted.
 *
 * @param session a client's session before its handshake
 * @param session_data the data of `gnutls_session_get_data2`; it is copied
 * @param session_data_size its size in bytes
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_PARSING_ERROR the data is too short
 * @retval GNUTLS_E_DB_ERROR the data is no session data of this version of the library
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `session_data` is NULL, or the data is empty
 */
int gnutls_session_set_data(gnutls_session_t session, const void *session_data, size_t session_data_size);

/**
 * Sets the session identifier of a client's hello.
 *
 * It is for protocols of the application's own; a session is resumed with `gnutls_session_set_data`. A
 * server of TLS 1.2 that resumes a session of this identifier is refused, since its secrets are not
 * known.
 *
 * @param session a client's session before its handshake
 * @param sid up to 32 bytes, which are copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `sid` is NULL, if it
 *   is longer, or if the session is a server's.
 *
 * @since 3.2.1
 */
int gnutls_session_set_id(gnutls_session_t session, const gnutls_datum_t *sid);

/**
 * Sets the function that gets the secrets of the session, for tools that decrypt its traffic.
 *
 * It gets the session, a label as in a key log, such as `CLIENT_TRAFFIC_SECRET_0`, and the secret,
 * both valid during the call alone. A new session has a function that appends to the file which the
 * environment variable `SSLKEYLOGFILE` names. What the function returns is not looked at.
 *
 * The function runs in the handshake, in its thread. Since 3.6.13.
 *
 * @param session a session; NULL is ignored
 * @param func the function; NULL logs nothing, `SSLKEYLOGFILE` included
 */
void gnutls_session_set_keylog_function(gnutls_session_t session, gnutls_keylog_func func);

/**
 * Makes the next handshake resume a session whose master secret both sides have from elsewhere.
 *
 * A client offers the session by its identifier, and a server resumes it with a client that asks for
 * it; else the handshake is a full one. It is for protocols that agree on the secret by other means,
 * as OpenConnect does. The session has no `extended_master_secret`: where both sides would use that,
 * it is not resumed (RFC 7627), so the priorities are to have `%NO_SESSION_HASH`. It does not depend
 * on a server name or on certificates.
 *
 * @param session a session before its handshake
 * @param entity ignored; which side it is, the session knows
 * @param version a version before TLS 1.3; the priorities must have it
 * @param kx,cipher,mac the algorithms of its cipher suite; the priorities must have it
 * @param comp ignored; nothing is compressed
 * @param master the master secret of 48 bytes, which are copied
 * @param session_id the identifier of up to 32 bytes, which are copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if a pointer is NULL, a size is wrong,
 *   or there is no such version or no such cipher suite in it.
 *
 * @see RFC 5246 section 7.3
 */
int gnutls_session_set_premaster(gnutls_session_t session,
                                 unsigned int entity,
                                 gnutls_protocol_t version,
                                 gnutls_kx_algorithm_t kx,
                                 gnutls_cipher_algorithm_t cipher,
                                 gnutls_mac_algorithm_t mac,
                                 gnutls_compression_method_t comp,
                                 const gnutls_datum_t *master,
                                 const gnutls_datum_t *session_id);

/**
 * Keeps a pointer of the application's with the session, for its callbacks.
 *
 * The library neither follows nor frees it; a second call replaces it. It is not the pointer that the
 * transport's functions get, which `gnutls_transport_set_ptr` sets.
 *
 * @param session a session; NULL is ignored
 * @param ptr any pointer, also NULL
 */
void gnutls_session_set_ptr(gnutls_session_t session, void *ptr);

/**
 * Makes each handshake of the session verify the peer's certificate and its name.
 *
 * If the peer is not trusted `gnutls_handshake` returns `GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR`, and
 * `gnutls_session_get_verify_cert_status` says why; `GNUTLS_E_CERTIFICATE_ERROR` if there is no
 * certificate to verify. It takes the place of any verify function. The name is copied, while GnuTLS
 * keeps the pointer.
 *
 * @param session a session, mostly a client's; NULL is ignored
 * @param hostname a DNS name in UTF-8 or an IP address as text, NUL-terminated; NULL takes any name
 * @param flags `gnutls_certificate_verify_flags`, in addition to those of credentials and priorities
 *
 * @since 3.4.6
 */
void gnutls_session_set_verify_cert(gnutls_session_t session, const char *hostname, unsigned int flags);

/**
 * Makes each handshake of the session verify the peer's certificate, with names and purposes to look
 * for.
 *
 * It works as `gnutls_session_set_verify_cert` does, with the elements of
 * `gnutls_certificate_verify_peers`. The array and what it points to are not copied: they are read in
 * each handshake, and must live and stay unchanged until `gnutls_deinit`.
 *
 * @param session a session; NULL is ignored
 * @param data an array of typed data; NULL asks for nothing but a good chain
 * @param elements the number of elements in `data`
 * @param flags `gnutls_certificate_verify_flags`, in addition to those of credentials and priorities
 *
 * @since 3.4.6
 */
void gnutls_session_set_verify_cert2(gnutls_session_t session,
                                     gnutls_typed_vdata_st *data,
                                     unsigned int elements,
                                     unsigned int flags);

/**
 * Sets a function of the session's own that verifies the peer within the handshake.
 *
 * It is called when the peer's certificate has come, and on a server that asked for one also when the
 * client shows none. It may call `gnutls_certificate_verify_peers3`, `gnutls_certificate_get_peers`
 * and other getters, and returns 0 to accept. A number below -1 ends the handshake with that code,
 * other numbers with `GNUTLS_E_CERTIFICATE_ERROR`. It takes the place of
 * `gnutls_session_set_verify_cert` and goes before the function of the credentials.
 *
 * @param session a session; NULL is ignored
 * @param func the function; NULL leaves it to that of the credentials, if they have one
 *
 * @since 3.4.6
 */
void gnutls_session_set_verify_function(gnutls_session_t session, gnutls_certificate_verify_function *func);

/**
 * Registers a type of supplemental data for one session.
 *
 * It is as `gnutls_supplemental_register`. The session does not use TLS 1.3 any more.
 *
 * @param session a session, before the handshake
 * @param name a NUL-terminated name for a reader, which is copied; NULL for none
 * @param type_ the type, 0 to 65535
 * @param recv_func what receives data; may be NULL
 * @param send_func what sends data; NULL sends none
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ALREADY_REGISTERED the type is registered for the session or for all
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, or the type is out of range
 *
 * @since 3.5.5
 * @see RFC 4680
 */
int gnutls_session_supplemental_register(gnutls_session_t session,
                                         const char *name,
                                         gnutls_supplemental_data_format_type_t type_,
                                         gnutls_supp_recv_func recv_func,
                                         gnutls_supp_send_func send_func,
                                         unsigned int flags);

/**
 * Has a client use tickets.
 *
 * It does without this call.
 *
 * Tickets are used unless the session was made with `GNUTLS_NO_TICKETS` or the priorities have
 * `%NO_TICKETS`.
 *
 * @param session a session
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` is NULL.
 *
 * @since 2.10.0
 */
int gnutls_session_ticket_enable_client(gnutls_session_t session);

/**
 * Has a server issue tickets and resume sessions by them.
 *
 * A ticket is the state of the session, encrypted and authenticated with AES-256-GCM. The keys for
 * that are derived from `key` and the time: they change after three times the time of
 * `gnutls_db_set_cache_expiration`, which is every 18 hours by default, and tickets of the previous
 * and the next period are accepted. Servers that share `key`, the expiration and the time accept each
 * other's tickets.
 *
 * @param session a server's session before its handshake
 * @param key the key of `gnutls_session_ticket_key_generate`, 64 bytes, which are copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `key` is NULL, or the
 *   key has another size.
 *
 * @since 2.10.0
 * @see RFC 5077, RFC 8446 section 4.6.1
 */
int gnutls_session_ticket_enable_server(gnutls_session_t session, const gnutls_datum_t *key);

/**
 * Makes a key for `gnutls_session_ticket_enable_server`.
 *
 * Servers that share the key accept each other's tickets. Whoever has it can decrypt the sessions of
 * TLS 1.2 that its tickets belong to: wipe it with `gnutls_memset` before it is freed.
 *
 * @param key takes 64 random bytes, to be freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_RANDOM_FAILED there are no random numbers
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL
 *
 * @since 2.10.0
 */
int gnutls_session_ticket_key_generate(gnutls_datum_t *key);

/**
 * Sends a client more tickets of TLS 1.3, each of which resumes the session.
 *
 * Two are sent with the handshake, unless the session was made with `GNUTLS_NO_AUTO_SEND_TICKET`.
 * Nothing is sent if `gnutls_session_ticket_enable_server` was not called or the client does not use
 * tickets.
 *
 * @param session a server's session of TLS 1.3 after its handshake
 * @param nr the number of tickets, up to 255
 * @param flags 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_AGAIN the transport would block; call again
 * @retval GNUTLS_E_INTERRUPTED the transport would block; call again
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, a client's, or not one of TLS 1.3 after its
 *   handshake, or `nr` is more
 * @retval GNUTLS_E_INVALID_SESSION the session has failed or said goodbye
 * @retval GNUTLS_E_PUSH_ERROR the transport failed
 *
 * @see RFC 8446 section 4.6.1
 */
int gnutls_session_ticket_send(gnutls_session_t session, unsigned int nr, unsigned int flags);

/**
 * Sets the priorities of a session to the default of the system.
 *
 * It is what the system's configuration says, else `NORMAL`, and the best choice for most programs:
 * the administrator decides. Additions are made with `gnutls_set_default_priority_append`.
 *
 * @param session a session
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, or the default of the system is not understood
 * @retval GNUTLS_E_NO_PRIORITIES_WERE_SET the default of the system leaves nothing to negotiate
 *
 * @since 2.1.4
 */
int gnutls_set_default_priority(gnutls_session_t session);

/**
 * Sets the priorities of a session to the default of the system with an addition of the program's.
 *
 * The addition is a priority string without its first keyword, such as
 * `-VERS-TLS1.2:%SERVER_PRECEDENCE`, and does not begin with a colon. On error the session keeps the
 * priorities it has.
 *
 * @param session a session
 * @param add_prio the addition, NUL-terminated; not empty
 * @param err_pos takes a pointer into `add_prio`: to the element that is not understood, or to the
 *   begin; NULL if it is not wanted
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `add_prio` is NULL, or the addition is empty or not
 *   understood
 * @retval GNUTLS_E_NO_PRIORITIES_WERE_SET nothing is left to negotiate
 *
 * @since 3.6.3
 */
int gnutls_set_default_priority_append(gnutls_session_t session,
                                       const char *add_prio,
                                       const char **err_pos,
                                       unsigned int flags);

/**
 * Returns the algorithm by which the server has signed in the handshake.
 *
 * It is the signature of the handshake itself, not that on the certificate. `gnutls_sign_get_name` has
 * its name.
 *
 * @param session a session, of either side
 *
 * @return a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if there is no signature yet or
 *   `session` is NULL.
 *
 * @since 3.1.1
 */
int gnutls_sign_algorithm_get(gnutls_session_t session);

/**
 * Returns the algorithm by which the client has signed, in the handshake or in `gnutls_reauth`.
 *
 * Only a client that shows a certificate signs. It is the signature of the handshake itself, not that
 * on the certificate.
 *
 * @param session a session, of either side
 *
 * @return a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if the client has not signed or
 *   `session` is NULL.
 *
 * @since 3.1.11
 */
int gnutls_sign_algorithm_get_client(gnutls_session_t session);

/**
 * Tells which signature schemes the peer asks for, among those that the session may use.
 *
 * On a server they are those of the client's hello, on a client those of the server's request for a
 * certificate. A function that chooses a certificate asks for them.
 *
 * @param session a session
 * @param indx which one, from 0 on, in the peer's order
 * @param algo takes the scheme
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are not so many, or the peer has not asked
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `algo` is NULL
 *
 * @see RFC 8446 section 4.2.3
 */
int gnutls_sign_algorithm_get_requested(gnutls_session_t session, size_t indx, gnutls_sign_algorithm_t *algo);

/**
 * Returns the hash function of a signature algorithm.
 *
 * It is the one that is applied to the data before the key's operation. For Ed25519 it is SHA-512, for
 * Ed448 and ML-DSA SHAKE-256, which are part of the operation: functions that sign take the data
 * themselves there, not their digest.
 *
 * @param sign a `gnutls_sign_algorithm_t`
 *
 * @return a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` (0) for an unknown number and for an
 *   algorithm without a hash function of its own.
 *
 * It may be called from any thread. Since 3.1.1.
 */
gnutls_digest_algorithm_t gnutls_sign_get_hash_algorithm(gnutls_sign_algorithm_t sign);

/**
 * Returns the number of a signature algorithm by its name, such as `RSA-SHA256`.
 *
 * Upper and lower case are the same. The names are those of `gnutls_sign_get_name` for the algorithms
 * of `gnutls_sign_list`.
 *
 * @param name the name, NUL-terminated; NULL names nothing
 *
 * @return a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if nothing has this name.
 *
 * It may be called from any thread.
 */
gnutls_sign_algorithm_t gnutls_sign_get_id(const char *name);

/**
 * Returns the name of a signature algorithm, such as `RSA-SHA256`.
 *
 * It is the name that `gnutls_sign_get_id` and priority strings (`SIGN-RSA-SHA256`) understand. The
 * string is constant and not to be freed.
 *
 * @param algorithm a `gnutls_sign_algorithm_t`
 *
 * @return the name, or NULL for an unknown number.
 *
 * It may be called from any thread.
 */
const char *gnutls_sign_get_name(gnutls_sign_algorithm_t algorithm);

/**
 * Returns the object identifier of a signature algorithm, such as `1.2.840.113549.1.1.11`.
 *
 * It is in dotted decimal form, as `gnutls_oid_to_sign` reads it, and stands with the signature of a
 * certificate. The string is constant and not to be freed.
 *
 * @param sign a `gnutls_sign_algorithm_t`
 *
 * @return the identifier, or NULL if the number is unknown or has none.
 *
 * It may be called from any thread. Since 3.4.3.
 */
const char *gnutls_sign_get_oid(gnutls_sign_algorithm_t sign);

/**
 * Returns the kind of key that makes a signature algorithm's signatures.
 *
 * For RSA-PSS it is `GNUTLS_PK_RSA_PSS`, though a plain RSA key can make such a signature as well:
 * `gnutls_sign_supports_pk_algorithm` answers for a certain kind.
 *
 * @param sign a `gnutls_sign_algorithm_t`
 *
 * @return a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) for an unknown number.
 *
 * It may be called from any thread. Since 3.1.1.
 */
gnutls_pk_algorithm_t gnutls_sign_get_pk_algorithm(gnutls_sign_algorithm_t sign);

/**
 * Tells whether a signature algorithm is strong enough for handshakes and data.
 *
 * The system's configuration may call further algorithms insecure. For signatures on certificates,
 * which live longer, there is `gnutls_sign_is_secure2`.
 *
 * @param algorithm a `gnutls_sign_algorithm_t`
 *
 * @return 1 if it is secure, else 0; 0 also for an unknown number.
 *
 * It may be called from any thread.
 */
unsigned int gnutls_sign_is_secure(gnutls_sign_algorithm_t algorithm);

/**
 * Tells whether a signature algorithm is strong enough for a use.
 *
 * The system's configuration may call further algorithms insecure, also for certificates alone.
 * Without flags it is `gnutls_sign_is_secure`.
 *
 * @param algorithm a `gnutls_sign_algorithm_t`
 * @param flags `GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS` for signatures on certificates, or 0
 *
 * @return 1 if it is secure, else 0; 0 also for an unknown number.
 *
 * It may be called from any thread.
 */
unsigned int gnutls_sign_is_secure2(gnutls_sign_algorithm_t algorithm, unsigned int flags);

/**
 * Returns the signature algorithms that the library knows, as a list of numbers.
 *
 * Each is there once, while GnuTLS repeats some. Insecure ones are among them: see
 * `gnutls_sign_is_secure`. The list is made once, stays for the life of the process, and is not to be
 * freed.
 *
 * @return an array of `gnutls_sign_algorithm_t` that ends with 0.
 *
 * It may be called from any thread.
 */
const gnutls_sign_algorithm_t *gnutls_sign_list(void);

/**
 * Marks a signature algorithm as secure or insecure, in the allow list of the system's configuration.
 *
 * Secure means for handshakes and data; for certificates there is `gnutls_sign_set_secure_for_certs`.
 * `override-mode` in the configuration must be `allowlist`, and the priorities `@SYSTEM` must not have
 * been used by any session or handle.
 *
 * @param sign the signature algorithm
 * @param secure not 0 for secure, 0 for insecure
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, without an
 *   allow list, or once `@SYSTEM` was used.
 *
 * Call it at the start of the program, before other threads use the library. Since 3.7.3.
 */
int gnutls_sign_set_secure(gnutls_sign_algorithm_t sign, unsigned int secure);

/**
 * Marks a signature algorithm as secure or insecure for certificates, in the allow list of the
 * system's configuration.
 *
 * One that is secure for certificates is secure for any use; made insecure for certificates it stays
 * secure for the rest. `override-mode` in the configuration must be `allowlist`, and the priorities
 * `@SYSTEM` must not have been used by any session or handle.
 *
 * @param sign the signature algorithm
 * @param secure not 0 for secure, 0 for insecure
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, without an
 *   allow list, or once `@SYSTEM` was used.
 *
 * Call it at the start of the program, before other threads use the library. Since 3.7.3.
 */
int gnutls_sign_set_secure_for_certs(gnutls_sign_algorithm_t sign, unsigned int secure);

/**
 * Tells whether a kind of key can make a signature algorithm's signatures.
 *
 * RSA-PSS can be made by keys of both kinds of RSA. A key may be restricted beyond its kind, by its
 * curve or by the parameters of RSA-PSS.
 *
 * @param sign a `gnutls_sign_algorithm_t`
 * @param pk a `gnutls_pk_algorithm_t`
 *
 * @return 1 if it can, else 0; 0 also if a number is unknown.
 *
 * It may be called from any thread. Since 3.6.0.
 */
unsigned int gnutls_sign_supports_pk_algorithm(gnutls_sign_algorithm_t sign, gnutls_pk_algorithm_t pk);

/**
 * Creates SRP credentials for clients.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_SRP` gives them to a session, which keeps the pointer;
 * they must outlive it. They allow the key exchanges of TLS 1.0 to 1.2 that a priority string enables
 * with `+SRP`, `+SRP-RSA` and `+SRP-DSS`. `gnutls_srp_free_client_credentials` frees them.
 *
 * @param sc takes the new credentials
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL
 *
 * @see RFC 5054
 */
int gnutls_srp_allocate_client_credentials(gnutls_srp_client_credentials_t *sc);

/**
 * Creates SRP credentials for servers.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_SRP` gives them to a session, which keeps the pointer;
 * they must outlive it. They allow the key exchanges of TLS 1.0 to 1.2 that a priority string enables
 * with `+SRP`, `+SRP-RSA` and `+SRP-DSS`. `gnutls_srp_free_server_credentials` frees them.
 *
 * @param sc takes the new credentials
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `sc` is NULL
 * @retval GNUTLS_E_RANDOM_FAILED no random bytes
 *
 * @see RFC 5054
 */
int gnutls_srp_allocate_server_credentials(gnutls_srp_server_credentials_t *sc);

/**
 * Reads bytes in the base64 of SRP's files, into a buffer of the caller's.
 *
 * It is that of libsrp and not the usual one, without padding.
 *
 * @param b64_data the text
 * @param result takes the bytes
 * @param result_size the capacity of `result`; takes the size of the bytes, also if the buffer is too
 *   small
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text has other characters
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the buffer is too small
 */
int gnutls_srp_base64_decode(const gnutls_datum_t *b64_data, char *result, size_t *result_size);

/**
 * Reads bytes in the base64 of SRP's files, as memory that is allocated.
 *
 * It is that of libsrp and not the usual one, without padding.
 *
 * @param b64_data the text
 * @param result takes the bytes, to be freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 * @retval GNUTLS_E_BASE64_DECODING_ERROR the text has other characters
 * @retval GNUTLS_E_MEMORY_ERROR no memory
 */
int gnutls_srp_base64_decode2(const gnutls_datum_t *b64_data, gnutls_datum_t *result);

/**
 * Writes bytes in the base64 of SRP's files, into a buffer of the caller's.
 *
 * It is that of libsrp and not the usual one: the bytes are a number, whose leading zeros may be lost.
 * There is no padding and no NUL.
 *
 * @param data the bytes
 * @param result takes the text
 * @param result_size the capacity of `result`; takes the size of the text, also if the buffer is too
 *   small
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the buffer is too small
 */
int gnutls_srp_base64_encode(const gnutls_datum_t *data, char *result, size_t *result_size);

/**
 * Writes bytes in the base64 of SRP's files, as memory that is allocated.
 *
 * It is that of libsrp and not the usual one: the bytes are a number, whose leading zeros may be lost.
 * There is no padding and no NUL.
 *
 * @param data the bytes
 * @param result takes the text, to be freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 * @retval GNUTLS_E_MEMORY_ERROR no memory
 */
int gnutls_srp_base64_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);

/**
 * Frees the SRP credentials of a client.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their password is
 * wiped.
 *
 * @param sc the credentials; NULL is ignored
 */
void gnutls_srp_free_client_credentials(gnutls_srp_client_credentials_t sc);

/**
 * Frees the SRP credentials of a server.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their seed is
 * wiped.
 *
 * @param sc the credentials; NULL is ignored
 */
void gnutls_srp_free_server_credentials(gnutls_srp_server_credentials_t sc);

/**
 * Returns the name of the client, which has proved that it knows the password.
 *
 * Before the handshake is complete the name is only what the client says. It belongs to the session
 * and is valid until `gnutls_deinit`, or until this function is called after another handshake.
 *
 * @param session a server's session
 *
 * @return the name, up to a NUL, or NULL if SRP was not used, or if `session` is NULL or a client's.
 */
const char *gnutls_srp_server_get_username(gnutls_session_t session);

/**
 * Sets the name and the password of a client.
 *
 * Both are copied. The name is sent in each hello of a client whose priorities have SRP, not
 * encrypted. They take precedence over a function.
 *
 * @param res the credentials of a client
 * @param username the name, in UTF-8, at most 255 bytes; an empty one is none
 * @param password the password, in UTF-8, normalized as by `gnutls_utf8_password_normalize`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL, or the name is too long
 *
 * @see RFC 5054 section 2.8.1
 */
int gnutls_srp_set_client_credentials(gnutls_srp_client_credentials_t res,
                                      const char *username,
                                      const char *password);

/**
 * Sets a function that gives the name and the password of a client.
 *
 * It is called once before the hello of each handshake. The strings are memory of `gnutls_malloc`,
 * which is freed after use. It is not called if a name was set. A negative code ends the handshake
 * with `GNUTLS_E_ILLEGAL_SRP_USERNAME`, except `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED`, with which
 * the handshake returns and calls it again.
 *
 * @param cred the credentials of a client; NULL is ignored
 * @param func the function; NULL for none
 */
void gnutls_srp_set_client_credentials_function(gnutls_srp_client_credentials_t cred,
                                                gnutls_srp_client_credentials_function *func);

/**
 * Sets the least size of a prime that a client accepts.
 *
 * Only the groups of RFC 5054 appendix A are accepted, of at least 1024 bits. A smaller prime than
 * required ends the handshake with `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER`. It has no effect on a
 * server.
 *
 * @param session a client's session; NULL is ignored
 * @param bits the size in bits; 0 for any of these groups
 *
 * @since 2.6.0
 * @see RFC 5054 section 3.2
 */
void gnutls_srp_set_prime_bits(gnutls_session_t session, unsigned int bits);

/**
 * Sets the files with the verifiers of a server's clients, as srptool writes them.
 *
 * A line of the first is a name, a verifier, a salt and the number of a group, with colons between
 * them; a line of the second the number of a group, its prime and its generator; in the base64 of
 * `gnutls_srp_base64_encode`. Both are read in each handshake with SRP, so that changes count at once.
 * For an unknown name salt and verifier are made up: the handshake fails as with a wrong password, and
 * returns `GNUTLS_E_SRP_PWD_ERROR`.
 *
 * @param res the credentials of a server
 * @param password_file the path of the file with verifiers (tpasswd), which is copied
 * @param password_conf_file the path of the file with groups (tpasswd.conf), which is copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_FILE_ERROR a file cannot be opened
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 */
int gnutls_srp_set_server_credentials_file(gnutls_srp_server_credentials_t res,
                                           const char *password_file,
                                           const char *password_conf_file);

/**
 * Sets a function that gives the verifier of a client's name.
 *
 * It gives a salt of 1 to 255 bytes, a verifier, a generator and a prime: memory of `gnutls_malloc`,
 * which is freed after use, or the library's constants (`gnutls_srp_2048_group_prime`). It returns 0;
 * 1 with a generator and a prime for an unknown name, whose salt and verifier are made up so that the
 * client does not learn it; or a negative code, which ends the handshake with
 * `GNUTLS_E_SRP_PWD_ERROR`. It takes precedence over files.
 *
 * @param cred the credentials of a server; NULL is ignored
 * @param func the function; NULL for none
 *
 * @see RFC 5054 section 2.5.1.3
 */
void gnutls_srp_set_server_credentials_function(gnutls_srp_server_credentials_t cred,
                                                gnutls_srp_server_credentials_function *func);

/**
 * Sets what the salts of unknown names are made from.
 *
 * A client must get the same salt each time it asks for the same name: servers that share their names
 * share the seed. Without this call the seed is random, and salts have 16 bytes.
 *
 * @param cred the credentials of a server; NULL is ignored
 * @param seed secret bytes, at least one, which are copied; otherwise nothing changes
 * @param salt_length the size of the salts in bytes, as of the names that exist; 1 to 20, and the
 *   nearest of them for others
 *
 * @since 3.3.0
 * @see RFC 5054 section 2.5.1.3
 */
void gnutls_srp_set_server_fake_salt_seed(gnutls_srp_server_credentials_t cred,
                                          const gnutls_datum_t *seed,
                                          unsigned int salt_length);

/**
 * Computes the verifier of a name and a password, for a server's file or database.
 *
 * @param username the name
 * @param password the password
 * @param salt random bytes, of which 16 are usual
 * @param generator the generator of the group, as `gnutls_srp_2048_group_generator`
 * @param prime the prime of the group, as `gnutls_srp_2048_group_prime`
 * @param res takes the verifier, to be freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 * @retval GNUTLS_E_MPI_SCAN_FAILED the numbers are no group of an odd prime
 * @retval GNUTLS_E_MEMORY_ERROR no memory
 *
 * @see RFC 5054 section 2.4
 */
int gnutls_srp_verifier(const char *username,
                        const char *password,
                        const gnutls_datum_t *salt,
                        const gnutls_datum_t *generator,
                        const gnutls_datum_t *prime,
                        gnutls_datum_t *res);

/**
 * Derives the keys of SRTP.
 *
 * The two keys come first, then the two salts. The datums, each of which may be NULL, point into
 * `key_material`.
 *
 * @param session a session with a negotiated profile
 * @param key_material takes the keys and salts; the caller wipes them
 * @param key_material_size bytes that it has room for
 * @param client_key takes where the master key of what the client sends is
 * @param client_salt takes where its salt is
 * @param server_key the same for what the server sends
 * @param server_salt the same for its salt
 *
 * @return the number of bytes, or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no profile was negotiated, or one that the library
 *   does not know
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER there is not enough room
 * @retval GNUTLS_E_INVALID_REQUEST `session` or `key_material` is NULL
 *
 * @since 3.1.4
 * @see RFC 5764 section 4.2
 */
int gnutls_srtp_get_keys(gnutls_session_t session,
                         void *key_material,
                         unsigned int key_material_size,
                         gnutls_datum_t *client_key,
                         gnutls_datum_t *client_salt,
                         gnutls_datum_t *server_key,
                         gnutls_datum_t *server_salt);

/**
 * Returns the master key identifier that the peer has sent.
 *
 * @param session a session with a negotiated profile
 * @param mki takes the bytes, which belong to the session and are valid until the next call or
 *   `gnutls_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE no profile was negotiated, or the peer has sent no
 *   identifier
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 *
 * @since 3.1.4
 * @see RFC 5764 section 4.1.3
 */
int gnutls_srtp_get_mki(gnutls_session_t session, gnutls_datum_t *mki);

/**
 * Finds the profile of a name.
 *
 * @param name a name, as `SRTP_AES128_CM_HMAC_SHA1_80`
 * @param profile takes the profile; 0 if there is none
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ILLEGAL_PARAMETER no profile has this name
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 *
 * It may be called from any thread. Since 3.1.4. RFC 5764.
 */
int gnutls_srtp_get_profile_id(const char *name, gnutls_srtp_profile_t *profile);

/**
 * Returns the name of a profile.
 *
 * @param profile a profile
 *
 * @return a string that lives as long as the library, or NULL if there is no such profile.
 *
 * It may be called from any thread. Since 3.1.4. RFC 5764.
 */
const char *gnutls_srtp_get_profile_name(gnutls_srtp_profile_t profile);

/**
 * Returns the profile that was negotiated for SRTP.
 *
 * @param session a session whose handshake is complete
 * @param profile takes the profile
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE none was negotiated
 * @retval GNUTLS_E_INVALID_REQUEST an argument is NULL
 *
 * @since 3.1.4
 * @see RFC 5764
 */
int gnutls_srtp_get_selected_profile(gnutls_session_t session, gnutls_srtp_profile_t *profile);

/**
 * Sets the master key identifier that a client sends with its profiles.
 *
 * A server sends back the client's.
 *
 * @param session a session before its handshake
 * @param mki 1 to 255 bytes, which are copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if a pointer is NULL or the size is
 *   wrong.
 *
 * @since 3.1.4
 * @see RFC 5764 section 4.1.3
 */
int gnutls_srtp_set_mki(gnutls_session_t session, const gnutls_datum_t *mki);

/**
 * Adds a profile to those that a session offers, or accepts, for SRTP.
 *
 * The first that was added is preferred by a client; a server takes the first of the client's. A
 * session over a stream offers none.
 *
 * @param session a session before its handshake
 * @param profile a profile; also one that the library does not know, which then has no keys
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL, or the number does not fit into 16 bits
 * @retval GNUTLS_E_MEMORY_ERROR there are 16 already
 *
 * @since 3.1.4
 * @see RFC 5764
 */
int gnutls_srtp_set_profile(gnutls_session_t session, gnutls_srtp_profile_t profile);

/**
 * Adds the profiles of a list to those that a session offers, or accepts, for SRTP.
 *
 * It is `gnutls_srtp_set_profile` for each. At an unknown name those before it have been added.
 *
 * @param session a session before its handshake
 * @param profiles names with colons between them
 * @param err_pos takes where in `profiles` the unknown name begins; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST an unknown or empty name, or a pointer is NULL
 * @retval GNUTLS_E_MEMORY_ERROR there are more than 16
 *
 * @since 3.1.4
 * @see RFC 5764
 */
int gnutls_srtp_set_profile_direct(gnutls_session_t session, const char *profiles, const char **err_pos);

/**
 * Stores the hash of the key that a host is expected to show.
 *
 * @param db_name the name of the file, or what the functions of `tdb` take for one; NULL for
 *   `.gnutls/known_hosts` in the user's home
 * @param tdb a store of the application's; NULL for the file
 * @param host the name of the host; NULL for any
 * @param service the service, as the number of a port; NULL for any
 * @param hash_algo the hash algorithm
 * @param hash the hash of the SubjectPublicKeyInfo in DER
 * @param expiration when it expires, in seconds since 1970; 0 or less for never
 * @param flags 0, or `GNUTLS_SCOMMIT_FLAG_ALLOW_BROKEN` for algorithms that are broken
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ILLEGAL_PARAMETER there is no such hash algorithm
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY the algorithm is broken
 * @retval GNUTLS_E_DB_ERROR the file cannot be written, or the function of `tdb` failed
 * @retval GNUTLS_E_INVALID_REQUEST `hash` is NULL or of another size, a name has a character that
 *   separates fields, or `tdb` has no such function
 *
 * @since 3.0
 */
int gnutls_store_commitment(const char *db_name,
                            gnutls_tdb_t tdb,
                            const char *host,
                            const char *service,
                            gnutls_digest_algorithm_t hash_algo,
                            const gnutls_datum_t *hash,
                            time_t expiration,
                            unsigned int flags);

/**
 * Stores the key of a host.
 *
 * The file of the default store gets a line more, and is made with the user's folder for it; what was
 * stored before for the host still counts.
 *
 * @param db_name the name of the file, or what the functions of `tdb` take for one; NULL for
 *   `.gnutls/known_hosts` in the user's home
 * @param tdb a store of the application's; NULL for the file
 * @param host the name of the host; NULL for any
 * @param service the service, as the number of a port; NULL for any
 * @param cert_type `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`
 * @param cert the certificate in DER, or the SubjectPublicKeyInfo
 * @param expiration when the key expires, in seconds since 1970; 0 or less for never
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - others: the certificate cannot be read
 * @retval GNUTLS_E_DB_ERROR the file cannot be written, or the function of `tdb` failed
 * @retval GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE another type
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL, a name has a character that separates fields, or
 *   `tdb` has no such function
 *
 * @since 3.0.13
 */
int gnutls_store_pubkey(const char *db_name,
                        gnutls_tdb_t tdb,
                        const char *host,
                        const char *service,
                        gnutls_certificate_type_t cert_type,
                        const gnutls_datum_t *cert,
                        time_t expiration,
                        unsigned int flags);

/**
 * Returns what an error code means, as an English text for a reader.
 *
 * The texts are this library's own; codes and names are those of GnuTLS. The string is constant and
 * not to be freed.
 *
 * @param error a code that a function has returned
 *
 * @return the text, or `(unknown error code)` for a number that is no code; never NULL.
 *
 * It may be called from any thread.
 */
const char *gnutls_strerror(int error);

/**
 * Returns the name of an error code's constant, as `GNUTLS_E_AGAIN`.
 *
 * The string is constant and not to be freed. For a text that explains the code there is
 * `gnutls_strerror`.
 *
 * @param error a code that a function has returned
 *
 * @return the name, or NULL for a number that is no code.
 *
 * It may be called from any thread. Since 2.6.0.
 */
const char *gnutls_strerror_name(int error);

/**
 * Returns the name of a type of supplemental data.
 *
 * @param type_ a type of `gnutls_supplemental_register`
 *
 * @return the name, which lives as long as the process and is not to be freed; NULL for a type that is
 *   not registered, or that has no name.
 *
 * It may be called from any thread.
 */
const char *gnutls_supplemental_get_name(gnutls_supplemental_data_format_type_t type_);

/**
 * Makes a session expect supplemental data of the peer.
 *
 * The handshake fails if none comes. The functions that are registered for its types get it.
 *
 * @param session a session, before the handshake; NULL is ignored
 * @param do_recv_supplemental other than 0 to expect it
 *
 * @since 3.4.0
 * @see RFC 4680
 */
void gnutls_supplemental_recv(gnutls_session_t session, unsigned int do_recv_supplemental);

/**
 * Registers a type of supplemental data for all sessions that are made after this call.
 *
 * `send_func` writes its data with `gnutls_buffer_append_data`, and `recv_func` gets that of the peer;
 * a negative answer of either ends the handshake with that code. They run in sessions that ask for it
 * with `gnutls_supplemental_send` and `gnutls_supplemental_recv`. TLS 1.3 has no supplemental data, so
 * these sessions do not use it.
 *
 * @param name a NUL-terminated name for a reader, which is copied; NULL for none
 * @param type_ the type, 0 to 65535
 * @param recv_func what receives data; may be NULL
 * @param send_func what sends data; NULL sends none
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ALREADY_REGISTERED the type is registered
 * @retval GNUTLS_E_INVALID_REQUEST the type is out of range
 *
 * It stays for the life of the process. Since 3.4.0. RFC 4680.
 */
int gnutls_supplemental_register(const char *name,
                                 gnutls_supplemental_data_format_type_t type_,
                                 gnutls_supp_recv_func recv_func,
                                 gnutls_supp_send_func send_func);

/**
 * Makes a session send the supplemental data of the functions that are registered.
 *
 * The peer has to expect it.
 *
 * @param session a session, before the handshake; NULL is ignored
 * @param do_send_supplemental other than 0 to send it
 *
 * @since 3.4.0
 * @see RFC 4680
 */
void gnutls_supplemental_send(gnutls_session_t session, unsigned int do_send_supplemental);

/**
 * Waits until a socket can be read, or for a time; it is what a session does without a function of the
 * application's.
 *
 * It calls poll on the descriptor and reads nothing. A function for
 * `gnutls_transport_set_pull_timeout_function` can pass its arguments on to it.
 *
 * @param ptr the descriptor, as the pointer that `gnutls_transport_set_int2` makes of it
 * @param ms milliseconds to wait; 0 only looks, `GNUTLS_INDEFINITE_TIMEOUT` waits without end
 *
 * @return a positive number if there is something to read, the end of the stream and errors of the
 *   socket included, 0 if nothing came in time, -1 on failure with `errno` set.
 *
 * It may be called from any thread. Since 3.4.0.
 */
int gnutls_system_recv_timeout(gnutls_transport_ptr_t ptr, unsigned int ms);

/**
 * Frees a store.
 *
 * @param tdb a store, which is not used any more; NULL is ignored
 */
void gnutls_tdb_deinit(gnutls_tdb_t tdb);

/**
 * Makes a store of the application's.
 *
 * Its functions are set with `gnutls_tdb_set_store_func` and the like. Without a store the keys are in
 * a file, in the format that GnuTLS writes.
 *
 * @param tdb takes the store, which `gnutls_tdb_deinit` frees
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `tdb` is NULL.
 */
int gnutls_tdb_init(gnutls_tdb_t *tdb);

/**
 * Sets the function that stores hashes of keys.
 *
 * It is like that of `gnutls_tdb_set_store_func`, with a hash algorithm and a hash instead of the key.
 *
 * @param tdb a store; NULL is ignored
 * @param cstore the function; NULL for none
 */
void gnutls_tdb_set_store_commitment_func(gnutls_tdb_t tdb, gnutls_tdb_store_commitment_func cstore);

/**
 * Sets the function that stores keys.
 *
 * It gets the name of the database, host and service as `gnutls_store_pubkey` got them, the expiration
 * in seconds since 1970 or 0, and the SubjectPublicKeyInfo in DER, all of them valid during the call.
 * It returns 0, or a negative number for a failure.
 *
 * @param tdb a store; NULL is ignored
 * @param store the function; NULL for none
 */
void gnutls_tdb_set_store_func(gnutls_tdb_t tdb, gnutls_tdb_store_func store);

/**
 * Sets the function that compares a key with the stored ones.
 *
 * It gets the name of the database, host and service as `gnutls_verify_stored_pubkey` got them, and
 * the SubjectPublicKeyInfo in DER, all of them valid during the call. It returns 0 if the key is a
 * stored one, `GNUTLS_E_CERTIFICATE_KEY_MISMATCH` if others are stored, and another negative number if
 * none is.
 *
 * @param tdb a store; NULL is ignored
 * @param verify the function; NULL for none
 */
void gnutls_tdb_set_verify_func(gnutls_tdb_t tdb, gnutls_tdb_verify_func verify);

/**
 * Returns the descriptor that the session reads from, for polling.
 *
 * Where both directions have their own descriptor, this is the receiving one;
 * `gnutls_transport_get_int2` has both. A pointer that is no descriptor is cut to the size of an int.
 *
 * @param session a session; NULL gives 0
 *
 * @return the descriptor, or -1 if none was set.
 *
 * @since 3.1.9
 */
int gnutls_transport_get_int(gnutls_session_t session);

/**
 * Tells the descriptors that the session reads from and writes to.
 *
 * They are what `gnutls_transport_set_int2` set; before that, -1. A pointer that is no descriptor is
 * cut to the size of an int.
 *
 * @param session a session; with NULL nothing is written
 * @param recv_int takes the descriptor for receiving; NULL if it is not wanted
 * @param send_int takes the descriptor for sending; NULL if it is not wanted
 *
 * @since 3.1.9
 */
void gnutls_transport_get_int2(gnutls_session_t session, int *recv_int, int *send_int);

/**
 * Returns the pointer that the pull function gets, as it was set.
 *
 * Where both directions have their own pointer, this is the receiving one; `gnutls_transport_get_ptr2`
 * has both.
 *
 * @param session a session; NULL gives NULL
 *
 * @return the pointer; before one is set it is descriptor -1 as a pointer.
 */
gnutls_transport_ptr_t gnutls_transport_get_ptr(gnutls_session_t session);

/**
 * Tells the pointers that the transport's functions get, one for each direction.
 *
 * They are what `gnutls_transport_set_ptr`, `gnutls_transport_set_ptr2` or `gnutls_transport_set_int2`
 * set; before that, descriptor -1 as a pointer.
 *
 * @param session a session; with NULL nothing is written
 * @param recv_ptr takes the pointer for receiving; NULL if it is not wanted
 * @param send_ptr takes the pointer for sending; NULL if it is not wanted
 */
void gnutls_transport_get_ptr2(gnutls_session_t session,
                               gnutls_transport_ptr_t *recv_ptr,
                               gnutls_transport_ptr_t *send_ptr);

/**
 * Tells the session why the push or pull function that is running fails.
 *
 * The number counts instead of `errno` and of the function of `gnutls_transport_set_errno_function`
 * for that one failure. It is of use where the transport does not set the C library's `errno`.
 *
 * The number is one for both directions: do not use it where one thread sends while another one
 * receives.
 *
 * @param session the session that runs the function; with NULL the thread's `errno` itself is set
 * @param err EAGAIN, EINTR, or another number for a real failure
 */
void gnutls_transport_set_errno(gnutls_session_t session, int err);

/**
 * Sets the function that tells why a push or pull failed, for transports that keep their own error
 * number.
 *
 * It is called after a function of the transport has returned a negative number, unless
 * `gnutls_transport_set_errno` was called meanwhile. It gets the pointer of that direction and returns
 * a number as in `errno`: EAGAIN and EINTR mean that the call is repeated.
 *
 * @param session a session; NULL is ignored
 * @param errno_func the function; NULL reads `errno`
 *
 * @since 2.12.0
 */
void gnutls_transport_set_errno_function(gnutls_session_t session, gnutls_errno_func errno_func);

/**
 * Sets the socket descriptors that the session reads from and writes to.
 *
 * They may be the same; the macro `gnutls_transport_set_int` sets one for both. The session uses recv,
 * and sendmsg without SIGPIPE, so that both must be sockets unless there are push and pull functions.
 * The library does not close them.
 *
 * @param session a session; NULL is ignored
 * @param recv_fd the descriptor to receive from
 * @param send_fd the descriptor to send to
 *
 * @since 3.1.9
 */
void gnutls_transport_set_int2(gnutls_session_t session, int recv_fd, int send_fd);

/**
 * Sets the pointer that the transport's functions get, the same for both directions.
 *
 * Without push and pull functions it is a socket descriptor, as a pointer; `gnutls_transport_set_int2`
 * does without the cast. The library neither closes nor frees it: it has to stay usable until the
 * session ends.
 *
 * @param session a session; NULL is ignored
 * @param ptr a pointer of the application's, or a descriptor
 */
void gnutls_transport_set_ptr(gnutls_session_t session, gnutls_transport_ptr_t ptr);

/**
 * Sets the pointers that the transport's functions get, one for each direction.
 *
 * Without push and pull functions they are socket descriptors, as pointers;
 * `gnutls_transport_set_int2` does without the casts. The library neither closes nor frees them: they
 * have to stay usable until the session ends.
 *
 * @param session a session; NULL is ignored
 * @param recv_ptr what the pull and the pull timeout function get
 * @param send_ptr what the push function gets
 */
void gnutls_transport_set_ptr2(gnutls_session_t session,
                               gnutls_transport_ptr_t recv_ptr,
                               gnutls_transport_ptr_t send_ptr);

/**
 * Sets the function that receives bytes for the session, in place of the system's recv.
 *
 * It gets the pointer of `gnutls_transport_set_ptr`, a buffer and its size, and returns how many bytes
 * it wrote, 0 at the end of the stream, or -1 and says why in `errno`, by
 * `gnutls_transport_set_errno`, or by the function of `gnutls_transport_set_errno_function`: EAGAIN
 * becomes `GNUTLS_E_AGAIN`, EINTR `GNUTLS_E_INTERRUPTED`, anything else `GNUTLS_E_PULL_ERROR`. It is
 * asked for exactly the bytes of one record: the header, then the rest.
 *
 * Set `gnutls_transport_set_pull_timeout_function` too if timeouts are used. The function may call
 * back into the session.
 *
 * @param session a session; NULL is ignored
 * @param pull_func the function; NULL receives with recv
 */
void gnutls_transport_set_pull_function(gnutls_session_t session, gnutls_pull_func pull_func);

/**
 * Sets the function that waits until there is something to receive.
 *
 * It gets the pointer of `gnutls_transport_set_ptr` and milliseconds, where
 * `GNUTLS_INDEFINITE_TIMEOUT` is no limit, and returns a positive number if something can be received,
 * 0 if the time is over, -1 on failure with the reason as in a pull function. It is called before each
 * pull when `gnutls_handshake_set_timeout` or `gnutls_record_set_timeout` set a limit, and never with
 * `GNUTLS_NONBLOCK`.
 *
 * `gnutls_system_recv_timeout` does the work for a socket. Since 3.0.
 *
 * @param session a session; NULL is ignored
 * @param func the function; NULL waits with poll, or not at all if there is a pull function
 */
void gnutls_transport_set_pull_timeout_function(gnutls_session_t session, gnutls_pull_timeout_func func);

/**
 * Sets the function that sends bytes for the session, in place of the system's sendmsg.
 *
 * It gets the pointer of `gnutls_transport_set_ptr`, the bytes and their number: one record at a time,
 * or what is left of it. It returns how many bytes it took, or -1 and says why in `errno`, by
 * `gnutls_transport_set_errno`, or by the function of `gnutls_transport_set_errno_function`: EAGAIN
 * becomes `GNUTLS_E_AGAIN`, EINTR `GNUTLS_E_INTERRUPTED`, ECONNRESET `GNUTLS_E_PREMATURE_TERMINATION`,
 * anything else `GNUTLS_E_PUSH_ERROR`, after which nothing more is sent. A return of 0 is as EAGAIN.
 *
 * A function of `gnutls_transport_set_vec_push_function` is removed. The function may call back into
 * the session.
 *
 * @param session a session; NULL is ignored
 * @param push_func the function; NULL sends with sendmsg
 */
void gnutls_transport_set_push_function(gnutls_session_t session, gnutls_push_func push_func);

/**
 * Sets the function that sends vectors of bytes for the session, in the manner of writev.
 *
 * It gets the pointer of `gnutls_transport_set_ptr`, an array of vectors and its length, which is 1:
 * one record at a time, or what is left of it. It returns how many bytes it took, or -1 and the reason
 * as a push function does.
 *
 * A function of `gnutls_transport_set_push_function` is removed. The function may call back into the
 * session.
 *
 * @param session a session; NULL is ignored
 * @param vec_func the function; NULL sends with sendmsg
 *
 * @since 2.12.0
 */
void gnutls_transport_set_vec_push_function(gnutls_session_t session, gnutls_vec_push_func vec_func);

/**
 * Tells whether keys and certificates behind a URL can be imported.
 *
 * Kinds of URL are those that the application has registered with `gnutls_register_custom_url`. Unlike
 * GnuTLS the library has none of its own: there are no URLs of PKCS \#11 and TPM.
 *
 * @param url the URL, NUL-terminated; NULL gives 0
 *
 * @return 1 if the kind of the URL is registered, else 0. The object behind it may still be missing.
 *
 * It may be called from any thread. Since 3.1.0.
 */
unsigned int gnutls_url_is_supported(const char *url);

/**
 * Brings a password into the form in which passwords are compared.
 *
 * Spaces of other scripts become the ASCII space, characters are composed (normal form C), and control
 * characters and the like are refused. The caller frees the result with `gnutls_free`, and may wipe it
 * before with `gnutls_memset`.
 *
 * @param password the password in UTF-8; it need not end with a NUL
 * @param plen the length of the password in bytes
 * @param out takes the password, which ends with a NUL that its size does not count; not written on
 *   error
 * @param flags `GNUTLS_UTF8_IGNORE_ERRS` to copy a password unchanged that has no such form, or 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code, the first two not with
 *   `GNUTLS_UTF8_IGNORE_ERRS`
 * @retval GNUTLS_E_INVALID_UTF8_STRING the password is not UTF-8
 * @retval GNUTLS_E_INVALID_PASSWORD_STRING it has a character that is not allowed
 * @retval GNUTLS_E_INVALID_REQUEST `out`, or `password` with a length, is NULL
 *
 * @since 3.5.7
 * @see RFC 8265 section 4.2
 */
int gnutls_utf8_password_normalize(const unsigned char *password,
                                   unsigned int plen,
                                   gnutls_datum_t *out,
                                   unsigned int flags);

/**
 * Compares the key of a host with those that are stored for it.
 *
 * Stored lines count until they expire. The default store is a file that is read once in each call.
 *
 * @param db_name the name of the file, or what the functions of `tdb` take for one; NULL for
 *   `.gnutls/known_hosts` in the user's home
 * @param tdb a store of the application's; NULL for the file
 * @param host the name of the host, compared byte by byte; NULL for any
 * @param service the service, as the number of a port; NULL for any
 * @param cert_type `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`
 * @param cert the certificate in DER, or the SubjectPublicKeyInfo
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the key is stored, what else the function of `tdb` answers from 0
 *   on, or a negative error code:
 * - others: the certificate cannot be read
 * @retval GNUTLS_E_CERTIFICATE_KEY_MISMATCH other keys are stored for the host and the service
 * @retval GNUTLS_E_NO_CERTIFICATE_FOUND none is
 * @retval GNUTLS_E_FILE_ERROR the file is there and cannot be read
 * @retval GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE another type
 * @retval GNUTLS_E_INVALID_REQUEST `cert` is NULL, or `tdb` has no such function
 *
 * @since 3.0.13
 */
int gnutls_verify_stored_pubkey(const char *db_name,
                                gnutls_tdb_t tdb,
                                const char *host,
                                const char *service,
                                gnutls_certificate_type_t cert_type,
                                const gnutls_datum_t *cert,
                                unsigned int flags);

/**
 * Sends bytes of a file, in as many records as they need.
 *
 * The file is read and sent piece by piece. With `offset`, reading begins there, counted from the
 * file's begin, and the file's own position stays. Without it reading begins at the file's position,
 * which moves by what was sent; on a file that cannot be positioned, such as a pipe, bytes are lost if
 * the transport would block. Where the kernel encrypts (`gnutls_transport_is_ktls_enabled`), it sends
 * a regular file without the library.
 *
 * @param session a session whose handshake is complete
 * @param fd a descriptor that can be read
 * @param offset in: where to begin, in bytes; out: behind the last byte sent. NULL uses the file's
 *   position
 * @param count how many bytes to send
 *
 * @return the number of bytes sent, which is less than `count` at the end of the file or where the
 *   transport would block, or a negative error code if nothing was sent
 * @retval GNUTLS_E_FILE_ERROR the file cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 * @retval GNUTLS_E_AGAIN and the other codes of `gnutls_record_send`; after the first two call again
 *   for the same bytes
 * @retval GNUTLS_E_INTERRUPTED and the other codes of `gnutls_record_send`; after the first two call
 *   again for the same bytes
 */
ssize_t gnutls_record_send_file(gnutls_session_t session, int fd, off_t *offset, size_t count);

#ifdef __cplusplus
}
#endif

#include <gnutls/compat.h>

#endif
