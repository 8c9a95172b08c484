/* The settings that the runner passes to the shim as flags, and the GnuTLS priority string that they make. */
#include <gnutls/gnutls.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define UNIMPLEMENTED 89
#define MAX_LIST 32

typedef struct {
	int port, resume_count, minv, maxv, expv, mtu, read_size, ekm, n_curves, n_sign, n_verify;
	int curves[MAX_LIST], sign[MAX_LIST], verify[MAX_LIST];
	int exp_cipher, exp_curve, exp_peersig, exp_reneg, resumption_delay, init_timeout, max_frag;
	bool server, dtls, no13, no12, no11, no10, verify_peer, require_cert, verify_fail, async, writes_first,
	    shuts_down, check_close, no_ticket, early, exp_miss, exp_ems, use_ctx, tls_unique, exp_secreneg,
	    exp_nosecreneg, exp_hrr, exp_nohrr, reneg_free, reneg_once, reneg_ignore, key_update, send_alert,
	    diff_sizes, fallback, ocsp_on, exp_accept_early, exp_reject_early, decline_alpn, reject_alpn, false_start,
	    exp_no_session, server_pref, exp_sid, exp_nosid, custom_verify, ocsp_callback,
	    decline_ocsp, fail_ocsp;
	const char *key, *cert, *host, *exp_sni, *adv_alpn, *sel_alpn, *exp_alpn, *psk, *psk_id, *srtp, *cipher,
	    *ekm_label, *ekm_ctx, *exp_peer_cert, *unsaid;
	gnutls_datum_t ocsp, exp_ocsp;
} cfg_t;

/* What is set for the first connection, for the later ones, and for the retry after refused early data. */
static cfg_t initial, resumption, retry;

static void die(int rc, const char *f, ...)
{
	va_list a;
	va_start(a, f);
	vfprintf(stderr, f, a);
	va_end(a);
	fputs("\n--- DONE ---\n", stderr);
	fflush(stderr);
	_exit(rc);
}

enum kind { FLAG, NUMBER, STRING };

/* clang-format off */
#define B(n, f) { n, FLAG, offsetof(cfg_t, f) }
#define I(n, f) { n, NUMBER, offsetof(cfg_t, f) }
#define S(n, f) { n, STRING, offsetof(cfg_t, f) }
/* clang-format on */

static const struct {
	const char *name;
	enum kind kind;
	size_t offset;
} flags[] = {
	I("port", port),
	B("server", server),
	B("dtls", dtls),
	I("resume-count", resume_count),
	S("key-file", key),
	S("cert-file", cert),
	I("min-version", minv),
	I("max-version", maxv),
	I("expect-version", expv),
	B("no-tls13", no13),
	B("no-tls12", no12),
	B("no-tls11", no11),
	B("no-tls1", no10),
	S("host-name", host),
	S("expect-server-name", exp_sni),
	S("advertise-alpn", adv_alpn),
	S("select-alpn", sel_alpn),
	S("expect-alpn", exp_alpn),
	B("decline-alpn", decline_alpn),
	B("reject-alpn", reject_alpn),
	B("verify-peer", verify_peer),
	B("require-any-client-certificate", require_cert),
	B("verify-fail", verify_fail),
	B("async", async),
	B("shim-writes-first", writes_first),
	B("shim-shuts-down", shuts_down),
	B("check-close-notify", check_close),
	B("no-ticket", no_ticket),
	B("enable-early-data", early),
	B("expect-session-miss", exp_miss),
	B("expect-extended-master-secret", exp_ems),
	I("export-keying-material", ekm),
	S("export-label", ekm_label),
	S("export-context", ekm_ctx),
	B("use-export-context", use_ctx),
	B("tls-unique", tls_unique),
	B("expect-secure-renegotiation", exp_secreneg),
	B("expect-no-secure-renegotiation", exp_nosecreneg),
	B("expect-hrr", exp_hrr),
	B("expect-no-hrr", exp_nohrr),
	B("renegotiate-freely", reneg_free),
	B("renegotiate-once", reneg_once),
	B("renegotiate-ignore", reneg_ignore),
	B("key-update", key_update),
	B("send-alert", send_alert),
	B("write-different-record-sizes", diff_sizes),
	B("fallback-scsv", fallback),
	B("enable-ocsp-stapling", ocsp_on),
	B("expect-accept-early-data", exp_accept_early),
	B("expect-reject-early-data", exp_reject_early),
	B("false-start", false_start),
	B("expect-no-session", exp_no_session),
	B("server-preference", server_pref),
	B("use-custom-verify-callback", custom_verify),
	B("use-ocsp-callback", ocsp_callback),
	B("decline-ocsp-callback", decline_ocsp),
	B("fail-ocsp-callback", fail_ocsp),
	B("expect-session-id", exp_sid),
	B("expect-no-session-id", exp_nosid),
	S("psk", psk),
	S("psk-identity", psk_id),
	S("srtp-profiles", srtp),
	S("cipher", cipher),
	S("expect-peer-cert-file", exp_peer_cert),
	I("mtu", mtu),
	I("read-size", read_size),
	I("expect-cipher", exp_cipher),
	I("expect-curve-id", exp_curve),
	I("expect-peer-signature-algorithm", exp_peersig),
	I("expect-total-renegotiations", exp_reneg),
	I("resumption-delay", resumption_delay),
	I("initial-timeout-duration-ms", init_timeout),
	I("max-send-fragment", max_frag),
	/* The API does not say why early data was refused, nor what it thinks of a ticket's age. */
	S("expect-early-data-reason", unsaid),
	S("expect-ticket-age-skew", unsaid),
};

