/* For programs that make vectors: certificates and revocation lists of a description in text. Keys are in a file and signatures are
 * reproducible, so that the same text makes the same bytes; a key that is not there is made and added. Fields of a line are apart by
 * tabs, elements of a field by spaces or commas; "-" is none.
 *
 * key NAME KIND                  ec256, ec384, ec521, rsaBITS, ed25519
 * valid NAME FROM TO             UTCTime of 13 characters, GeneralizedTime of 15; frozen, so that bytes do not depend on the day
 * cert NAME VERSION SERIAL SIGNER:ALGORITHM ISSUER VALID SUBJECT KEY EXTENSIONS
 * crl NAME VERSION SIGNER:ALGORITHM ISSUER VALID REVOKED EXTENSIONS
 *                                A signer with "!" has its signature spoiled. Names are "CN=..." or DER in hex.
 *                                Extensions, with "!" the critical ones: ca, end, usage:HEX, ski:KEY, aki:KEY,
 *                                dns:HOST,..., and any OID:HEX with the octets of its value. */
#ifndef MAKE_OBJECTS_H
#define MAKE_OBJECTS_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include "der.h"

#define MANY 2000
#define FIELDS 12

static struct { const char *name; gnutls_privkey_t key; struct der pkcs8, spki, id; } keys[MANY];
static struct { const char *name, *from, *to; } valid[MANY];
static struct { const char *name; struct der der; int crl; } objects[MANY];
static int n_keys, n_valid, n_objects;

static void die(const char *what, const char *which)
{
	fprintf(stderr, "%s: %s\n", what, which);
	exit(1);
}

static void must(int code, const char *which)
{
	if (code < 0)
		die(gnutls_strerror(code), which);
}

/* Splits `line` in place; at most `most` fields, the others are "-". */
static int split(char *line, const char *by, const char **to, int most)
{
	int n = 0;
	char *state;
	for (char *p = strtok_r(line, by, &state); p; p = strtok_r(NULL, by, &state)) {
		if (n == most)
			die("too many fields", p);
		to[n++] = p;
	}
	for (int i = n; i < most; i++)
		to[i] = "-";
	return n;
}

static struct der hex(const char *s)
{
	struct der d = der_room(strlen(s) / 2);
	for (size_t i = 0; i < d.n; i++) {
		unsigned byte;
		if (sscanf(s + 2 * i, "%2x", &byte) != 1)
			die("no hex", s);
		d.p[i] = byte;
	}
	return d;
}

/* Keys */

static int key_of(const char *name)
{
	for (int i = 0; i < n_keys; i++)
		if (strcmp(keys[i].name, name) == 0)
			return i;
	die("no such key", name);
	return 0;
}

static void make_key(gnutls_privkey_t key, const char *kind)
{
	int code = strncmp(kind, "rsa", 3) == 0 ? gnutls_privkey_generate(key, GNUTLS_PK_RSA, atoi(kind + 3), 0)
		   : strcmp(kind, "ed25519") == 0 ? gnutls_privkey_generate(key, GNUTLS_PK_EDDSA_ED25519, 256, 0)
						  : gnutls_privkey_generate(key, GNUTLS_PK_ECDSA, atoi(kind + 2), 0);
	must(code, kind);
}

