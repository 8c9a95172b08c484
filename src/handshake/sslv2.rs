//! The ClientHello in the format of SSL 2.0, which old clients send to servers of any version (RFC 5246
//! appendix E.2).
use super::messages::{HandshakeType, Message};
use crate::abi::*;
use crate::codec::Reader;
use crate::error::{Result, err};

/// Translates the content of an SSL 2.0 record. The transcript hashes that content. Fails with
/// `GNUTLS_E_UNSUPPORTED_VERSION_PACKET` if the client speaks nothing newer than SSL 3.0.
pub fn client_hello(content: &[u8]) -> Result<Message> {
    let mut r = Reader::new(content);
    if r.u8()? != HandshakeType::CLIENT_HELLO.0 {
        return err(GNUTLS_E_UNEXPECTED_PACKET);
    }
    let version = r.u16()?;
    if version <= 0x0300 {
        return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
    }
    let (specs, session_id, challenge) = (r.u16()?, r.u16()?, r.u16()?);
    let specs = r.take(specs.into())?;
    let session_id = r.take(session_id.into())?;
    let challenge = r.take(challenge.into())?;
    r.finish()?;
    // The sessions of SSL 2.0 are not those of TLS.
    if !specs.len().is_multiple_of(3) || !session_id.is_empty() {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    if !(16..=32).contains(&challenge.len()) {
        return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
    }
    // The others are cipher kinds of SSL 2.0.
    let suites: Vec<u8> = specs.chunks_exact(3).filter(|s| s[0] == 0).flat_map(|s| [s[1], s[2]]).collect();
    if suites.is_empty() {
        return err(GNUTLS_E_NO_CIPHER_SUITES);
    }
    let mut random = [0; 32];
    random[32 - challenge.len()..].copy_from_slice(challenge);
    let mut message = Message::build(HandshakeType::CLIENT_HELLO, |w| {
        w.u16(version);
        w.bytes(&random);
        w.vec8(&[]);
        w.vec16(&suites);
        w.vec8(&[0]);
    })?;
    message.hash_instead(content);
    Ok(message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handshake::hello::ClientHello;

    /// Version, cipher specs, session ID, challenge.
    fn hello(version: u16, specs: &[u8], session_id: &[u8], challenge: &[u8]) -> Vec<u8> {
        let mut bytes = vec![1];
        for number in [version, specs.len() as u16, session_id.len() as u16, challenge.len() as u16] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        [&bytes[..], specs, session_id, challenge].concat()
    }

    fn code(content: &[u8]) -> i32 {
        client_hello(content).unwrap_err().code()
    }

    #[test]
    fn fields_are_translated() {
        let specs = [1, 0, 0x80, 0, 0xc0, 0x13, 7, 0, 0xc0, 0, 0, 0x2f, 0, 0, 0xff];
        let content = hello(0x0301, &specs, &[], &[7; 16]);
        let message = client_hello(&content).unwrap();
        let mut hashed = Vec::new();
        message.each_hashed(|part| hashed.extend_from_slice(part));
        assert_eq!(hashed, content);
        let read = ClientHello::read(&message, &[]).unwrap();
        assert_eq!((read.legacy_version, &read.suites[..]), (0x0301, &[0xc013, 0x002f, 0x00ff][..]));
        assert_eq!((&read.random[..16], &read.random[16..]), (&[0; 16][..], &[7; 16][..]));
        assert_eq!((&read.session_id[..], &read.compression[..]), (&[][..], &[0][..]));
    }

    #[test]
    fn lengths_and_versions_are_checked() {
        let specs = [0, 0, 0x2f];
        let good = hello(0x0303, &specs, &[], &[7; 32]);
        assert!(client_hello(&good).is_ok());
        for cut in 0..good.len() {
            assert_eq!(code(&good[..cut]), GNUTLS_E_UNEXPECTED_PACKET_LENGTH, "{cut}");
        }
        assert_eq!(code(&[&good[..], &[0]].concat()), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        assert_eq!(code(&hello(0x0303, &specs, &[], &[7; 15])), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        assert_eq!(code(&hello(0x0303, &specs, &[], &[7; 33])), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        assert_eq!(code(&hello(0x0303, &specs, &[9; 16], &[7; 32])), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        assert_eq!(code(&hello(0x0303, &specs[..2], &[], &[7; 32])), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        assert_eq!(code(&hello(0x0002, &specs, &[], &[7; 32])), GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        assert_eq!(code(&hello(0x0301, &[1, 0, 0x80], &[], &[7; 16])), GNUTLS_E_NO_CIPHER_SUITES);
    }
}
