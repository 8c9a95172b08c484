//! Certificate revocation lists: reading.
pub mod set;

use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::*;
use crate::asn1::{oid, pem};
use crate::capi::ffi::memory::{alloc, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque, time};
use crate::capi::object::alt_name::write_issuer_name;
use crate::capi::object::crl::{X509Crl, get_crl, new_crl};
use crate::capi::object::crt::{get_crt, get_crt_list};
use crate::capi::object::dn::{dn_order, write_dn_by_oid, write_dn_oid};
use crate::capi::object::pubkey::write_algorithm_oid;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::Extension;
use crate::pki::cert::lists::List;
use crate::pki::crl::Crl;
use crate::pki::key_file::Format;
use crate::pki::name::{Order, compare};
use crate::pki::verify::trust;
use crate::pki::{ext, name, text, verify};

/// A field of a list that may be under construction: `GNUTLS_E_ASN1_VALUE_NOT_FOUND` if it is not set yet.
fn set(field: &[u8]) -> Result<&[u8]> {
    if field.is_empty() { err(GNUTLS_E_ASN1_VALUE_NOT_FOUND) } else { Ok(field) }
}

/// Creates an empty list. Manual: `gnutls_x509_crl_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_init(crl: *mut gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(crl, X509Crl::default()) })
}

/// Frees a list. Manual: `gnutls_x509_crl_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_deinit(crl: gnutls_x509_crl_t) {
    // SAFETY: `crl` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(crl) }));
}

/// Fills a list from DER or PEM (label `X509 CRL`). Manual: `gnutls_x509_crl_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_import(
    crl: gnutls_x509_crl_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `crl` is NULL or a live handle; `data` is NULL or a valid datum.
        let (slot, bytes) = unsafe { (opaque::get_mut(crl)?, datum_in(data)?) };
        let der = match Format::from_raw(format) {
            Format::Der => bytes.to_vec(),
            Format::Pem => pem::decode(Some("X509 CRL"), bytes)?,
        };
        slot.crl = Some(Crl::from_der(&der)?);
        Ok(())
    })
}

/// Reads lists into an array that the caller has: how many. Manual: `gnutls_x509_crl_list_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_list_import(
    crls: *mut gnutls_x509_crl_t,
    crl_max: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        if crl_max.is_null() || crls.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum; `crl_max` is NULL or valid for a write.
        let (bytes, capacity) = unsafe { (datum_in(data)?, *crl_max as usize) };
        let list = trust::read_crls(bytes, Format::from_raw(format))?;
        if list.len() > capacity && flags & GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED != 0 {
            // SAFETY: not NULL, above.
            unsafe { crl_max.write(list.len() as c_uint) };
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        let n = list.len().min(capacity);
        for (i, c) in list.into_iter().take(capacity).enumerate() {
            // SAFETY: `crls` has `*crl_max` places.
            unsafe { crls.add(i).write(new_crl(c)) };
        }
        // SAFETY: not NULL, above.
        unsafe { crl_max.write(n as c_uint) };
        Ok(n as c_int)
    })
}

/// Reads lists into a fresh array, which the caller frees. Manual: `gnutls_x509_crl_list_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_list_import2(
    crls: *mut *mut gnutls_x509_crl_t,
    size: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if crls.is_null() || size.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `data` is NULL or a valid datum.
        let bytes = unsafe { datum_in(data)? };
        let list = trust::read_crls(bytes, Format::from_raw(format))?;
        let array = alloc(list.len() * size_of::<gnutls_x509_crl_t>())?.cast::<gnutls_x509_crl_t>();
        // SAFETY: not NULL, above.
        unsafe { size.write(list.len() as c_uint) };
        for (i, c) in list.into_iter().enumerate() {
            // SAFETY: the array has `list.len()` places.
            unsafe { array.add(i).write(new_crl(c)) };
        }
        // SAFETY: not NULL, above.
        unsafe { crls.write(array) };
        Ok(())
    })
}

