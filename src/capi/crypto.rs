//! Hashes, MACs, key derivation and random bytes (manual chapter "Using GnuTLS as a cryptographic
//! library"). Ciphers are in `crypto_cipher.rs`.
use crate::abi::*;
use crate::alg::ids::{Digest, Mac};
use crate::capi::{guard, handle, memory};
use crate::crypto::hash::{self, Hash, Shake};
use crate::crypto::{kdf, mac, rand};
use crate::error::{Error, Result, err};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// Fills `data` with `len` random bytes. Every level is fit for keys here.
/// `GNUTLS_E_RANDOM_FAILED` for an unknown level. Manual: `gnutls_rnd`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rnd(level: gnutls_rnd_level_t, data: *mut c_void, len: usize) -> c_int {
    guard::unit(|| {
        if len == 0 {
            return Ok(());
        }
        if level > GNUTLS_RND_KEY {
            return err(GNUTLS_E_RANDOM_FAILED);
        }
        if data.is_null() {
            return Err(INVALID);
        }
        // SAFETY: `data` has `len` writable bytes, the caller's promise.
        rand::fill(unsafe { memory::slice_mut(data, len) })
    })
}

/// Has the calling thread's generator draw a new seed. Manual: `gnutls_rnd_refresh`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rnd_refresh() {
    guard::or((), rand::refresh)
}

/// What a `gnutls_hash_hd_t` points to.
struct HashHandle {
    digest: Digest,
    running: Running,
}

// A digest inside its handle costs no second allocation.
#[expect(clippy::large_enum_variant)]
#[derive(Clone)]
enum Running {
    Fixed(Hash),
    /// A SHAKE, and whether output was taken already.
    Shake(Shake, bool),
}

impl Running {
    fn new(digest: Digest) -> Result<Running> {
        match digest {
            Digest::Shake128 | Digest::Shake256 => Ok(Running::Shake(Shake::new(digest)?, false)),
            _ => Ok(Running::Fixed(Hash::new(digest).map_err(|_| INVALID)?)),
        }
    }

    fn update(&mut self, data: &[u8]) -> Result<()> {
        match self {
            Running::Fixed(hash) => hash.update(data),
            Running::Shake(shake, false) => shake.update(data),
            Running::Shake(_, true) => return Err(INVALID),
        }
        Ok(())
    }

    /// The digest; nothing for a SHAKE, whose output has no length of its own.
    fn finish(self) -> hash::Output {
        match self {
            Running::Fixed(hash) => hash.finish(),
            Running::Shake(..) => hash::Output::default(),
        }
    }
}

/// A digest by its number, if a supplier has it and its output has a length.
fn known(algorithm: gnutls_digest_algorithm_t) -> Result<(Digest, usize)> {
    let digest = Digest::from_raw(algorithm).ok_or(INVALID)?;
    Ok((digest, hash::size(digest).ok_or(INVALID)?))
}

/// Writes a digest to where C has room for as much.
///
/// # Safety
/// `out` is NULL or has room for `bytes`.
unsafe fn write(bytes: &[u8], out: *mut c_void) {
    if !out.is_null() {
        // SAFETY: the caller's promise.
        unsafe { core::ptr::copy_nonoverlapping(bytes.as_ptr(), out.cast(), bytes.len()) }
    }
}

/// Begins a digest; `gnutls_hash_deinit` frees `dig`. `GNUTLS_E_INVALID_REQUEST` for an unknown
/// algorithm. Manual: `gnutls_hash_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_init(
    dig: *mut gnutls_hash_hd_t,
    algorithm: gnutls_digest_algorithm_t,
) -> c_int {
    guard::unit(|| {
        let digest = Digest::from_raw(algorithm).ok_or(INVALID)?;
        // SAFETY: `dig` is NULL or writable.
        unsafe { handle::give(dig, HashHandle { digest, running: Running::new(digest)? }) }
    })
}

/// Adds `textlen` bytes. `GNUTLS_E_INVALID_REQUEST` after `gnutls_hash_squeeze`. Manual: `gnutls_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash(handle: gnutls_hash_hd_t, text: *const c_void, textlen: usize) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hash_init; `text` has `textlen` bytes.
        unsafe { handle::get_mut::<HashHandle, _>(handle)?.running.update(memory::given(text, textlen)?) }
    })
}

