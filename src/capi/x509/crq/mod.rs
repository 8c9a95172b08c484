//! Certificate requests.
pub mod dn;
pub mod ext;
pub mod extension;

use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::*;
use crate::alg::{Format, PrintFormat};
use crate::asn1::der::Reader;
use crate::asn1::{der, oid, pem};
use crate::capi::ffi::memory::{bytes_of, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crq::{edit_crq, get_crq};
use crate::capi::object::pubkey::{get_pubkey, verify_result, write_algorithm_oid, write_key_id};
use crate::capi::object::raw_key::write_rsa;
use crate::capi::object::signer::Signer;
use crate::capi::object::spki::{spki_restriction, write_spki};
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::crypto::keys::PublicKey;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result, VALUE_NOT_FOUND, err};
use crate::pki::cert::canonical_spki;
use crate::pki::crq::{Attribute, Request};
use crate::pki::name;
use crate::pki::name::write;
use crate::pki::text::request;

const LABELS: [&str; 2] = ["NEW CERTIFICATE REQUEST", "CERTIFICATE REQUEST"];

/// Creates an empty certificate request.
///
/// It is filled by `gnutls_x509_crq_import`, or field by field by the setters and then signed with
/// `gnutls_x509_crq_sign2`.
///
/// - `crq`: takes the new request, which is freed with `gnutls_x509_crq_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// Getters only look at a request: any number of threads may call them on one at the same time, as long
/// as it is not changed.
///
/// RFC 2986. Manual: `gnutls_x509_crq_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_init(crq: *mut gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crq` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(crq, Request::default()) })
}

/// Frees a certificate request.
///
/// Certificates that took subject, key or extensions from it have copies, and are not affected.
///
/// - `crq`: the request; NULL is ignored
///
/// Manual: `gnutls_x509_crq_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_deinit(crq: gnutls_x509_crq_t) {
    // SAFETY: `crq` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(crq));
    })
}

/// Reads a certificate request from DER or PEM, in the place of what the object held.
///
/// Of PEM the first block labelled `NEW CERTIFICATE REQUEST` or else `CERTIFICATE REQUEST` is read. The
/// signature is not checked: `gnutls_x509_crq_verify` does that. On failure the object keeps what it
/// had.
///
/// - `crq`: a request from `gnutls_x509_crq_init`
/// - `data`: the bytes, which are copied
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no request in DER, or one of more
///   than 256 attributes
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `data` is NULL
///
/// RFC 2986 section 4, RFC 7468. Manual: `gnutls_x509_crq_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_import(
    crq: gnutls_x509_crq_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let bytes = datum_in(data)?;
        let slot = opaque::get_mut(crq)?;
        *slot = match Format::from_raw(format) {
            Format::Der => Request::from_der(bytes)?,
            Format::Pem => Request::from_der(&pem::decode_either(LABELS, bytes)?.1)?,
        };
        Ok(())
    })
}

fn exported(q: &Request, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    let der = q.to_der()?;
    Ok(if format == GNUTLS_X509_FMT_PEM { pem::encode(LABELS[0], &der) } else { der })
}

/// Writes a certificate request in DER or PEM to a buffer.
///
/// What was imported comes out byte for byte. A request that is being built can be exported once it is
/// signed; sign again after a change. `gnutls_x509_crq_export2` allocates the memory itself.
///
/// - `crq`: the request
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `NEW CERTIFICATE REQUEST`; every other value
///   means DER
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request is not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `output_data_size` is NULL
///
/// RFC 7468. Manual: `gnutls_x509_crq_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_export(
    crq: gnutls_x509_crq_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported(get_crq(crq)?, format)?;
        write_sized(&bytes, output_data, output_data_size, format == GNUTLS_X509_FMT_PEM)
    })
}

/// Writes a certificate request in DER or PEM to fresh memory.
///
/// What was imported comes out byte for byte. A request that is being built can be exported once it is
/// signed; sign again after a change.
///
/// - `crq`: the request
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `NEW CERTIFICATE REQUEST`; every other value
///   means DER
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request is not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `out` is NULL
///
/// RFC 7468. Manual: `gnutls_x509_crq_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_export2(
    crq: gnutls_x509_crq_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_crq(crq)?, format)?, out) })
}

