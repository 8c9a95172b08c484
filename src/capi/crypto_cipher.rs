//! Ciphers and AEADs of `crypto.h`.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::ids::Cipher;
use crate::capi::{guard, handle, memory};
use crate::crypto::aead::{self, Aead, TAG};
use crate::crypto::stream::{self, Stream};
use crate::error::{Error, Result, err};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const SHORT: Error = Error::new(GNUTLS_E_SHORT_MEMORY_BUFFER);

/// What a `gnutls_cipher_hd_t` points to.
struct CipherHandle {
    stream: Stream,
    /// Bytes that text must be a multiple of.
    block: usize,
}

impl CipherHandle {
    fn whole_blocks(&self, len: usize) -> Result<()> {
        if len % self.block == 0 { Ok(()) } else { Err(INVALID) }
    }
}

/// The first bytes of a key, as many as the cipher takes: GnuTLS ignores what follows.
fn key_of(key: &[u8], size: usize) -> Result<&[u8]> {
    key.get(..size).ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))
}

/// Begins with a key and an IV (NULL: zeros); `gnutls_cipher_deinit` frees `handle`.
/// `GNUTLS_E_INVALID_REQUEST` for an unknown cipher, `GNUTLS_E_INTERNAL_ERROR` for a short key or a wrong
/// IV, as GnuTLS has it. Manual: `gnutls_cipher_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_init(
    handle: *mut gnutls_cipher_hd_t,
    cipher: gnutls_cipher_algorithm_t,
    key: *const gnutls_datum_t,
    iv: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        let cipher = Cipher::from_raw(cipher).ok_or(INVALID)?;
        let (key_size, iv_size) = stream::sizes(cipher).ok_or(INVALID)?;
        // SAFETY: the datums are NULL or valid; `handle` is NULL or writable.
        unsafe {
            let key = key_of(memory::datum_bytes(key).ok_or(INVALID)?, key_size)?;
            let zeros = [0; 16];
            let iv = memory::datum_bytes(iv).filter(|iv| !iv.is_empty()).unwrap_or(&zeros[..iv_size]);
            if iv.len() != iv_size && iv_size > 0 {
                return err(GNUTLS_E_INTERNAL_ERROR);
            }
            let stream = Stream::new(cipher, key, &iv[..iv_size])?;
            let block = crate::crypto::cbc::sizes(cipher).map_or(1, |s| s.1);
            handle::give(handle, CipherHandle { stream, block })
        }
    })
}

/// Frees the handle. Manual: `gnutls_cipher_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_deinit(handle: gnutls_cipher_hd_t) {
    // SAFETY: the handle is NULL or from gnutls_cipher_init, and not used again.
    guard::or((), || drop(unsafe { handle::take::<CipherHandle, _>(handle) }))
}

/// Begins anew with another IV; one of the wrong length is ignored. Manual: `gnutls_cipher_set_iv`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_set_iv(handle: gnutls_cipher_hd_t, iv: *mut c_void, ivlen: usize) {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_cipher_init; `iv` has `ivlen` bytes.
        unsafe { handle::get_mut::<CipherHandle, _>(handle)?.stream.set_iv(memory::slice(iv, ivlen)) }
    });
}

/// Additional data of an AEAD, before the text. `GNUTLS_E_INVALID_REQUEST` for other ciphers.
/// Manual: `gnutls_cipher_add_auth`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_add_auth(
    handle: gnutls_cipher_hd_t,
    ptext: *const c_void,
    ptext_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_cipher_init; `ptext` has `ptext_size` bytes.
        unsafe {
            handle::get_mut::<CipherHandle, _>(handle)?.stream.add_auth(memory::slice(ptext, ptext_size))
        }
    })
}

