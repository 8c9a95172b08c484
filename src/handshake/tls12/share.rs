//! The values of both sides of ECDHE (RFC 8422 sections 5.4 and 5.7), DHE (RFC 5246 sections 7.4.3 and 7.4.7.2, RFC 7919) and SRP (RFC
//! 5054), in TLS 1.0 to 1.2.
use std::sync::Arc;

use crate::abi::*;
use crate::alg::{Group, Kx};
use crate::asn1::der;
use crate::codec::{Reader, Writer};
use crate::crypto::kex::{DhGroup, DhShare, KeyShare, SharedSecret};
use crate::crypto::srp;
use crate::error::{Result, err};
use crate::handshake::config::Config;
use crate::handshake::ext::tls13;
use crate::handshake::parameters::DhExchange;
use crate::handshake::srp::SrpEntry;
use crate::handshake::step::Context;
use crate::handshake::why;

/// ECCurveType named_curve.
const NAMED_CURVE: u8 = 3;

/// Our key pair.
pub enum Share {
    Curve(KeyShare),
    Field(Box<DhShare>),
    Srp(Box<SrpShare>),
}

/// That of a server for the verifier of a client.
pub struct SrpShare {
    server: srp::Server,
    group: srp::Group,
    salt: Vec<u8>,
}

impl Share {
    pub fn srp(entry: SrpEntry) -> Result<Share> {
        let server = srp::Server::new(&entry.group, &entry.verifier)?;
        Ok(Share::Srp(Box::new(SrpShare { server, group: entry.group, salt: entry.salt })))
    }

    /// ServerECDHParams, ServerDHParams or ServerSRPParams, which the server signs together with both randoms.
    pub fn server_params(&self) -> Result<Vec<u8>> {
        let mut w = Writer::new();
        match self {
            Share::Curve(share) => {
                w.u8(NAMED_CURVE);
                w.u16(share.group().wire().unwrap_or_default());
            }
            Share::Field(share) => {
                w.vec16(&share.group().prime);
                w.vec16(&share.group().generator);
            }
            Share::Srp(share) => {
                w.vec16(&share.group.prime);
                w.vec16(&share.group.generator);
                w.vec8(&share.salt);
            }
        }
        self.write_value(&mut w);
        w.finish()
    }

    /// Writes our value, as it is in ClientKeyExchange and at the end of the server's parameters.
    pub fn write_value(&self, w: &mut Writer) {
        match self {
            Share::Curve(share) => w.vec8(share.public()),
            Share::Field(share) => w.vec16(share.public()),
            Share::Srp(share) => w.vec16(&share.server.public()),
        }
    }

    /// Reads the client's value in ClientKeyExchange.
    pub fn read_client_value(&self, r: &mut Reader) -> Result<Vec<u8>> {
        match self {
            Share::Curve(_) => point(r),
            Share::Field(_) | Share::Srp(_) => number(r),
        }
    }

    /// The premaster secret.
    pub fn agree(self, cx: &mut Context, peer: Vec<u8>) -> Result<SharedSecret> {
        match self {
            Share::Curve(share) => share.agree(&peer),
            Share::Srp(share) => share.server.premaster(&peer),
            Share::Field(share) => {
                let secret = share.agree(&peer)?;
                let (ours, secret_bits) = (share.public().to_vec(), share.secret_bits());
                let exchange = DhExchange { group: share.group().clone(), ours, peers: peer, secret_bits };
                cx.parameters.dh = Some(Arc::new(exchange));
                Ok(secret)
            }
        }
    }
}

/// Reads an ECPoint of at least one byte (RFC 8422 section 5.4).
fn point(r: &mut Reader) -> Result<Vec<u8>> {
    match r.vec8()? {
        [] => err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH),
        point => Ok(point.to_vec()),
    }
}

/// Reads a number of at least one byte (RFC 5246 section 7.4.3), without its leading zeros.
fn number(r: &mut Reader) -> Result<Vec<u8>> {
    match r.vec16()? {
        [] => err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH),
        number => Ok(der::strip_zeros(number).to_vec()),
    }
}

/// The server's part of the key exchange.
pub enum Exchanged {
    /// ECDHE, DHE: our share and the server's value.
    Shares(Box<Share>, Vec<u8>),
    Srp(SrpParams),
    /// RSA: we encrypt the premaster secret with the key of the certificate.
    Certificate,
    /// A PSK alone.
    Nothing,
}

/// ServerSRPParams without their group's arithmetic (RFC 5054 section 2.5.3).
pub struct SrpParams {
    pub group: srp::Group,
    pub salt: Vec<u8>,
    pub value: Vec<u8>,
}

