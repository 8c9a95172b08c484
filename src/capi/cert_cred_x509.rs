//! Certificate credentials from objects: keys, chains, CAs and CRLs that a program has read itself, and what the
//! credentials give back.
use core::ffi::{c_char, c_int, c_uint, c_void};
use std::sync::Arc;

use super::cert_cred::{Credentials, GivenPcert, get_mut};
use super::cert_retrieve::{pcert_chain, signing_key};
use super::memory::{bytes_of, datum_bytes};
use super::x509_crl::crl_list;
use super::x509_crt_get::{crt, crt_list, give_list};
use super::x509_privkey::{Pin, X509Privkey, privkey as x509_privkey};
use super::x509_trust::{X509TrustList, add_crls, gnutls_x509_trust_list_get_issuer, path_of};
use super::{guard, handle, memory};
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::pki::crl::Crl;
use crate::pki::keys::Format;
use crate::pki::trust;
use crate::session::credentials::KeyPair;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// # Safety
/// `res` is NULL or credentials.
unsafe fn get<'a>(res: gnutls_certificate_credentials_t) -> Result<&'a Credentials> {
    // SAFETY: the caller's promise.
    unsafe { handle::get(res) }
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let c = get_mut(res)?;
        let n = usize::try_from(cert_list_size).ok().filter(|n| *n > 0).ok_or(INVALID)?;
        c.add(crt_list(cert_list, n)?, Arc::new(x509_privkey(key)?.clone()))
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let c = get_mut(res)?;
        let n = usize::try_from(pcert_list_size).ok().filter(|n| *n > 0).ok_or(INVALID)?;
        let chain = pcert_chain(pcert_list, n)?;
        let mut given = Vec::new();
        if !names.is_null() {
            for i in 0..usize::try_from(names_size).unwrap_or(0) {
                given.push(bytes_of(*names.add(i)).ok_or(INVALID)?.to_vec());
            }
        }
        // The key becomes ours only if everything is well.
        let index = c.add(chain.clone(), signing_key(key, &chain, false)?)?;
        if let Some(pair) = c.pairs.last_mut() {
            pair.names = given;
            pair.key = signing_key(key, &chain, true)?;
        }
        for i in 0..n {
            c.given.push(GivenPcert(*pcert_list.add(i)));
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let c = get_mut(res)?;
        let n = usize::try_from(ca_list_size).ok().filter(|n| *n > 0).ok_or(INVALID)?;
        for ca in crt_list(ca_list, n)? {
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
        // SAFETY: the manual's contract: the list is given over.
        unsafe {
            if let (Ok(c), Some(list)) = (get_mut(res), handle::take::<X509TrustList, _>(tlist)) {
                c.trust = list;
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
        // SAFETY: the manual's contract.
        unsafe {
            if let Ok(c) = get_mut(res) {
                let list: *mut X509TrustList = &mut *c.trust;
                memory::put(tlist, list.cast());
            }
        }
    });
}

/// Adds CRLs: how many. With `GNUTLS_CERTIFICATE_VERIFY_CRLS` each must be signed by an anchor. `flags` are those of a trust
/// list.
fn add(c: &mut Credentials, crls: Vec<Crl>, flags: u32) -> Result<c_int> {
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let c = get_mut(res)?;
        let n = usize::try_from(crl_list_size).map_err(|_| INVALID)?;
        add(c, self::crl_list(crl_list, n)?, 0)
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let (c, bytes) = (get_mut(res)?, datum_bytes(crl).ok_or(INVALID)?);
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let (c, path) = (get_mut(res)?, path_of(crlfile)?.ok_or(INVALID)?);
        add(c, trust::read_crls(&trust::read_file(path)?, Format::from_raw(type_))?, GNUTLS_TL_NO_DUPLICATES)
    })
}

/// The pair at an index.
fn pair(c: &Credentials, index: c_uint) -> Result<&KeyPair> {
    c.pairs.get(index as usize).ok_or(NOT_THERE)
}

/// Certificate `idx2` of pair `idx1`, lent for the life of the credentials. Manual: `gnutls_certificate_get_crt_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_crt_raw(
    sc: gnutls_certificate_credentials_t,
    idx1: c_uint,
    idx2: c_uint,
    cert: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let der = pair(get(sc)?, idx1)?.chain.get(idx2 as usize).ok_or(NOT_THERE)?.der();
        if cert.is_null() {
            return Err(INVALID);
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        if crt_list.is_null() || crt_list_size.is_null() {
            return Err(INVALID);
        }
        give_list(&pair(get(res)?, index)?.chain, crt_list, crt_list_size)
    })
}

/// A copy of a pair's key, which the caller frees. Manual: `gnutls_certificate_get_x509_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_x509_key(
    res: gnutls_certificate_credentials_t,
    index: c_uint,
    key: *mut gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = pair(get(res)?, index)?.key.private_key().ok_or(INVALID)?.clone();
        handle::give(key, X509Privkey { key: Some(own), ..Default::default() })
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
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        crt(cert)?;
        let list: *const X509TrustList = &*get(sc)?.trust;
        match gnutls_x509_trust_list_get_issuer(list.cast_mut().cast(), cert, issuer, flags) {
            n if n < 0 => err(n),
            n => Ok(n),
        }
    })
}

/// The function that is asked for the password of an encrypted key. Manual: `gnutls_certificate_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_pin_function(
    cred: gnutls_certificate_credentials_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(c) = unsafe { get_mut(cred) } {
            c.pin = Pin { function: fn_, userdata };
        }
    });
}
