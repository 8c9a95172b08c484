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

/**
 * Frees a list of names. Manual: `gnutls_subject_alt_names_deinit`.
 */
void gnutls_subject_alt_names_deinit(gnutls_subject_alt_names_t sans);

/**
 * Name `seq`; what comes back points into the list. Manual: `gnutls_subject_alt_names_get`.
 */
int gnutls_subject_alt_names_get(gnutls_subject_alt_names_t sans,
                                 unsigned int seq,
                                 unsigned int *san_type,
                                 gnutls_datum_t *san,
                                 gnutls_datum_t *othername_oid);

/**
 * Creates an empty list of names. Manual: `gnutls_subject_alt_names_init`.
 */
int gnutls_subject_alt_names_init(gnutls_subject_alt_names_t *sans);

/**
 * One more name; hosts and mailboxes may be UTF-8. Manual: `gnutls_subject_alt_names_set`.
 */
int gnutls_subject_alt_names_set(gnutls_subject_alt_names_t sans,
                                 unsigned int san_type,
                                 const gnutls_datum_t *san,
                                 const char *othername_oid);

/**
 * Frees a list of access descriptions. Manual: `gnutls_x509_aia_deinit`.
 */
void gnutls_x509_aia_deinit(gnutls_x509_aia_t aia);

/**
 * Access description `seq`: method, kind of place, place; they point into the list. Manual: `gnutls_x509_aia_get`.
 */
int gnutls_x509_aia_get(gnutls_x509_aia_t aia,
                        unsigned int seq,
                        gnutls_datum_t *oid,
                        unsigned int *san_type,
                        gnutls_datum_t *san);

/**
 * Creates an empty list of access descriptions. Manual: `gnutls_x509_aia_init`.
 */
int gnutls_x509_aia_init(gnutls_x509_aia_t *aia);

/**
 * One more access description. Manual: `gnutls_x509_aia_set`.
 */
int gnutls_x509_aia_set(gnutls_x509_aia_t aia,
                        const char *oid,
                        unsigned int san_type,
                        const gnutls_datum_t *san);

/**
 * Frees an authority key identifier. Manual: `gnutls_x509_aki_deinit`.
 */
void gnutls_x509_aki_deinit(gnutls_x509_aki_t aki);

/**
 * Name `seq` of the issuer's certificate, and its serial number; both point into the object. Manual: `gnutls_x509_aki_get_cert_issuer`.
 */
int gnutls_x509_aki_get_cert_issuer(gnutls_x509_aki_t aki,
                                    unsigned int seq,
                                    unsigned int *san_type,
                                    gnutls_datum_t *san,
                                    gnutls_datum_t *othername_oid,
                                    gnutls_datum_t *serial);

/**
 * The key identifier; it points into the object. Manual: `gnutls_x509_aki_get_id`.
 */
int gnutls_x509_aki_get_id(gnutls_x509_aki_t aki, gnutls_datum_t *id);

/**
 * Creates an empty authority key identifier. Manual: `gnutls_x509_aki_init`.
 */
int gnutls_x509_aki_init(gnutls_x509_aki_t *aki);

/**
 * One more name of the issuer's certificate, and with `serial` its serial number. Manual: `gnutls_x509_aki_set_cert_issuer`.
 */
int gnutls_x509_aki_set_cert_issuer(gnutls_x509_aki_t aki,
                                    unsigned int san_type,
                                    const gnutls_datum_t *san,
                                    const char *othername_oid,
                                    const gnutls_datum_t *serial);

/**
 * Sets the key identifier. Manual: `gnutls_x509_aki_set_id`.
 */
int gnutls_x509_aki_set_id(gnutls_x509_aki_t aki, const gnutls_datum_t *id);

/**
 * Frees a list of distribution points. Manual: `gnutls_x509_crl_dist_points_deinit`.
 */
void gnutls_x509_crl_dist_points_deinit(gnutls_x509_crl_dist_points_t cdp);

/**
 * Name `seq` with the reasons that it is for; it points into the list. Manual: `gnutls_x509_crl_dist_points_get`.
 */
int gnutls_x509_crl_dist_points_get(gnutls_x509_crl_dist_points_t cdp,
                                    unsigned int seq,
                                    unsigned int *type_,
                                    gnutls_datum_t *san,
                                    unsigned int *reasons);

/**
 * Creates an empty list of distribution points. Manual: `gnutls_x509_crl_dist_points_init`.
 */
int gnutls_x509_crl_dist_points_init(gnutls_x509_crl_dist_points_t *cdp);

/**
 * One more name. Manual: `gnutls_x509_crl_dist_points_set`.
 */
int gnutls_x509_crl_dist_points_set(gnutls_x509_crl_dist_points_t cdp,
                                    gnutls_x509_subject_alt_name_t type_,
                                    const gnutls_datum_t *san,
                                    unsigned int reasons);

/**
 * Timestamp `idx`: its time, its log, how it is signed and the signature; the caller frees log and signature. Manual: `gnutls_x509_ct_sct_get`.
 */
