/* urls.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/urls.h
 *
 * Keys and certificates by the application's own URLs.
 */

#ifndef GNUTLS_URLS_H
#define GNUTLS_URLS_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gnutls/abstract.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Finds the issuer of a certificate: URL, certificate, out: DER in memory of `gnutls_malloc`, flags.
 * Returns 0 or a negative error code.
 */
typedef int (*gnutls_get_raw_issuer_func)(const char*, gnutls_x509_crt_t, gnutls_datum_t*, unsigned int);

/** Imports the private key of a URL: key, URL, flags. Returns 0 or a negative error code. */
typedef int (*gnutls_privkey_import_url_func)(gnutls_privkey_t, const char*, unsigned int);

/** Imports the public key of a URL: key, URL, flags. Returns 0 or a negative error code. */
typedef int (*gnutls_pubkey_import_url_func)(gnutls_pubkey_t, const char*, unsigned int);

/** Imports the certificate of a URL: certificate, URL, flags. Returns 0 or a negative error code. */
typedef int (*gnutls_x509_crt_import_url_func)(gnutls_x509_crt_t, const char*, unsigned int);

typedef struct gnutls_custom_url_st {
        const char *name;
        unsigned int name_size;
        gnutls_privkey_import_url_func import_key;
        gnutls_x509_crt_import_url_func import_crt;
        gnutls_pubkey_import_url_func import_pubkey;
        gnutls_get_raw_issuer_func get_issuer;
        void *future1;
        void *future2;
} gnutls_custom_url_st;

/**
 * Registers a kind of URL, by which keys and certificates of the application's can be imported.
 *
 * A URL is of this kind if it begins with `name`, in upper or lower case. The struct has functions
 * that import a private key, a public key, a certificate and its issuer; each may be NULL. The struct
 * and all that it points to are not copied: they must stay unchanged as long as the process lives.
 *
 * @param st the struct; `name_size` does not count a NUL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `st` or its name is NULL or empty,
 *   or the name is registered already.
 *
 * It may be called from any thread, and counts for the process; a kind cannot be removed. Since 3.4.0.
 */
int gnutls_register_custom_url(const gnutls_custom_url_st *st);

#ifdef __cplusplus
}
#endif

#endif
