//! The server until the protocol version is negotiated: it receives ClientHello and the post_client_hello
//! callback runs.
use std::sync::Arc;

use super::config::fresh_random;
use super::ext::{ExtensionType, MessageContext, common, tls12, tls13};
use super::hello::{ClientHello, EMPTY_RENEGOTIATION_INFO_SCSV, FALLBACK_SCSV};
use super::messages::Message;
use super::negotiate::check_renegotiation;
use super::resume;
use super::resumption::SavedSession;
use super::step::{Context, Input, Next, Progress, Query};
use super::tls12::abbreviated;
use super::transcript::Transcript;
use super::why;
use crate::abi::*;
use crate::alg::Version;
use crate::alg::flags::SessionFlags;
use crate::alg::policy::SafeRenegotiation;
use crate::error::{Result, err};
use crate::log::{DECISION, Text, list, log};

/// The states of a server.
pub enum State {
    ExpectClientHello,
    /// The session that the client asks for is looked up.
    FindingSession(Box<PostClientHello>),
    PostClientHello(Box<PostClientHello>),
    Tls13(Box<super::tls13::server::State>),
    Tls12(Box<super::tls12::server::State>),
}

impl State {
    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        match self {
            State::ExpectClientHello => client_hello(cx, input),
            State::FindingSession(mut state) => {
                state.found(cx, input)?;
                Ok(Next::Wait(State::PostClientHello(state), Progress::Query(Query::PostClientHello)))
            }
            State::PostClientHello(state) => state.step(cx, input),
            State::Tls13(state) => Ok(state.step(cx, input)?.within(State::tls13)),
            State::Tls12(state) => Ok(state.step(cx, input)?.within(State::tls12)),
        }
    }

    fn tls13(state: super::tls13::server::State) -> State {
        State::Tls13(Box::new(state))
    }

    fn tls12(state: super::tls12::server::State) -> State {
        State::Tls12(Box::new(state))
    }

    /// True if early data may be received.
    pub fn takes_early_data(&self) -> bool {
        matches!(self, State::Tls13(state) if matches!(**state, super::tls13::server::State::ExpectEndOfEarlyData(_)))
    }

    /// True if the peer has changed its keys and its Finished has not been received.
    pub fn expects_finished(&self) -> bool {
        matches!(self, State::Tls12(state) if state.expects_finished())
    }

    /// True if nothing but ChangeCipherSpec may follow.
    pub fn expects_change_cipher_spec(&self) -> bool {
        matches!(self, State::Tls12(state) if state.expects_change_cipher_spec())
    }
}

/// Waits for the ClientHello, or processes it if it has already been received.
pub fn start(cx: &mut Context, input: Input) -> Result<Next<State>> {
    match input {
        Input::Start => Ok(Next::Wait(State::ExpectClientHello, Progress::Message)),
        input => client_hello(cx, input),
    }
}

/// The ClientHello has been read. The application may change priorities and credentials before the parameters
/// are selected.
pub struct PostClientHello {
    pub hello: ClientHello,
    pub message: Message,
    /// The session of the database that the client asks for.
    stored: Option<Arc<SavedSession>>,
}

/// Processes the ClientHello.
fn client_hello(cx: &mut Context, input: Input) -> Result<Next<State>> {
    let message = input.message()?;
    let mut hello = ClientHello::read(&message, &cx.config.overridden)?;
    cx.parameters.client_random = hello.random;
    cx.parameters.own_extensions_in = Some((MessageContext::ClientHello, hello.extensions.clone()));
    hello.check(&cx.config.overridden)?;
    cx.parameters.server_names = common::read_server_name(&hello.extensions)?;
    // The callback may query these, so they are selected before it runs. No common version is not an error
    // here: the callback may change the priorities, and the version is selected again after it.
    cx.parameters.version = choose_version(cx, &hello).ok();
    cx.parameters.alpn = common::choose_alpn(&hello.extensions, &cx.config.alpn)?;
    cx.parameters.early.offered = cx.parameters.is_tls13()
        && cx.config.flags.contains(SessionFlags::ENABLE_EARLY_DATA)
        && hello.extensions.has(ExtensionType::EARLY_DATA);
    cx.parameters.status_requested = common::read_status_request(&hello.extensions)?;
    let tls12 = cx.parameters.version.is_some_and(|v| !v.is_tls13());
    let asked = tls12 && abbreviated::asks_for_session(cx, &hello);
    cx.parameters.resumption_requested = asked;
    let id = hello.session_id.clone();
    let mut state = Box::new(PostClientHello { hello, message, stored: None });
    // Session data that was set on a server has no effect: it is a client's.
    let premaster = cx.config.resume.clone();
    let premaster =
        premaster.filter(|saved| saved.premaster && asked && !id.is_empty() && saved.session_id == id);
    if let Some(saved) = premaster {
        state.consider(cx, saved)?;
    } else if asked && !id.is_empty() && cx.config.database {
        return Ok(Next::Wait(State::FindingSession(state), Progress::Query(Query::FindSession(id))));
    }
    Ok(Next::Wait(State::PostClientHello(state), Progress::Query(Query::PostClientHello)))
}

