/* openpgp.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/openpgp.h
 *
 * Kept for old programs: OpenPGP is not supported.
 */

#ifndef GNUTLS_OPENPGP_H
#define GNUTLS_OPENPGP_H

#include <gnutls/gnutls.h>
#include <limits.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_OPENPGP_KEYID_SIZE 8
#define GNUTLS_OPENPGP_MASTER_KEYID_IDX 2147483647
#define GNUTLS_OPENPGP_V4_FINGERPRINT_SIZE 20

/** Kept for old applications: OpenPGP is not supported. */
typedef enum gnutls_openpgp_crt_fmt_t {
        GNUTLS_OPENPGP_FMT_RAW = 0,
        GNUTLS_OPENPGP_FMT_BASE64 = 1
} gnutls_openpgp_crt_fmt_t;

/** Kept for old applications: OpenPGP is not supported. */
typedef int (*gnutls_openpgp_recv_key_func)(gnutls_session_t,
                                            const unsigned char*,
                                            unsigned int,
                                            gnutls_datum_t*);

typedef unsigned char gnutls_openpgp_keyid_t[8];

/**
 * Gives the OpenPGP certificates of credentials: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param res,index,crt_list,crt_list_size not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_get_openpgp_crt(gnutls_certificate_credentials_t res,
                                       unsigned int index,
                                       gnutls_openpgp_crt_t **crt_list,
                                       unsigned int *crt_list_size);

/**
 * Gives the OpenPGP key of credentials: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param res,index,key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_get_openpgp_key(gnutls_certificate_credentials_t res,
                                       unsigned int index,
                                       gnutls_openpgp_privkey_t *key);

/**
 * Adds an OpenPGP certificate and its key to credentials: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param res,crt,pkey not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_set_openpgp_key(gnutls_certificate_credentials_t res,
                                       gnutls_openpgp_crt_t crt,
                                       gnutls_openpgp_privkey_t pkey);

/**
 * Adds an OpenPGP certificate and its key from files to credentials: not possible any more, as in
 * GnuTLS since 3.6.0.
 *
 * @param res,certfile,keyfile,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_set_openpgp_key_file(gnutls_certificate_credentials_t res,
                                            const char *certfile,
                                            const char *keyfile,
                                            gnutls_openpgp_crt_fmt_t format);

/**
 * Adds an OpenPGP certificate and one of its keys from files to credentials: not possible any more, as
 * in GnuTLS since 3.6.0.
 *
 * @param res,certfile,keyfile,subkey_id,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_set_openpgp_key_file2(gnutls_certificate_credentials_t res,
                                             const char *certfile,
                                             const char *keyfile,
                                             const char *subkey_id,
                                             gnutls_openpgp_crt_fmt_t format);

/**
 * Adds an OpenPGP certificate and its key from memory to credentials: not possible any more, as in
 * GnuTLS since 3.6.0.
 *
 * @param res,cert,key,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_set_openpgp_key_mem(gnutls_certificate_credentials_t res,
                                           const gnutls_datum_t *cert,
                                           const gnutls_datum_t *key,
                                           gnutls_openpgp_crt_fmt_t format);

/**
 * Adds an OpenPGP certificate and one of its keys from memory to credentials: not possible any more,
 * as in GnuTLS since 3.6.0.
 *
 * @param res,cert,key,subkey_id,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_set_openpgp_key_mem2(gnutls_certificate_credentials_t res,
                                            const gnutls_datum_t *cert,
                                            const gnutls_datum_t *key,
                                            const char *subkey_id,
                                            gnutls_openpgp_crt_fmt_t format);

/**
 * Adds an OpenPGP keyring from a file to credentials: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param c,file,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_set_openpgp_keyring_file(gnutls_certificate_credentials_t c,
                                                const char *file,
                                                gnutls_openpgp_crt_fmt_t format);

/**
 * Adds an OpenPGP keyring from memory to credentials: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param c,data,dlen,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_certificate_set_openpgp_keyring_mem(gnutls_certificate_credentials_t c,
                                               const unsigned char *data,
                                               size_t dlen,
                                               gnutls_openpgp_crt_fmt_t format);

/**
 * Compares an email address with those of an OpenPGP certificate: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,email,flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_check_email(gnutls_openpgp_crt_t key, const char *email, unsigned int flags);

/**
 * Compares a host name with those of an OpenPGP certificate: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,hostname not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_check_hostname(gnutls_openpgp_crt_t key, const char *hostname);

/**
 * Compares a host name with those of an OpenPGP certificate, by flags: not possible any more, as in
 * GnuTLS since 3.6.0.
 *
 * @param key,hostname,flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_check_hostname2(gnutls_openpgp_crt_t key, const char *hostname, unsigned int flags);

/**
 * Frees an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * Header: `gnutls/openpgp.h`.
 *
 * @param key not used
 */
