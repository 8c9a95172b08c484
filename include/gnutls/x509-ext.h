/* x509-ext.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/x509-ext.h
 *
 * Extensions of certificates, apart from a certificate.
 */

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
 * Frees a list of alternative names.
 *
 * What `gnutls_subject_alt_names_get` lent of it is no longer valid.
 *
 * @param sans the list of `gnutls_subject_alt_names_init`; NULL is ignored
 *
 * @since 3.3.0
 */
void gnutls_subject_alt_names_deinit(gnutls_subject_alt_names_t sans);

/**
 * Gives one name of a list of alternative names.
 *
 * It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
 * the size does not count follows them. An other name comes as the DER of its value;
 * `gnutls_x509_othername_to_virtual` reads the kinds that it knows.
 *
 * @param sans the list
 * @param seq which name, from 0 on
 * @param san_type takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
 * @param san takes the name: text, the 4 or 16 bytes of an address, or the DER of a DN; may be NULL
 * @param othername_oid takes the dotted type of an other name, and is not written for another kind;
 *   may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `sans` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_subject_alt_names_get(gnutls_subject_alt_names_t sans,
                                 unsigned int seq,
                                 unsigned int *san_type,
                                 gnutls_datum_t *san,
                                 gnutls_datum_t *othername_oid);

/**
 * Creates an empty list of alternative names, for a subject or an issuer.
 *
 * `gnutls_subject_alt_names_set` or `gnutls_x509_ext_import_subject_alt_names` fills it;
 * `gnutls_subject_alt_names_deinit` frees it.
 *
 * @param sans takes the new list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_subject_alt_names_init(gnutls_subject_alt_names_t *sans);

/**
 * Adds a name to a list of alternative names.
 *
 * It is copied. Hosts and mailboxes may be UTF-8: they are kept in ASCII (IDNA). Names are checked in
 * part here, and whole when the list is written.
 *
 * @param sans the list
 * @param san_type the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
 *   `GNUTLS_SAN_IPADDRESS` (4 or 16 bytes), `GNUTLS_SAN_DN` (DER), `GNUTLS_SAN_REGISTERED_ID`
 *   (dotted), `GNUTLS_SAN_OTHERNAME` (DER), or an other name that has a kind of its own, as
 *   `GNUTLS_SAN_OTHERNAME_XMPP`
 * @param san the name
 * @param othername_oid the dotted type of a `GNUTLS_SAN_OTHERNAME`, NUL-terminated; else NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_IDNA_ERROR a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_PARSING_ERROR a Kerberos principal has no realm, or too many components
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the kind is
 *   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_subject_alt_names_set(gnutls_subject_alt_names_t sans,
                                 unsigned int san_type,
                                 const gnutls_datum_t *san,
                                 const char *othername_oid);

/**
 * Frees a list of access descriptions.
 *
 * What `gnutls_x509_aia_get` lent of it is no longer valid.
 *
 * @param aia the list of `gnutls_x509_aia_init`; NULL is ignored
 *
 * @since 3.3.0
 */
void gnutls_x509_aia_deinit(gnutls_x509_aia_t aia);

/**
 * Gives one access description: what is to be had, and where.
 *
 * It is lent, not copied: the bytes are valid until the list is freed, and a NUL that the size does
 * not count follows them.
 *
 * @param aia the list
 * @param seq which description, from 0 on
 * @param oid takes the dotted method, as `GNUTLS_OID_AD_OCSP` or `GNUTLS_OID_AD_CAISSUERS`; may be
 *   NULL
 * @param san_type takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
 * @param san takes the place, most often a URI; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `aia` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.2.1
 */
int gnutls_x509_aia_get(gnutls_x509_aia_t aia,
                        unsigned int seq,
                        gnutls_datum_t *oid,
                        unsigned int *san_type,
                        gnutls_datum_t *san);

