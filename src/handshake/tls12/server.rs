//! The server of TLS 1.0 to 1.2 from ClientHello to its own Finished (RFC 5246 section 7.3).
use std::sync::Arc;

use super::abbreviated;
use super::finish::Keys;
use super::kx;
use super::share::{ServerGroups, Share};
use crate::abi::*;
use crate::alg::ciphers::Kind;
use crate::alg::flags::KeyUsage;
use crate::alg::kx::KxKey;
use crate::alg::policy::SafeRenegotiation;
use crate::alg::{Group, Kx, Pk, Sign, Suite, Version};
use crate::codec::Writer;
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, Error, Result, err};
use crate::handshake::config::{CertificateRequest, Role, fresh_random};
use crate::handshake::ext::{
    Block, ExtensionType, MessageContext, certificate_type, common, heartbeat, srtp, tls12,
};
use crate::handshake::hello::{ClientHello, DOWNGRADE_TO_11, DOWNGRADE_TO_12, ServerHelloParts};
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::negotiate::suites_in_common;
use crate::handshake::psk::{self, Key};
use crate::handshake::resume;
use crate::handshake::resumption::SavedSession;
use crate::handshake::step::{Context, Identity, IdentityWanted, Input, KeyPurpose, Next, Progress, Query};
use crate::handshake::transcript::Transcript;
use crate::handshake::why;
use crate::log::{DECISION, log};

/// The selected parameters of the ClientHello. The certificate then determines the cipher suite.
pub struct Selected {
    hello: ClientHello,
    version: Version,
    suites: Vec<&'static Suite>,
    groups: ServerGroups,
    transcript: Transcript,
}

/// The cipher suite, and the certificate for it.
pub struct Chosen {
    suite: &'static Suite,
    kx: Kx,
    identity: Option<Identity>,
}

pub struct ServerFlight {
    suite: &'static Suite,
    version: Version,
    /// The version of the ClientHello.
    offered: u16,
    transcript: Transcript,
    /// Ours; `None` without Diffie-Hellman.
    share: Option<Share>,
}

pub enum State {
    /// The application selects a certificate.
    ChoosingIdentity(Selected),
    /// The application looks for the verifier of the client's name.
    FindingSrp(Selected, Chosen),
    /// Waits for the signature of ServerKeyExchange.
    Signing {
        flight: ServerFlight,
        params: Vec<u8>,
        sign: Sign,
    },
    /// The client's SupplementalData, before its certificate if that is requested.
    ExpectSupplementalData(ServerFlight, bool),
    ExpectCertificate(ServerFlight),
    /// The application verifies the client's chain.
    VerifyingClient(ServerFlight),
    ExpectClientKeyExchange(ServerFlight),
    /// The application looks for the key of the client's PSK identity. With the client's part of the key exchange.
    FindingPsk(ServerFlight, Vec<u8>),
    /// Waits for the application's key to decrypt the premaster secret, which is else these random bytes.
    Decrypting(ServerFlight, Secret, Option<Key>),
    ExpectCertificateVerify(Transcript, Keys),
    ExpectChangeCipherSpec(Transcript, Keys),
    ExpectFinished(Transcript, Keys),
    /// The session is stored in the database.
    Storing,
    /// An abbreviated handshake.
    Resuming(abbreviated::ServerState),
}

