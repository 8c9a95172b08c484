//! Bags of PKCS #12 files.
use core::ffi::{c_char, c_int, c_uint, c_void};
use core::ptr;
use std::ffi::CString;

use crate::abi::*;
use crate::alg::BagType;
use crate::alg::flags::EncryptFlags;
use crate::capi::ffi::memory::{alloc_string, borrowed_datum, bytes_of, datum_in, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crl::get_crl;
use crate::capi::object::crt::get_crt;
use crate::capi::object::pkcs12::write_salt;
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result, err};
use crate::pki::key_file;
use crate::pki::key_file::pbe;
use crate::pki::pkcs12::bag::{Bag, Element, Sealed};

/// Creates an empty bag.
///
/// It is filled by `gnutls_pkcs12_get_bag`, or element by element with the setters and then added to a file
/// with `gnutls_pkcs12_set_bag`.
///
/// - `bag`: takes the new bag, which is freed with `gnutls_pkcs12_bag_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `bag` is NULL
///
/// RFC 7292 section 4.2. Manual: `gnutls_pkcs12_bag_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_init(bag: *mut gnutls_pkcs12_bag_t) -> c_int {
    // SAFETY: `bag` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(bag, Bag::default()) })
}

/// Frees a bag.
///
/// What it held is wiped. Files that it was added to are not affected.
///
/// - `bag`: the bag; NULL is ignored
///
/// Manual: `gnutls_pkcs12_bag_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_deinit(bag: gnutls_pkcs12_bag_t) {
    // SAFETY: `bag` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(bag) }));
}

/// Returns the number of elements in a bag.
///
/// - `bag`: the bag; an encrypted one has one element
///
/// Returns the number, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `bag` is NULL
///
/// Manual: `gnutls_pkcs12_bag_get_count`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_get_count(bag: gnutls_pkcs12_bag_t) -> c_int {
    // SAFETY: `bag` is NULL or a live handle.
    guard::code(|| Ok(unsafe { opaque::get(bag)? }.elements().len() as c_int))
}

/// Returns what an element of a bag is.
///
/// - `bag`: the bag
/// - `indx`: the index of the element, from 0
///
/// Returns a value of `gnutls_pkcs12_bag_type_t`, `GNUTLS_BAG_UNKNOWN` for what the library has no getter
/// for, or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no element of this index
/// - `GNUTLS_E_INVALID_REQUEST`: `bag` is NULL
///
/// Manual: `gnutls_pkcs12_bag_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_get_type(bag: gnutls_pkcs12_bag_t, indx: c_uint) -> c_int {
    // SAFETY: `bag` is NULL or a live handle.
    guard::code(|| Ok(element(unsafe { opaque::get(bag)? }, indx)?.kind.raw() as c_int))
}

fn element(bag: &Bag, indx: c_uint) -> Result<&Element> {
    bag.elements().get(indx as usize).ok_or(DATA_NOT_AVAILABLE)
}

/// Returns the content of an element of a bag.
///
/// That is a certificate or a revocation list in DER, a PKCS #8 structure, or a secret.
///
/// - `bag`: the bag
/// - `indx`: the index of the element, from 0
/// - `data`: takes the content, which the bag keeps: it is valid until the bag is changed or freed, and must
///   not be changed
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there is no element of this index
/// - `GNUTLS_E_INVALID_REQUEST`: `bag` or `data` is NULL
///
/// Manual: `gnutls_pkcs12_bag_get_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_get_data(
    bag: gnutls_pkcs12_bag_t,
    indx: c_uint,
    data: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `data` is NULL or valid for a write.
    guard::unit(|| unsafe { lend(&element(opaque::get(bag)?, indx)?.data, data) })
}

/// Writes a datum that borrows the bytes, NULL if there are none.
///
/// # Safety
/// `out` is NULL or valid for a write.
unsafe fn lend(bytes: &[u8], out: *mut gnutls_datum_t) -> Result<()> {
    let mut lent = borrowed_datum(bytes);
    if bytes.is_empty() {
        lent.data = ptr::null_mut();
    }
    match out.is_null() {
        true => Err(INVALID_REQUEST),
        false => {
            // SAFETY: not NULL, and so valid for a write.
            unsafe { out.write(lent) };
            Ok(())
        }
    }
}

