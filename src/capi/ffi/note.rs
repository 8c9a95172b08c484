//! The ELF note by which a file is known to be this library, whatever it is called: `gnutls-rs`, type 1, the version.
//! `gnutls-rs status` looks for it in what processes have mapped.

const NAME: [u8; 12] = *b"gnutls-rs\0\0\0";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// As in elf(5): the sizes of name and description, the type, and both padded to words.
#[repr(C, align(4))]
struct Note {
    name_size: u32,
    description_size: u32,
    kind: u32,
    name: [u8; 12],
    description: [u8; 16],
}

const _: () = assert!(VERSION.len() < 16);

#[used]
// SAFETY: the linker collects sections of this name as notes, which nothing but readers of the file looks at.
#[unsafe(link_section = ".note.gnutls-rs")]
static NOTE: Note =
    Note { name_size: 10, description_size: 16, kind: 1, name: NAME, description: description() };

const fn description() -> [u8; 16] {
    let mut out = [0; 16];
    let mut i = 0;
    while i < VERSION.len() {
        out[i] = VERSION.as_bytes()[i];
        i += 1;
    }
    out
}