/// Processes a ClientHello that negotiates `version`. `stored` is the session of the database that the client asks for.
pub fn client_hello(
    hello: ClientHello,
    version: Version,
    transcript: Transcript,
    stored: Option<Arc<SavedSession>>,
    cx: &mut Context,
) -> Result<Next<State>> {
    tls12::check_point_formats(&hello.extensions)?;
    let ems = tls12::read_extended_master_secret(&hello.extensions)?;
    if !ems && cx.config.policy.force_session_hash {
        return err(GNUTLS_E_INSUFFICIENT_SECURITY);
    }
    // A server with `%NO_EXTENSIONS` answers the others, as GnuTLS does.
    let ems = ems && !cx.config.policy.no_session_hash && !cx.config.policy.no_extensions;
    if cx.parameters.had_extended_master_secret && !ems {
        return Err(tls12::EMS_DROPPED);
    }
    cx.parameters.extended_master_secret = ems;
    srtp::select(cx, &hello.extensions)?;
    heartbeat::select(cx, &hello.extensions)?;
    let etm = tls12::read_encrypt_then_mac(&hello.extensions)?;
    let ticket = tls12::read_session_ticket(&hello.extensions);
    if let Some(saved) = abbreviated::find_session(cx, &hello, version, ticket, stored, ems, etm) {
        return resume(hello, version, transcript, &saved, cx);
    }
    certificate_type::select(cx, &hello.extensions)?;
    (cx.parameters.created, cx.parameters.lifetime) = (cx.seconds(), cx.config.cache_expiration);
    cx.parameters.takes_tickets = ticket.is_some() && cx.config.ticket_keys.is_some();
    let mut suites = suites_in_common(cx, &hello, version);
    if cx.config.policy.force_etm && !etm {
        suites.retain(|s| s.cipher.kind() != Kind::Block);
    }
    if suites.is_empty() {
        let mut common =
            cx.config.policy.suites.iter().filter(|s| hello.has_suite(s.wire) && s.allowed_in(version));
        let lacking = common.find(|s| s.kx.is_some_and(|kx| cx.config.lacks_credentials(kx)));
        return Err(match lacking {
            Some(suite) => why::no_credentials(suite),
            None => why::no_common_suite(cx, &hello, version),
        });
    }
    let theirs = common::read_groups(&hello.extensions)?;
    let groups = ServerGroups::choose(cx.config, theirs.as_deref());
    suites.retain(|s| s.kx.is_some_and(|kx| groups.serve(cx.config, kx)));
    if suites.is_empty() {
        return Err(why::no_common_group(cx, &theirs.unwrap_or_default(), GNUTLS_E_NO_CIPHER_SUITES));
    }
    // Without a certificate those that need none are left.
    if !cx.config.has_certificates && !suites.iter().all(|s| s.kx.is_some_and(Kx::has_certificate)) {
        suites.retain(|s| !s.kx.is_some_and(Kx::has_certificate));
    }
    let theirs = common::read_signs(&hello.extensions)?;
    let signs = kx::signs_in_common(cx.config, version, theirs.as_deref());
    cx.parameters.peer_signs = theirs.unwrap_or_default();
    let mut keys = Vec::new();
    for suite in &suites {
        let decrypts = suite.kx.is_some_and(Kx::decrypts).then_some(Pk::Rsa);
        let signing = signs.iter().map(|s| s.pk()).filter(|_| decrypts.is_none());
        let fitting = signing.chain(decrypts).filter(|pk| kx::fits(suite.kx, *pk));
        for pk in fitting {
            if !keys.contains(&pk) {
                keys.push(pk);
            }
        }
    }
    let wanted = IdentityWanted {
        keys,
        signs,
        server_name: cx.parameters.server_names.first().cloned(),
        version: Some(version),
        purpose: purpose(&suites),
        any_key_usage: cx.config.policy.allow_key_usage_violation,
        status: cx.parameters.status_requested,
        cert_type: cx.parameters.certificate_type(Role::Server),
        ..Default::default()
    };
    let certificates = suites.iter().any(|s| s.kx.is_some_and(Kx::has_certificate));
    let selected = Selected { hello, version, suites, groups, transcript };
    if !certificates {
        let (state, progress) = selected.choose(cx, None)?;
        return Ok(Next::Wait(state, progress));
    }
    Ok(Next::Wait(State::ChoosingIdentity(selected), Progress::Query(Query::Identity(wanted))))
}

/// Sends ServerHello and Finished of an abbreviated handshake.
fn resume(
    hello: ClientHello,
    version: Version,
    mut transcript: Transcript,
    saved: &SavedSession,
    cx: &mut Context,
) -> Result<Next<State>> {
    resume::resumed(cx, saved);
    // It concerns a certificate, and none is sent.
    cx.parameters.status_requested = false;
    let suite = saved.suite;
    transcript.start(suite.prf_in(Some(version)))?;
    cx.parameters.suite = Some(suite);
    agree_encrypt_then_mac(cx, &hello, suite)?;
    cx.parameters.server_random = server_random(cx, version)?;
    // Echoed, it says that the session is resumed, also one of a ticket (RFC 5077 section 3.4).
    cx.parameters.wire_session_id = hello.session_id.clone();
    let message = server_hello(cx, &hello, suite, false, false)?;
    cx.send(&mut transcript, message);
    Ok(abbreviated::resume_server(cx, transcript, suite, saved)?.within(State::Resuming))
}

