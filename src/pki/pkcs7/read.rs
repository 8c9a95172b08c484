//! Reading of signed data (RFC 5652 sections 3 and 5.1).
use super::data::Pkcs7;
use super::list::List;
use super::signer::{SignerInfo, algorithm};
use crate::abi::*;
use crate::asn1::{ber, der, oid};
use crate::error::{Result, err};

impl Pkcs7 {
    /// Reads a ContentInfo with SignedData in DER or BER. Fails with
    /// `GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE` if it has other content.
    pub fn from_ber(bytes: &[u8]) -> Result<Pkcs7> {
        let mut outer = ber::Reader::new(bytes);
        let mut info = outer.sequence()?;
        outer.finish()?;
        let content_type = info.oid()?;
        let content = info.optional(der::context_constructed(0))?;
        info.finish()?;
        if content_type != oid::SIGNED_DATA {
            return err(GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE);
        }
        let Some(content) = content else { return err(GNUTLS_E_ASN1_VALUE_NOT_FOUND) };
        let mut content = content.open();
        let data = signed_data(content.sequence()?)?;
        content.finish()?;
        Ok(data)
    }
}

fn signed_data(mut r: ber::Reader<'_>) -> Result<Pkcs7> {
    let version = r.expect(der::INTEGER)?.value.to_vec();
    let digests = list(r.expect(der::SET)?, |e, list| algorithm(&e).and_then(|e| list.push(&e)))?;
    let mut encapsulated = r.sequence()?;
    let content_type = encapsulated.oid()?.to_vec();
    let content = match encapsulated.optional(der::context_constructed(0))? {
        Some(e) => Some(ber::whole(e.value)?.raw.to_vec()),
        None => None,
    };
    encapsulated.finish()?;
    let raw = |e: ber::Element<'_>, list: &mut List| list.push(e.raw);
    let mut optional = |tag| match r.optional(der::context_constructed(tag))? {
        Some(set) => list(set, raw),
        None => Ok(List::default()),
    };
    let (certificates, crls) = (optional(0)?, optional(1)?);
    let signers = list(r.expect(der::SET)?, |e, list| list.push(&SignerInfo::normalized(&e)?))?;
    r.finish()?;
    Ok(Pkcs7 { version, digests, content_type, content, certificates, crls, signers })
}

/// The elements of a set.
fn list(
    set: ber::Element<'_>,
    mut add: impl FnMut(ber::Element<'_>, &mut List) -> Result<()>,
) -> Result<List> {
    let mut list = List::default();
    let mut r = set.open();
    while !r.is_empty() {
        add(r.any()?, &mut list)?;
    }
    list.shrink();
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::der::Write as _;

    const STREAM: &[u8] = include_bytes!("../testdata/pkcs7_stream.p7");
    const TWO: &[u8] = include_bytes!("../testdata/pkcs7_two.p7");

    #[test]
    fn lengths_of_any_form_are_read() {
        let read = Pkcs7::from_ber(STREAM).unwrap();
        assert_eq!(read.embedded().unwrap().unwrap(), &b"hello, signed world\n"[..]);
        assert_eq!((read.certificates.len(), read.crls.len(), read.signer_count()), (1, 0, 1));
        let again = read.to_der().unwrap();
        assert_ne!(again, STREAM);
        assert_eq!(Pkcs7::from_ber(&again).unwrap(), read);
    }

    #[test]
    fn what_is_in_der_is_written_as_it_was() {
        assert_eq!(Pkcs7::from_ber(TWO).unwrap().to_der().unwrap(), TWO);
    }

    // What is read can be written, and is then read again as the same.
    #[test]
    fn damaged_data_is_refused_or_written_as_it_is_read() {
        for good in [STREAM, TWO] {
            for n in 0..good.len() {
                assert!(Pkcs7::from_ber(&good[..n]).is_err(), "{n}");
                for bit in [1, 0x20, 0x80, 0xff] {
                    let mut bad = good.to_vec();
                    bad[n] ^= bit;
                    let Ok(read) = Pkcs7::from_ber(&bad) else { continue };
                    let Ok(der) = read.to_der() else { continue };
                    let again = Pkcs7::from_ber(&der).unwrap();
                    assert_eq!(again.to_der().unwrap(), der);
                    assert_eq!(again.signer_count(), read.signer_count());
                    for i in 0..read.signer_count() {
                        read.signer(i).unwrap();
                    }
                }
            }
            assert!(Pkcs7::from_ber(&[good, &[0]].concat()).is_err());
        }
    }

    #[test]
    fn other_content_is_refused() {
        let mut other = Vec::new();
        other.nested(der::SEQUENCE, |w| {
            w.oid(oid::DATA);
            w.nested(der::context_constructed(0), |w| w.element(der::OCTET_STRING, b"data"));
        });
        let code = |bytes: &[u8]| Pkcs7::from_ber(bytes).unwrap_err().code();
        assert_eq!(code(&other), GNUTLS_E_UNKNOWN_PKCS_CONTENT_TYPE);
        assert_eq!(code(b""), GNUTLS_E_ASN1_TAG_ERROR);
        assert_eq!(code(b"xx"), GNUTLS_E_ASN1_TAG_ERROR);
    }
}
