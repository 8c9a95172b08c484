//! Signed certificate timestamps (RFC 6962).
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::Sign;
use crate::asn1::der;
use crate::capi::ffi::memory::{write_datum, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::extension_content;
use crate::codec::{Reader as Wire, Writer};
use crate::error::{DATA_NOT_AVAILABLE, Result};
use crate::pki::ext;

/// What a `gnutls_x509_ct_scts_t` points to: the timestamps of certificate transparency (RFC 6962 section 3.2).
#[derive(Default)]
pub struct Scts(Vec<Sct>);

// SAFETY: all handles are created by `gnutls_x509_ext_ct_scts_init`.
unsafe impl Opaque for gnutls_x509_ct_scts_st {
    type Object = Scts;
}

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

/// Creates an empty list of signed certificate timestamps (Certificate Transparency).
///
/// `gnutls_x509_ext_ct_import_scts` fills it; `gnutls_x509_ext_ct_scts_deinit` frees it.
///
/// - `scts`: takes the new list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// RFC 6962 section 3.3. Manual: `gnutls_x509_ext_ct_scts_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_scts_init(scts: *mut gnutls_x509_ct_scts_t) -> c_int {
    // SAFETY: `scts` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(scts, Scts::default()) })
}

/// Frees a list of signed certificate timestamps.
///
/// Log identifiers and signatures that `gnutls_x509_ct_sct_get` gave are the caller's, and stay valid.
///
/// - `scts`: the list of `gnutls_x509_ext_ct_scts_init`; NULL is ignored
///
/// Manual: `gnutls_x509_ext_ct_scts_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_scts_deinit(scts: gnutls_x509_ct_scts_t) {
    // SAFETY: `scts` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(scts));
    })
}

/// Reads the signed certificate timestamps in a certificate extension.
///
/// They replace those in the list. Their signatures are not verified. On failure the list keeps what it
/// held.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied; the extension is 1.3.6.1.4.1.11129.2.4.2
/// - `scts`: the list to fill
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`: the list within cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// RFC 6962 section 3.3. Manual: `gnutls_x509_ext_ct_import_scts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_import_scts(
    ext: *const gnutls_datum_t,
    scts: gnutls_x509_ct_scts_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `scts` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let read = read_scts(extension_content(ext)?)?;
        opaque::get_mut(scts)?.0 = read;
        Ok(())
    })
}

/// Writes a list of signed certificate timestamps as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `scts`: the list
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_HANDSHAKE_TOO_LARGE`: the list is longer than 65535 bytes
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// RFC 6962 section 3.3. Manual: `gnutls_x509_ext_ct_export_scts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_ct_export_scts(
    scts: gnutls_x509_ct_scts_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `scts` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let mut list = Writer::new();
        let scts = &opaque::get(scts)?.0;
        list.nested(2, |w| scts.iter().for_each(|sct| w.nested(2, |w| sct.write(w))));
        write_datum(&ext::values::octet_string(&list.finish()?), ext)
    })
}

/// Gives the version of a signed certificate timestamp.
///
/// - `scts`: the list
/// - `idx`: which timestamp, from 0 on
/// - `version_out`: takes the version: 1 is that of RFC 6962; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `scts` is NULL
///
/// RFC 6962 section 3.2. Manual: `gnutls_x509_ct_sct_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ct_sct_get_version(
    scts: gnutls_x509_ct_scts_t,
    idx: c_uint,
    version_out: *mut c_uint,
) -> c_int {
    // SAFETY: `scts` is NULL or a live handle; `version_out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let sct = opaque::get(scts)?.0.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(version_out, u32::from(sct.version) + 1);
        Ok(())
    })
}

/// Gives one signed certificate timestamp: when, by which log, and its signature.
///
/// The caller frees `logid->data` and `signature->data` with `gnutls_free`. The signature is not
/// verified.
///
/// - `scts`: the list
/// - `idx`: which timestamp, from 0 on
/// - `timestamp`: takes the time in seconds since 1970; may be NULL
/// - `logid`: takes the 32 bytes that name the log
/// - `sigalg`: takes the algorithm of the signature, `GNUTLS_SIGN_UNKNOWN` for one that is not known;
///   may be NULL
/// - `signature`: takes the signature
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `scts`, `logid` or `signature` is NULL
///
/// RFC 6962 section 3.2. Manual: `gnutls_x509_ct_sct_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ct_sct_get(
    scts: gnutls_x509_ct_scts_t,
    idx: c_uint,
    timestamp: *mut time_t,
    logid: *mut gnutls_datum_t,
    sigalg: *mut gnutls_sign_algorithm_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `scts` is NULL or a live handle; `timestamp`, `logid`, `sigalg` and `signature` are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        let sct = opaque::get(scts)?.0.get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        write_out(timestamp, (sct.timestamp / 1000) as time_t);
        write_out(sigalg, Sign::from_wire(sct.algorithm).map_or(GNUTLS_SIGN_UNKNOWN, Sign::raw));
        write_datum(&sct.log, logid)?;
        write_datum(&sct.signature, signature)
    })
}
