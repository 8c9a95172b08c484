//! Constants and types of `algorithms`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// What a certificate of a session is: X.509, or a raw public key (RFC 7250).
pub type gnutls_certificate_type_t = c_uint;
pub const GNUTLS_CRT_MAX: gnutls_certificate_type_t = 3;
pub const GNUTLS_CRT_OPENPGP: gnutls_certificate_type_t = 2;
pub const GNUTLS_CRT_RAWPK: gnutls_certificate_type_t = 3;
pub const GNUTLS_CRT_UNKNOWN: gnutls_certificate_type_t = 0;
pub const GNUTLS_CRT_X509: gnutls_certificate_type_t = 1;

/// The ciphers. Those for records come with their mode; the names with `PGP` are kept for their
/// numbers.
pub type gnutls_cipher_algorithm_t = c_uint;
pub const GNUTLS_CIPHER_3DES_CBC: gnutls_cipher_algorithm_t = 3;
pub const GNUTLS_CIPHER_3DES_PGP_CFB: gnutls_cipher_algorithm_t = 201;
pub const GNUTLS_CIPHER_AES128_PGP_CFB: gnutls_cipher_algorithm_t = 205;
pub const GNUTLS_CIPHER_AES192_PGP_CFB: gnutls_cipher_algorithm_t = 206;
pub const GNUTLS_CIPHER_AES256_PGP_CFB: gnutls_cipher_algorithm_t = 207;
pub const GNUTLS_CIPHER_AES_128_CBC: gnutls_cipher_algorithm_t = 4;
pub const GNUTLS_CIPHER_AES_128_CCM: gnutls_cipher_algorithm_t = 19;
pub const GNUTLS_CIPHER_AES_128_CCM_8: gnutls_cipher_algorithm_t = 21;
pub const GNUTLS_CIPHER_AES_128_CFB: gnutls_cipher_algorithm_t = 44;
pub const GNUTLS_CIPHER_AES_128_CFB8: gnutls_cipher_algorithm_t = 29;
pub const GNUTLS_CIPHER_AES_128_GCM: gnutls_cipher_algorithm_t = 10;
pub const GNUTLS_CIPHER_AES_128_SIV: gnutls_cipher_algorithm_t = 37;
pub const GNUTLS_CIPHER_AES_128_SIV_GCM: gnutls_cipher_algorithm_t = 42;
pub const GNUTLS_CIPHER_AES_128_XTS: gnutls_cipher_algorithm_t = 32;
pub const GNUTLS_CIPHER_AES_192_CBC: gnutls_cipher_algorithm_t = 9;
pub const GNUTLS_CIPHER_AES_192_CFB: gnutls_cipher_algorithm_t = 45;
pub const GNUTLS_CIPHER_AES_192_CFB8: gnutls_cipher_algorithm_t = 30;
pub const GNUTLS_CIPHER_AES_192_GCM: gnutls_cipher_algorithm_t = 39;
pub const GNUTLS_CIPHER_AES_256_CBC: gnutls_cipher_algorithm_t = 5;
pub const GNUTLS_CIPHER_AES_256_CCM: gnutls_cipher_algorithm_t = 20;
pub const GNUTLS_CIPHER_AES_256_CCM_8: gnutls_cipher_algorithm_t = 22;
pub const GNUTLS_CIPHER_AES_256_CFB: gnutls_cipher_algorithm_t = 46;
pub const GNUTLS_CIPHER_AES_256_CFB8: gnutls_cipher_algorithm_t = 31;
pub const GNUTLS_CIPHER_AES_256_GCM: gnutls_cipher_algorithm_t = 11;
pub const GNUTLS_CIPHER_AES_256_SIV: gnutls_cipher_algorithm_t = 38;
pub const GNUTLS_CIPHER_AES_256_SIV_GCM: gnutls_cipher_algorithm_t = 43;
pub const GNUTLS_CIPHER_AES_256_XTS: gnutls_cipher_algorithm_t = 33;
pub const GNUTLS_CIPHER_ARCFOUR_128: gnutls_cipher_algorithm_t = 2;
pub const GNUTLS_CIPHER_ARCFOUR_40: gnutls_cipher_algorithm_t = 6;
pub const GNUTLS_CIPHER_BLOWFISH_PGP_CFB: gnutls_cipher_algorithm_t = 203;
pub const GNUTLS_CIPHER_CAMELLIA_128_CBC: gnutls_cipher_algorithm_t = 7;
pub const GNUTLS_CIPHER_CAMELLIA_128_GCM: gnutls_cipher_algorithm_t = 15;
pub const GNUTLS_CIPHER_CAMELLIA_192_CBC: gnutls_cipher_algorithm_t = 12;
pub const GNUTLS_CIPHER_CAMELLIA_256_CBC: gnutls_cipher_algorithm_t = 8;
pub const GNUTLS_CIPHER_CAMELLIA_256_GCM: gnutls_cipher_algorithm_t = 16;
pub const GNUTLS_CIPHER_CAST5_PGP_CFB: gnutls_cipher_algorithm_t = 202;
pub const GNUTLS_CIPHER_CHACHA20_32: gnutls_cipher_algorithm_t = 36;
pub const GNUTLS_CIPHER_CHACHA20_64: gnutls_cipher_algorithm_t = 35;
pub const GNUTLS_CIPHER_CHACHA20_POLY1305: gnutls_cipher_algorithm_t = 23;
pub const GNUTLS_CIPHER_DES_CBC: gnutls_cipher_algorithm_t = 18;
pub const GNUTLS_CIPHER_ESTREAM_SALSA20_256: gnutls_cipher_algorithm_t = 14;
pub const GNUTLS_CIPHER_GOST28147_CPA_CFB: gnutls_cipher_algorithm_t = 25;
pub const GNUTLS_CIPHER_GOST28147_CPB_CFB: gnutls_cipher_algorithm_t = 26;
pub const GNUTLS_CIPHER_GOST28147_CPC_CFB: gnutls_cipher_algorithm_t = 27;
pub const GNUTLS_CIPHER_GOST28147_CPD_CFB: gnutls_cipher_algorithm_t = 28;
pub const GNUTLS_CIPHER_GOST28147_TC26Z_CFB: gnutls_cipher_algorithm_t = 24;
pub const GNUTLS_CIPHER_GOST28147_TC26Z_CNT: gnutls_cipher_algorithm_t = 34;
pub const GNUTLS_CIPHER_IDEA_PGP_CFB: gnutls_cipher_algorithm_t = 200;
pub const GNUTLS_CIPHER_KUZNYECHIK_CTR_ACPKM: gnutls_cipher_algorithm_t = 41;
pub const GNUTLS_CIPHER_MAGMA_CTR_ACPKM: gnutls_cipher_algorithm_t = 40;
pub const GNUTLS_CIPHER_NULL: gnutls_cipher_algorithm_t = 1;
pub const GNUTLS_CIPHER_RC2_40_CBC: gnutls_cipher_algorithm_t = 17;
pub const GNUTLS_CIPHER_SAFER_SK128_PGP_CFB: gnutls_cipher_algorithm_t = 204;
pub const GNUTLS_CIPHER_SALSA20_256: gnutls_cipher_algorithm_t = 13;
pub const GNUTLS_CIPHER_TWOFISH_PGP_CFB: gnutls_cipher_algorithm_t = 208;
pub const GNUTLS_CIPHER_UNKNOWN: gnutls_cipher_algorithm_t = 0;

