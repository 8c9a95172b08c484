//! Public keys of any kind and certificates with them: `gnutls_pubkey_*`, `gnutls_pcert_*`.
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};

use super::abstract_keys::privkey;
use super::memory::{self, datum_bytes, fill, given_datum, put};
use super::x509_crt_get::{crt, crt_list, give_datum, hash_is_fixed, key_id, new_handle, preferred_hash};
use super::x509_privkey::Pin;
use super::x509_trust::{now, path_of};
use super::{guard, handle, urls};
use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::asn1::pem;
use crate::crypto::keys::{PublicKey, SignOptions};
use crate::error::{Error, Result, err};
use crate::pki::cert::{Certificate, canonical_spki};
use crate::pki::keys::Format;
use crate::pki::path;
use crate::pki::{level, text, trust};

/// What a `gnutls_pubkey_t` points to.
#[derive(Default)]
pub struct Pubkey {
    pub key: Option<PublicKey>,
    pub usage: c_uint,
}

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// The key behind a handle; one without content is `GNUTLS_E_INVALID_REQUEST`.
///
/// # Safety
/// `key` is NULL or a handle of this chapter.
pub unsafe fn pubkey<'a>(key: gnutls_pubkey_t) -> Result<&'a PublicKey> {
    // SAFETY: the caller's promise.
    unsafe { handle::get::<Pubkey, _>(key) }?.key.as_ref().ok_or(INVALID)
}

/// # Safety
/// As [`pubkey`].
pub(super) unsafe fn set(key: gnutls_pubkey_t, value: PublicKey, usage: c_uint) -> Result<()> {
    // SAFETY: the caller's promise.
    *unsafe { handle::get_mut::<Pubkey, _>(key)? } = Pubkey { key: Some(value), usage };
    Ok(())
}

/// What a key is told of that is of no kind known here.
fn unknown_kind(e: Error) -> Error {
    if e.code() == GNUTLS_E_UNKNOWN_PK_ALGORITHM { Error::new(GNUTLS_E_UNIMPLEMENTED_FEATURE) } else { e }
}

/// Creates an empty key. Manual: `gnutls_pubkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_init(key: *mut gnutls_pubkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(key, Pubkey::default()) })
}

/// Frees a key. Manual: `gnutls_pubkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_deinit(key: gnutls_pubkey_t) {
    // SAFETY: the manual's contract.
    guard::or((), || drop(unsafe { handle::take::<Pubkey, _>(key) }));
}

/// The key of a certificate, with its usage. Manual: `gnutls_pubkey_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509(
    key: gnutls_pubkey_t,
    crt: gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let c = self::crt(crt)?;
        set(key, c.public_key().map_err(unknown_kind)?, usage_of(c))
    })
}

/// The key of a certificate in DER or PEM. Manual: `gnutls_pubkey_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_x509_raw(
    pkey: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let c = one_certificate(given_datum(data)?, format)?;
        set(pkey, c.public_key().map_err(unknown_kind)?, usage_of(&c))
    })
}

/// A SubjectPublicKeyInfo in DER or PEM (label `PUBLIC KEY`). Manual: `gnutls_pubkey_import`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import(
    key: gnutls_pubkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let bytes = given_datum(data)?;
        let der = match Format::from_raw(format) {
            Format::Der => bytes.to_vec(),
            Format::Pem => pem::decode(Some("PUBLIC KEY"), bytes)?,
        };
        set(key, PublicKey::from_spki(&der).map_err(unknown_kind)?, 0)
    })
}

/// The public half of a private key. Manual: `gnutls_pubkey_import_privkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_import_privkey(
    key: gnutls_pubkey_t,
    pkey: gnutls_privkey_t,
    usage: c_uint,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = privkey(pkey)?.own().ok_or(INVALID)?;
        set(key, own.public().clone(), usage)
    })
}

