//! ECDHE key exchange messages of TLS 1.2 (RFC 8422 sections 5.4 and 5.7), and certificate requests.
use crate::abi::*;
use crate::alg::{Kx, Pk, Sign, Version};
use crate::codec::{Reader, Writer};
use crate::crypto::kex::KeyShare;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::Config;
use crate::handshake::ext::{common, tls13};
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::parameters::SecurityParameters;
use crate::handshake::step::{Context, IdentityWanted};
use crate::handshake::tls13::auth::check_key_usage;
use crate::handshake::why;
use crate::log::within;
use crate::pki::cert::Certificate;

/// ECCurveType named_curve.
const NAMED_CURVE: u8 = 3;

/// ServerECDHParams, which the server signs together with both randoms.
pub fn server_params(share: &KeyShare) -> Result<Vec<u8>> {
    let mut w = Writer::new();
    w.u8(NAMED_CURVE);
    w.u16(share.group().wire().unwrap_or_default());
    w.vec8(share.public());
    w.finish()
}

/// The bytes that a ServerKeyExchange signature covers.
pub fn signed_params(parameters: &SecurityParameters, params: &[u8]) -> Vec<u8> {
    [&parameters.client_random[..], &parameters.server_random[..], params].concat()
}

pub fn server_key_exchange(params: &[u8], sign: Sign, signature: &[u8]) -> Result<Message> {
    Message::build(HandshakeType::SERVER_KEY_EXCHANGE, |w| {
        w.bytes(params);
        w.u16(sign.wire().unwrap_or_default());
        w.vec16(signature);
    })
}

/// Reads an ECPoint of at least one byte (RFC 8422 section 5.4).
fn point(r: &mut Reader) -> Result<Vec<u8>> {
    match r.vec8()? {
        [] => err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH),
        point => Ok(point.to_vec()),
    }
}

/// Reads ServerKeyExchange, verifies its signature, and generates our key share. Returns our share and the
/// server's point.
pub fn read_server_key_exchange(cx: &mut Context, message: &Message) -> Result<(KeyShare, Vec<u8>)> {
    let mut r = message.expect(HandshakeType::SERVER_KEY_EXCHANGE)?;
    if r.u8()? != NAMED_CURVE {
        return Err(tls13::ILLEGAL);
    }
    let number = r.u16()?;
    let point = point(&mut r)?;
    let params = &message.body()[..message.body().len() - r.len()];
    let (scheme, signature) = (r.u16()?, r.vec16()?);
    r.finish()?;
    let group = cx.config.curves().find(|g| g.wire() == Some(number)).ok_or(tls13::ILLEGAL)?;
    let signed = signed_params(cx.parameters, params);
    let sign = check_signature(cx.config, &cx.parameters.peer_chain, scheme, &signed, signature)?;
    cx.parameters.server_sign = Some(sign);
    cx.parameters.group = Some(group);
    Ok((KeyShare::generate(group)?, point))
}

