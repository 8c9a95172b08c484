/* Of traces.c: kinds of handshakes, and what each side has for them. Of a trace without them all is as they are by default. */

enum { V12 = 1, V13 = 2, TICKETS = 4, DATABASE = 8, RESUMED = 16, EARLY_DATA = 32, RAW = 64, RSA = 128, STATUS = 256, SHARED_KEY = 512,
	ANONYMOUS = 1024, ONE_SHARE = 2048 };

struct kind { const char *name, *client, *server; int with; };

static const struct kind kinds[] = {
	{ "certificate", "", "", V12 | V13 },
	{ "retry", ":-GROUP-ALL:+GROUP-X25519:+GROUP-SECP256R1", ":-GROUP-ALL:+GROUP-SECP256R1", V13 | ONE_SHARE },
	{ "tickets", "", "", V12 | V13 | TICKETS },
	{ "resumed", "", "", V12 | V13 | TICKETS | RESUMED },
	{ "resumed-id", "", "", V12 | DATABASE | RESUMED },
	{ "early-data", "", "", V13 | TICKETS | RESUMED | EARLY_DATA },
	{ "dhe", ":-GROUP-ALL:+GROUP-FFDHE2048", ":-GROUP-ALL:+GROUP-FFDHE2048", V13 },
	{ "dhe", ":-KX-ALL:+DHE-RSA:-GROUP-ALL:+GROUP-FFDHE2048", ":-KX-ALL:+DHE-RSA:-GROUP-ALL:+GROUP-FFDHE2048", V12 | RSA },
	{ "raw", ":+CTYPE-ALL", ":+CTYPE-ALL", V12 | V13 | RAW },
	{ "status", "", "", V12 | V13 | STATUS },
	{ "psk", ":-KX-ALL:+ECDHE-PSK:+PSK", ":-KX-ALL:+ECDHE-PSK:+PSK", V12 | V13 | SHARED_KEY },
	{ "anonymous", ":-KX-ALL:+ANON-ECDH", ":-KX-ALL:+ANON-ECDH", V12 | ANONYMOUS },
};

static const struct kind *kind = kinds;
static const char early_text[] = "early data of the client";
static gnutls_certificate_credentials_t rsa_cred, raw_ccred, raw_scred, status_cred;
static gnutls_psk_client_credentials_t client_psk;
static gnutls_psk_server_credentials_t server_psk;
static gnutls_anon_client_credentials_t client_anon;
static gnutls_anon_server_credentials_t server_anon;
static gnutls_anti_replay_t anti_replay;
static gnutls_datum_t ticket_key, stored, session;

static gnutls_datum_t copy_of(const void *p, unsigned n)
{
	gnutls_datum_t d = { gnutls_malloc(n + 1), n };
	if (!d.data)
		abort();
	memcpy(d.data, p, n);
	return d;
}

static int store(void *p, gnutls_datum_t key, gnutls_datum_t data)
{
	(void)p, (void)key;
	gnutls_free(stored.data);
	stored = copy_of(data.data, data.size);
	return 0;
}

static gnutls_datum_t retrieve(void *p, gnutls_datum_t key)
{
	gnutls_datum_t none = { NULL, 0 };
	(void)p, (void)key;
	return stored.data ? copy_of(stored.data, stored.size) : none;
}

static int forget(void *p, gnutls_datum_t key)
{
	(void)p, (void)key;
	return 0;
}

static int no_replay(void *p, time_t end, const gnutls_datum_t *id, const gnutls_datum_t *data)
{
	(void)p, (void)end, (void)id, (void)data;
	return 0;
}

static int status_of(gnutls_session_t s, void *p, gnutls_datum_t *response)
{
	(void)s, (void)p;
	*response = copy_of("response", 8);
	return 0;
}

static int psk_of(gnutls_session_t s, const char *name, gnutls_datum_t *key)
{
	(void)s, (void)name;
	*key = copy_of("0123456789abcdef", 16);
	return 0;
}