fn exported(key: &PublicKey, format: gnutls_x509_crt_fmt_t) -> Vec<u8> {
    let spki = canonical_spki(key);
    if format != GNUTLS_X509_FMT_DER { pem::encode("PUBLIC KEY", &spki) } else { spki }
}

/// The SubjectPublicKeyInfo in DER or PEM. Manual: `gnutls_pubkey_export`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export(
    key: gnutls_pubkey_t,
    format: gnutls_x509_crt_fmt_t,
    output_data: *mut c_void,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let bytes = exported(pubkey(key)?, format);
        fill(&bytes, output_data, output_data_size, format != GNUTLS_X509_FMT_DER)
    })
}

/// The SubjectPublicKeyInfo in DER or PEM; the caller frees it. Manual: `gnutls_pubkey_export2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_export2(
    key: gnutls_pubkey_t,
    format: gnutls_x509_crt_fmt_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&exported(pubkey(key)?, format), out) })
}

/// The key's identifier. Manual: `gnutls_pubkey_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_key_id(
    key: gnutls_pubkey_t,
    flags: c_uint,
    output_data: *mut c_uchar,
    output_data_size: *mut usize,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        fill(&key_id(&canonical_spki(pubkey(key)?), flags)?, output_data.cast(), output_data_size, false)
    })
}

/// The key's algorithm and bits; an empty key has algorithm 0. Manual: `gnutls_pubkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_pk_algorithm(key: gnutls_pubkey_t, bits: *mut c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let k = handle::get::<Pubkey, _>(key)?.key.as_ref();
        put(bits, k.map_or(0, PublicKey::bits));
        Ok(k.map_or(0, |k| k.pk().raw() as c_int))
    })
}

/// What the key may be used for, 0 for anything. Manual: `gnutls_pubkey_get_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_key_usage(key: gnutls_pubkey_t, usage: *mut c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        put(usage, handle::get::<Pubkey, _>(key)?.usage);
        Ok(())
    })
}

/// Says what the key may be used for. Manual: `gnutls_pubkey_set_key_usage`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_set_key_usage(key: gnutls_pubkey_t, usage: c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        handle::get_mut::<Pubkey, _>(key)?.usage = usage;
        Ok(())
    })
}

/// The hash that fits the key, and whether it must be this one. `GNUTLS_E_INTERNAL_ERROR` for a key that does not sign.
/// Manual: `gnutls_pubkey_get_preferred_hash_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_get_preferred_hash_algorithm(
    key: gnutls_pubkey_t,
    hash: *mut gnutls_digest_algorithm_t,
    mand: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let key = pubkey(key)?;
        let digest = match key.pk() {
            Pk::EcdhX25519 | Pk::EcdhX448 | Pk::Dh => return err(GNUTLS_E_INTERNAL_ERROR),
            _ => preferred_hash(key),
        };
        put(hash, digest.raw());
        put(mand, hash_is_fixed(key).into());
        Ok(())
    })
}

/// 0 if the key is sound: one that is not is never imported. `GNUTLS_E_INVALID_REQUEST` for X25519 and X448. Manual: `gnutls_pubkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_verify_params(key: gnutls_pubkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| match unsafe { pubkey(key)? }.pk() {
        Pk::EcdhX25519 | Pk::EcdhX448 => Err(INVALID),
        _ => Ok(()),
    })
}

fn options(flags: c_uint) -> SignOptions {
    let fixed_salt = flags & GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH != 0;
    SignOptions { fixed_salt, ..Default::default() }
}

/// The algorithm of a signature from C, if a signature by it may be trusted.
fn algorithm(key: &PublicKey, algo: gnutls_sign_algorithm_t) -> Result<Sign> {
    let sign = Sign::from_raw(algo).filter(|s| *s != Sign::RsaRaw).ok_or(INVALID)?;
    key.scheme_with(sign, SignOptions::default())?;
    Ok(sign)
}