/**
 * Creates an empty list of access descriptions (authority information access).
 *
 * `gnutls_x509_aia_set` or `gnutls_x509_ext_import_aia` fills it; `gnutls_x509_aia_deinit` frees it.
 *
 * @param aia takes the new list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.2.1
 */
int gnutls_x509_aia_init(gnutls_x509_aia_t *aia);

/**
 * Adds an access description: what is to be had, and where.
 *
 * Both are copied.
 *
 * @param aia the list
 * @param oid the dotted method, NUL-terminated, as `GNUTLS_OID_AD_OCSP` or `GNUTLS_OID_AD_CAISSUERS`
 * @param san_type the kind of the place (`GNUTLS_SAN_*`), most often `GNUTLS_SAN_URI`
 * @param san the place
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_IDNA_ERROR a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_PARSING_ERROR a Kerberos principal has no realm, or too many components
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the kind is
 *   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.2.1
 */
int gnutls_x509_aia_set(gnutls_x509_aia_t aia,
                        const char *oid,
                        unsigned int san_type,
                        const gnutls_datum_t *san);

/**
 * Frees an authority key identifier.
 *
 * What `gnutls_x509_aki_get_id` and `gnutls_x509_aki_get_cert_issuer` lent of it is no longer valid.
 *
 * @param aki the object of `gnutls_x509_aki_init`; NULL is ignored
 *
 * @since 3.3.0
 */
void gnutls_x509_aki_deinit(gnutls_x509_aki_t aki);

/**
 * Gives one name of the issuer of the issuer's certificate, and the serial number of that certificate.
 *
 * It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
 * the size does not count follows them.
 *
 * @param aki the authority key identifier
 * @param seq which name, from 0 on
 * @param san_type takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
 * @param san takes the name, a DN in DER; may be NULL
 * @param othername_oid takes the dotted type of an other name, and is not written for another kind;
 *   may be NULL
 * @param serial takes the serial number, big-endian, NULL and 0 if there is none; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `aki` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_aki_get_cert_issuer(gnutls_x509_aki_t aki,
                                    unsigned int seq,
                                    unsigned int *san_type,
                                    gnutls_datum_t *san,
                                    gnutls_datum_t *othername_oid,
                                    gnutls_datum_t *serial);

/**
 * Gives the identifier of the issuer's key.
 *
 * It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
 * the size does not count follows them.
 *
 * @param aki the authority key identifier
 * @param id takes the identifier; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no identifier
 * @retval GNUTLS_E_INVALID_REQUEST `aki` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_aki_get_id(gnutls_x509_aki_t aki, gnutls_datum_t *id);

/**
 * Creates an empty authority key identifier: what names the key that signed a certificate.
 *
 * The set functions or `gnutls_x509_ext_import_authority_key_id` fill it; `gnutls_x509_aki_deinit`
 * frees it.
 *
 * @param aki takes the new object
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_aki_init(gnutls_x509_aki_t *aki);

/**
 * Adds a name of the issuer of the issuer's certificate, and sets the serial number of that
 * certificate.
 *
 * All are copied. Name and serial number together name the issuer's certificate: a file should have
 * both.
 *
 * @param aki the authority key identifier
 * @param san_type the kind: `GNUTLS_SAN_DNSNAME`, `GNUTLS_SAN_RFC822NAME`, `GNUTLS_SAN_URI`,
 *   `GNUTLS_SAN_IPADDRESS` (4 or 16 bytes), `GNUTLS_SAN_DN` (DER), `GNUTLS_SAN_REGISTERED_ID`
 *   (dotted), `GNUTLS_SAN_OTHERNAME` (DER), or an other name that has a kind of its own, as
 *   `GNUTLS_SAN_OTHERNAME_XMPP`
 * @param san the name
 * @param othername_oid the dotted type of a `GNUTLS_SAN_OTHERNAME`, NUL-terminated; else NULL
 * @param serial the serial number, big-endian; NULL leaves that as it is
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_IDNA_ERROR a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_PARSING_ERROR a Kerberos principal has no realm, or too many components
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the kind is
 *   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_aki_set_cert_issuer(gnutls_x509_aki_t aki,
                                    unsigned int san_type,
                                    const gnutls_datum_t *san,
                                    const char *othername_oid,
                                    const gnutls_datum_t *serial);

/**
 * Sets the identifier of the issuer's key.
 *
 * It is copied, and replaces the former one. It is the subject key identifier in the issuer's
 * certificate.
 *
 * @param aki the authority key identifier
 * @param id the identifier
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_aki_set_id(gnutls_x509_aki_t aki, const gnutls_datum_t *id);

/**
 * Frees a list of CRL distribution points.
 *
 * What `gnutls_x509_crl_dist_points_get` lent of it is no longer valid.
 *
 * @param cdp the list of `gnutls_x509_crl_dist_points_init`; NULL is ignored
 *
 * @since 3.3.0
 */
