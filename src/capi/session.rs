//! Chapter session: making and ending sessions, their settings, and what they have negotiated.
use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::ffi::CString;
use std::sync::{Arc, Mutex, OnceLock};

use zeroize::Zeroizing;

use super::callback::{App, lock};
use super::{guard, handle, key_log, memory, priority};
use crate::abi::*;
use crate::alg::policy::Policy;
use crate::alg::{Kx, Mac, SUITES, Sign, Suite, Version};
use crate::error::{Result, err};
use crate::handshake::config::Role;
use crate::handshake::facts::Facts;
use crate::session::Session;

/// What C holds as a `gnutls_session_t`. It is only ever shared, never borrowed mutably: a callback
/// may come back with the same handle at any time.
pub struct Handle {
    pub session: Session,
    pub app: Arc<App>,
    /// The result of the automatic verification.
    pub verify_status: AtomicU32,
    /// What was handed out as a pointer into the session.
    pub lent: Mutex<Lent>,
}

/// What getters lend to the program: it stays where it is as long as the session lives, and only what it says
/// changes with the session. Lists, whose size is the peer's choice, are renewed when they change.
#[derive(Default)]
pub struct Lent {
    pub peers: Option<super::verify::DatumList>,
    pub ours: Option<super::verify::DatumList>,
    pub ocsp: Vec<Option<Vec<u8>>>,
    pub alpn: LentBytes<255>,
    /// Key and IV of what we send and of what we receive.
    pub record_keys: [(LentBytes<32>, LentBytes<16>); 2],
    pub session_id: LentBytes<32>,
    pub master_secret: LentBytes<48>,
    pub randoms: [LentBytes<32>; 2],
}

/// Up to `N` bytes at one address, for the handle never moves; wiped at the end.
pub struct LentBytes<const N: usize>(Zeroizing<[u8; N]>);

impl<const N: usize> Default for LentBytes<N> {
    fn default() -> Self {
        LentBytes(Zeroizing::new([0; N]))
    }
}

impl<const N: usize> LentBytes<N> {
    /// A datum over the kept bytes, which are `bytes` now (at most `N` of them).
    pub fn lend(&mut self, bytes: &[u8]) -> gnutls_datum_t {
        let n = bytes.len().min(N);
        self.0[..n].copy_from_slice(&bytes[..n]);
        borrowed(&self.0[..n])
    }
}

/// The handle behind a pointer from C. NULL: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `session` is NULL or from `gnutls_init`, not yet deinitialised.
pub unsafe fn get<'a>(session: gnutls_session_t) -> Result<&'a Handle> {
    // SAFETY: the caller's promise.
    unsafe { handle::get(session) }
}

/// Reads a fact of a session, or `otherwise` for a NULL handle or a panic.
///
/// # Safety
/// As [`get`].
pub unsafe fn fact<T: Copy>(session: gnutls_session_t, otherwise: T, read: impl FnOnce(&Facts) -> T) -> T {
    guard::or(otherwise, || {
        // SAFETY: the caller's promise.
        unsafe { get(session) }.map_or(otherwise, |h| h.session.facts(read))
    })
}