void gnutls_openpgp_crt_deinit(gnutls_openpgp_crt_t key);

/**
 * Writes an OpenPGP certificate into a buffer: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,format,output_data,output_data_size not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_export(gnutls_openpgp_crt_t key,
                              gnutls_openpgp_crt_fmt_t format,
                              void *output_data,
                              size_t *output_data_size);

/**
 * Writes an OpenPGP certificate into a datum: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,format,out not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_export2(gnutls_openpgp_crt_t key,
                               gnutls_openpgp_crt_fmt_t format,
                               gnutls_datum_t *out);

/**
 * Finds the subkey of an OpenPGP certificate that authenticates: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param crt,keyid,flag not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_auth_subkey(gnutls_openpgp_crt_t crt, unsigned char *keyid, unsigned int flag);

/**
 * Tells when an OpenPGP certificate was made: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return -1, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
time_t gnutls_openpgp_crt_get_creation_time(gnutls_openpgp_crt_t key);

/**
 * Tells when an OpenPGP certificate expires: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return -1, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
time_t gnutls_openpgp_crt_get_expiration_time(gnutls_openpgp_crt_t key);

/**
 * Gives the fingerprint of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,fpr,fprlen not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_fingerprint(gnutls_openpgp_crt_t key, void *fpr, size_t *fprlen);

/**
 * Gives the key identifier of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_key_id(gnutls_openpgp_crt_t key, unsigned char *keyid);

/**
 * Tells what the key of an OpenPGP certificate is for: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,key_usage not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_key_usage(gnutls_openpgp_crt_t key, unsigned int *key_usage);

/**
 * Gives a user ID of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,idx,buf,sizeof_buf not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_name(gnutls_openpgp_crt_t key, int idx, char *buf, size_t *sizeof_buf);

/**
 * Tells the algorithm of the key of an OpenPGP certificate: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,bits not used
 *
 * @return `GNUTLS_PK_UNKNOWN`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
gnutls_pk_algorithm_t gnutls_openpgp_crt_get_pk_algorithm(gnutls_openpgp_crt_t key, unsigned int *bits);

/**
 * Gives the DSA key of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param crt,p,q,g,y not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_pk_dsa_raw(gnutls_openpgp_crt_t crt,
                                      gnutls_datum_t *p,
                                      gnutls_datum_t *q,
                                      gnutls_datum_t *g,
                                      gnutls_datum_t *y);

/**
 * Gives the RSA key of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param crt,m,e not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_pk_rsa_raw(gnutls_openpgp_crt_t crt, gnutls_datum_t *m, gnutls_datum_t *e);

/**
 * Gives the identifier of the key that was chosen of an OpenPGP certificate: not possible any more, as
 * in GnuTLS since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_preferred_key_id(gnutls_openpgp_crt_t key, unsigned char *keyid);

/**
 * Tells whether an OpenPGP certificate is revoked: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_revoked_status(gnutls_openpgp_crt_t key);

/**
 * Counts the subkeys of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_count(gnutls_openpgp_crt_t key);

/**
 * Tells when a subkey of an OpenPGP certificate was made: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,idx not used
 *
 * @return -1, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
time_t gnutls_openpgp_crt_get_subkey_creation_time(gnutls_openpgp_crt_t key, unsigned int idx);

/**
 * Tells when a subkey of an OpenPGP certificate expires: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,idx not used
 *
 * @return -1, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
time_t gnutls_openpgp_crt_get_subkey_expiration_time(gnutls_openpgp_crt_t key, unsigned int idx);

/**
 * Gives the fingerprint of a subkey of an OpenPGP certificate: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,idx,fpr,fprlen not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_fingerprint(gnutls_openpgp_crt_t key,
                                              unsigned int idx,
                                              void *fpr,
                                              size_t *fprlen);

/**
 * Gives the identifier of a subkey of an OpenPGP certificate: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,idx,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_id(gnutls_openpgp_crt_t key, unsigned int idx, unsigned char *keyid);

/**
 * Finds a subkey of an OpenPGP certificate by its identifier: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_idx(gnutls_openpgp_crt_t key, const unsigned char *keyid);

/**
 * Tells the algorithm of a subkey of an OpenPGP certificate: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,idx,bits not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always, as GnuTLS does, although it is no algorithm.
 *
 * Header: `gnutls/openpgp.h`.
 */
