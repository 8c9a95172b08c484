/* Priority strings: each must result in the same lists as in GnuTLS 3.8.13 (priority_cases.h was written by this
 * program with --write and that library; the one with SRP, which Debian's build does not support, with 3.7.9). */
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gnutls/abstract.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "check.h"

#pragma GCC diagnostic ignored "-Wdeprecated-declarations" /* the compression list */

static const struct {
	const char *text;
	const char *lists;
} cases[] = {
#include "priority_cases.h"
};

static char out[4096];

static void say(const char *format, ...)
{
	size_t n = strlen(out);
	va_list args;
	va_start(args, format);
	vsnprintf(out + n, sizeof out - n, format, args);
	va_end(args);
}

static void list(const char *name, int n, const unsigned *numbers)
{
	say("%s:", name);
	for (int i = 0; i < n; i++)
		say(" %u", numbers[i]);
	say(" ");
}

/* The groups but hybrids with ML-KEM, which Debian builds GnuTLS without. */
static void list_groups(int n, const unsigned *groups)
{
	unsigned others[64];
	int m = 0;

	for (int i = 0; i < n && m < 64; i++)
		/* The numbers from 512 on are theirs. */
		if (groups[i] < 512)
			others[m++] = groups[i];
	list("groups", m, others);
}

/* Everything that results from a priority string, as text. */
static const char *describe(const char *text)
{
	gnutls_priority_t p;
	const char *at = NULL;
	const unsigned *l = NULL;
	unsigned index;
	unsigned char id[2];
	int ret, n;

	out[0] = 0;
	ret = gnutls_priority_init(&p, text, &at);
	if (ret < 0) {
		say("error %d at %d", ret, (int)(at - text));
		return out;
	}
	n = gnutls_priority_protocol_list(p, &l), list("versions", n, l);
	n = gnutls_priority_cipher_list(p, &l), list("ciphers", n, l);
	n = gnutls_priority_mac_list(p, &l), list("macs", n, l);
	n = gnutls_priority_kx_list(p, &l), list("kx", n, l);
	n = gnutls_priority_group_list(p, &l), list_groups(n, l);
	n = gnutls_priority_ecc_curve_list(p, &l), list("curves", n, l);
	n = gnutls_priority_sign_list(p, &l), list("signs", n, l);
	n = gnutls_priority_certificate_type_list(p, &l), list("types", n, l);
	n = gnutls_priority_certificate_type_list2(p, &l, GNUTLS_CTYPE_CLIENT), list("client", n, l);
	n = gnutls_priority_certificate_type_list2(p, &l, GNUTLS_CTYPE_SERVER), list("server", n, l);
	n = gnutls_priority_compression_list(p, &l), list("compression", n, l);
	say("suites:");
	for (unsigned i = 0;; i++) {
		ret = gnutls_priority_get_cipher_suite_index(p, i, &index);
		if (ret == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE)
			break;
		if (ret == GNUTLS_E_UNKNOWN_CIPHER_SUITE) {
			say(" -");
		} else {
			gnutls_cipher_suite_info(index, id, NULL, NULL, NULL, NULL);
			say(" %02x%02x", id[0], id[1]);
		}
	}
	gnutls_priority_deinit(p);
	return out;
}

static void parse(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *got = describe(cases[i].text);
		char want[4096];
		snprintf(want, sizeof want, "%s", cases[i].lists);
#if GNUTLS_VERSION_NUMBER < 0x030800
		/* The only difference: 3.7.9 does not have ML-DSA. */
		static const char mldsa[] = " 47 48 49";
		char *at = strstr(want, mldsa);
		if (at)
			memmove(at, at + sizeof mldsa - 1, strlen(at + sizeof mldsa - 1) + 1);
#endif
		if (REFERENCE_3_8 && strstr(cases[i].text, "SRP") && gnutls_kx_get_id("SRP") == GNUTLS_KX_UNKNOWN)
			continue;
		if (strcmp(got, want) != 0)
			fprintf(stderr, "%s\n  %s\n  %s\n", cases[i].text, got, want);
		CHECK(strcmp(got, want) == 0);
	}
}

