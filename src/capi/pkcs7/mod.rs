//! PKCS #7 structures: signed data, its content and its text.
pub mod lists;
pub mod signature;

use core::ffi::{c_char, c_int, c_uint, c_void};
use core::ptr;

use crate::abi::*;
use crate::alg::{Format, PrintFormat};
use crate::asn1::pem;
use crate::capi::ffi::memory::{NulTerminated, datum_in, write_datum, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::pkcs7::Pkcs7Structure;
use crate::error::{DATA_NOT_AVAILABLE, Result, VALUE_NOT_FOUND};
use crate::pki::pkcs7::Pkcs7;
use crate::pki::text::pkcs7 as text;

/// Creates an empty PKCS #7 structure.
///
/// It is filled by `gnutls_pkcs7_import`, or by adding certificates, CRLs and signatures.
///
/// - `pkcs7`: takes the new structure, which is freed with `gnutls_pkcs7_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` is NULL
///
/// Functions that only look at a structure may run in any number of threads at the same time, as long as
/// it is not changed.
///
/// RFC 5652 section 5. Manual: `gnutls_pkcs7_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_init(pkcs7: *mut gnutls_pkcs7_t) -> c_int {
    // SAFETY: `pkcs7` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(pkcs7, Pkcs7Structure::default()) })
}

/// Frees a PKCS #7 structure.
///
/// - `pkcs7`: the structure; NULL is ignored
///
/// Manual: `gnutls_pkcs7_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_deinit(pkcs7: gnutls_pkcs7_t) {
    // SAFETY: `pkcs7` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(pkcs7) }));
}

/// Reads signed data from DER, BER or PEM, in the place of what the structure held.
///
/// Indefinite lengths and strings in segments are read as well, as other programs write them for data of
/// unknown length. Nothing is verified, see `gnutls_pkcs7_verify`; certificates and CRLs are not even
/// parsed. On failure the structure keeps what it had.
///
/// - `pkcs7`: a structure from `gnutls_pkcs7_init`
/// - `data`: the bytes, which are copied
/// - `format`: `GNUTLS_X509_FMT_DER`, which includes BER; every other value means PEM, of which the first
///   block labelled `PKCS7` is read
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE`: this is no signed data, but for example encrypted data
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the structure
///   cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `data` is NULL
///
/// RFC 5652 sections 3 and 5.1. Manual: `gnutls_pkcs7_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_import(
    pkcs7: gnutls_pkcs7_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `pkcs7` is NULL or a live handle; `data` is NULL or a valid datum.
        let (slot, bytes) = unsafe { (opaque::get_mut(pkcs7)?, datum_in(data)?) };
        slot.set(match Format::from_raw(format) {
            Format::Der => Pkcs7::from_ber(bytes)?,
            Format::Pem => Pkcs7::from_ber(&pem::decode(Some("PKCS7"), bytes)?)?,
        });
        Ok(())
    })
}

/// # Safety
/// `pkcs7` is NULL or a live handle.
unsafe fn exported(pkcs7: gnutls_pkcs7_t, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    // SAFETY: `pkcs7` is NULL or a live handle.
    let der = unsafe { opaque::get(pkcs7)? }.data().ok_or(VALUE_NOT_FOUND)?.to_der()?;
    Ok(if format == GNUTLS_X509_FMT_DER { der } else { pem::encode("PKCS7", &der) })
}

/// Writes a PKCS #7 structure in DER or PEM to a buffer.
///
/// What was imported in DER comes out as it was, if it was not changed. Lengths of BER become definite,
/// and sets are sorted; embedded data is kept as it is. `gnutls_pkcs7_export2` allocates the memory
/// itself.
///
/// - `pkcs7`: the structure
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM, a block labelled `PKCS7`
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the structure is empty
/// - `GNUTLS_E_ASN1_DER_ERROR`: a certificate or CRL that was added is no ASN.1 element
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `output_data_size` is NULL
///
/// RFC 7468 section 8. Manual: `gnutls_pkcs7_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_export(
    pkcs7: gnutls_pkcs7_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported(pkcs7, format)?;
        write_sized(&bytes, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
    })
}

/// Writes a PKCS #7 structure in DER or PEM to fresh memory.
///
/// What was imported in DER comes out as it was, if it was not changed. Lengths of BER become definite,
/// and sets are sorted; embedded data is kept as it is.
///
/// - `pkcs7`: the structure
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM, a block labelled `PKCS7`
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the structure is empty
/// - `GNUTLS_E_ASN1_DER_ERROR`: a certificate or CRL that was added is no ASN.1 element
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `out` is NULL
///
/// Since 3.1.3. RFC 7468 section 8. Manual: `gnutls_pkcs7_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_export2(
    pkcs7: gnutls_pkcs7_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(pkcs7, format)?, out) })
}

/// Returns the data that a PKCS #7 structure embeds.
///
/// It is what the signatures are over: of an OCTET STRING its content, whose segments are put together, of
/// any other element, as in a Windows catalog, the content without tag and length.
///
/// - `pkcs7`: the structure
/// - `flags`: 0, or `GNUTLS_PKCS7_EDATA_GET_RAW` for the element with tag and length, as it was read
/// - `data`: takes the data, with a NUL behind it that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is none, as when the signature is detached
/// - `GNUTLS_E_ASN1_DER_ERROR`: the segments cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `data` is NULL
///
/// Since 3.4.8. RFC 5652 section 5.2. Manual: `gnutls_pkcs7_get_embedded_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_embedded_data(
    pkcs7: gnutls_pkcs7_t,
    flags: c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let held = opaque::get(pkcs7)?.data().ok_or(DATA_NOT_AVAILABLE)?;
        if flags & GNUTLS_PKCS7_EDATA_GET_RAW != 0 {
            write_datum(held.embedded_raw().ok_or(DATA_NOT_AVAILABLE)?, data)
        } else {
            write_datum(&held.embedded().ok_or(DATA_NOT_AVAILABLE)??, data)
        }
    })
}

/// Returns the type of the data that a PKCS #7 structure embeds or is a detached signature of.
///
/// - `pkcs7`: the structure
///
/// Returns the dotted identifier, as `1.2.840.113549.1.7.1` for data of any kind, or NULL if `pkcs7` is
/// NULL or empty. It belongs to the structure, and is valid until that is changed or freed.
///
/// Since 3.5.5. RFC 5652 section 5.2. Manual: `gnutls_pkcs7_get_embedded_data_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_embedded_data_oid(pkcs7: gnutls_pkcs7_t) -> *const c_char {
    guard::or(ptr::null(), || {
        // SAFETY: `pkcs7` is NULL or a live handle.
        let held = unsafe { opaque::get(pkcs7) };
        held.ok().and_then(|h| h.content_type()).map_or(ptr::null(), |t| NulTerminated::text(t))
    })
}

/// Describes a PKCS #7 structure in text for people to read.
///
/// The text is in English and meant for display; programs use the getters.
///
/// - `pkcs7`: the structure
/// - `format`: `GNUTLS_CRT_PRINT_FULL` for attributes, certificates and CRLs too; every other value prints
///   the signatures alone
/// - `out`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `out` is NULL
///
/// Manual: `gnutls_pkcs7_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_print(
    pkcs7: gnutls_pkcs7_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let empty = Pkcs7::default();
        let held = opaque::get(pkcs7)?.data().unwrap_or(&empty);
        write_datum(&text::pkcs7(held, detail(format)), out)
    })
}

fn detail(format: gnutls_certificate_print_formats_t) -> PrintFormat {
    PrintFormat::from_raw(format).unwrap_or(PrintFormat::Compact)
}
