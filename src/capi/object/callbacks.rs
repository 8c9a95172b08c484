//! The callbacks of a session, implemented with the application's C functions.
//!
//! No lock is held here while a function of the application runs, because it may call functions of the same
//! session.
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;
use std::sync::Arc;

use zeroize::{Zeroize, Zeroizing};

use crate::abi::*;
use crate::alg::{CertType, Sign};
use crate::capi::ffi::cancel::{self, stoppable};
use crate::capi::ffi::log::audit;
use crate::capi::ffi::memory::{borrowed_datum, free, slice_mut};
use crate::capi::ffi::opaque;
use crate::capi::ffi::time::milliseconds;
use crate::capi::object::application::{CApplication, Verifier};
use crate::capi::object::certificate_credentials::{
    certificate_types, credentials_ca_names, credentials_verify_function,
};
use crate::capi::object::extension::{receive_extension, send_extension};
use crate::capi::object::identity::choose_identity;
use crate::capi::object::key_log::append_key_log;
use crate::capi::object::peer_verification::verify_automatically;
use crate::capi::object::psk::{find_psk, own_psk};
use crate::capi::object::session::{SessionObject, description_number};
use crate::capi::object::srp::{find_srp, own_srp};
use crate::capi::object::supplemental::{receive_supplemental, send_supplemental};
use crate::crypto::secret::Secret;
use crate::error::{AlertDescription, AlertLevel, Error, Result, err};
use crate::handshake::config::{CertificateRequest, DhGroups, Role};
use crate::handshake::ext::{Extensions, MessageContext, Numbered};
use crate::handshake::level::{Level, LevelSecrets};
use crate::handshake::messages::HandshakeType;
use crate::handshake::psk::{ExternalPsk, Lookup};
use crate::handshake::srp::{SrpEntry, SrpPassword};
use crate::handshake::step::{EarlyTry, Identity, IdentityWanted, KeyLogLine};
use crate::log::{DETAIL, log, reason};
use crate::session::application::{Application, Direction, KernelTls, When};
use crate::session::credentials::SigningKey;
use crate::session::{lock, may_retry};

impl CApplication {
    fn handle(&self) -> gnutls_session_t {
        self.handle.load(Relaxed)
    }

    fn session(&self) -> Result<&SessionObject> {
        // SAFETY: the handle owns `self` and outlives every call through it.
        unsafe { opaque::get(self.handle()) }
    }

    fn is_datagram(&self) -> bool {
        self.session().is_ok_and(|h| h.session.is_datagram())
    }

    /// `gnutls_transport_set_errno`: sets the error that the next failed push or pull reports.
    pub fn set_errno(&self, value: c_int) {
        self.errno.set(value);
    }

    /// The error of a failed push or pull of the application.
    fn io_error(&self, direction: Direction, transport: *mut c_void, otherwise: c_int) -> Error {
        let errno = match (self.errno.take(direction), self.errno_func.get()) {
            // SAFETY: the application's own function, called as the manual says.
            (0, Some(f)) => unsafe { f(transport) },
            // SAFETY: errno of this thread.
            (0, None) => unsafe { *libc::__errno_location() },
            (set, _) => set,
        };
        self.transport_error(errno, otherwise)
    }

    /// The error of a failed system call on the transport.
    pub(super) fn system_error(&self, otherwise: c_int) -> Error {
        self.transport_error(std::io::Error::last_os_error().raw_os_error().unwrap_or_default(), otherwise)
    }

    fn transport_error(&self, errno: c_int, otherwise: c_int) -> Error {
        let error = Error::new(match errno {
            libc::EAGAIN => GNUTLS_E_AGAIN,
            libc::EINTR => GNUTLS_E_INTERRUPTED,
            libc::EMSGSIZE if otherwise == GNUTLS_E_PUSH_ERROR && self.is_datagram() => GNUTLS_E_LARGE_PACKET,
            libc::ECONNRESET if otherwise == GNUTLS_E_PUSH_ERROR => GNUTLS_E_PREMATURE_TERMINATION,
            _ => otherwise,
        });
        if may_retry(error.code()) {
            return error;
        }
        let what = if otherwise == GNUTLS_E_PUSH_ERROR { "sending" } else { "receiving" };
        let text = std::io::Error::from_raw_os_error(errno);
        reason!(error, "{what} on the transport failed: {text}")
    }

