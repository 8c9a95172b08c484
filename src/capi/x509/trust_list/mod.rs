//! Trust lists.
pub mod verify;

use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::capi::ffi::memory::{bytes_in, datum_bytes};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{file, guard, opaque, time};
use crate::capi::object::crl::get_crl_list;
use crate::capi::object::crt::{X509Crt, get_crt, get_crt_list, new_crt};
use crate::capi::object::trust_list::{X509TrustList, add_crls};
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::key_file::Format;
use crate::pki::name::compare;
use crate::pki::verify::trust;
use crate::pki::verify::trust::TrustList;

/// A certificate object that is lent to C as long as the list lives.
struct ReturnedIssuer(X509Crt);

// SAFETY: what C may do with a certificate that it shares between threads, it does through `&X509Crt`, whose names are
// filled in behind a `OnceLock`; it has no PIN function, whose pointer alone is not `Send` by itself.
unsafe impl Send for ReturnedIssuer {}

// SAFETY: as above.
unsafe impl Sync for ReturnedIssuer {}

impl ReturnedIssuer {
    fn handle(&self) -> gnutls_x509_crt_t {
        opaque::handle_of(&raw const self.0)
    }
}

/// Creates an empty list. Manual: `gnutls_x509_trust_list_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_init(
    list: *mut gnutls_x509_trust_list_t,
    size: c_uint,
) -> c_int {
    let _ = size;
    // SAFETY: `list` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(list, X509TrustList::new()) })
}

/// Frees a list, and with `all` the certificates and CRLs that were added as objects.
/// Manual: `gnutls_x509_trust_list_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_deinit(list: gnutls_x509_trust_list_t, all: c_uint) {
    guard::or((), || {
        // SAFETY: `list` is NULL or a handle that is dead afterwards.
        let Some(mut list) = (unsafe { opaque::take(list) }) else { return };
        if all != 0 {
            for h in list.crts.drain(..) {
                // SAFETY: with `all` the application hands them over.
                drop(unsafe { opaque::take(h) });
            }
            for h in list.crls.drain(..) {
                // SAFETY: `h` is NULL or a handle that is dead afterwards.
                drop(unsafe { opaque::take(h) });
            }
        }
    });
}

/// A function that is asked for missing issuers while a chain is verified: it gives an array of certificates, which the
/// library frees. Manual: `gnutls_x509_trust_list_set_getissuer_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_set_getissuer_function(
    tlist: gnutls_x509_trust_list_t,
    func: Option<gnutls_x509_trust_list_getissuer_function>,
) {
    guard::or((), || {
        // SAFETY: `tlist` is NULL or a live handle.
        if let Ok(l) = unsafe { opaque::get_mut(tlist) } {
            l.get_issuer = func;
        }
    });
}

/// A pointer of the application's own. Manual: `gnutls_x509_trust_list_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_set_ptr(tlist: gnutls_x509_trust_list_t, ptr: *mut c_void) {
    guard::or((), || {
        // SAFETY: `tlist` is NULL or a live handle.
        if let Ok(l) = unsafe { opaque::get_mut(tlist) } {
            l.ptr = ptr;
        }
    });
}

/// The pointer that was set. Manual: `gnutls_x509_trust_list_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_get_ptr(tlist: gnutls_x509_trust_list_t) -> *mut c_void {
    // SAFETY: `tlist` is NULL or a live handle.
    guard::or(core::ptr::null_mut(), || match unsafe { opaque::get(tlist) } {
        Ok(l) => l.ptr,
        Err(_) => core::ptr::null_mut(),
    })
}

/// Adds anchors: how many were given. The objects stay the application's until the list is freed with `all`.
/// Manual: `gnutls_x509_trust_list_add_cas`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_cas(
    list: gnutls_x509_trust_list_t,
    clist: *const gnutls_x509_crt_t,
    clist_size: c_uint,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle.
        let l = unsafe { opaque::get_mut(list)? };
        // SAFETY: `clist` is NULL or an array as long as its size says.
        let certs = unsafe { get_crt_list(clist, clist_size as usize)? };
        for (i, c) in certs.iter().enumerate() {
            let known = (flags & GNUTLS_TL_NO_DUPLICATES != 0 && l.list.contains(c))
                || (flags & GNUTLS_TL_NO_DUPLICATE_KEY != 0 && l.list.trusts_key_of(c));
            if !known {
                l.list.add(c);
            }
            // SAFETY: `clist` has `clist_size` handles.
            l.crts.push(unsafe { *clist.add(i) });
        }
        Ok(certs.len() as c_int)
    })
}

