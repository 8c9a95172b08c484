//! SRP-6a with SHA-1 (RFC 2945, RFC 5054), for TLS. Numbers are big-endian.
use zeroize::Zeroizing;

use super::aws_lc::Bn;
use super::hash::Hash;
use crate::abi::*;
use crate::alg::{Digest, primes};
use crate::asn1::der;
use crate::crypto::kex::SharedSecret;
use crate::error::{Error, Result, err};

const FAILED: Error = Error::new(GNUTLS_E_MPI_SCAN_FAILED);
/// A value that RFC 5054 section 2.5.4 forbids: it would make the secret known.
const FORBIDDEN: Error = Error::new(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);

/// Maximum size of a prime in bits, because the time grows with its cube.
const MAX_BITS: u32 = 16_384;

/// Size of the secret exponents in bytes (RFC 5054 section 2.5.3: at least 256 bits).
const SECRET: usize = 32;

/// A group: its prime and its generator.
#[derive(Clone, PartialEq, Eq)]
pub struct Group {
    pub prime: Vec<u8>,
    pub generator: Vec<u8>,
}

impl Group {
    pub fn new(prime: &[u8], generator: &[u8]) -> Group {
        Group { prime: der::strip_zeros(prime).to_vec(), generator: der::strip_zeros(generator).to_vec() }
    }

    /// Whether it is one of RFC 5054 appendix A. A client cannot check others in reasonable time (section 2.5.3).
    pub fn is_known(&self) -> bool {
        let known: [(&[u8], u8); 6] = [
            (&primes::SRP1024, 2),
            (&primes::SRP1536, 2),
            (&primes::SRP2048, 2),
            (&primes::SRP3072, 5),
            (&primes::SRP4096, 5),
            (&primes::SRP8192, 19),
        ];
        known.iter().any(|(prime, generator)| self.prime == *prime && self.generator == [*generator])
    }

    /// Size of the prime in bits.
    pub fn bits(&self) -> u32 {
        der::bit_size(&self.prime)
    }

    fn numbers(&self) -> Result<(Bn, Bn)> {
        let (n, g) = (number(&self.prime)?, number(&self.generator)?);
        if !n.is_odd() || n.bits() < 3 || n.bits() > MAX_BITS || g.is_zero() || g >= n {
            return Err(FAILED);
        }
        Ok((n, g))
    }
}

fn number(bytes: &[u8]) -> Result<Bn> {
    Bn::new(bytes).ok_or(FAILED)
}

fn sha1(parts: &[&[u8]]) -> Result<Bn> {
    let mut hash = Hash::new(Digest::Sha1)?;
    parts.iter().for_each(|part| hash.update(part));
    number(hash.finish().as_ref())
}

/// x, RFC 5054 section 2.4.
fn private_key(name: &[u8], password: &[u8], salt: &[u8]) -> Result<Bn> {
    let mut inner = Hash::new(Digest::Sha1)?;
    [name, b":", password].iter().for_each(|part| inner.update(part));
    sha1(&[salt, inner.finish().as_ref()])
}

/// k, RFC 5054 section 2.5.3.
fn multiplier(n: &Bn, g: &Bn) -> Result<Bn> {
    sha1(&[&n.bytes(), &padded(g, n)?])
}

/// u, RFC 5054 section 2.5.3.
fn scrambler(a: &Bn, b: &Bn, n: &Bn) -> Result<Bn> {
    let u = sha1(&[&padded(a, n)?, &padded(b, n)?])?;
    if u.is_zero() { Err(FORBIDDEN) } else { Ok(u) }
}

fn padded(x: &Bn, n: &Bn) -> Result<Zeroizing<Vec<u8>>> {
    x.padded(n.size()).ok_or(FAILED)
}

fn secret() -> Result<Bn> {
    let mut limit = [0; SECRET + 1];
    limit[0] = 1;
    Bn::random_below(&number(&limit)?).and_then(|x| x.widened(SECRET)).ok_or(FAILED)
}

