//! Groups, curves and parameter sets of GOST.
use std::sync::OnceLock;

use super::{c_name, list_of, number, text};
use crate::abi::*;
use crate::alg::{Curve, GostParamset, Group, Pk, system};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::bytes_of;

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
