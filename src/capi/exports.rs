//! The data symbols of the interface that are constants: RFC 7919 and RFC 5054 groups.
//! The allocator variables stand in `memory`.
#![allow(non_upper_case_globals)]
use crate::abi::*;
use crate::alg::primes;

/// A datum in constant memory: C sees a `const gnutls_datum_t`.
#[repr(transparent)]
pub struct ConstDatum(gnutls_datum_t);

// SAFETY: it points to constants that nobody writes to.
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

/// GnuTLS keeps the table of its big-number backend here; ours has no such table, and a program that
/// registers one is refused.
#[unsafe(no_mangle)]
pub static mut _gnutls_mpi_ops: [u64; 25] = [0; 25];
