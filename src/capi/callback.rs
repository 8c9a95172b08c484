//! The program behind a session: its transport and callbacks, called as the session asks.
//!
//! Everything a program may set is kept here behind atomics and short locks; no lock is held while one
//! of its functions runs, for each may call back into the same session.
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use super::session::Handle;
use super::{cert_cred, cert_retrieve, ext_register, log, verify};
use crate::abi::*;
use crate::alg::Sign;
use crate::error::{Error, Result, err};
use crate::handshake::config::{CertificateRequest, Role};
use crate::handshake::ext::{Extensions, Place};
use crate::handshake::step::{Identity, IdentityWanted, KeyLogLine};
use crate::session::credentials::SigningKey;
use crate::session::hooks::{Direction, Program, When};

/// A C function pointer that may be changed at any time; `T` is the `Option<fn>` type of `abi`.
pub struct Function<T> {
    raw: AtomicPtr<c_void>,
    kind: core::marker::PhantomData<T>,
}

impl<T: Copy> Function<T> {
    const FITS: () = assert!(size_of::<T>() == size_of::<*mut c_void>());

    pub const fn none() -> Self {
        Function { raw: AtomicPtr::new(ptr::null_mut()), kind: core::marker::PhantomData }
    }

    pub fn set(&self, f: T) {
        let () = Self::FITS;
        // SAFETY: `T` is an `Option` of a function pointer, of a pointer's size, NULL for `None`.
        self.raw.store(unsafe { core::mem::transmute_copy::<T, *mut c_void>(&f) }, Relaxed);
    }

    pub fn get(&self) -> T {
        let () = Self::FITS;
        let raw = self.raw.load(Relaxed);
        // SAFETY: what is stored came from a `T` in `set`, or is NULL, which is `None`.
        unsafe { core::mem::transmute_copy::<*mut c_void, T>(&raw) }
    }
}

/// The credentials that a program has set, by type; the program keeps them alive
/// (manual: `gnutls_credentials_set`).
#[derive(Clone, Copy)]
pub struct Credentials {
    pub certificate: gnutls_certificate_credentials_t,
    pub anon: *mut c_void,
    pub psk: *mut c_void,
    pub srp: *mut c_void,
}

// SAFETY: only addresses; whoever follows one does so in a call of the thread that owns the session.
unsafe impl Send for Credentials {}

/// What verifies the peer in the handshake: what the program set last counts.
#[derive(Clone, Default)]
pub enum Verifier {
    /// The function of the credentials, if they have one.
    #[default]
    OfCredentials,
    /// `gnutls_session_set_verify_function`.
    Function(gnutls_certificate_verify_function),
    /// `gnutls_session_set_verify_cert`.
    Automatic(VerifyCert),
}

/// How `gnutls_session_set_verify_cert` verifies.
#[derive(Clone, Default)]
pub struct VerifyCert {
    pub hostname: Option<Vec<u8>>,
    pub purpose: Option<Vec<u8>>,
    pub flags: c_uint,
    /// The program's own array (`gnutls_session_set_verify_cert2`), and its length.
    pub data: usize,
    pub elements: c_uint,
}

pub type HookFunction = gnutls_handshake_hook_func;

#[derive(Clone, Copy, Default)]
pub struct Hook {
    pub function: HookFunction,
    pub kind: c_uint,
    pub when: c_int,
}

pub struct App {
    pub handle: AtomicPtr<gnutls_session_int>,
    pub user_ptr: AtomicPtr<c_void>,
    pub recv_ptr: AtomicPtr<c_void>,
    pub send_ptr: AtomicPtr<c_void>,
    pub push: Function<gnutls_push_func>,
    pub vec_push: Function<gnutls_vec_push_func>,
    pub pull: Function<gnutls_pull_func>,
    pub pull_timeout: Function<gnutls_pull_timeout_func>,
    pub errno_func: Function<gnutls_errno_func>,
    pub post_client_hello: Function<gnutls_handshake_simple_hook_func>,
    pub key_log: Function<gnutls_keylog_func>,
    pub hook: Mutex<Hook>,
    pub credentials: Mutex<Credentials>,
    pub verifier: Mutex<Verifier>,
    /// The key of the identity that was chosen last.
    key: Mutex<Option<Arc<dyn SigningKey>>>,
    errno: AtomicI32,
    /// A server's request names no CAs (`gnutls_certificate_send_x509_rdn_sequence`).
    pub hide_ca_names: AtomicBool,
    pub extensions: ext_register::Registered,
}

pub use crate::session::lock;

