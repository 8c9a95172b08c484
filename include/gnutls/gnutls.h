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
/** The peer asks for a new handshake. */
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
/** The data asked for are not available. */
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
/** No random data could be had. */
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
/** There are no channel binding data. */
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
/** The operation was given up because of an error of the user. */
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
/** No session with the TPM could be begun. */
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
/** The key could not be put into the store. */
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
/** The library found an error in itself and stopped working. */
#define GNUTLS_E_LIB_IN_ERROR_STATE -402
/** No key could be generated. */
#define GNUTLS_E_PK_GENERATION_ERROR -403
/** A name could not be converted to or from its international form. */
#define GNUTLS_E_IDNA_ERROR -404
#define GNUTLS_E_NEED_FALLBACK -405
/** The peer's certificate or user name changed in a rehandshake. */
#define GNUTLS_E_SESSION_USER_ID_CHANGED -406
/** A handshake was tried during a false start. */
#define GNUTLS_E_HANDSHAKE_DURING_FALSE_START -407
/** This cannot be done while a handshake is under way. */
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
/** No key share fits the peer's. */
#define GNUTLS_E_NO_COMMON_KEY_SHARE -423
/** The peer asks for a new authentication. */
#define GNUTLS_E_REAUTH_REQUEST -424
/** More than one object matches. */
#define GNUTLS_E_TOO_MANY_MATCHES -425
/** The CRL does not verify. */
#define GNUTLS_E_CRL_VERIFICATION_ERROR -426
/** A required TLS extension is missing. */
#define GNUTLS_E_MISSING_EXTENSION -427
/** The database has this entry already. */
#define GNUTLS_E_DB_ENTRY_EXISTS -428
/** The early data were rejected. */
#define GNUTLS_E_EARLY_DATA_REJECTED -429
/** Duplicate extension in a certificate: each may stand there but once. */
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
extern const gnutls_datum_t gnutls_ffdhe_2048_group_generator;
extern const gnutls_datum_t gnutls_ffdhe_2048_group_prime;
extern const gnutls_datum_t gnutls_ffdhe_2048_group_q;
extern const unsigned int gnutls_ffdhe_2048_key_bits;
extern const gnutls_datum_t gnutls_ffdhe_3072_group_generator;
extern const gnutls_datum_t gnutls_ffdhe_3072_group_prime;
extern const gnutls_datum_t gnutls_ffdhe_3072_group_q;
extern const unsigned int gnutls_ffdhe_3072_key_bits;
extern const gnutls_datum_t gnutls_ffdhe_4096_group_generator;
extern const gnutls_datum_t gnutls_ffdhe_4096_group_prime;
extern const gnutls_datum_t gnutls_ffdhe_4096_group_q;
extern const unsigned int gnutls_ffdhe_4096_key_bits;
extern const gnutls_datum_t gnutls_ffdhe_6144_group_generator;
extern const gnutls_datum_t gnutls_ffdhe_6144_group_prime;
extern const gnutls_datum_t gnutls_ffdhe_6144_group_q;
extern const unsigned int gnutls_ffdhe_6144_key_bits;
extern const gnutls_datum_t gnutls_ffdhe_8192_group_generator;
extern const gnutls_datum_t gnutls_ffdhe_8192_group_prime;
extern const gnutls_datum_t gnutls_ffdhe_8192_group_q;
extern const unsigned int gnutls_ffdhe_8192_key_bits;
extern gnutls_free_function gnutls_free;
extern gnutls_alloc_function gnutls_malloc;
extern gnutls_realloc_function gnutls_realloc;
extern const gnutls_datum_t gnutls_srp_1024_group_generator;
extern const gnutls_datum_t gnutls_srp_1024_group_prime;
extern const gnutls_datum_t gnutls_srp_1536_group_generator;
extern const gnutls_datum_t gnutls_srp_1536_group_prime;
extern const gnutls_datum_t gnutls_srp_2048_group_generator;
extern const gnutls_datum_t gnutls_srp_2048_group_prime;
extern const gnutls_datum_t gnutls_srp_3072_group_generator;
extern const gnutls_datum_t gnutls_srp_3072_group_prime;
extern const gnutls_datum_t gnutls_srp_4096_group_generator;
extern const gnutls_datum_t gnutls_srp_4096_group_prime;
extern const gnutls_datum_t gnutls_srp_8192_group_generator;
extern const gnutls_datum_t gnutls_srp_8192_group_prime;

/**
 * 0: the library is initialized when it is loaded.
 *
 * An application may define its own, before ours.
 */
int _gnutls_global_init_skip(void);

/** The last alert that the peer sent. */
gnutls_alert_description_t gnutls_alert_get(gnutls_session_t session);

/**
 * What an alert means, for a reader; NULL for an unknown one.
 *
 * The string is constant.
 */
const char *gnutls_alert_get_name(gnutls_alert_description_t alert);

/**
 * The C name of an alert; NULL for an unknown one.
 *
 * The string is constant.
 */
const char *gnutls_alert_get_strname(gnutls_alert_description_t alert);

/** Sends an alert; a fatal one ends the session. */
int gnutls_alert_send(gnutls_session_t session, gnutls_alert_level_t level, gnutls_alert_description_t desc);

/** Sends the alert that an error code calls for, if it calls for one. */
int gnutls_alert_send_appropriate(gnutls_session_t session, int err);

/**
 * The protocol that was agreed, as bytes that the session keeps.
 *
 * Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
 */
int gnutls_alpn_get_selected_protocol(gnutls_session_t session, gnutls_datum_t *protocol);

/**
 * The application protocols to offer, or to choose from.
 *
 * `flags`: `gnutls_alpn_flags_t`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` for more than eight, or for one that is too long.
 */
int gnutls_alpn_set_protocols(gnutls_session_t session,
                              const gnutls_datum_t *protocols,
                              unsigned int protocols_size,
                              unsigned int flags);

/**
 * Creates anonymous credentials for clients.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_ANON` gives them to a session, which keeps the pointer;
 * they must outlive it. They hold nothing. This version has no anonymous key exchange: a session keeps
 * the credentials, and its handshake does not use them. `gnutls_anon_free_client_credentials` frees
 * them.
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
 * they must outlive it. They hold nothing. This version has no anonymous key exchange: a session keeps
 * the credentials, and its handshake does not use them. `gnutls_anon_free_server_credentials` frees
 * them.
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
 * Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
 *
 * It is there for programs written before GnuTLS 3.6.0, where an anonymous server needed parameters of
 * its own. The parameters are neither copied nor kept, and stay the caller's to free.
 *
 * @param res the credentials of a server; not looked at
 * @param dh_params the parameters; not looked at
 */
void gnutls_anon_set_server_dh_params(gnutls_anon_server_credentials_t res, gnutls_dh_params_t dh_params);

/**
 * Checks its argument, and changes nothing.
 *
 * GnuTLS chose a Diffie-Hellman group for anonymous servers here. Since 3.6.0 groups are negotiated
 * with the client by RFC 7919, and a program need not call this any more.
 *
 * @param res the credentials of a server
 * @param sec_param a level of `gnutls_sec_param_t`; not looked at
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL
 *
 * @since 3.5.6
 */
int gnutls_anon_set_server_known_dh_params(gnutls_anon_server_credentials_t res,
                                           gnutls_sec_param_t sec_param);

/**
 * Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
 *
 * It is there for programs written before GnuTLS 3.6.0, where an anonymous server asked this callback
 * for parameters. The callback is never called.
 *
 * @param res the credentials of a server; not looked at
 * @param func the callback; not looked at
 */
void gnutls_anon_set_server_params_function(gnutls_anon_server_credentials_t res,
                                            gnutls_params_function *func);

/** How the client is authenticated. */
gnutls_credentials_type_t gnutls_auth_client_get_type(gnutls_session_t session);

/** How the peer is authenticated: `GNUTLS_CRD_CERTIFICATE`. */
gnutls_credentials_type_t gnutls_auth_get_type(gnutls_session_t session);

/** How the server is authenticated. */
gnutls_credentials_type_t gnutls_auth_server_get_type(gnutls_session_t session);

/** The bytes of base64 text, for the caller to free; `GNUTLS_E_BASE64_DECODING_ERROR` if it is none. */
int gnutls_base64_decode2(const gnutls_datum_t *base64, gnutls_datum_t *result);

/** `data` in base64 on one line, as a string that the caller frees. */
int gnutls_base64_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);

/**
 * Appends to the extension that a send function writes.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_MEMORY_ERROR` beyond what an extension can hold.
 */
int gnutls_buffer_append_data(gnutls_buffer_t dest, const void *data, size_t data_size);

/** Ends the connection: close_notify, and with `GNUTLS_SHUT_RDWR` the peer's too. */
int gnutls_bye(gnutls_session_t session, gnutls_close_request_t how);

/** When the peer's certificate began; -1 without one. */
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

/** 1 if the server asked this client for a certificate. */
unsigned int gnutls_certificate_client_get_request_status(gnutls_session_t session);

/** When the peer's certificate ends; -1 without one. */
time_t gnutls_certificate_expiration_time_peers(gnutls_session_t session);

