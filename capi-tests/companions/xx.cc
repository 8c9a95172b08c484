/* A program of libgnutlsxx: sessions in both roles with certificates and with PSKs, a database, errors as exceptions. */
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include <gnutls/gnutlsxx.h>

#include "check.h"
#include "certs.h"
#include "identities.h"

static gnutls_datum_t text(const char *s)
{
	gnutls_datum_t d = { (unsigned char *)s, (unsigned int)std::strlen(s) };

	return d;
}

/* One direction; the object that reads is the transport pointer of its session. */
struct end {
	gnutls::session *session;
	std::deque<char> in;
	end *peer;
};

static ssize_t push(gnutls_transport_ptr_t ptr, const void *data, size_t n)
{
	end *e = static_cast<end *>(ptr);
	const char *bytes = static_cast<const char *>(data);

	e->peer->in.insert(e->peer->in.end(), bytes, bytes + n);
	return n;
}

static ssize_t pull(gnutls_transport_ptr_t ptr, void *data, size_t n)
{
	end *e = static_cast<end *>(ptr);

	if (e->in.empty()) {
		gnutls_transport_set_errno(e->session->ptr(), EAGAIN);
		return -1;
	}
	if (n > e->in.size())
		n = e->in.size();
	std::copy(e->in.begin(), e->in.begin() + n, static_cast<char *>(data));
	e->in.erase(e->in.begin(), e->in.begin() + n);
	return n;
}

static int pull_timeout(gnutls_transport_ptr_t ptr, unsigned int)
{
	return !static_cast<end *>(ptr)->in.empty();
}

static void join(gnutls::session &a, end &e, end &peer)
{
	e.session = &a;
	e.peer = &peer;
	a.set_transport_ptr(&e);
	a.set_transport_push_function(push);
	a.set_transport_pull_function(pull);
	a.set_transport_pull_timeout_function(pull_timeout);
}

/* Each call either ends a handshake or waits for the other side. */
static bool step(gnutls::session &s)
{
	try {
		return s.handshake() == 0;
	} catch (gnutls::exception &e) {
		CHECK(e.get_code() == GNUTLS_E_AGAIN || gnutls_error_is_fatal(e.get_code()));
		if (gnutls_error_is_fatal(e.get_code()))
			throw;
		return false;
	}
}

static void handshake(gnutls::session &client, gnutls::session &server)
{
	bool c = false, s = false;

	for (int i = 0; i < 20 && !(c && s); i++) {
		c = c || step(client);
		s = s || step(server);
	}
	CHECK(c && s);
}

static void exchange(gnutls::session &client, gnutls::session &server)
{
	char buf[16];

	CHECK(client.send("ping", 4) == 4);
	CHECK(server.recv(buf, sizeof(buf)) == 4 && std::memcmp(buf, "ping", 4) == 0 && server.check_pending() == 0);
	CHECK(server.send("pong", 4) == 4);
	CHECK(client.recv(buf, 1) == 1 && client.check_pending() == 3);
	CHECK(client.recv(buf + 1, sizeof(buf) - 1) == 3 && std::memcmp(buf, "pong", 4) == 0);
	CHECK(client.bye(GNUTLS_SHUT_WR) == 0);
	CHECK(server.recv(buf, sizeof(buf)) == 0);
}

/* The library declares it and has none. */
gnutls::DB::~DB()
{
}

struct Store : gnutls::DB {
	mutable std::map<std::string, std::string> entries;

	static std::string bytes(const gnutls_datum_t &d)
	{
		return std::string(reinterpret_cast<const char *>(d.data), d.size);
	}
	bool store(const gnutls_datum_t &key, const gnutls_datum_t &data)
	{
		entries[bytes(key)] = bytes(data);
		return true;
	}
	bool retrieve(const gnutls_datum_t &key, gnutls_datum_t &data)
	{
		std::map<std::string, std::string>::const_iterator e = entries.find(bytes(key));

		if (e == entries.end())
			return false;
		data.size = e->second.size();
		data.data = static_cast<unsigned char *>(gnutls_malloc(data.size));
		std::memcpy(data.data, e->second.data(), data.size);
		return true;
	}
	bool remove(const gnutls_datum_t &key)
	{
		return entries.erase(bytes(key)) == 1;
	}
};

static const char NAME[] = "www.example.com";

static void certificates(const char *priority, gnutls_protocol_t version)
{
	gnutls::certificate_server_credentials server_cred;
	gnutls::certificate_client_credentials client_cred;
	gnutls::server_session server(GNUTLS_NONBLOCK);
	gnutls::client_session client(GNUTLS_NONBLOCK);
	std::string chain = std::string(server_pem) + inter_pem;
	std::vector<gnutls_datum_t> peers;
	end c = end(), s = end();
	char name[64];
	size_t size = sizeof(name);
	unsigned int type = 0, status = 99;

	server_cred.set_x509_key(text(chain.c_str()), text(server_key_pem), GNUTLS_X509_FMT_PEM);
	client_cred.set_x509_trust(text(root_pem), GNUTLS_X509_FMT_PEM);
	server.set_priority(priority, NULL);
	client.set_priority(priority, NULL);
	server.set_credentials(server_cred);
	client.set_credentials(client_cred);
	client.set_server_name(GNUTLS_NAME_DNS, NAME, std::strlen(NAME));
	client.set_verify_cert(NAME, 0);
	join(client, c, s);
	join(server, s, c);
	handshake(client, server);

	CHECK(client.get_protocol_version() == version && server.get_protocol_version() == version);
	CHECK(client.get_cipher() == server.get_cipher() && client.get_kx() == server.get_kx());
	CHECK(client.get_auth_type() == GNUTLS_CRD_CERTIFICATE && client.get_certificate_type() == GNUTLS_CRT_X509);
	CHECK(client.get_peers_certificate(peers) && peers.size() == 2 && !server.get_peers_certificate(peers));
	client.verify_peers_certificate(status);
	CHECK(status == 0);
	CHECK(client.get_peers_certificate_expiration_time() > client.get_peers_certificate_activation_time());
	server.get_server_name(name, &size, &type, 0);
	CHECK(type == GNUTLS_NAME_DNS && std::strcmp(name, NAME) == 0);
	CHECK(!client.is_resumed());
	exchange(client, server);
}

