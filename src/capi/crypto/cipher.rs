//! Ciphers.
use subtle::{ConditionallySelectable, ConstantTimeEq, ConstantTimeGreater};

use crate::abi::*;
use crate::alg::ciphers::Kind;
use crate::alg::ids::Cipher;
use crate::capi::ffi::memory::{bytes_in, bytes_in_place, datum_bytes, datum_in, slice, slice_mut};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::cipher::{SHORT, wrong_length};
use crate::crypto::cipher::{self, Context};
use crate::error::{Error, INVALID_REQUEST, Result};

/// What a `gnutls_cipher_hd_t` points to.
pub struct CipherHandle {
    context: Context,
    cipher: Cipher,
    /// Bytes that text must be a multiple of.
    block: usize,
    /// Bytes up to which padding fills; 0 for a cipher that has none.
    pads: usize,
    /// Bytes of a tag; 0 for a cipher without.
    tag: usize,
}

// SAFETY: all handles are created by `gnutls_cipher_init`.
unsafe impl Opaque for api_cipher_hd_st {
    type Object = CipherHandle;
}

impl CipherHandle {
    fn whole_blocks(&self, len: usize) -> Result<()> {
        if len.is_multiple_of(self.block) { Ok(()) } else { Err(INVALID_REQUEST) }
    }
}

/// Creates a handle for a cipher with a key and an IV.
///
/// It encrypts and decrypts piece by piece; key and IV are copied, and the key is wiped when
/// `gnutls_cipher_deinit` frees the handle. For AEAD ciphers `gnutls_aead_cipher_init` is the better
/// choice: here the program compares the tag itself.
///
/// - `handle`: takes the new handle
/// - `cipher`: any cipher but those that need a message whole (CCM, SIV)
/// - `key`: the key, of `gnutls_cipher_get_key_size` bytes; of ARCFOUR-128 any length but 0
/// - `iv`: the IV, of `gnutls_cipher_get_iv_size` bytes; NULL for zeros
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the cipher is unknown or not for this, a pointer is NULL, or key or IV
///   have a wrong length
/// - `GNUTLS_E_INTERNAL_ERROR`: key or IV of AES in CBC, GCM or XTS have a wrong length, as GnuTLS has
///   it
///
/// Since 2.10.0. Manual: `gnutls_cipher_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_init(
    handle: *mut gnutls_cipher_hd_t,
    cipher: gnutls_cipher_algorithm_t,
    key: *const gnutls_datum_t,
    iv: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        let cipher =
            Cipher::from_raw(cipher).filter(|c| cipher::is_incremental(*c)).ok_or(INVALID_REQUEST)?;
        let wrong = wrong_length(cipher);
        // SAFETY: the datums are NULL or valid; `handle` is NULL or writable.
        unsafe {
            let key = datum_in(key)?;
            let any_key = cipher == Cipher::Arcfour128;
            if key.is_empty() || (key.len() != cipher.key_size() && !any_key) {
                return Err(wrong);
            }
            let zeros = [0; 16];
            let none = iv.is_null() || ((*iv).data.is_null() && (*iv).size > 0);
            let iv = match datum_bytes(iv) {
                _ if any_key => &[],
                Some(iv) if !none => iv,
                _ => &zeros[..cipher.iv_size()],
            };
            if !iv_fits(cipher, iv.len()) {
                return Err(wrong);
            }
            let context = Context::new(cipher, key, iv).map_err(|_| wrong)?;
            let block = if cipher.kind() == Kind::Block { cipher.block_size() } else { 1 };
            let pads = if pads(cipher) { cipher.block_size() } else { 0 };
            opaque::give(handle, CipherHandle { context, cipher, block, pads, tag: cipher.tag_size() })
        }
    })
}

/// Whether an IV has a length that these functions accept for the cipher, where those of GCM are shorter than elsewhere;
/// for other ciphers [`Context`] knows.
fn iv_fits(cipher: Cipher, len: usize) -> bool {
    match cipher {
        Cipher::Aes128Gcm | Cipher::Aes192Gcm | Cipher::Aes256Gcm => len == cipher.iv_size(),
        Cipher::Camellia128Gcm | Cipher::Camellia256Gcm => len <= cipher.iv_size(),
        _ => true,
    }
}

/// Whether `gnutls_cipher_encrypt3` pads. To GnuTLS, CFB of AES and XTS are no streams.
fn pads(cipher: Cipher) -> bool {
    cipher.kind() == Kind::Block
        || matches!(
            cipher,
            Cipher::Aes128Cfb8
                | Cipher::Aes192Cfb8
                | Cipher::Aes256Cfb8
                | Cipher::Aes128Cfb
                | Cipher::Aes192Cfb
                | Cipher::Aes256Cfb
                | Cipher::Aes128Xts
                | Cipher::Aes256Xts
        )
}

