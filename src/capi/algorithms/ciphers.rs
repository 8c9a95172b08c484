//! Ciphers, MACs and digests.
use std::sync::OnceLock;

use super::{c_name, list, number, text};
use crate::abi::*;
use crate::alg::{Cipher, Digest, Mac};
use crate::capi::ffi::guard;

/// Returns the name of a cipher, such as `AES-128-GCM`.
///
/// It is the name that `gnutls_cipher_get_id` and priority strings understand. The string is constant
/// and not to be freed.
///
/// - `algorithm`: a `gnutls_cipher_algorithm_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_cipher_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_name(algorithm: gnutls_cipher_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Cipher::from_raw(algorithm).map(Cipher::c_name)))
}

/// Returns the number of a cipher by its name, such as `AES-128-GCM`.
///
/// Upper and lower case are the same. The names are those of `gnutls_cipher_get_name` for the ciphers
/// of `gnutls_cipher_list`.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_cipher_algorithm_t`, or `GNUTLS_CIPHER_UNKNOWN` (0) if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_cipher_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_id(name: *const c_char) -> gnutls_cipher_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Cipher::LIST, Cipher::name, Cipher::raw) }
    })
}

/// Returns the ciphers that the library knows, as a list of numbers.
///
/// Handshakes use some of them; others are for `gnutls_cipher_init`, `gnutls_aead_cipher_init` and
/// encrypted keys alone. What a session may use is told by `gnutls_priority_cipher_list`. The list is
/// made once, stays for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_cipher_algorithm_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_cipher_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_list() -> *const gnutls_cipher_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Cipher::LIST, Cipher::raw))
}

/// Returns how long the key of a cipher is.
///
/// It is the length that `gnutls_cipher_init` and `gnutls_aead_cipher_init` ask of a key. For ciphers
/// with a second key, as XTS and SIV have, it is that of both.
///
/// - `algorithm`: a `gnutls_cipher_algorithm_t`
///
/// Returns the length in bytes, or 0 for an unknown number and for `GNUTLS_CIPHER_NULL`.
///
/// It may be called from any thread. Manual: `gnutls_cipher_get_key_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_key_size(algorithm: gnutls_cipher_algorithm_t) -> usize {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.key_size()))
}

/// Returns how long a block of a cipher is.
///
/// Texts for a cipher in CBC mode have to be whole blocks, unless padding is asked for. A stream cipher
/// has blocks of one byte.
///
/// - `algorithm`: a `gnutls_cipher_algorithm_t`
///
/// Returns the length in bytes, or 0 for an unknown number.
///
/// It may be called from any thread. Since 2.10.0. Manual: `gnutls_cipher_get_block_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_block_size(algorithm: gnutls_cipher_algorithm_t) -> c_uint {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.block_size() as c_uint))
}

/// Returns how long the IV or nonce of a cipher is.
///
/// Some ciphers take several lengths; then it is the one that TLS uses, for AES-GCM 12 bytes.
///
/// - `algorithm`: a `gnutls_cipher_algorithm_t`
///
/// Returns the length in bytes, or 0 for an unknown number and for a cipher without an IV.
///
/// It may be called from any thread. Since 3.2.0. Manual: `gnutls_cipher_get_iv_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_iv_size(algorithm: gnutls_cipher_algorithm_t) -> c_uint {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.iv_size() as c_uint))
}

/// Returns how long the authentication tag of an AEAD cipher is.
///
/// It is how many bytes an encryption with `gnutls_aead_cipher_encrypt` adds to the text, and the
/// longest tag that the cipher has.
///
/// - `algorithm`: a `gnutls_cipher_algorithm_t`
///
/// Returns the length in bytes, or 0 for an unknown number and for a cipher that does not authenticate.
///
/// It may be called from any thread. Since 3.2.2. Manual: `gnutls_cipher_get_tag_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_tag_size(algorithm: gnutls_cipher_algorithm_t) -> c_uint {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.tag_size() as c_uint))
}

/// Returns the name of a MAC, such as `SHA256`.
///
/// It is the name that `gnutls_mac_get_id` and priority strings understand; an HMAC has that of its
/// hash function. The string is constant and not to be freed.
///
/// - `algorithm`: a `gnutls_mac_algorithm_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_mac_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_name(algorithm: gnutls_mac_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Mac::from_raw(algorithm).map(Mac::c_name)))
}

/// Returns the number of a MAC by its name, such as `SHA256`.
///
/// Upper and lower case are the same. The names are those of `gnutls_mac_get_name` for the MACs of
/// `gnutls_mac_list`; an HMAC has the name of its hash function.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_mac_algorithm_t`, or `GNUTLS_MAC_UNKNOWN` (0) if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_mac_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_id(name: *const c_char) -> gnutls_mac_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Mac::LIST, Mac::name, Mac::raw) }
    })
}

/// Returns the MACs that the library knows, as a list of numbers.
///
/// They are for `gnutls_hmac_init`; what a session may use is told by `gnutls_priority_mac_list`. The
/// list is made once, stays for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_mac_algorithm_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_mac_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_list() -> *const gnutls_mac_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Mac::LIST, Mac::raw))
}

