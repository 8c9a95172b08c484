//! Name constraints as objects (`x509-ext.h`): what the names below an authority may be.
use core::ffi::{c_int, c_uint};

use super::memory::{datum_bytes, put};
use super::x509_crt::crt;
use super::x509_crt_get::give_datum;
use super::x509_ext::{AltName, content};
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::error::{Error, Result};
use crate::pki::constraints;
use crate::pki::ext_write as write;
use crate::pki::extensions::{self, GeneralName};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// What a `gnutls_x509_name_constraints_t` points to.
#[derive(Default)]
pub struct NameConstraints {
    permitted: Vec<AltName>,
    excluded: Vec<AltName>,
}

impl NameConstraints {
    fn encoded(&self) -> Result<[Vec<Vec<u8>>; 2]> {
        let each = |list: &[AltName]| list.iter().map(AltName::to_der).collect::<Result<Vec<_>>>();
        Ok([each(&self.permitted)?, each(&self.excluded)?])
    }

    /// The content of the extension; `GNUTLS_E_INVALID_REQUEST` if nothing is constrained.
    pub fn to_der(&self) -> Result<Vec<u8>> {
        let [permitted, excluded] = self.encoded()?;
        if permitted.is_empty() && excluded.is_empty() {
            return Err(INVALID);
        }
        Ok(write::name_constraints(&permitted, &excluded))
    }

    /// Runs `f` with the constraints as `pki` reads them.
    fn with<T>(&self, f: impl FnOnce(&extensions::NameConstraints<'_>) -> T) -> Result<T> {
        let [permitted, excluded] = self.encoded()?;
        let read = |list: &'_ [Vec<u8>]| -> Result<()> {
            list.iter().try_for_each(|n| GeneralName::read(&mut Reader::new(n)).map(|_| ()))
        };
        read(&permitted)?;
        read(&excluded)?;
        let names = extensions::NameConstraints {
            permitted: permitted.iter().filter_map(|n| GeneralName::read(&mut Reader::new(n)).ok()).collect(),
            excluded: excluded.iter().filter_map(|n| GeneralName::read(&mut Reader::new(n)).ok()).collect(),
        };
        Ok(f(&names))
    }

    /// Reads the extension's content. What it permits is bound by what was permitted before, if the old stays
    /// (RFC 5280 section 6.1.4).
    fn import(&mut self, value: &[u8], append: bool) -> Result<()> {
        let read = extensions::name_constraints(value)?;
        let each =
            |list: &[GeneralName<'_>]| list.iter().map(AltName::read_constraint).collect::<Result<Vec<_>>>();
        let mut new = NameConstraints { permitted: each(&read.permitted)?, excluded: each(&read.excluded)? };
        if append && !(self.permitted.is_empty() && self.excluded.is_empty()) {
            let (permitted, impossible) = self.with(|old| {
                let (both, impossible) = constraints::intersection(&old.permitted, &read.permitted);
                Ok::<_, Error>((each(&both)?, each(&impossible)?))
            })??;
            new.permitted = permitted;
            // Of a kind of which nothing is left, every name is excluded.
            new.excluded.extend(impossible);
            new.excluded.splice(0..0, self.excluded.drain(..));
        }
        *self = new;
        Ok(())
    }
}

/// # Safety
/// `name` is NULL or a valid datum.
unsafe fn constraint(kind: gnutls_x509_subject_alt_name_t, name: *const gnutls_datum_t) -> Result<AltName> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { datum_bytes(name) }.ok_or(INVALID)?;
    match kind {
        GNUTLS_SAN_DNSNAME | GNUTLS_SAN_RFC822NAME | GNUTLS_SAN_DN | GNUTLS_SAN_URI => {}
        GNUTLS_SAN_IPADDRESS => extensions::check_range(bytes)?,
        _ => return Err(GNUTLS_E_X509_UNKNOWN_SAN.into()),
    }
    AltName::plain(kind, bytes)
}

/// Creates empty name constraints. Manual: `gnutls_x509_name_constraints_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_init(nc: *mut gnutls_x509_name_constraints_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(nc, NameConstraints::default()) })
}

/// Frees name constraints. Manual: `gnutls_x509_name_constraints_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_deinit(nc: gnutls_x509_name_constraints_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<NameConstraints, _>(nc));
    })
}

/// One more permitted name: host, mailbox, DN in DER, URI, or an address with its mask. Manual: `gnutls_x509_name_constraints_add_permitted`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_add_permitted(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let name = constraint(type_, name)?;
        handle::get_mut::<NameConstraints, _>(nc)?.permitted.push(name);
        Ok(())
    })
}