/// Frees a handle for a cipher, and wipes its key.
///
/// - `handle`: the handle of `gnutls_cipher_init`; NULL is ignored
///
/// Since 2.10.0. Manual: `gnutls_cipher_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_deinit(handle: gnutls_cipher_hd_t) {
    // SAFETY: the handle is NULL or from gnutls_cipher_init, and not used again.
    guard::or((), || drop(unsafe { opaque::take(handle) }))
}

/// Begins a new message with another IV, under the same key.
///
/// An IV of a wrong length is ignored, as there is no way to tell of it: the old message goes on. A
/// stream cipher or AEAD may never have the same IV twice under one key.
///
/// - `handle`: the handle; NULL is ignored
/// - `iv`: the IV; copied, not changed
/// - `ivlen`: its length in bytes, `gnutls_cipher_get_iv_size`
///
/// Since 3.0. Manual: `gnutls_cipher_set_iv`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_set_iv(handle: gnutls_cipher_hd_t, iv: *mut c_void, ivlen: usize) {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_cipher_init; `iv` has `ivlen` bytes.
        let (h, iv) = unsafe { (opaque::get_mut(handle)?, bytes_in(iv, ivlen)?) };
        if !iv_fits(h.cipher, iv.len()) {
            return Err(INVALID_REQUEST);
        }
        h.context.set_iv(iv)
    });
}

/// Adds data that an AEAD authenticates and does not encrypt.
///
/// It comes before the text of a message. Several calls count in a row; with GCM each but the last is a
/// whole number of blocks.
///
/// - `handle`: the handle of an AEAD
/// - `ptext`: the data; may be NULL if `ptext_size` is 0
/// - `ptext_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `handle` is NULL, the cipher is no AEAD, text was there already, or
///   `ptext` is NULL with a length
///
/// Since 3.0. Manual: `gnutls_cipher_add_auth`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_add_auth(
    handle: gnutls_cipher_hd_t,
    ptext: *const c_void,
    ptext_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_cipher_init; `ptext` has `ptext_size` bytes.
        unsafe { opaque::get_mut(handle)?.context.add_auth(bytes_in_place(ptext, ptext_size)?) }
    })
}

/// Gives the tag of an AEAD over the text so far, encrypted or decrypted.
///
/// It ends the message: `gnutls_cipher_set_iv` begins the next one. After decryption compare the tag
/// with the sender's by `gnutls_memcmp`, and use the text only if they are the same.
///
/// - `handle`: the handle of an AEAD
/// - `tag`: takes the tag
/// - `tag_size`: how many bytes of it; more than the tag has are left as they are
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `handle` is NULL, the cipher is no AEAD, or `tag` is NULL with a size
///
/// Since 3.0. Manual: `gnutls_cipher_tag`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_tag(
    handle: gnutls_cipher_hd_t,
    tag: *mut c_void,
    tag_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_cipher_init; `tag` has `tag_size` bytes.
        unsafe {
            let h = opaque::get_mut(handle)?;
            if tag.is_null() && tag_size > 0 {
                return Err(INVALID_REQUEST);
            }
            let made = h.context.tag()?;
            let out = slice_mut(tag, tag_size);
            let n = out.len().min(h.tag);
            out[..n].copy_from_slice(&made[..n]);
        }
        Ok(())
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Encrypt,
    Decrypt,
}

/// Runs the cipher from `from` to `to`, which may be the same buffer.
///
/// # Safety
/// The handle is NULL or from `gnutls_cipher_init`; `from` has `len` bytes, `to` has `capacity`.
unsafe fn run(
    handle: gnutls_cipher_hd_t,
    way: Way,
    from: *const c_void,
    len: usize,
    to: *mut c_void,
    capacity: usize,
) -> Result<()> {
    // SAFETY: the handle and the buffers are valid for their lengths (the caller). The copy allows overlap,
    // and `to` is borrowed only after it.
    unsafe {
        let h = opaque::get_mut(handle)?;
        if capacity < len {
            return Err(SHORT);
        }
        h.whole_blocks(len)?;
        if len > 0 && (from.is_null() || to.is_null()) {
            return Err(INVALID_REQUEST);
        }
        if len > 0 && !core::ptr::eq(from, to) {
            // If this fails, none of the text has been copied to `to`.
            h.context.ready(len)?;
            core::ptr::copy(from.cast::<u8>(), to.cast(), len);
        }
        let data = slice_mut(to, len);
        match way {
            Way::Encrypt => h.context.encrypt(data),
            Way::Decrypt => h.context.decrypt(data),
        }
    }
}

