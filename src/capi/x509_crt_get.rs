//! Reading certificates: `gnutls_x509_crt_get_*`, name checks.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::sync::OnceLock;

use super::memory::{self, bytes_of, datum_bytes, fill, put};
pub use super::x509_crt::{X509Crt, crt, crt_list, give_list, new_handle};
use super::x509_dn::X509Dn;
use super::{guard, handle};
use crate::abi::*;
use crate::alg::{Curve, Digest, Pk};
use crate::asn1::oid;
use crate::crypto::hash;
use crate::crypto::keys::PublicKey;
use crate::error::{Error, Result};
use crate::pki::cert::canonical_spki;
use crate::pki::name::{self, Index, Order};
use crate::pki::{hostname, text};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
const MISSING: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND);

/// Gives bytes as a datum that the caller frees.
///
/// # Safety
/// `out` is NULL or valid for a write.
pub unsafe fn give_datum(bytes: &[u8], out: *mut gnutls_datum_t) -> Result<()> {
    if out.is_null() {
        return Err(INVALID);
    }
    let d = memory::datum(bytes)?;
    // SAFETY: not NULL; the caller's promise.
    unsafe { out.write(d) };
    Ok(())
}

/// 1, 2 or 3. Manual: `gnutls_x509_crt_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_version(cert: gnutls_x509_crt_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| Ok(unsafe { crt(cert)? }.version().into()))
}

/// Start of validity, -1 on error. Manual: `gnutls_x509_crt_get_activation_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_activation_time(cert: gnutls_x509_crt_t) -> time_t {
    // SAFETY: the manual's contract.
    guard::or(-1, || unsafe { crt(cert) }.map_or(-1, |c| c.not_before() as time_t))
}

/// End of validity, -1 on error. Manual: `gnutls_x509_crt_get_expiration_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_expiration_time(cert: gnutls_x509_crt_t) -> time_t {
    // SAFETY: the manual's contract.
    guard::or(-1, || unsafe { crt(cert) }.map_or(-1, |c| c.not_after() as time_t))
}

/// The serial number's bytes as they are written. Manual: `gnutls_x509_crt_get_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_serial(
    cert: gnutls_x509_crt_t,
    result: *mut c_void,
    result_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill(set(crt(cert)?.serial())?, result, result_size, false) })
}

/// A field of a certificate that may be under construction: `GNUTLS_E_ASN1_VALUE_NOT_FOUND` if it is not set yet.
fn set(field: &[u8]) -> Result<&[u8]> {
    if field.is_empty() { Err(MISSING) } else { Ok(field) }
}

/// The subject's text, parts in encoding order. Manual: `gnutls_x509_crt_get_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn(
    cert: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&name::to_text(crt(cert)?.subject(), Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// The issuer's text, parts in encoding order. Manual: `gnutls_x509_crt_get_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn(
    cert: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&name::to_text(crt(cert)?.issuer(), Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// As [`gnutls_x509_crt_get_dn`]; the caller frees it. Manual: `gnutls_x509_crt_get_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn2(cert: gnutls_x509_crt_t, dn: *mut gnutls_datum_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&name::to_text(crt(cert)?.subject(), Order::Encoded)?, dn) })
}

/// As [`gnutls_x509_crt_get_issuer_dn`]; the caller frees it. Manual: `gnutls_x509_crt_get_issuer_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn2(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&name::to_text(crt(cert)?.issuer(), Order::Encoded)?, dn) })
}

/// The order that the flags of the `dn3` functions ask for.
pub fn order_of(flags: c_uint) -> Order {
    if flags & GNUTLS_X509_DN_FLAG_COMPAT != 0 { Order::Encoded } else { Order::Rfc4514 }
}

/// The subject's text in RFC 4514 order, or with `GNUTLS_X509_DN_FLAG_COMPAT` in encoding order.
/// Manual: `gnutls_x509_crt_get_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn3(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&name::to_text(crt(cert)?.subject(), order_of(flags))?, dn) })
}