void gnutls_x509_crl_dist_points_deinit(gnutls_x509_crl_dist_points_t cdp);

/**
 * Gives one name of a list of CRL distribution points.
 *
 * It is lent, not copied: the bytes are valid until the list is freed, and a NUL that the size does
 * not count follows them. A distribution point with several names gives several entries.
 *
 * @param cdp the list
 * @param seq which name, from 0 on
 * @param type_ takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
 * @param san takes the name, most often a URI; may be NULL
 * @param reasons takes the reasons of revocation that the list there covers
 *   (`gnutls_x509_crl_reason_flags_t`), 0 for all; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `cdp` is NULL
 *
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_crl_dist_points_get(gnutls_x509_crl_dist_points_t cdp,
                                    unsigned int seq,
                                    unsigned int *type_,
                                    gnutls_datum_t *san,
                                    unsigned int *reasons);

/**
 * Creates an empty list of places where revocation lists are to be had.
 *
 * `gnutls_x509_crl_dist_points_set` or `gnutls_x509_ext_import_crl_dist_points` fills it;
 * `gnutls_x509_crl_dist_points_deinit` frees it.
 *
 * @param cdp takes the new list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_crl_dist_points_init(gnutls_x509_crl_dist_points_t *cdp);

/**
 * Adds a name to a list of CRL distribution points.
 *
 * It is copied. Neighbours with the same reasons become names of one point when the list is written.
 *
 * @param cdp the list
 * @param type_ the kind of the name (`GNUTLS_SAN_*`), most often `GNUTLS_SAN_URI`
 * @param san the name
 * @param reasons the reasons of revocation that the list there covers
 *   (`gnutls_x509_crl_reason_flags_t`), combined by or; 0 for all
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_UTF8_STRING a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_IDNA_ERROR a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_INVALID_UTF8_EMAIL a host or mailbox has no form in ASCII
 * @retval GNUTLS_E_PARSING_ERROR a Kerberos principal has no realm, or too many components
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the kind is
 *   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_crl_dist_points_set(gnutls_x509_crl_dist_points_t cdp,
                                    gnutls_x509_subject_alt_name_t type_,
                                    const gnutls_datum_t *san,
                                    unsigned int reasons);

/**
 * Gives one signed certificate timestamp: when, by which log, and its signature.
 *
 * The caller frees `logid->data` and `signature->data` with `gnutls_free`. The signature is not
 * verified.
 *
 * @param scts the list
 * @param idx which timestamp, from 0 on
 * @param timestamp takes the time in seconds since 1970; may be NULL
 * @param logid takes the 32 bytes that name the log
 * @param sigalg takes the algorithm of the signature, `GNUTLS_SIGN_UNKNOWN` for one that is not known;
 *   may be NULL
 * @param signature takes the signature
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `scts`, `logid` or `signature` is NULL
 *
 * @see RFC 6962 section 3.2
 */
