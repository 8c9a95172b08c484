//! As much DER as a key needs: definite lengths, one byte of tag. (`asn1` is beside this layer, not
//! below it.)

/// Cuts the value of one element with tag `tag` off the front of `der`.
pub fn take<'a>(der: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    let (&[first, len], rest) = der.split_first_chunk::<2>()?;
    if first != tag {
        return None;
    }
    let (len, rest) = match len {
        0..=0x7f => (usize::from(len), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(len & 0x7f))?;
            let n = digits.iter().fold(0usize, |n, &b| n << 8 | usize::from(b));
            // DER: no shorter form may exist.
            if digits[0] == 0 || n < 0x80 {
                return None;
            }
            (n, rest)
        }
        _ => return None,
    };
    let (value, rest) = rest.split_at_checked(len)?;
    *der = rest;
    Some(value)
}

/// The magnitude of a non-negative INTEGER, without its sign byte.
pub fn unsigned<'a>(der: &mut &'a [u8]) -> Option<&'a [u8]> {
    match take(der, 0x02)? {
        [0, rest @ ..] if rest.first().is_some_and(|b| b & 0x80 != 0) => Some(rest),
        [0] => Some(&[]),
        [0, ..] | [0x80..=0xff, ..] | [] => None,
        value => Some(value),
    }
}

/// As [`unsigned`], for the numbers of an RSA key in a certificate: old programs left the sign byte out,
/// and GnuTLS reads such a number as the magnitude that was meant.
pub fn magnitude<'a>(der: &mut &'a [u8]) -> Option<&'a [u8]> {
    match take(der, 0x02)? {
        [0, rest @ ..] if rest.first().is_none_or(|b| b & 0x80 != 0) => Some(rest),
        [0, ..] | [] => None,
        value => Some(value),
    }
}

/// Writes one element.
pub fn put(out: &mut Vec<u8>, tag: u8, value: &[u8]) {
    out.push(tag);
    let digits = value.len().to_be_bytes();
    let skip = digits.iter().take_while(|&&b| b == 0).count();
    match value.len() {
        n @ 0..=0x7f => out.push(n as u8),
        _ => {
            out.push(0x80 | (digits.len() - skip) as u8);
            out.extend_from_slice(&digits[skip..]);
        }
    }
    out.extend_from_slice(value);
}

/// Writes one element inside others: the outermost tag first.
pub fn put_tagged(out: &mut Vec<u8>, tags: &[u8], value: &[u8]) {
    match tags {
        [] => out.extend_from_slice(value),
        [tag, inner @ ..] => {
            let mut body = Vec::new();
            put_tagged(&mut body, inner, value);
            put(out, *tag, &body);
        }
    }
}

/// Writes a non-negative INTEGER.
pub fn put_unsigned(out: &mut Vec<u8>, magnitude: &[u8]) {
    let skip = magnitude.iter().take_while(|&&b| b == 0).count();
    let m = &magnitude[skip..];
    let mut value = Vec::with_capacity(m.len() + 1);
    if m.first().is_none_or(|b| b & 0x80 != 0) {
        value.push(0);
    }
    value.extend_from_slice(m);
    put(out, 0x02, &value);
}

/// Test vectors are written as hexadecimal.
#[cfg(test)]
pub fn hex(s: &str) -> Vec<u8> {
    (0..s.len() / 2).map(|i| u8::from_str_radix(&s[2 * i..2 * i + 2], 16).unwrap()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_read_back() {
        for n in [0, 1, 127, 128, 255, 256, 70000] {
            let mut out = Vec::new();
            put(&mut out, 0x30, &vec![5; n]);
            out.push(9);
            let mut rest = out.as_slice();
            assert_eq!(take(&mut rest, 0x30).unwrap().len(), n);
            assert_eq!(rest, [9]);
        }
        for magnitude in [&[][..], &[1], &[0x80], &[0xff, 0]] {
            let mut out = Vec::new();
            put_unsigned(&mut out, magnitude);
            assert_eq!(unsigned(&mut out.as_slice()).unwrap(), magnitude);
        }
        for bad in [
            &[0x30, 0x81, 1, 0][..],
            &[0x30, 2, 0],
            &[0x30, 0x80, 0, 0],
            &[0x30],
            &[2, 2, 0, 1],
            &[2, 1, 0x80],
        ] {
            assert!(take(&mut &bad[..], 0x30).is_none());
            assert!(unsigned(&mut &bad[..]).is_none());
        }
    }
}
