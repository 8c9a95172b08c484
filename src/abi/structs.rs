//! Constants and types of `structs`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

pub type gnutls_certificate_client_credentials = gnutls_certificate_credentials_t;

pub type gnutls_certificate_server_credentials = gnutls_certificate_credentials_t;

pub type gnutls_db_retr_func = Option<unsafe extern "C" fn(*mut c_void, gnutls_datum_t) -> gnutls_datum_t>;

pub type gnutls_db_add_func =
    Option<unsafe extern "C" fn(*mut c_void, time_t, *const gnutls_datum_t, *const gnutls_datum_t) -> c_int>;

pub type gnutls_db_remove_func = Option<unsafe extern "C" fn(*mut c_void, gnutls_datum_t) -> c_int>;

pub type gnutls_db_store_func =
    Option<unsafe extern "C" fn(*mut c_void, gnutls_datum_t, gnutls_datum_t) -> c_int>;

pub type gnutls_errno_func = Option<unsafe extern "C" fn(gnutls_transport_ptr_t) -> c_int>;

pub type gnutls_ext_pack_func =
    Option<unsafe extern "C" fn(gnutls_ext_priv_data_t, gnutls_buffer_t) -> c_int>;

pub type gnutls_ext_raw_process_func =
    Option<unsafe extern "C" fn(*mut c_void, c_uint, *const c_uchar, c_uint) -> c_int>;

pub type gnutls_ext_recv_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *const c_uchar, usize) -> c_int>;

pub type gnutls_ext_send_func = Option<unsafe extern "C" fn(gnutls_session_t, gnutls_buffer_t) -> c_int>;

pub type gnutls_ext_unpack_func =
    Option<unsafe extern "C" fn(gnutls_buffer_t, *mut gnutls_ext_priv_data_t) -> c_int>;

pub type gnutls_handshake_hook_func =
    Option<unsafe extern "C" fn(gnutls_session_t, c_uint, c_uint, c_uint, *const gnutls_datum_t) -> c_int>;

pub type gnutls_handshake_read_func = Option<
    unsafe extern "C" fn(
        gnutls_session_t,
        gnutls_record_encryption_level_t,
        gnutls_handshake_description_t,
        *const c_void,
        usize,
    ) -> c_int,
>;

pub type gnutls_handshake_secret_func = Option<
    unsafe extern "C" fn(
        gnutls_session_t,
        gnutls_record_encryption_level_t,
        *const c_void,
        *const c_void,
        usize,
    ) -> c_int,
>;

pub type gnutls_handshake_simple_hook_func = Option<unsafe extern "C" fn(gnutls_session_t) -> c_int>;

pub type gnutls_is_secure_function = Option<unsafe extern "C" fn(*const c_void) -> c_int>;

pub type gnutls_keylog_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *const c_char, *const gnutls_datum_t) -> c_int>;

pub type gnutls_pin_callback_t = Option<
    unsafe extern "C" fn(
        *mut c_void,
        c_int,
        *const c_char,
        *const c_char,
        c_uint,
        *mut c_char,
        usize,
    ) -> c_int,
>;

pub type gnutls_pull_timeout_func = Option<unsafe extern "C" fn(gnutls_transport_ptr_t, c_uint) -> c_int>;

pub type gnutls_status_request_ocsp_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *mut c_void, *mut gnutls_datum_t) -> c_int>;

pub type gnutls_supp_recv_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *const c_uchar, usize) -> c_int>;

pub type gnutls_supp_send_func = Option<unsafe extern "C" fn(gnutls_session_t, gnutls_buffer_t) -> c_int>;

pub type gnutls_tdb_store_commitment_func = Option<
    unsafe extern "C" fn(
        *const c_char,
        *const c_char,
        *const c_char,
        time_t,
        gnutls_digest_algorithm_t,
        *const gnutls_datum_t,
    ) -> c_int,
>;

pub type gnutls_tdb_store_func = Option<
    unsafe extern "C" fn(*const c_char, *const c_char, *const c_char, time_t, *const gnutls_datum_t) -> c_int,
>;

pub type gnutls_tdb_verify_func =
    Option<unsafe extern "C" fn(*const c_char, *const c_char, *const c_char, *const gnutls_datum_t) -> c_int>;

