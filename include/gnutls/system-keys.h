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

/**
 * Adds a certificate and its key to those of the operating system, which has no such list here.
 *
 * @param crt,privkey,label,cert_url,key_url not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does outside of Windows.
 *
 * @since 3.4.0
 */
int gnutls_system_key_add_x509(gnutls_x509_crt_t crt,
                               gnutls_x509_privkey_t privkey,
                               const char *label,
                               char **cert_url,
                               char **key_url);

/**
 * Removes a certificate and its key from those of the operating system, which has no such list here.
 *
 * @param cert_url,key_url not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does outside of Windows.
 *
 * @since 3.4.0
 */
int gnutls_system_key_delete(const char *cert_url, const char *key_url);

/**
 * Frees an iterator of `gnutls_system_key_iter_get_info`, which makes none here.
 *
 * @param iter not used
 *
 * @since 3.4.0
 */
void gnutls_system_key_iter_deinit(gnutls_system_key_iter_t iter);

/**
 * Tells the next certificate of the operating system, which has no such list here.
 *
 * @param iter,cert_type,cert_url,key_url,label,der,flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does outside of Windows.
 *
 * @since 3.4.0
 */
int gnutls_system_key_iter_get_info(gnutls_system_key_iter_t *iter,
                                    unsigned int cert_type,
                                    char **cert_url,
                                    char **key_url,
                                    char **label,
                                    gnutls_datum_t *der,
                                    unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
