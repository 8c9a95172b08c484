//! Chapter certificate credentials: keys, chains, trust, and the functions that choose among them.
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::{Arc, Mutex};

use super::abstract_public::free_pcert;
use super::callback::Function;
use super::cert_retrieve::signing_key;
use super::x509_privkey::Pin;
use super::x509_trust::{OwnedList, complete};
use super::{guard, handle, memory, urls};
use crate::abi::*;
use crate::alg::Pk;
use crate::crypto::keys::PrivateKey;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::keys::Format;
use crate::pki::trust;
use crate::pki::verify::VerifyParams;
use crate::session::credentials::{KeyPair, SigningKey};

/// What C holds as a `gnutls_certificate_credentials_t`. Sessions read it; the program changes it only
/// while no session uses it (the manual's rule).
pub struct Credentials {
    pub pairs: Vec<KeyPair>,
    pub trust: OwnedList,
    pub flags: c_uint,
    pub verify_flags: c_uint,
    /// Longest chain and largest key to look at (`gnutls_certificate_set_verify_limits`).
    pub max_depth: usize,
    pub max_bits: u32,
    pub verify: Function<Option<gnutls_certificate_verify_function>>,
    pub retrieve: Mutex<Retrieve>,
    pub pin: Pin,
    /// Structs of the program that became ours: it may still look at what they point to.
    pub given: Vec<GivenPcert>,
}

/// A certificate struct that was given over.
pub struct GivenPcert(pub gnutls_pcert_st);

impl Drop for GivenPcert {
    fn drop(&mut self) {
        // SAFETY: filled by this library, and freed only here.
        unsafe { free_pcert(&mut self.0) };
    }
}

/// Who chooses the certificate in the handshake: what the program set last counts.
#[derive(Clone, Copy, Default)]
pub enum Retrieve {
    /// The library, among the pairs of the credentials.
    #[default]
    Loaded,
    First(gnutls_certificate_retrieve_function),
    Second(gnutls_certificate_retrieve_function2),
    Third(gnutls_certificate_retrieve_function3),
}

/// GnuTLS's limits: 16 certificates, keys of 16384 bits.
const MAX_DEPTH: usize = 16;
const MAX_BITS: u32 = 16384;

/// # Safety
/// `res` is NULL or from `gnutls_certificate_allocate_credentials`, not freed, not used by another thread.
pub unsafe fn get_mut<'a>(res: gnutls_certificate_credentials_t) -> Result<&'a mut Credentials> {
    // SAFETY: the caller's promise.
    unsafe { handle::get_mut(res) }
}

/// Makes empty credentials, to be freed with `gnutls_certificate_free_credentials`.
/// Manual: `gnutls_certificate_allocate_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_allocate_credentials(
    res: *mut gnutls_certificate_credentials_t,
) -> c_int {
    guard::unit(|| {
        let credentials = Credentials {
            pairs: Vec::new(),
            trust: OwnedList::new(Box::default()),
            flags: 0,
            verify_flags: 0,
            max_depth: MAX_DEPTH,
            max_bits: MAX_BITS,
            verify: Function::none(),
            retrieve: Mutex::default(),
            pin: Pin::default(),
            given: Vec::new(),
        };
        // SAFETY: NULL or valid, the caller's promise.
        unsafe { handle::give(res, credentials) }
    })
}

/// Frees credentials; no session may use them any more. NULL is ignored.
/// Manual: `gnutls_certificate_free_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_credentials(sc: gnutls_certificate_credentials_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { handle::take::<Credentials, _>(sc) }))
}

/// Forgets the keys. Manual: `gnutls_certificate_free_keys`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_keys(sc: gnutls_certificate_credentials_t) {
    // SAFETY: the caller's promise.
    guard::or((), || {
        if let Ok(c) = unsafe { get_mut(sc) } {
            c.pairs.clear();
        }
    })
}

/// Forgets the trusted CAs; a server that asks for certificates then names none. The memory of a
/// busy server is its own affair. Manual: `gnutls_certificate_free_cas`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_cas(_sc: gnutls_certificate_credentials_t) {}

/// Kept for old programs, does nothing, as in GnuTLS. Manual: `gnutls_certificate_free_ca_names`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_ca_names(_sc: gnutls_certificate_credentials_t) {}

/// Kept for old programs, does nothing, as in GnuTLS. Manual: `gnutls_certificate_free_crls`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_free_crls(_sc: gnutls_certificate_credentials_t) {}

/// `gnutls_certificate_flags`. Manual: `gnutls_certificate_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_flags(res: gnutls_certificate_credentials_t, flags: c_uint) {
    // SAFETY: the caller's promise.
    if let Ok(c) = unsafe { get_mut(res) } {
        c.flags = flags;
    }
}

