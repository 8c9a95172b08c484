//! Constants and types of `structs`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

pub type gnutls_certificate_client_credentials = gnutls_certificate_credentials_t;

pub type gnutls_certificate_server_credentials = gnutls_certificate_credentials_t;

/// Returns the stored session of a key, in memory of `gnutls_malloc`, or one without data: pointer of
/// the application, key.
pub type gnutls_db_retr_func = Option<unsafe extern "C" fn(*mut c_void, gnutls_datum_t) -> gnutls_datum_t>;

/// Keeps a value that was not seen yet: pointer of the application, time at which it may be forgotten,
/// key, value. Returns 0, or `GNUTLS_E_DB_ENTRY_EXISTS` if the key is there.
pub type gnutls_db_add_func =
    Option<unsafe extern "C" fn(*mut c_void, time_t, *const gnutls_datum_t, *const gnutls_datum_t) -> c_int>;

/// Removes the stored session of a key: pointer of the application, key. Returns 0 or a negative error
/// code.
pub type gnutls_db_remove_func = Option<unsafe extern "C" fn(*mut c_void, gnutls_datum_t) -> c_int>;

/// Stores a session: pointer of the application, key, data. Returns 0 or a negative error code.
pub type gnutls_db_store_func =
    Option<unsafe extern "C" fn(*mut c_void, gnutls_datum_t, gnutls_datum_t) -> c_int>;

/// Returns the `errno` of the last push or pull on a transport.
pub type gnutls_errno_func = Option<unsafe extern "C" fn(gnutls_transport_ptr_t) -> c_int>;

/// Writes the data of an extension for a stored session. Returns 0 or a negative error code.
pub type gnutls_ext_pack_func =
    Option<unsafe extern "C" fn(gnutls_ext_priv_data_t, gnutls_buffer_t) -> c_int>;

/// Called with each extension of a message: pointer of the application, type, data, its length. A
/// negative code ends the walk.
pub type gnutls_ext_raw_process_func =
    Option<unsafe extern "C" fn(*mut c_void, c_uint, *const c_uchar, c_uint) -> c_int>;

/// Reads an extension that the peer sent: session, data, its length. A negative code fails the
/// handshake.
pub type gnutls_ext_recv_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *const c_uchar, usize) -> c_int>;

/// Appends the extension that is sent to a buffer. Nothing is sent if nothing was appended, but for
/// `GNUTLS_E_INT_RET_0`, which sends an empty one. Another negative code fails the handshake.
pub type gnutls_ext_send_func = Option<unsafe extern "C" fn(gnutls_session_t, gnutls_buffer_t) -> c_int>;

/// Reads the data of an extension from a stored session. Returns 0 or a negative error code.
pub type gnutls_ext_unpack_func =
    Option<unsafe extern "C" fn(gnutls_buffer_t, *mut gnutls_ext_priv_data_t) -> c_int>;

/// Called at a handshake message: session, type, `GNUTLS_HOOK_POST` or `GNUTLS_HOOK_PRE`, 1 if it came
/// from the peer, the message. A negative code interrupts the handshake.
pub type gnutls_handshake_hook_func =
    Option<unsafe extern "C" fn(gnutls_session_t, c_uint, c_uint, c_uint, *const gnutls_datum_t) -> c_int>;

/// Called with what the library would send when the application carries the records itself (QUIC):
/// session, level of protection, type of the message, data, its length. A negative code fails the
/// handshake.
pub type gnutls_handshake_read_func = Option<
    unsafe extern "C" fn(
        gnutls_session_t,
        gnutls_record_encryption_level_t,
        gnutls_handshake_description_t,
        *const c_void,
        usize,
    ) -> c_int,
>;

/// Called when the secrets of a level of protection are there (QUIC): session, level, secret to read,
/// secret to write, their length. One that is not there yet is NULL. A negative code fails the
/// handshake.
pub type gnutls_handshake_secret_func = Option<
    unsafe extern "C" fn(
        gnutls_session_t,
        gnutls_record_encryption_level_t,
        *const c_void,
        *const c_void,
        usize,
    ) -> c_int,
>;

/// Called at the ClientHello, before the server chooses. A negative code interrupts the handshake.
pub type gnutls_handshake_simple_hook_func = Option<unsafe extern "C" fn(gnutls_session_t) -> c_int>;

