//! Sockets whose kernel protects the records: the system calls of Linux's kernel TLS
//! (Documentation/networking/tls.rst of the kernel).
//!
//! The records' content is in clear on these calls. They use only the socket that the kernel was given the keys for, never a function of
//! the application or what else the descriptor has become since, and content that is not of a record is not accepted.
use core::ptr;
use core::sync::atomic::AtomicU64;
use core::sync::atomic::Ordering::Relaxed;
use std::io;

use crate::abi::*;
use crate::capi::ffi::cancel::stoppable;
use crate::capi::object::application::CApplication;
use crate::capi::object::system_config::wants_kernel_tls;
use crate::error::{Error, Result};
use crate::log::reason;
use crate::record::ContentType;
use crate::record::kernel::sequence_in;
use crate::session::application::{Direction, KernelTls};
use crate::session::lock;

/// Of `linux/tcp.h` and `linux/tls.h`.
const TCP_ULP: c_int = 31;
const TLS_TX: c_int = 1;
const TLS_RX: c_int = 2;
const TLS_SET_RECORD_TYPE: c_int = 1;
const TLS_GET_RECORD_TYPE: c_int = 2;

/// Space for two control messages, aligned for their headers.
#[repr(C, align(8))]
struct Control([u8; 64]);

/// The size of the content of a control message: the type of a record.
const KIND: c_uint = 1;

/// A type of control message that SOL_SOCKET does not have. A socket with TLS looks at those of SOL_TLS alone, others refuse it with
/// EINVAL.
const NO_SUCH_TYPE: c_int = -1;

fn option(direction: Direction) -> c_int {
    match direction {
        Direction::Outgoing => TLS_TX,
        Direction::Incoming => TLS_RX,
    }
}

fn set_option(fd: c_int, level: c_int, option: c_int, value: &[u8]) -> io::Result<()> {
    let (pointer, size) = (value.as_ptr().cast(), value.len() as libc::socklen_t);
    // SAFETY: `value` is readable for its length; errno of this thread.
    unsafe {
        let errno = libc::__errno_location();
        let before = *errno;
        if libc::setsockopt(fd, level, option, pointer, size) == 0 {
            return Ok(());
        }
        // A kernel without it is no failure of the call that tries.
        let error = io::Error::last_os_error();
        *errno = before;
        Err(error)
    }
}

impl CApplication {
    /// The descriptor of a direction as it is set now.
    fn descriptor(&self, direction: Direction) -> c_int {
        let transport = match direction {
            Direction::Outgoing => &self.send_ptr,
            Direction::Incoming => &self.recv_ptr,
        };
        transport.load(Relaxed) as usize as c_int
    }

    fn given(&self, direction: Direction) -> &AtomicU64 {
        match direction {
            Direction::Outgoing => &self.kernel_sockets.send,
            Direction::Incoming => &self.kernel_sockets.receive,
        }
    }

    /// Whether the transport is the system's.
    fn has_sockets(&self) -> bool {
        self.push.get().is_none()
            && self.vec_push.get().is_none()
            && self.pull.get().is_none()
            && self.pull_timeout.get().is_none()
    }

    /// The descriptor of a direction, as long as it is the socket that the kernel has keys for. The application may have closed that one
    /// and got the number again for another.
    fn kernel_socket(&self, direction: Direction) -> Result<c_int> {
        let given = self.given(direction).load(Relaxed);
        let own = match direction {
            Direction::Outgoing => self.push.get().is_none() && self.vec_push.get().is_none(),
            Direction::Incoming => self.pull.get().is_none(),
        };
        let fd = self.descriptor(direction);
        if own && given != 0 && cookie_of(fd).is_ok_and(|cookie| cookie == given) {
            return Ok(fd);
        }
        Err(reason!(
            Error::new(match direction {
                Direction::Outgoing => GNUTLS_E_PUSH_ERROR,
                Direction::Incoming => GNUTLS_E_PULL_ERROR,
            }),
            "the transport was changed while the kernel protects the records"
        ))
    }
}

impl KernelTls for CApplication {
    fn is_wanted(&self) -> bool {
        wants_kernel_tls() && self.has_sockets() && lock(&self.connect_to).is_none()
    }

    fn prepare(&self, direction: Direction) -> io::Result<()> {
        let fd = self.descriptor(direction);
        cookie_of(fd)?;
        match set_option(fd, libc::SOL_TCP, TCP_ULP, b"tls") {
            // For the other direction.
            Err(e) if e.raw_os_error() == Some(libc::EEXIST) => Ok(()),
            prepared => prepared,
        }
    }

