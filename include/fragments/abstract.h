/* Macros with arguments, and names that stand for others. */
#define GNUTLS_BITS_HAVE_SUBGROUP(bits) ((bits) & 0xFFFF0000)
#define GNUTLS_BITS_TO_GROUP(bits) (bits & 0xFFFF)
#define GNUTLS_BITS_TO_SUBGROUP(bits) ((bits >> 16) & 0xFFFF)
#define GNUTLS_FLAGS_TO_SIGN_ALGO(flags) (unsigned int)((flags) >> 20)
#define GNUTLS_SIGN_ALGO_TO_FLAGS(sig) (unsigned int)((sig) << 20)
#define GNUTLS_SUBGROUP_TO_BITS(group,subgroup) (unsigned int)((subgroup << 16) | (group))
#define gnutls_privkey_import_pkcs11_url(key,url) gnutls_privkey_import_url(key, url, 0)
#define gnutls_privkey_sign_raw_data(key,flags,data,sig) gnutls_privkey_sign_hash(key, 0, GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA, data, sig)
#define gnutls_pubkey_get_pk_dsa_raw gnutls_pubkey_export_dsa_raw
#define gnutls_pubkey_get_pk_ecc_raw gnutls_pubkey_export_ecc_raw
#define gnutls_pubkey_get_pk_ecc_x962 gnutls_pubkey_export_ecc_x962
#define gnutls_pubkey_get_pk_rsa_raw gnutls_pubkey_export_rsa_raw
#define gnutls_pubkey_import_pkcs11_url(key,url,flags) gnutls_pubkey_import_url(key, url, flags)

/* Types of functions, not of pointers to them. */
/**
 * Chooses the certificate that is shown: session, names of acceptable authorities and their number,
 * kinds of acceptable keys and their number; out: chain, its length, key. All that is returned stays
 * the application's. Returns 0, with a length of 0 for no certificate, or a negative error code.
 */
typedef int gnutls_certificate_retrieve_function2(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int, gnutls_pcert_st **, unsigned int *, gnutls_privkey_t *);
/**
 * Chooses the certificate that is shown: session, what the peer asks for; out: chain, its length, OCSP
 * responses, their number, key, flags (`GNUTLS_CERT_RETR_DEINIT_ALL` gives all of it to the library).
 * Returns 0, with a length of 0 for no certificate, or a negative error code.
 */
typedef int gnutls_certificate_retrieve_function3(gnutls_session_t, const struct gnutls_cert_retr_st *, gnutls_pcert_st **, unsigned int *, gnutls_ocsp_data_st **, unsigned int *, gnutls_privkey_t *, unsigned int *);
