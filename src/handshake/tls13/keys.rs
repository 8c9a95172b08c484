//! The key schedule (RFC 8446 section 7.1).
use std::sync::OnceLock;

use zeroize::Zeroizing;

use crate::abi::GNUTLS_E_INTERNAL_ERROR;
use crate::alg::{Cipher, Digest, Suite};
use crate::crypto::hash::{Output, digest, hmac};
use crate::crypto::kdf::{Hkdf, derive_secret, hkdf_expand_label, hkdf_extract};
use crate::crypto::secret::Secret;
use crate::error::{Result, err};
use crate::handshake::step::Context;
use crate::record::protect::Protection;

/// Derive-Secret with a precomputed transcript hash.
pub fn derive(hkdf: Hkdf, secret: &Secret, label: &str, context: &[u8]) -> Secret {
    derive_secret(hkdf, secret.as_ref(), label, context)
}

/// The early secret of a PSK.
pub struct Early {
    hkdf: Hkdf,
    secret: Secret,
}

impl Early {
    pub fn new(hkdf: Hkdf, psk: &[u8]) -> Self {
        Early { hkdf, secret: hkdf_extract(hkdf.digest, &[], psk) }
    }

    /// A secret that only depends on the PSK and the ClientHello, whose hash is `hello`.
    pub fn derive(&self, label: &str, hello: &[u8]) -> Secret {
        derive(self.hkdf, &self.secret, label, hello)
    }

    /// The binder of a PSK (section 4.2.11.2). `label` says of which kind it is; `transcript` ends before the binders.
    pub fn binder(&self, label: &str, transcript: &[u8]) -> Result<Output> {
        let key = derive(self.hkdf, &self.secret, label, digest(self.hkdf.digest, &[])?.as_ref());
        finished(self.hkdf, &key, transcript)
    }

    /// The handshake secret, from the shared secret of the key exchange.
    pub fn schedule(&self, shared: &[u8]) -> Result<Schedule> {
        let hash = self.hkdf.digest;
        let salt = derive(self.hkdf, &self.secret, "derived", digest(hash, &[])?.as_ref());
        Ok(Schedule { hkdf: self.hkdf, secret: hkdf_extract(hash, salt.as_ref(), shared) })
    }
}

/// The salt for the handshake secret, derived from an early secret without PSK. It only depends on the hash and the
/// protocol, so it is computed once.
fn before_key_exchange(hkdf: Hkdf) -> Result<&'static Secret> {
    static TLS: [OnceLock<Secret>; 2] = [const { OnceLock::new() }; 2];
    static DTLS: [OnceLock<Secret>; 2] = [const { OnceLock::new() }; 2];
    let hash = hkdf.digest;
    let [sha256, sha384] = if hkdf.datagram { &DTLS } else { &TLS };
    let cell = match hash {
        Digest::Sha256 => sha256,
        Digest::Sha384 => sha384,
        _ => return err(GNUTLS_E_INTERNAL_ERROR),
    };
    if let Some(secret) = cell.get() {
        return Ok(secret);
    }
    let zeros = [0u8; 64];
    let early = hkdf_extract(hash, &[], &zeros[..hash.output_size()]);
    let derived = derive(hkdf, &early, "derived", digest(hash, &[])?.as_ref());
    Ok(cell.get_or_init(|| derived))
}

/// The key schedule after the key exchange.
pub struct Schedule {
    pub hkdf: Hkdf,
    secret: Secret,
}

/// The traffic secrets of both directions.
pub struct Traffic {
    pub client: Secret,
    pub server: Secret,
}

impl Schedule {
    /// Derives the handshake secret from the shared secret of the key exchange.
    pub fn handshake(hkdf: Hkdf, shared: &[u8]) -> Result<Self> {
        let secret = hkdf_extract(hkdf.digest, before_key_exchange(hkdf)?.as_ref(), shared);
        Ok(Schedule { hkdf, secret })
    }

    /// Derives the handshake traffic secrets and writes them to the key log.
    pub fn handshake_traffic(&self, cx: &mut Context, transcript: &[u8]) -> Traffic {
        let traffic = self.traffic("c hs traffic", "s hs traffic", transcript);
        cx.log_key("CLIENT_HANDSHAKE_TRAFFIC_SECRET", &traffic.client);
        cx.log_key("SERVER_HANDSHAKE_TRAFFIC_SECRET", &traffic.server);
        traffic
    }