/// The random of ServerHello, which says if the client could have had a newer version (RFC 8446 section 4.1.3).
fn server_random(cx: &Context, version: Version) -> Result<[u8; 32]> {
    let mut random = cx.config.hello_random()?;
    if cx.config.random.is_none() {
        match cx.config.versions().max() {
            Some(newest) if newest > version && version < Version::Tls12 && newest >= Version::Tls12 => {
                random[24..].copy_from_slice(&DOWNGRADE_TO_11);
            }
            Some(Version::Tls13 | Version::Dtls13) => random[24..].copy_from_slice(&DOWNGRADE_TO_12),
            _ => {}
        }
    }
    Ok(random)
}

/// Decides whether the records of a CBC suite are encrypted first (RFC 7366).
fn agree_encrypt_then_mac(cx: &mut Context, hello: &ClientHello, suite: &Suite) -> Result<()> {
    let agreed = tls12::read_encrypt_then_mac(&hello.extensions)? && !cx.config.policy.no_etm;
    tls12::settle_encrypt_then_mac(cx, suite, agreed)
}

/// What the cipher suites need an RSA key for.
fn purpose(suites: &[&'static Suite]) -> KeyPurpose {
    let decrypts = suites.iter().any(|s| s.kx.is_some_and(Kx::decrypts));
    let signs = suites.iter().any(|s| s.kx.and_then(Kx::key) == Some(KxKey::RsaSign));
    match (decrypts, signs) {
        (false, _) => KeyPurpose::Sign,
        (true, false) => KeyPurpose::Decrypt,
        (true, true) => KeyPurpose::Either,
    }
}

/// Whether the key of the identity can be used as the cipher suite needs it.
fn serves(cx: &Context, suite: &Suite, identity: &Identity) -> bool {
    let usage = |usage| {
        cx.config.policy.allow_key_usage_violation
            || identity.chain.first().is_none_or(|leaf| leaf.may(usage))
    };
    kx::fits(suite.kx, identity.pk)
        && match suite.kx {
            Some(kx) if kx.decrypts() => usage(KeyUsage::KEY_ENCIPHERMENT),
            _ => usage(KeyUsage::DIGITAL_SIGNATURE) && !identity.signs.is_empty(),
        }
}

impl State {
    /// True if the peer has changed its keys and its Finished has not been received.
    pub fn expects_finished(&self) -> bool {
        match self {
            State::Resuming(state) => state.expects_finished(),
            state => matches!(state, State::ExpectFinished(..)),
        }
    }

    /// True if nothing but ChangeCipherSpec may follow.
    pub fn expects_change_cipher_spec(&self) -> bool {
        match self {
            State::Resuming(state) => state.expects_change_cipher_spec(),
            state => matches!(state, State::ExpectChangeCipherSpec(..)),
        }
    }

    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        let (state, progress) = match self {
            State::ChoosingIdentity(selected) => selected.choose(cx, input.reply()?.identity()?)?,
            State::FindingSrp(selected, chosen) => {
                let entry = input.reply()?.found_srp()?;
                cx.parameters.unknown_client = entry.refused;
                let share = Share::srp(entry)?;
                selected.server_hello(cx, chosen, Some((share, None)))?
            }
            State::Signing { flight, params, sign } => {
                let signature = input.reply()?.signature()?;
                let message = kx::server_key_exchange(flight.version, &params, sign, &signature)?;
                flight.hello_done(cx, Some(message))?
            }
            State::ExpectSupplementalData(mut flight, asks) => {
                let message = input.message()?;
                kx::read_supplemental_data(cx, &message)?;
                flight.transcript.add(&message);
                (flight.expect_client(asks), Progress::Message)
            }
            State::ExpectCertificate(flight) => flight.certificate(cx, input.message()?)?,
            State::VerifyingClient(flight) => {
                input.reply()?.expect_continue()?;
                (State::ExpectClientKeyExchange(flight), Progress::Message)
            }
            State::ExpectClientKeyExchange(flight) => flight.client_key_exchange(cx, input.message()?)?,
            State::FindingPsk(flight, value) => {
                let lookup = input.reply()?.found_psk()?;
                let (key, refused) = psk::key_or_random(lookup)?;
                cx.parameters.unknown_client = refused;
                flight.agree(cx, value, Some(key))?
            }
            State::Decrypting(flight, random, psk) => {
                let decrypted = input.reply()?.premaster()?;
                let premaster = kx::implicit_rejection(cx.config, flight.offered, &decrypted, &random);
                flight.derive(cx, Some(premaster.as_ref()), psk)?
            }
            State::ExpectCertificateVerify(transcript, keys) => {
                let message = input.message()?;
                certificate_verify(cx, transcript, keys, &message)?
            }
            State::ExpectChangeCipherSpec(transcript, mut keys) => match input {
                Input::ChangeCipherSpec => {
                    keys.change_read(cx)?;
                    (State::ExpectFinished(transcript, keys), Progress::Message)
                }
                Input::Message(_) => return err(GNUTLS_E_UNEXPECTED_PACKET),
                _ => return err(GNUTLS_E_INTERNAL_ERROR),
            },
            State::ExpectFinished(mut transcript, mut keys) => {
                keys.check_finished(cx, &mut transcript, &input.message()?)?;
                if cx.parameters.takes_tickets {
                    let ticket = abbreviated::new_ticket(cx)?;
                    cx.send(&mut transcript, ticket);
                }
                keys.send_finished(cx, &mut transcript)?;
                let Some(query) = abbreviated::store(cx)? else {
                    cx.parameters.established = true;
                    return Ok(Next::Complete);
                };
                (State::Storing, Progress::Query(query))
            }
            State::Storing => {
                input.reply()?.expect_continue()?;
                cx.parameters.established = true;
                return Ok(Next::Complete);
            }
            State::Resuming(state) => return Ok(state.step(cx, input)?.within(State::Resuming)),
        };
        Ok(Next::Wait(state, progress))
    }
}

