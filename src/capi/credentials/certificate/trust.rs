//! Whom certificate credentials trust: CAs and revocation lists.
use core::ffi::{c_char, c_int, c_uint};

use super::x509::{get_credentials, path};
use crate::abi::*;
use crate::alg::Format;
use crate::capi::ffi::memory::{datum_bytes, write_out};
use crate::capi::ffi::{file, guard, opaque};
use crate::capi::object::certificate_credentials::{CertificateCredentials, get_credentials_mut};
use crate::capi::object::crl::get_crl_list;
use crate::capi::object::crt::get_crt_list;
use crate::capi::object::trust_list::{OwnedList, add_crls};
use crate::error::{Error, INVALID_REQUEST, Result};
use crate::log::{FAILURE, log};
use crate::pki::crl::Crl;
use crate::pki::verify::trust::{self, TrustList};

/// Does nothing: the trusted authorities stay, as they do in GnuTLS.
///
/// It is there for programs that wanted to save the memory of certificates which only a verification
/// needs. The trust list is freed with the credentials; `gnutls_certificate_set_trust_list` replaces
/// it.
///
/// - `sc`: the credentials; not looked at
///
/// Manual: `gnutls_certificate_free_cas`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_cas(_sc: gnutls_certificate_credentials_t) {}

/// Forgets the names of the trusted authorities.
///
/// A server does not send them with its CertificateRequest any more, which saves bandwidth if there are many. What is
/// trusted does not change. Authorities that are added later are named again. For one session
/// `gnutls_certificate_send_x509_rdn_sequence` does the same. Call it before sessions use the credentials.
///
/// - `sc`: the credentials; NULL is ignored
///
/// Manual: `gnutls_certificate_free_ca_names`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_ca_names(sc: gnutls_certificate_credentials_t) {
    guard::or((), || {
        // SAFETY: `sc` is NULL or a live handle.
        if let Ok(c) = unsafe { get_credentials_mut(sc) } {
            c.trust.list.stop_advertising();
        }
    });
}

/// Does nothing: the revocation lists stay, as they do in GnuTLS.
///
/// It is there for old programs. The lists are freed with the credentials, or when
/// `gnutls_certificate_set_trust_list` replaces the trust list that they are in.
///
/// - `sc`: the credentials; not looked at
///
/// Manual: `gnutls_certificate_free_crls`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_crls(_sc: gnutls_certificate_credentials_t) {}

/// A text without any certificate adds none, which is no error here.
fn none_is_no_error(added: Result<usize>) -> Result<c_int> {
    match added {
        Err(e) if e.code() == GNUTLS_E_NO_CERTIFICATE_FOUND => Ok(0),
        other => other.map(count),
    }
}

/// How many certificates a trust function added.
fn count(n: usize) -> c_int {
    c_int::try_from(n).unwrap_or(c_int::MAX)
}

/// Adds the certificates of a file to the trusted authorities of the credentials.
///
/// A certificate that is trusted already is not added again, but counts. If one of them cannot be read,
/// none is added. A server names these authorities to the clients that it asks for a certificate. Call
/// it before sessions use the credentials.
///
/// - `cred`: the credentials
/// - `cafile`: the path of the file, NUL-terminated
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); a
///   file in DER has one certificate
///
/// Returns the number of certificates in the file (0 for a PEM text without any), or a negative error
/// code:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be read
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a block does not
///   decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_trust_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust_file(
    cred: gnutls_certificate_credentials_t,
    cafile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_trust_file", || {
        // SAFETY: `cred` is NULL or a live handle; `cafile` is NULL or a C string.
        let (c, cafile) = unsafe { (get_credentials_mut(cred)?, path(cafile)?) };
        let added = c.trust.list.advertising(true, |list| list.add_file(cafile, Format::from_raw(type_)));
        none_is_no_error(added)
    })
}

/// Adds the certificates of a text, or one in DER, to the trusted authorities of the credentials.
///
/// They are copied. A certificate that is trusted already is not added again, but counts. If one of
/// them cannot be read, none is added. A server names these authorities to the clients that it asks for
/// a certificate. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `ca`: the certificates
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
///
/// Returns the number of certificates in the text (0 for a PEM text without any), or a negative error
/// code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a block does not
///   decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_trust_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust_mem(
    res: gnutls_certificate_credentials_t,
    ca: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_trust_mem", || {
        // SAFETY: `res` is NULL or a live handle; `ca` is NULL or a valid datum.
        let (c, ca) = unsafe { (get_credentials_mut(res)?, datum_bytes(ca)) };
        let ca = ca.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        if ca.is_empty() && type_ == GNUTLS_X509_FMT_PEM {
            return Ok(0);
        }
        none_is_no_error(c.trust.list.advertising(true, |list| list.add_from(ca, Format::from_raw(type_))))
    })
}

