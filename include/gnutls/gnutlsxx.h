/**
 * @file gnutls/gnutlsxx.h
 *
 * The C++ classes of GnuTLS over the C interface of gnutls-rs. There is no library for it: every
 * function is inline. What fails throws gnutls::exception with the code. Written by hand.
 */
#ifndef GNUTLS_GNUTLSXX_H
#define GNUTLS_GNUTLSXX_H

#include <exception>
#include <vector>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

namespace gnutls {

class noncopyable {
protected:
	noncopyable() {}
	~noncopyable() {}

private:
	noncopyable(const noncopyable &);
	noncopyable &operator=(const noncopyable &);
};

class exception : public std::exception {
public:
	explicit exception(int x) : retcode(x) {}
	const char *what() const throw() { return gnutls_strerror(retcode); }
	int get_code() { return retcode; }

protected:
	int retcode;
};

/* A code that is no error, or an exception. */
inline int check(int ret)
{
	if (ret < 0)
		throw exception(ret);
	return ret;
}

class dh_params : private noncopyable {
public:
	dh_params() { check(gnutls_dh_params_init(&params)); }
	~dh_params() { gnutls_dh_params_deinit(params); }
	void import_raw(const gnutls_datum_t &prime, const gnutls_datum_t &generator)
	{
		check(gnutls_dh_params_import_raw(params, &prime, &generator));
	}
	void import_pkcs3(const gnutls_datum_t &pkcs3_params, gnutls_x509_crt_fmt_t format)
	{
		check(gnutls_dh_params_import_pkcs3(params, &pkcs3_params, format));
	}
	void generate(unsigned int bits) { check(gnutls_dh_params_generate2(params, bits)); }
	void export_pkcs3(gnutls_x509_crt_fmt_t format, unsigned char *params_data, size_t *params_data_size)
	{
		check(gnutls_dh_params_export_pkcs3(params, format, params_data, params_data_size));
	}
	void export_raw(gnutls_datum_t &prime, gnutls_datum_t &generator)
	{
		check(gnutls_dh_params_export_raw(params, &prime, &generator, NULL));
	}
	gnutls_dh_params_t get_params_t() const { return params; }
	dh_params &operator=(const dh_params &src)
	{
		if (this != &src)
			check(gnutls_dh_params_cpy(params, src.params));
		return *this;
	}

protected:
	gnutls_dh_params_t params;
};

class credentials : private noncopyable {
public:
	virtual ~credentials() {}
	gnutls_credentials_type_t get_type() const { return type; }

protected:
	friend class session;
	explicit credentials(gnutls_credentials_type_t t) : type(t), cred(NULL) {}
	void *ptr() const { return cred; }
	void set_ptr(void *p) { cred = p; }
	gnutls_credentials_type_t type;

private:
	void *cred;
};

class session : private noncopyable {
protected:
	gnutls_session_t s;

public:
	explicit session(unsigned int flags) { check(gnutls_init(&s, flags)); }
	virtual ~session() { gnutls_deinit(s); }

	gnutls_session_t ptr() { return s; }
	int bye(gnutls_close_request_t how) { return check(gnutls_bye(s, how)); }
	int handshake() { return check(gnutls_handshake(s)); }

	gnutls_alert_description_t get_alert() const { return gnutls_alert_get(s); }
	int send_alert(gnutls_alert_level_t level, gnutls_alert_description_t desc)
	{
		return check(gnutls_alert_send(s, level, desc));
	}
	int send_appropriate_alert(int err) { return check(gnutls_alert_send_appropriate(s, err)); }

	gnutls_cipher_algorithm_t get_cipher() const { return gnutls_cipher_get(s); }
	gnutls_kx_algorithm_t get_kx() const { return gnutls_kx_get(s); }
	gnutls_mac_algorithm_t get_mac() const { return gnutls_mac_get(s); }
	gnutls_compression_method_t get_compression() const { return GNUTLS_COMP_NULL; }
	gnutls_certificate_type_t get_certificate_type() const { return gnutls_certificate_type_get(s); }

	void set_private_extensions(bool allow) { gnutls_handshake_set_private_extensions(s, allow); }
	gnutls_handshake_description_t get_handshake_last_out() const { return gnutls_handshake_get_last_out(s); }
	gnutls_handshake_description_t get_handshake_last_in() const { return gnutls_handshake_get_last_in(s); }

