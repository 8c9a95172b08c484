/* tpm.h of gnutls-rs, written by tools/headers: do not edit. */

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

typedef enum gnutls_tpmkey_fmt_t {
        GNUTLS_TPMKEY_FMT_DER = 0,
        GNUTLS_TPMKEY_FMT_RAW = 0,
        GNUTLS_TPMKEY_FMT_CTK_PEM = 1
} gnutls_tpmkey_fmt_t;

typedef struct tpm_key_list_st tpm_key_list_st;

typedef struct tpm_key_list_st *gnutls_tpm_key_list_t;

/* Not written yet: these fail as their manual pages have it. */
int gnutls_tpm_get_registered(gnutls_tpm_key_list_t *);
void gnutls_tpm_key_list_deinit(gnutls_tpm_key_list_t);
int gnutls_tpm_key_list_get_url(gnutls_tpm_key_list_t, unsigned int, char **, unsigned int);
int gnutls_tpm_privkey_delete(const char *, const char *);
int gnutls_tpm_privkey_generate(gnutls_pk_algorithm_t, unsigned int, const char *, const char *, gnutls_tpmkey_fmt_t, gnutls_x509_crt_fmt_t, gnutls_datum_t *, gnutls_datum_t *, unsigned int);

#ifdef __cplusplus
}
#endif

#endif
