//! Big number arithmetic, for key operations that aws-lc does not provide.
use core::cmp::Ordering;
use core::ptr;

use aws_lc_sys as lc;
use zeroize::Zeroizing;

use super::{ok, random_is_ready};

owned! {
/// A nonnegative number that is wiped when it is dropped.
Bn: lc::BIGNUM, lc::BN_clear_free }
owned! { Ctx: lc::BN_CTX, lc::BN_CTX_free }
owned! { Mont: lc::BN_MONT_CTX, lc::BN_MONT_CTX_free }

// SAFETY: `&Bn` only reads; aws-lc keeps no state in a number.
unsafe impl Sync for Bn {}

impl Ctx {
    fn new() -> Option<Self> {
        // SAFETY: no arguments.
        Self::own(unsafe { lc::BN_CTX_new() })
    }
}

impl Bn {
    /// From big-endian bytes.
    pub(crate) fn new(bytes: &[u8]) -> Option<Self> {
        // SAFETY: a slice's pointer and length; NULL asks for a new number.
        Self::own(unsafe { lc::BN_bin2bn(bytes.as_ptr(), bytes.len(), ptr::null_mut()) })
    }

    pub(crate) fn small(n: u64) -> Option<Self> {
        Self::new(&n.to_be_bytes())
    }

    pub(crate) fn copy(&self) -> Option<Self> {
        // SAFETY: a live number.
        Self::own(unsafe { lc::BN_dup(self.get()) })
    }

    pub(super) fn zero() -> Option<Self> {
        // SAFETY: no arguments.
        Self::own(unsafe { lc::BN_new() })
    }

    /// Big-endian without leading zeros.
    pub(crate) fn bytes(&self) -> Zeroizing<Vec<u8>> {
        // SAFETY: a live number.
        Zeroizing::new(unsafe { bn_bytes(self.get()) })
    }

    /// Big-endian, padded to `len` bytes; `None` if it is longer.
    pub(crate) fn padded(&self, len: usize) -> Option<Zeroizing<Vec<u8>>> {
        let mut out = Zeroizing::new(vec![0; len]);
        // SAFETY: a live number; the vector has `len` bytes.
        ok(unsafe { lc::BN_bn2bin_padded(out.as_mut_ptr(), len, self.get()) })?;
        Some(out)
    }

    pub(crate) fn bits(&self) -> u32 {
        // SAFETY: a live number.
        unsafe { lc::BN_num_bits(self.get()) }
    }

    /// Size of the number in bytes.
    pub(crate) fn size(&self) -> usize {
        self.bits().div_ceil(8) as usize
    }

    pub(crate) fn is_odd(&self) -> bool {
        // SAFETY: a live number.
        unsafe { lc::BN_is_odd(self.get()) == 1 }
    }

    /// In constant time.
    pub(crate) fn is_zero(&self) -> bool {
        // SAFETY: a live number.
        unsafe { lc::BN_is_zero(self.get()) == 1 }
    }

    /// The same number with a width of `len` bytes regardless of its value, because the time of an operation
    /// on a secret depends on the width. `None` if it is longer.
    pub(crate) fn widened(&self, len: usize) -> Option<Self> {
        Self::new(&self.padded(len)?)
    }

    fn with(f: impl FnOnce(&Bn, &Ctx) -> i32) -> Option<Self> {
        let (out, ctx) = (Self::zero()?, Ctx::new()?);
        ok(f(&out, &ctx))?;
        Some(out)
    }

    pub(crate) fn add(&self, other: &Bn) -> Option<Self> {
        // SAFETY: live numbers, here and below.
        Self::with(|r, _| unsafe { lc::BN_add(r.get(), self.get(), other.get()) })
    }

    /// `None` if it would be negative.
    pub(crate) fn sub(&self, other: &Bn) -> Option<Self> {
        if *self < *other {
            return None;
        }
        // SAFETY: live numbers.
        Self::with(|r, _| unsafe { lc::BN_sub(r.get(), self.get(), other.get()) })
    }

    pub(crate) fn mul(&self, other: &Bn) -> Option<Self> {
        // SAFETY: live numbers and context.
        Self::with(|r, c| unsafe { lc::BN_mul(r.get(), self.get(), other.get(), c.get()) })
    }

    /// Quotient and remainder.
    pub(crate) fn div(&self, other: &Bn) -> Option<(Self, Self)> {
        let rem = Self::zero()?;
        // SAFETY: live numbers and context; a zero divisor is an error of the call.
        let quotient =
            Self::with(|q, c| unsafe { lc::BN_div(q.get(), rem.get(), self.get(), other.get(), c.get()) })?;
        Some((quotient, rem))
    }

    pub(crate) fn rem(&self, modulus: &Bn) -> Option<Self> {
        self.div(modulus).map(|(_, r)| r)
    }

    pub(crate) fn gcd(&self, other: &Bn) -> Option<Self> {
        // SAFETY: live numbers and context.
        Self::with(|r, c| unsafe { lc::BN_gcd(r.get(), self.get(), other.get(), c.get()) })
    }

