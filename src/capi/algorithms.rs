//! Algorithms: numbers, names, object identifiers and properties of algorithms.
use core::ffi::CStr;
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::{
    CertType, Cipher, Curve, Digest, Group, Kx, Mac, Pk, SUITES, Sign, Version, paramsets, system,
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

/// The name of a cipher; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_cipher_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_name(algorithm: gnutls_cipher_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Cipher::from_raw(algorithm).map(Cipher::c_name)))
}

/// The number of the cipher of this name, in any case of letters; 0 for none.
/// Manual: `gnutls_cipher_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_id(name: *const c_char) -> gnutls_cipher_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Cipher::LIST, Cipher::name, Cipher::raw) }
    })
}

/// Every cipher that is supported, then 0. The list is constant.
/// Manual: `gnutls_cipher_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_list() -> *const gnutls_cipher_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Cipher::LIST, Cipher::raw))
}

/// Bytes of the key; 0 for an unknown number.
/// Manual: `gnutls_cipher_get_key_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_key_size(algorithm: gnutls_cipher_algorithm_t) -> usize {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.key_size()))
}

/// Bytes of a block (1 for a stream cipher); 0 for an unknown number.
/// Manual: `gnutls_cipher_get_block_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_block_size(algorithm: gnutls_cipher_algorithm_t) -> c_uint {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.block_size() as c_uint))
}

/// Bytes of the IV or nonce; 0 for an unknown number.
/// Manual: `gnutls_cipher_get_iv_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_iv_size(algorithm: gnutls_cipher_algorithm_t) -> c_uint {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.iv_size() as c_uint))
}

/// Bytes of the tag of an authenticated cipher; 0 for others.
/// Manual: `gnutls_cipher_get_tag_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_get_tag_size(algorithm: gnutls_cipher_algorithm_t) -> c_uint {
    guard::or(0, || Cipher::from_raw(algorithm).map_or(0, |x| x.tag_size() as c_uint))
}

/// The name of a MAC; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_mac_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_name(algorithm: gnutls_mac_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Mac::from_raw(algorithm).map(Mac::c_name)))
}

/// The number of the MAC of this name, in any case of letters; 0 for none.
/// Manual: `gnutls_mac_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_id(name: *const c_char) -> gnutls_mac_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Mac::LIST, Mac::name, Mac::raw) }
    })
}

/// Every MAC that is supported, then 0. The list is constant.
/// Manual: `gnutls_mac_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_list() -> *const gnutls_mac_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Mac::LIST, Mac::raw))
}

/// Bytes of the key; 0 for an unknown number.
/// Manual: `gnutls_mac_get_key_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_key_size(algorithm: gnutls_mac_algorithm_t) -> usize {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |x| x.key_size()))
}

/// Bytes of the nonce; 0 for a MAC without one.
/// Manual: `gnutls_mac_get_nonce_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_mac_get_nonce_size(algorithm: gnutls_mac_algorithm_t) -> usize {
    guard::or(0, || Mac::from_raw(algorithm).map_or(0, |x| x.nonce_size()))
}

/// The HMAC of an object identifier (RFC 8018 B.1.2); 0 for none.
/// Manual: `gnutls_oid_to_mac`.
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

/// The name of a hash function; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_digest_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_get_name(algorithm: gnutls_digest_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        c_name(Digest::from_raw(algorithm).filter(|d| d.oid().is_some()).map(Digest::c_name))
    })
}

/// The number of the hash function of this name, in any case of letters; 0 for none.
/// Manual: `gnutls_digest_get_id`.
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

/// Every hash function that is supported, then 0. The list is constant.
/// Manual: `gnutls_digest_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_list() -> *const gnutls_digest_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Digest::LIST, Digest::raw))
}

/// The object identifier of a hash function; NULL for none. The string is constant.
/// Manual: `gnutls_digest_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_digest_get_oid(algorithm: gnutls_digest_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Digest::from_raw(algorithm).and_then(Digest::c_oid)))
}

/// The hash function of an object identifier; 0 for none.
/// Manual: `gnutls_oid_to_digest`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_digest(oid: *const c_char) -> gnutls_digest_algorithm_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        unsafe { text(oid) }.and_then(Digest::from_oid).map_or(0, Digest::raw)
    })
}

