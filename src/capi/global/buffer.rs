//! Strings that grow, for libgnutls-dane, which has them in its own memory. No header has these functions.
use core::ptr;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc, bytes_of, free, write_out};
use crate::error::{Error, INVALID_REQUEST, Result};

/// The smallest allocation.
const CHUNK: usize = 1024;

const MEMORY: Error = Error::new(GNUTLS_E_MEMORY_ERROR);

/// A buffer in the memory of the caller, which knows its size.
#[repr(C)]
pub struct StringBuffer {
    /// What `gnutls_malloc` returned, or NULL.
    allocated: *mut u8,
    /// Where the data begins: there.
    data: *mut u8,
    /// In bytes.
    capacity: usize,
    length: usize,
}

impl StringBuffer {
    const EMPTY: StringBuffer =
        StringBuffer { allocated: ptr::null_mut(), data: ptr::null_mut(), capacity: 0, length: 0 };

    /// # Safety
    /// The buffer was initialized, and is used by these functions alone.
    unsafe fn append(&mut self, bytes: &[u8]) -> Result<()> {
        let needed = self.length.checked_add(bytes.len()).ok_or(MEMORY)?;
        if needed > self.capacity || self.allocated.is_null() {
            let capacity = needed.max(CHUNK).checked_next_power_of_two().ok_or(MEMORY)?;
            let larger = alloc(capacity)?;
            // SAFETY: `length` bytes are in the allocation, if there is one; the new one is larger.
            unsafe {
                if self.length > 0 {
                    ptr::copy_nonoverlapping(self.data, larger, self.length);
                }
                free(self.allocated.cast());
            }
            (self.allocated, self.data, self.capacity) = (larger, larger, capacity);
        }
        // SAFETY: the capacity is that of `needed` bytes.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), self.data.add(self.length), bytes.len()) };
        self.length = needed;
        Ok(())
    }
}

/// Makes a buffer empty, without a look at what is in it.
///
/// - `buffer`: four words of the caller's; NULL is ignored
///
/// Not in the manual: libgnutls-dane uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_buffer_init(buffer: *mut c_void) {
    // SAFETY: `buffer` is NULL or valid for a write.
    guard::or((), || unsafe { write_out(buffer.cast(), StringBuffer::EMPTY) });
}

/// Releases what is in a buffer, and makes it empty.
///
/// - `buffer`: a buffer that was initialized; NULL is ignored
///
/// Not in the manual: it goes with `_gnutls_buffer_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_buffer_clear(buffer: *mut c_void) {
    guard::or((), || {
        // SAFETY: `buffer` is NULL or a buffer of these functions.
        if let Some(buffer) = unsafe { buffer.cast::<StringBuffer>().as_mut() } {
            // SAFETY: it was allocated by `append`, or is NULL.
            unsafe { free(buffer.allocated.cast()) };
            *buffer = StringBuffer::EMPTY;
        }
    });
}

/// Adds a string to a buffer.
///
/// - `buffer`: a buffer that was initialized
/// - `string`: a NUL-terminated string, whose bytes are copied without the NUL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
/// - `GNUTLS_E_MEMORY_ERROR`: there is no memory; the buffer is as before
///
/// Not in the manual: libgnutls-dane uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_buffer_append_str(buffer: *mut c_void, string: *const c_char) -> c_int {
    guard::unit(|| {
        // SAFETY: `buffer` is NULL or a buffer of these functions; `string` is NULL or a C string.
        unsafe {
            let buffer = buffer.cast::<StringBuffer>().as_mut().ok_or(INVALID_REQUEST)?;
            buffer.append(bytes_of(string).ok_or(INVALID_REQUEST)?)
        }
    })
}

/// Moves what is in a buffer into a datum; the buffer is empty afterwards.
///
/// - `buffer`: a buffer that was initialized
/// - `data`: takes the data, to be freed with `gnutls_free`; NULL and 0 if there is none
/// - `is_str`: not 0 adds a NUL, which the size does not count
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
/// - `GNUTLS_E_MEMORY_ERROR`: there is no memory; the buffer is empty all the same
///
/// Not in the manual: libgnutls-dane uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_buffer_to_datum(
    buffer: *mut c_void,
    data: *mut gnutls_datum_t,
    is_str: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `buffer` is NULL or a buffer of these functions; `data` is NULL or valid for a write.
        unsafe {
            let buffer = buffer.cast::<StringBuffer>().as_mut().ok_or(INVALID_REQUEST)?;
            if data.is_null() {
                return Err(INVALID_REQUEST);
            }
            let length = buffer.length;
            let ended = match is_str != 0 && length > 0 {
                true => buffer.append(b"\0"),
                false => Ok(()),
            };
            let moved = core::mem::replace(buffer, StringBuffer::EMPTY);
            let size = ended.and_then(|()| c_uint::try_from(length).map_err(|_| MEMORY));
            if let Ok(1..) = size {
                write_out(data, gnutls_datum_t { data: moved.data, size: size? });
            } else {
                free(moved.allocated.cast());
                write_out(data, gnutls_datum_t { data: ptr::null_mut(), size: 0 });
            }
            size.map(|_| ())
        }
    })
}
