//! Verification of certificates: path, host name, purpose and revocation.
use core::ffi::{c_char, c_int, c_uchar, c_uint};

use crate::abi::*;
use crate::alg::flags::VerifyFlags;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, datum_in, datum_in_place, slice, write_out};
use crate::capi::object::certificate_credentials::verify_reported;
use crate::capi::object::crl::get_crl_list;
use crate::capi::object::crt::{get_crt, get_crt_list};
use crate::capi::object::pubkey::verify_signed_by;
use crate::capi::object::verify_request::{VerifyRequest, purpose_oid};
use crate::error::err;
use crate::log::{FAILURE, Text, log};
use crate::pki::cert::Certificate;
use crate::pki::crl::Crl;
use crate::pki::name::compare;
use crate::pki::verify::explain::{address, not_for};
use crate::pki::verify::trust::TrustList;
use crate::pki::verify::{VerifyParams, hostname};

/// Verifies a signature over data with the key of a certificate.
///
/// The certificate itself is not verified, but it must be in its time and its key usage must have
/// digital signatures.
///
/// - `crt`: the certificate of the signer
/// - `algo`: the algorithm of the signature
/// - `flags`: 0, or of `GNUTLS_VERIFY_*`: `GNUTLS_VERIFY_ALLOW_BROKEN` and the like take signatures
///   with MD5 and older digests, `GNUTLS_VERIFY_RSA_PSS_FIXED_SALT_LENGTH` takes RSA-PSS only with a
///   salt as long as the digest
/// - `data`: the data that was signed
/// - `signature`: the signature
///
/// Returns `GNUTLS_E_SUCCESS` (0) for a good signature, the positive
/// `GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE` for a good one of a key that is not for signatures, or a
/// negative error code:
/// - `GNUTLS_E_PK_SIG_VERIFY_FAILED`: the signature is wrong
/// - `GNUTLS_E_INSUFFICIENT_SECURITY`: it is good, but its algorithm is broken
/// - `GNUTLS_E_NOT_YET_ACTIVATED`, `GNUTLS_E_EXPIRED`: it is good, but the certificate is not in its
///   time
/// - `GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY`, `GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM`: the algorithm is
///   not one of this key, or not supported
/// - `GNUTLS_E_ASN1_VALUE_NOT_FOUND`, and the codes of `gnutls_x509_crt_get_pk_algorithm`: there is no
///   key, or it cannot be read
/// - `GNUTLS_E_INVALID_REQUEST`: `crt`, `data` or `signature` is NULL, or the algorithm is unknown
///
/// Since 3.4.0. Manual: `gnutls_x509_crt_verify_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_verify_data2(
    crt: gnutls_x509_crt_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: `crt` is NULL or a live handle; `data` and `signature` are NULL or valid datums.
    guard::code(|| unsafe {
        let (cert, data, signature) = (get_crt(crt)?, datum_in_place(data)?, datum_in(signature)?);
        verify_signed_by(cert, algo, data, signature, flags)
    })
}

/// Tells whether one of several revocation lists revokes a certificate.
///
/// A list counts if its issuer has the name of the certificate's issuer. The lists must have been
/// verified before, as with `gnutls_x509_crl_verify`: neither signatures nor times are checked here.
///
/// - `cert`: the certificate
/// - `crl_list`: an array of revocation lists
/// - `crl_list_length`: the number of its elements
///
/// Returns 1 if the certificate is revoked, 0 if not, or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert`, `crl_list` or one of its elements is NULL
///
/// RFC 5280 section 5. Manual: `gnutls_x509_crt_check_revocation`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_revocation(
    cert: gnutls_x509_crt_t,
    crl_list: *const gnutls_x509_crl_t,
    crl_list_length: c_uint,
) -> c_int {
    guard::code(|| {
        // SAFETY: `cert` is NULL or a live handle; `crl_list` is NULL or an array as long as its size says.
        let (c, lists) = unsafe { (get_crt(cert)?, get_crl_list(crl_list, crl_list_length as usize)?) };
        Ok(lists.iter().any(|l| compare::same(l.issuer(), c.issuer()) && l.revokes(c.serial())).into())
    })
}

