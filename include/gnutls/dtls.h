/* dtls.h of gnutls-rs, written by tools/headers: do not edit. */

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

/* Not written yet: these fail as their manual pages have it. */
int gnutls_dtls_cookie_send(gnutls_datum_t *, void *, size_t, gnutls_dtls_prestate_st *, gnutls_transport_ptr_t, gnutls_push_func);
int gnutls_dtls_cookie_verify(gnutls_datum_t *, void *, size_t, void *, size_t, gnutls_dtls_prestate_st *);
unsigned int gnutls_dtls_get_data_mtu(gnutls_session_t);
unsigned int gnutls_dtls_get_mtu(gnutls_session_t);
unsigned int gnutls_dtls_get_timeout(gnutls_session_t);
void gnutls_dtls_prestate_set(gnutls_session_t, gnutls_dtls_prestate_st *);
int gnutls_dtls_set_data_mtu(gnutls_session_t, unsigned int);
void gnutls_dtls_set_mtu(gnutls_session_t, unsigned int);
void gnutls_dtls_set_timeouts(gnutls_session_t, unsigned int, unsigned int);
unsigned int gnutls_record_get_discarded(gnutls_session_t);

#ifdef __cplusplus
}
#endif

#endif
