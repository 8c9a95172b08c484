//! Extensions as values (`x509-ext.h`): those that are numbers, times and bytes, signed certificate timestamps, printing.
use core::ffi::{c_char, c_int, c_uint, c_void};

use super::memory::{self, bytes_of, datum_bytes, fill, put, slice};
use super::x509_crl::crl;
use super::x509_crt::crt;
use super::x509_crt_ext::content as name_content;
use super::x509_crt_get::give_datum;
use super::x509_crt_set_ext::{oid_of, path_len, usage_period};
use super::x509_ext::content;
use super::{guard, handle};
use crate::abi::*;
use crate::alg::Sign;
use crate::asn1::der::{self, Reader};
use crate::asn1::oid;
use crate::codec::{Reader as Wire, Writer};
use crate::error::{Error, Result};
use crate::pki::cert::Extension;
use crate::pki::ext_write as write;
use crate::pki::extensions::{self, GeneralName};
use crate::pki::lists::{List, Row};
use crate::pki::text_extensions;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// Authority or not, and how many may follow (-1: any number). Manual: `gnutls_x509_ext_import_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_basic_constraints(
    ext: *const gnutls_datum_t,
    ca: *mut c_uint,
    pathlen: *mut c_int,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let read = extensions::basic_constraints(content(ext)?)?;
        put(ca, read.ca.into());
        put(pathlen, read.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_basic_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_basic_constraints(
    ca: c_uint,
    pathlen: c_int,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&write::basic_constraints(ca != 0, path_len(pathlen)), ext) })
}

/// What the key is for: `GNUTLS_KEY_*`. Manual: `gnutls_x509_ext_import_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_key_usage(
    ext: *const gnutls_datum_t,
    key_usage: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        put(key_usage, extensions::key_usage(content(ext)?)?);
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_key_usage(usage: c_uint, ext: *mut gnutls_datum_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&write::key_usage(usage), ext) })
}

/// The key identifier; the caller frees it. Manual: `gnutls_x509_ext_import_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_subject_key_id(
    ext: *const gnutls_datum_t,
    id: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(der::whole(content(ext)?, der::OCTET_STRING)?.value, id) })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_subject_key_id(
    id: *const gnutls_datum_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&write::octet_string(datum_bytes(id).ok_or(INVALID)?), ext) })
}

/// How many certificates may follow before "any policy" stops counting. Manual: `gnutls_x509_ext_import_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_inhibit_anypolicy(
    ext: *const gnutls_datum_t,
    skipcerts: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        put(skipcerts, Reader::new(content(ext)?).small()?);
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_inhibit_anypolicy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_inhibit_anypolicy(
    skipcerts: c_uint,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&write::integer(skipcerts), ext) })
}

/// When the private key may be used; -1 for a time that is not there. Manual: `gnutls_x509_ext_import_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_private_key_usage_period(
    ext: *const gnutls_datum_t,
    activation: *mut time_t,
    expiration: *mut time_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (from, to) = extensions::private_key_usage_period(content(ext)?)?;
        put(activation, from.unwrap_or(-1));
        put(expiration, to.unwrap_or(-1));
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_private_key_usage_period`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_private_key_usage_period(
    activation: time_t,
    expiration: time_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&usage_period(activation, expiration)?, ext) })
}

/// What a proxy certificate says: path length, language and policy (with a NUL that its size does not count), the last
/// two for the caller to free.
///
/// # Safety
/// The pointers are NULL or valid for writes.
unsafe fn give_proxy(
    value: &[u8],
    pathlen: *mut c_int,
    language: *mut *mut c_char,
    policy: *mut *mut c_char,
    size: *mut usize,
) -> Result<()> {
    let read = extensions::proxy(value)?;
    let text = oid::to_text(read.language).ok_or(GNUTLS_E_ASN1_DER_ERROR)?;
    // SAFETY: the caller's promise.
    unsafe {
        put(pathlen, read.path_len.and_then(|n| c_int::try_from(n).ok()).unwrap_or(-1));
        if !language.is_null() {
            language.write(memory::string(text.as_bytes())?);
        }
        if !policy.is_null() {
            policy.write(read.policy.map_or(Ok(core::ptr::null_mut()), memory::string)?);
        }
        put(size, read.policy.map_or(0, <[u8]>::len));
    }
    Ok(())
}

/// What a proxy certificate says; language and policy are freed by the caller. Manual: `gnutls_x509_ext_import_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_proxy(
    ext: *const gnutls_datum_t,
    pathlen: *mut c_int,
    policy_language: *mut *mut c_char,
    policy: *mut *mut c_char,
    sizeof_policy: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_proxy(content(ext)?, pathlen, policy_language, policy, sizeof_policy) })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_proxy(
    path_len_constraint: c_int,
    policy_language: *const c_char,
    policy: *const c_char,
    sizeof_policy: usize,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let language = oid_of(policy_language)?;
        let policy = if policy.is_null() { None } else { Some(slice(policy.cast(), sizeof_policy)) };
        give_datum(&write::proxy(path_len(path_len_constraint), &language, policy), ext)
    })
}

