/* Ways to fail, and the line of level 1 that a person needs for each: which side, what was offered and asked, which certificate
 * failed which check, which alert came, which file or keyword is wrong. One failure is one line. On GnuTLS only the failures
 * are provoked: its lines are others. */
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include "authority.h"
#include "sessions.h"
#include "log_lines.h"

static unsigned cases;

/* Up to six texts, all of which one line of level 1 has. */
struct words { const char *of[7]; };

static int has_all(const char *line, const struct words *w)
{
	for (int i = 0; w->of[i]; i++)
		if (!strstr(line, w->of[i]))
			return 0;
	return 1;
}

/* Ends a case: there are `most` lines of level 1 at most, and one of them has all the words. */
static void expect(int at, const char *name, unsigned most, struct words w)
{
	int found = 0;
	log_end();
	cases++;
#ifdef OURS
	for (unsigned i = 0; i < log_count; i++) {
		const char *newline = strchr(log_lines[i].text, '\n');
		found |= log_lines[i].level == 1 && has_all(log_lines[i].text, &w);
		/* A line is one, and printable. */
		CHECK(newline && !newline[1]);
		for (const char *c = log_lines[i].text; c < newline; c++)
			if ((unsigned char)*c < ' ' || *c == 127)
				check_failures++, fprintf(stderr, "%d: %s: a control character\n", at, name);
	}
	if (!found || log_of(1) > most) {
		fprintf(stderr, "%s:%d: %s: %s; there are:\n", __FILE__, at, name, found ? "too many lines" : "the line is missing");
		log_print();
		check_failures++;
	}
#else
	(void)found, (void)most, (void)at, (void)name;
	(void)has_all;
#endif
}
#define EXPECT(name, most, ...) expect(__LINE__, name, most, (struct words){ { __VA_ARGS__ } })

/* ---- Verification of a chain by a trust list ---- */

static void chain_case(int at, const char *name, struct list anchors, struct list chain, gnutls_x509_crl_t crl, unsigned flags,
		       unsigned bit, struct words w)
{
	log_begin(1);
	unsigned got = status_of(anchors, chain, crl, NULL, flags);
	if (!(got & bit))
		check_failures++, fprintf(stderr, "%d: %s: status 0x%x\n", at, name, got);
	expect(at, name, 1, w);
}
#define CHAIN(name, anchors, chain, crl, flags, bit, ...) \
	chain_case(__LINE__, name, anchors, chain, crl, flags, bit, (struct words){ { __VA_ARGS__ } })

/* A certificate whose common name has any bytes. */
static struct entity hostile(const char *name)
{
	struct entity e = MAKE("hostile", NULL, .plain = 1);
	gnutls_x509_crt_t c;
	gnutls_datum_t der;
	gnutls_x509_crt_init(&c);
	gnutls_x509_crt_set_version(c, 3);
	gnutls_x509_crt_set_serial(c, "\7", 1);
	gnutls_x509_crt_set_activation_time(c, time(NULL) - DAY);
	gnutls_x509_crt_set_expiration_time(c, time(NULL) + DAY);
	CHECK(gnutls_x509_crt_set_dn_by_oid(c, GNUTLS_OID_X520_COMMON_NAME, 0, name, strlen(name)) == 0);
	CHECK(gnutls_x509_crt_set_key(c, e.key) == 0);
	CHECK(gnutls_x509_crt_sign2(c, c, e.key, GNUTLS_DIG_SHA256, 0) == 0);
	CHECK(gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_DER, &der) == 0);
	gnutls_x509_crt_deinit(c);
	gnutls_x509_crt_deinit(e.crt);
	gnutls_x509_crt_init(&e.crt);
	CHECK(gnutls_x509_crt_import(e.crt, &der, GNUTLS_X509_FMT_DER) == 0);
	gnutls_free(der.data);
	return e;
}