/**
 * Does nothing: the names of the trusted authorities stay, as they do in GnuTLS.
 *
 * It is there for old programs. A server that is to send no names with its CertificateRequest calls
 * `gnutls_certificate_send_x509_rdn_sequence` on the session.
 *
 * @param sc the credentials; not looked at
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

/** The certificate that we showed in the last handshake; NULL if none. */
const gnutls_datum_t *gnutls_certificate_get_ours(gnutls_session_t session);

/**
 * The peer's chain, leaf first, as the peer sent it: an array that the session keeps, its length in
 * `*list_size`.
 *
 * NULL if there is none.
 */
const gnutls_datum_t *gnutls_certificate_get_peers(gnutls_session_t session, unsigned int *list_size);

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

/** Whether a server's CertificateRequest leaves the CA names out. */
void gnutls_certificate_send_x509_rdn_sequence(gnutls_session_t session, int status);

/** Whether a server asks for a client certificate. */
void gnutls_certificate_server_set_request(gnutls_session_t session, gnutls_certificate_request_t req);

/**
 * Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
 *
 * It is there for programs written before GnuTLS 3.6.0, where a server needed parameters of its own.
 * The parameters are neither copied nor kept, and stay the caller's to free.
 *
 * @param res the credentials of a server; not looked at
 * @param dh_params the parameters; not looked at
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
 *   it), `GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK` (without effect)
 *
 * @since 3.4.7
 */
void gnutls_certificate_set_flags(gnutls_certificate_credentials_t res, unsigned int flags);

/**
 * Checks its argument, and changes nothing.
 *
 * GnuTLS chose a Diffie-Hellman group for its servers here. Since 3.6.0 groups are negotiated with the
 * client by RFC 7919, and a program need not call this any more.
 *
 * @param res the credentials of a server
 * @param sec_param a level of `gnutls_sec_param_t`; not looked at
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL
 *
 * @since 3.5.6
 */
int gnutls_certificate_set_known_dh_params(gnutls_certificate_credentials_t res,
                                           gnutls_sec_param_t sec_param);

/**
 * Does nothing: Diffie-Hellman groups are negotiated by RFC 7919.
 *
 * It is there for programs written before GnuTLS 3.6.0, where a server asked this callback for
 * parameters. The callback is never called.
 *
 * @param res the credentials of a server; not looked at
 * @param func the callback; not looked at
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
 * of `gnutls_certificate_set_pin_function`, once. PKCS \#12 is not read. Call it before sessions use
 * the credentials.
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
 * Adds the authorities that the system trusts to the credentials.
 *
 * They are read from `/etc/ssl/certs/ca-certificates.crt`, where Debian has them in PEM; a system
 * without this file gives none. Each call reads the file again: programs with many sessions share the
 * credentials. Call it before sessions use the credentials.
 *
 * @param cred the credentials
 *
 * @return the number of certificates in the file, or a negative error code:
 * - another code of `gnutls_x509_crt_import`: a certificate cannot be read
 * @retval GNUTLS_E_FILE_ERROR the file is there and cannot be read
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

/** The certificate type in use. */
gnutls_certificate_type_t gnutls_certificate_type_get(gnutls_session_t session);

/** The certificate type of one side. */
gnutls_certificate_type_t gnutls_certificate_type_get2(gnutls_session_t session,
                                                       gnutls_ctype_target_t target);

/** The certificate type of this name ("X509", "X.509" or "RAWPK", in any case of letters); 0 for none. */
gnutls_certificate_type_t gnutls_certificate_type_get_id(const char *name);

/**
 * The name of a certificate type; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_certificate_type_get_name(gnutls_certificate_type_t type_);

/**
 * Every certificate type that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_certificate_type_t *gnutls_certificate_type_list(void);

/** The status of a verification in words; the caller frees it. */
int gnutls_certificate_verification_status_print(unsigned int status,
                                                 gnutls_certificate_type_t type_,
                                                 gnutls_datum_t *out,
                                                 unsigned int flags);

/** As `gnutls_certificate_verify_peers2`, with names and purposes to look for. */
int gnutls_certificate_verify_peers(gnutls_session_t session,
                                    gnutls_typed_vdata_st *data,
                                    unsigned int elements,
                                    unsigned int *status);

/**
 * Verifies the peer's chain; the result, `gnutls_certificate_status_t` bits, in `*status`.
 *
 * Errors: `GNUTLS_E_NO_CERTIFICATE_FOUND`, `GNUTLS_E_INSUFFICIENT_CREDENTIALS`.
 */
int gnutls_certificate_verify_peers2(gnutls_session_t session, unsigned int *status);

/** As `gnutls_certificate_verify_peers2`, with a host name that the certificate must have; NULL is any. */
int gnutls_certificate_verify_peers3(gnutls_session_t session, const char *hostname, unsigned int *status);

/**
 * The version of the library; NULL if it is older than `req_version`.
 *
 * The string is constant.
 */
const char *gnutls_check_version(const char *req_version);

/** The cipher in use; `GNUTLS_CIPHER_NULL` before there is one. */
gnutls_cipher_algorithm_t gnutls_cipher_get(gnutls_session_t session);

/** The number of the cipher of this name, in any case of letters; 0 for none. */
gnutls_cipher_algorithm_t gnutls_cipher_get_id(const char *name);

/** Bytes of the key; 0 for an unknown number. */
size_t gnutls_cipher_get_key_size(gnutls_cipher_algorithm_t algorithm);

/**
 * The name of a cipher; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_cipher_get_name(gnutls_cipher_algorithm_t algorithm);

/**
 * Every cipher that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_cipher_algorithm_t *gnutls_cipher_list(void);

/**
 * The name, without "TLS_", of the suite of these algorithms (`GNUTLS_KX_UNKNOWN` for TLS 1.3); NULL
 * for none.
 *
 * The string is constant.
 */
const char *gnutls_cipher_suite_get_name(gnutls_kx_algorithm_t kx_algorithm,
                                         gnutls_cipher_algorithm_t cipher_algorithm,
                                         gnutls_mac_algorithm_t mac_algorithm);

/**
 * The suite at place `idx` of the list of all: its two bytes, its algorithms and its oldest version,
 * each written if its pointer is not NULL.
 *
 * Returns the constant name, or NULL beyond the list.
 */
const char *gnutls_cipher_suite_info(size_t idx,
                                     unsigned char *cs_id,
                                     gnutls_kx_algorithm_t *kx,
                                     gnutls_cipher_algorithm_t *cipher,
                                     gnutls_mac_algorithm_t *mac,
                                     gnutls_protocol_t *min_version);

/** The canonical name of the suite in use, static; NULL before there is one. */
const char *gnutls_ciphersuite_get(gnutls_session_t session);

/** Forgets all credentials. */
void gnutls_credentials_clear(gnutls_session_t session);

/**
 * The credentials that were set for a type.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` for a type that has none.
 */
int gnutls_credentials_get(gnutls_session_t session, gnutls_credentials_type_t type_, void **cred);

/**
 * Tells the session which credentials to use; they must outlive it.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_credentials_set(gnutls_session_t session, gnutls_credentials_type_t type_, void *cred);

/**
 * Ends a session and frees what it holds, but not the credentials.
 *
 * NULL is ignored.
 */
void gnutls_deinit(gnutls_session_t session);

/**
 * Bits of the peer's last Diffie-Hellman key: `GNUTLS_E_MPI_SCAN_FAILED`, for there is none.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
 */
int gnutls_dh_get_peers_public_bits(gnutls_session_t session);

/**
 * Bits of the last Diffie-Hellman prime: 0, for none was used.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
 */
int gnutls_dh_get_prime_bits(gnutls_session_t session);

/**
 * Bits of the last Diffie-Hellman secret: 0, for none was used.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
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
 * The smallest prime to accept from a server: no finite-field exchange is offered, so nothing hangs on
 * it.
 */
void gnutls_dh_set_prime_bits(gnutls_session_t session, unsigned int bits);

/** The number of the hash function of this name, in any case of letters; 0 for none. */
gnutls_digest_algorithm_t gnutls_digest_get_id(const char *name);

/**
 * The name of a hash function; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_digest_get_name(gnutls_digest_algorithm_t algorithm);

/**
 * The object identifier of a hash function; NULL for none.
 *
 * The string is constant.
 */
const char *gnutls_digest_get_oid(gnutls_digest_algorithm_t algorithm);

/**
 * Every hash function that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_digest_algorithm_t *gnutls_digest_list(void);

/** As `gnutls_protocol_set_enabled`, of a hash function in signatures. */
int gnutls_digest_set_secure(gnutls_digest_algorithm_t dig, unsigned int secure);

/** The curve of the key exchange. */
gnutls_ecc_curve_t gnutls_ecc_curve_get(gnutls_session_t session);

/**
 * The number of the curve of this name, in any case of letters; 0 for none, or for one that the
 * system's configuration takes away.
 */
gnutls_ecc_curve_t gnutls_ecc_curve_get_id(const char *name);