/// Writes the tag of the text so far, or its first `tag_size` bytes. Manual: `gnutls_cipher_tag`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_tag(
    handle: gnutls_cipher_hd_t,
    tag: *mut c_void,
    tag_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is from gnutls_cipher_init; `tag` has `tag_size` bytes.
        unsafe {
            let made = handle::get_mut::<CipherHandle, _>(handle)?.stream.tag()?;
            let out = memory::slice_mut(tag, tag_size);
            let n = out.len().min(TAG);
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
/// The handle is NULL or from `gnutls_cipher_init`; `from` has `len` bytes, `to` has `room`.
unsafe fn run(
    handle: gnutls_cipher_hd_t,
    way: Way,
    from: *const c_void,
    len: usize,
    to: *mut c_void,
    room: usize,
) -> Result<()> {
    // SAFETY: the caller's promise; the copy allows overlap, and only then is `to` borrowed.
    unsafe {
        let h = handle::get_mut::<CipherHandle, _>(handle)?;
        h.whole_blocks(len)?;
        if room < len {
            return Err(SHORT);
        }
        if len > 0 && (from.is_null() || to.is_null()) {
            return Err(INVALID);
        }
        if len > 0 && !core::ptr::eq(from, to) {
            core::ptr::copy(from.cast::<u8>(), to.cast(), len);
        }
        let data = memory::slice_mut(to, len);
        match way {
            Way::Encrypt => h.stream.encrypt(data),
            Way::Decrypt => h.stream.decrypt(data),
        }
    }
}

/// Encrypts in place; whole blocks for CBC. Manual: `gnutls_cipher_encrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_encrypt(
    handle: gnutls_cipher_hd_t,
    ptext: *mut c_void,
    ptext_len: usize,
) -> c_int {
    // SAFETY: the caller's promise is `run`'s.
    guard::unit(|| unsafe { run(handle, Way::Encrypt, ptext, ptext_len, ptext, ptext_len) })
}

/// Decrypts in place. Manual: `gnutls_cipher_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_decrypt(
    handle: gnutls_cipher_hd_t,
    ctext: *mut c_void,
    ctext_len: usize,
) -> c_int {
    // SAFETY: the caller's promise is `run`'s.
    guard::unit(|| unsafe { run(handle, Way::Decrypt, ctext, ctext_len, ctext, ctext_len) })
}

/// Encrypts into another buffer; `GNUTLS_E_SHORT_MEMORY_BUFFER` if it has less room than there is text.
/// Manual: `gnutls_cipher_encrypt2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_encrypt2(
    handle: gnutls_cipher_hd_t,
    ptext: *const c_void,
    ptext_len: usize,
    ctext: *mut c_void,
    ctext_len: usize,
) -> c_int {
    // SAFETY: the caller's promise is `run`'s.
    guard::unit(|| unsafe { run(handle, Way::Encrypt, ptext, ptext_len, ctext, ctext_len) })
}

/// Decrypts into another buffer. Manual: `gnutls_cipher_decrypt2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_decrypt2(
    handle: gnutls_cipher_hd_t,
    ctext: *const c_void,
    ctext_len: usize,
    ptext: *mut c_void,
    ptext_len: usize,
) -> c_int {
    // SAFETY: the caller's promise is `run`'s.
    guard::unit(|| unsafe { run(handle, Way::Decrypt, ctext, ctext_len, ptext, ptext_len) })
}

/// As `gnutls_cipher_encrypt2`, with `GNUTLS_CIPHER_PADDING_PKCS7` adding the padding of RFC 8018.
/// A NULL `ctext` asks for the length. Manual: `gnutls_cipher_encrypt3`.
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
            let h = handle::get_mut::<CipherHandle, _>(handle)?;
            let room = *ctext_len.as_ref().ok_or(INVALID)?;
            let padded = flags & GNUTLS_CIPHER_PADDING_PKCS7 != 0 && h.block > 1;
            if !padded {
                h.whole_blocks(ptext_len)?;
            }
            let pad = if padded { h.block - ptext_len % h.block } else { 0 };
            let total = ptext_len.checked_add(pad).ok_or(INVALID)?;
            if ctext.is_null() {
                *ctext_len = total;
                return Ok(());
            }
            if room < total {
                return Err(SHORT);
            }
            if ptext_len > 0 {
                if ptext.is_null() {
                    return Err(INVALID);
                }
                core::ptr::copy(ptext.cast::<u8>(), ctext.cast(), ptext_len);
            }
            let data = memory::slice_mut(ctext, total);
            data[ptext_len..].fill(pad as u8);
            h.stream.encrypt(data)?;
            *ctext_len = total;
            Ok(())
        }
    })
}

