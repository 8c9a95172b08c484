//! Exported constants, memory functions and files.
use core::ptr;

use subtle::ConstantTimeEq;

use crate::abi::*;
use crate::alg::primes;
use crate::capi::ffi::memory::{alloc_datum, bytes_of, slice, slice_mut};
use crate::capi::ffi::{file, guard};
use crate::error::err;

/// 0 if `n` bytes are equal; the time it takes tells nothing of where they differ.
/// Manual: `gnutls_memcmp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_memcmp(s1: *const c_void, s2: *const c_void, n: usize) -> c_int {
    guard::or(1, || {
        if n > 0 && (s1.is_null() || s2.is_null()) {
            return 1;
        }
        // SAFETY: `n` readable bytes each, as the manual says.
        let (a, b) = unsafe { (slice(s1, n), slice(s2, n)) };
        (!bool::from(a.ct_eq(b))).into()
    })
}

/// Sets `size` bytes to `c`, in a way that no compiler leaves out.
/// Manual: `gnutls_memset`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_memset(data: *mut c_void, c: c_int, size: usize) {
    guard::or((), || {
        // SAFETY: `size` writable bytes, as the manual says.
        for byte in unsafe { slice_mut(data, size) } {
            // SAFETY: a byte of the slice.
            unsafe { ptr::write_volatile(byte, c as u8) };
        }
        core::sync::atomic::compiler_fence(core::sync::atomic::Ordering::SeqCst);
    });
}

/// A datum in constant memory: C sees a `const gnutls_datum_t`.
#[repr(transparent)]
pub struct ConstDatum(gnutls_datum_t);

// SAFETY: it points to constants, which are never written.
unsafe impl Sync for ConstDatum {}

const fn datum(bytes: &'static [u8]) -> ConstDatum {
    ConstDatum(gnutls_datum_t { data: bytes.as_ptr().cast_mut(), size: bytes.len() as c_uint })
}

static TWO: [u8; 1] = [2];

static FIVE: [u8; 1] = [5];

static NINETEEN: [u8; 1] = [19];

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_group_prime: ConstDatum = datum(&primes::FFDHE2048);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_group_q: ConstDatum = datum(&primes::FFDHE2048_Q);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_key_bits: c_uint = 256;

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_group_prime: ConstDatum = datum(&primes::FFDHE3072);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_group_q: ConstDatum = datum(&primes::FFDHE3072_Q);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_key_bits: c_uint = 276;

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_group_prime: ConstDatum = datum(&primes::FFDHE4096);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_group_q: ConstDatum = datum(&primes::FFDHE4096_Q);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_key_bits: c_uint = 336;

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_group_prime: ConstDatum = datum(&primes::FFDHE6144);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_group_q: ConstDatum = datum(&primes::FFDHE6144_Q);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_key_bits: c_uint = 376;

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_group_prime: ConstDatum = datum(&primes::FFDHE8192);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_group_q: ConstDatum = datum(&primes::FFDHE8192_Q);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_key_bits: c_uint = 512;

#[unsafe(no_mangle)]
pub static gnutls_srp_1024_group_prime: ConstDatum = datum(&primes::SRP1024);

#[unsafe(no_mangle)]
pub static gnutls_srp_1024_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_srp_1536_group_prime: ConstDatum = datum(&primes::SRP1536);

#[unsafe(no_mangle)]
pub static gnutls_srp_1536_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_srp_2048_group_prime: ConstDatum = datum(&primes::SRP2048);

#[unsafe(no_mangle)]
pub static gnutls_srp_2048_group_generator: ConstDatum = datum(&TWO);

#[unsafe(no_mangle)]
pub static gnutls_srp_3072_group_prime: ConstDatum = datum(&primes::SRP3072);

#[unsafe(no_mangle)]
pub static gnutls_srp_3072_group_generator: ConstDatum = datum(&FIVE);

#[unsafe(no_mangle)]
pub static gnutls_srp_4096_group_prime: ConstDatum = datum(&primes::SRP4096);

#[unsafe(no_mangle)]
pub static gnutls_srp_4096_group_generator: ConstDatum = datum(&FIVE);

#[unsafe(no_mangle)]
pub static gnutls_srp_8192_group_prime: ConstDatum = datum(&primes::SRP8192);

#[unsafe(no_mangle)]
pub static gnutls_srp_8192_group_generator: ConstDatum = datum(&NINETEEN);

/// The version of the interface as a number, 3.8.13.
#[unsafe(no_mangle)]
pub static mut _gnutls_global_version: c_uint = 0x03080d;

/// GnuTLS keeps the table of its big-number backend here; ours has no such table, and an application that
/// registers one is refused.
#[unsafe(no_mangle)]
pub static mut _gnutls_mpi_ops: [u64; 25] = [0; 25];

/// A whole file as a datum that the caller frees, with a NUL after it that the size does not count.
/// `GNUTLS_E_FILE_ERROR` if it cannot be read.
/// Manual: `gnutls_load_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_load_file(filename: *const c_char, data: *mut gnutls_datum_t) -> c_int {
    guard::unit(|| {
        if data.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: NULL or a C string, as the manual says.
        let bytes = file::load(unsafe { bytes_of(filename) }.unwrap_or_default())?;
        let made = alloc_datum(&bytes)?;
        // SAFETY: not NULL, and valid as the manual says.
        unsafe { data.write(made) };
        Ok(())
    })
}