/// Adds the certificates in the files of a directory to the trusted authorities of the credentials.
///
/// Every regular file is read; files without certificates, and files with one that cannot be read, are
/// passed over. Directories below are not entered. A directory that cannot be read counts as an empty
/// one. Call it before sessions use the credentials.
///
/// - `cred`: the credentials
/// - `ca_dir`: the path of the directory, NUL-terminated
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
///
/// Returns the number of certificates that were found, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.6. Manual: `gnutls_certificate_set_x509_trust_dir`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust_dir(
    cred: gnutls_certificate_credentials_t,
    ca_dir: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_trust_dir", || {
        // SAFETY: `cred` is NULL or a live handle; `ca_dir` is NULL or a C string.
        let (c, dir) = unsafe { (get_credentials_mut(cred)?, path(ca_dir)?) };
        let added = c.trust.list.advertising(true, |list| list.add_dir(dir, Format::from_raw(type_)));
        Ok(count(added.unwrap_or_else(|e| {
            log!(
                FAILURE,
                "gnutls_certificate_set_x509_trust_dir adds no trusted CA: {e}: \"{}\"",
                trust::name_of(dir)
            );
            0
        })))
    })
}

/// Adds the authorities that the system trusts to the credentials.
///
/// They are read from the first bundle that exists of those that distributions have, on Debian
/// `/etc/ssl/certs/ca-certificates.crt`, else from Fedora's or openSUSE's directory of certificates
/// named by hashes; a system without them gives none. Each call reads the file again: programs with many sessions share the
/// credentials. Call it before sessions use the credentials.
///
/// - `cred`: the credentials
///
/// Returns the number of certificates read, or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: the bundle is there and cannot be read
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`,
///   `GNUTLS_E_BASE64_DECODING_ERROR`: it has no certificate, or one that does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `cred` is NULL
///
/// Since 3.0.20. Manual: `gnutls_certificate_set_x509_system_trust`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_system_trust(
    cred: gnutls_certificate_credentials_t,
) -> c_int {
    guard::reported("gnutls_certificate_set_x509_system_trust", || {
        // SAFETY: `cred` is NULL or a live handle.
        let c = unsafe { get_credentials_mut(cred) }?;
        c.trust.list.advertising(true, TrustList::add_system_trust).map(count)
    })
}

/// Adds certificates, given as X.509 objects, to the trusted authorities of the credentials.
///
/// They are copied: the caller still frees its own. A server names these authorities to the clients
/// that it asks for a certificate. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `ca_list`: the certificates
/// - `ca_list_size`: the number of its elements, at least 1
///
/// Returns the number of certificates that were added, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the number is not positive
///
/// Since 2.4.0. Manual: `gnutls_certificate_set_x509_trust`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust(
    res: gnutls_certificate_credentials_t,
    ca_list: *mut gnutls_x509_crt_t,
    ca_list_size: c_int,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `ca_list` is NULL or an array as long as its size says.
    guard::reported("gnutls_certificate_set_x509_trust", || unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(ca_list_size).ok().filter(|n| *n > 0).ok_or(INVALID_REQUEST)?;
        let cas = get_crt_list(ca_list, n)?;
        c.trust.list.advertising(true, |list| cas.iter().for_each(|ca| list.add(ca)));
        Ok(n as c_int)
    })
}

/// Replaces the trust list of the credentials by one that the caller made.
///
/// The list and what it holds belong to the credentials afterwards, and are freed with them: the caller
/// does not free it. A server names only those of its authorities that were added with `GNUTLS_TL_USE_IN_TLS`. The former
/// list is freed, and with it what was lent of it. Authorities and
/// revocation lists that were added to the credentials before are gone. Call it before sessions use the
/// credentials.
///
/// - `res`: the credentials; with NULL nothing happens, and the list stays the caller's
/// - `tlist`: the list of `gnutls_x509_trust_list_init`; with NULL nothing happens
/// - `flags`: not looked at
///
/// Since 3.2.2. Manual: `gnutls_certificate_set_trust_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_trust_list(
    res: gnutls_certificate_credentials_t,
    tlist: gnutls_x509_trust_list_t,
    flags: c_uint,
) {
    let _ = flags;
    guard::or((), || {
        // SAFETY: `tlist` is NULL or a live handle, whose ownership is transferred to the credentials.
        unsafe {
            if let (Ok(c), Some(list)) = (get_credentials_mut(res), opaque::take(tlist)) {
                c.trust = OwnedList::new(list);
            }
        }
    });
}

