//! Extensions as objects (`x509-ext.h`): policies, purposes, TLS features. What getters give points into the object and
//! lives as long as that is not changed.
use core::ffi::{c_char, c_int, c_uint};

use super::memory::{bytes_of, put, slice};
use super::x509_crt::crt;
use super::x509_crt_get::give_datum;
use super::x509_ext::{Kept, content, id_of, kept_oid};
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::der::Write as _;
use crate::asn1::oid;
use crate::error::{Error, Result};
use crate::pki::ext_write as write;
use crate::pki::extensions::{self, Qualifier};
use crate::pki::name;

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// A policy that the object owns.
struct Policy {
    id: Kept,
    qualifiers: Vec<(c_uint, Kept)>,
}

impl Policy {
    /// # Safety
    /// What the struct points to is valid.
    unsafe fn given(policy: &gnutls_x509_policy_st) -> Result<Policy> {
        // SAFETY: the caller's promise.
        let id = unsafe { bytes_of(policy.oid) }.ok_or(INVALID)?;
        let mut qualifiers = Vec::new();
        for q in policy.qualifier.iter().take(policy.qualifiers as usize) {
            // SAFETY: the caller's promise.
            qualifiers.push((q.type_, Kept::new(unsafe { slice(q.data.cast(), q.size as usize) })));
        }
        Ok(Policy { id: Kept::new(id), qualifiers })
    }

    fn read(p: &extensions::Policy<'_>) -> Result<Policy> {
        let qualifier = |q: &Qualifier<'_>| match q {
            Qualifier::Uri(uri) => (GNUTLS_X509_QUALIFIER_URI, Kept::new(uri)),
            Qualifier::Notice(text) => {
                (GNUTLS_X509_QUALIFIER_NOTICE, Kept::new(&name::plain_text(text).unwrap_or_default()))
            }
            Qualifier::Unknown => (GNUTLS_X509_QUALIFIER_UNKNOWN, Kept::new(b"")),
        };
        let most = GNUTLS_MAX_QUALIFIERS as usize;
        Ok(Policy {
            id: kept_oid(p.oid)?,
            qualifiers: p.qualifiers.iter().take(most).map(qualifier).collect(),
        })
    }

    fn to_der(&self) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        for (kind, text) in &self.qualifiers {
            out.push(match *kind {
                GNUTLS_X509_QUALIFIER_URI => write::Qualifier::Uri(text.bytes()),
                GNUTLS_X509_QUALIFIER_NOTICE => write::Qualifier::Notice(
                    core::str::from_utf8(text.bytes()).map_err(|_| GNUTLS_E_INVALID_UTF8_STRING)?,
                ),
                _ => return Err(INVALID),
            });
        }
        Ok(write::policy(&id_of(&self.id)?, &out))
    }
}

/// PolicyInformation of a policy from C.
///
/// # Safety
/// What the struct points to is valid.
pub unsafe fn policy_der(policy: &gnutls_x509_policy_st) -> Result<Vec<u8>> {
    // SAFETY: the caller's promise.
    unsafe { Policy::given(policy)? }.to_der()
}

/// What a `gnutls_x509_policies_t` points to.
#[derive(Default)]
struct Policies(Vec<Policy>);

/// Creates an empty list of policies. Manual: `gnutls_x509_policies_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_init(policies: *mut gnutls_x509_policies_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(policies, Policies::default()) })
}

/// Frees a list of policies. Manual: `gnutls_x509_policies_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_deinit(policies: gnutls_x509_policies_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<Policies, _>(policies));
    })
}

/// Policy `seq`; what the struct points to belongs to the list. Manual: `gnutls_x509_policies_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_get(
    policies: gnutls_x509_policies_t,
    seq: c_uint,
    policy: *mut gnutls_x509_policy_st,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let found = handle::get::<Policies, _>(policies)?.0.get(seq as usize).ok_or(NOT_THERE)?;
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
        put(policy, out);
        Ok(())
    })
}

/// One more policy, which is copied. Manual: `gnutls_x509_policies_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_policies_set(
    policies: gnutls_x509_policies_t,
    policy: *const gnutls_x509_policy_st,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let policy = Policy::given(policy.as_ref().ok_or(INVALID)?)?;
        handle::get_mut::<Policies, _>(policies)?.0.push(policy);
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
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let read: Vec<Policy> =
            extensions::policies(content(ext)?)?.iter().map(Policy::read).collect::<Result<_>>()?;
        handle::get_mut::<Policies, _>(policies)?.0.extend(read);
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_policies`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_policies(
    policies: gnutls_x509_policies_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let list = &handle::get::<Policies, _>(policies)?.0;
        let parts: Vec<Vec<u8>> = list.iter().map(Policy::to_der).collect::<Result<_>>()?;
        give_datum(&write::sequence(&[&parts.concat()]), ext)
    })
}

/// What a `gnutls_x509_key_purposes_t` points to.
#[derive(Default)]
struct Purposes(Vec<Kept>);

/// Creates an empty list of purposes. Manual: `gnutls_x509_key_purpose_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_init(p: *mut gnutls_x509_key_purposes_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(p, Purposes::default()) })
}

/// Frees a list of purposes. Manual: `gnutls_x509_key_purpose_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_deinit(p: gnutls_x509_key_purposes_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<Purposes, _>(p));
    })
}

