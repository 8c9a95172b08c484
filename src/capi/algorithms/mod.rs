//! Numbers, names, object identifiers and properties of algorithms.
pub mod ciphers;
pub mod groups;
pub mod pks;

use core::ffi::CStr;
use std::sync::OnceLock;

use crate::abi::*;
use crate::alg::{CertType, Cipher, Kx, Mac, SUITES, Version, suites, system};
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_of, write_out};

/// A name for C; NULL for none.
fn c_name(name: Option<&'static CStr>) -> *const c_char {
    name.map_or(core::ptr::null(), CStr::as_ptr)
}

/// The number of the item that has this name, in any case of letters; 0 for none.
///
/// # Safety
/// `name` is NULL or a C string.
unsafe fn number<T: Copy>(
    name: *const c_char,
    all: &[T],
    name_of: fn(T) -> &'static str,
    raw: fn(T) -> c_uint,
) -> c_uint {
    // SAFETY: `name` is NULL or a C string.
    let name = unsafe { bytes_of(name) }.unwrap_or_default();
    let same = |x: &&T| name_of(**x).as_bytes().eq_ignore_ascii_case(name);
    all.iter().find(same).map_or(0, |x| raw(*x))
}

/// The C string's text, if it is UTF-8.
///
/// # Safety
/// As [`bytes_of`].
unsafe fn text<'a>(s: *const c_char) -> Option<&'a str> {
    // SAFETY: `s` is NULL or a C string.
    unsafe { bytes_of(s) }.and_then(|b| core::str::from_utf8(b).ok())
}

/// A list for C: numbers, then a 0. Made once.
fn list<T: Copy>(once: &'static OnceLock<Vec<c_uint>>, all: &[T], raw: fn(T) -> c_uint) -> *const c_uint {
    list_of(once, all, raw, |_| true)
}

/// As [`list`], of those that the system's configuration has not switched off.
fn list_of<T: Copy>(
    once: &'static OnceLock<Vec<c_uint>>,
    all: &[T],
    raw: fn(T) -> c_uint,
    enabled: fn(T) -> bool,
) -> *const c_uint {
    once.get_or_init(|| all.iter().filter(|x| enabled(**x)).map(|x| raw(*x)).chain([0]).collect()).as_ptr()
}

/// Returns the name of a key exchange, such as `ECDHE-RSA`.
///
/// It is the name that `gnutls_kx_get_id` and priority strings understand. The string is constant and
/// not to be freed.
///
/// - `algorithm`: a `gnutls_kx_algorithm_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_kx_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get_name(algorithm: gnutls_kx_algorithm_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Kx::from_raw(algorithm).map(Kx::c_name)))
}

/// Returns the number of a key exchange by its name, such as `ECDHE-RSA`.
///
/// Upper and lower case are the same. The names are those of `gnutls_kx_get_name` for the exchanges of
/// `gnutls_kx_list`.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_kx_algorithm_t`, or `GNUTLS_KX_UNKNOWN` (0) if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_kx_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_get_id(name: *const c_char) -> gnutls_kx_algorithm_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        unsafe { number(name, Kx::LIST, Kx::name, Kx::raw) }
    })
}

/// Returns the key exchanges that the library knows, as a list of numbers.
///
/// They are of TLS 1.2 and older versions, each once, while GnuTLS repeats some. Handshakes use
/// RSA, ECDHE-RSA and ECDHE-ECDSA; the others can be named in priority strings, and are not negotiated. The
/// list is made once, stays for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_kx_algorithm_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_kx_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_kx_list() -> *const gnutls_kx_algorithm_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list(&LIST, Kx::LIST, Kx::raw))
}

/// Returns the name of a protocol version, such as `TLS1.3`.
///
/// It is the name that `gnutls_protocol_get_id` and priority strings (`VERS-TLS1.3`) understand. The
/// string is constant and not to be freed.
///
/// - `version`: a `gnutls_protocol_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_protocol_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_name(version: gnutls_protocol_t) -> *const c_char {
    guard::or(core::ptr::null(), || c_name(Version::from_raw(version).map(Version::c_name)))
}

