//! Abstract public keys.
pub mod raw;
pub mod verify;

use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use crate::abi::*;
use crate::alg::flags::KeyUsage;
use crate::alg::{Format, Pk, PrintFormat};
use crate::asn1::{oid, pem};
use crate::capi::ffi::memory::{bytes_of, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crq::get_crq;
use crate::capi::object::crt::get_crt;
use crate::capi::object::privkey::get_privkey;
use crate::capi::object::pubkey::{
    Pubkey, get_pubkey, hash_is_fixed, key_usage_of, preferred_hash, read_certificate, set_pubkey,
    unknown_kind, write_key_id,
};
use crate::capi::object::spki::{spki_restriction, write_spki};
use crate::capi::object::url::{callback_result, registered_scheme, url_error};
use crate::crypto::keys::PublicKey;
use crate::error::{INVALID_REQUEST, err};
use crate::pki::cert::build::extension;
use crate::pki::cert::canonical_spki;
use crate::pki::{ext, text};

/// Creates an empty abstract public key.
///
/// One of the import functions fills it; `gnutls_pubkey_deinit` frees it, unless its ownership passes
/// on (`gnutls_pcert_import_rawpk`).
///
/// - `key`: takes the new object
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 2.12.0. Manual: `gnutls_pubkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_init(key: *mut gnutls_pubkey_t) -> c_int {
    // SAFETY: `key` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(key, Pubkey::default()) })
}

/// Frees an abstract public key.
///
/// A key that belongs to a `gnutls_pcert_st` is freed by `gnutls_pcert_deinit` instead.
///
/// - `key`: the object of `gnutls_pubkey_init`; NULL is ignored
///
/// Since 2.12.0. Manual: `gnutls_pubkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_deinit(key: gnutls_pubkey_t) {
    // SAFETY: `key` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(key) }));
}

/// Sets a public key to that of a certificate, with the key usage that the certificate states.
///
/// The key is copied: the certificate may be freed. A key usage that cannot be read counts as none.
/// Whatever the object held before is replaced, its key usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `crt`: the certificate
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 2.12.0. RFC 5280 section 4.1.2.7. Manual: `gnutls_pubkey_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509(
    key: gnutls_pubkey_t,
    crt: gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `crt` are NULL or live handles.
    guard::unit(|| unsafe {
        let c = get_crt(crt)?;
        set_pubkey(key, c.public_key().map_err(unknown_kind)?, key_usage_of(c))
    })
}

/// Reads a certificate and sets a public key to that in it, with the key usage that the certificate
/// states.
///
/// Of a PEM text the first certificate counts. A key usage that cannot be read counts as none. Whatever
/// the object held before is replaced, its key usage too; on failure it stays as it was.
///
/// - `pkey`: the object to fill
/// - `data`: the certificate; copied
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no
///   certificate, or one that does not decode
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_X509_CERTIFICATE_ERROR`, or
///   another code of `gnutls_x509_crt_import`: a certificate cannot be read
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.1.3. Manual: `gnutls_pubkey_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509_raw(
    pkey: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `pkey` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let c = read_certificate(datum_in(data)?, format)?;
        set_pubkey(pkey, c.public_key().map_err(unknown_kind)?, key_usage_of(&c))
    })
}

/// Reads a public key in the form of a SubjectPublicKeyInfo.
///
/// The object has no key usage afterwards. Whatever the object held before is replaced, its key usage
/// too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `data`: the key in DER, or in PEM with the label `PUBLIC KEY`; copied
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: the text has no such
///   block, or one that does not decode
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 2.12.0. RFC 5280 section 4.1.2.7, RFC 7468 section 13. Manual: `gnutls_pubkey_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import(
    key: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let bytes = datum_in(data)?;
        let der = match Format::from_raw(format) {
            Format::Der => bytes.to_vec(),
            Format::Pem => pem::decode(Some("PUBLIC KEY"), bytes)?,
        };
        set_pubkey(key, PublicKey::from_spki(&der).map_err(unknown_kind)?, 0)
    })
}

