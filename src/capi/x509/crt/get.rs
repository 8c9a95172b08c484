//! Fields of a certificate other than its names.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{write_out, write_sized};
use crate::capi::object::crt::get_crt;
use crate::capi::object::pubkey::{hash_is_fixed, preferred_hash, write_algorithm_oid, write_key_id};
use crate::capi::object::raw_key::{dsa_components, write_coordinates, write_gost, write_numbers, write_rsa};
use crate::capi::object::spki::write_spki;
use crate::crypto::hash;
use crate::error::{Error, INVALID_REQUEST, Result, VALUE_NOT_FOUND};
use crate::pki::cert::canonical_spki;

/// Returns the numbers of the DSA key of a certificate.
///
/// They are big-endian, with a zero in front where the first bit is set. Each goes into fresh memory,
/// which is freed with `gnutls_free`. Where NULL is passed nothing is returned.
///
/// - `crt`: the certificate
/// - `p`: takes the prime
/// - `q`: takes the order
/// - `g`: takes the generator
/// - `y`: takes the public number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or the key is of another kind
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// FIPS 186-4. Manual: `gnutls_x509_crt_get_pk_dsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_dsa_raw(
    crt: gnutls_x509_crt_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    g: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `p`, `q`, `g` and `y` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_numbers(dsa_components(&get_crt(crt)?.public_key()?)?, [p, q, g, y], true)
    })
}

/// Returns parameters and coordinates of the GOST R 34.10 key of a certificate.
///
/// Coordinates are little-endian, in fresh memory that is freed with `gnutls_free`. Where NULL is
/// passed nothing is returned.
///
/// - `crt`: the certificate
/// - `curve`: takes the curve
/// - `digest`: takes the digest
/// - `paramset`: takes the parameters of GOST 28147
/// - `x`: takes the first coordinate
/// - `y`: takes the second coordinate
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or the key is of another kind
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// Since 3.6.3. RFC 9215. Manual: `gnutls_x509_crt_get_pk_gost_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_gost_raw(
    crt: gnutls_x509_crt_t,
    curve: *mut gnutls_ecc_curve_t,
    digest: *mut gnutls_digest_algorithm_t,
    paramset: *mut gnutls_gost_paramset_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `curve`, `digest`, `paramset`, `x` and `y` are NULL or valid for
    // writes.
    guard::unit(|| unsafe { write_gost(&get_crt(crt)?.public_key()?, curve, digest, paramset, x, y) })
}

/// Writes the unique identifier of the subject of a certificate to a buffer.
///
/// The field is from version 2, and rare; key identifiers took its place. It has nothing to do with
/// `gnutls_x509_crt_get_subject_key_id`.
///
/// - `crt`: the certificate
/// - `buf`: takes the bytes of the BIT STRING; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: the certificate has none
/// - `GNUTLS_E_ASN1_DER_ERROR`: it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `buf_size` is NULL
///
/// RFC 5280 section 4.1.2.8. Manual: `gnutls_x509_crt_get_subject_unique_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject_unique_id(
    crt: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        let id = get_crt(crt)?.subject_unique_id().ok_or(Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))??;
        write_sized(id, buf.cast(), buf_size, false)
    })
}

/// Writes the unique identifier of the issuer of a certificate to a buffer.
///
/// The field is from version 2, and rare; key identifiers took its place. It has nothing to do with
/// `gnutls_x509_crt_get_authority_key_id`.
///
/// - `crt`: the certificate
/// - `buf`: takes the bytes of the BIT STRING; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: the certificate has none
/// - `GNUTLS_E_ASN1_DER_ERROR`: it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` or `buf_size` is NULL
///
/// Since 2.12.0. RFC 5280 section 4.1.2.8. Manual: `gnutls_x509_crt_get_issuer_unique_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_unique_id(
    crt: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        let id = get_crt(crt)?.issuer_unique_id().ok_or(Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))??;
        write_sized(id, buf.cast(), buf_size, false)
    })
}

