/* ocsp.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/ocsp.h
 *
 * Requests and responses of the certificate status protocol (RFC 6960).
 */

#ifndef GNUTLS_OCSP_H
#define GNUTLS_OCSP_H

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_OCSP_NONCE "1.3.6.1.5.5.7.48.1.2"

#define GNUTLS_OCSP_RESP_ID_DN 2
#define GNUTLS_OCSP_RESP_ID_KEY 1

/** What an OCSP response says of a certificate. */
typedef enum gnutls_ocsp_cert_status_t {
        GNUTLS_OCSP_CERT_GOOD = 0,
        GNUTLS_OCSP_CERT_REVOKED = 1,
        GNUTLS_OCSP_CERT_UNKNOWN = 2
} gnutls_ocsp_cert_status_t;

/** How much of an OCSP request or response is printed. */
typedef enum gnutls_ocsp_print_formats_t {
        GNUTLS_OCSP_PRINT_FULL = 0,
        GNUTLS_OCSP_PRINT_COMPACT = 1
} gnutls_ocsp_print_formats_t;

/** Whether an OCSP responder answered, and if not, why (RFC 6960 section 4.2.1). */
typedef enum gnutls_ocsp_resp_status_t {
        GNUTLS_OCSP_RESP_SUCCESSFUL = 0,
        GNUTLS_OCSP_RESP_MALFORMEDREQUEST = 1,
        GNUTLS_OCSP_RESP_INTERNALERROR = 2,
        GNUTLS_OCSP_RESP_TRYLATER = 3,
        GNUTLS_OCSP_RESP_SIGREQUIRED = 5,
        GNUTLS_OCSP_RESP_UNAUTHORIZED = 6
} gnutls_ocsp_resp_status_t;

/** What is wrong with an OCSP response, combined by or; 0 if it is good. */
typedef enum gnutls_ocsp_verify_reason_t {
        GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND = 1,
        GNUTLS_OCSP_VERIFY_SIGNER_KEYUSAGE_ERROR = 2,
        GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER = 4,
        GNUTLS_OCSP_VERIFY_INSECURE_ALGORITHM = 8,
        GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE = 16,
        GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED = 32,
        GNUTLS_OCSP_VERIFY_CERT_EXPIRED = 64
} gnutls_ocsp_verify_reason_t;

/** Why a certificate was revoked (RFC 5280 section 5.3.1). */
typedef enum gnutls_x509_crl_reason_t {
        GNUTLS_X509_CRLREASON_UNSPECIFIED = 0,
        GNUTLS_X509_CRLREASON_KEYCOMPROMISE = 1,
        GNUTLS_X509_CRLREASON_CACOMPROMISE = 2,
        GNUTLS_X509_CRLREASON_AFFILIATIONCHANGED = 3,
        GNUTLS_X509_CRLREASON_SUPERSEDED = 4,
        GNUTLS_X509_CRLREASON_CESSATIONOFOPERATION = 5,
        GNUTLS_X509_CRLREASON_CERTIFICATEHOLD = 6,
        GNUTLS_X509_CRLREASON_REMOVEFROMCRL = 8,
        GNUTLS_X509_CRLREASON_PRIVILEGEWITHDRAWN = 9,
        GNUTLS_X509_CRLREASON_AACOMPROMISE = 10
} gnutls_x509_crl_reason_t;

typedef struct gnutls_ocsp_req_int gnutls_ocsp_req_int;

typedef struct gnutls_ocsp_resp_int gnutls_ocsp_resp_int;

typedef const struct gnutls_ocsp_req_int *gnutls_ocsp_req_const_t;

typedef const struct gnutls_ocsp_resp_int *gnutls_ocsp_resp_const_t;

typedef struct gnutls_ocsp_req_int *gnutls_ocsp_req_t;

typedef struct gnutls_ocsp_resp_int *gnutls_ocsp_resp_t;

/**
 * Adds a certificate to those that an OCSP request asks for.
 *
 * @param req the request
 * @param digest the algorithm of the hashes by which the issuer is named: `GNUTLS_DIG_SHA1`, unless
 *   the responder is known to take another
 * @param issuer the certificate of the issuer, for its key
 * @param cert the certificate, for its issuer's name and its serial number
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND a certificate is empty
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the algorithm is unknown or has no identifier
 *
 * @see RFC 6960 section 4.1.1
 */
