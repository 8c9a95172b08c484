//! Private keys of any kind: `gnutls_privkey_*`.
use core::ffi::{c_char, c_int, c_uchar, c_uint};

use super::abstract_external::{External, Farewell, SCHEME_FLAGS, called, takes_digest};
use super::abstract_public::pubkey;
use super::memory::{self, given_datum, put};
use super::x509_crt_get::give_datum;
use super::x509_keygen::generate_with;
use super::x509_privkey::{Pin, X509Privkey, privkey as x509_privkey, sign_of};
use super::{guard, handle};
use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::crypto::hash;
use crate::crypto::keys::{PrivateKey, SignOptions};
use crate::error::{Error, Result, err};
use crate::pki::keys::Format;
use zeroize::Zeroizing;

/// What a `gnutls_privkey_t` points to.
#[derive(Default)]
pub struct Privkey {
    pub(super) kind: Kind,
    flags: c_uint,
}

#[derive(Default)]
pub(super) enum Kind {
    #[default]
    Empty,
    Own(PrivateKey),
    /// A key of the program's, behind its functions.
    External(External),
}

/// What C holds: the key, what frees with it, and the function that hears of its end.
#[derive(Default)]
pub(super) struct Held {
    pub key: Privkey,
    pub farewell: Option<Farewell>,
    pub pin: Pin,
    /// Key handles that were given over with `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE`.
    pub released: Vec<gnutls_x509_privkey_t>,
}

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// The key behind a handle.
///
/// # Safety
/// `key` is NULL or a handle of this chapter.
pub unsafe fn privkey<'a>(key: gnutls_privkey_t) -> Result<&'a Privkey> {
    // SAFETY: the caller's promise.
    Ok(&unsafe { handle::get::<Held, _>(key)? }.key)
}

impl Privkey {
    /// The key itself, where it is ours.
    pub fn own(&self) -> Option<&PrivateKey> {
        match &self.kind {
            Kind::Own(k) => Some(k),
            _ => None,
        }
    }

    fn need_own(&self) -> Result<&PrivateKey> {
        self.own().ok_or(INVALID)
    }

    pub fn pk(&self) -> Option<Pk> {
        match &self.kind {
            Kind::Empty => None,
            Kind::Own(k) => Some(k.pk()),
            Kind::External(e) => Some(e.pk),
        }
    }

    /// The bits of the key; 0 for an external one that did not tell.
    pub(crate) fn bits(&self) -> u32 {
        match &self.kind {
            Kind::Empty => 0,
            Kind::Own(k) => k.bits(),
            Kind::External(e) => e.bits,
        }
    }

    /// Can the key sign so?
    pub(crate) fn supports(&self, handle: gnutls_privkey_t, sign: Sign) -> bool {
        match &self.kind {
            Kind::Empty => false,
            Kind::Own(k) => k.public().scheme(sign).is_ok(),
            Kind::External(e) => {
                if !sign.accepts_key(e.pk) {
                    return false;
                }
                if e.sign_data.is_some() || e.sign_hash.is_some() {
                    let wanted = GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO | sign.raw() << 20;
                    return e.ask(handle, wanted).is_none_or(|n| n > 0);
                }
                // The older functions pad as PKCS #1 does, or sign a bare hash.
                !sign.is_pss()
            }
        }
    }

    /// Signs a message. `handle` is what the program's functions are given.
    pub(crate) fn sign(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        message: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        match &self.kind {
            Kind::Empty => Err(INVALID),
            Kind::Own(k) => k.sign_with(sign, message, options(self.flags | flags)).map_err(refused),
            Kind::External(e) => match (sign.digest(), e.sign_data) {
                // The function that takes a message is for what signs no digest, and for want of another.
                (Some(d), f) if f.is_none() || e.sign_hash.is_some() => {
                    e.sign_digest(handle, sign, &hash::digest(d, message)?, flags)
                }
                (_, Some(f)) => {
                    e.accept(sign)?;
                    // SAFETY: the program's own function, called as the manual says.
                    called(message, |data, out| unsafe {
                        f(handle, sign.raw(), e.userdata, flags & !SCHEME_FLAGS, data, out)
                    })
                }
                _ => e.accept(sign).and(err(GNUTLS_E_INVALID_REQUEST)),
            },
        }
    }

