//! Attributes of signatures (RFC 5652 section 5.3).
use super::list::List;
use crate::abi::*;
use crate::asn1::der::{self, Write as _};
use crate::asn1::{ber, oid};
use crate::error::{Error, Result, err};

/// An attribute of an application: its dotted type, followed by a NUL, and one value, which should be an
/// element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Both in one piece of memory, for there may be many.
    bytes: Box<[u8]>,
    value: u32,
}

impl Attribute {
    pub fn new(dotted: &[u8], value: &[u8]) -> Attribute {
        Attribute { bytes: [dotted, &[0], value].concat().into(), value: dotted.len() as u32 + 1 }
    }

    /// An attribute whose value is an OCTET STRING.
    pub fn of_octets(dotted: &[u8], octets: &[u8]) -> Attribute {
        let mut value = Vec::with_capacity(octets.len() + 6);
        value.element(der::OCTET_STRING, octets);
        Attribute::new(dotted, &value)
    }

    /// The dotted type with its NUL.
    pub fn dotted(&self) -> &[u8] {
        &self.bytes[..self.value as usize]
    }

    pub fn value(&self) -> &[u8] {
        &self.bytes[self.value as usize..]
    }

    /// The content of the value, which must be an OCTET STRING.
    pub fn octets(&self) -> Result<Vec<u8>> {
        let mut r = ber::Reader::new(self.value());
        let octets = r.octet_string(der::OCTET_STRING);
        match (octets, r.finish()) {
            (Ok(octets), Ok(())) => Ok(octets.into_owned()),
            _ => err(GNUTLS_E_ASN1_DER_ERROR),
        }
    }

    /// The encoding. Fails if the type is no identifier, or the value is not one element.
    pub(super) fn to_der(&self) -> Result<Vec<u8>> {
        let dotted = &self.bytes[..self.value as usize - 1];
        let id = core::str::from_utf8(dotted).ok().and_then(oid::from_text);
        let id = id.ok_or(Error::new(GNUTLS_E_ASN1_VALUE_NOT_VALID))?;
        ber::whole(self.value())?;
        Ok(encoded(&id, self.value()))
    }
}

/// An attribute with one value.
pub(super) fn encoded(id: &[u8], value: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.oid(id);
        w.element(der::SET, value);
    });
    out
}

/// The attributes of an application, those that were added last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// In the order in which they were added.
    list: Vec<Attribute>,
}

impl Attributes {
    pub const fn new() -> Attributes {
        Attributes { list: Vec::new() }
    }

    pub fn add(&mut self, attribute: Attribute) {
        self.list.push(attribute);
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn get(&self, i: usize) -> Option<&Attribute> {
        self.list.iter().nth_back(i)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Attribute> {
        self.list.iter().rev()
    }

    /// The encodings.
    pub(super) fn encode(&self, out: &mut List) -> Result<()> {
        self.iter().try_for_each(|a| out.push(&a.to_der()?))
    }

    /// Reads the elements of a SET OF Attribute; of each the first value. The order is that of the set, and
    /// so the last of it comes first.
    pub(super) fn read(set: &[u8]) -> Result<Attributes> {
        let mut list = Vec::with_capacity(elements(set).count());
        for e in elements(set) {
            let (id, values) = read(e?)?;
            let dotted = oid::to_text(id).ok_or(GNUTLS_E_ASN1_DER_ERROR)?;
            let value = if values.is_empty() { &[] } else { ber::Reader::new(values).any()?.raw };
            list.push(Attribute::new(dotted.as_bytes(), value));
        }
        Ok(Attributes { list })
    }
}

/// The elements of a set, up to the first that cannot be read.
fn elements(set: &[u8]) -> impl Iterator<Item = Result<ber::Element<'_>>> {
    let mut r = ber::Reader::new(set);
    core::iter::from_fn(move || {
        if r.is_empty() {
            return None;
        }
        let next = r.any();
        if next.is_err() {
            r = ber::Reader::new(&[]);
        }
        Some(next)
    })
}

/// The type and the values of an attribute.
fn read(e: ber::Element<'_>) -> Result<(&[u8], &[u8])> {
    if e.tag != der::SEQUENCE {
        return err(GNUTLS_E_ASN1_TAG_ERROR);
    }
    let mut r = e.open();
    let id = r.oid()?;
    let values = r.expect(der::SET)?.value;
    r.finish()?;
    Ok((id, values))
}

/// A SET OF Attribute, whose elements are written in DER one after the other, in the order of `set`. Their
/// values are copied.
pub(super) fn normalized(set: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(set.len());
    let mut r = ber::Reader::new(set);
    while !r.is_empty() {
        let (id, values) = read(r.any()?)?;
        let mut each = ber::Reader::new(values);
        while !each.is_empty() {
            each.any()?;
        }
        out.extend_from_slice(&encoded(id, values));
    }
    Ok(out)
}

/// The first value of the first attribute of this type in a SET OF Attribute.
pub(super) fn find<'a>(set: &'a [u8], id: &[u8]) -> Option<&'a [u8]> {
    let (_, values) = elements(set).filter_map(|e| read(e.ok()?).ok()).find(|(found, _)| *found == id)?;
    ber::Reader::new(values).any().ok().map(|e| e.raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_comes_first() {
        let mut list = Attributes::default();
        list.add(Attribute::new(b"1.2.3", &[4, 1, 7]));
        list.add(Attribute::new(b"1.2.4", b"junk"));
        assert_eq!(list.get(0).map(Attribute::dotted), Some(&b"1.2.4\0"[..]));
        assert_eq!(list.get(1).map(|a| a.octets().unwrap()), Some(vec![7]));
        assert!(list.get(2).is_none() && list.get(0).unwrap().octets().is_err());
        let code = |a: &Attribute| a.to_der().unwrap_err().code();
        assert_eq!(code(list.get(0).unwrap()), GNUTLS_E_ASN1_DER_ERROR);
        assert_eq!(code(&Attribute::new(b"junk", &[5, 0])), GNUTLS_E_ASN1_VALUE_NOT_VALID);
    }

    #[test]
    fn the_first_value_is_found() {
        let two = [encoded(&[0x2a, 3], &[5, 0, 4, 1, 7]), encoded(&[0x2a, 4], &[])].concat();
        assert_eq!(normalized(&two).unwrap(), two);
        assert_eq!(find(&two, &[0x2a, 3]), Some(&[5, 0][..]));
        assert_eq!((find(&two, &[0x2a, 4]), find(&two, &[0x2a, 5])), (None, None));
        let read = Attributes::read(&two).unwrap();
        assert_eq!(read.get(0).map(|a| (a.dotted(), a.value())), Some((&b"1.2.4\0"[..], &[][..])));
        assert_eq!(read.get(1).map(|a| (a.dotted(), a.value())), Some((&b"1.2.3\0"[..], &[5, 0][..])));
    }
}
