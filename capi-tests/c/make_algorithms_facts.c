/* Makes algorithms_facts.h: what the library that this is linked with, the installed GnuTLS, tells of its algorithms.
 *   make_algorithms_facts > algorithms_facts.h */
#include <stdio.h>
#include <string.h>
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>

/* Beyond the last number of an algorithm. */
#define NUMBERS 1000

/* A row for each number that has a name. */
#define ROWS(name_of, ...) \
	for (int id = 1; id < NUMBERS; id++) { \
		const char *name = name_of(id); \
		if (name && strcmp(name, "Unknown") != 0) { \
			printf("\t{ %d, \"%s\"", id, name); \
			__VA_ARGS__; \
			printf(" },\n"); \
		} \
	}
#define TABLE(members, name) printf("static const struct { " members " } " name "[] = {\n")
#define END() printf("};\n")

/* The digest MD2 has a name here too. */
static const char *mac_name(int id)
{
	return id == GNUTLS_DIG_MD2 ? NULL : gnutls_mac_get_name(id);
}

static void oid(const char *text)
{
	printf(text ? ", \"%s\"" : ", NULL", text);
}

static void suites(void)
{
	unsigned char id[2];
	gnutls_kx_algorithm_t kx;
	gnutls_cipher_algorithm_t cipher;
	gnutls_mac_algorithm_t mac;
	gnutls_protocol_t version;
	const char *name;

	for (size_t i = 0; (name = gnutls_cipher_suite_info(i, id, &kx, &cipher, &mac, &version)) != NULL; i++)
		printf("\t{ \"%s\", 0x%02x%02x, %d, %d, %d, %d },\n", name, id[0], id[1], kx, cipher, mac, version);
}

static void levels(void)
{
	for (int p = 1; p < 100; p++) {
		const char *name = gnutls_sec_param_get_name(p);
		if (strcmp(name, "Unknown") != 0)
			printf("\t{ %d, \"%s\", %u, %u, %u, %u },\n", p, name, gnutls_sec_param_to_pk_bits(GNUTLS_PK_RSA, p),
			       gnutls_sec_param_to_pk_bits(GNUTLS_PK_DSA, p), gnutls_sec_param_to_pk_bits(GNUTLS_PK_ECDSA, p),
			       gnutls_sec_param_to_symmetric_bits(p));
	}
}

int main(void)
{
	printf("/* Facts of GnuTLS %s: number, name and properties of each algorithm. Made by make_algorithms_facts: do not edit. */\n",
	       gnutls_check_version(NULL));
	TABLE("int id; const char *name; int key, block, iv, tag;", "ciphers");
	ROWS(gnutls_cipher_get_name, printf(", %zu, %u, %u, %u", gnutls_cipher_get_key_size(id), gnutls_cipher_get_block_size(id),
					    gnutls_cipher_get_iv_size(id), gnutls_cipher_get_tag_size(id)));
	END();
	TABLE("int id; const char *name; int key, nonce;", "macs");
	ROWS(mac_name, printf(", %zu, %zu", gnutls_mac_get_key_size(id), gnutls_mac_get_nonce_size(id)));
	END();
	TABLE("int id; const char *name, *oid;", "digests");
	ROWS(gnutls_digest_get_name, oid(gnutls_digest_get_oid(id)));
	END();
	TABLE("int id; const char *name;", "kxs");
	ROWS(gnutls_kx_get_name);
	printf("}, groups[] = {\n");
	ROWS(gnutls_group_get_name);
	printf("}, versions[] = {\n");
	ROWS(gnutls_protocol_get_name);
	END();
	TABLE("int id; const char *name, *oid;", "pks");
	ROWS(gnutls_pk_get_name, oid(gnutls_pk_get_oid(id)));
	END();
	TABLE("int id; const char *name, *oid; int hash, pk, secure, for_certs;", "signs");
	ROWS(gnutls_sign_get_name, oid(gnutls_sign_get_oid(id));
	     printf(", %d, %d, %d, %d", gnutls_sign_get_hash_algorithm(id), gnutls_sign_get_pk_algorithm(id), gnutls_sign_is_secure(id),
		    gnutls_sign_is_secure2(id, GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS)));
	END();
	TABLE("int id; const char *name, *oid; int size;", "curves");
	ROWS(gnutls_ecc_curve_get_name, oid(gnutls_ecc_curve_get_oid(id)); printf(", %d", gnutls_ecc_curve_get_size(id)));
	END();
	TABLE("const char *name; int id, kx, cipher, mac, version;", "suites");
	suites();
	END();
	TABLE("int param; const char *name; unsigned rsa, dsa, ec, symmetric;", "levels");
	levels();
	END();
	return 0;
}
