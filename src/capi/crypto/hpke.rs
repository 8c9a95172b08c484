//! Hybrid public key encryption (RFC 9180).
use core::ffi::c_int;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::capi::ffi::memory::{alloc_datum, datum_in, optional_datum_in, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::privkey::{get_privkey, replace_software};
use crate::capi::object::pubkey::get_pubkey;
use crate::crypto::hpke::{Context, Kem, Setup, Suite, decap, encap};
use crate::error::{INVALID_REQUEST, Result};

/// What a `gnutls_hpke_context_t` points to.
pub struct Hpke {
    mode: gnutls_hpke_mode_t,
    role: gnutls_hpke_role_t,
    suite: Suite,
    /// Makes the ephemeral key predictable, for tests.
    ikm: Option<Zeroizing<Vec<u8>>>,
    /// What encapsulation or decapsulation left.
    context: Option<Context>,
}

// SAFETY: `gnutls_hpke_init` makes every handle.
unsafe impl Opaque for gnutls_hpke_context_st {
    type Object = Hpke;
}

impl Hpke {
    /// The context of a side that is set up.
    fn ready(&mut self, role: gnutls_hpke_role_t) -> Result<&mut Context> {
        self.context.as_mut().filter(|_| self.role == role).ok_or(INVALID_REQUEST)
    }

    /// A side that is not set up yet; what it is given must be what its mode needs.
    fn fresh(&self, role: gnutls_hpke_role_t, sender: bool, setup: &Setup<'_>) -> Result<()> {
        let auth = matches!(self.mode, GNUTLS_HPKE_MODE_AUTH | GNUTLS_HPKE_MODE_AUTH_PSK);
        let psk = matches!(self.mode, GNUTLS_HPKE_MODE_PSK | GNUTLS_HPKE_MODE_AUTH_PSK);
        let fits = auth == sender && psk != setup.psk.is_empty() && psk != setup.psk_id.is_empty();
        if self.role == role && self.context.is_none() && fits { Ok(()) } else { Err(INVALID_REQUEST) }
    }
}

/// # Safety
/// The pointers are NULL or valid datums, unchanged for `'a`.
unsafe fn setup<'a>(
    info: *const gnutls_datum_t,
    psk: *const gnutls_datum_t,
    psk_id: *const gnutls_datum_t,
) -> Result<Setup<'a>> {
    // SAFETY: each datum is NULL or valid.
    let bytes = |d| unsafe { optional_datum_in(d) };
    Ok(Setup { info: bytes(info)?, psk: bytes(psk)?, psk_id: bytes(psk_id)? })
}

/// The bytes of a datum, of which there must be some.
///
/// # Safety
/// As [`datum_in`].
unsafe fn some<'a>(d: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `d` is NULL or a valid datum.
    unsafe { datum_in(d) }.and_then(|bytes| if bytes.is_empty() { Err(INVALID_REQUEST) } else { Ok(bytes) })
}

/// Creates a context of one side. `GNUTLS_E_INVALID_REQUEST` for a number that names nothing.
/// Manual: `gnutls_hpke_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_init(
    ctx: *mut gnutls_hpke_context_t,
    mode: gnutls_hpke_mode_t,
    role: gnutls_hpke_role_t,
    kem: gnutls_hpke_kem_t,
    kdf: gnutls_hpke_kdf_t,
    aead: gnutls_hpke_aead_t,
) -> c_int {
    guard::unit(|| {
        let suite = Suite::new(kem, kdf, aead).ok_or(INVALID_REQUEST)?;
        if mode > GNUTLS_HPKE_MODE_AUTH_PSK || role > GNUTLS_HPKE_ROLE_RECEIVER {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `ctx` is NULL or valid for a write.
        unsafe { opaque::give(ctx, Hpke { mode, role, suite, ikm: None, context: None }) }
    })
}

/// Frees a context and wipes its keys; always 0. Manual: `gnutls_hpke_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_deinit(ctx: gnutls_hpke_context_t) -> c_int {
    // SAFETY: `ctx` is NULL or a handle that is dead afterwards.
    guard::unit(|| {
        drop(unsafe { opaque::take(ctx) });
        Ok(())
    })
}

