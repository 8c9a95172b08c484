/* Objects that the manual lets threads share for reading: certificates, revocation lists, keys, trust lists, priorities,
 * credentials. Each function of the table is called on the same objects by several threads at once, some of them as the
 * object's first use, and must answer what it answers alone.
 *   threads [ROUNDS [warm]]
 * With `warm` each is called before the threads start: `make helgrind` runs it so, for valgrind does not know that an
 * atomic flag orders what is written once before what reads it. */
#include <pthread.h>
#include <stdlib.h>
#include "sessions.h"

#define THREADS 6

static struct {
	gnutls_x509_crt_t root, inter, leaf;
	gnutls_x509_crl_t crl;
	gnutls_x509_trust_list_t list;
	gnutls_x509_privkey_t x509_key;
	gnutls_privkey_t key, ed_key;
	gnutls_pubkey_t pub, ed_pub;
	gnutls_priority_t priority;
	gnutls_certificate_credentials_t server, client;
	gnutls_datum_t signature, ed_signature, data;
} o;

static long sum(const void *data, size_t size)
{
	const unsigned char *p = data;
	unsigned long h = 5381;
	for (size_t i = 0; i < size; i++)
		h = h * 33 + p[i];
	return h & 0x7fffffff;
}

static long taken(int code, gnutls_datum_t *d)
{
	long answer = code < 0 ? code : sum(d->data, d->size);
	if (code >= 0)
		gnutls_free(d->data);
	return answer;
}

static long lent(gnutls_x509_crt_t c)
{
	gnutls_datum_t d;
	return taken(gnutls_x509_crt_export2(c, GNUTLS_X509_FMT_DER, &d), &d);
}

static long given(int code, gnutls_x509_crt_t c)
{
	if (code < 0)
		return code;
	long answer = lent(c);
	gnutls_x509_crt_deinit(c);
	return answer;
}

/* The result of one call as a number. It must be greater than zero if the call succeeds, so that a failure is not
 * mistaken for a result. */
#define DATUM(name, call) static long name(void) { gnutls_datum_t d = { NULL, 0 }; return taken(call, &d); }
#define NUMBER(name, call) static long name(void) { return call; }

/* certificates */
DATUM(crt_dn, gnutls_x509_crt_get_dn2(o.leaf, &d))
DATUM(crt_dn3, gnutls_x509_crt_get_dn3(o.inter, &d, 0))
DATUM(crt_raw_dn, gnutls_x509_crt_get_raw_dn(o.leaf, &d))
DATUM(crt_print, gnutls_x509_crt_print(o.leaf, GNUTLS_CRT_PRINT_FULL, &d))
DATUM(crt_oneline, gnutls_x509_crt_print(o.root, GNUTLS_CRT_PRINT_ONELINE, &d))
DATUM(crt_export, gnutls_x509_crt_export2(o.leaf, GNUTLS_X509_FMT_PEM, &d))
DATUM(crt_extension, gnutls_x509_crt_get_extension_data2(o.leaf, 0, &d))
NUMBER(crt_version, gnutls_x509_crt_get_version(o.leaf))
NUMBER(crt_host, gnutls_x509_crt_check_hostname(o.leaf, "www.example.com"))
NUMBER(crt_issuer, gnutls_x509_crt_check_issuer(o.leaf, o.inter))
NUMBER(crt_equals, gnutls_x509_crt_equals(o.leaf, o.leaf))
NUMBER(crt_pk, gnutls_x509_crt_get_pk_algorithm(o.inter, NULL))
NUMBER(crt_revocation, 1 + gnutls_x509_crt_check_revocation(o.leaf, &o.crl, 1))

static long crt_subject(void)
{
	gnutls_x509_dn_t dn;
	gnutls_datum_t d;
	int code = gnutls_x509_crt_get_subject(o.leaf, &dn);
	return code < 0 ? code : taken(gnutls_x509_dn_get_str(dn, &d), &d);
}