/// Tells whether a certificate is good for a purpose.
///
/// It is if its extended key usage names the purpose or "any", and if it has no such extension. An
/// authority that names Netscape's step-up is good for TLS servers as well. The certificates above it
/// are not looked at; `gnutls_x509_trust_list_verify_crt2` with `GNUTLS_DT_KEY_PURPOSE_OID` does that.
///
/// - `cert`: the certificate
/// - `purpose`: the dotted identifier, such as `GNUTLS_KP_TLS_WWW_SERVER`
/// - `flags`: 0, or `GNUTLS_KP_FLAG_DISALLOW_ANY`: "any" does not count
///
/// Returns 1 if it is good for the purpose, else 0, also where the extension cannot be read, or `cert`
/// or `purpose` is NULL or wrong.
///
/// Since 3.5.6. RFC 5280 section 4.2.1.12. Manual: `gnutls_x509_crt_check_key_purpose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_key_purpose(
    cert: gnutls_x509_crt_t,
    purpose: *const c_char,
    flags: c_uint,
) -> c_uint {
    // SAFETY: `cert` is NULL or a live handle; `purpose` is NULL or a C string.
    guard::or(0, || match unsafe { (get_crt(cert), bytes_of(purpose)) } {
        (Ok(c), Some(p)) => {
            let any = flags & GNUTLS_KP_FLAG_DISALLOW_ANY == 0;
            // A certificate for all purposes is for one that is no identifier, too.
            let oid = purpose_oid(p).unwrap_or_default();
            hostname::allows_purpose(c, &oid, any).into()
        }
        _ => 0,
    })
}

/// Tells whether a certificate may have been issued by another one, as far as their names say.
///
/// The issuer's name must be the subject of `issuer`, and the two key identifiers must be the same
/// where both are there. No signature is checked: this is no verification.
///
/// - `cert`: the certificate
/// - `issuer`: the one that may have issued it
///
/// Returns 1 if it may be so, else 0, also where `cert` or `issuer` is NULL.
///
/// RFC 5280 section 7.1. Manual: `gnutls_x509_crt_check_issuer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_issuer(
    cert: gnutls_x509_crt_t,
    issuer: gnutls_x509_crt_t,
) -> c_uint {
    // SAFETY: `cert` and `issuer` are NULL or live handles.
    guard::or(0, || match unsafe { (get_crt(cert), get_crt(issuer)) } {
        (Ok(c), Ok(i)) => c.names_issuer(i).into(),
        _ => 0,
    })
}

/// Tells whether a certificate is for a host.
///
/// The same as `gnutls_x509_crt_check_hostname2` without flags, which says how names are compared. The
/// certificate must be verified besides.
///
/// - `cert`: the certificate
/// - `hostname`: a DNS name, in UTF-8 or ASCII, or the text of an IP address
///
/// Returns 1 if the certificate is for this host, else 0, also where `cert` or `hostname` is NULL.
///
/// RFC 6125. Manual: `gnutls_x509_crt_check_hostname`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_hostname(
    cert: gnutls_x509_crt_t,
    hostname: *const c_char,
) -> c_uint {
    // SAFETY: `cert` is NULL or a live handle; `hostname` is NULL or a C string.
    unsafe { gnutls_x509_crt_check_hostname2(cert, hostname, 0) }
}