gnutls_pk_algorithm_t gnutls_openpgp_crt_get_subkey_pk_algorithm(gnutls_openpgp_crt_t key,
                                                                 unsigned int idx,
                                                                 unsigned int *bits);

/**
 * Gives a DSA subkey of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param crt,idx,p,q,g,y not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_pk_dsa_raw(gnutls_openpgp_crt_t crt,
                                             unsigned int idx,
                                             gnutls_datum_t *p,
                                             gnutls_datum_t *q,
                                             gnutls_datum_t *g,
                                             gnutls_datum_t *y);

/**
 * Gives an RSA subkey of an OpenPGP certificate as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param crt,idx,m,e not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_pk_rsa_raw(gnutls_openpgp_crt_t crt,
                                             unsigned int idx,
                                             gnutls_datum_t *m,
                                             gnutls_datum_t *e);

/**
 * Tells whether a subkey of an OpenPGP certificate is revoked: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,idx not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_revoked_status(gnutls_openpgp_crt_t key, unsigned int idx);

/**
 * Tells what a subkey of an OpenPGP certificate is for: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,idx,key_usage not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_subkey_usage(gnutls_openpgp_crt_t key, unsigned int idx, unsigned int *key_usage);

/**
 * Tells the version of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_get_version(gnutls_openpgp_crt_t key);

/**
 * Reads an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,data,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_import(gnutls_openpgp_crt_t key,
                              const gnutls_datum_t *data,
                              gnutls_openpgp_crt_fmt_t format);

/**
 * Makes an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_init(gnutls_openpgp_crt_t *key);

/**
 * Describes an OpenPGP certificate in text: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param cert,format,out not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_print(gnutls_openpgp_crt_t cert,
                             gnutls_certificate_print_formats_t format,
                             gnutls_datum_t *out);

/**
 * Chooses a key of an OpenPGP certificate: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_set_preferred_key_id(gnutls_openpgp_crt_t key, const unsigned char *keyid);

/**
 * Verifies an OpenPGP certificate with a keyring: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,keyring,flags,verify not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_verify_ring(gnutls_openpgp_crt_t key,
                                   gnutls_openpgp_keyring_t keyring,
                                   unsigned int flags,
                                   unsigned int *verify);

/**
 * Verifies the signatures of an OpenPGP certificate on itself: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,flags,verify not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_crt_verify_self(gnutls_openpgp_crt_t key, unsigned int flags, unsigned int *verify);

/**
 * Looks for a key in an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param keyring,keyid,flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_keyring_check_id(gnutls_openpgp_keyring_t keyring,
                                    const unsigned char *keyid,
                                    unsigned int flags);

/**
 * Frees an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
 *
 * Header: `gnutls/openpgp.h`.
 *
 * @param keyring not used
 */
