//! Bags: what is in a SafeContents (RFC 7292 section 4.2), open or encrypted.
use std::ffi::CString;

use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::BagType;
use crate::alg::flags::EncryptFlags;
use crate::asn1::der::{self, Element as Der, Reader, Write as _};
use crate::asn1::{ber, oid};
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::pki::key_file::pbe;

/// Maximum number of elements in a bag.
const MAX_ELEMENTS: usize = 1024;
const FAILED: Error = Error::new(GNUTLS_E_DECRYPTION_FAILED);

/// What is in a bag.
#[derive(Clone, Default)]
pub struct Bag {
    elements: Vec<Element>,
}

/// One element of a bag. The application may choose any type; only known ones are written.
#[derive(Clone)]
pub struct Element {
    pub kind: BagType,
    pub data: Zeroizing<Vec<u8>>,
    /// localKeyID.
    pub key_id: Option<Vec<u8>>,
    /// friendlyName in UTF-8.
    pub name: Option<CString>,
}

impl Element {
    pub fn new(kind: BagType, data: &[u8]) -> Element {
        Element { kind, data: Zeroizing::new(data.to_vec()), key_id: None, name: None }
    }
}

/// The types whose value is a structure with an own type and an OCTET STRING.
const TYPED: [(BagType, &[u8], &[u8]); 3] = [
    (BagType::CERTIFICATE, oid::CERT_BAG, oid::X509_CERTIFICATE),
    (BagType::CRL, oid::CRL_BAG, oid::X509_CRL),
    (BagType::SECRET, oid::SECRET_BAG, oid::RANDOM_NONCE),
];

/// The types whose value is the data itself.
const PLAIN: [(BagType, &[u8]); 2] =
    [(BagType::KEY, oid::KEY_BAG), (BagType::ENCRYPTED_KEY, oid::SHROUDED_KEY_BAG)];

impl Bag {
    /// A bag that is an EncryptedData.
    pub fn of_encrypted(data: &[u8]) -> Bag {
        Bag { elements: vec![Element::new(BagType::ENCRYPTED, data)] }
    }

    /// Reads a SafeContents.
    pub fn from_der(bytes: &[u8]) -> Result<Bag> {
        match Self::read(bytes) {
            Err(e) if e.code() == GNUTLS_E_ASN1_DER_ERROR => Self::read(&ber::to_der(bytes)?),
            other => other,
        }
    }

    fn read(bytes: &[u8]) -> Result<Bag> {
        let mut list = der::whole(bytes, der::SEQUENCE)?.open();
        let mut bag = Bag::default();
        while !list.is_empty() {
            if bag.elements.len() >= MAX_ELEMENTS {
                return err(GNUTLS_E_MEMORY_ERROR);
            }
            bag.elements.push(read_element(list.sequence()?)?);
        }
        Ok(bag)
    }

    /// Writes a SafeContents. Elements of unknown types are left out.
    pub fn to_der(&self) -> Zeroizing<Vec<u8>> {
        let mut list = Zeroizing::new(Vec::new());
        for element in &self.elements {
            write_element(element, &mut list);
        }
        let mut out = Zeroizing::new(Vec::with_capacity(list.len() + 8));
        out.element(der::SEQUENCE, &list);
        out
    }

    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The element `i`. Fails with `GNUTLS_E_INVALID_REQUEST`.
    pub fn element_mut(&mut self, i: usize) -> Result<&mut Element> {
        self.elements.get_mut(i).ok_or(INVALID_REQUEST)
    }

    /// The EncryptedData, if the bag is encrypted.
    pub fn encrypted(&self) -> Option<&[u8]> {
        self.elements.first().filter(|e| e.kind == BagType::ENCRYPTED).map(|e| &e.data[..])
    }