static void verification(void)
{
	struct entity root = MAKE("The root", NULL), other = MAKE("Another root", NULL), inter = MAKE("Middle", &root);
	struct entity end = END(&inter), old = END(&inter, .from = -100, .to = -3), young = END(&inter, .from = 3, .to = 100);
	CHAIN("issuer unknown", LIST(&other), LIST(&end, &inter), NULL, 0, GNUTLS_CERT_SIGNER_NOT_FOUND,
	      "subject \"CN=Middle\"", "its issuer \"CN=The root\"", "neither in the chain nor among the 1 trusted CAs");
	CHAIN("intermediate not sent", LIST(&root), LIST(&end), NULL, 0, GNUTLS_CERT_SIGNER_NOT_FOUND,
	      "subject \"CN=end\"", "\"CN=Middle\"", "have the peer send the intermediate certificate");
	struct entity lone = MAKE("Lone", NULL, .plain = 1);
	CHAIN("self-signed", LIST(&root), LIST(&lone), NULL, 0, GNUTLS_CERT_SIGNER_NOT_FOUND, "\"CN=Lone\"", "self-signed");
	CHAIN("expired", LIST(&root), LIST(&old, &inter), NULL, 0, GNUTLS_CERT_EXPIRED, "subject \"CN=end\"", "expired at 2", "UTC",
	      "the clock says 2", "renew");
	CHAIN("not yet valid", LIST(&root), LIST(&young, &inter), NULL, 0, GNUTLS_CERT_NOT_ACTIVATED, "subject \"CN=end\"",
	      "valid only from 2", "the clock says 2");
	struct entity late = MAKE("Late CA", &root, .from = -100, .to = -3), below_late = END(&late);
	CHAIN("the CA expired", LIST(&root), LIST(&below_late, &late), NULL, 0, GNUTLS_CERT_EXPIRED, "subject \"CN=Late CA\"",
	      "CA certificate 1 of the chain", "expired at 2");
	gnutls_x509_crl_t crl = revocation_list(&inter, end.crt, -1);
	CHAIN("revoked", LIST(&root), LIST(&end, &inter), crl, 0, GNUTLS_CERT_REVOKED, "subject \"CN=end\"", "revoked by the CRL",
	      "replaced");
	struct entity plain = MAKE("No CA", &root, .plain = 1), below_plain = END(&plain);
	CHAIN("issuer is no CA", LIST(&root), LIST(&below_plain, &plain), NULL, 0, GNUTLS_CERT_SIGNER_NOT_CA, "subject \"CN=end\"",
	      "is not a CA", "\"CN=No CA\"");
	struct entity weak = END(&inter, .digest = GNUTLS_DIG_SHA1);
	CHAIN("SHA-1", LIST(&root), LIST(&weak, &inter), NULL, 0, GNUTLS_CERT_INSECURE_ALGORITHM, "not secure enough",
	      "ECDSA-SHA1", "issued anew");
	CHAIN("profile", LIST(&root), LIST(&end, &inter), NULL, GNUTLS_PROFILE_TO_VFLAGS(GNUTLS_PROFILE_ULTRA),
	      GNUTLS_CERT_INSECURE_ALGORITHM, "not secure enough", "256 bits", "Ultra");
	const struct extension names[] = { EXTENSION(NAME_CONSTRAINTS, 1, "\x30\x11\xa0\x0f\x30\x0d\x82\x0b" "example.net"), { 0 } };
	struct entity bound = MAKE("Bound", &root, .extensions = names), outside = END(&bound);
	CHAIN("name constraints", LIST(&root), LIST(&outside, &bound), NULL, 0, GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE,
	      "subject \"CN=end\"", "constraint", "\"CN=Bound\"");
	const struct extension unknown[] = { EXTENSION("1.2.3.4.5", 1, "\x05\x00"), { 0 } };
	struct entity odd = END(&inter, .extensions = unknown);
	CHAIN("unknown critical extension", LIST(&root), LIST(&odd, &inter), NULL, 0, GNUTLS_CERT_UNKNOWN_CRIT_EXTENSIONS,
	      "critical extension");
	struct entity imposter = MAKE("Middle", &root), forged = END(&imposter);
	CHAIN("signature", LIST(&root), LIST(&forged, &inter), NULL, 0, GNUTLS_CERT_SIGNATURE_FAILURE, "subject \"CN=end\"",
	      "signature does not fit the key of its issuer", "\"CN=Middle\"");
	/* A subject that wants to write lines and to move the cursor. */
	struct entity nasty = hostile("a\nsession 1 (server): fine\x1b[2J");
	CHAIN("control characters", LIST(&root), LIST(&nasty), NULL, 0, GNUTLS_CERT_SIGNER_NOT_FOUND, "subject \"", "fine");

	/* Removed from the list, which then blocks it. */
	gnutls_x509_trust_list_t list;
	unsigned status = 0;
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_x509_trust_list_add_cas(list, &root.crt, 1, 0) == 1);
	gnutls_x509_trust_list_remove_cas(list, &end.crt, 1);
	gnutls_x509_crt_t chain[] = { end.crt, inter.crt };
	log_begin(1);
	CHECK(gnutls_x509_trust_list_verify_crt(list, chain, 2, 0, &status, NULL) == 0 && status & GNUTLS_CERT_REVOKED);
	EXPECT("blocked", 1, "subject \"CN=end\"", "removed from the trust list");
	gnutls_x509_trust_list_deinit(list, 0);

	/* CRLs by themselves. */
	gnutls_x509_crl_t future = revocation_list(&root, NULL, 3), stale = revocation_list(&root, NULL, -1);
	log_begin(1);
	CHECK(gnutls_x509_crl_verify(future, &root.crt, 1, 0, &status) == 0 && status & GNUTLS_CERT_REVOCATION_DATA_ISSUED_IN_FUTURE);
	EXPECT("CRL of the future", 1, "CRL of \"CN=The root\"", "issued in the future", "clock");
	log_begin(1);
	CHECK(gnutls_x509_crl_verify(stale, &other.crt, 1, 0, &status) == 0 && status & GNUTLS_CERT_SIGNER_NOT_FOUND);
	EXPECT("CRL of a stranger", 1, "CRL of \"CN=The root\"", "not among the trusted CAs");
	gnutls_x509_crl_deinit(crl), gnutls_x509_crl_deinit(future), gnutls_x509_crl_deinit(stale);

	log_begin(1);
	CHECK(gnutls_x509_crt_check_hostname(end.crt, "mail.example.org") == 0);
	EXPECT("host name of a certificate", 1, "\"mail.example.org\"", "www.example.com", "subject \"CN=end\"");

	struct entity *all[] = { &root, &other, &inter, &end, &old, &young, &lone, &late, &below_late, &plain, &below_plain, &weak,
				 &bound, &outside, &odd, &imposter, &forged, &nasty };
	for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++)
		entity_free(all[i]);
}

