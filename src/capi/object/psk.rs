//! PSK credentials, and how the handshake of a session asks them.
use core::ffi::c_char;
use core::ptr;
use std::ffi::CString;
use std::sync::Mutex;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::file::load;
use crate::capi::ffi::memory::{borrowed_datum, bytes_of, slice, take_bytes, take_string};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::object::dh_params::CredentialGroup;
use crate::codec::unhex;
use crate::error::{Error, Result, err};
use crate::handshake::psk::{ExternalPsk, Key, Lookup, MAX_KEY};
use crate::log::{FileName, reason};
use crate::session::lock;

/// The name and the key of a client.
#[derive(Clone)]
pub struct NameAndKey {
    pub name: Vec<u8>,
    pub key: Key,
}

/// A function that gives a client's name and key.
#[derive(Clone, Copy)]
pub enum ClientFunction {
    Function(gnutls_psk_client_credentials_function),
    Function2(gnutls_psk_client_credentials_function2),
    Function3(gnutls_psk_client_credentials_function3),
}

/// What C holds as a `gnutls_psk_client_credentials_t`.
pub struct PskClient {
    /// It takes precedence over the function.
    pub set: Mutex<Option<NameAndKey>>,
    pub function: Mutex<Option<ClientFunction>>,
    /// The hash of the keys in TLS 1.3.
    pub hash: Digest,
}

// SAFETY: all handles are created by `gnutls_psk_allocate_client_credentials` and `..._credentials2`.
unsafe impl Opaque for gnutls_psk_client_credentials_st {
    type Object = PskClient;
}

/// A function that knows the keys of a server's clients.
#[derive(Clone, Copy)]
pub enum ServerFunction {
    Function(gnutls_psk_server_credentials_function),
    Function2(gnutls_psk_server_credentials_function2),
    Function3(gnutls_psk_server_credentials_function3),
}

/// What C holds as a `gnutls_psk_server_credentials_t`.
pub struct PskServer {
    pub function: Mutex<Option<ServerFunction>>,
    /// The path of the file with names and keys.
    pub file: Mutex<Option<Vec<u8>>>,
    pub hint: Mutex<Option<Vec<u8>>>,
    pub hash: Digest,
    pub dh: CredentialGroup,
}

// SAFETY: all handles are created by `gnutls_psk_allocate_server_credentials` and `..._credentials2`.
unsafe impl Opaque for gnutls_psk_server_credentials_st {
    type Object = PskServer;
}

const EMPTY: gnutls_datum_t = gnutls_datum_t { data: ptr::null_mut(), size: 0 };

