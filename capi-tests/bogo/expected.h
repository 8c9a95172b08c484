/* Of shim.c: what the runner expects of a handshake. */
static int signature_id(gnutls_sign_algorithm_t a)
{
	for (int k = 0; signatures[k].id; k++)
		if (a && (signatures[k].a == a || signatures[k].b == a))
			return signatures[k].id;
	return 0;
}

static int suite_id(gnutls_session_t s)
{
	const char *n = gnutls_ciphersuite_get(s), *m;
	unsigned char id[2];
	for (size_t i = 0; n && (m = gnutls_cipher_suite_info(i, id, NULL, NULL, NULL, NULL)); i++)
		if (!strcmp(m, n))
			return id[0] << 8 | id[1];
	return 0;
}

/* Returns NULL, or a description of what is not as expected. */
static const char *check(gnutls_session_t s, const cfg_t *c, bool resume)
{
	static char e[256];
	unsigned n = 0, t;
	if (!!gnutls_session_is_resumed(s) != (resume && !c->exp_miss)) {
		snprintf(e, sizeof e, "resumed=%d", gnutls_session_is_resumed(s));
		return e;
	}
	if (c->expv) {
		static const struct {
			int w, g;
		} V[] = { { 0x301, GNUTLS_TLS1_0 },
			  { 0x302, GNUTLS_TLS1_1 },
			  { 0x303, GNUTLS_TLS1_2 },
			  { 0x304, GNUTLS_TLS1_3 },
			  { 0xfeff, GNUTLS_DTLS1_0 },
			  { 0xfefd, GNUTLS_DTLS1_2 },
			  { 0 } };
		int ok = 0;
		for (int i = 0; V[i].w; i++)
			if (V[i].w == c->expv && V[i].g == (int)gnutls_protocol_get_version(s))
				ok = 1;
		if (!ok)
			return "version mismatch";
	}
	if (c->exp_sni) {
		char b[300];
		size_t l = sizeof b;
		if (gnutls_server_name_get(s, b, &l, &t, 0) < 0 || strncmp(b, c->exp_sni, l) ||
		    strlen(c->exp_sni) != strnlen(b, l))
			return "servername mismatch";
	}
	if (c->exp_alpn) {
		gnutls_datum_t d = { 0 };
		int r = gnutls_alpn_get_selected_protocol(s, &d);
		if (r < 0)
			d.size = 0;
		if (d.size != strlen(c->exp_alpn) || (d.size && memcmp(d.data, c->exp_alpn, d.size)))
			return "alpn mismatch";
	}
	if (c->exp_ems && !(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_EXT_MASTER_SECRET))
		return "no EMS";
	if (c->exp_secreneg && !(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_SAFE_RENEGOTIATION))
		return "no secure reneg";
	if (c->exp_nosecreneg && (gnutls_session_get_flags(s) & GNUTLS_SFLAGS_SAFE_RENEGOTIATION))
		return "secure reneg";
	if ((c->exp_hrr && !saw_hrr) || (c->exp_nohrr && saw_hrr))
		return "hrr mismatch";
	if (c->exp_cipher && suite_id(s) != c->exp_cipher) {
		snprintf(e, sizeof e, "cipher %04x wanted %04x", suite_id(s), c->exp_cipher);
		return e;
	}
	if (c->exp_curve) {
		int ok = 0;
		for (int k = 0; groups[k].id; k++)
			if (groups[k].id == c->exp_curve && groups[k].g == gnutls_group_get(s))
				ok = 1;
		if (!ok) {
			snprintf(e, sizeof e, "curve %d", gnutls_group_get(s));
			return e;
		}
	}
	if (c->exp_peersig) {
		int g = signature_id(c->server ? gnutls_sign_algorithm_get_client(s) : gnutls_sign_algorithm_get(s));
		if (g != c->exp_peersig) {
			snprintf(e, sizeof e, "peer sig %04x wanted %04x", g, c->exp_peersig);
			return e;
		}
	}
	if (c->exp_ocsp.size) {
		gnutls_datum_t d = { 0 };
		if (gnutls_ocsp_status_request_get(s, &d) < 0 || d.size != c->exp_ocsp.size ||
		    memcmp(d.data, c->exp_ocsp.data, d.size))
			return "ocsp mismatch";
	}
	if (!c->psk && (!c->server || c->require_cert) && !gnutls_certificate_get_peers(s, &n))
		return "no peer certificate";
	if (c->exp_peer_cert) {
		gnutls_datum_t f;
		gnutls_x509_crt_t *l;
		unsigned nl;
		const gnutls_datum_t *p = gnutls_certificate_get_peers(s, &n);
		gnutls_datum_t d;
		if (!p || gnutls_load_file(c->exp_peer_cert, &f) < 0 ||
		    gnutls_x509_crt_list_import2(&l, &nl, &f, GNUTLS_X509_FMT_PEM, 0) < 0)
			return "peer cert file";
		if (n != nl)
			return "peer chain length";
		for (unsigned i = 0; i < n; i++)
			if (gnutls_x509_crt_export2(l[i], GNUTLS_X509_FMT_DER, &d) < 0 || d.size != p[i].size ||
			    memcmp(d.data, p[i].data, d.size))
				return "peer chain mismatch";
	}
	if (c->exp_accept_early && !(gnutls_session_get_flags(s) & GNUTLS_SFLAGS_EARLY_DATA))
		return "early data not accepted";
	if (c->exp_reject_early && (gnutls_session_get_flags(s) & GNUTLS_SFLAGS_EARLY_DATA))
		return "early data accepted";
	return NULL;
}
