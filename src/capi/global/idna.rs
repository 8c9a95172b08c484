//! Internationalized domain names, and passwords in UTF-8.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_datum, slice};
use crate::error::{Error, Result, err};
use crate::pki::key_file::password::{normalize, normalize_or_keep};

/// Longer names are not names (RFC 1035 allows 255 bytes).
const MAX_NAME: usize = 2048;

/// # Safety
/// `input` has `ilen` bytes; `out` is NULL or valid.
unsafe fn map(
    input: *const c_char,
    ilen: c_uint,
    out: *mut gnutls_datum_t,
    change: impl FnOnce(&str) -> Result<String>,
) -> Result<()> {
    if out.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `input` has `ilen` bytes.
    let input = unsafe { slice(input.cast(), ilen as usize) };
    let text = core::str::from_utf8(input).map_err(|_| Error::new(GNUTLS_E_INVALID_UTF8_STRING))?;
    if text.len() > MAX_NAME {
        return err(GNUTLS_E_IDNA_ERROR);
    }
    let mapped = if text.is_empty() { String::new() } else { change(text)? };
    // SAFETY: not NULL.
    unsafe { out.write(alloc_datum(mapped.as_bytes())?) };
    Ok(())
}

/// Gives the ASCII form of a domain name, as DNS and certificates have it.
///
/// Labels with other characters become punycode with the prefix `xn--`. A name that is ASCII is given
/// back unchanged, without a check; an empty one is empty. The caller frees the name with
/// `gnutls_free`.
///
/// - `input`: the name in UTF-8; it need not end with a NUL
/// - `ilen`: the length of the name in bytes, at most 2048
/// - `out`: takes the name, which ends with a NUL that its size does not count; not written on error
/// - `flags`: not used; `GNUTLS_IDNA_FORCE_2008` changes nothing
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the name is not UTF-8
/// - `GNUTLS_E_IDNA_ERROR`: the name is too long, or has characters that no domain may have
/// - `GNUTLS_E_INVALID_REQUEST`: `out` is NULL
///
/// Since 3.5.8. RFC 5891. Manual: `gnutls_idna_map`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_idna_map(
    input: *const c_char,
    ilen: c_uint,
    out: *mut gnutls_datum_t,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        let to_ascii = |text: &str| match text.is_ascii() {
            true => Ok(text.to_string()),
            false => idna::domain_to_ascii(text).map_err(|_| Error::new(GNUTLS_E_IDNA_ERROR)),
        };
        // SAFETY: `input` has `ilen` bytes; `out` is NULL or valid for a write.
        unsafe { map(input, ilen, out, to_ascii) }
    })
}

/// Gives the readable form of a domain name that is in ASCII form.
///
/// Labels with the prefix `xn--` are decoded, others stay as they are. The caller frees the name with
/// `gnutls_free`. Different names may look alike: show the result to readers, and compare ASCII forms.
///
/// - `input`: the name; it need not end with a NUL
/// - `ilen`: the length of the name in bytes, at most 2048
/// - `out`: takes the name in UTF-8, which ends with a NUL that its size does not count; not written on
///   error
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the name is not UTF-8
/// - `GNUTLS_E_IDNA_ERROR`: the name is too long, or a label is not valid
/// - `GNUTLS_E_INVALID_REQUEST`: `out` is NULL
///
/// Since 3.5.8. RFC 5891. Manual: `gnutls_idna_reverse_map`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_idna_reverse_map(
    input: *const c_char,
    ilen: c_uint,
    out: *mut gnutls_datum_t,
    _flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // Only encoded labels are changed; other labels keep their case.
        let to_unicode = |text: &str| {
            let encoded =
                |label: &str| label.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"));
            let labels = text.split('.').map(|label| {
                if label.is_ascii() && !encoded(label) {
                    return Ok(label.to_string());
                }
                match idna::domain_to_unicode(label) {
                    (name, Ok(())) => Ok(name),
                    _ => err(GNUTLS_E_IDNA_ERROR),
                }
            });
            Ok(labels.collect::<Result<Vec<_>>>()?.join("."))
        };
        // SAFETY: `input` has `ilen` bytes; `out` is NULL or valid for a write.
        unsafe { map(input, ilen, out, to_unicode) }
    })
}

