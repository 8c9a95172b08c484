//! Reads of an ELF file what the dynamic linker would: what it needs, where it looks, and what it takes from GnuTLS.
//!
//! Files are hostile. Each piece is read with a limit, and what is malformed is an error.
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use object::Endianness;
use object::elf::{self, FileHeader32, FileHeader64};
use object::pod;
use object::read::elf::{Dyn, FileHeader, NoteIterator, ProgramHeader, SectionHeader, Sym};

use crate::table;

/// The most that is read at once: larger tables of symbols and strings are refused.
const PIECE: u64 = 64 << 20;
/// The same of program headers, of which the kernel takes no more, and of a dynamic section.
const HEADERS: u64 = 1 << 16;
const DYNAMIC: u64 = 1 << 20;
/// The longest name of a symbol, a library or a version, and the longest list of directories.
const NAME: usize = 4096;
const PATHS: usize = 64 << 10;
/// The most text of one file that is kept, and that is looked at.
const KEPT: usize = 4 << 20;
const SEEN: usize = 256 << 20;
/// Library and version node by the number of the version.
type Needs = BTreeMap<u16, (String, String)>;
/// The most imports and needed libraries that are listed.
const MANY: usize = 1 << 16;
const LIBRARIES: usize = 4096;
/// The name in the note of the library (`src/capi/ffi/note.rs` of the library).
const NOTE: &[u8] = b"gnutls-rs";

/// The size of addresses, the byte order and the machine: objects of different ones are never in one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Machine {
    pub(crate) is_64: bool,
    pub(crate) is_big: bool,
    pub(crate) number: u16,
}

/// A symbol that an object takes from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) name: String,
    /// The version node; an import without one is known by its name alone.
    pub(crate) version: Option<String>,
    /// May be missing.
    pub(crate) weak: bool,
}

/// What is read of an ELF file.
#[derive(Clone, Debug)]
pub(crate) struct Object {
    pub(crate) machine: Machine,
    /// Has an entry of its own and an interpreter, or is linked without shared libraries.
    pub(crate) is_program: bool,
    /// Has a dynamic section.
    pub(crate) is_dynamic: bool,
    pub(crate) soname: Option<String>,
    pub(crate) needed: Vec<String>,
    pub(crate) rpath: Option<String>,
    pub(crate) runpath: Option<String>,
    /// `DF_1_NODEFLIB`: the cache and the default directories are not searched.
    pub(crate) no_default_directories: bool,
    /// The imports from GnuTLS: by their library, or by their name if they have none.
    pub(crate) imports: Vec<Import>,
    /// Loads libraries while it runs.
    pub(crate) uses_dlopen: bool,
    /// The symbols of GnuTLS that it defines.
    pub(crate) exports: Vec<String>,
    /// The version of gnutls-rs in the library's note.
    pub(crate) gnutls_rs: Option<String>,
}

/// Why a file is not read.
#[derive(Debug)]
pub(crate) enum Error {
    Io(io::Error),
    /// Does not begin as an ELF file.
    NotElf,
    Malformed(&'static str),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::Io(error)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Io(error) => write!(f, "{error}"),
            Error::NotElf => write!(f, "not an ELF file"),
            Error::Malformed(what) => write!(f, "malformed ELF file: {what}"),
        }
    }
}

/// Bytes that are read in pieces.
pub(crate) trait Source {
    fn size(&self) -> u64;
    fn fill(&self, offset: u64, piece: &mut [u8]) -> io::Result<()>;

    /// The bytes of a range that is within the limit.
    fn piece(&self, offset: u64, size: u64, what: &'static str) -> Result<Vec<u8>, Error> {
        let end = offset.checked_add(size).ok_or(Error::Malformed(what))?;
        if size > PIECE || end > self.size() {
            return Err(Error::Malformed(what));
        }
        let mut bytes = vec![0; size as usize];
        self.fill(offset, &mut bytes)?;
        Ok(bytes)
    }
}