/* A line of the file of keys is a name, a tab, and PKCS #8 in base64. */
static void add_key(const char *name, const char *kind, const char *file)
{
	static char line[8192];
	gnutls_datum_t der = { NULL, 0 };
	gnutls_privkey_t key;
	gnutls_pubkey_t public;
	gnutls_x509_privkey_t x509;
	FILE *f = fopen(file, "r");

	must(gnutls_privkey_init(&key), name);
	while (f && !der.data && fgets(line, sizeof line, f)) {
		char *tab = strchr(line, '\t');
		if (tab && (size_t)(tab - line) == strlen(name) && strncmp(line, name, tab - line) == 0) {
			gnutls_datum_t text = { (unsigned char *)tab + 1, strcspn(tab + 1, "\n") };
			must(gnutls_base64_decode2(&text, &der), name);
			must(gnutls_privkey_import_x509_raw(key, &der, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN), name);
		}
	}
	if (f)
		fclose(f);
	if (!der.data) {
		gnutls_datum_t text;
		make_key(key, kind);
		must(gnutls_privkey_export_x509(key, &x509), name);
		must(gnutls_x509_privkey_export2_pkcs8(x509, GNUTLS_X509_FMT_DER, NULL, GNUTLS_PKCS_PLAIN, &der), name);
		must(gnutls_base64_encode2(&der, &text), name);
		f = fopen(file, "a");
		if (!f || fprintf(f, "%s\t%s\n", name, text.data) < 0 || fclose(f) != 0)
			die("cannot be written", file);
		gnutls_free(text.data);
		gnutls_x509_privkey_deinit(x509);
	}
	keys[n_keys].pkcs8 = der_bytes(der.data, der.size);
	gnutls_free(der.data);
	must(gnutls_pubkey_init(&public), name);
	must(gnutls_pubkey_import_privkey(public, key, 0, 0), name);
	must(gnutls_pubkey_export2(public, GNUTLS_X509_FMT_DER, &der), name);
	keys[n_keys].name = strdup(name);
	keys[n_keys].key = key;
	keys[n_keys].spki = der_bytes(der.data, der.size);
	gnutls_free(der.data);
	/* RFC 5280 section 4.2.1.2 (1): SHA-1 of the BIT STRING's octets. */
	keys[n_keys].id = der_room(20);
	struct der spki = keys[n_keys].spki;
	size_t at = spki.p[1] & 0x80 ? 2 + (spki.p[1] & 0x7f) : 2; /* the AlgorithmIdentifier */
	at += 2 + spki.p[at + 1];
	at += (spki.p[at + 1] & 0x80 ? 2 + (spki.p[at + 1] & 0x7f) : 2) + 1; /* the BIT STRING, and its unused bits */
	must(gnutls_hash_fast(GNUTLS_DIG_SHA1, spki.p + at, spki.n - at, keys[n_keys].id.p), name);
	gnutls_pubkey_deinit(public);
	n_keys++;
}

/* Signatures */

static const struct algorithm {
	const char *name, *identifier;
	gnutls_digest_algorithm_t digest;
	gnutls_sign_algorithm_t sign; /* 0: by hand, for GnuTLS makes no such signatures */
	const char *digest_info;
} algorithms[] = {
	{ "ecdsa-sha224", "300a06082a8648ce3d040301", GNUTLS_DIG_SHA224, GNUTLS_SIGN_ECDSA_SHA224, NULL },
	{ "ecdsa-sha256", "300a06082a8648ce3d040302", GNUTLS_DIG_SHA256, GNUTLS_SIGN_ECDSA_SHA256, NULL },
	{ "ecdsa-sha384", "300a06082a8648ce3d040303", GNUTLS_DIG_SHA384, GNUTLS_SIGN_ECDSA_SHA384, NULL },
	{ "ecdsa-sha512", "300a06082a8648ce3d040304", GNUTLS_DIG_SHA512, GNUTLS_SIGN_ECDSA_SHA512, NULL },
	{ "ed25519", "300506032b6570", GNUTLS_DIG_SHA512, GNUTLS_SIGN_EDDSA_ED25519, NULL },
	/* RFC 8017 section 9.2, note 1 */
	{ "rsa-md5", "300d06092a864886f70d0101040500", GNUTLS_DIG_MD5, 0, "3020300c06082a864886f70d020505000410" },
	{ "rsa-sha1", "300d06092a864886f70d0101050500", GNUTLS_DIG_SHA1, 0, "3021300906052b0e03021a05000414" },
	{ "rsa-sha224", "300d06092a864886f70d01010e0500", GNUTLS_DIG_SHA224, 0, "302d300d06096086480165030402040500041c" },
	{ "rsa-sha256", "300d06092a864886f70d01010b0500", GNUTLS_DIG_SHA256, 0, "3031300d060960864801650304020105000420" },
	{ "rsa-sha384", "300d06092a864886f70d01010c0500", GNUTLS_DIG_SHA384, 0, "3041300d060960864801650304020205000430" },
	{ "rsa-sha512", "300d06092a864886f70d01010d0500", GNUTLS_DIG_SHA512, 0, "3051300d060960864801650304020305000440" },
};