/// Brings a password into the form in which passwords are compared.
///
/// Spaces of other scripts become the ASCII space, characters are composed (normal form C), and control
/// characters and the like are refused. The caller frees the result with `gnutls_free`, and may wipe it
/// before with `gnutls_memset`.
///
/// - `password`: the password in UTF-8; it need not end with a NUL
/// - `plen`: the length of the password in bytes
/// - `out`: takes the password, which ends with a NUL that its size does not count; not written on
///   error
/// - `flags`: `GNUTLS_UTF8_IGNORE_ERRS` to copy a password unchanged that has no such form, or 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code, the first two not with
/// `GNUTLS_UTF8_IGNORE_ERRS`:
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the password is not UTF-8
/// - `GNUTLS_E_INVALID_PASSWORD_STRING`: it has a character that is not allowed
/// - `GNUTLS_E_INVALID_REQUEST`: `out`, or `password` with a length, is NULL
///
/// Since 3.5.7. RFC 8265 section 4.2. Manual: `gnutls_utf8_password_normalize`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_utf8_password_normalize(
    password: *const c_uchar,
    plen: c_uint,
    out: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        if out.is_null() || (password.is_null() && plen != 0) {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `password` is NULL or has as many bytes as its length says.
        let bytes = unsafe { slice(password.cast(), plen as usize) };
        let normal =
            if flags & GNUTLS_UTF8_IGNORE_ERRS != 0 { normalize_or_keep(bytes) } else { normalize(bytes)? };
        // SAFETY: not NULL.
        unsafe { out.write(alloc_datum(&normal)?) };
        Ok(())
    })
}

/// Gives converted text for `gnutls_free`, with a NUL of two bytes that the size does not count.
///
/// # Safety
/// `data` has `size` bytes; `output` is NULL or valid.
unsafe fn convert(
    data: *const c_void,
    size: usize,
    output: *mut gnutls_datum_t,
    change: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
) -> Result<()> {
    if output.is_null() || data.is_null() || size == 0 {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `data` is NULL or has as many bytes as its length says.
    let text = change(unsafe { slice(data, size) });
    let mut text = text.ok_or(Error::new(GNUTLS_E_INVALID_UTF8_STRING))?;
    text.push(0);
    let mut made = alloc_datum(&text)?;
    made.size -= 1;
    // SAFETY: not NULL.
    unsafe { output.write(made) };
    Ok(())
}

/// Converts a text from UTF-8 to UTF-16.
///
/// It is no part of the interface: GnuTLS exports it for its own tests and tools. The caller frees the
/// text with `gnutls_free`.
///
/// - `data`: the text in UTF-8; it need not end with a NUL
/// - `size`: the length of the text in bytes; not 0
/// - `output`: takes the text, with a NUL of two bytes behind it that its size does not count; not
///   written on error
/// - `be`: not 0 for big-endian, 0 for little-endian
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the text is not UTF-8
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `size` is 0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_utf8_to_ucs2(
    data: *const c_void,
    size: usize,
    output: *mut gnutls_datum_t,
    be: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `data` has `size` bytes and `output` is valid for a write.
        unsafe {
            convert(data, size, output, |bytes| {
                let units = core::str::from_utf8(bytes).ok()?.encode_utf16();
                let bytes = |unit: u16| if be != 0 { unit.to_be_bytes() } else { unit.to_le_bytes() };
                Some(units.flat_map(bytes).collect())
            })
        }
    })
}

/// Converts a text from UTF-16 to UTF-8.
///
/// It is no part of the interface: GnuTLS exports it for its own tests and tools. The caller frees the
/// text with `gnutls_free`.
///
/// - `data`: the text in UTF-16; a single byte at its end is passed over
/// - `size`: the length of the text in bytes; not 0
/// - `output`: takes the text, which ends with a NUL that its size does not count; not written on error
/// - `be`: not 0 for big-endian, 0 for little-endian
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`: half of a surrogate pair is missing
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `size` is 0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_ucs2_to_utf8(
    data: *const c_void,
    size: usize,
    output: *mut gnutls_datum_t,
    be: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `data` has `size` bytes and `output` is valid for a write.
        unsafe {
            convert(data, size, output, |bytes| {
                let unit =
                    |b: &[u8; 2]| if be != 0 { u16::from_be_bytes(*b) } else { u16::from_le_bytes(*b) };
                let units = bytes.chunks_exact(2).filter_map(|b| b.first_chunk::<2>().map(unit));
                char::decode_utf16(units)
                    .collect::<core::result::Result<String, _>>()
                    .ok()
                    .map(String::into_bytes)
            })
        }
    })
}
