//! Post-handshake authentication of the client (RFC 8446 section 4.6.2).
use super::auth::{self, Request};
use crate::abi::*;
use crate::alg::Sign;
use crate::crypto::kdf::Hkdf;
use crate::crypto::secret::Secret;
use crate::error::{Error, Result, err};
use crate::handshake::config::{CertificateRequest, Role, fresh_random};
use crate::handshake::ext::compress_certificate;
use crate::handshake::messages::Message;
use crate::handshake::parameters::SecurityParameters;
use crate::handshake::step::{Context, Identity, Input, Next, Progress, Query};
use crate::handshake::transcript::Transcript;
use crate::handshake::why;

/// The transcript of the main handshake and of this exchange.
pub struct Exchange {
    hkdf: Hkdf,
    transcript: Transcript,
    context: Vec<u8>,
}

pub enum State {
    /// Server: the request was sent.
    ExpectCertificate(Exchange),
    ExpectCertificateVerify(Exchange),
    /// The application verifies the client's chain.
    VerifyingClient(Exchange),
    ExpectFinished(Exchange),
    /// Client: the application selects a certificate. The secret is the one of the client's sending keys.
    ChoosingIdentity(Exchange, Secret),
    /// Client: waits for the signature of the application's key.
    Signing(Exchange, Secret, Sign, Message),
}

impl Exchange {
    fn new(parameters: &SecurityParameters, context: Vec<u8>) -> Result<Self> {
        match (&parameters.transcript, parameters.hkdf()) {
            (Some(transcript), Some(hkdf)) => {
                Ok(Exchange { hkdf, transcript: (**transcript).clone(), context })
            }
            _ => err(GNUTLS_E_INVALID_REQUEST),
        }
    }
}

/// A server sends the request.
pub fn ask(cx: &mut Context) -> Result<Next<State>> {
    let mut exchange = Exchange::new(cx.parameters, fresh_random()?.to_vec())?;
    let request = Request::write(&exchange.context, cx.config)?;
    cx.parameters.certificate_requested = true;
    cx.parameters.client_status_requested = auth::asks_status(cx.config);
    cx.send(&mut exchange.transcript, request);
    Ok(Next::Wait(State::ExpectCertificate(exchange), Progress::Message))
}

/// A client responds to the request.
pub fn answer(cx: &mut Context, message: &Message, traffic: Secret) -> Result<Next<State>> {
    let request = Request::read(message)?;
    cx.parameters.peer_signs.clone_from(&request.signs);
    let mut wanted = request.wanted(cx.config);
    wanted.cert_type = cx.parameters.certificate_type(Role::Client);
    cx.parameters.compression = compress_certificate::choose(cx.config, &request.compression);
    let mut exchange = Exchange::new(cx.parameters, request.context)?;
    cx.parameters.certificate_requested = true;
    cx.parameters.client_status_requested = wanted.status;
    exchange.transcript.add(message);
    let state = State::ChoosingIdentity(exchange, traffic);
    Ok(Next::Wait(state, Progress::Query(Query::Identity(wanted))))
}

impl State {
    pub fn expects_certificate(&self) -> bool {
        matches!(self, State::ExpectCertificate(_))
    }

    pub fn step(self, cx: &mut Context, input: Input) -> Result<Next<State>> {
        let (state, progress) = match self {
            State::ExpectCertificate(exchange) => exchange.certificate(cx, input.message()?)?,
            State::ExpectCertificateVerify(exchange) => exchange.certificate_verify(cx, input.message()?)?,
            State::VerifyingClient(exchange) => {
                input.reply()?.expect_continue()?;
                (State::ExpectFinished(exchange), Progress::Message)
            }
            State::ExpectFinished(exchange) => return exchange.finished(cx, input.message()?),
            State::ChoosingIdentity(exchange, traffic) => {
                return exchange.show_identity(cx, traffic, input.reply()?.identity()?);
            }
            State::Signing(mut exchange, traffic, sign, certificate) => {
                let signature = input.reply()?.signature()?;
                // Certificate, CertificateVerify and Finished are sent together (RFC 8446 section 4.6.2).
                cx.send_added(certificate);
                cx.send(&mut exchange.transcript, auth::certificate_verify(sign, &signature)?);
                return exchange.finish(cx, &traffic);
            }
        };
        Ok(Next::Wait(state, progress))
    }
}

