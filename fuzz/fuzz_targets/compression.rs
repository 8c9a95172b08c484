#![no_main]
use gnutls_rs::compression::Compression;
use libfuzzer_sys::fuzz_target;

// The first bytes are the method and the announced length.
fuzz_target!(|data: &[u8]| {
    let [method, high, low, rest @ ..] = data else { return };
    let Some(method) = Compression::from_wire(u16::from(*method % 3) + 1) else { return };
    let len = usize::from(u16::from_be_bytes([*high, *low]));
    if let Some(out) = method.decompress(rest, len) {
        assert_eq!(out.len(), len);
        let again = method.compress(&out).expect("it was compressed before");
        assert_eq!(method.decompress(&again, len), Some(out));
    }
});