/**
 * The name of a curve; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_ecc_curve_get_name(gnutls_ecc_curve_t curve);

/**
 * The object identifier of a curve; NULL for none.
 *
 * The string is constant.
 */
const char *gnutls_ecc_curve_get_oid(gnutls_ecc_curve_t curve);

/**
 * The kind of key on the curve; 0 for an unknown number, for a curve that the system takes away, and
 * for the CryptoPro curves, which are of two kinds.
 */
gnutls_pk_algorithm_t gnutls_ecc_curve_get_pk(gnutls_ecc_curve_t curve);

/** Bytes of a coordinate; 0 for an unknown number. */
int gnutls_ecc_curve_get_size(gnutls_ecc_curve_t curve);

/**
 * Every curve that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_ecc_curve_t *gnutls_ecc_curve_list(void);

/** As `gnutls_protocol_set_enabled`, of a curve. */
int gnutls_ecc_curve_set_enabled(gnutls_ecc_curve_t curve, unsigned int enabled);

/**
 * 1 if the session cannot go on after this code, 0 if the call may be tried again; 0 for what is no
 * error.
 *
 * An unknown negative code is fatal.
 */
int gnutls_error_is_fatal(int error);

/** The alert that tells the peer of this code; its level through `level` unless that is NULL. */
int gnutls_error_to_alert(int err, int *level);

/** The handshake message whose extensions are being worked on: a client's hello or a server's. */
unsigned int gnutls_ext_get_current_msg(gnutls_session_t session);

/**
 * The pointer that was kept.
 *
 * Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
 */
int gnutls_ext_get_data(gnutls_session_t session, unsigned int tls_id, gnutls_ext_priv_data_t *data);

/**
 * The name of a TLS extension; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_ext_get_name(unsigned int ext);

/**
 * The registered name of an extension, one of the session's own too; NULL for one that nobody named,
 * or that is parsed at another point.
 *
 * The string lives as long as the session.
 */
const char *gnutls_ext_get_name2(gnutls_session_t session,
                                 unsigned int tls_id,
                                 gnutls_ext_parse_type_t parse_point);

/**
 * Walks through an extension block, or through that of a ClientHello, and calls `cb` for each; its
 * negative answer ends the walk.
 *
 * Errors: `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`, `GNUTLS_E_INVALID_REQUEST` for unknown flags, the
 * function's own.
 */
int gnutls_ext_raw_parse(void *ctx,
                         gnutls_ext_raw_process_func cb,
                         const gnutls_datum_t *data,
                         unsigned int flags);

/**
 * Registers an extension for all sessions of the process.
 *
 * Not while sessions run. Errors: `GNUTLS_E_ALREADY_REGISTERED`, `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_ext_register(const char *name,
                        int id,
                        gnutls_ext_parse_type_t parse_point,
                        gnutls_ext_recv_func recv_func,
                        gnutls_ext_send_func send_func,
                        gnutls_ext_deinit_data_func deinit_func,
                        gnutls_ext_pack_func pack_func,
                        gnutls_ext_unpack_func unpack_func);

/** Keeps a pointer of the application's with an extension. */
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

/** Frees a context; NULL is allowed. */
void gnutls_fips140_context_deinit(gnutls_fips140_context_t context);

/** Makes a context, freed with `gnutls_fips140_context_deinit`. */
int gnutls_fips140_context_init(gnutls_fips140_context_t *context);

/** The state of a context: always the initial one. */
gnutls_fips140_operation_state_t gnutls_fips140_get_operation_state(gnutls_fips140_context_t context);

/** 0: the library is not in FIPS mode. */
unsigned int gnutls_fips140_mode_enabled(void);

/** `GNUTLS_E_INVALID_REQUEST`, as for `gnutls_fips140_push_context`. */
int gnutls_fips140_pop_context(void);

/** `GNUTLS_E_INVALID_REQUEST`: there is nothing to watch without FIPS mode. */
int gnutls_fips140_push_context(gnutls_fips140_context_t context);

/**
 * Runs every known-answer test of this library; 0, or the code of the first that fails.
 *
 * The library stays usable all the same: it has no FIPS mode.
 */
int gnutls_fips140_run_self_tests(void);

/** Without effect, as the manual has it where FIPS mode is not enabled. */
void gnutls_fips140_set_mode(gnutls_fips_mode_t mode, unsigned int flags);

/**
 * How the library was built, as names and values; the last name is NULL.
 *
 * The list is constant.
 */
const gnutls_library_config_st *gnutls_get_library_config(void);

/**
 * The path of the system-wide configuration.
 *
 * The string is constant.
 */
const char *gnutls_get_system_config_file(void);

/** Gives back one `gnutls_global_init`; more calls than those are without effect. */
void gnutls_global_deinit(void);

/**
 * Initializes the library if it is not.
 *
 * Counted: each call asks for one `gnutls_global_deinit`. Errors: `GNUTLS_E_RANDOM_DEVICE_ERROR`.
 */
int gnutls_global_init(void);

/**
 * Sets the function that is told of what an administrator should know, with the session if there is
 * one; NULL for none.
 */
void gnutls_global_set_audit_log_function(gnutls_audit_log_func log_func);

/** Sets the function that gets each message with its level; NULL turns the log off. */
void gnutls_global_set_log_function(gnutls_log_func log_func);

/** Sets the level up to which messages reach the log function (0 none, 9 and above all). */
void gnutls_global_set_log_level(int level);

/** Accepted and not used: the library's locks are those of the system, as it has no other. */
void gnutls_global_set_mutex(mutex_init_func init,
                             mutex_deinit_func deinit,
                             mutex_lock_func lock,
                             mutex_unlock_func unlock);

/**
 * Sets the clock of the library; NULL sets the system's again.
 *
 * Not while other functions run.
 */
void gnutls_global_set_time_function(gnutls_time_func time_func);

/**
 * The name of a GOST parameter set; "Unknown" for none.
 *
 * The string is constant.
 */
const char *gnutls_gost_paramset_get_name(gnutls_gost_paramset_t param);

/**
 * The object identifier of a GOST parameter set; NULL for none.
 *
 * The string is constant.
 */
const char *gnutls_gost_paramset_get_oid(gnutls_gost_paramset_t param);

/** The group of the key exchange. */
gnutls_group_t gnutls_group_get(gnutls_session_t session);

/** The number of the group of this name, in any case of letters; 0 for none. */
gnutls_group_t gnutls_group_get_id(const char *name);

/**
 * The name of a group; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_group_get_name(gnutls_group_t group);

/**
 * Every group that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_group_t *gnutls_group_list(void);

/**
 * Runs the handshake, the first or a renegotiation.
 *
 * 0 when it is done. `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED`: call again;
 * `GNUTLS_E_WARNING_ALERT_RECEIVED` and `GNUTLS_E_GOT_APPLICATION_DATA`: look, and call again; any
 * other code ends the session.
 */
int gnutls_handshake(gnutls_session_t session);

/**
 * The name of a handshake message, as GnuTLS's logs write it.
 *
 * The string is constant.
 */
const char *gnutls_handshake_description_get_name(gnutls_handshake_description_t type_);

/** The handshake message that came last. */
gnutls_handshake_description_t gnutls_handshake_get_last_in(gnutls_session_t session);

/** The handshake message that went last. */
gnutls_handshake_description_t gnutls_handshake_get_last_out(gnutls_session_t session);

/** A function that sees handshake messages pass. */
void gnutls_handshake_set_hook_function(gnutls_session_t session,
                                        unsigned int htype,
                                        int when,
                                        gnutls_handshake_hook_func func);

/** The longest handshake message to take; 0 is no limit of the application's. */
void gnutls_handshake_set_max_packet_length(gnutls_session_t session, size_t max);

/** A function that runs when a server has read a ClientHello. */
void gnutls_handshake_set_post_client_hello_function(gnutls_session_t session,
                                                     gnutls_handshake_simple_hook_func func);

/** Private extensions were a matter of OpenPGP: nothing hangs on it any more. */
void gnutls_handshake_set_private_extensions(gnutls_session_t session, int allow);

/**
 * The random of the next hello: 32 bytes.
 *
 * Another size: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_handshake_set_random(gnutls_session_t session, const gnutls_datum_t *random);

/** How many milliseconds a handshake may take; 0 is any time. */
void gnutls_handshake_set_timeout(gnutls_session_t session, unsigned int ms);

/**
 * The bytes of hex text in which anything may stand between the pairs of digits.
 *
 * A lone last digit is `GNUTLS_E_PARSING_ERROR`.
 */
int gnutls_hex2bin(const char *hex_data, size_t hex_size, void *bin_data, size_t *bin_size);

/**
 * The bytes of hex text: pairs of digits and nothing else, or `GNUTLS_E_PARSING_ERROR`.
 *
 * `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves `*result_size` as it was.
 */
int gnutls_hex_decode(const gnutls_datum_t *hex_data, void *result, size_t *result_size);

/** As `gnutls_hex_decode`, into memory that the caller frees. */
int gnutls_hex_decode2(const gnutls_datum_t *hex_data, gnutls_datum_t *result);

