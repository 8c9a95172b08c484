/* pkcs7.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/pkcs7.h
 *
 * Signed data of PKCS #7 (RFC 5652).
 */

#ifndef GNUTLS_PKCS7_H
#define GNUTLS_PKCS7_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING 1
#define GNUTLS_PKCS7_EDATA_GET_RAW 16777216

/** What a PKCS #7 signature has in it. They are combined by or. */
typedef enum gnutls_pkcs7_sign_flags {
        GNUTLS_PKCS7_EMBED_DATA = 1,
        GNUTLS_PKCS7_INCLUDE_TIME = 2,
        GNUTLS_PKCS7_INCLUDE_CERT = 4,
        GNUTLS_PKCS7_WRITE_SPKI = 8
} gnutls_pkcs7_sign_flags;

typedef struct gnutls_pkcs7_attrs_st gnutls_pkcs7_attrs_st;

typedef struct gnutls_pkcs7_int gnutls_pkcs7_int;

typedef struct gnutls_pkcs7_attrs_st *gnutls_pkcs7_attrs_t;

typedef struct gnutls_pkcs7_int *gnutls_pkcs7_t;

typedef struct gnutls_pkcs7_signature_info_st {
        gnutls_sign_algorithm_t algo;
        gnutls_datum_t sig;
        gnutls_datum_t issuer_dn;
        gnutls_datum_t signer_serial;
        gnutls_datum_t issuer_keyid;
        time_t signing_time;
        gnutls_pkcs7_attrs_t signed_attrs;
        gnutls_pkcs7_attrs_t unsigned_attrs;
        char pad[64];
} gnutls_pkcs7_signature_info_st;

/**
 * Adds an attribute to a list of attributes for `gnutls_pkcs7_sign`.
 *
 * @param list the list; where it points to NULL, a list is created, which is freed with
 *   `gnutls_pkcs7_attrs_deinit`. On failure the list is as before, and still to be freed
 * @param oid the dotted type of the attribute, which is copied
 * @param data its value in DER, which is copied
 * @param flags 0, or `GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING`: `data` is any bytes, which become an
 *   OCTET STRING
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL
 *
 * Type and value are checked by `gnutls_pkcs7_sign`.
 *
 * @since 3.4.2
 * @see RFC 5652 section 5.3
 */
int gnutls_pkcs7_add_attr(gnutls_pkcs7_attrs_t *list,
                          const char *oid,
                          gnutls_datum_t *data,
                          unsigned int flags);

/**
 * Frees a list of attributes.
 *
 * Those of a `gnutls_pkcs7_signature_info_st` are freed with that.
 *
 * @param list the list; NULL is ignored
 *
 * @since 3.4.2
 */
void gnutls_pkcs7_attrs_deinit(gnutls_pkcs7_attrs_t list);

/**
 * Frees a PKCS \#7 structure.
 *
 * @param pkcs7 the structure; NULL is ignored
 */
void gnutls_pkcs7_deinit(gnutls_pkcs7_t pkcs7);

/**
 * Removes a revocation list from a PKCS \#7 structure.
 *
 * @param pkcs7 the structure
 * @param indx which one, from 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are not so many
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` is NULL
 *
 * @see RFC 5652 section 10.2.1
 */
int gnutls_pkcs7_delete_crl(gnutls_pkcs7_t pkcs7, int indx);

/**
 * Removes a certificate from a PKCS \#7 structure.
 *
 * @param pkcs7 the structure
 * @param indx which one, from 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are not so many
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` is NULL
 *
 * @see RFC 5652 section 10.2.3
 */
int gnutls_pkcs7_delete_crt(gnutls_pkcs7_t pkcs7, int indx);

