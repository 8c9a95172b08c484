//! What a session leaves for a later one that resumes it, and how it is written: as session data of a client, as an entry
//! of a server's database, and as the contents of a server's ticket.
use zeroize::Zeroizing;

use crate::abi::*;
use crate::alg::suites::{self, Suite};
use crate::alg::{Group, Version};
use crate::codec::Reader;
use crate::crypto::secret::Secret;
use crate::error::{Error, Result, err};
use crate::pki::cert::Certificate;

/// How long a session can be resumed, in seconds, unless the application says otherwise
/// (`gnutls_db_set_cache_expiration`).
pub const DEFAULT_LIFETIME: u32 = 21600;

/// The longest that it can be, for an application and for a server's ticket (RFC 8446 section 4.6.1).
pub const MAX_LIFETIME: u32 = 604800;

/// The longest name and ALPN protocol that the format has room for.
const MAX_NAME: usize = 255;

/// Identifies the format; the last byte is its version.
const MAGIC: [u8; 4] = [0xb7, b'g', b'r', 2];

/// The part at a fixed place: magic, creation and lifetime, which `gnutls_db_check_entry_time` reads.
const HEADER: usize = 16;

/// Session data that resumes nothing: what a session of TLS 1.3 without a ticket has to give.
pub const NOTHING: [u8; 4] = [0; 4];

const MALFORMED: Error = Error::new(GNUTLS_E_DB_ERROR);

/// The state of a session that a later one needs.
pub struct SavedSession {
    pub version: Version,
    pub suite: &'static Suite,
    /// The master secret of TLS 1.2, or the PSK of TLS 1.3.
    pub secret: Secret,
    pub extended_master_secret: bool,
    /// Seconds since 1970.
    pub created: u64,
    /// Seconds.
    pub lifetime: u32,
    pub group: Option<Group>,
    pub session_id: Vec<u8>,
    /// The name of the server that the client asked for; empty if it asked for none.
    pub server_name: Vec<u8>,
    /// The ALPN protocol; empty if there was none.
    pub alpn: Vec<u8>,
    /// How many bytes of early data the server accepts.
    pub max_early_data: u32,
    pub peer_chain: Vec<Certificate>,
    /// The OCSP responses that came with the chain; empty for a certificate without one.
    pub ocsp: Vec<Vec<u8>>,
    pub ticket: Option<Ticket>,
    /// The client's name in a session with a PSK of the application or with SRP.
    pub client_name: Option<Vec<u8>>,
    /// The application has the master secret from elsewhere (`gnutls_session_set_premaster`): no server name and no
    /// certificate belongs to it. Such a session is not written.
    pub premaster: bool,
}

/// A ticket of the server. In the contents of a server's own ticket, `bytes` is empty.
#[derive(Clone)]
pub struct Ticket {
    pub bytes: Vec<u8>,
    /// TLS 1.3: what is added to the age that a client shows.
    pub age_add: u32,
    /// When a client received it, or a server issued it, in milliseconds since 1970.
    pub at: u64,
}

/// An encoded session. It has secrets, and is not printed.
pub struct Encoded(pub Zeroizing<Vec<u8>>);

impl core::fmt::Debug for Encoded {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Encoded({} bytes)", self.0.len())
    }
}

impl SavedSession {
    pub fn is_expired(&self, now: u64) -> bool {
        now.saturating_sub(self.created) >= self.lifetime.into()
    }

