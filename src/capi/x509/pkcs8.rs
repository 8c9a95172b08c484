//! PKCS #8: the encryption parameters of an encrypted key.
use core::ffi::{CStr, c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::Format;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{alloc_string, datum_bytes, write_out};
use crate::capi::object::pkcs12::write_salt;
use crate::error::{INVALID_REQUEST, Result};
use crate::pki::key_file::{encryption_of, pbe};

/// Tells how a private key in PKCS #8 is encrypted, without opening it.
///
/// Nothing of the key is read. `gnutls_pkcs_schema_get_name` has the name of the scheme.
///
/// - `data`: the key
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `schema`: takes the scheme, a flag of `gnutls_pkcs_encrypt_flags_t`; may be NULL
/// - `cipher`: takes the cipher, a value of `gnutls_cipher_algorithm_t`; may be NULL
/// - `salt`: takes the salt; with NULL its length alone is written, which is a success
/// - `salt_size`: in: the capacity of `salt` in bytes; out: the length of the salt. NULL if the salt is
///   not wanted
/// - `iter_count`: takes the number of iterations; may be NULL
/// - `oid`: takes the dotted identifier of the scheme, also where that is not supported, or NULL; it is
///   freed with `gnutls_free`. May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the key is not encrypted, or `data` is NULL
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `salt` is too small
/// - `GNUTLS_E_UNKNOWN_CIPHER_TYPE`: the scheme or cipher is not supported
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the derivation of the key is not
///   supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: iterations or salt are beyond what is worked with
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no PKCS #8
///
/// The function may be called from any thread.
///
/// Since 3.4.0. RFC 5958 section 3, RFC 8018. Manual: `gnutls_pkcs8_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs8_info(
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    schema: *mut c_uint,
    cipher: *mut c_uint,
    salt: *mut c_void,
    salt_size: *mut c_uint,
    iter_count: *mut c_uint,
    oid: *mut *mut c_char,
) -> c_int {
    // SAFETY: `data` is NULL or a valid datum; `salt` is NULL or has as much space as its size says; `schema`,
    // `cipher`, `salt_size`, `iter_count` and `oid` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_out(oid, core::ptr::null_mut());
        let algorithm = encryption_of(datum_bytes(data).ok_or(INVALID_REQUEST)?, Format::from_raw(format))?;
        let read = pbe::Encryption::read(&algorithm);
        // A scheme that is not supported can still have a name.
        let named = read.as_ref().map_or_else(|e| e.code() == GNUTLS_E_UNKNOWN_CIPHER_TYPE, |_| true);
        let name = if named { pbe::name_of(&algorithm) } else { None };
        let give_name = || -> Result<()> {
            if let (Some(name), false) = (&name, oid.is_null()) {
                oid.write(alloc_string(name.as_bytes())?);
            }
            Ok(())
        };
        let found = match read {
            Ok(found) => found,
            Err(e) => {
                give_name()?;
                return Err(e);
            }
        };
        write_out(schema, found.schema.bits());
        write_out(cipher, found.cipher.raw());
        write_out(iter_count, found.iterations);
        write_salt(found.salt, salt, salt_size)?;
        give_name()
    })
}

/// The schemes that encrypt keys: flag, name, identifier.
static SCHEMES: &[(gnutls_pkcs_encrypt_flags_t, &CStr, &CStr)] = &[
    (GNUTLS_PKCS_PKCS12_3DES, c"PKCS12-3DES-SHA1", c"1.2.840.113549.1.12.1.3"),
    (GNUTLS_PKCS_PKCS12_ARCFOUR, c"PKCS12-ARCFOUR-SHA1", c"1.2.840.113549.1.12.1.1"),
    (GNUTLS_PKCS_PKCS12_RC2_40, c"PKCS12-RC2-40-SHA1", c"1.2.840.113549.1.12.1.6"),
    (GNUTLS_PKCS_PBES2_3DES, c"PBES2-3DES-CBC", c"1.2.840.113549.3.7"),
    (GNUTLS_PKCS_PBES2_AES_128, c"PBES2-AES128-CBC", c"2.16.840.1.101.3.4.1.2"),
    (GNUTLS_PKCS_PBES2_AES_192, c"PBES2-AES192-CBC", c"2.16.840.1.101.3.4.1.22"),
    (GNUTLS_PKCS_PBES2_AES_256, c"PBES2-AES256-CBC", c"2.16.840.1.101.3.4.1.42"),
    (GNUTLS_PKCS_PBES2_DES, c"PBES2-DES-CBC", c"1.3.14.3.2.7"),
    (GNUTLS_PKCS_PBES1_DES_MD5, c"PBES1-DES-CBC-MD5", c"1.2.840.113549.1.5.3"),
    (GNUTLS_PKCS_PBES2_GOST_TC26Z, c"PBES2-GOST28147-89-TC26Z", c"1.2.643.7.1.2.5.1.1"),
    (GNUTLS_PKCS_PBES2_GOST_CPA, c"PBES2-GOST28147-89-CPA", c"1.2.643.2.2.31.1"),
    (GNUTLS_PKCS_PBES2_GOST_CPB, c"PBES2-GOST28147-89-CPB", c"1.2.643.2.2.31.2"),
    (GNUTLS_PKCS_PBES2_GOST_CPC, c"PBES2-GOST28147-89-CPC", c"1.2.643.2.2.31.3"),
    (GNUTLS_PKCS_PBES2_GOST_CPD, c"PBES2-GOST28147-89-CPD", c"1.2.643.2.2.31.4"),
];

/// Returns the name of a scheme by which private keys are encrypted.
///
/// - `schema`: a flag of `gnutls_pkcs_encrypt_flags_t`, such as `gnutls_pkcs8_info` returns;
///   `GNUTLS_PKCS_NULL_PASSWORD` beside it does not count
///
/// Returns a constant string, which is not freed, such as "PBES2-AES256-CBC", or NULL for an unknown
/// scheme. The function may be called from any thread.
///
/// Since 3.4.0. Manual: `gnutls_pkcs_schema_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs_schema_get_name(schema: c_uint) -> *const c_char {
    guard::or(core::ptr::null(), || {
        SCHEMES
            .iter()
            .find(|s| s.0 == schema & !GNUTLS_PKCS_NULL_PASSWORD)
            .map_or(core::ptr::null(), |s| s.1.as_ptr())
    })
}

/// Returns the dotted identifier of a scheme by which private keys are encrypted.
///
/// For PBES2 it is that of the cipher.
///
/// - `schema`: a flag of `gnutls_pkcs_encrypt_flags_t`, such as `gnutls_pkcs8_info` returns;
///   `GNUTLS_PKCS_NULL_PASSWORD` beside it does not count
///
/// Returns a constant string, which is not freed, or NULL for an unknown scheme. The function may be
/// called from any thread.
///
/// Since 3.4.0. Manual: `gnutls_pkcs_schema_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs_schema_get_oid(schema: c_uint) -> *const c_char {
    guard::or(core::ptr::null(), || {
        SCHEMES
            .iter()
            .find(|s| s.0 == schema & !GNUTLS_PKCS_NULL_PASSWORD)
            .map_or(core::ptr::null(), |s| s.2.as_ptr())
    })
}
