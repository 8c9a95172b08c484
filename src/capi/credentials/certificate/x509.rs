//! X.509 certificates, keys and trust of certificate credentials.
use core::ffi::{c_char, c_int, c_uint};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, write_out};
use crate::capi::ffi::{file, guard, opaque};
use crate::capi::object::certificate_credentials::{CertificateCredentials, OwnedPcert, get_credentials_mut};
use crate::capi::object::crl::get_crl_list;
use crate::capi::object::crt::{get_crt, get_crt_list, write_crt_list};
use crate::capi::object::identity::{pcert_chain, signing_key};
use crate::capi::object::trust_list::{OwnedList, add_crls};
use crate::capi::object::url::{is_registered_url, url_chain, url_key};
use crate::capi::object::x509_privkey::{X509Privkey, get_x509_privkey};
use crate::capi::x509::trust_list::gnutls_x509_trust_list_get_issuer;
use crate::crypto::keys::PrivateKey;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result, err};
use crate::pki::crl::Crl;
use crate::pki::key_file::Format;
use crate::pki::verify::trust;
use crate::session::credentials::{KeyPair, SigningKey};

/// Forgets the keys. Manual: `gnutls_certificate_free_keys`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_keys(sc: gnutls_certificate_credentials_t) {
    // SAFETY: `sc` is NULL or a live handle.
    guard::or((), || {
        if let Ok(c) = unsafe { get_credentials_mut(sc) } {
            c.pairs.clear();
        }
    })
}

/// Forgets the trusted CAs; a server that asks for certificates then names none. The memory of a
/// busy server is its own affair. Manual: `gnutls_certificate_free_cas`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_cas(_sc: gnutls_certificate_credentials_t) {}

/// Kept for old applications, does nothing, as in GnuTLS. Manual: `gnutls_certificate_free_ca_names`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_ca_names(_sc: gnutls_certificate_credentials_t) {}

/// Kept for old applications, does nothing, as in GnuTLS. Manual: `gnutls_certificate_free_crls`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_crls(_sc: gnutls_certificate_credentials_t) {}

/// A file's path from C.
///
/// # Safety
/// NULL or a C string.
unsafe fn path<'a>(name: *const c_char) -> Result<&'a Path> {
    // SAFETY: `name` is NULL or a C string.
    match unsafe { bytes_of(name) } {
        Some(bytes) => Ok(Path::new(OsStr::from_bytes(bytes))),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// Reads a chain and its key and adds them. The credentials are not borrowed while the application's PIN function runs.
///
/// # Safety
/// As [`get_credentials_mut`].
unsafe fn add_bytes(
    res: gnutls_certificate_credentials_t,
    cert: &[u8],
    key: &[u8],
    type_: gnutls_x509_crt_fmt_t,
    password: Option<&[u8]>,
    flags: c_uint,
) -> Result<c_int> {
    let format = Format::from_raw(type_);
    // SAFETY: `res` is NULL or a live handle.
    let pin = unsafe { get_credentials_mut(res)? }.pin;
    let key: PrivateKey = pin.import(key, format, password, flags)?;
    let chain = match trust::read_certificates(cert, format) {
        // A text without a certificate in it is told of as one that does not decode.
        Err(e) if e.code() == GNUTLS_E_NO_CERTIFICATE_FOUND => return err(GNUTLS_E_BASE64_DECODING_ERROR),
        other => other?,
    };
    // SAFETY: `res` is NULL or a live handle.
    unsafe { get_credentials_mut(res)? }.add(chain, Arc::new(key))
}

/// Adds a chain and its key from files. Manual: `gnutls_certificate_set_x509_key_file`.
///
/// Errors: `GNUTLS_E_FILE_ERROR`, `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`, and what is wrong in the files.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_file(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `certfile` and `keyfile` are NULL or C strings.
    unsafe { gnutls_certificate_set_x509_key_file2(res, certfile, keyfile, type_, core::ptr::null(), 0) }
}

/// As `gnutls_certificate_set_x509_key_file`, with the password of the key and how it may be encrypted.
/// Manual: `gnutls_certificate_set_x509_key_file2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_file2(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `res` is NULL or a live handle; `certfile`, `keyfile` and `pass` are NULL or C strings.
        if unsafe { is_registered_url(certfile) || is_registered_url(keyfile) } {
            // SAFETY: `res` is NULL or a live handle; `certfile`, `keyfile` and `pass` are NULL or C strings.
            return unsafe { add_urls(res, certfile, keyfile, type_, pass, flags) };
        }
        // SAFETY: `certfile`, `keyfile` and `pass` are NULL or C strings.
        let (certfile, keyfile, pass) = unsafe { (path(certfile)?, path(keyfile)?, bytes_of(pass)) };
        let key = zeroize::Zeroizing::new(trust::read_file(keyfile)?);
        let cert = trust::read_file(certfile)?;
        // SAFETY: `res` is NULL or a live handle; `pass` is NULL or a C string.
        unsafe { add_bytes(res, &cert, &key, type_, pass, flags) }
    })
}

