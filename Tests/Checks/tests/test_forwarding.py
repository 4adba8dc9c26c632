"""What is planted into a proxy's configuration, so that it passes on a client's lies, is found in front of a server that believes it all."""

import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from checks.deploy import engines
from checks.deploy.engines import DEPLOY, Caddy, Certificate, HAProxyAndVarnish, Nginx
from checks.deploy.forwarding import believed
from checks.deploy.hosts import Loopback

NGINX, HAPROXY, VARNISH, CADDY = "nginx/akistata.conf", "haproxy/haproxy.cfg", "varnish/akistata.vcl", "compose/Caddyfile"


class Credulous(BaseHTTPRequestHandler):
    """Logs whatever it is told of the client, and links to wherever it is told that it is."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self):
        if self.path != "/readyz":
            told = "+".join(self.headers.get_all("X-Forwarded-For", [])).replace(" ", "")
            with self.server.log.open("a") as log:
                log.write(f"client={told} id={self.headers['X-Request-Id']} \n")
        origin = f"{self.headers['X-Forwarded-Proto'] or 'http'}://{self.headers['X-Forwarded-Host'] or self.headers['Host']}"
        body = f'<link rel="canonical" href="{origin}/about">'.encode()
        self.send_response_only(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_OPTIONS = answer

    def log_message(self, *_):
        pass


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A probe that closes before it has read its answer is no news."""


@pytest.fixture
def faults(tmp_path, monkeypatch):
    """What is not as it should be behind an engine, with one thing of a configuration changed."""
    server = Quiet(("127.0.0.1", 0), Credulous)
    server.log = tmp_path / "log"
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def run(make, name=None, old="", new=""):
        monkeypatch.setattr(engines, "DEPLOY", shutil.copytree(DEPLOY, tmp_path / "deploy"))
        if name:
            path = tmp_path / "deploy" / name
            text = path.read_text()
            assert old in text
            path.write_text(text.replace(old, new))
        certificate = Certificate(tmp_path)
        with Loopback() as hosts, make(hosts.host(), [server.server_address] * 3, certificate) as edge:
            return believed(edge, certificate, hosts.host(), server.log)
    yield run
    server.shutdown()


@pytest.mark.parametrize("make", [Nginx, HAProxyAndVarnish, Caddy])
def test_the_configurations_pass_on_no_lie(make, faults):
    assert not faults(make)


@pytest.mark.parametrize("make, name, old, new, fault", [
    (Nginx, NGINX, "X-Forwarded-For $remote_addr", "X-Forwarded-For $http_x_forwarded_for", "client"),
    (Nginx, NGINX, 'X-Forwarded-Host ""', "X-Forwarded-Host $http_x_forwarded_host", "origin"),
    (Nginx, NGINX, "X-Forwarded-Proto https", "X-Forwarded-Proto $http_x_forwarded_proto", "origin"),
    (HAProxyAndVarnish, HAPROXY, "http-request set-header X-Forwarded-For %[src]", "", "client"),
    (HAProxyAndVarnish, HAPROXY, "http-request set-header X-Forwarded-Proto https", "", "origin"),
    (HAProxyAndVarnish, HAPROXY, "http-request del-header X-Forwarded-Host", "", "origin"),
    (HAProxyAndVarnish, VARNISH, "if (req.restarts == 0) {", 'if (req.method == "GET") {', "to OPTIONS, the client"),
    (Caddy, CADDY, "reverse_proxy {", "reverse_proxy {\n\t\ttrusted_proxies private_ranges", "client"),
])
def test_a_configuration_that_passes_on_lies_is_found(make, name, old, new, fault, faults):
    assert any(fault in found for found in faults(make, name, old, new))
