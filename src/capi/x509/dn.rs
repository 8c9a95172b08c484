//! Distinguished names.
use core::ffi::{CStr, c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::pem;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, write_datum, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::dn::{X509Dn, dn_order, with_dn_text, write_dn_by_oid, write_dn_oid};
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::memory;
use crate::pki::name;
use crate::pki::name::{Index, Order, write};

/// Creates an empty distinguished name.
///
/// It is filled by `gnutls_x509_dn_import` or `gnutls_x509_dn_set_str`.
///
/// - `dn`: takes the new name, which is freed with `gnutls_x509_dn_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` is NULL
///
/// Since 2.4.0. RFC 5280 section 4.1.2.4. Manual: `gnutls_x509_dn_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_init(dn: *mut gnutls_x509_dn_t) -> c_int {
    // SAFETY: `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(dn, X509Dn::default()) })
}

/// Frees a distinguished name, and with it what `gnutls_x509_dn_get_rdn_ava` lent of it.
///
/// Names that `gnutls_x509_crt_get_subject` and `gnutls_x509_crt_get_issuer` return belong to their
/// certificate, and must not be freed.
///
/// - `dn`: the name; NULL is ignored
///
/// Since 2.4.0. Manual: `gnutls_x509_dn_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_deinit(dn: gnutls_x509_dn_t) {
    // SAFETY: `dn` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(dn) }));
}

/// Reads a distinguished name from DER, in the place of what the object held.
///
/// On failure the object keeps what it had. What was lent of that is freed on success.
///
/// - `dn`: a name from `gnutls_x509_dn_init`
/// - `data`: a Name in DER, with its tag; it is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no Name in DER
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` or `data` is NULL, or `data` is empty
///
/// Since 2.4.0. RFC 5280 section 4.1.2.4. Manual: `gnutls_x509_dn_import`.
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
        Some(b) if !b.is_empty() => memory::afford(b.len()).map(|()| b),
        _ => Err(INVALID_REQUEST),
    }
}

fn exported(dn: &X509Dn, format: gnutls_x509_crt_fmt_t) -> Vec<u8> {
    if format == GNUTLS_X509_FMT_PEM { pem::encode("NAME", &dn.der) } else { dn.der.to_vec() }
}

/// Writes a distinguished name in DER or PEM to a buffer.
///
/// `gnutls_x509_dn_export2` allocates the memory itself. An empty object gives no bytes, in PEM a block
/// without a body.
///
/// - `dn`: the name
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `NAME`; every other value means DER
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` or `output_data_size` is NULL
///
/// RFC 5280 section 4.1.2.4. Manual: `gnutls_x509_dn_export`.
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

/// Writes a distinguished name in DER or PEM to fresh memory.
///
/// An empty object gives no bytes, in PEM a block without a body.
///
/// - `dn`: the name
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `NAME`; every other value means DER
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` or `out` is NULL
///
/// Since 3.1.3. RFC 5280 section 4.1.2.4. Manual: `gnutls_x509_dn_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_export2(
    dn: gnutls_x509_dn_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(opaque::get(dn)?, format), out) })
}

/// Returns a distinguished name as text in fresh memory, its parts in the order of their encoding.
///
/// That is the reverse of RFC 4514. `gnutls_x509_dn_get_str2` without flags has the order of RFC 4514.
///
/// - `dn`: the name
/// - `str`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the name has no parts
/// - `GNUTLS_E_ASN1_DER_ERROR`: the object is empty
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` or `str` is NULL
///
/// Since 3.4.2. RFC 4514. Manual: `gnutls_x509_dn_get_str`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_get_str(dn: gnutls_x509_dn_t, str: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `str` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&opaque::get(dn)?.der, Order::Encoded)?, str) })
}

/// Returns a distinguished name as text in fresh memory, in the order of RFC 4514 or of its encoding.
///
/// Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
/// of their DER.
///
/// - `dn`: the name
/// - `str`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
/// - `flags`: 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
///   order of the encoding
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the name has no parts
/// - `GNUTLS_E_ASN1_DER_ERROR`: the object is empty
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` or `str` is NULL
///
/// Since 3.5.7. RFC 4514. Manual: `gnutls_x509_dn_get_str2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_get_str2(
    dn: gnutls_x509_dn_t,
    str: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `dn` is NULL or a live handle; `str` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&opaque::get(dn)?.der, dn_order(flags))?, str) })
}