void gnutls_openpgp_keyring_deinit(gnutls_openpgp_keyring_t keyring);

/**
 * Gives a certificate of an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param keyring,idx,cert not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_keyring_get_crt(gnutls_openpgp_keyring_t keyring,
                                   unsigned int idx,
                                   gnutls_openpgp_crt_t *cert);

/**
 * Counts the certificates of an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param keyring not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_keyring_get_crt_count(gnutls_openpgp_keyring_t keyring);

/**
 * Reads an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param keyring,data,format not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_keyring_import(gnutls_openpgp_keyring_t keyring,
                                  const gnutls_datum_t *data,
                                  gnutls_openpgp_crt_fmt_t format);

/**
 * Makes an OpenPGP keyring: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param keyring not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_keyring_init(gnutls_openpgp_keyring_t *keyring);

/**
 * Frees an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * Header: `gnutls/openpgp.h`.
 *
 * @param key not used
 */
void gnutls_openpgp_privkey_deinit(gnutls_openpgp_privkey_t key);

/**
 * Writes an OpenPGP private key into a buffer: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,format,password,flags,output_data,output_data_size not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_export(gnutls_openpgp_privkey_t key,
                                  gnutls_openpgp_crt_fmt_t format,
                                  const char *password,
                                  unsigned int flags,
                                  void *output_data,
                                  size_t *output_data_size);

/**
 * Writes an OpenPGP private key into a datum: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,format,password,flags,out not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_export2(gnutls_openpgp_privkey_t key,
                                   gnutls_openpgp_crt_fmt_t format,
                                   const char *password,
                                   unsigned int flags,
                                   gnutls_datum_t *out);

/**
 * Gives the DSA key of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param pkey,p,q,g,y,x not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_export_dsa_raw(gnutls_openpgp_privkey_t pkey,
                                          gnutls_datum_t *p,
                                          gnutls_datum_t *q,
                                          gnutls_datum_t *g,
                                          gnutls_datum_t *y,
                                          gnutls_datum_t *x);

/**
 * Gives the RSA key of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param pkey,m,e,d,p,q,u not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_export_rsa_raw(gnutls_openpgp_privkey_t pkey,
                                          gnutls_datum_t *m,
                                          gnutls_datum_t *e,
                                          gnutls_datum_t *d,
                                          gnutls_datum_t *p,
                                          gnutls_datum_t *q,
                                          gnutls_datum_t *u);

/**
 * Gives a DSA subkey of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param pkey,idx,p,q,g,y,x not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_export_subkey_dsa_raw(gnutls_openpgp_privkey_t pkey,
                                                 unsigned int idx,
                                                 gnutls_datum_t *p,
                                                 gnutls_datum_t *q,
                                                 gnutls_datum_t *g,
                                                 gnutls_datum_t *y,
                                                 gnutls_datum_t *x);

/**
 * Gives an RSA subkey of an OpenPGP private key as numbers: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param pkey,idx,m,e,d,p,q,u not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_export_subkey_rsa_raw(gnutls_openpgp_privkey_t pkey,
                                                 unsigned int idx,
                                                 gnutls_datum_t *m,
                                                 gnutls_datum_t *e,
                                                 gnutls_datum_t *d,
                                                 gnutls_datum_t *p,
                                                 gnutls_datum_t *q,
                                                 gnutls_datum_t *u);

/**
 * Gives the fingerprint of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,fpr,fprlen not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_fingerprint(gnutls_openpgp_privkey_t key, void *fpr, size_t *fprlen);

/**
 * Gives the key identifier of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_key_id(gnutls_openpgp_privkey_t key, unsigned char *keyid);

/**
 * Tells the algorithm of the key of an OpenPGP private key: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,bits not used
 *
 * @return `GNUTLS_PK_UNKNOWN`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
gnutls_pk_algorithm_t gnutls_openpgp_privkey_get_pk_algorithm(gnutls_openpgp_privkey_t key,
                                                              unsigned int *bits);

/**
 * Gives the identifier of the key that was chosen of an OpenPGP private key: not possible any more, as
 * in GnuTLS since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_preferred_key_id(gnutls_openpgp_privkey_t key, unsigned char *keyid);

/**
 * Tells whether an OpenPGP private key is revoked: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_revoked_status(gnutls_openpgp_privkey_t key);

/**
 * Counts the subkeys of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_subkey_count(gnutls_openpgp_privkey_t key);

/**
 * Tells when a subkey of an OpenPGP private key was made: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,idx not used
 *
 * @return -1, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
time_t gnutls_openpgp_privkey_get_subkey_creation_time(gnutls_openpgp_privkey_t key, unsigned int idx);

/**
 * Tells when a subkey of an OpenPGP private key expires: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,idx not used
 *
 * @return -1, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
time_t gnutls_openpgp_privkey_get_subkey_expiration_time(gnutls_openpgp_privkey_t key, unsigned int idx);

/**
 * Gives the fingerprint of a subkey of an OpenPGP private key: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,idx,fpr,fprlen not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_subkey_fingerprint(gnutls_openpgp_privkey_t key,
                                                  unsigned int idx,
                                                  void *fpr,
                                                  size_t *fprlen);

/**
 * Gives the identifier of a subkey of an OpenPGP private key: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,idx,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_subkey_id(gnutls_openpgp_privkey_t key,
                                         unsigned int idx,
                                         unsigned char *keyid);

/**
 * Finds a subkey of an OpenPGP private key by its identifier: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_subkey_idx(gnutls_openpgp_privkey_t key, const unsigned char *keyid);

/**
 * Tells the algorithm of a subkey of an OpenPGP private key: not possible any more, as in GnuTLS since
 * 3.6.0.
 *
 * @param key,idx,bits not used
 *
 * @return `GNUTLS_PK_UNKNOWN`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
gnutls_pk_algorithm_t gnutls_openpgp_privkey_get_subkey_pk_algorithm(gnutls_openpgp_privkey_t key,
                                                                     unsigned int idx,
                                                                     unsigned int *bits);

/**
 * Tells whether a subkey of an OpenPGP private key is revoked: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * @param key,idx not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_get_subkey_revoked_status(gnutls_openpgp_privkey_t key, unsigned int idx);

/**
 * Reads an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,data,format,password,flags not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_import(gnutls_openpgp_privkey_t key,
                                  const gnutls_datum_t *data,
                                  gnutls_openpgp_crt_fmt_t format,
                                  const char *password,
                                  unsigned int flags);

/**
 * Makes an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_init(gnutls_openpgp_privkey_t *key);

/**
 * Tells the security level of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key not used
 *
 * @return `GNUTLS_SEC_PARAM_UNKNOWN`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
gnutls_sec_param_t gnutls_openpgp_privkey_sec_param(gnutls_openpgp_privkey_t key);

/**
 * Chooses a key of an OpenPGP private key: not possible any more, as in GnuTLS since 3.6.0.
 *
 * @param key,keyid not used
 *
 * @return `GNUTLS_E_UNIMPLEMENTED_FEATURE`, always.
 *
 * Header: `gnutls/openpgp.h`.
 */
int gnutls_openpgp_privkey_set_preferred_key_id(gnutls_openpgp_privkey_t key, const unsigned char *keyid);

/**
 * Sets a function that finds OpenPGP keys by their fingerprints: not possible any more, as in GnuTLS
 * since 3.6.0.
 *
 * Header: `gnutls/openpgp.h`.
 *
 * @param session,func not used
 */
void gnutls_openpgp_set_recv_key_function(gnutls_session_t session, gnutls_openpgp_recv_key_func func);

#ifdef __cplusplus
}
#endif

#endif