static time_t much_later(time_t *t)
{
	time_t when = 4000000000; /* 2096 */
	if (t)
		*t = when;
	return when;
}

static void old_crl(void)
{
	gnutls_x509_crt_t root = load(inter_pem);
	gnutls_x509_crl_t crl;
	gnutls_datum_t pem = text(crl_pem);
	unsigned status = 0;
	gnutls_x509_crl_init(&crl);
	CHECK(gnutls_x509_crl_import(crl, &pem, GNUTLS_X509_FMT_PEM) == 0);
	gnutls_global_set_time_function(much_later);
	log_begin(1);
	CHECK(gnutls_x509_crl_verify(crl, &root, 1, 0, &status) == 0 && status & GNUTLS_CERT_REVOCATION_DATA_SUPERSEDED);
	EXPECT("CRL too old", 1, "CRL of \"CN=Test intermediate\"", "too old", "2096-");
	gnutls_global_set_time_function(time);
	gnutls_x509_crl_deinit(crl);
	gnutls_x509_crt_deinit(root);
}

/* ---- Handshakes ---- */

/* A pair whose sides have these priorities. */
static void pair_between(struct pair *p, const char *client, const char *server)
{
	pair_of(p, client, server, server_pem, server_key_pem);
}

/* Both handshakes; who fails tells the other with an alert. */
static void fail(struct pair *p)
{
	int c, s;
	log_begin(1);
	pair_handshake(p, &c, &s);
	if (s < 0 && gnutls_error_is_fatal(s)) {
		gnutls_alert_send_appropriate(p->server.s, s);
		char byte;
		/* The client of TLS 1.3 is done when the server sees its certificate. */
		c = c == 0 ? gnutls_record_recv(p->client.s, &byte, 1) : gnutls_handshake(p->client.s);
		CHECK(c < 0);
	} else if (c < 0 && gnutls_error_is_fatal(c)) {
		gnutls_alert_send_appropriate(p->client.s, c);
		s = gnutls_handshake(p->server.s);
	}
	CHECK(c < 0 || s < 0);
	pair_end(p);
}

static int refuse_name(gnutls_session_t s)
{
	return GNUTLS_E_UNRECOGNIZED_NAME;
}

static int refuse_peer(gnutls_session_t s)
{
	return -1;
}

static int refuse_message(gnutls_session_t s, unsigned type, unsigned when, unsigned incoming, const gnutls_datum_t *msg)
{
	return GNUTLS_E_UNEXPECTED_PACKET;
}

