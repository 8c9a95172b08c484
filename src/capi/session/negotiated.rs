//! The parameters that the handshake negotiated.
use core::ptr;
use std::ffi::CString;
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::{Kx, Mac, SUITES, Sign, Suite, Version};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_string, write_out};
use crate::capi::object::session::{get_session, parameter};
use crate::handshake::parameters::SecurityParameters;
use crate::session::lock;

/// The version in use. Manual: `gnutls_protocol_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_version(session: gnutls_session_t) -> gnutls_protocol_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_VERSION_UNKNOWN, |p| {
                p.version.map_or(GNUTLS_VERSION_UNKNOWN, Version::raw)
            })
        }
    })
}

/// The cipher in use; `GNUTLS_CIPHER_NULL` before there is one. Manual: `gnutls_cipher_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get(session: gnutls_session_t) -> gnutls_cipher_algorithm_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_CIPHER_NULL, |p| p.suite.map_or(GNUTLS_CIPHER_NULL, |s| s.cipher.raw()))
        }
    })
}

/// The MAC in use, `GNUTLS_MAC_AEAD` for an AEAD cipher. Manual: `gnutls_mac_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get(session: gnutls_session_t) -> gnutls_mac_algorithm_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, GNUTLS_MAC_NULL, |p| p.suite.map_or(GNUTLS_MAC_NULL, |s| s.mac.raw())) }
    })
}

/// The key exchange: in TLS 1.3 what stands nearest to it in TLS 1.2's terms.
/// Manual: `gnutls_kx_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get(session: gnutls_session_t) -> gnutls_kx_algorithm_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_KX_UNKNOWN, |p| key_exchange(p).map_or(GNUTLS_KX_UNKNOWN, Kx::raw))
        }
    })
}

fn key_exchange(f: &SecurityParameters) -> Option<Kx> {
    let suite = f.suite?;
    if !f.is_tls13() {
        return suite.kx;
    }
    f.group.map(|_| Kx::EcdheRsa)
}

/// The group of the key exchange. Manual: `gnutls_group_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_get(session: gnutls_session_t) -> gnutls_group_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_GROUP_INVALID, |p| p.group.map_or(GNUTLS_GROUP_INVALID, |g| g.raw()))
        }
    })
}

/// The curve of the key exchange. Manual: `gnutls_ecc_curve_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get(session: gnutls_session_t) -> gnutls_ecc_curve_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_ECC_CURVE_INVALID, |p| {
                p.group.and_then(|g| g.curve()).map_or(GNUTLS_ECC_CURVE_INVALID, |c| c.raw())
            })
        }
    })
}

/// TLS has no compression any more: `GNUTLS_COMP_NULL`. Manual: `gnutls_compression_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get(_session: gnutls_session_t) -> gnutls_compression_method_t {
    GNUTLS_COMP_NULL
}

/// The signature algorithm of the server. Manual: `gnutls_sign_algorithm_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_algorithm_get(session: gnutls_session_t) -> c_int {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.server_sign.map_or(0, |s| s.raw() as c_int)) }
    })
}

/// The signature algorithm of the client. Manual: `gnutls_sign_algorithm_get_client`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_algorithm_get_client(session: gnutls_session_t) -> c_int {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.client_sign.map_or(0, |s| s.raw() as c_int)) }
    })
}

/// The hash of the session's PRF. Manual: `gnutls_prf_hash_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_hash_get(session: gnutls_session_t) -> gnutls_digest_algorithm_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_DIG_UNKNOWN, |p| p.suite.map_or(GNUTLS_DIG_UNKNOWN, |s| s.prf.raw()))
        }
    })
}

/// The canonical name of the suite in use, static; NULL before there is one.
/// Manual: `gnutls_ciphersuite_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ciphersuite_get(session: gnutls_session_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, ptr::null(), |p| p.suite.map_or(ptr::null(), canonical_name)) }
    })
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
    guard::or(0, || if target <= GNUTLS_CTYPE_PEERS { GNUTLS_CRT_X509 } else { GNUTLS_CRT_UNKNOWN })
}

/// 1 if the peer supports safe renegotiation (RFC 5746). Manual: `gnutls_safe_renegotiation_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_safe_renegotiation_status(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.safe_renegotiation.into()) }
    })
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
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.extended_master_secret.into()) }
    })
}

/// A line that describes the session, to be freed with `gnutls_free`; NULL before the first handshake
/// is complete. Manual: `gnutls_session_get_desc`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_desc(session: gnutls_session_t) -> *mut c_char {
    guard::or(ptr::null_mut(), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return ptr::null_mut() };
        let rawpk = h.session.config().flags & GNUTLS_ENABLE_RAWPK != 0;
        let Some(text) = h.session.parameters(|p| describe(p, rawpk)).filter(|_| h.session.is_open()) else {
            return ptr::null_mut();
        };
        alloc_string(text.as_bytes()).unwrap_or(ptr::null_mut())
    })
}

/// Where raw public keys could have been negotiated, the type of the certificates is named: it is always X.509.
fn describe(f: &SecurityParameters, rawpk: bool) -> Option<String> {
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

/// The TLS 1.2 master secret, as bytes that the session keeps; empty in TLS 1.3.
/// Manual: `gnutls_session_get_master_secret`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_master_secret(
    session: gnutls_session_t,
    secret: *mut gnutls_datum_t,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return };
        let datum = h.session.parameters(|p| {
            let secret = p.master_secret.as_ref().map_or(&[][..], AsRef::as_ref);
            lock(&h.lent).master_secret.lend(secret)
        });
        // SAFETY: NULL or valid; the bytes are stored in the handle and are wiped with it.
        unsafe { write_out(secret, datum) };
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
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return };
        let [of_client, of_server] = h.session.parameters(|p| {
            let [client, server] = &mut lock(&h.lent).randoms;
            [client.lend(&p.client_random), server.lend(&p.server_random)]
        });
        // SAFETY: NULL or valid; the bytes are stored in the handle.
        unsafe {
            write_out(client, of_client);
            write_out(server, of_server);
        }
    })
}