/// Kept for old applications: whether memory is secure.
pub type gnutls_is_secure_function = Option<unsafe extern "C" fn(*const c_void) -> c_int>;

/// Called with each secret of a session: session, label (as in key log files), secret. Returns 0 or a
/// negative error code.
pub type gnutls_keylog_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *const c_char, *const gnutls_datum_t) -> c_int>;

/// Asks for a PIN: pointer of the application, number of the attempt, URL of the token, its label,
/// flags (`gnutls_pin_flag_t`), buffer for the PIN, its capacity. Returns 0 or a negative error code.
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

/// Waits for data on a transport, for so many milliseconds or `GNUTLS_INDEFINITE_TIMEOUT`. Returns a
/// positive number if there is some, 0 if the time is over, -1 with `errno` set for an error.
pub type gnutls_pull_timeout_func = Option<unsafe extern "C" fn(gnutls_transport_ptr_t, c_uint) -> c_int>;

/// Gives the OCSP response of a server: session, pointer of the application, response (in memory of
/// `gnutls_malloc`). Returns 0, or `GNUTLS_E_NO_CERTIFICATE_STATUS` to send none.
pub type gnutls_status_request_ocsp_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *mut c_void, *mut gnutls_datum_t) -> c_int>;

/// Reads supplemental data that the peer sent: session, data, its length. A negative code fails the
/// handshake.
pub type gnutls_supp_recv_func =
    Option<unsafe extern "C" fn(gnutls_session_t, *const c_uchar, usize) -> c_int>;

/// Appends supplemental data to a buffer. Returns 0 or a negative error code.
pub type gnutls_supp_send_func = Option<unsafe extern "C" fn(gnutls_session_t, gnutls_buffer_t) -> c_int>;

/// Stores the hash of a key that a host is expected to show: database, host, service, expiration, hash
/// algorithm, hash. Returns 0 or a negative error code.
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

/// Stores the key of a host: database, host, service, expiration, key. Returns 0 or a negative error
/// code.
pub type gnutls_tdb_store_func = Option<
    unsafe extern "C" fn(*const c_char, *const c_char, *const c_char, time_t, *const gnutls_datum_t) -> c_int,
>;

/// Looks the key of a host up: database, host, service, key. Returns 0 if it is the stored one, else a
/// negative error code.
pub type gnutls_tdb_verify_func =
    Option<unsafe extern "C" fn(*const c_char, *const c_char, *const c_char, *const gnutls_datum_t) -> c_int>;

/// Chooses the certificate that is shown: session, names of acceptable authorities and their number,
/// kinds of acceptable keys and their number; out: chain and key. Returns 0, with no certificates for
/// none, or a negative code.
pub type gnutls_certificate_retrieve_function = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_datum_t,
    c_int,
    *const gnutls_pk_algorithm_t,
    c_int,
    *mut gnutls_retr2_st,
) -> c_int;

/// Decides about the peer's certificate when it has come. Returns 0 to go on, or a negative error code.
pub type gnutls_certificate_verify_function = unsafe extern "C" fn(gnutls_session_t) -> c_int;

/// Gives parameters when they are needed: session, kind, out: parameters. Returns 0 or a negative error
/// code.
pub type gnutls_params_function =
    unsafe extern "C" fn(gnutls_session_t, gnutls_params_type_t, *mut gnutls_params_st) -> c_int;

/// Gives a client's name and key: session; out: name, key, both in memory of `gnutls_malloc`. Returns 0
/// or a negative error code.
pub type gnutls_psk_client_credentials_function =
    unsafe extern "C" fn(gnutls_session_t, *mut *mut c_char, *mut gnutls_datum_t) -> c_int;

/// Gives a client's name, which may hold any bytes, and its key: session; out: name, key, both in
/// memory of `gnutls_malloc`. Returns 0 or a negative error code.
pub type gnutls_psk_client_credentials_function2 =
    unsafe extern "C" fn(gnutls_session_t, *mut gnutls_datum_t, *mut gnutls_datum_t) -> c_int;

