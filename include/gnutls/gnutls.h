/* gnutls.h of gnutls-rs, written by tools/headers: do not edit. */

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

#define GNUTLS_E_SUCCESS 0
#define GNUTLS_E_UNKNOWN_COMPRESSION_ALGORITHM -3
#define GNUTLS_E_UNKNOWN_CIPHER_TYPE -6
#define GNUTLS_E_LARGE_PACKET -7
#define GNUTLS_E_UNSUPPORTED_VERSION_PACKET -8
#define GNUTLS_E_TLS_PACKET_DECODING_ERROR -9
#define GNUTLS_E_UNEXPECTED_PACKET_LENGTH -9
#define GNUTLS_E_INVALID_SESSION -10
#define GNUTLS_E_FATAL_ALERT_RECEIVED -12
#define GNUTLS_E_UNEXPECTED_PACKET -15
#define GNUTLS_E_WARNING_ALERT_RECEIVED -16
#define GNUTLS_E_ERROR_IN_FINISHED_PACKET -18
#define GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET -19
#define GNUTLS_E_UNKNOWN_CIPHER_SUITE -21
#define GNUTLS_E_UNWANTED_ALGORITHM -22
#define GNUTLS_E_MPI_SCAN_FAILED -23
#define GNUTLS_E_DECRYPTION_FAILED -24
#define GNUTLS_E_MEMORY_ERROR -25
#define GNUTLS_E_DECOMPRESSION_FAILED -26
#define GNUTLS_E_COMPRESSION_FAILED -27
#define GNUTLS_E_AGAIN -28
#define GNUTLS_E_EXPIRED -29
#define GNUTLS_E_DB_ERROR -30
#define GNUTLS_E_KEYFILE_ERROR -31
#define GNUTLS_E_SRP_PWD_ERROR -31
#define GNUTLS_E_INSUFFICIENT_CRED -32
#define GNUTLS_E_INSUFFICIENT_CREDENTIALS -32
#define GNUTLS_E_INSUFICIENT_CRED -32
#define GNUTLS_E_INSUFICIENT_CREDENTIALS -32
#define GNUTLS_E_HASH_FAILED -33
#define GNUTLS_E_BASE64_DECODING_ERROR -34
#define GNUTLS_E_MPI_PRINT_FAILED -35
#define GNUTLS_E_REHANDSHAKE -37
#define GNUTLS_E_GOT_APPLICATION_DATA -38
#define GNUTLS_E_RECORD_LIMIT_REACHED -39
#define GNUTLS_E_ENCRYPTION_FAILED -40
#define GNUTLS_E_CERTIFICATE_ERROR -43
#define GNUTLS_E_X509_CERTIFICATE_ERROR -43
#define GNUTLS_E_PK_ENCRYPTION_FAILED -44
#define GNUTLS_E_PK_DECRYPTION_FAILED -45
#define GNUTLS_E_PK_SIGN_FAILED -46
#define GNUTLS_E_X509_UNSUPPORTED_CRITICAL_EXTENSION -47
#define GNUTLS_E_KEY_USAGE_VIOLATION -48
#define GNUTLS_E_NO_CERTIFICATE_FOUND -49
#define GNUTLS_E_INVALID_REQUEST -50
#define GNUTLS_E_SHORT_MEMORY_BUFFER -51
#define GNUTLS_E_INTERRUPTED -52
#define GNUTLS_E_PUSH_ERROR -53
#define GNUTLS_E_PULL_ERROR -54
#define GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER -55
#define GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE -56
#define GNUTLS_E_PKCS1_WRONG_PAD -57
#define GNUTLS_E_RECEIVED_ILLEGAL_EXTENSION -58
#define GNUTLS_E_INTERNAL_ERROR -59
#define GNUTLS_E_CERTIFICATE_KEY_MISMATCH -60
#define GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE -61
#define GNUTLS_E_X509_UNKNOWN_SAN -62
#define GNUTLS_E_DH_PRIME_UNACCEPTABLE -63
#define GNUTLS_E_FILE_ERROR -64
#define GNUTLS_E_ASN1_ELEMENT_NOT_FOUND -67
#define GNUTLS_E_ASN1_IDENTIFIER_NOT_FOUND -68
#define GNUTLS_E_ASN1_DER_ERROR -69
#define GNUTLS_E_ASN1_VALUE_NOT_FOUND -70
#define GNUTLS_E_ASN1_GENERIC_ERROR -71
#define GNUTLS_E_ASN1_VALUE_NOT_VALID -72
#define GNUTLS_E_ASN1_TAG_ERROR -73
#define GNUTLS_E_ASN1_TAG_IMPLICIT -74
#define GNUTLS_E_ASN1_TYPE_ANY_ERROR -75
#define GNUTLS_E_ASN1_SYNTAX_ERROR -76
#define GNUTLS_E_ASN1_DER_OVERFLOW -77
#define GNUTLS_E_TOO_MANY_EMPTY_PACKETS -78
#define GNUTLS_E_OPENPGP_UID_REVOKED -79
#define GNUTLS_E_UNKNOWN_PK_ALGORITHM -80
#define GNUTLS_E_TOO_MANY_HANDSHAKE_PACKETS -81
#define GNUTLS_E_RECEIVED_DISALLOWED_NAME -82
#define GNUTLS_E_NO_TEMPORARY_RSA_PARAMS -84
#define GNUTLS_E_NO_COMPRESSION_ALGORITHMS -86
#define GNUTLS_E_NO_CIPHER_SUITES -87
#define GNUTLS_E_OPENPGP_GETKEY_FAILED -88
#define GNUTLS_E_PK_SIG_VERIFY_FAILED -89
#define GNUTLS_E_ILLEGAL_SRP_USERNAME -90
#define GNUTLS_E_KEYFILE_PARSING_ERROR -91
#define GNUTLS_E_SRP_PWD_PARSING_ERROR -91
#define GNUTLS_E_NO_TEMPORARY_DH_PARAMS -93
#define GNUTLS_E_OPENPGP_FINGERPRINT_UNSUPPORTED -94
#define GNUTLS_E_X509_UNSUPPORTED_ATTRIBUTE -95
#define GNUTLS_E_UNKNOWN_HASH_ALGORITHM -96
#define GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE -97
#define GNUTLS_E_UNKNOWN_PKCS_BAG_TYPE -98
#define GNUTLS_E_INVALID_PASSWORD -99
#define GNUTLS_E_MAC_VERIFY_FAILED -100
#define GNUTLS_E_CONSTRAINT_ERROR -101
#define GNUTLS_E_WARNING_IA_IPHF_RECEIVED -102
#define GNUTLS_E_WARNING_IA_FPHF_RECEIVED -103
#define GNUTLS_E_IA_VERIFY_FAILED -104
#define GNUTLS_E_UNKNOWN_ALGORITHM -105
#define GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM -106
#define GNUTLS_E_SAFE_RENEGOTIATION_FAILED -107
#define GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED -108
#define GNUTLS_E_UNKNOWN_SRP_USERNAME -109
#define GNUTLS_E_PREMATURE_TERMINATION -110
#define GNUTLS_E_MALFORMED_CIDR -111
#define GNUTLS_E_CERTIFICATE_REQUIRED -112
#define GNUTLS_E_UNSUPPORTED_ENCRYPTION_ALGORITHM -113
#define GNUTLS_E_BASE64_ENCODING_ERROR -201
#define GNUTLS_E_INCOMPATIBLE_CRYPTO_LIBRARY -202
#define GNUTLS_E_INCOMPATIBLE_GCRYPT_LIBRARY -202
#define GNUTLS_E_INCOMPATIBLE_LIBTASN1_LIBRARY -203
#define GNUTLS_E_OPENPGP_KEYRING_ERROR -204
#define GNUTLS_E_X509_UNSUPPORTED_OID -205
#define GNUTLS_E_RANDOM_FAILED -206
#define GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR -207
#define GNUTLS_E_OPENPGP_SUBKEY_ERROR -208
#define GNUTLS_E_ALREADY_REGISTERED -209
#define GNUTLS_E_CRYPTO_ALREADY_REGISTERED -209
#define GNUTLS_E_HANDSHAKE_TOO_LARGE -210
#define GNUTLS_E_CRYPTODEV_IOCTL_ERROR -211
#define GNUTLS_E_CRYPTODEV_DEVICE_ERROR -212
#define GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE -213
#define GNUTLS_E_BAD_COOKIE -214
#define GNUTLS_E_OPENPGP_PREFERRED_KEY_ERROR -215
#define GNUTLS_E_INCOMPAT_DSA_KEY_WITH_TLS_PROTOCOL -216
#define GNUTLS_E_INSUFFICIENT_SECURITY -217
#define GNUTLS_E_HEARTBEAT_PONG_RECEIVED -292
#define GNUTLS_E_HEARTBEAT_PING_RECEIVED -293
#define GNUTLS_E_UNRECOGNIZED_NAME -294
#define GNUTLS_E_PKCS11_ERROR -300
#define GNUTLS_E_PKCS11_LOAD_ERROR -301
#define GNUTLS_E_PARSING_ERROR -302
#define GNUTLS_E_PKCS11_PIN_ERROR -303
#define GNUTLS_E_PKCS11_SLOT_ERROR -305
#define GNUTLS_E_LOCKING_ERROR -306
#define GNUTLS_E_PKCS11_ATTRIBUTE_ERROR -307
#define GNUTLS_E_PKCS11_DEVICE_ERROR -308
#define GNUTLS_E_PKCS11_DATA_ERROR -309
#define GNUTLS_E_PKCS11_UNSUPPORTED_FEATURE_ERROR -310
#define GNUTLS_E_PKCS11_KEY_ERROR -311
#define GNUTLS_E_PKCS11_PIN_EXPIRED -312
#define GNUTLS_E_PKCS11_PIN_LOCKED -313
#define GNUTLS_E_PKCS11_SESSION_ERROR -314
#define GNUTLS_E_PKCS11_SIGNATURE_ERROR -315
#define GNUTLS_E_PKCS11_TOKEN_ERROR -316
#define GNUTLS_E_PKCS11_USER_ERROR -317
#define GNUTLS_E_CRYPTO_INIT_FAILED -318
#define GNUTLS_E_TIMEDOUT -319
#define GNUTLS_E_USER_ERROR -320
#define GNUTLS_E_ECC_NO_SUPPORTED_CURVES -321
#define GNUTLS_E_ECC_UNSUPPORTED_CURVE -322
#define GNUTLS_E_PKCS11_REQUESTED_OBJECT_NOT_AVAILBLE -323
#define GNUTLS_E_CERTIFICATE_LIST_UNSORTED -324
#define GNUTLS_E_ILLEGAL_PARAMETER -325
#define GNUTLS_E_NO_PRIORITIES_WERE_SET -326
#define GNUTLS_E_X509_UNSUPPORTED_EXTENSION -327
#define GNUTLS_E_SESSION_EOF -328
#define GNUTLS_E_TPM_ERROR -329
#define GNUTLS_E_TPM_KEY_PASSWORD_ERROR -330
#define GNUTLS_E_TPM_SRK_PASSWORD_ERROR -331
#define GNUTLS_E_TPM_SESSION_ERROR -332
#define GNUTLS_E_TPM_KEY_NOT_FOUND -333
#define GNUTLS_E_TPM_UNINITIALIZED -334
#define GNUTLS_E_TPM_NO_LIB -335
#define GNUTLS_E_NO_CERTIFICATE_STATUS -340
#define GNUTLS_E_OCSP_RESPONSE_ERROR -341
#define GNUTLS_E_RANDOM_DEVICE_ERROR -342
#define GNUTLS_E_AUTH_ERROR -343
#define GNUTLS_E_NO_APPLICATION_PROTOCOL -344
#define GNUTLS_E_SOCKETS_INIT_ERROR -345
#define GNUTLS_E_KEY_IMPORT_FAILED -346
#define GNUTLS_E_INAPPROPRIATE_FALLBACK -347
#define GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR -348
#define GNUTLS_E_PRIVKEY_VERIFICATION_ERROR -349
#define GNUTLS_E_UNEXPECTED_EXTENSIONS_LENGTH -350
#define GNUTLS_E_ASN1_EMBEDDED_NULL_IN_STRING -351
#define GNUTLS_E_SELF_TEST_ERROR -400
#define GNUTLS_E_NO_SELF_TEST -401
#define GNUTLS_E_LIB_IN_ERROR_STATE -402
#define GNUTLS_E_PK_GENERATION_ERROR -403
#define GNUTLS_E_IDNA_ERROR -404
#define GNUTLS_E_NEED_FALLBACK -405
#define GNUTLS_E_SESSION_USER_ID_CHANGED -406
#define GNUTLS_E_HANDSHAKE_DURING_FALSE_START -407
#define GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE -408
#define GNUTLS_E_PK_INVALID_PUBKEY -409
#define GNUTLS_E_PK_INVALID_PRIVKEY -410
#define GNUTLS_E_NOT_YET_ACTIVATED -411
#define GNUTLS_E_INVALID_UTF8_STRING -412
#define GNUTLS_E_NO_EMBEDDED_DATA -413
#define GNUTLS_E_INVALID_UTF8_EMAIL -414
#define GNUTLS_E_INVALID_PASSWORD_STRING -415
#define GNUTLS_E_CERTIFICATE_TIME_ERROR -416
#define GNUTLS_E_RECORD_OVERFLOW -417
#define GNUTLS_E_ASN1_TIME_ERROR -418
#define GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY -419
#define GNUTLS_E_PK_INVALID_PUBKEY_PARAMS -420
#define GNUTLS_E_PK_NO_VALIDATION_PARAMS -421
#define GNUTLS_E_OCSP_MISMATCH_WITH_CERTS -422
#define GNUTLS_E_NO_COMMON_KEY_SHARE -423
#define GNUTLS_E_REAUTH_REQUEST -424
#define GNUTLS_E_TOO_MANY_MATCHES -425
#define GNUTLS_E_CRL_VERIFICATION_ERROR -426
#define GNUTLS_E_MISSING_EXTENSION -427
#define GNUTLS_E_DB_ENTRY_EXISTS -428
#define GNUTLS_E_EARLY_DATA_REJECTED -429
#define GNUTLS_E_X509_DUPLICATE_EXTENSION -430
#define GNUTLS_E_UNIMPLEMENTED_FEATURE -1250
#define GNUTLS_E_INT_RET_0 -1251
#define GNUTLS_E_INT_CHECK_AGAIN -1252
#define GNUTLS_E_APPLICATION_ERROR_MAX -65000
#define GNUTLS_E_APPLICATION_ERROR_MIN -65500
#define GNUTLS_ALPN_MAND 1
#define GNUTLS_CIPHER_ARCFOUR 2
#define GNUTLS_CIPHER_RIJNDAEL_128_CBC 4
#define GNUTLS_CIPHER_RIJNDAEL_256_CBC 5
#define GNUTLS_CIPHER_RIJNDAEL_CBC 4
#define GNUTLS_CRT_RAW 3
#define GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT 4294967295
#define GNUTLS_DIG_SHA 3
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
#define GNUTLS_MAC_SHA 3
#define GNUTLS_MAX_ALGORITHM_NUM 128
#define GNUTLS_MAX_SESSION_ID 32
#define GNUTLS_MAX_SESSION_ID_SIZE 32
#define GNUTLS_NO_EXTENSIONS 16
#define GNUTLS_OCSP_SR_IS_AVAIL 1
#define GNUTLS_PKCS11_PIN_CONTEXT_SPECIFIC 16
#define GNUTLS_PKCS11_PIN_COUNT_LOW 8
#define GNUTLS_PKCS11_PIN_FINAL_TRY 4
#define GNUTLS_PKCS11_PIN_SO 2
#define GNUTLS_PKCS11_PIN_USER 1
#define GNUTLS_PKCS11_PIN_WRONG 32
#define GNUTLS_PK_EC 4
#define GNUTLS_PK_ECC 4
#define GNUTLS_PK_ECDHX 5
#define GNUTLS_PRIORITY_INIT_DEF_APPEND 1
#define GNUTLS_PRIORITY_LIST_INIT_KEYWORDS 1
#define GNUTLS_PRIORITY_LIST_SPECIAL 2
#define GNUTLS_RECORD_WAIT 1
#define GNUTLS_SCOMMIT_FLAG_ALLOW_BROKEN 1
#define GNUTLS_SEC_PARAM_NORMAL 35
#define GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS 1
#define GNUTLS_UTF8_IGNORE_ERRS 1
#define GNUTLS_VERSION_MAJOR 3
#define GNUTLS_VERSION_MINOR 8
#define GNUTLS_VERSION_NUMBER 198669
#define GNUTLS_VERSION_PATCH 13

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