/// Returns the number of a protocol version by its name, such as `TLS1.3`.
///
/// Upper and lower case are the same. The names are those of `gnutls_protocol_get_name`, also of
/// versions that are not negotiated.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns a `gnutls_protocol_t`, or `GNUTLS_VERSION_UNKNOWN` if nothing has this name.
///
/// It may be called from any thread. Manual: `gnutls_protocol_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_get_id(name: *const c_char) -> gnutls_protocol_t {
    guard::or(GNUTLS_VERSION_UNKNOWN, || {
        // SAFETY: `name` is NULL or a C string.
        match unsafe { number(name, Version::ALL, Version::name, Version::raw) } {
            0 => GNUTLS_VERSION_UNKNOWN,
            version => version,
        }
    })
}

/// Returns the protocol versions that the library knows, as a list of numbers.
///
/// Versions that the system's configuration forbids are left out. Handshakes use TLS 1.0 to TLS 1.3;
/// the others can be named in priority strings, and are not negotiated. The list is made once, stays
/// for the life of the process, and is not to be freed.
///
/// Returns an array of `gnutls_protocol_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_protocol_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_protocol_list() -> *const gnutls_protocol_t {
    static LIST: OnceLock<Vec<c_uint>> = OnceLock::new();
    guard::or(core::ptr::null(), || list_of(&LIST, Version::LIST, Version::raw, system::allows_version))
}

/// Returns the name of a certificate type, such as `X.509`.
///
/// `gnutls_certificate_type_get_id` understands `X.509`, but has another name for raw public keys. The
/// string is constant and not to be freed.
///
/// - `type_`: a `gnutls_certificate_type_t`
///
/// Returns the name, or NULL for an unknown number.
///
/// It may be called from any thread. Manual: `gnutls_certificate_type_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get_name(type_: gnutls_certificate_type_t) -> *const c_char {
    guard::or(core::ptr::null(), || {
        c_name(match CertType::from_raw(type_) {
            Some(CertType::X509) => Some(c"X.509"),
            Some(CertType::Rawpk) => Some(c"Raw Public Key"),
            None => None,
        })
    })
}

/// Returns the number of a certificate type by its name.
///
/// The names are `X509` or `X.509`, and `RAWPK`; upper and lower case are the same.
///
/// - `name`: the name, NUL-terminated; NULL names nothing
///
/// Returns `GNUTLS_CRT_X509` or `GNUTLS_CRT_RAWPK`, or `GNUTLS_CRT_UNKNOWN` (0) if nothing has this
/// name.
///
/// It may be called from any thread. Manual: `gnutls_certificate_type_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_get_id(name: *const c_char) -> gnutls_certificate_type_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        match unsafe { text(name) }.unwrap_or_default().to_ascii_uppercase().as_str() {
            "X509" | "X.509" => GNUTLS_CRT_X509,
            "RAWPK" => GNUTLS_CRT_RAWPK,
            _ => GNUTLS_CRT_UNKNOWN,
        }
    })
}

/// Returns the certificate types that the library knows, as a list of numbers.
///
/// They are X.509 and raw public keys. The list is constant and not to be
/// freed.
///
/// Returns an array of `gnutls_certificate_type_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_certificate_type_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_certificate_type_list() -> *const gnutls_certificate_type_t {
    guard::or(core::ptr::null(), || {
        static LIST: [gnutls_certificate_type_t; 3] = [GNUTLS_CRT_X509, GNUTLS_CRT_RAWPK, 0];
        LIST.as_ptr()
    })
}

/// Returns the name of a compression method of records.
///
/// There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The string is constant and not to be
/// freed.
///
/// - `algorithm`: a `gnutls_compression_method_t`
///
/// Returns `NULL` as a text, or a NULL pointer for any other number.
///
/// It may be called from any thread. Manual: `gnutls_compression_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get_name(
    algorithm: gnutls_compression_method_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || c_name((algorithm == GNUTLS_COMP_NULL).then_some(c"NULL")))
}

/// Returns the number of a compression method of records by its name.
///
/// There is one name, `NULL` as a text, in upper or lower case: TLS does not compress any more.
///
/// - `name`: the name, NUL-terminated; a NULL pointer names nothing
///
/// Returns `GNUTLS_COMP_NULL`, or `GNUTLS_COMP_UNKNOWN` (0) for any other name.
///
/// It may be called from any thread. Manual: `gnutls_compression_get_id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_get_id(name: *const c_char) -> gnutls_compression_method_t {
    guard::or(0, || {
        // SAFETY: `name` is NULL or a C string.
        let null = unsafe { text(name) }.is_some_and(|name| name.eq_ignore_ascii_case("NULL"));
        if null { GNUTLS_COMP_NULL } else { GNUTLS_COMP_UNKNOWN }
    })
}