/// Writes the next `length` bytes of a SHAKE; each call goes on where the last one ended.
/// `GNUTLS_E_INVALID_REQUEST` for any other digest. Manual: `gnutls_hash_squeeze`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_squeeze(
    handle: gnutls_hash_hd_t,
    digest: *mut c_void,
    length: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hash_init; `digest` has `length` bytes.
        unsafe {
            let Running::Shake(shake, taken) = &mut handle::get_mut::<HashHandle, _>(handle)?.running else {
                return Err(INVALID);
            };
            if digest.is_null() && length > 0 {
                return Err(INVALID);
            }
            *taken = true;
            shake.squeeze(memory::slice_mut(digest, length))
        }
    })
}

/// Writes the digest and begins anew; a SHAKE writes nothing. Manual: `gnutls_hash_output`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_output(handle: gnutls_hash_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: the handle is from gnutls_hash_init; `digest` has room for the algorithm's output.
        unsafe {
            if let Ok(h) = handle::get_mut::<HashHandle, _>(handle) {
                if let Ok(fresh) = Running::new(h.digest) {
                    write(&core::mem::replace(&mut h.running, fresh).finish(), digest);
                }
            }
        }
    })
}

/// Frees the handle; writes the digest first unless `digest` is NULL. Manual: `gnutls_hash_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_deinit(handle: gnutls_hash_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: as gnutls_hash_output; the handle is not used again.
        unsafe {
            if let Some(h) = handle::take::<HashHandle, _>(handle) {
                if !digest.is_null() {
                    write(&h.running.finish(), digest);
                }
            }
        }
    })
}

/// A second handle with the same state, to be freed on its own; NULL on failure.
/// Manual: `gnutls_hash_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_copy(handle: gnutls_hash_hd_t) -> gnutls_hash_hd_t {
    guard::or(core::ptr::null_mut(), || {
        let mut out = core::ptr::null_mut();
        // SAFETY: the handle is from gnutls_hash_init; `out` is ours.
        unsafe {
            if let Ok(h) = handle::get::<HashHandle, _>(handle) {
                let copy = HashHandle { digest: h.digest, running: h.running.clone() };
                if handle::give(&mut out, copy).is_err() {
                    return core::ptr::null_mut();
                }
            }
        }
        out
    })
}

/// Digests one buffer. Manual: `gnutls_hash_fast`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_fast(
    algorithm: gnutls_digest_algorithm_t,
    text: *const c_void,
    textlen: usize,
    digest: *mut c_void,
) -> c_int {
    guard::unit(|| {
        if digest.is_null() {
            return Err(INVALID);
        }
        // SAFETY: `text` has `textlen` bytes, `digest` room for the algorithm's output.
        unsafe {
            let (algorithm, size) = known(algorithm)?;
            let text = memory::given(text, textlen)?;
            memory::filled(digest, size, [text, &[]], |out| hash::digest_to(algorithm, text, out).map(|_| ()))
        }
    })
}

/// Bytes of a digest; 0 for an unknown one. Manual: `gnutls_hash_get_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hash_get_len(algorithm: gnutls_digest_algorithm_t) -> c_uint {
    guard::or(0, || Digest::from_raw(algorithm).map_or(0, |d| d.output_size() as c_uint))
}

/// What a `gnutls_hmac_hd_t` points to.
struct HmacHandle {
    running: mac::Running,
}

/// What key derivation is made of: an HMAC by its digest, or another MAC without a nonce.
#[derive(Clone, Copy)]
enum Prf {
    Hmac(Digest),
    Other(Mac),
}

impl Prf {
    fn new(algorithm: gnutls_mac_algorithm_t) -> Result<Prf> {
        let mac = Mac::from_raw(algorithm).ok_or(INVALID)?;
        match mac::hmac_digest(mac) {
            Some(digest) => Ok(Prf::Hmac(digest)),
            None if mac.nonce_size() == 0 && mac.output_size() > 0 => Ok(Prf::Other(mac)),
            None => Err(INVALID),
        }
    }

    /// Bytes of one output, which are some.
    fn size(self) -> Result<usize> {
        match self {
            Prf::Hmac(digest) => hash::size(digest).ok_or(INVALID),
            Prf::Other(mac) => Ok(mac.output_size()),
        }
    }
}

