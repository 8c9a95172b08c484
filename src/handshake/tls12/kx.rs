//! Key exchange messages of TLS 1.0 to 1.2: their signatures, RSA (RFC 5246 section 7.4.7.1), and certificate
//! requests. [`share`](super::share) has the values of Diffie-Hellman.
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

use crate::abi::*;
use crate::alg::flags::KeyUsage;
use crate::alg::kx::KxKey;
use crate::alg::{CertType, Digest, Kx, Pk, Sign, Version};
use crate::codec::{Reader, Writer};
use crate::crypto::hash::digest;
use crate::crypto::rand;
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::Config;
use crate::handshake::ext::{common, tls13};
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::parameters::SecurityParameters;
use crate::handshake::step::{Context, Identity, IdentityWanted};
use crate::handshake::tls12::share::{Exchanged, ServerParams};
use crate::handshake::tls13::auth::check_key_usage;
use crate::handshake::transcript::Transcript;
use crate::handshake::why;
use crate::log::within;
use crate::pki::cert::Certificate;

/// The bytes that a ServerKeyExchange signature covers.
pub fn signed_params(parameters: &SecurityParameters, params: &[u8]) -> Vec<u8> {
    [&parameters.client_random[..], &parameters.server_random[..], params].concat()
}

pub fn server_key_exchange(version: Version, params: &[u8], sign: Sign, signature: &[u8]) -> Result<Message> {
    Message::build(HandshakeType::SERVER_KEY_EXCHANGE, |w| {
        w.bytes(params);
        write_signature(w, version, sign, signature);
    })
}

/// ServerKeyExchange without a signature: of an anonymous server, or with a PSK.
pub fn unsigned_key_exchange(params: &[u8]) -> Result<Message> {
    Message::build(HandshakeType::SERVER_KEY_EXCHANGE, |w| w.bytes(params))
}

/// CertificateVerify, RFC 5246 section 7.4.8.
pub fn certificate_verify(version: Version, sign: Sign, signature: &[u8]) -> Result<Message> {
    Message::build(HandshakeType::CERTIFICATE_VERIFY, |w| write_signature(w, version, sign, signature))
}

/// A signature, with its scheme since TLS 1.2.
fn write_signature(w: &mut Writer, version: Version, sign: Sign, signature: &[u8]) {
    if version.negotiates_signatures() {
        w.u16(sign.wire().unwrap_or_default());
    }
    w.vec16(signature);
}

/// The signatures before TLS 1.2, whatever the priorities say (RFC 4346 section 7.4.3): `RsaSha` stands for
/// that of an RSA key, which signs MD5 and SHA-1 together.
const UNNEGOTIATED: [Sign; 3] = [Sign::RsaSha, Sign::EcdsaSha1, Sign::DsaSha];

/// Our signature schemes that the peer supports, in our order. Without signature_algorithms that is SHA-1
/// (RFC 5246 section 7.4.1.4.1).
pub fn signs_in_common(config: &Config, version: Version, theirs: Option<&[u16]>) -> Vec<Sign> {
    match theirs {
        _ if !version.negotiates_signatures() => UNNEGOTIATED.to_vec(),
        Some(theirs) => config
            .signs()
            .filter(|s| s.allowed_in(version) && s.wire().is_some_and(|w| theirs.contains(&w)))
            .collect(),
        None => config.signs().filter(|s| UNNEGOTIATED.contains(s)).collect(),
    }
}

/// The first scheme of an identity's key that `version` has. Before TLS 1.2 a certificate for RSA-PSS has none.
pub fn choose_sign(version: Version, identity: &Identity) -> Result<Sign> {
    let pss = |leaf: &Certificate| leaf.public_key().is_ok_and(|key| key.pk() == Pk::RsaPss);
    if !version.negotiates_signatures() && identity.chain.first().is_some_and(pss) {
        return err(GNUTLS_E_UNWANTED_ALGORITHM);
    }
    let sign = identity.signs.iter().copied().find(|s| s.allowed_in(version));
    sign.ok_or(Error::new(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY))
}