/**
 * Writes `data` in hex and a NUL to `result`; `*result_size`, the space, becomes what was written, the
 * NUL included.
 *
 * `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it as it was.
 */
int gnutls_hex_encode(const gnutls_datum_t *data, char *result, size_t *result_size);

/** `data` in hex as a string that the caller frees; the size does not count its NUL. */
int gnutls_hex_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);

/**
 * The ASCII form of a UTF-8 name, for `gnutls_free`.
 *
 * Errors: `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`.
 */
int gnutls_idna_map(const char *input, unsigned int ilen, gnutls_datum_t *out, unsigned int flags);

/**
 * The UTF-8 form of an ASCII name, for `gnutls_free`.
 *
 * Errors: `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`.
 */
int gnutls_idna_reverse_map(const char *input, unsigned int ilen, gnutls_datum_t *out, unsigned int flags);

/**
 * Makes a session.
 *
 * `flags` names the side, `GNUTLS_SERVER` or `GNUTLS_CLIENT`, with any other `gnutls_init_flags_t`. To
 * be ended with `gnutls_deinit`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`; `GNUTLS_E_UNIMPLEMENTED_FEATURE` for `GNUTLS_DATAGRAM`.
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

/** The key exchange: in TLS 1.3 what stands nearest to it in TLS 1.2's terms. */
gnutls_kx_algorithm_t gnutls_kx_get(gnutls_session_t session);

/** The number of the key exchange of this name, in any case of letters; 0 for none. */
gnutls_kx_algorithm_t gnutls_kx_get_id(const char *name);

/**
 * The name of a key exchange; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_kx_get_name(gnutls_kx_algorithm_t algorithm);

/**
 * Every key exchange that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_kx_algorithm_t *gnutls_kx_list(void);

/**
 * A whole file as a datum that the caller frees, with a NUL after it that the size does not count.
 *
 * `GNUTLS_E_FILE_ERROR` if it cannot be read.
 */
int gnutls_load_file(const char *filename, gnutls_datum_t *data);

/** The MAC in use, `GNUTLS_MAC_AEAD` for an AEAD cipher. */
gnutls_mac_algorithm_t gnutls_mac_get(gnutls_session_t session);

/** The number of the MAC of this name, in any case of letters; 0 for none. */
gnutls_mac_algorithm_t gnutls_mac_get_id(const char *name);

/** Bytes of the key; 0 for an unknown number. */
size_t gnutls_mac_get_key_size(gnutls_mac_algorithm_t algorithm);

/**
 * The name of a MAC; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_mac_get_name(gnutls_mac_algorithm_t algorithm);

/**
 * Every MAC that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_mac_algorithm_t *gnutls_mac_list(void);

/** 0 if `n` bytes are equal; the time it takes tells nothing of where they differ. */
int gnutls_memcmp(const void *s1, const void *s2, size_t n);

/** Sets `size` bytes to `c`, in a way that no compiler leaves out. */
void gnutls_memset(void *data, int c, size_t size);

/**
 * Whether the OCSP status of the server's certificate is asked for: it is, unless `gnutls_init` was
 * told otherwise.
 */
int gnutls_ocsp_status_request_enable_client(gnutls_session_t session,
                                             gnutls_datum_t *responder_id,
                                             size_t responder_id_size,
                                             gnutls_datum_t *request_extensions);

/**
 * The OCSP response of the server's certificate, as bytes that the session keeps.
 *
 * Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
 */
int gnutls_ocsp_status_request_get(gnutls_session_t session, gnutls_datum_t *response);

/** The OCSP response at place `idx` of the chain. */
int gnutls_ocsp_status_request_get2(gnutls_session_t session, unsigned int idx, gnutls_datum_t *response);

/**
 * Non-zero if the OCSP response took part in the verification: responses are kept for the application,
 * and not looked at by this engine yet.
 */
unsigned int gnutls_ocsp_status_request_is_checked(gnutls_session_t session, unsigned int flags);

/** The hash function of an object identifier; 0 for none. */
gnutls_digest_algorithm_t gnutls_oid_to_digest(const char *oid);

/** The curve of an object identifier; 0 for none, or one that is not supported. */
gnutls_ecc_curve_t gnutls_oid_to_ecc_curve(const char *oid);

/** The GOST parameter set of an object identifier; `GNUTLS_GOST_PARAMSET_UNKNOWN` for none. */
gnutls_gost_paramset_t gnutls_oid_to_gost_paramset(const char *oid);

/** The HMAC of an object identifier (RFC 8018 B.1.2); 0 for none. */
gnutls_mac_algorithm_t gnutls_oid_to_mac(const char *oid);

/** The public key algorithm of an object identifier; 0 for none. */
gnutls_pk_algorithm_t gnutls_oid_to_pk(const char *oid);

/** The signature algorithm of an object identifier; 0 for none. */
gnutls_sign_algorithm_t gnutls_oid_to_sign(const char *oid);

/** Frees a packet. */
void gnutls_packet_deinit(gnutls_packet_t packet);

/**
 * The data of a packet, and its sequence number.
 *
 * They live as long as the packet.
 */
void gnutls_packet_get(gnutls_packet_t packet, gnutls_datum_t *data, unsigned char *sequence);

/**
 * The bytes of the first PEM block with this label (NULL for any).
 *
 * `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR` if there is none, `GNUTLS_E_BASE64_DECODING_ERROR` if its
 * text is wrong, `GNUTLS_E_SHORT_MEMORY_BUFFER` with the space needed.
 */
int gnutls_pem_base64_decode(const char *header,
                             const gnutls_datum_t *b64_data,
                             unsigned char *result,
                             size_t *result_size);

/** As `gnutls_pem_base64_decode`, into memory that the caller frees. */
int gnutls_pem_base64_decode2(const char *header, const gnutls_datum_t *b64_data, gnutls_datum_t *result);

/**
 * `data` as a PEM block with the label `msg` (NULL for plain base64), written with a NUL that
 * `*result_size` does not count.
 *
 * Too little space is `GNUTLS_E_SHORT_MEMORY_BUFFER` with the space needed.
 */
int gnutls_pem_base64_encode(const char *msg, const gnutls_datum_t *data, char *result, size_t *result_size);

/** As `gnutls_pem_base64_encode`, into memory that the caller frees. */
int gnutls_pem_base64_encode2(const char *header, const gnutls_datum_t *raw, gnutls_datum_t *result);

/** Writes what a code means to standard error, as the manual has it. */
void gnutls_perror(int error);

/**
 * The name of a public key algorithm; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_pk_algorithm_get_name(gnutls_pk_algorithm_t algorithm);

/** The strongest security level that a key of this kind and size reaches. */
gnutls_sec_param_t gnutls_pk_bits_to_sec_param(gnutls_pk_algorithm_t algo, unsigned int bits);

/** The number of the public key algorithm of this name, letter for letter; 0 for none. */
gnutls_pk_algorithm_t gnutls_pk_get_id(const char *name);

/**
 * The name of a public key algorithm; "Unknown" for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_pk_get_name(gnutls_pk_algorithm_t algorithm);

/**
 * The object identifier of a public key algorithm; NULL for none.
 *
 * The string is constant.
 */
const char *gnutls_pk_get_oid(gnutls_pk_algorithm_t algorithm);

/**
 * Every public key algorithm that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_pk_algorithm_t *gnutls_pk_list(void);

/** The signature that a key of this kind makes with this hash; 0 for none. */
gnutls_sign_algorithm_t gnutls_pk_to_sign(gnutls_pk_algorithm_t pk, gnutls_digest_algorithm_t hash);

/** The PRF of TLS 1.2 over the randoms of the handshake. */
int gnutls_prf(gnutls_session_t session,
               size_t label_size,
               const char *label,
               int server_random_first,
               size_t extra_size,
               const char *extra,
               size_t outsize,
               char *out);

/** The hash of the session's PRF. */
gnutls_digest_algorithm_t gnutls_prf_hash_get(gnutls_session_t session);

/** The PRF of TLS 1.2 over a seed of the application's. */
int gnutls_prf_raw(gnutls_session_t session,
                   size_t label_size,
                   const char *label,
                   size_t seed_size,
                   const char *seed,
                   size_t outsize,
                   char *out);

/**
 * Keying material of RFC 5705.
 *
 * A NULL context is none.
 */
int gnutls_prf_rfc5705(gnutls_session_t session,
                       size_t label_size,
                       const char *label,
                       size_t context_size,
                       const char *context,
                       size_t outsize,
                       char *out);

/**
 * The certificate types of a client, in order; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_certificate_type_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The certificate types of one side, in order; the list lives as long as the handle.
 *
 * Returns how many, or `GNUTLS_E_INVALID_REQUEST` for what is no side.
 */
int gnutls_priority_certificate_type_list2(gnutls_priority_t pcache,
                                           const unsigned int **list,
                                           gnutls_ctype_target_t target);

/**
 * The ciphers, in order; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_cipher_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Frees a handle; sessions that were set from it keep what they have.
 *
 * NULL is allowed.
 */
