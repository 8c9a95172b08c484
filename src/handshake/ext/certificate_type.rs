//! client_certificate_type and server_certificate_type (RFC 7250): raw public keys in the place of certificates.
use super::block::{Block, ExtensionType, Extensions};
use super::offered::Offered;
use crate::abi::*;
use crate::alg::CertType;
use crate::alg::flags::SessionFlags;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::{Config, Role};
use crate::handshake::step::Context;
use crate::log::{DECISION, list, log, reason};

/// The number of a type (RFC 7250 section 8).
fn number(kind: CertType) -> u8 {
    match kind {
        CertType::X509 => 0,
        CertType::Rawpk => 2,
    }
}

fn of_number(number: u8) -> Option<CertType> {
    match number {
        0 => Some(CertType::X509),
        2 => Some(CertType::Rawpk),
        _ => None,
    }
}

fn name(kind: CertType) -> &'static str {
    if kind == CertType::Rawpk { "raw public key" } else { "X.509" }
}

/// The types that the priorities allow for the certificate of a side. Without `GNUTLS_ENABLE_RAWPK` they are not
/// negotiated.
fn allowed(config: &Config, of: Role) -> &[CertType] {
    match (config.flags.contains(SessionFlags::ENABLE_RAWPK), of) {
        (false, _) => &[CertType::X509],
        (true, Role::Client) => &config.policy.ctypes_client,
        (true, Role::Server) => &config.policy.ctypes_server,
    }
}

fn extension(of: Role) -> ExtensionType {
    match of {
        Role::Client => ExtensionType::CLIENT_CERTIFICATE_TYPE,
        Role::Server => ExtensionType::SERVER_CERTIFICATE_TYPE,
    }
}

/// What a client offers for the certificate of a side: for its own the types that it has.
fn offered_types(config: &Config, of: Role) -> Vec<CertType> {
    let has = |kind: &&CertType| of == Role::Server || config.own_types.contains(kind);
    allowed(config, of).iter().filter(has).copied().collect()
}

/// Offers the types of the certificate of a side; X.509 alone needs no words (RFC 7250 section 4.1).
pub fn offer(block: &mut Block, offered: &Offered<'_>, of: Role) {
    let types = offered_types(offered.config, of);
    if types.iter().all(|kind| *kind == CertType::X509) {
        return;
    }
    let numbers: Vec<u8> = types.into_iter().map(number).collect();
    block.add(extension(of), |w| w.vec8(&numbers));
}

/// Reads the numbers of a client's offer.
pub fn read(ext: &Extensions, of: Role) -> Result<Option<Vec<u8>>> {
    let Some(mut r) = ext.get(extension(of)) else { return Ok(None) };
    let numbers = r.vec8()?.to_vec();
    r.finish()?;
    if numbers.is_empty() { err(GNUTLS_E_UNEXPECTED_PACKET_LENGTH) } else { Ok(Some(numbers)) }
}

/// A server selects the types: the first of the client's that it allows, and for its own certificate has.
pub fn select(cx: &mut Context, ext: &Extensions) -> Result<()> {
    if !cx.config.flags.contains(SessionFlags::ENABLE_RAWPK) {
        return Ok(());
    }
    for of in [Role::Server, Role::Client] {
        let Some(theirs) = read(ext, of)? else { continue };
        if of == Role::Server && !cx.config.has_certificates {
            // It shows none.
            continue;
        }
        let fits = |kind: &CertType| {
            allowed(cx.config, of).contains(kind)
                && (of == Role::Client || cx.config.own_types.contains(kind))
        };
        let Some(chosen) = theirs.iter().filter_map(|n| of_number(*n)).find(fits) else {
            return Err(none_in_common(cx.config, of, &theirs));
        };
        log!(DECISION, "selected for the certificate of the {}: {}", side(of), name(chosen));
        *place(cx, of) = Some(chosen);
    }
    Ok(())
}

/// The server answers what it has selected. The type of a client's certificate is only said where one is requested (RFC 7250
/// section 4.2).
pub fn answer(block: &mut Block, cx: &Context, requested: bool) {
    let answers = [(Role::Server, cx.parameters.server_type), (Role::Client, cx.parameters.client_type)];
    for (of, kind) in answers.into_iter().filter(|(of, _)| *of == Role::Server || requested) {
        if let Some(number) = kind.map(number) {
            block.add(extension(of), |w| w.u8(number));
        }
    }
}

/// A client reads the answer: one of the types that it has offered.
pub fn read_answer(cx: &mut Context, ext: &Extensions) -> Result<()> {
    for of in [Role::Server, Role::Client] {
        let Some(mut r) = ext.get(extension(of)) else { continue };
        let number = r.u8()?;
        r.finish()?;
        let chosen = of_number(number).filter(|kind| offered_types(cx.config, of).contains(kind));
        let Some(chosen) = chosen else {
            return Err(reason!(
                Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, AlertDescription::ILLEGAL_PARAMETER),
                "the server selected for the certificate of the {} the type {number}, which we did not offer",
                side(of)
            ));
        };
        *place(cx, of) = Some(chosen);
    }
    Ok(())
}

fn place<'a>(cx: &'a mut Context<'_>, of: Role) -> &'a mut Option<CertType> {
    match of {
        Role::Client => &mut cx.parameters.client_type,
        Role::Server => &mut cx.parameters.server_type,
    }
}

fn side(of: Role) -> &'static str {
    if of == Role::Client { "client" } else { "server" }
}

#[cold]
fn none_in_common(config: &Config, of: Role, theirs: &[u8]) -> Error {
    reason!(
        Error::with_alert(GNUTLS_E_UNSUPPORTED_CERTIFICATE_TYPE, AlertDescription::UNSUPPORTED_CERTIFICATE),
        "no type of certificate in common for the {}: the client offers {}, we allow {} and have {}",
        side(of),
        list(
            theirs.iter().map(|n| of_number(*n).map_or_else(|| n.to_string(), |kind| name(kind).to_string()))
        ),
        list(allowed(config, of).iter().map(|kind| name(*kind))),
        list(config.own_types.iter().map(|kind| name(*kind)))
    )
}
