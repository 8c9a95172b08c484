//! Writing the fields of a certificate, and signing it.
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::asn1::der;
use crate::capi::ffi::memory::bytes_in;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crq::get_crq;
use crate::capi::object::crt::{edit_crt, get_crt};
use crate::capi::object::dn::{with_dn_attribute, with_dn_text};
use crate::capi::object::pin::Pin;
use crate::capi::object::pubkey::get_pubkey;
use crate::capi::object::signer::Signer;
use crate::capi::object::spki::spki_restriction;
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::cert::build::Draft;
use crate::pki::cert::canonical_spki;
use crate::pki::ext;

/// Copies subject and key of a certificate request into a certificate.
///
/// The signature of the request is not checked: call `gnutls_x509_crq_verify` before. Its extensions
/// are left out; `gnutls_x509_crt_set_crq_extensions` copies them.
///
/// - `crt`: the certificate
/// - `crq`: the request
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the key is of a kind, curve or digest that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`,
///   `GNUTLS_E_PK_INVALID_PUBKEY` and other codes of the key's parser: the key cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `crq` is NULL
///
/// RFC 2986. Manual: `gnutls_x509_crt_set_crq`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crq(crt: gnutls_x509_crt_t, crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crt` and `crq` are NULL or live handles.
    guard::unit(|| unsafe {
        let q = get_crq(crq)?;
        q.public_key()?;
        edit_crt(crt, |d| {
            d.subject = q.subject.clone();
            d.spki = q.spki.clone();
            Ok(())
        })
    })
}

/// Sets flags that count when a certificate is imported afterwards.
///
/// - `cert`: the certificate; NULL is ignored
/// - `flags`: 0, or `GNUTLS_X509_CRT_FLAG_IGNORE_SANITY` to import certificates whose version, dates or
///   duplicate extensions are against RFC 5280. They replace those of an earlier call
///
/// Since 3.6.0. Manual: `gnutls_x509_crt_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_flags(cert: gnutls_x509_crt_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `cert` is NULL or a live handle.
        if let Ok(c) = unsafe { opaque::get_mut(cert) } {
            c.flags = flags;
        }
    });
}

/// An INTEGER's content as short as it can be; zero, and nothing at all, are no serial number.
fn serial_of(bytes: &[u8]) -> Result<Vec<u8>> {
    if bytes.iter().all(|&b| b == 0) {
        return Err(INVALID_REQUEST);
    }
    Ok(ext::values::minimal_integer(bytes).to_vec())
}

/// Sets the version of a certificate.
///
/// A fresh certificate has version 1. Extensions need version 3, unique identifiers 2 or 3; this is
/// checked when the certificate is signed.
///
/// - `crt`: the certificate
/// - `version`: 1, 2 or 3; up to 127 is taken
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or `version` is 0 or above 127
///
/// RFC 5280 section 4.1.2.1. Manual: `gnutls_x509_crt_set_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_version(crt: gnutls_x509_crt_t, version: c_uint) -> c_int {
    // SAFETY: `crt` is NULL or a live handle.
    guard::unit(|| unsafe {
        let version = u8::try_from(version).ok().filter(|v| (1..128).contains(v)).ok_or(INVALID_REQUEST)?;
        edit_crt(crt, |d| {
            d.version = version;
            Ok(())
        })
    })
}

/// Sets the serial number of a certificate.
///
/// An authority gives no number twice. RFC 5280 wants it positive and of at most 20 bytes, which is not
/// checked: set the first bit to 0, or put a zero in front.
///
/// - `cert`: the certificate
/// - `serial`: the number, big-endian, in two's complement; it is copied, without needless bytes in
///   front
/// - `serial_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL, or the number is NULL, empty or zero
///
/// RFC 5280 section 4.1.2.2. Manual: `gnutls_x509_crt_set_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_serial(
    cert: gnutls_x509_crt_t,
    serial: *const c_void,
    serial_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `serial` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let serial = serial_of(bytes_in(serial, serial_size)?)?;
        edit_crt(cert, |d| {
            d.serial = serial;
            Ok(())
        })
    })
}