/// The PSK of a client. Fails with the code of the application's function, and with `GNUTLS_E_INSUFFICIENT_CREDENTIALS` if that
/// gives no name.
///
/// # Safety
/// `session` is a live handle, and `credentials` NULL or one.
pub unsafe fn own_psk(
    session: gnutls_session_t,
    credentials: gnutls_psk_client_credentials_t,
) -> Result<Option<ExternalPsk>> {
    // SAFETY: the handle is NULL or live (the caller).
    let Ok(object) = (unsafe { opaque::get(credentials) }) else { return Ok(None) };
    let hash = object.hash;
    if let Some(NameAndKey { name, key }) = lock(&object.set).clone() {
        return Ok(Some(ExternalPsk { identity: name, key, imported: false, hash }));
    }
    let Some(function) = *lock(&object.function) else { return Ok(None) };
    let (mut text, mut name, mut key, mut flags) = (ptr::null_mut(), EMPTY, EMPTY, GNUTLS_PSK_KEY_RAW);
    // SAFETY: the application's own functions with its session; they write what they allocate.
    let code = unsafe {
        match function {
            ClientFunction::Function(f) => f(session, &mut text, &mut key),
            ClientFunction::Function2(f) => f(session, &mut name, &mut key),
            ClientFunction::Function3(f) => f(session, &mut name, &mut key, &mut flags),
        }
    };
    // SAFETY: what the functions have written is memory of `gnutls_malloc` for us; the name is a C string.
    let (identity, key) = unsafe {
        let of_datum = (!name.data.is_null()).then(|| take_bytes(name.data.cast(), name.size as usize));
        (take_string(text).or(of_datum), take_bytes(key.data.cast(), key.size as usize))
    };
    if code < 0 {
        let error = Error::new(code);
        return Err(reason!(error, "the application's function for the client's PSK returned {code}"));
    }
    let no_name = || {
        let error = Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
        reason!(error, "the application's function for the client's PSK gives no name")
    };
    let identity = identity.ok_or_else(no_name)?.to_vec();
    if identity.len() > MAX_KEY || key.len() > MAX_KEY {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    Ok(Some(ExternalPsk { identity, key, imported: flags & GNUTLS_PSK_KEY_EXT != 0, hash }))
}

/// The key of a client's name, from the function or the file of a server's credentials. Fails with `GNUTLS_E_SRP_PWD_ERROR` if
/// the file or the key in it cannot be read, and with `GNUTLS_E_INSUFFICIENT_CREDENTIALS` if there is neither.
///
/// # Safety
/// `session` is a live handle, and `credentials` NULL or one.
pub unsafe fn find_psk(
    session: gnutls_session_t,
    credentials: gnutls_psk_server_credentials_t,
    identity: &[u8],
) -> Result<Lookup> {
    // SAFETY: the handle is NULL or live (the caller).
    let Ok(object) = (unsafe { opaque::get(credentials) }) else {
        return err(GNUTLS_E_INSUFFICIENT_CREDENTIALS);
    };
    let hash = object.hash;
    let Some(function) = *lock(&object.function) else {
        let file = lock(&object.file).clone();
        let Some(file) = file else { return err(GNUTLS_E_INSUFFICIENT_CREDENTIALS) };
        return Ok(match find_in_file(&file, identity)? {
            Some(key) => {
                Lookup::Found(ExternalPsk { identity: identity.to_vec(), key, imported: false, hash })
            }
            None => Lookup::Unknown { refused: false, hash },
        });
    };
    let (mut key, mut flags) = (EMPTY, GNUTLS_PSK_KEY_RAW);
    let name = borrowed_datum(identity);
    let code = match function {
        // A name with a NUL is none that this function can be asked for.
        ServerFunction::Function(f) => match CString::new(identity) {
            // SAFETY: the application's own function with its session and a C string.
            Ok(text) => unsafe { f(session, text.as_ptr(), &mut key) },
            Err(_) => -1,
        },
        // SAFETY: the application's own function with its session; the name outlives the call.
        ServerFunction::Function2(f) => unsafe { f(session, &name, &mut key) },
        // SAFETY: as above.
        ServerFunction::Function3(f) => unsafe { f(session, &name, &mut key, &mut flags) },
    };
    // SAFETY: what the function has written is memory of `gnutls_malloc` for us.
    let key = unsafe { take_bytes(key.data.cast(), key.size as usize) };
    if code < 0 || key.len() > MAX_KEY {
        return Ok(Lookup::Unknown { refused: true, hash });
    }
    let imported = flags & GNUTLS_PSK_KEY_EXT != 0;
    Ok(Lookup::Found(ExternalPsk { identity: identity.to_vec(), key, imported, hash }))
}

/// Looks for a name in a file. All lines are read, whether or not the name is found: the time must not tell.
fn find_in_file(path: &[u8], name: &[u8]) -> Result<Option<Key>> {
    let failed = |e: Error| {
        let error = Error::new(GNUTLS_E_SRP_PWD_ERROR);
        reason!(error, "cannot read the PSK file \"{}\": {e}", FileName(path))
    };
    let text = Zeroizing::new(load(path).map_err(failed)?);
    let mut found = None;
    for line in text.split(|b| *b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let Some(colon) = line.iter().position(|b| *b == b':') else { continue };
        let key = unhex(&line[colon + 1..]).map(Zeroizing::new);
        let same = match line[..colon].strip_prefix(b"#") {
            Some(hex) => unhex(hex).is_ok_and(|of_line| of_line == name),
            None => &line[..colon] == name,
        };
        if same && found.is_none() {
            found = Some(key);
        }
    }
    found.transpose().map_err(|_| {
        let error = Error::new(GNUTLS_E_SRP_PWD_ERROR);
        reason!(error, "the PSK file \"{}\" has a key that is not hexadecimal", FileName(path))
    })
}

/// The name or the key that an application sets, as bytes; a key may be hexadecimal digits of at least four bytes.
///
/// # Safety
/// `key` is NULL, or a datum whose bytes are readable.
pub unsafe fn key_bytes(key: *const gnutls_datum_t, flags: gnutls_psk_key_flags) -> Result<Key> {
    if key.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `key` is a datum with readable bytes (the caller).
    let (data, bytes) = unsafe { ((*key).data, slice((*key).data.cast(), (*key).size as usize)) };
    if data.is_null() || bytes.len() > MAX_KEY {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    if flags == GNUTLS_PSK_KEY_RAW {
        return Ok(Zeroizing::new(bytes.to_vec()));
    }
    let key = Zeroizing::new(unhex(bytes)?);
    if key.len() < LEAST_HEX_KEY { err(GNUTLS_E_INVALID_REQUEST) } else { Ok(key) }
}

/// GnuTLS accepts no shorter key in hexadecimal digits.
const LEAST_HEX_KEY: usize = 4;

/// A C string of the application as a name.
///
/// # Safety
/// `name` is NULL or a C string.
pub unsafe fn name_bytes(name: *const c_char) -> Result<Vec<u8>> {
    // SAFETY: `name` is NULL or a C string (the caller).
    let bytes = unsafe { bytes_of(name) }.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
    if bytes.len() > MAX_KEY { err(GNUTLS_E_INVALID_REQUEST) } else { Ok(bytes.to_vec()) }
}