/// The name of a key exchange; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_kx_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get_name(algorithm: gnutls_kx_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Kx::from_raw(algorithm).map(Kx::c_name)))
}

/// The number of the key exchange of this name, in any case of letters; 0 for none.
/// Manual: `gnutls_kx_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get_id(name: *const c_char) -> gnutls_kx_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Kx::LIST, Kx::name, Kx::raw) }
    })
}

/// Every key exchange that is supported, then 0. The list is constant.
/// Manual: `gnutls_kx_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_list() -> *const gnutls_kx_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Kx::LIST, Kx::raw))
}

/// The name of a public key algorithm; "Unknown" for an unknown number. The string is constant.
/// Manual: `gnutls_pk_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_get_name(algorithm: gnutls_pk_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || Pk::from_raw(algorithm).map_or(c"Unknown", Pk::c_name).as_ptr())
}

/// The name of a public key algorithm; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_pk_algorithm_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_algorithm_get_name(algorithm: gnutls_pk_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Pk::from_raw(algorithm).map(Pk::c_name)))
}

/// The number of the public key algorithm of this name, letter for letter; 0 for none.
/// Manual: `gnutls_pk_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_get_id(name: *const c_char) -> gnutls_pk_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let name = unsafe { text(name) };
        Pk::ALL.iter().find(|pk| Some(pk.name()) == name).map_or(0, |pk| pk.raw())
    })
}

/// Every public key algorithm that is supported, then 0. The list is constant.
/// Manual: `gnutls_pk_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_list() -> *const gnutls_pk_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Pk::LIST, Pk::raw))
}

/// The object identifier of a public key algorithm; NULL for none. The string is constant.
/// Manual: `gnutls_pk_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pk_get_oid(algorithm: gnutls_pk_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Pk::from_raw(algorithm).and_then(Pk::c_oid)))
}

/// The public key algorithm of an object identifier; 0 for none.
/// Manual: `gnutls_oid_to_pk`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_pk(oid: *const c_char) -> gnutls_pk_algorithm_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        unsafe { text(oid) }.and_then(Pk::from_oid).map_or(0, Pk::raw)
    })
}

/// The signature that a key of this kind makes with this hash; 0 for none.
/// Manual: `gnutls_pk_to_sign`.
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

/// The name of a signature algorithm; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_sign_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_name(algorithm: gnutls_sign_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Sign::from_raw(algorithm).map(Sign::c_name)))
}

/// The number of the signature algorithm of this name, in any case of letters; 0 for none.
/// Manual: `gnutls_sign_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_id(name: *const c_char) -> gnutls_sign_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Sign::LIST, Sign::name, Sign::raw) }
    })
}

/// Every signature algorithm that is supported, then 0. The list is constant.
/// Manual: `gnutls_sign_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_list() -> *const gnutls_sign_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Sign::LIST, Sign::raw))
}

/// The object identifier of a signature algorithm; NULL for none. The string is constant.
/// Manual: `gnutls_sign_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_oid(sign: gnutls_sign_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Sign::from_raw(sign).and_then(Sign::c_oid)))
}

/// The signature algorithm of an object identifier; 0 for none.
/// Manual: `gnutls_oid_to_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_sign(oid: *const c_char) -> gnutls_sign_algorithm_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        unsafe { text(oid) }.and_then(Sign::from_oid).map_or(0, Sign::raw)
    })
}

/// The hash of a signature algorithm; 0 for none.
/// Manual: `gnutls_sign_get_hash_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_hash_algorithm(
    sign: gnutls_sign_algorithm_t,
) -> gnutls_digest_algorithm_t {
    guard::or(0, || Sign::from_raw(sign).map_or(0, |x| x.inner_digest().map_or(0, Digest::raw)))
}

/// The kind of public key of a signature algorithm (RSA-PSS may be made with an RSA key too).
/// Manual: `gnutls_sign_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_get_pk_algorithm(
    sign: gnutls_sign_algorithm_t,
) -> gnutls_pk_algorithm_t {
    guard::or(0, || Sign::from_raw(sign).map_or(0, |x| x.signature_pk().raw()))
}

/// 1 if a key of this kind can make the signature, else 0.
/// Manual: `gnutls_sign_supports_pk_algorithm`.
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