int gnutls_ocsp_req_add_cert(gnutls_ocsp_req_t req,
                             gnutls_digest_algorithm_t digest,
                             gnutls_x509_crt_t issuer,
                             gnutls_x509_crt_t cert);

/**
 * Adds a certificate to those that an OCSP request asks for, by the hashes of its issuer and its
 * serial number.
 *
 * `gnutls_ocsp_req_add_cert` calculates them. All is copied; the hashes are not checked.
 *
 * @param req the request
 * @param digest the algorithm of both hashes
 * @param issuer_name_hash the hash of the issuer's encoded name
 * @param issuer_key_hash the hash of the bits of the issuer's key
 * @param serial_number the serial number, as `gnutls_x509_crt_get_serial` returns it
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the serial number is empty
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or the algorithm is unknown or has no identifier
 *
 * @see RFC 6960 section 4.1.1
 */
int gnutls_ocsp_req_add_cert_id(gnutls_ocsp_req_t req,
                                gnutls_digest_algorithm_t digest,
                                const gnutls_datum_t *issuer_name_hash,
                                const gnutls_datum_t *issuer_key_hash,
                                const gnutls_datum_t *serial_number);

/**
 * Frees an OCSP request.
 *
 * @param req the request; NULL is ignored
 */
void gnutls_ocsp_req_deinit(gnutls_ocsp_req_t req);

/**
 * Writes an OCSP request in DER to fresh memory.
 *
 * An imported request comes out without the name and the signature of who asks.
 *
 * @param req the request
 * @param data takes the bytes; its `data` is freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `req` or `data` is NULL
 *
 * @see RFC 6960 section 4.1.1, appendix A for sending it over HTTP
 */
int gnutls_ocsp_req_export(gnutls_ocsp_req_const_t req, gnutls_datum_t *data);

/**
 * Returns one of the certificates that an OCSP request asks for.
 *
 * Each `data` that is returned is freed with `gnutls_free`. On failure nothing is written.
 *
 * @param req the request
 * @param indx which certificate, from 0
 * @param digest takes the algorithm of both hashes, `GNUTLS_DIG_UNKNOWN` (0) if it is not known; may
 *   be NULL
 * @param issuer_name_hash takes the hash of the issuer's encoded name; may be NULL
 * @param issuer_key_hash takes the hash of the bits of the issuer's key; may be NULL
 * @param serial_number takes the serial number; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_ASN1_DER_ERROR a hash or the serial number is empty
 * @retval GNUTLS_E_INVALID_REQUEST `req` is NULL
 *
 * @see RFC 6960 section 4.1.1
 */
int gnutls_ocsp_req_get_cert_id(gnutls_ocsp_req_const_t req,
                                unsigned int indx,
                                gnutls_digest_algorithm_t *digest,
                                gnutls_datum_t *issuer_name_hash,
                                gnutls_datum_t *issuer_key_hash,
                                gnutls_datum_t *serial_number);

/**
 * Returns an extension of an OCSP request.
 *
 * Each `data` that is returned is freed with `gnutls_free`. On failure nothing is written.
 *
 * @param req the request
 * @param indx which extension, from 0
 * @param oid takes the dotted type, with a NUL that `size` does not count; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 * @param data takes the content of its OCTET STRING; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension is empty
 * @retval GNUTLS_E_INVALID_REQUEST `req` is NULL
 *
 * @see RFC 6960 section 4.4
 */
int gnutls_ocsp_req_get_extension(gnutls_ocsp_req_const_t req,
                                  unsigned int indx,
                                  gnutls_datum_t *oid,
                                  unsigned int *critical,
                                  gnutls_datum_t *data);

/**
 * Returns the nonce of an OCSP request.
 *
 * @param req the request
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 * @param nonce takes the nonce, without the OCTET STRING around it; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no nonce
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension holds something else
 * @retval GNUTLS_E_INVALID_REQUEST `req` or `nonce` is NULL
 *
 * @see RFC 6960 section 4.4.1, RFC 8954
 */
int gnutls_ocsp_req_get_nonce(gnutls_ocsp_req_const_t req, unsigned int *critical, gnutls_datum_t *nonce);

/**
 * Returns the version of an OCSP request.
 *
 * @param req the request
 *
 * @return the version, always 1 in requests that are valid, or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the request has a version that is no such number
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the request has a version that is no such number
 * @retval GNUTLS_E_INVALID_REQUEST `req` is NULL
 *
 * @see RFC 6960 section 4.1.1
 */
