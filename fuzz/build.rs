//! Builds the traces of C calls as a library for the fuzz target `traces`.
fn main() {
    let file = "../capi-tests/traces/traces.c";
    println!("cargo:rerun-if-changed=../capi-tests/traces");
    cc::Build::new()
        .file(file)
        .include("../include")
        .define("FUZZ", None)
        .flag("-Wno-unused-parameter")
        .flag("-Wno-unused-function")
        .compile("traces");
}