/**
 * Writes a PKCS \#7 structure in DER or PEM to a buffer.
 *
 * What was imported in DER comes out as it was, if it was not changed. Lengths of BER become definite,
 * and sets are sorted; embedded data is kept as it is. `gnutls_pkcs7_export2` allocates the memory
 * itself.
 *
 * @param pkcs7 the structure
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM, a block labelled `PKCS7`
 * @param output_data takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
 * @param output_data_size in: the capacity of `output_data` in bytes; out: the length without a NUL,
 *   or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `output_data` is NULL or too small
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the structure is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate or CRL that was added is no ASN.1 element
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `output_data_size` is NULL
 *
 * @see RFC 7468 section 8
 */
int gnutls_pkcs7_export(gnutls_pkcs7_t pkcs7,
                        gnutls_x509_crt_fmt_t format,
                        void *output_data,
                        size_t *output_data_size);

/**
 * Writes a PKCS \#7 structure in DER or PEM to fresh memory.
 *
 * What was imported in DER comes out as it was, if it was not changed. Lengths of BER become definite,
 * and sets are sorted; embedded data is kept as it is.
 *
 * @param pkcs7 the structure
 * @param format `GNUTLS_X509_FMT_DER`; every other value means PEM, a block labelled `PKCS7`
 * @param out takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the structure is empty
 * @retval GNUTLS_E_ASN1_DER_ERROR a certificate or CRL that was added is no ASN.1 element
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `out` is NULL
 *
 * @since 3.1.3
 * @see RFC 7468 section 8
 */
int gnutls_pkcs7_export2(gnutls_pkcs7_t pkcs7, gnutls_x509_crt_fmt_t format, gnutls_datum_t *out);

/**
 * Returns an attribute of a list.
 *
 * The attribute that was added last comes first, and of a signature that which stands last.
 *
 * @param list the list; NULL is empty
 * @param idx which attribute, from 0
 * @param oid takes the dotted type, which belongs to the list and is valid as long as it; may be NULL
 * @param data takes the value in DER, with a NUL behind it that `size` does not count; its `data` is
 *   freed with `gnutls_free`. Of several values it is the first
 * @param flags 0, or `GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING` for the content of an OCTET STRING
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are not so many attributes
 * @retval GNUTLS_E_ASN1_DER_ERROR the value is no OCTET STRING
 * @retval GNUTLS_E_INVALID_REQUEST `data` is NULL
 *
 * @since 3.4.2
 * @see RFC 5652 section 5.3
 */
int gnutls_pkcs7_get_attr(gnutls_pkcs7_attrs_t list,
                          unsigned int idx,
                          char **oid,
                          gnutls_datum_t *data,
                          unsigned int flags);

/**
 * Returns how many revocation lists a PKCS \#7 structure has.
 *
 * @param pkcs7 the structure
 *
 * @return the number, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` is NULL
 *
 * @see RFC 5652 section 10.2.1
 */
int gnutls_pkcs7_get_crl_count(gnutls_pkcs7_t pkcs7);

/**
 * Returns a revocation list of a PKCS \#7 structure in a buffer.
 *
 * It is not parsed: it may be anything. `gnutls_pkcs7_get_crl_raw2` allocates the memory itself.
 *
 * @param pkcs7 the structure
 * @param indx which one, from 0
 * @param crl takes the encoding; NULL to ask for the length
 * @param crl_size in: the capacity in bytes; out: the length
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are not so many
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the structure is empty
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `crl` is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `crl_size` is NULL
 *
 * @see RFC 5652 section 10.2.1
 */
int gnutls_pkcs7_get_crl_raw(gnutls_pkcs7_t pkcs7, unsigned int indx, void *crl, size_t *crl_size);

/**
 * Returns a revocation list of a PKCS \#7 structure in fresh memory.
 *
 * It is not parsed: it may be anything.
 *
 * @param pkcs7 the structure
 * @param indx which one, from 0
 * @param crl takes the encoding, with a NUL behind it that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are not so many
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the structure is empty
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `crl` is NULL
 *
 * @since 3.4.2
 * @see RFC 5652 section 10.2.1
 */