int gnutls_x509_ct_sct_get(gnutls_x509_ct_scts_t scts,
                           unsigned int idx,
                           time_t *timestamp,
                           gnutls_datum_t *logid,
                           gnutls_sign_algorithm_t *sigalg,
                           gnutls_datum_t *signature);

/**
 * Gives the version of a signed certificate timestamp.
 *
 * @param scts the list
 * @param idx which timestamp, from 0 on
 * @param version_out takes the version: 1 is that of RFC 6962; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `scts` is NULL
 *
 * @see RFC 6962 section 3.2
 */
int gnutls_x509_ct_sct_get_version(gnutls_x509_ct_scts_t scts, unsigned int idx, unsigned int *version_out);

/**
 * Writes a list of signed certificate timestamps as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param scts the list
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_HANDSHAKE_TOO_LARGE the list is longer than 65535 bytes
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @see RFC 6962 section 3.3
 */
int gnutls_x509_ext_ct_export_scts(gnutls_x509_ct_scts_t scts, gnutls_datum_t *ext);

/**
 * Reads the signed certificate timestamps in a certificate extension.
 *
 * They replace those in the list. Their signatures are not verified. On failure the list keeps what it
 * held.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied; the extension is 1.3.6.1.4.1.11129.2.4.2
 * @param scts the list to fill
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_UNEXPECTED_PACKET_LENGTH the list within cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @see RFC 6962 section 3.3
 */
int gnutls_x509_ext_ct_import_scts(const gnutls_datum_t *ext, gnutls_x509_ct_scts_t scts, unsigned int flags);

/**
 * Frees a list of signed certificate timestamps.
 *
 * Log identifiers and signatures that `gnutls_x509_ct_sct_get` gave are the caller's, and stay valid.
 *
 * @param scts the list of `gnutls_x509_ext_ct_scts_init`; NULL is ignored
 */
void gnutls_x509_ext_ct_scts_deinit(gnutls_x509_ct_scts_t scts);

/**
 * Creates an empty list of signed certificate timestamps (Certificate Transparency).
 *
 * `gnutls_x509_ext_ct_import_scts` fills it; `gnutls_x509_ext_ct_scts_deinit` frees it.
 *
 * @param scts takes the new list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @see RFC 6962 section 3.3
 */
int gnutls_x509_ext_ct_scts_init(gnutls_x509_ct_scts_t *scts);

/**
 * Writes a list of access descriptions as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param aia the list
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a URI is not ASCII
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an other name has no type, or an identifier is not dotted
 * @retval GNUTLS_E_INTERNAL_ERROR a name is of an unknown kind, or a DN is not DER
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.2.1
 */
int gnutls_x509_ext_export_aia(gnutls_x509_aia_t aia, gnutls_datum_t *ext);

/**
 * Writes an authority key identifier as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param aki the authority key identifier
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a URI is not ASCII
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an other name has no type, or an identifier is not dotted
 * @retval GNUTLS_E_INTERNAL_ERROR a name is of an unknown kind, or a DN is not DER
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_ext_export_authority_key_id(gnutls_x509_aki_t aki, gnutls_datum_t *ext);

/**
 * Writes the content of a basic constraints extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param ca non-zero for an authority
 * @param pathlen the number of authorities that may follow; negative for any number
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_ext_export_basic_constraints(unsigned int ca, int pathlen, gnutls_datum_t *ext);

/**
 * Writes a list of CRL distribution points as the content of a certificate extension.
 *
 * Neighbours with the same reasons become names of one point. The caller frees `ext->data` with
 * `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into a certificate.
 *
 * @param cdp the list
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a URI is not ASCII
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an other name has no type, or an identifier is not dotted
 * @retval GNUTLS_E_INTERNAL_ERROR a name is of an unknown kind, or a DN is not DER
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_ext_export_crl_dist_points(gnutls_x509_crl_dist_points_t cdp, gnutls_datum_t *ext);

/**
 * Writes the content of an inhibit anyPolicy extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param skipcerts how many certificates may follow before anyPolicy no longer counts
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.6.0
 * @see RFC 5280 section 4.2.1.14
 */
