//! X.509 private keys.
pub mod generate;
pub mod raw;

use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::flags::EncryptFlags;
use crate::alg::{Format, Pk, SecParam, Sign};
use crate::asn1::pem;
use crate::capi::ffi::memory::{bytes_of, datum_in, datum_in_place, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::pin::Pin;
use crate::capi::object::privkey::{digest_fits, sign_options};
use crate::capi::object::pubkey::write_key_id;
use crate::capi::object::spki::{restrict_key, spki_restriction, write_spki};
use crate::capi::object::x509_privkey::{
    X509Privkey, get_x509_privkey, set_x509_privkey, sign_algorithm_of, sign_of_length,
};
use crate::crypto::keys::PrivateKey;
use crate::error::{Result, err};
use crate::pki::key_file;
use crate::pki::key_file::openssl_pem::from_openssl;
use crate::pki::verify::profile;

/// Returns the security level of a private key.
///
/// It follows from the key's kind and its bits, as in `gnutls_pk_bits_to_sec_param`.
///
/// - `key`: the key
///
/// Returns a value of `gnutls_sec_param_t`, such as `GNUTLS_SEC_PARAM_MEDIUM`, or
/// `GNUTLS_SEC_PARAM_UNKNOWN` if `key` is NULL or empty.
///
/// Since 2.12.0. Manual: `gnutls_x509_privkey_sec_param`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_sec_param(key: gnutls_x509_privkey_t) -> gnutls_sec_param_t {
    // SAFETY: `key` is NULL or a live handle.
    guard::or(GNUTLS_SEC_PARAM_UNKNOWN, || match unsafe { get_x509_privkey(key) } {
        Ok(k) => profile::sec_param(k.pk(), k.bits()).map_or(GNUTLS_SEC_PARAM_UNKNOWN, SecParam::raw),
        Err(_) => GNUTLS_SEC_PARAM_UNKNOWN,
    })
}

/// Adds flags to a key that count when it is used later.
///
/// Flags of earlier calls stay set. `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` leaves the seed of a provable
/// key out of what `gnutls_x509_privkey_export_pkcs8` writes, so that older programs can read it.
/// Others have no effect on a key of this type.
///
/// - `key`: the key; NULL is ignored
/// - `flags`: of `gnutls_privkey_flags_t`
///
/// Since 3.5.0. Manual: `gnutls_x509_privkey_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_flags(key: gnutls_x509_privkey_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `key` is NULL or a live handle.
        if let Ok(k) = unsafe { opaque::get_mut(key) } {
            k.flags |= flags;
        }
    });
}

/// Creates an empty private key.
///
/// It is filled by an import, or by `gnutls_x509_privkey_generate`.
///
/// - `key`: takes the new key, which is freed with `gnutls_x509_privkey_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Any number of threads may sign with one key at the same time, as long as it is not changed.
///
/// Manual: `gnutls_x509_privkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_init(key: *mut gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(key, X509Privkey::default()) })
}

/// Frees a private key and wipes its secrets, unless another object shares them.
///
/// Credentials and `gnutls_privkey_t` objects that were given the key share it, and go on working.
///
/// - `key`: the key; NULL is ignored
///
/// Manual: `gnutls_x509_privkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_deinit(key: gnutls_x509_privkey_t) {
    // SAFETY: `key` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(key) }));
}

/// Sets the function that is asked for the password of an encrypted key.
///
/// `gnutls_x509_privkey_import2` calls it, once, if a key is encrypted and no password was given. It
/// writes the password with a NUL into the buffer that it gets, and returns 0, or a negative number to
/// give up.
///
/// - `privkey`: the key; NULL is ignored
/// - `fn_`: the function, or NULL for none
/// - `userdata`: passed to `fn_`; the library does not look at it
///
/// Since 3.4.0. Manual: `gnutls_x509_privkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_pin_function(
    privkey: gnutls_x509_privkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: `privkey` is NULL or a live handle.
        if let Ok(k) = unsafe { opaque::get_mut(privkey) } {
            k.pin = Pin { function: fn_, userdata };
        }
    });
}

/// Copies a key into another object, in the place of what that held.
///
/// The secret is shared, and wiped when its last owner is freed. Flags and PIN function are not copied.
///
/// - `dst`: an object from `gnutls_x509_privkey_init`
/// - `src`: the key to copy
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `dst` or `src` is NULL, or `src` has no key
///
/// Manual: `gnutls_x509_privkey_cpy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_cpy(
    dst: gnutls_x509_privkey_t,
    src: gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `dst` and `src` are NULL or live handles.
    guard::unit(|| unsafe {
        let key = get_x509_privkey(src)?.clone();
        set_x509_privkey(dst, || Ok(key.with_curve_within()))
    })
}