/// Makes a session. `flags` names the side, `GNUTLS_SERVER` or `GNUTLS_CLIENT`, with any other
/// `gnutls_init_flags_t`. To be ended with `gnutls_deinit`. Manual: `gnutls_init`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST`; `GNUTLS_E_UNIMPLEMENTED_FEATURE` for `GNUTLS_DATAGRAM`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_init(session: *mut gnutls_session_t, flags: c_uint) -> c_int {
    guard::unit(|| {
        if session.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: not NULL; the caller's promise.
        unsafe { session.write(ptr::null_mut()) };
        if flags & GNUTLS_DATAGRAM != 0 {
            super::log::write(1, format_args!("gnutls_init: GNUTLS_DATAGRAM is unsupported"));
            return err(GNUTLS_E_UNIMPLEMENTED_FEATURE);
        }
        let role = if flags & GNUTLS_SERVER != 0 { Role::Server } else { Role::Client };
        let app = Arc::new(App::default());
        app.key_log.set(Some(key_log::gnutls_rs_default_keylog));
        // Until priorities are set there is no handshake; the default counts for what is asked before.
        let policy = priority::default_policy().unwrap_or_else(|_| Arc::new(Policy::none()));
        let inner = Session::new(role, flags, policy, app.clone());
        inner.configure(|c| (c.key_log, c.prioritized) = (key_log::wanted(), false));
        let made = Box::into_raw(Box::new(Handle {
            session: inner,
            app: app.clone(),
            verify_status: AtomicU32::new(u32::MAX),
            lent: Mutex::default(),
        }));
        app.handle.store(made.cast(), Relaxed);
        // SAFETY: not NULL; the caller's promise.
        unsafe { session.write(made.cast()) };
        Ok(())
    })
}

/// Ends a session and frees what it holds, but not the credentials. NULL is ignored.
/// Manual: `gnutls_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_deinit(session: gnutls_session_t) {
    guard::or((), || {
        // SAFETY: the handle is from `gnutls_init` and dead after this call.
        drop(unsafe { handle::take::<Handle, _>(session) });
    })
}

/// Keeps a pointer of the program's with the session. Manual: `gnutls_session_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_ptr(session: gnutls_session_t, ptr: *mut c_void) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        h.app.user_ptr.store(ptr, Relaxed);
    }
}

/// The pointer that `gnutls_session_set_ptr` kept. Manual: `gnutls_session_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_ptr(session: gnutls_session_t) -> *mut c_void {
    // SAFETY: the caller's promise.
    unsafe { get(session) }.map_or(ptr::null_mut(), |h| h.app.user_ptr.load(Relaxed))
}

/// Tells the session which credentials to use; they must outlive it. Manual: `gnutls_credentials_set`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_credentials_set(
    session: gnutls_session_t,
    type_: gnutls_credentials_type_t,
    cred: *mut c_void,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let mut credentials = lock(&h.app.credentials);
        match type_ {
            GNUTLS_CRD_CERTIFICATE => {
                credentials.certificate = cred.cast();
                h.session.configure(|c| c.has_certificates = !cred.is_null());
            }
            GNUTLS_CRD_ANON => credentials.anon = cred,
            GNUTLS_CRD_PSK => credentials.psk = cred,
            GNUTLS_CRD_SRP => credentials.srp = cred,
            _ => return err(GNUTLS_E_INVALID_REQUEST),
        }
        Ok(())
    })
}

/// The credentials that were set for a type. Manual: `gnutls_credentials_get`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST` for a type that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_credentials_get(
    session: gnutls_session_t,
    type_: gnutls_credentials_type_t,
    cred: *mut *mut c_void,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let credentials = *lock(&h.app.credentials);
        let found = match type_ {
            GNUTLS_CRD_CERTIFICATE => credentials.certificate.cast(),
            GNUTLS_CRD_ANON => credentials.anon,
            GNUTLS_CRD_PSK => credentials.psk,
            GNUTLS_CRD_SRP => credentials.srp,
            _ => ptr::null_mut(),
        };
        if found.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: NULL or valid, the caller's promise.
        unsafe { memory::put(cred, found) };
        Ok(())
    })
}

/// Forgets all credentials. Manual: `gnutls_credentials_clear`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_credentials_clear(session: gnutls_session_t) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        let none: *mut c_void = ptr::null_mut();
        *lock(&h.app.credentials) =
            super::callback::Credentials { certificate: none.cast(), anon: none, psk: none, srp: none };
        h.session.configure(|c| c.has_certificates = false);
    }
}

/// Sets the priorities of a session. Manual: `gnutls_priority_set`.
///
/// Errors: `GNUTLS_E_NO_CIPHER_SUITES` for a NULL priority.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_set(
    session: gnutls_session_t,
    priority: gnutls_priority_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        // SAFETY: NULL or from `gnutls_priority_init`.
        let Ok(priority) = (unsafe { handle::get::<priority::Priority, _>(priority) }) else {
            return err(GNUTLS_E_NO_CIPHER_SUITES);
        };
        let policy = priority.policy.clone();
        set_policy(h, policy);
        Ok(())
    })
}