/// Encrypts a piece of text where it lies.
///
/// Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
/// one data unit of at least 16 bytes. The next piece goes on where this one ends.
///
/// - `handle`: the handle of `gnutls_cipher_init`
/// - `ptext`: in: the plaintext; out: the ciphertext
/// - `ptext_len`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL with a length, the text is no whole number of
///   blocks, or the tag of an AEAD was taken already
///
/// Since 2.10.0. Manual: `gnutls_cipher_encrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_encrypt(
    handle: gnutls_cipher_hd_t,
    ptext: *mut c_void,
    ptext_len: usize,
) -> c_int {
    // SAFETY: the handle and the buffers are as [`run`] requires (the caller).
    guard::unit(|| unsafe { run(handle, Way::Encrypt, ptext, ptext_len, ptext, ptext_len) })
}

/// Decrypts a piece of text where it lies.
///
/// Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
/// one data unit of at least 16 bytes. The next piece goes on where this one ends.
///
/// - `handle`: the handle of `gnutls_cipher_init`
/// - `ctext`: in: the ciphertext; out: the plaintext
/// - `ctext_len`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL with a length, the text is no whole number of
///   blocks, or the tag of an AEAD was taken already
///
/// Since 2.10.0. Manual: `gnutls_cipher_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_decrypt(
    handle: gnutls_cipher_hd_t,
    ctext: *mut c_void,
    ctext_len: usize,
) -> c_int {
    // SAFETY: the handle and the buffers are as [`run`] requires (the caller).
    guard::unit(|| unsafe { run(handle, Way::Decrypt, ctext, ctext_len, ctext, ctext_len) })
}

/// Encrypts a piece of text from one buffer to another.
///
/// Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
/// one data unit of at least 16 bytes. The buffers may overlap. The next piece goes on where this one
/// ends.
///
/// - `handle`: the handle of `gnutls_cipher_init`
/// - `ptext`: the plaintext
/// - `ptext_len`: its length in bytes
/// - `ctext`: takes the ciphertext, as long as the plaintext
/// - `ctext_len`: the capacity of `ctext` in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the capacity is less than the plaintext
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL with a length, the text is no whole number of
///   blocks, or the tag of an AEAD was taken already
///
/// Since 2.12.0. Manual: `gnutls_cipher_encrypt2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_encrypt2(
    handle: gnutls_cipher_hd_t,
    ptext: *const c_void,
    ptext_len: usize,
    ctext: *mut c_void,
    ctext_len: usize,
) -> c_int {
    // SAFETY: the handle and the buffers are as [`run`] requires (the caller).
    guard::unit(|| unsafe { run(handle, Way::Encrypt, ptext, ptext_len, ctext, ctext_len) })
}

/// Decrypts a piece of text from one buffer to another.
///
/// Block ciphers in CBC take whole blocks only (`gnutls_cipher_get_block_size`); with XTS each call is
/// one data unit of at least 16 bytes. The buffers may overlap. The next piece goes on where this one
/// ends.
///
/// - `handle`: the handle of `gnutls_cipher_init`
/// - `ctext`: the ciphertext
/// - `ctext_len`: its length in bytes
/// - `ptext`: takes the plaintext, as long as the ciphertext
/// - `ptext_len`: the capacity of `ptext` in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the capacity is less than the ciphertext
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL with a length, the text is no whole number of
///   blocks, or the tag of an AEAD was taken already
///
/// Since 2.12.0. Manual: `gnutls_cipher_decrypt2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_decrypt2(
    handle: gnutls_cipher_hd_t,
    ctext: *const c_void,
    ctext_len: usize,
    ptext: *mut c_void,
    ptext_len: usize,
) -> c_int {
    // SAFETY: the handle and the buffers are as [`run`] requires (the caller).
    guard::unit(|| unsafe { run(handle, Way::Decrypt, ctext, ctext_len, ptext, ptext_len) })
}

