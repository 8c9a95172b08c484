//! Certificate revocation lists: import, export and verification.
pub mod get;
pub mod set;

use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::alg::{Format, PrintFormat};
use crate::asn1::pem;
use crate::capi::ffi::memory::{alloc, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque, time};
use crate::capi::object::crl::{X509Crl, get_crl, new_crl};
use crate::capi::object::crt::{get_crt, get_crt_list};
use crate::error::{INVALID_REQUEST, Result, err};
use crate::log::{FAILURE, log};
use crate::pki::crl::Crl;
use crate::pki::name::compare;
use crate::pki::verify::explain::explain_crl;
use crate::pki::verify::trust;
use crate::pki::{text, verify};

/// Creates an empty revocation list.
///
/// It is filled by `gnutls_x509_crl_import`, or field by field by the setters and then signed with
/// `gnutls_x509_crl_sign2`.
///
/// - `crl`: takes the new list, which is freed with `gnutls_x509_crl_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` is NULL
///
/// Getters only look at a list: any number of threads may call them on one at the same time, as long as
/// it is not changed.
///
/// RFC 5280 section 5. Manual: `gnutls_x509_crl_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_init(crl: *mut gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(crl, X509Crl::default()) })
}

/// Frees a revocation list.
///
/// Trust lists that it was added to share its content, and are not affected. It must not be freed
/// twice: `gnutls_x509_trust_list_deinit` with `all` frees the lists that were added.
///
/// - `crl`: the list; NULL is ignored
///
/// Manual: `gnutls_x509_crl_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_deinit(crl: gnutls_x509_crl_t) {
    // SAFETY: `crl` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(crl) }));
}

/// Reads a revocation list from DER or PEM, in the place of what the object held.
///
/// Of PEM the first block labelled `X509 CRL` is read. All entries must be readable: what stands behind
/// one that is not would be revoked too. Nothing is verified, see `gnutls_x509_crl_verify`. On failure
/// the object keeps what it had.
///
/// - `crl`: a list from `gnutls_x509_crl_init`
/// - `data`: the bytes, which are copied
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no revocation list in DER
/// - `GNUTLS_E_ASN1_TIME_ERROR`: a time has a wrong form
/// - `GNUTLS_E_X509_CERTIFICATE_ERROR`: there are more than 256 extensions
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `data` is NULL
///
/// RFC 5280 section 5.1. Manual: `gnutls_x509_crl_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_import(
    crl: gnutls_x509_crl_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `crl` is NULL or a live handle; `data` is NULL or a valid datum.
        let (slot, bytes) = unsafe { (opaque::get_mut(crl)?, datum_in(data)?) };
        let der = match Format::from_raw(format) {
            Format::Der => bytes.to_vec(),
            Format::Pem => pem::decode(Some("X509 CRL"), bytes)?,
        };
        slot.crl = Some(Crl::from_der(&der)?);
        Ok(())
    })
}

/// Reads revocation lists into an array of the caller.
///
/// PEM may hold any number of lists, DER one. Of more than fit the first are kept. The elements are
/// created by the function; the caller frees each with `gnutls_x509_crl_deinit`.
///
/// - `crls`: an array for the handles
/// - `crl_max`: in: the number of its places; out: the number of lists written, or of those there are
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `data`: the lists
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `flags`: 0, or `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` to refuse more than fit
///
/// Returns the number of lists written, or a negative error code, where none is:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more than fit, and the flags refuse that
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: there is no revocation list in PEM, or a block cannot be decoded
/// - `GNUTLS_E_INVALID_REQUEST`: `crls`, `crl_max` or `data` is NULL
/// - codes of `gnutls_x509_crl_import`, if the DER cannot be read
///
/// Since 3.0. Manual: `gnutls_x509_crl_list_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_list_import(
    crls: *mut gnutls_x509_crl_t,
    crl_max: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        if crl_max.is_null() || crls.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum; `crl_max` is NULL or valid for a write.
        let (bytes, capacity) = unsafe { (datum_in(data)?, *crl_max as usize) };
        let list = trust::read_crls(bytes, Format::from_raw(format))?;
        if list.len() > capacity && flags & GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED != 0 {
            // SAFETY: not NULL, above.
            unsafe { crl_max.write(list.len() as c_uint) };
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        let n = list.len().min(capacity);
        for (i, c) in list.into_iter().take(capacity).enumerate() {
            // SAFETY: `crls` has `*crl_max` places.
            unsafe { crls.add(i).write(new_crl(c)) };
        }
        // SAFETY: not NULL, above.
        unsafe { crl_max.write(n as c_uint) };
        Ok(n as c_int)
    })
}

/// Reads revocation lists into a fresh array.
///
/// PEM may hold any number of lists, DER one. The caller frees each with `gnutls_x509_crl_deinit`, then
/// the array with `gnutls_free`.
///
/// - `crls`: takes the array
/// - `size`: takes the number of its elements
/// - `data`: the lists
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: there is no revocation list in PEM, or a block cannot be decoded
/// - `GNUTLS_E_INVALID_REQUEST`: `crls`, `size` or `data` is NULL
/// - codes of `gnutls_x509_crl_import`, if the DER cannot be read
///
/// Since 3.0. Manual: `gnutls_x509_crl_list_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_list_import2(
    crls: *mut *mut gnutls_x509_crl_t,
    size: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if crls.is_null() || size.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum.
        let bytes = unsafe { datum_in(data)? };
        let list = trust::read_crls(bytes, Format::from_raw(format))?;
        let array = alloc(list.len() * size_of::<gnutls_x509_crl_t>())?.cast::<gnutls_x509_crl_t>();
        // SAFETY: not NULL, above.
        unsafe { size.write(list.len() as c_uint) };
        for (i, c) in list.into_iter().enumerate() {
            // SAFETY: the array has `list.len()` places.
            unsafe { array.add(i).write(new_crl(c)) };
        }
        // SAFETY: not NULL, above.
        unsafe { crls.write(array) };
        Ok(())
    })
}