    /// Derives the master secret, and from it the exporter secret, which is stored in the security
    /// parameters, and the application traffic secrets. `transcript` ends with the server's Finished.
    pub fn into_application(self, cx: &mut Context, transcript: &[u8]) -> Result<(Traffic, Master)> {
        let hash = self.hkdf.digest;
        let derived = derive(self.hkdf, &self.secret, "derived", digest(hash, &[])?.as_ref());
        let zeros = [0u8; 64];
        let secret = hkdf_extract(hash, derived.as_ref(), &zeros[..hash.output_size()]);
        let master = Schedule { hkdf: self.hkdf, secret };
        let traffic = master.traffic("c ap traffic", "s ap traffic", transcript);
        let exporter = derive(master.hkdf, &master.secret, "exp master", transcript);
        cx.log_key("EXPORTER_SECRET", &exporter);
        cx.log_key("CLIENT_TRAFFIC_SECRET_0", &traffic.client);
        cx.log_key("SERVER_TRAFFIC_SECRET_0", &traffic.server);
        cx.parameters.exporter_secret = Some(exporter);
        Ok((traffic, Master(master)))
    }

    fn traffic(&self, client: &str, server: &str, transcript: &[u8]) -> Traffic {
        Traffic {
            client: derive(self.hkdf, &self.secret, client, transcript),
            server: derive(self.hkdf, &self.secret, server, transcript),
        }
    }
}

/// The master secret.
pub struct Master(Schedule);

impl Master {
    /// The secret that PSKs of tickets are derived from. `transcript` ends with the client's Finished.
    pub fn resumption(&self, transcript: &[u8]) -> Secret {
        derive(self.0.hkdf, &self.0.secret, "res master", transcript)
    }
}

/// The PSK of a ticket (section 4.6.1).
pub fn ticket_psk(hkdf: Hkdf, resumption: &Secret, nonce: &[u8]) -> Secret {
    let mut psk = Secret::zero(resumption.len());
    hkdf_expand_label(hkdf, resumption.as_ref(), "resumption", nonce, psk.as_mut());
    psk
}

/// Derives key and IV from a traffic secret (RFC 8446 section 7.3).
pub fn traffic_keys(hkdf: Hkdf, cipher: Cipher, traffic: &Secret) -> (Zeroizing<Vec<u8>>, Vec<u8>) {
    let mut iv = vec![0u8; 12];
    hkdf_expand_label(hkdf, traffic.as_ref(), "iv", &[], &mut iv);
    (cipher_key(hkdf, cipher, traffic, "key"), iv)
}

fn cipher_key(hkdf: Hkdf, cipher: Cipher, traffic: &Secret, label: &str) -> Zeroizing<Vec<u8>> {
    let mut key = Zeroizing::new(vec![0u8; cipher.key_size()]);
    hkdf_expand_label(hkdf, traffic.as_ref(), label, &[], &mut key);
    key
}

/// The record protection for a traffic secret. In DTLS it also hides the sequence numbers (RFC 9147 section 4.2.3).
pub fn protection(hkdf: Hkdf, suite: &Suite, traffic: &Secret) -> Result<Protection> {
    let (key, iv) = traffic_keys(hkdf, suite.cipher, traffic);
    match hkdf.datagram {
        true => Protection::dtls13(suite.cipher, &key, &iv, &cipher_key(hkdf, suite.cipher, traffic, "sn")),
        false => Protection::tls13(suite.cipher, &key, &iv),
    }
}

/// Derives the next generation of a traffic secret (RFC 8446 section 7.2).
pub fn next_generation(hkdf: Hkdf, traffic: &Secret) -> Secret {
    derive(hkdf, traffic, "traffic upd", &[])
}

/// The verify data of a Finished message (RFC 8446 section 4.4.4).
pub fn finished(hkdf: Hkdf, traffic: &Secret, transcript: &[u8]) -> Result<Output> {
    let key = derive(hkdf, traffic, "finished", &[]);
    hmac(hkdf.digest, key.as_ref(), transcript)
}
