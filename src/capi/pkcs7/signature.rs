//! The signatures of a PKCS #7 structure: making, verifying, what is in them.
use core::ffi::{c_char, c_int, c_uint};

use super::detail;
use crate::abi::*;
use crate::alg::Sign;
use crate::capi::ffi::memory::{bytes_of, datum_bytes, datum_in, slice, write_datum, write_out};
use crate::capi::ffi::{guard, opaque};
use crate::capi::object::crt::get_crt;
use crate::capi::object::pkcs7::{
    SignRequest, free_info, get_attributes, sign, verify_with, verify_with_list, write_info,
};
use crate::capi::object::verify_request::VerifyRequest;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST};
use crate::pki::pkcs7::{Attribute, Attributes};
use crate::pki::text::pkcs7 as text;

/// Adds a signature to a PKCS #7 structure.
///
/// A structure may have any number of signatures. The signer is named by issuer and serial number of its
/// certificate. With `signed_attrs` or a time the signature is over attributes, which have the digest of
/// the data; without, it is over the data itself. An RSA key whose certificate is for RSA-PSS signs with
/// RSA-PSS. The key may be a function of the program, which runs in this thread.
///
/// - `pkcs7`: the structure, which may be empty
/// - `signer`: the certificate of the signer
/// - `signer_key`: its private key
/// - `data`: the data, or NULL for the data that is embedded already
/// - `signed_attrs`: attributes to sign, or NULL
/// - `unsigned_attrs`: attributes that are not signed, or NULL
/// - `dig`: the digest; of Ed25519 it must be SHA-512
/// - `flags`: 0, or of `GNUTLS_PKCS7_EMBED_DATA` (the data is embedded, in the place of what was: older
///   signatures of other data become wrong), `GNUTLS_PKCS7_INCLUDE_TIME` (the time is signed),
///   `GNUTLS_PKCS7_INCLUDE_CERT` (the certificate is added), `GNUTLS_PKCS7_WRITE_SPKI` (the signer is
///   named by its subject key identifier)
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code, where nothing is changed:
/// - `GNUTLS_E_CONSTRAINT_ERROR`: the key is of another kind than that of the certificate, or is not for
///   this digest
/// - `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: such a key does not sign with this digest
/// - `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND`: the certificate has no subject key identifier to write
/// - `GNUTLS_E_ASN1_VALUE_NOT_VALID`, `GNUTLS_E_ASN1_DER_ERROR`: the type of an attribute is no
///   identifier, or its value no ASN.1 element
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7`, `signer` or `signer_key` is NULL, the digest is unknown, or
///   there is no data to embed
///
/// Since 3.4.2. RFC 5652 section 5. Manual: `gnutls_pkcs7_sign`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_sign(
    pkcs7: gnutls_pkcs7_t,
    signer: gnutls_x509_crt_t,
    signer_key: gnutls_privkey_t,
    data: *const gnutls_datum_t,
    signed_attrs: gnutls_pkcs7_attrs_t,
    unsigned_attrs: gnutls_pkcs7_attrs_t,
    dig: gnutls_digest_algorithm_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkcs7`, `signer`, `signer_key`, `signed_attrs` and `unsigned_attrs` are NULL or live handles; `data`
    // is NULL or a valid datum.
    guard::unit(|| unsafe {
        let request = SignRequest {
            cert: get_crt(signer)?.clone(),
            key: signer_key,
            content: if data.is_null() { None } else { Some(datum_in(data)?) },
            signed: get_attributes(signed_attrs),
            unsigned: get_attributes(unsigned_attrs),
            digest: dig,
            flags,
        };
        sign(pkcs7, &request)
    })
}

