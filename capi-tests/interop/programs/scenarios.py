"""What is done with each program. A scenario fails by an exception, whose text is the reason.

`run` starts the program on the library; what it must refuse is asked of it as well.
"""
import hashlib
import os
import re
import shutil
import subprocess
import time

import peers

SCENARIOS = []


def scenario(program, package, what, *, needs=None):
    """Declares a scenario: the package that has the program, what is done, and the packages that it needs beside."""
    def declare(function):
        SCENARIOS.append((program, package, what, needs or [], function))
        return function
    return declare


class Failed(Exception):
    pass


def expect(result, text, code=0):
    """The exit status (1 is any failure, None whichever), and that the output has the text. The last words are the reason."""
    output = result.stdout + result.stderr
    fine = code is None or (result.returncode != 0) == bool(code)
    if not fine or not re.search(text, output):
        words = [line for line in output.strip().splitlines() if line.strip()]
        raise Failed((words[-1] if words else f"exit status {result.returncode}")[:160])


@scenario("wget", "wget", "a page in TLS 1.3 and 1.2; refuses a wrong name and an unknown authority")
def wget(t):
    url = f"https://localhost:{t.https()}/hello.txt"
    get = ["wget", "-q", "-t1", "-T10", "--no-hsts", "-O", "-"]
    expect(t.run(*get, "--ca-certificate=" + t.ca, url), "It works")
    expect(t.run(*get, "--ciphers=NORMAL:-VERS-TLS1.3", "--ca-certificate=" + t.ca, url), "It works")
    loud = [w for w in get if w != "-q"]
    wrong = f"https://localhost:{t.https('wrong')}/hello.txt"
    expect(t.run(*loud, "--ca-certificate=" + t.ca, wrong), "does not match|doesn.t match", code=1)
    expect(t.run(*loud, "--ca-certificate=" + t.other, url), "not trusted", code=1)


@scenario("git", "git", "a clone over HTTPS; refuses an unknown authority")
def git(t):
    bare = os.path.join(t.root, "project.git")
    work = t.file("work")
    plain = dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@localhost",
                 GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a@localhost")
    for words in (["init", "-q", work], ["-C", work, "commit", "-q", "--allow-empty", "-m", "first"],
                  ["clone", "-q", "--bare", work, bare], ["-C", bare, "update-server-info"]):
        subprocess.run(["git", *words], check=True, env=plain)
    url = f"https://localhost:{t.https()}/project.git"
    expect(t.run("git", "-c", "http.sslCAInfo=" + t.ca, "clone", url, t.file("copy")), "Cloning")
    if not os.path.isdir(t.file("copy/.git")):
        raise Failed("no clone")
    expect(t.run("git", "-c", "http.sslCAInfo=" + t.other, "clone", url, t.file("no")), "certificate", code=1)


@scenario("libcurl3-gnutls (pycurl)", "python3-pycurl", "a page in TLS 1.3; refuses an unknown authority")
def curl(t):
    script = """
import io, pycurl, sys
out = io.BytesIO()
c = pycurl.Curl()
c.setopt(c.URL, sys.argv[1]); c.setopt(c.CAINFO, sys.argv[2]); c.setopt(c.WRITEDATA, out)
c.perform()
print(pycurl.version, out.getvalue().decode())
"""
    url = f"https://localhost:{t.https()}/hello.txt"
    expect(t.run("/usr/bin/python3", "-c", script, url, t.ca), "GnuTLS.*It works")
    expect(t.run("/usr/bin/python3", "-c", script, url, t.other), "certificate", code=1)


@scenario("lftp", "lftp", "a page over HTTPS; refuses an unknown authority")
def lftp(t):
    def get(authority):
        port = t.https()
        return t.run("lftp", "-c", f"set ssl:ca-file {authority}; set net:max-retries 1; set net:timeout 10; "
                     f"cat https://localhost:{port}/hello.txt")
    expect(get(t.ca), "It works")
    expect(get(t.other), "ertificate", code=1)


