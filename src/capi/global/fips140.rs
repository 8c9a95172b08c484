//! FIPS 140 mode, which is not supported.
use crate::abi::*;
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::crypto::self_test;
use crate::error::{Result, err};

/// What C holds as a context: nothing is ever noted in it.
pub struct Context;

// SAFETY: all handles are created by `gnutls_fips140_context_init`.
unsafe impl Opaque for gnutls_fips140_context_st {
    type Object = Context;
}

/// Tells whether the library is in FIPS 140 mode: it never is.
///
/// GnuTLS can be built with such a mode, which forbids algorithms; this library has none.
///
/// Returns `GNUTLS_FIPS140_DISABLED` (0).
///
/// It may be called from any thread. Since 3.3.0. Manual: `gnutls_fips140_mode_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_mode_enabled() -> c_uint {
    GNUTLS_FIPS140_DISABLED
}

/// Does nothing: the library has no FIPS 140 mode to set.
///
/// GnuTLS acts the same where the mode is not enabled. `gnutls_fips140_mode_enabled` tells afterwards
/// that it is off.
///
/// - `mode`: not used
/// - `flags`: not used
///
/// Since 3.6.2. Manual: `gnutls_fips140_set_mode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_set_mode(_mode: gnutls_fips_mode_t, _flags: c_uint) {}

/// Runs the known-answer tests of the library: of ciphers, MACs, hash functions, signatures and key
/// derivation.
///
/// Each algorithm gets an input whose result is known, and the results are compared. The library stays
/// usable if one fails, for it has no FIPS 140 mode that would forbid it. A single algorithm is tested
/// by functions such as `gnutls_cipher_self_test`.
///
/// Returns `GNUTLS_E_SUCCESS` (0) if all results are right, or `GNUTLS_E_SELF_TEST_ERROR`.
///
/// It may be called from any thread. Since 3.7.7. Manual: `gnutls_fips140_run_self_tests`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_run_self_tests() -> c_int {
    guard::unit(self_test::all)
}

/// Makes a context in which FIPS 140 mode would note what is done.
///
/// As the library has no such mode nothing is ever noted in it. The caller frees it with
/// `gnutls_fips140_context_deinit`.
///
/// - `context`: takes the context
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `context` is NULL.
///
/// Since 3.7.3. Manual: `gnutls_fips140_context_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_context_init(context: *mut gnutls_fips140_context_t) -> c_int {
    // SAFETY: `context` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(context, Context) })
}

/// Frees a context of `gnutls_fips140_context_init`.
///
/// Contexts are independent of sessions and other objects: each is freed once, at any time.
///
/// - `context`: the context, not to be used afterwards; NULL is ignored
///
/// Since 3.7.3. Manual: `gnutls_fips140_context_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_context_deinit(context: gnutls_fips140_context_t) {
    // SAFETY: a context of `gnutls_fips140_context_init` that is not used again.
    guard::or((), || drop(unsafe { opaque::take(context) }));
}

/// Tells what a context has noted: nothing, for the library has no FIPS 140 mode.
///
/// GnuTLS tells here whether the operations since `gnutls_fips140_push_context` were approved ones.
///
/// - `context`: not used
///
/// Returns `GNUTLS_FIPS140_OP_INITIAL`.
///
/// Since 3.7.3. Manual: `gnutls_fips140_get_operation_state`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_get_operation_state(
    _context: gnutls_fips140_context_t,
) -> gnutls_fips140_operation_state_t {
    GNUTLS_FIPS140_OP_INITIAL
}

/// Refuses to note what the thread does in a context, for the library has no FIPS 140 mode.
///
/// A program that gets this answer need not call `gnutls_fips140_pop_context`. The context is not
/// changed.
///
/// - `context`: not used
///
/// Returns `GNUTLS_E_INVALID_REQUEST`.
///
/// Since 3.7.3. Manual: `gnutls_fips140_push_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_push_context(_context: gnutls_fips140_context_t) -> c_int {
    guard::unit(refuse)
}

/// Refuses to take back a context from the thread, for there can be none: see
/// `gnutls_fips140_push_context`.
///
/// The call changes nothing.
///
/// Returns `GNUTLS_E_INVALID_REQUEST`, always, as the library has no FIPS 140 mode.
///
/// Since 3.7.3. Manual: `gnutls_fips140_pop_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_pop_context() -> c_int {
    guard::unit(refuse)
}

fn refuse() -> Result<()> {
    err(GNUTLS_E_INVALID_REQUEST)
}
