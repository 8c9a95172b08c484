//! Ciphers and AEADs of `crypto.h`.
use subtle::{ConstantTimeEq, ConstantTimeGreater};
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::ciphers::Kind;
use crate::alg::ids::Cipher;
use crate::capi::{guard, handle, memory};
use crate::crypto::sealing::Sealer;
use crate::crypto::stream::{self, Stream};
use crate::error::{Error, Result, err};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const SHORT: Error = Error::new(GNUTLS_E_SHORT_MEMORY_BUFFER);

/// What a `gnutls_cipher_hd_t` points to.
struct CipherHandle {
    stream: Stream,
    cipher: Cipher,
    /// Bytes that text must be a multiple of.
    block: usize,
    /// Bytes up to which padding fills; 0 for a cipher that has none.
    pads: usize,
    /// Bytes of a tag; 0 for a cipher without.
    tag: usize,
}

impl CipherHandle {
    fn whole_blocks(&self, len: usize) -> Result<()> {
        if len % self.block == 0 { Ok(()) } else { Err(INVALID) }
    }
}

/// Begins with a key and an IV (NULL: zeros); `gnutls_cipher_deinit` frees `handle`.
/// `GNUTLS_E_INVALID_REQUEST` for an unknown cipher or one that needs the message at once (CCM, SIV),
/// `GNUTLS_E_INTERNAL_ERROR` for a key or an IV of the wrong length, as GnuTLS has it for AES.
/// Manual: `gnutls_cipher_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_init(
    handle: *mut gnutls_cipher_hd_t,
    cipher: gnutls_cipher_algorithm_t,
    key: *const gnutls_datum_t,
    iv: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        let cipher = Cipher::from_raw(cipher).filter(|c| stream::takes(*c)).ok_or(INVALID)?;
        let wrong = wrong_length(cipher);
        // SAFETY: the datums are NULL or valid; `handle` is NULL or writable.
        unsafe {
            let key = memory::given_datum(key)?;
            let any_key = cipher == Cipher::Arcfour128;
            if key.is_empty() || (key.len() != cipher.key_size() && !any_key) {
                return Err(wrong);
            }
            let zeros = [0; 16];
            let none = iv.is_null() || ((*iv).data.is_null() && (*iv).size > 0);
            let iv = match memory::datum_bytes(iv) {
                _ if any_key => &[],
                Some(iv) if !none => iv,
                _ => &zeros[..cipher.iv_size()],
            };
            if !iv_fits(cipher, iv.len()) {
                return Err(wrong);
            }
            let stream = Stream::new(cipher, key, iv).map_err(|_| wrong)?;
            let block = if cipher.kind() == Kind::Block { cipher.block_size() } else { 1 };
            let pads = if pads(cipher) { cipher.block_size() } else { 0 };
            handle::give(handle, CipherHandle { stream, cipher, block, pads, tag: cipher.tag_size() })
        }
    })
}

/// Whether an IV has a length that the cipher takes through this door, where GCM's are shorter than elsewhere;
/// for other ciphers [`Stream`] knows.
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

