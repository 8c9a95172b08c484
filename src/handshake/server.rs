//! The server until the version is known: ClientHello in, and what the program says to it.
use super::State;
use super::ext::{Place, common, number, tls12, tls13};
use super::hello::{ClientHello, EMPTY_RENEGOTIATION_INFO_SCSV, FALLBACK_SCSV, fresh_random};
use super::messages::Message;
use super::step::{Ask, Context, Input, Progress};
use super::transcript::Transcript;
use crate::abi::*;
use crate::alg::policy::SafeRenegotiation;
use crate::alg::{Sign, Suite, Version};
use crate::error::{Error, Result, err};

/// The ClientHello is read; the program may change priorities and credentials before we choose.
pub struct HelloRead {
    pub hello: ClientHello,
    pub message: Message,
}

/// The first message of a server's handshake.
pub fn client_hello(cx: &mut Context, input: Input) -> Result<(State, Progress)> {
    let message = input.message()?;
    let mut hello = ClientHello::read(&message, &cx.config.overridden)?;
    cx.facts.client_random = hello.random;
    cx.facts.own_extensions_in = Some((Place::ClientHello, hello.extensions.clone()));
    hello.check(&cx.config.overridden)?;
    cx.facts.server_names = common::read_server_name(&hello.extensions)?;
    // The program may ask for these in its callback: they are chosen before it runs. A version that is not there may
    // be with what the program changes: it is looked for again behind the callback, and its absence told of there.
    cx.facts.version = choose_version(cx, &hello).ok();
    cx.facts.alpn = common::choose_alpn(&hello.extensions, &cx.config.alpn)?;
    cx.facts.status_requested = common::read_status_request(&hello.extensions)?;
    let state = State::HelloRead(Box::new(HelloRead { hello, message }));
    Ok((state, Progress::Ask(Ask::HelloRead)))
}

/// The highest of our versions that the client has (RFC 8446 section 4.2.1).
fn choose_version(cx: &Context, hello: &ClientHello) -> Result<Version> {
    let renegotiation = cx.facts.established;
    // A server of TLS 1.2 does not know the extension.
    let listed = tls13::read_versions(&hello.extensions)?.filter(|_| cx.config.offers(Version::Tls13));
    let chosen = match listed {
        Some(theirs) => cx
            .config
            .versions()
            .filter(|v| !(renegotiation && *v == Version::Tls13))
            .filter(|v| theirs.contains(&v.wire()))
            .max(),
        None => Some(Version::Tls12).filter(|v| hello.legacy_version >= v.wire() && cx.config.offers(*v)),
    };
    // RFC 7507 section 3: said before that there is no version in common.
    let theirs = chosen.map_or(hello.legacy_version, Version::wire);
    if hello.has_suite(FALLBACK_SCSV) && cx.config.versions().any(|v| v.wire() > theirs) {
        return err(GNUTLS_E_INAPPROPRIATE_FALLBACK);
    }
    chosen.ok_or(Error::new(GNUTLS_E_UNSUPPORTED_VERSION_PACKET))
}

impl HelloRead {
    /// The program is content: choose for good, with what it may have changed.
    pub fn step(self, cx: &mut Context, input: Input) -> Result<(State, Progress)> {
        input.answer()?.go_on()?;
        let version = choose_version(cx, &self.hello)?;
        cx.facts.version = Some(version);
        cx.facts.alpn = common::choose_alpn(&self.hello.extensions, &cx.config.alpn)?;
        if !cx.config.policy.no_extensions
            && let Some(limit) = common::peer_limit(&self.hello.extensions, version == Version::Tls13)?
        {
            limit.apply(cx);
        }
        cx.set_record_version(0x0303);
        cx.facts.post_handshake_auth =
            self.hello.extensions.has(number::POST_HANDSHAKE_AUTH) && version == Version::Tls13;
        let mut transcript = Transcript::new();
        transcript.add(&self.message);
        if version == Version::Tls13 {
            if cx.config.policy.safe_renegotiation != SafeRenegotiation::Disabled {
                tls12::read_renegotiation_info(&self.hello.extensions, &[])?;
            }
            // Without a meaning in TLS 1.3, but GnuTLS's session flags tell of them.
            cx.facts.safe_renegotiation = self.hello.extensions.has(number::RENEGOTIATION_INFO);
            cx.facts.extended_master_secret = self.hello.extensions.has(number::EXTENDED_MASTER_SECRET);
            cx.facts.session_id = fresh_random()?.to_vec();
            super::tls13::server::client_hello(self.hello, transcript, None, cx)
        } else {
            self.safe_renegotiation(cx)?;
            super::tls12::server::client_hello(self.hello, transcript, cx)
        }
    }

    /// RFC 5746 sections 3.6 and 3.7.
    fn safe_renegotiation(&self, cx: &mut Context) -> Result<()> {
        let policy = cx.config.policy.safe_renegotiation;
        if policy == SafeRenegotiation::Disabled {
            return Ok(());
        }
        let renegotiation = cx.facts.established;
        let expected: &[&[u8]] = if renegotiation { &[&cx.facts.client_verify_data] } else { &[] };
        let scsv = self.hello.has_suite(EMPTY_RENEGOTIATION_INFO_SCSV);
        if scsv && renegotiation {
            return err(GNUTLS_E_SAFE_RENEGOTIATION_FAILED);
        }
        let safe = tls12::read_renegotiation_info(&self.hello.extensions, expected)? || scsv;
        check_renegotiation(cx, policy, renegotiation, safe)
    }
}

/// The peer is safe (RFC 5746) or not: what the policy and the handshake before make of it.
pub fn check_renegotiation(
    cx: &mut Context,
    policy: SafeRenegotiation,
    renegotiation: bool,
    safe: bool,
) -> Result<()> {
    // Safe before and not any more, or safe only now: an attack (sections 3.5, 3.7, 4.2 and 4.4).
    if renegotiation && safe != cx.facts.safe_renegotiation {
        return err(GNUTLS_E_SAFE_RENEGOTIATION_FAILED);
    }
    cx.facts.safe_renegotiation = safe;
    match (renegotiation, policy) {
        _ if safe => Ok(()),
        (true, SafeRenegotiation::Unsafe) => Ok(()),
        (true, _) => err(GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED),
        (false, SafeRenegotiation::Safe) => err(GNUTLS_E_SAFE_RENEGOTIATION_FAILED),
        (false, _) => Ok(()),
    }
}

/// The suites in common for a version, in the order of the side that has precedence.
pub fn suites_in_common(cx: &Context, hello: &ClientHello, version: Version) -> Vec<&'static Suite> {
    let ours: Vec<&'static Suite> =
        cx.config.suites().filter(|s| (s.min == Version::Tls13) == (version == Version::Tls13)).collect();
    if cx.config.policy.server_precedence {
        ours.into_iter().filter(|s| hello.has_suite(s.wire)).collect()
    } else {
        hello.suites.iter().filter_map(|w| ours.iter().copied().find(|s| s.wire == *w)).collect()
    }
}

/// Our schemes that the client's list has too, in our order.
pub fn signs_in_common(cx: &Context, theirs: &[u16], version: Version) -> Vec<Sign> {
    cx.config
        .signs()
        .filter(|s| s.allowed_in(version) && s.wire().is_some_and(|w| theirs.contains(&w)))
        .collect()
}