struct OfFile {
    file: File,
    size: u64,
}

impl Source for OfFile {
    fn size(&self) -> u64 {
        self.size
    }

    fn fill(&self, offset: u64, piece: &mut [u8]) -> io::Result<()> {
        self.file.read_exact_at(piece, offset)
    }
}

impl Source for &[u8] {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn fill(&self, offset: u64, piece: &mut [u8]) -> io::Result<()> {
        let rest =
            usize::try_from(offset).ok().and_then(|o| self.get(o..)).and_then(|r| r.get(..piece.len()));
        piece.copy_from_slice(rest.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

/// Reads the file at `path`, which must be a regular one.
pub(crate) fn read_file(path: &Path) -> Result<Object, Error> {
    let file = crate::files::open_regular(path)?;
    let size = file.metadata()?.len();
    read(&OfFile { file, size })
}

/// The version of gnutls-rs in the note of the file at `path`: nothing else of it is read.
pub(crate) fn read_note(path: &Path) -> Result<Option<String>, Error> {
    let file = crate::files::open_regular(path)?;
    let size = file.metadata()?.len();
    let source = OfFile { file, size };
    with_class(
        &source,
        |source| Ok(head::<FileHeader32<Endianness>>(source)?.note(source)),
        |source| Ok(head::<FileHeader64<Endianness>>(source)?.note(source)),
    )
}

/// The machine that the file at `path` is for.
pub(crate) fn read_machine(path: &Path) -> Result<Machine, Error> {
    let file = crate::files::open_regular(path)?;
    let size = file.metadata()?.len();
    let source = OfFile { file, size };
    with_class(
        &source,
        |source| Ok(head::<FileHeader32<Endianness>>(source)?.machine()),
        |source| Ok(head::<FileHeader64<Endianness>>(source)?.machine()),
    )
}

/// Reads an object.
pub(crate) fn read(source: &impl Source) -> Result<Object, Error> {
    with_class(source, object::<FileHeader32<Endianness>>, object::<FileHeader64<Endianness>>)
}

/// Calls the reader for files of 32 or of 64 bits.
fn with_class<S: Source, T>(
    source: &S,
    of_32: impl Fn(&S) -> Result<T, Error>,
    of_64: impl Fn(&S) -> Result<T, Error>,
) -> Result<T, Error> {
    let ident =
        source.piece(0, 6, "").map_err(|e| if let Error::Io(e) = e { e.into() } else { Error::NotElf })?;
    match ident[..] {
        [0x7f, b'E', b'L', b'F', elf::ELFCLASS32, _] => of_32(source),
        [0x7f, b'E', b'L', b'F', elf::ELFCLASS64, _] => of_64(source),
        [0x7f, b'E', b'L', b'F', ..] => Err(Error::Malformed("its class")),
        _ => Err(Error::NotElf),
    }
}

/// The header of a file and those of its segments.
struct Head<H: FileHeader<Endian = Endianness>> {
    header: H,
    endian: Endianness,
    segments: Vec<H::ProgramHeader>,
}

fn head<H: FileHeader<Endian = Endianness>>(source: &impl Source) -> Result<Head<H>, Error> {
    let bytes = source.piece(0, size_of::<H>() as u64, "its header")?;
    let header = *H::parse(&*bytes).map_err(|_| Error::Malformed("its header"))?;
    let endian = header.endian().map_err(|_| Error::Malformed("its byte order"))?;
    let kind = header.e_type(endian);
    if kind != elf::ET_EXEC && kind != elf::ET_DYN {
        return Err(Error::Malformed("neither a program nor a library"));
    }
    let count = u64::from(header.e_phnum(endian));
    if count > 0 && usize::from(header.e_phentsize(endian)) != size_of::<H::ProgramHeader>() {
        return Err(Error::Malformed("its program headers"));
    }
    let size = count * size_of::<H::ProgramHeader>() as u64;
    if size > HEADERS {
        return Err(Error::Malformed("too many program headers"));
    }
    let bytes = source.piece(header.e_phoff(endian).into(), size, "its program headers")?;
    let segments: &[H::ProgramHeader] =
        pod::slice_from_all_bytes(&bytes).map_err(|()| Error::Malformed("its program headers"))?;
    Ok(Head { header, endian, segments: segments.to_vec() })
}

impl<H: FileHeader<Endian = Endianness>> Head<H> {
    fn machine(&self) -> Machine {
        Machine {
            is_64: self.header.is_class_64(),
            is_big: self.endian == Endianness::Big,
            number: self.header.e_machine(self.endian),
        }
    }

    /// The version in the note of gnutls-rs.
    fn note(&self, source: &impl Source) -> Option<String> {
        let notes = self.segments.iter().filter(|s| s.p_type(self.endian) == elf::PT_NOTE);
        notes.take(16).find_map(|segment| {
            let size = segment.p_filesz(self.endian).into();
            if size > 4096 {
                return None;
            }
            let bytes = source.piece(segment.p_offset(self.endian).into(), size, "its notes").ok()?;
            let mut notes = NoteIterator::<H>::new(self.endian, segment.p_align(self.endian), &bytes).ok()?;
            while let Ok(Some(note)) = notes.next() {
                // As src/capi/ffi/note.rs of the library has it.
                if note.name() == NOTE && note.desc().len() <= 64 {
                    let version = String::from_utf8_lossy(note.desc());
                    return Some(version.trim_end_matches('\0').to_string());
                }
            }
            None
        })
    }
}

fn object<H: FileHeader<Endian = Endianness>>(source: &impl Source) -> Result<Object, Error> {
    let head = head::<H>(source)?;
    let Head { header, endian, segments } = &head;
    let (kind, endian) = (header.e_type(*endian), *endian);
    let has = |kind| segments.iter().any(|s| s.p_type(endian) == kind);
    let mut out = Object {
        machine: head.machine(),
        is_program: kind == elf::ET_EXEC || has(elf::PT_INTERP),
        is_dynamic: has(elf::PT_DYNAMIC),
        soname: None,
        needed: Vec::new(),
        rpath: None,
        runpath: None,
        no_default_directories: false,
        imports: Vec::new(),
        uses_dlopen: false,
        exports: Vec::new(),
        gnutls_rs: head.note(source),
    };
    let dynamic = segments.iter().find(|s| s.p_type(endian) == elf::PT_DYNAMIC);
    if let Some(segment) = dynamic {
        let (offset, size): (u64, u64) = (segment.p_offset(endian).into(), segment.p_filesz(endian).into());
        if size > DYNAMIC {
            return Err(Error::Malformed("its dynamic section"));
        }
        let bytes = source.piece(offset, size, "its dynamic section")?;
        Reader::<H, _> { source, endian, header, segments }.dynamic(&bytes, &mut out)?;
    }
    // A static program that relocates itself has a dynamic section, but neither an interpreter nor a library.
    if kind == elf::ET_DYN && !out.is_program && out.soname.is_none() && out.needed.is_empty() {
        out.is_program = header.e_entry(endian).into() != 0;
        out.is_dynamic &= !out.is_program;
    }
    Ok(out)
}

/// A table of strings. A file may name the same long text many times, so what is looked at and what is kept has limits.
struct Strings {
    bytes: Vec<u8>,
    seen: usize,
    kept: usize,
}

impl Strings {
    fn new(bytes: Vec<u8>) -> Strings {
        Strings { bytes, seen: SEEN, kept: KEPT }
    }

    /// The bytes of a string up to its end; none if it has more than `limit`.
    fn get(&mut self, offset: u64, limit: usize) -> Result<Option<&[u8]>, Error> {
        let rest = usize::try_from(offset).ok().and_then(|o| self.bytes.get(o..));
        let rest = rest.ok_or(Error::Malformed("its strings"))?;
        let window = &rest[..rest.len().min(limit + 1)];
        let end = memchr::memchr(0, window);
        self.seen = self
            .seen
            .checked_sub(end.unwrap_or(window.len()) + 1)
            .ok_or(Error::Malformed("too much text"))?;
        match end {
            Some(end) => Ok(Some(&window[..end])),
            None if window.len() > limit => Ok(None),
            None => Err(Error::Malformed("its strings")),
        }
    }

    /// Keeps text.
    fn keep(&mut self, bytes: usize) -> Result<(), Error> {
        self.kept =
            self.kept.checked_sub(bytes + size_of::<Import>()).ok_or(Error::Malformed("too much text"))?;
        Ok(())
    }

    /// A string that is kept.
    fn text(&mut self, offset: u64, limit: usize) -> Result<String, Error> {
        let bytes = self.get(offset, limit)?.ok_or(Error::Malformed("a name that is too long"))?;
        let text = String::from_utf8_lossy(bytes).into_owned();
        self.keep(text.len())?;
        Ok(text)
    }
}

struct Reader<'a, H: FileHeader<Endian = Endianness>, S> {
    source: &'a S,
    endian: Endianness,
    header: &'a H,
    segments: &'a [H::ProgramHeader],
}

/// Where the dynamic section has the tables.
#[derive(Default)]
struct Tables {
    strings: Option<(u64, u64)>,
    symbols: Option<u64>,
    hash: Option<u64>,
    versions: Option<u64>,
    needs: Option<(u64, u64)>,
}

impl<H: FileHeader<Endian = Endianness>, S: Source> Reader<'_, H, S> {
    fn dynamic(&self, bytes: &[u8], out: &mut Object) -> Result<(), Error> {
        let count = bytes.len() / size_of::<H::Dyn>();
        let (entries, _) = pod::slice_from_bytes::<H::Dyn>(bytes, count)
            .map_err(|()| Error::Malformed("its dynamic section"))?;
        let entries = entries.iter().map(|d| (d.tag(self.endian), d.val(self.endian)));
        let entries: Vec<(i64, u64)> = entries.take_while(|(tag, _)| *tag != elf::DT_NULL).collect();
        let value = |tag| entries.iter().find(|(t, _)| *t == tag).map(|(_, value)| *value);
        let tables = Tables {
            strings: value(elf::DT_STRTAB).zip(value(elf::DT_STRSZ)),
            symbols: value(elf::DT_SYMTAB),
            hash: value(elf::DT_HASH),
            versions: value(elf::DT_VERSYM),
            needs: value(elf::DT_VERNEED).zip(value(elf::DT_VERNEEDNUM)),
        };
        out.no_default_directories =
            value(elf::DT_FLAGS_1).is_some_and(|f| f & u64::from(elf::DF_1_NODEFLIB) != 0);
        let Some((address, size)) = tables.strings else { return Ok(()) };
        let mut strings = Strings::new(self.at(address, size, "its strings")?);
        let mut text = |tag, limit| value(tag).map(|offset| strings.text(offset, limit)).transpose();
        out.soname = text(elf::DT_SONAME, NAME)?;
        out.rpath = text(elf::DT_RPATH, PATHS)?;
        out.runpath = text(elf::DT_RUNPATH, PATHS)?;
        for (_, offset) in entries.iter().filter(|(tag, _)| *tag == elf::DT_NEEDED) {
            if out.needed.len() == LIBRARIES {
                return Err(Error::Malformed("too many libraries"));
            }
            out.needed.push(strings.text(*offset, NAME)?);
        }
        self.symbols(&tables, &mut strings, out)
    }

