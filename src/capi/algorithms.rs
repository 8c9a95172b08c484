//! Algorithms: numbers, names, object identifiers and properties of algorithms.
use core::ffi::CStr;
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::{
    CertType, Cipher, Curve, Digest, GostParamset, Group, Kx, Mac, Pk, SUITES, Sign, Version, suites, system,
};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, write_out};

/// A name for C; NULL for none.
fn c_name(name: Option<&'static CStr>) -> *const c_char {
    name.map_or(core::ptr::null(), CStr::as_ptr)
}

/// The number of the item that has this name, in any case of letters; 0 for none.
///
/// # Safety
/// `name` is NULL or a C string.
unsafe fn number<T: Copy>(
    name: *const c_char,
    all: &[T],
    name_of: fn(T) -> &'static str,
    raw: fn(T) -> c_uint,
) -> c_uint {
    // SAFETY: `name` is NULL or a C string.
    let name = unsafe { bytes_of(name) }.unwrap_or_default();
    let same = |x: &&T| name_of(**x).as_bytes().eq_ignore_ascii_case(name);
    all.iter().find(same).map_or(0, |x| raw(*x))
}

/// The C string's text, if it is UTF-8.
///
/// # Safety
/// As [`bytes_of`].
unsafe fn text<'a>(s: *const c_char) -> Option<&'a str> {
    // SAFETY: `s` is NULL or a C string.
    unsafe { bytes_of(s) }.and_then(|b| core::str::from_utf8(b).ok())
}

/// A list for C: numbers, then a 0. Made once.
fn list<T: Copy>(once: &'static OnceLock<Vec<c_uint>>, all: &[T], raw: fn(T) -> c_uint) -> *const c_uint {
    list_of(once, all, raw, |_| true)
}

/// As [`list`], of those that the system's configuration has not switched off.
fn list_of<T: Copy>(
    once: &'static OnceLock<Vec<c_uint>>,
    all: &[T],
    raw: fn(T) -> c_uint,
    enabled: fn(T) -> bool,
) -> *const c_uint {
    once.get_or_init(|| all.iter().filter(|x| enabled(**x)).map(|x| raw(*x)).chain([0]).collect()).as_ptr()
}

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

/// Returns the name of a key exchange, such as `ECDHE-RSA`.
///
/// It is the name that `gnutls_kx_get_id` and priority strings understand. The string is constant and
/// not to be freed.
///
/// - `algorithm`: a `gnutls_kx_algorithm_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_kx_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get_name(algorithm: gnutls_kx_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Kx::from_raw(algorithm).map(Kx::c_name)))
}

/// Returns the number of a key exchange by its name, such as `ECDHE-RSA`.
///
/// Upper and lower case are the same. The names are those of `gnutls_kx_get_name` for the exchanges of
/// `gnutls_kx_list`.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_kx_algorithm_t`, or `GNUTLS_KX_UNKNOWN` (0) if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_kx_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get_id(name: *const c_char) -> gnutls_kx_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Kx::LIST, Kx::name, Kx::raw) }
    })
}

/// Returns the key exchanges that the library knows, as a list of numbers.
///
/// They are of TLS 1.2 and older versions, each once, while GnuTLS repeats some. Handshakes use
/// RSA, ECDHE-RSA and ECDHE-ECDSA; the others can be named in priority strings, and are not negotiated. The
/// list is made once, stays for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_kx_algorithm_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_kx_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_list() -> *const gnutls_kx_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Kx::LIST, Kx::raw))
}

/// Returns the name of a public key algorithm, such as `RSA`.
///
/// It is the name that `gnutls_pk_get_id` understands. The string is constant and not to be freed.
///
/// - `algorithm`: a `gnutls_pk_algorithm_t`
///
/// Returns the name, or `Unknown` for an unknown number; never NULL.
///
/// It may be called from any thread. Since 2.6.0. Manual: `gnutls_pk_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_get_name(algorithm: gnutls_pk_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || Pk::from_raw(algorithm).map_or(c"Unknown", Pk::c_name).as_ptr())
}

/// Returns the name of a public key algorithm, such as `RSA`.
///
/// It is the name that `gnutls_pk_get_id` understands; `gnutls_pk_get_name` has a name for every
/// number. The string is constant and not to be freed.
///
/// - `algorithm`: a `gnutls_pk_algorithm_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_pk_algorithm_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_algorithm_get_name(algorithm: gnutls_pk_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Pk::from_raw(algorithm).map(Pk::c_name)))
}