    pub fn chosen_key(&self, key: Option<Arc<dyn SigningKey>>) {
        *lock(&self.key) = key;
    }
}

/// The file descriptor in a transport pointer.
fn fd(transport: *mut c_void) -> c_int {
    transport as usize as c_int
}

/// The number of bytes that a push or pull function returned; `None` on failure.
fn bytes_transferred(n: isize, most: usize) -> Option<usize> {
    usize::try_from(n).ok().map(|n| n.min(most))
}

impl CApplication {
    /// Receives from a socket; `flags` are those of recv(2).
    fn receive(&self, buf: &mut [u8], flags: c_int) -> Result<usize> {
        let transport = self.recv_ptr.load(Relaxed);
        let (into, size) = (buf.as_mut_ptr(), buf.len());
        // SAFETY: `buf` is writable for its length.
        let n = match stoppable(|| unsafe { libc::recv(fd(transport), into.cast(), size, flags) }) {
            None => return err(GNUTLS_E_INTERRUPTED),
            // Anybody can send it; it is not the end of anything.
            Some(0) if is_datagram_socket(fd(transport)) => return err(GNUTLS_E_AGAIN),
            Some(n) => n,
        };
        bytes_transferred(n, buf.len())
            .ok_or_else(|| self.io_error(Direction::Incoming, transport, GNUTLS_E_PULL_ERROR))
    }
}

impl Application for CApplication {
    fn pull(&self, buf: &mut [u8]) -> Result<usize> {
        let transport = self.recv_ptr.load(Relaxed);
        let n = match self.pull.get() {
            Some(f) => {
                self.errno.begin(Direction::Incoming);
                let (into, size) = (buf.as_mut_ptr(), buf.len());
                // SAFETY: the application's own function; `buf` is writable for the length it is told.
                match stoppable(|| unsafe { f(transport, into.cast(), size) }) {
                    Some(n) => n,
                    None => return err(GNUTLS_E_INTERRUPTED),
                }
            }
            None => return self.receive(buf, 0),
        };
        bytes_transferred(n, buf.len())
            .ok_or_else(|| self.io_error(Direction::Incoming, transport, GNUTLS_E_PULL_ERROR))
    }

    fn pull_at_once(&self, buf: &mut [u8]) -> Option<Result<usize>> {
        if self.pull.get().is_some() || self.pull_timeout.get().is_some() {
            return None;
        }
        Some(self.receive(buf, libc::MSG_DONTWAIT)).filter(|r| !r.is_err_and(|e| e.code() == GNUTLS_E_AGAIN))
    }

    fn wait(&self, ms: u32) -> Result<()> {
        let transport = self.recv_ptr.load(Relaxed);
        let ready = match (self.pull_timeout.get(), self.pull.get()) {
            // SAFETY: the application's own function, called as the manual says.
            (Some(f), _) => stoppable(|| unsafe { f(transport, ms) }),
            // If the application has its own pull function but no timeout function, data is assumed to be
            // available.
            (None, Some(_)) => Some(1),
            (None, None) => stoppable(|| poll_readable(fd(transport), ms)),
        };
        match ready.ok_or(Error::new(GNUTLS_E_INTERRUPTED))? {
            0 => err(GNUTLS_E_TIMEDOUT),
            n if n < 0 => Err(self.io_error(Direction::Incoming, transport, GNUTLS_E_PULL_ERROR)),
            _ => Ok(()),
        }
    }

