//! The transport: its pointers, descriptors, and push and pull functions.
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::{slice, write_out};
use crate::capi::object::callbacks::poll_readable;
use crate::capi::object::session::get_session;
use crate::handshake::config::Role;
use crate::session::application::Direction;
use crate::session::lock;

/// Waits until a socket can be read, or for a time; it is what a session does without a function of the
/// application's.
///
/// It calls poll on the descriptor and reads nothing. A function for
/// `gnutls_transport_set_pull_timeout_function` can pass its arguments on to it.
///
/// - `ptr`: the descriptor, as the pointer that `gnutls_transport_set_int2` makes of it
/// - `ms`: milliseconds to wait; 0 only looks, `GNUTLS_INDEFINITE_TIMEOUT` waits without end
///
/// Returns a positive number if there is something to read, the end of the stream and errors of the
/// socket included, 0 if nothing came in time, -1 on failure with `errno` set.
///
/// It may be called from any thread. Since 3.4.0. Manual: `gnutls_system_recv_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_system_recv_timeout(ptr: gnutls_transport_ptr_t, ms: c_uint) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || poll_readable(ptr as usize as c_int, ms))
}

/// Sets the pointer that the transport's functions get, the same for both directions.
///
/// Without push and pull functions it is a socket descriptor, as a pointer; `gnutls_transport_set_int2`
/// does without the cast. The library neither closes nor frees it: it has to stay usable until the
/// session ends.
///
/// - `session`: a session; NULL is ignored
/// - `ptr`: a pointer of the application's, or a descriptor
///
/// Manual: `gnutls_transport_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_ptr(session: gnutls_session_t, ptr: gnutls_transport_ptr_t) {
    // SAFETY: `session` is NULL or a live handle.
    unsafe { gnutls_transport_set_ptr2(session, ptr, ptr) }
}

/// Sets the pointers that the transport's functions get, one for each direction.
///
/// Without push and pull functions they are socket descriptors, as pointers;
/// `gnutls_transport_set_int2` does without the casts. The library neither closes nor frees them: they
/// have to stay usable until the session ends.
///
/// - `session`: a session; NULL is ignored
/// - `recv_ptr`: what the pull and the pull timeout function get
/// - `send_ptr`: what the push function gets
///
/// Manual: `gnutls_transport_set_ptr2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_ptr2(
    session: gnutls_session_t,
    recv_ptr: gnutls_transport_ptr_t,
    send_ptr: gnutls_transport_ptr_t,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            *lock(&h.application.connect_to) = None;
            h.application.recv_ptr.store(recv_ptr, Relaxed);
            if h.application.send_ptr.swap(send_ptr, Relaxed) != send_ptr {
                h.session.path_changed();
            }
        }
    });
}

/// Sets the socket descriptors that the session reads from and writes to.
///
/// They may be the same; the macro `gnutls_transport_set_int` sets one for both. The session uses recv,
/// and sendmsg without SIGPIPE, so that both must be sockets unless there are push and pull functions.
/// The library does not close them.
///
/// - `session`: a session; NULL is ignored
/// - `recv_fd`: the descriptor to receive from
/// - `send_fd`: the descriptor to send to
///
/// Since 3.1.9. Manual: `gnutls_transport_set_int2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_int2(
    session: gnutls_session_t,
    recv_fd: c_int,
    send_fd: c_int,
) {
    guard::or((), || {
        let pointer = |fd: c_int| fd as isize as gnutls_transport_ptr_t;
        // SAFETY: `session` is NULL or a live handle.
        unsafe { gnutls_transport_set_ptr2(session, pointer(recv_fd), pointer(send_fd)) }
    });
}

/// Returns the pointer that the pull function gets, as it was set.
///
/// Where both directions have their own pointer, this is the receiving one; `gnutls_transport_get_ptr2`
/// has both.
///
/// - `session`: a session; NULL gives NULL
///
/// Returns the pointer; before one is set it is descriptor -1 as a pointer.
///
/// Manual: `gnutls_transport_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_get_ptr(session: gnutls_session_t) -> gnutls_transport_ptr_t {
    guard::or(core::ptr::null_mut(), || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(ptr::null_mut(), |h| h.application.recv_ptr.load(Relaxed))
    })
}

/// Tells the pointers that the transport's functions get, one for each direction.
///
/// They are what `gnutls_transport_set_ptr`, `gnutls_transport_set_ptr2` or `gnutls_transport_set_int2`
/// set; before that, descriptor -1 as a pointer.
///
/// - `session`: a session; with NULL nothing is written
/// - `recv_ptr`: takes the pointer for receiving; NULL if it is not wanted
/// - `send_ptr`: takes the pointer for sending; NULL if it is not wanted
///
/// Manual: `gnutls_transport_get_ptr2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_get_ptr2(
    session: gnutls_session_t,
    recv_ptr: *mut gnutls_transport_ptr_t,
    send_ptr: *mut gnutls_transport_ptr_t,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle; each out-pointer is NULL or valid for a write.
        unsafe {
            if let Ok(h) = get_session(session) {
                write_out(recv_ptr, h.application.recv_ptr.load(Relaxed));
                write_out(send_ptr, h.application.send_ptr.load(Relaxed));
            }
        }
    });
}

