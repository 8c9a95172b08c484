//! Selection of algorithms that both sides support, and the checks of safe renegotiation.
use super::hello::ClientHello;
use super::step::Context;
use crate::abi::*;
use crate::alg::policy::SafeRenegotiation;
use crate::alg::{Sign, Suite, Version};
use crate::error::{Result, err};

/// Checks whether the handshake may continue. `safe` says whether the peer supports safe renegotiation (RFC
/// 5746); the policy and the previous handshake may require it.
pub(super) fn check_renegotiation(
    cx: &mut Context,
    policy: SafeRenegotiation,
    renegotiation: bool,
    safe: bool,
) -> Result<()> {
    // Support must not change between handshakes: that indicates an attack (sections 3.5, 3.7, 4.2 and 4.4).
    if renegotiation && safe != cx.parameters.safe_renegotiation {
        return err(GNUTLS_E_SAFE_RENEGOTIATION_FAILED);
    }
    cx.parameters.safe_renegotiation = safe;
    match (renegotiation, policy) {
        _ if safe => Ok(()),
        (true, SafeRenegotiation::Unsafe) => Ok(()),
        (true, _) => err(GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED),
        (false, SafeRenegotiation::Safe) => err(GNUTLS_E_SAFE_RENEGOTIATION_FAILED),
        (false, _) => Ok(()),
    }
}

/// The cipher suites of a version that both sides support, in the order of the side that has precedence.
pub(super) fn suites_in_common(cx: &Context, hello: &ClientHello, version: Version) -> Vec<&'static Suite> {
    let ours: Vec<&'static Suite> = cx.config.suites().filter(|s| s.allowed_in(version)).collect();
    if cx.config.policy.server_precedence {
        ours.into_iter().filter(|s| hello.has_suite(s.wire)).collect()
    } else {
        hello.suites.iter().filter_map(|w| ours.iter().copied().find(|s| s.wire == *w)).collect()
    }
}

/// Our signature schemes that the client supports, in our order.
pub(super) fn signs_in_common(cx: &Context, theirs: &[u16], version: Version) -> Vec<Sign> {
    cx.config
        .signs()
        .filter(|s| s.allowed_in(version) && s.wire().is_some_and(|w| theirs.contains(&w)))
        .collect()
}