/// One more purpose, dotted. Manual: `gnutls_x509_key_purpose_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_set(
    p: gnutls_x509_key_purposes_t,
    oid: *const c_char,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let id = Kept::new(bytes_of(oid).ok_or(INVALID)?);
        handle::get_mut::<Purposes, _>(p)?.0.push(id);
        Ok(())
    })
}

/// Purpose `idx`; it points into the list. Manual: `gnutls_x509_key_purpose_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_key_purpose_get(
    p: gnutls_x509_key_purposes_t,
    idx: c_uint,
    oid: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let found = handle::get::<Purposes, _>(p)?.0.get(idx as usize).ok_or(NOT_THERE)?;
        put(oid, found.lent());
        Ok(())
    })
}

/// Reads the purposes of the extension's content. Manual: `gnutls_x509_ext_import_key_purposes`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_key_purposes(
    ext: *const gnutls_datum_t,
    p: gnutls_x509_key_purposes_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let read: Vec<Kept> =
            extensions::key_purposes(content(ext)?)?.into_iter().map(kept_oid).collect::<Result<_>>()?;
        handle::get_mut::<Purposes, _>(p)?.0 = read;
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_key_purposes`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_key_purposes(
    p: gnutls_x509_key_purposes_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let mut row = Vec::new();
        for purpose in &handle::get::<Purposes, _>(p)?.0 {
            row.oid(&id_of(purpose)?);
        }
        give_datum(&write::sequence(&[&row]), ext)
    })
}

/// As many features as one list holds.
const MAX_FEATURES: usize = 64;

/// What a `gnutls_x509_tlsfeatures_t` points to: numbers of TLS extensions.
#[derive(Default)]
pub struct TlsFeatures(pub Vec<u32>);

impl TlsFeatures {
    /// Reads the extension's content, or adds what is new in it.
    pub fn import(&mut self, value: &[u8], append: bool) -> Result<()> {
        let read = extensions::tls_features(value)?;
        if !append {
            self.0.clear();
        }
        if read.len() > MAX_FEATURES {
            return Err(GNUTLS_E_INTERNAL_ERROR.into());
        }
        for f in read {
            if f > 0xffff {
                return Err(GNUTLS_E_CERTIFICATE_ERROR.into());
            }
            if !self.0.contains(&f) {
                self.0.push(f);
            }
        }
        Ok(())
    }
}

/// Creates an empty list of features. Manual: `gnutls_x509_tlsfeatures_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_init(f: *mut gnutls_x509_tlsfeatures_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(f, TlsFeatures::default()) })
}

/// Frees a list of features. Manual: `gnutls_x509_tlsfeatures_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_deinit(f: gnutls_x509_tlsfeatures_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<TlsFeatures, _>(f));
    })
}

/// One more feature. Manual: `gnutls_x509_tlsfeatures_add`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_add(f: gnutls_x509_tlsfeatures_t, feature: c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        if feature > 0xffff {
            return Err(INVALID);
        }
        let list = &mut handle::get_mut::<TlsFeatures, _>(f)?.0;
        if list.len() == MAX_FEATURES {
            return Err(GNUTLS_E_INTERNAL_ERROR.into());
        }
        list.push(feature);
        Ok(())
    })
}

/// Feature `idx`. Manual: `gnutls_x509_tlsfeatures_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_get(
    f: gnutls_x509_tlsfeatures_t,
    idx: c_uint,
    feature: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        put(feature, *handle::get::<TlsFeatures, _>(f)?.0.get(idx as usize).ok_or(NOT_THERE)?);
        Ok(())
    })
}

/// Reads the features of the extension's content; with `GNUTLS_EXT_FLAG_APPEND` those that are there stay. Manual: `gnutls_x509_ext_import_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_tlsfeatures(
    ext: *const gnutls_datum_t,
    f: gnutls_x509_tlsfeatures_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let value = content(ext)?;
        handle::get_mut::<TlsFeatures, _>(f)?.import(value, flags & GNUTLS_EXT_FLAG_APPEND != 0)
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_tlsfeatures(
    f: gnutls_x509_tlsfeatures_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&write::tls_features(&handle::get::<TlsFeatures, _>(f)?.0), ext) })
}

/// Non-zero if the certificate asks for every feature of the list. Manual: `gnutls_x509_tlsfeatures_check_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_tlsfeatures_check_crt(
    feat: gnutls_x509_tlsfeatures_t,
    cert: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || unsafe {
        let (Ok(list), Ok(cert)) = (handle::get::<TlsFeatures, _>(feat), crt(cert)) else { return 0 };
        if list.0.is_empty() {
            return 1;
        }
        let own = cert.extension(oid::TLS_FEATURES).and_then(|e| extensions::tls_features(e.value).ok());
        own.is_some_and(|own| list.0.iter().all(|f| own.contains(f))).into()
    })
}

/// The features that the certificate asks for; with `GNUTLS_EXT_FLAG_APPEND` those in the list stay. Manual: `gnutls_x509_crt_get_tlsfeatures`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_tlsfeatures(
    crt: gnutls_x509_crt_t,
    features: gnutls_x509_tlsfeatures_t,
    flags: c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let e = self::crt(crt)?.extension(oid::TLS_FEATURES).ok_or(NOT_THERE)?;
        put(critical, e.critical.into());
        handle::get_mut::<TlsFeatures, _>(features)?.import(e.value, flags & GNUTLS_EXT_FLAG_APPEND != 0)
    })
}
