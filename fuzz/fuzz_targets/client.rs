#![no_main]
mod edit;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| edit::run(data, |p| (&p.client, &p.server, &p.to_client)));