/// 1 if the algorithm is thought strong enough to sign with, else 0.
/// Manual: `gnutls_sign_is_secure`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_is_secure(algorithm: gnutls_sign_algorithm_t) -> c_uint {
    guard::or(0, || Sign::from_raw(algorithm).map_or(0, |x| x.is_secure().into()))
}

/// As `gnutls_sign_is_secure`; with `GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS` strong enough for certificates.
/// Manual: `gnutls_sign_is_secure2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_sign_is_secure2(algorithm: gnutls_sign_algorithm_t, flags: c_uint) -> c_uint {
    guard::or(0, || {
        let for_certs = flags & GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS != 0;
        let secure = |s: Sign| if for_certs { s.is_secure_for_certs() } else { s.is_secure() };
        Sign::from_raw(algorithm).map_or(0, |s| secure(s).into())
    })
}

/// The name of a group; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_group_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_get_name(group: gnutls_group_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Group::from_raw(group).map(Group::c_name)))
}

/// The number of the group of this name, in any case of letters; 0 for none.
/// Manual: `gnutls_group_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_get_id(name: *const c_char) -> gnutls_group_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let id = unsafe { number(name, Group::LIST, Group::name, Group::raw) };
        Group::from_raw(id).filter(|g| system::allows_group(*g)).map_or(0, Group::raw)
    })
}

/// Every group that is supported, then 0. The list is constant.
/// Manual: `gnutls_group_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_group_list() -> *const gnutls_group_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list_of(&LIST, Group::LIST, Group::raw, system::allows_group))
}

/// The name of a curve; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_ecc_curve_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_name(curve: gnutls_ecc_curve_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Curve::from_raw(curve).map(Curve::c_name)))
}

/// The number of the curve of this name, in any case of letters; 0 for none, or for one that the system's
/// configuration takes away.
/// Manual: `gnutls_ecc_curve_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_id(name: *const c_char) -> gnutls_ecc_curve_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let id = unsafe { number(name, Curve::LIST, Curve::name, Curve::raw) };
        Curve::from_raw(id).filter(|c| system::allows_curve(*c)).map_or(0, Curve::raw)
    })
}

/// Every curve that is supported, then 0. The list is constant.
/// Manual: `gnutls_ecc_curve_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_list() -> *const gnutls_ecc_curve_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list_of(&LIST, Curve::LIST, Curve::raw, system::allows_curve))
}

/// The object identifier of a curve; NULL for none. The string is constant.
/// Manual: `gnutls_ecc_curve_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_oid(curve: gnutls_ecc_curve_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Curve::from_raw(curve).map(Curve::c_oid)))
}

/// The curve of an object identifier; 0 for none, or one that is not supported.
/// Manual: `gnutls_oid_to_ecc_curve`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_ecc_curve(oid: *const c_char) -> gnutls_ecc_curve_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        let curve = unsafe { text(oid) }.and_then(Curve::from_oid);
        curve.filter(|c| Curve::LIST.contains(c) && system::allows_curve(*c)).map_or(0, Curve::raw)
    })
}

/// Bytes of a coordinate; 0 for an unknown number.
/// Manual: `gnutls_ecc_curve_get_size`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_size(curve: gnutls_ecc_curve_t) -> c_int {
    guard::or(0, || Curve::from_raw(curve).map_or(0, |x| x.size() as c_int))
}

/// The kind of key on the curve; 0 for an unknown number, for a curve that the system takes away,
/// and for the CryptoPro curves, which are of two kinds.
/// Manual: `gnutls_ecc_curve_get_pk`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_ecc_curve_get_pk(curve: gnutls_ecc_curve_t) -> gnutls_pk_algorithm_t {
    guard::or(0, || {
        let curve = Curve::from_raw(curve).filter(|c| system::allows_curve(*c));
        curve.map(Curve::pk).filter(|pk| *pk != Pk::Gost01).map_or(0, Pk::raw)
    })
}

/// The name of a version; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_protocol_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_name(version: gnutls_protocol_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Version::from_raw(version).map(Version::c_name)))
}

/// The number of the version of this name, in any case of letters; 0 for none.
/// Manual: `gnutls_protocol_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_id(name: *const c_char) -> gnutls_protocol_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Version::ALL, Version::name, Version::raw) }
    })
}

