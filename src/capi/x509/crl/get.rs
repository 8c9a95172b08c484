//! The fields and extensions of a revocation list.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use super::CrlIter;
use crate::abi::*;
use crate::asn1::oid;
use crate::capi::ffi::memory::{write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::write_issuer_name;
use crate::capi::object::crl::get_crl;
use crate::capi::object::dn::{dn_order, write_dn_by_oid, write_dn_oid};
use crate::capi::object::pubkey::write_algorithm_oid;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::Extension;
use crate::pki::cert::lists::List;
use crate::pki::crl::Crl;
use crate::pki::name::Order;
use crate::pki::{ext, name};

/// A field of a list that may be under construction: `GNUTLS_E_ASN1_VALUE_NOT_FOUND` if it is not set yet.
fn set(field: &[u8]) -> Result<&[u8]> {
    if field.is_empty() { err(GNUTLS_E_ASN1_VALUE_NOT_FOUND) } else { Ok(field) }
}

/// Returns the version of a revocation list.
///
/// Lists with extensions have version 2. One whose number is higher is imported, but never verified.
///
/// - `crl`: the list
///
/// Returns the version, from 1, or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: it is not set yet
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_SHORT_MEMORY_BUFFER`: the list has a version that is no such
///   number
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL
///
/// RFC 5280 section 5.1.2.1. Manual: `gnutls_x509_crl_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_version(crl: gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crl(crl)? }.version()?.into()))
}

/// Returns the time when a revocation list was issued.
///
/// - `crl`: the list
///
/// Returns the seconds since 1970, or -1 if `crl` is NULL, or the time is not set or no date. A list
/// with such a time is never verified.
///
/// RFC 5280 section 5.1.2.4. Manual: `gnutls_x509_crl_get_this_update`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_this_update(crl: gnutls_x509_crl_t) -> time_t {
    // SAFETY: `crl` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crl(crl) }.map_or(-1, |c| c.this_update() as time_t))
}

/// Returns the time by which the next revocation list is issued.
///
/// After it the list is out of date, which `gnutls_x509_crl_verify` tells as
/// `GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED`.
///
/// - `crl`: the list
///
/// Returns the seconds since 1970, or -1 if `crl` is NULL, or the list does not say or what it says is
/// no date.
///
/// RFC 5280 section 5.1.2.5. Manual: `gnutls_x509_crl_get_next_update`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_next_update(crl: gnutls_x509_crl_t) -> time_t {
    // SAFETY: `crl` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crl(crl) }.map_or(-1, |c| c.next_update().unwrap_or(-1) as time_t))
}

/// Returns how many certificates a revocation list revokes.
///
/// The entries are counted at the first call, so that later ones are fast.
///
/// - `crl`: the list
///
/// Returns the number, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL
///
/// RFC 5280 section 5.1.2.6. Manual: `gnutls_x509_crl_get_crt_count`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_crt_count(crl: gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crl(crl)? }.count() as c_int))
}

/// Returns serial number and time of one revoked certificate.
///
/// To walk through a long list use `gnutls_x509_crl_iter_crt_serial`; to look for one certificate,
/// `gnutls_x509_crt_check_revocation`.
///
/// - `crl`: the list
/// - `indx`: which entry, from 0
/// - `serial`: takes the serial number as it is written, big-endian; NULL to ask for the length
/// - `serial_size`: in: the capacity of `serial` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `t`: takes the time of revocation in seconds since 1970, -1 if it is no date; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `serial` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more entries
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `serial_size` is NULL
///
/// RFC 5280 section 5.1.2.6. Manual: `gnutls_x509_crl_get_crt_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_crt_serial(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    serial: *mut c_uchar,
    serial_size: *mut usize,
    t: *mut time_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `serial` is NULL or has as much space as its size says; `serial_size`
    // and `t` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let entry = get_crl(crl)?.entry(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_sized(entry.serial, serial.cast(), serial_size, false)?;
        write_out(t, entry.time as time_t);
        Ok(())
    })
}