/// The verifier of a name and a password.
pub fn verifier(name: &[u8], password: &[u8], salt: &[u8], group: &Group) -> Result<Vec<u8>> {
    let (n, g) = group.numbers()?;
    let x = private_key(name, password, salt)?;
    Ok(g.mod_exp_secret(&x, &n).ok_or(FAILED)?.bytes().to_vec())
}

/// A server's part of one key exchange.
pub struct Server {
    n: Bn,
    v: Bn,
    b: Bn,
    public: Bn,
}

impl Server {
    pub fn new(group: &Group, verifier: &[u8]) -> Result<Server> {
        Server::with_secret(group, verifier, secret()?)
    }

    fn with_secret(group: &Group, verifier: &[u8], b: Bn) -> Result<Server> {
        let (n, g) = group.numbers()?;
        let v = number(verifier)?.rem(&n).ok_or(FAILED)?;
        let kv = multiplier(&n, &g)?.mod_mul(&v, &n).ok_or(FAILED)?;
        let power = g.mod_exp_secret(&b, &n).ok_or(FAILED)?;
        let public = kv.add(&power).and_then(|sum| sum.rem(&n)).ok_or(FAILED)?;
        if public.is_zero() { Err(FAILED) } else { Ok(Server { n, v, b, public }) }
    }

    /// B.
    pub fn public(&self) -> Vec<u8> {
        self.public.bytes().to_vec()
    }

    /// The premaster secret with the client's A. Fails with `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` for an A that is 0.
    pub fn premaster(&self, a: &[u8]) -> Result<SharedSecret> {
        let a = number(a)?;
        if a >= self.n || a.is_zero() {
            return Err(FORBIDDEN);
        }
        let u = scrambler(&a, &self.public, &self.n)?;
        let vu = self.v.mod_exp(&u, &self.n).ok_or(FAILED)?;
        let base = a.mod_mul(&vu, &self.n).ok_or(FAILED)?;
        Ok(base.mod_exp_secret(&self.b, &self.n).ok_or(FAILED)?.bytes())
    }
}

/// A client's A and the premaster secret, with the server's B. Fails with `GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER` for a B that is 0.
pub fn client(
    group: &Group,
    name: &[u8],
    password: &[u8],
    salt: &[u8],
    b: &[u8],
) -> Result<(Vec<u8>, SharedSecret)> {
    client_with_secret(group, private_key(name, password, salt)?, b, secret()?)
}

