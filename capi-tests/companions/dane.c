/* libgnutls-dane without a network: TLSA records that are given to it, against a chain. */
#include <gnutls/crypto.h>
#include <gnutls/dane.h>
#include <gnutls/x509.h>
#include <gnutls/abstract.h>
#include <stdlib.h>
#include <string.h>

#include "certs.h"
#include "check.h"

static gnutls_datum_t chain[3];

static void read_chain(void)
{
	static const char *const pems[] = { leaf_pem, inter_pem, root_pem };
	gnutls_datum_t pem;
	unsigned int i;

	for (i = 0; i < 3; i++) {
		pem.data = (void *)pems[i];
		pem.size = strlen(pems[i]);
		CHECK(gnutls_pem_base64_decode2("CERTIFICATE", &pem, &chain[i]) == 0);
	}
}

/* What a record says of a certificate: itself or its key, whole or a digest. The first three bytes are the record's. */
static gnutls_datum_t record_of(const gnutls_datum_t *der, int usage, int type, int match)
{
	gnutls_x509_crt_t crt;
	gnutls_pubkey_t key;
	gnutls_datum_t data = { NULL, 0 }, record;
	unsigned char digest[64];

	if (type == DANE_CERT_PK) {
		CHECK(gnutls_x509_crt_init(&crt) == 0 && gnutls_x509_crt_import(crt, der, GNUTLS_X509_FMT_DER) == 0);
		CHECK(gnutls_pubkey_init(&key) == 0 && gnutls_pubkey_import_x509(key, crt, 0) == 0);
		CHECK(gnutls_pubkey_export2(key, GNUTLS_X509_FMT_DER, &data) == 0);
		gnutls_pubkey_deinit(key);
		gnutls_x509_crt_deinit(crt);
	} else {
		data.size = der->size;
		data.data = gnutls_malloc(der->size);
		memcpy(data.data, der->data, der->size);
	}
	if (match != DANE_MATCH_EXACT) {
		gnutls_digest_algorithm_t hash = match == DANE_MATCH_SHA2_256 ? GNUTLS_DIG_SHA256 : GNUTLS_DIG_SHA512;

		CHECK(gnutls_hash_fast(hash, data.data, data.size, digest) == 0);
		data.size = gnutls_hash_get_len(hash);
		memcpy(data.data, digest, data.size);
	}
	record.size = data.size + 3;
	record.data = malloc(record.size);
	record.data[0] = usage;
	record.data[1] = type;
	record.data[2] = match;
	memcpy(record.data + 3, data.data, data.size);
	gnutls_free(data.data);
	return record;
}

/* The status of the chain, or an error. */
static int verify(gnutls_datum_t record, unsigned int flags)
{
	char *const data[] = { (char *)record.data, NULL };
	const int sizes[] = { (int)record.size, 0 };
	unsigned int status = 99, usage, type, match;
	gnutls_datum_t got;
	dane_state_t state;
	dane_query_t query;
	int ret;

	CHECK(dane_state_init(&state, DANE_F_IGNORE_DNSSEC) == 0);
	CHECK(dane_raw_tlsa(state, &query, data, sizes, 1, 0) == 0);
	CHECK(dane_query_status(query) == DANE_QUERY_DNSSEC_VERIFIED && dane_query_entries(query) == 1);
	CHECK(dane_query_data(query, 0, &usage, &type, &match, &got) == 0);
	CHECK(usage == record.data[0] && type == record.data[1] && match == record.data[2]);
	CHECK(got.size == record.size - 3 && memcmp(got.data, record.data + 3, got.size) == 0);
	ret = dane_verify_crt_raw(state, chain, 3, GNUTLS_CRT_X509, query, 0, flags, &status);
	dane_query_deinit(query);
	dane_state_deinit(state);
	return ret < 0 ? ret : (int)status;
}

