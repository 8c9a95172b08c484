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

/// Frees what a policy points to. Manual: `gnutls_x509_policy_release`.
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

// SAFETY: `gnutls_x509_policies_init` makes every handle.
unsafe impl Opaque for gnutls_x509_policies_st {
    type Object = Policies;
}

/// Creates an empty list of policies. Manual: `gnutls_x509_policies_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_init(policies: *mut gnutls_x509_policies_t) -> c_int {
    // SAFETY: `policies` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(policies, Policies::default()) })
}

/// Frees a list of policies. Manual: `gnutls_x509_policies_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_deinit(policies: gnutls_x509_policies_t) {
    // SAFETY: `policies` is NULL or a handle that is dead afterwards.
    guard::or((), || unsafe {
        drop(opaque::take(policies));
    })
}

/// Policy `seq`; what the struct points to belongs to the list. Manual: `gnutls_x509_policies_get`.
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

/// One more policy, which is copied. Manual: `gnutls_x509_policies_set`.
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

/// Adds the policies of the extension's content. Manual: `gnutls_x509_ext_import_policies`.
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

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_policies`.
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