/// Describes a certificate request in text for people to read.
///
/// The text is in English and meant for display; programs use the getters. What of the request cannot
/// be read is told in the text and no error.
///
/// - `crq`: the request
/// - `format`: `GNUTLS_CRT_PRINT_FULL`, or another value of its type
/// - `out`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `out` is NULL, or the format is unknown
///
/// Since 2.8.0. Manual: `gnutls_x509_crq_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_print(
    crq: gnutls_x509_crq_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let detail = PrintFormat::from_raw(format).ok_or(INVALID_REQUEST)?;
        write_datum(&request::request(get_crq(crq)?, detail), out)
    })
}

/// Returns the version of a certificate request.
///
/// RFC 2986 knows version 1 alone.
///
/// - `crq`: the request
///
/// Returns the version, from 1, or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: it is not set yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// RFC 2986 section 4.1. Manual: `gnutls_x509_crq_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_version(crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::code(|| unsafe { Ok(get_crq(crq)?.version.ok_or(VALUE_NOT_FOUND)?.into()) })
}

/// Sets the version of a certificate request.
///
/// Signing sets version 1 where none is set, so that most programs need not call it.
///
/// - `crq`: the request
/// - `version`: 1; 0 counts as 1
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// RFC 2986 section 4.1. Manual: `gnutls_x509_crq_set_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_version(crq: gnutls_x509_crq_t, version: c_uint) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::unit(|| unsafe {
        edit_crq(crq)?.version = Some((version as u8).max(1));
        Ok(())
    })
}

/// Sets the key of a certificate request to the public half of a private key.
///
/// The key is copied. Sign the request with the same private key.
///
/// - `crq`: the request
/// - `key`: the private key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, or `key` is NULL or empty
///
/// RFC 2986 section 4.1. Manual: `gnutls_x509_crq_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key(
    crq: gnutls_x509_crq_t,
    key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `crq` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let spki = canonical_spki(get_x509_privkey(key)?.public());
        edit_crq(crq)?.spki = spki;
        Ok(())
    })
}

/// Sets the key of a certificate request to a public key.
///
/// The key is copied. With `gnutls_pubkey_import_privkey` it may come from a key that is not in memory,
/// which signs with `gnutls_x509_crq_privkey_sign`.
///
/// - `crq`: the request
/// - `key`: the public key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, or `key` is NULL or empty
///
/// Since 2.12.0. RFC 2986 section 4.1. Manual: `gnutls_x509_crq_set_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_pubkey(crq: gnutls_x509_crq_t, key: gnutls_pubkey_t) -> c_int {
    // SAFETY: `crq` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let spki = canonical_spki(get_pubkey(key)?);
        edit_crq(crq)?.spki = spki;
        Ok(())
    })
}

/// Sets the key of a certificate request to an RSA key of its numbers.
///
/// - `crq`: the request
/// - `m`: the modulus, big-endian and unsigned; it is copied
/// - `e`: the public exponent, likewise
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`: the modulus is 0
/// - `GNUTLS_E_INVALID_REQUEST`: `crq`, `m` or `e` is NULL
///
/// Since 2.6.0. RFC 8017 section 3.1. Manual: `gnutls_x509_crq_set_key_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key_rsa_raw(
    crq: gnutls_x509_crq_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `m` and `e` are NULL or valid datums.
    guard::unit(|| unsafe {
        let key = PublicKey::from_rsa(datum_in(m)?, datum_in(e)?)?;
        edit_crq(crq)?.spki = key.spki().to_vec();
        Ok(())
    })
}

/// Returns modulus and exponent of the RSA key of a certificate request.
///
/// They are big-endian and unsigned, without a zero in front, and in fresh memory that is freed with
/// `gnutls_free`.
///
/// - `crq`: the request
/// - `m`: takes the modulus; may be NULL
/// - `e`: takes the public exponent; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, there is no key yet, or it is of another kind
/// - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
///
/// Since 2.8.0. RFC 8017 section 3.1. Manual: `gnutls_x509_crq_get_key_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_key_rsa_raw(
    crq: gnutls_x509_crq_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `m` and `e` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let q = get_crq(crq)?;
        if q.spki.is_empty() {
            return Err(INVALID_REQUEST);
        }
        write_rsa(&q.public_key()?, m, e, false)
    })
}

