//! Private keys of any kind: `gnutls_privkey_*`.
use core::ffi::{c_char, c_int, c_uint, c_void};

use super::memory::{self, datum_bytes, put};
use super::x509_crt_get::give_datum;
use super::x509_keygen::generate_with;
use super::x509_privkey::{
    Pin, X509Privkey, from_ecc, from_rsa, give_numbers, give_private_ecc, privkey as x509_privkey,
    rsa_numbers, sign_of,
};
use super::{guard, handle};
use crate::abi::*;
use crate::alg::{Curve, Digest, Pk, Sign};
use crate::asn1::der::{self, Write as _};
use crate::asn1::oid;
use crate::crypto::hash;
use crate::crypto::keys::PrivateKey;
use crate::error::{Error, Result, err};
use crate::pki::keys::Format;

/// What a `gnutls_privkey_t` points to.
#[derive(Default)]
pub struct Privkey {
    kind: Kind,
    flags: c_uint,
}

#[derive(Default)]
enum Kind {
    #[default]
    Empty,
    Own(PrivateKey),
    /// A key of the program's, behind its functions.
    External(External),
}

/// The functions of a key that the program holds (`gnutls_privkey_import_ext*`).
struct External {
    pk: Pk,
    userdata: *mut c_void,
    sign: gnutls_privkey_sign_func,
    sign_data: gnutls_privkey_sign_data_func,
    sign_hash: gnutls_privkey_sign_hash_func,
    decrypt: gnutls_privkey_decrypt_func,
    info: gnutls_privkey_info_func,
}

/// Told when the key is freed; run outside the object.
struct Farewell {
    function: gnutls_privkey_deinit_func,
    userdata: *mut c_void,
}

/// What C holds: the key, what frees with it, and the function that hears of its end.
#[derive(Default)]
struct Held {
    key: Privkey,
    farewell: Option<Farewell>,
    pin: Pin,
    /// A key handle that was given over with `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE`.
    released: Option<gnutls_x509_privkey_t>,
}

const INVALID: Error = Error::new(GNUTLS_E_INVALID_REQUEST);

/// The key behind a handle.
///
/// # Safety
/// `key` is NULL or a handle of this chapter.
pub unsafe fn privkey<'a>(key: gnutls_privkey_t) -> Result<&'a Privkey> {
    // SAFETY: the caller's promise.
    Ok(&unsafe { handle::get::<Held, _>(key)? }.key)
}

impl Privkey {
    /// The key itself, where it is ours.
    pub fn own(&self) -> Option<&PrivateKey> {
        match &self.kind {
            Kind::Own(k) => Some(k),
            _ => None,
        }
    }

    fn need_own(&self) -> Result<&PrivateKey> {
        self.own().ok_or(INVALID)
    }

    pub fn pk(&self) -> Option<Pk> {
        match &self.kind {
            Kind::Empty => None,
            Kind::Own(k) => Some(k.pk()),
            Kind::External(e) => Some(e.pk),
        }
    }

    pub fn curve(&self) -> Option<Curve> {
        self.own()?.curve()
    }

    /// The bits of the key; an external one is asked, and need not know.
    pub(crate) fn bits(&self, handle: gnutls_privkey_t) -> u32 {
        match &self.kind {
            Kind::Empty => 0,
            Kind::Own(k) => k.bits(),
            Kind::External(e) => {
                e.ask(handle, GNUTLS_PRIVKEY_INFO_PK_ALGO_BITS).map_or(0, |n| u32::try_from(n).unwrap_or(0))
            }
        }
    }

    /// Can the key sign so?
    pub(crate) fn supports(&self, handle: gnutls_privkey_t, sign: Sign) -> bool {
        match &self.kind {
            Kind::Empty => false,
            Kind::Own(k) => k.public().scheme(sign).is_ok(),
            Kind::External(e) => {
                if !sign.accepts_key(e.pk) {
                    return false;
                }
                if e.sign_data.is_some() || e.sign_hash.is_some() {
                    let wanted = GNUTLS_PRIVKEY_INFO_HAVE_SIGN_ALGO | sign.raw() << 20;
                    return e.ask(handle, wanted).is_none_or(|n| n > 0);
                }
                // The older functions pad as PKCS #1 does, or sign a bare hash.
                !sign.is_pss()
            }
        }
    }

