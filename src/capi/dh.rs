//! Chapter Diffie-Hellman parameters: a prime and a generator, as data. Finite-field key exchange
//! itself is not negotiated by this engine yet.
use super::{guard, handle, memory};
use crate::abi::*;
use crate::alg::primes;
use crate::asn1::der::{self, Write};
use crate::asn1::pem;
use crate::crypto::keys::{DhNumbers, PrivateKey};
use crate::error::{Error, Result, err};
use crate::pki::keys::Format;

/// What C holds as a `gnutls_dh_params_t`. The numbers big-endian, without leading zeros.
#[derive(Clone, Default)]
pub(super) struct Params {
    prime: Vec<u8>,
    generator: Vec<u8>,
    /// The order of the generator, where it is known.
    order: Vec<u8>,
    /// Bits of the private keys to use; 0 is not said.
    q_bits: u32,
}

const LABEL: &str = "DH PARAMETERS";
/// A larger prime is no honest one.
const MAX_PRIME: usize = 16384 / 8;

impl Params {
    fn set(&mut self, prime: &[u8], generator: &[u8], q_bits: u32) -> Result<()> {
        let (prime, generator) = (der::strip_zeros(prime), der::strip_zeros(generator));
        if prime.is_empty() || generator.is_empty() || generator == [0] || prime == [0] {
            return err(GNUTLS_E_MPI_SCAN_FAILED);
        }
        let odd = prime.last().is_some_and(|b| b & 1 == 1);
        if prime.len() > MAX_PRIME || !odd || generator.len() > prime.len() {
            return err(GNUTLS_E_ILLEGAL_PARAMETER);
        }
        *self = Params { prime: prime.to_vec(), generator: generator.to_vec(), order: Vec::new(), q_bits };
        Ok(())
    }

    /// The group of a key.
    pub(super) fn of(key: &DhNumbers) -> Params {
        Params { prime: key.p.clone(), generator: key.g.clone(), order: key.q.clone(), q_bits: 0 }
    }

    /// A key's numbers in this group; `GNUTLS_E_INVALID_REQUEST` for an empty one.
    pub(super) fn numbers(&self, y: &[u8]) -> Result<DhNumbers> {
        if self.prime.is_empty() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        Ok(DhNumbers {
            p: self.prime.clone(),
            q: self.order.clone(),
            g: self.generator.clone(),
            y: der::strip_zeros(y).to_vec(),
        })
    }

    /// A fresh key in this group.
    pub(super) fn generate(&self) -> Result<PrivateKey> {
        let group = self.numbers(&[])?;
        PrivateKey::generate_dh(&group.p, &group.q, &group.g, self.q_bits)
    }

    fn to_der(&self) -> Result<Vec<u8>> {
        if self.prime.is_empty() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            w.unsigned(&self.prime);
            w.unsigned(&self.generator);
            if self.q_bits != 0 {
                w.unsigned(&self.q_bits.to_be_bytes());
            }
        });
        Ok(out)
    }
}

/// # Safety
/// `params` is NULL or from `gnutls_dh_params_init`.
pub(super) unsafe fn get<'a>(params: gnutls_dh_params_t) -> Result<&'a mut Params> {
    // SAFETY: the caller's promise.
    unsafe { handle::get_mut(params) }
}

/// Makes empty parameters, to be freed with `gnutls_dh_params_deinit`. Manual: `gnutls_dh_params_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_init(dh_params: *mut gnutls_dh_params_t) -> c_int {
    // SAFETY: NULL or valid, the caller's promise.
    guard::unit(|| unsafe { handle::give(dh_params, Params::default()) })
}

/// Frees parameters; NULL is ignored. Manual: `gnutls_dh_params_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_deinit(dh_params: gnutls_dh_params_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { handle::take::<Params, _>(dh_params) }))
}

/// Copies parameters into others. Manual: `gnutls_dh_params_cpy`.
/// Errors: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_cpy(dst: gnutls_dh_params_t, src: gnutls_dh_params_t) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let copy = unsafe { get(src) }?.clone();
        // SAFETY: the caller's promise; `src` is not borrowed any more, should it be the same.
        *unsafe { get(dst) }? = copy;
        Ok(())
    })
}