/// Begins a MAC; `gnutls_hmac_deinit` frees `dig`. `GNUTLS_E_INVALID_REQUEST` for an unknown algorithm, or a
/// key of a length that it does not take (an HMAC takes any). Manual: `gnutls_hmac_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_init(
    dig: *mut gnutls_hmac_hd_t,
    algorithm: gnutls_mac_algorithm_t,
    key: *const c_void,
    keylen: usize,
) -> c_int {
    guard::unit(|| {
        let algorithm = Mac::from_raw(algorithm).ok_or(INVALID)?;
        // SAFETY: `key` has `keylen` bytes; `dig` is NULL or writable.
        unsafe {
            let running = mac::Running::new(algorithm, memory::given(key, keylen)?)?;
            handle::give(dig, HmacHandle { running })
        }
    })
}

/// The nonce of a UMAC or GMAC, before the text; without effect on other MACs. Without one it is zero.
/// Manual: `gnutls_hmac_set_nonce`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_set_nonce(
    handle: gnutls_hmac_hd_t,
    nonce: *const c_void,
    nonce_len: usize,
) {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hmac_init; `nonce` has `nonce_len` bytes.
        unsafe {
            handle::get_mut::<HmacHandle, _>(handle)?.running.set_nonce(memory::given(nonce, nonce_len)?)
        }
    });
}

/// Adds `textlen` bytes. Manual: `gnutls_hmac`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac(handle: gnutls_hmac_hd_t, text: *const c_void, textlen: usize) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_hmac_init; `text` has `textlen` bytes.
        unsafe { handle::get_mut::<HmacHandle, _>(handle)?.running.update(memory::given(text, textlen)?) }
    })
}

/// Writes the MAC and begins anew with the same key; nothing happens if `digest` is NULL. Manual: `gnutls_hmac_output`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_output(handle: gnutls_hmac_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: the handle is from gnutls_hmac_init; `digest` has room for the algorithm's output.
        unsafe {
            if digest.is_null() {
                return;
            }
            if let Ok(h) = handle::get_mut::<HmacHandle, _>(handle) {
                if let Ok(made) = h.running.finish() {
                    write(&made, digest);
                }
            }
        }
    })
}

/// Frees the handle; writes the MAC first unless `digest` is NULL. Manual: `gnutls_hmac_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_deinit(handle: gnutls_hmac_hd_t, digest: *mut c_void) {
    guard::or((), || {
        // SAFETY: as gnutls_hmac_output; the handle is not used again.
        unsafe {
            if let Some(mut h) = handle::take::<HmacHandle, _>(handle) {
                if !digest.is_null() {
                    if let Ok(made) = h.running.finish() {
                        write(&made, digest);
                    }
                }
            }
        }
    })
}

/// A second handle with the same state, to be freed on its own; NULL on failure.
/// Manual: `gnutls_hmac_copy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_copy(handle: gnutls_hmac_hd_t) -> gnutls_hmac_hd_t {
    guard::or(core::ptr::null_mut(), || {
        let mut out = core::ptr::null_mut();
        // SAFETY: the handle is from gnutls_hmac_init; `out` is ours.
        unsafe {
            let Ok(h) = handle::get::<HmacHandle, _>(handle) else { return out };
            let copy = HmacHandle { running: h.running.clone() };
            if handle::give(&mut out, copy).is_err() {
                return core::ptr::null_mut();
            }
        }
        out
    })
}

/// The MAC of one buffer. `GNUTLS_E_INVALID_REQUEST` as `gnutls_hmac_init`, and for a MAC that takes a nonce.
/// Manual: `gnutls_hmac_fast`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_fast(
    algorithm: gnutls_mac_algorithm_t,
    key: *const c_void,
    keylen: usize,
    text: *const c_void,
    textlen: usize,
    digest: *mut c_void,
) -> c_int {
    guard::unit(|| {
        if digest.is_null() {
            return Err(INVALID);
        }
        // SAFETY: `key` and `text` have their lengths, `digest` room for the algorithm's output.
        unsafe {
            let algorithm = Mac::from_raw(algorithm).ok_or(INVALID)?;
            let (key, text) = (memory::given(key, keylen)?, memory::given(text, textlen)?);
            memory::filled(digest, algorithm.output_size(), [key, text], |out| {
                mac::once_to(algorithm, key, text, out)
            })
        }
    })
}

