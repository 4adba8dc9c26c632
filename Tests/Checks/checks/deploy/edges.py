"""nginx, and HAProxy with Varnish, in front of replicas, asked with curl: answers are the replicas' own, and come from the cache as
often as they can."""

import html
import re
import subprocess
import tempfile
import time
from contextlib import ExitStack
from itertools import product

from ..harness.server import Server
from .ageing import Ageing
from .asking import NAME, Client, curl
from .engines import Certificate, HAProxyAndVarnish, Nginx
from .hosts import Loopback
from .variants import HARD, TRACKING, variants

DATASET = "lithuania-1944-1945"
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

    def __init__(self, stack, hosts, *options):
        self.hosts = [hosts.host() for _ in range(3)]
        self.servers = [stack.enter_context(Server(
            "--log-level", "error", "--public-url", "https://akistata.example", "--loops", "1", *options, host=host.address, prefix=host.prefix,
            port=0 if host.free else 8080)) for host in self.hosts]

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


def purge(edge, tag, source="127.0.0.1", port=None):
    """The status of a request to purge, made on the edge's host from one of its addresses."""
    done = subprocess.run(
        [*edge.host.prefix, "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "--interface", source, "-X", "PURGE", "-H",
         f"Surrogate-Key: {tag}", f"http://{edge.varnish.own}:{port or edge.varnish.purging}/"], capture_output=True, text=True)
    return int(done.stdout or 0)


def purging(edge):
    """A tag lets go of what has it, and of nothing else; nobody but who may has a say in it."""
    current, version = f"{DATASET}@current", f"{DATASET}@1.0.0"
    kept, let_go = "/api/v1/@1.0.0/statistics", "/api/v1/statistics"
    faults = []

    def expect(word, path, through):
        count = edge.passed(lambda: edge.client.get(path))
        if count != through:
            faults.append(f"{word}, {path} came through {count} times")
    for path in (kept, let_go):
        edge.client.get(path)
    for tag, source, expected in ((current, "127.0.0.2", 403), ("", "127.0.0.1", 400), ("a b", "127.0.0.1", 400), (".*", "127.0.0.1", 400)):
        if (status := purge(edge.edge, tag, source)) != expected:
            faults.append(f"“{tag}” from {source} is {status}")
    if (status := purge(edge.edge, current, port=edge.edge.varnish.clients)) != 403:
        faults.append(f"on the clients' port it is {status}")
    expect("after what is refused", let_go, 0)
    if (status := purge(edge.edge, current)) != 200:
        faults.append(f"{current} is {status}")
    expect("purged", let_go, 1)
    expect("not purged", kept, 0)
    purge(edge.edge, version)
    expect("purged", kept, 1)
    edge.row("a tag purges what has it, for whom it may", faults, 5)


def outage(report, hosts, certificate):
    """Replicas whose answers are fresh for a second, through caches that keep them when all replicas end."""
    for make in (Nginx, HAProxyAndVarnish):
        with ExitStack() as stack:
            origin = Origin(stack, hosts)
            aged = [stack.enter_context(Ageing(place)).place for place in origin.places]
            edge = stack.enter_context(make(hosts.host(), aged, certificate))
            client = Client(edge.host.address, edge.port, certificate)
            paths = ["/", PAGE, LIST, TEXT, "/style.css", "/charts/timeline.svg"]
            before = {path: client.get(path) for path in paths}
            for server in origin.servers:
                server.stop()
            # Past what is fresh, and what is shown while it is renewed.
            time.sleep(3)
            faults = []
            for path, _ in product(paths, range(3)):
                answer = client.get(path)
                faults += [f"{path}: {word}" for word in different(before[path], answer)]
            if client.get("/api/v1/claims").status < 500:
                faults.append("something answers: there was no outage")
            report.row(f"{edge.word}: what was cached is answered while all replicas are down", faults, len(paths))


def below(report, hosts, certificate):
    """Everything below a path of the host: nginx takes it off, and every link has it."""
    path = "/histories/lithuania"
    with ExitStack() as stack:
        origin = Origin(stack, hosts, "--public-url", f"https://{NAME}{path}")
        made = stack.enter_context(Nginx(hosts.host(), origin.places, certificate, below=path))
        edge, faults = Edge(report, origin, made, certificate), []
        waiting, seen = [f"{path}/"], set()
        while waiting and len(seen) < 200:
            address = waiting.pop(0)
            if address in seen:
                continue
            seen.add(address)
            answer = edge.client.get(address, {"Accept": "text/html,*/*;q=0.1"})
            if answer.status != 200:
                faults.append(f"{address} is {answer.status}")
            elif answer.kind == "text/html":
                waiting += [html.unescape(found) for found in re.findall(r'(?:href|src|action)="(/[^"#]*)', answer.text)]
        faults += [f"{address} is not below it" for address in seen if not address.startswith(f"{path}/") and address != path]
        for address, expected in ((f"{path}/metrics", 404), ("/events", 404), (path, 301)):
            if (status := edge.client.get(address).status) != expected:
                faults.append(f"{address} is {status}")
        edge.row(f"below {path}, every link leads to what is below it", faults, len(seen))
        edge.hits(path)
        edge.negotiation(path)


def check(report):
    with tempfile.TemporaryDirectory() as folder, Loopback() as hosts, ExitStack() as stack:
        certificate = Certificate(folder)
        origin = Origin(stack, hosts)
        for make in (Nginx, HAProxyAndVarnish):
            with make(hosts.host(), origin.places, certificate) as made:
                edge = Edge(report, origin, made, certificate)
                edge.all()
                if make is HAProxyAndVarnish:
                    purging(edge)
        below(report, hosts, certificate)
        outage(report, hosts, certificate)