/// What a proxy certificate says; language and policy are freed by the caller. Manual: `gnutls_x509_crt_get_proxy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_proxy(
    cert: gnutls_x509_crt_t,
    critical: *mut c_uint,
    pathlen: *mut c_int,
    policy_language: *mut *mut c_char,
    policy: *mut *mut c_char,
    sizeof_policy: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let e = crt(cert)?.extension(oid::PROXY_CERT_INFO).ok_or(NOT_THERE)?;
        put(critical, e.critical.into());
        give_proxy(e.value, pathlen, policy_language, policy, sizeof_policy)
    })
}

/// A name of the issuer's certificate and its serial number, from an authority key identifier.
///
/// # Safety
/// The pointers are as the manual has them.
#[allow(clippy::too_many_arguments)] // the C function's, one by one
unsafe fn give_issuer(
    e: Option<Extension<'_>>,
    row: Result<Option<Row<'_>>>,
    alt: *mut c_void,
    alt_size: *mut usize,
    alt_type: *mut c_uint,
    serial: *mut c_void,
    serial_size: *mut usize,
    critical: *mut c_uint,
) -> Result<()> {
    // SAFETY: the caller's promise.
    unsafe { put(critical, e.as_ref().is_some_and(|e| e.critical).into()) };
    let e = e.ok_or(NOT_THERE)?;
    // The issuer's name means something with the serial number only.
    let number = extensions::authority_serial(e.value)?.ok_or(NOT_THERE)?;
    let name = GeneralName::read(&mut Reader::new(row?.ok_or(NOT_THERE)?.raw))?;
    let (bytes, nul) = name_content(&name)?;
    // SAFETY: the caller's promise.
    unsafe {
        put(alt_type, name.kind().ok_or(GNUTLS_E_X509_UNKNOWN_SAN)?);
        fill(&bytes, alt, alt_size, nul)?;
        fill(number, serial, serial_size, false)
    }
}

/// Name `seq` and serial number of the issuer's certificate, as the authority key identifier has them. Manual: `gnutls_x509_crt_get_authority_key_gn_serial`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_authority_key_gn_serial(
    cert: gnutls_x509_crt_t,
    seq: c_uint,
    alt: *mut c_void,
    alt_size: *mut usize,
    alt_type: *mut c_uint,
    serial: *mut c_void,
    serial_size: *mut usize,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let c = crt(cert)?;
        let row = c.listed(List::AuthorityNames, seq as usize);
        give_issuer(
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

/// As [`gnutls_x509_crt_get_authority_key_gn_serial`], of a revocation list. Manual: `gnutls_x509_crl_get_authority_key_gn_serial`.
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let c = self::crl(crl)?;
        let row = c.listed(List::AuthorityNames, seq as usize);
        give_issuer(
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

/// The text of an other name of a kind that has a number, and that number. `GNUTLS_E_X509_UNKNOWN_SAN` for another. Manual: `gnutls_x509_othername_to_virtual`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_othername_to_virtual(
    oid: *const c_char,
    othername: *const gnutls_datum_t,
    virt_type: *mut c_uint,
    virt: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (id, value) = (oid_of(oid)?, content(othername)?);
        let name = GeneralName::Other { oid: &id, value };
        let kind = name.virtual_kind().ok_or(GNUTLS_E_X509_UNKNOWN_SAN)?;
        let text = name_content(&name)?.0;
        put(virt_type, kind);
        if virt.is_null() { Ok(()) } else { give_datum(&text, virt) }
    })
}

/// Network and mask, as name constraints have them, of a text as `192.0.2.0/24`. `GNUTLS_E_MALFORMED_CIDR` for another. Manual: `gnutls_x509_cidr_to_rfc5280`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_cidr_to_rfc5280(
    cidr: *const c_char,
    cidr_rfc5280: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let text =
            core::str::from_utf8(bytes_of(cidr).ok_or(INVALID)?).map_err(|_| GNUTLS_E_MALFORMED_CIDR)?;
        give_datum(&write::network(text).ok_or(GNUTLS_E_MALFORMED_CIDR)?, cidr_rfc5280)
    })
}