    /// Signs a message. `handle` is what the program's functions are given.
    pub(crate) fn sign(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        message: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        match &self.kind {
            Kind::Empty => Err(INVALID),
            Kind::Own(k) => k.sign(sign, message).map_err(refused),
            Kind::External(e) => match (e.sign_data, sign.digest()) {
                (Some(f), _) => {
                    // SAFETY: the program's own function, called as the manual says.
                    called(message, |data, out| unsafe {
                        f(handle, sign.raw(), e.userdata, flags, data, out)
                    })
                }
                (None, Some(d)) => e.sign_digest(handle, sign, &hash::digest(d, message)?, flags),
                (None, None) => err(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM),
            },
        }
    }

    /// Signs a digest that was made already.
    pub(crate) fn sign_hash(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        digest: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        match &self.kind {
            Kind::Empty => Err(INVALID),
            Kind::Own(k) => k.sign_hash(sign, digest).map_err(refused),
            Kind::External(e) => e.sign_digest(handle, sign, digest, flags),
        }
    }
}

/// A key that cannot sign so is told of in the words of this chapter.
fn refused(e: Error) -> Error {
    if e.code() == GNUTLS_E_INCOMPATIBLE_SIG_WITH_KEY { Error::new(GNUTLS_E_CONSTRAINT_ERROR) } else { e }
}

impl External {
    /// Asks the program about its key: `None` without an answer.
    fn ask(&self, handle: gnutls_privkey_t, what: c_uint) -> Option<c_int> {
        // SAFETY: the program's own function, called as the manual says.
        self.info.map(|f| unsafe { f(handle, what, self.userdata) }).filter(|n| *n >= 0)
    }

    fn sign_digest(
        &self,
        handle: gnutls_privkey_t,
        sign: Sign,
        digest: &[u8],
        flags: c_uint,
    ) -> Result<Vec<u8>> {
        if let Some(f) = self.sign_hash {
            // SAFETY: the program's own function, called as the manual says.
            return called(digest, |data, out| unsafe {
                f(handle, sign.raw(), self.userdata, flags, data, out)
            });
        }
        let Some(f) = self.sign else { return err(GNUTLS_E_INVALID_REQUEST) };
        let input = match self.pk {
            Pk::Rsa => digest_info(sign.digest(), digest)?,
            _ => digest.to_vec(),
        };
        // SAFETY: as above.
        called(&input, |data, out| unsafe { f(handle, self.userdata, data, out) })
    }
}

/// Calls a function that gives a datum of `gnutls_malloc`, and takes it over.
fn called(
    input: &[u8],
    f: impl FnOnce(*const gnutls_datum_t, *mut gnutls_datum_t) -> c_int,
) -> Result<Vec<u8>> {
    let data = gnutls_datum_t { data: input.as_ptr().cast_mut(), size: input.len() as c_uint };
    let mut out = gnutls_datum_t { data: core::ptr::null_mut(), size: 0 };
    let code = f(&data, &mut out);
    if code < 0 {
        return err(code);
    }
    // SAFETY: on success the function gave a buffer from `gnutls_malloc`, which is copied and freed once.
    unsafe {
        let bytes = datum_bytes(&out).unwrap_or(b"").to_vec();
        memory::free(out.data.cast());
        Ok(bytes)
    }
}

/// DigestInfo of RFC 8017 section 9.2; without a digest the bytes themselves (TLS 1.1).
fn digest_info(digest: Option<Digest>, bytes: &[u8]) -> Result<Vec<u8>> {
    let Some(digest) = digest.filter(|d| *d != Digest::Md5Sha1) else { return Ok(bytes.to_vec()) };
    let id = digest.oid().and_then(oid::from_text).ok_or(Error::new(GNUTLS_E_UNKNOWN_HASH_ALGORITHM))?;
    let mut out = Vec::new();
    out.nested(der::SEQUENCE, |w| {
        w.nested(der::SEQUENCE, |w| {
            w.oid(&id);
            w.element(der::NULL, &[]);
        });
        w.element(der::OCTET_STRING, bytes);
    });
    Ok(out)
}

/// Fills an empty handle.
///
/// # Safety
/// As [`privkey`].
unsafe fn fill(pkey: gnutls_privkey_t, kind: Kind) -> Result<&'static mut Held> {
    // SAFETY: the caller's promise; the lifetime ends with the entry that called.
    let held: &'static mut Held = unsafe { handle::get_mut::<Held, _>(pkey)? };
    if !matches!(held.key.kind, Kind::Empty) {
        return Err(INVALID);
    }
    held.key.kind = kind;
    Ok(held)
}

