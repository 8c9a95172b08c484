//! The names of a certificate.
use core::ffi::{c_char, c_int, c_uint, c_void};
use std::sync::OnceLock;

use crate::abi::*;
use crate::capi::ffi::memory::{write_datum, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crt::get_crt;
use crate::capi::object::dn::{X509Dn, dn_order, write_dn_by_oid, write_dn_oid};
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::name;
use crate::pki::name::Order;

/// Writes the subject of a certificate as text to a buffer, its parts in the order of their encoding.
///
/// That is the reverse of RFC 4514, as GnuTLS wrote names before 3.5.6. `gnutls_x509_crt_get_dn3` has
/// the order of RFC 4514, and allocates the memory itself.
///
/// - `cert`: the certificate
/// - `buf`: takes the text in UTF-8, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the subject has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `buf_size` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crt_get_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn(
    cert: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(get_crt(cert)?.subject(), Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// Writes the issuer of a certificate as text to a buffer, its parts in the order of their encoding.
///
/// That is the reverse of RFC 4514, as GnuTLS wrote names before 3.5.6.
/// `gnutls_x509_crt_get_issuer_dn3` has the order of RFC 4514, and allocates the memory itself.
///
/// - `cert`: the certificate
/// - `buf`: takes the text in UTF-8, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the issuer has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `buf_size` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crt_get_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn(
    cert: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(get_crt(cert)?.issuer(), Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// Returns the subject of a certificate as text in fresh memory, its parts in the order of their
/// encoding.
///
/// That is the reverse of RFC 4514. `gnutls_x509_crt_get_dn3` without flags has the order of RFC 4514.
///
/// - `cert`: the certificate
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the subject has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `dn` is NULL
///
/// Since 3.1.10. RFC 4514. Manual: `gnutls_x509_crt_get_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn2(cert: gnutls_x509_crt_t, dn: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.subject(), Order::Encoded)?, dn) })
}

/// Returns the issuer of a certificate as text in fresh memory, its parts in the order of their
/// encoding.
///
/// That is the reverse of RFC 4514. `gnutls_x509_crt_get_issuer_dn3` without flags has the order of RFC
/// 4514.
///
/// - `cert`: the certificate
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the issuer has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `dn` is NULL
///
/// Since 3.1.10. RFC 4514. Manual: `gnutls_x509_crt_get_issuer_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn2(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.issuer(), Order::Encoded)?, dn) })
}

/// Returns the subject of a certificate as text in fresh memory, in the order of RFC 4514 or of its
/// encoding.
///
/// Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
/// of their DER.
///
/// - `cert`: the certificate
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
/// - `flags`: 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
///   order of the encoding
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the subject has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `dn` is NULL
///
/// Since 3.5.7. RFC 4514. Manual: `gnutls_x509_crt_get_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn3(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.subject(), dn_order(flags))?, dn) })
}

/// Returns the issuer of a certificate as text in fresh memory, in the order of RFC 4514 or of its
/// encoding.
///
/// Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
/// of their DER.
///
/// - `cert`: the certificate
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
/// - `flags`: 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
///   order of the encoding
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the issuer has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `dn` is NULL
///
/// Since 3.5.7. RFC 4514. Manual: `gnutls_x509_crt_get_issuer_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn3(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.issuer(), dn_order(flags))?, dn) })
}

/// Returns the subject of a certificate in DER.
///
/// These are the bytes of the certificate, tag and length included, as they serve to compare names or
/// to look for an authority with `gnutls_x509_trust_list_get_issuer_by_dn`.
///
/// - `cert`: the certificate
/// - `start`: takes a copy of the Name, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `start` is NULL
///
/// RFC 5280 section 4.1.2.6. Manual: `gnutls_x509_crt_get_raw_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_raw_dn(
    cert: gnutls_x509_crt_t,
    start: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `start` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(get_crt(cert)?.subject(), start) })
}

/// Returns the issuer of a certificate in DER.
///
/// These are the bytes of the certificate, tag and length included, as they serve to compare names or
/// to look for an authority with `gnutls_x509_trust_list_get_issuer_by_dn`.
///
/// - `cert`: the certificate
/// - `start`: takes a copy of the Name, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `start` is NULL
///
/// RFC 5280 section 4.1.2.4. Manual: `gnutls_x509_crt_get_raw_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_raw_issuer_dn(
    cert: gnutls_x509_crt_t,
    start: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `start` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(get_crt(cert)?.issuer(), start) })
}

