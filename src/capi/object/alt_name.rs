//! Subject and issuer alternative names, and other general names (RFC 5280 section 4.2.1.6).
use core::ffi::{c_char, c_int, c_uint, c_void};

use crate::abi::*;
use crate::alg::NameKind;
use crate::asn1::der::Reader;
use crate::asn1::oid;
use crate::capi::ffi::memory::{NulTerminated, bytes_in, bytes_of, datum_bytes, write_out, write_sized};
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result, err};
use crate::memory;
use crate::pki::cert::build::OwnExtension;
use crate::pki::cert::lists::Row;
use crate::pki::cert::{Extension, build};
use crate::pki::ext::general_name::GeneralName;
use crate::pki::name::Order;
use crate::pki::{ext, name};

/// Like [`alt_name_content`], but returns the value of an otherName unchanged.
fn plain_content(name: &GeneralName<'_>) -> Result<(Vec<u8>, bool)> {
    match name {
        GeneralName::Other { value, .. } => Ok((value.to_vec(), true)),
        name => alt_name_content(name),
    }
}

/// The text or bytes of a name, and whether a NUL is appended for C.
pub fn alt_name_content(name: &GeneralName<'_>) -> Result<(Vec<u8>, bool)> {
    Ok(match name {
        GeneralName::Dns(v) | GeneralName::Email(v) | GeneralName::Uri(v) => (v.to_vec(), true),
        GeneralName::Ip(v) => (v.to_vec(), false),
        GeneralName::Directory(v) => (name::to_text(v, Order::Rfc4514)?, false),
        GeneralName::Registered(v) => {
            (oid::to_text(v).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?.into_bytes(), true)
        }
        GeneralName::Other { oid: id, value } => {
            let text = || Reader::new(value).any().ok().and_then(|e| name::plain_text(&e));
            let read = match *id {
                oid::ON_XMPP_ADDR | oid::ON_DNS_SRV => text().map(|t| (t, true)),
                oid::MS_USER_PRINCIPAL => text().map(|t| (t, false)),
                oid::KRB5_PRINCIPAL => crate::pki::text::krb5(value).map(|t| (t, false)),
                _ => None,
            };
            read.unwrap_or_else(|| (value.to_vec(), true))
        }
        GeneralName::Unknown(_) => return err(GNUTLS_E_X509_UNKNOWN_SAN),
    })
}

/// Writes the content of a name to C and returns its type. With `virtual_kinds`, well-known types of
/// otherName have their own numbers.
///
/// # Safety
/// The pointers are valid as the manual requires.
pub unsafe fn write_alt_name(
    row: Row<'_>,
    virtual_kinds: bool,
    buf: *mut c_void,
    size: *mut usize,
    kind: *mut c_uint,
) -> Result<c_int> {
    let name = GeneralName::read(&mut Reader::new(row.raw))?;
    let number = alt_name_type(&name, virtual_kinds)?;
    let (bytes, nul) = if virtual_kinds { alt_name_content(&name)? } else { plain_content(&name)? };
    // SAFETY: `buf` is NULL or has as much space as its size says; `size` and `kind` are NULL or valid for writes.
    unsafe {
        write_out(kind, number);
        write_sized(&bytes, buf, size, nul)?;
    }
    Ok(number as c_int)
}

pub fn alt_name_type(name: &GeneralName<'_>, virtual_kinds: bool) -> Result<gnutls_x509_subject_alt_name_t> {
    let own = if virtual_kinds { name.virtual_kind() } else { None };
    own.or(name.kind()).map(NameKind::raw).ok_or(Error::new(GNUTLS_E_X509_UNKNOWN_SAN))
}

/// Encodes a name of the type that the application gives, from its text or bytes.
pub fn encode_name(kind: gnutls_x509_subject_alt_name_t, data: &[u8]) -> Result<Vec<u8>> {
    ext::general_name::from_text(NameKind::from_raw(kind).ok_or(GNUTLS_E_INTERNAL_ERROR)?, data)
}

/// Writes the type of an otherName to C.
///
/// # Safety
/// The pointers are valid as the manual requires.
pub unsafe fn write_othername_oid(
    row: Row<'_>,
    virtual_kinds: bool,
    oid: *mut c_void,
    size: *mut usize,
) -> Result<c_int> {
    let name = GeneralName::read(&mut Reader::new(row.raw))?;
    let number = alt_name_type(&name, virtual_kinds)?;
    let text = match name {
        GeneralName::Other { oid: id, .. } => oid::to_text(id).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?,
        _ => String::new(),
    };
    // SAFETY: `oid` is NULL or has as much space as its size says; `size` is NULL or valid for a write.
    unsafe { write_sized(text.as_bytes(), oid, size, true)? };
    Ok(number as c_int)
}

