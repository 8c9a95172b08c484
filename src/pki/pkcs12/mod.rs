//! PKCS #12 (RFC 7292): files of keys, certificates and CRLs that a password protects.
pub mod bag;
pub mod mac;
pub mod parse;
#[cfg(test)]
mod tests;

use core::ops::Range;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::Format;
use crate::asn1::der::{self, Reader, Write as _};
use crate::asn1::{ber, oid, pem};
use crate::error::{Error, Result, err};
use crate::pki::pkcs12::bag::Bag;
use crate::pki::pkcs12::mac::Mac;

/// Maximum number of bags in a file.
const MAX_BAGS: usize = 1024;
/// The label of a PEM block.
pub const LABEL: &str = "PKCS12";
/// The size of a tag and the longest length.
const MAX_HEADER: usize = 10;
/// The version of every file (RFC 7292 section 4).
const VERSION: u8 = 3;

const NO_VALUE: Error = Error::new(GNUTLS_E_ASN1_VALUE_NOT_FOUND);
const NO_MAC: Error = Error::new(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);

/// A PKCS #12 file.
#[derive(Clone, Default)]
pub struct Pfx {
    /// AuthenticatedSafe, whose bytes the MAC covers. It may be BER. Empty if there are no bags yet.
    contents: Zeroizing<Vec<u8>>,
    /// The same in DER, if that is another.
    rewritten: Option<Zeroizing<Vec<u8>>>,
    /// Where the bags are in it, each a ContentInfo.
    bags: Vec<Range<usize>>,
    /// MacData.
    mac: Option<Vec<u8>>,
}

impl Pfx {
    pub fn import(data: &[u8], format: Format) -> Result<Pfx> {
        match format {
            Format::Der => Self::from_der(data),
            Format::Pem => Self::from_der(&pem::decode(Some(LABEL), data)?),
        }
    }

    /// Reads a file. What is not DER is read as BER, which NSS and old Java write.
    pub fn from_der(bytes: &[u8]) -> Result<Pfx> {
        match Self::read(bytes) {
            Err(e) if e.code() == GNUTLS_E_ASN1_DER_ERROR => Self::read(&ber::to_der(bytes)?),
            other => other,
        }
    }

    fn read(bytes: &[u8]) -> Result<Pfx> {
        let mut pfx = der::whole(bytes, der::SEQUENCE)?.open();
        pfx.integer()?;
        let mut safe = pfx.sequence()?;
        let id = safe.oid()?;
        let content = if safe.is_empty() { None } else { Some(safe.any()?) };
        let mac = pfx.optional(der::SEQUENCE)?;
        safe.finish()?;
        pfx.finish()?;
        // A file that is signed instead has another type.
        if id != oid::DATA {
            return err(GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE);
        }
        if let Some(mac) = mac {
            Mac::read(mac.raw)?;
        }
        let contents = match content {
            Some(c) => Zeroizing::new(octets(c)?.to_vec()),
            None => return err(GNUTLS_E_ASN1_DER_ERROR),
        };
        let mut made = Pfx { contents, mac: mac.map(|m| m.raw.to_vec()), ..Pfx::default() };
        made.find_bags()?;
        Ok(made)
    }

    fn find_bags(&mut self) -> Result<()> {
        self.bags = match index(&self.contents) {
            Err(e) if e.code() == GNUTLS_E_ASN1_DER_ERROR => {
                index(self.rewritten.insert(ber::to_der(&self.contents)?))?
            }
            found => found?,
        };
        Ok(())
    }

    fn der(&self) -> &[u8] {
        self.rewritten.as_ref().unwrap_or(&self.contents)
    }