/// Puts a key of our own in the place of what a handle holds (which is nothing, or another key of our own).
///
/// # Safety
/// As [`privkey`].
pub unsafe fn replace_own(pkey: gnutls_privkey_t, key: PrivateKey) -> Result<()> {
    // SAFETY: the caller's promise.
    let held = unsafe { handle::get_mut::<Held, _>(pkey)? };
    if matches!(held.key.kind, Kind::External(_)) {
        return Err(INVALID);
    }
    held.key.kind = Kind::Own(key);
    Ok(())
}

/// Creates an empty key. Manual: `gnutls_privkey_init`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_init(key: *mut gnutls_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { handle::give(key, Held::default()) })
}

/// Frees a key; the function of an external key hears of it. Manual: `gnutls_privkey_deinit`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_deinit(key: gnutls_privkey_t) {
    guard::or((), || {
        if key.is_null() {
            return;
        }
        // SAFETY: the manual's contract; the object is freed after its farewell, which may still look at it.
        unsafe {
            let farewell = handle::get_mut::<Held, _>(key).ok().and_then(|h| h.farewell.take());
            if let Some(Farewell { function: Some(f), userdata }) = farewell {
                f(key, userdata);
            }
            if let Some(held) = handle::take::<Held, _>(key) {
                if let Some(x509) = held.released {
                    drop(handle::take::<X509Privkey, _>(x509));
                }
            }
        }
    });
}

/// Takes the key of an X.509 object. With `GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE` the object is freed with this one.
/// Manual: `gnutls_privkey_import_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509(
    pkey: gnutls_privkey_t,
    key: gnutls_x509_privkey_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = x509_privkey(key)?.clone();
        let held = fill(pkey, Kind::Own(own))?;
        if flags & GNUTLS_PRIVKEY_IMPORT_AUTO_RELEASE != 0 && flags & GNUTLS_PRIVKEY_IMPORT_COPY == 0 {
            held.released = Some(key);
        }
        Ok(())
    })
}

/// Reads a key in any form. Manual: `gnutls_privkey_import_x509_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_x509_raw(
    pkey: gnutls_privkey_t,
    data: *const gnutls_datum_t,
    format: gnutls_x509_crt_fmt_t,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (bytes, password) = (datum_bytes(data).ok_or(INVALID)?, memory::bytes_of(password));
        let plain = flags & GNUTLS_PKCS_PLAIN != 0;
        let pin = handle::get::<Held, _>(pkey)?.pin;
        let key = pin.import(bytes, Format::from_raw(format), password, plain)?;
        fill(pkey, Kind::Own(key)).map(|_| ())
    })
}

/// A key behind two functions. Manual: `gnutls_privkey_import_ext`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext(
    pkey: gnutls_privkey_t,
    pk: gnutls_pk_algorithm_t,
    userdata: *mut c_void,
    sign_func: gnutls_privkey_sign_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    unsafe { gnutls_privkey_import_ext2(pkey, pk, userdata, sign_func, decrypt_func, None, flags) }
}

/// As [`gnutls_privkey_import_ext`], with a function that hears of the end. Manual: `gnutls_privkey_import_ext2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext2(
    pkey: gnutls_privkey_t,
    pk: gnutls_pk_algorithm_t,
    userdata: *mut c_void,
    sign_func: gnutls_privkey_sign_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    deinit_func: gnutls_privkey_deinit_func,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        // A function that is told no scheme signs a bare hash, which only these keys do.
        let bare = matches!(pk, GNUTLS_PK_RSA | GNUTLS_PK_DSA | GNUTLS_PK_ECDSA);
        if (sign_func.is_none() && decrypt_func.is_none()) || !bare {
            return Err(INVALID);
        }
        let external = External {
            // Functions of this kind pad as PKCS #1 does, which a key marked for PSS may not.
            pk: Pk::from_raw(pk).filter(|pk| *pk != Pk::RsaPss).ok_or(INVALID)?,
            userdata,
            sign: sign_func,
            sign_data: None,
            sign_hash: None,
            decrypt: decrypt_func,
            info: None,
        };
        // SAFETY: the manual's contract.
        unsafe { fill(pkey, Kind::External(external))? }.farewell =
            Some(Farewell { function: deinit_func, userdata });
        Ok(())
    })
}