/// Adds a certificate that is good for one host (or service) name alone. Manual: `gnutls_x509_trust_list_add_named_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_named_crt(
    list: gnutls_x509_trust_list_t,
    cert: gnutls_x509_crt_t,
    name: *const c_void,
    name_size: usize,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        // SAFETY: `list` and `cert` are NULL or live handles; `name` is NULL or has as many bytes as its length says.
        let (l, c, name) = unsafe { (opaque::get_mut(list)?, get_crt(cert)?, bytes_in(name, name_size)?) };
        l.list.add_named(name, c);
        l.crts.push(cert);
        Ok(())
    })
}

/// Adds CRLs: how many. With `GNUTLS_TL_VERIFY_CRL` only those that an anchor signed and that are current.
/// Manual: `gnutls_x509_trust_list_add_crls`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_crls(
    list: gnutls_x509_trust_list_t,
    crl_list: *const gnutls_x509_crl_t,
    crl_size: c_uint,
    flags: c_uint,
    verification_flags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle.
        let l = unsafe { opaque::get_mut(list)? };
        // SAFETY: `crl_list` is NULL or an array as long as its size says.
        let crls = unsafe { get_crl_list(crl_list, crl_size as usize)? };
        let added = add_crls(&mut l.list, crls, flags, verification_flags)?;
        for i in 0..crl_size as usize {
            // SAFETY: `crl_list` has `crl_size` handles.
            l.crls.push(unsafe { *crl_list.add(i) });
        }
        Ok(added as c_int)
    })
}

/// Adds anchors and CRLs from memory, as with `GNUTLS_TL_NO_DUPLICATES`: how many of both. Manual: `gnutls_x509_trust_list_add_trust_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_trust_mem(
    list: gnutls_x509_trust_list_t,
    cas: *const gnutls_datum_t,
    crls: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle; `cas` and `crls` are NULL or valid datums.
        let (l, cas, crls) = unsafe { (opaque::get_mut(list)?, datum_bytes(cas), datum_bytes(crls)) };
        add_both(&mut l.list, cas, crls, Format::from_raw(type_), tl_flags, tl_vflags)
    })
}

fn add_both(
    list: &mut TrustList,
    cas: Option<&[u8]>,
    crls: Option<&[u8]>,
    format: Format,
    flags: u32,
    verification_flags: u32,
) -> Result<c_int> {
    let mut added = 0;
    if let Some(bytes) = cas {
        added += list.add_from(bytes, format)?;
    }
    if let Some(bytes) = crls {
        let crls = trust::read_crls(bytes, format)?;
        added += add_crls(list, crls, flags | GNUTLS_TL_NO_DUPLICATES, verification_flags)?;
    }
    Ok(added as c_int)
}

/// Adds anchors and CRLs from files: how many of both. Manual: `gnutls_x509_trust_list_add_trust_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_trust_file(
    list: gnutls_x509_trust_list_t,
    ca_file: *const c_char,
    crl_file: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle; `ca_file` and `crl_file` are NULL or C strings.
        let (l, ca, crl) =
            unsafe { (opaque::get_mut(list)?, file::file_path(ca_file)?, file::file_path(crl_file)?) };
        let ca = ca.map(trust::read_file).transpose()?;
        let crl = crl.map(trust::read_file).transpose()?;
        add_both(&mut l.list, ca.as_deref(), crl.as_deref(), Format::from_raw(type_), tl_flags, tl_vflags)
    })
}

