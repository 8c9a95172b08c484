//! PKCS #12 files.
pub mod bag;

use core::ffi::{c_char, c_int, c_uint, c_void};
use core::ptr;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::{Digest, Format, Mac};
use crate::asn1::pem;
use crate::capi::ffi::memory::{alloc_string, bytes_of, datum_in, write_datum, write_out, write_sized};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crl::new_crl;
use crate::capi::object::crt::write_crt_list;
use crate::capi::object::pkcs12::write_salt;
use crate::capi::object::x509_privkey::X509Privkey;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result};
use crate::pki::cert::Certificate;
use crate::pki::pkcs12::mac::Scheme;
use crate::pki::pkcs12::{LABEL, Pfx, parse};

/// Creates an empty PKCS #12 object.
///
/// It is filled by `gnutls_pkcs12_import`, or bag by bag with `gnutls_pkcs12_set_bag` and then protected with
/// `gnutls_pkcs12_generate_mac2`.
///
/// - `pkcs12`: takes the new object, which is freed with `gnutls_pkcs12_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` is NULL
///
/// Getters only look at an object: any number of threads may call them on one at the same time, as long as it
/// is not changed.
///
/// RFC 7292. Manual: `gnutls_pkcs12_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_init(pkcs12: *mut gnutls_pkcs12_t) -> c_int {
    // SAFETY: `pkcs12` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(pkcs12, Pfx::default()) })
}

/// Frees a PKCS #12 object.
///
/// Bags, keys and certificates that were taken out of it are not affected.
///
/// - `pkcs12`: the object; NULL is ignored
///
/// Manual: `gnutls_pkcs12_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_deinit(pkcs12: gnutls_pkcs12_t) {
    // SAFETY: `pkcs12` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(pkcs12) }));
}

/// Reads a PKCS #12 file from DER or PEM, in the place of what the object held.
///
/// Nothing is decrypted and the MAC is not verified, see `gnutls_pkcs12_verify_mac`. BER is read as well, which
/// some programs write. On failure the object keeps what it had.
///
/// - `pkcs12`: an object from `gnutls_pkcs12_init`
/// - `data`: the bytes, which are copied
/// - `format`: `GNUTLS_X509_FMT_DER`; every other value means PEM, with the label `PKCS12`
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: there is no such PEM
///   block, or it cannot be decoded
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: this is no PKCS #12
/// - `GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE`: the file is signed instead of having a MAC
/// - `GNUTLS_E_MEMORY_ERROR`: there are more than 1024 bags
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` or `data` is NULL
///
/// RFC 7292 section 4. Manual: `gnutls_pkcs12_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_import(
    pkcs12: gnutls_pkcs12_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `pkcs12` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::unit(|| unsafe {
        *opaque::get_mut(pkcs12)? = Pfx::import(datum_in(data)?, Format::from_raw(format))?;
        Ok(())
    })
}

fn exported(pfx: &Pfx, format: gnutls_x509_crt_fmt_t) -> Result<Zeroizing<Vec<u8>>> {
    let der = pfx.to_der()?;
    Ok(if format == GNUTLS_X509_FMT_PEM { Zeroizing::new(pem::encode(LABEL, &der)) } else { der })
}

/// Writes a PKCS #12 file in DER or PEM to a buffer.
///
/// `gnutls_pkcs12_export2` allocates the memory itself.
///
/// - `pkcs12`: the object
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `PKCS12`; every other value means DER
/// - `output_data`: takes the bytes, of PEM with a NUL behind them; NULL to ask for the length
/// - `output_data_size`: in: the capacity of `output_data` in bytes; out: the length without a NUL, or
///   the capacity needed after `GNUTLS_E_SHORT_MEMORY_BUFFER`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `output_data` is NULL or too small
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` or `output_data_size` is NULL
///
/// RFC 7292 section 4. Manual: `gnutls_pkcs12_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_export(
    pkcs12: gnutls_pkcs12_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: `pkcs12` is NULL or a live handle; `output_data` is NULL or has as much space as its size says;
    // `output_data_size` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let bytes = exported(opaque::get(pkcs12)?, format)?;
        write_sized(&bytes, output_data, output_data_size, format == GNUTLS_X509_FMT_PEM)
    })
}

/// Writes a PKCS #12 file in DER or PEM to fresh memory.
///
/// - `pkcs12`: the object
/// - `format`: `GNUTLS_X509_FMT_PEM` for a block labelled `PKCS12`; every other value means DER
/// - `out`: takes the bytes, with a NUL behind them that `size` does not count; its `data` is freed
///   with `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` or `out` is NULL
///
/// Since 3.1.3. RFC 7292 section 4. Manual: `gnutls_pkcs12_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_export2(
    pkcs12: gnutls_pkcs12_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `pkcs12` is NULL or a live handle; `out` is NULL or valid for a write.
    guard::unit(|| unsafe { write_datum(&exported(opaque::get(pkcs12)?, format)?, out) })
}