/// Returns serial number and time of the revoked certificates, one with each call.
///
/// At the end the iterator begins anew, and stays the caller's to free with
/// `gnutls_x509_crl_iter_deinit`. A call that fails for want of space does not go on. Do not change the
/// list in between.
///
/// - `crl`: the list
/// - `iter`: in: points to NULL at the first call, then to what the call before left there; out: the
///   iterator
/// - `serial`: takes the serial number as it is written, big-endian; NULL to ask for the length
/// - `serial_size`: in: the capacity of `serial` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `t`: takes the time of revocation in seconds since 1970, -1 if it is no date; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `serial` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more entries
/// - `GNUTLS_E_INVALID_REQUEST`: `crl`, `iter` or `serial_size` is NULL
///
/// RFC 5280 section 5.1.2.6. Manual: `gnutls_x509_crl_iter_crt_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_iter_crt_serial(
    crl: gnutls_x509_crl_t,
    iter: *mut gnutls_x509_crl_iter_t,
    serial: *mut c_uchar,
    serial_size: *mut usize,
    t: *mut time_t,
) -> c_int {
    guard::unit(|| {
        if iter.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `iter` is not NULL (above); `crl` is NULL or a live handle, `serial` is NULL or has as much
        // space as its size says, and `serial_size` and `t` are NULL or valid for writes.
        unsafe {
            let list = get_crl(crl)?;
            if (*iter).is_null() {
                opaque::give(iter, CrlIter(0))?;
            }
            let at = opaque::get_mut(*iter)?;
            let mut entries = list.entries();
            entries.skip_bytes(at.0);
            let Some(entry) = entries.next() else {
                at.0 = 0;
                return Err(DATA_NOT_AVAILABLE);
            };
            write_sized(entry.serial, serial.cast(), serial_size, false)?;
            write_out(t, entry.time as time_t);
            at.0 = entries.position();
        }
        Ok(())
    })
}

/// Frees an iterator of `gnutls_x509_crl_iter_crt_serial`.
///
/// That function makes one at its first call, and keeps it when it comes to the end of the list.
///
/// - `iter`: the iterator; NULL is ignored
///
/// Manual: `gnutls_x509_crl_iter_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_iter_deinit(iter: gnutls_x509_crl_iter_t) {
    // SAFETY: `iter` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(iter) }));
}

/// Writes the issuer of a revocation list as text to a buffer, its parts in the order of their
/// encoding.
///
/// That is the reverse of RFC 4514. `gnutls_x509_crl_get_issuer_dn3` has the order of RFC 4514, and
/// allocates the memory itself.
///
/// - `crl`: the list
/// - `buf`: takes the text in UTF-8, NUL-terminated; NULL to ask for the length
/// - `sizeof_buf`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the issuer has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `sizeof_buf` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crl_get_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn(
    crl: gnutls_x509_crl_t,
    buf: *mut c_char,
    sizeof_buf: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `sizeof_buf` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(get_crl(crl)?.issuer(), Order::Encoded)?, buf.cast(), sizeof_buf, true)
    })
}

/// Returns the issuer of a revocation list as text in fresh memory, its parts in the order of their
/// encoding.
///
/// That is the reverse of RFC 4514. `gnutls_x509_crl_get_issuer_dn3` without flags has the order of RFC
/// 4514.
///
/// - `crl`: the list
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the issuer has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `dn` is NULL
///
/// Since 3.1.10. RFC 4514. Manual: `gnutls_x509_crl_get_issuer_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn2(
    crl: gnutls_x509_crl_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crl(crl)?.issuer(), Order::Encoded)?, dn) })
}

