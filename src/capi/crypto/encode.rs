//! DigestInfo and signature values.
use crate::abi::*;
use crate::alg::ids::Digest;
use crate::asn1::der::Write;
use crate::asn1::{der, oid};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_datum, datum_in, free, write_out};
use crate::crypto::keys;
use crate::error::{Error, INVALID_REQUEST, Result, err};

/// Writes a digest as a DigestInfo: the structure that PKCS #1 v1.5 signs.
///
/// The caller frees `output->data` with `gnutls_free`. The length of the digest is not compared with
/// its algorithm's.
///
/// - `hash`: the digest's algorithm
/// - `digest`: the digest; not empty
/// - `output`: takes the DER
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`: the algorithm has no object identifier
/// - `GNUTLS_E_INVALID_REQUEST`: the algorithm is unknown, the digest empty, or a pointer NULL
///
/// Since 3.5.0. RFC 8017 section 9.2. Manual: `gnutls_encode_ber_digest_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_encode_ber_digest_info(
    hash: gnutls_digest_algorithm_t,
    digest: *const gnutls_datum_t,
    output: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        let hash = Digest::from_raw(hash).ok_or(INVALID_REQUEST)?;
        // SAFETY: `digest` is NULL or a valid datum; `output` is NULL or valid for a write.
        unsafe {
            let digest = datum_in(digest)?;
            if output.is_null() || digest.is_empty() {
                return Err(INVALID_REQUEST);
            }
            let info = keys::digest_info(hash, digest).ok_or(GNUTLS_E_UNKNOWN_PK_ALGORITHM)?;
            output.write(alloc_datum(&info)?);
        }
        Ok(())
    })
}

/// Algorithm, if it is known, and digest of a DigestInfo.
fn digest_info(info: &[u8]) -> Result<(Option<Digest>, &[u8])> {
    let mut r = der::whole(info, der::SEQUENCE)?.open();
    let mut algorithm = r.sequence()?;
    let name = oid::to_text(algorithm.oid()?).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
    if let Some(parameters) = algorithm.optional(der::NULL)?
        && !parameters.value.is_empty()
    {
        return err(GNUTLS_E_ASN1_DER_ERROR);
    }
    algorithm.finish()?;
    let digest = r.octet_string()?;
    r.finish()?;
    Ok((Digest::from_oid(&name), digest))
}

/// Reads algorithm and digest of a DigestInfo: the structure that PKCS #1 v1.5 signs.
///
/// - `info`: the DER; nothing may follow it
/// - `hash`: takes the digest's algorithm, `GNUTLS_DIG_UNKNOWN` for one that is not known; may be NULL
/// - `digest`: takes the digest; NULL if it is not wanted
/// - `digest_size`: in: the capacity of `digest` in bytes; out: the length of the digest, with
///   `GNUTLS_E_SHORT_MEMORY_BUFFER` too
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the digest is longer than the capacity, with `digest` NULL too
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the algorithm is not known
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no DigestInfo in DER
/// - `GNUTLS_E_INVALID_REQUEST`: `info` or `digest_size` is NULL
///
/// Since 3.5.0. RFC 8017 section 9.2. Manual: `gnutls_decode_ber_digest_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_decode_ber_digest_info(
    info: *const gnutls_datum_t,
    hash: *mut gnutls_digest_algorithm_t,
    digest: *mut c_uchar,
    digest_size: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `info` is NULL or valid; `digest` has `*digest_size` bytes.
        unsafe {
            let (found, bytes) = digest_info(datum_in(info)?)?;
            let capacity = *digest_size.as_ref().ok_or(INVALID_REQUEST)?;
            write_out(hash, found.map_or(GNUTLS_DIG_UNKNOWN, Digest::raw));
            if found.is_none() {
                return err(GNUTLS_E_UNKNOWN_HASH_ALGORITHM);
            }
            *digest_size = bytes.len() as c_uint;
            if (capacity as usize) < bytes.len() {
                return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
            }
            if !digest.is_null() {
                core::ptr::copy(bytes.as_ptr(), digest, bytes.len());
            }
        }
        Ok(())
    })
}

/// Writes the numbers r and s of a DSA or ECDSA signature as one Dss-Sig-Value, the form of
/// certificates and TLS.
///
/// The caller frees `sig_value->data` with `gnutls_free`. Both numbers are positive: a sign byte is
/// added where it is needed.
///
/// - `sig_value`: takes the DER
/// - `r`: the first number, big-endian
/// - `s`: the second number, big-endian
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: a number is empty
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.6.0. RFC 3279 section 2.2.2. Manual: `gnutls_encode_rs_value`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_encode_rs_value(
    sig_value: *mut gnutls_datum_t,
    r: *const gnutls_datum_t,
    s: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `r` and `s` are NULL or valid datums; `sig_value` is NULL or valid for a write.
        unsafe {
            let r = datum_in(r)?;
            let s = datum_in(s)?;
            if sig_value.is_null() {
                return Err(INVALID_REQUEST);
            }
            if r.is_empty() || s.is_empty() {
                return err(GNUTLS_E_ASN1_VALUE_NOT_VALID);
            }
            let mut out = Vec::new();
            out.nested(der::SEQUENCE, |w| {
                w.unsigned(r);
                w.unsigned(s);
            });
            sig_value.write(alloc_datum(&out)?);
        }
        Ok(())
    })
}