/// Takes a bag out of a PKCS #12 object.
///
/// The bag is copied. An encrypted one has one element of the type `GNUTLS_BAG_ENCRYPTED` until
/// `gnutls_pkcs12_bag_decrypt`. On failure `bag` keeps what it had.
///
/// - `pkcs12`: the object
/// - `indx`: the index of the bag, from 0
/// - `bag`: a bag from `gnutls_pkcs12_bag_init`, whose content is replaced
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no bag of this index
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bag cannot be read
/// - `GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE`: the bag is encrypted for a public key
/// - `GNUTLS_E_MEMORY_ERROR`: the bag has more than 1024 elements
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` or `bag` is NULL
///
/// RFC 7292 section 4.1. Manual: `gnutls_pkcs12_get_bag`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_get_bag(
    pkcs12: gnutls_pkcs12_t,
    indx: c_int,
    bag: gnutls_pkcs12_bag_t,
) -> c_int {
    // SAFETY: `pkcs12` and `bag` are NULL or live handles.
    guard::unit(|| unsafe {
        let taken = opaque::get(pkcs12)?.bag(indx.try_into().unwrap_or(usize::MAX))?;
        *opaque::get_mut(bag)? = taken;
        Ok(())
    })
}

/// Adds a bag to a PKCS #12 object.
///
/// The bag is copied. Elements of a type that has no form in a file are left out. A MAC that the object had no
/// longer fits: make it last.
///
/// - `pkcs12`: the object
/// - `bag`: the bag, encrypted or not
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MEMORY_ERROR`: there are 1024 bags already
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` or `bag` is NULL
///
/// RFC 7292 section 4.1. Manual: `gnutls_pkcs12_set_bag`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_set_bag(pkcs12: gnutls_pkcs12_t, bag: gnutls_pkcs12_bag_t) -> c_int {
    // SAFETY: `pkcs12` and `bag` are NULL or live handles.
    guard::unit(|| unsafe { opaque::get_mut(pkcs12)?.add(opaque::get(bag)?) })
}

/// Protects a PKCS #12 object with a MAC of SHA-256.
///
/// It is `gnutls_pkcs12_generate_mac3` with that digest and no flags.
///
/// - `pkcs12`: the object, which has all its bags
/// - `pass`: the password, in UTF-8 and NUL-terminated; NULL is not the same as an empty one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the password is not UTF-8
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` is NULL
///
/// RFC 7292 section 5.1. Manual: `gnutls_pkcs12_generate_mac`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_generate_mac(pkcs12: gnutls_pkcs12_t, pass: *const c_char) -> c_int {
    // SAFETY: `pkcs12` is NULL or a live handle; `pass` is NULL or a C string.
    guard::unit(|| unsafe { protect(pkcs12, GNUTLS_MAC_SHA256, pass, 0) })
}

/// Protects a PKCS #12 object with a MAC.
///
/// It is `gnutls_pkcs12_generate_mac3` without flags.
///
/// - `pkcs12`: the object, which has all its bags
/// - `mac`: the MAC: SHA-1, SHA-2 or one of GOST
/// - `pass`: the password, in UTF-8 and NUL-terminated; NULL is not the same as an empty one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: PKCS #12 does not use this MAC
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the password is not UTF-8
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` is NULL, or the MAC is unknown
///
/// RFC 7292 section 5.1. Manual: `gnutls_pkcs12_generate_mac2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_generate_mac2(
    pkcs12: gnutls_pkcs12_t,
    mac: gnutls_mac_algorithm_t,
    pass: *const c_char,
) -> c_int {
    // SAFETY: `pkcs12` is NULL or a live handle; `pass` is NULL or a C string.
    guard::unit(|| unsafe { protect(pkcs12, mac, pass, 0) })
}