    fn push(&self, bytes: &[u8]) -> Result<usize> {
        let transport = self.send_ptr.load(Relaxed);
        self.errno.begin(Direction::Outgoing);
        let vec = giovec_t { iov_base: bytes.as_ptr() as *mut c_void, iov_len: bytes.len() };
        let n = match (self.push.get(), self.vec_push.get()) {
            // SAFETY: the application's own function; it reads `bytes` and nothing else.
            (Some(f), _) => stoppable(|| unsafe { f(transport, bytes.as_ptr().cast(), bytes.len()) }),
            // SAFETY: as above; one vector over `bytes`.
            (None, Some(f)) => stoppable(|| unsafe { f(transport, &vec, 1) }),
            (None, None) => {
                let connect_to = lock(&self.connect_to).take();
                match &connect_to {
                    Some(address) => stoppable(|| connect_and_send(fd(transport), address, bytes)),
                    None => stoppable(|| send_to_socket(fd(transport), bytes)),
                }
            }
        };
        let n = n.ok_or(Error::new(GNUTLS_E_INTERRUPTED))?;
        bytes_transferred(n, bytes.len())
            .ok_or_else(|| self.io_error(Direction::Outgoing, transport, GNUTLS_E_PUSH_ERROR))
    }

    fn hold(&self) -> bool {
        cancel::hold()
    }

    fn release(&self) {
        cancel::release();
    }

    fn is_stopped(&self) -> bool {
        cancel::is_stopped()
    }

    fn takes_many_records(&self) -> bool {
        self.push.get().is_none() && self.vec_push.get().is_none()
    }

    fn post_client_hello(&self) -> Result<()> {
        let code = match self.post_client_hello.get() {
            // SAFETY: the application's own function with its own session.
            Some(f) => unsafe { f(self.handle()) },
            None => 0,
        };
        let handle = self.session()?;
        if handle.session.config().certificate_request != CertificateRequest::Ignore {
            let names = match self.hide_ca_names.load(Relaxed) {
                true => Vec::new(),
                false => credentials_ca_names(lock(&self.credentials).certificate),
            };
            handle.session.configure(|c| c.ca_names = Arc::new(names));
        }
        match code {
            GNUTLS_E_AGAIN | GNUTLS_E_INTERRUPTED => err(GNUTLS_E_INTERRUPTED),
            n if n < 0 => Err(reason!(
                Error::new(n),
                "the application's post_client_hello function refuses the client (it returned {n})"
            )),
            _ => Ok(()),
        }
    }

    fn extensions_out(&self, context: MessageContext) -> Result<Vec<Numbered>> {
        let datagram = self.session()?.session.is_datagram();
        // SAFETY: the handle owns `self` and is live.
        unsafe { send_extension(self.handle(), &self.extensions, datagram, context) }
    }

    fn extensions_in(&self, context: MessageContext, extensions: &Extensions) -> Result<()> {
        let datagram = self.session()?.session.is_datagram();
        // SAFETY: the handle owns `self` and is live.
        unsafe { receive_extension(self.handle(), &self.extensions, datagram, context, extensions) }
    }

    fn supplemental_out(&self) -> Result<Option<Vec<u8>>> {
        // SAFETY: the handle owns `self` and is live.
        unsafe { send_supplemental(self.handle(), &self.supplemental) }
    }

    fn supplemental_in(&self, body: &[u8]) -> Result<()> {
        // SAFETY: the handle owns `self` and is live.
        unsafe { receive_supplemental(self.handle(), &self.supplemental, body) }
    }

    fn certificate_types(&self) -> Vec<CertType> {
        certificate_types(lock(&self.credentials).certificate)
    }

    fn dh_groups(&self) -> DhGroups {
        let credentials = *lock(&self.credentials);
        let anon = credentials.anon.cast::<gnutls_anon_server_credentials_st>();
        let psk = credentials.psk.cast::<gnutls_psk_server_credentials_st>();
        // SAFETY: credentials that the application has set are NULL or live; the handle owns `self`.
        unsafe {
            DhGroups {
                certificate: opaque::get(credentials.certificate).ok().and_then(|c| c.dh.get(self.handle())),
                anonymous: opaque::get(anon).ok().and_then(|c| c.dh.get(self.handle())),
                psk: opaque::get(psk).ok().and_then(|c| c.dh.get(self.handle())),
            }
        }
    }

