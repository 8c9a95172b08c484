//! Trust lists: `gnutls_x509_trust_list_*`.
use core::ffi::{c_char, c_int, c_uint, c_void};
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::memory::{bytes_of, datum_bytes, given};
use super::x509_crl::{X509Crl, crl_list};
use super::x509_crt_get::{X509Crt, crt, crt_list, new_handle};
use super::{guard, handle};
use crate::abi::*;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::keys::Format;
use crate::pki::name_match;
use crate::pki::path;
use crate::pki::trust::{self, TrustList};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// What a `gnutls_x509_trust_list_t` points to.
pub struct X509TrustList {
    pub list: TrustList,
    /// Handles of C that `gnutls_x509_trust_list_deinit` with `all` frees.
    crts: Vec<gnutls_x509_crt_t>,
    crls: Vec<gnutls_x509_crl_t>,
    ptr: *mut c_void,
    /// Asked for the issuers of a certificate that the list does not know.
    get_issuer: Option<gnutls_x509_trust_list_getissuer_function>,
}

impl Default for X509TrustList {
    fn default() -> Self {
        Self::new()
    }
}

impl X509TrustList {
    pub fn new() -> Self {
        X509TrustList {
            list: TrustList::new(),
            crts: Vec::new(),
            crls: Vec::new(),
            ptr: core::ptr::null_mut(),
            get_issuer: None,
        }
    }
}

/// A certificate object that is lent to C as long as the list lives.
struct Lent(X509Crt);

// SAFETY: what C may do with a certificate that it shares between threads, it does through `&X509Crt`, whose names are
// filled in behind a `OnceLock`; it has no PIN function, whose pointer alone is not `Send` by itself.
unsafe impl Send for Lent {}
// SAFETY: as above.
unsafe impl Sync for Lent {}

impl Lent {
    fn handle(&self) -> gnutls_x509_crt_t {
        (&raw const self.0).cast_mut().cast()
    }
}

/// A trust list of credentials. C may hold its handle besides (`gnutls_certificate_get_trust_list`) and change it there,
/// so that it has one address from which all pointers come.
pub struct OwnedList(NonNull<X509TrustList>);

impl OwnedList {
    pub fn new(list: Box<X509TrustList>) -> Self {
        OwnedList(NonNull::from(Box::leak(list)))
    }

    pub fn handle(&self) -> gnutls_x509_trust_list_t {
        self.0.as_ptr().cast()
    }
}

impl Deref for OwnedList {
    type Target = X509TrustList;
    fn deref(&self) -> &X509TrustList {
        // SAFETY: it lives until `drop`; the program changes nothing while another call looks (the manual's rule).
        unsafe { self.0.as_ref() }
    }
}

impl DerefMut for OwnedList {
    fn deref_mut(&mut self) -> &mut X509TrustList {
        // SAFETY: as above.
        unsafe { self.0.as_mut() }
    }
}

impl Drop for OwnedList {
    fn drop(&mut self) {
        // SAFETY: leaked by `new`, and freed only here.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

/// Now, as the program's time function has it.
pub fn now() -> i64 {
    super::global::now() as i64
}

/// Creates an empty list. Manual: `gnutls_x509_trust_list_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_init(
    list: *mut gnutls_x509_trust_list_t,
    size: c_uint,
) -> c_int {
    let _ = size;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(list, X509TrustList::new()) })
}

/// Frees a list, and with `all` the certificates and CRLs that were added as objects.
/// Manual: `gnutls_x509_trust_list_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_deinit(list: gnutls_x509_trust_list_t, all: c_uint) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        let Some(mut list) = (unsafe { handle::take::<X509TrustList, _>(list) }) else { return };
        if all != 0 {
            for h in list.crts.drain(..) {
                // SAFETY: with `all` the program hands them over.
                drop(unsafe { handle::take::<X509Crt, _>(h) });
            }
            for h in list.crls.drain(..) {
                // SAFETY: as above.
                drop(unsafe { handle::take::<X509Crl, _>(h) });
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
        // SAFETY: the manual's contract.
        if let Ok(l) = unsafe { handle::get_mut::<X509TrustList, _>(tlist) } {
            l.get_issuer = func;
        }
    });
}

