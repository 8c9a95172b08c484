//! Distinguished encoding rules (X.690): a lazy, borrowing reader and a small writer.
//!
//! The reader never copies and does not recurse: callers open the nested elements they need, so the depth is
//! limited by the calling code and not by the input. Lengths must be definite and minimal.
use core::ops::Range;

use crate::abi::*;
use crate::error::{Error, Result, err};

pub const BOOLEAN: u8 = 0x01;
pub const INTEGER: u8 = 0x02;
pub const BIT_STRING: u8 = 0x03;
pub const OCTET_STRING: u8 = 0x04;
pub const NULL: u8 = 0x05;
pub const OID: u8 = 0x06;
pub const ENUMERATED: u8 = 0x0a;
pub const UTF8_STRING: u8 = 0x0c;
pub const SEQUENCE: u8 = 0x30;
pub const SET: u8 = 0x31;
pub const NUMERIC_STRING: u8 = 0x12;
pub const PRINTABLE_STRING: u8 = 0x13;
pub const TELETEX_STRING: u8 = 0x14;
pub const IA5_STRING: u8 = 0x16;
pub const UTC_TIME: u8 = 0x17;
pub const GENERALIZED_TIME: u8 = 0x18;
pub const VISIBLE_STRING: u8 = 0x1a;
pub const UNIVERSAL_STRING: u8 = 0x1c;
pub const BMP_STRING: u8 = 0x1e;

/// `[n]`, primitive.
pub const fn context(n: u8) -> u8 {
    0x80 | n
}
/// `[n]`, constructed.
pub const fn context_constructed(n: u8) -> u8 {
    0xa0 | n
}

const DER: Error = Error::new(GNUTLS_E_ASN1_DER_ERROR);
const TAG: Error = Error::new(GNUTLS_E_ASN1_TAG_ERROR);

/// One element: its tag (only the first byte, if the tag number is above 30), its content, and its full
/// encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    pub tag: u8,
    pub value: &'a [u8],
    pub raw: &'a [u8],
}

impl<'a> Element<'a> {
    /// The tag number, without class and form.
    pub fn tag_number(&self) -> u32 {
        match self.tag & 0x1f {
            0x1f => {
                let more = self.raw.iter().skip(1).take_while(|b| *b & 0x80 != 0).count() + 1;
                self.raw.iter().skip(1).take(more).fold(0, |n, b| n << 7 | u32::from(b & 0x7f))
            }
            n => n.into(),
        }
    }
    /// Reads inside a constructed element.
    pub fn open(&self) -> Reader<'a> {
        Reader::new(self.value)
    }
}