/// The highest version that both sides support (RFC 8446 section 4.2.1).
fn choose_version(cx: &Context, hello: &ClientHello) -> Result<Version> {
    let renegotiation = cx.parameters.established;
    // A server without TLS 1.3 ignores the extension.
    let listed = tls13::read_versions(&hello.extensions)?.filter(|_| cx.config.offers_tls13());
    // RFC 9147 section 5.3, unless the application has asked for it.
    let cookie = hello.has_cookie && !cx.config.cookie_verified;
    if cookie && listed.as_ref().is_some_and(|theirs| theirs.contains(&Version::Dtls13.wire())) {
        return Err(tls13::ILLEGAL);
    }
    let chosen = match &listed {
        Some(theirs) => cx
            .config
            .versions()
            .filter(|v| !(renegotiation && v.is_tls13()))
            .filter(|v| theirs.contains(&v.wire()))
            .max(),
        None => cx.config.versions().filter(|v| !v.is_tls13() && v.is_within(hello.legacy_version)).max(),
    };
    // RFC 7507 section 3: checked before the lack of a common version.
    let theirs = chosen.map_or(hello.legacy_version, Version::wire);
    if hello.has_suite(FALLBACK_SCSV) && cx.config.versions().any(|v| !v.is_within(theirs)) {
        return Err(why::fallback(cx, theirs));
    }
    match chosen {
        Some(version) => Ok(version),
        None => Err(why::no_common_version(cx, hello, tls13::read_versions(&hello.extensions)?.as_deref())),
    }
}

impl PostClientHello {
    /// The database has answered. An entry that cannot be read, or of another session, is none.
    fn found(&mut self, cx: &mut Context, input: Input) -> Result<()> {
        let Some(data) = input.reply()?.found()? else { return Ok(()) };
        match SavedSession::read(&data) {
            Ok(saved) if saved.session_id == self.hello.session_id => self.consider(cx, Arc::new(saved))?,
            _ => log!(DECISION, "does not resume a session: what the database has of it is no session"),
        }
        Ok(())
    }

    /// This is the session that the client asks for. Whether it is resumed is decided here for the callback, and again
    /// after it.
    fn consider(&mut self, cx: &mut Context, saved: Arc<SavedSession>) -> Result<()> {
        let ems =
            tls12::read_extended_master_secret(&self.hello.extensions)? && !cx.config.policy.no_session_hash;
        let version = cx.parameters.version.unwrap_or(Version::Tls12);
        cx.parameters.resumed = resume::accepts(cx, &saved, version, ems);
        self.stored = Some(saved);
        Ok(())
    }

    /// The post_client_hello callback has returned; select the final parameters.
    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        input.reply()?.expect_continue()?;
        let version = choose_version(cx, &self.hello)?;
        cx.parameters.version = Some(version);
        log!(
            DECISION,
            "selected {}; the client asks for the server name {}",
            version.name(),
            list(cx.parameters.server_names.iter().map(|n| Text(n)))
        );
        cx.parameters.alpn = common::choose_alpn(&self.hello.extensions, &cx.config.alpn)?;
        if let Some(protocol) = &cx.parameters.alpn {
            log!(DECISION, "selected the ALPN protocol {}", Text(protocol));
        }
        if let Some(limit) = common::peer_limit(&self.hello.extensions, version.is_tls13())? {
            limit.apply(cx);
        }
        cx.set_record_version(version.in_records());
        cx.parameters.post_handshake_auth =
            self.hello.extensions.has(ExtensionType::POST_HANDSHAKE_AUTH) && version.is_tls13();
        let mut transcript = Transcript::new(Some(version));
        if version.is_tls13() {
            transcript.become_tls13();
        }
        transcript.add(&self.message);
        if version.is_tls13() {
            if cx.config.policy.safe_renegotiation != SafeRenegotiation::Disabled {
                tls12::read_renegotiation_info(&self.hello.extensions, &[])?;
            }
            // They have no effect in TLS 1.3, but GnuTLS's session flags report them.
            cx.parameters.safe_renegotiation = self.hello.extensions.has(ExtensionType::RENEGOTIATION_INFO)
                || self.hello.has_suite(EMPTY_RENEGOTIATION_INFO_SCSV);
            cx.parameters.extended_master_secret =
                self.hello.extensions.has(ExtensionType::EXTENDED_MASTER_SECRET);
            cx.parameters.session_id = fresh_random()?.to_vec();
            let next = super::tls13::server::client_hello(self.hello, transcript, None, cx)?;
            Ok(next.within(State::tls13))
        } else {
            self.safe_renegotiation(cx)?;
            let next = super::tls12::server::client_hello(self.hello, version, transcript, self.stored, cx)?;
            Ok(next.within(State::tls12))
        }
    }

    /// RFC 5746 sections 3.6 and 3.7.
    fn safe_renegotiation(&self, cx: &mut Context) -> Result<()> {
        let policy = cx.config.policy.safe_renegotiation;
        if policy == SafeRenegotiation::Disabled {
            return Ok(());
        }
        let renegotiation = cx.parameters.established;
        let expected: &[&[u8]] = if renegotiation { &[&cx.parameters.client_verify_data] } else { &[] };
        let scsv = self.hello.has_suite(EMPTY_RENEGOTIATION_INFO_SCSV);
        if scsv && renegotiation {
            return err(GNUTLS_E_SAFE_RENEGOTIATION_FAILED);
        }
        let safe = tls12::read_renegotiation_info(&self.hello.extensions, expected)? || scsv;
        check_renegotiation(cx, policy, renegotiation, safe)
    }
}