/// A good signature by a broken algorithm is none, unless the flags allow it.
pub(super) fn judged(sign: Sign, flags: c_uint) -> Result<()> {
    let sha1 = sign.digest() == Some(Digest::Sha1);
    if !sha1 && level::is_broken(sign, flags) { err(GNUTLS_E_INSUFFICIENT_SECURITY) } else { Ok(()) }
}

/// 0 if the signature over the data is good, else `GNUTLS_E_PK_SIG_VERIFY_FAILED`. Manual: `gnutls_pubkey_verify_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_verify_data2(
    pubkey: gnutls_pubkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let key = self::pubkey(pubkey)?;
        let (data, signature) = (given_datum(data)?, given_datum(signature)?);
        if flags & GNUTLS_VERIFY_USE_TLS1_RSA != 0 {
            return Err(INVALID);
        }
        let sign = algorithm(key, algo)?;
        key.verify_with(sign, data, signature, options(flags))?;
        judged(sign, flags)
    })
}

/// As [`gnutls_pubkey_verify_data2`], over a digest; with `GNUTLS_VERIFY_USE_TLS1_RSA` over bytes that RSA padded as they
/// are. A good signature over a digest is 1, as in 3.8.13; over padded bytes 0.
/// `GNUTLS_E_INVALID_REQUEST` for a kind of key that signs messages alone. Manual: `gnutls_pubkey_verify_hash2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_verify_hash2(
    key: gnutls_pubkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    hash: *const gnutls_datum_t,
    signature: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let key = self::pubkey(key)?;
        let (hash, signature) = (given_datum(hash)?, given_datum(signature)?);
        // What signs the message itself has no digest to verify.
        if Sign::of_messages(key.pk()).is_some() {
            return Err(INVALID);
        }
        if flags & GNUTLS_PUBKEY_VERIFY_FLAG_TLS1_RSA != 0 {
            return key.verify_hash(Sign::RsaRaw, hash, signature).map(|()| 0);
        }
        let sign = algorithm(key, algo)?;
        key.verify_hash_with(sign, hash, signature, options(flags))?;
        judged(sign, flags).map(|()| 1)
    })
}

/// Encrypts to an RSA key: PKCS #1 v1.5, or OAEP with a key of that. The caller frees the result.
/// `GNUTLS_E_INVALID_REQUEST` for another kind, `GNUTLS_E_ENCRYPTION_FAILED` for what is too long.
/// Manual: `gnutls_pubkey_encrypt_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_encrypt_data(
    key: gnutls_pubkey_t,
    flags: c_uint,
    plaintext: *const gnutls_datum_t,
    ciphertext: *mut gnutls_datum_t,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let sealed = pubkey(key)?.encrypt(given_datum(plaintext)?)?;
        give_datum(&sealed, ciphertext)
    })
}

/// 0 if the certificate's key made this signature and may make such now: `GNUTLS_E_EXPIRED` or
/// `GNUTLS_E_NOT_YET_ACTIVATED` outside of its time, and the positive `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` where its key
/// usage has no digital signature. A wrong signature is `GNUTLS_E_PK_SIG_VERIFY_FAILED`. Manual: `gnutls_x509_crt_verify_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_verify_data2(
    crt: gnutls_x509_crt_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let cert = self::crt(crt)?;
        let key = cert.public_key()?;
        let (data, signature) = (given_datum(data)?, given_datum(signature)?);
        let sign = algorithm(&key, algo)?;
        key.verify_with(sign, data, signature, options(flags))?;
        judged(sign, flags)?;
        match now() {
            now if now < cert.not_before() => err(GNUTLS_E_NOT_YET_ACTIVATED),
            now if now > cert.not_after() => err(GNUTLS_E_EXPIRED),
            _ if !cert.may(GNUTLS_KEY_DIGITAL_SIGNATURE) => {
                Ok(GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE as c_int)
            }
            _ => Ok(0),
        }
    })
}