/// Returns the compression methods of records that the library knows, as a list of numbers.
///
/// There is one, `GNUTLS_COMP_NULL`, which compresses nothing. The list is constant and not to be
/// freed.
///
/// Returns an array of `gnutls_compression_method_t` that ends with 0.
///
/// It may be called from any thread. Manual: `gnutls_compression_list`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_compression_list() -> *const gnutls_compression_method_t {
    guard::or(core::ptr::null(), || {
        static LIST: [gnutls_compression_method_t; 2] = [GNUTLS_COMP_NULL, 0];
        LIST.as_ptr()
    })
}

/// Returns the name of the cipher suite that three algorithms make, in GnuTLS's own spelling and
/// without `TLS_`.
///
/// It differs from the name that IANA registers, which `gnutls_ciphersuite_get` has for the suite of a
/// session. The string is constant and not to be freed.
///
/// - `kx_algorithm`: the key exchange; `GNUTLS_KX_UNKNOWN` for suites of TLS 1.3
/// - `cipher_algorithm`: the cipher
/// - `mac_algorithm`: the MAC; `GNUTLS_MAC_AEAD` for AEAD ciphers
///
/// Returns the name, or NULL if no suite has these.
///
/// It may be called from any thread. Manual: `gnutls_cipher_suite_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_suite_get_name(
    kx_algorithm: gnutls_kx_algorithm_t,
    cipher_algorithm: gnutls_cipher_algorithm_t,
    mac_algorithm: gnutls_mac_algorithm_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let suite = || {
            let kx = match kx_algorithm {
                // TLS 1.3.
                GNUTLS_KX_UNKNOWN => None,
                raw => Some(Kx::from_raw(raw)?),
            };
            suites::by_algorithms(kx, Cipher::from_raw(cipher_algorithm)?, Mac::from_raw(mac_algorithm)?)
        };
        suite().map_or(core::ptr::null(), |s| {
            let name = s.c_name.to_bytes_with_nul();
            name.strip_prefix(b"TLS_").unwrap_or(name).as_ptr().cast()
        })
    })
}

/// Tells a cipher suite at a place in the list of all suites that the library knows.
///
/// Count `idx` up from 0 until the function returns NULL. Suites are among them that handshakes do not
/// use; those of a priority string are told by `gnutls_priority_get_cipher_suite_index`. Each pointer
/// may be NULL if the value is not wanted.
///
/// - `idx`: the place, from 0
/// - `cs_id`: takes the 2 bytes of the suite on the wire
/// - `kx`: takes the key exchange; `GNUTLS_KX_UNKNOWN` for suites of TLS 1.3
/// - `cipher`: takes the cipher
/// - `mac`: takes the MAC; `GNUTLS_MAC_AEAD` for AEAD ciphers
/// - `min_version`: takes the oldest version that has the suite
///
/// Returns the name in GnuTLS's own spelling, constant and not to be freed, or NULL beyond the list,
/// with nothing written.
///
/// It may be called from any thread. Manual: `gnutls_cipher_suite_info`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_cipher_suite_info(
    idx: usize,
    cs_id: *mut c_uchar,
    kx: *mut gnutls_kx_algorithm_t,
    cipher: *mut gnutls_cipher_algorithm_t,
    mac: *mut gnutls_mac_algorithm_t,
    min_version: *mut gnutls_protocol_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let Some(suite) = SUITES.get(idx) else {
            return core::ptr::null();
        };
        // SAFETY: each pointer is NULL or valid for its write (two bytes for `cs_id`), as the manual says.
        unsafe {
            write_out(cs_id.cast::<[u8; 2]>(), suite.wire.to_be_bytes());
            write_out(kx, suite.kx.map_or(GNUTLS_KX_UNKNOWN, Kx::raw));
            write_out(cipher, suite.cipher.raw());
            write_out(mac, suite.mac.raw());
            write_out(min_version, suite.min.raw());
        }
        suite.c_name.as_ptr()
    })
}