/// Sets the time from which on a certificate is valid.
///
/// It is written as UTCTime for the years from 1950 to 2049, else as GeneralizedTime.
///
/// - `cert`: the certificate
/// - `act_time`: seconds since 1970
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the year is not from 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.1.2.5. Manual: `gnutls_x509_crt_set_activation_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_activation_time(
    cert: gnutls_x509_crt_t,
    act_time: time_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::unit(|| unsafe {
        let time = der::time(act_time)?;
        edit_crt(cert, |d| {
            d.not_before = time;
            Ok(())
        })
    })
}

/// Sets the time until which a certificate is valid.
///
/// It is written as UTCTime for the years from 1950 to 2049, else as GeneralizedTime.
///
/// - `cert`: the certificate
/// - `exp_time`: seconds since 1970, or -1 (`GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION`) for no
///   well-defined end, the last second of the year 9999
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the year is not from 0 to 9999
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.1.2.5. Manual: `gnutls_x509_crt_set_expiration_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_expiration_time(
    cert: gnutls_x509_crt_t,
    exp_time: time_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::unit(|| unsafe {
        let time = der::time(if exp_time == -1 { der::NO_DATE } else { exp_time })?;
        edit_crt(cert, |d| {
            d.not_after = time;
            Ok(())
        })
    })
}

/// Adds the parts of a name in text to the subject of a certificate.
///
/// The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
/// short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
/// (`+`) are not supported. On failure the subject stays as it was.
///
/// - `crt`: the certificate
/// - `dn`: the text, NUL-terminated UTF-8
/// - `err`: takes a pointer into `dn`: after an error to where the part begins that cannot be read, or
///   to the end of the text; otherwise to the end of its first part. May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: the text cannot be read, or has a type or value that cannot be written
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `dn` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crt_set_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_dn(
    crt: gnutls_x509_crt_t,
    dn: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `dn` is NULL or a C string; `err` is NULL or valid for a write.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.subject = with_dn_text(&d.subject, dn, err)?;
            Ok(())
        })
    })
}

/// Adds the parts of a name in text to the issuer of a certificate.
///
/// The text is that of RFC 4514, the last part first: `CN=www.example.com,O=Example,C=GB`. Types are
/// short names or dotted; a value may be `#` and the hex of its DER. Parts with several attributes
/// (`+`) are not supported. On failure the issuer stays as it was. Signing sets the issuer anew, to the
/// subject of the signing certificate.
///
/// - `crt`: the certificate
/// - `dn`: the text, NUL-terminated UTF-8
/// - `err`: takes a pointer into `dn`: after an error to where the part begins that cannot be read, or
///   to the end of the text; otherwise to the end of its first part. May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: the text cannot be read, or has a type or value that cannot be written
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `dn` is NULL
///
/// RFC 4514. Manual: `gnutls_x509_crt_set_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_dn(
    crt: gnutls_x509_crt_t,
    dn: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `dn` is NULL or a C string; `err` is NULL or valid for a write.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.issuer = with_dn_text(&d.issuer, dn, err)?;
            Ok(())
        })
    })
}

/// Adds an attribute to the end of the subject of a certificate.
///
/// Text is written in the string type that the attribute asks for: a DirectoryString is PrintableString
/// where it can be, else UTF8String. On failure the subject stays as it was.
///
/// - `crt`: the certificate
/// - `oid`: the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
/// - `raw_flag`: 0 if `name` is text, else it is the value in DER with its tag
/// - `name`: the value; it is copied
/// - `sizeof_name`: its length in bytes; not 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_X509_UNSUPPORTED_OID`: text for a type that is not known; use DER
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: `name` is to be DER, and is not one element
///   of it
/// - `GNUTLS_E_INVALID_REQUEST`: `crt`, `oid` or `name` is NULL, or `sizeof_name` is 0
///
/// RFC 5280 section 4.1.2.6. Manual: `gnutls_x509_crt_set_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_dn_by_oid(
    crt: gnutls_x509_crt_t,
    oid: *const c_char,
    raw_flag: c_uint,
    name: *const c_void,
    sizeof_name: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `oid` is NULL or a C string; `name` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.subject = with_dn_attribute(&d.subject, oid, raw_flag, name, sizeof_name)?;
            Ok(())
        })
    })
}