typedef enum gnutls_alert_level_t {
        GNUTLS_AL_WARNING = 1,
        GNUTLS_AL_FATAL = 2
} gnutls_alert_level_t;

typedef enum gnutls_alpn_flags_t {
        GNUTLS_ALPN_MANDATORY = 1,
        GNUTLS_ALPN_SERVER_PRECEDENCE = 2
} gnutls_alpn_flags_t;

typedef enum gnutls_certificate_flags {
        GNUTLS_CERTIFICATE_SKIP_KEY_CERT_MATCH = 1,
        GNUTLS_CERTIFICATE_API_V2 = 2,
        GNUTLS_CERTIFICATE_SKIP_OCSP_RESPONSE_CHECK = 4,
        GNUTLS_CERTIFICATE_VERIFY_CRLS = 8
} gnutls_certificate_flags;

typedef enum gnutls_certificate_print_formats_t {
        GNUTLS_CRT_PRINT_FULL = 0,
        GNUTLS_CRT_PRINT_ONELINE = 1,
        GNUTLS_CRT_PRINT_UNSIGNED_FULL = 2,
        GNUTLS_CRT_PRINT_COMPACT = 3,
        GNUTLS_CRT_PRINT_FULL_NUMBERS = 4
} gnutls_certificate_print_formats_t;

typedef enum gnutls_certificate_request_t {
        GNUTLS_CERT_IGNORE = 0,
        GNUTLS_CERT_REQUEST = 1,
        GNUTLS_CERT_REQUIRE = 2
} gnutls_certificate_request_t;

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

typedef enum gnutls_certificate_type_t {
        GNUTLS_CRT_UNKNOWN = 0,
        GNUTLS_CRT_X509 = 1,
        GNUTLS_CRT_OPENPGP = 2,
        GNUTLS_CRT_MAX = 3,
        GNUTLS_CRT_RAWPK = 3
} gnutls_certificate_type_t;

typedef enum gnutls_channel_binding_t {
        GNUTLS_CB_TLS_UNIQUE = 0,
        GNUTLS_CB_TLS_SERVER_END_POINT = 1,
        GNUTLS_CB_TLS_EXPORTER = 2
} gnutls_channel_binding_t;

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

typedef enum gnutls_close_request_t {
        GNUTLS_SHUT_RDWR = 0,
        GNUTLS_SHUT_WR = 1
} gnutls_close_request_t;

typedef enum gnutls_compression_method_t {
        GNUTLS_COMP_UNKNOWN = 0,
        GNUTLS_COMP_NULL = 1,
        GNUTLS_COMP_DEFLATE = 2,
        GNUTLS_COMP_ZLIB = 2,
        GNUTLS_COMP_BROTLI = 3,
        GNUTLS_COMP_ZSTD = 4
} gnutls_compression_method_t;

typedef enum gnutls_credentials_type_t {
        GNUTLS_CRD_CERTIFICATE = 1,
        GNUTLS_CRD_ANON = 2,
        GNUTLS_CRD_SRP = 3,
        GNUTLS_CRD_PSK = 4,
        GNUTLS_CRD_IA = 5
} gnutls_credentials_type_t;

typedef enum gnutls_ctype_target_t {
        GNUTLS_CTYPE_CLIENT = 0,
        GNUTLS_CTYPE_SERVER = 1,
        GNUTLS_CTYPE_OURS = 2,
        GNUTLS_CTYPE_PEERS = 3
} gnutls_ctype_target_t;

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

typedef enum gnutls_ext_parse_type_t {
        GNUTLS_EXT_ANY = 0,
        GNUTLS_EXT_APPLICATION = 1,
        GNUTLS_EXT_TLS = 2,
        GNUTLS_EXT_MANDATORY = 3,
        GNUTLS_EXT_NONE = 4,
        GNUTLS_EXT_VERSION_NEG = 5
} gnutls_ext_parse_type_t;

typedef enum gnutls_fips140_operation_state_t {
        GNUTLS_FIPS140_OP_INITIAL = 0,
        GNUTLS_FIPS140_OP_APPROVED = 1,
        GNUTLS_FIPS140_OP_NOT_APPROVED = 2,
        GNUTLS_FIPS140_OP_ERROR = 3
} gnutls_fips140_operation_state_t;

typedef enum gnutls_fips_mode_t {
        GNUTLS_FIPS140_DISABLED = 0,
        GNUTLS_FIPS140_STRICT = 1,
        GNUTLS_FIPS140_SELFTESTS = 2,
        GNUTLS_FIPS140_LAX = 3,
        GNUTLS_FIPS140_LOG = 4
} gnutls_fips_mode_t;

typedef enum gnutls_gost_paramset_t {
        GNUTLS_GOST_PARAMSET_UNKNOWN = 0,
        GNUTLS_GOST_PARAMSET_TC26_Z = 1,
        GNUTLS_GOST_PARAMSET_CP_A = 2,
        GNUTLS_GOST_PARAMSET_CP_B = 3,
        GNUTLS_GOST_PARAMSET_CP_C = 4,
        GNUTLS_GOST_PARAMSET_CP_D = 5
} gnutls_gost_paramset_t;

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

typedef enum gnutls_openpgp_crt_status_t {
        GNUTLS_OPENPGP_CERT = 0,
        GNUTLS_OPENPGP_CERT_FINGERPRINT = 1
} gnutls_openpgp_crt_status_t;

typedef enum gnutls_params_type_t {
        GNUTLS_PARAMS_RSA_EXPORT = 1,
        GNUTLS_PARAMS_DH = 2,
        GNUTLS_PARAMS_ECDH = 3
} gnutls_params_type_t;

typedef enum gnutls_pin_flag_t {
        GNUTLS_PIN_USER = 1,
        GNUTLS_PIN_SO = 2,
        GNUTLS_PIN_FINAL_TRY = 4,
        GNUTLS_PIN_COUNT_LOW = 8,
        GNUTLS_PIN_CONTEXT_SPECIFIC = 16,
        GNUTLS_PIN_WRONG = 32
} gnutls_pin_flag_t;

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

typedef enum gnutls_pkcs12_flags_t {
        GNUTLS_PKCS12_USE_PBMAC1 = 1
} gnutls_pkcs12_flags_t;

typedef enum gnutls_privkey_type_t {
        GNUTLS_PRIVKEY_X509 = 0,
        GNUTLS_PRIVKEY_OPENPGP = 1,
        GNUTLS_PRIVKEY_PKCS11 = 2,
        GNUTLS_PRIVKEY_EXT = 3
} gnutls_privkey_type_t;

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

typedef enum gnutls_psk_key_flags {
        GNUTLS_PSK_KEY_RAW = 0,
        GNUTLS_PSK_KEY_HEX = 1,
        GNUTLS_PSK_KEY_EXT = 2
} gnutls_psk_key_flags;

typedef enum gnutls_random_art_t {
        GNUTLS_RANDOM_ART_OPENSSH = 1
} gnutls_random_art_t;

typedef enum gnutls_record_encryption_level_t {
        GNUTLS_ENCRYPTION_LEVEL_INITIAL = 0,
        GNUTLS_ENCRYPTION_LEVEL_EARLY = 1,
        GNUTLS_ENCRYPTION_LEVEL_HANDSHAKE = 2,
        GNUTLS_ENCRYPTION_LEVEL_APPLICATION = 3
} gnutls_record_encryption_level_t;

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

typedef enum gnutls_server_name_type_t {
        GNUTLS_NAME_DNS = 1
} gnutls_server_name_type_t;

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

typedef enum gnutls_srtp_profile_t {
        GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80 = 1,
        GNUTLS_SRTP_AES128_CM_HMAC_SHA1_32 = 2,
        GNUTLS_SRTP_NULL_HMAC_SHA1_80 = 5,
        GNUTLS_SRTP_NULL_HMAC_SHA1_32 = 6,
        GNUTLS_SRTP_AEAD_AES_128_GCM = 7,
        GNUTLS_SRTP_AEAD_AES_256_GCM = 8
} gnutls_srtp_profile_t;

typedef enum gnutls_supplemental_data_format_type_t {
        GNUTLS_SUPPLEMENTAL_UNKNOWN = 0
} gnutls_supplemental_data_format_type_t;

typedef enum gnutls_vdata_types_t {
        GNUTLS_DT_UNKNOWN = 0,
        GNUTLS_DT_DNS_HOSTNAME = 1,
        GNUTLS_DT_KEY_PURPOSE_OID = 2,
        GNUTLS_DT_RFC822NAME = 3,
        GNUTLS_DT_IP_ADDRESS = 4
} gnutls_vdata_types_t;

typedef enum gnutls_x509_crt_fmt_t {
        GNUTLS_X509_FMT_DER = 0,
        GNUTLS_X509_FMT_PEM = 1
} gnutls_x509_crt_fmt_t;

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

typedef struct gnutls_datum_t (*gnutls_db_retr_func)(void*, struct gnutls_datum_t);

typedef int (*gnutls_db_add_func)(void*, time_t, const struct gnutls_datum_t*, const struct gnutls_datum_t*);

typedef int (*gnutls_db_remove_func)(void*, struct gnutls_datum_t);

typedef int (*gnutls_db_store_func)(void*, struct gnutls_datum_t, struct gnutls_datum_t);

typedef void *gnutls_transport_ptr_t;

typedef int (*gnutls_errno_func)(gnutls_transport_ptr_t);

typedef void *gnutls_ext_priv_data_t;

typedef struct gnutls_buffer_st *gnutls_buffer_t;

typedef int (*gnutls_ext_pack_func)(gnutls_ext_priv_data_t, gnutls_buffer_t);

typedef int (*gnutls_ext_raw_process_func)(void*, unsigned int, const unsigned char*, unsigned int);

typedef int (*gnutls_ext_recv_func)(gnutls_session_t, const unsigned char*, size_t);

typedef int (*gnutls_ext_send_func)(gnutls_session_t, gnutls_buffer_t);

typedef int (*gnutls_ext_unpack_func)(gnutls_buffer_t, gnutls_ext_priv_data_t*);

typedef int (*gnutls_handshake_hook_func)(gnutls_session_t,
                                          unsigned int,
                                          unsigned int,
                                          unsigned int,
                                          const struct gnutls_datum_t*);

typedef int (*gnutls_handshake_read_func)(gnutls_session_t,
                                          enum gnutls_record_encryption_level_t,
                                          enum gnutls_handshake_description_t,
                                          const void*,
                                          size_t);

typedef int (*gnutls_handshake_secret_func)(gnutls_session_t,
                                            enum gnutls_record_encryption_level_t,
                                            const void*,
                                            const void*,
                                            size_t);

typedef int (*gnutls_handshake_simple_hook_func)(gnutls_session_t);

typedef int (*gnutls_is_secure_function)(const void*);

typedef int (*gnutls_keylog_func)(gnutls_session_t, const char*, const struct gnutls_datum_t*);

typedef int (*gnutls_pin_callback_t)(void*, int, const char*, const char*, unsigned int, char*, size_t);

typedef int (*gnutls_pull_timeout_func)(gnutls_transport_ptr_t, unsigned int);

typedef int (*gnutls_status_request_ocsp_func)(gnutls_session_t, void*, struct gnutls_datum_t*);

typedef int (*gnutls_supp_recv_func)(gnutls_session_t, const unsigned char*, size_t);

