//! Trust lists.
pub mod verify;

use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::Format;
use crate::capi::ffi::memory::{bytes_in, datum_bytes};
use crate::capi::ffi::opaque::Opaque;
use crate::capi::ffi::{file, guard, opaque, time};
use crate::capi::object::crl::get_crl_list;
use crate::capi::object::crt::{X509Crt, get_crt, get_crt_list, new_crt};
use crate::capi::object::trust_list::{X509TrustList, add_crls};
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::name::compare;
use crate::pki::verify::trust;
use crate::pki::verify::trust::TrustList;

/// A certificate object that is lent to C as long as the list lives.
struct ReturnedIssuer(X509Crt);

// SAFETY: C code may use a certificate that threads share only through `&X509Crt`, whose names are stored in
// a `OnceLock`. It has no PIN function; the PIN function's pointer is the only field that is not `Send`.
unsafe impl Send for ReturnedIssuer {}

// SAFETY: as above.
unsafe impl Sync for ReturnedIssuer {}

impl ReturnedIssuer {
    fn handle(&self) -> gnutls_x509_crt_t {
        opaque::handle_of(&raw const self.0)
    }
}

/// Creates an empty trust list.
///
/// A trust list holds the certificates of trusted authorities, revocation lists and certificates that
/// are good for one name. Certificate chains are verified against it, as with
/// `gnutls_x509_trust_list_verify_crt2`.
///
/// - `list`: takes the new list, which is freed with `gnutls_x509_trust_list_deinit`
/// - `size`: not used; the list grows as needed. 0 is fine
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `list` is NULL
///
/// Filling a list is for one thread. Once filled, any number of threads may verify with it at once.
///
/// Since 3.0.0. Manual: `gnutls_x509_trust_list_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_init(
    list: *mut gnutls_x509_trust_list_t,
    size: c_uint,
) -> c_int {
    let _ = size;
    // SAFETY: `list` is NULL or valid for a write.
    guard::unit(|| unsafe { opaque::give(list, X509TrustList::new()) })
}

/// Frees a trust list, with its revocation lists and whatever the list has lent.
///
/// Certificates from `gnutls_x509_trust_list_get_issuer` without `GNUTLS_TL_GET_COPY` become invalid.
/// Credentials that own the list (`gnutls_certificate_set_trust_list`) free it themselves.
///
/// - `list`: the list; NULL is ignored
/// - `all`: not 0 to free the handles as well that were passed to `gnutls_x509_trust_list_add_cas`,
///   `gnutls_x509_trust_list_add_named_crt` and `gnutls_x509_trust_list_add_crls`; each of them must
///   have been passed once only. 0 if they stay the caller's
///
/// Since 3.0.0. Manual: `gnutls_x509_trust_list_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_deinit(list: gnutls_x509_trust_list_t, all: c_uint) {
    guard::or((), || {
        // SAFETY: `list` is NULL or a handle that is not used afterwards.
        let Some(mut list) = (unsafe { opaque::take(list) }) else { return };
        if all != 0 {
            for h in list.crts.drain(..) {
                // SAFETY: with `all` the application transfers the ownership of the handles.
                drop(unsafe { opaque::take(h) });
            }
            for h in list.crls.drain(..) {
                // SAFETY: `h` is NULL or a handle that is not used afterwards.
                drop(unsafe { opaque::take(h) });
            }
        }
    });
}

/// Sets the function that is asked for missing issuers while a chain is verified.
///
/// It is called by `gnutls_x509_trust_list_verify_crt2` and by the verification of a peer, when no
/// certificate of the list and of the chain is the issuer. It gets the list, the topmost certificate,
/// and takes an array of certificates in its last two arguments: the array from `gnutls_malloc`, as
/// `gnutls_x509_crt_list_import2` makes it. The library frees array and certificates. An answer below
/// 0, or no array, means that there is no issuer to be had. The function is called again while the
/// chain grows.
///
/// - `tlist`: the list; NULL is ignored
/// - `func`: the function, or NULL for none. It may use the list, but not change it while other threads
///   verify
///
/// Since 3.7.0. Manual: `gnutls_x509_trust_list_set_getissuer_function`.
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