/// Reads an unencrypted private key from DER or PEM.
///
/// PKCS #8, PKCS #1 and the older forms of EC and DSA keys are told apart. Of PEM the first block with
/// a private key counts. On failure the object keeps what it held. For encrypted keys there is
/// `gnutls_x509_privkey_import2`.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `data`: the bytes, which are not kept
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no unencrypted private key in PEM
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM block cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no key in DER, or it is encrypted as
///   OpenSSL did
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the key is of a kind, curve or digest that is not supported
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: its numbers do not belong together
/// - `GNUTLS_E_INVALID_REQUEST`: `key` or `data` is NULL
///
/// RFC 5958, RFC 8017 appendix A.1.2, RFC 5915. Manual: `gnutls_x509_privkey_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let bytes = datum_in(data)?;
        set_x509_privkey(key, || key_file::import(bytes, Format::from_raw(format)))
    })
}

/// Reads a private key, encrypted or not, from DER or PEM.
///
/// PKCS #8, PKCS #1, the older forms of EC and DSA keys, and the encrypted PEM of old OpenSSL are told
/// apart. Of a PKCS #12 file the first key is read, without a look at its MAC. Without a password the function of
/// `gnutls_x509_privkey_set_pin_function` is asked once. On failure the object keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `data`: the bytes, which are not kept
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `password`: NUL-terminated UTF-8, or NULL for none
/// - `flags`: 0, or of `gnutls_pkcs_encrypt_flags_t`: `GNUTLS_PKCS_PLAIN` for a PKCS #8 key that is not
///   encrypted, `GNUTLS_PKCS_NULL_PASSWORD` for one that is encrypted without a password
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: the password is wrong, or missing
/// - `GNUTLS_E_ASN1_TAG_ERROR`: this is no such key in DER
/// - `GNUTLS_E_UNKNOWN_CIPHER_TYPE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`, `GNUTLS_E_ILLEGAL_PARAMETER`:
///   in PEM, the encryption is not supported, or asks for more work than is done
/// - `GNUTLS_E_PARSING_ERROR`: the header of OpenSSL's encryption is missing
/// - `GNUTLS_E_INVALID_REQUEST`: `key` or `data` is NULL
/// - codes of `gnutls_x509_privkey_import`, if the key cannot be read
///
/// RFC 5958. Manual: `gnutls_x509_privkey_import2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import2(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        let pin = opaque::get(key)?.pin;
        set_x509_privkey(key, || pin.import(bytes, Format::from_raw(format), password, flags))
    })
}

/// Reads a private key in PKCS #8, encrypted or not, from DER or PEM.
///
/// The labels in PEM are `PRIVATE KEY` and `ENCRYPTED PRIVATE KEY`. A derivation of the key from the
/// password that would take more than about a second is refused. The PIN function is not asked. On
/// failure the object keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `data`: the bytes, which are not kept
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `password`: NUL-terminated UTF-8, or NULL for none
/// - `flags`: of `gnutls_pkcs_encrypt_flags_t`: `GNUTLS_PKCS_PLAIN` for a key that is not encrypted,
///   which DER requires; `GNUTLS_PKCS_NULL_PASSWORD` for one that is encrypted without a password; else
///   0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: the password is wrong or missing, or an encrypted key came with
///   `GNUTLS_PKCS_PLAIN`
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_UNKNOWN_CIPHER_TYPE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the encryption is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: it asks for too many iterations or too long a salt
/// - `GNUTLS_E_INVALID_REQUEST`: `key` or `data` is NULL
/// - codes of `gnutls_x509_privkey_import`, if the key cannot be read
///
/// RFC 5958. Manual: `gnutls_x509_privkey_import_pkcs8`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_pkcs8(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        set_x509_privkey(key, || {
            key_file::import_pkcs8(
                bytes,
                Format::from_raw(format),
                password,
                EncryptFlags::from_bits_retain(flags),
            )
        })
    })
}