/// Returns the number of a public key algorithm by its name, such as `RSA`.
///
/// Upper and lower case differ, as in GnuTLS and unlike in the other functions of this kind. The names
/// are those of `gnutls_pk_get_name`.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) if nothing has this name.
///
/// It may be called from any thread. Since 2.6.0. Manual: `gnutls_pk_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_get_id(name: *const c_char) -> gnutls_pk_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let name = unsafe { text(name) };
        Pk::ALL.iter().find(|pk| Some(pk.name()) == name).map_or(0, |pk| pk.raw())
    })
}

/// Returns the public key algorithms that the library knows, as a list of numbers.
///
/// Each is there once, while GnuTLS repeats some. They are for keys, certificates and key exchange. The
/// list is made once, stays for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_pk_algorithm_t` that ends with 0.
///
/// It may be called from any thread. Since 2.6.0. Manual: `gnutls_pk_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_list() -> *const gnutls_pk_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Pk::LIST, Pk::raw))
}

/// Returns the object identifier of a public key algorithm, such as `1.2.840.113549.1.1.1`.
///
/// It is in dotted decimal form, as `gnutls_oid_to_pk` reads it, and stands in the key information of a
/// certificate. The string is constant and not to be freed.
///
/// - `algorithm`: a `gnutls_pk_algorithm_t`
///
/// Returns the identifier, or NULL if the number is unknown or has none.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_pk_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_get_oid(algorithm: gnutls_pk_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Pk::from_raw(algorithm).and_then(Pk::c_oid)))
}

/// Returns the number of a public key algorithm by its object identifier.
///
/// The identifier is in dotted decimal form, as `gnutls_pk_get_oid` gives it. It is that of a key, not
/// of a signature.
///
/// - `oid`: the identifier, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) for another identifier.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_oid_to_pk`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_pk(oid: *const c_char) -> gnutls_pk_algorithm_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        unsafe { text(oid) }.and_then(Pk::from_oid).map_or(0, Pk::raw)
    })
}

/// Returns the signature algorithm that a kind of key makes with a hash function.
///
/// Algorithms that are bound to a curve, as those of TLS 1.3 for ECDSA, are left out: for ECDSA it is
/// the one for any curve. RSA without a hash function gives `GNUTLS_SIGN_RSA_RAW`.
///
/// - `pk`: the kind of key
/// - `hash`: the hash function
///
/// Returns a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if there is none for the two, or a
/// number is unknown.
///
/// It may be called from any thread. Manual: `gnutls_pk_to_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_to_sign(
    pk: gnutls_pk_algorithm_t,
    hash: gnutls_digest_algorithm_t,
) -> gnutls_sign_algorithm_t {
    guard::or(0, || {
        if (pk, hash) == (GNUTLS_PK_RSA, GNUTLS_DIG_UNKNOWN) {
            return GNUTLS_SIGN_RSA_RAW;
        }
        let (pk, hash) = (Pk::from_raw(pk), Digest::from_raw(hash));
        let fits =
            |s: &&Sign| Some(s.signature_pk()) == pk && s.inner_digest() == hash && s.curve().is_none();
        if pk.is_none() || hash.is_none() {
            return 0;
        }
        Sign::LIST.iter().find(fits).map_or(0, |s| s.raw())
    })
}

/// Returns the name of a signature algorithm, such as `RSA-SHA256`.
///
/// It is the name that `gnutls_sign_get_id` and priority strings (`SIGN-RSA-SHA256`) understand. The
/// string is constant and not to be freed.
///
/// - `algorithm`: a `gnutls_sign_algorithm_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_sign_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_name(algorithm: gnutls_sign_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Sign::from_raw(algorithm).map(Sign::c_name)))
}

/// Returns the number of a signature algorithm by its name, such as `RSA-SHA256`.
///
/// Upper and lower case are the same. The names are those of `gnutls_sign_get_name` for the algorithms
/// of `gnutls_sign_list`.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_sign_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_id(name: *const c_char) -> gnutls_sign_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Sign::LIST, Sign::name, Sign::raw) }
    })
}

