//! Extensions as objects (`x509-ext.h`): alternative names, key identifiers, access, distribution points. What getters give points into the object and lives as long as that is not changed.
use core::ffi::{c_char, c_int, c_uint};

use super::memory::{bytes_of, datum_bytes, put};
use super::x509_crt_get::give_datum;
use super::x509_crt_set_ext::oid_of;
use super::{guard, handle};
use crate::abi::*;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::error::{Error, Result};
use crate::pki::ext_write as write;
use crate::pki::extensions::{self, GeneralName};
use crate::pki::name::{self, Order};

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);
const NOT_THERE: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// Bytes that C looks at: a NUL that the size does not count follows them.
#[derive(Clone)]
pub struct Kept(Box<[u8]>);

impl Kept {
    pub fn new(bytes: &[u8]) -> Kept {
        Kept([bytes, &[0]].concat().into())
    }
    pub fn bytes(&self) -> &[u8] {
        &self.0[..self.0.len() - 1]
    }
    pub fn text(&self) -> *mut c_char {
        self.0.as_ptr().cast_mut().cast()
    }
    pub fn lent(&self) -> gnutls_datum_t {
        gnutls_datum_t { data: self.0.as_ptr().cast_mut(), size: self.bytes().len() as c_uint }
    }
}

pub fn kept_oid(id: &[u8]) -> Result<Kept> {
    Ok(Kept::new(oid::to_text(id).ok_or(GNUTLS_E_ASN1_DER_ERROR)?.as_bytes()))
}

pub fn id_of(text: &Kept) -> Result<Vec<u8>> {
    write::dotted(core::str::from_utf8(text.bytes()).unwrap_or(""))
}

const NO_DATUM: gnutls_datum_t = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };

/// A name as C gives and gets it: its kind, its content, and of an other name the type.
#[derive(Clone)]
pub struct AltName {
    kind: c_uint,
    data: Kept,
    type_id: Option<Kept>,
    /// The encoded name, where `data` does not say all of it.
    encoded: Option<Box<[u8]>>,
}

impl AltName {
    pub fn read(name: &GeneralName<'_>) -> Result<AltName> {
        let kind = name.kind().ok_or(GNUTLS_E_X509_UNKNOWN_SAN)?;
        let (data, type_id) = match name {
            GeneralName::Other { oid, value } => (Kept::new(value), Some(kept_oid(oid)?)),
            GeneralName::Registered(id) => (kept_oid(id)?, None),
            GeneralName::Dns(v)
            | GeneralName::Email(v)
            | GeneralName::Uri(v)
            | GeneralName::Ip(v)
            | GeneralName::Directory(v) => (Kept::new(v), None),
            GeneralName::Unknown(_) => return Err(GNUTLS_E_X509_UNKNOWN_SAN.into()),
        };
        Ok(AltName { kind, data, type_id, encoded: None })
    }

    /// # Safety
    /// `data` is NULL or a valid datum, `type_id` NULL or a C string.
    unsafe fn given(kind: c_uint, data: *const gnutls_datum_t, type_id: *const c_char) -> Result<AltName> {
        // SAFETY: the caller's promise.
        let (bytes, type_id) = unsafe { (datum_bytes(data).ok_or(INVALID)?, bytes_of(type_id)) };
        // Other names of a kind that has a number are made into what they stand for.
        if (GNUTLS_SAN_OTHERNAME_XMPP..=GNUTLS_SAN_OTHERNAME_SRV).contains(&kind) {
            let made = write::general_name(kind, bytes)?;
            return AltName::read(&GeneralName::read(&mut Reader::new(&made))?);
        }
        Ok(AltName { type_id: type_id.map(Kept::new), ..AltName::plain(kind, bytes)? })
    }

    /// A name whose bytes are taken as they are, but for hosts and mailboxes in UTF-8.
    pub fn plain(kind: c_uint, bytes: &[u8]) -> Result<AltName> {
        let data = match kind {
            GNUTLS_SAN_DNSNAME => Kept::new(&write::domain(bytes)?),
            GNUTLS_SAN_RFC822NAME => Kept::new(&write::mailbox(bytes)?),
            _ => Kept::new(bytes),
        };
        Ok(AltName { kind, data, type_id: None, encoded: None })
    }

    /// Gives kind and content.
    ///
    /// # Safety
    /// The pointers are NULL or valid for writes.
    pub unsafe fn lend_to(&self, kind: *mut c_uint, name: *mut gnutls_datum_t) {
        // SAFETY: the caller's promise.
        unsafe { lend(self, kind, name, core::ptr::null_mut()) }
    }

