//! Abstract private keys.
pub mod ext;
pub mod raw;
pub mod sign;

use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::Format;
use crate::capi::ffi::memory::{bytes_of, datum_in, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::key_generation::{generate_key, verify_seed, write_seed};
use crate::capi::object::pin::Pin;
use crate::capi::object::privkey::{
    Privkey, PrivkeyKind, PrivkeyObject, free_privkey, get_privkey, replace_software,
};
use crate::capi::object::spki::{restrict_key, spki_restriction, write_spki};
use crate::capi::object::url::import_key_url;
use crate::capi::object::x509_privkey::{X509Privkey, get_x509_privkey};
use crate::error::INVALID_REQUEST;

/// Creates an empty abstract private key.
///
/// One of the import functions or `gnutls_privkey_generate` fills it. `gnutls_privkey_deinit` frees it,
/// unless its ownership passes on (`gnutls_certificate_set_key`).
///
/// - `key`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 2.12.0. Manual: `gnutls_privkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_init(key: *mut gnutls_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(key, PrivkeyObject::default()) })
}

/// Frees a private key, and wipes it.
///
/// The deinit function of a key of `gnutls_privkey_import_ext2` and its successors is called first, and
/// may still look at the object; X.509 keys that were imported with
/// `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE` are freed after it. Credentials that borrow the key
/// (`gnutls_certificate_set_retrieve_function2`) may not use it any more.
///
/// - `key`: the object of `gnutls_privkey_init`; NULL is ignored
///
/// Since 2.12.0. Manual: `gnutls_privkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_deinit(key: gnutls_privkey_t) {
    // SAFETY: `key` is NULL or a live handle that is not used afterwards.
    guard::or((), || unsafe { free_privkey(key) });
}

/// Sets an abstract key to the key in an X.509 object.
///
/// The key is taken as it is at the time of the call: a later change of the X.509 object does not show
/// here. An object that held another key takes the new one in its place; on failure it keeps what it
/// held.
///
/// - `pkey`: the object to fill
/// - `key`: the X.509 private key
/// - `flags`: 0 or `GNUTLS_PRIVKEY_IMPORT_COPY`: the caller frees `key` itself.
///   `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE`: `key` is freed together with `pkey`, and the caller does not
///   free it
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, `key` is empty, or `pkey` has a key behind
///   callbacks
///
/// Since 2.12.0. Manual: `gnutls_privkey_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509(
    pkey: gnutls_privkey_t,
    key: gnutls_x509_privkey_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkey` and `key` are NULL or live handles.
    guard::unit(|| unsafe {
        let own = get_x509_privkey(key)?.clone();
        replace_software(pkey, own)?;
        let released = &mut opaque::get_mut(pkey)?.released;
        let ours = flags & GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE != 0 && flags & GNUTLS_PRIVKEY_IMPORT_COPY == 0;
        if ours && !released.contains(&key) {
            released.push(key);
        }
        Ok(())
    })
}

/// Reads a private key in any form: PKCS #8, encrypted or not, PKCS #1, SEC 1, the DSA form, the
/// encrypted PEM of OpenSSL, and PKCS #12.
///
/// Of a PKCS #12 file the first key is read, without a look at its MAC. For other forms without a password
/// an encrypted key is asked for with the callback of `gnutls_privkey_set_pin_function`, once. An object that
/// held another key takes the new one in its place; on failure it keeps what it held.
///
/// - `pkey`: the object to fill
/// - `data`: the key; copied
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `password`: the password of an encrypted key: UTF-8, NUL-terminated, copied; NULL for none
/// - `flags`: `gnutls_pkcs_encrypt_flags_t`: 0, `GNUTLS_PKCS_PLAIN` (the key is not encrypted) or
///   `GNUTLS_PKCS_NULL_PASSWORD` (encrypted without a password)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`, `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`,
///   `GNUTLS_E_BASE64_DECODING_ERROR`: the PEM text has no private key, or its block does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the key cannot be read; the latter stands
///   for every fault of a key in DER
/// - `GNUTLS_E_DECRYPTION_FAILED`: the key is encrypted, and the password is missing or wrong
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`, `GNUTLS_E_UNKNOWN_CIPHER_TYPE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key or an encryption of a kind that is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the key derivation of the encryption is out of bounds
/// - `GNUTLS_E_PK_INVALID_PRIVKEY`: the numbers are no key
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the object has a key behind callbacks
///
/// Since 3.1.0. RFC 5958, RFC 8017 appendix A.1, RFC 5915. Manual: `gnutls_privkey_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509_raw(
    pkey: gnutls_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle; `data` is NULL or a valid datum; `password` is NULL or a C string.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_in(data)?, bytes_of(password));
        let pin = opaque::get(pkey)?.pin;
        let key = pin.import(bytes, Format::from_raw(format), password, flags)?;
        replace_software(pkey, key)
    })
}

