//! Keys that hosts have shown before: trust on first use (`gnutls_verify_stored_pubkey`).
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::alg::Digest;
use crate::capi::ffi::cancel::Held;
use crate::capi::ffi::memory::{borrowed_datum, bytes_of, datum_in};
use crate::capi::ffi::{guard, opaque, time};
use crate::capi::object::tdb::{self, Tdb};
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::pki::cert::{Certificate, canonical_spki};
use crate::pki::known_hosts::{self, Found};

/// The SubjectPublicKeyInfo of a certificate, or a raw public key.
fn key_of(kind: gnutls_certificate_type_t, bytes: &[u8]) -> Result<Vec<u8>> {
    match kind {
        GNUTLS_CRT_X509 => Ok(canonical_spki(&Certificate::from_der(bytes)?.public_key()?)),
        GNUTLS_CRT_RAWPK => Ok(bytes.to_vec()),
        _ => err(GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE),
    }
}

/// What a store's function for writing has answered.
fn stored(answer: c_int) -> Result<()> {
    if answer < 0 { err(GNUTLS_E_DB_ERROR) } else { Ok(()) }
}

/// Changes a store; NULL is ignored.
///
/// # Safety
/// `tdb` is NULL or a live handle.
unsafe fn change(tdb: gnutls_tdb_t, how: impl FnOnce(&mut Tdb)) {
    // SAFETY: `tdb` is NULL or a live handle.
    if let Ok(tdb) = unsafe { opaque::get_mut(tdb) } {
        how(tdb);
    }
}

/// Makes a store of the application's.
///
/// Its functions are set with `gnutls_tdb_set_store_func` and the like. Without a store the keys are in a file, in the format
/// that GnuTLS writes.
///
/// - `tdb`: takes the store, which `gnutls_tdb_deinit` frees
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `tdb` is NULL.
///
/// Manual: `gnutls_tdb_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_tdb_init(tdb: *mut gnutls_tdb_t) -> c_int {
    // SAFETY: `tdb` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(tdb, Tdb::default()) })
}

/// Frees a store.
///
/// - `tdb`: a store, which is not used any more; NULL is ignored
///
/// Manual: `gnutls_tdb_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_tdb_deinit(tdb: gnutls_tdb_t) {
    // SAFETY: `tdb` is NULL or a live handle, which the application does not use again.
    guard::or((), || drop(unsafe { opaque::take(tdb) }));
}

/// Sets the function that stores keys.
///
/// It gets the name of the database, host and service as `gnutls_store_pubkey` got them, the expiration in seconds since 1970
/// or 0, and the SubjectPublicKeyInfo in DER, all of them valid during the call. It returns 0, or a negative number for a
/// failure.
///
/// - `tdb`: a store; NULL is ignored
/// - `store`: the function; NULL for none
///
/// Manual: `gnutls_tdb_set_store_func`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_tdb_set_store_func(tdb: gnutls_tdb_t, store: gnutls_tdb_store_func) {
    // SAFETY: `tdb` is NULL or a live handle.
    guard::or((), || unsafe { change(tdb, |tdb| tdb.store = store) });
}

/// Sets the function that stores hashes of keys.
///
/// It is like that of `gnutls_tdb_set_store_func`, with a hash algorithm and a hash instead of the key.
///
/// - `tdb`: a store; NULL is ignored
/// - `cstore`: the function; NULL for none
///
/// Manual: `gnutls_tdb_set_store_commitment_func`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_tdb_set_store_commitment_func(
    tdb: gnutls_tdb_t,
    cstore: gnutls_tdb_store_commitment_func,
) {
    // SAFETY: `tdb` is NULL or a live handle.
    guard::or((), || unsafe { change(tdb, |tdb| tdb.store_commitment = cstore) });
}