/// The issuer's text; flags as [`gnutls_x509_crt_get_dn3`]. Manual: `gnutls_x509_crt_get_issuer_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn3(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&name::to_text(crt(cert)?.issuer(), order_of(flags))?, dn) })
}

/// The subject's DER; the caller frees it. Manual: `gnutls_x509_crt_get_raw_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_raw_dn(
    cert: gnutls_x509_crt_t,
    start: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(crt(cert)?.subject(), start) })
}

/// The issuer's DER; the caller frees it. Manual: `gnutls_x509_crt_get_raw_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_raw_issuer_dn(
    cert: gnutls_x509_crt_t,
    start: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(crt(cert)?.issuer(), start) })
}

/// One attribute's value by its type: text, or with `raw` its DER.
///
/// # Safety
/// The pointers are as the manual has them.
pub unsafe fn by_oid(
    name: &[u8],
    index: &Index,
    oid_text: *const c_char,
    indx: c_uint,
    raw: c_uint,
    buf: *mut c_void,
    size: *mut usize,
) -> Result<()> {
    // SAFETY: the caller's promise.
    let dotted = unsafe { bytes_of(oid_text) }.and_then(|o| core::str::from_utf8(o).ok()).ok_or(INVALID)?;
    let id = oid::from_text(dotted).ok_or(NOT_THERE)?;
    let found = index.find(name, &id, indx as usize).ok_or(NOT_THERE)?;
    let bytes = if raw != 0 { found.value.raw.to_vec() } else { name::attribute_text(dotted, &found.value) };
    // SAFETY: the caller's promise.
    unsafe { fill(&bytes, buf, size, true) }
}

/// The dotted type of the `indx`-th attribute.
///
/// # Safety
/// The pointers are as the manual has them.
pub unsafe fn oid_at(
    name: &[u8],
    index: &Index,
    indx: c_uint,
    buf: *mut c_void,
    size: *mut usize,
) -> Result<()> {
    let part = index.get(name, indx as usize).ok_or(NOT_THERE)?;
    let text = oid::to_text(part.oid).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
    // SAFETY: the caller's promise.
    unsafe { fill(text.as_bytes(), buf, size, true) }
}

/// A part of the subject. Manual: `gnutls_x509_crt_get_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn_by_oid(
    cert: gnutls_x509_crt_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        by_oid(crt(cert)?.subject(), crt(cert)?.subject_index()?, oid, indx, raw_flag, buf, buf_size)
    })
}

/// A part of the issuer. Manual: `gnutls_x509_crt_get_issuer_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn_by_oid(
    cert: gnutls_x509_crt_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        by_oid(crt(cert)?.issuer(), crt(cert)?.issuer_index()?, oid, indx, raw_flag, buf, buf_size)
    })
}

/// The type of a part of the subject. Manual: `gnutls_x509_crt_get_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn_oid(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { oid_at(crt(cert)?.subject(), crt(cert)?.subject_index()?, indx, oid, oid_size) })
}

/// The type of a part of the issuer. Manual: `gnutls_x509_crt_get_issuer_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn_oid(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { oid_at(crt(cert)?.issuer(), crt(cert)?.issuer_index()?, indx, oid, oid_size) })
}

/// The subject as an object that belongs to the certificate. Manual: `gnutls_x509_crt_get_subject`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_x509_dn_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        unsafe {
            let h = handle::get::<X509Crt, _>(cert)?;
            give_dn(&h.subject, crt(cert)?.subject(), dn)
        }
    })
}

/// The issuer as an object that belongs to the certificate. Manual: `gnutls_x509_crt_get_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_x509_dn_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        unsafe {
            let h = handle::get::<X509Crt, _>(cert)?;
            give_dn(&h.issuer, crt(cert)?.issuer(), dn)
        }
    })
}