/// Returns the issuer of a revocation list as text in fresh memory, in the order of RFC 4514 or of its
/// encoding.
///
/// Special characters are escaped; values of unknown types and what is no text come as `#` and the hex
/// of their DER.
///
/// - `crl`: the list
/// - `dn`: takes the text in UTF-8, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
/// - `flags`: 0 for the last part first, as RFC 4514 has it, or `GNUTLS_X509_DN_FLAG_COMPAT` for the
///   order of the encoding
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the issuer has no parts
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a part whose type asks for a DirectoryString is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `dn` is NULL
///
/// Since 3.5.7. RFC 4514. Manual: `gnutls_x509_crl_get_issuer_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn3(
    crl: gnutls_x509_crl_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crl(crl)?.issuer(), dn_order(flags))?, dn) })
}

/// Returns the issuer of a revocation list in DER.
///
/// These are the bytes of the list, tag and length included, as they serve to compare names.
///
/// - `crl`: the list
/// - `dn`: takes a copy of the Name, with a NUL behind it that `size` does not count; its `data` is
///   freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `dn` is NULL
///
/// Since 2.12.0. RFC 5280 section 5.1.2.3. Manual: `gnutls_x509_crl_get_raw_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_raw_issuer_dn(
    crl: gnutls_x509_crl_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(get_crl(crl)?.issuer(), dn) })
}

/// Writes a part of the issuer of a revocation list to a buffer: the value of an attribute by its type.
///
/// As text the value is escaped as RFC 4514 has it; of an unknown type it is `#` and the hex of its
/// DER.
///
/// - `crl`: the list
/// - `oid`: the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
/// - `indx`: which of several values of this type, from 0
/// - `raw_flag`: 0 for text, else the value in DER with its tag
/// - `buf`: takes the value, NUL-terminated; NULL to ask for the length
/// - `sizeof_buf`: in: the capacity of `buf` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small; a NUL is written behind DER too, and
///   needs its place
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such value
/// - `GNUTLS_E_INVALID_REQUEST`: `crl`, `oid` or `sizeof_buf` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crl_get_issuer_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn_by_oid(
    crl: gnutls_x509_crl_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    sizeof_buf: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `sizeof_buf` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            get_crl(crl)?.issuer(),
            get_crl(crl)?.issuer_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            sizeof_buf,
        )
    })
}

/// Writes the type of a part of the issuer of a revocation list to a buffer.
///
/// With a growing index it tells which attributes the name has, in the order of their encoding;
/// `gnutls_x509_crl_get_issuer_dn_by_oid` returns their values.
///
/// - `crl`: the list
/// - `indx`: which attribute, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `sizeof_oid`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more attributes
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `sizeof_oid` is NULL
///
/// Manual: `gnutls_x509_crl_get_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_dn_oid(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(get_crl(crl)?.issuer(), get_crl(crl)?.issuer_index()?, indx, oid, sizeof_oid)
    })
}