/// A number in as few bytes as it takes (X.690 section 8.3.2).
fn number(bytes: &[u8]) -> Result<&[u8]> {
    match bytes {
        [0, next, ..] if next & 0x80 == 0 => err(GNUTLS_E_ASN1_DER_ERROR),
        [0xff, next, ..] if next & 0x80 != 0 => err(GNUTLS_E_ASN1_DER_ERROR),
        _ => Ok(bytes),
    }
}

/// Gives both numbers of a signature, or neither.
///
/// # Safety
/// `r` and `s` are NULL or valid for writes.
unsafe fn give_pair(
    first: &[u8],
    second: &[u8],
    r: *mut gnutls_datum_t,
    s: *mut gnutls_datum_t,
) -> Result<()> {
    if r.is_null() || s.is_null() {
        return Err(INVALID_REQUEST);
    }
    let first = alloc_datum(first)?;
    // SAFETY: `r` and `s` are not NULL, and valid for writes (the caller). `first` was allocated here and is
    // not shared.
    unsafe {
        let second = alloc_datum(second).inspect_err(|_| free(first.data.cast()))?;
        r.write(first);
        s.write(second);
    }
    Ok(())
}

/// Reads the numbers r and s of a DSA or ECDSA signature from a Dss-Sig-Value.
///
/// The numbers come as DER has them, big-endian and with their sign byte. The caller frees `r->data`
/// and `s->data` with `gnutls_free`. Only DER is taken: surplus zeros and long lengths are errors.
///
/// - `sig_value`: the signature in DER; nothing may follow it
/// - `r`: takes the first number
/// - `s`: takes the second number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no Dss-Sig-Value in DER
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.6.0. RFC 3279 section 2.2.2. Manual: `gnutls_decode_rs_value`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_decode_rs_value(
    sig_value: *const gnutls_datum_t,
    r: *mut gnutls_datum_t,
    s: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `sig_value` is NULL or a valid datum; `r` and `s` are NULL or valid for writes.
        unsafe {
            let mut fields = der::whole(datum_in(sig_value)?, der::SEQUENCE)?.open();
            let (first, second) = (number(fields.integer()?)?, number(fields.integer()?)?);
            fields.finish()?;
            give_pair(first, second, r, s)?;
        }
        Ok(())
    })
}

/// Writes the numbers r and s of a GOST R 34.10 signature as one: s, then r.
///
/// The caller frees `sig_value->data` with `gnutls_free`.
///
/// - `sig_value`: takes the signature
/// - `r`: the first number, big-endian, in the full length of the curve
/// - `s`: the second number, as long as the first
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the numbers have two lengths
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.6.0. RFC 4491 section 2.2.2. Manual: `gnutls_encode_gost_rs_value`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_encode_gost_rs_value(
    sig_value: *mut gnutls_datum_t,
    r: *const gnutls_datum_t,
    s: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `r` and `s` are NULL or valid datums; `sig_value` is NULL or valid for a write.
        unsafe {
            let r = datum_in(r)?;
            let s = datum_in(s)?;
            if sig_value.is_null() {
                return Err(INVALID_REQUEST);
            }
            if r.len() != s.len() {
                return err(GNUTLS_E_ILLEGAL_PARAMETER);
            }
            sig_value.write(alloc_datum(&[s, r].concat())?);
        }
        Ok(())
    })
}

/// Reads the numbers r and s of a GOST R 34.10 signature, which has s before r.
///
/// Each is half of the signature, big-endian. The caller frees `r->data` and `s->data` with
/// `gnutls_free`.
///
/// - `sig_value`: the signature
/// - `r`: takes the first number
/// - `s`: takes the second number
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: the length is odd
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.6.0. RFC 4491 section 2.2.2. Manual: `gnutls_decode_gost_rs_value`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_decode_gost_rs_value(
    sig_value: *const gnutls_datum_t,
    r: *mut gnutls_datum_t,
    s: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `sig_value` is NULL or a valid datum; `r` and `s` are NULL or valid for writes.
        unsafe {
            let both = datum_in(sig_value)?;
            if r.is_null() || s.is_null() {
                return Err(INVALID_REQUEST);
            }
            if both.len() % 2 != 0 {
                return err(GNUTLS_E_PARSING_ERROR);
            }
            let (last, first) = both.split_at(both.len() / 2);
            give_pair(first, last, r, s)?;
        }
        Ok(())
    })
}