    /// Signs a digest that was made already.
    pub(crate) fn sign_hash(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        digest: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        match &self.kind {
            Kind::Empty => Err(INVALID),
            Kind::Own(k) => {
                let options = options(self.flags | flags);
                k.public().scheme_with(sign, options).map_err(refused)?;
                takes_digest(sign)?;
                k.sign_hash_with(sign, digest, options).map_err(refused)
            }
            Kind::External(e) => e.sign_digest(handle, sign, digest, flags),
        }
    }
}

pub(super) fn options(flags: c_uint) -> SignOptions {
    SignOptions {
        deterministic: flags & GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE != 0,
        fixed_salt: flags & GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH != 0,
    }
}

/// A key that cannot sign so is told of in the words of this chapter.
fn refused(e: Error) -> Error {
    if e.code() == GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY { Error::new(GNUTLS_E_CONSTRAINT_ERROR) } else { e }
}

/// Fills an empty handle.
///
/// # Safety
/// As [`privkey`].
pub(super) unsafe fn fill(pkey: gnutls_privkey_t, kind: Kind) -> Result<&'static mut Held> {
    // SAFETY: the caller's promise; the lifetime ends with the entry that called.
    let held: &'static mut Held = unsafe { handle::get_mut::<Held, _>(pkey)? };
    if !matches!(held.key.kind, Kind::Empty) {
        return Err(INVALID);
    }
    held.key.kind = kind;
    Ok(held)
}

/// Puts a key of our own in the place of what a handle holds (which is nothing, or another key of our own).
///
/// # Safety
/// As [`privkey`].
pub unsafe fn replace_own(pkey: gnutls_privkey_t, key: PrivateKey) -> Result<()> {
    // SAFETY: the caller's promise.
    let held = unsafe { handle::get_mut::<Held, _>(pkey)? };
    if matches!(held.key.kind, Kind::External(_)) {
        return Err(INVALID);
    }
    held.key.kind = Kind::Own(key);
    Ok(())
}

/// Creates an empty key. Manual: `gnutls_privkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_init(key: *mut gnutls_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(key, Held::default()) })
}

/// Frees a key; the function of an external key hears of it. Manual: `gnutls_privkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_deinit(key: gnutls_privkey_t) {
    // SAFETY: `key` is NULL or a key that nobody uses any more.
    guard::or((), || unsafe { free_privkey(key) });
}

/// Frees a key and what frees with it, after its deinit function, which may still look at it.
///
/// # Safety
/// `key` is NULL or a handle of this type, dead afterwards.
pub unsafe fn free_privkey(key: gnutls_privkey_t) {
    // SAFETY: the caller's promise; nothing is borrowed while the program's function runs.
    unsafe {
        let farewell = handle::get_mut::<Held, _>(key).ok().and_then(|h| h.farewell.take());
        if let Some(Farewell { function: Some(f), userdata }) = farewell {
            f(key, userdata);
        }
        if let Some(held) = handle::take::<Held, _>(key) {
            for x509 in held.released {
                drop(handle::take::<X509Privkey, _>(x509));
            }
        }
    }
}

/// Takes the key of an X.509 object. With `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE` the object is freed with this one.
/// Manual: `gnutls_privkey_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509(
    pkey: gnutls_privkey_t,
    key: gnutls_x509_privkey_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = x509_privkey(key)?.clone();
        replace_own(pkey, own)?;
        let released = &mut handle::get_mut::<Held, _>(pkey)?.released;
        let ours = flags & GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE != 0 && flags & GNUTLS_PRIVKEY_IMPORT_COPY == 0;
        if ours && !released.contains(&key) {
            released.push(key);
        }
        Ok(())
    })
}

/// Reads a key in any form. Manual: `gnutls_privkey_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509_raw(
    pkey: gnutls_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (bytes, password) = (given_datum(data)?, memory::bytes_of(password));
        let pin = handle::get::<Held, _>(pkey)?.pin;
        let key = pin.import(bytes, Format::from_raw(format), password, flags)?;
        replace_own(pkey, key)
    })
}

/// Makes a fresh key. Manual: `gnutls_privkey_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let made = generate_with(algo, bits, flags, core::ptr::null(), 0)?;
        replace_own(pkey, made)
    })
}

/// A copy as an X.509 object, which the caller frees. Manual: `gnutls_privkey_export_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_x509(
    pkey: gnutls_privkey_t,
    key: *mut gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = privkey(pkey)?.need_own()?.clone();
        handle::give(key, X509Privkey { key: Some(own), ..Default::default() })
    })
}

