//! SRTP: which profiles of it are negotiated in DTLS, and its keys.
use core::ffi::CStr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, datum_in, slice_mut, write_out};
use crate::capi::object::session::get_session;
use crate::crypto::secret::wipe_stack;
use crate::error::{Error, Result, err};

/// A profile: its name, and the bytes of its master key and salt.
struct Profile {
    number: gnutls_srtp_profile_t,
    name: &'static CStr,
    key: usize,
    salt: usize,
}

const fn profile(number: gnutls_srtp_profile_t, name: &'static CStr, key: usize, salt: usize) -> Profile {
    Profile { number, name, key, salt }
}

/// The profiles of RFC 5764 section 4.1.2 and RFC 7714 section 14.2, with GnuTLS's names.
const PROFILES: &[Profile] = &[
    profile(GNUTLS_SRTP_AES128_CM_HMAC_SHA1_80, c"SRTP_AES128_CM_HMAC_SHA1_80", 16, 14),
    profile(GNUTLS_SRTP_AES128_CM_HMAC_SHA1_32, c"SRTP_AES128_CM_HMAC_SHA1_32", 16, 14),
    profile(GNUTLS_SRTP_NULL_HMAC_SHA1_80, c"SRTP_NULL_HMAC_SHA1_80", 16, 14),
    profile(GNUTLS_SRTP_NULL_HMAC_SHA1_32, c"SRTP_NULL_SHA1_32", 16, 14),
    profile(GNUTLS_SRTP_AEAD_AES_128_GCM, c"SRTP_AEAD_AES_128_GCM", 16, 12),
    profile(GNUTLS_SRTP_AEAD_AES_256_GCM, c"SRTP_AEAD_AES_256_GCM", 32, 12),
];

/// How many profiles a session offers at most.
const MAX_PROFILES: usize = 16;
const MAX_MKI: usize = 255;

fn by_name(name: &[u8]) -> Option<&'static Profile> {
    PROFILES.iter().find(|p| p.name.to_bytes() == name)
}

fn by_number(number: gnutls_srtp_profile_t) -> Option<&'static Profile> {
    PROFILES.iter().find(|p| p.number == number)
}

/// Finds the profile of a name.
///
/// - `name`: a name, as `SRTP_AES128_CM_HMAC_SHA1_80`
/// - `profile`: takes the profile; 0 if there is none
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: no profile has this name
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
///
/// It may be called from any thread. Since 3.1.4. RFC 5764. Manual: `gnutls_srtp_get_profile_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_get_profile_id(
    name: *const c_char,
    profile: *mut gnutls_srtp_profile_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `name` is NULL or a C string (the caller).
        let (Some(name), false) = (unsafe { bytes_of(name) }, profile.is_null()) else {
            return err(GNUTLS_E_INVALID_REQUEST);
        };
        let found = by_name(name);
        // SAFETY: `profile` is not NULL, and valid for a write (the caller).
        unsafe { profile.write(found.map_or(0, |p| p.number)) };
        found.map(drop).ok_or(Error::new(GNUTLS_E_ILLEGAL_PARAMETER))
    })
}

/// Returns the name of a profile.
///
/// - `profile`: a profile
///
/// Returns a string that lives as long as the library, or NULL if there is no such profile.
///
/// It may be called from any thread. Since 3.1.4. RFC 5764. Manual: `gnutls_srtp_get_profile_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_get_profile_name(profile: gnutls_srtp_profile_t) -> *const c_char {
    guard::or(core::ptr::null(), || by_number(profile).map_or(core::ptr::null(), |p| p.name.as_ptr()))
}

/// Adds a profile to those that a session offers, or accepts, for SRTP.
///
/// The first that was added is preferred by a client; a server takes the first of the client's. A session over a stream
/// offers none.
///
/// - `session`: a session before its handshake
/// - `profile`: a profile; also one that the library does not know, which then has no keys
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or the number does not fit into 16 bits
/// - `GNUTLS_E_MEMORY_ERROR`: there are 16 already
///
/// Since 3.1.4. RFC 5764. Manual: `gnutls_srtp_set_profile`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_set_profile(
    session: gnutls_session_t,
    profile: gnutls_srtp_profile_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let number = u16::try_from(profile).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
        h.session.configure(|c| add(&mut c.srtp.profiles, number))
    })
}

fn add(profiles: &mut Vec<u16>, number: u16) -> Result<()> {
    if profiles.len() == MAX_PROFILES {
        return err(GNUTLS_E_MEMORY_ERROR);
    }
    profiles.push(number);
    Ok(())
}