/// Adds an attribute to the end of the issuer of a certificate.
///
/// Text is written in the string type that the attribute asks for: a DirectoryString is PrintableString
/// where it can be, else UTF8String. On failure the issuer stays as it was. Signing sets the issuer
/// anew, to the subject of the signing certificate.
///
/// - `crt`: the certificate
/// - `oid`: the dotted type, such as `GNUTLS_OID_X520_COMMON_NAME`
/// - `raw_flag`: 0 if `name` is text, else it is the value in DER with its tag
/// - `name`: the value; it is copied
/// - `sizeof_name`: its length in bytes; not 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_X509_UNSUPPORTED_OID`: text for a type that is not known; use DER
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: `oid` is no dotted identifier
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: `name` is to be DER, and is not one element
///   of it
/// - `GNUTLS_E_INVALID_REQUEST`: `crt`, `oid` or `name` is NULL, or `sizeof_name` is 0
///
/// RFC 5280 section 4.1.2.4. Manual: `gnutls_x509_crt_set_issuer_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_dn_by_oid(
    crt: gnutls_x509_crt_t,
    oid: *const c_char,
    raw_flag: c_uint,
    name: *const c_void,
    sizeof_name: c_uint,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `oid` is NULL or a C string; `name` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        edit_crt(crt, |d| {
            d.issuer = with_dn_attribute(&d.issuer, oid, raw_flag, name, sizeof_name)?;
            Ok(())
        })
    })
}

/// Sets the subject of a proxy certificate: that of an end certificate with one common name more.
///
/// `gnutls_x509_crt_set_proxy` sets the extension that such a certificate needs. On failure the subject
/// stays as it was.
///
/// - `crt`: the proxy certificate
/// - `eecrt`: the end certificate, which will sign it
/// - `raw_flag`: 0 if `name` is text, else it is the value in DER with its tag
/// - `name`: the common name, or NULL for none
/// - `sizeof_name`: its length in bytes; 0 for none
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: `name` is to be DER, and is not one element
///   of it
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `eecrt` is NULL
///
/// RFC 3820 section 3.4. Manual: `gnutls_x509_crt_set_proxy_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_proxy_dn(
    crt: gnutls_x509_crt_t,
    eecrt: gnutls_x509_crt_t,
    raw_flag: c_uint,
    name: *const c_void,
    sizeof_name: c_uint,
) -> c_int {
    // SAFETY: `crt` and `eecrt` are NULL or live handles; `name` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let subject = get_crt(eecrt)?.subject().to_vec();
        edit_crt(crt, |d| {
            d.subject = subject;
            if !name.is_null() && sizeof_name > 0 {
                d.subject = with_dn_attribute(&d.subject, c"2.5.4.3".as_ptr(), raw_flag, name, sizeof_name)?;
            }
            Ok(())
        })
    })
}

/// Sets the key of a certificate to the public half of a private key.
///
/// The key is copied. To sign the certificate with the same key, pass the certificate as its own issuer
/// to `gnutls_x509_crt_sign2`.
///
/// - `crt`: the certificate
/// - `key`: the private key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or `key` is NULL or empty
///
/// RFC 5280 section 4.1.2.7. Manual: `gnutls_x509_crt_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_key(
    crt: gnutls_x509_crt_t,
    key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `crt` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let spki = canonical_spki(get_x509_privkey(key)?.public());
        edit_crt(crt, |d| {
            d.spki = spki;
            Ok(())
        })
    })
}