/// Reads a private key under the PEM encryption of old OpenSSL.
///
/// Such a block has a line `DEK-Info` with the cipher: AES, Camellia, DES or triple DES in CBC mode.
/// The key is derived with MD5, which protects little; `gnutls_x509_privkey_export_pkcs8` does better.
/// On failure the object keeps what it held.
///
/// - `key`: an object from `gnutls_x509_privkey_init`; a key that it holds is replaced
/// - `data`: the text in PEM, which is not kept
/// - `password`: NUL-terminated, or NULL, which never opens a key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PARSING_ERROR`: there is no `DEK-Info`
/// - `GNUTLS_E_DECRYPTION_FAILED`: the password is wrong or missing, or what was encrypted is no key
/// - `GNUTLS_E_BASE64_DECODING_ERROR`: the block cannot be decoded
/// - `GNUTLS_E_INVALID_REQUEST`: `key` or `data` is NULL, or the cipher or its IV is unknown
///
/// RFC 1421 section 4.6.1.3. Manual: `gnutls_x509_privkey_import_openssl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_import_openssl(
    key: gnutls_x509_privkey_t,
    data: *const gnutls_datum_t,
    password: *const c_char,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        set_x509_privkey(key, || from_openssl(bytes, password))
    })
}

/// The bytes of a key in its traditional form.
fn exported(key: &PrivateKey, format: gnutls_x509_crt_fmt_t) -> Result<Zeroizing<Vec<u8>>> {
    let (label, der) = key_file::export(key)?;
    Ok(if format != GNUTLS_X509_FMT_DER { Zeroizing::new(pem::encode(label, &der)) } else { der })
}

/// Writes a private key, unencrypted and in its traditional form, to a buffer.
///
/// That is PKCS #1 for RSA, SEC 1 for EC and the form of OpenSSL for DSA. Kinds of keys that have no
/// such form are written in PKCS #8. Restrictions to RSA-PSS or RSA-OAEP have no place in PKCS #1, and
/// get lost.
///
/// - `key`: the key
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or `output_data_size` is NULL
///
/// The buffer holds a secret: wipe it after use, as with `gnutls_memset`.
///
/// RFC 8017 appendix A.1.2, RFC 5915. Manual: `gnutls_x509_privkey_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &exported(get_x509_privkey(key)?, format)?,
            output_data,
            output_data_size,
            format != GNUTLS_X509_FMT_DER,
        )
    })
}

/// Writes a private key, unencrypted and in its traditional form, to fresh memory.
///
/// That is PKCS #1 for RSA, SEC 1 for EC and the form of OpenSSL for DSA. Kinds of keys that have no
/// such form are written in PKCS #8. Restrictions to RSA-PSS or RSA-OAEP have no place in PKCS #1, and
/// get lost.
///
/// - `key`: the key
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is wiped by
///   the caller and freed with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or `out` is NULL
///
/// RFC 8017 appendix A.1.2, RFC 5915. Manual: `gnutls_x509_privkey_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export2(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_x509_privkey(key)?, format)?, out) })
}

/// # Safety
/// As [`get_x509_privkey`].
unsafe fn exported_pkcs8(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    password: Option<&[u8]>,
    flags: c_uint,
) -> Result<Zeroizing<Vec<u8>>> {
    // SAFETY: `key` is NULL or a live handle.
    let (own, held) = unsafe { (get_x509_privkey(key)?, opaque::get(key)?) };
    let compat = held.flags & GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT != 0;
    let key = &if compat { own.with_seed(None) } else { own.clone() };
    let encrypt = EncryptFlags::from_bits_retain(flags);
    let plain = (encrypt.contains(EncryptFlags::PLAIN) || password.is_none())
        && !encrypt.contains(EncryptFlags::NULL_PASSWORD);
    let (label, der) = if plain {
        ("PRIVATE KEY", key_file::export_pkcs8_as(key, encrypt)?)
    } else {
        ("ENCRYPTED PRIVATE KEY", Zeroizing::new(key_file::export_encrypted(key, password, encrypt)?))
    };
    Ok(if format != GNUTLS_X509_FMT_DER { Zeroizing::new(pem::encode(label, &der)) } else { der })
}

/// Writes a private key in PKCS #8, encrypted or not, to a buffer.
///
/// The default encryption is PBES2 with AES-256 in CBC mode. The seed of a provable key is written as
/// an attribute, unless `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` is set for the key. Each call with a
/// password makes a fresh salt, so that the output differs.
///
/// - `key`: the key
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `password`: NUL-terminated UTF-8, or NULL to leave the key unencrypted
/// - `flags`: of `gnutls_pkcs_encrypt_flags_t`: the scheme, such as `GNUTLS_PKCS_PBES2_AES_256`;
///   `GNUTLS_PKCS_PLAIN` to leave the key unencrypted in spite of a password;
///   `GNUTLS_PKCS_NULL_PASSWORD` to encrypt without one; `GNUTLS_PKCS_MLDSA_SEED` or
///   `GNUTLS_PKCS_MLDSA_EXPANDED` for one form of an ML-DSA or ML-KEM key instead of both
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, `output_data_size` is NULL, or the scheme is
///   `GNUTLS_PKCS_PBES1_DES_MD5`, which is only read
///
/// RFC 5958, RFC 8018. Manual: `gnutls_x509_privkey_export_pkcs8`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export_pkcs8(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `password` is NULL or a C string; `output_data` is NULL or has as much
    // space as its size says; `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported_pkcs8(key, format, bytes_of(password), flags)?;
        write_sized(&bytes, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
    })
}

