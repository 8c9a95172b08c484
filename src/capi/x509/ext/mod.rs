//! Extensions as DER: basic constraints, key usage and others without an object of their own.
pub mod aia;
pub mod aki;
pub mod ct_scts;
pub mod dist_points;
pub mod key_purposes;
pub mod name_constraints;
pub mod policies;
pub mod subject_alt_names;
pub mod tlsfeatures;

use core::ffi::{c_char, c_int, c_uint};

use crate::abi::*;
use crate::alg::flags::KeyUsage;
use crate::asn1::der;
use crate::asn1::der::Reader;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{datum_bytes, free, slice, write_datum, write_out};
use crate::capi::object::alt_name::{extension_content, oid_of};
use crate::capi::object::crt::{path_len, usage_period, write_proxy};
use crate::error::INVALID_REQUEST;
use crate::pki::cert::Extension;
use crate::pki::ext;
use crate::pki::text::extensions;

/// Reads whether a certificate is an authority's, and how many authorities may stand below it.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it
/// - `ca`: takes 1 for an authority, else 0; may be NULL
/// - `pathlen`: takes the number of authorities that may follow, -1 for any number; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the number is negative or beyond 2^31-1
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_ext_import_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_basic_constraints(
    ext: *const gnutls_datum_t,
    ca: *mut c_uint,
    pathlen: *mut c_int,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `ca` and `pathlen` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let read = ext::basic_constraints::read(extension_content(ext)?)?;
        write_out(ca, read.ca.into());
        write_out(pathlen, read.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
        Ok(())
    })
}

/// Writes the content of a basic constraints extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `ca`: non-zero for an authority
/// - `pathlen`: the number of authorities that may follow; negative for any number
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.9. Manual: `gnutls_x509_ext_export_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_basic_constraints(
    ca: c_uint,
    pathlen: c_int,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::basic_constraints::write(ca != 0, path_len(pathlen)), ext) })
}

/// Reads what the key of a certificate may be used for.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it
/// - `key_usage`: takes `GNUTLS_KEY_*`, combined by or; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more than 16 bits
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_x509_ext_import_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_key_usage(
    ext: *const gnutls_datum_t,
    key_usage: *mut c_uint,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `key_usage` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_out(key_usage, ext::key_usage::read(extension_content(ext)?)?.bits());
        Ok(())
    })
}

/// Writes the content of a key usage extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `usage`: `GNUTLS_KEY_*`, combined by or; other bits are dropped
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_x509_ext_export_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_key_usage(usage: c_uint, ext: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::key_usage::write(KeyUsage::from_bits_retain(usage)), ext) })
}

/// Reads the identifier of a certificate's own key.
///
/// The caller frees `id->data` with `gnutls_free`.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it
/// - `id`: takes the identifier
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.2. Manual: `gnutls_x509_ext_import_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_subject_key_id(
    ext: *const gnutls_datum_t,
    id: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `id` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(der::whole(extension_content(ext)?, der::OCTET_STRING)?.value, id) })
}

/// Writes the content of a subject key identifier extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `id`: the identifier
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.2. Manual: `gnutls_x509_ext_export_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_subject_key_id(
    id: *const gnutls_datum_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `id` is NULL or a valid datum; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_datum(&ext::values::octet_string(datum_bytes(id).ok_or(INVALID_REQUEST)?), ext)
    })
}

/// Reads how many certificates may follow before the special policy anyPolicy no longer counts.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it
/// - `skipcerts`: takes the number; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension, or the
///   number is negative or beyond 32 bits
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.6.0. RFC 5280 section 4.2.1.14. Manual: `gnutls_x509_ext_import_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_inhibit_anypolicy(
    ext: *const gnutls_datum_t,
    skipcerts: *mut c_uint,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `skipcerts` is NULL or an array as long as its size says.
    guard::unit(|| unsafe {
        write_out(skipcerts, Reader::new(extension_content(ext)?).small()?);
        Ok(())
    })
}

/// Writes the content of an inhibit anyPolicy extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `skipcerts`: how many certificates may follow before anyPolicy no longer counts
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.6.0. RFC 5280 section 4.2.1.14. Manual: `gnutls_x509_ext_export_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_inhibit_anypolicy(
    skipcerts: c_uint,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&ext::values::integer(skipcerts), ext) })
}

/// Reads when the private key of a certificate may be used.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it
/// - `activation`: takes the begin in seconds since 1970, -1 if it is not there; may be NULL
/// - `expiration`: takes the end in seconds since 1970, -1 if it is not there; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_ASN1_TIME_ERROR`, `GNUTLS_E_CERTIFICATE_TIME_ERROR`: a bound is no time
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.3.0. RFC 3280 section 4.2.1.4. Manual: `gnutls_x509_ext_import_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_private_key_usage_period(
    ext: *const gnutls_datum_t,
    activation: *mut time_t,
    expiration: *mut time_t,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `activation` and `expiration` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let (from, to) = ext::key_usage::read_period(extension_content(ext)?)?;
        write_out(activation, from.unwrap_or(-1));
        write_out(expiration, to.unwrap_or(-1));
        Ok(())
    })
}

/// Writes the content of a private key usage period extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `activation`: the begin in seconds since 1970
/// - `expiration`: the end in seconds since 1970; -1 for none, which is written as the end of the year
///   9999
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: a time is beyond the years 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.3.0. RFC 3280 section 4.2.1.4. Manual: `gnutls_x509_ext_export_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_private_key_usage_period(
    activation: time_t,
    expiration: time_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&usage_period(activation, expiration)?, ext) })
}

