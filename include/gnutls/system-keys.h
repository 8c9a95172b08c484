/* system-keys.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/system-keys.h
 *
 * Keys of the system's store.
 */

#ifndef GNUTLS_SYSTEM_KEYS_H
#define GNUTLS_SYSTEM_KEYS_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct system_key_iter_st system_key_iter_st;

typedef struct system_key_iter_st *gnutls_system_key_iter_t;

/* Not written yet: these fail as their manual pages have it. */
int gnutls_system_key_add_x509(gnutls_x509_crt_t crt, gnutls_x509_privkey_t privkey, const char *label, char **cert_url, char **key_url);
int gnutls_system_key_delete(const char *cert_url, const char *key_url);
void gnutls_system_key_iter_deinit(gnutls_system_key_iter_t iter);
int gnutls_system_key_iter_get_info(gnutls_system_key_iter_t *iter, unsigned cert_type, char **cert_url, char **key_url, char **label, gnutls_datum_t *der, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