    /// The imports and what is defined.
    fn symbols(&self, tables: &Tables, strings: &mut Strings, out: &mut Object) -> Result<(), Error> {
        let Some(address) = tables.symbols else { return Ok(()) };
        let count = self.symbol_count(tables, address)?;
        let bytes = self.at(address, count * size_of::<H::Sym>() as u64, "its symbols")?;
        let symbols: &[H::Sym] =
            pod::slice_from_all_bytes(&bytes).map_err(|()| Error::Malformed("its symbols"))?;

        let numbers = match tables.versions {
            Some(address) => self.at(address, count * 2, "the versions of its symbols")?,
            None => Vec::new(),
        };
        let numbers = pod::slice_from_all_bytes(&numbers).map_err(|()| Error::Malformed("its versions"))?;
        let needs = match tables.needs {
            Some((address, count)) => self.needs(address, count, strings)?,
            None => BTreeMap::new(),
        };

        for (index, symbol) in symbols.iter().enumerate().skip(1) {
            let number =
                numbers.get(index).map_or(0, |n: &elf::Versym<_>| n.0.get(self.endian)) & elf::VERSYM_VERSION;
            let is_undefined = symbol.is_undefined(self.endian);
            let need = needs.get(&number).filter(|_| is_undefined);
            // Other libraries may have names of any length.
            let Some(name) = strings.get(symbol.st_name(self.endian).into(), NAME)? else {
                match need {
                    Some((library, _)) if library == table::SONAME => {
                        return Err(Error::Malformed("a symbol's name"));
                    }
                    _ => continue,
                }
            };
            let Ok(name) = std::str::from_utf8(name) else { continue };
            if !is_undefined {
                if out.exports.len() < MANY && table::symbol(name).is_some() {
                    out.exports.push(name.to_string());
                }
                continue;
            }
            out.uses_dlopen |= matches!(name, "dlopen" | "dlmopen");
            let is_gnutls = match need {
                Some((library, _)) => library == table::SONAME,
                None => table::symbol(name).is_some(),
            };
            if is_gnutls && out.imports.len() < MANY {
                let import = Import {
                    name: name.to_string(),
                    version: need.map(|(_, version)| version.clone()),
                    weak: symbol.st_bind() == elf::STB_WEAK,
                };
                strings.keep(import.name.len() + import.version.as_ref().map_or(0, String::len))?;
                out.imports.push(import);
            }
        }
        Ok(())
    }