/// Bytes of a MAC; 0 for an unknown one. Manual: `gnutls_hmac_get_len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_get_len(algorithm: gnutls_mac_algorithm_t) -> c_uint {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |m| m.output_size() as c_uint))
}

/// Bytes of a MAC's usual key; 0 for an unknown one. Manual: `gnutls_hmac_get_key_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hmac_get_key_size(algorithm: gnutls_mac_algorithm_t) -> c_uint {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |m| m.key_size() as c_uint))
}

/// HKDF-Extract (RFC 5869) into `output`, which has room for the MAC; NULL as `salt` is an empty one.
/// `GNUTLS_E_INVALID_REQUEST` for a MAC that takes a nonce, or a salt that is no key of the MAC (an HMAC
/// takes any). Manual: `gnutls_hkdf_extract`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hkdf_extract(
    mac: gnutls_mac_algorithm_t,
    key: *const gnutls_datum_t,
    salt: *const gnutls_datum_t,
    output: *mut c_void,
) -> c_int {
    guard::unit(|| {
        let prf = Prf::new(mac)?;
        // SAFETY: the datums are NULL or valid, `output` has room for the MAC.
        unsafe {
            let key = memory::given_datum(key)?;
            let salt = memory::optional_datum(salt)?;
            if output.is_null() {
                return Err(INVALID);
            }
            match prf {
                Prf::Hmac(digest) => write(kdf::hkdf_extract(digest, salt, key).as_ref(), output),
                Prf::Other(mac) => {
                    let mut mac = mac::Running::new(mac, salt)?;
                    mac.update(key)?;
                    write(&mac.finish()?, output);
                }
            }
        }
        Ok(())
    })
}

/// HKDF-Expand (RFC 5869); at most 255 times the MAC's length, else `GNUTLS_E_INVALID_REQUEST`, as for a key or
/// a MAC that `gnutls_hkdf_extract` would not take. Manual: `gnutls_hkdf_expand`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hkdf_expand(
    mac: gnutls_mac_algorithm_t,
    key: *const gnutls_datum_t,
    info: *const gnutls_datum_t,
    output: *mut c_void,
    length: usize,
) -> c_int {
    guard::unit(|| {
        let prf = Prf::new(mac)?;
        if length > 255 * prf.size()? || (output.is_null() && length > 0) {
            return Err(INVALID);
        }
        // SAFETY: the datums are NULL or valid, `output` has `length` bytes.
        unsafe {
            let key = memory::given_datum(key)?;
            let info = memory::optional_datum(info)?;
            memory::filled(output, length, [key, info], |out| match prf {
                Prf::Hmac(digest) => {
                    kdf::hkdf_expand(digest, key, info, out);
                    Ok(())
                }
                Prf::Other(mac) => {
                    kdf::hkdf_expand_by(&mut mac::Running::new(mac, key)?, prf.size()?, info, out)
                }
            })
        }
    })
}

/// PBKDF2 (RFC 8018). `GNUTLS_E_INVALID_REQUEST` for no iterations, where GnuTLS ends the process, and for a
/// password or a MAC that `gnutls_hkdf_extract` would not take. Manual: `gnutls_pbkdf2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pbkdf2(
    mac: gnutls_mac_algorithm_t,
    key: *const gnutls_datum_t,
    salt: *const gnutls_datum_t,
    iter_count: c_uint,
    output: *mut c_void,
    length: usize,
) -> c_int {
    guard::unit(|| {
        let prf = Prf::new(mac)?;
        if output.is_null() && length > 0 {
            return Err(INVALID);
        }
        // SAFETY: the datums are NULL or valid, `output` has `length` bytes.
        unsafe {
            let key = memory::given_datum(key)?;
            let salt = memory::optional_datum(salt)?;
            memory::filled(output, length, [key, salt], |out| match prf {
                Prf::Hmac(digest) => kdf::pbkdf2(digest, key, salt, iter_count, out),
                Prf::Other(mac) => {
                    let mut mac = mac::Running::new(mac, key)?;
                    kdf::pbkdf2_by(&mut mac, prf.size()?, salt, iter_count, out)
                }
            })
        }
    })
}