/// A cursor over a sequence of DER elements.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes }
    }
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }
    /// Number of unread bytes.
    pub fn len(&self) -> usize {
        self.rest.len()
    }
    /// The tag of the next element, `None` at the end.
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, with any tag.
    pub fn any(&mut self) -> Result<Element<'a>> {
        let bytes = self.rest;
        let (&tag, mut after) = bytes.split_first().ok_or(DER)?;
        if tag & 0x1f == 0x1f {
            // The tag number follows in up to four bytes. No known structure uses such tags, but a value of
            // any type may.
            let more = after.iter().take(4).position(|b| b & 0x80 == 0).ok_or(DER)? + 1;
            after = &after[more..];
        }
        let start = bytes.len() - after.len();
        let (&first, after) = after.split_first().ok_or(DER)?;
        let (len, head) = if first < 0x80 {
            (usize::from(first), start + 1)
        } else {
            let n = usize::from(first & 0x7f);
            if n == 0 || n > 4 {
                return Err(DER);
            }
            let digits = after.get(..n).ok_or(DER)?;
            let len = digits.iter().fold(0usize, |acc, &d| acc << 8 | usize::from(d));
            if digits[0] == 0 || len < 0x80 {
                return Err(DER);
            }
            (len, start + 1 + n)
        };
        let value = bytes[head..].get(..len).ok_or(DER)?;
        let (raw, rest) = bytes.split_at(head + len);
        self.rest = rest;
        Ok(Element { tag, value, raw })
    }

    /// The next element, which must have this tag.
    pub fn expect(&mut self, tag: u8) -> Result<Element<'a>> {
        match self.peek() {
            Some(t) if t == tag => self.any(),
            // DER does not allow constructed strings (X.690 section 10.2).
            Some(t) if tag == OCTET_STRING && t == tag | 0x20 => Err(DER),
            _ => Err(TAG),
        }
    }

    /// The next element if it has this tag.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Element<'a>>> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    /// The content of the next element, which must have this tag. For callers that return their own error
    /// code.
    pub fn content(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.expect(tag).ok().map(|e| e.value)
    }

    /// Like [`Reader::content`], but returns a reader of the content.
    pub fn opened(&mut self, tag: u8) -> Option<Reader<'a>> {
        self.content(tag).map(Reader::new)
    }

    /// The magnitude of a nonnegative INTEGER, which must be minimally encoded as DER requires. The leading
    /// zero byte is removed; 0 is returned as the empty slice.
    pub fn minimal_unsigned(&mut self) -> Option<&'a [u8]> {
        match self.content(INTEGER)? {
            [0, rest @ ..] if rest.first().is_some_and(|b| b & 0x80 != 0) => Some(rest),
            [0] => Some(&[]),
            [0, ..] | [0x80..=0xff, ..] | [] => None,
            value => Some(value),
        }
    }

    /// Like [`Reader::minimal_unsigned`], but for the numbers of an RSA key in a certificate: old
    /// applications omitted the leading zero byte, and GnuTLS reads such a number as nonnegative.
    pub fn magnitude(&mut self) -> Option<&'a [u8]> {
        match self.content(INTEGER)? {
            [0, rest @ ..] if rest.first().is_none_or(|b| b & 0x80 != 0) => Some(rest),
            [0, ..] | [] => None,
            value => Some(value),
        }
    }

    pub fn sequence(&mut self) -> Result<Reader<'a>> {
        Ok(self.expect(SEQUENCE)?.open())
    }

    pub fn oid(&mut self) -> Result<&'a [u8]> {
        Ok(self.expect(OID)?.value)
    }

    /// The encoded content of an INTEGER (two's complement).
    pub fn integer(&mut self) -> Result<&'a [u8]> {
        let v = self.expect(INTEGER)?.value;
        if v.is_empty() { Err(DER) } else { Ok(v) }
    }

    /// A nonnegative INTEGER without leading zero bytes.
    pub fn unsigned(&mut self) -> Result<&'a [u8]> {
        let v = self.integer()?;
        if v[0] & 0x80 != 0 {
            return Err(DER);
        }
        Ok(strip_zeros(v))
    }

    /// A nonnegative INTEGER that fits in `u32`.
    pub fn small(&mut self) -> Result<u32> {
        small_of(self.integer()?)
    }

    pub fn boolean(&mut self) -> Result<bool> {
        match self.expect(BOOLEAN)?.value {
            [0] => Ok(false),
            [_] => Ok(true),
            _ => Err(DER),
        }
    }

    /// AlgorithmIdentifier (RFC 5280 section 4.1.1.2): the element, the algorithm OID, and the parameters if
    /// present.
    pub fn algorithm(&mut self) -> Result<(Element<'a>, &'a [u8], Option<Element<'a>>)> {
        let element = self.expect(SEQUENCE)?;
        let mut r = element.open();
        let oid = r.oid()?;
        let parameters = if r.is_empty() { None } else { Some(r.any()?) };
        r.finish()?;
        Ok((element, oid, parameters))
    }

    /// A BIT STRING of whole bytes.
    pub fn bit_string(&mut self) -> Result<&'a [u8]> {
        match self.expect(BIT_STRING)?.value.split_first() {
            Some((0, bytes)) => Ok(bytes),
            _ => Err(DER),
        }
    }

    pub fn octet_string(&mut self) -> Result<&'a [u8]> {
        Ok(self.expect(OCTET_STRING)?.value)
    }

    /// UTCTime or GeneralizedTime, as seconds since 1970.
    pub fn time(&mut self) -> Result<i64> {
        time_of(&self.any()?)
    }

    /// Fails if unread bytes remain.
    pub fn finish(&self) -> Result<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(DER) }
    }
}

