/* openpgp.h of gnutls-rs, written by tools/headers: do not edit. */

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

typedef enum gnutls_openpgp_crt_fmt_t {
        GNUTLS_OPENPGP_FMT_RAW = 0,
        GNUTLS_OPENPGP_FMT_BASE64 = 1
} gnutls_openpgp_crt_fmt_t;

typedef int (*gnutls_openpgp_recv_key_func)(gnutls_session_t,
                                            const unsigned char*,
                                            unsigned int,
                                            gnutls_datum_t*);

typedef unsigned char gnutls_openpgp_keyid_t[8];

/* Not written yet: these fail as their manual pages have it. */
int gnutls_certificate_get_openpgp_crt(gnutls_certificate_credentials_t, unsigned, gnutls_openpgp_crt_t **, unsigned *);
int gnutls_certificate_get_openpgp_key(gnutls_certificate_credentials_t, unsigned, gnutls_openpgp_privkey_t *);
int gnutls_certificate_set_openpgp_key(gnutls_certificate_credentials_t, gnutls_openpgp_crt_t, gnutls_openpgp_privkey_t);
int gnutls_certificate_set_openpgp_key_file(gnutls_certificate_credentials_t, const char *, const char *, gnutls_openpgp_crt_fmt_t);
int gnutls_certificate_set_openpgp_key_file2(gnutls_certificate_credentials_t, const char *, const char *, const char *, gnutls_openpgp_crt_fmt_t);
int gnutls_certificate_set_openpgp_key_mem(gnutls_certificate_credentials_t, const gnutls_datum_t *, const gnutls_datum_t *, gnutls_openpgp_crt_fmt_t);
int gnutls_certificate_set_openpgp_key_mem2(gnutls_certificate_credentials_t, const gnutls_datum_t *, const gnutls_datum_t *, const char *, gnutls_openpgp_crt_fmt_t);
int gnutls_certificate_set_openpgp_keyring_file(gnutls_certificate_credentials_t, const char *, gnutls_openpgp_crt_fmt_t);
int gnutls_certificate_set_openpgp_keyring_mem(gnutls_certificate_credentials_t, const unsigned char *, size_t, gnutls_openpgp_crt_fmt_t);
int gnutls_openpgp_crt_check_email(gnutls_openpgp_crt_t, const char *, unsigned);
int gnutls_openpgp_crt_check_hostname(gnutls_openpgp_crt_t, const char *);
int gnutls_openpgp_crt_check_hostname2(gnutls_openpgp_crt_t, const char *, unsigned int);
void gnutls_openpgp_crt_deinit(gnutls_openpgp_crt_t);
int gnutls_openpgp_crt_export(gnutls_openpgp_crt_t, gnutls_openpgp_crt_fmt_t, void *, size_t *);
int gnutls_openpgp_crt_export2(gnutls_openpgp_crt_t, gnutls_openpgp_crt_fmt_t, gnutls_datum_t *);
int gnutls_openpgp_crt_get_auth_subkey(gnutls_openpgp_crt_t, gnutls_openpgp_keyid_t, unsigned int);
time_t gnutls_openpgp_crt_get_creation_time(gnutls_openpgp_crt_t);
time_t gnutls_openpgp_crt_get_expiration_time(gnutls_openpgp_crt_t);
int gnutls_openpgp_crt_get_fingerprint(gnutls_openpgp_crt_t, void *, size_t *);
int gnutls_openpgp_crt_get_key_id(gnutls_openpgp_crt_t, gnutls_openpgp_keyid_t);
int gnutls_openpgp_crt_get_key_usage(gnutls_openpgp_crt_t, unsigned int *);
int gnutls_openpgp_crt_get_name(gnutls_openpgp_crt_t, int, char *, size_t *);
gnutls_pk_algorithm_t gnutls_openpgp_crt_get_pk_algorithm(gnutls_openpgp_crt_t, unsigned int *);
int gnutls_openpgp_crt_get_pk_dsa_raw(gnutls_openpgp_crt_t, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_crt_get_pk_rsa_raw(gnutls_openpgp_crt_t, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_crt_get_preferred_key_id(gnutls_openpgp_crt_t, gnutls_openpgp_keyid_t);
int gnutls_openpgp_crt_get_revoked_status(gnutls_openpgp_crt_t);
int gnutls_openpgp_crt_get_subkey_count(gnutls_openpgp_crt_t);
time_t gnutls_openpgp_crt_get_subkey_creation_time(gnutls_openpgp_crt_t, unsigned int);
time_t gnutls_openpgp_crt_get_subkey_expiration_time(gnutls_openpgp_crt_t, unsigned int);
int gnutls_openpgp_crt_get_subkey_fingerprint(gnutls_openpgp_crt_t, unsigned int, void *, size_t *);
int gnutls_openpgp_crt_get_subkey_id(gnutls_openpgp_crt_t, unsigned int, gnutls_openpgp_keyid_t);
int gnutls_openpgp_crt_get_subkey_idx(gnutls_openpgp_crt_t, const gnutls_openpgp_keyid_t);
gnutls_pk_algorithm_t gnutls_openpgp_crt_get_subkey_pk_algorithm(gnutls_openpgp_crt_t, unsigned int, unsigned int *);
int gnutls_openpgp_crt_get_subkey_pk_dsa_raw(gnutls_openpgp_crt_t, unsigned int, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_crt_get_subkey_pk_rsa_raw(gnutls_openpgp_crt_t, unsigned int, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_crt_get_subkey_revoked_status(gnutls_openpgp_crt_t, unsigned int);
int gnutls_openpgp_crt_get_subkey_usage(gnutls_openpgp_crt_t, unsigned int, unsigned int *);
int gnutls_openpgp_crt_get_version(gnutls_openpgp_crt_t);
int gnutls_openpgp_crt_import(gnutls_openpgp_crt_t, const gnutls_datum_t *, gnutls_openpgp_crt_fmt_t);
int gnutls_openpgp_crt_init(gnutls_openpgp_crt_t *);
int gnutls_openpgp_crt_print(gnutls_openpgp_crt_t, gnutls_certificate_print_formats_t, gnutls_datum_t *);
int gnutls_openpgp_crt_set_preferred_key_id(gnutls_openpgp_crt_t, const gnutls_openpgp_keyid_t);
int gnutls_openpgp_crt_verify_ring(gnutls_openpgp_crt_t, gnutls_openpgp_keyring_t, unsigned int, unsigned int *);
int gnutls_openpgp_crt_verify_self(gnutls_openpgp_crt_t, unsigned int, unsigned int *);
int gnutls_openpgp_keyring_check_id(gnutls_openpgp_keyring_t, const gnutls_openpgp_keyid_t, unsigned int);
void gnutls_openpgp_keyring_deinit(gnutls_openpgp_keyring_t);
int gnutls_openpgp_keyring_get_crt(gnutls_openpgp_keyring_t, unsigned int, gnutls_openpgp_crt_t *);
int gnutls_openpgp_keyring_get_crt_count(gnutls_openpgp_keyring_t);
int gnutls_openpgp_keyring_import(gnutls_openpgp_keyring_t, const gnutls_datum_t *, gnutls_openpgp_crt_fmt_t);
int gnutls_openpgp_keyring_init(gnutls_openpgp_keyring_t *);
void gnutls_openpgp_privkey_deinit(gnutls_openpgp_privkey_t);
int gnutls_openpgp_privkey_export(gnutls_openpgp_privkey_t, gnutls_openpgp_crt_fmt_t, const char *, unsigned int, void *, size_t *);
int gnutls_openpgp_privkey_export2(gnutls_openpgp_privkey_t, gnutls_openpgp_crt_fmt_t, const char *, unsigned int, gnutls_datum_t *);
int gnutls_openpgp_privkey_export_dsa_raw(gnutls_openpgp_privkey_t, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_privkey_export_rsa_raw(gnutls_openpgp_privkey_t, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_privkey_export_subkey_dsa_raw(gnutls_openpgp_privkey_t, unsigned int, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_privkey_export_subkey_rsa_raw(gnutls_openpgp_privkey_t, unsigned int, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_openpgp_privkey_get_fingerprint(gnutls_openpgp_privkey_t, void *, size_t *);
int gnutls_openpgp_privkey_get_key_id(gnutls_openpgp_privkey_t, gnutls_openpgp_keyid_t);
gnutls_pk_algorithm_t gnutls_openpgp_privkey_get_pk_algorithm(gnutls_openpgp_privkey_t, unsigned int *);
int gnutls_openpgp_privkey_get_preferred_key_id(gnutls_openpgp_privkey_t, gnutls_openpgp_keyid_t);
int gnutls_openpgp_privkey_get_revoked_status(gnutls_openpgp_privkey_t);
int gnutls_openpgp_privkey_get_subkey_count(gnutls_openpgp_privkey_t);
time_t gnutls_openpgp_privkey_get_subkey_creation_time(gnutls_openpgp_privkey_t, unsigned int);
time_t gnutls_openpgp_privkey_get_subkey_expiration_time(gnutls_openpgp_privkey_t, unsigned int);
int gnutls_openpgp_privkey_get_subkey_fingerprint(gnutls_openpgp_privkey_t, unsigned int, void *, size_t *);
int gnutls_openpgp_privkey_get_subkey_id(gnutls_openpgp_privkey_t, unsigned int, gnutls_openpgp_keyid_t);
int gnutls_openpgp_privkey_get_subkey_idx(gnutls_openpgp_privkey_t, const gnutls_openpgp_keyid_t);
gnutls_pk_algorithm_t gnutls_openpgp_privkey_get_subkey_pk_algorithm(gnutls_openpgp_privkey_t, unsigned int, unsigned int *);
int gnutls_openpgp_privkey_get_subkey_revoked_status(gnutls_openpgp_privkey_t, unsigned int);
int gnutls_openpgp_privkey_import(gnutls_openpgp_privkey_t, const gnutls_datum_t *, gnutls_openpgp_crt_fmt_t, const char *, unsigned int);
int gnutls_openpgp_privkey_init(gnutls_openpgp_privkey_t *);
gnutls_sec_param_t gnutls_openpgp_privkey_sec_param(gnutls_openpgp_privkey_t);
int gnutls_openpgp_privkey_set_preferred_key_id(gnutls_openpgp_privkey_t, const gnutls_openpgp_keyid_t);
void gnutls_openpgp_set_recv_key_function(gnutls_session_t, gnutls_openpgp_recv_key_func);

#ifdef __cplusplus
}
#endif

#endif
