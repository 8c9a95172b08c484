//! X.509 certificates and keys of certificate credentials.
use core::ffi::{c_char, c_int, c_uint};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;

use crate::abi::*;
use crate::alg::Format;
use crate::asn1::pem;
use crate::capi::ffi::memory::{bytes_of, datum_bytes};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::certificate_credentials::{CertificateCredentials, OwnedPcert, get_credentials_mut};
use crate::capi::object::crt::{get_crt, get_crt_list, write_crt_list};
use crate::capi::object::identity::{pcert_chain, signing_key};
use crate::capi::object::url::{is_registered_url, url_chain, url_key};
use crate::capi::object::x509_privkey::{X509Privkey, get_x509_privkey};
use crate::capi::x509::trust_list::gnutls_x509_trust_list_get_issuer;
use crate::crypto::keys::PrivateKey;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result, err};
use crate::log::{self, Text, reason, within};
use crate::memory;
use crate::pki::verify::trust;
use crate::session::credentials::{KeyPair, SigningKey};

/// Removes all certificates of the own side and their keys from the credentials.
///
/// Indices begin at 0 again, and what `gnutls_certificate_get_crt_raw` lent is no longer valid. Keys
/// are wiped once no session uses them any more. Trusted authorities, revocation lists, flags and
/// callbacks stay. Call it only while no handshake with these credentials runs.
///
/// - `sc`: the credentials; NULL is ignored
///
/// Manual: `gnutls_certificate_free_keys`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_keys(sc: gnutls_certificate_credentials_t) {
    guard::or((), || {
        // SAFETY: `sc` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(sc) } {
            c.pairs.clear();
        }
    })
}

/// A file's path from C.
///
/// # Safety
/// NULL or a C string.
pub(super) unsafe fn path<'a>(name: *const c_char) -> Result<&'a Path> {
    // SAFETY: `name` is NULL or a C string.
    match unsafe { bytes_of(name) } {
        Some(bytes) => Ok(Path::new(OsStr::from_bytes(bytes))),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// Why a private key cannot be read. Nothing of the key or the password is told.
#[cold]
fn of_key(e: Error, text: &[u8], with_password: bool) -> Error {
    match (e.code(), with_password) {
        (GNUTLS_E_DECRYPTION_FAILED, true) => {
            reason!(e, "private key: it is encrypted, and the password is wrong")
        }
        (GNUTLS_E_DECRYPTION_FAILED, false) => {
            reason!(e, "private key: it is encrypted, and there is no password or PIN function that has it")
        }
        _ if !pem::labels(text).any(|(_, label)| label.ends_with(b"PRIVATE KEY")) => {
            let found = log::list(pem::labels(text).map(|(_, label)| Text(label)));
            within!(e, "private key: there is no PEM block of one (blocks: {found})")
        }
        _ => within!(e, "private key"),
    }
}

/// Reads a chain and its key and adds them. The credentials are not borrowed while the application's PIN function runs.
///
/// # Safety
/// As [`get_credentials_mut`].
unsafe fn add_bytes(
    res: gnutls_certificate_credentials_t,
    cert: &[u8],
    key: &[u8],
    type_: gnutls_x509_crt_fmt_t,
    password: Option<&[u8]>,
    flags: c_uint,
) -> Result<c_int> {
    memory::afford(key.len())?;
    let format = Format::from_raw(type_);
    // SAFETY: `res` is NULL or a live handle.
    let pin = unsafe { get_credentials_mut(res)? }.pin;
    let key: PrivateKey =
        pin.import(key, format, password, flags).map_err(|e| of_key(e, key, password.is_some()))?;
    let chain = trust::read_certificates(cert, format).map_err(|e| {
        // A text without a certificate is reported as a text that cannot be decoded.
        let e = within!(e, "certificate");
        match e.code() {
            GNUTLS_E_NO_CERTIFICATE_FOUND => log::recode(e, Error::new(GNUTLS_E_BASE64_DECODING_ERROR)),
            _ => e,
        }
    })?;
    // SAFETY: `res` is NULL or a live handle.
    unsafe { get_credentials_mut(res)? }.add(chain, Arc::new(key))
}

/// Reads a certificate chain and its private key from files, and adds them to the credentials.
///
/// The chain and the key become one more pair of the credentials; both are copied. A client or a server
/// presents the pair that fits what its peer can take. The chain begins with the certificate of the
/// key; its issuers follow in order. An encrypted key needs `gnutls_certificate_set_x509_key_file2` or
/// `gnutls_certificate_set_pin_function`. Names may also be URLs of a kind that the program registered
/// (`gnutls_register_custom_url`). Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `certfile`: the path of the chain, NUL-terminated
/// - `keyfile`: the path of the key, NUL-terminated; may be the same file
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
///   both files
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: a file cannot be read
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`,
///   `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no private key, or its block does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the key cannot be read; the latter stands
///   for every fault of a key in DER
/// - `GNUTLS_E_DECRYPTION_FAILED`: the key is encrypted, and the password is missing or wrong
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_CIPHER_TYPE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key or an encryption of a kind that is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the key derivation of the encryption is out of bounds
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key
/// - `GNUTLS_E_BASE64_DECODING_ERROR`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`: the file has no
///   certificate, or it does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the key is not that of the first certificate
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_key_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_file(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_key_file", || {
        // SAFETY: `res` is NULL or a live handle; `certfile` and `keyfile` are NULL or C strings.
        unsafe { add_files(res, certfile, keyfile, type_, core::ptr::null(), 0) }
    })
}