fn set_policy(h: &Handle, policy: Arc<Policy>) {
    h.session.configure(|c| (c.policy, c.prioritized) = (policy, true));
}

/// Sets the priorities from a string; NULL is the default. `err_pos` gets where it is not understood.
/// Manual: `gnutls_priority_set_direct`.
///
/// Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_NO_PRIORITIES_WERE_SET`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_priority_set_direct(
    session: gnutls_session_t,
    priorities: *const c_char,
    err_pos: *mut *const c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let policy = if priorities.is_null() {
            priority::default_policy()?
        } else {
            // SAFETY: a C string; `err_pos` NULL or valid.
            Arc::new(unsafe { priority::read(priorities, err_pos, 0) }?)
        };
        set_policy(h, policy);
        Ok(())
    })
}

/// Sets the priorities that the system's configuration or GnuTLS's default name.
/// Manual: `gnutls_set_default_priority`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_set_default_priority(session: gnutls_session_t) -> c_int {
    // SAFETY: the caller's promise; NULL strings mean the default.
    unsafe { gnutls_priority_set_direct(session, ptr::null(), ptr::null_mut()) }
}

/// The default priorities with something added. Manual: `gnutls_set_default_priority_append`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_set_default_priority_append(
    session: gnutls_session_t,
    add_prio: *const c_char,
    err_pos: *mut *const c_char,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        // SAFETY: NULL or a C string; `err_pos` NULL or valid.
        let policy = unsafe { priority::read(add_prio, err_pos, GNUTLS_PRIORITY_INIT_DEF_APPEND) }?;
        set_policy(h, Arc::new(policy));
        Ok(())
    })
}

/// Makes the session tolerant of broken peers. Manual: `gnutls_session_enable_compatibility_mode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_enable_compatibility_mode(session: gnutls_session_t) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        h.session.configure(|c| {
            let policy = Arc::make_mut(&mut c.policy);
            policy.allow_wrong_pms = true;
            policy.allow_large_records = true;
        });
    }
}

/// The version in use. Manual: `gnutls_protocol_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_version(session: gnutls_session_t) -> gnutls_protocol_t {
    // SAFETY: the caller's promise.
    unsafe {
        fact(session, GNUTLS_VERSION_UNKNOWN, |f| f.version.map_or(GNUTLS_VERSION_UNKNOWN, Version::raw))
    }
}

/// The cipher in use; `GNUTLS_CIPHER_NULL` before there is one. Manual: `gnutls_cipher_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get(session: gnutls_session_t) -> gnutls_cipher_algorithm_t {
    // SAFETY: the caller's promise.
    unsafe { fact(session, GNUTLS_CIPHER_NULL, |f| f.suite.map_or(GNUTLS_CIPHER_NULL, |s| s.cipher.raw())) }
}

/// The MAC in use, `GNUTLS_MAC_AEAD` for an AEAD cipher. Manual: `gnutls_mac_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get(session: gnutls_session_t) -> gnutls_mac_algorithm_t {
    // SAFETY: the caller's promise.
    unsafe { fact(session, GNUTLS_MAC_NULL, |f| f.suite.map_or(GNUTLS_MAC_NULL, |s| s.mac.raw())) }
}

/// The key exchange: in TLS 1.3 what stands nearest to it in TLS 1.2's terms.
/// Manual: `gnutls_kx_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get(session: gnutls_session_t) -> gnutls_kx_algorithm_t {
    // SAFETY: the caller's promise.
    unsafe { fact(session, GNUTLS_KX_UNKNOWN, |f| key_exchange(f).map_or(GNUTLS_KX_UNKNOWN, Kx::raw)) }
}

