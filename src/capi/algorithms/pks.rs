//! Algorithms of keys and of signatures.
use std::sync::OnceLock;

use super::{c_name, list, number, text};
use crate::abi::*;
use crate::alg::{Digest, Pk, Sign};
use crate::capi::ffi::guard;

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
