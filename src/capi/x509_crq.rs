//! Certification requests: `gnutls_x509_crq_*`.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use super::abstract_public::{Pubkey, judged, pubkey};
use super::memory::{fill, given_datum, put};
use super::x509_crt::edit;
use super::x509_crt_get::{algorithm_oid, by_oid, give_datum, give_rsa, key_id, oid_at, order_of};
use super::x509_crt_set::{with_attribute, with_text};
use super::x509_crt_set_ext::oid_of;
use super::x509_privkey::privkey;
use super::x509_sign::Signer;
use super::x509_spki;
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::{der, oid, pem};
use crate::crypto::keys::PublicKey;
use crate::error::{Error, Result, err};
use crate::pki::build::extension;
use crate::pki::cert::canonical_spki;
use crate::pki::extensions;
use crate::pki::keys::Format;
use crate::pki::name::{self, Order};
use crate::pki::request::Request;
use crate::pki::{text, text_request};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const MISSING: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
const LABELS: [&str; 2] = ["NEW CERTIFICATE REQUEST", "CERTIFICATE REQUEST"];

/// The request behind a handle.
///
/// # Safety
/// `crq` is NULL or a handle of this chapter.
pub unsafe fn crq<'a>(crq: gnutls_x509_crq_t) -> Result<&'a Request> {
    // SAFETY: the caller's promise.
    unsafe { handle::get::<Request, _>(crq) }
}

/// The request behind a handle, to be changed: it is not signed any more.
///
/// # Safety
/// As [`crq`].
pub unsafe fn change<'a>(crq: gnutls_x509_crq_t) -> Result<&'a mut Request> {
    // SAFETY: the caller's promise.
    Ok(unsafe { handle::get_mut::<Request, _>(crq)? }.change())
}

/// Creates an empty request. Manual: `gnutls_x509_crq_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_init(crq: *mut gnutls_x509_crq_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(crq, Request::default()) })
}

/// Frees a request. Manual: `gnutls_x509_crq_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_deinit(crq: gnutls_x509_crq_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<Request, _>(crq));
    })
}

/// Fills a request from DER or PEM (labels `NEW CERTIFICATE REQUEST`, `CERTIFICATE REQUEST`). Manual: `gnutls_x509_crq_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_import(
    crq: gnutls_x509_crq_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let bytes = given_datum(data)?;
        let slot = handle::get_mut::<Request, _>(crq)?;
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

/// The request in DER or PEM. Manual: `gnutls_x509_crq_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_export(
    crq: gnutls_x509_crq_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let bytes = exported(self::crq(crq)?, format)?;
        fill(&bytes, output_data, output_data_size, format == GNUTLS_X509_FMT_PEM)
    })
}

/// The request in DER or PEM; the caller frees it. Manual: `gnutls_x509_crq_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_export2(
    crq: gnutls_x509_crq_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&exported(self::crq(crq)?, format)?, out) })
}

/// The request for people to read; the caller frees it. Manual: `gnutls_x509_crq_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_print(
    crq: gnutls_x509_crq_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let detail = text::Detail::from_raw(format).ok_or(INVALID)?;
        give_datum(&text_request::request(self::crq(crq)?, detail), out)
    })
}

/// The version, 1 in every request there is. `GNUTLS_E_ASN1_VALUE_NOT_FOUND` before it is set. Manual: `gnutls_x509_crq_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_version(crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe { Ok(self::crq(crq)?.version.ok_or(MISSING)?.into()) })
}

/// Sets the version: 1. Manual: `gnutls_x509_crq_set_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_version(crq: gnutls_x509_crq_t, version: c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        change(crq)?.version = Some((version as u8).max(1));
        Ok(())
    })
}

/// The subject's text, parts in encoding order. Manual: `gnutls_x509_crq_get_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn(
    crq: gnutls_x509_crq_t,
    buf: *mut c_char,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&name::to_text(&self::crq(crq)?.subject, Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// The subject's text, parts in encoding order; the caller frees it. Manual: `gnutls_x509_crq_get_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn2(crq: gnutls_x509_crq_t, dn: *mut gnutls_datum_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&name::to_text(&self::crq(crq)?.subject, Order::Encoded)?, dn) })
}

/// The subject's text in RFC 4514 order, or with `GNUTLS_X509_DN_FLAG_COMPAT` in encoding order; the caller frees it. Manual: `gnutls_x509_crq_get_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn3(
    crq: gnutls_x509_crq_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&name::to_text(&self::crq(crq)?.subject, order_of(flags))?, dn) })
}