int gnutls_ocsp_req_get_version(gnutls_ocsp_req_const_t req);

/**
 * Reads an OCSP request from DER, in the place of what the object held.
 *
 * Nothing is verified. The name and the signature of who asks are checked to be readable, and are not
 * kept. On failure the object keeps what it had.
 *
 * @param req a request from `gnutls_ocsp_req_init`
 * @param data the bytes, which are copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no request in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no request in DER
 * @retval GNUTLS_E_OCSP_RESPONSE_ERROR there are more than 256 extensions
 * @retval GNUTLS_E_INVALID_REQUEST `req` or `data` is NULL
 *
 * @see RFC 6960 section 4.1.1
 */
int gnutls_ocsp_req_import(gnutls_ocsp_req_t req, const gnutls_datum_t *data);

/**
 * Creates an empty OCSP request.
 *
 * It is filled by `gnutls_ocsp_req_import`, or by `gnutls_ocsp_req_add_cert` and the setters.
 * `gnutls_ocsp_req_export` writes what is sent to a responder.
 *
 * @param req takes the new request, which is freed with `gnutls_ocsp_req_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `req` is NULL
 *
 * Getters only look at a request: any number of threads may call them on one at the same time, as long
 * as it is not changed.
 *
 * @see RFC 6960 section 4.1
 */
int gnutls_ocsp_req_init(gnutls_ocsp_req_t *req);

/**
 * Describes an OCSP request in text for people to read.
 *
 * The text is in English and meant for display; programs use the getters.
 *
 * @param req the request
 * @param format `GNUTLS_OCSP_PRINT_FULL`, the only one for requests
 * @param out takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `req` or `out` is NULL, or the format is another
 */
int gnutls_ocsp_req_print(gnutls_ocsp_req_const_t req,
                          gnutls_ocsp_print_formats_t format,
                          gnutls_datum_t *out);

/**
 * Sets a random nonce of an OCSP request, in the place of an earlier one.
 *
 * It has 23 bytes and is not critical.
 *
 * @param req the request
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `req` is NULL, or there are 256 extensions already
 *
 * @see RFC 6960 section 4.4.1, RFC 8954
 */
int gnutls_ocsp_req_randomize_nonce(gnutls_ocsp_req_t req);

/**
 * Sets an extension of an OCSP request, in the place of that of its type if there is one.
 *
 * `gnutls_ocsp_req_set_nonce` is for the nonce.
 *
 * @param req the request
 * @param oid the dotted type
 * @param critical not 0 for an extension that the responder must know or refuse
 * @param data the content of its OCTET STRING, DER
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the type is no object identifier
 * @retval GNUTLS_E_INVALID_REQUEST a pointer is NULL, or there are 256 extensions already
 *
 * @see RFC 6960 section 4.4
 */
int gnutls_ocsp_req_set_extension(gnutls_ocsp_req_t req,
                                  const char *oid,
                                  unsigned int critical,
                                  const gnutls_datum_t *data);

/**
 * Sets the nonce of an OCSP request, in the place of an earlier one.
 *
 * A responder that supports nonces repeats it in its response, which then cannot be an old one.
 * `gnutls_ocsp_req_randomize_nonce` sets a random nonce.
 *
 * @param req the request
 * @param critical not 0 for a nonce that the responder must know or refuse; RFC 6960 does not want it
 * @param nonce the nonce, which is put into an OCTET STRING; 1 to 32 bytes suit every responder
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `req` or `nonce` is NULL, or there are 256 extensions already
 *
 * @see RFC 6960 section 4.4.1, RFC 8954
 */
int gnutls_ocsp_req_set_nonce(gnutls_ocsp_req_t req, unsigned int critical, const gnutls_datum_t *nonce);

/**
 * Tells whether an answer of an OCSP response is for a certificate.
 *
 * The serial number and the hash of the issuer's name are compared, not the hash of the issuer's key.
 *
 * @param resp the response
 * @param indx which answer, from 0
 * @param crt the certificate
 *
 * @return `GNUTLS_E_SUCCESS` (0) if it is, or a negative error code
 * @retval GNUTLS_E_OCSP_RESPONSE_ERROR it is for another certificate, or has an unknown hash
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no such answer
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND the certificate is empty
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `crt` is NULL
 *
 * @since 3.1.3
 * @see RFC 6960 section 3.2
 */