/// Stores a pointer of the application in a trust list.
///
/// The library does not look at what it points to and never frees it. The function set with
/// `gnutls_x509_trust_list_set_getissuer_function` reads it with `gnutls_x509_trust_list_get_ptr`.
///
/// - `tlist`: the list; NULL is ignored
/// - `ptr`: any pointer, or NULL
///
/// Since 3.7.0. Manual: `gnutls_x509_trust_list_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_set_ptr(tlist: gnutls_x509_trust_list_t, ptr: *mut c_void) {
    guard::or((), || {
        // SAFETY: `tlist` is NULL or a live handle.
        if let Ok(l) = unsafe { opaque::get_mut(tlist) } {
            l.ptr = ptr;
        }
    });
}

/// Returns the pointer that `gnutls_x509_trust_list_set_ptr` stored.
///
/// It is meant for the function set with `gnutls_x509_trust_list_set_getissuer_function`, which gets
/// the list as its first argument.
///
/// - `tlist`: the list
///
/// Returns the pointer, or NULL if none was set or `tlist` is NULL.
///
/// Since 3.7.0. Manual: `gnutls_x509_trust_list_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_get_ptr(tlist: gnutls_x509_trust_list_t) -> *mut c_void {
    // SAFETY: `tlist` is NULL or a live handle.
    guard::or(core::ptr::null_mut(), || match unsafe { opaque::get(tlist) } {
        Ok(l) => l.ptr,
        Err(_) => core::ptr::null_mut(),
    })
}

/// Adds certificates of authorities to be trusted.
///
/// A chain is good if it leads to one of them. The list shares their content, so that the handles may
/// be freed at any time if the list is freed with `all` 0; the manual of GnuTLS asks for them to live
/// as long as the list. With `all` not 0, `gnutls_x509_trust_list_deinit` frees the handles, also those
/// of duplicates.
///
/// - `list`: the list
/// - `clist`: an array of certificates
/// - `clist_size`: the number of its elements
/// - `flags`: 0, or of `gnutls_trust_list_flags_t`: `GNUTLS_TL_NO_DUPLICATES` passes over certificates
///   that are in the list, `GNUTLS_TL_NO_DUPLICATE_KEY` over those whose subject and key are; with
///   `GNUTLS_TL_USE_IN_TLS` a server whose credentials get the list names them when it asks for a certificate. Others have no
///   effect
///
/// Returns the number of certificates given, duplicates included, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `clist` or one of its elements is NULL; nothing is added
///
/// Since 3.0.0. RFC 5280 section 6.1. Manual: `gnutls_x509_trust_list_add_cas`.
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
        l.list.advertising(flags & GNUTLS_TL_USE_IN_TLS != 0, |list| {
            for c in &certs {
                let known = (flags & GNUTLS_TL_NO_DUPLICATES != 0 && list.contains(c))
                    || (flags & GNUTLS_TL_NO_DUPLICATE_KEY != 0 && list.trusts_key_of(c));
                if !known {
                    list.add(c);
                }
            }
        });
        // SAFETY: `clist` has `clist_size` handles.
        l.crts.extend((0..certs.len()).map(|i| unsafe { *clist.add(i) }));
        Ok(certs.len() as c_int)
    })
}

/// Adds a certificate that is trusted for one name alone.
///
/// It is no authority. `gnutls_x509_trust_list_verify_named_crt` accepts it under that name, and so
/// does `gnutls_x509_trust_list_verify_crt2` for the end certificate if the name is the host that is
/// asked for. The list shares its content; with `all` not 0, `gnutls_x509_trust_list_deinit` frees the
/// handle.
///
/// - `list`: the list
/// - `cert`: the certificate
/// - `name`: the name of the host or service. It is copied, and compared byte by byte: upper and lower
///   case differ
/// - `name_size`: its length in bytes
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `list` or `cert` is NULL, or `name` is NULL while `name_size` is not 0
///
/// Since 3.0.0. Manual: `gnutls_x509_trust_list_add_named_crt`.
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

