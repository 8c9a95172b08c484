//! PSK credentials.
use core::ffi::c_char;
use std::sync::Mutex;

use crate::abi::*;
use crate::alg::{Digest, Mac, Version};
use crate::capi::ffi::file::check_file;
use crate::capi::ffi::memory::{NulTerminated, bytes_of, optional_datum_in, write_datum, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::dh_params::{CredentialGroup, get_dh_params};
use crate::capi::object::psk::{
    ClientFunction, NameAndKey, PskClient, PskServer, ServerFunction, key_bytes, name_bytes,
};
use crate::capi::object::session::get_session;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::handshake::psk::MAX_KEY;
use crate::handshake::tls13::psk::imported_identity as imported_identity_of;
use crate::session::lock;

/// The hash of keys that says which one they are for.
fn hash(mac: gnutls_mac_algorithm_t) -> Result<Digest> {
    match Mac::from_raw(mac) {
        Some(Mac::Sha256) => Ok(Digest::Sha256),
        Some(Mac::Sha384) => Ok(Digest::Sha384),
        _ => err(GNUTLS_E_INVALID_REQUEST),
    }
}

fn new_client(hash: Digest) -> PskClient {
    PskClient { set: Mutex::default(), function: Mutex::default(), hash }
}

fn new_server(hash: Digest) -> PskServer {
    PskServer {
        function: Mutex::default(),
        file: Mutex::default(),
        hint: Mutex::default(),
        hash,
        dh: CredentialGroup::default(),
    }
}

/// Creates pre-shared key credentials for clients.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
/// they must outlive it. They allow the key exchanges that a priority string enables with `+PSK`, `+DHE-PSK`,
/// `+ECDHE-PSK` and, before TLS 1.3, `+RSA-PSK`. In TLS 1.3 their keys are for SHA-256.
/// `gnutls_psk_free_client_credentials` frees them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// RFC 4279. Manual: `gnutls_psk_allocate_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_client_credentials(
    sc: *mut gnutls_psk_client_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, new_client(Digest::Sha256)) })
}

/// Creates pre-shared key credentials for clients whose keys are for a hash.
///
/// They are as those of `gnutls_psk_allocate_client_credentials`. TLS 1.3 uses each key with one hash, which
/// both sides have to know: it decides which cipher suites can be selected with the key.
///
/// - `sc`: takes the new credentials
/// - `mac`: `GNUTLS_MAC_SHA256` or `GNUTLS_MAC_SHA384`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL, or `mac` is another algorithm
///
/// Since 3.8.11. RFC 8446 section 4.2.11. Manual: `gnutls_psk_allocate_client_credentials2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_client_credentials2(
    sc: *mut gnutls_psk_client_credentials_t,
    mac: gnutls_mac_algorithm_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, new_client(hash(mac)?)) })
}

/// Frees the pre-shared key credentials of a client.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their keys are wiped.
///
/// - `sc`: the credentials; NULL is ignored
///
/// Manual: `gnutls_psk_free_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_free_client_credentials(sc: gnutls_psk_client_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Creates pre-shared key credentials for servers.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_PSK` gives them to a session, which keeps the pointer;
/// they must outlive it. They allow the key exchanges that a priority string enables with `+PSK`, `+DHE-PSK`,
/// `+ECDHE-PSK` and, before TLS 1.3, `+RSA-PSK`. In TLS 1.3 their keys are for SHA-256.
/// `gnutls_psk_free_server_credentials` frees them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// RFC 4279. Manual: `gnutls_psk_allocate_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_server_credentials(
    sc: *mut gnutls_psk_server_credentials_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, new_server(Digest::Sha256)) })
}

