//! The log of TLS secrets (`SSLKEYLOGFILE`).
use std::ffi::OsString;
use std::fs::File;
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_of, datum_bytes};
use crate::capi::ffi::{env, guard};
use crate::capi::object::session::get_session;

/// The file, opened when the first session is made; `None` if the variable is not set, or in a
/// process that runs with another user's rights.
fn file() -> Option<&'static Mutex<File>> {
    static FILE: OnceLock<Option<Mutex<File>>> = OnceLock::new();
    FILE.get_or_init(|| {
        let path = OsString::from_vec(env::variable(c"SSLKEYLOGFILE")?);
        let file = std::fs::OpenOptions::new().append(true).create(true).mode(0o600).open(path).ok()?;
        Some(Mutex::new(file))
    })
    .as_ref()
}

/// True if secrets are to be logged by default.
pub fn key_log_wanted() -> bool {
    file().is_some()
}

/// Appends a line: label, client random, secret.
pub fn append_key_log(label: &str, client_random: &[u8; 32], secret: &[u8]) {
    let Some(file) = file() else { return };
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let line = zeroize::Zeroizing::new(format!("{label} {} {}\n", hex(client_random), hex(secret)));
    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = file.write_all(line.as_bytes());
}

/// The key log function that a session begins with.
///
/// # Safety
/// Called by the session alone, or by an application that asked for it, with a live session.
pub unsafe extern "C" fn gnutls_rs_default_keylog(
    handle: gnutls_session_t,
    label: *const c_char,
    secret: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: a live session, a C string and a datum: the caller's promise.
        let (h, label, secret) = unsafe { (get_session(handle)?, bytes_of(label), datum_bytes(secret)) };
        if let (Some(Ok(label)), Some(secret)) = (label.map(core::str::from_utf8), secret) {
            append_key_log(label, &h.session.parameters(|p| p.client_random), secret);
        }
        Ok(())
    })
}
