//! Authenticated encryption.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::ciphers::Kind;
use crate::alg::ids::Cipher;
use crate::capi::ffi::memory::{bytes_in, bytes_in_place, datum_in, disjoint, slice, slice_mut, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::cipher::{SHORT, wrong_length};
use crate::crypto::aead::one_shot::OneShot;
use crate::error::{INVALID_REQUEST, Result, err};
use crate::memory;

/// What a `gnutls_aead_cipher_hd_t` points to.
pub struct AeadHandle {
    cipher: Cipher,
    /// Bytes of the whole tag.
    tag: usize,
    key: OneShot,
}

// SAFETY: all handles are created by `gnutls_aead_cipher_init`.
unsafe impl Opaque for api_aead_cipher_hd_st {
    type Object = AeadHandle;
}

/// Creates a handle for authenticated encryption under a key.
///
/// The key is copied, and wiped when `gnutls_aead_cipher_deinit` frees the handle. One handle serves
/// any number of messages in both directions; each call gives its whole message.
///
/// - `handle`: takes the new handle
/// - `cipher`: an AEAD, as `GNUTLS_CIPHER_AES_128_GCM` or `GNUTLS_CIPHER_CHACHA20_POLY1305`
/// - `key`: the key, of `gnutls_cipher_get_key_size` bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the cipher is unknown or no AEAD, the key has a wrong length, or a
///   pointer is NULL
/// - `GNUTLS_E_INTERNAL_ERROR`: the key of AES-GCM has a wrong length, as GnuTLS has it
///
/// Since 3.4.0. RFC 5116. Manual: `gnutls_aead_cipher_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_init(
    handle: *mut gnutls_aead_cipher_hd_t,
    cipher: gnutls_cipher_algorithm_t,
    key: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        let cipher = Cipher::from_raw(cipher).ok_or(INVALID_REQUEST)?;
        if cipher.kind() != Kind::Aead {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: `key` is NULL or valid; `handle` is NULL or writable.
        unsafe {
            let key = datum_in(key)?;
            if key.len() != cipher.key_size() {
                return Err(wrong_length(cipher));
            }
            opaque::give(
                handle,
                AeadHandle { cipher, tag: cipher.tag_size(), key: OneShot::new(cipher, key)? },
            )
        }
    })
}

/// Changes the key of a handle for authenticated encryption.
///
/// Messages after the call are under the new key; the old one is wiped. On failure the old one stays.
///
/// - `handle`: the handle of `gnutls_aead_cipher_init`
/// - `key`: the key, of `gnutls_cipher_get_key_size` bytes; copied
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the key has a wrong length
///
/// Since 3.7.5. Manual: `gnutls_aead_cipher_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_set_key(
    handle: gnutls_aead_cipher_hd_t,
    key: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or from gnutls_aead_cipher_init; `key` is NULL or valid.
        unsafe {
            let h = opaque::get_mut(handle)?;
            h.key = OneShot::new(h.cipher, datum_in(key)?)?;
        }
        Ok(())
    })
}

/// Frees a handle for authenticated encryption, and wipes its key.
///
/// - `handle`: the handle of `gnutls_aead_cipher_init`; NULL is ignored
///
/// Since 3.4.0. Manual: `gnutls_aead_cipher_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_deinit(handle: gnutls_aead_cipher_hd_t) {
    // SAFETY: the handle is NULL or from gnutls_aead_cipher_init, and not used again.
    guard::or((), || drop(unsafe { opaque::take(handle) }))
}

/// The tag's length: 0 asks for the whole.
fn tag_len(whole: usize, tag_size: usize) -> Result<usize> {
    match tag_size {
        0 => Ok(whole),
        n if n <= whole => Ok(n),
        _ => Err(INVALID_REQUEST),
    }
}

/// The nonce; GCM takes none that is longer than its usual one, as 3.8.13 has it.
///
/// # Safety
/// As [`slice()`].
unsafe fn nonce_of<'a>(h: &AeadHandle, nonce: *const c_void, len: usize) -> Result<&'a [u8]> {
    use Cipher::*;
    let gcm = matches!(h.cipher, Aes128Gcm | Aes192Gcm | Aes256Gcm | Camellia128Gcm | Camellia256Gcm);
    if gcm && len > h.cipher.iv_size() {
        return Err(INVALID_REQUEST);
    }
    // SAFETY: `nonce` is NULL or has as many bytes as its length says.
    unsafe { bytes_in(nonce, len) }
}