fn key_exchange(f: &Facts) -> Option<Kx> {
    let suite = f.suite?;
    if !f.is_tls13() {
        return suite.kx;
    }
    f.group.map(|_| Kx::EcdheRsa)
}

/// The group of the key exchange. Manual: `gnutls_group_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_get(session: gnutls_session_t) -> gnutls_group_t {
    // SAFETY: the caller's promise.
    unsafe { fact(session, GNUTLS_GROUP_INVALID, |f| f.group.map_or(GNUTLS_GROUP_INVALID, |g| g.raw())) }
}

/// The curve of the key exchange. Manual: `gnutls_ecc_curve_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get(session: gnutls_session_t) -> gnutls_ecc_curve_t {
    // SAFETY: the caller's promise.
    unsafe {
        fact(session, GNUTLS_ECC_CURVE_INVALID, |f| {
            f.group.and_then(|g| g.curve()).map_or(GNUTLS_ECC_CURVE_INVALID, |c| c.raw())
        })
    }
}

/// TLS has no compression any more: `GNUTLS_COMP_NULL`. Manual: `gnutls_compression_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get(_session: gnutls_session_t) -> gnutls_compression_method_t {
    GNUTLS_COMP_NULL
}

/// The signature algorithm of the server. Manual: `gnutls_sign_algorithm_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_algorithm_get(session: gnutls_session_t) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { fact(session, 0, |f| f.server_sign.map_or(0, |s| s.raw() as c_int)) }
}

/// The signature algorithm of the client. Manual: `gnutls_sign_algorithm_get_client`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_algorithm_get_client(session: gnutls_session_t) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { fact(session, 0, |f| f.client_sign.map_or(0, |s| s.raw() as c_int)) }
}

/// The hash of the session's PRF. Manual: `gnutls_prf_hash_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_hash_get(session: gnutls_session_t) -> gnutls_digest_algorithm_t {
    // SAFETY: the caller's promise.
    unsafe { fact(session, GNUTLS_DIG_UNKNOWN, |f| f.suite.map_or(GNUTLS_DIG_UNKNOWN, |s| s.prf.raw())) }
}

/// The canonical name of the suite in use, static; NULL before there is one.
/// Manual: `gnutls_ciphersuite_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ciphersuite_get(session: gnutls_session_t) -> *const c_char {
    // SAFETY: the caller's promise.
    unsafe { fact(session, ptr::null(), |f| f.suite.map_or(ptr::null(), canonical_name)) }
}

/// The name that IANA gives a suite: GnuTLS's own leaves out the WITH and names SHA-1 differently.
fn canonical_name(suite: &'static Suite) -> *const c_char {
    static NAMES: OnceLock<Vec<(u16, CString)>> = OnceLock::new();
    let names = NAMES.get_or_init(|| SUITES.iter().map(|s| (s.wire, iana_name(s))).collect());
    names.iter().find(|(wire, _)| *wire == suite.wire).map_or(ptr::null(), |(_, name)| name.as_ptr())
}

fn iana_name(suite: &Suite) -> CString {
    let own = suite.c_name.to_str().unwrap_or_default();
    let name = match suite.kx {
        None => own.to_string(),
        Some(kx) => {
            let prefix = format!("TLS_{}", kx.name().replace('-', "_"));
            let rest = own.strip_prefix(&prefix).unwrap_or(own);
            let rest = match (rest.strip_suffix("_SHA1"), rest.ends_with("_POLY1305")) {
                (Some(sha), _) => format!("{sha}_SHA"),
                (None, true) => format!("{rest}_SHA256"),
                (None, false) => rest.to_string(),
            };
            format!("{prefix}_WITH{rest}")
        }
    };
    CString::new(name).unwrap_or_default()
}

/// The certificate type in use. Manual: `gnutls_certificate_type_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get(
    _session: gnutls_session_t,
) -> gnutls_certificate_type_t {
    GNUTLS_CRT_X509
}