impl Exchange {
    fn certificate(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let asked = auth::asks_status(cx.config);
        let plain = compress_certificate::expand(cx.config, &message, !cx.config.compression.is_empty())?;
        let (chain, responses) = auth::read_certificate(
            &plain,
            &self.context,
            auth::status_if(asked),
            cx.parameters.certificate_type(Role::Client),
        )?;
        self.transcript.add(&message);
        let empty = chain.is_empty();
        if empty && cx.config.certificate_request == CertificateRequest::Require {
            return Err(why::no_client_certificate(Error::new(GNUTLS_E_CERTIFICATE_REQUIRED)));
        }
        cx.parameters.peer_chain = chain;
        cx.parameters.ocsp = responses;
        if empty {
            return Ok((State::VerifyingClient(self), Progress::Query(Query::VerifyPeer)));
        }
        Ok((State::ExpectCertificateVerify(self), Progress::Message))
    }

    fn certificate_verify(mut self, cx: &mut Context, message: Message) -> Result<(State, Progress)> {
        let transcript = self.transcript.current();
        let sign = auth::check_certificate_verify(cx, &message, Role::Client, transcript.as_ref())?;
        cx.parameters.client_sign = Some(sign);
        self.transcript.add(&message);
        Ok((State::VerifyingClient(self), Progress::Query(Query::VerifyPeer)))
    }

    /// The client's Finished is computed with the traffic secret of the keys that protect it (section 4.4).
    fn finished(self, cx: &Context, message: Message) -> Result<Next<State>> {
        let Some(traffic) = &cx.read.traffic else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let check = |secret: &Secret| {
            auth::check_finished(cx.config, &message, self.hkdf, secret, &self.transcript.current())
        };
        match (check(traffic), &cx.read.previous_traffic) {
            // In DTLS the client may not know yet that we have its KeyUpdate.
            (Err(_), Some(previous)) => check(previous)?,
            (checked, _) => checked?,
        };
        Ok(Next::Complete)
    }

    fn show_identity(
        mut self,
        cx: &mut Context,
        traffic: Secret,
        identity: Option<Identity>,
    ) -> Result<Next<State>> {
        let Some(identity) = identity else {
            cx.send(&mut self.transcript, auth::no_certificate(&self.context)?);
            return self.finish(cx, &traffic);
        };
        let certificate = auth::certificate(&self.context, &identity, cx.parameters.compression)?;
        self.transcript.add(&certificate);
        let (sign, query) = auth::ask_signature(Role::Client, &identity, &self.transcript.current())?;
        cx.parameters.client_sign = Some(sign);
        cx.parameters.our_chain = identity.chain;
        Ok(Next::Wait(State::Signing(self, traffic, sign, certificate), Progress::Query(query)))
    }

    fn finish(mut self, cx: &mut Context, traffic: &Secret) -> Result<Next<State>> {
        let message = auth::finished(self.hkdf, traffic, &self.transcript.current())?;
        cx.send(&mut self.transcript, message);
        Ok(Next::Complete)
    }
}

/// Fails with `GNUTLS_E_INVALID_REQUEST` if post-handshake authentication is not possible: the session does
/// not use TLS 1.3, or the client did not offer it.
pub fn check_possible(parameters: &SecurityParameters) -> Result<()> {
    if parameters.established
        && parameters.is_tls13()
        && parameters.post_handshake_auth
        && parameters.transcript.is_some()
    {
        Ok(())
    } else {
        Err(Error::new(GNUTLS_E_INVALID_REQUEST))
    }
}
