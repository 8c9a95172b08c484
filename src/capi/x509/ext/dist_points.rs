//! CRL distribution points.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::memory::{write_datum, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{AltName, extension_content, write_name};
use crate::error::{DATA_NOT_AVAILABLE, Result};
use crate::pki::ext;

/// What a `gnutls_x509_crl_dist_points_t` points to: names and the reasons they are for.
#[derive(Default)]
pub struct DistPoints(Vec<(AltName, c_uint)>);

// SAFETY: all handles are created by `gnutls_x509_crl_dist_points_init`.
unsafe impl Opaque for gnutls_x509_crl_dist_points_st {
    type Object = DistPoints;
}

/// Creates an empty list of places where revocation lists are to be had.
///
/// `gnutls_x509_crl_dist_points_set` or `gnutls_x509_ext_import_crl_dist_points` fills it;
/// `gnutls_x509_crl_dist_points_deinit` frees it.
///
/// - `cdp`: takes the new list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_crl_dist_points_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_init(cdp: *mut gnutls_x509_crl_dist_points_t) -> c_int {
    // SAFETY: `cdp` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(cdp, DistPoints::default()) })
}

/// Frees a list of CRL distribution points.
///
/// What `gnutls_x509_crl_dist_points_get` lent of it is no longer valid.
///
/// - `cdp`: the list of `gnutls_x509_crl_dist_points_init`; NULL is ignored
///
/// Since 3.3.0. Manual: `gnutls_x509_crl_dist_points_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_deinit(cdp: gnutls_x509_crl_dist_points_t) {
    // SAFETY: `cdp` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(cdp));
    })
}

/// Gives one name of a list of CRL distribution points.
///
/// It is lent, not copied: the bytes are valid until the list is freed, and a NUL that the size does
/// not count follows them. A distribution point with several names gives several entries.
///
/// - `cdp`: the list
/// - `seq`: which name, from 0 on
/// - `type_`: takes the kind (`gnutls_x509_subject_alt_name_t`); may be NULL
/// - `san`: takes the name, most often a URI; may be NULL
/// - `reasons`: takes the reasons of revocation that the list there covers
///   (`gnutls_x509_crl_reason_flags_t`), 0 for all; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `cdp` is NULL
///
/// RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_crl_dist_points_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_get(
    cdp: gnutls_x509_crl_dist_points_t,
    seq: c_uint,
    type_: *mut c_uint,
    san: *mut gnutls_datum_t,
    reasons: *mut c_uint,
) -> c_int {
    // SAFETY: `cdp` is NULL or a live handle; `type_`, `san` and `reasons` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let (name, flags) = opaque::get(cdp)?.0.get(seq as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(reasons, *flags);
        write_name(name, type_, san, core::ptr::null_mut());
        Ok(())
    })
}

/// Adds a name to a list of CRL distribution points.
///
/// It is copied. Neighbours with the same reasons become names of one point when the list is written.
///
/// - `cdp`: the list
/// - `type_`: the kind of the name (`GNUTLS_SAN_*`), most often `GNUTLS_SAN_URI`
/// - `san`: the name
/// - `reasons`: the reasons of revocation that the list there covers
///   (`gnutls_x509_crl_reason_flags_t`), combined by or; 0 for all
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_IDNA_ERROR`, `GNUTLS_E_INVALID_UTF8_EMAIL`: a host or
///   mailbox has no form in ASCII
/// - `GNUTLS_E_PARSING_ERROR`: a Kerberos principal has no realm, or too many components
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the kind is
///   `GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL`
///
/// Since 3.3.0. RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_crl_dist_points_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_set(
    cdp: gnutls_x509_crl_dist_points_t,
    type_: gnutls_x509_subject_alt_name_t,
    san: *const gnutls_datum_t,
    reasons: c_uint,
) -> c_int {
    // SAFETY: `cdp` is NULL or a live handle; `san` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let name = AltName::given(type_, san, core::ptr::null())?;
        opaque::get_mut(cdp)?.0.push((name, reasons));
        Ok(())
    })
}

/// Reads the CRL distribution points in a certificate extension, and adds their names to a list.
///
/// Points without a full name give none. On failure none is added.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `cdp`: the list, whose names stay
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: a name is of a kind that has no number here
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more than 16 bits of reasons
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_ext_import_crl_dist_points`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_crl_dist_points(
    ext: *const gnutls_datum_t,
    cdp: gnutls_x509_crl_dist_points_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `cdp` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let list = ext::dist_points::read(extension_content(ext)?)?;
        let read: Vec<_> =
            list.iter().map(|p| Ok((AltName::read(&p.name)?, p.reasons))).collect::<Result<_>>()?;
        opaque::get_mut(cdp)?.0.extend(read);
        Ok(())
    })
}

/// Writes a list of CRL distribution points as the content of a certificate extension.
///
/// Neighbours with the same reasons become names of one point. The caller frees `ext->data` with
/// `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into a certificate.
///
/// - `cdp`: the list
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a URI is not ASCII
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an other name has no type, or an identifier is not dotted
/// - `GNUTLS_E_INTERNAL_ERROR`: a name is of an unknown kind, or a DN is not DER
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.13. Manual: `gnutls_x509_ext_export_crl_dist_points`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_crl_dist_points(
    cdp: gnutls_x509_crl_dist_points_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cdp` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let list = &opaque::get(cdp)?.0;
        let named: Vec<(Vec<u8>, u32)> =
            list.iter().map(|(name, reasons)| Ok((name.to_der()?, *reasons))).collect::<Result<_>>()?;
        write_datum(&ext::dist_points::write(&named), ext)
    })
}
