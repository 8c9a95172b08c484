//! connection_id (RFC 9146 section 3, RFC 9147 section 9): the ID that a side wants in the records that it gets. We want none, and
//! send the peer's.
use std::sync::Arc;

use super::block::{Block, ExtensionType, Extensions};
use super::offered::Offered;
use super::tls13::ILLEGAL;
use crate::alg::Version;
use crate::error::Result;
use crate::handshake::step::{Context, Effect};
use crate::log::{DECISION, log};

fn write(block: &mut Block) {
    block.add(ExtensionType::CONNECTION_ID, |w| w.vec8(&[]));
}

/// Offers to send the server's ID where the priorities have DTLS 1.3, in a renegotiation of DTLS 1.2 as well. The hello of a client
/// of DTLS 1.2 alone is that of GnuTLS.
pub fn offer(block: &mut Block, offered: &Offered<'_>) {
    if offered.config.is_datagram() && offered.config.offers_tls13() {
        write(block);
    }
}

/// The ID of a side; `None` if the extension is missing.
fn read(ext: &Extensions) -> Result<Option<Arc<[u8]>>> {
    let Some(mut r) = ext.get(ExtensionType::CONNECTION_ID) else { return Ok(None) };
    let id = r.vec8()?;
    r.finish()?;
    Ok(Some(id.into()))
}

/// Uses the peer's ID in the protected records that follow. Returns whether there is the extension.
fn take(cx: &mut Context, ext: &Extensions) -> Result<bool> {
    let id = read(ext)?;
    let negotiated = id.is_some();
    if let Some(id) = id.filter(|id| !id.is_empty()) {
        log!(DECISION, "the records that we send have a connection ID of {} bytes", id.len());
        cx.read.takes_connection_ids = true;
        cx.effects.push(Effect::ConnectionId(id));
    }
    Ok(negotiated)
}

/// A server's answer in ServerHello.
pub fn answer(block: &mut Block, cx: &mut Context, hello: &Extensions) -> Result<()> {
    if cx.config.is_datagram() && take(cx, hello)? {
        write(block);
    }
    Ok(())
}

/// The server's answer in ServerHello of DTLS 1.2. It is negotiated afresh in a renegotiation (RFC 9146 section 3).
pub fn read_answer12(cx: &mut Context, ext: &Extensions) -> Result<()> {
    let id = read(ext)?.unwrap_or_default();
    if !id.is_empty() && cx.parameters.version != Some(Version::Dtls12) {
        return Err(ILLEGAL);
    }
    if !id.is_empty() || cx.parameters.established {
        log!(DECISION, "the records with the next keys have a connection ID of {} bytes", id.len());
        cx.effects.push(Effect::ConnectionId(id));
    }
    Ok(())
}

/// The server's answer in ServerHello of DTLS 1.3.
pub fn read_answer(cx: &mut Context, ext: &Extensions) -> Result<()> {
    take(cx, ext).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::abi::*;
    use crate::handshake::ext::{MessageContext, read as read_block};

    #[test]
    fn an_id_has_at_most_255_bytes() {
        let id = |body: &[u8]| {
            let block = [&[0, 54, (body.len() >> 8) as u8, body.len() as u8][..], body].concat();
            read(&read_block(&block, MessageContext::ServerHello13, &[])?)
        };
        assert_eq!(id(&[0]), Ok(Some([].into())));
        assert_eq!(id(b"\x02ab"), Ok(Some((*b"ab").into())));
        let longest = [&[255][..], &[9; 255]].concat();
        assert_eq!(id(&longest), Ok(Some([9; 255].into())));
        for body in [&[][..], &[1], &[0, 0], &[1, 2, 3], &longest[..255], &[&longest[..], &[9]].concat()] {
            assert_eq!(id(body).unwrap_err().code(), GNUTLS_E_UNEXPECTED_PACKET_LENGTH, "{body:?}");
        }
    }
}