/// Encrypts `ptext` to `ctext`, which has space for the tag too; gives the length of both.
///
/// # Safety
/// The buffers have their lengths; nonce and additional data lie apart from `ctext`. Where `ptext` overlaps it,
/// the text is moved first, and only then is `ctext` borrowed.
unsafe fn seal_message(
    h: &mut AeadHandle,
    nonce: &[u8],
    auth: &[u8],
    tag_size: usize,
    ptext: *const c_void,
    len: usize,
    ctext: *mut c_void,
) -> Result<usize> {
    let total = len + tag_size;
    // SAFETY: `ptext` is NULL or has as many bytes as its length says; `ctext` is NULL or has as much space as its
    // size says.
    unsafe {
        if h.key.seals_apart() && disjoint(ptext, len, ctext, total) {
            let (out, tag) = slice_mut(ctext, total).split_at_mut(len);
            h.key.seal_to(nonce, auth, slice(ptext, len), out, tag)?;
            return Ok(total);
        }
        let at = if h.key.tag_first() { tag_size } else { 0 };
        if len > 0 {
            core::ptr::copy(ptext.cast::<u8>(), ctext.cast::<u8>().add(at), len);
        }
        let (front, back) = slice_mut(ctext, total).split_at_mut(if at > 0 { at } else { len });
        let (text, tag) = if at > 0 { (back, front) } else { (front, back) };
        let done = h.key.seal(nonce, auth, text, tag);
        if done.is_err() && !core::ptr::eq(ptext.cast(), text.as_ptr()) {
            // On failure the plaintext is not left in the output buffer.
            text.fill(0);
        }
        done.map(|()| total)
    }
}

/// Encrypts and authenticates a message.
///
/// Ciphertext and tag are written in a row; with AES-SIV the tag comes first. `ctext` may overlap any
/// input, and be the same buffer as `ptext`.
///
/// - `handle`: the handle
/// - `nonce`: the nonce, which no two messages under one key may share
/// - `nonce_len`: its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
///   most 12 with GCM
/// - `auth`: additional data, which is authenticated and not encrypted; NULL if `auth_len` is 0
/// - `auth_len`: its length in bytes
/// - `tag_size`: the bytes of the tag; 0 for the whole one (`gnutls_cipher_get_tag_size`)
/// - `ptext`: the plaintext; NULL if `ptext_len` is 0
/// - `ptext_len`: its length in bytes
/// - `ctext`: takes ciphertext and tag
/// - `ctext_len`: in: the capacity of `ctext` in bytes; out: the length written
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the capacity is less than plaintext and tag; the size is not
///   changed
/// - `GNUTLS_E_INVALID_REQUEST`: nonce or tag have a length that the cipher does not take, or a pointer
///   is NULL with a length
///
/// Since 3.4.0. RFC 5116 section 2.1. Manual: `gnutls_aead_cipher_encrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_encrypt(
    handle: gnutls_aead_cipher_hd_t,
    nonce: *const c_void,
    nonce_len: usize,
    auth: *const c_void,
    auth_len: usize,
    tag_size: usize,
    ptext: *const c_void,
    ptext_len: usize,
    ctext: *mut c_void,
    ctext_len: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or from gnutls_aead_cipher_init; the buffers have their lengths.
        unsafe {
            let h = opaque::get_mut(handle)?;
            let tag_size = tag_len(h.tag, tag_size)?;
            let capacity = *ctext_len.as_ref().ok_or(INVALID_REQUEST)?;
            let total = ptext_len.checked_add(tag_size).ok_or(INVALID_REQUEST)?;
            if capacity < total {
                return Err(SHORT);
            }
            if ctext.is_null() || (ptext.is_null() && ptext_len > 0) {
                return Err(INVALID_REQUEST);
            }
            let (nonce, auth) = (nonce_of(h, nonce, nonce_len)?, bytes_in_place(auth, auth_len)?);
            let away = |bytes: &[u8]| disjoint(bytes.as_ptr().cast(), bytes.len(), ctext, total);
            if away(nonce) && away(auth) {
                seal_message(h, nonce, auth, tag_size, ptext, ptext_len, ctext)?;
            } else {
                // The ciphertext would overwrite them, so they are copied.
                let (nonce, auth) = (nonce.to_vec(), auth.to_vec());
                seal_message(h, &nonce, &auth, tag_size, ptext, ptext_len, ctext)?;
            }
            *ctext_len = total;
        }
        Ok(())
    })
}

