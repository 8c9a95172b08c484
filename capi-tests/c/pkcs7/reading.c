/* PKCS #7 structures of other programs: lengths and strings of BER, attributes in any order, and bad input. */
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <string.h>
#include "check.h"
#include "pkcs7_tools.h"

static struct entity ca, signer;

/* An element of indefinite length. */
static struct der indefinite(unsigned char tag, struct der v)
{
	unsigned char head[2] = { tag, 0x80 };
	return JOIN(der_bytes(head, 2), v, der_bytes("\0\0", 2));
}

static struct der attribute(const char *oid, struct der value)
{
	return SEQ(der_oid(oid), der_element(0x31, value));
}

static struct der content_type(const char *oid)
{
	return attribute("1.2.840.113549.1.9.3", der_oid(oid));
}

static struct der message_digest(const char *content)
{
	unsigned char hash[32];
	CHECK(gnutls_hash_fast(GNUTLS_DIG_SHA256, content, strlen(content), hash) == 0);
	return attribute("1.2.840.113549.1.9.4", ELEMENT(4, der_bytes(hash, 32)));
}

static struct der sha256(void)
{
	return SEQ(der_oid("2.16.840.1.101.3.4.2.1"));
}

/* The information of a signer with these attributes, which are signed as `order` has them; without any if there are none. */
static struct der signer_info_of(struct der attributes, struct der order, const char *content)
{
	struct der set = attributes.n ? der_element(0x31, order) : der_bytes(content, strlen(content));
	gnutls_datum_t data = der_datum(set), name, signature;
	gnutls_privkey_t key = pkcs7_key(&signer);
	unsigned char serial[20];
	size_t size = sizeof(serial);
	CHECK(gnutls_x509_crt_get_raw_issuer_dn(signer.crt, &name) == 0 && gnutls_x509_crt_get_serial(signer.crt, serial, &size) == 0);
	CHECK(gnutls_privkey_sign_data(key, GNUTLS_DIG_SHA256, 0, &data, &signature) == 0);
	struct der d = SEQ(LIT("\2\1\1"), SEQ(der_bytes(name.data, name.size), ELEMENT(2, der_bytes(serial, size))), sha256(),
			   attributes.n ? der_element(0xa0, attributes) : LIT(""), SEQ(der_oid("1.2.840.10045.4.3.2")),
			   ELEMENT(4, der_bytes(signature.data, signature.size)));
	gnutls_free(name.data);
	gnutls_free(signature.data);
	gnutls_privkey_deinit(key);
	return d;
}

static struct der signer_info(struct der attributes, const char *content)
{
	return signer_info_of(attributes, attributes, content);
}

static struct der embedded(struct der element)
{
	return SEQ(der_oid(PLAIN_DATA), der_element(0xa0, element));
}

/* The result of verifying a structure with the signer's certificate. */
static int verified(struct der structure)
{
	gnutls_pkcs7_t p = pkcs7_read(der_datum(structure));
	int code = gnutls_pkcs7_verify_direct(p, signer.crt, 0, NULL, 0);
	gnutls_pkcs7_deinit(p);
	return code;
}

static int with_attributes(struct der attributes)
{
	return verified(pkcs7_wrapped(sha256(), embedded(LIT("\4\4text")), signer_info(attributes, "text")));
}