/// Extensions for people to read; the caller frees the text. Manual: `gnutls_x509_ext_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_print(
    exts: *mut gnutls_x509_ext_st,
    exts_size: c_uint,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    let _ = format;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        if exts.is_null() && exts_size > 0 {
            return Err(INVALID);
        }
        let mut text = Vec::new();
        for i in 0..exts_size as usize {
            let e = &*exts.add(i);
            let id = oid_of(e.oid)?;
            let value = datum_bytes(&e.data).unwrap_or(b"");
            text_extensions::print(
                &mut text,
                &Extension { oid: &id, critical: e.critical != 0, value },
                "\t\t",
            );
        }
        give_datum(&text, out)
    })
}

/// Frees what the struct points to. Manual: `gnutls_x509_ext_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_deinit(ext: *mut gnutls_x509_ext_st) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        if let Some(e) = ext.as_mut() {
            memory::free(e.oid.cast());
            memory::free(e.data.data.cast());
            e.oid = core::ptr::null_mut();
            e.data = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
        }
    })
}

/// What a `gnutls_x509_ct_scts_t` points to: the timestamps of certificate transparency (RFC 6962 section 3.2).
#[derive(Default)]
struct Scts(Vec<Sct>);

struct Sct {
    version: u8,
    log: [u8; 32],
    /// Milliseconds.
    timestamp: u64,
    extensions: Vec<u8>,
    /// As on the wire.
    algorithm: u16,
    signature: Vec<u8>,
}

impl Sct {
    fn read(bytes: &[u8]) -> Result<Sct> {
        let mut r = Wire::new(bytes);
        let out = Sct {
            version: r.u8()?,
            log: r.array()?,
            timestamp: r.u64()?,
            extensions: r.vec16()?.to_vec(),
            algorithm: r.u16()?,
            signature: r.vec16()?.to_vec(),
        };
        r.finish()?;
        Ok(out)
    }

    fn write(&self, w: &mut Writer) {
        w.u8(self.version);
        w.bytes(&self.log);
        w.u64(self.timestamp);
        w.vec16(&self.extensions);
        w.u16(self.algorithm);
        w.vec16(&self.signature);
    }
}

/// The SignedCertificateTimestampList in an extension's content.
fn read_scts(value: &[u8]) -> Result<Vec<Sct>> {
    let mut all = Wire::new(der::whole(value, der::OCTET_STRING)?.value);
    let mut list = Wire::new(all.vec16()?);
    all.finish()?;
    let mut out = Vec::new();
    while !list.is_empty() {
        out.push(Sct::read(list.vec16()?)?);
    }
    Ok(out)
}

/// Creates an empty list of timestamps. Manual: `gnutls_x509_ext_ct_scts_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_scts_init(scts: *mut gnutls_x509_ct_scts_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(scts, Scts::default()) })
}

/// Frees a list of timestamps. Manual: `gnutls_x509_ext_ct_scts_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_scts_deinit(scts: gnutls_x509_ct_scts_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<Scts, _>(scts));
    })
}

/// Reads the timestamps of the extension's content. Manual: `gnutls_x509_ext_ct_import_scts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_import_scts(
    ext: *const gnutls_datum_t,
    scts: gnutls_x509_ct_scts_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let read = read_scts(content(ext)?)?;
        handle::get_mut::<Scts, _>(scts)?.0 = read;
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_ct_export_scts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_export_scts(
    scts: gnutls_x509_ct_scts_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let mut list = Writer::new();
        let scts = &handle::get::<Scts, _>(scts)?.0;
        list.nested(2, |w| scts.iter().for_each(|sct| w.nested(2, |w| sct.write(w))));
        give_datum(&write::octet_string(&list.finish()?), ext)
    })
}

/// The version of timestamp `idx`: 1 is that of RFC 6962. Manual: `gnutls_x509_ct_sct_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ct_sct_get_version(
    scts: gnutls_x509_ct_scts_t,
    idx: c_uint,
    version_out: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let sct = handle::get::<Scts, _>(scts)?.0.get(idx as usize).ok_or(NOT_THERE)?;
        put(version_out, u32::from(sct.version) + 1);
        Ok(())
    })
}

/// Timestamp `idx`: its time, its log, how it is signed and the signature; the caller frees log and signature. Manual: `gnutls_x509_ct_sct_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ct_sct_get(
    scts: gnutls_x509_ct_scts_t,
    idx: c_uint,
    timestamp: *mut time_t,
    logid: *mut gnutls_datum_t,
    sigalg: *mut gnutls_sign_algorithm_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let sct = handle::get::<Scts, _>(scts)?.0.get(idx as usize).ok_or(NOT_THERE)?;
        put(timestamp, (sct.timestamp / 1000) as time_t);
        put(sigalg, Sign::from_wire(sct.algorithm).map_or(GNUTLS_SIGN_UNKNOWN, Sign::raw));
        give_datum(&sct.log, logid)?;
        give_datum(&sct.signature, signature)
    })
}
