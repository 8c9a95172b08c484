//! Hybrid public key encryption (RFC 9180).
use core::ffi::c_int;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{HpkeAead, HpkeKdf, HpkeKem};
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

// SAFETY: all handles are created by `gnutls_hpke_init`.
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

/// Creates a context of hybrid public key encryption for one side.
///
/// `gnutls_hpke_encap` or `gnutls_hpke_decap` sets it up, once; then it seals or opens messages in
/// turn, and exports secrets. `gnutls_hpke_deinit` frees it.
///
/// - `ctx`: takes the new context
/// - `mode`: how the sender is authenticated: `GNUTLS_HPKE_MODE_BASE` (not at all),
///   `GNUTLS_HPKE_MODE_PSK`, `GNUTLS_HPKE_MODE_AUTH`, `GNUTLS_HPKE_MODE_AUTH_PSK`
/// - `role`: `GNUTLS_HPKE_ROLE_SENDER` or `GNUTLS_HPKE_ROLE_RECEIVER`
/// - `kem`: the key encapsulation, as `GNUTLS_HPKE_KEM_DHKEM_X25519`
/// - `kdf`: the key derivation, as `GNUTLS_HPKE_KDF_HKDF_SHA256`
/// - `aead`: the cipher, or `GNUTLS_HPKE_AEAD_EXPORT_ONLY`, with which nothing is sealed
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a number names nothing, or `ctx` is NULL
///
/// Since 3.8.13. RFC 9180 section 5. Manual: `gnutls_hpke_init`.
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
        let algorithms = (HpkeKem::from_raw(kem), HpkeKdf::from_raw(kdf), HpkeAead::from_raw(aead));
        let (Some(kem), Some(kdf), Some(aead)) = algorithms else { return Err(INVALID_REQUEST) };
        let suite = Suite::new(kem, kdf, aead);
        if mode > GNUTLS_HPKE_MODE_AUTH_PSK || role > GNUTLS_HPKE_ROLE_RECEIVER {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `ctx` is NULL or valid for a write.
        unsafe { opaque::give(ctx, Hpke { mode, role, suite, ikm: None, context: None }) }
    })
}

/// Frees a context of hybrid public key encryption, and wipes its keys.
///
/// What `gnutls_hpke_encap`, `gnutls_hpke_seal` and their like gave stays the caller's.
///
/// - `ctx`: the context; NULL is ignored
///
/// Returns 0, always.
///
/// Since 3.8.13. Manual: `gnutls_hpke_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_deinit(ctx: gnutls_hpke_context_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `ctx` is NULL or a handle that is not used afterwards.
        drop(unsafe { opaque::take(ctx) });
        Ok(())
    })
}

/// Sets the sender's side up: makes a fresh key for the receiver, and encapsulates it.
///
/// The encapsulated key goes to the receiver beside the messages; it is no secret. The caller frees
/// `enc->data` with `gnutls_free`. A key or PSK that the mode has no use for is an error.
///
/// - `ctx`: a context of the sender that is not set up yet
/// - `info`: what both sides know and bind the keys to; NULL for nothing
/// - `enc`: takes the encapsulated key
/// - `receiver_pubkey`: the receiver's public key, on the curve of the KEM
/// - `sender_privkey`: the sender's key in the modes `GNUTLS_HPKE_MODE_AUTH` and
///   `GNUTLS_HPKE_MODE_AUTH_PSK`; NULL in the others
/// - `psk`: the pre-shared key in the modes `GNUTLS_HPKE_MODE_PSK` and `GNUTLS_HPKE_MODE_AUTH_PSK`;
///   NULL in the others
/// - `psk_id`: its name, where there is one; NULL else
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER`: the receiver's key leads to a secret of zeros
/// - `GNUTLS_E_INVALID_REQUEST`: the context is NULL, the receiver's or set up already, a key is on
///   another curve or behind callbacks, or the keys do not fit the mode
///
/// Since 3.8.13. RFC 9180 section 5.1. Manual: `gnutls_hpke_encap`.
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

/// Sets the receiver's side up with the encapsulated key of the sender.
///
/// Info, PSK and keys must be those of the sender: others show as messages that do not open. A key or
/// PSK that the mode has no use for is an error.
///
/// - `ctx`: a context of the receiver that is not set up yet
/// - `info`: what both sides know and bind the keys to; NULL for nothing
/// - `enc`: the encapsulated key, of `gnutls_hpke_encap`
/// - `receiver_privkey`: the receiver's key, on the curve of the KEM
/// - `sender_pubkey`: the sender's public key in the modes `GNUTLS_HPKE_MODE_AUTH` and
///   `GNUTLS_HPKE_MODE_AUTH_PSK`; NULL in the others
/// - `psk`: the pre-shared key in the modes `GNUTLS_HPKE_MODE_PSK` and `GNUTLS_HPKE_MODE_AUTH_PSK`;
///   NULL in the others
/// - `psk_id`: its name, where there is one; NULL else
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PUBKEY`: the encapsulated key is no point of the curve
/// - `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER`: a public key leads to a secret of zeros
/// - `GNUTLS_E_INVALID_REQUEST`: the context is NULL, the sender's or set up already, a key is on
///   another curve, of a wrong length or behind callbacks, or the keys do not fit the mode
///
/// Since 3.8.13. RFC 9180 section 5.1. Manual: `gnutls_hpke_decap`.
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

