//! PKCS #7 structures.
use core::ffi::{c_int, c_uint, c_void};
use std::borrow::Cow;

use crate::abi::*;
use crate::alg::{Digest, Pk};
use crate::asn1::oid;
use crate::capi::ffi::memory::{NulTerminated, alloc_datum, free};
use crate::capi::ffi::opaque::{self, Opaque};
use crate::capi::ffi::time;
use crate::capi::object::privkey::get_privkey;
use crate::capi::object::pubkey::verify_signed_by;
use crate::capi::object::signer::Signer;
use crate::capi::object::trust_list::complete_chain;
use crate::capi::object::verify_request::VerifyRequest;
use crate::error::{DATA_NOT_AVAILABLE, INVALID_REQUEST, Result, VALUE_NOT_FOUND, err};
use crate::pki::cert::{Certificate, signature_algorithm};
use crate::pki::pkcs7::{Attributes, NewSigner, Pkcs7, Place, SignerId, SignerInfo};

/// The object of a `gnutls_pkcs7_t`.
#[derive(Default)]
pub struct Pkcs7Structure {
    data: Option<Pkcs7>,
    /// The type of the content, to which C may have a pointer.
    content_type: Option<NulTerminated>,
}

// SAFETY: all handles are created by `gnutls_pkcs7_init`.
unsafe impl Opaque for gnutls_pkcs7_int {
    type Object = Pkcs7Structure;
}

// SAFETY: all handles are created by `gnutls_pkcs7_add_attr` and `give_attributes`.
unsafe impl Opaque for gnutls_pkcs7_attrs_st {
    type Object = Attributes;
}

impl Pkcs7Structure {
    pub fn data(&self) -> Option<&Pkcs7> {
        self.data.as_ref()
    }

    pub fn content_type(&self) -> Option<&NulTerminated> {
        self.content_type.as_ref()
    }

    /// Replaces the data.
    pub fn set(&mut self, data: Pkcs7) {
        self.data = Some(data);
        self.name_content();
    }

    /// Changes the data, which is created if there is none.
    pub fn edit(&mut self, change: impl FnOnce(&mut Pkcs7) -> Result<()>) -> Result<()> {
        change(self.data.get_or_insert_default())?;
        self.name_content();
        Ok(())
    }

    /// Changes the data if there is some.
    pub fn edit_held(&mut self, change: impl FnOnce(&mut Pkcs7) -> Result<()>) -> Result<()> {
        self.data.as_mut().map_or(err(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND), change)
    }

    fn name_content(&mut self) {
        let named = self.data.as_ref().and_then(|d| oid::to_text(d.content_type()));
        match named {
            Some(text) => {
                NulTerminated::renew(&mut self.content_type, text.as_bytes());
            }
            None => self.content_type = None,
        }
    }

    pub fn certificate(&self, i: c_uint) -> Result<&[u8]> {
        let found = self.data().and_then(|d| d.certificates.get(i as usize));
        found.ok_or(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND.into())
    }

    /// Like [`Pkcs7Structure::certificate`], but an empty structure has a code of its own, as in GnuTLS.
    pub fn crl(&self, i: c_uint) -> Result<&[u8]> {
        let found = self.data().ok_or(VALUE_NOT_FOUND)?.crls.get(i as usize);
        found.ok_or(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND.into())
    }

    pub fn signer(&self, i: c_uint) -> Result<(&Pkcs7, SignerInfo<'_>)> {
        let data = self.data().ok_or(DATA_NOT_AVAILABLE)?;
        Ok((data, data.signer(i as usize)?))
    }
}

/// Passes attributes to C: NULL if there are none.
fn give_attributes(list: Attributes) -> gnutls_pkcs7_attrs_t {
    if list.is_empty() { core::ptr::null_mut() } else { opaque::new(list) }
}

