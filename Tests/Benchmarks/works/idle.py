"""(h): idle connections while (a) runs."""

import select
import socket

from contenders.akistata import Akistata
from harness.message import Broken, Request
from harness.rounds import Lane
from harness.service import until

from .fixed import STATISTIC

CONNECTIONS = 10_000
# Fewer than the server takes from one address.
EACH = 500


class Crowd:
    """Connections from addresses of their own, each answered once and then idle."""

    def __init__(self, server):
        self.server, self.clients = server, []

    def __enter__(self):
        request = Request(STATISTIC).data(self.server.port)
        for number in range(CONNECTIONS):
            source = f"127.0.1.{1 + number // EACH}"
            client = socket.create_connection(("127.0.0.1", self.server.port), 10, (source, 0))
            self.clients.append(client)
            client.sendall(request)
            if not client.recv(1 << 16).startswith(b"HTTP/1.1 200 "):
                raise Broken(f"connection {number} was not answered")
        return self

    def check(self):
        """None was closed."""
        poll = select.poll()
        for client in self.clients:
            poll.register(client, select.POLLIN)
        if found := len(poll.poll(0)):
            raise Broken(f"{found} idle connections were closed")

    def __exit__(self, *_):
        for client in self.clients:
            client.close()
        if not until(lambda: self.server.descriptors() < 200, 20):
            raise Broken("the server keeps connections that were closed")


def idle(bench):
    """(h) 10,000 idle connections while (a) runs"""
    with Akistata(bench.folder) as server:
        alone = Lane("Akistata, no idle connections", server, [Request(STATISTIC)])
        crowded = Lane("Akistata, 10,000 idle connections", server, [Request(STATISTIC)])
        alone.measure(1)
        before = server.rss()
        for number in range(bench.options.rounds):
            with Crowd(server) as crowd:
                # Only the first crowd finds memory that no connection had before.
                if number == 0:
                    bench.facts["idleKiB"] = (server.rss() - before) / CONNECTIONS
                crowded.figures.append(crowded.measure(bench.options.seconds))
                crowd.check()
            alone.figures.append(alone.measure(bench.options.seconds))
        return [crowded, alone]
