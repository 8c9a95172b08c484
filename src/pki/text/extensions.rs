//! Printing of certificate extensions.
use std::io::Write as _;

use crate::abi::*;
use crate::alg::flags::KeyUsage;
use crate::alg::{Sign, Version};
use crate::asn1::der::{self, Reader};
use crate::asn1::oid;
use crate::codec::Reader as Wire;
use crate::error::Result;
use crate::pki::cert::Extension;
use crate::pki::ext::general_name::GeneralName;
use crate::pki::ext::policies::Qualifier;
use crate::pki::text::values::{Out, ascii, comma_date, constraint, date, failed, general_name, hex, put};
use crate::pki::{ext, name};

/// Prints an extension: its title, then its contents. An unknown extension is printed in hex; for an invalid
/// one, the error is printed.
pub fn print(out: &mut Out, e: &Extension<'_>, indent: &str) {
    let Some((title, reader)) = heading(e.oid) else { return unknown(out, e, indent) };
    let mut text = Out::new();
    let inner = format!("{indent}\t");
    let read = section(&mut text, e, &inner);
    // The title of the policies is only printed if they are valid.
    if read.is_ok() || e.oid != oid::CERTIFICATE_POLICIES {
        // GnuTLS prints no space after these two.
        let space = if matches!(e.oid, oid::SUBJECT_SIGN_TOOL | oid::ISSUER_SIGN_TOOL) { "" } else { " " };
        put!(out, "{indent}{title}{space}({}):\n", critical(e));
    }
    match read {
        Ok(()) => out.extend_from_slice(&text),
        Err(_) if reader.is_empty() => dump(out, e.value, &inner),
        Err(e) => failed(out, reader, e),
    }
}

/// The title of an extension, and the function that GnuTLS names in error messages; `None` if the extension
/// is unknown.
fn heading(id: &[u8]) -> Option<(&'static str, &'static str)> {
    Some(match id {
        oid::BASIC_CONSTRAINTS => ("Basic Constraints", "get_basic_constraints"),
        oid::SUBJECT_SIGN_TOOL => ("Subject Signing Tool", ""),
        oid::ISSUER_SIGN_TOOL => ("Issuer Signing Tool", ""),
        oid::COMMON_NAME => ("Common Name", "x509_decode_string"),
        oid::SUBJECT_KEY_ID => ("Subject Key Identifier", "get_subject_key_id"),
        oid::AUTHORITY_KEY_ID => ("Authority Key Identifier", "gnutls_x509_ext_import_authority_key_id"),
        oid::KEY_USAGE => ("Key Usage", "get_key_usage"),
        oid::EXTENDED_KEY_USAGE => ("Key Purpose", "gnutls_x509_ext_import_key_purposes"),
        oid::SUBJECT_ALT_NAME => ("Subject Alternative Name", "gnutls_subject_alt_names_import"),
        oid::ISSUER_ALT_NAME => ("Issuer Alternative Name", "gnutls_subject_alt_names_import"),
        oid::NAME_CONSTRAINTS => ("Name Constraints", "gnutls_x509_ext_import_name_constraints()"),
        oid::CERTIFICATE_POLICIES => ("Certificate Policies", "certificate policies import"),
        oid::AUTHORITY_INFO_ACCESS => ("Authority Information Access", "get_aia"),
        oid::CRL_DISTRIBUTION_POINTS => ("CRL Distribution points", "gnutls_x509_ext_import_crl_dist_points"),
        oid::PROXY_CERT_INFO => ("Proxy Certificate Information", "get_proxy"),
        oid::PRIVATE_KEY_USAGE_PERIOD => ("Private Key Usage Period", "get_private_key_usage_period"),
        oid::TLS_FEATURES => ("TLS Features", "get_tlsfeatures"),
        oid::CT_SCTS => ("CT Precertificate SCTs", "gnutls_x509_ext_ct_import_scts()"),
        _ => return None,
    })
}