/// # Safety
/// `dn` is NULL or valid for a write.
unsafe fn give_dn(slot: &OnceLock<Box<X509Dn>>, name: &[u8], dn: *mut gnutls_x509_dn_t) -> Result<()> {
    if dn.is_null() {
        return Err(INVALID);
    }
    let made = X509Dn::from_der(name)?;
    let kept: *const X509Dn = &**slot.get_or_init(|| Box::new(made));
    // SAFETY: not NULL. C gets a shared object: no function writes to a name that it was lent.
    unsafe { dn.write(kept.cast_mut().cast()) };
    Ok(())
}

/// A digest of the DER. Manual: `gnutls_x509_crt_get_fingerprint`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_fingerprint(
    cert: gnutls_x509_crt_t,
    algo: gnutls_digest_algorithm_t,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let c = unsafe { crt(cert)? };
        let algo = Digest::from_raw(algo).ok_or(INVALID)?;
        if c.is_unsigned() {
            return Err(MISSING);
        }
        let digest = hash::digest(algo, c.der()).map_err(|_| INVALID)?;
        // SAFETY: the manual's contract.
        unsafe { fill(&digest, buf, buf_size, false) }
    })
}

/// The digest of a SubjectPublicKeyInfo that `flags` (`GNUTLS_KEYID_USE_*`) ask for.
pub fn key_id(spki: &[u8], flags: c_uint) -> Result<Vec<u8>> {
    let digest = if flags & (GNUTLS_KEYID_USE_SHA512 | GNUTLS_KEYID_USE_BEST_KNOWN) != 0 {
        Digest::Sha512
    } else if flags & GNUTLS_KEYID_USE_SHA256 != 0 {
        Digest::Sha256
    } else {
        Digest::Sha1
    };
    Ok(hash::digest(digest, spki)?.to_vec())
}

/// The public key's identifier: a digest of its DER. Manual: `gnutls_x509_crt_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_key_id(
    cert: gnutls_x509_crt_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        set(crt(cert)?.spki_der())?;
        let spki = canonical_spki(&crt(cert)?.public_key()?);
        fill(&key_id(&spki, flags)?, output_data.cast(), output_data_size, false)
    })
}

/// The algorithm of the signature, or `GNUTLS_SIGN_UNKNOWN`. Manual: `gnutls_x509_crt_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_signature_algorithm(cert: gnutls_x509_crt_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| Ok(unsafe { crt(cert)? }.signature_algorithm().map_or(0, |s| s.raw() as c_int)))
}

/// The signature's bytes. Manual: `gnutls_x509_crt_get_signature`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_signature(
    cert: gnutls_x509_crt_t,
    sig: *mut c_char,
    sizeof_sig: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { fill(crt(cert)?.signature()?, sig.cast(), sizeof_sig, false) })
}

/// The dotted text of an AlgorithmIdentifier's type, with its NUL counted as these two getters do.
pub fn algorithm_oid(algorithm: &[u8]) -> Result<Vec<u8>> {
    let id = crate::asn1::der::Reader::new(algorithm).sequence()?.oid()?;
    let mut text = oid::to_text(id).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?.into_bytes();
    text.push(0);
    Ok(text)
}

/// The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crt_get_signature_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_signature_oid(
    cert: gnutls_x509_crt_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&algorithm_oid(set(crt(cert)?.signature_algorithm_der())?)?, oid.cast(), oid_size, true)
    })
}

/// The dotted identifier of the public key's algorithm. Manual: `gnutls_x509_crt_get_pk_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_oid(
    cert: gnutls_x509_crt_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let c = unsafe { crt(cert)? };
        let algorithm = crate::asn1::der::Reader::new(set(c.spki_der())?).sequence()?.expect(0x30)?.raw;
        // SAFETY: the manual's contract.
        unsafe { fill(&algorithm_oid(algorithm)?, oid.cast(), oid_size, true) }
    })
}

/// The public key's algorithm, and its bits through `bits`. Manual: `gnutls_x509_crt_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_algorithm(
    cert: gnutls_x509_crt_t,
    bits: *mut c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: the manual's contract.
        let c = unsafe { crt(cert)? };
        // SAFETY: the manual's contract.
        unsafe { put(bits, 0) };
        set(c.spki_der())?;
        let key = c.public_key()?;
        // SAFETY: the manual's contract.
        unsafe { put(bits, key.bits()) };
        Ok(key.pk().raw() as c_int)
    })
}

