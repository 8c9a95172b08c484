/* pkcs12.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_PKCS12_H
#define GNUTLS_PKCS12_H

#include <gnutls/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED 1

typedef enum gnutls_pkcs12_bag_type_t {
        GNUTLS_BAG_EMPTY = 0,
        GNUTLS_BAG_PKCS8_ENCRYPTED_KEY = 1,
        GNUTLS_BAG_PKCS8_KEY = 2,
        GNUTLS_BAG_CERTIFICATE = 3,
        GNUTLS_BAG_CRL = 4,
        GNUTLS_BAG_SECRET = 5,
        GNUTLS_BAG_ENCRYPTED = 10,
        GNUTLS_BAG_UNKNOWN = 20
} gnutls_pkcs12_bag_type_t;

typedef struct gnutls_pkcs12_bag_int gnutls_pkcs12_bag_int;

typedef struct gnutls_pkcs12_int gnutls_pkcs12_int;

typedef struct gnutls_pkcs12_bag_int *gnutls_pkcs12_bag_t;

typedef struct gnutls_pkcs12_int *gnutls_pkcs12_t;

/* Not written yet: these fail as their manual pages have it. */
int gnutls_pkcs12_bag_decrypt(gnutls_pkcs12_bag_t, const char *);
void gnutls_pkcs12_bag_deinit(gnutls_pkcs12_bag_t);
int gnutls_pkcs12_bag_enc_info(gnutls_pkcs12_bag_t, unsigned int *, unsigned int *, void *, unsigned int *, unsigned int *, char **);
int gnutls_pkcs12_bag_encrypt(gnutls_pkcs12_bag_t, const char *, unsigned int);
int gnutls_pkcs12_bag_get_count(gnutls_pkcs12_bag_t);
int gnutls_pkcs12_bag_get_data(gnutls_pkcs12_bag_t, unsigned, gnutls_datum_t *);
int gnutls_pkcs12_bag_get_friendly_name(gnutls_pkcs12_bag_t, unsigned, char **);
int gnutls_pkcs12_bag_get_key_id(gnutls_pkcs12_bag_t, unsigned, gnutls_datum_t *);
int gnutls_pkcs12_bag_get_type(gnutls_pkcs12_bag_t, unsigned);
int gnutls_pkcs12_bag_init(gnutls_pkcs12_bag_t *);
int gnutls_pkcs12_bag_set_crl(gnutls_pkcs12_bag_t, gnutls_x509_crl_t);
int gnutls_pkcs12_bag_set_crt(gnutls_pkcs12_bag_t, gnutls_x509_crt_t);
int gnutls_pkcs12_bag_set_data(gnutls_pkcs12_bag_t, gnutls_pkcs12_bag_type_t, const gnutls_datum_t *);
int gnutls_pkcs12_bag_set_friendly_name(gnutls_pkcs12_bag_t, unsigned, const char *);
int gnutls_pkcs12_bag_set_key_id(gnutls_pkcs12_bag_t, unsigned, const gnutls_datum_t *);
int gnutls_pkcs12_bag_set_privkey(gnutls_pkcs12_bag_t, gnutls_x509_privkey_t, const char *, unsigned);
void gnutls_pkcs12_deinit(gnutls_pkcs12_t);
int gnutls_pkcs12_export(gnutls_pkcs12_t, gnutls_x509_crt_fmt_t, void *, size_t *);
int gnutls_pkcs12_export2(gnutls_pkcs12_t, gnutls_x509_crt_fmt_t, gnutls_datum_t *);
int gnutls_pkcs12_generate_mac(gnutls_pkcs12_t, const char *);
int gnutls_pkcs12_generate_mac2(gnutls_pkcs12_t, gnutls_mac_algorithm_t, const char *);
int gnutls_pkcs12_generate_mac3(gnutls_pkcs12_t, gnutls_mac_algorithm_t, const char *, unsigned int);
int gnutls_pkcs12_get_bag(gnutls_pkcs12_t, int, gnutls_pkcs12_bag_t);
int gnutls_pkcs12_import(gnutls_pkcs12_t, const gnutls_datum_t *, gnutls_x509_crt_fmt_t, unsigned int);
int gnutls_pkcs12_init(gnutls_pkcs12_t *);
int gnutls_pkcs12_mac_info(gnutls_pkcs12_t, unsigned int *, void *, unsigned int *, unsigned int *, char **);
int gnutls_pkcs12_set_bag(gnutls_pkcs12_t, gnutls_pkcs12_bag_t);
int gnutls_pkcs12_simple_parse(gnutls_pkcs12_t, const char *, gnutls_x509_privkey_t *, gnutls_x509_crt_t **, unsigned int *, gnutls_x509_crt_t **, unsigned int *, gnutls_x509_crl_t *, unsigned int);
int gnutls_pkcs12_verify_mac(gnutls_pkcs12_t, const char *);

#ifdef __cplusplus
}
#endif

#endif