    /// The versions that are needed, by their numbers: library and node.
    fn needs(&self, address: u64, count: u64, strings: &mut Strings) -> Result<Needs, Error> {
        const WHAT: Error = Error::Malformed("the versions that it needs");
        // Their size is not said: the rest of the segment is looked at.
        let bytes = self.rest(address)?;
        let mut out = BTreeMap::new();
        let (mut at, mut steps) = (0_usize, 0);
        for _ in 0..count.min(MANY as u64) {
            let need: &elf::Verneed<Endianness> = part(&bytes, at).ok_or(WHAT)?;
            let library = strings.text(need.vn_file.get(self.endian).into(), NAME)?;
            let mut aux_at = at.checked_add(need.vn_aux.get(self.endian) as usize).ok_or(WHAT)?;
            for _ in 0..need.vn_cnt.get(self.endian) {
                steps += 1;
                if steps > MANY {
                    return Err(WHAT);
                }
                let aux: &elf::Vernaux<Endianness> = part(&bytes, aux_at).ok_or(WHAT)?;
                let number = aux.vna_other.get(self.endian) & elf::VERSYM_VERSION;
                // The library's name is kept with each of its versions.
                strings.keep(library.len())?;
                let version = strings.text(aux.vna_name.get(self.endian).into(), NAME)?;
                out.insert(number, (library.clone(), version));
                aux_at = aux_at.checked_add(aux.vna_next.get(self.endian) as usize).ok_or(WHAT)?;
            }
            match need.vn_next.get(self.endian) {
                0 => break,
                next => at = at.checked_add(next as usize).ok_or(WHAT)?,
            }
        }
        Ok(out)
    }