int gnutls_x509_ext_export_inhibit_anypolicy(unsigned int skipcerts, gnutls_datum_t *ext);

/**
 * Writes a list of key purposes as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param p the list
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID a purpose is no dotted identifier
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_ext_export_key_purposes(gnutls_x509_key_purposes_t p, gnutls_datum_t *ext);

/**
 * Writes the content of a key usage extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param usage `GNUTLS_KEY_*`, combined by or; other bits are dropped
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_x509_ext_export_key_usage(unsigned int usage, gnutls_datum_t *ext);

/**
 * Writes name constraints as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param nc the name constraints
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a URI is not ASCII
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an other name has no type, or an identifier is not dotted
 * @retval GNUTLS_E_INTERNAL_ERROR a name is of an unknown kind, or a DN is not DER
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or nothing is constrained
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10
 */
int gnutls_x509_ext_export_name_constraints(gnutls_x509_name_constraints_t nc, gnutls_datum_t *ext);

/**
 * Writes a list of certificate policies as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param policies the list
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an identifier is not dotted
 * @retval GNUTLS_E_INVALID_UTF8_STRING a notice is not UTF-8
 * @retval GNUTLS_E_INVALID_REQUEST a qualifier is of an unknown kind, or a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.4
 */
int gnutls_x509_ext_export_policies(gnutls_x509_policies_t policies, gnutls_datum_t *ext);

/**
 * Writes the content of a private key usage period extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param activation the begin in seconds since 1970
 * @param expiration the end in seconds since 1970; -1 for none, which is written as the end of the
 *   year 9999
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR a time is beyond the years 0 to 9999
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 3280 section 4.2.1.4
 */
int gnutls_x509_ext_export_private_key_usage_period(time_t activation,
                                                    time_t expiration,
                                                    gnutls_datum_t *ext);

/**
 * Writes the content of a proxy certificate information extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param path_len_constraint the number of proxies that may follow; negative for any number
 * @param policy_language the dotted language of the policy, NUL-terminated
 * @param policy the policy; NULL for none
 * @param sizeof_policy its length in bytes
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the language is no dotted identifier
 * @retval GNUTLS_E_INVALID_REQUEST `policy_language` or `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 3820 section 3.8
 */
int gnutls_x509_ext_export_proxy(int path_len_constraint,
                                 const char *policy_language,
                                 const char *policy,
                                 size_t sizeof_policy,
                                 gnutls_datum_t *ext);

/**
 * Writes a list of alternative names as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param sans the list
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNIMPLEMENTED_FEATURE a URI is not ASCII
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID an other name has no type, or an identifier is not dotted
 * @retval GNUTLS_E_INTERNAL_ERROR a name is of an unknown kind, or a DN is not DER
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_ext_export_subject_alt_names(gnutls_subject_alt_names_t sans, gnutls_datum_t *ext);

/**
 * Writes the content of a subject key identifier extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param id the identifier
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.2
 */
int gnutls_x509_ext_export_subject_key_id(const gnutls_datum_t *id, gnutls_datum_t *ext);

/**
 * Writes a list of TLS features as the content of a certificate extension.
 *
 * The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
 * a certificate.
 *
 * @param f the list
 * @param ext takes the content
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.5.1
 * @see RFC 7633 section 4.1
 */
int gnutls_x509_ext_export_tlsfeatures(gnutls_x509_tlsfeatures_t f, gnutls_datum_t *ext);

/**
 * Reads the access descriptions in a certificate extension, and adds them to a list.
 *
 * On failure none is added.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param aia the list, whose descriptions stay
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN a place is of a kind that has no number here
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.2.1
 */
int gnutls_x509_ext_import_aia(const gnutls_datum_t *ext, gnutls_x509_aia_t aia, unsigned int flags);