/// Reads a certificate chain and its private key, which may be encrypted, from files, and adds them to
/// the credentials.
///
/// The chain and the key become one more pair of the credentials; both are copied. A client or a server
/// presents the pair that fits what its peer can take. The chain begins with the certificate of the
/// key; its issuers follow in order. Without a password an encrypted key is asked for with the callback
/// of `gnutls_certificate_set_pin_function`, once. Names may also be URLs of a kind that the program
/// registered (`gnutls_register_custom_url`). Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `certfile`: the path of the chain, NUL-terminated
/// - `keyfile`: the path of the key, NUL-terminated; may be the same file
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
///   both files
/// - `pass`: the password of an encrypted key: UTF-8, NUL-terminated, copied; NULL for none
/// - `flags`: `gnutls_pkcs_encrypt_flags_t`: 0, `GNUTLS_PKCS_PLAIN` (the key is not encrypted) or
///   `GNUTLS_PKCS_NULL_PASSWORD` (encrypted without a password)
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: a file cannot be read
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`,
///   `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no private key, or its block does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the key cannot be read; the latter stands
///   for every fault of a key in DER
/// - `GNUTLS_E_DECRYPTION_FAILED`: the key is encrypted, and the password is missing or wrong
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_CIPHER_TYPE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key or an encryption of a kind that is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the key derivation of the encryption is out of bounds
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key
/// - `GNUTLS_E_BASE64_DECODING_ERROR`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`: the file has no
///   certificate, or it does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the key is not that of the first certificate
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_key_file2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_file2(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_key_file2", || {
        // SAFETY: `res` is NULL or a live handle; `certfile`, `keyfile` and `pass` are NULL or C strings.
        unsafe { add_files(res, certfile, keyfile, type_, pass, flags) }
    })
}

/// Adds a chain and its key from files.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn add_files(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    format: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> Result<c_int> {
    // SAFETY: `res` is NULL or a live handle; `certfile`, `keyfile` and `pass` are NULL or C strings.
    if unsafe { is_registered_url(certfile) || is_registered_url(keyfile) } {
        // SAFETY: as above.
        return unsafe { add_urls(res, certfile, keyfile, format, pass, flags) };
    }
    // SAFETY: `certfile`, `keyfile` and `pass` are NULL or C strings.
    let (certfile, keyfile, pass) = unsafe { (path(certfile)?, path(keyfile)?, bytes_of(pass)) };
    let key = zeroize::Zeroizing::new(trust::read_file(keyfile)?);
    let cert = trust::read_file(certfile)?;
    // SAFETY: `res` is NULL or a live handle; `pass` is NULL or a C string.
    let added = unsafe { add_bytes(res, &cert, &key, format, pass, flags) };
    added
        .map_err(|e| within!(e, "files \"{}\" and \"{}\"", trust::name_of(certfile), trust::name_of(keyfile)))
}