fn exported(crl: &Crl, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    if crl.is_unsigned() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
    Ok(if format == GNUTLS_X509_FMT_PEM { pem::encode("X509 CRL", crl.der()) } else { crl.der().to_vec() })
}

/// Writes a revocation list in DER or PEM to a buffer.
///
/// What was imported comes out byte for byte. A list that is being built can be exported once it is
/// signed. `gnutls_x509_crl_export2` allocates the memory itself.
///
/// - `crl`: the list
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `X509 CRL`; every other value means DER
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the list is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `output_data_size` is NULL
///
/// RFC 7468. Manual: `gnutls_x509_crl_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_export(
    crl: gnutls_x509_crl_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported(get_crl(crl)?, format)?;
        write_sized(&bytes, output_data, output_data_size, format == GNUTLS_X509_FMT_PEM)
    })
}

/// Writes a revocation list in DER or PEM to fresh memory.
///
/// What was imported comes out byte for byte. A list that is being built can be exported once it is
/// signed.
///
/// - `crl`: the list
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `X509 CRL`; every other value means DER
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the list is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `out` is NULL
///
/// RFC 7468. Manual: `gnutls_x509_crl_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_export2(
    crl: gnutls_x509_crl_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_crl(crl)?, format)?, out) })
}

/// Describes a revocation list in text for people to read.
///
/// The text is in English and meant for display; programs use the getters. There is one form of it,
/// whatever `format` is.
///
/// - `crl`: the list
/// - `format`: `GNUTLS_CRT_PRINT_FULL`, or another value of its type
/// - `out`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl` or `out` is NULL, or the format is unknown
///
/// Manual: `gnutls_x509_crl_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_print(
    crl: gnutls_x509_crl_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        PrintFormat::from_raw(format).ok_or(INVALID_REQUEST)?;
        write_datum(&text::crl(get_crl(crl)?), out)
    })
}

/// Where a walk through a list stands: how many bytes of entries lie behind it is cheaper than an index.
pub struct CrlIter(usize);

// SAFETY: all iterators are created by `gnutls_x509_crl_iter_crt_serial`.
unsafe impl Opaque for gnutls_x509_crl_iter {
    type Object = CrlIter;
}

/// Tells whether a revocation list may have been issued by the authority of a certificate, as far as
/// names say.
///
/// The issuer of the list must be the subject of the certificate. No signature is checked:
/// `gnutls_x509_crl_verify` does that.
///
/// - `crl`: the list
/// - `issuer`: the certificate of the authority
///
/// Returns 1 if it may be so, else 0, also where `crl` or `issuer` is NULL.
///
/// RFC 5280 section 7.1. Manual: `gnutls_x509_crl_check_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_check_issuer(
    crl: gnutls_x509_crl_t,
    issuer: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `crl` and `issuer` are NULL or live handles.
    guard::or(0, || match unsafe { (get_crl(crl), get_crt(issuer)) } {
        (Ok(c), Ok(i)) => compare::same(c.issuer(), i.subject()).into(),
        _ => 0,
    })
}

/// Verifies a revocation list against an array of authorities.
///
/// Signature, key usage and times are checked; of authorities of one name the one with the list's key
/// identifier is taken. The time is that of `gnutls_global_set_time_function`, if one is set.
///
/// - `crl`: the list
/// - `trusted_cas`: certificates of authorities
/// - `tcas_size`: their number
/// - `flags`: of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_DISABLE_CA_SIGN` takes the issuer for an authority,
///   whatever it says; `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take broken algorithms. None leaves
///   out the times
/// - `verify`: takes bits of `gnutls_certificate_status_t`, 0 for a good list: `GNUTLS_CERT_INVALID`
///   with `GNUTLS_CERT_SIGNER_NOT_FOUND`, `GNUTLS_CERT_SIGNER_NOT_CA`,
///   `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE`, `GNUTLS_CERT_SIGNATURE_FAILURE`,
///   `GNUTLS_CERT_INSECURE_ALGORITHM`, `GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE` or
///   `GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED`. May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
/// error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crl`, `trusted_cas` or one of its elements is NULL
///
/// RFC 5280 section 6.3. Manual: `gnutls_x509_crl_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_verify(
    crl: gnutls_x509_crl_t,
    trusted_cas: *const gnutls_x509_crt_t,
    tcas_size: c_uint,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `crl` is NULL or a live handle; `trusted_cas` is NULL or an array as long as its size says.
        let (c, cas) = unsafe { (get_crl(crl)?, get_crt_list(trusted_cas, tcas_size as usize)?) };
        // SAFETY: `verify` is NULL or valid for a write.
        let now = time::verification_time();
        let status = verify::verify_crl(c, cas.iter(), VerifyFlags::from_bits_retain(flags), now);
        if !status.is_empty() {
            log!(FAILURE, "gnutls_x509_crl_verify: {}", explain_crl(c, status, now));
        }
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, status.bits()) };
        Ok(())
    })
}