/// Asks the program for issuers until the chain reaches an anchor, or the program knows no more. The list is not borrowed
/// while the program's function runs.
///
/// # Safety
/// `list` is a handle of this chapter.
pub unsafe fn complete(list: gnutls_x509_trust_list_t, chain: &mut Vec<Certificate>) -> Result<()> {
    while chain.len() < path::MAX_CHAIN {
        // SAFETY: the caller's promise.
        let l = unsafe { handle::get::<X509TrustList, _>(list)? };
        let Some(ask) = l.get_issuer else { return Ok(()) };
        let ordered = path::build(&l.list, chain, 0);
        let Some(last) = ordered.last().filter(|c| !c.is_root()) else { return Ok(()) };
        if l.list.knows_issuer_of(last) {
            return Ok(());
        }
        let cert = new_handle(last.clone());
        let (mut found, mut n) = (core::ptr::null_mut::<gnutls_x509_crt_t>(), 0);
        // SAFETY: the program's own function, called as the manual says; what it gives is ours to free.
        let more = unsafe {
            let code = ask(list, cert, &mut found, &mut n);
            drop(handle::take::<X509Crt, _>(cert));
            if code < 0 || found.is_null() {
                return Ok(());
            }
            let more = crt_list(found, n as usize);
            for i in 0..n as usize {
                drop(handle::take::<X509Crt, _>(*found.add(i)));
            }
            super::memory::free(found.cast());
            more?
        };
        let before = chain.len();
        chain.extend(more.into_iter().filter(|c| !ordered.contains(c)));
        if chain.len() == before {
            return Ok(());
        }
    }
    Ok(())
}

/// A pointer of the program's own. Manual: `gnutls_x509_trust_list_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_set_ptr(tlist: gnutls_x509_trust_list_t, ptr: *mut c_void) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(l) = unsafe { handle::get_mut::<X509TrustList, _>(tlist) } {
            l.ptr = ptr;
        }
    });
}

/// The pointer that was set. Manual: `gnutls_x509_trust_list_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_get_ptr(tlist: gnutls_x509_trust_list_t) -> *mut c_void {
    // SAFETY: the manual's contract.
    guard::or(core::ptr::null_mut(), || match unsafe { handle::get::<X509TrustList, _>(tlist) } {
        Ok(l) => l.ptr,
        Err(_) => core::ptr::null_mut(),
    })
}

/// Adds anchors: how many were given. The objects stay the program's until the list is freed with `all`.
/// Manual: `gnutls_x509_trust_list_add_cas`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_cas(
    list: gnutls_x509_trust_list_t,
    clist: *const gnutls_x509_crt_t,
    clist_size: c_uint,
    flags: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: the manual's contract.
        let l = unsafe { handle::get_mut::<X509TrustList, _>(list)? };
        // SAFETY: the manual's contract.
        let certs = unsafe { crt_list(clist, clist_size as usize)? };
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
        // SAFETY: the manual's contract.
        let (l, c, name) =
            unsafe { (handle::get_mut::<X509TrustList, _>(list)?, crt(cert)?, given(name, name_size)?) };
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
        // SAFETY: the manual's contract.
        let l = unsafe { handle::get_mut::<X509TrustList, _>(list)? };
        // SAFETY: the manual's contract.
        let crls = unsafe { self::crl_list(crl_list, crl_size as usize)? };
        let added = add_crls(&mut l.list, crls, flags, verification_flags)?;
        for i in 0..crl_size as usize {
            // SAFETY: `crl_list` has `crl_size` handles.
            l.crls.push(unsafe { *crl_list.add(i) });
        }
        Ok(added as c_int)
    })
}

/// Adds CRLs, verified if the flags say so: how many were taken.
pub fn add_crls(list: &mut TrustList, crls: Vec<Crl>, flags: u32, verification_flags: u32) -> Result<usize> {
    let mut added = 0;
    for crl in crls {
        if flags & GNUTLS_TL_VERIFY_CRL != 0 && list.verify_crl(&crl, verification_flags, now()) != 0 {
            if flags & GNUTLS_TL_FAIL_ON_INVALID_CRL != 0 {
                return err(GNUTLS_E_CRL_VERIFICATION_ERROR);
            }
            continue;
        }
        list.add_crl(crl, flags & GNUTLS_TL_NO_DUPLICATES != 0);
        added += 1;
    }
    Ok(added)
}

