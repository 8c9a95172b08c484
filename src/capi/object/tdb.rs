//! Stores of the keys that hosts have shown: the application's, and the default one, a file.
use std::fs::{DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use crate::abi::*;
use crate::capi::ffi::env;
use crate::capi::ffi::file::load;
use crate::capi::ffi::opaque::Opaque;
use crate::error::{Error, Result};
use crate::log::{FileName, reason};

/// What C holds as a `gnutls_tdb_t`: a store of the application's.
#[derive(Default)]
pub struct Tdb {
    pub store: gnutls_tdb_store_func,
    pub store_commitment: gnutls_tdb_store_commitment_func,
    pub verify: gnutls_tdb_verify_func,
}

// SAFETY: all handles are created by `gnutls_tdb_init`.
unsafe impl Opaque for gnutls_tdb_int {
    type Object = Tdb;
}

/// The file of a store; without a name the user's.
pub fn file(name: Option<&[u8]>) -> Result<PathBuf> {
    if let Some(name) = name {
        return Ok(Path::new(std::ffi::OsStr::from_bytes(name)).to_path_buf());
    }
    let home = env::home().ok_or(reason!(
        Error::new(GNUTLS_E_FILE_ERROR),
        "the user has no home, where the keys of hosts are stored"
    ))?;
    Ok(Path::new(std::ffi::OsStr::from_bytes(&home)).join(".gnutls").join("known_hosts"))
}

/// The text of a store; a file that is not there is empty.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    match std::fs::symlink_metadata(file) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        _ => load(file.as_os_str().as_bytes()),
    }
}

/// Adds a line to a store, whose folder is made if it is the user's.
pub fn append(file: &Path, line: &[u8], of_user: bool) -> Result<()> {
    if of_user && let Some(folder) = file.parent() {
        let _ = DirBuilder::new().mode(0o700).create(folder);
    }
    // In one write, so that lines of several processes do not mix.
    let written = OpenOptions::new().append(true).create(true).open(file).and_then(|mut f| f.write_all(line));
    written.map_err(|why| {
        let name = file.as_os_str().as_bytes();
        reason!(Error::new(GNUTLS_E_DB_ERROR), "cannot write the file \"{}\": {why}", FileName(name))
    })
}