static long crt_key_id(void)
{
	unsigned char id[20];
	size_t size = sizeof(id);
	int code = gnutls_x509_crt_get_key_id(o.leaf, 0, id, &size);
	return code < 0 ? code : sum(id, size);
}

static long crt_names(void)
{
	char name[64];
	size_t size = sizeof(name);
	int code = gnutls_x509_crt_get_subject_alt_name(o.leaf, 0, name, &size, NULL);
	return code < 0 ? code : sum(name, size);
}

static long crt_usage(void)
{
	unsigned usage = 0;
	int code = gnutls_x509_crt_get_key_usage(o.inter, &usage, NULL);
	return code < 0 ? code : (long)usage;
}

static long crt_verify(void)
{
	unsigned status = 0;
	int code = gnutls_x509_crt_verify(o.inter, &o.root, 1, 0, &status);
	return code < 0 ? code : 1 + (long)status;
}

/* revocation lists */
DATUM(crl_print, gnutls_x509_crl_print(o.crl, GNUTLS_CRT_PRINT_FULL, &d))
DATUM(crl_export, gnutls_x509_crl_export2(o.crl, GNUTLS_X509_FMT_DER, &d))
NUMBER(crl_count, gnutls_x509_crl_get_crt_count(o.crl))

static long crl_serial(void)
{
	unsigned char serial[32];
	size_t size = sizeof(serial);
	int code = gnutls_x509_crl_get_crt_serial(o.crl, 0, serial, &size, NULL);
	return code < 0 ? code : sum(serial, size);
}

static long crl_walk(void)
{
	gnutls_x509_crl_iter_t iter = NULL;
	unsigned char serial[32];
	long total = 1;
	for (size_t size = sizeof(serial); !gnutls_x509_crl_iter_crt_serial(o.crl, &iter, serial, &size, NULL); size = sizeof(serial))
		total += sum(serial, size);
	gnutls_x509_crl_iter_deinit(iter);
	return total;
}

/* trust lists */
static long list_issuer(void)
{
	gnutls_x509_crt_t c = NULL;
	int code = gnutls_x509_trust_list_get_issuer(o.list, o.inter, &c, 0);
	return code < 0 ? code : lent(c);
}

static long list_issuer_copy(void)
{
	gnutls_x509_crt_t c = NULL;
	int code = gnutls_x509_trust_list_get_issuer(o.list, o.inter, &c, GNUTLS_TL_GET_COPY);
	return given(code, c);
}

static long list_by_dn(void)
{
	gnutls_datum_t dn = { NULL, 0 };
	gnutls_x509_crt_t c = NULL;
	int code = gnutls_x509_crt_get_raw_issuer_dn(o.inter, &dn);
	if (!code)
		code = gnutls_x509_trust_list_get_issuer_by_dn(o.list, &dn, &c, 0);
	gnutls_free(dn.data);
	return given(code, c);
}

static long list_walk(void)
{
	gnutls_x509_trust_list_iter_t iter = NULL;
	gnutls_x509_crt_t c;
	long total = 1;
	while (!gnutls_x509_trust_list_iter_get_ca(o.list, &iter, &c))
		total += given(0, c);
	return total;
}

static long list_verify(void)
{
	gnutls_x509_crt_t chain[] = { o.leaf, o.inter };
	gnutls_typed_vdata_st data = { GNUTLS_DT_DNS_HOSTNAME, (void *)"www.example.com", 0 };
	unsigned status = 0;
	int code = gnutls_x509_trust_list_verify_crt2(o.list, chain, 2, &data, 1, 0, &status, NULL);
	return code < 0 ? code : 1 + (long)status;
}

