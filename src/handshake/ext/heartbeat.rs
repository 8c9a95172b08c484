//! heartbeat (RFC 6520 section 2): whether a side of DTLS answers the requests of the other.
use super::block::{Block, ExtensionType, Extensions};
use super::offered::Offered;
use super::tls13::ILLEGAL;
use crate::error::Result;
use crate::handshake::config::HeartbeatMode;
use crate::handshake::step::Context;
use crate::log::{DECISION, log};

fn write(block: &mut Block, mode: Option<HeartbeatMode>) {
    if let Some(mode) = mode {
        block.add(ExtensionType::HEARTBEAT, |w| w.u8(mode as u8));
    }
}

/// Offers what the application has enabled.
pub fn offer(block: &mut Block, offered: &Offered<'_>) {
    write(block, offered.config.heartbeat);
}

/// Reads the extension of either side; `None` if it is missing.
pub fn read(ext: &Extensions) -> Result<Option<HeartbeatMode>> {
    let Some(mut r) = ext.get(ExtensionType::HEARTBEAT) else { return Ok(None) };
    let mode = r.u8()?;
    r.finish()?;
    match mode {
        1 => Ok(Some(HeartbeatMode::PeerAllowedToSend)),
        2 => Ok(Some(HeartbeatMode::PeerNotAllowedToSend)),
        _ => Err(ILLEGAL),
    }
}

/// Both sides have the extension, if the peer and the application do.
pub fn select(cx: &mut Context, ext: &Extensions) -> Result<()> {
    let theirs = read(ext)?;
    cx.parameters.heartbeat = theirs.filter(|_| cx.config.heartbeat.is_some());
    if cx.parameters.heartbeat.is_some() {
        log!(DECISION, "heartbeats are negotiated");
    }
    Ok(())
}

/// A server's answer.
pub fn answer(block: &mut Block, cx: &Context) {
    write(block, cx.config.heartbeat.filter(|_| cx.parameters.heartbeat.is_some()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::abi::*;
    use crate::handshake::ext::{MessageContext, read as read_block};

    #[test]
    fn two_modes_in_one_byte() {
        let mode = |body: &[u8]| {
            let block = [&[0, 15, 0, body.len() as u8][..], body].concat();
            read(&read_block(&block, MessageContext::ClientHello, &[])?)
        };
        assert_eq!(mode(&[1]), Ok(Some(HeartbeatMode::PeerAllowedToSend)));
        assert_eq!(mode(&[2]), Ok(Some(HeartbeatMode::PeerNotAllowedToSend)));
        for (body, code) in [
            (&[0][..], GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
            (&[3], GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER),
            (&[], GNUTLS_E_UNEXPECTED_PACKET_LENGTH),
            (&[1, 1], GNUTLS_E_UNEXPECTED_PACKET_LENGTH),
        ] {
            assert_eq!(mode(body).unwrap_err().code(), code, "{body:?}");
        }
    }
}