/// Compression: of records there is none but NULL; of certificates see RFC 8879.
pub type gnutls_compression_method_t = c_uint;
pub const GNUTLS_COMP_BROTLI: gnutls_compression_method_t = 3;
pub const GNUTLS_COMP_DEFLATE: gnutls_compression_method_t = 2;
pub const GNUTLS_COMP_NULL: gnutls_compression_method_t = 1;
pub const GNUTLS_COMP_UNKNOWN: gnutls_compression_method_t = 0;
pub const GNUTLS_COMP_ZLIB: gnutls_compression_method_t = 2;
pub const GNUTLS_COMP_ZSTD: gnutls_compression_method_t = 4;

/// The hash functions. A digest has the number of the HMAC with it in `gnutls_mac_algorithm_t`.
pub type gnutls_digest_algorithm_t = c_uint;
pub const GNUTLS_DIG_GOSTR_94: gnutls_digest_algorithm_t = 15;
pub const GNUTLS_DIG_MD2: gnutls_digest_algorithm_t = 5;
pub const GNUTLS_DIG_MD5: gnutls_digest_algorithm_t = 2;
pub const GNUTLS_DIG_MD5_SHA1: gnutls_digest_algorithm_t = 14;
pub const GNUTLS_DIG_NULL: gnutls_digest_algorithm_t = 1;
pub const GNUTLS_DIG_RMD160: gnutls_digest_algorithm_t = 4;
pub const GNUTLS_DIG_SHA1: gnutls_digest_algorithm_t = 3;
pub const GNUTLS_DIG_SHA224: gnutls_digest_algorithm_t = 9;
pub const GNUTLS_DIG_SHA256: gnutls_digest_algorithm_t = 6;
pub const GNUTLS_DIG_SHA384: gnutls_digest_algorithm_t = 7;
pub const GNUTLS_DIG_SHA3_224: gnutls_digest_algorithm_t = 10;
pub const GNUTLS_DIG_SHA3_256: gnutls_digest_algorithm_t = 11;
pub const GNUTLS_DIG_SHA3_384: gnutls_digest_algorithm_t = 12;
pub const GNUTLS_DIG_SHA3_512: gnutls_digest_algorithm_t = 13;
pub const GNUTLS_DIG_SHA512: gnutls_digest_algorithm_t = 8;
pub const GNUTLS_DIG_SHAKE_128: gnutls_digest_algorithm_t = 209;
pub const GNUTLS_DIG_SHAKE_256: gnutls_digest_algorithm_t = 210;
pub const GNUTLS_DIG_STREEBOG_256: gnutls_digest_algorithm_t = 16;
pub const GNUTLS_DIG_STREEBOG_512: gnutls_digest_algorithm_t = 17;
pub const GNUTLS_DIG_UNKNOWN: gnutls_digest_algorithm_t = 0;