/// Makes a fresh private key.
///
/// An elliptic curve is named by `GNUTLS_CURVE_TO_BITS`, or chosen by its bits; the kinds with one
/// curve and the ML kinds have their size. `gnutls_sec_param_to_pk_bits` gives bits for a level of
/// security. An object that held another key takes the new one in its place; on failure it keeps what
/// it held.
///
/// - `pkey`: the object to fill
/// - `algo`: the kind of key, as `GNUTLS_PK_RSA`, `GNUTLS_PK_ECDSA`, `GNUTLS_PK_EDDSA_ED25519`,
///   `GNUTLS_PK_MLDSA65`; Diffie-Hellman needs `gnutls_privkey_generate2`
/// - `bits`: the bits of the modulus, or a curve; not looked at for ML-DSA and ML-KEM
/// - `flags`: 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key that is made from a seed (FIPS
///   186-4)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_GENERATION_ERROR`: there is no key of these bits
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the object has a key behind callbacks, or such
///   keys are not made of `algo`, `bits` and `flags`
///
/// Since 3.3.0. Manual: `gnutls_privkey_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle.
    guard::unit(|| unsafe {
        let made = generate_key(algo, bits, flags, core::ptr::null(), 0)?;
        replace_software(pkey, made)
    })
}

/// Copies an abstract key into a new X.509 private key object.
///
/// The caller frees it with `gnutls_x509_privkey_deinit`. Flags and the PIN callback do not come along.
///
/// - `pkey`: the private key
/// - `key`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `pkey` is empty or behind callbacks
///
/// Since 3.4.0. Manual: `gnutls_privkey_export_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_x509(
    pkey: gnutls_privkey_t,
    key: *mut gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle; `key` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let own = get_privkey(pkey)?.need_own()?.clone().with_curve_within();
        opaque::give(key, X509Privkey { key: Some(own), ..Default::default() })
    })
}

/// Returns the algorithm of a private key, and its bits.
///
/// Bits are those of the modulus, or eight for each byte of a coordinate. A key behind callbacks has
/// the bits that its info function tells, 0 without an answer.
///
/// - `key`: the private key
/// - `bits`: takes the bits; may be NULL
///
/// Returns a value of `gnutls_pk_algorithm_t`, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty
///
/// Since 2.12.0. Manual: `gnutls_privkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_pk_algorithm(key: gnutls_privkey_t, bits: *mut c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `bits` is NULL or valid for a write.
    guard::code(|| unsafe {
        let k = get_privkey(key)?;
        let pk = k.pk().ok_or(INVALID_REQUEST)?;
        write_out(bits, k.bits());
        Ok(pk.raw() as c_int)
    })
}

/// Returns who holds a private key.
///
/// It says whether operations stay within the library or run the program's functions. Keys of PKCS #11
/// tokens, which would be `GNUTLS_PRIVKEY_PKCS11`, are not supported.
///
/// - `key`: the private key
///
/// Returns `GNUTLS_PRIVKEY_EXT` for a key behind callbacks (`gnutls_privkey_import_ext` and its
/// successors), else `GNUTLS_PRIVKEY_X509`, for an empty object and NULL too.
///
/// Since 2.12.0. Manual: `gnutls_privkey_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_type(key: gnutls_privkey_t) -> gnutls_privkey_type_t {
    // SAFETY: `key` is NULL or a live handle.
    guard::or(GNUTLS_PRIVKEY_X509, || match unsafe { get_privkey(key) } {
        Ok(Privkey { kind: PrivkeyKind::External(_), .. }) => GNUTLS_PRIVKEY_EXT,
        _ => GNUTLS_PRIVKEY_X509,
    })
}

/// Adds flags to a private key, for its later use.
///
/// Flags that were set before stay. Those that change a signature act as if each signing function were
/// given them. `GNUTLS_PRIVKEY_FLAG_EXPORT_COMPAT` has no effect here: it is for X.509 objects
/// (`gnutls_x509_privkey_set_flags`).
///
/// - `key`: the private key; NULL is ignored
/// - `flags`: `gnutls_privkey_flags_t`: `GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE`,
///   `GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH`
///
/// Since 3.5.0. Manual: `gnutls_privkey_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_flags(key: gnutls_privkey_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: `key` is NULL or a live handle.
        if let Ok(h) = unsafe { opaque::get_mut(key) } {
            h.key.flags |= flags;
        }
    });
}

