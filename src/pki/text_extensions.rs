//! The extensions of a certificate in print.
use std::io::Write as _;

use super::cert::Extension;
use super::extensions::{self, GeneralName, Qualifier};
use super::name;
use super::text::{Out, ascii, comma_date, date, general_name, hex, put};
use crate::abi::*;
use crate::alg::{Sign, Version};
use crate::asn1::der::{self, Reader};
use crate::asn1::oid;
use crate::codec::Reader as Wire;
use crate::error::{Result, err};

/// One extension: its title, then what it says. One that is unknown or does not read is shown in hex.
pub fn print(out: &mut Out, e: &Extension<'_>, indent: &str) {
    let mut text = Out::new();
    let inner = format!("{indent}\t");
    let title = match section(&mut text, e, &inner) {
        Ok(Some(title)) => title,
        _ => return unknown(out, e, indent),
    };
    // GnuTLS leaves the space out behind these two.
    let space = if matches!(e.oid, oid::SUBJECT_SIGN_TOOL | oid::ISSUER_SIGN_TOOL) { "" } else { " " };
    put!(out, "{indent}{title}{space}({}):\n", critical(e));
    out.extend_from_slice(&text);
}

fn critical(e: &Extension<'_>) -> &'static str {
    if e.critical { "critical" } else { "not critical" }
}

pub fn unknown(out: &mut Out, e: &Extension<'_>, indent: &str) {
    if e.oid == oid::INHIBIT_ANY_POLICY {
        if let Ok(n) = Reader::new(e.value).small() {
            put!(out, "{indent}Inhibit anyPolicy skip certs: {n} ({})\n", critical(e));
            return;
        }
    }
    put!(out, "{indent}Unknown extension {} ({}):\n", oid::to_text(e.oid).unwrap_or_default(), critical(e));
    put!(out, "{indent}\tASCII: ");
    out.extend_from_slice(&ascii(e.value));
    put!(out, "\n{indent}\tHexdump: {}\n", hex(e.value));
}

/// Writes the content; the title, or `None` for an extension that is not known.
fn section(out: &mut Out, e: &Extension<'_>, indent: &str) -> Result<Option<&'static str>> {
    Ok(Some(match e.oid {
        oid::BASIC_CONSTRAINTS => {
            let c = extensions::basic_constraints(e.value)?;
            put!(out, "{indent}Certificate Authority (CA): {}\n", if c.ca { "TRUE" } else { "FALSE" });
            if let Some(n) = c.path_len {
                put!(out, "{indent}Path Length Constraint: {n}\n");
            }
            "Basic Constraints"
        }
        // RFC 9215's relatives: what made the key, and what made the certificate.
        oid::SUBJECT_SIGN_TOOL => {
            tool(out, indent, "", &Reader::new(e.value).any()?)?;
            "Subject Signing Tool"
        }
        oid::ISSUER_SIGN_TOOL => {
            let mut r = Reader::new(e.value).sequence()?;
            for label in ["SignTool: ", "CATool: ", "SignToolCert: ", "CAToolCert: "] {
                tool(out, indent, label, &r.any()?)?;
            }
            "Issuer Signing Tool"
        }
        // Some authorities have written a part of the subject as an extension.
        oid::COMMON_NAME => {
            let text = name::plain_text(&Reader::new(e.value).any()?);
            put!(out, "{indent}");
            out.extend_from_slice(&text.ok_or(GNUTLS_E_ASN1_VALUE_NOT_VALID)?);
            put!(out, "\n");
            "Common Name"
        }
        oid::SUBJECT_KEY_ID => {
            put!(out, "{indent}{}\n", hex(Reader::new(e.value).octet_string()?));
            "Subject Key Identifier"
        }
        oid::AUTHORITY_KEY_ID => {
            let a = extensions::authority_key_id(e.value)?;
            for n in &a.issuer {
                general_name(out, n, indent);
            }
            if let Some(serial) = a.serial {
                put!(out, "{indent}serial: {}\n", hex(serial));
            }
            if let Some(id) = a.key_id {
                put!(out, "{indent}{}\n", hex(id));
            }
            "Authority Key Identifier"
        }
        oid::KEY_USAGE => {
            usages(out, extensions::key_usage(e.value)?, indent);
            "Key Usage"
        }
        oid::EXTENDED_KEY_USAGE => {
            for purpose in extensions::key_purposes(e.value)? {
                let text = oid::to_text(purpose).unwrap_or_default();
                put!(out, "{indent}{}\n", purpose_name(&text).unwrap_or(&text));
            }
            "Key Purpose"
        }
        oid::SUBJECT_ALT_NAME => {
            names(out, e.value, indent)?;
            "Subject Alternative Name"
        }
        oid::ISSUER_ALT_NAME => {
            names(out, e.value, indent)?;
            "Issuer Alternative Name"
        }
        oid::NAME_CONSTRAINTS => {
            let c = extensions::name_constraints(e.value)?;
            for (label, list) in [("Permitted", &c.permitted), ("Excluded", &c.excluded)] {
                if !list.is_empty() {
                    put!(out, "{indent}{label}:\n");
                    for n in list {
                        general_name(out, n, &format!("{indent}\t"));
                    }
                }
            }
            "Name Constraints"
        }
        oid::CERTIFICATE_POLICIES => {
            policies(out, e.value, indent)?;
            "Certificate Policies"
        }
        oid::AUTHORITY_INFO_ACCESS => {
            for a in extensions::authority_info_access(e.value)? {
                let method = oid::to_text(a.method).unwrap_or_default();
                let known = match a.method {
                    oid::AD_OCSP => " (id-ad-ocsp)",
                    oid::AD_CA_ISSUERS => " (id-ad-caIssuers)",
                    _ => "",
                };
                put!(out, "{indent}Access Method: {method}{known}\n");
                put!(out, "{indent}Access Location ");
                general_name(out, &a.location, "");
                if matches!(a.location, GeneralName::Unknown(_)) {
                    out.push(b'\n');
                }
            }
            "Authority Information Access"
        }
        oid::CRL_DISTRIBUTION_POINTS => {
            for p in extensions::crl_distribution_points(e.value)? {
                general_name(out, &p.name, indent);
            }
            "CRL Distribution points"
        }
        oid::PROXY_CERT_INFO => {
            let p = extensions::proxy(e.value)?;
            if let Some(n) = p.path_len {
                put!(out, "{indent}Path Length Constraint: {n}\n");
            }
            let language = oid::to_text(p.language).unwrap_or_default();
            put!(out, "{indent}Policy Language: {language}{}\n", proxy_suffix(&language));
            if let Some(policy) = p.policy {
                put!(out, "{indent}Policy:\n{indent}\tASCII: ");
                out.extend_from_slice(&ascii(policy));
                put!(out, "\n{indent}\tHexdump: {}\n", hex(policy));
            }
            "Proxy Certificate Information"
        }
        oid::PRIVATE_KEY_USAGE_PERIOD => {
            let (from, to) = extensions::private_key_usage_period(e.value)?;
            for (label, time) in [("Not Before", from), ("Not After", to)] {
                if let Some(t) = time {
                    // At this depth wherever the extension stands, as GnuTLS prints it.
                    put!(out, "\t\t\t{label}: {}\n", date(t));
                }
            }
            "Private Key Usage Period"
        }
        oid::TLS_FEATURES => {
            for f in extensions::tls_features(e.value)? {
                match feature_name(f) {
                    "" => {
                        put!(out, "{indent}{f}\n");
                    }
                    name => {
                        put!(out, "{indent}{name}({f})\n");
                    }
                }
            }
            "TLS Features"
        }
        oid::CT_SCTS => {
            timestamps(out, e.value, indent)?;
            "CT Precertificate SCTs"
        }
        _ => return Ok(None),
    }))
}

fn names(out: &mut Out, value: &[u8], indent: &str) -> Result<()> {
    for n in extensions::general_names(value)? {
        general_name(out, &n, indent);
    }
    Ok(())
}

pub fn usages(out: &mut Out, bits: u32, indent: &str) {
    for (bit, text) in [
        (GNUTLS_KEY_DIGITAL_SIGNATURE, "Digital signature."),
        (GNUTLS_KEY_NON_REPUDIATION, "Non repudiation."),
        (GNUTLS_KEY_KEY_ENCIPHERMENT, "Key encipherment."),
        (GNUTLS_KEY_DATA_ENCIPHERMENT, "Data encipherment."),
        (GNUTLS_KEY_KEY_AGREEMENT, "Key agreement."),
        (GNUTLS_KEY_KEY_CERT_SIGN, "Certificate signing."),
        (GNUTLS_KEY_CRL_SIGN, "CRL signing."),
        (GNUTLS_KEY_ENCIPHER_ONLY, "Key encipher only."),
        (GNUTLS_KEY_DECIPHER_ONLY, "Key decipher only."),
    ] {
        if bits & bit != 0 {
            put!(out, "{indent}{text}\n");
        }
    }
}

fn purpose_name(oid: &str) -> Option<&'static str> {
    Some(match oid {
        "1.3.6.1.5.5.7.3.1" => "TLS WWW Server.",
        "1.3.6.1.5.5.7.3.2" => "TLS WWW Client.",
        "1.3.6.1.5.5.7.3.3" => "Code signing.",
        "1.3.6.1.5.5.7.3.4" => "Email protection.",
        "1.3.6.1.5.5.7.3.8" => "Time stamping.",
        "1.3.6.1.5.5.7.3.9" => "OCSP signing.",
        "1.3.6.1.5.5.7.3.17" => "Ipsec IKE.",
        "1.3.6.1.4.1.311.20.2.2" => "Smart Card Logon.",
        "2.5.29.37.0" => "Any purpose.",
        _ => return None,
    })
}

/// The name that a proxy's policy language has on one line.
pub fn proxy_language(oid: &str) -> String {
    match oid {
        "1.3.6.1.5.5.7.21.1" => "id-ppl-inheritALL".into(),
        "1.3.6.1.5.5.7.21.2" => "id-ppl-independent".into(),
        _ => oid.into(),
    }
}

fn proxy_suffix(oid: &str) -> String {
    let name = proxy_language(oid);
    if name == oid { String::new() } else { format!(" ({name})") }
}

/// GnuTLS's name of a TLS extension, empty for one that it does not know.
fn feature_name(number: u32) -> &'static str {
    match number {
        0 => "Server Name Indication",
        1 => "Maximum Record Size",
        5 => "OCSP Status Request",
        10 => "Supported Groups",
        11 => "Supported EC Point Formats",
        12 => "SRP",
        13 => "Signature Algorithms",
        14 => "SRTP",
        15 => "Heartbeat",
        16 => "ALPN",
        19 => "Client Certificate Type",
        20 => "Server Certificate Type",
        21 => "ClientHello Padding",
        22 => "Encrypt-then-MAC",
        23 => "Extended Master Secret",
        27 => "Compress Certificate",
        28 => "Record Size Limit",
        35 => "Session Ticket",
        41 => "Pre Shared Key",
        42 => "Early Data",
        43 => "Supported Versions",
        44 => "Cookie",
        45 => "PSK Key Exchange Modes",
        49 => "Post Handshake Auth",
        51 => "Key Share",
        _ => "",
    }
}

