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

/// The file, which is opened when the first session is created; `None` if the variable is not set, or in a
/// set-uid process.
fn file() -> Option<&'static Mutex<File>> {
    static FILE: OnceLock<Option<Mutex<File>>> = OnceLock::new();
    FILE.get_or_init(|| {
        let path = OsString::from_vec(env::variable(c"SSLKEYLOGFILE")?);
        let file = std::fs::OpenOptions::new().append(true).create(true).mode(0o600).open(path).ok()?;
        Some(Mutex::new(file))
    })
    .as_ref()
}

/// True if secrets are logged by default.
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

/// The initial key log function of sessions.
///
/// # Safety
/// Called by the session, or by an application that has queried it, with a live session.
pub unsafe extern "C" fn gnutls_rs_default_keylog(
    handle: gnutls_session_t,
    label: *const c_char,
    secret: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `handle` is a live session, `label` a C string and `secret` a datum (the caller).
        let (h, label, secret) = unsafe { (get_session(handle)?, bytes_of(label), datum_bytes(secret)) };
        if let (Some(Ok(label)), Some(secret)) = (label.map(core::str::from_utf8), secret) {
            append_key_log(label, &h.session.parameters(|p| p.client_random), secret);
        }
        Ok(())
    })
}