/// Adds a chain and its key of which at least one is behind a URL.
///
/// # Safety
/// The pointers are as the manual has them.
unsafe fn add_urls(
    res: gnutls_certificate_credentials_t,
    certfile: *const c_char,
    keyfile: *const c_char,
    format: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> Result<c_int> {
    // SAFETY: `res` is NULL or a live handle, the names are NULL or C strings. The credentials are not borrowed while the application's functions run.
    unsafe {
        let pin = get_credentials_mut(res)?.pin;
        let format = Format::from_raw(format);
        let chain = if is_registered_url(certfile) {
            url_chain(certfile, pin, flags)?
        } else {
            trust::read_certificates(&trust::read_file(path(certfile)?)?, format)?
        };
        let key: Arc<dyn SigningKey> = if is_registered_url(keyfile) {
            signing_key(url_key(keyfile, pin, flags)?, &chain, true)?
        } else {
            let bytes = zeroize::Zeroizing::new(trust::read_file(path(keyfile)?)?);
            Arc::new(pin.import(&bytes, format, bytes_of(pass), flags)?)
        };
        get_credentials_mut(res)?.add(chain, key)
    }
}

/// Adds a chain and its key from memory. Manual: `gnutls_certificate_set_x509_key_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_mem(
    res: gnutls_certificate_credentials_t,
    cert: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `cert` and `key` are NULL or valid datums.
    unsafe { gnutls_certificate_set_x509_key_mem2(res, cert, key, type_, core::ptr::null(), 0) }
}

/// As `gnutls_certificate_set_x509_key_mem`, with the password of the key.
/// Manual: `gnutls_certificate_set_x509_key_mem2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key_mem2(
    res: gnutls_certificate_credentials_t,
    cert: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
    pass: *const c_char,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `cert` and `key` are NULL or valid datums; `pass` is NULL or a C string.
        let (cert, key, pass) = unsafe { (datum_bytes(cert), datum_bytes(key), bytes_of(pass)) };
        let missing = Error::new(GNUTLS_E_INVALID_REQUEST);
        // SAFETY: `res` is NULL or a live handle; `cert` and `key` are NULL or valid datums; `pass` is NULL or a C
        // string.
        unsafe { add_bytes(res, cert.ok_or(missing)?, key.ok_or(missing)?, type_, pass, flags) }
    })
}

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

/// Trusts the CAs of a file; how many is returned. Manual: `gnutls_certificate_set_x509_trust_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust_file(
    cred: gnutls_certificate_credentials_t,
    cafile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `cred` is NULL or a live handle; `cafile` is NULL or a C string.
        let (c, cafile) = unsafe { (get_credentials_mut(cred)?, path(cafile)?) };
        let added = c.trust.list.add_file(cafile, Format::from_raw(type_));
        none_is_no_error(added)
    })
}

/// Trusts the CAs of a text; how many is returned. Manual: `gnutls_certificate_set_x509_trust_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust_mem(
    res: gnutls_certificate_credentials_t,
    ca: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `res` is NULL or a live handle; `ca` is NULL or a valid datum.
        let (c, ca) = unsafe { (get_credentials_mut(res)?, datum_bytes(ca)) };
        let ca = ca.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        if ca.is_empty() && type_ == GNUTLS_X509_FMT_PEM {
            return Ok(0);
        }
        none_is_no_error(c.trust.list.add_from(ca, Format::from_raw(type_)))
    })
}

/// Trusts the CAs in the files of a directory. Manual: `gnutls_certificate_set_x509_trust_dir`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust_dir(
    cred: gnutls_certificate_credentials_t,
    ca_dir: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `cred` is NULL or a live handle; `ca_dir` is NULL or a C string.
        let (c, dir) = unsafe { (get_credentials_mut(cred)?, path(ca_dir)?) };
        Ok(count(c.trust.list.add_dir(dir, Format::from_raw(type_)).unwrap_or(0)))
    })
}

