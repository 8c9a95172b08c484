//! Keys on curves over prime fields: the NIST curves, and those of GOST R 34.10.
use core::ptr;
use std::sync::OnceLock;

use aws_lc_sys as lc;
use zeroize::Zeroizing;

use super::bn::{Bn, Modulus, bn_bytes};
use super::{ok, random_is_ready};
use crate::alg::ids::Curve;

owned! { Point: lc::EC_POINT, lc::EC_POINT_free }
owned! { Signature: lc::ECDSA_SIG, lc::ECDSA_SIG_free }
owned! {
/// A key on a curve over a prime field, public or private.
EcKey: lc::EC_KEY, lc::EC_KEY_free }

// SAFETY: as for RSA keys: aws-lc locks its own caches, and nothing here changes a finished key.
unsafe impl Sync for EcKey {}

owned! { Group: lc::EC_GROUP, lc::EC_GROUP_free }

// SAFETY: a finished group is only read.
unsafe impl Sync for Group {}

/// The parameters of a curve y^2 = x^3 + ax + b that is not built into aws-lc, in hexadecimal.
struct Numbers {
    p: &'static str,
    a: &'static str,
    b: &'static str,
    x: &'static str,
    y: &'static str,
    order: &'static str,
}

/// FIPS 186-4 appendix D.1.2.1.
const SECP192R1: Numbers = Numbers {
    p: "fffffffffffffffffffffffffffffffeffffffffffffffff",
    a: "fffffffffffffffffffffffffffffffefffffffffffffffc",
    b: "64210519e59c80e70fa7e9ab72243049feb8deecc146b9b1",
    x: "188da80eb03090f67cbf20eb43a18800f4ff0afd82ff1012",
    y: "07192b95ffc8da78631011ed6b24cdd573f977a11e794811",
    order: "ffffffffffffffffffffffff99def836146bc9b1b4d22831",
};

/// RFC 4357 section 11.4 (CryptoPro-A, XchA) and RFC 7836 appendix B (TC26-256-B): one curve.
const GOST256: Numbers = Numbers {
    p: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97",
    a: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd94",
    b: "a6",
    x: "1",
    y: "8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14",
    order: "ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893",
};

/// RFC 7836 appendix A.1 (TC26-512-A).
const GOST512A: Numbers = Numbers {
    p: concat!(
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc7"
    ),
    a: concat!(
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc4"
    ),
    b: concat!(
        "e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265",
        "ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760"
    ),
    x: "3",
    y: concat!(
        "7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921",
        "df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4"
    ),
    order: concat!(
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275"
    ),
};

impl Numbers {
    fn group(&self) -> Option<Group> {
        let bn = |hex: &str| {
            let digits: Vec<u8> = hex.bytes().map(|c| (c as char).to_digit(16).unwrap_or(0) as u8).collect();
            Bn::new(
                &digits.rchunks(2).rev().map(|d| d.iter().fold(0, |n, d| n << 4 | d)).collect::<Vec<u8>>(),
            )
        };
        let (p, a, b) = (bn(self.p)?, bn(self.a)?, bn(self.b)?);
        let (x, y, order, one) = (bn(self.x)?, bn(self.y)?, bn(self.order)?, Bn::small(1)?);
        // SAFETY: live numbers; the point belongs to the group, which copies it.
        unsafe {
            let none = ptr::null_mut();
            let group = Group::own(lc::EC_GROUP_new_curve_GFp(p.get(), a.get(), b.get(), none))?;
            let base = Point::own(lc::EC_POINT_new(group.get()))?;
            ok(lc::EC_POINT_set_affine_coordinates(group.get(), base.get(), x.get(), y.get(), none))?;
            ok(lc::EC_GROUP_set_generator(group.get(), base.get(), order.get(), one.get()))?;
            Some(group)
        }
    }
}

/// The group of a curve. Groups that are not built into aws-lc are created once.
fn group(curve: Curve) -> Option<*const lc::EC_GROUP> {
    static MADE: [OnceLock<Option<Group>>; 3] = [const { OnceLock::new() }; 3];
    let made =
        |i: usize, n: &Numbers| MADE[i].get_or_init(|| n.group()).as_ref().map(|g| g.get().cast_const());
    // SAFETY: these return constants.
    unsafe {
        match curve {
            Curve::Secp224r1 => Some(lc::EC_group_p224()),
            Curve::Secp256r1 => Some(lc::EC_group_p256()),
            Curve::Secp384r1 => Some(lc::EC_group_p384()),
            Curve::Secp521r1 => Some(lc::EC_group_p521()),
            Curve::Secp192r1 => made(0, &SECP192R1),
            Curve::Gost256cpa | Curve::Gost256cpxa | Curve::Gost256b => made(1, &GOST256),
            Curve::Gost512a => made(2, &GOST512A),
            _ => None,
        }
    }
}

/// Size of a scalar of the largest curve in bytes.
const MAX_SCALAR: usize = 66;