/// Returns the descriptor that the session reads from, for polling.
///
/// Where both directions have their own descriptor, this is the receiving one;
/// `gnutls_transport_get_int2` has both. A pointer that is no descriptor is cut to the size of an int.
///
/// - `session`: a session; NULL gives 0
///
/// Returns the descriptor, or -1 if none was set.
///
/// Since 3.1.9. Manual: `gnutls_transport_get_int`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_get_int(session: gnutls_session_t) -> c_int {
    guard::or(-1, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { gnutls_transport_get_ptr(session) as usize as c_int }
    })
}

/// Tells the descriptors that the session reads from and writes to.
///
/// They are what `gnutls_transport_set_int2` set; before that, -1. A pointer that is no descriptor is
/// cut to the size of an int.
///
/// - `session`: a session; with NULL nothing is written
/// - `recv_int`: takes the descriptor for receiving; NULL if it is not wanted
/// - `send_int`: takes the descriptor for sending; NULL if it is not wanted
///
/// Since 3.1.9. Manual: `gnutls_transport_get_int2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_get_int2(
    session: gnutls_session_t,
    recv_int: *mut c_int,
    send_int: *mut c_int,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle; each out-pointer is NULL or valid for a write.
        unsafe {
            if let Ok(h) = get_session(session) {
                write_out(recv_int, h.application.recv_ptr.load(Relaxed) as usize as c_int);
                write_out(send_int, h.application.send_ptr.load(Relaxed) as usize as c_int);
            }
        }
    });
}

/// Sets the function that sends bytes for the session, in place of the system's sendmsg.
///
/// It gets the pointer of `gnutls_transport_set_ptr`, the bytes and their number: one record at a time,
/// or what is left of it. It returns how many bytes it took, or -1 and says why in `errno`, by
/// `gnutls_transport_set_errno`, or by the function of `gnutls_transport_set_errno_function`: EAGAIN
/// becomes `GNUTLS_E_AGAIN`, EINTR `GNUTLS_E_INTERRUPTED`, ECONNRESET `GNUTLS_E_PREMATURE_TERMINATION`,
/// anything else `GNUTLS_E_PUSH_ERROR`, after which nothing more is sent. A return of 0 is as EAGAIN.
///
/// - `session`: a session; NULL is ignored
/// - `push_func`: the function; NULL sends with sendmsg
///
/// A function of `gnutls_transport_set_vec_push_function` is removed. The function may call back into
/// the session.
///
/// Manual: `gnutls_transport_set_push_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_push_function(
    session: gnutls_session_t,
    push_func: gnutls_push_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.push.set(push_func);
            h.application.vec_push.set(None);
        }
    });
}

/// Sets the function that sends vectors of bytes for the session, in the manner of writev.
///
/// It gets the pointer of `gnutls_transport_set_ptr`, an array of vectors and its length, which is 1:
/// one record at a time, or what is left of it. It returns how many bytes it took, or -1 and the reason
/// as a push function does.
///
/// - `session`: a session; NULL is ignored
/// - `vec_func`: the function; NULL sends with sendmsg
///
/// A function of `gnutls_transport_set_push_function` is removed. The function may call back into the
/// session.
///
/// Since 2.12.0. Manual: `gnutls_transport_set_vec_push_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_vec_push_function(
    session: gnutls_session_t,
    vec_func: gnutls_vec_push_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.push.set(None);
            h.application.vec_push.set(vec_func);
        }
    });
}

/// Sets the function that receives bytes for the session, in place of the system's recv.
///
/// It gets the pointer of `gnutls_transport_set_ptr`, a buffer and its size, and returns how many bytes
/// it wrote, 0 at the end of the stream, or -1 and says why in `errno`, by
/// `gnutls_transport_set_errno`, or by the function of `gnutls_transport_set_errno_function`: EAGAIN
/// becomes `GNUTLS_E_AGAIN`, EINTR `GNUTLS_E_INTERRUPTED`, anything else `GNUTLS_E_PULL_ERROR`. It is
/// asked for exactly the bytes of one record: the header, then the rest.
///
/// - `session`: a session; NULL is ignored
/// - `pull_func`: the function; NULL receives with recv
///
/// Set `gnutls_transport_set_pull_timeout_function` too if timeouts are used. The function may call
/// back into the session.
///
/// Manual: `gnutls_transport_set_pull_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_pull_function(
    session: gnutls_session_t,
    pull_func: gnutls_pull_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.pull.set(pull_func);
        }
    });
}