/// The elliptic curves of keys.
pub type gnutls_ecc_curve_t = c_uint;
pub const GNUTLS_ECC_CURVE_ED25519: gnutls_ecc_curve_t = 7;
pub const GNUTLS_ECC_CURVE_ED448: gnutls_ecc_curve_t = 21;
pub const GNUTLS_ECC_CURVE_GOST256A: gnutls_ecc_curve_t = 16;
pub const GNUTLS_ECC_CURVE_GOST256B: gnutls_ecc_curve_t = 17;
pub const GNUTLS_ECC_CURVE_GOST256C: gnutls_ecc_curve_t = 18;
pub const GNUTLS_ECC_CURVE_GOST256CPA: gnutls_ecc_curve_t = 8;
pub const GNUTLS_ECC_CURVE_GOST256CPB: gnutls_ecc_curve_t = 9;
pub const GNUTLS_ECC_CURVE_GOST256CPC: gnutls_ecc_curve_t = 10;
pub const GNUTLS_ECC_CURVE_GOST256CPXA: gnutls_ecc_curve_t = 11;
pub const GNUTLS_ECC_CURVE_GOST256CPXB: gnutls_ecc_curve_t = 12;
pub const GNUTLS_ECC_CURVE_GOST256D: gnutls_ecc_curve_t = 19;
pub const GNUTLS_ECC_CURVE_GOST512A: gnutls_ecc_curve_t = 13;
pub const GNUTLS_ECC_CURVE_GOST512B: gnutls_ecc_curve_t = 14;
pub const GNUTLS_ECC_CURVE_GOST512C: gnutls_ecc_curve_t = 15;
pub const GNUTLS_ECC_CURVE_INVALID: gnutls_ecc_curve_t = 0;
pub const GNUTLS_ECC_CURVE_MAX: gnutls_ecc_curve_t = 21;
pub const GNUTLS_ECC_CURVE_SECP192R1: gnutls_ecc_curve_t = 5;
pub const GNUTLS_ECC_CURVE_SECP224R1: gnutls_ecc_curve_t = 1;
pub const GNUTLS_ECC_CURVE_SECP256R1: gnutls_ecc_curve_t = 2;
pub const GNUTLS_ECC_CURVE_SECP384R1: gnutls_ecc_curve_t = 3;
pub const GNUTLS_ECC_CURVE_SECP521R1: gnutls_ecc_curve_t = 4;
pub const GNUTLS_ECC_CURVE_X25519: gnutls_ecc_curve_t = 6;
pub const GNUTLS_ECC_CURVE_X448: gnutls_ecc_curve_t = 20;

