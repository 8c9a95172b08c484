//! Chapter verify: the peer's certificates, and whether they are good.
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;

use super::callback::{Verifier, VerifyCert, lock};
use super::session::{Handle, borrowed, get};
use super::{cert_cred, global, guard, memory};
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::verify::VerifyParams;

/// Certificates, and the array of datums over them that C sees.
pub struct DatumList {
    certificates: Vec<Certificate>,
    datums: Vec<gnutls_datum_t>,
}

// SAFETY: the datums point into `certificates`, which are immutable and shared.
unsafe impl Send for DatumList {}

impl DatumList {
    fn new(certificates: Vec<Certificate>) -> Self {
        let datums = certificates.iter().map(|c| borrowed(c.der())).collect();
        DatumList { certificates, datums }
    }

    /// Keeps the array where it is while it is still right: pointers to it may be in use.
    fn renew(slot: &mut Option<DatumList>, now: Vec<Certificate>) -> *const gnutls_datum_t {
        if now.is_empty() {
            return ptr::null();
        }
        match slot {
            Some(list) if list.certificates == now => list.datums.as_ptr(),
            _ => slot.insert(DatumList::new(now)).datums.as_ptr(),
        }
    }
}

/// The peer's chain, leaf first, as the peer sent it: an array that the session keeps, its length in
/// `*list_size`. NULL if there is none. Manual: `gnutls_certificate_get_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_peers(
    session: gnutls_session_t,
    list_size: *mut c_uint,
) -> *const gnutls_datum_t {
    guard::or(ptr::null(), || {
        // SAFETY: the caller's promise.
        let Ok(h) = (unsafe { get(session) }) else { return ptr::null() };
        let chain = h.session.facts(|f| f.peer_chain.clone());
        // SAFETY: NULL or valid.
        unsafe { memory::put(list_size, chain.len() as c_uint) };
        DatumList::renew(&mut lock(&h.lent).peers, chain)
    })
}

/// The certificate that we showed in the last handshake; NULL if none.
/// Manual: `gnutls_certificate_get_ours`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_get_ours(session: gnutls_session_t) -> *const gnutls_datum_t {
    guard::or(ptr::null(), || {
        // SAFETY: the caller's promise.
        let Ok(h) = (unsafe { get(session) }) else { return ptr::null() };
        let chain = h.session.facts(|f| f.our_chain.first().cloned());
        DatumList::renew(&mut lock(&h.lent).ours, chain.into_iter().collect())
    })
}

/// What a verification is to look at besides the chain.
#[derive(Default)]
struct Wanted {
    hostname: Option<Vec<u8>>,
    email: Option<Vec<u8>>,
    purpose: Option<Vec<u8>>,
    ip: Option<Vec<u8>>,
}

/// Reads an array of typed data.
///
/// # Safety
/// `data` has `elements` elements, whose bytes are as long as they say, or end with NUL where the size is 0.
unsafe fn read_typed(data: *const gnutls_typed_vdata_st, elements: c_uint) -> Result<Wanted> {
    let mut wanted = Wanted::default();
    if data.is_null() {
        return Ok(wanted);
    }
    for i in 0..elements as usize {
        // SAFETY: the caller's promise.
        let item = unsafe { &*data.add(i) };
        // SAFETY: as above; a size of 0 means a C string.
        let bytes = unsafe {
            match item.size {
                0 => memory::bytes_of(item.data.cast()).unwrap_or_default(),
                n => memory::slice(item.data.cast(), n as usize),
            }
        };
        let without_nul = || bytes.split(|b| *b == 0).next().unwrap_or_default().to_vec();
        match item.type_ {
            GNUTLS_DT_DNS_HOSTNAME => wanted.hostname = Some(without_nul()),
            GNUTLS_DT_RFC822NAME => wanted.email = Some(without_nul()),
            GNUTLS_DT_KEY_PURPOSE_OID => wanted.purpose = Some(without_nul()),
            GNUTLS_DT_IP_ADDRESS => wanted.ip = Some(bytes.to_vec()),
            _ => {}
        }
    }
    Ok(wanted)
}

/// Verifies the peer's chain against the credentials of the session.
fn verify(h: &Handle, wanted: &Wanted) -> Result<c_uint> {
    let chain = h.session.facts(|f| f.peer_chain.clone());
    if h.session.facts(|f| f.suite.is_none()) {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    if chain.is_empty() {
        return err(GNUTLS_E_NO_CERTIFICATE_FOUND);
    }
    let credentials = lock(&h.app.credentials).certificate;
    if credentials.is_null() {
        return err(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
    }
    let config = h.session.config();
    let purpose = match &wanted.purpose {
        Some(text) => {
            let text = core::str::from_utf8(text).ok();
            let oid = text.and_then(crate::asn1::oid::from_text);
            Some(oid.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?)
        }
        None => None,
    };
    let params = VerifyParams {
        flags: cert_cred::verify_flags(credentials)
            | config.policy.verify_flags
            | match &*lock(&h.app.verifier) {
                Verifier::Automatic(v) => v.flags,
                _ => 0,
            }
            | (config.policy.profile << 24),
        now: global::now(),
        hostname: wanted.hostname.as_deref(),
        ip: wanted.ip.as_deref(),
        email: wanted.email.as_deref(),
        purpose: purpose.as_deref(),
        plain_list: false,
    };
    cert_cred::verify_chain(credentials, &chain, &params)
}

/// Verifies the peer's chain; the result, `gnutls_certificate_status_t` bits, in `*status`.
/// Manual: `gnutls_certificate_verify_peers2`.
///
/// Errors: `GNUTLS_E_NO_CERTIFICATE_FOUND`, `GNUTLS_E_INSUFFICIENT_CREDENTIALS`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers2(
    session: gnutls_session_t,
    status: *mut c_uint,
) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { gnutls_certificate_verify_peers(session, ptr::null_mut(), 0, status) }
}

