//! Memory at the C boundary: the allocator variables, datums, strings, output buffers.
//!
//! The application may change the allocator variables. Therefore memory that it frees with `gnutls_free` is
//! allocated with the current value of the variable.
use core::ffi::{CStr, c_char, c_uint, c_void};
use core::ptr;

use zeroize::{Zeroize, Zeroizing};

use crate::abi::*;
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::memory;
use crate::pki::cert::Certificate;

pub type AllocFn = Option<unsafe extern "C" fn(usize) -> *mut c_void>;

pub type CallocFn = Option<unsafe extern "C" fn(usize, usize) -> *mut c_void>;

pub type ReallocFn = Option<unsafe extern "C" fn(*mut c_void, usize) -> *mut c_void>;

pub type FreeFn = Option<unsafe extern "C" fn(*mut c_void)>;

pub type StrdupFn = Option<unsafe extern "C" fn(*const c_char) -> *mut c_char>;

#[unsafe(no_mangle)]
pub static mut gnutls_malloc: AllocFn = Some(libc::malloc);

#[unsafe(no_mangle)]
pub static mut gnutls_secure_malloc: AllocFn = Some(libc::malloc);

#[unsafe(no_mangle)]
pub static mut gnutls_calloc: CallocFn = Some(libc::calloc);

#[unsafe(no_mangle)]
pub static mut gnutls_realloc: ReallocFn = Some(libc::realloc);

#[unsafe(no_mangle)]
pub static mut gnutls_free: FreeFn = Some(libc::free);

#[unsafe(no_mangle)]
pub static mut gnutls_strdup: StrdupFn = Some(libc::strdup);

const MEMORY: Error = Error::new(GNUTLS_E_MEMORY_ERROR);

/// Allocates `n` bytes (at least one) with `gnutls_malloc`. Fails with `GNUTLS_E_MEMORY_ERROR`.
pub fn alloc(n: usize) -> Result<*mut u8> {
    // SAFETY: a function pointer that the application may replace; according to the manual it does so before
    // any other call.
    let p = unsafe { ptr::read_volatile(&raw const gnutls_malloc).map(|f| f(n.max(1))) };
    match p {
        Some(p) if !p.is_null() => Ok(p.cast()),
        _ => Err(MEMORY),
    }
}

/// Frees memory from [`alloc`] or the application's `gnutls_malloc`.
///
/// # Safety
/// `p` is NULL or came from `gnutls_malloc`, and is not used again.
pub unsafe fn free(p: *mut c_void) {
    if p.is_null() {
        return;
    }
    // SAFETY: the function pointer as in `alloc`; `p` is from `gnutls_malloc` (the caller).
    unsafe {
        if let Some(f) = ptr::read_volatile(&raw const gnutls_free) {
            f(p)
        }
    }
}

/// A copy of `bytes` that the caller frees with `gnutls_free`. It is followed by a NUL that is not included
/// in the size. An empty input results in a datum of size 0 with a non-NULL pointer.
pub fn alloc_datum(bytes: &[u8]) -> Result<gnutls_datum_t> {
    let size = bytes.len().try_into().map_err(|_| MEMORY)?;
    let data = alloc(bytes.len() + 1)?;
    // SAFETY: `data` has `bytes.len() + 1` bytes.
    unsafe {
        ptr::copy_nonoverlapping(bytes.as_ptr(), data, bytes.len());
        *data.add(bytes.len()) = 0;
    }
    Ok(gnutls_datum_t { data, size })
}

/// A NUL-terminated copy that the caller frees with `gnutls_free`.
pub fn alloc_string(s: &[u8]) -> Result<*mut c_char> {
    Ok(alloc_datum(s)?.data.cast())
}

/// Takes the bytes that a function of the application has allocated and frees them. They are wiped there.
///
/// # Safety
/// `p` is NULL, or `n` bytes of `gnutls_malloc` whose ownership is transferred.
pub unsafe fn take_bytes(p: *mut c_void, n: usize) -> Zeroizing<Vec<u8>> {
    // SAFETY: `p` has `n` bytes, which are the caller's to free.
    unsafe {
        let bytes = slice_mut(p, n);
        let copy = Zeroizing::new(bytes.to_vec());
        bytes.zeroize();
        free(p);
        copy
    }
}

/// Like [`take_bytes`], for a C string; `None` for NULL.
///
/// # Safety
/// `s` is NULL, or a C string of `gnutls_malloc` whose ownership is transferred.
pub unsafe fn take_string(s: *mut c_char) -> Option<Zeroizing<Vec<u8>>> {
    // SAFETY: `s` is NULL or a C string, which is the caller's to free.
    unsafe { bytes_of(s).map(<[u8]>::len).map(|n| take_bytes(s.cast(), n)) }
}

/// The bytes of a pointer and a length; empty if the pointer is NULL or the length zero.
///
/// # Safety
/// `p` is NULL or points to `n` readable bytes that stay unchanged for `'a`.
pub unsafe fn slice<'a>(p: *const c_void, n: usize) -> &'a [u8] {
    if p.is_null() || n == 0 || n > isize::MAX as usize {
        &[]
    } else {
        // SAFETY: `p` has `n` readable bytes (the caller), checked against NULL and isize::MAX.
        unsafe { core::slice::from_raw_parts(p.cast(), n) }
    }
}

