//! OCSP requests (RFC 6960 section 4.1): reading and writing.
use crate::abi::*;
use crate::alg::Digest;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::oid;
use crate::crypto::rand;
use crate::error::{DATA_NOT_AVAILABLE, Error, Result, err};
use crate::pki::cert::build::{self, OwnExtension, extensions_der};
use crate::pki::cert::{Certificate, Extension};
use crate::pki::ext::general_name::GeneralName;
use crate::pki::ocsp::cert_id::CertificateId;
use crate::pki::ocsp::{MAX_EXTENSIONS, extensions, nonce_of, read_extensions};

/// Length of a random nonce. RFC 8954 section 2.1 allows 1 to 32 bytes.
const NONCE_SIZE: usize = 23;

/// A request that was read or is being built. The name and the signature of who asks are not kept.
#[derive(Clone, Default)]
pub struct Request {
    /// The version's encoding; empty for the default.
    version: Vec<u8>,
    /// The elements of requestList, and the start of each.
    asked: Vec<u8>,
    places: Vec<usize>,
    extensions: Vec<OwnExtension>,
}

impl Request {
    pub fn from_der(bytes: &[u8]) -> Result<Request> {
        let mut top = der::whole(bytes, der::SEQUENCE)?.open();
        let mut r = top.sequence()?;
        if let Some(signature) = top.optional(der::context_constructed(0))? {
            check_signature(signature.open())?;
        }
        top.finish()?;
        let version = match r.optional(der::context_constructed(0))? {
            Some(e) => {
                der::whole(e.value, der::INTEGER)?;
                e.raw.to_vec()
            }
            None => Vec::new(),
        };
        if let Some(name) = r.optional(der::context_constructed(1))? {
            let mut name = name.open();
            if matches!(GeneralName::read(&mut name)?, GeneralName::Unknown(tag) if tag & 0xc0 != 0x80) {
                return err(GNUTLS_E_ASN1_TAG_ERROR);
            }
            name.finish()?;
        }
        let asked = r.expect(der::SEQUENCE)?.value;
        let listed = extensions(&mut r, der::context_constructed(2))?;
        r.finish()?;
        let mut list = Reader::new(asked);
        let mut places = Vec::new();
        while !list.is_empty() {
            places.push(asked.len() - list.len());
            read_asked(&mut list)?;
        }
        let own = |e: Extension<'_>| OwnExtension {
            oid: e.oid.to_vec(),
            critical: e.critical,
            value: e.value.to_vec(),
        };
        let extensions = read_extensions(listed).map(own).collect();
        Ok(Request { version, asked: asked.to_vec(), places, extensions })
    }

    pub fn der(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            w.nested(der::SEQUENCE, |w| {
                w.extend_from_slice(&self.version);
                w.element(der::SEQUENCE, &self.asked);
                if !self.extensions.is_empty() {
                    w.element(der::context_constructed(2), &extensions_der(&self.extensions));
                }
            });
        });
        out
    }

    /// The version, counted from 1.
    pub fn version(&self) -> Result<u8> {
        match &self.version[..] {
            [] => Ok(1),
            version => der::version_of(Reader::new(version).any()?.open().integer()?),
        }
    }

    /// The `i`-th certificate that is asked for.
    pub fn asked(&self, i: usize) -> Option<CertificateId<'_>> {
        read_asked(&mut Reader::new(self.asked.get(*self.places.get(i)?..)?)).ok()
    }

    /// Asks for one more certificate, which is identified by its issuer and its serial number.
    pub fn add(&mut self, id: &CertificateId<'_>) -> Result<()> {
        let mut written = Vec::new();
        id.write(&mut written)?;
        self.append(&written);
        Ok(())
    }

    pub fn add_certificate(&mut self, hash: Digest, issuer: &Certificate, cert: &Certificate) -> Result<()> {
        let mut written = Vec::new();
        CertificateId::write_for(&mut written, hash, issuer, cert)?;
        self.append(&written);
        Ok(())
    }

    fn append(&mut self, id: &[u8]) {
        self.places.push(self.asked.len());
        self.asked.element(der::SEQUENCE, id);
    }

    pub fn extension(&self, i: usize) -> Option<Extension<'_>> {
        let e = self.extensions.get(i)?;
        Some(Extension { oid: &e.oid, critical: e.critical, value: &e.value })
    }

    /// Sets an extension in the place of that of its type.
    pub fn set_extension(&mut self, id: &[u8], critical: bool, value: &[u8]) -> Result<()> {
        let is_new = build::extension(&self.extensions, id).is_none();
        if is_new && self.extensions.len() >= MAX_EXTENSIONS {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        build::set_extension(&mut self.extensions, id, value.to_vec(), critical);
        Ok(())
    }

    /// The nonce, and whether it is critical.
    pub fn nonce(&self) -> Result<(bool, &[u8])> {
        let found = self.extensions.iter().find(|e| e.oid == oid::OCSP_NONCE).ok_or(DATA_NOT_AVAILABLE)?;
        Ok((found.critical, nonce_of(&found.value)?))
    }

    pub fn set_nonce(&mut self, critical: bool, nonce: &[u8]) -> Result<()> {
        let mut value = Vec::with_capacity(nonce.len() + 4);
        value.element(der::OCTET_STRING, nonce);
        self.set_extension(oid::OCSP_NONCE, critical, &value)
    }

    pub fn randomize_nonce(&mut self) -> Result<()> {
        let mut nonce = [0; NONCE_SIZE];
        rand::fill(&mut nonce)?;
        self.set_nonce(false, &nonce)
    }
}

/// Reads an element of requestList. Its extensions are checked; none of them is known.
fn read_asked<'a>(list: &mut Reader<'a>) -> Result<CertificateId<'a>> {
    let mut r = list.sequence()?;
    let id = CertificateId::read(&mut r)?;
    extensions(&mut r, der::context_constructed(0))?;
    r.finish()?;
    Ok(id)
}

/// Checks the structure of a Signature. Nobody verifies requests here.
fn check_signature(mut r: Reader<'_>) -> Result<()> {
    let mut signature = r.sequence()?;
    r.finish()?;
    signature.algorithm()?;
    signature.expect(der::BIT_STRING)?;
    if let Some(certificates) = signature.optional(der::context_constructed(0))? {
        let mut list = der::whole(certificates.value, der::SEQUENCE)?.open();
        while !list.is_empty() {
            list.expect(der::SEQUENCE)?;
        }
    }
    signature.finish().map_err(|_| Error::new(GNUTLS_E_ASN1_DER_ERROR))
}
