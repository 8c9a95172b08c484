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

/// 0: the library is not in FIPS mode. Manual: `gnutls_fips140_mode_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_mode_enabled() -> c_uint {
    GNUTLS_FIPS140_DISABLED
}

/// Without effect, as the manual has it where FIPS mode is not enabled. Manual: `gnutls_fips140_set_mode`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_set_mode(_mode: gnutls_fips_mode_t, _flags: c_uint) {}

/// Runs every known-answer test of this library; 0, or the code of the first that fails. The library stays
/// usable all the same: it has no FIPS mode. Manual: `gnutls_fips140_run_self_tests`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_run_self_tests() -> c_int {
    guard::unit(self_test::all)
}

/// Makes a context, freed with `gnutls_fips140_context_deinit`.
/// Manual: `gnutls_fips140_context_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_context_init(context: *mut gnutls_fips140_context_t) -> c_int {
    // SAFETY: `context` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(context, Context) })
}

/// Frees a context; NULL is allowed. Manual: `gnutls_fips140_context_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_context_deinit(context: gnutls_fips140_context_t) {
    // SAFETY: a context of `gnutls_fips140_context_init` that is not used again.
    guard::or((), || drop(unsafe { opaque::take(context) }));
}

/// The state of a context: always the initial one.
/// Manual: `gnutls_fips140_get_operation_state`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_get_operation_state(
    _context: gnutls_fips140_context_t,
) -> gnutls_fips140_operation_state_t {
    GNUTLS_FIPS140_OP_INITIAL
}

/// `GNUTLS_E_INVALID_REQUEST`: there is nothing to watch without FIPS mode.
/// Manual: `gnutls_fips140_push_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_push_context(_context: gnutls_fips140_context_t) -> c_int {
    guard::unit(refuse)
}

/// `GNUTLS_E_INVALID_REQUEST`, as for `gnutls_fips140_push_context`.
/// Manual: `gnutls_fips140_pop_context`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_fips140_pop_context() -> c_int {
    guard::unit(refuse)
}

fn refuse() -> Result<()> {
    err(GNUTLS_E_INVALID_REQUEST)
}