    /// Product of public numbers.
    pub(crate) fn mod_mul(&self, other: &Bn, modulus: &Bn) -> Option<Self> {
        // SAFETY: live numbers and context.
        Self::with(|r, c| unsafe { lc::BN_mod_mul(r.get(), self.get(), other.get(), modulus.get(), c.get()) })
    }

    /// Power of public numbers.
    pub(crate) fn mod_exp(&self, exponent: &Bn, modulus: &Bn) -> Option<Self> {
        // SAFETY: live numbers and context.
        Self::with(|r, c| unsafe {
            lc::BN_mod_exp(r.get(), self.get(), exponent.get(), modulus.get(), c.get())
        })
    }

    /// Power with a secret exponent. The time only depends on the width of the exponent (see
    /// [`Bn::widened`]). The modulus must be odd.
    pub(crate) fn mod_exp_secret(&self, exponent: &Bn, modulus: &Bn) -> Option<Self> {
        if !modulus.is_odd() {
            return None;
        }
        let base = self.rem(modulus)?;
        // SAFETY: live numbers and context; NULL lets the call make its own Montgomery context.
        Self::with(|r, c| unsafe {
            lc::BN_mod_exp_mont_consttime(
                r.get(),
                base.get(),
                exponent.get(),
                modulus.get(),
                c.get(),
                ptr::null(),
            )
        })
    }

    /// `None` if there is no inverse.
    pub(crate) fn mod_inverse(&self, modulus: &Bn) -> Option<Self> {
        let ctx = Ctx::new()?;
        // SAFETY: live numbers and context; NULL asks for a new number.
        let inverse = unsafe { lc::BN_mod_inverse(ptr::null_mut(), self.get(), modulus.get(), ctx.get()) };
        let inverse = Self::own(inverse);
        if inverse.is_none() {
            ok(0);
        }
        inverse
    }

    /// A random number from 1 to `limit` - 1.
    pub(crate) fn random_below(limit: &Bn) -> Option<Self> {
        random_is_ready()?;
        // SAFETY: a live number.
        Self::with(|r, _| unsafe { lc::BN_rand_range_ex(r.get(), 1, limit.get()) })
    }

    /// A random prime whose two highest bits are set.
    pub(crate) fn random_prime(bits: u32) -> Option<Self> {
        random_is_ready()?;
        let bits = i32::try_from(bits).ok()?;
        // SAFETY: a live number; no congruence and no progress callback.
        Self::with(|r, _| unsafe {
            lc::BN_generate_prime_ex(r.get(), bits, 0, ptr::null(), ptr::null(), ptr::null_mut())
        })
    }
}

/// Arithmetic modulo an odd number in constant time: all numbers have the width of the modulus, and products
/// use Montgomery multiplication.
pub(crate) struct Modulus {
    n: Bn,
    mont: Mont,
    ctx: Ctx,
}

impl Modulus {
    /// `None` for an even number.
    pub(crate) fn new(n: &Bn) -> Option<Self> {
        let ctx = Ctx::new()?;
        // SAFETY: a live number and context; an even number is an error of the call.
        let mont = Mont::own(unsafe { lc::BN_MONT_CTX_new_consttime(n.get(), ctx.get()) });
        if mont.is_none() {
            ok(0);
        }
        Some(Modulus { n: n.widened(n.size())?, mont: mont?, ctx })
    }

    /// Widens a number to the width of the modulus; `None` if it is not below the modulus.
    pub(crate) fn number(&self, number: &Bn) -> Option<Bn> {
        let wide = number.widened(self.n.size())?;
        (wide < self.n).then_some(wide)
    }

    /// The product of two numbers below the modulus.
    pub(crate) fn mul(&self, a: &Bn, b: &Bn) -> Option<Bn> {
        let (a, b, product) = (self.number(a)?, self.number(b)?, Bn::zero()?);
        let (r, mont, ctx) = (product.get(), self.mont.get(), self.ctx.get());
        // SAFETY: live numbers and contexts. The first step multiplies by the Montgomery factor, the second
        // removes it.
        unsafe {
            ok(lc::BN_to_montgomery(r, a.get(), mont, ctx))?;
            ok(lc::BN_mod_mul_montgomery(r, r, b.get(), mont, ctx))?;
        }
        Some(product)
    }

    /// The sum of two numbers below the modulus.
    pub(crate) fn add(&self, a: &Bn, b: &Bn) -> Option<Bn> {
        let (a, b, sum) = (self.number(a)?, self.number(b)?, Bn::zero()?);
        // SAFETY: live numbers; the call requires both to be below the modulus.
        ok(unsafe { lc::BN_mod_add_quick(sum.get(), a.get(), b.get(), self.n.get()) })?;
        Some(sum)
    }