@scenario("emacs", "emacs-nox", "a page by url-retrieve-synchronously")
def emacs(t):
    code = f"""
(progn (setq gnutls-trustfiles '("{t.ca}") gnutls-verify-error t url-http-attempt-keepalives nil)
  (with-current-buffer (url-retrieve-synchronously "https://localhost:{t.https()}/hello.txt" t nil 20)
    (princ (buffer-string))))"""
    expect(t.run("emacs", "--batch", "--eval", code), "It works")


@scenario("msmtp", "msmtp", "a mail, by STARTTLS; refuses an unknown authority")
def msmtp(t):
    kept = []
    port = peers.smtp(t.certificates, kept)

    def send(authority):
        return t.run(t.copy("msmtp"), "--file=/dev/null", "--host=localhost", f"--port={port}", "--tls=on", "--tls-starttls=on",
                     "--tls-trust-file=" + authority, "--from=a@localhost", "b@localhost",
                     text="Subject: test\n\nIt works\n")
    expect(send(t.ca), "")
    if not kept or b"It works" not in kept[0]:
        raise Failed("no mail came")
    expect(send(t.other), "certificate", code=1)
    if len(kept) != 1:
        raise Failed("a mail was sent to a server that is not trusted")


@scenario("ldapsearch", "ldap-utils", "a search over LDAPS; refuses an unknown authority")
def ldapsearch(t):
    def search(authority):
        return t.run("ldapsearch", "-x", "-H", f"ldaps://127.0.0.1:{port}", "-b", "dc=test", "-o", "nettimeout=10",
                     env={"LDAPTLS_CACERT": authority, "LDAPTLS_REQCERT": "demand"})
    port = peers.ldap(t.certificates)
    expect(search(t.ca), "cn: found")
    expect(search(t.other), "Can't contact", code=1)


@scenario("gnutls-cli", "gnutls-bin", "a page in TLS 1.3 and 1.2; refuses an unknown authority")
def gnutls_cli(t):
    def get(authority, *more):
        # At the end of its input it does not wait for the answer.
        return t.run("sh", "-c", '(printf "GET /hello.txt HTTP/1.0\\r\\n\\r\\n"; sleep 1) | "$@"', "sh", "gnutls-cli",
                     "--x509cafile", authority, "-p", str(port), *more, "localhost")
    port = t.https()
    # The server ends without close_notify, which gnutls-cli calls a failure.
    expect(get(t.ca), r"TLS1\.3[\s\S]*It works", code=None)
    expect(get(t.ca, "--priority", "NORMAL:-VERS-TLS1.3"), r"TLS1\.2[\s\S]*It works", code=None)
    expect(get(t.other), "NOT trusted", code=1)


@scenario("gnutls-cli --udp", "gnutls-bin", "DTLS 1.2", needs=["openssl"])
def gnutls_cli_udp(t):
    port = peers.free_port()
    t.start_plain("openssl", "s_server", "-dtls1_2", "-accept", str(port), "-cert", t.certificates.path("server.pem"), "-key",
                  t.certificates.path("server.key"), "-quiet")
    time.sleep(0.5)
    expect(t.run("gnutls-cli", "--udp", "--x509cafile", t.ca, "-p", str(port), "localhost", text="hello\n", wait=6), "DTLS1.2")


@scenario("gnutls-serv", "gnutls-bin", "echoes for OpenSSL", needs=["openssl"])
def gnutls_serv(t):
    port = peers.free_port()
    t.start("gnutls-serv", "--echo", "--port", str(port), "--x509certfile", t.certificates.path("server.pem"),
            "--x509keyfile", t.certificates.path("server.key"))
    t.wait_port(port)
    expect(t.openssl_client(port, "It works\n"), "It works")