/// Every version that is supported, then 0. The list is constant.
/// Manual: `gnutls_protocol_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_list() -> *const gnutls_protocol_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list_of(&LIST, Version::LIST, Version::raw, system::allows_version))
}

/// The name of a certificate type; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_certificate_type_get_name`.
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

/// The certificate type of this name ("X509", "X.509" or "RAWPK", in any case of letters); 0 for none.
/// Manual: `gnutls_certificate_type_get_id`.
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

/// Every certificate type that is supported, then 0. The list is constant.
/// Manual: `gnutls_certificate_type_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_list() -> *const gnutls_certificate_type_t {
    guard::or(core::ptr::null(), || {
        static LIST: [gnutls_certificate_type_t; 3] = [GNUTLS_CRT_X509, GNUTLS_CRT_RAWPK, 0];
        LIST.as_ptr()
    })
}

/// The name of a compression method; NULL for an unknown number. The string is constant.
/// Manual: `gnutls_compression_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get_name(
    algorithm: gnutls_compression_method_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || c_name((algorithm == GNUTLS_COMP_NULL).then_some(c"NULL")))
}

/// The compression method of this name; 0 for none.
/// Manual: `gnutls_compression_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get_id(name: *const c_char) -> gnutls_compression_method_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let null = unsafe { text(name) }.is_some_and(|name| name.eq_ignore_ascii_case("NULL"));
        if null { GNUTLS_COMP_NULL } else { GNUTLS_COMP_UNKNOWN }
    })
}

/// Every compression method of records, then 0: there is none but NULL. The list is constant.
/// Manual: `gnutls_compression_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_list() -> *const gnutls_compression_method_t {
    guard::or(core::ptr::null(), || {
        static LIST: [gnutls_compression_method_t; 2] = [GNUTLS_COMP_NULL, 0];
        LIST.as_ptr()
    })
}

/// The name, without "TLS_", of the suite of these algorithms (`GNUTLS_KX_UNKNOWN` for TLS 1.3); NULL for
/// none. The string is constant.
/// Manual: `gnutls_cipher_suite_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_suite_get_name(
    kx_algorithm: gnutls_kx_algorithm_t,
    cipher_algorithm: gnutls_cipher_algorithm_t,
    mac_algorithm: gnutls_mac_algorithm_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let of = |s: &&crate::alg::Suite| {
            s.kx.map_or(GNUTLS_KX_UNKNOWN, Kx::raw) == kx_algorithm
                && s.cipher.raw() == cipher_algorithm
                && s.mac.raw() == mac_algorithm
        };
        SUITES.iter().find(of).map_or(core::ptr::null(), |s| {
            let name = s.c_name.to_bytes_with_nul();
            name.strip_prefix(b"TLS_").unwrap_or(name).as_ptr().cast()
        })
    })
}

/// The suite at place `idx` of the list of all: its two bytes, its algorithms and its oldest version, each
/// written if its pointer is not NULL. Returns the constant name, or NULL beyond the list.
/// Manual: `gnutls_cipher_suite_info`.
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

/// The name of a GOST parameter set; "Unknown" for none. The string is constant.
/// Manual: `gnutls_gost_paramset_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_gost_paramset_get_name(param: gnutls_gost_paramset_t) -> *const c_char {
    guard::or(core::ptr::null(), || paramsets::get(param).map_or(c"Unknown", |g| g.0).as_ptr())
}

/// The object identifier of a GOST parameter set; NULL for none. The string is constant.
/// Manual: `gnutls_gost_paramset_get_oid`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_gost_paramset_get_oid(param: gnutls_gost_paramset_t) -> *const c_char {
    guard::or(core::ptr::null(), || paramsets::get(param).map_or(core::ptr::null(), |g| g.1.as_ptr()))
}

/// The GOST parameter set of an object identifier; `GNUTLS_GOST_PARAMSET_UNKNOWN` for none.
/// Manual: `gnutls_oid_to_gost_paramset`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_oid_to_gost_paramset(oid: *const c_char) -> gnutls_gost_paramset_t {
    guard::or(0, || {
        // SAFETY: `oid` is NULL or a C string.
        let oid = unsafe { bytes_of(oid) };
        oid.and_then(|o| core::str::from_utf8(o).ok())
            .map_or(GNUTLS_GOST_PARAMSET_UNKNOWN, paramsets::from_oid)
    })
}