/// The mirror of [`seal_message`], of a text of `len` bytes.
///
/// # Safety
/// As [`seal_message`]; where `ctext` and `ptext` overlap, a copy of ours is opened.
unsafe fn open_message(
    h: &mut AeadHandle,
    nonce: &[u8],
    auth: &[u8],
    tag_size: usize,
    ctext: *const c_void,
    ptext: *mut c_void,
    len: usize,
) -> Result<()> {
    let (total, first) = (len + tag_size, h.key.tag_first());
    let split = |sealed| {
        let (a, b) = <[u8]>::split_at(sealed, if first { tag_size } else { len });
        if first { (b, a) } else { (a, b) }
    };
    // SAFETY: `ctext` is NULL or has as many bytes as its length says; `ptext` is NULL or has as much space as its
    // size says.
    unsafe {
        if disjoint(ctext, total, ptext, len) {
            let (text, tag) = split(slice(ctext, total));
            let out = slice_mut(ptext, len);
            if h.key.opens_apart(tag_size) {
                return h.key.open_to(nonce, auth, text, out, tag);
            }
            out.copy_from_slice(text);
            return h.key.open(nonce, auth, out, tag);
        }
        let sealed = memory::copy(slice(ctext, total))?;
        let (text, tag) = split(&sealed);
        let mut text = Zeroizing::new(memory::copy(text)?);
        h.key.open(nonce, auth, &mut text, tag)?;
        slice_mut(ptext, len).copy_from_slice(&text);
    }
    Ok(())
}

/// Checks the tag of a message, and decrypts it.
///
/// Where the tag is wrong nothing of the plaintext is left in `ptext`. `ptext` may overlap any input,
/// and be the same buffer as `ctext`.
///
/// - `handle`: the handle
/// - `nonce`: the nonce, which no two messages under one key may share
/// - `nonce_len`: its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
///   most 12 with GCM
/// - `auth`: the additional data of the sender; NULL if `auth_len` is 0
/// - `auth_len`: its length in bytes
/// - `tag_size`: the bytes of the tag; 0 for the whole one (`gnutls_cipher_get_tag_size`)
/// - `ctext`: ciphertext and tag, as `gnutls_aead_cipher_encrypt` writes them
/// - `ctext_len`: their length in bytes
/// - `ptext`: takes the plaintext; NULL if it is empty
/// - `ptext_len`: in: the capacity of `ptext` in bytes; out: the length written
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: the tag is not right, or the message is shorter than it
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the capacity is less than the plaintext; the size is not changed
/// - `GNUTLS_E_INVALID_REQUEST`: nonce or tag have a length that the cipher does not take, or a pointer
///   is NULL with a length
///
/// Since 3.4.0. RFC 5116 section 2.2. Manual: `gnutls_aead_cipher_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_decrypt(
    handle: gnutls_aead_cipher_hd_t,
    nonce: *const c_void,
    nonce_len: usize,
    auth: *const c_void,
    auth_len: usize,
    tag_size: usize,
    ctext: *const c_void,
    ctext_len: usize,
    ptext: *mut c_void,
    ptext_len: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: as gnutls_aead_cipher_encrypt.
        unsafe {
            let h = opaque::get_mut(handle)?;
            let tag_size = tag_len(h.tag, tag_size)?;
            let capacity = *ptext_len.as_ref().ok_or(INVALID_REQUEST)?;
            let Some(len) = ctext_len.checked_sub(tag_size) else { return err(GNUTLS_E_DECRYPTION_FAILED) };
            if capacity < len {
                return Err(SHORT);
            }
            if ctext.is_null() || (ptext.is_null() && len > 0) {
                return Err(INVALID_REQUEST);
            }
            let (nonce, auth) = (nonce_of(h, nonce, nonce_len)?, bytes_in_place(auth, auth_len)?);
            let away = |bytes: &[u8]| disjoint(bytes.as_ptr().cast(), bytes.len(), ptext, len);
            if away(nonce) && away(auth) {
                open_message(h, nonce, auth, tag_size, ctext, ptext, len)?;
            } else {
                let (nonce, auth) = (nonce.to_vec(), auth.to_vec());
                open_message(h, &nonce, &auth, tag_size, ctext, ptext, len)?;
            }
            *ptext_len = len;
        }
        Ok(())
    })
}

