/* Macros with arguments, and names that stand for others. */
#define GNUTLS_PKCS_CIPHER_MASK(x) ((x) & (~(GNUTLS_PKCS_NULL_PASSWORD)))
#define GNUTLS_PROFILE_TO_VFLAGS(x) (((unsigned)x) << 24)
#define GNUTLS_VFLAGS_TO_PROFILE(x) ((((unsigned)x) >> 24) & 0xff)
#define gnutls_x509_crl_get_certificate gnutls_x509_crl_get_crt_serial
#define gnutls_x509_crl_get_certificate_count gnutls_x509_crl_get_crt_count

/* Types of functions, not of pointers to them. */
/**
 * Called at each step of a verification: certificate, its issuer, the CRL that it was looked up in,
 * status. One that does not apply is NULL.
 */
typedef int gnutls_verify_output_function(gnutls_x509_crt_t, gnutls_x509_crt_t, gnutls_x509_crl_t, unsigned int);
/**
 * Fetches issuers that a chain lacks: list, certificate, out: certificates and their number, in memory
 * of `gnutls_malloc`. Returns 0, or a negative code if there is none.
 */
typedef int gnutls_x509_trust_list_getissuer_function(gnutls_x509_trust_list_t, const gnutls_x509_crt_t, gnutls_x509_crt_t **, unsigned int *);