typedef int (*gnutls_supp_send_func)(gnutls_session_t, gnutls_buffer_t);

typedef int (*gnutls_tdb_store_commitment_func)(const char*,
                                                const char*,
                                                const char*,
                                                time_t,
                                                enum gnutls_digest_algorithm_t,
                                                const struct gnutls_datum_t*);

typedef int (*gnutls_tdb_store_func)(const char*,
                                     const char*,
                                     const char*,
                                     time_t,
                                     const struct gnutls_datum_t*);

typedef int (*gnutls_tdb_verify_func)(const char*, const char*, const char*, const struct gnutls_datum_t*);

typedef ssize_t (*gnutls_pull_func)(gnutls_transport_ptr_t, void*, size_t);

typedef ssize_t (*gnutls_push_func)(gnutls_transport_ptr_t, const void*, size_t);

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

typedef int (*mutex_init_func)(void**);

typedef int (*mutex_lock_func)(void**);

typedef int (*mutex_unlock_func)(void**);

typedef int (*mutex_deinit_func)(void**);

typedef time_t (*gnutls_time_func)(time_t*);

typedef void (*gnutls_audit_log_func)(gnutls_session_t, const char*);

typedef void (*gnutls_ext_deinit_data_func)(gnutls_ext_priv_data_t);

typedef void (*gnutls_free_function)(void*);

typedef void (*gnutls_log_func)(int, const char*);

typedef void *(*gnutls_alloc_function)(size_t);

typedef void *(*gnutls_calloc_function)(size_t, size_t);

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

/* Enumerators, for programs that ask for them with #ifdef. */
#define GNUTLS_ALLOW_ID_CHANGE GNUTLS_ALLOW_ID_CHANGE
#define GNUTLS_CLIENT GNUTLS_CLIENT
#define GNUTLS_DATAGRAM GNUTLS_DATAGRAM
#define GNUTLS_ENABLE_FALSE_START GNUTLS_ENABLE_FALSE_START
#define GNUTLS_FORCE_CLIENT_CERT GNUTLS_FORCE_CLIENT_CERT
#define GNUTLS_NONBLOCK GNUTLS_NONBLOCK
#define GNUTLS_NO_DEFAULT_EXTENSIONS GNUTLS_NO_DEFAULT_EXTENSIONS
#define GNUTLS_NO_REPLAY_PROTECTION GNUTLS_NO_REPLAY_PROTECTION
#define GNUTLS_NO_SIGNAL GNUTLS_NO_SIGNAL
#define GNUTLS_NO_TICKETS GNUTLS_NO_TICKETS
#define GNUTLS_SERVER GNUTLS_SERVER

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
typedef int gnutls_certificate_retrieve_function(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int, gnutls_retr2_st *);
typedef int gnutls_certificate_verify_function(gnutls_session_t);
typedef int gnutls_params_function(gnutls_session_t, gnutls_params_type_t, gnutls_params_st *);
typedef int gnutls_psk_client_credentials_function(gnutls_session_t, char **, gnutls_datum_t *);
typedef int gnutls_psk_client_credentials_function2(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *);
typedef int gnutls_psk_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *);
typedef int gnutls_psk_server_credentials_function2(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *);
typedef int gnutls_srp_client_credentials_function(gnutls_session_t, char **, char **);
typedef int gnutls_srp_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
typedef int gnutls_psk_client_credentials_function3(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);
typedef int gnutls_psk_server_credentials_function3(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);

/* A variable whose type has no name. */
extern char *(*gnutls_strdup)(const char *);

/**
 * 0: the library is initialized when it is loaded. An application may define its own, before ours.
 */
int _gnutls_global_init_skip(void);

/**
 * The last alert that the peer sent. Manual: `gnutls_alert_get`.
 */
gnutls_alert_description_t gnutls_alert_get(gnutls_session_t session);

/**
 * What an alert means, for a reader; NULL for an unknown one. The string is constant.
 * Manual: `gnutls_alert_get_name`.
 */
const char *gnutls_alert_get_name(gnutls_alert_description_t alert);

/**
 * The C name of an alert; NULL for an unknown one. The string is constant.
 * Manual: `gnutls_alert_get_strname`.
 */
const char *gnutls_alert_get_strname(gnutls_alert_description_t alert);

/**
 * Sends an alert; a fatal one ends the session. Manual: `gnutls_alert_send`.
 */
int gnutls_alert_send(gnutls_session_t session, gnutls_alert_level_t level, gnutls_alert_description_t desc);

/**
 * Sends the alert that an error code calls for, if it calls for one.
 * Manual: `gnutls_alert_send_appropriate`.
 */
int gnutls_alert_send_appropriate(gnutls_session_t session, int err);

/**
 * The protocol that was agreed, as bytes that the session keeps.
 * Manual: `gnutls_alpn_get_selected_protocol`.
 *
 * Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
 */
int gnutls_alpn_get_selected_protocol(gnutls_session_t session, gnutls_datum_t *protocol);

/**
 * The application protocols to offer, or to choose from. `flags`: `gnutls_alpn_flags_t`.
 * Manual: `gnutls_alpn_set_protocols`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` for more than eight, or for one that is too long.
 */
int gnutls_alpn_set_protocols(gnutls_session_t session,
                              const gnutls_datum_t *protocols,
                              unsigned int protocols_size,
                              unsigned int flags);

/**
 * Makes anonymous credentials of a client, to be freed with `gnutls_anon_free_client_credentials`.
 * Manual: `gnutls_anon_allocate_client_credentials`.
 */
int gnutls_anon_allocate_client_credentials(gnutls_anon_client_credentials_t *sc);

/**
 * Makes anonymous credentials of a server, to be freed with `gnutls_anon_free_server_credentials`.
 * Manual: `gnutls_anon_allocate_server_credentials`.
 */
int gnutls_anon_allocate_server_credentials(gnutls_anon_server_credentials_t *sc);

/**
 * Frees anonymous credentials of a client; NULL is ignored.
 * Manual: `gnutls_anon_free_client_credentials`.
 */
void gnutls_anon_free_client_credentials(gnutls_anon_client_credentials_t sc);

/**
 * Frees anonymous credentials of a server; NULL is ignored.
 * Manual: `gnutls_anon_free_server_credentials`.
 */
void gnutls_anon_free_server_credentials(gnutls_anon_server_credentials_t sc);

/**
 * Parameters for anonymous exchange; negotiated by RFC 7919 since GnuTLS 3.6.
 * Manual: `gnutls_anon_set_server_dh_params`.
 */
void gnutls_anon_set_server_dh_params(gnutls_anon_server_credentials_t res, gnutls_dh_params_t dh_params);

/**
 * Groups for anonymous exchange by level. Since GnuTLS 3.6 they are negotiated by RFC 7919, and the call
 * is only checked. Manual: `gnutls_anon_set_server_known_dh_params`.
 */
int gnutls_anon_set_server_known_dh_params(gnutls_anon_server_credentials_t res,
                                           gnutls_sec_param_t sec_param);

/**
 * A function that gives such parameters; negotiated by RFC 7919 since GnuTLS 3.6.
 * Manual: `gnutls_anon_set_server_params_function`.
 */
void gnutls_anon_set_server_params_function(gnutls_anon_server_credentials_t res,
                                            gnutls_params_function *func);

/**
 * How the client is authenticated. Manual: `gnutls_auth_client_get_type`.
 */
gnutls_credentials_type_t gnutls_auth_client_get_type(gnutls_session_t session);

/**
 * How the peer is authenticated: `GNUTLS_CRD_CERTIFICATE`. Manual: `gnutls_auth_get_type`.
 */
gnutls_credentials_type_t gnutls_auth_get_type(gnutls_session_t session);

/**
 * How the server is authenticated. Manual: `gnutls_auth_server_get_type`.
 */
gnutls_credentials_type_t gnutls_auth_server_get_type(gnutls_session_t session);

/**
 * The bytes of base64 text, for the caller to free; `GNUTLS_E_BASE64_DECODING_ERROR` if it is none.
 * Manual: `gnutls_base64_decode2`.
 */
int gnutls_base64_decode2(const gnutls_datum_t *base64, gnutls_datum_t *result);

/**
 * `data` in base64 on one line, as a string that the caller frees.
 * Manual: `gnutls_base64_encode2`.
 */
int gnutls_base64_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);

/**
 * Appends to the extension that a send function writes. Manual: `gnutls_buffer_append_data`.
 * Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_MEMORY_ERROR` beyond what an extension can hold.
 */
int gnutls_buffer_append_data(gnutls_buffer_t dest, const void *data, size_t data_size);

/**
 * Ends the connection: close_notify, and with `GNUTLS_SHUT_RDWR` the peer's too. Manual: `gnutls_bye`.
 */
int gnutls_bye(gnutls_session_t session, gnutls_close_request_t how);

/**
 * When the peer's certificate began; -1 without one. Manual: `gnutls_certificate_activation_time_peers`.
 */
time_t gnutls_certificate_activation_time_peers(gnutls_session_t session);

/**
 * Makes empty credentials, to be freed with `gnutls_certificate_free_credentials`.
 * Manual: `gnutls_certificate_allocate_credentials`.
 */
int gnutls_certificate_allocate_credentials(gnutls_certificate_credentials_t *res);

/**
 * 1 if the server asked this client for a certificate. Manual: `gnutls_certificate_client_get_request_status`.
 */
unsigned int gnutls_certificate_client_get_request_status(gnutls_session_t session);

/**
 * When the peer's certificate ends; -1 without one. Manual: `gnutls_certificate_expiration_time_peers`.
 */
time_t gnutls_certificate_expiration_time_peers(gnutls_session_t session);

/**
 * Kept for old applications, does nothing, as in GnuTLS. Manual: `gnutls_certificate_free_ca_names`.
 */
void gnutls_certificate_free_ca_names(gnutls_certificate_credentials_t sc);

/**
 * Forgets the trusted CAs; a server that asks for certificates then names none. The memory of a
 * busy server is its own affair. Manual: `gnutls_certificate_free_cas`.
 */
void gnutls_certificate_free_cas(gnutls_certificate_credentials_t sc);

/**
 * Frees credentials; no session may use them any more. NULL is ignored.
 * Manual: `gnutls_certificate_free_credentials`.
 */
void gnutls_certificate_free_credentials(gnutls_certificate_credentials_t sc);

/**
 * Kept for old applications, does nothing, as in GnuTLS. Manual: `gnutls_certificate_free_crls`.
 */
void gnutls_certificate_free_crls(gnutls_certificate_credentials_t sc);

/**
 * Forgets the keys. Manual: `gnutls_certificate_free_keys`.
 */
void gnutls_certificate_free_keys(gnutls_certificate_credentials_t sc);

/**
 * Certificate `idx2` of pair `idx1`, lent for the life of the credentials. Manual: `gnutls_certificate_get_crt_raw`.
 */
int gnutls_certificate_get_crt_raw(gnutls_certificate_credentials_t sc,
                                   unsigned int idx1,
                                   unsigned int idx2,
                                   gnutls_datum_t *cert);

/**
 * The trusted CA that issued a certificate; it stays the credentials' unless `GNUTLS_TL_GET_COPY` is given.
 * Manual: `gnutls_certificate_get_issuer`.
 */
int gnutls_certificate_get_issuer(gnutls_certificate_credentials_t sc,
                                  gnutls_x509_crt_t cert,
                                  gnutls_x509_crt_t *issuer,
                                  unsigned int flags);

/**
 * The certificate that we showed in the last handshake; NULL if none.
 * Manual: `gnutls_certificate_get_ours`.
 */
const gnutls_datum_t *gnutls_certificate_get_ours(gnutls_session_t session);

/**
 * The peer's chain, leaf first, as the peer sent it: an array that the session keeps, its length in
 * `*list_size`. NULL if there is none. Manual: `gnutls_certificate_get_peers`.
 */
const gnutls_datum_t *gnutls_certificate_get_peers(gnutls_session_t session, unsigned int *list_size);

/**
 * The flags that were set. Manual: `gnutls_certificate_get_verify_flags`.
 */
unsigned int gnutls_certificate_get_verify_flags(gnutls_certificate_credentials_t res);

/**
 * The chain of a pair as an array that the caller frees, certificate by certificate.
 * Manual: `gnutls_certificate_get_x509_crt`.
 */
int gnutls_certificate_get_x509_crt(gnutls_certificate_credentials_t res,
                                    unsigned int index,
                                    gnutls_x509_crt_t **crt_list,
                                    unsigned int *crt_list_size);

/**
 * A copy of a pair's key, which the caller frees. Manual: `gnutls_certificate_get_x509_key`.
 */
int gnutls_certificate_get_x509_key(gnutls_certificate_credentials_t res,
                                    unsigned int index,
                                    gnutls_x509_privkey_t *key);

/**
 * Whether a server's CertificateRequest leaves the CA names out.
 * Manual: `gnutls_certificate_send_x509_rdn_sequence`.
 */
void gnutls_certificate_send_x509_rdn_sequence(gnutls_session_t session, int status);

/**
 * Whether a server asks for a client certificate. Manual: `gnutls_certificate_server_set_request`.
 */
void gnutls_certificate_server_set_request(gnutls_session_t session, gnutls_certificate_request_t req);

/**
 * Parameters for finite-field exchange; negotiated by RFC 7919 since GnuTLS 3.6.
 * Manual: `gnutls_certificate_set_dh_params`.
 */
void gnutls_certificate_set_dh_params(gnutls_certificate_credentials_t res, gnutls_dh_params_t dh_params);

/**
 * `gnutls_certificate_flags`. Manual: `gnutls_certificate_set_flags`.
 */
void gnutls_certificate_set_flags(gnutls_certificate_credentials_t res, unsigned int flags);

/**
 * Groups for finite-field exchange by level. Since GnuTLS 3.6 they are negotiated by RFC 7919, and the
 * call is only checked. Manual: `gnutls_certificate_set_known_dh_params`.
 */
int gnutls_certificate_set_known_dh_params(gnutls_certificate_credentials_t res,
                                           gnutls_sec_param_t sec_param);

/**
 * A function that gives parameters for finite-field exchange; negotiated by RFC 7919 since GnuTLS 3.6.
 * Manual: `gnutls_certificate_set_params_function`.
 */
void gnutls_certificate_set_params_function(gnutls_certificate_credentials_t res,
                                            gnutls_params_function *func);

/**
 * The function that is asked for the password of an encrypted key. Manual: `gnutls_certificate_set_pin_function`.
 */
void gnutls_certificate_set_pin_function(gnutls_certificate_credentials_t cred,
                                         gnutls_pin_callback_t fn_,
                                         void *userdata);

/**
 * A function that chooses the certificate when the peer asks for one. Manual: `gnutls_certificate_set_retrieve_function`.
 */
void gnutls_certificate_set_retrieve_function(gnutls_certificate_credentials_t cred,
                                              gnutls_certificate_retrieve_function *func);

/**
 * `GNUTLS_VERIFY_*` for the verification of peers. Manual: `gnutls_certificate_set_verify_flags`.
 */
void gnutls_certificate_set_verify_flags(gnutls_certificate_credentials_t res, unsigned int flags);

/**
 * A function that runs in the handshake once the peer's chain is there.
 * Manual: `gnutls_certificate_set_verify_function`.
 */
void gnutls_certificate_set_verify_function(gnutls_certificate_credentials_t cred,
                                            gnutls_certificate_verify_function *func);

/**
 * The largest key and longest chain that a verification looks at; 0 is no limit.
 * Manual: `gnutls_certificate_set_verify_limits`.
 */
void gnutls_certificate_set_verify_limits(gnutls_certificate_credentials_t res,
                                          unsigned int max_bits,
                                          unsigned int max_depth);

/**
 * Adds CRLs, which are copied: how many. Manual: `gnutls_certificate_set_x509_crl`.
 * `GNUTLS_E_CRL_VERIFICATION_ERROR` if no anchor signed one, where the flags of the credentials ask for that.
 */
int gnutls_certificate_set_x509_crl(gnutls_certificate_credentials_t res,
                                    gnutls_x509_crl_t *crl_list,
                                    int crl_list_size);

/**
 * Adds the CRLs of a file: how many. Manual: `gnutls_certificate_set_x509_crl_file`.
 * `GNUTLS_E_CRL_VERIFICATION_ERROR` if no anchor signed one, where the flags of the credentials ask for that.
 */
int gnutls_certificate_set_x509_crl_file(gnutls_certificate_credentials_t res,
                                         const char *crlfile,
                                         gnutls_x509_crt_fmt_t type_);

/**
 * Adds the CRLs of a text: how many. Manual: `gnutls_certificate_set_x509_crl_mem`.
 * `GNUTLS_E_CRL_VERIFICATION_ERROR` if no anchor signed one, where the flags of the credentials ask for that.
 */
int gnutls_certificate_set_x509_crl_mem(gnutls_certificate_credentials_t res,
                                        const gnutls_datum_t *crl,
                                        gnutls_x509_crt_fmt_t type_);

/**
 * Adds a chain and its key, both copied. Manual: `gnutls_certificate_set_x509_key`.
 *
 * Errors: `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`. With `GNUTLS_CERTIFICATE_API_V2` the index of the pair is returned.
 */
int gnutls_certificate_set_x509_key(gnutls_certificate_credentials_t res,
                                    gnutls_x509_crt_t *cert_list,
                                    int cert_list_size,
                                    gnutls_x509_privkey_t key);

/**
 * Adds a chain and its key from files. Manual: `gnutls_certificate_set_x509_key_file`.
 *
 * Errors: `GNUTLS_E_FILE_ERROR`, `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`, and what is wrong in the files.
 */
int gnutls_certificate_set_x509_key_file(gnutls_certificate_credentials_t res,
                                         const char *certfile,
                                         const char *keyfile,
                                         gnutls_x509_crt_fmt_t type_);

/**
 * As `gnutls_certificate_set_x509_key_file`, with the password of the key and how it may be encrypted.
 * Manual: `gnutls_certificate_set_x509_key_file2`.
 */
int gnutls_certificate_set_x509_key_file2(gnutls_certificate_credentials_t res,
                                          const char *certfile,
                                          const char *keyfile,
                                          gnutls_x509_crt_fmt_t type_,
                                          const char *pass,
                                          unsigned int flags);

/**
 * Adds a chain and its key from memory. Manual: `gnutls_certificate_set_x509_key_mem`.
 */
int gnutls_certificate_set_x509_key_mem(gnutls_certificate_credentials_t res,
                                        const gnutls_datum_t *cert,
                                        const gnutls_datum_t *key,
                                        gnutls_x509_crt_fmt_t type_);

/**
 * As `gnutls_certificate_set_x509_key_mem`, with the password of the key.
 * Manual: `gnutls_certificate_set_x509_key_mem2`.
 */
int gnutls_certificate_set_x509_key_mem2(gnutls_certificate_credentials_t res,
                                         const gnutls_datum_t *cert,
                                         const gnutls_datum_t *key,
                                         gnutls_x509_crt_fmt_t type_,
                                         const char *pass,
                                         unsigned int flags);

/**
 * Trusts the CAs that the system trusts. Manual: `gnutls_certificate_set_x509_system_trust`.
 */
int gnutls_certificate_set_x509_system_trust(gnutls_certificate_credentials_t cred);

/**
 * Trusts these CAs, which are copied: how many. Manual: `gnutls_certificate_set_x509_trust`.
 */
int gnutls_certificate_set_x509_trust(gnutls_certificate_credentials_t res,
                                      gnutls_x509_crt_t *ca_list,
                                      int ca_list_size);

/**
 * Trusts the CAs in the files of a directory. Manual: `gnutls_certificate_set_x509_trust_dir`.
 */
int gnutls_certificate_set_x509_trust_dir(gnutls_certificate_credentials_t cred,
                                          const char *ca_dir,
                                          gnutls_x509_crt_fmt_t type_);

/**
 * Trusts the CAs of a file; how many is returned. Manual: `gnutls_certificate_set_x509_trust_file`.
 */
int gnutls_certificate_set_x509_trust_file(gnutls_certificate_credentials_t cred,
                                           const char *cafile,
                                           gnutls_x509_crt_fmt_t type_);

/**
 * Trusts the CAs of a text; how many is returned. Manual: `gnutls_certificate_set_x509_trust_mem`.
 */
int gnutls_certificate_set_x509_trust_mem(gnutls_certificate_credentials_t res,
                                          const gnutls_datum_t *ca,
                                          gnutls_x509_crt_fmt_t type_);

/**
 * The certificate type in use. Manual: `gnutls_certificate_type_get`.
 */
gnutls_certificate_type_t gnutls_certificate_type_get(gnutls_session_t session);

/**
 * The certificate type of one side. Manual: `gnutls_certificate_type_get2`.
 */
gnutls_certificate_type_t gnutls_certificate_type_get2(gnutls_session_t session,
                                                       gnutls_ctype_target_t target);

/**
 * The certificate type of this name ("X509", "X.509" or "RAWPK", in any case of letters); 0 for none.
 * Manual: `gnutls_certificate_type_get_id`.
 */
gnutls_certificate_type_t gnutls_certificate_type_get_id(const char *name);

/**
 * The name of a certificate type; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_certificate_type_get_name`.
 */
const char *gnutls_certificate_type_get_name(gnutls_certificate_type_t type_);

/**
 * Every certificate type that is supported, then 0. The list is constant.
 * Manual: `gnutls_certificate_type_list`.
 */
const gnutls_certificate_type_t *gnutls_certificate_type_list(void);

/**
 * The status of a verification in words; the caller frees it. Manual: `gnutls_certificate_verification_status_print`.
 */
int gnutls_certificate_verification_status_print(unsigned int status,
                                                 gnutls_certificate_type_t type_,
                                                 gnutls_datum_t *out,
                                                 unsigned int flags);

/**
 * As `gnutls_certificate_verify_peers2`, with names and purposes to look for.
 * Manual: `gnutls_certificate_verify_peers`.
 */
int gnutls_certificate_verify_peers(gnutls_session_t session,
                                    gnutls_typed_vdata_st *data,
                                    unsigned int elements,
                                    unsigned int *status);

/**
 * Verifies the peer's chain; the result, `gnutls_certificate_status_t` bits, in `*status`.
 * Manual: `gnutls_certificate_verify_peers2`.
 *
 * Errors: `GNUTLS_E_NO_CERTIFICATE_FOUND`, `GNUTLS_E_INSUFFICIENT_CREDENTIALS`.
 */
int gnutls_certificate_verify_peers2(gnutls_session_t session, unsigned int *status);

/**
 * As `gnutls_certificate_verify_peers2`, with a host name that the certificate must have; NULL is any.
 * Manual: `gnutls_certificate_verify_peers3`.
 */
int gnutls_certificate_verify_peers3(gnutls_session_t session, const char *hostname, unsigned int *status);

/**
 * The version of the library; NULL if it is older than `req_version`. The string is constant.
 * Manual: `gnutls_check_version`.
 */
const char *gnutls_check_version(const char *req_version);

/**
 * The cipher in use; `GNUTLS_CIPHER_NULL` before there is one. Manual: `gnutls_cipher_get`.
 */
gnutls_cipher_algorithm_t gnutls_cipher_get(gnutls_session_t session);

/**
 * The number of the cipher of this name, in any case of letters; 0 for none.
 * Manual: `gnutls_cipher_get_id`.
 */
gnutls_cipher_algorithm_t gnutls_cipher_get_id(const char *name);

/**
 * Bytes of the key; 0 for an unknown number.
 * Manual: `gnutls_cipher_get_key_size`.
 */
size_t gnutls_cipher_get_key_size(gnutls_cipher_algorithm_t algorithm);

/**
 * The name of a cipher; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_cipher_get_name`.
 */
const char *gnutls_cipher_get_name(gnutls_cipher_algorithm_t algorithm);

/**
 * Every cipher that is supported, then 0. The list is constant.
 * Manual: `gnutls_cipher_list`.
 */
const gnutls_cipher_algorithm_t *gnutls_cipher_list(void);

/**
 * The name, without "TLS_", of the suite of these algorithms (`GNUTLS_KX_UNKNOWN` for TLS 1.3); NULL for
 * none. The string is constant.
 * Manual: `gnutls_cipher_suite_get_name`.
 */
const char *gnutls_cipher_suite_get_name(gnutls_kx_algorithm_t kx_algorithm,
                                         gnutls_cipher_algorithm_t cipher_algorithm,
                                         gnutls_mac_algorithm_t mac_algorithm);

/**
 * The suite at place `idx` of the list of all: its two bytes, its algorithms and its oldest version, each
 * written if its pointer is not NULL. Returns the constant name, or NULL beyond the list.
 * Manual: `gnutls_cipher_suite_info`.
 */
const char *gnutls_cipher_suite_info(size_t idx,
                                     unsigned char *cs_id,
                                     gnutls_kx_algorithm_t *kx,
                                     gnutls_cipher_algorithm_t *cipher,
                                     gnutls_mac_algorithm_t *mac,
                                     gnutls_protocol_t *min_version);

/**
 * The canonical name of the suite in use, static; NULL before there is one.
 * Manual: `gnutls_ciphersuite_get`.
 */
const char *gnutls_ciphersuite_get(gnutls_session_t session);

/**
 * Forgets all credentials. Manual: `gnutls_credentials_clear`.
 */
void gnutls_credentials_clear(gnutls_session_t session);

/**
 * The credentials that were set for a type. Manual: `gnutls_credentials_get`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` for a type that has none.
 */
int gnutls_credentials_get(gnutls_session_t session, gnutls_credentials_type_t type_, void **cred);

/**
 * Tells the session which credentials to use; they must outlive it. Manual: `gnutls_credentials_set`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_credentials_set(gnutls_session_t session, gnutls_credentials_type_t type_, void *cred);

/**
 * Ends a session and frees what it holds, but not the credentials. NULL is ignored.
 * Manual: `gnutls_deinit`.
 */
void gnutls_deinit(gnutls_session_t session);

/**
 * Bits of the peer's last Diffie-Hellman key: `GNUTLS_E_MPI_SCAN_FAILED`, for there is none.
 * Manual: `gnutls_dh_get_peers_public_bits`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
 */
int gnutls_dh_get_peers_public_bits(gnutls_session_t session);

/**
 * Bits of the last Diffie-Hellman prime: 0, for none was used. Manual: `gnutls_dh_get_prime_bits`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
 */
int gnutls_dh_get_prime_bits(gnutls_session_t session);

/**
 * Bits of the last Diffie-Hellman secret: 0, for none was used. Manual: `gnutls_dh_get_secret_bits`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST` before a handshake is complete.
 */
int gnutls_dh_get_secret_bits(gnutls_session_t session);

/**
 * Copies parameters into others. Manual: `gnutls_dh_params_cpy`.
 * Errors: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_dh_params_cpy(gnutls_dh_params_t dst, gnutls_dh_params_t src);

/**
 * Frees parameters; NULL is ignored. Manual: `gnutls_dh_params_deinit`.
 */
void gnutls_dh_params_deinit(gnutls_dh_params_t dh_params);

/**
 * Writes PKCS#3 parameters into memory for `gnutls_free`. Manual: `gnutls_dh_params_export2_pkcs3`.
 */
int gnutls_dh_params_export2_pkcs3(gnutls_dh_params_t params,
                                   gnutls_x509_crt_fmt_t format,
                                   gnutls_datum_t *out);

/**
 * Writes PKCS#3 parameters into the application's memory. Manual: `gnutls_dh_params_export_pkcs3`.
 * Errors: `GNUTLS_E_SHORT_MEMORY_BUFFER`, `GNUTLS_E_INVALID_REQUEST` for empty parameters.
 */
int gnutls_dh_params_export_pkcs3(gnutls_dh_params_t params,
                                  gnutls_x509_crt_fmt_t format,
                                  unsigned char *params_data,
                                  size_t *params_data_size);