    /// How many symbols there are; no field says it.
    fn symbol_count(&self, tables: &Tables, address: u64) -> Result<u64, Error> {
        let size = size_of::<H::Sym>() as u64;
        if let Some(count) = self.section_size(elf::SHT_DYNSYM) {
            return Ok(count / size);
        }
        if let Some(hash) = tables.hash {
            let bytes = self.at(hash, 8, "its hash table")?;
            let word: [u8; 4] = bytes[4..].try_into().map_err(|_| Error::Malformed("its hash table"))?;
            let count = if self.endian == Endianness::Big {
                u32::from_be_bytes(word)
            } else {
                u32::from_le_bytes(word)
            };
            return Ok(u64::from(count));
        }
        // Linkers put the strings behind the symbols.
        match tables.strings {
            Some((strings, _)) if strings > address => Ok((strings - address) / size),
            _ => Err(Error::Malformed("how many symbols there are")),
        }
    }

    fn section_size(&self, kind: u32) -> Option<u64> {
        let count = u64::from(self.header.e_shnum(self.endian));
        if usize::from(self.header.e_shentsize(self.endian)) != size_of::<H::SectionHeader>() {
            return None;
        }
        let size = count * size_of::<H::SectionHeader>() as u64;
        let bytes = self.source.piece(self.header.e_shoff(self.endian).into(), size, "").ok()?;
        let sections: &[H::SectionHeader] = pod::slice_from_all_bytes(&bytes).ok()?;
        let section = sections.iter().find(|s| s.sh_type(self.endian) == kind)?;
        Some(section.sh_size(self.endian).into())
    }