/// Adds the profiles of a list to those that a session offers, or accepts, for SRTP.
///
/// It is `gnutls_srtp_set_profile` for each. At an unknown name those before it have been added.
///
/// - `session`: a session before its handshake
/// - `profiles`: names with colons between them
/// - `err_pos`: takes where in `profiles` the unknown name begins; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: an unknown or empty name, or a pointer is NULL
/// - `GNUTLS_E_MEMORY_ERROR`: there are more than 16
///
/// Since 3.1.4. RFC 5764. Manual: `gnutls_srtp_set_profile_direct`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_set_profile_direct(
    session: gnutls_session_t,
    profiles: *const c_char,
    err_pos: *mut *const c_char,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: `profiles` is NULL or a C string (the caller).
        let Some(list) = (unsafe { bytes_of(profiles) }) else { return err(GNUTLS_E_INVALID_REQUEST) };
        let mut at = 0;
        for name in list.split(|byte| *byte == b':') {
            let Some(profile) = by_name(name) else {
                // SAFETY: `err_pos` is NULL or valid for a write; `at` is within `profiles`.
                unsafe { write_out(err_pos, profiles.add(at)) };
                return err(GNUTLS_E_INVALID_REQUEST);
            };
            h.session.configure(|c| add(&mut c.srtp.profiles, profile.number as u16))?;
            at += name.len() + 1;
        }
        Ok(())
    })
}

/// Returns the profile that was negotiated for SRTP.
///
/// - `session`: a session whose handshake is complete
/// - `profile`: takes the profile
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: none was negotiated
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
///
/// Since 3.1.4. RFC 5764. Manual: `gnutls_srtp_get_selected_profile`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_get_selected_profile(
    session: gnutls_session_t,
    profile: *mut gnutls_srtp_profile_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let selected = h.session.parameters(|p| p.srtp.as_ref().and_then(|s| s.profiles.first().copied()));
        let selected = selected.ok_or(NOT_THERE)?;
        if profile.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `profile` is not NULL, and valid for a write (the caller).
        unsafe { profile.write(selected.into()) };
        Ok(())
    })
}

const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// Derives the keys of SRTP.
///
/// The two keys come first, then the two salts. The datums, each of which may be NULL, point into `key_material`.
///
/// - `session`: a session with a negotiated profile
/// - `key_material`: takes the keys and salts; the caller wipes them
/// - `key_material_size`: bytes that it has room for
/// - `client_key`: takes where the master key of what the client sends is
/// - `client_salt`: takes where its salt is
/// - `server_key`: the same for what the server sends
/// - `server_salt`: the same for its salt
///
/// Returns the number of bytes, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no profile was negotiated, or one that the library does not know
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: there is not enough room
/// - `GNUTLS_E_INVALID_REQUEST`: `session` or `key_material` is NULL
///
/// Since 3.1.4. RFC 5764 section 4.2. Manual: `gnutls_srtp_get_keys`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_get_keys(
    session: gnutls_session_t,
    key_material: *mut c_void,
    key_material_size: c_uint,
    client_key: *mut gnutls_datum_t,
    client_salt: *mut gnutls_datum_t,
    server_key: *mut gnutls_datum_t,
    server_salt: *mut gnutls_datum_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let selected = h.session.parameters(|p| p.srtp.as_ref().and_then(|s| s.profiles.first().copied()));
        let profile = selected.and_then(|n| by_number(n.into())).ok_or(NOT_THERE)?;
        let (key, salt) = (profile.key, profile.salt);
        let size = 2 * (key + salt);
        if (key_material_size as usize) < size {
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        if key_material.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `key_material` has room for at least `size` bytes (the caller).
        let out = unsafe { slice_mut(key_material, size) };
        h.session.export(b"EXTRACTOR-dtls_srtp", None, out)?;
        wipe_stack();
        let places = [
            (client_key, 0, key),
            (server_key, key, key),
            (client_salt, 2 * key, salt),
            (server_salt, 2 * key + salt, salt),
        ];
        for (datum, at, len) in places {
            let part = gnutls_datum_t { data: out[at..].as_mut_ptr(), size: len as c_uint };
            // SAFETY: `datum` is NULL or valid for a write (the caller).
            unsafe { write_out(datum, part) };
        }
        Ok(size as c_int)
    })
}

/// Sets the master key identifier that a client sends with its profiles.
///
/// A server sends back the client's.
///
/// - `session`: a session before its handshake
/// - `mki`: 1 to 255 bytes, which are copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if a pointer is NULL or the size is wrong.
///
/// Since 3.1.4. RFC 5764 section 4.1.3. Manual: `gnutls_srtp_set_mki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_set_mki(session: gnutls_session_t, mki: *const gnutls_datum_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        // SAFETY: `mki` is NULL or a valid datum (the caller).
        let mki = unsafe { datum_in(mki) }?;
        if mki.is_empty() || mki.len() > MAX_MKI {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        h.session.configure(|c| c.srtp.mki = mki.to_vec());
        Ok(())
    })
}

/// Returns the master key identifier that the peer has sent.
///
/// - `session`: a session with a negotiated profile
/// - `mki`: takes the bytes, which belong to the session and are valid until the next call or `gnutls_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no profile was negotiated, or the peer has sent no identifier
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
///
/// Since 3.1.4. RFC 5764 section 4.1.3. Manual: `gnutls_srtp_get_mki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_srtp_get_mki(session: gnutls_session_t, mki: *mut gnutls_datum_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        let theirs = h.session.parameters(|p| p.srtp.as_ref().map(|s| s.mki.clone()));
        let theirs = theirs.filter(|bytes| !bytes.is_empty()).ok_or(NOT_THERE)?;
        if mki.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `mki` is not NULL, and valid for a write (the caller).
        unsafe { mki.write(h.lent().srtp_mki.lend(&theirs)) };
        Ok(())
    })
}
