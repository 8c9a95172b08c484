//! The certificates and revocation lists of a PKCS #7 structure.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::memory::{datum_in, write_datum, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crl::get_crl;
use crate::capi::object::crt::get_crt;
use crate::error::{Error, VALUE_NOT_FOUND};

/// Returns how many certificates a PKCS #7 structure has.
///
/// - `pkcs7`: the structure
///
/// Returns the number, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` is NULL
///
/// RFC 5652 section 10.2.3. Manual: `gnutls_pkcs7_get_crt_count`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_crt_count(pkcs7: gnutls_pkcs7_t) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle.
    guard::code(|| Ok(unsafe { opaque::get(pkcs7)? }.data().map_or(0, |d| d.certificates.len() as c_int)))
}

/// Returns a certificate of a PKCS #7 structure in a buffer.
///
/// It is not parsed: it may be anything. `gnutls_pkcs7_get_crt_raw2` allocates the memory itself.
///
/// - `pkcs7`: the structure
/// - `indx`: which one, from 0
/// - `certificate`: takes the encoding; NULL to ask for the length
/// - `certificate_size`: in: the capacity in bytes; out: the length
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are not so many
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `certificate` is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `certificate_size` is NULL
///
/// RFC 5652 section 10.2.3. Manual: `gnutls_pkcs7_get_crt_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_crt_raw(
    pkcs7: gnutls_pkcs7_t,
    indx: c_uint,
    certificate: *mut c_void,
    certificate_size: *mut usize,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `certificate` is NULL or has as much space as its size says;
    // `certificate_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = opaque::get(pkcs7)?.certificate(indx)?;
        write_sized(found, certificate, certificate_size, false)
    })
}

/// Returns a certificate of a PKCS #7 structure in fresh memory.
///
/// It is not parsed: it may be anything.
///
/// - `pkcs7`: the structure
/// - `indx`: which one, from 0
/// - `cert`: takes the encoding, with a NUL behind it that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are not so many
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `cert` is NULL
///
/// Since 3.4.2. RFC 5652 section 10.2.3. Manual: `gnutls_pkcs7_get_crt_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_crt_raw2(
    pkcs7: gnutls_pkcs7_t,
    indx: c_uint,
    cert: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `cert` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(opaque::get(pkcs7)?.certificate(indx)?, cert) })
}

/// Adds a certificate to a PKCS #7 structure.
///
/// It is copied, and is the last until the structure is written, which sorts them.
///
/// - `pkcs7`: the structure
/// - `crt`: the certificate
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: `crt` is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `crt` is NULL
///
/// RFC 5652 section 10.2.3. Manual: `gnutls_pkcs7_set_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_set_crt(pkcs7: gnutls_pkcs7_t, crt: gnutls_x509_crt_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `pkcs7` and `crt` are NULL or live handles.
        let (held, new) = unsafe { (opaque::get_mut(pkcs7)?, get_crt(crt)?) };
        if new.is_unsigned() {
            return Err(VALUE_NOT_FOUND);
        }
        held.edit(|d| d.certificates.push(new.der()))
    })
}

/// Adds an encoded certificate to a PKCS #7 structure.
///
/// It is copied and not parsed, but the structure can be written only if it is an ASN.1 element.
///
/// - `pkcs7`: the structure
/// - `crt`: the certificate in DER
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `crt` is NULL
///
/// RFC 5652 section 10.2.3. Manual: `gnutls_pkcs7_set_crt_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_set_crt_raw(
    pkcs7: gnutls_pkcs7_t,
    crt: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `pkcs7` is NULL or a live handle; `crt` is NULL or a valid datum.
        let (held, new) = unsafe { (opaque::get_mut(pkcs7)?, datum_in(crt)?) };
        held.edit(|d| d.certificates.push(new))
    })
}

