//! The handshake, renegotiation, post-handshake authentication and key update.
use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{bytes_in, datum_bytes};
use crate::capi::object::application::Hook;
use crate::capi::object::session::{description_number, get_session, parameter};
use crate::error::Error;
use crate::handshake::level::Level;
use crate::session::lock;

/// Returns the name of a handshake message, as GnuTLS's logs write it.
///
/// The string is in upper case, as `CLIENT HELLO`, and constant: it is not to be freed.
///
/// - `type_`: a `gnutls_handshake_description_t`, as `gnutls_handshake_get_last_in` or a hook gives it
///
/// Returns the name, or `Unknown Handshake packet` for a number that is none; never NULL.
///
/// It may be called from any thread. Manual: `gnutls_handshake_description_get_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_description_get_name(
    type_: gnutls_handshake_description_t,
) -> *const c_char {
    guard::or(core::ptr::null(), || {
        let name = match type_ {
            GNUTLS_HANDSHAKE_HELLO_REQUEST => c"HELLO REQUEST",
            GNUTLS_HANDSHAKE_CLIENT_HELLO => c"CLIENT HELLO",
            GNUTLS_HANDSHAKE_SERVER_HELLO => c"SERVER HELLO",
            GNUTLS_HANDSHAKE_HELLO_VERIFY_REQUEST => c"HELLO VERIFY REQUEST",
            GNUTLS_HANDSHAKE_NEW_SESSION_TICKET => c"NEW SESSION TICKET",
            GNUTLS_HANDSHAKE_END_OF_EARLY_DATA => c"END OF EARLY DATA",
            GNUTLS_HANDSHAKE_ENCRYPTED_EXTENSIONS => c"ENCRYPTED EXTENSIONS",
            GNUTLS_HANDSHAKE_CERTIFICATE_PKT => c"CERTIFICATE",
            GNUTLS_HANDSHAKE_SERVER_KEY_EXCHANGE => c"SERVER KEY EXCHANGE",
            GNUTLS_HANDSHAKE_CERTIFICATE_REQUEST => c"CERTIFICATE REQUEST",
            GNUTLS_HANDSHAKE_SERVER_HELLO_DONE => c"SERVER HELLO DONE",
            GNUTLS_HANDSHAKE_CERTIFICATE_VERIFY => c"CERTIFICATE VERIFY",
            GNUTLS_HANDSHAKE_CLIENT_KEY_EXCHANGE => c"CLIENT KEY EXCHANGE",
            GNUTLS_HANDSHAKE_FINISHED => c"FINISHED",
            GNUTLS_HANDSHAKE_CERTIFICATE_STATUS => c"CERTIFICATE STATUS",
            GNUTLS_HANDSHAKE_SUPPLEMENTAL => c"SUPPLEMENTAL",
            GNUTLS_HANDSHAKE_KEY_UPDATE => c"KEY_UPDATE",
            GNUTLS_HANDSHAKE_COMPRESSED_CERTIFICATE_PKT => c"COMPRESSED CERTIFICATE",
            GNUTLS_HANDSHAKE_CHANGE_CIPHER_SPEC => c"CHANGE CIPHER SPEC",
            GNUTLS_HANDSHAKE_CLIENT_HELLO_V2 => c"SSL2 CLIENT HELLO",
            GNUTLS_HANDSHAKE_HELLO_RETRY_REQUEST => c"HELLO RETRY REQUEST",
            _ => c"Unknown Handshake packet",
        };
        name.as_ptr()
    })
}