/// Sets the function that waits until there is something to receive.
///
/// It gets the pointer of `gnutls_transport_set_ptr` and milliseconds, where
/// `GNUTLS_INDEFINITE_TIMEOUT` is no limit, and returns a positive number if something can be received,
/// 0 if the time is over, -1 on failure with the reason as in a pull function. It is called before each
/// pull when `gnutls_handshake_set_timeout` or `gnutls_record_set_timeout` set a limit, and never with
/// `GNUTLS_NONBLOCK`.
///
/// - `session`: a session; NULL is ignored
/// - `func`: the function; NULL waits with poll, or not at all if there is a pull function
///
/// `gnutls_system_recv_timeout` does the work for a socket. Since 3.0. Manual:
/// `gnutls_transport_set_pull_timeout_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_pull_timeout_function(
    session: gnutls_session_t,
    func: gnutls_pull_timeout_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.pull_timeout.set(func);
        }
    });
}

/// Sets the function that tells why a push or pull failed, for transports that keep their own error
/// number.
///
/// It is called after a function of the transport has returned a negative number, unless
/// `gnutls_transport_set_errno` was called meanwhile. It gets the pointer of that direction and returns
/// a number as in `errno`: EAGAIN and EINTR mean that the call is repeated.
///
/// - `session`: a session; NULL is ignored
/// - `errno_func`: the function; NULL reads `errno`
///
/// Since 2.12.0. Manual: `gnutls_transport_set_errno_function`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_errno_function(
    session: gnutls_session_t,
    errno_func: gnutls_errno_func,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.errno_func.set(errno_func);
        }
    });
}

/// Tells the session why the push or pull function that is running fails.
///
/// The number counts instead of `errno` and of the function of `gnutls_transport_set_errno_function`
/// for that one failure. It is of use where the transport does not set the C library's `errno`.
///
/// - `session`: the session that runs the function; with NULL the thread's `errno` itself is set
/// - `err`: EAGAIN, EINTR, or another number for a real failure
///
/// The number is one for both directions: do not use it where one thread sends while another one
/// receives.
///
/// Manual: `gnutls_transport_set_errno`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_errno(session: gnutls_session_t, err: c_int) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        match unsafe { get_session(session) } {
            Ok(h) => h.application.set_errno(err),
            // SAFETY: errno of this thread.
            Err(_) => unsafe { *libc::__errno_location() = err },
        }
    });
}

/// Connects a client's socket with its first hello, by TCP Fast Open (RFC 7413).
///
/// The first write of the session connects the socket and gives the hello to the kernel, which sends it
/// with the connection request if it has a cookie of the server. Where the system or the socket has no
/// Fast Open, the first write connects and then sends. Push and pull functions are removed; setting some
/// later, or other descriptors, undoes the call. Where `fd` does not block, `gnutls_handshake` returns
/// `GNUTLS_E_AGAIN` until the connection is there.
///
/// - `session`: a session of a client, before the handshake; NULL and a server's are ignored
/// - `fd`: a socket that is not connected; it stays the application's
/// - `connect_addr`: the address of the server, which is copied; NULL is ignored
/// - `connect_addrlen`: its size in bytes; more than any address has is ignored
/// - `flags`: not used; pass 0
///
/// Since 3.5.3. RFC 7413. Manual: `gnutls_transport_set_fastopen`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_fastopen(
    session: gnutls_session_t,
    fd: c_int,
    connect_addr: *mut sockaddr,
    connect_addrlen: socklen_t,
    _flags: c_uint,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        let Ok(h) = (unsafe { get_session(session) }) else { return };
        let size = connect_addrlen as usize;
        if connect_addr.is_null()
            || size > size_of::<libc::sockaddr_storage>()
            || h.session.role() == Role::Server
        {
            return;
        }
        let transport = fd as usize as *mut c_void;
        h.application.recv_ptr.store(transport, Relaxed);
        h.application.send_ptr.store(transport, Relaxed);
        h.application.push.set(None);
        h.application.vec_push.set(None);
        h.application.pull.set(None);
        h.application.pull_timeout.set(None);
        // SAFETY: `connect_addr` has `connect_addrlen` bytes (the caller).
        let address = unsafe { slice(connect_addr.cast(), size) };
        *lock(&h.application.connect_to) = Some(address.to_vec());
    });
}

/// Tells for which directions the kernel encrypts and decrypts records.
///
/// It does so if the system's configuration has `ktls = true` in its section `[global]`, the kernel has TLS and
/// the cipher (AES-GCM, AES-128-CCM and ChaCha20-Poly1305 of TLS 1.2 and 1.3), and the transport is a TCP
/// socket without functions of the application's. The library decides it at the end of the first handshake;
/// where the kernel does not take a direction, the library encrypts, and no call is different.
///
/// - `session`: a session; NULL gives 0
///
/// Returns `GNUTLS_KTLS_RECV`, `GNUTLS_KTLS_SEND`, both as `GNUTLS_KTLS_DUPLEX`, or 0.
///
/// Since 3.7.3. Manual: `gnutls_transport_is_ktls_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_is_ktls_enabled(
    session: gnutls_session_t,
) -> gnutls_transport_ktls_enable_flags_t {
    guard::or(0, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(0, |h| {
            let flag = |direction, flag| if h.session.is_in_kernel(direction) { flag } else { 0 };
            flag(Direction::Incoming, GNUTLS_KTLS_RECV) | flag(Direction::Outgoing, GNUTLS_KTLS_SEND)
        })
    })
}