/**
 * Prime and generator for `gnutls_free`, and the bits of private keys. Manual: `gnutls_dh_params_export_raw`.
 */
int gnutls_dh_params_export_raw(gnutls_dh_params_t params,
                                gnutls_datum_t *prime,
                                gnutls_datum_t *generator,
                                unsigned int *bits);

/**
 * Parameters of at least `bits` bits: the group of RFC 7919 that is large enough. Its safe primes need
 * no search, and every peer can know them. Manual: `gnutls_dh_params_generate2`.
 * Errors: `GNUTLS_E_ILLEGAL_PARAMETER` for 0 and beyond 8192 bits.
 */
int gnutls_dh_params_generate2(gnutls_dh_params_t params, unsigned int bits);

/**
 * Takes the group of a DSA key. Manual: `gnutls_dh_params_import_dsa`.
 * Errors: `GNUTLS_E_INVALID_REQUEST` for another kind of key.
 */
int gnutls_dh_params_import_dsa(gnutls_dh_params_t dh_params, gnutls_x509_privkey_t key);

/**
 * Takes PKCS#3 parameters (`openssl dhparam`). Manual: `gnutls_dh_params_import_pkcs3`.
 * Errors: those of PEM and DER, `GNUTLS_E_ILLEGAL_PARAMETER`.
 */
int gnutls_dh_params_import_pkcs3(gnutls_dh_params_t params,
                                  const gnutls_datum_t *pkcs3_params,
                                  gnutls_x509_crt_fmt_t format);

/**
 * Takes a prime and a generator, big-endian. Manual: `gnutls_dh_params_import_raw`.
 * Errors: `GNUTLS_E_MPI_SCAN_FAILED` for zero, `GNUTLS_E_ILLEGAL_PARAMETER`, `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_dh_params_import_raw(gnutls_dh_params_t dh_params,
                                const gnutls_datum_t *prime,
                                const gnutls_datum_t *generator);

/**
 * As `gnutls_dh_params_import_raw`, with the bits of private keys; 0 is not said.
 * Manual: `gnutls_dh_params_import_raw2`.
 */
int gnutls_dh_params_import_raw2(gnutls_dh_params_t dh_params,
                                 const gnutls_datum_t *prime,
                                 const gnutls_datum_t *generator,
                                 unsigned int key_bits);

/**
 * Takes a prime, the order of the generator (or NULL), and the generator, big-endian.
 * Manual: `gnutls_dh_params_import_raw3`. Errors: as [`gnutls_dh_params_import_raw`].
 */
int gnutls_dh_params_import_raw3(gnutls_dh_params_t dh_params,
                                 const gnutls_datum_t *prime,
                                 const gnutls_datum_t *q,
                                 const gnutls_datum_t *generator);

/**
 * Makes empty parameters, to be freed with `gnutls_dh_params_deinit`. Manual: `gnutls_dh_params_init`.
 */
int gnutls_dh_params_init(gnutls_dh_params_t *dh_params);

/**
 * The smallest prime to accept from a server: no finite-field exchange is offered, so nothing hangs on
 * it. Manual: `gnutls_dh_set_prime_bits`.
 */
void gnutls_dh_set_prime_bits(gnutls_session_t session, unsigned int bits);

/**
 * The number of the hash function of this name, in any case of letters; 0 for none.
 * Manual: `gnutls_digest_get_id`.
 */
gnutls_digest_algorithm_t gnutls_digest_get_id(const char *name);

/**
 * The name of a hash function; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_digest_get_name`.
 */
const char *gnutls_digest_get_name(gnutls_digest_algorithm_t algorithm);

/**
 * The object identifier of a hash function; NULL for none. The string is constant.
 * Manual: `gnutls_digest_get_oid`.
 */
const char *gnutls_digest_get_oid(gnutls_digest_algorithm_t algorithm);

/**
 * Every hash function that is supported, then 0. The list is constant.
 * Manual: `gnutls_digest_list`.
 */
const gnutls_digest_algorithm_t *gnutls_digest_list(void);

/**
 * As `gnutls_protocol_set_enabled`, of a hash function in signatures.
 * Manual: `gnutls_digest_set_secure`.
 */
int gnutls_digest_set_secure(gnutls_digest_algorithm_t dig, unsigned int secure);

/**
 * The curve of the key exchange. Manual: `gnutls_ecc_curve_get`.
 */
gnutls_ecc_curve_t gnutls_ecc_curve_get(gnutls_session_t session);

/**
 * The number of the curve of this name, in any case of letters; 0 for none, or for one that the system's
 * configuration takes away.
 * Manual: `gnutls_ecc_curve_get_id`.
 */
gnutls_ecc_curve_t gnutls_ecc_curve_get_id(const char *name);

/**
 * The name of a curve; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_ecc_curve_get_name`.
 */
const char *gnutls_ecc_curve_get_name(gnutls_ecc_curve_t curve);

/**
 * The object identifier of a curve; NULL for none. The string is constant.
 * Manual: `gnutls_ecc_curve_get_oid`.
 */
const char *gnutls_ecc_curve_get_oid(gnutls_ecc_curve_t curve);

/**
 * The kind of key on the curve; 0 for an unknown number, for a curve that the system takes away,
 * and for the CryptoPro curves, which are of two kinds.
 * Manual: `gnutls_ecc_curve_get_pk`.
 */
gnutls_pk_algorithm_t gnutls_ecc_curve_get_pk(gnutls_ecc_curve_t curve);

/**
 * Bytes of a coordinate; 0 for an unknown number.
 * Manual: `gnutls_ecc_curve_get_size`.
 */
int gnutls_ecc_curve_get_size(gnutls_ecc_curve_t curve);

/**
 * Every curve that is supported, then 0. The list is constant.
 * Manual: `gnutls_ecc_curve_list`.
 */
const gnutls_ecc_curve_t *gnutls_ecc_curve_list(void);

/**
 * As `gnutls_protocol_set_enabled`, of a curve. Manual: `gnutls_ecc_curve_set_enabled`.
 */
int gnutls_ecc_curve_set_enabled(gnutls_ecc_curve_t curve, unsigned int enabled);

/**
 * 1 if the session cannot go on after this code, 0 if the call may be tried again; 0 for what is no
 * error. An unknown negative code is fatal.
 * Manual: `gnutls_error_is_fatal`.
 */
int gnutls_error_is_fatal(int error);

/**
 * The alert that tells the peer of this code; its level through `level` unless that is NULL.
 * Manual: `gnutls_error_to_alert`.
 */
int gnutls_error_to_alert(int err, int *level);

/**
 * The handshake message whose extensions are being worked on: a client's hello or a server's.
 * Manual: `gnutls_ext_get_current_msg`.
 */
unsigned int gnutls_ext_get_current_msg(gnutls_session_t session);

/**
 * The pointer that was kept. Manual: `gnutls_ext_get_data`.
 * Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
 */
int gnutls_ext_get_data(gnutls_session_t session, unsigned int tls_id, gnutls_ext_priv_data_t *data);

/**
 * The name of a TLS extension; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_ext_get_name`.
 */
const char *gnutls_ext_get_name(unsigned int ext);

/**
 * The registered name of an extension, one of the session's own too; NULL for one that nobody named,
 * or that is parsed at another point. The string lives as long as the session.
 * Manual: `gnutls_ext_get_name2`.
 */
const char *gnutls_ext_get_name2(gnutls_session_t session,
                                 unsigned int tls_id,
                                 gnutls_ext_parse_type_t parse_point);

/**
 * Walks through an extension block, or through that of a ClientHello, and calls `cb` for each; its
 * negative answer ends the walk. Manual: `gnutls_ext_raw_parse`.
 * Errors: `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`, `GNUTLS_E_INVALID_REQUEST` for unknown flags, the
 * function's own.
 */
int gnutls_ext_raw_parse(void *ctx,
                         gnutls_ext_raw_process_func cb,
                         const gnutls_datum_t *data,
                         unsigned int flags);

/**
 * Registers an extension for all sessions of the process. Not while sessions run.
 * Manual: `gnutls_ext_register`. Errors: `GNUTLS_E_ALREADY_REGISTERED`, `GNUTLS_E_INVALID_REQUEST`.
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
 * Keeps a pointer of the application's with an extension. Manual: `gnutls_ext_set_data`.
 */
void gnutls_ext_set_data(gnutls_session_t session, unsigned int tls_id, gnutls_ext_priv_data_t data);

/**
 * A digest of data. Manual: `gnutls_fingerprint`.
 */
int gnutls_fingerprint(gnutls_digest_algorithm_t algo,
                       const gnutls_datum_t *data,
                       void *result,
                       size_t *result_size);

/**
 * Frees a context; NULL is allowed. Manual: `gnutls_fips140_context_deinit`.
 */
void gnutls_fips140_context_deinit(gnutls_fips140_context_t context);

/**
 * Makes a context, freed with `gnutls_fips140_context_deinit`.
 * Manual: `gnutls_fips140_context_init`.
 */
int gnutls_fips140_context_init(gnutls_fips140_context_t *context);

/**
 * The state of a context: always the initial one.
 * Manual: `gnutls_fips140_get_operation_state`.
 */
gnutls_fips140_operation_state_t gnutls_fips140_get_operation_state(gnutls_fips140_context_t context);

/**
 * 0: the library is not in FIPS mode. Manual: `gnutls_fips140_mode_enabled`.
 */
unsigned int gnutls_fips140_mode_enabled(void);

/**
 * `GNUTLS_E_INVALID_REQUEST`, as for `gnutls_fips140_push_context`.
 * Manual: `gnutls_fips140_pop_context`.
 */
int gnutls_fips140_pop_context(void);

/**
 * `GNUTLS_E_INVALID_REQUEST`: there is nothing to watch without FIPS mode.
 * Manual: `gnutls_fips140_push_context`.
 */
int gnutls_fips140_push_context(gnutls_fips140_context_t context);

/**
 * Runs every known-answer test of this library; 0, or the code of the first that fails. The library stays
 * usable all the same: it has no FIPS mode. Manual: `gnutls_fips140_run_self_tests`.
 */
int gnutls_fips140_run_self_tests(void);

/**
 * Without effect, as the manual has it where FIPS mode is not enabled. Manual: `gnutls_fips140_set_mode`.
 */
void gnutls_fips140_set_mode(gnutls_fips_mode_t mode, unsigned int flags);

/**
 * How the library was built, as names and values; the last name is NULL. The list is constant.
 * Manual: `gnutls_get_library_config`.
 */
const gnutls_library_config_st *gnutls_get_library_config(void);

/**
 * The path of the system-wide configuration. The string is constant.
 * Manual: `gnutls_get_system_config_file`.
 */
const char *gnutls_get_system_config_file(void);

/**
 * Gives back one `gnutls_global_init`; more calls than those are without effect.
 * Manual: `gnutls_global_deinit`.
 */
void gnutls_global_deinit(void);

/**
 * Initializes the library if it is not. Counted: each call asks for one `gnutls_global_deinit`.
 * Manual: `gnutls_global_init`. Errors: `GNUTLS_E_RANDOM_DEVICE_ERROR`.
 */
int gnutls_global_init(void);

/**
 * Sets the function that is told of what an administrator should know, with the session if there is
 * one; NULL for none.
 * Manual: `gnutls_global_set_audit_log_function`.
 */
void gnutls_global_set_audit_log_function(gnutls_audit_log_func log_func);

/**
 * Sets the function that gets each message with its level; NULL turns the log off.
 * Manual: `gnutls_global_set_log_function`.
 */
void gnutls_global_set_log_function(gnutls_log_func log_func);

/**
 * Sets the level up to which messages reach the log function (0 none, 9 and above all).
 * Manual: `gnutls_global_set_log_level`.
 */
void gnutls_global_set_log_level(int level);

/**
 * Accepted and not used: the library's locks are those of the system, as it has no other.
 * Manual: `gnutls_global_set_mutex`.
 */
void gnutls_global_set_mutex(mutex_init_func init,
                             mutex_deinit_func deinit,
                             mutex_lock_func lock,
                             mutex_unlock_func unlock);

/**
 * Sets the clock of the library; NULL sets the system's again. Not while other functions run.
 * Manual: `gnutls_global_set_time_function`.
 */
void gnutls_global_set_time_function(gnutls_time_func time_func);

/**
 * The name of a GOST parameter set; "Unknown" for none. The string is constant.
 * Manual: `gnutls_gost_paramset_get_name`.
 */
const char *gnutls_gost_paramset_get_name(gnutls_gost_paramset_t param);

/**
 * The object identifier of a GOST parameter set; NULL for none. The string is constant.
 * Manual: `gnutls_gost_paramset_get_oid`.
 */
const char *gnutls_gost_paramset_get_oid(gnutls_gost_paramset_t param);

/**
 * The group of the key exchange. Manual: `gnutls_group_get`.
 */
gnutls_group_t gnutls_group_get(gnutls_session_t session);

/**
 * The number of the group of this name, in any case of letters; 0 for none.
 * Manual: `gnutls_group_get_id`.
 */
gnutls_group_t gnutls_group_get_id(const char *name);

/**
 * The name of a group; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_group_get_name`.
 */
const char *gnutls_group_get_name(gnutls_group_t group);

/**
 * Every group that is supported, then 0. The list is constant.
 * Manual: `gnutls_group_list`.
 */
const gnutls_group_t *gnutls_group_list(void);

/**
 * Runs the handshake, the first or a renegotiation. Manual: `gnutls_handshake`.
 *
 * 0 when it is done. `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED`: call again;
 * `GNUTLS_E_WARNING_ALERT_RECEIVED` and `GNUTLS_E_GOT_APPLICATION_DATA`: look, and call again; any
 * other code ends the session.
 */
int gnutls_handshake(gnutls_session_t session);

/**
 * The name of a handshake message, as GnuTLS's logs write it. The string is constant.
 * Manual: `gnutls_handshake_description_get_name`.
 */
const char *gnutls_handshake_description_get_name(gnutls_handshake_description_t type_);

/**
 * The handshake message that came last. Manual: `gnutls_handshake_get_last_in`.
 */