/// Protects a PKCS #12 object with a MAC, in the place of one that it had.
///
/// The key is derived from the password with a fresh salt and 600000 iterations: it takes time. With
/// `GNUTLS_PKCS12_USE_PBMAC1` that is PBKDF2 with SHA-256, which few programs read yet, otherwise the function
/// of PKCS #12, and for GOST PBKDF2.
///
/// - `pkcs12`: the object, which has all its bags
/// - `mac`: the MAC: SHA-1, SHA-2, or without PBMAC1 one of GOST
/// - `pass`: the password, in UTF-8 and NUL-terminated; NULL is not the same as an empty one, except with
///   PBMAC1 and GOST
/// - `flags`: 0 or `GNUTLS_PKCS12_USE_PBMAC1`; other bits do not count
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: PKCS #12 does not use this MAC
/// - `GNUTLS_E_INVALID_UTF8_STRING`: the password is not UTF-8
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` is NULL, the MAC is unknown, or there is no PBMAC1 with it
///
/// Since 3.8.8. RFC 7292 section 5.1, RFC 9579. Manual: `gnutls_pkcs12_generate_mac3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_generate_mac3(
    pkcs12: gnutls_pkcs12_t,
    mac: gnutls_mac_algorithm_t,
    pass: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkcs12` is NULL or a live handle; `pass` is NULL or a C string.
    guard::unit(|| unsafe { protect(pkcs12, mac, pass, flags) })
}

/// Makes a MAC.
///
/// # Safety
/// `pkcs12` is NULL or a live handle; `pass` is NULL or a C string.
unsafe fn protect(
    pkcs12: gnutls_pkcs12_t,
    mac: gnutls_mac_algorithm_t,
    pass: *const c_char,
    flags: c_uint,
) -> Result<()> {
    // SAFETY: `pkcs12` is NULL or a live handle; `pass` is NULL or a C string.
    let (pfx, password) = unsafe { (opaque::get_mut(pkcs12)?, bytes_of(pass)) };
    Mac::from_raw(mac).ok_or(INVALID_REQUEST)?;
    let digest = Digest::from_raw(mac).ok_or(Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE))?;
    let scheme = match flags & GNUTLS_PKCS12_USE_PBMAC1 {
        0 => Scheme::Pkcs12(digest),
        _ => Scheme::Pbmac1(digest),
    };
    pfx.protect(scheme, password)
}

/// Verifies the MAC of a PKCS #12 object.
///
/// That shows that the password is right and the file was not changed. The work is what the file asks for, up
/// to half a second; a file that asks for more is refused.
///
/// - `pkcs12`: the object
/// - `pass`: the password, in UTF-8 and NUL-terminated. NULL is not the same as an empty one: there are files
///   of either kind
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_MAC_VERIFY_FAILED`: the password is wrong, or the file was changed
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: there is no MAC
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`, `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a MAC that is not supported
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the parameters of
///   PBMAC1 cannot be read
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: iterations or salt are beyond what is worked with
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs12` is NULL
///
/// RFC 7292 section 5.1, RFC 9579. Manual: `gnutls_pkcs12_verify_mac`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_verify_mac(pkcs12: gnutls_pkcs12_t, pass: *const c_char) -> c_int {
    // SAFETY: `pkcs12` is NULL or a live handle; `pass` is NULL or a C string.
    guard::unit(|| unsafe { opaque::get(pkcs12)?.verify_mac(bytes_of(pass)) })
}

/// Tells how the MAC of a PKCS #12 object is made, without verifying it.
///
/// - `pkcs12`: the object
/// - `mac`: takes the MAC, a value of `gnutls_mac_algorithm_t`; `GNUTLS_MAC_PBMAC1` whatever it uses. May be
///   NULL
/// - `salt`: takes the salt; with NULL its length alone is written, which is a success
/// - `salt_size`: in: the capacity of `salt` in bytes; out: the length of the salt. NULL if the salt is
///   not wanted
/// - `iter_count`: takes the number of iterations; may be NULL
/// - `oid`: takes the dotted identifier of the digest, also where that is not supported, or NULL; it is
///   freed with `gnutls_free`. May be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: there is no MAC, or `pkcs12` is NULL
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: the digest is not known; only `oid` is set
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `salt` is too small
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the number of iterations is 0 or beyond 32 bits
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the parameters of
///   PBMAC1 cannot be read
///
/// Since 3.4.0. RFC 7292 section 4. Manual: `gnutls_pkcs12_mac_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_mac_info(
    pkcs12: gnutls_pkcs12_t,
    mac: *mut c_uint,
    salt: *mut c_void,
    salt_size: *mut c_uint,
    iter_count: *mut c_uint,
    oid: *mut *mut c_char,
) -> c_int {
    // SAFETY: `pkcs12` is NULL or a live handle; `salt` is NULL or has as much space as its size says; `mac`,
    // `salt_size`, `iter_count` and `oid` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_out(oid, ptr::null_mut());
        let pfx = opaque::get(pkcs12)?;
        if !pfx.has_mac() {
            return Err(INVALID_REQUEST);
        }
        let found = pfx.mac()?;
        let info = found.info();
        if let Ok(info) = &info {
            write_out(mac, info.digest.map_or(GNUTLS_MAC_PBMAC1, Digest::raw));
            write_out(iter_count, info.iterations);
            write_salt(info.salt, salt, salt_size)?;
        }
        if let (Some(name), false) = (found.oid(), oid.is_null()) {
            oid.write(alloc_string(name.as_bytes())?);
        }
        info.map(|_| ())
    })
}

