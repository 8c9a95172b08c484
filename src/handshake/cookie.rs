//! The cookies of DTLS (RFC 6347 section 4.2.1), before there is a session: a server that is asked by an address answers
//! with a cookie, and keeps nothing until the client shows it.
use subtle::ConstantTimeEq;

use super::messages::{FRAGMENT_HEADER, HandshakeType, fragment_header};
use crate::abi::*;
use crate::alg::{Digest, Version};
use crate::codec::Reader;
use crate::crypto::hash::HmacKey;
use crate::error::{Error, Result, err};
use crate::record::ContentType;
use crate::record::datagram::{DATAGRAM_HEADER, Header};

/// Size of a cookie in bytes, as in GnuTLS: servers that share a key accept each other's.
const COOKIE: usize = 16;

/// The numbers with which a handshake goes on after the cookie.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Of the client's record, with which the server's go on.
    pub record: u64,
    /// Of the client's message.
    pub message: u16,
}

/// Makes the cookie of a client, which the application identifies by `client`.
fn cookie(key: &[u8], client: &[u8]) -> Result<[u8; COOKIE]> {
    let mut mac = HmacKey::new(Digest::Sha1, key)?.begin();
    mac.update(client);
    let full = mac.finish();
    full.as_ref().first_chunk().copied().ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))
}

/// A datagram with a HelloVerifyRequest. Its record and its message have these numbers.
pub fn hello_verify_request(key: &[u8], client: &[u8], numbers: Numbers) -> Result<Vec<u8>> {
    let cookie = cookie(key, client)?;
    // RFC 6347 section 4.2.1: the version is DTLS 1.0, whatever will be negotiated.
    let [major, minor] = Version::Dtls10.wire().to_be_bytes();
    let body = [&[major, minor, COOKIE as u8], &cookie[..]].concat();
    let kind = HandshakeType::HELLO_VERIFY_REQUEST;
    let header = fragment_header(kind, body.len(), numbers.message, 0, body.len());
    let [high, low] = ((header.len() + body.len()) as u16).to_be_bytes();
    let mut out = Vec::with_capacity(DATAGRAM_HEADER + header.len() + body.len());
    Header::write([ContentType::Handshake as u8, major, minor, high, low], numbers.record, &mut out);
    out.extend_from_slice(&header);
    out.extend_from_slice(&body);
    Ok(out)
}

/// Whether a datagram is a ClientHello with the cookie of this client. Fails with `GNUTLS_E_BAD_COOKIE` if it has none or
/// another one, `GNUTLS_E_UNEXPECTED_PACKET_LENGTH` if it ends before, and `GNUTLS_E_UNEXPECTED_PACKET` if it is
/// something else.
pub fn verify(key: &[u8], client: &[u8], datagram: &[u8]) -> Result<Numbers> {
    const SHORT: Error = Error::new(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    let mut r = Reader::new(datagram);
    let record = r.take(DATAGRAM_HEADER).map_err(|_| SHORT)?;
    let header = Header::read(record).ok_or(Error::new(GNUTLS_E_UNEXPECTED_PACKET))?;
    let fragment = r.take(FRAGMENT_HEADER).map_err(|_| SHORT)?;
    let offset = &fragment[6..9];
    let is_hello = header.stream[0] == ContentType::Handshake as u8
        && header.epoch() == 0
        && fragment[0] == HandshakeType::CLIENT_HELLO.0
        && offset == [0; 3];
    if !is_hello {
        return err(GNUTLS_E_UNEXPECTED_PACKET);
    }
    r.take(2 + 32).and_then(|_| r.vec8()).map_err(|_| SHORT)?;
    let shown = r.vec8().map_err(|_| SHORT)?;
    match bool::from(shown.ct_eq(&cookie(key, client)?)) {
        true => {
            Ok(Numbers { record: header.sequence, message: u16::from_be_bytes([fragment[4], fragment[5]]) })
        }
        false => err(GNUTLS_E_BAD_COOKIE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"0123456789abcdef";

    fn hello(cookie: &[u8]) -> Vec<u8> {
        let body = [&[0xfe, 0xfd][..], &[7; 32], &[0, cookie.len() as u8], cookie, &[0, 2, 0xc0, 0x2f, 1, 0]]
            .concat();
        let header = fragment_header(HandshakeType::CLIENT_HELLO, body.len(), 1, 0, body.len());
        let mut out = Vec::new();
        Header::write([22, 0xfe, 0xff, 0, (12 + body.len()) as u8], 5, &mut out);
        [&out[..], &header, &body].concat()
    }

    #[test]
    fn a_cookie_is_good_for_its_client_and_key() {
        let request = hello_verify_request(KEY, b"client", Numbers::default()).unwrap();
        assert_eq!(request.len(), 44);
        let cookie = &request[28..];
        let code = |r: Result<Numbers>| r.unwrap_err().code();
        assert_eq!(verify(KEY, b"client", &hello(cookie)), Ok(Numbers { record: 5, message: 1 }));
        assert_eq!(code(verify(KEY, b"other", &hello(cookie))), GNUTLS_E_BAD_COOKIE);
        assert_eq!(code(verify(b"x", b"client", &hello(cookie))), GNUTLS_E_BAD_COOKIE);
        for bad in [&[][..], &cookie[..15], &[cookie, b"x"].concat()] {
            assert_eq!(code(verify(KEY, b"client", &hello(bad))), GNUTLS_E_BAD_COOKIE);
        }
        let good = hello(cookie);
        let end = good.len() - 6;
        for cut in 0..end {
            assert_eq!(code(verify(KEY, b"client", &good[..cut])), GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        assert!(verify(KEY, b"client", &good[..end]).is_ok());
        for at in [0, 4, 13, 21] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(code(verify(KEY, b"client", &bad)), GNUTLS_E_UNEXPECTED_PACKET);
        }
    }
}