/// Writes an identifier of the key of a certificate request to a buffer: a digest of its
/// SubjectPublicKeyInfo.
///
/// It depends on the key alone: `gnutls_x509_privkey_get_key_id` of the private key and
/// `gnutls_x509_crt_get_key_id` of a certificate for it return the same.
///
/// - `crq`: the request
/// - `flags`: `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`, `GNUTLS_KEYID_USE_SHA512`, or
///   `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512 today
/// - `output_data`: takes the digest; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length written, or needed
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `output_data_size` is NULL
/// - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
///
/// Since 2.8.0. Manual: `gnutls_x509_crq_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_key_id(
    crq: gnutls_x509_crq_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let spki = canonical_spki(&get_crq(crq)?.public_key()?);
        write_sized(&write_key_id(&spki, flags)?, output_data.cast(), output_data_size, false)
    })
}

/// Returns the kind of the key of a certificate request, and its bits.
///
/// - `crq`: the request
/// - `bits`: takes the bits of the modulus or of the curve, 0 after an error; may be NULL
///
/// Returns a value of `gnutls_pk_algorithm_t`, or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the key is of a kind, curve or digest that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`,
///   `GNUTLS_E_PK_INVALID_PUBKEY` and other codes of the key's parser: the key cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// RFC 2986 section 4.1. Manual: `gnutls_x509_crq_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_pk_algorithm(
    crq: gnutls_x509_crq_t,
    bits: *mut c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `bits` is NULL or valid for a write.
    guard::code(|| unsafe {
        let q = get_crq(crq)?;
        write_out(bits, 0);
        if q.spki.is_empty() {
            return Err(VALUE_NOT_FOUND);
        }
        let pk = q.pk().ok_or(GNUTLS_E_UNKNOWN_PK_ALGORITHM)?;
        write_out(bits, q.public_key()?.bits());
        Ok(pk.raw() as c_int)
    })
}

/// Writes the dotted identifier of the algorithm of a request's key to a buffer.
///
/// It is there also for keys of a kind that is not supported.
///
/// - `crq`: the request
/// - `oid`: takes the identifier, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length with
///   the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `oid_size` is NULL
///
/// Since 3.5.0. RFC 2986 section 4.1. Manual: `gnutls_x509_crq_get_pk_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_pk_oid(
    crq: gnutls_x509_crq_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        let q = get_crq(crq)?;
        if q.spki.is_empty() {
            return Err(VALUE_NOT_FOUND);
        }
        let algorithm = der::Reader::new(&q.spki).sequence()?.expect(der::SEQUENCE)?.raw;
        write_sized(&write_algorithm_oid(algorithm)?, oid.cast(), oid_size, true)
    })
}

/// Returns the algorithm by which a certificate request is signed.
///
/// `gnutls_sign_get_name` has its name, `gnutls_x509_crq_get_signature_oid` its identifier, also of an
/// algorithm that is not known here.
///
/// - `crq`: the request
///
/// Returns a value of `gnutls_sign_algorithm_t`, `GNUTLS_SIGN_UNKNOWN` (0) if it is not known or there
/// is no signature, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
///
/// Since 3.4.0. RFC 2986 section 4.2. Manual: `gnutls_x509_crq_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_signature_algorithm(crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::code(|| unsafe { Ok(get_crq(crq)?.signature_algorithm().map_or(0, |s| s.raw() as c_int)) })
}

/// Writes the dotted identifier of the algorithm by which a request is signed to a buffer.
///
/// - `crq`: the request
/// - `oid`: takes the identifier, NUL-terminated; NULL to ask for the length
/// - `oid_size`: in: the capacity of `oid` in bytes, with one byte beyond the NUL; out: the length with
///   the NUL, or the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `oid` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request is not signed yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `oid_size` is NULL
///
/// Since 3.5.0. RFC 2986 section 4.2. Manual: `gnutls_x509_crq_get_signature_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_signature_oid(
    crq: gnutls_x509_crq_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        let algorithm = get_crq(crq)?.signature_algorithm_der();
        if algorithm.is_empty() {
            return Err(VALUE_NOT_FOUND);
        }
        write_sized(&write_algorithm_oid(algorithm)?, oid.cast(), oid_size, true)
    })
}