/// Runs the handshake: the first one of a session, or a renegotiation.
///
/// Before it, set the transport, the priorities and the credentials. A peer's certificate is checked
/// only if `gnutls_session_set_verify_cert` or a verify function asks for it; otherwise call
/// `gnutls_certificate_verify_peers3` afterwards. On an established TLS 1.3 session there is no
/// renegotiation: a client gets new keys as by `gnutls_session_key_update` with `GNUTLS_KU_PEER`, a
/// server does nothing. After a failure tell the peer with `gnutls_alert_send_appropriate`.
///
/// - `session`: a session
///
/// Returns `GNUTLS_E_SUCCESS` (0) when the handshake is complete, or a negative error code. After
/// these, call again:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block, see
///   `gnutls_record_get_direction`, or a callback holds it up
/// - `GNUTLS_E_WARNING_ALERT_RECEIVED`: an alert came, which `gnutls_alert_get` tells
/// - `GNUTLS_E_GOT_APPLICATION_DATA`: data came before the renegotiation; take them with
///   `gnutls_record_recv` first
///
/// Any other code ends the session, and later calls return `GNUTLS_E_INVALID_SESSION`:
/// - `GNUTLS_E_NO_PRIORITIES_WERE_SET`, `GNUTLS_E_INSUFFICIENT_CREDENTIALS`: the session lacks settings
/// - `GNUTLS_E_PREMATURE_TERMINATION`, `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PULL_ERROR`: the transport
///   ended or failed
/// - `GNUTLS_E_SESSION_EOF`: the peer closed the connection
/// - `GNUTLS_E_FATAL_ALERT_RECEIVED`: the peer refuses; `gnutls_alert_get` tells why
/// - `GNUTLS_E_NO_CIPHER_SUITES`, `GNUTLS_E_UNSUPPORTED_VERSION_PACKET`,
///   `GNUTLS_E_NO_COMMON_KEY_SHARE`, `GNUTLS_E_NO_APPLICATION_PROTOCOL`: nothing in common with the
///   peer
/// - `GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR`, `GNUTLS_E_CERTIFICATE_ERROR`,
///   `GNUTLS_E_CERTIFICATE_REQUIRED`, `GNUTLS_E_NO_CERTIFICATE_FOUND`: the peer's certificate is
///   missing or was refused
/// - `GNUTLS_E_UNSAFE_RENEGOTIATION_DENIED`, `GNUTLS_E_SAFE_RENEGOTIATION_FAILED`,
///   `GNUTLS_E_SESSION_USER_ID_CHANGED`: a renegotiation that is not allowed
/// - `GNUTLS_E_UNEXPECTED_PACKET`, `GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET`,
///   `GNUTLS_E_UNEXPECTED_PACKET_LENGTH`, `GNUTLS_E_DECRYPTION_FAILED` and others: what the peer sent
///   is not valid
/// - the negative code that a callback returned
///
/// These leave the session as it is:
/// - `GNUTLS_E_TIMEDOUT`: the time of `gnutls_handshake_set_timeout` is over; a call fails again until
///   a longer one is set
/// - `GNUTLS_E_HANDSHAKE_DURING_FALSE_START`: a false start is under way
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or a callback of the same handshake calls
///
/// RFC 8446 section 2. Manual: `gnutls_handshake`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake(session: gnutls_session_t) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle.
        let h = unsafe { get_session(session) }?;
        h.session.handshake()
    })
}

/// Asks the client for a new handshake, from the side of the server.
///
/// In TLS 1.2 it sends a HelloRequest. Call `gnutls_record_recv` until it returns
/// `GNUTLS_E_REHANDSHAKE`, then `gnutls_handshake`; a client may also ignore the request, or refuse
/// with a no_renegotiation alert. In TLS 1.3 it is `gnutls_session_key_update` with `GNUTLS_KU_PEER`,
/// and nothing more is to be done.
///
/// - `session`: a server's session whose handshake is complete
///
/// Returns `GNUTLS_E_SUCCESS` (0) when the request is sent, or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block; call again
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL or a client's, or no handshake is complete
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed, or `gnutls_bye` has ended it
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
///
/// RFC 5246 section 7.4.1.1. Manual: `gnutls_rehandshake`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_rehandshake(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.rehandshake())
}