/// Adds a chain and its key of which at least one is behind a URL.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn add_urls(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    format: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> Result<c_int> {
    // SAFETY: `res` is NULL or a live handle, the names are NULL or C strings. The credentials are not borrowed while the application's functions run.
    unsafe {
        let pin = get_credentials_mut(res)?.pin;
        let format = Format::from_raw(format);
        let chain = if is_registered_url(certfile) {
            url_chain(certfile, pin, flags)?
        } else {
            trust::read_certificates(&trust::read_file(path(certfile)?)?, format)?
        };
        let key: Arc<dyn SigningKey> = if is_registered_url(keyfile) {
            signing_key(url_key(keyfile, pin, flags)?, &chain, true)?
        } else {
            let bytes = zeroize::Zeroizing::new(trust::read_file(path(keyfile)?)?);
            Arc::new(pin.import(&bytes, format, bytes_of(pass), flags)?)
        };
        get_credentials_mut(res)?.add(chain, key)
    }
}

/// Reads a certificate chain and its private key from memory, and adds them to the credentials.
///
/// The chain and the key become one more pair of the credentials; both are copied. A client or a server
/// presents the pair that fits what its peer can take. The chain begins with the certificate of the
/// key; its issuers follow in order. An encrypted key needs `gnutls_certificate_set_x509_key_mem2` or
/// `gnutls_certificate_set_pin_function`. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `cert`: the chain
/// - `key`: the private key; may be the same text
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
///   both
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`,
///   `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no private key, or its block does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the key cannot be read; the latter stands
///   for every fault of a key in DER
/// - `GNUTLS_E_DECRYPTION_FAILED`: the key is encrypted, and the password is missing or wrong
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_CIPHER_TYPE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key or an encryption of a kind that is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the key derivation of the encryption is out of bounds
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key
/// - `GNUTLS_E_BASE64_DECODING_ERROR`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`: the text has no
///   certificate, or it does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the key is not that of the first certificate
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_key_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_mem(
    res: gnutls_certificate_credentials_t,
    cert: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_key_mem", || {
        // SAFETY: `res` is NULL or a live handle; `cert` and `key` are NULL or valid datums.
        unsafe { add_datums(res, cert, key, type_, core::ptr::null(), 0) }
    })
}

/// Reads a certificate chain and its private key, which may be encrypted, from memory, and adds them to
/// the credentials.
///
/// The chain and the key become one more pair of the credentials; both are copied. A client or a server
/// presents the pair that fits what its peer can take. The chain begins with the certificate of the
/// key; its issuers follow in order. Without a password an encrypted key is asked for with the callback
/// of `gnutls_certificate_set_pin_function`, once. The key may be in a PKCS #12 file, which needs
/// `pass`. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `cert`: the chain
/// - `key`: the private key; may be the same text
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
///   both
/// - `pass`: the password of an encrypted key: UTF-8, NUL-terminated, copied; NULL for none
/// - `flags`: `gnutls_pkcs_encrypt_flags_t`: 0, `GNUTLS_PKCS_PLAIN` (the key is not encrypted) or
///   `GNUTLS_PKCS_NULL_PASSWORD` (encrypted without a password)
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`,
///   `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no private key, or its block does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the key cannot be read; the latter stands
///   for every fault of a key in DER
/// - `GNUTLS_E_DECRYPTION_FAILED`: the key is encrypted, and the password is missing or wrong
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_CIPHER_TYPE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key or an encryption of a kind that is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the key derivation of the encryption is out of bounds
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key
/// - `GNUTLS_E_BASE64_DECODING_ERROR`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`: the text has no
///   certificate, or it does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the key is not that of the first certificate
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_key_mem2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_mem2(
    res: gnutls_certificate_credentials_t,
    cert: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_key_mem2", || {
        // SAFETY: `res` is NULL or a live handle; `cert` and `key` are NULL or valid datums; `pass` is NULL or a C string.
        unsafe { add_datums(res, cert, key, type_, pass, flags) }
    })
}

/// Adds a chain and its key from memory.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn add_datums(
    res: gnutls_certificate_credentials_t,
    cert: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> Result<c_int> {
    // SAFETY: `cert` and `key` are NULL or valid datums; `pass` is NULL or a C string.
    let (cert, key, pass) = unsafe { (datum_bytes(cert), datum_bytes(key), bytes_of(pass)) };
    let missing = Error::new(GNUTLS_E_INVALID_REQUEST);
    // SAFETY: `res` is NULL or a live handle; `cert` and `key` are NULL or valid datums; `pass` is NULL or a C
    // string.
    unsafe { add_bytes(res, cert.ok_or(missing)?, key.ok_or(missing)?, format, pass, flags) }
}