fn exported(crl: &Crl, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    if crl.is_unsigned() {
        return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
    }
    Ok(if format == GNUTLS_X509_FMT_PEM { pem::encode("X509 CRL", crl.der()) } else { crl.der().to_vec() })
}

/// The list in DER or PEM. Manual: `gnutls_x509_crl_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_export(
    crl: gnutls_x509_crl_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported(get_crl(crl)?, format)?;
        write_sized(&bytes, output_data, output_data_size, format == GNUTLS_X509_FMT_PEM)
    })
}

/// The list in DER or PEM; the caller frees it. Manual: `gnutls_x509_crl_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_export2(
    crl: gnutls_x509_crl_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_crl(crl)?, format)?, out) })
}

/// The list for people to read; the caller frees it. Manual: `gnutls_x509_crl_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_print(
    crl: gnutls_x509_crl_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        text::Detail::from_raw(format).ok_or(INVALID_REQUEST)?;
        write_datum(&text::crl(get_crl(crl)?), out)
    })
}

/// 1 or 2. Manual: `gnutls_x509_crl_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_version(crl: gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crl(crl)? }.version()?.into()))
}

/// When it was issued, -1 on error. Manual: `gnutls_x509_crl_get_this_update`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_this_update(crl: gnutls_x509_crl_t) -> time_t {
    // SAFETY: `crl` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crl(crl) }.map_or(-1, |c| c.this_update() as time_t))
}

/// When the next is due, -1 if it does not say. Manual: `gnutls_x509_crl_get_next_update`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_next_update(crl: gnutls_x509_crl_t) -> time_t {
    // SAFETY: `crl` is NULL or a live handle.
    guard::or(-1, || unsafe { get_crl(crl) }.map_or(-1, |c| c.next_update().unwrap_or(-1) as time_t))
}

/// How many certificates are revoked. Manual: `gnutls_x509_crl_get_crt_count`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_crt_count(crl: gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crl(crl)? }.count() as c_int))
}

/// Serial number and time of the `indx`-th revoked certificate. Manual: `gnutls_x509_crl_get_crt_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_crt_serial(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    serial: *mut c_uchar,
    serial_size: *mut usize,
    t: *mut time_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `serial` is NULL or has as much space as its size says; `serial_size`
    // and `t` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let entry = get_crl(crl)?.entry(indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_sized(entry.serial, serial.cast(), serial_size, false)?;
        write_out(t, entry.time as time_t);
        Ok(())
    })
}

/// Where a walk through a list stands: how many bytes of entries lie behind it is cheaper than an index.
pub struct CrlIter(usize);

// SAFETY: `gnutls_x509_crl_iter_crt_serial` makes every iterator.
unsafe impl Opaque for gnutls_x509_crl_iter {
    type Object = CrlIter;
}

/// The next revoked certificate; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` at the end.
/// Manual: `gnutls_x509_crl_iter_crt_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_iter_crt_serial(
    crl: gnutls_x509_crl_t,
    iter: *mut gnutls_x509_crl_iter_t,
    serial: *mut c_uchar,
    serial_size: *mut usize,
    t: *mut time_t,
) -> c_int {
    guard::unit(|| {
        if iter.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: the manual's contract; not NULL, above.
        unsafe {
            let list = get_crl(crl)?;
            if (*iter).is_null() {
                opaque::give(iter, CrlIter(0))?;
            }
            let at = opaque::get_mut(*iter)?;
            let mut entries = list.entries();
            entries.skip_bytes(at.0);
            let Some(entry) = entries.next() else {
                at.0 = 0;
                return Err(DATA_NOT_AVAILABLE);
            };
            write_sized(entry.serial, serial.cast(), serial_size, false)?;
            write_out(t, entry.time as time_t);
            at.0 = entries.position();
        }
        Ok(())
    })
}

/// Frees an iterator. Manual: `gnutls_x509_crl_iter_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_iter_deinit(iter: gnutls_x509_crl_iter_t) {
    // SAFETY: `iter` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(iter) }));
}