/// What GnuTLS answers to a key or an IV of the wrong length: its code for AES differs from the others'.
fn wrong_length(cipher: Cipher) -> Error {
    Error::new(match cipher {
        Cipher::Aes128Cbc
        | Cipher::Aes192Cbc
        | Cipher::Aes256Cbc
        | Cipher::Aes128Gcm
        | Cipher::Aes192Gcm
        | Cipher::Aes256Gcm
        | Cipher::Aes128Xts
        | Cipher::Aes256Xts => GNUTLS_E_INTERNAL_ERROR,
        _ => GNUTLS_E_INVALID_REQUEST,
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
        let (h, iv) = unsafe { (handle::get_mut::<CipherHandle, _>(handle)?, memory::given(iv, ivlen)?) };
        if !iv_fits(h.cipher, iv.len()) {
            return Err(INVALID);
        }
        h.stream.set_iv(iv)
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
            handle::get_mut::<CipherHandle, _>(handle)?.stream.add_auth(memory::given(ptext, ptext_size)?)
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
            let h = handle::get_mut::<CipherHandle, _>(handle)?;
            if tag.is_null() && tag_size > 0 {
                return Err(INVALID);
            }
            let made = h.stream.tag()?;
            let out = memory::slice_mut(tag, tag_size);
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
        if room < len {
            return Err(SHORT);
        }
        h.whole_blocks(len)?;
        if len > 0 && (from.is_null() || to.is_null()) {
            return Err(INVALID);
        }
        if len > 0 && !core::ptr::eq(from, to) {
            // Nothing of the text is in `to` if this fails.
            h.stream.ready(len)?;
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
            let padded = flags & GNUTLS_CIPHER_PADDING_PKCS7 != 0 && h.pads > 0;
            let pad = if padded { h.pads - ptext_len % h.pads } else { 0 };
            let total = ptext_len.checked_add(pad).ok_or(INVALID)?;
            if ctext.is_null() {
                *ctext_len = total;
                return Ok(());
            }
            if room < total {
                return Err(SHORT);
            }
            h.whole_blocks(total)?;
            h.stream.ready(total)?;
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
/// `ptext` asks for the length, of which the padding is a part. `GNUTLS_E_DECRYPTION_FAILED` for a padding
/// that is none, `GNUTLS_E_INVALID_REQUEST` for a text that is no whole number of blocks.
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
            let h = handle::get::<CipherHandle, _>(handle)?;
            let pads = h.pads;
            let room = *ptext_len.as_ref().ok_or(INVALID)?;
            if ptext.is_null() {
                h.whole_blocks(ctext_len)?;
                *ptext_len = ctext_len;
                return Ok(());
            }
            run(handle, Way::Decrypt, ctext, ctext_len, ptext, room)?;
            let data = memory::slice(ptext, ctext_len);
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
    let pad = *data.last().ok_or(FAILED)?;
    let mut good = !pad.ct_eq(&0) & !pad.ct_gt(&(block as u8));
    for (left, byte) in (1..=block as u8).rev().zip(&data[start..]) {
        good &= left.ct_gt(&pad) | byte.ct_eq(&pad);
    }
    if bool::from(good) { Ok(data.len() - usize::from(pad)) } else { Err(FAILED) }
}

/// What a `gnutls_aead_cipher_hd_t` points to.
struct AeadHandle {
    cipher: Cipher,
    /// Bytes of the whole tag.
    tag: usize,
    key: Sealer,
}

/// Begins with a key; `gnutls_aead_cipher_deinit` frees `handle`. `GNUTLS_E_INVALID_REQUEST` for a cipher
/// that is no AEAD; a key of the wrong length as in `gnutls_cipher_init`.
/// Manual: `gnutls_aead_cipher_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_aead_cipher_init(
    handle: *mut gnutls_aead_cipher_hd_t,
    cipher: gnutls_cipher_algorithm_t,
    key: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        let cipher = Cipher::from_raw(cipher).ok_or(INVALID)?;
        if cipher.kind() != Kind::Aead {
            return Err(INVALID);
        }
        // SAFETY: `key` is NULL or valid; `handle` is NULL or writable.
        unsafe {
            let key = memory::given_datum(key)?;
            if key.len() != cipher.key_size() {
                return Err(wrong_length(cipher));
            }
            handle::give(
                handle,
                AeadHandle { cipher, tag: cipher.tag_size(), key: Sealer::new(cipher, key)? },
            )
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
            h.key = Sealer::new(h.cipher, memory::given_datum(key)?)?;
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

/// The tag's length: 0 asks for the whole.
fn tag_len(whole: usize, tag_size: usize) -> Result<usize> {
    match tag_size {
        0 => Ok(whole),
        n if n <= whole => Ok(n),
        _ => Err(INVALID),
    }
}

/// The nonce; GCM takes none that is longer than its usual one, as 3.8.13 has it.
///
/// # Safety
/// As [`memory::slice`].
unsafe fn nonce_of<'a>(h: &AeadHandle, nonce: *const c_void, len: usize) -> Result<&'a [u8]> {
    use Cipher::*;
    let gcm = matches!(h.cipher, Aes128Gcm | Aes192Gcm | Aes256Gcm | Camellia128Gcm | Camellia256Gcm);
    if gcm && len > h.cipher.iv_size() {
        return Err(INVALID);
    }
    // SAFETY: the caller's promise.
    unsafe { memory::given(nonce, len) }
}

/// Encrypts `ptext` to `ctext`, which has room for the tag too; gives the length of both.
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
    // SAFETY: the caller's promise.
    unsafe {
        if h.key.seals_apart() && memory::apart(ptext, len, ctext, total) {
            let (out, tag) = memory::slice_mut(ctext, total).split_at_mut(len);
            h.key.seal_to(nonce, auth, memory::slice(ptext, len), out, tag)?;
            return Ok(total);
        }
        let at = if h.key.tag_first() { tag_size } else { 0 };
        if len > 0 {
            core::ptr::copy(ptext.cast::<u8>(), ctext.cast::<u8>().add(at), len);
        }
        let (front, back) = memory::slice_mut(ctext, total).split_at_mut(if at > 0 { at } else { len });
        let (text, tag) = if at > 0 { (back, front) } else { (front, back) };
        let done = h.key.seal(nonce, auth, text, tag);
        if done.is_err() && !core::ptr::eq(ptext.cast(), text.as_ptr()) {
            // No text is left where a ciphertext was asked for.
            text.fill(0);
        }
        done.map(|()| total)
    }
}

/// Encrypts and writes text and tag to `ctext` (for SIV the tag comes first). `tag_size` 0 means the whole
/// tag. `GNUTLS_E_SHORT_MEMORY_BUFFER` if `ctext_len` is too little, `GNUTLS_E_INVALID_REQUEST` for a
/// nonce or a tag of a length that the cipher does not take. Manual: `gnutls_aead_cipher_encrypt`.
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
            let h = handle::get_mut::<AeadHandle, _>(handle)?;
            let tag_size = tag_len(h.tag, tag_size)?;
            let room = *ctext_len.as_ref().ok_or(INVALID)?;
            let total = ptext_len.checked_add(tag_size).ok_or(INVALID)?;
            if room < total {
                return Err(SHORT);
            }
            if ctext.is_null() || (ptext.is_null() && ptext_len > 0) {
                return Err(INVALID);
            }
            let (nonce, auth) = (nonce_of(h, nonce, nonce_len)?, memory::given(auth, auth_len)?);
            let away = |bytes: &[u8]| memory::apart(bytes.as_ptr().cast(), bytes.len(), ctext, total);
            if away(nonce) && away(auth) {
                seal_message(h, nonce, auth, tag_size, ptext, ptext_len, ctext)?;
            } else {
                // The ciphertext would overwrite them: copies of ours serve.
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
    // SAFETY: the caller's promise.
    unsafe {
        if memory::apart(ctext, total, ptext, len) {
            let (text, tag) = split(memory::slice(ctext, total));
            let out = memory::slice_mut(ptext, len);
            if h.key.opens_apart(tag_size) {
                return h.key.open_to(nonce, auth, text, out, tag);
            }
            out.copy_from_slice(text);
            return h.key.open(nonce, auth, out, tag);
        }
        let sealed = memory::slice(ctext, total).to_vec();
        let (text, tag) = split(&sealed);
        let mut text = Zeroizing::new(text.to_vec());
        h.key.open(nonce, auth, &mut text, tag)?;
        memory::slice_mut(ptext, len).copy_from_slice(&text);
    }
    Ok(())
}

/// Checks the tag of `ctext` and writes the text to `ptext`. `GNUTLS_E_DECRYPTION_FAILED` for a wrong tag;
/// nothing of the text is left in `ptext` then. Manual: `gnutls_aead_cipher_decrypt`.
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
            let h = handle::get_mut::<AeadHandle, _>(handle)?;
            let tag_size = tag_len(h.tag, tag_size)?;
            let room = *ptext_len.as_ref().ok_or(INVALID)?;
            let Some(len) = ctext_len.checked_sub(tag_size) else { return err(GNUTLS_E_DECRYPTION_FAILED) };
            if room < len {
                return Err(SHORT);
            }
            if ctext.is_null() || (ptext.is_null() && len > 0) {
                return Err(INVALID);
            }
            let (nonce, auth) = (nonce_of(h, nonce, nonce_len)?, memory::given(auth, auth_len)?);
            let away = |bytes: &[u8]| memory::apart(bytes.as_ptr().cast(), bytes.len(), ptext, len);
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
        return if count > 0 { Err(INVALID) } else { Ok(out) };
    }
    // SAFETY: the caller's promise.
    unsafe {
        for part in core::slice::from_raw_parts(iov, count as usize) {
            out.extend_from_slice(memory::given(part.iov_base, part.iov_len)?);
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
        // SAFETY: the caller's promise.
        unsafe {
            match iov.as_ref().filter(|_| count == 1) {
                Some(one) => Ok(Gathered::One(memory::given(one.iov_base, one.iov_len)?)),
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
        // SAFETY: the handle is NULL or from gnutls_aead_cipher_init; parts and buffers have their lengths.
        unsafe {
            let h = handle::get_mut::<AeadHandle, _>(handle)?;
            let tag_size = tag_len(h.tag, tag_size)?;
            let (auth, mut text) = (Gathered::new(auth_iov, auth_iovcnt)?, gather(iov, iovcnt)?);
            let room = *ctext_len.as_ref().ok_or(INVALID)?;
            let total = text.len() + tag_size;
            if room < total {
                return Err(SHORT);
            }
            if ctext.is_null() {
                return Err(INVALID);
            }
            let mut tag = [0; 16];
            let tag = &mut tag[..tag_size];
            h.key.seal(nonce_of(h, nonce, nonce_len)?, &auth, &mut text, tag)?;
            let out = memory::slice_mut(ctext, total);
            let at = if h.key.tag_first() { (tag_size, 0) } else { (0, text.len()) };
            out[at.0..][..text.len()].copy_from_slice(&text);
            out[at.1..][..tag_size].copy_from_slice(tag);
            *ctext_len = total;
        }
        Ok(())
    })
}

/// Encrypts scattered text where it lies and writes the tag apart; NULL or 0 as `tag_size` means the whole tag.
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
            let h = handle::get_mut::<AeadHandle, _>(handle)?;
            let size = tag_len(h.tag, tag_size.as_ref().map_or(0, |n| *n))?;
            if tag.is_null() {
                return Err(INVALID);
            }
            let auth = Gathered::new(auth_iov, auth_iovcnt)?;
            let nonce = nonce_of(h, nonce, nonce_len)?;
            let tag = memory::slice_mut(tag, size);
            match iov.as_ref().filter(|_| iovcnt == 1) {
                Some(one) => {
                    memory::given(one.iov_base, one.iov_len)?;
                    h.key.seal(nonce, &auth, memory::slice_mut(one.iov_base, one.iov_len), tag)?;
                }
                None => {
                    let mut text = gather(iov, iovcnt)?;
                    h.key.seal(nonce, &auth, &mut text, tag)?;
                    scatter(&text, iov, iovcnt);
                }
            }
            memory::put(tag_size, size);
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
            let h = handle::get_mut::<AeadHandle, _>(handle)?;
            let size = tag_len(h.tag, tag_size)?;
            if tag.is_null() {
                return Err(INVALID);
            }
            let auth = Gathered::new(auth_iov, auth_iovcnt)?;
            let mut text = gather(iov, iovcnt)?;
            h.key.open(nonce_of(h, nonce, nonce_len)?, &auth, &mut text, memory::slice(tag, size))?;
            scatter(&text, iov, iovcnt);
        }
        Ok(())
    })
}