/// Creates pre-shared key credentials for servers whose keys are for a hash.
///
/// They are as those of `gnutls_psk_allocate_server_credentials`. TLS 1.3 uses each key with one hash, which
/// both sides have to know: it decides which cipher suites can be selected with the key.
///
/// - `sc`: takes the new credentials
/// - `mac`: `GNUTLS_MAC_SHA256` or `GNUTLS_MAC_SHA384`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL, or `mac` is another algorithm
///
/// Since 3.8.11. RFC 8446 section 4.2.11. Manual: `gnutls_psk_allocate_server_credentials2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_allocate_server_credentials2(
    sc: *mut gnutls_psk_server_credentials_t,
    mac: gnutls_mac_algorithm_t,
) -> c_int {
    // SAFETY: `sc` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(sc, new_server(hash(mac)?)) })
}

/// Frees the pre-shared key credentials of a server.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their keys are wiped.
///
/// - `sc`: the credentials; NULL is ignored
///
/// Manual: `gnutls_psk_free_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_free_server_credentials(sc: gnutls_psk_server_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Sets the name and the key of a client.
///
/// The key is copied. In TLS 1.3 it is offered in each hello of a client whose priorities have `+PSK`, `+DHE-PSK` or
/// `+ECDHE-PSK`; before, it is used if the server selects one of these or `+RSA-PSK`. It takes precedence over a function.
///
/// - `res`: the credentials of a client
/// - `username`: the name (PSK identity), in UTF-8
/// - `key`: the key, at most 65535 bytes
/// - `flags`: `GNUTLS_PSK_KEY_RAW` for bytes; others, as `GNUTLS_PSK_KEY_HEX`, for hexadecimal digits of at least four bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL, or a name or key is too long, or too short in digits
/// - `GNUTLS_E_PARSING_ERROR`: `key` is no pairs of hexadecimal digits
///
/// RFC 4279. Manual: `gnutls_psk_set_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_client_credentials(
    res: gnutls_psk_client_credentials_t,
    username: *const c_char,
    key: *const gnutls_datum_t,
    flags: gnutls_psk_key_flags,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or live, `username` NULL or a C string, `key` NULL or a datum with readable bytes.
        let (object, name, key) =
            unsafe { (opaque::get(res)?, name_bytes(username)?, key_bytes(key, flags)?) };
        *lock(&object.set) = Some(NameAndKey { name, key });
        Ok(())
    })
}

/// Sets the name of a client, which may hold any bytes, and its key.
///
/// The key is copied. In TLS 1.3 it is offered in each hello of a client whose priorities have `+PSK`, `+DHE-PSK` or
/// `+ECDHE-PSK`; before, it is used if the server selects one of these or `+RSA-PSK`. It takes precedence over a function.
///
/// - `res`: the credentials of a client
/// - `username`: the name (PSK identity), at most 65535 bytes
/// - `key`: the key, at most 65535 bytes
/// - `flags`: `GNUTLS_PSK_KEY_RAW` for bytes; others, as `GNUTLS_PSK_KEY_HEX`, for hexadecimal digits of at least four bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL, or a name or key is too long, or too short in digits
/// - `GNUTLS_E_PARSING_ERROR`: `key` is no pairs of hexadecimal digits
///
/// Since 3.5.0. RFC 4279. Manual: `gnutls_psk_set_client_credentials2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_client_credentials2(
    res: gnutls_psk_client_credentials_t,
    username: *const gnutls_datum_t,
    key: *const gnutls_datum_t,
    flags: gnutls_psk_key_flags,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or live, `username` and `key` are NULL or datums with readable bytes.
        let (object, name) = unsafe { (opaque::get(res)?, key_bytes(username, GNUTLS_PSK_KEY_RAW)?) };
        // SAFETY: as above.
        let key = unsafe { key_bytes(key, flags) }?;
        *lock(&object.set) = Some(NameAndKey { name: name.to_vec(), key });
        Ok(())
    })
}