/// The value of an INTEGER's content. Fails if it is negative or does not fit in `u32`.
pub fn small_of(v: &[u8]) -> Result<u32> {
    if v.is_empty() || v[0] & 0x80 != 0 {
        return Err(DER);
    }
    let v = strip_zeros(v);
    if v.len() > 4 {
        return Err(DER);
    }
    Ok(v.iter().fold(0, |acc, &d| acc << 8 | u32::from(d)))
}

/// The version in an INTEGER's content, counted from 1. Fails with GnuTLS's code if the number is far too
/// long.
pub fn version_of(v: &[u8]) -> Result<u8> {
    match v {
        [n @ 0..=127] => Ok(n + 1),
        _ if v.len() > 8 => err(GNUTLS_E_SHORT_MEMORY_BUFFER),
        _ => Err(DER),
    }
}

/// Removes leading zero bytes; zero is left as one byte.
pub fn strip_zeros(v: &[u8]) -> &[u8] {
    let skip = v.iter().take_while(|&&b| b == 0).count().min(v.len().saturating_sub(1));
    &v[skip..]
}

/// Size of a big-endian number in bits.
pub fn bit_size(v: &[u8]) -> u32 {
    let stripped = strip_zeros(v);
    stripped.first().map_or(0, |b| stripped.len() as u32 * 8 - b.leading_zeros())
}

/// Reads `bytes` as exactly one element, which must have this tag.
pub fn whole(bytes: &[u8], tag: u8) -> Result<Element<'_>> {
    let mut r = Reader::new(bytes);
    let e = r.expect(tag)?;
    r.finish()?;
    Ok(e)
}

/// The range of `part` in `of`. `part` must be a subslice of `of`.
pub fn range_in(of: &[u8], part: &[u8]) -> Range<usize> {
    let start = (part.as_ptr() as usize).wrapping_sub(of.as_ptr() as usize);
    let end = start.wrapping_add(part.len());
    debug_assert!(end <= of.len() && start <= end);
    start..end
}

/// The time of a UTCTime or GeneralizedTime element in seconds since 1970. It must be in UTC (`Z`), with or
/// without seconds. Other forms fail with `GNUTLS_E_ASN1_TIME_ERROR`, fractions and invalid dates with
/// `GNUTLS_E_CERTIFICATE_TIME_ERROR`. A day up to 31 that the month does not have is counted into the next
/// month.
pub fn time_of(e: &Element<'_>) -> Result<i64> {
    const FORM: Error = Error::new(GNUTLS_E_ASN1_TIME_ERROR);
    const DATE: Error = Error::new(GNUTLS_E_CERTIFICATE_TIME_ERROR);
    let year_digits = match e.tag {
        UTC_TIME => 2,
        GENERALIZED_TIME => 4,
        _ => return Err(DER),
    };
    let Some((zone, text)) = e.value.split_last() else { return Err(DER) };
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    let fraction = e.tag == GENERALIZED_TIME && text.get(digits) == Some(&b'.');
    if *zone != b'Z' || (digits < text.len() && !fraction) {
        return Err(FORM);
    }
    let with_seconds = match digits - digits.min(year_digits) {
        8 => false,
        10 => true,
        _ if e.tag == UTC_TIME => return Err(FORM),
        _ => return Err(DATE),
    };
    if fraction {
        return Err(DATE);
    }
    let number =
        |from: usize, n: usize| text[from..from + n].iter().fold(0, |a, c| a * 10 + i64::from(c - b'0'));
    let mut year = number(0, year_digits);
    if e.tag == UTC_TIME {
        year += if year >= 50 { 1900 } else { 2000 };
    }
    let [month, day, hour, minute] = [0, 2, 4, 6].map(|at| number(year_digits + at, 2));
    let second = if with_seconds { number(year_digits + 8, 2) } else { 0 };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return Err(DATE);
    }
    Ok(days_from_civil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The date of a number of days since 1970-01-01: (year, month, day).
pub fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2), month, doy - (153 * mp + 2) / 5 + 1)
}

