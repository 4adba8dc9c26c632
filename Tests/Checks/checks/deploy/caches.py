"""nginx, and HAProxy with Varnish, in front of three replicas: what they answer, what they let go of, what they show while all replicas
are down, and that all of it can be below a path of the host."""

import html
import re
import subprocess
import tempfile
import time
from contextlib import ExitStack
from itertools import product

from .ageing import Ageing
from .asking import NAME, Client
from .edges import LIST, PAGE, TEXT, Edge, Origin, different
from .engines import Certificate, HAProxyAndVarnish, Nginx
from .hosts import Loopback

DATASET = "lithuania-1944-1945"


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
    """Everything below a path of the host, which is taken off, and which every link has."""
    path = "/histories/lithuania"
    with ExitStack() as stack:
        origin = Origin(stack, hosts, public=f"https://{NAME}{path}")
        for make in (Nginx, HAProxyAndVarnish):
            with make(hosts.host(), origin.places, certificate, below=path) as made:
                edge = Edge(report, origin, made, certificate)
                walk(edge, path)
                edge.hits(path)
                edge.negotiation(path)


def walk(edge, path, most=200):
    faults, waiting, seen = [], [f"{path}/"], set()
    while waiting and len(seen) < most:
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
    if (status := edge.client.get(f"{path}/metrics").status) != 404:
        faults.append(f"{path}/metrics is {status}")
    edge.row(f"below {path}, every link leads to what is below it", faults, len(seen))


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
