//! Certificates with their public keys (`gnutls_pcert_st`).
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::Format;
use crate::asn1::pem;
use crate::capi::ffi::memory::{alloc_datum, datum_bytes, datum_in};
use crate::capi::ffi::{file, guard, opaque};
use crate::capi::object::crt::{get_crt, get_crt_list, new_crt};
use crate::capi::object::pin::Pin;
use crate::capi::object::pubkey::{
    Pubkey, free_pcert, get_pubkey, key_usage_of, read_certificate, unknown_kind,
};
use crate::capi::object::url::{is_registered_url, url_chain};
use crate::crypto::keys::PublicKey;
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::{Certificate, canonical_spki};
use crate::pki::verify::{path, trust};

/// A certificate as C's struct: its DER and a handle of its key.
///
/// # Safety
/// `pcert` is valid for a write.
unsafe fn give_pcert(cert: &Certificate, pcert: *mut gnutls_pcert_st) -> Result<()> {
    let key = Pubkey { key: Some(cert.public_key().map_err(unknown_kind)?), usage: key_usage_of(cert) };
    let made =
        gnutls_pcert_st { cert: alloc_datum(cert.der())?, pubkey: opaque::new(key), type_: GNUTLS_CRT_X509 };
    // SAFETY: `pcert` is NULL or valid for a write.
    unsafe { pcert.write(made) };
    Ok(())
}

/// Certificates as C's structs; none of them on failure.
///
/// # Safety
/// `pcerts` has space for the list.
unsafe fn give_pcerts(list: &[Certificate], pcerts: *mut gnutls_pcert_st) -> Result<()> {
    for (i, c) in list.iter().enumerate() {
        // SAFETY: `pcerts` is NULL or an array as long as its size says.
        if let Err(e) = unsafe { give_pcert(c, pcerts.add(i)) } {
            for j in 0..i {
                // SAFETY: filled above.
                unsafe { gnutls_pcert_deinit(pcerts.add(j)) };
            }
            return Err(e);
        }
    }
    Ok(())
}

/// Fills a certificate struct from an X.509 object.
///
/// The struct gets the certificate's DER bytes and its public key, both copied; what it held before is
/// not freed. `gnutls_pcert_deinit` frees what the struct points to afterwards.
///
/// - `pcert`: the struct to fill
/// - `crt`: the certificate, which stays the caller's
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.0. Manual: `gnutls_pcert_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_x509(
    pcert: *mut gnutls_pcert_st,
    crt: gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if pcert.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `pcert` is not NULL, and valid for a write; `crt` is NULL or a live handle.
        unsafe { give_pcert(get_crt(crt)?, pcert) }
    })
}

/// Fills an array of certificate structs from X.509 objects.
///
/// The certificates are copied; what the structs held before is not freed. On failure none is filled.
/// `gnutls_pcert_deinit` frees what each of them points to afterwards.
///
/// - `pcert_list`: the structs to fill, as many as there are certificates
/// - `crt`: the certificates, which stay the caller's
/// - `ncrt`: in: their number; out: the number of structs filled, which sorting may lower
/// - `flags`: 0, or `GNUTLS_X509_CRT_LIST_SORT`: the first certificate and its issuers in order; what
///   does not belong to that chain is left out
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: more than 16 certificates to sort, or a key of a kind that is
///   not supported
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.4.0. Manual: `gnutls_pcert_import_x509_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_x509_list(
    pcert_list: *mut gnutls_pcert_st,
    crt: *mut gnutls_x509_crt_t,
    ncrt: *mut c_uint,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        if pcert_list.is_null() || ncrt.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `crt` has `*ncrt` handles and `pcert_list` has space for as many structs.
        unsafe {
            let mut list = get_crt_list(crt, *ncrt as usize)?;
            if flags & GNUTLS_X509_CRT_LIST_SORT != 0 && list.len() > 1 {
                list = path::sort(&list)?;
            }
            give_pcerts(&list, pcert_list)?;
            ncrt.write(list.len() as c_uint);
        }
        Ok(())
    })
}

/// Reads a certificate into a certificate struct.
///
/// Of a PEM text the first certificate counts. What the struct held before is not freed.
/// `gnutls_pcert_deinit` frees what the struct points to afterwards.
///
/// - `pcert`: the struct to fill
/// - `cert`: the certificate; copied
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no
///   certificate, or one that does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.0. Manual: `gnutls_pcert_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_x509_raw(
    pcert: *mut gnutls_pcert_st,
    cert: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if pcert.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `pcert` is not NULL, and valid for a write; `cert` is NULL or a valid datum.
        unsafe { give_pcert(&read_certificate(datum_in(cert)?, format)?, pcert) }
    })
}