/* A session of TLS 1.2, and again by the server's database. */
static void resumption(void)
{
	gnutls::certificate_server_credentials server_cred;
	gnutls::certificate_client_credentials client_cred;
	Store store;
	std::vector<char> saved(4096);
	size_t size = saved.size();

	server_cred.set_x509_key(text(server_pem), text(server_key_pem), GNUTLS_X509_FMT_PEM);
	for (int again = 0; again < 2; again++) {
		gnutls::server_session server(GNUTLS_NONBLOCK | GNUTLS_NO_TICKETS);
		gnutls::client_session client(GNUTLS_NONBLOCK | GNUTLS_NO_TICKETS);
		end c = end(), s = end();

		server.set_priority("NORMAL:-VERS-ALL:+VERS-TLS1.2", NULL);
		client.set_priority("NORMAL:-VERS-ALL:+VERS-TLS1.2", NULL);
		server.set_credentials(server_cred);
		client.set_credentials(client_cred);
		server.set_db(store);
		if (again)
			client.set_data(&saved[0], size);
		join(client, c, s);
		join(server, s, c);
		handshake(client, server);
		CHECK(client.is_resumed() == (again == 1) && server.is_resumed() == (again == 1));
		CHECK(store.entries.size() == 1);
		if (!again)
			client.get_data(&saved[0], &size);
		exchange(client, server);
	}
}

static int key_of(gnutls_session_t session, const char *username, gnutls_datum_t *key)
{
	static const char secret[] = "0123456789abcdef";

	if (std::strcmp(username, "alice") != 0)
		return -1;
	key->size = sizeof(secret) - 1;
	key->data = static_cast<unsigned char *>(gnutls_malloc(key->size));
	std::memcpy(key->data, secret, key->size);
	(void)session;
	return 0;
}

static void psk(const char *user, bool known)
{
	gnutls::psk_server_credentials server_cred;
	gnutls::psk_client_credentials client_cred;
	gnutls::server_session server(GNUTLS_NONBLOCK);
	gnutls::client_session client(GNUTLS_NONBLOCK);
	end c = end(), s = end();
	bool failed = false;

	server_cred.set_credentials_function(key_of);
	client_cred.set_credentials(user, text("0123456789abcdef"), GNUTLS_PSK_KEY_RAW);
	server.set_priority("NORMAL:-KX-ALL:+ECDHE-PSK:-VERS-ALL:+VERS-TLS1.2", NULL);
	client.set_priority("NORMAL:-KX-ALL:+ECDHE-PSK:-VERS-ALL:+VERS-TLS1.2", NULL);
	server.set_credentials(server_cred);
	client.set_credentials(client_cred);
	join(client, c, s);
	join(server, s, c);
	try {
		handshake(client, server);
	} catch (gnutls::exception &e) {
		failed = true;
		CHECK(e.get_code() < 0 && std::strcmp(e.what(), gnutls_strerror(e.get_code())) == 0);
	}
	CHECK(failed != known);
	if (!known)
		return;
	CHECK(std::strcmp(server.get_psk_username(), "alice") == 0);
	exchange(client, server);
}

/* RFC 3526 group 14's size; the numbers as a file has them. */
static void dh_params(void)
{
	gnutls::dh_params params, copy;
	gnutls_datum_t prime, generator;

	params.import_raw(gnutls_ffdhe_2048_group_prime, gnutls_ffdhe_2048_group_generator);
	copy = params;
	copy.export_raw(prime, generator);
	CHECK(prime.size >= 256 && generator.size >= 1);
	gnutls_free(prime.data);
	gnutls_free(generator.data);
}

static void exceptions(void)
{
	gnutls::client_session client;
	gnutls::certificate_client_credentials cred;
	int code = 0;

	try {
		client.set_priority("NORMAL:+NOTHING", NULL);
	} catch (gnutls::exception &e) {
		code = e.get_code();
	}
	CHECK(code == GNUTLS_E_INVALID_REQUEST);
	code = 0;
	try {
		cred.set_x509_trust_file("/nothing/here", GNUTLS_X509_FMT_PEM);
	} catch (gnutls::exception &e) {
		code = e.get_code();
	}
	CHECK(code == GNUTLS_E_FILE_ERROR);
}

int main()
{
	certificates("NORMAL", GNUTLS_TLS1_3);
	certificates("NORMAL:-VERS-ALL:+VERS-TLS1.2", GNUTLS_TLS1_2);
	resumption();
	psk("alice", true);
	psk("mallory", false);
	dh_params();
	exceptions();
	return check_result();
}
