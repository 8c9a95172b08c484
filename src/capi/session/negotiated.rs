//! The parameters that the handshake negotiated.
use core::ptr;
use std::ffi::CString;
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::alg::{CertType, Digest, Group, Kx, Mac, Pk, SUITES, Sign, Suite, Version};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_string, write_out};
use crate::capi::object::session::{get_session, key_exchange, parameter};
use crate::error::err;
use crate::handshake::config::Role;
use crate::handshake::parameters::SecurityParameters;

/// Returns the protocol version of the session.
///
/// It is known as soon as the hello messages are exchanged, and so in most callbacks. Before that it is
/// the first one of the priorities, on a client that has sent its hello the version in that.
/// `gnutls_protocol_get_name` has its name.
///
/// - `session`: a session
///
/// Returns `GNUTLS_TLS1_0` to `GNUTLS_TLS1_3`, or `GNUTLS_VERSION_UNKNOWN` if no priorities are set or
/// `session` is NULL.
///
/// Manual: `gnutls_protocol_get_version`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_version(session: gnutls_session_t) -> gnutls_protocol_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return GNUTLS_VERSION_UNKNOWN };
        let known = h.session.parameters(|p| p.version.or(p.hello_version));
        let config = h.session.config();
        known
            .or_else(|| config.versions().next().filter(|_| config.prioritized))
            .map_or(GNUTLS_VERSION_UNKNOWN, Version::raw)
    })
}

/// Returns the cipher of the session's cipher suite.
///
/// It is known as soon as the suite is chosen. `gnutls_cipher_get_name` has its name,
/// `gnutls_ciphersuite_get` that of the suite.
///
/// - `session`: a session
///
/// Returns a `gnutls_cipher_algorithm_t`, or `GNUTLS_CIPHER_NULL` if nothing is negotiated or `session`
/// is NULL.
///
/// Manual: `gnutls_cipher_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get(session: gnutls_session_t) -> gnutls_cipher_algorithm_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_CIPHER_NULL, |p| p.suite.map_or(GNUTLS_CIPHER_NULL, |s| s.cipher.raw()))
        }
    })
}

/// Returns the MAC of the session's cipher suite.
///
/// AEAD suites have none, for their cipher authenticates by itself: they give `GNUTLS_MAC_AEAD`. The
/// hash of their PRF is what `gnutls_prf_hash_get` tells.
///
/// - `session`: a session
///
/// Returns a `gnutls_mac_algorithm_t`, or `GNUTLS_MAC_NULL` if nothing is negotiated or `session` is NULL.
///
/// Manual: `gnutls_mac_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get(session: gnutls_session_t) -> gnutls_mac_algorithm_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, GNUTLS_MAC_NULL, |p| p.suite.map_or(GNUTLS_MAC_NULL, |s| s.mac.raw())) }
    })
}

/// Returns the key exchange of the session.
///
/// TLS 1.3 does not bind the exchange to the kind of certificate: there it is `GNUTLS_KX_ECDHE_RSA`,
/// or `GNUTLS_KX_DHE_RSA` for a finite field, whatever the certificate. The group is what `gnutls_group_get` tells, the signature
/// `gnutls_sign_algorithm_get`.
///
/// - `session`: a session
///
/// Returns a `gnutls_kx_algorithm_t`, or `GNUTLS_KX_UNKNOWN` if nothing is negotiated or `session` is
/// NULL.
///
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

/// Returns the group of the session's key exchange.
///
/// It may be an elliptic curve, a finite field of RFC 7919, or a hybrid of a curve and ML-KEM. `gnutls_group_get_name` has its name.
///
/// - `session`: a session
///
/// Returns a `gnutls_group_t`, or `GNUTLS_GROUP_INVALID` if nothing is negotiated or `session` is NULL.
///
/// Since 3.6.0. Manual: `gnutls_group_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_get(session: gnutls_session_t) -> gnutls_group_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe {
            parameter(session, GNUTLS_GROUP_INVALID, |p| p.group.map_or(GNUTLS_GROUP_INVALID, |g| g.raw()))
        }
    })
}

/// Returns the elliptic curve of the session's key exchange.
///
/// It is for programs that were written before groups had numbers of their own; `gnutls_group_get`
/// knows groups that are no curve, too.
///
/// - `session`: a session
///
/// Returns a `gnutls_ecc_curve_t`, or `GNUTLS_ECC_CURVE_INVALID` if nothing is negotiated, the group is
/// no curve, or `session` is NULL.
///
/// Since 3.0. Manual: `gnutls_ecc_curve_get`.
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