/* A string that allows one of each kind gives that one. */
static void one_of_each(void)
{
	static const char text[] = "NONE:+VERS-TLS1.2:+AES-128-GCM:+AEAD:+ECDHE-RSA:+SIGN-RSA-SHA256:+GROUP-SECP256R1:+CTYPE-X509";
	const char *suite = NULL;
	const unsigned *l;
	unsigned index;
	gnutls_priority_t p;
	int ret;

	CHECK(gnutls_priority_init(&p, text, NULL) == 0);
	CHECK(gnutls_priority_protocol_list(p, &l) == 1 && l[0] == GNUTLS_TLS1_2);
	CHECK(gnutls_priority_cipher_list(p, &l) == 1 && l[0] == GNUTLS_CIPHER_AES_128_GCM);
	CHECK(gnutls_priority_mac_list(p, &l) == 1 && l[0] == GNUTLS_MAC_AEAD);
	CHECK(gnutls_priority_kx_list(p, &l) == 1 && l[0] == GNUTLS_KX_ECDHE_RSA);
	CHECK(gnutls_priority_sign_list(p, &l) == 1 && l[0] == GNUTLS_SIGN_RSA_SHA256);
	CHECK(gnutls_priority_group_list(p, &l) == 1 && l[0] == GNUTLS_GROUP_SECP256R1);
	CHECK(gnutls_priority_ecc_curve_list(p, &l) == 1 && l[0] == GNUTLS_ECC_CURVE_SECP256R1);
	CHECK(gnutls_priority_certificate_type_list(p, &l) == 1 && l[0] == GNUTLS_CRT_X509);
	CHECK(gnutls_priority_certificate_type_list2(p, &l, GNUTLS_CTYPE_CLIENT) == 1 && l[0] == GNUTLS_CRT_X509);
	CHECK(gnutls_priority_certificate_type_list2(p, &l, GNUTLS_CTYPE_SERVER) == 1 && l[0] == GNUTLS_CRT_X509);
	CHECK(gnutls_priority_compression_list(p, &l) == 1 && l[0] == GNUTLS_COMP_NULL);
	for (unsigned i = 0; (ret = gnutls_priority_get_cipher_suite_index(p, i, &index)) != GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE; i++)
		if (ret == 0) {
			CHECK(suite == NULL);
			suite = gnutls_cipher_suite_info(index, NULL, NULL, NULL, NULL, NULL);
		} else {
			CHECK(ret == GNUTLS_E_UNKNOWN_CIPHER_SUITE);
		}
	CHECK(suite != NULL && strcmp(suite, "TLS_ECDHE_RSA_AES_128_GCM_SHA256") == 0);
	gnutls_priority_deinit(p);
}

static void defaults(void)
{
	gnutls_priority_t p = NULL;
	const char *at, *added = "-RSA:+FOO:-DHE-RSA";
	const unsigned *l;

	CHECK(gnutls_priority_init(&p, NULL, NULL) == 0);
	CHECK(gnutls_priority_kx_list(p, &l) == 4);
	gnutls_priority_deinit(p);
	CHECK(gnutls_priority_init2(&p, "+ARCFOUR-128", &at, GNUTLS_PRIORITY_INIT_DEF_APPEND) == 0);
	CHECK(gnutls_priority_cipher_list(p, &l) == 8);
	gnutls_priority_deinit(p);
	CHECK(gnutls_priority_init2(&p, added, &at, GNUTLS_PRIORITY_INIT_DEF_APPEND) == GNUTLS_E_INVALID_REQUEST);
	CHECK(at == added + 5);
	CHECK(gnutls_priority_init2(&p, NULL, &at, GNUTLS_PRIORITY_INIT_DEF_APPEND) == GNUTLS_E_INVALID_REQUEST);
	gnutls_priority_deinit(NULL);
}