/// One more excluded name; as [`gnutls_x509_name_constraints_add_permitted`]. Manual: `gnutls_x509_name_constraints_add_excluded`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_add_excluded(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let name = constraint(type_, name)?;
        handle::get_mut::<NameConstraints, _>(nc)?.excluded.push(name);
        Ok(())
    })
}

/// Permitted name `idx`; it points into the object. Manual: `gnutls_x509_name_constraints_get_permitted`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_get_permitted(
    nc: gnutls_x509_name_constraints_t,
    idx: c_uint,
    type_: *mut c_uint,
    name: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let found = handle::get::<NameConstraints, _>(nc)?.permitted.get(idx as usize).ok_or(NOT_THERE)?;
        found.lend_to(type_, name);
        Ok(())
    })
}

/// Excluded name `idx`; it points into the object. Manual: `gnutls_x509_name_constraints_get_excluded`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_get_excluded(
    nc: gnutls_x509_name_constraints_t,
    idx: c_uint,
    type_: *mut c_uint,
    name: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let found = handle::get::<NameConstraints, _>(nc)?.excluded.get(idx as usize).ok_or(NOT_THERE)?;
        found.lend_to(type_, name);
        Ok(())
    })
}

/// Non-zero if the name is allowed. Manual: `gnutls_x509_name_constraints_check`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_check(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    name: *const gnutls_datum_t,
) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || unsafe {
        let (Ok(nc), Some(bytes)) = (handle::get::<NameConstraints, _>(nc), datum_bytes(name)) else {
            return 0;
        };
        let name = match type_ {
            GNUTLS_SAN_DNSNAME => GeneralName::Dns(bytes),
            GNUTLS_SAN_RFC822NAME => GeneralName::Email(bytes),
            GNUTLS_SAN_IPADDRESS => GeneralName::Ip(bytes),
            GNUTLS_SAN_URI => GeneralName::Uri(bytes),
            GNUTLS_SAN_DN => GeneralName::Directory(bytes),
            // Constraints of other kinds are refused when they are read.
            _ => return 1,
        };
        nc.with(|c| constraints::allows_name(c, &name)).unwrap_or(false).into()
    })
}

/// Non-zero if every name of this kind in the certificate is allowed. Manual: `gnutls_x509_name_constraints_check_crt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_name_constraints_check_crt(
    nc: gnutls_x509_name_constraints_t,
    type_: gnutls_x509_subject_alt_name_t,
    cert: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: the manual's contract.
    guard::or(0, || unsafe {
        let (Ok(nc), Ok(cert)) = (handle::get::<NameConstraints, _>(nc), crt(cert)) else { return 0 };
        nc.with(|c| constraints::allows_kind(c, type_, cert)).unwrap_or(false).into()
    })
}

/// Reads the extension's content; with `GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND` it is joined to what is there. Manual: `gnutls_x509_ext_import_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_name_constraints(
    ext: *const gnutls_datum_t,
    nc: gnutls_x509_name_constraints_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let value = content(ext)?;
        handle::get_mut::<NameConstraints, _>(nc)?
            .import(value, flags & GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND != 0)
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_name_constraints(
    nc: gnutls_x509_name_constraints_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { give_datum(&handle::get::<NameConstraints, _>(nc)?.to_der()?, ext) })
}

/// Reads those of an authority's certificate; flags as [`gnutls_x509_ext_import_name_constraints`]. Manual: `gnutls_x509_crt_get_name_constraints`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_get_name_constraints(
    crt: gnutls_x509_crt_t,
    nc: gnutls_x509_name_constraints_t,
    flags: c_uint,
    critical: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let e = self::crt(crt)?.extension(oid::NAME_CONSTRAINTS).ok_or(NOT_THERE)?;
        put(critical, e.critical.into());
        handle::get_mut::<NameConstraints, _>(nc)?
            .import(e.value, flags & GNUTLS_NAME_CONSTRAINTS_FLAG_APPEND != 0)
    })
}

/// Joins the constraints of two authorities in the first object: what both permit, and what either excludes. An export
/// without a manual page.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_x509_name_constraints_merge(
    nc: gnutls_x509_name_constraints_t,
    nc2: gnutls_x509_name_constraints_t,
) -> c_int {
    // SAFETY: both are NULL or handles of this chapter.
    guard::unit(|| unsafe {
        let [permitted, excluded] = handle::get::<NameConstraints, _>(nc2)?.encoded()?;
        let value = write::name_constraints(&permitted, &excluded);
        handle::get_mut::<NameConstraints, _>(nc)?.import(&value, true)
    })
}