/// # Safety
/// `res` is NULL or credentials.
pub(super) unsafe fn get_credentials<'a>(
    res: gnutls_certificate_credentials_t,
) -> Result<&'a CertificateCredentials> {
    // SAFETY: `res` is NULL or a live handle.
    unsafe { opaque::get(res) }
}

/// Adds a certificate chain and its private key, given as X.509 objects, to the credentials.
///
/// The chain and the key become one more pair of the credentials; both are copied. A client or a server
/// presents the pair that fits what its peer can take. The caller still frees its own objects, with
/// `gnutls_x509_crt_deinit` and `gnutls_x509_privkey_deinit`. Call it before sessions use the
/// credentials.
///
/// - `res`: the credentials
/// - `cert_list`: the chain, the certificate of the key first, its issuers in order after it
/// - `cert_list_size`: the number of its elements, at least 1
/// - `key`: the private key
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the key is not that of the first certificate
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_ASN1_DER_ERROR`: the
///   key in the first certificate cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the number is not positive, or the key is empty
///
/// Since 2.4.0. Manual: `gnutls_certificate_set_x509_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key(
    res: gnutls_certificate_credentials_t,
    cert_list: *mut gnutls_x509_crt_t,
    cert_list_size: c_int,
    key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `res` and `key` are NULL or live handles; `cert_list` is NULL or an array as long as its size says.
    guard::reported("gnutls_certificate_set_x509_key", || unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(cert_list_size).ok().filter(|n| *n > 0).ok_or(INVALID_REQUEST)?;
        c.add(get_crt_list(cert_list, n)?, Arc::new(get_x509_privkey(key)?.clone()))
    })
}

/// Adds a certificate chain with a private key of any kind to the credentials, which take over the
/// certificates and the key.
///
/// On success what the elements of `pcert_list` point to and `key` belong to the credentials: the
/// caller does not use or free them any more, but for the memory of the array itself. On failure all
/// stay the caller's. The names are copied; they name hosts that the pair serves besides those in its
/// certificate. A raw public key (`gnutls_pcert_import_rawpk`) stands alone. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `names`: host names, NUL-terminated; NULL for none
/// - `names_size`: the number of names
/// - `pcert_list`: the chain, the certificate of the key first
/// - `pcert_list_size`: the number of its elements, at least 1
/// - `key`: the private key, of `gnutls_privkey_init`
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the key is not that of the first certificate; only a key that
///   the library itself holds is compared
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the key in the first
///   certificate is not supported
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer or a name is NULL, or the number of certificates is not
///   positive
///
/// Since 3.0. Manual: `gnutls_certificate_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_key(
    res: gnutls_certificate_credentials_t,
    names: *mut *const c_char,
    names_size: c_int,
    pcert_list: *mut gnutls_pcert_st,
    pcert_list_size: c_int,
    key: gnutls_privkey_t,
) -> c_int {
    // SAFETY: `res` and `key` are NULL or live handles; `pcert_list` is NULL or an array as long as its size says;
    // `names` is NULL or valid for a write.
    guard::reported("gnutls_certificate_set_key", || unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(pcert_list_size).ok().filter(|n| *n > 0).ok_or(INVALID_REQUEST)?;
        let chain = pcert_chain(pcert_list, n)?;
        let mut given = Vec::new();
        if !names.is_null() {
            for i in 0..usize::try_from(names_size).unwrap_or(0) {
                given.push(bytes_of(*names.add(i)).ok_or(INVALID_REQUEST)?.to_vec());
            }
        }
        // Ownership of the key is taken only if everything succeeds.
        let index = c.add(chain.clone(), signing_key(key, &chain, false)?)?;
        if let Some(pair) = c.pairs.last_mut() {
            pair.names = given;
            pair.key = signing_key(key, &chain, true)?;
        }
        for i in 0..n {
            c.given.push(OwnedPcert(*pcert_list.add(i)));
        }
        Ok(index)
    })
}