/// Reads the certificates of a text, or one in DER, into an array of certificate structs.
///
/// What the structs held before is not freed. On failure none is filled. `gnutls_pcert_deinit` frees
/// what each of them points to afterwards.
///
/// - `pcert_list`: the structs to fill
/// - `pcert_list_size`: in: their number; out: the number filled, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `data`: the certificates; copied
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `flags`: 0, or `GNUTLS_X509_CRT_LIST_SORT` (the first certificate and its issuers in order),
///   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` (more certificates than structs are an error, and not
///   cut off)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more certificates than structs, and the flag asks for
///   that
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: the PEM text has no block of a certificate
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a block does not
///   decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: more than 16 certificates to sort, or a key of a kind that is
///   not supported
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_PK_INVALID_PUBKEY`: a key is not supported, or is none
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.0. Manual: `gnutls_pcert_list_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_list_import_x509_raw(
    pcert_list: *mut gnutls_pcert_st,
    pcert_list_size: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `data` is NULL or a valid datum.
        let bytes = unsafe { datum_in(data)? };
        let list = trust::read_certificates(bytes, Format::from_raw(format))?;
        // SAFETY: `pcert_list` is NULL or an array as long as its size says; `pcert_list_size` is NULL or valid for a
        // write.
        unsafe { give_list(list, pcert_list, pcert_list_size, flags) }
    })
}

/// Reads the certificates of a file into an array of certificate structs.
///
/// A URL of a kind that the program registered is read by the program's own functions. What the structs
/// held before is not freed. On failure none is filled. `gnutls_pcert_deinit` frees what each of them
/// points to afterwards.
///
/// - `pcert_list`: the structs to fill
/// - `pcert_list_size`: in: their number; out: the number filled, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
/// - `file`: the path or URL, NUL-terminated
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `pin_fn`: handed on to functions that read a URL; may be NULL
/// - `pin_fn_userdata`: passed to that callback as it is
/// - `flags`: 0, or `GNUTLS_X509_CRT_LIST_SORT` (the first certificate and its issuers in order),
///   `GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED` (more certificates than structs are an error, and not
///   cut off)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be read
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there are more certificates than structs, and the flag asks for
///   that
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: the PEM text has no block of a certificate
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a block does not
///   decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a `pkcs11:` URL, more than 16 certificates to sort, or a key of
///   a kind that is not supported
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
/// - a negative code of the program's function
///
/// Since 3.6.3. Manual: `gnutls_pcert_list_import_x509_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_list_import_x509_file(
    pcert_list: *mut gnutls_pcert_st,
    pcert_list_size: *mut c_uint,
    file: *const c_char,
    format: gnutls_x509_crt_fmt_t,
    pin_fn: gnutls_pin_callback_t,
    pin_fn_userdata: *mut c_void,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `pcert_list` is NULL or an array as long as its size says; `file` is NULL or a C string;
        // `pcert_list_size` is NULL or valid for a write.
        if unsafe { is_registered_url(file) } {
            let pin = Pin { function: pin_fn, userdata: pin_fn_userdata };
            // SAFETY: `pcert_list` is NULL or an array as long as its size says; `file` is NULL or a C string;
            // `pcert_list_size` is NULL or valid for a write.
            return unsafe { give_list(url_chain(file, pin, flags)?, pcert_list, pcert_list_size, flags) };
        }
        // SAFETY: `file` is NULL or a C string.
        let path = unsafe { file::file_path(file)?.ok_or(INVALID_REQUEST)? };
        let list = trust::read_certificates(&trust::read_file(path)?, Format::from_raw(format))?;
        // SAFETY: `pcert_list` is NULL or an array as long as its size says; `pcert_list_size` is NULL or valid for a
        // write.
        unsafe { give_list(list, pcert_list, pcert_list_size, flags) }
    })
}

/// # Safety
/// As the manual has it for the pointers of the two list functions.
unsafe fn give_list(
    mut list: Vec<Certificate>,
    pcerts: *mut gnutls_pcert_st,
    size: *mut c_uint,
    flags: c_uint,
) -> Result<()> {
    if pcerts.is_null() || size.is_null() {
        return Err(INVALID_REQUEST);
    }
    if flags & GNUTLS_X509_CRT_LIST_SORT != 0 && list.len() > 1 {
        list = path::sort(&list)?;
    }
    // SAFETY: neither is NULL: `pcerts` has space for `*size` structs (the caller).
    unsafe {
        if list.len() > *size as usize {
            if flags & GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED != 0 {
                size.write(list.len() as c_uint);
                return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
            }
            list.truncate(*size as usize);
        }
        give_pcerts(&list, pcerts)?;
        size.write(list.len() as c_uint);
    }
    Ok(())
}

