//! Fields of a certificate.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::memory::{write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crt::get_crt;
use crate::capi::object::dn::{X509Dn, dn_order, write_dn_by_oid, write_dn_oid};
use crate::capi::object::pubkey::{hash_is_fixed, preferred_hash, write_algorithm_oid, write_key_id};
use crate::capi::object::raw_key::{dsa_components, write_coordinates, write_gost, write_numbers, write_rsa};
use crate::capi::object::spki::write_spki;
use crate::crypto::hash;
use crate::error::{Error, INVALID_REQUEST, Result, VALUE_NOT_FOUND};
use crate::pki::cert::canonical_spki;
use crate::pki::name;
use crate::pki::name::Order;

/// The numbers of a DSA key; the caller frees them. Manual: `gnutls_x509_crt_get_pk_dsa_raw`.
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

/// Parameters and little-endian coordinates of a GOST key; the caller frees them. Manual: `gnutls_x509_crt_get_pk_gost_raw`.
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

/// The subject's unique identifier. Manual: `gnutls_x509_crt_get_subject_unique_id`.
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

/// The issuer's unique identifier. Manual: `gnutls_x509_crt_get_issuer_unique_id`.
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

/// 1, 2 or 3. Manual: `gnutls_x509_crt_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_version(cert: gnutls_x509_crt_t) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crt(cert)? }.version().into()))
}

/// Start of validity, -1 on error. Manual: `gnutls_x509_crt_get_activation_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_activation_time(cert: gnutls_x509_crt_t) -> time_t {
    // SAFETY: `cert` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crt(cert) }.map_or(-1, |c| c.not_before() as time_t))
}

/// End of validity, -1 on error. Manual: `gnutls_x509_crt_get_expiration_time`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_expiration_time(cert: gnutls_x509_crt_t) -> time_t {
    // SAFETY: `cert` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crt(cert) }.map_or(-1, |c| c.not_after() as time_t))
}

/// The serial number's bytes as they are written. Manual: `gnutls_x509_crt_get_serial`.
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

/// The subject's text, parts in encoding order. Manual: `gnutls_x509_crt_get_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn(
    cert: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(get_crt(cert)?.subject(), Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// The issuer's text, parts in encoding order. Manual: `gnutls_x509_crt_get_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn(
    cert: gnutls_x509_crt_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(get_crt(cert)?.issuer(), Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// As [`gnutls_x509_crt_get_dn`]; the caller frees it. Manual: `gnutls_x509_crt_get_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn2(cert: gnutls_x509_crt_t, dn: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.subject(), Order::Encoded)?, dn) })
}

/// As [`gnutls_x509_crt_get_issuer_dn`]; the caller frees it. Manual: `gnutls_x509_crt_get_issuer_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn2(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.issuer(), Order::Encoded)?, dn) })
}

/// The subject's text in RFC 4514 order, or with `GNUTLS_X509_DN_FLAG_COMPAT` in encoding order.
/// Manual: `gnutls_x509_crt_get_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_dn3(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.subject(), dn_order(flags))?, dn) })
}

/// The issuer's text; flags as [`gnutls_x509_crt_get_dn3`]. Manual: `gnutls_x509_crt_get_issuer_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn3(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crt(cert)?.issuer(), dn_order(flags))?, dn) })
}

/// The subject's DER; the caller frees it. Manual: `gnutls_x509_crt_get_raw_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_raw_dn(
    cert: gnutls_x509_crt_t,
    start: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `start` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(get_crt(cert)?.subject(), start) })
}

/// The issuer's DER; the caller frees it. Manual: `gnutls_x509_crt_get_raw_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_raw_issuer_dn(
    cert: gnutls_x509_crt_t,
    start: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `start` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(get_crt(cert)?.issuer(), start) })
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
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            get_crt(cert)?.subject(),
            get_crt(cert)?.subject_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            buf_size,
        )
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
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            get_crt(cert)?.issuer(),
            get_crt(cert)?.issuer_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            buf_size,
        )
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
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(get_crt(cert)?.subject(), get_crt(cert)?.subject_index()?, indx, oid, oid_size)
    })
}

/// The type of a part of the issuer. Manual: `gnutls_x509_crt_get_issuer_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_issuer_dn_oid(
    cert: gnutls_x509_crt_t,
    indx: c_uint,
    oid: *mut c_void,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `cert` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(get_crt(cert)?.issuer(), get_crt(cert)?.issuer_index()?, indx, oid, oid_size)
    })
}

/// The subject as an object that belongs to the certificate. Manual: `gnutls_x509_crt_get_subject`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_subject(
    cert: gnutls_x509_crt_t,
    dn: *mut gnutls_x509_dn_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
        unsafe {
            let h = opaque::get(cert)?;
            give_dn(&h.subject, get_crt(cert)?.subject(), dn)
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
        // SAFETY: `cert` is NULL or a live handle; `dn` is NULL or valid for a write.
        unsafe {
            let h = opaque::get(cert)?;
            give_dn(&h.issuer, get_crt(cert)?.issuer(), dn)
        }
    })
}

/// # Safety
/// `dn` is NULL or valid for a write.
unsafe fn give_dn(slot: &OnceLock<Box<X509Dn>>, name: &[u8], dn: *mut gnutls_x509_dn_t) -> Result<()> {
    if dn.is_null() {
        return Err(INVALID_REQUEST);
    }
    let made = X509Dn::from_der(name)?;
    let kept: &X509Dn = slot.get_or_init(|| Box::new(made));
    // SAFETY: `dn` is not NULL. C gets a shared object: no function writes to a name that it was lent.
    unsafe { dn.write(opaque::handle_of(kept)) };
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

/// The public key's identifier: a digest of its DER. Manual: `gnutls_x509_crt_get_key_id`.
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

/// The algorithm of the signature, or `GNUTLS_SIGN_UNKNOWN`. Manual: `gnutls_x509_crt_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_signature_algorithm(cert: gnutls_x509_crt_t) -> c_int {
    // SAFETY: `cert` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crt(cert)? }.signature_algorithm().map_or(0, |s| s.raw() as c_int)))
}

/// The signature's bytes. Manual: `gnutls_x509_crt_get_signature`.
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

/// The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crt_get_signature_oid`.
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

/// The dotted identifier of the public key's algorithm. Manual: `gnutls_x509_crt_get_pk_oid`.
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

/// The public key's algorithm, and its bits through `bits`. Manual: `gnutls_x509_crt_get_pk_algorithm`.
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

/// Modulus and exponent; the caller frees them. Manual: `gnutls_x509_crt_get_pk_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_pk_rsa_raw(
    crt: gnutls_x509_crt_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `m` and `e` are NULL or valid for writes.
    guard::unit(|| unsafe { write_rsa(&get_crt(crt)?.public_key()?, m, e, true) })
}

/// Curve and coordinates; the caller frees them. Manual: `gnutls_x509_crt_get_pk_ecc_raw`.
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

/// The hash that fits the public key; `mand` becomes 1 if no other will do.
/// Manual: `gnutls_x509_crt_get_preferred_hash_algorithm`.
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

/// The restrictions of a certificate's key. Manual: `gnutls_x509_crt_get_spki`.
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