/// Returns the restrictions of the key of a certificate request to RSA-PSS or RSA-OAEP.
///
/// - `crq`: the request
/// - `spki`: an object from `gnutls_x509_spki_init`, which takes them
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the key has none, or is of another kind than RSA; `spki`
///   is not changed
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `spki` is NULL
/// - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
///
/// RFC 4055. Manual: `gnutls_x509_crq_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_spki(
    crq: gnutls_x509_crq_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `crq` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(&get_crq(crq)?.public_key()?, spki) })
}

/// Restricts the RSA key of a certificate request to RSA-PSS or RSA-OAEP.
///
/// The key is set before, as with `gnutls_x509_crq_set_key`. A request whose key is restricted to
/// RSA-PSS is signed so, also by an RSA key without restrictions.
///
/// - `crq`: the request
/// - `spki`: the restrictions, which are copied
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: RSA-PSS has no such digest here
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `spki` is NULL, `spki` has no restrictions, or the key is of
///   another kind
/// - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_x509_crq_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_spki(
    crq: gnutls_x509_crq_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `crq` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let wanted = spki_restriction(spki)?;
        let key = get_crq(crq)?.public_key()?;
        let restricted = key.for_use(&wanted)?;
        edit_crq(crq)?.spki = canonical_spki(&restricted);
        Ok(())
    })
}

/// Signs a request. The key that the request names decides how an RSA key signs.
///
/// # Safety
/// As [`get_crq`].
unsafe fn sign(
    handle: gnutls_x509_crq_t,
    signer: Signer<'_>,
    digest: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> Result<()> {
    // SAFETY: `handle` is NULL or a live handle. The copy is what is signed: nothing of the object is borrowed while the signer runs.
    let mut request = unsafe { get_crq(handle)? }.clone();
    request.change();
    // Version 1 is the only version of requests.
    request.version.get_or_insert(1);
    let info = request.info()?;
    let made = signer.sign(digest, flags, request.public_key().ok().as_ref(), |_| info)?;
    request.signed(made.body, made.algorithm, made.signature);
    // SAFETY: `handle` is NULL or a live handle.
    *unsafe { opaque::get_mut(handle)? } = request;
    Ok(())
}

/// Signs a certificate request, with the digest that fits the key.
///
/// The same as `gnutls_x509_crq_sign2` with `GNUTLS_DIG_UNKNOWN` and no flags, which says more.
///
/// - `crq`: the request
/// - `key`: the private key that the request is for
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
///   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, or `key` is NULL or empty
///
/// RFC 2986 section 4.2. Manual: `gnutls_x509_crq_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_sign(crq: gnutls_x509_crq_t, key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `crq` and `key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crq, Signer::x509(key)?, GNUTLS_DIG_UNKNOWN, 0) })
}

/// Signs a certificate request with a digest of choice.
///
/// Subject and key are set before. That `key` is the one in the request is not checked;
/// `gnutls_x509_crq_verify` tells. A field that is set later makes the signature wrong until the
/// request is signed anew. On failure the request stays as it was.
///
/// - `crq`: the request
/// - `key`: the private key that the request is for
/// - `dig`: the digest, such as `GNUTLS_DIG_SHA256`, or `GNUTLS_DIG_UNKNOWN` for one that fits the key.
///   Keys of EdDSA and ML-DSA take no other than their own
/// - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`: key and digest
///   do not go together
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key is restricted to another digest, or too short for RSA-PSS
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, `key` is NULL or empty, or RSA-PSS is asked of another
///   kind of key
///
/// RFC 2986 section 4.2. Manual: `gnutls_x509_crq_sign2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_sign2(
    crq: gnutls_x509_crq_t,
    key: gnutls_x509_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crq` and `key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crq, Signer::x509(key)?, dig, flags) })
}

