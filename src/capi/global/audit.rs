//! Contexts of audit probes. This library has no probes, like GnuTLS where it is built without them, as in Debian.
use crate::abi::*;

/// Begins a context of audit events: it has no effect, as in a GnuTLS that is built without audit probes.
///
/// - `context`: not used
///
/// Since 3.8.11. Header: `gnutls/gnutls.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_audit_push_context(context: c_long) {
    let _ = context;
}

/// Ends a context of audit events: it has no effect, as in a GnuTLS that is built without audit probes.
///
/// Since 3.8.11. Header: `gnutls/gnutls.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_audit_pop_context() {}

/// Tells the context of audit events that was begun last.
///
/// Returns -1: there is none, as in a GnuTLS that is built without audit probes.
///
/// Since 3.8.11. Header: `gnutls/gnutls.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_audit_current_context() -> c_long {
    -1
}
