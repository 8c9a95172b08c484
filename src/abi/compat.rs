//! Constants and types of `compat`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

use super::*;

pub const GNUTLS_A_MISSING_SRP_USERNAME: gnutls_alert_description_t = GNUTLS_A_UNKNOWN_PSK_IDENTITY;
pub const GNUTLS_A_UNKNOWN_SRP_USERNAME: gnutls_alert_description_t = GNUTLS_A_UNKNOWN_PSK_IDENTITY;
pub const GNUTLS_OPENPGP_KEY: gnutls_openpgp_crt_status_t = GNUTLS_OPENPGP_CERT;
pub const GNUTLS_OPENPGP_KEY_FINGERPRINT: gnutls_openpgp_crt_status_t = GNUTLS_OPENPGP_CERT_FINGERPRINT;
pub const GNUTLS_SUPPLEMENTAL_USER_MAPPING_DATA: c_uint = 0;
pub const GNUTLS_VERIFY_ALLOW_X509_V1_CA_CRT: c_uint = 0;
pub const GNUTLS_X509_CRT_FULL: gnutls_certificate_print_formats_t = GNUTLS_CRT_PRINT_FULL;
pub const GNUTLS_X509_CRT_ONELINE: gnutls_certificate_print_formats_t = GNUTLS_CRT_PRINT_ONELINE;
pub const GNUTLS_X509_CRT_UNSIGNED_FULL: gnutls_certificate_print_formats_t = GNUTLS_CRT_PRINT_UNSIGNED_FULL;
pub const LIBGNUTLS_VERSION_MAJOR: c_uint = 3;
pub const LIBGNUTLS_VERSION_MINOR: c_uint = 8;
pub const LIBGNUTLS_VERSION_NUMBER: c_uint = 198669;
pub const LIBGNUTLS_VERSION_PATCH: c_uint = 13;
pub const _GNUTLS_GCC_VERSION: c_uint = 120200;

pub type gnutls_alert_description = gnutls_alert_description_t;

pub type gnutls_alert_level = gnutls_alert_level_t;

pub type gnutls_anon_client_credentials = gnutls_anon_client_credentials_t;

pub type gnutls_anon_server_credentials = gnutls_anon_server_credentials_t;

pub type gnutls_certificate_credentials = gnutls_certificate_credentials_t;

pub type gnutls_certificate_request = gnutls_certificate_request_t;

pub type gnutls_certificate_status = gnutls_certificate_status_t;

pub type gnutls_certificate_type = gnutls_certificate_type_t;

pub type gnutls_cipher_algorithm = gnutls_cipher_algorithm_t;

pub type gnutls_close_request = gnutls_close_request_t;

pub type gnutls_compression_method = gnutls_compression_method_t;

pub type gnutls_connection_end = gnutls_connection_end_t;

pub type gnutls_credentials_type = gnutls_credentials_type_t;

pub type gnutls_datum = gnutls_datum_t;

pub type gnutls_dh_params = gnutls_dh_params_t;

pub type gnutls_digest_algorithm = gnutls_digest_algorithm_t;

pub type gnutls_kx_algorithm = gnutls_kx_algorithm_t;

pub type gnutls_mac_algorithm = gnutls_mac_algorithm_t;

pub type gnutls_openpgp_key_status_t = gnutls_openpgp_crt_status_t;

pub type gnutls_openpgp_key_t = gnutls_openpgp_crt_t;

pub type gnutls_openpgp_keyring = gnutls_openpgp_keyring_t;

pub type gnutls_openpgp_privkey = gnutls_openpgp_privkey_t;

pub type gnutls_params_type = gnutls_params_type_t;

pub type gnutls_pk_algorithm = gnutls_pk_algorithm_t;

pub type gnutls_rsa_params = gnutls_rsa_params_t;

pub type gnutls_session = gnutls_session_t;

pub type gnutls_sign_algorithm = gnutls_sign_algorithm_t;

pub type gnutls_srp_client_credentials = gnutls_srp_client_credentials_t;

pub type gnutls_srp_server_credentials = gnutls_srp_server_credentials_t;

pub type gnutls_transport_ptr = gnutls_transport_ptr_t;

pub type gnutls_x509_crl = gnutls_x509_crl_t;

pub type gnutls_x509_crq = gnutls_x509_crq_t;

pub type gnutls_x509_crt_fmt = gnutls_x509_crt_fmt_t;

pub type gnutls_x509_crt = gnutls_x509_crt_t;

pub type gnutls_x509_privkey = gnutls_x509_privkey_t;

pub type gnutls_x509_subject_alt_name = gnutls_x509_subject_alt_name_t;
