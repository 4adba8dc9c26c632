"""Replicas that end, or are told to, while others answer: behind nginx, HAProxy with Varnish, and Caddy."""

import tempfile
from contextlib import ExitStack
from itertools import count

from .edges import Edge, Origin
from .engines import Caddy, Certificate, HAProxyAndVarnish, Nginx
from .hosts import Loopback

REQUESTS = 60


class Asker:
    """Asks an edge for addresses that no cache has."""

    def __init__(self, client):
        self.client, self.numbers = client, count(1)

    def failures(self):
        """What of some requests is not answered by 200."""
        asked = (f"/api/v1/{way}events?limit={next(self.numbers)}" for _ in range(REQUESTS // 2) for way in ("", "@1.0.0/"))
        return [f"{path} is {status}" for path in asked if (status := self.client.get(path).status) != 200]


def shares(origin, function):
    """How many requests each replica was sent while a function runs."""
    before = [origin.asked([server]) for server in origin.servers]
    function()
    return [origin.asked([server]) - earlier for server, earlier in zip(origin.servers, before)]


def uneven(counts, idle=()):
    """Whatever replica has less than its part, or was asked though it is told to drain; its numbers."""
    busy = len(counts) - len(idle)
    return [f"replica {number} was asked {count} times" for number, count in enumerate(counts)
            if (count > 0 if number in idle else count < sum(counts) / busy / 2)] or ([] if any(counts) else ["nothing came through"])


def drained(edge, asker):
    """By the command of haproxy.cfg."""
    haproxy = edge.edge.haproxy
    haproxy.tell("set server replicas/a state drain")
    edge.row("a replica that is told to drain is asked nothing more", uneven(shares(edge.origin, asker.failures), idle=[0]))
    haproxy.tell("set server replicas/a state ready")


def caddy(edge):
    """What the caches are asked elsewhere: Caddy has none."""
    edge.transport()
    edge.outside({"POST": 405, "OPTIONS": 204})


def check(report):
    with tempfile.TemporaryDirectory() as folder, Loopback() as hosts:
        certificate = Certificate(folder)
        for make in (Nginx, HAProxyAndVarnish, Caddy):
            with ExitStack() as stack:
                origin = Origin(stack, hosts)
                made = stack.enter_context(make(hosts.host(), origin.places, certificate))
                edge = Edge(report, origin, made, certificate)
                asker, failures = Asker(edge.client), []
                if make is Caddy:
                    caddy(edge)
                counts = shares(origin, lambda: failures.extend(asker.failures()))
                edge.row("three replicas are asked alike", failures + uneven(counts), REQUESTS)
                if make is HAProxyAndVarnish:
                    drained(edge, asker)
                origin.servers[1].__exit__()
                edge.row("one of them is killed, and nobody sees it", asker.failures(), REQUESTS)