    /// A bag. Fails with `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` if there are fewer.
    pub fn bag(&self, i: usize) -> Result<Bag> {
        if self.contents.is_empty() {
            return Err(NO_VALUE);
        }
        let range = self.bags.get(i).ok_or(Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE))?;
        let mut info = Reader::new(self.der().get(range.clone()).unwrap_or_default()).sequence()?;
        let (id, content) = (info.oid()?, info.expect(der::context_constructed(0))?);
        match id {
            oid::DATA => Bag::from_der(octets(content)?),
            oid::ENCRYPTED_DATA => Ok(Bag::of_encrypted(content.open().expect(der::SEQUENCE)?.raw)),
            _ => err(GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE),
        }
    }

    pub fn count(&self) -> usize {
        self.bags.len()
    }

    /// Adds a bag. The MAC, if there is one, no longer fits. Fails with `GNUTLS_E_MEMORY_ERROR` if there are
    /// too many.
    pub fn add(&mut self, bag: &Bag) -> Result<()> {
        if self.bags.len() >= MAX_BAGS {
            return err(GNUTLS_E_MEMORY_ERROR);
        }
        // A bag that is not encrypted may have secrets: each buffer is wiped, and has room from the beginning.
        let (id, content) = match bag.encrypted() {
            Some(data) => (oid::ENCRYPTED_DATA, Zeroizing::new(data.to_vec())),
            None => (oid::DATA, element(der::OCTET_STRING, &bag.to_der())),
        };
        let content = element(der::context_constructed(0), &content);
        let mut info = Zeroizing::new(Vec::with_capacity(content.len() + MAX_HEADER + id.len()));
        info.oid(id);
        info.extend_from_slice(&content);
        let info = element(der::SEQUENCE, &info);
        self.append(&info);
        self.find_bags()
    }

    /// Appends an element to the list of bags. The buffer has room for more, so that not each bag copies those before it.
    fn append(&mut self, info: &[u8]) {
        if let Some(der) = self.rewritten.take() {
            self.contents = der;
        }
        let before = self.bags.first().map_or(self.contents.len(), |r| r.start);
        let list = self.contents.len() - before + info.len();
        let mut head = Vec::with_capacity(MAX_HEADER);
        head.header(der::SEQUENCE, list);
        if head.len() == before && self.contents.capacity() - self.contents.len() >= info.len() {
            self.contents[..before].copy_from_slice(&head);
        } else {
            let mut longer = Zeroizing::new(Vec::with_capacity(2 * (list + MAX_HEADER)));
            longer.extend_from_slice(&head);
            longer.extend_from_slice(self.contents.get(before..).unwrap_or_default());
            self.contents = longer;
        }
        self.contents.extend_from_slice(info);
    }

    /// The MAC. Fails with `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND` if there is none.
    pub fn mac(&self) -> Result<Mac<'_>> {
        if self.contents.is_empty() {
            return Err(NO_VALUE);
        }
        Mac::read(self.mac.as_ref().ok_or(NO_MAC)?)
    }

    pub fn has_mac(&self) -> bool {
        self.mac.is_some()
    }

    /// Fails with `GNUTLS_E_MAC_VERIFY_FAILED` if the password is wrong or the file was changed.
    pub fn verify_mac(&self, password: Option<&[u8]>) -> Result<()> {
        self.mac()?.verify(&self.contents, password)
    }

    /// Makes a new MAC.
    pub fn protect(&mut self, scheme: mac::Scheme, password: Option<&[u8]>) -> Result<()> {
        if self.contents.is_empty() {
            return Err(NO_VALUE);
        }
        self.mac = Some(mac::generate(scheme, &self.contents, password)?);
        Ok(())
    }

    /// The file in DER. Fails with `GNUTLS_E_ASN1_VALUE_NOT_FOUND` as long as there is no bag.
    pub fn to_der(&self) -> Result<Zeroizing<Vec<u8>>> {
        if self.contents.is_empty() {
            return Err(NO_VALUE);
        }
        let contents = element(der::context_constructed(0), &element(der::OCTET_STRING, &self.contents));
        let mut safe = Zeroizing::new(Vec::with_capacity(contents.len() + MAX_HEADER + oid::DATA.len()));
        safe.oid(oid::DATA);
        safe.extend_from_slice(&contents);
        let safe = element(der::SEQUENCE, &safe);
        let mac = self.mac.as_deref().unwrap_or_default();
        let mut pfx = Zeroizing::new(Vec::with_capacity(safe.len() + mac.len() + MAX_HEADER));
        pfx.unsigned(&[VERSION]);
        pfx.extend_from_slice(&safe);
        pfx.extend_from_slice(mac);
        Ok(element(der::SEQUENCE, &pfx))
    }
}

/// An element whose content may be secret.
fn element(tag: u8, content: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(Vec::with_capacity(content.len() + MAX_HEADER));
    out.element(tag, content);
    out
}

/// The OCTET STRING in `[0]`.
fn octets(content: der::Element<'_>) -> Result<&[u8]> {
    if content.tag != der::context_constructed(0) {
        return err(GNUTLS_E_ASN1_TAG_ERROR);
    }
    let mut r = content.open();
    let bytes = r.octet_string()?;
    r.finish()?;
    Ok(bytes)
}

/// The ranges of the bags in an AuthenticatedSafe.
fn index(contents: &[u8]) -> Result<Vec<Range<usize>>> {
    let mut list = der::whole(contents, der::SEQUENCE)?.open();
    let mut bags = Vec::new();
    while !list.is_empty() {
        if bags.len() >= MAX_BAGS {
            return err(GNUTLS_E_MEMORY_ERROR);
        }
        bags.push(der::range_in(contents, list.expect(der::SEQUENCE)?.raw));
    }
    Ok(bags)
}