/* keys */
DATUM(key_export, gnutls_x509_privkey_export2(o.x509_key, GNUTLS_X509_FMT_PEM, &d))
DATUM(key_pkcs8, gnutls_x509_privkey_export2_pkcs8(o.x509_key, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN, &d))
NUMBER(key_level, gnutls_x509_privkey_sec_param(o.x509_key))
NUMBER(key_kind, gnutls_privkey_get_pk_algorithm(o.key, NULL))
DATUM(key_sign, gnutls_privkey_sign_data2(o.key, GNUTLS_SIGN_RSA_SHA256, 0, &o.data, &d))
DATUM(key_sign_ed, gnutls_privkey_sign_data2(o.ed_key, GNUTLS_SIGN_EDDSA_ED25519, 0, &o.data, &d))
DATUM(pub_export, gnutls_pubkey_export2(o.pub, GNUTLS_X509_FMT_DER, &d))
DATUM(pub_print, gnutls_pubkey_print(o.pub, GNUTLS_CRT_PRINT_FULL, &d))
NUMBER(pub_verify, 1 + gnutls_pubkey_verify_data2(o.pub, GNUTLS_SIGN_RSA_SHA256, 0, &o.data, &o.signature))
NUMBER(pub_verify_ed, 1 + gnutls_pubkey_verify_data2(o.ed_pub, GNUTLS_SIGN_EDDSA_ED25519, 0, &o.data, &o.ed_signature))

static long key_decrypt(void)
{
	gnutls_datum_t secret = { NULL, 0 }, plain = { NULL, 0 };
	int code = gnutls_pubkey_encrypt_data(o.pub, 0, &o.data, &secret);
	if (!code)
		code = gnutls_privkey_decrypt_data(o.key, 0, &secret, &plain);
	gnutls_free(secret.data);
	return taken(code, &plain);
}

/* priorities */
static long priority_lists(void)
{
	const unsigned *list;
	long total = gnutls_priority_cipher_list(o.priority, &list);
	total += gnutls_priority_kx_list(o.priority, &list) + gnutls_priority_mac_list(o.priority, &list);
	total += gnutls_priority_sign_list(o.priority, &list) + gnutls_priority_group_list(o.priority, &list);
	return total + gnutls_priority_protocol_list(o.priority, &list);
}

/* credentials */
NUMBER(cred_flags, 1 + gnutls_certificate_get_verify_flags(o.client))

static long cred_issuer(void)
{
	gnutls_x509_crt_t c = NULL;
	int code = gnutls_certificate_get_issuer(o.client, o.inter, &c, 0);
	return code < 0 ? code : lent(c);
}

static long cred_chain(void)
{
	gnutls_x509_crt_t *chain;
	unsigned size;
	int code = gnutls_certificate_get_x509_crt(o.server, 0, &chain, &size);
	if (code < 0)
		return code;
	long total = 1;
	for (unsigned i = 0; i < size; i++)
		total += given(0, chain[i]);
	gnutls_free(chain);
	return total;
}

static long cred_raw(void)
{
	gnutls_datum_t d;
	int code = gnutls_certificate_get_crt_raw(o.server, 0, 0, &d);
	return code < 0 ? code : sum(d.data, d.size);
}

static long cred_list(void)
{
	gnutls_x509_trust_list_t list;
	gnutls_x509_crt_t c = NULL;
	gnutls_certificate_get_trust_list(o.client, &list);
	int code = gnutls_x509_trust_list_get_issuer(list, o.inter, &c, GNUTLS_TL_GET_COPY);
	return given(code, c);
}

static long handshake(void)
{
	struct pair p = { 0 };
	int c, s;
	unsigned status = 0;
	end_init(&p.client, &p.server, GNUTLS_CLIENT, TLS13, o.client);
	end_init(&p.server, &p.client, GNUTLS_SERVER, TLS13, o.server);
	gnutls_priority_set(p.client.s, o.priority);
	gnutls_priority_set(p.server.s, o.priority);
	gnutls_server_name_set(p.client.s, GNUTLS_NAME_DNS, "www.example.com", 15);
	pair_handshake(&p, &c, &s);
	long answer = c ? c : s ? s : gnutls_certificate_verify_peers3(p.client.s, "www.example.com", &status);
	pair_free(&p);
	return answer < 0 ? answer : 1 + (long)status;
}

