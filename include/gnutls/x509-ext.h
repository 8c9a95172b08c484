/* x509-ext.h of gnutls-rs, written by tools/headers: do not edit. */

#ifndef GNUTLS_X509_EXT_H
#define GNUTLS_X509_EXT_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gnutls_subject_alt_names_st gnutls_subject_alt_names_st;

typedef struct gnutls_x509_aia_st gnutls_x509_aia_st;

typedef struct gnutls_x509_aki_st gnutls_x509_aki_st;

typedef struct gnutls_x509_crl_dist_points_st gnutls_x509_crl_dist_points_st;

typedef struct gnutls_x509_ct_scts_st gnutls_x509_ct_scts_st;

typedef struct gnutls_x509_key_purposes_st gnutls_x509_key_purposes_st;

typedef struct gnutls_x509_policies_st gnutls_x509_policies_st;

typedef struct gnutls_subject_alt_names_st *gnutls_subject_alt_names_t;

typedef struct gnutls_x509_aia_st *gnutls_x509_aia_t;

typedef struct gnutls_x509_aki_st *gnutls_x509_aki_t;

typedef struct gnutls_x509_crl_dist_points_st *gnutls_x509_crl_dist_points_t;

typedef struct gnutls_x509_ct_scts_st *gnutls_x509_ct_scts_t;

typedef struct gnutls_x509_key_purposes_st *gnutls_x509_key_purposes_t;

typedef struct gnutls_x509_policies_st *gnutls_x509_policies_t;

/* Macros with arguments, and names that stand for others. */
#define gnutls_x509_ext_export_issuer_alt_name gnutls_x509_ext_export_subject_alt_name
#define gnutls_x509_ext_import_issuer_alt_name gnutls_x509_ext_import_subject_alt_name

