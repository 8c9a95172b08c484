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
typedef int gnutls_certificate_retrieve_function(gnutls_session_t, const gnutls_datum_t *, int, const gnutls_pk_algorithm_t *, int, gnutls_retr2_st *);
typedef int gnutls_certificate_verify_function(gnutls_session_t);
typedef int gnutls_params_function(gnutls_session_t, gnutls_params_type_t, gnutls_params_st *);
typedef int gnutls_psk_client_credentials_function(gnutls_session_t, char **, gnutls_datum_t *);
typedef int gnutls_psk_client_credentials_function2(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *);
typedef int gnutls_psk_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *);
typedef int gnutls_psk_server_credentials_function2(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *);
typedef int gnutls_srp_client_credentials_function(gnutls_session_t, char **, char **);
typedef int gnutls_srp_server_credentials_function(gnutls_session_t, const char *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *, gnutls_datum_t *);
typedef int gnutls_psk_client_credentials_function3(gnutls_session_t, gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);
typedef int gnutls_psk_server_credentials_function3(gnutls_session_t, const gnutls_datum_t *, gnutls_datum_t *, gnutls_psk_key_flags *);

/* A variable whose type has no name. */
extern char *(*gnutls_strdup)(const char *);