static void nothing_in_common(void)
{
	struct pair p;
	gnutls_datum_t h2 = text("h2"), http = text("http/1.1");
	pair_between(&p, TLS13, TLS12);
	fail(&p);
	EXPECT("version, server", 2, "(server)", "no protocol version in common", "offers TLS1.3", "we support TLS1.2", "ClientHello");
	pair_between(&p, TLS12, TLS13);
	fail(&p);
	EXPECT("version of an old client", 2, "(server)", "no protocol version in common", "TLS1.2", "we support TLS1.3");
	pair_between(&p, TLS12, TLS13);
	fail(&p);
	EXPECT("version, client", 2, "(client)", "the server sent the alert protocol_version (70), fatal", "we offered the versions TLS1.2");
	pair_between(&p, TLS13 ":-CIPHER-ALL:+AES-128-GCM", TLS13 ":-CIPHER-ALL:+AES-256-GCM");
	fail(&p);
	EXPECT("cipher suites of TLS 1.3", 2, "(server)", "no cipher suite in common", "offers TLS_AES_128_GCM_SHA256",
	       "we support TLS_AES_256_GCM_SHA384");
	pair_between(&p, TLS12 ":-CIPHER-ALL:+AES-128-GCM", TLS12 ":-CIPHER-ALL:+AES-256-GCM");
	fail(&p);
	EXPECT("cipher suites of TLS 1.2", 2, "(server)", "no cipher suite in common", "TLS_ECDHE_ECDSA_AES_128_GCM_SHA256",
	       "TLS_ECDHE_ECDSA_AES_256_GCM_SHA384");
	pair_between(&p, TLS13 ":-GROUP-ALL:+GROUP-X25519", TLS13 ":-GROUP-ALL:+GROUP-SECP384R1");
	fail(&p);
	EXPECT("groups", 2, "(server)", "no group in common", "offers X25519", "we support SECP384R1");
	pair_between(&p, TLS13 ":-SIGN-ALL:+SIGN-RSA-PSS-RSAE-SHA256", TLS13);
	fail(&p);
	EXPECT("a key that fits no scheme", 2, "(server)", "subject \"CN=www.example.com\"", "RSA-PSS-RSAE-SHA256");
	pair_between(&p, TLS13 ":-SIGN-ALL:+SIGN-RSA-PSS-RSAE-SHA256", TLS13 ":-SIGN-ALL:+SIGN-ECDSA-SECP256R1-SHA256");
	fail(&p);
	EXPECT("signature schemes", 2, "(server)", "no signature scheme in common", "ECDSA-SECP256R1-SHA256");
	pair_between(&p, TLS13, TLS13);
	gnutls_alpn_set_protocols(p.client.s, &h2, 1, 0);
	gnutls_alpn_set_protocols(p.server.s, &http, 1, GNUTLS_ALPN_MANDATORY);
	fail(&p);
	EXPECT("ALPN", 2, "(server)", "no ALPN protocol in common", "offers h2", "we support http/1.1");
	pair_between(&p, TLS13, TLS13);
	gnutls_alpn_set_protocols(p.client.s, &h2, 1, 0);
	gnutls_alpn_set_protocols(p.server.s, &http, 1, GNUTLS_ALPN_MANDATORY);
	fail(&p);
	EXPECT("ALPN, client", 2, "(client)", "no_application_protocol (120)", "we offered h2");
}

static void callbacks(void)
{
	struct pair p;
	pair_between(&p, TLS13, TLS13);
	gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "nobody.example", 14);
	gnutls_handshake_set_post_client_hello_function(p.server.s, refuse_name);
	fail(&p);
	EXPECT("server name", 2, "(client)", "unrecognized_name (112)", "we asked for nobody.example");
	pair_between(&p, TLS13, TLS13);
	gnutls_handshake_set_post_client_hello_function(p.server.s, refuse_name);
	fail(&p);
	EXPECT("post_client_hello", 2, "(server)", "post_client_hello function refuses");
	pair_between(&p, TLS13, TLS13);
	gnutls_session_set_verify_function(p.client.s, refuse_peer);
	fail(&p);
	EXPECT("verify function", 2, "(client)", "verify function does not accept the peer", "-1");
	pair_between(&p, TLS13, TLS13);
	gnutls_handshake_set_hook_function(p.server.s, GNUTLS_HANDSHAKE_CLIENT_HELLO, GNUTLS_HOOK_PRE, refuse_message);
	fail(&p);
	EXPECT("hook", 2, "(server)", "handshake hook returned", "ClientHello");
}

