"""Questions to what stands in front of the replicas, over TLS."""

import email
import http.client
import socket
import ssl
import subprocess

from ..harness.http import Answer

NAME = "akistata.example"


def curl(edge, certificate, path, *options, scheme="https", prefix=()):
    """What curl is answered, and by which version of HTTP. The name leads to the edge's address."""
    port = edge.port if scheme == "https" else edge.plain
    done = subprocess.run(
        [*prefix, "curl", "--silent", "--show-error", "--max-time", "20", "--http2", "--include", "--cacert", certificate.file, "--resolve",
         f"{NAME}:{port}:{edge.host.address}", *options, f"{scheme}://{NAME}:{port}{path}"], capture_output=True, check=True)
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    first, _, fields = head.decode().partition("\r\n")
    version, status, *_ = first.split()
    return version, Answer(int(status), email.message_from_string(fields), body)


class Client:
    """A connection that is kept, to an edge or, without a certificate, to a replica."""

    def __init__(self, address, port, certificate=None, timeout=20):
        self.context = ssl.create_default_context(cafile=str(certificate.file)) if certificate else None
        self.address, self.port, self.timeout, self.connection = address, port, timeout, None
        self.again = 0

    def connect(self):
        plain = socket.create_connection((self.address, self.port), self.timeout)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection = http.client.HTTPConnection(NAME, timeout=self.timeout)
        self.connection.sock = self.context.wrap_socket(plain, server_hostname=NAME) if self.context else plain

    def get(self, path, fields=None):
        """The answer. Where a kept connection closes before it has begun, it is asked again on another, as RFC 9112 section 9.3.1
        lets a client do."""
        is_kept = self.connection is not None
        try:
            return self.ask(path, fields)
        except (ConnectionError, http.client.RemoteDisconnected):
            self.close()
            if not is_kept:
                raise
        self.again += 1
        return self.ask(path, fields)

    def ask(self, path, fields):
        if self.connection is None:
            self.connect()
        try:
            self.connection.putrequest("GET", path, skip_accept_encoding=True)
            for name, value in (fields or {}).items():
                self.connection.putheader(name, value)
            self.connection.endheaders()
            response = self.connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        except OSError:
            self.close()
            raise
        if response.will_close:
            self.close()
        return answer

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None