impl Default for App {
    fn default() -> Self {
        let none: *mut c_void = ptr::null_mut();
        let no_fd = usize::MAX as *mut c_void;
        App {
            handle: AtomicPtr::new(none.cast()),
            user_ptr: AtomicPtr::new(none),
            recv_ptr: AtomicPtr::new(no_fd),
            send_ptr: AtomicPtr::new(no_fd),
            push: Function::none(),
            vec_push: Function::none(),
            pull: Function::none(),
            pull_timeout: Function::none(),
            errno_func: Function::none(),
            post_client_hello: Function::none(),
            key_log: Function::none(),
            hook: Mutex::default(),
            credentials: Mutex::new(Credentials {
                certificate: none.cast(),
                anon: none,
                psk: none,
                srp: none,
            }),
            verifier: Mutex::default(),
            key: Mutex::new(None),
            errno: AtomicI32::new(0),
            hide_ca_names: AtomicBool::new(false),
            extensions: ext_register::Registered::default(),
        }
    }
}

impl App {
    fn handle(&self) -> gnutls_session_t {
        self.handle.load(Relaxed)
    }

    fn session(&self) -> Result<&Handle> {
        // SAFETY: the handle owns this `App` and outlives every call through it.
        unsafe { super::handle::get(self.handle()) }
    }

    /// `gnutls_transport_set_errno`: what the next failed push or pull reports.
    pub fn set_errno(&self, value: c_int) {
        self.errno.store(value, Relaxed);
    }

    /// Why a push or pull of the program failed.
    fn io_error(&self, transport: *mut c_void, otherwise: c_int) -> Error {
        let errno = match (self.errno.swap(0, Relaxed), self.errno_func.get()) {
            // SAFETY: the program's own function, called as the manual says.
            (0, Some(f)) => unsafe { f(transport) },
            // SAFETY: errno of this thread.
            (0, None) => unsafe { *libc::__errno_location() },
            (set, _) => set,
        };
        Error::new(match errno {
            libc::EAGAIN => GNUTLS_E_AGAIN,
            libc::EINTR => GNUTLS_E_INTERRUPTED,
            libc::ECONNRESET if otherwise == GNUTLS_E_PUSH_ERROR => GNUTLS_E_PREMATURE_TERMINATION,
            _ => otherwise,
        })
    }

    pub fn chosen_key(&self, key: Option<Arc<dyn SigningKey>>) {
        *lock(&self.key) = key;
    }
}

/// The descriptor behind a transport pointer.
fn fd(transport: *mut c_void) -> c_int {
    transport as usize as c_int
}

/// What a C function that moves bytes answered.
fn moved(n: isize, most: usize) -> Option<usize> {
    usize::try_from(n).ok().map(|n| n.min(most))
}

impl Program for App {
    fn pull(&self, buf: &mut [u8]) -> Result<usize> {
        let transport = self.recv_ptr.load(Relaxed);
        let n = match self.pull.get() {
            Some(f) => {
                self.set_errno(0);
                // SAFETY: the program's own function; `buf` is writable for the length it is told.
                unsafe { f(transport, buf.as_mut_ptr().cast(), buf.len()) }
            }
            // SAFETY: `buf` is writable for its length.
            None => unsafe { libc::recv(fd(transport), buf.as_mut_ptr().cast(), buf.len(), 0) },
        };
        moved(n, buf.len()).ok_or_else(|| self.io_error(transport, GNUTLS_E_PULL_ERROR))
    }

    fn wait(&self, ms: u32) -> Result<()> {
        let transport = self.recv_ptr.load(Relaxed);
        let ready = match (self.pull_timeout.get(), self.pull.get()) {
            // SAFETY: the program's own function, called as the manual says.
            (Some(f), _) => unsafe { f(transport, ms) },
            // A program that pulls itself and cannot wait is taken to be ready.
            (None, Some(_)) => 1,
            (None, None) => super::transport::poll_readable(fd(transport), ms),
        };
        match ready {
            0 => err(GNUTLS_E_TIMEDOUT),
            n if n < 0 => Err(self.io_error(transport, GNUTLS_E_PULL_ERROR)),
            _ => Ok(()),
        }
    }

    fn push(&self, bytes: &[u8]) -> Result<usize> {
        let transport = self.send_ptr.load(Relaxed);
        self.set_errno(0);
        let vec = giovec_t { iov_base: bytes.as_ptr() as *mut c_void, iov_len: bytes.len() };
        let n = match (self.push.get(), self.vec_push.get()) {
            // SAFETY: the program's own function; it reads `bytes` and nothing else.
            (Some(f), _) => unsafe { f(transport, bytes.as_ptr().cast(), bytes.len()) },
            // SAFETY: as above; one vector over `bytes`.
            (None, Some(f)) => unsafe { f(transport, &vec, 1) },
            (None, None) => super::transport::send(fd(transport), bytes),
        };
        moved(n, bytes.len()).ok_or_else(|| self.io_error(transport, GNUTLS_E_PUSH_ERROR))
    }

