//! Constants and types of `abstract_keys`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

/// How the numbers of a key are written.
pub type gnutls_abstract_export_flags_t = c_uint;
pub const GNUTLS_EXPORT_FLAG_NO_LZ: gnutls_abstract_export_flags_t = 1;

/// The flags of the functions on private keys, combined by or. Each function says which it takes.
pub type gnutls_privkey_flags_t = c_uint;
pub const GNUTLS_PRIVKEY_DISABLE_CALLBACKS: gnutls_privkey_flags_t = 4;
pub const GNUTLS_PRIVKEY_FLAG_CA: gnutls_privkey_flags_t = 512;
pub const GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT: gnutls_privkey_flags_t = 64;
pub const GNUTLS_PRIVKEY_FLAG_PROVABLE: gnutls_privkey_flags_t = 32;
pub const GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE: gnutls_privkey_flags_t = 256;
pub const GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH: gnutls_privkey_flags_t = 1024;
pub const GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE: gnutls_privkey_flags_t = 1;
pub const GNUTLS_PRIVKEY_IMPORT_COPY: gnutls_privkey_flags_t = 2;
pub const GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS: gnutls_privkey_flags_t = 128;
pub const GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA: gnutls_privkey_flags_t = 16;

/// The flags of the functions on public keys.
pub type gnutls_pubkey_flags_t = c_uint;
pub const GNUTLS_PUBKEY_DISABLE_CALLBACKS: gnutls_pubkey_flags_t = 4;
pub const GNUTLS_PUBKEY_GET_OPENPGP_FINGERPRINT: gnutls_pubkey_flags_t = 8;

pub const GNUTLS_CERT_RETR_DEINIT_ALL: c_uint = 1;
pub const GNUTLS_PCERT_NO_CERT: c_uint = 1;
pub const GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO: c_uint = 4;
pub const GNUTLS_PRIVKEY_INFO_PK_ALGO: c_uint = 1;
pub const GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS: c_uint = 8;
pub const GNUTLS_PRIVKEY_INFO_SIGN_ALGO: c_uint = 2;
pub const GNUTLS_PUBKEY_VERIFY_FLAG_TLS1_RSA: gnutls_certificate_verify_flags = GNUTLS_VERIFY_USE_TLS1_RSA;
pub const GNUTLS_PUBKEY_VERIFY_FLAG_TLS_RSA: gnutls_certificate_verify_flags = GNUTLS_VERIFY_USE_TLS1_RSA;

/// Decrypts for a key of the application: key, pointer of the application, ciphertext, plaintext (in
/// memory of `gnutls_malloc`). Returns 0 or a negative error code.
pub type gnutls_privkey_decrypt_func = Option<
    unsafe extern "C" fn(gnutls_privkey_t, *mut c_void, *const gnutls_datum_t, *mut gnutls_datum_t) -> c_int,
>;

/// Decrypts for a key of the application into a buffer: key, pointer of the application, ciphertext,
/// buffer, its length. Returns 0 or a negative error code, in a time that does not depend on the
/// plaintext.
pub type gnutls_privkey_decrypt_func2 = Option<
    unsafe extern "C" fn(gnutls_privkey_t, *mut c_void, *const gnutls_datum_t, *mut c_uchar, usize) -> c_int,
>;

/// Answers what a key of the application is: key, one of the `GNUTLS_PRIVKEY_INFO` flags, pointer of
/// the application. Returns the answer, or -1 if there is none.
pub type gnutls_privkey_info_func =
    Option<unsafe extern "C" fn(gnutls_privkey_t, c_uint, *mut c_void) -> c_int>;

/// Signs data for a key of the application: key, algorithm, pointer of the application, flags, data,
/// signature (in memory of `gnutls_malloc`). Returns 0 or a negative error code.
pub type gnutls_privkey_sign_data_func = Option<
    unsafe extern "C" fn(
        gnutls_privkey_t,
        gnutls_sign_algorithm_t,
        *mut c_void,
        c_uint,
        *const gnutls_datum_t,
        *mut gnutls_datum_t,
    ) -> c_int,
>;

/// Signs for a key of the application as PKCS #1 does, without a hash of its own: key, pointer of the
/// application, what is signed, signature (in memory of `gnutls_malloc`). Returns 0 or a negative error
/// code.
pub type gnutls_privkey_sign_func = Option<
    unsafe extern "C" fn(gnutls_privkey_t, *mut c_void, *const gnutls_datum_t, *mut gnutls_datum_t) -> c_int,
>;

/// Signs a hash for a key of the application: key, algorithm, pointer of the application, flags, hash,
/// signature (in memory of `gnutls_malloc`). Returns 0 or a negative error code.
pub type gnutls_privkey_sign_hash_func = Option<
    unsafe extern "C" fn(
        gnutls_privkey_t,
        gnutls_sign_algorithm_t,
        *mut c_void,
        c_uint,
        *const gnutls_datum_t,
        *mut gnutls_datum_t,
    ) -> c_int,
>;

/// Chooses the certificate that is shown: session, names of acceptable authorities and their number,
/// kinds of acceptable keys and their number; out: chain, its length, key. All that is returned stays
/// the application's. Returns 0, with a length of 0 for no certificate, or a negative error code.
pub type gnutls_certificate_retrieve_function2 = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_datum_t,
    c_int,
    *const gnutls_pk_algorithm_t,
    c_int,
    *mut *mut gnutls_pcert_st,
    *mut c_uint,
    *mut gnutls_privkey_t,
) -> c_int;

/// Chooses the certificate that is shown: session, what the peer asks for; out: chain, its length, OCSP
/// responses, their number, key, flags (`GNUTLS_CERT_RETR_DEINIT_ALL` gives all of it to the library).
/// Returns 0, with a length of 0 for no certificate, or a negative error code.
pub type gnutls_certificate_retrieve_function3 = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_cert_retr_st,
    *mut *mut gnutls_pcert_st,
    *mut c_uint,
    *mut *mut gnutls_ocsp_data_st,
    *mut c_uint,
    *mut gnutls_privkey_t,
    *mut c_uint,
) -> c_int;

/// Called when a key of the application is freed: key, pointer of the application.
pub type gnutls_privkey_deinit_func = Option<unsafe extern "C" fn(gnutls_privkey_t, *mut c_void)>;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_pcert_st {
    pub pubkey: gnutls_pubkey_t,
    pub cert: gnutls_datum_t,
    pub type_: gnutls_certificate_type_t,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_cert_retr_st {
    pub version: c_uint,
    pub cred: gnutls_certificate_credentials_t,
    pub req_ca_rdn: *const gnutls_datum_t,
    pub nreqs: c_uint,
    pub pk_algos: *const gnutls_pk_algorithm_t,
    pub pk_algos_length: c_uint,
    pub padding: [c_uchar; 64],
}
