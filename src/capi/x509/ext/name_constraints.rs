//! Name constraints.
use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, write_datum};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::{AltName, extension_content};
use crate::capi::object::crt::get_crt;
use crate::capi::object::name_constraints::NameConstraints;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result};
use crate::pki::ext;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::verify::constraints;

/// Network and mask, as name constraints have them, of a text as `192.0.2.0/24`. `GNUTLS_E_MALFORMED_CIDR` for another. Manual: `gnutls_x509_cidr_to_rfc5280`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_cidr_to_rfc5280(
    cidr: *const c_char,
    cidr_rfc5280: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cidr` is NULL or a C string; `cidr_rfc5280` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let text = core::str::from_utf8(bytes_of(cidr).ok_or(INVALID_REQUEST)?)
            .map_err(|_| GNUTLS_E_MALFORMED_CIDR)?;
        write_datum(&ext::name_constraints::network(text).ok_or(GNUTLS_E_MALFORMED_CIDR)?, cidr_rfc5280)
    })
}

/// # Safety
/// `name` is NULL or a valid datum.
unsafe fn constraint(kind: gnutls_x509_subject_alt_name_t, name: *const gnutls_datum_t) -> Result<AltName> {
    // SAFETY: `name` is NULL or a valid datum.
    let bytes = unsafe { datum_bytes(name) }.ok_or(INVALID_REQUEST)?;
    match kind {
        GNUTLS_SAN_DNSNAME | GNUTLS_SAN_RFC822NAME | GNUTLS_SAN_DN | GNUTLS_SAN_URI => {}
        GNUTLS_SAN_IPADDRESS => ext::name_constraints::check_range(bytes)?,
        _ => return Err(GNUTLS_E_X509_UNKNOWN_SAN.into()),
    }
    AltName::plain(kind, bytes)
}

/// Creates empty name constraints. Manual: `gnutls_x509_name_constraints_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_init(nc: *mut gnutls_x509_name_constraints_t) -> c_int {
    // SAFETY: `nc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(nc, NameConstraints::default()) })
}

/// Frees name constraints. Manual: `gnutls_x509_name_constraints_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_deinit(nc: gnutls_x509_name_constraints_t) {
    // SAFETY: `nc` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(nc));
    })
}

/// One more permitted name: host, mailbox, DN in DER, URI, or an address with its mask. Manual: `gnutls_x509_name_constraints_add_permitted`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_add_permitted(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `name` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let name = constraint(type_, name)?;
        opaque::get_mut(nc)?.permitted.push(name);
        Ok(())
    })
}

/// One more excluded name; as [`gnutls_x509_name_constraints_add_permitted`]. Manual: `gnutls_x509_name_constraints_add_excluded`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_add_excluded(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `name` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let name = constraint(type_, name)?;
        opaque::get_mut(nc)?.excluded.push(name);
        Ok(())
    })
}

/// Permitted name `idx`; it points into the object. Manual: `gnutls_x509_name_constraints_get_permitted`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_get_permitted(
    nc: gnutls_x509_name_constraints_t,
    idx: c_uint,
    type_: *mut c_uint,
    name: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `type_` and `name` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let found = opaque::get(nc)?.permitted.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        found.lend_to(type_, name);
        Ok(())
    })
}

/// Excluded name `idx`; it points into the object. Manual: `gnutls_x509_name_constraints_get_excluded`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_get_excluded(
    nc: gnutls_x509_name_constraints_t,
    idx: c_uint,
    type_: *mut c_uint,
    name: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `type_` and `name` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let found = opaque::get(nc)?.excluded.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        found.lend_to(type_, name);
        Ok(())
    })
}

/// Non-zero if the name is allowed. Manual: `gnutls_x509_name_constraints_check`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_check(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_uint {
    // SAFETY: `nc` is NULL or a live handle; `name` is NULL or a valid datum.
    guard::or(0, || unsafe {
        let (Ok(nc), Some(bytes)) = (opaque::get(nc), datum_bytes(name)) else {
            return 0;
        };
        let name = match type_ {
            GNUTLS_SAN_DNSNAME => GeneralName::Dns(bytes),
            GNUTLS_SAN_RFC822NAME => GeneralName::Email(bytes),
            GNUTLS_SAN_IPADDRESS => GeneralName::Ip(bytes),
            GNUTLS_SAN_URI => GeneralName::Uri(bytes),
            GNUTLS_SAN_DN => GeneralName::Directory(bytes),
            // Constraints of other kinds are refused when they are read.
            _ => return 1,
        };
        nc.with(|c| constraints::allows_name(c, &name)).unwrap_or(false).into()
    })
}

/// Non-zero if every name of this kind in the certificate is allowed. Manual: `gnutls_x509_name_constraints_check_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_check_crt(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    cert: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `nc` and `cert` are NULL or live handles.
    guard::or(0, || unsafe {
        let (Ok(nc), Ok(cert)) = (opaque::get(nc), get_crt(cert)) else { return 0 };
        nc.with(|c| constraints::allows_kind(c, type_, cert)).unwrap_or(false).into()
    })
}

/// Reads the extension's content; with `GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND` it is joined to what is there. Manual: `gnutls_x509_ext_import_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_name_constraints(
    ext: *const gnutls_datum_t,
    nc: gnutls_x509_name_constraints_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let value = extension_content(ext)?;
        opaque::get_mut(nc)?.import(value, flags & GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND != 0)
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_name_constraints(
    nc: gnutls_x509_name_constraints_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `nc` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&opaque::get(nc)?.to_der()?, ext) })
}

/// Joins the constraints of two authorities in the first object: what both permit, and what either excludes. An export
/// without a manual page.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_x509_name_constraints_merge(
    nc: gnutls_x509_name_constraints_t,
    nc2: gnutls_x509_name_constraints_t,
) -> c_int {
    // SAFETY: both are NULL or live handles.
    guard::unit(|| unsafe {
        let [permitted, excluded] = opaque::get(nc2)?.encoded()?;
        let value = ext::name_constraints::write(&permitted, &excluded);
        opaque::get_mut(nc)?.import(&value, true)
    })
}
