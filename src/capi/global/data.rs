//! Exported constants, memory functions and files.
use core::ptr;

use subtle::ConstantTimeEq;

use crate::abi::*;
use crate::alg::primes;
use crate::capi::ffi::memory::{alloc_datum, bytes_of, slice, slice_mut};
use crate::capi::ffi::{file, guard};
use crate::error::err;

/// Compares memory in a time that does not tell where it differs.
///
/// It is for secrets, such as MACs and passwords. Unlike memcmp it says nothing of which side is
/// greater; the time depends on the length alone.
///
/// - `s1`: the first memory
/// - `s2`: the second memory
/// - `n`: how many bytes to compare
///
/// Returns 0 if the bytes are equal, or `n` is 0, else 1; 1 also if a pointer is NULL and `n` is not 0.
///
/// It may be called from any thread. Since 3.4.0. Manual: `gnutls_memcmp`.
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

/// Fills memory in a way that no compiler leaves out.
///
/// It is for wiping secrets from memory that is not used any more, where a compiler may drop a plain
/// memset.
///
/// - `data`: the memory; NULL is ignored
/// - `c`: the value, of which the lowest 8 bits are used
/// - `size`: how many bytes to fill
///
/// It may be called from any thread. Since 3.4.0. Manual: `gnutls_memset`.
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

/// The prime of ffdhe2048 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_group_prime: ConstDatum = datum(&primes::FFDHE2048);

/// The order q = (p - 1) / 2 of ffdhe2048 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_group_q: ConstDatum = datum(&primes::FFDHE2048_Q);

/// The generator of ffdhe2048 (RFC 7919). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_group_generator: ConstDatum = datum(&primes::TWO);

/// The size of a private key for ffdhe2048 (RFC 7919), in bits.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_2048_key_bits: c_uint = 256;

/// The prime of ffdhe3072 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_group_prime: ConstDatum = datum(&primes::FFDHE3072);

/// The order q = (p - 1) / 2 of ffdhe3072 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_group_q: ConstDatum = datum(&primes::FFDHE3072_Q);

/// The generator of ffdhe3072 (RFC 7919). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_group_generator: ConstDatum = datum(&primes::TWO);

/// The size of a private key for ffdhe3072 (RFC 7919), in bits.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_3072_key_bits: c_uint = 276;

/// The prime of ffdhe4096 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_group_prime: ConstDatum = datum(&primes::FFDHE4096);

/// The order q = (p - 1) / 2 of ffdhe4096 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_group_q: ConstDatum = datum(&primes::FFDHE4096_Q);

/// The generator of ffdhe4096 (RFC 7919). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_group_generator: ConstDatum = datum(&primes::TWO);

/// The size of a private key for ffdhe4096 (RFC 7919), in bits.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_4096_key_bits: c_uint = 336;

/// The prime of ffdhe6144 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_group_prime: ConstDatum = datum(&primes::FFDHE6144);

/// The order q = (p - 1) / 2 of ffdhe6144 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_group_q: ConstDatum = datum(&primes::FFDHE6144_Q);

/// The generator of ffdhe6144 (RFC 7919). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_group_generator: ConstDatum = datum(&primes::TWO);

/// The size of a private key for ffdhe6144 (RFC 7919), in bits.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_6144_key_bits: c_uint = 376;

/// The prime of ffdhe8192 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_group_prime: ConstDatum = datum(&primes::FFDHE8192);

/// The order q = (p - 1) / 2 of ffdhe8192 (RFC 7919), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_group_q: ConstDatum = datum(&primes::FFDHE8192_Q);

/// The generator of ffdhe8192 (RFC 7919). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_group_generator: ConstDatum = datum(&primes::TWO);

/// The size of a private key for ffdhe8192 (RFC 7919), in bits.
#[unsafe(no_mangle)]
pub static gnutls_ffdhe_8192_key_bits: c_uint = 512;

/// The prime of the 1024-bit group of SRP (RFC 5054), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_1024_group_prime: ConstDatum = datum(&primes::SRP1024);

/// The generator of the 1024-bit group of SRP (RFC 5054). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_1024_group_generator: ConstDatum = datum(&primes::TWO);

/// The prime of the 1536-bit group of SRP (RFC 5054), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_1536_group_prime: ConstDatum = datum(&primes::SRP1536);

/// The generator of the 1536-bit group of SRP (RFC 5054). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_1536_group_generator: ConstDatum = datum(&primes::TWO);

/// The prime of the 2048-bit group of SRP (RFC 5054), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_2048_group_prime: ConstDatum = datum(&primes::SRP2048);

/// The generator of the 2048-bit group of SRP (RFC 5054). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_2048_group_generator: ConstDatum = datum(&primes::TWO);

/// The prime of the 3072-bit group of SRP (RFC 5054), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_3072_group_prime: ConstDatum = datum(&primes::SRP3072);

/// The generator of the 3072-bit group of SRP (RFC 5054). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_3072_group_generator: ConstDatum = datum(&primes::FIVE);

/// The prime of the 4096-bit group of SRP (RFC 5054), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_4096_group_prime: ConstDatum = datum(&primes::SRP4096);

/// The generator of the 4096-bit group of SRP (RFC 5054). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_4096_group_generator: ConstDatum = datum(&primes::FIVE);

/// The prime of the 8192-bit group of SRP (RFC 5054), big-endian. It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_8192_group_prime: ConstDatum = datum(&primes::SRP8192);

/// The generator of the 8192-bit group of SRP (RFC 5054). It is constant and not to be freed.
#[unsafe(no_mangle)]
pub static gnutls_srp_8192_group_generator: ConstDatum = datum(&primes::NINETEEN);

/// The version of the interface as a number, 3.8.13.
#[unsafe(no_mangle)]
pub static mut _gnutls_global_version: c_uint = GNUTLS_VERSION_NUMBER;

/// GnuTLS keeps the table of its big-number backend here; ours has no such table, and an application that
/// registers one is refused.
#[unsafe(no_mangle)]
pub static mut _gnutls_mpi_ops: [u64; 25] = [0; 25];

/// Reads a whole file into memory.
///
/// The caller frees the bytes with `gnutls_free`. A NUL follows them, which the size does not count, so
/// that a text can be used as a C string. Copies of the content may stay in freed memory: for files
/// with private keys there are functions that read them directly.
///
/// - `filename`: the path, NUL-terminated
/// - `data`: takes the bytes and their number; not written on error
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be opened or read, or `filename` is NULL
/// - `GNUTLS_E_INVALID_REQUEST`: `data` is NULL
///
/// It may be called from any thread. Since 3.1.0. Manual: `gnutls_load_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_load_file(filename: *const c_char, data: *mut gnutls_datum_t) -> c_int {
    guard::reported("gnutls_load_file", || {
        if data.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: NULL or a C string, as the manual says.
        let bytes = file::load(unsafe { bytes_of(filename) }.unwrap_or_default())?;
        let made = alloc_datum(&bytes)?;
        // SAFETY: not NULL, and valid as the manual says.
        unsafe { data.write(made) };
        Ok(0)
    })
}