gnutls_handshake_description_t gnutls_handshake_get_last_in(gnutls_session_t session);

/**
 * The handshake message that went last. Manual: `gnutls_handshake_get_last_out`.
 */
gnutls_handshake_description_t gnutls_handshake_get_last_out(gnutls_session_t session);

/**
 * A function that sees handshake messages pass. Manual: `gnutls_handshake_set_hook_function`.
 */
void gnutls_handshake_set_hook_function(gnutls_session_t session,
                                        unsigned int htype,
                                        int when,
                                        gnutls_handshake_hook_func func);

/**
 * The longest handshake message to take; 0 is no limit of the application's.
 * Manual: `gnutls_handshake_set_max_packet_length`.
 */
void gnutls_handshake_set_max_packet_length(gnutls_session_t session, size_t max);

/**
 * A function that runs when a server has read a ClientHello.
 * Manual: `gnutls_handshake_set_post_client_hello_function`.
 */
void gnutls_handshake_set_post_client_hello_function(gnutls_session_t session,
                                                     gnutls_handshake_simple_hook_func func);

/**
 * Private extensions were a matter of OpenPGP: nothing hangs on it any more.
 * Manual: `gnutls_handshake_set_private_extensions`.
 */
void gnutls_handshake_set_private_extensions(gnutls_session_t session, int allow);

/**
 * The random of the next hello: 32 bytes. Manual: `gnutls_handshake_set_random`.
 * Another size: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_handshake_set_random(gnutls_session_t session, const gnutls_datum_t *random);

/**
 * How many milliseconds a handshake may take; 0 is any time. Manual: `gnutls_handshake_set_timeout`.
 */
void gnutls_handshake_set_timeout(gnutls_session_t session, unsigned int ms);

/**
 * The bytes of hex text in which anything may stand between the pairs of digits. A lone last digit is
 * `GNUTLS_E_PARSING_ERROR`.
 * Manual: `gnutls_hex2bin`.
 */
int gnutls_hex2bin(const char *hex_data, size_t hex_size, void *bin_data, size_t *bin_size);

/**
 * The bytes of hex text: pairs of digits and nothing else, or `GNUTLS_E_PARSING_ERROR`.
 * `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves `*result_size` as it was.
 * Manual: `gnutls_hex_decode`.
 */
int gnutls_hex_decode(const gnutls_datum_t *hex_data, void *result, size_t *result_size);

/**
 * As `gnutls_hex_decode`, into memory that the caller frees.
 * Manual: `gnutls_hex_decode2`.
 */
int gnutls_hex_decode2(const gnutls_datum_t *hex_data, gnutls_datum_t *result);

/**
 * Writes `data` in hex and a NUL to `result`; `*result_size`, the space, becomes what was written, the NUL
 * included. `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it as it was.
 * Manual: `gnutls_hex_encode`.
 */
int gnutls_hex_encode(const gnutls_datum_t *data, char *result, size_t *result_size);

/**
 * `data` in hex as a string that the caller frees; the size does not count its NUL.
 * Manual: `gnutls_hex_encode2`.
 */
int gnutls_hex_encode2(const gnutls_datum_t *data, gnutls_datum_t *result);

/**
 * The ASCII form of a UTF-8 name, for `gnutls_free`. Manual: `gnutls_idna_map`.
 * Errors: `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`.
 */
int gnutls_idna_map(const char *input, unsigned int ilen, gnutls_datum_t *out, unsigned int flags);

/**
 * The UTF-8 form of an ASCII name, for `gnutls_free`. Manual: `gnutls_idna_reverse_map`.
 * Errors: `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`.
 */
int gnutls_idna_reverse_map(const char *input, unsigned int ilen, gnutls_datum_t *out, unsigned int flags);

/**
 * Makes a session. `flags` names the side, `GNUTLS_SERVER` or `GNUTLS_CLIENT`, with any other
 * `gnutls_init_flags_t`. To be ended with `gnutls_deinit`. Manual: `gnutls_init`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`; `GNUTLS_E_UNIMPLEMENTED_FEATURE` for `GNUTLS_DATAGRAM`.
 */
int gnutls_init(gnutls_session_t *session, unsigned int flags);

/**
 * Random bytes for a key of `key_size` bytes, for `gnutls_free`. Manual: `gnutls_key_generate`.
 * Errors: `GNUTLS_E_MEMORY_ERROR`, `GNUTLS_E_RANDOM_FAILED`.
 */
int gnutls_key_generate(gnutls_datum_t *key, unsigned int key_size);

/**
 * The key exchange: in TLS 1.3 what stands nearest to it in TLS 1.2's terms.
 * Manual: `gnutls_kx_get`.
 */
gnutls_kx_algorithm_t gnutls_kx_get(gnutls_session_t session);

/**
 * The number of the key exchange of this name, in any case of letters; 0 for none.
 * Manual: `gnutls_kx_get_id`.
 */
gnutls_kx_algorithm_t gnutls_kx_get_id(const char *name);

/**
 * The name of a key exchange; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_kx_get_name`.
 */
const char *gnutls_kx_get_name(gnutls_kx_algorithm_t algorithm);

/**
 * Every key exchange that is supported, then 0. The list is constant.
 * Manual: `gnutls_kx_list`.
 */
const gnutls_kx_algorithm_t *gnutls_kx_list(void);

/**
 * A whole file as a datum that the caller frees, with a NUL after it that the size does not count.
 * `GNUTLS_E_FILE_ERROR` if it cannot be read.
 * Manual: `gnutls_load_file`.
 */
int gnutls_load_file(const char *filename, gnutls_datum_t *data);

/**
 * The MAC in use, `GNUTLS_MAC_AEAD` for an AEAD cipher. Manual: `gnutls_mac_get`.
 */
gnutls_mac_algorithm_t gnutls_mac_get(gnutls_session_t session);

/**
 * The number of the MAC of this name, in any case of letters; 0 for none.
 * Manual: `gnutls_mac_get_id`.
 */
gnutls_mac_algorithm_t gnutls_mac_get_id(const char *name);

/**
 * Bytes of the key; 0 for an unknown number.
 * Manual: `gnutls_mac_get_key_size`.
 */
size_t gnutls_mac_get_key_size(gnutls_mac_algorithm_t algorithm);

/**
 * The name of a MAC; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_mac_get_name`.
 */
const char *gnutls_mac_get_name(gnutls_mac_algorithm_t algorithm);

/**
 * Every MAC that is supported, then 0. The list is constant.
 * Manual: `gnutls_mac_list`.
 */
const gnutls_mac_algorithm_t *gnutls_mac_list(void);

/**
 * 0 if `n` bytes are equal; the time it takes tells nothing of where they differ.
 * Manual: `gnutls_memcmp`.
 */
int gnutls_memcmp(const void *s1, const void *s2, size_t n);

/**
 * Sets `size` bytes to `c`, in a way that no compiler leaves out.
 * Manual: `gnutls_memset`.
 */
void gnutls_memset(void *data, int c, size_t size);

/**
 * Whether the OCSP status of the server's certificate is asked for: it is, unless `gnutls_init` was
 * told otherwise. Manual: `gnutls_ocsp_status_request_enable_client`.
 */
int gnutls_ocsp_status_request_enable_client(gnutls_session_t session,
                                             gnutls_datum_t *responder_id,
                                             size_t responder_id_size,
                                             gnutls_datum_t *request_extensions);

/**
 * The OCSP response of the server's certificate, as bytes that the session keeps.
 * Manual: `gnutls_ocsp_status_request_get`. Errors: `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`.
 */
int gnutls_ocsp_status_request_get(gnutls_session_t session, gnutls_datum_t *response);

/**
 * The OCSP response at place `idx` of the chain. Manual: `gnutls_ocsp_status_request_get2`.
 */
int gnutls_ocsp_status_request_get2(gnutls_session_t session, unsigned int idx, gnutls_datum_t *response);

/**
 * Non-zero if the OCSP response took part in the verification: responses are kept for the application, and not
 * looked at by this engine yet. Manual: `gnutls_ocsp_status_request_is_checked`.
 */
unsigned int gnutls_ocsp_status_request_is_checked(gnutls_session_t session,
                                                   unsigned int flags);

/**
 * The hash function of an object identifier; 0 for none.
 * Manual: `gnutls_oid_to_digest`.
 */
gnutls_digest_algorithm_t gnutls_oid_to_digest(const char *oid);

/**
 * The curve of an object identifier; 0 for none, or one that is not supported.
 * Manual: `gnutls_oid_to_ecc_curve`.
 */
gnutls_ecc_curve_t gnutls_oid_to_ecc_curve(const char *oid);

/**
 * The GOST parameter set of an object identifier; `GNUTLS_GOST_PARAMSET_UNKNOWN` for none.
 * Manual: `gnutls_oid_to_gost_paramset`.
 */
gnutls_gost_paramset_t gnutls_oid_to_gost_paramset(const char *oid);

/**
 * The HMAC of an object identifier (RFC 8018 B.1.2); 0 for none.
 * Manual: `gnutls_oid_to_mac`.
 */
gnutls_mac_algorithm_t gnutls_oid_to_mac(const char *oid);

/**
 * The public key algorithm of an object identifier; 0 for none.
 * Manual: `gnutls_oid_to_pk`.
 */
gnutls_pk_algorithm_t gnutls_oid_to_pk(const char *oid);

/**
 * The signature algorithm of an object identifier; 0 for none.
 * Manual: `gnutls_oid_to_sign`.
 */
gnutls_sign_algorithm_t gnutls_oid_to_sign(const char *oid);

/**
 * Frees a packet. Manual: `gnutls_packet_deinit`.
 */
void gnutls_packet_deinit(gnutls_packet_t packet);

/**
 * The data of a packet, and its sequence number. They live as long as the packet.
 * Manual: `gnutls_packet_get`.
 */
void gnutls_packet_get(gnutls_packet_t packet, gnutls_datum_t *data, unsigned char *sequence);

/**
 * The bytes of the first PEM block with this label (NULL for any).
 * `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR` if there is none, `GNUTLS_E_BASE64_DECODING_ERROR` if its
 * text is wrong, `GNUTLS_E_SHORT_MEMORY_BUFFER` with the space needed.
 * Manual: `gnutls_pem_base64_decode`.
 */
int gnutls_pem_base64_decode(const char *header,
                             const gnutls_datum_t *b64_data,
                             unsigned char *result,
                             size_t *result_size);

/**
 * As `gnutls_pem_base64_decode`, into memory that the caller frees.
 * Manual: `gnutls_pem_base64_decode2`.
 */
int gnutls_pem_base64_decode2(const char *header, const gnutls_datum_t *b64_data, gnutls_datum_t *result);

/**
 * `data` as a PEM block with the label `msg` (NULL for plain base64), written with a NUL that
 * `*result_size` does not count. Too little space is `GNUTLS_E_SHORT_MEMORY_BUFFER` with the space needed.
 * Manual: `gnutls_pem_base64_encode`.
 */
int gnutls_pem_base64_encode(const char *msg, const gnutls_datum_t *data, char *result, size_t *result_size);

/**
 * As `gnutls_pem_base64_encode`, into memory that the caller frees.
 * Manual: `gnutls_pem_base64_encode2`.
 */
int gnutls_pem_base64_encode2(const char *header, const gnutls_datum_t *raw, gnutls_datum_t *result);

/**
 * Writes what a code means to standard error, as the manual has it.
 * Manual: `gnutls_perror`.
 */
void gnutls_perror(int error);

/**
 * The name of a public key algorithm; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_pk_algorithm_get_name`.
 */
const char *gnutls_pk_algorithm_get_name(gnutls_pk_algorithm_t algorithm);

/**
 * The strongest security level that a key of this kind and size reaches.
 * Manual: `gnutls_pk_bits_to_sec_param`.
 */
gnutls_sec_param_t gnutls_pk_bits_to_sec_param(gnutls_pk_algorithm_t algo, unsigned int bits);

/**
 * The number of the public key algorithm of this name, letter for letter; 0 for none.
 * Manual: `gnutls_pk_get_id`.
 */
gnutls_pk_algorithm_t gnutls_pk_get_id(const char *name);

/**
 * The name of a public key algorithm; "Unknown" for an unknown number. The string is constant.
 * Manual: `gnutls_pk_get_name`.
 */
const char *gnutls_pk_get_name(gnutls_pk_algorithm_t algorithm);

/**
 * The object identifier of a public key algorithm; NULL for none. The string is constant.
 * Manual: `gnutls_pk_get_oid`.
 */
const char *gnutls_pk_get_oid(gnutls_pk_algorithm_t algorithm);

/**
 * Every public key algorithm that is supported, then 0. The list is constant.
 * Manual: `gnutls_pk_list`.
 */
const gnutls_pk_algorithm_t *gnutls_pk_list(void);

/**
 * The signature that a key of this kind makes with this hash; 0 for none.
 * Manual: `gnutls_pk_to_sign`.
 */
gnutls_sign_algorithm_t gnutls_pk_to_sign(gnutls_pk_algorithm_t pk, gnutls_digest_algorithm_t hash);

/**
 * The PRF of TLS 1.2 over the randoms of the handshake. Manual: `gnutls_prf`.
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
 * The hash of the session's PRF. Manual: `gnutls_prf_hash_get`.
 */
gnutls_digest_algorithm_t gnutls_prf_hash_get(gnutls_session_t session);

/**
 * The PRF of TLS 1.2 over a seed of the application's. Manual: `gnutls_prf_raw`.
 */
int gnutls_prf_raw(gnutls_session_t session,
                   size_t label_size,
                   const char *label,
                   size_t seed_size,
                   const char *seed,
                   size_t outsize,
                   char *out);

/**
 * Keying material of RFC 5705. A NULL context is none. Manual: `gnutls_prf_rfc5705`.
 */
int gnutls_prf_rfc5705(gnutls_session_t session,
                       size_t label_size,
                       const char *label,
                       size_t context_size,
                       const char *context,
                       size_t outsize,
                       char *out);