/// Sets a public key to the public half of a private one.
///
/// It is copied: the private key may be freed. Whatever the object held before is replaced, its key
/// usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `pkey`: the private key
/// - `usage`: what the key may be used for, `GNUTLS_KEY_*` combined by or; 0 for anything
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `pkey` is empty or behind callbacks
///
/// Since 2.12.0. Manual: `gnutls_pubkey_import_privkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_privkey(
    key: gnutls_pubkey_t,
    pkey: gnutls_privkey_t,
    usage: c_uint,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `pkey` are NULL or live handles.
    guard::unit(|| unsafe {
        let own = get_privkey(pkey)?.own().ok_or(INVALID_REQUEST)?;
        set_pubkey(key, own.public().clone(), usage)
    })
}

fn exported(key: &PublicKey, format: gnutls_x509_crt_fmt_t) -> Vec<u8> {
    let spki = canonical_spki(key);
    if format != GNUTLS_X509_FMT_DER { pem::encode("PUBLIC KEY", &spki) } else { spki }
}

/// Writes a public key as a SubjectPublicKeyInfo into a buffer.
///
/// To learn the size, call it with NULL as `output_data`. `gnutls_pubkey_export2` allocates the buffer.
///
/// - `key`: the public key
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); PEM
///   has the label `PUBLIC KEY` and ends with a NUL
/// - `output_data`: takes the bytes; NULL asks for the size
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length written without
///   the NUL, or needed, NUL included, after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or the size is NULL
///
/// Since 2.12.0. Manual: `gnutls_pubkey_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export(
    key: gnutls_pubkey_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported(get_pubkey(key)?, format);
        write_sized(&bytes, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
    })
}

/// Writes a public key as a SubjectPublicKeyInfo into new memory.
///
/// The caller frees `out->data` with `gnutls_free`. A NUL that the size does not count follows the
/// bytes.
///
/// - `key`: the public key
/// - `format`: `GNUTLS_X509_FMT_DER`, or `GNUTLS_X509_FMT_PEM` (as which any other number counts); PEM
///   has the label `PUBLIC KEY`
/// - `out`: takes the bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `key` is empty
///
/// Since 3.1.3. RFC 7468 section 13. Manual: `gnutls_pubkey_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export2(
    key: gnutls_pubkey_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(get_pubkey(key)?, format), out) })
}

/// Writes the identifier of a public key: the digest of its SubjectPublicKeyInfo.
///
/// It names the key alone, whichever certificate holds it; `gnutls_x509_crt_get_key_id` gives the same
/// for the certificate's key.
///
/// - `key`: the public key
/// - `flags`: the digest: `GNUTLS_KEYID_USE_SHA1` (0), `GNUTLS_KEYID_USE_SHA256`,
///   `GNUTLS_KEYID_USE_SHA512`, or `GNUTLS_KEYID_USE_BEST_KNOWN`, which is SHA-512
/// - `output_data`: takes the identifier; NULL asks for the size
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length written, or needed
///   after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: the buffer is NULL or too small
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty, or the size is NULL
///
/// Since 2.12.0. Manual: `gnutls_pubkey_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_key_id(
    key: gnutls_pubkey_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_sized(
            &write_key_id(&canonical_spki(get_pubkey(key)?), flags)?,
            output_data.cast(),
            output_data_size,
            false,
        )
    })
}

/// Returns the algorithm of a public key, and its bits.
///
/// Bits are those of the modulus or prime, or eight for each byte of a coordinate, and for ML-DSA and
/// ML-KEM of the encoded key.
///
/// - `key`: the public key
/// - `bits`: takes the bits, 0 of an empty key; may be NULL
///
/// Returns a value of `gnutls_pk_algorithm_t`, 0 for an empty key, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 2.12.0. Manual: `gnutls_pubkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_pk_algorithm(key: gnutls_pubkey_t, bits: *mut c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `bits` is NULL or valid for a write.
    guard::code(|| unsafe {
        let k = opaque::get(key)?.key.as_ref();
        write_out(bits, k.map_or(0, PublicKey::bits));
        Ok(k.map_or(0, |k| k.pk().raw() as c_int))
    })
}

/// Gives what a public key may be used for.
///
/// It is what the certificate or request stated that the key is from, or what
/// `gnutls_pubkey_import_privkey` or `gnutls_pubkey_set_key_usage` was given.
///
/// - `key`: the public key
/// - `usage`: takes `GNUTLS_KEY_*`, combined by or; 0 for anything; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 2.12.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_pubkey_get_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_key_usage(key: gnutls_pubkey_t, usage: *mut c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `usage` is NULL or valid for a write.
    guard::unit(|| unsafe {
        write_out(usage, opaque::get(key)?.usage);
        Ok(())
    })
}