/// Adds certificate revocation lists.
///
/// Add the authorities first if the lists are to be verified. Lists that do not verify are passed over,
/// unless the flags ask for an error. The trust list shares their content; with `all` not 0,
/// `gnutls_x509_trust_list_deinit` frees all handles of a call that succeeded.
///
/// In a verification a certificate that a list has is revoked. If there are lists of its issuer, but none is
/// good for it (its scope, its signature, the issuer's key usage, or an extension that is critical and not known), it has
/// the status `GNUTLS_CERT_INVALID`. Certificates whose issuer has no list are not asked for.
///
/// - `list`: the list
/// - `crl_list`: an array of revocation lists
/// - `crl_size`: the number of its elements
/// - `flags`: of `gnutls_trust_list_flags_t`: `GNUTLS_TL_VERIFY_CRL` takes only what an authority of
///   the list signed and what is current, `GNUTLS_TL_FAIL_ON_INVALID_CRL` besides makes the first other
///   one an error, `GNUTLS_TL_NO_DUPLICATES` keeps only the newest list of each issuer and scope
/// - `verification_flags`: `GNUTLS_VERIFY_*` flags for the verification of the lists
///
/// Returns the number of lists added, or a negative error code:
/// - `GNUTLS_E_CRL_VERIFICATION_ERROR`: a list does not verify; those before it have been added, and
///   all handles stay the caller's
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `crl_list` or one of its elements is NULL
///
/// Since 3.0. RFC 5280 section 6.3. Manual: `gnutls_x509_trust_list_add_crls`.
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

/// Adds authorities and revocation lists from memory.
///
/// PEM may hold any number of them, DER one. Certificates that are in the list are not added again; of
/// the revocation lists of one issuer the newest is kept. If one certificate is wrong, none is added;
/// if a revocation list is wrong, the certificates stay in the list.
///
/// - `list`: the list
/// - `cas`: certificates of authorities, or NULL
/// - `crls`: revocation lists, or NULL
/// - `type_`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `tl_flags`: for the revocation lists, as in `gnutls_x509_trust_list_add_crls`
/// - `tl_vflags`: `GNUTLS_VERIFY_*` flags for their verification
///
/// Returns the number of certificates read and revocation lists added, or a negative error code:
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: `cas` has no certificate in PEM
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a PEM block cannot be
///   decoded, or `crls` has none
/// - `GNUTLS_E_CRL_VERIFICATION_ERROR`: a revocation list does not verify, and
///   `GNUTLS_TL_FAIL_ON_INVALID_CRL` is set
/// - `GNUTLS_E_INVALID_REQUEST`: `list` is NULL
/// - codes of `gnutls_x509_crt_import` and `gnutls_x509_crl_import`, if the DER cannot be read
///
/// Since 3.1. Manual: `gnutls_x509_trust_list_add_trust_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_trust_mem(
    list: gnutls_x509_trust_list_t,
    cas: *const gnutls_datum_t,
    crls: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    guard::reported("gnutls_x509_trust_list_add_trust_mem", || {
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
        added += list.advertising(flags & GNUTLS_TL_USE_IN_TLS != 0, |list| list.add_from(bytes, format))?;
    }
    if let Some(bytes) = crls {
        let crls = trust::read_crls(bytes, format)?;
        added += add_crls(list, crls, flags | GNUTLS_TL_NO_DUPLICATES, verification_flags)?;
    }
    Ok(added as c_int)
}