	ssize_t send(const void *data, size_t sizeofdata) { return size(gnutls_record_send(s, data, sizeofdata)); }
	ssize_t recv(void *data, size_t sizeofdata) { return size(gnutls_record_recv(s, data, sizeofdata)); }
	bool get_record_direction() const { return gnutls_record_get_direction(s) != 0; }
	size_t get_max_size() const { return gnutls_record_get_max_size(s); }
	void set_max_size(size_t size) { check((int)gnutls_record_set_max_size(s, size)); }
	size_t check_pending() const { return gnutls_record_check_pending(s); }

	void prf(size_t label_size, const char *label, int server_random_first, size_t extra_size, const char *extra,
		 size_t outsize, char *out)
	{
		check(gnutls_prf(s, label_size, label, server_random_first, extra_size, extra, outsize, out));
	}
	void prf_raw(size_t label_size, const char *label, size_t seed_size, const char *seed, size_t outsize, char *out)
	{
		check(gnutls_prf_raw(s, label_size, label, seed_size, seed, outsize, out));
	}

	void set_priority(const char *prio, const char **err_pos)
	{
		check(gnutls_priority_set_direct(s, prio, err_pos));
	}
	void set_priority(gnutls_priority_t p) { check(gnutls_priority_set(s, p)); }
	gnutls_protocol_t get_protocol_version() const { return gnutls_protocol_get_version(s); }

	void set_data(const void *session_data, size_t session_data_size)
	{
		check(gnutls_session_set_data(s, session_data, session_data_size));
	}
	void get_data(void *session_data, size_t *session_data_size) const
	{
		check(gnutls_session_get_data(s, session_data, session_data_size));
	}
	void get_data(gnutls_session_t other, gnutls_datum_t &data) const { check(gnutls_session_get_data2(other, &data)); }
	void get_id(void *session_id, size_t *session_id_size) const
	{
		check(gnutls_session_get_id(s, session_id, session_id_size));
	}
	bool is_resumed() const { return gnutls_session_is_resumed(s) != 0; }
	void set_max_handshake_packet_length(size_t max) { gnutls_handshake_set_max_packet_length(s, max); }

	void clear_credentials() { gnutls_credentials_clear(s); }
	void set_credentials(const credentials &cred) { check(gnutls_credentials_set(s, cred.get_type(), cred.ptr())); }

	void set_transport_ptr(gnutls_transport_ptr_t p) { gnutls_transport_set_ptr(s, p); }
	void set_transport_ptr(gnutls_transport_ptr_t recv_ptr, gnutls_transport_ptr_t send_ptr)
	{
		gnutls_transport_set_ptr2(s, recv_ptr, send_ptr);
	}
	gnutls_transport_ptr_t get_transport_ptr() const { return gnutls_transport_get_ptr(s); }
	void get_transport_ptr(gnutls_transport_ptr_t &recv_ptr, gnutls_transport_ptr_t &send_ptr) const
	{
		gnutls_transport_get_ptr2(s, &recv_ptr, &send_ptr);
	}
	void set_transport_lowat(size_t) { throw exception(GNUTLS_E_UNIMPLEMENTED_FEATURE); }
	void set_transport_push_function(gnutls_push_func f) { gnutls_transport_set_push_function(s, f); }
	void set_transport_vec_push_function(gnutls_vec_push_func f) { gnutls_transport_set_vec_push_function(s, f); }
	void set_transport_pull_function(gnutls_pull_func f) { gnutls_transport_set_pull_function(s, f); }
	void set_transport_pull_timeout_function(gnutls_pull_timeout_func f)
	{
		gnutls_transport_set_pull_timeout_function(s, f);
	}

	void set_user_ptr(void *p) { gnutls_session_set_ptr(s, p); }
	void *get_user_ptr() const { return gnutls_session_get_ptr(s); }
	void send_openpgp_cert(gnutls_openpgp_crt_status_t) { throw exception(GNUTLS_E_UNIMPLEMENTED_FEATURE); }

	gnutls_credentials_type_t get_auth_type() const { return gnutls_auth_get_type(s); }
	gnutls_credentials_type_t get_server_auth_type() const { return gnutls_auth_server_get_type(s); }
	gnutls_credentials_type_t get_client_auth_type() const { return gnutls_auth_client_get_type(s); }

