//! Authentication of the client after a handshake of TLS 1.3 (RFC 8446 section 4.6.2).
use std::time::Instant;

use super::driver::{HandshakeDriver, Kind, NextAction};
use super::report::Operation;
use super::{Session, lock};
use crate::abi::*;
use crate::alg::flags::SessionFlags;
use crate::error::{INVALID_REQUEST, Result, err};
use crate::handshake::Machine;
use crate::handshake::config::{CertificateRequest, Role};
use crate::handshake::step::Input;
use crate::handshake::tls13::reauth;

impl Session {
    /// `gnutls_reauth`: a server requests a certificate and waits for it; a client responds to such a
    /// request.
    pub fn reauth(&self) -> Result<()> {
        let _scope = self.scope();
        self.report(Operation::Handshake, self.authenticate_again())
    }

    fn authenticate_again(&self) -> Result<()> {
        self.parameters(reauth::check_possible)?;
        self.check_writable()?;
        let config = self.config();
        let Some(mut driver) = self.driver.lease() else { return err(GNUTLS_E_INVALID_REQUEST) };
        if driver.machine.is_none() {
            let (machine, next) = match config.role {
                Role::Client => {
                    let (Some(mut read), Some(mut write)) =
                        (self.read.lease_or_wait(), self.write.lease_or_wait())
                    else {
                        return err(GNUTLS_E_AGAIN);
                    };
                    let traffic = write.side.traffic.clone().ok_or(INVALID_REQUEST)?;
                    let request = read.request.take().ok_or(INVALID_REQUEST)?;
                    write.hold_key_update = true;
                    (Machine::answer_reauth(traffic), NextAction::Step(Input::Message(request)))
                }
                Role::Server
                    if config.certificate_request == CertificateRequest::Ignore
                        || !config.flags.contains(SessionFlags::POST_HANDSHAKE_AUTH) =>
                {
                    return Err(INVALID_REQUEST);
                }
                Role::Server => (Machine::reauth(), NextAction::Begin),
            };
            let mut parameters = lock(&self.parameters);
            parameters.next = Some(Box::new(parameters.current.clone()));
            *driver = HandshakeDriver {
                machine: Some(machine),
                next,
                started: Some(Instant::now()),
                peer_before: parameters.current.peer_chain.first().cloned(),
                kind: Kind::Reauth,
                ..HandshakeDriver::default()
            };
            driver.flights.started = self.application.clock();
        }
        self.drive(&mut driver)
    }
}
