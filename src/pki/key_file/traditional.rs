//! Private key formats older than PKCS #8: PKCS #1, SEC 1 (RFC 5915) and OpenSSL's DSA format.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Curve;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::crypto::keys::PrivateKey;
use crate::error::{Error, Result, err};

/// Reads PKCS #1, SEC 1 or the DSA format, which are distinguished by the version and the number of integers.
pub(in crate::pki) fn traditional(bytes: &[u8]) -> Result<PrivateKey> {
    const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
    let mut r = der::whole(bytes, der::SEQUENCE).map_err(|_| DER)?.open();
    if r.small().map_err(|_| DER)? == 1 && r.peek() != Some(der::INTEGER) {
        let scalar = r.octet_string().map_err(|_| DER)?;
        let curve = match r.optional(der::context_constructed(0)).map_err(|_| DER)? {
            Some(e) => curve_of(e.open().oid().map_err(|_| DER)?)?,
            None => return err(GNUTLS_E_ECC_UNSUPPORTED_CURVE),
        };
        let public = r.optional(der::context_constructed(1)).map_err(|_| DER)?;
        let point = public.map(|p| p.open().bit_string()).transpose().map_err(|_| DER)?;
        r.finish().map_err(|_| DER)?;
        let key = PrivateKey::from_sec1(curve, scalar)?;
        return Ok(match point {
            Some(point) => key.with_point(point),
            None => key,
        });
    }
    // PKCS #1 has a version 1, too, for more than two primes.
    match dsa_components(&mut r) {
        Some([p, q, g, y, x]) => Ok(PrivateKey::from_dsa(p, q, g, x)?.with_dsa_public(y)),
        None => PrivateKey::from_pkcs1(&pkcs1(bytes)?),
    }
}

/// Returns an RSAPrivateKey (RFC 8017 appendix A.1.2) of two primes with its version set to 0, whatever it
/// was. Fails with `GNUTLS_E_ASN1_DER_ERROR` if it is not an RSAPrivateKey.
fn pkcs1(bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
    let mut r = der::whole(bytes, der::SEQUENCE).map_err(|_| DER)?.open();
    r.expect(der::INTEGER).map_err(|_| DER)?;
    let numbers = r.rest();
    for _ in 0..8 {
        r.expect(der::INTEGER).map_err(|_| DER)?;
    }
    if r.peek() == Some(der::SEQUENCE) {
        return err(GNUTLS_E_PK_INVALID_PRIVKEY); // multi-prime keys are not supported
    }
    r.finish()?;
    let mut out = Zeroizing::new(Vec::with_capacity(bytes.len() + 8));
    out.nested(der::SEQUENCE, |w| {
        w.unsigned(&[0]);
        w.extend_from_slice(numbers);
    });
    Ok(out)
}

/// The numbers p, q, g, y, x, if there are exactly five.
fn dsa_components<'a>(r: &mut Reader<'a>) -> Option<[&'a [u8]; 5]> {
    let mut numbers = [&[][..]; 5];
    for n in &mut numbers {
        *n = r.unsigned().ok()?;
    }
    r.is_empty().then_some(numbers)
}

fn curve_of(id: &[u8]) -> Result<Curve> {
    oid::to_text(id).and_then(|o| Curve::from_oid(&o)).ok_or(Error::new(GNUTLS_E_ECC_UNSUPPORTED_CURVE))
}