/// Sets a function that gives the name and the key of a client when they are needed.
///
/// The name is a C string. What the function gives is
/// memory of `gnutls_malloc`, which is freed after use. In TLS 1.3 it is called before the hello is sent; before, when
/// the server has selected a key exchange with a PSK, and `gnutls_psk_client_get_hint` has the server's hint.
/// It is not called if a key was set. A negative code of the function ends the handshake with that code; with
/// `GNUTLS_E_AGAIN` or `GNUTLS_E_INTERRUPTED` the handshake returns, and the function is called again.
///
/// - `cred`: the credentials of a client; NULL is ignored
/// - `func`: the function; NULL for none
///
/// Manual: `gnutls_psk_set_client_credentials_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_client_credentials_function(
    cred: gnutls_psk_client_credentials_t,
    func: Option<gnutls_psk_client_credentials_function>,
) {
    // SAFETY: the handle is NULL or live.
    guard::or((), || unsafe { set_client_function(cred, func.map(ClientFunction::Function)) });
}

/// Sets a function that gives the name and the key of a client when they are needed.
///
/// The name may hold any bytes. What the function gives is
/// memory of `gnutls_malloc`, which is freed after use. In TLS 1.3 it is called before the hello is sent; before, when
/// the server has selected a key exchange with a PSK, and `gnutls_psk_client_get_hint` has the server's hint.
/// It is not called if a key was set. A negative code of the function ends the handshake with that code; with
/// `GNUTLS_E_AGAIN` or `GNUTLS_E_INTERRUPTED` the handshake returns, and the function is called again.
///
/// - `cred`: the credentials of a client; NULL is ignored
/// - `func`: the function; NULL for none
///
/// Since 3.7.0. Manual: `gnutls_psk_set_client_credentials_function2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_client_credentials_function2(
    cred: gnutls_psk_client_credentials_t,
    func: Option<gnutls_psk_client_credentials_function2>,
) {
    // SAFETY: the handle is NULL or live.
    guard::or((), || unsafe { set_client_function(cred, func.map(ClientFunction::Function2)) });
}

/// Sets a function that gives the name and the key of a client when they are needed.
///
/// The name may hold any bytes. `GNUTLS_PSK_KEY_EXT` in the flags says that the key is to be imported
/// (RFC 9258): then the name is that of `gnutls_psk_format_imported_identity`, and the key is for TLS 1.3 alone. What the function gives is
/// memory of `gnutls_malloc`, which is freed after use. In TLS 1.3 it is called before the hello is sent; before, when
/// the server has selected a key exchange with a PSK, and `gnutls_psk_client_get_hint` has the server's hint.
/// It is not called if a key was set. A negative code of the function ends the handshake with that code; with
/// `GNUTLS_E_AGAIN` or `GNUTLS_E_INTERRUPTED` the handshake returns, and the function is called again.
///
/// - `cred`: the credentials of a client; NULL is ignored
/// - `func`: the function; NULL for none
///
/// Since 3.8.1. Manual: `gnutls_psk_set_client_credentials_function3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_client_credentials_function3(
    cred: gnutls_psk_client_credentials_t,
    func: Option<gnutls_psk_client_credentials_function3>,
) {
    // SAFETY: the handle is NULL or live.
    guard::or((), || unsafe { set_client_function(cred, func.map(ClientFunction::Function3)) });
}

/// Sets a function that gives the key of a client's name.
///
/// The name is a C string; a name with a NUL inside is unknown. The key is memory of `gnutls_malloc`,
/// which is wiped and freed after use. A negative code says that the name is unknown. The handshake then goes on with a
/// random key, fails as it does with a wrong key, so that the client does not learn which of both it was, and returns
/// `GNUTLS_E_SRP_PWD_ERROR`. The function takes precedence over a file.
///
/// - `cred`: the credentials of a server; NULL is ignored
/// - `func`: the function; NULL for none
///
/// RFC 4279 section 2. Manual: `gnutls_psk_set_server_credentials_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_credentials_function(
    cred: gnutls_psk_server_credentials_t,
    func: Option<gnutls_psk_server_credentials_function>,
) {
    // SAFETY: the handle is NULL or live.
    guard::or((), || unsafe { set_server_function(cred, func.map(ServerFunction::Function)) });
}