int gnutls_pkcs7_get_crl_raw2(gnutls_pkcs7_t pkcs7, unsigned int indx, gnutls_datum_t *crl);

/**
 * Returns how many certificates a PKCS \#7 structure has.
 *
 * @param pkcs7 the structure
 *
 * @return the number, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` is NULL
 *
 * @see RFC 5652 section 10.2.3
 */
int gnutls_pkcs7_get_crt_count(gnutls_pkcs7_t pkcs7);

/**
 * Returns a certificate of a PKCS \#7 structure in a buffer.
 *
 * It is not parsed: it may be anything. `gnutls_pkcs7_get_crt_raw2` allocates the memory itself.
 *
 * @param pkcs7 the structure
 * @param indx which one, from 0
 * @param certificate takes the encoding; NULL to ask for the length
 * @param certificate_size in: the capacity in bytes; out: the length
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are not so many
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER `certificate` is NULL or too small
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `certificate_size` is NULL
 *
 * @see RFC 5652 section 10.2.3
 */
int gnutls_pkcs7_get_crt_raw(gnutls_pkcs7_t pkcs7,
                             unsigned int indx,
                             void *certificate,
                             size_t *certificate_size);

/**
 * Returns a certificate of a PKCS \#7 structure in fresh memory.
 *
 * It is not parsed: it may be anything.
 *
 * @param pkcs7 the structure
 * @param indx which one, from 0
 * @param cert takes the encoding, with a NUL behind it that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND there are not so many
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `cert` is NULL
 *
 * @since 3.4.2
 * @see RFC 5652 section 10.2.3
 */
int gnutls_pkcs7_get_crt_raw2(gnutls_pkcs7_t pkcs7, unsigned int indx, gnutls_datum_t *cert);

/**
 * Returns the data that a PKCS \#7 structure embeds.
 *
 * It is what the signatures are over: of an OCTET STRING its content, whose segments are put together,
 * of any other element, as in a Windows catalog, the content without tag and length.
 *
 * @param pkcs7 the structure
 * @param flags 0, or `GNUTLS_PKCS7_EDATA_GET_RAW` for the element with tag and length, as it was read
 * @param data takes the data, with a NUL behind it that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is none, as when the signature is detached
 * @retval GNUTLS_E_ASN1_DER_ERROR the segments cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `data` is NULL
 *
 * @since 3.4.8
 * @see RFC 5652 section 5.2
 */
int gnutls_pkcs7_get_embedded_data(gnutls_pkcs7_t pkcs7, unsigned int flags, gnutls_datum_t *data);

/**
 * Returns the type of the data that a PKCS \#7 structure embeds or is a detached signature of.
 *
 * @param pkcs7 the structure
 *
 * @return the dotted identifier, as `1.2.840.113549.1.7.1` for data of any kind, or NULL if `pkcs7` is
 *   NULL or empty. It belongs to the structure, and is valid until that is changed or freed.
 *
 * @since 3.5.5
 * @see RFC 5652 section 5.2
 */
const char *gnutls_pkcs7_get_embedded_data_oid(gnutls_pkcs7_t pkcs7);

/**
 * Returns how many signatures a PKCS \#7 structure has.
 *
 * @param pkcs7 the structure
 *
 * @return the number, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` is NULL
 *
 * @since 3.4.3
 * @see RFC 5652 section 5.3
 */
int gnutls_pkcs7_get_signature_count(gnutls_pkcs7_t pkcs7);

/**
 * Returns what is in a signature of a PKCS \#7 structure.
 *
 * The signer is named either by `issuer_dn` and `signer_serial`, or by `issuer_keyid`; the others are
 * empty. `signing_time` is -1 if the attributes have none, and lists of attributes are NULL if they
 * are empty. Nothing of it is verified.
 *
 * @param pkcs7 the structure
 * @param idx which signature, from 0
 * @param info takes the information, which is freed with `gnutls_pkcs7_signature_info_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are not so many signatures
 * @retval GNUTLS_E_UNKNOWN_ALGORITHM digest or signature algorithm are unknown
 * @retval GNUTLS_E_ASN1_DER_ERROR the type of an attribute is invalid
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `info` is NULL
 *
 * @since 3.4.2
 * @see RFC 5652 section 5.3
 */