/* Flags that need nothing with GnuTLS, or whose effect it always has. */
static const char *ignored[] = {
	"implicit-handshake",		"expect-verify-result", "expect-ticket-supports-early-data",
	"use-old-client-cert-callback", "allow-hint-mismatch",	"set-ocsp-in-callback",
	"enforce-rsa-key-usage",	NULL
};

static gnutls_datum_t base64(const char *s)
{
	gnutls_datum_t in = { (void *)s, strlen(s) }, out = { 0 };
	if (gnutls_base64_decode2(&in, &out) < 0)
		die(UNIMPLEMENTED, "base64");
	return out;
}

static void set_flag(cfg_t *c, size_t i, const char *v)
{
	char *p = (char *)c + flags[i].offset;
	if (flags[i].kind == FLAG)
		*(bool *)p = true;
	else if (flags[i].kind == NUMBER)
		*(int *)p = atoi(v);
	else
		*(const char **)p = v;
}

static void parse(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		const char *a = argv[i];
		cfg_t *t[3] = { &initial, &resumption, &retry };
		int nt = 3;
		if (*a++ != '-')
			die(UNIMPLEMENTED, "arg %s", argv[i]);
		if (!strncmp(a, "on-initial-", 11)) {
			a += 11;
			nt = 1;
		} else if (!strncmp(a, "on-resume-", 10)) {
			a += 10;
			t[0] = &resumption;
			nt = 1;
		} else if (!strncmp(a, "on-retry-", 9)) {
			a += 9;
			t[0] = &retry;
			nt = 1;
		}
		size_t k;
		bool done = false;
		for (int j = 0; ignored[j]; j++)
			if (!strcmp(a, ignored[j]))
				done = true;
		if (done)
			continue;
		for (k = 0; k < sizeof flags / sizeof *flags; k++)
			if (!strcmp(a, flags[k].name)) {
				const char *v = flags[k].kind != FLAG ? argv[++i] : NULL;
				for (int j = 0; j < nt; j++)
					set_flag(t[j], k, v);
				done = true;
				break;
			}
		if (done)
			continue;
		if (!strcmp(a, "curves")) {
			int v = atoi(argv[++i]);
			for (int j = 0; j < nt; j++)
				t[j]->curves[t[j]->n_curves++] = v;
		} else if (!strcmp(a, "signing-prefs")) {
			int v = atoi(argv[++i]);
			for (int j = 0; j < nt; j++)
				t[j]->sign[t[j]->n_sign++] = v;
		} else if (!strcmp(a, "verify-prefs")) {
			int v = atoi(argv[++i]);
			for (int j = 0; j < nt; j++)
				t[j]->verify[t[j]->n_verify++] = v;
		} else if (!strcmp(a, "ocsp-response")) {
			gnutls_datum_t d = base64(argv[++i]);
			for (int j = 0; j < nt; j++)
				t[j]->ocsp = d;
		} else if (!strcmp(a, "expect-ocsp-response")) {
			gnutls_datum_t d = base64(argv[++i]);
			for (int j = 0; j < nt; j++)
				t[j]->exp_ocsp = d;
		} else if (!strcmp(a, "is-handshaker-supported")) {
			puts("No");
			exit(0);
		} else
			die(UNIMPLEMENTED, "unknown flag -%s", a);
	}
}

/* ---- Code points and their names in GnuTLS ---- */
static const struct {
	int id;
	const char *priority;
	gnutls_group_t g;
} groups[] = { { 23, "GROUP-SECP256R1", GNUTLS_GROUP_SECP256R1 },
	       { 24, "GROUP-SECP384R1", GNUTLS_GROUP_SECP384R1 },
	       { 25, "GROUP-SECP521R1", GNUTLS_GROUP_SECP521R1 },
	       { 29, "GROUP-X25519", GNUTLS_GROUP_X25519 },
	       { 0 } };

