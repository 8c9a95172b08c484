//! Distinguished names.
use core::ffi::{c_char, c_uint, c_void};
use std::ffi::CString;

use crate::abi::*;
use crate::asn1::oid;
use crate::capi::ffi::memory::{bytes_in, bytes_of, write_sized};
use crate::capi::ffi::opaque::Opaque;
use crate::error::{DATA_NOT_AVAILABLE, Error, INVALID_REQUEST, Result};
use crate::pki::name;
use crate::pki::name::write::Value;
use crate::pki::name::{Attribute, Index, Order, write};

/// The order that the flags of the `dn3` functions select.
pub fn dn_order(flags: c_uint) -> Order {
    if flags & GNUTLS_X509_DN_FLAG_COMPAT != 0 { Order::Encoded } else { Order::Rfc4514 }
}

/// Writes the value of an attribute with the given type: its text, or with `raw` its DER.
///
/// # Safety
/// The pointers are as the manual has them.
pub unsafe fn write_dn_by_oid(
    name: &[u8],
    index: &Index,
    oid_text: *const c_char,
    indx: c_uint,
    raw: c_uint,
    buf: *mut c_void,
    size: *mut usize,
) -> Result<()> {
    // SAFETY: `oid_text` is NULL or a C string.
    let dotted =
        unsafe { bytes_of(oid_text) }.and_then(|o| core::str::from_utf8(o).ok()).ok_or(INVALID_REQUEST)?;
    let id = oid::from_text(dotted).ok_or(DATA_NOT_AVAILABLE)?;
    let found = index.find(name, &id, indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
    let bytes = if raw != 0 { found.value.raw.to_vec() } else { name::attribute_text(dotted, &found.value) };
    // SAFETY: `buf` is NULL or has as much space as its size says; `size` is NULL or valid for a write.
    unsafe { write_sized(&bytes, buf, size, true) }
}

/// Writes the dotted type of the `indx`-th attribute.
///
/// # Safety
/// The pointers are as the manual has them.
pub unsafe fn write_dn_oid(
    name: &[u8],
    index: &Index,
    indx: c_uint,
    buf: *mut c_void,
    size: *mut usize,
) -> Result<()> {
    let part = index.get(name, indx as usize).ok_or(DATA_NOT_AVAILABLE)?;
    let text = oid::to_text(part.oid).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
    // SAFETY: `buf` is NULL or has as much space as its size says; `size` is NULL or valid for a write.
    unsafe { write_sized(text.as_bytes(), buf, size, true) }
}

/// Appends the parts of a text to a name. `err`, if not NULL, receives the position in the text up to which
/// it was parsed.
///
/// # Safety
/// `text` is NULL or a C string; `err` is NULL or valid for a write.
pub unsafe fn with_dn_text(name: &[u8], text: *const c_char, err: *mut *const c_char) -> Result<Vec<u8>> {
    // SAFETY: `text` is NULL or a C string.
    let bytes = unsafe { bytes_of(text) }.ok_or(INVALID_REQUEST)?;
    let (made, at) = write::append_text(name, bytes);
    if !err.is_null() && !bytes.is_empty() {
        // SAFETY: not NULL; the position is within the text or at its NUL.
        unsafe { err.write(text.add(at)) };
    }
    made
}

/// Appends an attribute to a name.
///
/// # Safety
/// `oid` is NULL or a C string; `value` is NULL or has `size` bytes.
pub unsafe fn with_dn_attribute(
    name: &[u8],
    oid: *const c_char,
    raw: c_uint,
    value: *const c_void,
    size: c_uint,
) -> Result<Vec<u8>> {
    if value.is_null() || size == 0 {
        return Err(INVALID_REQUEST);
    }
    // SAFETY: `oid` is NULL or a C string; `value` is NULL or has as many bytes as its length says.
    let (oid, bytes) = unsafe { (bytes_of(oid).ok_or(INVALID_REQUEST)?, bytes_in(value, size as usize)?) };
    let oid = core::str::from_utf8(oid).map_err(|_| INVALID_REQUEST)?;
    write::append(name, oid, if raw != 0 { Value::Der(bytes) } else { Value::Text(bytes) })
}

/// The object of a `gnutls_x509_dn_t`. The bytes have a fixed address as long as the object exists.
#[derive(Default)]
pub struct X509Dn {
    pub(crate) der: Box<[u8]>,
    pub(crate) index: Index,
    /// The dotted types of the attributes.
    pub(crate) types: Vec<CString>,
}

// SAFETY: all handles are created by `gnutls_x509_dn_init`, or borrow a name that a certificate stores.
unsafe impl Opaque for gnutls_x509_dn_st {
    type Object = X509Dn;
}

impl X509Dn {
    pub fn from_der(der: &[u8]) -> Result<X509Dn> {
        let index = Index::of(der)?;
        let dotted = |a: Attribute<'_>| {
            let text = oid::to_text(a.oid).ok_or(Error::new(GNUTLS_E_ASN1_DER_ERROR))?;
            CString::new(text).map_err(|_| INVALID_REQUEST)
        };
        let types = (0..).map_while(|i| index.get(der, i)).map(dotted).collect::<Result<_>>()?;
        Ok(X509Dn { der: der.into(), index, types })
    }
}