/// Before TLS 1.2 a DSA key of a client signs SHA-1, which is too short for one of more than 1024 bits (FIPS 186-4 section 4.2).
/// Fails with `GNUTLS_E_INCOMPAT_DSA_KEY_WITH_TLS_PROTOCOL`.
pub fn check_dsa_size(version: Version, identity: &Identity) -> Result<()> {
    let large = |leaf: &Certificate| leaf.public_key().is_ok_and(|key| key.bits() > 1024);
    match identity.chain.first() {
        Some(leaf) if identity.pk == Pk::Dsa && !version.negotiates_signatures() && large(leaf) => {
            err(GNUTLS_E_INCOMPAT_DSA_KEY_WITH_TLS_PROTOCOL)
        }
        _ => Ok(()),
    }
}

/// What the key of a signature signs: the content, which is hashed for the scheme, or before TLS 1.2 with an
/// RSA key its MD5 and its SHA-1 (RFC 4346 section 7.4.3).
pub fn signed(version: Version, sign: Sign, content: Vec<u8>) -> Result<(Sign, Vec<u8>)> {
    if version.negotiates_signatures() || sign.pk() != Pk::Rsa {
        return Ok((sign, content));
    }
    Ok((Sign::RsaRaw, digest(Digest::Md5Sha1, &content)?.to_vec()))
}

/// Reads a signature and its scheme. Before TLS 1.2 the type of the key determines the scheme.
pub fn read_signature<'a>(r: &mut Reader<'a>, version: Version) -> Result<(Option<u16>, &'a [u8])> {
    let scheme = if version.negotiates_signatures() { Some(r.u16()?) } else { None };
    let signature = r.vec16()?;
    r.finish()?;
    Ok((scheme, signature))
}

/// Reads ServerKeyExchange, verifies its signature if it has one, and generates our share.
pub fn read_server_key_exchange(cx: &mut Context, kx: Kx, message: &Message) -> Result<Exchanged> {
    let mut r = message.expect(HandshakeType::SERVER_KEY_EXCHANGE)?;
    if kx.is_psk() {
        cx.parameters.psk_mut().hint = Some(r.vec16()?.to_vec());
    }
    if matches!(kx, Kx::Psk | Kx::RsaPsk) {
        r.finish()?;
        return Ok(without_params(kx));
    }
    let read = ServerParams::read(&mut r, kx)?;
    let params = &message.body()[..message.body().len() - r.len()];
    if !kx.is_signed() {
        r.finish()?;
        return read.answer(cx);
    }
    let version = cx.parameters.version.unwrap_or(Version::Tls12);
    let (scheme, signature) = read_signature(&mut r, version)?;
    let signed = signed_params(cx.parameters, params);
    let chain = &cx.parameters.peer_chain;
    cx.parameters.server_sign = check_signature(cx.config, version, chain, scheme, signed, signature)?;
    read.answer(cx)
}

/// The server's part without a ServerKeyExchange, or with the hint of a PSK alone.
pub fn without_params(kx: Kx) -> Exchanged {
    if kx.decrypts() { Exchanged::Certificate } else { Exchanged::Nothing }
}

/// Verifies a signature of the peer and returns its scheme, if one is negotiated.
pub fn check_signature(
    config: &Config,
    version: Version,
    chain: &[Certificate],
    scheme: Option<u16>,
    content: Vec<u8>,
    signature: &[u8],
) -> Result<Option<Sign>> {
    let Some(scheme) = scheme else { return check_unnegotiated(config, version, chain, content, signature) };
    let offered = config.signs().find(|s| s.wire() == Some(scheme) && s.allowed_in(version));
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
    key.verify(sign, &content, signature)
        .map_err(|e| Error::with_alert(e.code(), AlertDescription::DECRYPT_ERROR))
        .map_err(|e| why::bad_signature(config, sign, leaf, e))?;
    Ok(Some(sign))
}

