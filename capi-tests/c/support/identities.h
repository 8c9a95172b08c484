/* P-256 identities of the session tests, issued by the intermediate of certs.h. "old" is expired and has
 * the key of "server"; "client" may only be a client. */
#ifndef IDENTITIES_H
#define IDENTITIES_H

static const char server_pem[] __attribute__((unused)) =
	"-----BEGIN CERTIFICATE-----\n"
	"MIIBwDCCAWegAwIBAgICIAEwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRVGVzdCBp\n"
	"bnRlcm1lZGlhdGUwIBcNMjYxMTEyMDAwMDAwWhgPMjA4MTAxMDEwMDAwMDBaMBox\n"
	"GDAWBgNVBAMMD3d3dy5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
	"A0IABMxR/sGuzB6d8fy/o0U6U2oxIOB9IQ36Wpt1jg2Solnc94K6yly+/L2uGyab\n"
	"QNanzpHda4meYlJymojISfPYXQ6jgZgwgZUwDAYDVR0TAQH/BAIwADAOBgNVHQ8B\n"
	"Af8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwEwIAYDVR0RBBkwF4IPd3d3LmV4\n"
	"YW1wbGUuY29thwR/AAABMB0GA1UdDgQWBBStTJwQfwJGhaM7N0O4W1NH6mEE0TAf\n"
	"BgNVHSMEGDAWgBRFOirNDSuf8lYBDE0T141pdPS8ITAKBggqhkjOPQQDAgNHADBE\n"
	"AiBw1uO9E4KBexeBo06EOL95J4GgmIll+GgiGofqVSTEtgIgCwbKFFBMHRcCch7i\n"
	"hmf93hE/kpCg4obarUrjNd3ELPg=\n"
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
	"VR0jBBgwFoAURToqzQ0rn/JWAQxNE9eNaXT0vCEwCgYIKoZIzj0EAwIDRwAwRAIg\n"
	"Z1iVk5n0QitSC0iQXTfPPaBBnFCdwpGPI80oyO2laz0CIEKd4XYVhBa1FkJKMDgz\n"
	"C21LYcpBVr6h7mxOT4XFeIgm\n"
	"-----END CERTIFICATE-----\n";

static const char client_pem[] __attribute__((unused)) =
	"-----BEGIN CERTIFICATE-----\n"
	"MIIBtDCCAVugAwIBAgICIAIwCgYIKoZIzj0EAwIwHDEaMBgGA1UEAwwRVGVzdCBp\n"
	"bnRlcm1lZGlhdGUwIBcNMjYxMTEyMDAwMDAwWhgPMjA4MTAxMDEwMDAwMDBaMBEx\n"
	"DzANBgNVBAMMBkNsaWVudDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABK4lsXPI\n"
	"6Mcvwms1pJaQcR0cHKavKkdUCyx+002052d1/6OCLOZCIBZVF5/+Y4KBtecrqv9r\n"
	"1R1pj/tMc0ZSjLajgZUwgZIwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4Aw\n"
	"EwYDVR0lBAwwCgYIKwYBBQUHAwIwHQYDVR0RBBYwFIESY2xpZW50QGV4YW1wbGUu\n"
	"Y29tMB0GA1UdDgQWBBRvOevh+4mDy8zHNIjfAMXRmOkUezAfBgNVHSMEGDAWgBRF\n"
	"OirNDSuf8lYBDE0T141pdPS8ITAKBggqhkjOPQQDAgNHADBEAiAfDreUR3AR7h+2\n"
	"ZHfhAPuuvpy00XB/+DrHHI7tqYiPfwIgZAYhaLseBVU3yJSjrJFGk1fsfQSGQTof\n"
	"xdQ3yU/G32o=\n"
	"-----END CERTIFICATE-----\n";

static const char client_key_pem[] __attribute__((unused)) =
	"-----BEGIN PRIVATE KEY-----\n"
	"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDMagwuHuBbLEcFS9\n"
	"fYGjjV+yuC1eIty7zGBmLhaEWT+hRANCAASuJbFzyOjHL8JrNaSWkHEdHBymrypH\n"
	"VAssftNNtOdndf+jgizmQiAWVRef/mOCgbXnK6r/a9UdaY/7THNGUoy2\n"
	"-----END PRIVATE KEY-----\n";
#endif
