//! Reads the symbol table (`abi/symbols.tsv`) and the C entries in `src/capi`, and writes into OUT_DIR:
//! `unsupported.rs` (an entry for each function that is not implemented yet), `symbols.map` (the version
//! script) and `implemented.txt`. For x86-64 it also assembles the files of OpenSSL that
//! `src/crypto/aws_lc/openssl` calls.
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use gnutls_rs_abi::{Kind, Symbol, entries, symbols};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap());
    let out = PathBuf::from(env::var("OUT_DIR").unwrap());
    println!("cargo::rerun-if-changed=src/capi");
    println!("cargo::rerun-if-changed=abi/symbols.tsv");
    println!("cargo::rerun-if-changed=build.rs");

    let implemented: BTreeSet<String> = entries::read(&root).into_iter().map(|e| e.name).collect();

    let mut stubs = String::new();
    let mut nodes: BTreeMap<Vec<u32>, (String, Vec<String>)> = BTreeMap::new();
    for Symbol { name, node, kind, prototype, .. } in symbols::read(&root) {
        let order: Vec<u32> = node.split('_').filter_map(|p| p.parse().ok()).collect();
        let order = if node.contains("PRIVATE") || node.contains("FIPS140") {
            vec![99, u32::from(node.contains("PRIVATE"))]
        } else {
            order
        };
        nodes.entry(order).or_insert_with(|| (node, Vec::new())).1.push(name.clone());
        if kind == Kind::Function && !implemented.contains(&name) {
            stubs.push_str(&stub(&name, prototype.as_deref().unwrap_or_default()));
        }
    }
    fs::write(out.join("unsupported.rs"), stubs).unwrap();
    fs::write(out.join("implemented.txt"), implemented.into_iter().collect::<Vec<_>>().join("\n")).unwrap();

    let mut map = String::new();
    let mut previous = String::new();
    for (node, names) in nodes.values() {
        let private = node.contains("PRIVATE") || node.contains("FIPS140");
        writeln!(map, "{node} {{\n  global:").unwrap();
        for name in names {
            writeln!(map, "    {name};").unwrap();
        }
        if node == "GNUTLS_3_4" {
            writeln!(map, "  local:\n    *;").unwrap();
        }
        writeln!(
            map,
            "}}{};\n",
            match (private, previous.is_empty()) {
                (true, _) => " GNUTLS_3_4".to_string(),
                (false, true) => String::new(),
                (false, false) => format!(" {previous}"),
            }
        )
        .unwrap();
        if !private {
            previous = node.clone();
        }
    }
    fs::write(out.join("symbols.map"), map).unwrap();

    // What pthread_cleanup_push does in C.
    let mut build = cc::Build::new();
    hide_root(&mut build);
    build.flag_if_supported("-fasynchronous-unwind-tables");
    build.file("src/capi/ffi/cancel.c").warnings(true).compile("gnutls_rs_cancel");

    println!("cargo::rustc-check-cfg=cfg(openssl_assembly)");
    let target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if [target("ARCH"), target("POINTER_WIDTH"), target("OS")] == ["x86_64", "64", "linux"] {
        println!("cargo::rustc-cfg=openssl_assembly");
        assemble(&out);
    }
}

/// Generates OpenSSL's assembly with its Perl scripts and assembles it. The symbols get a prefix of this
/// library, so that an application can link OpenSSL as well.
fn assemble(out: &Path) {
    let mut build = cc::Build::new();
    let compiler = build.get_compiler().to_command();
    let mut rename = |name: &str, ours: &str| {
        build.define(name, Some(format!("gnutls_rs_{ours}").as_str()));
    };
    rename("OPENSSL_ia32cap_P", "ia32cap");
    let scripts = [
        "sha/asm/sha512-x86_64.pl",
        "aes/asm/aesni-x86_64.pl",
        "aes/asm/aesni-sha1-x86_64.pl",
        "aes/asm/aesni-sha256-x86_64.pl",
        "modes/asm/aes-gcm-avx512.pl",
        "bn/asm/rsaz-4k-avx512.pl",
    ];
    let files = scripts.map(|file| {
        let made = out.join(Path::new(file).file_name().unwrap()).with_extension("S");
        let perl = Command::new("perl")
            .arg(openssl_src::source_dir().join("crypto").join(file))
            .args([OsStr::new("elf"), made.as_os_str()])
            // The script asks the compiler which instructions the assembler supports.
            .env("CC", compiler.get_program())
            .status();
        assert!(perl.as_ref().is_ok_and(|p| p.success()), "perl {file}: {perl:?}");
        for name in fs::read_to_string(&made).unwrap().lines().filter_map(|l| l.strip_prefix(".globl")) {
            rename(name.trim(), name.trim());
        }
        made
    });
    hide_root(&mut build);
    build.files(files).flag("-Wa,--noexecstack").compile("gnutls_rs_openssl");
}

/// The directory of the build is not in the debug information. (GNU's assembler has an option of its own.)
fn hide_root(build: &mut cc::Build) {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap();
    for option in ["-Wa,--debug-prefix-map", "-fdebug-prefix-map"] {
        build.flag_if_supported(format!("{option}={root}=/{}", env!("CARGO_PKG_NAME")));
    }
}

/// An entry that returns the error value of a function with this prototype.
fn stub(name: &str, prototype: &str) -> String {
    let ret = prototype.split(name).next().unwrap_or("").trim();
    let (ty, value) = match ret {
        "void" => ("", ""),
        "ssize_t" => (" -> isize", "GNUTLS_E_UNIMPLEMENTED_FEATURE as isize"),
        "int" | "" => (" -> c_int", "GNUTLS_E_UNIMPLEMENTED_FEATURE"),
        "size_t" => (" -> usize", "0"),
        "time_t" => (" -> time_t", "-1"),
        "long" => (" -> c_long", "GNUTLS_E_UNIMPLEMENTED_FEATURE as c_long"),
        // These types are typedefs of pointers.
        "gnutls_transport_ptr_t"
        | "gnutls_keylog_func"
        | "gnutls_pin_callback_t"
        | "gnutls_hash_hd_t"
        | "gnutls_hmac_hd_t" => (" -> *mut c_void", "core::ptr::null_mut()"),
        r if r.ends_with('*') => (" -> *mut c_void", "core::ptr::null_mut()"),
        "gnutls_datum_t" => panic!("{name}: returns a struct"),
        _ => (" -> c_uint", "0"),
    };
    format!(
        "#[unsafe(no_mangle)]\npub unsafe extern \"C\" fn {name}(){ty} {{\n    static ONCE: AtomicBool = AtomicBool::new(false);\n    called(&ONCE, \"{name}\");\n    {value}\n}}\n"
    )
}