/// A big number with the leading zero that keeps it from being read as negative.
pub fn signed(number: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(number.len() + 1);
    if number.first().is_none_or(|b| b & 0x80 != 0) {
        out.push(0);
    }
    out.extend_from_slice(number);
    out
}

/// Gives modulus and exponent of an RSA key, with a leading zero where `lz` and one is due.
///
/// # Safety
/// `m` and `e` are NULL or valid for writes.
pub unsafe fn give_rsa(
    key: &PublicKey,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    lz: bool,
) -> Result<()> {
    let (modulus, exponent) = key.rsa_components().ok_or(INVALID)?;
    for (number, out) in [(modulus, m), (exponent, e)] {
        if !out.is_null() {
            let bytes = if lz { signed(number) } else { number.to_vec() };
            // SAFETY: not NULL; the caller's promise.
            unsafe { give_datum(&bytes, out)? };
        }
    }
    Ok(())
}

/// Gives curve and coordinates of an ECDSA or EdDSA key; the latter has its bytes in `x` and an empty `y`.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn give_ecc(
    key: &PublicKey,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    lz: bool,
) -> Result<()> {
    let (id, point) = (key.curve().ok_or(INVALID)?, key.point().ok_or(INVALID)?);
    const NONE: gnutls_datum_t = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    // SAFETY: the caller's promise.
    unsafe {
        put(curve, id.raw());
        if key.pk() != Pk::Ecdsa {
            put(y, NONE);
            return if x.is_null() { Ok(()) } else { give_datum(point, x) };
        }
        let (a, b) = point.get(1..).ok_or(INVALID)?.split_at((point.len() - 1) / 2);
        for (number, out) in [(a, x), (b, y)] {
            if !out.is_null() {
                let stripped = crate::asn1::der::strip_zeros(number);
                give_datum(&if lz { signed(stripped) } else { stripped.to_vec() }, out)?;
            }
        }
    }
    Ok(())
}

/// Modulus and exponent; the caller frees them. Manual: `gnutls_x509_crt_get_pk_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_rsa_raw(
    crt: gnutls_x509_crt_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_rsa(&self::crt(crt)?.public_key()?, m, e, true) })
}

/// Curve and coordinates; the caller frees them. Manual: `gnutls_x509_crt_get_pk_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_ecc_raw(
    crt: gnutls_x509_crt_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_ecc(&self::crt(crt)?.public_key()?, curve, x, y, true) })
}

/// The hash that fits a key.
pub fn preferred_hash(key: &PublicKey) -> Digest {
    match (key.pk(), key.curve()) {
        (Pk::Ecdsa, Some(Curve::Secp384r1)) => Digest::Sha384,
        (Pk::Ecdsa, Some(Curve::Secp521r1)) | (Pk::EddsaEd25519, _) => Digest::Sha512,
        (Pk::EddsaEd448 | Pk::Mldsa44 | Pk::Mldsa65 | Pk::Mldsa87, _) => Digest::Shake256,
        (Pk::Gost01, _) => Digest::Gostr94,
        (Pk::Gost12256, _) => Digest::Streebog256,
        (Pk::Gost12512, _) => Digest::Streebog512,
        // FIPS 186-4 section 4.2: the digest is at least as long as the order.
        (Pk::Dsa, _) => match key.dsa_components().map_or(0, |n| n.q.len()) {
            0..=20 => Digest::Sha1,
            21..=32 => Digest::Sha256,
            33..=48 => Digest::Sha384,
            _ => Digest::Sha512,
        },
        _ => match key.pss_params() {
            Some(p) => p.digest,
            None if key.bits() > 8192 => Digest::Sha512,
            None if key.bits() > 3072 => Digest::Sha384,
            None => Digest::Sha256,
        },
    }
}