/// The time `99991231235959Z`, which means that there is no well-defined expiration date (RFC 5280 section
/// 4.1.2.5).
pub const NO_DATE: i64 = 253_402_300_799;

/// The content of a GeneralizedTime. Fails with `GNUTLS_E_ASN1_GENERIC_ERROR` for years outside 0 to 9999.
pub fn generalized_time(seconds: i64) -> Result<Vec<u8>> {
    let (year, month, day) = civil_from_days(seconds.div_euclid(86_400));
    if !(0..=9999).contains(&year) {
        return err(GNUTLS_E_ASN1_GENERIC_ERROR);
    }
    let s = seconds.rem_euclid(86_400);
    let (hour, minute, second) = (s / 3600, s / 60 % 60, s % 60);
    Ok(format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z").into_bytes())
}

/// A Time according to RFC 5280 section 4.1.2.5: UTCTime through 2049, then GeneralizedTime.
pub fn time(seconds: i64) -> Result<Vec<u8>> {
    let text = generalized_time(seconds)?;
    let mut out = Vec::new();
    if (&b"1950"[..]..=&b"2049"[..]).contains(&&text[..4]) {
        out.element(UTC_TIME, &text[2..]);
    } else {
        out.element(GENERALIZED_TIME, &text);
    }
    Ok(out)
}

/// Appends elements to a `Vec<u8>`: the counterpart of [`Reader`].
pub trait Write {
    /// Writes the tag and length of an element. The caller appends the content of `len` bytes.
    fn header(&mut self, tag: u8, len: usize);
    /// Writes an element with this content.
    fn element(&mut self, tag: u8, value: &[u8]);
    /// Writes an element whose content is written by `body`.
    fn nested(&mut self, tag: u8, body: impl FnOnce(&mut Vec<u8>)) {
        let mut inner = Vec::new();
        body(&mut inner);
        self.element(tag, &inner);
    }
    fn oid(&mut self, value: &[u8]) {
        self.element(OID, value);
    }
    /// Writes a nonnegative INTEGER from big-endian bytes. The value may be secret, so it is not copied
    /// elsewhere.
    fn unsigned(&mut self, value: &[u8]);
    /// A BIT STRING of whole bytes.
    fn bit_string(&mut self, value: &[u8]);
}

impl Write for Vec<u8> {
    fn header(&mut self, tag: u8, len: usize) {
        self.push(tag);
        if len < 0x80 {
            self.push(len as u8);
        } else {
            let be = len.to_be_bytes();
            let digits = strip_zeros(&be);
            self.push(0x80 | digits.len() as u8);
            self.extend_from_slice(digits);
        }
    }

    fn element(&mut self, tag: u8, value: &[u8]) {
        self.header(tag, value.len());
        self.extend_from_slice(value);
    }

    fn unsigned(&mut self, value: &[u8]) {
        let v = strip_zeros(value);
        let sign = v.first().is_none_or(|b| b & 0x80 != 0);
        self.header(INTEGER, v.len() + usize::from(sign));
        if sign {
            self.push(0);
        }
        self.extend_from_slice(v);
    }

    fn bit_string(&mut self, value: &[u8]) {
        self.header(BIT_STRING, value.len() + 1);
        self.push(0);
        self.extend_from_slice(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let mut out = Vec::new();
        out.nested(SEQUENCE, |w| {
            w.unsigned(&[0x80, 1]);
            w.element(OCTET_STRING, &[7; 200]);
            w.bit_string(b"bits");
        });
        let mut top = Reader::new(&out);
        let mut r = top.sequence().unwrap();
        top.finish().unwrap();
        assert_eq!(r.unsigned().unwrap(), [0x80, 1]);
        let octets = r.octet_string().unwrap();
        assert_eq!(octets, [7; 200]);
        assert_eq!(&out[range_in(&out, octets)], octets);
        assert_eq!(r.bit_string().unwrap(), b"bits");
        r.finish().unwrap();
    }

    #[test]
    fn refuses_what_der_forbids() {
        for bad in [
            &[0x30u8, 0x80][..],
            &[0x04, 0x81, 0x01, 0],
            &[0x04, 0x82, 0, 0x80],
            &[0x04, 0x85, 1, 0, 0, 0, 0],
            &[0x04, 5, 1],
            &[0x1f, 0x81],
            &[0x1f, 0x81, 0x81, 0x81, 0x81, 1, 0],
            &[4],
        ] {
            assert!(Reader::new(bad).any().is_err(), "{bad:x?}");
        }
    }

    #[test]
    fn unsigned_integers_in_shortest_form() {
        for magnitude in [&[][..], &[1], &[0x80], &[0xff, 0]] {
            let mut out = Vec::new();
            out.unsigned(magnitude);
            assert_eq!(Reader::new(&out).minimal_unsigned().unwrap(), magnitude);
        }
        for bad in [&[2, 2, 0, 1][..], &[2, 1, 0x80], &[2, 0], &[4, 1, 1]] {
            assert!(Reader::new(bad).minimal_unsigned().is_none());
        }
        assert_eq!(Reader::new(&[2, 1, 0x80]).magnitude().unwrap(), [0x80]);
    }

    #[test]
    fn tag_numbers() {
        let number = |bytes| Reader::new(bytes).any().unwrap().tag_number();
        assert_eq!(number(&[0x69, 1, 0]), 9);
        assert_eq!(number(&[0x1f, 0x20, 0]), 32);
        assert_eq!(number(&[0xbf, 0x81, 0x01, 1, 5]), 129);
    }

    #[test]
    fn times() {
        let t = |tag, s: &str| time_of(&Element { tag, value: s.as_bytes(), raw: &[] });
        assert_eq!(t(UTC_TIME, "700101000000Z").unwrap(), 0);
        assert_eq!(t(UTC_TIME, "000229120000Z").unwrap(), 951_825_600);
        assert_eq!(t(GENERALIZED_TIME, "99991231235959Z").unwrap(), 253_402_300_799);
        assert_eq!(t(UTC_TIME, "491231235959Z").unwrap(), 2_524_607_999);
        assert_eq!(t(UTC_TIME, "500101000000Z").unwrap(), -631_152_000);
        assert_eq!(t(UTC_TIME, "010229120000Z").unwrap(), t(UTC_TIME, "010301120000Z").unwrap());
        assert_eq!(t(UTC_TIME, "7001010001Z").unwrap(), 60);
        assert_eq!(t(GENERALIZED_TIME, "197001010001Z").unwrap(), 60);
        for (text, code) in [
            ("0102", GNUTLS_E_ASN1_TIME_ERROR),
            ("140616221105+0000", GNUTLS_E_ASN1_TIME_ERROR),
            (" #0101010I00Z", GNUTLS_E_ASN1_TIME_ERROR),
            ("", GNUTLS_E_ASN1_DER_ERROR),
            ("70010100Z", GNUTLS_E_ASN1_TIME_ERROR),
            ("010232120000Z", GNUTLS_E_CERTIFICATE_TIME_ERROR),
        ] {
            assert_eq!(t(UTC_TIME, text).unwrap_err().code(), code);
        }
        for text in ["20080801103026.6Z", "2008080110Z", "080801103026Z"] {
            assert_eq!(t(GENERALIZED_TIME, text).unwrap_err().code(), GNUTLS_E_CERTIFICATE_TIME_ERROR);
        }
        for days in [-100_000, -1, 0, 59, 11_016, 100_000] {
            let (y, m, d) = civil_from_days(days);
            assert_eq!(days_from_civil(y, m, d), days);
        }
    }
}