/// An identifier from C.
///
/// # Safety
/// `text` is NULL or a C string.
pub unsafe fn oid_of(text: *const c_char) -> Result<Vec<u8>> {
    // SAFETY: `text` is NULL or a C string.
    let text = unsafe { bytes_of(text) }.ok_or(INVALID_REQUEST)?;
    ext::values::oid_from_text(
        core::str::from_utf8(text).map_err(|_| Error::new(GNUTLS_E_ASN1_VALUE_NOT_VALID))?,
    )
}

/// Adds a name to an alternative name extension or replaces its contents. `critical` is used for a new
/// extension.
///
/// # Safety
/// `data` is NULL or has `size` bytes.
pub unsafe fn new_alt_name(
    list: &mut Vec<OwnExtension>,
    which: &[u8],
    kind: gnutls_x509_subject_alt_name_t,
    data: *const c_void,
    size: c_uint,
    flags: c_uint,
    critical: bool,
) -> Result<()> {
    // SAFETY: `data` is NULL or has as many bytes as its length says.
    let name = encode_name(kind, unsafe { bytes_in(data, size as usize)? })?;
    build::set_alt_name(list, which, &name, flags & GNUTLS_FSAN_APPEND != 0, critical)
}

/// Adds an otherName to an alternative name extension. With the flags its value may be encoded as a string.
///
/// # Safety
/// `oid` is NULL or a C string; `data` is NULL or has `size` bytes.
pub unsafe fn new_other_name(
    list: &mut Vec<OwnExtension>,
    which: &[u8],
    oid: *const c_char,
    data: *const c_void,
    size: c_uint,
    flags: c_uint,
    critical: bool,
) -> Result<()> {
    // SAFETY: `oid` is NULL or a C string; `data` is NULL or has as many bytes as its length says.
    let (id, bytes) = unsafe { (oid_of(oid)?, bytes_in(data, size as usize)?) };
    let value = if flags & GNUTLS_FSAN_ENCODE_OCTET_STRING != 0 {
        ext::values::octet_string(bytes)
    } else if flags & GNUTLS_FSAN_ENCODE_UTF8_STRING != 0 {
        ext::values::utf8_string(bytes)
    } else {
        bytes.to_vec()
    };
    build::set_alt_name(
        list,
        which,
        &ext::general_name::other_name(&id, &value),
        flags & GNUTLS_FSAN_APPEND != 0,
        critical,
    )
}

pub fn oid_text(id: &[u8]) -> Result<NulTerminated> {
    Ok(NulTerminated::new(oid::to_text(id).ok_or(GNUTLS_E_ASN1_DER_ERROR)?.as_bytes()))
}

pub fn oid_of_text(text: &NulTerminated) -> Result<Vec<u8>> {
    ext::values::oid_from_text(core::str::from_utf8(text.bytes()).unwrap_or(""))
}

/// A name for C: its type, its content, and the type of an otherName.
#[derive(Clone)]
pub struct AltName {
    kind: c_uint,
    data: NulTerminated,
    type_id: Option<NulTerminated>,
    /// The encoded name, if `data` does not contain all of it.
    encoded: Option<Box<[u8]>>,
}

impl AltName {
    pub fn read(name: &GeneralName<'_>) -> Result<AltName> {
        let kind = name.kind().ok_or(GNUTLS_E_X509_UNKNOWN_SAN)?;
        let (data, type_id) = match name {
            GeneralName::Other { oid, value } => (NulTerminated::new(value), Some(oid_text(oid)?)),
            GeneralName::Registered(id) => (oid_text(id)?, None),
            GeneralName::Dns(v)
            | GeneralName::Email(v)
            | GeneralName::Uri(v)
            | GeneralName::Ip(v)
            | GeneralName::Directory(v) => (NulTerminated::new(v), None),
            GeneralName::Unknown(_) => return Err(GNUTLS_E_X509_UNKNOWN_SAN.into()),
        };
        Ok(AltName { kind: kind.raw(), data, type_id, encoded: None })
    }

    /// # Safety
    /// `data` is NULL or a valid datum, `type_id` NULL or a C string.
    pub(crate) unsafe fn given(
        kind: c_uint,
        data: *const gnutls_datum_t,
        type_id: *const c_char,
    ) -> Result<AltName> {
        // SAFETY: `data` is NULL or a valid datum; `type_id` is NULL or a C string.
        let (bytes, type_id) = unsafe { (datum_bytes(data).ok_or(INVALID_REQUEST)?, bytes_of(type_id)) };
        memory::afford(bytes.len())?;
        // Well-known types of otherName are converted to their encoding.
        if (GNUTLS_SAN_OTHERNAME_XMPP..=GNUTLS_SAN_OTHERNAME_SRV).contains(&kind) {
            let made = encode_name(kind, bytes)?;
            return AltName::read(&GeneralName::read(&mut Reader::new(&made))?);
        }
        Ok(AltName { type_id: type_id.map(NulTerminated::new), ..AltName::plain(kind, bytes)? })
    }