/// Changes to new keys for what the session sends, in TLS 1.3.
///
/// A KeyUpdate message tells the peer. Long connections with AES-GCM do so by themselves before a key
/// has protected too many records. The peer answers a request for its own keys when it next sends; the
/// session handles that in a receive.
///
/// - `session`: a session whose handshake is complete
/// - `flags`: `GNUTLS_KU_PEER` to ask the peer for new keys of its own, or 0
///
/// Returns `GNUTLS_E_SUCCESS` (0) when the message is sent, or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block, or an authentication is under
///   way; call again
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, or the version is below TLS 1.3
/// - `GNUTLS_E_UNAVAILABLE_DURING_HANDSHAKE`: the first handshake is not complete
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed, or `gnutls_bye` has ended it
/// - `GNUTLS_E_PUSH_ERROR`, `GNUTLS_E_PREMATURE_TERMINATION`: the transport failed, or the peer reset
///   the connection
///
/// Since 3.6.3. RFC 8446 section 4.6.3. Manual: `gnutls_session_key_update`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_session_key_update(session: gnutls_session_t, flags: c_uint) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.key_update(flags & GNUTLS_KU_PEER != 0))
}

/// What GnuTLS takes `GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT` for.
const DEFAULT_TIMEOUT_MS: c_uint = 40_000;

/// Sets how long a handshake may take, counted from its first call.
///
/// When the time is over `gnutls_handshake` returns `GNUTLS_E_TIMEDOUT`. A session that blocks waits by
/// the function of `gnutls_transport_set_pull_timeout_function`, by poll on a descriptor; with
/// `GNUTLS_NONBLOCK` the time is only compared in each call. In DTLS it is the total time of `gnutls_dtls_set_timeouts`: what
/// is set last counts.
///
/// - `session`: a session; NULL is ignored
/// - `ms`: milliseconds; 0, the initial value but in DTLS, sets no limit; `GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT` is 40
///   seconds
///
/// Since 3.1.0. Manual: `gnutls_handshake_set_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_timeout(session: gnutls_session_t, ms: c_uint) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.set_handshake_timeout(if ms == GNUTLS_DEFAULT_HANDSHAKE_TIMEOUT {
                DEFAULT_TIMEOUT_MS
            } else {
                ms
            });
        }
    });
}

/// Sets the longest handshake message that the session takes from the peer.
///
/// A message whose header announces more ends the session with `GNUTLS_E_HANDSHAKE_TOO_LARGE` at once,
/// before its body is received. This bounds the memory that a peer can make the session use. Raise it
/// for peers with very long certificate chains.
///
/// - `session`: a session; NULL is ignored
/// - `max`: the length of a message's body in bytes; 0 takes what the header can say, 16 MiB; the
///   initial value is 128 KiB
///
/// Manual: `gnutls_handshake_set_max_packet_length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_max_packet_length(session: gnutls_session_t, max: usize) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            // The length field has 24 bits.
            h.session.configure(|c| c.max_message = if max == 0 { 0xff_ffff } else { max });
        }
    });
}

/// Sets a function that a server's session calls when it has read a ClientHello.
///
/// The function gets the session and may ask it, for instance by `gnutls_server_name_get`, and change
/// credentials, priorities, certificate request and other settings, which count for the answer. It
/// returns 0 to go on. `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED` put the handshake on hold:
/// `gnutls_handshake` returns `GNUTLS_E_INTERRUPTED`, and its next call goes on without asking again.
/// Another negative code ends the handshake with that code. What the hello says is not authenticated
/// yet.
///
/// - `session`: a server's session; NULL is ignored
/// - `func`: the function; NULL removes it
///
/// The function runs in `gnutls_handshake`, in its thread: once for each ClientHello, and so twice
/// where a HelloRetryRequest asks for a second one.
///
/// Manual: `gnutls_handshake_set_post_client_hello_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_post_client_hello_function(
    session: gnutls_session_t,
    func: gnutls_handshake_simple_hook_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.post_client_hello.set(func);
        }
    });
}

