/* Attributes, where the compiler knows them. */
#ifdef __GNUC__
#define __GNUTLS_CONST__ __attribute__((const))
#define __GNUTLS_PURE__ __attribute__((pure))
#define _GNUTLS_GCC_ATTR_DEPRECATED __attribute__((__deprecated__))
#else
#define _GNUTLS_GCC_ATTR_DEPRECATED
#define __GNUTLS_CONST__
#define __GNUTLS_PURE__
#endif

/* Macros with arguments, and names that stand for others. */
#define GNUTLS_BITS_ARE_CURVE(bits) (((unsigned int)(bits)) & 0x80000000)
#define GNUTLS_BITS_TO_CURVE(bits) (((unsigned int)(bits)) & 0x7FFFFFFF)
#define GNUTLS_CURVE_TO_BITS(curve) (unsigned int)(((unsigned int)1 << 31) | ((unsigned int)(curve)))
#define GNUTLS_FIPS140_SET_LAX_MODE() do { if (gnutls_fips140_mode_enabled()) gnutls_fips140_set_mode( GNUTLS_FIPS140_LAX, GNUTLS_FIPS140_SET_MODE_THREAD); } while (0)
#define GNUTLS_FIPS140_SET_STRICT_MODE() do { if (gnutls_fips140_mode_enabled()) gnutls_fips140_set_mode( GNUTLS_FIPS140_STRICT, GNUTLS_FIPS140_SET_MODE_THREAD); } while (0)
#define GNUTLS_SKIP_GLOBAL_INIT int _gnutls_global_init_skip(void); int _gnutls_global_init_skip(void) { return 1; }
#define _gnutls_deinit(x) gnutls_deinit(x)
#define gnutls_check_version_numeric(a,b,c) ((GNUTLS_VERSION_MAJOR >= (a)) && ((GNUTLS_VERSION_NUMBER >= (((a) << 16) + ((b) << 8) + (c))) || gnutls_check_version(#a "." #b "." #c)))
#define gnutls_cred_set gnutls_credentials_set
#define gnutls_handshake_post_client_hello_func gnutls_handshake_simple_hook_func
#define gnutls_pem_base64_decode_alloc gnutls_pem_base64_decode2
#define gnutls_pem_base64_encode_alloc gnutls_pem_base64_encode2
#define gnutls_read gnutls_record_recv
#define gnutls_record_set_max_empty_records(session,x)
#define gnutls_sign_algorithm_get_name gnutls_sign_get_name
#define gnutls_srp_base64_decode_alloc gnutls_srp_base64_decode2
#define gnutls_srp_base64_encode_alloc gnutls_srp_base64_encode2
#define gnutls_transport_set_int(s,i) gnutls_transport_set_int2(s, i, i)
#define gnutls_write gnutls_record_send

/* Types of functions, not of pointers to them. */
/**
 * Chooses the certificate that is shown: session, names of acceptable authorities and their number,
 * kinds of acceptable keys and their number; out: chain and key. Returns 0, with no certificates for
 * none, or a negative code.
 */
typedef int gnutls_certificate_retrieve_function(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int, gnutls_retr2_st *);
/** Decides about the peer's certificate when it has come. Returns 0 to go on, or a negative error code. */
typedef int gnutls_certificate_verify_function(gnutls_session_t);
/**
 * Gives parameters when they are needed: session, kind, out: parameters. Returns 0 or a negative error
 * code.
 */
typedef int gnutls_params_function(gnutls_session_t, gnutls_params_type_t, gnutls_params_st *);
/**
 * Gives a client's name and key: session; out: name, key, both in memory of `gnutls_malloc`. Returns 0
 * or a negative error code.
 */
typedef int gnutls_psk_client_credentials_function(gnutls_session_t, char **, gnutls_datum_t *);
/**
 * Gives a client's name, which may hold any bytes, and its key: session; out: name, key, both in
 * memory of `gnutls_malloc`. Returns 0 or a negative error code.
 */
typedef int gnutls_psk_client_credentials_function2(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *);
/**
 * Gives the key of a client's name: session, name; out: key in memory of `gnutls_malloc`. Returns 0,
 * or a negative code if the name is unknown.
 */
typedef int gnutls_psk_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *);
/**
 * Gives the key of a client's name, which may hold any bytes: session, name; out: key in memory of
 * `gnutls_malloc`. Returns 0, or a negative code if the name is unknown.
 */
typedef int gnutls_psk_server_credentials_function2(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *);
/**
 * Gives a client's name and password for SRP: session; out: name, password, both in memory of
 * `gnutls_malloc`. Returns 0 or a negative error code.
 */
typedef int gnutls_srp_client_credentials_function(gnutls_session_t, char **, char **);
/**
 * Gives what a server knows of a name for SRP: session, name; out: salt, verifier, generator, prime,
 * in memory of `gnutls_malloc`. Returns 0, 1 if the name is unknown, or a negative error code.
 */
typedef int gnutls_srp_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
/**
 * Gives a client's name, its key and what the key is: session; out: name, key, both in memory of
 * `gnutls_malloc`, flags. Returns 0 or a negative error code.
 */
typedef int gnutls_psk_client_credentials_function3(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);
/**
 * Gives the key of a client's name and what the key is: session, name; out: key in memory of
 * `gnutls_malloc`, flags. Returns 0, or a negative code if the name is unknown.
 */
typedef int gnutls_psk_server_credentials_function3(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);

/* A variable whose type has no name. */
extern char *(*gnutls_strdup)(const char *);
