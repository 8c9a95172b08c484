//! SRP credentials (RFC 5054), and the encoding of their files.
use core::ffi::c_char;
use core::ptr;
use std::sync::Mutex;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::capi::ffi::file::check_file;
use crate::capi::ffi::memory::{NulTerminated, bytes_of, datum_in, slice, write_datum, write_or_measure};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::session::get_session;
use crate::capi::object::srp::{FakeSalt, Files, NameAndPassword, SrpClient, SrpServer};
use crate::codec::srp_base64;
use crate::crypto::srp::{self, Group};
use crate::error::{INVALID_REQUEST, err};
use crate::handshake::config::Role;
use crate::handshake::srp::MAX_NAME;
use crate::session::lock;

/// The longest salt that is made up, in bytes: that of a digest.
const MAX_FAKE_SALT: usize = 20;

/// Creates SRP credentials for clients.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_SRP` gives them to a session, which keeps the pointer; they must
/// outlive it. They allow the key exchanges of TLS 1.0 to 1.2 that a priority string enables with `+SRP`, `+SRP-RSA` and
/// `+SRP-DSS`. `gnutls_srp_free_client_credentials` frees them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
///
/// RFC 5054. Manual: `gnutls_srp_allocate_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_allocate_client_credentials(
    sc: *mut gnutls_srp_client_credentials_t,
) -> c_int {
    guard::unit(|| {
        let credentials = SrpClient { set: Mutex::default(), function: Mutex::default() };
        // SAFETY: `sc` is NULL or valid for a write.
        unsafe { opaque::give(sc, credentials) }
    })
}

/// Frees the SRP credentials of a client.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their password is wiped.
///
/// - `sc`: the credentials; NULL is ignored
///
/// Manual: `gnutls_srp_free_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_free_client_credentials(sc: gnutls_srp_client_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Creates SRP credentials for servers.
///
/// `gnutls_credentials_set` with `GNUTLS_CRD_SRP` gives them to a session, which keeps the pointer; they must
/// outlive it. They allow the key exchanges of TLS 1.0 to 1.2 that a priority string enables with `+SRP`, `+SRP-RSA` and
/// `+SRP-DSS`. `gnutls_srp_free_server_credentials` frees them.
///
/// - `sc`: takes the new credentials
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `sc` is NULL
/// - `GNUTLS_E_RANDOM_FAILED`: no random bytes
///
/// RFC 5054. Manual: `gnutls_srp_allocate_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_allocate_server_credentials(
    sc: *mut gnutls_srp_server_credentials_t,
) -> c_int {
    guard::unit(|| {
        let credentials = SrpServer {
            function: Mutex::default(),
            files: Mutex::default(),
            fake: Mutex::new(FakeSalt::random()?),
        };
        // SAFETY: `sc` is NULL or valid for a write.
        unsafe { opaque::give(sc, credentials) }
    })
}

/// Frees the SRP credentials of a server.
///
/// No session may use them any more: `gnutls_credentials_set` has kept the pointer. Their seed is wiped.
///
/// - `sc`: the credentials; NULL is ignored
///
/// Manual: `gnutls_srp_free_server_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_free_server_credentials(sc: gnutls_srp_server_credentials_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(sc) }))
}

/// Sets the name and the password of a client.
///
/// Both are copied. The name is sent in each hello of a client whose priorities have SRP, not encrypted. They take precedence
/// over a function.
///
/// - `res`: the credentials of a client
/// - `username`: the name, in UTF-8, at most 255 bytes; an empty one is none
/// - `password`: the password, in UTF-8, normalized as by `gnutls_utf8_password_normalize`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL, or the name is too long
///
/// RFC 5054 section 2.8.1. Manual: `gnutls_srp_set_client_credentials`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_set_client_credentials(
    res: gnutls_srp_client_credentials_t,
    username: *const c_char,
    password: *const c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or live, the texts are NULL or C strings.
        let (object, name, password) = unsafe { (opaque::get(res)?, bytes_of(username), bytes_of(password)) };
        let (Some(name), Some(password)) = (name, password) else { return Err(INVALID_REQUEST) };
        if name.len() > MAX_NAME {
            return Err(INVALID_REQUEST);
        }
        let password = Zeroizing::new(password.to_vec());
        *lock(&object.set) = Some(NameAndPassword { name: name.to_vec(), password });
        Ok(())
    })
}

/// Sets a function that gives the name and the password of a client.
///
/// It is called once before the hello of each handshake. The strings are memory of `gnutls_malloc`, which is freed after use.
/// It is not called if a name was set. A negative code ends the handshake with `GNUTLS_E_ILLEGAL_SRP_USERNAME`, except
/// `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED`, with which the handshake returns and calls it again.
///
/// - `cred`: the credentials of a client; NULL is ignored
/// - `func`: the function; NULL for none
///
/// Manual: `gnutls_srp_set_client_credentials_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_set_client_credentials_function(
    cred: gnutls_srp_client_credentials_t,
    func: Option<gnutls_srp_client_credentials_function>,
) {
    guard::or((), || {
        // SAFETY: the handle is NULL or live.
        if let Ok(object) = unsafe { opaque::get(cred) } {
            *lock(&object.function) = func;
        }
    });
}