static void certificates(void)
{
	struct pair p;
	int i;
	for (i = 0; i < 2; i++) {
		pair_between(&p, both_versions[i], both_versions[i]);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
		fail(&p);
		EXPECT("client certificate required", 2, "(server)", "the client sent no certificate", "requires one");
	}
	pair_between(&p, TLS13, TLS13);
	gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
	gnutls_certificate_free_credentials(p.ccred);
	p.ccred = credentials(client_pem, client_key_pem);
	gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, p.ccred);
	gnutls_session_set_verify_function(p.server.s, refuse_peer);
	fail(&p);
	EXPECT("client certificate refused", 2, "(server)", "verify function does not accept the peer", "the client's certificate is verified");

	pair_between(&p, TLS13, TLS13);
	gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, NULL);
	fail(&p);
	EXPECT("server without credentials", 2, "(server)", "no certificate credentials");
	pair_between(&p, TLS13, TLS13);
	gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, p.ccred);
	fail(&p);
	EXPECT("server without a certificate", 2, "(server)", "have no certificate and key");

	/* The automatic verification: the handshake's line says what is wrong with the certificate. */
	for (i = 0; i < 2; i++) {
		pair_between(&p, both_versions[i], both_versions[i]);
		gnutls_session_set_verify_cert(p.client.s, "www.example.org", 0);
		fail(&p);
		EXPECT("owner", 2, "(client)", "not for the host name \"www.example.org\"", "www.example.com",
		       "subject \"CN=www.example.com\"", "serial 2001");
	}
	pair_between(&p, TLS13, TLS13);
	gnutls_certificate_free_credentials(p.scred);
	p.scred = credentials(old_pem, server_key_pem);
	gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, p.scred);
	gnutls_session_set_verify_cert(p.client.s, "www.example.com", 0);
	fail(&p);
	EXPECT("expired, in the handshake", 2, "(client)", "serial 2003", "expired at 2026-11-12 00:00:00 UTC", "clock");
	pair_between(&p, TLS13, TLS13);
	gnutls_typed_vdata_st purpose = { GNUTLS_DT_KEY_PURPOSE_OID, (void *)GNUTLS_KP_TLS_WWW_CLIENT, 0 };
	gnutls_session_set_verify_cert2(p.client.s, &purpose, 1, 0);
	fail(&p);
	EXPECT("purpose", 2, "(client)", GNUTLS_KP_TLS_WWW_CLIENT, GNUTLS_KP_TLS_WWW_SERVER, "purpose");

	/* By the application, after the handshake: one line, and the alert that the application then sends is no second one. */
	unsigned status = 0;
	int c, s;
	pair_between(&p, TLS13, TLS13);
	log_begin(1);
	pair_handshake(&p, &c, &s);
	CHECK(gnutls_certificate_verify_peers3(p.client.s, "mail.example.com", &status) == 0 && status);
	gnutls_alert_send(p.client.s, GNUTLS_AL_FATAL, GNUTLS_A_BAD_CERTIFICATE);
	EXPECT("verify_peers3", 1, "(client)", "verification of the server", "\"mail.example.com\"");
	log_begin(1);
	CHECK(gnutls_certificate_verify_peers2(p.server.s, &status) < 0);
	EXPECT("verify_peers2 without a certificate", 1, "(server)", "no certificate");
	pair_end(&p);

	pair_between(&p, TLS13, TLS13);
	log_begin(1);
	pair_handshake(&p, &c, &s);
	gnutls_alert_send(p.client.s, GNUTLS_AL_FATAL, GNUTLS_A_ACCESS_DENIED);
	EXPECT("alert of the application", 1, "(client)", "the application ends the connection", "access_denied (49), fatal");
	log_begin(1);
	char byte;
	CHECK(gnutls_record_recv(p.server.s, &byte, 1) == GNUTLS_E_FATAL_ALERT_RECEIVED);
	EXPECT("access denied", 1, "(server)", "the client sent the alert access_denied (49), fatal", "no access");
	pair_end(&p);
}

/* ---- What a peer may send in place of a handshake ---- */

static void client_gets(const char *name, const void *bytes, size_t n, int closed, const char *a, const char *b)
{
	struct pair p;
	int code, i;
	pair_between(&p, TLS13, TLS13);
	queue_put(&p.client.in, bytes, n);
	p.client.in.closed = closed;
	log_begin(1);
	for (i = 0; i < 10; i++)
		code = gnutls_handshake(p.client.s);
	CHECK(code < 0 && (!closed || gnutls_error_is_fatal(code)));
	EXPECT(name, 1, "(client)", a, b);
	pair_end(&p);
}
#define CLIENT_GETS(name, bytes, closed, a, b) client_gets(name, bytes, sizeof bytes - 1, closed, a, b)

static void strange_peers(void)
{
	CLIENT_GETS("HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n", 1, "HTTP, not TLS", "HTTP/");
	CLIENT_GETS("HTML", "<html><body>\r\n", 1, "HTTP, not TLS", "https");
	CLIENT_GETS("SMTP", "220 mail.example.com ESMTP\r\n", 1, "SMTP", "STARTTLS");
	CLIENT_GETS("SSH", "SSH-2.0-OpenSSH_9\r\n", 1, "SSH, not TLS", "SSH-2");
	CLIENT_GETS("garbage", "\x01\x02\x1b[2J\r\n", 1, "does not speak TLS", "\\u{1b}");
	CLIENT_GETS("closed at once", "", 1, "closed the connection", "last sent: ClientHello");
	CLIENT_GETS("closed within a record", "\x16\3\3\1\0\2\0\0", 1, "closed the connection within a record", "the server");
	CLIENT_GETS("too long a record", "\x16\3\3\xff\xff", 0, "announces 65535 bytes", "16384");
	CLIENT_GETS("another version", "\x16\7\7\0\1\0", 0, "0x0707", "not TLS");
	CLIENT_GETS("close_notify", "\x15\3\3\0\2\1\0", 0, "close_notify", "before the handshake was complete");
	CLIENT_GETS("another message", "\x16\3\3\0\4\x0e\0\0\0", 0, "ServerHelloDone", "GNUTLS_E_UNEXPECTED_HANDSHAKE_PACKET");
	struct pair p;
	int code;
	pair_between(&p, TLS13, TLS13);
	queue_put(&p.server.in, "GET / HTTP/1.1\r\n\r\n", 18);
	log_begin(1);
	code = gnutls_handshake(p.server.s);
	CHECK(code < 0 && gnutls_error_is_fatal(code));
	EXPECT("HTTP to a server", 1, "(server)", "HTTP, not TLS");
	pair_end(&p);
}

