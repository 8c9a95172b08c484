//! Handshake messages as lines of the log have them: name, size, and the extensions by name.
use super::ext::ExtensionType;
use super::messages::{HandshakeType, Message};
use crate::alg::Version;
use crate::alg::numbers::{GroupNumber, SignNumber, SuiteNumber, VersionNumber};
use crate::codec::Reader;
use crate::error::Result;
use crate::log::{Text, list};

/// Describes a message. `version` is the negotiated one, if it is known. A message that cannot be read is only named.
pub fn describe(message: &Message, version: Option<Version>) -> String {
    let content = content(message, version).unwrap_or_else(|_| " (not readable)".to_string());
    format!("{}, {} bytes{content}", message.description(), message.body().len())
}

fn content(message: &Message, version: Option<Version>) -> Result<String> {
    let mut r = message.reader();
    let tls13 = version.is_some_and(Version::is_tls13);
    Ok(match message.description() {
        HandshakeType::CLIENT_HELLO => client_hello(&mut r, message.sequence().is_some())?,
        HandshakeType::SERVER_HELLO | HandshakeType::HELLO_RETRY_REQUEST => server_hello(&mut r)?,
        HandshakeType::ENCRYPTED_EXTENSIONS => extensions(r.vec16()?)?,
        HandshakeType::CERTIFICATE => certificates(&mut r, tls13)?,
        HandshakeType::CERTIFICATE_REQUEST if tls13 => {
            r.vec8()?;
            extensions(r.vec16()?)?
        }
        HandshakeType::CERTIFICATE_VERIFY => format!(": {}", SignNumber(r.u16()?)),
        HandshakeType::NEW_SESSION_TICKET if tls13 => {
            r.take(8)?;
            r.vec8()?;
            r.vec16()?;
            extensions(r.vec16()?)?
        }
        HandshakeType::KEY_UPDATE => match r.u8()? {
            0 => String::new(),
            _ => ": the other side is to update its keys, too".to_string(),
        },
        _ => String::new(),
    })
}

fn client_hello(r: &mut Reader<'_>, datagram: bool) -> Result<String> {
    let version = VersionNumber(r.u16()?);
    r.take(32)?;
    let session_id = r.vec8()?.len();
    let cookie = if datagram { format!(", cookie of {} bytes", r.vec8()?.len()) } else { String::new() };
    let suites = numbers(r.vec16()?);
    r.vec8()?;
    let block = if r.is_empty() { &[] } else { r.vec16()? };
    let suites = list(suites.into_iter().map(SuiteNumber));
    Ok(format!(
        ": legacy version {version}, session ID of {session_id} bytes{cookie}, cipher suites {suites}{}",
        extensions(block)?
    ))
}

fn server_hello(r: &mut Reader<'_>) -> Result<String> {
    let version = VersionNumber(r.u16()?);
    r.take(32)?;
    r.vec8()?;
    let suite = SuiteNumber(r.u16()?);
    r.u8()?;
    let block = if r.is_empty() { &[] } else { r.vec16()? };
    Ok(format!(": legacy version {version}, cipher suite {suite}{}", extensions(block)?))
}

fn certificates(r: &mut Reader<'_>, tls13: bool) -> Result<String> {
    if tls13 {
        r.vec8()?;
    }
    let mut chain = Reader::new(r.vec24()?);
    let (mut sizes, mut with) = (Vec::new(), String::new());
    while !chain.is_empty() {
        sizes.push(chain.vec24()?.len());
        if tls13 {
            let block = chain.vec16()?;
            if !block.is_empty() {
                with.push_str(&extensions(block)?);
            }
        }
    }
    let n = sizes.len();
    Ok(format!(": {n} certificate{} ({} bytes){with}", if n == 1 { "" } else { "s" }, list(sizes)))
}

fn numbers(list: &[u8]) -> Vec<u16> {
    list.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect()
}

