//! ClientHello and ServerHello (RFC 8446 section 4.1), the part that all versions share.
use super::ext::{self, ExtensionType, Extensions, MessageContext};
use super::messages::{HandshakeType, Message, RETRY_RANDOM};
use crate::abi::*;
use crate::alg::Version;
use crate::codec::Reader;
use crate::error::{AlertDescription, Error, Result, err};

/// Signaling cipher suite values.
pub const EMPTY_RENEGOTIATION_INFO_SCSV: u16 = 0x00ff;
pub const FALLBACK_SCSV: u16 = 0x5600;

/// The last bytes of a server random that indicate a downgrade (RFC 8446 section 4.1.3).
pub const DOWNGRADE_TO_12: [u8; 8] = *b"DOWNGRD\x01";
pub const DOWNGRADE_TO_11: [u8; 8] = *b"DOWNGRD\x00";

#[derive(Debug)]
pub struct ClientHello {
    pub legacy_version: u16,
    pub random: [u8; 32],
    pub session_id: Vec<u8>,
    /// The cookie of DTLS before 1.3 is not empty.
    pub has_cookie: bool,
    pub suites: Vec<u16>,
    pub compression: Vec<u8>,
    pub extensions: Extensions,
}

impl ClientHello {
    /// Parses a ClientHello. `own` are the numbers of extensions that the application handles.
    pub fn read(message: &Message, own: &[ExtensionType]) -> Result<Self> {
        let mut r = message.expect(HandshakeType::CLIENT_HELLO)?;
        // An unknown legacy version is not an error, because supported_versions takes precedence (RFC 8446
        // section 4.2.1). SSL 3.0 is never negotiated (appendix D.5).
        let legacy_version = r.u16()?;
        let datagram = message.sequence().is_some();
        if (!datagram && legacy_version <= 0x0300) || (datagram && !is_dtls(legacy_version)) {
            return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        }
        let random = r.array()?;
        let session_id = session_id(&mut r)?;
        // It has been verified before the session was made, or nobody asked for one.
        let has_cookie = datagram && !r.vec8()?.is_empty();
        let suites = r.vec16()?;
        if suites.is_empty() || suites.len() % 2 != 0 {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        let suites = suites.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
        let compression = r.vec8()?.to_vec();
        if compression.is_empty() {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        if !compression.contains(&0) {
            return err(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
        }
        let extensions = extension_block(&mut r, MessageContext::ClientHello, own)?;
        Ok(ClientHello { legacy_version, random, session_id, has_cookie, suites, compression, extensions })
    }

    /// Validates the extensions. Those in `overridden` are handled by the application; they are removed.
    pub fn check(&mut self, overridden: &[ExtensionType]) -> Result<()> {
        self.extensions.hide(overridden);
        ext::check_client_hello(&self.extensions)
    }

    pub fn has_suite(&self, number: u16) -> bool {
        self.suites.contains(&number)
    }
}

#[derive(Debug)]
pub struct ServerHello {
    pub legacy_version: u16,
    pub random: [u8; 32],
    pub session_id: Vec<u8>,
    pub suite: u16,
    /// The unparsed extension block: which extensions may appear depends on the version.
    block: Vec<u8>,
}

impl ServerHello {
    pub fn read(message: &Message) -> Result<Self> {
        let mut r = message.expect(HandshakeType::SERVER_HELLO)?;
        let legacy_version = r.u16()?;
        let datagram = message.sequence().is_some();
        if (datagram && !is_dtls(legacy_version)) || (!datagram && legacy_version >> 8 != 3) {
            return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        }
        let random = r.array()?;
        let session_id = session_id(&mut r)?;
        let suite = r.u16()?;
        if r.u8()? != 0 {
            return err(GNUTLS_E_UNKNOWN_COMPRESSION_ALGORITHM);
        }
        let block = if r.is_empty() { Vec::new() } else { r.vec16()?.to_vec() };
        r.finish()?;
        Ok(ServerHello { legacy_version, random, session_id, suite, block })
    }

    pub fn is_retry(&self) -> bool {
        self.random == RETRY_RANDOM
    }

    /// The version that the server selected: from supported_versions, or else the legacy version.
    pub fn version(&self) -> Result<u16> {
        let mut r = Reader::new(&self.block);
        while !r.is_empty() {
            let kind = ExtensionType(r.u16()?);
            let mut data = Reader::new(r.vec16()?);
            if kind == ExtensionType::SUPPORTED_VERSIONS {
                let version = data.u16()?;
                data.finish()?;
                return Ok(version);
            }
        }
        Ok(self.legacy_version)
    }

    pub fn extensions(&self, context: MessageContext, own: &[ExtensionType]) -> Result<Extensions> {
        ext::read(&self.block, context, own)
    }
}

/// The fields of a ServerHello to send.
pub struct ServerHelloParts<'a> {
    /// The legacy version; TLS 1.2 in TLS 1.3.
    pub version: Version,
    pub random: &'a [u8; 32],
    pub session_id: &'a [u8],
    pub suite: u16,
}

impl ServerHelloParts<'_> {
    pub fn write(&self, extensions: &super::ext::Block) -> Result<Message> {
        Message::build(HandshakeType::SERVER_HELLO, |w| {
            w.u16(self.version.wire());
            w.bytes(self.random);
            w.vec8(self.session_id);
            w.u16(self.suite);
            w.u8(0);
            if !extensions.is_empty() {
                extensions.write(w);
            }
        })
    }
}

/// Whether a number can be a version of DTLS, known or not. They fall from that of DTLS 1.0.
fn is_dtls(wire: u16) -> bool {
    (0x8000..=Version::Dtls10.wire()).contains(&wire) || wire == Version::Dtls09.wire()
}

/// Reads the cookie of a HelloVerifyRequest (RFC 6347 section 4.2.1).
pub fn read_hello_verify_request(message: &Message) -> Result<Vec<u8>> {
    let mut r = message.expect(HandshakeType::HELLO_VERIFY_REQUEST)?;
    if !is_dtls(r.u16()?) {
        return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
    }
    let cookie = r.vec8()?.to_vec();
    r.finish()?;
    Ok(cookie)
}

fn session_id(r: &mut Reader<'_>) -> Result<Vec<u8>> {
    let id = r.vec8()?;
    if id.len() > 32 { err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH) } else { Ok(id.to_vec()) }
}

/// Reads the extension block at the end of a message. A hello may have none (RFC 5246 section 7.4.1.2).
fn extension_block(r: &mut Reader<'_>, context: MessageContext, own: &[ExtensionType]) -> Result<Extensions> {
    if r.is_empty() {
        return Ok(Extensions::default());
    }
    let bad = Error::new(GNUTLS_E_UNEXPECTED_EXTENSIONS_LENGTH);
    let block = r.vec16().map_err(|_| bad)?;
    r.finish().map_err(|_| bad)?;
    ext::read(block, context, own)
}

/// The server selected a cipher suite that was not offered.
pub const UNKNOWN_SUITE: Error =
    Error::with_alert(GNUTLS_E_UNKNOWN_CIPHER_SUITE, AlertDescription::ILLEGAL_PARAMETER);
