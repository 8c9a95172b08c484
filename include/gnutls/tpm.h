/* tpm.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/tpm.h
 *
 * Keys in a TPM.
 */

#ifndef GNUTLS_TPM_H
#define GNUTLS_TPM_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_TPM_KEY_SIGNING 2
#define GNUTLS_TPM_KEY_USER 8
#define GNUTLS_TPM_REGISTER_KEY 4

/** The encodings of TPM keys. */
typedef enum gnutls_tpmkey_fmt_t {
        GNUTLS_TPMKEY_FMT_DER = 0,
        GNUTLS_TPMKEY_FMT_RAW = 0,
        GNUTLS_TPMKEY_FMT_CTK_PEM = 1
} gnutls_tpmkey_fmt_t;

typedef struct tpm_key_list_st tpm_key_list_st;

typedef struct tpm_key_list_st *gnutls_tpm_key_list_t;

/* Not written yet: these fail as their manual pages have it. */
int gnutls_tpm_get_registered(gnutls_tpm_key_list_t *list);
void gnutls_tpm_key_list_deinit(gnutls_tpm_key_list_t list);
int gnutls_tpm_key_list_get_url(gnutls_tpm_key_list_t list, unsigned int idx, char **url, unsigned int flags);
int gnutls_tpm_privkey_delete(const char *url, const char *srk_password);
int gnutls_tpm_privkey_generate(gnutls_pk_algorithm_t pk, unsigned int bits, const char *srk_password, const char *key_password, gnutls_tpmkey_fmt_t format, gnutls_x509_crt_fmt_t pub_format, gnutls_datum_t *privkey, gnutls_datum_t *pubkey, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