/// Adds an element to a bag.
///
/// The data is taken as it is. A bag that begins with a key takes nothing else.
///
/// - `bag`: the bag, which is not encrypted
/// - `type_`: what the data is; an element of a type that files do not have is left out of them
/// - `data`: the data, which is copied
///
/// Returns the index of the new element, or a negative error code:
/// - `GNUTLS_E_MEMORY_ERROR`: there are 1024 elements already
/// - `GNUTLS_E_INVALID_REQUEST`: the bag is encrypted or begins with a key, or `bag` or `data` is NULL
///
/// RFC 7292 section 4.2. Manual: `gnutls_pkcs12_bag_set_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_set_data(
    bag: gnutls_pkcs12_bag_t,
    type_: gnutls_pkcs12_bag_type_t,
    data: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `data` is NULL or a valid datum.
    guard::code(|| unsafe { push(bag, BagType::from_raw(type_), datum_in(data)?) })
}

/// Adds an element and returns its index.
///
/// # Safety
/// `bag` is NULL or a live handle.
unsafe fn push(bag: gnutls_pkcs12_bag_t, kind: BagType, data: &[u8]) -> Result<c_int> {
    // SAFETY: `bag` is NULL or a live handle.
    Ok(unsafe { opaque::get_mut(bag)? }.push(Element::new(kind, data))? as c_int)
}

/// Adds a certificate to a bag.
///
/// - `bag`: the bag, which is not encrypted
/// - `crt`: the certificate, which is copied
///
/// Returns the index of the new element, or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the certificate is empty or not signed yet
/// - `GNUTLS_E_MEMORY_ERROR`: there are 1024 elements already
/// - `GNUTLS_E_INVALID_REQUEST`: the bag is encrypted or begins with a key, or `bag` or `crt` is NULL
///
/// RFC 7292 section 4.2.3. Manual: `gnutls_pkcs12_bag_set_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_set_crt(
    bag: gnutls_pkcs12_bag_t,
    crt: gnutls_x509_crt_t,
) -> c_int {
    // SAFETY: `bag` and `crt` are NULL or live handles.
    guard::code(|| unsafe {
        opaque::get(bag)?;
        let crt = get_crt(crt)?;
        if crt.is_unsigned() {
            return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
        }
        push(bag, BagType::CERTIFICATE, crt.der())
    })
}

/// Adds a revocation list to a bag.
///
/// - `bag`: the bag, which is not encrypted
/// - `crl`: the list, which is copied
///
/// Returns the index of the new element, or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`: the list is empty or not signed yet
/// - `GNUTLS_E_MEMORY_ERROR`: there are 1024 elements already
/// - `GNUTLS_E_INVALID_REQUEST`: the bag is encrypted or begins with a key, or `bag` or `crl` is NULL
///
/// RFC 7292 section 4.2.4. Manual: `gnutls_pkcs12_bag_set_crl`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_set_crl(
    bag: gnutls_pkcs12_bag_t,
    crl: gnutls_x509_crl_t,
) -> c_int {
    // SAFETY: `bag` and `crl` are NULL or live handles.
    guard::code(|| unsafe {
        opaque::get(bag)?;
        let crl = get_crl(crl)?;
        if crl.is_unsigned() {
            return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
        }
        push(bag, BagType::CRL, crl.der())
    })
}

