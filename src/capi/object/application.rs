//! Settings of the application on a session: transport, callbacks, credentials.
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64};
use std::sync::{Arc, Mutex};

use crate::abi::*;
use crate::capi::ffi::function::Function;
use crate::capi::object::anti_replay::AntiReplay;
use crate::capi::object::extension::RegisteredExtensions;
use crate::capi::object::supplemental::Supplemental;
use crate::capi::object::transport_errno::TransportErrno;
use crate::session::credentials::SigningKey;

/// The credentials that the application has set, by type. They belong to the application and must outlive the
/// session (manual: `gnutls_credentials_set`).
#[derive(Clone, Copy)]
pub struct Credentials {
    pub certificate: gnutls_certificate_credentials_t,
    pub anon: *mut c_void,
    pub psk: *mut c_void,
    pub srp: *mut c_void,
}

// SAFETY: only addresses; they are only dereferenced in a call on the thread that uses the session.
unsafe impl Send for Credentials {}

/// The verification of the peer in the handshake, as last set by the application.
#[derive(Clone, Default)]
pub enum Verifier {
    /// The verify function of the credentials, if they have one.
    #[default]
    OfCredentials,
    /// `gnutls_session_set_verify_function`.
    Function(gnutls_certificate_verify_function),
    /// `gnutls_session_set_verify_cert`.
    Automatic(VerifyCert),
}

/// The settings of `gnutls_session_set_verify_cert`.
#[derive(Clone, Default)]
pub struct VerifyCert {
    pub hostname: Option<Vec<u8>>,
    pub purpose: Option<Vec<u8>>,
    pub flags: c_uint,
    /// The application's array (`gnutls_session_set_verify_cert2`), and its length.
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

/// The sockets that the kernel has keys for: their numbers (SO_COOKIE), or 0.
#[derive(Default)]
pub struct KernelSockets {
    pub send: AtomicU64,
    pub receive: AtomicU64,
}

pub struct CApplication {
    pub handle: AtomicPtr<gnutls_session_int>,
    pub user_ptr: AtomicPtr<c_void>,
    pub recv_ptr: AtomicPtr<c_void>,
    pub send_ptr: AtomicPtr<c_void>,
    /// The address that the first write connects the socket to (`gnutls_transport_set_fastopen`).
    pub connect_to: Mutex<Option<Vec<u8>>>,
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
    /// It is told each step of a verification of the peer.
    pub verify_output: Function<Option<gnutls_verify_output_function>>,
    /// The key of the identity that was selected last.
    pub(crate) key: Mutex<Option<Arc<dyn SigningKey>>>,
    pub(crate) errno: TransportErrno,
    /// The CertificateRequest of a server contains no CA names (`gnutls_certificate_send_x509_rdn_sequence`).
    pub hide_ca_names: AtomicBool,
    pub extensions: RegisteredExtensions,
    /// The types of supplemental data of the session.
    pub supplemental: Mutex<Vec<Supplemental>>,
    /// The functions of a server's database of sessions, and their pointer.
    pub db_retrieve: Function<gnutls_db_retr_func>,
    pub db_store: Function<gnutls_db_store_func>,
    pub db_remove: Function<gnutls_db_remove_func>,
    pub db_ptr: AtomicPtr<c_void>,
    /// What carries messages and alerts, and takes secrets (QUIC).
    pub carry: Function<gnutls_handshake_read_func>,
    pub carry_alert: Function<gnutls_alert_read_func>,
    pub secrets: Function<gnutls_handshake_secret_func>,
    /// The sockets whose kernel protects the records.
    pub kernel_sockets: KernelSockets,
    /// What a server tells replays of early data with (`gnutls_anti_replay_enable`).
    pub anti_replay: Mutex<Option<Arc<AntiReplay>>>,
}

impl Default for CApplication {
    fn default() -> Self {
        let none: *mut c_void = ptr::null_mut();
        let no_fd = usize::MAX as *mut c_void;
        CApplication {
            handle: AtomicPtr::new(ptr::null_mut()),
            user_ptr: AtomicPtr::new(none),
            recv_ptr: AtomicPtr::new(no_fd),
            send_ptr: AtomicPtr::new(no_fd),
            connect_to: Mutex::default(),
            push: Function::none(),
            vec_push: Function::none(),
            pull: Function::none(),
            pull_timeout: Function::none(),
            errno_func: Function::none(),
            post_client_hello: Function::none(),
            key_log: Function::none(),
            hook: Mutex::default(),
            credentials: Mutex::new(Credentials {
                certificate: ptr::null_mut(),
                anon: none,
                psk: none,
                srp: none,
            }),
            verifier: Mutex::default(),
            verify_output: Function::none(),
            key: Mutex::new(None),
            errno: TransportErrno::default(),
            hide_ca_names: AtomicBool::new(false),
            extensions: RegisteredExtensions::default(),
            supplemental: Mutex::default(),
            db_retrieve: Function::none(),
            db_store: Function::none(),
            db_remove: Function::none(),
            db_ptr: AtomicPtr::new(none),
            carry: Function::none(),
            carry_alert: Function::none(),
            secrets: Function::none(),
            kernel_sockets: KernelSockets::default(),
            anti_replay: Mutex::default(),
        }
    }
}
