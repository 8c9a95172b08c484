//! Generation of private keys, with seeds and restrictions.
use core::ffi::{c_uint, c_void};

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Pk;
use crate::capi::ffi::memory::{slice, write_out, write_sized};
use crate::capi::object::dh_params::get_dh_params;
use crate::capi::object::spki::{restrict_key, spki_restriction};
use crate::capi::object::x509_privkey::generate;
use crate::crypto::keys::{PrivateKey, RsaUse};
use crate::crypto::{provable, rand};
use crate::error::{INVALID_REQUEST, Result, err};

/// The parameters in an array of `gnutls_keygen_data_st`.
#[derive(Default)]
struct Recipe<'a> {
    seed: Option<&'a [u8]>,
    digest: Option<gnutls_digest_algorithm_t>,
    usage: Option<RsaUse>,
    group: Option<gnutls_dh_params_t>,
}

impl<'a> Recipe<'a> {
    /// Reads the elements. Elements of other types are ignored.
    ///
    /// # Safety
    /// `data` is NULL or has `size` elements that are valid for their type, unchanged for `'a`.
    unsafe fn read(data: *const gnutls_keygen_data_st, size: c_uint) -> Result<Recipe<'a>> {
        let mut recipe = Recipe::default();
        if data.is_null() {
            return Ok(recipe);
        }
        for i in 0..size as usize {
            // SAFETY: `data` is NULL or valid for reads.
            let item = unsafe { *data.add(i) };
            match item.type_ {
                GNUTLS_KEYGEN_SEED => {
                    // SAFETY: `item.data` is NULL or has `item.size` bytes (the caller).
                    recipe.seed = Some(unsafe { slice(item.data.cast(), item.size as usize) });
                }
                GNUTLS_KEYGEN_DIGEST => recipe.digest = Some(item.size),
                GNUTLS_KEYGEN_SPKI => {
                    // SAFETY: `item.data` is NULL or a live handle of this type (the caller).
                    recipe.usage = Some(unsafe { spki_restriction(item.data.cast::<gnutls_x509_spki_st>())? })
                }
                GNUTLS_KEYGEN_DH => recipe.group = Some(item.data.cast::<gnutls_dh_params_int>()),
                _ => {}
            }
        }
        Ok(recipe)
    }

    fn generate(&self, algo: gnutls_pk_algorithm_t, bits: c_uint, flags: c_uint) -> Result<PrivateKey> {
        if Pk::from_raw(algo) == Some(Pk::Dh) {
            // SAFETY: the element has a handle of this type.
            return unsafe { get_dh_params(self.group.ok_or(INVALID_REQUEST)?)? }.generate();
        }
        let key = if flags & GNUTLS_PRIVKEY_FLAG_PROVABLE != 0 {
            self.prove(algo, bits)?
        } else {
            generate(algo, bits)?
        };
        match &self.usage {
            Some(usage) => restrict_key(&key, usage),
            None => Ok(key),
        }
    }

    /// Generates a key from the seed, or from a new random one.
    fn prove(&self, algo: gnutls_pk_algorithm_t, bits: c_uint) -> Result<PrivateKey> {
        if self.digest.is_some_and(|d| d != GNUTLS_DIG_UNKNOWN && d != provable::DIGEST.raw()) {
            return Err(INVALID_REQUEST);
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
            _ => Err(INVALID_REQUEST),
        }
    }
}

/// Generates a key with the parameters in `data`.
///
/// # Safety
/// `data` is NULL or has `size` elements that are valid for their type.
pub unsafe fn generate_key(
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    size: c_uint,
) -> Result<PrivateKey> {
    // SAFETY: `data` is NULL or valid for reads.
    unsafe { Recipe::read(data, size)? }.generate(algo, bits, flags)
}

/// # Safety
/// The pointers are valid as the manual requires.
pub unsafe fn write_seed(
    key: &PrivateKey,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> Result<()> {
    let found = key.seed().ok_or(INVALID_REQUEST)?;
    // SAFETY: `seed` is NULL or has as much space as its size says; `digest` and `seed_size` are NULL or valid for
    // writes.
    unsafe {
        if seed_size.is_null() {
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        write_out(digest, found.digest.raw());
        write_sized(&found.bytes, seed, seed_size, false)
    }
}

/// Verifies that a key was generated from `seed`, or from its own seed if `seed` is NULL. The digest is
/// always the one of [`provable`].
///
/// # Safety
/// `seed` is NULL or has `size` bytes.
pub unsafe fn verify_seed(key: &PrivateKey, seed: *const c_void, size: usize) -> Result<()> {
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
    // SAFETY: `seed` is NULL or has as many bytes as its length says.
    key.verify_seed(unsafe { slice(seed, size) })
}