/// Returns one attribute of a distinguished name, as it is encoded.
///
/// Most relative names have one attribute. To walk through a name, raise `iava` and then `irdn` until
/// `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`.
///
/// - `dn`: the name
/// - `irdn`: which relative name, from 0, in the order of the encoding
/// - `iava`: which of its attributes, from 0
/// - `ava`: takes the dotted type, whose size counts the NUL, the bytes of the value without its tag,
///   and the number of that tag. What they point to belongs to the name, until it is freed or filled
///   anew
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there is no such attribute
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` or `ava` is NULL
///
/// RFC 5280 section 4.1.2.4. Manual: `gnutls_x509_dn_get_rdn_ava`.
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
        // SAFETY: `ava` is not NULL, and valid for a write (the caller).
        unsafe { ava.write(out) };
        Ok(())
    })
}

/// Returns the short name of an attribute type, such as `CN` for `2.5.4.3`.
///
/// - `oid`: the dotted type
/// - `flags`: 0, or `GNUTLS_X509_DN_OID_RETURN_OID` to return `oid` itself where there is no name
///
/// Returns a constant string, which is not freed; `oid`; or NULL if there is no name or `oid` is NULL.
/// The function may be called from any thread.
///
/// Since 3.0. RFC 4514 section 3. Manual: `gnutls_x509_dn_oid_name`.
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

/// Tells whether the values of an attribute type are written as text in a name.
///
/// Those of other types are written as `#` and the hex of their DER. Some known types have no short
/// name, see `gnutls_x509_dn_oid_name`.
///
/// - `oid`: the dotted type
///
/// Returns 1 if they are written as text, else 0, also where `oid` is NULL. The function may be called
/// from any thread.
///
/// RFC 4514 section 2.4. Manual: `gnutls_x509_dn_oid_known`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_dn_oid_known(oid: *const c_char) -> c_int {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        let text = unsafe { bytes_of(oid) }.and_then(|o| core::str::from_utf8(o).ok());
        text.is_some_and(name::is_known).into()
    })
}

/// Writes a distinguished name that is given in DER as text to a buffer, its parts in the order of
/// their encoding.
///
/// That is the reverse of RFC 4514; `gnutls_x509_rdn_get2` without flags has the order of RFC 4514. It
/// serves for the names of authorities that `gnutls_certificate_set_retrieve_function2` passes on.
///
/// - `idn`: a Name in DER, with its tag
/// - `buf`: takes the text in UTF-8, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the name has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no Name in DER
/// - `GNUTLS_E_INVALID_REQUEST`: `idn` or `buf_size` is NULL, or the name is empty
///
/// RFC 4514. Manual: `gnutls_x509_rdn_get`.
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

/// Returns a distinguished name that is given in DER as text in fresh memory, in the order of RFC 4514
/// or of its encoding.
///
/// - `idn`: a Name in DER, with its tag
/// - `str`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
/// - `flags`: 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
///   order of the encoding
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the name has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no Name in DER
/// - `GNUTLS_E_INVALID_REQUEST`: `idn` or `str` is NULL, or the name is empty
///
/// RFC 4514. Manual: `gnutls_x509_rdn_get2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_rdn_get2(
    idn: *const gnutls_datum_t,
    str: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `idn` is NULL or a valid datum; `str` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(raw(idn)?, dn_order(flags))?, str) })
}

/// Writes a part of a distinguished name that is given in DER to a buffer: the value of an attribute by
/// its type.
///
/// As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
/// DER.
///
/// - `idn`: a Name in DER, with its tag
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
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no Name in DER
/// - `GNUTLS_E_INVALID_REQUEST`: `idn`, `oid` or `buf_size` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_rdn_get_by_oid`.
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

/// Writes the type of a part of a distinguished name that is given in DER to a buffer.
///
/// With a growing index it tells which attributes the name has, in the order of their encoding;
/// `gnutls_x509_rdn_get_by_oid` returns their values.
///
/// - `idn`: a Name in DER, with its tag
/// - `indx`: which attribute, from 0
/// - `buf`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more attributes
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no Name in DER
/// - `GNUTLS_E_INVALID_REQUEST`: `idn` or `buf_size` is NULL
///
/// Since 2.4.0. Manual: `gnutls_x509_rdn_get_oid`.
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

/// Makes a distinguished name of text, in the place of what the object held.
///
/// The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
/// short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
/// (`+`) are not supported. On failure the object keeps what it had.
///
/// - `dn`: a name from `gnutls_x509_dn_init`
/// - `str`: the text, NUL-terminated UTF-8
/// - `err`: takes a pointer into `str`: after an error to where the part begins that cannot be read, or
///   to the end of the text; otherwise to the end of its first part. May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: the text cannot be read, or has a type or value that cannot be written
/// - `GNUTLS_E_INVALID_REQUEST`: `dn` or `str` is NULL
///
/// Since 3.5.3. RFC 4514. Manual: `gnutls_x509_dn_set_str`.
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