/// What a policy is known as, behind its identifier.
/// A line of text from a string.
fn tool(out: &mut Out, indent: &str, label: &str, e: &der::Element<'_>) -> Result<()> {
    put!(out, "{indent}{label}");
    out.extend_from_slice(&name::plain_text(e).ok_or(GNUTLS_E_ASN1_VALUE_NOT_VALID)?);
    put!(out, "\n");
    Ok(())
}

fn policy_name(oid: &str) -> &'static str {
    match oid {
        "2.5.29.32.0" => " (anyPolicy)",
        "2.23.140.1.1" => " (CA/B Extended Validation)",
        "2.23.140.1.2.1" => " (CA/B Domain Validated)",
        "2.23.140.1.2.2" => " (CA/B Organization Validated)",
        "2.23.140.1.2.3" => " (CA/B Individual Validated)",
        "1.2.643.100.113.1" => " (Russian security class KC1)",
        "1.2.643.100.113.2" => " (Russian security class KC2)",
        "1.2.643.100.113.3" => " (Russian security class KC3)",
        "1.2.643.100.113.4" => " (Russian security class KB1)",
        "1.2.643.100.113.5" => " (Russian security class KB2)",
        "1.2.643.100.113.6" => " (Russian security class KA1)",
        _ => "",
    }
}