/**
 * Reads the authority key identifier in a certificate extension.
 *
 * It replaces what the object held; on failure the object keeps it.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param aki the object to fill
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension, or the identifier is empty
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension, or the identifier is empty
 * @retval GNUTLS_E_X509_UNKNOWN_SAN a name is of a kind that has no number here
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.1
 */
int gnutls_x509_ext_import_authority_key_id(const gnutls_datum_t *ext,
                                            gnutls_x509_aki_t aki,
                                            unsigned int flags);

/**
 * Reads whether a certificate is an authority's, and how many authorities may stand below it.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it
 * @param ca takes 1 for an authority, else 0; may be NULL
 * @param pathlen takes the number of authorities that may follow, -1 for any number; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_GENERIC_ERROR the number is negative or beyond 2^31-1
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.9
 */
int gnutls_x509_ext_import_basic_constraints(const gnutls_datum_t *ext, unsigned int *ca, int *pathlen);

/**
 * Reads the CRL distribution points in a certificate extension, and adds their names to a list.
 *
 * Points without a full name give none. On failure none is added.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param cdp the list, whose names stay
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN a name is of a kind that has no number here
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER there are more than 16 bits of reasons
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.13
 */
int gnutls_x509_ext_import_crl_dist_points(const gnutls_datum_t *ext,
                                           gnutls_x509_crl_dist_points_t cdp,
                                           unsigned int flags);

/**
 * Reads how many certificates may follow before the special policy anyPolicy no longer counts.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it
 * @param skipcerts takes the number; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension, or the number is negative or beyond
 *   32 bits
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension, or the number is negative or beyond
 *   32 bits
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.6.0
 * @see RFC 5280 section 4.2.1.14
 */
int gnutls_x509_ext_import_inhibit_anypolicy(const gnutls_datum_t *ext, unsigned int *skipcerts);

/**
 * Reads the key purposes in a certificate extension.
 *
 * They replace those in the list. On failure it keeps what it held.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param p the list to fill
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_ext_import_key_purposes(const gnutls_datum_t *ext,
                                        gnutls_x509_key_purposes_t p,
                                        unsigned int flags);

/**
 * Reads what the key of a certificate may be used for.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it
 * @param key_usage takes `GNUTLS_KEY_*`, combined by or; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER there are more than 16 bits
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.3
 */
int gnutls_x509_ext_import_key_usage(const gnutls_datum_t *ext, unsigned int *key_usage);

/**
 * Reads the name constraints in a certificate extension.
 *
 * They replace those in the object, unless the flag asks for both: then a name must be permitted by
 * both, and what either excludes is excluded. On failure the object keeps what it held.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param nc the object to fill
 * @param flags 0 or `GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN a name is of a kind that is not compared
 * @retval GNUTLS_E_ILLEGAL_PARAMETER an address has a wrong length, or a mask with gaps
 * @retval GNUTLS_E_MALFORMED_CIDR an address has a wrong length, or a mask with gaps
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.10, section 6.1.4
 */
int gnutls_x509_ext_import_name_constraints(const gnutls_datum_t *ext,
                                            gnutls_x509_name_constraints_t nc,
                                            unsigned int flags);

/**
 * Reads the policies in a certificate extension, and adds them to a list.
 *
 * A notice without text is a qualifier of an unknown kind. On failure none is added.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param policies the list, whose policies stay
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_PARSING_ERROR a notice cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.4
 */
int gnutls_x509_ext_import_policies(const gnutls_datum_t *ext,
                                    gnutls_x509_policies_t policies,
                                    unsigned int flags);

/**
 * Reads when the private key of a certificate may be used.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it
 * @param activation takes the begin in seconds since 1970, -1 if it is not there; may be NULL
 * @param expiration takes the end in seconds since 1970, -1 if it is not there; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TIME_ERROR a bound is no time
 * @retval GNUTLS_E_CERTIFICATE_TIME_ERROR a bound is no time
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 3280 section 4.2.1.4
 */