/// The bytes of all parts in a row.
///
/// # Safety
/// `iov` is NULL or has `count` valid parts.
unsafe fn gather(iov: *const giovec_t, count: c_int) -> Result<Zeroizing<Vec<u8>>> {
    let mut out = Zeroizing::new(Vec::new());
    if iov.is_null() || count <= 0 {
        return if count > 0 { Err(INVALID_REQUEST) } else { Ok(out) };
    }
    // SAFETY: `iov` is NULL or valid for reads.
    unsafe {
        for part in core::slice::from_raw_parts(iov, count as usize) {
            let part = bytes_in_place(part.iov_base, part.iov_len)?;
            memory::reserve(&mut out, part.len())?;
            out.extend_from_slice(part);
        }
    }
    Ok(out)
}

/// Parts to read, copied only if they are more than one.
enum Gathered<'a> {
    One(&'a [u8]),
    Many(Zeroizing<Vec<u8>>),
}

impl Gathered<'_> {
    /// # Safety
    /// As [`gather`], the parts unchanged as long as this lives.
    unsafe fn new(iov: *const giovec_t, count: c_int) -> Result<Self> {
        // SAFETY: `iov` is NULL or valid for reads.
        unsafe {
            match iov.as_ref().filter(|_| count == 1) {
                Some(one) => Ok(Gathered::One(bytes_in_place(one.iov_base, one.iov_len)?)),
                None => gather(iov, count).map(Gathered::Many),
            }
        }
    }
}

impl core::ops::Deref for Gathered<'_> {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        match self {
            Gathered::One(bytes) => bytes,
            Gathered::Many(bytes) => bytes,
        }
    }
}

/// The opposite of [`gather`].
///
/// # Safety
/// As [`gather`], the parts writable.
unsafe fn scatter(bytes: &[u8], iov: *const giovec_t, count: c_int) {
    if iov.is_null() || count <= 0 {
        return;
    }
    let mut rest = bytes;
    // SAFETY: `iov` has `count` valid, writable parts (the caller), whose lengths `gather` has summed.
    unsafe {
        for part in core::slice::from_raw_parts(iov, count as usize) {
            let out = slice_mut(part.iov_base, part.iov_len);
            let (now, later) = rest.split_at(out.len().min(rest.len()));
            out[..now.len()].copy_from_slice(now);
            rest = later;
        }
    }
}

/// Encrypts and authenticates a message whose parts lie in several buffers.
///
/// As `gnutls_aead_cipher_encrypt`: ciphertext and tag are written in a row; with AES-SIV the tag comes
/// first. `gnutls_aead_cipher_encryptv2` encrypts in place.
///
/// - `handle`: the handle
/// - `nonce`: the nonce, which no two messages under one key may share
/// - `nonce_len`: its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
///   most 12 with GCM
/// - `auth_iov`: the pieces of the additional data; NULL for none
/// - `auth_iovcnt`: how many pieces
/// - `tag_size`: the bytes of the tag; 0 for the whole one (`gnutls_cipher_get_tag_size`)
/// - `iov`: the pieces of the plaintext; NULL for none
/// - `iovcnt`: how many pieces
/// - `ctext`: takes ciphertext and tag
/// - `ctext_len`: in: the capacity of `ctext` in bytes; out: the length written
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the capacity is less than plaintext and tag; the size is not
///   changed
/// - `GNUTLS_E_INVALID_REQUEST`: nonce or tag have a length that the cipher does not take, or a pointer
///   is NULL with a length
///
/// Since 3.6.3. Manual: `gnutls_aead_cipher_encryptv`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_encryptv(
    handle: gnutls_aead_cipher_hd_t,
    nonce: *const c_void,
    nonce_len: usize,
    auth_iov: *const giovec_t,
    auth_iovcnt: c_int,
    tag_size: usize,
    iov: *const giovec_t,
    iovcnt: c_int,
    ctext: *mut c_void,
    ctext_len: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or from gnutls_aead_cipher_init; parts and buffers have their lengths.
        unsafe {
            let h = opaque::get_mut(handle)?;
            let tag_size = tag_len(h.tag, tag_size)?;
            let (auth, mut text) = (Gathered::new(auth_iov, auth_iovcnt)?, gather(iov, iovcnt)?);
            let capacity = *ctext_len.as_ref().ok_or(INVALID_REQUEST)?;
            let total = text.len() + tag_size;
            if capacity < total {
                return Err(SHORT);
            }
            if ctext.is_null() {
                return Err(INVALID_REQUEST);
            }
            let mut tag = [0; 16];
            let tag = &mut tag[..tag_size];
            h.key.seal(nonce_of(h, nonce, nonce_len)?, &auth, &mut text, tag)?;
            let out = slice_mut(ctext, total);
            let at = if h.key.tag_first() { (tag_size, 0) } else { (0, text.len()) };
            out[at.0..][..text.len()].copy_from_slice(&text);
            out[at.1..][..tag_size].copy_from_slice(tag);
            *ctext_len = total;
        }
        Ok(())
    })
}