impl EcKey {
    fn empty(curve: Curve) -> Option<Self> {
        let group = group(curve)?;
        // SAFETY: a fresh key and a live group, of which the key takes a share.
        unsafe {
            let key = Self::own(lc::EC_KEY_new())?;
            ok(lc::EC_KEY_set_group(key.get(), group))?;
            Some(key)
        }
    }

    /// A public key from an uncompressed point, which must be on the curve.
    pub(crate) fn from_point(curve: Curve, point: &[u8]) -> Option<Self> {
        if point.first() != Some(&4) {
            return None;
        }
        let key = Self::empty(curve)?;
        // SAFETY: key, group and point are live and of one curve; a slice's pointer and length.
        unsafe {
            let group = lc::EC_KEY_get0_group(key.get());
            let p = Point::own(lc::EC_POINT_new(group))?;
            ok(lc::EC_POINT_oct2point(group, p.get(), point.as_ptr(), point.len(), ptr::null_mut()))?;
            ok(lc::EC_KEY_set_public_key(key.get(), p.get()))?;
        }
        Some(key)
    }

    /// A private key from its scalar (from 1 to the order minus 1). The point is computed.
    pub(crate) fn from_scalar(curve: Curve, scalar: &[u8]) -> Option<Self> {
        let key = Self::empty(curve)?;
        let d = Bn::new(scalar)?.widened(key.order()?.size())?;
        // SAFETY: as above; EC_KEY_set_private_key checks the range of the scalar.
        unsafe {
            let group = lc::EC_KEY_get0_group(key.get());
            ok(lc::EC_KEY_set_private_key(key.get(), d.get()))?;
            let p = Point::own(lc::EC_POINT_new(group))?;
            ok(lc::EC_POINT_mul(group, p.get(), d.get(), ptr::null(), ptr::null(), ptr::null_mut()))?;
            ok(lc::EC_KEY_set_public_key(key.get(), p.get()))?;
            ok(lc::EC_KEY_check_key(key.get()))?;
        }
        Some(key)
    }

    pub(crate) fn is_known(curve: Curve) -> bool {
        group(curve).is_some()
    }

    /// The order of a curve's base point.
    pub(crate) fn order_of(curve: Curve) -> Option<Bn> {
        Self::empty(curve)?.order()
    }

    pub(crate) fn generate(curve: Curve) -> Option<Self> {
        random_is_ready()?;
        let key = Self::empty(curve)?;
        // SAFETY: a live key with a curve.
        ok(unsafe { lc::EC_KEY_generate_key(key.get()) })?;
        Some(key)
    }

    /// The public point, uncompressed.
    pub(crate) fn point(&self) -> Option<Vec<u8>> {
        let mut out = vec![0; 1 + 2 * MAX_SCALAR];
        // SAFETY: a live key with a point; `out` has space for the longest curve and says so.
        let n = unsafe {
            lc::EC_POINT_point2oct(
                lc::EC_KEY_get0_group(self.get()),
                lc::EC_KEY_get0_public_key(self.get()),
                lc::point_conversion_form_t::POINT_CONVERSION_UNCOMPRESSED,
                out.as_mut_ptr(),
                out.len(),
                ptr::null_mut(),
            )
        };
        out.truncate(n);
        if n == 0 { None } else { Some(out) }
    }

    /// The private scalar, `len` bytes big-endian.
    pub(crate) fn scalar(&self, len: usize) -> Option<Zeroizing<Vec<u8>>> {
        let mut out = Zeroizing::new(vec![0; len]);
        // SAFETY: a live key; NULL (no private part) is refused before use.
        unsafe {
            let d = lc::EC_KEY_get0_private_key(self.get());
            if d.is_null() {
                return None;
            }
            ok(lc::BN_bn2bin_padded(out.as_mut_ptr(), len, d))?;
        }
        Some(out)
    }

    /// Verifies a DER signature. aws-lc only accepts the canonical encoding.
    pub(crate) fn verify(&self, hash: &[u8], signature: &[u8]) -> Option<()> {
        // SAFETY: a live key; pointers and lengths of slices.
        ok(unsafe {
            lc::ECDSA_verify(0, hash.as_ptr(), hash.len(), signature.as_ptr(), signature.len(), self.get())
        })
    }

    pub(crate) fn sign(&self, hash: &[u8]) -> Option<Vec<u8>> {
        random_is_ready()?;
        // SAFETY: a live key; `out` has ECDSA_size bytes.
        unsafe {
            let mut out = vec![0; lc::ECDSA_size(self.get())];
            let mut len = 0;
            ok(lc::ECDSA_sign(0, hash.as_ptr(), hash.len(), out.as_mut_ptr(), &mut len, self.get()))?;
            out.truncate(len as usize);
            Some(out)
        }
    }