/// The parameter sets of GOST 28147 (RFC 4357, RFC 7836).
pub type gnutls_gost_paramset_t = c_uint;
pub const GNUTLS_GOST_PARAMSET_CP_A: gnutls_gost_paramset_t = 2;
pub const GNUTLS_GOST_PARAMSET_CP_B: gnutls_gost_paramset_t = 3;
pub const GNUTLS_GOST_PARAMSET_CP_C: gnutls_gost_paramset_t = 4;
pub const GNUTLS_GOST_PARAMSET_CP_D: gnutls_gost_paramset_t = 5;
pub const GNUTLS_GOST_PARAMSET_TC26_Z: gnutls_gost_paramset_t = 1;
pub const GNUTLS_GOST_PARAMSET_UNKNOWN: gnutls_gost_paramset_t = 0;

/// The groups of key exchanges: curves, finite fields (RFC 7919) and hybrids with ML-KEM.
pub type gnutls_group_t = c_uint;
pub const GNUTLS_GROUP_EXP_KYBER768: gnutls_group_t = 515;
pub const GNUTLS_GROUP_EXP_MAX: gnutls_group_t = 518;
pub const GNUTLS_GROUP_EXP_MIN: gnutls_group_t = 512;
pub const GNUTLS_GROUP_EXP_MLKEM1024: gnutls_group_t = 517;
pub const GNUTLS_GROUP_EXP_MLKEM768: gnutls_group_t = 516;
pub const GNUTLS_GROUP_EXP_SECP256R1_MLKEM768: gnutls_group_t = 513;
pub const GNUTLS_GROUP_EXP_SECP384R1_MLKEM1024: gnutls_group_t = 518;
pub const GNUTLS_GROUP_EXP_X25519_KYBER768: gnutls_group_t = 512;
pub const GNUTLS_GROUP_EXP_X25519_MLKEM768: gnutls_group_t = 514;
pub const GNUTLS_GROUP_FFDHE2048: gnutls_group_t = 256;
pub const GNUTLS_GROUP_FFDHE3072: gnutls_group_t = 257;
pub const GNUTLS_GROUP_FFDHE4096: gnutls_group_t = 258;
pub const GNUTLS_GROUP_FFDHE6144: gnutls_group_t = 260;
pub const GNUTLS_GROUP_FFDHE8192: gnutls_group_t = 259;
pub const GNUTLS_GROUP_GC256A: gnutls_group_t = 16;
pub const GNUTLS_GROUP_GC256B: gnutls_group_t = 17;
pub const GNUTLS_GROUP_GC256C: gnutls_group_t = 18;
pub const GNUTLS_GROUP_GC256D: gnutls_group_t = 19;
pub const GNUTLS_GROUP_GC512A: gnutls_group_t = 13;
pub const GNUTLS_GROUP_GC512B: gnutls_group_t = 14;
pub const GNUTLS_GROUP_GC512C: gnutls_group_t = 15;
pub const GNUTLS_GROUP_INVALID: gnutls_group_t = 0;
pub const GNUTLS_GROUP_MAX: gnutls_group_t = 260;
pub const GNUTLS_GROUP_SECP192R1: gnutls_group_t = 5;
pub const GNUTLS_GROUP_SECP224R1: gnutls_group_t = 1;
pub const GNUTLS_GROUP_SECP256R1: gnutls_group_t = 2;
pub const GNUTLS_GROUP_SECP384R1: gnutls_group_t = 3;
pub const GNUTLS_GROUP_SECP521R1: gnutls_group_t = 4;
pub const GNUTLS_GROUP_X25519: gnutls_group_t = 6;
pub const GNUTLS_GROUP_X448: gnutls_group_t = 20;

