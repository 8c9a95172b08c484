#!/bin/sh
# Writes files.h: PKCS #12 files of OpenSSL, certtool, Java's keytool and NSS's pk12util, with throw-away keys. Salts and keys are random, so
# that each run makes other files, of which the tests see the same. make_files.sh > files.h
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
out=$PWD
cd "$dir"
new_key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"; }
for name in ca ee ot; do new_key $name; done
days='-days 20000'
# shellcheck disable=SC2086 # a list of flags
{
	openssl req -x509 -key ca.key -subj /CN=CA $days -out ca.pem
	openssl req -x509 -key ot.key -subj /CN=OT $days -out ot.pem
	openssl req -new -key ee.key -subj /CN=EE -out ee.csr
	openssl x509 -req -in ee.csr -CA ca.pem -CAkey ca.key -CAcreateserial $days -out ee.pem 2> /dev/null
}
cat ot.pem ca.pem > extra.pem
export_to() { to=$1; shift; openssl pkcs12 -export -out "$to.p12" "$@"; }
export_to modern -inkey ee.key -in ee.pem -certfile extra.pem -name 'frïend' -passout pass:x
export_to legacy -legacy -inkey ee.key -in ee.pem -certfile extra.pem -name friend -passout pass:x
export_to nokeys -nokeys -in ee.pem -passout pass:x
export_to nocerts -nocerts -inkey ee.key -passout pass:x 2> /dev/null
export_to nomac -nomac -inkey ee.key -in ee.pem -passout pass:x
export_to open -keypbe NONE -certpbe NONE -inkey ee.key -in ee.pem -passout pass:x
export_to empty_password -inkey ee.key -in ee.pem -passout pass:
export_to utf8_password -legacy -inkey ee.key -in ee.pem -passout pass:pässwört
export_to sha512 -macalg sha512 -inkey ee.key -in ee.pem -passout pass:x
# OpenSSL 3.4 or later: the digests of the MAC and of the derivation.
for digests in '256 256' '256 512' '512 512'; do
	# shellcheck disable=SC2086 # two words
	set -- $digests
	export_to "pbmac1_$1_$2" -nokeys -certpbe NONE -in ee.pem -passout pass:1234 -macalg "sha$1" -pbmac1_pbkdf2 -pbmac1_pbkdf2_md "sha$2"
done
certtool --to-p12 --pkcs-cipher gost28147-tc26z --hash streebog-256 --load-certificate ee.pem --load-privkey ee.key --p12-name me \
	--password x --outder --outfile gost.p12 2> /dev/null
keytool -genkeypair -alias 'a😀' -keyalg RSA -keysize 2048 -dname CN=java -validity 20000 -storetype PKCS12 -keystore java.p12 \
	-storepass changeit 2> /dev/null
keytool -genseckey -alias s -keyalg AES -keysize 128 -storetype PKCS12 -keystore secret.p12 -storepass changeit 2> /dev/null
mkdir db
certutil -N -d db --empty-password
pk12util -i legacy.p12 -d db -W x -K '' > /dev/null
pk12util -o nss.p12 -n friend -d db -W x -K '' > /dev/null
echo '/* PKCS #12 files of other programs. Made by make_files.sh: do not edit. */'
echo '#ifndef FILES_H'
echo '#define FILES_H'
for file in *.p12; do
	echo
	echo "static const char ${file%.p12}_p12[] __attribute__((unused)) ="
	printf '%s\n' '	"-----BEGIN PKCS12-----\n"'
	openssl base64 -in "$file" | sed 's/.*/	"&\\n"/'
	printf '%s\n' '	"-----END PKCS12-----\n";'
done
echo '#endif'
