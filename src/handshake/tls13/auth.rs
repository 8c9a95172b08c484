//! Authentication messages (RFC 8446 section 4.4): Certificate, CertificateVerify, Finished.
use subtle::ConstantTimeEq;

use super::keys;
use crate::abi::*;
use crate::alg::flags::{KeyUsage, SessionFlags};
use crate::alg::{CertType, Sign, Version};
use crate::codec::Reader;
use crate::compression::Compression;
use crate::crypto::hash::Output;
use crate::crypto::kdf::Hkdf;
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::{Config, Role};
use crate::handshake::ext::{
    self, Block, ExtensionType, MessageContext, common, compress_certificate, required, tls13,
};
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::step::{Context, Identity, IdentityWanted, Query};
use crate::handshake::why;
use crate::log::within;
use crate::pki::cert::Certificate;

/// Certificate, section 4.4.2, or CompressedCertificate of RFC 8879.
pub fn certificate(context: &[u8], identity: &Identity, compression: Option<Compression>) -> Result<Message> {
    let message = Message::build(HandshakeType::CERTIFICATE, |w| {
        w.vec8(context);
        w.nested(3, |w| {
            for (i, certificate) in identity.chain.iter().enumerate() {
                w.vec24(certificate.der());
                let mut block = Block::default();
                if let Some(response) = identity.ocsp.get(i).filter(|r| !r.is_empty()) {
                    block.add(ExtensionType::STATUS_REQUEST, |w| common::certificate_status(w, response));
                }
                block.write(w);
            }
        });
    })?;
    compress_certificate::compress(message, compression)
}

/// A Certificate of a client that has none.
pub fn no_certificate(context: &[u8]) -> Result<Message> {
    Message::build(HandshakeType::CERTIFICATE, |w| {
        w.vec8(context);
        w.vec24(&[]);
    })
}

/// Whether our CertificateRequest asks for OCSP responses.
pub fn asks_status(config: &Config) -> bool {
    let without = SessionFlags::NO_STATUS_REQUEST | SessionFlags::NO_DEFAULT_EXTENSIONS;
    !config.flags.intersects(without)
}

/// The extensions of certificates that may come, of those that were offered.
pub fn status_if(asked: bool) -> &'static [ExtensionType] {
    if asked { &[ExtensionType::STATUS_REQUEST] } else { &[] }
}

/// Reads the chain of a Certificate message, whose context must be `context`, and the OCSP responses for its
/// certificates, which are empty where there is none.
pub fn read_certificate(
    message: &Message,
    context: &[u8],
    offered: &[ExtensionType],
    kind: CertType,
) -> Result<(Vec<Certificate>, Vec<Vec<u8>>)> {
    let mut r = message.expect(HandshakeType::CERTIFICATE)?;
    if r.vec8()? != context {
        return Err(tls13::ILLEGAL);
    }
    let mut list = Reader::new(r.vec24()?);
    r.finish()?;
    let (mut chain, mut responses) = (Vec::new(), Vec::new());
    while !list.is_empty() {
        let der = list.vec24()?;
        let extensions = ext::read(list.vec16()?, MessageContext::Certificate, &[])?;
        extensions.only_offered(offered)?;
        responses.push(match extensions.get(ExtensionType::STATUS_REQUEST) {
            Some(mut status) => common::read_certificate_status(&mut status)?,
            None => Vec::new(),
        });
        let certificate = match kind {
            // There is only one (section 4.4.2).
            CertType::Rawpk if !chain.is_empty() => return Err(tls13::ILLEGAL),
            CertType::Rawpk => Certificate::from_raw_key(der),
            _ => Certificate::from_der(der),
        };
        chain.push(certificate.map_err(|e| within!(e, "certificate {} of the chain", chain.len()))?);
    }
    Ok((chain, responses))
}

/// CertificateRequest, section 4.3.2.
pub struct Request {
    pub context: Vec<u8>,
    pub signs: Vec<u16>,
    pub ca_names: Vec<Vec<u8>>,
    /// The server asks for the OCSP status of the certificates.
    pub status: bool,
    /// The methods of compression that the server decompresses.
    pub compression: Vec<u16>,
}

impl Request {
    pub fn write(context: &[u8], config: &Config) -> Result<Message> {
        let mut block = Block::default();
        common::write_signs(&mut block, config, Version::Tls13);
        tls13::write_authorities(&mut block, &config.ca_names);
        compress_certificate::write(&mut block, config);
        if asks_status(config) {
            // Empty here (section 4.4.2.1).
            block.add(ExtensionType::STATUS_REQUEST, |_| ());
        }
        Message::build(HandshakeType::CERTIFICATE_REQUEST, |w| {
            w.vec8(context);
            block.write(w);
        })
    }

    pub fn read(message: &Message) -> Result<Self> {
        let mut r = message.expect(HandshakeType::CERTIFICATE_REQUEST)?;
        let context = r.vec8()?.to_vec();
        let extensions = ext::read(r.vec16()?, MessageContext::CertificateRequest, &[])?;
        r.finish()?;
        let signs = required(common::read_signs(&extensions)?)?;
        let ca_names = tls13::read_authorities(&extensions)?;
        let status = extensions.has(ExtensionType::STATUS_REQUEST);
        let compression = compress_certificate::read(&extensions)?;
        Ok(Request { context, signs, ca_names, status, compression })
    }

