//! The log of the library, made readable: what `run --trace` shows.

/// Lines of the log, `gnutls[LEVEL]: TEXT`, aligned and with the time since the first.
#[derive(Default)]
pub(crate) struct Trace {
    start: Option<std::time::Instant>,
}

impl Trace {
    /// The line to show for one of the program's standard error; what is not of the log stays as it is.
    pub(crate) fn line(&mut self, line: &[u8]) -> Vec<u8> {
        let Some((level, text)) = parse(line) else { return line.to_vec() };
        let start = *self.start.get_or_insert_with(std::time::Instant::now);
        let milliseconds = start.elapsed().as_millis();
        let kind = match level {
            1 => "failure",
            2 => "decision",
            3 => "message",
            4 => "record",
            _ => "detail",
        };
        // Escape sequences of a peer's names do not reach the terminal.
        let text = String::from_utf8_lossy(text.trim_ascii_end());
        let text = text.split('\t').map(crate::text::visible).collect::<Vec<_>>().join("\t");
        format!("{milliseconds:>7} ms  {kind:<8}  {}\n", text.trim_end()).into_bytes()
    }
}

fn parse(line: &[u8]) -> Option<(u32, &[u8])> {
    let rest = line.strip_prefix(b"gnutls[")?;
    let end = rest.iter().position(|b| *b == b']').filter(|end| *end <= 2)?;
    let level = std::str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
    let text = rest[end + 1..].strip_prefix(b":")?;
    Some((level, text.strip_prefix(b" ").unwrap_or(text).trim_ascii_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(line: &str) -> String {
        String::from_utf8(Trace::default().line(line.as_bytes())).unwrap()
    }

    #[test]
    fn lines_of_the_log_are_aligned() {
        assert_eq!(show("gnutls[3]: ClientHello sent\n"), "      0 ms  message   ClientHello sent\n");
        assert_eq!(show("gnutls[1]: no suite in common\n"), "      0 ms  failure   no suite in common\n");
        assert_eq!(show("gnutls[2]: a\u{1b}[31mb\n"), "      0 ms  decision  a\\u{1b}[31mb\n");
    }

    #[test]
    fn other_lines_stay() {
        for line in
            ["Saving to: x\n", "gnutls: 1\n", "gnutls[x]: y\n", "gnutls[333]: y\n", "", "\u{1b}[1mtitle\n"]
        {
            assert_eq!(show(line), line);
        }
    }
}
