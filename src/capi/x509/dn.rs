//! Distinguished names.
use core::ffi::{CStr, c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::pem;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, write_datum, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::dn::{X509Dn, dn_order, with_dn_text, write_dn_by_oid, write_dn_oid};
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::pki::name;
use crate::pki::name::{Index, Order, write};

/// Creates an empty name. Manual: `gnutls_x509_dn_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_init(dn: *mut gnutls_x509_dn_t) -> c_int {
    // SAFETY: `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(dn, X509Dn::default()) })
}

/// Frees a name that [`gnutls_x509_dn_init`] made. Manual: `gnutls_x509_dn_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_deinit(dn: gnutls_x509_dn_t) {
    // SAFETY: `dn` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(dn) }));
}

/// Fills a name from DER. Manual: `gnutls_x509_dn_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_import(dn: gnutls_x509_dn_t, data: *const gnutls_datum_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `dn` is NULL or a live handle; `data` is NULL or a valid datum.
        unsafe {
            let bytes = raw(data)?;
            *opaque::get_mut(dn)? = X509Dn::from_der(bytes)?;
        }
        Ok(())
    })
}

/// A name's DER from C; none at all is an invalid request.
///
/// # Safety
/// `data` is NULL or a valid datum.
unsafe fn raw<'a>(data: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `data` is NULL or a valid datum.
    match unsafe { datum_bytes(data) } {
        Some(b) if !b.is_empty() => Ok(b),
        _ => Err(INVALID_REQUEST),
    }
}

fn exported(dn: &X509Dn, format: gnutls_x509_crt_fmt_t) -> Vec<u8> {
    if format == GNUTLS_X509_FMT_PEM { pem::encode("NAME", &dn.der) } else { dn.der.to_vec() }
}

/// The name in DER or PEM. Manual: `gnutls_x509_dn_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_export(
    dn: gnutls_x509_dn_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let dn = opaque::get(dn)?;
        write_sized(&exported(dn, format), output_data, output_data_size, format == GNUTLS_X509_FMT_PEM)
    })
}

/// The name in DER or PEM; the caller frees it. Manual: `gnutls_x509_dn_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_export2(
    dn: gnutls_x509_dn_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(opaque::get(dn)?, format), out) })
}

/// The name's text, parts in encoding order; the caller frees it. Manual: `gnutls_x509_dn_get_str`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_get_str(dn: gnutls_x509_dn_t, str: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `str` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&opaque::get(dn)?.der, Order::Encoded)?, str) })
}

/// The name's text in the order that the flags ask for. Manual: `gnutls_x509_dn_get_str2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_get_str2(
    dn: gnutls_x509_dn_t,
    str: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `str` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&opaque::get(dn)?.der, dn_order(flags))?, str) })
}

/// Attribute `iava` of relative name `irdn`; what `ava` points to lives as long as the name.
/// `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND` past the end. Manual: `gnutls_x509_dn_get_rdn_ava`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_get_rdn_ava(
    dn: gnutls_x509_dn_t,
    irdn: c_int,
    iava: c_int,
    ava: *mut gnutls_x509_ava_st,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `dn` is NULL or a live handle.
        let dn = unsafe { opaque::get(dn)? };
        let (Ok(rdn), Ok(index)) = (usize::try_from(irdn), usize::try_from(iava)) else {
            return err(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
        };
        let found = dn.index.in_rdn(&dn.der, rdn, index);
        let (at, part) = found.ok_or(Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
        if ava.is_null() {
            return Err(INVALID_REQUEST);
        }
        let lent =
            |bytes: &[u8]| gnutls_datum_t { data: bytes.as_ptr().cast_mut(), size: bytes.len() as c_uint };
        let out = gnutls_x509_ava_st {
            oid: lent(dn.types[at].to_bytes_with_nul()),
            value: lent(part.value.value),
            value_tag: part.value.tag_number().into(),
        };
        // SAFETY: not NULL; the manual's contract.
        unsafe { ava.write(out) };
        Ok(())
    })
}

/// The name of an attribute type, or with `GNUTLS_X509_DN_OID_RETURN_OID` the identifier itself where it has none.
/// Manual: `gnutls_x509_dn_oid_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_oid_name(oid: *const c_char, flags: c_uint) -> *const c_char {
    guard::or(core::ptr::null(), || {
        // SAFETY: `oid` is NULL or a C string.
        let text = unsafe { bytes_of(oid) }.and_then(|o| core::str::from_utf8(o).ok());
        match text.and_then(name::attribute_name) {
            Some(found) => CStr::as_ptr(found),
            None if flags & GNUTLS_X509_DN_OID_RETURN_OID != 0 => oid,
            None => core::ptr::null(),
        }
    })
}

/// Non-zero if values of this attribute type are written as text. Manual: `gnutls_x509_dn_oid_known`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_oid_known(oid: *const c_char) -> c_int {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        let text = unsafe { bytes_of(oid) }.and_then(|o| core::str::from_utf8(o).ok());
        text.is_some_and(name::is_known).into()
    })
}

/// The text of a name's DER, parts in encoding order. Manual: `gnutls_x509_rdn_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_rdn_get(
    idn: *const gnutls_datum_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `idn` is NULL or a valid datum; `buf` is NULL or has as much space as its size says; `buf_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(raw(idn)?, Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// The text of a name's DER; the caller frees it. Manual: `gnutls_x509_rdn_get2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_rdn_get2(
    idn: *const gnutls_datum_t,
    str: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `idn` is NULL or a valid datum; `str` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(raw(idn)?, dn_order(flags))?, str) })
}

/// A part of a name's DER. Manual: `gnutls_x509_rdn_get_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_rdn_get_by_oid(
    idn: *const gnutls_datum_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `idn` is NULL or a valid datum; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let name = datum_bytes(idn).ok_or(INVALID_REQUEST)?;
        write_dn_by_oid(name, &Index::of(name)?, oid, indx, raw_flag, buf, buf_size)
    })
}

/// The type of a part of a name's DER. Manual: `gnutls_x509_rdn_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_rdn_get_oid(
    idn: *const gnutls_datum_t,
    indx: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `idn` is NULL or a valid datum; `buf` is NULL or has as much space as its size says; `buf_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        let name = datum_bytes(idn).ok_or(INVALID_REQUEST)?;
        write_dn_oid(name, &Index::of(name)?, indx, buf, buf_size)
    })
}

/// Makes the name of an RFC 4514 text, last part first. `GNUTLS_E_PARSING_ERROR`, with `err` at the place. Manual: `gnutls_x509_dn_set_str`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_set_str(
    dn: gnutls_x509_dn_t,
    str: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `str` is NULL or a C string; `err` is NULL or valid for a write.
    guard::unit(|| unsafe {
        opaque::get(dn)?;
        let made = X509Dn::from_der(&with_dn_text(write::EMPTY, str, err)?)?;
        *opaque::get_mut(dn)? = made;
        Ok(())
    })
}