fn client_with_secret(group: &Group, x: Bn, b: &[u8], a: Bn) -> Result<(Vec<u8>, SharedSecret)> {
    let (n, g) = group.numbers()?;
    let b = number(b)?;
    if b >= n || b.is_zero() {
        return Err(FORBIDDEN);
    }
    let public = g.mod_exp_secret(&a, &n).ok_or(FAILED)?;
    let u = scrambler(&public, &b, &n)?;
    let gx = g.mod_exp_secret(&x, &n).ok_or(FAILED)?;
    let kgx = multiplier(&n, &g)?.mod_mul(&gx, &n).ok_or(FAILED)?;
    let base = b.add(&n).and_then(|sum| sum.sub(&kgx)).ok_or(FAILED)?;
    let exponent =
        u.mul(&x).and_then(|ux| ux.add(&a)).and_then(|e| e.widened(2 * 20 + SECRET)).ok_or(FAILED)?;
    let premaster = base.mod_exp_secret(&exponent, &n).ok_or(FAILED)?;
    if premaster.is_zero() {
        return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
    }
    Ok((public.bytes().to_vec(), premaster.bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::unhex;

    fn hex(text: &str) -> Vec<u8> {
        unhex(text.replace([' ', '\n'], "").as_bytes()).unwrap()
    }

    /// RFC 5054 appendix B.
    #[test]
    fn the_vectors_of_rfc_5054() {
        let group = Group::new(&primes::SRP1024, &[2]);
        let salt = hex("BEB25379D1A8581EB5A727673A2441EE");
        let v = verifier(b"alice", b"password123", &salt, &group).unwrap();
        assert_eq!(
            v,
            hex("7E273DE8 696FFC4F 4E337D05 B4B375BE B0DDE156 9E8FA00A 9886D812
                9BADA1F1 822223CA 1A605B53 0E379BA4 729FDC59 F105B478 7E5186F5
                C671085A 1447B52A 48CF1970 B4FB6F84 00BBF4CE BFBB1681 52E08AB5
                EA53D15C 1AFF87B2 B9DA6E04 E058AD51 CC72BFC9 033B564E 26480D78
                E955A5E2 9E7AB245 DB2BE315 E2099AFB")
        );
        let a = number(&hex("60975527035CF2AD1989806F0407210BC81EDC04E2762A56AFD529DDDA2D4393")).unwrap();
        let b = number(&hex("E487CB59D31AC550471E81F00F6928E01DDA08E974A004F49E61F5D105284D20")).unwrap();
        let server = Server::with_secret(&group, &v, b).unwrap();
        assert_eq!(
            server.public(),
            hex("BD0C6151 2C692C0C B6D041FA 01BB152D 4916A1E7 7AF46AE1 05393011
                BAF38964 DC46A067 0DD125B9 5A981652 236F99D9 B681CBF8 7837EC99
                6C6DA044 53728610 D0C6DDB5 8B318885 D7D82C7F 8DEB75CE 7BD4FBAA
                37089E6F 9C6059F3 88838E7A 00030B33 1EB76840 910440B1 B27AAEAE
                EB4012B7 D7665238 A8E3FB00 4B117B58")
        );
        let x = private_key(b"alice", b"password123", &salt).unwrap();
        let (public, premaster) = client_with_secret(&group, x, &server.public(), a).unwrap();
        assert_eq!(
            public,
            hex("61D5E490 F6F1B795 47B0704C 436F523D D0E560F0 C64115BB 72557EC4
                4352E890 3211C046 92272D8B 2D1A5358 A2CF1B6E 0BFCF99F 921530EC
                8E393561 79EAE45E 42BA92AE ACED8251 71E1E8B9 AF6D9C03 E1327F44
                BE087EF0 6530E69F 66615261 EEF54073 CA11CF58 58F0EDFD FE15EFEA
                B349EF5D 76988A36 72FAC47B 0769447B")
        );
        let want = hex("B0DC82BA BCF30674 AE450C02 87745E79 90A3381F 63B387AA F271A10D
                233861E3 59B48220 F7C4693C 9AE12B0A 6F67809F 0876E2D0 13800D6C
                41BB59B6 D5979B5C 00A172B4 A2A5903A 0BDCAF8A 709585EB 2AFAFA8F
                3499B200 210DCC1F 10EB3394 3CD67FC8 8A2F39A4 BE5BEC4E C0A3212D
                C346D7E4 74B29EDE 8A469FFE CA686E5A");
        assert_eq!(*premaster, want);
        assert_eq!(*server.premaster(&public).unwrap(), want);
    }

    #[test]
    fn values_that_make_the_secret_known_are_refused() {
        let group = Group::new(&primes::SRP1024, &[2]);
        let server = Server::new(&group, &[5]).unwrap();
        for zero in [&[0][..], &primes::SRP1024, &[]] {
            assert_eq!(server.premaster(zero).unwrap_err().code(), GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
            let code = client(&group, b"a", b"b", b"salt", zero).unwrap_err().code();
            assert_eq!(code, GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
        }
    }

    #[test]
    fn groups_that_are_none_are_errors() {
        for (prime, generator) in
            [(&[][..], &[2][..]), (&[16], &[2]), (&[1], &[1]), (&[23], &[0]), (&[23], &[23])]
        {
            assert!(Server::new(&Group::new(prime, generator), &[5]).is_err());
        }
    }
}