/// The certificate type of one side. Manual: `gnutls_certificate_type_get2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get2(
    _session: gnutls_session_t,
    target: gnutls_ctype_target_t,
) -> gnutls_certificate_type_t {
    if target <= GNUTLS_CTYPE_PEERS { GNUTLS_CRT_X509 } else { GNUTLS_CRT_UNKNOWN }
}

/// How the peer is authenticated: `GNUTLS_CRD_CERTIFICATE`. Manual: `gnutls_auth_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_get_type(_session: gnutls_session_t) -> gnutls_credentials_type_t {
    GNUTLS_CRD_CERTIFICATE
}

/// How the server is authenticated. Manual: `gnutls_auth_server_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_server_get_type(
    _session: gnutls_session_t,
) -> gnutls_credentials_type_t {
    GNUTLS_CRD_CERTIFICATE
}

/// How the client is authenticated. Manual: `gnutls_auth_client_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_auth_client_get_type(
    _session: gnutls_session_t,
) -> gnutls_credentials_type_t {
    GNUTLS_CRD_CERTIFICATE
}

/// 1 if the session is resumed: this engine does not resume yet. Manual: `gnutls_session_is_resumed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_is_resumed(_session: gnutls_session_t) -> c_int {
    0
}

/// 1 if the client asked to resume a session: never here, for no session is given to resume.
/// Manual: `gnutls_session_resumption_requested`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_resumption_requested(_session: gnutls_session_t) -> c_int {
    0
}

/// 1 if the peer supports safe renegotiation (RFC 5746). Manual: `gnutls_safe_renegotiation_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_safe_renegotiation_status(session: gnutls_session_t) -> c_uint {
    // SAFETY: the caller's promise.
    unsafe { fact(session, 0, |f| f.safe_renegotiation.into()) }
}

/// 1 if encrypt-then-MAC is used (RFC 7366): it belongs to CBC suites, which this engine does not run.
/// Manual: `gnutls_session_etm_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_etm_status(_session: gnutls_session_t) -> c_uint {
    0
}

/// 1 if the master secret is bound to the handshake (RFC 7627); TLS 1.3 always does so, and GnuTLS
/// says 0 for it. Manual: `gnutls_session_ext_master_secret_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_ext_master_secret_status(session: gnutls_session_t) -> c_uint {
    // SAFETY: the caller's promise.
    unsafe { fact(session, 0, |f| f.extended_master_secret.into()) }
}

/// `gnutls_session_flags_t` of what was negotiated. Manual: `gnutls_session_get_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_flags(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: the caller's promise.
        let Ok(h) = (unsafe { get(session) }) else { return 0 };
        let config = h.session.config();
        h.session.facts(|f| {
            let mut flags = 0;
            // A client knows what it offered: the flag is the server's.
            let post_handshake_auth = f.post_handshake_auth
                && config.role == Role::Server
                && config.flags & GNUTLS_POST_HANDSHAKE_AUTH != 0;
            for (set, flag) in [
                (f.safe_renegotiation, GNUTLS_SFLAGS_SAFE_RENEGOTIATION),
                (f.extended_master_secret, GNUTLS_SFLAGS_EXT_MASTER_SECRET),
                (f.status_requested, GNUTLS_SFLAGS_CLI_REQUESTED_OCSP),
                (f.ticket_received, GNUTLS_SFLAGS_SESSION_TICKET),
                (f.false_start, GNUTLS_SFLAGS_FALSE_START),
                (f.early_start, GNUTLS_SFLAGS_EARLY_START),
                (post_handshake_auth, GNUTLS_SFLAGS_POST_HANDSHAKE_AUTH),
            ] {
                if set {
                    flags |= flag;
                }
            }
            flags
        })
    })
}

/// A line that describes the session, to be freed with `gnutls_free`; NULL before the first handshake
/// is complete. Manual: `gnutls_session_get_desc`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_desc(session: gnutls_session_t) -> *mut c_char {
    guard::or(ptr::null_mut(), || {
        // SAFETY: the caller's promise.
        let Ok(h) = (unsafe { get(session) }) else { return ptr::null_mut() };
        let rawpk = h.session.config().flags & GNUTLS_ENABLE_RAWPK != 0;
        let Some(text) = h.session.facts(|f| describe(f, rawpk)).filter(|_| h.session.is_open()) else {
            return ptr::null_mut();
        };
        memory::string(text.as_bytes()).unwrap_or(ptr::null_mut())
    })
}