    /// The bytes at an address.
    fn at(&self, address: u64, size: u64, what: &'static str) -> Result<Vec<u8>, Error> {
        let (offset, left) = self.place(address).ok_or(Error::Malformed(what))?;
        if size > left { Err(Error::Malformed(what)) } else { self.source.piece(offset, size, what) }
    }

    /// The bytes from an address to the end of its segment, up to the limit.
    fn rest(&self, address: u64) -> Result<Vec<u8>, Error> {
        let what = "the versions that it needs";
        let (offset, left) = self.place(address).ok_or(Error::Malformed(what))?;
        let left = left.min(self.source.size().saturating_sub(offset)).min(1 << 20);
        self.source.piece(offset, left, what)
    }

    /// The place in the file of an address, and how many bytes of its segment follow.
    fn place(&self, address: u64) -> Option<(u64, u64)> {
        let loaded = self.segments.iter().filter(|s| s.p_type(self.endian) == elf::PT_LOAD);
        loaded.into_iter().find_map(|s| {
            let inside = address.checked_sub(s.p_vaddr(self.endian).into())?;
            let left = Into::<u64>::into(s.p_filesz(self.endian)).checked_sub(inside).filter(|l| *l > 0)?;
            Some((Into::<u64>::into(s.p_offset(self.endian)).checked_add(inside)?, left))
        })
    }
}

/// A structure at an offset.
fn part<T: pod::Pod>(bytes: &[u8], at: usize) -> Option<&T> {
    bytes.get(at..).and_then(|b| pod::from_bytes(b).ok()).map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::elf::File as Made;

    fn wget() -> Made {
        Made {
            is_program: true,
            needed: vec!["libgnutls.so.30", "libc.so.6"],
            runpath: Some("$ORIGIN/../lib"),
            imports: vec![
                ("gnutls_init", Some(("libgnutls.so.30", "GNUTLS_3_4")), false),
                ("gnutls_new", Some(("libgnutls.so.30", "GNUTLS_9_0")), true),
                ("gnutls_bye", None, false),
                ("gnutls_bye", Some(("libother.so.1", "OTHER_1")), false),
                ("dlopen", Some(("libc.so.6", "GLIBC_2.34")), false),
                ("other", None, false),
            ],
            ..Made::default()
        }
    }

    fn read_made(made: &Made) -> Object {
        read(&made.bytes().as_slice()).unwrap()
    }

    #[test]
    fn imports_are_told_apart_by_their_library() {
        for (is_32, is_big) in [(false, false), (false, true), (true, false), (true, true)] {
            let object = read_made(&Made { is_32, is_big, ..wget() });
            assert!(object.is_program && object.is_dynamic && object.uses_dlopen);
            assert_eq!((object.machine.is_64, object.machine.is_big), (!is_32, is_big));
            assert_eq!(object.needed, ["libgnutls.so.30", "libc.so.6"]);
            assert_eq!((object.runpath.as_deref(), object.rpath), (Some("$ORIGIN/../lib"), None));
            let import = |name: &str, version: Option<&str>, weak| Import {
                name: name.to_string(),
                version: version.map(str::to_string),
                weak,
            };
            assert_eq!(
                object.imports,
                [
                    import("gnutls_init", Some("GNUTLS_3_4"), false),
                    import("gnutls_new", Some("GNUTLS_9_0"), true),
                    import("gnutls_bye", None, false),
                ]
            );
        }
    }

    #[test]
    fn libraries_have_names_exports_and_a_note() {
        let object = read_made(&Made {
            soname: Some("libgnutls.so.30"),
            rpath: Some("/opt/lib"),
            exports: vec!["gnutls_init", "other"],
            note: Some("1.2.3\0\0\0"),
            ..Made::default()
        });
        assert!(!object.is_program);
        assert_eq!(object.soname.as_deref(), Some("libgnutls.so.30"));
        assert_eq!(object.rpath.as_deref(), Some("/opt/lib"));
        assert_eq!(object.exports, ["gnutls_init"]);
        assert_eq!(object.gnutls_rs.as_deref(), Some("1.2.3"));
    }

    #[test]
    fn every_truncation_is_an_error_or_an_object() {
        for bytes in [wget().bytes(), Made { is_32: true, is_big: true, ..wget() }.bytes()] {
            for size in 0..bytes.len() {
                assert!(read(&&bytes[..size]).is_err(), "{size}");
            }
        }
        // A real one; its end is not needed.
        let bytes = std::fs::read("/bin/true").unwrap();
        let mut ok = 0;
        for size in 0..bytes.len() {
            ok += usize::from(read(&&bytes[..size]).is_ok());
        }
        assert!(ok < bytes.len() && read(&bytes.as_slice()).is_ok());
    }

    #[test]
    fn changed_bytes_do_not_panic() {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize
        };
        let real = std::fs::read("/bin/true").unwrap();
        for (original, rounds) in [(wget().bytes(), 30_000), (real, 3_000)] {
            let mut bytes = original.clone();
            for _ in 0..rounds {
                // Most of what is read is in front.
                let span = if next() % 2 == 0 { bytes.len() } else { 0x400.min(bytes.len()) };
                for _ in 0..1 + next() % 4 {
                    let value = [0, 1, 0x7f, 0x80, 0xff, next() as u8][next() % 6];
                    bytes[next() % span] = value;
                }
                let _ = read(&bytes.as_slice());
                if next() % 8 == 0 {
                    bytes.copy_from_slice(&original);
                }
            }
        }
    }