/// Writes a private key in PKCS #8, encrypted or not, to fresh memory.
///
/// The default encryption is PBES2 with AES-256 in CBC mode. The seed of a provable key is written as
/// an attribute, unless `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` is set for the key.
///
/// - `key`: the key
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `password`: NUL-terminated UTF-8, or NULL to leave the key unencrypted
/// - `flags`: of `gnutls_pkcs_encrypt_flags_t`, as in `gnutls_x509_privkey_export_pkcs8`
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`, and wiped before if it is not encrypted
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, `out` is NULL, or the scheme is
///   `GNUTLS_PKCS_PBES1_DES_MD5`, which is only read
///
/// RFC 5958, RFC 8018. Manual: `gnutls_x509_privkey_export2_pkcs8`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_export2_pkcs8(
    key: gnutls_x509_privkey_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `password` is NULL or a C string; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported_pkcs8(key, format, bytes_of(password), flags)?, out) })
}

/// Returns the kind of a private key.
///
/// `gnutls_x509_privkey_get_pk_algorithm2` tells its bits as well.
///
/// - `key`: the key
///
/// Returns a value of `gnutls_pk_algorithm_t`, which is `GNUTLS_PK_UNKNOWN` (0) for an empty object, or
/// a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Manual: `gnutls_x509_privkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_pk_algorithm(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    unsafe { gnutls_x509_privkey_get_pk_algorithm2(key, core::ptr::null_mut()) }
}

/// Returns the kind of a private key and its bits.
///
/// - `key`: the key
/// - `bits`: takes the bits of the modulus or of the curve, 0 for an empty object; may be NULL
///
/// Returns a value of `gnutls_pk_algorithm_t`, which is `GNUTLS_PK_UNKNOWN` (0) for an empty object, or
/// a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Manual: `gnutls_x509_privkey_get_pk_algorithm2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_pk_algorithm2(
    key: gnutls_x509_privkey_t,
    bits: *mut c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `key` is NULL or a live handle.
        let key = unsafe { opaque::get(key)? };
        // SAFETY: `key` is NULL or a live handle; `bits` is NULL or valid for a write.
        unsafe { write_out(bits, key.key.as_ref().map_or(0, PrivateKey::bits)) };
        Ok(key.key.as_ref().map_or(0, |k| k.pk().raw() as c_int))
    })
}

/// Returns an identifier of a private key: a digest of its public half.
///
/// It is the same as that of a certificate or request with this key, as `gnutls_x509_crt_get_key_id`
/// returns it, so that the two can be matched. The digest is over the SubjectPublicKeyInfo.
///
/// - `key`: the key
/// - `flags`: `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`, `GNUTLS_KEYID_USE_SHA512`, or
///   `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512 today
/// - `output_data`: takes the digest; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length written, or needed
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or `output_data_size` is NULL
///
/// Manual: `gnutls_x509_privkey_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_key_id(
    key: gnutls_x509_privkey_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &write_key_id(get_x509_privkey(key)?.public().spki(), flags)?,
            output_data.cast(),
            output_data_size,
            false,
        )
    })
}