/// Where raw public keys could have been negotiated, the type of the certificates is named: it is always X.509.
fn describe(f: &Facts, rawpk: bool) -> Option<String> {
    let (suite, version) = (f.suite?, f.version?);
    let group = f.group.map(|g| format!("ECDHE-{}", g.name()));
    let kx = match (group, f.server_sign.map(Sign::name)) {
        (Some(group), Some(sign)) => format!("({group})-({sign})"),
        (Some(group), None) => format!("({group})"),
        _ => format!("({})", suite.kx.map_or("", Kx::name)),
    };
    let mac = if suite.mac == Mac::Aead { String::new() } else { format!("-({})", suite.mac.name()) };
    let certificates = if rawpk { "-X.509" } else { "" };
    Some(format!("({}{certificates})-{kx}-({}){mac}", version.name(), suite.cipher.name()))
}

/// The session's identifier. `*session_id_size` holds the room, and gets the length.
/// Manual: `gnutls_session_get_id`.
///
/// Errors: `GNUTLS_E_SHORT_MEMORY_BUFFER`, `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_id(
    session: gnutls_session_t,
    session_id: *mut c_void,
    session_id_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let id = h.session.facts(|f| f.session_id.clone());
        if session_id.is_null() && !session_id_size.is_null() {
            // SAFETY: not NULL; a query of the length succeeds.
            unsafe { session_id_size.write(id.len()) };
            return Ok(());
        }
        // SAFETY: the caller's promise on buffer and size.
        unsafe { memory::fill(&id, session_id, session_id_size, false) }
    })
}

/// The session's identifier, as bytes that the session keeps. Manual: `gnutls_session_get_id2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_id2(
    session: gnutls_session_t,
    session_id: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        if session_id.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let datum = h.session.facts(|f| lock(&h.lent).session_id.lend(&f.session_id));
        // SAFETY: not NULL; the bytes live in the handle.
        unsafe { session_id.write(datum) };
        Ok(())
    })
}

/// A datum over bytes that someone else keeps.
pub fn borrowed(bytes: &[u8]) -> gnutls_datum_t {
    gnutls_datum_t { data: bytes.as_ptr() as *mut u8, size: bytes.len() as c_uint }
}

/// The TLS 1.2 master secret, as bytes that the session keeps; empty in TLS 1.3.
/// Manual: `gnutls_session_get_master_secret`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_master_secret(
    session: gnutls_session_t,
    secret: *mut gnutls_datum_t,
) {
    guard::or((), || {
        // SAFETY: the caller's promise.
        let Ok(h) = (unsafe { get(session) }) else { return };
        let datum = h.session.facts(|f| {
            let secret = f.master_secret.as_ref().map_or(&[][..], AsRef::as_ref);
            lock(&h.lent).master_secret.lend(secret)
        });
        // SAFETY: NULL or valid; the bytes live in the handle and are wiped with it.
        unsafe { memory::put(secret, datum) };
    })
}

/// Both hello randoms, as bytes that the session keeps. Manual: `gnutls_session_get_random`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_random(
    session: gnutls_session_t,
    client: *mut gnutls_datum_t,
    server: *mut gnutls_datum_t,
) {
    guard::or((), || {
        // SAFETY: the caller's promise.
        let Ok(h) = (unsafe { get(session) }) else { return };
        let [of_client, of_server] = h.session.facts(|f| {
            let [client, server] = &mut lock(&h.lent).randoms;
            [client.lend(&f.client_random), server.lend(&f.server_random)]
        });
        // SAFETY: NULL or valid; the bytes live in the handle.
        unsafe {
            memory::put(client, of_client);
            memory::put(server, of_server);
        }
    })
}

