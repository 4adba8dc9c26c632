"""What stands in front of replicas, asked with curl: answers are the replicas' own, and come from the cache as often as they can."""

import re
import subprocess
from itertools import product

from ..harness.server import Server
from .asking import NAME, Client, curl
from .variants import HARD, TRACKING, variants

LIST, PAGE, TEXT = "/api/v1/events", "/events", "/api/v1/statistics.csv?lang=lt"


def plain(tag):
    """An entity tag without what a cache does to it when it decompresses."""
    return tag.removeprefix("W/").strip('"').removesuffix("-gzip") if tag else None


def different(ours, theirs):
    """What of an answer from the cache is not as the replica gave it, in words; empty where nothing is."""
    found = [f"{name} is {theirs.fields[name]}, not {ours.fields[name]}" for name in ("content-type", "content-language", "vary")
             if ours.fields[name] != theirs.fields[name]]
    if ours.status != theirs.status:
        found.append(f"status {theirs.status}, not {ours.status}")
    if plain(ours.fields["etag"]) != plain(theirs.fields["etag"]):
        found.append(f"entity tag {theirs.fields['etag']}, not {ours.fields['etag']}")
    return found


def too_many(misses, answers):
    """How a cache that asks for more than there are different answers is told."""
    return [f"{misses} requests came through, for {answers} different answers"] if misses > answers else []


class Origin:
    """Three replicas, and how often they were asked for something."""

    def __init__(self, stack, hosts, *options, public=f"https://{NAME}", log=subprocess.DEVNULL):
        address = ["--public-url", public] if public else []
        self.hosts = [hosts.host() for _ in range(3)]
        self.servers = [stack.enter_context(Server(
            "--log-level", "error", "--loops", "1", *address, *options, host=host.address, prefix=host.prefix,
            port=0 if host.free else 8080, log=log)) for host in self.hosts]

    @property
    def places(self):
        return [(server.host, server.port) for server in self.servers]

    def asked(self, servers=None):
        """How many requests the replicas, or some of them, answered, but those for their health."""
        rows = re.findall(r'^akistata_http_requests_total\{route="([^"]*)".*\} (\d+)$', "".join(
            server.get("/metrics").text for server in servers or self.servers), re.M)
        return sum(int(count) for route, count in rows if route not in ("/readyz", "/healthz", "/metrics"))


class Edge:
    """One of the two, while it is asked."""

    def __init__(self, report, origin, edge, certificate):
        self.report, self.origin, self.edge, self.certificate = report, origin, edge, certificate
        self.client = Client(edge.host.address, edge.port, certificate)
        self.direct = Client(*origin.places[0])

    def row(self, fact, faults, count=None):
        self.report.row(f"{self.edge.word}: {fact}", faults, count)

    def curl(self, path, *options, **more):
        return curl(self.edge, self.certificate, path, *options, **more)

    def passed(self, function):
        """How many requests come through to the replicas while a function runs."""
        before = self.origin.asked()
        function()
        return self.origin.asked() - before

    def all(self):
        self.row("its own check has nothing against the configuration", self.edge.faults())
        self.transport()
        self.hits()
        self.negotiation()
        self.hard()
        self.tracking()
        self.outside()

    def transport(self):
        version, answer = self.curl("/about")
        self.row("answers in HTTP/2, over TLS", [] if (version, answer.status) == ("HTTP/2", 200) else [f"{version} {answer.status}"])
        _, answer = self.curl("/events?lang=lt", scheme="http")
        target = answer.fields["location"] or ""
        self.row("leads to https", [] if answer.status == 308 and re.fullmatch(r"https://[^/]*/events\?lang=lt", target) else [
            f"{answer.status} {target}"])

    def hits(self, below=""):
        faults, paths = [], ["/", PAGE, LIST, TEXT, "/api/v1/@1.0.0/events", "/style.css", "/charts/timeline.svg", "/api/v1/cite.bib"]
        for path in paths:
            first = self.curl(below + path)[1]
            second = []
            count = self.passed(lambda: second.append(self.curl(below + path)[1]))
            faults += [f"{path}: {word}" for word in different(self.direct.get(path), second[0]) + different(first, second[0])]
            if count or "hit" not in second[0].fields["cache-status"]:
                faults.append(f"{path}: the second time, {count} came through; {second[0].fields['cache-status']}")
            unchanged = self.curl(below + path, "-H", f"If-None-Match: {second[0].fields['etag']}")[1]
            if unchanged.status != 304:
                faults.append(f"{path}: {unchanged.status} to If-None-Match")
        self.row("the second answer is the first, from the cache; with its entity tag, 304", faults, len(paths))

    def negotiation(self, below=""):
        for path in (LIST, "/", PAGE, "/@1.0.0/events"):
            asked = list(variants())
            faults, answers, refused = [], set(), []

            def ask():
                for fields in asked:
                    ours, theirs = self.direct.get(path, fields), self.client.get(below + path, fields)
                    if ours.status == 200:
                        answers.add((plain(ours.fields["etag"]), ours.fields["content-language"]))
                    else:
                        # What is not acceptable is nothing to keep.
                        refused.append(fields)
                    faults.extend(f"{fields}: {word}" for word in different(ours, theirs))
            misses = self.passed(ask) - len(asked) - len(refused)
            faults += too_many(misses, len(answers))
            self.row(f"{len(asked)} ways to ask for {path} are {len(answers)} answers, which came through {misses} times", faults, len(asked))

    def hard(self):
        faults = []
        for path, fields in product((LIST, "/@1.0.0/events", "/", "/api/v1/changes"), HARD):
            ours = self.direct.get(path, fields)
            for _ in range(2):
                theirs = self.client.get(path, fields)
                faults += [f"{path} {fields}: {word}" for word in different(ours, theirs)]
        self.row("what no browser sends is answered as the replicas do", faults, 4 * len(HARD))

    def tracking(self):
        faults, places = [], [f"{LIST}?limit=3&lang=en", f"{PAGE}?lang=lt", "/"]
        for path in places:
            self.client.get(path, {"Accept": "*/*"})
            ours = self.direct.get(path, {"Accept": "*/*"})
            for mark, before in product(TRACKING, (True, False)):
                way, _, query = path.partition("?")
                target = f"{way}?{mark}&{query}" if before and query else f"{path}{'&' if query else '?'}{mark}"
                found = []
                count = self.passed(lambda: found.append(self.client.get(target, {"Accept": "*/*"})))
                if count:
                    faults.append(f"{target} came through")
                faults += [f"{target}: {word}" for word in different(ours, found[0])]
        between = self.client.get(f"{LIST}?fbclid=1&limit=3&utm_source=2&utm_id=3&lang=en&gclid=4")
        faults += different(self.direct.get(f"{LIST}?limit=3&lang=en"), between)
        if self.client.get(f"{LIST}?limt=3").status != 400:
            faults.append("a slip is no longer told")
        self.row("marks of those who count clicks change nothing, and come through nowhere", faults, 2 * len(places) * len(TRACKING))

    def outside(self, methods={"POST": 405, "PURGE": 405, "OPTIONS": 204}):
        faults = [f"{path} is {status}" for path in ("/metrics", "/readyz", "/healthz") if (status := self.curl(path)[1].status) != 404]
        for method, expected in methods.items():
            if (status := self.curl("/", "-X", method)[1].status) not in ((403, 405) if expected == 405 else (expected,)):
                faults.append(f"{method} is {status}")
        self.row("health, counts and purging are for nobody outside", faults)
