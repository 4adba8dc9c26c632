"""(a) to (d) and (g): the shipped dataset, one request again and again, beside servers that answer the same bytes."""

from contextlib import ExitStack

from contenders.akistata import Akistata
from contenders.fixed import FlyingFox, Hummingbird, Raw
from contenders.nginx import Nginx, NginxWithoutSendfile
from harness.message import Request
from harness.clients import h2load
from harness.rounds import Lane, at_rate, halved, in_turn, with_client

STATISTIC = "/api/v1/statistics/mobilised-1944"
LIST = "/api/v1/discrepancies"
NGINX = (Nginx, NginxWithoutSendfile)
# Answers a second at which times are compared.
RATE = 40_000


def beside(bench, stack, request, peers, **lane):
    """A lane for Akistata, and one for each of the peers that take part. All give the same content."""
    akistata = stack.enter_context(Akistata(bench.folder))
    answer = akistata.fetch(request)
    servers = [akistata]
    for peer in peers:
        if peer.contender in bench.contenders:
            servers.append(stack.enter_context(peer(bench.folder, request.target, answer)))
    lanes = [Lane(server.name, server, [request], **lane) for server in servers]
    for each in lanes:
        each.check(answer.content)
    return lanes


def statistic(bench):
    """(a) one statistic, keep-alive, 64 connections"""
    with ExitStack() as stack:
        lanes = beside(bench, stack, Request(STATISTIC), (Raw, *NGINX, Hummingbird, FlyingFox))
        in_turn(lanes, bench.options)
        paced = at_rate(RATE, [lane for lane in lanes if lane.name in ("Akistata", "raw C", "nginx")], bench.options)
        # Another client's opinion.
        return lanes + paced + in_turn(with_client(h2load, lanes), bench.options)


def pipelined(bench):
    """(b) the same, pipelined by 16"""
    with ExitStack() as stack:
        return in_turn(beside(bench, stack, Request(STATISTIC), (Raw, *NGINX), depth=16), bench.options)


def unchanged(bench):
    """(c) 304 by If-None-Match"""
    with ExitStack() as stack:
        [whole] = beside(bench, stack, Request(STATISTIC), ())
        etag = whole.check().fields["etag"]
        bare = Lane("Akistata, 304", whole.server, [Request(STATISTIC, {"If-None-Match": etag})], status=304)
        bare.check(b"")
        in_turn([bare, whole], bench.options)
        return [bare, whole, *halved([bare], bench.options)]


def compressed(bench):
    """(d) the whole discrepancy list, gzip"""
    with ExitStack() as stack:
        request = Request(LIST, {"Accept-Encoding": "gzip"})
        lanes = in_turn(beside(bench, stack, request, (Raw, *NGINX)), bench.options)
        return lanes + halved(lanes, bench.options)


def connecting(bench):
    """(g) a new connection for each request"""
    with ExitStack() as stack:
        request = Request(STATISTIC, {"Connection": "close"})
        return in_turn(beside(bench, stack, request, (Raw, *NGINX)), bench.options)