/// Encrypts and authenticates the next message to the receiver.
///
/// The receiver opens messages in the order in which they were sealed. The ciphertext is 16 bytes
/// longer than the plaintext: the tag stands at its end. The caller frees `ciphertext->data` with
/// `gnutls_free`.
///
/// - `ctx`: a sender's context after `gnutls_hpke_encap`
/// - `aad`: additional data that the receiver must know too; NULL for none
/// - `plaintext`: the message; NULL for an empty one
/// - `ciphertext`: takes the ciphertext
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the context is NULL, the receiver's, not set up or for export alone,
///   or `ciphertext` is NULL
///
/// Since 3.8.13. RFC 9180 section 5.2. Manual: `gnutls_hpke_seal`.
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

/// Checks and decrypts the next message of the sender.
///
/// Messages are opened in the order in which they were sealed; one that fails does not count, so that
/// the right one can still be opened. The caller frees `plaintext->data` with `gnutls_free`.
///
/// - `ctx`: a receiver's context after `gnutls_hpke_decap`
/// - `aad`: the additional data of the sender; NULL for none
/// - `ciphertext`: the ciphertext with its tag
/// - `plaintext`: takes the message
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: ciphertext, additional data, keys or order are not the sender's
/// - `GNUTLS_E_INVALID_REQUEST`: the context is NULL, the sender's, not set up or for export alone, or
///   `plaintext` is NULL
///
/// Since 3.8.13. RFC 9180 section 5.2. Manual: `gnutls_hpke_open`.
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

/// Gives a secret that both sides share, apart from the messages.
///
/// Either side may export at any time after its setup; the same context and length give the same
/// secret. The caller wipes and frees `secret->data` (`gnutls_memset`, `gnutls_free`).
///
/// - `ctx`: a context that is set up
/// - `exporter_context`: tells secrets for several uses apart; NULL for none
/// - `length`: the bytes of the secret, 1 to 255 times the length of the KDF's digest
/// - `secret`: takes the secret
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the context is NULL or not set up, the length is out of range, or
///   `secret` is NULL
///
/// Since 3.8.13. RFC 9180 section 5.3. Manual: `gnutls_hpke_export`.
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

/// Derives the key pair of a KEM from input key material.
///
/// The same material gives the same pair: it must be as secret as the key, and have at least the bytes
/// of a private key.
///
/// - `kem`: the key encapsulation that the pair is for, as `GNUTLS_HPKE_KEM_DHKEM_X25519`
/// - `ikm`: the input key material; not empty
/// - `privkey`: an object of `gnutls_privkey_init`, which takes the private key
/// - `pubkey`: an object of `gnutls_pubkey_init`, which takes the public key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the KEM is unknown, the material empty, a pointer NULL, or `privkey`
///   has a key behind callbacks
///
/// Since 3.8.13. RFC 9180 section 7.1.3. Manual: `gnutls_hpke_derive_keypair`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hpke_derive_keypair(
    kem: gnutls_hpke_kem_t,
    ikm: *const gnutls_datum_t,
    privkey: gnutls_privkey_t,
    pubkey: gnutls_pubkey_t,
) -> c_int {
    // SAFETY: `pubkey` and `privkey` are NULL or live handles; `ikm` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let kem = Kem::new(HpkeKem::from_raw(kem).ok_or(INVALID_REQUEST)?);
        let ikm = some(ikm)?;
        opaque::get(pubkey)?;
        let key = kem.derive_key_pair(ikm)?;
        let public = key.public().clone();
        replace_software(privkey, key)?;
        opaque::get_mut(pubkey)?.key = Some(public);
        Ok(())
    })
}

/// Writes a public key in the form of the context's KEM: an uncompressed point, or the bytes of X25519
/// and X448.
///
/// The caller frees `data->data` with `gnutls_free`. `gnutls_hpke_import_pubkey` reads the form.
///
/// - `ctx`: a context, set up or not
/// - `pubkey`: the public key
/// - `data`: takes the bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the key is empty or on another curve
///
/// Since 3.8.14. RFC 9180 section 7.1.1.
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

/// Reads a public key in the form of the context's KEM: an uncompressed point, or the bytes of X25519
/// and X448.
///
/// On failure the object keeps what it held.
///
/// - `ctx`: a context, set up or not
/// - `pubkey`: an object of `gnutls_pubkey_init`, which takes the key
/// - `data`: the bytes; copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PUBKEY`: the bytes are no point of the curve
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the bytes have a wrong length
///
/// Since 3.8.14. RFC 9180 section 7.1.1.
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

/// Gives how many messages a context has sealed or opened: an export for GnuTLS's own tests.
///
/// - `ctx`: the context
/// - `seq`: takes the number, 0 before the setup; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `ctx` is NULL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_hpke_get_seq(ctx: gnutls_hpke_context_t, seq: *mut u64) -> c_int {
    // SAFETY: `ctx` is NULL or a live handle; the other pointers are NULL or valid.
    guard::unit(|| unsafe {
        let count = opaque::get(ctx)?.context.as_ref().map_or(0, Context::sequence);
        write_out(seq, count);
        Ok(())
    })
}

/// Makes the sender's ephemeral key follow from input key material: an export for GnuTLS's own tests,
/// which need RFC 9180's vectors.
///
/// - `ctx`: a context of the sender
/// - `ikme`: the material; copied; not empty
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the material is empty
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_hpke_set_ikme(
    ctx: gnutls_hpke_context_t,
    ikme: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `ctx` is NULL or a live handle; the other pointers are NULL or valid.
    guard::unit(|| unsafe {
        let ikm = some(ikme)?;
        opaque::get_mut(ctx)?.ikm = Some(Zeroizing::new(ikm.to_vec()));
        Ok(())
    })
}