    #[test]
    fn sizes_that_files_claim_cost_nothing() {
        let mut bytes = wget().bytes();
        // The program headers begin beyond the end; the file is sparse to a reader.
        bytes[32..40].copy_from_slice(&u64::MAX.to_le_bytes());
        assert!(read(&bytes.as_slice()).is_err());
        struct Huge;
        impl Source for Huge {
            fn size(&self) -> u64 {
                u64::MAX
            }
            fn fill(&self, _: u64, piece: &mut [u8]) -> io::Result<()> {
                assert!(piece.len() as u64 <= PIECE);
                Ok(())
            }
        }
        assert!(Huge.piece(0, PIECE + 1, "").is_err());
        assert!(Huge.piece(u64::MAX, 2, "").is_err());
    }

    /// Hostile files: each costs no more than the limits say.
    #[test]
    fn texts_have_limits() {
        let name = |length: usize| -> &'static str { "g".repeat(length).leak() };
        let version = Some((table::SONAME, "GNUTLS_3_4"));
        let with = |imports: Vec<(&'static str, _, bool)>| Made { imports, ..wget() }.bytes();
        assert!(read(&with(vec![(name(NAME), version, false)]).as_slice()).is_ok());
        assert!(read(&with(vec![(name(NAME + 1), version, false)]).as_slice()).is_err());
        // Of another library it is no matter of ours.
        let other = Some(("libother.so.1", "OTHER_1"));
        let object =
            read(&with(vec![(name(1 << 20), other, false), ("gnutls_bye", version, false)]).as_slice());
        assert_eq!(object.unwrap().imports.len(), 1);

        let path = |length| Made { rpath: Some(name(length)), ..wget() }.bytes();
        assert!(read(&path(PATHS).as_slice()).is_ok());
        assert!(read(&path(PATHS + 1).as_slice()).is_err());
        for long in [
            Made { needed: vec![name(NAME + 1)], ..wget() },
            Made { soname: Some(name(NAME + 1)), ..wget() },
            Made { needed: vec!["a"; LIBRARIES + 1], ..wget() },
            // Each name is within its limit, all together are not.
            Made { needed: vec![name(NAME); KEPT / NAME], ..wget() },
            Made { imports: vec![(name(NAME), version, false); KEPT / NAME], ..wget() },
            Made { imports: vec![("a", Some((table::SONAME, name(NAME))), false); KEPT / NAME], ..wget() },
        ] {
            assert!(read(&long.bytes().as_slice()).is_err());
        }
    }

    /// Symbols that all have one long name: a table of a few kilobytes that is looked at again and again.
    #[test]
    fn text_that_is_looked_at_has_a_limit() {
        let mut strings = Strings::new(vec![b'g'; 1 << 20]);
        let mut seen = 0_usize;
        while strings.get(0, NAME).is_ok() {
            seen += NAME;
            assert!(seen <= SEEN);
        }
        assert!(seen > SEEN / 2);
        let mut strings = Strings::new(b"abc\0de".to_vec());
        assert_eq!(strings.get(1, 8).unwrap(), Some(&b"bc"[..]));
        assert_eq!(strings.get(0, 2).unwrap(), None);
        assert!(
            strings.get(4, 8).is_err() && strings.get(6, 8).is_err() && strings.get(u64::MAX, 8).is_err()
        );
    }

    /// Only what the note needs is read: neither its size nor its symbols make a file dear.
    #[test]
    fn a_note_is_read_without_tables() {
        let dir = crate::testing::directory("note");
        let made = Made { soname: Some("libgnutls.so.30"), note: Some("1.2.3\0\0\0"), ..Made::default() };
        let mut bytes = made.bytes();
        let dynamic = 64 + 56 + 8;
        // The dynamic section lies beyond the end.
        bytes[dynamic..dynamic + 8].copy_from_slice(&u64::MAX.to_le_bytes());
        std::fs::write(dir.join("a"), &bytes).unwrap();
        assert!(read_file(&dir.join("a")).is_err());
        assert_eq!(read_note(&dir.join("a")).unwrap().as_deref(), Some("1.2.3"));
        assert_eq!(read_machine(&dir.join("a")).unwrap().number, elf::EM_X86_64);
        let long = Made { note: Some("x".repeat(68).leak()), ..made };
        std::fs::write(dir.join("b"), long.bytes()).unwrap();
        assert_eq!(read_note(&dir.join("b")).unwrap(), None);
        assert!(read_note(Path::new("/dev/null")).is_err());
    }

    #[test]
    fn other_files_are_no_elf() {
        assert!(matches!(read(&&b""[..]), Err(Error::NotElf)));
        assert!(matches!(read(&&b"#!/bin/sh\n"[..]), Err(Error::NotElf)));
        assert!(matches!(read(&&b"\x7fELF\x09\x01"[..]), Err(Error::Malformed(_))));
    }
}