/// A path from C; a URL of a token is `GNUTLS_E_UNIMPLEMENTED_FEATURE`.
///
/// # Safety
/// `name` is NULL or a C string.
pub unsafe fn path_of<'a>(name: *const c_char) -> Result<Option<&'a Path>> {
    // SAFETY: the caller's promise.
    match unsafe { bytes_of(name) } {
        None => Ok(None),
        Some(s) if s.starts_with(b"pkcs11:") => err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
        Some(s) => Ok(Some(Path::new(OsStr::from_bytes(s)))),
    }
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
        // SAFETY: the manual's contract.
        let (l, cas, crls) =
            unsafe { (handle::get_mut::<X509TrustList, _>(list)?, datum_bytes(cas), datum_bytes(crls)) };
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
        // SAFETY: the manual's contract.
        let (l, ca, crl) =
            unsafe { (handle::get_mut::<X509TrustList, _>(list)?, path_of(ca_file)?, path_of(crl_file)?) };
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
        // SAFETY: the manual's contract.
        let (l, ca, crl) =
            unsafe { (handle::get_mut::<X509TrustList, _>(list)?, path_of(ca_dir)?, path_of(crl_dir)?) };
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
        // SAFETY: the manual's contract.
        let l = unsafe { handle::get_mut::<X509TrustList, _>(list)? };
        Ok(l.list.add_file(Path::new(trust::SYSTEM_TRUST), Format::Pem)? as c_int)
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
        // SAFETY: the manual's contract.
        let (l, certs) =
            unsafe { (handle::get_mut::<X509TrustList, _>(list)?, crt_list(clist, clist_size as usize)?) };
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
        // SAFETY: the manual's contract.
        let (l, bytes) = unsafe { (handle::get_mut::<X509TrustList, _>(list)?, datum_bytes(cas)) };
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
        // SAFETY: the manual's contract.
        let (l, file) =
            unsafe { (handle::get_mut::<X509TrustList, _>(list)?, path_of(ca_file)?.ok_or(INVALID)?) };
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
        return Err(INVALID);
    }
    let cert = found.ok_or(NOT_THERE)?;
    let handle = if flags & GNUTLS_TL_GET_COPY != 0 {
        new_handle(cert)
    } else {
        list.lend(&cert, || Lent(X509Crt::of(cert.clone()))).ok_or(NOT_THERE)?.handle()
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
        // SAFETY: the manual's contract.
        let (l, c) = unsafe { (handle::get::<X509TrustList, _>(list)?, crt(cert)?) };
        // SAFETY: the manual's contract.
        unsafe { give_anchor(&l.list, l.list.issuer_of(c, now()), issuer, flags) }
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
        // SAFETY: the manual's contract.
        let (l, dn) = unsafe { (handle::get::<X509TrustList, _>(list)?, datum_bytes(dn).ok_or(INVALID)?) };
        let found = l.list.with_subject(dn).next().cloned();
        // SAFETY: the manual's contract.
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
        // SAFETY: the manual's contract.
        let (l, dn, id) = unsafe {
            (handle::get::<X509TrustList, _>(list)?, datum_bytes(dn), datum_bytes(spki).ok_or(INVALID)?)
        };
        let named = |c: &Certificate| dn.is_none_or(|d| name_match::same(d, c.subject()));
        let found = l.list.anchors().find(|c| c.subject_key_id() == Some(id) && named(c)).cloned();
        // SAFETY: the manual's contract.
        unsafe { give_anchor(&l.list, found, issuer, GNUTLS_TL_GET_COPY) }
    })
}

/// Where a walk through a list stands.
struct Iter(usize);

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
            return Err(INVALID);
        }
        // SAFETY: the manual's contract; not NULL, above.
        unsafe {
            let l = handle::get::<X509TrustList, _>(list)?;
            if (*iter).is_null() {
                handle::give(iter, Iter(0))?;
            }
            let at = handle::get_mut::<Iter, _>(*iter)?;
            while at.0 < l.list.len() {
                at.0 += 1;
                if let Some(c) = l.list.anchor(at.0 - 1) {
                    crt.write(new_handle(c.clone()));
                    return Ok(());
                }
            }
            drop(handle::take::<Iter, _>(*iter));
            iter.write(core::ptr::null_mut());
            crt.write(core::ptr::null_mut());
        }
        err(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
    })
}

/// Frees an iterator before its end. Manual: `gnutls_x509_trust_list_iter_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_iter_deinit(iter: gnutls_x509_trust_list_iter_t) {
    // SAFETY: the manual's contract.
    guard::or((), || drop(unsafe { handle::take::<Iter, _>(iter) }));
}