/// The key exchanges, with the way the server is authenticated. In TLS 1.3 the name tells what was
/// done.
pub type gnutls_kx_algorithm_t = c_uint;
pub const GNUTLS_KX_ANON_DH: gnutls_kx_algorithm_t = 4;
pub const GNUTLS_KX_ANON_ECDH: gnutls_kx_algorithm_t = 11;
pub const GNUTLS_KX_DHE_DSS: gnutls_kx_algorithm_t = 2;
pub const GNUTLS_KX_DHE_PSK: gnutls_kx_algorithm_t = 10;
pub const GNUTLS_KX_DHE_RSA: gnutls_kx_algorithm_t = 3;
pub const GNUTLS_KX_ECDHE_ECDSA: gnutls_kx_algorithm_t = 13;
pub const GNUTLS_KX_ECDHE_PSK: gnutls_kx_algorithm_t = 14;
pub const GNUTLS_KX_ECDHE_RSA: gnutls_kx_algorithm_t = 12;
pub const GNUTLS_KX_PSK: gnutls_kx_algorithm_t = 9;
pub const GNUTLS_KX_RSA: gnutls_kx_algorithm_t = 1;
pub const GNUTLS_KX_RSA_EXPORT: gnutls_kx_algorithm_t = 6;
pub const GNUTLS_KX_RSA_PSK: gnutls_kx_algorithm_t = 15;
pub const GNUTLS_KX_SRP: gnutls_kx_algorithm_t = 5;
pub const GNUTLS_KX_SRP_DSS: gnutls_kx_algorithm_t = 8;
pub const GNUTLS_KX_SRP_RSA: gnutls_kx_algorithm_t = 7;
pub const GNUTLS_KX_UNKNOWN: gnutls_kx_algorithm_t = 0;
pub const GNUTLS_KX_VKO_GOST_12: gnutls_kx_algorithm_t = 16;

/// The MACs. `GNUTLS_MAC_AEAD` stands for a cipher that authenticates by itself.
pub type gnutls_mac_algorithm_t = c_uint;
pub const GNUTLS_MAC_AEAD: gnutls_mac_algorithm_t = 200;
pub const GNUTLS_MAC_AES_CMAC_128: gnutls_mac_algorithm_t = 203;
pub const GNUTLS_MAC_AES_CMAC_256: gnutls_mac_algorithm_t = 204;
pub const GNUTLS_MAC_AES_GMAC_128: gnutls_mac_algorithm_t = 205;
pub const GNUTLS_MAC_AES_GMAC_192: gnutls_mac_algorithm_t = 206;
pub const GNUTLS_MAC_AES_GMAC_256: gnutls_mac_algorithm_t = 207;
pub const GNUTLS_MAC_GOST28147_TC26Z_IMIT: gnutls_mac_algorithm_t = 208;
pub const GNUTLS_MAC_GOSTR_94: gnutls_mac_algorithm_t = 15;
pub const GNUTLS_MAC_KUZNYECHIK_OMAC: gnutls_mac_algorithm_t = 212;
pub const GNUTLS_MAC_MAGMA_OMAC: gnutls_mac_algorithm_t = 211;
pub const GNUTLS_MAC_MD2: gnutls_mac_algorithm_t = 5;
pub const GNUTLS_MAC_MD5: gnutls_mac_algorithm_t = 2;
pub const GNUTLS_MAC_MD5_SHA1: gnutls_mac_algorithm_t = 14;
pub const GNUTLS_MAC_NULL: gnutls_mac_algorithm_t = 1;
pub const GNUTLS_MAC_PBMAC1: gnutls_mac_algorithm_t = 213;
pub const GNUTLS_MAC_RMD160: gnutls_mac_algorithm_t = 4;
pub const GNUTLS_MAC_SHA1: gnutls_mac_algorithm_t = 3;
pub const GNUTLS_MAC_SHA224: gnutls_mac_algorithm_t = 9;
pub const GNUTLS_MAC_SHA256: gnutls_mac_algorithm_t = 6;
pub const GNUTLS_MAC_SHA384: gnutls_mac_algorithm_t = 7;
pub const GNUTLS_MAC_SHA3_224: gnutls_mac_algorithm_t = 10;
pub const GNUTLS_MAC_SHA3_256: gnutls_mac_algorithm_t = 11;
pub const GNUTLS_MAC_SHA3_384: gnutls_mac_algorithm_t = 12;
pub const GNUTLS_MAC_SHA3_512: gnutls_mac_algorithm_t = 13;
pub const GNUTLS_MAC_SHA512: gnutls_mac_algorithm_t = 8;
pub const GNUTLS_MAC_SHAKE_128: gnutls_mac_algorithm_t = 209;
pub const GNUTLS_MAC_SHAKE_256: gnutls_mac_algorithm_t = 210;
pub const GNUTLS_MAC_STREEBOG_256: gnutls_mac_algorithm_t = 16;
pub const GNUTLS_MAC_STREEBOG_512: gnutls_mac_algorithm_t = 17;
pub const GNUTLS_MAC_UMAC_128: gnutls_mac_algorithm_t = 202;
pub const GNUTLS_MAC_UMAC_96: gnutls_mac_algorithm_t = 201;
pub const GNUTLS_MAC_UNKNOWN: gnutls_mac_algorithm_t = 0;

