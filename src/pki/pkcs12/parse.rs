//! Takes a key, its chain and a CRL out of a PKCS #12 file.
use crate::abi::*;
use crate::alg::flags::EncryptFlags;
use crate::alg::{BagType, Format};
use crate::crypto::keys::PrivateKey;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::key_file;
use crate::pki::key_file::pbe::Encryption;
use crate::pki::pkcs12::Pfx;
use crate::pki::pkcs12::bag::{Bag, Element, Sealed};

/// Maximum work for all bags and the key of a file, in units of 1/8 microsecond: eight seconds. A single one is
/// bounded, too.
const MAX_WORK: u64 = 64_000_000;
/// Maximum number of certificates in a file.
const MAX_CERTIFICATES: usize = 1024;

const MISSING: Error = Error::new(GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);

/// What a file has.
pub struct Contents {
    pub key: PrivateKey,
    /// The certificate of the key and its issuers; empty if there is none.
    pub chain: Vec<Certificate>,
    /// The other certificates.
    pub extra: Vec<Certificate>,
    pub crl: Option<Crl>,
}

/// Everything of use in the bags, in the order of the file.
#[derive(Default)]
struct Found {
    key: Option<(PrivateKey, Option<Vec<u8>>)>,
    certificates: Vec<(Certificate, Option<Vec<u8>>)>,
    crl: Option<Crl>,
    work: u64,
}

/// Reads the first key of the file, the chain of its certificate, the other certificates and the first CRL. A
/// self-signed authority ends the chain, in which it is only `with_root`.
///
/// Fails with `GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE` if there is no key, and with
/// `GNUTLS_E_DECRYPTION_FAILED` if a password is needed and missing or wrong. The MAC is not verified.
pub fn parse(pfx: &Pfx, password: Option<&[u8]>, with_root: bool) -> Result<Contents> {
    if pfx.count() == 0 {
        pfx.bag(0)?; // tells an empty file from one that was never filled
    }
    let mut found = Found::default();
    for i in 0..pfx.count() {
        let mut bag = pfx.bag(i)?;
        if bag.encrypted().is_some() {
            found.open(&mut bag, password)?;
        }
        for element in bag.elements() {
            found.take(element, password)?;
        }
    }
    let (key, id) = found.key.ok_or(MISSING)?;
    let mut rest = found.certificates;
    let leaf = rest
        .iter()
        .position(|(c, _)| is_of(c, &key))
        .or_else(|| rest.iter().position(|(_, other)| id.is_some() && *other == id));
    let mut chain = Vec::new();
    if let Some(leaf) = leaf {
        chain.push(rest.remove(leaf).0);
        while let Some(issuer) = next(&chain, &rest, with_root) {
            chain.push(rest.remove(issuer).0);
        }
    }
    Ok(Contents { key, chain, extra: rest.into_iter().map(|(c, _)| c).collect(), crl: found.crl })
}

impl Found {
    fn open(&mut self, bag: &mut Bag, password: Option<&[u8]>) -> Result<()> {
        let Some(data) = bag.encrypted() else { return Ok(()) };
        if password.is_none() {
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        self.work(Encryption::read(Sealed::read(data)?.algorithm)?.work())?;
        bag.decrypt(password)
    }

    fn take(&mut self, element: &Element, password: Option<&[u8]>) -> Result<()> {
        match element.kind {
            BagType::KEY | BagType::ENCRYPTED_KEY if self.key.is_none() => {
                let key = match element.kind {
                    BagType::KEY => {
                        key_file::import_pkcs8(&element.data, Format::Der, None, EncryptFlags::PLAIN)?
                    }
                    _ => self.open_key(&element.data, password)?,
                };
                self.key = Some((key, element.key_id.clone()));
            }
            BagType::CERTIFICATE => {
                if self.certificates.len() >= MAX_CERTIFICATES {
                    return err(GNUTLS_E_MEMORY_ERROR);
                }
                self.certificates.push((Certificate::from_der(&element.data)?, element.key_id.clone()));
            }
            BagType::CRL if self.crl.is_none() => self.crl = Some(Crl::from_der(&element.data)?),
            _ => {}
        }
        Ok(())
    }

    fn open_key(&mut self, data: &[u8], password: Option<&[u8]>) -> Result<PrivateKey> {
        if password.is_none() {
            return err(GNUTLS_E_DECRYPTION_FAILED);
        }
        let algorithm = key_file::encryption_of(data, Format::Der)?;
        self.work(Encryption::read(&algorithm)?.work())?;
        key_file::import_pkcs8(data, Format::Der, password, EncryptFlags::empty())
    }

    fn work(&mut self, more: u64) -> Result<()> {
        self.work = self.work.saturating_add(more);
        if self.work > MAX_WORK { err(GNUTLS_E_ILLEGAL_PARAMETER) } else { Ok(()) }
    }
}

fn is_of(certificate: &Certificate, key: &PrivateKey) -> bool {
    certificate.public_key().is_ok_and(|public| public.spki() == key.public().spki())
}

/// The issuer of the chain's last certificate among the others.
fn next(chain: &[Certificate], rest: &[(Certificate, Option<Vec<u8>>)], with_root: bool) -> Option<usize> {
    let last = chain.last().filter(|c| !c.is_root())?;
    rest.iter().position(|(c, _)| last.names_issuer(c) && (with_root || !c.is_root()))
}