/// The attributes of a handle; NULL has none.
///
/// # Safety
/// `list` is NULL or a live handle.
pub unsafe fn get_attributes<'a>(list: gnutls_pkcs7_attrs_t) -> &'a Attributes {
    static NONE: Attributes = Attributes::new();
    // SAFETY: `list` is NULL or a live handle.
    if list.is_null() { &NONE } else { unsafe { opaque::get(list) }.unwrap_or(&NONE) }
}

const NO_DATA: gnutls_datum_t = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };

/// What C learns of a signature. `free_info` frees it.
pub fn write_info(signer: &SignerInfo<'_>) -> Result<gnutls_pkcs7_signature_info_st> {
    let (signed, unsigned) = (signer.signed_attributes()?, signer.unsigned_attributes()?);
    let mut info = gnutls_pkcs7_signature_info_st {
        algo: signer.sign()?.raw(),
        sig: NO_DATA,
        issuer_dn: NO_DATA,
        signer_serial: NO_DATA,
        issuer_keyid: NO_DATA,
        signing_time: signer.signing_time().map_or(-1, |time| time as time_t),
        signed_attrs: core::ptr::null_mut(),
        unsigned_attrs: core::ptr::null_mut(),
        pad: [0; 64],
    };
    let filled = fill(&mut info, signer);
    if let Err(e) = filled {
        // SAFETY: `info` has only what `fill` allocated.
        unsafe { free_info(&mut info) };
        return Err(e);
    }
    info.signed_attrs = give_attributes(signed);
    info.unsigned_attrs = give_attributes(unsigned);
    Ok(info)
}

fn fill(info: &mut gnutls_pkcs7_signature_info_st, signer: &SignerInfo<'_>) -> Result<()> {
    info.sig = alloc_datum(signer.signature)?;
    match signer.id {
        SignerId::IssuerSerial(issuer, serial) => {
            info.issuer_dn = alloc_datum(issuer)?;
            info.signer_serial = alloc_datum(serial)?;
        }
        SignerId::KeyId(id) => info.issuer_keyid = alloc_datum(id)?,
    }
    Ok(())
}

/// Frees what [`write_info`] allocated, and clears it.
///
/// # Safety
/// The pointers of `info` are NULL or from `write_info`.
pub unsafe fn free_info(info: &mut gnutls_pkcs7_signature_info_st) {
    // SAFETY: the pointers of `info` are NULL or from `write_info`, and cleared here.
    unsafe {
        for datum in [&mut info.sig, &mut info.issuer_dn, &mut info.signer_serial, &mut info.issuer_keyid] {
            free(datum.data.cast::<c_void>());
            *datum = NO_DATA;
        }
        for list in [&mut info.signed_attrs, &mut info.unsigned_attrs] {
            drop(opaque::take(core::mem::replace(list, core::ptr::null_mut())));
        }
    }
    info.algo = GNUTLS_SIGN_UNKNOWN;
    info.signing_time = 0;
}

/// Verifies a signature with the certificate of the signer.
pub fn verify_with(
    data: &Pkcs7,
    signer: &SignerInfo<'_>,
    cert: &Certificate,
    content: Option<&[u8]>,
    flags: c_uint,
) -> Result<c_int> {
    let sign = signer.sign()?;
    let message = data.message(signer, content)?;
    verify_signed_by(cert, sign.raw(), &message, signer.signature, flags)
}