/// The algorithms of public keys.
pub type gnutls_pk_algorithm_t = c_uint;
pub const GNUTLS_PK_DH: gnutls_pk_algorithm_t = 3;
pub const GNUTLS_PK_DSA: gnutls_pk_algorithm_t = 2;
pub const GNUTLS_PK_ECDH_X25519: gnutls_pk_algorithm_t = 5;
pub const GNUTLS_PK_ECDH_X448: gnutls_pk_algorithm_t = 11;
pub const GNUTLS_PK_ECDSA: gnutls_pk_algorithm_t = 4;
pub const GNUTLS_PK_EDDSA_ED25519: gnutls_pk_algorithm_t = 7;
pub const GNUTLS_PK_EDDSA_ED448: gnutls_pk_algorithm_t = 12;
pub const GNUTLS_PK_EXP_KYBER768: gnutls_pk_algorithm_t = 256;
pub const GNUTLS_PK_EXP_MAX: gnutls_pk_algorithm_t = 256;
pub const GNUTLS_PK_GOST_01: gnutls_pk_algorithm_t = 8;
pub const GNUTLS_PK_GOST_12_256: gnutls_pk_algorithm_t = 9;
pub const GNUTLS_PK_GOST_12_512: gnutls_pk_algorithm_t = 10;
pub const GNUTLS_PK_MAX: gnutls_pk_algorithm_t = 18;
pub const GNUTLS_PK_MLDSA44: gnutls_pk_algorithm_t = 15;
pub const GNUTLS_PK_MLDSA65: gnutls_pk_algorithm_t = 16;
pub const GNUTLS_PK_MLDSA87: gnutls_pk_algorithm_t = 17;
pub const GNUTLS_PK_MLKEM1024: gnutls_pk_algorithm_t = 18;
pub const GNUTLS_PK_MLKEM768: gnutls_pk_algorithm_t = 14;
pub const GNUTLS_PK_RSA: gnutls_pk_algorithm_t = 1;
pub const GNUTLS_PK_RSA_OAEP: gnutls_pk_algorithm_t = 13;
pub const GNUTLS_PK_RSA_PSS: gnutls_pk_algorithm_t = 6;
pub const GNUTLS_PK_UNKNOWN: gnutls_pk_algorithm_t = 0;

