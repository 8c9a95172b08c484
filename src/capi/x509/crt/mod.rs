//! X.509 certificates: import, export, lists, text.
pub mod get;
pub mod get_alt_name;
pub mod get_dn;
pub mod get_ext;
pub mod get_extension;
pub mod set;
pub mod set_alt_name;
pub mod set_ext;
pub mod verify;

use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::{Format, PrintFormat};
use crate::asn1::pem;
use crate::capi::ffi::memory::{datum_bytes, datum_in, write_datum, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crt::{X509Crt, get_crt, new_crt, write_crt_list};
use crate::capi::object::pin::Pin;
use crate::capi::object::url::{import_crt_url, url_chain};
use crate::error::{INVALID_REQUEST, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::text;
use crate::pki::verify::{path, trust};

/// Fills a certificate from a URL, by the functions that the application registered for its kind.
///
/// The kind is what the URL begins with, as `gnutls_register_custom_url` got it. The function
/// `import_crt` of that kind is called with the handle, and fills it. URLs of PKCS #11 and of the
/// system's keys are known, but have no backend here.
///
/// - `crt`: a certificate from `gnutls_x509_crt_init`
/// - `url`: the URL
/// - `flags`: passed on to the application's function
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: the URL begins with `pkcs11:` or `system:`
/// - `GNUTLS_E_INVALID_REQUEST`: `url` is NULL, of no registered kind, or of one without `import_crt`
/// - whatever negative code the application's function answers
///
/// Since 3.4.0. Manual: `gnutls_x509_crt_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_import_url(
    crt: gnutls_x509_crt_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a certificate of the caller, `url` NULL or a C string.
    guard::unit(|| unsafe { import_crt_url(crt, url, flags) })
}

/// Reads the certificate behind a URL and those above it into a fresh array.
///
/// The certificate comes first. Issuers follow as far as the function `get_issuer` of the URL's kind
/// tells them, up to a root or eight certificates in all. The caller frees each certificate with
/// `gnutls_x509_crt_deinit`, then the array with `gnutls_free`.
///
/// - `certs`: takes the array
/// - `size`: takes the number of its elements
/// - `url`: a URL of a kind that was registered with `gnutls_register_custom_url`
/// - `pin_fn`: set as the PIN function of the certificate before it is imported; may be NULL
/// - `pin_fn_userdata`: passed to `pin_fn`
/// - `flags`: passed on to the application's functions
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: the URL begins with `pkcs11:` or `system:`
/// - `GNUTLS_E_INVALID_REQUEST`: `certs`, `size` or `url` is NULL, or the URL's kind is not registered
///   or has no `import_crt`
/// - codes of `gnutls_x509_crt_import`, if an issuer cannot be read
/// - whatever negative code `import_crt` answers
///
/// Since 3.6.3. Manual: `gnutls_x509_crt_list_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_import_url(
    certs: *mut *mut gnutls_x509_crt_t,
    size: *mut c_uint,
    url: *const c_char,
    pin_fn: gnutls_pin_callback_t,
    pin_fn_userdata: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: `url` is NULL or a C string; `certs` and `size` are NULL or valid for writes.
    guard::unit(|| unsafe {
        if certs.is_null() || size.is_null() {
            return Err(INVALID_REQUEST);
        }
        let list = url_chain(url, Pin { function: pin_fn, userdata: pin_fn_userdata }, flags)?;
        write_crt_list(&list, certs, size)
    })
}

/// Creates an empty certificate.
///
/// It is filled by `gnutls_x509_crt_import`, or field by field by the setters and then signed with
/// `gnutls_x509_crt_sign2`.
///
/// - `cert`: takes the new certificate, which is freed with `gnutls_x509_crt_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// Getters only look at a certificate: any number of threads may call them on one at the same time, as
/// long as it is not changed.
///
/// Manual: `gnutls_x509_crt_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_init(cert: *mut gnutls_x509_crt_t) -> c_int {
    // SAFETY: `cert` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(cert, X509Crt::default()) })
}