/// Sets a function that sees handshake messages pass.
///
/// It gets the session, the message's type, `GNUTLS_HOOK_PRE` or `GNUTLS_HOOK_POST`, 1 for a message
/// that came or 0 for one that goes, and the message's body without its header, which is valid during
/// the call alone. An incoming message is shown before and after it is processed; an outgoing one both
/// times before it is encrypted. A session has one hook; a second call replaces the first.
///
/// - `session`: a session; NULL is ignored
/// - `htype`: the `gnutls_handshake_description_t` to look at, or `GNUTLS_HANDSHAKE_ANY`
/// - `when`: `GNUTLS_HOOK_PRE`, `GNUTLS_HOOK_POST` or `GNUTLS_HOOK_BOTH`
/// - `func`: the function, which returns 0, or a negative code to stop; NULL removes it
///
/// `GNUTLS_E_AGAIN` and `GNUTLS_E_INTERRUPTED` of the function only put the handshake on hold; the next
/// call of `gnutls_handshake` goes on behind that message. Other codes end the handshake. The function
/// may use the session. Messages after the handshake are shown too.
///
/// Manual: `gnutls_handshake_set_hook_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_hook_function(
    session: gnutls_session_t,
    htype: c_uint,
    when: c_int,
    func: gnutls_handshake_hook_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            *lock(&h.application.hook) = Hook { function: func, kind: htype, when };
            h.session.configure(|c| c.hooks = func.is_some());
        }
    });
}

/// Sets the function that gets the messages of the handshake, in place of the transport (QUIC).
///
/// Nothing is written to the transport any more, and nothing read from it: the application passes the messages of the peer to
/// `gnutls_handshake_write`. The function gets each message whole, with its header, and the level of its keys; a
/// ChangeCipherSpec has the type `GNUTLS_HANDSHAKE_CHANGE_CIPHER_SPEC`, and is not sent with `%DISABLE_TLS13_COMPAT_MODE`. It
/// may call functions of the session. A negative code that it returns ends the handshake.
///
/// A handshake without records is for TLS 1.3 alone. `gnutls_session_key_update` fails in it, as does a KeyUpdate of the peer.
///
/// - `session`: a session before its handshake; NULL is ignored
/// - `func`: the function, or NULL for none
///
/// Since 3.7.0. RFC 9001 section 4. Manual: `gnutls_handshake_set_read_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_read_function(
    session: gnutls_session_t,
    func: gnutls_handshake_read_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.carry.set(func);
            h.session.configure(|c| c.own_transport = func.is_some());
        }
    });
}

/// Sets the function that gets the secrets of each level of keys (QUIC).
///
/// It is called when the keys are used from there on: with the secret to read, the one to write, or both; the other is NULL.
/// The order is that of RFC 9001: a server has the secret to write application data before it has the client's Finished, and
/// the one to read it afterwards. `GNUTLS_ENCRYPTION_LEVEL_EARLY` has the one secret of early data, whose cipher is
/// `gnutls_early_cipher_get`. The function may call functions of the session; the secrets are wiped after it.
/// A negative code that it returns ends the handshake.
///
/// - `session`: a session before its handshake; NULL is ignored
/// - `func`: the function, or NULL for none
///
/// Since 3.7.0. RFC 9001 section 4. Manual: `gnutls_handshake_set_secret_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_secret_function(
    session: gnutls_session_t,
    func: gnutls_handshake_secret_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.secrets.set(func);
            h.session.configure(|c| c.secret_function = func.is_some());
        }
    });
}

