//! Keys and certificates of certificate credentials in PKCS #12 files.
use core::ffi::{c_char, c_int};
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Format;
use crate::capi::credentials::certificate::trust::add_lists;
use crate::capi::ffi::memory::{bytes_of, datum_in};
use crate::capi::ffi::{file, guard};
use crate::capi::object::certificate_credentials::get_credentials_mut;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result};
use crate::log::within;
use crate::pki::pkcs12::{Pfx, parse};
use crate::pki::verify::trust;

/// Reads a private key and its certificates from a PKCS #12 file, and adds them to the credentials.
///
/// The key and the chain of its certificate become one more pair of the credentials. The chain is that of
/// `gnutls_pkcs12_simple_parse` without flags: a self-signed authority is left out. A revocation list in the
/// file is added to the trust list. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `pkcs12file`: the path of the file, NUL-terminated
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `password`: the password of the MAC, the bags and the key: UTF-8, NUL-terminated. With NULL the MAC is
///   not verified, and nothing encrypted can be read
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be read
/// - codes of `gnutls_certificate_set_x509_simple_pkcs12_mem`
/// - `GNUTLS_E_INVALID_REQUEST`: `res` or `pkcs12file` is NULL
///
/// RFC 7292. Manual: `gnutls_certificate_set_x509_simple_pkcs12_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_simple_pkcs12_file(
    res: gnutls_certificate_credentials_t,
    pkcs12file: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
    password: *const c_char,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `pkcs12file` and `password` are NULL or C strings.
    guard::reported("gnutls_certificate_set_x509_simple_pkcs12_file", || unsafe {
        let path = file::file_path(pkcs12file)?.ok_or(INVALID_REQUEST)?;
        let bytes = Zeroizing::new(trust::read_file(path)?);
        add(res, &bytes, type_, password).map_err(|e| within!(e, "file \"{}\"", trust::name_of(path)))
    })
}

/// Reads a private key and its certificates from PKCS #12 in memory, and adds them to the credentials.
///
/// The key and the chain of its certificate become one more pair of the credentials. The chain is that of
/// `gnutls_pkcs12_simple_parse` without flags: a self-signed authority is left out. A revocation list in the
/// file is added to the trust list. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `p12blob`: the file, which is copied
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `password`: the password of the MAC, the bags and the key: UTF-8, NUL-terminated. With NULL the MAC is
///   not verified, and nothing encrypted can be read
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_MAC_VERIFY_FAILED`: the password is wrong, or the file was changed
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there is a password, but the file has no MAC
/// - `GNUTLS_E_DECRYPTION_FAILED`: the password is missing, or wrong for a bag or the key
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the file has no key, or no certificate of it
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the certificate that is marked as that of the key is not
/// - other codes of `gnutls_pkcs12_import` and `gnutls_pkcs12_simple_parse`
/// - `GNUTLS_E_INVALID_REQUEST`: `res` or `p12blob` is NULL
///
/// Since 2.8.0. RFC 7292. Manual: `gnutls_certificate_set_x509_simple_pkcs12_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_simple_pkcs12_mem(
    res: gnutls_certificate_credentials_t,
    p12blob: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
    password: *const c_char,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `p12blob` is NULL or a valid datum; `password` is NULL or a C
    // string.
    guard::reported("gnutls_certificate_set_x509_simple_pkcs12_mem", || unsafe {
        add(res, datum_in(p12blob)?, type_, password).map_err(|e| within!(e, "PKCS #12"))
    })
}

/// Adds what is in a file.
///
/// # Safety
/// `res` is NULL or a live handle; `password` is NULL or a C string.
unsafe fn add(
    res: gnutls_certificate_credentials_t,
    bytes: &[u8],
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
) -> Result<c_int> {
    // SAFETY: `res` is NULL or a live handle; `password` is NULL or a C string.
    let (credentials, password) = unsafe { (get_credentials_mut(res)?, bytes_of(password)) };
    let pfx = Pfx::import(bytes, Format::from_raw(format))?;
    if password.is_some() {
        pfx.verify_mac(password)?;
    }
    let found = parse::parse(&pfx, password, false)?;
    if found.chain.is_empty() {
        return Err(DATA_NOT_AVAILABLE);
    }
    let index = credentials.add(found.chain, Arc::new(found.key))?;
    add_lists(credentials, found.crl.into_iter().collect(), GNUTLS_TL_NO_DUPLICATES)?;
    Ok(index)
}