/* A curve that the system disables has no keys: none is made, and none is read. */
static void no_keys_on_disabled_curves(void)
{
	static char private_pem[] =
		"-----BEGIN PRIVATE KEY-----\n"
		"MIHuAgEAMBAGByqGSM49AgEGBSuBBAAjBIHWMIHTAgEBBEIBWV26lR7FFkiaYiAn\n"
		"/zZTNI8fhOlL0Pl98KicKTCFwbWHx+VY3CKSvGxekYOaKQ8I5ZAP7EIQGSvcGLYV\n"
		"7qxkLsOhgYkDgYYABAAmxemUC2JweTMomppZXj9zSzUmXyyNQ/LyHKSJow3Yk9+t\n"
		"QWxXGBj08yCDtRaf8EioIpgXKwx7k5KRqhmN0qQskgFaYR8ynlIdWCWrMfGL99EA\n"
		"zLmi5KqpINDwthvsax9nr21AWM7bMjqlWwsixNNN/G1S8scdyAsXv5abHrntF6Mm\n"
		"5w==\n"
		"-----END PRIVATE KEY-----\n";
	static char public_pem[] =
		"-----BEGIN PUBLIC KEY-----\n"
		"MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAJsXplAticHkzKJqaWV4/c0s1Jl8s\n"
		"jUPy8hykiaMN2JPfrUFsVxgY9PMgg7UWn/BIqCKYFysMe5OSkaoZjdKkLJIBWmEf\n"
		"Mp5SHVglqzHxi/fRAMy5ouSqqSDQ8LYb7GsfZ69tQFjO2zI6pVsLIsTTTfxtUvLH\n"
		"HcgLF7+Wmx657RejJuc=\n"
		"-----END PUBLIC KEY-----\n";
	gnutls_datum_t private_key = { (unsigned char *)private_pem, sizeof private_pem - 1 };
	gnutls_datum_t public_key = { (unsigned char *)public_pem, sizeof public_pem - 1 };
	gnutls_x509_privkey_t key;
	gnutls_pubkey_t public;

	CHECK(gnutls_x509_privkey_init(&key) == 0 && gnutls_pubkey_init(&public) == 0);
	/* GnuTLS 3.8.13 crashes. */
	if (!REFERENCE_3_8)
		CHECK(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP521R1), 0) ==
		      GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_x509_privkey_import(key, &private_key, GNUTLS_X509_FMT_PEM) < 0);
	CHECK(gnutls_pubkey_import(public, &public_key, GNUTLS_X509_FMT_PEM) == GNUTLS_E_ECC_UNSUPPORTED_CURVE);
	CHECK(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP384R1), 0) == 0);
	gnutls_x509_privkey_deinit(key);
	gnutls_pubkey_deinit(public);
}