int gnutls_x509_ext_import_private_key_usage_period(const gnutls_datum_t *ext,
                                                    time_t *activation,
                                                    time_t *expiration);

/**
 * Reads what a proxy certificate states.
 *
 * The caller frees the language and the policy with `gnutls_free`.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it
 * @param pathlen takes the number of proxies that may follow, -1 for any number; may be NULL
 * @param policy_language takes the dotted language of the policy, NUL-terminated; may be NULL
 * @param policy takes the policy, followed by a NUL, or NULL if there is none; may be NULL
 * @param sizeof_policy takes the length of the policy in bytes, without the NUL; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_INVALID_REQUEST `ext` is NULL
 *
 * @since 3.3.0
 * @see RFC 3820 section 3.8
 */
int gnutls_x509_ext_import_proxy(const gnutls_datum_t *ext,
                                 int *pathlen,
                                 char **policy_language,
                                 char **policy,
                                 size_t *sizeof_policy);

/**
 * Reads the names in a subject or issuer alternative name extension, and adds them to a list.
 *
 * On failure none is added.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param sans the list, whose names stay
 * @param flags not looked at; 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_X509_UNKNOWN_SAN a name is of a kind that has no number here
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.6
 */
int gnutls_x509_ext_import_subject_alt_names(const gnutls_datum_t *ext,
                                             gnutls_subject_alt_names_t sans,
                                             unsigned int flags);

/**
 * Reads the identifier of a certificate's own key.
 *
 * The caller frees `id->data` with `gnutls_free`.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it
 * @param id takes the identifier
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.2
 */
int gnutls_x509_ext_import_subject_key_id(const gnutls_datum_t *ext, gnutls_datum_t *id);

/**
 * Reads the TLS features in a certificate extension.
 *
 * They replace those in the list, unless the flag asks for both; a feature that is there already is
 * not added again.
 *
 * @param ext the extension's content: the DER that its OCTET STRING holds, as
 *   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
 * @param f the list to fill
 * @param flags 0 or `GNUTLS_EXT_FLAG_APPEND`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the bytes are no such extension
 * @retval GNUTLS_E_ASN1_TAG_ERROR the bytes are no such extension
 * @retval GNUTLS_E_CERTIFICATE_ERROR a number is above 65535
 * @retval GNUTLS_E_INTERNAL_ERROR there are more than 64 features
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.5.1
 * @see RFC 7633 section 4.1
 */
int gnutls_x509_ext_import_tlsfeatures(const gnutls_datum_t *ext,
                                       gnutls_x509_tlsfeatures_t f,
                                       unsigned int flags);

/**
 * Frees a list of key purposes.
 *
 * What `gnutls_x509_key_purpose_get` lent of it is no longer valid.
 *
 * @param p the list of `gnutls_x509_key_purpose_init`; NULL is ignored
 *
 * @since 3.3.0
 */
void gnutls_x509_key_purpose_deinit(gnutls_x509_key_purposes_t p);

/**
 * Gives one purpose of a list of key purposes.
 *
 * It is lent, not copied: the bytes are valid until the object is freed or filled anew, and a NUL that
 * the size does not count follows them.
 *
 * @param p the list
 * @param idx which purpose, from 0 on
 * @param oid takes the dotted purpose; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `p` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_key_purpose_get(gnutls_x509_key_purposes_t p, unsigned int idx, gnutls_datum_t *oid);

/**
 * Creates an empty list of key purposes (extended key usage).
 *
 * `gnutls_x509_key_purpose_set` or `gnutls_x509_ext_import_key_purposes` fills it;
 * `gnutls_x509_key_purpose_deinit` frees it.
 *
 * @param p takes the new list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_key_purpose_init(gnutls_x509_key_purposes_t *p);

/**
 * Adds a purpose to a list of key purposes.
 *
 * It is copied; what is no identifier is told when the list is written.
 *
 * @param p the list
 * @param oid the dotted purpose, NUL-terminated, as `GNUTLS_KP_TLS_WWW_SERVER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.12
 */