/// Encrypts a piece of text from one buffer to another, and pads it where that is asked for.
///
/// The padding of PKCS #7 is for the last piece of a message: 1 to 16 bytes up to a whole block. Stream
/// ciphers and AEADs have none. Encrypting with NULL as `ctext` only tells the length.
///
/// - `handle`: the handle of `gnutls_cipher_init`
/// - `ptext`: the plaintext; may be NULL if `ptext_len` is 0
/// - `ptext_len`: its length in bytes
/// - `ctext`: takes the ciphertext; NULL asks for the length
/// - `ctext_len`: in: the capacity of `ctext` in bytes; out: the length written, or needed if `ctext`
///   is NULL
/// - `flags`: 0 or `GNUTLS_CIPHER_PADDING_PKCS7`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the capacity is less than the padded text; the size is not changed
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL with a length, the text is no whole number of
///   blocks, or the tag of an AEAD was taken already
///
/// Since 3.7.7. RFC 5652 section 6.3. Manual: `gnutls_cipher_encrypt3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_encrypt3(
    handle: gnutls_cipher_hd_t,
    ptext: *const c_void,
    ptext_len: usize,
    ctext: *mut c_void,
    ctext_len: *mut usize,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or from gnutls_cipher_init; `ctext_len` is NULL or valid, the buffers
        // have the lengths they are said to have.
        unsafe {
            let h = opaque::get_mut(handle)?;
            let capacity = *ctext_len.as_ref().ok_or(INVALID_REQUEST)?;
            let padded = flags & GNUTLS_CIPHER_PADDING_PKCS7 != 0 && h.pads > 0;
            let pad = if padded { h.pads - ptext_len % h.pads } else { 0 };
            let total = ptext_len.checked_add(pad).ok_or(INVALID_REQUEST)?;
            if ctext.is_null() {
                *ctext_len = total;
                return Ok(());
            }
            if capacity < total {
                return Err(SHORT);
            }
            h.whole_blocks(total)?;
            h.context.ready(total)?;
            if ptext_len > 0 {
                if ptext.is_null() {
                    return Err(INVALID_REQUEST);
                }
                core::ptr::copy(ptext.cast::<u8>(), ctext.cast(), ptext_len);
            }
            let data = slice_mut(ctext, total);
            data[ptext_len..].fill(pad as u8);
            h.context.encrypt(data)?;
            *ctext_len = total;
            Ok(())
        }
    })
}

/// Decrypts a piece of text from one buffer to another, and takes padding off where that is asked for.
///
/// Its time does not tell which byte of a padding is wrong, but its answer tells that one is:
/// authenticate the text first. With NULL as `ptext` it only tells the length, padding included.
///
/// - `handle`: the handle of `gnutls_cipher_init`
/// - `ctext`: the ciphertext
/// - `ctext_len`: its length in bytes
/// - `ptext`: takes the plaintext with its padding; NULL asks for the length
/// - `ptext_len`: in: the capacity of `ptext` in bytes, at least `ctext_len`; out: the length without
///   padding
/// - `flags`: 0 or `GNUTLS_CIPHER_PADDING_PKCS7`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: there is no padding at the end
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the capacity is less than the ciphertext
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL with a length, the text is no whole number of
///   blocks, or the tag of an AEAD was taken already
///
/// Since 3.7.7. RFC 5652 section 6.3. Manual: `gnutls_cipher_decrypt3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_decrypt3(
    handle: gnutls_cipher_hd_t,
    ctext: *const c_void,
    ctext_len: usize,
    ptext: *mut c_void,
    ptext_len: *mut usize,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: as gnutls_cipher_encrypt3.
        unsafe {
            let h = opaque::get(handle)?;
            let pads = h.pads;
            let capacity = *ptext_len.as_ref().ok_or(INVALID_REQUEST)?;
            if ptext.is_null() {
                h.whole_blocks(ctext_len)?;
                *ptext_len = ctext_len;
                return Ok(());
            }
            run(handle, Way::Decrypt, ctext, ctext_len, ptext, capacity)?;
            let data = slice(ptext, ctext_len);
            let mut len = ctext_len;
            if flags & GNUTLS_CIPHER_PADDING_PKCS7 != 0 && pads > 0 {
                len = unpadded(data, pads)?;
            }
            *ptext_len = len;
            Ok(())
        }
    })
}

/// The length without the padding of PKCS #7 at the end. Which byte is wrong does not show in the time.
fn unpadded(data: &[u8], block: usize) -> Result<usize> {
    const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);
    let start = data.len().checked_sub(block).ok_or(FAILED)?;
    match padding(&data[start..]) {
        0 => Err(FAILED),
        n => Ok(data.len() - usize::from(n)),
    }
}

/// The length of the padding of PKCS #7 at the end of a block, 0 if it is wrong, in constant time.
fn padding(block: &[u8]) -> u8 {
    let Some(pad) = block.last() else { return 0 };
    let size = u8::try_from(block.len()).unwrap_or(u8::MAX);
    let mut good = !pad.ct_eq(&0) & !pad.ct_gt(&size);
    for (left, byte) in (1..=size).zip(block.iter().rev()) {
        good &= left.ct_gt(pad) | byte.ct_eq(pad);
    }
    u8::conditional_select(&0, pad, good)
}

/// Returns the length of the padding of PKCS #7 at the end of a block, in constant time: an export for
/// GnuTLS's own tests.
///
/// - `block`: the block
/// - `block_size`: its length in bytes, at most 255
///
/// Returns the length, or 0 if the padding is wrong, or `block` is NULL.
///
/// RFC 5652 section 6.3.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_pkcs7_unpad(block: *const u8, block_size: c_uint) -> c_uint {
    // SAFETY: `block` is NULL or has as many bytes as its size says.
    guard::or(0, || padding(unsafe { slice(block.cast(), block_size as usize) }).into())
}