/// Returns the signature algorithms that the library knows, as a list of numbers.
///
/// Each is there once, while GnuTLS repeats some. Insecure ones are among them: see
/// `gnutls_sign_is_secure`. The list is made once, stays for the life of the process, and is not to be
/// freed.
///
/// Returns an array of `gnutls_sign_algorithm_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_sign_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_list() -> *const gnutls_sign_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Sign::LIST, Sign::raw))
}

/// Returns the object identifier of a signature algorithm, such as `1.2.840.113549.1.1.11`.
///
/// It is in dotted decimal form, as `gnutls_oid_to_sign` reads it, and stands with the signature of a
/// certificate. The string is constant and not to be freed.
///
/// - `sign`: a `gnutls_sign_algorithm_t`
///
/// Returns the identifier, or NULL if the number is unknown or has none.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_sign_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_oid(sign: gnutls_sign_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Sign::from_raw(sign).and_then(Sign::c_oid)))
}

/// Returns the number of a signature algorithm by its object identifier.
///
/// The identifier is in dotted decimal form, as `gnutls_sign_get_oid` gives it. The identifier of
/// RSA-PSS does not say which hash function, which its parameters name.
///
/// - `oid`: the identifier, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_sign_algorithm_t`, or `GNUTLS_SIGN_UNKNOWN` (0) for another identifier.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_oid_to_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_sign(oid: *const c_char) -> gnutls_sign_algorithm_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        unsafe { text(oid) }.and_then(Sign::from_oid).map_or(0, Sign::raw)
    })
}

/// Returns the hash function of a signature algorithm.
///
/// It is the one that is applied to the data before the key's operation. For Ed25519 it is SHA-512, for
/// Ed448 and ML-DSA SHAKE-256, which are part of the operation: functions that sign take the data
/// themselves there, not their digest.
///
/// - `sign`: a `gnutls_sign_algorithm_t`
///
/// Returns a `gnutls_digest_algorithm_t`, or `GNUTLS_DIG_UNKNOWN` (0) for an unknown number and for an
/// algorithm without a hash function of its own.
///
/// It may be called from any thread. Since 3.1.1. Manual: `gnutls_sign_get_hash_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_hash_algorithm(
    sign: gnutls_sign_algorithm_t,
) -> gnutls_digest_algorithm_t {
    guard::or(0, || Sign::from_raw(sign).map_or(0, |x| x.inner_digest().map_or(0, Digest::raw)))
}

/// Returns the kind of key that makes a signature algorithm's signatures.
///
/// For RSA-PSS it is `GNUTLS_PK_RSA_PSS`, though a plain RSA key can make such a signature as well:
/// `gnutls_sign_supports_pk_algorithm` answers for a certain kind.
///
/// - `sign`: a `gnutls_sign_algorithm_t`
///
/// Returns a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) for an unknown number.
///
/// It may be called from any thread. Since 3.1.1. Manual: `gnutls_sign_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_pk_algorithm(
    sign: gnutls_sign_algorithm_t,
) -> gnutls_pk_algorithm_t {
    guard::or(0, || Sign::from_raw(sign).map_or(0, |x| x.signature_pk().raw()))
}

/// Tells whether a kind of key can make a signature algorithm's signatures.
///
/// RSA-PSS can be made by keys of both kinds of RSA. A key may be restricted beyond its kind, by its
/// curve or by the parameters of RSA-PSS.
///
/// - `sign`: a `gnutls_sign_algorithm_t`
/// - `pk`: a `gnutls_pk_algorithm_t`
///
/// Returns 1 if it can, else 0; 0 also if a number is unknown.
///
/// It may be called from any thread. Since 3.6.0. Manual: `gnutls_sign_supports_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_supports_pk_algorithm(
    sign: gnutls_sign_algorithm_t,
    pk: gnutls_pk_algorithm_t,
) -> c_uint {
    guard::or(0, || match (Sign::from_raw(sign), Pk::from_raw(pk)) {
        (Some(sign), Some(pk)) => sign.accepts_key(pk).into(),
        _ => 0,
    })
}

/// Tells whether a signature algorithm is strong enough for handshakes and data.
///
/// The system's configuration may call further algorithms insecure. For signatures on certificates,
/// which live longer, there is `gnutls_sign_is_secure2`.
///
/// - `algorithm`: a `gnutls_sign_algorithm_t`
///
/// Returns 1 if it is secure, else 0; 0 also for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_sign_is_secure`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_is_secure(algorithm: gnutls_sign_algorithm_t) -> c_uint {
    guard::or(0, || Sign::from_raw(algorithm).map_or(0, |x| x.is_secure().into()))
}