/// Sets a function that gives the key of a client's name.
///
/// The name may hold any bytes. The key is memory of `gnutls_malloc`,
/// which is wiped and freed after use. A negative code says that the name is unknown. The handshake then goes on with a
/// random key, fails as it does with a wrong key, so that the client does not learn which of both it was, and returns
/// `GNUTLS_E_SRP_PWD_ERROR`. The function takes precedence over a file.
///
/// - `cred`: the credentials of a server; NULL is ignored
/// - `func`: the function; NULL for none
///
/// Since 3.7.0. RFC 4279 section 2. Manual: `gnutls_psk_set_server_credentials_function2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_credentials_function2(
    cred: gnutls_psk_server_credentials_t,
    func: Option<gnutls_psk_server_credentials_function2>,
) {
    // SAFETY: the handle is NULL or live.
    guard::or((), || unsafe { set_server_function(cred, func.map(ServerFunction::Function2)) });
}

/// Sets a function that gives the key of a client's name.
///
/// The name may hold any bytes. `GNUTLS_PSK_KEY_EXT` in the flags says that the key is to be imported
/// (RFC 9258): then the name is an ImportedIdentity, and the key is for TLS 1.3 alone. The key is memory of `gnutls_malloc`,
/// which is wiped and freed after use. A negative code says that the name is unknown. The handshake then goes on with a
/// random key, fails as it does with a wrong key, so that the client does not learn which of both it was, and returns
/// `GNUTLS_E_SRP_PWD_ERROR`. The function takes precedence over a file.
///
/// - `cred`: the credentials of a server; NULL is ignored
/// - `func`: the function; NULL for none
///
/// Since 3.8.1. RFC 4279 section 2. Manual: `gnutls_psk_set_server_credentials_function3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_credentials_function3(
    cred: gnutls_psk_server_credentials_t,
    func: Option<gnutls_psk_server_credentials_function3>,
) {
    // SAFETY: the handle is NULL or live.
    guard::or((), || unsafe { set_server_function(cred, func.map(ServerFunction::Function3)) });
}

/// Sets the file with the names and keys of a server's clients.
///
/// Each line is a name, a colon and the key in hexadecimal digits, as psktool writes it. A name with a colon or other
/// special bytes is a `#` and its hexadecimal digits. The file is read in each handshake with a PSK, so that changes
/// count at once. An unknown name fails as a wrong key does.
///
/// - `res`: the credentials of a server
/// - `password_file`: the path, which is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be opened
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
///
/// Manual: `gnutls_psk_set_server_credentials_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_credentials_file(
    res: gnutls_psk_server_credentials_t,
    password_file: *const c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or live, `password_file` NULL or a C string.
        let (object, path) = unsafe { (opaque::get(res)?, bytes_of(password_file)) };
        let path = path.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        check_file(path)?;
        *lock(&object.file) = Some(path.into());
        Ok(())
    })
}

