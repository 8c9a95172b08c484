//! Raw public keys as own certificates (RFC 7250).
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Format;
use crate::alg::flags::KeyUsage;
use crate::asn1::pem;
use crate::capi::ffi::file::load;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, datum_bytes};
use crate::capi::object::certificate_credentials::get_credentials_mut;
use crate::error::{Error, INVALID_REQUEST, Result};
use crate::log::within;
use crate::pki::cert::Certificate;

/// Adds a raw public key and its private key to the credentials.
///
/// They are copied, and shown where both sides have set `GNUTLS_ENABLE_RAWPK` and allow raw public keys
/// in their priorities (`+CTYPE-RAWPK`). A client shows the first that fits; a server prefers one of
/// the name that the client asks for. Nobody vouches for a raw public key: the peer has to know it.
/// Call it before sessions use the credentials.
///
/// - `cred`: the credentials
/// - `spki`: the public key, a SubjectPublicKeyInfo; in PEM with the label `PUBLIC KEY`
/// - `pkey`: the private key
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
///   both
/// - `pass`: the password of an encrypted private key, NUL-terminated; NULL for none
/// - `key_usage`: what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
/// - `names`: host names that the key is for, NUL-terminated; NULL for none
/// - `names_length`: the number of names
/// - `flags`: `gnutls_pkcs_encrypt_flags_t` for the private key, combined by or
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code:
/// - `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: `spki` or `pkey` is NULL
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: the private key is not that of the public key
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`,
///   `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: a PEM text has no key, or its block does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_UNKNOWN_PK_ALGORITHM`,
///   `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_PK_INVALID_PUBKEY`: a key cannot be read
/// - `GNUTLS_E_DECRYPTION_FAILED`: the private key is encrypted, and the password is missing or wrong
/// - `GNUTLS_E_INVALID_REQUEST`: `cred` or a name is NULL
///
/// Since 3.6.6. RFC 7250. Manual: `gnutls_certificate_set_rawpk_key_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_rawpk_key_mem(
    cred: gnutls_certificate_credentials_t,
    spki: *const gnutls_datum_t,
    pkey: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    key_usage: c_uint,
    names: *mut *const c_char,
    names_length: c_uint,
    flags: c_uint,
) -> c_int {
    guard::reported("gnutls_certificate_set_rawpk_key_mem", || {
        let missing = Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
        // SAFETY: `spki` and `pkey` are NULL or valid datums (the caller).
        let (spki, pkey) = unsafe { (datum_bytes(spki), datum_bytes(pkey)) };
        let keys = (spki.ok_or(missing)?, pkey.ok_or(missing)?);
        // SAFETY: `cred` is NULL or a live handle, `pass` NULL or a C string, `names` NULL or as long as told (the caller).
        unsafe { add(cred, keys, format, pass, key_usage, (names, names_length), flags) }
    })
}

/// Adds a raw public key and its private key of files to the credentials.
///
/// It is `gnutls_certificate_set_rawpk_key_mem` for files.
///
/// - `cred`: the credentials
/// - `rawpkfile`: the path of the public key, NUL-terminated
/// - `privkeyfile`: the path of the private key, NUL-terminated
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts), of
///   both files
/// - `pass`: the password of an encrypted private key, NUL-terminated; NULL for none
/// - `key_usage`: what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
/// - `names`: host names that the key is for, NUL-terminated; NULL for none
/// - `names_length`: the number of names
/// - `privkey_flags`: `gnutls_pkcs_encrypt_flags_t` for the private key, combined by or
/// - `pkcs11_flags`: not used
///
/// Returns 0, with `GNUTLS_CERTIFICATE_API_V2` in the flags of the credentials the index of the new
/// pair, or a negative error code of `gnutls_certificate_set_rawpk_key_mem` or:
/// - `GNUTLS_E_FILE_ERROR`: a file cannot be read
///
/// Since 3.6.6. RFC 7250. Manual: `gnutls_certificate_set_rawpk_key_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_rawpk_key_file(
    cred: gnutls_certificate_credentials_t,
    rawpkfile: *const c_char,
    privkeyfile: *const c_char,
    format: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    key_usage: c_uint,
    names: *mut *const c_char,
    names_length: c_uint,
    privkey_flags: c_uint,
    _pkcs11_flags: c_uint,
) -> c_int {
    guard::reported("gnutls_certificate_set_rawpk_key_file", || {
        let missing = Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
        // SAFETY: `rawpkfile` and `privkeyfile` are NULL or C strings (the caller).
        let (public, private) = unsafe { (bytes_of(rawpkfile), bytes_of(privkeyfile)) };
        let (public, private) = (public.ok_or(missing)?, private.ok_or(missing)?);
        let (public, private) = (load(public)?, Zeroizing::new(load(private)?));
        // SAFETY: `cred` is NULL or a live handle, `pass` NULL or a C string, `names` NULL or as long as told (the caller).
        unsafe {
            add(cred, (&public, &private), format, pass, key_usage, (names, names_length), privkey_flags)
        }
    })
}

/// # Safety
/// `cred` is NULL or a live handle, not used by another thread; `pass` is NULL or a C string; the names are NULL or an array
/// of this length of C strings.
unsafe fn add(
    cred: gnutls_certificate_credentials_t,
    (spki, key): (&[u8], &[u8]),
    format: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    usage: c_uint,
    (names, n): (*mut *const c_char, c_uint),
    flags: c_uint,
) -> Result<c_int> {
    let format = Format::from_raw(format);
    // SAFETY: as promised by the caller.
    let (pin, pass) = unsafe { (get_credentials_mut(cred)?.pin, bytes_of(pass)) };
    let mut given = Vec::new();
    for i in 0..if names.is_null() { 0 } else { n as usize } {
        // SAFETY: `names` has `n` elements (the caller).
        given.push(unsafe { bytes_of(*names.add(i)) }.ok_or(INVALID_REQUEST)?.to_vec());
    }
    let der = match format {
        Format::Der => spki.to_vec(),
        Format::Pem => pem::decode(Some("PUBLIC KEY"), spki).map_err(|e| within!(e, "the raw public key"))?,
    };
    let public = Certificate::from_raw_key(&der).map_err(|e| within!(e, "the raw public key"))?;
    // The credentials are not borrowed while the application's PIN function runs.
    let key = pin.import(key, format, pass, flags).map_err(|e| within!(e, "the private key"))?;
    // SAFETY: as promised by the caller.
    let c = unsafe { get_credentials_mut(cred)? };
    let index = c.add(vec![public], Arc::new(key))?;
    if let Some(pair) = c.pairs.last_mut() {
        pair.names = given;
        pair.usage = Some(KeyUsage::from_bits_retain(usage)).filter(|set| !set.is_empty());
    }
    Ok(index)
}
