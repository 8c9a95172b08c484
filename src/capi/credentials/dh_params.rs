//! Diffie-Hellman parameters.
use crate::abi::*;
use crate::alg::{Format, Group};
use crate::asn1::{der, pem};
use crate::capi::ffi::memory::{alloc_datum, datum_bytes, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::dh_params::{DhParams, get_dh_params};
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::error::{Error, Result, err};
use crate::memory;

const LABEL: &str = "DH PARAMETERS";

/// Creates empty Diffie-Hellman parameters.
///
/// One of the import functions or `gnutls_dh_params_generate2` fills them; `gnutls_dh_params_deinit`
/// frees them. Sessions negotiate their groups without such objects (RFC 7919): they serve the keys of
/// `gnutls_privkey_import_dh_raw` and PKCS #3 files.
///
/// - `dh_params`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `dh_params` is NULL
///
/// Manual: `gnutls_dh_params_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_init(dh_params: *mut gnutls_dh_params_t) -> c_int {
    // SAFETY: `dh_params` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(dh_params, DhParams::default()) })
}

/// Frees Diffie-Hellman parameters.
///
/// Keys that were made with them, and credentials that they were set in, have no need of the object: it
/// may be freed at any time after those calls.
///
/// - `dh_params`: the object of `gnutls_dh_params_init`; NULL is ignored
///
/// Manual: `gnutls_dh_params_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_deinit(dh_params: gnutls_dh_params_t) {
    // SAFETY: the handle is not used after this call.
    guard::or((), || drop(unsafe { opaque::take(dh_params) }))
}

/// Copies Diffie-Hellman parameters into another object.
///
/// What `dst` held before is dropped. Both objects are freed on their own with
/// `gnutls_dh_params_deinit`, and a later change of one does not change the other. Empty parameters may
/// be copied too.
///
/// - `dst`: the object that takes the copy
/// - `src`: the object to copy; may be `dst`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_dh_params_cpy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_cpy(dst: gnutls_dh_params_t, src: gnutls_dh_params_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `src` is NULL or a live handle.
        let copy = unsafe { get_dh_params(src) }?.clone();
        // SAFETY: `dst` is NULL or a live handle. `src`, which may be the same, is no longer borrowed.
        *unsafe { get_dh_params(dst) }? = copy;
        Ok(())
    })
}

/// Sets Diffie-Hellman parameters from a prime and a generator.
///
/// The numbers are copied; whether the prime is one is not tested. On failure the object keeps what it
/// held.
///
/// - `dh_params`: the object to fill
/// - `prime`: the prime, big-endian, without a sign; leading zeros are dropped
/// - `generator`: the generator, big-endian, without a sign; leading zeros are dropped
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MPI_SCAN_FAILED`: prime or generator is zero or empty
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the prime is even or longer than 16384 bits, or the generator longer
///   than the prime
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_dh_params_import_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_import_raw(
    dh_params: gnutls_dh_params_t,
    prime: *const gnutls_datum_t,
    generator: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `dh_params` is NULL or a live handle; `prime` and `generator` are NULL or valid datums.
    unsafe { gnutls_dh_params_import_raw2(dh_params, prime, generator, 0) }
}

/// Sets Diffie-Hellman parameters from a prime and a generator, with the length of private keys.
///
/// The numbers are copied; whether the prime is one is not tested. On failure the object keeps what it
/// held.
///
/// - `dh_params`: the object to fill
/// - `prime`: the prime, big-endian, without a sign; leading zeros are dropped
/// - `generator`: the generator, big-endian, without a sign; leading zeros are dropped
/// - `key_bits`: the bits of private keys in this group; 0 leaves them to the library, which then takes
///   as many as the prime has
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MPI_SCAN_FAILED`: prime or generator is zero or empty
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the prime is even or longer than 16384 bits, or the generator longer
///   than the prime
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
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

/// Sets Diffie-Hellman parameters from a prime, the order of its subgroup and a generator.
///
/// The numbers are copied; whether they are sound is not tested. With the order, keys are made below
/// it, and public values are checked to belong to the subgroup. On failure the object keeps what it
/// held.
///
/// - `dh_params`: the object to fill
/// - `prime`: the prime, big-endian, without a sign; leading zeros are dropped
/// - `q`: the order of the generator, big-endian; NULL if it is not known
/// - `generator`: the generator, big-endian, without a sign; leading zeros are dropped
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MPI_SCAN_FAILED`: prime or generator is zero or empty
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the prime is even or longer than 16384 bits, or the generator longer
///   than the prime
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_dh_params_import_raw3`.
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
        params.q_bits = der::bit_size(&params.order);
        Ok(())
    })
}

