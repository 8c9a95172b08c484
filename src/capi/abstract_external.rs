//! Keys that the program holds behind functions: `gnutls_privkey_import_ext*`.
use core::ffi::{c_int, c_uint, c_void};

use super::abstract_keys::{Kind, fill, privkey};
use super::guard;
use super::memory::{self, datum_bytes};
use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::crypto::keys::digest_info;
use crate::error::{Error, Result, err};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// The flags that only choose a scheme, which a program is told by its number.
pub(super) const SCHEME_FLAGS: c_uint = GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA | GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS;

/// The functions of a key that the program holds (`gnutls_privkey_import_ext*`).
pub(super) struct External {
    pub(super) pk: Pk,
    pub(super) bits: u32,
    pub(super) userdata: *mut c_void,
    sign: gnutls_privkey_sign_func,
    pub(super) sign_data: gnutls_privkey_sign_data_func,
    pub(super) sign_hash: gnutls_privkey_sign_hash_func,
    pub(super) decrypt: gnutls_privkey_decrypt_func,
    info: gnutls_privkey_info_func,
}

/// A function that is told no scheme signs a bare hash, which only these keys do.
fn signs_bare_hashes(pk: gnutls_pk_algorithm_t) -> bool {
    matches!(pk, GNUTLS_PK_RSA | GNUTLS_PK_DSA | GNUTLS_PK_ECDSA)
}

/// `GNUTLS_E_INVALID_REQUEST` for what signs the message itself.
pub(super) fn takes_digest(sign: Sign) -> Result<()> {
    if sign.digest().is_none() && sign != Sign::RsaRaw { Err(INVALID) } else { Ok(()) }
}

/// Told when the key is freed; run outside the object.
pub(super) struct Farewell {
    pub(super) function: gnutls_privkey_deinit_func,
    pub(super) userdata: *mut c_void,
}

impl External {
    /// Asks the program about its key: `None` without an answer.
    pub(super) fn ask(&self, handle: gnutls_privkey_t, what: c_uint) -> Option<c_int> {
        // SAFETY: the program's own function, called as the manual says.
        self.info.map(|f| unsafe { f(handle, what, self.userdata) }).filter(|n| *n >= 0)
    }

    /// Does the key sign so? `GNUTLS_E_CONSTRAINT_ERROR` if it is of another kind.
    pub(super) fn accept(&self, sign: Sign) -> Result<()> {
        if sign.accepts_key(self.pk) { Ok(()) } else { err(GNUTLS_E_CONSTRAINT_ERROR) }
    }

    pub(super) fn sign_digest(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        digest: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        self.accept(sign)?;
        takes_digest(sign)?;
        let (sign, input) = match sign.digest() {
            // PKCS #1 pads a DigestInfo; without a digest, and with MD5+SHA1, the bytes themselves (TLS 1.1).
            Some(d) if sign.signature_pk() == Pk::Rsa && !sign.is_pss() => {
                let info = if d == Digest::Md5Sha1 { Some(digest.to_vec()) } else { digest_info(d, digest) };
                (Sign::RsaRaw, info.ok_or(GNUTLS_E_UNKNOWN_HASH_ALGORITHM)?)
            }
            _ => (sign, digest.to_vec()),
        };
        if let Some(f) = self.sign_hash {
            // SAFETY: the program's own function, called as the manual says.
            return called(&input, |data, out| unsafe {
                f(handle, sign.raw(), self.userdata, flags & !SCHEME_FLAGS, data, out)
            });
        }
        let Some(f) = self.sign else { return err(GNUTLS_E_INVALID_REQUEST) };
        // A function that is told no scheme pads as PKCS #1 does.
        if sign.is_pss() {
            return err(GNUTLS_E_PK_INVALID_PUBKEY);
        }
        // SAFETY: as above.
        called(&input, |data, out| unsafe { f(handle, self.userdata, data, out) })
    }
}