int gnutls_ocsp_resp_check_crt(gnutls_ocsp_resp_const_t resp, unsigned int indx, gnutls_x509_crt_t crt);

/**
 * Frees an OCSP response.
 *
 * @param resp the response; NULL is ignored
 */
void gnutls_ocsp_resp_deinit(gnutls_ocsp_resp_t resp);

/**
 * Writes an OCSP response in DER to fresh memory: the bytes that were imported.
 *
 * @param resp the response
 * @param data takes the bytes; its `data` is freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND nothing was imported
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `data` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_export(gnutls_ocsp_resp_const_t resp, gnutls_datum_t *data);

/**
 * Writes an OCSP response in DER or PEM to fresh memory.
 *
 * @param resp the response
 * @param data takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
 *   with `gnutls_free`
 * @param fmt `GNUTLS_X509_FMT_PEM` for a block labelled `OCSP RESPONSE`; every other value means DER
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND nothing was imported
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `data` is NULL
 *
 * @since 3.6.3
 * @see RFC 7468
 */
int gnutls_ocsp_resp_export2(gnutls_ocsp_resp_const_t resp, gnutls_datum_t *data, gnutls_x509_crt_fmt_t fmt);

/**
 * Returns the certificates in an OCSP response.
 *
 * They are not verified, and need not have to do with the response. The caller frees each with
 * `gnutls_x509_crt_deinit`, then the array with `gnutls_free`.
 *
 * @param resp the response
 * @param certs takes the array, which ends with NULL also where there is no certificate; may be NULL
 * @param ncerts takes the number of certificates; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_x509_crt_import`: a certificate is readable, but violates RFC 5280
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_certs(gnutls_ocsp_resp_const_t resp, gnutls_x509_crt_t **certs, size_t *ncerts);

/**
 * Returns an extension of an OCSP response.
 *
 * Each `data` that is returned is freed with `gnutls_free`. On failure nothing is written.
 *
 * @param resp the response
 * @param indx which extension, from 0
 * @param oid takes the dotted type, with a NUL that `size` does not count; may be NULL
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 * @param data takes the content of its OCTET STRING; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more extensions
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension is empty
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * @see RFC 6960 section 4.4
 */
int gnutls_ocsp_resp_get_extension(gnutls_ocsp_resp_const_t resp,
                                   unsigned int indx,
                                   gnutls_datum_t *oid,
                                   unsigned int *critical,
                                   gnutls_datum_t *data);

/**
 * Returns the nonce of an OCSP response.
 *
 * It must be that of the request, if the responder has taken it into account: then this is no old
 * response.
 *
 * @param resp the response
 * @param critical takes 1 if the extension is critical, else 0; may be NULL
 * @param nonce takes the nonce, without the OCTET STRING around it; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no nonce
 * @retval GNUTLS_E_ASN1_DER_ERROR the extension holds something else
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `nonce` is NULL
 *
 * @see RFC 6960 section 4.4.1, RFC 8954
 */
int gnutls_ocsp_resp_get_nonce(gnutls_ocsp_resp_const_t resp, unsigned int *critical, gnutls_datum_t *nonce);

/**
 * Returns the time when an OCSP response was signed.
 *
 * @param resp the response
 *
 * @return the seconds since 1970, or -1 if `resp` is NULL, the time is no date, or there is no answer.
 *
 * @see RFC 6960 section 4.2.1
 */
time_t gnutls_ocsp_resp_get_produced(gnutls_ocsp_resp_const_t resp);