/// Reads a private key, its certificates and a revocation list from a PKCS #12 object.
///
/// Everything that is encrypted must have the same password. The MAC is not verified: call
/// `gnutls_pkcs12_verify_mac` before. Of several keys and revocation lists the first is taken. The certificate
/// of the key is the one with its public key, or if there is none, the one with the same key identifier; its
/// issuers follow it as far as they are in the file.
///
/// - `p12`: the object
/// - `password`: the password, in UTF-8 and NUL-terminated; NULL if nothing is encrypted
/// - `key`: takes the key, which is freed with `gnutls_x509_privkey_deinit`; NULL after a failure
/// - `chain`: takes an array of certificates, of which each is freed with `gnutls_x509_crt_deinit` and the
///   array with `gnutls_free`; may be NULL
/// - `chain_len`: takes the number of its elements; NULL only with `chain`
/// - `extra_certs`: takes an array of the other certificates, or NULL if there are none; may be NULL
/// - `extra_certs_len`: takes the number of its elements; NULL only with `extra_certs`
/// - `crl`: takes the revocation list, which is freed with `gnutls_x509_crl_deinit`, or NULL; may be NULL
/// - `flags`: 0, or `GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED` for a self-signed authority in the chain, which
///   otherwise is among the other certificates
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code, after which only `key` and `crl` are set, to NULL:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no key, or no certificate of it while `chain` is asked
///   for
/// - `GNUTLS_E_DECRYPTION_FAILED`: a password is needed, and missing or wrong
/// - `GNUTLS_E_UNKNOWN_CIPHER_TYPE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`: an encryption that is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: the derivations of the keys are beyond what is worked with: half a second
///   for one and eight for all
/// - `GNUTLS_E_MEMORY_ERROR`: there are more than 1024 certificates
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the object is empty
/// - codes of `gnutls_pkcs12_get_bag`, `gnutls_x509_privkey_import_pkcs8`, `gnutls_x509_crt_import` and
///   `gnutls_x509_crl_import`
/// - `GNUTLS_E_INVALID_REQUEST`: `p12` or `key` is NULL, or one pointer of a pair
///
/// Since 3.1.0. RFC 7292. Manual: `gnutls_pkcs12_simple_parse`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_simple_parse(
    p12: gnutls_pkcs12_t,
    password: *const c_char,
    key: *mut gnutls_x509_privkey_t,
    chain: *mut *mut gnutls_x509_crt_t,
    chain_len: *mut c_uint,
    extra_certs: *mut *mut gnutls_x509_crt_t,
    extra_certs_len: *mut c_uint,
    crl: *mut gnutls_x509_crl_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `p12` is NULL or a live handle; `password` is NULL or a C string; the others are NULL or valid for
    // writes.
    guard::unit(|| unsafe {
        write_out(key, ptr::null_mut());
        write_out(crl, ptr::null_mut());
        let pfx = opaque::get(p12)?;
        if key.is_null()
            || chain.is_null() != chain_len.is_null()
            || extra_certs.is_null() != extra_certs_len.is_null()
        {
            return Err(INVALID_REQUEST);
        }
        let with_root = flags & GNUTLS_PKCS12_SP_INCLUDE_SELF_SIGNED != 0;
        let found = parse::parse(pfx, bytes_of(password), with_root)?;
        if found.chain.is_empty() && !chain.is_null() {
            return Err(DATA_NOT_AVAILABLE);
        }
        write_list(&found.extra, extra_certs, extra_certs_len)?;
        write_list(&found.chain, chain, chain_len)?;
        write_out(key, opaque::new(X509Privkey { key: Some(found.key), ..Default::default() }));
        if let Some(list) = found.crl {
            write_out(crl, new_crl(list));
        }
        Ok(())
    })
}

/// Writes certificates as an array, or as NULL if there are none.
///
/// # Safety
/// `certs` and `size` are both NULL, or valid for writes.
unsafe fn write_list(
    list: &[Certificate],
    certs: *mut *mut gnutls_x509_crt_t,
    size: *mut c_uint,
) -> Result<()> {
    if certs.is_null() || size.is_null() {
        return Ok(());
    }
    // SAFETY: `certs` and `size` are not NULL, and so valid for writes.
    unsafe {
        if list.is_empty() {
            certs.write(ptr::null_mut());
            size.write(0);
            return Ok(());
        }
        write_crt_list(list, certs, size)
    }
}