int gnutls_x509_key_purpose_set(gnutls_x509_key_purposes_t p, const char *oid);

/**
 * Reads an other name of a well-known type: gives its text, and the kind that stands for the type.
 *
 * Known are XMPP addresses, DNS SRV names, Kerberos principals and Microsoft's user principal names.
 * The caller frees `virt->data` with `gnutls_free`.
 *
 * @param oid the dotted type, NUL-terminated
 * @param othername the DER of the value, as `gnutls_subject_alt_names_get` gives it
 * @param virt_type takes the kind, as `GNUTLS_SAN_OTHERNAME_XMPP`; may be NULL
 * @param virt takes the text, or the value as it was if it cannot be read; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_X509_UNKNOWN_SAN the type is another
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID `oid` is no dotted identifier
 * @retval GNUTLS_E_INVALID_REQUEST `oid` or `othername` is NULL
 *
 * @since 3.3.8
 */
int gnutls_x509_othername_to_virtual(const char *oid,
                                     const gnutls_datum_t *othername,
                                     unsigned int *virt_type,
                                     gnutls_datum_t *virt);

/**
 * Frees a list of certificate policies.
 *
 * What structs of `gnutls_x509_policies_get` point to is no longer valid.
 *
 * @param policies the list of `gnutls_x509_policies_init`; NULL is ignored
 *
 * @since 3.3.0
 */
void gnutls_x509_policies_deinit(gnutls_x509_policies_t policies);

/**
 * Gives one policy of a list of certificate policies.
 *
 * What the struct points to is lent: it is valid until the list is freed, and
 * `gnutls_x509_policy_release` must not be called on it. A policy shows its first
 * `GNUTLS_MAX_QUALIFIERS` qualifiers.
 *
 * @param policies the list
 * @param seq which policy, from 0 on
 * @param policy takes the dotted identifier and the qualifiers: URIs, or notices in UTF-8; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_INVALID_REQUEST `policies` is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.4
 */
int gnutls_x509_policies_get(gnutls_x509_policies_t policies,
                             unsigned int seq,
                             gnutls_x509_policy_st *policy);

/**
 * Creates an empty list of certificate policies.
 *
 * `gnutls_x509_policies_set` or `gnutls_x509_ext_import_policies` fills it;
 * `gnutls_x509_policies_deinit` frees it.
 *
 * @param policies takes the new list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST the pointer is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.4
 */
int gnutls_x509_policies_init(gnutls_x509_policies_t *policies);

/**
 * Adds a policy to a list of certificate policies.
 *
 * It is copied with its qualifiers. What is wrong in it is told when the list is written.
 *
 * @param policies the list
 * @param policy the dotted identifier, and up to `GNUTLS_MAX_QUALIFIERS` qualifiers: URIs
 *   (`GNUTLS_X509_QUALIFIER_URI`) or notices in UTF-8 (`GNUTLS_X509_QUALIFIER_NOTICE`)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer or the identifier is NULL
 *
 * @since 3.3.0
 * @see RFC 5280 section 4.2.1.4
 */
int gnutls_x509_policies_set(gnutls_x509_policies_t policies, const gnutls_x509_policy_st *policy);

/**
 * Adds a feature to a list of TLS features.
 *
 * @param f the list, of at most 64 features
 * @param feature the number of a TLS extension, as 5 for status_request, 17 for status_request_v2
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INTERNAL_ERROR the list is full
 * @retval GNUTLS_E_INVALID_REQUEST `f` is NULL, or the number is above 65535
 *
 * @since 3.5.1
 * @see RFC 7633 section 4.1
 */
int gnutls_x509_tlsfeatures_add(gnutls_x509_tlsfeatures_t f, unsigned int feature);

#ifdef __cplusplus
}
#endif

#endif