/// Sets the function that compares a key with the stored ones.
///
/// It gets the name of the database, host and service as `gnutls_verify_stored_pubkey` got them, and the
/// SubjectPublicKeyInfo in DER, all of them valid during the call. It returns 0 if the key is a stored one,
/// `GNUTLS_E_CERTIFICATE_KEY_MISMATCH` if others are stored, and another negative number if none is.
///
/// - `tdb`: a store; NULL is ignored
/// - `verify`: the function; NULL for none
///
/// Manual: `gnutls_tdb_set_verify_func`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_tdb_set_verify_func(tdb: gnutls_tdb_t, verify: gnutls_tdb_verify_func) {
    // SAFETY: `tdb` is NULL or a live handle.
    guard::or((), || unsafe { change(tdb, |tdb| tdb.verify = verify) });
}

/// Compares the key of a host with those that are stored for it.
///
/// Stored lines count until they expire. The default store is a file that is read once in each call.
///
/// - `db_name`: the name of the file, or what the functions of `tdb` take for one; NULL for `.gnutls/known_hosts` in the
///   user's home
/// - `tdb`: a store of the application's; NULL for the file
/// - `host`: the name of the host, compared byte by byte; NULL for any
/// - `service`: the service, as the number of a port; NULL for any
/// - `cert_type`: `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`
/// - `cert`: the certificate in DER, or the SubjectPublicKeyInfo
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the key is stored, what else the function of `tdb` answers from 0 on, or a negative error
/// code:
/// - `GNUTLS_E_CERTIFICATE_KEY_MISMATCH`: other keys are stored for the host and the service
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: none is
/// - `GNUTLS_E_FILE_ERROR`: the file is there and cannot be read
/// - `GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE`: another type
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL, or `tdb` has no such function
/// - others: the certificate cannot be read
///
/// Since 3.0.13. Manual: `gnutls_verify_stored_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_verify_stored_pubkey(
    db_name: *const c_char,
    tdb: gnutls_tdb_t,
    host: *const c_char,
    service: *const c_char,
    cert_type: gnutls_certificate_type_t,
    cert: *const gnutls_datum_t,
    _flags: c_uint,
) -> c_int {
    guard::code(|| {
        // It reads files.
        let _held = Held::begin();
        // SAFETY: `cert` is NULL or a valid datum.
        let key = key_of(cert_type, unsafe { datum_in(cert) }?)?;
        if !tdb.is_null() {
            // SAFETY: `tdb` is a live handle.
            let verify = unsafe { opaque::get(tdb) }?.verify.ok_or(INVALID_REQUEST)?;
            // SAFETY: the application's own function, called as the manual says; the datum outlives the call.
            return match unsafe { verify(db_name, host, service, &borrowed_datum(&key)) } {
                found @ (0.. | GNUTLS_E_CERTIFICATE_KEY_MISMATCH) => Ok(found),
                _ => err(GNUTLS_E_NO_CERTIFICATE_FOUND),
            };
        }
        // SAFETY: each is NULL or a C string.
        let (name, host, service) = unsafe { (bytes_of(db_name), bytes_of(host), bytes_of(service)) };
        let text = tdb::read(&tdb::file(name)?)?;
        match known_hosts::find(&text, host, service, &key, time::now()) {
            Found::Key => Ok(0),
            Found::Others => err(GNUTLS_E_CERTIFICATE_KEY_MISMATCH),
            Found::Nothing => err(GNUTLS_E_NO_CERTIFICATE_FOUND),
        }
    })
}