/// Will no other hash do?
pub fn hash_is_fixed(key: &PublicKey) -> bool {
    let one = matches!(key.pk(), Pk::Dsa | Pk::Gost01 | Pk::Gost12256 | Pk::Gost12512);
    one || key.pss_params().is_some()
}

/// The hash that fits the public key; `mand` becomes 1 if no other will do.
/// Manual: `gnutls_x509_crt_get_preferred_hash_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_preferred_hash_algorithm(
    crt: gnutls_x509_crt_t,
    hash: *mut gnutls_digest_algorithm_t,
    mand: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        unsafe {
            let key = self::crt(crt)?.public_key()?;
            put(hash, preferred_hash(&key).raw());
            put(mand, hash_is_fixed(&key).into());
        }
        Ok(())
    })
}

/// Non-zero if `issuer` issued `cert`, as far as names tell. Manual: `gnutls_x509_crt_check_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_issuer(
    cert: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || match unsafe { (crt(cert), crt(issuer)) } {
        (Ok(c), Ok(i)) => c.names_issuer(i).into(),
        _ => 0,
    })
}

/// Non-zero if both are the same certificate. Manual: `gnutls_x509_crt_equals`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_equals(
    cert1: gnutls_x509_crt_t,
    cert2: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || matches!(unsafe { (crt(cert1), crt(cert2)) }, (Ok(a), Ok(b)) if a == b).into())
}

/// Non-zero if the certificate's DER is `der`. Manual: `gnutls_x509_crt_equals2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_equals2(
    cert1: gnutls_x509_crt_t,
    der: *const gnutls_datum_t,
) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || {
        matches!(unsafe { (crt(cert1), datum_bytes(der)) }, (Ok(a), Some(b)) if a.der() == b).into()
    })
}

/// Non-zero if the certificate is for this host. Manual: `gnutls_x509_crt_check_hostname`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_hostname(
    cert: gnutls_x509_crt_t,
    hostname: *const c_char,
) -> c_uint {
    // SAFETY: the manual's contract.
    unsafe { gnutls_x509_crt_check_hostname2(cert, hostname, 0) }
}

/// As [`gnutls_x509_crt_check_hostname`], with `GNUTLS_VERIFY_DO_NOT_ALLOW_*` flags.
/// Manual: `gnutls_x509_crt_check_hostname2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_hostname2(
    cert: gnutls_x509_crt_t,
    hostname: *const c_char,
    flags: c_uint,
) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || match unsafe { (crt(cert), bytes_of(hostname)) } {
        (Ok(c), Some(host)) => hostname::matches_host(c, host, flags).into(),
        _ => 0,
    })
}

/// Non-zero if the certificate is for this address (4 or 16 bytes). Manual: `gnutls_x509_crt_check_ip`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_ip(
    cert: gnutls_x509_crt_t,
    ip: *const c_uchar,
    ip_size: c_uint,
    flags: c_uint,
) -> c_uint {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::or(0, || match unsafe { (crt(cert), memory::slice(ip.cast(), ip_size as usize)) } {
        (Ok(c), ip) => hostname::matches_ip(c, ip).into(),
        _ => 0,
    })
}

/// Non-zero if the certificate is for this mailbox. Manual: `gnutls_x509_crt_check_email`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_email(
    cert: gnutls_x509_crt_t,
    email: *const c_char,
    flags: c_uint,
) -> c_uint {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::or(0, || match unsafe { (crt(cert), bytes_of(email)) } {
        (Ok(c), Some(email)) => hostname::matches_email(c, email).into(),
        _ => 0,
    })
}

/// The certificate for people to read; the caller frees it. Manual: `gnutls_x509_crt_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_print(
    cert: gnutls_x509_crt_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let c = unsafe { crt(cert)? };
        let text = text::certificate(c, text::Detail::from_raw(format).ok_or(INVALID)?);
        // SAFETY: the manual's contract.
        unsafe { give_datum(&text, out) }
    })
}