/// The key's algorithm and bits. Manual: `gnutls_privkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_pk_algorithm(key: gnutls_privkey_t, bits: *mut c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let k = privkey(key)?;
        let pk = k.pk().ok_or(INVALID)?;
        put(bits, k.bits());
        Ok(pk.raw() as c_int)
    })
}

/// Who holds the key. Manual: `gnutls_privkey_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_type(key: gnutls_privkey_t) -> gnutls_privkey_type_t {
    // SAFETY: the manual's contract.
    guard::or(GNUTLS_PRIVKEY_X509, || match unsafe { privkey(key) } {
        Ok(Privkey { kind: Kind::External(_), .. }) => GNUTLS_PRIVKEY_EXT,
        _ => GNUTLS_PRIVKEY_X509,
    })
}

/// `GNUTLS_PRIVKEY_*` flags of the key. Manual: `gnutls_privkey_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_flags(key: gnutls_privkey_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(h) = unsafe { handle::get_mut::<Held, _>(key) } {
            h.key.flags |= flags;
        }
    });
}

/// The function that is asked for the password of an encrypted key. Manual: `gnutls_privkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_pin_function(
    key: gnutls_privkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(h) = unsafe { handle::get_mut::<Held, _>(key) } {
            h.pin = Pin { function: fn_, userdata };
        }
    });
}

/// 1 if the key can be used: only one behind a token can have gone. Manual: `gnutls_privkey_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_status(key: gnutls_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe { privkey(key) }.map(|_| 1))
}

/// 0 if the numbers of the key belong together. Manual: `gnutls_privkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_verify_params(key: gnutls_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { privkey(key)?.need_own()?.verify_params() })
}

/// The signature algorithm of a key with a digest.
fn algorithm(key: &Privkey, digest: gnutls_digest_algorithm_t, flags: c_uint) -> Result<Sign> {
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    sign_of(key.pk().ok_or(INVALID)?, digest, pss)
}

/// Do the flags fit an algorithm? Bytes that are taken as they are are none of a message's, and RSA-PSS is for RSA.
pub(super) fn fits(sign: Sign, flags: c_uint, of_message: bool) -> Result<Sign> {
    let raw = flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA != 0 || sign == Sign::RsaRaw;
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    let rsa = matches!(sign.signature_pk(), Pk::Rsa | Pk::RsaPss) && sign != Sign::RsaRaw;
    // Nothing is signed with MD2 any more.
    if sign == Sign::RsaMd2 || of_message && raw || pss && !rsa { Err(INVALID) } else { Ok(sign) }
}

/// Signs data with the key's own algorithm and this hash; the caller frees the signature.
/// `GNUTLS_E_INVALID_REQUEST` for a hash that the key does not sign, and for flags of another kind of key.
/// Manual: `gnutls_privkey_sign_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_data(
    signer: gnutls_privkey_t,
    hash: gnutls_digest_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, data) = (privkey(signer)?, given_datum(data)?);
        let sign = fits(algorithm(key, hash, flags)?, flags, true)?;
        give_datum(&key.sign(signer, sign, data, flags)?, signature)
    })
}

/// Signs data with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_data2(
    signer: gnutls_privkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, data) = (privkey(signer)?, given_datum(data)?);
        let sign = fits(Sign::from_raw(algo).ok_or(INVALID)?, flags, true)?;
        give_datum(&key.sign(signer, sign, data, flags)?, signature)
    })
}

/// Signs a digest with the key's own algorithm; the caller frees the signature. With hash 0, and with
/// `GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA`, RSA pads the bytes as they are; DSA and ECDSA then know a digest by its length.
/// Manual: `gnutls_privkey_sign_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_hash(
    signer: gnutls_privkey_t,
    hash_algo: gnutls_digest_algorithm_t,
    flags: c_uint,
    hash_data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, digest) = (privkey(signer)?, given_datum(hash_data)?);
        let raw = hash_algo == GNUTLS_DIG_UNKNOWN || flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA != 0;
        let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
        let sign = match key.pk() {
            Some(Pk::Rsa) if raw && !pss => Sign::RsaRaw,
            Some(pk @ (Pk::Ecdsa | Pk::Dsa)) if hash_algo == GNUTLS_DIG_UNKNOWN => {
                sign_of_length(pk, digest.len())?
            }
            _ => algorithm(key, hash_algo, flags)?,
        };
        give_datum(&key.sign_hash(signer, fits(sign, flags, false)?, digest, flags)?, signature)
    })
}