	void set_dh_prime_bits(unsigned int bits) { gnutls_dh_set_prime_bits(s, bits); }
	unsigned int get_dh_secret_bits() const { return check(gnutls_dh_get_secret_bits(s)); }
	unsigned int get_dh_peers_public_bits() const { return check(gnutls_dh_get_peers_public_bits(s)); }
	unsigned int get_dh_prime_bits() const { return check(gnutls_dh_get_prime_bits(s)); }
	void get_dh_group(gnutls_datum_t &gen, gnutls_datum_t &prime) const { check(gnutls_dh_get_group(s, &gen, &prime)); }
	void get_dh_pubkey(gnutls_datum_t &raw_key) const { check(gnutls_dh_get_pubkey(s, &raw_key)); }

	void get_our_certificate(gnutls_datum_t &cert) const
	{
		const gnutls_datum_t *d = gnutls_certificate_get_ours(s);
		if (d == NULL)
			throw exception(GNUTLS_E_INVALID_REQUEST);
		cert = *d;
	}
	bool get_peers_certificate(std::vector<gnutls_datum_t> &out_certs) const
	{
		unsigned int n = 0;
		const gnutls_datum_t *certs = gnutls_certificate_get_peers(s, &n);
		if (certs == NULL)
			return false;
		out_certs.assign(certs, certs + n);
		return true;
	}
	bool get_peers_certificate(const gnutls_datum_t **certs, unsigned int *certs_size) const
	{
		*certs = gnutls_certificate_get_peers(s, certs_size);
		return *certs != NULL;
	}
	time_t get_peers_certificate_activation_time() const
	{
		return time(gnutls_certificate_activation_time_peers(s));
	}
	time_t get_peers_certificate_expiration_time() const
	{
		return time(gnutls_certificate_expiration_time_peers(s));
	}
	void verify_peers_certificate(unsigned int &status) const { check(gnutls_certificate_verify_peers2(s, &status)); }

private:
	static ssize_t size(ssize_t ret)
	{
		if (ret < 0)
			throw exception((int)ret);
		return ret;
	}
	static time_t time(time_t t)
	{
		if (t == (time_t)-1)
			throw exception(GNUTLS_E_INVALID_REQUEST);
		return t;
	}
};

/* Where a server keeps sessions. */
class DB : private noncopyable {
public:
	virtual ~DB() = 0;
	virtual bool store(const gnutls_datum_t &key, const gnutls_datum_t &data) = 0;
	virtual bool retrieve(const gnutls_datum_t &key, gnutls_datum_t &data) = 0;
	virtual bool remove(const gnutls_datum_t &key) = 0;
};

inline DB::~DB() {}

class server_session : public session {
public:
	server_session() : session(GNUTLS_SERVER) {}
	explicit server_session(int flags) : session(GNUTLS_SERVER | (flags & ~GNUTLS_CLIENT)) {}
	~server_session() {}

	void db_remove() const { gnutls_db_remove_session(s); }
	void set_db_cache_expiration(unsigned int seconds) { gnutls_db_set_cache_expiration(s, (int)seconds); }
	void set_db(const DB &db)
	{
		gnutls_db_set_ptr(s, const_cast<DB *>(&db));
		gnutls_db_set_store_function(s, store);
		gnutls_db_set_retrieve_function(s, retrieve);
		gnutls_db_set_remove_function(s, remove);
	}
	bool db_check_entry(const gnutls_datum_t &session_data) const
	{
		return gnutls_db_check_entry(s, session_data) == GNUTLS_E_EXPIRED;
	}

	const char *get_srp_username() const { return gnutls_srp_server_get_username(s); }
	const char *get_psk_username() const { return gnutls_psk_server_get_username(s); }
	void get_server_name(void *data, size_t *data_length, unsigned int *type, unsigned int indx) const
	{
		check(gnutls_server_name_get(s, data, data_length, type, indx));
	}
	int rehandshake() { return check(gnutls_rehandshake(s)); }
	void set_certificate_request(gnutls_certificate_request_t req) { gnutls_certificate_server_set_request(s, req); }

private:
	/* No exception may pass through C. */
	static int store(void *db, gnutls_datum_t key, gnutls_datum_t data)
	{
		try {
			return static_cast<DB *>(db)->store(key, data) ? 0 : -1;
		} catch (...) {
			return GNUTLS_E_DB_ERROR;
		}
	}
	static gnutls_datum_t retrieve(void *db, gnutls_datum_t key)
	{
		gnutls_datum_t data = { NULL, 0 };
		try {
			if (static_cast<DB *>(db)->retrieve(key, data))
				return data;
		} catch (...) {
		}
		data.data = NULL;
		data.size = 0;
		return data;
	}
	static int remove(void *db, gnutls_datum_t key)
	{
		try {
			return static_cast<DB *>(db)->remove(key) ? 0 : -1;
		} catch (...) {
			return GNUTLS_E_DB_ERROR;
		}
	}
};

class client_session : public session {
public:
	client_session() : session(GNUTLS_CLIENT) {}
	explicit client_session(int flags) : session(GNUTLS_CLIENT | (flags & ~GNUTLS_SERVER)) {}
	~client_session() {}