/// Writes the number of a revocation list to a buffer.
///
/// It grows from list to list of one issuer, so that the newer of two can be told.
///
/// - `crl`: the list
/// - `ret`: takes the number as it is written, big-endian; NULL to ask for the length
/// - `ret_size`: in: the capacity of `ret` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `ret` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `ret_size` is NULL
///
/// Since 2.8.0. RFC 5280 section 5.2.3. Manual: `gnutls_x509_crl_get_number`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_number(
    crl: gnutls_x509_crl_t,
    ret: *mut c_void,
    ret_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `ret` is NULL or has as much space as its size says; `ret_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let c = get_crl(crl)?;
        let e = c.extension(oid::CRL_NUMBER).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        write_sized(c.number().ok_or(DATA_NOT_AVAILABLE)??, ret, ret_size, false)
    })
}

/// Writes the identifier of the key that signed a revocation list to a buffer.
///
/// It tells apart authorities of one name. The extension may name the issuer's certificate instead:
/// `gnutls_x509_crl_get_authority_key_gn_serial`.
///
/// - `crl`: the list
/// - `id`: takes the identifier; NULL to ask for the length
/// - `id_size`: in: the capacity of `id` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `id` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such extension
/// - `GNUTLS_E_X509_UNSUPPORTED_EXTENSION`: it has no key identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `id_size` is NULL
///
/// Since 2.8.0. RFC 5280 section 5.2.1. Manual: `gnutls_x509_crl_get_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_authority_key_id(
    crl: gnutls_x509_crl_t,
    id: *mut c_void,
    id_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `id` is NULL or has as much space as its size says; `id_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = get_crl(crl)?.extension(oid::AUTHORITY_KEY_ID).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        let key = ext::key_id::read_authority(e.value)?.key_id;
        write_sized(key.ok_or(GNUTLS_E_X509_UNSUPPORTED_EXTENSION)?, id, id_size, false)
    })
}

/// Returns the algorithm by which a revocation list is signed.
///
/// `gnutls_sign_get_name` has its name, `gnutls_x509_crl_get_signature_oid` its identifier, also of an
/// algorithm that is not known here.
///
/// - `crl`: the list
///
/// Returns a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known or there
/// is no signature, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL
///
/// RFC 5280 section 5.1.1.2. Manual: `gnutls_x509_crl_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_signature_algorithm(crl: gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crl(crl)? }.signature_algorithm().map_or(0, |s| s.raw() as c_int)))
}

/// Writes the signature of a revocation list to a buffer.
///
/// - `crl`: the list
/// - `sig`: takes the bytes of the signature, without those of the BIT STRING around it; NULL to ask
///   for the length
/// - `sizeof_sig`: in: the capacity of `sig` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `sig` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the list is empty or not signed yet
/// - `GNUTLS_E_CERTIFICATE_ERROR`: the signature is no whole number of bytes
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`, `GNUTLS_E_ASN1_DER_ERROR`: it is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `sizeof_sig` is NULL
///
/// RFC 5280 section 5.1.1.3. Manual: `gnutls_x509_crl_get_signature`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_signature(
    crl: gnutls_x509_crl_t,
    sig: *mut c_char,
    sizeof_sig: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `sig` is NULL or has as much space as its size says; `sizeof_sig` is
    // NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(get_crl(crl)?.signature()?, sig.cast(), sizeof_sig, false) })
}

/// Writes the dotted identifier of the algorithm by which a revocation list is signed to a buffer.
///
/// - `crl`: the list
/// - `oid`: takes the identifier, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length with
///   the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the list is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `oid_size` is NULL
///
/// Since 3.5.0. RFC 5280 section 5.1.1.2. Manual: `gnutls_x509_crl_get_signature_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_signature_oid(
    crl: gnutls_x509_crl_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &write_algorithm_oid(set(get_crl(crl)?.signature_algorithm_der())?)?,
            oid.cast(),
            oid_size,
            true,
        )
    })
}

/// Extension `indx`.
fn nth<'a>(crl: &'a Crl, indx: c_uint) -> Result<Extension<'a>> {
    crl.extension_at(indx as usize).ok_or(DATA_NOT_AVAILABLE)
}

/// Writes the type of an extension of a revocation list to a buffer, and tells whether it is critical.
///
/// With a growing index it tells which extensions there are, in their order.
/// `gnutls_x509_crl_get_extension_data2` with the same index returns the content.
///
/// - `crl`: the list
/// - `indx`: which extension, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `sizeof_oid`: in: the capacity of `oid` in bytes; out: the length with the NUL, written or needed
/// - `critical`: takes 1 if the extension is critical, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `sizeof_oid` is NULL
///
/// Since 2.8.0. RFC 5280 section 5.2. Manual: `gnutls_x509_crl_get_extension_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_info(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = nth(get_crl(crl)?, indx)?;
        write_out(critical, e.critical.into());
        // Unlike that of other identifiers, the size counts the NUL.
        let text = oid::to_text(e.oid).unwrap_or_default() + "\0";
        write_sized(text.as_bytes(), oid, sizeof_oid, false)
    })
}

