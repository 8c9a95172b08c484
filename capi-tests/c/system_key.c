/* Keys of the operating system, which has none outside of Windows. */
#include <gnutls/gnutls.h>
#include <gnutls/system-keys.h>
#include "check.h"

int main(void)
{
	gnutls_system_key_iter_t iter = NULL;

	CHECK(gnutls_system_key_add_x509(NULL, NULL, "label", NULL, NULL) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_system_key_delete("system:id=1", NULL) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(gnutls_system_key_iter_get_info(&iter, GNUTLS_CRT_X509, NULL, NULL, NULL, NULL, 0) == GNUTLS_E_UNIMPLEMENTED_FEATURE);
	CHECK(iter == NULL);
	gnutls_system_key_iter_deinit(iter);
	return check_result();
}