/// Adds authorities and revocation lists from files.
///
/// Both files are read before anything is added. What they hold is treated as by
/// `gnutls_x509_trust_list_add_trust_mem`: PEM holds any number, and duplicates are not added again.
///
/// - `list`: the list
/// - `ca_file`: path of a file of authorities, or NULL
/// - `crl_file`: path of a file of revocation lists, or NULL
/// - `type_`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `tl_flags`: for the revocation lists, as in `gnutls_x509_trust_list_add_crls`
/// - `tl_vflags`: `GNUTLS_VERIFY_*` flags for their verification
///
/// Returns the number of certificates read and revocation lists added, or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: a file cannot be read
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a path is a URL of PKCS #11
/// - `GNUTLS_E_INVALID_REQUEST`: `list` is NULL
/// - codes of `gnutls_x509_trust_list_add_trust_mem`
///
/// Since 3.1. Manual: `gnutls_x509_trust_list_add_trust_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_trust_file(
    list: gnutls_x509_trust_list_t,
    ca_file: *const c_char,
    crl_file: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    guard::reported("gnutls_x509_trust_list_add_trust_file", || {
        // SAFETY: `list` is NULL or a live handle; `ca_file` and `crl_file` are NULL or C strings.
        let (l, ca, crl) =
            unsafe { (opaque::get_mut(list)?, file::file_path(ca_file)?, file::file_path(crl_file)?) };
        let ca = ca.map(trust::read_file).transpose()?;
        let crl = crl.map(trust::read_file).transpose()?;
        add_both(&mut l.list, ca.as_deref(), crl.as_deref(), Format::from_raw(type_), tl_flags, tl_vflags)
    })
}