/// Frees a certificate, with the names that it has lent.
///
/// Objects that were given the certificate, such as credentials and trust lists, share its content and
/// are not affected. Certificates that another object lends, as `gnutls_x509_trust_list_get_issuer`
/// does without `GNUTLS_TL_GET_COPY`, must not be freed.
///
/// - `cert`: the certificate; NULL is ignored
///
/// Manual: `gnutls_x509_crt_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_deinit(cert: gnutls_x509_crt_t) {
    // SAFETY: `cert` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(cert) }));
}

fn parse(der: &[u8], flags: u32) -> Result<Certificate> {
    if flags & GNUTLS_X509_CRT_FLAG_IGNORE_SANITY != 0 {
        Certificate::from_der_lenient(der)
    } else {
        Certificate::from_der(der)
    }
}

/// Reads a certificate from DER or PEM, in the place of what the object held.
///
/// Of PEM the first block labelled `CERTIFICATE` or else `X509 CERTIFICATE` is read. On failure the
/// object keeps what it had. Names from `gnutls_x509_crt_get_subject` are freed by a successful import.
/// Nothing is verified: see `gnutls_x509_trust_list_verify_crt2`. `GNUTLS_X509_CRT_FLAG_IGNORE_SANITY`,
/// set with `gnutls_x509_crt_set_flags`, leaves out the checks of version, dates and duplicate
/// extensions.
///
/// - `cert`: a certificate from `gnutls_x509_crt_init`
/// - `data`: the bytes, which are copied
/// - `format`: `GNUTLS_X509_FMT_PEM`; every other value means DER
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no certificate in DER
/// - `GNUTLS_E_CERTIFICATE_ERROR`: the two signature algorithms differ
/// - `GNUTLS_E_ASN1_TIME_ERROR`, `GNUTLS_E_CERTIFICATE_TIME_ERROR`: a time has a wrong form, or is no
///   date
/// - `GNUTLS_E_X509_CERTIFICATE_ERROR`: there are fields that its version has not got, or more than 256
///   extensions
/// - `GNUTLS_E_X509_DUPLICATE_EXTENSION`: an extension is there twice
/// - `GNUTLS_E_X509_UNKNOWN_SAN`: an alternative name is empty
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the version is a number of more than eight bytes
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `data` is NULL, or its bytes are
///
/// RFC 5280 section 4.1, RFC 7468. Manual: `gnutls_x509_crt_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_import(
    cert: gnutls_x509_crt_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle; `data` is NULL or a valid datum.
        let (c, bytes) = unsafe { (opaque::get_mut(cert)?, datum_in(data)?) };
        let parsed = if format == GNUTLS_X509_FMT_PEM {
            // The label may have more text after its first words: whether the block is a certificate shows
            // when it is parsed.
            let (_, der) = pem::decode_either(trust::CERTIFICATE_LABELS, bytes)?;
            parse(&der, c.flags)?
        } else {
            parse(bytes, c.flags)?
        };
        *c = X509Crt { flags: c.flags, pin: c.pin, ..X509Crt::of(parsed) };
        Ok(())
    })
}

/// Applies the flags of a list import: sorting, or refusal of a list that is not sorted.
fn sorted(list: Vec<Certificate>, flags: u32) -> Result<Vec<Certificate>> {
    if flags & GNUTLS_X509_CRT_LIST_SORT != 0 && !list.is_empty() {
        return path::sort(&list);
    }
    if flags & GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED != 0 && !path::is_sorted(&list) {
        return err(GNUTLS_E_CERTIFICATE_LIST_UNSORTED);
    }
    Ok(list)
}