void gnutls_priority_deinit(gnutls_priority_t priority_cache);

/**
 * The curves that stand before the first group that is none; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_ecc_curve_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The place of the suite at `idx` in the list that `gnutls_cipher_suite_info` goes through.
 *
 * `GNUTLS_E_UNKNOWN_CIPHER_SUITE` for one that no enabled version may use,
 * `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` beyond the last.
 */
int gnutls_priority_get_cipher_suite_index(gnutls_priority_t pcache, unsigned int idx, unsigned int *sidx);

/**
 * The groups, in order; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_group_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Reads a priority string (NULL: the default) into a new handle; `err_pos`, unless NULL, gets the
 * place of what is not understood.
 *
 * `GNUTLS_E_INVALID_REQUEST` for that, `GNUTLS_E_NO_PRIORITIES_WERE_SET` if nothing is left to
 * negotiate. Freed with `gnutls_priority_deinit`.
 */
int gnutls_priority_init(gnutls_priority_t *priority_cache, const char *priorities, const char **err_pos);

/** As `gnutls_priority_init`; with `GNUTLS_PRIORITY_INIT_DEF_APPEND` the string follows the default. */
int gnutls_priority_init2(gnutls_priority_t *priority_cache,
                          const char *priorities,
                          const char **err_pos,
                          unsigned int flags);

/**
 * The key exchanges, in order; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_kx_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The MACs, in order; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_mac_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The versions, in order; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_protocol_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Sets the priorities of a session.
 *
 * Errors: `GNUTLS_E_NO_CIPHER_SUITES` for a NULL priority.
 */
int gnutls_priority_set(gnutls_session_t session, gnutls_priority_t priority);

/**
 * Sets the priorities from a string; NULL is the default.
 *
 * `err_pos` gets where it is not understood.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_NO_PRIORITIES_WERE_SET`.
 */
int gnutls_priority_set_direct(gnutls_session_t session, const char *priorities, const char **err_pos);

/**
 * The signature algorithms, in order; the list lives as long as the handle.
 *
 * Returns how many.
 */
int gnutls_priority_sign_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The words of priority strings, one at `iter`: those that may stand first, or those after a `%`.
 *
 * NULL after the last. The strings are constant.
 */
const char *gnutls_priority_string_list(unsigned int iter, unsigned int flags);

/** The number of the version of this name, in any case of letters; 0 for none. */
gnutls_protocol_t gnutls_protocol_get_id(const char *name);

/**
 * The name of a version; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_protocol_get_name(gnutls_protocol_t version);

/** The version in use. */
gnutls_protocol_t gnutls_protocol_get_version(gnutls_session_t session);

/**
 * Every version that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_protocol_t *gnutls_protocol_list(void);

/**
 * Switches a version on or off in the allow list of the system's configuration.
 *
 * `GNUTLS_E_INVALID_REQUEST` if there is none, or if \@SYSTEM was used already.
 */
int gnutls_protocol_set_enabled(gnutls_protocol_t version, unsigned int enabled);

/**
 * Creates pre-shared key credentials for clients.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
 * they must outlive it. This version does not take keys into them, and has no key exchange with
 * external pre-shared keys: a session keeps the credentials, and its handshake does not use them.
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
 * Creates pre-shared key credentials for servers.
 *
 * `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
 * they must outlive it. This version does not take keys into them, and has no key exchange with
 * external pre-shared keys: a session keeps the credentials, and its handshake does not use them.
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
 * Frees the pre-shared key credentials of a client.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer.
 *
 * @param sc credentials of `gnutls_psk_allocate_client_credentials`; NULL is ignored
 */
void gnutls_psk_free_client_credentials(gnutls_psk_client_credentials_t sc);

/**
 * Frees the pre-shared key credentials of a server.
 *
 * No session may use them any more: `gnutls_credentials_set` has kept the pointer.
 *
 * @param sc credentials of `gnutls_psk_allocate_server_credentials`; NULL is ignored
 */
void gnutls_psk_free_server_credentials(gnutls_psk_server_credentials_t sc);

/**
 * Checks its argument, and changes nothing.
 *
 * GnuTLS chose a Diffie-Hellman group for servers with pre-shared keys here. Since 3.6.0 groups are
 * negotiated with the client by RFC 7919, and a program need not call this any more.
 *
 * @param res the credentials of a server
 * @param sec_param a level of `gnutls_sec_param_t`; not looked at
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `res` is NULL
 *
 * @since 3.5.6
 */
int gnutls_psk_set_server_known_dh_params(gnutls_psk_server_credentials_t res, gnutls_sec_param_t sec_param);

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
 * Splits a length range into what one record can convey and the rest.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_range_split(gnutls_session_t session,
                       const gnutls_range_st *orig,
                       gnutls_range_st *next,
                       gnutls_range_st *remainder);

/**
 * Asks a TLS 1.3 client for its certificate after the handshake and waits for it, or answers such a
 * request (`GNUTLS_E_REAUTH_REQUEST` from a receive).
 *
 * `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`, `GNUTLS_E_GOT_APPLICATION_DATA`: call again.
 * `GNUTLS_E_INVALID_REQUEST` below TLS 1.3, or if the client did not offer it.
 */
int gnutls_reauth(gnutls_session_t session, unsigned int flags);

/** 1 if padding can hide lengths: in TLS 1.3. */
unsigned int gnutls_record_can_use_length_hiding(gnutls_session_t session);

/** Bytes collected and not yet sent. */
size_t gnutls_record_check_corked(gnutls_session_t session);

/** Bytes that a receive gives without reading from the transport. */
size_t gnutls_record_check_pending(gnutls_session_t session);

/** Collects what is sent until `gnutls_record_uncork`. */
void gnutls_record_cork(gnutls_session_t session);

/** Padding is the application's choice per record: nothing to turn off. */
void gnutls_record_disable_padding(gnutls_session_t session);

/** 1 if the operation that would have blocked was a write, 0 if a read. */
int gnutls_record_get_direction(gnutls_session_t session);

/** The longest plaintext of a record that we receive. */
size_t gnutls_record_get_max_size(gnutls_session_t session);

/**
 * Key, IV and next record number of one direction, as bytes that the session keeps as long as it
 * lives.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before the handshake.
 */
int gnutls_record_get_state(gnutls_session_t session,
                            unsigned int read,
                            gnutls_datum_t *mac_key,
                            gnutls_datum_t *iv,
                            gnutls_datum_t *cipher_key,
                            unsigned char *seq_number);

/** Bytes that a record adds to what it carries. */
size_t gnutls_record_overhead_size(gnutls_session_t session);

/**
 * Receives data, at most one record of it; 0 is the end.
 *
 * `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: call again. `GNUTLS_E_REHANDSHAKE`: the peer asks for a
 * handshake. `GNUTLS_E_WARNING_ALERT_RECEIVED`: see `gnutls_alert_get`.
 * `GNUTLS_E_PREMATURE_TERMINATION`: the stream ended without close_notify.
 */
ssize_t gnutls_record_recv(gnutls_session_t session, void *data, size_t data_size);

/**
 * Receives a whole record without a copy into the application's memory; to be freed with
 * `gnutls_packet_deinit`.
 */
ssize_t gnutls_record_recv_packet(gnutls_session_t session, gnutls_packet_t *packet);

/** As `gnutls_record_recv`, with the record's sequence number (8 bytes, big-endian) in `seq`. */
ssize_t gnutls_record_recv_seq(gnutls_session_t session, void *data, size_t data_size, unsigned char *seq);

/**
 * Sends data: at most one record of it; what was sent is returned.
 *
 * NULL with 0 goes on after `GNUTLS_E_AGAIN`.
 */
ssize_t gnutls_record_send(gnutls_session_t session, const void *data, size_t data_size);

/** As `gnutls_record_send`, with `pad` bytes of padding (TLS 1.3). */
ssize_t gnutls_record_send2(gnutls_session_t session,
                              const void *data,
                              size_t data_size,
                              size_t pad,
                              unsigned int flags);

/**
 * Sends data so that nobody can tell more of its length than the range says (TLS 1.3); all of it, on a
 * blocking transport.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`, also before TLS 1.3.
 */
ssize_t gnutls_record_send_range(gnutls_session_t session,
                                   const void *data,
                                   size_t data_size,
                                   const gnutls_range_st *range);

/**
 * Sets the longest plaintext of a record that we take: 512 to 16384, or from 64 with
 * `%ALLOW_SMALL_RECORDS`, and not during a handshake.
 */
ssize_t gnutls_record_set_max_recv_size(gnutls_session_t session, size_t size);

/**
 * Sets the longest plaintext of a record, 512 to 16384: of what we send, and from the next handshake
 * on of what we ask the peer for.
 *
 * Another size, or during a handshake: `GNUTLS_E_INVALID_REQUEST`.
 */
ssize_t gnutls_record_set_max_size(gnutls_session_t session, size_t size);

/**
 * Sets the next record number of one direction.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before the handshake.
 */
int gnutls_record_set_state(gnutls_session_t session, unsigned int read, const unsigned char *seq_number);