/// Adds a private key to a bag.
///
/// With a password it is encrypted as by `gnutls_x509_privkey_export2_pkcs8`; without one, or
/// with `GNUTLS_PKCS_PLAIN`, it is added as it is: encrypt the bag. A bag that begins with a key takes nothing
/// else.
///
/// - `bag`: the bag, which is not encrypted
/// - `privkey`: the key, which is copied
/// - `password`: the password, in UTF-8 and NUL-terminated, or NULL
/// - `flags`: the scheme of the encryption, a value of `gnutls_pkcs_encrypt_flags_t`; 0 for PBES2 with AES-256
///
/// Returns the index of the new element, or a negative error code:
/// - `GNUTLS_E_MEMORY_ERROR`: there are 1024 elements already
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_INVALID_PASSWORD_STRING`: the password cannot be used
/// - `GNUTLS_E_INVALID_REQUEST`: the bag is encrypted or begins with a key, nothing is encrypted with this
///   scheme, the key is empty, or `bag` or `privkey` is NULL
///
/// RFC 7292 section 4.2.2. Manual: `gnutls_pkcs12_bag_set_privkey`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_set_privkey(
    bag: gnutls_pkcs12_bag_t,
    privkey: gnutls_x509_privkey_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `bag` and `privkey` are NULL or live handles; `password` is NULL or a C string.
    guard::code(|| unsafe {
        opaque::get(bag)?;
        let (key, flags) = (get_x509_privkey(privkey)?, EncryptFlags::from_bits_retain(flags));
        match bytes_of(password) {
            Some(password) if !flags.contains(EncryptFlags::PLAIN) => {
                let sealed = key_file::export_encrypted(key, Some(password), flags)?;
                push(bag, BagType::ENCRYPTED_KEY, &sealed)
            }
            _ => push(bag, BagType::KEY, &key_file::export_pkcs8_as(key, flags)?),
        }
    })
}

/// Returns the friendly name of an element of a bag.
///
/// - `bag`: the bag
/// - `indx`: the index of the element, from 0
/// - `name`: takes the name in UTF-8, or NULL if there is none. The bag keeps it: it is valid until the name is
///   replaced or the bag changed or freed
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: there is no element of this index, or `bag` or `name` is NULL
///
/// RFC 7292 section 4.2. Manual: `gnutls_pkcs12_bag_get_friendly_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_get_friendly_name(
    bag: gnutls_pkcs12_bag_t,
    indx: c_uint,
    name: *mut *mut c_char,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `name` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let element = opaque::get_mut(bag)?.element_mut(indx as usize)?;
        if name.is_null() {
            return Err(INVALID_REQUEST);
        }
        name.write(element.name.as_ref().map_or(ptr::null_mut(), |n| n.as_ptr().cast_mut()));
        Ok(())
    })
}

/// Gives an element of a bag a friendly name, which programs show.
///
/// The name that it had is replaced.
///
/// - `bag`: the bag
/// - `indx`: the index of the element, from 0
/// - `name`: the name, NUL-terminated, which is copied: UTF-8, or else Latin-1
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: there is no element of this index, or `bag` or `name` is NULL
///
/// RFC 7292 section 4.2. Manual: `gnutls_pkcs12_bag_set_friendly_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_set_friendly_name(
    bag: gnutls_pkcs12_bag_t,
    indx: c_uint,
    name: *const c_char,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `name` is NULL or a C string.
    guard::unit(|| unsafe {
        let element = opaque::get_mut(bag)?.element_mut(indx as usize)?;
        let name = bytes_of(name).ok_or(INVALID_REQUEST)?;
        element.name = Some(CString::new(name).map_err(|_| INVALID_REQUEST)?);
        Ok(())
    })
}

/// Returns the local key identifier of an element of a bag.
///
/// A key and its certificate have the same one.
///
/// - `bag`: the bag
/// - `indx`: the index of the element, from 0
/// - `id`: takes the identifier, or an empty datum if there is none. The bag keeps it: it is valid until the
///   identifier is replaced or the bag changed or freed
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: there is no element of this index, or `bag` or `id` is NULL
///
/// RFC 7292 section 4.2. Manual: `gnutls_pkcs12_bag_get_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_get_key_id(
    bag: gnutls_pkcs12_bag_t,
    indx: c_uint,
    id: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `id` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let element = opaque::get_mut(bag)?.element_mut(indx as usize)?;
        lend(element.key_id.as_deref().unwrap_or_default(), id)
    })
}

/// Gives an element of a bag a local key identifier.
///
/// A key and its certificate get the same one. The identifier that the element had is replaced.
///
/// - `bag`: the bag
/// - `indx`: the index of the element, from 0
/// - `id`: the identifier, which is copied; any bytes will do
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: there is no element of this index, or `bag` or `id` is NULL
///
/// RFC 7292 section 4.2. Manual: `gnutls_pkcs12_bag_set_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_set_key_id(
    bag: gnutls_pkcs12_bag_t,
    indx: c_uint,
    id: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `id` is NULL or a valid datum.
    guard::unit(|| unsafe {
        opaque::get_mut(bag)?.element_mut(indx as usize)?.key_id = Some(datum_in(id)?.to_vec());
        Ok(())
    })
}