    /// Adds an element and returns its index. Fails with `GNUTLS_E_MEMORY_ERROR` if the bag is full, and with
    /// `GNUTLS_E_INVALID_REQUEST` if it is encrypted or begins with a key, which then is alone in its bag.
    pub fn push(&mut self, element: Element) -> Result<usize> {
        if self.elements.len() >= MAX_ELEMENTS {
            return err(GNUTLS_E_MEMORY_ERROR);
        }
        match self.elements.first() {
            Some(Element { kind: BagType::ENCRYPTED | BagType::ENCRYPTED_KEY | BagType::KEY, .. }) => {
                Err(INVALID_REQUEST)
            }
            _ => {
                self.elements.push(element);
                Ok(self.elements.len() - 1)
            }
        }
    }

    /// Encrypts the whole bag. Fails with `GNUTLS_E_INVALID_REQUEST` if it is encrypted, or only to be read in
    /// plain.
    pub fn encrypt(&mut self, password: Option<&[u8]>, flags: EncryptFlags) -> Result<()> {
        if self.encrypted().is_some() || flags.contains(EncryptFlags::PLAIN) {
            return Err(INVALID_REQUEST);
        }
        let (algorithm, sealed) = pbe::seal(flags, password, &self.to_der())?;
        let mut out = Vec::new();
        out.nested(der::SEQUENCE, |w| {
            w.unsigned(&[0]);
            w.nested(der::SEQUENCE, |w| {
                w.oid(oid::DATA);
                w.extend_from_slice(&algorithm);
                w.element(der::context(0), &sealed);
            });
        });
        *self = Bag::of_encrypted(&out);
        Ok(())
    }

    /// Decrypts the bag. Fails with `GNUTLS_E_INVALID_REQUEST` if it is not encrypted, and with
    /// `GNUTLS_E_DECRYPTION_FAILED` for a wrong password. On failure it stays encrypted.
    pub fn decrypt(&mut self, password: Option<&[u8]>) -> Result<()> {
        let data = self.encrypted().ok_or(INVALID_REQUEST)?;
        let sealed = Sealed::read(data)?;
        let opened = pbe::Encryption::read(sealed.algorithm)?.open(&sealed.bytes, password)?;
        // A wrong password may leave bytes that only look padded.
        *self = Bag::from_der(&opened).map_err(|e| match der::whole(&opened, der::SEQUENCE) {
            Err(_) => FAILED,
            Ok(_) => e,
        })?;
        Ok(())
    }
}

/// The parts of an EncryptedData (RFC 5652 section 8).
pub struct Sealed<'a> {
    /// contentEncryptionAlgorithm.
    pub algorithm: &'a [u8],
    bytes: std::borrow::Cow<'a, [u8]>,
}

impl<'a> Sealed<'a> {
    /// The dotted identifier of the scheme.
    pub fn scheme(&self) -> Option<String> {
        oid::to_text(Reader::new(self.algorithm).sequence().ok()?.oid().ok()?)
    }