/// Sets the files with the verifiers of a server's clients, as srptool writes them.
///
/// A line of the first is a name, a verifier, a salt and the number of a group, with colons between them; a line of the second the
/// number of a group, its prime and its generator; in the base64 of `gnutls_srp_base64_encode`. Both are read in
/// each handshake with SRP, so that changes count at once. For an unknown name salt and verifier are made up: the handshake fails
/// as with a wrong password, and returns `GNUTLS_E_SRP_PWD_ERROR`.
///
/// - `res`: the credentials of a server
/// - `password_file`: the path of the file with verifiers (tpasswd), which is copied
/// - `password_conf_file`: the path of the file with groups (tpasswd.conf), which is copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: a file cannot be opened
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
///
/// Manual: `gnutls_srp_set_server_credentials_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_set_server_credentials_file(
    res: gnutls_srp_server_credentials_t,
    password_file: *const c_char,
    password_conf_file: *const c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or live, the paths are NULL or C strings.
        let (object, passwords, groups) =
            unsafe { (opaque::get(res)?, bytes_of(password_file), bytes_of(password_conf_file)) };
        let (Some(passwords), Some(groups)) = (passwords, groups) else { return Err(INVALID_REQUEST) };
        check_file(passwords)?;
        check_file(groups)?;
        *lock(&object.files) = Some(Files { passwords: passwords.to_vec(), groups: groups.to_vec() });
        Ok(())
    })
}

/// Sets a function that gives the verifier of a client's name.
///
/// It gives a salt of 1 to 255 bytes, a verifier, a generator and a prime: memory of `gnutls_malloc`, which is freed after use, or
/// the library's constants (`gnutls_srp_2048_group_prime`). It returns 0; 1 with a generator and a prime for an unknown name,
/// whose salt and verifier are made up so that the client does not learn it; or a negative code, which ends the
/// handshake with `GNUTLS_E_SRP_PWD_ERROR`. It takes precedence over files.
///
/// - `cred`: the credentials of a server; NULL is ignored
/// - `func`: the function; NULL for none
///
/// RFC 5054 section 2.5.1.3. Manual: `gnutls_srp_set_server_credentials_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_set_server_credentials_function(
    cred: gnutls_srp_server_credentials_t,
    func: Option<gnutls_srp_server_credentials_function>,
) {
    guard::or((), || {
        // SAFETY: the handle is NULL or live.
        if let Ok(object) = unsafe { opaque::get(cred) } {
            *lock(&object.function) = func;
        }
    });
}

/// Sets what the salts of unknown names are made from.
///
/// A client must get the same salt each time it asks for the same name: servers that share their names share the seed. Without this call
/// the seed is random, and salts have 16 bytes.
///
/// - `cred`: the credentials of a server; NULL is ignored
/// - `seed`: secret bytes, at least one, which are copied; otherwise nothing changes
/// - `salt_length`: the size of the salts in bytes, as of the names that exist; 1 to 20, and the nearest of them for others
///
/// Since 3.3.0. RFC 5054 section 2.5.1.3. Manual: `gnutls_srp_set_server_fake_salt_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_set_server_fake_salt_seed(
    cred: gnutls_srp_server_credentials_t,
    seed: *const gnutls_datum_t,
    salt_length: c_uint,
) {
    guard::or((), || {
        // SAFETY: the handle is NULL or live, `seed` NULL or a datum with readable bytes.
        let (object, seed) = unsafe { (opaque::get(cred), datum_in(seed)) };
        if let (Ok(object), Ok(seed)) = (object, seed)
            && !seed.is_empty()
        {
            let size = (salt_length as usize).clamp(1, MAX_FAKE_SALT);
            *lock(&object.fake) = FakeSalt { seed: Zeroizing::new(seed.to_vec()), size };
        }
    });
}

/// Sets the least size of a prime that a client accepts.
///
/// Only the groups of RFC 5054 appendix A are accepted, of at least 1024 bits. A smaller prime than required ends the handshake with
/// `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER`. It has no effect on a server.
///
/// - `session`: a client's session; NULL is ignored
/// - `bits`: the size in bits; 0 for any of these groups
///
/// Since 2.6.0. RFC 5054 section 3.2. Manual: `gnutls_srp_set_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_set_prime_bits(session: gnutls_session_t, bits: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.configure(|c| c.least_srp_prime = bits);
        }
    });
}

/// Returns the name of the client, which has proved that it knows the password.
///
/// Before the handshake is complete the name is only what the client says. It belongs to the session and is valid until
/// `gnutls_deinit`, or until this function is called after another handshake.
///
/// - `session`: a server's session
///
/// Returns the name, up to a NUL, or NULL if SRP was not used, or if `session` is NULL or a client's.
///
/// Manual: `gnutls_srp_server_get_username`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_server_get_username(session: gnutls_session_t) -> *const c_char {
    guard::or(ptr::null(), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return ptr::null() };
        let name = h.session.parameters(|p| p.srp_name.clone());
        match name.filter(|_| h.session.role() == Role::Server) {
            Some(name) => NulTerminated::renew(&mut h.lent().srp_name, &name).text(),
            None => ptr::null(),
        }
    })
}