/// Like [`slice()`], but fails with `GNUTLS_E_INVALID_REQUEST` for NULL with a length, and for an impossible
/// length, and with `GNUTLS_E_MEMORY_ERROR` if there is no memory for what is made of so much.
///
/// # Safety
/// The same as for [`slice()`].
#[inline]
pub unsafe fn bytes_in<'a>(p: *const c_void, n: usize) -> Result<&'a [u8]> {
    // SAFETY: `p` is NULL or has as many bytes as its length says.
    let bytes = unsafe { bytes_in_place(p, n)? };
    memory::afford(n)?;
    Ok(bytes)
}

/// Like [`bytes_in`], for bytes of which nothing is kept: any amount will do.
///
/// # Safety
/// The same as for [`slice()`].
#[inline]
pub unsafe fn bytes_in_place<'a>(p: *const c_void, n: usize) -> Result<&'a [u8]> {
    if (p.is_null() && n > 0) || n > isize::MAX as usize {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `p` is NULL or has as many bytes as its length says.
    Ok(unsafe { slice(p, n) })
}

/// The bytes of a datum. Fails with `GNUTLS_E_INVALID_REQUEST` if the pointer is NULL, or the data is NULL
/// but the size is not 0, and with `GNUTLS_E_MEMORY_ERROR` if there is no memory for what is made of so much.
///
/// # Safety
/// The same as for [`slice()`], for the datum and its data.
pub unsafe fn datum_in<'a>(d: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `d` is NULL or a valid datum.
    let bytes = unsafe { datum_in_place(d)? };
    memory::afford(bytes.len())?;
    Ok(bytes)
}

/// Like [`datum_in`], for bytes of which nothing is kept: any amount will do.
///
/// # Safety
/// The same as for [`slice()`], for the datum and its data.
pub unsafe fn datum_in_place<'a>(d: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `d` is NULL or a valid datum.
    match unsafe { d.as_ref() } {
        // SAFETY: `d` is NULL or a valid datum.
        Some(d) => unsafe { bytes_in_place(d.data.cast(), d.size as usize) },
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// Like [`datum_in`], but NULL is empty.
///
/// # Safety
/// The same as for [`datum_in`].
pub unsafe fn optional_datum_in<'a>(d: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `d` is NULL or a valid datum.
    if d.is_null() { Ok(&[]) } else { unsafe { datum_in(d) } }
}

/// Like [`slice()`], but writable.
///
/// # Safety
/// `p` is NULL or points to `n` writable bytes that are not accessed otherwise for `'a`.
pub unsafe fn slice_mut<'a>(p: *mut c_void, n: usize) -> &'a mut [u8] {
    if p.is_null() || n == 0 || n > isize::MAX as usize {
        &mut []
    } else {
        // SAFETY: `p` has `n` writable bytes (the caller), checked against NULL and isize::MAX.
        unsafe { core::slice::from_raw_parts_mut(p.cast(), n) }
    }
}

/// Whether two buffers share no byte.
#[inline]
pub fn disjoint(a: *const c_void, a_len: usize, b: *const c_void, b_len: usize) -> bool {
    let (a, b) = (a as usize, b as usize);
    a.saturating_add(a_len) <= b || b.saturating_add(b_len) <= a
}

/// Calls `make` to write the `n` bytes at `out`. If `out` overlaps with the inputs, a temporary buffer is
/// used.
///
/// # Safety
/// `out` is NULL or has `n` writable bytes, which are not accessed otherwise except as `inputs`.
#[inline]
pub unsafe fn with_output(
    out: *mut c_void,
    n: usize,
    inputs: [&[u8]; 2],
    make: impl FnOnce(&mut [u8]) -> Result<()>,
) -> Result<()> {
    if inputs.iter().all(|i| disjoint(i.as_ptr().cast(), i.len(), out, n)) {
        // SAFETY: `out` is NULL or has as much space as its size says.
        return make(unsafe { slice_mut(out, n) });
    }
    let mut own = Zeroizing::new(memory::zeros(n)?);
    make(&mut own)?;
    // SAFETY: `out` has `n` writable bytes (the caller); the inputs are not read again.
    unsafe { ptr::copy_nonoverlapping(own.as_ptr(), out.cast(), n) };
    Ok(())
}

/// The bytes of a datum; `None` if the pointer itself is NULL.
///
/// # Safety
/// The same as for [`slice()`], for the datum and its data.
pub unsafe fn datum_bytes<'a>(d: *const gnutls_datum_t) -> Option<&'a [u8]> {
    if d.is_null() {
        return None;
    }
    // SAFETY: `d` is not NULL, and so a valid datum (the caller).
    unsafe { Some(slice((*d).data.cast(), (*d).size as usize)) }
}

