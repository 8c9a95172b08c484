//! What crosses the C boundary in memory: `gnutls_malloc` and friends, datums, strings, output buffers.
//!
//! An application may write to the five allocator variables; whatever a caller frees with `gnutls_free`
//! is therefore allocated through the symbol, at the time of the call.
use core::ffi::{CStr, c_char, c_uint, c_void};
use core::ptr;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::error::{Error, INVALID_REQUEST, Result, err};
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

/// `n` bytes from `gnutls_malloc` (at least one); `GNUTLS_E_MEMORY_ERROR` if there are none.
pub fn alloc(n: usize) -> Result<*mut u8> {
    // SAFETY: reading a function pointer that C may replace; races on it are the application's own, as
    // the manual says (set before any other call).
    let p = unsafe { ptr::read_volatile(&raw const gnutls_malloc).map(|f| f(n.max(1))) };
    match p {
        Some(p) if !p.is_null() => Ok(p.cast()),
        _ => Err(MEMORY),
    }
}

/// Gives back what [`alloc`] or the application's `gnutls_malloc` made.
///
/// # Safety
/// `p` is NULL or came from `gnutls_malloc`, and is not used again.
pub unsafe fn free(p: *mut c_void) {
    if p.is_null() {
        return;
    }
    // SAFETY: as `alloc`; the caller promises where `p` is from.
    unsafe {
        if let Some(f) = ptr::read_volatile(&raw const gnutls_free) {
            f(p)
        }
    }
}

/// A copy of `bytes` that the caller frees with `gnutls_free`, followed by a NUL that the size does
/// not count. An empty input gives a datum of size 0 with a non-NULL pointer.
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

/// A NUL-terminated copy for the caller to free.
pub fn alloc_string(s: &[u8]) -> Result<*mut c_char> {
    Ok(alloc_datum(s)?.data.cast())
}

/// The bytes behind a pointer and a length; NULL or zero is empty.
///
/// # Safety
/// `p` is NULL or points to `n` readable bytes that stay unchanged for `'a`.
pub unsafe fn slice<'a>(p: *const c_void, n: usize) -> &'a [u8] {
    if p.is_null() || n == 0 || n > isize::MAX as usize {
        &[]
    } else {
        // SAFETY: the caller's promise; length checked against isize::MAX above.
        unsafe { core::slice::from_raw_parts(p.cast(), n) }
    }
}

/// As [`slice()`]; NULL with a length, and a length that no buffer has, are `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// As [`slice()`].
#[inline]
pub unsafe fn bytes_in<'a>(p: *const c_void, n: usize) -> Result<&'a [u8]> {
    if (p.is_null() && n > 0) || n > isize::MAX as usize {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    // SAFETY: `p` is NULL or has as many bytes as its length says.
    Ok(unsafe { slice(p, n) })
}

/// The bytes of a datum; NULL, and NULL bytes with a size, are `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// As [`slice()`], for the datum and what it points to.
pub unsafe fn datum_in<'a>(d: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `d` is NULL or a valid datum.
    match unsafe { d.as_ref() } {
        // SAFETY: `d` is NULL or a valid datum.
        Some(d) => unsafe { bytes_in(d.data.cast(), d.size as usize) },
        None => err(GNUTLS_E_INVALID_REQUEST),
    }
}

/// As [`datum_in`]; NULL is empty.
///
/// # Safety
/// As [`datum_in`].
pub unsafe fn optional_datum_in<'a>(d: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `d` is NULL or a valid datum.
    if d.is_null() { Ok(&[]) } else { unsafe { datum_in(d) } }
}

/// As [`slice()`], writable.
///
/// # Safety
/// `p` is NULL or points to `n` writable bytes that nobody else uses for `'a`.
pub unsafe fn slice_mut<'a>(p: *mut c_void, n: usize) -> &'a mut [u8] {
    if p.is_null() || n == 0 || n > isize::MAX as usize {
        &mut []
    } else {
        // SAFETY: the caller's promise; length checked above.
        unsafe { core::slice::from_raw_parts_mut(p.cast(), n) }
    }
}

/// Whether two buffers share no byte.
#[inline]
pub fn disjoint(a: *const c_void, a_len: usize, b: *const c_void, b_len: usize) -> bool {
    let (a, b) = (a as usize, b as usize);
    a.saturating_add(a_len) <= b || b.saturating_add(b_len) <= a
}

/// Has `make` fill the `n` bytes at `out`, by way of bytes of our own where `out` shares some with what it reads.
///
/// # Safety
/// `out` is NULL or has `n` writable bytes, which nobody else uses but as `inputs`.
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
    let mut own = Zeroizing::new(vec![0; n]);
    make(&mut own)?;
    // SAFETY: the caller's promise; what was read is not read again.
    unsafe { ptr::copy_nonoverlapping(own.as_ptr(), out.cast(), n) };
    Ok(())
}

/// The bytes of a datum; `None` if the pointer itself is NULL.
///
/// # Safety
/// As [`slice()`], for the datum and what it points to.
pub unsafe fn datum_bytes<'a>(d: *const gnutls_datum_t) -> Option<&'a [u8]> {
    if d.is_null() {
        return None;
    }
    // SAFETY: not NULL; the caller's promise.
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

/// Writes `value` through an optional out-pointer.
///
/// # Safety
/// `out` is NULL or valid for a write.
pub unsafe fn write_out<T>(out: *mut T, value: T) {
    if !out.is_null() {
        // SAFETY: not NULL; the caller's promise.
        unsafe { out.write(value) }
    }
}

/// The size-query convention of the whole API: `*size` holds the capacity on entry and the length on
/// return; too little space (or NULL `buf`) is `GNUTLS_E_SHORT_MEMORY_BUFFER` with the length set.
/// With `nul`, the output is a string: the NUL is written, and counted in the size asked for
/// when the capacity is short but not in the length given back.
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

/// A datum over bytes that someone else keeps.
pub fn borrowed_datum(bytes: &[u8]) -> gnutls_datum_t {
    gnutls_datum_t { data: bytes.as_ptr() as *mut u8, size: bytes.len() as c_uint }
}

/// Certificates, and the array of datums over them that C sees.
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

    /// Keeps the array where it is while it is still right: pointers to it may be in use.
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

/// As [`write_sized`]; without a buffer the length alone is a success.
///
/// # Safety
/// As [`write_sized`].
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

/// Gives bytes as a datum that the caller frees.
///
/// # Safety
/// `out` is NULL or valid for a write.
pub unsafe fn write_datum(bytes: &[u8], out: *mut gnutls_datum_t) -> Result<()> {
    if out.is_null() {
        return Err(INVALID_REQUEST);
    }
    let d = alloc_datum(bytes)?;
    // SAFETY: not NULL; the caller's promise.
    unsafe { out.write(d) };
    Ok(())
}

/// Bytes that C looks at: a NUL that the size does not count follows them.
#[derive(Clone)]
pub struct NulTerminated(Box<[u8]>);

impl NulTerminated {
    pub fn new(bytes: &[u8]) -> NulTerminated {
        NulTerminated([bytes, &[0]].concat().into())
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