/// A key behind functions, one of which tells its kind. Manual: `gnutls_privkey_import_ext3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext3(
    pkey: gnutls_privkey_t,
    userdata: *mut c_void,
    sign_func: gnutls_privkey_sign_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    deinit_func: gnutls_privkey_deinit_func,
    info_func: gnutls_privkey_info_func,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        if (sign_func.is_none() && decrypt_func.is_none()) || info_func.is_none() {
            return Err(INVALID);
        }
        let external = External {
            pk: Pk::Rsa,
            userdata,
            sign: sign_func,
            sign_data: None,
            sign_hash: None,
            decrypt: decrypt_func,
            info: info_func,
        };
        // SAFETY: the manual's contract.
        unsafe { import_asking(pkey, external, deinit_func) }
    })
}

/// A key behind functions that know the signature algorithms of TLS 1.3. Manual: `gnutls_privkey_import_ext4`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ext4(
    pkey: gnutls_privkey_t,
    userdata: *mut c_void,
    sign_data_func: gnutls_privkey_sign_data_func,
    sign_hash_func: gnutls_privkey_sign_hash_func,
    decrypt_func: gnutls_privkey_decrypt_func,
    deinit_func: gnutls_privkey_deinit_func,
    info_func: gnutls_privkey_info_func,
    flags: c_uint,
) -> c_int {
    let _ = flags;
    guard::unit(|| {
        let none = sign_data_func.is_none() && sign_hash_func.is_none() && decrypt_func.is_none();
        if none || info_func.is_none() {
            return Err(INVALID);
        }
        let external = External {
            pk: Pk::Rsa,
            userdata,
            sign: None,
            sign_data: sign_data_func,
            sign_hash: sign_hash_func,
            decrypt: decrypt_func,
            info: info_func,
        };
        // SAFETY: the manual's contract.
        unsafe { import_asking(pkey, external, deinit_func) }
    })
}

/// Finds out what kind of key it is, then takes it.
///
/// # Safety
/// As [`privkey`].
unsafe fn import_asking(
    pkey: gnutls_privkey_t,
    mut external: External,
    deinit_func: gnutls_privkey_deinit_func,
) -> Result<()> {
    // SAFETY: the caller's promise. No borrow of the object lives while the program's function runs.
    if !matches!(unsafe { privkey(pkey)? }.kind, Kind::Empty) {
        return Err(INVALID);
    }
    let pk = external.ask(pkey, GNUTLS_PRIVKEY_INFO_PK_ALGO).and_then(|n| Pk::from_raw(n as c_uint));
    external.pk = pk.ok_or(INVALID)?;
    let userdata = external.userdata;
    // SAFETY: as above.
    unsafe { fill(pkey, Kind::External(external))? }.farewell =
        Some(Farewell { function: deinit_func, userdata });
    Ok(())
}

/// An elliptic key from its numbers. Manual: `gnutls_privkey_import_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_ecc_raw(
    key: gnutls_privkey_t,
    curve: gnutls_ecc_curve_t,
    x: *const gnutls_datum_t,
    y: *const gnutls_datum_t,
    k: *const gnutls_datum_t,
) -> c_int {
    let _ = (x, y);
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = from_ecc(curve, datum_bytes(k).ok_or(INVALID)?)?;
        fill(key, Kind::Own(own)).map(|_| ())
    })
}

/// An RSA key from its numbers. Manual: `gnutls_privkey_import_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_import_rsa_raw(
    key: gnutls_privkey_t,
    m: *const gnutls_datum_t,
    e: *const gnutls_datum_t,
    d: *const gnutls_datum_t,
    p: *const gnutls_datum_t,
    q: *const gnutls_datum_t,
    u: *const gnutls_datum_t,
    e1: *const gnutls_datum_t,
    e2: *const gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = from_rsa(&[m, e, d, p, q, e1, e2, u].map(|n| datum_bytes(n)))?;
        fill(key, Kind::Own(own)).map(|_| ())
    })
}

/// Makes a fresh key. Manual: `gnutls_privkey_generate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_generate(
    pkey: gnutls_privkey_t,
    algo: gnutls_pk_algorithm_t,
    bits: c_uint,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let made = generate_with(algo, bits, flags, core::ptr::null(), 0)?;
        fill(pkey, Kind::Own(made)).map(|_| ())
    })
}

/// A copy as an X.509 object, which the caller frees. Manual: `gnutls_privkey_export_x509`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_x509(
    pkey: gnutls_privkey_t,
    key: *mut gnutls_x509_privkey_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let own = privkey(pkey)?.need_own()?.clone();
        handle::give(key, X509Privkey { key: Some(own), ..Default::default() })
    })
}