    fn set_keys(&self, direction: Direction, info: &[u8]) -> io::Result<()> {
        let fd = self.descriptor(direction);
        let given = self.given(direction);
        if given.load(Relaxed) != 0 {
            // New keys: only for the socket that has the ones before.
            let fd = self.kernel_socket(direction).map_err(|_| io::ErrorKind::NotConnected)?;
            return set_option(fd, libc::SOL_TLS, option(direction), info);
        }
        let cookie = cookie_of(fd)?;
        set_option(fd, libc::SOL_TLS, option(direction), info)?;
        given.store(cookie, Relaxed);
        Ok(())
    }

    /// A state of no version and no cipher changes nothing: kernels that take new keys (Linux 6.14 and later) say that it is invalid,
    /// earlier ones do not look at it.
    fn takes_new_keys(&self, direction: Direction) -> bool {
        let Ok(fd) = self.kernel_socket(direction) else { return false };
        let refused = set_option(fd, libc::SOL_TLS, option(direction), &[0; 4]);
        refused.is_err_and(|e| e.raw_os_error() == Some(libc::EINVAL))
    }

    fn sequence(&self, direction: Direction, size: usize) -> Option<u64> {
        let fd = self.kernel_socket(direction).ok()?;
        let mut info = zeroize::Zeroizing::new([0u8; 64]);
        let mut n = libc::socklen_t::try_from(size.min(info.len())).ok()?;
        let into = info.as_mut_ptr().cast();
        // SAFETY: `info` has at least the `n` writable bytes that are announced.
        let known = unsafe { libc::getsockopt(fd, libc::SOL_TLS, option(direction), into, &mut n) } == 0;
        sequence_in(info.get(..n as usize).filter(|_| known)?)
    }

    fn push_content(&self, content: ContentType, bytes: &[u8]) -> Result<usize> {
        let fd = self.kernel_socket(Direction::Outgoing)?;
        let n = send_content(fd, content, bytes);
        self.moved(n, bytes.len(), GNUTLS_E_PUSH_ERROR)
    }

    fn pull_content(&self, buf: &mut [u8], wait: bool) -> Result<Option<(u8, usize)>> {
        let fd = self.kernel_socket(Direction::Incoming)?;
        let flags = if wait { 0 } else { libc::MSG_DONTWAIT };
        let mut vec = libc::iovec { iov_base: buf.as_mut_ptr().cast(), iov_len: buf.len() };
        let mut control = Control([0; 64]);
        // SAFETY: a zeroed msghdr is valid; the vector covers `buf`, which is writable; `control` is aligned for the header of a
        // control message. What CMSG_FIRSTHDR returns is in `control`, and as large as its header says.
        let (n, kind) = unsafe {
            let mut message: libc::msghdr = core::mem::zeroed();
            message.msg_iov = &mut vec;
            message.msg_iovlen = 1;
            message.msg_control = (&raw mut control).cast();
            message.msg_controllen = size_of::<Control>() as _;
            let into = &raw mut message;
            let n = or_interrupted(stoppable(|| libc::recvmsg(fd, into, flags)));
            let header = if n < 0 { ptr::null_mut() } else { libc::CMSG_FIRSTHDR(&message) };
            let kind = (!header.is_null()
                && (*header).cmsg_level == libc::SOL_TLS
                && (*header).cmsg_type == TLS_GET_RECORD_TYPE
                && (*header).cmsg_len >= libc::CMSG_LEN(KIND) as _)
                .then(|| *libc::CMSG_DATA(header));
            (n, kind)
        };
        if n < 0 {
            return Err(self.not_opened(fd));
        }
        match (kind, self.moved(n, buf.len(), GNUTLS_E_PULL_ERROR)?) {
            (Some(kind), n) => Ok(Some((kind, n))),
            (None, 0) => Ok(None),
            (None, _) => {
                Err(reason!(Error::new(GNUTLS_E_PULL_ERROR), "the kernel gave bytes that are of no record"))
            }
        }
    }

    fn push_file(&self, file: c_int, at: Option<i64>, count: usize) -> Result<Option<usize>> {
        let fd = self.kernel_socket(Direction::Outgoing)?;
        // Kernels before 6.5 leave a record open where more is asked for than the file has.
        let Some(rest) = rest_of_file(file, at) else { return Ok(None) };
        let count = count.min(rest);
        if count == 0 {
            return Ok(Some(0));
        }
        let (n, error) = send_file(fd, file, at, count);
        match (n, error.raw_os_error()) {
            // What is wrong with the file is found where it is read.
            (..0, Some(libc::EINVAL | libc::ESPIPE | libc::EBADF | libc::ENOSYS | libc::EOVERFLOW)) => {
                Ok(None)
            }
            (..0, code) => {
                // SAFETY: errno of this thread.
                unsafe { *libc::__errno_location() = code.unwrap_or_default() };
                self.moved(n, count, GNUTLS_E_PUSH_ERROR).map(Some)
            }
            _ => self.moved(n, count, GNUTLS_E_PUSH_ERROR).map(Some),
        }
    }
}