/** How many milliseconds a receive waits; 0 is no timeout. */
void gnutls_record_set_timeout(gnutls_session_t session, unsigned int ms);

/** Sends what was collected; with `GNUTLS_RECORD_WAIT` all of it. */
int gnutls_record_uncork(gnutls_session_t session, unsigned int flags);

/**
 * A server asks the client for a new handshake; on TLS 1.3 both get new keys.
 *
 * On a client: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_rehandshake(gnutls_session_t session);

/** 1 if the peer supports safe renegotiation (RFC 5746). */
unsigned int gnutls_safe_renegotiation_status(gnutls_session_t session);

/**
 * The name of a security level; "Unknown" for none.
 *
 * The string is constant.
 */
const char *gnutls_sec_param_get_name(gnutls_sec_param_t param);

/** Bits of a key of this kind at a security level; 0 for an unknown level. */
unsigned int gnutls_sec_param_to_pk_bits(gnutls_pk_algorithm_t algo, gnutls_sec_param_t param);

/** Bits of a symmetric key as strong as a security level; 0 for an unknown level. */
unsigned int gnutls_sec_param_to_symmetric_bits(gnutls_sec_param_t param);

/**
 * A name that the client asked for.
 *
 * `*data_length` holds the capacity, and gets the length.
 *
 * Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` beyond the last, `GNUTLS_E_SHORT_MEMORY_BUFFER`,
 * `GNUTLS_E_INVALID_REQUEST` on a client.
 */
int gnutls_server_name_get(gnutls_session_t session,
                           void *data,
                           size_t *data_length,
                           unsigned int *type_,
                           unsigned int indx);

/**
 * The server name that a client asks for (UTF-8, up to a NUL, without its control characters); an
 * empty one forgets it.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`, also for a name of more than 255 bytes,
 * `GNUTLS_E_INVALID_UTF8_STRING`.
 */
int gnutls_server_name_set(gnutls_session_t session,
                           gnutls_server_name_type_t type_,
                           const void *name,
                           size_t name_length);

/**
 * Channel binding data, to be freed with `gnutls_free`.
 *
 * Errors: `GNUTLS_E_UNIMPLEMENTED_FEATURE` for an unknown type,
 * `GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE`, `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_session_channel_binding(gnutls_session_t session,
                                   gnutls_channel_binding_t cbtype,
                                   gnutls_datum_t *cb);

/** Makes the session tolerant of broken peers. */
void gnutls_session_enable_compatibility_mode(gnutls_session_t session);

/** 1 if encrypt-then-MAC is used (RFC 7366): it belongs to CBC suites, which this engine does not run. */
unsigned int gnutls_session_etm_status(gnutls_session_t session);

/**
 * 1 if the master secret is bound to the handshake (RFC 7627); TLS 1.3 always does so, and GnuTLS says
 * 0 for it.
 */
unsigned int gnutls_session_ext_master_secret_status(gnutls_session_t session);

/**
 * Registers an extension for one session.
 *
 * `flags`: `gnutls_ext_flags_t`. Errors: `GNUTLS_E_ALREADY_REGISTERED`, `GNUTLS_E_INVALID_REQUEST`.
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
 * A line that describes the session, to be freed with `gnutls_free`; NULL before the first handshake
 * is complete.
 */
char *gnutls_session_get_desc(gnutls_session_t session);

/** `gnutls_session_flags_t` of what was negotiated. */
unsigned int gnutls_session_get_flags(gnutls_session_t session);

/**
 * The session's identifier.
 *
 * `*session_id_size` holds the capacity, and gets the length.
 *
 * Errors: `GNUTLS_E_SHORT_MEMORY_BUFFER`, `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_session_get_id(gnutls_session_t session, void *session_id, size_t *session_id_size);

/** The session's identifier, as bytes that the session keeps. */
int gnutls_session_get_id2(gnutls_session_t session, gnutls_datum_t *session_id);

/** The function that gets the secrets: at first the one that writes `SSLKEYLOGFILE`. */
gnutls_keylog_func gnutls_session_get_keylog_function(gnutls_session_t session);

/** The TLS 1.2 master secret, as bytes that the session keeps; empty in TLS 1.3. */
void gnutls_session_get_master_secret(gnutls_session_t session, gnutls_datum_t *secret);

/** The pointer that `gnutls_session_set_ptr` kept. */
void *gnutls_session_get_ptr(gnutls_session_t session);

/** What the automatic verification found; all bits set if there was none. */
unsigned int gnutls_session_get_verify_cert_status(gnutls_session_t session);

/** 1 if the session is resumed: this engine does not resume yet. */
int gnutls_session_is_resumed(gnutls_session_t session);

/**
 * New keys for what we send, and with `GNUTLS_KU_PEER` for the peer too (TLS 1.3).
 *
 * On TLS 1.2: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_session_key_update(gnutls_session_t session, unsigned int flags);

/** 1 if the client asked to resume a session: never here, for no session is given to resume. */
int gnutls_session_resumption_requested(gnutls_session_t session);

/** The function that gets the secrets of the session. */
void gnutls_session_set_keylog_function(gnutls_session_t session, gnutls_keylog_func func);

/** Keeps a pointer of the application's with the session. */
void gnutls_session_set_ptr(gnutls_session_t session, void *ptr);

/** The handshake verifies the peer itself, with this host name; NULL is any name. */
void gnutls_session_set_verify_cert(gnutls_session_t session, const char *hostname, unsigned int flags);

/** As `gnutls_session_set_verify_cert`, with names and purposes; the array must outlive the session. */
void gnutls_session_set_verify_cert2(gnutls_session_t session,
                                     gnutls_typed_vdata_st *data,
                                     unsigned int elements,
                                     unsigned int flags);

/**
 * A function of the session's own that verifies the peer, in place of
 * `gnutls_session_set_verify_cert`; NULL leaves it to that of the credentials.
 */
void gnutls_session_set_verify_function(gnutls_session_t session, gnutls_certificate_verify_function *func);

/** Sets the priorities that the system's configuration or GnuTLS's default name. */
int gnutls_set_default_priority(gnutls_session_t session);

/** The default priorities with something added. */
int gnutls_set_default_priority_append(gnutls_session_t session,
                                       const char *add_prio,
                                       const char **err_pos,
                                       unsigned int flags);

/** The signature algorithm of the server. */
int gnutls_sign_algorithm_get(gnutls_session_t session);

/** The signature algorithm of the client. */
int gnutls_sign_algorithm_get_client(gnutls_session_t session);

/** The hash of a signature algorithm; 0 for none. */
gnutls_digest_algorithm_t gnutls_sign_get_hash_algorithm(gnutls_sign_algorithm_t sign);

/** The number of the signature algorithm of this name, in any case of letters; 0 for none. */
gnutls_sign_algorithm_t gnutls_sign_get_id(const char *name);

/**
 * The name of a signature algorithm; NULL for an unknown number.
 *
 * The string is constant.
 */
const char *gnutls_sign_get_name(gnutls_sign_algorithm_t algorithm);

/**
 * The object identifier of a signature algorithm; NULL for none.
 *
 * The string is constant.
 */
const char *gnutls_sign_get_oid(gnutls_sign_algorithm_t sign);

/** The kind of public key of a signature algorithm (RSA-PSS may be made with an RSA key too). */
gnutls_pk_algorithm_t gnutls_sign_get_pk_algorithm(gnutls_sign_algorithm_t sign);

/** 1 if the algorithm is thought strong enough to sign with, else 0. */
unsigned int gnutls_sign_is_secure(gnutls_sign_algorithm_t algorithm);

/** As `gnutls_sign_is_secure`; with `GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS` strong enough for certificates. */
unsigned int gnutls_sign_is_secure2(gnutls_sign_algorithm_t algorithm, unsigned int flags);

/**
 * Every signature algorithm that is supported, then 0.
 *
 * The list is constant.
 */
const gnutls_sign_algorithm_t *gnutls_sign_list(void);

/** As `gnutls_protocol_set_enabled`, of a signature algorithm, not for certificates. */
int gnutls_sign_set_secure(gnutls_sign_algorithm_t sign, unsigned int secure);

/** As `gnutls_sign_set_secure`, for any use; switched off, for certificates alone. */
int gnutls_sign_set_secure_for_certs(gnutls_sign_algorithm_t sign, unsigned int secure);

/** 1 if a key of this kind can make the signature, else 0. */
unsigned int gnutls_sign_supports_pk_algorithm(gnutls_sign_algorithm_t sign, gnutls_pk_algorithm_t pk);

/**
 * What a code means, for a reader; never NULL.
 *
 * The string is constant.
 */
const char *gnutls_strerror(int error);

/**
 * The name of a code; NULL for an unknown one.
 *
 * The string is constant.
 */
const char *gnutls_strerror_name(int error);

/** Waits for data on a socket; the default of `gnutls_transport_set_pull_timeout_function`. */
int gnutls_system_recv_timeout(gnutls_transport_ptr_t ptr, unsigned int ms);

/** The descriptor of the receiving direction. */
int gnutls_transport_get_int(gnutls_session_t session);