/// Tells whether a signature algorithm is strong enough for a use.
///
/// The system's configuration may call further algorithms insecure, also for certificates alone.
/// Without flags it is `gnutls_sign_is_secure`.
///
/// - `algorithm`: a `gnutls_sign_algorithm_t`
/// - `flags`: `GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS` for signatures on certificates, or 0
///
/// Returns 1 if it is secure, else 0; 0 also for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_sign_is_secure2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_is_secure2(algorithm: gnutls_sign_algorithm_t, flags: c_uint) -> c_uint {
    guard::or(0, || {
        let for_certs = flags & GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS != 0;
        let secure = |s: Sign| if for_certs { s.is_secure_for_certs() } else { s.is_secure() };
        Sign::from_raw(algorithm).map_or(0, |s| secure(s).into())
    })
}

/// Returns the name of a group for key exchange, such as `X25519`.
///
/// It is the name that `gnutls_group_get_id` and priority strings (`GROUP-X25519`) understand. The
/// string is constant and not to be freed.
///
/// - `group`: a `gnutls_group_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Since 3.6.0. Manual: `gnutls_group_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_get_name(group: gnutls_group_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Group::from_raw(group).map(Group::c_name)))
}

/// Returns the number of a group for key exchange by its name, such as `X25519`.
///
/// Upper and lower case are the same. The names are those of `gnutls_group_get_name` for the groups of
/// `gnutls_group_list`; a group whose curve the system's configuration forbids has none.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_group_t`, or `GNUTLS_GROUP_INVALID` (0) if nothing has this name.
///
/// It may be called from any thread. Since 3.6.0. Manual: `gnutls_group_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_get_id(name: *const c_char) -> gnutls_group_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let id = unsafe { number(name, Group::LIST, Group::name, Group::raw) };
        Group::from_raw(id).filter(|g| system::allows_group(*g)).map_or(0, Group::raw)
    })
}

/// Returns the groups for key exchange that the library knows, as a list of numbers.
///
/// Groups whose curve the system's configuration forbids are left out. Finite-field groups are among
/// them, and are not negotiated. The list is made once, stays for the life of the process, and is not
/// to be freed.
///
/// Returns an array of `gnutls_group_t` that ends with 0.
///
/// It may be called from any thread. Since 3.6.0. Manual: `gnutls_group_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_list() -> *const gnutls_group_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list_of(&LIST, Group::LIST, Group::raw, system::allows_group))
}

/// Returns the name of an elliptic curve, such as `SECP256R1`.
///
/// It is the name that `gnutls_ecc_curve_get_id` understands. The string is constant and not to be
/// freed.
///
/// - `curve`: a `gnutls_ecc_curve_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Since 3.0. Manual: `gnutls_ecc_curve_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_name(curve: gnutls_ecc_curve_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Curve::from_raw(curve).map(Curve::c_name)))
}

/// Returns the number of an elliptic curve by its name, such as `SECP256R1`.
///
/// Upper and lower case are the same. The names are those of `gnutls_ecc_curve_get_name` for the curves
/// of `gnutls_ecc_curve_list`; a curve that the system's configuration forbids has none.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_ecc_curve_t`, or `GNUTLS_ECC_CURVE_INVALID` (0) if nothing has this name.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_ecc_curve_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_id(name: *const c_char) -> gnutls_ecc_curve_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let id = unsafe { number(name, Curve::LIST, Curve::name, Curve::raw) };
        Curve::from_raw(id).filter(|c| system::allows_curve(*c)).map_or(0, Curve::raw)
    })
}

/// Returns the elliptic curves that the library knows, as a list of numbers.
///
/// They are for keys; for key exchange there is `gnutls_group_list`. Curves that the system's
/// configuration forbids are left out. The list is made once, stays for the life of the process, and is
/// not to be freed.
///
/// Returns an array of `gnutls_ecc_curve_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_ecc_curve_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_list() -> *const gnutls_ecc_curve_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list_of(&LIST, Curve::LIST, Curve::raw, system::allows_curve))
}

