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

// SAFETY: `gnutls_x509_crl_dist_points_init` makes every handle.
unsafe impl Opaque for gnutls_x509_crl_dist_points_st {
    type Object = DistPoints;
}

/// Creates an empty list of distribution points. Manual: `gnutls_x509_crl_dist_points_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_init(cdp: *mut gnutls_x509_crl_dist_points_t) -> c_int {
    // SAFETY: `cdp` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(cdp, DistPoints::default()) })
}

/// Frees a list of distribution points. Manual: `gnutls_x509_crl_dist_points_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_deinit(cdp: gnutls_x509_crl_dist_points_t) {
    // SAFETY: `cdp` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(cdp));
    })
}

/// Name `seq` with the reasons that it is for; it points into the list. Manual: `gnutls_x509_crl_dist_points_get`.
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

/// One more name. Manual: `gnutls_x509_crl_dist_points_set`.
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

/// Adds the names of the extension's content. Manual: `gnutls_x509_ext_import_crl_dist_points`.
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

/// The content of the extension; names for the same reasons share a point. The caller frees it. Manual: `gnutls_x509_ext_export_crl_dist_points`.
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