/// The versions of TLS and DTLS.
pub type gnutls_protocol_t = c_uint;
pub const GNUTLS_DTLS0_9: gnutls_protocol_t = 200;
pub const GNUTLS_DTLS1_0: gnutls_protocol_t = 201;
pub const GNUTLS_DTLS1_2: gnutls_protocol_t = 202;
/// Ours: GnuTLS has no DTLS 1.3.
pub const GNUTLS_DTLS1_3: gnutls_protocol_t = 203;
pub const GNUTLS_DTLS_VERSION_MAX: gnutls_protocol_t = 202;
pub const GNUTLS_DTLS_VERSION_MIN: gnutls_protocol_t = 200;
pub const GNUTLS_SSL3: gnutls_protocol_t = 1;
pub const GNUTLS_TLS1: gnutls_protocol_t = 2;
pub const GNUTLS_TLS1_0: gnutls_protocol_t = 2;
pub const GNUTLS_TLS1_1: gnutls_protocol_t = 3;
pub const GNUTLS_TLS1_2: gnutls_protocol_t = 4;
pub const GNUTLS_TLS1_3: gnutls_protocol_t = 5;
pub const GNUTLS_TLS_VERSION_MAX: gnutls_protocol_t = 5;
pub const GNUTLS_VERSION_UNKNOWN: gnutls_protocol_t = 255;

/// Levels of security, from which sizes of keys follow.
pub type gnutls_sec_param_t = c_uint;
pub const GNUTLS_SEC_PARAM_EXPORT: gnutls_sec_param_t = 10;
pub const GNUTLS_SEC_PARAM_FUTURE: gnutls_sec_param_t = 50;
pub const GNUTLS_SEC_PARAM_HIGH: gnutls_sec_param_t = 40;
pub const GNUTLS_SEC_PARAM_INSECURE: gnutls_sec_param_t = 5;
pub const GNUTLS_SEC_PARAM_LEGACY: gnutls_sec_param_t = 30;
pub const GNUTLS_SEC_PARAM_LOW: gnutls_sec_param_t = 25;
pub const GNUTLS_SEC_PARAM_MAX: gnutls_sec_param_t = 50;
pub const GNUTLS_SEC_PARAM_MEDIUM: gnutls_sec_param_t = 35;
pub const GNUTLS_SEC_PARAM_ULTRA: gnutls_sec_param_t = 45;
pub const GNUTLS_SEC_PARAM_UNKNOWN: gnutls_sec_param_t = 0;
pub const GNUTLS_SEC_PARAM_VERY_WEAK: gnutls_sec_param_t = 15;
pub const GNUTLS_SEC_PARAM_WEAK: gnutls_sec_param_t = 20;