/// Signs a certificate request with a key of any kind, such as one behind functions of the application.
///
/// Else the same as `gnutls_x509_crq_sign2`.
///
/// - `crq`: the request
/// - `key`: the private key that the request is for
/// - `dig`: the digest, or `GNUTLS_DIG_UNKNOWN` for one that fits the key
/// - `flags`: 0, or of `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` and `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request has no key yet
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`, `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`,
///   `GNUTLS_E_CONSTRAINT_ERROR`: the key does not sign so
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL, `key` is NULL or empty, or RSA-PSS is asked of another
///   kind of key
/// - whatever negative code a function of the key answers
///
/// Since 2.12.0. RFC 2986 section 4.2. Manual: `gnutls_x509_crq_privkey_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_privkey_sign(
    crq: gnutls_x509_crq_t,
    key: gnutls_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crq` and `key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crq, Signer::any(key)?, dig, flags) })
}

/// Verifies that a certificate request is signed with the key that it is for.
///
/// This proves that the requester had the private key, and nothing about the subject.
///
/// - `crq`: the request
/// - `flags`: 0, or of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take signatures
///   with MD5 and older digests
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is wrong
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: it is good, but its algorithm is broken
/// - `GNUTLS_E_UNKNOWN_ALGORITHM`: its algorithm is not known
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: the algorithm is
///   not one of this key, or not supported
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the request is not signed
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` is NULL
/// - codes of `gnutls_x509_crq_get_pk_algorithm`, if the key cannot be read
///
/// RFC 2986 section 3. Manual: `gnutls_x509_crq_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_verify(crq: gnutls_x509_crq_t, flags: c_uint) -> c_int {
    guard::unit(|| {
        // SAFETY: `crq` is NULL or a live handle.
        let request = unsafe { get_crq(crq)? };
        let sign = request.signature_algorithm();
        if sign.is_none() && !request.signature_algorithm_der().is_empty() {
            return err(GNUTLS_E_UNKNOWN_ALGORITHM);
        }
        request.verify()?;
        sign.map_or(Ok(()), |sign| verify_result(sign, flags))
    })
}

/// Writes the challenge password of a certificate request to a buffer.
///
/// The requester may use it later to ask for its revocation.
///
/// - `crq`: the request
/// - `pass`: takes the password; what is no string comes as `#` and the hex of its DER, NUL-terminated;
///   NULL to ask for the length
/// - `pass_size`: in: the capacity of `pass` in bytes; out: the length without the NUL, or the capacity
///   needed with it after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `pass` is NULL or too small
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the request has none
/// - `GNUTLS_E_ASN1_GENERIC_ERROR`: the attribute has no value
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `pass_size` is NULL
///
/// RFC 2985 section 5.4.1. Manual: `gnutls_x509_crq_get_challenge_password`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_challenge_password(
    crq: gnutls_x509_crq_t,
    pass: *mut c_char,
    pass_size: *mut usize,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `pass` is NULL or has as much space as its size says; `pass_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        let attribute = get_crq(crq)?.attribute(oid::CHALLENGE_PASSWORD).ok_or(DATA_NOT_AVAILABLE)?;
        let value = attribute.values.first().ok_or(GNUTLS_E_ASN1_GENERIC_ERROR)?;
        let element = Reader::new(value).any()?;
        write_sized(&name::text_or_hex(&element), pass.cast(), pass_size, true)
    })
}

/// Adds a challenge password to a certificate request.
///
/// It is not encrypted: anyone who sees the request can read it. One that is there stays in front of it,
/// where `gnutls_x509_crq_get_challenge_password` finds it.
///
/// - `crq`: the request
/// - `pass`: the password, NUL-terminated UTF-8; it is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `crq` or `pass` is NULL
///
/// RFC 2985 section 5.4.1. Manual: `gnutls_x509_crq_set_challenge_password`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_challenge_password(
    crq: gnutls_x509_crq_t,
    pass: *const c_char,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `pass` is NULL or a C string.
    guard::unit(|| unsafe {
        let text = bytes_of(pass).ok_or(INVALID_REQUEST)?;
        let values = vec![write::directory_string(text)];
        edit_crq(crq)?.attributes.push(Attribute { oid: oid::CHALLENGE_PASSWORD.to_vec(), values });
        Ok(())
    })
}
