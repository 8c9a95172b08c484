//! Selection of the certificate and key for a handshake.
use core::ffi::c_int;
use std::collections::HashSet;
use std::sync::Arc;

use crate::abi::*;
use crate::alg::{Curve, Pk, Sign};
use crate::capi::ffi::memory::{datum_bytes, free};
use crate::capi::ffi::opaque;
use crate::capi::ffi::time;
use crate::capi::object::certificate_credentials::{CertificateCredentials, Retrieve};
use crate::capi::object::crt::get_crt_list;
use crate::capi::object::privkey::{Privkey, free_privkey, get_privkey};
use crate::capi::object::pubkey::free_pcert;
use crate::capi::object::session::SessionObject;
use crate::capi::object::staples::ask_response;
use crate::capi::object::x509_privkey::get_x509_privkey;
use crate::crypto::keys::PublicKey;
use crate::error::{Error, INVALID_REQUEST, Result, err};
use crate::handshake::config::Role;
use crate::handshake::step::{Identity, IdentityWanted};
use crate::log::{self, reason};
use crate::pki::cert::Certificate;
use crate::session::credentials::{KeyPair, SigningKey, Staple, select_client, select_server};
use crate::session::lock;

/// A key that the session uses through a C handle.
pub struct HandleKey {
    handle: gnutls_privkey_t,
    /// The key of the leaf certificate, for curve and size, which the handle may not know.
    public: PublicKey,
    /// True if the handle is owned, and freed with this object.
    owned: bool,
}

// SAFETY: a key is not changed once it is in use; as in GnuTLS, signing functions of the application are
// called on the thread that runs the handshake.
unsafe impl Send for HandleKey {}

// SAFETY: as above.
unsafe impl Sync for HandleKey {}

impl HandleKey {
    fn key(&self) -> Result<&Privkey> {
        // SAFETY: the handle is owned, or it outlives the session according to the manual.
        unsafe { get_privkey(self.handle) }
    }
}

impl Drop for HandleKey {
    fn drop(&mut self) {
        if self.owned {
            // SAFETY: the handle is owned, and only freed here.
            unsafe { free_privkey(self.handle) }
        }
    }
}

impl SigningKey for HandleKey {
    fn pk(&self) -> Pk {
        self.key().ok().and_then(Privkey::pk).unwrap_or_else(|| self.public.pk())
    }
    fn curve(&self) -> Option<Curve> {
        self.public.curve()
    }
    fn bits(&self) -> u32 {
        self.public.bits()
    }
    fn supports(&self, sign: Sign) -> bool {
        self.public.scheme(sign).is_ok() && self.key().is_ok_and(|k| k.supports(self.handle, sign))
    }
    fn decrypts(&self) -> bool {
        self.key().is_ok_and(Privkey::decrypts)
    }
    fn decrypt(&self, ciphertext: &[u8], out: &mut [u8]) {
        // A failure must not be seen.
        if let Ok(plain) = self.key().and_then(|key| key.decrypt(self.handle, ciphertext))
            && plain.len() == out.len()
        {
            out.copy_from_slice(&plain);
        }
    }
    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        // What TLS 1.0 and 1.1 sign with RSA is a digest already.
        if sign == Sign::RsaRaw {
            return self.key()?.sign_hash(self.handle, sign, message, 0);
        }
        self.key()?.sign(self.handle, sign, message, GNUTLS_PRIVKEY_FLAG_RSA_PSS_FIXED_SALT_LENGTH)
    }
}

/// The signing key of a handle: a key of this library if possible.
///
/// # Safety
/// `handle` is a live handle. With `owned`, its ownership is transferred to the returned key.
pub unsafe fn signing_key(
    handle: gnutls_privkey_t,
    chain: &[Certificate],
    owned: bool,
) -> Result<Arc<dyn SigningKey>> {
    // SAFETY: `handle` is NULL or a live handle.
    if let Some(own) = unsafe { get_privkey(handle)? }.own() {
        let own = own.clone();
        if owned {
            // SAFETY: `handle` is owned; the copy shares the key.
            unsafe { free_privkey(handle) };
        }
        return Ok(Arc::new(own));
    }
    let public = chain.first().ok_or(Error::new(GNUTLS_E_NO_CERTIFICATE_FOUND))?.public_key()?;
    Ok(Arc::new(HandleKey { handle, public, owned }))
}

/// The certificates of an array of C structs.
///
/// # Safety
/// `list` is NULL or has `n` filled elements.
pub unsafe fn pcert_chain(list: *const gnutls_pcert_st, n: usize) -> Result<Vec<Certificate>> {
    if list.is_null() && n > 0 {
        return Err(INVALID_REQUEST);
    }
    // SAFETY: `list` has `n` structs of valid datums.
    (0..n)
        .map(|i| {
            // SAFETY: as above.
            let (bytes, kind) = unsafe { (datum_bytes(&(*list.add(i)).cert), (*list.add(i)).type_) };
            match kind {
                GNUTLS_CRT_RAWPK => Certificate::from_raw_key(bytes.unwrap_or_default()),
                _ => Certificate::from_der(bytes.unwrap_or_default()),
            }
        })
        .collect()
}