/// Gives a client's name, its key and what the key is: session; out: name, key, both in memory of
/// `gnutls_malloc`, flags. Returns 0 or a negative error code.
pub type gnutls_psk_client_credentials_function3 = unsafe extern "C" fn(
    gnutls_session_t,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_psk_key_flags,
) -> c_int;

/// Gives the key of a client's name: session, name; out: key in memory of `gnutls_malloc`. Returns 0,
/// or a negative code if the name is unknown.
pub type gnutls_psk_server_credentials_function =
    unsafe extern "C" fn(gnutls_session_t, *const c_char, *mut gnutls_datum_t) -> c_int;

/// Gives the key of a client's name, which may hold any bytes: session, name; out: key in memory of
/// `gnutls_malloc`. Returns 0, or a negative code if the name is unknown.
pub type gnutls_psk_server_credentials_function2 =
    unsafe extern "C" fn(gnutls_session_t, *const gnutls_datum_t, *mut gnutls_datum_t) -> c_int;

/// Gives the key of a client's name and what the key is: session, name; out: key in memory of
/// `gnutls_malloc`, flags. Returns 0, or a negative code if the name is unknown.
pub type gnutls_psk_server_credentials_function3 = unsafe extern "C" fn(
    gnutls_session_t,
    *const gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_psk_key_flags,
) -> c_int;

/// Gives a client's name and password for SRP: session; out: name, password, both in memory of
/// `gnutls_malloc`. Returns 0 or a negative error code.
pub type gnutls_srp_client_credentials_function =
    unsafe extern "C" fn(gnutls_session_t, *mut *mut c_char, *mut *mut c_char) -> c_int;

/// Gives what a server knows of a name for SRP: session, name; out: salt, verifier, generator, prime,
/// in memory of `gnutls_malloc`. Returns 0, 1 if the name is unknown, or a negative error code.
pub type gnutls_srp_server_credentials_function = unsafe extern "C" fn(
    gnutls_session_t,
    *const c_char,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
    *mut gnutls_datum_t,
) -> c_int;

/// Receives from a transport as `recv` does: pointer of the transport, buffer, its capacity. Returns
/// how much came, 0 at the end, -1 with `errno` set for an error.
pub type gnutls_pull_func = Option<unsafe extern "C" fn(gnutls_transport_ptr_t, *mut c_void, usize) -> isize>;

/// Sends to a transport as `send` does: pointer of the transport, data, its length. Returns how much
/// was sent, or -1 with `errno` set.
pub type gnutls_push_func =
    Option<unsafe extern "C" fn(gnutls_transport_ptr_t, *const c_void, usize) -> isize>;

/// Sends to a transport as `writev` does: pointer of the transport, pieces, their number. Returns how
/// much was sent, or -1 with `errno` set.
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

/// Kept for old applications: makes a mutex.
pub type mutex_init_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

/// Kept for old applications: locks a mutex.
pub type mutex_lock_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

/// Kept for old applications: unlocks a mutex.
pub type mutex_unlock_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

/// Kept for old applications: frees a mutex.
pub type mutex_deinit_func = Option<unsafe extern "C" fn(*mut *mut c_void) -> c_int>;

/// Returns the time as `time` does.
pub type gnutls_time_func = Option<unsafe extern "C" fn(*mut time_t) -> time_t>;

/// Called with a message that concerns security; the session is NULL if there is none.
pub type gnutls_audit_log_func = Option<unsafe extern "C" fn(gnutls_session_t, *const c_char)>;

/// Frees the data of an extension.
pub type gnutls_ext_deinit_data_func = Option<unsafe extern "C" fn(gnutls_ext_priv_data_t)>;

/// Frees memory as `free` does.
pub type gnutls_free_function = Option<unsafe extern "C" fn(*mut c_void)>;

/// Called with each line of the log: its level, the text.
pub type gnutls_log_func = Option<unsafe extern "C" fn(c_int, *const c_char)>;

/// Allocates as `malloc` does.
pub type gnutls_alloc_function = Option<unsafe extern "C" fn(usize) -> *mut c_void>;

/// Allocates zeroed memory as `calloc` does.
pub type gnutls_calloc_function = Option<unsafe extern "C" fn(usize, usize) -> *mut c_void>;

/// Changes the size of memory as `realloc` does.
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