static const struct algorithm *algorithm_of(const char *signer)
{
	const char *name = strchr(signer, ':');
	for (size_t i = 0; name && i < sizeof algorithms / sizeof *algorithms; i++)
		if (strcmp(algorithms[i].name, name + 1) == 0)
			return &algorithms[i];
	die("no such algorithm", signer);
	return NULL;
}

/* What is to be signed, its algorithm, its signature. `signer` is "[!]KEY:ALGORITHM". */
static struct der signed_by(const char *signer, struct der content)
{
	const struct algorithm *a = algorithm_of(signer);
	char name[200];
	gnutls_datum_t signature;
	snprintf(name, sizeof name, "%.*s", (int)strcspn(signer + (*signer == '!'), ":"), signer + (*signer == '!'));
	gnutls_privkey_t key = keys[key_of(name)].key;

	if (a->digest_info) {
		struct der digest = der_room(gnutls_hash_get_len(a->digest));
		must(gnutls_hash_fast(a->digest, content.p, content.n, digest.p), signer);
		gnutls_datum_t info = der_datum(JOIN(hex(a->digest_info), digest));
		must(gnutls_privkey_sign_hash(key, 0, GNUTLS_PRIVKEY_SIGN_FLAG_TLS1_RSA, &info, &signature), signer);
	} else {
		gnutls_datum_t data = der_datum(content);
		unsigned flags = a->sign == GNUTLS_SIGN_EDDSA_ED25519 ? 0 : GNUTLS_PRIVKEY_FLAG_REPRODUCIBLE;
		must(gnutls_privkey_sign_data2(key, a->sign, flags, &data, &signature), signer);
	}
	/* The last byte belongs to a number, not to its DER. */
	if (*signer == '!')
		signature.data[signature.size - 1] ^= 1;
	struct der bits = der_bytes(signature.data, signature.size);
	gnutls_free(signature.data);
	return SEQ(content, hex(a->identifier), ELEMENT(0x03, LIT("\0"), bits));
}

/* Certificates and revocation lists */

static struct der name_of(const char *text)
{
	if (strncmp(text, "CN=", 3) != 0)
		return hex(text);
	return SEQ(ELEMENT(0x31, SEQ(der_oid("2.5.4.3"), ELEMENT(0x0c, der_bytes(text + 3, strlen(text) - 3)))));
}

static struct der time_of(const char *text)
{
	return ELEMENT(strlen(text) == 13 ? 0x17 : 0x18, der_bytes(text, strlen(text)));
}

static int validity(const char *name)
{
	for (int i = 0; i < n_valid; i++)
		if (strcmp(valid[i].name, name) == 0)
			return i;
	die("no such validity", name);
	return 0;
}

static struct der hosts(const char *list)
{
	struct der all = der_room(0);
	while (*list) {
		size_t n = strcspn(list, ",");
		all = JOIN(all, ELEMENT(0x82, der_bytes(list, n)));
		list += n + (list[n] == ',');
	}
	return der_element(0x30, all);
}

static struct der extension(const char *text)
{
	int critical = *text == '!';
	const char *value = strchr(text += critical, ':'), *type;
	char number[100];
	struct der content;