/// Returns the object identifier of an elliptic curve, such as `1.2.840.10045.3.1.7`.
///
/// It is in dotted decimal form, as `gnutls_oid_to_ecc_curve` reads it, and stands in keys and
/// certificates. The string is constant and not to be freed.
///
/// - `curve`: a `gnutls_ecc_curve_t`
///
/// Returns the identifier, or NULL if the number is unknown or has none.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_ecc_curve_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_oid(curve: gnutls_ecc_curve_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Curve::from_raw(curve).map(Curve::c_oid)))
}

/// Returns the number of an elliptic curve by its object identifier.
///
/// The identifier is in dotted decimal form, as `gnutls_ecc_curve_get_oid` gives it. Curves that are
/// not supported, or that the system's configuration forbids, are not told.
///
/// - `oid`: the identifier, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_ecc_curve_t`, or `GNUTLS_ECC_CURVE_INVALID` (0) for another identifier.
///
/// It may be called from any thread. Since 3.4.3. Manual: `gnutls_oid_to_ecc_curve`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_ecc_curve(oid: *const c_char) -> gnutls_ecc_curve_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        let curve = unsafe { text(oid) }.and_then(Curve::from_oid);
        curve.filter(|c| Curve::LIST.contains(c) && system::allows_curve(*c)).map_or(0, Curve::raw)
    })
}

/// Returns how long a number on an elliptic curve is.
///
/// It is the length of a coordinate, and of a private number, rounded up to whole bytes: 66 for
/// SECP521R1.
///
/// - `curve`: a `gnutls_ecc_curve_t`
///
/// Returns the length in bytes, or 0 for an unknown number.
///
/// It may be called from any thread. Since 3.0. Manual: `gnutls_ecc_curve_get_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_size(curve: gnutls_ecc_curve_t) -> c_int {
    guard::or(0, || Curve::from_raw(curve).map_or(0, |x| x.size() as c_int))
}

/// Returns the kind of key that an elliptic curve is for.
///
/// It is ECDSA, EdDSA, X25519, X448 or GOST. The CryptoPro curves serve two kinds, and have no answer
/// here.
///
/// - `curve`: a `gnutls_ecc_curve_t`
///
/// Returns a `gnutls_pk_algorithm_t`, or `GNUTLS_PK_UNKNOWN` (0) for an unknown number, a CryptoPro
/// curve, and a curve that the system's configuration forbids.
///
/// It may be called from any thread. Since 3.5.0. Manual: `gnutls_ecc_curve_get_pk`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_pk(curve: gnutls_ecc_curve_t) -> gnutls_pk_algorithm_t {
    guard::or(0, || {
        let curve = Curve::from_raw(curve).filter(|c| system::allows_curve(*c));
        curve.map(Curve::pk).filter(|pk| *pk != Pk::Gost01).map_or(0, Pk::raw)
    })
}

/// Returns the name of a protocol version, such as `TLS1.3`.
///
/// It is the name that `gnutls_protocol_get_id` and priority strings (`VERS-TLS1.3`) understand. The
/// string is constant and not to be freed.
///
/// - `version`: a `gnutls_protocol_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_protocol_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_name(version: gnutls_protocol_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Version::from_raw(version).map(Version::c_name)))
}

/// Returns the number of a protocol version by its name, such as `TLS1.3`.
///
/// Upper and lower case are the same. The names are those of `gnutls_protocol_get_name`, also of
/// versions that are not negotiated.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_protocol_t`, or `GNUTLS_VERSION_UNKNOWN` if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_protocol_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_id(name: *const c_char) -> gnutls_protocol_t {
    guard::or(GNUTLS_VERSION_UNKNOWN, || {
        // SAFETY: `name` is NULL or a C string.
        match unsafe { number(name, Version::ALL, Version::name, Version::raw) } {
            0 => GNUTLS_VERSION_UNKNOWN,
            version => version,
        }
    })
}

/// Returns the protocol versions that the library knows, as a list of numbers.
///
/// Versions that the system's configuration forbids are left out. Handshakes use TLS 1.0 to TLS 1.3;
/// the others can be named in priority strings, and are not negotiated. The list is made once, stays
/// for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_protocol_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_protocol_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_list() -> *const gnutls_protocol_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list_of(&LIST, Version::LIST, Version::raw, system::allows_version))
}