/// Sets the key of a certificate to a public key.
///
/// The key is copied. With `gnutls_pubkey_import_privkey` it may come from a key that is not in memory.
///
/// - `crt`: the certificate
/// - `key`: the public key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or `key` is NULL or empty
///
/// Since 2.12.0. RFC 5280 section 4.1.2.7. Manual: `gnutls_x509_crt_set_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_pubkey(crt: gnutls_x509_crt_t, key: gnutls_pubkey_t) -> c_int {
    // SAFETY: `crt` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let spki = canonical_spki(get_pubkey(key)?);
        edit_crt(crt, |d| {
            d.spki = spki;
            Ok(())
        })
    })
}

/// Sets the unique identifier of the subject of a certificate.
///
/// The certificate must then be of version 2 or 3, else it cannot be signed. RFC 5280 advises against
/// the field.
///
/// - `cert`: the certificate
/// - `id`: the bytes, which are copied
/// - `id_size`: their number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL, or `id` is NULL while `id_size` is not 0
///
/// Since 3.4.7. RFC 5280 section 4.1.2.8. Manual: `gnutls_x509_crt_set_subject_unique_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_subject_unique_id(
    cert: gnutls_x509_crt_t,
    id: *const c_void,
    id_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `id` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let id = bytes_in(id, id_size)?.to_vec();
        edit_crt(cert, |d| {
            d.subject_unique_id = Some(id);
            Ok(())
        })
    })
}

/// Sets the unique identifier of the issuer of a certificate.
///
/// The certificate must then be of version 2 or 3, else it cannot be signed. RFC 5280 advises against
/// the field.
///
/// - `cert`: the certificate
/// - `id`: the bytes, which are copied
/// - `id_size`: their number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL, or `id` is NULL while `id_size` is not 0
///
/// Since 3.4.7. RFC 5280 section 4.1.2.8. Manual: `gnutls_x509_crt_set_issuer_unique_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_issuer_unique_id(
    cert: gnutls_x509_crt_t,
    id: *const c_void,
    id_size: usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `id` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe {
        let id = bytes_in(id, id_size)?.to_vec();
        edit_crt(cert, |d| {
            d.issuer_unique_id = Some(id);
            Ok(())
        })
    })
}

/// Sets the function that is asked for the PIN of what `gnutls_x509_crt_import_url` opens.
///
/// The library itself keeps it and does not call it: URLs are opened by functions of the application. A
/// later import keeps it.
///
/// - `crt`: the certificate; NULL is ignored
/// - `fn_`: the function, or NULL for none
/// - `userdata`: passed to `fn_`
///
/// Since 3.1.0. Manual: `gnutls_x509_crt_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_pin_function(
    crt: gnutls_x509_crt_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    // SAFETY: `crt` is NULL or a live handle.
    guard::or((), || unsafe {
        if let Ok(c) = opaque::get_mut(crt) {
            c.pin = Pin { function: fn_, userdata };
        }
    })
}

/// Signs `cert` as `issuer`: its subject becomes the issuer.
///
/// # Safety
/// The handles are as the manual has them.
unsafe fn sign(
    cert: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    signer: Signer<'_>,
    digest: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> Result<()> {
    // SAFETY: `cert` and `issuer` are NULL or live handles. The draft is a copy: nothing of the object is borrowed while the signer runs.
    unsafe {
        let mut draft = Draft::of(get_crt(cert)?);
        let from = get_crt(issuer)?.clone();
        draft.issuer = from.subject().to_vec();
        draft.check()?;
        let key = from.public_key().ok();
        signer.check_issuer(key.as_ref(), flags)?;
        let signed = signer.sign(digest, flags, key.as_ref(), |algorithm| {
            draft.algorithm = algorithm.to_vec();
            draft.certificate().tbs().to_vec()
        })?;
        edit_crt(cert, |d| {
            draft.signature = [&[0], &signed.signature[..]].concat();
            *d = draft;
            Ok(())
        })
    }
}

/// Signs a certificate, with the digest that fits the key.
///
/// The same as `gnutls_x509_crt_sign2` with `GNUTLS_DIG_UNKNOWN` and no flags, which says more.
///
/// - `crt`: the certificate
/// - `issuer`: the certificate of the signer, or `crt` itself for a self-signed one
/// - `issuer_key`: the private key of `issuer`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CERTIFICATE_TIME_ERROR`: start or end of validity is not set
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: serial number or key is not set
/// - `GNUTLS_E_X509_CERTIFICATE_ERROR`: there are fields that the version has not got
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
///   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so, or is of another kind than that of `issuer`
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `issuer` is NULL, or `issuer_key` is NULL or empty
///
/// RFC 5280 section 4.1.1. Manual: `gnutls_x509_crt_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_sign(
    crt: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `crt`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crt, issuer, Signer::x509(issuer_key)?, GNUTLS_DIG_UNKNOWN, 0) })
}