/// Sets Diffie-Hellman parameters from the group of a DSA private key.
///
/// Prime and generator are copied, and private keys get as many bits as the key's order has; the key
/// itself is not kept. On failure the object keeps what it held.
///
/// - `dh_params`: the object to fill
/// - `key`: a DSA key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `key` is empty or no DSA key
///
/// Manual: `gnutls_dh_params_import_dsa`.
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

/// Reads Diffie-Hellman parameters as PKCS #3 has them (`openssl dhparam` writes such files).
///
/// On failure the object keeps what it held. Where a third number stands behind prime and generator it
/// counts as the bits of private keys.
///
/// - `params`: the object to fill
/// - `pkcs3_params`: the parameters in DER, or in PEM with the label `DH PARAMETERS`; copied
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no such
///   block, or one that does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such parameters
/// - `GNUTLS_E_MPI_SCAN_FAILED`: prime or generator is zero or empty
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the prime is even or longer than 16384 bits, or the generator longer
///   than the prime
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Manual: `gnutls_dh_params_import_pkcs3`.
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
            Format::Der => memory::copy(data)?,
        };
        let mut r = der::whole(&bytes, der::SEQUENCE)?.open();
        let (prime, generator) = (r.unsigned()?, r.unsigned()?);
        // In X9.42 this is the order of the generator, which does not state a length of the secret.
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

/// Writes Diffie-Hellman parameters as PKCS #3 has them into a buffer.
///
/// To learn the size, call it with NULL as `params_data`. `gnutls_dh_params_export2_pkcs3` allocates
/// the buffer.
///
/// - `params`: the parameters
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); PEM
///   has the label `DH PARAMETERS` and ends with a NUL
/// - `params_data`: takes the bytes; NULL asks for the size
/// - `params_data_size`: in: the capacity of `params_data` in bytes; out: the length written without
///   the NUL, or needed, NUL included, after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `params` is NULL or empty, or the size is NULL
///
/// Manual: `gnutls_dh_params_export_pkcs3`.
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
        // SAFETY: `params_data` is NULL or has as much space as its size says; `params_data_size` is NULL or
        // valid for a write.
        unsafe {
            write_sized(&out, params_data.cast(), params_data_size, Format::from_raw(format) == Format::Pem)
        }
    })
}

/// Writes Diffie-Hellman parameters as PKCS #3 has them into new memory.
///
/// The caller frees `out->data` with `gnutls_free`. A NUL that the size does not count follows the
/// bytes.
///
/// - `params`: the parameters
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); PEM
///   has the label `DH PARAMETERS`
/// - `out`: takes the bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the parameters are empty
///
/// Since 3.1.3. Manual: `gnutls_dh_params_export2_pkcs3`.
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
        // SAFETY: `out` is not NULL, and valid for a write (the caller).
        unsafe { out.write(alloc_datum(&bytes)?) };
        Ok(())
    })
}

/// Gives the prime and the generator of Diffie-Hellman parameters.
///
/// Both are big-endian, without leading zeros; the caller frees `prime->data` and `generator->data`
/// with `gnutls_free`.
///
/// - `params`: the parameters
/// - `prime`: takes the prime
/// - `generator`: takes the generator
/// - `bits`: takes the bits of private keys, 0 if they were not set; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `params`, `prime` or `generator` is NULL, or the parameters are empty
///
/// Manual: `gnutls_dh_params_export_raw`.
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

/// Sets Diffie-Hellman parameters to the group of RFC 7919 that has at least the given bits.
///
/// GnuTLS searches a fresh prime instead; the groups of RFC 7919 have 2048, 3072, 4096, 6144 or 8192
/// bits, are known to be sound, and take no time. The generator is 2, and private keys get the bits
/// that suit the group.
///
/// - `params`: the object to fill
/// - `bits`: the least bits of the prime, 1 to 8192
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: `bits` is 0 or more than 8192
/// - `GNUTLS_E_INVALID_REQUEST`: `params` is NULL
///
/// RFC 7919 appendix A. Manual: `gnutls_dh_params_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_dh_params_generate2(params: gnutls_dh_params_t, bits: c_uint) -> c_int {
    guard::unit(|| {
        // SAFETY: `params` is NULL or a live handle.
        let params = unsafe { get_dh_params(params) }?;
        let least = (bits as usize).div_ceil(8);
        let mut fields = Group::LIST.iter().filter_map(|g| g.finite_field());
        let field = fields.find(|(prime, _)| bits > 0 && prime.len() >= least);
        let (prime, q_bits) = field.ok_or(Error::new(GNUTLS_E_ILLEGAL_PARAMETER))?;
        params.set(prime, &[2], q_bits)
    })
}