/**
 * The certificate types of a client, in order; the list lives as long as the handle. Returns how many.
 * Manual: `gnutls_priority_certificate_type_list`.
 */
int gnutls_priority_certificate_type_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The certificate types of one side, in order; the list lives as long as the handle. Returns how many,
 * or `GNUTLS_E_INVALID_REQUEST` for what is no side.
 * Manual: `gnutls_priority_certificate_type_list2`.
 */
int gnutls_priority_certificate_type_list2(gnutls_priority_t pcache,
                                           const unsigned int **list,
                                           gnutls_ctype_target_t target);

/**
 * The ciphers, in order; the list lives as long as the handle. Returns how many.
 * Manual: `gnutls_priority_cipher_list`.
 */
int gnutls_priority_cipher_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Frees a handle; sessions that were set from it keep what they have. NULL is allowed.
 * Manual: `gnutls_priority_deinit`.
 */
void gnutls_priority_deinit(gnutls_priority_t priority_cache);

/**
 * The curves that stand before the first group that is none; the list lives as long as the handle.
 * Returns how many. Manual: `gnutls_priority_ecc_curve_list`.
 */
int gnutls_priority_ecc_curve_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The place of the suite at `idx` in the list that `gnutls_cipher_suite_info` goes through.
 * `GNUTLS_E_UNKNOWN_CIPHER_SUITE` for one that no enabled version may use,
 * `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` beyond the last.
 * Manual: `gnutls_priority_get_cipher_suite_index`.
 */
int gnutls_priority_get_cipher_suite_index(gnutls_priority_t pcache, unsigned int idx, unsigned int *sidx);

/**
 * The groups, in order; the list lives as long as the handle. Returns how many.
 * Manual: `gnutls_priority_group_list`.
 */
int gnutls_priority_group_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Reads a priority string (NULL: the default) into a new handle; `err_pos`, unless NULL, gets the place
 * of what is not understood. `GNUTLS_E_INVALID_REQUEST` for that, `GNUTLS_E_NO_PRIORITIES_WERE_SET` if
 * nothing is left to negotiate. Freed with `gnutls_priority_deinit`.
 * Manual: `gnutls_priority_init`.
 */
int gnutls_priority_init(gnutls_priority_t *priority_cache, const char *priorities, const char **err_pos);

/**
 * As `gnutls_priority_init`; with `GNUTLS_PRIORITY_INIT_DEF_APPEND` the string follows the default.
 * Manual: `gnutls_priority_init2`.
 */
int gnutls_priority_init2(gnutls_priority_t *priority_cache,
                          const char *priorities,
                          const char **err_pos,
                          unsigned int flags);

/**
 * The key exchanges, in order; the list lives as long as the handle. Returns how many.
 * Manual: `gnutls_priority_kx_list`.
 */
int gnutls_priority_kx_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The MACs, in order; the list lives as long as the handle. Returns how many.
 * Manual: `gnutls_priority_mac_list`.
 */
int gnutls_priority_mac_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The versions, in order; the list lives as long as the handle. Returns how many.
 * Manual: `gnutls_priority_protocol_list`.
 */
int gnutls_priority_protocol_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * Sets the priorities of a session. Manual: `gnutls_priority_set`.
 *
 * Errors: `GNUTLS_E_NO_CIPHER_SUITES` for a NULL priority.
 */
int gnutls_priority_set(gnutls_session_t session, gnutls_priority_t priority);

/**
 * Sets the priorities from a string; NULL is the default. `err_pos` gets where it is not understood.
 * Manual: `gnutls_priority_set_direct`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_NO_PRIORITIES_WERE_SET`.
 */
int gnutls_priority_set_direct(gnutls_session_t session, const char *priorities, const char **err_pos);

/**
 * The signature algorithms, in order; the list lives as long as the handle. Returns how many.
 * Manual: `gnutls_priority_sign_list`.
 */
int gnutls_priority_sign_list(gnutls_priority_t pcache, const unsigned int **list);

/**
 * The words of priority strings, one at `iter`: those that may stand first, or those after a `%`. NULL
 * after the last. The strings are constant.
 * Manual: `gnutls_priority_string_list`.
 */
const char *gnutls_priority_string_list(unsigned int iter, unsigned int flags);

/**
 * The number of the version of this name, in any case of letters; 0 for none.
 * Manual: `gnutls_protocol_get_id`.
 */
gnutls_protocol_t gnutls_protocol_get_id(const char *name);

/**
 * The name of a version; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_protocol_get_name`.
 */
const char *gnutls_protocol_get_name(gnutls_protocol_t version);

/**
 * The version in use. Manual: `gnutls_protocol_get_version`.
 */
gnutls_protocol_t gnutls_protocol_get_version(gnutls_session_t session);

/**
 * Every version that is supported, then 0. The list is constant.
 * Manual: `gnutls_protocol_list`.
 */
const gnutls_protocol_t *gnutls_protocol_list(void);

/**
 * Switches a version on or off in the allow list of the system's configuration.
 * `GNUTLS_E_INVALID_REQUEST` if there is none, or if @SYSTEM was used already.
 * Manual: `gnutls_protocol_set_enabled`.
 */
int gnutls_protocol_set_enabled(gnutls_protocol_t version, unsigned int enabled);

/**
 * Makes pre-shared-key credentials of a client, to be freed with `gnutls_psk_free_client_credentials`.
 * Manual: `gnutls_psk_allocate_client_credentials`.
 */
int gnutls_psk_allocate_client_credentials(gnutls_psk_client_credentials_t *sc);

/**
 * Makes pre-shared-key credentials of a server, to be freed with `gnutls_psk_free_server_credentials`.
 * Manual: `gnutls_psk_allocate_server_credentials`.
 */
int gnutls_psk_allocate_server_credentials(gnutls_psk_server_credentials_t *sc);

/**
 * Frees pre-shared-key credentials of a client; NULL is ignored.
 * Manual: `gnutls_psk_free_client_credentials`.
 */
void gnutls_psk_free_client_credentials(gnutls_psk_client_credentials_t sc);

/**
 * Frees pre-shared-key credentials of a server; NULL is ignored.
 * Manual: `gnutls_psk_free_server_credentials`.
 */
void gnutls_psk_free_server_credentials(gnutls_psk_server_credentials_t sc);

/**
 * Groups for PSK exchange by level. Since GnuTLS 3.6 they are negotiated by RFC 7919, and the call is
 * only checked. Manual: `gnutls_psk_set_server_known_dh_params`.
 */
int gnutls_psk_set_server_known_dh_params(gnutls_psk_server_credentials_t res, gnutls_sec_param_t sec_param);

/**
 * A picture of a fingerprint (`GNUTLS_RANDOM_ART_OPENSSH`); the caller frees it. Manual: `gnutls_random_art`.
 */
int gnutls_random_art(gnutls_random_art_t type_,
                      const char *key_type,
                      unsigned int key_size,
                      void *fpr,
                      size_t fpr_size,
                      gnutls_datum_t *art);

/**
 * Splits a length range into what one record can convey and the rest. Manual: `gnutls_range_split`.
 * Errors: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_range_split(gnutls_session_t session,
                       const gnutls_range_st *orig,
                       gnutls_range_st *next,
                       gnutls_range_st *remainder);

/**
 * Asks a TLS 1.3 client for its certificate after the handshake and waits for it, or answers such a request
 * (`GNUTLS_E_REAUTH_REQUEST` from a receive). Manual: `gnutls_reauth`.
 *
 * `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`, `GNUTLS_E_GOT_APPLICATION_DATA`: call again.
 * `GNUTLS_E_INVALID_REQUEST` below TLS 1.3, or if the client did not offer it.
 */
int gnutls_reauth(gnutls_session_t session, unsigned int flags);

/**
 * 1 if padding can hide lengths: in TLS 1.3. Manual: `gnutls_record_can_use_length_hiding`.
 */
unsigned int gnutls_record_can_use_length_hiding(gnutls_session_t session);

/**
 * Bytes collected and not yet sent. Manual: `gnutls_record_check_corked`.
 */
size_t gnutls_record_check_corked(gnutls_session_t session);

/**
 * Bytes that a receive gives without reading from the transport.
 * Manual: `gnutls_record_check_pending`.
 */
size_t gnutls_record_check_pending(gnutls_session_t session);

/**
 * Collects what is sent until `gnutls_record_uncork`. Manual: `gnutls_record_cork`.
 */
void gnutls_record_cork(gnutls_session_t session);

/**
 * Padding is the application's choice per record: nothing to turn off.
 * Manual: `gnutls_record_disable_padding`.
 */
void gnutls_record_disable_padding(gnutls_session_t session);

/**
 * 1 if the operation that would have blocked was a write, 0 if a read.
 * Manual: `gnutls_record_get_direction`.
 */
int gnutls_record_get_direction(gnutls_session_t session);

/**
 * The longest plaintext of a record that we receive. Manual: `gnutls_record_get_max_size`.
 */
size_t gnutls_record_get_max_size(gnutls_session_t session);

/**
 * Key, IV and next record number of one direction, as bytes that the session keeps as long as it lives.
 * Manual: `gnutls_record_get_state`. Errors: `GNUTLS_E_INVALID_REQUEST` before the handshake.
 */
int gnutls_record_get_state(gnutls_session_t session,
                            unsigned int read,
                            gnutls_datum_t *mac_key,
                            gnutls_datum_t *iv,
                            gnutls_datum_t *cipher_key,
                            unsigned char *seq_number);

/**
 * Bytes that a record adds to what it carries. Manual: `gnutls_record_overhead_size`.
 */
size_t gnutls_record_overhead_size(gnutls_session_t session);

/**
 * Receives data, at most one record of it; 0 is the end. Manual: `gnutls_record_recv`.
 *
 * `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: call again. `GNUTLS_E_REHANDSHAKE`: the peer asks for a
 * handshake. `GNUTLS_E_WARNING_ALERT_RECEIVED`: see `gnutls_alert_get`.
 * `GNUTLS_E_PREMATURE_TERMINATION`: the stream ended without close_notify.
 */
ssize_t gnutls_record_recv(gnutls_session_t session, void *data, size_t data_size);

/**
 * Receives a whole record without a copy into the application's memory; to be freed with
 * `gnutls_packet_deinit`. Manual: `gnutls_record_recv_packet`.
 */
ssize_t gnutls_record_recv_packet(gnutls_session_t session, gnutls_packet_t *packet);

/**
 * As `gnutls_record_recv`, with the record's sequence number (8 bytes, big-endian) in `seq`.
 * Manual: `gnutls_record_recv_seq`.
 */
ssize_t gnutls_record_recv_seq(gnutls_session_t session, void *data, size_t data_size, unsigned char *seq);

/**
 * Sends data: at most one record of it; what was sent is returned. NULL with 0 goes on after
 * `GNUTLS_E_AGAIN`. Manual: `gnutls_record_send`.
 */
ssize_t gnutls_record_send(gnutls_session_t session, const void *data, size_t data_size);

/**
 * As `gnutls_record_send`, with `pad` bytes of padding (TLS 1.3). Manual: `gnutls_record_send2`.
 */
ssize_t gnutls_record_send2(gnutls_session_t session,
                              const void *data,
                              size_t data_size,
                              size_t pad,
                              unsigned int flags);

/**
 * Sends data so that nobody can tell more of its length than the range says (TLS 1.3); all of it, on a
 * blocking transport. Manual: `gnutls_record_send_range`. Errors: `GNUTLS_E_INVALID_REQUEST`, also before TLS 1.3.
 */
ssize_t gnutls_record_send_range(gnutls_session_t session,
                                   const void *data,
                                   size_t data_size,
                                   const gnutls_range_st *range);

/**
 * Sets the longest plaintext of a record that we take: 512 to 16384, or from 64 with
 * `%ALLOW_SMALL_RECORDS`, and not during a handshake. Manual: `gnutls_record_set_max_recv_size`.
 */
ssize_t gnutls_record_set_max_recv_size(gnutls_session_t session, size_t size);

/**
 * Sets the longest plaintext of a record, 512 to 16384: of what we send, and from the next handshake on of what we ask the
 * peer for. Manual: `gnutls_record_set_max_size`. Another size, or during a handshake:
 * `GNUTLS_E_INVALID_REQUEST`.
 */
ssize_t gnutls_record_set_max_size(gnutls_session_t session,
                                     size_t size);

/**
 * Sets the next record number of one direction. Manual: `gnutls_record_set_state`.
 * Errors: `GNUTLS_E_INVALID_REQUEST` before the handshake.
 */
int gnutls_record_set_state(gnutls_session_t session, unsigned int read, const unsigned char *seq_number);

/**
 * How many milliseconds a receive waits; 0 is no timeout. Manual: `gnutls_record_set_timeout`.
 */
void gnutls_record_set_timeout(gnutls_session_t session, unsigned int ms);

/**
 * Sends what was collected; with `GNUTLS_RECORD_WAIT` all of it. Manual: `gnutls_record_uncork`.
 */
int gnutls_record_uncork(gnutls_session_t session, unsigned int flags);

/**
 * A server asks the client for a new handshake; on TLS 1.3 both get new keys.
 * Manual: `gnutls_rehandshake`. On a client: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_rehandshake(gnutls_session_t session);

/**
 * 1 if the peer supports safe renegotiation (RFC 5746). Manual: `gnutls_safe_renegotiation_status`.
 */
unsigned int gnutls_safe_renegotiation_status(gnutls_session_t session);

/**
 * The name of a security level; "Unknown" for none. The string is constant.
 * Manual: `gnutls_sec_param_get_name`.
 */
const char *gnutls_sec_param_get_name(gnutls_sec_param_t param);

/**
 * Bits of a key of this kind at a security level; 0 for an unknown level.
 * Manual: `gnutls_sec_param_to_pk_bits`.
 */
unsigned int gnutls_sec_param_to_pk_bits(gnutls_pk_algorithm_t algo, gnutls_sec_param_t param);

/**
 * Bits of a symmetric key as strong as a security level; 0 for an unknown level.
 * Manual: `gnutls_sec_param_to_symmetric_bits`.
 */
