//! DSA (FIPS 186-4).
use core::ptr;

use aws_lc_sys as lc;

use super::bn::{Bn, bn_bytes, own_number};
use super::{ok, random_is_ready};

owned! {
/// A DSA key, public or private.
Dsa: lc::DSA, lc::DSA_free }

// SAFETY: as for RSA keys: aws-lc locks its own caches, and nothing here changes a finished key.
unsafe impl Sync for Dsa {}

impl Dsa {
    /// Creates a key from the numbers p, q, g, y, and x if it is a private key.
    pub(crate) fn new(p: &Bn, q: &Bn, g: &Bn, y: &Bn, x: Option<&Bn>) -> Option<Self> {
        // SAFETY: a fresh key takes over copies of live numbers: after a success it owns them.
        unsafe {
            let key = Self::own(lc::DSA_new())?;
            let (p, q, g, y) = (p.copy()?, q.copy()?, g.copy()?, y.copy()?);
            ok(lc::DSA_set0_pqg(key.get(), p.get(), q.get(), g.get()))?;
            [p, q, g].into_iter().for_each(own_number);
            let x = x.map(|x| x.copy().ok_or(())).transpose().ok()?;
            ok(lc::DSA_set0_key(key.get(), y.get(), x.as_ref().map_or(ptr::null_mut(), |x| x.get())))?;
            own_number(y);
            x.into_iter().for_each(own_number);
            Some(key)
        }
    }

    /// Generates p, q and g (FIPS 186-4 appendix A).
    pub(crate) fn parameters(bits: u32) -> Option<[Bn; 3]> {
        random_is_ready()?;
        const MAX_BITS: u32 = 4096;
        if bits > MAX_BITS {
            return None;
        }
        // SAFETY: a fresh key; no seed, no results beside it, no progress callback. Its numbers are copied.
        unsafe {
            let key = Self::own(lc::DSA_new())?;
            ok(lc::DSA_generate_parameters_ex(
                key.get(),
                bits,
                ptr::null(),
                0,
                ptr::null_mut(),
                ptr::null_mut(),
                ptr::null_mut(),
            ))?;
            let key = key.get();
            let copy = |n| Bn::new(&bn_bytes(n));
            Some([copy(lc::DSA_get0_p(key))?, copy(lc::DSA_get0_q(key))?, copy(lc::DSA_get0_g(key))?])
        }
    }

    /// Signs a digest; the signature is a DER sequence of r and s.
    pub(crate) fn sign(&self, hash: &[u8]) -> Option<Vec<u8>> {
        random_is_ready()?;
        // SAFETY: a live private key; the buffer has DSA_size bytes.
        unsafe {
            let mut out = vec![0; usize::try_from(lc::DSA_size(self.get())).ok()?];
            let mut len = 0;
            ok(lc::DSA_sign(0, hash.as_ptr(), hash.len(), out.as_mut_ptr(), &mut len, self.get()))?;
            out.truncate(len as usize);
            Some(out)
        }
    }

    /// Verifies a DER signature.
    pub(crate) fn verify(&self, hash: &[u8], signature: &[u8]) -> Option<()> {
        // SAFETY: a live key; slices.
        ok(unsafe {
            lc::DSA_verify(0, hash.as_ptr(), hash.len(), signature.as_ptr(), signature.len(), self.get())
        })
    }
}