fn policies(out: &mut Out, value: &[u8], indent: &str) -> Result<()> {
    for p in extensions::policies(value)? {
        let text = oid::to_text(p.oid).unwrap_or_default();
        put!(out, "{indent}{text}{}\n", policy_name(&text));
        for q in &p.qualifiers {
            match q {
                Qualifier::Uri(uri) => {
                    put!(out, "{indent}\tURI: ");
                    out.extend_from_slice(uri);
                    out.push(b'\n');
                }
                Qualifier::Notice(text) => {
                    put!(out, "{indent}\tNote: ");
                    out.extend_from_slice(&name::plain_text(text).unwrap_or_else(|| text.value.to_vec()));
                    out.push(b'\n');
                }
                Qualifier::Unknown => {}
            }
        }
    }
    Ok(())
}

/// SignedCertificateTimestampList (RFC 6962 section 3.3).
fn timestamps(out: &mut Out, value: &[u8], indent: &str) -> Result<()> {
    let mut outer = Wire::new(der::whole(value, der::OCTET_STRING)?.value);
    let mut list = Wire::new(outer.vec16()?);
    outer.finish()?;
    let mut n = 0;
    while !list.is_empty() {
        let mut t = Wire::new(list.vec16()?);
        n += 1;
        let version = t.u8()?;
        if version != 0 {
            return err(GNUTLS_E_UNSUPPORTED_VERSION_PACKET);
        }
        let log = t.take(32)?;
        let time = (t.u64()? / 1000) as i64;
        let extensions = t.vec16()?;
        let sign = Sign::from_wire_in(t.u16()?, Version::Tls12);
        let signature = t.vec16()?;
        put!(out, "{indent}Signed Certificate Timestamp {n}:\n{indent}\tVersion: 1\n");
        put!(out, "{indent}\tLog ID: {}\n{indent}\tTime: {}\n", hex(log), comma_date(time));
        if extensions.is_empty() {
            put!(out, "{indent}\tExtensions: none\n");
        } else {
            put!(out, "{indent}\tExtensions: {}\n", hex(extensions));
        }
        put!(out, "{indent}\tSignature algorithm: {}\n", sign.map_or("unknown", |s| s.name()));
        put!(out, "{indent}\tSignature: {}\n", hex(signature));
    }
    Ok(())
}
