/* ocsp.h of gnutls-rs, written by tools/headers: do not edit. */

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

typedef enum gnutls_ocsp_cert_status_t {
        GNUTLS_OCSP_CERT_GOOD = 0,
        GNUTLS_OCSP_CERT_REVOKED = 1,
        GNUTLS_OCSP_CERT_UNKNOWN = 2
} gnutls_ocsp_cert_status_t;

typedef enum gnutls_ocsp_print_formats_t {
        GNUTLS_OCSP_PRINT_FULL = 0,
        GNUTLS_OCSP_PRINT_COMPACT = 1
} gnutls_ocsp_print_formats_t;

typedef enum gnutls_ocsp_resp_status_t {
        GNUTLS_OCSP_RESP_SUCCESSFUL = 0,
        GNUTLS_OCSP_RESP_MALFORMEDREQUEST = 1,
        GNUTLS_OCSP_RESP_INTERNALERROR = 2,
        GNUTLS_OCSP_RESP_TRYLATER = 3,
        GNUTLS_OCSP_RESP_SIGREQUIRED = 5,
        GNUTLS_OCSP_RESP_UNAUTHORIZED = 6
} gnutls_ocsp_resp_status_t;

typedef enum gnutls_ocsp_verify_reason_t {
        GNUTLS_OCSP_VERIFY_SIGNER_NOT_FOUND = 1,
        GNUTLS_OCSP_VERIFY_SIGNER_KEYUSAGE_ERROR = 2,
        GNUTLS_OCSP_VERIFY_UNTRUSTED_SIGNER = 4,
        GNUTLS_OCSP_VERIFY_INSECURE_ALGORITHM = 8,
        GNUTLS_OCSP_VERIFY_SIGNATURE_FAILURE = 16,
        GNUTLS_OCSP_VERIFY_CERT_NOT_ACTIVATED = 32,
        GNUTLS_OCSP_VERIFY_CERT_EXPIRED = 64
} gnutls_ocsp_verify_reason_t;

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

/* Not written yet: these fail as their manual pages have it. */
int gnutls_ocsp_req_add_cert(gnutls_ocsp_req_t, gnutls_digest_algorithm_t, gnutls_x509_crt_t, gnutls_x509_crt_t);
int gnutls_ocsp_req_add_cert_id(gnutls_ocsp_req_t, gnutls_digest_algorithm_t, const gnutls_datum_t *, const gnutls_datum_t *, const gnutls_datum_t *);
void gnutls_ocsp_req_deinit(gnutls_ocsp_req_t);
int gnutls_ocsp_req_export(gnutls_ocsp_req_const_t, gnutls_datum_t *);
int gnutls_ocsp_req_get_cert_id(gnutls_ocsp_req_const_t, unsigned, gnutls_digest_algorithm_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_ocsp_req_get_extension(gnutls_ocsp_req_const_t, unsigned, gnutls_datum_t *, unsigned int *, gnutls_datum_t *);
int gnutls_ocsp_req_get_nonce(gnutls_ocsp_req_const_t, unsigned int *, gnutls_datum_t *);
int gnutls_ocsp_req_get_version(gnutls_ocsp_req_const_t);
int gnutls_ocsp_req_import(gnutls_ocsp_req_t, const gnutls_datum_t *);
int gnutls_ocsp_req_init(gnutls_ocsp_req_t *);
int gnutls_ocsp_req_print(gnutls_ocsp_req_const_t, gnutls_ocsp_print_formats_t, gnutls_datum_t *);
int gnutls_ocsp_req_randomize_nonce(gnutls_ocsp_req_t);
int gnutls_ocsp_req_set_extension(gnutls_ocsp_req_t, const char *, unsigned int, const gnutls_datum_t *);
int gnutls_ocsp_req_set_nonce(gnutls_ocsp_req_t, unsigned int, const gnutls_datum_t *);
int gnutls_ocsp_resp_check_crt(gnutls_ocsp_resp_const_t, unsigned int, gnutls_x509_crt_t);
void gnutls_ocsp_resp_deinit(gnutls_ocsp_resp_t);
int gnutls_ocsp_resp_export(gnutls_ocsp_resp_const_t, gnutls_datum_t *);
int gnutls_ocsp_resp_export2(gnutls_ocsp_resp_const_t, gnutls_datum_t *, gnutls_x509_crt_fmt_t);
int gnutls_ocsp_resp_get_certs(gnutls_ocsp_resp_const_t, gnutls_x509_crt_t **, size_t *);
int gnutls_ocsp_resp_get_extension(gnutls_ocsp_resp_const_t, unsigned, gnutls_datum_t *, unsigned int *, gnutls_datum_t *);
int gnutls_ocsp_resp_get_nonce(gnutls_ocsp_resp_const_t, unsigned int *, gnutls_datum_t *);
time_t gnutls_ocsp_resp_get_produced(gnutls_ocsp_resp_const_t);
int gnutls_ocsp_resp_get_responder(gnutls_ocsp_resp_const_t, gnutls_datum_t *);
int gnutls_ocsp_resp_get_responder2(gnutls_ocsp_resp_const_t, gnutls_datum_t *, unsigned);
int gnutls_ocsp_resp_get_responder_raw_id(gnutls_ocsp_resp_const_t, unsigned, gnutls_datum_t *);
int gnutls_ocsp_resp_get_response(gnutls_ocsp_resp_const_t, gnutls_datum_t *, gnutls_datum_t *);
int gnutls_ocsp_resp_get_signature(gnutls_ocsp_resp_const_t, gnutls_datum_t *);
int gnutls_ocsp_resp_get_signature_algorithm(gnutls_ocsp_resp_const_t);
int gnutls_ocsp_resp_get_single(gnutls_ocsp_resp_const_t, unsigned, gnutls_digest_algorithm_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, unsigned int *, time_t *, time_t *, time_t *, unsigned int *);
int gnutls_ocsp_resp_get_status(gnutls_ocsp_resp_const_t);
int gnutls_ocsp_resp_get_version(gnutls_ocsp_resp_const_t);
int gnutls_ocsp_resp_import(gnutls_ocsp_resp_t, const gnutls_datum_t *);
int gnutls_ocsp_resp_import2(gnutls_ocsp_resp_t, const gnutls_datum_t *, gnutls_x509_crt_fmt_t);
int gnutls_ocsp_resp_init(gnutls_ocsp_resp_t *);
int gnutls_ocsp_resp_list_import2(gnutls_ocsp_resp_t **, unsigned int *, const gnutls_datum_t *, gnutls_x509_crt_fmt_t, unsigned int);
int gnutls_ocsp_resp_print(gnutls_ocsp_resp_const_t, gnutls_ocsp_print_formats_t, gnutls_datum_t *);
int gnutls_ocsp_resp_verify(gnutls_ocsp_resp_const_t, gnutls_x509_trust_list_t, unsigned int *, unsigned int);
int gnutls_ocsp_resp_verify_direct(gnutls_ocsp_resp_const_t, gnutls_x509_crt_t, unsigned int *, unsigned int);

#ifdef __cplusplus
}
#endif

#endif