/** The descriptors of both directions. */
void gnutls_transport_get_int2(gnutls_session_t session, int *recv_int, int *send_int);

/** The pointer of the receiving direction. */
gnutls_transport_ptr_t gnutls_transport_get_ptr(gnutls_session_t session);

/** The pointers of both directions. */
void gnutls_transport_get_ptr2(gnutls_session_t session,
                               gnutls_transport_ptr_t *recv_ptr,
                               gnutls_transport_ptr_t *send_ptr);

/** Tells why the push or pull that is running fails; without a session, sets `errno` itself. */
void gnutls_transport_set_errno(gnutls_session_t session, int err);

/** The function that tells why a push or pull failed. */
void gnutls_transport_set_errno_function(gnutls_session_t session, gnutls_errno_func errno_func);

/** A descriptor for each direction. */
void gnutls_transport_set_int2(gnutls_session_t session, int recv_fd, int send_fd);

/** One pointer, or descriptor, for both directions. */
void gnutls_transport_set_ptr(gnutls_session_t session, gnutls_transport_ptr_t ptr);

/** A pointer for each direction. */
void gnutls_transport_set_ptr2(gnutls_session_t session,
                               gnutls_transport_ptr_t recv_ptr,
                               gnutls_transport_ptr_t send_ptr);

/** The function that receives. */
void gnutls_transport_set_pull_function(gnutls_session_t session, gnutls_pull_func pull_func);

/** The function that waits for data. */
void gnutls_transport_set_pull_timeout_function(gnutls_session_t session, gnutls_pull_timeout_func func);

/** The function that sends. */
void gnutls_transport_set_push_function(gnutls_session_t session, gnutls_push_func push_func);

/** The function that sends vectors. */
void gnutls_transport_set_vec_push_function(gnutls_session_t session, gnutls_vec_push_func vec_func);

/** Non-zero if objects behind such a URL can be had: if an application has registered its kind. */
unsigned int gnutls_url_is_supported(const char *url);

/**
 * A UTF-8 password in the form in which passwords are compared (RFC 8265), for `gnutls_free`.
 *
 * With `GNUTLS_UTF8_IGNORE_ERRS` one that has no such form is copied. Errors:
 * `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_INVALID_PASSWORD_STRING`.
 */
int gnutls_utf8_password_normalize(const unsigned char *password,
                                   unsigned int plen,
                                   gnutls_datum_t *out,
                                   unsigned int flags);

/**
 * Sends `count` bytes of a file, from `*offset` on and moving it (the file's own position stays), or
 * from the file's position if `offset` is NULL.
 *
 * Returns how much was sent, less than `count` at the file's end. Errors: those of
 * `gnutls_record_send` if nothing was sent yet, `GNUTLS_E_FILE_ERROR`.
 */
ssize_t gnutls_record_send_file(gnutls_session_t session, int fd, off_t *offset, size_t count);

