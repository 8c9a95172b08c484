//! Hex, base64 and PEM.
use core::ptr;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::asn1::pem;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_datum, bytes_of, datum_bytes, slice, write_sized};
use crate::codec::{digit, hex, unhex};
use crate::error::{Error, Result, err};
use crate::memory;

/// A longer label is not written.
const MAX_PEM_LABEL: usize = 50;

/// The input of an encoder. NULL: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// As [`datum_bytes`].
unsafe fn input<'a>(data: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `data` is NULL or a valid datum.
    let bytes = unsafe { datum_bytes(data) }.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
    memory::afford(bytes.len())?;
    Ok(bytes)
}

/// Gives `bytes` to C as a datum that it frees. NULL `result`: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `result` is NULL or valid for a write.
unsafe fn give(result: *mut gnutls_datum_t, bytes: &[u8]) -> Result<()> {
    if result.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    let made = alloc_datum(bytes)?;
    // SAFETY: `result` is not NULL, and valid for a write (the caller).
    unsafe { result.write(made) };
    Ok(())
}

/// Puts `bytes` where there is space for `*size`; too little leaves `*size` as it is.
///
/// # Safety
/// As [`write_sized`].
unsafe fn fill_keeping_size(bytes: &[u8], buf: *mut c_void, size: *mut usize) -> Result<()> {
    if size.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `size` is not NULL, and valid for a read (the caller).
    if unsafe { *size } < bytes.len() || (buf.is_null() && !bytes.is_empty()) {
        return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
    }
    // SAFETY: `buf` has the capacity that was checked above.
    unsafe {
        ptr::copy_nonoverlapping(bytes.as_ptr(), buf.cast(), bytes.len());
        size.write(bytes.len());
    }
    Ok(())
}

/// Writes bytes in hexadecimal, as text in a buffer of the caller's.
///
/// There are two digits a byte, in lower case, with nothing between them. `gnutls_hex_encode2`
/// allocates the text.
///
/// - `data`: the bytes
/// - `result`: takes the text and a NUL
/// - `result_size`: in: the capacity of `result` in bytes, at least twice the number of bytes and one;
///   out: the length written, the NUL included. `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it unchanged
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `result` is NULL or too short
/// - `GNUTLS_E_INVALID_REQUEST`: `data` or `result_size` is NULL
///
/// Manual: `gnutls_hex_encode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex_encode(
    data: *const gnutls_datum_t,
    result: *mut c_char,
    result_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `data` is NULL or a valid datum; `result` is NULL or has as much space as its size says;
        // `result_size` is NULL or valid for a write.
        unsafe {
            let mut text = hex(input(data)?);
            text.push(0);
            fill_keeping_size(&text, result.cast(), result_size)
        }
    })
}

/// Writes bytes in hexadecimal, as text that is allocated.
///
/// There are two digits a byte, in lower case, with nothing between them. The caller frees the text
/// with `gnutls_free`.
///
/// - `data`: the bytes
/// - `result`: takes the text, which ends with a NUL that its size does not count; not written on error
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if an argument is NULL.
///
/// Manual: `gnutls_hex_encode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex_encode2(
    data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `data` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &hex(input(data)?)) })
}

/// Reads bytes from hexadecimal text, into a buffer of the caller's.
///
/// The text has pairs of digits in upper or lower case and nothing else; `gnutls_hex2bin` takes text
/// with separators. `gnutls_hex_decode2` allocates the bytes.
///
/// - `hex_data`: the text, without a NUL in its size
/// - `result`: takes the bytes
/// - `result_size`: in: the capacity of `result` in bytes, at least half the length of the text; out:
///   the number of bytes written. `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it unchanged
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: an odd number of digits, or another character
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `result` is NULL or too short
/// - `GNUTLS_E_INVALID_REQUEST`: `hex_data` or `result_size` is NULL
///
/// Manual: `gnutls_hex_decode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex_decode(
    hex_data: *const gnutls_datum_t,
    result: *mut c_void,
    result_size: *mut usize,
) -> c_int {
    // SAFETY: `hex_data` is NULL or a valid datum; `result` is NULL or has as much space as its size says;
    // `result_size` is NULL or valid for a write.
    guard::unit(|| unsafe { fill_keeping_size(&unhex(input(hex_data)?)?, result, result_size) })
}