/// Sets the callback that is asked for the password of an encrypted key.
///
/// `gnutls_privkey_import_x509_raw` calls it once for a key that is encrypted and comes without a
/// password. It fills a buffer of `GNUTLS_PKCS11_MAX_PIN_LEN` bytes; after a negative answer the import
/// fails with `GNUTLS_E_DECRYPTION_FAILED`. Set it before the import.
///
/// - `key`: the private key; NULL is ignored
/// - `fn_`: the callback; NULL takes it away
/// - `userdata`: passed to the callback as it is, not looked at and not freed
///
/// Since 3.1.0. Manual: `gnutls_privkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_pin_function(
    key: gnutls_privkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: `key` is NULL or a live handle.
        if let Ok(h) = unsafe { opaque::get_mut(key) } {
            h.pin = Pin { function: fn_, userdata };
        }
    });
}

/// Tells whether a private key can be used.
///
/// Only a key on a token that can be pulled out may be gone: keys in memory and behind callbacks always
/// count as there, and so does an empty object.
///
/// - `key`: the private key
///
/// Returns 1, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 3.1.10. Manual: `gnutls_privkey_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_status(key: gnutls_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::code(|| unsafe { get_privkey(key) }.map(|_| 1))
}

/// Checks that the numbers of a private key belong together.
///
/// Numbers that are no key are refused on import; what is left to tell here is whether the public half
/// that came with the key is its own. Operations use the public half that is made from the private one.
///
/// - `key`: the private key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the public half that came with the key is another key's
/// - `GNUTLS_E_PK_INVALID_PUBKEY`: it is no point of the curve
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or behind callbacks
///
/// Since 3.3.0. Manual: `gnutls_privkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_verify_params(key: gnutls_privkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe { get_privkey(key)?.need_own()?.verify_params() })
}

/// Sets a private key to that behind a URL of a kind that the program registered.
///
/// The program's own function fills the object (`gnutls_register_custom_url`); PKCS #11 tokens, TPMs
/// and the keys of the system are not supported.
///
/// - `key`: the object to fill
/// - `url`: the URL, NUL-terminated
/// - `flags`: passed to the program's function as they are
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a `pkcs11:`, `tpmkey:` or `system:` URL
/// - `GNUTLS_E_INVALID_REQUEST`: `url` is NULL, or of a kind that is not registered or has no keys
/// - a negative code of the program's function
///
/// Since 3.1.0. Manual: `gnutls_privkey_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_url(
    key: gnutls_privkey_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a key of the caller, `url` NULL or a C string.
    guard::unit(|| unsafe { import_key_url(key, url, flags) })
}

/// Makes a fresh private key, with parameters for its generation.
///
/// They say the seed and the digest of a provable key, the group of a Diffie-Hellman key, or what an
/// RSA key is restricted to; those for other kinds of keys are not looked at. Nothing of `data` is
/// kept. An object that held another key takes the new one in its place; on failure it keeps what it
/// held.
///
/// - `pkey`: the object to fill
/// - `algo`: the kind of key, as in `gnutls_privkey_generate`, and `GNUTLS_PK_DH` with a
///   `GNUTLS_KEYGEN_DH` element
/// - `bits`: the bits of the modulus, or a curve by `GNUTLS_CURVE_TO_BITS`
/// - `flags`: 0, or `GNUTLS_PRIVKEY_FLAG_PROVABLE` for an RSA or DSA key made from a seed of at most
///   1024 bytes (fresh without `GNUTLS_KEYGEN_SEED`) with SHA-384
/// - `data`: elements of the types `GNUTLS_KEYGEN_SEED`, `GNUTLS_KEYGEN_DIGEST`, `GNUTLS_KEYGEN_SPKI`,
///   `GNUTLS_KEYGEN_DH`; NULL for none
/// - `data_size`: the number of elements
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_GENERATION_ERROR`: there is no key of these bits, or none from this seed
/// - `GNUTLS_E_ECC_UNSUPPORTED_CURVE`: the curve is not supported
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`, `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`: the restriction is none,
///   or the modulus has no space for its salt
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or the object has a key behind callbacks, an
///   element is missing or is none, or such keys are not made of `algo`, `bits` and `flags`
///
/// Since 3.5.0. FIPS 186-4 appendix B.3.2. Manual: `gnutls_privkey_generate2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate2(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
    data: *const gnutls_keygen_data_st,
    data_size: c_uint,
) -> c_int {
    // SAFETY: `pkey` is NULL or a live handle; `data` is NULL or valid for reads.
    guard::unit(|| unsafe {
        get_privkey(pkey)?;
        replace_software(pkey, generate_key(algo, bits, flags, data, data_size)?)
    })
}