/// As `gnutls_cipher_decrypt2`, taking the padding off that `gnutls_cipher_encrypt3` added. A NULL
/// `ptext` asks for the length. `GNUTLS_E_DECRYPTION_FAILED` for a padding that is none.
/// Manual: `gnutls_cipher_decrypt3`.
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
            let block = handle::get::<CipherHandle, _>(handle)?.block;
            let room = *ptext_len.as_ref().ok_or(INVALID)?;
            if ptext.is_null() {
                *ptext_len = ctext_len;
                return Ok(());
            }
            run(handle, Way::Decrypt, ctext, ctext_len, ptext, room)?;
            let data = memory::slice(ptext, ctext_len);
            let mut len = ctext_len;
            if flags & GNUTLS_CIPHER_PADDING_PKCS7 != 0 && block > 1 {
                let pad = usize::from(*data.last().ok_or(INVALID)?);
                if pad == 0 || pad > block || !data.ends_with(&vec![pad as u8; pad]) {
                    return err(GNUTLS_E_DECRYPTION_FAILED);
                }
                len -= pad;
            }
            *ptext_len = len;
            Ok(())
        }
    })
}

/// What a `gnutls_aead_cipher_hd_t` points to.
struct AeadHandle {
    cipher: Cipher,
    key: Aead,
}

/// Begins with a key; `gnutls_aead_cipher_deinit` frees `handle`. `GNUTLS_E_INVALID_REQUEST` for a cipher
/// that is none of the AEADs here. Manual: `gnutls_aead_cipher_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_init(
    handle: *mut gnutls_aead_cipher_hd_t,
    cipher: gnutls_cipher_algorithm_t,
    key: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        let cipher = Cipher::from_raw(cipher).ok_or(INVALID)?;
        let size = aead::key_size(cipher).ok_or(INVALID)?;
        // SAFETY: `key` is NULL or valid; `handle` is NULL or writable.
        unsafe {
            let key = key_of(memory::datum_bytes(key).ok_or(INVALID)?, size)?;
            handle::give(handle, AeadHandle { cipher, key: Aead::new(cipher, key)? })
        }
    })
}

/// Changes the key; `GNUTLS_E_INVALID_REQUEST` for one of the wrong length.
/// Manual: `gnutls_aead_cipher_set_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_set_key(
    handle: gnutls_aead_cipher_hd_t,
    key: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the handle is NULL or from gnutls_aead_cipher_init; `key` is NULL or valid.
        unsafe {
            let h = handle::get_mut::<AeadHandle, _>(handle)?;
            h.key = Aead::new(h.cipher, memory::datum_bytes(key).ok_or(INVALID)?)?;
        }
        Ok(())
    })
}

/// Frees the handle. Manual: `gnutls_aead_cipher_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_deinit(handle: gnutls_aead_cipher_hd_t) {
    // SAFETY: the handle is NULL or from gnutls_aead_cipher_init, and not used again.
    guard::or((), || drop(unsafe { handle::take::<AeadHandle, _>(handle) }))
}

/// The nonce; only the 12 bytes that every cipher here is defined for with a counter of its own.
///
/// # Safety
/// `nonce` is NULL or has `len` bytes.
unsafe fn nonce_of(nonce: *const c_void, len: usize) -> Result<[u8; 12]> {
    // SAFETY: the caller's promise.
    unsafe { memory::slice(nonce, len) }.try_into().map_err(|_| INVALID)
}