/// `GNUTLS_VERIFY_*` for the verification of peers. Manual: `gnutls_certificate_set_verify_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_flags(
    res: gnutls_certificate_credentials_t,
    flags: c_uint,
) {
    // SAFETY: the caller's promise.
    if let Ok(c) = unsafe { get_mut(res) } {
        c.verify_flags = flags;
    }
}

/// The flags that were set. Manual: `gnutls_certificate_get_verify_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_verify_flags(
    res: gnutls_certificate_credentials_t,
) -> c_uint {
    verify_flags(res)
}

/// The largest key and longest chain that a verification looks at.
/// Manual: `gnutls_certificate_set_verify_limits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_limits(
    res: gnutls_certificate_credentials_t,
    max_bits: c_uint,
    max_depth: c_uint,
) {
    // SAFETY: the caller's promise.
    if let Ok(c) = unsafe { get_mut(res) } {
        c.max_depth = max_depth as usize;
        c.max_bits = max_bits;
    }
}

/// A function that runs in the handshake once the peer's chain is there.
/// Manual: `gnutls_certificate_set_verify_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_verify_function(
    cred: gnutls_certificate_credentials_t,
    func: Option<gnutls_certificate_verify_function>,
) {
    // SAFETY: the caller's promise.
    if let Ok(c) = unsafe { get_mut(cred) } {
        c.verify.set(func);
    }
}

/// The verify function of credentials that may be NULL.
pub(crate) fn verify_function(
    credentials: gnutls_certificate_credentials_t,
) -> Option<gnutls_certificate_verify_function> {
    // SAFETY: the program keeps the credentials of its sessions alive.
    unsafe { handle::get::<Credentials, _>(credentials) }.ok().and_then(|c| c.verify.get())
}

pub(crate) fn verify_flags(credentials: gnutls_certificate_credentials_t) -> c_uint {
    // SAFETY: the program keeps the credentials of its sessions alive.
    unsafe { handle::get::<Credentials, _>(credentials) }.map_or(0, |c| c.verify_flags)
}

/// Verifies a chain against the trust of the credentials.
pub(crate) fn verify_chain(
    credentials: gnutls_certificate_credentials_t,
    chain: &[Certificate],
    params: &VerifyParams<'_>,
) -> Result<c_uint> {
    // SAFETY: the program keeps the credentials of its sessions alive.
    let c: &Credentials = unsafe { handle::get(credentials) }?;
    if chain.len() > c.max_depth {
        return err(GNUTLS_E_CONSTRAINT_ERROR);
    }
    for certificate in chain {
        // The limit bounds the work (manual: gnutls_certificate_set_verify_limits), which is fixed with ML-DSA.
        if certificate.public_key().is_ok_and(|k| k.bits() > c.max_bits && !k.pk().is_mldsa()) {
            return err(GNUTLS_E_CONSTRAINT_ERROR);
        }
    }
    let mut chain = chain.to_vec();
    // SAFETY: the list lives as long as the credentials.
    unsafe { complete(c.trust.handle(), &mut chain)? };
    // SAFETY: as above; the program's function may have changed what they hold.
    let c: &Credentials = unsafe { handle::get(credentials) }?;
    Ok(c.trust.list.verify(&chain, params))
}

/// The DER names of the CAs that a server names in its request.
pub(crate) fn ca_names(credentials: gnutls_certificate_credentials_t) -> Vec<Vec<u8>> {
    // SAFETY: the program keeps the credentials of its sessions alive.
    let found: Result<&Credentials> = unsafe { handle::get(credentials) };
    found.map_or_else(|_| Vec::new(), |c| c.trust.list.subjects().map(<[u8]>::to_vec).collect())
}