    fn own_psk(&self) -> Result<Option<ExternalPsk>> {
        let credentials = lock(&self.credentials).psk;
        // SAFETY: credentials that the application has set are live; the handle owns `self`.
        unsafe { own_psk(self.handle(), credentials.cast()) }
    }

    fn find_psk(&self, identity: &[u8]) -> Result<Lookup> {
        let credentials = lock(&self.credentials).psk;
        // SAFETY: credentials that the application has set are live; the handle owns `self`.
        unsafe { find_psk(self.handle(), credentials.cast(), identity) }
    }

    fn own_srp(&self) -> Result<Option<SrpPassword>> {
        let credentials = lock(&self.credentials).srp;
        // SAFETY: credentials that the application has set are live; the handle owns `self`.
        unsafe { own_srp(self.handle(), credentials.cast()) }
    }

    fn find_srp(&self, name: &[u8]) -> Result<SrpEntry> {
        let credentials = lock(&self.credentials).srp;
        // SAFETY: credentials that the application has set are live; the handle owns `self`.
        unsafe { find_srp(self.handle(), credentials.cast(), name) }
    }

    fn psk_hint(&self) -> Option<Vec<u8>> {
        let credentials = lock(&self.credentials).psk.cast::<gnutls_psk_server_credentials_st>();
        // SAFETY: credentials that the application has set are NULL or live.
        unsafe { opaque::get(credentials) }.ok().and_then(|c| lock(&c.hint).clone())
    }

