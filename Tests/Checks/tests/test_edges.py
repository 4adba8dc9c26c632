"""What is planted into the configurations of caches is found by those who ask them, in front of a server made for it."""

import re
import threading
from contextlib import ExitStack
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest

from checks.deploy import edges
from checks.deploy.engines import DEPLOY, Certificate, HAProxyAndVarnish, Nginx
from checks.deploy.hosts import Loopback
from checks.harness.report import Report


class Stub:
    """Answers in the one of two languages that comes first, and refuses a parameter that it does not know."""

    def __init__(self):
        self.count = 0
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body are two writes.
            disable_nagle_algorithm = True

            def do_GET(self):
                path, _, query = self.path.partition("?")
                if path != "/readyz":
                    stub.count += 1
                known = {name for name, _ in parse_qsl(query, keep_blank_values=True)} <= {"limit", "lang"}
                languages = re.findall(r"(?:^|[ ,])(en|lt)\b", (self.headers["Accept-Language"] or "").lower())
                language = (languages or ["en"])[0]
                body = f"{path} {query} {language}".encode()
                self.send_response_only(200 if known else 400)
                for name, value in {"content-length": str(len(body)), "content-language": language, "vary": "accept-language",
                                    "content-type": "text/html", "etag": f'"{sha256(body).hexdigest()[:8]}"',
                                    "cache-control": "max-age=300" if known else "no-store",
                                    "surrogate-key": "d lithuania-1944-1945@current"}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def do_OPTIONS(self):
                self.send_response_only(204)
                self.end_headers()

            def log_message(self, *_):
                pass
        class Quiet(ThreadingHTTPServer):
            def handle_error(self, *_):
                """A probe that closes before it has read its answer is no news."""
        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.places = [self.server.server_address] * 3

    def asked(self):
        return self.count


@pytest.fixture
def faults(tmp_path, monkeypatch):
    """Which questions to an edge whose configuration is changed do not hold."""
    monkeypatch.setattr(edges, "LIST", "/list")

    def run(make, changes, *questions):
        name = "nginx/akistata.conf" if make is Nginx else "varnish/akistata.vcl"
        text = (DEPLOY / name).read_text()
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        certificate, stub, report = Certificate(tmp_path), Stub(), Report()
        with Loopback() as hosts, ExitStack() as stack:
            stack.callback(stub.server.shutdown)
            made = stack.enter_context(make(hosts.host(), stub.places, certificate, text=text))
            edge = edges.Edge(report, stub, made, certificate)
            for question in questions:
                getattr(edge, question)()
        return report.failed
    return run


@pytest.mark.parametrize("make", [Nginx, HAProxyAndVarnish])
def test_the_configurations_have_no_fault(make, faults):
    assert not faults(make, {}, "transport", "negotiation", "tracking", "outside")


@pytest.mark.parametrize("make, old, new, question", [
    (Nginx, "Accept-Language $akistata_language;", "Accept-Language $http_accept_language;", "negotiation"),
    (Nginx, "$akistata_path$akistata_query;", "$akistata_path$is_args$args;", "tracking"),
    (Nginx, "(?:[^,]*,)*?", "(?:[^,]*,)*", "negotiation"),
    (Nginx, "(?:healthz|readyz|metrics)", "(?:healthz|readyz)", "outside"),
    (Nginx, "listen 443 ssl http2", "listen 443 ssl", "transport"),
    (HAProxyAndVarnish, 'Accept-Language = "en"', "Accept-Language = req.http.Accept-Language", "negotiation"),
    (HAProxyAndVarnish, "[a-z]*clk?id|", "", "tracking"),
    (HAProxyAndVarnish, "([^,]*,)*?", "([^,]*,)*", "negotiation"),
])
def test_what_is_planted_into_a_configuration_is_found(make, old, new, question, faults):
    assert faults(make, {old: new}, question) > 0
