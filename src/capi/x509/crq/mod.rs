//! Certificate requests.
pub mod ext;

use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::{der, oid, pem};
use crate::capi::ffi::memory::{bytes_of, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crq::{edit_crq, get_crq};
use crate::capi::object::dn::{dn_order, with_dn_attribute, with_dn_text, write_dn_by_oid, write_dn_oid};
use crate::capi::object::pubkey::{get_pubkey, verify_result, write_algorithm_oid, write_key_id};
use crate::capi::object::raw_key::write_rsa;
use crate::capi::object::signer::Signer;
use crate::capi::object::spki::{spki_restriction, write_spki};
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::crypto::keys::PublicKey;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result, VALUE_NOT_FOUND, err};
use crate::pki::cert::canonical_spki;
use crate::pki::crq::{Attribute, Request};
use crate::pki::key_file::Format;
use crate::pki::name::{Order, write};
use crate::pki::text::request;
use crate::pki::{name, text};

const LABELS: [&str; 2] = ["NEW CERTIFICATE REQUEST", "CERTIFICATE REQUEST"];

/// Creates an empty request. Manual: `gnutls_x509_crq_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_init(crq: *mut gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crq` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(crq, Request::default()) })
}

/// Frees a request. Manual: `gnutls_x509_crq_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_deinit(crq: gnutls_x509_crq_t) {
    // SAFETY: `crq` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(crq));
    })
}

/// Fills a request from DER or PEM (labels `NEW CERTIFICATE REQUEST`, `CERTIFICATE REQUEST`). Manual: `gnutls_x509_crq_import`.
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

/// The request in DER or PEM. Manual: `gnutls_x509_crq_export`.
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

/// The request in DER or PEM; the caller frees it. Manual: `gnutls_x509_crq_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_export2(
    crq: gnutls_x509_crq_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_crq(crq)?, format)?, out) })
}

/// The request for people to read; the caller frees it. Manual: `gnutls_x509_crq_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_print(
    crq: gnutls_x509_crq_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let detail = text::Detail::from_raw(format).ok_or(INVALID_REQUEST)?;
        write_datum(&request::request(get_crq(crq)?, detail), out)
    })
}

/// The version, 1 in every request there is. `GNUTLS_E_ASN1_VALUE_NOT_FOUND` before it is set. Manual: `gnutls_x509_crq_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_version(crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::code(|| unsafe { Ok(get_crq(crq)?.version.ok_or(VALUE_NOT_FOUND)?.into()) })
}

/// Sets the version: 1. Manual: `gnutls_x509_crq_set_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_version(crq: gnutls_x509_crq_t, version: c_uint) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::unit(|| unsafe {
        edit_crq(crq)?.version = Some((version as u8).max(1));
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
    // SAFETY: `crq` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `buf_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(&get_crq(crq)?.subject, Order::Encoded)?, buf.cast(), buf_size, true)
    })
}

/// The subject's text, parts in encoding order; the caller frees it. Manual: `gnutls_x509_crq_get_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn2(crq: gnutls_x509_crq_t, dn: *mut gnutls_datum_t) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&get_crq(crq)?.subject, Order::Encoded)?, dn) })
}

/// The subject's text in RFC 4514 order, or with `GNUTLS_X509_DN_FLAG_COMPAT` in encoding order; the caller frees it. Manual: `gnutls_x509_crq_get_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_dn3(
    crq: gnutls_x509_crq_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(&get_crq(crq)?.subject, dn_order(flags))?, dn) })
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
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `buf_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            &get_crq(crq)?.subject,
            get_crq(crq)?.subject_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            buf_size,
        )
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
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(&get_crq(crq)?.subject, get_crq(crq)?.subject_index()?, indx, oid, sizeof_oid)
    })
}

/// Puts the parts of an RFC 4514 text at the end of the subject. `GNUTLS_E_PARSING_ERROR`, with `err` at the place. Manual: `gnutls_x509_crq_set_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_dn(
    crq: gnutls_x509_crq_t,
    dn: *const c_char,
    err: *mut *const c_char,
) -> c_int {
    // SAFETY: `crq` is NULL or a live handle; `dn` is NULL or a C string; `err` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let subject = with_dn_text(&get_crq(crq)?.subject, dn, err)?;
        edit_crq(crq)?.subject = subject;
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
    // SAFETY: `crq` is NULL or a live handle; `oid` is NULL or a C string; `data` is NULL or has as many bytes as its
    // length says.
    guard::unit(|| unsafe {
        let subject = with_dn_attribute(&get_crq(crq)?.subject, oid, raw_flag, data, sizeof_data)?;
        edit_crq(crq)?.subject = subject;
        Ok(())
    })
}

