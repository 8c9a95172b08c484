//! Object identifiers between their dotted text and the encoded form.

/// The dotted text of an encoded identifier; `None` if the encoding is broken or an arc passes 63 bits.
pub fn to_text(oid: &[u8]) -> Option<String> {
    let mut out = String::new();
    let mut arc: u64 = 0;
    let mut fresh = true;
    for &b in oid {
        if (fresh && b == 0x80) || arc >> 56 != 0 {
            return None;
        }
        arc = arc << 7 | u64::from(b & 0x7f);
        fresh = b & 0x80 == 0;
        if fresh {
            if out.is_empty() {
                let first = (arc / 40).min(2);
                out = format!("{first}.{}", arc - first * 40);
            } else {
                out.push('.');
                out.push_str(&arc.to_string());
            }
            arc = 0;
        }
    }
    if fresh && !out.is_empty() { Some(out) } else { None }
}

/// Whether an encoded identifier is one at all: its end apart, it has a text.
pub fn is_sound(oid: &[u8]) -> bool {
    let (mut arc, mut fresh) = (0u64, true);
    for &b in oid {
        if (fresh && b == 0x80) || arc >> 56 != 0 {
            return false;
        }
        fresh = b & 0x80 == 0;
        arc = if fresh { 0 } else { arc << 7 | u64::from(b & 0x7f) };
    }
    !oid.is_empty()
}

/// The encoded form of dotted text.
pub fn from_text(text: &str) -> Option<Vec<u8>> {
    let mut arcs = text.split('.').map(|a| {
        if a.is_empty() || !a.bytes().all(|c| c.is_ascii_digit()) { None } else { a.parse::<u64>().ok() }
    });
    let (first, second) = (arcs.next()??, arcs.next()??);
    if first > 2 || (first < 2 && second > 39) || second > u64::MAX / 2 {
        return None;
    }
    let mut out = Vec::new();
    push_arc(&mut out, first * 40 + second);
    for arc in arcs {
        push_arc(&mut out, arc?);
    }
    Some(out)
}

fn push_arc(out: &mut Vec<u8>, arc: u64) {
    let groups = (64 - (arc | 1).leading_zeros()).div_ceil(7);
    for i in (0..groups).rev() {
        let low = (arc >> (7 * i)) as u8 & 0x7f;
        out.push(if i == 0 { low } else { low | 0x80 });
    }
}
