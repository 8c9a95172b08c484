/* dtls.h of gnutls-rs, written by tools/headers: do not edit. */
/**
 * @file gnutls/dtls.h
 *
 * TLS over datagrams.
 */

#ifndef GNUTLS_DTLS_H
#define GNUTLS_DTLS_H

#include <gnutls/gnutls.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GNUTLS_COOKIE_KEY_SIZE 16

typedef struct gnutls_dtls_prestate_st {
        unsigned int record_seq;
        unsigned int hsk_read_seq;
        unsigned int hsk_write_seq;
} gnutls_dtls_prestate_st;

/**
 * Asks a client to show that it receives what is sent to its address, before there is a session.
 *
 * A server calls it for the first datagram of an address, with which `gnutls_dtls_cookie_verify` has
 * failed. It sends a HelloVerifyRequest with a cookie, which is a MAC of `client_data`, so nothing has
 * to be kept meanwhile. The answer is smaller than the ClientHello, so it cannot be used to amplify an
 * attack.
 *
 * @param key a random key, from `gnutls_key_generate` with `GNUTLS_COOKIE_KEY_SIZE`; the same for all
 *   clients
 * @param client_data what identifies the client, as its address; NULL if `client_data_size` is 0
 * @param client_data_size bytes of it
 * @param prestate as `gnutls_dtls_cookie_verify` left it, or all zeros: the numbers of the record and
 *   of the message
 * @param ptr what `push_func` gets
 * @param push_func sends the datagram, as the function of `gnutls_transport_set_push_function` does
 *
 * @return the number of bytes sent, or a negative error code
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or another pointer is NULL
 * @retval GNUTLS_E_PUSH_ERROR `push_func` failed
 *
 * It may be called from any thread. Since 3.0. RFC 6347 section 4.2.1.
 */
int gnutls_dtls_cookie_send(gnutls_datum_t *key,
                            void *client_data,
                            size_t client_data_size,
                            gnutls_dtls_prestate_st *prestate,
                            gnutls_transport_ptr_t ptr,
                            gnutls_push_func push_func);

/**
 * Tells whether a datagram is a ClientHello with the cookie of this client.
 *
 * If so, a session is made for the client: `gnutls_dtls_prestate_set` passes `prestate` on to it, and
 * the same datagram is the first that its pull function returns. If not, `gnutls_dtls_cookie_send`
 * asks for the cookie.
 *
 * @param key the key of `gnutls_dtls_cookie_send`
 * @param client_data what identifies the client, as there
 * @param client_data_size bytes of it
 * @param msg the datagram
 * @param msg_size bytes of it
 * @param prestate takes the numbers of the record and of the message
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_BAD_COOKIE there is no cookie, or it is another client's
 * @retval GNUTLS_E_UNEXPECTED_PACKET_LENGTH the datagram ends before the cookie
 * @retval GNUTLS_E_UNEXPECTED_PACKET it is no ClientHello
 * @retval GNUTLS_E_INVALID_REQUEST `key` is NULL or empty, or another pointer is NULL
 *
 * It may be called from any thread. Since 3.0. RFC 6347 section 4.2.1.
 */
int gnutls_dtls_cookie_verify(gnutls_datum_t *key,
                              void *client_data,
                              size_t client_data_size,
                              void *msg,
                              size_t msg_size,
                              gnutls_dtls_prestate_st *prestate);

/**
 * Returns the most data that fits into a datagram.
 *
 * It depends on the keys: before a handshake it is more than after it. With a block cipher it is the
 * most that fits with the shortest padding. A connection ID that the peer asks for counts; in DTLS 1.3
 * the peer may ask for a longer one later.
 *
 * @param session a session; NULL gives 0
 *
 * @return bytes; 0 if the datagram has no room for data, and for a session over a stream.
 *
 * @since 3.0
 */
unsigned int gnutls_dtls_get_data_mtu(gnutls_session_t session);

/**
 * Returns the size of the largest datagram, as `gnutls_dtls_set_mtu` has set it.
 *
 * `gnutls_dtls_get_data_mtu` says how much data fits.
 *
 * @param session a session; NULL gives 0
 *
 * @return bytes; 0 for a session over a stream.
 *
 * @since 3.0
 */