impl Selected {
    /// Selects the cipher suite.
    fn choose(self, cx: &mut Context, identity: Option<Identity>) -> Result<(State, Progress)> {
        let fits = |s: &&Suite| match &identity {
            _ if !s.kx.is_some_and(Kx::has_certificate) => true,
            Some(identity) => serves(cx, s, identity),
            None => false,
        };
        let suite = self.suites.iter().copied().find(fits);
        let Some((suite, kx)) = suite.and_then(|s| Some((s, s.kx?))) else {
            return err(GNUTLS_E_NO_CIPHER_SUITES);
        };
        let chosen = Chosen { suite, kx, identity: identity.filter(|_| kx.has_certificate()) };
        if kx.is_srp() {
            let name = tls12::read_srp_name(&self.hello.extensions)?;
            let name = name.ok_or(Error::new(GNUTLS_E_UNKNOWN_SRP_USERNAME))?;
            cx.parameters.srp_name = Some(name.clone());
            return Ok((State::FindingSrp(self, chosen), Progress::Query(Query::FindSrp(name))));
        }
        let share = self.groups.share(cx.config, kx)?;
        self.server_hello(cx, chosen, share)
    }

    /// Sends ServerHello and Certificate. ServerKeyExchange has to be signed first.
    fn server_hello(
        mut self,
        cx: &mut Context,
        chosen: Chosen,
        share: Option<(Share, Option<Group>)>,
    ) -> Result<(State, Progress)> {
        let Chosen { suite, kx, identity } = chosen;
        let version = self.version;
        let group = share.as_ref().and_then(|(_, group)| *group);
        let sign = match &identity {
            Some(identity) if kx.is_signed() => Some(kx::choose_sign(version, identity)?),
            _ => None,
        };
        self.transcript.start(suite.prf_in(Some(version)))?;
        cx.parameters.suite = Some(suite);
        log!(
            DECISION,
            "selected {}, group {}, signature {}",
            suite.name,
            group.map_or("none", Group::name),
            sign.map_or("none", Sign::name)
        );
        agree_encrypt_then_mac(cx, &self.hello, suite)?;
        cx.parameters.server_random = server_random(cx, version)?;
        cx.parameters.session_id = fresh_random()?.to_vec();
        cx.parameters.wire_session_id = cx.parameters.session_id.clone();
        // The protocol has room for the status of the first certificate alone (RFC 6066 section 8).
        let response = identity.as_ref().and_then(|i| i.ocsp.first());
        let response = response.filter(|r| !r.is_empty());
        let hello = server_hello(cx, &self.hello, suite, identity.is_some(), response.is_some())?;
        cx.send(&mut self.transcript, hello);
        kx::send_supplemental_data(cx, &mut self.transcript)?;
        if let Some(identity) = &identity {
            cx.send(&mut self.transcript, kx::certificate(&identity.chain)?);
        }
        if let Some(response) = response {
            let write = |w: &mut Writer| common::certificate_status(w, response);
            cx.send(&mut self.transcript, Message::build(HandshakeType::CERTIFICATE_STATUS, write)?);
        }
        cx.parameters.our_chain = identity.map(|i| i.chain).unwrap_or_default();
        let offered = self.hello.legacy_version;
        let mut flight = ServerFlight { suite, version, offered, transcript: self.transcript, share: None };
        cx.parameters.group = group;
        cx.parameters.server_sign = sign;
        let mut params = Vec::new();
        if kx.is_psk() && (share.is_some() || (kx == Kx::Psk && cx.config.psk_hint.is_some())) {
            let mut w = Writer::new();
            w.vec16(cx.config.psk_hint.as_deref().unwrap_or_default());
            params = w.finish()?;
        }
        if let Some((share, _)) = share {
            params.extend(share.server_params()?);
            flight.share = Some(share);
        }
        let Some(sign) = sign else {
            let message = kx::unsigned_key_exchange(&params)?;
            return flight.hello_done(cx, Some(message).filter(|_| !params.is_empty()));
        };
        let (scheme, message) = kx::signed(version, sign, kx::signed_params(cx.parameters, &params))?;
        Ok((State::Signing { flight, params, sign }, Progress::Query(Query::Sign { sign: scheme, message })))
    }
}