/// A part of the subject: text, or with `raw_flag` its DER. Manual: `gnutls_x509_crq_get_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    buf_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        by_oid(&self::crq(crq)?.subject, self::crq(crq)?.subject_index()?, oid, indx, raw_flag, buf, buf_size)
    })
}

/// The type of a part of the subject. Manual: `gnutls_x509_crq_get_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn_oid(
    crq: gnutls_x509_crq_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        oid_at(&self::crq(crq)?.subject, self::crq(crq)?.subject_index()?, indx, oid, sizeof_oid)
    })
}

/// Puts the parts of an RFC 4514 text at the end of the subject. `GNUTLS_E_PARSING_ERROR`, with `err` at the place. Manual: `gnutls_x509_crq_set_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_dn(
    crq: gnutls_x509_crq_t,
    dn: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let subject = with_text(&self::crq(crq)?.subject, dn, err)?;
        change(crq)?.subject = subject;
        Ok(())
    })
}

/// Puts an attribute at the end of the subject; with `raw_flag` its DER is given. Manual: `gnutls_x509_crq_set_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_dn_by_oid(
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    raw_flag: c_uint,
    data: *const c_void,
    sizeof_data: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let subject = with_attribute(&self::crq(crq)?.subject, oid, raw_flag, data, sizeof_data)?;
        change(crq)?.subject = subject;
        Ok(())
    })
}

/// Sets the key to the public half of a private key. Manual: `gnutls_x509_crq_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key(
    crq: gnutls_x509_crq_t,
    key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let spki = canonical_spki(privkey(key)?.public());
        change(crq)?.spki = spki;
        Ok(())
    })
}

/// Sets the key. Manual: `gnutls_x509_crq_set_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_pubkey(crq: gnutls_x509_crq_t, key: gnutls_pubkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let spki = canonical_spki(pubkey(key)?);
        change(crq)?.spki = spki;
        Ok(())
    })
}

/// Sets an RSA key from its numbers. Manual: `gnutls_x509_crq_set_key_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_key_rsa_raw(
    crq: gnutls_x509_crq_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let key = PublicKey::from_rsa(given_datum(m)?, given_datum(e)?)?;
        change(crq)?.spki = key.spki().to_vec();
        Ok(())
    })
}

/// Modulus and exponent; the caller frees them. Manual: `gnutls_x509_crq_get_key_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_key_rsa_raw(
    crq: gnutls_x509_crq_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let q = self::crq(crq)?;
        if q.spki.is_empty() {
            return Err(INVALID);
        }
        give_rsa(&q.public_key()?, m, e, false)
    })
}

/// The key's identifier: a digest of its DER (`GNUTLS_KEYID_USE_*`). Manual: `gnutls_x509_crq_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_key_id(
    crq: gnutls_x509_crq_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let spki = canonical_spki(&self::crq(crq)?.public_key()?);
        fill(&key_id(&spki, flags)?, output_data.cast(), output_data_size, false)
    })
}

/// The key's algorithm, and its bits through `bits`. Manual: `gnutls_x509_crq_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_pk_algorithm(
    crq: gnutls_x509_crq_t,
    bits: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let q = self::crq(crq)?;
        put(bits, 0);
        if q.spki.is_empty() {
            return Err(MISSING);
        }
        let pk = q.pk().ok_or(GNUTLS_E_UNKNOWN_PK_ALGORITHM)?;
        put(bits, q.public_key()?.bits());
        Ok(pk.raw() as c_int)
    })
}

/// The dotted identifier of the key's algorithm. Manual: `gnutls_x509_crq_get_pk_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_pk_oid(
    crq: gnutls_x509_crq_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let q = self::crq(crq)?;
        if q.spki.is_empty() {
            return Err(MISSING);
        }
        let algorithm = der::Reader::new(&q.spki).sequence()?.expect(der::SEQUENCE)?.raw;
        fill(&algorithm_oid(algorithm)?, oid.cast(), oid_size, true)
    })
}

/// The signature's algorithm, or `GNUTLS_SIGN_UNKNOWN`. Manual: `gnutls_x509_crq_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_signature_algorithm(crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe { Ok(self::crq(crq)?.signature_algorithm().map_or(0, |s| s.raw() as c_int)) })
}

/// The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crq_get_signature_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_signature_oid(
    crq: gnutls_x509_crq_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let algorithm = self::crq(crq)?.signature_algorithm_der();
        if algorithm.is_empty() {
            return Err(MISSING);
        }
        fill(&algorithm_oid(algorithm)?, oid.cast(), oid_size, true)
    })
}

/// The restrictions of the key. Manual: `gnutls_x509_crq_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_spki(
    crq: gnutls_x509_crq_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { x509_spki::get(&self::crq(crq)?.public_key()?, spki) })
}

/// Restricts the RSA key to RSA-PSS. Manual: `gnutls_x509_crq_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_spki(
    crq: gnutls_x509_crq_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let wanted = x509_spki::wanted(spki)?;
        let key = self::crq(crq)?.public_key()?;
        let restricted = key.for_use(&wanted)?;
        change(crq)?.spki = canonical_spki(&restricted);
        Ok(())
    })
}

/// Signs a request. The key that the request names decides how an RSA key signs.
///
/// # Safety
/// As [`crq`].
unsafe fn sign(
    handle: gnutls_x509_crq_t,
    signer: Signer<'_>,
    digest: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> Result<()> {
    // SAFETY: the caller's promise. The copy is what is signed: nothing of the object is borrowed while the signer runs.
    let mut request = unsafe { crq(handle)? }.clone();
    request.change();
    // Requests have but one version.
    request.version.get_or_insert(1);
    let info = request.info()?;
    let made = signer.sign(digest, flags, request.public_key().ok().as_ref(), |_| info)?;
    request.signed(made.body, made.algorithm, made.signature);
    // SAFETY: as above.
    *unsafe { handle::get_mut::<Request, _>(handle)? } = request;
    Ok(())
}

/// Signs with a digest that fits the key. Manual: `gnutls_x509_crq_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_sign(crq: gnutls_x509_crq_t, key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { sign(crq, Signer::x509(key)?, GNUTLS_DIG_UNKNOWN, 0) })
}

/// Signs the request with the key that it is for; `GNUTLS_DIG_UNKNOWN` leaves the digest to the key. Manual: `gnutls_x509_crq_sign2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_sign2(
    crq: gnutls_x509_crq_t,
    key: gnutls_x509_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { sign(crq, Signer::x509(key)?, dig, flags) })
}

/// As [`gnutls_x509_crq_sign2`], with a key of any kind. Manual: `gnutls_x509_crq_privkey_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_privkey_sign(
    crq: gnutls_x509_crq_t,
    key: gnutls_privkey_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { sign(crq, Signer::any(key)?, dig, flags) })
}

/// 0 if the request's own key signed it, else `GNUTLS_E_PK_SIG_VERIFY_FAILED`; an algorithm that is broken is
/// `GNUTLS_E_INSUFFICIENT_SECURITY` unless the flags allow it. Manual: `gnutls_x509_crq_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_verify(crq: gnutls_x509_crq_t, flags: c_uint) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let request = unsafe { self::crq(crq)? };
        let sign = request.signature_algorithm();
        if sign.is_none() && !request.signature_algorithm_der().is_empty() {
            return err(GNUTLS_E_UNKNOWN_ALGORITHM);
        }
        request.verify()?;
        sign.map_or(Ok(()), |sign| judged(sign, flags))
    })
}

/// The key of a request, with its usage. Manual: `gnutls_pubkey_import_x509_crq`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509_crq(
    key: gnutls_pubkey_t,
    crq: gnutls_x509_crq_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let q = self::crq(crq)?;
        let extensions = q.extensions()?;
        let usage = extension(extensions, oid::KEY_USAGE).map_or(Ok(0), extensions::key_usage)?;
        let made = Pubkey { key: Some(q.public_key()?), usage };
        *handle::get_mut::<Pubkey, _>(key)? = made;
        Ok(())
    })
}

/// Takes subject and key of a request. Manual: `gnutls_x509_crt_set_crq`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crq(crt: gnutls_x509_crt_t, crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let q = self::crq(crq)?;
        q.public_key()?;
        edit(crt, |d| {
            d.subject = q.subject.clone();
            d.spki = q.spki.clone();
            Ok(())
        })
    })
}

/// Takes the extensions that a request asks for. Manual: `gnutls_x509_crt_set_crq_extensions`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crq_extensions(
    crt: gnutls_x509_crt_t,
    crq: gnutls_x509_crq_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let asked = self::crq(crq)?.extensions()?;
        edit(crt, |d| {
            for e in asked {
                d.set_extension(&e.oid, e.value.clone(), e.critical);
            }
            Ok(())
        })
    })
}

/// Takes one extension that a request asks for, if it does. Manual: `gnutls_x509_crt_set_crq_extension_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_set_crq_extension_by_oid(
    crt: gnutls_x509_crt_t,
    crq: gnutls_x509_crq_t,
    oid: *const c_char,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (id, asked) = (oid_of(oid)?, self::crq(crq)?.extensions()?);
        edit(crt, |d| {
            for e in asked.iter().filter(|e| e.oid == id) {
                d.set_extension(&e.oid, e.value.clone(), e.critical);
            }
            Ok(())
        })
    })
}