    fn identity(&self, wanted: &IdentityWanted) -> Result<Option<Identity>> {
        let credentials = lock(&self.credentials).certificate;
        let handle = self.session()?;
        if credentials.is_null() {
            return match handle.session.role() {
                Role::Client => Ok(None),
                Role::Server => Err(reason!(
                    Error::new(GNUTLS_E_INSUFFICIENT_CREDENTIALS),
                    "the server has no certificate credentials: call gnutls_credentials_set before the handshake"
                )),
            };
        }
        match choose_identity(self.handle(), handle, credentials, wanted)? {
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

    fn decrypt(&self, ciphertext: &[u8], out: &mut [u8]) {
        let key = lock(&self.key).clone();
        if let Some(key) = key {
            key.decrypt(ciphertext, out);
        }
    }

    fn verify_peer(&self) -> Result<()> {
        let handle = self.session()?;
        let verifier = lock(&self.verifier).clone();
        let function = match verifier {
            Verifier::Automatic(wanted) => return verify_automatically(handle, &wanted),
            Verifier::Function(f) => f,
            Verifier::OfCredentials => {
                let credentials = lock(&self.credentials).certificate;
                let Some(f) = credentials_verify_function(credentials) else { return Ok(()) };
                f
            }
        };
        // SAFETY: the application's own function with its own session.
        let code = unsafe { function(self.handle()) };
        log!(DETAIL, "the application's verify function returned {code}");
        match code {
            0 => return Ok(()),
            n if n < -1 => Err(Error::new(n)),
            _ => Err(Error::new(GNUTLS_E_CERTIFICATE_ERROR)),
        }
        .map_err(|e: Error| {
            reason!(e, "the application's verify function does not accept the peer (it returned {code})")
        })
    }

    fn message(&self, kind: HandshakeType, when: When, direction: Direction, body: &[u8]) -> Result<()> {
        let hook = *lock(&self.hook);
        let Some(f) = hook.function else { return Ok(()) };
        let number = description_number(kind);
        let (post, wanted) = match when {
            When::Before => (GNUTLS_HOOK_PRE, hook.when != GNUTLS_HOOK_POST as c_int),
            When::After => (GNUTLS_HOOK_POST, hook.when != GNUTLS_HOOK_PRE as c_int),
        };
        if !wanted || (hook.kind != GNUTLS_HANDSHAKE_ANY && hook.kind != number) {
            return Ok(());
        }
        let datum = gnutls_datum_t { data: body.as_ptr() as *mut u8, size: body.len() as c_uint };
        let incoming = u32::from(direction == Direction::Incoming);
        // SAFETY: the application's own function; the datum outlives the call.
        match unsafe { f(self.handle(), number, post as c_uint, incoming, &datum) } {
            n if n < 0 => {
                Err(reason!(Error::new(n), "the application's handshake hook returned {n} for {kind}"))
            }
            _ => Ok(()),
        }
    }

    fn now(&self) -> u64 {
        milliseconds()
    }

    fn can_wait(&self) -> bool {
        self.pull.get().is_none() || self.pull_timeout.get().is_some()
    }

    fn find_session(&self, id: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let f = self.db_retrieve.get()?;
        // SAFETY: the application's own function with its own pointer; the key outlives the call.
        let found = unsafe { f(self.db_ptr.load(Relaxed), borrowed_datum(id)) };
        if found.data.is_null() {
            return None;
        }
        // SAFETY: the function returns bytes of this size that it allocated with `gnutls_malloc` (the manual), not used
        // again after they are wiped and freed.
        unsafe {
            let bytes = slice_mut(found.data.cast(), found.size as usize);
            let copy = Zeroizing::new(bytes.to_vec());
            bytes.zeroize();
            free(found.data.cast());
            Some(copy)
        }
    }

    fn store_session(&self, id: &[u8], data: &[u8]) -> Result<()> {
        let Some(f) = self.db_store.get() else { return Ok(()) };
        // SAFETY: the application's own function with its own pointer; key and data outlive the call.
        match unsafe { f(self.db_ptr.load(Relaxed), borrowed_datum(id), borrowed_datum(data)) } {
            0 => Ok(()),
            _ => err(GNUTLS_E_DB_ERROR),
        }
    }

    fn remove_session(&self, id: &[u8]) {
        let Some(f) = self.db_remove.get() else { return };
        // SAFETY: the application's own function with its own pointer; the key outlives the call.
        unsafe { f(self.db_ptr.load(Relaxed), borrowed_datum(id)) };
    }

    fn is_fresh(&self, early: &EarlyTry) -> bool {
        let anti_replay = lock(&self.anti_replay).clone();
        anti_replay.is_some_and(|a| a.is_fresh(early, milliseconds()))
    }

    fn carry(&self, level: Level, kind: HandshakeType, message: &[u8]) -> Result<()> {
        let Some(f) = self.carry.get() else { return err(GNUTLS_E_INTERNAL_ERROR) };
        let (data, size) = (message.as_ptr().cast(), message.len());
        // SAFETY: the application's own function with its own session; `message` outlives the call.
        passed(unsafe { f(self.handle(), level.number(), description_number(kind), data, size) }, "read")
    }

    fn carry_alert(&self, at: Level, level: AlertLevel, description: AlertDescription) -> Result<()> {
        let Some(f) = self.carry_alert.get() else { return err(GNUTLS_E_INTERNAL_ERROR) };
        // SAFETY: the application's own function with its own session.
        passed(unsafe { f(self.handle(), at.number(), level.0.into(), description.0.into()) }, "alert read")
    }

    fn secrets(&self, secrets: &LevelSecrets) -> Result<()> {
        let Some(f) = self.secrets.get() else { return Ok(()) };
        let size = secrets.read.as_ref().or(secrets.write.as_ref()).map_or(0, Secret::len);
        let pointer = |s: &Option<Secret>| s.as_ref().map_or(ptr::null(), |s| s.as_ref().as_ptr().cast());
        let (read, write) = (pointer(&secrets.read), pointer(&secrets.write));
        // SAFETY: the application's own function with its own session; the secrets outlive the call.
        passed(unsafe { f(self.handle(), secrets.level.number(), read, write, size) }, "secret")
    }

    fn kernel_tls(&self) -> Option<&dyn KernelTls> {
        Some(self)
    }

    fn audit(&self, text: &str) {
        // SAFETY: the handle owns `self` and is live.
        unsafe { audit(self.handle(), format_args!("{text}")) }
    }

    fn log_key(&self, client_random: &[u8; 32], line: &KeyLogLine) {
        let secret = line.secret.as_ref();
        match self.key_log.get() {
            Some(f) => {
                let Ok(label) = std::ffi::CString::new(line.label) else { return };
                let datum = gnutls_datum_t { data: secret.as_ptr() as *mut u8, size: secret.len() as c_uint };
                // SAFETY: the application's own function; label and datum outlive the call.
                let _ = unsafe { f(self.handle(), label.as_ptr(), &datum) };
            }
            None => append_key_log(line.label, client_random, secret),
        }
        log!(DETAIL, "wrote a line to the key log: {}", line.label);
    }
}

/// The result of a function of an application that carries the handshake: 0, or an error code.
fn passed(code: c_int, function: &str) -> Result<()> {
    match code {
        n if n < 0 => {
            Err(reason!(Error::new(n), "the application's handshake {function} function returned {n}"))
        }
        _ => Ok(()),
    }
}

/// Sends on a socket without raising SIGPIPE. Uses the same system call as GnuTLS, for applications that
/// filter system calls.
pub fn send_to_socket(fd: c_int, bytes: &[u8]) -> isize {
    let mut vec = libc::iovec { iov_base: bytes.as_ptr() as *mut c_void, iov_len: bytes.len() };
    // SAFETY: a zeroed msghdr is valid; the vector covers `bytes`, which sendmsg only reads.
    unsafe {
        let mut message: libc::msghdr = core::mem::zeroed();
        message.msg_iov = &mut vec;
        message.msg_iovlen = 1;
        libc::sendmsg(fd, &message, libc::MSG_NOSIGNAL)
    }
}

/// Connects a socket with the first bytes to send (RFC 7413), or, where there is no Fast Open, before they are
/// sent. While the connection is being made, it would block.
fn connect_and_send(fd: c_int, address: &[u8], bytes: &[u8]) -> isize {
    let (to, size) = (address.as_ptr().cast::<libc::sockaddr>(), address.len() as libc::socklen_t);
    let flags = libc::MSG_FASTOPEN | libc::MSG_NOSIGNAL;
    // SAFETY: `bytes` and `address` are readable for their lengths; errno of this thread.
    unsafe {
        let mut n = libc::sendto(fd, bytes.as_ptr().cast(), bytes.len(), flags, to, size);
        let errno = libc::__errno_location();
        if n < 0 && matches!(*errno, libc::EOPNOTSUPP | libc::EISCONN | libc::ENOTCONN | libc::EINVAL) {
            // Of a socket that is connected already there is only the data.
            if libc::connect(fd, to, size) == 0 || *errno == libc::EISCONN {
                return send_to_socket(fd, bytes);
            }
            n = -1;
        }
        if n < 0 && matches!(*errno, libc::EINPROGRESS | libc::EALREADY) {
            *errno = libc::EAGAIN;
        }
        n
    }
}

/// Whether nothing received from a socket is an empty datagram, not the end of a stream.
#[cold]
fn is_datagram_socket(fd: c_int) -> bool {
    let (mut kind, mut size): (c_int, _) = (0, size_of::<c_int>() as libc::socklen_t);
    let into = (&raw mut kind).cast();
    // SAFETY: `kind` and `size` are valid for writes of what the option has.
    let known = unsafe { libc::getsockopt(fd, libc::SOL_SOCKET, libc::SO_TYPE, into, &mut size) } == 0;
    known && kind == libc::SOCK_DGRAM
}

/// Waits for data to read. Returns 1 if there is some, 0 after `ms` milliseconds, and -1 with errno on
/// failure.
pub fn poll_readable(fd: c_int, ms: c_uint) -> c_int {
    let mut poll = libc::pollfd { fd, events: libc::POLLIN, revents: 0 };
    let timeout =
        if ms == GNUTLS_INDEFINITE_TIMEOUT { -1 } else { c_int::try_from(ms).unwrap_or(c_int::MAX) };
    // SAFETY: one valid pollfd.
    unsafe { libc::poll(&mut poll, 1, timeout) }
}