unsigned int gnutls_sec_param_to_symmetric_bits(gnutls_sec_param_t param);

/**
 * A name that the client asked for. `*data_length` holds the capacity, and gets the length.
 * Manual: `gnutls_server_name_get`.
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
 * The server name that a client asks for (UTF-8, up to a NUL, without its control characters); an empty one forgets
 * it. Manual: `gnutls_server_name_set`.
 *
 * Errors: `GNUTLS_E_INVALID_REQUEST`, also for a name of more than 255 bytes, `GNUTLS_E_INVALID_UTF8_STRING`.
 */
int gnutls_server_name_set(gnutls_session_t session,
                           gnutls_server_name_type_t type_,
                           const void *name,
                           size_t name_length);

/**
 * Channel binding data, to be freed with `gnutls_free`. Manual: `gnutls_session_channel_binding`.
 *
 * Errors: `GNUTLS_E_UNIMPLEMENTED_FEATURE` for an unknown type,
 * `GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE`, `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_session_channel_binding(gnutls_session_t session,
                                   gnutls_channel_binding_t cbtype,
                                   gnutls_datum_t *cb);

/**
 * Makes the session tolerant of broken peers. Manual: `gnutls_session_enable_compatibility_mode`.
 */
void gnutls_session_enable_compatibility_mode(gnutls_session_t session);

/**
 * 1 if encrypt-then-MAC is used (RFC 7366): it belongs to CBC suites, which this engine does not run.
 * Manual: `gnutls_session_etm_status`.
 */
unsigned int gnutls_session_etm_status(gnutls_session_t session);

/**
 * 1 if the master secret is bound to the handshake (RFC 7627); TLS 1.3 always does so, and GnuTLS
 * says 0 for it. Manual: `gnutls_session_ext_master_secret_status`.
 */
unsigned int gnutls_session_ext_master_secret_status(gnutls_session_t session);

/**
 * Registers an extension for one session. `flags`: `gnutls_ext_flags_t`.
 * Manual: `gnutls_session_ext_register`. Errors: `GNUTLS_E_ALREADY_REGISTERED`, `GNUTLS_E_INVALID_REQUEST`.
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
 * is complete. Manual: `gnutls_session_get_desc`.
 */
char *gnutls_session_get_desc(gnutls_session_t session);

/**
 * `gnutls_session_flags_t` of what was negotiated. Manual: `gnutls_session_get_flags`.
 */
unsigned int gnutls_session_get_flags(gnutls_session_t session);

/**
 * The session's identifier. `*session_id_size` holds the capacity, and gets the length.
 * Manual: `gnutls_session_get_id`.
 *
 * Errors: `GNUTLS_E_SHORT_MEMORY_BUFFER`, `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_session_get_id(gnutls_session_t session, void *session_id, size_t *session_id_size);

/**
 * The session's identifier, as bytes that the session keeps. Manual: `gnutls_session_get_id2`.
 */
int gnutls_session_get_id2(gnutls_session_t session, gnutls_datum_t *session_id);

/**
 * The function that gets the secrets: at first the one that writes `SSLKEYLOGFILE`.
 * Manual: `gnutls_session_get_keylog_function`.
 */
gnutls_keylog_func gnutls_session_get_keylog_function(gnutls_session_t session);

/**
 * The TLS 1.2 master secret, as bytes that the session keeps; empty in TLS 1.3.
 * Manual: `gnutls_session_get_master_secret`.
 */
void gnutls_session_get_master_secret(gnutls_session_t session, gnutls_datum_t *secret);

/**
 * The pointer that `gnutls_session_set_ptr` kept. Manual: `gnutls_session_get_ptr`.
 */
void *gnutls_session_get_ptr(gnutls_session_t session);

/**
 * What the automatic verification found; all bits set if there was none.
 * Manual: `gnutls_session_get_verify_cert_status`.
 */
unsigned int gnutls_session_get_verify_cert_status(gnutls_session_t session);

/**
 * 1 if the session is resumed: this engine does not resume yet. Manual: `gnutls_session_is_resumed`.
 */
int gnutls_session_is_resumed(gnutls_session_t session);

/**
 * New keys for what we send, and with `GNUTLS_KU_PEER` for the peer too (TLS 1.3).
 * Manual: `gnutls_session_key_update`. On TLS 1.2: `GNUTLS_E_INVALID_REQUEST`.
 */
int gnutls_session_key_update(gnutls_session_t session, unsigned int flags);

/**
 * 1 if the client asked to resume a session: never here, for no session is given to resume.
 * Manual: `gnutls_session_resumption_requested`.
 */
int gnutls_session_resumption_requested(gnutls_session_t session);

/**
 * The function that gets the secrets of the session. Manual: `gnutls_session_set_keylog_function`.
 */
void gnutls_session_set_keylog_function(gnutls_session_t session, gnutls_keylog_func func);

/**
 * Keeps a pointer of the application's with the session. Manual: `gnutls_session_set_ptr`.
 */
void gnutls_session_set_ptr(gnutls_session_t session, void *ptr);

/**
 * The handshake verifies the peer itself, with this host name; NULL is any name.
 * Manual: `gnutls_session_set_verify_cert`.
 */
void gnutls_session_set_verify_cert(gnutls_session_t session, const char *hostname, unsigned int flags);

/**
 * As `gnutls_session_set_verify_cert`, with names and purposes; the array must outlive the session.
 * Manual: `gnutls_session_set_verify_cert2`.
 */
void gnutls_session_set_verify_cert2(gnutls_session_t session,
                                     gnutls_typed_vdata_st *data,
                                     unsigned int elements,
                                     unsigned int flags);

/**
 * A function of the session's own that verifies the peer, in place of `gnutls_session_set_verify_cert`; NULL
 * leaves it to that of the credentials. Manual: `gnutls_session_set_verify_function`.
 */
void gnutls_session_set_verify_function(gnutls_session_t session, gnutls_certificate_verify_function *func);

/**
 * Sets the priorities that the system's configuration or GnuTLS's default name.
 * Manual: `gnutls_set_default_priority`.
 */
int gnutls_set_default_priority(gnutls_session_t session);

/**
 * The default priorities with something added. Manual: `gnutls_set_default_priority_append`.
 */
int gnutls_set_default_priority_append(gnutls_session_t session,
                                       const char *add_prio,
                                       const char **err_pos,
                                       unsigned int flags);

/**
 * The signature algorithm of the server. Manual: `gnutls_sign_algorithm_get`.
 */
int gnutls_sign_algorithm_get(gnutls_session_t session);

/**
 * The signature algorithm of the client. Manual: `gnutls_sign_algorithm_get_client`.
 */
int gnutls_sign_algorithm_get_client(gnutls_session_t session);

/**
 * The hash of a signature algorithm; 0 for none.
 * Manual: `gnutls_sign_get_hash_algorithm`.
 */
gnutls_digest_algorithm_t gnutls_sign_get_hash_algorithm(gnutls_sign_algorithm_t sign);

/**
 * The number of the signature algorithm of this name, in any case of letters; 0 for none.
 * Manual: `gnutls_sign_get_id`.
 */
gnutls_sign_algorithm_t gnutls_sign_get_id(const char *name);

/**
 * The name of a signature algorithm; NULL for an unknown number. The string is constant.
 * Manual: `gnutls_sign_get_name`.
 */
const char *gnutls_sign_get_name(gnutls_sign_algorithm_t algorithm);

/**
 * The object identifier of a signature algorithm; NULL for none. The string is constant.
 * Manual: `gnutls_sign_get_oid`.
 */
const char *gnutls_sign_get_oid(gnutls_sign_algorithm_t sign);

/**
 * The kind of public key of a signature algorithm (RSA-PSS may be made with an RSA key too).
 * Manual: `gnutls_sign_get_pk_algorithm`.
 */
gnutls_pk_algorithm_t gnutls_sign_get_pk_algorithm(gnutls_sign_algorithm_t sign);

/**
 * 1 if the algorithm is thought strong enough to sign with, else 0.
 * Manual: `gnutls_sign_is_secure`.
 */
unsigned int gnutls_sign_is_secure(gnutls_sign_algorithm_t algorithm);

/**
 * As `gnutls_sign_is_secure`; with `GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS` strong enough for certificates.
 * Manual: `gnutls_sign_is_secure2`.
 */
unsigned int gnutls_sign_is_secure2(gnutls_sign_algorithm_t algorithm, unsigned int flags);

/**
 * Every signature algorithm that is supported, then 0. The list is constant.
 * Manual: `gnutls_sign_list`.
 */
const gnutls_sign_algorithm_t *gnutls_sign_list(void);

/**
 * As `gnutls_protocol_set_enabled`, of a signature algorithm, not for certificates.
 * Manual: `gnutls_sign_set_secure`.
 */
int gnutls_sign_set_secure(gnutls_sign_algorithm_t sign, unsigned int secure);

/**
 * As `gnutls_sign_set_secure`, for any use; switched off, for certificates alone.
 * Manual: `gnutls_sign_set_secure_for_certs`.
 */
int gnutls_sign_set_secure_for_certs(gnutls_sign_algorithm_t sign, unsigned int secure);

/**
 * 1 if a key of this kind can make the signature, else 0.
 * Manual: `gnutls_sign_supports_pk_algorithm`.
 */
unsigned int gnutls_sign_supports_pk_algorithm(gnutls_sign_algorithm_t sign, gnutls_pk_algorithm_t pk);

/**
 * What a code means, for a reader; never NULL. The string is constant.
 * Manual: `gnutls_strerror`.
 */
const char *gnutls_strerror(int error);

/**
 * The name of a code; NULL for an unknown one. The string is constant.
 * Manual: `gnutls_strerror_name`.
 */
const char *gnutls_strerror_name(int error);

/**
 * Waits for data on a socket; the default of `gnutls_transport_set_pull_timeout_function`.
 * Manual: `gnutls_system_recv_timeout`.
 */
int gnutls_system_recv_timeout(gnutls_transport_ptr_t ptr, unsigned int ms);

/**
 * The descriptor of the receiving direction. Manual: `gnutls_transport_get_int`.
 */
int gnutls_transport_get_int(gnutls_session_t session);

/**
 * The descriptors of both directions. Manual: `gnutls_transport_get_int2`.
 */
void gnutls_transport_get_int2(gnutls_session_t session, int *recv_int, int *send_int);

/**
 * The pointer of the receiving direction. Manual: `gnutls_transport_get_ptr`.
 */
gnutls_transport_ptr_t gnutls_transport_get_ptr(gnutls_session_t session);

/**
 * The pointers of both directions. Manual: `gnutls_transport_get_ptr2`.
 */
void gnutls_transport_get_ptr2(gnutls_session_t session,
                               gnutls_transport_ptr_t *recv_ptr,
                               gnutls_transport_ptr_t *send_ptr);

/**
 * Tells why the push or pull that is running fails; without a session, sets `errno` itself.
 * Manual: `gnutls_transport_set_errno`.
 */
void gnutls_transport_set_errno(gnutls_session_t session, int err);

/**
 * The function that tells why a push or pull failed. Manual: `gnutls_transport_set_errno_function`.
 */
void gnutls_transport_set_errno_function(gnutls_session_t session, gnutls_errno_func errno_func);

/**
 * A descriptor for each direction. Manual: `gnutls_transport_set_int2`.
 */
void gnutls_transport_set_int2(gnutls_session_t session, int recv_fd, int send_fd);

/**
 * One pointer, or descriptor, for both directions. Manual: `gnutls_transport_set_ptr`.
 */
void gnutls_transport_set_ptr(gnutls_session_t session, gnutls_transport_ptr_t ptr);

/**
 * A pointer for each direction. Manual: `gnutls_transport_set_ptr2`.
 */
void gnutls_transport_set_ptr2(gnutls_session_t session,
                               gnutls_transport_ptr_t recv_ptr,
                               gnutls_transport_ptr_t send_ptr);

/**
 * The function that receives. Manual: `gnutls_transport_set_pull_function`.
 */
void gnutls_transport_set_pull_function(gnutls_session_t session, gnutls_pull_func pull_func);

/**
 * The function that waits for data. Manual: `gnutls_transport_set_pull_timeout_function`.
 */
void gnutls_transport_set_pull_timeout_function(gnutls_session_t session, gnutls_pull_timeout_func func);

/**
 * The function that sends. Manual: `gnutls_transport_set_push_function`.
 */
void gnutls_transport_set_push_function(gnutls_session_t session, gnutls_push_func push_func);

/**
 * The function that sends vectors. Manual: `gnutls_transport_set_vec_push_function`.
 */
void gnutls_transport_set_vec_push_function(gnutls_session_t session, gnutls_vec_push_func vec_func);

/**
 * Non-zero if objects behind such a URL can be had: if an application has registered its kind. Manual: `gnutls_url_is_supported`.
 */
unsigned int gnutls_url_is_supported(const char *url);

/**
 * A UTF-8 password in the form in which passwords are compared (RFC 8265), for `gnutls_free`.
 * With `GNUTLS_UTF8_IGNORE_ERRS` one that has no such form is copied. Manual: `gnutls_utf8_password_normalize`.
 * Errors: `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_INVALID_PASSWORD_STRING`.
 */
int gnutls_utf8_password_normalize(const unsigned char *password,
                                   unsigned int plen,
                                   gnutls_datum_t *out,
                                   unsigned int flags);

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
extern gnutls_calloc_function gnutls_calloc;
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
extern gnutls_alloc_function gnutls_malloc;
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
extern gnutls_realloc_function gnutls_realloc;
size_t gnutls_record_discard_queued(gnutls_session_t session);
size_t gnutls_record_get_max_early_data_size(gnutls_session_t session);
size_t gnutls_record_get_max_send_size(gnutls_session_t session);
ssize_t gnutls_record_recv_early_data(gnutls_session_t session, void *data, size_t data_size);
ssize_t gnutls_record_send_early_data(gnutls_session_t session, const void *data, size_t length);
ssize_t gnutls_record_send_file(gnutls_session_t session, int fd, off_t *offset, size_t count);
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