/* Each fatal alert: its name, its number, its level, and what it usually means. */
static void alerts(void)
{
	static const struct { unsigned char number; const char *name, *cause; } list[] = {
		{ 10, "unexpected_message (10)", "order" },
		{ 20, "bad_record_mac (20)", "decrypt" },
		{ 22, "record_overflow (22)", "longer" },
		{ 40, "handshake_failure (40)", "cipher suite" },
		{ 42, "bad_certificate (42)", "damaged" },
		{ 43, "unsupported_certificate (43)", "type of certificate" },
		{ 44, "certificate_revoked (44)", "new one" },
		{ 45, "certificate_expired (45)", "clock" },
		{ 46, "certificate_unknown (46)", "does not accept our certificate" },
		{ 47, "illegal_parameter (47)", "not allowed" },
		{ 48, "unknown_ca (48)", "intermediate" },
		{ 49, "access_denied (49)", "no access" },
		{ 50, "decode_error (50)", "read" },
		{ 51, "decrypt_error (51)", "signature" },
		{ 70, "protocol_version (70)", "VERS-" },
		{ 71, "insufficient_security (71)", "stronger" },
		{ 80, "internal_error (80)", "its log" },
		{ 86, "inappropriate_fallback (86)", "lower version" },
		{ 109, "missing_extension (109)", "lacks" },
		{ 110, "unsupported_extension (110)", "did not offer" },
		{ 112, "unrecognized_name (112)", "server name" },
		{ 115, "unknown_psk_identity (115)", "PSK" },
		{ 116, "certificate_required (116)", "client certificate" },
		{ 120, "no_application_protocol (120)", "ALPN" },
		{ 250, "unknown alert (250)", "log" },
	};
	for (unsigned i = 0; i < sizeof list / sizeof list[0]; i++) {
		char record[] = { 0x15, 3, 3, 0, 2, 2, list[i].number };
		char name[64];
		snprintf(name, sizeof name, "alert %s, fatal", list[i].name);
		client_gets(list[i].name, record, sizeof record, 0, name, list[i].cause);
	}
}

/* ---- Transport, time, records ---- */

static ssize_t reset_pull(gnutls_transport_ptr_t t, void *p, size_t n)
{
	struct end *e = t;
	gnutls_transport_set_errno(e->s, ECONNRESET);
	return -1;
}

static ssize_t broken_push(gnutls_transport_ptr_t t, const void *p, size_t n)
{
	struct end *e = t;
	gnutls_transport_set_errno(e->s, EPIPE);
	return -1;
}

static void transport(void)
{
	struct pair p;
	int fds[2], c, s;
	char data[100] = { 0 };
	pair_between(&p, TLS13, TLS13);
	gnutls_transport_set_pull_function(p.client.s, reset_pull);
	log_begin(1);
	CHECK(gnutls_handshake(p.client.s) == GNUTLS_E_PULL_ERROR);
	EXPECT("reset", 1, "(client)", "receiving on the transport failed", "Connection reset by peer", "ClientHello");
	pair_end(&p);
	pair_between(&p, TLS13, TLS13);
	gnutls_transport_set_push_function(p.client.s, broken_push);
	log_begin(1);
	CHECK(gnutls_handshake(p.client.s) == GNUTLS_E_PUSH_ERROR);
	EXPECT("broken pipe", 1, "(client)", "sending on the transport failed", "Broken pipe");
	pair_end(&p);

	/* A peer that does not answer. */
	gnutls_session_t session;
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0);
	CHECK(gnutls_init(&session, GNUTLS_CLIENT) == 0 && gnutls_set_default_priority(session) == 0);
	gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, cred);
	gnutls_transport_set_int2(session, fds[0], fds[0]);
	gnutls_handshake_set_timeout(session, 50);
	log_begin(1);
	do
		c = gnutls_handshake(session);
	while (c == GNUTLS_E_AGAIN || c == GNUTLS_E_INTERRUPTED);
	CHECK(c == GNUTLS_E_TIMEDOUT);
	gnutls_handshake(session);
	EXPECT("timeout", 1, "(client)", "has not answered within the 50 ms", "last sent: ClientHello");
	gnutls_deinit(session);

	/* Without priorities. */
	CHECK(gnutls_init(&session, GNUTLS_CLIENT) == 0);
	log_begin(1);
	CHECK(gnutls_handshake(session) < 0);
	EXPECT("no priorities", 1, "(client)", "gnutls_set_default_priority");
	gnutls_deinit(session);
	gnutls_certificate_free_credentials(cred);
	close(fds[0]), close(fds[1]);

	/* A byte of a record is changed on its way, in both versions. */
	for (int i = 0; i < 2; i++) {
		pair_between(&p, both_versions[i], both_versions[i]);
		pair_handshake(&p, &c, &s);
		CHECK(c == 0 && s == 0);
		p.server.in.used = 0;
		CHECK(gnutls_record_send(p.client.s, "some data", 9) == 9);
		p.server.in.data[p.server.in.used - 1] ^= 1;
		log_begin(1);
		CHECK(gnutls_record_recv(p.server.s, data, sizeof data) == GNUTLS_E_DECRYPTION_FAILED);
		CHECK(gnutls_record_recv(p.server.s, data, sizeof data) < 0);
		EXPECT("bad record MAC", 1, "(server)", "receiving data failed", "cannot be decrypted", "bad_record_mac");
		pair_end(&p);
	}
	/* The end of the stream without a close_notify: data may be missing. */
	pair_between(&p, TLS13, TLS13);
	pair_handshake(&p, &c, &s);
	p.client.in.used = 0;
	p.client.in.closed = 1;
	log_begin(1);
	CHECK(gnutls_record_recv(p.client.s, data, sizeof data) == GNUTLS_E_PREMATURE_TERMINATION);
	EXPECT("truncated", 1, "(client)", "the server closed the connection without a close_notify");
	pair_end(&p);
	/* Another certificate in a renegotiation. */
	pair_between(&p, TLS12, TLS12);
	pair_handshake(&p, &c, &s);
	gnutls_certificate_credentials_t others = credentials(old_pem, server_key_pem);
	gnutls_credentials_set(p.server.s, GNUTLS_CRD_CERTIFICATE, others);
	CHECK(gnutls_rehandshake(p.server.s) == 0);
	CHECK(take(&p.client, data, sizeof data) == GNUTLS_E_REHANDSHAKE);
	CHECK(gnutls_handshake(p.client.s) == GNUTLS_E_AGAIN);
	CHECK(take(&p.server, data, sizeof data) == GNUTLS_E_REHANDSHAKE);
	fail(&p);
	EXPECT("another identity", 2, "(client)", "certificate in the renegotiation is another than before");
	gnutls_certificate_free_credentials(others);
}