pub type gnutls_certificate_retrieve_function = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_datum_t,
    c_int,
    *const gnutls_pk_algorithm_t,
    c_int,
    *mut gnutls_retr2_st,
) -> c_int;

pub type gnutls_certificate_verify_function = unsafe extern "C" fn(gnutls_session_t) -> c_int;

pub type gnutls_params_function =
    unsafe extern "C" fn(gnutls_session_t, gnutls_params_type_t, *mut gnutls_params_st) -> c_int;

pub type gnutls_psk_client_credentials_function =
    unsafe extern "C" fn(gnutls_session_t, *mut *mut c_char, *mut gnutls_datum_t) -> c_int;

pub type gnutls_psk_client_credentials_function2 =
    unsafe extern "C" fn(gnutls_session_t, *mut gnutls_datum_t, *mut gnutls_datum_t) -> c_int;

pub type gnutls_psk_client_credentials_function3 = unsafe extern "C" fn(
    gnutls_session_t,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_psk_key_flags,
) -> c_int;

pub type gnutls_psk_server_credentials_function =
    unsafe extern "C" fn(gnutls_session_t, *const c_char, *mut gnutls_datum_t) -> c_int;

pub type gnutls_psk_server_credentials_function2 =
    unsafe extern "C" fn(gnutls_session_t, *const gnutls_datum_t, *mut gnutls_datum_t) -> c_int;

pub type gnutls_psk_server_credentials_function3 = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_psk_key_flags,
) -> c_int;

pub type gnutls_srp_client_credentials_function =
    unsafe extern "C" fn(gnutls_session_t, *mut *mut c_char, *mut *mut c_char) -> c_int;

pub type gnutls_srp_server_credentials_function = unsafe extern "C" fn(
    gnutls_session_t,
    *const c_char,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
) -> c_int;

pub type gnutls_pull_func = Option<unsafe extern "C" fn(gnutls_transport_ptr_t, *mut c_void, usize) -> isize>;

pub type gnutls_push_func =
    Option<unsafe extern "C" fn(gnutls_transport_ptr_t, *const c_void, usize) -> isize>;

pub type gnutls_vec_push_func =
    Option<unsafe extern "C" fn(gnutls_transport_ptr_t, *const giovec_t, c_int) -> isize>;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_anon_client_credentials_st {
    _private: [u8; 0],
}
pub type gnutls_anon_client_credentials_t = *mut gnutls_anon_client_credentials_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_anon_server_credentials_st {
    _private: [u8; 0],
}
pub type gnutls_anon_server_credentials_t = *mut gnutls_anon_server_credentials_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_anti_replay_st {
    _private: [u8; 0],
}
pub type gnutls_anti_replay_t = *mut gnutls_anti_replay_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_buffer_st {
    _private: [u8; 0],
}
pub type gnutls_buffer_t = *mut gnutls_buffer_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_certificate_credentials_st {
    _private: [u8; 0],
}
pub type gnutls_certificate_credentials_t = *mut gnutls_certificate_credentials_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_dh_params_int {
    _private: [u8; 0],
}
pub type gnutls_dh_params_t = *mut gnutls_dh_params_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_fips140_context_st {
    _private: [u8; 0],
}
pub type gnutls_fips140_context_t = *mut gnutls_fips140_context_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_openpgp_crt_int {
    _private: [u8; 0],
}
pub type gnutls_openpgp_crt_t = *mut gnutls_openpgp_crt_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_openpgp_keyring_int {
    _private: [u8; 0],
}
pub type gnutls_openpgp_keyring_t = *mut gnutls_openpgp_keyring_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_openpgp_privkey_int {
    _private: [u8; 0],
}
pub type gnutls_openpgp_privkey_t = *mut gnutls_openpgp_privkey_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_pkcs11_privkey_st {
    _private: [u8; 0],
}
pub type gnutls_pkcs11_privkey_t = *mut gnutls_pkcs11_privkey_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_priority_st {
    _private: [u8; 0],
}
pub type gnutls_priority_t = *mut gnutls_priority_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_privkey_st {
    _private: [u8; 0],
}
pub type gnutls_privkey_t = *mut gnutls_privkey_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_psk_client_credentials_st {
    _private: [u8; 0],
}
pub type gnutls_psk_client_credentials_t = *mut gnutls_psk_client_credentials_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_psk_server_credentials_st {
    _private: [u8; 0],
}
pub type gnutls_psk_server_credentials_t = *mut gnutls_psk_server_credentials_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_pubkey_st {
    _private: [u8; 0],
}
pub type gnutls_pubkey_t = *mut gnutls_pubkey_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_session_int {
    _private: [u8; 0],
}
pub type gnutls_session_t = *mut gnutls_session_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_srp_client_credentials_st {
    _private: [u8; 0],
}
pub type gnutls_srp_client_credentials_t = *mut gnutls_srp_client_credentials_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_srp_server_credentials_st {
    _private: [u8; 0],
}
pub type gnutls_srp_server_credentials_t = *mut gnutls_srp_server_credentials_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_tdb_int {
    _private: [u8; 0],
}
pub type gnutls_tdb_t = *mut gnutls_tdb_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_crl_int {
    _private: [u8; 0],
}
pub type gnutls_x509_crl_t = *mut gnutls_x509_crl_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_crq_int {
    _private: [u8; 0],
}
pub type gnutls_x509_crq_t = *mut gnutls_x509_crq_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_crt_int {
    _private: [u8; 0],
}
pub type gnutls_x509_crt_t = *mut gnutls_x509_crt_int;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_privkey_int {
    _private: [u8; 0],
}
pub type gnutls_rsa_params_t = *mut gnutls_x509_privkey_int;