/// Sets what a public key may be used for.
///
/// It shows in `gnutls_pubkey_get_key_usage` and `gnutls_pubkey_print`. Operations with the key do not
/// heed it, and a certificate or request that is built with the key does not get it:
/// `gnutls_x509_crt_set_key_usage` sets that.
///
/// - `key`: the public key
/// - `usage`: `GNUTLS_KEY_*`, combined by or; 0 for anything
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL
///
/// Since 2.12.0. RFC 5280 section 4.2.1.3. Manual: `gnutls_pubkey_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_key_usage(key: gnutls_pubkey_t, usage: c_uint) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| unsafe {
        opaque::get_mut(key)?.usage = usage;
        Ok(())
    })
}

/// Gives the digest that suits a public key, for signatures by its private half.
///
/// Of an elliptic or RSA key it is as strong as the key is. A key that is restricted to RSA-PSS with
/// parameters, a DSA and a GOST key take just this one.
///
/// - `key`: the public key
/// - `hash`: takes the digest; may be NULL
/// - `mand`: takes 1 if no other digest will do, else 0; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INTERNAL_ERROR`: a key for agreement alone (X25519, X448, Diffie-Hellman)
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL or empty
///
/// Since 2.12.0. Manual: `gnutls_pubkey_get_preferred_hash_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_preferred_hash_algorithm(
    key: gnutls_pubkey_t,
    hash: *mut gnutls_digest_algorithm_t,
    mand: *mut c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `hash` and `mand` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let key = get_pubkey(key)?;
        let digest = match key.pk() {
            Pk::EcdhX25519 | Pk::EcdhX448 | Pk::Dh => return err(GNUTLS_E_INTERNAL_ERROR),
            _ => preferred_hash(key),
        };
        write_out(hash, digest.raw());
        write_out(mand, hash_is_fixed(key).into());
        Ok(())
    })
}

/// Checks that a public key is sound.
///
/// A point that is not on its curve is refused on import, so that there is nothing left to find: any
/// key that signs or encrypts passes.
///
/// - `key`: the public key
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `key` is NULL, empty, or of X25519 or X448, which have no parameters
///   to check
///
/// Since 3.3.0. Manual: `gnutls_pubkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_verify_params(key: gnutls_pubkey_t) -> c_int {
    // SAFETY: `key` is NULL or a live handle.
    guard::unit(|| match unsafe { get_pubkey(key)? }.pk() {
        Pk::EcdhX25519 | Pk::EcdhX448 => Err(INVALID_REQUEST),
        _ => Ok(()),
    })
}

/// Describes a public key in a text for people.
///
/// It tells algorithm, bits, numbers, usage and identifiers. The caller frees `out->data` with
/// `gnutls_free`; a NUL that the size does not count ends it. The form of the text is not meant for
/// programs.
///
/// - `pubkey`: the public key
/// - `format`: `gnutls_certificate_print_formats_t`, as `GNUTLS_CRT_PRINT_FULL`
/// - `out`: takes the text, in UTF-8
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, the key is empty, or the format unknown
///
/// Since 3.1.5. Manual: `gnutls_pubkey_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_print(
    pubkey: gnutls_pubkey_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pubkey` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let h = opaque::get(pubkey)?;
        let detail = PrintFormat::from_raw(format).ok_or(INVALID_REQUEST)?;
        write_datum(
            &text::public_key_info(
                h.key.as_ref().ok_or(INVALID_REQUEST)?,
                KeyUsage::from_bits_retain(h.usage),
                detail,
            ),
            out,
        )
    })
}

/// Has no effect: no public key here needs a PIN.
///
/// In GnuTLS the callback serves PKCS #11 tokens and TPMs, which are not supported; kinds of URLs that
/// the program registers ask for themselves.
///
/// - `key`: the public key; NULL is ignored
/// - `fn_`: the callback; not kept
/// - `userdata`: not kept
///
/// Since 3.1.0. Manual: `gnutls_pubkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_pin_function(
    key: gnutls_pubkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    let _ = (fn_, userdata);
    // SAFETY: `key` is NULL or a live handle.
    guard::or((), || unsafe {
        let _ = opaque::get(key);
    })
}