int gnutls_pkcs7_get_signature_info(gnutls_pkcs7_t pkcs7,
                                    unsigned int idx,
                                    gnutls_pkcs7_signature_info_st *info);

/**
 * Reads signed data from DER, BER or PEM, in the place of what the structure held.
 *
 * Indefinite lengths and strings in segments are read as well, as other programs write them for data
 * of unknown length. Nothing is verified, see `gnutls_pkcs7_verify`; certificates and CRLs are not
 * even parsed. On failure the structure keeps what it had.
 *
 * @param pkcs7 a structure from `gnutls_pkcs7_init`
 * @param data the bytes, which are copied
 * @param format `GNUTLS_X509_FMT_DER`, which includes BER; every other value means PEM, of which the
 *   first block labelled `PKCS7` is read
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE this is no signed data, but for example encrypted data
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR the structure cannot be read
 * @retval GNUTLS_E_ASN1_TAG_ERROR the structure cannot be read
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the structure cannot be read
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `data` is NULL
 *
 * @see RFC 5652 sections 3 and 5.1
 */
int gnutls_pkcs7_import(gnutls_pkcs7_t pkcs7, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t format);

/**
 * Creates an empty PKCS \#7 structure.
 *
 * It is filled by `gnutls_pkcs7_import`, or by adding certificates, CRLs and signatures.
 *
 * @param pkcs7 takes the new structure, which is freed with `gnutls_pkcs7_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` is NULL
 *
 * Functions that only look at a structure may run in any number of threads at the same time, as long
 * as it is not changed.
 *
 * @see RFC 5652 section 5
 */
int gnutls_pkcs7_init(gnutls_pkcs7_t *pkcs7);

/**
 * Describes a PKCS \#7 structure in text for people to read.
 *
 * The text is in English and meant for display; programs use the getters.
 *
 * @param pkcs7 the structure
 * @param format `GNUTLS_CRT_PRINT_FULL` for attributes, certificates and CRLs too; every other value
 *   prints the signatures alone
 * @param out takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `out` is NULL
 */
int gnutls_pkcs7_print(gnutls_pkcs7_t pkcs7, gnutls_certificate_print_formats_t format, gnutls_datum_t *out);

/**
 * Describes a signature of a PKCS \#7 structure in text for people to read.
 *
 * @param info what `gnutls_pkcs7_get_signature_info` has filled
 * @param format `GNUTLS_CRT_PRINT_FULL` for the attributes too; every other value leaves them out
 * @param out takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `info` or `out` is NULL
 *
 * @since 3.6.14
 */
int gnutls_pkcs7_print_signature_info(gnutls_pkcs7_signature_info_st *info,
                                      gnutls_certificate_print_formats_t format,
                                      gnutls_datum_t *out);

/**
 * Adds a revocation list to a PKCS \#7 structure.
 *
 * It is copied, and is the last until the structure is written, which sorts them.
 *
 * @param pkcs7 the structure
 * @param crl the revocation list
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND `crl` is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `crl` is NULL
 *
 * @see RFC 5652 section 10.2.1
 */
int gnutls_pkcs7_set_crl(gnutls_pkcs7_t pkcs7, gnutls_x509_crl_t crl);

/**
 * Adds an encoded revocation list to a PKCS \#7 structure.
 *
 * It is copied and not parsed, but the structure can be written only if it is an ASN.1 element.
 *
 * @param pkcs7 the structure
 * @param crl the revocation list in DER
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `crl` is NULL
 *
 * @see RFC 5652 section 10.2.1
 */
