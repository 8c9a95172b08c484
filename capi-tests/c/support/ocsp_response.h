/* OCSP responses (RFC 6960 section 4.2), which no public function of GnuTLS makes. */
#ifndef OCSP_RESPONSE_H
#define OCSP_RESPONSE_H
#include "authority.h"
#include "der.h"
#include <gnutls/crypto.h>

#define OCSP_SIGNING EXTENSION("2.5.29.37", 0, "\x30\x0a\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x09")
#define MUST_STAPLE EXTENSION(TLS_FEATURES, 0, "\x30\x03\x02\x01\x05")

enum { GOOD, REVOKED, UNKNOWN };

/* What a response says of a certificate; 0 is the default of each field. */
struct answer {
	const struct entity *of, *issuer; /* the certificate, and the one that the response names as its issuer */
	const struct entity *signer; /* the issuer */
	const struct entity *shown; /* a certificate in the response */
	int status; /* GOOD */
	long from, to; /* hours from now: -1, 24; without an end if `endless` */
	int endless;
	int by_name; /* the responder is named, not known by its key */
	int code; /* 0, successful */
	int broken; /* the signature is wrong */
	gnutls_digest_algorithm_t hash; /* of the certificate's identifier: SHA-1 */
	const struct entity *before; /* another certificate of the issuer that the response has first, as good */
	const struct entity *shown_first; /* a certificate in the response before `shown` */
	gnutls_digest_algorithm_t digest; /* of the signature: SHA-256 */
	int reason; /* of the revocation, from 1 */
	const char *nonce;
	int critical; /* the nonce */
};

static inline struct der ocsp_time(time_t at)
{
	char text[16];
	struct tm tm;
	gmtime_r(&at, &tm);
	strftime(text, sizeof text, "%Y%m%d%H%M%SZ", &tm);
	return ELEMENT(0x18, der_bytes(text, 15));
}

static inline struct der ocsp_export(const struct entity *e)
{
	gnutls_datum_t der;
	CHECK(gnutls_x509_crt_export2(e->crt, GNUTLS_X509_FMT_DER, &der) == 0);
	struct der d = der_bytes(der.data, der.size);
	gnutls_free(der.data);
	return d;
}

static inline struct der ocsp_name(const struct entity *e)
{
	gnutls_datum_t dn;
	CHECK(gnutls_x509_crt_get_raw_dn(e->crt, &dn) == 0);
	struct der d = der_bytes(dn.data, dn.size);
	gnutls_free(dn.data);
	return d;
}

static inline struct der ocsp_hash(gnutls_digest_algorithm_t hash, struct der of)
{
	unsigned char out[64];
	CHECK(gnutls_hash_fast(hash, of.p, of.n, out) == 0);
	return ELEMENT(0x04, der_bytes(out, gnutls_hash_get_len(hash)));
}

/* The hash of the bits of a P-256 key: the end of its SubjectPublicKeyInfo. */
static inline struct der ocsp_key_hash(gnutls_digest_algorithm_t hash, const struct entity *e)
{
	gnutls_pubkey_t key;
	gnutls_datum_t spki;
	gnutls_pubkey_init(&key);
	CHECK(gnutls_pubkey_import_x509(key, e->crt, 0) == 0);
	CHECK(gnutls_pubkey_export2(key, GNUTLS_X509_FMT_DER, &spki) == 0);
	struct der d = ocsp_hash(hash, der_bytes(spki.data + spki.size - 65, 65));
	gnutls_free(spki.data);
	gnutls_pubkey_deinit(key);
	return d;
}