/// Returns the name of a certificate type, such as `X.509`.
///
/// `gnutls_certificate_type_get_id` understands `X.509`, but has another name for raw public keys. The
/// string is constant and not to be freed.
///
/// - `type_`: a `gnutls_certificate_type_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_certificate_type_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get_name(type_: gnutls_certificate_type_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        c_name(match CertType::from_raw(type_) {
            Some(CertType::X509) => Some(c"X.509"),
            Some(CertType::Rawpk) => Some(c"Raw Public Key"),
            None => None,
        })
    })
}

/// Returns the number of a certificate type by its name.
///
/// The names are `X509` or `X.509`, and `RAWPK`; upper and lower case are the same.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`, or `GNUTLS_CRT_UNKNOWN` (0) if nothing has this
/// name.
///
/// It may be called from any thread. Manual: `gnutls_certificate_type_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get_id(name: *const c_char) -> gnutls_certificate_type_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        match unsafe { text(name) }.unwrap_or_default().to_ascii_uppercase().as_str() {
            "X509" | "X.509" => GNUTLS_CRT_X509,
            "RAWPK" => GNUTLS_CRT_RAWPK,
            _ => GNUTLS_CRT_UNKNOWN,
        }
    })
}

/// Returns the certificate types that the library knows, as a list of numbers.
///
/// They are X.509 and raw public keys. The list is constant and not to be
/// freed.
///
/// Returns an array of `gnutls_certificate_type_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_certificate_type_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_list() -> *const gnutls_certificate_type_t {
    guard::or(core::ptr::null(), || {
        static LIST: [gnutls_certificate_type_t; 3] = [GNUTLS_CRT_X509, GNUTLS_CRT_RAWPK, 0];
        LIST.as_ptr()
    })
}

/// Returns the name of a compression method of records.
///
/// There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The string is constant and not to be
/// freed.
///
/// - `algorithm`: a `gnutls_compression_method_t`
///
/// Returns `NULL` as a text, or a NULL pointer for any other number.
///
/// It may be called from any thread. Manual: `gnutls_compression_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get_name(
    algorithm: gnutls_compression_method_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || c_name((algorithm == GNUTLS_COMP_NULL).then_some(c"NULL")))
}

/// Returns the number of a compression method of records by its name.
///
/// There is one name, `NULL` as a text, in upper or lower case: TLS does not compress any more.
///
/// - `name`: the name, NUL-terminated; a NULL pointer names nothing
///
/// Returns `GNUTLS_COMP_NULL`, or `GNUTLS_COMP_UNKNOWN` (0) for any other name.
///
/// It may be called from any thread. Manual: `gnutls_compression_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get_id(name: *const c_char) -> gnutls_compression_method_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let null = unsafe { text(name) }.is_some_and(|name| name.eq_ignore_ascii_case("NULL"));
        if null { GNUTLS_COMP_NULL } else { GNUTLS_COMP_UNKNOWN }
    })
}

/// Returns the compression methods of records that the library knows, as a list of numbers.
///
/// There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The list is constant and not to be
/// freed.
///
/// Returns an array of `gnutls_compression_method_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_compression_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_list() -> *const gnutls_compression_method_t {
    guard::or(core::ptr::null(), || {
        static LIST: [gnutls_compression_method_t; 2] = [GNUTLS_COMP_NULL, 0];
        LIST.as_ptr()
    })
}

/// Returns the name of the cipher suite that three algorithms make, in GnuTLS's own spelling and
/// without `TLS_`.
///
/// It differs from the name that IANA registers, which `gnutls_ciphersuite_get` has for the suite of a
/// session. The string is constant and not to be freed.
///
/// - `kx_algorithm`: the key exchange; `GNUTLS_KX_UNKNOWN` for suites of TLS 1.3
/// - `cipher_algorithm`: the cipher
/// - `mac_algorithm`: the MAC; `GNUTLS_MAC_AEAD` for AEAD ciphers
///
/// Returns the name, or NULL if no suite has these.
///
/// It may be called from any thread. Manual: `gnutls_cipher_suite_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_suite_get_name(
    kx_algorithm: gnutls_kx_algorithm_t,
    cipher_algorithm: gnutls_cipher_algorithm_t,
    mac_algorithm: gnutls_mac_algorithm_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let suite = || {
            let kx = match kx_algorithm {
                // TLS 1.3.
                GNUTLS_KX_UNKNOWN => None,
                raw => Some(Kx::from_raw(raw)?),
            };
            suites::by_algorithms(kx, Cipher::from_raw(cipher_algorithm)?, Mac::from_raw(mac_algorithm)?)
        };
        suite().map_or(core::ptr::null(), |s| {
            let name = s.c_name.to_bytes_with_nul();
            name.strip_prefix(b"TLS_").unwrap_or(name).as_ptr().cast()
        })
    })
}