static const struct row {
	const char *name;
	long (*call)(void);
} table[] = {
#define ROW(f) { #f, f }
	ROW(crt_dn), ROW(crt_dn3), ROW(crt_raw_dn), ROW(crt_print), ROW(crt_oneline), ROW(crt_export), ROW(crt_extension),
	ROW(crt_version), ROW(crt_host), ROW(crt_issuer), ROW(crt_equals), ROW(crt_pk), ROW(crt_revocation), ROW(crt_subject),
	ROW(crt_key_id), ROW(crt_names), ROW(crt_usage), ROW(crt_verify), ROW(crl_print), ROW(crl_export), ROW(crl_count),
	ROW(crl_serial), ROW(crl_walk), ROW(list_issuer), ROW(list_issuer_copy), ROW(list_by_dn), ROW(list_walk), ROW(list_verify),
	ROW(key_export), ROW(key_pkcs8), ROW(key_level), ROW(key_kind), ROW(key_sign), ROW(key_sign_ed), ROW(key_decrypt),
	ROW(pub_export), ROW(pub_print), ROW(pub_verify), ROW(pub_verify_ed), ROW(priority_lists), ROW(cred_flags),
	ROW(cred_issuer), ROW(cred_chain), ROW(cred_raw), ROW(cred_list), ROW(handshake),
};
#define ROWS (sizeof(table) / sizeof(table[0]))

static void make_objects(void)
{
	gnutls_datum_t root = text(root_pem), crl = text(crl_pem), key = text(leaf_key_pem), ed = text(ed_key_pem), leaf = text(leaf_pem);
	gnutls_datum_t inter = text(inter_pem), ed_cert = text(ed_cert_pem);
	static char chain[sizeof(leaf_pem) + sizeof(inter_pem)];
	strcat(strcpy(chain, leaf_pem), inter_pem);
	gnutls_datum_t both = text(chain);
	memset(&o, 0, sizeof(o));
	o.data = text("some data");
	gnutls_x509_crt_init(&o.root), gnutls_x509_crt_init(&o.inter), gnutls_x509_crt_init(&o.leaf);
	CHECK_IS(gnutls_x509_crt_import(o.root, &root, GNUTLS_X509_FMT_PEM), 0);
	CHECK_IS(gnutls_x509_crt_import(o.inter, &inter, GNUTLS_X509_FMT_PEM), 0);
	CHECK_IS(gnutls_x509_crt_import(o.leaf, &leaf, GNUTLS_X509_FMT_PEM), 0);
	gnutls_x509_crl_init(&o.crl);
	CHECK_IS(gnutls_x509_crl_import(o.crl, &crl, GNUTLS_X509_FMT_PEM), 0);
	gnutls_x509_trust_list_init(&o.list, 0);
	CHECK_IS(gnutls_x509_trust_list_add_trust_mem(o.list, &root, &crl, GNUTLS_X509_FMT_PEM, 0, 0), 2);
	gnutls_x509_privkey_init(&o.x509_key);
	CHECK_IS(gnutls_x509_privkey_import(o.x509_key, &key, GNUTLS_X509_FMT_PEM), 0);
	gnutls_privkey_init(&o.key), gnutls_privkey_init(&o.ed_key);
	CHECK_IS(gnutls_privkey_import_x509_raw(o.key, &key, GNUTLS_X509_FMT_PEM, NULL, 0), 0);
	CHECK_IS(gnutls_privkey_import_x509_raw(o.ed_key, &ed, GNUTLS_X509_FMT_PEM, NULL, 0), 0);
	gnutls_pubkey_init(&o.pub), gnutls_pubkey_init(&o.ed_pub);
	CHECK_IS(gnutls_pubkey_import_x509_raw(o.pub, &leaf, GNUTLS_X509_FMT_PEM, 0), 0);
	CHECK_IS(gnutls_pubkey_import_x509_raw(o.ed_pub, &ed_cert, GNUTLS_X509_FMT_PEM, 0), 0);
	CHECK_IS(gnutls_priority_init(&o.priority, "NORMAL", NULL), 0);
	o.client = credentials(NULL, NULL);
	o.server = credentials(NULL, NULL);
	CHECK_IS(gnutls_certificate_set_x509_key_mem(o.server, &both, &key, GNUTLS_X509_FMT_PEM), 0);
}

