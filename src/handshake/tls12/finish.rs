//! ChangeCipherSpec and Finished (RFC 5246 sections 7.1 and 7.4.9), for both sides.
use subtle::ConstantTimeEq;

use super::keys;
use crate::abi::*;
use crate::alg::Suite;
use crate::crypto::kdf::Prf;
use crate::crypto::secret::Secret;
use crate::error::{Error, Result, err};
use crate::handshake::config::Role;
use crate::handshake::messages::{HandshakeType, Message};
use crate::handshake::step::Context;
use crate::handshake::transcript::Transcript;
use crate::handshake::why;
use crate::record::protect::Protection;

/// The PRF with the master secret, and the record protection that becomes active with ChangeCipherSpec.
pub struct Keys {
    pub suite: &'static Suite,
    master: Box<Prf>,
    write: Option<Protection>,
    read: Option<Protection>,
}

impl Keys {
    /// Derives the keys. `transcript` must end with ClientKeyExchange (RFC 7627).
    pub fn new(
        cx: &mut Context,
        suite: &'static Suite,
        premaster: &[u8],
        transcript: &Transcript,
    ) -> Result<Self> {
        let hash = transcript.current();
        let session_hash = cx.parameters.extended_master_secret.then_some(hash.as_ref());
        let master = keys::master_secret(suite, premaster, cx.parameters, session_hash);
        Keys::resumed(cx, suite, master)
    }

    /// Derives the keys of a session from its master secret.
    pub fn resumed(cx: &mut Context, suite: &'static Suite, master: Secret) -> Result<Self> {
        cx.log_key("CLIENT_RANDOM", &master);
        let prf = Box::new(Prf::new(suite.prf_in(cx.parameters.version), master.as_ref()));
        let (write, read) = keys::protections(suite, &prf, cx.parameters, cx.config.role)?;
        cx.parameters.master_secret = Some(master);
        Ok(Keys { suite, master: prf, write: Some(write), read: Some(read) })
    }

    /// Sends ChangeCipherSpec and our Finished.
    pub fn send_finished(&mut self, cx: &mut Context, transcript: &mut Transcript) -> Result<()> {
        let role = cx.config.role;
        let data = keys::verify_data(&self.master, role, transcript.current().as_ref());
        cx.send_change_cipher_spec();
        let write = self.write.take().ok_or(Error::new(GNUTLS_E_INTERNAL_ERROR))?;
        cx.protect_sending(write, None);
        store(cx, role, &data);
        cx.send(transcript, Message::build(HandshakeType::FINISHED, |w| w.bytes(&data))?);
        Ok(())
    }

    /// Processes the peer's ChangeCipherSpec: its following records are protected with the new keys.
    pub fn change_read(&mut self, cx: &mut Context) -> Result<()> {
        match self.read.take() {
            Some(read) => cx.read.set_protection(read),
            None => err(GNUTLS_E_UNEXPECTED_PACKET),
        }
    }

    /// Checks the peer's Finished in constant time.
    pub fn check_finished(
        &self,
        cx: &mut Context,
        transcript: &mut Transcript,
        message: &Message,
    ) -> Result<()> {
        let data = message.expect(HandshakeType::FINISHED)?.rest();
        let sender = cx.config.role.peer();
        let expected = keys::verify_data(&self.master, sender, transcript.current().as_ref());
        if !bool::from(data.ct_eq(&expected)) {
            return Err(why::bad_finished(cx.config));
        }
        store(cx, sender, data);
        transcript.add(message);
        Ok(())
    }
}

fn store(cx: &mut Context, sender: Role, data: &[u8]) {
    match sender {
        Role::Client => cx.parameters.client_verify_data = data.to_vec(),
        Role::Server => cx.parameters.server_verify_data = data.to_vec(),
    }
}
