//! Diffie-Hellman parameters.
use crate::abi::*;
use crate::alg::primes;
use crate::asn1::{der, pem};
use crate::capi::ffi::memory::{alloc_datum, datum_bytes, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::dh_params::{DhParams, get_dh_params};
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::error::{Error, Result, err};
use crate::pki::key_file::Format;

const LABEL: &str = "DH PARAMETERS";

/// Makes empty parameters, to be freed with `gnutls_dh_params_deinit`. Manual: `gnutls_dh_params_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_init(dh_params: *mut gnutls_dh_params_t) -> c_int {
    // SAFETY: `dh_params` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(dh_params, DhParams::default()) })
}

/// Frees parameters; NULL is ignored. Manual: `gnutls_dh_params_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_deinit(dh_params: gnutls_dh_params_t) {
    // SAFETY: the handle is dead after this call.
    guard::or((), || drop(unsafe { opaque::take(dh_params) }))
}

/// Copies parameters into others. Manual: `gnutls_dh_params_cpy`.
/// Errors: `GNUTLS_E_INVALID_REQUEST`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_cpy(dst: gnutls_dh_params_t, src: gnutls_dh_params_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `src` is NULL or a live handle.
        let copy = unsafe { get_dh_params(src) }?.clone();
        // SAFETY: the caller's promise; `src` is not borrowed any more, should it be the same.
        *unsafe { get_dh_params(dst) }? = copy;
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
    // SAFETY: `dh_params` is NULL or a live handle; `prime` and `generator` are NULL or valid datums.
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
        // SAFETY: `dh_params` is NULL or a live handle; `prime` and `generator` are NULL or valid datums.
        let (params, prime, generator) =
            unsafe { (get_dh_params(dh_params)?, datum_bytes(prime), datum_bytes(generator)) };
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
        // SAFETY: `dh_params` is NULL or a live handle; `prime`, `q` and `generator` are NULL or valid datums.
        let (params, [prime, q, generator]) =
            unsafe { (get_dh_params(dh_params)?, [prime, q, generator].map(|n| datum_bytes(n))) };
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
        // SAFETY: `dh_params` and `key` are NULL or live handles.
        let (params, key) = unsafe { (get_dh_params(dh_params)?, get_x509_privkey(key)?) };
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
        // SAFETY: `params` is NULL or a live handle; `pkcs3_params` is NULL or a valid datum.
        let (params, data) = unsafe { (get_dh_params(params)?, datum_bytes(pkcs3_params)) };
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

fn export(params: &DhParams, format: gnutls_x509_crt_fmt_t) -> Result<Vec<u8>> {
    let der = params.to_der()?;
    Ok(match Format::from_raw(format) {
        Format::Pem => pem::encode(LABEL, &der),
        Format::Der => der,
    })
}

/// Writes PKCS#3 parameters into the application's memory. Manual: `gnutls_dh_params_export_pkcs3`.
/// Errors: `GNUTLS_E_SHORT_MEMORY_BUFFER`, `GNUTLS_E_INVALID_REQUEST` for empty parameters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_export_pkcs3(
    params: gnutls_dh_params_t,
    format: gnutls_x509_crt_fmt_t,
    params_data: *mut c_uchar,
    params_data_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `params` is NULL or a live handle.
        let out = export(unsafe { get_dh_params(params) }?, format)?;
        // SAFETY: the caller's promise on buffer and size.
        unsafe {
            write_sized(&out, params_data.cast(), params_data_size, Format::from_raw(format) == Format::Pem)
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
        // SAFETY: `params` is NULL or a live handle.
        let bytes = export(unsafe { get_dh_params(params) }?, format)?;
        if out.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: not NULL; the caller's promise.
        unsafe { out.write(alloc_datum(&bytes)?) };
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
        // SAFETY: `params` is NULL or a live handle.
        let params = unsafe { get_dh_params(params) }?;
        if params.prime.is_empty() || prime.is_null() || generator.is_null() {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        let (p, g) = (alloc_datum(&params.prime)?, alloc_datum(&params.generator)?);
        // SAFETY: not NULL; `bits` NULL or valid.
        unsafe {
            prime.write(p);
            generator.write(g);
            write_out(bits, params.q_bits);
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
        // SAFETY: `params` is NULL or a live handle.
        let params = unsafe { get_dh_params(params) }?;
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
