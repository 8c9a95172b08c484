//! Private keys that the application implements with callbacks.
use core::ffi::{c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::Pk;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::external_privkey::{DeinitCallback, ExternalKey};
use crate::capi::object::privkey::{PrivkeyKind, PrivkeyObject, get_privkey};
use crate::error::{INVALID_REQUEST, Result};

/// A function that is told no scheme signs a bare hash, which only these keys do.
fn signs_bare_hashes(pk: gnutls_pk_algorithm_t) -> bool {
    matches!(pk, GNUTLS_PK_RSA | GNUTLS_PK_DSA | GNUTLS_PK_ECDSA)
}

/// Sets a private key to one that the program holds, behind two functions.
///
/// `gnutls_privkey_import_ext4` is the one for new programs: here the sign function is not told a
/// scheme, so that RSA-PSS is not possible. It gets a DigestInfo to pad by PKCS #1 with RSA, a digest
/// with DSA and ECDSA. What it gives comes from `gnutls_malloc`, and is freed for it.
///
/// - `pkey`: an empty object
/// - `pk`: `GNUTLS_PK_RSA`, `GNUTLS_PK_DSA` or `GNUTLS_PK_ECDSA`
/// - `userdata`: passed to the functions as it is
/// - `sign_func`: makes signatures; NULL for a key that does not sign
/// - `decrypt_func`: decrypts; NULL for a key that does not
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: both functions are NULL, `pk` is another kind, or `pkey` is NULL or
///   not empty
///
/// The functions run in the thread that signs or drives the handshake.
///
/// Since 3.0. Manual: `gnutls_privkey_import_ext`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext(
    pkey: gnutls_privkey_t,
    pk: gnutls_pk_algorithm_t,
    userdata: *mut c_void,
    sign_func: gnutls_privkey_sign_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle.
    unsafe { gnutls_privkey_import_ext2(pkey, pk, userdata, sign_func, decrypt_func, None, flags) }
}

/// Sets a private key to one that the program holds, behind two functions and one for its end.
///
/// As `gnutls_privkey_import_ext`; the deinit function is called when the key is freed, so that the
/// program can free `userdata`. `gnutls_privkey_import_ext4` is the one for new programs.
///
/// - `pkey`: an empty object
/// - `pk`: `GNUTLS_PK_RSA`, `GNUTLS_PK_DSA` or `GNUTLS_PK_ECDSA`
/// - `userdata`: passed to the functions as it is
/// - `sign_func`: makes signatures, of a DigestInfo with RSA, of a digest else; NULL for a key that
///   does not sign
/// - `decrypt_func`: decrypts; NULL for a key that does not
/// - `deinit_func`: called once when `pkey` is freed; may be NULL
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: sign and decrypt function are NULL, `pk` is another kind, or `pkey` is
///   NULL or not empty; the deinit function is not called then
///
/// The functions run in the thread that signs or drives the handshake.
///
/// Since 3.1. Manual: `gnutls_privkey_import_ext2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext2(
    pkey: gnutls_privkey_t,
    pk: gnutls_pk_algorithm_t,
    userdata: *mut c_void,
    sign_func: gnutls_privkey_sign_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    deinit_func: gnutls_privkey_deinit_func,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if (sign_func.is_none() && decrypt_func.is_none()) || !signs_bare_hashes(pk) {
            return Err(INVALID_REQUEST);
        }
        let external = ExternalKey {
            // Callbacks of this kind use PKCS #1 padding, which is not allowed for a key that is restricted
            // to PSS.
            pk: Pk::from_raw(pk).filter(|pk| *pk != Pk::RsaPss).ok_or(INVALID_REQUEST)?,
            bits: 0,
            userdata,
            sign: sign_func,
            sign_data: None,
            sign_hash: None,
            decrypt: decrypt_func,
            info: None,
        };
        // SAFETY: `pkey` is NULL or a live handle.
        unsafe { fill(pkey, PrivkeyKind::External(external))? }.farewell =
            Some(DeinitCallback { function: deinit_func, userdata });
        Ok(())
    })
}

/// Sets a private key to one that the program holds, behind functions of which one tells the kind of
/// key.
///
/// The info function is asked at once, with `GNUTLS_PRIVKEY_INFO_PK_ALGO`. The sign function is as that
/// of `gnutls_privkey_import_ext`. `gnutls_privkey_import_ext4` is the one for new programs.
///
/// - `pkey`: an empty object
/// - `userdata`: passed to the functions as it is
/// - `sign_func`: makes signatures; NULL for a key that does not sign
/// - `decrypt_func`: decrypts; NULL for a key that does not
/// - `deinit_func`: called once when `pkey` is freed; may be NULL
/// - `info_func`: tells what the key is; negative for a question that it does not know
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: sign and decrypt function are NULL, the info function is, it tells no
///   kind of key, or one but RSA, DSA and ECDSA beside a sign function, or `pkey` is NULL or not empty
///
/// The functions run in the thread that signs or drives the handshake.
///
/// Since 3.4.0. Manual: `gnutls_privkey_import_ext3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext3(
    pkey: gnutls_privkey_t,
    userdata: *mut c_void,
    sign_func: gnutls_privkey_sign_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    deinit_func: gnutls_privkey_deinit_func,
    info_func: gnutls_privkey_info_func,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if (sign_func.is_none() && decrypt_func.is_none()) || info_func.is_none() {
            return Err(INVALID_REQUEST);
        }
        let external = ExternalKey {
            pk: Pk::Rsa,
            bits: 0,
            userdata,
            sign: sign_func,
            sign_data: None,
            sign_hash: None,
            decrypt: decrypt_func,
            info: info_func,
        };
        // SAFETY: `pkey` is NULL or a live handle.
        unsafe { import_asking(pkey, external, deinit_func) }
    })
}