    /// As [`AltName::read`], for name constraints: directory names, services and Microsoft's principals are given as the
    /// text that they hold.
    pub fn read_constraint(name: &GeneralName<'_>) -> Result<AltName> {
        let text = |value: &[u8]| {
            let text = name::plain_text(&Reader::new(value).any()?);
            text.ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))
        };
        let (kind, text) = match *name {
            GeneralName::Directory(dn) => (GNUTLS_SAN_DN, name::to_text(dn, Order::Rfc4514)?),
            GeneralName::Other { oid: oid::MS_USER_PRINCIPAL, value } => {
                (GNUTLS_SAN_OTHERNAME_MSUSERPRINCIPAL, text(value)?)
            }
            GeneralName::Other { oid: oid::ON_DNS_SRV, value } => (GNUTLS_SAN_OTHERNAME_SRV, text(value)?),
            _ => return AltName::read(name),
        };
        let encoded = Some(write::encoded(name)?.into());
        Ok(AltName { kind, data: Kept::new(&text), type_id: None, encoded })
    }

    pub fn to_der(&self) -> Result<Vec<u8>> {
        if let Some(encoded) = &self.encoded {
            return Ok(encoded.to_vec());
        }
        match &self.type_id {
            Some(id) if self.kind == GNUTLS_SAN_OTHERNAME => {
                Ok(write::other_name(&id_of(id)?, self.data.bytes()))
            }
            _ => write::general_name(self.kind, self.data.bytes()),
        }
    }
}

fn read_all(names: &[GeneralName<'_>]) -> Result<Vec<AltName>> {
    names.iter().map(AltName::read).collect()
}

/// The names' encodings one after the other.
fn row(names: &[AltName]) -> Result<Vec<u8>> {
    let parts: Vec<Vec<u8>> = names.iter().map(AltName::to_der).collect::<Result<_>>()?;
    Ok(parts.concat())
}

/// Gives a name from an object.
///
/// # Safety
/// The pointers are NULL or valid for writes.
unsafe fn lend(name: &AltName, kind: *mut c_uint, san: *mut gnutls_datum_t, type_id: *mut gnutls_datum_t) {
    // SAFETY: the caller's promise.
    unsafe {
        put(kind, name.kind);
        put(san, name.data.lent());
        if let Some(id) = &name.type_id {
            put(type_id, id.lent());
        }
    }
}

/// The bytes of an extension from C.
///
/// # Safety
/// `ext` is NULL or a valid datum.
pub unsafe fn content<'a>(ext: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: the caller's promise.
    unsafe { datum_bytes(ext) }.ok_or(INVALID)
}

/// What a `gnutls_subject_alt_names_t` points to.
#[derive(Default)]
struct AltNames(Vec<AltName>);

/// Creates an empty list of names. Manual: `gnutls_subject_alt_names_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_init(sans: *mut gnutls_subject_alt_names_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(sans, AltNames::default()) })
}

/// Frees a list of names. Manual: `gnutls_subject_alt_names_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_deinit(sans: gnutls_subject_alt_names_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<AltNames, _>(sans));
    })
}

/// Name `seq`; what comes back points into the list. Manual: `gnutls_subject_alt_names_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_get(
    sans: gnutls_subject_alt_names_t,
    seq: c_uint,
    san_type: *mut c_uint,
    san: *mut gnutls_datum_t,
    othername_oid: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let name = handle::get::<AltNames, _>(sans)?.0.get(seq as usize).ok_or(NOT_THERE)?;
        lend(name, san_type, san, othername_oid);
        Ok(())
    })
}

/// One more name; hosts and mailboxes may be UTF-8. Manual: `gnutls_subject_alt_names_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_subject_alt_names_set(
    sans: gnutls_subject_alt_names_t,
    san_type: c_uint,
    san: *const gnutls_datum_t,
    othername_oid: *const c_char,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let name = AltName::given(san_type, san, othername_oid)?;
        handle::get_mut::<AltNames, _>(sans)?.0.push(name);
        Ok(())
    })
}

/// Adds the names of the extension's content to a list. Manual: `gnutls_x509_ext_import_subject_alt_names`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_subject_alt_names(
    ext: *const gnutls_datum_t,
    sans: gnutls_subject_alt_names_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let names = read_all(&extensions::general_names(content(ext)?)?)?;
        handle::get_mut::<AltNames, _>(sans)?.0.extend(names);
        Ok(())
    })
}

