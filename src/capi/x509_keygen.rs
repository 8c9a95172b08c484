//! Keys made with parameters: `gnutls_*privkey_generate2`, seeds of provable keys, bare keys.
use core::ffi::{c_int, c_uint, c_void};

use super::abstract_keys::{privkey, replace_own};
use super::dh;
use super::memory::{alloc, fill, put, slice, slice_mut};
use super::x509_privkey::{X509Privkey, generate, privkey as x509_privkey};
use super::x509_spki::{restricted, wanted};
use super::{guard, handle};
use crate::abi::*;
use crate::alg::Pk;
use crate::crypto::keys::{PrivateKey, RsaUse};
use crate::crypto::{provable, rand};
use crate::error::{Error, Result, err};
use crate::pki::level;
use zeroize::Zeroizing;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// What the elements of `gnutls_keygen_data_st` ask for.
#[derive(Default)]
struct Recipe<'a> {
    seed: Option<&'a [u8]>,
    digest: Option<gnutls_digest_algorithm_t>,
    usage: Option<RsaUse>,
    group: Option<gnutls_dh_params_t>,
}

impl<'a> Recipe<'a> {
    /// Elements of other types are for other kinds of keys, and not looked at.
    ///
    /// # Safety
    /// `data` is NULL or has `size` elements, each as its type has it, unchanged for `'a`.
    unsafe fn read(data: *const gnutls_keygen_data_st, size: c_uint) -> Result<Recipe<'a>> {
        let mut recipe = Recipe::default();
        if data.is_null() {
            return Ok(recipe);
        }
        for i in 0..size as usize {
            // SAFETY: the caller's promise.
            let item = unsafe { *data.add(i) };
            match item.type_ {
                // SAFETY: as above.
                GNUTLS_KEYGEN_SEED => {
                    recipe.seed = Some(unsafe { slice(item.data.cast(), item.size as usize) });
                }
                GNUTLS_KEYGEN_DIGEST => recipe.digest = Some(item.size),
                // SAFETY: the element names such a handle.
                GNUTLS_KEYGEN_SPKI => recipe.usage = Some(unsafe { wanted(item.data.cast())? }),
                GNUTLS_KEYGEN_DH => recipe.group = Some(item.data.cast()),
                _ => {}
            }
        }
        Ok(recipe)
    }

    fn generate(&self, algo: gnutls_pk_algorithm_t, bits: c_uint, flags: c_uint) -> Result<PrivateKey> {
        if Pk::from_raw(algo) == Some(Pk::Dh) {
            // SAFETY: the element names such a handle.
            return unsafe { dh::get(self.group.ok_or(INVALID)?)? }.generate();
        }
        let key = if flags & GNUTLS_PRIVKEY_FLAG_PROVABLE != 0 {
            self.prove(algo, bits)?
        } else {
            generate(algo, bits)?
        };
        match &self.usage {
            Some(usage) => restricted(&key, usage),
            None => Ok(key),
        }
    }

    /// A key of the seed, or of a fresh one.
    fn prove(&self, algo: gnutls_pk_algorithm_t, bits: c_uint) -> Result<PrivateKey> {
        if self.digest.is_some_and(|d| d != GNUTLS_DIG_UNKNOWN && d != provable::DIGEST.raw()) {
            return Err(INVALID);
        }
        let pk = Pk::from_raw(algo);
        let mut fresh = Zeroizing::new(match pk {
            Some(Pk::Dsa) => vec![0; provable::dsa_seed_len(bits)],
            _ => vec![0; provable::rsa_seed_len(bits)],
        });
        let seed = match self.seed {
            Some(seed) => seed,
            None => {
                rand::fill(&mut fresh)?;
                &fresh
            }
        };
        match pk {
            Some(Pk::Rsa) => PrivateKey::provable_rsa(bits, seed),
            Some(Pk::RsaPss) => PrivateKey::provable_rsa(bits, seed)?.for_use(&RsaUse::Pss(None)),
            Some(Pk::RsaOaep) => PrivateKey::provable_rsa(bits, seed)?.for_use(&RsaUse::Oaep(None)),
            Some(Pk::Dsa) => PrivateKey::provable_dsa(bits, seed),
            _ => Err(INVALID),
        }
    }
}

/// A fresh key with the parameters in `data`.
///
/// # Safety
/// `data` is NULL or has `size` elements, each as its type has it.
pub unsafe fn generate_with(
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    size: c_uint,
) -> Result<PrivateKey> {
    // SAFETY: the caller's promise.
    unsafe { Recipe::read(data, size)? }.generate(algo, bits, flags)
}

/// Makes a fresh key with parameters: seed and digest of a provable key (SHA-384 is the one digest), restrictions of an
/// RSA key. Manual: `gnutls_x509_privkey_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_generate2(
    key: gnutls_x509_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    data_size: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        handle::get::<X509Privkey, _>(key)?;
        let made = generate_with(algo, bits, flags, data, data_size)?;
        let held = handle::get_mut::<X509Privkey, _>(key)?;
        held.key = Some(made);
        held.flags |= flags;
        Ok(())
    })
}