/// The key for people to read; the caller frees it. Manual: `gnutls_pubkey_print`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pubkey_print(
    pubkey: gnutls_pubkey_t,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let h = handle::get::<Pubkey, _>(pubkey)?;
        let detail = text::Detail::from_raw(format).ok_or(INVALID)?;
        give_datum(&text::public_key_info(h.key.as_ref().ok_or(INVALID)?, h.usage, detail), out)
    })
}

/// What a certificate's key is for, 0 for anything. One that does not say so readably gives its key all the same, as in
/// GnuTLS: here it is information, and whoever verifies the certificate looks for himself.
fn usage_of(cert: &Certificate) -> u32 {
    match cert.key_usage() {
        Ok(usage) => usage.unwrap_or(0),
        Err(_) => 0,
    }
}

/// One certificate of a text or DER.
fn one_certificate(bytes: &[u8], format: gnutls_x509_crt_fmt_t) -> Result<Certificate> {
    match Format::from_raw(format) {
        Format::Der => Certificate::from_der(bytes),
        Format::Pem => Certificate::from_der(&pem::decode_either(trust::CERTIFICATE_LABELS, bytes)?.1),
    }
}

/// A certificate as C's struct: its DER and a handle of its key.
///
/// # Safety
/// `pcert` is valid for a write.
unsafe fn give_pcert(cert: &Certificate, pcert: *mut gnutls_pcert_st) -> Result<()> {
    let key = Pubkey { key: Some(cert.public_key().map_err(unknown_kind)?), usage: usage_of(cert) };
    let made = gnutls_pcert_st {
        cert: memory::datum(cert.der())?,
        pubkey: Box::into_raw(Box::new(key)).cast(),
        type_: GNUTLS_CRT_X509,
    };
    // SAFETY: the caller's promise.
    unsafe { pcert.write(made) };
    Ok(())
}

/// Certificates as C's structs; none of them on failure.
///
/// # Safety
/// `pcerts` has room for the list.
unsafe fn give_pcerts(list: &[Certificate], pcerts: *mut gnutls_pcert_st) -> Result<()> {
    for (i, c) in list.iter().enumerate() {
        // SAFETY: the caller's promise.
        if let Err(e) = unsafe { give_pcert(c, pcerts.add(i)) } {
            for j in 0..i {
                // SAFETY: filled above.
                unsafe { gnutls_pcert_deinit(pcerts.add(j)) };
            }
            return Err(e);
        }
    }
    Ok(())
}

/// From a certificate. Manual: `gnutls_pcert_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_x509(
    pcert: *mut gnutls_pcert_st,
    crt: gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if pcert.is_null() {
            return Err(INVALID);
        }
        // SAFETY: not NULL; the manual's contract.
        unsafe { give_pcert(self::crt(crt)?, pcert) }
    })
}

/// From several certificates, sorted if asked for. Manual: `gnutls_pcert_import_x509_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_x509_list(
    pcert_list: *mut gnutls_pcert_st,
    crt: *mut gnutls_x509_crt_t,
    ncrt: *mut c_uint,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        if pcert_list.is_null() || ncrt.is_null() {
            return Err(INVALID);
        }
        // SAFETY: not NULL; the manual's contract.
        unsafe {
            let mut list = crt_list(crt, *ncrt as usize)?;
            if flags & GNUTLS_X509_CRT_LIST_SORT != 0 && list.len() > 1 {
                list = path::sort(&list)?;
            }
            give_pcerts(&list, pcert_list)?;
            ncrt.write(list.len() as c_uint);
        }
        Ok(())
    })
}

/// From a certificate in DER or PEM. Manual: `gnutls_pcert_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_import_x509_raw(
    pcert: *mut gnutls_pcert_st,
    cert: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if pcert.is_null() {
            return Err(INVALID);
        }
        // SAFETY: not NULL; the manual's contract.
        unsafe { give_pcert(&one_certificate(given_datum(cert)?, format)?, pcert) }
    })
}