    /// The inverse of a number below a prime modulus (Fermat); meaningless if the modulus is not prime.
    pub(crate) fn inverse_of_prime(&self, a: &Bn) -> Option<Bn> {
        let (a, exponent, power) = (self.number(a)?, self.n.sub(&Bn::small(2)?)?, Bn::zero()?);
        // SAFETY: live numbers and contexts, those of the modulus.
        ok(unsafe {
            lc::BN_mod_exp_mont_consttime(
                power.get(),
                a.get(),
                exponent.get(),
                self.n.get(),
                self.ctx.get(),
                self.mont.get(),
            )
        })?;
        Some(power)
    }
}

impl PartialEq for Bn {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Bn {}

impl PartialOrd for Bn {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bn {
    fn cmp(&self, other: &Self) -> Ordering {
        // SAFETY: live numbers.
        unsafe { lc::BN_cmp(self.get(), other.get()) }.cmp(&0)
    }
}

/// Releases ownership of a number that a key has taken over.
pub(super) fn own_number(number: Bn) {
    core::mem::forget(number);
}

/// The big-endian bytes of a number inside a key.
///
/// # Safety
/// `bn` is NULL or a live number.
pub(super) unsafe fn bn_bytes(bn: *const lc::BIGNUM) -> Vec<u8> {
    if bn.is_null() {
        return Vec::new();
    }
    // SAFETY: `bn` is a live number (the caller); the vector has BN_num_bytes bytes.
    unsafe {
        let mut out = vec![0; lc::BN_num_bytes(bn) as usize];
        lc::BN_bn2bin(bn, out.as_mut_ptr());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic() {
        let n = |v: u64| Bn::small(v).unwrap();
        assert!(n(7).add(&n(5)).unwrap() == n(12));
        assert!(n(7).sub(&n(5)).unwrap() == n(2) && n(5).sub(&n(7)).is_none());
        assert!(n(7).mul(&n(5)).unwrap() == n(35));
        let (q, r) = n(37).div(&n(5)).unwrap();
        assert!(q == n(7) && r == n(2) && n(1).div(&n(0)).is_none());
        assert!(n(12).gcd(&n(18)).unwrap() == n(6));
        assert!(n(6).mod_mul(&n(5), &n(7)).unwrap() == n(2));
        assert!(n(3).mod_exp(&n(5), &n(7)).unwrap() == n(5));
        assert!(
            n(3).mod_exp_secret(&n(5), &n(7)).unwrap() == n(5) && n(3).mod_exp_secret(&n(5), &n(8)).is_none()
        );
        assert!(n(3).mod_inverse(&n(7)).unwrap() == n(5) && n(2).mod_inverse(&n(8)).is_none());
        let r = Bn::random_below(&n(3)).unwrap();
        assert!(!r.is_zero() && r < n(3));
        assert_eq!(*n(0x1234).padded(3).unwrap(), [0, 0x12, 0x34]);
        assert!(n(0x1234).padded(1).is_none());
        assert_eq!(*n(0x1234).bytes(), [0x12, 0x34]);
    }
    /// Compared with the arithmetic of public numbers, for small and large factors.
    #[test]
    fn constant_time_arithmetic() {
        assert!(
            Modulus::new(&Bn::small(8).unwrap()).is_none() && Modulus::new(&Bn::small(0).unwrap()).is_none()
        );
        for bytes in [1, 8, 20, 21, 32, 33, 64, 66, 128] {
            let mut n = vec![0xff; bytes];
            n[bytes - 1] = 0xfb;
            let n = Bn::new(&n).unwrap();
            let modulus = Modulus::new(&n).unwrap();
            let last = n.sub(&Bn::small(1).unwrap()).unwrap();
            let mut numbers = vec![Bn::small(0).unwrap(), Bn::small(1).unwrap(), Bn::small(2).unwrap(), last];
            numbers.extend((0..20).map(|_| Bn::random_below(&n).unwrap()));
            for a in &numbers {
                for b in &numbers {
                    assert!(modulus.mul(a, b).unwrap() == a.mod_mul(b, &n).unwrap());
                    assert!(modulus.add(a, b).unwrap() == a.add(b).unwrap().rem(&n).unwrap());
                }
            }
            assert!(modulus.number(&n).is_none() && modulus.mul(&n, &numbers[1]).is_none());
            assert!(modulus.add(&numbers[1], &n).is_none());
            assert_eq!(modulus.mul(&numbers[1], &numbers[2]).unwrap().padded(bytes).unwrap().len(), bytes);
        }
        // 2^255 - 19 and 251 are prime.
        let mut p = [0xff; 32];
        (p[0], p[31]) = (0x7f, 0xed);
        for p in [Bn::new(&p).unwrap(), Bn::small(251).unwrap()] {
            let modulus = Modulus::new(&p).unwrap();
            for _ in 0..20 {
                let a = Bn::random_below(&p).unwrap();
                assert!(modulus.inverse_of_prime(&a).unwrap() == a.mod_inverse(&p).unwrap());
            }
        }
        assert_eq!(*Bn::small(5).unwrap().widened(20).unwrap().bytes(), [5]);
        assert!(Bn::small(0x1234).unwrap().widened(1).is_none());
    }
}
