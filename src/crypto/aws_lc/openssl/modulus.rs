//! Powers of public numbers modulo a number of 2,048 bits, with the multiplications of AVX-512 (its IFMA instructions).
//!
//! Numbers have 40 digits of 52 bits. A Montgomery multiplication divides by 2^2080, and as this is more than four times
//! any modulus, its factors and its product need not be below the modulus, only below twice of it (S. Gueron, "Enhanced
//! Montgomery Multiplication", CHES 2002). The time depends on the numbers: they must be public.
use super::super::bn::Bn;
use super::processor::PROCESSOR;

const DIGITS: usize = 40;
const DIGIT_BITS: usize = 52;

/// The size of the modulus in bytes.
pub(crate) const SIZE: usize = 256;

/// Little-endian.
type Number = [u64; DIGITS];

const ONE: Number = {
    let mut one = [0; DIGITS];
    one[0] = 1;
    one
};

// `build.rs` adds the prefix to the name.
unsafe extern "C" {
    fn gnutls_rs_ossl_rsaz_amm52x40_x1_ifma256(
        product: *mut Number,
        a: *const Number,
        b: *const Number,
        modulus: *const Number,
        factor: u64,
    );
}

pub(crate) struct Modulus2048 {
    n: Number,
    /// -1/n modulo 2^64.
    factor: u64,
    /// 2^4160 modulo n, which brings a number into Montgomery form.
    square: Number,
}

impl Modulus2048 {
    /// `None` if the processor has no such instructions, the number does not have 2,048 bits, or it is even.
    pub(crate) fn new(n: &[u8]) -> Option<Box<Modulus2048>> {
        let bytes: &[u8; SIZE] = n.try_into().ok()?;
        if !PROCESSOR.ifma || bytes[0] < 0x80 || bytes[SIZE - 1] & 1 == 0 {
            return None;
        }
        let mut power = [0; 2 * DIGITS * DIGIT_BITS / 8 + 1];
        power[0] = 1;
        let square = Bn::new(&power)?.rem(&Bn::new(n)?)?.padded(SIZE)?;
        let (n, square) = (number(bytes), number(square.as_slice().try_into().ok()?));
        // Newton's iteration doubles the number of bits that are right, at first three.
        let low = n[0] | n[1] << DIGIT_BITS;
        let inverse = (0..5).fold(low, |x, _| x.wrapping_mul(2u64.wrapping_sub(low.wrapping_mul(x))));
        Some(Box::new(Modulus2048 { n, factor: inverse.wrapping_neg(), square }))
    }

    /// The product of powers, each of a base of 256 bytes that is below the modulus and an exponent; `None` for other
    /// bases. Numbers are big-endian.
    pub(crate) fn product_of_powers(&self, factors: &[(&[u8], &[u8])]) -> Option<[u8; SIZE]> {
        let factors = factors.iter().map(|f| Factor::new(self, f)).collect::<Option<Vec<Factor>>>()?;
        let steps = factors.iter().map(|f| f.steps.len()).max().unwrap_or(0);
        let mut product: Option<Number> = None;
        for i in (0..steps).rev() {
            product = product.map(|p| self.mul(&p, &p));
            for f in &factors {
                let Some(&step) = f.steps.get(i).filter(|step| **step != 0) else { continue };
                let power = &f.odd[usize::from(step / 2)];
                product = Some(product.map_or(*power, |p| self.mul(&p, power)));
            }
        }
        let product = product.map_or(ONE, |p| self.mul(&p, &ONE));
        Some(bytes(&self.reduced(product)))
    }

    /// The Montgomery product of two numbers below twice the modulus, which is below that as well.
    fn mul(&self, a: &Number, b: &Number) -> Number {
        let mut product = [0; DIGITS];
        // SAFETY: the function reads and writes numbers of 40 digits; the processor has its instructions.
        unsafe { gnutls_rs_ossl_rsaz_amm52x40_x1_ifma256(&mut product, a, b, &self.n, self.factor) };
        product
    }

    /// A number of at most the modulus, which is 0 if it is the modulus.
    fn reduced(&self, number: Number) -> Number {
        if number == self.n { [0; DIGITS] } else { number }
    }
}

/// A base and the digits of its exponent.
struct Factor {
    /// For each bit of the exponent, from the lowest one, an odd digit that begins there, or 0.
    steps: Vec<u8>,
    /// The odd powers of the base in Montgomery form: 1, 3, 5 ...
    odd: Vec<Number>,
}