/* Not written yet: these fail as their manual pages have it. */
void gnutls_subject_alt_names_deinit(gnutls_subject_alt_names_t);
int gnutls_subject_alt_names_get(gnutls_subject_alt_names_t, unsigned int, unsigned int *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_subject_alt_names_init(gnutls_subject_alt_names_t *);
int gnutls_subject_alt_names_set(gnutls_subject_alt_names_t, unsigned int, const gnutls_datum_t *, const char *);
void gnutls_x509_aia_deinit(gnutls_x509_aia_t);
int gnutls_x509_aia_get(gnutls_x509_aia_t, unsigned int, gnutls_datum_t *, unsigned *, gnutls_datum_t *);
int gnutls_x509_aia_init(gnutls_x509_aia_t *);
int gnutls_x509_aia_set(gnutls_x509_aia_t, const char *, unsigned, const gnutls_datum_t *);
void gnutls_x509_aki_deinit(gnutls_x509_aki_t);
int gnutls_x509_aki_get_cert_issuer(gnutls_x509_aki_t, unsigned int, unsigned int *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_x509_aki_get_id(gnutls_x509_aki_t, gnutls_datum_t *);
int gnutls_x509_aki_init(gnutls_x509_aki_t *);
int gnutls_x509_aki_set_cert_issuer(gnutls_x509_aki_t, unsigned int, const gnutls_datum_t *, const char *, const gnutls_datum_t *);
int gnutls_x509_aki_set_id(gnutls_x509_aki_t, const gnutls_datum_t *);
void gnutls_x509_crl_dist_points_deinit(gnutls_x509_crl_dist_points_t);
int gnutls_x509_crl_dist_points_get(gnutls_x509_crl_dist_points_t, unsigned int, unsigned int *, gnutls_datum_t *, unsigned int *);
int gnutls_x509_crl_dist_points_init(gnutls_x509_crl_dist_points_t *);
int gnutls_x509_crl_dist_points_set(gnutls_x509_crl_dist_points_t, gnutls_x509_subject_alt_name_t, const gnutls_datum_t *, unsigned int);
int gnutls_x509_ct_sct_get(const gnutls_x509_ct_scts_t, unsigned, time_t *, gnutls_datum_t *, gnutls_sign_algorithm_t *, gnutls_datum_t *);
int gnutls_x509_ct_sct_get_version(const gnutls_x509_ct_scts_t, unsigned, unsigned int *);
int gnutls_x509_ext_ct_export_scts(const gnutls_x509_ct_scts_t, gnutls_datum_t *);
int gnutls_x509_ext_ct_import_scts(const gnutls_datum_t *, gnutls_x509_ct_scts_t, unsigned int);
void gnutls_x509_ext_ct_scts_deinit(gnutls_x509_ct_scts_t);
int gnutls_x509_ext_ct_scts_init(gnutls_x509_ct_scts_t *);
int gnutls_x509_ext_export_aia(gnutls_x509_aia_t, gnutls_datum_t *);
int gnutls_x509_ext_export_authority_key_id(gnutls_x509_aki_t, gnutls_datum_t *);
int gnutls_x509_ext_export_basic_constraints(unsigned int, int, gnutls_datum_t *);
int gnutls_x509_ext_export_crl_dist_points(gnutls_x509_crl_dist_points_t, gnutls_datum_t *);
int gnutls_x509_ext_export_inhibit_anypolicy(unsigned int, gnutls_datum_t *);
int gnutls_x509_ext_export_key_purposes(gnutls_x509_key_purposes_t, gnutls_datum_t *);
int gnutls_x509_ext_export_key_usage(unsigned int, gnutls_datum_t *);
int gnutls_x509_ext_export_name_constraints(gnutls_x509_name_constraints_t, gnutls_datum_t *);
int gnutls_x509_ext_export_policies(gnutls_x509_policies_t, gnutls_datum_t *);
int gnutls_x509_ext_export_private_key_usage_period(time_t, time_t, gnutls_datum_t *);
int gnutls_x509_ext_export_proxy(int, const char *, const char *, size_t, gnutls_datum_t *);
int gnutls_x509_ext_export_subject_alt_names(gnutls_subject_alt_names_t, gnutls_datum_t *);
int gnutls_x509_ext_export_subject_key_id(const gnutls_datum_t *, gnutls_datum_t *);
int gnutls_x509_ext_export_tlsfeatures(gnutls_x509_tlsfeatures_t, gnutls_datum_t *);
int gnutls_x509_ext_import_aia(const gnutls_datum_t *, gnutls_x509_aia_t, unsigned int);
int gnutls_x509_ext_import_authority_key_id(const gnutls_datum_t *, gnutls_x509_aki_t, unsigned int);
int gnutls_x509_ext_import_basic_constraints(const gnutls_datum_t *, unsigned int *, int *);
int gnutls_x509_ext_import_crl_dist_points(const gnutls_datum_t *, gnutls_x509_crl_dist_points_t, unsigned int);
int gnutls_x509_ext_import_inhibit_anypolicy(const gnutls_datum_t *, unsigned int *);
int gnutls_x509_ext_import_key_purposes(const gnutls_datum_t *, gnutls_x509_key_purposes_t, unsigned int);
int gnutls_x509_ext_import_key_usage(const gnutls_datum_t *, unsigned int *);
int gnutls_x509_ext_import_name_constraints(const gnutls_datum_t *, gnutls_x509_name_constraints_t, unsigned int);
int gnutls_x509_ext_import_policies(const gnutls_datum_t *, gnutls_x509_policies_t, unsigned int);
int gnutls_x509_ext_import_private_key_usage_period(const gnutls_datum_t *, time_t *, time_t *);
int gnutls_x509_ext_import_proxy(const gnutls_datum_t *, int *, char **, char **, size_t *);
int gnutls_x509_ext_import_subject_alt_names(const gnutls_datum_t *, gnutls_subject_alt_names_t, unsigned int);
int gnutls_x509_ext_import_subject_key_id(const gnutls_datum_t *, gnutls_datum_t *);
int gnutls_x509_ext_import_tlsfeatures(const gnutls_datum_t *, gnutls_x509_tlsfeatures_t, unsigned int);
void gnutls_x509_key_purpose_deinit(gnutls_x509_key_purposes_t);
int gnutls_x509_key_purpose_get(gnutls_x509_key_purposes_t, unsigned, gnutls_datum_t *);
int gnutls_x509_key_purpose_init(gnutls_x509_key_purposes_t *);
int gnutls_x509_key_purpose_set(gnutls_x509_key_purposes_t, const char *);
int gnutls_x509_othername_to_virtual(const char *, const gnutls_datum_t *, unsigned int *, gnutls_datum_t *);
void gnutls_x509_policies_deinit(gnutls_x509_policies_t);
int gnutls_x509_policies_get(gnutls_x509_policies_t, unsigned int, struct gnutls_x509_policy_st *);
int gnutls_x509_policies_init(gnutls_x509_policies_t *);
int gnutls_x509_policies_set(gnutls_x509_policies_t, const struct gnutls_x509_policy_st *);
int gnutls_x509_tlsfeatures_add(gnutls_x509_tlsfeatures_t, unsigned int);

#ifdef __cplusplus
}
#endif

#endif