int gnutls_pkcs7_set_crl_raw(gnutls_pkcs7_t pkcs7, const gnutls_datum_t *crl);

/**
 * Adds a certificate to a PKCS \#7 structure.
 *
 * It is copied, and is the last until the structure is written, which sorts them.
 *
 * @param pkcs7 the structure
 * @param crt the certificate
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND `crt` is empty or not signed yet
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `crt` is NULL
 *
 * @see RFC 5652 section 10.2.3
 */
int gnutls_pkcs7_set_crt(gnutls_pkcs7_t pkcs7, gnutls_x509_crt_t crt);

/**
 * Adds an encoded certificate to a PKCS \#7 structure.
 *
 * It is copied and not parsed, but the structure can be written only if it is an ASN.1 element.
 *
 * @param pkcs7 the structure
 * @param crt the certificate in DER
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `crt` is NULL
 *
 * @see RFC 5652 section 10.2.3
 */
int gnutls_pkcs7_set_crt_raw(gnutls_pkcs7_t pkcs7, const gnutls_datum_t *crt);

/**
 * Adds a signature to a PKCS \#7 structure.
 *
 * A structure may have any number of signatures. The signer is named by issuer and serial number of
 * its certificate. With `signed_attrs` or a time the signature is over attributes, which have the
 * digest of the data; without, it is over the data itself. An RSA key whose certificate is for RSA-PSS
 * signs with RSA-PSS. The key may be a function of the program, which runs in this thread.
 *
 * @param pkcs7 the structure, which may be empty
 * @param signer the certificate of the signer
 * @param signer_key its private key
 * @param data the data, or NULL for the data that is embedded already
 * @param signed_attrs attributes to sign, or NULL
 * @param unsigned_attrs attributes that are not signed, or NULL
 * @param dig the digest; of Ed25519 it must be SHA-512
 * @param flags 0, or of `GNUTLS_PKCS7_EMBED_DATA` (the data is embedded, in the place of what was:
 *   older signatures of other data become wrong), `GNUTLS_PKCS7_INCLUDE_TIME` (the time is signed),
 *   `GNUTLS_PKCS7_INCLUDE_CERT` (the certificate is added), `GNUTLS_PKCS7_WRITE_SPKI` (the signer is
 *   named by its subject key identifier)
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code, where nothing is changed
 * @retval GNUTLS_E_CONSTRAINT_ERROR the key is of another kind than that of the certificate, or is not
 *   for this digest
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM such a key does not sign with this digest
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND the certificate has no subject key identifier to write
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the type of an attribute is no identifier, or its value no
 *   ASN.1 element
 * @retval GNUTLS_E_ASN1_DER_ERROR the type of an attribute is no identifier, or its value no ASN.1
 *   element
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7`, `signer` or `signer_key` is NULL, the digest is unknown,
 *   or there is no data to embed
 *
 * @since 3.4.2
 * @see RFC 5652 section 5
 */
int gnutls_pkcs7_sign(gnutls_pkcs7_t pkcs7,
                      gnutls_x509_crt_t signer,
                      gnutls_privkey_t signer_key,
                      const gnutls_datum_t *data,
                      gnutls_pkcs7_attrs_t signed_attrs,
                      gnutls_pkcs7_attrs_t unsigned_attrs,
                      gnutls_digest_algorithm_t dig,
                      unsigned int flags);

/**
 * Frees what `gnutls_pkcs7_get_signature_info` has filled, but not the structure itself.
 *
 * @param info the information; NULL is ignored
 *
 * @since 3.4.2
 */
void gnutls_pkcs7_signature_info_deinit(gnutls_pkcs7_signature_info_st *info);