/**
 * Returns the name of the responder that signed an OCSP response, its first attribute first.
 *
 * `gnutls_ocsp_resp_get_responder2` returns it in the order of RFC 4514.
 *
 * @param resp the response
 * @param dn takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`. NULL and 0 for a responder that is named by its key, an empty name, and a response
 *   without an answer
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code, for which `dn` is NULL and 0:
 * - others: the name cannot be written as text
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the name cannot be written as text
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `dn` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_responder(gnutls_ocsp_resp_const_t resp, gnutls_datum_t *dn);

/**
 * Returns the name of the responder that signed an OCSP response.
 *
 * @param resp the response
 * @param dn takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 * @param flags 0 for the order of RFC 4514, `GNUTLS_X509_DN_FLAG_COMPAT` for the first attribute first
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code, for which `dn` is NULL and 0:
 * - others: the name cannot be written as text
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the responder is named by its key
 *   (`gnutls_ocsp_resp_get_responder_raw_id`), its name is empty, or there is no answer
 * @retval GNUTLS_E_ASN1_VALUE_NOT_VALID the name cannot be written as text
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `dn` is NULL
 *
 * @since 3.5.6
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_responder2(gnutls_ocsp_resp_const_t resp, gnutls_datum_t *dn, unsigned int flags);

/**
 * Returns what names the responder that signed an OCSP response: the hash of its key, or its encoded
 * name.
 *
 * @param resp the response
 * @param type_ `GNUTLS_OCSP_RESP_ID_KEY` for the SHA-1 hash of the bits of its key; every other value
 *   for the name, `GNUTLS_OCSP_RESP_ID_DN`
 * @param raw takes the bytes; its `data` is freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE the responder is named by the other, or there is no
 *   answer
 * @retval GNUTLS_E_ASN1_DER_ERROR the hash is empty
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `raw` is NULL
 *
 * @since 3.6.0
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_responder_raw_id(gnutls_ocsp_resp_const_t resp,
                                          unsigned int type_,
                                          gnutls_datum_t *raw);

/**
 * Returns the type of an OCSP response and its encoding.
 *
 * The type is `1.3.6.1.5.5.7.48.1.1`, BasicOCSPResponse, the one that the other getters read. Each
 * `data` that is returned is freed with `gnutls_free`.
 *
 * @param resp the response
 * @param response_type_oid takes the dotted type, with a NUL that `size` does not count; may be NULL
 * @param response takes the encoded response; may be NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND the responder has not answered, or nothing was imported
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_response(gnutls_ocsp_resp_const_t resp,
                                  gnutls_datum_t *response_type_oid,
                                  gnutls_datum_t *response);

/**
 * Returns the signature of an OCSP response.
 *
 * @param resp the response
 * @param sig takes the bytes of the signature, without those of the BIT STRING around it; its `data`
 *   is freed with `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR it is empty
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND there is no answer
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `sig` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_signature(gnutls_ocsp_resp_const_t resp, gnutls_datum_t *sig);

/**
 * Returns the algorithm by which an OCSP response is signed.
 *
 * @param resp the response
 *
 * @return a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known, or a
 *   negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND there is no answer
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_signature_algorithm(gnutls_ocsp_resp_const_t resp);

/**
 * Returns what an OCSP response says of a certificate.
 *
 * A response may have several answers, in any order: `gnutls_ocsp_resp_check_crt` tells whether one is
 * for a given certificate. Each `data` that is returned is freed with `gnutls_free`. On failure
 * nothing is written.
 *
 * @param resp the response
 * @param indx which answer, from 0
 * @param digest takes the algorithm of both hashes, `GNUTLS_DIG_UNKNOWN` (0) if it is not known; may
 *   be NULL
 * @param issuer_name_hash takes the hash of the encoded name of the certificate's issuer; may be NULL
 * @param issuer_key_hash takes the hash of the bits of the issuer's key; may be NULL
 * @param serial_number takes the certificate's serial number; may be NULL
 * @param cert_status takes a value of `gnutls_ocsp_cert_status_t`; may be NULL
 * @param this_update takes the time at which that is known to hold, in seconds since 1970; -1 if it is
 *   no date. May be NULL
 * @param next_update takes the time when more is known, or -1 if there is none, or it is no date; may
 *   be NULL
 * @param revocation_time takes the time of the revocation, or -1 if the certificate is not revoked, or
 *   it is no date; may be NULL
 * @param revocation_reason takes a value of `gnutls_x509_crl_reason_t`, 0 if there is none; may be
 *   NULL
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there are no more
 * @retval GNUTLS_E_ASN1_DER_ERROR a hash or the serial number is empty
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_single(gnutls_ocsp_resp_const_t resp,
                                unsigned int indx,
                                gnutls_digest_algorithm_t *digest,
                                gnutls_datum_t *issuer_name_hash,
                                gnutls_datum_t *issuer_key_hash,
                                gnutls_datum_t *serial_number,
                                unsigned int *cert_status,
                                time_t *this_update,
                                time_t *next_update,
                                time_t *revocation_time,
                                unsigned int *revocation_reason);

/**
 * Tells whether a responder has answered, or why not.
 *
 * @param resp the response
 *
 * @return a value of `gnutls_ocsp_resp_status_t`, `GNUTLS_OCSP_RESP_SUCCESSFUL` (0) for an answer, or
 *   a negative error code
 * @retval GNUTLS_E_UNEXPECTED_PACKET the response has another value
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND nothing was imported
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_status(gnutls_ocsp_resp_const_t resp);

/**
 * Returns the version of an OCSP response.
 *
 * @param resp the response
 *
 * @return the version, always 1 in responses that are valid and in those without an answer, or a
 *   negative error code
 * @retval GNUTLS_E_ASN1_DER_ERROR the response has a version that is no such number
 * @retval GNUTLS_E_SHORT_MEMORY_BUFFER the response has a version that is no such number
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_get_version(gnutls_ocsp_resp_const_t resp);

/**
 * Reads an OCSP response from DER, in the place of what the object held.
 *
 * The same as `gnutls_ocsp_resp_import2` with `GNUTLS_X509_FMT_DER`.
 *
 * @param resp a response from `gnutls_ocsp_resp_init`
 * @param data the bytes, which are copied
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_ocsp_resp_import2`
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `data` is NULL
 *
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_import(gnutls_ocsp_resp_t resp, const gnutls_datum_t *data);

/**
 * Reads an OCSP response from DER or PEM, in the place of what the object held.
 *
 * Of PEM the first block labelled `OCSP RESPONSE` is read. Nothing is verified, see
 * `gnutls_ocsp_resp_verify`. A responder that could not answer has sent a response as well:
 * `gnutls_ocsp_resp_get_status` tells. On failure the object keeps what it had.
 *
 * @param resp a response from `gnutls_ocsp_resp_init`
 * @param data the bytes, which are copied
 * @param fmt `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_BASE64_DECODING_ERROR there is no such PEM block, or it cannot be decoded
 * @retval GNUTLS_E_ASN1_DER_ERROR this is no response in DER
 * @retval GNUTLS_E_ASN1_TAG_ERROR this is no response in DER
 * @retval GNUTLS_E_ASN1_ELEMENT_NOT_FOUND it is successful and says nothing
 * @retval GNUTLS_E_ASN1_TIME_ERROR a time has a wrong form
 * @retval GNUTLS_E_OCSP_RESPONSE_ERROR there are more than 4096 answers, 128 certificates, or 256
 *   extensions
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `data` is NULL
 *
 * @since 3.6.3
 * @see RFC 6960 section 4.2.1
 */