fn critical(e: &Extension<'_>) -> &'static str {
    if e.critical { "critical" } else { "not critical" }
}

pub fn unknown(out: &mut Out, e: &Extension<'_>, indent: &str) {
    if e.oid == oid::INHIBIT_ANY_POLICY {
        match Reader::new(e.value).small() {
            Ok(n) => {
                put!(out, "{indent}Inhibit anyPolicy skip certs: {n} ({})\n", critical(e));
            }
            Err(e) => failed(out, "certificate inhibit any policy import", e),
        }
        return;
    }
    put!(out, "{indent}Unknown extension {} ({}):\n", oid::to_text(e.oid).unwrap_or_default(), critical(e));
    dump(out, e.value, &format!("{indent}\t"));
}

/// Prints bytes as ASCII and in hex.
pub(in crate::pki) fn dump(out: &mut Out, bytes: &[u8], indent: &str) {
    put!(out, "{indent}ASCII: ");
    out.extend_from_slice(&ascii(bytes));
    put!(out, "\n{indent}Hexdump: {}\n", hex(bytes));
}

/// Prints the contents of a known extension.
fn section(out: &mut Out, e: &Extension<'_>, indent: &str) -> Result<()> {
    match e.oid {
        oid::BASIC_CONSTRAINTS => {
            let c = ext::basic_constraints::read(e.value)?;
            put!(out, "{indent}Certificate Authority (CA): {}\n", if c.ca { "TRUE" } else { "FALSE" });
            if let Some(n) = c.path_len {
                put!(out, "{indent}Path Length Constraint: {n}\n");
            }
        }
        // Russian extensions that name the tools that generated the key and the certificate.
        oid::SUBJECT_SIGN_TOOL => {
            tool(out, indent, "", &Reader::new(e.value).any()?)?;
        }
        oid::ISSUER_SIGN_TOOL => {
            let mut r = Reader::new(e.value).sequence()?;
            for label in ["SignTool: ", "CATool: ", "SignToolCert: ", "CAToolCert: "] {
                tool(out, indent, label, &r.any()?)?;
            }
        }
        // Some CAs have written an attribute of the subject as an extension.
        oid::COMMON_NAME => {
            let text = name::plain_text(&Reader::new(e.value).any()?);
            put!(out, "{indent}");
            out.extend_from_slice(&text.ok_or(GNUTLS_E_ASN1_VALUE_NOT_VALID)?);
            put!(out, "\n");
        }
        oid::SUBJECT_KEY_ID => {
            // GnuTLS always prints it with this indentation.
            put!(out, "\t\t\t{}\n", hex(ext::key_id::read_subject(e.value)?));
        }
        oid::AUTHORITY_KEY_ID => {
            let a = ext::key_id::read_authority(e.value)?;
            // The issuer's name is only meaningful together with the serial number.
            if let (Some(n), Some(serial)) = (a.issuer.first(), a.serial) {
                general_name(out, n, indent);
                put!(out, "{indent}serial: {}\n", hex(serial));
            }
            if let Some(id) = a.key_id {
                put!(out, "{indent}{}\n", hex(id));
            }
        }
        oid::KEY_USAGE => {
            usages(out, ext::key_usage::read(e.value)?, indent);
        }
        oid::EXTENDED_KEY_USAGE => {
            for purpose in ext::key_purposes::read(e.value)? {
                let text = oid::to_text(purpose).unwrap_or_default();
                put!(out, "{indent}{}\n", purpose_name(&text).unwrap_or(&text));
            }
        }
        oid::SUBJECT_ALT_NAME => {
            names(out, e.value, indent)?;
        }
        oid::ISSUER_ALT_NAME => {
            names(out, e.value, indent)?;
        }
        oid::NAME_CONSTRAINTS => {
            let c = ext::name_constraints::read(e.value)?;
            for (label, list) in [("Permitted", &c.permitted), ("Excluded", &c.excluded)] {
                if !list.is_empty() {
                    put!(out, "{indent}{label}:\n");
                    for n in list {
                        constraint(out, n, &format!("{indent}\t"));
                    }
                }
            }
        }
        oid::CERTIFICATE_POLICIES => {
            policies(out, e.value, indent)?;
        }
        oid::AUTHORITY_INFO_ACCESS => {
            for a in ext::info_access::read(e.value)? {
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
        }
        oid::CRL_DISTRIBUTION_POINTS => {
            for p in ext::dist_points::read(e.value)? {
                general_name(out, &p.name, indent);
            }
        }
        oid::PROXY_CERT_INFO => {
            let p = ext::proxy::read(e.value)?;
            if let Some(n) = p.path_len {
                put!(out, "{indent}Path Length Constraint: {n}\n");
            }
            let language = oid::to_text(p.language).unwrap_or_default();
            put!(out, "{indent}Policy Language: {language}{}\n", proxy_suffix(&language));
            if let Some(policy) = p.policy {
                put!(out, "{indent}Policy:\n");
                dump(out, policy, &format!("{indent}\t"));
            }
        }
        oid::PRIVATE_KEY_USAGE_PERIOD => {
            let (from, to) = ext::key_usage::read_period(e.value)?;
            for (label, time) in [("Not Before", from), ("Not After", to)] {
                if let Some(t) = time {
                    // GnuTLS always prints it with this indentation.
                    put!(out, "\t\t\t{label}: {}\n", date(t));
                }
            }
        }
        oid::TLS_FEATURES => {
            for f in ext::tls_features::read(e.value)? {
                match feature_name(f) {
                    "" => {
                        put!(out, "{indent}{f}\n");
                    }
                    name => {
                        put!(out, "{indent}{name}({f})\n");
                    }
                }
            }
        }
        oid::CT_SCTS => {
            timestamps(out, e.value, indent)?;
        }
        _ => {}
    }
    Ok(())
}

fn names(out: &mut Out, value: &[u8], indent: &str) -> Result<()> {
    for n in ext::general_name::read(value)? {
        general_name(out, &n, indent);
    }
    Ok(())
}

pub fn usages(out: &mut Out, bits: KeyUsage, indent: &str) {
    for (bit, text) in [
        (KeyUsage::DIGITAL_SIGNATURE, "Digital signature."),
        (KeyUsage::NON_REPUDIATION, "Non repudiation."),
        (KeyUsage::KEY_ENCIPHERMENT, "Key encipherment."),
        (KeyUsage::DATA_ENCIPHERMENT, "Data encipherment."),
        (KeyUsage::KEY_AGREEMENT, "Key agreement."),
        (KeyUsage::KEY_CERT_SIGN, "Certificate signing."),
        (KeyUsage::CRL_SIGN, "CRL signing."),
        (KeyUsage::ENCIPHER_ONLY, "Key encipher only."),
        (KeyUsage::DECIPHER_ONLY, "Key decipher only."),
    ] {
        if bits.contains(bit) {
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

/// The name of a proxy's policy language in the one-line format.
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

/// GnuTLS's name of a TLS extension; empty if GnuTLS does not know it.
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

/// Prints a string as one line.
fn tool(out: &mut Out, indent: &str, label: &str, e: &der::Element<'_>) -> Result<()> {
    put!(out, "{indent}{label}");
    out.extend_from_slice(&name::plain_text(e).ok_or(GNUTLS_E_ASN1_VALUE_NOT_VALID)?);
    put!(out, "\n");
    Ok(())
}

/// The name of a policy, which is printed after its identifier.
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
    for p in ext::policies::read(value)? {
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
    let list = der::whole(value, der::OCTET_STRING).map_err(|_| GNUTLS_E_ASN1_DER_ERROR)?;
    scts(out, list.value, indent).map_err(|_| GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE.into())
}

fn scts(out: &mut Out, list: &[u8], indent: &str) -> Result<()> {
    let mut outer = Wire::new(list);
    let mut list = Wire::new(outer.vec16()?);
    outer.finish()?;
    let mut n = 0;
    while !list.is_empty() {
        let mut t = Wire::new(list.vec16()?);
        n += 1;
        put!(out, "{indent}Signed Certificate Timestamp {n}:\n");
        let version = t.u8()?;
        if version != 0 {
            put!(out, "{indent}\tVersion: {} (unknown SCT version)\n", u32::from(version) + 1);
            continue;
        }
        let log = t.take(32)?;
        let time = (t.u64()? / 1000) as i64;
        let extensions = t.vec16()?;
        let sign = Sign::from_wire_in(t.u16()?, Version::Tls12).ok_or(GNUTLS_E_UNKNOWN_ALGORITHM)?;
        let signature = t.vec16()?;
        t.finish()?;
        put!(out, "{indent}\tVersion: 1\n");
        put!(out, "{indent}\tLog ID: {}\n{indent}\tTime: {}\n", hex(log), comma_date(time));
        if extensions.is_empty() {
            put!(out, "{indent}\tExtensions: none\n");
        } else {
            put!(out, "{indent}\tExtensions: {}\n", hex(extensions));
        }
        put!(out, "{indent}\tSignature algorithm: {}\n", sign.name());
        put!(out, "{indent}\tSignature: {}\n", hex(signature));
    }
    Ok(())
}