@scenario("certtool", "gnutls-bin", "makes a key and a certificate, prints and verifies it")
def certtool(t):
    template = t.write("template", "cn = test\nca\ncert_signing_key\nexpiration_days = 2\n")
    key, certificate = t.file("key"), t.file("certificate")
    expect(t.run("certtool", "--generate-privkey", "--key-type", "ecdsa", "--outfile", key), "")
    expect(t.run("certtool", "--generate-self-signed", "--load-privkey", key, "--template", template, "--outfile", certificate), "")
    expect(t.run("certtool", "-i", "--infile", certificate), "Subject: CN=test")
    expect(t.run("certtool", "--verify", "--load-ca-certificate", certificate, "--infile", certificate), "erified")


@scenario("certtool --to-p12", "gnutls-bin", "a PKCS #12 file")
def certtool_pkcs12(t):
    expect(t.run("certtool", "--to-p12", "--load-certificate", t.certificates.path("client.pem"), "--load-privkey",
                 t.certificates.path("client.key"), "--p12-name", "test", "--password", "pass", "--outder", "--outfile",
                 t.file("p12")), "")


@scenario("weechat", "weechat-headless", "joins an IRC server over TLS")
def weechat(t):
    names = []
    port = peers.irc(t.certificates, names)
    home = t.file("weechat")
    os.mkdir(home)
    t.start("weechat-headless", "--dir", home, "-r", f"/set weechat.network.gnutls_ca_user {t.ca}", "-r",
            f"/server add test localhost/{port} -ssl -username=weeuser -autoreconnect=off", "-r", "/connect test",
            keep="HOME")
    t.until(lambda: "weeuser" in names, "it did not come")


@scenario("ngircd", "ngircd", "welcomes a client over TLS", needs=["openssl"])
def ngircd(t):
    port = peers.free_port()
    config = t.write("ngircd.conf", f"""[Global]
Name = irc.localhost
Info = test
Listen = 127.0.0.1
Ports = {peers.free_port()}
ServerGID = nogroup
ServerUID = nobody
[Options]
Ident = no
PAM = no
DNS = no
[SSL]
CertFile = {t.certificates.path("server.pem")}
KeyFile = {t.certificates.path("server.key")}
Ports = {port}
""")
    t.start("ngircd", "-n", "-f", config)
    t.wait_port(port)
    expect(t.openssl_client(port, "NICK a\nUSER a 0 * :a\n"), " 001 a ")


@scenario("apt", "apt", "an update from a repository over HTTPS; refuses an unknown authority")
def apt(t):
    t.write("root/Packages", "")
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
    t.write("root/Release", f"Suite: test\nDate: {date}\nSHA256:\n {hashlib.sha256(b'').hexdigest()} 0 Packages\n")
    base = t.file("apt")
    for folder in ("state/lists/partial", "cache/archives/partial", "etc"):
        os.makedirs(os.path.join(base, folder))
    with open(os.path.join(base, "sources.list"), "w") as f:
        f.write(f"deb [trusted=yes] https://localhost:{t.https()}/ ./\n")

    def update(authority):
        options = [f"Dir::State={base}/state", f"Dir::Cache={base}/cache", f"Dir::Etc={base}/etc", "Dir::State::status=/dev/null",
                   f"Dir::Etc::sourcelist={base}/sources.list", f"Acquire::https::CAInfo={authority}", "APT::Sandbox::User=root",
                   "Acquire::AllowInsecureRepositories=true", "Acquire::Retries=0"]
        return t.run("apt-get", *[w for o in options for w in ("-o", o)], "update", "--error-on=any")
    expect(update(t.ca), "(Get|Hit):\\d https")
    expect(update(t.other), "[Cc]ertificate", code=1)


