"""Servers that the programs talk to: small ones of Python's ssl module (OpenSSL), in threads of the test.

Each listens on a free port of 127.0.0.1 and ends with the process.
"""
import http.server
import os
import socket
import socketserver
import ssl
import subprocess
import threading


class Certificates:
    """A throw-away authority, what it signed, and another one that signed nothing."""

    def __init__(self, directory):
        self.directory = directory
        self.make("ca", ["-x509", "-subj", "/CN=Test CA", "-days", "2"])
        self.make("other", ["-x509", "-subj", "/CN=Other CA", "-days", "2"])
        self.sign("server", "DNS:localhost,IP:127.0.0.1", "serverAuth")
        self.sign("wrong", "DNS:elsewhere.example", "serverAuth")
        self.sign("client", "email:client@localhost", "clientAuth")

    def path(self, name):
        return os.path.join(self.directory, name)

    def openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], check=True, cwd=self.directory, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def make(self, name, how):
        self.openssl("req", *how, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                     "-keyout", name + ".key", "-out", name + ".pem")

    def sign(self, name, alternative, purpose):
        self.make(name, ["-subj", "/CN=" + name])
        with open(self.path("ext"), "w") as f:
            f.write(f"subjectAltName={alternative}\nextendedKeyUsage={purpose}\n")
        self.openssl("x509", "-req", "-in", name + ".pem", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                     "-days", "2", "-extfile", "ext", "-out", name + ".pem")


def context(certificates, name="server"):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificates.path(name + ".pem"), certificates.path(name + ".key"))
    return made


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.port = self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """A client that refuses ends its connection early: that is no event of the test."""


def https(certificates, root, name="server"):
    """Serves the files below `root`; returns the port."""
    tls = context(certificates, name)

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def __init__(self, *arguments):
            super().__init__(*arguments, directory=root)

        def setup(self):
            self.request.settimeout(20)
            self.request = tls.wrap_socket(self.request, server_side=True)
            super().setup()

        def log_message(self, *arguments):
            pass

    return Server(Handler).port


def lines(certificates, talk, starttls=False):
    """A server of a protocol of lines: `talk(file)` reads and writes them. Returns the port."""
    tls = context(certificates)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            self.request.settimeout(20)
            if starttls:
                plain = self.request.makefile("rwb")
                if not starttls(plain):
                    return
            secure = tls.wrap_socket(self.request, server_side=True)
            talk(secure.makefile("rwb"))

    return Server(Handler).port


def say(file, text):
    file.write(text.encode() + b"\r\n")
    file.flush()


def smtp_dialogue(file, kept, greet):
    """SMTP from the greeting, or from the EHLO behind a STARTTLS; mails are appended to `kept`. True at STARTTLS."""
    if greet:
        say(file, "220 localhost")
    for line in iter(file.readline, b""):
        word = line.split()[0].upper() if line.split() else b""
        if word == b"EHLO":
            say(file, "250-localhost\r\n250 STARTTLS" if greet else "250 localhost")
        elif word == b"STARTTLS":
            say(file, "220 go on")
            return True
        elif word == b"DATA":
            say(file, "354 go on")
            kept.append(b"".join(iter(file.readline, b".\r\n")))
            say(file, "250 kept")
        elif word == b"QUIT":
            say(file, "221 bye")
            return False
        else:
            say(file, "250 ok")
    return False


def smtp(certificates, kept):
    """SMTP with STARTTLS; mails are appended to `kept`. Returns the port."""
    return lines(certificates, lambda f: smtp_dialogue(f, kept, False), lambda f: smtp_dialogue(f, kept, True))


def irc(certificates, names):
    """IRC: welcomes, and appends the names of those who came to `names`. Returns the port."""
    def talk(file):
        for line in iter(file.readline, b""):
            words = line.decode().split()
            if words[:1] == ["USER"]:
                say(file, ":localhost 001 someone :Welcome")
                names.append(words[1])
            elif words[:1] == ["PING"]:
                say(file, "PONG " + words[-1])

    return lines(certificates, talk)


def ldap(certificates):
    """LDAP: takes any bind, and finds one entry. Returns the port."""
    def element(tag, *parts):
        body = b"".join(parts)
        return bytes([tag, len(body)]) + body

    def talk(file):
        while True:
            head = file.read(2)
            if len(head) < 2:
                return
            size = head[1]
            if size & 0x80:
                size = int.from_bytes(file.read(size & 0x7f), "big")
            body = file.read(size)
            number, operation = body[:3], body[3]
            done = element(0x0a, b"\0") + element(0x04) + element(0x04)
            if operation == 0x60:
                file.write(element(0x30, number, element(0x61, done)))
            elif operation == 0x63:
                values = element(0x30, element(0x04, b"cn"), element(0x31, element(0x04, b"found")))
                entry = element(0x64, element(0x04, b"cn=found"), element(0x30, values))
                file.write(element(0x30, number, entry) + element(0x30, number, element(0x65, done)))
            else:
                return
            file.flush()

    return lines(certificates, talk)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]