/// A file's path from C.
///
/// # Safety
/// NULL or a C string.
unsafe fn path<'a>(name: *const c_char) -> Result<&'a Path> {
    // SAFETY: the caller's promise.
    match unsafe { memory::bytes_of(name) } {
        Some(bytes) => Ok(Path::new(OsStr::from_bytes(bytes))),
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

impl Credentials {
    /// Adds a chain and its key; the index of the pair where `GNUTLS_CERTIFICATE_API_V2` is set, else 0.
    pub fn add(&mut self, chain: Vec<Certificate>, key: Arc<dyn SigningKey>) -> Result<c_int> {
        let Some(leaf) = chain.first() else { return err(GNUTLS_E_NO_CERTIFICATE_FOUND) };
        if self.flags & GNUTLS_CERTIFICATE_SKIP_KEY_CERT_MATCH == 0
            && let Some(key) = key.private_key()
        {
            let of_leaf = leaf.public_key()?;
            let pss = of_leaf.pk() == Pk::RsaPss && key.pk() == Pk::Rsa;
            let same = match (of_leaf.rsa_components(), key.public().rsa_components()) {
                (Some(a), Some(b)) => a == b,
                _ => of_leaf.spki() == key.public().spki(),
            };
            if !same || (of_leaf.pk() != key.pk() && !pss) {
                return err(GNUTLS_E_CERTIFICATE_KEY_MISMATCH);
            }
        }
        self.pairs.push(KeyPair { chain, key, names: Vec::new() });
        let index = self.pairs.len() as c_int - 1;
        Ok(if self.flags & GNUTLS_CERTIFICATE_API_V2 != 0 { index } else { 0 })
    }
}

/// Reads a chain and its key and adds them. The credentials are not borrowed while the program's PIN function runs.
///
/// # Safety
/// As [`get_mut`].
unsafe fn add_bytes(
    res: gnutls_certificate_credentials_t,
    cert: &[u8],
    key: &[u8],
    type_: gnutls_x509_crt_fmt_t,
    password: Option<&[u8]>,
    flags: c_uint,
) -> Result<c_int> {
    let format = Format::from_raw(type_);
    // SAFETY: the caller's promise.
    let pin = unsafe { get_mut(res)? }.pin;
    let key: PrivateKey = pin.import(key, format, password, flags)?;
    let chain = match trust::read_certificates(cert, format) {
        // A text without a certificate in it is told of as one that does not decode.
        Err(e) if e.code() == GNUTLS_E_NO_CERTIFICATE_FOUND => return err(GNUTLS_E_BASE64_DECODING_ERROR),
        other => other?,
    };
    // SAFETY: the caller's promise.
    unsafe { get_mut(res)? }.add(chain, Arc::new(key))
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
    // SAFETY: the caller's promise.
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
        // SAFETY: the caller's promise.
        if unsafe { urls::is_registered(certfile) || urls::is_registered(keyfile) } {
            // SAFETY: the caller's promise.
            return unsafe { add_urls(res, certfile, keyfile, type_, pass, flags) };
        }
        // SAFETY: the caller's promise.
        let (certfile, keyfile, pass) = unsafe { (path(certfile)?, path(keyfile)?, memory::bytes_of(pass)) };
        let key = zeroize::Zeroizing::new(trust::read_file(keyfile)?);
        let cert = trust::read_file(certfile)?;
        // SAFETY: the caller's promise.
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
    // SAFETY: the caller's promise. The credentials are not borrowed while the program's functions run.
    unsafe {
        let pin = get_mut(res)?.pin;
        let format = Format::from_raw(format);
        let chain = if urls::is_registered(certfile) {
            urls::chain(certfile, pin, flags)?
        } else {
            trust::read_certificates(&trust::read_file(path(certfile)?)?, format)?
        };
        let key: Arc<dyn SigningKey> = if urls::is_registered(keyfile) {
            signing_key(urls::key(keyfile, pin, flags)?, &chain, true)?
        } else {
            let bytes = zeroize::Zeroizing::new(trust::read_file(path(keyfile)?)?);
            Arc::new(pin.import(&bytes, format, memory::bytes_of(pass), flags)?)
        };
        get_mut(res)?.add(chain, key)
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
    // SAFETY: the caller's promise.
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
        // SAFETY: the caller's promise.
        let (cert, key, pass) =
            unsafe { (memory::datum_bytes(cert), memory::datum_bytes(key), memory::bytes_of(pass)) };
        let missing = Error::new(GNUTLS_E_INVALID_REQUEST);
        // SAFETY: the caller's promise.
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
        // SAFETY: the caller's promise.
        let (c, cafile) = unsafe { (get_mut(cred)?, path(cafile)?) };
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
        // SAFETY: the caller's promise.
        let (c, ca) = unsafe { (get_mut(res)?, memory::datum_bytes(ca)) };
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
        // SAFETY: the caller's promise.
        let (c, dir) = unsafe { (get_mut(cred)?, path(ca_dir)?) };
        Ok(count(c.trust.list.add_dir(dir, Format::from_raw(type_)).unwrap_or(0)))
    })
}

/// Trusts the CAs that the system trusts. Manual: `gnutls_certificate_set_x509_system_trust`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_x509_system_trust(
    cred: gnutls_certificate_credentials_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: the caller's promise.
        let c = unsafe { get_mut(cred) }?;
        c.trust.list.add_file(Path::new(trust::SYSTEM_TRUST), Format::Pem).map(count)
    })
}