/// Gives the trust list of the credentials.
///
/// It belongs to the credentials, and must not be freed: it is valid until they are freed or
/// `gnutls_certificate_set_trust_list` replaces it. What is added to it counts in later verifications;
/// change it only while no session uses the credentials.
///
/// - `res`: the credentials; with NULL nothing is written
/// - `tlist`: takes the list; NULL is ignored
///
/// Since 3.4.0. Manual: `gnutls_certificate_get_trust_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_trust_list(
    res: gnutls_certificate_credentials_t,
    tlist: *mut gnutls_x509_trust_list_t,
) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle; `tlist` is NULL or an array as long as its size says.
        unsafe {
            if let Ok(c) = get_credentials(res) {
                write_out(tlist, c.trust.handle());
            }
        }
    });
}

/// Adds CRLs: how many. With `GNUTLS_CERTIFICATE_VERIFY_CRLS` each must be signed by an anchor. `flags` are those of a trust
/// list.
pub(super) fn add_lists(c: &mut CertificateCredentials, crls: Vec<Crl>, flags: u32) -> Result<c_int> {
    let flags = match c.flags & GNUTLS_CERTIFICATE_VERIFY_CRLS {
        0 => flags,
        _ => flags | GNUTLS_TL_VERIFY_CRL | GNUTLS_TL_FAIL_ON_INVALID_CRL,
    };
    Ok(add_crls(&mut c.trust.list, crls, flags, 0)? as c_int)
}

/// Adds certificate revocation lists, given as objects, to the credentials.
///
/// They are copied: the caller still frees its own. With `GNUTLS_CERTIFICATE_VERIFY_CRLS` in the flags
/// of the credentials each must be signed by a trusted authority, so that authorities are added first;
/// lists before the one that fails stay. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `crl_list`: the lists
/// - `crl_list_size`: the number of its elements; 0 adds none
///
/// Returns the number of lists that were added, or a negative error code:
/// - `GNUTLS_E_CRL_VERIFICATION_ERROR`: no trusted authority signed a list, and the flags ask for that
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the number is negative
///
/// Since 2.4.0. Manual: `gnutls_certificate_set_x509_crl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_crl(
    res: gnutls_certificate_credentials_t,
    crl_list: *mut gnutls_x509_crl_t,
    crl_list_size: c_int,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crl_list` is NULL or an array as long as its size says.
    guard::reported("gnutls_certificate_set_x509_crl", || unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(crl_list_size).map_err(|_| INVALID_REQUEST)?;
        add_lists(c, get_crl_list(crl_list, n)?, 0)
    })
}

/// Adds the certificate revocation lists of a text, or one in DER, to the credentials.
///
/// They are copied. A list takes the place of an older one of the same issuer, and gives way to a newer
/// one. With `GNUTLS_CERTIFICATE_VERIFY_CRLS` in the flags of the credentials each must be signed by a
/// trusted authority, so that authorities are added first. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `crl`: the lists
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
///
/// Returns the number of lists that were read, or a negative error code:
/// - `GNUTLS_E_CRL_VERIFICATION_ERROR`: no trusted authority signed a list, and the flags ask for that
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no list, or one that does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, or another code of `gnutls_x509_crl_import`:
///   a list cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_crl_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_crl_mem(
    res: gnutls_certificate_credentials_t,
    crl: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crl` is NULL or a valid datum.
    guard::reported("gnutls_certificate_set_x509_crl_mem", || unsafe {
        let (c, bytes) = (get_credentials_mut(res)?, datum_bytes(crl).ok_or(INVALID_REQUEST)?);
        add_lists(c, trust::read_crls(bytes, Format::from_raw(type_))?, GNUTLS_TL_NO_DUPLICATES)
    })
}

/// Adds the certificate revocation lists of a file to the credentials.
///
/// A list takes the place of an older one of the same issuer, and gives way to a newer one. With
/// `GNUTLS_CERTIFICATE_VERIFY_CRLS` in the flags of the credentials each must be signed by a trusted
/// authority, so that authorities are added first. Call it before sessions use the credentials.
///
/// - `res`: the credentials
/// - `crlfile`: the path of the file, NUL-terminated
/// - `type_`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
///
/// Returns the number of lists that were read, or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be read
/// - `GNUTLS_E_CRL_VERIFICATION_ERROR`: no trusted authority signed a list, and the flags ask for that
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no list, or one that does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, or another code of `gnutls_x509_crl_import`:
///   a list cannot be read
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: `crlfile` is a `pkcs11:` URL
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_certificate_set_x509_crl_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_crl_file(
    res: gnutls_certificate_credentials_t,
    crlfile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crlfile` is NULL or a C string.
    guard::reported("gnutls_certificate_set_x509_crl_file", || unsafe {
        let (c, path) = (get_credentials_mut(res)?, file::file_path(crlfile)?.ok_or(INVALID_REQUEST)?);
        add_lists(
            c,
            trust::read_crls(&trust::read_file(path)?, Format::from_raw(type_))?,
            GNUTLS_TL_NO_DUPLICATES,
        )
    })
}