/// Sends content of records in clear to a socket that has TLS in the kernel, and to no other: the application may change what the
/// descriptor is in this moment.
fn send_content(fd: c_int, content: ContentType, bytes: &[u8]) -> isize {
    let mut vec = libc::iovec { iov_base: bytes.as_ptr() as *mut c_void, iov_len: bytes.len() };
    let mut control = Control([0; 64]);
    let messages = [(libc::SOL_TLS, TLS_SET_RECORD_TYPE, content as u8), (libc::SOL_SOCKET, NO_SUCH_TYPE, 0)];
    // SAFETY: a zeroed msghdr is valid; the vector covers `bytes`, which sendmsg only reads; `control` is aligned for the headers of
    // control messages and larger than two of a byte, so that CMSG_FIRSTHDR and CMSG_NXTHDR return pointers into it.
    unsafe {
        let mut message: libc::msghdr = core::mem::zeroed();
        message.msg_iov = &mut vec;
        message.msg_iovlen = 1;
        message.msg_control = (&raw mut control).cast();
        message.msg_controllen = (2 * libc::CMSG_SPACE(KIND)) as _;
        let mut header = libc::CMSG_FIRSTHDR(&message);
        for (level, kind, value) in messages {
            (*header).cmsg_level = level;
            (*header).cmsg_type = kind;
            (*header).cmsg_len = libc::CMSG_LEN(KIND) as _;
            libc::CMSG_DATA(header).write(value);
            header = libc::CMSG_NXTHDR(&message, header);
        }
        or_interrupted(stoppable(|| libc::sendmsg(fd, &message, libc::MSG_NOSIGNAL)))
    }
}

/// The result of a system call, which is interrupted where the thread ends.
fn or_interrupted(n: Option<isize>) -> isize {
    n.unwrap_or_else(|| {
        // SAFETY: errno of this thread.
        unsafe { *libc::__errno_location() = libc::EINTR };
        -1
    })
}

/// The number that the kernel gives a socket, and none after it. It costs less than fstat, whose numbers come again.
fn cookie_of(fd: c_int) -> io::Result<u64> {
    let (mut cookie, mut size) = (0u64, size_of::<u64>() as libc::socklen_t);
    let into = (&raw mut cookie).cast();
    // SAFETY: `cookie` and `size` are valid for writes of what the option has; errno of this thread.
    unsafe {
        let errno = libc::__errno_location();
        let before = *errno;
        if libc::getsockopt(fd, libc::SOL_SOCKET, libc::SO_COOKIE, into, &mut size) == 0 && cookie != 0 {
            return Ok(cookie);
        }
        let error = io::Error::last_os_error();
        *errno = before;
        Err(error)
    }
}

impl CApplication {
    /// Why the kernel gave no record.
    fn not_opened(&self, fd: c_int) -> Error {
        let errno = io::Error::last_os_error();
        if matches!(errno.raw_os_error(), Some(libc::EBADMSG | libc::EMSGSIZE | libc::EINVAL)) {
            take_socket_error(fd);
        }
        match errno.raw_os_error() {
            Some(libc::EBADMSG) => reason!(
                Error::new(GNUTLS_E_DECRYPTION_FAILED),
                "the kernel cannot decrypt a record: its bytes were changed, or the keys differ (bad_record_mac)"
            ),
            Some(libc::EMSGSIZE) => {
                reason!(Error::new(GNUTLS_E_RECORD_OVERFLOW), "a record is longer than allowed")
            }
            Some(libc::EINVAL) => reason!(
                Error::new(GNUTLS_E_UNSUPPORTED_VERSION_PACKET),
                "a record has a version that is not that of the connection"
            ),
            // It waits for the keys that follow a KeyUpdate, whose message is not complete.
            Some(libc::EKEYEXPIRED) => {
                reason!(Error::new(GNUTLS_E_UNEXPECTED_PACKET), "a KeyUpdate is not the end of its record")
            }
            _ => self.system_error(GNUTLS_E_PULL_ERROR),
        }
    }