/// The content of an extension with these names; the caller frees it. Manual: `gnutls_x509_ext_export_subject_alt_names`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_subject_alt_names(
    sans: gnutls_subject_alt_names_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        give_datum(&write::sequence(&[&row(&handle::get::<AltNames, _>(sans)?.0)?]), ext)
    })
}

/// What a `gnutls_x509_aki_t` points to.
#[derive(Default)]
struct Aki {
    id: Option<Kept>,
    issuer: Vec<AltName>,
    serial: Option<Kept>,
}

/// Creates an empty authority key identifier. Manual: `gnutls_x509_aki_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_init(aki: *mut gnutls_x509_aki_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(aki, Aki::default()) })
}

/// Frees an authority key identifier. Manual: `gnutls_x509_aki_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_deinit(aki: gnutls_x509_aki_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<Aki, _>(aki));
    })
}

/// The key identifier; it points into the object. Manual: `gnutls_x509_aki_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_get_id(aki: gnutls_x509_aki_t, id: *mut gnutls_datum_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let found = handle::get::<Aki, _>(aki)?.id.as_ref().ok_or(NOT_THERE)?;
        put(id, found.lent());
        Ok(())
    })
}

/// Sets the key identifier. Manual: `gnutls_x509_aki_set_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_set_id(aki: gnutls_x509_aki_t, id: *const gnutls_datum_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let id = Kept::new(datum_bytes(id).ok_or(INVALID)?);
        handle::get_mut::<Aki, _>(aki)?.id = Some(id);
        Ok(())
    })
}

/// One more name of the issuer's certificate, and with `serial` its serial number. Manual: `gnutls_x509_aki_set_cert_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_set_cert_issuer(
    aki: gnutls_x509_aki_t,
    san_type: c_uint,
    san: *const gnutls_datum_t,
    othername_oid: *const c_char,
    serial: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let name = AltName::given(san_type, san, othername_oid)?;
        let aki = handle::get_mut::<Aki, _>(aki)?;
        if let Some(serial) = datum_bytes(serial) {
            aki.serial = Some(Kept::new(serial));
        }
        aki.issuer.push(name);
        Ok(())
    })
}

/// Name `seq` of the issuer's certificate, and its serial number; both point into the object. Manual: `gnutls_x509_aki_get_cert_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aki_get_cert_issuer(
    aki: gnutls_x509_aki_t,
    seq: c_uint,
    san_type: *mut c_uint,
    san: *mut gnutls_datum_t,
    othername_oid: *mut gnutls_datum_t,
    serial: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let aki = handle::get::<Aki, _>(aki)?;
        let name = aki.issuer.get(seq as usize).ok_or(NOT_THERE)?;
        lend(name, san_type, san, othername_oid);
        put(serial, aki.serial.as_ref().map_or(NO_DATUM, Kept::lent));
        Ok(())
    })
}

/// Reads the extension's content. Manual: `gnutls_x509_ext_import_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_authority_key_id(
    ext: *const gnutls_datum_t,
    aki: gnutls_x509_aki_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let read = extensions::authority_key_id(content(ext)?)?;
        let issuer = read_all(&read.issuer)?;
        *handle::get_mut::<Aki, _>(aki)? =
            Aki { id: read.key_id.map(Kept::new), issuer, serial: read.serial.map(Kept::new) };
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_authority_key_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_authority_key_id(
    aki: gnutls_x509_aki_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let aki = handle::get::<Aki, _>(aki)?;
        let (id, serial) = (aki.id.as_ref().map(Kept::bytes), aki.serial.as_ref().map(Kept::bytes));
        give_datum(&write::authority_key_id(id, &row(&aki.issuer)?, serial), ext)
    })
}

/// What a `gnutls_x509_aia_t` points to: methods and places.
#[derive(Default)]
struct Aia(Vec<(Kept, AltName)>);

/// Creates an empty list of access descriptions. Manual: `gnutls_x509_aia_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_init(aia: *mut gnutls_x509_aia_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(aia, Aia::default()) })
}

/// Frees a list of access descriptions. Manual: `gnutls_x509_aia_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_deinit(aia: gnutls_x509_aia_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<Aia, _>(aia));
    })
}

/// Access description `seq`: method, kind of place, place; they point into the list. Manual: `gnutls_x509_aia_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_get(
    aia: gnutls_x509_aia_t,
    seq: c_uint,
    oid: *mut gnutls_datum_t,
    san_type: *mut c_uint,
    san: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (method, place) = handle::get::<Aia, _>(aia)?.0.get(seq as usize).ok_or(NOT_THERE)?;
        put(oid, method.lent());
        lend(place, san_type, san, core::ptr::null_mut());
        Ok(())
    })
}