/// Tells the compression of records: there is none.
///
/// TLS 1.3 has no compression, and with older versions it leaks secrets by the length of records. The
/// library never negotiates it.
///
/// - `session`: not used
///
/// Returns `GNUTLS_COMP_NULL`.
///
/// Manual: `gnutls_compression_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get(_session: gnutls_session_t) -> gnutls_compression_method_t {
    GNUTLS_COMP_NULL
}

/// Returns the algorithm by which the server has signed in the handshake.
///
/// It is the signature of the handshake itself, not that on the certificate. `gnutls_sign_get_name` has
/// its name.
///
/// - `session`: a session, of either side
///
/// Returns a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if there is no signature yet or
/// `session` is NULL.
///
/// Since 3.1.1. Manual: `gnutls_sign_algorithm_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_algorithm_get(session: gnutls_session_t) -> c_int {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.server_sign.map_or(0, |s| s.raw() as c_int)) }
    })
}

/// Returns the algorithm by which the client has signed, in the handshake or in `gnutls_reauth`.
///
/// Only a client that shows a certificate signs. It is the signature of the handshake itself, not that
/// on the certificate.
///
/// - `session`: a session, of either side
///
/// Returns a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if the client has not signed or
/// `session` is NULL.
///
/// Since 3.1.11. Manual: `gnutls_sign_algorithm_get_client`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_algorithm_get_client(session: gnutls_session_t) -> c_int {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.client_sign.map_or(0, |s| s.raw() as c_int)) }
    })
}

/// Returns the hash function of the session's key derivation.
///
/// In TLS 1.3 it is that of HKDF and of the Finished messages, in TLS 1.2 that of the PRF. Its length
/// tells how long a PSK or a derived secret of the session is.
///
/// - `session`: a session
///
/// Returns a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` if nothing is negotiated or `session`
/// is NULL.
///
/// Since 3.6.13. Manual: `gnutls_prf_hash_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_prf_hash_get(session: gnutls_session_t) -> gnutls_digest_algorithm_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, GNUTLS_DIG_UNKNOWN, |p| p.prf().map_or(GNUTLS_DIG_UNKNOWN, Digest::raw)) }
    })
}

/// Returns the name of the session's cipher suite as IANA registers it, such as
/// `TLS_AES_128_GCM_SHA256`.
///
/// It differs from `gnutls_cipher_suite_get_name`, which gives GnuTLS's own names. The string is
/// constant and not to be freed.
///
/// - `session`: a session
///
/// Returns the name, or NULL if nothing is negotiated or `session` is NULL.
///
/// Since 3.7.4. Manual: `gnutls_ciphersuite_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ciphersuite_get(session: gnutls_session_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, ptr::null(), |p| p.suite.map_or(ptr::null(), canonical_name)) }
    })
}

/// The name that IANA gives a suite: GnuTLS's own leaves out the WITH and names SHA-1, RC4 and anonymous key exchanges differently.
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
            let key_exchange = match kx {
                Kx::AnonDh => "DH_ANON".to_string(),
                Kx::AnonEcdh => "ECDH_ANON".to_string(),
                Kx::Srp => "SRP_SHA".to_string(),
                Kx::SrpRsa => "SRP_SHA_RSA".to_string(),
                Kx::SrpDss => "SRP_SHA_DSS".to_string(),
                Kx::VkoGost12 => "GOSTR341112_256".to_string(),
                kx => kx.name().replace('-', "_"),
            };
            let prefix = format!("TLS_{key_exchange}");
            let rest = own.strip_prefix(&prefix).unwrap_or(own);
            // RFC 6655 section 6 turns these two around.
            let prefix = match kx {
                Kx::DhePsk if own.ends_with("_CCM_8") => "TLS_PSK_DHE".to_string(),
                _ => prefix.replace("_ANON", "_anon"),
            };
            let rest = match (rest.strip_suffix("_SHA1"), rest.ends_with("_POLY1305")) {
                (Some(sha), _) => format!("{sha}_SHA"),
                (None, true) => format!("{rest}_SHA256"),
                (None, false) => rest.to_string(),
            };
            format!("{prefix}_WITH{}", rest.replace("ARCFOUR", "RC4"))
        }
    };
    CString::new(name).unwrap_or_default()
}

/// Tells the type of the certificates that this side shows.
///
/// `gnutls_certificate_type_get2` is for either side.
///
/// - `session`: a session
///
/// Returns `GNUTLS_CRT_RAWPK` if raw public keys were negotiated for this side, else `GNUTLS_CRT_X509`.
///
/// RFC 7250. Manual: `gnutls_certificate_type_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get(session: gnutls_session_t) -> gnutls_certificate_type_t {
    // SAFETY: `session` is NULL or a live handle (the caller).
    unsafe { gnutls_certificate_type_get2(session, GNUTLS_CTYPE_OURS) }
}