/// A C string's bytes without the NUL; `None` for NULL.
///
/// # Safety
/// `s` is NULL or NUL-terminated, unchanged for `'a`.
pub unsafe fn bytes_of<'a>(s: *const c_char) -> Option<&'a [u8]> {
    if s.is_null() {
        None
    } else {
        // SAFETY: `s` is NULL or a C string.
        Some(unsafe { CStr::from_ptr(s) }.to_bytes())
    }
}

/// Writes `value` to an optional output pointer.
///
/// # Safety
/// `out` is NULL or valid for a write.
pub unsafe fn write_out<T>(out: *mut T, value: T) {
    if !out.is_null() {
        // SAFETY: not NULL, and valid for a write (the caller).
        unsafe { out.write(value) }
    }
}

/// The convention of the API for output buffers: `*size` is the capacity on entry and the length on return.
/// If the capacity is too small or `buf` is NULL, fails with `GNUTLS_E_SHORT_MEMORY_BUFFER` and sets the
/// required size. With `nul` the output is a NUL-terminated string; the NUL is included in the required size,
/// but not in the returned length.
///
/// # Safety
/// `buf` is NULL or has `*size` writable bytes; `size` is NULL or valid.
pub unsafe fn write_sized(bytes: &[u8], buf: *mut c_void, size: *mut usize, nul: bool) -> Result<()> {
    if size.is_null() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    let need = bytes.len() + usize::from(nul);
    // SAFETY: `size` is not NULL; `buf` has the capacity it says.
    unsafe {
        if buf.is_null() || *size < need {
            *size = need;
            return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
        }
        ptr::copy_nonoverlapping(bytes.as_ptr(), buf.cast(), bytes.len());
        if nul {
            *buf.cast::<u8>().add(bytes.len()) = 0;
        }
        *size = bytes.len();
    }
    Ok(())
}

/// A datum that borrows `bytes`.
pub fn borrowed_datum(bytes: &[u8]) -> gnutls_datum_t {
    gnutls_datum_t { data: bytes.as_ptr() as *mut u8, size: bytes.len() as c_uint }
}

/// Certificates, and an array of datums that borrow their encodings, for C.
pub struct DatumList {
    certificates: Vec<Certificate>,
    datums: Vec<gnutls_datum_t>,
}

// SAFETY: the datums point into `certificates`, which are immutable and shared.
unsafe impl Send for DatumList {}

impl DatumList {
    fn new(certificates: Vec<Certificate>) -> Self {
        let datums = certificates.iter().map(|c| borrowed_datum(c.der())).collect();
        DatumList { certificates, datums }
    }

    /// Returns the array of `slot` for the certificates `now`. An existing array with the same certificates
    /// is not replaced, because pointers to it may be in use.
    pub(crate) fn renew(slot: &mut Option<DatumList>, now: Vec<Certificate>) -> *const gnutls_datum_t {
        if now.is_empty() {
            return ptr::null();
        }
        match slot {
            Some(list) if list.certificates == now => list.datums.as_ptr(),
            _ => slot.insert(DatumList::new(now)).datums.as_ptr(),
        }
    }
}

/// Like [`write_sized`], but succeeds and returns the length if `buf` is NULL.
///
/// # Safety
/// The same as for [`write_sized`].
pub unsafe fn write_or_measure(bytes: &[u8], buf: *mut c_void, size: *mut usize) -> Result<()> {
    // SAFETY: `buf` is NULL or has as much space as its size says; `size` is NULL or valid for a write.
    unsafe {
        if buf.is_null() && !size.is_null() {
            size.write(bytes.len());
            return Ok(());
        }
        write_sized(bytes, buf, size, false)
    }
}

/// Writes a copy of the bytes as a datum that the caller frees.
///
/// # Safety
/// `out` is NULL or valid for a write.
pub unsafe fn write_datum(bytes: &[u8], out: *mut gnutls_datum_t) -> Result<()> {
    if out.is_null() {
        return Err(INVALID_REQUEST);
    }
    let d = alloc_datum(bytes)?;
    // SAFETY: not NULL, and valid for a write (the caller).
    unsafe { out.write(d) };
    Ok(())
}

/// Bytes to which pointers are returned to C. They are followed by a NUL that is not included in the size.
#[derive(Clone)]
pub struct NulTerminated(Box<[u8]>);

impl NulTerminated {
    pub fn new(bytes: &[u8]) -> NulTerminated {
        NulTerminated([bytes, &[0]].concat().into())
    }
    /// The bytes in `slot`, which stay at their address as long as they are the same.
    pub fn renew<'a>(slot: &'a mut Option<NulTerminated>, bytes: &[u8]) -> &'a NulTerminated {
        if slot.as_ref().is_none_or(|held| held.bytes() != bytes) {
            *slot = None;
        }
        slot.get_or_insert_with(|| NulTerminated::new(bytes))
    }
    pub fn bytes(&self) -> &[u8] {
        &self.0[..self.0.len() - 1]
    }
    pub fn text(&self) -> *mut c_char {
        self.0.as_ptr().cast_mut().cast()
    }
    pub fn lent(&self) -> gnutls_datum_t {
        gnutls_datum_t { data: self.0.as_ptr().cast_mut(), size: self.bytes().len() as c_uint }
    }
}