impl SrpParams {
    fn read(r: &mut Reader) -> Result<SrpParams> {
        let (prime, generator, salt) = (number(r)?, number(r)?, r.vec8()?.to_vec());
        Ok(SrpParams { group: srp::Group::new(&prime, &generator), salt, value: number(r)? })
    }

    /// A client accepts the groups that are known not to be weak, and none below the size that it requires.
    fn check(&self, config: &Config) -> Result<()> {
        match self.group.is_known() && self.group.bits() >= config.least_srp_prime {
            true => Ok(()),
            false => Err(tls13::ILLEGAL),
        }
    }
}

/// The server's part of a ServerKeyExchange.
pub enum ServerParams {
    /// The number of the curve, and the point.
    Curve(u16, Vec<u8>),
    /// The group, and the value.
    Field(DhGroup, Vec<u8>),
    Srp(SrpParams),
}

impl ServerParams {
    pub fn read(r: &mut Reader, kx: Kx) -> Result<ServerParams> {
        if kx.is_srp() {
            return Ok(ServerParams::Srp(SrpParams::read(r)?));
        }
        if kx.uses_field() {
            let group = DhGroup { prime: number(r)?, generator: number(r)?, secret_bits: 0 };
            return Ok(ServerParams::Field(group, number(r)?));
        }
        if r.u8()? != NAMED_CURVE {
            return Err(tls13::ILLEGAL);
        }
        Ok(ServerParams::Curve(r.u16()?, point(r)?))
    }

    /// Generates our key pair; with a password it is generated later.
    pub fn answer(self, cx: &mut Context) -> Result<Exchanged> {
        let (share, group, value) = match self {
            ServerParams::Srp(params) => {
                params.check(cx.config)?;
                return Ok(Exchanged::Srp(params));
            }
            ServerParams::Curve(number, point) => {
                let group = cx.config.curves().find(|g| g.wire() == Some(number)).ok_or(tls13::ILLEGAL)?;
                (Share::Curve(KeyShare::generate(group)?), Some(group), point)
            }
            ServerParams::Field(theirs, value) => {
                if theirs.bits() < cx.config.least_prime {
                    return Err(why::small_prime(cx.config, theirs.bits()));
                }
                let same = |k: &DhGroup| k.prime == theirs.prime && k.generator == theirs.generator;
                let known = cx.config.fields().find_map(|g| Some((g, DhGroup::of(g).filter(same)?)));
                let (name, group) = match known {
                    Some((name, group)) => (Some(name), group),
                    None => (None, theirs),
                };
                (Share::Field(Box::new(DhShare::generate(group)?)), name, value)
            }
        };
        cx.parameters.group = group;
        Ok(Exchanged::Shares(Box::new(share), value))
    }
}

/// The groups that a server can use with a client.
pub struct ServerGroups {
    curve: Option<Group>,
    /// Of a finite field, by RFC 7919.
    field: Option<Group>,
    /// The client names no groups of RFC 7919: it accepts those of the credentials (section 4).
    any_field: bool,
}

impl ServerGroups {
    /// `theirs` are the numbers of supported_groups; a client without the extension accepts any curve (RFC 8422
    /// section 4).
    pub fn choose(config: &Config, theirs: Option<&[u16]>) -> ServerGroups {
        let named = |n: &u16| (0x0100..=0x01ff).contains(n);
        ServerGroups {
            curve: theirs.map_or_else(|| config.curves().next(), |t| config.choose_curve(t)),
            field: theirs.and_then(|t| config.choose_field(t)),
            any_field: !theirs.is_some_and(|t| t.iter().any(named)),
        }
    }

    /// Whether there is the group that a key exchange needs, if it needs one.
    pub fn serve(&self, config: &Config, kx: Kx) -> bool {
        match kx {
            _ if kx.uses_curve() => self.curve.is_some(),
            _ if kx.uses_field() => {
                self.field.is_some() || (self.any_field && config.dh_groups.of(kx).is_some())
            }
            _ => true,
        }
    }

    /// The server's key pair for a key exchange and its group's name; `None` for one that has none.
    pub fn share(&self, config: &Config, kx: Kx) -> Result<Option<(Share, Option<Group>)>> {
        if let Some(group) = self.curve.filter(|_| kx.uses_curve()) {
            return Ok(Some((Share::Curve(KeyShare::generate(group)?), Some(group))));
        }
        let group = match self.field {
            _ if !kx.uses_field() => None,
            Some(name) => DhGroup::of(name),
            None => config.dh_groups.of(kx).cloned(),
        };
        let Some(group) = group else { return Ok(None) };
        Ok(Some((Share::Field(Box::new(DhShare::generate(group)?)), self.field)))
    }
}