/// Tells the type of the certificates that one side shows.
///
/// Raw public keys are negotiated where both sides have set `GNUTLS_ENABLE_RAWPK` and allow them in
/// their priorities (`+CTYPE-RAWPK`). The type of the client's certificate is negotiated only if the
/// server asks for it.
///
/// - `session`: a session
/// - `target`: `GNUTLS_CTYPE_CLIENT`, `GNUTLS_CTYPE_SERVER`, `GNUTLS_CTYPE_OURS` or
///   `GNUTLS_CTYPE_PEERS`
///
/// Returns `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`; `GNUTLS_CRT_UNKNOWN` for another number as `target`.
///
/// Since 3.6.4. RFC 7250. Manual: `gnutls_certificate_type_get2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get2(
    session: gnutls_session_t,
    target: gnutls_ctype_target_t,
) -> gnutls_certificate_type_t {
    guard::or(GNUTLS_CRT_UNKNOWN, || {
        // SAFETY: `session` is NULL or a live handle (the caller).
        let h = unsafe { get_session(session) };
        let ours = h.as_ref().map_or(Role::Client, |h| h.session.role());
        let of = match target {
            GNUTLS_CTYPE_CLIENT => Role::Client,
            GNUTLS_CTYPE_SERVER => Role::Server,
            GNUTLS_CTYPE_OURS => ours,
            GNUTLS_CTYPE_PEERS => ours.peer(),
            _ => return GNUTLS_CRT_UNKNOWN,
        };
        h.map_or(GNUTLS_CRT_X509, |h| h.session.parameters(|p| p.certificate_type(of).raw()))
    })
}

/// Tells whether the peer binds renegotiations to the connection, by renegotiation_info.
///
/// The same is the flag `GNUTLS_SFLAGS_SAFE_RENEGOTIATION` of `gnutls_session_get_flags`. TLS 1.3 has
/// no renegotiation.
///
/// - `session`: a session; NULL gives 0
///
/// Returns 1 if renegotiation is safe, else 0.
///
/// Since 2.10.0. RFC 5746. Manual: `gnutls_safe_renegotiation_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_safe_renegotiation_status(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.safe_renegotiation.into()) }
    })
}

/// Tells whether records are encrypted first and authenticated then, by encrypt_then_mac.
///
/// The extension belongs to the CBC suites of TLS 1.2 and earlier; AEAD suites need none. The same is
/// the flag `GNUTLS_SFLAGS_ETM` of `gnutls_session_get_flags`. The words `%NO_ETM` and `%FORCE_ETM` of a
/// priority string forbid and require it.
///
/// - `session`: a session; NULL gives 0
///
/// Returns 1 if it is negotiated and used, else 0.
///
/// RFC 7366. Manual: `gnutls_session_etm_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_etm_status(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.encrypt_then_mac.into()) }
    })
}

/// Tells whether the master secret is bound to the whole handshake, by extended_master_secret.
///
/// The same is the flag `GNUTLS_SFLAGS_EXT_MASTER_SECRET` of `gnutls_session_get_flags`. It is an
/// extension of TLS 1.2: TLS 1.3 always binds its secrets, and the answer there is 0.
///
/// - `session`: a session; NULL gives 0
///
/// Returns 1 if the extension was negotiated, else 0.
///
/// RFC 7627. Manual: `gnutls_session_ext_master_secret_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_ext_master_secret_status(session: gnutls_session_t) -> c_uint {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, 0, |p| p.extended_master_secret.into()) }
    })
}

/// Describes what the session has negotiated in one line for a reader, such as
/// `(TLS1.3)-(ECDHE-X25519)-(RSA-PSS-RSAE-SHA256)-(AES-256-GCM)`.
///
/// It has the version, the group, the signature of the server and the cipher. The text is not meant to
/// be parsed: for each part there is a getter.
///
/// - `session`: a session
///
/// Returns a NUL-terminated string that the caller frees with `gnutls_free`, or NULL before the first
/// handshake is complete, or if `session` is NULL.
///
/// Since 3.1.10. Manual: `gnutls_session_get_desc`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_get_desc(session: gnutls_session_t) -> *mut c_char {
    guard::or(ptr::null_mut(), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return ptr::null_mut() };
        let rawpk = h.session.config().flags.contains(SessionFlags::ENABLE_RAWPK);
        let Some(text) = h.session.parameters(|p| describe(p, rawpk)).filter(|_| h.session.is_open()) else {
            return ptr::null_mut();
        };
        alloc_string(text.as_bytes()).unwrap_or(ptr::null_mut())
    })
}

