/* Signatures of PKCS #7 structures: making and verifying them, attributes, and what is told of them. */
#include <gnutls/gnutls.h>
#include <stdio.h>
#include <string.h>
#include "check.h"
#include "pkcs7_tools.h"

#define SIGNING_TIME "1.2.840.113549.1.9.5"
#define MESSAGE_DIGEST "1.2.840.113549.1.9.4"
#define CONTENT_TYPE "1.2.840.113549.1.9.3"

static struct entity ca, signer, other;

static int direct(gnutls_pkcs7_t p, const struct entity *e, unsigned i, const char *data)
{
	gnutls_datum_t d = text(data ? data : "");
	return gnutls_pkcs7_verify_direct(p, e->crt, i, data ? &d : NULL, 0);
}

/* Each flag, with and without the data at hand. */
static void test_flags(void)
{
	gnutls_datum_t data = text("signed");
	for (unsigned flags = 0; flags < 8; flags++) {
		gnutls_pkcs7_t p = pkcs7_new();
		gnutls_pkcs7_signature_info_st info;
		CHECK(pkcs7_sign(p, &signer, &data, NULL, GNUTLS_DIG_SHA256, flags) == 0);
		p = pkcs7_again(p);
		CHECK(gnutls_pkcs7_get_signature_count(p) == 1);
		CHECK(gnutls_pkcs7_get_crt_count(p) == (flags & GNUTLS_PKCS7_INCLUDE_CERT ? 1 : 0));
		CHECK(direct(p, &signer, 0, "signed") == 0);
		CHECK(direct(p, &signer, 0, "other") == GNUTLS_E_PK_SIG_VERIFY_FAILED);
		CHECK(direct(p, &other, 0, "signed") == GNUTLS_E_PK_SIG_VERIFY_FAILED);
		CHECK(direct(p, &signer, 1, "signed") == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		if (flags & GNUTLS_PKCS7_EMBED_DATA)
			CHECK(direct(p, &signer, 0, NULL) == 0);
		else if (flags & GNUTLS_PKCS7_INCLUDE_TIME)
			CHECK(direct(p, &signer, 0, NULL) == GNUTLS_E_NO_EMBEDDED_DATA);
		else
			CHECK(direct(p, &signer, 0, NULL) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
		CHECK(gnutls_pkcs7_get_signature_info(p, 0, &info) == 0);
		CHECK(info.algo == GNUTLS_SIGN_ECDSA_SHA256 && info.sig.size > 60);
		CHECK(info.issuer_dn.size > 0 && info.signer_serial.size == 1 && info.signer_serial.data[0] == 2);
		CHECK(info.issuer_keyid.data == NULL && info.issuer_keyid.size == 0 && info.unsigned_attrs == NULL);
		if (flags & GNUTLS_PKCS7_INCLUDE_TIME)
			CHECK(info.signing_time > time(NULL) - 100 && info.signing_time <= time(NULL) && info.signed_attrs);
		else
			CHECK(info.signing_time == -1 && info.signed_attrs == NULL);
		gnutls_pkcs7_signature_info_deinit(&info);
		CHECK(info.sig.data == NULL && info.issuer_dn.data == NULL && info.signed_attrs == NULL);
		CHECK(gnutls_pkcs7_get_signature_info(p, 1, &info) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
		gnutls_pkcs7_deinit(p);
	}
}

/* Structures that are being built are complete on ours alone. */
static void test_unwritten(void)
{
#ifdef OURS
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t data = text("signed"), more = text("more"), out;
	CHECK(gnutls_pkcs7_set_crt(p, ca.crt) == 0);
	CHECK(pkcs7_sign(p, &signer, &data, NULL, GNUTLS_DIG_SHA256, GNUTLS_PKCS7_EMBED_DATA | GNUTLS_PKCS7_INCLUDE_TIME) == 0);
	CHECK(direct(p, &signer, 0, NULL) == 0 && strcmp(gnutls_pkcs7_get_embedded_data_oid(p), PLAIN_DATA) == 0);
	CHECK(gnutls_pkcs7_get_crt_raw2(p, 0, &out) == 0);
	gnutls_free(out.data);
	CHECK(gnutls_pkcs7_get_embedded_data(p, 0, &out) == 0 && out.size == 6);
	gnutls_free(out.data);
	/* Other data in the place of what was. */
	CHECK(pkcs7_sign(p, &other, &more, NULL, GNUTLS_DIG_SHA256, GNUTLS_PKCS7_EMBED_DATA) == 0);
	CHECK(direct(p, &other, 1, NULL) == 0 && direct(p, &signer, 0, NULL) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	gnutls_pkcs7_deinit(p);
	/* Nothing to embed. */
	p = pkcs7_new();
	CHECK(pkcs7_sign(p, &signer, NULL, NULL, GNUTLS_DIG_SHA256, GNUTLS_PKCS7_EMBED_DATA) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_sign(p, signer.crt, NULL, &data, NULL, NULL, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_get_signature_count(p) == 0);
	gnutls_pkcs7_deinit(p);
	/* The signer by the identifier of its key. */
	struct extension id[] = { EXTENSION("2.5.29.14", 0, "\4\3key"), { 0 } };
	struct entity e = MAKE("with id", &ca, .plain = 1, .extensions = id);
	gnutls_pkcs7_signature_info_st info;
	gnutls_x509_trust_list_t list;
	p = pkcs7_of(&e, "signed", GNUTLS_PKCS7_WRITE_SPKI | GNUTLS_PKCS7_INCLUDE_CERT);
	CHECK(gnutls_pkcs7_get_signature_info(p, 0, &info) == 0 && info.issuer_dn.data == NULL && info.issuer_keyid.size == 3);
	CHECK(gnutls_pkcs7_print_signature_info(&info, GNUTLS_CRT_PRINT_COMPACT, &out) == 0);
	CHECK(strcmp((char *)out.data, "\tSigner's issuer key ID: 6b6579\n\tSignature Algorithm: ECDSA-SHA256\n\n") == 0);
	gnutls_free(out.data);
	gnutls_pkcs7_signature_info_deinit(&info);
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_x509_trust_list_add_cas(list, &ca.crt, 1, 0) == 1);
	CHECK(gnutls_pkcs7_verify(p, list, NULL, 0, 0, NULL, 0) == 0);
	gnutls_x509_trust_list_deinit(list, 0);
	CHECK(pkcs7_sign(p, &signer, &data, NULL, GNUTLS_DIG_SHA256, GNUTLS_PKCS7_WRITE_SPKI) == GNUTLS_E_ASN1_ELEMENT_NOT_FOUND);
	gnutls_pkcs7_deinit(p);
	entity_free(&e);
	/* Values that would make the structure unreadable. */
	gnutls_datum_t junk = text("junk");
	gnutls_pkcs7_attrs_t attrs = NULL;
	p = pkcs7_new();
	CHECK(gnutls_pkcs7_add_attr(&attrs, "1.2.3", &junk, 0) == 0);
	CHECK(pkcs7_sign(p, &signer, &data, attrs, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_ASN1_DER_ERROR);
	gnutls_pkcs7_attrs_deinit(attrs);
	gnutls_pkcs7_deinit(p);
	CHECK(gnutls_pkcs7_add_attr(NULL, "1.2.3", &junk, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_print_signature_info(NULL, 0, &out) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs7_signature_info_deinit(NULL);
#endif
}

static void test_errors(void)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t data = text("signed");
	gnutls_privkey_t key = pkcs7_key(&signer), rsa;
	gnutls_privkey_init(&rsa);
	CHECK(gnutls_privkey_generate(rsa, GNUTLS_PK_RSA, 2048, 0) == 0);
	CHECK(pkcs7_sign(p, &signer, &data, NULL, GNUTLS_DIG_UNKNOWN, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(pkcs7_sign(p, &signer, &data, NULL, 999, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(pkcs7_sign(p, &signer, &data, NULL, GNUTLS_DIG_MD5, 0) == GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM);
	CHECK(gnutls_pkcs7_sign(NULL, signer.crt, key, &data, NULL, NULL, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_sign(p, NULL, key, &data, NULL, NULL, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_INVALID_REQUEST);
	CHECK(gnutls_pkcs7_sign(p, signer.crt, rsa, &data, NULL, NULL, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_CONSTRAINT_ERROR);
	CHECK(gnutls_pkcs7_verify_direct(NULL, signer.crt, 0, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_privkey_deinit(rsa);
	gnutls_privkey_deinit(key);
	gnutls_pkcs7_deinit(p);
}

/* Keys of each kind, and their digests. */
static void test_keys(void)
{
	static const struct { gnutls_pk_algorithm_t pk; unsigned bits; gnutls_digest_algorithm_t digest; int code; gnutls_sign_algorithm_t sign; } cases[] = {
		{ GNUTLS_PK_RSA, 2048, GNUTLS_DIG_SHA256, 0, GNUTLS_SIGN_RSA_SHA256 },
		{ GNUTLS_PK_RSA, 2048, GNUTLS_DIG_SHA512, 0, GNUTLS_SIGN_RSA_SHA512 },
		{ GNUTLS_PK_RSA, 2048, GNUTLS_DIG_SHA1, 0, GNUTLS_SIGN_RSA_SHA1 },
		{ GNUTLS_PK_RSA_PSS, 2048, GNUTLS_DIG_SHA256, 0, GNUTLS_SIGN_RSA_PSS_SHA256 },
		{ GNUTLS_PK_RSA_PSS, 2048, GNUTLS_DIG_SHA1, GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM, 0 },
		{ GNUTLS_PK_DSA, 2048, GNUTLS_DIG_SHA256, 0, GNUTLS_SIGN_DSA_SHA256 },
		{ GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP384R1), GNUTLS_DIG_SHA384, 0, GNUTLS_SIGN_ECDSA_SHA384 },
		{ GNUTLS_PK_ECDSA, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), GNUTLS_DIG_SHA1, 0, GNUTLS_SIGN_ECDSA_SHA1 },
		{ GNUTLS_PK_EDDSA_ED25519, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_ED25519), GNUTLS_DIG_SHA512, 0, GNUTLS_SIGN_EDDSA_ED25519 },
		{ GNUTLS_PK_EDDSA_ED25519, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_ED25519), GNUTLS_DIG_SHA256, GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM, 0 },
		{ GNUTLS_PK_GOST_12_256, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_GOST256CPA), GNUTLS_DIG_STREEBOG_256, 0, GNUTLS_SIGN_GOST_256 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct entity key, e;
		gnutls_datum_t data = text("signed");
		gnutls_x509_privkey_init(&key.key);
		CHECK(gnutls_x509_privkey_generate(key.key, cases[i].pk, cases[i].bits, 0) == 0);
		e = MAKE("end", &ca, .end = 1, .same_key = &key);
		for (unsigned flags = GNUTLS_PKCS7_EMBED_DATA; flags < 4; flags += GNUTLS_PKCS7_INCLUDE_TIME) {
			gnutls_pkcs7_t p = pkcs7_new();
			gnutls_pkcs7_signature_info_st info;
			CHECK(pkcs7_sign(p, &e, &data, NULL, cases[i].digest, flags) == cases[i].code);
			if (cases[i].code == 0) {
				p = pkcs7_again(p);
				CHECK(direct(p, &e, 0, NULL) == 0 && direct(p, &e, 0, "Signed") == GNUTLS_E_PK_SIG_VERIFY_FAILED);
				CHECK(direct(p, &signer, 0, NULL) < 0);
				CHECK(gnutls_pkcs7_get_signature_info(p, 0, &info) == 0 && info.algo == cases[i].sign);
				gnutls_pkcs7_signature_info_deinit(&info);
			}
			gnutls_pkcs7_deinit(p);
		}
		gnutls_x509_privkey_deinit(key.key);
		entity_free(&e);
	}
}

/* Broken digests, certificates that are out of their time or not for signatures. */
static void test_weak(void)
{
	gnutls_pkcs7_t p = pkcs7_new();
	gnutls_datum_t data = text("signed");
	struct entity key, e;
	struct extension usage[] = { EXTENSION("2.5.29.15", 1, "\3\2\5\x20"), { 0 } };
	gnutls_x509_privkey_init(&key.key);
	CHECK(gnutls_x509_privkey_generate(key.key, GNUTLS_PK_RSA, 2048, 0) == 0);
	e = MAKE("end", &ca, .end = 1, .same_key = &key);
	CHECK(pkcs7_sign(p, &e, &data, NULL, GNUTLS_DIG_MD5, GNUTLS_PKCS7_EMBED_DATA) == 0);
	p = pkcs7_again(p);
	CHECK(direct(p, &e, 0, NULL) == GNUTLS_E_INSUFFICIENT_SECURITY);
	CHECK(gnutls_pkcs7_verify_direct(p, e.crt, 0, NULL, GNUTLS_VERIFY_ALLOW_BROKEN) == 0);
	entity_free(&e);
	gnutls_pkcs7_deinit(p);
	e = MAKE("end", &ca, .end = 1, .from = -10, .to = -5);
	p = pkcs7_of(&e, "signed", 0);
	CHECK(direct(p, &e, 0, NULL) == GNUTLS_E_EXPIRED && direct(p, &e, 0, "x") == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	entity_free(&e);
	gnutls_pkcs7_deinit(p);
	e = MAKE("end", &ca, .end = 1, .from = 5, .to = 10);
	p = pkcs7_of(&e, "signed", 0);
	CHECK(direct(p, &e, 0, NULL) == GNUTLS_E_NOT_YET_ACTIVATED);
	entity_free(&e);
	gnutls_pkcs7_deinit(p);
	e = MAKE("end", &ca, .plain = 1, .extensions = usage);
	p = pkcs7_of(&e, "signed", 0);
	CHECK(direct(p, &e, 0, NULL) == (int)GNUTLS_CERT_SIGNER_CONSTRAINTS_FAILURE);
	entity_free(&e);
	gnutls_pkcs7_deinit(p);
	gnutls_x509_privkey_deinit(key.key);
}

/* Signatures of several signers. */
static void test_several(void)
{
	gnutls_pkcs7_t p = pkcs7_of(&signer, "signed", GNUTLS_PKCS7_INCLUDE_TIME | GNUTLS_PKCS7_INCLUDE_CERT);
	CHECK(pkcs7_sign(p, &other, NULL, NULL, GNUTLS_DIG_SHA512, GNUTLS_PKCS7_INCLUDE_CERT) == 0);
	CHECK(gnutls_pkcs7_get_signature_count(p) == 2);
	p = pkcs7_again(p);
	CHECK(gnutls_pkcs7_get_signature_count(p) == 2 && gnutls_pkcs7_get_crt_count(p) == 2);
	/* They are sorted as they are written. */
	CHECK((direct(p, &signer, 0, NULL) == 0) + (direct(p, &signer, 1, NULL) == 0) == 1);
	CHECK((direct(p, &other, 0, NULL) == 0) + (direct(p, &other, 1, NULL) == 0) == 1);
	CHECK(direct(p, &other, 2, NULL) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_pkcs7_deinit(p);
}

static int verified(gnutls_pkcs7_t p, gnutls_x509_crt_t anchor, const char *purpose, unsigned flags)
{
	gnutls_x509_trust_list_t list;
	gnutls_typed_vdata_st data = { GNUTLS_DT_KEY_PURPOSE_OID, (void *)purpose, 0 };
	int code;
	gnutls_x509_trust_list_init(&list, 0);
	if (anchor)
		CHECK(gnutls_x509_trust_list_add_cas(list, &anchor, 1, 0) == 1);
	code = gnutls_pkcs7_verify(p, list, &data, purpose ? 1 : 0, 0, NULL, flags);
	CHECK(gnutls_pkcs7_verify(p, list, NULL, 0, 9, NULL, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	gnutls_x509_trust_list_deinit(list, 0);
	return code;
}

/* The chain of the signer, which is in the structure. */
static void test_chain(void)
{
	struct extension purpose[] = { EXTENSION("2.5.29.37", 0, "\x30\x0a\6\x08\x2b\6\1\5\5\7\3\3"), { 0 } };
	struct entity middle = MAKE("middle", &ca), e = MAKE("end", &middle, .plain = 1, .extensions = purpose);
	gnutls_pkcs7_t p = pkcs7_of(&e, "signed", GNUTLS_PKCS7_INCLUDE_TIME | GNUTLS_PKCS7_INCLUDE_CERT);
	gnutls_datum_t data = text("signed"), bad = text("x");
	gnutls_x509_trust_list_t list;
	CHECK(verified(p, ca.crt, NULL, 0) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(verified(p, middle.crt, NULL, 0) == 0);
	CHECK(gnutls_pkcs7_set_crt(p, middle.crt) == 0);
	p = pkcs7_again(p);
	CHECK(verified(p, ca.crt, NULL, 0) == 0 && verified(p, NULL, NULL, 0) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(verified(p, ca.crt, "1.3.6.1.5.5.7.3.3", 0) == 0);
	CHECK(verified(p, ca.crt, "1.3.6.1.5.5.7.3.1", 0) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	gnutls_x509_trust_list_init(&list, 0);
	CHECK(gnutls_x509_trust_list_add_cas(list, &ca.crt, 1, 0) == 1);
	CHECK(gnutls_pkcs7_verify(p, list, NULL, 0, 0, &data, 0) == 0);
	CHECK(gnutls_pkcs7_verify(p, list, NULL, 0, 0, &bad, 0) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(gnutls_pkcs7_verify(NULL, list, NULL, 0, 0, NULL, 0) == GNUTLS_E_INVALID_REQUEST);
	gnutls_pkcs7_deinit(p);
	/* A signer whose certificate is not there. */
	p = pkcs7_of(&e, "signed", 0);
	CHECK(verified(p, middle.crt, NULL, 0) == GNUTLS_E_PK_SIG_VERIFY_FAILED);
	CHECK(direct(p, &e, 0, NULL) == 0);
	gnutls_pkcs7_deinit(p);
	gnutls_x509_trust_list_deinit(list, 0);
	entity_free(&middle);
	entity_free(&e);
}

static int is_attribute(gnutls_pkcs7_attrs_t list, unsigned i, const char *oid, const char *data, size_t size, unsigned flags)
{
	char *got = NULL;
	gnutls_datum_t d = { NULL, 0 };
	int good = gnutls_pkcs7_get_attr(list, i, &got, &d, flags) == 0 && strcmp(got, oid) == 0 && d.size == size && memcmp(d.data, data, size) == 0;
	gnutls_free(d.data);
	return good;
}

static void test_attributes(void)
{
	gnutls_pkcs7_attrs_t list = NULL, junk = NULL;
	gnutls_datum_t value = { (void *)"\4\1A", 3 }, data = text("abc"), out;
	gnutls_privkey_t key = pkcs7_key(&signer);
	gnutls_pkcs7_signature_info_st info;
	gnutls_pkcs7_t p = pkcs7_new();
	char *oid;
	CHECK(gnutls_pkcs7_add_attr(&list, "1.2.3.4", &value, 0) == 0 && list);
	CHECK(gnutls_pkcs7_add_attr(&list, "1.2.3.5", &value, GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING) == 0);
	CHECK(gnutls_pkcs7_add_attr(&list, "1.2.3.6", &(gnutls_datum_t){ (void *)"\2\1\7", 3 }, 0) == 0);
	/* The last comes first. */
	CHECK(is_attribute(list, 0, "1.2.3.6", "\2\1\7", 3, 0) && is_attribute(list, 2, "1.2.3.4", "\4\1A", 3, 0));
	CHECK(is_attribute(list, 1, "1.2.3.5", "\4\3\4\1A", 5, 0) && is_attribute(list, 1, "1.2.3.5", "\4\1A", 3, GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING));
	CHECK(gnutls_pkcs7_get_attr(list, 0, &oid, &out, GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING) == GNUTLS_E_ASN1_DER_ERROR);
	CHECK(gnutls_pkcs7_get_attr(list, 3, &oid, &out, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs7_get_attr(NULL, 0, &oid, &out, 0) == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(gnutls_pkcs7_sign(p, signer.crt, key, &data, list, list, GNUTLS_DIG_SHA256, GNUTLS_PKCS7_EMBED_DATA) == 0);
	gnutls_pkcs7_attrs_deinit(list);
	gnutls_pkcs7_attrs_deinit(NULL);
	p = pkcs7_again(p);
	CHECK(direct(p, &signer, 0, NULL) == 0);
	CHECK(gnutls_pkcs7_get_signature_info(p, 0, &info) == 0 && info.signing_time == -1);
	/* Sorted in the structure, and so backwards in the list. */
	CHECK(is_attribute(info.signed_attrs, 0, MESSAGE_DIGEST,
		"\4\x20\xba\x78\x16\xbf\x8f\x01\xcf\xea\x41\x41\x40\xde\x5d\xae\x22\x23\xb0\x03\x61\xa3\x96\x17\x7a\x9c\xb4\x10\xff\x61\xf2\x00\x15\xad", 34, 0));
	CHECK(is_attribute(info.signed_attrs, 1, CONTENT_TYPE, "\6\x09\x2a\x86\x48\x86\xf7\x0d\1\7\1", 11, 0));
	CHECK(is_attribute(info.signed_attrs, 2, "1.2.3.5", "\4\1A", 3, GNUTLS_PKCS7_ATTR_ENCODE_OCTET_STRING));
	CHECK(is_attribute(info.signed_attrs, 3, "1.2.3.6", "\2\1\7", 3, 0) && is_attribute(info.signed_attrs, 4, "1.2.3.4", "\4\1A", 3, 0));
	CHECK(is_attribute(info.unsigned_attrs, 2, "1.2.3.4", "\4\1A", 3, 0));
	CHECK(gnutls_pkcs7_print_signature_info(&info, GNUTLS_CRT_PRINT_FULL, &out) == 0 && out.size == strlen((char *)out.data));
	CHECK(strcmp((char *)out.data, "\tSigner's issuer DN: CN=ca\n\tSigner's serial: 02\n\tSignature Algorithm: ECDSA-SHA256\n"
		"\tSigned Attributes:\n\t\tmessageDigest: 0420ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
		"\t\tcontentType: 06092a864886f70d010701\n\t\t1.2.3.5: 0403040141\n\t\t1.2.3.6: 020107\n\t\t1.2.3.4: 040141\n"
		"\tUnsigned Attributes:\n\t\t1.2.3.5: 0403040141\n\t\t1.2.3.6: 020107\n\t\t1.2.3.4: 040141\n\n") == 0);
	gnutls_free(out.data);
	CHECK(gnutls_pkcs7_print_signature_info(&info, GNUTLS_CRT_PRINT_COMPACT, &out) == 0);
	CHECK(strcmp((char *)out.data, "\tSigner's issuer DN: CN=ca\n\tSigner's serial: 02\n\tSignature Algorithm: ECDSA-SHA256\n\n") == 0);
	gnutls_free(out.data);
	gnutls_pkcs7_signature_info_deinit(&info);
	gnutls_pkcs7_deinit(p);
	/* A type that is none. */
	p = pkcs7_new();
	CHECK(gnutls_pkcs7_add_attr(&junk, "junk", &value, 0) == 0);
	CHECK(gnutls_pkcs7_sign(p, signer.crt, key, &data, junk, NULL, GNUTLS_DIG_SHA256, 0) == GNUTLS_E_ASN1_VALUE_NOT_VALID);
	gnutls_pkcs7_attrs_deinit(junk);
	gnutls_pkcs7_deinit(p);
	gnutls_privkey_deinit(key);
}

/* The text of information that a program has put together. */
static void test_text(void)
{
	gnutls_pkcs7_signature_info_st info = { .algo = GNUTLS_SIGN_UNKNOWN, .signing_time = 5 };
	gnutls_datum_t value = { (void *)"\5\0", 2 }, out;
	gnutls_pkcs7_attrs_t list = NULL;
	CHECK(gnutls_pkcs7_print_signature_info(&info, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	CHECK(strcmp((char *)out.data, "\tSigning time: Thu Jan 01 00:00:05 UTC 1970\n\tSignature Algorithm: (null)\n\n") == 0);
	gnutls_free(out.data);
	info.issuer_dn = text("xx");
	info.signer_serial = text("abc");
	info.signing_time = -1;
	info.algo = GNUTLS_SIGN_RSA_SHA256;
	for (int i = 0; i <= 64; i++) {
		char oid[64];
		snprintf(oid, sizeof(oid), i < 20 ? "1.2.840.113549.1.9.%d" : "1.2.840.113549.1.9.16.2.%d", i < 20 ? i : i - 20);
		if (i != 2)
			CHECK(gnutls_pkcs7_add_attr(&list, oid, &value, 0) == 0);
	}
	info.signed_attrs = list;
	CHECK(gnutls_pkcs7_print_signature_info(&info, GNUTLS_CRT_PRINT_FULL, &out) == 0);
	CHECK(strncmp((char *)out.data, "\tSigner's issuer DN: [error]\n\tSigner's serial: 616263\n\tSignature Algorithm: RSA-SHA256\n\tSigned Attributes:\n", 101) == 0);
	static const char *const names[] = { "contentType", "messageDigest", "signingTime", "countersignature", "smimeCapabilities", "aa-receiptRequest",
		"aa-securityLabel", "aa-mlExpandHistory", "aa-contentHint", "aa-contentReference", "aa-equivalentLabels", "aa-encrypKeyPref",
		"aa-signingCertificate", "aa-ets-otherSigCert" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		char line[100];
		snprintf(line, sizeof(line), "\t\t%s: 0500\n", names[i]);
		CHECK(strstr((char *)out.data, line));
	}
	gnutls_free(out.data);
	gnutls_pkcs7_attrs_deinit(list);
}

int main(void)
{
	gnutls_global_init();
	ca = MAKE("ca", NULL);
	signer = END(&ca);
	other = END(&ca);
	test_flags();
	test_unwritten();
	test_errors();
	test_keys();
	test_weak();
	test_several();
	test_chain();
	test_attributes();
	test_text();
	entity_free(&ca);
	entity_free(&signer);
	entity_free(&other);
	gnutls_global_deinit();
	return check_result();
}