/// Reads a list of certificates into an array of the caller.
///
/// PEM may hold any number of certificates, DER one. Of more than fit the first are kept. The elements
/// are created by the function; the caller frees each with `gnutls_x509_crt_deinit`.
/// `gnutls_x509_crt_list_import2` makes an array of the right size.
///
/// - `certs`: an array for the handles; NULL if `cert_max` is 0, as to ask for the number with
///   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED`
/// - `cert_max`: in: the number of its places; out: the number of certificates written, or of those
///   there are after `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `data`: the certificates
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `flags`: 0, or of `gnutls_certificate_import_flags`: `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED`
///   refuses more than fit, `GNUTLS_X509_CRT_LIST_SORT` puts each certificate behind the one that it
///   issued and drops what does not belong there, `GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED` refuses a
///   list in another order
///
/// Returns the number of certificates written, or a negative error code, where none is:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more than fit, and the flags refuse that
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: there is no certificate in PEM
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a PEM block cannot be
///   decoded
/// - `GNUTLS_E_CERTIFICATE_LIST_UNSORTED`: the list is in another order, and the flags refuse that
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: more than 16 certificates are to be sorted
/// - `GNUTLS_E_INVALID_REQUEST`: `certs`, `cert_max` or `data` is NULL
/// - codes of `gnutls_x509_crt_import`, if the DER cannot be read
///
/// Manual: `gnutls_x509_crt_list_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_import(
    certs: *mut gnutls_x509_crt_t,
    cert_max: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        if cert_max.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum; `cert_max` is NULL or valid for a write.
        let (bytes, capacity) = unsafe { (datum_in(data)?, *cert_max as usize) };
        let list = trust::read_certificates(bytes, list_format(format))?;
        if list.len() > capacity && flags & GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED != 0 {
            // SAFETY: not NULL, above.
            unsafe { cert_max.write(list.len() as c_uint) };
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        let list = sorted(list.into_iter().take(capacity).collect(), flags)?;
        if certs.is_null() && !list.is_empty() {
            return Err(INVALID_REQUEST);
        }
        for (i, c) in list.iter().enumerate() {
            // SAFETY: `certs` has `*cert_max` places.
            unsafe { certs.add(i).write(new_crt(c.clone())) };
        }
        // SAFETY: not NULL, above.
        unsafe { cert_max.write(list.len() as c_uint) };
        Ok(list.len() as c_int)
    })
}

/// Lists are in DER only if the caller says so.
fn list_format(format: gnutls_x509_crt_fmt_t) -> Format {
    Format::from_raw(format)
}

/// Reads a list of certificates into a fresh array.
///
/// PEM may hold any number of certificates, DER one. The caller frees each certificate with
/// `gnutls_x509_crt_deinit`, then the array with `gnutls_free`.
///
/// - `certs`: takes the array
/// - `size`: takes the number of its elements
/// - `data`: the certificates
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `flags`: 0, or of `gnutls_certificate_import_flags`: `GNUTLS_X509_CRT_LIST_SORT` puts each
///   certificate behind the one that it issued and drops what does not belong there,
///   `GNUTLS_X509_CRT_LIST_FAIL_IF_UNSORTED` refuses a list in another order
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: there is no certificate in PEM
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a PEM block cannot be
///   decoded
/// - `GNUTLS_E_CERTIFICATE_LIST_UNSORTED`: the list is in another order, and the flags refuse that
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: more than 16 certificates are to be sorted
/// - `GNUTLS_E_INVALID_REQUEST`: `certs`, `size` or `data` is NULL
/// - codes of `gnutls_x509_crt_import`, if the DER cannot be read
///
/// Since 3.0. Manual: `gnutls_x509_crt_list_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_import2(
    certs: *mut *mut gnutls_x509_crt_t,
    size: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        if certs.is_null() || size.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum.
        let bytes = unsafe { datum_in(data)? };
        let list = sorted(trust::read_certificates(bytes, list_format(format))?, flags)?;
        // SAFETY: not NULL, above.
        unsafe { write_crt_list(&list, certs, size) }
    })
}