static const struct {
	int id;
	const char *priority;
	gnutls_sign_algorithm_t a, b;
} signatures[] = { { 0x0201, "+SIGN-RSA-SHA1", GNUTLS_SIGN_RSA_SHA1, 0 },
		   { 0x0401, "+SIGN-RSA-SHA256", GNUTLS_SIGN_RSA_SHA256, 0 },
		   { 0x0501, "+SIGN-RSA-SHA384", GNUTLS_SIGN_RSA_SHA384, 0 },
		   { 0x0601, "+SIGN-RSA-SHA512", GNUTLS_SIGN_RSA_SHA512, 0 },
		   { 0x0203, "+SIGN-ECDSA-SHA1", GNUTLS_SIGN_ECDSA_SHA1, 0 },
		   { 0x0403, "+SIGN-ECDSA-SHA256:+SIGN-ECDSA-SECP256R1-SHA256", GNUTLS_SIGN_ECDSA_SHA256,
		     GNUTLS_SIGN_ECDSA_SECP256R1_SHA256 },
		   { 0x0503, "+SIGN-ECDSA-SHA384:+SIGN-ECDSA-SECP384R1-SHA384", GNUTLS_SIGN_ECDSA_SHA384,
		     GNUTLS_SIGN_ECDSA_SECP384R1_SHA384 },
		   { 0x0603, "+SIGN-ECDSA-SHA512:+SIGN-ECDSA-SECP521R1-SHA512", GNUTLS_SIGN_ECDSA_SHA512,
		     GNUTLS_SIGN_ECDSA_SECP521R1_SHA512 },
		   { 0x0804, "+SIGN-RSA-PSS-RSAE-SHA256", GNUTLS_SIGN_RSA_PSS_RSAE_SHA256, 0 },
		   { 0x0805, "+SIGN-RSA-PSS-RSAE-SHA384", GNUTLS_SIGN_RSA_PSS_RSAE_SHA384, 0 },
		   { 0x0806, "+SIGN-RSA-PSS-RSAE-SHA512", GNUTLS_SIGN_RSA_PSS_RSAE_SHA512, 0 },
		   { 0x0807, "+SIGN-EDDSA-ED25519", GNUTLS_SIGN_EDDSA_ED25519, 0 },
		   { 0 } };

/* 0 is TLS 1.0, 3 is TLS 1.3; negative for none. */
static int version_index(const cfg_t *c, int wire)
{
	if (wire == 0)
		return -1;
	if (c->dtls)
		return wire == 0xfeff ? 1 : wire == 0xfefd ? 2 : wire == 0xfefc ? 3 : -2;
	return wire - 0x301;
}

static const char *priority(const cfg_t *c)
{
	static char p[4096];
	static const char *tls[] = { "VERS-TLS1.0", "VERS-TLS1.1", "VERS-TLS1.2", "VERS-TLS1.3" };
	static const char *dtls[] = { "", "VERS-DTLS1.0", "VERS-DTLS1.2", "" };
	int lo = version_index(c, c->minv), hi = version_index(c, c->maxv);
	if (lo < 0)
		lo = 0;
	if (hi < 0)
		hi = 3;
	strcpy(p, "NORMAL:-VERS-ALL:+3DES-CBC:%VERIFY_ALLOW_SIGN_WITH_SHA1");
	if (hi >= 2 && !(c->no12 && c->no13))
		strcat(p, ":+SHA256:+SHA384");
	for (int v = 3; v >= 0; v--) {
		if (v < lo || v > hi || (v == 3 && c->no13) || (v == 2 && c->no12) || (v == 1 && c->no11) ||
		    (v == 0 && c->no10))
			continue;
		const char *n = c->dtls ? dtls[v] : tls[v];
		if (*n) {
			strcat(p, ":+");
			strcat(p, n);
		}
	}
	strcat(p, ":-GROUP-ALL");
	if (c->n_curves)
		for (int i = 0; i < c->n_curves; i++) {
			int k;
			for (k = 0; groups[k].id && groups[k].id != c->curves[i]; k++)
				;
			if (!groups[k].id)
				die(UNIMPLEMENTED, "curve %d", c->curves[i]);
			strcat(p, ":+");
			strcat(p, groups[k].priority);
		}
	else
		strcat(p, ":+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP384R1");
	const int *l = c->n_sign ? c->sign : c->verify;
	int n = c->n_sign ? c->n_sign : c->n_verify;
	if (c->n_sign && c->n_verify)
		die(UNIMPLEMENTED, "GnuTLS has one list for signing and verifying");
	if (n) {
		strcat(p, ":-SIGN-ALL");
		for (int i = 0; i < n; i++) {
			int k;
			for (k = 0; signatures[k].id && signatures[k].id != l[i]; k++)
				;
			if (!signatures[k].id)
				die(UNIMPLEMENTED, "sigalg %04x", l[i]);
			strcat(p, ":");
			strcat(p, signatures[k].priority);
		}
	}
	if (c->psk)
		strcat(p, ":-KX-ALL:+ECDHE-PSK:+PSK");
	if (c->fallback)
		strcat(p, ":%FALLBACK_SCSV");
	if (c->server_pref)
		strcat(p, ":%SERVER_PRECEDENCE");
	if (c->cipher)
		die(UNIMPLEMENTED, "-cipher");
	return p;
}
