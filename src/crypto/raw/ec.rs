//! The NIST curves.
use core::ptr;

use aws_lc_sys as lc;
use zeroize::Zeroizing;

use super::bn::Bn;
use super::ok;
use crate::alg::ids::Curve;

owned! { Point: lc::EC_POINT, lc::EC_POINT_free }
owned! {
/// A key on one of the NIST curves, public or private.
EcKey: lc::EC_KEY, lc::EC_KEY_free }

// SAFETY: as for RSA keys: aws-lc locks its own caches, and nothing here changes a finished key.
unsafe impl Sync for EcKey {}

fn nid(curve: Curve) -> Option<i32> {
    Some(match curve {
        Curve::Secp224r1 => lc::NID_secp224r1,
        Curve::Secp256r1 => lc::NID_X9_62_prime256v1,
        Curve::Secp384r1 => lc::NID_secp384r1,
        Curve::Secp521r1 => lc::NID_secp521r1,
        _ => return None,
    })
}

/// Bytes of a scalar on the longest curve.
const MAX_SCALAR: usize = 66;

impl EcKey {
    fn empty(curve: Curve) -> Option<Self> {
        // SAFETY: a NID of a built-in curve.
        Self::own(unsafe { lc::EC_KEY_new_by_curve_name(nid(curve)?) })
    }

    /// A public key from an uncompressed point, which must lie on the curve.
    pub fn from_point(curve: Curve, point: &[u8]) -> Option<Self> {
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

    /// A private key from its scalar (1 to the order less one); the point is computed.
    pub fn from_scalar(curve: Curve, scalar: &[u8]) -> Option<Self> {
        let key = Self::empty(curve)?;
        let d = Bn::new(scalar)?;
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

    pub fn generate(curve: Curve) -> Option<Self> {
        let key = Self::empty(curve)?;
        // SAFETY: a live key with a curve.
        ok(unsafe { lc::EC_KEY_generate_key(key.get()) })?;
        Some(key)
    }

    /// The public point, uncompressed.
    pub fn point(&self) -> Option<Vec<u8>> {
        let mut out = vec![0; 1 + 2 * MAX_SCALAR];
        // SAFETY: a live key with a point; `out` has room for the longest curve and says so.
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
    pub fn scalar(&self, len: usize) -> Option<Zeroizing<Vec<u8>>> {
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

    /// Verifies a DER signature; aws-lc takes only the one DER form of its two numbers.
    pub fn verify(&self, hash: &[u8], signature: &[u8]) -> Option<()> {
        // SAFETY: a live key; pointers and lengths of slices.
        ok(unsafe {
            lc::ECDSA_verify(0, hash.as_ptr(), hash.len(), signature.as_ptr(), signature.len(), self.get())
        })
    }

    pub fn sign(&self, hash: &[u8]) -> Option<Vec<u8>> {
        // SAFETY: a live key; `out` has ECDSA_size bytes.
        unsafe {
            let mut out = vec![0; lc::ECDSA_size(self.get())];
            let mut len = 0;
            ok(lc::ECDSA_sign(0, hash.as_ptr(), hash.len(), out.as_mut_ptr(), &mut len, self.get()))?;
            out.truncate(len as usize);
            Some(out)
        }
    }
}