/// Builds ServerHello with the responses to the client's extensions. `full` says that certificates follow, `status` announces
/// a CertificateStatus.
fn server_hello(
    cx: &Context,
    hello: &ClientHello,
    suite: &Suite,
    full: bool,
    status: bool,
) -> Result<Message> {
    let mut block = Block::default();
    let config = cx.config;
    if cx.parameters.safe_renegotiation && config.policy.safe_renegotiation != SafeRenegotiation::Disabled {
        let data: &[&[u8]] = if cx.parameters.established {
            &[&cx.parameters.client_verify_data, &cx.parameters.server_verify_data]
        } else {
            &[]
        };
        tls12::write_renegotiation_info(&mut block, data);
    }
    if cx.parameters.takes_tickets {
        block.add(ExtensionType::SESSION_TICKET, |_| ());
    }
    if cx.parameters.encrypt_then_mac {
        tls12::write_encrypt_then_mac(&mut block);
    }
    if cx.parameters.extended_master_secret {
        tls12::write_extended_master_secret(&mut block);
    }
    if !cx.parameters.server_names.is_empty() {
        block.add(ExtensionType::SERVER_NAME, |_| ());
    }
    if full {
        certificate_type::answer(&mut block, cx, config.certificate_request != CertificateRequest::Ignore);
    }
    if status {
        block.add(ExtensionType::STATUS_REQUEST, |_| ());
    }
    common::write_alpn(&mut block, cx.parameters.alpn.iter().map(Vec::as_slice));
    if hello.extensions.has(ExtensionType::EC_POINT_FORMATS) && suite.kx.is_some_and(Kx::uses_curve) {
        tls12::write_point_formats(&mut block);
    }
    srtp::answer(&mut block, cx.parameters.srtp.as_ref());
    heartbeat::answer(&mut block, cx);
    let limit = common::peer_limit(&hello.extensions, false)?;
    common::write_limit_answer(&mut block, limit, config, false);
    block.add_own(cx.parameters.own_extensions(MessageContext::ServerHello12));
    let parts = ServerHelloParts {
        version: cx.parameters.version.unwrap_or(Version::Tls12),
        random: &cx.parameters.server_random,
        session_id: &cx.parameters.wire_session_id,
        suite: suite.wire,
    };
    parts.write(&block)
}

impl ServerFlight {
    /// Sends ServerKeyExchange, if there is one, CertificateRequest and ServerHelloDone.
    fn hello_done(mut self, cx: &mut Context, key_exchange: Option<Message>) -> Result<(State, Progress)> {
        if let Some(message) = key_exchange {
            cx.send(&mut self.transcript, message);
        }
        let asks = cx.config.certificate_request != CertificateRequest::Ignore
            && self.suite.kx.is_some_and(Kx::asks_client);
        if asks {
            cx.parameters.certificate_requested = true;
            cx.send(&mut self.transcript, kx::CertificateRequest::write(cx.config, self.version)?);
        } else {
            self.transcript.forget_bytes();
        }
        cx.send(&mut self.transcript, Message::build(HandshakeType::SERVER_HELLO_DONE, |_| ())?);
        let state = match cx.config.supplemental_recv {
            true => State::ExpectSupplementalData(self, asks),
            false => self.expect_client(asks),
        };
        Ok((state, Progress::Message))
    }