/// Verifies a TLS 1.2 signature of the peer and returns its scheme.
pub fn check_signature(
    config: &Config,
    chain: &[Certificate],
    scheme: u16,
    content: &[u8],
    signature: &[u8],
) -> Result<Sign> {
    let offered = config.signs().find(|s| s.wire() == Some(scheme) && s.allowed_in(Version::Tls12));
    let Some(sign) = offered else {
        let error =
            Error::with_alert(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM, AlertDescription::ILLEGAL_PARAMETER);
        return Err(why::sign_not_offered(config, scheme, error));
    };
    let Some(leaf) = chain.first() else { return err(GNUTLS_E_NO_CERTIFICATE_FOUND) };
    check_key_usage(config, leaf)?;
    let key = leaf.public_key()?;
    if sign.pk() != key.pk() {
        let error = Error::new(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
        return Err(why::wrong_key(config, leaf, sign.name(), error));
    }
    key.verify(sign, content, signature)
        .map_err(|e| Error::with_alert(e.code(), AlertDescription::DECRYPT_ERROR))
        .map_err(|e| why::bad_signature(config, sign, leaf, e))?;
    Ok(sign)
}

/// ClientKeyExchange: our point.
pub fn client_key_exchange(share: &KeyShare) -> Result<Message> {
    Message::build(HandshakeType::CLIENT_KEY_EXCHANGE, |w| w.vec8(share.public()))
}

pub fn read_client_key_exchange(message: &Message) -> Result<Vec<u8>> {
    let mut r = message.expect(HandshakeType::CLIENT_KEY_EXCHANGE)?;
    let point = point(&mut r)?;
    r.finish()?;
    Ok(point)
}

/// Whether a key of this type can authenticate the key exchange.
pub fn fits(kx: Option<Kx>, pk: Pk) -> bool {
    match kx {
        Some(Kx::EcdheRsa) => matches!(pk, Pk::Rsa | Pk::RsaPss),
        Some(Kx::EcdheEcdsa) => matches!(pk, Pk::Ecdsa | Pk::EddsaEd25519 | Pk::EddsaEd448),
        _ => false,
    }
}

/// Certificate, RFC 5246 section 7.4.2.
pub fn certificate(chain: &[Certificate]) -> Result<Message> {
    Message::build(HandshakeType::CERTIFICATE, |w| {
        w.nested(3, |w| chain.iter().for_each(|c| w.vec24(c.der())));
    })
}

pub fn read_certificate(message: &Message) -> Result<Vec<Certificate>> {
    let mut r = message.expect(HandshakeType::CERTIFICATE)?;
    let mut list = Reader::new(r.vec24()?);
    r.finish()?;
    let mut chain = Vec::new();
    while !list.is_empty() {
        let certificate = Certificate::from_der(list.vec24()?);
        chain.push(certificate.map_err(|e| within!(e, "certificate {} of the chain", chain.len()))?);
    }
    Ok(chain)
}

/// ClientCertificateType numbers (RFC 5246 section 7.4.4, RFC 8422 section 5.5).
const RSA_SIGN: u8 = 1;
const DSS_SIGN: u8 = 2;
const ECDSA_SIGN: u8 = 64;

/// CertificateRequest, RFC 5246 section 7.4.4.
pub struct CertificateRequest {
    types: Vec<u8>,
    signs: Vec<u16>,
    ca_names: Vec<Vec<u8>>,
}

impl CertificateRequest {
    pub fn write(config: &Config) -> Result<Message> {
        Message::build(HandshakeType::CERTIFICATE_REQUEST, |w| {
            w.vec8(&[RSA_SIGN, ECDSA_SIGN]);
            w.nested(2, |w| common::sign_list(w, config, Version::Tls12));
            tls13::name_list(w, &config.ca_names);
        })
    }

    pub fn read(message: &Message) -> Result<Self> {
        let mut r = message.expect(HandshakeType::CERTIFICATE_REQUEST)?;
        let types = r.vec8()?.to_vec();
        let signs = r.vec16()?;
        let names = r.vec16()?;
        r.finish()?;
        if types.is_empty() || signs.is_empty() || signs.len() % 2 != 0 {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        let signs = signs.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
        Ok(CertificateRequest { types, signs, ca_names: tls13::read_name_list(names)? })
    }

    pub fn wanted(&self, config: &Config) -> IdentityWanted {
        let signs: Vec<Sign> = config
            .signs()
            .filter(|s| s.allowed_in(Version::Tls12) && s.wire().is_some_and(|w| self.signs.contains(&w)))
            .filter(|s| match s.pk() {
                Pk::Rsa | Pk::RsaPss => self.types.contains(&RSA_SIGN),
                _ => self.types.contains(&ECDSA_SIGN),
            })
            .collect();
        let kind = |t: &u8| match *t {
            RSA_SIGN => Some(Pk::Rsa),
            DSS_SIGN => Some(Pk::Dsa),
            ECDSA_SIGN => Some(Pk::Ecdsa),
            _ => None,
        };
        IdentityWanted {
            keys: signs.iter().map(|s| s.pk()).collect(),
            requested: self.types.iter().filter_map(kind).collect(),
            signs,
            ca_names: self.ca_names.clone(),
            version: Some(Version::Tls12),
            any_key_usage: config.policy.allow_key_usage_violation,
            ..Default::default()
        }
    }
}