/* Not written yet: these fail as their manual pages have it. */
void gnutls_alert_set_read_function(gnutls_session_t session, gnutls_alert_read_func func);
void gnutls_anon_set_params_function(gnutls_anon_server_credentials_t res, gnutls_params_function *func);
void gnutls_anti_replay_deinit(gnutls_anti_replay_t anti_replay);
void gnutls_anti_replay_enable(gnutls_session_t session, gnutls_anti_replay_t anti_replay);
int gnutls_anti_replay_init(gnutls_anti_replay_t *anti_replay);
void gnutls_anti_replay_set_add_function(gnutls_anti_replay_t anti_replay, gnutls_db_add_func add_func);
void gnutls_anti_replay_set_ptr(gnutls_anti_replay_t anti_replay, void *ptr);
void gnutls_anti_replay_set_window(gnutls_anti_replay_t anti_replay, unsigned int window);
long gnutls_audit_current_context(void);
void gnutls_audit_pop_context(void);
void gnutls_audit_push_context(long context);
time_t gnutls_certificate_get_ocsp_expiration(gnutls_certificate_credentials_t sc, unsigned idx, int oidx, unsigned flags);
int gnutls_certificate_get_peers_subkey_id(gnutls_session_t session, gnutls_datum_t *id);
int gnutls_certificate_set_ocsp_status_request_file(gnutls_certificate_credentials_t res, const char *response_file, unsigned idx);
int gnutls_certificate_set_ocsp_status_request_file2(gnutls_certificate_credentials_t res, const char *response_file, unsigned idx, gnutls_x509_crt_fmt_t fmt);
void gnutls_certificate_set_ocsp_status_request_function(gnutls_certificate_credentials_t res, gnutls_status_request_ocsp_func ocsp_func, void *ptr);
int gnutls_certificate_set_ocsp_status_request_function2(gnutls_certificate_credentials_t res, unsigned idx, gnutls_status_request_ocsp_func ocsp_func, void *ptr);
int gnutls_certificate_set_ocsp_status_request_mem(gnutls_certificate_credentials_t res, const gnutls_datum_t *resp, unsigned idx, gnutls_x509_crt_fmt_t fmt);
int gnutls_certificate_set_rawpk_key_file(gnutls_certificate_credentials_t cred, const char *rawpkfile, const char *privkeyfile, gnutls_x509_crt_fmt_t format, const char *pass, unsigned int key_usage, const char **names, unsigned int names_length, unsigned int privkey_flags, unsigned int pkcs11_flags);
int gnutls_certificate_set_rawpk_key_mem(gnutls_certificate_credentials_t cred, const gnutls_datum_t *spki, const gnutls_datum_t *pkey, gnutls_x509_crt_fmt_t format, const char *pass, unsigned int key_usage, const char **names, unsigned int names_length, unsigned int flags);
int gnutls_certificate_set_x509_simple_pkcs12_file(gnutls_certificate_credentials_t res, const char *pkcs12file, gnutls_x509_crt_fmt_t type, const char *password);
int gnutls_certificate_set_x509_simple_pkcs12_mem(gnutls_certificate_credentials_t res, const gnutls_datum_t *p12blob, gnutls_x509_crt_fmt_t type, const char *password);
gnutls_compression_method_t gnutls_compress_certificate_get_selected_method(gnutls_session_t session);
int gnutls_compress_certificate_set_methods(gnutls_session_t session, const gnutls_compression_method_t *methods, size_t methods_len);
int gnutls_db_check_entry(gnutls_session_t session, gnutls_datum_t session_entry);
time_t gnutls_db_check_entry_expire_time(gnutls_datum_t *entry);
time_t gnutls_db_check_entry_time(gnutls_datum_t *entry);
unsigned gnutls_db_get_default_cache_expiration(void);
void *gnutls_db_get_ptr(gnutls_session_t session);
void gnutls_db_remove_session(gnutls_session_t session);
void gnutls_db_set_cache_expiration(gnutls_session_t session, int seconds);
void gnutls_db_set_ptr(gnutls_session_t session, void *ptr);
void gnutls_db_set_remove_function(gnutls_session_t session, gnutls_db_remove_func rem_func);
void gnutls_db_set_retrieve_function(gnutls_session_t session, gnutls_db_retr_func retr_func);
void gnutls_db_set_store_function(gnutls_session_t session, gnutls_db_store_func store_func);
int gnutls_dh_get_group(gnutls_session_t session, gnutls_datum_t *raw_gen, gnutls_datum_t *raw_prime);
int gnutls_dh_get_pubkey(gnutls_session_t session, gnutls_datum_t *raw_key);
gnutls_cipher_algorithm_t gnutls_early_cipher_get(gnutls_session_t session);
gnutls_digest_algorithm_t gnutls_early_prf_hash_get(const gnutls_session_t session);
size_t gnutls_est_record_overhead_size(gnutls_protocol_t version, gnutls_cipher_algorithm_t cipher, gnutls_mac_algorithm_t mac, gnutls_compression_method_t comp, unsigned int flags);
void gnutls_handshake_set_read_function(gnutls_session_t session, gnutls_handshake_read_func func);
void gnutls_handshake_set_secret_function(gnutls_session_t session, gnutls_handshake_secret_func func);
int gnutls_handshake_update_receiving_key(gnutls_session_t session);
int gnutls_handshake_write(gnutls_session_t session, gnutls_record_encryption_level_t level, const void *data, size_t data_size);
unsigned gnutls_heartbeat_allowed(gnutls_session_t session, unsigned int type);
void gnutls_heartbeat_enable(gnutls_session_t session, unsigned int type);
unsigned int gnutls_heartbeat_get_timeout(gnutls_session_t session);
int gnutls_heartbeat_ping(gnutls_session_t session, size_t data_size, unsigned int max_tries, unsigned int flags);
int gnutls_heartbeat_pong(gnutls_session_t session, unsigned int flags);
void gnutls_heartbeat_set_timeouts(gnutls_session_t session, unsigned int retrans_timeout, unsigned int total_timeout);
void gnutls_openpgp_send_cert(gnutls_session_t session, gnutls_openpgp_crt_status_t status);
int gnutls_prf_early(gnutls_session_t session, size_t label_size, const char *label, size_t context_size, const char *context, size_t outsize, char *out);
int gnutls_psk_allocate_client_credentials2(gnutls_psk_client_credentials_t *sc, gnutls_mac_algorithm_t mac);
int gnutls_psk_allocate_server_credentials2(gnutls_psk_server_credentials_t *sc, gnutls_mac_algorithm_t mac);
const char *gnutls_psk_client_get_hint(gnutls_session_t session);
int gnutls_psk_format_imported_identity(const gnutls_datum_t *identity, const gnutls_datum_t *context, gnutls_protocol_t version, gnutls_digest_algorithm_t hash, gnutls_datum_t *imported_identity);
const char *gnutls_psk_server_get_username(gnutls_session_t session);
int gnutls_psk_server_get_username2(gnutls_session_t session, gnutls_datum_t *out);
int gnutls_psk_set_client_credentials(gnutls_psk_client_credentials_t res, const char *username, const gnutls_datum_t *key, gnutls_psk_key_flags flags);
int gnutls_psk_set_client_credentials2(gnutls_psk_client_credentials_t res, const gnutls_datum_t *username, const gnutls_datum_t *key, gnutls_psk_key_flags flags);
void gnutls_psk_set_client_credentials_function(gnutls_psk_client_credentials_t cred, gnutls_psk_client_credentials_function *func);
void gnutls_psk_set_client_credentials_function2(gnutls_psk_client_credentials_t cred, gnutls_psk_client_credentials_function2 *func);
void gnutls_psk_set_client_credentials_function3(gnutls_psk_client_credentials_t cred, gnutls_psk_client_credentials_function3 *func);
void gnutls_psk_set_params_function(gnutls_psk_server_credentials_t res, gnutls_params_function *func);
int gnutls_psk_set_server_credentials_file(gnutls_psk_server_credentials_t res, const char *password_file);
void gnutls_psk_set_server_credentials_function(gnutls_psk_server_credentials_t cred, gnutls_psk_server_credentials_function *func);
void gnutls_psk_set_server_credentials_function2(gnutls_psk_server_credentials_t cred, gnutls_psk_server_credentials_function2 *func);
void gnutls_psk_set_server_credentials_function3(gnutls_psk_server_credentials_t cred, gnutls_psk_server_credentials_function3 *func);
int gnutls_psk_set_server_credentials_hint(gnutls_psk_server_credentials_t res, const char *hint);
void gnutls_psk_set_server_dh_params(gnutls_psk_server_credentials_t res, gnutls_dh_params_t dh_params);
void gnutls_psk_set_server_params_function(gnutls_psk_server_credentials_t res, gnutls_params_function *func);
size_t gnutls_record_discard_queued(gnutls_session_t session);
size_t gnutls_record_get_max_early_data_size(gnutls_session_t session);
size_t gnutls_record_get_max_send_size(gnutls_session_t session);
ssize_t gnutls_record_recv_early_data(gnutls_session_t session, void *data, size_t data_size);
ssize_t gnutls_record_send_early_data(gnutls_session_t session, const void *data, size_t length);
int gnutls_record_set_max_early_data_size(gnutls_session_t session, size_t size);
void gnutls_session_force_valid(gnutls_session_t session);
int gnutls_session_get_data(gnutls_session_t session, void *session_data, size_t *session_data_size);
int gnutls_session_get_data2(gnutls_session_t session, gnutls_datum_t *data);
int gnutls_session_set_data(gnutls_session_t session, const void *session_data, size_t session_data_size);
int gnutls_session_set_id(gnutls_session_t session, const gnutls_datum_t *sid);
int gnutls_session_set_premaster(gnutls_session_t session, unsigned int entity, gnutls_protocol_t version, gnutls_kx_algorithm_t kx, gnutls_cipher_algorithm_t cipher, gnutls_mac_algorithm_t mac, gnutls_compression_method_t comp, const gnutls_datum_t *master, const gnutls_datum_t *session_id);
int gnutls_session_supplemental_register(gnutls_session_t session, const char *name, gnutls_supplemental_data_format_type_t type, gnutls_supp_recv_func supp_recv_func, gnutls_supp_send_func supp_send_func, unsigned int flags);
int gnutls_session_ticket_enable_client(gnutls_session_t session);
int gnutls_session_ticket_enable_server(gnutls_session_t session, const gnutls_datum_t *key);
int gnutls_session_ticket_key_generate(gnutls_datum_t *key);
int gnutls_session_ticket_send(gnutls_session_t session, unsigned nr, unsigned flags);
int gnutls_sign_algorithm_get_requested(gnutls_session_t session, size_t indx, gnutls_sign_algorithm_t *algo);
int gnutls_srp_allocate_client_credentials(gnutls_srp_client_credentials_t *sc);
int gnutls_srp_allocate_server_credentials(gnutls_srp_server_credentials_t *sc);
int gnutls_srp_base64_decode(const gnutls_datum_t *b64_data, char *result, size_t *result_size);
int gnutls_srp_base64_decode2(const gnutls_datum_t *b64_data, gnutls_datum_t *result);
int gnutls_srp_base64_encode(const gnutls_datum_t *data, char *result, size_t *result_size);
int gnutls_srp_base64_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);
void gnutls_srp_free_client_credentials(gnutls_srp_client_credentials_t sc);
void gnutls_srp_free_server_credentials(gnutls_srp_server_credentials_t sc);
const char *gnutls_srp_server_get_username(gnutls_session_t session);
int gnutls_srp_set_client_credentials(gnutls_srp_client_credentials_t res, const char *username, const char *password);
void gnutls_srp_set_client_credentials_function(gnutls_srp_client_credentials_t cred, gnutls_srp_client_credentials_function *func);
void gnutls_srp_set_prime_bits(gnutls_session_t session, unsigned int bits);
int gnutls_srp_set_server_credentials_file(gnutls_srp_server_credentials_t res, const char *password_file, const char *password_conf_file);
void gnutls_srp_set_server_credentials_function(gnutls_srp_server_credentials_t cred, gnutls_srp_server_credentials_function *func);
void gnutls_srp_set_server_fake_salt_seed(gnutls_srp_server_credentials_t sc, const gnutls_datum_t *seed, unsigned int salt_length);
int gnutls_srp_verifier(const char *username, const char *password, const gnutls_datum_t *salt, const gnutls_datum_t *generator, const gnutls_datum_t *prime, gnutls_datum_t *res);
int gnutls_srtp_get_keys(gnutls_session_t session, void *key_material, unsigned int key_material_size, gnutls_datum_t *client_key, gnutls_datum_t *client_salt, gnutls_datum_t *server_key, gnutls_datum_t *server_salt);
int gnutls_srtp_get_mki(gnutls_session_t session, gnutls_datum_t *mki);
int gnutls_srtp_get_profile_id(const char *name, gnutls_srtp_profile_t *profile);
const char *gnutls_srtp_get_profile_name(gnutls_srtp_profile_t profile);
int gnutls_srtp_get_selected_profile(gnutls_session_t session, gnutls_srtp_profile_t *profile);
int gnutls_srtp_set_mki(gnutls_session_t session, const gnutls_datum_t *mki);
int gnutls_srtp_set_profile(gnutls_session_t session, gnutls_srtp_profile_t profile);
int gnutls_srtp_set_profile_direct(gnutls_session_t session, const char *profiles, const char **err_pos);
int gnutls_store_commitment(const char *db_name, gnutls_tdb_t tdb, const char *host, const char *service, gnutls_digest_algorithm_t hash_algo, const gnutls_datum_t *hash, time_t expiration, unsigned int flags);
int gnutls_store_pubkey(const char *db_name, gnutls_tdb_t tdb, const char *host, const char *service, gnutls_certificate_type_t cert_type, const gnutls_datum_t *cert, time_t expiration, unsigned int flags);
const char *gnutls_supplemental_get_name(gnutls_supplemental_data_format_type_t type);
void gnutls_supplemental_recv(gnutls_session_t session, unsigned do_recv_supplemental);
int gnutls_supplemental_register(const char *name, gnutls_supplemental_data_format_type_t type, gnutls_supp_recv_func supp_recv_func, gnutls_supp_send_func supp_send_func);
void gnutls_supplemental_send(gnutls_session_t session, unsigned do_send_supplemental);
void gnutls_tdb_deinit(gnutls_tdb_t tdb);
int gnutls_tdb_init(gnutls_tdb_t *tdb);
void gnutls_tdb_set_store_commitment_func(gnutls_tdb_t tdb, gnutls_tdb_store_commitment_func cstore);
void gnutls_tdb_set_store_func(gnutls_tdb_t tdb, gnutls_tdb_store_func store);
void gnutls_tdb_set_verify_func(gnutls_tdb_t tdb, gnutls_tdb_verify_func verify);
int gnutls_verify_stored_pubkey(const char *db_name, gnutls_tdb_t tdb, const char *host, const char *service, gnutls_certificate_type_t cert_type, const gnutls_datum_t *cert, unsigned int flags);

#ifdef __cplusplus
}
#endif

#include <gnutls/compat.h>

#endif