/// Encrypts a message where it lies, in several buffers, and writes its tag apart.
///
/// - `handle`: the handle
/// - `nonce`: the nonce, which no two messages under one key may share
/// - `nonce_len`: its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
///   most 12 with GCM
/// - `auth_iov`: the pieces of the additional data; NULL for none
/// - `auth_iovcnt`: how many pieces
/// - `iov`: the pieces of the plaintext, which become the ciphertext; NULL for none
/// - `iovcnt`: how many pieces
/// - `tag`: takes the tag
/// - `tag_size`: in: the bytes of the tag that are wanted, 0 for the whole one; out: the length
///   written. NULL: the whole one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: nonce or tag have a length that the cipher does not take, `tag` is
///   NULL, or a pointer is NULL with a length
///
/// Since 3.6.10. Manual: `gnutls_aead_cipher_encryptv2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_encryptv2(
    handle: gnutls_aead_cipher_hd_t,
    nonce: *const c_void,
    nonce_len: usize,
    auth_iov: *const giovec_t,
    auth_iovcnt: c_int,
    iov: *const giovec_t,
    iovcnt: c_int,
    tag: *mut c_void,
    tag_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: as gnutls_aead_cipher_encryptv; the parts of `iov` are writable, `tag` has `*tag_size`.
        unsafe {
            let h = opaque::get_mut(handle)?;
            let size = tag_len(h.tag, tag_size.as_ref().map_or(0, |n| *n))?;
            if tag.is_null() {
                return Err(INVALID_REQUEST);
            }
            let auth = Gathered::new(auth_iov, auth_iovcnt)?;
            let nonce = nonce_of(h, nonce, nonce_len)?;
            let tag = slice_mut(tag, size);
            match iov.as_ref().filter(|_| iovcnt == 1) {
                Some(one) => {
                    bytes_in_place(one.iov_base, one.iov_len)?;
                    h.key.seal(nonce, &auth, slice_mut(one.iov_base, one.iov_len), tag)?;
                }
                None => {
                    let mut text = gather(iov, iovcnt)?;
                    h.key.seal(nonce, &auth, &mut text, tag)?;
                    scatter(&text, iov, iovcnt);
                }
            }
            write_out(tag_size, size);
        }
        Ok(())
    })
}

/// Checks the tag of a message, and decrypts it where it lies, in several buffers.
///
/// Where the tag is wrong the buffers stay as they were.
///
/// - `handle`: the handle
/// - `nonce`: the nonce, which no two messages under one key may share
/// - `nonce_len`: its length in bytes: `gnutls_cipher_get_iv_size`, or what else the cipher takes; at
///   most 12 with GCM
/// - `auth_iov`: the pieces of the additional data; NULL for none
/// - `auth_iovcnt`: how many pieces
/// - `iov`: the pieces of the ciphertext, which become the plaintext; NULL for none
/// - `iovcnt`: how many pieces
/// - `tag`: the tag
/// - `tag_size`: its length in bytes; 0 for the whole one (`gnutls_cipher_get_tag_size`)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: the tag is not right
/// - `GNUTLS_E_INVALID_REQUEST`: nonce or tag have a length that the cipher does not take, `tag` is
///   NULL, or a pointer is NULL with a length
///
/// Since 3.6.10. Manual: `gnutls_aead_cipher_decryptv2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_decryptv2(
    handle: gnutls_aead_cipher_hd_t,
    nonce: *const c_void,
    nonce_len: usize,
    auth_iov: *const giovec_t,
    auth_iovcnt: c_int,
    iov: *const giovec_t,
    iovcnt: c_int,
    tag: *mut c_void,
    tag_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: as gnutls_aead_cipher_encryptv2.
        unsafe {
            let h = opaque::get_mut(handle)?;
            let size = tag_len(h.tag, tag_size)?;
            if tag.is_null() {
                return Err(INVALID_REQUEST);
            }
            let auth = Gathered::new(auth_iov, auth_iovcnt)?;
            let mut text = gather(iov, iovcnt)?;
            h.key.open(nonce_of(h, nonce, nonce_len)?, &auth, &mut text, slice(tag, size))?;
            scatter(&text, iov, iovcnt);
        }
        Ok(())
    })
}