/// As `gnutls_certificate_verify_peers2`, with a host name that the certificate must have; NULL is any.
/// Manual: `gnutls_certificate_verify_peers3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers3(
    session: gnutls_session_t,
    hostname: *const c_char,
    status: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (h, name) = unsafe { (get(session)?, memory::bytes_of(hostname)) };
        let wanted = Wanted { hostname: name.map(<[u8]>::to_vec), ..Wanted::default() };
        let found = verify(h, &wanted)?;
        // SAFETY: NULL or valid.
        unsafe { memory::put(status, found) };
        Ok(())
    })
}

/// As `gnutls_certificate_verify_peers2`, with names and purposes to look for.
/// Manual: `gnutls_certificate_verify_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_verify_peers(
    session: gnutls_session_t,
    data: *mut gnutls_typed_vdata_st,
    elements: c_uint,
    status: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (h, wanted) = unsafe { (get(session)?, read_typed(data, elements)?) };
        let found = verify(h, &wanted)?;
        // SAFETY: NULL or valid.
        unsafe { memory::put(status, found) };
        Ok(())
    })
}

/// The handshake verifies the peer itself, with this host name; NULL is any name.
/// Manual: `gnutls_session_set_verify_cert`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_verify_cert(
    session: gnutls_session_t,
    hostname: *const c_char,
    flags: c_uint,
) {
    guard::or((), || {
        // SAFETY: the caller's promise.
        let (Ok(h), name) = (unsafe { (get(session), memory::bytes_of(hostname)) }) else { return };
        let hostname = name.map(<[u8]>::to_vec);
        let wanted = VerifyCert { hostname, flags, ..VerifyCert::default() };
        *lock(&h.app.verifier) = Verifier::Automatic(wanted);
    })
}

/// As `gnutls_session_set_verify_cert`, with names and purposes; the array must outlive the session.
/// Manual: `gnutls_session_set_verify_cert2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_verify_cert2(
    session: gnutls_session_t,
    data: *mut gnutls_typed_vdata_st,
    elements: c_uint,
    flags: c_uint,
) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        let wanted = VerifyCert { data: data as usize, elements, flags, ..VerifyCert::default() };
        *lock(&h.app.verifier) = Verifier::Automatic(wanted);
    }
}

/// The verification that `gnutls_session_set_verify_cert` asked for.
pub fn automatic(h: &Handle, automatic: &VerifyCert) -> Result<()> {
    let mut wanted = match automatic.data {
        0 => Wanted::default(),
        // SAFETY: the array is the program's, alive as long as the session (the manual's rule).
        data => unsafe { read_typed(data as *const gnutls_typed_vdata_st, automatic.elements) }?,
    };
    if let Some(name) = &automatic.hostname {
        wanted.hostname = Some(name.clone());
    }
    let status = verify(h, &wanted).map_err(|_| Error::new(GNUTLS_E_CERTIFICATE_ERROR))?;
    h.verify_status.store(status, Relaxed);
    if status == 0 { Ok(()) } else { err(GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR) }
}

/// What the automatic verification found; all bits set if there was none.
/// Manual: `gnutls_session_get_verify_cert_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_verify_cert_status(session: gnutls_session_t) -> c_uint {
    // SAFETY: the caller's promise.
    unsafe { get(session) }.map_or(c_uint::MAX, |h| h.verify_status.load(Relaxed))
}

/// A function of the session's own that verifies the peer, in place of `gnutls_session_set_verify_cert`; NULL
/// leaves it to that of the credentials. Manual: `gnutls_session_set_verify_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_verify_function(
    session: gnutls_session_t,
    func: Option<gnutls_certificate_verify_function>,
) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        *lock(&h.app.verifier) = func.map_or(Verifier::OfCredentials, Verifier::Function);
    }
}

/// When the peer's certificate ends; -1 without one. Manual: `gnutls_certificate_expiration_time_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_expiration_time_peers(session: gnutls_session_t) -> time_t {
    // SAFETY: the caller's promise.
    unsafe { super::session::fact(session, -1, |f| f.peer_chain.first().map_or(-1, Certificate::not_after)) }
}

/// When the peer's certificate began; -1 without one. Manual: `gnutls_certificate_activation_time_peers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_activation_time_peers(session: gnutls_session_t) -> time_t {
    // SAFETY: the caller's promise.
    unsafe { super::session::fact(session, -1, |f| f.peer_chain.first().map_or(-1, Certificate::not_before)) }
}