/// Sets what a server says to its clients before TLS 1.3, to help them choose a key.
///
/// - `res`: the credentials of a server
/// - `hint`: the hint, in UTF-8, which is copied; it may be empty
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MEMORY_ERROR`: `hint` is NULL
/// - `GNUTLS_E_INVALID_REQUEST`: `res` is NULL, or `hint` is longer than 65535 bytes
///
/// Since 2.4.0. RFC 4279 section 2. Manual: `gnutls_psk_set_server_credentials_hint`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_credentials_hint(
    res: gnutls_psk_server_credentials_t,
    hint: *const c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or live, `hint` NULL or a C string.
        let (object, hint) = unsafe { (opaque::get(res)?, bytes_of(hint)) };
        let hint = hint.ok_or(Error::new(GNUTLS_E_MEMORY_ERROR))?;
        if hint.len() > MAX_KEY {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        *lock(&object.hint) = Some(hint.into());
        Ok(())
    })
}

/// Returns the hint that the server has sent to this client.
///
/// It belongs to the session and is valid until `gnutls_deinit`, or until this function is called after another
/// handshake. It is what came, up to a NUL: not to be trusted or shown as it is.
///
/// - `session`: a client's session
///
/// Returns the hint, or NULL if none has come, as in TLS 1.3, or if `session` is NULL or a server's.
///
/// RFC 4279 section 2. Manual: `gnutls_psk_client_get_hint`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_client_get_hint(session: gnutls_session_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return core::ptr::null() };
        let hint = h.session.parameters(|p| p.psk.as_ref().and_then(|psk| psk.hint.clone()));
        match hint.filter(|_| h.session.role() == Role::Client) {
            Some(hint) => NulTerminated::renew(&mut h.lent().psk_hint, &hint).text(),
            None => core::ptr::null(),
        }
    })
}

/// Returns the name of the client, which has proved that it has the key.
///
/// Before the handshake is complete the name is only what the client says. It belongs to the session and is valid until
/// `gnutls_deinit`, or until this function is called after another handshake.
///
/// - `session`: a server's session
///
/// Returns the name, or NULL if no PSK was used, if the name has a NUL inside (see `gnutls_psk_server_get_username2`), or if
/// `session` is NULL or a client's.
///
/// Manual: `gnutls_psk_server_get_username`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_server_get_username(session: gnutls_session_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        match unsafe { client_name(session) } {
            Some((name, text)) if !text.contains(&0) => name.data.cast(),
            _ => core::ptr::null(),
        }
    })
}

/// Returns the name of the client, which has proved that it has the key, and may hold any bytes.
///
/// It is as with `gnutls_psk_server_get_username`.
///
/// - `session`: a server's session
/// - `username`: takes the name, which belongs to the session
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: no PSK was used, an argument is NULL, or `session` is a client's
///
/// Since 3.7.0. Manual: `gnutls_psk_server_get_username2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_server_get_username2(
    session: gnutls_session_t,
    username: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let (name, _) = unsafe { client_name(session) }.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        if username.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `username` is not NULL, and valid for a write (the caller).
        unsafe { write_out(username, name) };
        Ok(())
    })
}

/// Writes the name of an imported key: its ImportedIdentity.
///
/// The key itself is imported by the handshake, with `GNUTLS_PSK_KEY_EXT` in the flags of
/// `gnutls_psk_client_credentials_function3` or `gnutls_psk_server_credentials_function3`.
///
/// - `identity`: the name of the key, at most 65535 bytes
/// - `context`: what both sides bind the key to, at most 65535 bytes; NULL for nothing
/// - `version`: the protocol version that the key is for
/// - `hash`: `GNUTLS_DIG_SHA256` or `GNUTLS_DIG_SHA384`, which the key is for
/// - `imported_identity`: takes the name, to be freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `identity` or `imported_identity` is NULL, a part is too long, or the version is unknown
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: `hash` is another algorithm
/// - `GNUTLS_E_MEMORY_ERROR`: no memory
///
/// Since 3.8.1. RFC 9258 section 5.1. Manual: `gnutls_psk_format_imported_identity`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_format_imported_identity(
    identity: *const gnutls_datum_t,
    context: *const gnutls_datum_t,
    version: gnutls_protocol_t,
    hash: gnutls_digest_algorithm_t,
    imported_identity: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        if identity.is_null() || imported_identity.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `identity` and `context` are datums with readable bytes, or NULL.
        let (identity, context) = unsafe { (optional_datum_in(identity)?, optional_datum_in(context)?) };
        let version = Version::from_raw(version).ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        let hash = Digest::from_raw(hash).ok_or(Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM))?;
        let formatted = imported_identity_of(identity, context, version, hash)?;
        // SAFETY: it is not NULL, and valid for a write (the caller).
        unsafe { write_datum(&formatted, imported_identity) }
    })
}

