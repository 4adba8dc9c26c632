"""Clients that lie about themselves, through each engine: the replicas' log has the client that the engine saw, and their links are those of
its own name."""

import re
import tempfile
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from ..harness.server import until
from ..proxies import faults, logged
from . import hosts
from .asking import NAME, curl
from .edges import Origin
from .engines import Caddy, Certificate, HAProxyAndVarnish, Nginx

NUMBERS = count(1)


def lies(proxy):
    """Fields of a client that would like to be another, and elsewhere; it may know who the proxy is."""
    elsewhere = ["X-Forwarded-Proto: http", "X-Forwarded-Host: evil.example", "Forwarded: for=6.6.6.6;host=evil.example;proto=http"]
    for said in ([], ["6.6.6.6"], [f"6.6.6.6, {proxy}"], ["6.6.6.6", "7.7.7.7"], ['"'], [""]):
        yield [*(f"X-Forwarded-For: {value}" if value else "X-Forwarded-For;" for value in said), *elsewhere]


def asked(edge, certificate, client, log, fields, method="GET"):
    """The client that the log has for a request, and the origin that the answer names."""
    number = next(NUMBERS)
    # Which no cache has: a page takes what it does not know.
    path = f"/about?number={number}"
    given = [word for field in [*fields, f"X-Request-Id: mine-{number}"] for word in ("-H", field)]
    _, answer = curl(edge, certificate, path, "-X", method, "--interface", client.address, *given, prefix=client.prefix)
    found = re.search(r'rel="canonical" href="(https?://[^/"]*?)(?::\d+)?/', answer.text)
    return logged(log, f"mine-{number}"), found and found[1]


def believed(edge, certificate, client, log):
    """What is not as it should be, of all lies."""
    expected = client.address, f"https://{NAME}"
    found = [fault for fields in lies(edge.host.source) for fault in faults(asked(edge, certificate, client, log, fields), expected)]
    # Which caches pass on, each in its own way.
    return found + [f"to OPTIONS, {fault}" for fault in faults(
        asked(edge, certificate, client, log, next(lies("")), "OPTIONS")[:1], expected)]


def alone(place, client, certificate, log):
    """A client that asks a replica itself is believed nothing."""
    class Direct:
        host, plain = hosts.Host(place[0]), place[1]
    number = next(NUMBERS)
    curl(Direct, certificate, "/", "--interface", client.address, "-H", "X-Forwarded-For: 6.6.6.6", "-H", f"X-Request-Id: mine-{number}",
         scheme="http", prefix=client.prefix)
    found = logged(log, f"mine-{number}") or ""
    return faults([found.rpartition(":")[0]], [client.address])


def check(report):
    with tempfile.TemporaryDirectory() as folder, hosts.best() as made:
        certificate = Certificate(folder)
        for make in (Nginx, HAProxyAndVarnish, Caddy):
            log = Path(folder, make.word)
            with ExitStack() as stack:
                front, client = made.host(), made.host()
                origin = Origin(
                    stack, made, "--log-level", "info", "--trusted-proxy", front.source, public=None, log=stack.enter_context(log.open("w")))
                edge = stack.enter_context(make(front, origin.places, certificate))
                report.row(f"{edge.word}: the log has the client, whatever it says of itself", believed(edge, certificate, client, log))
                if make is HAProxyAndVarnish:
                    edge.varnish.__exit__()
                    until(lambda: not edge.haproxy.up("varnish"), 10)
                    report.row("haproxy alone: likewise", believed(edge, certificate, client, log))
                report.row("who asks a replica itself is believed nothing", alone(origin.places[0], client, certificate, log))