/// Reads bytes from hexadecimal text, into memory that is allocated.
///
/// The text has pairs of digits in upper or lower case and nothing else. The caller frees the bytes
/// with `gnutls_free`.
///
/// - `hex_data`: the text, without a NUL in its size
/// - `result`: takes the bytes and their number; a NUL follows them that the size does not count
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: an odd number of digits, or another character
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
///
/// Manual: `gnutls_hex_decode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex_decode2(
    hex_data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `hex_data` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &unhex(input(hex_data)?)?) })
}

/// Reads bytes from hexadecimal text that may have other characters between the numbers, such as
/// `de:ad:be:ef`.
///
/// Every character before a digit that is none is passed over. A digit with another character behind it
/// is a byte by itself, so that `1:23` is two bytes.
///
/// - `hex_data`: the text; it need not end with a NUL
/// - `hex_size`: the length of the text in bytes
/// - `bin_data`: takes the bytes
/// - `bin_size`: in: the capacity of `bin_data` in bytes; out: the number of bytes written.
///   `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it unchanged
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: the text ends with the first digit of a pair
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `bin_data` is NULL or too short
/// - `GNUTLS_E_INVALID_REQUEST`: `bin_size` is NULL, or `hex_data` is NULL and `hex_size` is not 0
///
/// Since 2.4.0. Manual: `gnutls_hex2bin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex2bin(
    hex_data: *const c_char,
    hex_size: usize,
    bin_data: *mut c_void,
    bin_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        if hex_data.is_null() && hex_size != 0 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: `hex_size` readable bytes, as the manual says.
        let text = unsafe { slice(hex_data.cast(), hex_size) };
        memory::afford(text.len())?;
        let mut bytes = Vec::new();
        let mut at = 0;
        while let Some(high) = text.get(at).copied() {
            let Some(high) = digit(high) else {
                at += 1;
                continue;
            };
            let Some(low) = text.get(at + 1) else {
                return err(GNUTLS_E_PARSING_ERROR);
            };
            bytes.push(digit(*low).map_or(high, |low| high << 4 | low));
            at += 2;
        }
        // SAFETY: `bin_data` is NULL or has as much space as its size says; `bin_size` is NULL or valid for a write.
        unsafe { fill_keeping_size(&bytes, bin_data, bin_size) }
    })
}

/// Writes bytes in base64, on one line without a header.
///
/// The caller frees the text with `gnutls_free`. For a PEM block with its header lines there is
/// `gnutls_pem_base64_encode2`.
///
/// - `data`: the bytes
/// - `result`: takes the text, which ends with a NUL that its size does not count; not written on error
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if an argument is NULL.
///
/// Since 3.6.0. RFC 4648 section 4. Manual: `gnutls_base64_encode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_base64_encode2(
    data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `data` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &pem::base64_encode(input(data)?)) })
}

/// Reads bytes from base64 text without a header.
///
/// White space may stand anywhere in the text; the padding must be there, and the bits that it leaves
/// over must be zero. An empty text is no bytes. The caller frees the bytes with `gnutls_free`.
///
/// - `base64`: the text, without a NUL in its size
/// - `result`: takes the bytes and their number; a NUL follows them that the size does not count
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the text is no base64, or white space alone
/// - `GNUTLS_E_INVALID_REQUEST`: an argument is NULL
///
/// Since 3.6.0. RFC 4648 section 4. Manual: `gnutls_base64_decode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_base64_decode2(
    base64: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `base64` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &Zeroizing::new(pem::base64_decode(input(base64)?)?)) })
}

/// A PEM block, or plain base64 if there is no label.
///
/// # Safety
/// As [`input`] and [`bytes_of`].
unsafe fn pem_encode(msg: *const c_char, data: *const gnutls_datum_t) -> Result<Vec<u8>> {
    // SAFETY: `data` is NULL or a valid datum; `msg` is NULL or a C string.
    let (label, data) = unsafe { (bytes_of(msg).unwrap_or_default(), input(data)?) };
    let label = core::str::from_utf8(label).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST))?;
    match label.len() {
        0 => Ok(pem::base64_encode(data)),
        1..=MAX_PEM_LABEL => Ok(pem::encode(label, data)),
        _ => err(GNUTLS_E_BASE64_ENCODING_ERROR),
    }
}

/// The bytes of the first PEM block of a label, or of any for none. They may be of a private key.
///
/// # Safety
/// As [`input`] and [`bytes_of`].
unsafe fn pem_decode(header: *const c_char, b64_data: *const gnutls_datum_t) -> Result<Zeroizing<Vec<u8>>> {
    // SAFETY: `b64_data` is NULL or a valid datum; `header` is NULL or a C string.
    let (label, text) = unsafe { (bytes_of(header), input(b64_data)?) };
    let label = label.map(|l| core::str::from_utf8(l).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST)));
    pem::decode(label.transpose()?, text).map(Zeroizing::new)
}