/// Sets the sender up, once: makes the encapsulated key (for `gnutls_free`) for a receiver. The sender's key is given in the
/// modes that authenticate, the pre-shared key in those with one, and not otherwise. Manual: `gnutls_hpke_encap`.
/// Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_ILLEGAL_PARAMETER` for a receiver's key without worth.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_encap(
    ctx: gnutls_hpke_context_t,
    info: *const gnutls_datum_t,
    enc: *mut gnutls_datum_t,
    receiver_pubkey: gnutls_pubkey_t,
    sender_privkey: gnutls_privkey_t,
    psk: *const gnutls_datum_t,
    psk_id: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx`, `receiver_pubkey` and `sender_privkey` are NULL or live handles; `info`, `psk` and `psk_id` are
    // NULL or valid datums; `enc` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let hpke = opaque::get_mut(ctx)?;
        let setup = setup(info, psk, psk_id)?;
        hpke.fresh(GNUTLS_HPKE_ROLE_SENDER, !sender_privkey.is_null(), &setup)?;
        if enc.is_null() {
            return Err(INVALID_REQUEST);
        }
        let sender = match sender_privkey.is_null() {
            true => None,
            false => Some(get_privkey(sender_privkey)?.own().ok_or(INVALID_REQUEST)?),
        };
        let ikm = hpke.ikm.as_ref().map(|i| &i[..]);
        let (made, context) = encap(hpke.suite, setup, get_pubkey(receiver_pubkey)?, sender, ikm)?;
        enc.write(alloc_datum(&made)?);
        hpke.context = Some(context);
        Ok(())
    })
}

/// Sets the receiver up, once, with the encapsulated key of the sender; the rest as in [`gnutls_hpke_encap`].
/// Manual: `gnutls_hpke_decap`.
/// Errors: `GNUTLS_E_INVALID_REQUEST`, `GNUTLS_E_ILLEGAL_PARAMETER`, or what tells of a key that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_decap(
    ctx: gnutls_hpke_context_t,
    info: *const gnutls_datum_t,
    enc: *const gnutls_datum_t,
    receiver_privkey: gnutls_privkey_t,
    sender_pubkey: gnutls_pubkey_t,
    psk: *const gnutls_datum_t,
    psk_id: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx`, `receiver_privkey` and `sender_pubkey` are NULL or live handles; `info`, `enc`, `psk` and
    // `psk_id` are NULL or valid datums.
    guard::unit(|| unsafe {
        let hpke = opaque::get_mut(ctx)?;
        let setup = setup(info, psk, psk_id)?;
        hpke.fresh(GNUTLS_HPKE_ROLE_RECEIVER, !sender_pubkey.is_null(), &setup)?;
        let sender = match sender_pubkey.is_null() {
            true => None,
            false => Some(get_pubkey(sender_pubkey)?),
        };
        let receiver = get_privkey(receiver_privkey)?.own().ok_or(INVALID_REQUEST)?;
        let enc = datum_in(enc)?;
        hpke.context = Some(decap(hpke.suite, setup, enc, receiver, sender)?);
        Ok(())
    })
}