    /// A name with the given bytes, except that UTF-8 host names and mail addresses are converted to ASCII.
    pub fn plain(kind: c_uint, bytes: &[u8]) -> Result<AltName> {
        let data = match kind {
            GNUTLS_SAN_DNSNAME => NulTerminated::new(&ext::general_name::ascii_domain(bytes)?),
            GNUTLS_SAN_RFC822NAME => NulTerminated::new(&ext::general_name::ascii_mailbox(bytes)?),
            _ => NulTerminated::new(bytes),
        };
        Ok(AltName { kind, data, type_id: None, encoded: None })
    }

    /// Returns the type and a borrowed datum of the content.
    ///
    /// # Safety
    /// The pointers are NULL or valid for writes.
    pub unsafe fn lend_to(&self, kind: *mut c_uint, name: *mut gnutls_datum_t) {
        // SAFETY: `kind` and `name` are NULL or valid for writes.
        unsafe { write_name(self, kind, name, core::ptr::null_mut()) }
    }

    /// Like [`AltName::read`], but for name constraints: directory names, service names and Microsoft's user
    /// principals are converted to text.
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
        let encoded = Some(ext::general_name::encode_structured(name)?.into());
        Ok(AltName { kind, data: NulTerminated::new(&text), type_id: None, encoded })
    }

    pub fn to_der(&self) -> Result<Vec<u8>> {
        if let Some(encoded) = &self.encoded {
            return Ok(encoded.to_vec());
        }
        match &self.type_id {
            Some(id) if self.kind == GNUTLS_SAN_OTHERNAME => {
                Ok(ext::general_name::other_name(&oid_of_text(id)?, self.data.bytes()))
            }
            _ => encode_name(self.kind, self.data.bytes()),
        }
    }
}

pub fn read_names(names: &[GeneralName<'_>]) -> Result<Vec<AltName>> {
    names.iter().map(AltName::read).collect()
}

/// The concatenated encodings of the names.
pub fn encode_names(names: &[AltName]) -> Result<Vec<u8>> {
    let parts: Vec<Vec<u8>> = names.iter().map(AltName::to_der).collect::<Result<_>>()?;
    Ok(parts.concat())
}

/// Writes a name to C, with borrowed datums.
///
/// # Safety
/// The pointers are NULL or valid for writes.
pub unsafe fn write_name(
    name: &AltName,
    kind: *mut c_uint,
    san: *mut gnutls_datum_t,
    type_id: *mut gnutls_datum_t,
) {
    // SAFETY: `kind`, `san` and `type_id` are NULL or valid for writes.
    unsafe {
        write_out(kind, name.kind);
        write_out(san, name.data.lent());
        if let Some(id) = &name.type_id {
            write_out(type_id, id.lent());
        }
    }
}

/// The bytes of an extension from C.
///
/// # Safety
/// `ext` is NULL or a valid datum.
pub unsafe fn extension_content<'a>(ext: *const gnutls_datum_t) -> Result<&'a [u8]> {
    // SAFETY: `ext` is NULL or a valid datum.
    let bytes = unsafe { datum_bytes(ext) }.ok_or(INVALID_REQUEST)?;
    memory::afford(bytes.len())?;
    Ok(bytes)
}

/// Writes a name of the issuer and the serial number of its certificate from an authority key identifier to
/// C.
///
/// # Safety
/// `alt` and `serial` are NULL or have as much space as their sizes say; the others are NULL or valid for writes.
#[allow(clippy::too_many_arguments)] // the parameters of the C function
pub(crate) unsafe fn write_issuer_name(
    e: Option<Extension<'_>>,
    row: Result<Option<Row<'_>>>,
    alt: *mut c_void,
    alt_size: *mut usize,
    alt_type: *mut c_uint,
    serial: *mut c_void,
    serial_size: *mut usize,
    critical: *mut c_uint,
) -> Result<()> {
    // SAFETY: `critical` is NULL or valid for a write.
    unsafe { write_out(critical, e.as_ref().is_some_and(|e| e.critical).into()) };
    let e = e.ok_or(DATA_NOT_AVAILABLE)?;
    // The issuer's name is only meaningful together with the serial number.
    let number = ext::key_id::authority_serial(e.value)?.ok_or(DATA_NOT_AVAILABLE)?;
    let name = GeneralName::read(&mut Reader::new(row?.ok_or(DATA_NOT_AVAILABLE)?.raw))?;
    let (bytes, nul) = alt_name_content(&name)?;
    // SAFETY: `alt` and `serial` are NULL or have as much space as their sizes say; `alt_size`, `alt_type` and
    // `serial_size` are NULL or valid for writes.
    unsafe {
        write_out(alt_type, name.kind().ok_or(GNUTLS_E_X509_UNKNOWN_SAN)?.raw());
        write_sized(&bytes, alt, alt_size, nul)?;
        write_sized(number, serial, serial_size, false)
    }
}
