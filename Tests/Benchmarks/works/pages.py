"""(i) and (j): what people read. Asked again, beside the raw C server with the same bytes; and never asked before, beside
a site in Python that renders about the same HTML."""

from contextlib import ExitStack
from urllib.parse import quote

from contenders.akistata import Akistata
from contenders.fixed import Raw
from contenders.flask import Flask
from harness.message import Broken, Request
from harness.rounds import Lane, in_turn

DISCREPANCY = "/discrepancies/taken-by-force-sum"
AGAIN = {
    "the first page": "/", "a discrepancy": DISCREPANCY, "the events": "/events", "a search": "/search?q=men",
    "a picture": "/charts/discrepancies/taken-by-force-sum.svg",
    "a citation": "/api/v1/cite/discrepancies/taken-by-force-sum", "oEmbed": "/oembed?url="}
# More than a server keeps.
QUESTIONS = 20_000
WORDS = ("men", "army", "1944", "soviet", "lithuan", "mobil", "source", "division")


def again(bench):
    """(i) pages, a picture, a citation, oEmbed, each asked again"""
    lanes = []
    with ExitStack() as stack:
        akistata = stack.enter_context(Akistata(bench.folder))
        for name, target in AGAIN.items():
            if name == "oEmbed":
                target += quote(f"http://127.0.0.1:{akistata.port}{DISCREPANCY}", safe="")
            answer = akistata.fetch(Request(target))
            servers = [akistata]
            if Raw.contender in bench.contenders:
                servers.append(stack.enter_context(Raw(bench.folder, target, answer)))
            pair = [Lane(f"{server.name}, {name}", server, [Request(target)]) for server in servers]
            for lane in pair:
                lane.check(answer.content)
            lanes += in_turn(pair, bench.options)
    return lanes


def anew(bench):
    """(j) pages that were never asked before: of another host each time, or for other words"""
    hosts = [{"Host": f"h{number}.example"} for number in range(QUESTIONS)]
    asked = {
        "a discrepancy": [Request(DISCREPANCY, host) for host in hosts],
        "the events": [Request("/events", host) for host in hosts],
        "a search": [Request(f"/search?q={WORDS[number % len(WORDS)]}", host) for number, host in enumerate(hosts)],
    }
    with ExitStack() as stack:
        servers = [stack.enter_context(Akistata(bench.folder))]
        if Flask.contender in bench.contenders:
            servers.append(stack.enter_context(Flask(servers[0])))
        lanes = []
        for name, requests in asked.items():
            pair = [Lane(f"{server.name}, {name}", server, requests) for server in servers]
            sizes = [len(lane.check().content) for lane in pair]
            if max(sizes) > 1.25 * min(sizes):
                raise Broken(f"{name}: not about the same HTML: {sizes}")
            lanes += in_turn(pair, bench.options)
        return lanes