    /// The encoding, or `GNUTLS_E_HANDSHAKE_TOO_LARGE` for a chain or a ticket without bounds.
    pub fn write(&self) -> Result<Zeroizing<Vec<u8>>> {
        let chain: usize = self.peer_chain.iter().map(|c| c.der().len() + 3).sum();
        let responses: usize = self.ocsp.iter().map(|r| r.len() + 3).sum();
        let ticket = self.ticket.as_ref().map_or(0, |t| t.bytes.len());
        // As much as can be needed, so that no copy of the secret stays behind.
        let name = self.client_name.as_ref().map_or(0, Vec::len);
        let most = HEADER + 64 + self.secret.len() + 3 * MAX_NAME + chain + responses + ticket + name;
        let mut out = Encoding(Zeroizing::new(Vec::with_capacity(most)));
        out.bytes(&MAGIC);
        out.bytes(&self.created.to_be_bytes());
        out.bytes(&self.lifetime.to_be_bytes());
        out.bytes(&self.version.wire().to_be_bytes());
        out.bytes(&self.suite.wire.to_be_bytes());
        out.bytes(&[u8::from(self.extended_master_secret)]);
        out.bytes(&self.group.and_then(Group::wire).unwrap_or_default().to_be_bytes());
        out.bytes(&self.max_early_data.to_be_bytes());
        out.vector(1, self.secret.as_ref())?;
        for field in [&self.session_id, &self.server_name, &self.alpn] {
            out.vector(1, field)?;
        }
        out.length(3, chain)?;
        for certificate in &self.peer_chain {
            out.vector(3, certificate.der())?;
        }
        out.length(3, responses)?;
        for response in &self.ocsp {
            out.vector(3, response)?;
        }
        out.bytes(&[u8::from(self.ticket.is_some())]);
        if let Some(ticket) = &self.ticket {
            out.bytes(&ticket.at.to_be_bytes());
            out.bytes(&ticket.age_add.to_be_bytes());
            out.vector(2, &ticket.bytes)?;
        }
        out.bytes(&[u8::from(self.client_name.is_some())]);
        if let Some(name) = &self.client_name {
            out.vector(2, name)?;
        }
        debug_assert!(out.0.len() <= most);
        Ok(out.0)
    }

    /// Reads an encoding. Others fail with `GNUTLS_E_PARSING_ERROR` if they are too short to be one, and with
    /// `GNUTLS_E_DB_ERROR`.
    pub fn read(bytes: &[u8]) -> Result<SavedSession> {
        let mut r = header(bytes)?;
        let saved = SavedSession::read_fields(&mut r).map_err(|_| MALFORMED)?;
        match r.is_empty() {
            true => Ok(saved),
            false => Err(MALFORMED),
        }
    }

    fn read_fields(r: &mut Reader<'_>) -> Result<SavedSession> {
        let (created, lifetime) = (r.u64()?, r.u32()?);
        let version = Version::from_wire(r.u16()?).ok_or(MALFORMED)?;
        let suite = suites::by_wire(r.u16()?).filter(|s| s.allowed_in(version)).ok_or(MALFORMED)?;
        let extended_master_secret = flag(r)?;
        let group = match r.u16()? {
            0 => None,
            number => Some(Group::from_wire(number).ok_or(MALFORMED)?),
        };
        let max_early_data = r.u32()?;
        let secret = r.vec8()?;
        let size = if version.is_tls13() { suite.prf.output_size() } else { 48 };
        if secret.len() != size {
            return Err(MALFORMED);
        }
        let secret = Secret::from_slice(secret);
        let session_id = r.vec8()?.to_vec();
        if session_id.len() > 32 {
            return Err(MALFORMED);
        }
        let (server_name, alpn) = (r.vec8()?.to_vec(), r.vec8()?.to_vec());
        let mut list = Reader::new(r.vec24()?);
        let mut peer_chain = Vec::new();
        while !list.is_empty() {
            peer_chain.push(Certificate::from_either(list.vec24()?)?);
        }
        let mut list = Reader::new(r.vec24()?);
        let mut ocsp = Vec::new();
        while !list.is_empty() {
            ocsp.push(list.vec24()?.to_vec());
        }
        let ticket = match flag(r)? {
            true => Some(Ticket { at: r.u64()?, age_add: r.u32()?, bytes: r.vec16()?.to_vec() }),
            false => None,
        };
        let client_name = if flag(r)? { Some(r.vec16()?.to_vec()) } else { None };
        Ok(SavedSession {
            version,
            suite,
            secret,
            extended_master_secret,
            created,
            lifetime,
            group,
            session_id,
            server_name,
            alpn,
            max_early_data,
            peer_chain,
            ocsp,
            ticket,
            client_name,
            premaster: false,
        })
    }
}

/// When an encoding was made and how many seconds it counts (`gnutls_db_check_entry_time`).
pub fn times(bytes: &[u8]) -> Result<(u64, u32)> {
    let mut r = header(bytes)?;
    Ok((r.u64()?, r.u32()?))
}