/// Adds authorities and revocation lists from all files of two directories.
///
/// Subdirectories are not entered. A directory or file that cannot be read, or that holds nothing of
/// the kind, is passed over without an error.
///
/// - `list`: the list
/// - `ca_dir`: path of a directory of certificate files, or NULL
/// - `crl_dir`: path of a directory of revocation list files, or NULL
/// - `type_`: `GNUTLS_X509_FMT_DER`; every other value means PEM
/// - `tl_flags`: for the revocation lists, as in `gnutls_x509_trust_list_add_crls`;
///   `GNUTLS_TL_NO_DUPLICATES` is implied
/// - `tl_vflags`: `GNUTLS_VERIFY_*` flags for their verification
///
/// Returns the number of certificates read and revocation lists added, which may be 0, or a negative
/// error code:
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: a path is a URL of PKCS #11
/// - `GNUTLS_E_INVALID_REQUEST`: `list` is NULL
///
/// Since 3.3.6. Manual: `gnutls_x509_trust_list_add_trust_dir`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_trust_dir(
    list: gnutls_x509_trust_list_t,
    ca_dir: *const c_char,
    crl_dir: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    guard::reported("gnutls_x509_trust_list_add_trust_dir", || {
        // SAFETY: `list` is NULL or a live handle; `ca_dir` and `crl_dir` are NULL or C strings.
        let (l, ca, crl) =
            unsafe { (opaque::get_mut(list)?, file::file_path(ca_dir)?, file::file_path(crl_dir)?) };
        let format = Format::from_raw(type_);
        // As in GnuTLS, a directory or file that cannot be used adds nothing and is not an error.
        let mut added = match ca {
            Some(dir) => {
                let wanted = tl_flags & GNUTLS_TL_USE_IN_TLS != 0;
                l.list.advertising(wanted, |list| list.add_dir(dir, format)).unwrap_or(0)
            }
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

/// Adds the authorities that the system trusts.
///
/// They are read from the first bundle that exists of those that distributions have, on Debian
/// `/etc/ssl/certs/ca-certificates.crt`, else from Fedora's or openSUSE's directory of certificates
/// named by hashes. On a system without them nothing is added. Certificates that are in the list are not added again.
///
/// - `list`: the list
/// - `tl_flags`: 0, or `GNUTLS_TL_USE_IN_TLS` as in `gnutls_x509_trust_list_add_cas`
/// - `tl_vflags`: not used; pass 0
///
/// Returns the number of certificates read, or a negative error code:
/// - `GNUTLS_E_FILE_ERROR`: the bundle is there and cannot be read
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`, or a code of `gnutls_x509_trust_list_add_trust_mem`: it has no
///   certificates, or one that is wrong
/// - `GNUTLS_E_INVALID_REQUEST`: `list` is NULL
///
/// Since 3.1. Manual: `gnutls_x509_trust_list_add_system_trust`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_add_system_trust(
    list: gnutls_x509_trust_list_t,
    tl_flags: c_uint,
    tl_vflags: c_uint,
) -> c_int {
    let _ = tl_vflags;
    guard::reported("gnutls_x509_trust_list_add_system_trust", || {
        // SAFETY: `list` is NULL or a live handle.
        let l = unsafe { opaque::get_mut(list)? };
        let wanted = tl_flags & GNUTLS_TL_USE_IN_TLS != 0;
        Ok(l.list.advertising(wanted, TrustList::add_system_trust)? as c_int)
    })
}

/// Removes authorities, and refuses paths through them.
///
/// A path in which one of the certificates is the end certificate or an intermediate one has the status
/// `GNUTLS_CERT_REVOKED` from then on, whether or not the certificate was in the list; one that would
/// end at it has no issuer. Handles that `gnutls_x509_trust_list_add_cas` got stay with the list, so
/// that they are not freed before it is freed with `all`. Certificates that were lent stay valid.
///
/// - `list`: the list
/// - `clist`: an array of certificates, which stay the caller's
/// - `clist_size`: the number of its elements
///
/// Returns how many of them were authorities of the list, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `clist` or one of its elements is NULL
///
/// Since 3.1.10. Manual: `gnutls_x509_trust_list_remove_cas`.
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

/// Removes authorities that are given in memory, and refuses paths through them.
///
/// The effect is that of `gnutls_x509_trust_list_remove_cas`: a path with one of the certificates below
/// its end has the status `GNUTLS_CERT_REVOKED` from then on.
///
/// - `list`: the list
/// - `cas`: certificates, in PEM any number of them; NULL removes nothing
/// - `type_`: `GNUTLS_X509_FMT_DER`; every other value means PEM
///
/// Returns how many of them were authorities of the list, or a negative error code, where nothing is
/// removed:
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: there is no certificate in PEM
/// - `GNUTLS_E_BASE64_UNEXPECTED_HEADER_ERROR`, `GNUTLS_E_BASE64_DECODING_ERROR`: a PEM block cannot be
///   decoded
/// - `GNUTLS_E_INVALID_REQUEST`: `list` is NULL
/// - codes of `gnutls_x509_crt_import`, if the DER cannot be read
///
/// Since 3.1.10. Manual: `gnutls_x509_trust_list_remove_trust_mem`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_remove_trust_mem(
    list: gnutls_x509_trust_list_t,
    cas: *const gnutls_datum_t,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_x509_trust_list_remove_trust_mem", || {
        // SAFETY: `list` is NULL or a live handle; `cas` is NULL or a valid datum.
        let (l, bytes) = unsafe { (opaque::get_mut(list)?, datum_bytes(cas)) };
        let Some(bytes) = bytes else { return Ok(0) };
        let certs = trust::read_certificates(bytes, Format::from_raw(type_))?;
        Ok(certs.iter().filter(|c| l.list.remove(c)).count() as c_int)
    })
}

/// Removes authorities that are given in a file, and refuses paths through them.
///
/// The effect is that of `gnutls_x509_trust_list_remove_cas`: a path with one of the certificates below
/// its end has the status `GNUTLS_CERT_REVOKED` from then on.
///
/// - `list`: the list
/// - `ca_file`: path of the file, which in PEM holds any number of certificates
/// - `type_`: `GNUTLS_X509_FMT_DER`; every other value means PEM
///
/// Returns how many of them were authorities of the list, or a negative error code, where nothing is
/// removed:
/// - `GNUTLS_E_FILE_ERROR`: the file cannot be read
/// - `GNUTLS_E_UNIMPLEMENTED_FEATURE`: the path is a URL of PKCS #11
/// - `GNUTLS_E_INVALID_REQUEST`: `list` or `ca_file` is NULL
/// - codes of `gnutls_x509_trust_list_remove_trust_mem`
///
/// Since 3.1.10. Manual: `gnutls_x509_trust_list_remove_trust_file`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_remove_trust_file(
    list: gnutls_x509_trust_list_t,
    ca_file: *const c_char,
    type_: gnutls_x509_crt_fmt_t,
) -> c_int {
    guard::reported("gnutls_x509_trust_list_remove_trust_file", || {
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
    // SAFETY: `out` is not NULL, and valid for a write (the caller).
    unsafe { out.write(handle) };
    Ok(())
}

/// Returns the authority of the list that issued a certificate.
///
/// It is found by name and key identifiers. Of several, one that is valid today and whose key made the
/// signature is taken. The signature is not checked where there is one only: this is no verification.
///
/// - `list`: the list
/// - `cert`: the certificate
/// - `issuer`: takes the authority. Without `GNUTLS_TL_GET_COPY` it belongs to the list: it is valid
///   until the list is freed, and must not be changed or freed
/// - `flags`: 0, or `GNUTLS_TL_GET_COPY` for a copy, which is freed with `gnutls_x509_crt_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no authority of the list issued the certificate
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `cert` or `issuer` is NULL
///
/// Any number of threads may ask one list at the same time.
///
/// Since 3.0. RFC 5280 section 4.2.1.1. Manual: `gnutls_x509_trust_list_get_issuer`.
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

/// Returns a copy of the first authority of the list that has a given subject.
///
/// Names are compared as RFC 5280 section 7.1 has it: string types, case and white space do not matter.
///
/// - `list`: the list
/// - `dn`: the subject, a Name in DER
/// - `issuer`: takes the copy, which is freed with `gnutls_x509_crt_deinit`
/// - `flags`: not used: a copy is made with and without `GNUTLS_TL_GET_COPY`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no authority has this subject
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `dn` or `issuer` is NULL
///
/// Any number of threads may ask one list at the same time.
///
/// Since 3.4.0. Manual: `gnutls_x509_trust_list_get_issuer_by_dn`.
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

/// Returns a copy of the first authority of the list that has a given subject key identifier.
///
/// All authorities are looked through, so that the time taken grows with the list.
///
/// - `list`: the list
/// - `dn`: the subject, a Name in DER, which must be the authority's too; NULL for any
/// - `spki`: the subject key identifier, without its DER tag
/// - `issuer`: takes the copy, which is freed with `gnutls_x509_crt_deinit`
/// - `flags`: not used: a copy is made with and without `GNUTLS_TL_GET_COPY`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: no authority has this identifier and subject
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `spki` or `issuer` is NULL
///
/// Any number of threads may ask one list at the same time.
///
/// Since 3.4.2. RFC 5280 section 4.2.1.2. Manual:
/// `gnutls_x509_trust_list_get_issuer_by_subject_key_id`.
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

// SAFETY: all iterators are created by `gnutls_x509_trust_list_iter_get_ca`.
unsafe impl Opaque for gnutls_x509_trust_list_iter {
    type Object = TrustListIter;
}

/// Returns copies of the authorities of a list, one with each call.
///
/// Authorities come in the order in which they were added. At the end the iterator is freed and set to
/// NULL, and so is `crt`; an application that stops before frees it with `gnutls_x509_trust_list_iter_deinit`. Do
/// not change the list in between.
///
/// - `list`: the list
/// - `iter`: in: points to NULL at the first call, then to what the call before left there; out: the
///   iterator
/// - `crt`: takes the copy, which is freed with `gnutls_x509_crt_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are no more authorities
/// - `GNUTLS_E_INVALID_REQUEST`: `list`, `iter` or `crt` is NULL
///
/// Since 3.4.0. Manual: `gnutls_x509_trust_list_iter_get_ca`.
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
        // SAFETY: `iter` and `crt` are not NULL (above), and valid; `list` is NULL or a live handle.
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

/// Frees an iterator of `gnutls_x509_trust_list_iter_get_ca` before its end.
///
/// At the end of the list that function has freed the iterator itself and set it to NULL. Certificates
/// that it gave are not affected.
///
/// - `iter`: the iterator; NULL is ignored
///
/// Since 3.4.0. Manual: `gnutls_x509_trust_list_iter_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_trust_list_iter_deinit(iter: gnutls_x509_trust_list_iter_t) {
    // SAFETY: `iter` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(iter) }));
}