	value = value ? value + 1 : "";
	if (strcmp(text, "ca") == 0)
		type = "2.5.29.19", content = hex("30030101ff");
	else if (strcmp(text, "end") == 0)
		type = "2.5.29.19", content = hex("3000");
	else if (strncmp(text, "usage:", 6) == 0)
		type = "2.5.29.15", content = hex(value);
	else if (strncmp(text, "ski:", 4) == 0)
		type = "2.5.29.14", content = ELEMENT(0x04, keys[key_of(value)].id);
	else if (strncmp(text, "aki:", 4) == 0)
		type = "2.5.29.35", content = SEQ(ELEMENT(0x80, keys[key_of(value)].id));
	else if (strncmp(text, "dns:", 4) == 0)
		type = "2.5.29.17", content = hosts(value);
	else {
		snprintf(number, sizeof number, "%.*s", (int)strcspn(text, ":"), text);
		type = number, content = hex(value);
	}
	return SEQ(der_oid(type), critical ? hex("0101ff") : der_room(0), der_element(0x04, content));
}

/* All of them, [tag] EXPLICIT; nothing if there are none. */
static struct der extensions(char *list, unsigned char tag)
{
	const char *each[100];
	struct der all = der_room(0);
	if (strcmp(list, "-") == 0)
		return all;
	int n = split(list, " ", each, 100);
	for (int i = 0; i < n; i++)
		all = JOIN(all, extension(each[i]));
	return ELEMENT(tag, der_element(0x30, all));
}

static void add_object(const char *name, struct der der, int crl)
{
	objects[n_objects].name = strdup(name);
	objects[n_objects].der = der;
	objects[n_objects++].crl = crl;
}

static void add_certificate(const char **f)
{
	int v = validity(f[6]);
	struct der version = ELEMENT(0xa0, hex("020100"));
	if (*f[2] == '-')
		version = der_room(0);
	else
		version.p[version.n - 1] = atoi(f[2]) - 1;
	add_object(f[1], signed_by(f[4], SEQ(version, ELEMENT(0x02, hex(f[3])), hex(algorithm_of(f[4])->identifier), name_of(f[5]),
					     SEQ(time_of(valid[v].from), time_of(valid[v].to)), name_of(f[7]),
					     keys[key_of(f[8])].spki, extensions((char *)f[9], 0xa3))), 0);
}

static void add_crl(const char **f)
{
	int v = validity(f[5]);
	add_object(f[1], signed_by(f[3], SEQ(*f[2] == '-' ? der_room(0) : hex("020101"), hex(algorithm_of(f[3])->identifier),
					     name_of(f[4]), time_of(valid[v].from),
					     *valid[v].to == '-' ? der_room(0) : time_of(valid[v].to),
					     *f[6] == '-' ? der_room(0) : hex(f[6]), extensions((char *)f[7], 0xa0))), 1);
}

static int object_of(const char *name)
{
	for (int i = 0; i < n_objects; i++)
		if (strcmp(objects[i].name, name) == 0)
			return i;
	die("no such certificate or list", name);
	return 0;
}

/* Whether the line is one of those above. */
static int describes(const char **field, const char *keys_file)
{
	if (strcmp(field[0], "key") == 0)
		add_key(field[1], field[2], keys_file);
	else if (strcmp(field[0], "valid") == 0) {
		valid[n_valid].name = strdup(field[1]);
		valid[n_valid].from = strdup(field[2]);
		valid[n_valid++].to = strdup(field[3]);
	} else if (strcmp(field[0], "cert") == 0)
		add_certificate(field);
	else if (strcmp(field[0], "crl") == 0)
		add_crl(field);
	else
		return 0;
	return 1;
}

/* The next line that is neither empty nor a comment, in fields. */
static int next_line(FILE *f, const char **field)
{
	static char line[65536];
	while (fgets(line, sizeof line, f)) {
		line[strcspn(line, "\n")] = 0;
		if (*line && *line != '#') {
			split(line, "\t", field, FIELDS);
			return 1;
		}
	}
	return 0;
}

static void objects_done(void)
{
	for (int i = 0; i < n_keys; i++)
		gnutls_privkey_deinit(keys[i].key);
	der_done();
}
#endif