int gnutls_x509_ct_sct_get(gnutls_x509_ct_scts_t scts,
                           unsigned int idx,
                           time_t *timestamp,
                           gnutls_datum_t *logid,
                           gnutls_sign_algorithm_t *sigalg,
                           gnutls_datum_t *signature);

/**
 * The version of timestamp `idx`: 1 is that of RFC 6962. Manual: `gnutls_x509_ct_sct_get_version`.
 */
int gnutls_x509_ct_sct_get_version(gnutls_x509_ct_scts_t scts, unsigned int idx, unsigned int *version_out);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_ct_export_scts`.
 */
int gnutls_x509_ext_ct_export_scts(gnutls_x509_ct_scts_t scts, gnutls_datum_t *ext);

/**
 * Reads the timestamps of the extension's content. Manual: `gnutls_x509_ext_ct_import_scts`.
 */
int gnutls_x509_ext_ct_import_scts(const gnutls_datum_t *ext, gnutls_x509_ct_scts_t scts, unsigned int flags);

/**
 * Frees a list of timestamps. Manual: `gnutls_x509_ext_ct_scts_deinit`.
 */
void gnutls_x509_ext_ct_scts_deinit(gnutls_x509_ct_scts_t scts);

/**
 * Creates an empty list of timestamps. Manual: `gnutls_x509_ext_ct_scts_init`.
 */
int gnutls_x509_ext_ct_scts_init(gnutls_x509_ct_scts_t *scts);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_aia`.
 */
