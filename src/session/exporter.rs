//! Keying material that an application derives from a session (RFC 5705, RFC 8446 section 7.5), and channel
//! bindings (RFC 5929, RFC 9266).
use super::Session;
use crate::abi::*;
use crate::alg::Digest;
use crate::crypto::hash::digest;
use crate::crypto::kdf::{Hkdf, derive_secret, hkdf_expand_label, tls_prf};
use crate::crypto::secret::Secret;
use crate::error::{Result, err};
use crate::handshake::config::Role;
use crate::handshake::parameters::SecurityParameters;
use crate::pki::cert::Certificate;

impl Session {
    /// `gnutls_prf_rfc5705`. Without a context, TLS 1.2 omits it; TLS 1.3 uses an empty one.
    pub fn export(&self, label: &[u8], context: Option<&[u8]>, out: &mut [u8]) -> Result<()> {
        self.parameters(|p| {
            let Some(suite) = p.suite else { return err(GNUTLS_E_INVALID_REQUEST) };
            if p.is_tls13() {
                let Some(exporter) = &p.exporter_secret else { return err(GNUTLS_E_INVALID_REQUEST) };
                let hkdf = p.hkdf().unwrap_or(Hkdf::tls(suite.prf));
                return export13(hkdf, exporter, label, context.unwrap_or_default(), out);
            }
            let mut extra = Vec::new();
            if let Some(context) = context {
                let Ok(length) = u16::try_from(context.len()) else { return err(GNUTLS_E_INVALID_REQUEST) };
                extra.extend_from_slice(&length.to_be_bytes());
                extra.extend_from_slice(context);
            }
            prf(p, label, false, &extra, out)
        })
    }

    /// `gnutls_prf`: the PRF with the client and server random as seed. On TLS 1.3 it is the
    /// exporter, which supports neither `server_first` nor `extra`.
    pub fn prf(&self, label: &[u8], server_first: bool, extra: &[u8], out: &mut [u8]) -> Result<()> {
        if self.parameters(|p| p.is_tls13()) {
            if server_first || !extra.is_empty() {
                return err(GNUTLS_E_INVALID_REQUEST);
            }
            return self.export(label, None, out);
        }
        self.parameters(|p| prf(p, label, server_first, extra, out))
    }

    /// `gnutls_prf_raw`: the PRF with a seed of the application.
    pub fn prf_raw(&self, label: &[u8], seed: &[u8], out: &mut [u8]) -> Result<()> {
        self.parameters(|p| match (&p.master_secret, p.prf()) {
            (Some(master), Some(hash)) => {
                tls_prf(hash, master.as_ref(), label, seed, out);
                Ok(())
            }
            _ => err(GNUTLS_E_INVALID_REQUEST),
        })
    }

    /// `tls-unique`: the first Finished of the last handshake (RFC 5929 section 3).
    pub fn tls_unique(&self) -> Result<Vec<u8>> {
        if !self.is_open() {
            return err(GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
        }
        self.parameters(|p| {
            if p.is_tls13() {
                err(GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE)
            } else {
                // Without extended_master_secret an attacker can make a resumed session have the value of another (RFC 7627
                // section 5.4). In an abbreviated handshake the server's Finished is the first.
                if p.resumed && !p.extended_master_secret {
                    return err(GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
                }
                Ok(if p.resumed { &p.server_verify_data } else { &p.client_verify_data }.clone())
            }
        })
    }

    /// `tls-server-end-point`: the hash of the server's certificate (RFC 5929 section 4).
    pub fn tls_server_end_point(&self) -> Result<Vec<u8>> {
        if !self.is_open() {
            return err(GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
        }
        let role = self.role();
        let leaf = self.parameters(|p| {
            let chain = if role == Role::Client { &p.peer_chain } else { &p.our_chain };
            chain.first().cloned()
        });
        match leaf {
            Some(leaf) if !leaf.is_raw_key() => {
                Ok(digest(end_point_digest(&leaf), leaf.der())?.as_ref().to_vec())
            }
            _ => err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
        }
    }

    /// `tls-exporter` (RFC 9266): before TLS 1.3 the extended master secret is what makes it unique.
    pub fn tls_exporter(&self) -> Result<Vec<u8>> {
        if !self.is_open() || self.parameters(|p| !p.is_tls13() && !p.extended_master_secret) {
            return err(GNUTLS_E_CHANNEL_BINDING_NOT_AVAILABLE);
        }
        let mut out = [0; 32];
        self.export(b"EXPORTER-Channel-Binding", Some(&[]), &mut out)?;
        Ok(out.to_vec())
    }
}

/// The exporter of TLS 1.3 (RFC 8446 section 7.5).
pub(super) fn export13(
    hkdf: Hkdf,
    exporter: &Secret,
    label: &[u8],
    context: &[u8],
    out: &mut [u8],
) -> Result<()> {
    let Ok(label) = core::str::from_utf8(label) else { return err(GNUTLS_E_INVALID_REQUEST) };
    let hash = hkdf.digest;
    if label.len() > 240 || out.len() > 255 * hash.output_size() {
        return err(GNUTLS_E_INVALID_REQUEST);
    }
    let secret = derive_secret(hkdf, exporter.as_ref(), label, digest(hash, &[])?.as_ref());
    let context = digest(hash, context)?;
    hkdf_expand_label(hkdf, secret.as_ref(), "exporter", context.as_ref(), out);
    Ok(())
}

/// The hash of the certificate's signature algorithm, or SHA-256 if that is MD5 or SHA-1 (RFC 5929 section
/// 4.1).
fn end_point_digest(leaf: &Certificate) -> Digest {
    match leaf.signature_algorithm().and_then(|s| s.digest()) {
        None | Some(Digest::Md5 | Digest::Sha1) => Digest::Sha256,
        Some(digest) => digest,
    }
}

fn prf(f: &SecurityParameters, label: &[u8], server_first: bool, extra: &[u8], out: &mut [u8]) -> Result<()> {
    let (Some(master), Some(hash)) = (&f.master_secret, f.prf()) else {
        return err(GNUTLS_E_INVALID_REQUEST);
    };
    let seed = if server_first {
        [&f.server_random[..], &f.client_random[..], extra].concat()
    } else {
        [&f.client_random[..], &f.server_random[..], extra].concat()
    };
    tls_prf(hash, master.as_ref(), label, &seed, out);
    Ok(())
}