int gnutls_ocsp_resp_import2(gnutls_ocsp_resp_t resp, const gnutls_datum_t *data, gnutls_x509_crt_fmt_t fmt);

/**
 * Creates an empty OCSP response, for `gnutls_ocsp_resp_import2`.
 *
 * @param resp takes the new response, which is freed with `gnutls_ocsp_resp_deinit`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `resp` is NULL
 *
 * Getters and verifications only look at a response: any number of threads may call them on one at the
 * same time, as long as nothing is imported.
 *
 * @see RFC 6960 section 4.2
 */
int gnutls_ocsp_resp_init(gnutls_ocsp_resp_t *resp);

/**
 * Reads OCSP responses into a fresh array.
 *
 * PEM may hold any number of them, DER one. The caller frees each with `gnutls_ocsp_resp_deinit`, then
 * the array with `gnutls_free`. On failure of PEM the array is NULL and its size 0, else nothing is
 * written.
 *
 * @param ocsps takes the array
 * @param size takes the number of its elements
 * @param resp_data the responses
 * @param format `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM`
 * @param flags not used; pass 0
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code:
 * - codes of `gnutls_ocsp_resp_import2`, if the DER cannot be read
 * @retval GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE there is no response in PEM
 * @retval GNUTLS_E_BASE64_DECODING_ERROR a block cannot be decoded
 * @retval GNUTLS_E_INVALID_REQUEST `ocsps`, `size` or `resp_data` is NULL
 *
 * @since 3.6.3
 */
int gnutls_ocsp_resp_list_import2(gnutls_ocsp_resp_t **ocsps,
                                  unsigned int *size,
                                  const gnutls_datum_t *resp_data,
                                  gnutls_x509_crt_fmt_t format,
                                  unsigned int flags);