/// Verifies a signature before TLS 1.2.
fn check_unnegotiated(
    config: &Config,
    version: Version,
    chain: &[Certificate],
    content: Vec<u8>,
    signature: &[u8],
) -> Result<Option<Sign>> {
    let Some(leaf) = chain.first() else { return err(GNUTLS_E_NO_CERTIFICATE_FOUND) };
    check_key_usage(config, leaf)?;
    let key = leaf.public_key()?;
    let Some(named) = UNNEGOTIATED.into_iter().find(|s| s.pk() == key.pk()) else {
        let error = Error::new(GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY);
        return Err(why::wrong_key(config, leaf, version.name(), error));
    };
    let (sign, signed) = signed(version, named, content)?;
    key.verify(sign, &signed, signature)
        .map_err(|e| Error::with_alert(e.code(), AlertDescription::DECRYPT_ERROR))
        .map_err(|e| why::bad_signature(config, named, leaf, e))?;
    Ok(None)
}

/// Size of the premaster secret of the RSA key exchange.
const PREMASTER: usize = 48;

/// A premaster secret for the server's RSA key: the newest version that the client offers, then random bytes.
pub fn rsa_premaster(offered: u16) -> Result<Secret> {
    let mut premaster = Secret::zero(PREMASTER);
    let (version, random) = premaster.as_mut().split_at_mut(2);
    version.copy_from_slice(&offered.to_be_bytes());
    rand::fill(random)?;
    Ok(premaster)
}

/// The premaster secret of the RSA key exchange, encrypted for ClientKeyExchange.
pub fn encrypted_premaster(config: &Config, chain: &[Certificate], premaster: &Secret) -> Result<Vec<u8>> {
    let Some(leaf) = chain.first() else { return err(GNUTLS_E_NO_CERTIFICATE_FOUND) };
    if !config.policy.allow_key_usage_violation && !leaf.may(KeyUsage::KEY_ENCIPHERMENT) {
        return Err(why::key_usage(config, leaf));
    }
    leaf.public_key()?.encrypt(premaster.as_ref())
}

/// The premaster secret of a decryption that left `decrypted` at random bytes if it failed: with another
/// version than the client offered it is `random` as well. In constant time: an attacker must not learn
/// whether the ciphertext was valid (RFC 5246 section 7.4.7.1), so the handshake fails at the Finished.
pub fn implicit_rejection(config: &Config, offered: u16, decrypted: &Secret, random: &Secret) -> Secret {
    let good = decrypted.as_ref()[..2].ct_eq(&offered.to_be_bytes());
    let good = good | Choice::from(u8::from(config.policy.allow_wrong_pms));
    let mut premaster = random.clone();
    for (to, from) in premaster.as_mut().iter_mut().zip(decrypted.as_ref()) {
        to.conditional_assign(from, good);
    }
    premaster
}

/// Random bytes in the place of a premaster secret.
pub fn random_premaster() -> Result<Secret> {
    let mut random = Secret::zero(PREMASTER);
    rand::fill(random.as_mut())?;
    Ok(random)
}

/// Whether a key of this type can authenticate the key exchange.
pub fn fits(kx: Option<Kx>, pk: Pk) -> bool {
    match kx.and_then(Kx::key) {
        Some(KxKey::RsaSign) => matches!(pk, Pk::Rsa | Pk::RsaPss),
        Some(KxKey::RsaDecrypt) => pk == Pk::Rsa,
        Some(KxKey::Dsa) => pk == Pk::Dsa,
        Some(KxKey::Ec) => matches!(pk, Pk::Ecdsa | Pk::EddsaEd25519 | Pk::EddsaEd448),
        Some(KxKey::Gost) | None => false,
    }
}