/// Encrypts a bag.
///
/// All its elements become one of the type `GNUTLS_BAG_ENCRYPTED`. The key is derived from the password with a
/// fresh salt and 600000 iterations: it takes time.
///
/// - `bag`: the bag
/// - `pass`: the password, in UTF-8 and NUL-terminated; with the schemes of PKCS #12 NULL is not the same as an
///   empty one
/// - `flags`: the scheme, a value of `gnutls_pkcs_encrypt_flags_t`; 0 or several for PBES2 with AES-256
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_UTF8_STRING`, `GNUTLS_E_INVALID_PASSWORD_STRING`: the password cannot be used
/// - `GNUTLS_E_INVALID_REQUEST`: the bag is encrypted already, `flags` has `GNUTLS_PKCS_PLAIN` or a scheme that
///   nothing is encrypted with, or `bag` is NULL
///
/// RFC 7292 section 4.1, RFC 8018. Manual: `gnutls_pkcs12_bag_encrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_encrypt(
    bag: gnutls_pkcs12_bag_t,
    pass: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `pass` is NULL or a C string.
    guard::unit(|| unsafe {
        opaque::get_mut(bag)?.encrypt(bytes_of(pass), EncryptFlags::from_bits_retain(flags))
    })
}

/// Decrypts a bag.
///
/// Its elements take the place of the encrypted one. On failure it stays as it is. The work is what the file
/// asks for, up to half a second; a file that asks for more is refused.
///
/// - `bag`: the bag
/// - `pass`: the password, in UTF-8 and NUL-terminated; with the schemes of PKCS #12 NULL is not the same as an
///   empty one
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: the password is wrong
/// - `GNUTLS_E_UNKNOWN_CIPHER_TYPE`, `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the
///   encryption is not supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: iterations or salt are beyond what is worked with
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bag cannot be read
/// - `GNUTLS_E_MEMORY_ERROR`: the bag has more than 1024 elements
/// - `GNUTLS_E_INVALID_REQUEST`: the bag is not encrypted, or `bag` is NULL
///
/// RFC 7292 section 4.1, RFC 8018. Manual: `gnutls_pkcs12_bag_decrypt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_decrypt(bag: gnutls_pkcs12_bag_t, pass: *const c_char) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `pass` is NULL or a C string.
    guard::unit(|| unsafe { opaque::get_mut(bag)?.decrypt(bytes_of(pass)) })
}

/// Tells how a bag is encrypted, without opening it.
///
/// `gnutls_pkcs_schema_get_name` has the name of the scheme. For keys that are encrypted themselves there is
/// `gnutls_pkcs8_info`.
///
/// - `bag`: the bag
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
/// - `GNUTLS_E_INVALID_REQUEST`: the bag is not encrypted, or `bag` is NULL
/// - `GNUTLS_E_SHORT_MEMORY_BUFFER`: `salt` is too small
/// - `GNUTLS_E_UNKNOWN_CIPHER_TYPE`: the scheme or cipher is not supported; only `oid` is set
/// - `GNUTLS_E_UNKNOWN_HASH_ALGORITHM`, `GNUTLS_E_ASN1_GENERIC_ERROR`: the derivation of the key is not
///   supported
/// - `GNUTLS_E_ILLEGAL_PARAMETER`: iterations or salt are beyond what is worked with
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bag cannot be read
///
/// Since 3.4.0. RFC 7292 section 4.1, RFC 8018. Manual: `gnutls_pkcs12_bag_enc_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs12_bag_enc_info(
    bag: gnutls_pkcs12_bag_t,
    schema: *mut c_uint,
    cipher: *mut c_uint,
    salt: *mut c_void,
    salt_size: *mut c_uint,
    iter_count: *mut c_uint,
    oid: *mut *mut c_char,
) -> c_int {
    // SAFETY: `bag` is NULL or a live handle; `salt` is NULL or has as much space as its size says; `schema`,
    // `cipher`, `salt_size`, `iter_count` and `oid` are NULL or valid for writes.
    guard::unit(|| unsafe {
        write_out(oid, ptr::null_mut());
        let data = opaque::get(bag)?.encrypted().ok_or(INVALID_REQUEST)?;
        let sealed = Sealed::read(data)?;
        let read = pbe::Encryption::read(sealed.algorithm);
        if let Ok(found) = &read {
            write_out(schema, found.schema.bits());
            write_out(cipher, found.cipher.raw());
            write_out(iter_count, found.iterations);
            write_salt(found.salt, salt, salt_size)?;
        }
        // A scheme that is not supported can still have a name.
        let named = read.as_ref().map_or_else(|e| e.code() == GNUTLS_E_UNKNOWN_CIPHER_TYPE, |_| true);
        if let (true, false, Some(name)) = (named, oid.is_null(), sealed.scheme()) {
            oid.write(alloc_string(name.as_bytes())?);
        }
        read.map(|_| ())
    })
}