/// Reads what a proxy certificate states.
///
/// The caller frees the language and the policy with `gnutls_free`.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it
/// - `pathlen`: takes the number of proxies that may follow, -1 for any number; may be NULL
/// - `policy_language`: takes the dotted language of the policy, NUL-terminated; may be NULL
/// - `policy`: takes the policy, followed by a NUL, or NULL if there is none; may be NULL
/// - `sizeof_policy`: takes the length of the policy in bytes, without the NUL; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_INVALID_REQUEST`: `ext` is NULL
///
/// Since 3.3.0. RFC 3820 section 3.8. Manual: `gnutls_x509_ext_import_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_proxy(
    ext: *const gnutls_datum_t,
    pathlen: *mut c_int,
    policy_language: *mut *mut c_char,
    policy: *mut *mut c_char,
    sizeof_policy: *mut usize,
) -> c_int {
    // SAFETY: `ext` is NULL or a valid datum; `pathlen`, `policy_language`, `policy` and `sizeof_policy` are NULL or
    // valid for writes.
    guard::unit(|| unsafe {
        write_proxy(extension_content(ext)?, pathlen, policy_language, policy, sizeof_policy)
    })
}

/// Writes the content of a proxy certificate information extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `path_len_constraint`: the number of proxies that may follow; negative for any number
/// - `policy_language`: the dotted language of the policy, NUL-terminated
/// - `policy`: the policy; NULL for none
/// - `sizeof_policy`: its length in bytes
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: the language is no dotted identifier
/// - `GNUTLS_E_INVALID_REQUEST`: `policy_language` or `ext` is NULL
///
/// Since 3.3.0. RFC 3820 section 3.8. Manual: `gnutls_x509_ext_export_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_proxy(
    path_len_constraint: c_int,
    policy_language: *const c_char,
    policy: *const c_char,
    sizeof_policy: usize,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `policy_language` is NULL or a C string; `policy` is NULL or has as many bytes as its length says; `ext` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        let language = oid_of(policy_language)?;
        let policy = if policy.is_null() { None } else { Some(slice(policy.cast(), sizeof_policy)) };
        write_datum(&ext::proxy::write(path_len(path_len_constraint), &language, policy), ext)
    })
}

/// Describes certificate extensions in a text for people.
///
/// One that cannot be read is told of in the text. The caller frees `out->data` with `gnutls_free`; a
/// NUL that the size does not count ends it. The form of the text is not meant for programs.
///
/// - `exts`: the extensions: dotted identifier, critical or not, content
/// - `exts_size`: how many
/// - `format`: not looked at
/// - `out`: takes the text, in UTF-8
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an identifier is not dotted
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer or an identifier is NULL
///
/// Manual: `gnutls_x509_ext_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_print(
    exts: *mut gnutls_x509_ext_st,
    exts_size: c_uint,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    let _ = format;
    // SAFETY: `exts` is NULL or an array as long as its size says; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        if exts.is_null() && exts_size > 0 {
            return Err(INVALID_REQUEST);
        }
        let mut text = Vec::new();
        for i in 0..exts_size as usize {
            let e = &*exts.add(i);
            let id = oid_of(e.oid)?;
            let value = datum_bytes(&e.data).unwrap_or(b"");
            extensions::print(&mut text, &Extension { oid: &id, critical: e.critical != 0, value }, "\t\t");
        }
        write_datum(&text, out)
    })
}

/// Frees what an extension struct points to: the identifier and the content.
///
/// Both must come from `gnutls_malloc`, as those that the library fills. The struct itself is the
/// caller's memory, and is cleared.
///
/// - `ext`: the struct; NULL is ignored
///
/// Since 3.3.8. Manual: `gnutls_x509_ext_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_deinit(ext: *mut gnutls_x509_ext_st) {
    // SAFETY: `ext` is NULL or valid for a write.
    guard::or((), || unsafe {
        if let Some(e) = ext.as_mut() {
            free(e.oid.cast());
            free(e.data.data.cast());
            e.oid = core::ptr::null_mut();
            e.data = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
        }
    })
}