/// Returns the version of a certificate.
///
/// Certificates with extensions have version 3. One whose number is higher than 3 is imported, but
/// never verified.
///
/// - `cert`: the certificate; a fresh one has version 1
///
/// Returns the version, from 1, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.1.2.1. Manual: `gnutls_x509_crt_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_version(cert: gnutls_x509_crt_t) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crt(cert)? }.version().into()))
}

/// Returns the time from which on a certificate is valid.
///
/// - `cert`: the certificate
///
/// Returns the seconds since 1970, negative for earlier times (GnuTLS has 0 for them), or -1 if `cert`
/// is NULL or no time is set.
///
/// RFC 5280 section 4.1.2.5. Manual: `gnutls_x509_crt_get_activation_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_activation_time(cert: gnutls_x509_crt_t) -> time_t {
    // SAFETY: `cert` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crt(cert) }.map_or(-1, |c| c.not_before() as time_t))
}

/// Returns the time until which a certificate is valid.
///
/// A certificate without a well-defined end has the last second of the year 9999.
///
/// - `cert`: the certificate
///
/// Returns the seconds since 1970, negative for earlier times (GnuTLS has 0 for them), or -1 if `cert`
/// is NULL or no time is set.
///
/// RFC 5280 section 4.1.2.5. Manual: `gnutls_x509_crt_get_expiration_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_expiration_time(cert: gnutls_x509_crt_t) -> time_t {
    // SAFETY: `cert` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crt(cert) }.map_or(-1, |c| c.not_after() as time_t))
}

/// Writes the serial number of a certificate to a buffer.
///
/// These are the bytes of the INTEGER as they are written: big-endian, with a zero in front where the
/// first bit would be set. Together with the issuer the number names the certificate, as in revocation
/// lists.
///
/// - `cert`: the certificate
/// - `result`: takes the number; NULL to ask for the length
/// - `result_size`: in: the capacity of `result` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `result` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: it is not set yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `result_size` is NULL
///
/// RFC 5280 section 4.1.2.2. Manual: `gnutls_x509_crt_get_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_serial(
    cert: gnutls_x509_crt_t,
    result: *mut c_void,
    result_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `result` is NULL or has as much space as its size says; `result_size`
    // is NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(set(get_crt(cert)?.serial())?, result, result_size, false) })
}

/// A field of a certificate that may be under construction: `GNUTLS_E_ASN1_VALUE_NOT_FOUND` if it is not set yet.
fn set(field: &[u8]) -> Result<&[u8]> {
    if field.is_empty() { Err(VALUE_NOT_FOUND) } else { Ok(field) }
}

/// Writes the fingerprint of a certificate to a buffer: a digest of its DER.
///
/// - `cert`: the certificate
/// - `algo`: the digest, such as `GNUTLS_DIG_SHA256`
/// - `buf`: takes the digest; NULL to ask for the length
/// - `buf_size`: in: the capacity of `buf` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `buf` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `buf_size` is NULL, or the digest is not supported
///
/// Manual: `gnutls_x509_crt_get_fingerprint`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_fingerprint(
    cert: gnutls_x509_crt_t,
    algo: gnutls_digest_algorithm_t,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle.
        let c = unsafe { get_crt(cert)? };
        let algo = Digest::from_raw(algo).ok_or(INVALID_REQUEST)?;
        if c.is_unsigned() {
            return Err(VALUE_NOT_FOUND);
        }
        let digest = hash::digest(algo, c.der()).map_err(|_| INVALID_REQUEST)?;
        // SAFETY: `buf` is NULL or has as much space as its size says; `buf_size` is NULL or valid for a write.
        unsafe { write_sized(&digest, buf, buf_size, false) }
    })
}