/// Where raw public keys could have been negotiated, the types of the certificates are named: the client's and the server's,
/// or one if they are the same.
fn describe(f: &SecurityParameters, rawpk: bool) -> Option<String> {
    let (suite, version) = (f.suite?, f.version?);
    let anonymous = suite.kx.is_some_and(Kx::is_anonymous);
    let custom = f.dh.as_ref().map(|dh| format!("DHE-CUSTOM{}", dh.group.bits()));
    let named = |g: Group| format!("{}-{}", if g.pk() == Pk::Dh { "DHE" } else { "ECDHE" }, g.name());
    let group = f.group.map(named).or(custom).filter(|_| !anonymous);
    let sign = f.server_sign;
    let kx = match (group, sign.map(Sign::name)) {
        // GnuTLS leaves it out.
        _ if f.is_tls13() && f.psk_identity().is_some() => String::new(),
        (Some(group), Some(sign)) => format!("({group})-({sign})"),
        (Some(group), None) => format!("({group})"),
        _ => format!("({})", suite.kx.map_or("", Kx::name)),
    };
    let mac = if suite.mac == Mac::Aead { String::new() } else { format!("-({})", suite.mac.name()) };
    let kind = |of| match f.certificate_type(of) {
        CertType::X509 => "X.509",
        CertType::Rawpk => "Raw Public Key",
    };
    let certificates = match (kind(Role::Client), kind(Role::Server)) {
        _ if !rawpk => String::new(),
        (client, server) if client == server => format!("-{server}"),
        (client, server) => format!("-{client}-{server}"),
    };
    Some(format!("({}{certificates})-{kx}-({}){mac}", version.name(), suite.cipher.name()))
}

/// Gives the master secret of a TLS 1.2 session.
///
/// With it everything on the connection can be decrypted: it is for tools that record traffic. The
/// bytes belong to the session, are not to be freed or changed, and are wiped by `gnutls_deinit`. For
/// secrets of TLS 1.3 see `gnutls_session_set_keylog_function`.
///
/// - `session`: a session; with NULL nothing is written
/// - `secret`: takes 48 bytes; of size 0 in TLS 1.3 and before the key exchange
///
/// Since 3.5.0. RFC 5246 section 8.1. Manual: `gnutls_session_get_master_secret`.
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
            h.lent().master_secret.lend(secret)
        });
        // SAFETY: NULL or valid; the bytes are stored in the handle and are wiped with it.
        unsafe { write_out(secret, datum) };
    })
}

/// Gives the randoms of the ClientHello and the ServerHello.
///
/// The client's names the session in a key log. The bytes belong to the session and are not to be freed
/// or changed; they keep their address until `gnutls_deinit`, and their content is renewed by the next
/// call.
///
/// - `session`: a session; with NULL nothing is written
/// - `client`: takes 32 bytes, zeros before the hello; NULL if they are not wanted
/// - `server`: takes 32 bytes, zeros before the hello; NULL if they are not wanted
///
/// Since 3.0. Manual: `gnutls_session_get_random`.
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
            let [client, server] = &mut h.lent().randoms;
            [client.lend(&p.client_random), server.lend(&p.server_random)]
        });
        // SAFETY: NULL or valid; the bytes are stored in the handle.
        unsafe {
            write_out(client, of_client);
            write_out(server, of_server);
        }
    })
}

/// Tells which signature schemes the peer asks for, among those that the session may use.
///
/// On a server they are those of the client's hello, on a client those of the server's request for a
/// certificate. A function that chooses a certificate asks for them.
///
/// - `session`: a session
/// - `indx`: which one, from 0 on, in the peer's order
/// - `algo`: takes the scheme
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are not so many, or the peer has not asked
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `algo` is NULL
///
/// RFC 8446 section 4.2.3. Manual: `gnutls_sign_algorithm_get_requested`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_algorithm_get_requested(
    session: gnutls_session_t,
    indx: usize,
    algo: *mut gnutls_sign_algorithm_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        if algo.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let config = h.session.config();
        let found = h.session.parameters(|p| {
            let may = |s: &Sign| p.version.is_none_or(|version| s.allowed_in(version));
            let ours = |wire: &u16| config.signs().find(|s| s.wire() == Some(*wire) && may(s));
            p.peer_signs.iter().filter_map(ours).nth(indx)
        });
        let Some(sign) = found else { return err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) };
        // SAFETY: `algo` is not NULL, and valid for a write (the caller).
        unsafe { algo.write(sign.raw()) };
        Ok(())
    })
}