    /// Signs with ECDSA and a secret nonce from the caller, which has the size of the order.
    pub(crate) fn sign_with_nonce(&self, hash: &[u8], nonce: &[u8]) -> Option<Vec<u8>> {
        // SAFETY: a live key; slices; the signature is freed after it was encoded.
        unsafe {
            let made = Signature::own(lc::ECDSA_sign_with_nonce_and_leak_private_key_for_testing(
                hash.as_ptr(),
                hash.len(),
                self.get(),
                nonce.as_ptr(),
                nonce.len(),
            ));
            if made.is_none() {
                ok(0);
            }
            let (mut p, mut len) = (ptr::null_mut(), 0);
            ok(lc::ECDSA_SIG_to_bytes(&mut p, &mut len, made?.get()))?;
            let out = core::slice::from_raw_parts(p, len).to_vec();
            lc::OPENSSL_free(p.cast());
            Some(out)
        }
    }

    /// The order of the base point.
    pub(crate) fn order(&self) -> Option<Bn> {
        // SAFETY: a live key with a group, whose order is copied.
        unsafe { Bn::new(&bn_bytes(lc::EC_GROUP_get0_order(lc::EC_KEY_get0_group(self.get())))) }
    }

    /// The x coordinate of the shared point (SEC 1 section 3.3.1), with its full size. `None` if the curves
    /// differ.
    pub(crate) fn agree(&self, peer: &EcKey) -> Option<Zeroizing<Vec<u8>>> {
        // SAFETY: live keys; EC_GROUP_cmp keeps points of another curve away; the buffer has the length it tells.
        unsafe {
            let group = lc::EC_KEY_get0_group(self.get());
            if lc::EC_GROUP_cmp(group, lc::EC_KEY_get0_group(peer.get()), ptr::null_mut()) != 0 {
                return None;
            }
            let size = (lc::EC_GROUP_get_degree(group) as usize).div_ceil(8);
            let mut out = Zeroizing::new(vec![0; size]);
            let point = lc::EC_KEY_get0_public_key(peer.get());
            let n = lc::ECDH_compute_key(out.as_mut_ptr().cast(), size, point, self.get(), None);
            if n != size as i32 {
                ok(0);
                return None;
            }
            Some(out)
        }
    }

    /// The x coordinate of `scalar` times the base point, plus `factor`, if present, times this key's point.
    fn multiple_x(&self, scalar: &Bn, factor: Option<&Bn>) -> Option<Bn> {
        // SAFETY: live objects of one group; NULL leaves the second product out.
        unsafe {
            let (none, group) = (ptr::null_mut(), lc::EC_KEY_get0_group(self.get()));
            let point = Point::own(lc::EC_POINT_new(group))?;
            let (q, m) = match factor {
                Some(m) => (lc::EC_KEY_get0_public_key(self.get()), m.get().cast_const()),
                None => (ptr::null(), ptr::null()),
            };
            ok(lc::EC_POINT_mul(group, point.get(), scalar.get(), q, m, none))?;
            let (x, y) = (Bn::zero()?, Bn::zero()?);
            ok(lc::EC_POINT_get_affine_coordinates(group, point.get(), x.get(), y.get(), none))?;
            Some(x)
        }
    }

    /// The digest as a number modulo the order, and 1 instead of 0 (RFC 7091 section 5.3).
    fn gost_digest(&self, hash: &[u8], order: &Bn) -> Option<Bn> {
        let e = Bn::new(hash)?.rem(order)?;
        if e.is_zero() { Bn::small(1) } else { Some(e) }
    }

    /// Signs with GOST R 34.10 (RFC 7091 section 6.1) and returns r and s with the size of the order.
    /// Operations with the scalar and the nonce are in constant time. A nonce out of range is replaced, which
    /// reveals nothing about the one that is used.
    pub(crate) fn gost_sign(&self, hash: &[u8]) -> Option<[Zeroizing<Vec<u8>>; 2]> {
        let order = self.order()?;
        let (size, modulus) = (order.size(), Modulus::new(&order)?);
        let d = Bn::new(&self.scalar(size)?)?;
        let e = self.gost_digest(hash, &order)?;
        loop {
            let k = Bn::random_below(&order)?;
            let r = self.multiple_x(&k, None)?.rem(&order)?;
            let s = modulus.add(&modulus.mul(&r, &d)?, &modulus.mul(&k, &e)?)?;
            if !r.is_zero() && !s.is_zero() {
                return Some([r.padded(size)?, s.padded(size)?]);
            }
        }
    }

    /// Verifies a signature of [`EcKey::gost_sign`] (RFC 7091 section 6.2).
    pub(crate) fn gost_verify(&self, hash: &[u8], r: &[u8], s: &[u8]) -> Option<()> {
        let (order, r, s) = (self.order()?, Bn::new(r)?, Bn::new(s)?);
        if r.is_zero() || s.is_zero() || r >= order || s >= order {
            return None;
        }
        let v = self.gost_digest(hash, &order)?.mod_inverse(&order)?;
        let z1 = s.mod_mul(&v, &order)?;
        let z2 = order.sub(&r.mod_mul(&v, &order)?)?;
        (self.multiple_x(&z1, Some(&z2))?.rem(&order)? == r).then_some(())
    }
}
