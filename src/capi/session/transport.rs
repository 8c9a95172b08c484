//! The transport: its pointers, descriptors, and push and pull functions.
use core::ptr;
use core::sync::atomic::Ordering::Relaxed;

use crate::abi::*;
use crate::capi::ffi::guard;
use crate::capi::ffi::memory::write_out;
use crate::capi::object::callbacks::poll_readable;
use crate::capi::object::session::get_session;

/// Waits for data on a socket; the default of `gnutls_transport_set_pull_timeout_function`.
/// Manual: `gnutls_system_recv_timeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_system_recv_timeout(ptr: gnutls_transport_ptr_t, ms: c_uint) -> c_int {
    guard::or(GNUTLS_E_INTERNAL_ERROR, || poll_readable(ptr as usize as c_int, ms))
}

/// One pointer, or descriptor, for both directions. Manual: `gnutls_transport_set_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_ptr(session: gnutls_session_t, ptr: gnutls_transport_ptr_t) {
    // SAFETY: `session` is NULL or a live handle.
    unsafe { gnutls_transport_set_ptr2(session, ptr, ptr) }
}

/// A pointer for each direction. Manual: `gnutls_transport_set_ptr2`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_set_ptr2(
    session: gnutls_session_t,
    recv_ptr: gnutls_transport_ptr_t,
    send_ptr: gnutls_transport_ptr_t,
) {
    guard::or((), || {
        // SAFETY: `session` is NULL or a live handle.
        if let Ok(h) = unsafe { get_session(session) } {
            h.application.recv_ptr.store(recv_ptr, Relaxed);
            h.application.send_ptr.store(send_ptr, Relaxed);
        }
    });
}

/// A descriptor for each direction. Manual: `gnutls_transport_set_int2`.
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

/// The pointer of the receiving direction. Manual: `gnutls_transport_get_ptr`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_get_ptr(session: gnutls_session_t) -> gnutls_transport_ptr_t {
    guard::or(core::ptr::null_mut(), || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { get_session(session) }.map_or(ptr::null_mut(), |h| h.application.recv_ptr.load(Relaxed))
    })
}

/// The pointers of both directions. Manual: `gnutls_transport_get_ptr2`.
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

/// The descriptor of the receiving direction. Manual: `gnutls_transport_get_int`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_get_int(session: gnutls_session_t) -> c_int {
    guard::or(-1, || {
        // SAFETY: `session` is NULL or a live handle.
        unsafe { gnutls_transport_get_ptr(session) as usize as c_int }
    })
}

/// The descriptors of both directions. Manual: `gnutls_transport_get_int2`.
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

/// The function that sends. Manual: `gnutls_transport_set_push_function`.
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

/// The function that sends vectors. Manual: `gnutls_transport_set_vec_push_function`.
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

/// The function that receives. Manual: `gnutls_transport_set_pull_function`.
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

/// The function that waits for data. Manual: `gnutls_transport_set_pull_timeout_function`.
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

/// The function that tells why a push or pull failed. Manual: `gnutls_transport_set_errno_function`.
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

/// Tells why the push or pull that is running fails; without a session, sets `errno` itself.
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

/// Which directions the kernel encrypts: none. Manual: `gnutls_transport_is_ktls_enabled`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gnutls_transport_is_ktls_enabled(
    _session: gnutls_session_t,
) -> gnutls_transport_ktls_enable_flags_t {
    0
}
