/* For programs that make vectors: private keys encrypted by OpenSSL, with salts and initialisation vectors that are given, so that
 * the same bytes come again. */
#ifndef MAKE_ENCRYPTED_H
#define MAKE_ENCRYPTED_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

#define ITERATIONS 2048

/* Algorithms of OpenSSL's legacy provider are among them. */
static inline void need(int is_done, const char *what)
{
	if (!is_done) {
		fprintf(stderr, "%s cannot be made\n", what);
		exit(1);
	}
}

static inline void load_providers(void)
{
	need(OSSL_PROVIDER_load(NULL, "default") && OSSL_PROVIDER_load(NULL, "legacy"), "OpenSSL's legacy provider");
}

/* The caller frees it. */
static inline unsigned char *from_hex(const char *hex, long *size)
{
	unsigned char *p = OPENSSL_hexstr2buf(hex, size);
	need(p != NULL, hex);
	return p;
}

/* PEM as lines of C, each after `indent`; nothing follows the last. */
static inline void print_lines(const char *indent, const char *pem)
{
	for (int n; *pem; pem += n + 1) {
		n = strcspn(pem, "\n");
		printf("%s\"%.*s\\n\"%s", indent, n, pem, pem[n + 1] ? "\n" : "");
	}
}

static inline EVP_PKEY *plain_key(const char *pem)
{
	BIO *in = BIO_new_mem_buf(pem, -1);
	EVP_PKEY *key = PEM_read_bio_PrivateKey(in, NULL, NULL, NULL);
	need(key != NULL, "a key");
	BIO_free(in);
	return key;
}

/* What `out` has as a string, which the caller frees. */
static inline char *taken(BIO *out)
{
	char *data, *text;
	long size = BIO_get_mem_data(out, &data);
	text = strndup(data, size);
	BIO_free(out);
	return text;
}

/* RFC 8018: EncryptedPrivateKeyInfo under PBES2 with this cipher and PRF, or under the scheme itself if `prf` is NULL. */
static inline char *encrypted_pkcs8(EVP_PKEY *key, const char *password, const char *algorithm, const char *prf, const char *salt_hex,
				    const char *iv_hex)
{
	long salt_size, iv_size;
	unsigned char *salt = from_hex(salt_hex, &salt_size), *iv = prf ? from_hex(iv_hex, &iv_size) : NULL;
	X509_ALGOR *scheme = prf ? PKCS5_pbe2_set_iv(EVP_get_cipherbyname(algorithm), ITERATIONS, salt, salt_size, iv, OBJ_txt2nid(prf))
				 : PKCS5_pbe_set(OBJ_txt2nid(algorithm), ITERATIONS, salt, salt_size);
	PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(key);
	X509_SIG *encrypted;
	BIO *out = BIO_new(BIO_s_mem());

	need(scheme && info, algorithm);
	encrypted = PKCS8_set0_pbe(password, strlen(password), info, scheme);
	need(encrypted && PEM_write_bio_PKCS8(out, encrypted), algorithm);
	X509_SIG_free(encrypted);
	PKCS8_PRIV_KEY_INFO_free(info);
	OPENSSL_free(salt);
	OPENSSL_free(iv);
	return taken(out);
}

/* RFC 1421's headers: the key of MD5 over the password and the first 8 octets of the initialisation vector. */
static inline char *encrypted_pem(EVP_PKEY *key, const char *label, const char *password, const char *cipher, const char *iv_hex)
{
	const EVP_CIPHER *c = EVP_get_cipherbyname(cipher);
	EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
	unsigned char *der = NULL, *sealed, secret[EVP_MAX_KEY_LENGTH], *iv;
	int size = i2d_PrivateKey(key, &der), n = 0, last = 0;
	long iv_size;
	char header[200];
	BIO *out = BIO_new(BIO_s_mem());

	iv = from_hex(iv_hex, &iv_size);
	need(c && size > 0, cipher);
	sealed = malloc(size + EVP_MAX_BLOCK_LENGTH);
	need(EVP_BytesToKey(c, EVP_md5(), iv, (const void *)password, strlen(password), 1, secret, NULL) > 0 &&
		     EVP_EncryptInit_ex(ctx, c, NULL, secret, iv) && EVP_EncryptUpdate(ctx, sealed, &n, der, size) &&
		     EVP_EncryptFinal_ex(ctx, sealed + n, &last), cipher);
	snprintf(header, sizeof header, "Proc-Type: 4,ENCRYPTED\nDEK-Info: %s,%s\n", cipher, iv_hex);
	need(PEM_write_bio(out, label, header, sealed, n + last), label);
	EVP_CIPHER_CTX_free(ctx);
	OPENSSL_free(der);
	OPENSSL_free(iv);
	free(sealed);
	return taken(out);
}
#endif