static void sign(void)
{
	CHECK_IS(gnutls_privkey_sign_data2(o.key, GNUTLS_SIGN_RSA_SHA256, 0, &o.data, &o.signature), 0);
	CHECK_IS(gnutls_privkey_sign_data2(o.ed_key, GNUTLS_SIGN_EDDSA_ED25519, 0, &o.data, &o.ed_signature), 0);
}

static void free_objects(void)
{
	gnutls_x509_crt_deinit(o.root), gnutls_x509_crt_deinit(o.inter), gnutls_x509_crt_deinit(o.leaf);
	gnutls_x509_crl_deinit(o.crl);
	gnutls_x509_trust_list_deinit(o.list, 1);
	gnutls_x509_privkey_deinit(o.x509_key);
	gnutls_privkey_deinit(o.key), gnutls_privkey_deinit(o.ed_key);
	gnutls_pubkey_deinit(o.pub), gnutls_pubkey_deinit(o.ed_pub);
	gnutls_priority_deinit(o.priority);
	gnutls_certificate_free_credentials(o.server), gnutls_certificate_free_credentials(o.client);
	gnutls_free(o.signature.data), gnutls_free(o.ed_signature.data);
}

static long alone[ROWS];
static pthread_barrier_t together;

static void *thread(void *argument)
{
	long wrong = 0, start = (long)argument;
	pthread_barrier_wait(&together);
	for (unsigned i = 0; i < ROWS; i++) {
		/* Half of the threads begin with the same function, and each of the others with a different one. */
		unsigned at = start % 2 ? (i + start * 7) % ROWS : i;
		wrong += table[at].call() != alone[at];
	}
	return (void *)wrong;
}

int main(int argc, char **argv)
{
	int rounds = argc > 1 ? atoi(argv[1]) : 20;
	gnutls_datum_t signature, ed_signature;
	gnutls_global_init();
	make_objects();
	sign();
	for (unsigned i = 0; i < ROWS; i++) {
		alone[i] = table[i].call();
		if (alone[i] <= 0)
			fprintf(stderr, "%s: %ld\n", table[i].name, alone[i]);
		CHECK(alone[i] > 0);
	}
	signature = o.signature, ed_signature = o.ed_signature;
	memset(&o.signature, 0, sizeof(o.signature)), memset(&o.ed_signature, 0, sizeof(o.ed_signature));
	free_objects();
	pthread_barrier_init(&together, NULL, THREADS);
	for (int round = 0; round < rounds; round++) {
		pthread_t threads[THREADS];
		make_objects();
		o.signature = signature, o.ed_signature = ed_signature;
		for (unsigned i = 0; argc > 2 && i < ROWS; i++)
			CHECK_IS(table[i].call(), alone[i]);
		for (long i = 0; i < THREADS; i++)
			CHECK_IS(pthread_create(&threads[i], NULL, thread, (void *)i), 0);
		for (int i = 0; i < THREADS; i++) {
			void *wrong;
			pthread_join(threads[i], &wrong);
			CHECK_IS((long)wrong, 0);
		}
		memset(&o.signature, 0, sizeof(o.signature)), memset(&o.ed_signature, 0, sizeof(o.ed_signature));
		free_objects();
	}
	pthread_barrier_destroy(&together);
	gnutls_free(signature.data), gnutls_free(ed_signature.data);
	return check_result();
}
