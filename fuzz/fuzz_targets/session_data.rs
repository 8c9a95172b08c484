#![no_main]
//! Session data, entries of a database, and tickets: bytes that a file, a database or a client gives back.
use gnutls_rs::handshake::resumption::{SavedSession, times};
use gnutls_rs::handshake::ticket_keys::{KEY_SIZE, Period, TicketKeys};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let read = SavedSession::read(data);
    assert!(read.is_err() || times(data).is_ok());
    if let Ok(saved) = &read {
        // An encoding is the only one of its session.
        assert_eq!(**saved.write().as_ref().unwrap(), *data);
    }
    let keys = TicketKeys::new(&[7; KEY_SIZE]).unwrap();
    let period = Period::at(1_800_000_000, 21600);
    if let Ok(state) = keys.open(data, period) {
        let _ = SavedSession::read(&state);
    }
    if let Ok(ticket) = keys.seal(data, period) {
        assert_eq!(**keys.open(&ticket, period).as_ref().unwrap(), *data);
    }
});