	void set_verify_cert(const char *hostname, unsigned flags) { gnutls_session_set_verify_cert(s, hostname, flags); }
	void set_server_name(gnutls_server_name_type_t type, const void *name, size_t name_length)
	{
		check(gnutls_server_name_set(s, type, name, name_length));
	}
	bool get_request_status() { return gnutls_certificate_client_get_request_status(s) != 0; }
};

class certificate_credentials : public credentials {
public:
	certificate_credentials() : credentials(GNUTLS_CRD_CERTIFICATE)
	{
		check(gnutls_certificate_allocate_credentials(&cred));
		set_ptr(cred);
	}
	~certificate_credentials() { gnutls_certificate_free_credentials(cred); }

	void free_keys() { gnutls_certificate_free_keys(cred); }
	void free_cas() { gnutls_certificate_free_cas(cred); }
	void free_ca_names() { gnutls_certificate_free_ca_names(cred); }
	void free_crls() { gnutls_certificate_free_crls(cred); }
	void set_dh_params(const dh_params &params) { gnutls_certificate_set_dh_params(cred, params.get_params_t()); }
	void set_verify_flags(unsigned int flags) { gnutls_certificate_set_verify_flags(cred, flags); }
	void set_verify_limits(unsigned int max_bits, unsigned int max_depth)
	{
		gnutls_certificate_set_verify_limits(cred, max_bits, max_depth);
	}
	void set_x509_trust_file(const char *cafile, gnutls_x509_crt_fmt_t type)
	{
		check(gnutls_certificate_set_x509_trust_file(cred, cafile, type));
	}
	void set_x509_trust(const gnutls_datum_t &CA, gnutls_x509_crt_fmt_t type)
	{
		check(gnutls_certificate_set_x509_trust_mem(cred, &CA, type));
	}
	void set_x509_trust(gnutls_x509_crt_t *ca_list, int ca_list_size)
	{
		check(gnutls_certificate_set_x509_trust(cred, ca_list, ca_list_size));
	}
	void set_x509_crl_file(const char *crlfile, gnutls_x509_crt_fmt_t type)
	{
		check(gnutls_certificate_set_x509_crl_file(cred, crlfile, type));
	}
	void set_x509_crl(const gnutls_datum_t &CRL, gnutls_x509_crt_fmt_t type)
	{
		check(gnutls_certificate_set_x509_crl_mem(cred, &CRL, type));
	}
	void set_x509_crl(gnutls_x509_crl_t *crl_list, int crl_list_size)
	{
		check(gnutls_certificate_set_x509_crl(cred, crl_list, crl_list_size));
	}
	void set_x509_key_file(const char *certfile, const char *keyfile, gnutls_x509_crt_fmt_t type)
	{
		check(gnutls_certificate_set_x509_key_file(cred, certfile, keyfile, type));
	}
	void set_x509_key(const gnutls_datum_t &CERT, const gnutls_datum_t &KEY, gnutls_x509_crt_fmt_t type)
	{
		check(gnutls_certificate_set_x509_key_mem(cred, &CERT, &KEY, type));
	}
	void set_x509_key(gnutls_x509_crt_t *cert_list, int cert_list_size, gnutls_x509_privkey_t key)
	{
		check(gnutls_certificate_set_x509_key(cred, cert_list, cert_list_size, key));
	}
	void set_simple_pkcs12_file(const char *pkcs12file, gnutls_x509_crt_fmt_t type, const char *password)
	{
		check(gnutls_certificate_set_x509_simple_pkcs12_file(cred, pkcs12file, type, password));
	}
	void set_retrieve_function(gnutls_certificate_retrieve_function *func)
	{
		gnutls_certificate_set_retrieve_function(cred, func);
	}

protected:
	gnutls_certificate_credentials_t cred;
};

class certificate_server_credentials : public certificate_credentials {
public:
	void set_params_function(gnutls_params_function *func) { gnutls_certificate_set_params_function(cred, func); }
};

class certificate_client_credentials : public certificate_credentials {};

class anon_server_credentials : public credentials {
public:
	anon_server_credentials() : credentials(GNUTLS_CRD_ANON)
	{
		check(gnutls_anon_allocate_server_credentials(&cred));
		set_ptr(cred);
	}
	~anon_server_credentials() { gnutls_anon_free_server_credentials(cred); }
	void set_dh_params(const dh_params &params) { gnutls_anon_set_server_dh_params(cred, params.get_params_t()); }
	void set_params_function(gnutls_params_function *func) { gnutls_anon_set_server_params_function(cred, func); }

protected:
	gnutls_anon_server_credentials_t cred;
};

class anon_client_credentials : public credentials {
public:
	anon_client_credentials() : credentials(GNUTLS_CRD_ANON)
	{
		check(gnutls_anon_allocate_client_credentials(&cred));
		set_ptr(cred);
	}
	~anon_client_credentials() { gnutls_anon_free_client_credentials(cred); }

protected:
	gnutls_anon_client_credentials_t cred;
};

class srp_server_credentials : public credentials {
public:
	srp_server_credentials() : credentials(GNUTLS_CRD_SRP)
	{
		check(gnutls_srp_allocate_server_credentials(&cred));
		set_ptr(cred);
	}
	~srp_server_credentials() { gnutls_srp_free_server_credentials(cred); }
	void set_credentials_file(const char *password_file, const char *password_conf_file)
	{
		check(gnutls_srp_set_server_credentials_file(cred, password_file, password_conf_file));
	}
	void set_credentials_function(gnutls_srp_server_credentials_function *func)
	{
		gnutls_srp_set_server_credentials_function(cred, func);
	}

protected:
	gnutls_srp_server_credentials_t cred;
};

class srp_client_credentials : public credentials {
public:
	srp_client_credentials() : credentials(GNUTLS_CRD_SRP)
	{
		check(gnutls_srp_allocate_client_credentials(&cred));
		set_ptr(cred);
	}
	~srp_client_credentials() { gnutls_srp_free_client_credentials(cred); }
	void set_credentials(const char *username, const char *password)
	{
		check(gnutls_srp_set_client_credentials(cred, username, password));
	}
	void set_credentials_function(gnutls_srp_client_credentials_function *func)
	{
		gnutls_srp_set_client_credentials_function(cred, func);
	}

protected:
	gnutls_srp_client_credentials_t cred;
};

class psk_server_credentials : public credentials {
public:
	psk_server_credentials() : credentials(GNUTLS_CRD_PSK)
	{
		check(gnutls_psk_allocate_server_credentials(&cred));
		set_ptr(cred);
	}
	~psk_server_credentials() { gnutls_psk_free_server_credentials(cred); }
	void set_credentials_file(const char *password_file)
	{
		check(gnutls_psk_set_server_credentials_file(cred, password_file));
	}
	void set_credentials_function(gnutls_psk_server_credentials_function *func)
	{
		gnutls_psk_set_server_credentials_function(cred, func);
	}
	void set_dh_params(const dh_params &params) { gnutls_psk_set_server_dh_params(cred, params.get_params_t()); }
	void set_params_function(gnutls_params_function *func) { gnutls_psk_set_server_params_function(cred, func); }

protected:
	gnutls_psk_server_credentials_t cred;
};

class psk_client_credentials : public credentials {
public:
	psk_client_credentials() : credentials(GNUTLS_CRD_PSK)
	{
		check(gnutls_psk_allocate_client_credentials(&cred));
		set_ptr(cred);
	}
	~psk_client_credentials() { gnutls_psk_free_client_credentials(cred); }
	void set_credentials(const char *username, const gnutls_datum_t &key, gnutls_psk_key_flags flags)
	{
		check(gnutls_psk_set_client_credentials(cred, username, &key, flags));
	}
	void set_credentials_function(gnutls_psk_client_credentials_function *func)
	{
		gnutls_psk_set_client_credentials_function(cred, func);
	}

protected:
	gnutls_psk_client_credentials_t cred;
};

} // namespace gnutls

#endif