int gnutls_x509_ext_export_aia(gnutls_x509_aia_t aia, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_authority_key_id`.
 */
int gnutls_x509_ext_export_authority_key_id(gnutls_x509_aki_t aki, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_basic_constraints`.
 */
int gnutls_x509_ext_export_basic_constraints(unsigned int ca, int pathlen, gnutls_datum_t *ext);

/**
 * The content of the extension; names for the same reasons share a point. The caller frees it. Manual: `gnutls_x509_ext_export_crl_dist_points`.
 */
int gnutls_x509_ext_export_crl_dist_points(gnutls_x509_crl_dist_points_t cdp,
                                           gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_inhibit_anypolicy`.
 */
int gnutls_x509_ext_export_inhibit_anypolicy(unsigned int skipcerts, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_key_purposes`.
 */
int gnutls_x509_ext_export_key_purposes(gnutls_x509_key_purposes_t p, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_key_usage`.
 */
int gnutls_x509_ext_export_key_usage(unsigned int usage, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_name_constraints`.
 */
int gnutls_x509_ext_export_name_constraints(gnutls_x509_name_constraints_t nc, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_policies`.
 */
int gnutls_x509_ext_export_policies(gnutls_x509_policies_t policies, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_private_key_usage_period`.
 */
int gnutls_x509_ext_export_private_key_usage_period(time_t activation,
                                                    time_t expiration,
                                                    gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_proxy`.
 */
int gnutls_x509_ext_export_proxy(int path_len_constraint,
                                 const char *policy_language,
                                 const char *policy,
                                 size_t sizeof_policy,
                                 gnutls_datum_t *ext);

/**
 * The content of an extension with these names; the caller frees it. Manual: `gnutls_x509_ext_export_subject_alt_names`.
 */
int gnutls_x509_ext_export_subject_alt_names(gnutls_subject_alt_names_t sans,
                                             gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_subject_key_id`.
 */
int gnutls_x509_ext_export_subject_key_id(const gnutls_datum_t *id, gnutls_datum_t *ext);

/**
 * The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_tlsfeatures`.
 */
int gnutls_x509_ext_export_tlsfeatures(gnutls_x509_tlsfeatures_t f, gnutls_datum_t *ext);

/**
 * Adds the access descriptions of the extension's content. Manual: `gnutls_x509_ext_import_aia`.
 */
int gnutls_x509_ext_import_aia(const gnutls_datum_t *ext, gnutls_x509_aia_t aia, unsigned int flags);

/**
 * Reads the extension's content. Manual: `gnutls_x509_ext_import_authority_key_id`.
 */
int gnutls_x509_ext_import_authority_key_id(const gnutls_datum_t *ext,
                                            gnutls_x509_aki_t aki,
                                            unsigned int flags);

/**
 * Authority or not, and how many may follow (-1: any number). Manual: `gnutls_x509_ext_import_basic_constraints`.
 */
int gnutls_x509_ext_import_basic_constraints(const gnutls_datum_t *ext,
                                             unsigned int *ca,
                                             int *pathlen);

/**
 * Adds the names of the extension's content. Manual: `gnutls_x509_ext_import_crl_dist_points`.
 */
int gnutls_x509_ext_import_crl_dist_points(const gnutls_datum_t *ext,
                                           gnutls_x509_crl_dist_points_t cdp,
                                           unsigned int flags);

/**
 * How many certificates may follow before "any policy" stops counting. Manual: `gnutls_x509_ext_import_inhibit_anypolicy`.
 */
int gnutls_x509_ext_import_inhibit_anypolicy(const gnutls_datum_t *ext,
                                             unsigned int *skipcerts);

/**
 * Reads the purposes of the extension's content. Manual: `gnutls_x509_ext_import_key_purposes`.
 */
int gnutls_x509_ext_import_key_purposes(const gnutls_datum_t *ext,
                                        gnutls_x509_key_purposes_t p,
                                        unsigned int flags);

/**
 * What the key is for: `GNUTLS_KEY_*`. Manual: `gnutls_x509_ext_import_key_usage`.
 */
int gnutls_x509_ext_import_key_usage(const gnutls_datum_t *ext, unsigned int *key_usage);

/**
 * Reads the extension's content; with `GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND` it is joined to what is there. Manual: `gnutls_x509_ext_import_name_constraints`.
 */
int gnutls_x509_ext_import_name_constraints(const gnutls_datum_t *ext,
                                            gnutls_x509_name_constraints_t nc,
                                            unsigned int flags);

/**
 * Adds the policies of the extension's content. Manual: `gnutls_x509_ext_import_policies`.
 */
int gnutls_x509_ext_import_policies(const gnutls_datum_t *ext,
                                    gnutls_x509_policies_t policies,
                                    unsigned int flags);

/**
 * When the private key may be used; -1 for a time that is not there. Manual: `gnutls_x509_ext_import_private_key_usage_period`.
 */
int gnutls_x509_ext_import_private_key_usage_period(const gnutls_datum_t *ext,
                                                    time_t *activation,
                                                    time_t *expiration);

/**
 * What a proxy certificate says; language and policy are freed by the caller. Manual: `gnutls_x509_ext_import_proxy`.
 */
int gnutls_x509_ext_import_proxy(const gnutls_datum_t *ext,
                                 int *pathlen,
                                 char **policy_language,
                                 char **policy,
                                 size_t *sizeof_policy);

/**
 * Adds the names of the extension's content to a list. Manual: `gnutls_x509_ext_import_subject_alt_names`.
 */
int gnutls_x509_ext_import_subject_alt_names(const gnutls_datum_t *ext,
                                             gnutls_subject_alt_names_t sans,
                                             unsigned int flags);

/**
 * The key identifier; the caller frees it. Manual: `gnutls_x509_ext_import_subject_key_id`.
 */
int gnutls_x509_ext_import_subject_key_id(const gnutls_datum_t *ext, gnutls_datum_t *id);

/**
 * Reads the features of the extension's content; with `GNUTLS_EXT_FLAG_APPEND` those that are there stay. Manual: `gnutls_x509_ext_import_tlsfeatures`.
 */
int gnutls_x509_ext_import_tlsfeatures(const gnutls_datum_t *ext,
                                       gnutls_x509_tlsfeatures_t f,
                                       unsigned int flags);

/**
 * Frees a list of purposes. Manual: `gnutls_x509_key_purpose_deinit`.
 */
void gnutls_x509_key_purpose_deinit(gnutls_x509_key_purposes_t p);

/**
 * Purpose `idx`; it points into the list. Manual: `gnutls_x509_key_purpose_get`.
 */
int gnutls_x509_key_purpose_get(gnutls_x509_key_purposes_t p, unsigned int idx, gnutls_datum_t *oid);

/**
 * Creates an empty list of purposes. Manual: `gnutls_x509_key_purpose_init`.
 */
int gnutls_x509_key_purpose_init(gnutls_x509_key_purposes_t *p);

/**
 * One more purpose, dotted. Manual: `gnutls_x509_key_purpose_set`.
 */
int gnutls_x509_key_purpose_set(gnutls_x509_key_purposes_t p, const char *oid);

/**
 * The text of an other name of a kind that has a number, and that number. `GNUTLS_E_X509_UNKNOWN_SAN` for another. Manual: `gnutls_x509_othername_to_virtual`.
 */
int gnutls_x509_othername_to_virtual(const char *oid,
                                     const gnutls_datum_t *othername,
                                     unsigned int *virt_type,
                                     gnutls_datum_t *virt);

/**
 * Frees a list of policies. Manual: `gnutls_x509_policies_deinit`.
 */
void gnutls_x509_policies_deinit(gnutls_x509_policies_t policies);

/**
 * Policy `seq`; what the struct points to belongs to the list. Manual: `gnutls_x509_policies_get`.
 */
int gnutls_x509_policies_get(gnutls_x509_policies_t policies,
                             unsigned int seq,
                             gnutls_x509_policy_st *policy);

/**
 * Creates an empty list of policies. Manual: `gnutls_x509_policies_init`.
 */
int gnutls_x509_policies_init(gnutls_x509_policies_t *policies);

/**
 * One more policy, which is copied. Manual: `gnutls_x509_policies_set`.
 */
int gnutls_x509_policies_set(gnutls_x509_policies_t policies, const gnutls_x509_policy_st *policy);

/**
 * One more feature. Manual: `gnutls_x509_tlsfeatures_add`.
 */
int gnutls_x509_tlsfeatures_add(gnutls_x509_tlsfeatures_t f, unsigned int feature);

#ifdef __cplusplus
}
#endif

#endif
