/* P-256 identities of the session tests, issued by the intermediate of certs.h. "old" is expired and has
 * the key of "server"; "client" may only be a client. Made of certs.txt by make_certs: do not edit. */
#ifndef IDENTITIES_H
#define IDENTITIES_H

static const char server_pem[] __attribute__((unused)) =
	"-----BEGIN CERTIFICATE-----\n"
	"MIIBwTCCAWegAwIBAgICIAEwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRVGVzdCBp\n"
	"bnRlcm1lZGlhdGUwIBcNMjYxMTEyMDAwMDAwWhgPMjA4MTAxMDEwMDAwMDBaMBox\n"
	"GDAWBgNVBAMMD3d3dy5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
	"A0IABMxR/sGuzB6d8fy/o0U6U2oxIOB9IQ36Wpt1jg2Solnc94K6yly+/L2uGyab\n"
	"QNanzpHda4meYlJymojISfPYXQ6jgZgwgZUwDAYDVR0TAQH/BAIwADAOBgNVHQ8B\n"
	"Af8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwEwIAYDVR0RBBkwF4IPd3d3LmV4\n"
	"YW1wbGUuY29thwR/AAABMB0GA1UdDgQWBBStTJwQfwJGhaM7N0O4W1NH6mEE0TAf\n"
	"BgNVHSMEGDAWgBQXi7E80jAtPOK/7Zuno7S1tQn6HjAKBggqhkjOPQQDAgNIADBF\n"
	"AiA7Eab3L/oh89DBJKO38YoXRTv3TEUpEXCokCT3cTNTGwIhAMvVI2W0ADJI2DbM\n"
	"jTXSdT+1ZsC+ORRYQzV1bv/EYmfB\n"
	"-----END CERTIFICATE-----\n";

static const char server_key_pem[] __attribute__((unused)) =
	"-----BEGIN PRIVATE KEY-----\n"
	"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdil6vwHrOlYO/0O8\n"
	"IUqT9ULGZhjFXeWLauH0p3zzRjWhRANCAATMUf7BrswenfH8v6NFOlNqMSDgfSEN\n"
	"+lqbdY4NkqJZ3PeCuspcvvy9rhsmm0DWp86R3WuJnmJScpqIyEnz2F0O\n"
	"-----END PRIVATE KEY-----\n";

static const char old_pem[] __attribute__((unused)) =
	"-----BEGIN CERTIFICATE-----\n"
	"MIIBvjCCAWWgAwIBAgICIAMwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRVGVzdCBp\n"
	"bnRlcm1lZGlhdGUwHhcNMjYxMTAxMDAwMDAwWhcNMjYxMTEyMDAwMDAwWjAaMRgw\n"
	"FgYDVQQDDA93d3cuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
	"AATMUf7BrswenfH8v6NFOlNqMSDgfSEN+lqbdY4NkqJZ3PeCuspcvvy9rhsmm0DW\n"
	"p86R3WuJnmJScpqIyEnz2F0Oo4GYMIGVMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/\n"
	"BAQDAgeAMBMGA1UdJQQMMAoGCCsGAQUFBwMBMCAGA1UdEQQZMBeCD3d3dy5leGFt\n"
	"cGxlLmNvbYcEfwAAATAdBgNVHQ4EFgQUrUycEH8CRoWjOzdDuFtTR+phBNEwHwYD\n"
	"VR0jBBgwFoAUF4uxPNIwLTziv+2bp6O0tbUJ+h4wCgYIKoZIzj0EAwIDRwAwRAIg\n"
	"Zlx/LVTtmNMSok6OoQJIiNul0qDV5yBRGKGM/ufEImkCICy7rzyVnsKSiVO/UrEG\n"
	"w/ahc+yv0REKZpKXb9xcUb08\n"
	"-----END CERTIFICATE-----\n";

static const char client_pem[] __attribute__((unused)) =
	"-----BEGIN CERTIFICATE-----\n"
	"MIIBtTCCAVugAwIBAgICIAIwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRVGVzdCBp\n"
	"bnRlcm1lZGlhdGUwIBcNMjYxMTEyMDAwMDAwWhgPMjA4MTAxMDEwMDAwMDBaMBEx\n"
	"DzANBgNVBAMMBkNsaWVudDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABK4lsXPI\n"
	"6Mcvwms1pJaQcR0cHKavKkdUCyx+002052d1/6OCLOZCIBZVF5/+Y4KBtecrqv9r\n"
	"1R1pj/tMc0ZSjLajgZUwgZIwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4Aw\n"
	"EwYDVR0lBAwwCgYIKwYBBQUHAwIwHQYDVR0RBBYwFIESY2xpZW50QGV4YW1wbGUu\n"
	"Y29tMB0GA1UdDgQWBBRvOevh+4mDy8zHNIjfAMXRmOkUezAfBgNVHSMEGDAWgBQX\n"
	"i7E80jAtPOK/7Zuno7S1tQn6HjAKBggqhkjOPQQDAgNIADBFAiAG2i0isSBFNReT\n"
	"MpVilq/O3INVKUPK8HGbhUaTw2P6cwIhAJAdySDxVgNCXibyJOOONldAG4XqKrKl\n"
	"k5nL3/9sGrRh\n"
	"-----END CERTIFICATE-----\n";

static const char client_key_pem[] __attribute__((unused)) =
	"-----BEGIN PRIVATE KEY-----\n"
	"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDMagwuHuBbLEcFS9\n"
	"fYGjjV+yuC1eIty7zGBmLhaEWT+hRANCAASuJbFzyOjHL8JrNaSWkHEdHBymrypH\n"
	"VAssftNNtOdndf+jgizmQiAWVRef/mOCgbXnK6r/a9UdaY/7THNGUoy2\n"
	"-----END PRIVATE KEY-----\n";

#endif