/// One more access description. Manual: `gnutls_x509_aia_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_aia_set(
    aia: gnutls_x509_aia_t,
    oid: *const c_char,
    san_type: c_uint,
    san: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let place = AltName::given(san_type, san, core::ptr::null())?;
        let method = kept_oid(&oid_of(oid)?)?;
        handle::get_mut::<Aia, _>(aia)?.0.push((method, place));
        Ok(())
    })
}

/// Adds the access descriptions of the extension's content. Manual: `gnutls_x509_ext_import_aia`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_aia(
    ext: *const gnutls_datum_t,
    aia: gnutls_x509_aia_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let list = extensions::authority_info_access(content(ext)?)?;
        let read: Vec<_> = list
            .iter()
            .map(|a| Ok((kept_oid(a.method)?, AltName::read(&a.location)?)))
            .collect::<Result<_>>()?;
        handle::get_mut::<Aia, _>(aia)?.0.extend(read);
        Ok(())
    })
}

/// The content of the extension; the caller frees it. Manual: `gnutls_x509_ext_export_aia`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_aia(
    aia: gnutls_x509_aia_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let list = &handle::get::<Aia, _>(aia)?.0;
        let parts: Vec<Vec<u8>> = list
            .iter()
            .map(|(m, place)| Ok(write::access(&id_of(m)?, &place.to_der()?)))
            .collect::<Result<_>>()?;
        give_datum(&write::sequence(&[&parts.concat()]), ext)
    })
}

/// What a `gnutls_x509_crl_dist_points_t` points to: names and the reasons they are for.
#[derive(Default)]
struct DistPoints(Vec<(AltName, c_uint)>);

/// Creates an empty list of distribution points. Manual: `gnutls_x509_crl_dist_points_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_init(cdp: *mut gnutls_x509_crl_dist_points_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(cdp, DistPoints::default()) })
}

/// Frees a list of distribution points. Manual: `gnutls_x509_crl_dist_points_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_deinit(cdp: gnutls_x509_crl_dist_points_t) {
    // SAFETY: the manual's contract.
    guard::or((), || unsafe {
        drop(handle::take::<DistPoints, _>(cdp));
    })
}

/// Name `seq` with the reasons that it is for; it points into the list. Manual: `gnutls_x509_crl_dist_points_get`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_get(
    cdp: gnutls_x509_crl_dist_points_t,
    seq: c_uint,
    type_: *mut c_uint,
    san: *mut gnutls_datum_t,
    reasons: *mut c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (name, flags) = handle::get::<DistPoints, _>(cdp)?.0.get(seq as usize).ok_or(NOT_THERE)?;
        put(reasons, *flags);
        lend(name, type_, san, core::ptr::null_mut());
        Ok(())
    })
}

/// One more name. Manual: `gnutls_x509_crl_dist_points_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crl_dist_points_set(
    cdp: gnutls_x509_crl_dist_points_t,
    type_: gnutls_x509_subject_alt_name_t,
    san: *const gnutls_datum_t,
    reasons: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let name = AltName::given(type_, san, core::ptr::null())?;
        handle::get_mut::<DistPoints, _>(cdp)?.0.push((name, reasons));
        Ok(())
    })
}

/// Adds the names of the extension's content. Manual: `gnutls_x509_ext_import_crl_dist_points`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_import_crl_dist_points(
    ext: *const gnutls_datum_t,
    cdp: gnutls_x509_crl_dist_points_t,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let list = extensions::crl_distribution_points(content(ext)?)?;
        let read: Vec<_> =
            list.iter().map(|p| Ok((AltName::read(&p.name)?, p.reasons))).collect::<Result<_>>()?;
        handle::get_mut::<DistPoints, _>(cdp)?.0.extend(read);
        Ok(())
    })
}

/// The content of the extension; names for the same reasons share a point. The caller frees it. Manual: `gnutls_x509_ext_export_crl_dist_points`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_ext_export_crl_dist_points(
    cdp: gnutls_x509_crl_dist_points_t,
    ext: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let list = &handle::get::<DistPoints, _>(cdp)?.0;
        let named: Vec<(Vec<u8>, u32)> =
            list.iter().map(|(name, reasons)| Ok((name.to_der()?, *reasons))).collect::<Result<_>>()?;
        give_datum(&write::distribution_points(&named), ext)
    })
}
