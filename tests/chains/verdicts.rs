//! What this library, rustls-webpki and OpenSSL say of a chain.
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use gnutls_rs::asn1::pem;
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::pki::crl::Crl;
use gnutls_rs::pki::verify::hostname::{TLS_SERVER, to_ascii};
use gnutls_rs::pki::verify::{VerifyParams, trust::TrustList};

use crate::NOW;
use crate::describe::Chain;
use crate::issue;

/// What is asked for: nothing, `name`, an address, or a mailbox.
pub(crate) enum Asked<'a> {
    Nothing,
    Host(&'a str),
    Address(IpAddr),
    Mailbox(&'a str),
}

impl Asked<'_> {
    pub(crate) fn of(text: &str) -> Asked<'_> {
        match text {
            "-" => Asked::Nothing,
            _ if text.contains('@') => Asked::Mailbox(text),
            _ => text.parse().map_or(Asked::Host(text), Asked::Address),
        }
    }
}

/// Our status; empty if the chain is valid.
pub(crate) fn ours(asked: &str, chain: &Chain) -> String {
    let read =
        |ders: &[Vec<u8>]| ders.iter().map(|d| Certificate::from_der(d)).collect::<Result<Vec<_>, _>>();
    let (anchors, certs) = match (read(&chain.anchors), read(&chain.certs)) {
        (Ok(anchors), Ok(certs)) => (anchors, certs),
        (Err(e), _) | (_, Err(e)) => return format!("not imported: {e:?}"),
    };
    let mut list = TrustList::new();
    anchors.iter().for_each(|a| list.add(a));
    for crl in &chain.crls {
        match Crl::from_der(crl) {
            Ok(crl) => list.add_crl(crl, false),
            Err(e) => return format!("CRL not imported: {e:?}"),
        }
    }
    let mut params = VerifyParams { now: NOW, purpose: Some(TLS_SERVER), ..Default::default() };
    match Asked::of(asked) {
        Asked::Mailbox(m) => (params.email, params.purpose) = (Some(m.as_bytes()), None),
        Asked::Nothing => {}
        _ => params.hostname = Some(asked.as_bytes()),
    }
    let status = list.verify(&certs, &params);
    if status.is_empty() { String::new() } else { format!("{status:?}") }
}

/// webpki's error; empty if the chain is valid. It knows no mailboxes.
pub(crate) fn webpkis(asked: &str, chain: &Chain) -> Option<String> {
    let host = match Asked::of(asked) {
        Asked::Mailbox(_) => return None,
        Asked::Nothing => None,
        Asked::Host(h) => Some(to_ascii(h)),
        Asked::Address(a) => Some(a.to_string()),
    };
    let all = issue::webpki_verdict(chain.parts(), NOW, host.as_deref());
    Some(all.err().unwrap_or_default())
}

pub(crate) fn write_pem(kind: &str, ders: &[Vec<u8>], path: &Path) {
    let text: Vec<u8> = ders.iter().flat_map(|d| pem::encode(kind, d)).collect();
    std::fs::write(path, text).unwrap();
}

/// `openssl verify` with what is the same for all chains.
pub(crate) fn openssl(asked: &str) -> Command {
    let mut command = Command::new("openssl");
    command.arg("verify").args(["-no-CApath", "-no-CAstore", "-partial_chain", "-attime", &NOW.to_string()]);
    match Asked::of(asked) {
        Asked::Mailbox(m) => command.args(["-verify_email", m]),
        Asked::Nothing => command.args(["-purpose", "sslserver"]),
        Asked::Host(h) => command.args(["-purpose", "sslserver", "-verify_hostname", &to_ascii(h)]),
        Asked::Address(a) => command.args(["-purpose", "sslserver", "-verify_ip", &a.to_string()]),
    };
    command
}

/// The error of `openssl verify`; `None` without the program.
pub(crate) fn openssls(asked: &str, chain: &Chain, dir: &Path) -> Option<String> {
    let at = |name: &str| dir.join(name);
    write_pem("CERTIFICATE", &chain.anchors, &at("anchors.pem"));
    write_pem("CERTIFICATE", &chain.certs[1..], &at("chain.pem"));
    write_pem("CERTIFICATE", &chain.certs[..1], &at("leaf.pem"));
    let mut command = openssl(asked);
    command.arg("-CAfile").arg(at("anchors.pem"));
    if chain.certs.len() > 1 {
        command.arg("-untrusted").arg(at("chain.pem"));
    }
    if !chain.crls.is_empty() {
        write_pem("X509 CRL", &chain.crls, &at("crls.pem"));
        command.args(["-crl_check", "-extended_crl", "-CRLfile"]).arg(at("crls.pem"));
    }
    let out = command.arg(at("leaf.pem")).output().ok()?;
    let said = String::from_utf8_lossy(&out.stderr);
    match out.status.success() {
        true => Some(String::new()),
        false => Some(said.lines().find(|l| l.contains("error")).unwrap_or("failed").to_string()),
    }
}

pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("chains-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