/// Adds anchors and CRLs from the files of directories: how many of both. Manual: `gnutls_x509_trust_list_add_trust_dir`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_trust_dir(
    list: gnutls_x509_trust_list_t,
    ca_dir: *const c_char,
    crl_dir: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle; `ca_dir` and `crl_dir` are NULL or C strings.
        let (l, ca, crl) =
            unsafe { (opaque::get_mut(list)?, file::file_path(ca_dir)?, file::file_path(crl_dir)?) };
        let format = Format::from_raw(type_);
        // A directory or a file that cannot be used adds none, as in GnuTLS.
        let mut added = match ca {
            Some(dir) => l.list.add_dir(dir, format).unwrap_or(0),
            None => 0,
        };
        let Some(Ok(files)) = crl.map(trust::files_of) else { return Ok(added as c_int) };
        for file in files {
            let crls = trust::read_file(&file).and_then(|b| trust::read_crls(&b, format));
            let flags = tl_flags | GNUTLS_TL_NO_DUPLICATES;
            added += crls.and_then(|c| add_crls(&mut l.list, c, flags, tl_vflags)).unwrap_or(0);
        }
        Ok(added as c_int)
    })
}

/// Adds what the system trusts: how many. Manual: `gnutls_x509_trust_list_add_system_trust`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_system_trust(
    list: gnutls_x509_trust_list_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    let _ = (tl_flags, tl_vflags);
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle.
        let l = unsafe { opaque::get_mut(list)? };
        Ok(l.list.add_system_trust()? as c_int)
    })
}

/// Takes anchors out, and blocks them for good: how many were there. Manual: `gnutls_x509_trust_list_remove_cas`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_remove_cas(
    list: gnutls_x509_trust_list_t,
    clist: *const gnutls_x509_crt_t,
    clist_size: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle; `clist` is NULL or valid for reads.
        let (l, certs) = unsafe { (opaque::get_mut(list)?, get_crt_list(clist, clist_size as usize)?) };
        Ok(certs.iter().filter(|c| l.list.remove(c)).count() as c_int)
    })
}

/// As [`gnutls_x509_trust_list_remove_cas`], from memory. Manual: `gnutls_x509_trust_list_remove_trust_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_remove_trust_mem(
    list: gnutls_x509_trust_list_t,
    cas: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle; `cas` is NULL or a valid datum.
        let (l, bytes) = unsafe { (opaque::get_mut(list)?, datum_bytes(cas)) };
        let Some(bytes) = bytes else { return Ok(0) };
        let certs = trust::read_certificates(bytes, Format::from_raw(type_))?;
        Ok(certs.iter().filter(|c| l.list.remove(c)).count() as c_int)
    })
}

/// As [`gnutls_x509_trust_list_remove_cas`], from a file. Manual: `gnutls_x509_trust_list_remove_trust_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_remove_trust_file(
    list: gnutls_x509_trust_list_t,
    ca_file: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::code(|| {
        // SAFETY: `list` is NULL or a live handle; `ca_file` is NULL or a C string.
        let (l, file) =
            unsafe { (opaque::get_mut(list)?, file::file_path(ca_file)?.ok_or(INVALID_REQUEST)?) };
        let certs = trust::read_certificates(&trust::read_file(file)?, Format::from_raw(type_))?;
        Ok(certs.iter().filter(|c| l.list.remove(c)).count() as c_int)
    })
}

/// Gives an anchor: a copy with `GNUTLS_TL_GET_COPY`, else the one object that the list keeps of it. The list is only
/// looked at, so that any number of threads may ask.
///
/// # Safety
/// `out` is NULL or valid for a write.
unsafe fn give_anchor(
    list: &TrustList,
    found: Option<Certificate>,
    out: *mut gnutls_x509_crt_t,
    flags: c_uint,
) -> Result<()> {
    if out.is_null() {
        return Err(INVALID_REQUEST);
    }
    let cert = found.ok_or(DATA_NOT_AVAILABLE)?;
    let handle = if flags & GNUTLS_TL_GET_COPY != 0 {
        new_crt(cert)
    } else {
        list.lend(&cert, || ReturnedIssuer(X509Crt::of(cert.clone()))).ok_or(DATA_NOT_AVAILABLE)?.handle()
    };
    // SAFETY: not NULL; the caller's promise.
    unsafe { out.write(handle) };
    Ok(())
}