/// Sets the Diffie-Hellman group of a server for clients that do not negotiate one (RFC 7919).
///
/// The parameters are copied: what is done with them later does not change the credentials.
///
/// - `res`: the credentials of a server; NULL is ignored
/// - `dh_params`: the parameters; NULL or empty ones take the group away
///
/// Manual: `gnutls_psk_set_server_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_dh_params(
    res: gnutls_psk_server_credentials_t,
    dh_params: gnutls_dh_params_t,
) {
    guard::or((), || {
        // SAFETY: both are NULL or live handles.
        unsafe {
            if let Ok(credentials) = opaque::get(res) {
                credentials.dh.set(get_dh_params(dh_params).ok().map(|p| &*p));
            }
        }
    });
}

/// Sets the Diffie-Hellman group of a server for clients that do not negotiate one.
///
/// A client that names groups of RFC 7919 gets one of those in the priorities; others get the smallest group of
/// RFC 7919 that has the level. Without a group they cannot use DHE-PSK.
///
/// - `res`: the credentials of a server
/// - `sec_param`: a level of `gnutls_sec_param_t`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `res` is NULL
///
/// Since 3.5.6. RFC 7919. Manual: `gnutls_psk_set_server_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_known_dh_params(
    res: gnutls_psk_server_credentials_t,
    sec_param: gnutls_sec_param_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `res` is NULL or a live handle.
        unsafe { opaque::get(res) }?.dh.set_level(sec_param);
        Ok(())
    })
}

/// Sets a function that gives the Diffie-Hellman group of a server for clients that do not negotiate one (RFC
/// 7919).
///
/// It is asked for `GNUTLS_PARAMS_DH` in each handshake whose priorities have a key exchange with a finite field,
/// before the group is known to be needed, and takes precedence over parameters that were set. If it sets `deinit`
/// the parameters are freed after use; otherwise they stay the application's.
///
/// - `res`: the credentials of a server; NULL is ignored
/// - `func`: the function, or NULL for none
///
/// Manual: `gnutls_psk_set_server_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_server_params_function(
    res: gnutls_psk_server_credentials_t,
    func: Option<gnutls_params_function>,
) {
    guard::or((), || {
        // SAFETY: `res` is NULL or a live handle.
        if let Ok(credentials) = unsafe { opaque::get(res) } {
            credentials.dh.function.set(func);
        }
    });
}

/// The same as `gnutls_psk_set_server_params_function`, under an older name.
///
/// - `res`: the credentials of a server; NULL is ignored
/// - `func`: the function, or NULL for none
///
/// Manual: `gnutls_psk_set_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_psk_set_params_function(
    res: gnutls_psk_server_credentials_t,
    func: Option<gnutls_params_function>,
) {
    // SAFETY: the arguments are the caller's.
    unsafe { gnutls_psk_set_server_params_function(res, func) }
}

/// Sets the function of a client's credentials.
///
/// # Safety
/// `cred` is NULL or a live handle.
unsafe fn set_client_function(cred: gnutls_psk_client_credentials_t, function: Option<ClientFunction>) {
    // SAFETY: the handle is NULL or live (the caller).
    if let Ok(object) = unsafe { opaque::get(cred) } {
        *lock(&object.function) = function;
    }
}

/// Sets the function of a server's credentials.
///
/// # Safety
/// `cred` is NULL or a live handle.
unsafe fn set_server_function(cred: gnutls_psk_server_credentials_t, function: Option<ServerFunction>) {
    // SAFETY: the handle is NULL or live (the caller).
    if let Ok(object) = unsafe { opaque::get(cred) } {
        *lock(&object.function) = function;
    }
}

/// The client's name: lent to the application, and its bytes.
///
/// # Safety
/// `session` is NULL or a live handle.
unsafe fn client_name(session: gnutls_session_t) -> Option<(gnutls_datum_t, Vec<u8>)> {
    // SAFETY: `session` is NULL or a live handle (the caller).
    let h = unsafe { get_session(session) }.ok()?;
    let name = h.session.parameters(|p| p.psk_identity().cloned());
    let name = name.filter(|_| h.session.role() == Role::Server)?;
    Some((NulTerminated::renew(&mut h.lent().psk_name, &name).lent(), name))
}
