//! use_srtp (RFC 5764 section 4.1): the protection of the media that two sides of DTLS send beside it.
use super::block::{Block, ExtensionType, Extensions};
use super::offered::Offered;
use super::tls13::ILLEGAL;
use crate::abi::*;
use crate::error::{Result, err};
use crate::handshake::srtp::UseSrtp;
use crate::handshake::step::Context;
use crate::log::{DECISION, log};

fn write(block: &mut Block, profiles: &[u16], mki: &[u8]) {
    block.add(ExtensionType::USE_SRTP, |w| {
        w.nested(2, |w| profiles.iter().for_each(|p| w.u16(*p)));
        w.vec8(mki);
    });
}

/// Offers the profiles of a client.
pub fn offer(block: &mut Block, offered: &Offered<'_>) {
    let srtp = &offered.config.srtp;
    if offered.config.is_datagram() && !srtp.profiles.is_empty() {
        write(block, &srtp.profiles, &srtp.mki);
    }
}

/// Reads the extension of either side; `None` if it is missing.
pub fn read(ext: &Extensions) -> Result<Option<UseSrtp>> {
    let Some(mut r) = ext.get(ExtensionType::USE_SRTP) else { return Ok(None) };
    let profiles = r.vec16()?;
    let mki = r.vec8()?.to_vec();
    r.finish()?;
    if profiles.is_empty() || profiles.len() % 2 != 0 {
        return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
    }
    let profiles = profiles.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
    Ok(Some(UseSrtp { profiles, mki }))
}

/// A server selects the client's first profile that it has.
pub fn select(cx: &mut Context, ext: &Extensions) -> Result<()> {
    cx.parameters.srtp = None;
    let Some(theirs) = read(ext)?.filter(|_| cx.config.is_datagram()) else { return Ok(()) };
    if let Some(profile) = theirs.profiles.iter().find(|p| cx.config.srtp.profiles.contains(p)) {
        log!(DECISION, "selected the SRTP profile {profile}");
        cx.parameters.srtp = Some(UseSrtp { profiles: vec![*profile], mki: theirs.mki });
    }
    Ok(())
}

/// A server's answer: the profile, and the client's master key identifier.
pub fn answer(block: &mut Block, selected: Option<&UseSrtp>) {
    if let Some(srtp) = selected {
        write(block, &srtp.profiles, &srtp.mki);
    }
}

/// Reads the answer: one of the profiles that were offered, and our master key identifier or none.
pub fn read_answer(cx: &mut Context, ext: &Extensions) -> Result<()> {
    let Some(srtp) = read(ext)? else { return Ok(()) };
    let offered = &cx.config.srtp;
    let one = matches!(srtp.profiles[..], [profile] if offered.profiles.contains(&profile));
    if !one || (!srtp.mki.is_empty() && srtp.mki != offered.mki) {
        return Err(ILLEGAL);
    }
    cx.parameters.srtp = Some(srtp);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{MessageContext, read as read_block};
    use super::*;
    use crate::codec::Writer;

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let mut block = Block::default();
        write(&mut block, &[1, 7], b"mki");
        let mut w = Writer::new();
        block.write(&mut w);
        let bytes = w.finish().unwrap();
        let parse = |bytes: &[u8]| read(&read_block(bytes, MessageContext::ClientHello, &[]).unwrap());
        assert_eq!(parse(&bytes[2..]), Ok(Some(UseSrtp { profiles: vec![1, 7], mki: b"mki".to_vec() })));
        for body in [&[][..], &[0, 0, 0], &[0, 1, 9, 0], &[0, 2, 0, 1], &[0, 2, 0, 1, 1], &[0, 2, 0, 1, 0, 9]]
        {
            let block = [&[0, 14, 0, body.len() as u8], body].concat();
            assert!(parse(&block).is_err(), "{body:?}");
        }
        assert_eq!(parse(&[]), Ok(None));
    }
}