/// Computes the verifier of a name and a password, for a server's file or database.
///
/// - `username`: the name
/// - `password`: the password
/// - `salt`: random bytes, of which 16 are usual
/// - `generator`: the generator of the group, as `gnutls_srp_2048_group_generator`
/// - `prime`: the prime of the group, as `gnutls_srp_2048_group_prime`
/// - `res`: takes the verifier, to be freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
/// - `GNUTLS_E_MPI_SCAN_FAILED`: the numbers are no group of an odd prime
/// - `GNUTLS_E_MEMORY_ERROR`: no memory
///
/// RFC 5054 section 2.4. Manual: `gnutls_srp_verifier`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_verifier(
    username: *const c_char,
    password: *const c_char,
    salt: *const gnutls_datum_t,
    generator: *const gnutls_datum_t,
    prime: *const gnutls_datum_t,
    res: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the texts are NULL or C strings.
        let (name, password) = unsafe { (bytes_of(username), bytes_of(password)) };
        let (Some(name), Some(password)) = (name, password) else { return Err(INVALID_REQUEST) };
        if res.is_null() || salt.is_null() || generator.is_null() || prime.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: the datums are not NULL, with readable bytes (the caller).
        let (salt, generator, prime) = unsafe { (raw(salt), raw(generator), raw(prime)) };
        let verifier = srp::verifier(name, password, salt, &Group::new(prime, generator))?;
        // SAFETY: `res` is not NULL, and valid for a write (the caller).
        unsafe { write_datum(&verifier, res) }
    })
}

/// Writes bytes in the base64 of SRP's files, into a buffer of the caller's.
///
/// It is that of libsrp and not the usual one: the bytes are a number, whose leading zeros may be lost. There is no padding and no NUL.
///
/// - `data`: the bytes
/// - `result`: takes the text
/// - `result_size`: the capacity of `result`; takes the size of the text, also if the buffer is too small
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is too small
///
/// Manual: `gnutls_srp_base64_encode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_base64_encode(
    data: *const gnutls_datum_t,
    result: *mut c_char,
    result_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        if data.is_null() || result_size.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `data` is a datum with readable bytes; `result` has room for `*result_size` bytes (the caller).
        unsafe { write_or_measure(&srp_base64::encode(raw(data)), result.cast(), result_size) }
    })
}

/// Writes bytes in the base64 of SRP's files, as memory that is allocated.
///
/// It is that of libsrp and not the usual one: the bytes are a number, whose leading zeros may be lost. There is no padding and no NUL.
///
/// - `data`: the bytes
/// - `result`: takes the text, to be freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
/// - `GNUTLS_E_MEMORY_ERROR`: no memory
///
/// Manual: `gnutls_srp_base64_encode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_base64_encode2(
    data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        if data.is_null() || result.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `data` is a datum with readable bytes, and `result` valid for a write (the caller).
        unsafe { write_datum(&srp_base64::encode(raw(data)), result) }
    })
}

/// Reads bytes in the base64 of SRP's files, into a buffer of the caller's.
///
/// It is that of libsrp and not the usual one, without padding.
///
/// - `b64_data`: the text
/// - `result`: takes the bytes
/// - `result_size`: the capacity of `result`; takes the size of the bytes, also if the buffer is too small
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the text has other characters
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is too small
///
/// Manual: `gnutls_srp_base64_decode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_base64_decode(
    b64_data: *const gnutls_datum_t,
    result: *mut c_char,
    result_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        if b64_data.is_null() || result_size.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `b64_data` is a datum with readable bytes; `result` has room for `*result_size` bytes (the caller).
        unsafe { write_or_measure(&srp_base64::decode(raw(b64_data))?, result.cast(), result_size) }
    })
}

/// Reads bytes in the base64 of SRP's files, as memory that is allocated.
///
/// It is that of libsrp and not the usual one, without padding.
///
/// - `b64_data`: the text
/// - `result`: takes the bytes, to be freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the text has other characters
/// - `GNUTLS_E_MEMORY_ERROR`: no memory
///
/// Manual: `gnutls_srp_base64_decode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srp_base64_decode2(
    b64_data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        if b64_data.is_null() || result.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `b64_data` is a datum with readable bytes, and `result` valid for a write (the caller).
        unsafe { write_datum(&srp_base64::decode(raw(b64_data))?, result) }
    })
}

/// The bytes of a datum.
///
/// # Safety
/// `datum` is not NULL, and its bytes are readable for `'a`.
unsafe fn raw<'a>(datum: *const gnutls_datum_t) -> &'a [u8] {
    // SAFETY: a datum with readable bytes (the caller).
    unsafe { slice((*datum).data.cast(), (*datum).size as usize) }
}
