//! Makes small ELF files, field by field as elf(5) has them, so that tests do not compare the reader with itself.

/// Library and node.
type Version = (&'static str, &'static str);

/// What a file says.
#[derive(Clone, Default)]
pub(crate) struct File {
    pub(crate) is_32: bool,
    pub(crate) is_big: bool,
    /// Has an interpreter.
    pub(crate) is_program: bool,
    pub(crate) soname: Option<&'static str>,
    pub(crate) needed: Vec<&'static str>,
    pub(crate) rpath: Option<&'static str>,
    pub(crate) runpath: Option<&'static str>,
    /// Undefined symbols: name, version, weak.
    pub(crate) imports: Vec<(&'static str, Option<Version>, bool)>,
    pub(crate) exports: Vec<&'static str>,
    /// The description of a note named gnutls-rs.
    pub(crate) note: Option<&'static str>,
}

struct Bytes {
    out: Vec<u8>,
    is_32: bool,
    is_big: bool,
}

impl Bytes {
    fn half(&mut self, value: u16) {
        self.out.extend(if self.is_big { value.to_be_bytes() } else { value.to_le_bytes() });
    }

    fn word(&mut self, value: u32) {
        self.out.extend(if self.is_big { value.to_be_bytes() } else { value.to_le_bytes() });
    }

    /// An address, an offset, a size: 4 or 8 bytes.
    fn long(&mut self, value: u64) {
        if self.is_32 {
            self.word(value as u32);
        } else {
            self.out.extend(if self.is_big { value.to_be_bytes() } else { value.to_le_bytes() });
        }
    }

    fn align(&mut self) -> u64 {
        while !self.out.len().is_multiple_of(8) {
            self.out.push(0);
        }
        self.out.len() as u64
    }
}

/// A table of strings, and where each is.
struct Strings(Vec<u8>);

impl Strings {
    fn add(&mut self, text: &str) -> u32 {
        let at = self.0.len() as u32;
        self.0.extend(text.bytes());
        self.0.push(0);
        at
    }
}

impl File {
    /// The bytes. Addresses are offsets in the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let new = || Bytes { out: Vec::new(), is_32: self.is_32, is_big: self.is_big };
        let mut strings = Strings(vec![0]);
        let (head, segment, symbol) = if self.is_32 { (52, 32, 16) } else { (64, 56, 24) };
        let segments = 4_u64;
        let mut body = new();
        body.out.resize(head + segments as usize * segment, 0);

        let mut versions: Vec<(&str, Vec<&str>)> = Vec::new();
        for (_, version, _) in &self.imports {
            let Some((library, node)) = version else { continue };
            let at = versions.iter().position(|(l, _)| l == library).unwrap_or_else(|| {
                versions.push((library, Vec::new()));
                versions.len() - 1
            });
            if !versions[at].1.contains(node) {
                versions[at].1.push(node);
            }
        }
        let mut numbers = Vec::new();
        for (library, nodes) in &versions {
            numbers.extend(nodes.iter().map(|node| (*library, *node)));
        }
        let number = |version: &Option<(&str, &str)>| match version {
            Some(v) => numbers.iter().position(|n| n == v).unwrap() as u16 + 2,
            None => 1,
        };

        let symbols_at = body.align();
        body.out.resize(body.out.len() + symbol, 0);
        let imports = self.imports.iter().map(|(name, _, weak)| (*name, if *weak { 0x22 } else { 0x12 }, 0));
        let exports = self.exports.iter().map(|name| (*name, 0x12, 1));
        let all: Vec<_> = imports.chain(exports).collect();
        for (name, info, section) in &all {
            let name = strings.add(name);
            body.word(name);
            if self.is_32 {
                body.word(0);
                body.word(0);
                body.out.extend([*info, 0]);
                body.half(*section);
            } else {
                body.out.extend([*info, 0]);
                body.half(*section);
                body.long(0);
                body.long(0);
            }
        }
        let versym_at = body.align();
        body.half(0);
        for (_, version, _) in &self.imports {
            body.half(number(version));
        }
        for _ in &self.exports {
            body.half(1);
        }
        let verneed_at = body.align();
        for (index, (library, nodes)) in versions.iter().enumerate() {
            let is_last = index + 1 == versions.len();
            body.half(1);
            body.half(nodes.len() as u16);
            let name = strings.add(library);
            body.word(name);
            body.word(16);
            body.word(if is_last { 0 } else { 16 + 16 * nodes.len() as u32 });
            for (index, node) in nodes.iter().enumerate() {
                body.word(0);
                body.half(0);
                body.half(number(&Some((library, node))));
                let name = strings.add(node);
                body.word(name);
                body.word(if index + 1 == nodes.len() { 0 } else { 16 });
            }
        }
        let hash_at = body.align();
        body.word(1);
        body.word(all.len() as u32 + 1);
        let note_at = body.align();
        if let Some(text) = self.note {
            body.word(10);
            body.word(text.len() as u32);
            body.word(1);
            body.out.extend(b"gnutls-rs\0\0\0");
            body.out.extend(text.bytes());
        }
        let note_size = body.out.len() as u64 - note_at;
        let strings_at = body.align();
        let mut dynamic: Vec<(u64, u64)> =
            self.needed.iter().map(|n| (1, u64::from(strings.add(n)))).collect();
        for (tag, text) in [(14, self.soname), (15, self.rpath), (29, self.runpath)] {
            dynamic.extend(text.map(|t| (tag, u64::from(strings.add(t)))));
        }
        body.out.extend(&strings.0);
        dynamic.extend([(5, strings_at), (10, strings.0.len() as u64), (6, symbols_at), (4, hash_at)]);
        dynamic.extend([
            (0x6fff_fff0, versym_at),
            (0x6fff_fffe, verneed_at),
            (0x6fff_ffff, versions.len() as u64),
            (0, 0),
        ]);
        let dynamic_at = body.align();
        for (tag, value) in &dynamic {
            body.long(*tag);
            body.long(*value);
        }
        let end = body.out.len() as u64;

        let mut front = new();
        front.out.extend(b"\x7fELF");
        front.out.extend([
            if self.is_32 { 1 } else { 2 },
            if self.is_big { 2 } else { 1 },
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
        ]);
        front.half(3);
        front.half(if self.is_big { 22 } else { 62 });
        front.word(1);
        front.long(0);
        front.long(head as u64);
        front.long(0);
        front.word(0);
        for value in [head as u16, segment as u16, segments as u16, 0, 0, 0] {
            front.half(value);
        }
        let interpreter = if self.is_program { 3 } else { 0x6000_0000 };
        let parts = [
            (1, 0, end),
            (2, dynamic_at, end - dynamic_at),
            (interpreter, strings_at, 1),
            (4, note_at, note_size),
        ];
        for (kind, at, size) in parts {
            front.word(kind);
            if !self.is_32 {
                front.word(4);
            }
            for value in [at, at, at, size, size] {
                front.long(value);
            }
            if self.is_32 {
                front.word(4);
            }
            front.long(4);
        }
        body.out[..front.out.len()].copy_from_slice(&front.out);
        body.out
    }
}