/// The tag's length: 0 asks for the whole.
fn tag_len(tag_size: usize) -> Result<usize> {
    match tag_size {
        0 => Ok(TAG),
        1..=TAG => Ok(tag_size),
        _ => Err(INVALID),
    }
}

/// Encrypts and writes text and tag to `ctext`. `tag_size` 0 means the whole tag.
/// `GNUTLS_E_SHORT_MEMORY_BUFFER` if `ctext_len` is too little. Manual: `gnutls_aead_cipher_encrypt`.
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
        let tag_size = tag_len(tag_size)?;
        // SAFETY: the handle is NULL or from gnutls_aead_cipher_init; the buffers have their lengths; the
        // copy allows ptext and ctext to overlap, and only then is ctext borrowed.
        unsafe {
            let h = handle::get::<AeadHandle, _>(handle)?;
            let room = *ctext_len.as_ref().ok_or(INVALID)?;
            let total = ptext_len.checked_add(tag_size).ok_or(INVALID)?;
            if room < total {
                return Err(SHORT);
            }
            if ctext.is_null() || (ptext.is_null() && ptext_len > 0) {
                return Err(INVALID);
            }
            let nonce = nonce_of(nonce, nonce_len)?;
            if ptext_len > 0 {
                core::ptr::copy(ptext.cast::<u8>(), ctext.cast(), ptext_len);
            }
            let out = memory::slice_mut(ctext, total);
            let (text, end) = out.split_at_mut(ptext_len);
            let tag = h.key.seal(&nonce, memory::slice(auth, auth_len), text)?;
            end.copy_from_slice(&tag[..tag_size]);
            *ctext_len = total;
        }
        Ok(())
    })
}

/// Checks the tag at the end of `ctext` and writes the text to `ptext`. `GNUTLS_E_DECRYPTION_FAILED` for
/// a wrong tag; nothing of the text is left in `ptext` then. Manual: `gnutls_aead_cipher_decrypt`.
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
        let tag_size = tag_len(tag_size)?;
        // SAFETY: as gnutls_aead_cipher_encrypt; the text is opened in a buffer of ours.
        unsafe {
            let h = handle::get::<AeadHandle, _>(handle)?;
            let room = *ptext_len.as_ref().ok_or(INVALID)?;
            let Some(len) = ctext_len.checked_sub(tag_size) else { return err(GNUTLS_E_DECRYPTION_FAILED) };
            if room < len {
                return Err(SHORT);
            }
            if ctext.is_null() || (ptext.is_null() && len > 0) {
                return Err(INVALID);
            }
            let nonce = nonce_of(nonce, nonce_len)?;
            let auth = memory::slice(auth, auth_len);
            let apart =
                ptext as usize >= ctext as usize + ctext_len || ctext as usize >= ptext as usize + len;
            if apart && tag_size == TAG {
                let (text, tag) = memory::slice(ctext, ctext_len).split_at(len);
                let tag = tag.try_into().map_err(|_| INVALID)?;
                h.key.open_into(&nonce, auth, text, tag, memory::slice_mut(ptext, len))?;
            } else {
                let mut text = Zeroizing::new(memory::slice(ctext, ctext_len).to_vec());
                open(&h.key, &nonce, auth, &mut text, len)?;
                memory::slice_mut(ptext, len).copy_from_slice(&text[..len]);
            }
            *ptext_len = len;
        }
        Ok(())
    })
}

/// Opens text and tag, whole or cut.
fn open(key: &Aead, nonce: &[u8; 12], auth: &[u8], sealed: &mut [u8], len: usize) -> Result<()> {
    if sealed.len() - len == TAG {
        return key.open(nonce, auth, sealed).map(|_| ());
    }
    let (text, tag) = sealed.split_at_mut(len);
    key.open_truncated(nonce, auth, text, tag)
}