/// The pair at an index.
fn pair(c: &CertificateCredentials, index: c_uint) -> Result<&KeyPair> {
    c.pairs.get(index as usize).ok_or(DATA_NOT_AVAILABLE)
}

/// Gives the DER bytes of one certificate of the credentials.
///
/// They are lent, not copied: the bytes are valid until the credentials are freed or
/// `gnutls_certificate_free_keys` is called, and must not be changed or freed.
///
/// - `sc`: the credentials
/// - `idx1`: which pair, counted from 0 in the order in which they were added
/// - `idx2`: which certificate of its chain; 0 is that of the key
/// - `cert`: takes the bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such pair or certificate
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.2.5. Manual: `gnutls_certificate_get_crt_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_crt_raw(
    sc: gnutls_certificate_credentials_t,
    idx1: c_uint,
    idx2: c_uint,
    cert: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `sc` is NULL or a live handle; `cert` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let der = pair(get_credentials(sc)?, idx1)?.chain.get(idx2 as usize).ok_or(DATA_NOT_AVAILABLE)?.der();
        if cert.is_null() {
            return Err(INVALID_REQUEST);
        }
        cert.write(gnutls_datum_t { data: der.as_ptr().cast_mut(), size: der.len() as c_uint });
        Ok(())
    })
}

/// Gives copies of the certificates of one pair of the credentials.
///
/// The caller frees each element with `gnutls_x509_crt_deinit`, and the array with `gnutls_free`.
///
/// - `res`: the credentials
/// - `index`: which pair, counted from 0 in the order in which they were added
/// - `crt_list`: takes the array, the certificate of the key first
/// - `crt_list_size`: takes the number of its elements
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such pair
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.4.0. Manual: `gnutls_certificate_get_x509_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_x509_crt(
    res: gnutls_certificate_credentials_t,
    index: c_uint,
    crt_list: *mut *mut gnutls_x509_crt_t,
    crt_list_size: *mut c_uint,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crt_list` and `crt_list_size` are NULL or valid for writes.
    guard::unit(|| unsafe {
        if crt_list.is_null() || crt_list_size.is_null() {
            return Err(INVALID_REQUEST);
        }
        write_crt_list(&pair(get_credentials(res)?, index)?.chain, crt_list, crt_list_size)
    })
}

/// Gives a copy of the private key of one pair of the credentials.
///
/// The caller frees it with `gnutls_x509_privkey_deinit`. Flags and the PIN callback of an original
/// object do not come along.
///
/// - `res`: the credentials
/// - `index`: which pair, counted from 0 in the order in which they were added
/// - `key`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no such pair
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the key is behind callbacks
///   (`gnutls_privkey_import_ext4`)
///
/// Since 3.4.0. Manual: `gnutls_certificate_get_x509_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_x509_key(
    res: gnutls_certificate_credentials_t,
    index: c_uint,
    key: *mut gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `key` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let own = pair(get_credentials(res)?, index)?.key.private_key().ok_or(INVALID_REQUEST)?.clone();
        opaque::give(key, X509Privkey { key: Some(own), ..Default::default() })
    })
}

/// Gives the trusted authority of the credentials that issued a certificate.
///
/// Without `GNUTLS_TL_GET_COPY` the object belongs to the credentials: it must not be freed or changed,
/// and is valid as long as they are. With the flag it is a copy, which the caller frees with
/// `gnutls_x509_crt_deinit`.
///
/// - `sc`: the credentials
/// - `cert`: the certificate whose issuer is looked for
/// - `issuer`: takes the issuer's certificate
/// - `flags`: 0 or `GNUTLS_TL_GET_COPY`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no trusted authority issued it
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Any number of threads may ask at once.
///
/// Since 3.0. Manual: `gnutls_certificate_get_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_issuer(
    sc: gnutls_certificate_credentials_t,
    cert: gnutls_x509_crt_t,
    issuer: *mut gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `sc` and `cert` are NULL or live handles; `issuer` is NULL or valid for a write.
    guard::code(|| unsafe {
        get_crt(cert)?;
        match gnutls_x509_trust_list_get_issuer(get_credentials(sc)?.trust.handle(), cert, issuer, flags) {
            n if n < 0 => err(n),
            n => Ok(n),
        }
    })
}
