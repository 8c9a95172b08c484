#![no_main]
mod edit;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| edit::run(data, |p| (&p.server, &p.client, &p.to_server)));
