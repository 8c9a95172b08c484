//! Why a handshake cannot continue, in words for the log: what the peer offers and what this side supports.
use super::config::{Config, Role};
use super::ext::tls13;
use super::hello::ClientHello;
use super::step::Context;
use crate::abi::*;
use crate::alg::numbers::{GroupNumber, SignNumber, SuiteNumber, VersionNumber};
use crate::alg::{Sign, Suite, Version};
use crate::error::{AlertDescription, Error};
use crate::log::{list, reason, recode};
use crate::pki::cert::Certificate;
use crate::pki::describe::Described;

/// A server has no version in common with the client.
#[cold]
pub fn no_common_version(cx: &Context, hello: &ClientHello, listed: Option<&[u16]>) -> Error {
    let theirs = || match listed {
        Some(theirs) => list(theirs.iter().map(|v| VersionNumber(*v))),
        None => format!("{} and lower", VersionNumber(hello.legacy_version)),
    };
    reason!(
        Error::new(GNUTLS_E_UNSUPPORTED_VERSION_PACKET),
        "no protocol version in common: the client offers {}, we support {}; see VERS- in the priority string",
        theirs(),
        ours(cx.config)
    )
}

fn ours(config: &Config) -> String {
    list(config.versions().map(Version::name))
}

/// A client does not support the version that the server selected.
#[cold]
pub fn version_not_offered(cx: &Context, theirs: u16) -> Error {
    reason!(
        Error::new(GNUTLS_E_UNSUPPORTED_VERSION_PACKET),
        "the server selected {}, but we offered {}; see VERS- in the priority string",
        VersionNumber(theirs),
        ours(cx.config)
    )
}

/// A client repeats its connection with a lower version than the server supports (RFC 7507).
#[cold]
pub fn fallback(cx: &Context, theirs: u16) -> Error {
    reason!(
        Error::new(GNUTLS_E_INAPPROPRIATE_FALLBACK),
        "the client says that it fell back to {}, but we support {}: an attacker may have disturbed its first attempt",
        VersionNumber(theirs),
        ours(cx.config)
    )
}

/// A server has no credentials for the cipher suites that it has in common with the client.
#[cold]
pub fn no_credentials(suite: &Suite) -> Error {
    reason!(
        Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS),
        "the server has no credentials for {}: call gnutls_credentials_set before the handshake",
        suite.name
    )
}

/// No cipher suite of the negotiated version is in both lists.
#[cold]
pub fn no_common_suite(cx: &Context, hello: &ClientHello, version: Version) -> Error {
    // A server without TLS 1.3 does not look at the versions that the client lists, and finds no suite.
    if let Ok(Some(listed)) = tls13::read_versions(&hello.extensions)
        && !listed.contains(&version.wire())
    {
        let error = no_common_version(cx, hello, Some(&listed));
        return recode(error, Error::new(GNUTLS_E_NO_CIPHER_SUITES));
    }
    let of_version = |s: &&'static Suite| s.min.is_tls13() == version.is_tls13();
    reason!(
        Error::new(GNUTLS_E_NO_CIPHER_SUITES),
        "no cipher suite in common for {}: the client offers {}, we support {}",
        version.name(),
        list(hello.suites.iter().map(|s| SuiteNumber(*s))),
        list(cx.config.suites().filter(of_version).map(|s| s.name))
    )
}

/// No group is in both lists. The two versions have different codes for it.
#[cold]
pub fn no_common_group(cx: &Context, theirs: &[u16], code: c_int) -> Error {
    reason!(
        Error::new(code),
        "no group in common: the client offers {}, we support {}; see GROUP- in the priority string",
        list(theirs.iter().map(|g| GroupNumber(*g))),
        list(cx.config.groups().map(|g| g.name()))
    )
}

/// The server's prime is smaller than the application allows.
#[cold]
pub fn small_prime(config: &Config, bits: u32) -> Error {
    reason!(
        Error::with_alert(GNUTLS_E_DH_PRIME_UNACCEPTABLE, AlertDescription::INSUFFICIENT_SECURITY),
        "the server's Diffie-Hellman prime has {bits} bits, less than the {} that are required",
        config.least_prime
    )
}

/// No signature scheme is in both lists.
#[cold]
pub fn no_common_sign(cx: &Context, theirs: &[u16]) -> Error {
    reason!(
        Error::new(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM),
        "no signature scheme in common: the client offers {}, we support {}; see SIGN- in the priority string",
        list(theirs.iter().map(|s| SignNumber(*s))),
        list(cx.config.signs().map(Sign::name))
    )
}

/// The peer signed with a scheme that was not offered.
#[cold]
pub fn sign_not_offered(config: &Config, number: u16, error: Error) -> Error {
    reason!(
        error,
        "{} signed with {}, but we offered {}",
        peer(config),
        SignNumber(number),
        list(config.signs().map(Sign::name))
    )
}

/// The signature of a handshake message is wrong.
#[cold]
pub fn bad_signature(config: &Config, sign: Sign, leaf: &Certificate, error: Error) -> Error {
    reason!(
        error,
        "the {} signature of {} does not fit the key of its certificate ({})",
        sign.name(),
        peer(config),
        Described(leaf)
    )
}

/// The certificate has a key that the signature scheme or the cipher suite is not for.
#[cold]
pub fn wrong_key(config: &Config, leaf: &Certificate, what: &str, error: Error) -> Error {
    let pk = leaf.pk().map_or("an unknown key", |pk| pk.name());
    reason!(
        error,
        "{} has a certificate with a {pk} key, which does not fit {what} ({})",
        peer(config),
        Described(leaf)
    )
}

/// The key usage of the peer's certificate does not allow signatures.
#[cold]
pub fn key_usage(config: &Config, leaf: &Certificate) -> Error {
    reason!(
        Error::new(GNUTLS_E_KEY_USAGE_VIOLATION),
        "the key usage of {}'s certificate does not allow digital signatures, which the handshake needs: \
         it has to be issued anew with digitalSignature ({})",
        peer(config),
        Described(leaf)
    )
}

/// A client sent no certificate to a server that requires one.
#[cold]
pub fn no_client_certificate(error: Error) -> Error {
    reason!(
        error,
        "the client sent no certificate, and this server requires one: \
         the client needs a certificate and key, issued below a CA that this server trusts"
    )
}

/// The server selected something that was not offered.
#[cold]
pub fn suite_not_offered(number: u16, offered: &[u16], error: Error) -> Error {
    reason!(
        error,
        "the server selected the cipher suite {}, but we offered {}",
        SuiteNumber(number),
        list(offered.iter().map(|s| SuiteNumber(*s)))
    )
}

/// The verify data of a Finished is wrong.
#[cold]
pub fn bad_finished(config: &Config) -> Error {
    reason!(
        Error::new(GNUTLS_E_ERROR_IN_FINISHED_PACKET),
        "the Finished of {} does not fit what we sent and received: messages were changed in between, or the keys differ",
        peer(config)
    )
}

fn peer(config: &Config) -> &'static str {
    match config.role {
        Role::Client => "the server",
        Role::Server => "the client",
    }
}