static int verify_and_free(gnutls_datum_t record, unsigned int flags)
{
	int status = verify(record, flags);

	free(record.data);
	return status;
}

static void usages_types_and_matches(void)
{
	int type, match;

	for (type = DANE_CERT_X509; type <= DANE_CERT_PK; type++) {
		for (match = DANE_MATCH_EXACT; match <= DANE_MATCH_SHA2_512; match++) {
			CHECK(verify_and_free(record_of(&chain[0], DANE_CERT_USAGE_EE, type, match), 0) == 0);
			CHECK(verify_and_free(record_of(&chain[0], DANE_CERT_USAGE_LOCAL_EE, type, match), 0) == 0);
			CHECK(verify_and_free(record_of(&chain[1], DANE_CERT_USAGE_CA, type, match), 0) == 0);
			CHECK(verify_and_free(record_of(&chain[1], DANE_CERT_USAGE_LOCAL_CA, type, match), 0) == 0);
			/* Of another certificate. */
			CHECK(verify_and_free(record_of(&chain[1], DANE_CERT_USAGE_LOCAL_EE, type, match), 0) ==
			      DANE_VERIFY_CERT_DIFFERS);
			CHECK(verify_and_free(record_of(&chain[0], DANE_CERT_USAGE_LOCAL_CA, type, match), 0) ==
			      DANE_VERIFY_CA_CONSTRAINTS_VIOLATED);
		}
	}
}

static void flags(void)
{
	CHECK(verify_and_free(record_of(&chain[1], DANE_CERT_USAGE_CA, DANE_CERT_PK, DANE_MATCH_SHA2_256),
			      DANE_VFLAG_ONLY_CHECK_EE_USAGE) == DANE_E_REQUESTED_DATA_NOT_AVAILABLE);
	CHECK(verify_and_free(record_of(&chain[1], DANE_CERT_USAGE_CA, DANE_CERT_PK, DANE_MATCH_SHA2_256),
			      DANE_VFLAG_ONLY_CHECK_CA_USAGE | DANE_VFLAG_FAIL_IF_NOT_CHECKED) == 0);
}

static void unknown_and_short_records(void)
{
	unsigned char odd[] = { 9, 9, 9, 1, 2, 3 };
	gnutls_datum_t record = { odd, sizeof(odd) };
	char *const data[] = { (char *)odd, NULL };
	const int sizes[] = { 3, 0 };
	dane_state_t state;
	dane_query_t query;

	CHECK(verify(record, 0) == DANE_E_REQUESTED_DATA_NOT_AVAILABLE);
	odd[0] = DANE_CERT_USAGE_LOCAL_EE;
	CHECK(verify(record, 0) == DANE_E_REQUESTED_DATA_NOT_AVAILABLE);
	odd[1] = DANE_CERT_PK;
	CHECK(verify(record, 0) == DANE_VERIFY_CERT_DIFFERS);
	CHECK(dane_state_init(&state, DANE_F_IGNORE_DNSSEC) == 0);
	CHECK(dane_raw_tlsa(state, &query, data, sizes, 1, 0) == DANE_E_RECEIVED_CORRUPT_DATA);
	dane_state_deinit(state);
}

static void texts(void)
{
	gnutls_datum_t out;

	CHECK(dane_verification_status_print(DANE_VERIFY_CERT_DIFFERS, &out, 0) == 0);
	CHECK(strcmp((char *)out.data, "Verification failed. The certificate differs. ") == 0);
	gnutls_free(out.data);
	CHECK(dane_verification_status_print(0, &out, 0) == 0);
	CHECK(strcmp((char *)out.data, "Certificate matches. ") == 0);
	gnutls_free(out.data);
}

int main(void)
{
	read_chain();
	usages_types_and_matches();
	flags();
	unknown_and_short_records();
	texts();
	gnutls_free(chain[0].data);
	gnutls_free(chain[1].data);
	gnutls_free(chain[2].data);
	return check_result();
}