/// The numbers of an RSA key; the caller frees them. Manual: `gnutls_privkey_export_rsa_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_rsa_raw(
    key: gnutls_privkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
    e1: *mut gnutls_datum_t,
    e2: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    unsafe { gnutls_privkey_export_rsa_raw2(key, m, e, d, p, q, u, e1, e2, 0) }
}

/// As [`gnutls_privkey_export_rsa_raw`]; `GNUTLS_EXPORT_FLAG_NO_LZ` leaves leading zeros out.
/// Manual: `gnutls_privkey_export_rsa_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_rsa_raw2(
    key: gnutls_privkey_t,
    m: *mut gnutls_datum_t,
    e: *mut gnutls_datum_t,
    d: *mut gnutls_datum_t,
    p: *mut gnutls_datum_t,
    q: *mut gnutls_datum_t,
    u: *mut gnutls_datum_t,
    e1: *mut gnutls_datum_t,
    e2: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let n = rsa_numbers(privkey(key)?.need_own()?)?;
        let lz = flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0;
        give_numbers(n.each_ref().map(|n| n.as_slice()), [m, e, d, p, q, e1, e2, u], lz)
    })
}

/// The numbers of an elliptic key; the caller frees them. Manual: `gnutls_privkey_export_ecc_raw`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_ecc_raw(
    key: gnutls_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    unsafe { gnutls_privkey_export_ecc_raw2(key, curve, x, y, k, 0) }
}

/// As [`gnutls_privkey_export_ecc_raw`]; `GNUTLS_EXPORT_FLAG_NO_LZ` leaves leading zeros out.
/// Manual: `gnutls_privkey_export_ecc_raw2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_export_ecc_raw2(
    key: gnutls_privkey_t,
    curve: *mut gnutls_ecc_curve_t,
    x: *mut gnutls_datum_t,
    y: *mut gnutls_datum_t,
    k: *mut gnutls_datum_t,
    flags: c_uint,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let lz = flags & GNUTLS_EXPORT_FLAG_NO_LZ == 0;
        give_private_ecc(privkey(key)?.need_own()?, curve, x, y, k, lz)
    })
}

/// The key's algorithm and bits. Manual: `gnutls_privkey_get_pk_algorithm`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_pk_algorithm(key: gnutls_privkey_t, bits: *mut c_uint) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| unsafe {
        let k = privkey(key)?;
        let pk = k.pk().ok_or(INVALID)?;
        put(bits, k.bits(key));
        Ok(pk.raw() as c_int)
    })
}

/// Who holds the key. Manual: `gnutls_privkey_get_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_get_type(key: gnutls_privkey_t) -> gnutls_privkey_type_t {
    // SAFETY: the manual's contract.
    guard::or(GNUTLS_PRIVKEY_X509, || match unsafe { privkey(key) } {
        Ok(Privkey { kind: Kind::External(_), .. }) => GNUTLS_PRIVKEY_EXT,
        _ => GNUTLS_PRIVKEY_X509,
    })
}

/// `GNUTLS_PRIVKEY_*` flags of the key. Manual: `gnutls_privkey_set_flags`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_flags(key: gnutls_privkey_t, flags: c_uint) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(h) = unsafe { handle::get_mut::<Held, _>(key) } {
            h.key.flags |= flags;
        }
    });
}

/// The function that is asked for the password of an encrypted key. Manual: `gnutls_privkey_set_pin_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_set_pin_function(
    key: gnutls_privkey_t,
    fn_: gnutls_pin_callback_t,
    userdata: *mut c_void,
) {
    guard::or((), || {
        // SAFETY: the manual's contract.
        if let Ok(h) = unsafe { handle::get_mut::<Held, _>(key) } {
            h.pin = Pin { function: fn_, userdata };
        }
    });
}

/// 1 if the key can be used. Manual: `gnutls_privkey_status`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_status(key: gnutls_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::code(|| Ok(unsafe { privkey(key)? }.pk().is_some().into()))
}

/// 0 if the numbers of the key belong together. Manual: `gnutls_privkey_verify_params`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_verify_params(key: gnutls_privkey_t) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe { privkey(key)?.need_own().map(|_| ()) })
}

/// The signature algorithm of a key with a digest.
fn algorithm(key: &Privkey, digest: gnutls_digest_algorithm_t, flags: c_uint) -> Result<Sign> {
    let pss = flags & GNUTLS_PRIVKEY_SIGN_FLAG_RSA_PSS != 0;
    match key.own() {
        Some(own) => sign_of(own, digest, pss),
        None => {
            let pk = key.pk().ok_or(INVALID)?;
            let digest = Digest::from_raw(digest).ok_or(INVALID)?;
            let pk = if pss { Pk::RsaPss } else { pk };
            Sign::from_pk_digest(pk, digest).ok_or(Error::new(GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM))
        }
    }
}