    /// The result of a system call that moved bytes.
    fn moved(&self, n: isize, most: usize, otherwise: c_int) -> Result<usize> {
        usize::try_from(n).map(|n| n.min(most)).map_err(|_| self.system_error(otherwise))
    }
}

/// After a record that is not valid the next call on the socket fails as well, which would be that of the alert: takes the error away.
fn take_socket_error(fd: c_int) {
    let (mut error, mut size): (c_int, _) = (0, size_of::<c_int>() as libc::socklen_t);
    // SAFETY: `error` and `size` are valid for writes of what the option has.
    unsafe { libc::getsockopt(fd, libc::SOL_SOCKET, libc::SO_ERROR, (&raw mut error).cast(), &mut size) };
}

/// How many bytes of a file follow, from `at` or its position on. `None` if it is no regular file.
fn rest_of_file(file: c_int, at: Option<i64>) -> Option<usize> {
    // SAFETY: `stat` is valid for writes; system calls on a descriptor of the application.
    unsafe {
        let mut stat: libc::stat = core::mem::zeroed();
        if libc::fstat(file, &mut stat) != 0 || stat.st_mode & libc::S_IFMT != libc::S_IFREG {
            return None;
        }
        let at = at.map_or_else(|| libc::lseek(file, 0, libc::SEEK_CUR), |at| at as libc::off_t);
        (at >= 0).then(|| usize::try_from(stat.st_size.saturating_sub(at)).unwrap_or(0))
    }
}

/// sendfile, which has no flag against SIGPIPE: the signal is held back and taken away.
fn send_file(socket: c_int, file: c_int, at: Option<i64>, count: usize) -> (isize, io::Error) {
    let mut offset = at.unwrap_or_default() as libc::off_t;
    let offset = if at.is_some() { &raw mut offset } else { ptr::null_mut() };
    // SAFETY: zeroed sets of signals are valid for the calls that fill them; all pointers are to local variables; `offset` is NULL or
    // valid for reads and writes.
    unsafe {
        let mut pipe: libc::sigset_t = core::mem::zeroed();
        let (mut before, mut pending): (libc::sigset_t, libc::sigset_t) = (pipe, pipe);
        libc::sigemptyset(&mut pipe);
        libc::sigaddset(&mut pipe, libc::SIGPIPE);
        libc::sigpending(&mut pending);
        let was_pending = libc::sigismember(&pending, libc::SIGPIPE) == 1;
        let held = libc::pthread_sigmask(libc::SIG_BLOCK, &pipe, &mut before) == 0;
        let mut n = or_interrupted(stoppable(|| libc::sendfile(socket, file, offset, count)));
        let mut error = io::Error::last_os_error();
        // It says what the result may not: Linux 6.1 and 7.2 have "sent" all bytes to a peer that is gone.
        if held && !was_pending {
            let now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
            if libc::sigtimedwait(&pipe, ptr::null_mut(), &now) == libc::SIGPIPE {
                (n, error) = (-1, io::Error::from_raw_os_error(libc::EPIPE));
            }
        }
        if held {
            libc::pthread_sigmask(libc::SIG_SETMASK, &before, ptr::null_mut());
        }
        (n, error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::net::{TcpListener, TcpStream};
    use std::os::fd::AsRawFd;
    use std::os::unix::net::UnixStream;

    fn is_refused(fd: c_int) -> bool {
        [ContentType::ApplicationData, ContentType::Alert].into_iter().all(|content| {
            let n = send_content(fd, content, b"secret");
            n == -1 && io::Error::last_os_error().raw_os_error() == Some(libc::EINVAL)
        })
    }

    #[test]
    fn nothing_in_clear_goes_to_a_socket_without_tls() {
        let mut got = Vec::new();
        let (a, mut b) = UnixStream::pair().unwrap();
        assert!(is_refused(a.as_raw_fd()));
        drop(a);
        assert_eq!(b.read_to_end(&mut got).unwrap(), 0);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let a = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (mut b, _) = listener.accept().unwrap();
        assert!(is_refused(a.as_raw_fd()));
        drop(a);
        assert_eq!(b.read_to_end(&mut got).unwrap(), 0);
    }

    #[test]
    fn a_socket_is_known_again() {
        let (a, b) = UnixStream::pair().unwrap();
        let of = |fd: &UnixStream| cookie_of(fd.as_raw_fd()).unwrap();
        assert_eq!(of(&a), of(&a.try_clone().unwrap()));
        assert_ne!(of(&a), of(&b));
        let file = std::fs::File::open("/dev/null").unwrap();
        assert!(cookie_of(file.as_raw_fd()).is_err() && cookie_of(-1).is_err());
    }
}
