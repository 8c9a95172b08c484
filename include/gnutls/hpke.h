/* hpke.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_HPKE_H
#define GNUTLS_HPKE_H

#include <gnutls/gnutls.h>
#include <gnutls/abstract.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gnutls_hpke_aead_t {
        GNUTLS_HPKE_AEAD_AES_128_GCM = 1,
        GNUTLS_HPKE_AEAD_AES_256_GCM = 2,
        GNUTLS_HPKE_AEAD_CHACHA20_POLY1305 = 3,
        GNUTLS_HPKE_AEAD_EXPORT_ONLY = 65535
} gnutls_hpke_aead_t;

typedef enum gnutls_hpke_kdf_t {
        GNUTLS_HPKE_KDF_HKDF_SHA256 = 1,
        GNUTLS_HPKE_KDF_HKDF_SHA384 = 2,
        GNUTLS_HPKE_KDF_HKDF_SHA512 = 3
} gnutls_hpke_kdf_t;

typedef enum gnutls_hpke_kem_t {
        GNUTLS_HPKE_KEM_DHKEM_P256 = 16,
        GNUTLS_HPKE_KEM_DHKEM_P384 = 17,
        GNUTLS_HPKE_KEM_DHKEM_P521 = 18,
        GNUTLS_HPKE_KEM_DHKEM_X25519 = 32,
        GNUTLS_HPKE_KEM_DHKEM_X448 = 33
} gnutls_hpke_kem_t;

typedef enum gnutls_hpke_mode_t {
        GNUTLS_HPKE_MODE_BASE = 0,
        GNUTLS_HPKE_MODE_PSK = 1,
        GNUTLS_HPKE_MODE_AUTH = 2,
        GNUTLS_HPKE_MODE_AUTH_PSK = 3
} gnutls_hpke_mode_t;

typedef enum gnutls_hpke_role_t {
        GNUTLS_HPKE_ROLE_SENDER = 0,
        GNUTLS_HPKE_ROLE_RECEIVER = 1
} gnutls_hpke_role_t;

typedef struct gnutls_hpke_context_st gnutls_hpke_context_st;

typedef struct gnutls_hpke_context_st *gnutls_hpke_context_t;

/* Not written yet: these fail as their manual pages have it. */
int gnutls_hpke_decap(gnutls_hpke_context_t, const gnutls_datum_t *, const gnutls_datum_t *, const gnutls_privkey_t, const gnutls_pubkey_t, const gnutls_datum_t *, const gnutls_datum_t *);
int gnutls_hpke_deinit(gnutls_hpke_context_t);
int gnutls_hpke_derive_keypair(gnutls_hpke_kem_t, const gnutls_datum_t *, gnutls_privkey_t, gnutls_pubkey_t);
int gnutls_hpke_encap(gnutls_hpke_context_t, const gnutls_datum_t *, gnutls_datum_t *, const gnutls_pubkey_t, const gnutls_privkey_t, const gnutls_datum_t *, const gnutls_datum_t *);
int gnutls_hpke_export(gnutls_hpke_context_t, const gnutls_datum_t *, size_t, gnutls_datum_t *);
int gnutls_hpke_export_pubkey(const gnutls_hpke_context_t, const gnutls_pubkey_t, gnutls_datum_t *);
int gnutls_hpke_import_pubkey(const gnutls_hpke_context_t, gnutls_pubkey_t, const gnutls_datum_t *);
int gnutls_hpke_init(gnutls_hpke_context_t *, gnutls_hpke_mode_t, gnutls_hpke_role_t, gnutls_hpke_kem_t, gnutls_hpke_kdf_t, gnutls_hpke_aead_t);
int gnutls_hpke_open(gnutls_hpke_context_t, const gnutls_datum_t *, const gnutls_datum_t *, gnutls_datum_t *);
int gnutls_hpke_seal(gnutls_hpke_context_t, const gnutls_datum_t *, const gnutls_datum_t *, gnutls_datum_t *);

#ifdef __cplusplus
}
#endif

#endif