    /// The requirements on our certificate that follow from the request.
    pub fn wanted(&self, config: &Config) -> IdentityWanted {
        let signs = signs_in_common(config, &self.signs);
        let scheme = |wire: &u16| config.signs().find(|s| s.wire() == Some(*wire));
        IdentityWanted {
            keys: signs.iter().map(|s| s.pk()).collect(),
            requested: self.signs.iter().filter_map(scheme).map(|s| s.pk()).collect(),
            signs,
            ca_names: self.ca_names.clone(),
            version: Some(Version::Tls13),
            any_key_usage: config.policy.allow_key_usage_violation,
            status: self.status,
            ..Default::default()
        }
    }
}

/// Our signature schemes for TLS 1.3 that the peer supports, in our order.
pub fn signs_in_common(config: &Config, theirs: &[u16]) -> Vec<Sign> {
    config
        .signs()
        .filter(|s| s.allowed_in(Version::Tls13) && s.wire().is_some_and(|w| theirs.contains(&w)))
        .collect()
}

/// The content that CertificateVerify signs, section 4.4.3.
pub fn signed_content(signer: Role, transcript: &[u8]) -> Vec<u8> {
    let context: &[u8] = match signer {
        Role::Server => b"TLS 1.3, server CertificateVerify",
        Role::Client => b"TLS 1.3, client CertificateVerify",
    };
    let mut content = vec![0x20; 64];
    content.extend_from_slice(context);
    content.push(0);
    content.extend_from_slice(transcript);
    content
}

/// Returns the signature scheme, which is the first one that the identity's key supports, and the query for
/// the signature.
pub fn ask_signature(signer: Role, identity: &Identity, transcript: &Output) -> Result<(Sign, Query)> {
    let Some(sign) = identity.signs.iter().copied().find(|s| s.allowed_in(Version::Tls13)) else {
        return err(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
    };
    Ok((sign, Query::Sign { sign, message: signed_content(signer, transcript.as_ref()) }))
}

/// CertificateVerify, which has the same format in TLS 1.2 (RFC 5246 section 7.4.8).
pub fn certificate_verify(sign: Sign, signature: &[u8]) -> Result<Message> {
    Message::build(HandshakeType::CERTIFICATE_VERIFY, |w| {
        w.u16(sign.wire().unwrap_or_default());
        w.vec16(signature);
    })
}

/// Verifies the peer's CertificateVerify with the key of its certificate and returns the scheme.
pub fn check_certificate_verify(
    cx: &Context,
    message: &Message,
    signer: Role,
    transcript: &[u8],
) -> Result<Sign> {
    let mut r = message.expect(HandshakeType::CERTIFICATE_VERIFY)?;
    let number = r.u16()?;
    let signature = r.vec16()?;
    r.finish()?;
    // Every offered code point is accepted. In TLS 1.3 the code point of an ECDSA scheme determines the
    // curve, even if it was offered for a scheme without one.
    let offered = cx.config.signs().any(|s| s.wire() == Some(number));
    let Some(sign) = Sign::from_wire_in(number, Version::Tls13).filter(|_| offered) else {
        let error =
            Error::with_alert(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM, AlertDescription::ILLEGAL_PARAMETER);
        return Err(why::sign_not_offered(cx.config, number, error));
    };
    let Some(leaf) = cx.parameters.peer_chain.first() else { return err(GNUTLS_E_NO_CERTIFICATE_FOUND) };
    let key = leaf.public_key()?;
    check_key_usage(cx.config, leaf)?;
    if sign.pk() != key.pk() {
        let error = Error::new(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
        return Err(why::wrong_key(cx.config, leaf, sign.name(), error));
    }
    key.verify(sign, &signed_content(signer, transcript), signature)
        .map_err(|e| Error::with_alert(e.code(), AlertDescription::DECRYPT_ERROR))
        .map_err(|e| why::bad_signature(cx.config, sign, leaf, e))?;
    Ok(sign)
}

/// A certificate with a key usage extension must allow digital signatures, unless the priorities allow
/// violations.
pub fn check_key_usage(config: &Config, leaf: &Certificate) -> Result<()> {
    if !leaf.may(KeyUsage::DIGITAL_SIGNATURE) && !config.policy.allow_key_usage_violation {
        return Err(why::key_usage(config, leaf));
    }
    Ok(())
}

/// Finished, section 4.4.4.
pub fn finished(hkdf: Hkdf, traffic: &Secret, transcript: &Output) -> Result<Message> {
    let data = keys::finished(hkdf, traffic, transcript.as_ref())?;
    Message::build(HandshakeType::FINISHED, |w| w.bytes(data.as_ref()))
}

/// Checks the peer's Finished in constant time; returns its verify data.
pub fn check_finished(
    config: &Config,
    message: &Message,
    hkdf: Hkdf,
    traffic: &Secret,
    transcript: &Output,
) -> Result<Vec<u8>> {
    let data = message.expect(HandshakeType::FINISHED)?.rest();
    let expected = keys::finished(hkdf, traffic, transcript.as_ref())?;
    if bool::from(data.ct_eq(expected.as_ref())) { Ok(data.to_vec()) } else { Err(why::bad_finished(config)) }
}