/// Removes a certificate from a PKCS #7 structure.
///
/// - `pkcs7`: the structure
/// - `indx`: which one, from 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are not so many
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` is NULL
///
/// RFC 5652 section 10.2.3. Manual: `gnutls_pkcs7_delete_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_delete_crt(pkcs7: gnutls_pkcs7_t, indx: c_int) -> c_int {
    guard::unit(|| {
        // SAFETY: `pkcs7` is NULL or a live handle.
        let held = unsafe { opaque::get_mut(pkcs7)? };
        let i = usize::try_from(indx).map_err(|_| Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
        held.edit_held(|d| d.certificates.remove(i))
    })
}

/// Returns how many revocation lists a PKCS #7 structure has.
///
/// - `pkcs7`: the structure
///
/// Returns the number, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` is NULL
///
/// RFC 5652 section 10.2.1. Manual: `gnutls_pkcs7_get_crl_count`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_crl_count(pkcs7: gnutls_pkcs7_t) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle.
    guard::code(|| Ok(unsafe { opaque::get(pkcs7)? }.data().map_or(0, |d| d.crls.len() as c_int)))
}

/// Returns a revocation list of a PKCS #7 structure in a buffer.
///
/// It is not parsed: it may be anything. `gnutls_pkcs7_get_crl_raw2` allocates the memory itself.
///
/// - `pkcs7`: the structure
/// - `indx`: which one, from 0
/// - `crl`: takes the encoding; NULL to ask for the length
/// - `crl_size`: in: the capacity in bytes; out: the length
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are not so many
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the structure is empty
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `crl` is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `crl_size` is NULL
///
/// RFC 5652 section 10.2.1. Manual: `gnutls_pkcs7_get_crl_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_crl_raw(
    pkcs7: gnutls_pkcs7_t,
    indx: c_uint,
    crl: *mut c_void,
    crl_size: *mut usize,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `crl` is NULL or has as much space as its size says;
    // `crl_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = opaque::get(pkcs7)?.crl(indx)?;
        write_sized(found, crl, crl_size, false)
    })
}

/// Returns a revocation list of a PKCS #7 structure in fresh memory.
///
/// It is not parsed: it may be anything.
///
/// - `pkcs7`: the structure
/// - `indx`: which one, from 0
/// - `crl`: takes the encoding, with a NUL behind it that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are not so many
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the structure is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `crl` is NULL
///
/// Since 3.4.2. RFC 5652 section 10.2.1. Manual: `gnutls_pkcs7_get_crl_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_crl_raw2(
    pkcs7: gnutls_pkcs7_t,
    indx: c_uint,
    crl: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `crl` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(opaque::get(pkcs7)?.crl(indx)?, crl) })
}

/// Adds a revocation list to a PKCS #7 structure.
///
/// It is copied, and is the last until the structure is written, which sorts them.
///
/// - `pkcs7`: the structure
/// - `crl`: the revocation list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: `crl` is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `crl` is NULL
///
/// RFC 5652 section 10.2.1. Manual: `gnutls_pkcs7_set_crl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_set_crl(pkcs7: gnutls_pkcs7_t, crl: gnutls_x509_crl_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `pkcs7` and `crl` are NULL or live handles.
        let (held, new) = unsafe { (opaque::get_mut(pkcs7)?, get_crl(crl)?) };
        if new.is_unsigned() {
            return Err(VALUE_NOT_FOUND);
        }
        held.edit(|d| d.crls.push(new.der()))
    })
}

/// Adds an encoded revocation list to a PKCS #7 structure.
///
/// It is copied and not parsed, but the structure can be written only if it is an ASN.1 element.
///
/// - `pkcs7`: the structure
/// - `crl`: the revocation list in DER
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `crl` is NULL
///
/// RFC 5652 section 10.2.1. Manual: `gnutls_pkcs7_set_crl_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_set_crl_raw(
    pkcs7: gnutls_pkcs7_t,
    crl: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `pkcs7` is NULL or a live handle; `crl` is NULL or a valid datum.
        let (held, new) = unsafe { (opaque::get_mut(pkcs7)?, datum_in(crl)?) };
        held.edit(|d| d.crls.push(new))
    })
}

/// Removes a revocation list from a PKCS #7 structure.
///
/// - `pkcs7`: the structure
/// - `indx`: which one, from 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are not so many
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` is NULL
///
/// RFC 5652 section 10.2.1. Manual: `gnutls_pkcs7_delete_crl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_delete_crl(pkcs7: gnutls_pkcs7_t, indx: c_int) -> c_int {
    guard::unit(|| {
        // SAFETY: `pkcs7` is NULL or a live handle.
        let held = unsafe { opaque::get_mut(pkcs7)? };
        let i = usize::try_from(indx).map_err(|_| Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
        held.edit_held(|d| d.crls.remove(i))
    })
}