/* The digest and the type of the content count. The attributes are signed in DER, that is sorted (RFC 5652 section 5.4). */
static void test_attributes(void)
{
	struct der type = content_type(PLAIN_DATA), digest = message_digest("text");
	CHECK(with_attributes(LIT("")) == 0);
	CHECK(with_attributes(JOIN(type, digest)) == 0);
	struct der unsorted = signer_info_of(JOIN(digest, type), JOIN(type, digest), NULL);
	CHECK(verified(pkcs7_wrapped(sha256(), embedded(LIT("\4\4text")), unsorted)) == 0);
	CHECK(with_attributes(JOIN(digest, type)) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(with_attributes(JOIN(type, message_digest("Text"))) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(with_attributes(JOIN(content_type("1.2.3"), digest)) == GNUTLS_E_PARSING_ERROR);
	CHECK(with_attributes(type) < 0);
	CHECK(with_attributes(JOIN(type, attribute("1.2.840.113549.1.9.4", LIT("\2\1\7")))) == GNUTLS_E_ASN1_DER_ERROR);
	der_done();
}

static void test_no_type(void)
{
	CHECK(with_attributes(message_digest("text")) == 0);
	der_done();
}

/* Indefinite lengths at each level, and content in segments. */
static void test_ber(void)
{
	struct der info = signer_info(JOIN(content_type(PLAIN_DATA), message_digest("some text")), NULL);
	struct der text = indefinite(0x24, JOIN(LIT("\4\4some"), LIT("\4\5 text")));
	struct der data = JOIN(LIT("\2\1\1"), der_element(0x31, sha256()),
			       indefinite(0x30, JOIN(der_oid(PLAIN_DATA), indefinite(0xa0, text))), indefinite(0x31, info));
	struct der all = indefinite(0x30, JOIN(der_oid(SIGNED_DATA), indefinite(0xa0, indefinite(0x30, data))));
	gnutls_datum_t out = { NULL, 0 }, part;
	gnutls_pkcs7_t p = pkcs7_read(der_datum(all));
	CHECK(verified(all) == 0);
	CHECK(gnutls_pkcs7_get_embedded_data(p, 0, &out) == 0 && out.size == 9 && memcmp(out.data, "some text", 9) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_pkcs7_get_embedded_data(p, GNUTLS_PKCS7_EDATA_GET_RAW, &out) == 0 && out.size == text.n && memcmp(out.data, text.p, text.n) == 0);
	gnutls_free(out.data);
	/* Lengths are definite when it is written; the content is as it was. */
	struct der again = pkcs7_wrapped(sha256(), embedded(text), info), written = pkcs7_der(p);
	CHECK(written.n == again.n && memcmp(written.p, again.p, again.n) == 0);
	CHECK(verified(again) == 0);
	gnutls_pkcs7_deinit(p);
	/* No part of it, and nothing behind it. */
	p = pkcs7_new();
	part = der_datum(JOIN(all, LIT("\0")));
	CHECK(gnutls_pkcs7_import(p, &part, GNUTLS_X509_FMT_DER) == GNUTLS_E_ASN1_DER_ERROR);
	for (part.size = 0; part.size < all.n; part.size++) {
		gnutls_pkcs7_deinit(p);
		p = pkcs7_new();
		CHECK(gnutls_pkcs7_import(p, &part, GNUTLS_X509_FMT_DER) < 0);
	}
	gnutls_pkcs7_deinit(p);
	/* Segments that are none. */
	all = pkcs7_wrapped(sha256(), embedded(ELEMENT(0x24, LIT("\2\1\1"))), info);
	CHECK(verified(all) < 0);
	der_done();
}

#ifdef OURS
static int import_code(struct der d)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t in = der_datum(d), out = { NULL, 0 };
	gnutls_pkcs7_signature_info_st info;
	gnutls_x509_trust_list_t list;
	int code = gnutls_pkcs7_import(p, &in, GNUTLS_X509_FMT_DER);
	gnutls_x509_trust_list_init(&list, 0);
	if (gnutls_pkcs7_print(p, GNUTLS_CRT_PRINT_COMPACT, &out) == 0)
		gnutls_free(out.data);
	if (gnutls_pkcs7_get_signature_info(p, 0, &info) == 0)
		gnutls_pkcs7_signature_info_deinit(&info);
	CHECK(gnutls_pkcs7_verify(p, list, NULL, 0, 0, NULL, 0) < 0);
	gnutls_x509_trust_list_deinit(list, 0);
	gnutls_pkcs7_deinit(p);
	return code;
}

static struct der repeated(struct der d, size_t total)
{
	struct der all = der_room(total / d.n * d.n);
	for (size_t at = 0; at < all.n; at += d.n)
		memcpy(all.p + at, d.p, d.n);
	return all;
}
#endif

/* A MiB of the smallest parts takes no more than a moment. */
static void test_large(void)
{
#ifdef OURS
	struct der digests = sha256(), info = signer_info(JOIN(content_type(PLAIN_DATA), message_digest("text")), NULL);
	struct der deep = repeated(LIT("\x24\x80"), 1 << 20), text = embedded(LIT("\4\4text"));
	gnutls_x509_trust_list_t list;
	gnutls_x509_trust_list_init(&list, 0);
	clock_t start = clock();
	CHECK(import_code(deep) < 0);
	CHECK(import_code(pkcs7_wrapped(digests, embedded(JOIN(deep, repeated(LIT("\0\0"), 1 << 20))), info)) == 0);
	CHECK(import_code(pkcs7_wrapped(repeated(digests, 1 << 20), text, info)) == 0);
	CHECK(import_code(pkcs7_wrapped(digests, text, repeated(info, 1 << 20))) == 0);
	CHECK(import_code(pkcs7_wrapped(digests, JOIN(text, der_element(0xa0, repeated(LIT("\x30\0"), 1 << 20))), info)) == 0);
	CHECK(import_code(pkcs7_wrapped(digests, text, signer_info(repeated(content_type("1.2"), 1 << 20), NULL))) == 0);
	CHECK(clock() - start < 10 * CLOCKS_PER_SEC);
	gnutls_x509_trust_list_deinit(list, 0);
	der_done();
#endif
}

int main(void)
{
	gnutls_global_init();
	ca = MAKE("ca", NULL);
	signer = END(&ca);
	test_attributes();
	test_no_type();
	test_ber();
	test_large();
	entity_free(&ca);
	entity_free(&signer);
	gnutls_global_deinit();
	return check_result();
}