/// Encrypts the next message, for `gnutls_free`; the tag stands at its end. Manual: `gnutls_hpke_seal`.
/// Errors: `GNUTLS_E_INVALID_REQUEST` for a side that cannot.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_seal(
    ctx: gnutls_hpke_context_t,
    aad: *const gnutls_datum_t,
    plaintext: *const gnutls_datum_t,
    ciphertext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx` is NULL or a live handle; `aad` and `plaintext` are NULL or valid datums; `ciphertext` is NULL or
    // valid for a write.
    guard::unit(|| unsafe {
        let context = opaque::get_mut(ctx)?.ready(GNUTLS_HPKE_ROLE_SENDER)?;
        let (aad, plain) = (optional_datum_in(aad)?, optional_datum_in(plaintext)?);
        if ciphertext.is_null() {
            return Err(INVALID_REQUEST);
        }
        ciphertext.write(alloc_datum(&context.seal(aad, plain)?)?);
        Ok(())
    })
}

/// Decrypts the next message, for `gnutls_free`. Manual: `gnutls_hpke_open`.
/// Errors: `GNUTLS_E_INVALID_REQUEST` for a side that cannot, `GNUTLS_E_DECRYPTION_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_open(
    ctx: gnutls_hpke_context_t,
    aad: *const gnutls_datum_t,
    ciphertext: *const gnutls_datum_t,
    plaintext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx` is NULL or a live handle; `aad` and `ciphertext` are NULL or valid datums; `plaintext` is NULL or
    // valid for a write.
    guard::unit(|| unsafe {
        let context = opaque::get_mut(ctx)?.ready(GNUTLS_HPKE_ROLE_RECEIVER)?;
        let (aad, sealed) = (optional_datum_in(aad)?, optional_datum_in(ciphertext)?);
        if plaintext.is_null() {
            return Err(INVALID_REQUEST);
        }
        plaintext.write(alloc_datum(&context.open(aad, sealed)?)?);
        Ok(())
    })
}

/// A secret of `length` bytes that both sides have, for `gnutls_free`. Manual: `gnutls_hpke_export`.
/// Errors: `GNUTLS_E_INVALID_REQUEST` for a side that is not set up, for 0 bytes and for more than 255 digests.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_export(
    ctx: gnutls_hpke_context_t,
    exporter_context: *const gnutls_datum_t,
    length: usize,
    secret: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx` is NULL or a live handle; `exporter_context` is NULL or a valid datum; `secret` is NULL or valid
    // for a write.
    guard::unit(|| unsafe {
        let context = opaque::get(ctx)?.context.as_ref().ok_or(INVALID_REQUEST)?;
        if secret.is_null() || length == 0 {
            return Err(INVALID_REQUEST);
        }
        secret.write(alloc_datum(&context.export(optional_datum_in(exporter_context)?, length)?)?);
        Ok(())
    })
}

/// The key pair that follows from input key material, into initialised handles. Manual: `gnutls_hpke_derive_keypair`.
/// Errors: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_derive_keypair(
    kem: gnutls_hpke_kem_t,
    ikm: *const gnutls_datum_t,
    privkey: gnutls_privkey_t,
    pubkey: gnutls_pubkey_t,
) -> c_int {
    // SAFETY: `pubkey` and `privkey` are NULL or live handles; `ikm` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let kem = Kem::from_raw(kem).ok_or(INVALID_REQUEST)?;
        let ikm = some(ikm)?;
        opaque::get(pubkey)?;
        let key = kem.derive_key_pair(ikm)?;
        let public = key.public().clone();
        replace_software(privkey, key)?;
        opaque::get_mut(pubkey)?.key = Some(public);
        Ok(())
    })
}

/// A public key as the context's KEM writes it, for `gnutls_free`. Since 3.8.14.
/// Errors: `GNUTLS_E_INVALID_REQUEST` for a key of another curve.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_export_pubkey(
    ctx: gnutls_hpke_context_t,
    pubkey: gnutls_pubkey_t,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx` and `pubkey` are NULL or live handles; `data` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let kem = opaque::get(ctx)?.suite.kem();
        if data.is_null() {
            return Err(INVALID_REQUEST);
        }
        data.write(alloc_datum(kem.serialize(get_pubkey(pubkey)?)?)?);
        Ok(())
    })
}

/// Reads a public key as the context's KEM writes it, into an initialised handle. Since 3.8.14.
/// Errors: `GNUTLS_E_INVALID_REQUEST`, or what tells of a key that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_import_pubkey(
    ctx: gnutls_hpke_context_t,
    pubkey: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx` and `pubkey` are NULL or live handles; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let kem = opaque::get(ctx)?.suite.kem();
        let key = kem.deserialize(datum_in(data)?)?;
        opaque::get_mut(pubkey)?.key = Some(key);
        Ok(())
    })
}

/// How many messages a context has seen: known to GnuTLS's own tests.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_hpke_get_seq(ctx: gnutls_hpke_context_t, seq: *mut u64) -> c_int {
    // SAFETY: the tests' contract.
    guard::unit(|| unsafe {
        let count = opaque::get(ctx)?.context.as_ref().map_or(0, Context::sequence);
        write_out(seq, count);
        Ok(())
    })
}

/// Makes the ephemeral key of a sender follow from input key material: known to GnuTLS's own tests.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_hpke_set_ikme(
    ctx: gnutls_hpke_context_t,
    ikme: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the tests' contract.
    guard::unit(|| unsafe {
        let ikm = some(ikme)?;
        opaque::get_mut(ctx)?.ikm = Some(Zeroizing::new(ikm.to_vec()));
        Ok(())
    })
}