/// Verifies a signature of a PKCS #7 structure, and that a trust list trusts its signer.
///
/// The signer's certificate must be in the structure; its chain is built of the other certificates there,
/// and verified as `gnutls_x509_trust_list_verify_crt2` does. The certificate must be in its time.
///
/// - `pkcs7`: the structure
/// - `tl`: the trust list
/// - `vdata`: what the signer must be for, as in `gnutls_x509_trust_list_verify_crt2`, as a purpose in
///   `GNUTLS_DT_KEY_PURPOSE_OID`; may be NULL
/// - `vdata_size`: the number of its elements
/// - `idx`: which signature, from 0
/// - `data`: the data of a detached signature, or NULL for the embedded data
/// - `flags`: `GNUTLS_VERIFY_*` flags
///
/// Returns `GNUTLS_E_SUCCESS` (0) for a good signature, the positive
/// `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` for a good one of a key that is not for signatures, or a
/// negative error code:
/// - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is wrong, or of other data, or its signer is unknown
///   or not trusted
/// - `GNUTLS_E_PARSING_ERROR`: the signature is of content of another type
/// - `GNUTLS_E_NO_EMBEDDED_DATA`: the signature is detached, and `data` is NULL
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are not so many signatures
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`, `GNUTLS_E_NOT_YET_ACTIVATED`, `GNUTLS_E_EXPIRED`,
///   `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: as of
///   `gnutls_x509_crt_verify_data2`
/// - `GNUTLS_E_UNKNOWN_ALGORITHM`: the digest is unknown
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `tl` is NULL, or `vdata` has more than one name
///
/// Any number of threads may verify with one structure and one list at the same time.
///
/// Since 3.4.2. RFC 5652 section 5.6. Manual: `gnutls_pkcs7_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_verify(
    pkcs7: gnutls_pkcs7_t,
    tl: gnutls_x509_trust_list_t,
    vdata: *mut gnutls_typed_vdata_st,
    vdata_size: c_uint,
    idx: c_uint,
    data: *const gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkcs7` and `tl` are NULL or live handles; `vdata` is NULL or an array as long as its size says; `data`
    // is NULL or a valid datum.
    guard::code(|| unsafe {
        let wanted = VerifyRequest::read(vdata, vdata_size as usize)?;
        verify_with_list(pkcs7, tl, &wanted, idx, datum_bytes(data), flags)
    })
}

/// Verifies a signature of a PKCS #7 structure with the certificate of its signer.
///
/// The certificate is not verified, nor its purpose, but it must be in its time and its key usage must
/// have digital signatures. It need not be the one that the signature names.
///
/// - `pkcs7`: the structure
/// - `signer`: the certificate
/// - `idx`: which signature, from 0
/// - `data`: the data of a detached signature, or NULL for the embedded data
/// - `flags`: 0, or of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take signatures with
///   MD5 and older digests
///
/// Returns `GNUTLS_E_SUCCESS` (0) for a good signature, the positive
/// `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` for a good one of a key that is not for signatures, or a
/// negative error code:
/// - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is wrong, or of other data
/// - `GNUTLS_E_PARSING_ERROR`: the signature is of content of another type
/// - `GNUTLS_E_NO_EMBEDDED_DATA`: the signature is detached, and `data` is NULL
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are not so many signatures
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: it is good, but its algorithm is broken
/// - `GNUTLS_E_NOT_YET_ACTIVATED`, `GNUTLS_E_EXPIRED`: it is good, but the certificate is not in its time
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`,
///   `GNUTLS_E_UNKNOWN_ALGORITHM`: the algorithm is not one of this key, or not supported
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `signer` is NULL
///
/// Since 3.4.2. RFC 5652 section 5.6. Manual: `gnutls_pkcs7_verify_direct`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_verify_direct(
    pkcs7: gnutls_pkcs7_t,
    signer: gnutls_x509_crt_t,
    idx: c_uint,
    data: *const gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `pkcs7` and `signer` are NULL or live handles; `data` is NULL or a valid datum.
    guard::code(|| unsafe {
        let (held, info) = opaque::get(pkcs7)?.signer(idx)?;
        verify_with(held, &info, get_crt(signer)?, datum_bytes(data), flags)
    })
}

/// Returns how many signatures a PKCS #7 structure has.
///
/// - `pkcs7`: the structure
///
/// Returns the number, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` is NULL
///
/// Since 3.4.3. RFC 5652 section 5.3. Manual: `gnutls_pkcs7_get_signature_count`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_signature_count(pkcs7: gnutls_pkcs7_t) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle.
    guard::code(|| Ok(unsafe { opaque::get(pkcs7)? }.data().map_or(0, |d| d.signer_count() as c_int)))
}

/// Returns what is in a signature of a PKCS #7 structure.
///
/// The signer is named either by `issuer_dn` and `signer_serial`, or by `issuer_keyid`; the others are
/// empty. `signing_time` is -1 if the attributes have none, and lists of attributes are NULL if they are
/// empty. Nothing of it is verified.
///
/// - `pkcs7`: the structure
/// - `idx`: which signature, from 0
/// - `info`: takes the information, which is freed with `gnutls_pkcs7_signature_info_deinit`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are not so many signatures
/// - `GNUTLS_E_UNKNOWN_ALGORITHM`: digest or signature algorithm are unknown
/// - `GNUTLS_E_ASN1_DER_ERROR`: the type of an attribute is invalid
/// - `GNUTLS_E_INVALID_REQUEST`: `pkcs7` or `info` is NULL
///
/// Since 3.4.2. RFC 5652 section 5.3. Manual: `gnutls_pkcs7_get_signature_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_signature_info(
    pkcs7: gnutls_pkcs7_t,
    idx: c_uint,
    info: *mut gnutls_pkcs7_signature_info_st,
) -> c_int {
    // SAFETY: `pkcs7` is NULL or a live handle; `info` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let (_, signer) = opaque::get(pkcs7)?.signer(idx)?;
        if info.is_null() {
            return Err(INVALID_REQUEST);
        }
        info.write(write_info(&signer)?);
        Ok(())
    })
}

/// Frees what `gnutls_pkcs7_get_signature_info` has filled, but not the structure itself.
///
/// - `info`: the information; NULL is ignored
///
/// Since 3.4.2. Manual: `gnutls_pkcs7_signature_info_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_signature_info_deinit(info: *mut gnutls_pkcs7_signature_info_st) {
    // SAFETY: `info` is NULL or was filled by this library.
    guard::or((), || unsafe { info.as_mut().into_iter().for_each(|i| free_info(i)) });
}

