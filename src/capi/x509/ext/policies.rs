//! Certificate policies.
use core::ffi::{c_int, c_uint};

use crate::abi::*;
use crate::capi::ffi::memory::{free, write_datum, write_out};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::alt_name::extension_content;
use crate::capi::object::policies::Policy;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result};
use crate::pki::ext;

/// Frees what a policy struct of `gnutls_x509_crt_get_policy` points to.
///
/// The struct itself is the caller's memory, and has no qualifiers afterwards. Structs that
/// `gnutls_x509_policies_get` filled are lent: they are not released.
///
/// - `policy`: the struct; NULL is ignored
///
/// Since 3.1.5. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_policy_release`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policy_release(policy: *mut gnutls_x509_policy_st) {
    guard::or((), || {
        // SAFETY: `policy` is NULL or valid for a write.
        let Some(p) = (unsafe { policy.as_mut() }) else { return };
        // SAFETY: the members came from `gnutls_x509_crt_get_policy`, each freed once.
        unsafe {
            free(p.oid.cast());
            p.oid = core::ptr::null_mut();
            for q in p.qualifier.iter_mut().take(p.qualifiers as usize) {
                free(q.data.cast());
                q.data = core::ptr::null_mut();
            }
            p.qualifiers = 0;
        }
    });
}

/// What a `gnutls_x509_policies_t` points to.
#[derive(Default)]
pub struct Policies(Vec<Policy>);

// SAFETY: all handles are created by `gnutls_x509_policies_init`.
unsafe impl Opaque for gnutls_x509_policies_st {
    type Object = Policies;
}

/// Creates an empty list of certificate policies.
///
/// `gnutls_x509_policies_set` or `gnutls_x509_ext_import_policies` fills it;
/// `gnutls_x509_policies_deinit` frees it.
///
/// - `policies`: takes the new list
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: the pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_policies_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_init(policies: *mut gnutls_x509_policies_t) -> c_int {
    // SAFETY: `policies` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(policies, Policies::default()) })
}

/// Frees a list of certificate policies.
///
/// What structs of `gnutls_x509_policies_get` point to is no longer valid.
///
/// - `policies`: the list of `gnutls_x509_policies_init`; NULL is ignored
///
/// Since 3.3.0. Manual: `gnutls_x509_policies_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_deinit(policies: gnutls_x509_policies_t) {
    // SAFETY: `policies` is NULL or a handle that is not used afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(policies));
    })
}

/// Gives one policy of a list of certificate policies.
///
/// What the struct points to is lent: it is valid until the list is freed, and
/// `gnutls_x509_policy_release` must not be called on it. A policy shows its first
/// `GNUTLS_MAX_QUALIFIERS` qualifiers.
///
/// - `policies`: the list
/// - `seq`: which policy, from 0 on
/// - `policy`: takes the dotted identifier and the qualifiers: URIs, or notices in UTF-8; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more
/// - `GNUTLS_E_INVALID_REQUEST`: `policies` is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_policies_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_get(
    policies: gnutls_x509_policies_t,
    seq: c_uint,
    policy: *mut gnutls_x509_policy_st,
) -> c_int {
    // SAFETY: `policies` is NULL or a live handle; `policy` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let found = opaque::get(policies)?.0.get(seq as usize).ok_or(DATA_NOT_AVAILABLE)?;
        const NONE: gnutls_x509_policy_qualifier =
            gnutls_x509_policy_qualifier { type_: 0, data: core::ptr::null_mut(), size: 0 };
        let mut out = gnutls_x509_policy_st {
            oid: found.id.text(),
            qualifiers: found.qualifiers.len() as c_uint,
            qualifier: [NONE; GNUTLS_MAX_QUALIFIERS as usize],
        };
        for (slot, (kind, text)) in out.qualifier.iter_mut().zip(&found.qualifiers) {
            *slot = gnutls_x509_policy_qualifier {
                type_: *kind,
                data: text.text(),
                size: text.bytes().len() as c_uint,
            };
        }
        write_out(policy, out);
        Ok(())
    })
}

/// Adds a policy to a list of certificate policies.
///
/// It is copied with its qualifiers. What is wrong in it is told when the list is written.
///
/// - `policies`: the list
/// - `policy`: the dotted identifier, and up to `GNUTLS_MAX_QUALIFIERS` qualifiers: URIs
///   (`GNUTLS_X509_QUALIFIER_URI`) or notices in UTF-8 (`GNUTLS_X509_QUALIFIER_NOTICE`)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer or the identifier is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_policies_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_set(
    policies: gnutls_x509_policies_t,
    policy: *const gnutls_x509_policy_st,
) -> c_int {
    // SAFETY: `policies` is NULL or a live handle; `policy` is NULL or valid for reads.
    guard::unit(|| unsafe {
        let policy = Policy::given(policy.as_ref().ok_or(INVALID_REQUEST)?)?;
        opaque::get_mut(policies)?.0.push(policy);
        Ok(())
    })
}

/// Reads the policies in a certificate extension, and adds them to a list.
///
/// A notice without text is a qualifier of an unknown kind. On failure none is added.
///
/// - `ext`: the extension's content: the DER that its OCTET STRING holds, as
///   `gnutls_x509_crt_get_extension_by_oid2` gives it; copied
/// - `policies`: the list, whose policies stay
/// - `flags`: not looked at; 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_DER_ERROR`, `GNUTLS_E_ASN1_TAG_ERROR`: the bytes are no such extension
/// - `GNUTLS_E_PARSING_ERROR`: a notice cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_ext_import_policies`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_policies(
    ext: *const gnutls_datum_t,
    policies: gnutls_x509_policies_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: `policies` is NULL or a live handle; `ext` is NULL or a valid datum.
    guard::unit(|| unsafe {
        let read: Vec<Policy> =
            ext::policies::read(extension_content(ext)?)?.iter().map(Policy::read).collect::<Result<_>>()?;
        opaque::get_mut(policies)?.0.extend(read);
        Ok(())
    })
}

/// Writes a list of certificate policies as the content of a certificate extension.
///
/// The caller frees `ext->data` with `gnutls_free`. `gnutls_x509_crt_set_extension_by_oid` puts it into
/// a certificate.
///
/// - `policies`: the list
/// - `ext`: takes the content
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`: an identifier is not dotted
/// - `GNUTLS_E_INVALID_UTF8_STRING`: a notice is not UTF-8
/// - `GNUTLS_E_INVALID_REQUEST`: a qualifier is of an unknown kind, or a pointer is NULL
///
/// Since 3.3.0. RFC 5280 section 4.2.1.4. Manual: `gnutls_x509_ext_export_policies`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_policies(
    policies: gnutls_x509_policies_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `policies` is NULL or a live handle; `ext` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let list = &opaque::get(policies)?.0;
        let parts: Vec<Vec<u8>> = list.iter().map(Policy::to_der).collect::<Result<_>>()?;
        write_datum(&ext::values::sequence(&[&parts.concat()]), ext)
    })
}