/// Writes only the part that [`times`] reads, for an entry of the database against replays.
pub fn write_times(created: u64, lifetime: u32) -> [u8; HEADER] {
    let mut out = [0; HEADER];
    out[..4].copy_from_slice(&MAGIC);
    out[4..12].copy_from_slice(&created.to_be_bytes());
    out[12..].copy_from_slice(&lifetime.to_be_bytes());
    out
}

/// A reader behind the magic.
fn header(bytes: &[u8]) -> Result<Reader<'_>> {
    let short = Error::new(GNUTLS_E_PARSING_ERROR);
    let (magic, rest) = bytes.split_first_chunk().ok_or(short)?;
    match magic == &MAGIC {
        true if bytes.len() < HEADER => Err(short),
        true => Ok(Reader::new(rest)),
        false => Err(MALFORMED),
    }
}

fn flag(r: &mut Reader<'_>) -> Result<bool> {
    match r.u8()? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(MALFORMED),
    }
}

/// An encoding in memory that was reserved for it.
struct Encoding(Zeroizing<Vec<u8>>);

impl Encoding {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// A length field of `width` bytes.
    fn length(&mut self, width: usize, length: usize) -> Result<()> {
        if length >> (8 * width) != 0 {
            return err(GNUTLS_E_HANDSHAKE_TOO_LARGE);
        }
        self.bytes(&(length as u64).to_be_bytes()[8 - width..]);
        Ok(())
    }

    fn vector(&mut self, width: usize, bytes: &[u8]) -> Result<()> {
        self.length(width, bytes.len())?;
        self.bytes(bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(version: Version, suite: u16) -> SavedSession {
        let pem = include_bytes!("../pki/testdata/p384.pem");
        let der = crate::asn1::pem::decode(Some("CERTIFICATE"), pem).unwrap();
        let suite = suites::by_wire(suite).unwrap();
        SavedSession {
            version,
            suite,
            secret: Secret::from_slice(
                &[7; 48][..if version == Version::Tls13 { suite.prf.output_size() } else { 48 }],
            ),
            extended_master_secret: true,
            created: 1000,
            lifetime: 60,
            group: Group::from_wire(23),
            session_id: vec![1; 32],
            server_name: b"a.example".to_vec(),
            alpn: b"h2".to_vec(),
            max_early_data: 0x4000,
            peer_chain: vec![Certificate::from_der(&der).unwrap()],
            ocsp: vec![vec![3; 5], Vec::new()],
            ticket: Some(Ticket { bytes: vec![9; 200], age_add: 5, at: 1_000_000 }),
            client_name: Some(b"bob".to_vec()),
            premaster: false,
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for (version, suite) in [(Version::Tls12, 0xc02c), (Version::Tls13, 0x1301), (Version::Tls13, 0x1302)]
        {
            let written = saved(version, suite).write().unwrap();
            let read = SavedSession::read(&written).unwrap();
            assert_eq!(read.write().unwrap(), written);
            assert_eq!((read.version, read.suite.wire), (version, suite));
            assert_eq!(read.peer_chain[0].der(), saved(version, suite).peer_chain[0].der());
            assert_eq!(times(&written).unwrap(), (1000, 60));
        }
    }

    #[test]
    fn nothing_else_is_read() {
        let written = saved(Version::Tls13, 0x1301).write().unwrap();
        for n in 0..written.len() {
            let code = SavedSession::read(&written[..n]).err().unwrap().code();
            let want = if n < HEADER { GNUTLS_E_PARSING_ERROR } else { GNUTLS_E_DB_ERROR };
            assert_eq!(code, want, "{n}");
        }
        let longer = [&written[..], &[0]].concat();
        assert!(SavedSession::read(&longer).is_err());
        for i in 0..written.len() {
            let mut changed = written.to_vec();
            changed[i] ^= 0xff;
            // Whatever it is, it is read within its bounds.
            let _ = SavedSession::read(&changed);
        }
        let mut other = written.to_vec();
        other[3] += 1;
        assert_eq!(SavedSession::read(&other).err().unwrap().code(), GNUTLS_E_DB_ERROR);
    }

    #[test]
    fn it_lasts_as_long_as_it_says() {
        let saved = saved(Version::Tls12, 0xc02c);
        assert!(!saved.is_expired(1059) && saved.is_expired(1060));
        assert!(!saved.is_expired(0));
    }
}