@scenario("exim", "exim4-daemon-light", "takes a STARTTLS", needs=["openssl"])
def exim(t):
    port = peers.free_port()
    spool = t.file("spool")
    os.mkdir(spool)
    os.chmod(spool, 0o777)
    for name in ("server.pem", "server.key"):
        shutil.copy(t.certificates.path(name), spool)
        os.chmod(os.path.join(spool, name), 0o644)
    config = t.write("exim.conf", f"""primary_hostname = localhost
spool_directory = {spool}
log_file_path = {spool}/%slog
pid_file_path = {spool}/pid
tls_advertise_hosts = *
tls_certificate = {spool}/server.pem
tls_privatekey = {spool}/server.key
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
acl_smtp_rcpt = accept
begin acl
begin routers
begin transports
begin retry
begin rewrite
begin authenticators
""")
    t.start(t.copy("exim4"), "-C", config, "-bdf")
    t.wait_port(port)
    expect(t.openssl_client(port, "EHLO a\nQUIT\n", "-starttls", "smtp"), "localhost closing|221 ")


@scenario("qemu-nbd, qemu-img", "qemu-utils", "a disk over TLS, both sides; refuses a client without a certificate")
def qemu(t):
    port = peers.free_port()
    image = t.file("disk")
    with open(image, "wb") as f:
        f.truncate(1 << 20)
    for side in ("server", "client"):
        folder = t.file(side)
        os.mkdir(folder)
        shutil.copy(t.ca, os.path.join(folder, "ca-cert.pem"))
        shutil.copy(t.certificates.path(side + ".pem"), os.path.join(folder, side + "-cert.pem"))
        shutil.copy(t.certificates.path(side + ".key"), os.path.join(folder, side + "-key.pem"))
    t.start("qemu-nbd", "-t", "-b", "127.0.0.1", "-p", str(port), "-f", "raw", "--object",
            f"tls-creds-x509,id=t,endpoint=server,dir={t.file('server')},verify-peer=yes", "--tls-creds", "t", image)
    t.wait_port(port)

    def ask(folder):
        return t.run("qemu-img", "info", "--object", f"tls-creds-x509,id=c,endpoint=client,dir={folder}", "--image-opts",
                     f"driver=nbd,host=localhost,port={port},tls-creds=c")
    expect(ask(t.file("client")), r"virtual size: 1 MiB")
    bare = t.file("bare")
    os.mkdir(bare)
    shutil.copy(t.ca, os.path.join(bare, "ca-cert.pem"))
    expect(ask(bare), "", code=1)


@scenario("chronyd", "chrony", "time by NTS, both sides")
def chronyd(t):
    ntske, ntp = peers.free_port(), peers.free_port()
    for name in ("server.pem", "server.key", "ca.pem"):
        os.chmod(t.certificates.path(name), 0o644)
    common = f"user root\ncmdport 0\nbindcmdaddress /\nntsport {ntske}\n"
    server = t.write("server.conf", common + f"local stratum 8\nport {ntp}\nallow 127.0.0.1\nntsserverkey "
                     f"{t.certificates.path('server.key')}\nntsservercert {t.certificates.path('server.pem')}\n"
                     f"pidfile {t.file('server.pid')}\nntsprocesses 0\n")
    client = t.write("client.conf", f"user root\ncmdport 0\nbindcmdaddress /\nport 0\npidfile {t.file('client.pid')}\n"
                     f"ntstrustedcerts {t.ca}\nserver localhost nts ntsport {ntske} port {ntp} iburst\n")
    t.start("chronyd", "-d", "-x", "-f", server)
    time.sleep(1)
    expect(t.run("chronyd", "-d", "-x", "-Q", "-t", "15", "-f", client, wait=25), "System clock wrong by|clock synchronised|Initial")


@scenario("mutt", "mutt", "sends over SMTP with STARTTLS")
def mutt(t):
    kept = []
    port = peers.smtp(t.certificates, kept)
    rc = t.write("muttrc", f"set smtp_url=smtp://localhost:{port}/\nset ssl_starttls=yes\nset ssl_force_tls=yes\nset from=a@localhost\n"
                 f"set certificate_file={t.ca}\nset ssl_ca_certificates_file={t.ca}\nset copy=no\nset record=\n")
    expect(t.run("mutt", "-n", "-F", rc, "-s", "test", "b@localhost", text="It works\n"), "")
    if not kept or b"It works" not in kept[0]:
        raise Failed("no mail came")