/* The system's file is read from the path in the environment variable, which is set before the program starts. */
static void system_file(char **argv)
{
	static const char text[] = "# a comment\nSYSTEM=NORMAL:+ARCFOUR-128\n[priorities]\nPRI = PFS\n"
				   "[overrides]\ndisabled-version = tls1.0\ntls-disabled-group = group-x448\n"
				   "tls-disabled-kx = rsa\ndefault-priority-string = NONE\n"
				   "insecure-sig = rsa-sha512\ninsecure-sig-for-cert = rsa-sha256\n"
				   "insecure-hash = SHA224\ndisabled-curve = secp521r1\n";
	const char *set = getenv("GNUTLS_SYSTEM_PRIORITY_FILE");
	const unsigned *l;
	const char *at;
	gnutls_priority_t p;
	gnutls_session_t s;

	if (set == NULL || getenv("PRIORITY_SECOND_RUN") == NULL) {
		char path[] = "/tmp/priority-XXXXXX";
		int fd = mkstemp(path);
		CHECK(fd >= 0 && write(fd, text, sizeof text - 1) == sizeof text - 1);
		close(fd);
		setenv("GNUTLS_SYSTEM_PRIORITY_FILE", path, 1);
		setenv("PRIORITY_SECOND_RUN", "1", 1);
		if (check_result() == 0)
			execv("/proc/self/exe", argv);
		return;
	}
	CHECK(strcmp(gnutls_get_system_config_file(), set) == 0);
	CHECK(gnutls_priority_init(&p, "@SYSTEM", NULL) == 0);
	CHECK(gnutls_priority_cipher_list(p, &l) == 8);
	CHECK(gnutls_priority_kx_list(p, &l) == 3);
	CHECK(gnutls_priority_protocol_list(p, &l) == 5);
	gnutls_priority_deinit(p);
	CHECK(gnutls_priority_init(&p, "@PRI:-AES-128-GCM", NULL) == 0);
	CHECK(gnutls_priority_cipher_list(p, &l) == 6);
	gnutls_priority_deinit(p);
	CHECK(gnutls_priority_init(&p, "@NONE,PRI", NULL) == 0);
	gnutls_priority_deinit(p);
	CHECK(gnutls_priority_init(&p, "@NONE", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_priority_init(&p, "@NONE,NORMAL", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_priority_init(&p, "@system", NULL) == GNUTLS_E_INVALID_REQUEST);
	CHECK(!gnutls_sign_is_secure(GNUTLS_SIGN_RSA_SHA512) && !gnutls_sign_is_secure(GNUTLS_SIGN_ECDSA_SHA224));
	CHECK(gnutls_sign_is_secure(GNUTLS_SIGN_RSA_SHA256));
	CHECK(!gnutls_sign_is_secure2(GNUTLS_SIGN_RSA_SHA256, GNUTLS_SIGN_FLAG_SECURE_FOR_CERTS));
	for (const gnutls_ecc_curve_t *c = gnutls_ecc_curve_list(); *c; c++)
		CHECK(*c != GNUTLS_ECC_CURVE_SECP521R1);
	for (const gnutls_group_t *g = gnutls_group_list(); *g; g++)
		CHECK(*g != GNUTLS_GROUP_SECP521R1);
	for (const gnutls_protocol_t *v = gnutls_protocol_list(); *v; v++)
		CHECK(*v != GNUTLS_TLS1_0);
	CHECK(gnutls_ecc_curve_get_id("SECP521R1") == GNUTLS_ECC_CURVE_INVALID);
	CHECK(gnutls_ecc_curve_get_id("SECP384R1") == GNUTLS_ECC_CURVE_SECP384R1);
	CHECK(gnutls_oid_to_ecc_curve("1.3.132.0.35") == GNUTLS_ECC_CURVE_INVALID);
	CHECK(gnutls_ecc_curve_get_pk(GNUTLS_ECC_CURVE_SECP521R1) == GNUTLS_PK_UNKNOWN);
	no_keys_on_disabled_curves();
	CHECK(gnutls_group_get_id("SECP521R1") == GNUTLS_GROUP_INVALID);
	/* The default is NONE: there are no default priorities, and the application's string is used as it is. */
	p = (gnutls_priority_t)&p;
	CHECK(gnutls_priority_init(&p, NULL, NULL) == GNUTLS_E_NO_PRIORITIES_WERE_SET && p == NULL);
	p = (gnutls_priority_t)&p;
	CHECK(gnutls_priority_init2(&p, "-VERS-TLS1.1", &at, GNUTLS_PRIORITY_INIT_DEF_APPEND) == GNUTLS_E_NO_PRIORITIES_WERE_SET);
	CHECK(p == NULL);
	p = (gnutls_priority_t)&p;
	CHECK(gnutls_priority_init(&p, "NORMAL:+NOTHING", &at) == GNUTLS_E_INVALID_REQUEST && p == NULL);
	CHECK(gnutls_init(&s, GNUTLS_CLIENT) == 0);
	CHECK(gnutls_set_default_priority(s) == GNUTLS_E_NO_PRIORITIES_WERE_SET);
	CHECK(gnutls_set_default_priority_append(s, "-VERS-TLS1.1", &at, 0) == GNUTLS_E_NO_PRIORITIES_WERE_SET);
	CHECK(gnutls_priority_set_direct(s, NULL, NULL) == GNUTLS_E_NO_PRIORITIES_WERE_SET);
	CHECK(gnutls_priority_set_direct(s, "NORMAL", NULL) == 0);
	gnutls_deinit(s);
	/* There is no allow list in effect. */
	CHECK(gnutls_protocol_set_enabled(GNUTLS_TLS1_0, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_sign_set_secure(GNUTLS_SIGN_RSA_SHA512, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_sign_set_secure_for_certs(GNUTLS_SIGN_RSA_SHA512, 1) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_digest_set_secure(GNUTLS_DIG_SHA512, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_ecc_curve_set_enabled(GNUTLS_ECC_CURVE_SECP521R1, 1) == GNUTLS_E_INVALID_REQUEST);
	unlink(set);
}

/* Every keyword that the library returns is accepted by it. */
static void words(void)
{
	gnutls_priority_t p;
	const char *word;
	char text[200];

	for (unsigned i = 0; (word = gnutls_priority_string_list(i, GNUTLS_PRIORITY_LIST_INIT_KEYWORDS)) != NULL; i++) {
		CHECK(gnutls_priority_init(&p, word, NULL) == 0);
		gnutls_priority_deinit(p);
	}
	for (unsigned i = 0; (word = gnutls_priority_string_list(i, GNUTLS_PRIORITY_LIST_SPECIAL)) != NULL; i++) {
		if (word[0] == 0)
			continue;
		snprintf(text, sizeof text, "NORMAL:%%%s", word);
		CHECK(gnutls_priority_init(&p, text, NULL) == 0);
		gnutls_priority_deinit(p);
	}
}

int main(int argc, char **argv)
{
	char line[1000];

	if (argc > 1 && strcmp(argv[1], "--write") == 0) {
		while (fgets(line, sizeof line, stdin)) {
			line[strcspn(line, "\n")] = 0;
			printf("{ \"%s\",\n  \"%s\" },\n", line, describe(line));
		}
		return 0;
	}
	if (getenv("PRIORITY_SECOND_RUN") == NULL) {
		parse();
		one_of_each();
		defaults();
		words();
	}
	system_file(argv);
	return check_result();
}
