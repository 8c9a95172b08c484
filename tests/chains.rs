//! Verdicts on chains of certificates, beside those of rustls-webpki and, where the program is there, of OpenSSL. Each line of
//! `chains/cases.txt` is a chain and our verdict; where the two others agree with each other and not with us, it has the reason.
#[path = "support/issue.rs"]
mod issue;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use gnutls_rs::alg::flags::KeyUsage;
use gnutls_rs::alg::{Pk, Sign};
use gnutls_rs::asn1::oid;
use gnutls_rs::crypto::keys::PrivateKey;
use gnutls_rs::pki::cert::Certificate;
use gnutls_rs::pki::cert::build::OwnExtension;
use gnutls_rs::pki::ext::{basic_constraints, key_id, key_usage, name_constraints, values};
use gnutls_rs::pki::name::write;
use gnutls_rs::pki::verify::hostname::{TLS_SERVER, to_ascii};
use gnutls_rs::pki::verify::{VerifyParams, trust::TrustList};
use issue::Issue;

const NOW: i64 = 1_700_000_000;

/// A line: name, chain, what is asked for, our verdict, and why the others see it otherwise.
struct Case<'a> {
    name: &'a str,
    certificates: Vec<&'a str>,
    asked: &'a str,
    good: bool,
    reason: Option<&'a str>,
}