/// Selects the certificate of a session and its signing key.
pub(crate) fn choose_identity(
    session: gnutls_session_t,
    h: &SessionObject,
    credentials: gnutls_certificate_credentials_t,
    wanted: &IdentityWanted,
) -> Result<Option<(Identity, Arc<dyn SigningKey>)>> {
    // SAFETY: the application keeps the credentials of its sessions alive.
    let c: &CertificateCredentials = unsafe { opaque::get(credentials) }?;
    let role = h.session.role();
    let asked = IdentityRequest::new(wanted);
    // The lock is not held while the application's function runs, which may change it.
    let retrieve = *lock(&c.retrieve);
    let ask = || match retrieve {
        Retrieve::Loaded => Ok(None),
        Retrieve::First(f) => asked.first(f, session),
        Retrieve::Second(f) => asked.second(f, session),
        Retrieve::Third(f) => asked.third(f, session, credentials),
    };
    let mut index = None;
    let mut loaded = |pair: &KeyPair| {
        index = c.pairs.iter().position(|p| core::ptr::eq(p, pair));
        pair.clone()
    };
    let found = match (retrieve, role) {
        (Retrieve::Loaded, Role::Server) => select_server(&c.pairs, wanted).map(&mut loaded),
        (Retrieve::Loaded, Role::Client) => select_client(&c.pairs, wanted)?.map(&mut loaded),
        (_, Role::Client) => ask()?,
        // A server's function is called once for each key type until its result fits.
        (_, Role::Server) => {
            let found = (0..asked.tries).find_map(|_| ask().ok().flatten().filter(|pair| pair.fits(wanted)));
            if found.is_none() {
                let no_pair = Error::new(GNUTLS_E_NO_CIPHER_SUITES);
                reason!(
                    no_pair,
                    "the application's retrieve function returned no certificate and key that both sides support (keys {})",
                    log::list(wanted.keys.iter().map(|k| k.name()))
                );
            }
            found
        }
    };
    let Some(pair) = found else { return Ok(None) };
    let mut identity = pair.identity(wanted, time::now());
    if wanted.status && pair.staples.iter().all(Option::is_none) {
        // SAFETY: as above; the application's function may have changed the credentials.
        let c: &CertificateCredentials = unsafe { opaque::get(credentials) }?;
        let of_pair = index.and_then(|i| c.status_of_pairs.get(&i)).copied().unwrap_or_default();
        let function = if c.status.function.is_some() { c.status } else { of_pair };
        // SAFETY: the function of the credentials; `session` is live.
        identity.ocsp.extend(unsafe { ask_response(function, session) }?);
    }
    Ok(Some((identity, pair.key_for(wanted.version))))
}

/// The application's function returned an error.
#[cold]
fn refused(code: c_int) -> Error {
    reason!(Error::new(GNUTLS_E_USER_ERROR), "the application's retrieve function returned {code}")
}

/// The arguments of the application's functions: CA names and key types for C.
struct IdentityRequest<'a> {
    names: Vec<gnutls_datum_t>,
    kinds: Vec<gnutls_pk_algorithm_t>,
    /// How often a server's function is called.
    tries: usize,
    /// `names` borrows it.
    _wanted: &'a IdentityWanted,
}

/// A pointer to the elements for C; NULL if there are none.
fn pointer<T>(list: &[T]) -> *const T {
    if list.is_empty() { core::ptr::null() } else { list.as_ptr() }
}

impl<'a> IdentityRequest<'a> {
    fn new(wanted: &'a IdentityWanted) -> Self {
        let lent = |n: &Vec<u8>| gnutls_datum_t { data: n.as_ptr().cast_mut(), size: n.len() as c_uint };
        let mut kinds: Vec<gnutls_pk_algorithm_t> = Vec::new();
        // The key types are those that a server requests; a client requests none.
        for kind in wanted.requested.iter().map(|k| k.raw()) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        let tries = wanted.keys.iter().collect::<HashSet<_>>().len().max(2);
        IdentityRequest { names: wanted.ca_names.iter().map(lent).collect(), kinds, tries, _wanted: wanted }
    }