/// Signature algorithms: a kind of key with a hash, and in TLS 1.3 with a curve.
pub type gnutls_sign_algorithm_t = c_uint;
pub const GNUTLS_SIGN_DSA_SHA: gnutls_sign_algorithm_t = 2;
pub const GNUTLS_SIGN_DSA_SHA1: gnutls_sign_algorithm_t = 2;
pub const GNUTLS_SIGN_DSA_SHA224: gnutls_sign_algorithm_t = 10;
pub const GNUTLS_SIGN_DSA_SHA256: gnutls_sign_algorithm_t = 11;
pub const GNUTLS_SIGN_DSA_SHA384: gnutls_sign_algorithm_t = 17;
pub const GNUTLS_SIGN_DSA_SHA3_224: gnutls_sign_algorithm_t = 24;
pub const GNUTLS_SIGN_DSA_SHA3_256: gnutls_sign_algorithm_t = 25;
pub const GNUTLS_SIGN_DSA_SHA3_384: gnutls_sign_algorithm_t = 26;
pub const GNUTLS_SIGN_DSA_SHA3_512: gnutls_sign_algorithm_t = 27;
pub const GNUTLS_SIGN_DSA_SHA512: gnutls_sign_algorithm_t = 18;
pub const GNUTLS_SIGN_ECDSA_SECP256R1_SHA256: gnutls_sign_algorithm_t = 37;
pub const GNUTLS_SIGN_ECDSA_SECP384R1_SHA384: gnutls_sign_algorithm_t = 38;
pub const GNUTLS_SIGN_ECDSA_SECP521R1_SHA512: gnutls_sign_algorithm_t = 39;
pub const GNUTLS_SIGN_ECDSA_SHA1: gnutls_sign_algorithm_t = 12;
pub const GNUTLS_SIGN_ECDSA_SHA224: gnutls_sign_algorithm_t = 13;
pub const GNUTLS_SIGN_ECDSA_SHA256: gnutls_sign_algorithm_t = 14;
pub const GNUTLS_SIGN_ECDSA_SHA384: gnutls_sign_algorithm_t = 15;
pub const GNUTLS_SIGN_ECDSA_SHA3_224: gnutls_sign_algorithm_t = 20;
pub const GNUTLS_SIGN_ECDSA_SHA3_256: gnutls_sign_algorithm_t = 21;
pub const GNUTLS_SIGN_ECDSA_SHA3_384: gnutls_sign_algorithm_t = 22;
pub const GNUTLS_SIGN_ECDSA_SHA3_512: gnutls_sign_algorithm_t = 23;
pub const GNUTLS_SIGN_ECDSA_SHA512: gnutls_sign_algorithm_t = 16;
pub const GNUTLS_SIGN_EDDSA_ED25519: gnutls_sign_algorithm_t = 35;
pub const GNUTLS_SIGN_EDDSA_ED448: gnutls_sign_algorithm_t = 46;
pub const GNUTLS_SIGN_GOST_256: gnutls_sign_algorithm_t = 44;
pub const GNUTLS_SIGN_GOST_512: gnutls_sign_algorithm_t = 45;
pub const GNUTLS_SIGN_GOST_94: gnutls_sign_algorithm_t = 43;
pub const GNUTLS_SIGN_MAX: gnutls_sign_algorithm_t = 49;
pub const GNUTLS_SIGN_MLDSA44: gnutls_sign_algorithm_t = 47;
pub const GNUTLS_SIGN_MLDSA65: gnutls_sign_algorithm_t = 48;
pub const GNUTLS_SIGN_MLDSA87: gnutls_sign_algorithm_t = 49;
pub const GNUTLS_SIGN_RSA_MD2: gnutls_sign_algorithm_t = 4;
pub const GNUTLS_SIGN_RSA_MD5: gnutls_sign_algorithm_t = 3;
pub const GNUTLS_SIGN_RSA_PSS_RSAE_SHA256: gnutls_sign_algorithm_t = 40;
pub const GNUTLS_SIGN_RSA_PSS_RSAE_SHA384: gnutls_sign_algorithm_t = 41;
pub const GNUTLS_SIGN_RSA_PSS_RSAE_SHA512: gnutls_sign_algorithm_t = 42;
pub const GNUTLS_SIGN_RSA_PSS_SHA256: gnutls_sign_algorithm_t = 32;
pub const GNUTLS_SIGN_RSA_PSS_SHA384: gnutls_sign_algorithm_t = 33;
pub const GNUTLS_SIGN_RSA_PSS_SHA512: gnutls_sign_algorithm_t = 34;
pub const GNUTLS_SIGN_RSA_RAW: gnutls_sign_algorithm_t = 36;
pub const GNUTLS_SIGN_RSA_RMD160: gnutls_sign_algorithm_t = 5;
pub const GNUTLS_SIGN_RSA_SHA: gnutls_sign_algorithm_t = 1;
pub const GNUTLS_SIGN_RSA_SHA1: gnutls_sign_algorithm_t = 1;
pub const GNUTLS_SIGN_RSA_SHA224: gnutls_sign_algorithm_t = 9;
pub const GNUTLS_SIGN_RSA_SHA256: gnutls_sign_algorithm_t = 6;
pub const GNUTLS_SIGN_RSA_SHA384: gnutls_sign_algorithm_t = 7;
pub const GNUTLS_SIGN_RSA_SHA3_224: gnutls_sign_algorithm_t = 28;
pub const GNUTLS_SIGN_RSA_SHA3_256: gnutls_sign_algorithm_t = 29;
pub const GNUTLS_SIGN_RSA_SHA3_384: gnutls_sign_algorithm_t = 30;
pub const GNUTLS_SIGN_RSA_SHA3_512: gnutls_sign_algorithm_t = 31;
pub const GNUTLS_SIGN_RSA_SHA512: gnutls_sign_algorithm_t = 8;
pub const GNUTLS_SIGN_UNKNOWN: gnutls_sign_algorithm_t = 0;
