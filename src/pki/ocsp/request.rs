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
use crate::pki::ocsp::cert_id::{self, CertificateId};
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
    places: Vec<u32>,
    extensions: Vec<OwnExtension>,
}

impl Request {
    pub fn from_der(bytes: &[u8]) -> Result<Request> {
        let mut top = der::whole(bytes, der::SEQUENCE)?.open();
        let mut r = top.sequence()?;
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
            places.push(place(asked.len() - list.len())?);
            read_asked(&mut list)?;
        }
        // Errors are those of what comes first.
        if let Some(signature) = top.optional(der::context_constructed(0))? {
            check_signature(signature.open())?;
        }
        top.finish()?;
        let own = |e: Extension<'_>| OwnExtension {
            oid: e.oid.to_vec(),
            critical: e.critical,
            value: e.value.to_vec(),
        };
        let extensions = read_extensions(listed).map(own).collect();
        Ok(Request { version, asked: asked.to_vec(), places, extensions })
    }

    pub fn der(&self) -> Vec<u8> {
        let mut end = Vec::new();
        if !self.extensions.is_empty() {
            end.element(der::context_constructed(2), &extensions_der(&self.extensions));
        }
        // What is asked for may be long, and is copied once.
        let list = header(self.asked.len());
        let inner = self.version.len() + list.len() + self.asked.len() + end.len();
        let signed = header(inner);
        let mut out = header(signed.len() + inner);
        out.reserve_exact(signed.len() + inner);
        for part in [&signed, &self.version, &list, &self.asked, &end] {
            out.extend_from_slice(part);
        }
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
        read_asked(&mut Reader::new(self.asked.get(*self.places.get(i)? as usize..)?)).ok()
    }

    /// Asks for one more certificate, which is identified by its issuer and its serial number.
    pub fn add(&mut self, hash: Digest, issuer_name: &[u8], issuer_key: &[u8], serial: &[u8]) -> Result<()> {
        let mut written = Vec::new();
        cert_id::write(&mut written, hash, issuer_name, issuer_key, serial)?;
        self.append(&written)
    }

    pub fn add_certificate(&mut self, hash: Digest, issuer: &Certificate, cert: &Certificate) -> Result<()> {
        let mut written = Vec::new();
        cert_id::write_for(&mut written, hash, issuer, cert)?;
        self.append(&written)
    }

    fn append(&mut self, id: &[u8]) -> Result<()> {
        self.places.push(place(self.asked.len())?);
        self.asked.element(der::SEQUENCE, id);
        Ok(())
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

/// A place in requestList. DER of more than 4 GiB is not read.
fn place(at: usize) -> Result<u32> {
    u32::try_from(at).map_err(|_| Error::new(GNUTLS_E_ASN1_DER_ERROR))
}

/// The tag and the length of a SEQUENCE.
fn header(len: usize) -> Vec<u8> {
    let mut out = Vec::new();
    out.header(der::SEQUENCE, len);
    out
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alg::Digest;

    const FULL: &[u8] = &[0xff; 20];

    fn filled() -> Request {
        let mut q = Request::default();
        q.add(Digest::Sha1, FULL, b"key", &[0x81]).unwrap();
        q.add(Digest::Sha1, FULL, b"key", &[0, 0, 7]).unwrap();
        q.set_extension(&[0x2a, 3], true, b"value").unwrap();
        q.set_nonce(false, b"nonce").unwrap();
        q
    }

    /// A generator of bytes that tests every run alike.
    fn bytes(seed: &mut u64, len: usize) -> Vec<u8> {
        let mut next = || {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (*seed >> 33) as u8
        };
        (0..len).map(|_| next()).collect()
    }

    // Whatever the setters are given, the reader reads what they wrote, and writes it again.
    #[test]
    fn reads_what_it_writes() {
        let mut seed = 1;
        for round in 0..300 {
            let mut q = Request::default();
            for n in 0..round % 5 {
                let [name, key, serial] = [n * 7, n * 60, n * 5].map(|len| bytes(&mut seed, len));
                let hash = Digest::ALL[round % Digest::ALL.len()];
                let _ = q.add(hash, &name, &key, &serial);
            }
            for n in 0..round % 4 {
                let value = bytes(&mut seed, round * n);
                q.set_extension(&[0x2a, n as u8], n % 2 == 0, &value).unwrap();
            }
            if round % 3 == 0 {
                q.set_nonce(round % 2 == 0, &bytes(&mut seed, round % 40)).unwrap();
            }
            let written = q.der();
            let read = Request::from_der(&written).unwrap();
            assert_eq!(read.der(), written);
            assert_eq!(read.places, q.places);
            assert_eq!(read.extensions, q.extensions);
            assert_eq!(read.nonce(), q.nonce());
            for i in 0..q.places.len() {
                let (a, b) = (read.asked(i).unwrap(), q.asked(i).unwrap());
                assert_eq!((a.hash(), a.issuer_name, a.serial), (b.hash(), b.issuer_name, b.serial));
            }
        }
    }

    #[test]
    fn serial_numbers_in_shortest_form() {
        for (given, written) in [
            (&[0, 0, 0x80][..], &[0, 0x80][..]),
            (&[0xff, 0xff, 0x80], &[0x80]),
            (&[0, 0], &[0]),
            (&[0xff], &[0xff]),
        ] {
            let mut q = Request::default();
            q.add(Digest::Sha1, FULL, b"key", given).unwrap();
            assert_eq!(q.asked(0).unwrap().serial, written);
        }
    }

    #[test]
    fn no_part_of_it_is_read_and_no_change_harms() {
        let whole = filled().der();
        for n in 0..whole.len() {
            assert!(Request::from_der(&whole[..n]).is_err(), "{n}");
        }
        assert!(Request::from_der(&[&whole[..], &[0]].concat()).is_err());
        for i in 0..whole.len() {
            for new in 0..=255 {
                let mut changed = whole.clone();
                changed[i] = new;
                let Ok(read) = Request::from_der(&changed) else { continue };
                let _ = (read.version(), read.nonce().is_ok(), read.asked(1).map(|id| id.complete().is_ok()));
                let again = Request::from_der(&read.der()).unwrap();
                assert_eq!(again.der(), read.der());
            }
        }
    }

    #[test]
    fn extensions_are_bounded() {
        let mut q = Request::default();
        for n in 0..MAX_EXTENSIONS {
            q.set_extension(&[0x2a, (n / 100) as u8, (n % 100) as u8], false, b"x").unwrap();
        }
        assert!(q.set_nonce(false, b"nonce").is_err());
        assert!(Request::from_der(&q.der()).is_ok());
        q.extensions.push(q.extensions[0].clone());
        assert!(Request::from_der(&q.der()).is_err());
    }
}