/// Stores the key of a host.
///
/// The file of the default store gets a line more, and is made with the user's folder for it; what was stored before for the
/// host still counts.
///
/// - `db_name`: the name of the file, or what the functions of `tdb` take for one; NULL for `.gnutls/known_hosts` in the
///   user's home
/// - `tdb`: a store of the application's; NULL for the file
/// - `host`: the name of the host; NULL for any
/// - `service`: the service, as the number of a port; NULL for any
/// - `cert_type`: `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`
/// - `cert`: the certificate in DER, or the SubjectPublicKeyInfo
/// - `expiration`: when the key expires, in seconds since 1970; 0 or less for never
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DB_ERROR`: the file cannot be written, or the function of `tdb` failed
/// - `GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE`: another type
/// - `GNUTLS_E_INVALID_REQUEST`: `cert` is NULL, a name has a character that separates fields, or `tdb` has no such function
/// - others: the certificate cannot be read
///
/// Since 3.0.13. Manual: `gnutls_store_pubkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_store_pubkey(
    db_name: *const c_char,
    tdb: gnutls_tdb_t,
    host: *const c_char,
    service: *const c_char,
    cert_type: gnutls_certificate_type_t,
    cert: *const gnutls_datum_t,
    expiration: time_t,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        let _held = Held::begin();
        // SAFETY: `cert` is NULL or a valid datum.
        let key = key_of(cert_type, unsafe { datum_in(cert) }?)?;
        if !tdb.is_null() {
            // SAFETY: `tdb` is a live handle.
            let store = unsafe { opaque::get(tdb) }?.store.ok_or(INVALID_REQUEST)?;
            // SAFETY: the application's own function, called as the manual says; the datum outlives the call.
            return stored(unsafe { store(db_name, host, service, expiration, &borrowed_datum(&key)) });
        }
        // SAFETY: each is NULL or a C string.
        let (name, host, service) = unsafe { (bytes_of(db_name), bytes_of(host), bytes_of(service)) };
        let line = known_hosts::key_line(host, service, expiration, &key)?;
        tdb::append(&tdb::file(name)?, &line, name.is_none())
    })
}

/// Stores the hash of the key that a host is expected to show.
///
/// - `db_name`: the name of the file, or what the functions of `tdb` take for one; NULL for `.gnutls/known_hosts` in the
///   user's home
/// - `tdb`: a store of the application's; NULL for the file
/// - `host`: the name of the host; NULL for any
/// - `service`: the service, as the number of a port; NULL for any
/// - `hash_algo`: the hash algorithm
/// - `hash`: the hash of the SubjectPublicKeyInfo in DER
/// - `expiration`: when it expires, in seconds since 1970; 0 or less for never
/// - `flags`: 0, or `GNUTLS_SCOMMIT_FLAG_ALLOW_BROKEN` for algorithms that are broken
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: there is no such hash algorithm
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: the algorithm is broken
/// - `GNUTLS_E_DB_ERROR`: the file cannot be written, or the function of `tdb` failed
/// - `GNUTLS_E_INVALID_REQUEST`: `hash` is NULL or of another size, a name has a character that separates fields, or `tdb` has
///   no such function
///
/// Since 3.0. Manual: `gnutls_store_commitment`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_store_commitment(
    db_name: *const c_char,
    tdb: gnutls_tdb_t,
    host: *const c_char,
    service: *const c_char,
    hash_algo: gnutls_digest_algorithm_t,
    hash: *const gnutls_datum_t,
    expiration: time_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        let _held = Held::begin();
        let known = Digest::from_raw(hash_algo).filter(|d| d.output_size() != 0);
        let algorithm = known.ok_or(Error::new(GNUTLS_E_ILLEGAL_PARAMETER))?;
        if algorithm.is_broken() && flags & GNUTLS_SCOMMIT_FLAG_ALLOW_BROKEN == 0 {
            return err(GNUTLS_E_INSUFFICIENT_SECURITY);
        }
        // SAFETY: `hash` is NULL or a valid datum.
        let bytes = unsafe { datum_in(hash) }?;
        if bytes.len() != algorithm.output_size() {
            return Err(INVALID_REQUEST);
        }
        if !tdb.is_null() {
            // SAFETY: `tdb` is a live handle.
            let store = unsafe { opaque::get(tdb) }?.store_commitment.ok_or(INVALID_REQUEST)?;
            // SAFETY: the application's own function, called as the manual says, with the application's datum.
            return stored(unsafe { store(db_name, host, service, expiration, hash_algo, hash) });
        }
        // SAFETY: each is NULL or a C string.
        let (name, host, service) = unsafe { (bytes_of(db_name), bytes_of(host), bytes_of(service)) };
        let line = known_hosts::hash_line(host, service, expiration, algorithm, bytes)?;
        tdb::append(&tdb::file(name)?, &line, name.is_none())
    })
}