    /// `gnutls_certificate_retrieve_function`.
    fn first(
        &self,
        f: gnutls_certificate_retrieve_function,
        session: gnutls_session_t,
    ) -> Result<Option<KeyPair>> {
        // SAFETY: a struct of integers and pointers, for which zero is a value.
        let mut st: gnutls_retr2_st = unsafe { core::mem::zeroed() };
        let (names, kinds) = (pointer(&self.names), pointer(&self.kinds));
        // SAFETY: the application's own function; the arrays outlive the call.
        let code = unsafe {
            f(session, names, self.names.len() as c_int, kinds, self.kinds.len() as c_int, &mut st)
        };
        if code < 0 {
            return Err(refused(code));
        }
        if st.ncerts == 0 {
            return Ok(None);
        }
        if st.cert_type != GNUTLS_CRT_X509 || st.key_type != GNUTLS_PRIVKEY_X509 {
            return err(GNUTLS_E_INVALID_REQUEST);
        }
        // SAFETY: the function has set the members for these types; with `deinit_all` their ownership is
        // transferred.
        unsafe {
            let chain = get_crt_list(st.cert.x509, st.ncerts as usize);
            let key = get_x509_privkey(st.key.x509).cloned();
            if st.deinit_all != 0 {
                for i in 0..st.ncerts as usize {
                    drop(opaque::take(*st.cert.x509.add(i)));
                }
                free(st.cert.x509.cast());
                drop(opaque::take(st.key.x509));
            }
            Ok(Some(KeyPair {
                chain: chain?,
                key: Arc::new(key?),
                names: Vec::new(),
                usage: None,
                staples: Vec::new(),
            }))
        }
    }

    /// `gnutls_certificate_retrieve_function2`: the application keeps ownership of the results.
    fn second(
        &self,
        f: gnutls_certificate_retrieve_function2,
        session: gnutls_session_t,
    ) -> Result<Option<KeyPair>> {
        let mut pcerts = core::ptr::null_mut();
        let mut n = 0;
        let mut key = core::ptr::null_mut();
        let (names, kinds) = (pointer(&self.names), pointer(&self.kinds));
        let (n_names, n_kinds) = (self.names.len() as c_int, self.kinds.len() as c_int);
        // SAFETY: the application's own function; the arrays outlive the call.
        let code = unsafe { f(session, names, n_names, kinds, n_kinds, &mut pcerts, &mut n, &mut key) };
        if code < 0 {
            return Err(refused(code));
        }
        if n == 0 {
            return Ok(None);
        }
        // SAFETY: the function has returned an array of this length and a key, which the application owns.
        unsafe {
            let chain = pcert_chain(pcerts, n as usize)?;
            let key = signing_key(key, &chain, false)?;
            Ok(Some(KeyPair { chain, key, names: Vec::new(), usage: None, staples: Vec::new() }))
        }
    }

    /// `gnutls_certificate_retrieve_function3`: with a flag it transfers ownership of the results.
    fn third(
        &self,
        f: gnutls_certificate_retrieve_function3,
        session: gnutls_session_t,
        cred: gnutls_certificate_credentials_t,
    ) -> Result<Option<KeyPair>> {
        let info = gnutls_cert_retr_st {
            version: 1,
            cred,
            req_ca_rdn: pointer(&self.names),
            nreqs: self.names.len() as c_uint,
            pk_algos: pointer(&self.kinds),
            pk_algos_length: self.kinds.len() as c_uint,
            padding: [0; 64],
        };
        let (mut pcerts, mut ocsp, mut key) =
            (core::ptr::null_mut(), core::ptr::null_mut::<gnutls_ocsp_data_st>(), core::ptr::null_mut());
        let (mut n, mut n_ocsp, mut flags) = (0, 0, 0);
        // SAFETY: the application's own function; its arguments outlive the call.
        let code =
            unsafe { f(session, &info, &mut pcerts, &mut n, &mut ocsp, &mut n_ocsp, &mut key, &mut flags) };
        if code < 0 {
            return Err(refused(code));
        }
        let ours = flags & GNUTLS_CERT_RETR_DEINIT_ALL != 0;
        // SAFETY: the function has returned arrays of these lengths and a key; with the flag their ownership
        // is transferred, and they are freed once.
        unsafe {
            let chain = pcert_chain(pcerts, n as usize);
            let n_ocsp = if ocsp.is_null() { 0 } else { n_ocsp as usize };
            let staple = |i| {
                let given = &*ocsp.add(i);
                let response = datum_bytes(&given.response).filter(|r| !r.is_empty())?.to_vec();
                Some(Staple { response, expires: Some(given.exptime).filter(|end| *end > 0) })
            };
            // Those beyond the chain have no place.
            let staples = (0..n_ocsp.min(n as usize)).map(staple).collect();
            if ours {
                for i in 0..n as usize {
                    free_pcert(pcerts.add(i));
                }
                free(pcerts.cast());
                for i in 0..n_ocsp {
                    free((*ocsp.add(i)).response.data.cast());
                }
                free(ocsp.cast());
            }
            let chain = match chain {
                Ok(chain) if !chain.is_empty() => chain,
                other => {
                    if ours {
                        free_privkey(key);
                    }
                    return other.map(|_| None);
                }
            };
            let key = signing_key(key, &chain, ours)?;
            Ok(Some(KeyPair { chain, key, names: Vec::new(), usage: None, staples }))
        }
    }
}