/// Signs a certificate with a digest of choice.
///
/// The subject of `issuer` becomes the issuer. It is not checked whether `issuer_key` is its key, or
/// whether it is an authority. A field that is set later makes the signature wrong until the
/// certificate is signed anew. On failure the certificate stays as it was.
///
/// - `crt`: the certificate
/// - `issuer`: the certificate of the signer, or `crt` itself for a self-signed one
/// - `issuer_key`: the private key of `issuer`. If that one's key is restricted to RSA-PSS, an RSA key
///   signs so
/// - `dig`: the digest, such as `GNUTLS_DIG_SHA256`, or `GNUTLS_DIG_UNKNOWN` for one that fits the key.
///   Keys of EdDSA and ML-DSA take no other than their own
/// - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CERTIFICATE_TIME_ERROR`: start or end of validity is not set
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: serial number or key is not set
/// - `GNUTLS_E_X509_CERTIFICATE_ERROR`: there are fields that the version has not got
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`: key and digest
///   do not go together
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key is restricted to another digest, or too short for RSA-PSS
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `issuer` is NULL, `issuer_key` is NULL or empty, or RSA-PSS
///   is asked of another kind of key
///
/// RFC 5280 section 4.1.1. Manual: `gnutls_x509_crt_sign2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_sign2(
    crt: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_x509_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crt, issuer, Signer::x509(issuer_key)?, dig, flags) })
}

/// Signs a certificate with a key of any kind, such as one behind functions of the application.
///
/// Else the same as `gnutls_x509_crt_sign2`. Functions of the key may use the certificate, whose fields
/// are not locked while they run.
///
/// - `crt`: the certificate
/// - `issuer`: the certificate of the signer, or `crt` itself for a self-signed one
/// - `issuer_key`: the private key of `issuer`
/// - `dig`: the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
/// - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_CERTIFICATE_TIME_ERROR`: start or end of validity is not set
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: serial number or key is not set
/// - `GNUTLS_E_X509_CERTIFICATE_ERROR`: there are fields that the version has not got
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
///   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so, or is of another kind than that of `issuer`
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `issuer` is NULL, `issuer_key` is NULL or empty, or RSA-PSS
///   is asked of another kind of key
/// - whatever negative code a function of the key answers
///
/// RFC 5280 section 4.1.1. Manual: `gnutls_x509_crt_privkey_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_privkey_sign(
    crt: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
    issuer_key: gnutls_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crt`, `issuer` and `issuer_key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crt, issuer, Signer::any(issuer_key)?, dig, flags) })
}

/// Restricts the RSA key of a certificate to RSA-PSS or RSA-OAEP.
///
/// The key is set before, as with `gnutls_x509_crt_set_key`. The private key need not be restricted.
///
/// - `crt`: the certificate
/// - `spki`: the restrictions, which are copied
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: RSA-PSS has no such digest here
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `spki` is NULL, `spki` has no restrictions, or the key is of
///   another kind
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_x509_crt_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_spki(
    crt: gnutls_x509_crt_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `crt` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let key = get_crt(crt)?.public_key()?;
        let restricted = key.for_use(&spki_restriction(spki)?)?;
        edit_crt(crt, |d| {
            d.spki = canonical_spki(&restricted);
            Ok(())
        })
    })
}
