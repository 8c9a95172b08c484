//! Certificate policies (RFC 5280 section 6.1).
//!
//! An application of GnuTLS's interface cannot name policies of its own: every policy is acceptable to it, and what is decided is
//! whether there is a policy where a CA requires one. The tree of valid policies is only asked whether it is empty, so that its lowest
//! level is enough: a set of policies, not larger than what the certificates list, where the tree may grow exponentially (RFC 9618).
use std::collections::{HashMap, HashSet};

use crate::asn1::oid;
use crate::error::Result;
use crate::pki::cert::Certificate;
use crate::pki::ext::policy_constraints::{self, PolicyConstraints};
use crate::pki::ext::{policies, policy_mappings};

/// Maximum number of policies and mappings in a path whose policies are processed. A path with more is rejected.
const MAX_POLICIES: usize = 1 << 14;

/// True if the policies of a path, end certificate first and without the anchor, are valid.
pub fn are_valid(path: &[Certificate]) -> bool {
    // Only these two extensions can make policies invalid.
    let concerned = |c: &Certificate| {
        c.extension(oid::POLICY_CONSTRAINTS).is_some() || c.extension(oid::POLICY_MAPPINGS).is_some()
    };
    !path.iter().any(concerned) || process(path).unwrap_or(false)
}

/// What section 6.1.2 initializes and each certificate changes.
struct State<'a> {
    /// The policies that the next certificate may list: the union of expected_policy_set in the lowest level of the tree.
    expected: HashSet<&'a [u8]>,
    explicit: u32,
    mapping: u32,
    inhibit_any: u32,
    /// Number of policies and mappings that may still be read.
    left: usize,
}

fn process(path: &[Certificate]) -> Result<bool> {
    let unlimited = path.len() as u32 + 1;
    let mut state = State {
        expected: HashSet::from([oid::ANY_POLICY]),
        explicit: unlimited,
        mapping: unlimited,
        inhibit_any: unlimited,
        left: MAX_POLICIES,
    };
    for (below, cert) in path.iter().enumerate().rev() {
        let last = below == 0;
        if !state.narrow(cert, last)? || (state.explicit == 0 && state.expected.is_empty()) {
            return Ok(false);
        }
        if !last && !state.map(cert)? {
            return Ok(false);
        }
        state.constrain(cert, last)?;
    }
    Ok(state.explicit > 0 || !state.expected.is_empty())
}

impl<'a> State<'a> {
    /// False if more is listed than is processed.
    fn afford(&mut self, n: usize) -> bool {
        let left = self.left.checked_sub(n);
        self.left = left.unwrap_or(0);
        left.is_some()
    }

    /// Section 6.1.3 (d) and (e): the policies of this certificate that are expected.
    fn narrow(&mut self, cert: &'a Certificate, last: bool) -> Result<bool> {
        let Some(extension) = cert.extension(oid::CERTIFICATE_POLICIES) else {
            self.expected.clear();
            return Ok(true);
        };
        let listed = policies::read(extension.value)?;
        if !self.afford(listed.len()) {
            return Ok(false);
        }
        let any = listed.iter().any(|p| p.oid == oid::ANY_POLICY)
            && (self.inhibit_any > 0 || (!last && cert.is_self_issued()));
        let all_expected = self.expected.contains(oid::ANY_POLICY);
        let named = listed.iter().map(|p| p.oid).filter(|p| *p != oid::ANY_POLICY);
        let valid: HashSet<&[u8]> = named.filter(|p| all_expected || self.expected.contains(p)).collect();
        if any {
            // anyPolicy stands for each expected policy that the certificate does not list.
            self.expected.extend(valid);
        } else {
            self.expected = valid;
        }
        Ok(true)
    }

    /// Section 6.1.4 (a) and (b): translates the policies into the subject's domain.
    fn map(&mut self, cert: &'a Certificate) -> Result<bool> {
        let Some(extension) = cert.extension(oid::POLICY_MAPPINGS) else { return Ok(true) };
        let list = policy_mappings::read(extension.value)?;
        if !self.afford(list.len()) || list.iter().any(|m| m.0 == oid::ANY_POLICY || m.1 == oid::ANY_POLICY) {
            return Ok(false);
        }
        let mut mapped: HashMap<&[u8], Vec<&[u8]>> = HashMap::new();
        for (issuer, subject) in list {
            mapped.entry(issuer).or_default().push(subject);
        }
        let any = self.expected.contains(oid::ANY_POLICY);
        let before = core::mem::take(&mut self.expected);
        self.expected = before.iter().copied().filter(|p| !mapped.contains_key(p)).collect();
        if self.mapping > 0 {
            let valid = mapped.iter().filter(|(issuer, _)| any || before.contains(*issuer));
            self.expected.extend(valid.flat_map(|(_, subjects)| subjects));
        }
        Ok(true)
    }

    /// Section 6.1.4 (h) to (j), and for the end certificate 6.1.5 (a) and (b).
    fn constrain(&mut self, cert: &Certificate, last: bool) -> Result<()> {
        if last || !cert.is_self_issued() {
            for skip in [&mut self.explicit, &mut self.mapping, &mut self.inhibit_any] {
                *skip = skip.saturating_sub(1);
            }
        }
        let read = cert.extension(oid::POLICY_CONSTRAINTS).map(|e| policy_constraints::read(e.value));
        let PolicyConstraints { require_explicit, inhibit_mapping } = read.transpose()?.unwrap_or_default();
        let any =
            cert.extension(oid::INHIBIT_ANY_POLICY).map(|e| policy_constraints::read_inhibit_any(e.value));
        if last {
            // The end certificate can only require a policy of itself.
            if require_explicit == Some(0) {
                self.explicit = 0;
            }
            return Ok(());
        }
        self.explicit = self.explicit.min(require_explicit.unwrap_or(u32::MAX));
        self.mapping = self.mapping.min(inhibit_mapping.unwrap_or(u32::MAX));
        self.inhibit_any = self.inhibit_any.min(any.transpose()?.unwrap_or(u32::MAX));
        Ok(())
    }
}