/// Gives the certificate of a struct as a new X.509 object.
///
/// It is a copy, which the caller frees with `gnutls_x509_crt_deinit`; the struct stays as it is.
///
/// - `pcert`: a struct with an X.509 certificate
/// - `crt`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the struct has a raw public key
///
/// Since 3.4.0. Manual: `gnutls_pcert_export_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_export_x509(
    pcert: *mut gnutls_pcert_st,
    crt: *mut gnutls_x509_crt_t,
) -> c_int {
    guard::unit(|| {
        if pcert.is_null() || crt.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: neither is NULL: `pcert` is a struct of this library, and `crt` is valid for a write.
        unsafe {
            if (*pcert).type_ != GNUTLS_CRT_X509 {
                return Err(INVALID_REQUEST);
            }
            crt.write(new_crt(Certificate::from_der(datum_bytes(&(*pcert).cert).unwrap_or(b""))?));
        }
        Ok(())
    })
}

/// Frees what a certificate struct points to: the bytes and the public key.
///
/// The struct itself, which is the caller's memory, is cleared. Structs that were given to
/// `gnutls_certificate_set_key` belong to the credentials, and are not freed.
///
/// - `pcert`: a struct that this library filled; NULL is ignored
///
/// Since 3.0. Manual: `gnutls_pcert_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_deinit(pcert: *mut gnutls_pcert_st) {
    // SAFETY: `pcert` is NULL or a struct that this library filled.
    guard::or((), || unsafe { free_pcert(pcert) });
}

/// A raw key as C's struct.
///
/// # Safety
/// `pcert` is NULL or valid for a write; `key` is a handle whose ownership is transferred.
unsafe fn give_raw(pcert: *mut gnutls_pcert_st, spki: &[u8], key: gnutls_pubkey_t) -> Result<()> {
    if pcert.is_null() {
        return Err(INVALID_REQUEST);
    }
    let made = gnutls_pcert_st { cert: alloc_datum(spki)?, pubkey: key, type_: GNUTLS_CRT_RAWPK };
    // SAFETY: `pcert` is not NULL, and valid for a write (the caller).
    unsafe { pcert.write(made) };
    Ok(())
}

/// Fills a certificate struct from a raw public key (RFC 7250).
///
/// On success the key belongs to the struct: `gnutls_pcert_deinit` frees it, and the caller does not.
/// On failure it stays the caller's. What the struct held before is not freed.
///
/// - `pcert`: the struct to fill
/// - `pubkey`: the public key
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: `pubkey` is NULL
/// - `GNUTLS_E_INVALID_REQUEST`: `pcert` is NULL, or the key is empty
///
/// Since 3.6.6. RFC 7250. Manual: `gnutls_pcert_import_rawpk`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_rawpk(
    pcert: *mut gnutls_pcert_st,
    pubkey: gnutls_pubkey_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `pubkey` is NULL or a live handle; `pcert` is NULL or valid for a write.
    guard::unit(|| unsafe {
        if pubkey.is_null() {
            return err(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
        }
        let spki = canonical_spki(get_pubkey(pubkey)?);
        give_raw(pcert, &spki, pubkey)
    })
}

/// Reads a raw public key (RFC 7250), a SubjectPublicKeyInfo, into a certificate struct.
///
/// It is copied; what the struct held before is not freed. `gnutls_pcert_deinit` frees what the struct
/// points to afterwards.
///
/// - `pcert`: the struct to fill
/// - `rawpubkey`: the key in DER, or in PEM with the label `PUBLIC KEY`
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `key_usage`: what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no such
///   block, or one that does not decode
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none
/// - `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: `rawpubkey` is NULL
/// - `GNUTLS_E_INVALID_REQUEST`: `pcert` is NULL
///
/// Since 3.6.6. RFC 7250. Manual: `gnutls_pcert_import_rawpk_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_rawpk_raw(
    pcert: *mut gnutls_pcert_st,
    rawpubkey: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    key_usage: c_uint,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `rawpubkey` is NULL or a valid datum; `pcert` is NULL or valid for a write.
    guard::unit(|| unsafe {
        if pcert.is_null() {
            return Err(INVALID_REQUEST);
        }
        let bytes = datum_bytes(rawpubkey).ok_or(Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS))?;
        let der = match Format::from_raw(format) {
            Format::Der => bytes.to_vec(),
            Format::Pem => pem::decode(Some("PUBLIC KEY"), bytes)?,
        };
        let key = Pubkey { key: Some(PublicKey::from_spki(&der)?), usage: key_usage };
        give_raw(pcert, &der, opaque::new(key))
    })
}
