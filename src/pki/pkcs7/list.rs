//! Lists of elements.
use std::borrow::Cow;

use crate::abi::*;
use crate::error::{Error, Result, err};

/// Elements one after the other, with an index to find the `i`-th: many small elements take little memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub(super) bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl List {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn start(&self, i: usize) -> usize {
        i.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize)
    }

    pub fn get(&self, i: usize) -> Option<&[u8]> {
        self.bytes.get(self.start(i)..*self.ends.get(i)? as usize)
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).filter_map(|i| self.get(i))
    }

    /// The end of the list with `n` more bytes.
    pub(super) fn room(&self, n: usize) -> Result<u32> {
        u32::try_from(self.bytes.len() + n).map_err(|_| Error::new(GNUTLS_E_MEMORY_ERROR))
    }

    /// Returns the memory that the list does not need.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The elements in the order of a SET OF in DER (X.690 section 11.6), one after the other.
    pub(super) fn as_set(&self) -> Cow<'_, [u8]> {
        if self.iter().zip(self.iter().skip(1)).all(|(a, b)| a <= b) {
            return Cow::Borrowed(&self.bytes);
        }
        // Numbers take less memory than slices.
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        order.sort_unstable_by(|a, b| self.get(*a as usize).cmp(&self.get(*b as usize)));
        let mut out = Vec::with_capacity(self.bytes.len());
        order.into_iter().filter_map(|i| self.get(i as usize)).for_each(|e| out.extend_from_slice(e));
        Cow::Owned(out)
    }

    /// Appends an element. Nothing checks that it is one.
    pub fn push(&mut self, element: &[u8]) -> Result<()> {
        let end = self.room(element.len())?;
        self.bytes.extend_from_slice(element);
        self.ends.push(end);
        Ok(())
    }

    /// Removes the `i`-th element. Fails with `GNUTLS_E_ASN1_ELEMENT_NOT_FOUND` past the last.
    pub fn remove(&mut self, i: usize) -> Result<()> {
        let Some(&end) = self.ends.get(i) else { return err(GNUTLS_E_ASN1_ELEMENT_NOT_FOUND) };
        let start = self.start(i);
        self.bytes.drain(start..end as usize);
        self.ends.remove(i);
        let gone = end - start as u32;
        self.ends[i..].iter_mut().for_each(|end| *end -= gone);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_its_elements() {
        let mut list = List::default();
        assert!(list.is_empty() && list.get(0).is_none() && list.remove(0).is_err());
        for part in [&b"one"[..], b"", b"three"] {
            list.push(part).unwrap();
        }
        assert_eq!(list.iter().collect::<Vec<_>>(), [&b"one"[..], b"", b"three"]);
        list.remove(0).unwrap();
        assert_eq!(list.iter().collect::<Vec<_>>(), [&b""[..], b"three"]);
        list.push(b"4").unwrap();
        list.remove(1).unwrap();
        assert_eq!(list.iter().collect::<Vec<_>>(), [&b""[..], b"4"]);
        assert!(list.remove(2).is_err());
    }
}
