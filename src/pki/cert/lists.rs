//! The lists in a certificate's extensions and names. The positions of their elements are determined once, so
//! that reading all elements by index is as fast as reading the list.
use std::sync::OnceLock;

use crate::asn1::der::{self, Reader};
use crate::asn1::oid;
use crate::error::Result;
use crate::pki::ext::dist_points::read_one as distribution_point;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::{ext, name};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    SubjectAltName,
    IssuerAltName,
    KeyPurposes,
    DistributionPoints,
    InfoAccess,
    Policies,
    /// The names of the issuer in the authority key identifier.
    AuthorityNames,
}

const LISTS: usize = List::AuthorityNames as usize + 1;

impl List {
    /// The extension that contains the list.
    pub fn oid(self) -> &'static [u8] {
        match self {
            List::SubjectAltName => oid::SUBJECT_ALT_NAME,
            List::IssuerAltName => oid::ISSUER_ALT_NAME,
            List::KeyPurposes => oid::EXTENDED_KEY_USAGE,
            List::DistributionPoints => oid::CRL_DISTRIBUTION_POINTS,
            List::InfoAccess => oid::AUTHORITY_INFO_ACCESS,
            List::Policies => oid::CERTIFICATE_POLICIES,
            List::AuthorityNames => oid::AUTHORITY_KEY_ID,
        }
    }

    /// Skips one element. An invalid element invalidates the whole list, including the elements before it.
    fn step(self, r: &mut Reader<'_>) -> Result<()> {
        match self {
            List::SubjectAltName | List::IssuerAltName | List::AuthorityNames => {
                GeneralName::read(r).map(drop)
            }
            List::KeyPurposes => ext::values::read_oid(r).map(drop),
            List::InfoAccess => ext::info_access::read_one(r).map(drop),
            List::Policies => ext::policies::read_one(r).map(drop),
            List::DistributionPoints => distribution_point(r).map(drop),
        }
    }
}

/// The bytes of an element of a list. For distribution points, the bytes of one name and the reasons that
/// belong to it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub raw: &'a [u8],
    pub reasons: u32,
}

/// Start and end of an element in the extension's content, and the reasons.
type Span = [u32; 3];

fn spans(list: List, value: &[u8]) -> Result<Vec<Span>> {
    let place = |raw: &[u8], reasons: u32| {
        let at = der::range_in(value, raw);
        [at.start as u32, at.end as u32, reasons]
    };
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    if list == List::AuthorityNames {
        r.optional(der::context(0))?;
        r = r.optional(der::context_constructed(1))?.map_or(Reader::new(&[]), |names| names.open());
    }
    let mut out = Vec::new();
    while !r.is_empty() {
        if list == List::DistributionPoints {
            let (mut names, reasons) = distribution_point(&mut r)?;
            while !names.is_empty() {
                let before = names.rest();
                GeneralName::read(&mut names)?;
                out.push(place(&before[..before.len() - names.len()], reasons));
            }
        } else {
            let before = r.rest();
            list.step(&mut r)?;
            out.push(place(&before[..before.len() - r.len()], 0));
        }
    }
    Ok(out)
}

/// The lists that have been read from an object. Most objects are asked for none: a peer's certificate, for instance.
#[derive(Clone, Default)]
pub struct Lists(OnceLock<Box<Read>>);

#[derive(Clone, Default)]
struct Read {
    rows: [OnceLock<Result<Vec<Span>>>; LISTS],
    names: [OnceLock<Result<name::Index>>; 2],
}

impl Lists {
    fn read(&self) -> &Read {
        self.0.get_or_init(Box::default)
    }

    /// Element `i` of a list, `None` past its end. `value` is the extension's content and must be the same in
    /// every call.
    pub fn row<'a>(&self, list: List, value: &'a [u8], i: usize) -> Result<Option<Row<'a>>> {
        let found =
            self.read().rows[list as usize].get_or_init(|| spans(list, value)).as_ref().map_err(|e| *e)?;
        Ok(found.get(i).map(|&[from, to, reasons]| Row { raw: &value[from as usize..to as usize], reasons }))
    }

    /// The index of one of the object's Names. `value` must be the same in every call for this Name.
    pub fn name(&self, which: usize, value: &[u8]) -> Result<&name::Index> {
        self.read().names[which].get_or_init(|| name::Index::of(value)).as_ref().map_err(|e| *e)
    }
}
