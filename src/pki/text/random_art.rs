//! OpenSSH's randomart image of a fingerprint: the walk of the "drunken bishop" over a field of 17 by 9
//! (Loss, Limmer, von Gernler, 2009).

const WIDTH: usize = 17;
const HEIGHT: usize = 9;
/// Characters for the number of visits of a field; the last two mark the start and end of the walk.
const MARKS: &[u8] = b" .o+=*BOX@%&#/^SE";
/// The first line of the frame is truncated to this length and then padded.
const TITLE: usize = 16;

/// Draws the image without a newline at its end. A size of 0 is omitted in the title.
pub fn openssh(kind: &[u8], size: u32, fingerprint: &[u8]) -> Vec<u8> {
    let (begin, end) = (MARKS.len() - 2, MARKS.len() - 1);
    let mut field = [[0usize; WIDTH]; HEIGHT];
    let (mut x, mut y) = (WIDTH / 2, HEIGHT / 2);
    for byte in fingerprint {
        for step in 0..4 {
            let bits = byte >> (2 * step);
            x = if bits & 1 != 0 { (x + 1).min(WIDTH - 1) } else { x.saturating_sub(1) };
            y = if bits & 2 != 0 { (y + 1).min(HEIGHT - 1) } else { y.saturating_sub(1) };
            if field[y][x] < begin - 1 {
                field[y][x] += 1;
            }
        }
    }
    field[HEIGHT / 2][WIDTH / 2] = begin;
    field[y][x] = end;

    let mut out = Vec::with_capacity((WIDTH + 3) * (HEIGHT + 2));
    out.extend_from_slice(b"+--[");
    out.resize(out.len() + 4usize.saturating_sub(kind.len()), b' ');
    out.extend_from_slice(kind);
    if size > 0 {
        out.extend_from_slice(format!(" {size:4}").as_bytes());
    }
    out.push(b']');
    out.truncate(TITLE);
    out.resize(WIDTH + 1, b'-');
    out.extend_from_slice(b"+\n");
    for row in field {
        out.push(b'|');
        out.extend(row.iter().map(|&n| MARKS[n]));
        out.extend_from_slice(b"|\n");
    }
    out.push(b'+');
    out.resize(out.len() + WIDTH, b'-');
    out.push(b'+');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    // The images of GnuTLS.
    #[test]
    fn pictures() {
        let text =
            |kind: &str, size, fpr: &[u8]| String::from_utf8(openssh(kind.as_bytes(), size, fpr)).unwrap();
        let zeros = text("RSA", 2048, &[0; 64]);
        assert!(zeros.starts_with("+--[ RSA 2048]----+\n|E....            |\n|     .           |\n"));
        assert!(text("", 0, &[]).starts_with("+--[    ]---------+\n"));
        assert!(text("a-very-long-name-indeed-oh", 7, &[]).starts_with("+--[a-very-long---+\n"));
        let turns = text("RSA", 2048, &[0x1b; 64]);
        assert_eq!(turns.lines().nth(5).unwrap(), "|        E        |");
        assert_eq!(turns.lines().nth(6).unwrap(), "|         ^       |");
        assert_eq!((zeros.len(), zeros.lines().count()), (219, 11));
    }
}