fn extensions(block: &[u8]) -> Result<String> {
    let mut r = Reader::new(block);
    let mut names = Vec::new();
    while !r.is_empty() {
        let kind = ExtensionType(r.u16()?);
        let body = r.vec16()?;
        let value = value(kind, body).unwrap_or_default();
        names.push(if value.is_empty() { kind.to_string() } else { format!("{kind} ({value})") });
    }
    Ok(format!("; extensions {}", list(names)))
}

/// The value of the extensions that decide a handshake.
fn value(kind: ExtensionType, body: &[u8]) -> Result<String> {
    let mut r = Reader::new(body);
    Ok(match kind {
        ExtensionType::SERVER_NAME if !body.is_empty() => {
            let mut names = Reader::new(r.vec16()?);
            names.u8()?;
            Text(names.vec16()?).to_string()
        }
        ExtensionType::ALPN => {
            let mut protocols = Reader::new(r.vec16()?);
            let mut found = Vec::new();
            while !protocols.is_empty() {
                found.push(Text(protocols.vec8()?));
            }
            list(found)
        }
        ExtensionType::SUPPORTED_VERSIONS if body.len() == 2 => VersionNumber(r.u16()?).to_string(),
        ExtensionType::SUPPORTED_VERSIONS => list(numbers(r.vec8()?).into_iter().map(VersionNumber)),
        ExtensionType::SUPPORTED_GROUPS => list(numbers(r.vec16()?).into_iter().map(GroupNumber)),
        ExtensionType::SIGNATURE_ALGORITHMS => list(numbers(r.vec16()?).into_iter().map(SignNumber)),
        ExtensionType::KEY_SHARE if body.len() == 2 => GroupNumber(r.u16()?).to_string(),
        ExtensionType::KEY_SHARE => key_shares(body)?,
        _ => String::new(),
    })
}

/// The groups of a client's shares, or of a server's single one.
fn key_shares(body: &[u8]) -> Result<String> {
    let mut r = Reader::new(body);
    if usize::from(r.u16()?) + 2 != body.len() {
        return Ok(GroupNumber(Reader::new(body).u16()?).to_string());
    }
    let mut groups = Vec::new();
    while !r.is_empty() {
        groups.push(GroupNumber(r.u16()?));
        r.vec16()?;
    }
    Ok(list(groups))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hello(names: &[u8]) -> Message {
        Message::build(HandshakeType::CLIENT_HELLO, |w| {
            w.u16(0x0303);
            w.bytes(&[7; 32]);
            w.vec8(&[]);
            w.vec16(&[0x13, 0x01, 0x0a, 0x0a]);
            w.vec8(&[0]);
            w.nested(2, |w| {
                w.u16(0);
                w.vec16(names);
                w.u16(51);
                w.vec16(&[0, 6, 0, 29, 0, 2, 1, 2]);
                w.u16(0x7777);
                w.vec16(&[]);
            });
        })
        .unwrap()
    }

    #[test]
    fn a_hello_names_what_it_offers() {
        let text = describe(&hello(&[0, 6, 0, 0, 3, b'a', b'\n', b'b']), None);
        for part in [
            "ClientHello",
            "TLS_AES_128_GCM_SHA256",
            "0x0a0a",
            "server_name (a\\nb)",
            "X25519",
            "extension 30583",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn a_hello_of_datagrams_has_a_cookie() {
        let mut hello = Message::build(HandshakeType::CLIENT_HELLO, |w| {
            w.u16(0xfefd);
            w.bytes(&[0; 32]);
            [&[][..], b"xy"].into_iter().for_each(|part| w.vec8(part));
            w.vec16(&[0xc0, 0x2f]);
            w.vec8(&[0]);
        })
        .unwrap();
        hello.set_sequence(0);
        let text = describe(&hello, None);
        assert!(text.contains("cookie of 2 bytes, cipher suites TLS_ECDHE_RSA_AES_128_GCM_SHA256"), "{text}");
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let cut = Message::build(HandshakeType::CLIENT_HELLO, |w| w.bytes(&[3, 3, 1])).unwrap();
        assert_eq!(describe(&cut, None), "ClientHello, 3 bytes (not readable)");
        // A value that cannot be read does not hide the names.
        assert!(describe(&hello(&[0, 9, 0]), None).contains("server_name, key_share"));
    }
}
