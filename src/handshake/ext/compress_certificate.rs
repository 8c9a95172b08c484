//! compress_certificate (RFC 8879) and the message CompressedCertificate.
use super::block::{Block, ExtensionType, Extensions};
use crate::abi::*;
use crate::compression::Compression;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::Config;
use crate::handshake::messages::{HandshakeType, Message};
use crate::log::{DETAIL, log, reason};

/// Offers the methods that we decompress, if the application has set any.
pub fn write(block: &mut Block, config: &Config) {
    if !config.compression.is_empty() {
        let list: Vec<u8> = config.compression.iter().flat_map(|c| c.wire().to_be_bytes()).collect();
        block.add(ExtensionType::COMPRESS_CERTIFICATE, |w| w.vec8(&list));
    }
}

/// Reads the numbers of the methods that the peer decompresses.
pub fn read(ext: &Extensions) -> Result<Vec<u16>> {
    let Some(mut r) = ext.get(ExtensionType::COMPRESS_CERTIFICATE) else { return Ok(Vec::new()) };
    let list = r.vec8()?;
    r.finish()?;
    if list.is_empty() || list.len() % 2 != 0 {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    Ok(list.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect())
}

/// The method for our certificate: the first of ours that the peer decompresses.
pub fn choose(config: &Config, theirs: &[u16]) -> Option<Compression> {
    config.compression.iter().copied().find(|c| theirs.contains(&c.wire()))
}

/// Compresses a Certificate message.
pub fn compress(certificate: Message, method: Option<Compression>) -> Result<Message> {
    let Some(method) = method else { return Ok(certificate) };
    let body = certificate.body();
    let Some(compressed) = method.compress(body) else { return err(GNUTLS_E_COMPRESSION_FAILED) };
    log!(
        DETAIL,
        "our certificate is compressed by {}: {} of {} bytes",
        method.name(),
        compressed.len(),
        body.len()
    );
    Message::build(HandshakeType::COMPRESSED_CERTIFICATE, |w| {
        w.u16(method.wire());
        w.u8((body.len() >> 16) as u8);
        w.u16(body.len() as u16);
        w.vec24(&compressed);
    })
}

/// The Certificate message in a CompressedCertificate; any other message as it is. `offered` says that we offered the
/// extension.
pub fn expand(config: &Config, message: &Message, offered: bool) -> Result<Message> {
    if message.kind() != HandshakeType::COMPRESSED_CERTIFICATE || !offered {
        return Ok(message.clone());
    }
    decompress(&config.compression, config.max_message, message)
}

fn decompress(methods: &[Compression], max: usize, message: &Message) -> Result<Message> {
    let mut r = message.reader();
    let (number, len) = (r.u16()?, r.u24()?);
    let compressed = r.vec24()?;
    r.finish()?;
    let Some(method) = Compression::from_wire(number).filter(|c| methods.contains(c)) else {
        return Err(reason!(
            Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, AlertDescription::ILLEGAL_PARAMETER),
            "the peer's certificate is compressed by method {number}, which we did not offer"
        ));
    };
    if len > max {
        return Err(reason!(
            Error::new(GNUTLS_E_HANDSHAKE_TOO_LARGE),
            "the peer's certificate would have {len} bytes, and the limit is {max}"
        ));
    }
    let Some(body) = method.decompress(compressed, len) else {
        return Err(reason!(
            Error::with_alert(GNUTLS_E_DECOMPRESSION_FAILED, AlertDescription::BAD_CERTIFICATE),
            "the peer's certificate, compressed by {}, does not decompress to the {len} bytes that it announces",
            method.name()
        ));
    };
    Message::build(HandshakeType::CERTIFICATE, |w| w.bytes(&body))
}

#[cfg(test)]
mod tests {
    use super::*;
    fn certificate() -> Message {
        Message::build(HandshakeType::CERTIFICATE, |w| w.bytes(&[7; 1000])).unwrap()
    }

    fn with(number: u16, len: usize, data: &[u8]) -> Message {
        Message::build(HandshakeType::COMPRESSED_CERTIFICATE, |w| {
            w.u16(number);
            w.u8((len >> 16) as u8);
            w.u16(len as u16);
            w.vec24(data);
        })
        .unwrap()
    }

    #[test]
    fn a_compressed_message_is_the_message() {
        for method in [Compression::Zlib, Compression::Brotli, Compression::Zstd] {
            let compressed = compress(certificate(), Some(method)).unwrap();
            assert_eq!(compressed.kind(), HandshakeType::COMPRESSED_CERTIFICATE);
            let back = decompress(&[method], 4000, &compressed).unwrap();
            assert_eq!(back.raw(), certificate().raw());
        }
    }

    #[test]
    fn what_does_not_decompress_ends_the_handshake() {
        let zlib = Compression::Zlib.compress(&[7; 1000]).unwrap();
        let code =
            |message: &Message| decompress(&[Compression::Zlib], 4000, message).map(drop).unwrap_err().code();
        assert_eq!(code(&with(1, 999, &zlib)), GNUTLS_E_DECOMPRESSION_FAILED);
        assert_eq!(code(&with(1, 1001, &zlib)), GNUTLS_E_DECOMPRESSION_FAILED);
        assert_eq!(code(&with(1, 1000, &zlib[..zlib.len() - 1])), GNUTLS_E_DECOMPRESSION_FAILED);
        assert_eq!(code(&with(1, 1000, b"")), GNUTLS_E_DECOMPRESSION_FAILED);
        assert_eq!(code(&with(2, 1000, &zlib)), GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
        assert_eq!(code(&with(9, 1000, &zlib)), GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER);
        assert_eq!(code(&with(1, 4001, &zlib)), GNUTLS_E_HANDSHAKE_TOO_LARGE);
        let bomb = Compression::Zlib.compress(&vec![0; 1 << 20]).unwrap();
        assert_eq!(code(&with(1, 4000, &bomb)), GNUTLS_E_DECOMPRESSION_FAILED);
        let whole = with(1, 1000, &zlib);
        for n in 0..whole.body().len() {
            let cut = Message::build(HandshakeType::COMPRESSED_CERTIFICATE, |w| w.bytes(&whole.body()[..n]))
                .unwrap();
            assert_eq!(code(&cut), GNUTLS_E_UNEXPECTED_PACKET_LENGTH, "{n}");
        }
    }
}