/// The issuer's text, parts in encoding order. Manual: `gnutls_x509_crl_get_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn(
    crl: gnutls_x509_crl_t,
    buf: *mut c_char,
    sizeof_buf: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `buf` is NULL or has as much space as its size says; `sizeof_buf` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(&name::to_text(get_crl(crl)?.issuer(), Order::Encoded)?, buf.cast(), sizeof_buf, true)
    })
}

/// The issuer's text, parts in encoding order; the caller frees it. Manual: `gnutls_x509_crl_get_issuer_dn2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn2(
    crl: gnutls_x509_crl_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crl(crl)?.issuer(), Order::Encoded)?, dn) })
}

/// The issuer's text in the order that the flags ask for; the caller frees it. Manual: `gnutls_x509_crl_get_issuer_dn3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn3(
    crl: gnutls_x509_crl_t,
    dn: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&name::to_text(get_crl(crl)?.issuer(), dn_order(flags))?, dn) })
}

/// The issuer's DER; the caller frees it. Manual: `gnutls_x509_crl_get_raw_issuer_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_raw_issuer_dn(
    crl: gnutls_x509_crl_t,
    dn: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `dn` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(get_crl(crl)?.issuer(), dn) })
}

/// A part of the issuer. Manual: `gnutls_x509_crl_get_issuer_dn_by_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_issuer_dn_by_oid(
    crl: gnutls_x509_crl_t,
    oid: *const c_char,
    indx: c_uint,
    raw_flag: c_uint,
    buf: *mut c_void,
    sizeof_buf: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or a C string; `buf` is NULL or has as much space as its
    // size says; `sizeof_buf` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_by_oid(
            get_crl(crl)?.issuer(),
            get_crl(crl)?.issuer_index()?,
            oid,
            indx,
            raw_flag,
            buf,
            sizeof_buf,
        )
    })
}

/// The type of a part of the issuer. Manual: `gnutls_x509_crl_get_dn_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_dn_oid(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        write_dn_oid(get_crl(crl)?.issuer(), get_crl(crl)?.issuer_index()?, indx, oid, sizeof_oid)
    })
}

/// The CRL number. Manual: `gnutls_x509_crl_get_number`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_number(
    crl: gnutls_x509_crl_t,
    ret: *mut c_void,
    ret_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `ret` is NULL or has as much space as its size says; `ret_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let c = get_crl(crl)?;
        let e = c.extension(oid::CRL_NUMBER).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        write_sized(c.number().ok_or(DATA_NOT_AVAILABLE)??, ret, ret_size, false)
    })
}

/// The identifier of the issuer's key. Manual: `gnutls_x509_crl_get_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_authority_key_id(
    crl: gnutls_x509_crl_t,
    id: *mut c_void,
    id_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `id` is NULL or has as much space as its size says; `id_size` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = get_crl(crl)?.extension(oid::AUTHORITY_KEY_ID).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(critical, e.critical.into());
        let key = ext::key_id::read_authority(e.value)?.key_id;
        write_sized(key.ok_or(GNUTLS_E_X509_UNSUPPORTED_EXTENSION)?, id, id_size, false)
    })
}

/// The signature's algorithm, or 0. Manual: `gnutls_x509_crl_get_signature_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_signature_algorithm(crl: gnutls_x509_crl_t) -> c_int {
    // SAFETY: `crl` is NULL or a live handle.
    guard::code(|| Ok(unsafe { get_crl(crl)? }.signature_algorithm().map_or(0, |s| s.raw() as c_int)))
}

/// The signature's bytes. Manual: `gnutls_x509_crl_get_signature`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_signature(
    crl: gnutls_x509_crl_t,
    sig: *mut c_char,
    sizeof_sig: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `sig` is NULL or has as much space as its size says; `sizeof_sig` is
    // NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(get_crl(crl)?.signature()?, sig.cast(), sizeof_sig, false) })
}