    fn takes_many_records(&self) -> bool {
        self.push.get().is_none() && self.vec_push.get().is_none()
    }

    fn hello_read(&self) -> Result<()> {
        let answer = match self.post_client_hello.get() {
            // SAFETY: the program's own function with its own session.
            Some(f) => unsafe { f(self.handle()) },
            None => 0,
        };
        let handle = self.session()?;
        if handle.session.config().certificate_request != CertificateRequest::Ignore {
            let names = match self.hide_ca_names.load(Relaxed) {
                true => Vec::new(),
                false => cert_cred::ca_names(lock(&self.credentials).certificate),
            };
            handle.session.configure(|c| c.ca_names = Arc::new(names));
        }
        match answer {
            GNUTLS_E_AGAIN | GNUTLS_E_INTERRUPTED => err(GNUTLS_E_INTERRUPTED),
            n if n < 0 => err(n),
            _ => Ok(()),
        }
    }

    fn extensions_out(&self, place: Place) -> Result<Vec<(u16, Vec<u8>)>> {
        // SAFETY: the handle owns this `App` and is alive.
        unsafe { ext_register::send(self.handle(), &self.extensions, place) }
    }

    fn extensions_in(&self, place: Place, extensions: &Extensions) -> Result<()> {
        // SAFETY: the handle owns this `App` and is alive.
        unsafe { ext_register::receive(self.handle(), &self.extensions, place, extensions) }
    }

    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>> {
        let credentials = lock(&self.credentials).certificate;
        let handle = self.session()?;
        if credentials.is_null() {
            return match handle.session.role() {
                Role::Client => Ok(None),
                Role::Server => err(GNUTLS_E_INSUFFICIENT_CREDENTIALS),
            };
        }
        match cert_retrieve::choose(self.handle(), handle, credentials, wanted)? {
            Some((identity, key)) => {
                self.chosen_key(Some(key));
                Ok(Some(identity))
            }
            None => Ok(None),
        }
    }

    fn sign(&self, sign: Sign, message: &[u8]) -> Result<Vec<u8>> {
        let key = lock(&self.key).clone();
        match key {
            Some(key) => key.sign(sign, message),
            None => err(GNUTLS_E_INSUFFICIENT_CREDENTIALS),
        }
    }

    fn verify_peer(&self) -> Result<()> {
        let handle = self.session()?;
        let verifier = lock(&self.verifier).clone();
        let function = match verifier {
            Verifier::Automatic(wanted) => return verify::automatic(handle, &wanted),
            Verifier::Function(f) => f,
            Verifier::OfCredentials => {
                let credentials = lock(&self.credentials).certificate;
                let Some(f) = cert_cred::verify_function(credentials) else { return Ok(()) };
                f
            }
        };
        // SAFETY: the program's own function with its own session.
        let answer = unsafe { function(self.handle()) };
        match answer {
            0 => Ok(()),
            n if n < -1 => err(n),
            _ => err(GNUTLS_E_CERTIFICATE_ERROR),
        }
    }

    fn message(&self, number: u16, when: When, direction: Direction, body: &[u8]) -> Result<()> {
        let hook = *lock(&self.hook);
        let Some(f) = hook.function else { return Ok(()) };
        let (post, wanted) = match when {
            When::Before => (GNUTLS_HOOK_PRE, hook.when != GNUTLS_HOOK_POST as c_int),
            When::After => (GNUTLS_HOOK_POST, hook.when != GNUTLS_HOOK_PRE as c_int),
        };
        if !wanted || (hook.kind != GNUTLS_HANDSHAKE_ANY && hook.kind != u32::from(number)) {
            return Ok(());
        }
        let datum = gnutls_datum_t { data: body.as_ptr() as *mut u8, size: body.len() as c_uint };
        let incoming = u32::from(direction == Direction::Incoming);
        // SAFETY: the program's own function; the datum outlives the call.
        match unsafe { f(self.handle(), number.into(), post as c_uint, incoming, &datum) } {
            n if n < 0 => err(n),
            _ => Ok(()),
        }
    }

    fn log_key(&self, client_random: &[u8; 32], line: &KeyLogLine) {
        let secret = line.secret.as_ref();
        match self.key_log.get() {
            Some(f) => {
                let Ok(label) = std::ffi::CString::new(line.label) else { return };
                let datum = gnutls_datum_t { data: secret.as_ptr() as *mut u8, size: secret.len() as c_uint };
                // SAFETY: the program's own function; label and datum outlive the call.
                let _ = unsafe { f(self.handle(), label.as_ptr(), &datum) };
            }
            None => super::key_log::append(line.label, client_random, secret),
        }
        log::write(9, format_args!("key log: {}", line.label));
    }
}