/// Sets a private key to one that the program holds, behind functions that are told the signature
/// algorithm.
///
/// The info function answers `GNUTLS_PRIVKEY_INFO_PK_ALGO` and `GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS` at
/// once, and later whether the key makes a signature (`GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO`, with the
/// algorithm from bit 20 on: `GNUTLS_FLAGS_TO_SIGN_ALGO`). Digests go to `sign_hash_func`; with RSA
/// PKCS #1 it gets `GNUTLS_SIGN_RSA_RAW` and a DigestInfo. Messages go to `sign_data_func` where the
/// algorithm has no digest (EdDSA), or there is no other. Signatures and plaintexts come from
/// `gnutls_malloc`, and are freed for the functions.
///
/// - `pkey`: an empty object
/// - `userdata`: passed to the functions as it is
/// - `sign_data_func`: signs messages; may be NULL
/// - `sign_hash_func`: signs digests; may be NULL
/// - `decrypt_func`: decrypts; may be NULL
/// - `deinit_func`: called once when `pkey` is freed; may be NULL
/// - `info_func`: tells what the key is and can; negative for a question that it does not know
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the three functions for operations are NULL, the info function is, it
///   tells no kind of key, or `pkey` is NULL or not empty
///
/// The functions run in the thread that signs or drives the handshake, in several threads at once if
/// sessions share the key.
///
/// Since 3.6.0. Manual: `gnutls_privkey_import_ext4`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext4(
    pkey: gnutls_privkey_t,
    userdata: *mut c_void,
    sign_data_func: gnutls_privkey_sign_data_func,
    sign_hash_func: gnutls_privkey_sign_hash_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    deinit_func: gnutls_privkey_deinit_func,
    info_func: gnutls_privkey_info_func,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        let none = sign_data_func.is_none() && sign_hash_func.is_none() && decrypt_func.is_none();
        if none || info_func.is_none() {
            return Err(INVALID_REQUEST);
        }
        let external = ExternalKey {
            pk: Pk::Rsa,
            bits: 0,
            userdata,
            sign: None,
            sign_data: sign_data_func,
            sign_hash: sign_hash_func,
            decrypt: decrypt_func,
            info: info_func,
        };
        // SAFETY: `pkey` is NULL or a live handle.
        unsafe { import_asking(pkey, external, deinit_func) }
    })
}

/// Finds out what kind of key it is, then takes it.
///
/// # Safety
/// As [`get_privkey`].
unsafe fn import_asking(
    pkey: gnutls_privkey_t,
    mut external: ExternalKey,
    deinit_func: gnutls_privkey_deinit_func,
) -> Result<()> {
    // SAFETY: `pkey` is NULL or a live handle. No borrow of the object lives while the application's function runs.
    if !matches!(unsafe { get_privkey(pkey)? }.kind, PrivkeyKind::Empty) {
        return Err(INVALID_REQUEST);
    }
    let pk = external.ask(pkey, GNUTLS_PRIVKEY_INFO_PK_ALGO).and_then(|n| Pk::from_raw(n as c_uint));
    external.pk = pk.ok_or(INVALID_REQUEST)?;
    if external.sign.is_some() && !signs_bare_hashes(external.pk.raw()) {
        return Err(INVALID_REQUEST);
    }
    if external.sign_data.is_some() || external.sign_hash.is_some() {
        let bits = external.ask(pkey, GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS);
        external.bits = bits.and_then(|n| n.try_into().ok()).unwrap_or(0);
    }
    let userdata = external.userdata;
    // SAFETY: `pkey` is NULL or a live handle.
    unsafe { fill(pkey, PrivkeyKind::External(external))? }.farewell =
        Some(DeinitCallback { function: deinit_func, userdata });
    Ok(())
}

/// Fills an empty handle.
///
/// # Safety
/// As [`get_privkey`].
pub(crate) unsafe fn fill(pkey: gnutls_privkey_t, kind: PrivkeyKind) -> Result<&'static mut PrivkeyObject> {
    // SAFETY: `pkey` is NULL or a live handle (the caller). The reference is not used after the calling entry
    // returns.
    let held: &'static mut PrivkeyObject = unsafe { opaque::get_mut(pkey)? };
    if !matches!(held.key.kind, PrivkeyKind::Empty) {
        return Err(INVALID_REQUEST);
    }
    held.key.kind = kind;
    Ok(held)
}