/**
 * Describes an OCSP response in text for people to read.
 *
 * The text is in English and meant for display; programs use the getters.
 *
 * @param resp the response
 * @param format `GNUTLS_OCSP_PRINT_FULL`; every other value leaves out the signature and the
 *   certificates
 * @param out takes the text, with a NUL that `size` does not count; its `data` is freed with
 *   `gnutls_free`
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND nothing was imported
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `out` is NULL
 */
int gnutls_ocsp_resp_print(gnutls_ocsp_resp_const_t resp,
                           gnutls_ocsp_print_formats_t format,
                           gnutls_datum_t *out);

/**
 * Verifies the signature of an OCSP response by trusted certificates.
 *
 * The signer is the certificate in the response that it names as its responder, else that of the trust
 * list. A signer that is not in the trust list must be certified by an authority in it, be valid now,
 * and be for OCSP (`GNUTLS_KP_OCSP_SIGNING`). The time is that of `gnutls_global_set_time_function`,
 * if one is set.
 *
 * Every trusted authority may speak for every other: where the issuer of the certificate is known,
 * `gnutls_ocsp_resp_verify_direct` is stricter. Only the signature is verified, as there.
 *
 * @param resp the response
 * @param trustlist the trust list
 * @param verify takes 0 for a response that is verified, else a bit of `gnutls_ocsp_verify_reason_t`:
 *   as in `gnutls_ocsp_resp_verify_direct`, or `GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND`. May be NULL
 * @param flags of `gnutls_certificate_verify_flags`, as in `gnutls_ocsp_resp_verify_direct`
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
 *   error code
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY the response is signed with a broken algorithm
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the algorithm is not one for the signer's key
 * @retval GNUTLS_E_ASN1_DER_ERROR the signature is empty
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `trustlist` is NULL, or the algorithm is unknown
 *
 * @see RFC 6960 sections 3.2 and 4.2.2.2
 */
int gnutls_ocsp_resp_verify(gnutls_ocsp_resp_const_t resp,
                            gnutls_x509_trust_list_t trustlist,
                            unsigned int *verify,
                            unsigned int flags);

/**
 * Verifies the signature of an OCSP response by the issuer of the certificate in question.
 *
 * The signer is the certificate in the response that it names as its responder, else the issuer. A
 * signer that is not the issuer must be certified by it, be valid now, and be for OCSP
 * (`GNUTLS_KP_OCSP_SIGNING`). The time is that of `gnutls_global_set_time_function`, if one is set.
 *
 * Only the signature is verified: what the response says of which certificate, and whether that is
 * recent, is for `gnutls_ocsp_resp_check_crt` and `gnutls_ocsp_resp_get_single` to tell.
 *
 * @param resp the response
 * @param issuer the certificate of the issuer
 * @param verify takes 0 for a response that is verified, else a bit of `gnutls_ocsp_verify_reason_t`:
 *   `GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE`, or for a signer that is not the issuer
 *   `GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER`, `GNUTLS_OCSP_VERIFY_SIGNER_KEYUSAGE_ERROR`,
 *   `GNUTLS_OCSP_VERIFY_INSECURE_ALGORITHM`, `GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED` or
 *   `GNUTLS_OCSP_VERIFY_CERT_EXPIRED`. May be NULL
 * @param flags of `gnutls_certificate_verify_flags`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take
 *   broken algorithms, `GNUTLS_VERIFY_DISABLE_TIME_CHECKS` leaves out the times of the signer's
 *   certificate
 *
 * @return `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
 *   error code
 * @retval GNUTLS_E_INSUFFICIENT_SECURITY the response is signed with a broken algorithm
 * @retval GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY the algorithm is not one for the signer's key
 * @retval GNUTLS_E_ASN1_DER_ERROR the signature is empty
 * @retval GNUTLS_E_ASN1_VALUE_NOT_FOUND there is no answer
 * @retval GNUTLS_E_INVALID_REQUEST `resp` or `issuer` is NULL, or the algorithm is unknown
 *
 * @see RFC 6960 sections 3.2 and 4.2.2.2
 */
int gnutls_ocsp_resp_verify_direct(gnutls_ocsp_resp_const_t resp,
                                   gnutls_x509_crt_t issuer,
                                   unsigned int *verify,
                                   unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