pub type gnutls_x509_privkey_t = *mut gnutls_x509_privkey_int;

/// Opaque to C.
#[repr(C)]
pub struct mbuffer_st {
    _private: [u8; 0],
}
pub type gnutls_packet_t = *mut mbuffer_st;

pub type mutex_init_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

pub type mutex_lock_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

pub type mutex_unlock_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

pub type mutex_deinit_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

pub type gnutls_time_func = Option<unsafe extern "C" fn(*mut time_t) -> time_t>;

pub type gnutls_audit_log_func = Option<unsafe extern "C" fn(gnutls_session_t, *const c_char)>;

pub type gnutls_ext_deinit_data_func = Option<unsafe extern "C" fn(gnutls_ext_priv_data_t)>;

pub type gnutls_free_function = Option<unsafe extern "C" fn(*mut c_void)>;

pub type gnutls_log_func = Option<unsafe extern "C" fn(c_int, *const c_char)>;

pub type gnutls_alloc_function = Option<unsafe extern "C" fn(usize) -> *mut c_void>;

pub type gnutls_calloc_function = Option<unsafe extern "C" fn(usize, usize) -> *mut c_void>;

pub type gnutls_realloc_function = Option<unsafe extern "C" fn(*mut c_void, usize) -> *mut c_void>;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_datum_t {
    pub data: *mut c_uchar,
    pub size: c_uint,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_library_config_st {
    pub name: *const c_char,
    pub value: *const c_char,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_ocsp_data_st {
    pub version: c_uint,
    pub response: gnutls_datum_t,
    pub exptime: time_t,
    pub padding: [c_uchar; 32],
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union params {
    pub dh: gnutls_dh_params_t,
    pub rsa_export: gnutls_rsa_params_t,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_params_st {
    pub type_: gnutls_params_type_t,
    pub params: params,
    pub deinit: c_int,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union gnutls_retr2_cert {
    pub x509: *mut gnutls_x509_crt_t,
    pub pgp: gnutls_openpgp_crt_t,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union gnutls_retr2_key {
    pub x509: gnutls_x509_privkey_t,
    pub pgp: gnutls_openpgp_privkey_t,
    pub pkcs11: gnutls_pkcs11_privkey_t,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_retr2_st {
    pub cert_type: gnutls_certificate_type_t,
    pub key_type: gnutls_privkey_type_t,
    pub cert: gnutls_retr2_cert,
    pub ncerts: c_uint,
    pub key: gnutls_retr2_key,
    pub deinit_all: c_uint,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct giovec_t {
    pub iov_base: *mut c_void,
    pub iov_len: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_typed_vdata_st {
    pub type_: gnutls_vdata_types_t,
    pub data: *mut c_uchar,
    pub size: c_uint,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct gnutls_range_st {
    pub low: usize,
    pub high: usize,
}

pub type gnutls_connection_end_t = c_uint;
pub type gnutls_ext_priv_data_t = *mut c_void;
pub type gnutls_transport_ptr_t = *mut c_void;