unsigned int gnutls_dtls_get_mtu(gnutls_session_t session);

/**
 * Tells when `gnutls_handshake` has to be called although nothing was received.
 *
 * A session with `GNUTLS_NONBLOCK` does not wait by itself: the application waits for a datagram at
 * most this long, and then calls `gnutls_handshake`, which sends again what was not answered.
 *
 * @param session a session; NULL gives 0
 *
 * @return milliseconds; 0 if it is time, or nothing was sent. After the handshake it is the rest of
 *   the time of the last flight, and nothing is to be done for it.
 *
 * @since 3.0
 * @see RFC 6347 section 4.2.4
 */
unsigned int gnutls_dtls_get_timeout(gnutls_session_t session);

/**
 * Lets a session go on where the exchange of a cookie ended.
 *
 * Its first message has the number after that of the HelloVerifyRequest, and it expects the client's
 * with the number of the ClientHello that showed the cookie. Once a handshake has begun it changes
 * nothing.
 *
 * @param session a server's session of DTLS; NULL is ignored
 * @param prestate what `gnutls_dtls_cookie_verify` has written; NULL is ignored
 *
 * @since 3.0
 * @see RFC 6347 section 4.2.1
 */
void gnutls_dtls_prestate_set(gnutls_session_t session, gnutls_dtls_prestate_st *prestate);

/**
 * Sets the most data that `gnutls_record_send` takes, instead of the size of the datagram.
 *
 * The datagram's size becomes what this data needs with the current keys. Other keys need more or
 * less, so call it again after a handshake.
 *
 * @param session a session of DTLS after its handshake
 * @param mtu bytes of data
 *
 * @return `GNUTLS_E_SUCCESS` (0), or a negative error code
 * @retval GNUTLS_E_INVALID_SESSION the handshake is not complete, or the session is over a stream
 * @retval GNUTLS_E_INVALID_REQUEST `session` is NULL
 *
 * @since 3.1
 */
int gnutls_dtls_set_data_mtu(gnutls_session_t session, unsigned int mtu);

/**
 * Sets the size of the largest datagram that a session sends.
 *
 * It is that of the transport without the headers of IP and UDP: of Ethernet's 1,500 bytes 1,472 are
 * left over IPv4, and 1,452 over IPv6. The messages of a handshake are split to fit; data that does
 * not fit is refused with `GNUTLS_E_LARGE_PACKET`, and so is a handshake if a datagram has no room for
 * one byte of a message. The default is 1,200 bytes. It may be changed at any time, also between two
 * calls of `gnutls_handshake`, of which the first failed with `GNUTLS_E_LARGE_PACKET`.
 *
 * @param session a session of DTLS; NULL is ignored
 * @param mtu bytes; at most what the largest record needs, 18,445, counts
 *
 * @since 3.0
 * @see RFC 6347 section 4.1.1
 */
void gnutls_dtls_set_mtu(gnutls_session_t session, unsigned int mtu);

/**
 * Sets the times of a handshake over datagrams.
 *
 * What was sent last is sent again when no answer came within the first time, and then each time after
 * twice as long, up to a minute. A first time that is longer than the second one disables that. The
 * defaults are those of the RFC.
 *
 * @param session a session of DTLS; NULL is ignored
 * @param retrans_timeout milliseconds until the first retransmission; 1,000 by default
 * @param total_timeout milliseconds after which `gnutls_handshake` fails with `GNUTLS_E_TIMEDOUT`;
 *   60,000 by default
 *
 * @since 3.0
 * @see RFC 6347 section 4.2.4.1
 */
void gnutls_dtls_set_timeouts(gnutls_session_t session,
                              unsigned int retrans_timeout,
                              unsigned int total_timeout);

/**
 * Returns how many records a session of DTLS has discarded.
 *
 * They are those that could not be decrypted, had been received before, or were of no use, as RFC 6347
 * section 4.1.2.7 wants it: anybody can send them.
 *
 * @param session a session; NULL gives 0
 *
 * @return the number since the session was made; 0 for a session over a stream.
 *
 * @since 3.0
 * @see RFC 6347 section 4.1.2.7
 */
unsigned int gnutls_record_get_discarded(gnutls_session_t session);

#ifdef __cplusplus
}
#endif

#endif