/// Sets the key to the public half of a private key. Manual: `gnutls_x509_crq_set_key`.
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

/// Sets the key. Manual: `gnutls_x509_crq_set_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_set_pubkey(crq: gnutls_x509_crq_t, key: gnutls_pubkey_t) -> c_int {
    // SAFETY: `crq` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let spki = canonical_spki(get_pubkey(key)?);
        edit_crq(crq)?.spki = spki;
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
    // SAFETY: `crq` is NULL or a live handle; `m` and `e` are NULL or valid datums.
    guard::unit(|| unsafe {
        let key = PublicKey::from_rsa(datum_in(m)?, datum_in(e)?)?;
        edit_crq(crq)?.spki = key.spki().to_vec();
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
    // SAFETY: `crq` is NULL or a live handle; `m` and `e` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let q = get_crq(crq)?;
        if q.spki.is_empty() {
            return Err(INVALID_REQUEST);
        }
        write_rsa(&q.public_key()?, m, e, false)
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
    // SAFETY: `crq` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let spki = canonical_spki(&get_crq(crq)?.public_key()?);
        write_sized(&write_key_id(&spki, flags)?, output_data.cast(), output_data_size, false)
    })
}

/// The key's algorithm, and its bits through `bits`. Manual: `gnutls_x509_crq_get_pk_algorithm`.
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

/// The dotted identifier of the key's algorithm. Manual: `gnutls_x509_crq_get_pk_oid`.
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

/// The signature's algorithm, or `GNUTLS_SIGN_UNKNOWN`. Manual: `gnutls_x509_crq_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_get_signature_algorithm(crq: gnutls_x509_crq_t) -> c_int {
    // SAFETY: `crq` is NULL or a live handle.
    guard::code(|| unsafe { Ok(get_crq(crq)?.signature_algorithm().map_or(0, |s| s.raw() as c_int)) })
}

/// The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crq_get_signature_oid`.
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

/// The restrictions of the key. Manual: `gnutls_x509_crq_get_spki`.
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

/// Restricts the RSA key to RSA-PSS. Manual: `gnutls_x509_crq_set_spki`.
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
    // Requests have but one version.
    request.version.get_or_insert(1);
    let info = request.info()?;
    let made = signer.sign(digest, flags, request.public_key().ok().as_ref(), |_| info)?;
    request.signed(made.body, made.algorithm, made.signature);
    // SAFETY: `handle` is NULL or a live handle.
    *unsafe { opaque::get_mut(handle)? } = request;
    Ok(())
}

/// Signs with a digest that fits the key. Manual: `gnutls_x509_crq_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crq_sign(crq: gnutls_x509_crq_t, key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `crq` and `key` are NULL or live handles.
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
    // SAFETY: `crq` and `key` are NULL or live handles.
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
    // SAFETY: `crq` and `key` are NULL or live handles.
    guard::unit(|| unsafe { sign(crq, Signer::any(key)?, dig, flags) })
}

/// 0 if the request's own key signed it, else `GNUTLS_E_PK_SIG_VERIFY_FAILED`; an algorithm that is broken is
/// `GNUTLS_E_INSUFFICIENT_SECURITY` unless the flags allow it. Manual: `gnutls_x509_crq_verify`.
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

/// The challenge password. Manual: `gnutls_x509_crq_get_challenge_password`.
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

/// One more challenge password. Manual: `gnutls_x509_crq_set_challenge_password`.
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
