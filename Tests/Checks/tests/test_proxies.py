"""The check of proxies finds a server that believes whoever asks it."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from checks.proxies import CLIENT, HOST, Front, closed, crowd


class Credulous(BaseHTTPRequestHandler):
    """Takes the client's word for who it is and where, and knows no limit."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with self.server.log.open("a") as log:
            log.write(f"GET client={self.headers['X-Forwarded-For']} id={self.headers['X-Request-Id']} \n")
        body = f"Sitemap: https://{self.headers['X-Forwarded-Host']}/sitemap.xml".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def credulous(tmp_path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Credulous)
    server.log = tmp_path / "log"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def test_a_server_that_takes_the_clients_word_is_found(credulous):
    front = SimpleNamespace(log=credulous.log)
    found = Front.look(front, "lie", credulous.server_address, CLIENT, CLIENT, f"http://{HOST}")
    assert found == [f"the client is 6.6.6.6, not {CLIENT}", f"the origin is https://evil.example, not http://{HOST}"]
    # And one that it says right is none.
    assert not Front.look(front, "same", credulous.server_address, CLIENT, "6.6.6.6", "https://evil.example")


def test_a_server_without_a_limit_is_found(credulous):
    assert crowd(credulous.server_address) == ["the statuses are [200, 200, 200, 200]"]


def test_a_server_that_answers_whoever_comes_is_found(credulous):
    server = SimpleNamespace(connect=lambda source: socket.create_connection(credulous.server_address, 10))
    assert closed(server, None, b"GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n")