/// Signs data with a private key.
///
/// `gnutls_privkey_sign_data` does the same with keys of every kind, those behind functions of the
/// application included.
///
/// - `key`: the key
/// - `digest`: the digest. Keys of EdDSA take their own alone; for ML-DSA it does not matter
/// - `flags`: 0, or `GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS` for an RSA-PSS signature of an RSA key,
///   `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE` for a signature without randomness
/// - `data`: the data, which are hashed here
/// - `signature`: takes the signature; NULL to ask for the length
/// - `signature_size`: in: the capacity of `signature` in bytes; out: the length written, or needed
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `signature` is NULL or too small; ECDSA and DSA signatures differ
///   in length from call to call
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`: the key is restricted to another digest or use
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: this signature is not supported
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the modulus is too short for RSA-PSS with this digest
/// - `GNUTLS_E_PK_SIGN_FAILED`: signing failed
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, `data` or `signature_size` is NULL, or digest
///   or flags do not go with the key
///
/// Any number of threads may sign with one key at the same time.
///
/// Manual: `gnutls_x509_privkey_sign_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_sign_data(
    key: gnutls_x509_privkey_t,
    digest: gnutls_digest_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut c_void,
    signature_size: *mut usize,
) -> c_int {
    guard::unit(|| {
        let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
        // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum; `signature` is NULL or has as much
        // space as its size says; `signature_size` is NULL or valid for a write.
        unsafe {
            let (key, data) = (get_x509_privkey(key)?, datum_in_place(data)?);
            let sign = digest_fits(sign_algorithm_of(key.pk(), digest, pss)?, flags, true)?;
            write_sized(&key.sign_with(sign, data, sign_options(flags))?, signature, signature_size, false)
        }
    })
}

/// Signs bytes that are taken as they are: an RSA key pads them, DSA and ECDSA take a digest.
///
/// `gnutls_privkey_sign_hash` does the same with keys of every kind.
///
/// - `key`: a key of RSA, DSA or ECDSA
/// - `hash`: the bytes, for RSA a DigestInfo, for DSA and ECDSA a digest of 20 bytes or more
/// - `signature`: takes the signature, in new memory; the caller frees its `data` with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_SIGN_FAILED`: the signature was not made, as when the bytes are too long for the key
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty or of another kind, or no digest has this length
///
/// Deprecated since 2.12.0: `gnutls_privkey_sign_hash`. Manual: `gnutls_x509_privkey_sign_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_sign_hash(
    key: gnutls_x509_privkey_t,
    hash: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `key` is NULL or a live handle; `hash` is NULL or a valid datum.
        let (key, hash) = unsafe { (get_x509_privkey(key)?, datum_in(hash)?) };
        let sign = match key.pk() {
            Pk::Rsa => Sign::RsaRaw,
            pk @ (Pk::Ecdsa | Pk::Dsa) => sign_of_length(pk, hash.len())?,
            _ => return err(GNUTLS_E_INVALID_REQUEST),
        };
        let made = key.sign_hash_with(sign, hash, sign_options(0))?;
        // SAFETY: `signature` is NULL or valid for a write.
        unsafe { write_datum(&made, signature) }
    })
}

/// Checks whether the public half that came with a private key is its own.
///
/// Numbers that make no private key are refused on import, so that there is nothing else left to check.
/// A key whose file names another public half works all the same, with its own.
///
/// - `key`: the key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the public half that came along is another key's
/// - `GNUTLS_E_PK_INVALID_PUBKEY`: it is none at all
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty
///
/// Manual: `gnutls_x509_privkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_verify_params(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe { get_x509_privkey(key)? }.verify_params())
}

/// Does nothing to a private key but check that there is one.
///
/// In GnuTLS it computes the derived numbers of an RSA key anew. Here they are computed or checked on
/// import, and always there.
///
/// - `key`: the key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty
///
/// Manual: `gnutls_x509_privkey_fix`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_fix(key: gnutls_x509_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe { get_x509_privkey(key) }.map(|_| ()))
}

/// Returns the restrictions of a private key to RSA-PSS or RSA-OAEP.
///
/// - `key`: the key
/// - `spki`: an object from `gnutls_x509_spki_init`, which takes them
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the key has none, or is of another kind than RSA; `spki`
///   is not changed
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or `spki` is NULL
///
/// RFC 4055. Manual: `gnutls_x509_privkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_get_spki(
    key: gnutls_x509_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(get_x509_privkey(key)?.public(), spki) })
}

/// Restricts an RSA key to RSA-PSS or RSA-OAEP.
///
/// The key is of the kind `GNUTLS_PK_RSA_PSS` or `GNUTLS_PK_RSA_OAEP` from then on. On failure it stays
/// as it was.
///
/// - `key`: the key
/// - `spki`: the restrictions, set with `gnutls_x509_spki_set_rsa_pss_params` or
///   `gnutls_x509_spki_set_rsa_oaep_params`; they are copied
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`: the modulus has no space for digest and salt
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: RSA-PSS has no such digest here
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or no RSA key, or `spki` is NULL or without
///   restrictions
///
/// RFC 4055. Manual: `gnutls_x509_privkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_privkey_set_spki(
    key: gnutls_x509_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let made = restrict_key(get_x509_privkey(key)?, &spki_restriction(spki)?)?;
        opaque::get_mut(key)?.key = Some(made);
        Ok(())
    })
}