/// Takes a prime and a generator, big-endian. Manual: `gnutls_dh_params_import_raw`.
/// Errors: `GNUTLS_E_MPI_SCAN_FAILED` for zero, `GNUTLS_E_ILLEGAL_PARAMETER`, `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_import_raw(
    dh_params: gnutls_dh_params_t,
    prime: *const gnutls_datum_t,
    generator: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { gnutls_dh_params_import_raw2(dh_params, prime, generator, 0) }
}

/// As `gnutls_dh_params_import_raw`, with the bits of private keys; 0 is not said.
/// Manual: `gnutls_dh_params_import_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_import_raw2(
    dh_params: gnutls_dh_params_t,
    prime: *const gnutls_datum_t,
    generator: *const gnutls_datum_t,
    key_bits: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (params, prime, generator) =
            unsafe { (get(dh_params)?, memory::datum_bytes(prime), memory::datum_bytes(generator)) };
        let missing = Error::new(GNUTLS_E_INVALID_REQUEST);
        params.set(prime.ok_or(missing)?, generator.ok_or(missing)?, key_bits)
    })
}

/// Takes a prime, the order of the generator (or NULL), and the generator, big-endian.
/// Manual: `gnutls_dh_params_import_raw3`. Errors: as [`gnutls_dh_params_import_raw`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_import_raw3(
    dh_params: gnutls_dh_params_t,
    prime: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    generator: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (params, [prime, q, generator]) =
            unsafe { (get(dh_params)?, [prime, q, generator].map(|n| memory::datum_bytes(n))) };
        let missing = Error::new(GNUTLS_E_INVALID_REQUEST);
        params.set(prime.ok_or(missing)?, generator.ok_or(missing)?, 0)?;
        params.order = der::strip_zeros(q.unwrap_or(b"")).to_vec();
        params.q_bits = params.order.first().map_or(0, |b| params.order.len() as u32 * 8 - b.leading_zeros());
        Ok(())
    })
}

/// Takes the group of a DSA key. Manual: `gnutls_dh_params_import_dsa`.
/// Errors: `GNUTLS_E_INVALID_REQUEST` for another kind of key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_import_dsa(
    dh_params: gnutls_dh_params_t,
    key: gnutls_x509_privkey_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (params, key) = unsafe { (get(dh_params)?, super::x509_privkey::privkey(key)?) };
        let group = key.dsa_components().ok_or(GNUTLS_E_INVALID_REQUEST)?;
        let bits = group.q.len() as u32 * 8;
        params.set(&group.p, &group.g, bits)
    })
}

/// Takes PKCS#3 parameters (`openssl dhparam`). Manual: `gnutls_dh_params_import_pkcs3`.
/// Errors: those of PEM and DER, `GNUTLS_E_ILLEGAL_PARAMETER`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_import_pkcs3(
    params: gnutls_dh_params_t,
    pkcs3_params: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let (params, data) = unsafe { (get(params)?, memory::datum_bytes(pkcs3_params)) };
        let data = data.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        let bytes = match Format::from_raw(format) {
            Format::Pem => pem::decode(Some(LABEL), data)?,
            Format::Der => data.to_vec(),
        };
        let mut r = der::whole(&bytes, der::SEQUENCE)?.open();
        let (prime, generator) = (r.unsigned()?, r.unsigned()?);
        // X9.42 has the order of the generator there, which says no length.
        let q_bits = match r.is_empty() {
            true => 0,
            false => u32::try_from(be_number(r.unsigned()?)).unwrap_or(0),
        };
        r.finish()?;
        params.set(prime, generator, q_bits)
    })
}

/// A big-endian number; what is too large is the largest.
fn be_number(bytes: &[u8]) -> u64 {
    if bytes.len() > 8 { u64::MAX } else { bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b)) }
}

fn export(params: &Params, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    let der = params.to_der()?;
    Ok(match Format::from_raw(format) {
        Format::Pem => pem::encode(LABEL, &der),
        Format::Der => der,
    })
}

/// Writes PKCS#3 parameters into the program's memory. Manual: `gnutls_dh_params_export_pkcs3`.
/// Errors: `GNUTLS_E_SHORT_MEMORY_BUFFER`, `GNUTLS_E_INVALID_REQUEST` for empty parameters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_export_pkcs3(
    params: gnutls_dh_params_t,
    format: gnutls_x509_crt_fmt_t,
    params_data: *mut c_uchar,
    params_data_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let out = export(unsafe { get(params) }?, format)?;
        // SAFETY: the caller's promise on buffer and size.
        unsafe {
            memory::fill(&out, params_data.cast(), params_data_size, Format::from_raw(format) == Format::Pem)
        }
    })
}