/// Writes an identifier of the key of a certificate to a buffer: a digest of its SubjectPublicKeyInfo.
///
/// It depends on the key alone: `gnutls_x509_privkey_get_key_id` of the private key returns the same.
/// The identifier in the extension is another one, see `gnutls_x509_crt_get_subject_key_id`.
///
/// - `cert`: the certificate
/// - `flags`: `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`, `GNUTLS_KEYID_USE_SHA512`, or
///   `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512 today
/// - `output_data`: takes the digest; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length written, or needed
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `output_data_size` is NULL
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// Manual: `gnutls_x509_crt_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_key_id(
    cert: gnutls_x509_crt_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        set(get_crt(cert)?.spki_der())?;
        let spki = canonical_spki(&get_crt(cert)?.public_key()?);
        write_sized(&write_key_id(&spki, flags)?, output_data.cast(), output_data_size, false)
    })
}

/// Returns the algorithm by which a certificate is signed.
///
/// `gnutls_sign_get_name` has its name, `gnutls_x509_crt_get_signature_oid` its identifier, also of an
/// algorithm that is not known here.
///
/// - `cert`: the certificate
///
/// Returns a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known or there
/// is no signature, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.1.1.2. Manual: `gnutls_x509_crt_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_signature_algorithm(cert: gnutls_x509_crt_t) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crt(cert)? }.signature_algorithm().map_or(0, |s| s.raw() as c_int)))
}

/// Writes the signature of a certificate to a buffer.
///
/// - `cert`: the certificate
/// - `sig`: takes the bytes of the signature, without those of the BIT STRING around it; NULL to ask
///   for the length
/// - `sizeof_sig`: in: the capacity of `sig` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `sig` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate is empty or not signed yet
/// - `GNUTLS_E_CERTIFICATE_ERROR`: the signature is no whole number of bytes
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`, `GNUTLS_E_ASN1_DER_ERROR`: it is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `sizeof_sig` is NULL
///
/// RFC 5280 section 4.1.1.3. Manual: `gnutls_x509_crt_get_signature`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_signature(
    cert: gnutls_x509_crt_t,
    sig: *mut c_char,
    sizeof_sig: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `sig` is NULL or has as much space as its size says; `sizeof_sig` is
    // NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(get_crt(cert)?.signature()?, sig.cast(), sizeof_sig, false) })
}

/// Writes the dotted identifier of the algorithm by which a certificate is signed to a buffer.
///
/// - `cert`: the certificate
/// - `oid`: takes the identifier, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length with
///   the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate is empty or not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// Since 3.5.0. RFC 5280 section 4.1.1.2. Manual: `gnutls_x509_crt_get_signature_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_signature_oid(
    cert: gnutls_x509_crt_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &write_algorithm_oid(set(get_crt(cert)?.signature_algorithm_der())?)?,
            oid.cast(),
            oid_size,
            true,
        )
    })
}

/// Writes the dotted identifier of the algorithm of a certificate's key to a buffer.
///
/// It is there also for keys of a kind that is not supported.
///
/// - `cert`: the certificate
/// - `oid`: takes the identifier, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length with
///   the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `oid_size` is NULL
///
/// Since 3.5.0. RFC 5280 section 4.1.2.7. Manual: `gnutls_x509_crt_get_pk_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_oid(
    cert: gnutls_x509_crt_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle.
        let c = unsafe { get_crt(cert)? };
        let algorithm = crate::asn1::der::Reader::new(set(c.spki_der())?).sequence()?.expect(0x30)?.raw;
        // SAFETY: `oid` is NULL or has as much space as its size says; `oid_size` is NULL or valid for a write.
        unsafe { write_sized(&write_algorithm_oid(algorithm)?, oid.cast(), oid_size, true) }
    })
}

