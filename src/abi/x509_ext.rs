//! Constants and types of `x509_ext`.
//!
//! Facts of the interface: each value is written here once.
#![allow(non_camel_case_types)]
#![allow(non_upper_case_globals)]

/// Opaque to C.
#[repr(C)]
pub struct gnutls_subject_alt_names_st {
    _private: [u8; 0],
}
pub type gnutls_subject_alt_names_t = *mut gnutls_subject_alt_names_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_aia_st {
    _private: [u8; 0],
}
pub type gnutls_x509_aia_t = *mut gnutls_x509_aia_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_aki_st {
    _private: [u8; 0],
}
pub type gnutls_x509_aki_t = *mut gnutls_x509_aki_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_crl_dist_points_st {
    _private: [u8; 0],
}
pub type gnutls_x509_crl_dist_points_t = *mut gnutls_x509_crl_dist_points_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_ct_scts_st {
    _private: [u8; 0],
}
pub type gnutls_x509_ct_scts_t = *mut gnutls_x509_ct_scts_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_key_purposes_st {
    _private: [u8; 0],
}
pub type gnutls_x509_key_purposes_t = *mut gnutls_x509_key_purposes_st;

/// Opaque to C.
#[repr(C)]
pub struct gnutls_x509_policies_st {
    _private: [u8; 0],
}
pub type gnutls_x509_policies_t = *mut gnutls_x509_policies_st;