/// Channel binding data, to be freed with `gnutls_free`. Manual: `gnutls_session_channel_binding`.
///
/// Errors: `GNUTLS_E_UNIMPLEMENTED_FEATURE` for an unknown type,
/// `GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE`, `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_channel_binding(
    session: gnutls_session_t,
    cbtype: gnutls_channel_binding_t,
    cb: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let h = unsafe { get(session) }?;
        let data = match cbtype {
            GNUTLS_CB_TLS_UNIQUE => h.session.tls_unique()?,
            GNUTLS_CB_TLS_SERVER_END_POINT => h.session.tls_server_end_point()?,
            GNUTLS_CB_TLS_EXPORTER => {
                let mut out = [0; 32];
                h.session.export(b"EXPORTER-Channel-Binding", Some(&[]), &mut out)?;
                out.to_vec()
            }
            _ => return err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
        };
        if cb.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: not NULL; the caller's promise.
        unsafe { cb.write(memory::datum(&data)?) };
        Ok(())
    })
}

/// The arguments that the three PRF entries share.
///
/// # Safety
/// `label` and `out` have the bytes their lengths say.
unsafe fn prf_buffers<'a>(
    label_size: usize,
    label: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> Result<(&'a [u8], &'a mut [u8])> {
    if out.is_null() || outsize > isize::MAX as usize {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: the caller's promise.
    Ok(unsafe { (memory::given(label.cast(), label_size)?, memory::slice_mut(out.cast(), outsize)) })
}

/// Keying material of RFC 5705. A NULL context is none. Manual: `gnutls_prf_rfc5705`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_rfc5705(
    session: gnutls_session_t,
    label_size: usize,
    label: *const c_char,
    context_size: usize,
    context: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (h, (label, out)) = unsafe { (get(session)?, prf_buffers(label_size, label, outsize, out)?) };
        // SAFETY: the caller's promise.
        let context = match context.is_null() {
            true => None,
            false => Some(unsafe { memory::given(context.cast(), context_size) }?),
        };
        h.session.export(label, context, out)
    })
}

/// The PRF of TLS 1.2 over the randoms of the handshake. Manual: `gnutls_prf`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf(
    session: gnutls_session_t,
    label_size: usize,
    label: *const c_char,
    server_random_first: c_int,
    extra_size: usize,
    extra: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (h, (label, out)) = unsafe { (get(session)?, prf_buffers(label_size, label, outsize, out)?) };
        // SAFETY: the caller's promise.
        let extra = unsafe { memory::given(extra.cast(), extra_size) }?;
        h.session.prf(label, server_random_first != 0, extra, out)
    })
}

/// The PRF of TLS 1.2 over a seed of the program's. Manual: `gnutls_prf_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_raw(
    session: gnutls_session_t,
    label_size: usize,
    label: *const c_char,
    seed_size: usize,
    seed: *const c_char,
    outsize: usize,
    out: *mut c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (h, (label, out)) = unsafe { (get(session)?, prf_buffers(label_size, label, outsize, out)?) };
        // SAFETY: the caller's promise.
        let seed = unsafe { memory::given(seed.cast(), seed_size) }?;
        h.session.prf_raw(label, seed, out)
    })
}

/// The function that gets the secrets of the session. Manual: `gnutls_session_set_keylog_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_set_keylog_function(
    session: gnutls_session_t,
    func: gnutls_keylog_func,
) {
    // SAFETY: the caller's promise.
    if let Ok(h) = unsafe { get(session) } {
        h.app.key_log.set(func);
        h.session.configure(|c| c.key_log = func.is_some());
    }
}

/// The function that gets the secrets: at first the one that writes `SSLKEYLOGFILE`.
/// Manual: `gnutls_session_get_keylog_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_keylog_function(session: gnutls_session_t) -> gnutls_keylog_func {
    // SAFETY: the caller's promise.
    unsafe { get(session) }.ok().and_then(|h| h.app.key_log.get())
}