/// Writes a part of the subject of a certificate to a buffer: the value of an attribute by its type.
///
/// As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
/// DER.
///
/// - `cert`: the certificate
/// - `oid`: the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
/// - `indx`: which of several values of this type, from 0
/// - `raw_flag`: 0 for text, else the value in DER with its tag
/// - `buf`: takes the value, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small; a NUL is written behind DER too, and
///   needs its place
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such value
/// - `GNUTLS_E_INVALID_REQUEST`: `cert`, `oid` or `buf_size` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crt_get_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn_by_oid(
    cert: gnutls_x509_crt_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            get_crt(cert)?.subject(),
            get_crt(cert)?.subject_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            buf_size,
        )
    })
}

/// Writes a part of the issuer of a certificate to a buffer: the value of an attribute by its type.
///
/// As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
/// DER.
///
/// - `cert`: the certificate
/// - `oid`: the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
/// - `indx`: which of several values of this type, from 0
/// - `raw_flag`: 0 for text, else the value in DER with its tag
/// - `buf`: takes the value, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small; a NUL is written behind DER too, and
///   needs its place
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such value
/// - `GNUTLS_E_INVALID_REQUEST`: `cert`, `oid` or `buf_size` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crt_get_issuer_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn_by_oid(
    cert: gnutls_x509_crt_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            get_crt(cert)?.issuer(),
            get_crt(cert)?.issuer_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            buf_size,
        )
    })
}

/// Writes the type of a part of the subject of a certificate to a buffer.
///
/// With a growing index it tells which attributes the name has, in the order of their encoding;
/// `gnutls_x509_crt_get_dn_by_oid` returns their values.
///
/// - `cert`: the certificate
/// - `indx`: which attribute, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more attributes
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// Manual: `gnutls_x509_crt_get_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn_oid(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(get_crt(cert)?.subject(), get_crt(cert)?.subject_index()?, indx, oid, oid_size)
    })
}

/// Writes the type of a part of the issuer of a certificate to a buffer.
///
/// With a growing index it tells which attributes the name has, in the order of their encoding;
/// `gnutls_x509_crt_get_issuer_dn_by_oid` returns their values.
///
/// - `cert`: the certificate
/// - `indx`: which attribute, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more attributes
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// Manual: `gnutls_x509_crt_get_issuer_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn_oid(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(get_crt(cert)?.issuer(), get_crt(cert)?.issuer_index()?, indx, oid, oid_size)
    })
}

/// Returns the subject of a certificate as an object whose parts can be read.
///
/// `gnutls_x509_dn_get_rdn_ava` walks through it. The object belongs to the certificate: it is valid
/// until the certificate is freed or imported anew, and must not be changed or passed to
/// `gnutls_x509_dn_deinit`.
///
/// - `cert`: the certificate
/// - `dn`: takes the object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `dn` is NULL
///
/// Any number of threads may ask one certificate at the same time.
///
/// Manual: `gnutls_x509_crt_get_subject`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_x509_dn_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
        unsafe {
            let h = opaque::get(cert)?;
            give_dn(&h.subject, get_crt(cert)?.subject(), dn)
        }
    })
}

/// Returns the issuer of a certificate as an object whose parts can be read.
///
/// `gnutls_x509_dn_get_rdn_ava` walks through it. The object belongs to the certificate: it is valid
/// until the certificate is freed or imported anew, and must not be changed or passed to
/// `gnutls_x509_dn_deinit`.
///
/// - `cert`: the certificate
/// - `dn`: takes the object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `dn` is NULL
///
/// Any number of threads may ask one certificate at the same time.
///
/// Manual: `gnutls_x509_crt_get_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_x509_dn_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
        unsafe {
            let h = opaque::get(cert)?;
            give_dn(&h.issuer, get_crt(cert)?.issuer(), dn)
        }
    })
}

/// # Safety
/// `dn` is NULL or valid for a write.
unsafe fn give_dn(slot: &OnceLock<Box<X509Dn>>, name: &[u8], dn: *mut gnutls_x509_dn_t) -> Result<()> {
    if dn.is_null() {
        return Err(INVALID_REQUEST);
    }
    let made = X509Dn::from_der(name)?;
    let kept: &X509Dn = slot.get_or_init(|| Box::new(made));
    // SAFETY: `dn` is not NULL. The returned handle is a shared object: no function writes to a borrowed
    // name.
    unsafe { dn.write(opaque::handle_of(kept)) };
    Ok(())
}