/// As [`gnutls_x509_privkey_generate2`]. Manual: `gnutls_privkey_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate2(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    data_size: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        privkey(pkey)?;
        replace_own(pkey, generate_with(algo, bits, flags, data, data_size)?)
    })
}

/// # Safety
/// The pointers are those of the manual.
unsafe fn give_seed(
    key: &PrivateKey,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> Result<()> {
    let found = key.seed().ok_or(INVALID)?;
    // SAFETY: the caller's promise.
    unsafe {
        if seed_size.is_null() {
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        put(digest, found.digest.raw());
        fill(&found.bytes, seed, seed_size, false)
    }
}

/// Without a seed the key's own is taken. The digest is always that of the seeds here.
///
/// # Safety
/// `seed` is NULL or has `size` bytes.
unsafe fn verify_seed(key: &PrivateKey, seed: *const c_void, size: usize) -> Result<()> {
    if !matches!(key.pk(), Pk::Rsa | Pk::Dsa) {
        return err(GNUTLS_E_UNIMPLEMENTED_FEATURE);
    }
    if seed.is_null() {
        return match key.seed() {
            Some(own) => key.verify_seed(&own.bytes),
            None => err(GNUTLS_E_PK_NO_VALIDATION_PARAMS),
        };
    }
    if size == 0 {
        return err(GNUTLS_E_PK_NO_VALIDATION_PARAMS);
    }
    // SAFETY: the caller's promise.
    key.verify_seed(unsafe { slice(seed, size) })
}

/// The seed of a provable key and its digest; `GNUTLS_E_INVALID_REQUEST` for another key.
/// Manual: `gnutls_x509_privkey_get_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_seed(
    key: gnutls_x509_privkey_t,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_seed(x509_privkey(key)?, digest, seed, seed_size) })
}

/// Was the key made from this seed? With NULL: from its own? `GNUTLS_E_PRIVKEY_VERIFICATION_ERROR` if not,
/// `GNUTLS_E_PK_GENERATION_ERROR` if a seed of that length leads to no such key, `GNUTLS_E_PK_NO_VALIDATION_PARAMS` without
/// a seed, `GNUTLS_E_UNIMPLEMENTED_FEATURE` for keys that are neither RSA nor DSA. Manual: `gnutls_x509_privkey_verify_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_verify_seed(
    key: gnutls_x509_privkey_t,
    digest: gnutls_digest_algorithm_t,
    seed: *const c_void,
    seed_size: usize,
) -> c_int {
    let _ = digest;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { verify_seed(x509_privkey(key)?, seed, seed_size) })
}

/// As [`gnutls_x509_privkey_get_seed`]. Manual: `gnutls_privkey_get_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_seed(
    privkey: gnutls_privkey_t,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        give_seed(self::privkey(privkey)?.own().ok_or(INVALID)?, digest, seed, seed_size)
    })
}

/// As [`gnutls_x509_privkey_verify_seed`]. Manual: `gnutls_privkey_verify_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_verify_seed(
    key: gnutls_privkey_t,
    digest: gnutls_digest_algorithm_t,
    seed: *const c_void,
    seed_size: usize,
) -> c_int {
    let _ = digest;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { verify_seed(privkey(key)?.own().ok_or(INVALID)?, seed, seed_size) })
}

/// How strong a key is. Manual: `gnutls_x509_privkey_sec_param`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_sec_param(key: gnutls_x509_privkey_t) -> gnutls_sec_param_t {
    // SAFETY: the manual's contract.
    guard::or(GNUTLS_SEC_PARAM_UNKNOWN, || match unsafe { x509_privkey(key) } {
        Ok(k) => level::sec_param(k.pk(), k.bits()),
        Err(_) => GNUTLS_SEC_PARAM_UNKNOWN,
    })
}

/// Flags of a key for later: `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` leaves the seed out of what is exported.
/// Manual: `gnutls_x509_privkey_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_flags(key: gnutls_x509_privkey_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(k) = unsafe { handle::get_mut::<X509Privkey, _>(key) } {
            k.flags |= flags;
        }
    });
}

/// Random bytes for a key of `key_size` bytes, for `gnutls_free`. Manual: `gnutls_key_generate`.
/// Errors: `GNUTLS_E_MEMORY_ERROR`, `GNUTLS_E_RANDOM_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_key_generate(key: *mut gnutls_datum_t, key_size: c_uint) -> c_int {
    guard::unit(|| {
        if key.is_null() {
            return Err(INVALID);
        }
        let data = alloc(key_size as usize)?;
        // SAFETY: `data` has `key_size` bytes, which are written before C sees them; `key` is not NULL.
        unsafe {
            core::ptr::write_bytes(data, 0, key_size as usize);
            if let Err(e) = rand::fill(slice_mut(data.cast(), key_size as usize)) {
                super::memory::free(data.cast());
                return Err(e);
            }
            key.write(gnutls_datum_t { data, size: key_size });
        }
        Ok(())
    })
}