/// Trusts the CAs that the system trusts. Manual: `gnutls_certificate_set_x509_system_trust`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_system_trust(
    cred: gnutls_certificate_credentials_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `cred` is NULL or a live handle.
        let c = unsafe { get_credentials_mut(cred) }?;
        c.trust.list.add_system_trust().map(count)
    })
}

/// # Safety
/// `res` is NULL or credentials.
unsafe fn get_credentials<'a>(res: gnutls_certificate_credentials_t) -> Result<&'a CertificateCredentials> {
    // SAFETY: `res` is NULL or a live handle.
    unsafe { opaque::get(res) }
}

/// Adds a chain and its key, both copied. Manual: `gnutls_certificate_set_x509_key`.
///
/// Errors: `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`. With `GNUTLS_CERTIFICATE_API_V2` the index of the pair is returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_key(
    res: gnutls_certificate_credentials_t,
    cert_list: *mut gnutls_x509_crt_t,
    cert_list_size: c_int,
    key: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `res` and `key` are NULL or live handles; `cert_list` is NULL or an array as long as its size says.
    guard::code(|| unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(cert_list_size).ok().filter(|n| *n > 0).ok_or(INVALID_REQUEST)?;
        c.add(get_crt_list(cert_list, n)?, Arc::new(get_x509_privkey(key)?.clone()))
    })
}

/// Adds a chain with an abstract key; certificates, array elements and key become the credentials'.
/// `names` are host names that count besides those of the certificate. Manual: `gnutls_certificate_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_key(
    res: gnutls_certificate_credentials_t,
    names: *mut *const c_char,
    names_size: c_int,
    pcert_list: *mut gnutls_pcert_st,
    pcert_list_size: c_int,
    key: gnutls_privkey_t,
) -> c_int {
    // SAFETY: `res` and `key` are NULL or live handles; `pcert_list` is NULL or an array as long as its size says;
    // `names` is NULL or valid for a write.
    guard::code(|| unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(pcert_list_size).ok().filter(|n| *n > 0).ok_or(INVALID_REQUEST)?;
        let chain = pcert_chain(pcert_list, n)?;
        let mut given = Vec::new();
        if !names.is_null() {
            for i in 0..usize::try_from(names_size).unwrap_or(0) {
                given.push(bytes_of(*names.add(i)).ok_or(INVALID_REQUEST)?.to_vec());
            }
        }
        // The key becomes ours only if everything is well.
        let index = c.add(chain.clone(), signing_key(key, &chain, false)?)?;
        if let Some(pair) = c.pairs.last_mut() {
            pair.names = given;
            pair.key = signing_key(key, &chain, true)?;
        }
        for i in 0..n {
            c.given.push(OwnedPcert(*pcert_list.add(i)));
        }
        Ok(index)
    })
}

/// Trusts these CAs, which are copied: how many. Manual: `gnutls_certificate_set_x509_trust`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_trust(
    res: gnutls_certificate_credentials_t,
    ca_list: *mut gnutls_x509_crt_t,
    ca_list_size: c_int,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `ca_list` is NULL or an array as long as its size says.
    guard::code(|| unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(ca_list_size).ok().filter(|n| *n > 0).ok_or(INVALID_REQUEST)?;
        for ca in get_crt_list(ca_list, n)? {
            c.trust.list.add(&ca);
        }
        Ok(n as c_int)
    })
}

/// Takes over a trust list, which is freed with the credentials. Manual: `gnutls_certificate_set_trust_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_trust_list(
    res: gnutls_certificate_credentials_t,
    tlist: gnutls_x509_trust_list_t,
    flags: c_uint,
) {
    let _ = flags;
    guard::or((), || {
        // SAFETY: `tlist` is NULL or a list that becomes ours.
        unsafe {
            if let (Ok(c), Some(list)) = (get_credentials_mut(res), opaque::take(tlist)) {
                c.trust = OwnedList::new(list);
            }
        }
    });
}

/// The trust list of the credentials, which stays theirs. Manual: `gnutls_certificate_get_trust_list`.
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
fn add(c: &mut CertificateCredentials, crls: Vec<Crl>, flags: u32) -> Result<c_int> {
    let flags = match c.flags & GNUTLS_CERTIFICATE_VERIFY_CRLS {
        0 => flags,
        _ => flags | GNUTLS_TL_VERIFY_CRL | GNUTLS_TL_FAIL_ON_INVALID_CRL,
    };
    Ok(add_crls(&mut c.trust.list, crls, flags, 0)? as c_int)
}