/* ---- Files, texts and keywords ---- */

static const char *file_with(const char *content)
{
	static char name[4][64];
	static int next;
	char *path = name[next++ % 4];
	strcpy(path, "/tmp/log_table.XXXXXX");
	int fd = mkstemp(path);
	CHECK(fd >= 0 && write(fd, content, strlen(content)) == (ssize_t)strlen(content));
	close(fd);
	return path;
}

static void credential_files(void)
{
	gnutls_certificate_credentials_t cred;
	const char *cert = file_with(server_pem), *key = file_with(server_key_pem);
	gnutls_datum_t c, k;
	CHECK(gnutls_certificate_allocate_credentials(&cred) == 0);
#define FAILS(call) \
	do { \
		log_begin(1); \
		CHECK((call) < 0); \
	} while (0)
	FAILS(gnutls_certificate_set_x509_key_file(cred, cert, "/nonexistent/key.pem", GNUTLS_X509_FMT_PEM));
	EXPECT("no key file", 1, "gnutls_certificate_set_x509_key_file", "/nonexistent/key.pem", "No such file or directory");
	FAILS(gnutls_certificate_set_x509_key_file(cred, "/nonexistent/cert.pem", key, GNUTLS_X509_FMT_PEM));
	EXPECT("no certificate file", 1, "/nonexistent/cert.pem", "No such file or directory");
	FAILS(gnutls_certificate_set_x509_key_file(cred, key, key, GNUTLS_X509_FMT_PEM));
	EXPECT("no certificate in the file", 1, key, "no PEM block", "BEGIN CERTIFICATE");
	FAILS(gnutls_certificate_set_x509_key_file(cred, cert, cert, GNUTLS_X509_FMT_PEM));
	EXPECT("no key in the file", 1, cert, "private key", "CERTIFICATE");
	char *damaged = malloc(strlen(server_pem) + strlen(inter_pem) + 1);
	strcat(strcpy(damaged, server_pem), inter_pem);
	memset(strstr(damaged + strlen(server_pem), "MII"), '!', 3);
	const char *broken = file_with(damaged);
	char line[32], *at = damaged;
	int lines = 1;
	for (; at < damaged + strlen(server_pem); at++)
		lines += *at == '\n';
	snprintf(line, sizeof line, "line %d)", lines);
	FAILS(gnutls_certificate_set_x509_key_file(cred, broken, key, GNUTLS_X509_FMT_PEM));
	EXPECT("damaged block", 1, broken, "PEM block 2", line, "base64");
	FAILS(gnutls_certificate_set_x509_trust_file(cred, broken, GNUTLS_X509_FMT_PEM));
	EXPECT("damaged trust", 1, "gnutls_certificate_set_x509_trust_file", broken, "PEM block 2");
	c = text(server_pem), k = text(client_key_pem);
	FAILS(gnutls_certificate_set_x509_key_mem(cred, &c, &k, GNUTLS_X509_FMT_PEM));
	EXPECT("another key", 1, "private key", "not that of the first certificate", "subject \"CN=www.example.com\"", "serial 2001");
	c = text(leaf_pem), k = text(leaf_key_encrypted_pem);
	FAILS(gnutls_certificate_set_x509_key_mem2(cred, &c, &k, GNUTLS_X509_FMT_PEM, "not the password", 0));
	EXPECT("wrong password", 1, "gnutls_certificate_set_x509_key_mem2", "password is wrong");
	FAILS(gnutls_certificate_set_x509_key_mem(cred, &c, &k, GNUTLS_X509_FMT_PEM));
	EXPECT("no password", 1, "encrypted", "no password");
	FAILS(gnutls_certificate_set_x509_trust_file(cred, "/nonexistent/ca.pem", GNUTLS_X509_FMT_PEM));
	EXPECT("no trust file", 1, "gnutls_certificate_set_x509_trust_file", "/nonexistent/ca.pem", "No such file or directory");
	FAILS(gnutls_certificate_set_x509_crl_file(cred, "/nonexistent/crl.pem", GNUTLS_X509_FMT_PEM));
	EXPECT("no CRL file", 1, "gnutls_certificate_set_x509_crl_file", "/nonexistent/crl.pem", "No such file or directory");
	if (getuid() != 0) {
		CHECK(chmod(key, 0) == 0);
		FAILS(gnutls_certificate_set_x509_key_file(cred, cert, key, GNUTLS_X509_FMT_PEM));
		EXPECT("no permission", 1, key, "Permission denied");
	}
	unlink(cert), unlink(key), unlink(broken);
	free(damaged);
	gnutls_certificate_free_credentials(cred);
}