/// Describes a signature of a PKCS #7 structure in text for people to read.
///
/// - `info`: what `gnutls_pkcs7_get_signature_info` has filled
/// - `format`: `GNUTLS_CRT_PRINT_FULL` for the attributes too; every other value leaves them out
/// - `out`: takes the text, with a NUL that `size` does not count; its `data` is freed with
///   `gnutls_free`
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `info` or `out` is NULL
///
/// Since 3.6.14. Manual: `gnutls_pkcs7_print_signature_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_print_signature_info(
    info: *mut gnutls_pkcs7_signature_info_st,
    format: gnutls_certificate_print_formats_t,
    out: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: `info` is NULL or as `gnutls_pkcs7_get_signature_info` fills it; `out` is NULL or valid for a write.
    guard::unit(|| unsafe {
        let info = info.as_ref().ok_or(INVALID_REQUEST)?;
        let bytes = |d: &gnutls_datum_t| slice(d.data.cast(), d.size as usize);
        let signature = text::Signature {
            issuer: bytes(&info.issuer_dn),
            serial: bytes(&info.signer_serial),
            key_id: bytes(&info.issuer_keyid),
            time: Some(info.signing_time).filter(|t| *t != -1),
            sign: Sign::from_raw(info.algo),
            signed: Some(get_attributes(info.signed_attrs)),
            unsigned: Some(get_attributes(info.unsigned_attrs)),
        };
        write_datum(&text::signature(&signature, detail(format)), out)
    })
}

/// Adds an attribute to a list of attributes for `gnutls_pkcs7_sign`.
///
/// - `list`: the list; where it points to NULL, a list is created, which is freed with
///   `gnutls_pkcs7_attrs_deinit`. On failure the list is as before, and still to be freed
/// - `oid`: the dotted type of the attribute, which is copied
/// - `data`: its value in DER, which is copied
/// - `flags`: 0, or `GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING`: `data` is any bytes, which become an OCTET
///   STRING
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: a pointer is NULL
///
/// Type and value are checked by `gnutls_pkcs7_sign`.
///
/// Since 3.4.2. RFC 5652 section 5.3. Manual: `gnutls_pkcs7_add_attr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_add_attr(
    list: *mut gnutls_pkcs7_attrs_t,
    oid: *const c_char,
    data: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `list` is NULL or points to NULL or a live handle; `oid` is NULL or a C string; `data` is NULL or a
    // valid datum.
    guard::unit(|| unsafe {
        let (dotted, value) = (bytes_of(oid).ok_or(INVALID_REQUEST)?, datum_in(data)?);
        let octets = flags & GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING != 0;
        let new = if octets { Attribute::of_octets(dotted, value) } else { Attribute::new(dotted, value) };
        if list.is_null() {
            return Err(INVALID_REQUEST);
        }
        if (*list).is_null() {
            opaque::give(list, Attributes::new())?;
        }
        opaque::get_mut(*list)?.add(new);
        Ok(())
    })
}

/// Returns an attribute of a list.
///
/// The attribute that was added last comes first, and of a signature that which stands last.
///
/// - `list`: the list; NULL is empty
/// - `idx`: which attribute, from 0
/// - `oid`: takes the dotted type, which belongs to the list and is valid as long as it; may be NULL
/// - `data`: takes the value in DER, with a NUL behind it that `size` does not count; its `data` is freed
///   with `gnutls_free`. Of several values it is the first
/// - `flags`: 0, or `GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING` for the content of an OCTET STRING
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE`: there are not so many attributes
/// - `GNUTLS_E_ASN1_DER_ERROR`: the value is no OCTET STRING
/// - `GNUTLS_E_INVALID_REQUEST`: `data` is NULL
///
/// Since 3.4.2. RFC 5652 section 5.3. Manual: `gnutls_pkcs7_get_attr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_get_attr(
    list: gnutls_pkcs7_attrs_t,
    idx: c_uint,
    oid: *mut *mut c_char,
    data: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: `list` is NULL or a live handle; `oid` and `data` are NULL or valid for writes.
    guard::unit(|| unsafe {
        let attribute = get_attributes(list).get(idx as usize).ok_or(DATA_NOT_AVAILABLE)?;
        if flags & GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING != 0 {
            write_datum(&attribute.octets()?, data)?;
        } else {
            write_datum(attribute.value(), data)?;
        }
        write_out(oid, attribute.dotted().as_ptr().cast_mut().cast());
        Ok(())
    })
}

/// Frees a list of attributes.
///
/// Those of a `gnutls_pkcs7_signature_info_st` are freed with that.
///
/// - `list`: the list; NULL is ignored
///
/// Since 3.4.2. Manual: `gnutls_pkcs7_attrs_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_pkcs7_attrs_deinit(list: gnutls_pkcs7_attrs_t) {
    // SAFETY: `list` is NULL or a handle that is not used afterwards.
    guard::or((), || drop(unsafe { opaque::take(list) }));
}
