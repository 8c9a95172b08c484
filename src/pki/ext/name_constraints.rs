//! NameConstraints (RFC 5280 section 4.2.1.10).
use super::general_name::GeneralName;
use crate::abi::*;
use crate::asn1::der::{self, Reader, Write as _};
use crate::error::{Result, err};

#[derive(Clone, Debug, Default)]
pub struct NameConstraints<'a> {
    pub permitted: Vec<GeneralName<'a>>,
    pub excluded: Vec<GeneralName<'a>>,
    /// A subtree has a minimum above 0 or a maximum, which have no meaning in this profile.
    pub bounded: bool,
}

/// Reads name constraints. Subtrees of unsupported types and invalid subtrees are errors: ignoring one would
/// allow names that it forbids.
pub fn read(value: &[u8]) -> Result<NameConstraints<'_>> {
    let mut r = der::whole(value, der::SEQUENCE)?.open();
    let mut out = NameConstraints::default();
    for (tag, list) in [(0, &mut out.permitted), (1, &mut out.excluded)] {
        if let Some(e) = r.optional(der::context_constructed(tag))? {
            let mut trees = e.open();
            while !trees.is_empty() {
                let (base, bounded) = subtree(trees.sequence()?)?;
                list.push(base);
                out.bounded |= bounded;
            }
        }
    }
    r.finish()?;
    Ok(out)
}

/// Reads the base of a GeneralSubtree, and whether it has a minimum above 0 or a maximum.
fn subtree(mut r: Reader<'_>) -> Result<(GeneralName<'_>, bool)> {
    let base = GeneralName::read(&mut r).map_err(|_| GNUTLS_E_ASN1_DER_ERROR)?;
    let minimum = r.optional(der::context(0))?.is_some_and(|e| e.value.iter().any(|b| *b != 0));
    let maximum = r.optional(der::context(1))?.is_some();
    r.finish()?;
    match base {
        GeneralName::Ip(range) => check_range(range)?,
        GeneralName::Other { .. } | GeneralName::Registered(_) => return err(GNUTLS_E_X509_UNKNOWN_SAN),
        GeneralName::Unknown(_) => return err(GNUTLS_E_ASN1_DER_ERROR),
        _ => {}
    }
    Ok((base, minimum || maximum))
}

/// Validates an address range, which consists of an address and a contiguous mask (RFC 4632 section 3.1).
pub fn check_range(range: &[u8]) -> Result<()> {
    if !matches!(range.len(), 8 | 32) {
        return err(GNUTLS_E_ILLEGAL_PARAMETER);
    }
    let mask = &range[range.len() / 2..];
    let ones: u32 = mask.iter().map(|b| b.count_ones()).sum();
    let leading: u32 = mask.iter().map(|b| b.leading_ones()).take_while(|&n| n == 8).sum();
    let edge = mask.get(leading as usize / 8).map_or(0, |b| b.leading_ones());
    if ones == leading + edge { Ok(()) } else { err(GNUTLS_E_MALFORMED_CIDR) }
}

/// Encodes NameConstraints from encoded GeneralNames.
pub fn write(permitted: &[Vec<u8>], excluded: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        for (tag, names) in [(0, permitted), (1, excluded)] {
            if !names.is_empty() {
                w.nested(der::context_constructed(tag), |w| {
                    names.iter().for_each(|n| w.element(der::SEQUENCE, n));
                });
            }
        }
    });
    out
}

/// Network and mask from text like `192.0.2.0/24`. Bits of the address outside the mask are cleared.
pub fn network(cidr: &str) -> Option<Vec<u8>> {
    let (address, prefix) = cidr.split_once('/')?;
    let mut net = match address.parse().ok()? {
        core::net::IpAddr::V4(a) => a.octets().to_vec(),
        core::net::IpAddr::V6(a) => a.octets().to_vec(),
    };
    if prefix.is_empty() || !prefix.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let ones: usize = prefix.parse().ok().filter(|&n| n <= 8 * net.len())?;
    let mask: Vec<u8> =
        (0..net.len()).map(|i| !(0xffu32 >> ones.saturating_sub(8 * i).min(8)) as u8).collect();
    net.iter_mut().zip(&mask).for_each(|(n, m)| *n &= m);
    Some([net, mask].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pki::ext::to_hex;

    #[test]
    fn networks() {
        let net = |text| network(text).map(|n| to_hex(&n));
        assert_eq!(net("1.2.3.4/24").unwrap(), "01020300ffffff00");
        assert_eq!(net("1.2.3.4/13").unwrap(), "01000000fff80000");
        assert_eq!(net("0.0.0.0/0").unwrap(), "0000000000000000");
        assert!(net("2001:db8::/32").unwrap().starts_with("20010db800"));
        for bad in ["1.2.3.4", "1.2.3.4/40", "x/3", "1.2.3.4/", "1.2.3.4/+1"] {
            assert_eq!(net(bad), None, "{bad}");
        }
    }
}