/// Verifies a signature and the chain of its certificate, which is in the structure.
///
/// # Safety
/// `handle` and `list` are NULL or live handles.
pub unsafe fn verify_with_list(
    handle: gnutls_pkcs7_t,
    list: gnutls_x509_trust_list_t,
    wanted: &VerifyRequest,
    i: c_uint,
    content: Option<&[u8]>,
    flags: c_uint,
) -> Result<c_int> {
    // SAFETY: `handle` and `list` are NULL or live handles; neither is borrowed while a callback runs.
    let (sign, message, signature, mut chain) = unsafe {
        let (data, signer) = opaque::get(handle)?.signer(i)?;
        opaque::get(list)?;
        let sign = signer.sign()?;
        let message = match data.message(&signer, content)? {
            Cow::Borrowed(_) if content.is_some() => None, // it is the caller's, who keeps it
            message => Some(message.into_owned()),
        };
        let chain = data.chain_of(&signer).ok_or(GNUTLS_E_PK_SIG_VERIFY_FAILED)?;
        (sign, message, signer.signature.to_vec(), chain)
    };
    // SAFETY: `list` is a live handle, as checked above.
    let trusted = unsafe {
        complete_chain(list, &mut chain)?;
        opaque::get(list)?.list.verify(&chain, &wanted.params(flags))
    };
    if !trusted.is_empty() {
        return err(GNUTLS_E_PK_SIG_VERIFY_FAILED);
    }
    let message = message.as_deref().or(content).unwrap_or_default();
    verify_signed_by(&chain[0], sign.raw(), message, &signature, flags)
}

/// What to sign, and how.
pub struct SignRequest<'a> {
    pub cert: Certificate,
    pub key: gnutls_privkey_t,
    pub content: Option<&'a [u8]>,
    pub signed: &'a Attributes,
    pub unsigned: &'a Attributes,
    pub digest: gnutls_digest_algorithm_t,
    pub flags: c_uint,
}

/// Adds a signature.
///
/// # Safety
/// `handle` and the key of the request are NULL or live handles.
pub unsafe fn sign(handle: gnutls_pkcs7_t, request: &SignRequest<'_>) -> Result<()> {
    let has = |flag| request.flags & flag != 0;
    let digest = Digest::from_raw(request.digest).ok_or(INVALID_REQUEST)?;
    let new = NewSigner {
        cert: &request.cert,
        digest,
        signed: request.signed,
        unsigned: request.unsigned,
        time: has(GNUTLS_PKCS7_INCLUDE_TIME).then(time::verification_time),
        by_key_id: has(GNUTLS_PKCS7_WRITE_SPKI),
    };
    // SAFETY: `handle` is NULL or a live handle, which is not borrowed after this block: the key may be a
    // function of the application.
    let (prepared, message) = unsafe {
        let data = opaque::get(handle)?.data();
        let embedded = match request.content {
            Some(_) => None,
            None => data.and_then(Pkcs7::embedded).transpose()?,
        };
        let embed = has(GNUTLS_PKCS7_EMBED_DATA);
        if embed && request.content.is_none() && embedded.is_none() {
            return Err(INVALID_REQUEST);
        }
        let place = if embed && request.content.is_some() { Place::Embedded } else { Place::Detached };
        let kind = data.map_or(oid::DATA, |d| d.type_to_sign(place));
        let content = request.content.or(embedded.as_deref()).unwrap_or_default();
        let prepared = new.prepare(kind, content)?;
        let message = prepared.message().unwrap_or_else(|| Ok(content.to_vec()))?;
        (prepared, message)
    };
    let public = request.cert.public_key()?;
    // SAFETY: the key is NULL or a live handle.
    let (signer, pk) = unsafe { (Signer::any(request.key)?, get_privkey(request.key)?.pk()) };
    let fits = pk.is_some_and(|pk| pk == public.pk() || (pk, public.pk()) == (Pk::Rsa, Pk::RsaPss));
    if !fits {
        return err(GNUTLS_E_CONSTRAINT_ERROR);
    }
    let made = signer.sign(request.digest, 0, Some(&public), |_| message)?;
    let algorithm = made.algorithm;
    let sign = signature_algorithm(&algorithm).ok_or(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM)?;
    // SAFETY: `handle` is a live handle; nothing of it is borrowed.
    let slot = unsafe { opaque::get_mut(handle)? };
    slot.edit(|data| {
        let embed = request.content.filter(|_| has(GNUTLS_PKCS7_EMBED_DATA));
        let cert = has(GNUTLS_PKCS7_INCLUDE_CERT).then_some(&request.cert);
        data.add_signer(prepared, sign, &algorithm, &made.signature, embed, cert)
    })
}