/// Calls a function that gives a datum of `gnutls_malloc`, and takes it over.
pub(super) fn called(
    input: &[u8],
    f: impl FnOnce(*const gnutls_datum_t, *mut gnutls_datum_t) -> c_int,
) -> Result<Vec<u8>> {
    let data = gnutls_datum_t { data: input.as_ptr().cast_mut(), size: input.len() as c_uint };
    let mut out = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    let code = f(&data, &mut out);
    if code < 0 {
        return err(code);
    }
    // SAFETY: on success the function gave a buffer from `gnutls_malloc`, which is copied and freed once.
    unsafe {
        let bytes = datum_bytes(&out).unwrap_or(b"").to_vec();
        memory::free(out.data.cast());
        Ok(bytes)
    }
}

/// A key behind two functions. Manual: `gnutls_privkey_import_ext`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext(
    pkey: gnutls_privkey_t,
    pk: gnutls_pk_algorithm_t,
    userdata: *mut c_void,
    sign_func: gnutls_privkey_sign_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    unsafe { gnutls_privkey_import_ext2(pkey, pk, userdata, sign_func, decrypt_func, None, flags) }
}

/// As [`gnutls_privkey_import_ext`], with a function that hears of the end. Manual: `gnutls_privkey_import_ext2`.
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
            return Err(INVALID);
        }
        let external = External {
            // Functions of this kind pad as PKCS #1 does, which a key marked for PSS may not.
            pk: Pk::from_raw(pk).filter(|pk| *pk != Pk::RsaPss).ok_or(INVALID)?,
            bits: 0,
            userdata,
            sign: sign_func,
            sign_data: None,
            sign_hash: None,
            decrypt: decrypt_func,
            info: None,
        };
        // SAFETY: the manual's contract.
        unsafe { fill(pkey, Kind::External(external))? }.farewell =
            Some(Farewell { function: deinit_func, userdata });
        Ok(())
    })
}

/// A key behind functions, one of which tells its kind. Manual: `gnutls_privkey_import_ext3`.
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
            return Err(INVALID);
        }
        let external = External {
            pk: Pk::Rsa,
            bits: 0,
            userdata,
            sign: sign_func,
            sign_data: None,
            sign_hash: None,
            decrypt: decrypt_func,
            info: info_func,
        };
        // SAFETY: the manual's contract.
        unsafe { import_asking(pkey, external, deinit_func) }
    })
}

/// A key behind functions that know the signature algorithms of TLS 1.3. Manual: `gnutls_privkey_import_ext4`.
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
            return Err(INVALID);
        }
        let external = External {
            pk: Pk::Rsa,
            bits: 0,
            userdata,
            sign: None,
            sign_data: sign_data_func,
            sign_hash: sign_hash_func,
            decrypt: decrypt_func,
            info: info_func,
        };
        // SAFETY: the manual's contract.
        unsafe { import_asking(pkey, external, deinit_func) }
    })
}

/// Finds out what kind of key it is, then takes it.
///
/// # Safety
/// As [`privkey`].
unsafe fn import_asking(
    pkey: gnutls_privkey_t,
    mut external: External,
    deinit_func: gnutls_privkey_deinit_func,
) -> Result<()> {
    // SAFETY: the caller's promise. No borrow of the object lives while the program's function runs.
    if !matches!(unsafe { privkey(pkey)? }.kind, Kind::Empty) {
        return Err(INVALID);
    }
    let pk = external.ask(pkey, GNUTLS_PRIVKEY_INFO_PK_ALGO).and_then(|n| Pk::from_raw(n as c_uint));
    external.pk = pk.ok_or(INVALID)?;
    if external.sign.is_some() && !signs_bare_hashes(external.pk.raw()) {
        return Err(INVALID);
    }
    if external.sign_data.is_some() || external.sign_hash.is_some() {
        let bits = external.ask(pkey, GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS);
        external.bits = bits.and_then(|n| n.try_into().ok()).unwrap_or(0);
    }
    let userdata = external.userdata;
    // SAFETY: as above.
    unsafe { fill(pkey, Kind::External(external))? }.farewell =
        Some(Farewell { function: deinit_func, userdata });
    Ok(())
}