/// From a list in DER or PEM. Manual: `gnutls_pcert_list_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_list_import_x509_raw(
    pcert_list: *mut gnutls_pcert_st,
    pcert_list_size: *mut c_uint,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        let bytes = unsafe { given_datum(data)? };
        let list = trust::read_certificates(bytes, Format::from_raw(format))?;
        // SAFETY: the manual's contract.
        unsafe { give_list(list, pcert_list, pcert_list_size, flags) }
    })
}

/// From a file with a list. Manual: `gnutls_pcert_list_import_x509_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_list_import_x509_file(
    pcert_list: *mut gnutls_pcert_st,
    pcert_list_size: *mut c_uint,
    file: *const c_char,
    format: gnutls_x509_crt_fmt_t,
    pin_fn: gnutls_pin_callback_t,
    pin_fn_userdata: *mut c_void,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: the manual's contract.
        if unsafe { urls::is_registered(file) } {
            let pin = Pin { function: pin_fn, userdata: pin_fn_userdata };
            // SAFETY: the manual's contract.
            return unsafe { give_list(urls::chain(file, pin, flags)?, pcert_list, pcert_list_size, flags) };
        }
        // SAFETY: the manual's contract.
        let path = unsafe { path_of(file)?.ok_or(INVALID)? };
        let list = trust::read_certificates(&trust::read_file(path)?, Format::from_raw(format))?;
        // SAFETY: the manual's contract.
        unsafe { give_list(list, pcert_list, pcert_list_size, flags) }
    })
}

/// # Safety
/// As the manual has it for the pointers of the two list functions.
unsafe fn give_list(
    mut list: Vec<Certificate>,
    pcerts: *mut gnutls_pcert_st,
    size: *mut c_uint,
    flags: c_uint,
) -> Result<()> {
    if pcerts.is_null() || size.is_null() {
        return Err(INVALID);
    }
    if flags & GNUTLS_X509_CRT_LIST_SORT != 0 && list.len() > 1 {
        list = path::sort(&list)?;
    }
    // SAFETY: not NULL; the caller's promise.
    unsafe {
        if list.len() > *size as usize {
            if flags & GNUTLS_X509_CRT_LIST_IMPORT_FAIL_IF_EXCEED != 0 {
                size.write(list.len() as c_uint);
                return err(GNUTLS_E_SHORT_MEMORY_BUFFER);
            }
            list.truncate(*size as usize);
        }
        give_pcerts(&list, pcerts)?;
        size.write(list.len() as c_uint);
    }
    Ok(())
}

/// As an X.509 object, which the caller frees. Manual: `gnutls_pcert_export_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_export_x509(
    pcert: *mut gnutls_pcert_st,
    crt: *mut gnutls_x509_crt_t,
) -> c_int {
    guard::unit(|| {
        if pcert.is_null() || crt.is_null() {
            return Err(INVALID);
        }
        // SAFETY: not NULL; the manual's contract.
        unsafe {
            if (*pcert).type_ != GNUTLS_CRT_X509 {
                return Err(INVALID);
            }
            crt.write(new_handle(Certificate::from_der(datum_bytes(&(*pcert).cert).unwrap_or(b""))?));
        }
        Ok(())
    })
}

/// Frees what the struct points to. Manual: `gnutls_pcert_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pcert_deinit(pcert: *mut gnutls_pcert_st) {
    // SAFETY: `pcert` is NULL or a struct that this library filled.
    guard::or((), || unsafe { free_pcert(pcert) });
}

/// Frees what a certificate struct points to, and clears it.
///
/// # Safety
/// `pcert` is NULL or filled by this library.
pub unsafe fn free_pcert(pcert: *mut gnutls_pcert_st) {
    if pcert.is_null() {
        return;
    }
    // SAFETY: not NULL; the caller's promise.
    unsafe {
        drop(handle::take::<Pubkey, _>((*pcert).pubkey));
        memory::free((*pcert).cert.data.cast());
        (*pcert).pubkey = core::ptr::null_mut();
        (*pcert).cert = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    }
}