/// Gives the seed that a provable key was made from.
///
/// Keys of `GNUTLS_PRIVKEY_FLAG_PROVABLE` have one, and keys whose PKCS #8 file has it.
///
/// - `privkey`: the private key
/// - `digest`: takes the digest of the generation, `GNUTLS_DIG_SHA384` for keys made here; may be NULL
/// - `seed`: takes the seed; NULL asks for the size
/// - `seed_size`: in: the capacity of `seed` in bytes; out: the length written, or needed after
///   `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is NULL or too small, or the size is NULL
/// - `GNUTLS_E_INVALID_REQUEST`: `privkey` is NULL, empty or behind callbacks, or has no seed
///
/// Since 3.5.0. Manual: `gnutls_privkey_get_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_seed(
    privkey: gnutls_privkey_t,
    digest: *mut gnutls_digest_algorithm_t,
    seed: *mut c_void,
    seed_size: *mut usize,
) -> c_int {
    // SAFETY: `privkey` is NULL or a live handle; `seed` is NULL or has as much space as its size says; `digest` and
    // `seed_size` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_seed(get_privkey(privkey)?.own().ok_or(INVALID_REQUEST)?, digest, seed, seed_size)
    })
}

/// Checks that a private key was made from a seed (FIPS 186-4).
///
/// An RSA key is made again from the seed and compared, which takes as long as the generation; of a DSA
/// key the parameters are.
///
/// - `key`: an RSA or DSA key
/// - `digest`: not looked at: the digest is SHA-384
/// - `seed`: the seed; NULL for the one that the key itself holds
/// - `seed_size`: its length in bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PRIVKEY_VERIFICATION_ERROR`: the seed leads to another key
/// - `GNUTLS_E_PK_GENERATION_ERROR`: no key of these bits is made from such a seed
/// - `GNUTLS_E_PK_NO_VALIDATION_PARAMS`: the seed is empty, or NULL and the key has none
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a key of another kind
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty or behind callbacks
///
/// Since 3.5.0. Manual: `gnutls_privkey_verify_seed`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_verify_seed(
    key: gnutls_privkey_t,
    digest: gnutls_digest_algorithm_t,
    seed: *const c_void,
    seed_size: usize,
) -> c_int {
    let _ = digest;
    // SAFETY: `key` is NULL or a live handle; `seed` is NULL or has as many bytes as its length says.
    guard::unit(|| unsafe { verify_seed(get_privkey(key)?.own().ok_or(INVALID_REQUEST)?, seed, seed_size) })
}

/// Copies what an RSA key is restricted to into an object.
///
/// These are the parameters of RSA-PSS or RSA-OAEP that its algorithm identifier names;
/// `gnutls_x509_spki_get_rsa_pss_params` and `gnutls_x509_spki_get_rsa_oaep_params` read them.
///
/// - `privkey`: the private key
/// - `spki`: the object of `gnutls_x509_spki_init` that takes them
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the key is restricted to nothing, or no RSA key
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `privkey` is empty or behind callbacks
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_privkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_spki(
    privkey: gnutls_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `privkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(get_privkey(privkey)?.own().ok_or(INVALID_REQUEST)?.public(), spki) })
}

/// Restricts an RSA key to RSA-PSS or RSA-OAEP with parameters.
///
/// The key signs or decrypts so alone afterwards, and says so in its algorithm identifier. On failure
/// it stays as it was.
///
/// - `privkey`: an RSA key
/// - `spki`: the parameters, as `gnutls_x509_spki_set_rsa_pss_params` sets them; copied
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_PK_INVALID_PUBKEY_PARAMS`: the modulus has no space for digest and salt
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the digest is none for RSA-PSS
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, `spki` is empty, or the key is empty, behind
///   callbacks or no RSA key
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_privkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_spki(
    privkey: gnutls_privkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `privkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let made =
            restrict_key(get_privkey(privkey)?.own().ok_or(INVALID_REQUEST)?, &spki_restriction(spki)?)?;
        replace_software(privkey, made)
    })
}