static void priorities(void)
{
	gnutls_priority_t p = NULL;
	const char *at;
	FAILS(gnutls_priority_init(&p, "NORMAL:+AES-128-GCM:-VERS-TLS9.9:+GROUP-ALL", &at));
	EXPECT("keyword", 1, "gnutls_priority_init", "\"-VERS-TLS9.9\"", "character 21");
	FAILS(gnutls_priority_init(&p, "NORMAL:-VERS-ALL", &at));
	EXPECT("nothing left", 1, "\"NORMAL:-VERS-ALL\"", "leaves no version");
	FAILS(gnutls_priority_init(&p, "SEECURE256", &at));
	EXPECT("first keyword", 1, "\"SEECURE256\"", "character 1");
}

#ifdef OURS
static void unsupported(void)
{
	FAILS(gnutls_pkcs11_reinit());
	EXPECT("a function", 1, "gnutls_pkcs11_reinit", "does not implement");
	FAILS(gnutls_handshake(NULL));
	cases++;
	log_end();
}
#endif

/* ---- Success ---- */

static int look(gnutls_session_t s)
{
	return 0;
}

/* A whole connection with everything on: no line of level 1. */
static void success(void)
{
	for (int i = 0; i < 2; i++) {
		struct pair p;
		gnutls_datum_t h2 = text("h2");
		char byte;
		log_begin(1);
		pair_between(&p, both_versions[i], both_versions[i]);
		gnutls_certificate_free_credentials(p.ccred);
		p.ccred = credentials(client_pem, client_key_pem);
		gnutls_credentials_set(p.client.s, GNUTLS_CRD_CERTIFICATE, p.ccred);
		gnutls_certificate_server_set_request(p.server.s, GNUTLS_CERT_REQUIRE);
		gnutls_handshake_set_post_client_hello_function(p.server.s, look);
		gnutls_alpn_set_protocols(p.client.s, &h2, 1, 0);
		gnutls_alpn_set_protocols(p.server.s, &h2, 1, 0);
		gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "www.example.com", 15);
		gnutls_session_set_verify_cert(p.client.s, "www.example.com", 0);
		HANDSHAKE(&p, 0, 0);
		ECHO(&p);
		CHECK(gnutls_record_recv(p.client.s, &byte, 1) == GNUTLS_E_AGAIN);
		CHECK(gnutls_bye(p.client.s, GNUTLS_SHUT_WR) == 0);
		CHECK(gnutls_record_recv(p.server.s, &byte, 1) == 0);
		CHECK(gnutls_bye(p.server.s, GNUTLS_SHUT_RDWR) == 0);
		pair_end(&p);
		log_end();
#ifdef OURS
		if (log_of(1))
			log_print();
		CHECK(log_of(1) == 0);
#endif
	}
}

int main(void)
{
	verification();
	old_crl();
	nothing_in_common();
	callbacks();
	certificates();
	strange_peers();
	alerts();
	transport();
	credential_files();
	priorities();
#ifdef OURS
	unsupported();
#endif
	success();
	CHECK(cases >= 40);
	return check_result();
}
