//! Files and paths from C.
use core::ffi::c_char;
use std::ffi::{CString, OsStr};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use crate::abi::*;
use crate::capi::ffi::memory::bytes_of;
use crate::error::{Error, Result};
use crate::log::{FileName, reason};
use crate::memory;

/// Reads a file. Fails with `GNUTLS_E_FILE_ERROR` if it cannot be read. It only uses the system calls open,
/// read and close, because the application may be in a sandbox that forbids others.
pub fn load(name: &[u8]) -> Result<Vec<u8>> {
    use std::os::fd::{AsRawFd as _, FromRawFd as _, OwnedFd};
    let failed = Error::new(GNUTLS_E_FILE_ERROR);
    let why = || {
        reason!(failed, "cannot read the file \"{}\": {}", FileName(name), std::io::Error::last_os_error())
    };
    let path = CString::new(name).map_err(|_| failed)?;
    // SAFETY: `path` is a C string; the owned descriptor is closed on every return.
    let file = unsafe {
        match libc::open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) {
            -1 => return Err(why()),
            fd => OwnedFd::from_raw_fd(fd),
        }
    };
    let (mut bytes, mut block) = (Vec::new(), [0u8; 4096]);
    loop {
        // SAFETY: `block` has the capacity `block.len()`.
        match unsafe { libc::read(file.as_raw_fd(), block.as_mut_ptr().cast(), block.len()) } {
            0 => return Ok(bytes),
            n if n > 0 => {
                memory::reserve(&mut bytes, n as usize)?;
                bytes.extend_from_slice(&block[..n as usize]);
            }
            _ if std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted => {}
            _ => return Err(why()),
        }
    }
}

/// A path from C. Fails with `GNUTLS_E_UNIMPLEMENTED_FEATURE` for a PKCS #11 URL.
///
/// # Safety
/// `name` is NULL or a C string.
pub unsafe fn file_path<'a>(name: *const c_char) -> Result<Option<&'a Path>> {
    // SAFETY: `name` is NULL or a C string.
    match unsafe { bytes_of(name) } {
        None => Ok(None),
        Some(s) if s.starts_with(b"pkcs11:") => {
            Err(reason!(Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE), "this library does not support PKCS #11"))
        }
        Some(s) => Ok(Some(Path::new(OsStr::from_bytes(s)))),
    }
}
