//! Hex, base64 and PEM.
use core::ptr;

use crate::abi::*;
use crate::asn1::pem;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_datum, bytes_of, datum_bytes, slice, write_sized};
use crate::error::{Error, Result, err};

/// A longer label is not written.
const MAX_PEM_LABEL: usize = 50;

/// The input of an encoder. NULL: `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// As [`datum_bytes`].
unsafe fn input<'a>(data: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `data` is NULL or a valid datum.
    unsafe { datum_bytes(data) }.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))
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

fn hex(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]]).collect()
}

fn digit(c: u8) -> Option<u8> {
    char::from(c).to_digit(16).map(|d| d as u8)
}

/// Strict: pairs of digits and nothing else. `GNUTLS_E_PARSING_ERROR` for anything else.
fn unhex(text: &[u8]) -> Result<Vec<u8>> {
    let pairs = text.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let bytes: Option<Vec<u8>> = pairs.map(|p| Some(digit(p[0])? << 4 | digit(p[1])?)).collect();
    match bytes {
        Some(bytes) if !odd => Ok(bytes),
        _ => err(GNUTLS_E_PARSING_ERROR),
    }
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

/// Writes `data` in hex and a NUL to `result`; `*result_size`, the space, becomes what was written, the NUL
/// included. `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves it as it was.
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

/// `data` in hex as a string that the caller frees; the size does not count its NUL.
/// Manual: `gnutls_hex_encode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex_encode2(
    data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `data` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &hex(input(data)?)) })
}

/// The bytes of hex text: pairs of digits and nothing else, or `GNUTLS_E_PARSING_ERROR`.
/// `GNUTLS_E_SHORT_MEMORY_BUFFER` leaves `*result_size` as it was.
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

/// As `gnutls_hex_decode`, into memory that the caller frees.
/// Manual: `gnutls_hex_decode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex_decode2(
    hex_data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `hex_data` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &unhex(input(hex_data)?)?) })
}

/// The bytes of hex text in which anything may stand between the pairs of digits. A lone last digit is
/// `GNUTLS_E_PARSING_ERROR`.
/// Manual: `gnutls_hex2bin`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_hex2bin(
    hex_data: *const c_char,
    hex_size: usize,
    bin_data: *mut c_void,
    bin_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `hex_size` readable bytes, as the manual says.
        let text = unsafe { slice(hex_data.cast(), hex_size) };
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

/// `data` in base64 on one line, as a string that the caller frees.
/// Manual: `gnutls_base64_encode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_base64_encode2(
    data: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `data` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &pem::base64_encode(input(data)?)) })
}

/// The bytes of base64 text, for the caller to free; `GNUTLS_E_BASE64_DECODING_ERROR` if it is none.
/// Manual: `gnutls_base64_decode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_base64_decode2(
    base64: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `base64` is NULL or a valid datum; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &pem::base64_decode(input(base64)?)?) })
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

/// The bytes of the first PEM block of a label, or of any for none.
///
/// # Safety
/// As [`input`] and [`bytes_of`].
unsafe fn pem_decode(header: *const c_char, b64_data: *const gnutls_datum_t) -> Result<Vec<u8>> {
    // SAFETY: `b64_data` is NULL or a valid datum; `header` is NULL or a C string.
    let (label, text) = unsafe { (bytes_of(header), input(b64_data)?) };
    let label = label.map(|l| core::str::from_utf8(l).map_err(|_| Error::new(GNUTLS_E_INVALID_REQUEST)));
    pem::decode(label.transpose()?, text)
}

/// `data` as a PEM block with the label `msg` (NULL for plain base64), written with a NUL that
/// `*result_size` does not count. Too little space is `GNUTLS_E_SHORT_MEMORY_BUFFER` with the space needed.
/// Manual: `gnutls_pem_base64_encode`.
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

/// As `gnutls_pem_base64_encode`, into memory that the caller frees.
/// Manual: `gnutls_pem_base64_encode2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pem_base64_encode2(
    header: *const c_char,
    raw: *const gnutls_datum_t,
    result: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `raw` is NULL or a valid datum; `header` is NULL or a C string; `result` is NULL or valid for a write.
    guard::unit(|| unsafe { give(result, &pem_encode(header, raw)?) })
}

/// The bytes of the first PEM block with this label (NULL for any).
/// `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR` if there is none, `GNUTLS_E_BASE64_DECODING_ERROR` if its
/// text is wrong, `GNUTLS_E_SHORT_MEMORY_BUFFER` with the space needed.
/// Manual: `gnutls_pem_base64_decode`.
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

/// As `gnutls_pem_base64_decode`, into memory that the caller frees.
/// Manual: `gnutls_pem_base64_decode2`.
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