/// Signs bytes that are taken as they are; the caller frees the signature. Manual: `gnutls_privkey_sign_raw_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_raw_data(
    key: gnutls_privkey_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    let flags = flags | GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA;
    // SAFETY: the manual's contract.
    unsafe { gnutls_privkey_sign_hash(key, GNUTLS_DIG_UNKNOWN, flags, data, signature) }
}

/// ECDSA or DSA over a digest of which only the length is known.
fn sign_of_length(pk: Pk, length: usize) -> Result<Sign> {
    let digest = match length {
        20 => Digest::Sha1,
        28 => Digest::Sha224,
        32 => Digest::Sha256,
        48 => Digest::Sha384,
        64 => Digest::Sha512,
        _ => return Err(INVALID),
    };
    Sign::from_pk_digest(pk, digest).ok_or(INVALID)
}

/// Signs a digest with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_hash2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_hash2(
    signer: gnutls_privkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    hash_data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, digest) = (privkey(signer)?, given_datum(hash_data)?);
        let sign = match key.pk().ok_or(INVALID)? {
            _ if flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA == 0 => Sign::from_raw(algo).ok_or(INVALID)?,
            Pk::Rsa => Sign::RsaRaw,
            _ => return err(GNUTLS_E_CONSTRAINT_ERROR),
        };
        give_datum(&key.sign_hash(signer, fits(sign, flags, false)?, digest, flags)?, signature)
    })
}

/// Decrypts what was encrypted to an RSA key: PKCS #1 v1.5, or OAEP with a key of that. The caller frees the result.
/// `GNUTLS_E_DECRYPTION_FAILED` whatever is wrong with the ciphertext, `GNUTLS_E_INTERNAL_ERROR` for a key that cannot
/// decrypt. Manual: `gnutls_privkey_decrypt_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_decrypt_data(
    key: gnutls_privkey_t,
    flags: c_uint,
    ciphertext: *const gnutls_datum_t,
    plaintext: *mut gnutls_datum_t,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let plain = decrypted(key, given_datum(ciphertext)?)?;
        give_datum(&plain, plaintext)
    })
}

/// As [`gnutls_privkey_decrypt_data`] into a buffer that has just the length of the plaintext; with a key of our own in
/// constant time, for PKCS #1 v1.5. The buffer stays as it was where this fails. Manual: `gnutls_privkey_decrypt_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_decrypt_data2(
    key: gnutls_privkey_t,
    flags: c_uint,
    ciphertext: *const gnutls_datum_t,
    plaintext: *mut c_uchar,
    plaintext_size: usize,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let input = given_datum(ciphertext)?;
        if plaintext.is_null() && plaintext_size > 0 {
            return Err(INVALID);
        }
        let out = memory::slice_mut(plaintext.cast(), plaintext_size);
        if let Some(own) = privkey(key)?.own() {
            return own.decrypt_into(input, out).map_err(cannot);
        }
        let plain = decrypted(key, input)?;
        if plain.len() != out.len() {
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        out.copy_from_slice(&plain);
        Ok(())
    })
}

/// # Safety
/// As [`privkey`].
unsafe fn decrypted(key: gnutls_privkey_t, input: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    // SAFETY: the caller's promise; the program's own function, called as the manual says.
    unsafe {
        match &privkey(key)?.kind {
            Kind::External(External { decrypt: Some(f), userdata, .. }) => {
                Ok(Zeroizing::new(called(input, |data, out| f(key, *userdata, data, out))?))
            }
            Kind::Own(own) => own.decrypt(input).map_err(cannot),
            _ => Err(INVALID),
        }
    }
}

/// A kind of key that cannot decrypt, in the words of GnuTLS.
fn cannot(e: Error) -> Error {
    if e.code() == GNUTLS_E_INVALID_REQUEST { Error::new(GNUTLS_E_INTERNAL_ERROR) } else { e }
}

/// The secret that both keys lead to (ECDH, X25519, X448, Diffie-Hellman); the caller frees it. `nonce` and `flags` are not
/// used yet. `GNUTLS_E_INVALID_REQUEST` for keys that do not belong together, `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` for a
/// public value that is not one. Manual: `gnutls_privkey_derive_secret`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_derive_secret(
    privkey: gnutls_privkey_t,
    pubkey: gnutls_pubkey_t,
    nonce: *const gnutls_datum_t,
    secret: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    let _ = (nonce, flags);
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let made = self::privkey(privkey)?.need_own()?.derive(self::pubkey(pubkey)?)?;
        give_datum(&made, secret)
    })
}