/// The dotted identifier of the signature's algorithm. Manual: `gnutls_x509_crl_get_signature_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_signature_oid(
    crl: gnutls_x509_crl_t,
    oid: *mut c_char,
    oid_size: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `oid_size` is NULL
    // or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &write_algorithm_oid(set(get_crl(crl)?.signature_algorithm_der())?)?,
            oid.cast(),
            oid_size,
            true,
        )
    })
}

/// Extension `indx`.
fn nth<'a>(crl: &'a Crl, indx: c_uint) -> Result<Extension<'a>> {
    crl.extension_at(indx as usize).ok_or(DATA_NOT_AVAILABLE)
}

/// Type and criticality of extension `indx`; the size counts the type's final NUL. Manual: `gnutls_x509_crl_get_extension_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_info(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` and
    // `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let e = nth(get_crl(crl)?, indx)?;
        write_out(critical, e.critical.into());
        // Unlike that of other identifiers, the size counts the NUL.
        let text = oid::to_text(e.oid).unwrap_or_default() + "\0";
        write_sized(text.as_bytes(), oid, sizeof_oid, false)
    })
}

/// The type of extension `indx`. Manual: `gnutls_x509_crl_get_extension_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_oid(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    oid: *mut c_void,
    sizeof_oid: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `oid` is NULL or has as much space as its size says; `sizeof_oid` is
    // NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = nth(get_crl(crl)?, indx)?;
        write_sized(oid::to_text(e.oid).unwrap_or_default().as_bytes(), oid, sizeof_oid, true)
    })
}

/// The content of extension `indx`. Manual: `gnutls_x509_crl_get_extension_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_data(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    data: *mut c_void,
    sizeof_data: *mut usize,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `data` is NULL or has as much space as its size says; `sizeof_data` is
    // NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(nth(get_crl(crl)?, indx)?.value, data, sizeof_data, false) })
}

/// The content of extension `indx`; the caller frees it. Manual: `gnutls_x509_crl_get_extension_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_extension_data2(
    crl: gnutls_x509_crl_t,
    indx: c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let e = nth(get_crl(crl)?, indx).map_err(|_| Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND))?;
        write_datum(e.value, data)
    })
}

/// Non-zero if `issuer` issued the list, as far as names tell. Manual: `gnutls_x509_crl_check_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_check_issuer(
    crl: gnutls_x509_crl_t,
    issuer: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `crl` and `issuer` are NULL or live handles.
    guard::or(0, || match unsafe { (get_crl(crl), get_crt(issuer)) } {
        (Ok(c), Ok(i)) => compare::same(c.issuer(), i.subject()).into(),
        _ => 0,
    })
}

/// As `gnutls_x509_crt_get_authority_key_gn_serial`, of a revocation list. Manual: `gnutls_x509_crl_get_authority_key_gn_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_get_authority_key_gn_serial(
    crl: gnutls_x509_crl_t,
    seq: c_uint,
    alt: *mut c_void,
    alt_size: *mut usize,
    alt_type: *mut c_uint,
    serial: *mut c_void,
    serial_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: `crl` is NULL or a live handle; `alt` and `serial` are NULL or have as much space as their sizes say;
    // `alt_size`, `alt_type`, `serial_size` and `critical` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let c = get_crl(crl)?;
        let row = c.listed(List::AuthorityNames, seq as usize);
        write_issuer_name(
            c.extension(oid::AUTHORITY_KEY_ID),
            row,
            alt,
            alt_size,
            alt_type,
            serial,
            serial_size,
            critical,
        )
    })
}

/// Verifies a CRL against a list of CAs. Manual: `gnutls_x509_crl_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_verify(
    crl: gnutls_x509_crl_t,
    trusted_cas: *const gnutls_x509_crt_t,
    tcas_size: c_uint,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `crl` is NULL or a live handle; `trusted_cas` is NULL or an array as long as its size says.
        let (c, cas) = unsafe { (get_crl(crl)?, get_crt_list(trusted_cas, tcas_size as usize)?) };
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, verify::verify_crl(c, cas.iter(), flags, time::verification_time())) };
        Ok(())
    })
}
