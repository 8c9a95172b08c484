// The C++ classes over the C interface: every member compiles, and a session can be made and fails as it should.
#include <gnutls/gnutlsxx.h>
#include <cstdio>
#include <cstring>

template class std::vector<gnutls_datum_t>;

struct Store : gnutls::DB {
	bool store(const gnutls_datum_t &, const gnutls_datum_t &) { return true; }
	bool retrieve(const gnutls_datum_t &, gnutls_datum_t &) { return false; }
	bool remove(const gnutls_datum_t &) { return true; }
};

int main()
{
	gnutls::certificate_client_credentials cred;
	gnutls::client_session client;
	gnutls::server_session server(GNUTLS_NONBLOCK);
	Store store;
	int failed = 0;

	client.set_credentials(cred);
	client.set_priority("NORMAL", NULL);
	client.set_server_name(GNUTLS_NAME_DNS, "localhost", 9);
	client.set_verify_cert("localhost", 0);
	server.set_db(store);
	server.set_priority("NORMAL", NULL);
	if (client.get_protocol_version() == 12345 || client.is_resumed())
		failed = 1;
	try {
		client.set_priority("NORMAL:+NOTHING", NULL);
		failed = 1;
	} catch (gnutls::exception &e) {
		if (e.get_code() != GNUTLS_E_INVALID_REQUEST || std::strlen(e.what()) == 0)
			failed = 1;
	}
	std::puts(failed ? "FAILED  gnutlsxx.h" : "ok      gnutlsxx.h");
	return failed;
}