/// Returns how long the key of a MAC is in TLS.
///
/// `gnutls_hmac_init` takes keys of other lengths for HMAC, and keys of this length alone for the other
/// MACs.
///
/// - `algorithm`: a `gnutls_mac_algorithm_t`
///
/// Returns the length in bytes, or 0 for an unknown number and for a MAC without a key, as
/// `GNUTLS_MAC_AEAD`.
///
/// It may be called from any thread. Manual: `gnutls_mac_get_key_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_key_size(algorithm: gnutls_mac_algorithm_t) -> usize {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |x| x.key_size()))
}

/// Returns how long the nonce of a MAC is.
///
/// UMAC and GMAC have one, which `gnutls_hmac_set_nonce` sets and which must not be used twice with a
/// key. HMAC has none.
///
/// - `algorithm`: a `gnutls_mac_algorithm_t`
///
/// Returns the length in bytes, or 0 for an unknown number and for a MAC without a nonce.
///
/// It may be called from any thread. Since 3.2.0. Manual: `gnutls_mac_get_nonce_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_nonce_size(algorithm: gnutls_mac_algorithm_t) -> usize {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |x| x.nonce_size()))
}

/// Returns the number of an HMAC by its object identifier, as PKCS #5 has it.
///
/// The identifier is in dotted decimal form. HMACs with SHA-1, SHA-2 and the hash functions of GOST are
/// known.
///
/// - `oid`: the identifier, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_mac_algorithm_t`, or `GNUTLS_MAC_UNKNOWN` (0) for another identifier.
///
/// It may be called from any thread. Since 3.5.4. RFC 8018 appendix B.1.2. Manual: `gnutls_oid_to_mac`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_mac(oid: *const c_char) -> gnutls_mac_algorithm_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        let mac = match unsafe { text(oid) } {
            Some("1.2.840.113549.2.7") => Mac::Sha1,
            Some("1.2.840.113549.2.8") => Mac::Sha224,
            Some("1.2.840.113549.2.9") => Mac::Sha256,
            Some("1.2.840.113549.2.10") => Mac::Sha384,
            Some("1.2.840.113549.2.11") => Mac::Sha512,
            Some("1.2.643.2.2.10") => Mac::Gostr94,
            Some("1.2.643.7.1.1.4.1") => Mac::Streebog256,
            Some("1.2.643.7.1.1.4.2") => Mac::Streebog512,
            _ => return 0,
        };
        mac.raw()
    })
}

/// Returns the name of a hash function, such as `SHA256`.
///
/// It is the name that `gnutls_digest_get_id` understands. The string is constant and not to be freed.
///
/// - `algorithm`: a `gnutls_digest_algorithm_t`
///
/// Returns the name, or NULL for an unknown number and for a hash function without an object
/// identifier.
///
/// It may be called from any thread. Manual: `gnutls_digest_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_get_name(algorithm: gnutls_digest_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        c_name(Digest::from_raw(algorithm).filter(|d| d.oid().is_some()).map(Digest::c_name))
    })
}

/// Returns the number of a hash function by its name, such as `SHA256`.
///
/// Upper and lower case are the same. The names are those of `gnutls_digest_get_name`; hash functions
/// without an object identifier have none.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` (0) if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_digest_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_get_id(name: *const c_char) -> gnutls_digest_algorithm_t {
    guard::or(0, || {
        fn public(digest: Digest) -> &'static str {
            if digest.oid().is_some() { digest.name() } else { "" }
        }
        // SAFETY: a C string or NULL, as the manual says.
        match unsafe { text(name) } {
            Some("") | None => 0,
            // SAFETY: as above.
            Some(_) => unsafe { number(name, Digest::ALL, public, Digest::raw) },
        }
    })
}

/// Returns the hash functions that the library knows, as a list of numbers.
///
/// They are for `gnutls_hash_init` and for signatures. Weak ones, as MD5, are among them. The list is
/// made once, stays for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_digest_algorithm_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_digest_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_list() -> *const gnutls_digest_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Digest::LIST, Digest::raw))
}

/// Returns the object identifier of a hash function, such as `2.16.840.1.101.3.4.2.1`.
///
/// It is in dotted decimal form, as `gnutls_oid_to_digest` reads it. The string is constant and not to
/// be freed.
///
/// - `algorithm`: a `gnutls_digest_algorithm_t`
///
/// Returns the identifier, or NULL if the number is unknown or has none.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_digest_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_get_oid(algorithm: gnutls_digest_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Digest::from_raw(algorithm).and_then(Digest::c_oid)))
}

/// Returns the number of a hash function by its object identifier.
///
/// The identifier is in dotted decimal form, as `gnutls_digest_get_oid` gives it. It is that of the
/// hash function, not of a signature with it.
///
/// - `oid`: the identifier, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` (0) for another identifier.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_oid_to_digest`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_digest(oid: *const c_char) -> gnutls_digest_algorithm_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        unsafe { text(oid) }.and_then(Digest::from_oid).map_or(0, Digest::raw)
    })
}