/// Tells whether a certificate is for a host, with flags.
///
/// A DNS name is looked for among the alternative names. The common name counts only if there is no
/// alternative name of a host, address, URI or service, if it is the only one, and if the extended key
/// usage allows a TLS server. A star in the certificate stands for what begins the leftmost label, with
/// at least two labels behind it. An IP address is looked for among the addresses alone. Case does not
/// matter; a host with non-ASCII letters is compared in its IDNA 2008 form.
///
/// - `cert`: the certificate
/// - `hostname`: a DNS name, in UTF-8 or ASCII, or the text of an IP address
/// - `flags`: 0, `GNUTLS_VERIFY_DO_NOT_ALLOW_WILDCARDS` (a star stands for itself) or
///   `GNUTLS_VERIFY_DO_NOT_ALLOW_IP_MATCHES` (an address is taken for a name)
///
/// Returns 1 if the certificate is for this host, else 0, also where `cert` or `hostname` is NULL or
/// the alternative names cannot be read.
///
/// Since 3.3.0. RFC 6125. Manual: `gnutls_x509_crt_check_hostname2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_hostname2(
    cert: gnutls_x509_crt_t,
    hostname: *const c_char,
    flags: c_uint,
) -> c_uint {
    // SAFETY: `cert` is NULL or a live handle; `hostname` is NULL or a C string.
    guard::or(0, || match unsafe { (get_crt(cert), bytes_of(hostname)) } {
        (Ok(c), Some(host)) => {
            let found = hostname::matches_host(c, host, VerifyFlags::from_bits_retain(flags));
            if !found {
                let wanted = || format!("the host name \"{}\"", Text(host));
                log!(FAILURE, "gnutls_x509_crt_check_hostname: {}", not_for(c, &wanted()));
            }
            found.into()
        }
        _ => 0,
    })
}

/// Tells whether a certificate is for an IP address.
///
/// Only the addresses among the alternative names count. For the text of an address use
/// `gnutls_x509_crt_check_hostname`.
///
/// - `cert`: the certificate
/// - `ip`: the address in network byte order
/// - `ip_size`: its length in bytes: 4, or 16
/// - `flags`: not used; pass 0
///
/// Returns 1 if the certificate is for this address, else 0, also where `cert` or `ip` is NULL.
///
/// RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_check_ip`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_ip(
    cert: gnutls_x509_crt_t,
    ip: *const c_uchar,
    ip_size: c_uint,
    flags: c_uint,
) -> c_uint {
    let _ = flags;
    // SAFETY: `cert` is NULL or a live handle; `ip` is NULL or has as many bytes as its length says.
    guard::or(0, || match unsafe { (get_crt(cert), slice(ip.cast(), ip_size as usize)) } {
        (Ok(c), ip) => {
            let found = hostname::matches_ip(c, ip);
            if !found {
                log!(
                    FAILURE,
                    "gnutls_x509_crt_check_ip: {}",
                    not_for(c, &format!("the address {}", address(ip)))
                );
            }
            found.into()
        }
        _ => 0,
    })
}

/// Tells whether a certificate is for an email address.
///
/// It is looked for among the alternative names. The address in the subject counts only if there is
/// none among them, and if it is the only one. Case does not matter, addresses of the certificate that
/// are not ASCII never match, and the host of `email` may be in another script.
///
/// - `cert`: the certificate
/// - `email`: the address
/// - `flags`: not used; pass 0
///
/// Returns 1 if the certificate is for this address, else 0, also where `cert` or `email` is NULL or
/// the alternative names cannot be read.
///
/// RFC 5280 section 4.2.1.6. Manual: `gnutls_x509_crt_check_email`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_check_email(
    cert: gnutls_x509_crt_t,
    email: *const c_char,
    flags: c_uint,
) -> c_uint {
    let _ = flags;
    // SAFETY: `cert` is NULL or a live handle; `email` is NULL or a C string.
    guard::or(0, || match unsafe { (get_crt(cert), bytes_of(email)) } {
        (Ok(c), Some(email)) => hostname::matches_email(c, email).into(),
        _ => 0,
    })
}

/// A list for one verification.
fn list_of(cas: &[Certificate], crls: Vec<Crl>) -> TrustList {
    let mut list = TrustList::new();
    for ca in cas {
        list.add(ca);
    }
    for crl in crls {
        list.add_crl(crl, false);
    }
    list
}