    pub fn read(data: &'a [u8]) -> Result<Sealed<'a>> {
        let mut r = der::whole(data, der::SEQUENCE)?.open();
        r.integer()?;
        let mut info = r.sequence()?;
        info.oid()?;
        let algorithm = info.expect(der::SEQUENCE)?.raw;
        // Only its structure shows that it is an OCTET STRING, so that rewriting left it in segments.
        let mut content = ber::Reader::new(info.rest());
        let bytes = content.octet_string(der::context(0))?;
        content.finish()?;
        Ok(Sealed { algorithm, bytes })
    }
}

fn read_element(mut r: Reader<'_>) -> Result<Element> {
    let id = r.oid()?;
    let value = r.expect(der::context_constructed(0))?;
    let attributes = r.optional(der::SET)?;
    r.finish()?;
    let mut element = if let Some((kind, _, _)) = TYPED.iter().find(|t| t.1 == id) {
        // The type in there does not matter: Java marks secrets with another.
        let mut inner = value.open().sequence()?;
        inner.oid()?;
        let mut content = inner.expect(der::context_constructed(0))?.open();
        let bytes = content.octet_string()?;
        for whole in [&content, &inner] {
            whole.finish()?;
        }
        Element::new(*kind, bytes)
    } else {
        let kind = PLAIN.iter().find(|p| p.1 == id).map_or(BagType::UNKNOWN, |p| p.0);
        Element::new(kind, value.value)
    };
    if let Some(attributes) = attributes {
        read_attributes(attributes, &mut element)?;
    }
    Ok(element)
}

fn read_attributes(set: Der<'_>, element: &mut Element) -> Result<()> {
    let mut list = set.open();
    while !list.is_empty() {
        let mut attribute = list.sequence()?;
        let id = attribute.oid()?;
        // A value of another type is as good as none.
        let value = attribute.expect(der::SET)?.open().any().ok();
        match (id, value) {
            (oid::LOCAL_KEY_ID, Some(v)) if v.tag == der::OCTET_STRING => {
                element.key_id = Some(v.value.to_vec());
            }
            (oid::FRIENDLY_NAME, Some(v)) if v.tag == der::BMP_STRING => element.name = read_name(v.value),
            _ => {}
        }
    }
    Ok(())
}

/// UTF-16 as UTF-8, up to a NUL, which ends a string of C. Other bytes are written in hex after `#`, an empty
/// name counts as none.
fn read_name(bmp: &[u8]) -> Option<CString> {
    let (pairs, _) = bmp.as_chunks::<2>();
    let units = pairs.iter().map(|p| u16::from_be_bytes(*p)).take_while(|u| *u != 0);
    let text: core::result::Result<String, _> = char::decode_utf16(units).collect();
    let text =
        text.unwrap_or_else(|_| bmp.iter().fold(String::from("#"), |text, b| text + &format!("{b:02x}")));
    if bmp.is_empty() { None } else { CString::new(text).ok() }
}

/// UTF-8 as UTF-16. Other bytes are taken for Latin-1, so that every name can be written.
fn write_name(name: &[u8]) -> Vec<u8> {
    match core::str::from_utf8(name) {
        Ok(text) => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Err(_) => name.iter().flat_map(|b| [0, *b]).collect(),
    }
}

fn write_element(element: &Element, out: &mut Vec<u8>) {
    let mut content = Zeroizing::new(Vec::new());
    if let Some((_, id)) = PLAIN.iter().find(|p| p.0 == element.kind) {
        content.oid(id);
        content.element(der::context_constructed(0), &element.data);
    } else if let Some((_, id, typed)) = TYPED.iter().find(|t| t.0 == element.kind) {
        let mut octets = Zeroizing::new(Vec::new());
        octets.element(der::OCTET_STRING, &element.data);
        let mut inner = Zeroizing::new(Vec::new());
        inner.oid(typed);
        inner.element(der::context_constructed(0), &octets);
        let mut value = Zeroizing::new(Vec::new());
        value.element(der::SEQUENCE, &inner);
        content.oid(id);
        content.element(der::context_constructed(0), &value);
    } else {
        return;
    }
    write_attributes(element, &mut content);
    out.element(der::SEQUENCE, &content);
}

fn write_attributes(element: &Element, out: &mut Vec<u8>) {
    let attribute = |id: &[u8], tag: u8, value: &[u8]| {
        let mut made = Vec::new();
        made.nested(der::SEQUENCE, |w| {
            w.oid(id);
            w.nested(der::SET, |w| w.element(tag, value));
        });
        made
    };
    let mut set = Vec::new();
    if let Some(id) = &element.key_id {
        set.push(attribute(oid::LOCAL_KEY_ID, der::OCTET_STRING, id));
    }
    if let Some(name) = &element.name {
        set.push(attribute(oid::FRIENDLY_NAME, der::BMP_STRING, &write_name(name.as_bytes())));
    }
    if !set.is_empty() {
        set.sort(); // DER orders what is in a SET OF (X.690 section 11.6)
        out.element(der::SET, &set.concat());
    }
}