/// Writes PKCS#3 parameters into memory for `gnutls_free`. Manual: `gnutls_dh_params_export2_pkcs3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_export2_pkcs3(
    params: gnutls_dh_params_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let bytes = export(unsafe { get(params) }?, format)?;
        if out.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: not NULL; the caller's promise.
        unsafe { out.write(memory::datum(&bytes)?) };
        Ok(())
    })
}

/// Prime and generator for `gnutls_free`, and the bits of private keys. Manual: `gnutls_dh_params_export_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_export_raw(
    params: gnutls_dh_params_t,
    prime: *mut gnutls_datum_t,
    generator: *mut gnutls_datum_t,
    bits: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let params = unsafe { get(params) }?;
        if params.prime.is_empty() || prime.is_null() || generator.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let (p, g) = (memory::datum(&params.prime)?, memory::datum(&params.generator)?);
        // SAFETY: not NULL; `bits` NULL or valid.
        unsafe {
            prime.write(p);
            generator.write(g);
            memory::put(bits, params.q_bits);
        }
        Ok(())
    })
}

/// Parameters of at least `bits` bits: the group of RFC 7919 that is large enough. Its safe primes need
/// no search, and every peer can know them. Manual: `gnutls_dh_params_generate2`.
/// Errors: `GNUTLS_E_ILLEGAL_PARAMETER` for 0 and beyond 8192 bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_generate2(params: gnutls_dh_params_t, bits: c_uint) -> c_int {
    guard::unit(|| {
        // SAFETY: the caller's promise.
        let params = unsafe { get(params) }?;
        let (prime, q_bits): (&[u8], u32) = match bits {
            0 => return err(GNUTLS_E_ILLEGAL_PARAMETER),
            1..=2048 => (&primes::FFDHE2048, 256),
            2049..=3072 => (&primes::FFDHE3072, 276),
            3073..=4096 => (&primes::FFDHE4096, 336),
            4097..=6144 => (&primes::FFDHE6144, 376),
            6145..=8192 => (&primes::FFDHE8192, 512),
            _ => return err(GNUTLS_E_ILLEGAL_PARAMETER),
        };
        params.set(prime, &[2], q_bits)
    })
}

/// Bits of the last Diffie-Hellman prime: 0, for none was used. Manual: `gnutls_dh_get_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_prime_bits(_session: gnutls_session_t) -> c_int {
    0
}

/// Bits of the last Diffie-Hellman secret: 0, for none was used. Manual: `gnutls_dh_get_secret_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_secret_bits(_session: gnutls_session_t) -> c_int {
    0
}

/// Bits of the peer's last Diffie-Hellman key: 0, for none was used.
/// Manual: `gnutls_dh_get_peers_public_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_get_peers_public_bits(_session: gnutls_session_t) -> c_int {
    0
}

/// The smallest prime to accept from a server: no finite-field exchange is offered, so nothing hangs on
/// it. Manual: `gnutls_dh_set_prime_bits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_set_prime_bits(_session: gnutls_session_t, _bits: c_uint) {}

/// Groups for finite-field exchange by level. Since GnuTLS 3.6 they are negotiated by RFC 7919, and the
/// call is only checked. Manual: `gnutls_certificate_set_known_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_known_dh_params(
    res: gnutls_certificate_credentials_t,
    _sec_param: gnutls_sec_param_t,
) -> c_int {
    if res.is_null() { GNUTLS_E_INVALID_REQUEST } else { 0 }
}

/// Parameters for finite-field exchange; negotiated by RFC 7919 since GnuTLS 3.6.
/// Manual: `gnutls_certificate_set_dh_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_dh_params(
    _res: gnutls_certificate_credentials_t,
    _dh_params: gnutls_dh_params_t,
) {
}

/// A function that gives parameters for finite-field exchange; negotiated by RFC 7919 since GnuTLS 3.6.
/// Manual: `gnutls_certificate_set_params_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_set_params_function(
    _res: gnutls_certificate_credentials_t,
    _func: Option<gnutls_params_function>,
) {
}