/// Takes messages of the peer in a handshake that the application carries (QUIC).
///
/// The data is one or several messages, or a part of one, in their order, with the level of keys that they came with. In the
/// handshake they are processed by the next `gnutls_handshake`, after it at once. At most 256 KiB wait.
///
/// - `session`: a session with a function of `gnutls_handshake_set_read_function`
/// - `level`: a `gnutls_record_encryption_level_t`
/// - `data`: the bytes, which are copied
/// - `data_size`: their number; 0 does nothing
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_DECRYPTION_FAILED`: the keys of this level are not used any more
/// - `GNUTLS_E_HANDSHAKE_TOO_LARGE`: too much is waiting
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL or has no such function, or the level is unknown or that of early data
/// - after the handshake, what the message comes to, as `GNUTLS_E_UNEXPECTED_PACKET`
///
/// Since 3.7.0. RFC 9001 section 4. Manual: `gnutls_handshake_write`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_write(
    session: gnutls_session_t,
    level: gnutls_record_encryption_level_t,
    data: *const c_void,
    data_size: usize,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `data` is NULL or has as many bytes as its size says.
        let (h, data) = unsafe { (get_session(session)?, bytes_in(data, data_size)?) };
        let level = Level::from_number(level).ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        h.session.write_handshake(level, data)
    })
}

/// Sets the random of the session's hello messages, in place of one that the library draws.
///
/// It is for tests that must be reproducible: a random that an attacker knows, or that is used twice,
/// weakens TLS 1.2. The bytes are copied, and are used by each handshake of the session from then on.
///
/// - `session`: a session
/// - `random`: exactly 32 bytes
///
/// Returns `GNUTLS_E_SUCCESS` (0), or `GNUTLS_E_INVALID_REQUEST` if `session` or `random` is NULL, or
/// the size is not 32.
///
/// Since 3.1.9. Manual: `gnutls_handshake_set_random`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_random(
    session: gnutls_session_t,
    random: *const gnutls_datum_t,
) -> c_int {
    guard::unit(|| {
        // SAFETY: `session` is NULL or a live handle; `random` is NULL or a valid datum.
        let (h, random) = unsafe { (get_session(session)?, datum_bytes(random)) };
        let random = random.and_then(|r| <[u8; 32]>::try_from(r).ok());
        let random = random.ok_or(Error::new(GNUTLS_E_INVALID_REQUEST))?;
        h.session.configure(|c| c.random = Some(random));
        Ok(())
    })
}

/// Does nothing: the library has no cipher suites of the range for private use.
///
/// It is here for programs that were written for old versions of GnuTLS. TLS extensions of the
/// application's own are registered with `gnutls_session_ext_register`.
///
/// - `session`: not used
/// - `allow`: not used
///
/// Manual: `gnutls_handshake_set_private_extensions`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_set_private_extensions(_session: gnutls_session_t, _allow: c_int) {}

/// Returns the type of the last handshake message that the session received.
///
/// It tells where a handshake failed. A handshake that completes clears it, and messages after the
/// handshake set it again. `gnutls_handshake_description_get_name` has the name.
///
/// - `session`: a session; NULL counts as one without messages
///
/// Returns a `gnutls_handshake_description_t`, or -1 as an unsigned number if there is none.
///
/// Manual: `gnutls_handshake_get_last_in`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_get_last_in(
    session: gnutls_session_t,
) -> gnutls_handshake_description_t {
    guard::or(NO_MESSAGE, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, NO_MESSAGE, |p| p.last_in.map_or(NO_MESSAGE, description_number)) }
    })
}

/// Returns the type of the last handshake message that the session prepared for sending.
///
/// It tells where a handshake failed; the message may not have reached the transport. A handshake that
/// completes clears it, and messages after the handshake set it again.
/// `gnutls_handshake_description_get_name` has the name.
///
/// - `session`: a session; NULL counts as one without messages
///
/// Returns a `gnutls_handshake_description_t`, or -1 as an unsigned number if there is none.
///
/// Manual: `gnutls_handshake_get_last_out`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_get_last_out(
    session: gnutls_session_t,
) -> gnutls_handshake_description_t {
    guard::or(NO_MESSAGE, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { parameter(session, NO_MESSAGE, |p| p.last_out.map_or(NO_MESSAGE, description_number)) }
    })
}

/// What the two answer before any message.
const NO_MESSAGE: c_uint = c_uint::MAX;

/// Authenticates the client after the handshake, in TLS 1.3.
///
/// A server asks for a certificate and waits for the answer; `gnutls_certificate_server_set_request`
/// says before whether one is required. A client answers a request that `gnutls_record_recv` has
/// reported as `GNUTLS_E_REAUTH_REQUEST`. Both sides need `GNUTLS_POST_HANDSHAKE_AUTH` in
/// `gnutls_init`. The certificate is verified as in a handshake; on success it is what
/// `gnutls_certificate_get_peers` gives.
///
/// - `session`: a session whose handshake is complete
/// - `flags`: not used; pass 0
///
/// Returns `GNUTLS_E_SUCCESS` (0) when the exchange is complete, or a negative error code:
/// - `GNUTLS_E_AGAIN`, `GNUTLS_E_INTERRUPTED`: the transport would block; call again
/// - `GNUTLS_E_GOT_APPLICATION_DATA`: the client sent data before its answer; receive them and call
///   again
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, the version is below TLS 1.3, the client did not
///   offer it, the server set no request, or there is nothing to answer
/// - `GNUTLS_E_INVALID_SESSION`: the session has failed, or `gnutls_bye` has ended it
/// - `GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR`, `GNUTLS_E_CERTIFICATE_ERROR`,
///   `GNUTLS_E_CERTIFICATE_REQUIRED`, `GNUTLS_E_SESSION_USER_ID_CHANGED`: the certificate is not
///   acceptable
/// - those of the transport and of invalid messages, as `gnutls_handshake`
///
/// RFC 8446 section 4.6.2. Manual: `gnutls_reauth`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_reauth(session: gnutls_session_t, _flags: c_uint) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.reauth())
}

/// Changes the keys that the session receives with to the next ones, as a KeyUpdate of the peer does.
///
/// It is for programs that see the peer's KeyUpdate themselves, because they or the kernel decrypt the
/// records; else what the peer sends cannot be decrypted afterwards.
///
/// - `session`: a session of TLS 1.3 whose handshake is complete
///
/// Returns `GNUTLS_E_SUCCESS` (0), or a negative error code:
/// - `GNUTLS_E_INVALID_REQUEST`: `session` is NULL, its handshake is not complete, its version is below
///   TLS 1.3, or the application carries its messages
/// - `GNUTLS_E_AGAIN`: a callback of the call that receives asks
///
/// Since 3.8.11. RFC 8446 section 4.6.3. Manual: `gnutls_handshake_update_receiving_key`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_handshake_update_receiving_key(session: gnutls_session_t) -> c_int {
    // SAFETY: `session` is NULL or a live handle.
    guard::unit(|| unsafe { get_session(session) }?.session.update_receiving_key())
}

/// Sets the version that a client's hello says, for programs that test how servers take unknown ones.
///
/// It stands in client_version, and changes neither the versions that are offered nor the records.
///
/// - `session`: a session of a client, before the handshake; NULL is ignored
/// - `major`: the first byte of the version, 3 for those of TLS
/// - `minor`: its second byte
///
/// RFC 5246 appendix E.1. Not in the manual: gnutls-cli-debug uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_hello_set_default_version(
    session: gnutls_session_t,
    major: c_uchar,
    minor: c_uchar,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.configure(|c| c.hello_version = Some(u16::from_be_bytes([major, minor])));
        }
    });
}

/// Sets the version of the first records, for programs that test how servers take unknown ones: it has no effect, as in GnuTLS.
///
/// In `gnutls_priority_init`, `%SSL3_RECORD_VERSION` and `%LATEST_RECORD_VERSION` have one.
///
/// - `session`: not used
/// - `major`: not used
/// - `minor`: not used
///
/// Not in the manual: gnutls-cli-debug uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_record_set_default_version(
    session: gnutls_session_t,
    major: c_uchar,
    minor: c_uchar,
) {
    let _ = (session, major, minor);
}

/// Sets the version that a client writes into the premaster secret of the RSA key exchange, for programs
/// that test whether servers check it.
///
/// - `session`: a session of a client, before the handshake; NULL is ignored
/// - `major`: the first byte of the version, 3 for those of TLS
/// - `minor`: its second byte
///
/// RFC 5246 section 7.4.7.1. Not in the manual: gnutls-cli-debug uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn _gnutls_rsa_pms_set_version(
    session: gnutls_session_t,
    major: c_uchar,
    minor: c_uchar,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.session.configure(|c| c.premaster_version = Some(u16::from_be_bytes([major, minor])));
        }
    });
}