/// Signs data with the key's own algorithm and this hash; the caller frees the signature.
/// Manual: `gnutls_privkey_sign_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_data(
    signer: gnutls_privkey_t,
    hash: gnutls_digest_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, data) = (privkey(signer)?, datum_bytes(data).ok_or(INVALID)?);
        give_datum(&key.sign(signer, algorithm(key, hash, flags)?, data, flags)?, signature)
    })
}

/// Signs data with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_data2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_data2(
    signer: gnutls_privkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, data) = (privkey(signer)?, datum_bytes(data).ok_or(INVALID)?);
        let sign = Sign::from_raw(algo).ok_or(INVALID)?;
        give_datum(&key.sign(signer, sign, data, flags)?, signature)
    })
}

/// Signs a digest with the key's own algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_hash`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_hash(
    signer: gnutls_privkey_t,
    hash_algo: gnutls_digest_algorithm_t,
    flags: c_uint,
    hash_data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, digest) = (privkey(signer)?, datum_bytes(hash_data).ok_or(INVALID)?);
        let sign = match raw_sign(key, digest, flags)? {
            Some(raw) => raw,
            None => algorithm(key, hash_algo, flags)?,
        };
        give_datum(&key.sign_hash(signer, sign, digest, flags)?, signature)
    })
}

/// Signs bytes that are taken as they are; the caller frees the signature. Manual: `gnutls_privkey_sign_raw_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_raw_data(
    key: gnutls_privkey_t,
    flags: c_uint,
    data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    let flags = flags | GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA;
    // SAFETY: the manual's contract.
    unsafe { gnutls_privkey_sign_hash(key, GNUTLS_DIG_UNKNOWN, flags, data, signature) }
}

/// What signs bytes that are taken as they are, if the flags ask for that: padding alone with RSA, with ECDSA a digest
/// of which only the length is known.
fn raw_sign(key: &Privkey, digest: &[u8], flags: c_uint) -> Result<Option<Sign>> {
    if flags & GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA == 0 {
        return Ok(None);
    }
    Ok(Some(match key.pk() {
        Some(Pk::Ecdsa) => ecdsa_of(digest.len())?,
        _ => Sign::RsaRaw,
    }))
}

/// ECDSA over a digest of which only the length is known.
fn ecdsa_of(length: usize) -> Result<Sign> {
    Ok(match length {
        20 => Sign::EcdsaSha1,
        28 => Sign::EcdsaSha224,
        32 => Sign::EcdsaSha256,
        48 => Sign::EcdsaSha384,
        64 => Sign::EcdsaSha512,
        _ => return Err(INVALID),
    })
}

/// Signs a digest with this algorithm; the caller frees the signature. Manual: `gnutls_privkey_sign_hash2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_sign_hash2(
    signer: gnutls_privkey_t,
    algo: gnutls_sign_algorithm_t,
    flags: c_uint,
    hash_data: *const gnutls_datum_t,
    signature: *mut gnutls_datum_t,
) -> c_int {
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let (key, digest) = (privkey(signer)?, datum_bytes(hash_data).ok_or(INVALID)?);
        let sign = match raw_sign(key, digest, flags)? {
            Some(raw) => raw,
            None => Sign::from_raw(algo).ok_or(INVALID)?,
        };
        give_datum(&key.sign_hash(signer, sign, digest, flags)?, signature)
    })
}

/// Decrypts with an external key's function. RSA decryption with our own keys comes with RSA key exchange.
/// Manual: `gnutls_privkey_decrypt_data`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_privkey_decrypt_data(
    key: gnutls_privkey_t,
    flags: c_uint,
    ciphertext: *const gnutls_datum_t,
    plaintext: *mut gnutls_datum_t,
) -> c_int {
    let _ = flags;
    // SAFETY: the manual's contract.
    guard::unit(|| unsafe {
        let input = datum_bytes(ciphertext).ok_or(INVALID)?;
        match &privkey(key)?.kind {
            Kind::External(External { decrypt: Some(f), userdata, .. }) => {
                let plain = zeroize::Zeroizing::new(called(input, |data, out| f(key, *userdata, data, out))?);
                give_datum(&plain, plaintext)
            }
            Kind::Own(_) => err(GNUTLS_E_UNIMPLEMENTED_FEATURE),
            _ => Err(INVALID),
        }
    })
}
