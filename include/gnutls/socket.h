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
 * Tells for which directions the kernel encrypts: for none.
 *
 * This library encrypts all records itself, so that programs which ask do not take the route for the
 * kernel. To hand keys to the kernel, a program can take them with `gnutls_record_get_state`.
 *
 * @param session not used
 *
 * @return 0; GnuTLS may return `GNUTLS_KTLS_RECV`, `GNUTLS_KTLS_SEND` or `GNUTLS_KTLS_DUPLEX`.
 *
 * @since 3.7.3
 */
gnutls_transport_ktls_enable_flags_t gnutls_transport_is_ktls_enabled(gnutls_session_t session);

/* Not written yet: these fail as their manual pages have it. */
void gnutls_transport_set_fastopen(gnutls_session_t session, int fd, struct sockaddr *connect_addr, socklen_t connect_addrlen, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif
