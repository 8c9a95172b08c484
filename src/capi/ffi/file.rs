//! Files and paths from C.
use core::ffi::c_char;
use std::ffi::{CString, OsStr};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use crate::abi::*;
use crate::capi::ffi::cancel::Held;
use crate::capi::ffi::memory::bytes_of;
use crate::error::{Error, Result};
use crate::log::{FileName, reason};
use crate::memory;

/// Reads a file. Fails with `GNUTLS_E_FILE_ERROR` if it cannot be read. It only uses the system calls open,
/// read and close, because the application may be in a sandbox that forbids others.
pub fn load(name: &[u8]) -> Result<Vec<u8>> {
    let _held = Held::begin();
    let file = open(name)?;
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
            _ => return Err(unreadable(name)),
        }
    }
}

/// Whether a file can be opened. Fails as [`load`].
pub fn check_file(name: &[u8]) -> Result<()> {
    let _held = Held::begin();
    open(name).map(drop)
}

fn open(name: &[u8]) -> Result<OwnedFd> {
    let path = CString::new(name).map_err(|_| Error::new(GNUTLS_E_FILE_ERROR))?;
    // SAFETY: `path` is a C string; the descriptor is owned from here on.
    match unsafe { libc::open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) } {
        -1 => Err(unreadable(name)),
        // SAFETY: it was opened above, and nobody else closes it.
        fd => Ok(unsafe { OwnedFd::from_raw_fd(fd) }),
    }
}

fn unreadable(name: &[u8]) -> Error {
    let why = std::io::Error::last_os_error();
    reason!(Error::new(GNUTLS_E_FILE_ERROR), "cannot read the file \"{}\": {why}", FileName(name))
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
