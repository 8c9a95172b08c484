/* socket.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/socket.h
 *
 * Sessions over sockets: the kernel's TLS, TCP fast open.
 */

#ifndef GNUTLS_SOCKET_H
#define GNUTLS_SOCKET_H

#include <gnutls/gnutls.h>
#include <sys/socket.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The directions in which the kernel encrypts. */
typedef enum gnutls_transport_ktls_enable_flags_t {
        GNUTLS_KTLS_RECV = 1,
        GNUTLS_KTLS_SEND = 2,
        GNUTLS_KTLS_DUPLEX = 3
} gnutls_transport_ktls_enable_flags_t;

/**
 * Tells for which directions the kernel encrypts and decrypts records.
 *
 * It does so if the system's configuration has `ktls = true` in its section `[global]`, the kernel has
 * TLS and the cipher (AES-GCM, AES-128-CCM and ChaCha20-Poly1305 of TLS 1.2 and 1.3), and the
 * transport is a TCP socket without functions of the application's. The library decides it at the end
 * of the first handshake; where the kernel does not take a direction, the library encrypts, and no
 * call is different.
 *
 * @param session a session; NULL gives 0
 *
 * @return `GNUTLS_KTLS_RECV`, `GNUTLS_KTLS_SEND`, both as `GNUTLS_KTLS_DUPLEX`, or 0.
 *
 * @since 3.7.3
 */
gnutls_transport_ktls_enable_flags_t gnutls_transport_is_ktls_enabled(gnutls_session_t session);

/**
 * Connects a client's socket with its first hello, by TCP Fast Open (RFC 7413).
 *
 * The first write of the session connects the socket and gives the hello to the kernel, which sends it
 * with the connection request if it has a cookie of the server. Where the system or the socket has no
 * Fast Open, the first write connects and then sends. Push and pull functions are removed; setting
 * some later, or other descriptors, undoes the call. Where `fd` does not block, `gnutls_handshake`
 * returns `GNUTLS_E_AGAIN` until the connection is there.
 *
 * @param session a session of a client, before the handshake; NULL and a server's are ignored
 * @param fd a socket that is not connected; it stays the application's
 * @param connect_addr the address of the server, which is copied; NULL is ignored
 * @param connect_addrlen its size in bytes; more than any address has is ignored
 * @param flags not used; pass 0
 *
 * @since 3.5.3
 * @see RFC 7413
 */
void gnutls_transport_set_fastopen(gnutls_session_t session,
                                   int fd,
                                   struct sockaddr *connect_addr,
                                   socklen_t connect_addrlen,
                                   unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