/// Verifies a certificate chain against arrays of authorities and revocation lists.
///
/// The first certificate of the path that is one of the authorities ends it. Neither host nor purpose
/// is checked. For more than one chain a trust list is faster: `gnutls_x509_trust_list_verify_crt2`.
/// Certificates in another order are sorted, unlike in GnuTLS.
///
/// - `cert_list`: the chain, the end certificate first
/// - `cert_list_length`: the number of certificates; not 0
/// - `ca_list`: authorities to be trusted
/// - `ca_list_length`: the number of authorities
/// - `crl_list_`: revocation lists, which are taken as they are; verify them before
/// - `crl_list_length`: the number of revocation lists
/// - `flags`: `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
/// - `verify`: takes the bits of `gnutls_certificate_status_t`, 0 for a good chain; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
/// error code:
/// - `GNUTLS_E_NO_CERTIFICATE_FOUND`: `cert_list_length` is 0
/// - `GNUTLS_E_INVALID_REQUEST`: an array with elements, or one of these, is NULL
///
/// RFC 5280 section 6. Manual: `gnutls_x509_crt_list_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_list_verify(
    cert_list: *const gnutls_x509_crt_t,
    cert_list_length: c_uint,
    ca_list: *const gnutls_x509_crt_t,
    ca_list_length: c_uint,
    crl_list_: *const gnutls_x509_crl_t,
    crl_list_length: c_uint,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert_list` and `ca_list` are NULL or arrays as long as their sizes say; `crl_list_` is NULL or
        // valid for reads.
        let (chain, cas, crls) = unsafe {
            (
                get_crt_list(cert_list, cert_list_length as usize)?,
                get_crt_list(ca_list, ca_list_length as usize)?,
                get_crl_list(crl_list_, crl_list_length as usize)?,
            )
        };
        if chain.is_empty() {
            return err(GNUTLS_E_NO_CERTIFICATE_FOUND);
        }
        let wanted = VerifyRequest::default();
        let params = VerifyParams { plain_list: true, ..wanted.params(flags) };
        let status = verify_reported(
            "gnutls_x509_crt_list_verify",
            &list_of(&cas, crls),
            &chain,
            &params,
            &mut |_| {},
        );
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, status) };
        Ok(())
    })
}

/// Verifies one certificate against an array of authorities.
///
/// Neither revocation lists, host nor purpose is checked. `gnutls_x509_trust_list_verify_crt2` verifies
/// a whole chain.
///
/// - `cert`: the certificate
/// - `ca_list`: authorities to be trusted
/// - `ca_list_length`: the number of authorities
/// - `flags`: `GNUTLS_VERIFY_*` flags, and a profile made by `GNUTLS_PROFILE_TO_VFLAGS`
/// - `verify`: takes the bits of `gnutls_certificate_status_t`, 0 for a good certificate; may be NULL
///
/// Returns `GNUTLS_E_SUCCESS` (0) if the verification was done, whatever its result is, or a negative
/// error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `cert`, `ca_list` or one of its elements is NULL
///
/// RFC 5280 section 6. Manual: `gnutls_x509_crt_verify`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_x509_crt_verify(
    cert: gnutls_x509_crt_t,
    ca_list: *const gnutls_x509_crt_t,
    ca_list_length: c_uint,
    flags: c_uint,
    verify: *mut c_uint,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `cert` is NULL or a live handle; `ca_list` is NULL or an array as long as its size says.
        let (c, cas) = unsafe { (get_crt(cert)?.clone(), get_crt_list(ca_list, ca_list_length as usize)?) };
        let status = verify_reported(
            "gnutls_x509_crt_verify",
            &list_of(&cas, Vec::new()),
            &[c],
            &VerifyRequest::default().params(flags),
            &mut |_| {},
        );
        // SAFETY: `verify` is NULL or valid for a write.
        unsafe { write_out(verify, status) };
        Ok(())
    })
}