/// Adds CRLs, which are copied: how many. Manual: `gnutls_certificate_set_x509_crl`.
/// `GNUTLS_E_CRL_VERIFICATION_ERROR` if no anchor signed one, where the flags of the credentials ask for that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_crl(
    res: gnutls_certificate_credentials_t,
    crl_list: *mut gnutls_x509_crl_t,
    crl_list_size: c_int,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crl_list` is NULL or an array as long as its size says.
    guard::code(|| unsafe {
        let c = get_credentials_mut(res)?;
        let n = usize::try_from(crl_list_size).map_err(|_| INVALID_REQUEST)?;
        add(c, get_crl_list(crl_list, n)?, 0)
    })
}

/// Adds the CRLs of a text: how many. Manual: `gnutls_certificate_set_x509_crl_mem`.
/// `GNUTLS_E_CRL_VERIFICATION_ERROR` if no anchor signed one, where the flags of the credentials ask for that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_crl_mem(
    res: gnutls_certificate_credentials_t,
    crl: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crl` is NULL or a valid datum.
    guard::code(|| unsafe {
        let (c, bytes) = (get_credentials_mut(res)?, datum_bytes(crl).ok_or(INVALID_REQUEST)?);
        add(c, trust::read_crls(bytes, Format::from_raw(type_))?, GNUTLS_TL_NO_DUPLICATES)
    })
}

/// Adds the CRLs of a file: how many. Manual: `gnutls_certificate_set_x509_crl_file`.
/// `GNUTLS_E_CRL_VERIFICATION_ERROR` if no anchor signed one, where the flags of the credentials ask for that.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_crl_file(
    res: gnutls_certificate_credentials_t,
    crlfile: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crlfile` is NULL or a C string.
    guard::code(|| unsafe {
        let (c, path) = (get_credentials_mut(res)?, file::file_path(crlfile)?.ok_or(INVALID_REQUEST)?);
        add(c, trust::read_crls(&trust::read_file(path)?, Format::from_raw(type_))?, GNUTLS_TL_NO_DUPLICATES)
    })
}

/// The pair at an index.
fn pair(c: &CertificateCredentials, index: c_uint) -> Result<&KeyPair> {
    c.pairs.get(index as usize).ok_or(DATA_NOT_AVAILABLE)
}

/// Certificate `idx2` of pair `idx1`, lent for the life of the credentials. Manual: `gnutls_certificate_get_crt_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_crt_raw(
    sc: gnutls_certificate_credentials_t,
    idx1: c_uint,
    idx2: c_uint,
    cert: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `sc` is NULL or a live handle; `cert` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let der = pair(get_credentials(sc)?, idx1)?.chain.get(idx2 as usize).ok_or(DATA_NOT_AVAILABLE)?.der();
        if cert.is_null() {
            return Err(INVALID_REQUEST);
        }
        cert.write(gnutls_datum_t { data: der.as_ptr().cast_mut(), size: der.len() as c_uint });
        Ok(())
    })
}

/// The chain of a pair as an array that the caller frees, certificate by certificate.
/// Manual: `gnutls_certificate_get_x509_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_x509_crt(
    res: gnutls_certificate_credentials_t,
    index: c_uint,
    crt_list: *mut *mut gnutls_x509_crt_t,
    crt_list_size: *mut c_uint,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `crt_list` and `crt_list_size` are NULL or valid for writes.
    guard::unit(|| unsafe {
        if crt_list.is_null() || crt_list_size.is_null() {
            return Err(INVALID_REQUEST);
        }
        write_crt_list(&pair(get_credentials(res)?, index)?.chain, crt_list, crt_list_size)
    })
}

/// A copy of a pair's key, which the caller frees. Manual: `gnutls_certificate_get_x509_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_x509_key(
    res: gnutls_certificate_credentials_t,
    index: c_uint,
    key: *mut gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `res` is NULL or a live handle; `key` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let own = pair(get_credentials(res)?, index)?.key.private_key().ok_or(INVALID_REQUEST)?.clone();
        opaque::give(key, X509Privkey { key: Some(own), ..Default::default() })
    })
}

/// The trusted CA that issued a certificate; it stays the credentials' unless `GNUTLS_TL_GET_COPY` is given.
/// Manual: `gnutls_certificate_get_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_issuer(
    sc: gnutls_certificate_credentials_t,
    cert: gnutls_x509_crt_t,
    issuer: *mut gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `sc` and `cert` are NULL or live handles; `issuer` is NULL or valid for a write.
    guard::code(|| unsafe {
        get_crt(cert)?;
        match gnutls_x509_trust_list_get_issuer(get_credentials(sc)?.trust.handle(), cert, issuer, flags) {
            n if n < 0 => err(n),
            n => Ok(n),
        }
    })
}