/// Writes the type of an extension of a revocation list to a buffer.
///
/// With a growing index it tells which extensions there are, in their order.
/// `gnutls_x509_crl_get_extension_info` tells whether they are critical, too.
///
/// - `crl`: the list
/// - `indx`: which extension, from 0
/// - `oid`: takes the dotted type, NUL-terminated; NULL to ask for the length
/// - `sizeof_oid`: in: the capacity of `oid` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `sizeof_oid` is NULL
///
/// Since 2.8.0. RFC 5280 section 5.2. Manual: `gnutls_x509_crl_get_extension_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_oid(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = nth(get_crl(crl)?, indx)?;
        write_sized(oid::to_text(e.oid).unwrap_or_default().as_bytes(), oid, sizeof_oid, true)
    })
}

/// Writes the content of an extension of a revocation list to a buffer.
///
/// That is what its OCTET STRING holds. `gnutls_x509_crl_get_extension_info` with the same index tells
/// the type.
///
/// - `crl`: the list
/// - `indx`: which extension, from 0
/// - `data`: takes the bytes; NULL to ask for the length
/// - `sizeof_data`: in: the capacity of `data` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `data` is NULL or too small; with NULL GnuTLS 3.7.9 returns 0
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `sizeof_data` is NULL
///
/// Since 2.8.0. RFC 5280 section 5.2. Manual: `gnutls_x509_crl_get_extension_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_data(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    data: *mut c_void,
    sizeof_data: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `data` is NULL or has as much space as its size says; `sizeof_data` is
    // NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(nth(get_crl(crl)?, indx)?.value, data, sizeof_data, false) })
}

/// Returns the content of an extension of a revocation list in fresh memory.
///
/// That is what its OCTET STRING holds. `gnutls_x509_crl_get_extension_info` with the same index tells
/// the type.
///
/// - `crl`: the list
/// - `indx`: which extension, from 0
/// - `data`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there are no more extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `data` is NULL
///
/// RFC 5280 section 5.2. Manual: `gnutls_x509_crl_get_extension_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_data2(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = nth(get_crl(crl)?, indx).map_err(|_| Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
        write_datum(e.value, data)
    })
}

/// Returns how the authority key identifier of a revocation list names the issuer's certificate: by a
/// name and a serial number.
///
/// Most lists have a key identifier instead, which `gnutls_x509_crl_get_authority_key_id` returns.
///
/// - `crl`: the list
/// - `seq`: which name, from 0
/// - `alt`: takes the name; NULL to ask for the length
/// - `alt_size`: in: the capacity of `alt` in bytes; out: the length without a NUL, or the capacity
///   needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `alt_type`: takes the kind of name, a value of `gnutls_x509_subject_alt_name_t`; may be NULL
/// - `serial`: takes the serial number; NULL to ask for the length
/// - `serial_size`: in: the capacity of `serial` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `critical`: takes 1 if the extension is critical, else 0, also where it is not there; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `alt` or `serial` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more names, no serial number, or no such
///   extension
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: the name is of a kind that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the extension cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crl`, `alt_size` or `serial_size` is NULL
///
/// Since 3.0. RFC 5280 section 5.2.1. Manual: `gnutls_x509_crl_get_authority_key_gn_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_authority_key_gn_serial(
    crl: gnutls_x509_crl_t,
    seq: c_uint,
    alt: *mut c_void,
    alt_size: *mut usize,
    alt_type: *mut c_uint,
    serial: *mut c_void,
    serial_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `alt` and `serial` are NULL or have as much space as their sizes say;
    // `alt_size`, `alt_type`, `serial_size` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let c = get_crl(crl)?;
        let row = c.listed(List::AuthorityNames, seq as usize);
        write_issuer_name(
            c.extension(oid::AUTHORITY_KEY_ID),
            row,
            alt,
            alt_size,
            alt_type,
            serial,
            serial_size,
            critical,
        )
    })
}