/// Tells a cipher suite at a place in the list of all suites that the library knows.
///
/// Count `idx` up from 0 until the function returns NULL. Suites are among them that handshakes do not
/// use; those of a priority string are told by `gnutls_priority_get_cipher_suite_index`. Each pointer
/// may be NULL if the value is not wanted.
///
/// - `idx`: the place, from 0
/// - `cs_id`: takes the 2 bytes of the suite on the wire
/// - `kx`: takes the key exchange; `GNUTLS_KX_UNKNOWN` for suites of TLS 1.3
/// - `cipher`: takes the cipher
/// - `mac`: takes the MAC; `GNUTLS_MAC_AEAD` for AEAD ciphers
/// - `min_version`: takes the oldest version that has the suite
///
/// Returns the name in GnuTLS's own spelling, constant and not to be freed, or NULL beyond the list,
/// with nothing written.
///
/// It may be called from any thread. Manual: `gnutls_cipher_suite_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_suite_info(
    idx: usize,
    cs_id: *mut c_uchar,
    kx: *mut gnutls_kx_algorithm_t,
    cipher: *mut gnutls_cipher_algorithm_t,
    mac: *mut gnutls_mac_algorithm_t,
    min_version: *mut gnutls_protocol_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let Some(suite) = SUITES.get(idx) else {
            return core::ptr::null();
        };
        // SAFETY: each pointer is NULL or valid for its write (two bytes for `cs_id`), as the manual says.
        unsafe {
            write_out(cs_id.cast::<[u8; 2]>(), suite.wire.to_be_bytes());
            write_out(kx, suite.kx.map_or(GNUTLS_KX_UNKNOWN, Kx::raw));
            write_out(cipher, suite.cipher.raw());
            write_out(mac, suite.mac.raw());
            write_out(min_version, suite.min.raw());
        }
        suite.c_name.as_ptr()
    })
}

/// Returns the name of a parameter set of GOST 28147-89.
///
/// A parameter set says which substitution boxes a GOST key uses. The string is constant and not to be
/// freed.
///
/// - `param`: a `gnutls_gost_paramset_t`
///
/// Returns the name, or `Unknown` for an unknown number; never NULL.
///
/// It may be called from any thread. Since 3.6.3. RFC 4357. Manual: `gnutls_gost_paramset_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_gost_paramset_get_name(param: gnutls_gost_paramset_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        GostParamset::from_raw(param).map_or(c"Unknown", GostParamset::name).as_ptr()
    })
}

/// Returns the object identifier of a parameter set of GOST 28147-89.
///
/// It is in dotted decimal form, as `gnutls_oid_to_gost_paramset` reads it. The string is constant and
/// not to be freed.
///
/// - `param`: a `gnutls_gost_paramset_t`
///
/// Returns the identifier, or NULL for an unknown number.
///
/// It may be called from any thread. Since 3.6.3. RFC 4357. Manual: `gnutls_gost_paramset_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_gost_paramset_get_oid(param: gnutls_gost_paramset_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        GostParamset::from_raw(param).map_or(core::ptr::null(), |g| g.oid().as_ptr())
    })
}

/// Returns the number of a parameter set of GOST 28147-89 by its object identifier.
///
/// The identifier is in dotted decimal form, as `gnutls_gost_paramset_get_oid` gives it.
///
/// - `oid`: the identifier, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_gost_paramset_t`, or `GNUTLS_GOST_PARAMSET_UNKNOWN` for another identifier.
///
/// It may be called from any thread. Since 3.6.3. RFC 4357. Manual: `gnutls_oid_to_gost_paramset`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_gost_paramset(oid: *const c_char) -> gnutls_gost_paramset_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        let oid = unsafe { bytes_of(oid) };
        oid.and_then(|o| core::str::from_utf8(o).ok())
            .and_then(GostParamset::from_oid)
            .map_or(GNUTLS_GOST_PARAMSET_UNKNOWN, GostParamset::raw)
    })
}