impl Factor {
    fn new(modulus: &Modulus2048, (base, exponent): &(&[u8], &[u8])) -> Option<Factor> {
        let base = number((*base).try_into().ok()?);
        if base.iter().rev().cmp(modulus.n.iter().rev()).is_ge() {
            return None;
        }
        let bits = 8 * exponent.len();
        let bit = |i: usize| i < bits && exponent[exponent.len() - 1 - i / 8] >> (i % 8) & 1 != 0;
        // Short exponents such as 65537 have few bits that are set: their products cost less than a table.
        let width = if bits > 64 { 4 } else { 1 };
        let (mut steps, mut i) = (vec![0; bits], 0);
        while i < bits {
            if bit(i) {
                steps[i] = (0..width).map(|j| u8::from(bit(i + j)) << j).sum();
                i += width;
            } else {
                i += 1;
            }
        }
        let first = modulus.mul(&base, &modulus.square);
        let mut odd = vec![first];
        if width > 1 {
            let two = modulus.mul(&first, &first);
            for i in 1..1 << (width - 1) {
                odd.push(modulus.mul(&odd[i - 1], &two));
            }
        }
        Some(Factor { steps, odd })
    }
}

fn number(bytes: &[u8; SIZE]) -> Number {
    let (mut digits, mut at) = ([0; DIGITS], 0);
    let (mut held, mut bits) = (0u128, 0);
    for word in bytes.as_rchunks().1.iter().rev() {
        held |= u128::from(u64::from_be_bytes(*word)) << bits;
        bits += 64;
        while bits >= DIGIT_BITS {
            digits[at] = held as u64 & ((1 << DIGIT_BITS) - 1);
            (held, bits, at) = (held >> DIGIT_BITS, bits - DIGIT_BITS, at + 1);
        }
    }
    digits[at] = held as u64;
    digits
}

fn bytes(number: &Number) -> [u8; SIZE] {
    let mut bytes = [0; SIZE];
    let (mut digits, mut held, mut bits) = (number.iter(), 0u128, 0);
    for word in bytes.as_rchunks_mut().1.iter_mut().rev() {
        while bits < 64 {
            held |= u128::from(*digits.next().unwrap_or(&0)) << bits;
            bits += DIGIT_BITS;
        }
        *word = (held as u64).to_be_bytes();
        (held, bits) = (held >> 64, bits - 64);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bn(bytes: &[u8]) -> Bn {
        Bn::new(bytes).unwrap()
    }

    fn below(limit: &Bn) -> Vec<u8> {
        Bn::random_below(limit).unwrap().padded(SIZE).unwrap().to_vec()
    }

    #[test]
    fn powers_are_those_of_aws_lc() {
        if !PROCESSOR.ifma {
            return;
        }
        let (mut least, mut next) = ([0; SIZE], [0xff; SIZE]);
        (least[0], least[SIZE - 1]) = (0x80, 1);
        let mut moduli = vec![least, next];
        next[SIZE - 1] = 0xfd;
        moduli.push(next);
        for _ in 0..20 {
            let mut n: [u8; SIZE] = below(&bn(&[0xff; SIZE])).try_into().unwrap();
            (n[0], n[SIZE - 1]) = (n[0] | 0x80, n[SIZE - 1] | 1);
            moduli.push(n);
        }
        for n in moduli {
            let (fast, modulus) = (Modulus2048::new(&n).unwrap(), bn(&n));
            let mut bases: Vec<Vec<u8>> = (0..4).map(|_| below(&modulus)).collect();
            bases.extend([0, 1, 2].map(|b| bn(&[b]).padded(SIZE).unwrap().to_vec()));
            bases.push(modulus.sub(&bn(&[1])).unwrap().padded(SIZE).unwrap().to_vec());
            let mut exponents =
                vec![vec![], vec![0], vec![1], vec![2], vec![0, 3], vec![1, 0, 1], vec![0xff; 8]];
            exponents.extend([
                vec![0xff; 9],
                vec![0xff; 32],
                below(&modulus)[..28].to_vec(),
                below(&modulus),
            ]);
            for (i, base) in bases.iter().enumerate() {
                for exponent in &exponents {
                    let want = bn(base).mod_exp(&bn(exponent), &modulus).unwrap();
                    let got = fast.product_of_powers(&[(base, exponent)]).unwrap();
                    assert!(bn(&got) == want, "{base:?}^{exponent:?} mod {n:?}");
                    let (other, exponents) = (&bases[(i + 1) % bases.len()], [&exponent[..], &[7; 20]]);
                    let want =
                        want.mod_mul(&bn(other).mod_exp(&bn(&[7; 20]), &modulus).unwrap(), &modulus).unwrap();
                    let got = fast.product_of_powers(&[(base, exponents[0]), (other, exponents[1])]).unwrap();
                    assert!(bn(&got) == want, "{base:?}^{exponent:?} and {other:?} mod {n:?}");
                }
            }
            assert!(fast.product_of_powers(&[(&n, &[1])]).is_none(), "not below the modulus");
            assert!(fast.product_of_powers(&[(&n[1..], &[1])]).is_none(), "too short");
        }
        let mut even = [0xff; SIZE];
        even[SIZE - 1] = 0xfe;
        assert!(Modulus2048::new(&even).is_none() && Modulus2048::new(&[0xff; 128]).is_none());
        assert!(Modulus2048::new(&[0x7f; SIZE]).is_none());
    }
}