/// Certificate, RFC 5246 section 7.4.2; a raw public key stands there by itself (RFC 7250 section 3).
pub fn certificate(chain: &[Certificate]) -> Result<Message> {
    Message::build(HandshakeType::CERTIFICATE, |w| match chain {
        [key] if key.is_raw_key() => w.vec24(key.der()),
        chain => w.nested(3, |w| chain.iter().for_each(|c| w.vec24(c.der()))),
    })
}

pub fn read_certificate(message: &Message, kind: CertType) -> Result<Vec<Certificate>> {
    let mut r = message.expect(HandshakeType::CERTIFICATE)?;
    if kind == CertType::Rawpk {
        let key = r.vec24()?;
        r.finish()?;
        // A client without a key sends an empty one.
        return if key.is_empty() { Ok(Vec::new()) } else { Ok(vec![Certificate::from_raw_key(key)?]) };
    }
    let mut list = Reader::new(r.vec24()?);
    r.finish()?;
    let mut chain = Vec::new();
    while !list.is_empty() {
        let certificate = Certificate::from_der(list.vec24()?);
        chain.push(certificate.map_err(|e| within!(e, "certificate {} of the chain", chain.len()))?);
    }
    Ok(chain)
}

/// Sends the application's SupplementalData (RFC 4680), if there is any.
pub fn send_supplemental_data(cx: &mut Context, transcript: &mut Transcript) -> Result<()> {
    if let Some(body) = cx.parameters.supplemental_out.take() {
        let message = Message::build(HandshakeType::SUPPLEMENTAL_DATA, |w| w.bytes(&body))?;
        cx.send(transcript, message);
    }
    Ok(())
}

/// Reads SupplementalData, which the application processes.
pub fn read_supplemental_data(cx: &mut Context, message: &Message) -> Result<()> {
    let body = message.expect(HandshakeType::SUPPLEMENTAL_DATA)?.rest();
    cx.parameters.supplemental_in = Some(body.to_vec());
    Ok(())
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
    pub fn write(config: &Config, version: Version) -> Result<Message> {
        Message::build(HandshakeType::CERTIFICATE_REQUEST, |w| {
            // DSA only where the priorities have it.
            let dsa = config.signs().any(|s| s.pk() == Pk::Dsa);
            w.vec8(if dsa { &[RSA_SIGN, DSS_SIGN, ECDSA_SIGN] } else { &[RSA_SIGN, ECDSA_SIGN] });
            if version.negotiates_signatures() {
                w.nested(2, |w| common::sign_list(w, config, version));
            }
            tls13::name_list(w, &config.ca_names);
        })
    }

    pub fn read(message: &Message, version: Version) -> Result<Self> {
        let mut r = message.expect(HandshakeType::CERTIFICATE_REQUEST)?;
        let types = r.vec8()?.to_vec();
        let negotiated = version.negotiates_signatures();
        let signs = if negotiated { r.vec16()? } else { &[] };
        let names = r.vec16()?;
        r.finish()?;
        if types.is_empty() || (signs.is_empty() && negotiated) || signs.len() % 2 != 0 {
            return err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH);
        }
        let signs = signs.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
        Ok(CertificateRequest { types, signs, ca_names: tls13::read_name_list(names)? })
    }

    /// The signature schemes of the server.
    pub fn signs(&self) -> &[u16] {
        &self.signs
    }

    pub fn wanted(&self, config: &Config, version: Version) -> IdentityWanted {
        let signs: Vec<Sign> = signs_in_common(config, version, Some(&self.signs))
            .into_iter()
            .filter(|s| match s.pk() {
                Pk::Rsa | Pk::RsaPss => self.types.contains(&RSA_SIGN),
                Pk::Dsa => self.types.contains(&DSS_SIGN),
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
            version: Some(version),
            any_key_usage: config.policy.allow_key_usage_violation,
            ..Default::default()
        }
    }
}