static gnutls_certificate_credentials_t raw_credentials(const char *key)
{
	gnutls_certificate_credentials_t cred = credentials(NULL, NULL);
	gnutls_datum_t private = text(key), public;
	gnutls_privkey_t k;
	gnutls_pubkey_t p;
	if (gnutls_privkey_init(&k) < 0 || gnutls_privkey_import_x509_raw(k, &private, GNUTLS_X509_FMT_PEM, NULL, 0) < 0 ||
	    gnutls_pubkey_init(&p) < 0 || gnutls_pubkey_import_privkey(p, k, 0, 0) < 0 ||
	    gnutls_pubkey_export2(p, GNUTLS_X509_FMT_PEM, &public) < 0 ||
	    gnutls_certificate_set_rawpk_key_mem(cred, &public, &private, GNUTLS_X509_FMT_PEM, NULL, 0, NULL, 0, 0) < 0)
		abort();
	gnutls_free(public.data);
	gnutls_pubkey_deinit(p);
	gnutls_privkey_deinit(k);
	return cred;
}

static void make_kinds(void)
{
	const gnutls_datum_t key = { (void *)"0123456789abcdef", 16 };
	rsa_cred = credentials(leaf_pem, leaf_key_pem);
	raw_ccred = raw_credentials(client_key_pem);
	raw_scred = raw_credentials(server_key_pem);
	status_cred = credentials(server_pem, server_key_pem);
	gnutls_certificate_set_ocsp_status_request_function(status_cred, status_of, NULL);
	if (gnutls_psk_allocate_client_credentials(&client_psk) < 0 || gnutls_psk_allocate_server_credentials(&server_psk) < 0 ||
	    gnutls_psk_set_client_credentials(client_psk, "user", &key, GNUTLS_PSK_KEY_RAW) < 0 ||
	    gnutls_anon_allocate_client_credentials(&client_anon) < 0 || gnutls_anon_allocate_server_credentials(&server_anon) < 0 ||
	    gnutls_session_ticket_key_generate(&ticket_key) < 0 || gnutls_anti_replay_init(&anti_replay) < 0)
		abort();
	gnutls_psk_set_server_credentials_function(server_psk, psk_of);
	gnutls_anti_replay_set_add_function(anti_replay, no_replay);
	/* Tickets as old as it are refused. */
	usleep(10000);
}

static void free_kinds(void)
{
	gnutls_certificate_free_credentials(rsa_cred);
	gnutls_certificate_free_credentials(raw_ccred);
	gnutls_certificate_free_credentials(raw_scred);
	gnutls_certificate_free_credentials(status_cred);
	gnutls_psk_free_client_credentials(client_psk);
	gnutls_psk_free_server_credentials(server_psk);
	gnutls_anon_free_client_credentials(client_anon);
	gnutls_anon_free_server_credentials(server_anon);
	gnutls_anti_replay_deinit(anti_replay);
	gnutls_free(ticket_key.data);
	gnutls_free(stored.data);
}

/* What a side of the kind has beside the rest. */
static void prepare_kind(struct side *e)
{
	int mine = e == &client, with = kind->with;
	if (with & SHARED_KEY)
		gnutls_credentials_set(e->s, GNUTLS_CRD_PSK, mine ? (void *)client_psk : (void *)server_psk);
	if (with & ANONYMOUS)
		gnutls_credentials_set(e->s, GNUTLS_CRD_ANON, mine ? (void *)client_anon : (void *)server_anon);
	if (mine && with & STATUS && gnutls_ocsp_status_request_enable_client(e->s, NULL, 0, NULL) < 0)
		abort();
	if (!mine && with & TICKETS && gnutls_session_ticket_enable_server(e->s, &ticket_key) < 0)
		abort();
	if (!mine && with & EARLY_DATA)
		gnutls_anti_replay_enable(e->s, anti_replay);
	if (!mine && with & DATABASE) {
		gnutls_db_set_store_function(e->s, store);
		gnutls_db_set_retrieve_function(e->s, retrieve);
		gnutls_db_set_remove_function(e->s, forget);
	}
	if (mine && session.data) {
		tell(e, "set_data", gnutls_session_set_data(e->s, session.data, session.size));
		if (with & EARLY_DATA)
			tell(e, "send_early", gnutls_record_send_early_data(e->s, early_text, sizeof early_text));
	}
}

/* The early data, which a server asks for when the handshake is complete. */
static void receive_early(struct side *e)
{
	unsigned char got[64];
	ssize_t n;
	size_t all = 0;
	if (e == &client || !(kind->with & EARLY_DATA))
		return;
	while ((n = gnutls_record_recv_early_data(e->s, got + all, sizeof got - all)) > 0)
		all += n;
	tell(e, "recv_early", all);
	if (all && (all != sizeof early_text || memcmp(got, early_text, all)))
		finding("server: early data that was not sent");
}