/// Returns the kind of the key of a certificate, and its bits.
///
/// - `cert`: the certificate
/// - `bits`: takes the bits of the modulus or of the curve, 0 after an error; may be NULL
///
/// Returns a value of `gnutls_pk_algorithm_t`, or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the key is of a kind, curve or digest that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`,
///   `GNUTLS_E_PK_INVALID_PUBKEY` and other codes of the key's parser: the key cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL
///
/// RFC 5280 section 4.1.2.7. Manual: `gnutls_x509_crt_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_algorithm(
    cert: gnutls_x509_crt_t,
    bits: *mut c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `cert` is NULL or a live handle.
        let c = unsafe { get_crt(cert)? };
        // SAFETY: `bits` is NULL or valid for a write.
        unsafe { write_out(bits, 0) };
        set(c.spki_der())?;
        let key = c.public_key()?;
        // SAFETY: `bits` is NULL or valid for a write.
        unsafe { write_out(bits, key.bits()) };
        Ok(key.pk().raw() as c_int)
    })
}

/// Returns modulus and exponent of the RSA key of a certificate.
///
/// They are big-endian, with a zero in front where the first bit is set, and in fresh memory that is
/// freed with `gnutls_free`.
///
/// - `crt`: the certificate
/// - `m`: takes the modulus; may be NULL
/// - `e`: takes the public exponent; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or the key is of another kind
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// RFC 8017 section 3.1. Manual: `gnutls_x509_crt_get_pk_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_rsa_raw(
    crt: gnutls_x509_crt_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `m` and `e` are NULL or valid for writes.
    guard::unit(|| unsafe { write_rsa(&get_crt(crt)?.public_key()?, m, e, true) })
}

/// Returns curve and coordinates of the elliptic-curve key of a certificate.
///
/// Coordinates are big-endian, with a zero in front where the first bit is set; keys of EdDSA, X25519
/// and X448 are bytes as the curve has them. All are in fresh memory that is freed with `gnutls_free`.
///
/// - `crt`: the certificate
/// - `curve`: takes the curve; may be NULL
/// - `x`: takes the first coordinate, or the bytes; may be NULL
/// - `y`: takes the second coordinate, or NULL and 0 for keys that are bytes; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL, or the key is of another kind
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// Since 3.4.1. RFC 5480, RFC 8410. Manual: `gnutls_x509_crt_get_pk_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_ecc_raw(
    crt: gnutls_x509_crt_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `curve`, `x` and `y` are NULL or valid for writes.
    guard::unit(|| unsafe { write_coordinates(&get_crt(crt)?.public_key()?, curve, x, y, true) })
}

/// Returns the digest that fits the key of a certificate best.
///
/// Deprecated: `gnutls_pubkey_get_preferred_hash_algorithm` does the same for keys of any origin.
///
/// - `crt`: the certificate
/// - `hash`: takes the digest; may be NULL
/// - `mand`: takes 1 if the key signs with no other digest, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crt` is NULL
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// Since 2.12.0. Manual: `gnutls_x509_crt_get_preferred_hash_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_preferred_hash_algorithm(
    crt: gnutls_x509_crt_t,
    hash: *mut gnutls_digest_algorithm_t,
    mand: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `crt` is NULL or a live handle; `hash` and `mand` are NULL or valid for writes.
        unsafe {
            let key = get_crt(crt)?.public_key()?;
            write_out(hash, preferred_hash(&key).raw());
            write_out(mand, hash_is_fixed(&key).into());
        }
        Ok(())
    })
}

/// Returns the restrictions of the key of a certificate to RSA-PSS or RSA-OAEP.
///
/// - `cert`: the certificate
/// - `spki`: an object from `gnutls_x509_spki_init`, which takes them
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the key has none, or is of another kind than RSA; `spki`
///   is not changed
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` or `spki` is NULL
/// - codes of `gnutls_x509_crt_get_pk_algorithm`, if the key cannot be read
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_x509_crt_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_spki(
    cert: gnutls_x509_crt_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `cert` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(&get_crt(cert)?.public_key()?, spki) })
}