/// The bytes of all parts in a row.
///
/// # Safety
/// `iov` is NULL or has `count` valid parts.
unsafe fn gather(iov: *const giovec_t, count: c_int) -> Result<Zeroizing<Vec<u8>>> {
    let mut out = Zeroizing::new(Vec::new());
    if iov.is_null() || count <= 0 {
        return if count > 0 { Err(INVALID) } else { Ok(out) };
    }
    // SAFETY: the caller's promise.
    unsafe {
        for part in core::slice::from_raw_parts(iov, count as usize) {
            out.extend_from_slice(memory::slice(part.iov_base, part.iov_len));
        }
    }
    Ok(out)
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
    // SAFETY: the caller's promise; `gather` counted the same lengths.
    unsafe {
        for part in core::slice::from_raw_parts(iov, count as usize) {
            let out = memory::slice_mut(part.iov_base, part.iov_len);
            let (now, later) = rest.split_at(out.len().min(rest.len()));
            out[..now.len()].copy_from_slice(now);
            rest = later;
        }
    }
}

/// As `gnutls_aead_cipher_encrypt`, of scattered text. Manual: `gnutls_aead_cipher_encryptv`.
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
        let tag_size = tag_len(tag_size)?;
        // SAFETY: the handle is NULL or from gnutls_aead_cipher_init; parts and buffers have their lengths.
        unsafe {
            let h = handle::get::<AeadHandle, _>(handle)?;
            let (auth, mut text) = (gather(auth_iov, auth_iovcnt)?, gather(iov, iovcnt)?);
            let room = *ctext_len.as_ref().ok_or(INVALID)?;
            let total = text.len() + tag_size;
            if room < total {
                return Err(SHORT);
            }
            if ctext.is_null() {
                return Err(INVALID);
            }
            let tag = h.key.seal(&nonce_of(nonce, nonce_len)?, &auth, &mut text)?;
            let out = memory::slice_mut(ctext, total);
            out[..text.len()].copy_from_slice(&text);
            out[text.len()..].copy_from_slice(&tag[..tag_size]);
            *ctext_len = total;
        }
        Ok(())
    })
}

/// Encrypts scattered text where it lies and writes the tag apart; `*tag_size` 0 means the whole tag.
/// Manual: `gnutls_aead_cipher_encryptv2`.
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
            let h = handle::get::<AeadHandle, _>(handle)?;
            let size = tag_len(*tag_size.as_ref().ok_or(INVALID)?)?;
            if tag.is_null() {
                return Err(INVALID);
            }
            let (auth, nonce) = (gather(auth_iov, auth_iovcnt)?, nonce_of(nonce, nonce_len)?);
            let made = match iov.as_ref().filter(|_| iovcnt == 1) {
                Some(one) => h.key.seal(&nonce, &auth, memory::slice_mut(one.iov_base, one.iov_len))?,
                None => {
                    let mut text = gather(iov, iovcnt)?;
                    let made = h.key.seal(&nonce, &auth, &mut text)?;
                    scatter(&text, iov, iovcnt);
                    made
                }
            };
            memory::slice_mut(tag, size).copy_from_slice(&made[..size]);
            *tag_size = size;
        }
        Ok(())
    })
}

/// Checks the tag and decrypts scattered text where it lies; nothing is written if the tag is wrong.
/// Manual: `gnutls_aead_cipher_decryptv2`.
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
            let h = handle::get::<AeadHandle, _>(handle)?;
            let size = tag_len(tag_size)?;
            if tag.is_null() {
                return Err(INVALID);
            }
            let (auth, mut sealed) = (gather(auth_iov, auth_iovcnt)?, gather(iov, iovcnt)?);
            let len = sealed.len();
            sealed.extend_from_slice(memory::slice(tag, size));
            open(&h.key, &nonce_of(nonce, nonce_len)?, &auth, &mut sealed, len)?;
            scatter(&sealed[..len], iov, iovcnt);
        }
        Ok(())
    })
}