fn exported(cert: &Certificate, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    if cert.is_unsigned() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
    Ok(if format == GNUTLS_X509_FMT_PEM {
        pem::encode("CERTIFICATE", cert.der())
    } else {
        cert.der().to_vec()
    })
}

/// Writes a certificate in DER or PEM to a buffer.
///
/// What was imported comes out byte for byte. A certificate that is being built can be exported once it
/// is signed. `gnutls_x509_crt_export2` allocates the memory itself.
///
/// - `cert`: the certificate
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `CERTIFICATE`; every other value means DER
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `output_data_size` is NULL
///
/// RFC 7468. Manual: `gnutls_x509_crt_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_export(
    cert: gnutls_x509_crt_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &exported(get_crt(cert)?, format)?,
            output_data,
            output_data_size,
            format == GNUTLS_X509_FMT_PEM,
        )
    })
}

/// Writes a certificate in DER or PEM to fresh memory.
///
/// What was imported comes out byte for byte. A certificate that is being built can be exported once it
/// is signed.
///
/// - `cert`: the certificate
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `CERTIFICATE`; every other value means DER
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `out` is NULL
///
/// Since 3.1.3. RFC 7468. Manual: `gnutls_x509_crt_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_export2(
    cert: gnutls_x509_crt_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_crt(cert)?, format)?, out) })
}

/// Tells whether two certificates are the same.
///
/// They are if their DER is the same byte for byte, signature included. Two certificates of one name
/// and key are not, if they differ in anything else.
///
/// - `cert1`: a certificate
/// - `cert2`: another one
///
/// Returns 1 if they are the same, else 0, also where one is NULL.
///
/// Since 3.5.0. Manual: `gnutls_x509_crt_equals`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_equals(
    cert1: gnutls_x509_crt_t,
    cert2: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `cert1` and `cert2` are NULL or live handles.
    guard::or(0, || matches!(unsafe { (get_crt(cert1), get_crt(cert2)) }, (Ok(a), Ok(b)) if a == b).into())
}

/// Tells whether a certificate is the one that is given in DER.
///
/// The bytes are compared and not parsed. This serves to find a certificate among the raw ones of a
/// session, such as `gnutls_certificate_get_peers` returns.
///
/// - `cert1`: a certificate
/// - `der`: the DER of another one
///
/// Returns 1 if they are the same, else 0, also where `cert1` or `der` is NULL.
///
/// Since 3.5.0. Manual: `gnutls_x509_crt_equals2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_equals2(
    cert1: gnutls_x509_crt_t,
    der: *const gnutls_datum_t,
) -> c_uint {
    guard::or(0, || {
        // SAFETY: `cert1` is NULL or a live handle; `der` is NULL or a valid datum.
        let both = unsafe { (get_crt(cert1), datum_bytes(der)) };
        matches!(both, (Ok(a), Some(b)) if a.der() == b).into()
    })
}

/// Describes a certificate in text for people to read.
///
/// The text is in English and meant for display; programs use the getters. What of the certificate
/// cannot be read is told in the text and no error.
///
/// - `cert`: the certificate
/// - `format`: `GNUTLS_CRT_PRINT_FULL`, `GNUTLS_CRT_PRINT_FULL_NUMBERS` (with the numbers of the key),
///   `GNUTLS_CRT_PRINT_UNSIGNED_FULL` (without signature), `GNUTLS_CRT_PRINT_ONELINE` or
///   `GNUTLS_CRT_PRINT_COMPACT` (one line and the key's identifiers)
/// - `out`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `out` is NULL, or the format is unknown
///
/// Manual: `gnutls_x509_crt_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_print(
    cert: gnutls_x509_crt_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle.
        let c = unsafe { get_crt(cert)? };
        let text = text::certificate(c, PrintFormat::from_raw(format).ok_or(INVALID_REQUEST)?);
        // SAFETY: `out` is NULL or valid for a write.
        unsafe { write_datum(&text, out) }
    })
}