/**
 * Verifies a signature of a PKCS \#7 structure, and that a trust list trusts its signer.
 *
 * The signer's certificate must be in the structure; its chain is built of the other certificates
 * there, and verified as `gnutls_x509_trust_list_verify_crt2` does. The certificate must be in its
 * time.
 *
 * @param pkcs7 the structure
 * @param tl the trust list
 * @param vdata what the signer must be for, as in `gnutls_x509_trust_list_verify_crt2`, as a purpose
 *   in `GNUTLS_DT_KEY_PURPOSE_OID`; may be NULL
 * @param vdata_size the number of its elements
 * @param idx which signature, from 0
 * @param data the data of a detached signature, or NULL for the embedded data
 * @param flags `GNUTLS_VERIFY_*` flags
 *
 * @return `GNUTLS_E_SUCCESS` (0) for a good signature, the positive
 *   `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` for a good one of a key that is not for signatures, or a
 *   negative error code
 * @retval GNUTLS_E_PK_SIG_VERIFY_FAILED the signature is wrong, or of other data, or its signer is
 *   unknown or not trusted
 * @retval GNUTLS_E_PARSING_ERROR the signature is of content of another type
 * @retval GNUTLS_E_NO_EMBEDDED_DATA the signature is detached, and `data` is NULL
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are not so many signatures
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY as of `gnutls_x509_crt_verify_data2`
 * @retval GNUTLS_E_NOT_YET_ACTIVATED as of `gnutls_x509_crt_verify_data2`
 * @retval GNUTLS_E_EXPIRED as of `gnutls_x509_crt_verify_data2`
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY as of `gnutls_x509_crt_verify_data2`
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM as of `gnutls_x509_crt_verify_data2`
 * @retval GNUTLS_E_UNKNOWN_ALGORITHM the digest is unknown
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `tl` is NULL, or `vdata` has more than one name
 *
 * Any number of threads may verify with one structure and one list at the same time.
 *
 * @since 3.4.2
 * @see RFC 5652 section 5.6
 */
int gnutls_pkcs7_verify(gnutls_pkcs7_t pkcs7,
                        gnutls_x509_trust_list_t tl,
                        gnutls_typed_vdata_st *vdata,
                        unsigned int vdata_size,
                        unsigned int idx,
                        const gnutls_datum_t *data,
                        unsigned int flags);

/**
 * Verifies a signature of a PKCS \#7 structure with the certificate of its signer.
 *
 * The certificate is not verified, nor its purpose, but it must be in its time and its key usage must
 * have digital signatures. It need not be the one that the signature names.
 *
 * @param pkcs7 the structure
 * @param signer the certificate
 * @param idx which signature, from 0
 * @param data the data of a detached signature, or NULL for the embedded data
 * @param flags 0, or of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take signatures
 *   with MD5 and older digests
 *
 * @return `GNUTLS_E_SUCCESS` (0) for a good signature, the positive
 *   `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` for a good one of a key that is not for signatures, or a
 *   negative error code
 * @retval GNUTLS_E_PK_SIG_VERIFY_FAILED the signature is wrong, or of other data
 * @retval GNUTLS_E_PARSING_ERROR the signature is of content of another type
 * @retval GNUTLS_E_NO_EMBEDDED_DATA the signature is detached, and `data` is NULL
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are not so many signatures
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY it is good, but its algorithm is broken
 * @retval GNUTLS_E_NOT_YET_ACTIVATED it is good, but the certificate is not in its time
 * @retval GNUTLS_E_EXPIRED it is good, but the certificate is not in its time
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the algorithm is not one of this key, or not supported
 * @retval GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM the algorithm is not one of this key, or not
 *   supported
 * @retval GNUTLS_E_UNKNOWN_ALGORITHM the algorithm is not one of this key, or not supported
 * @retval GNUTLS_E_INVALID_REQUEST `pkcs7` or `signer` is NULL
 *
 * @since 3.4.2
 * @see RFC 5652 section 5.6
 */
int gnutls_pkcs7_verify_direct(gnutls_pkcs7_t pkcs7,
                               gnutls_x509_crt_t signer,
                               unsigned int idx,
                               const gnutls_datum_t *data,
                               unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
