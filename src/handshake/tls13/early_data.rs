//! Early data (0-RTT, RFC 8446 sections 2.3 and 4.2.10): when a client offers it, when a server accepts it, and its secrets.
use super::keys;
use super::psk::Psk;
use crate::abi::*;
use crate::alg::Suite;
use crate::alg::flags::SessionFlags;
use crate::crypto::hash::Output;
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result};
use crate::handshake::config::Config;
use crate::handshake::ext::{ExtensionType, Extensions};
use crate::handshake::level::Level;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::resumption::SavedSession;
use crate::handshake::step::Context;
use crate::log::{DECISION, log};

/// Whether a client offers early data with the session that it asks to resume: if the application has some or wants the
/// early keys, and if the server has said that it takes some.
pub fn is_offered(cx: &Context, saved: &SavedSession) -> bool {
    let early = &cx.parameters.early;
    if early.unsent.is_empty() && !cx.config.flags.contains(SessionFlags::ENABLE_EARLY_DATA) {
        return false;
    }
    let reason = match saved {
        _ if !saved.version.is_tls13() => "the session is not one of TLS 1.3",
        _ if saved.max_early_data == 0 => "the server does not take any",
        _ if early.unsent.len() > saved.max_early_data as usize => "it is more than the server takes",
        _ if !cx.config.suites().any(|s| s.wire == saved.suite.wire) => "its cipher suite is not offered",
        _ if !saved.alpn.is_empty() && !cx.config.alpn.protocols.contains(&saved.alpn) => {
            "its application protocol is not offered"
        }
        _ => return true,
    };
    log!(DECISION, "offers no early data: {reason}");
    false
}

/// Why a server does not accept early data, apart from replays (section 4.2.10).
pub fn server_refuses(
    cx: &Context,
    saved: &SavedSession,
    index: usize,
    suite: &Suite,
) -> Option<&'static str> {
    let alpn = cx.parameters.alpn.as_deref().unwrap_or_default();
    match saved {
        _ if !cx.config.flags.contains(SessionFlags::ENABLE_EARLY_DATA) => Some("it is not enabled"),
        _ if !cx.config.anti_replay => Some("there is no protection against replays"),
        _ if saved.max_early_data == 0 => Some("the ticket does not allow it"),
        _ if index != 0 => Some("the session is not that of the client's first ticket"),
        _ if saved.suite.wire != suite.wire => Some("the session is one with another cipher suite"),
        _ if saved.alpn != alpn => Some("the session is one with another application protocol"),
        _ => None,
    }
}

/// The difference in milliseconds between the age of a ticket that a client shows and the age that it has (section 8.3).
pub fn age_error(cx: &Context, saved: &SavedSession, obfuscated_age: u32) -> u64 {
    let Some(ticket) = &saved.ticket else { return u64::MAX };
    let shown = u64::from(obfuscated_age.wrapping_sub(ticket.age_add));
    let real = cx.now.saturating_sub(ticket.at);
    shown.abs_diff(real)
}

/// Derives the secrets of early data: the traffic secret is returned, the exporter secret is kept for the application.
/// `hello` is the hash of the ClientHello.
pub fn derive(cx: &mut Context, psk: &Psk, suite: &'static Suite, hello: &Output) -> Secret {
    let early = &psk.early;
    let traffic = early.derive("c e traffic", hello.as_ref());
    let exporter = early.derive("e exp master", hello.as_ref());
    cx.log_key("CLIENT_EARLY_TRAFFIC_SECRET", &traffic);
    cx.log_key("EARLY_EXPORTER_SECRET", &exporter);
    let early = &mut cx.parameters.early;
    (early.suite, early.exporter_suite, early.exporter) = (Some(suite), Some(suite), Some(exporter));
    traffic
}

/// Changes the sending keys of a client to those of early data, and sends what there is.
pub fn send(cx: &mut Context, psk: &Psk, suite: &'static Suite, hello: &Output, ccs: bool) -> Result<()> {
    let traffic = derive(cx, psk, suite, hello);
    cx.set_record_version(cx.config.tls13().in_records());
    if ccs {
        // Middlebox compatibility (appendix D.4).
        cx.send_change_cipher_spec();
    }
    cx.use_secrets(Level::Early, None, Some(&traffic));
    let early = keys::protection(cx.hkdf(suite), suite, &traffic)?.early();
    cx.protect_sending(early, None);
    let data = std::mem::take(&mut cx.parameters.early.unsent);
    log!(DECISION, "sends {} bytes of early data", data.len());
    if !data.is_empty() {
        cx.send_data(data);
    }
    Ok(())
}

/// Whether early data ends with a message: not in QUIC (RFC 9001 section 8.3) and in DTLS (RFC 9147 section 5.6).
pub fn has_end(config: &Config) -> bool {
    !config.is_datagram() && !config.flags.contains(SessionFlags::NO_END_OF_EARLY_DATA)
}

/// EndOfEarlyData, section 4.5.
pub fn end() -> Result<Message> {
    Message::build(HandshakeType::END_OF_EARLY_DATA, |_| ())
}

/// What the server says of early data in EncryptedExtensions. It can only accept what was offered, with the session's own
/// cipher suite and application protocol.
pub fn read_answer(cx: &Context, extensions: &Extensions, saved: Option<&SavedSession>) -> Result<bool> {
    if !extensions.has(ExtensionType::EARLY_DATA) {
        if cx.parameters.early.offered {
            log!(DECISION, "the server does not accept the early data: the application sends it again");
        }
        return Ok(false);
    }
    let alpn = cx.parameters.alpn.as_deref().unwrap_or_default();
    match saved {
        Some(s) if cx.parameters.suite.is_some_and(|suite| suite.wire == s.suite.wire) && s.alpn == alpn => {
            Ok(true)
        }
        _ => Err(Error::with_alert(GNUTLS_E_RECEIVED_ILLEGAL_PARAMETER, AlertDescription::ILLEGAL_PARAMETER)),
    }
}