/// The anchor that issued a certificate. Manual: `gnutls_x509_trust_list_get_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_get_issuer(
    list: gnutls_x509_trust_list_t,
    cert: gnutls_x509_crt_t,
    issuer: *mut gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `list` and `cert` are NULL or live handles.
        let (l, c) = unsafe { (opaque::get(list)?, get_crt(cert)?) };
        // SAFETY: `list` is NULL or a live handle; `issuer` is NULL or valid for a write.
        unsafe { give_anchor(&l.list, l.list.issuer_of(c, time::verification_time()), issuer, flags) }
    })
}

/// The first anchor with this subject; the caller frees it. Manual: `gnutls_x509_trust_list_get_issuer_by_dn`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_get_issuer_by_dn(
    list: gnutls_x509_trust_list_t,
    dn: *const gnutls_datum_t,
    issuer: *mut gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        // SAFETY: `list` is NULL or a live handle; `dn` is NULL or a valid datum.
        let (l, dn) = unsafe { (opaque::get(list)?, datum_bytes(dn).ok_or(INVALID_REQUEST)?) };
        let found = l.list.with_subject(dn).next().cloned();
        // SAFETY: `list` is NULL or a live handle; `issuer` is NULL or valid for a write.
        unsafe { give_anchor(&l.list, found, issuer, GNUTLS_TL_GET_COPY) }
    })
}

/// The anchor with this key identifier (and subject, if one is given); the caller frees it.
/// Manual: `gnutls_x509_trust_list_get_issuer_by_subject_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_get_issuer_by_subject_key_id(
    list: gnutls_x509_trust_list_t,
    dn: *const gnutls_datum_t,
    spki: *const gnutls_datum_t,
    issuer: *mut gnutls_x509_crt_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        // SAFETY: `list` is NULL or a live handle; `dn` and `spki` are NULL or valid datums.
        let (l, dn, id) =
            unsafe { (opaque::get(list)?, datum_bytes(dn), datum_bytes(spki).ok_or(INVALID_REQUEST)?) };
        let named = |c: &Certificate| dn.is_none_or(|d| compare::same(d, c.subject()));
        let found = l.list.anchors().find(|c| c.subject_key_id() == Some(id) && named(c)).cloned();
        // SAFETY: `list` is NULL or a live handle; `issuer` is NULL or valid for a write.
        unsafe { give_anchor(&l.list, found, issuer, GNUTLS_TL_GET_COPY) }
    })
}

/// Where a walk through a list stands.
pub struct TrustListIter(usize);

// SAFETY: `gnutls_x509_trust_list_iter_get_ca` makes every iterator.
unsafe impl Opaque for gnutls_x509_trust_list_iter {
    type Object = TrustListIter;
}

/// The next anchor, which the caller frees; `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` at the end, where the iterator
/// is freed and set to NULL. Manual: `gnutls_x509_trust_list_iter_get_ca`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_iter_get_ca(
    list: gnutls_x509_trust_list_t,
    iter: *mut gnutls_x509_trust_list_iter_t,
    crt: *mut gnutls_x509_crt_t,
) -> c_int {
    guard::unit(|| {
        if iter.is_null() || crt.is_null() {
            return Err(INVALID_REQUEST);
        }
        // SAFETY: the manual's contract; not NULL, above.
        unsafe {
            let l = opaque::get(list)?;
            if (*iter).is_null() {
                opaque::give(iter, TrustListIter(0))?;
            }
            let at = opaque::get_mut(*iter)?;
            while at.0 < l.list.len() {
                at.0 += 1;
                if let Some(c) = l.list.anchor(at.0 - 1) {
                    crt.write(new_crt(c.clone()));
                    return Ok(());
                }
            }
            drop(opaque::take(*iter));
            iter.write(core::ptr::null_mut());
            crt.write(core::ptr::null_mut());
        }
        err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
    })
}

/// Frees an iterator before its end. Manual: `gnutls_x509_trust_list_iter_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_iter_deinit(iter: gnutls_x509_trust_list_iter_t) {
    // SAFETY: `iter` is NULL or a handle that is dead afterwards.
    guard::or((), || drop(unsafe { opaque::take(iter) }));
}