    /// The state before the client's certificate, if that was requested.
    fn expect_client(self, asks: bool) -> State {
        if asks { State::ExpectCertificate(self) } else { State::ExpectClientKeyExchange(self) }
    }

    fn certificate(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let chain = kx::read_certificate(&message, cx.parameters.certificate_type(Role::Client))?;
        self.transcript.add(&message);
        if chain.is_empty() {
            if cx.config.certificate_request == CertificateRequest::Require {
                return Err(why::no_client_certificate(Error::with_alert(
                    GNUTLS_E_NO_CERTIFICATE_FOUND,
                    AlertDescription::HANDSHAKE_FAILURE,
                )));
            }
            // The application's verify function is also called for a client without a certificate.
            cx.parameters.peer_chain = Vec::new();
            return Ok((State::VerifyingClient(self), Progress::Query(Query::VerifyPeer)));
        }
        cx.parameters.peer_chain = chain;
        Ok((State::VerifyingClient(self), Progress::Query(Query::VerifyPeer)))
    }

    fn client_key_exchange(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let kx = self.suite.kx.ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
        let mut r = message.expect(HandshakeType::CLIENT_KEY_EXCHANGE)?;
        let identity = if kx.is_psk() { Some(r.vec16()?.to_vec()) } else { None };
        let value = match &self.share {
            Some(share) => share.read_client_value(&mut r)?,
            None if kx.decrypts() => r.vec16()?.to_vec(),
            None => Vec::new(),
        };
        r.finish()?;
        self.transcript.add(&message);
        let Some(identity) = identity else { return self.agree(cx, value, None) };
        cx.parameters.psk_mut().identity = Some(identity.clone());
        Ok((State::FindingPsk(self, value), Progress::Query(Query::FindPsk(identity))))
    }

    /// Computes the premaster secret with the client's value: its share, or the encrypted secret.
    fn agree(mut self, cx: &mut Context, value: Vec<u8>, psk: Option<Key>) -> Result<(State, Progress)> {
        match self.share.take() {
            Some(share) => {
                let premaster = share.agree(cx, value)?;
                self.derive(cx, Some(&premaster), psk)
            }
            None if !self.suite.kx.is_some_and(Kx::decrypts) => self.derive(cx, None, psk),
            None => {
                let query = Query::Decrypt { ciphertext: value, random: kx::random_premaster()? };
                Ok((State::Decrypting(self, kx::random_premaster()?, psk), Progress::Query(query)))
            }
        }
    }

    fn derive(
        self,
        cx: &mut Context,
        premaster: Option<&[u8]>,
        psk: Option<Key>,
    ) -> Result<(State, Progress)> {
        let joined = psk.map(|key| psk::premaster(premaster, &key));
        let premaster = joined.as_ref().map(|p| p.as_slice()).or(premaster);
        let premaster = premaster.ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
        let keys = Keys::new(cx, self.suite, premaster, &self.transcript)?;
        let state = if cx.parameters.certificate_requested && !cx.parameters.peer_chain.is_empty() {
            State::ExpectCertificateVerify(self.transcript, keys)
        } else {
            State::ExpectChangeCipherSpec(self.transcript, keys)
        };
        Ok((state, Progress::Message))
    }
}

/// Processes CertificateVerify, the signature of all previous messages (RFC 5246 section 7.4.8).
fn certificate_verify(
    cx: &mut Context,
    mut transcript: Transcript,
    keys: Keys,
    message: &Message,
) -> Result<(State, Progress)> {
    let mut r = message.expect(HandshakeType::CERTIFICATE_VERIFY)?;
    let version = cx.parameters.version.unwrap_or(Version::Tls12);
    let (scheme, signature) = kx::read_signature(&mut r, version)?;
    let (chain, content) = (&cx.parameters.peer_chain, transcript.bytes().to_vec());
    cx.parameters.client_sign = kx::check_signature(cx.config, version, chain, scheme, content, signature)?;
    transcript.forget_bytes();
    transcript.add(message);
    Ok((State::ExpectChangeCipherSpec(transcript, keys), Progress::Message))
}