impl<'a> Case<'a> {
    fn of(line: &'a str) -> Case<'a> {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [name, chain, asked, verdict, rest @ ..] = &parts[..] else { panic!("{line}") };
        let good = match *verdict {
            "good" => true,
            "bad" => false,
            _ => panic!("{line}"),
        };
        let certificates = chain.split(';').map(str::trim).collect();
        Case { name, certificates, asked, good, reason: rest.first().copied() }
    }
}

#[derive(Default)]
struct Keys {
    keys: HashMap<String, PrivateKey>,
}

impl Keys {
    /// The key of a name. `rsa...` are RSA keys, of 2048 bits unless the name has their number, `p...` ECDSA keys.
    fn get(&mut self, name: &str) -> &PrivateKey {
        self.keys.entry(name.to_string()).or_insert_with(|| {
            let bits = |text: &str, usual| text.parse().unwrap_or(usual);
            let key = match name {
                _ if name.starts_with("rsa") => PrivateKey::generate(Pk::Rsa, bits(&name[3..], 2048)),
                _ if name.starts_with("p") => PrivateKey::generate(Pk::Ecdsa, bits(&name[1..], 256)),
                _ => PrivateKey::generate(Pk::EddsaEd25519, 256),
            };
            key.unwrap()
        })
    }
}

fn name(text: &str) -> Vec<u8> {
    write::append_text(write::EMPTY, text.replace('_', " ").as_bytes()).0.unwrap()
}

/// The encoded GeneralName of a text such as `dns:a.com`.
fn general_name(text: &str, range: bool) -> Vec<u8> {
    let (kind, value) = text.split_once(':').unwrap();
    let simple = |tag: u8, content: &[u8]| issue::element(tag, content);
    match kind {
        "email" => simple(0x81, value.as_bytes()),
        "dns" => simple(0x82, value.as_bytes()),
        "dir" => simple(0xa4, &name(value)),
        "uri" => simple(0x86, value.as_bytes()),
        "ip" if range => simple(0x87, &name_constraints::network(value).unwrap()),
        "ip" => simple(0x87, &address(value)),
        _ => panic!("{text}"),
    }
}

fn address(text: &str) -> Vec<u8> {
    match text.parse().unwrap() {
        IpAddr::V4(a) => a.octets().to_vec(),
        IpAddr::V6(a) => a.octets().to_vec(),
    }
}

fn purposes(list: &str) -> Vec<u8> {
    let purpose = |p| {
        let text = match p {
            "server" => "1.3.6.1.5.5.7.3.1",
            "client" => "1.3.6.1.5.5.7.3.2",
            "email" => "1.3.6.1.5.5.7.3.4",
            "ocsp" => "1.3.6.1.5.5.7.3.9",
            _ => "2.5.29.37.0",
        };
        issue::element(6, &oid::from_text(text).unwrap())
    };
    let all: Vec<Vec<u8>> = list.split(',').map(purpose).collect();
    values::sequence(&all.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn usage(list: &str) -> KeyUsage {
    list.split(',').fold(KeyUsage::empty(), |all, word| {
        all | match word {
            "sign" => KeyUsage::KEY_CERT_SIGN,
            "crl" => KeyUsage::CRL_SIGN,
            "digital" => KeyUsage::DIGITAL_SIGNATURE,
            "encipher" => KeyUsage::KEY_ENCIPHERMENT,
            _ => panic!("{list}"),
        }
    })
}

/// The certificate of a text: `Subject<Issuer` and words (see `cases.txt`). A name without an issuer is a root; `L` is no CA.
fn certificate(text: &str, serial: u8, keys: &mut Keys) -> Certificate {
    let mut words = text.trim_start_matches('!').split_whitespace();
    let both = words.next().unwrap();
    let (subject, issuer) = both.split_once('<').unwrap_or((both, both));
    let leaf = subject == "L";
    let mut cert =
        Issue { serial: vec![serial], not_before: NOW - 1000, not_after: NOW + 1000, ..Issue::default() };
    cert.subject = name(&format!("O={subject}"));
    cert.issuer = name(&format!("O={issuer}"));
    let (mut key, mut by, mut sign) = (subject.to_string(), issuer.to_string(), None);
    let (mut basic, mut limits, mut names) = (!leaf, [Vec::new(), Vec::new()], Vec::new());
    let (mut ca, mut path_len, mut names_critical) = (!leaf, None, false);
    let mut extend = |oid: &[u8], critical, value| {
        cert.extensions.push(OwnExtension { oid: oid.to_vec(), critical, value });
    };
    for word in words {
        let (head, value) = word.split_once(':').unwrap_or((word, ""));
        match head {
            "expired" => cert.not_after = NOW - 10,
            "future" => cert.not_before = NOW + 10,
            "v1" => (cert.version, basic) = (1, false),
            "nobasic" => basic = false,
            "noca" => (basic, ca) = (true, false),
            "ca" => (basic, ca) = (true, true),
            "len" => path_len = Some(value.parse().unwrap()),
            "key" => key = value.to_string(),
            "by" => by = value.to_string(),
            "sha1" => sign = Some(Sign::RsaSha),
            "subject" => cert.subject = name(value),
            "issuer" => cert.issuer = name(value),
            "empty" => cert.subject = write::EMPTY.to_vec(),
            "usage" => extend(oid::KEY_USAGE, true, key_usage::write(usage(value))),
            "purpose" => extend(oid::EXTENDED_KEY_USAGE, false, purposes(value)),
            "unknown" => extend(&[0x2a, 3, 4], false, vec![5, 0]),
            "critical" => extend(&[0x2a, 3, 4], true, vec![5, 0]),
            "ski" => extend(oid::SUBJECT_KEY_ID, false, issue::element(4, value.as_bytes())),
            "aki" => extend(
                oid::AUTHORITY_KEY_ID,
                false,
                key_id::write_authority(Some(value.as_bytes()), &[], None),
            ),
            "criticalnames" => names_critical = true,
            "+" => limits[0].push(general_name(value, true)),
            "-" => limits[1].push(general_name(value, true)),
            "dns" | "ip" | "email" | "uri" | "dir" => names.extend(general_name(word, false)),
            _ => panic!("{word}"),
        }
    }
    if basic {
        extend(oid::BASIC_CONSTRAINTS, true, basic_constraints::write(ca, path_len));
    }
    if limits.iter().any(|l| !l.is_empty()) {
        extend(oid::NAME_CONSTRAINTS, true, name_constraints::write(&limits[0], &limits[1]));
    }
    if !names.is_empty() {
        extend(oid::SUBJECT_ALT_NAME, names_critical, values::sequence(&[&names]));
    }
    cert.spki = issue::spki(keys.get(&key));
    let sign = sign.unwrap_or(match &by {
        by if by.starts_with("rsa") => Sign::RsaSha256,
        by if by.starts_with('p') => Sign::EcdsaSha256,
        _ => Sign::EddsaEd25519,
    });
    cert.sign(sign, keys.get(&by))
}

/// The anchors of a case, and its chain with the end certificate first.
fn chain_of(case: &Case<'_>, keys: &mut Keys) -> (Vec<Certificate>, Vec<Certificate>) {
    let (mut anchors, mut chain): (Vec<Certificate>, _) = (Vec::new(), Vec::new());
    for (i, text) in case.certificates.iter().enumerate() {
        match text.strip_prefix('=') {
            Some(n) => chain.push(anchors[n.parse::<usize>().unwrap() - 1].clone()),
            None if text.starts_with('!') => anchors.push(certificate(text, i as u8 + 1, keys)),
            None => chain.push(certificate(text, i as u8 + 1, keys)),
        }
    }
    chain.rotate_right(1);
    (anchors, chain)
}

/// What is asked for: nothing, `name`, an address, or a mailbox.
enum Asked<'a> {
    Nothing,
    Host(&'a str),
    Address(IpAddr),
    Mailbox(&'a str),
}

fn asked(text: &str) -> Asked<'_> {
    match text {
        "-" => Asked::Nothing,
        _ if text.contains('@') => Asked::Mailbox(text),
        _ => text.parse().map_or(Asked::Host(text), Asked::Address),
    }
}

fn ours(case: &Case<'_>, anchors: &[Certificate], chain: &[Certificate]) -> String {
    let mut list = TrustList::new();
    anchors.iter().for_each(|a| list.add(a));
    let mut params = VerifyParams { now: NOW, purpose: Some(TLS_SERVER), ..Default::default() };
    match asked(case.asked) {
        Asked::Mailbox(m) => (params.email, params.purpose) = (Some(m.as_bytes()), None),
        Asked::Nothing => {}
        _ => params.hostname = Some(case.asked.as_bytes()),
    }
    let status = list.verify(chain, &params);
    if status.is_empty() { String::new() } else { format!("{status:?}") }
}

/// webpki's error; empty if the chain is valid. It knows no mailboxes.
fn webpkis(case: &Case<'_>, anchors: &[Certificate], chain: &[Certificate]) -> Option<String> {
    let host = match asked(case.asked) {
        Asked::Mailbox(_) => return None,
        Asked::Nothing => None,
        Asked::Host(h) => Some(to_ascii(h)),
        Asked::Address(a) => Some(a.to_string()),
    };
    let all = issue::webpki_verdict(anchors, chain, NOW, host.as_deref());
    Some(all.err().unwrap_or_default())
}

fn text_of(certs: &[Certificate], path: &Path) {
    let text: String = certs
        .iter()
        .map(|c| gnutls_rs::asn1::pem::encode("CERTIFICATE", c.der()))
        .map(|t| String::from_utf8(t).unwrap())
        .collect();
    std::fs::write(path, text).unwrap();
}

/// The error of `openssl verify`; `None` without the program.
fn openssls(case: &Case<'_>, anchors: &[Certificate], chain: &[Certificate], dir: &Path) -> Option<String> {
    let at = |name: &str| dir.join(name);
    text_of(anchors, &at("anchors.pem"));
    text_of(&chain[1..], &at("chain.pem"));
    text_of(&chain[..1], &at("leaf.pem"));
    let mut command = Command::new("openssl");
    command.arg("verify").args(["-no-CApath", "-no-CAstore", "-partial_chain", "-attime", &NOW.to_string()]);
    command.arg("-CAfile").arg(at("anchors.pem"));
    if chain.len() > 1 {
        command.arg("-untrusted").arg(at("chain.pem"));
    }
    match asked(case.asked) {
        Asked::Mailbox(m) => command.args(["-verify_email", m]),
        Asked::Nothing => command.args(["-purpose", "sslserver"]),
        Asked::Host(h) => command.args(["-purpose", "sslserver", "-verify_hostname", &to_ascii(h)]),
        Asked::Address(a) => command.args(["-purpose", "sslserver", "-verify_ip", &a.to_string()]),
    };
    let out = command.arg(at("leaf.pem")).output().ok()?;
    let said = String::from_utf8_lossy(&out.stderr);
    match out.status.success() {
        true => Some(String::new()),
        false => Some(said.lines().find(|l| l.contains("error")).unwrap_or("failed").to_string()),
    }
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("chains-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn verdicts_are_those_of_others_or_have_a_reason() {
    // The library's panic hook prints nothing.
    drop(std::panic::take_hook());
    let dir = Folder::new();
    let mut keys = Keys::default();
    let (mut wrong, mut count) = (String::new(), 0);
    for line in include_str!("chains/cases.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let case = Case::of(line);
        let (anchors, chain) = chain_of(&case, &mut keys);
        let ours = ours(&case, &anchors, &chain);
        if ours.is_empty() != case.good {
            writeln!(wrong, "{}: ours says \"{ours}\"", case.name).unwrap();
        }
        let others = [webpkis(&case, &anchors, &chain), openssls(&case, &anchors, &chain, &dir.0)];
        // Without OpenSSL webpki alone contradicts nothing.
        let said: Vec<&String> = others.iter().flatten().collect();
        let against = others[1].is_some() && said.iter().all(|o| o.is_empty() != case.good);
        if others[1].is_some() && against != case.reason.is_some() {
            writeln!(wrong, "{}: good {}, reason {:?}, others {others:?}", case.name, case.good, case.reason)
                .unwrap();
        }
        count += 1;
        // For other programs: each case in a folder.
        if let Some(keep) = std::env::var_os("CHAINS_KEEP") {
            let dir = Path::new(&keep).join(count.to_string());
            std::fs::create_dir_all(&dir).unwrap();
            text_of(&anchors, &dir.join("a.pem"));
            text_of(&chain, &dir.join("c.pem"));
            std::fs::write(dir.join("asked"), format!("{}\n{}\n{}\n", case.asked, case.good, case.name))
                .unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 100);
}