static inline struct der ocsp_single(const struct answer *a, const struct entity *of, int status)
{
	time_t now = time(NULL);
	gnutls_digest_algorithm_t hash = a->hash ? a->hash : GNUTLS_DIG_SHA1;
	unsigned char serial[32];
	size_t size = sizeof serial;
	CHECK(gnutls_x509_crt_get_serial(of->crt, serial, &size) == 0);
	struct der algorithm = SEQ(der_oid(hash == GNUTLS_DIG_SHA1 ? "1.3.14.3.2.26" : "2.16.840.1.101.3.4.2.1"), LIT("\x05\x00"));
	struct der id = SEQ(algorithm, ocsp_hash(hash, ocsp_name(a->issuer)), ocsp_key_hash(hash, a->issuer), ELEMENT(0x02, der_bytes(serial, size)));
	unsigned char reason = a->reason;
	struct der why = reason ? ELEMENT(0xa0, ELEMENT(0x0a, der_bytes(&reason, 1))) : LIT("");
	struct der said = status == GOOD ? LIT("\x80\x00") : status == UNKNOWN ? LIT("\x82\x00") : ELEMENT(0xa1, ocsp_time(now - 86400), why);
	struct der next = a->endless ? LIT("") : ELEMENT(0xa0, ocsp_time(now + 3600 * (a->from || a->to ? a->to : 24)));
	return SEQ(id, said, ocsp_time(now + 3600 * (a->from || a->to ? a->from : -1)), next);
}

static inline gnutls_datum_t ocsp_response(struct answer a)
{
	const struct entity *signer = a.signer ? a.signer : a.issuer;
	gnutls_privkey_t key;
	gnutls_datum_t data, signature;
	if (a.code) {
		unsigned char code = a.code;
		return der_datum(SEQ(ELEMENT(0x0a, der_bytes(&code, 1))));
	}
	struct der responder = a.by_name ? ELEMENT(0xa1, ocsp_name(signer)) : ELEMENT(0xa2, ocsp_key_hash(GNUTLS_DIG_SHA1, signer));
	struct der list = a.before ? JOIN(ocsp_single(&a, a.before, GOOD), ocsp_single(&a, a.of, a.status)) : ocsp_single(&a, a.of, a.status);
	struct der nonce = LIT("");
	if (a.nonce) {
		struct der value = ELEMENT(0x04, ELEMENT(0x04, der_bytes(a.nonce, strlen(a.nonce))));
		nonce = ELEMENT(0xa1, SEQ(SEQ(der_oid("1.3.6.1.5.5.7.48.1.2"), a.critical ? LIT("\x01\x01\xff") : LIT(""), value)));
	}
	struct der tbs = SEQ(responder, ocsp_time(time(NULL) - 60), SEQ(list), nonce);
	int sha1 = a.digest == GNUTLS_DIG_SHA1;
	gnutls_privkey_init(&key);
	CHECK(gnutls_privkey_import_x509(key, signer->key, 0) == 0);
	data = der_datum(tbs);
	CHECK(gnutls_privkey_sign_data(key, sha1 ? GNUTLS_DIG_SHA1 : GNUTLS_DIG_SHA256, 0, &data, &signature) == 0);
	gnutls_privkey_deinit(key);
	if (a.broken)
		tbs.p[tbs.n - 2] ^= 1; /* the last digit of a time, or the nonce */
	struct der bits = ELEMENT(0x03, LIT("\x00"), der_bytes(signature.data, signature.size));
	gnutls_free(signature.data);
	struct der certs = a.shown_first ? JOIN(ocsp_export(a.shown_first), ocsp_export(a.shown)) : a.shown ? ocsp_export(a.shown) : LIT("");
	struct der basic = SEQ(tbs, SEQ(der_oid(sha1 ? "1.2.840.10045.4.1" : "1.2.840.10045.4.3.2")), bits, certs.n ? ELEMENT(0xa0, SEQ(certs)) : certs);
	return der_datum(SEQ(LIT("\x0a\x01\x00"), ELEMENT(0xa0, SEQ(der_oid("1.3.6.1.5.5.7.48.1.1"), ELEMENT(0x04, basic)))));
}
#define RESPONSE(cert, by, ...) ocsp_response((struct answer){ .of = cert, .issuer = by, ##__VA_ARGS__ })
#endif