/// Sets a public key to that behind a URL of a kind that the program registered.
///
/// The program's own function fills the object (`gnutls_register_custom_url`); PKCS #11 tokens and TPMs
/// are not supported.
///
/// - `key`: the object to fill
/// - `url`: the URL, NUL-terminated
/// - `flags`: passed to the program's function as they are
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a `pkcs11:` or `tpmkey:` URL
/// - `GNUTLS_E_INVALID_REQUEST`: `url` is NULL, or of a kind that is not registered or has no
///   public keys
/// - a negative code of the program's function
///
/// Since 3.1.0. Manual: `gnutls_pubkey_import_url`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_url(
    key: gnutls_pubkey_t,
    url: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `key` is NULL or a live handle; `url` is NULL or a C string.
    guard::unit(|| unsafe {
        let bytes = bytes_of(url).ok_or(INVALID_REQUEST)?;
        match registered_scheme(bytes) {
            Some(gnutls_custom_url_st { import_pubkey: Some(f), .. }) => callback_result(f(key, url, flags)),
            Some(_) => Err(INVALID_REQUEST),
            None => url_error(bytes, &[b"pkcs11:", b"tpmkey:"]),
        }
    })
}

/// Sets a public key to that of a certificate request, with the key usage that the request asks for.
///
/// The key is copied: the request may be freed. Extensions of the request that cannot be read are an
/// error, where GnuTLS gives a key for every use. Whatever the object held before is replaced, its key
/// usage too; on failure it stays as it was.
///
/// - `key`: the object to fill
/// - `crq`: the request
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNKNOWN_PK_ALGORITHM`, `GNUTLS_E_ECC_UNSUPPORTED_CURVE`,
///   `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: a key, a curve or parameters that are not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_PK_INVALID_PUBKEY`: the key cannot
///   be read, or is none; or the request's extensions cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.1.5. RFC 2986. Manual: `gnutls_pubkey_import_x509_crq`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509_crq(
    key: gnutls_pubkey_t,
    crq: gnutls_x509_crq_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `key` and `crq` are NULL or live handles.
    guard::unit(|| unsafe {
        let q = get_crq(crq)?;
        let extensions = q.extensions()?;
        let usage =
            extension(extensions, oid::KEY_USAGE).map_or(Ok(KeyUsage::empty()), ext::key_usage::read)?.bits();
        let made = Pubkey { key: Some(q.public_key()?), usage };
        *opaque::get_mut(key)? = made;
        Ok(())
    })
}

/// Copies what an RSA key is restricted to into an object.
///
/// These are the parameters of RSA-PSS or RSA-OAEP that its algorithm identifier names;
/// `gnutls_x509_spki_get_rsa_pss_params` and `gnutls_x509_spki_get_rsa_oaep_params` read them.
///
/// - `pubkey`: the public key
/// - `spki`: the object of `gnutls_x509_spki_init` that takes them
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: the key is restricted to nothing, or no RSA key
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, or `pubkey` is empty
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_pubkey_get_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_spki(
    pubkey: gnutls_pubkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `pubkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe { write_spki(get_pubkey(pubkey)?, spki) })
}

/// Restricts an RSA key to RSA-PSS or RSA-OAEP with parameters.
///
/// It verifies or encrypts so alone afterwards, and says so in its algorithm identifier. The key usage
/// stays; on failure the key stays as it was.
///
/// - `pubkey`: an RSA key
/// - `spki`: the parameters, as `gnutls_x509_spki_set_rsa_pss_params` sets them; copied
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the digest is none for RSA-PSS
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL, `spki` is empty, or the key is empty or no RSA key
///
/// Since 3.6.0. RFC 4055. Manual: `gnutls_pubkey_set_spki`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_spki(
    pubkey: gnutls_pubkey_t,
    spki: gnutls_x509_spki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `pubkey` and `spki` are NULL or live handles.
    guard::unit(|| unsafe {
        let made = get_pubkey(pubkey)?.for_use(&spki_restriction(spki)?)?;
        opaque::get_mut(pubkey)?.key = Some(made);
        Ok(())
    })
}