/// Writes bytes as a PEM block, in a buffer of the caller's.
///
/// Without a label it is base64 on one line. `gnutls_pem_base64_encode2` allocates the text.
///
/// - `msg`: the label, as `CERTIFICATE`, NUL-terminated, at most 50 bytes; NULL or empty for none
/// - `data`: the bytes
/// - `result`: takes the text and a NUL; NULL asks for the size
/// - `result_size`: in: the capacity of `result` in bytes; out: the length without the NUL, or after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER` what is needed, the NUL included
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `result` is NULL or too short
/// - `GNUTLS_E_BASE64_ENCODING_ERROR`: the label is too long
/// - `GNUTLS_E_INVALID_REQUEST`: `data` or `result_size` is NULL, or the label is not UTF-8
///
/// RFC 7468. Manual: `gnutls_pem_base64_encode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pem_base64_encode(
    msg: *const c_char,
    data: *const gnutls_datum_t,
    result: *mut c_char,
    result_size: *mut usize,
) -> c_int {
    // SAFETY: `data` is NULL or a valid datum; `msg` is NULL or a C string; `result` is NULL or has as much space as
    // its size says; `result_size` is NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(&pem_encode(msg, data)?, result.cast(), result_size, true) })
}

/// Writes bytes as a PEM block that is allocated.
///
/// Without a label it is base64 on one line. The caller frees the text with `gnutls_free`.
///
/// - `header`: the label, as `CERTIFICATE`, NUL-terminated, at most 50 bytes; NULL or empty for none
/// - `raw`: the bytes
/// - `result`: takes the text, which ends with a NUL that its size does not count; not written on error
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_ENCODING_ERROR`: the label is too long
/// - `GNUTLS_E_INVALID_REQUEST`: `raw` or `result` is NULL, or the label is not UTF-8
///
/// Since 3.4.0. RFC 7468. Manual: `gnutls_pem_base64_encode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pem_base64_encode2(
    header: *const c_char,
    raw: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `raw` is NULL or a valid datum; `header` is NULL or a C string; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &pem_encode(header, raw)?) })
}

/// Reads the bytes of a PEM block, into a buffer of the caller's.
///
/// It is the first block in the text whose label begins with `header`; what stands before and after is
/// passed over. `gnutls_pem_base64_decode2` allocates the bytes.
///
/// - `header`: the label, as `CERTIFICATE`, NUL-terminated; NULL takes any
/// - `b64_data`: the text, without a NUL in its size
/// - `result`: takes the bytes; NULL asks for the size
/// - `result_size`: in: the capacity of `result` in bytes; out: the number of bytes, also after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `result` is NULL or too short
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`: the text has no such block
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the block is empty, does not end, or has no base64
/// - `GNUTLS_E_INVALID_REQUEST`: `b64_data` or `result_size` is NULL, or the label is not UTF-8
///
/// RFC 7468. Manual: `gnutls_pem_base64_decode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pem_base64_decode(
    header: *const c_char,
    b64_data: *const gnutls_datum_t,
    result: *mut c_uchar,
    result_size: *mut usize,
) -> c_int {
    // SAFETY: `b64_data` is NULL or a valid datum; `header` is NULL or a C string; `result` is NULL or has as much
    // space as its size says; `result_size` is NULL or valid for a write.
    guard::unit(|| unsafe { write_sized(&pem_decode(header, b64_data)?, result.cast(), result_size, false) })
}

/// Reads the bytes of a PEM block, into memory that is allocated.
///
/// It is the first block in the text whose label begins with `header`; what stands before and after is
/// passed over. The caller frees the bytes with `gnutls_free`.
///
/// - `header`: the label, as `CERTIFICATE`, NUL-terminated; NULL takes any
/// - `b64_data`: the text, without a NUL in its size
/// - `result`: takes the bytes and their number; a NUL follows them that the size does not count
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`: the text has no such block
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the block is empty, does not end, or has no base64
/// - `GNUTLS_E_INVALID_REQUEST`: `b64_data` or `result` is NULL, or the label is not UTF-8
///
/// Since 3.4.0. RFC 7468. Manual: `gnutls_pem_base64_decode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pem_base64_decode2(
    header: *const c_char,
    b64_data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `b64_data` is NULL or a valid datum; `header` is NULL or a C string; `result` is NULL or valid for a
    // write.
    guard::unit(|| unsafe { give(result, &pem_decode(header, b64_data)?) })
}
